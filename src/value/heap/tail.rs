//! What an object owns behind its body, in the same block.
//!
//! In: the address of something that was moved there. Out: a reference to it, for as long as the object lives, and under its own
//! type to whoever names that.
#![allow(unsafe_code)]

use std::any::TypeId;
use std::ops::Deref;
use std::ptr::NonNull;

/// The owner of something that lies behind the body that it is part of.
pub struct Tail<T: ?Sized> {
    place: NonNull<T>,
    /// The type of what was moved there: to ask the thing itself is a call.
    own: TypeId,
}

impl<T: ?Sized> Tail<T> {
    /// The owner of what lies at an address, which is a `U`.
    ///
    /// # Safety
    /// It was moved there, nobody else owns it, and it stays where it is for as long as the owner.
    pub(super) unsafe fn over<U: 'static>(tail: *mut T) -> Tail<T> {
        // SAFETY: nothing lies at address zero.
        Tail { place: unsafe { NonNull::new_unchecked(tail) }, own: TypeId::of::<U>() }
    }

    /// The thing itself, if it is a `U`.
    #[inline(always)]
    pub fn get<U: 'static>(&self) -> Option<&U> {
        // SAFETY: a `U` was moved there, which lives as long as its owner, and is only changed through cells.
        if self.own == TypeId::of::<U>() { Some(unsafe { self.place.cast::<U>().as_ref() }) } else { None }
    }
}

impl<T: ?Sized> Deref for Tail<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: it lives as long as its owner, and is only changed through cells.
        unsafe { self.place.as_ref() }
    }
}

impl<T: ?Sized> Drop for Tail<T> {
    fn drop(&mut self) {
        // SAFETY: it is owned here alone, and nobody looks at it afterwards. The block itself goes with the object.
        unsafe { self.place.drop_in_place() }
    }
}
