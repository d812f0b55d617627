//! The functions of one element, and for which types there are loops of them.
//!
//! In: a type. Out: the loop. Functions of `f64` are the C library's, those of `f32` its single ones.

use super::apart::unary_apart;
use super::loops::{Loop, Unary, unary, unary_fast};
use super::operators::for_group;
use crate::array::dtype::DType;
use crate::array::element::{Bool, C64, C128};
use crate::array::elementary;
use crate::array::libm as single;
use crate::array::status::{self, Status};
use crate::number::libm;
use std::marker::PhantomData;

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
            struct $op<T>(PhantomData<T>);
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
    Arcsinh arcsinh: asinhf asinh casinh;
    Arccosh arccosh: acoshf acosh cacosh;
    Arctanh arctanh: atanhf atanh catanh;
}

/// Functions that several elements at once are computed of; the library has the other types.
macro_rules! quick {
    ($($find:ident: $module:ident $function:ident, $library:ident $($single:ident)?;)*) => {
        $(
            /// The loop for an operand of a type.
            pub fn $find(dtype: DType) -> Option<Loop> {
                match dtype {
                    DType::F64 => Some(elementary::loop_of::<elementary::$module::$function<f64>>()),
                    $(DType::$single => Some(elementary::loop_of::<elementary::$module::$function<f32>>()),)?
                    other => $library(other),
                }
            }
        )*
    };
}

quick! {
    exp: exponential Exp, library_exp F32;
    log: logarithm Log, library_log F32;
    exp2: exponential Exp2, library_exp2 F32;
    expm1: exponential Expm1, library_expm1 F32;
    sinh: exponential Sinh, library_sinh F32;
    cosh: exponential Cosh, library_cosh F32;
    tanh: exponential Tanh, library_tanh F32;
    log2: logarithm Log2, library_log2;
    log10: logarithm Log10, library_log10;
    log1p: logarithm Log1p, library_log1p;
    tan: angle Tan, library_tan F32;
    arcsin: angle Arcsin, library_arcsin F32;
    arccos: angle Arccos, library_arccos F32;
    arctan: angle Arctan, library_arctan F32;
}

/// The loop of `sin`.
pub fn sin(dtype: DType) -> Option<Loop> {
    match dtype {
        DType::F32 => Some(elementary::loop_of::<elementary::short::Sin>()),
        other => library_sin(other),
    }
}

/// The loop of `cos`.
pub fn cos(dtype: DType) -> Option<Loop> {
    match dtype {
        DType::F32 => Some(elementary::loop_of::<elementary::short::Cos>()),
        other => library_cos(other),
    }
}

/// The loop of `absolute`.
pub fn absolute(dtype: DType) -> Option<Loop> {
    match dtype {
        DType::C64 => Some(elementary::loop_of::<elementary::Size<f32>>()),
        DType::C128 => Some(elementary::loop_of::<elementary::Size<f64>>()),
        other => other_absolute(other),
    }
}

#[cold]
fn overflowed<T>(result: T) -> T {
    status::raise(Status::OVERFLOW);
    result
}

/// The loop of `cbrt`.
pub fn cbrt(dtype: DType) -> Option<Loop> {
    match dtype {
        DType::F32 => Some(elementary::loop_of::<elementary::root::Cbrt<f32>>()),
        DType::F64 => Some(elementary::loop_of::<elementary::root::Cbrt<f64>>()),
        _ => None,
    }
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
    Fabs fabs: unary_fast same {
        floats => |a| a.abs();
    }
    Sign sign: unary_fast same {
        signed => |a| a.signum();
        unsigned => |a| T::from(a > 0);
        floats => |a| if a > 0.0 { 1.0 } else if a < 0.0 { -1.0 } else if a == 0.0 { 0.0 } else { a };
        complexes => |a| {
            let length = libm::hypot(f64::from(a.re), f64::from(a.im));
            if length == 0.0 { T::new(0.0, 0.0) }
            else { T::new((f64::from(a.re) / length) as _, (f64::from(a.im) / length) as _) }
        };
    }
    Conjugate conjugate: unary_fast same {
        reals => |a| a;
        complexes => |a| T::new(a.re, -a.im);
    }
    Square square: unary_apart same {
        ints => |a| a.wrapping_mul(a);
        floats => |a| a * a;
        complexes => |a| <super::operators::Times<T> as super::loops::Binary>::apply(a, a);
    }
    Reciprocal reciprocal: unary_fast same {
        ints => |a| if a == 0 { status::raise(Status::DIVIDE); 0 } else { 1 / a };
        floats => |a| 1.0 / a;
        pairs => |a| single::divide_single(C64::new(1.0, 0.0), a);
        double_pairs => |a| single::divide(C128::new(1.0, 0.0), a);
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
    LogicalNot logical_not: unary_fast same {
        bools => |a| Bool::of(!a.get());
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
    Signbit signbit: unary_fast truth {
        floats => |a| Bool::of(a.is_sign_negative());
    }
    Spacing spacing: unary same {
        singles => |a| if a.is_finite() { single::nextafterf(a, T::INFINITY.copysign(a)) - a } else { overflowed(T::NAN) };
        doubles => |a| if a.is_finite() { libm::nextafter(a, T::INFINITY.copysign(a)) - a } else { overflowed(T::NAN) };
    }
    Radians radians: unary_fast same {
        floats => |a| a * (std::f64::consts::PI / 180.0) as T;
    }
    Degrees degrees: unary_fast same {
        floats => |a| a * (180.0 / std::f64::consts::PI) as T;
    }
}
