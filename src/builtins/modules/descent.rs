//! `_abc`: what the metaclass of abstract classes says of who counts as an instance of them.
//!
//! In: a class. Out: nothing; from then on it is descent that decides, or no longer.

use super::{Module, effect, with_functions};
use crate::raise;
use crate::value::class::Class;
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::{Gc, Raise, Res, Value};

/// The module.
pub fn create() -> Gc<Module> {
    with_functions("_abc", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_abc", "follow_descent", Exactly(1, |arguments| class_in(arguments, Class::follow_descent)), "Say that descent decides who is an instance."),
    effect("_abc", "ask_metaclass", Exactly(1, |arguments| class_in(arguments, Class::ask_metaclass)), "Say that descent alone does not decide who is an instance."),
];

fn class_in(arguments: &[Value], say: fn(&Class)) -> Res {
    let class: Result<_, Raise> = arguments[0].downcast::<Class>().ok_or_else(|| raise!(TypeError, "class expected"));
    say(class?);
    Ok(Value::None)
}
