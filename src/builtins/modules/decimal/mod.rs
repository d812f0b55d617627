//! `_decimal`: the class `Decimal`, the limits and flags of contexts, and the exceptions of the module `decimal`, whose page adds
//! what contexts do beyond that.
//!
//! In: numbers and contexts. Out: numbers, and the exceptions of signals that the context traps. The arithmetic is in
//! `number::decimal`.

mod context;
mod convert;
mod format;
mod methods;
mod operators;

use super::{Module, class};
use crate::number::decimal::{Decimal, Word};
use crate::value::class::Class;
use crate::value::exception::Error;
use crate::value::instance::Instance;
use crate::value::opaque::{Content, Opaque};
use crate::value::{Gc, Raise, Symbol, Value};
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::mem::ManuallyDrop;

/// The content of a decimal.
pub struct Number {
    short: Word,
    /// The number if it is none of machine words.
    long: Option<Box<Decimal>>,
}

impl From<Word> for Number {
    #[inline(always)]
    fn from(short: Word) -> Number {
        Number { short, long: None }
    }
}

impl From<Decimal> for Number {
    fn from(number: Decimal) -> Number {
        match number.as_word() {
            Some(word) => Number::from(word),
            None => Number { short: Word::default(), long: Some(Box::new(number)) },
        }
    }
}

impl Number {
    /// It as a number of any length.
    fn decimal(&self) -> Cow<'_, Decimal> {
        match &self.long {
            Some(number) => Cow::Borrowed(number),
            None => Cow::Owned(Decimal::from(self.short)),
        }
    }

    /// The machine number that it is.
    #[inline(always)]
    fn word(&self) -> Option<Word> {
        if self.long.is_none() { Some(self.short) } else { None }
    }
}

impl Content for Number {
    fn is_alone() -> bool {
        true
    }
}

/// The exceptions, by their place in [`SIGNALS`].
struct Exceptions(Vec<Gc<Class>>);

/// The names of exceptions, and those they derive from; the first is the base of all.
const EXCEPTIONS: &[(&str, &[&str])] = &[
    ("DecimalException", &[]),
    ("Clamped", &["DecimalException"]),
    ("InvalidOperation", &["DecimalException"]),
    ("DivisionByZero", &["DecimalException", "ZeroDivisionError"]),
    ("Inexact", &["DecimalException"]),
    ("Rounded", &["DecimalException"]),
    ("Subnormal", &["DecimalException"]),
    ("Overflow", &["Inexact", "Rounded"]),
    ("Underflow", &["Inexact", "Rounded", "Subnormal"]),
    ("FloatOperation", &["DecimalException", "TypeError"]),
    ("ConversionSyntax", &["InvalidOperation"]),
    ("DivisionImpossible", &["InvalidOperation"]),
    ("DivisionUndefined", &["InvalidOperation", "ZeroDivisionError"]),
];

fn make_exceptions() -> Exceptions {
    let built_in = |error: Error| crate::value::class::types().exception(error).clone();
    let mut made: Vec<Gc<Class>> = Vec::new();
    for (name, bases) in EXCEPTIONS {
        let bases = bases.iter().map(|base| match *base {
            "ZeroDivisionError" => built_in(Error::ZeroDivisionError),
            "TypeError" => built_in(Error::TypeError),
            base => made[EXCEPTIONS.iter().position(|(name, _)| *name == base).unwrap_or(0)].clone(),
        });
        let mut bases: Vec<Gc<Class>> = bases.collect();
        if bases.is_empty() {
            bases.push(built_in(Error::ArithmeticError));
        }
        let class = Class::create(name, Symbol::new("decimal"), bases, true)
            .unwrap_or_else(|| unreachable!("the bases have an order of lookup"));
        made.push(class);
    }
    Exceptions(made)
}

thread_local! {
    /// It stays when the thread ends, so that nobody need look whether it does.
    static DECIMAL: OnceCell<ManuallyDrop<Gc<Class>>> = const { OnceCell::new() };
    static EXCEPTION_CLASSES: OnceCell<Exceptions> = const { OnceCell::new() };
    /// What makes the named tuple of a number's parts, set by the page.
    static TUPLE: RefCell<Value> = const { RefCell::new(Value::None) };
}

/// The class of the exception with a place in the table.
fn exception(place: usize) -> Gc<Class> {
    EXCEPTION_CLASSES.with(|known| known.get_or_init(make_exceptions).0[place].clone())
}

/// The class `Decimal`.
fn decimal() -> Gc<Class> {
    with_decimal(Gc::clone)
}

/// The same, lent.
#[inline]
fn with_decimal<T>(look: impl FnOnce(&Gc<Class>) -> T) -> T {
    DECIMAL.with(|known| look(known.get_or_init(|| ManuallyDrop::new(make_class()))))
}

fn make_class() -> Gc<Class> {
    let class = class::create_bare("decimal", "Decimal", methods::METHODS);
    class::add_rows(&class, operators::METHODS);
    class::add_attributes(
        &class,
        &[("real", |value| Ok(value.clone())), ("imag", |_| Ok(make(Decimal::new(false, 0u8.into(), 0))))],
    );
    class
}

/// A value of a number.
fn make(number: Decimal) -> Value {
    of_content(Number::from(number))
}

/// A value of a machine number.
#[inline(always)]
fn make_short(word: Word) -> Value {
    of_content(Number::from(word))
}

#[inline(always)]
fn of_content(number: Number) -> Value {
    Value::from(Instance::holding(with_decimal(|class| class.shape().clone()), number))
}

fn make_of(class: &Gc<Class>, number: Number) -> Value {
    match with_decimal(|own| own.is(class)) {
        true => of_content(number),
        false => Value::from(Instance::wrap(class, Opaque::create(number))),
    }
}

fn is_decimal(value: &Value) -> bool {
    value.content::<Number>().is_some()
}

/// The number in the receiver of a method.
fn this(value: &Value) -> Result<Cow<'_, Decimal>, Raise> {
    match value.content::<Number>() {
        Some(number) => Ok(number.decimal()),
        None => Err(crate::raise!(TypeError, "a decimal is required")),
    }
}

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("_decimal", methods::FUNCTIONS);
    module.define("Decimal", Value::from(decimal()));
    module.define("Context", Value::from(context::class()));
    for (place, (name, _)) in EXCEPTIONS.iter().enumerate() {
        module.define(name, Value::from(exception(place)));
    }
    module
}
