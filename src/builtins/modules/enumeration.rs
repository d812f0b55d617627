//! `_enum`: what members of enumerations are asked for most often; the module itself is a page of Python on top of it.
//!
//! In: a member. Out: its hash, that of its name, without running script code: members are keys of dictionaries in hot loops.

use super::Module;
use crate::value::function::Builtin;
use crate::value::native::Takes::Exactly;
use crate::value::native::{Owner, Row};
use crate::value::ops::{attribute, hash};
use crate::value::{Gc, Kind, Res, Symbol, Value};

/// The type that the method says it is of, by which compiled code knows it.
pub const OWNER: &str = "enum.Enum";

/// The module.
pub fn create() -> Gc<Module> {
    let module = Module::create("_enum");
    module.define("hash", Value::from(Builtin::row(&HASH)));
    module
}

static HASH: Row = Row {
    name: "__hash__",
    owner: Owner::Type(OWNER, |value| value.kind() == Some(Kind::Instance)),
    takes: Exactly(0, hash_of_member),
    pure: false,
    doc: "Return hash(self).",
};

fn hash_of_member(arguments: &[Value]) -> Res {
    let name = attribute::get(&arguments[0], Symbol::new("_name_"))?;
    Ok(Value::int(hash::hash(&name)?))
}
