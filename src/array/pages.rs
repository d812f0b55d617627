//! Large blocks of memory, straight from the system.
//!
//! In: a size. Out: a mapping, whose pages the system gives, cleared, when they are first written: what is never written costs
//! nothing. The largest begin where a large page does and end where one ends, so that all of them lies in large pages, which need be
//! looked up less often: up to a large page more than was asked for, and counted, may come to be used.
#![allow(unsafe_code)]

use std::ptr::NonNull;

/// From so many bytes on a block is worth a mapping of its own.
pub const MAPPED_FROM: usize = 1 << 20;
/// From so many bytes on it is worth large pages.
const LARGE_FROM: usize = 4 << 20;
/// A large page.
const LARGE: usize = 2 << 20;
/// What the system maps at once: a page of any system divides it.
const PAGE: usize = 1 << 16;

/// The length of the mapping for so many bytes.
fn length(size: usize) -> Option<usize> {
    size.checked_next_multiple_of(if size >= LARGE_FROM { LARGE } else { PAGE })
}

/// A cleared block of so many bytes, if the system has them. It begins at a page.
pub fn map(size: usize) -> Option<NonNull<u8>> {
    let length = length(size)?;
    if size < LARGE_FROM {
        return reserve(length);
    }
    let reserved = length.checked_add(LARGE)?;
    let start = reserve(reserved)?;
    let before = start.as_ptr().align_offset(LARGE);
    let first = start.as_ptr().wrapping_add(before);
    // SAFETY: what is given back and what is advised lie in the mapping. Whether there are large pages does not matter: it is a wish.
    unsafe {
        release(start.as_ptr(), before);
        release(first.wrapping_add(length), LARGE - before);
        #[cfg(target_os = "linux")]
        libc::madvise(first.cast(), length, libc::MADV_HUGEPAGE);
    }
    NonNull::new(first)
}

/// Gives a block back.
///
/// # Safety
/// It came from [`map`] with this size, and its owner gives it away.
pub unsafe fn unmap(block: NonNull<u8>, size: usize) {
    // SAFETY: the caller's promise; the length is the one it was mapped with.
    unsafe { release(block.as_ptr(), length(size).unwrap_or(size)) };
}

fn reserve(length: usize) -> Option<NonNull<u8>> {
    let (access, flags) = (libc::PROT_READ | libc::PROT_WRITE, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS);
    // SAFETY: a fresh private mapping at an address of the system's choice touches no other memory.
    let start = unsafe { libc::mmap(std::ptr::null_mut(), length, access, flags, -1, 0) };
    if start == libc::MAP_FAILED { None } else { NonNull::new(start.cast()) }
}

/// # Safety
/// These are pages of a mapping that nobody needs any more.
unsafe fn release(start: *mut u8, length: usize) {
    if length > 0 {
        // SAFETY: the caller's promise.
        unsafe { libc::munmap(start.cast(), length) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_cleared_and_can_be_written_to_their_ends() {
        for size in [MAPPED_FROM, MAPPED_FROM + 1, LARGE_FROM - 1, LARGE_FROM, LARGE_FROM + 1, 3 * LARGE_FROM - 64] {
            let block = map(size).expect("the system has some megabytes");
            assert_eq!(block.as_ptr().align_offset(if size < LARGE_FROM { 4096 } else { LARGE }), 0);
            // SAFETY: the block has `size` bytes, all cleared, and is given back once.
            unsafe {
                assert!(std::slice::from_raw_parts(block.as_ptr(), size).iter().all(|&byte| byte == 0));
                block.write_bytes(1, size);
                unmap(block, size);
            }
        }
    }

    #[test]
    fn what_no_system_has_is_refused() {
        assert!(map(usize::MAX - 5).is_none());
        assert!(map(isize::MAX as usize).is_none());
    }
}
