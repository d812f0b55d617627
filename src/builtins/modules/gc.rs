//! `gc`: the cycle collector.

use super::{Module, effect, weak_ref, with_functions};
use crate::raise;
use crate::value::function::Builtin;
use crate::value::heap::collect;
use crate::value::native::Takes::{Between, Exactly};
use crate::value::native::{Row, given};
use crate::value::{Gc, Res, Value, host};

/// CPython's thresholds. They are only shown: when to collect is decided by how much there is.
const THRESHOLDS: [i64; 3] = [700, 10, 10];

/// Whether a call of `callee` tells what is alive: the collector's functions, counts of references, references that are weak.
pub fn tells_what_is_alive(callee: &Value) -> bool {
    match callee.downcast::<Builtin>() {
        Some(builtin) => match builtin.module() {
            Some("gc" | "_weakref") => true,
            Some("sys") => builtin.name().as_str() == "getrefcount",
            _ => false,
        },
        None => weak_ref::is_reference(callee),
    }
}

/// The module.
pub fn create() -> Gc<Module> {
    let module = with_functions("gc", FUNCTIONS);
    for (name, flag) in [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 38),
    ] {
        module.define(name, Value::int(flag));
    }
    module.define("garbage", Value::list([]));
    module.define("callbacks", Value::list([]));
    module
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("gc", "collect", Between(0, 1, run), "Run the garbage collector."),
    effect("gc", "enable", Exactly(0, |_| set(true)), "Enable automatic garbage collection."),
    effect("gc", "disable", Exactly(0, |_| set(false)), "Disable automatic garbage collection."),
    effect("gc", "isenabled", Exactly(0, |_| Ok(Value::bool(collect::is_enabled()))), "Returns true if automatic garbage collection is enabled."),
    effect("gc", "get_count", Exactly(0, |_| Ok(row([collect::tracked() as i64, 0, 0]))), "Return a three-tuple of the current collection counts."),
    effect("gc", "get_threshold", Exactly(0, |_| Ok(row(THRESHOLDS))), "Return the current collection thresholds."),
    effect("gc", "set_threshold", Between(1, 3, |_| Ok(Value::None)), "Set the collection thresholds."),
    effect("gc", "get_debug", Exactly(0, |_| Ok(Value::int(0))), "Get the garbage collection debugging flags."),
    effect("gc", "set_debug", Exactly(1, |_| Ok(Value::None)), "Set the garbage collection debugging flags."),
    effect("gc", "freeze", Exactly(0, |_| Ok(Value::None)), "Freeze all current tracked objects and ignore them for future collections."),
    effect("gc", "unfreeze", Exactly(0, |_| Ok(Value::None)), "Unfreeze all objects in the permanent generation."),
    effect("gc", "get_freeze_count", Exactly(0, |_| Ok(Value::int(0))), "Return the number of objects in the permanent generation."),
    effect("gc", "is_tracked", Exactly(1, |arguments| Ok(Value::bool(arguments[0].may_hold_others()))), "Returns true if the object is tracked by the garbage collector."),
];

fn row(numbers: [i64; 3]) -> Value {
    Value::tuple(numbers.map(Value::int).to_vec())
}

fn set(on: bool) -> Res {
    collect::set_enabled(on);
    Ok(Value::None)
}

fn run(arguments: &[Value]) -> Res {
    if let Some(generation) = given(arguments, 0) {
        let generation = crate::builtins::argument::short(generation)?;
        if !(0..=2).contains(&generation) {
            return Err(raise!(ValueError, "invalid generation"));
        }
    }
    let mut found = collect::collect();
    // What had script code to run first is found once that has run.
    host::poll()?;
    host::host()?.finalize();
    found += collect::collect();
    Ok(Value::int(found as i64))
}
