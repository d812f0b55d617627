//! Arithmetic on machine numbers: operators, conversions between the types, conditional expressions.
//!
//! In: operand nodes. Out: nodes that give ints, floats or complex numbers. What an operator does is in `operator`.

use std::marker::PhantomData;

use num_complex::Complex64;

use super::{Complexes, Floats, Ints, Truths};
use crate::interp::frame::Frame;
use crate::interp::operator::Arithmetic;
use crate::number::{complex, int};

/// `left op right`, operands and result of one type.
pub struct Binary<O, A, B> {
    left: A,
    right: B,
    operator: PhantomData<O>,
}

impl<O, A, B> Binary<O, A, B> {
    /// The node.
    pub fn new(left: A, right: B) -> Binary<O, A, B> {
        Binary { left, right, operator: PhantomData }
    }
}

impl<O: Arithmetic, A: Ints, B: Ints> Ints for Binary<O, A, B> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        let left = self.left.int(frame)?;
        O::ints(left, self.right.int(frame)?)
    }
}

impl<O: Arithmetic, A: Floats, B: Floats> Floats for Binary<O, A, B> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        let left = self.left.float(frame)?;
        O::floats(left, self.right.float(frame)?)
    }
}

impl<O: Arithmetic, A: Complexes, B: Complexes> Complexes for Binary<O, A, B> {
    #[inline(always)]
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        let left = self.left.complex(frame)?;
        O::complexes(left, self.right.complex(frame)?)
    }
}

/// `left / right` on ints.
pub struct Ratio<A, B>(pub A, pub B);

impl<A: Ints, B: Ints> Floats for Ratio<A, B> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        let left = self.0.int(frame)?;
        int::true_div(left, self.1.int(frame)?)
    }
}

/// `-x`
pub struct Negative<A>(pub A);

impl<A: Ints> Ints for Negative<A> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        int::negate(self.0.int(frame)?)
    }
}

impl<A: Floats> Floats for Negative<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        Some(-self.0.float(frame)?)
    }
}

impl<A: Complexes> Complexes for Negative<A> {
    #[inline(always)]
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        Some(complex::negate(self.0.complex(frame)?))
    }
}

/// `~x`
pub struct Invert<A>(pub A);

impl<A: Ints> Ints for Invert<A> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        Some(int::invert(self.0.int(frame)?))
    }
}

/// A bool where an int is wanted.
pub struct TruthAsInt<A>(pub A);

impl<A: Truths> Ints for TruthAsInt<A> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        Some(i64::from(self.0.truth(frame)?))
    }
}

/// An int where a float is wanted, rounded as CPython rounds it.
pub struct IntAsFloat<A>(pub A);

impl<A: Ints> Floats for IntAsFloat<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        Some(self.0.int(frame)? as f64)
    }
}

/// An int compared with a float: only as long as it is exactly a float.
pub struct ExactFloat<A>(pub A);

impl<A: Ints> Floats for ExactFloat<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        let int = self.0.int(frame)?;
        (int.unsigned_abs() <= 1 << 53).then_some(int as f64)
    }
}

/// A float where a complex number is wanted.
pub struct FloatAsComplex<A>(pub A);

impl<A: Floats> Complexes for FloatAsComplex<A> {
    #[inline(always)]
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        Some(Complex64::new(self.0.float(frame)?, 0.0))
    }
}

/// `z.real`
pub struct RealPart<A>(pub A);

impl<A: Complexes> Floats for RealPart<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        Some(self.0.complex(frame)?.re)
    }
}

/// `z.imag`
pub struct ImaginaryPart<A>(pub A);

impl<A: Complexes> Floats for ImaginaryPart<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        Some(self.0.complex(frame)?.im)
    }
}

/// `then if test else orelse`, both of one type.
pub struct Choice<A> {
    /// The condition.
    pub test: Box<dyn Truths>,
    /// When true.
    pub then: A,
    /// When false.
    pub orelse: A,
}

impl<A: Ints> Ints for Choice<A> {
    fn int(&self, frame: &Frame) -> Option<i64> {
        if self.test.truth(frame)? { self.then.int(frame) } else { self.orelse.int(frame) }
    }
}

impl<A: Floats> Floats for Choice<A> {
    fn float(&self, frame: &Frame) -> Option<f64> {
        if self.test.truth(frame)? { self.then.float(frame) } else { self.orelse.float(frame) }
    }
}

impl<A: Complexes> Complexes for Choice<A> {
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        if self.test.truth(frame)? { self.then.complex(frame) } else { self.orelse.complex(frame) }
    }
}

impl<A: Truths> Truths for Choice<A> {
    fn truth(&self, frame: &Frame) -> Option<bool> {
        if self.test.truth(frame)? { self.then.truth(frame) } else { self.orelse.truth(frame) }
    }
}
