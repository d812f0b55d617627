//! Conditions: comparisons, `and`, `or`, `not`, and the truth of numbers and containers.
//!
//! In: operand nodes. Out: nodes that give a `bool`.

use std::marker::PhantomData;

use super::{Complexes, Floats, Ints, Places, Truths};
use crate::interp::frame::Frame;
use crate::interp::operator::Comparison;
use crate::value::Value;
use crate::value::list::List;

/// `left op right` on ints.
pub struct CompareInts<O, A, B> {
    left: A,
    right: B,
    operator: PhantomData<O>,
}

impl<O, A, B> CompareInts<O, A, B> {
    /// The node.
    pub fn new(left: A, right: B) -> CompareInts<O, A, B> {
        CompareInts { left, right, operator: PhantomData }
    }
}

impl<O: Comparison, A: Ints, B: Ints> Truths for CompareInts<O, A, B> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        let left = self.left.int(frame)?;
        Some(O::ints(left, self.right.int(frame)?))
    }
}

/// `left op right` on floats.
pub struct CompareFloats<O, A, B> {
    left: A,
    right: B,
    operator: PhantomData<O>,
}

impl<O, A, B> CompareFloats<O, A, B> {
    /// The node.
    pub fn new(left: A, right: B) -> CompareFloats<O, A, B> {
        CompareFloats { left, right, operator: PhantomData }
    }
}

impl<O: Comparison, A: Floats, B: Floats> Truths for CompareFloats<O, A, B> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        let left = self.left.float(frame)?;
        Some(O::floats(left, self.right.float(frame)?))
    }
}

/// `left == right` on complex numbers.
pub struct EqualComplexes<A, B>(pub A, pub B);

impl<A: Complexes, B: Complexes> Truths for EqualComplexes<A, B> {
    fn truth(&self, frame: &Frame) -> Option<bool> {
        let left = self.0.complex(frame)?;
        Some(left == self.1.complex(frame)?)
    }
}

/// `left and right`
pub struct Both<A, B>(pub A, pub B);

impl<A: Truths, B: Truths> Truths for Both<A, B> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        if self.0.truth(frame)? { self.1.truth(frame) } else { Some(false) }
    }
}

/// `left or right`
pub struct Either<A, B>(pub A, pub B);

impl<A: Truths, B: Truths> Truths for Either<A, B> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        if self.0.truth(frame)? { Some(true) } else { self.1.truth(frame) }
    }
}

/// `left & right` of truths: both operands are computed, whatever the first one is.
pub struct Conjunction<A, B>(pub A, pub B);

impl<A: Truths, B: Truths> Truths for Conjunction<A, B> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        Some(self.0.truth(frame)? & self.1.truth(frame)?)
    }
}

/// `left | right` of truths: both operands are computed, whatever the first one is.
pub struct Disjunction<A, B>(pub A, pub B);

impl<A: Truths, B: Truths> Truths for Disjunction<A, B> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        Some(self.0.truth(frame)? | self.1.truth(frame)?)
    }
}

/// `not x`
pub struct Not<A>(pub A);

impl<A: Truths> Truths for Not<A> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        Some(!self.0.truth(frame)?)
    }
}

/// The truth of an int.
pub struct IntTruth<A>(pub A);

impl<A: Ints> Truths for IntTruth<A> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        Some(self.0.int(frame)? != 0)
    }
}

/// The truth of a float.
pub struct FloatTruth<A>(pub A);

impl<A: Floats> Truths for FloatTruth<A> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        Some(self.0.float(frame)? != 0.0)
    }
}

/// The truth of a list.
pub struct ListTruth<P>(pub P);

impl<P: Places> Truths for ListTruth<P> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        Some(!self.0.place(frame)?.downcast::<List>()?.is_empty())
    }
}

/// `x is None`
pub struct IsNone<P>(pub P);

impl<P: Places> Truths for IsNone<P> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        match self.0.place(frame)? {
            Value::Unbound => None,
            value => Some(value.is_none()),
        }
    }
}
