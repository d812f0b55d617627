//! Leaves: variables and constants.
//!
//! In: slots and literals. Out: the smallest nodes, which larger nodes take in as type parameters, so that a leaf costs
//! a load and a test and no call.

use num_complex::Complex64;

use super::{Complexes, Floats, Ints, Places, Truths};
use crate::interp::frame::{Frame, slot};
use crate::resolve::tree::Slot;
use crate::value::Value;

/// A variable of the frame.
#[derive(Clone, Copy)]
pub struct Local(pub Slot);

/// A literal int.
#[derive(Clone, Copy)]
pub struct IntConstant(pub i64);

/// A literal float, or an int where a float is wanted.
#[derive(Clone, Copy)]
pub struct FloatConstant(pub f64);

/// `True` or `False`.
#[derive(Clone, Copy)]
pub struct TruthConstant(pub bool);

/// A literal complex number, or a real one where a complex one is wanted.
#[derive(Clone, Copy)]
pub struct ComplexConstant(pub Complex64);

impl Ints for Local {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        slot(frame, self.0).as_int()
    }
}

impl Floats for Local {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        slot(frame, self.0).as_float()
    }
}

impl Truths for Local {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        slot(frame, self.0).as_bool()
    }
}

impl Complexes for Local {
    #[inline(always)]
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        let (re, im) = slot(frame, self.0).as_complex()?;
        Some(Complex64::new(re, im))
    }
}

impl Places for Local {
    #[inline(always)]
    fn place<'f>(&'f self, frame: &'f Frame) -> Option<&'f Value> {
        Some(slot(frame, self.0))
    }
}

impl Ints for IntConstant {
    #[inline(always)]
    fn int(&self, _frame: &Frame) -> Option<i64> {
        Some(self.0)
    }
}

impl Floats for FloatConstant {
    #[inline(always)]
    fn float(&self, _frame: &Frame) -> Option<f64> {
        Some(self.0)
    }
}

impl Truths for TruthConstant {
    #[inline(always)]
    fn truth(&self, _frame: &Frame) -> Option<bool> {
        Some(self.0)
    }
}

impl Complexes for ComplexConstant {
    #[inline(always)]
    fn complex(&self, _frame: &Frame) -> Option<Complex64> {
        Some(self.0)
    }
}
