//! Loops over rows whose elements lie apart, for operators that are much faster over dense rows: some elements at a time are brought
//! together, and results are spread again.
//!
//! In: a loop for dense rows, and rows. Out: the same results.
#![allow(unsafe_code)]

use super::loops::{Binary, Loop, Unary, binary_fast, folding_fast, reducing_fast, unary_fast, versions};
use std::marker::PhantomData;
use std::mem::MaybeUninit;

/// So many elements are brought together: what was written is then no longer on its way to memory when it is read.
pub(super) const BLOCK: usize = 256;
/// Rows that take so many bytes do not stay in the caches.
const FAR: usize = 4 << 20;
/// So many elements of such rows: the processor fetches ahead in all of them, as long as it does not stay long with one.
const FAR_BLOCK: usize = 128;
/// Fewer elements are computed where they are.
const FEW: usize = 16;

/// Room for a block of elements of any type.
pub(super) type Block = [MaybeUninit<[u64; 2]>; BLOCK];

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

/// The loop that copies elements of a size, of which the first ones are so many bytes apart, to any step.
pub(super) fn copying(size: usize, step: isize, is_dense: bool) -> Loop {
    fn of<T: Copy>(step: isize, is_dense: bool) -> Loop {
        let size = size_of::<T>() as isize;
        match if is_dense && step % size == 0 { step / size } else { 0 } {
            -1 => gather::<Fixed<T, -1>>,
            2 => gather::<Fixed<T, 2>>,
            3 => gather::<Fixed<T, 3>>,
            4 => gather::<Fixed<T, 4>>,
            _ => step_by_step::<T>,
        }
    }
    match size {
        1 => of::<u8>(step, is_dense),
        2 => of::<u16>(step, is_dense),
        4 => of::<u32>(step, is_dense),
        8 => of::<u64>(step, is_dense),
        _ => of::<[u64; 2]>(step, is_dense),
    }
}

/// # Safety
/// There are `n` elements at the first step, and room for them at the second.
unsafe fn step_by_step<T: Copy>(at: &[*mut u8], steps: &[isize], n: usize) {
    for i in 0..n as isize {
        // SAFETY: the caller's promise.
        unsafe {
            let item = at[0].offset(i * steps[0]).cast::<T>().read_unaligned();
            at[1].offset(i * steps[1]).cast::<T>().write_unaligned(item);
        }
    }
}

/// Runs a loop over `N` rows, results last, of elements of these sizes, with blocks in place of rows that are not dense.
///
/// # Safety
/// As for the loop; no result is an operand of another element.
unsafe fn in_blocks<const N: usize>(run: Loop, sizes: [usize; N], at: &[*mut u8], steps: &[isize], n: usize) {
    let length = if steps.iter().map(|step| step.unsigned_abs()).sum::<usize>() * n > FAR { FAR_BLOCK } else { BLOCK };
    let mut blocks: [Block; N] = [[MaybeUninit::uninit(); BLOCK]; N];
    let mut copies: [Option<Loop>; N] = [None; N];
    let mut inner = [0; N];
    for k in 0..N {
        inner[k] = steps[k];
        if steps[k] != sizes[k] as isize && (k + 1 == N || steps[k] != 0) {
            copies[k] = Some(copying(sizes[k], steps[k], k + 1 < N));
            inner[k] = sizes[k] as isize;
        }
    }
    for start in (0..n).step_by(length) {
        let count = length.min(n - start);
        let mut rows = [std::ptr::null_mut::<u8>(); N];
        // SAFETY: the caller's promise; the rows have so many elements, the blocks room for them, and they overlap nothing.
        unsafe {
            for k in 0..N {
                rows[k] = at[k].wrapping_offset(start as isize * steps[k]);
                if let Some(copy) = copies[k] {
                    let (place, block) = (rows[k], blocks[k].as_mut_ptr().cast::<u8>());
                    rows[k] = block;
                    if k + 1 < N {
                        copy(&[place, block], &[steps[k], inner[k]], count);
                    }
                }
            }
            run(&rows, &inner, count);
            if let Some(copy) = copies[N - 1] {
                let place = at[N - 1].wrapping_offset(start as isize * steps[N - 1]);
                copy(&[rows[N - 1], place], &[inner[N - 1], steps[N - 1]], count);
            }
        }
    }
}

/// Whether rows are to be brought together: elements of these sizes lie apart, are many, and do not depend on each other.
fn is_apart(sizes: &[usize], at: &[*mut u8], steps: &[isize], n: usize) -> bool {
    let last = sizes.len() - 1;
    let fits = n >= FEW && steps[last] != 0;
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
    let is_direct = steps[1].unsigned_abs() == size || O::WHOLE && steps[1] == 2 * size as isize;
    let is_row = at[0] == at[2] && steps[0] == 0 && steps[2] == 0 && !is_direct;
    // SAFETY: the caller's promise.
    unsafe {
        if is_row && n >= FEW && steps[1] != 0 {
            let mut block: Block = [MaybeUninit::uninit(); BLOCK];
            let (to, inner, copy) = (block.as_mut_ptr().cast::<u8>(), size as isize, copying(size, steps[1], true));
            for start in (0..n).step_by(BLOCK) {
                let count = BLOCK.min(n - start);
                copy(&[at[1].wrapping_offset(start as isize * steps[1]), to], &[steps[1], inner], count);
                folding_fast::<O>(&[at[0], to, at[2]], &[0, inner, 0], count);
            }
        } else if is_apart(&[size; 3], at, steps, n) {
            in_blocks(folding_fast::<O>, [size; 3], at, steps, n);
        } else {
            folding_fast::<O>(at, steps, n);
        }
    }
}

/// The loop of `fmax` or `fmin`, whose operator gives the first of two that are equal. Of zeros of both signs numpy gives the second one where
/// it computes in vectors of 512 bits, and in what is left behind them the one or the other, as its compiler has it.
///
/// # Safety
/// As for [`folding_apart`].
pub unsafe fn extremes_apart<O: Binary<R = <O as Binary>::A, B = <O as Binary>::A>>(
    at: &[*mut u8],
    steps: &[isize],
    n: usize,
) {
    let size = size_of::<O::A>();
    let is_float = !O::WHOLE && size >= size_of::<f32>() && size == align_of::<O::A>();
    let is_row = at[0] == at[2] && steps[0] == 0 && steps[2] == 0;
    let goes_on = steps[0] != 0 && steps[0] == steps[2] && at[0].wrapping_offset(steps[0]) == at[2];
    // SAFETY: the caller's promise, of each part; an operand that is written is written where it has been read.
    unsafe {
        if !is_float || is_row || goes_on {
            return folding_apart::<O>(at, steps, n);
        }
        let part = |first_wins: bool, start: usize, count: usize| {
            let place = |operand: usize| at[operand].wrapping_offset(start as isize * steps[operand]);
            match first_wins {
                true => folding_apart::<O>(&[place(0), place(1), place(2)], steps, count),
                false => {
                    folding_apart::<O>(&[place(1), place(0), place(2)], &[steps[1], steps[0], steps[2]], count);
                }
            }
        };
        let in_vectors = n - n % (64 / size);
        if in_vectors > 0 {
            part(false, 0, in_vectors);
        }
        let are_dense = steps[0] == size as isize && steps[1] == size as isize;
        let first_wins = |start: usize| match (size, are_dense, start - in_vectors) {
            (8, true, place) => !matches!(place, 3 | 6),
            (4, false, _) => false,
            (_, _, place) => place == 0,
        };
        let mut start = in_vectors;
        while start < n {
            let wins = first_wins(start);
            let count = (start..n).take_while(|&place| first_wins(place) == wins).count();
            part(wins, start, count);
            start += count;
        }
    }
}
