//! What happens when the processor notices something: numpy's warnings, or errors, or nothing.
//!
//! In: the conditions that were met, and in what. Out: a `RuntimeWarning` as `numpy.seterr` says.

use crate::array::status::Status;
use crate::array::{DType, cast};
use crate::raise;
use crate::value::dict::Dict;
use crate::value::list::List;
use crate::value::module::Module;
use crate::value::tuple::Tuple;
use crate::value::{Error, Raise, Symbol, Value, host, ops, warned};
use std::cell::{Cell, RefCell};

/// What is done about a condition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Handling {
    /// Nothing.
    Ignore,
    /// A warning.
    Warn,
    /// A `FloatingPointError`.
    Raise,
    /// What the script gave for this is called.
    Call,
    /// A line is written to what the script gave for this.
    Log,
}

impl Handling {
    /// All of them, by the names that scripts have for them.
    pub const NAMED: [(&str, Handling); 5] = [
        ("ignore", Handling::Ignore),
        ("warn", Handling::Warn),
        ("raise", Handling::Raise),
        ("call", Handling::Call),
        ("log", Handling::Log),
    ];
}

/// The conditions, in the order of `seterr`'s parameters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Condition {
    /// A division by zero.
    Divide,
    /// A result too large.
    Over,
    /// A result too small.
    Under,
    /// An operation without a result.
    Invalid,
}

const TABLE: [(Condition, Status, &str); 4] = [
    (Condition::Divide, Status::DIVIDE, "divide by zero"),
    (Condition::Over, Status::OVERFLOW, "overflow"),
    (Condition::Under, Status::UNDERFLOW, "underflow"),
    (Condition::Invalid, Status::INVALID, "invalid value"),
];

thread_local! {
    static HANDLING: Cell<[Handling; 4]> =
        const { Cell::new([Handling::Warn, Handling::Warn, Handling::Ignore, Handling::Warn]) };
    static HANDLER: RefCell<Value> = const { RefCell::new(Value::None) };
}

/// What a script gave to be called, or written to.
pub fn handler() -> Value {
    HANDLER.with_borrow(Value::clone)
}

/// Sets that.
pub fn set_handler(handler: Value) {
    HANDLER.set(handler);
}

/// What is done about each condition.
pub fn handling() -> [Handling; 4] {
    HANDLING.get()
}

/// Where that lies, a byte for each condition: machine code of this thread looks.
pub fn handling_address() -> *const u8 {
    HANDLING.with(Cell::as_ptr).cast()
}

/// Sets what is done about each condition.
pub fn set_handling(handling: [Handling; 4]) {
    HANDLING.set(handling);
}

/// Reports conditions that were met in an operation of that name.
#[inline]
pub fn report(status: Status, name: &str) -> Result<(), Raise> {
    if status.is_none() { Ok(()) } else { report_each(status, name) }
}

#[cold]
fn report_each(status: Status, name: &str) -> Result<(), Raise> {
    let handling = HANDLING.get();
    for (condition, flag, what) in TABLE {
        if !status.has(flag) {
            continue;
        }
        match handling[condition as usize] {
            Handling::Ignore => {}
            Handling::Raise => return Err(raise!(FloatingPointError, "{what} encountered in {name}")),
            Handling::Warn => warn(Error::RuntimeWarning, &format!("{what} encountered in {name}"))?,
            Handling::Call if handler().is_none() => {
                return Err(raise!(
                    NameError,
                    "python callback specified for {what} (in  {name}) but no function found."
                ));
            }
            Handling::Call => {
                let bits = (0..).zip(TABLE).filter(|(_, (_, flag, _))| status.has(*flag)).map(|(place, _)| 1 << place);
                drop(ops::call::call(&handler(), &[Value::str(what), Value::int(bits.sum())])?);
            }
            Handling::Log => {
                let Some(write) = ops::attribute::find(&handler(), Symbol::new("write"))? else {
                    let lost = "but no object with write method found.";
                    return Err(raise!(NameError, "log specified for {what} (in {name}) {lost}"));
                };
                drop(ops::call::call(&write, &[Value::str(&format!("Warning: {what} encountered in {name}\n"))])?);
            }
        }
    }
    Ok(())
}

/// Whether some filter of `warnings` makes exceptions of warnings. A script that has not imported it has no filters of its own.
pub fn may_raise() -> bool {
    let is_error = |value: &Value| value.as_str() == Some("error");
    let Ok(modules) = host::host().map(|host| host.modules()) else { return false };
    let warnings = modules.as_gc::<Dict>().and_then(|modules| modules.get(&Value::str("warnings")).ok().flatten());
    let Some(warnings) = warnings.as_ref().and_then(Value::as_gc::<Module>) else { return false };
    let has_error = |filters: &Value| {
        let Some(filters) = filters.as_gc::<List>() else { return false };
        let mut rows = (0..filters.len()).filter_map(|place| filters.get(place));
        rows.any(|row| row.downcast::<Tuple>().is_some_and(|row| row.items().first().is_some_and(is_error)))
    };
    warnings.get(Symbol::new("filters")).is_some_and(|filters| has_error(&filters))
        || warnings.get(Symbol::new("defaultaction")).is_some_and(|action| is_error(&action))
}

thread_local! {
    static TOLD: Cell<u64> = const { Cell::new(0) };
}

/// How often there was something to warn of: each time a script may have heard of it, and done anything.
pub fn told() -> u64 {
    TOLD.get()
}

/// Warns, as `warnings.warn` does.
pub fn warn(class: Error, text: &str) -> Result<(), Raise> {
    TOLD.set(TOLD.get() + 1);
    warned::warn(class, text)
}

/// Reports what was lost where elements of one type became such of another: imaginary parts, and numbers that it does not hold.
pub fn report_cast(from: DType, to: DType, status: Status) -> Result<(), Raise> {
    if from.is_complex() && !to.is_complex() && to != DType::Bool && !to.is_reference() {
        warn_complex()?;
    }
    report(cast::heard(from, to, status), "cast")
}

/// numpy's warning that imaginary parts are lost.
pub fn warn_complex() -> Result<(), Raise> {
    TOLD.set(TOLD.get() + 1);
    let exceptions = host::host()?.import("numpy.exceptions")?;
    let class = ops::attribute::get(&exceptions, Symbol::new("ComplexWarning"))?;
    let warnings = host::host()?.import("warnings")?;
    let warn = ops::attribute::get(&warnings, Symbol::new("_warn_at_once"))?;
    let text = "Casting complex values to real discards the imaginary part";
    ops::call::call(&warn, &[Value::str(text), class]).map(drop)
}
