//! Exponentials: of 2, less 1, and the hyperbolic functions.
//!
//! In: floats of moderate size. Out: results that are within one unit in the last place of the true ones: what is lost in a step is kept
//! beside it, and added in the end.

use super::{LN2_HIGH, LN2_LOW, ROUND, elementary_functions, polynomial, product, quotient, sum, sum_of_large};
use crate::number::libm;
use std::f64::consts::{LN_2, LOG2_E};

pub use super::Exp;

/// What `LOG2_E` lacks.
const LOG2_E_REST: f64 = 2.035_527_374_093_103_3e-17;
/// What `LN_2` lacks.
pub(super) const LN_2_REST: f64 = 2.319_046_813_846_299_6e-17;
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
pub(super) fn scale(shifted: f64) -> f64 {
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

/// `2 ** (j / 16)`, and the share of it that the nearest float lacks.
pub(super) const ROOTS: [f64; 16] = [
    1.0,
    1.044_273_782_427_413_8,
    1.090_507_732_665_257_7,
    1.138_788_634_756_691_6,
    1.189_207_115_002_721,
    1.241_857_812_073_484,
    1.296_839_554_651_009_6,
    1.354_255_546_936_892_7,
    std::f64::consts::SQRT_2,
    1.476_826_145_939_499_3,
    1.542_210_825_407_940_7,
    1.610_490_331_949_254_3,
    1.681_792_830_507_429,
    1.756_252_160_373_299_5,
    1.834_008_086_409_342_4,
    1.915_206_561_397_147_4,
];
pub(super) const LACKS: [f64; 16] = [
    0.0,
    8.189_317_638_195_515e-17,
    -2.793_911_485_951_573_3e-17,
    7.826_573_258_636_076e-17,
    3.348_462_333_625_152_4e-17,
    3.750_854_201_303_127e-17,
    1.957_258_529_311_203_6e-17,
    5.686_480_957_911_74e-17,
    -6.835_808_657_661_922e-17,
    -2.359_109_477_085_005_3e-17,
    5.154_830_117_078_678_3e-17,
    1.534_141_005_360_372_3e-17,
    4.875_160_526_227_062e-17,
    1.685_487_290_628_973e-17,
    1.790_126_907_604_513e-17,
    -5.545_065_618_639_427e-17,
];
/// `(e ** r - 1) / r` and `(2 ** r - 1) / r` for `r` from 0 to a sixteenth (of the logarithm of 2).
pub(super) const BY_E: [[f64; 2]; 3] = [
    [0.001_419_328_351_688_121_4, 0.008_331_512_908_898_442],
    [0.041_666_720_548_805_7, 0.166_666_665_848_589_4],
    [0.500_000_000_005_912_6, 0.999_999_999_999_984],
];
pub(super) const BY_2: [[f64; 2]; 3] = [
    [0.000_157_411_205_485_717_32, 0.001_333_064_543_414_112_7],
    [0.009_618_141_545_265_708, 0.055_504_108_392_395_9],
    [0.240_226_506_961_941_06, 0.693_147_180_559_934_2],
];
/// `1.5 * 2 ** 48`: added to a float it leaves the nearest sixteenth in the lowest bits.
pub(super) const SIXTEENTHS: f64 = 422_212_465_065_984.0;

/// A product rounded down to sixteenths: as they lie in the lowest bits, and as a float.
#[inline(always)]
fn sixteenths_below(a: f64, b: f64) -> (u64, f64) {
    let nearest = a.mul_add(b, SIXTEENTHS);
    let is_above = a.mul_add(b, SIXTEENTHS - nearest) < 0.0;
    let bits = nearest.to_bits().wrapping_sub(u64::from(is_above));
    (bits, f64::from_bits(bits) - SIXTEENTHS)
}

/// 2 to the sixteenths that lie in the lowest bits, times what the terms say of `r`. The operations and their order are those of numpy's
/// exponentials and powers where there is AVX-512: their results are these, to the last digit.
#[inline(always)]
fn raised(sixteenths: u64, r: f64, terms: &[[f64; 2]; 3]) -> f64 {
    let place = (sixteenths & 15) as usize;
    let square = r * r;
    let pair = |[a, b]: [f64; 2]| r.mul_add(a, b);
    let series = pair(terms[0]).mul_add(square, pair(terms[1])).mul_add(square, pair(terms[2]));
    let rest = r.mul_add(series, LACKS[place]);
    let scale = f64::from_bits((sixteenths >> 4).wrapping_add(1023) << 52);
    scale * rest.mul_add(ROOTS[place], ROOTS[place])
}

/// `e ** x`
#[inline(always)]
pub(super) fn exp(x: f64) -> f64 {
    let (sixteenths, n) = sixteenths_below(x, LOG2_E);
    raised(sixteenths, n.mul_add(-LN_2_REST, n.mul_add(-LN_2, x)), &BY_E)
}

/// The power of 2 that `e ** (x + low)` is, in two parts.
#[inline(always)]
pub(super) fn as_power_of_two(x: f64, low: f64) -> (f64, f64) {
    let (power, rest) = product(x, LOG2_E);
    (power, x.mul_add(LOG2_E_REST, low.mul_add(LOG2_E, rest)))
}

/// `2 ** (x + low)`
#[inline(always)]
pub(super) fn two_to(x: f64, low: f64) -> f64 {
    let (sixteenths, n) = sixteenths_below(x, 1.0);
    raised(sixteenths, (x - n) + low, &BY_2)
}

#[inline(always)]
fn exp2(x: f64) -> f64 {
    two_to(x, 0.0)
}

#[inline(always)]
fn expm1(x: f64) -> f64 {
    let (high, low) = less_one(x);
    (high + low).copysign(x)
}

#[inline(always)]
fn tanh(x: f64) -> f64 {
    // Of t = e ** 2x - 1 it is t / (t + 2).
    // From 20 on it is 1.
    let size = x.abs();
    let (t, low) = less_one(2.0 * if size < 20.0 { size } else { 20.0 });
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
    Exp2 exp2_of: 1e-90 to 1000.0, exp2, libm::exp2, by exp2;
    /// `e ** x - 1`
    Expm1 expm1_of: 1e-90 to 700.0, expm1, libm::expm1;
    /// The hyperbolic tangent.
    Tanh tanh_of: 1e-90 to 1e300, tanh, libm::tanh;
    /// The hyperbolic sine.
    Sinh sinh_of: 1e-90 to 700.0, sinh, libm::sinh;
    /// The hyperbolic cosine.
    Cosh cosh_of: 1e-90 to 700.0, cosh, libm::cosh;
}
