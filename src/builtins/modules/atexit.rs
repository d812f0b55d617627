//! `atexit`: functions to be called when the program ends.
//!
//! In: functions with arguments. Out: the same, the last first, to whoever ends the program.

use std::cell::RefCell;

use super::{Module, effect, with_functions};
use crate::raise;
use crate::value::native::Row;
use crate::value::native::Takes::{Anything, Exactly};
use crate::value::ops::{self, call};
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value};

/// A function with its arguments.
struct Callback {
    function: Value,
    positional: Vec<Value>,
    names: Vec<Symbol>,
    named: Vec<Value>,
}

thread_local! {
    static CALLBACKS: RefCell<Vec<Callback>> = const { RefCell::new(Vec::new()) };
}

/// The module.
pub fn create() -> Gc<Module> {
    with_functions("atexit", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("atexit", "register", Anything(register), "Register a function to be executed upon normal program termination."),
    effect("atexit", "unregister", Exactly(1, unregister), "Unregister an exit function which was previously registered."),
    effect("atexit", "_clear", Exactly(0, |_| { clear(); Ok(Value::None) }), "Clear the list of previously registered exit functions."),
    effect("atexit", "_ncallbacks", Exactly(0, |_| Ok(Value::int(CALLBACKS.with_borrow(Vec::len) as i64))), "Return the number of registered exit functions."),
];

fn register(arguments: &Arguments<'_>) -> Res {
    let Some((function, positional)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "register() takes at least 1 argument (0 given)"));
    };
    if !call::is_callable(function) {
        return Err(raise!(TypeError, "the first argument must be callable"));
    }
    let callback = Callback {
        function: function.clone(),
        positional: positional.to_vec(),
        names: arguments.names.to_vec(),
        named: arguments.named.to_vec(),
    };
    CALLBACKS.with_borrow_mut(|callbacks| callbacks.push(callback));
    Ok(function.clone())
}

fn unregister(arguments: &[Value]) -> Res {
    for callback in CALLBACKS.take() {
        if !ops::same_or_equal(&callback.function, &arguments[0])? {
            CALLBACKS.with_borrow_mut(|callbacks| callbacks.push(callback));
        }
    }
    Ok(Value::None)
}

/// Forgets all functions.
pub fn clear() {
    drop(CALLBACKS.take());
}

/// Calls the function that was registered last, and forgets it; its text, if it raises. None if there is none left.
pub fn run_last() -> Option<Result<(), (String, Raise)>> {
    let last = CALLBACKS.with_borrow_mut(Vec::pop)?;
    let (positional, names, named) = (&last.positional[..], &last.names[..], &last.named[..]);
    let done = call::call_with(&last.function, &Arguments { positional, names, named });
    Some(done.map(drop).map_err(|raise| {
        let pending = crate::value::exception::take_pending();
        let text = ops::repr(&last.function).unwrap_or_default();
        crate::value::exception::raise_object(pending);
        (text, raise)
    }))
}
