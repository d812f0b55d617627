//! Typed statements: assignments, stores into lists, returns.
//!
//! In: typed nodes. Out: nodes that compute everything first and store last, so that a surprise leaves nothing half done.

use std::marker::PhantomData;

use super::place::list;
use super::{Complexes, Floats, Ints, Places, Returned, Truths, Typed};
use crate::interp::frame::{Frame, put, slot_mut};
use crate::interp::operator::Arithmetic;
use crate::resolve::tree::Slot;
use crate::value::Value;

/// Where a number is assigned to.
pub trait Target {
    /// Stores a value that owns nothing.
    fn store(&self, frame: &mut Frame, value: Value);
    /// Stores a complex number.
    fn store_complex(&self, frame: &mut Frame, re: f64, im: f64);
}

impl Target for Slot {
    #[inline(always)]
    fn store(&self, frame: &mut Frame, value: Value) {
        put(slot_mut(frame, *self), value);
    }

    #[inline(always)]
    fn store_complex(&self, frame: &mut Frame, re: f64, im: f64) {
        slot_mut(frame, *self).set_complex(re, im);
    }
}

/// `target = int`
pub struct AssignInt<T, A>(pub T, pub A);

impl<T: Target, A: Ints> Typed for AssignInt<T, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let Some(value) = self.1.int(frame) else {
            return false;
        };
        self.0.store(frame, Value::Int(value));
        true
    }
}

/// `target = float`
pub struct AssignFloat<T, A>(pub T, pub A);

impl<T: Target, A: Floats> Typed for AssignFloat<T, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let Some(value) = self.1.float(frame) else {
            return false;
        };
        self.0.store(frame, Value::float(value));
        true
    }
}

/// `target = bool`
pub struct AssignTruth<T, A>(pub T, pub A);

impl<T: Target, A: Truths> Typed for AssignTruth<T, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let Some(value) = self.1.truth(frame) else {
            return false;
        };
        self.0.store(frame, Value::bool(value));
        true
    }
}

/// `target = complex`
pub struct AssignComplex<T, A>(pub T, pub A);

impl<T: Target, A: Complexes> Typed for AssignComplex<T, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let Some(value) = self.1.complex(frame) else {
            return false;
        };
        self.0.store_complex(frame, value.re, value.im);
        true
    }
}

/// `target = object` for an object that lies somewhere else, such as a row of a list of lists.
pub struct AssignObject<P>(pub Slot, pub P);

impl<P: Places> Typed for AssignObject<P> {
    fn run(&self, frame: &mut Frame) -> bool {
        let value = match self.1.place(frame) {
            None | Some(Value::Unbound) => return false,
            Some(value) => value.clone(),
        };
        *slot_mut(frame, self.0) = value;
        true
    }
}

/// `object[index] = value`, into a list whose storage is of the value's type.
pub struct SetElement<P, I, A> {
    /// Where the list lies.
    pub object: P,
    /// Which item.
    pub index: I,
    /// What is stored.
    pub value: A,
}

/// [`SetElement`] of an int.
pub struct SetInt<P, I, A>(pub SetElement<P, I, A>);

/// [`SetElement`] of a float.
pub struct SetFloat<P, I, A>(pub SetElement<P, I, A>);

/// [`SetElement`] of a bool.
pub struct SetTruth<P, I, A>(pub SetElement<P, I, A>);

/// [`SetElement`] of a complex number.
pub struct SetComplex<P, I, A>(pub SetElement<P, I, A>);

impl<P: Places, I: Ints, A: Ints> Typed for SetInt<P, I, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let store = || {
            let value = self.0.value.int(frame)?;
            let index = self.0.index.int(frame)?;
            Some(list(&self.0.object, frame)?.set_int_at(index, value))
        };
        store().unwrap_or(false)
    }
}

impl<P: Places, I: Ints, A: Floats> Typed for SetFloat<P, I, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let store = || {
            let value = self.0.value.float(frame)?;
            let index = self.0.index.int(frame)?;
            Some(list(&self.0.object, frame)?.set_float_at(index, value))
        };
        store().unwrap_or(false)
    }
}

impl<P: Places, I: Ints, A: Truths> Typed for SetTruth<P, I, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let store = || {
            let value = self.0.value.truth(frame)?;
            let index = self.0.index.int(frame)?;
            Some(list(&self.0.object, frame)?.set_bool_at(index, value))
        };
        store().unwrap_or(false)
    }
}

impl<P: Places, I: Ints, A: Complexes> Typed for SetComplex<P, I, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let store = || {
            let value = self.0.value.complex(frame)?;
            let index = self.0.index.int(frame)?;
            Some(list(&self.0.object, frame)?.set_complex_at(index, value.re, value.im))
        };
        store().unwrap_or(false)
    }
}

/// `object[index] op= value`, in a list whose storage is of the result's type.
pub struct UpdateElement<O, P, I, A> {
    object: P,
    index: I,
    value: A,
    operator: PhantomData<O>,
}

impl<O, P, I, A> UpdateElement<O, P, I, A> {
    /// The parts of the statement.
    pub fn new(object: P, index: I, value: A) -> UpdateElement<O, P, I, A> {
        UpdateElement { object, index, value, operator: PhantomData }
    }
}

/// [`UpdateElement`] of an int.
pub struct UpdateInt<O, P, I, A>(pub UpdateElement<O, P, I, A>);

/// [`UpdateElement`] of a float.
pub struct UpdateFloat<O, P, I, A>(pub UpdateElement<O, P, I, A>);

impl<O: Arithmetic, P: Places, I: Ints, A: Ints> Typed for UpdateInt<O, P, I, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let update = || {
            let value = self.0.value.int(frame)?;
            let index = self.0.index.int(frame)?;
            let list = list(&self.0.object, frame)?;
            let result = O::ints(list.int_at(index)?, value)?;
            Some(list.set_int_at(index, result))
        };
        update().unwrap_or(false)
    }
}

impl<O: Arithmetic, P: Places, I: Ints, A: Floats> Typed for UpdateFloat<O, P, I, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let update = || {
            let value = self.0.value.float(frame)?;
            let index = self.0.index.int(frame)?;
            let list = list(&self.0.object, frame)?;
            let result = O::floats(list.float_at(index)?, value)?;
            Some(list.set_float_at(index, result))
        };
        update().unwrap_or(false)
    }
}

/// An int that leaves the frame.
pub struct ReturnInt<A>(pub A);

impl<A: Ints> Returned for ReturnInt<A> {
    #[inline(always)]
    fn returned(&self, frame: &Frame) -> Option<Value> {
        Some(Value::Int(self.0.int(frame)?))
    }
}

/// A float that leaves the frame.
pub struct ReturnFloat<A>(pub A);

impl<A: Floats> Returned for ReturnFloat<A> {
    #[inline(always)]
    fn returned(&self, frame: &Frame) -> Option<Value> {
        Some(Value::float(self.0.float(frame)?))
    }
}

/// A bool that leaves the frame.
pub struct ReturnTruth<A>(pub A);

impl<A: Truths> Returned for ReturnTruth<A> {
    #[inline(always)]
    fn returned(&self, frame: &Frame) -> Option<Value> {
        Some(Value::bool(self.0.truth(frame)?))
    }
}

/// A complex number that leaves the frame.
pub struct ReturnComplex<A>(pub A);

impl<A: Complexes> Returned for ReturnComplex<A> {
    #[inline(always)]
    fn returned(&self, frame: &Frame) -> Option<Value> {
        let value = self.0.complex(frame)?;
        Some(Value::complex(value.re, value.im))
    }
}
