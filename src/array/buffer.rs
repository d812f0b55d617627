//! The memory of arrays: counted blocks that views share, and freed ones that wait for the next array.
//!
//! In: a size. Out: a block, aligned for vectors, or an error where there is no such memory. A block from the system costs
//! a page fault for every 4 KiB when it is first written; a chain of array expressions would pay that at every operator,
//! so freed blocks are kept, never more of them than are in use.
#![allow(unsafe_code)]

use super::error::{Error, Kind, Outcome};
use crate::memory;
use std::alloc::{Layout, alloc, alloc_zeroed, dealloc};
use std::cell::RefCell;
use std::ptr::NonNull;
use std::rc::Rc;

/// Vectors of 512 bits start at such addresses.
const ALIGNMENT: usize = 64;
/// Smaller blocks come from the allocator, which has them at hand.
const KEPT_FROM: usize = 1 << 14;
/// So many blocks wait at most.
const MOST_KEPT: usize = 16;
/// So many bytes may always wait.
const ALWAYS_KEPT: usize = 64 << 20;

/// A block of memory.
pub struct Buffer {
    pointer: NonNull<u8>,
    size: usize,
}

#[derive(Default)]
struct Waiting {
    blocks: Vec<(NonNull<u8>, usize)>,
    bytes: usize,
}

thread_local! {
    static WAITING: RefCell<Waiting> = RefCell::default();
}

impl Drop for Waiting {
    fn drop(&mut self) {
        for &(pointer, size) in &self.blocks {
            free(pointer, size);
        }
    }
}

fn layout(size: usize) -> Option<Layout> {
    Layout::from_size_align(size, ALIGNMENT).ok()
}

fn free(pointer: NonNull<u8>, size: usize) {
    if let Some(layout) = layout(size) {
        // SAFETY: the block came from the allocator with this layout, and its owner gives it away.
        unsafe { dealloc(pointer.as_ptr(), layout) };
    }
}

/// A waiting block that is large enough, and not much too large.
fn reuse(size: usize) -> Option<(NonNull<u8>, usize)> {
    WAITING.with_borrow_mut(|waiting| {
        let fits = |&(_, have): &(NonNull<u8>, usize)| have >= size && have - size <= size / 8;
        let place = waiting.blocks.iter().rposition(fits)?;
        let block = waiting.blocks.remove(place);
        waiting.bytes -= block.1;
        Some(block)
    })
}

impl Buffer {
    /// A block of some bytes, zeroed if that is wanted.
    pub fn create(bytes: usize, zeroed: bool) -> Outcome<Rc<Buffer>> {
        let size = bytes.max(1);
        let refuse = || Error::new(Kind::Memory, format!("Unable to allocate {bytes} bytes"));
        if !memory::allows(size, 1) {
            return Err(refuse());
        }
        if size >= KEPT_FROM
            && let Some((pointer, size)) = reuse(size)
        {
            if zeroed {
                // SAFETY: the block has `size` bytes and nobody else has it.
                unsafe { pointer.write_bytes(0, size) };
            }
            memory::charge(size);
            return Ok(Rc::new(Buffer { pointer, size }));
        }
        let layout = layout(size).ok_or_else(refuse)?;
        // SAFETY: the layout is not empty.
        let pointer = unsafe { if zeroed { alloc_zeroed(layout) } else { alloc(layout) } };
        let pointer = NonNull::new(pointer).ok_or_else(refuse)?;
        if !zeroed && size < KEPT_FROM {
            // Small blocks are cheap to clear, and then no uninitialised byte is ever read.
            // SAFETY: the block was just allocated with that size.
            unsafe { pointer.write_bytes(0, size) };
        }
        memory::charge(size);
        Ok(Rc::new(Buffer { pointer, size }))
    }

    /// Where it begins.
    pub fn start(&self) -> *mut u8 {
        self.pointer.as_ptr()
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.size
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        memory::refund(self.size);
        let (pointer, size) = (self.pointer, self.size);
        let keep = |waiting: &mut Waiting| {
            let allowed = ALWAYS_KEPT.max(memory::used());
            if size < KEPT_FROM || waiting.bytes + size > allowed {
                return false;
            }
            if waiting.blocks.len() == MOST_KEPT {
                let (pointer, size) = waiting.blocks.remove(0);
                waiting.bytes -= size;
                free(pointer, size);
            }
            waiting.blocks.push((pointer, size));
            waiting.bytes += size;
            true
        };
        // While the thread ends, the list may be gone.
        let kept = WAITING.try_with(|waiting| keep(&mut waiting.borrow_mut())).unwrap_or(false);
        if !kept {
            free(pointer, size);
        }
    }
}
