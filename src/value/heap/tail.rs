//! What an object owns behind its body, in the same block.
//!
//! In: the address of something that was moved there. Out: a reference to it, for as long as the object lives. It knows nothing of
//! what it is.
#![allow(unsafe_code)]

use std::ops::Deref;
use std::ptr::NonNull;

/// The owner of something that lies behind the body that it is part of.
pub struct Tail<T: ?Sized>(NonNull<T>);

impl<T: ?Sized> Tail<T> {
    /// The owner of what lies at an address.
    ///
    /// # Safety
    /// It was moved there, nobody else owns it, and it stays where it is for as long as the owner.
    pub(super) unsafe fn over(tail: *mut T) -> Tail<T> {
        // SAFETY: nothing lies at address zero.
        Tail(unsafe { NonNull::new_unchecked(tail) })
    }
}

impl<T: ?Sized> Deref for Tail<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: it lives as long as its owner, and is only changed through cells.
        unsafe { self.0.as_ref() }
    }
}

impl<T: ?Sized> Drop for Tail<T> {
    fn drop(&mut self) {
        // SAFETY: it is owned here alone, and nobody looks at it afterwards. The block itself goes with the object.
        unsafe { self.0.drop_in_place() }
    }
}
