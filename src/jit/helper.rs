//! The runtime helpers as machine code sees them: an `extern "C"` function for each row of [`HELPERS`](crate::trace::helper::HELPERS).
//!
//! In: unboxed arguments. Out: an unboxed result, and a status beside it where the row says that the helper fails: not zero
//! means that the interpreter has to do the operation, and to raise what is to be raised. The semantics are those of
//! [`number`](crate::number) and [`value`](crate::value); this file only converts. No panic leaves it.

use super::abi::JitContext;
use crate::number::Complex64;
use crate::trace::helper::{HelperId, Meaning};

/// A float and a status, which travel in two registers.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct FloatOrStatus {
    value: f64,
    status: u64,
}

impl From<Option<f64>> for FloatOrStatus {
    #[inline(always)]
    fn from(value: Option<f64>) -> FloatOrStatus {
        match value {
            Some(value) => FloatOrStatus { value, status: 0 },
            None => FloatOrStatus { value: 0.0, status: 1 },
        }
    }
}

/// The float of a helper that cannot fail.
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct Always(f64);

impl From<Option<f64>> for Always {
    #[inline(always)]
    fn from(value: Option<f64>) -> Always {
        Always(value.unwrap_or(f64::NAN))
    }
}

/// An integer and a status, which travel in two registers.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct IntOrStatus {
    value: i64,
    status: u64,
}

impl From<Option<i64>> for IntOrStatus {
    #[inline(always)]
    fn from(value: Option<i64>) -> IntOrStatus {
        match value {
            Some(value) => IntOrStatus { value, status: 0 },
            None => IntOrStatus { value: 0, status: 1 },
        }
    }
}

/// Declares the machine-code entries of pure helpers, and the table that finds them. What each computes is its
/// row's [`Meaning`]; the table is constant, so the function behind it is called directly.
macro_rules! entries {
    ($($shape:ident $returns:ty: $($row:ident = $entry:ident,)*;)*) => {
        $($(entries!(@entry $shape $returns, $row, $entry);)*)*

        /// The address of a helper's entry; every row of the table has one.
        pub fn address(helper: HelperId) -> Option<*const u8> {
            Some(match helper {
                $($(HelperId::$row => $entry as *const u8,)*)*
                _ => return super::objects::address(helper),
            })
        }
    };
    (@entry Float $returns:ty, $row:ident, $entry:ident) => {
        extern "C" fn $entry(x: f64) -> $returns {
            let Meaning::Float(of) = HelperId::$row.get().meaning else { unreachable!() };
            of(x).into()
        }
    };
    (@entry Floats $returns:ty, $row:ident, $entry:ident) => {
        extern "C" fn $entry(x: f64, y: f64) -> $returns {
            let Meaning::Floats(of) = HelperId::$row.get().meaning else { unreachable!() };
            of(x, y).into()
        }
    };
    (@entry Ints $returns:ty, $row:ident, $entry:ident) => {
        extern "C" fn $entry(a: i64, b: i64) -> $returns {
            let Meaning::Ints(of) = HelperId::$row.get().meaning else { unreachable!() };
            of(a, b).into()
        }
    };
    (@entry Complex $returns:ty, $row:ident, $entry:ident) => {
        extern "C" fn $entry(re: f64, im: f64) -> $returns {
            let Meaning::Complex(of) = HelperId::$row.get().meaning else { unreachable!() };
            of(Complex64::new(re, im)).into()
        }
    };
    (@entry Complexes $returns:ty, $row:ident, $entry:ident) => {
        extern "C" fn $entry(context: &mut JitContext, re: f64, im: f64, other_re: f64, other_im: f64) -> $returns {
            let Meaning::Complexes(of) = HelperId::$row.get().meaning else { unreachable!() };
            let Some(result) = of(Complex64::new(re, im), Complex64::new(other_re, other_im)) else { return 1 };
            context.results[..2].copy_from_slice(&[result.re.to_bits(), result.im.to_bits()]);
            0
        }
    };
}

entries! {
    Float FloatOrStatus: SIN = sin, COS = cos, TAN = tan, ASIN = asin, ACOS = acos, SINH = sinh, COSH = cosh, EXP = exp,
        EXPM1 = expm1, LOG = log, LOG2 = log2, LOG10 = log10, LOG1P = log1p, ARRAY_EXP = array_exp,
        ARRAY_LOG = array_log, ARRAY_EXP2 = array_exp2, ARRAY_EXPM1 = array_expm1, ARRAY_SINH = array_sinh,
        ARRAY_COSH = array_cosh, ARRAY_TANH = array_tanh, ARRAY_LOG2 = array_log2, ARRAY_LOG10 = array_log10,
        ARRAY_LOG1P = array_log1p, ARRAY_TAN = array_tan, ARRAY_ARCSIN = array_arcsin, ARRAY_ARCCOS = array_arccos,
        ARRAY_ARCTAN = array_arctan,;
    Float Always: ATAN = atan, TANH = tanh,;
    Floats FloatOrStatus: FLOAT_POW = float_pow, FLOAT_FLOOR_DIV = float_floor_div, FLOAT_MOD = float_mod,;
    Floats Always: ATAN2 = atan2, HYPOT = hypot,;
    Ints IntOrStatus: INT_POW = int_pow,;
    Complex FloatOrStatus: COMPLEX_ABS = complex_abs,;
    Complexes u64: COMPLEX_DIV = complex_div, COMPLEX_POW = complex_pow,;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::helper::HELPERS;

    #[test]
    fn every_helper_has_an_entry() {
        for row in HELPERS {
            let helper = HelperId::from_name(row.name).unwrap();
            assert!(address(helper).is_some(), "{}", row.name);
        }
    }
}
