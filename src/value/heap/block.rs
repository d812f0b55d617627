//! Small blocks: what objects, tuples, frames and their storage lie in, by the million.
//!
//! In: layouts. Out: blocks, as from any global allocator. A block of up to 1024 bytes comes from the list of free blocks
//! of its size on this thread, else from the end of a chunk; it goes back to that list, and never to the system. Larger
//! ones are the C library's, which lets them grow in place. The command allocates with it; a host chooses for itself.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr::null_mut;
use std::sync::{Mutex, PoisonError};

/// The allocator of the command.
pub struct Blocks;

impl Blocks {
    /// Has the C library serve all threads from the heap of the first one. Scripts run on another thread, whose own heap would grow
    /// and shrink by single pages, each time by a call of the system.
    ///
    /// It also gives the end of the heap back to the system whenever more than 128 KB are free there, and asks for it again: a loop that makes
    /// sets of a thousand items spends half of its time on that. It learns from large blocks that it gives back to leave twice as much as they
    /// had; so it gets one to give back.
    pub fn share_heap() {
        #[cfg(all(target_os = "linux", target_env = "gnu"))]
        // SAFETY: it changes how the C library finds memory from now on, and nothing else; the block is not used.
        unsafe {
            libc::mallopt(libc::M_ARENA_MAX, 1);
            libc::free(std::hint::black_box(libc::malloc(LESSON)));
        }
    }
}

/// Sizes are rounded up to a multiple of this, which is also the largest alignment of a small block.
const STEP: usize = 16;
/// The largest small block.
const LARGEST: usize = 1024;
const CLASSES: usize = LARGEST / STEP;
/// Bytes of a block that the C library learns from; no page of it is touched.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LESSON: usize = 512 << 10;
/// How much is asked of the system at a time; a little under a power of two, for the C library's own words.
const CHUNK: usize = (64 << 10) - 64;

/// A block that nobody uses: it holds the address of the next one.
struct Free {
    next: *mut Free,
}

/// The free blocks of one thread.
struct Store {
    free: [Cell<*mut Free>; CLASSES],
    /// What is left of the newest chunk.
    start: Cell<*mut u8>,
    end: Cell<*mut u8>,
}

/// The lists of threads that have ended, for the next thread that runs short.
struct Left([*mut Free; CLASSES]);

// SAFETY: free blocks belong to nobody; the lists change hands under a lock.
unsafe impl Send for Left {}

static LEFT: Mutex<Left> = Mutex::new(Left([null_mut(); CLASSES]));

/// Leaves a thread's free blocks to others when the thread ends.
struct Heir;

thread_local! {
    static STORE: Store = const {
        Store {
            free: [const { Cell::new(null_mut()) }; CLASSES],
            start: Cell::new(null_mut()),
            end: Cell::new(null_mut()),
        }
    };
    static HEIR: Heir = const { Heir };
}

/// The list that blocks of this layout are kept in.
#[inline(always)]
fn class_of(layout: &Layout) -> Option<usize> {
    let class = layout.size().wrapping_sub(1) / STEP;
    (class < CLASSES && layout.align() <= STEP).then_some(class)
}

impl Store {
    #[inline(always)]
    fn take(&self, class: usize) -> *mut u8 {
        let block = self.free[class].get();
        if block.is_null() {
            return self.cut(class);
        }
        // SAFETY: what is in a list is a free block, which only this thread sees.
        self.free[class].set(unsafe { (*block).next });
        block.cast()
    }

    #[inline(always)]
    fn put(&self, class: usize, block: *mut u8) {
        let block = block.cast::<Free>();
        // SAFETY: the block was given back, it is large and aligned enough, and nobody else has its address.
        unsafe { block.write(Free { next: self.free[class].get() }) };
        self.free[class].set(block);
    }

    /// Cuts a block off the newest chunk.
    #[inline(never)]
    fn cut(&self, class: usize) -> *mut u8 {
        let size = (class + 1) * STEP;
        let start = self.start.get();
        if size > self.end.get() as usize - start as usize {
            return self.renew(class);
        }
        // SAFETY: the chunk has this many bytes left.
        self.start.set(unsafe { start.add(size) });
        start
    }

    /// Goes on with the lists of an ended thread, or with a new chunk.
    #[cold]
    fn renew(&self, class: usize) -> *mut u8 {
        let rest = self.end.get() as usize - self.start.get() as usize;
        if rest >= STEP {
            self.put(rest / STEP - 1, self.start.get());
        }
        self.start.set(null_mut());
        self.end.set(null_mut());
        // While the thread ends this may fail; what it then still frees goes with the process.
        let _ = HEIR.try_with(|_| ());
        let mut left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
        for (mine, theirs) in self.free.iter().zip(&mut left.0) {
            if mine.get().is_null() {
                mine.set(std::mem::replace(theirs, null_mut()));
            }
        }
        drop(left);
        if !self.free[class].get().is_null() {
            return self.take(class);
        }
        // SAFETY: the layout is not empty.
        let chunk = unsafe { System.alloc(Layout::from_size_align_unchecked(CHUNK, STEP)) };
        if chunk.is_null() {
            return chunk;
        }
        // SAFETY: the chunk is this long.
        self.end.set(unsafe { chunk.add(CHUNK) });
        self.start.set(chunk);
        self.cut(class)
    }
}

impl Drop for Heir {
    fn drop(&mut self) {
        STORE.with(|store| {
            let mut left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
            for (mine, theirs) in store.free.iter().zip(&mut left.0) {
                let mut last = mine.get();
                if last.is_null() {
                    continue;
                }
                // SAFETY: what is in a list is a free block, which only this thread sees until the lists are joined.
                unsafe {
                    while !(*last).next.is_null() {
                        last = (*last).next;
                    }
                    (*last).next = std::mem::replace(theirs, mine.replace(null_mut()));
                }
            }
        });
    }
}

// SAFETY: a block is in a list or in use, never both; each layout finds the same list when it comes and when it goes.
unsafe impl GlobalAlloc for Blocks {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match class_of(&layout) {
            Some(class) => STORE.with(|store| store.take(class)),
            // SAFETY: the caller's promise.
            None => unsafe { System.alloc(layout) },
        }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        match class_of(&layout) {
            Some(class) => STORE.with(|store| store.put(class, block)),
            // SAFETY: the caller's promise; this layout was the system's when it was asked for, too.
            None => unsafe { System.dealloc(block, layout) },
        }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        match class_of(&layout) {
            Some(class) => {
                let block = STORE.with(|store| store.take(class));
                if !block.is_null() {
                    // SAFETY: the block has this size.
                    unsafe { block.write_bytes(0, layout.size()) };
                }
                block
            }
            // SAFETY: the caller's promise.
            None => unsafe { System.alloc_zeroed(layout) },
        }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller promises a size that a layout can have.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        match (class_of(&layout), class_of(&wanted)) {
            // SAFETY: the caller's promise; both layouts are the system's.
            (None, None) => unsafe { System.realloc(block, layout, size) },
            (before, after) if before == after => block,
            // SAFETY: both blocks have as many bytes as are copied; the old one is given back once.
            _ => unsafe {
                let to = self.alloc(wanted);
                if !to.is_null() {
                    to.copy_from_nonoverlapping(block, layout.size().min(size));
                    self.dealloc(block, layout);
                }
                to
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_keep_their_contents_and_come_back() {
        let small = Layout::from_size_align(24, 8).unwrap();
        // SAFETY: layouts are not empty, and every block is given back with the layout it has.
        unsafe {
            let block = Blocks.alloc(small);
            block.write_bytes(7, 24);
            assert_eq!(Blocks.realloc(block, small, 32), block);
            let large = Blocks.realloc(block, Layout::from_size_align(32, 8).unwrap(), 5000);
            assert_eq!(std::slice::from_raw_parts(large, 24), [7; 24]);
            assert_eq!(Blocks.alloc(small), block);
            let back = Blocks.realloc(large, Layout::from_size_align(5000, 8).unwrap(), 20);
            assert_eq!(std::slice::from_raw_parts(back, 20), [7; 20]);
            Blocks.dealloc(back, Layout::from_size_align(20, 8).unwrap());
            Blocks.dealloc(block, small);
            let zeroed = Blocks.alloc_zeroed(small);
            assert_eq!(std::slice::from_raw_parts(zeroed, 24), [0; 24]);
            Blocks.dealloc(zeroed, small);
        }
    }

    #[test]
    fn threads_that_end_leave_their_blocks() {
        let layout = Layout::from_size_align(1008, 16).unwrap();
        let addresses = move || {
            // SAFETY: the layout is not empty; the blocks are given back with it.
            let blocks: Vec<usize> = (0..200).map(|_| unsafe { Blocks.alloc(layout) } as usize).collect();
            for &block in &blocks {
                // SAFETY: as above.
                unsafe { Blocks.dealloc(block as *mut u8, layout) };
            }
            blocks
        };
        let first = std::thread::spawn(addresses).join().unwrap();
        let second = std::thread::spawn(addresses).join().unwrap();
        assert!(first.iter().any(|block| second.contains(block)));
    }
}
