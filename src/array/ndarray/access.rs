//! One element by its places: what loops over arrays do, without a detour through subscripts.
//!
//! In: one place a dimension, counted from the end where negative. Out: the element, read or written; nothing, if the
//! places, the number of dimensions or the type are not as asked for.
#![allow(unsafe_code)]

use super::{Array, INLINE};
use crate::array::element::Element;
use crate::array::scalar::Scalar;

impl Array {
    #[inline(always)]
    fn address_at<const N: usize>(&self, places: [i64; N]) -> Option<*mut u8> {
        const { assert!(N <= INLINE) };
        if self.rank() != N {
            return None;
        }
        // SAFETY: nothing changes the dimensions meanwhile.
        let (shape, strides) = unsafe { (&*self.shape.get(), &*self.strides.get()) };
        let mut offset = 0;
        for (axis, place) in places.into_iter().enumerate() {
            let length = shape[axis] as i64;
            let place = if place < 0 { place + length } else { place };
            if place as u64 >= length as u64 {
                return None;
            }
            offset += place as isize * strides[axis];
        }
        Some(self.data.wrapping_offset(offset))
    }

    /// The element at some places.
    #[inline(always)]
    pub fn element_at<T: Element, const N: usize>(&self, places: [i64; N]) -> Option<T> {
        if !self.holds(T::DTYPE) {
            return None;
        }
        let address = self.address_at(places)?;
        // SAFETY: the places were checked, and the elements are of this type; any bytes are one.
        Some(unsafe { address.cast::<T>().read_unaligned() })
    }

    /// Writes the element at some places; false means that nothing was done.
    #[inline(always)]
    pub fn set_element_at<T: Element, const N: usize>(&self, places: [i64; N], value: T) -> bool {
        if !self.holds(T::DTYPE) || !self.writeable.get() {
            return false;
        }
        let Some(address) = self.address_at(places) else {
            return false;
        };
        // SAFETY: as above, and the elements may be changed.
        unsafe { address.cast::<T>().write_unaligned(value) };
        true
    }

    /// Writes one element of an array of one dimension. Panics if there is no such place, or if elements are of another type.
    pub fn set_in_row(&self, place: usize, element: Scalar) {
        let address = self.address_at([place as i64]).expect("the place is one of the row");
        assert!(self.holds(element.dtype()));
        // SAFETY: as above.
        unsafe { element.write(address) };
    }

    /// The length of a dimension, counted from the end where negative.
    #[inline(always)]
    pub fn length_of(&self, axis: i64) -> Option<i64> {
        let shape = self.shape();
        let axis = if axis < 0 { axis + shape.len() as i64 } else { axis };
        shape.get(usize::try_from(axis).ok()?).map(|&length| length as i64)
    }
}
