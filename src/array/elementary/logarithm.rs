//! Logarithms to other bases and of what is near 1, the inverses of hyperbolic functions, and powers.
//!
//! In: floats of moderate size. Out: results that are within one unit in the last place of the true ones.
#![allow(unsafe_code)]

use super::exponential::{as_power_of_two, two_to};
#[cfg(target_arch = "x86_64")]
use super::wide;
use super::{
    CHUNK, Elementary, ElementaryOfTwo, LN2_HIGH, LN2_LOW, ROUND, is_between, log_series, polynomial, product,
    quotient, sum, sum_of_large,
};
use crate::array::ufunc::loops::is_widest;
use crate::number::libm;
use std::marker::PhantomData;
use std::mem::MaybeUninit;

pub use super::Log;

const INVERSE_LN_2: (f64, f64) = (std::f64::consts::LOG2_E, 2.035_527_374_093_103_3e-17);
const INVERSE_LN_10: (f64, f64) = (std::f64::consts::LOG10_E, 1.098_319_650_216_765e-17);
/// The logarithm of 2 to base 10: the first part times a small whole number is exact.
const LOG10_2: (f64, f64) = (0.301_029_995_663_157, 8.241_712_586_023_572e-13);
/// Two thirds, and what that lacks.
const TWO_THIRDS: (f64, f64) = (0.666_666_666_666_666_6, 3.700_743_415_417_188e-17);

/// `(log((1 + s) / (1 - s)) - 2 s - 2 / 3 s ** 3) / s ** 5`, of `s ** 2`.
const SERIES: [f64; 9] = [
    0.107_704_799_733_636_07,
    0.104_554_356_481_683_8,
    0.117_668_530_324_629_03,
    0.133_332_956_089_785_74,
    0.153_846_157_729_865_68,
    0.181_818_181_795_755_73,
    0.222_222_222_222_287_02,
    0.285_714_285_714_285_64,
    0.4,
];

/// `x` as `2 ** k * m` with `m` around 1: both.
#[inline(always)]
pub(super) fn split(x: f64) -> (f64, f64) {
    let bits = x.to_bits();
    let k = ((bits.wrapping_sub(0x3fe6_a09e_667f_3bcd)) as i64) >> 52;
    let m = f64::from_bits(bits.wrapping_sub((k as u64) << 52));
    (f64::from_bits((k as u64).wrapping_add(ROUND.to_bits())) - ROUND, m)
}

/// The natural logarithms of what 16 to 31 thirty-seconds are the inverse of, with a factor of 2 for those below 24, in two parts.
pub(super) const LOGS: [f64; 16] = [
    0.0,
    -0.060_624_621_816_714_35,
    -0.117_783_035_656_43,
    -0.171_850_256_926_518_34,
    -0.223_143_551_314_024_08,
    -0.271_933_715_484_010_46,
    -0.318_453_731_118_097_5,
    -0.362_905_493_689_140_7,
    0.287_682_072_451_389_1,
    0.246_860_077_931_160_05,
    0.207_639_364_778_515_3,
    0.169_899_036_794_959_1,
    0.133_531_392_624_718_14,
    0.098_440_072_812_991_27,
    0.064_538_521_137_365_02,
    0.031_748_698_314_913_78,
];
pub(super) const LOGS_LACK: [f64; 16] = [
    0.0,
    2.795_098_818_345_971e-13,
    4.654_729_747_598_445e-14,
    -1.408_812_793_711_113_5e-13,
    -1.856_757_095_979_601e-13,
    3.687_042_831_583_768e-13,
    -4.371_219_195_742_914_4e-13,
    -2.277_407_611_403_955_6e-13,
    3.918_237_769_963_822e-13,
    3.657_488_373_208_597e-13,
    -2.707_990_980_384_746e-13,
    4.383_710_744_723_666e-13,
    -1.955_139_390_941_537_4e-13,
    2.612_449_164_724_734_6e-13,
    2.061_480_673_984_220_7e-13,
    -3.334_802_027_954_729e-13,
];
/// The logarithm of 2 in two parts, of which the first times any exponent is exact.
pub(super) const LONG_LN2: (f64, f64) = (0.693_147_180_558_298_7, 1.646_594_958_286_646_3e-12);

/// `(log(1 + r) - r) / r ** 2`: its higher terms and its lower ones.
pub(super) const TOP: [[f64; 2]; 2] =
    [[0.111_355_614_060_345_11, -0.125_220_000_081_181], [0.142_856_909_395_973_26, -0.166_666_505_466_956_66]];
pub(super) const MIDDLE: [[f64; 2]; 2] =
    [[0.200_000_000_092_809_38, -0.250_000_000_043_737_3], [0.333_333_333_333_320_05, -0.499_999_999_999_996_8]];
/// `1.5 * 2 ** 18`: added to a float of 32 bits it leaves the nearest 32nd in the lowest bits.
pub(super) const SHORT_ROUND: f32 = 393_216.0;

/// The natural logarithm. The operations and their order are those of numpy's where there is AVX-512: its results are these, to the last
/// digit.
#[inline(always)]
pub(super) fn log(x: f64) -> f64 {
    let bits = x.to_bits();
    let k = f64::from_bits((bits >> 52).wrapping_add(ROUND.to_bits())) - (ROUND + 1023.0);
    let m = f64::from_bits(bits & ((1 << 52) - 1) | 1023 << 52);
    // An inverse of five bits: what is left to do has a logarithm of few terms.
    let shifted = 1.0 / m as f32 + SHORT_ROUND;
    let place = (shifted.to_bits() & 15) as usize;
    let r = f64::from(shifted - SHORT_ROUND).mul_add(m, -1.0);
    let k = k + if shifted < SHORT_ROUND + 0.75 { 1.0 } else { 0.0 };
    let high = k.mul_add(LONG_LN2.0, LOGS[place]);
    let square = r * r;
    let pair = |[a, b]: [f64; 2]| r.mul_add(a, b);
    let top = pair(TOP[0]).mul_add(square, pair(TOP[1]));
    let middle = pair(MIDDLE[0]).mul_add(square, pair(MIDDLE[1]));
    let series = top.mul_add(square * square, middle);
    let (sum, lost) = sum_of_large(high, r);
    let low = k.mul_add(LONG_LN2.1, LOGS_LACK[place]);
    sum + (series.mul_add(square, lost) + low)
}

/// The natural logarithm of a number around 1, in two parts.
#[inline(always)]
fn short_log_of_near(m: f64) -> (f64, f64) {
    let f = m - 1.0;
    let (s, series) = log_series(f);
    let (half, lost) = product(0.5 * f, f);
    let (high, low) = sum_of_large(f, -half);
    (high, s.mul_add(half + series, low - lost))
}

/// The same with twice as many digits.
#[inline(always)]
fn log_of_near(m: f64) -> (f64, f64) {
    let (s, low) = quotient((m - 1.0, 0.0), sum(m, 1.0));
    let (z, rest) = product(s, s);
    let z_low = (2.0 * s).mul_add(low, rest);
    let (cube, rest) = product(z, s);
    let cube_low = z.mul_add(low, z_low.mul_add(s, rest));
    let (third, rest) = product(cube, TWO_THIRDS.0);
    let third_low = cube.mul_add(TWO_THIRDS.1, cube_low.mul_add(TWO_THIRDS.0, rest));
    let more = cube * z * polynomial(SERIES, z);
    let (high, rest) = sum_of_large(2.0 * s, third);
    sum_of_large(high, rest + (2.0 * low + (third_low + more)))
}

/// The natural logarithm in two parts.
#[inline(always)]
fn log_in_parts(x: f64) -> (f64, f64) {
    let (k, m) = split(x);
    let (near, low) = log_of_near(m);
    let (high, rest) = sum(k * LN2_HIGH, near);
    sum_of_large(high, rest + k.mul_add(LN2_LOW, k.mul_add(LN2_REST, low)))
}

/// What the two parts of the logarithm of 2 lack.
const LN2_REST: f64 = 1.161_222_722_936_253_2e-26;

#[inline(always)]
fn log2(x: f64) -> f64 {
    let (k, m) = split(x);
    let (near, low) = short_log_of_near(m);
    let (p, rest) = product(near, INVERSE_LN_2.0);
    let (high, more) = sum(k, p);
    high + (more + near.mul_add(INVERSE_LN_2.1, low.mul_add(INVERSE_LN_2.0, rest)))
}

#[inline(always)]
fn log10(x: f64) -> f64 {
    let (k, m) = split(x);
    let (near, low) = short_log_of_near(m);
    let (p, rest) = product(near, INVERSE_LN_10.0);
    let (high, more) = sum(k * LOG10_2.0, p);
    high + (more + k.mul_add(LOG10_2.1, near.mul_add(INVERSE_LN_10.1, low.mul_add(INVERSE_LN_10.0, rest))))
}

/// The natural logarithm of `u + lost`.
#[inline(always)]
fn log_of_sum((u, lost): (f64, f64)) -> f64 {
    // What `u` lacks counts by the inverse.
    let (k, m) = split(u);
    let (near, low) = short_log_of_near(m);
    let (high, rest) = sum(k * LN2_HIGH, near);
    let (high, more) = sum(high, lost / u);
    high + (rest + (more + k.mul_add(LN2_LOW, low)))
}

#[inline(always)]
fn log1p(x: f64) -> f64 {
    log_of_sum(sum(1.0, x)).copysign(x)
}

/// The logarithm of `x` and the root of `x * x` and one more or one less.
#[inline(always)]
fn log_with_root(x: f64, one: f64) -> f64 {
    let (square, square_low) = product(x, x);
    let (h, h_low) = sum(square, one);
    let root = h.sqrt();
    let root_low = ((-root).mul_add(root, h) + (h_low + square_low)) / (2.0 * root);
    let (u, lost) = sum(x, root);
    log_of_sum((u, lost + root_low))
}

#[inline(always)]
fn arcsinh(x: f64) -> f64 {
    let size = x.abs();
    (if size < 1e-8 { size } else { log_with_root(size, 1.0) }).copysign(x)
}

#[inline(always)]
fn arccosh(x: f64) -> f64 {
    log_with_root(x, -1.0)
}

#[inline(always)]
fn arctanh(x: f64) -> f64 {
    let size = x.abs();
    let (q, q_low) = quotient((2.0 * size, 0.0), sum(1.0, -size));
    let (u, lost) = sum(1.0, q);
    (0.5 * log_of_sum((u, lost + q_low))).copysign(x)
}

#[inline(always)]
fn is_positive(x: f64) -> bool {
    (f64::MIN_POSITIVE.to_bits()..f64::INFINITY.to_bits()).contains(&x.to_bits())
}

/// The functions that are logarithms.
macro_rules! logarithms {
    ($($(#[$doc:meta])* $function:ident $($alone:ident)?: $is_usual:path, $usual:path, $double:path;)*) => {
        $(
            $(#[$doc])*
            pub struct $function<T>(PhantomData<T>);

            impl Elementary for $function<f64> {
                type A = f64;
                type R = f64;
                #[inline(always)]
                fn is_usual(x: f64) -> bool {
                    $is_usual(x)
                }
                #[inline(always)]
                fn usual(x: f64) -> f64 {
                    $usual(x)
                }
                fn unusual(x: f64) -> f64 {
                    $double(x)
                }
            }

            $(
                /// The result for one element, with the instructions that rows are computed with.
                pub fn $alone(x: f64) -> f64 {
                    super::alone::<$function<f64>>(x)
                }
            )?
        )*
    };
}

#[inline(always)]
fn is_above_minus_one(x: f64) -> bool {
    is_between(x, 1e-90, 1e300) & ((x.to_bits() >> 63 == 0) | (x.to_bits() & (u64::MAX >> 1) < 1.0f64.to_bits()))
}

#[inline(always)]
fn is_moderate(x: f64) -> bool {
    is_between(x, 1e-90, 1e150)
}

#[inline(always)]
fn is_above_one(x: f64) -> bool {
    (x.to_bits() > 1.0f64.to_bits()) & (x.to_bits() < 1e150f64.to_bits())
}

#[inline(always)]
fn is_below_one(x: f64) -> bool {
    is_between(x, 1e-90, 1.0)
}

logarithms! {
    /// The logarithm to base 2.
    Log2 log2_of: is_positive, log2, libm::log2;
    /// The logarithm to base 10.
    Log10 log10_of: is_positive, log10, libm::log10;
    /// The logarithm of `1 + x`.
    Log1p log1p_of: is_above_minus_one, log1p, libm::log1p;
    /// The inverse of the hyperbolic sine.
    Arcsinh: is_moderate, arcsinh, libm::asinh;
    /// The inverse of the hyperbolic cosine.
    Arccosh: is_above_one, arccosh, libm::acosh;
    /// The inverse of the hyperbolic tangent.
    Arctanh: is_below_one, arctanh, libm::atanh;
}

/// The power of 2 that `x ** y` is, in two parts.
#[inline(always)]
fn power_of_two(x: f64, y: f64) -> (f64, f64) {
    let (log, low) = log_in_parts(x);
    let (p, rest) = product(y, log);
    as_power_of_two(p, y.mul_add(low, rest))
}

/// `x ** y`
pub struct Power;

impl ElementaryOfTwo for Power {
    type A = f64;
    #[inline(always)]
    fn is_usual(x: f64, y: f64) -> bool {
        // The size of the logarithm to base 2 is at most that of the exponent and 1.
        let exponent = ((x.to_bits() >> 52) as i64 - 1023).unsigned_abs() + 1;
        let exponent = f64::from_bits(exponent | ROUND.to_bits()) - ROUND;
        let bits = y.to_bits() & (u64::MAX >> 1);
        let is_moderate = (bits > 1e-90f64.to_bits()) & (bits < 1e5f64.to_bits());
        let size = f64::from_bits(if is_moderate { bits } else { 0 });
        is_positive(x) & is_moderate & ((size * exponent).to_bits() < 1000.0f64.to_bits())
    }

    #[inline(always)]
    fn usual(x: f64, y: f64) -> f64 {
        let (power, rest) = power_of_two(x, y);
        two_to(power, rest)
    }

    #[cfg(target_arch = "x86_64")]
    #[allow(clippy::needless_range_loop)]
    #[inline(always)]
    fn chunk(first: &[f64; CHUNK], second: &[f64; CHUNK], results: &mut [MaybeUninit<f64>; CHUNK]) {
        let (mut powers, mut rests) = ([0.0; CHUNK], [0.0; CHUNK]);
        for i in 0..CHUNK {
            (powers[i], rests[i]) = power_of_two(first[i], second[i]);
        }
        if is_widest() {
            // SAFETY: the processor has such vectors, and there is a chunk in each place.
            return unsafe { wide::two_to(powers.as_ptr(), rests.as_ptr(), results.as_mut_ptr().cast()) };
        }
        for i in 0..CHUNK {
            results[i].write(two_to(powers[i], rests[i]));
        }
    }

    fn unusual(x: f64, y: f64) -> f64 {
        libm::pow(x, y)
    }
}
