//! The tangent, and the inverse functions of angles.
//!
//! In: floats of moderate size. Out: results that are within one unit in the last place of the true ones.

use super::{
    ElementaryOfTwo, ROUND, elementary_functions, is_between, polynomial, product, quotient, sum, sum_of_large, widened,
};
use crate::array::libm as single;
use crate::number::libm;
use std::f64::consts::{FRAC_2_PI, FRAC_PI_2, FRAC_PI_4};

/// What `FRAC_PI_4` lacks.
const QUARTER_REST: f64 = 3.061616997868383e-17;
/// What `FRAC_PI_2` lacks.
const HALF_REST: f64 = 6.123233995736766e-17;
/// A quarter of the circle in three parts, of which the first two times a whole number of 17 bits are exact.
const HALF: [f64; 3] = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21];
/// The tangent of an eighth of half the circle.
const EIGHTH: f64 = 0.41421356237309503;

/// `(tan(r) - r) / r ** 3`, of `r ** 2`.
const TANGENT: [f64; 15] = [
    8.6827520941940889e-6,
    -1.9147549913104506e-5,
    3.8064287537332574e-5,
    -1.2706400381096448e-5,
    5.6795933338870513e-5,
    8.9394407894587922e-5,
    2.4142860102350558e-4,
    5.8952696245002985e-4,
    1.4559108686428091e-3,
    3.5921200612745307e-3,
    8.8632360705962942e-3,
    2.1869488514150937e-2,
    5.3968253968721629e-2,
    1.3333333333332942e-1,
    3.3333333333333333e-1,
];

/// `(atan(t) - t) / t ** 3`, of `t ** 2`.
const ARC_TANGENT: [f64; 14] = [
    0.011840668649795821,
    -0.027146491884330588,
    0.037173180489878294,
    -0.042925742114071065,
    0.047543190098483526,
    -0.052624176447708711,
    0.058823016484446579,
    -0.066666641767812759,
    0.076923076099631486,
    -0.090909090891399261,
    0.11111111111088291,
    -0.14285714285714131,
    0.2,
    -0.33333333333333333,
];

/// `(asin(s) - s) / s ** 3`, of `s ** 2`.
const ARC_SINE: [f64; 13] = [
    0.028757851367421564,
    -0.014851887071247203,
    0.017400879442694022,
    0.0054575067186403583,
    0.010322814350185779,
    0.011479177415184905,
    0.013971212973552933,
    0.017352392720869972,
    0.022372172942149887,
    0.030381944138531247,
    0.044642857146355429,
    0.074999999999984329,
    0.16666666666666667,
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
    let divisor = if is_odd { high } else { 1.0 };
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
    Tan tan_of: 1e-90 to 1e5, tan, libm::tan, single::tanf;
    /// The angle of a tangent.
    Arctan arctan_of: 1e-90 to 1e90, arctan, libm::atan, single::atanf;
    /// The angle of a sine.
    Arcsin arcsin_of: 1e-90 to 1.0, arcsin, libm::asin, single::asinf;
    /// The angle of a cosine.
    Arccos arccos_of: 1e-90 to 1.0, arccos, libm::acos, single::acosf;
}

/// The angle of a point.
pub struct Arctan2;

impl ElementaryOfTwo for Arctan2 {
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
