//! Contexts: the limits that numbers are rounded to, the flags that were raised, and the signals that raise exceptions.
//!
//! The page derives the class `Context` from the one here. One context is the current one.

use super::convert::{self, argument};
use super::operators::{Binary, Unary};
use super::{exception, make, make_short};
use crate::number::decimal::{Context, Decimal, MAX, Operation, Rounding, Signals, take_refused};
use crate::raise;
use crate::value::class::Class;
use crate::value::convert::index;
use crate::value::exception::{Exception, raise_object};
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Between, Exactly};
use crate::value::native::{Owner, Row, Takes};
use crate::value::opaque::{Content, Opaque};
use crate::value::{Arguments, Gc, Raise, Res, Value, type_name};
use std::cell::{Cell, OnceCell, RefCell};
use std::mem::ManuallyDrop;
use std::rc::Rc;

/// The content of a context.
struct Shared(Rc<Limits>);

impl Content for Shared {}

/// What a context says.
struct Limits {
    context: Cell<Context>,
    flags: Cell<u16>,
    traps: Cell<u16>,
}

/// The signals in the order of precedence in which they raise, with their exceptions' places.
const PRECEDENCE: [(Signals, usize); 9] = [
    (Signals::INVALID, 2),
    (Signals::FLOAT_OPERATION, 9),
    (Signals::DIVISION_BY_ZERO, 3),
    (Signals::OVERFLOW, 7),
    (Signals::UNDERFLOW, 8),
    (Signals::SUBNORMAL, 6),
    (Signals::INEXACT, 4),
    (Signals::ROUNDED, 5),
    (Signals::CLAMPED, 1),
];

/// Kinds of invalid operations, which are named instead.
const KINDS: [(Signals, usize); 3] =
    [(Signals::CONVERSION_SYNTAX, 10), (Signals::DIVISION_IMPOSSIBLE, 11), (Signals::DIVISION_UNDEFINED, 12)];

const ALL_SIGNALS: u16 = (1 << 9) - 1;

thread_local! {
    static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    /// It stays when the thread ends, so that nobody need look whether it does. What it says lies beside it, since every
    /// operation asks.
    static CURRENT: RefCell<Option<ManuallyDrop<(Value, Rc<Limits>)>>> = const { RefCell::new(None) };
}

/// The class.
pub fn class() -> Gc<Class> {
    CLASS.with(|known| known.get_or_init(|| super::class::create("decimal", "_Context", None, METHODS)).clone())
}

fn is_context(value: &Value) -> bool {
    value.content::<Shared>().is_some()
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("decimal.Context", is_context), takes, pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("decimal.Context"), takes: Anything(new), pure: false, doc: "Create and return a new object." },
    method("_get", Exactly(1, get), "A limit."),
    method("_set", Between(2, 2, set), "Change a limit."),
    method("_copy", Exactly(1, copy), "Take over everything from another context."),
    method("_signal", Exactly(1, |arguments| {
        let signals = Signals(index(&arguments[1])?.as_int().unwrap_or(0) as u16);
        raise_for(limits(&arguments[0])?, signals).map(|()| Value::None)
    }), "Raise signals."),
    method("abs", Exactly(1, |a| unary(a, Decimal::abs)), "Return the absolute value of x."),
    method("minus", Exactly(1, |a| unary(a, Decimal::minus)), "Return 0 - x."),
    method("plus", Exactly(1, |a| unary(a, Decimal::plus)), "Return 0 + x."),
    method("add", Exactly(2, |a| short(a, Operation::Add, Decimal::add)), "Return the sum of x and y."),
    method("subtract", Exactly(2, |a| short(a, Operation::Sub, Decimal::sub)), "Return the difference of x and y."),
    method("multiply", Exactly(2, |a| short(a, Operation::Mul, Decimal::mul)), "Return the product of x and y."),
    method("divide", Exactly(2, |a| short(a, Operation::Div, Decimal::div)), "Return x divided by y."),
    method("divide_int", Exactly(2, |a| binary(a, Decimal::div_int)), "Return x divided by y, rounded towards zero."),
    method("remainder", Exactly(2, |a| binary(a, Decimal::rem)), "Return what is left of x after division by y."),
    method("quantize", Exactly(2, |a| short(a, Operation::Quantize(None), Decimal::quantize)), "Return x with the exponent of y."),
    method("Etiny", Exactly(0, |arguments| Ok(Value::int(limits(&arguments[0])?.context.get().etiny()))), "Return a value equal to Emin - prec + 1."),
    method("Etop", Exactly(0, |arguments| Ok(Value::int(limits(&arguments[0])?.context.get().etop()))), "Return a value equal to Emax - prec + 1."),
];

fn unary(arguments: &[Value], operation: Unary) -> Res {
    let number = argument(&arguments[1])?;
    Ok(make(under(Some(&arguments[0]), |context, signals| operation(&number, context, signals))?))
}

fn binary(arguments: &[Value], operation: Binary) -> Res {
    let (first, second) = (argument(&arguments[1])?, argument(&arguments[2])?);
    Ok(make(under(Some(&arguments[0]), |context, signals| operation(&first, &second, context, signals))?))
}

fn short(arguments: &[Value], operation: Operation, general: Binary) -> Res {
    match short_under(Some(&arguments[0]), (&arguments[1], &arguments[2]), operation)? {
        Some(result) => Ok(result),
        None => binary(arguments, general),
    }
}

fn new(arguments: &Arguments<'_>) -> Res {
    let class = arguments.positional.first().and_then(|class| class.as_gc::<Class>());
    let Some(class) = class else {
        return Err(raise!(TypeError, "Context.__new__(X): X is not a type object"));
    };
    let context = Context {
        precision: 28,
        rounding: Rounding::HalfEven,
        emin: -999_999,
        emax: 999_999,
        clamp: false,
        capitals: true,
    };
    let traps = Signals::INVALID.0 | Signals::DIVISION_BY_ZERO.0 | Signals::OVERFLOW.0;
    let limits = Limits { context: Cell::new(context), flags: Cell::new(0), traps: Cell::new(traps) };
    Ok(Value::from(Instance::wrap(class, Opaque::create(Shared(Rc::new(limits))))))
}

fn limits(value: &Value) -> Result<&Rc<Limits>, Raise> {
    let shared = value.content::<Shared>().map(|shared| &shared.0);
    shared.ok_or_else(|| raise!(TypeError, "optional argument must be a context"))
}

fn get(arguments: &[Value]) -> Res {
    let limits = limits(&arguments[0])?;
    let context = limits.context.get();
    Ok(match arguments[1].as_str() {
        Some("prec") => Value::int(context.precision),
        Some("rounding") => {
            let found = Rounding::ALL.iter().find(|(rounding, _)| *rounding == context.rounding);
            Value::str(found.map_or("", |(_, name)| name))
        }
        Some("Emin") => Value::int(context.emin),
        Some("Emax") => Value::int(context.emax),
        Some("capitals") => Value::int(context.capitals.into()),
        Some("clamp") => Value::int(context.clamp.into()),
        Some("flags") => Value::int(limits.flags.get().into()),
        Some("traps") => Value::int(limits.traps.get().into()),
        _ => return Err(raise!(AttributeError, "no such limit")),
    })
}

fn set(arguments: &[Value]) -> Res {
    let limits = limits(&arguments[0])?;
    let mut context = limits.context.get();
    let name = arguments[1].as_str().unwrap_or("");
    if name == "rounding" {
        limits.context.set(Context { rounding: rounding(&arguments[2])?, ..context });
        return Ok(Value::None);
    }
    let number = match &arguments[2] {
        Value::Int(number) => *number,
        other => match other.to_big() {
            Some(_) if matches!(other, Value::Bool(_)) => index(other)?.as_int().unwrap_or(0),
            Some(_) => return Err(raise!(OverflowError, "Python int too large to convert to C ssize_t")),
            None => return Err(raise!(TypeError, "an integer is required (got type {})", type_name(other))),
        },
    };
    let within = |low: i64, high: i64, message: &str| match (low..=high).contains(&number) {
        true => Ok(()),
        false => Err(raise!(ValueError, "{message}")),
    };
    match name {
        "prec" => {
            within(1, MAX, "valid range for prec is [1, MAX_PREC]")?;
            context.precision = number;
        }
        "Emin" => {
            within(-MAX, 0, "valid range for Emin is [MIN_EMIN, 0]")?;
            context.emin = number;
        }
        "Emax" => {
            within(0, MAX, "valid range for Emax is [0, MAX_EMAX]")?;
            context.emax = number;
        }
        "capitals" => {
            within(0, 1, "valid values for capitals are 0 or 1")?;
            context.capitals = number == 1;
        }
        "clamp" => {
            within(0, 1, "valid values for clamp are 0 or 1")?;
            context.clamp = number == 1;
        }
        "flags" => limits.flags.set(number as u16 & ALL_SIGNALS),
        "traps" => limits.traps.set(number as u16 & ALL_SIGNALS),
        _ => return Err(raise!(AttributeError, "no such limit")),
    }
    limits.context.set(context);
    Ok(Value::None)
}

/// The way of rounding with a name.
pub fn rounding(name: &Value) -> Result<Rounding, Raise> {
    match Rounding::ALL.iter().find(|(_, known)| name.as_str() == Some(known)) {
        Some((rounding, _)) => Ok(*rounding),
        None => Err(raise!(
            TypeError,
            "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
        )),
    }
}

fn copy(arguments: &[Value]) -> Res {
    let (to, from) = (limits(&arguments[0])?, limits(&arguments[1])?);
    let context = from.context.get();
    to.context.set(context);
    to.flags.set(from.flags.get());
    to.traps.set(from.traps.get());
    Ok(Value::None)
}

/// Makes a context the current one.
pub fn set_current(arguments: &[Value]) -> Res {
    let limits = limits(&arguments[0])?.clone();
    let before = CURRENT.replace(Some(ManuallyDrop::new((arguments[0].clone(), limits))));
    drop(before.map(ManuallyDrop::into_inner));
    Ok(Value::None)
}

/// The current context, or `None` before the page has made one.
pub fn current() -> Value {
    CURRENT.with_borrow(|current| current.as_ref().map_or(Value::None, |current| current.0.clone()))
}

/// What a context says; the current one, if none is given.
#[inline(always)]
fn limits_of(given: Option<&Value>) -> Result<Rc<Limits>, Raise> {
    match given {
        Some(value) if !value.is_none() => limits(value).cloned(),
        _ => CURRENT
            .with_borrow(|current| current.as_ref().map(|current| current.1.clone()))
            .ok_or_else(|| raise!(TypeError, "optional argument must be a context")),
    }
}

/// Computes something under a context, the current one if none is given, and raises what it traps.
pub fn under<T>(given: Option<&Value>, compute: impl FnOnce(&Context, &mut Signals) -> T) -> Result<T, Raise> {
    let limits = limits_of(given)?;
    let mut signals = Signals::default();
    let result = compute(&limits.context.get(), &mut signals);
    settle(&limits, signals)?;
    Ok(result)
}

/// The same for two numbers, if they and the result are machine numbers, as most are. They go from
/// object to object in registers.
#[inline(always)]
pub fn short_under(
    given: Option<&Value>,
    (first, second): (&Value, &Value),
    operation: Operation,
) -> Result<Option<Value>, Raise> {
    let (Some(first), Some(second)) = (convert::short(first), convert::short(second)) else { return Ok(None) };
    let limits = limits_of(given)?;
    let mut signals = Signals::default();
    let result = first.operate(operation, second, &limits.context.get(), &mut signals).map(make_short);
    settle(&limits, signals)?;
    Ok(result)
}

/// Raises what was met, if the context traps it.
#[inline(always)]
fn settle(limits: &Limits, signals: Signals) -> Result<(), Raise> {
    with_room(())?;
    if signals == Signals::default() { Ok(()) } else { raise_for(limits, signals) }
}

/// What was computed, if there was room for all digits on the way.
pub fn with_room<T>(result: T) -> Result<T, Raise> {
    if take_refused() { Err(raise!(MemoryError, "")) } else { Ok(result) }
}

fn raise_for(limits: &Limits, signals: Signals) -> Result<(), Raise> {
    limits.flags.set(limits.flags.get() | signals.0 & ALL_SIGNALS);
    let trapped = Signals(signals.0 & limits.traps.get());
    if trapped == Signals::default() { Ok(()) } else { raise_trapped(signals, trapped) }
}

#[cold]
fn raise_trapped(signals: Signals, trapped: Signals) -> Result<(), Raise> {
    let Some((_, class)) = PRECEDENCE.iter().find(|(signal, _)| trapped.has(*signal)) else {
        return Ok(());
    };
    let mut named = Vec::new();
    if trapped.has(Signals::INVALID) {
        named.extend(KINDS.iter().filter(|(kind, _)| signals.has(*kind)).map(|(_, place)| *place));
        if named.is_empty() {
            named.push(2);
        }
    }
    named.extend(PRECEDENCE[1..].iter().filter(|(signal, _)| trapped.has(*signal)).map(|(_, place)| *place));
    let named: Vec<Value> = named.into_iter().map(|place| Value::from(exception(place))).collect();
    Err(raise_object(Exception::create(exception(*class), vec![Value::list(named)])))
}
