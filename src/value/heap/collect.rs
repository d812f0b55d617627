//! The cycle collector: trial deletion over the containers of this thread.
//!
//! In: a registry of containers that may be part of a cycle. Out: dead cycles cleared. Counts do the ordinary work;
//! this finds only groups of objects that keep each other alive. It frees nothing itself: it clears dead containers, and
//! the counts then free them. So a body that reports its handles wrongly can lose contents, never memory safety.
#![allow(unsafe_code)]

use super::finalize;
use super::handle::Ref;
use super::header::Header;
use super::kind::{self, Kind};
use super::memory;
use super::weak;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

/// How many containers must be there before the first collection.
const FIRST: usize = 20_000;

/// The containers of a thread. One that is freed leaves its place free, so that no other container is touched.
struct Registry {
    places: Vec<Option<NonNull<Header>>>,
    free: Vec<u32>,
}

impl Registry {
    fn count(&self) -> usize {
        self.places.len() - self.free.len()
    }

    /// Closes the gaps.
    fn pack(&mut self) {
        if self.free.is_empty() {
            return;
        }
        self.free.clear();
        self.places.retain(Option::is_some);
        for (place, object) in self.places.iter().flatten().enumerate() {
            // SAFETY: everything in the registry is alive; objects leave it before they are freed.
            unsafe { object.as_ref() }.set_place(place);
        }
    }
}

/// Gives the memory of a thread's registry back when the thread ends.
struct Heir;

impl Drop for Heir {
    fn drop(&mut self) {
        REGISTRY.with_borrow_mut(|registry| **registry = Registry { places: Vec::new(), free: Vec::new() });
    }
}

thread_local! {
    /// It stays when the thread ends, so that nobody need look whether it does; its memory goes by way of the heir.
    static REGISTRY: RefCell<ManuallyDrop<Registry>> =
        const { RefCell::new(ManuallyDrop::new(Registry { places: Vec::new(), free: Vec::new() })) };
    static HEIR: Heir = const { Heir };
    static COUNT: Cell<usize> = const { Cell::new(0) };
    static NEXT: Cell<usize> = const { Cell::new(FIRST) };
}

/// Enters an object in the registry, once.
pub fn track(object: &Ref) {
    let header = object.header();
    if header.place().is_some() {
        return;
    }
    REGISTRY.with_borrow_mut(|registry| {
        match registry.free.pop() {
            Some(place) => {
                registry.places[place as usize] = Some(object.pointer());
                header.set_place(place as usize);
            }
            None => {
                if registry.places.capacity() == 0 {
                    // While the thread ends this may fail; what is entered then goes with the process.
                    let _ = HEIR.try_with(|_| ());
                }
                if header.set_place(registry.places.len()) {
                    registry.places.push(Some(object.pointer()));
                }
            }
        }
        COUNT.set(registry.count());
        if registry.count() >= NEXT.get() {
            memory::ring();
        }
    });
}

/// Takes an object that is being freed out of the registry.
pub(super) fn untrack(object: NonNull<Header>) {
    // SAFETY: the object is being freed but has not been yet.
    let Some(place) = unsafe { object.as_ref() }.place() else { return };
    REGISTRY.with_borrow_mut(|registry| {
        // There is no place any more once the thread has given the registry up.
        if let Some(entry) = registry.places.get_mut(place) {
            *entry = None;
            registry.free.push(place as u32);
            COUNT.set(registry.count());
        }
    });
}

/// Whether collections happen by themselves.
pub fn is_enabled() -> bool {
    NEXT.get() != usize::MAX
}

/// Says whether collections happen by themselves.
pub fn set_enabled(enabled: bool) {
    if enabled != is_enabled() {
        NEXT.set(if enabled { FIRST.max(COUNT.get() * 2) } else { usize::MAX });
    }
}

/// How many containers there are.
pub fn tracked() -> usize {
    COUNT.get()
}

/// Whether enough containers were made since the last collection, or enough bytes taken; asked at polls.
pub fn is_due() -> bool {
    COUNT.get() >= NEXT.get() || is_enabled() && memory::has_grown()
}

/// Finds containers that only keep each other alive, clears them, and returns how many there were.
pub fn collect() -> usize {
    let before = memory::used();
    // Handles of our own keep everything alive while contents are dropped below.
    let objects: Vec<Ref> = REGISTRY.with(|registry| {
        let mut registry = registry.borrow_mut();
        registry.pack();
        // SAFETY: everything in the registry is alive, and `ManuallyDrop` leaves the count that we borrow.
        let own = |object: &NonNull<Header>| (*ManuallyDrop::new(unsafe { Ref::from_raw(object.as_ptr()) })).clone();
        registry.places.iter().flatten().map(own).collect()
    });
    // One count of each is ours; what is left after taking away the counts held inside the group comes from outside.
    let mut outside: Vec<u64> = objects.iter().map(|object| object.header().count() - 1).collect();
    for object in &objects {
        trace(object, |inner| {
            if let Some(place) = place_of(inner) {
                outside[place] = outside[place].saturating_sub(1);
            }
        });
    }
    let mut live = vec![false; objects.len()];
    let roots = (0..objects.len()).filter(|&place| outside[place] > 0).collect();
    keep(&objects, roots, &mut live);
    // Weak references to the dead give nothing from now on; only the living among those who wait for an end are told.
    for (place, object) in objects.iter().enumerate() {
        if !live[place] {
            weak::forget_if_watched(object, |watcher| place_of(watcher).is_none_or(|place| live[place]));
        }
    }
    // Whoever has script code to run first is kept, with all that it keeps, until that has run.
    let waiting = (0..objects.len()).filter(|&place| !live[place] && finalize::take(&objects[place])).collect();
    keep(&objects, waiting, &mut live);
    let mut found = 0;
    for (object, live) in objects.iter().zip(&live) {
        if !live {
            found += 1;
            kind::as_trace(object).clear();
        }
    }
    drop(objects);
    memory::looked_after(before);
    if is_enabled() {
        NEXT.set((COUNT.get() * 2).max(FIRST));
    }
    found
}

/// All that an object leads to, the nearest first, and what lists and tuples hold from their ends, much as CPython's collector comes to it.
pub fn reached_from(object: &Ref) -> Vec<Ref> {
    let mut reached = vec![object.clone()];
    let (mut seen, mut at) = (HashSet::from([object.address()]), 0);
    while at < reached.len() {
        let (object, first) = (reached[at].clone(), reached.len());
        trace(&object, |inner| {
            if seen.insert(inner.address()) {
                reached.push(inner.clone());
            }
        });
        if matches!(object.kind(), Kind::List | Kind::Tuple) {
            reached[first..].reverse();
        }
        at += 1;
    }
    reached
}

/// Marks objects as live, and all that they lead to.
fn keep(objects: &[Ref], mut pending: Vec<usize>, live: &mut [bool]) {
    for &place in &pending {
        live[place] = true;
    }
    while let Some(place) = pending.pop() {
        trace(&objects[place], |inner| {
            if let Some(inner) = place_of(inner)
                && !live[inner]
            {
                live[inner] = true;
                pending.push(inner);
            }
        });
    }
}

/// Calls `visit` once for every handle that an object owns.
#[inline(always)]
fn trace(object: &Ref, mut visit: impl FnMut(&Ref)) {
    let body = kind::as_trace(object);
    match body.flat() {
        Some(items) => items.trace(visit),
        None => body.trace(&mut visit),
    }
}

fn place_of(object: &Ref) -> Option<usize> {
    object.header().place()
}

#[cfg(test)]
mod tests {
    use super::collect;
    use crate::value::Value;
    use crate::value::heap::memory;
    use crate::value::list::List;

    #[test]
    fn a_dead_cycle_is_found_and_a_live_one_kept() {
        let before = memory::used();
        let (a, b) = (List::new(), List::new());
        a.push(Value::from(b.clone()));
        b.push(Value::from(a.clone()));
        assert_eq!(collect(), 0);
        assert_eq!(b.len(), 1);
        drop((a, b));
        assert_eq!(collect(), 2);
        assert_eq!(memory::used(), before);
    }
}
