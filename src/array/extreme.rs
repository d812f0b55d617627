//! Where the largest or smallest elements are.
//!
//! In: an array and an axis. Out: for each line along it, the first place of the extreme. What is not a number counts as both.
#![allow(unsafe_code)]

use super::dtype::DType;
use super::element::{Bool, with_number};
use super::error::{Error, Outcome};
use super::ndarray::{Array, Order, Shape};
use super::reduce::Ordered;
use super::ufunc::loops::versions;
use super::walk::Walk;
use std::hint::black_box;

/// The places of the extremes of all lines along an axis.
pub fn places(array: &Array, axis: usize, largest: bool) -> Outcome<Array> {
    let length = array.shape()[axis];
    if length == 0 {
        let name = if largest { "argmax" } else { "argmin" };
        return Err(Error::value(format!("attempt to get {name} of an empty sequence")));
    }
    let mut long: Shape = array.shape().into();
    long[axis] = 1;
    let mut short: Shape = array.shape().into();
    short.remove(axis);
    let target = Array::zeros(&long, DType::I64, Order::C)?;
    let inner: usize = array.shape()[axis + 1..].iter().product();
    if inner > 1 && array.is_c_contiguous() && !array.dtype().is_complex() {
        with_number!(array.dtype(), T => of_rows::<T>(array, &target, length, inner, largest));
    } else {
        with_number!(array.dtype(), T => of_lines::<T>(array, &target, axis, largest));
    }
    target.reshaped_view(&short, Order::C).ok_or_else(|| Error::value("cannot reshape"))
}

/// The place of the extreme of all elements, where they lie one after the other.
pub fn place_of_all(array: &Array, largest: bool) -> Option<usize> {
    if array.dtype().is_complex() || array.dtype().is_reference() || array.size() == 0 {
        return None;
    }
    if let Some(line) = array.as_slice::<Bool>() {
        // SAFETY: truth values are bytes.
        let bytes = unsafe { std::slice::from_raw_parts(line.as_ptr().cast::<u8>(), line.len()) };
        return Some(place_of_truth(bytes, largest));
    }
    with_number!(array.dtype(), T => {
        let line = array.as_slice::<T>()?;
        let mut place = 0i64;
        let at = [line.as_ptr().cast_mut().cast(), (&raw mut place).cast()];
        // SAFETY: there is one line of so many elements, and room for its place.
        unsafe { dense_lines::<T>(&at, &[0, 0, line.len() as isize, isize::from(largest)], 1) };
        Some(place as usize)
    })
}

/// Where the first truth is that is true, or the first that is not.
fn place_of_truth(bytes: &[u8], is_true: bool) -> usize {
    const FEW: usize = 8;
    // Often it is one of the first.
    if let Some(found) = bytes.iter().take(FEW).position(|&byte| (byte != 0) == is_true) {
        return found;
    }
    let found = if is_true { first_true(bytes) } else { memchr::memchr(0, bytes) };
    found.unwrap_or(0)
}

/// Where the first byte is that is not zero: all of them are true.
fn first_true(bytes: &[u8]) -> Option<usize> {
    const CHUNK: usize = 256;
    let is_empty = |chunk: &[u8; CHUNK]| chunk.iter().fold(0, |any, byte| any | byte) == 0;
    let skipped = CHUNK * bytes.as_chunks::<CHUNK>().0.iter().take_while(|chunk| is_empty(chunk)).count();
    bytes[skipped..].iter().position(|&byte| byte != 0).map(|place| skipped + place)
}

/// Line by line.
fn of_lines<T: Ordered>(array: &Array, target: &Array, axis: usize, largest: bool) {
    let (length, step) = (array.shape()[axis], array.strides()[axis]);
    let is_dense = step == size_of::<T>() as isize && !array.dtype().is_complex();
    Walk::new(target.shape(), [array.strides(), target.strides()]).run(
        [array.data(), target.data()],
        |at, steps, n| {
            if is_dense && array.dtype() == DType::Bool {
                for i in 0..n as isize {
                    // SAFETY: each line has `length` truths, which are bytes, one after the other, and the target has a place for it.
                    unsafe {
                        let line = std::slice::from_raw_parts(at[0].offset(i * steps[0]), length);
                        at[1].offset(i * steps[1]).cast::<i64>().write(place_of_truth(line, largest) as i64);
                    }
                }
                return;
            }
            if is_dense && at[0].cast::<T>().is_aligned() && steps[0] % align_of::<T>() as isize == 0 {
                let all = [steps[0], steps[1], length as isize, isize::from(largest)];
                // SAFETY: each line has `length` elements of this type, one after the other, and the target has a place for it.
                return unsafe { dense_lines::<T>(&at, &all, n) };
            }
            for i in 0..n as isize {
                let start = at[0].wrapping_offset(i * steps[0]);
                // SAFETY: a line has `length` elements of this type at that step.
                let item = |k: usize| unsafe { start.offset(k as isize * step).cast::<T>().read_unaligned() };
                let (mut best, mut place) = (item(0), 0);
                if T::DTYPE.is_complex() {
                    // Most comparisons are over with the first parts, and what they say can be foreseen: few elements are better than all before.
                    for k in 1..length {
                        let other = item(k);
                        let is_before = if largest { best.is_before(other) } else { other.is_before(best) };
                        if is_before || !other.is_number() {
                            (best, place) = (other, k);
                        }
                        if !best.is_number() {
                            break;
                        }
                    }
                    // SAFETY: the target has a place for each line.
                    unsafe { at[1].wrapping_offset(i * steps[1]).cast::<i64>().write(place as i64) };
                    continue;
                }
                // Without branches: which element is the best one, nobody can foresee.
                for k in 1..length {
                    let other = item(k);
                    let is_before = if largest { best.is_before(other) } else { other.is_before(best) };
                    let better = best.is_number() & (is_before | !other.is_number());
                    best = if better { other } else { best };
                    place = if better { k } else { place };
                }
                // SAFETY: the target has a place for each line.
                unsafe { at[1].wrapping_offset(i * steps[1]).cast::<i64>().write(place as i64) };
            }
        },
    );
}

versions! { dense_lines<T: Ordered> = places_in }

/// The places in dense lines.
///
/// # Safety
/// There are `n` lines and as many places, so far apart as the first two steps say; the third is the length of a line, the last which
/// extreme is wanted.
#[inline(always)]
unsafe fn places_in<T: Ordered>(at: &[*mut u8], steps: &[isize], n: usize) {
    for i in 0..n as isize {
        // SAFETY: the caller's promise.
        unsafe {
            let start = at[0].offset(i * steps[0]).cast::<T>();
            let line = std::slice::from_raw_parts(start, steps[2] as usize);
            let place = match steps[3] != 0 {
                true => place_in::<T, true>(line),
                false => place_in::<T, false>(line),
            };
            at[1].offset(i * steps[1]).cast::<i64>().write(place as i64);
        }
    }
}

/// The place in a line: of a long one the extreme is found first, in pieces that stay in the first cache, and then its place in the
/// piece that has it. Loops, not closures: those would be compiled for any processor.
#[inline(always)]
fn place_in<T: Ordered, const LARGEST: bool>(line: &[T]) -> usize {
    const SHORT: usize = 2048;
    const PIECE: usize = 2048;
    if line.len() < WIDTH {
        return place_in_few::<T, LARGEST>(line);
    }
    if line.len() <= SHORT {
        // As many as fill a vector, and the compiler makes none of 8 bytes.
        return match size_of::<T>() {
            1 => place_in_short::<T, 16, LARGEST>(line),
            _ => place_in_short::<T, 8, LARGEST>(line),
        };
    }
    let (mut best, mut found) = (line[0], 0);
    for (number, piece) in line.chunks(PIECE).enumerate() {
        let (extreme, numbers) = extreme::<T, LARGEST>(piece);
        if !numbers {
            return number * PIECE + first::<T, false>(piece, best);
        }
        if is_better::<T, LARGEST>(extreme, best) {
            (best, found) = (extreme, number);
        }
    }
    found * PIECE + first::<T, true>(&line[found * PIECE..line.len().min((found + 1) * PIECE)], best)
}

#[inline(always)]
fn place_in_few<T: Ordered, const LARGEST: bool>(line: &[T]) -> usize {
    let (mut best, mut place, mut numbers) = (line[0], 0, line[0].is_number());
    for (k, &item) in line.iter().enumerate().skip(1) {
        let better = is_better::<T, LARGEST>(item, best);
        best = if better { item } else { best };
        place = if better { k } else { place };
        numbers &= item.is_number();
    }
    if numbers { place } else { first::<T, false>(line, best) }
}

/// So many elements side by side become vectors.
const WIDTH: usize = 16;

/// The best elements so far, side by side, and the first place of each.
#[derive(Clone, Copy)]
struct Best<T, const WIDE: usize> {
    items: [T; WIDE],
    places: [u32; WIDE],
}

impl<T: Ordered, const WIDE: usize> Best<T, WIDE> {
    /// Takes elements in, which have these places. All is read before it is chosen: the compiler makes branches of a choice of what to read.
    #[inline(always)]
    fn take<const LARGEST: bool>(&mut self, chunk: &[T; WIDE], places: [u32; WIDE]) {
        for i in 0..WIDE {
            let (item, best) = (chunk[i], self.items[i]);
            let (place, earlier) = (places[i], self.places[i]);
            let better = is_better::<T, LARGEST>(item, best);
            self.items[i] = if better { item } else { best };
            self.places[i] = if better { place } else { earlier };
        }
    }
}

/// The places so much further.
#[inline(always)]
fn moved<const WIDE: usize>(mut places: [u32; WIDE], by: usize) -> [u32; WIDE] {
    for place in &mut places {
        *place += by as u32;
    }
    places
}

/// The elements from a place on.
#[inline(always)]
fn window<T, const WIDE: usize>(line: &[T], start: usize) -> &[T; WIDE] {
    line[start..].first_chunk().expect("a window ends in its line")
}

/// The place in a line of so many elements at least: places go along with the elements. No branch depends on how long it is but the
/// loop's: the compiler would leave the vectors.
#[allow(clippy::needless_range_loop)]
#[inline(always)]
fn place_in_short<T: Ordered, const WIDE: usize, const LARGEST: bool>(line: &[T]) -> usize {
    let places: [u32; WIDE] = std::array::from_fn(|i| i as u32);
    let [mut even, mut odd] = [Best { items: *window(line, 0), places }; 2];
    let (mut now, mut numbers) = (places, true);
    let (pairs, _) = line.as_chunks::<WIDE>().0.as_chunks::<2>();
    for [first, second] in pairs {
        even.take::<LARGEST>(first, now);
        odd.take::<LARGEST>(second, moved(now, WIDE));
        numbers &= are_numbers(first, second);
        now = moved(now, 2 * WIDE);
    }
    // The last elements, some of them once more: an element is not better than itself.
    let (last, before) = (line.len() - WIDE, line.len().saturating_sub(2 * WIDE));
    even.take::<LARGEST>(window(line, before), moved(places, before));
    odd.take::<LARGEST>(window(line, last), moved(places, last));
    if !(numbers & are_numbers::<T, WIDE>(window(line, before), window(line, last))) {
        return first::<T, false>(line, line[0]);
    }
    let (mut items, mut least) = (even.items, [u32::MAX; WIDE]);
    for i in 0..WIDE {
        items[i] = better::<T, LARGEST>(odd.items[i], items[i]);
    }
    let best = best_of::<T, WIDE, LARGEST>(items);
    for i in 0..WIDE {
        let even = if even.items[i] == best { even.places[i] } else { u32::MAX };
        let odd = if odd.items[i] == best { odd.places[i] } else { u32::MAX };
        least[i] = even.min(odd);
    }
    let mut width = WIDE / 2;
    while width > 0 {
        for i in 0..width {
            least[i] = least[i].min(least[i + width]);
        }
        width /= 2;
    }
    least[0] as usize
}

/// Whether all elements of two chunks are numbers. A processor looks at two at once.
#[inline(always)]
fn are_numbers<T: Ordered, const WIDE: usize>(first: &[T; WIDE], second: &[T; WIDE]) -> bool {
    let mut all = true;
    for i in 0..WIDE {
        all &= first[i].is_number() & second[i].is_number();
    }
    all
}

/// The extreme of elements that are numbers, in four rows side by side, and whether they are; there is at least one of them.
#[inline(always)]
fn extreme<T: Ordered, const LARGEST: bool>(items: &[T]) -> (T, bool) {
    if T::DTYPE.is_integer() || items.len() < WIDTH {
        // Of whole numbers the compiler finds the vectors by itself; others are few.
        let (mut best, mut numbers) = (items[0], true);
        for &item in items {
            best = better::<T, LARGEST>(item, best);
            numbers &= item.is_number();
        }
        return (best, numbers);
    }
    let (chunks, rest) = items.as_chunks::<WIDTH>();
    let [mut a, mut b, mut c, mut d] = [chunks[0]; 4];
    let mut numbers = true;
    let (fours, others) = chunks.as_chunks::<4>();
    for four in fours {
        a = better_ones::<T, LARGEST>(&four[0], a);
        b = better_ones::<T, LARGEST>(&four[1], b);
        c = better_ones::<T, LARGEST>(&four[2], c);
        d = better_ones::<T, LARGEST>(&four[3], d);
        numbers &= are_numbers(&four[0], &four[1]) & are_numbers(&four[2], &four[3]);
    }
    for chunk in others {
        a = better_ones::<T, LARGEST>(chunk, a);
        numbers &= are_numbers(chunk, chunk);
    }
    if !rest.is_empty()
        && let Some(last) = items.last_chunk::<WIDTH>()
    {
        // Some of them once more.
        b = better_ones::<T, LARGEST>(last, b);
        numbers &= are_numbers(last, last);
    }
    a = better_ones::<T, LARGEST>(&b, a);
    c = better_ones::<T, LARGEST>(&d, c);
    a = better_ones::<T, LARGEST>(&c, a);
    // The compiler would else take vectors apart, as they are needed here.
    (best_of::<T, WIDTH, LARGEST>(black_box(a)), numbers)
}

/// The better ones of those side by side. A copy changes: what is changed in place, the compiler leaves in memory.
#[inline(always)]
fn better_ones<T: Ordered, const LARGEST: bool>(items: &[T; WIDTH], best: [T; WIDTH]) -> [T; WIDTH] {
    let mut next = best;
    for i in 0..WIDTH {
        next[i] = better::<T, LARGEST>(items[i], best[i]);
    }
    next
}

/// The best one of a chunk.
#[inline(always)]
fn best_of<T: Ordered, const WIDE: usize, const LARGEST: bool>(mut items: [T; WIDE]) -> T {
    let mut width = WIDE / 2;
    while width > 0 {
        for i in 0..width {
            items[i] = better::<T, LARGEST>(items[i + width], items[i]);
        }
        width /= 2;
    }
    items[0]
}

#[inline(always)]
fn better<T: Ordered, const LARGEST: bool>(item: T, best: T) -> T {
    if is_better::<T, LARGEST>(item, best) { item } else { best }
}

/// The first place of an element, or of what is not a number, which is there.
#[inline(always)]
fn first<T: Ordered, const IS_NUMBER: bool>(items: &[T], best: T) -> usize {
    const CHUNK: usize = 16;
    let (chunks, rest) = items.as_chunks::<CHUNK>();
    for (number, chunk) in chunks.iter().enumerate() {
        let mut any = false;
        for &item in chunk {
            any |= is_it::<T, IS_NUMBER>(item, best);
        }
        if any {
            // Without branches: where it is, nobody can foresee.
            let mut least = CHUNK as u32;
            for (place, &item) in chunk.iter().enumerate() {
                least = least.min(if is_it::<T, IS_NUMBER>(item, best) { place as u32 } else { CHUNK as u32 });
            }
            return number * CHUNK + least as usize;
        }
    }
    let found = rest.iter().position(|&item| is_it::<T, IS_NUMBER>(item, best));
    CHUNK * chunks.len() + found.unwrap_or(0)
}

#[inline(always)]
fn is_it<T: Ordered, const IS_NUMBER: bool>(item: T, best: T) -> bool {
    if IS_NUMBER { item == best } else { !item.is_number() }
}

#[inline(always)]
fn is_better<T: Ordered, const LARGEST: bool>(item: T, best: T) -> bool {
    if LARGEST { best.is_before(item) } else { item.is_before(best) }
}

/// Lines that lie side by side, row after row of all of them.
fn of_rows<T: Ordered>(array: &Array, target: &Array, length: usize, inner: usize, largest: bool) {
    let mut best = vec![T::ZERO; inner];
    let size = size_of::<T>();
    for outer in 0..array.size() / (length * inner) {
        let from = array.data().wrapping_add(outer * length * inner * size);
        let to = target.data().wrapping_add(outer * inner * 8);
        let at = [from, best.as_mut_ptr().cast(), to];
        // SAFETY: there are so many rows of so many elements, and as many best ones and places.
        unsafe { take_rows::<T>(&at, &[isize::from(largest), length as isize], inner) };
    }
}

versions! { take_rows<T: Ordered> = take }

/// Finds the best elements of some rows and their places.
///
/// # Safety
/// There are rows of `n` elements at the first place, `n` elements at the second, and `n` numbers at the last one; the steps are which extreme is
/// wanted, and how many rows there are.
#[inline(always)]
unsafe fn take<T: Ordered>(at: &[*mut u8], steps: &[isize], n: usize) {
    // SAFETY: the caller's promise.
    let (rows, best, places) = unsafe {
        (
            std::slice::from_raw_parts(at[0].cast::<T>(), n * steps[1] as usize),
            std::slice::from_raw_parts_mut(at[1].cast::<T>(), n),
            std::slice::from_raw_parts_mut(at[2].cast::<i64>(), n),
        )
    };
    if (SIDE..=NARROW).contains(&n)
        && match steps[0] != 0 {
            true => taken_side_by_side::<T, true>(rows, n, places),
            false => taken_side_by_side::<T, false>(rows, n, places),
        }
    {
        return;
    }
    best.copy_from_slice(&rows[..n]);
    places.fill(0);
    for (row, number) in rows[n..].chunks_exact(n).zip(1..) {
        match steps[0] != 0 {
            true => taken_row::<T, true>(row, best, places, number),
            false => taken_row::<T, false>(row, best, places, number),
        }
    }
}

/// So many lines at once stay in registers; of rows that are so narrow, what is read of them in turn stays in the cache.
const SIDE: usize = 8;
const NARROW: usize = 64;

/// Some lines after the other, each from its first row to the last; false if anything is no number.
#[inline(always)]
fn taken_side_by_side<T: Ordered, const LARGEST: bool>(rows: &[T], n: usize, places: &mut [i64]) -> bool {
    for start in (0..n).step_by(SIDE) {
        // The last ones are some of them once more.
        let start = start.min(n - SIDE);
        let top = window::<T, SIDE>(rows, start);
        let [mut even, mut odd] = [Best { items: *top, places: [0; SIDE] }; 2];
        let (mut numbers, mut number) = (are_numbers(top, top), 0);
        let pairs = rows.chunks_exact(2 * n);
        let last = pairs.remainder();
        for pair in pairs {
            let (first, second) = (window::<T, SIDE>(pair, start), window::<T, SIDE>(pair, n + start));
            even.take::<LARGEST>(first, [number; SIDE]);
            odd.take::<LARGEST>(second, [number + 1; SIDE]);
            numbers &= are_numbers(first, second);
            number += 2;
        }
        if !last.is_empty() {
            let row = window::<T, SIDE>(last, start);
            even.take::<LARGEST>(row, [number; SIDE]);
            numbers &= are_numbers(row, row);
        }
        if !numbers {
            return false;
        }
        for i in 0..SIDE {
            let (item, other) = (even.items[i], odd.items[i]);
            let is_first = item == other && even.places[i] < odd.places[i] || is_better::<T, LARGEST>(item, other);
            places[start + i] = if is_first { even.places[i] } else { odd.places[i] }.into();
        }
    }
    true
}

#[inline(always)]
fn taken_row<T: Ordered, const LARGEST: bool>(row: &[T], best: &mut [T], places: &mut [i64], number: i64) {
    for (&item, (best, place)) in row.iter().zip(best.iter_mut().zip(places)) {
        let better = best.is_number() & (is_better::<T, LARGEST>(item, *best) | !item.is_number());
        *best = if better { item } else { *best };
        *place = if better { number } else { *place };
    }
}
