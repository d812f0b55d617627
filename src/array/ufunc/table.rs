//! The table of the universal functions, one row each.
//!
//! In: the loops. Out: rows, found by name.

use super::loops::Loop;
use super::{Gives, Rule, Ufunc, functions, operators};
use crate::array::dtype::DType;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const fn row(
    name: &'static str,
    inputs: usize,
    find: fn(DType) -> Option<Loop>,
    rule: Rule,
    gives: Gives,
    identity: Option<f64>,
    repeats: bool,
) -> Ufunc {
    Ufunc { name, inputs, rule, gives, identity, repeats, find }
}

/// All of them.
#[rustfmt::skip]
pub static UFUNCS: &[Ufunc] = &[
    row("add", 2, operators::add, Rule::First, Gives::Same, Some(0.0), false),
    row("subtract", 2, operators::subtract, Rule::First, Gives::Same, None, false),
    row("multiply", 2, operators::multiply, Rule::First, Gives::Same, Some(1.0), false),
    row("floor_divide", 2, operators::floor_divide, Rule::First, Gives::Same, None, false),
    row("remainder", 2, operators::remainder, Rule::First, Gives::Same, None, false),
    row("fmod", 2, operators::fmod, Rule::First, Gives::Same, None, false),
    row("power", 2, operators::power, Rule::First, Gives::Same, None, false),
    row("float_power", 2, operators::float_power, Rule::First, Gives::Same, None, false),
    row("logaddexp2", 2, operators::logaddexp2, Rule::First, Gives::Same, Some(f64::NEG_INFINITY), false),
    row("logaddexp", 2, operators::logaddexp, Rule::First, Gives::Same, Some(f64::NEG_INFINITY), false),
    row("heaviside", 2, operators::heaviside, Rule::First, Gives::Same, None, false),
    row("arctan2", 2, operators::arctan2, Rule::First, Gives::Same, None, false),
    row("hypot", 2, operators::hypot, Rule::First, Gives::Same, Some(0.0), false),
    row("copysign", 2, operators::copysign, Rule::First, Gives::Same, None, false),
    row("ldexp", 2, operators::ldexp, Rule::First, Gives::Same, None, false),
    row("mantissa", 1, functions::mantissa, Rule::First, Gives::Same, None, false),
    row("exponent", 1, functions::exponent, Rule::First, Gives::Same, None, false),
    row("nextafter", 2, operators::nextafter, Rule::First, Gives::Same, None, false),
    row("gcd", 2, operators::gcd, Rule::First, Gives::Same, Some(0.0), false),
    row("lcm", 2, operators::lcm, Rule::First, Gives::Same, None, false),
    row("left_shift", 2, operators::left_shift, Rule::First, Gives::Same, None, false),
    row("right_shift", 2, operators::right_shift, Rule::First, Gives::Same, None, false),
    row("divide", 2, operators::divide, Rule::Double, Gives::Same, None, false),
    row("maximum", 2, operators::maximum, Rule::First, Gives::Same, None, true),
    row("minimum", 2, operators::minimum, Rule::First, Gives::Same, None, true),
    row("fmax", 2, operators::fmax, Rule::First, Gives::Same, None, true),
    row("fmin", 2, operators::fmin, Rule::First, Gives::Same, None, true),
    row("bitwise_and", 2, operators::bitwise_and, Rule::First, Gives::Same, Some(-1.0), true),
    row("bitwise_or", 2, operators::bitwise_or, Rule::First, Gives::Same, Some(0.0), true),
    row("bitwise_xor", 2, operators::bitwise_xor, Rule::First, Gives::Same, Some(0.0), false),
    row("equal", 2, operators::equal, Rule::First, Gives::Truth, None, false),
    row("not_equal", 2, operators::not_equal, Rule::First, Gives::Truth, None, false),
    row("less", 2, operators::less, Rule::First, Gives::Truth, None, false),
    row("less_equal", 2, operators::less_equal, Rule::First, Gives::Truth, None, false),
    row("greater", 2, operators::greater, Rule::First, Gives::Truth, None, false),
    row("greater_equal", 2, operators::greater_equal, Rule::First, Gives::Truth, None, false),
    row("logical_and", 2, operators::logical_and, Rule::Truths, Gives::Truth, Some(1.0), true),
    row("logical_or", 2, operators::logical_or, Rule::Truths, Gives::Truth, Some(0.0), true),
    row("logical_xor", 2, operators::logical_xor, Rule::Truths, Gives::Truth, Some(0.0), false),
    row("exp", 1, functions::exp, Rule::First, Gives::Same, None, false),
    row("log", 1, functions::log, Rule::First, Gives::Same, None, false),
    row("sin", 1, functions::sin, Rule::First, Gives::Same, None, false),
    row("cos", 1, functions::cos, Rule::First, Gives::Same, None, false),
    row("tan", 1, functions::tan, Rule::First, Gives::Same, None, false),
    row("arcsin", 1, functions::arcsin, Rule::First, Gives::Same, None, false),
    row("arccos", 1, functions::arccos, Rule::First, Gives::Same, None, false),
    row("arctan", 1, functions::arctan, Rule::First, Gives::Same, None, false),
    row("sinh", 1, functions::sinh, Rule::First, Gives::Same, None, false),
    row("cosh", 1, functions::cosh, Rule::First, Gives::Same, None, false),
    row("tanh", 1, functions::tanh, Rule::First, Gives::Same, None, false),
    row("arcsinh", 1, functions::arcsinh, Rule::First, Gives::Same, None, false),
    row("arccosh", 1, functions::arccosh, Rule::First, Gives::Same, None, false),
    row("arctanh", 1, functions::arctanh, Rule::First, Gives::Same, None, false),
    row("exp2", 1, functions::exp2, Rule::First, Gives::Same, None, false),
    row("expm1", 1, functions::expm1, Rule::First, Gives::Same, None, false),
    row("log1p", 1, functions::log1p, Rule::First, Gives::Same, None, false),
    row("log2", 1, functions::log2, Rule::First, Gives::Same, None, false),
    row("log10", 1, functions::log10, Rule::First, Gives::Same, None, false),
    row("sqrt", 1, functions::sqrt, Rule::First, Gives::Same, None, false),
    row("cbrt", 1, functions::cbrt, Rule::First, Gives::Same, None, false),
    row("negative", 1, functions::negative, Rule::First, Gives::Same, None, false),
    row("positive", 1, functions::positive, Rule::First, Gives::Same, None, false),
    row("fabs", 1, functions::fabs, Rule::First, Gives::Same, None, false),
    row("sign", 1, functions::sign, Rule::First, Gives::Same, None, false),
    row("conjugate", 1, functions::conjugate, Rule::First, Gives::Same, None, false),
    row("square", 1, functions::square, Rule::First, Gives::Same, None, false),
    row("reciprocal", 1, functions::reciprocal, Rule::First, Gives::Same, None, false),
    row("floor", 1, functions::floor, Rule::First, Gives::Same, None, false),
    row("ceil", 1, functions::ceil, Rule::First, Gives::Same, None, false),
    row("trunc", 1, functions::trunc, Rule::First, Gives::Same, None, false),
    row("rint", 1, functions::rint, Rule::First, Gives::Same, None, false),
    row("invert", 1, functions::invert, Rule::First, Gives::Same, None, false),
    row("spacing", 1, functions::spacing, Rule::First, Gives::Same, None, false),
    row("radians", 1, functions::radians, Rule::First, Gives::Same, None, false),
    row("degrees", 1, functions::degrees, Rule::First, Gives::Same, None, false),
    row("deg2rad", 1, functions::radians, Rule::First, Gives::Same, None, false),
    row("rad2deg", 1, functions::degrees, Rule::First, Gives::Same, None, false),
    row("absolute", 1, functions::absolute, Rule::First, Gives::Part, None, false),
    row("logical_not", 1, functions::logical_not, Rule::Truths, Gives::Truth, None, false),
    row("isnan", 1, functions::is_nan, Rule::First, Gives::Truth, None, false),
    row("isinf", 1, functions::is_inf, Rule::First, Gives::Truth, None, false),
    row("isfinite", 1, functions::is_finite, Rule::First, Gives::Truth, None, false),
    row("signbit", 1, functions::signbit, Rule::First, Gives::Truth, None, false),
];

/// The function of a name.
pub fn find(name: &str) -> Option<&'static Ufunc> {
    static BY_NAME: LazyLock<FxHashMap<&str, &Ufunc>> =
        LazyLock::new(|| UFUNCS.iter().map(|ufunc| (ufunc.name, ufunc)).collect());
    BY_NAME.get(name).copied()
}
