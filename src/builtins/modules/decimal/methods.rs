//! The methods of decimals, and the functions of the module.

use super::convert::{self, argument};
use super::operators::{Binary, Unary, method, quotient_and_rest};
use super::{TUPLE, context, make, this};
use crate::number::UBig;
use crate::number::decimal::{Context, Decimal, Kind, Operation, Rounding, Signals};
use crate::raise;
use crate::value::native::Takes::{Anything, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, given};
use crate::value::{Raise, Res, Value, ops};
use std::cmp::Ordering;

/// The functions.
#[rustfmt::skip]
pub static FUNCTIONS: &[Row] = &[
    Row { name: "getcontext", owner: Owner::Module("_decimal"), takes: Exactly(0, |_| Ok(context::current())), pure: false, doc: "Get the current default context." },
    Row { name: "_set_current", owner: Owner::Module("_decimal"), takes: Exactly(1, context::set_current), pure: false, doc: "Set a new default context." },
    Row { name: "_set_tuple", owner: Owner::Module("_decimal"), takes: Exactly(1, |arguments| {
        TUPLE.with(|tuple| tuple.replace(arguments[0].clone()));
        Ok(Value::None)
    }), pure: false, doc: "Say what as_tuple() makes." },
    Row { name: "_create", owner: Owner::Module("_decimal"), takes: Exactly(2, |arguments| {
        let number = convert::exact(&arguments[0], Some(&arguments[1]))?;
        Ok(make(context::under(Some(&arguments[1]), |context, signals| context.create(number, signals))?))
    }), pure: false, doc: "A number rounded to a context." },
    Row { name: "_divmod", owner: Owner::Module("_decimal"), takes: Exactly(3, |arguments| {
        let (first, second) = (argument(&arguments[0])?, argument(&arguments[1])?);
        let (quotient, rest) = context::under(Some(&arguments[2]), |context, signals| quotient_and_rest(&first, &second, context, signals))?;
        Ok(Value::pair(make(quotient), make(rest)))
    }), pure: false, doc: "Quotient and remainder." },
    Row { name: "_power", owner: Owner::Module("_decimal"), takes: Exactly(4, |arguments| {
        let (first, second) = (argument(&arguments[0])?, argument(&arguments[1])?);
        let modulo = if arguments[2].is_none() { None } else { Some(argument(&arguments[2])?) };
        Ok(make(context::under(Some(&arguments[3]), |context, signals| match &modulo {
            Some(modulo) => first.pow_mod(&second, modulo, context, signals),
            None => first.pow(&second, context, signals),
        })?))
    }), pure: false, doc: "A power." },
];

static NO_OTHER: Parameters = Parameters { names: &["context"], positional_only: 0, positional: 1, required: 0 };
static OTHER: Parameters = Parameters { names: &["other", "context"], positional_only: 0, positional: 2, required: 1 };
static THIRD: Parameters =
    Parameters { names: &["other", "third", "context"], positional_only: 0, positional: 3, required: 2 };
static LIKE: Parameters =
    Parameters { names: &["exp", "rounding", "context"], positional_only: 0, positional: 3, required: 1 };
static ROUNDED: Parameters =
    Parameters { names: &["rounding", "context"], positional_only: 0, positional: 2, required: 0 };

#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("decimal.Decimal"), takes: Anything(convert::new), pure: false, doc: "Create and return a new object." },
    Row { name: "from_float", owner: Owner::Class("decimal.Decimal"), takes: Anything(convert::from_float), pure: false, doc: "Class method that converts a float to a decimal number, exactly." },
    method("adjusted", Exactly(0, |a| Ok(Value::int(this(&a[0])?.adjusted().unwrap_or(0)))), "Return the adjusted exponent of the number."),
    method("as_integer_ratio", Exactly(0, ratio), "Return a pair of integers, whose ratio is exactly equal to the number."),
    method("as_tuple", Exactly(0, as_tuple), "Return a tuple representation of the number."),
    method("canonical", Exactly(0, |a| Ok(a[0].clone())), "Return the canonical encoding of the argument."),
    method("conjugate", Exactly(0, |a| Ok(a[0].clone())), "Return self."),
    method("radix", Exactly(0, |_| Ok(make(Decimal::new(false, UBig::from(10u8), 0)))), "Return Decimal(10)."),
    method("compare", Named(&OTHER, |a| two(a, |x, y, context, signals| compare(x, y, false, context, signals))), "Compare self to other."),
    method("compare_signal", Named(&OTHER, |a| two(a, |x, y, context, signals| compare(x, y, true, context, signals))), "Identical to compare, except that all NaNs signal."),
    method("compare_total", Named(&OTHER, |a| two(a, |x, y, _, _| sign_of(x.total_order(y)))), "Compare two operands using their abstract representation rather than their numerical value."),
    method("compare_total_mag", Named(&OTHER, |a| two(a, |x, y, _, _| sign_of(x.clone().with_sign(false).total_order(&y.clone().with_sign(false))))), "Compare two operands using their abstract representation, without their signs."),
    method("copy_abs", Exactly(0, |a| Ok(make(this(&a[0])?.into_owned().with_sign(false)))), "Return the absolute value of the argument."),
    method("copy_negate", Exactly(0, |a| { let x = this(&a[0])?.into_owned(); let negative = !x.negative; Ok(make(x.with_sign(negative))) }), "Return the negation of the argument."),
    method("copy_sign", Named(&OTHER, |a| two(a, |x, y, _, _| x.clone().with_sign(y.negative))), "Return a copy of the first operand with the sign of the second."),
    method("exp", Named(&NO_OTHER, |a| one(a, Decimal::exp)), "Return the value of the (natural) exponential function e**x."),
    method("ln", Named(&NO_OTHER, |a| one(a, Decimal::ln)), "Return the natural (base e) logarithm of the operand."),
    method("log10", Named(&NO_OTHER, |a| one(a, Decimal::log10)), "Return the base ten logarithm of the operand."),
    method("logb", Named(&NO_OTHER, |a| one(a, Decimal::logb)), "Return the adjusted exponent of the operand as a Decimal instance."),
    method("sqrt", Named(&NO_OTHER, |a| one(a, Decimal::sqrt)), "Return the square root of the argument to full precision."),
    method("normalize", Named(&NO_OTHER, |a| one(a, Decimal::reduce)), "Normalize the number by stripping trailing 0s."),
    method("next_minus", Named(&NO_OTHER, |a| one(a, |x, context, signals| x.next(false, context, signals))), "Return the largest number representable in the given context that is smaller than the given operand."),
    method("next_plus", Named(&NO_OTHER, |a| one(a, |x, context, signals| x.next(true, context, signals))), "Return the smallest number representable in the given context that is larger than the given operand."),
    method("next_toward", Named(&OTHER, |a| two(a, next_toward)), "Return the number closest to the first operand, in the direction of the second operand."),
    method("fma", Named(&THIRD, fma), "Fused multiply-add."),
    method("max", Named(&OTHER, |a| two(a, |x, y, context, signals| extreme(x, y, Ordering::Greater, false, context, signals))), "Maximum of self and other."),
    method("max_mag", Named(&OTHER, |a| two(a, |x, y, context, signals| extreme(x, y, Ordering::Greater, true, context, signals))), "Maximum of self and other by absolute value."),
    method("min", Named(&OTHER, |a| two(a, |x, y, context, signals| extreme(x, y, Ordering::Less, false, context, signals))), "Minimum of self and other."),
    method("min_mag", Named(&OTHER, |a| two(a, |x, y, context, signals| extreme(x, y, Ordering::Less, true, context, signals))), "Minimum of self and other by absolute value."),
    method("logical_and", Named(&OTHER, |a| two(a, |x, y, context, signals| x.logic(y, |a, b| a & b, context, signals))), "Return the digit-wise 'and' of the two (logical) operands."),
    method("logical_or", Named(&OTHER, |a| two(a, |x, y, context, signals| x.logic(y, |a, b| a | b, context, signals))), "Return the digit-wise 'or' of the two (logical) operands."),
    method("logical_xor", Named(&OTHER, |a| two(a, |x, y, context, signals| x.logic(y, |a, b| a ^ b, context, signals))), "Return the digit-wise 'exclusive or' of the two (logical) operands."),
    method("logical_invert", Named(&NO_OTHER, |a| one(a, Decimal::logic_not)), "Return the digit-wise inversion of the (logical) operand."),
    method("shift", Named(&OTHER, |a| two(a, Decimal::shift)), "Return the digits of the first operand, shifted by the second."),
    method("rotate", Named(&OTHER, |a| two(a, Decimal::rotate)), "Return the digits of the first operand, rotated by the second."),
    method("remainder_near", Named(&OTHER, |a| two(a, Decimal::rem_near)), "Return the remainder from dividing self by other, nearest to zero."),
    method("scaleb", Named(&OTHER, |a| two(a, Decimal::scale)), "Return the first operand with the exponent adjusted by the second."),
    method("same_quantum", Named(&OTHER, same_quantum), "Test whether self and other have the same exponent or whether both are NaN."),
    method("quantize", Named(&LIKE, quantize), "Return a value equal to the first operand after rounding and having the exponent of the second operand."),
    method("to_integral", Named(&ROUNDED, |a| integral(a, false)), "Identical to the to_integral_value() method."),
    method("to_integral_value", Named(&ROUNDED, |a| integral(a, false)), "Round to the nearest integer without signaling Inexact or Rounded."),
    method("to_integral_exact", Named(&ROUNDED, |a| integral(a, true)), "Round to the nearest integer, signaling Inexact or Rounded as appropriate."),
    method("to_eng_string", Named(&NO_OTHER, |a| {
        let number = this(&a[0])?;
        let capitals = context::under(given(a, 1), |context, _| context.capitals)?;
        Ok(Value::str(&number.to_text(true, capitals)))
    }), "Convert to an engineering-type string."),
    method("is_canonical", Exactly(0, |_| Ok(Value::bool(true))), "Return True if the argument is canonical."),
    method("is_finite", Exactly(0, |a| Ok(Value::bool(this(&a[0])?.finite().is_some()))), "Return True if the argument is a finite number."),
    method("is_infinite", Exactly(0, |a| Ok(Value::bool(this(&a[0])?.is_infinite()))), "Return True if the argument is either positive or negative infinity."),
    method("is_nan", Exactly(0, |a| Ok(Value::bool(this(&a[0])?.is_nan()))), "Return True if the argument is a (quiet or signaling) NaN."),
    method("is_qnan", Exactly(0, |a| { let x = this(&a[0])?; Ok(Value::bool(x.is_nan() && !x.is_signaling())) }), "Return True if the argument is a quiet NaN."),
    method("is_snan", Exactly(0, |a| Ok(Value::bool(this(&a[0])?.is_signaling()))), "Return True if the argument is a signaling NaN."),
    method("is_signed", Exactly(0, |a| Ok(Value::bool(this(&a[0])?.negative))), "Return True if the argument has a negative sign."),
    method("is_zero", Exactly(0, |a| Ok(Value::bool(this(&a[0])?.is_zero()))), "Return True if the argument is a zero."),
    method("is_normal", Named(&NO_OTHER, |a| normal(a, true)), "Return True if the argument is a normal finite number."),
    method("is_subnormal", Named(&NO_OTHER, |a| normal(a, false)), "Return True if the argument is subnormal."),
    method("number_class", Named(&NO_OTHER, number_class), "Return a string describing the class of the operand."),
];

fn one(arguments: &[Value], operation: Unary) -> Res {
    let number = this(&arguments[0])?;
    Ok(make(context::under(given(arguments, 1), |context, signals| operation(&number, context, signals))?))
}

fn two(arguments: &[Value], operation: Binary) -> Res {
    let number = this(&arguments[0])?;
    let other = argument(&arguments[1])?;
    Ok(make(context::under(given(arguments, 2), |context, signals| operation(&number, &other, context, signals))?))
}

fn fma(arguments: &[Value]) -> Res {
    let number = this(&arguments[0])?;
    let (other, third) = (argument(&arguments[1])?, argument(&arguments[2])?);
    let result = context::under(given(arguments, 3), |context, signals| number.fma(&other, &third, context, signals))?;
    Ok(make(result))
}

fn sign_of(order: Ordering) -> Decimal {
    Decimal::new(order.is_lt(), if order.is_eq() { UBig::ZERO } else { UBig::ONE }, 0)
}

fn compare(x: &Decimal, y: &Decimal, signal: bool, context: &Context, signals: &mut Signals) -> Decimal {
    match x.order(y) {
        Some(order) => sign_of(order),
        None => {
            if signal {
                signals.add(Signals::INVALID);
            }
            // Adding gives the NaN that operations give.
            let nan = if x.is_signaling() || !y.is_signaling() && x.is_nan() { x } else { y };
            nan.plus(context, signals)
        }
    }
}

fn next_toward(x: &Decimal, y: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
    match x.order(y) {
        None => compare(x, y, false, context, signals),
        Some(Ordering::Equal) => x.clone().with_sign(y.negative),
        Some(order) => {
            let next = x.next(order.is_lt(), context, signals);
            if next.is_infinite() {
                for signal in [Signals::OVERFLOW, Signals::INEXACT, Signals::ROUNDED] {
                    signals.add(signal);
                }
            } else if next.adjusted().is_some_and(|head| head < context.emin) {
                for signal in [Signals::UNDERFLOW, Signals::SUBNORMAL, Signals::INEXACT, Signals::ROUNDED] {
                    signals.add(signal);
                }
                if next.is_zero() {
                    signals.add(Signals::CLAMPED);
                }
            }
            next
        }
    }
}

/// The smaller or the larger number; a quiet NaN gives way to a number.
fn extreme(
    x: &Decimal,
    y: &Decimal,
    wanted: Ordering,
    magnitudes: bool,
    context: &Context,
    signals: &mut Signals,
) -> Decimal {
    if x.is_nan() || y.is_nan() {
        let signaling = x.is_signaling() || y.is_signaling();
        return match (x.is_nan(), y.is_nan()) {
            (true, false) if !signaling => y.clone().fit(context, signals),
            (false, true) if !signaling => x.clone().fit(context, signals),
            _ => compare(x, y, false, context, signals),
        };
    }
    let plain = |number: &Decimal| if magnitudes { number.clone().with_sign(false) } else { number.clone() };
    let order = plain(x).order(&plain(y)).unwrap_or(Ordering::Equal).then_with(|| x.total_order(y));
    let chosen = if order == wanted { x } else { y };
    chosen.clone().fit(context, signals)
}

fn ratio(arguments: &[Value]) -> Res {
    let number = this(&arguments[0])?;
    match context::with_room(number.ratio())? {
        Some((num, den)) => Ok(Value::pair(Value::big(num), Value::big(den))),
        None if number.is_nan() => Err(raise!(ValueError, "cannot convert NaN to integer ratio")),
        None => Err(raise!(OverflowError, "cannot convert Infinity to integer ratio")),
    }
}

fn as_tuple(arguments: &[Value]) -> Res {
    let number = this(&arguments[0])?;
    let digits = |coefficient: &UBig| {
        Value::tuple(coefficient.to_string().bytes().map(|digit| Value::int(i64::from(digit - b'0'))).collect())
    };
    let (digits, exponent) = match &number.kind {
        Kind::Finite { coefficient, exponent } => (digits(coefficient), Value::int(*exponent)),
        Kind::Infinite => (Value::tuple(vec![Value::int(0)]), Value::str("F")),
        Kind::Nan { signaling, payload } => {
            let digits = if payload.is_zero() { Value::tuple(vec![]) } else { digits(payload) };
            (digits, Value::str(if *signaling { "N" } else { "n" }))
        }
    };
    let parts = [Value::int(number.negative.into()), digits, exponent];
    let make = TUPLE.with(|tuple| tuple.borrow().clone());
    if make.is_none() { Ok(Value::tuple(parts.to_vec())) } else { ops::call::call(&make, &parts) }
}

fn rounding_of(value: Option<&Value>) -> Result<Option<Rounding>, Raise> {
    value.filter(|value| !value.is_none()).map(context::rounding).transpose()
}

fn quantize(arguments: &[Value]) -> Res {
    let rounding = rounding_of(given(arguments, 2))?;
    let within = |context: &Context| Context { rounding: rounding.unwrap_or(context.rounding), ..*context };
    let given = given(arguments, 3);
    let operands = (&arguments[0], &arguments[1]);
    if let Some(result) = context::short_under(given, operands, Operation::Quantize(rounding))? {
        return Ok(result);
    }
    let (number, like) = (this(&arguments[0])?, argument(&arguments[1])?);
    Ok(make(context::under(given, |context, signals| number.quantize(&like, &within(context), signals))?))
}

fn integral(arguments: &[Value], exact: bool) -> Res {
    let number = this(&arguments[0])?;
    let rounding = rounding_of(given(arguments, 1))?;
    Ok(make(context::under(given(arguments, 2), |context, signals| {
        number.to_integral(rounding.unwrap_or(context.rounding), exact, context, signals)
    })?))
}

fn same_quantum(arguments: &[Value]) -> Res {
    let number = this(&arguments[0])?;
    let other = argument(&arguments[1])?;
    Ok(Value::bool(match (number.finite(), other.finite()) {
        (Some((_, first)), Some((_, second))) => first == second,
        (None, None) => number.is_nan() == other.is_nan(),
        _ => false,
    }))
}

fn normal(arguments: &[Value], wanted: bool) -> Res {
    let number = this(&arguments[0])?;
    let emin = context::under(given(arguments, 1), |context, _| context.emin)?;
    let head = number.adjusted().filter(|_| !number.is_zero());
    Ok(Value::bool(head.is_some_and(|head| (head >= emin) == wanted)))
}

fn number_class(arguments: &[Value]) -> Res {
    let number = this(&arguments[0])?;
    let emin = context::under(given(arguments, 1), |context, _| context.emin)?;
    let sign = if number.negative { '-' } else { '+' };
    let name = match number.adjusted() {
        None if number.is_signaling() => return Ok(Value::str("sNaN")),
        None if number.is_nan() => return Ok(Value::str("NaN")),
        None => "Infinity",
        Some(_) if number.is_zero() => "Zero",
        Some(head) if head < emin => "Subnormal",
        Some(_) => "Normal",
    };
    Ok(Value::str(&format!("{sign}{name}")))
}
