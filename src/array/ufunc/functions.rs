//! The functions of one element, and for which types there are loops of them.
//!
//! In: a type. Out: the loop. Functions of `f64` are the C library's, those of `f32` its single ones.

use super::apart::unary_apart;
use super::loops::{Loop, Unary, unary, unary_fast};
use super::operators::for_group;
use crate::array::dtype::DType;
use crate::array::element::{Bool, C64, C128, To};
use crate::array::elementary::{self, angle, exponential, logarithm, root, short};
use crate::array::libm as single;
use crate::array::status::{self, Status};
use crate::number::libm;
use std::marker::PhantomData;

/// A number between a half and 1, and the power of 2 that is missing to it: of zero, and of what is no number, itself and 0.
#[inline(always)]
fn parted(a: f64) -> (f64, f64) {
    const FRACTION: u64 = (1 << 52) - 1;
    let bits = a.to_bits();
    // Bits are asked, since floats that are compared signal what is no number.
    let is_small = bits >> 52 & 0x7FF == 0;
    // What numbers that small have for a fraction is a multiple of their value: this computes it, and signals nothing for others.
    let enlarged = f64::from_bits(bits & FRACTION | 1.0f64.to_bits()) - 1.0;
    let ordinary = if is_small { enlarged.to_bits() } else { bits };
    let exponent = (ordinary >> 52 & 0x7FF) as i32 - if is_small { 2 * 1022 } else { 1022 };
    match bits << 1 != 0 && bits >> 52 & 0x7FF != 0x7FF {
        true => (f64::from_bits(bits & 1 << 63 | ordinary & FRACTION | 1022 << 52), f64::from(exponent)),
        false => (a, 0.0),
    }
}

#[inline(always)]
fn parted_single(a: f32) -> (f32, f32) {
    let (mantissa, exponent) = parted(f64::from(a));
    (mantissa as f32, exponent as f32)
}

macro_rules! result {
    (same $type:ident) => {
        $type
    };
    (truth $type:ident) => {
        Bool
    };
    (part C64) => {
        f32
    };
    (part C128) => {
        f64
    };
    (part $type:ident) => {
        $type
    };
}

macro_rules! implement {
    ($([$type:ident $dtype:ident])* $op:ident $out:ident |$a:ident| $body:expr) => {
        $(impl Unary for $op<$type> {
            type A = $type;
            type R = result!($out $type);
            #[inline(always)]
            fn apply($a: $type) -> result!($out $type) {
                #[allow(dead_code)]
                type T = $type;
                $body
            }
        })*
    };
}

macro_rules! functions {
    ($($op:ident $find:ident: $run:ident $out:ident { $($group:ident => |$a:ident| $body:expr;)* })*) => {
        $(
            pub(super) struct $op<T>(PhantomData<T>);
            $(for_group!($group implement $op $out |$a| $body);)*

            /// The loop for an operand of a type.
            pub fn $find(dtype: DType) -> Option<Loop> {
                $(for_group!($group look_up dtype $run $op);)*
                None
            }
        )*
    };
}

/// Functions of floats and complex numbers that the C library has.
macro_rules! library {
    ($($op:ident $find:ident: $single:ident $double:ident $complex:ident;)*) => {
        functions! {
            $($op $find: unary same {
                singles => |a| single::$single(a);
                doubles => |a| libm::$double(a);
                pairs => |a| narrow(single::$complex(wide(a)));
                double_pairs => |a| single::$complex(a);
            })*
        }
    };
}

fn wide(z: C64) -> C128 {
    C128::new(z.re.into(), z.im.into())
}

fn narrow(z: C128) -> C64 {
    C64::new(z.re as f32, z.im as f32)
}

fn log10_complex(z: C128) -> C128 {
    let log = single::clog(z);
    C128::new(log.re * std::f64::consts::LOG10_E, log.im * std::f64::consts::LOG10_E)
}

fn log2_complex(z: C128) -> C128 {
    let log = single::clog(z);
    C128::new(log.re * std::f64::consts::LOG2_E, log.im * std::f64::consts::LOG2_E)
}

fn log1p_complex(z: C128) -> C128 {
    let length = libm::hypot(z.re + 1.0, z.im);
    C128::new(libm::log(length), libm::atan2(z.im, z.re + 1.0))
}

fn expm1_complex(z: C128) -> C128 {
    let half = libm::sin(z.im / 2.0);
    C128::new(libm::expm1(z.re) * libm::cos(z.im) - 2.0 * half * half, libm::exp(z.re) * libm::sin(z.im))
}

fn exp2_complex(z: C128) -> C128 {
    single::cexp(C128::new(z.re * std::f64::consts::LN_2, z.im * std::f64::consts::LN_2))
}

library! {
    LibraryExp library_exp: expf exp cexp;
    LibraryLog library_log: logf log clog;
    LibrarySin library_sin: sinf sin csin;
    LibraryCos library_cos: cosf cos ccos;
    LibraryTan library_tan: tanf tan ctan;
    LibraryArcsin library_arcsin: asinf asin casin;
    LibraryArccos library_arccos: acosf acos cacos;
    LibraryArctan library_arctan: atanf atan catan;
    LibrarySinh library_sinh: sinhf sinh csinh;
    LibraryCosh library_cosh: coshf cosh ccosh;
    LibraryTanh library_tanh: tanhf tanh ctanh;
    LibraryArcsinh library_arcsinh: asinhf asinh casinh;
    LibraryArccosh library_arccosh: acoshf acosh cacosh;
    LibraryArctanh library_arctanh: atanhf atanh catanh;
}

/// Functions that several elements at once are computed of; the library has the other types.
macro_rules! quick {
    ($($find:ident: $($dtype:ident $function:ty),*; $others:ident;)*) => {
        $(
            /// The loop for an operand of a type.
            pub fn $find(dtype: DType) -> Option<Loop> {
                match dtype {
                    $(DType::$dtype => Some(elementary::loop_of::<$function>()),)*
                    other => $others(other),
                }
            }
        )*
    };
}

quick! {
    exp: F64 exponential::Exp<f64>, F32 short::Exp; library_exp;
    log: F64 logarithm::Log<f64>, F32 short::Log; library_log;
    exp2: F64 exponential::Exp2<f64>, F32 exponential::Exp2<f32>; library_exp2;
    expm1: F64 exponential::Expm1<f64>, F32 exponential::Expm1<f32>; library_expm1;
    sinh: F64 exponential::Sinh<f64>, F32 exponential::Sinh<f32>; library_sinh;
    cosh: F64 exponential::Cosh<f64>, F32 exponential::Cosh<f32>; library_cosh;
    tanh: F64 exponential::Tanh<f64>, F32 exponential::Tanh<f32>; library_tanh;
    log2: F64 logarithm::Log2<f64>, F32 short::Log2; library_log2;
    log10: F64 logarithm::Log10<f64>, F32 short::Log10; library_log10;
    log1p: F64 logarithm::Log1p<f64>, F32 logarithm::Log1p<f32>; library_log1p;
    arcsinh: F64 logarithm::Arcsinh<f64>, F32 logarithm::Arcsinh<f32>; library_arcsinh;
    arccosh: F64 logarithm::Arccosh<f64>, F32 logarithm::Arccosh<f32>; library_arccosh;
    arctanh: F64 logarithm::Arctanh<f64>, F32 logarithm::Arctanh<f32>; library_arctanh;
    sin: F32 short::Sin; library_sin;
    cos: F32 short::Cos; library_cos;
    tan: F64 angle::Tan<f64>, F32 angle::Tan<f32>; library_tan;
    arcsin: F64 angle::Arcsin<f64>, F32 angle::Arcsin<f32>; library_arcsin;
    arccos: F64 angle::Arccos<f64>, F32 angle::Arccos<f32>; library_arccos;
    arctan: F64 angle::Arctan<f64>, F32 angle::Arctan<f32>; library_arctan;
    absolute: C64 elementary::Size<f32>, C128 elementary::Size<f64>; other_absolute;
    cbrt: F64 root::Cbrt<f64>, F32 root::Cbrt<f32>; no_other;
}

fn no_other(_: DType) -> Option<Loop> {
    None
}

/// What the infinite float becomes as a whole number. The processor notices that: it is not to be done ahead, where nobody divides by zero.
#[cold]
#[inline(never)]
fn inverse_of_zero<T>() -> T
where
    f64: To<T>,
{
    status::raise(Status::DIVIDE);
    status::raise(Status::INVALID);
    f64::INFINITY.to()
}

functions! {
    LibraryExp2 library_exp2: unary same {
        singles => |a| single::exp2f(a);
        doubles => |a| libm::exp2(a);
        pairs => |a| narrow(exp2_complex(wide(a)));
        double_pairs => |a| exp2_complex(a);
    }
    LibraryExpm1 library_expm1: unary same {
        singles => |a| single::expm1f(a);
        doubles => |a| libm::expm1(a);
        pairs => |a| narrow(expm1_complex(wide(a)));
        double_pairs => |a| expm1_complex(a);
    }
    LibraryLog1p library_log1p: unary same {
        singles => |a| single::log1pf(a);
        doubles => |a| libm::log1p(a);
        pairs => |a| narrow(log1p_complex(wide(a)));
        double_pairs => |a| log1p_complex(a);
    }
    LibraryLog2 library_log2: unary same {
        singles => |a| single::log2f(a);
        doubles => |a| libm::log2(a);
        pairs => |a| narrow(log2_complex(wide(a)));
        double_pairs => |a| log2_complex(a);
    }
    LibraryLog10 library_log10: unary same {
        singles => |a| single::log10f(a);
        doubles => |a| libm::log10(a);
        pairs => |a| narrow(log10_complex(wide(a)));
        double_pairs => |a| log10_complex(a);
    }
    Sqrt sqrt: unary_apart same {
        floats => |a| a.sqrt();
        pairs => |a| narrow(single::csqrt(wide(a)));
        double_pairs => |a| single::csqrt(a);
    }
    Negative negative: unary_apart same {
        ints => |a| a.wrapping_neg();
        floats => |a| -a;
        complexes => |a| T::new(-a.re, -a.im);
    }
    Positive positive: unary_fast same {
        reals => |a| a;
        complexes => |a| a;
    }
    OtherAbsolute other_absolute: unary_apart part {
        bools => |a| a;
        signed => |a| a.wrapping_abs();
        unsigned => |a| a;
        floats => |a| a.abs();
        pairs => |a| single::hypotf(a.re, a.im);
        double_pairs => |a| libm::hypot(a.re, a.im);
    }
    Fabs fabs: unary_apart same {
        floats => |a| a.abs();
    }
    Sign sign: unary_apart same {
        signed => |a| T::from(a > 0) - T::from(a < 0);
        unsigned => |a| T::from(a > 0);
        floats => |a| if a > 0.0 { 1.0 } else if a < 0.0 { -1.0 } else if a == 0.0 { 0.0 } else { a };
        complexes => |a| {
            let length = libm::hypot(f64::from(a.re), f64::from(a.im));
            if length == 0.0 { T::new(0.0, 0.0) }
            else if length.is_infinite() && a.re.is_infinite() != a.im.is_infinite() {
                // The part that is infinite is all of it.
                let way = |part: f64| if part.is_infinite() { part.signum() } else { 0.0 };
                T::new(way(f64::from(a.re)) as _, way(f64::from(a.im)) as _)
            }
            else if !length.is_finite() { T::new(f64::NAN as _, f64::NAN as _) }
            else { T::new((f64::from(a.re) / length) as _, (f64::from(a.im) / length) as _) }
        };
    }
    Conjugate conjugate: unary_apart same {
        reals => |a| a;
        complexes => |a| T::new(a.re, -a.im);
    }
    Square square: unary_apart same {
        ints => |a| a.wrapping_mul(a);
        floats => |a| a * a;
        complexes => |a| <super::operators::Times<T> as super::loops::Binary>::apply(a, a);
    }
    Reciprocal reciprocal: unary_apart same {
        // One divided by it is nothing but for 1 and -1, which is the last one before zero where there are such.
        ints => |a| {
            let before = (0 as T).wrapping_sub(1);
            if a == 0 { inverse_of_zero() } else if a == 1 { 1 } else if a == before && before < 1 { before } else { 0 }
        };
        floats => |a| 1.0 / a;
        pairs => |a| single::inverse_single(a);
        double_pairs => |a| single::inverse(a);
    }
    Floor floor: unary_apart same {
        bools => |a| a;
        ints => |a| a;
        floats => |a| a.floor();
    }
    Ceil ceil: unary_apart same {
        bools => |a| a;
        ints => |a| a;
        floats => |a| a.ceil();
    }
    Trunc trunc: unary_apart same {
        bools => |a| a;
        ints => |a| a;
        floats => |a| a.trunc();
    }
    Rint rint: unary_apart same {
        floats => |a| a.round_ties_even();
        complexes => |a| T::new(a.re.round_ties_even(), a.im.round_ties_even());
    }
    Invert invert: unary_fast same {
        bools => |a| Bool::of(!a.get());
        ints => |a| !a;
    }
    LogicalNot logical_not: unary_apart truth {
        bools => |a| Bool::of(!a.get());
        reals => |a| Bool::of(a == 0 as T);
        complexes => |a| Bool::of(a.re == 0.0 && a.im == 0.0);
    }
    IsNan is_nan: unary_apart truth {
        bools => |_a| Bool(0);
        ints => |_a| Bool(0);
        floats => |a| Bool::of(a.is_nan());
        complexes => |a| Bool::of(a.re.is_nan() || a.im.is_nan());
    }
    IsInf is_inf: unary_apart truth {
        bools => |_a| Bool(0);
        ints => |_a| Bool(0);
        floats => |a| Bool::of(a.is_infinite());
        complexes => |a| Bool::of(a.re.is_infinite() || a.im.is_infinite());
    }
    IsFinite is_finite: unary_apart truth {
        bools => |_a| Bool(1);
        ints => |_a| Bool(1);
        floats => |a| Bool::of(a.is_finite());
        complexes => |a| Bool::of(a.re.is_finite() && a.im.is_finite());
    }
    Signbit signbit: unary_apart truth {
        floats => |a| Bool::of(a.is_sign_negative());
    }
    Spacing spacing: unary same {
        singles => |a| if a.is_finite() { single::nextafterf(a, T::INFINITY.copysign(a)) - a } else { T::NAN };
        doubles => |a| if a.is_finite() { libm::nextafter(a, T::INFINITY.copysign(a)) - a } else { T::NAN };
    }
    // What is left of a number when a power of 2 is taken out of it that leaves it next below 1.
    Mantissa mantissa: unary_apart same {
        singles => |a| parted_single(a).0;
        doubles => |a| parted(a).0;
    }
    // The power.
    Exponent exponent: unary_apart same {
        singles => |a| parted_single(a).1;
        doubles => |a| parted(a).1;
    }
    Radians radians: unary_apart same {
        floats => |a| a * (std::f64::consts::PI / 180.0) as T;
    }
    Degrees degrees: unary_apart same {
        floats => |a| a * (180.0 / std::f64::consts::PI) as T;
    }
}
