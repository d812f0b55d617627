//! The loops that choose: for each truth, between two elements (`np.where`); between an element and limits (`np.clip`).
//!
//! In: the size of elements, or their type. Out: the loop. Both elements are read and one is taken by its bits: truths come in no order that a processor
//! could foresee.
#![allow(unsafe_code)]

use super::apart::{BLOCK, Block, copying};
use super::loops::{Loop, versions};
use crate::array::dtype::DType;
use crate::array::element::{Element, with_number};
use crate::array::reduce::Ordered;
use std::mem::MaybeUninit;

/// So many truths are asked together whether any is true.
const SOME: usize = 64;

/// The loop over truths, what is taken where they are true, what elsewhere, and results, of elements of a size.
pub fn choice(size: usize) -> Loop {
    match size {
        1 => rows::<u8>,
        2 => rows::<u16>,
        4 => rows::<u32>,
        8 => rows::<u64>,
        _ => step_by_step::<[u64; 2]>,
    }
}

/// A word that can be taken by its bits.
pub trait Word: Element {
    /// One of two words.
    fn take(truth: u8, yes: Self, no: Self) -> Self;
}

macro_rules! words {
    ($($type:ty)*) => {
        $(impl Word for $type {
            #[inline(always)]
            fn take(truth: u8, yes: $type, no: $type) -> $type {
                let all = <$type>::from(truth != 0).wrapping_neg();
                (yes & all) | (no & !all)
            }
        })*
    };
}

words! { u8 u16 u32 u64 }

/// # Safety
/// Truths, elements and results lie at these steps; results may lie where an operand does, or overlap none.
unsafe fn rows<T: Word>(at: &[*mut u8], steps: &[isize], n: usize) {
    let size = size_of::<T>();
    if steps[3] != size as isize {
        // SAFETY: the caller's promise, here and below.
        return unsafe { step_by_step::<T>(at, steps, n) };
    }
    let sizes = [1, size, size];
    let mut blocks: [Block; 3] = [[MaybeUninit::uninit(); BLOCK]; 3];
    // What does not lie one after the other is brought together, a block at a time.
    let copies: [Option<Loop>; 3] =
        std::array::from_fn(|k| (steps[k] != sizes[k] as isize).then(|| copying(sizes[k], steps[k], true)));
    for start in (0..n).step_by(BLOCK) {
        let count = BLOCK.min(n - start);
        let mut places: [*mut u8; 4] = std::array::from_fn(|k| at[k].wrapping_offset(start as isize * steps[k]));
        for k in 0..3 {
            let Some(copy) = copies[k] else { continue };
            let block = blocks[k].as_mut_ptr().cast();
            // One element for all stays where it is.
            if steps[k] != 0 || start == 0 {
                // SAFETY: there are so many elements, and the block has room for them.
                unsafe { copy(&[places[k], block], &[steps[k], sizes[k] as isize], count) };
            }
            places[k] = block;
        }
        // SAFETY: so many lie one after the other at each place.
        unsafe { dense_rows::<T>(&places, &[], count) };
    }
}

/// The loop that keeps elements between two limits: elements, results, and the limits.
pub fn clipping(dtype: DType) -> Loop {
    with_number!(dtype, T => clip_rows::<T>)
}

versions! { clip_rows<T: Ordered> = clip }

/// # Safety
/// There are elements and results at these steps, which do not overlap, and two limits. What is no number stays.
#[inline(always)]
unsafe fn clip<T: Ordered>(at: &[*mut u8], steps: &[isize], n: usize) {
    let size = size_of::<T>() as isize;
    // SAFETY: the caller's promise.
    unsafe {
        let [low, high] = [at[2], at[3]].map(|limit| limit.cast::<T>().read());
        if steps == [size, size] {
            let from = std::slice::from_raw_parts(at[0].cast::<T>(), n);
            let to = std::slice::from_raw_parts_mut(at[1].cast::<T>(), n);
            for (to, &item) in to.iter_mut().zip(from) {
                *to = clipped(item, low, high);
            }
            return;
        }
        for i in 0..n as isize {
            let item = at[0].offset(i * steps[0]).cast::<T>().read();
            at[1].offset(i * steps[1]).cast::<T>().write(clipped(item, low, high));
        }
    }
}

#[inline(always)]
fn clipped<T: Ordered>(item: T, low: T, high: T) -> T {
    let item = if item.is_before(low) | !low.is_number() { low } else { item };
    if high.is_before(item) | !high.is_number() { high } else { item }
}

/// The loop that puts one element where truths are true: results, truths, and the element.
pub fn putting(size: usize) -> Option<Loop> {
    Some(match size {
        1 => put_rows::<u8>,
        2 => put_rows::<u16>,
        4 => put_rows::<u32>,
        8 => put_rows::<u64>,
        _ => return None,
    })
}

versions! { put_rows<T: Word> = put }

/// # Safety
/// There are so many results and truths, one after the other, and they do not overlap.
#[inline(always)]
unsafe fn put<T: Word>(at: &[*mut u8], _: &[isize], n: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        let item = at[2].cast::<T>().read_unaligned();
        let to = std::slice::from_raw_parts_mut(at[0].cast::<T>(), n);
        let truths = std::slice::from_raw_parts(at[1], n);
        // Where none of several is true, which is often so, nothing is read or written.
        for (to, truths) in to.chunks_mut(SOME).zip(truths.chunks(SOME)) {
            if truths.iter().fold(0, |any, truth| any | truth) != 0 {
                to.iter_mut().zip(truths).for_each(|(to, &truth)| *to = T::take(truth, item, *to));
            }
        }
    }
}

versions! { dense_rows<T: Word> = dense }

/// # Safety
/// There are so many elements at each place, one after the other.
#[inline(always)]
unsafe fn dense<T: Word>(at: &[*mut u8], _: &[isize], n: usize) {
    let [truths, yes, no, to] = [at[0], at[1], at[2], at[3]];
    for i in 0..n {
        // SAFETY: the caller's promise.
        unsafe {
            let (a, b) = (yes.cast::<T>().add(i).read_unaligned(), no.cast::<T>().add(i).read_unaligned());
            to.cast::<T>().add(i).write_unaligned(T::take(truths.add(i).read(), a, b));
        }
    }
}

/// # Safety
/// As for `rows`.
unsafe fn step_by_step<T: Copy>(at: &[*mut u8], steps: &[isize], n: usize) {
    for i in 0..n as isize {
        // SAFETY: the caller's promise.
        unsafe {
            let truth = at[0].offset(i * steps[0]).read() != 0;
            let from = if truth { at[1].offset(i * steps[1]) } else { at[2].offset(i * steps[2]) };
            at[3].offset(i * steps[3]).cast::<T>().write_unaligned(from.cast::<T>().read_unaligned());
        }
    }
}
