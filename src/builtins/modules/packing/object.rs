//! `Struct`: a format that was read once.

use super::format::Format;
use super::{iterate, pack_at, pack_object, read, text_of, unpack, unpack_from};
use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::Class;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::{Gc, Raise, Res, Value};
use std::cell::OnceCell;
use std::rc::Rc;

struct Struct {
    format: Rc<Format>,
    text: String,
}

impl Content for Struct {}

fn is_struct(value: &Value) -> bool {
    value.content::<Struct>().is_some()
}

fn this(value: &Value) -> Result<&Struct, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "Struct expected"))
}

static NEW: Parameters = Parameters { names: &["cls", "format"], positional_only: 1, positional: 2, required: 1 };
static FROM: Parameters = Parameters { names: &["buffer", "offset"], positional_only: 0, positional: 2, required: 1 };

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("_struct.Struct", is_struct), takes, pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("Struct"), takes: Named(&NEW, new), pure: false, doc: "Create and return a new object." },
    method("pack", Anything(|arguments| match arguments.positional.first() {
        Some(object) => pack_object(&this(object)?.format, arguments),
        None => Err(raise!(TypeError, "Struct expected")),
    }), "Return a bytes object containing values packed according to the format string."),
    method("pack_into", Anything(|arguments| match arguments.positional.split_first() {
        Some((object, rest)) => pack_at(&this(object)?.format, rest),
        None => Err(raise!(TypeError, "Struct expected")),
    }), "Pack values and write the packed bytes into the writable buffer."),
    method("unpack", Exactly(1, |arguments| unpack(&this(&arguments[0])?.format, &arguments[1])), "Return a tuple containing unpacked values."),
    method("unpack_from", Named(&FROM, |arguments| unpack_from(&this(&arguments[0])?.format, &arguments[1], given(arguments, 2))), "Return a tuple containing unpacked values."),
    method("iter_unpack", Exactly(1, |arguments| iterate(this(&arguments[0])?.format.clone(), &arguments[1])), "Return an iterator yielding tuples."),
];

/// The class.
pub fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create_bare("_struct", "Struct", METHODS);
        class::add_attributes(
            &class,
            &[
                ("format", |value| Ok(Value::str(&this(value)?.text))),
                ("size", |value| Ok(Value::int(this(value)?.format.size as i64))),
            ],
        );
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

fn new(arguments: &[Value]) -> Res {
    let Some(class) = arguments[0].as_gc::<Class>() else {
        return Err(raise!(TypeError, "Struct.__new__(X): X is not a type object"));
    };
    let Some(format) = given(arguments, 1) else {
        return Err(raise!(TypeError, "Struct() missing required argument 'format' (pos 1)"));
    };
    let text = String::from_utf8_lossy(&text_of(format)?).into_owned();
    Ok(Value::from(Instance::wrap(class, Opaque::create(Struct { format: read(format)?, text }))))
}
