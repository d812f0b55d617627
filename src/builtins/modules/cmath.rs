//! `cmath`: arguments converted and results wrapped; what is computed is in `number::cmath`.

use super::{Module, constant, function};
use crate::builtins::modules::math::{IS_CLOSE, tolerances};
use crate::number::math::Failure;
use crate::number::{Complex64, cmath};
use crate::value::native::Row;
use crate::value::native::Takes::{Between, Exactly, Named};
use crate::value::{Gc, Res, Value, convert};
use std::f64::consts::{E, PI, TAU};

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("cmath", FUNCTIONS);
    constant(&module, "pi", Value::float(PI));
    constant(&module, "e", Value::float(E));
    constant(&module, "tau", Value::float(TAU));
    constant(&module, "inf", Value::float(f64::INFINITY));
    constant(&module, "infj", Value::complex(0.0, f64::INFINITY));
    constant(&module, "nan", Value::float(f64::NAN));
    constant(&module, "nanj", Value::complex(0.0, f64::NAN));
    module
}

/// A row for a function of one complex number.
macro_rules! of_one {
    ($name:literal, $function:path, $doc:literal) => {
        function("cmath", $name, Exactly(1, |arguments| one(arguments, $function)), $doc)
    };
}

/// A row for a question about one complex number.
macro_rules! question {
    ($name:literal, $function:expr, $doc:literal) => {
        function(
            "cmath",
            $name,
            Exactly(1, |arguments| {
                let test: fn(Complex64) -> bool = $function;
                Ok(Value::bool(test(convert::complex(&arguments[0])?)))
            }),
            $doc,
        )
    };
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    of_one!("acos", acos, "Return the arc cosine of z."),
    of_one!("acosh", acosh, "Return the inverse hyperbolic cosine of z."),
    of_one!("asin", asin, "Return the arc sine of z."),
    of_one!("asinh", asinh, "Return the inverse hyperbolic sine of z."),
    of_one!("atan", cmath::atan, "Return the arc tangent of z."),
    of_one!("atanh", cmath::atanh, "Return the inverse hyperbolic tangent of z."),
    of_one!("cos", cmath::cos, "Return the cosine of z."),
    of_one!("cosh", cmath::cosh, "Return the hyperbolic cosine of z."),
    of_one!("exp", cmath::exp, "Return the exponential value e**z."),
    function("cmath", "isclose", Named(&IS_CLOSE, is_close), "Determine whether two complex numbers are close in value."),
    question!("isfinite", |z| z.is_finite(), "Return True if both the real and imaginary parts of z are finite, else False."),
    question!("isinf", |z| z.re.is_infinite() || z.im.is_infinite(), "Checks if the real or imaginary part of z is infinite."),
    question!("isnan", |z| z.is_nan(), "Checks if the real or imaginary part of z is not a number (NaN)."),
    function("cmath", "log", Between(1, 2, log), "Return the logarithm of z to the given base (natural if there is none)."),
    of_one!("log10", cmath::log10, "Return the base-10 logarithm of z."),
    function("cmath", "phase", Exactly(1, phase), "Return argument, also known as the phase angle, of a complex."),
    function("cmath", "polar", Exactly(1, polar), "Convert a complex from rectangular coordinates to polar coordinates."),
    function("cmath", "rect", Between(2, 2, rect), "Convert from polar coordinates to rectangular coordinates."),
    of_one!("sin", cmath::sin, "Return the sine of z."),
    of_one!("sinh", cmath::sinh, "Return the hyperbolic sine of z."),
    of_one!("sqrt", sqrt, "Return the square root of z."),
    of_one!("tan", cmath::tan, "Return the tangent of z."),
    of_one!("tanh", cmath::tanh, "Return the hyperbolic tangent of z."),
];

fn one(arguments: &[Value], function: impl Fn(Complex64) -> Result<Complex64, Failure>) -> Res {
    Ok(Value::from(function(convert::complex(&arguments[0])?)?))
}

fn acos(z: Complex64) -> Result<Complex64, Failure> {
    Ok(cmath::acos(z))
}

fn acosh(z: Complex64) -> Result<Complex64, Failure> {
    Ok(cmath::acosh(z))
}

fn asin(z: Complex64) -> Result<Complex64, Failure> {
    Ok(cmath::asin(z))
}

fn asinh(z: Complex64) -> Result<Complex64, Failure> {
    Ok(cmath::asinh(z))
}

fn sqrt(z: Complex64) -> Result<Complex64, Failure> {
    Ok(cmath::sqrt(z))
}

fn log(arguments: &[Value]) -> Res {
    let z = convert::complex(&arguments[0])?;
    Ok(Value::from(match arguments.get(1) {
        None => cmath::log(z)?,
        Some(base) => cmath::log_base(z, convert::complex(base)?)?,
    }))
}

fn phase(arguments: &[Value]) -> Res {
    Ok(Value::float(cmath::phase(convert::complex(&arguments[0])?)?))
}

fn polar(arguments: &[Value]) -> Res {
    let (r, phi) = cmath::polar(convert::complex(&arguments[0])?)?;
    Ok(Value::tuple(vec![Value::float(r), Value::float(phi)]))
}

fn rect(arguments: &[Value]) -> Res {
    let (r, phi) = (convert::float(&arguments[0])?, convert::float(&arguments[1])?);
    Ok(Value::from(cmath::rect(r, phi)?))
}

fn is_close(arguments: &[Value]) -> Res {
    let (a, b) = (convert::complex(&arguments[0])?, convert::complex(&arguments[1])?);
    let (relative, absolute) = tolerances(arguments)?;
    Ok(Value::bool(cmath::is_close(a, b, relative, absolute)?))
}
