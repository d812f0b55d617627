//! Short rows: the elements of operands are brought side by side first, so that operations run over whole blocks of them.
//!
//! In: operands whose rows have few elements (points in the plane, colours), and a run of elements. Out: a block of each operand. An operand
//! that is the same for all places of the outermost axis is brought once.
#![allow(unsafe_code)]

use super::plan::{BLOCK, Leaf, WIDEST, Way};
use super::worker::Line;
use crate::array::ndarray::Shape;

/// The blocks of a worker.
pub struct Gathered {
    blocks: Vec<Line>,
    /// Where each operand's elements are now, and whether its block holds what comes again and again.
    at: Vec<(*mut u8, bool)>,
    /// So many elements are brought at a time: whole places of the outermost axis, if they fit.
    whole: usize,
}

impl Gathered {
    /// Room for the operands of a way.
    pub fn new(way: &Way) -> Gathered {
        let period = period(way);
        let whole = if period <= BLOCK { BLOCK / period * period } else { BLOCK };
        let blocks = vec![Line([0; 8]); way.leaves.len() * BLOCK * WIDEST / 64];
        Gathered { blocks, at: vec![(std::ptr::null_mut(), false); way.leaves.len()], whole }
    }

    /// Where an operand's elements are.
    pub fn place(&self, leaf: usize) -> *mut u8 {
        self.at[leaf].0
    }

    /// Brings elements from one on; how many, at most.
    pub fn bring(&mut self, way: &Way, start: usize, most: usize) -> usize {
        let within = start % self.whole;
        let count = most.min(self.whole - within);
        for (number, leaf) in way.leaves.iter().enumerate() {
            let block = self.blocks.as_mut_ptr().cast::<u8>().wrapping_add(number * BLOCK * WIDEST);
            let (place, is_held) = &mut self.at[number];
            let comes_again = leaf.strides[0] == 0 && leaf.rolled.is_empty() && period(way) <= BLOCK;
            // SAFETY: the operand has these elements, and the block room for so many.
            unsafe {
                if !comes_again {
                    *place = block;
                    copy(way, leaf, start, count, block);
                    continue;
                }
                if !*is_held {
                    copy(way, leaf, 0, self.whole.min(way.shape.iter().product()), block);
                    *is_held = true;
                }
            }
            *place = block.wrapping_add(within * leaf.size);
        }
        count
    }
}

/// Elements of one place of the outermost axis.
fn period(way: &Way) -> usize {
    way.shape[1..].iter().product()
}

/// Copies elements from one on into a block.
unsafe fn copy(way: &Way, leaf: &Leaf, start: usize, count: usize, block: *mut u8) {
    // SAFETY: the caller's promise.
    unsafe {
        match leaf.size {
            1 => copy_of::<u8>(way, leaf, start, count, block.cast()),
            2 => copy_of::<u16>(way, leaf, start, count, block.cast()),
            4 => copy_of::<u32>(way, leaf, start, count, block.cast()),
            8 => copy_of::<u64>(way, leaf, start, count, block.cast()),
            _ => copy_of::<[u64; 2]>(way, leaf, start, count, block.cast()),
        }
    }
}

unsafe fn copy_of<T: Copy>(way: &Way, leaf: &Leaf, start: usize, count: usize, mut to: *mut T) {
    let inner = way.shape.len() - 1;
    let (length, step) = (way.shape[inner], leaf.strides[inner]);
    let mut index: Shape = way.shape[..inner].into();
    let mut row = start / length;
    for axis in (0..inner).rev() {
        index[axis] = row % way.shape[axis];
        row /= way.shape[axis];
    }
    let (mut from, mut skipped, mut left) = (leaf.row(way, &index), start % length, count);
    let is_dense = step == size_of::<T>() as isize;
    while left > 0 {
        let here = (length - skipped).min(left);
        // SAFETY: the row has these elements, and the block room for them.
        unsafe {
            match (here, is_dense) {
                (2, true) if length == 2 => to.cast::<[T; 2]>().write_unaligned(from.cast::<[T; 2]>().read_unaligned()),
                (3, true) if length == 3 => to.cast::<[T; 3]>().write_unaligned(from.cast::<[T; 3]>().read_unaligned()),
                (4, true) if length == 4 => to.cast::<[T; 4]>().write_unaligned(from.cast::<[T; 4]>().read_unaligned()),
                (8, true) if length == 8 => to.cast::<[T; 8]>().write_unaligned(from.cast::<[T; 8]>().read_unaligned()),
                _ => {
                    for k in 0..here {
                        let item = from.wrapping_offset((skipped + k) as isize * step).cast::<T>().read_unaligned();
                        to.add(k).write_unaligned(item);
                    }
                }
            }
            to = to.add(here);
        }
        (left, skipped) = (left - here, 0);
        let last = inner - 1;
        index[last] += 1;
        if index[last] < way.shape[last] && leaf.rolled.is_empty() {
            from = from.wrapping_offset(leaf.strides[last]);
            continue;
        }
        for axis in (0..inner).rev() {
            if index[axis] < way.shape[axis] {
                break;
            }
            index[axis] = 0;
            if axis > 0 {
                index[axis - 1] += 1;
            }
        }
        from = leaf.row(way, &index);
    }
}
