//! Executable memory: one region of address space an engine, handed out in blocks and taken back one by one.
//!
//! In: how many bytes a unit of machine code needs. Out: a [`Block`], which frees its bytes when it is dropped.
//! Knows nothing of what the bytes mean, nor of Cranelift.
//!
//! The region is reserved whole and without access, so code never moves and any two units are within reach of a
//! 32-bit displacement. Pages become usable when the first block is put on them. A page is never writable and executable at
//! the same time: [`Arena::place`] makes the pages of the new block writable, lets the caller write, and makes them executable
//! again. That is two system calls a unit (4 microseconds against some 150 for compiling the smallest one) and
//! none to enter code or to free it. A second, writable mapping of a shared memory file would save the
//! two calls, but memory shared by mapping stays shared after a `fork`, and then parent and child would overwrite each
//! other's code; private pages are copied.
//!
//! The region belongs to one engine and so to one thread. This is what makes it sound to take the right of
//! execution from pages that hold other units for a moment: nobody can be running them.
#![allow(unsafe_code)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::ptr::NonNull;
use std::rc::Rc;

/// Blocks begin on a cache line, so that the speed of a loop does not depend on what was compiled before it.
const GRANULE: usize = 64;

/// What stands behind the end of a unit: on x86-64 a trap.
const FILLER: u8 = 0xcc;

/// A free range at least this long gives its pages back to the system at once.
const RELEASE: usize = 64 << 10;

/// The system refused executable memory, or the region is full. The engine goes on interpreting.
#[derive(Debug)]
pub enum Denied {
    /// The system call that failed.
    System(io::Error),
    /// No free range of this many bytes is left.
    Full(usize),
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Denied::System(error) => write!(f, "the system refuses executable memory: {error}"),
            Denied::Full(len) => write!(f, "no room for {len} bytes of machine code"),
        }
    }
}

/// A region of executable memory and what of it is free.
#[derive(Debug)]
pub struct Arena {
    base: NonNull<u8>,
    size: usize,
    page: usize,
    free: RefCell<FreeList>,
    /// No byte from here on has memory behind it.
    touched: Cell<usize>,
}

impl Arena {
    /// Reserves `size` bytes of address space and makes sure that this process may execute what it writes there.
    pub fn reserve(size: usize) -> Result<Rc<Arena>, Denied> {
        // SAFETY: asks for a system constant.
        let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) } as usize;
        let size = size.next_multiple_of(page).max(page);
        // SAFETY: a fresh private mapping of the system's choice touches no memory of ours.
        let base = unsafe {
            let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
            libc::mmap(std::ptr::null_mut(), size, libc::PROT_NONE, flags, -1, 0)
        };
        if base == libc::MAP_FAILED {
            return Err(Denied::System(io::Error::last_os_error()));
        }
        let base = NonNull::new(base.cast()).expect("a mapping is never at address zero");
        let arena = Arena { base, size, page, free: RefCell::new(FreeList::new(size)), touched: Cell::new(0) };
        // A hardened system lets the reservation pass and refuses the right of execution; better to know now.
        arena.protect(0, page, libc::PROT_READ | libc::PROT_WRITE)?;
        arena.protect(0, page, libc::PROT_READ | libc::PROT_EXEC)?;
        Ok(Rc::new(arena))
    }

    /// Takes a block of `len` bytes and has `write` fill it; the slice begins at the address the code will run at.
    pub fn place(self: &Rc<Self>, len: usize, write: impl FnOnce(&mut [u8])) -> Result<Block, Denied> {
        let len = len.next_multiple_of(GRANULE);
        let offset = self.free.borrow_mut().take(len).ok_or(Denied::Full(len))?;
        // From here on an early return gives the range back.
        let block = Block { arena: Rc::clone(self), offset, len };
        let first = offset / self.page * self.page;
        let span = (offset + len).next_multiple_of(self.page) - first;
        self.protect(first, span, libc::PROT_READ | libc::PROT_WRITE)?;
        self.touched.set(self.touched.get().max(offset + len));
        // SAFETY: the range is inside the region, readable and writable, and belongs to this block alone.
        let bytes = unsafe { std::slice::from_raw_parts_mut(block.address().cast_mut(), len) };
        bytes.fill(FILLER);
        write(bytes);
        self.protect(first, span, libc::PROT_READ | libc::PROT_EXEC)?;
        Ok(block)
    }

    /// Bytes in use by living blocks.
    pub fn used(&self) -> usize {
        self.size - self.free.borrow().ranges.values().sum::<usize>()
    }

    fn protect(&self, offset: usize, len: usize, rights: libc::c_int) -> Result<(), Denied> {
        debug_assert!(offset.is_multiple_of(self.page) && offset + len <= self.size);
        // SAFETY: whole pages inside our own mapping; no other thread runs code there (see the head of this file).
        let status = unsafe { libc::mprotect(self.base.as_ptr().add(offset).cast(), len, rights) };
        if status == 0 { Ok(()) } else { Err(Denied::System(io::Error::last_os_error())) }
    }

    /// Takes a range back, and gives its memory to the system where enough of it lies together.
    fn release(&self, offset: usize, len: usize) {
        let (start, len) = self.free.borrow_mut().give(offset, len);
        let end = (start + len).min(self.touched.get());
        if end - start < RELEASE {
            return;
        }
        let first = start.next_multiple_of(self.page);
        let last = end / self.page * self.page;
        // SAFETY: whole pages of our own private mapping on which no block lies. Failure costs memory, not
        // correctness, so the status is not looked at.
        unsafe { libc::madvise(self.base.as_ptr().add(first).cast(), last - first, libc::MADV_DONTNEED) };
        if end == self.touched.get() {
            self.touched.set(start);
        }
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        // SAFETY: the mapping is ours, and every block holds the arena alive, so none is left.
        unsafe { libc::munmap(self.base.as_ptr().cast(), self.size) };
    }
}

/// Bytes of machine code, executable where they lie, freed when dropped.
#[derive(Debug)]
pub struct Block {
    arena: Rc<Arena>,
    offset: usize,
    len: usize,
}

impl Block {
    /// Where the block begins.
    pub fn address(&self) -> *const u8 {
        // SAFETY: the offset lies inside the region.
        unsafe { self.arena.base.as_ptr().add(self.offset) }
    }

    /// Its size in bytes, filler included.
    pub fn size(&self) -> usize {
        self.len
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        self.arena.release(self.offset, self.len);
    }
}

/// Free ranges by offset; no two of them touch.
#[derive(Debug)]
struct FreeList {
    ranges: BTreeMap<usize, usize>,
}

impl FreeList {
    fn new(size: usize) -> FreeList {
        FreeList { ranges: BTreeMap::from([(0, size)]) }
    }

    /// The first range that fits: low addresses fill up again before new pages are touched.
    fn take(&mut self, len: usize) -> Option<usize> {
        let (offset, found) = self.ranges.iter().find(|(_, found)| **found >= len).map(|(o, f)| (*o, *f))?;
        self.ranges.remove(&offset);
        if found > len {
            self.ranges.insert(offset + len, found - len);
        }
        Some(offset)
    }

    /// Takes a range back and returns it joined with its free neighbours.
    fn give(&mut self, mut offset: usize, mut len: usize) -> (usize, usize) {
        if let Some(behind) = self.ranges.remove(&(offset + len)) {
            len += behind;
        }
        if let Some((&before, found)) = self.ranges.range_mut(..offset).next_back()
            && before + *found == offset
        {
            *found += len;
            offset = before;
            len = *found;
        } else {
            self.ranges.insert(offset, len);
        }
        (offset, len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(arena: &Rc<Arena>, len: usize) -> Block {
        arena.place(len, |bytes| bytes.fill(0x90)).expect("there is room")
    }

    #[test]
    fn blocks_are_disjoint_and_aligned() {
        let arena = Arena::reserve(1 << 20).unwrap();
        let blocks: Vec<Block> = (1..200).map(|len| block(&arena, len * 7)).collect();
        for pair in blocks.windows(2) {
            assert!(pair[0].address() as usize + pair[0].size() <= pair[1].address() as usize);
            assert_eq!(pair[1].address() as usize % GRANULE, 0);
        }
    }

    #[test]
    fn everything_comes_back_in_any_order() {
        let arena = Arena::reserve(4 << 20).unwrap();
        for stride in [1, 2, 3, 7] {
            let mut blocks: Vec<Option<Block>> = (0..500).map(|n| Some(block(&arena, 1 + n * 13))).collect();
            for start in 0..stride {
                blocks.iter_mut().skip(start).step_by(stride).for_each(|block| drop(block.take()));
            }
            assert_eq!(arena.used(), 0);
            assert_eq!(arena.free.borrow().ranges.len(), 1);
        }
    }

    #[test]
    fn a_full_region_says_so_and_recovers() {
        let arena = Arena::reserve(64 << 10).unwrap();
        let all = block(&arena, 64 << 10);
        assert!(matches!(arena.place(1, |_| ()), Err(Denied::Full(64))));
        drop(all);
        assert_eq!(block(&arena, 64 << 10).size(), 64 << 10);
    }

    #[test]
    fn an_impossible_region_is_denied() {
        assert!(matches!(Arena::reserve(1 << 60), Err(Denied::System(_))));
    }

    #[test]
    #[cfg(target_arch = "x86_64")]
    fn what_is_placed_runs() {
        let arena = Arena::reserve(1 << 16).unwrap();
        let code = [0x48, 0x8d, 0x04, 0x37, 0xc3]; // lea rax, [rdi + rsi]; ret
        let first = arena.place(code.len(), |bytes| bytes[..code.len()].copy_from_slice(&code)).unwrap();
        let second = block(&arena, 100);
        // SAFETY: the bytes are a function of this signature.
        let add: extern "C" fn(u64, u64) -> u64 = unsafe { std::mem::transmute(first.address()) };
        assert_eq!(add(40, 2), 42);
        drop(second);
        assert_eq!(add(1, 2), 3);
    }
}
