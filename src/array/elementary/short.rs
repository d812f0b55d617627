//! Functions of floats of 32 bits, computed with such floats alone.
//!
//! In: floats of moderate size. Out: results within two units in the last place. The operations and their order are those of numpy where
//! the processor fuses products and sums, so the results are numpy's to the last digit.

use super::Elementary;
use crate::array::libm;
use std::f32::consts::{FRAC_1_SQRT_2, FRAC_2_PI, LN_2, LOG2_E, LOG10_E};

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
fn exp(x: f32) -> f32 {
    let shifted = x * LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = n.mul_add(-1.428_606_8e-6, n.mul_add(-0.693_145_75, x));
    let above = polynomial([0.000_508_276_3, 0.006_757_897, 0.051_145_12, 0.247_361_54, 0.725_766_5, 1.0], r);
    let below = polynomial([0.021_595_094, -0.274_233_55, 1.0], r);
    above / below * f32::from_bits((shifted.to_bits() << 23).wrapping_add(127 << 23))
}

/// The natural logarithm: a quotient of polynomials of a number around 1, and the logarithm of a power of 2.
#[inline(always)]
fn log(x: f32) -> f32 {
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

/// A logarithm to some base: the inverse of the base's natural logarithm and what that lacks, the logarithm of 2 in two parts, of which
/// the first times any exponent is exact, and `(log(1 + f) - f / ln(base)) / f ** 2`.
struct Base {
    inverse: [f32; 2],
    of_two: [f32; 2],
    series: [f32; 9],
}

const TWO: Base = Base {
    inverse: [LOG2_E, 1.925_963_2e-8],
    of_two: [1.0, 0.0],
    series: [
        -0.116_346_91,
        0.186_364_77,
        -0.188_597_3,
        0.204_479_84,
        -0.239_904_6,
        0.288_577_88,
        -0.360_684_6,
        0.480_898_05,
        -0.721_347_5,
    ],
};
const TEN: Base = Base {
    inverse: [LOG10_E, -1.010_305e-8],
    of_two: [0.301_025_4, 4.605_039e-6],
    series: [
        -0.035_023_91,
        0.056_101_386,
        -0.056_773_447,
        0.061_554_566,
        -0.072_218_48,
        0.086_870_6,
        -0.108_576_89,
        0.144_764_74,
        -0.217_147_23,
    ],
};

/// The logarithm to a base, within one unit in the last place.
#[inline(always)]
fn log_to(base: Base, x: f32) -> f32 {
    // `x` is `2 ** k * (1 + f)`, with `1 + f` around 1.
    let bits = x.to_bits();
    let k = (bits.wrapping_sub(0x3f35_04f3) as i32) >> 23;
    let f = f32::from_bits(bits.wrapping_sub((k as u32) << 23)) - 1.0;
    let k = f32::from_bits((k as u32).wrapping_add(ROUND.to_bits())) - ROUND;
    let first = f * base.inverse[0];
    let rest = f.mul_add(base.inverse[1], f.mul_add(base.inverse[0], -first));
    let (square, series) = (f * f, polynomial(base.series, f));
    let lost = f.mul_add(f, -square).mul_add(series, k.mul_add(base.of_two[1], rest));
    let rest = square.mul_add(series, lost);
    let whole = k * base.of_two[0];
    let sum = whole + first;
    sum + ((first - (sum - whole)) + rest)
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

/// The functions of one float: which operands are usual, the result for these, and the library's function for others.
macro_rules! shorts {
    ($($(#[$doc:meta])* $function:ident: |$x:ident| $is_usual:expr, $usual:expr, $library:path;)*) => {
        $(
            $(#[$doc])*
            pub struct $function;

            impl Elementary for $function {
                type A = f32;
                type R = f32;
                #[inline(always)]
                fn is_usual($x: f32) -> bool {
                    $is_usual
                }
                #[inline(always)]
                fn usual($x: f32) -> f32 {
                    $usual
                }
                fn unusual(x: f32) -> f32 {
                    $library(x)
                }
            }
        )*
    };
}

#[inline(always)]
fn is_positive(x: f32) -> bool {
    (f32::MIN_POSITIVE.to_bits()..f32::INFINITY.to_bits()).contains(&x.to_bits())
}

shorts! {
    /// `e ** x`
    Exp: |x| x.to_bits() & (u32::MAX >> 1) < 87.0f32.to_bits(), exp(x), libm::expf;
    /// The natural logarithm.
    Log: |x| is_positive(x), log(x), libm::logf;
    /// The logarithm to base 2.
    Log2: |x| is_positive(x), log_to(TWO, x), libm::log2f;
    /// The logarithm to base 10.
    Log10: |x| is_positive(x), log_to(TEN, x), libm::log10f;
    /// The sine.
    Sin: |x| is_at_most(x, 117_435.99), sine(x, 0), libm::sinf;
    /// The cosine.
    Cos: |x| is_at_most(x, 71_476.06), sine(x, 1), libm::cosf;
}
