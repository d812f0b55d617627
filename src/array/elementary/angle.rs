//! The tangent, and the inverse functions of angles.
//!
//! In: floats of moderate size. Out: results that are within one unit in the last place of the true ones.

use super::{
    ElementaryOfTwo, ROUND, elementary_functions, is_between, polynomial, product, quotient, sum, sum_of_large,
};
use crate::number::libm;
use std::f64::consts::{FRAC_2_PI, FRAC_PI_2, FRAC_PI_4};

/// What `FRAC_PI_4` lacks.
const QUARTER_REST: f64 = 3.061_616_997_868_383e-17;
/// What `FRAC_PI_2` lacks.
pub(super) const HALF_REST: f64 = 6.123_233_995_736_766e-17;
/// A quarter of the circle in three parts, of which the first two times a whole number of 17 bits are exact.
const HALF: [f64; 3] = [1.570_796_326_734_125_6, 6.077_100_506_303_966e-11, 2.022_266_248_795_950_6e-21];
/// The tangent of an eighth of half the circle.
pub(super) const EIGHTH: f64 = 0.414_213_562_373_095_03;

/// `(tan(r) - r) / r ** 3`, of `r ** 2`.
const TANGENT: [f64; 15] = [
    8.682_752_094_194_088e-6,
    -1.914_754_991_310_450_5e-5,
    3.806_428_753_733_257_4e-5,
    -1.270_640_038_109_644_8e-5,
    5.679_593_333_887_051e-5,
    8.939_440_789_458_792e-5,
    0.000_241_428_601_023_505_6,
    0.000_589_526_962_450_029_9,
    0.001_455_910_868_642_809,
    0.003_592_120_061_274_531,
    0.008_863_236_070_596_294,
    0.021_869_488_514_150_937,
    0.053_968_253_968_721_63,
    0.133_333_333_333_329_42,
    0.333_333_333_333_333_3,
];

/// `(atan(t) - t) / t ** 3`, of `t ** 2`.
const ARC_TANGENT: [f64; 14] = [
    0.011_840_668_649_795_822,
    -0.027_146_491_884_330_59,
    0.037_173_180_489_878_29,
    -0.042_925_742_114_071_07,
    0.047_543_190_098_483_526,
    -0.052_624_176_447_708_71,
    0.058_823_016_484_446_58,
    -0.066_666_641_767_812_76,
    0.076_923_076_099_631_49,
    -0.090_909_090_891_399_26,
    0.111_111_111_110_882_91,
    -0.142_857_142_857_141_32,
    0.2,
    -0.333_333_333_333_333_3,
];

/// `(asin(s) - s) / s ** 3`, of `s ** 2`.
const ARC_SINE: [f64; 13] = [
    0.028_757_851_367_421_563,
    -0.014_851_887_071_247_204,
    0.017_400_879_442_694_02,
    0.005_457_506_718_640_358,
    0.010_322_814_350_185_78,
    0.011_479_177_415_184_906,
    0.013_971_212_973_552_933,
    0.017_352_392_720_869_973,
    0.022_372_172_942_149_89,
    0.030_381_944_138_531_247,
    0.044_642_857_146_355_43,
    0.074_999_999_999_984_33,
    0.166_666_666_666_666_66,
];

#[inline(always)]
fn tan(x: f64) -> f64 {
    let shifted = x.mul_add(FRAC_2_PI, ROUND);
    let n = shifted - ROUND;
    let (r, low) = sum(n.mul_add(-HALF[0], x), n * -HALF[1]);
    let low = n.mul_add(-HALF[2], low);
    let z = r * r;
    let (high, low) = sum_of_large(r, (r * z).mul_add(polynomial(TANGENT, z), low.mul_add(z, low)));
    // Every other quarter has the inverse.
    let is_odd = shifted.to_bits() & 1 != 0;
    // Not a choice by the quarter, which a compiler may put behind the division: a zero would be told of.
    let divisor = high.abs().max(1e-100).copysign(high);
    let inverse = -1.0 / divisor;
    let inverse = inverse.mul_add(inverse.mul_add(divisor, 1.0) + inverse * low, inverse);
    let near = high + low;
    let near = if x.abs() < 0.5 { near.copysign(x) } else { near };
    if is_odd { inverse } else { near }
}

/// The angle of a point with such coordinates.
#[inline(always)]
fn angle(y: f64, x: f64) -> f64 {
    let (far, near) = (x.abs(), y.abs());
    let is_steep = near > far;
    let (a, b) = if is_steep { (far, near) } else { (near, far) };
    let is_large = a > b * EIGHTH;
    let (n, n_low) = sum(a, if is_large { -b } else { 0.0 });
    let (d, d_low) = sum(b, if is_large { a } else { 0.0 });
    let (t, low) = quotient((n, n_low), (d, d_low));
    let z = t * t;
    let rest = (t * z).mul_add(polynomial(ARC_TANGENT, z), low - low * z);
    // So many eighths of the circle, and the angle forth or back.
    let (eighths, back) = (if is_large { 1.0 } else { 0.0 }, 1.0);
    let (eighths, back) = if is_steep { (2.0 - eighths, -back) } else { (eighths, back) };
    let (eighths, back) = if x.is_sign_negative() { (4.0 - eighths, -back) } else { (eighths, back) };
    let (whole, lost) = product(eighths, FRAC_PI_4);
    let (high, more) = sum(whole, back * t);
    (high + (more + back.mul_add(rest, eighths.mul_add(QUARTER_REST, lost)))).copysign(y)
}

#[inline(always)]
fn arctan(x: f64) -> f64 {
    angle(x, 1.0)
}

/// For a size up to 1: the sine of the smaller half angle, or the size itself, and what the arc has beyond it.
#[inline(always)]
fn arc(size: f64) -> (bool, f64, f64) {
    let is_large = size > 0.5;
    let z = if is_large { (1.0 - size) * 0.5 } else { size * size };
    let root = z.sqrt();
    let lost = (-root).mul_add(root, z) / (2.0 * root).max(1e-200);
    let (s, low) = if is_large { (root, lost) } else { (size, 0.0) };
    (is_large, s, (s * z).mul_add(polynomial(ARC_SINE, z), low))
}

#[inline(always)]
fn arcsin(x: f64) -> f64 {
    let (is_large, s, rest) = arc(x.abs());
    let (high, more) = sum(FRAC_PI_2, -2.0 * s);
    let large = high + (more + (HALF_REST - 2.0 * rest));
    (if is_large { large } else { s + rest }).copysign(x)
}

#[inline(always)]
fn arccos(x: f64) -> f64 {
    let (is_large, s, rest) = arc(x.abs());
    let is_negative = x.is_sign_negative();
    let (quarters, sign) = match is_large {
        true => (if is_negative { 2.0 } else { 0.0 }, if is_negative { -2.0 } else { 2.0 }),
        false => (1.0, if is_negative { 1.0 } else { -1.0 }),
    };
    let (high, more) = sum(quarters * FRAC_PI_2, sign * s);
    high + (more + sign.mul_add(rest, quarters * HALF_REST))
}

elementary_functions! {
    /// The tangent.
    Tan tan_of: 1e-90 to 1e5, tan, libm::tan;
    /// The angle of a tangent.
    Arctan arctan_of: 1e-90 to 1e90, arctan, libm::atan;
    /// The angle of a sine.
    Arcsin arcsin_of: 1e-90 to 1.0, arcsin, libm::asin;
    /// The angle of a cosine.
    Arccos arccos_of: 1e-90 to 1.0, arccos, libm::acos;
}

/// The angle of a point.
pub struct Arctan2;

impl ElementaryOfTwo for Arctan2 {
    type A = f64;
    #[inline(always)]
    fn is_usual(y: f64, x: f64) -> bool {
        is_between(y, 1e-45, 1e45) & is_between(x, 1e-45, 1e45) & (x.to_bits() << 1 != 0) & (y.to_bits() << 1 != 0)
    }
    #[inline(always)]
    fn usual(y: f64, x: f64) -> f64 {
        angle(y, x)
    }
    fn unusual(y: f64, x: f64) -> f64 {
        libm::atan2(y, x)
    }
}
