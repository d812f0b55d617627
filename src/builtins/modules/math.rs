//! `math`: arguments converted and results wrapped; what is computed is in `number::math`.

use super::{Module, constant, function};
use crate::number::math::{self, ExactSum, Failure};
use crate::number::{IBig, big};
use crate::number::{Integer, NumberError, float, int};
use crate::raise;
use crate::resolve::tree::BinaryOp;
use crate::value::native::Takes::{Anything, Between, Exactly, Named};
use crate::value::native::{Parameters, Row, given};
use crate::value::ops::number::Number;
use crate::value::ops::{self, base, dunder, iterate};
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, convert, type_name};
use std::f64::consts::{E, PI, TAU};

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("math", FUNCTIONS);
    constant(&module, "pi", Value::float(PI));
    constant(&module, "e", Value::float(E));
    constant(&module, "tau", Value::float(TAU));
    constant(&module, "inf", Value::float(f64::INFINITY));
    constant(&module, "nan", Value::float(f64::NAN));
    module
}

/// A row for a function of one float.
macro_rules! of_one {
    ($name:literal, $function:path, $doc:literal) => {
        function("math", $name, Exactly(1, |arguments| one(arguments, $function)), $doc)
    };
}

/// A row for a function of two floats.
macro_rules! of_two {
    ($name:literal, $function:path, $doc:literal) => {
        function("math", $name, Between(2, 2, |arguments| two(arguments, $function)), $doc)
    };
}

/// A row for a question about one float.
macro_rules! question {
    ($name:literal, $function:path, $doc:literal) => {
        function(
            "math",
            $name,
            Exactly(1, |arguments| Ok(Value::bool($function(convert::float(&arguments[0])?)))),
            $doc,
        )
    };
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    of_one!("acos", math::acos, "Return the arc cosine (measured in radians) of x."),
    of_one!("acosh", math::acosh, "Return the inverse hyperbolic cosine of x."),
    of_one!("asin", math::asin, "Return the arc sine (measured in radians) of x."),
    of_one!("asinh", math::asinh, "Return the inverse hyperbolic sine of x."),
    of_one!("atan", math::atan, "Return the arc tangent (measured in radians) of x."),
    of_two!("atan2", atan2, "Return the arc tangent (measured in radians) of y/x."),
    of_one!("atanh", math::atanh, "Return the inverse hyperbolic tangent of x."),
    of_one!("cbrt", math::cbrt, "Return the cube root of x."),
    function("math", "ceil", Exactly(1, ceil), "Return the ceiling of x as an int."),
    function("math", "comb", Between(2, 2, comb), "Number of ways to choose k items from n items without order."),
    of_two!("copysign", copysign, "Return a float with the magnitude of x but the sign of y."),
    of_one!("cos", math::cos, "Return the cosine of x (measured in radians)."),
    of_one!("cosh", math::cosh, "Return the hyperbolic cosine of x."),
    of_one!("degrees", degrees, "Convert angle x from radians to degrees."),
    function("math", "dist", Between(2, 2, dist), "Return the Euclidean distance between two points p and q."),
    of_one!("erf", math::erf, "Error function at x."),
    of_one!("erfc", math::erfc, "Complementary error function at x."),
    of_one!("exp", math::exp, "Return e raised to the power of x."),
    of_one!("exp2", math::exp2, "Return 2 raised to the power of x."),
    of_one!("expm1", math::expm1, "Return exp(x)-1."),
    of_one!("fabs", fabs, "Return the absolute value of the float x."),
    function("math", "factorial", Exactly(1, factorial), "Find n!."),
    function("math", "floor", Exactly(1, floor), "Return the floor of x as an int."),
    of_two!("fmod", math::fmod, "Return fmod(x, y), according to platform C."),
    function("math", "frexp", Exactly(1, frexp), "Return the mantissa and exponent of x, as pair (m, e)."),
    function("math", "fsum", Exactly(1, fsum), "Return an accurate floating point sum of values in the iterable."),
    of_one!("gamma", math::gamma, "Gamma function at x."),
    function("math", "gcd", Between(0, usize::MAX, gcd), "Greatest Common Divisor."),
    function("math", "hypot", Between(0, usize::MAX, hypot), "Multidimensional Euclidean distance from the origin."),
    function("math", "isclose", Named(&IS_CLOSE, is_close), "Determine whether two floats are close in value."),
    question!("isfinite", f64::is_finite, "Return True if x is neither an infinity nor a NaN, and False otherwise."),
    question!("isinf", f64::is_infinite, "Return True if x is an infinity, and False otherwise."),
    question!("isnan", f64::is_nan, "Return True if x is a NaN, and False otherwise."),
    function("math", "isqrt", Exactly(1, isqrt), "Return the integer part of the square root of the input."),
    function("math", "lcm", Between(0, usize::MAX, lcm), "Least Common Multiple."),
    function("math", "ldexp", Between(2, 2, ldexp), "Return x * (2**i)."),
    of_one!("lgamma", math::lgamma, "Natural logarithm of absolute value of Gamma function at x."),
    function("math", "log", Anything(log), "Return the logarithm of x to the given base (natural if there is none)."),
    function("math", "log10", Exactly(1, log10), "Return the base 10 logarithm of x."),
    of_one!("log1p", math::log1p, "Return the natural logarithm of 1+x (base e)."),
    function("math", "log2", Exactly(1, log2), "Return the base 2 logarithm of x."),
    function("math", "modf", Exactly(1, modf), "Return the fractional and integer parts of x."),
    of_two!("nextafter", nextafter, "Return the next floating-point value after x towards y."),
    function("math", "perm", Between(1, 2, perm), "Number of ways to choose k items from n items with order."),
    of_two!("pow", math::pow, "Return x**y (x to the power of y)."),
    function("math", "prod", Named(&PROD, prod), "Calculate the product of all the elements in the input iterable."),
    of_one!("radians", radians, "Convert angle x from degrees to radians."),
    of_two!("remainder", math::remainder, "Difference between x and the closest integer multiple of y."),
    of_one!("sin", math::sin, "Return the sine of x (measured in radians)."),
    of_one!("sinh", math::sinh, "Return the hyperbolic sine of x."),
    of_one!("sqrt", math::sqrt, "Return the square root of x."),
    of_one!("tan", math::tan, "Return the tangent of x (measured in radians)."),
    of_one!("tanh", math::tanh, "Return the hyperbolic tangent of x."),
    function("math", "trunc", Exactly(1, trunc), "Truncates the Real x to the nearest Integral toward 0."),
    of_one!("ulp", ulp, "Return the value of the least significant bit of the float x."),
];

fn one(arguments: &[Value], function: impl Fn(f64) -> Result<f64, Failure>) -> Res {
    Ok(Value::float(function(convert::float(&arguments[0])?)?))
}

fn two(arguments: &[Value], function: impl Fn(f64, f64) -> Result<f64, Failure>) -> Res {
    let (x, y) = (convert::float(&arguments[0])?, convert::float(&arguments[1])?);
    Ok(Value::float(function(x, y)?))
}

fn atan2(y: f64, x: f64) -> Result<f64, Failure> {
    Ok(math::atan2(y, x))
}

fn copysign(x: f64, y: f64) -> Result<f64, Failure> {
    Ok(math::copysign(x, y))
}

fn nextafter(x: f64, y: f64) -> Result<f64, Failure> {
    Ok(math::nextafter(x, y))
}

fn degrees(x: f64) -> Result<f64, Failure> {
    Ok(math::degrees(x))
}

fn radians(x: f64) -> Result<f64, Failure> {
    Ok(math::radians(x))
}

fn fabs(x: f64) -> Result<f64, Failure> {
    Ok(math::fabs(x))
}

fn ulp(x: f64) -> Result<f64, Failure> {
    Ok(math::ulp(x))
}

fn integer(value: &Value) -> Result<Integer, Raise> {
    let index = convert::index(value)?;
    Ok(match index.as_int() {
        Some(small) => Integer::Small(small),
        None => Integer::from(index.to_big().unwrap_or_default()),
    })
}

/// Rounds by a method of the number's class, or as a float.
fn rounded(arguments: &[Value], method_name: Symbol, round: fn(f64) -> f64) -> Res {
    let value = &arguments[0];
    match Number::of(value) {
        Some(Number::Int(_) | Number::Big(_)) => return convert::index(value),
        Some(Number::Float(float)) => return Ok(Value::from(float::to_integer(round(float))?)),
        _ => {}
    }
    if let Some(method) = dunder::find(value, method_name) {
        return dunder::call(&method, value, &[]);
    }
    if let Some(number) = base::number(value) {
        return rounded(&[number], method_name, round);
    }
    Ok(Value::from(float::to_integer(round(convert::float(value)?))?))
}

fn floor(arguments: &[Value]) -> Res {
    rounded(arguments, Symbol::FLOOR, f64::floor)
}

fn ceil(arguments: &[Value]) -> Res {
    rounded(arguments, Symbol::CEIL, f64::ceil)
}

fn trunc(arguments: &[Value]) -> Res {
    let value = &arguments[0];
    // Of numpy's scalars this one is a kind of float.
    let plain = match value {
        Value::NumpyF64(bits) => Value::float(f64::from_bits(*bits)),
        _ => base::plain(value),
    };
    let real = matches!(Number::of(&plain), Some(Number::Int(_) | Number::Big(_) | Number::Float(_)));
    if real || dunder::find(value, Symbol::TRUNC).is_some() {
        return rounded(arguments, Symbol::TRUNC, f64::trunc);
    }
    let class = type_name(value);
    Err(raise!(TypeError, "type {class} doesn't define __trunc__ method"))
}

fn factorial(arguments: &[Value]) -> Res {
    Ok(Value::from(math::factorial(&integer(&arguments[0])?)?))
}

fn comb(arguments: &[Value]) -> Res {
    Ok(Value::from(math::comb(&integer(&arguments[0])?, &integer(&arguments[1])?)?))
}

fn perm(arguments: &[Value]) -> Res {
    match arguments.get(1).filter(|k| !k.is_none()) {
        None => factorial(arguments),
        Some(k) => Ok(Value::from(math::perm(&integer(&arguments[0])?, &integer(k)?)?)),
    }
}

fn isqrt(arguments: &[Value]) -> Res {
    let n = integer(&arguments[0])?;
    if let Integer::Small(n) = n
        && let Some(root) = int::isqrt(n)
    {
        return Ok(Value::int(root));
    }
    Ok(Value::from(big::isqrt(&n.into_big())?))
}

fn gcd(arguments: &[Value]) -> Res {
    fold(arguments, 0, int::gcd, big::gcd)
}

fn lcm(arguments: &[Value]) -> Res {
    fold(arguments, 1, int::lcm, big::lcm)
}

fn fold(
    arguments: &[Value],
    start: i64,
    small: fn(i64, i64) -> Option<i64>,
    large: fn(&IBig, &IBig) -> Integer,
) -> Res {
    let mut result = Integer::Small(start);
    for value in arguments {
        let value = integer(value)?;
        let quick = match (&result, &value) {
            (Integer::Small(a), Integer::Small(b)) => small(*a, *b),
            _ => None,
        };
        result = match quick {
            Some(quick) => Integer::Small(quick),
            None => large(&result.into_big(), &value.into_big()),
        };
    }
    Ok(Value::from(result))
}

fn fsum(arguments: &[Value]) -> Res {
    let mut sum = ExactSum::new();
    let mut items = ops::steps::steps(&arguments[0])?;
    while let Some(item) = items.next()? {
        sum.add(convert::float(&item)?)?;
    }
    Ok(Value::float(sum.finish()?))
}

static PROD: Parameters = Parameters { names: &["iterable", "start"], positional_only: 1, positional: 1, required: 1 };

fn prod(arguments: &[Value]) -> Res {
    let mut product = given(arguments, 1).cloned().unwrap_or(Value::int(1));
    let mut items = ops::steps::steps(&arguments[0])?;
    while let Some(item) = items.next()? {
        product = ops::binary(BinaryOp::Mul, &product, &item)?;
    }
    Ok(product)
}

fn floats(value: &Value) -> Result<Vec<f64>, Raise> {
    iterate::collect_values(value)?.iter().map(convert::float).collect()
}

fn dist(arguments: &[Value]) -> Res {
    let (p, q) = (floats(&arguments[0])?, floats(&arguments[1])?);
    Ok(Value::float(math::distance(&p, &q)?))
}

fn hypot(arguments: &[Value]) -> Res {
    let coordinates = arguments.iter().map(convert::float).collect::<Result<Vec<f64>, Raise>>()?;
    Ok(Value::float(math::hypot(&coordinates)))
}

/// The parameters of both `isclose` functions.
pub static IS_CLOSE: Parameters =
    Parameters { names: &["a", "b", "rel_tol", "abs_tol"], positional_only: 0, positional: 2, required: 2 };

/// The tolerances given to an `isclose`.
pub fn tolerances(arguments: &[Value]) -> Result<(f64, f64), Raise> {
    let relative = given(arguments, 2).map_or(Ok(1e-9), convert::float)?;
    let absolute = given(arguments, 3).map_or(Ok(0.0), convert::float)?;
    Ok((relative, absolute))
}

fn is_close(arguments: &[Value]) -> Res {
    let (a, b) = (convert::float(&arguments[0])?, convert::float(&arguments[1])?);
    let (relative, absolute) = tolerances(arguments)?;
    Ok(Value::bool(math::is_close(a, b, relative, absolute)?))
}

fn ldexp(arguments: &[Value]) -> Res {
    let x = convert::float(&arguments[0])?;
    if arguments[1].to_big().is_none() {
        return Err(raise!(TypeError, "Expected an int as second argument to ldexp."));
    }
    let exponent = convert::clipped_index(&arguments[1], "")?;
    Ok(Value::float(math::ldexp(x, exponent)?))
}

fn frexp(arguments: &[Value]) -> Res {
    let (mantissa, exponent) = math::frexp(convert::float(&arguments[0])?);
    Ok(Value::tuple(vec![Value::float(mantissa), Value::int(exponent.into())]))
}

fn modf(arguments: &[Value]) -> Res {
    let (fraction, whole) = math::modf(convert::float(&arguments[0])?);
    Ok(Value::tuple(vec![Value::float(fraction), Value::float(whole)]))
}

/// A logarithm of an int of any size, or of a float.
fn logarithm(
    value: &Value,
    of_integer: fn(&Integer) -> Result<f64, Failure>,
    of_float: fn(f64) -> Result<f64, Failure>,
) -> Result<f64, Raise> {
    match Number::of(&base::plain(value)) {
        Some(Number::Int(_) | Number::Big(_)) => Ok(of_integer(&integer(value)?)?),
        _ => Ok(of_float(convert::float(value)?)?),
    }
}

fn log(arguments: &Arguments<'_>) -> Res {
    let natural = |value: &Value| logarithm(value, math::log_integer, math::log);
    if !arguments.names.is_empty() {
        return Err(raise!(TypeError, "math.log() takes no keyword arguments"));
    }
    match arguments.positional {
        [x] => Ok(Value::float(natural(x)?)),
        [x, base] => {
            let (x, base) = (natural(x)?, natural(base)?);
            if base == 0.0 {
                return Err(NumberError::FLOAT_DIVISION_BY_ZERO.into());
            }
            Ok(Value::float(x / base))
        }
        _ => Err(raise!(TypeError, "math.log requires 1 to 2 arguments")),
    }
}

fn log2(arguments: &[Value]) -> Res {
    Ok(Value::float(logarithm(&arguments[0], math::log2_integer, math::log2)?))
}

fn log10(arguments: &[Value]) -> Res {
    Ok(Value::float(logarithm(&arguments[0], math::log10_integer, math::log10)?))
}
