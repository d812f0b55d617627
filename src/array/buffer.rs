//! The memory of arrays: counted blocks that views share, and freed ones that wait for the next array.
//!
//! In: a size. Out: a block, aligned for vectors, or an error where there is no such memory. A block from the system costs
//! a page fault for every page when it is first written; a chain of array expressions would pay that at every operator,
//! so freed blocks are kept: never more than twice what is in use (a step of time frees an old state and an array on the way to the
//! new one), or than were in use beside that at a time not long ago, so that a function which is called again finds what it needs.
#![allow(unsafe_code)]

use super::element::Handle;
use super::error::{Error, Kind, Outcome};
use super::pages::{self, MAPPED_FROM};
use super::reference;
use crate::memory;
use std::alloc::{Layout, alloc, alloc_zeroed, dealloc};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::ptr::NonNull;
use std::rc::Rc;

/// Vectors of 512 bits start at such addresses.
const ALIGNMENT: usize = 64;
/// Smaller blocks are kept by size: powers of two, up to this one.
const KEPT_FROM: usize = 1 << 14;
/// So many small blocks of each size are kept.
const MOST_SMALL: usize = 32;
/// The smallest of these sizes.
const SMALLEST: usize = 64;
/// So many blocks wait at most.
const MOST_KEPT: usize = 16;
/// So many bytes may always wait.
const ALWAYS_KEPT: usize = 64 << 20;
/// So many bytes wait at most because as many were in use.
const MOST_REMEMBERED: usize = 1 << 30;
/// With each block that is freed, the part of what was in use at most, and is not now, that is forgotten.
const FORGOTTEN: usize = 1024;

/// A block of memory.
pub struct Buffer {
    pointer: NonNull<u8>,
    size: usize,
    /// Whose memory it is, if a host lends it: neither counted nor kept.
    lent: Option<Box<dyn Any>>,
    is_lent: bool,
    /// Whether it holds references, which are released with it.
    has_references: bool,
    /// Whether the system has given it, and nobody asked since.
    is_new: Cell<bool>,
}

#[derive(Default)]
struct Waiting {
    blocks: Vec<(NonNull<u8>, usize)>,
    bytes: usize,
    /// What was in use at most, not long ago.
    most: usize,
    /// Small blocks, by the size that they have.
    small: [Vec<NonNull<u8>>; SMALL_SIZES],
}

/// How many sizes of small blocks there are.
const SMALL_SIZES: usize = (KEPT_FROM / SMALLEST).ilog2() as usize + 1;

/// The size of a small block that holds some bytes, and its number.
fn small_size(bytes: usize) -> (usize, usize) {
    let size = bytes.next_power_of_two().max(SMALLEST);
    (size, (size / SMALLEST).ilog2() as usize)
}

thread_local! {
    static WAITING: RefCell<Waiting> = RefCell::default();
}

impl Drop for Waiting {
    fn drop(&mut self) {
        for &(pointer, size) in &self.blocks {
            free(pointer, size);
        }
        for (number, blocks) in self.small.iter().enumerate() {
            blocks.iter().for_each(|&pointer| free(pointer, SMALLEST << number));
        }
    }
}

fn layout(size: usize) -> Option<Layout> {
    Layout::from_size_align(size, ALIGNMENT).ok()
}

/// A new block, cleared where that is wanted.
fn obtain(size: usize, cleared: bool) -> Option<NonNull<u8>> {
    if size >= MAPPED_FROM {
        return pages::map(size);
    }
    let layout = layout(size)?;
    // SAFETY: the layout is not empty.
    NonNull::new(unsafe { if cleared { alloc_zeroed(layout) } else { alloc(layout) } })
}

fn free(pointer: NonNull<u8>, size: usize) {
    // SAFETY: the block was obtained with this size, and its owner gives it away.
    unsafe {
        if size >= MAPPED_FROM {
            pages::unmap(pointer, size);
        } else if let Some(layout) = layout(size) {
            dealloc(pointer.as_ptr(), layout);
        }
    }
}

impl Waiting {
    /// How many bytes may wait.
    fn allowed(&self) -> usize {
        let used = memory::used();
        ALWAYS_KEPT.max(2 * used).max(MOST_REMEMBERED.min(self.most.saturating_sub(used)))
    }

    /// Has what has waited longest make room for so many bytes more.
    fn shrink(&mut self, more: usize) {
        let allowed = self.allowed();
        while !self.blocks.is_empty() && (self.blocks.len() == MOST_KEPT || self.bytes + more > allowed) {
            let (pointer, size) = self.blocks.remove(0);
            self.bytes -= size;
            free(pointer, size);
        }
    }
}

/// A waiting block that is large enough, and not much too large.
fn reuse(size: usize) -> Option<(NonNull<u8>, usize)> {
    WAITING.with_borrow_mut(|waiting| {
        let fits = |&(_, have): &(NonNull<u8>, usize)| have >= size && have - size <= size / 8;
        let same = |&(_, have): &(NonNull<u8>, usize)| have == size;
        let place = waiting.blocks.iter().rposition(same).or_else(|| waiting.blocks.iter().rposition(fits))?;
        let block = waiting.blocks.remove(place);
        waiting.bytes -= block.1;
        Some(block)
    })
}

impl Buffer {
    /// A block of some bytes, zeroed if that is wanted.
    pub fn create(bytes: usize, zeroed: bool) -> Outcome<Rc<Buffer>> {
        let small = bytes < KEPT_FROM;
        let size = if small { small_size(bytes).0 } else { bytes };
        let refuse = || Error::new(Kind::Memory, format!("Unable to allocate {bytes} bytes"));
        if !memory::allows(size, 1) {
            return Err(refuse());
        }
        let waiting = if small {
            WAITING.with_borrow_mut(|waiting| waiting.small[small_size(bytes).1].pop()).map(|pointer| (pointer, size))
        } else {
            reuse(size)
        };
        let is_new = waiting.is_none();
        let (pointer, size) = match waiting {
            Some((pointer, size)) => {
                if zeroed {
                    // SAFETY: the block has `size` bytes and nobody else has it.
                    unsafe { pointer.write_bytes(0, size) };
                }
                (pointer, size)
            }
            None => {
                if !small {
                    WAITING.with_borrow_mut(|waiting| waiting.shrink(size));
                }
                // Small blocks are cleared when they are new, so that no uninitialised byte of them is ever read.
                let pointer = obtain(size, zeroed || small).ok_or_else(refuse)?;
                (pointer, size)
            }
        };
        memory::charge(size);
        Ok(Rc::new(Buffer {
            pointer,
            size,
            lent: None,
            is_lent: false,
            has_references: false,
            is_new: Cell::new(is_new),
        }))
    }

    /// A block of references, all zero, that it owns.
    pub fn of_references(count: usize) -> Outcome<Rc<Buffer>> {
        reference::is_known()?;
        let mut buffer = Buffer::create(count * size_of::<Handle>(), true)?;
        if let Some(buffer) = Rc::get_mut(&mut buffer) {
            buffer.has_references = true;
        }
        Ok(buffer)
    }

    /// The references that it holds.
    pub fn references(&self) -> &[Handle] {
        match self.has_references {
            // SAFETY: the block was made for references, and every word of it was written.
            true => unsafe {
                std::slice::from_raw_parts(self.pointer.as_ptr().cast(), self.size / size_of::<Handle>())
            },
            false => &[],
        }
    }

    /// The memory that a host lends, which is dropped with the block.
    ///
    /// # Safety
    /// The bytes belong to `owner`, stay where they are as long as it lives, and nobody else uses them meanwhile.
    pub unsafe fn lent(pointer: NonNull<u8>, size: usize, owner: Box<dyn Any>) -> Rc<Buffer> {
        Rc::new(Buffer {
            pointer,
            size,
            lent: Some(owner),
            is_lent: true,
            has_references: false,
            is_new: Cell::new(false),
        })
    }

    /// What a host lent, if nobody else looks at the block.
    pub fn give_back(this: Rc<Buffer>) -> Result<Option<Box<dyn Any>>, Rc<Buffer>> {
        let mut buffer = Rc::try_unwrap(this)?;
        Ok(buffer.lent.take())
    }

    /// Where it begins.
    pub fn start(&self) -> *mut u8 {
        self.pointer.as_ptr()
    }

    /// Whether it is a host's.
    pub fn is_lent(&self) -> bool {
        self.is_lent
    }

    /// Whether its pages were written before. The system clears new ones when they are first written, which brings them near. Who asks is
    /// about to write them all.
    pub fn is_old(&self) -> bool {
        !self.is_new.replace(false)
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.size
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        if self.is_lent {
            return;
        }
        memory::refund(self.size);
        for &element in self.references() {
            // SAFETY: the block owned it.
            unsafe { reference::release(element) };
        }
        let (pointer, size) = (self.pointer, self.size);
        let keep = |waiting: &mut Waiting| {
            if size <= KEPT_FROM && size.is_power_of_two() {
                let blocks = &mut waiting.small[small_size(size).1];
                if blocks.len() < MOST_SMALL {
                    blocks.push(pointer);
                    return true;
                }
                return false;
            }
            let used = memory::used();
            waiting.most = waiting.most.max(used + size);
            if size < KEPT_FROM || size > waiting.allowed() {
                return false;
            }
            waiting.shrink(size);
            waiting.most -= (waiting.most - used) / FORGOTTEN;
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
