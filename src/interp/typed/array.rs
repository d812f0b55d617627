//! Elements of arrays at plain places, read and written where they lie.
//!
//! In: the place of an array, and one int a dimension. Out: machine numbers. A node is made for one type of elements and
//! one number of dimensions, and gives way when it meets another, or a place that is not there.

use std::marker::PhantomData;

use num_complex::Complex64;

use super::{Complexes, Floats, Ints, Places, Truths, Typed};
use crate::array::element::{Bool, Element};
use crate::interp::frame::Frame;
use crate::value::array::NdArray;

/// The array that lies in a place.
#[inline(always)]
fn array<'f>(place: &'f impl Places, frame: &'f Frame) -> Option<&'f NdArray> {
    place.place(frame)?.downcast::<NdArray>()
}

/// An element of an array, of any type.
pub trait Spot {
    /// The element.
    fn read<T: Element>(&self, frame: &Frame) -> Option<T>;
    /// Writes it; nothing is done if it is not there.
    fn write<T: Element>(&self, frame: &Frame, value: T) -> Option<bool>;
}

/// `array[index]`
pub struct InRow<P, I> {
    /// Where the array lies.
    pub object: P,
    /// Which element.
    pub index: I,
}

/// `array[row, column]`
pub struct InTable<P, I, J> {
    /// Where the array lies.
    pub object: P,
    /// In which row.
    pub row: I,
    /// In which column.
    pub column: J,
}

/// `array[i, j, k, …]`
pub struct InMany<P, const N: usize> {
    /// Where the array lies.
    pub object: P,
    /// The places.
    pub places: [Box<dyn Ints>; N],
}

impl<P: Places, I: Ints> Spot for InRow<P, I> {
    #[inline(always)]
    fn read<T: Element>(&self, frame: &Frame) -> Option<T> {
        let place = self.index.int(frame)?;
        array(&self.object, frame)?.element_at([place])
    }

    #[inline(always)]
    fn write<T: Element>(&self, frame: &Frame, value: T) -> Option<bool> {
        let place = self.index.int(frame)?;
        Some(array(&self.object, frame)?.set_element_at([place], value))
    }
}

impl<P: Places, I: Ints, J: Ints> Spot for InTable<P, I, J> {
    #[inline(always)]
    fn read<T: Element>(&self, frame: &Frame) -> Option<T> {
        let places = [self.row.int(frame)?, self.column.int(frame)?];
        array(&self.object, frame)?.element_at(places)
    }

    #[inline(always)]
    fn write<T: Element>(&self, frame: &Frame, value: T) -> Option<bool> {
        let places = [self.row.int(frame)?, self.column.int(frame)?];
        Some(array(&self.object, frame)?.set_element_at(places, value))
    }
}

impl<P: Places, const N: usize> InMany<P, N> {
    fn all(&self, frame: &Frame) -> Option<[i64; N]> {
        let mut all = [0; N];
        for (place, node) in all.iter_mut().zip(&self.places) {
            *place = node.int(frame)?;
        }
        Some(all)
    }
}

impl<P: Places, const N: usize> Spot for InMany<P, N> {
    fn read<T: Element>(&self, frame: &Frame) -> Option<T> {
        array(&self.object, frame)?.element_at(self.all(frame)?)
    }

    fn write<T: Element>(&self, frame: &Frame, value: T) -> Option<bool> {
        let places = self.all(frame)?;
        Some(array(&self.object, frame)?.set_element_at(places, value))
    }
}

/// An element that is read.
pub struct Read<S, T> {
    spot: S,
    element: PhantomData<T>,
}

impl<S, T> Read<S, T> {
    /// The node.
    pub fn new(spot: S) -> Read<S, T> {
        Read { spot, element: PhantomData }
    }
}

impl<S: Spot> Floats for Read<S, f64> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        self.spot.read::<f64>(frame)
    }
}

impl<S: Spot> Floats for Read<S, f32> {
    fn float(&self, frame: &Frame) -> Option<f64> {
        Some(f64::from(self.spot.read::<f32>(frame)?))
    }
}

impl<S: Spot> Truths for Read<S, Bool> {
    fn truth(&self, frame: &Frame) -> Option<bool> {
        Some(self.spot.read::<Bool>(frame)?.get())
    }
}

impl<S: Spot> Complexes for Read<S, Complex64> {
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        self.spot.read::<Complex64>(frame)
    }
}

/// An element that is written.
pub struct Write<S, A, T> {
    spot: S,
    value: A,
    element: PhantomData<T>,
}

impl<S, A, T> Write<S, A, T> {
    /// The node.
    pub fn new(spot: S, value: A) -> Write<S, A, T> {
        Write { spot, value, element: PhantomData }
    }
}

impl<S: Spot> Typed for Write<S, Box<dyn Floats>, f64> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let write = || self.spot.write(frame, self.value.float(frame)?);
        write().unwrap_or(false)
    }
}

impl<S: Spot> Typed for Write<S, Box<dyn Floats>, f32> {
    fn run(&self, frame: &mut Frame) -> bool {
        let write = || {
            let value = self.value.float(frame)?;
            let single = value as f32;
            // What does not fit is warned about.
            if single.is_infinite() && value.is_finite() {
                return None;
            }
            self.spot.write(frame, single)
        };
        write().unwrap_or(false)
    }
}

impl<S: Spot> Typed for Write<S, Box<dyn Truths>, Bool> {
    fn run(&self, frame: &mut Frame) -> bool {
        let write = || self.spot.write(frame, Bool::of(self.value.truth(frame)?));
        write().unwrap_or(false)
    }
}

impl<S: Spot> Typed for Write<S, Box<dyn Complexes>, Complex64> {
    fn run(&self, frame: &mut Frame) -> bool {
        let write = || self.spot.write(frame, self.value.complex(frame)?);
        write().unwrap_or(false)
    }
}

impl<S: Spot, T: Element + TryInto<i64>> Ints for Read<S, T> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        self.spot.read::<T>(frame)?.try_into().ok()
    }
}

impl<S: Spot, T: Element + TryFrom<i64>> Typed for Write<S, Box<dyn Ints>, T> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let write = || self.spot.write(frame, T::try_from(self.value.int(frame)?).ok()?);
        write().unwrap_or(false)
    }
}

/// `array[…] op= value` of floats of 64 bits.
pub struct UpdateDouble<S> {
    /// Which element.
    pub spot: S,
    /// The right operand.
    pub value: Box<dyn Floats>,
    /// The operator.
    pub operator: fn(f64, f64) -> Option<f64>,
}

impl<S: Spot> Typed for UpdateDouble<S> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let update = || {
            let value = self.value.float(frame)?;
            let result = (self.operator)(self.spot.read(frame)?, value)?;
            // What the processor may have noticed is warned about.
            if !result.is_finite() {
                return None;
            }
            self.spot.write(frame, result)
        };
        update().unwrap_or(false)
    }
}

/// `array.shape[axis]`
pub struct LengthOf {
    /// Where the array lies.
    pub object: Box<dyn Places>,
    /// Which dimension.
    pub axis: Box<dyn Ints>,
}

impl Ints for LengthOf {
    fn int(&self, frame: &Frame) -> Option<i64> {
        let axis = self.axis.int(frame)?;
        array(&self.object, frame)?.length_of(axis)
    }
}

/// `array.size`, `array.ndim`
pub struct Extent {
    /// Where the array lies.
    pub object: Box<dyn Places>,
    /// What is asked of it.
    pub of: fn(&NdArray) -> i64,
}

impl Ints for Extent {
    fn int(&self, frame: &Frame) -> Option<i64> {
        Some((self.of)(array(&self.object, frame)?))
    }
}
