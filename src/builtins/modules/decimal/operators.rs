//! The operators of decimals, as special methods.

use super::{context, convert, is_decimal, make, this};
use crate::builtins::argument;
use crate::number::decimal::{Context, Decimal, Operation, PLAIN_TEXT, Rounding, Signals};
use crate::number::{IBig, UBig};
use crate::raise;
use crate::resolve::tree::CompareOp;
use crate::value::native::Takes::{Between, Exactly, Operand};
use crate::value::native::{Owner, Row, Takes};
use crate::value::{Raise, Res, Value, ops};
use std::borrow::Cow;
use std::cmp::Ordering;

/// A row of a method.
pub const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("decimal.Decimal", is_decimal), takes, pure: false, doc }
}

#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    method("__add__", Operand(|a, b| short(a, b, false, Operation::Add, Decimal::add)), "Return self+value."),
    method("__radd__", Operand(|a, b| short(a, b, true, Operation::Add, Decimal::add)), "Return value+self."),
    method("__sub__", Operand(|a, b| short(a, b, false, Operation::Sub, Decimal::sub)), "Return self-value."),
    method("__rsub__", Operand(|a, b| short(a, b, true, Operation::Sub, Decimal::sub)), "Return value-self."),
    method("__mul__", Operand(|a, b| short(a, b, false, Operation::Mul, Decimal::mul)), "Return self*value."),
    method("__rmul__", Operand(|a, b| short(a, b, true, Operation::Mul, Decimal::mul)), "Return value*self."),
    method("__truediv__", Operand(|a, b| short(a, b, false, Operation::Div, Decimal::div)), "Return self/value."),
    method("__rtruediv__", Operand(|a, b| short(a, b, true, Operation::Div, Decimal::div)), "Return value/self."),
    method("__floordiv__", Operand(|a, b| binary(a, b, false, Decimal::div_int)), "Return self//value."),
    method("__rfloordiv__", Operand(|a, b| binary(a, b, true, Decimal::div_int)), "Return value//self."),
    method("__mod__", Operand(|a, b| binary(a, b, false, Decimal::rem)), "Return self%value."),
    method("__rmod__", Operand(|a, b| binary(a, b, true, Decimal::rem)), "Return value%self."),
    method("__divmod__", Operand(|a, b| div_mod(a, b, false)), "Return divmod(self, value)."),
    method("__rdivmod__", Operand(|a, b| div_mod(a, b, true)), "Return divmod(value, self)."),
    method("__pow__", Between(1, 2, power), "Return pow(self, value, mod)."),
    method("__rpow__", Between(1, 2, |a| binary(&a[0], &a[1], true, Decimal::pow)), "Return pow(value, self, mod)."),
    method("__neg__", Exactly(0, |a| unary(a, Decimal::minus)), "-self"),
    method("__pos__", Exactly(0, |a| unary(a, Decimal::plus)), "+self"),
    method("__abs__", Exactly(0, |a| unary(a, Decimal::abs)), "abs(self)"),
    method("__bool__", Exactly(0, |a| Ok(Value::bool(!this(&a[0])?.is_zero()))), "True if self else False"),
    method("__eq__", Operand(|a, b| rich(a, b, CompareOp::Equal)), "Return self==value."),
    method("__ne__", Operand(|a, b| rich(a, b, CompareOp::NotEqual)), "Return self!=value."),
    method("__lt__", Operand(|a, b| rich(a, b, CompareOp::Less)), "Return self<value."),
    method("__le__", Operand(|a, b| rich(a, b, CompareOp::LessEqual)), "Return self<=value."),
    method("__gt__", Operand(|a, b| rich(a, b, CompareOp::Greater)), "Return self>value."),
    method("__ge__", Operand(|a, b| rich(a, b, CompareOp::GreaterEqual)), "Return self>=value."),
    method("__hash__", Exactly(0, hash), "Return hash(self)."),
    method("__int__", Exactly(0, |a| to_int(&*this(&a[0])?, None)), "int(self)"),
    method("__trunc__", Exactly(0, |a| to_int(&*this(&a[0])?, None)), "int(self)"),
    method("__floor__", Exactly(0, |a| to_int(&*this(&a[0])?, Some(Rounding::Floor))), "floor(self)"),
    method("__ceil__", Exactly(0, |a| to_int(&*this(&a[0])?, Some(Rounding::Ceiling))), "ceil(self)"),
    method("__round__", Between(0, 1, round), "round(self)"),
    method("__float__", Exactly(0, |a| Ok(Value::float(to_float(&*this(&a[0])?)?))), "float(self)"),
    method("__complex__", Exactly(0, |a| Ok(Value::complex(to_float(&*this(&a[0])?)?, 0.0))), "complex(self)"),
    method("__repr__", Exactly(0, |a| with_text(&a[0], |text| Value::str(&format!("Decimal('{text}')")))), "Return repr(self)."),
    method("__str__", Exactly(0, |a| with_text(&a[0], Value::str)), "Return str(self)."),
    method("__format__", Exactly(1, super::format::format), "Format the number."),
    method("__copy__", Exactly(0, |a| Ok(a[0].clone())), "Return self."),
    method("__deepcopy__", Exactly(1, |a| Ok(a[0].clone())), "Return self."),
    method("__reduce__", Exactly(0, |a| {
        let text = with_text(&a[0], Value::str)?;
        Ok(Value::pair(Value::from(crate::value::class_of(&a[0])), Value::tuple(vec![text])))
    }), "Return what to make the number of."),
];

/// An operation of two numbers under a context.
pub type Binary = fn(&Decimal, &Decimal, &Context, &mut Signals) -> Decimal;
/// An operation of one number under a context.
pub type Unary = fn(&Decimal, &Context, &mut Signals) -> Decimal;

/// Does something with the text of a number.
fn with_text<T>(value: &Value, look: impl FnOnce(&str) -> T) -> Result<T, Raise> {
    let mut buffer = [0; PLAIN_TEXT];
    if let Some(text) = convert::short(value).and_then(|number| number.plain_text(&mut buffer)) {
        return Ok(look(text));
    }
    let number = this(value)?;
    let capitals = context::under(None, |context, _| context.capitals)?;
    Ok(look(&number.to_text(false, capitals)))
}

fn unary(arguments: &[Value], operation: Unary) -> Res {
    let number = this(&arguments[0])?;
    Ok(make(context::under(None, |context, signals| operation(&number, context, signals))?))
}

/// What an operator gives; most operands and results are machine numbers.
#[inline(always)]
fn short(receiver: &Value, operand: &Value, reflected: bool, operation: Operation, general: Binary) -> Res {
    let operands = if reflected { (operand, receiver) } else { (receiver, operand) };
    if let Some(result) = context::short_under(None, operands, operation)? {
        return Ok(result);
    }
    binary(receiver, operand, reflected, general)
}

#[inline(never)]
fn binary(receiver: &Value, operand: &Value, reflected: bool, operation: Binary) -> Res {
    let number = this(receiver)?;
    let Some(other) = convert::operand(operand) else { return Ok(Value::not_implemented()) };
    let (first, second) = if reflected { (&other, &number) } else { (&number, &other) };
    Ok(make(context::under(None, |context, signals| operation(first, second, context, signals))?))
}

fn div_mod(receiver: &Value, operand: &Value, reflected: bool) -> Res {
    let number = this(receiver)?;
    let Some(other) = convert::operand(operand) else { return Ok(Value::not_implemented()) };
    let (first, second) = if reflected { (&other, &number) } else { (&number, &other) };
    let (quotient, rest) = context::under(None, |context, signals| quotient_and_rest(first, second, context, signals))?;
    Ok(Value::pair(make(quotient), make(rest)))
}

/// `divmod(first, second)`
pub fn quotient_and_rest(
    first: &Decimal,
    second: &Decimal,
    context: &Context,
    signals: &mut Signals,
) -> (Decimal, Decimal) {
    let (quotient, rest) = first.div_rem(second, context, signals);
    (quotient.of_division_by(second, context, signals), rest)
}

fn power(arguments: &[Value]) -> Res {
    let Some(modulo) = arguments.get(2).filter(|modulo| !modulo.is_none() && !modulo.is_unbound()) else {
        return binary(&arguments[0], &arguments[1], false, Decimal::pow);
    };
    let number = this(&arguments[0])?;
    let (Some(other), Some(modulo)) = (convert::operand(&arguments[1]), convert::operand(modulo)) else {
        return Ok(Value::not_implemented());
    };
    Ok(make(context::under(None, |context, signals| number.pow_mod(&other, &modulo, context, signals))?))
}

fn rich(receiver: &Value, operand: &Value, operator: CompareOp) -> Res {
    if let (Some(number), Some(other)) = (convert::short(receiver), convert::short(operand))
        && let Some(order) = number.order(other)
    {
        return Ok(Value::bool(holds(Some(order), operator)));
    }
    compare(receiver, operand, operator)
}

#[inline(never)]
fn compare(receiver: &Value, operand: &Value, operator: CompareOp) -> Res {
    let number = this(receiver)?;
    let equality = is_equality(operator);
    // A complex number on the real line may be equal.
    let on_line = operand.as_complex().filter(|parts| equality && parts.1 == 0.0).map(|parts| Value::float(parts.0));
    let given = on_line.as_ref().unwrap_or(operand);
    let other = match (convert::operand(given), given.as_any_float()) {
        (Some(other), _) => other,
        (None, Some(x)) => {
            context::under(None, |_, signals| {
                // Comparing for equality never raises.
                if !equality {
                    signals.add(Signals::FLOAT_OPERATION);
                }
            })?;
            Cow::Owned(Decimal::from_float(x))
        }
        _ => match fraction(operand)? {
            Some((num, den)) => {
                let Some(order) = number.order_with_ratio(&num, &den) else {
                    return ordered(number.order(&Decimal::from_integer(&num)), operator, &number, &Decimal::nan());
                };
                return Ok(Value::bool(holds(Some(order), operator)));
            }
            None => return Ok(Value::not_implemented()),
        },
    };
    ordered(number.order(&other), operator, &number, &other)
}

fn is_equality(operator: CompareOp) -> bool {
    matches!(operator, CompareOp::Equal | CompareOp::NotEqual)
}

fn ordered(order: Option<Ordering>, operator: CompareOp, first: &Decimal, second: &Decimal) -> Res {
    if order.is_none() && (!is_equality(operator) || first.is_signaling() || second.is_signaling()) {
        context::under(None, |_, signals| signals.add(Signals::INVALID))?;
    }
    Ok(Value::bool(holds(order, operator)))
}

#[inline(always)]
fn holds(order: Option<Ordering>, operator: CompareOp) -> bool {
    let Some(order) = order else { return operator == CompareOp::NotEqual };
    match operator {
        CompareOp::Equal => order.is_eq(),
        CompareOp::NotEqual => order.is_ne(),
        CompareOp::Less => order.is_lt(),
        CompareOp::LessEqual => order.is_le(),
        CompareOp::Greater => order.is_gt(),
        _ => order.is_ge(),
    }
}

/// Numerator and denominator of a rational number of a script's class.
fn fraction(value: &Value) -> Result<Option<(IBig, IBig)>, Raise> {
    if crate::value::type_name(value) != "Fraction" {
        return Ok(None);
    }
    let part = |name: &str| ops::attribute::get(value, crate::value::Symbol::new(name));
    Ok(part("numerator")?.to_big().zip(part("denominator")?.to_big()))
}

fn hash(arguments: &[Value]) -> Res {
    let number = this(&arguments[0])?;
    if number.is_signaling() {
        return Err(raise!(TypeError, "Cannot hash a signaling NaN value"));
    }
    Ok(Value::int(number.hash().unwrap_or(0)))
}

fn special(number: &Decimal, wanted: &str) -> Raise {
    match number.is_nan() {
        true => raise!(ValueError, "cannot convert NaN to {wanted}"),
        false => raise!(OverflowError, "cannot convert Infinity to {wanted}"),
    }
}

fn to_int(number: &Decimal, rounding: Option<Rounding>) -> Res {
    let rounded = match rounding {
        None => number.to_integer(),
        Some(rounding) => whole(number, rounding).to_integer(),
    };
    context::with_room(rounded)?.map(Value::big).ok_or_else(|| special(number, "integer"))
}

/// Rounded to an integer, whatever the context.
fn whole(number: &Decimal, rounding: Rounding) -> Decimal {
    let context = Context { precision: 1, rounding, emin: 0, emax: 0, clamp: false, capitals: true };
    number.to_integral(rounding, false, &context, &mut Signals::default())
}

fn round(arguments: &[Value]) -> Res {
    let number = this(&arguments[0])?;
    let Some(places) = arguments.get(1).filter(|places| !places.is_unbound()) else {
        return to_int(&number, Some(Rounding::HalfEven));
    };
    if places.to_big().is_none() {
        return Err(raise!(TypeError, "optional arg must be an integer"));
    }
    let like = Decimal::new(false, UBig::ONE, argument::size(places)?.saturating_neg());
    Ok(make(context::under(None, |context, signals| number.quantize(&like, context, signals))?))
}

/// The nearest float.
pub fn to_float(number: &Decimal) -> Result<f64, Raise> {
    if number.is_signaling() {
        return Err(raise!(ValueError, "cannot convert signaling NaN to float"));
    }
    if number.is_nan() {
        return Ok(if number.negative { -f64::NAN } else { f64::NAN });
    }
    if number.is_infinite() {
        return Ok(if number.negative { f64::NEG_INFINITY } else { f64::INFINITY });
    }
    Ok(number.to_text(false, true).parse().unwrap_or(f64::NAN))
}
