//! What `Decimal(...)` takes, and what operators accept beside decimals.

use super::{Number, context, decimal, make_of};
use crate::number::decimal::{Decimal, Signals, Word};
use crate::number::{IBig, UBig};
use crate::raise;
use crate::value::class::Class;
use crate::value::list::List;
use crate::value::ops::call;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Raise, Res, Value, type_name};
use std::borrow::Cow;

/// `Decimal.__new__(cls, value='0', context=None)`
pub fn new(arguments: &Arguments<'_>) -> Res {
    let Some((class, given)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "Decimal.__new__(): not enough arguments"));
    };
    let Some(class) = class.as_gc::<Class>() else {
        return Err(raise!(TypeError, "Decimal.__new__(X): X is not a type object"));
    };
    let mut value = given.first().cloned();
    let mut within = given.get(1).cloned();
    if given.len() > 2 {
        return Err(raise!(TypeError, "function takes at most 2 arguments ({} given)", given.len()));
    }
    for (name, argument) in arguments.names.iter().zip(arguments.named) {
        match &*name.to_string() {
            "value" => value = Some(argument.clone()),
            "context" => within = Some(argument.clone()),
            other => return Err(raise!(TypeError, "'{other}' is an invalid keyword argument for this function")),
        }
    }
    if let Some(word) = value.as_ref().and_then(short) {
        return Ok(make_of(class, Number::from(word)));
    }
    let number = match &value {
        None => Decimal::new(false, UBig::ZERO, 0),
        Some(value) => exact(value, within.as_ref())?,
    };
    Ok(make_of(class, Number::from(number)))
}

/// The exact number that a value stands for.
pub fn exact(value: &Value, within: Option<&Value>) -> Result<Decimal, Raise> {
    if let Some(number) = operand(value) {
        return Ok(number.into_owned());
    }
    let inside = value.inside();
    let value = inside.as_ref().unwrap_or(value);
    if let Some(text) = value.as_str() {
        let parsed = Decimal::parse(text).filter(Decimal::is_representable);
        return match parsed {
            Some(number) => Ok(number),
            None => context::under(within, |_, signals| {
                signals.add(Signals::CONVERSION_SYNTAX);
                signals.add(Signals::INVALID);
                Decimal::nan()
            }),
        };
    }
    if let Some(x) = value.as_any_float() {
        return context::under(within, |_, signals| {
            signals.add(Signals::FLOAT_OPERATION);
            Decimal::from_float(x)
        });
    }
    match parts(value) {
        Some(items) => from_parts(&items),
        None => {
            let class = type_name(value);
            Err(raise!(TypeError, "conversion from {class} to Decimal is not supported"))
        }
    }
}

fn parts(value: &Value) -> Option<Vec<Value>> {
    if let Some(tuple) = value.downcast::<Tuple>() {
        return Some(tuple.items().to_vec());
    }
    value.downcast::<List>().map(|list| (0..list.len()).filter_map(|place| list.get(place)).collect())
}

fn from_parts(items: &[Value]) -> Result<Decimal, Raise> {
    let [sign, digits, exponent] = items else {
        return Err(raise!(ValueError, "argument must be a sequence of length 3"));
    };
    let negative = match sign.as_int() {
        Some(0) => false,
        Some(1) => true,
        _ => return Err(raise!(ValueError, "sign must be an integer with the value 0 or 1")),
    };
    let Some(digits) = parts(digits) else {
        return Err(raise!(ValueError, "coefficient must be a tuple of digits"));
    };
    let mut text = String::new();
    for digit in digits {
        match digit.as_int() {
            Some(digit @ 0..=9) => text.push(char::from(b'0' + digit as u8)),
            _ => return Err(raise!(ValueError, "coefficient must be a tuple of digits")),
        }
    }
    let coefficient = UBig::from_str_radix(if text.is_empty() { "0" } else { &text }, 10).unwrap_or(UBig::ZERO);
    let sign = if negative { "-" } else { "" };
    let special = |text: String| Decimal::parse(&text).ok_or_else(|| raise!(ValueError, "invalid parts"));
    match exponent.as_str() {
        Some("F") => Ok(Decimal::infinity(negative)),
        Some("n") => special(format!("{sign}NaN{}", text.trim_start_matches('0'))),
        Some("N") => special(format!("{sign}sNaN{}", text.trim_start_matches('0'))),
        Some(_) => Err(raise!(ValueError, "string argument in the third position must be 'F', 'n' or 'N'")),
        None => match exponent.as_int() {
            Some(exponent) => Ok(Decimal::new(negative, coefficient, exponent)),
            None => Err(raise!(ValueError, "exponent must be an integer")),
        },
    }
}

/// The number of an integer.
fn integer(value: &Value) -> Option<Decimal> {
    if let Value::Int(n) = value {
        return Some(Decimal::new(*n < 0, UBig::from(n.unsigned_abs()), 0));
    }
    let big: IBig = value.to_big().or_else(|| value.inside()?.to_big())?;
    Some(Decimal::from_integer(&big))
}

/// The number of an operand: of decimals and integers.
pub fn operand(value: &Value) -> Option<Cow<'_, Decimal>> {
    match value.content::<Number>() {
        Some(number) => Some(number.decimal()),
        None => integer(value).map(Cow::Owned),
    }
}

/// The machine number that an operand is.
#[inline(always)]
pub fn short(value: &Value) -> Option<Word> {
    match value {
        Value::Int(number) => Some(Word::from(*number)),
        _ => value.content().and_then(Number::word),
    }
}

/// The number of an argument of a method.
pub fn argument(value: &Value) -> Result<Cow<'_, Decimal>, Raise> {
    operand(value).ok_or_else(|| {
        let class = type_name(value);
        raise!(TypeError, "conversion from {class} to Decimal is not supported")
    })
}

/// Whether results are of the class itself.
pub fn from_float(arguments: &Arguments<'_>) -> Res {
    let [class, value] = arguments.positional else {
        return Err(raise!(TypeError, "Decimal.from_float() takes exactly one argument"));
    };
    let number = match (integer(value), value.as_any_float()) {
        (Some(number), _) => number,
        (None, Some(x)) => Decimal::from_float(x),
        _ => return Err(raise!(TypeError, "argument must be int or float")),
    };
    let made = make_of(&decimal(), Number::from(number));
    match class.as_gc::<Class>() {
        Some(class) if !class.is(&decimal()) => call::call(&Value::from(class), &[made]),
        _ => Ok(made),
    }
}
