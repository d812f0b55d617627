//! Handles that do not keep their object alive.
//!
//! In: an object. Out: a handle that gives the object as long as it lives. The header of an object says whether anyone
//! watches it, so that freeing any other costs nothing.
#![allow(unsafe_code)]

use super::handle::{Gc, Ref};
use super::header::{Header, WATCHED};
use super::kind::Body;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;
use std::rc::Rc;

/// Where an object is, until it is freed.
type Place = Rc<Cell<Option<NonNull<Header>>>>;

thread_local! {
    static PLACES: RefCell<HashMap<usize, Place>> = RefCell::default();
}

/// A handle to an object that may be gone.
#[derive(Clone)]
pub struct Weak(Place);

impl Weak {
    /// A handle to an object.
    pub fn new(object: &Ref) -> Weak {
        object.header().raise(WATCHED);
        PLACES.with_borrow_mut(|watched| {
            let place = watched.entry(object.address());
            Weak(place.or_insert_with(|| Rc::new(Cell::new(Some(object.pointer())))).clone())
        })
    }

    /// The object, if it is still alive.
    pub fn get(&self) -> Option<Ref> {
        let object = self.0.get()?;
        // SAFETY: the place is emptied before the object is freed, so it is alive; `ManuallyDrop` leaves its count.
        Some((*ManuallyDrop::new(unsafe { Ref::from_raw(object.as_ptr()) })).clone())
    }

    /// The object, if it is still alive and its body is a `T`.
    pub fn get_as<T: Body>(&self) -> Option<Gc<T>> {
        self.get()?.as_gc::<T>().cloned()
    }
}

/// Tells all who watch an object that it is being freed.
#[cold]
pub(super) fn forget(object: NonNull<Header>) {
    // While the thread ends, the table may be gone; nobody asks then.
    let place = PLACES.try_with(|watched| watched.borrow_mut().remove(&(object.as_ptr() as usize)));
    if let Ok(Some(place)) = place {
        place.set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::Weak;
    use crate::value::list::List;

    #[test]
    fn a_freed_object_is_gone() {
        let list = List::new();
        let weak = Weak::new(list.as_ref());
        assert!(weak.get_as::<List>().is_some_and(|found| found.is(&list)));
        assert_eq!(list.as_ref().header().count(), 1);
        drop(list);
        assert!(weak.get().is_none());
    }
}
