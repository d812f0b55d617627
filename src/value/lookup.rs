//! What looking up a name in a class found before.
//!
//! In: the version of a class and a name. Out: where the name was found, or that it was not. One table of fixed size serves
//! all classes of a thread; since no two states of any classes have the same version, nothing in it ever becomes wrong.
//! It holds places and no values, and so keeps nothing alive.

use super::Symbol;
use std::cell::{Cell, RefCell};

/// How many look-ups are remembered; a power of two.
const SIZE: usize = 4096;

/// A place in the order of lookup, and the slot of the namespace there.
type Found = Option<(usize, u32)>;

#[derive(Clone, Copy)]
struct Entry {
    version: u64,
    name: Symbol,
    found: Found,
}

thread_local! {
    static NEXT: Cell<u64> = const { Cell::new(1) };
    static ENTRIES: RefCell<Box<[Option<Entry>]>> = RefCell::default();
}

/// A number that no state of a class had before on this thread.
pub fn new_version() -> u64 {
    NEXT.replace(NEXT.get() + 1)
}

/// What was found for a name in a class of this version; it is looked up if that is not known.
#[inline]
pub fn remembered(version: u64, name: Symbol, look_up: impl FnOnce() -> Found) -> Found {
    let place = (version.wrapping_mul(0x9E37_79B9) as usize ^ name.number() as usize) % SIZE;
    let known = ENTRIES.with_borrow(|entries| entries.get(place).copied().flatten());
    if let Some(entry) = known
        && entry.version == version
        && entry.name == name
    {
        return entry.found;
    }
    let found = look_up();
    ENTRIES.with_borrow_mut(|entries| {
        if entries.is_empty() {
            *entries = vec![None; SIZE].into();
        }
        entries[place] = Some(Entry { version, name, found });
    });
    found
}
