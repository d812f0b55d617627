//! The C library's mathematics for `f32` and for complex numbers; that for `f64` is in `number::libm`.
//!
//! numpy calls these functions too, so that results have the same digits.
#![allow(unsafe_code)]
// The names are the C library's, and so are their meanings.
#![allow(missing_docs)]

use super::element::{C64, C128};
use super::status::{self, Status};

// SAFETY: these are the C library's functions with their documented signatures; none has a precondition. A complex number
// of C is passed as a structure of its two parts is, on x86-64 and on arm64.
unsafe extern "C" {
    pub safe fn acosf(x: f32) -> f32;
    pub safe fn acoshf(x: f32) -> f32;
    pub safe fn asinf(x: f32) -> f32;
    pub safe fn asinhf(x: f32) -> f32;
    pub safe fn atanf(x: f32) -> f32;
    pub safe fn atan2f(y: f32, x: f32) -> f32;
    pub safe fn atanhf(x: f32) -> f32;
    pub safe fn cosf(x: f32) -> f32;
    pub safe fn coshf(x: f32) -> f32;
    pub safe fn expf(x: f32) -> f32;
    pub safe fn exp2f(x: f32) -> f32;
    pub safe fn expm1f(x: f32) -> f32;
    pub safe fn hypotf(x: f32, y: f32) -> f32;
    pub safe fn logf(x: f32) -> f32;
    pub safe fn log10f(x: f32) -> f32;
    pub safe fn log1pf(x: f32) -> f32;
    pub safe fn log2f(x: f32) -> f32;
    pub safe fn nextafterf(x: f32, y: f32) -> f32;
    pub safe fn powf(x: f32, y: f32) -> f32;
    pub safe fn sinf(x: f32) -> f32;
    pub safe fn sinhf(x: f32) -> f32;
    pub safe fn tanf(x: f32) -> f32;
    pub safe fn tanhf(x: f32) -> f32;
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Double {
    re: f64,
    im: f64,
}

mod foreign {
    use super::Double;
    // SAFETY: as above.
    unsafe extern "C" {
        pub safe fn cacos(z: Double) -> Double;
        pub safe fn cacosh(z: Double) -> Double;
        pub safe fn casin(z: Double) -> Double;
        pub safe fn casinh(z: Double) -> Double;
        pub safe fn catan(z: Double) -> Double;
        pub safe fn catanh(z: Double) -> Double;
        pub safe fn ccos(z: Double) -> Double;
        pub safe fn ccosh(z: Double) -> Double;
        pub safe fn cexp(z: Double) -> Double;
        pub safe fn clog(z: Double) -> Double;
        pub safe fn cpow(z: Double, w: Double) -> Double;
        pub safe fn csin(z: Double) -> Double;
        pub safe fn csinh(z: Double) -> Double;
        pub safe fn csqrt(z: Double) -> Double;
        pub safe fn ctan(z: Double) -> Double;
        pub safe fn ctanh(z: Double) -> Double;
    }
}

macro_rules! complex {
    ($($name:ident)*) => {
        $(pub fn $name(z: C128) -> C128 {
            let result = foreign::$name(Double { re: z.re, im: z.im });
            C128::new(result.re, result.im)
        })*
    };
}

complex! { cacos cacosh casin casinh catan catanh ccos ccosh cexp clog csin csinh csqrt ctan ctanh }

/// `z ** w`: small whole powers by multiplying, as numpy has them.
pub fn cpow(z: C128, w: C128) -> C128 {
    if w == C128::ZERO {
        return C128::ONE;
    }
    if z == C128::ZERO {
        return match w.re > 0.0 {
            true => C128::ZERO,
            // An operation without a result, and the flag for it.
            false => C128::new(std::hint::black_box(f64::INFINITY) - f64::INFINITY, f64::NAN),
        };
    }
    if w.im == 0.0 && w.re.abs() < 100.0 && w.re.trunc() == w.re {
        return match w.re as i32 {
            1 => z,
            2 => z * z,
            3 => z * (z * z),
            power => whole_power(z, power),
        };
    }
    let result = foreign::cpow(Double { re: z.re, im: z.im }, Double { re: w.re, im: w.im });
    C128::new(result.re, result.im)
}

fn whole_power(z: C128, power: i32) -> C128 {
    let mut left = power.unsigned_abs();
    let (mut result, mut square) = (C128::ONE, z);
    while left > 0 {
        if left & 1 == 1 {
            result *= square;
        }
        left >>= 1;
        if left > 0 {
            square *= square;
        }
    }
    if power < 0 { divide(C128::ONE, result) } else { result }
}

/// Away from the loop, which would else divide all by zero beside what it does, and notice that.
#[cold]
#[inline(never)]
fn by_zero<T: std::ops::Div<Output = T> + Copy>(re: T, im: T, zero: T) -> num_complex::Complex<T> {
    num_complex::Complex::new(re / zero, im / zero)
}

/// A comparison of the parts notices a NaN, here as in C.
fn note_nan(is_met: bool) {
    if is_met {
        status::raise(Status::INVALID);
    }
}

macro_rules! divisions {
    ($($(#[$doc:meta])* $name:ident $inverse:ident $complex:ident;)*) => {
        $(
            $(#[$doc])*
            // (Not taken into loops: the idle lanes of the vectors that would become of them divide by zero, and that is noticed.)
            #[inline(never)]
            pub fn $name(a: $complex, b: $complex) -> $complex {
                note_nan(b.re.is_nan() || b.im.is_nan());
                let is_real = b.re.abs() >= b.im.abs();
                let (large, small) = if is_real { (b.re, b.im) } else { (b.im, b.re) };
                // (Not so beside a NaN, which is never the larger part.)
                if is_real && large == 0.0 {
                    return by_zero(a.re, a.im, large.abs());
                }
                // What depends on which part is larger is chosen, not gone to: it is as often the one as the other.
                let (x, y) = if is_real { (a.re, a.im) } else { (a.im, a.re) };
                let ratio = small / large;
                let scale = 1.0 / (large + small * ratio);
                let (difference, other) = (y - x * ratio, x * ratio - y);
                $complex::new((x + y * ratio) * scale, if is_real { difference } else { other } * scale)
            }

            /// One divided by a complex number, with numpy's order of operations, which is another one.
            #[inline(never)]
            pub fn $inverse(z: $complex) -> $complex {
                note_nan(z.re.is_nan() || z.im.is_nan());
                let is_real = z.im.abs() <= z.re.abs();
                let (large, small) = if is_real { (z.re, z.im) } else { (z.im, z.re) };
                let ratio = small / large;
                let (one, other) = if is_real { (1.0, ratio) } else { (ratio, 1.0) };
                let size = large + small * ratio;
                $complex::new(one / size, -other / size)
            }
        )*
    };
}

divisions! {
    /// `a / b` by Smith's method, with numpy's order of operations.
    divide inverse C128;
    /// The same for `complex64`.
    divide_single inverse_single C64;
}
