//! The cube root.
//!
//! In: floats of moderate size. Out: the nearest float to the root, but for one in thousands of operands, where it is the one beside it.
//! No step divides: the root's inverse is what is made better and better.

use super::{Elementary, is_between, product};
use crate::number::libm;

/// The cube root.
pub struct Cbrt<T>(std::marker::PhantomData<T>);

/// A third of the exponent, taken from this, is near that of the root's inverse: at most a tenth is missing.
const START: u64 = 1_430_187_664;
/// `(1 - e) ** (-1 / 3)`, by powers of `e`.
const SERIES: [f64; 4] = [1.0 / 3.0, 2.0 / 9.0, 14.0 / 81.0, 35.0 / 243.0];

/// The inverse of the cube root of a positive float, to ten digits.
#[inline(always)]
pub(super) fn inverse_cbrt(x: f64) -> f64 {
    let third = ((x.to_bits() >> 32) * 0x5555_5556) >> 32;
    let mut inverse = f64::from_bits((START - third) << 32);
    let lacks = |inverse: f64| (-(x * inverse) * inverse).mul_add(inverse, 1.0);
    let e = lacks(inverse);
    let [one, two, three, four] = SERIES;
    inverse += inverse * (e * e.mul_add(e.mul_add(e.mul_add(four, three), two), one));
    let e = lacks(inverse);
    inverse.mul_add(e * e.mul_add(two, one), inverse)
}

#[inline(always)]
fn cbrt(operand: f64) -> f64 {
    let x = operand.abs();
    let inverse = inverse_cbrt(x);
    let root = x * inverse * inverse;
    // What its cube lacks, exactly.
    let (square, square_low) = product(root, root);
    let (cube, cube_low) = product(square, root);
    let rest = ((x - cube) - cube_low) - square_low * root;
    rest.mul_add(inverse * inverse * SERIES[0], root).copysign(operand)
}

impl Elementary for Cbrt<f64> {
    type A = f64;
    type R = f64;
    #[inline(always)]
    fn is_usual(x: f64) -> bool {
        is_between(x, 1e-200, 1e200)
    }
    #[inline(always)]
    fn usual(x: f64) -> f64 {
        cbrt(x)
    }
    fn unusual(x: f64) -> f64 {
        libm::cbrt(x)
    }
}
