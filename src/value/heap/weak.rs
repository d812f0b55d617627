//! Handles that do not keep their object alive.
//!
//! In: an object. Out: a handle that gives the object as long as it lives. The header of an object says whether anyone
//! watches it, so that freeing any other costs nothing.
#![allow(unsafe_code)]

use super::finalize;
use super::handle::{Gc, Ref};
use super::header::{Header, WATCHED};
use super::kind::Body;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;
use std::rc::Rc;

/// Where an object is, until it is freed, and who is to be told of its end.
struct Place {
    object: Cell<Option<NonNull<Header>>>,
    watchers: RefCell<Vec<Weak>>,
}

thread_local! {
    static PLACES: RefCell<HashMap<usize, Rc<Place>>> = RefCell::default();
}

/// A handle to an object that may be gone.
#[derive(Clone)]
pub struct Weak(Rc<Place>);

impl Weak {
    /// A handle to an object.
    pub fn new(object: &Ref) -> Weak {
        object.header().raise(WATCHED);
        PLACES.with_borrow_mut(|watched| {
            let place = watched.entry(object.address());
            let make = || Place { object: Cell::new(Some(object.pointer())), watchers: RefCell::default() };
            Weak(place.or_insert_with(|| Rc::new(make())).clone())
        })
    }

    /// The object, if it is still alive.
    pub fn get(&self) -> Option<Ref> {
        let object = self.0.object.get()?;
        // SAFETY: the place is emptied before the object is freed, so it is alive; `ManuallyDrop` leaves its count.
        Some((*ManuallyDrop::new(unsafe { Ref::from_raw(object.as_ptr()) })).clone())
    }

    /// The object, if it is still alive and its body is a `T`.
    pub fn get_as<T: Body>(&self) -> Option<Gc<T>> {
        self.get()?.as_gc::<T>().cloned()
    }

    /// Queues another object, if that is still alive, when this one is freed.
    pub fn tell(&self, watcher: &Ref) {
        let mut watchers = self.0.watchers.borrow_mut();
        watchers.retain(|known| known.0.object.get().is_some());
        watchers.push(Weak::new(watcher));
    }

    /// The objects that are to be told, in the order in which they asked.
    pub fn watchers(&self) -> Vec<Ref> {
        self.0.watchers.borrow().iter().filter_map(Weak::get).collect()
    }
}

/// Tells all who watch an object that it is being freed.
#[cold]
pub(super) fn forget(object: NonNull<Header>) {
    end(object, |_| true);
}

/// Ends the weak handles to an object that is found dead, before its own script code runs, and tells some of the watchers.
pub(super) fn forget_if_watched(object: &Ref, is_told: impl Fn(&Ref) -> bool) {
    if object.header().has(WATCHED) {
        end(object.pointer(), is_told);
    }
}

/// Ends the weak handles to an object, of which nobody is told.
pub fn forget_silently(object: &Ref) {
    forget_if_watched(object, |_| false);
}

fn end(object: NonNull<Header>, is_told: impl Fn(&Ref) -> bool) {
    // While the thread ends, the table may be gone; nobody asks then.
    let place = PLACES.try_with(|watched| watched.borrow_mut().remove(&(object.as_ptr() as usize)));
    if let Ok(Some(place)) = place {
        place.object.set(None);
        // Whoever asked last is told first.
        for watcher in place.watchers.take().iter().rev().filter_map(Weak::get).filter(is_told) {
            finalize::end(watcher);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Weak;
    use crate::value::heap::finalize;
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

    #[test]
    fn the_living_are_told_of_an_end() {
        let (list, watcher, other) = (List::new(), List::new(), List::new());
        let weak = Weak::new(list.as_ref());
        weak.tell(watcher.as_ref());
        weak.tell(other.as_ref());
        drop(other);
        assert_eq!(weak.watchers().len(), 1);
        drop((list, weak));
        let told = finalize::take_all();
        assert!(finalize::take_all().is_empty() && told.len() == 1 && told[0].address() == watcher.as_ref().address());
    }
}
