//! Short rows: where rows have few elements, two axes become one row, and operands that do not lie so are spread out into a block.
//!
//! In: a loop, and how to go through its operands. Out: the same results, with fewer calls: `points - center` of points in the plane has
//! rows of two elements.
#![allow(unsafe_code)]

use super::loops::Loop;
use crate::array::walk::Walk;

/// Rows of so many elements are short.
const SHORT: usize = 32;
/// So are rows of so many bytes, where operands that do not go on are spread out once for all rows.
const NARROW: usize = 512;
/// Fewer of them are not worth it.
const FEW: usize = 4;
/// So many elements are spread out at a time.
const BLOCK: usize = 2048;

/// The rows of an operand that are spread out: where they begin, and the steps between them and within them.
#[derive(Clone, Copy, PartialEq)]
struct Rows {
    from: *const u8,
    apart: isize,
    step: isize,
    length: usize,
}

impl Rows {
    /// Copies so many rows into a block.
    ///
    /// # Safety
    /// There are so many rows of elements of this type, and the block has room for them.
    unsafe fn copy<T: Copy>(self, rows: usize, to: *mut u8) {
        let to = to.cast::<T>();
        // A row that is met again and again is copied once, and then what is there, again and again.
        let read = if self.apart == 0 { 1 } else { rows };
        // SAFETY: the caller's promise.
        unsafe {
            for row in 0..read {
                let from = self.from.wrapping_offset(row as isize * self.apart);
                for k in 0..self.length {
                    let item = from.wrapping_offset(k as isize * self.step).cast::<T>().read_unaligned();
                    to.add(row * self.length + k).write_unaligned(item);
                }
            }
            let (mut done, all) = (read * self.length, rows * self.length);
            while done < all {
                let count = done.min(all - done);
                std::ptr::copy_nonoverlapping(to, to.add(done), count);
                done += count;
            }
        }
    }
}

/// Runs a loop over rows that are short, elements of its operands being of one size; tells whether they are.
///
/// # Safety
/// As for the loop.
pub unsafe fn run<const N: usize>(run: Loop, size: usize, walk: &Walk<N>, start: [*mut u8; N]) -> bool {
    let [.., count, length] = walk.shape[..] else { return false };
    let inner = walk.shape.len() - 1;
    let goes_on = |k: usize| walk.strides[k][inner - 1] == walk.strides[k][inner] * length as isize;
    let is_met_again = |k: usize| goes_on(k) || walk.strides[k][inner - 1] == 0 && inner == 1;
    let is_short = length <= SHORT || length * size <= NARROW && (0..N).all(is_met_again);
    if !is_short || count < FEW || !goes_on(N - 1) || walk.shape.contains(&0) {
        return false;
    }
    let words = (BLOCK.max(length) * size).div_ceil(8);
    let mut blocks: [Vec<u64>; N] =
        std::array::from_fn(|k| if goes_on(k) { Vec::new() } else { Vec::with_capacity(words) });
    let mut held: [Option<(Rows, usize)>; N] = [None; N];
    let at_once = (BLOCK / length).max(1);
    walk.outer(walk.shape.len() - 2).run(start, |panels, apart, many| {
        for (panel, first) in (0..many).flat_map(|panel| (0..count).step_by(at_once).map(move |first| (panel, first))) {
            let rows = at_once.min(count - first);
            let mut at = [std::ptr::null_mut::<u8>(); N];
            let mut steps = [size as isize; N];
            for k in 0..N {
                let place = panels[k]
                    .wrapping_offset(panel as isize * apart[k])
                    .wrapping_offset(first as isize * walk.strides[k][inner - 1]);
                if goes_on(k) {
                    (at[k], steps[k]) = (place, walk.strides[k][inner]);
                    continue;
                }
                let own = Rows { from: place, apart: walk.strides[k][inner - 1], step: walk.strides[k][inner], length };
                let block = blocks[k].as_mut_ptr().cast::<u8>();
                at[k] = block;
                if !held[k].is_some_and(|(rows_held, many)| rows_held == own && many >= rows) {
                    // SAFETY: the operand has these rows, and the block room for as many.
                    unsafe {
                        match size {
                            1 => own.copy::<u8>(rows, block),
                            2 => own.copy::<u16>(rows, block),
                            4 => own.copy::<u32>(rows, block),
                            8 => own.copy::<u64>(rows, block),
                            _ => own.copy::<[u64; 2]>(rows, block),
                        }
                    }
                    held[k] = Some((own, rows));
                }
            }
            // SAFETY: the caller's promise: the rows lie one after the other, or were spread out so.
            unsafe { run(&at, &steps, rows * length) };
        }
    });
    true
}
