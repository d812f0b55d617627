//! Arrays that a Rust host and scripts share.
//!
//! In: arrays of the crate `ndarray`, or of scripts. Out: handles through which a host reads and writes in closures.

use super::array::NdArray;
use super::exchange::{FromValue, IntoValue};
use super::{Raise, Value, type_name};
use crate::array::Array;
use crate::array::element::Element;
use crate::raise;
use ndarray::{ArrayD, ArrayView, ArrayViewMut, Dimension, IxDyn};
use std::marker::PhantomData;

/// An array that a host and scripts share.
///
/// It is made of an array of the host, whose memory scripts then see and change in place; or it is what [`Engine::get`]
/// gives of an array that a script made. [`Shared::take`] gives the memory back to the host. Arrays have their methods once a
/// script has imported `numpy`.
///
/// ```
/// use ndarray::Array2;
/// use taipan::{Engine, Script, Shared};
///
/// # fn main() -> Result<(), taipan::Error> {
/// let field = Array2::from_elem((480, 640), 1.5_f64);
/// let address = field.as_ptr();
///
/// let engine = Engine::new();
/// let shared = Shared::new(field);
/// engine.set("field", &shared);
/// engine.run(&Script::compile("double.py", "import numpy\nfield *= 2\nfield[0, 0] = field.sum()\n")?)?;
///
/// // The host looks at the memory where it lies,
/// assert_eq!(shared.read(|view| view[[1, 1]]), 3.0);
/// shared.write(|mut view| view[[1, 1]] = 7.0);
/// assert_eq!(engine.eval::<f64>("float(field[1, 1])")?, 7.0);
///
/// // and has it back when no script holds it any more.
/// engine.set("field", ());
/// let field = shared.take().ok().expect("no script holds it");
/// assert_eq!(field.as_ptr(), address);
/// assert_eq!(field[[0, 0]], 480.0 * 640.0 * 3.0);
/// # Ok(())
/// # }
/// ```
///
/// [`Engine::get`]: crate::Engine::get
pub struct Shared<T> {
    array: Array,
    element: PhantomData<T>,
}

impl<T: Element> Shared<T> {
    /// An array over the memory of a host's array; nothing is copied.
    pub fn new<D: Dimension>(own: ndarray::Array<T, D>) -> Shared<T> {
        Shared { array: Array::lent(own.into_dyn()), element: PhantomData }
    }

    /// The lengths of its dimensions.
    pub fn shape(&self) -> &[usize] {
        self.array.shape()
    }

    /// Lets a closure look at the elements. No script can run meanwhile: an engine that is asked to raises `RuntimeError`.
    ///
    /// # Panics
    /// If a closure that changes an array is still running.
    pub fn read<R>(&self, look: impl FnOnce(ArrayView<'_, T, IxDyn>) -> R) -> R {
        self.array.read(look).unwrap_or_else(|| unreachable!("what is shared can be read"))
    }

    /// Lets a closure change the elements. No script can run meanwhile.
    ///
    /// # Panics
    /// If another closure that looks at an array is still running, or if [`Shared::is_writeable`] says no.
    pub fn write<R>(&self, change: impl FnOnce(ArrayViewMut<'_, T, IxDyn>) -> R) -> R {
        assert!(
            self.is_writeable(),
            "the array cannot be written: it is read-only, or a view whose elements do not lie together"
        );
        self.array.write(change).unwrap_or_else(|| unreachable!("what is writeable can be written"))
    }

    /// Whether [`Shared::write`] can change it. Arrays of a host can be; views that scripts made may not.
    pub fn is_writeable(&self) -> bool {
        self.array.can_be_written::<T>()
    }

    /// The host's array again, with its own memory, if no script holds it any more; a copy of what a script made.
    ///
    /// # Errors
    /// The handle, if a script still holds the array or a view of it.
    pub fn take(self) -> Result<ArrayD<T>, Shared<T>> {
        if !self.array.is_lent() {
            return Ok(self.read(|view| view.to_owned()));
        }
        self.array.give_back().map_err(|array| Shared { array, element: PhantomData })
    }
}

impl<T: Element> IntoValue for &Shared<T> {
    fn into_value(self) -> Value {
        Value::from(self.array.alias())
    }
}

impl<T: Element> FromValue for Shared<T> {
    fn from_value(value: &Value) -> Result<Shared<T>, Raise> {
        let wanted = T::DTYPE;
        let Some(array) = value.downcast::<NdArray>() else {
            return Err(raise!(TypeError, "expected an array of {wanted}, got {}", type_name(value)));
        };
        if array.dtype() != wanted {
            return Err(raise!(TypeError, "expected an array of {wanted}, got one of {}", array.dtype()));
        }
        if !array.can_be_read::<T>() {
            return Err(raise!(ValueError, "an array with steps below zero cannot be shared: share a copy of it"));
        }
        Ok(Shared { array: array.alias(), element: PhantomData })
    }
}

impl<T: Element, D: Dimension> IntoValue for ndarray::Array<T, D> {
    fn into_value(self) -> Value {
        Value::from(Array::lent(self.into_dyn()))
    }
}

impl<T: Element> FromValue for ArrayD<T> {
    fn from_value(value: &Value) -> Result<ArrayD<T>, Raise> {
        Shared::from_value(value).map(|shared| shared.read(|view| view.to_owned()))
    }
}
