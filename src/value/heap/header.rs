//! The words in front of every heap object, at offsets that compiled code uses.
//!
//! In: a kind. Out: the header of a new object. It does not know what follows it.

use super::kind::Kind;
use std::cell::Cell;

/// The first two words of every heap object.
#[repr(C)]
pub struct Header {
    /// How many handles own the object.
    pub(super) count: Cell<u64>,
    /// What the body is; never changes.
    pub(super) kind: Kind,
    /// One more than the object's place in the collector's registry, zero while it is not in it; and two flags above.
    link: Cell<u32>,
}

/// Weak handles to the object exist.
pub(super) const WATCHED: u32 = 1 << 31;
/// Script code is to run before the object is freed.
pub(super) const FINAL: u32 = 1 << 30;
const FLAGS: u32 = WATCHED | FINAL;

/// Where the reference count (a `u64`) lies.
pub const COUNT_OFFSET: i32 = 0;
/// Where the kind (a `u32`) lies.
pub const KIND_OFFSET: i32 = 8;
/// Where the body of every object begins.
pub const BODY_OFFSET: i32 = 16;

impl Header {
    /// The header of a new object, owned once.
    pub(super) fn new(kind: Kind) -> Header {
        Header { count: Cell::new(1), kind, link: Cell::new(0) }
    }

    /// What the body is.
    #[inline(always)]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The object's place in the collector's registry.
    #[inline(always)]
    pub(super) fn place(&self) -> Option<usize> {
        ((self.link.get() & !FLAGS) as usize).checked_sub(1)
    }

    /// Notes the object's place in the collector's registry; false if it is too large to be noted.
    pub(super) fn set_place(&self, place: usize) -> bool {
        match u32::try_from(place + 1) {
            Ok(link) if link & FLAGS == 0 => {
                self.link.set(self.link.get() & FLAGS | link);
                true
            }
            _ => false,
        }
    }

    /// Whether anybody is to be told of the object's end: the collector, or who waits for it.
    #[inline(always)]
    pub(super) fn is_noted(&self) -> bool {
        self.link.get() != 0
    }

    /// Whether any flag is set.
    #[inline(always)]
    pub(super) fn has_flags(&self) -> bool {
        self.link.get() & FLAGS != 0
    }

    /// Whether a flag is set.
    pub(super) fn has(&self, flag: u32) -> bool {
        self.link.get() & flag != 0
    }

    /// Sets a flag.
    pub(super) fn raise(&self, flag: u32) {
        self.link.set(self.link.get() | flag);
    }

    /// Takes a flag away.
    pub(super) fn lower(&self, flag: u32) {
        self.link.set(self.link.get() & !flag);
    }

    /// How many handles own the object.
    #[inline(always)]
    pub fn count(&self) -> u64 {
        self.count.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_is_what_compiled_code_expects() {
        assert_eq!(offset_of!(Header, count), COUNT_OFFSET as usize);
        assert_eq!(offset_of!(Header, kind), KIND_OFFSET as usize);
        assert_eq!(size_of::<Header>(), BODY_OFFSET as usize);
    }
}
