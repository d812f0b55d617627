//! Loops over rows whose elements lie apart, for operators that are much faster over dense rows: some elements at a time are brought
//! together, and results are spread again.
//!
//! In: a loop for dense rows, and rows. Out: the same results.
#![allow(unsafe_code)]

use super::loops::{Binary, Loop, Unary, binary_fast, folding_fast, reducing_fast, unary_fast, versions};
use std::marker::PhantomData;

/// So many elements are brought together: what was written is then no longer on its way to memory when it is read.
const BLOCK: usize = 256;
/// Fewer elements are computed where they are.
const FEW: usize = 16;

/// Room for a block of elements of up to eight bytes.
type Block = [u64; BLOCK];

/// Elements so many apart: a step that is known makes a loop on vectors.
pub trait Apart {
    /// What is copied.
    type Element: Copy;
    /// The step, in elements.
    const STEP: isize;
}

struct Fixed<T, const STEP: isize>(PhantomData<T>);

impl<T: Copy, const STEP: isize> Apart for Fixed<T, STEP> {
    type Element = T;
    const STEP: isize = STEP;
}

versions! { gather<A: Apart> = gather_row }

/// # Safety
/// There are `n` elements so many apart at the first place, and room for them, one after the other, at the second.
#[inline(always)]
unsafe fn gather_row<A: Apart>(at: &[*mut u8], _: &[isize], n: usize) {
    let (from, to) = (at[0].cast::<A::Element>(), at[1].cast::<A::Element>());
    for i in 0..n {
        // SAFETY: the caller's promise.
        unsafe { to.add(i).write_unaligned(from.offset(i as isize * A::STEP).read_unaligned()) };
    }
}

/// Copies elements of a size from one step to another.
///
/// # Safety
/// There are `n` elements at these steps, and the places do not overlap.
unsafe fn copy(size: usize, from: (*const u8, isize), to: (*mut u8, isize), n: usize) {
    /// # Safety
    /// As for [`copy`], of elements of this type.
    unsafe fn of<T: Copy>(from: (*const u8, isize), to: (*mut u8, isize), n: usize) {
        let size = size_of::<T>() as isize;
        // SAFETY: the caller's promise.
        unsafe {
            let apart = if from.1 % size == 0 { from.1 / size } else { 0 };
            match (apart, to.1 == size) {
                (-1, true) => gather::<Fixed<T, -1>>(&[from.0.cast_mut(), to.0], &[], n),
                (2, true) => gather::<Fixed<T, 2>>(&[from.0.cast_mut(), to.0], &[], n),
                (3, true) => gather::<Fixed<T, 3>>(&[from.0.cast_mut(), to.0], &[], n),
                (4, true) => gather::<Fixed<T, 4>>(&[from.0.cast_mut(), to.0], &[], n),
                _ => {
                    for i in 0..n as isize {
                        let item = from.0.offset(i * from.1).cast::<T>().read_unaligned();
                        to.0.offset(i * to.1).cast::<T>().write_unaligned(item);
                    }
                }
            }
        }
    }
    // SAFETY: the caller's promise.
    unsafe {
        match size {
            1 => of::<u8>(from, to, n),
            2 => of::<u16>(from, to, n),
            4 => of::<u32>(from, to, n),
            _ => of::<u64>(from, to, n),
        }
    }
}

/// Runs a loop over `N` rows, results last, of elements of these sizes, with blocks in place of rows that are not dense.
///
/// # Safety
/// As for the loop; no result is an operand of another element.
unsafe fn in_blocks<const N: usize>(run: Loop, sizes: [usize; N], at: &[*mut u8], steps: &[isize], n: usize) {
    let is_dense = |k: usize| steps[k] == sizes[k] as isize || k + 1 < N && steps[k] == 0;
    let mut blocks: [Block; N] = [[0; BLOCK]; N];
    for start in (0..n).step_by(BLOCK) {
        let count = BLOCK.min(n - start);
        let mut rows = [(std::ptr::null_mut::<u8>(), 0isize); N];
        for (k, row) in rows.iter_mut().enumerate() {
            let place = at[k].wrapping_offset(start as isize * steps[k]);
            *row = (place, steps[k]);
            if !is_dense(k) {
                let block = (blocks[k].as_mut_ptr().cast::<u8>(), sizes[k] as isize);
                if k + 1 < N {
                    // SAFETY: the row has so many elements, and a block room for them.
                    unsafe { copy(sizes[k], (place, steps[k]), block, count) };
                }
                *row = block;
            }
        }
        // SAFETY: the caller's promise; blocks overlap nothing.
        unsafe {
            run(&rows.map(|row| row.0), &rows.map(|row| row.1), count);
            if !is_dense(N - 1) {
                let place = at[N - 1].wrapping_offset(start as isize * steps[N - 1]);
                copy(sizes[N - 1], (rows[N - 1].0, rows[N - 1].1), (place, steps[N - 1]), count);
            }
        }
    }
}

/// Whether rows are to be brought together: elements of these sizes lie apart, are many, and do not depend on each other.
fn is_apart(sizes: &[usize], at: &[*mut u8], steps: &[isize], n: usize) -> bool {
    let last = sizes.len() - 1;
    let fits = n >= FEW && steps[last] != 0 && sizes.iter().all(|&size| size <= 8);
    let runs = at[0].wrapping_offset(steps[0]) == at[last] && steps[0] == steps[last];
    fits && !runs && (0..=last).any(|k| steps[k] != sizes[k] as isize && steps[k] != 0)
}

/// The loop of an operator with one operand.
///
/// # Safety
/// As for [`unary_fast`].
pub unsafe fn unary_apart<O: Unary>(at: &[*mut u8], steps: &[isize], n: usize) {
    let sizes = [size_of::<O::A>(), size_of::<O::R>()];
    // SAFETY: the caller's promise.
    unsafe {
        match is_apart(&sizes, at, steps, n) {
            true => in_blocks(unary_fast::<O>, sizes, at, steps, n),
            false => unary_fast::<O>(at, steps, n),
        }
    }
}

/// The loop of an operator with two operands.
///
/// # Safety
/// As for [`reducing_fast`].
pub unsafe fn reducing_apart<O: Binary<R = <O as Binary>::A>>(at: &[*mut u8], steps: &[isize], n: usize) {
    let sizes = [size_of::<O::A>(), size_of::<O::B>(), size_of::<O::R>()];
    // SAFETY: the caller's promise.
    unsafe {
        match is_apart(&sizes, at, steps, n) {
            true => in_blocks(reducing_fast::<O>, sizes, at, steps, n),
            false => reducing_fast::<O>(at, steps, n),
        }
    }
}

/// The loop of an operator that tells something of two operands.
///
/// # Safety
/// As for [`binary_fast`].
pub unsafe fn binary_apart<O: Binary>(at: &[*mut u8], steps: &[isize], n: usize) {
    let sizes = [size_of::<O::A>(), size_of::<O::B>(), size_of::<O::R>()];
    // SAFETY: the caller's promise.
    unsafe {
        match is_apart(&sizes, at, steps, n) {
            true => in_blocks(binary_fast::<O>, sizes, at, steps, n),
            false => binary_fast::<O>(at, steps, n),
        }
    }
}

/// The loop of an operator whose operands may come in any order, and that reduces elements that lie apart.
///
/// # Safety
/// As for [`folding_fast`].
pub unsafe fn folding_apart<O: Binary<R = <O as Binary>::A, B = <O as Binary>::A>>(
    at: &[*mut u8],
    steps: &[isize],
    n: usize,
) {
    let size = size_of::<O::A>();
    let is_row = at[0] == at[2] && steps[0] == 0 && steps[2] == 0 && steps[1].unsigned_abs() != size;
    // SAFETY: the caller's promise.
    unsafe {
        if is_row && n >= FEW && size <= 8 && steps[1] != 0 {
            let mut block: Block = [0; BLOCK];
            let to = (block.as_mut_ptr().cast::<u8>(), size as isize);
            for start in (0..n).step_by(BLOCK) {
                let count = BLOCK.min(n - start);
                copy(size, (at[1].wrapping_offset(start as isize * steps[1]), steps[1]), to, count);
                folding_fast::<O>(&[at[0], to.0, at[2]], &[0, to.1, 0], count);
            }
        } else if is_apart(&[size; 3], at, steps, n) {
            in_blocks(folding_fast::<O>, [size; 3], at, steps, n);
        } else {
            folding_fast::<O>(at, steps, n);
        }
    }
}
