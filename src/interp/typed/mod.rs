//! Typed nodes: expressions and statements that work on machine numbers.
//!
//! In: a statement of the resolved tree, and the frame as it stands when the statement runs for the second time. Out:
//! nodes that give `Option<i64>`, `Option<f64>`, … without building a value. A typed node only reads; on any surprise
//! (another type, an overflow, an index out of range, a zero divisor) it gives `None`, and nothing has happened: the
//! statement then runs in its generic form, which promotes or raises. So typed nodes need no semantics of their own
//! but what they take from `number`, and cannot be wrong about what they leave out.

mod array;
mod build;
mod build_array;
mod build_scalar;
mod build_statement;
mod call;
mod class;
mod leaf;
mod number;
mod place;
mod scalar;
mod statement;
mod truth;

use num_complex::Complex64;

use super::frame::Frame;
use crate::value::Value;

pub use build::{Sight, returned, test};
pub use build_statement::{assign_slot, has_typed_form, statement};
pub use statement::Target;

/// An expression that is an int.
pub trait Ints {
    /// The int.
    fn int(&self, frame: &Frame) -> Option<i64>;
}

/// An expression that is a float.
pub trait Floats {
    /// The float.
    fn float(&self, frame: &Frame) -> Option<f64>;
}

/// An expression that is a bool, or whose truth alone matters.
pub trait Truths {
    /// The bool.
    fn truth(&self, frame: &Frame) -> Option<bool>;
}

/// An expression that is a complex number.
pub trait Complexes {
    /// The number.
    fn complex(&self, frame: &Frame) -> Option<Complex64>;
}

/// An expression whose value lies somewhere and can be looked at where it lies.
pub trait Places {
    /// The value. It is let go of before anything is stored.
    fn place<'f>(&'f self, frame: &'f Frame) -> Option<&'f Value>;
}

/// A whole statement.
pub trait Typed {
    /// Runs it; false means that nothing was done.
    fn run(&self, frame: &mut Frame) -> bool;
}

/// An expression whose value leaves the frame.
pub trait Returned {
    /// The value.
    fn returned(&self, frame: &Frame) -> Option<Value>;
}

impl Ints for Box<dyn Ints> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        (**self).int(frame)
    }
}

impl Floats for Box<dyn Floats> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        (**self).float(frame)
    }
}

impl Truths for Box<dyn Truths> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        (**self).truth(frame)
    }
}

impl Complexes for Box<dyn Complexes> {
    #[inline(always)]
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        (**self).complex(frame)
    }
}

impl Places for Box<dyn Places> {
    #[inline(always)]
    fn place<'f>(&'f self, frame: &'f Frame) -> Option<&'f Value> {
        (**self).place(frame)
    }
}
