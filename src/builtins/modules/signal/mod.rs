//! `_signal`: signals of the system, and the functions of scripts that they call.
//!
//! In: numbers, functions. Out: a signal is noticed where it comes, and its function is called by the next loop or call of
//! the script, as in CPython. The names of signals are in the page `signal`.

mod system;

use super::{Module, effect};
use crate::builtins::argument::short;
use crate::builtins::types::exception::raise_system;
use crate::raise;
use crate::value::native::Row;
use crate::value::native::Takes::{Between, Exactly};
use crate::value::ops::call;
use crate::value::{Gc, Raise, Res, Value, convert, host};
use std::cell::RefCell;

/// One more than the highest number of a signal.
const END: usize = 65;

thread_local! {
    /// What scripts have set, by number.
    static HANDLERS: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
}

/// The module.
pub fn create() -> Gc<Module> {
    super::with_functions("_signal", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_signal", "default_int_handler", Between(0, 2, |_| Err(raise!(KeyboardInterrupt, ""))), "The default handler for SIGINT installed by Python."),
    effect("_signal", "handle", Exactly(2, handle), "Has a signal call a function, or do what 0 (the default) or 1 (nothing) says."),
    effect("_signal", "alarm", Exactly(1, |a| Ok(Value::int(system::alarm(short(&a[0])?.unsigned_abs()).into()))), "Arrange for SIGALRM to arrive after the given number of seconds."),
    effect("_signal", "setitimer", Exactly(3, set_timer), "Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF)."),
    effect("_signal", "getitimer", Exactly(1, |a| timer(short(&a[0])?, None)), "Returns current value of given itimer."),
    effect("_signal", "kill", Exactly(2, kill), "Kill a process with a signal."),
    effect("_signal", "pause", Exactly(0, pause), "Wait until a signal arrives."),
];

/// `handle(number, handler)`: 0 for what the system does by itself, 1 for nothing, else a function.
fn handle(arguments: &[Value]) -> Res {
    host::may_use_system()?;
    let number = short(&arguments[0])?;
    let place = usize::try_from(number).ok().filter(|&place| place > 0 && place < END);
    let Some(place) = place else {
        return Err(raise!(ValueError, "signal number out of range"));
    };
    let action = match arguments[1].as_int() {
        Some(0) => system::Action::Default,
        Some(_) => system::Action::Ignore,
        None => system::Action::Notice,
    };
    if let Some(bell) = host::host()?.bell() {
        system::ring(&bell.word, bell.bit);
    }
    system::set(number, action).map_err(|error| raise_system(&error, None))?;
    let old = HANDLERS.with_borrow_mut(|handlers| {
        handlers.resize(END, Value::None);
        std::mem::replace(&mut handlers[place], arguments[1].clone())
    });
    drop(old);
    Ok(Value::None)
}

/// Calls the functions of the signals that came since it was last asked.
pub fn deliver() -> Result<(), Raise> {
    while let Some(number) = system::take() {
        let handler = HANDLERS.with_borrow(|handlers| handlers.get(number as usize).cloned());
        if let Some(handler) = handler.filter(|handler| !handler.is_none() && handler.as_int().is_none()) {
            call::call(&handler, &[Value::int(number.into()), Value::None])?;
        }
    }
    Ok(())
}

fn seconds(value: &Value) -> Result<f64, Raise> {
    let seconds = convert::float(value)?;
    if seconds < 0.0 || !seconds.is_finite() {
        return Err(raise!(ValueError, "[Errno 22] Invalid argument"));
    }
    Ok(seconds)
}

/// `setitimer(which, seconds, interval)`
fn set_timer(arguments: &[Value]) -> Res {
    timer(short(&arguments[0])?, Some((seconds(&arguments[1])?, seconds(&arguments[2])?)))
}

fn timer(which: i32, new: Option<(f64, f64)>) -> Res {
    let (left, interval) = system::timer(which, new).map_err(|error| raise_system(&error, None))?;
    Ok(Value::pair(Value::float(left), Value::float(interval)))
}

/// Sends a signal to a process.
pub fn send(process: i32, number: i32) -> std::io::Result<()> {
    system::kill(process, number)
}

/// `kill(pid, signal)`
fn kill(arguments: &[Value]) -> Res {
    host::may_use_system()?;
    system::kill(short(&arguments[0])?, short(&arguments[1])?).map_err(|error| raise_system(&error, None))?;
    // One that the script sent to itself is dealt with at once.
    host::poll()?;
    Ok(Value::None)
}

/// `pause()`
fn pause(_: &[Value]) -> Res {
    while !system::is_noticed() {
        host::poll()?;
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    host::poll()?;
    Ok(Value::None)
}
