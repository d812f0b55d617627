//! Memory of a host as an array, and back, without a copy.
//!
//! In: an array of the crate `ndarray`. Out: an array over its memory; and the array of the host again, once nothing else
//! looks at it.
#![allow(unsafe_code)]

use super::{Array, Shape, Strides};
use crate::array::DType;
use crate::array::buffer::Buffer;
use crate::array::element::Element;
use ndarray::{ArrayD, ArrayView, ArrayViewMut, IxDyn, ShapeBuilder};
use std::any::Any;
use std::cell::Cell;
use std::ptr::NonNull;

impl Array {
    /// An array over the memory of a host's array, which belongs to it from now on.
    pub fn lent<T: Element>(own: ArrayD<T>) -> Array {
        let forward = own.strides().iter().all(|&stride| stride >= 0);
        let mut own = if forward { own } else { own.as_standard_layout().into_owned() };
        let size = size_of::<T>() as isize;
        let shape: Shape = own.shape().into();
        let strides: Strides = own.strides().iter().map(|stride| stride * size).collect();
        let (data, bytes) = (own.as_mut_ptr().cast::<u8>(), own.len() * size as usize);
        let start = NonNull::new(data).unwrap_or(NonNull::dangling());
        // SAFETY: the elements are on the heap, where they stay when their owner moves; it is not touched meanwhile.
        let buffer = unsafe { Buffer::lent(start, bytes, Box::new(own)) };
        Array::new(buffer, start.as_ptr(), T::DTYPE, &shape, &strides)
    }

    /// The bytes of something else as an array, which keeps it.
    ///
    /// # Safety
    /// The bytes stay where they are as long as the owner lives, and nobody looks at them while arrays are computed with.
    pub unsafe fn over(start: NonNull<u8>, size: usize, owner: Box<dyn Any>) -> Array {
        // SAFETY: the caller's promise.
        let buffer = unsafe { Buffer::lent(start, size, owner) };
        Array::new(buffer, start.as_ptr(), DType::U8, &[size], &[1])
    }

    /// The host's array again, if nothing else looks at its memory and this is all of it; else this array.
    pub fn give_back<T: Element>(self) -> Result<ArrayD<T>, Array> {
        if T::DTYPE != self.dtype() || !self.is_lent() || !self.owns_alone() {
            return Err(self);
        }
        let (shape, strides) = (Shape::from(self.shape()), Strides::from(self.strides()));
        let (data, dtype) = (self.data, self.dtype());
        match Buffer::give_back(self.buffer) {
            Err(buffer) => Err(Array::new(buffer, data, dtype, &shape, &strides)),
            Ok(owner) => match owner.map(|owner| owner.downcast::<ArrayD<T>>()) {
                Some(Ok(own)) => Ok(*own),
                _ => unreachable!("a lent buffer has the owner that lent it"),
            },
        }
    }

    /// Whether a host lent its memory.
    pub fn is_lent(&self) -> bool {
        self.buffer.is_lent()
    }

    /// Strides by elements, if all of them are whole, and the shape.
    fn host_layout<T: Element>(&self) -> Option<ndarray::StrideShape<IxDyn>> {
        let size = size_of::<T>() as isize;
        let whole = T::DTYPE == self.dtype() && self.strides().iter().all(|stride| stride % size == 0 && *stride >= 0);
        let is_aligned = self.data.cast::<T>().is_aligned();
        (whole && is_aligned).then(|| {
            let strides: Vec<usize> = self.strides().iter().map(|&stride| (stride / size) as usize).collect();
            IxDyn(self.shape()).strides(IxDyn(&strides))
        })
    }

    /// Whether `read` can show the elements: steps below zero cannot be shown.
    pub fn can_be_read<T: Element>(&self) -> bool {
        self.host_layout::<T>().is_some()
    }

    /// Whether `write` can: besides, no element may be at two places.
    pub fn can_be_written<T: Element>(&self) -> bool {
        self.can_be_read::<T>() && (self.is_c_contiguous() || self.is_f_contiguous()) && self.is_writeable()
    }

    /// Lets a host look at the elements, while no script runs; nothing is done if it cannot.
    pub fn read<T: Element, R>(&self, look: impl FnOnce(ArrayView<'_, T, IxDyn>) -> R) -> Option<R> {
        let layout = self.host_layout::<T>()?;
        let _look = Look::begin(1);
        // SAFETY: the elements are initialised and lie where shape and strides say. While the host looks, no other closure
        // of it changes an array, and no script runs.
        Some(look(unsafe { ArrayView::from_shape_ptr(layout, self.data.cast()) }))
    }

    /// Lets a host change the elements, likewise.
    pub fn write<T: Element, R>(&self, change: impl FnOnce(ArrayViewMut<'_, T, IxDyn>) -> R) -> Option<R> {
        if !self.can_be_written::<T>() {
            return None;
        }
        let layout = self.host_layout::<T>()?;
        let _look = Look::begin(-1);
        // SAFETY: as above; no other closure looks at any array, and no two places are one element.
        Some(change(unsafe { ArrayViewMut::from_shape_ptr(layout, self.data.cast()) }))
    }
}

thread_local! {
    /// How many closures of a host look at arrays; below zero, one changes an array.
    static LOOKING: Cell<isize> = const { Cell::new(0) };
}

/// Whether a closure of a host looks at an array now: no script may run.
pub fn is_looking() -> bool {
    LOOKING.get() != 0
}

/// As long as it lives, a host looks at an array.
struct Look(isize);

impl Look {
    fn begin(step: isize) -> Look {
        let now = LOOKING.get();
        assert!(if step < 0 { now == 0 } else { now >= 0 }, "an array is changed while another closure looks at one");
        LOOKING.set(now + step);
        Look(step)
    }
}

impl Drop for Look {
    fn drop(&mut self) {
        LOOKING.set(LOOKING.get() - self.0);
    }
}
