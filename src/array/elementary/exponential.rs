//! Exponentials: of 2, less 1, and the hyperbolic functions.
//!
//! In: floats of moderate size. Out: results that are within one unit in the last place of the true ones: what is lost in a step is kept
//! beside it, and added in the end.

use super::{
    LN2_HIGH, LN2_LOW, ROUND, elementary_functions, polynomial, product, quotient, sum, sum_of_large, widened,
};
use crate::array::libm as single;
use crate::number::libm;
use std::f64::consts::{LN_2, LOG2_E};

pub use super::Exp;

/// What `LN_2` lacks.
const LN_2_REST: f64 = 2.319_046_813_846_299_6e-17;
/// `(e ** r - 1 - r - r * r / 2) / r ** 3` for `r` up to half the logarithm of 2.
const TAIL: [f64; 11] = [
    1.608_483_133_228_369_6e-10,
    2.091_544_229_778_011_6e-9,
    2.505_207_678_065_45e-8,
    2.755_727_181_021_98e-7,
    2.755_731_924_092_986_3e-6,
    2.480_158_732_700_718_7e-5,
    0.000_198_412_698_412_698_66,
    0.001_388_888_888_888_332_5,
    0.008_333_333_333_333_333,
    0.041_666_666_666_666_67,
    0.166_666_666_666_666_66,
];

/// `2 ** n` for what a rounded number has in its lowest bits.
#[inline(always)]
fn scale(shifted: f64) -> f64 {
    f64::from_bits((shifted.to_bits() << 52).wrapping_add(1023 << 52))
}

/// `e ** (r + low) - 1` for small `r`, and what it lacks.
#[inline(always)]
fn small(r: f64, low: f64) -> (f64, f64) {
    let tail = (r * r).mul_add(r.mul_add(polynomial(TAIL, r), 0.5), low.mul_add(r, low));
    sum_of_large(r, tail)
}

/// `e ** x - 1`, and what it lacks.
#[inline(always)]
fn less_one(x: f64) -> (f64, f64) {
    let shifted = x.mul_add(LOG2_E, ROUND);
    let n = shifted - ROUND;
    let (r, low) = sum(n.mul_add(-LN2_HIGH, x), n * -LN2_LOW);
    let (high, low) = small(r, low);
    let scale = scale(shifted);
    let whole = scale - 1.0;
    let (result, rest) = sum(whole, scale * high);
    (result, scale.mul_add(low, rest) + ((scale - whole) - 1.0))
}

/// `e ** (x + low)`
#[inline(always)]
pub(super) fn exp_of_two(x: f64, low: f64) -> f64 {
    let shifted = x.mul_add(LOG2_E, ROUND);
    let n = shifted - ROUND;
    let (r, rest) = sum(n.mul_add(-LN2_HIGH, x), n * -LN2_LOW);
    let (r, rest) = sum(r, rest + low);
    let (high, rest) = small(r, rest);
    let scale = scale(shifted);
    scale.mul_add(high + rest, scale)
}

/// `e ** x` with the digits that a float of 32 bits has.
#[inline(always)]
pub(super) fn short_exp(x: f64) -> f64 {
    const TERMS: [f64; 6] = [
        0.000_198_919_813_097_776_9,
        0.001_393_454_192_827_026_4,
        0.008_333_310_024_225_292,
        0.041_666_456_809_677_88,
        0.166_666_666_825_343_56,
        0.500_000_001_428_622_3,
    ];
    let shifted = x.mul_add(LOG2_E, ROUND);
    let r = (shifted - ROUND).mul_add(-LN_2, x);
    let scale = scale(shifted);
    scale.mul_add((r * r).mul_add(polynomial(TERMS, r), r), scale)
}

#[inline(always)]
fn exp2(x: f64) -> f64 {
    let shifted = x + ROUND;
    let t = x - (shifted - ROUND);
    let (r, low) = product(t, LN_2);
    let (high, low) = small(r, t.mul_add(LN_2_REST, low));
    let scale = scale(shifted);
    scale.mul_add(high + low, scale)
}

#[inline(always)]
fn expm1(x: f64) -> f64 {
    let (high, low) = less_one(x);
    (high + low).copysign(x)
}

#[inline(always)]
fn tanh(x: f64) -> f64 {
    // Of t = e ** 2x - 1 it is t / (t + 2).
    let (t, low) = less_one(2.0 * x.abs());
    let (d, d_low) = sum(t, 2.0);
    let (q, rest) = quotient((t, low), (d, d_low + low));
    (q + rest).copysign(x)
}

#[inline(always)]
fn sinh(x: f64) -> f64 {
    // Of t = e ** x - 1 it is half of t + t / (t + 1).
    let (t, low) = less_one(x.abs());
    let (d, d_low) = sum(t, 1.0);
    let (q, rest) = quotient((t, low), (d, d_low + low));
    let (s, more) = sum(t, q);
    (0.5 * (s + (more + (low + rest)))).copysign(x)
}

#[inline(always)]
fn cosh(x: f64) -> f64 {
    let (t, low) = less_one(x.abs());
    let (e, e_low) = sum(t, 1.0);
    let e_low = e_low + low;
    let (q, rest) = quotient((1.0, 0.0), (e, e_low));
    let (s, more) = sum(e, q);
    0.5 * (s + (more + (e_low + rest)))
}

elementary_functions! {
    /// `2 ** x`
    Exp2 exp2_of: 1e-90 to 1000.0, exp2, libm::exp2, single::exp2f;
    /// `e ** x - 1`
    Expm1 expm1_of: 1e-90 to 700.0, expm1, libm::expm1, single::expm1f;
    /// The hyperbolic tangent.
    Tanh tanh_of: 1e-90 to 300.0, tanh, libm::tanh, single::tanhf;
    /// The hyperbolic sine.
    Sinh sinh_of: 1e-90 to 700.0, sinh, libm::sinh, single::sinhf;
    /// The hyperbolic cosine.
    Cosh cosh_of: 1e-90 to 700.0, cosh, libm::cosh, single::coshf;
}
