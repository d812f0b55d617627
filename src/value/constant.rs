//! `NotImplemented` and `Ellipsis`, and the values of literals.
//!
//! Out: the one object of each on this thread; for a literal in a resolved tree, its value.

use super::Value;
use super::heap::{Gc, Trace};
use super::interned::interned;
use super::set::Set;
use crate::resolve::{frozen_display, tree};

/// The body of a constant that has a type of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Constant {
    /// What an operator's method returns when it does not know the other operand.
    NotImplemented,
    /// `...`
    Ellipsis,
}

impl Trace for Constant {}

thread_local! {
    static NOT_IMPLEMENTED: Gc<Constant> = Gc::new(Constant::NotImplemented);
    static ELLIPSIS: Gc<Constant> = Gc::new(Constant::Ellipsis);
}

impl Value {
    /// `NotImplemented`
    pub fn not_implemented() -> Value {
        NOT_IMPLEMENTED.with(|constant| Value::from(constant))
    }

    /// `Ellipsis`
    pub fn ellipsis() -> Value {
        ELLIPSIS.with(|constant| Value::from(constant))
    }

    /// Whether it is `NotImplemented`.
    pub fn is_not_implemented(&self) -> bool {
        self.downcast::<Constant>() == Some(&Constant::NotImplemented)
    }
}

/// A literal's value.
pub fn literal(constant: &tree::Constant) -> Value {
    match constant {
        tree::Constant::None => Value::None,
        tree::Constant::Bool(truth) => Value::bool(*truth),
        tree::Constant::Int(int) => Value::Int(*int),
        tree::Constant::Big(big) => Value::big((**big).clone()),
        tree::Constant::Float(float) => Value::float(*float),
        tree::Constant::Complex(re, im) => Value::complex(*re, *im),
        tree::Constant::Str(text) => interned(text),
        tree::Constant::Bytes(bytes) => Value::bytes(bytes),
        tree::Constant::Ellipsis => Value::ellipsis(),
        tree::Constant::Tuple(items) => Value::tuple(items.iter().map(literal).collect()),
        tree::Constant::FrozenSet(items) => Value::from(frozen(items)),
    }
}

/// A set with these items. CPython makes it once more when it merges constants, which may change its order.
fn frozen(items: &[tree::Constant]) -> Gc<Set> {
    let filled = |items: Vec<Value>| {
        let set = Set::create(true);
        for item in items {
            set.add(item).expect("constants are hashed and compared without a script");
        }
        set
    };
    filled(filled(items.iter().map(literal).collect()).items())
}

/// What a display of a set is filled from, if that is a frozen set: from three constants on.
pub fn filled_from(items: &[tree::Expr]) -> Option<Gc<Set>> {
    match frozen_display(items)? {
        tree::Constant::FrozenSet(items) if items.len() >= 3 => Some(frozen(&items)),
        _ => None,
    }
}
