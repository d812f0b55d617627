//! Remainders of floats, and the whole quotients that go with them.
//!
//! In: two floats. Out: what comes of the C library's `fmod`, to the bit. A remainder is always a float; where the quotient is not too
//! long, a whole part of it that is wrong by one at most leaves a float too, so that a fused product has no error.

use super::ElementaryOfTwo;
use crate::number::libm;
use std::marker::PhantomData;

/// The quotient rounded down.
pub struct FloorDivide<T>(PhantomData<T>);
/// The remainder with the sign of the divisor.
pub struct Remainder<T>(PhantomData<T>);
/// The remainder with the sign of the dividend.
pub struct Fmod<T>(PhantomData<T>);

/// The whole part of a quotient, and what is left, both of them exact: it has the sign of `a`, or is zero.
#[inline(always)]
fn parts(a: f64, b: f64) -> (f64, f64) {
    let whole = (a / b).trunc();
    let rest = (-whole).mul_add(b, a);
    // The quotient was rounded before: it may have come to the next whole number.
    let is_beyond = differ(rest, a) & (rest != 0.0);
    match is_beyond {
        true => (whole - 1f64.copysign(whole), rest + b.abs().copysign(a)),
        false => (whole, rest),
    }
}

/// Whether two numbers have other signs.
#[inline(always)]
fn differ(a: f64, b: f64) -> bool {
    (a.to_bits() ^ b.to_bits()) >> 63 != 0
}

/// A float that can be divided so.
trait Divided {
    /// Whether the parts of a quotient are exact, and nothing is noticed on the way. It looks at bits: comparing floats would raise flags.
    fn divides_exactly(a: Self, b: Self) -> bool;
}

impl Divided for f64 {
    #[inline(always)]
    fn divides_exactly(a: f64, b: f64) -> bool {
        // Powers of two from so small to so large: neither the quotient nor what is left comes near the ends.
        const MODERATE: std::ops::Range<i64> = 1023 - 500..1023 + 500;
        let exponent = |x: f64| (x.to_bits() >> 52 & 0x7ff) as i64;
        let is_moderate = |x: f64| (exponent(x) >= MODERATE.start) & (exponent(x) < MODERATE.end);
        (is_moderate(a) | (a.to_bits() << 1 == 0)) & is_moderate(b) & (exponent(a) - exponent(b) < 49)
    }
}

impl Divided for f32 {
    #[inline(always)]
    fn divides_exactly(a: f32, b: f32) -> bool {
        let exponent = |x: f32| (x.to_bits() >> 23 & 0xff) as i32;
        let (first, second) = (exponent(a), exponent(b));
        (first != 0xff) & (second != 0xff) & (second != 0) & (first - second < 20)
    }
}

macro_rules! float_division {
    ($type:ty, $fmod:path, $floor:ident) => {
        /// The quotient rounded down, and the remainder, of a divisor that is not zero.
        fn $floor(a: $type, b: $type) -> ($type, $type) {
            if a.is_nan() || b.is_nan() {
                // To compare them below would be noticed.
                return (a + b, a + b);
            }
            let mut remainder = $fmod(a, b);
            let mut quotient = (a - remainder) / b;
            if remainder != 0.0 {
                if (b < 0.0) != (remainder < 0.0) {
                    remainder += b;
                    quotient -= 1.0;
                }
            } else {
                remainder = <$type>::copysign(0.0, b);
            }
            let floor = if quotient != 0.0 {
                let floor = quotient.floor();
                if quotient - floor > 0.5 { floor + 1.0 } else { floor }
            } else {
                <$type>::copysign(0.0, a / b)
            };
            (floor, remainder)
        }

        impl ElementaryOfTwo for FloorDivide<$type> {
            type A = $type;
            #[inline(always)]
            fn is_usual(a: $type, b: $type) -> bool {
                <$type>::divides_exactly(a, b)
            }
            #[inline(always)]
            fn usual(a: $type, b: $type) -> $type {
                let (whole, rest) = parts(a.into(), b.into());
                let is_above = differ(rest, b.into()) & (rest != 0.0);
                let floor = if is_above { whole - 1.0 } else { whole } as $type;
                let sign = (1.0 as $type).copysign(a) * (1.0 as $type).copysign(b);
                if floor == 0.0 { (0.0 as $type).copysign(sign) } else { floor }
            }
            fn unusual(a: $type, b: $type) -> $type {
                if b == 0.0 { a / b } else { $floor(a, b).0 }
            }
        }

        impl ElementaryOfTwo for Remainder<$type> {
            type A = $type;
            #[inline(always)]
            fn is_usual(a: $type, b: $type) -> bool {
                <$type>::divides_exactly(a, b)
            }
            #[inline(always)]
            fn usual(a: $type, b: $type) -> $type {
                let (_, rest) = parts(a.into(), b.into());
                let (is_above, rest) = (differ(rest, b.into()), rest as $type);
                let moved = if is_above { rest + b } else { rest };
                if rest == 0.0 { (0.0 as $type).copysign(b) } else { moved }
            }
            fn unusual(a: $type, b: $type) -> $type {
                if b == 0.0 { $fmod(a, b) } else { $floor(a, b).1 }
            }
        }

        impl ElementaryOfTwo for Fmod<$type> {
            type A = $type;
            #[inline(always)]
            fn is_usual(a: $type, b: $type) -> bool {
                <$type>::divides_exactly(a, b)
            }
            #[inline(always)]
            fn usual(a: $type, b: $type) -> $type {
                (parts(a.into(), b.into()).1 as $type).copysign(a)
            }
            fn unusual(a: $type, b: $type) -> $type {
                $fmod(a, b)
            }
        }
    };
}

float_division! { f64, libm::fmod, floor_f64 }
float_division! { f32, fmod_f32, floor_f32 }

/// Exact: the remainder of two floats of 32 bits needs no more.
fn fmod_f32(a: f32, b: f32) -> f32 {
    libm::fmod(f64::from(a), f64::from(b)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of all sizes and signs, and zeros, whose quotients are often whole.
    fn numbers() -> impl FnMut() -> f64 {
        let mut state = 1u64;
        move || {
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                state >> 11
            };
            let sign = if next() & 1 == 0 { 1.0 } else { -1.0 };
            sign * match next() % 5 {
                0 => (next() % 100) as f64,
                1 => (next() % 1000) as f64 / 10.0,
                2 => (next() as f64) * libm::exp2((next() % 60) as f64 - 80.0),
                3 => libm::exp2((next() % 90) as f64 - 45.0),
                _ => next() as f64 / 1e16,
            }
        }
    }

    fn compare<E: ElementaryOfTwo>(a: E::A, b: E::A, bits: impl Fn(E::A) -> u64) -> bool
    where
        E::A: Copy + std::fmt::Display,
    {
        let is_usual = E::is_usual(a, b);
        if is_usual {
            assert_eq!(bits(E::usual(a, b)), bits(E::unusual(a, b)), "{a}, {b}");
        }
        is_usual
    }

    #[test]
    fn results_are_the_librarys() {
        let (mut next, mut usual) = (numbers(), 0);
        for _ in 0..300_000 {
            let (a, b) = (next(), next());
            let is_usual = compare::<Remainder<f64>>(a, b, f64::to_bits);
            compare::<FloorDivide<f64>>(a, b, f64::to_bits);
            compare::<Fmod<f64>>(a, b, f64::to_bits);
            let (a, b) = (a as f32, b as f32);
            let bits = |x: f32| x.to_bits().into();
            compare::<Remainder<f32>>(a, b, bits);
            compare::<FloorDivide<f32>>(a, b, bits);
            compare::<Fmod<f32>>(a, b, bits);
            usual += usize::from(is_usual);
        }
        assert!(usual > 200_000, "{usual}");
    }

    #[test]
    fn ends_are_not_usual() {
        for (a, b) in [(1.0, 0.0), (f64::NAN, 1.0), (1.0, f64::INFINITY), (1e300, 1.0), (1.0, 1e-300), (5e-324, 1.0)] {
            assert!(!Remainder::<f64>::is_usual(a, b), "{a}, {b}");
            assert!(!Remainder::<f32>::is_usual(a as f32, b as f32) || a < 1e-300, "{a}, {b}");
        }
    }
}
