//! Functions of floats of 32 bits, computed with such floats alone.
//!
//! In: floats of moderate size. Out: results within two units in the last place. The operations and their order are those of numpy where
//! the processor fuses products and sums, so the results are numpy's to the last digit.

use super::Elementary;
use crate::array::libm;
use std::f32::consts::{FRAC_1_SQRT_2, FRAC_2_PI, LN_2, LOG2_E};

/// `1.5 * 2 ** 23`: added to a float it leaves the nearest whole number in the lowest bits.
const ROUND: f32 = 12_582_912.0;

/// A quarter of a turn in three parts, of which the first times a small whole number is exact.
const QUARTER: [f32; 3] = [f32::from_bits(0x3fc9_0fd8), 3.139_164_7e-7, 5.390_302_5e-15];

/// The polynomial with these coefficients, the highest power first.
#[inline(always)]
fn polynomial<const N: usize>(terms: [f32; N], x: f32) -> f32 {
    let mut value = terms[0];
    for term in &terms[1..] {
        value = value.mul_add(x, *term);
    }
    value
}

/// `e ** x`: a quotient of polynomials of what is left when powers of 2 are gone.
#[inline(always)]
pub(super) fn exp(x: f32) -> f32 {
    let shifted = x * LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = n.mul_add(-1.428_606_8e-6, n.mul_add(-0.693_145_75, x));
    let above = polynomial([0.000_508_276_3, 0.006_757_897, 0.051_145_12, 0.247_361_54, 0.725_766_5, 1.0], r);
    let below = polynomial([0.021_595_094, -0.274_233_55, 1.0], r);
    above / below * f32::from_bits((shifted.to_bits() << 23).wrapping_add(127 << 23))
}

/// The natural logarithm: a quotient of polynomials of a number around 1, and the logarithm of a power of 2.
#[inline(always)]
pub(super) fn log(x: f32) -> f32 {
    let bits = x.to_bits();
    let exponent = f32::from_bits((bits >> 23).wrapping_add(ROUND.to_bits())) - (ROUND + 126.0);
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 126 << 23);
    let is_small = mantissa <= FRAC_1_SQRT_2;
    let exponent = if is_small { exponent - 1.0 } else { exponent };
    let r = if is_small { mantissa + mantissa } else { mantissa } - 1.0;
    let above = polynomial([0.025_899_792, 0.380_883_78, 1.480_000_6, 2.112_677_6, 1.0, 0.0], r);
    let below = polynomial([0.005_875_095_3, 0.154_647_63, 0.986_494_3, 2.453_006, 2.612_677_6, 1.0], r);
    exponent.mul_add(LN_2, above / below)
}

/// The sine of what is so many quarters of a turn further on.
#[inline(always)]
fn sine(x: f32, further: u32) -> f32 {
    let shifted = x * FRAC_2_PI + ROUND;
    let n = shifted - ROUND;
    let r = n.mul_add(-QUARTER[2], n.mul_add(-QUARTER[1], n.mul_add(-QUARTER[0], x)));
    let square = r * r;
    let cosine = polynomial([2.437_226_6e-5, -0.001_388_652, 0.041_666_62, -0.5, 1.0], square);
    let sine =
        (polynomial([2.840_409_7e-6, -0.000_198_564_91, 0.008_333_397, -0.166_666_67], square) * square).mul_add(r, r);
    let quarter = shifted.to_bits().wrapping_add(further);
    let value = if quarter & 1 == 0 { sine } else { cosine };
    if quarter & 2 == 0 { value } else { 0.0 - value }
}

/// Whether the size of a number is not above a limit. It looks at bits: comparing floats would raise flags.
#[inline(always)]
fn is_at_most(x: f32, limit: f32) -> bool {
    x.to_bits() & (u32::MAX >> 1) <= limit.to_bits()
}

/// The sine.
pub struct Sin;

impl Elementary for Sin {
    type A = f32;
    type R = f32;
    #[inline(always)]
    fn is_usual(x: f32) -> bool {
        is_at_most(x, 117_435.99)
    }
    #[inline(always)]
    fn usual(x: f32) -> f32 {
        sine(x, 0)
    }
    fn unusual(x: f32) -> f32 {
        libm::sinf(x)
    }
}

/// The cosine.
pub struct Cos;

impl Elementary for Cos {
    type A = f32;
    type R = f32;
    #[inline(always)]
    fn is_usual(x: f32) -> bool {
        is_at_most(x, 71_476.06)
    }
    #[inline(always)]
    fn usual(x: f32) -> f32 {
        sine(x, 1)
    }
    fn unusual(x: f32) -> f32 {
        libm::cosf(x)
    }
}
