//! Elements that are no numbers but references to values: objects, and texts of a bounded length.
//!
//! Nothing here knows what a value is. An element is two words; all zero, it is the value that new arrays are filled with. The layer
//! of values says once how an element gets one more owner, how it loses one, and how it becomes an element of another type. Who writes
//! such elements keeps what it writes and releases what was there: [`replace`], or [`keep_all`] where the words of a
//! new array were copied.
#![allow(unsafe_code)]

use super::dtype::DType;
use super::element::Handle;
use super::error::{Error, Outcome};
use super::ndarray::Array;
use super::scalar::Scalar;
use std::sync::OnceLock;

/// What is done with references.
pub struct Keeper {
    /// Gives an element one more owner.
    pub keep: unsafe fn(Handle),
    /// Takes one of its owners away.
    pub release: unsafe fn(Handle),
    /// An element as one of another type; one or both are references. A reference that is returned has an owner more.
    pub cast: unsafe fn(Scalar, DType) -> Outcome<Scalar>,
}

static KEEPER: OnceLock<Keeper> = OnceLock::new();

/// Says what is done with references, before there is the first of them.
pub fn set_keeper(keeper: Keeper) {
    // The second time says the same.
    let _ = KEEPER.set(keeper);
}

fn keeper() -> Outcome<&'static Keeper> {
    KEEPER.get().ok_or_else(|| Error::type_error("arrays of references need values"))
}

/// Whether there can be references at all.
pub fn is_known() -> Outcome<()> {
    keeper().map(drop)
}

/// Writes a copy of an element over another one of its type.
///
/// # Safety
/// Both are elements, and the first one is an array's that owns its elements.
#[inline]
pub unsafe fn replace(to: *mut u8, from: *const u8) {
    let Some(keeper) = KEEPER.get() else { return };
    // SAFETY: the caller's promise. What was there goes last, since that may run anything.
    unsafe {
        let new = from.cast::<Handle>().read();
        (keeper.keep)(new);
        let old = to.cast::<Handle>().replace(new);
        (keeper.release)(old);
    }
}

/// Writes an element that has an owner already over another one.
///
/// # Safety
/// As for [`replace`]; the owner gives it away.
pub unsafe fn give(to: *mut u8, scalar: Scalar) {
    let mut new = Handle::default();
    // SAFETY: the caller's promise.
    unsafe {
        scalar.write(std::ptr::from_mut(&mut new).cast());
        let old = to.cast::<Handle>().replace(new);
        release(old);
    }
}

/// Takes an owner away from an element.
///
/// # Safety
/// It has one that does not use it any more.
pub unsafe fn release(element: Handle) {
    if let Some(keeper) = KEEPER.get() {
        // SAFETY: the caller's promise.
        unsafe { (keeper.release)(element) };
    }
}

/// Keeps the elements of a new array, into which the words of others were copied.
pub fn keep_all(array: &Array) {
    if !array.dtype().is_reference() {
        return;
    }
    let Some(keeper) = KEEPER.get() else { return };
    super::walk::Walk::new(array.shape(), [array.strides()]).run([array.data()], |at, steps, n| {
        for i in 0..n as isize {
            // SAFETY: an element lies there, whose words were copied from one that is still there.
            unsafe { (keeper.keep)(at[0].offset(i * steps[0]).cast::<Handle>().read()) };
        }
    });
}

/// Empties a new array into which words were copied that nobody will keep, because the copying failed midway.
pub fn forget_all(array: &Array) {
    if !array.dtype().is_reference() {
        return;
    }
    super::walk::Walk::new(array.shape(), [array.strides()]).run([array.data()], |at, steps, n| {
        for i in 0..n as isize {
            // SAFETY: there is an element, and nobody else knows the array.
            unsafe { at[0].offset(i * steps[0]).cast::<Handle>().write(Handle::default()) };
        }
    });
}

/// An element as one of another type, of which one or both are references.
///
/// # Safety
/// The scalar was read from an element that is still there; a reference that is returned is given to an array.
pub unsafe fn cast(scalar: Scalar, to: DType) -> Outcome<Scalar> {
    // SAFETY: the caller's promise.
    unsafe { (keeper()?.cast)(scalar, to) }
}
