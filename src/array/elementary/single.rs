//! Functions of floats of 32 bits, computed with floats of 64 bits: series of few terms are enough.
//!
//! In: floats of moderate size. Out: the nearest floats to the true results, but for few operands, where it is the one beside it.

use super::angle::{Arccos, Arcsin, Arctan, EIGHTH, HALF_REST, Tan};
use super::exponential::{Cosh, Exp2, Expm1, LN_2_REST, Sinh, Tanh, scale};
use super::logarithm::{Arccosh, Arcsinh, Arctanh, Log1p, split};
use super::root::{Cbrt, inverse_cbrt};
use super::{Elementary, ElementaryOfTwo, ROUND, polynomial};
use crate::array::libm;
use crate::number::libm as double;
use std::f64::consts::{FRAC_2_PI, FRAC_PI_2, FRAC_PI_4, LN_2, LOG2_E};

/// `(e ** r - 1) / r` for `r` up to half the logarithm of 2.
const LESS_ONE: [f64; 7] = [
    0.000_199_158_672_711_666,
    0.001_394_111_065_225_136,
    0.008_333_268_588_277_772,
    0.041_666_352_863_481_87,
    0.166_666_668_536_492_1,
    0.500_000_004_712_774_7,
    0.999_999_999_991_015_4,
];
/// `(cosh(r) - 1) / r ** 2` and `sinh(r) / r`, of `r ** 2`, for the same.
const EVEN: [f64; 3] = [0.001_393_364_601_184_755, 0.041_666_464_946_226_82, 0.500_000_001_346_671];
const ODD: [f64; 4] = [0.000_199_075_739_366_144, 0.008_333_283_535_30, 0.166_666_667_863_459_5, 0.999_999_999_995_506];
/// `log(1 + f) / f` for `1 + f` around 1.
const LOG: [f64; 13] = [
    0.055_136_224_561_765_04,
    -0.100_105_070_009_180_6,
    0.100_132_306_265_167_7,
    -0.098_959_737_642_506_48,
    0.110_046_945_941_458_4,
    -0.124_999_269_103_689_3,
    0.142_911_360_254_497,
    -0.166_668_438_316_157_8,
    0.199_998_747_872_313_7,
    -0.249_999_957_905_833,
    0.333_333_344_109_034_9,
    -0.500_000_000_208_990_3,
    0.999_999_999_984_620_6,
];
/// A quotient of polynomials of `r ** 2` that is `tan(r) / r` for `r` up to an eighth of the circle.
const TANGENT: [[f64; 3]; 2] = [
    [0.001_075_154_653_754_131_8, -0.111_361_439_125_329_4, 1.000_000_000_022_088],
    [0.015_973_391_638_149_38, -0.444_694_770_796_817_7, 1.0],
];
/// `atan(t) / t`, of `t ** 2`, for `t` up to `EIGHTH`.
const ARC_TANGENT: [f64; 6] = [
    -0.060_401_828_275_364_27,
    0.105_757_919_378_790_9,
    -0.142_404_299_508_755,
    0.199_982_381_929_549_4,
    -0.333_333_080_810_602_2,
    0.999_999_999_412_269_1,
];
/// `asin(s) / s`, of `s ** 2`, for `s` up to a half.
const ARC_SINE: [f64; 7] = [
    0.037_935_989_280_524_96,
    0.014_101_617_954_169_94,
    0.031_911_479_604_602_48,
    0.044_501_698_968_515_2,
    0.075_006_122_576_163_6,
    0.166_666_567_692_364_6,
    1.000_000_000_260_736,
];

/// `x` as `2 ** n * e ** r`: `n` in the lowest bits, and `r`.
#[inline(always)]
fn reduced(x: f64) -> (f64, f64) {
    let shifted = x.mul_add(LOG2_E, ROUND);
    let n = shifted - ROUND;
    (shifted, n.mul_add(-LN_2_REST, n.mul_add(-LN_2, x)))
}

/// `2 ** n * e ** r - 1`
#[inline(always)]
fn raised_less_one(shifted: f64, r: f64) -> f64 {
    let scale = scale(shifted);
    scale.mul_add(r * polynomial(LESS_ONE, r), scale - 1.0)
}

#[inline(always)]
fn exp2(x: f64) -> f64 {
    let shifted = x + ROUND;
    let r = (x - (shifted - ROUND)) * LN_2;
    let scale = scale(shifted);
    scale.mul_add(r * polynomial(LESS_ONE, r), scale)
}

#[inline(always)]
fn expm1(x: f64) -> f64 {
    let (shifted, r) = reduced(x);
    raised_less_one(shifted, r).copysign(x)
}

#[inline(always)]
fn tanh(x: f64) -> f64 {
    // From 20 on it is 1.
    let size = x.abs();
    let (shifted, r) = reduced(2.0 * if size < 20.0 { size } else { 20.0 });
    let t = raised_less_one(shifted, r);
    (t / (t + 2.0)).copysign(x)
}

/// The hyperbolic cosine and sine of `r`, and those of what the powers of 2 are exponentials of.
#[inline(always)]
fn hyperbolic(x: f64) -> ((f64, f64), (f64, f64)) {
    let (shifted, r) = reduced(x);
    let z = r * r;
    let (power, inverse) = (0.5 * scale(shifted), 0.5 * scale(ROUND - (shifted - ROUND)));
    ((z.mul_add(polynomial(EVEN, z), 1.0), r * polynomial(ODD, z)), (power + inverse, power - inverse))
}

#[inline(always)]
fn sinh(x: f64) -> f64 {
    let ((even, odd), (whole_even, whole_odd)) = hyperbolic(x);
    whole_even.mul_add(odd, whole_odd * even).copysign(x)
}

#[inline(always)]
fn cosh(x: f64) -> f64 {
    let ((even, odd), (whole_even, whole_odd)) = hyperbolic(x);
    whole_even.mul_add(even, whole_odd * odd)
}

/// The logarithm of `y`, of which `less_one` is `y - 1`, with more digits where `y` is near 1.
#[inline(always)]
fn log_of(y: f64, less_one: f64) -> f64 {
    let (k, m) = split(y);
    let f = if k == 0.0 { less_one } else { m - 1.0 };
    k.mul_add(LN_2, f * polynomial(LOG, f))
}

#[inline(always)]
fn log1p(x: f64) -> f64 {
    log_of(1.0 + x, x).copysign(x)
}

#[inline(always)]
fn arcsinh(x: f64) -> f64 {
    let (size, z) = (x.abs(), x * x);
    let y = size + (1.0 + z).sqrt();
    let small = size * z.mul_add(z.mul_add(0.075, -1.0 / 6.0), 1.0);
    (if size < 1.0 / 256.0 { small } else { log_of(y, y - 1.0) }).copysign(x)
}

#[inline(always)]
fn arccosh(x: f64) -> f64 {
    let root = x.mul_add(x, -1.0).sqrt();
    log_of(x + root, (x - 1.0) + root)
}

#[inline(always)]
fn arctanh(x: f64) -> f64 {
    let size = x.abs();
    let less_one = 2.0 * size / (1.0 - size);
    (0.5 * log_of(1.0 + less_one, less_one)).copysign(x)
}

#[inline(always)]
fn tan(x: f64) -> f64 {
    let shifted = x.mul_add(FRAC_2_PI, ROUND);
    let n = shifted - ROUND;
    let r = n.mul_add(-HALF_REST, n.mul_add(-FRAC_PI_2, x));
    let z = r * r;
    let [above, below] = TANGENT.map(|terms| polynomial(terms, z));
    let above = r * above;
    // Every other quarter has the inverse.
    let is_odd = shifted.to_bits() & 1 != 0;
    let (above, below) = if is_odd { (-below, above) } else { (above, below) };
    above / below
}

/// The angle of a point with such coordinates.
#[inline(always)]
fn angle(y: f64, x: f64) -> f64 {
    let (far, near) = (x.abs(), y.abs());
    let is_steep = near > far;
    let (a, b) = if is_steep { (far, near) } else { (near, far) };
    let is_large = a > b * EIGHTH;
    let t = (a - if is_large { b } else { 0.0 }) / (b + if is_large { a } else { 0.0 });
    let rest = t * polynomial(ARC_TANGENT, t * t);
    // So many eighths of the circle, and the angle forth or back.
    let (eighths, back) = (if is_large { 1.0 } else { 0.0 }, 1.0f64);
    let (eighths, back) = if is_steep { (2.0 - eighths, -back) } else { (eighths, back) };
    let (eighths, back) = if x.is_sign_negative() { (4.0 - eighths, -back) } else { (eighths, back) };
    back.mul_add(rest, eighths * FRAC_PI_4).copysign(y)
}

#[inline(always)]
fn arctan(x: f64) -> f64 {
    angle(x, 1.0)
}

/// For a size up to 1: whether it is large, and the arc of the sine, or half of what that lacks.
#[inline(always)]
fn arc(size: f64) -> (bool, f64) {
    let is_large = size > 0.5;
    let z = if is_large { (1.0 - size) * 0.5 } else { size * size };
    let s = if is_large { z.sqrt() } else { size };
    (is_large, s * polynomial(ARC_SINE, z))
}

#[inline(always)]
fn arcsin(x: f64) -> f64 {
    let (is_large, arc) = arc(x.abs());
    (if is_large { FRAC_PI_2 - 2.0 * arc } else { arc }).copysign(x)
}

#[inline(always)]
fn arccos(x: f64) -> f64 {
    let (is_large, arc) = arc(x.abs());
    let is_negative = x.is_sign_negative();
    match is_large {
        true => {
            if is_negative {
                2.0f64.mul_add(-arc, 2.0 * FRAC_PI_2)
            } else {
                2.0 * arc
            }
        }
        false => FRAC_PI_2 + if is_negative { arc } else { -arc },
    }
}

#[inline(always)]
fn cbrt(x: f64) -> f64 {
    let inverse = inverse_cbrt(x.abs());
    x * inverse * inverse
}

fn library_cbrt(x: f32) -> f32 {
    double::cbrt(x as f64) as f32
}

/// Whether a number is 0, or its size lies between two others. It looks at bits: comparing floats would raise flags.
#[inline(always)]
fn is_between(x: f32, least: f32, most: f32) -> bool {
    let bits = x.to_bits() & (u32::MAX >> 1);
    (bits == 0) | ((bits > least.to_bits()) & (bits < most.to_bits()))
}

/// Whether a number lies between two positive ones.
#[inline(always)]
fn is_in(x: f32, least: f32, most: f32) -> bool {
    (x.to_bits() > least.to_bits()) & (x.to_bits() < most.to_bits())
}

#[inline(always)]
fn is_above_minus_one(x: f32) -> bool {
    is_between(x, 1e-30, 1e30) & ((x.to_bits() >> 31 == 0) | (x.to_bits() & (u32::MAX >> 1) < 1.0f32.to_bits()))
}

/// The functions of one float: which operands are usual, the result for these, and the library's function for others.
macro_rules! singles {
    ($($function:ident: |$x:ident| $is_usual:expr, $usual:path, $library:path;)*) => {
        $(impl Elementary for $function<f32> {
            type A = f32;
            type R = f32;
            #[inline(always)]
            fn is_usual($x: f32) -> bool {
                $is_usual
            }
            #[inline(always)]
            fn usual(x: f32) -> f32 {
                $usual(x as f64) as f32
            }
            fn unusual(x: f32) -> f32 {
                $library(x)
            }
        })*
    };
}

singles! {
    Exp2: |x| is_between(x, 1e-30, 120.0), exp2, libm::exp2f;
    Expm1: |x| is_between(x, 1e-30, 80.0), expm1, libm::expm1f;
    Sinh: |x| is_between(x, 1e-30, 80.0), sinh, libm::sinhf;
    Cosh: |x| is_between(x, 1e-30, 80.0), cosh, libm::coshf;
    Tanh: |x| is_between(x, 1e-30, 1e30), tanh, libm::tanhf;
    Log1p: |x| is_above_minus_one(x), log1p, libm::log1pf;
    Arcsinh: |x| is_between(x, 1e-30, 1e30), arcsinh, libm::asinhf;
    Arccosh: |x| is_in(x, 1.0, 1e30), arccosh, libm::acoshf;
    Arctanh: |x| is_between(x, 1e-30, 1.0), arctanh, libm::atanhf;
    Tan: |x| is_between(x, 1e-30, 1e5), tan, libm::tanf;
    Arctan: |x| is_between(x, 1e-30, 1e30), arctan, libm::atanf;
    Arcsin: |x| is_between(x, 1e-30, 1.0), arcsin, libm::asinf;
    Arccos: |x| is_between(x, 1e-30, 1.0), arccos, libm::acosf;
    Cbrt: |x| is_between(x, 1e-30, 1e30), cbrt, library_cbrt;
}

/// The angle of a point.
pub struct Arctan2;

impl ElementaryOfTwo for Arctan2 {
    type A = f32;
    #[inline(always)]
    fn is_usual(y: f32, x: f32) -> bool {
        let is_moderate = |x: f32| is_in(f32::from_bits(x.to_bits() & (u32::MAX >> 1)), 1e-15, 1e15);
        is_moderate(y) & is_moderate(x)
    }
    #[inline(always)]
    fn usual(y: f32, x: f32) -> f32 {
        angle(y as f64, x as f64) as f32
    }
    fn unusual(y: f32, x: f32) -> f32 {
        libm::atan2f(y, x)
    }
}

/// `x ** y`
pub struct Power;

impl ElementaryOfTwo for Power {
    type A = f32;
    #[inline(always)]
    fn is_usual(x: f32, y: f32) -> bool {
        // The size of the logarithm to base 2 is at most that of the exponent and 1.
        let exponent = ((x.to_bits() >> 23) as i32 - 127).abs() + 1;
        let bits = y.to_bits() & (u32::MAX >> 1);
        let is_moderate = (bits > 1e-30f32.to_bits()) & (bits < 1e5f32.to_bits());
        let size = f32::from_bits(if is_moderate { bits } else { 0 });
        is_in(x, f32::MIN_POSITIVE, f32::INFINITY)
            & is_moderate
            & ((size * exponent as f32).to_bits() < 120.0f32.to_bits())
    }
    #[inline(always)]
    fn usual(x: f32, y: f32) -> f32 {
        let (k, m) = split(x as f64);
        let f = m - 1.0;
        let log = (f * LOG2_E).mul_add(polynomial(LOG, f), k);
        exp2(y as f64 * log) as f32
    }
    fn unusual(x: f32, y: f32) -> f32 {
        libm::powf(x, y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_those_beside_the_true_ones() {
        type Case = (fn(f32) -> f32, fn(f64) -> f64, f64, f64);
        let cases: [Case; 9] = [
            (Exp2::<f32>::usual, f64::exp2, -119.0, 119.0),
            (Expm1::<f32>::usual, f64::exp_m1, -79.0, 79.0),
            (Sinh::<f32>::usual, f64::sinh, -79.0, 79.0),
            (Tanh::<f32>::usual, f64::tanh, -30.0, 30.0),
            (Log1p::<f32>::usual, f64::ln_1p, -0.99, 9.0),
            (Arcsinh::<f32>::usual, f64::asinh, -9.0, 9.0),
            (Arctanh::<f32>::usual, f64::atanh, -0.99, 0.99),
            (Arccos::<f32>::usual, f64::acos, -0.999, 0.999),
            (Cbrt::<f32>::usual, f64::cbrt, -999.0, 999.0),
        ];
        for (function, exact, least, most) in cases {
            let mut x = 0.123_f64;
            for _ in 0..50_000 {
                x = (x * 1.618_033_988_749 + 0.271_828) % 1.0;
                let operand = (least + x * (most - least)) as f32;
                let (found, wanted) = (f64::from(function(operand)), exact(f64::from(operand)));
                let unit = f64::from((wanted as f32).abs().next_up() - (wanted as f32).abs());
                assert!((found - wanted).abs() < unit, "{operand}: {found}, not {wanted}");
            }
        }
    }
}
