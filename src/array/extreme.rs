//! Where the largest or smallest elements are.
//!
//! In: an array and an axis. Out: for each line along it, the first place of the extreme. What is not a number counts as both.
#![allow(unsafe_code)]

use super::dtype::DType;
use super::element::{Bool, with_number};
use super::error::{Error, Outcome};
use super::ndarray::{Array, Order, Shape};
use super::reduce::Ordered;
use super::ufunc;
use super::ufunc::loops::{Loop, versions};
use super::walk::Walk;

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

/// Lines up to this length are gone through element by element.
const SHORT: usize = 32;

fn loop_of(dtype: DType, largest: bool) -> Option<Loop> {
    let function = ufunc::find(if largest { "maximum" } else { "minimum" });
    function.filter(|_| !dtype.is_complex() && !dtype.is_reference()).and_then(|ufunc| (ufunc.find)(dtype))
}

/// The place of the extreme of all elements, where they are many and lie one after the other.
pub fn place_of_all(array: &Array, largest: bool) -> Option<usize> {
    let extreme = loop_of(array.dtype(), largest)?;
    if array.size() <= SHORT || !array.is_c_contiguous() {
        return None;
    }
    if let Some(line) = array.as_slice::<Bool>() {
        // SAFETY: truth values are bytes.
        let bytes = unsafe { std::slice::from_raw_parts(line.as_ptr().cast::<u8>(), line.len()) };
        let found = if largest { first_true(bytes) } else { memchr::memchr(0, bytes) };
        return Some(found.unwrap_or(0));
    }
    with_number!(array.dtype(), T => {
        let line = array.as_slice::<T>()?;
        // SAFETY: the loop is the one for this type.
        Some(unsafe { in_line(line, extreme) })
    })
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
    let extreme = loop_of(array.dtype(), largest);
    Walk::new(target.shape(), [array.strides(), target.strides()]).run(
        [array.data(), target.data()],
        |at, steps, n| {
            for i in 0..n as isize {
                let start = at[0].wrapping_offset(i * steps[0]);
                let place = match extreme {
                    // SAFETY: a line has `length` elements of this type, one after the other.
                    Some(extreme)
                        if step == size_of::<T>() as isize && length > SHORT && start.cast::<T>().is_aligned() =>
                    unsafe { in_line(std::slice::from_raw_parts(start.cast::<T>(), length), extreme) },
                    _ => {
                        // SAFETY: a line has `length` elements of this type at that step.
                        let item = |k: usize| unsafe { start.offset(k as isize * step).cast::<T>().read_unaligned() };
                        let (mut best, mut place) = (item(0), 0);
                        // Without branches: which element is the best one, nobody can foresee.
                        for k in 1..length {
                            let other = item(k);
                            let better = best.is_number() & (is_better(largest, other, best) | !other.is_number());
                            best = if better { other } else { best };
                            place = if better { k } else { place };
                        }
                        place
                    }
                };
                // SAFETY: the target has a place for each line.
                unsafe { at[1].wrapping_offset(i * steps[1]).cast::<i64>().write(place as i64) };
            }
        },
    );
}

/// The place in a dense line: the extreme is found first, by the loop of a reduction, in pieces that stay in the first cache, and then
/// its place in the piece that has it.
///
/// # Safety
/// The loop is one of operators on two elements of this type.
unsafe fn in_line<T: Ordered>(line: &[T], extreme: Loop) -> usize {
    const PIECE: usize = 2048;
    let (mut best, mut found) = (line[0], 0);
    for (number, piece) in line.chunks(PIECE).enumerate() {
        let before = best;
        let at = [(&raw mut best).cast::<u8>(), piece.as_ptr().cast_mut().cast(), (&raw mut best).cast()];
        // SAFETY: one element is reduced with those of the piece.
        unsafe { extreme(&at, &[0, size_of::<T>() as isize, 0], piece.len()) };
        if before != best {
            found = number;
            if !best.is_number() {
                break;
            }
        }
    }
    let piece = line.chunks(PIECE).nth(found).unwrap_or(line);
    let mut place = 0usize;
    let at = [piece.as_ptr().cast_mut().cast(), (&raw mut best).cast(), (&raw mut place).cast()];
    // SAFETY: the piece has so many elements, and the other two places are one element and a number.
    unsafe { find_place::<T>(&at, &[], piece.len()) };
    found * PIECE + place
}

versions! { find_place<T: Ordered> = place_of }

/// The first place of an element in a line, into the last place given.
#[inline(always)]
unsafe fn place_of<T: Ordered>(at: &[*mut u8], _: &[isize], n: usize) {
    // SAFETY: the caller gives a line of so many elements, an element, and room for a number.
    unsafe {
        let (line, best) = (std::slice::from_raw_parts(at[0].cast::<T>(), n), at[1].cast::<T>().read());
        let place = if best.is_number() { first::<T, true>(line, best) } else { first::<T, false>(line, best) };
        at[2].cast::<usize>().write(place);
    }
}

/// The first place of an element, or of what is not a number. Loops, not closures: those would be compiled for any processor.
#[inline(always)]
fn first<T: Ordered, const IS_NUMBER: bool>(line: &[T], best: T) -> usize {
    const CHUNK: usize = 64;
    let mut start = 0;
    for chunk in line.chunks_exact(CHUNK) {
        let mut any = false;
        for &item in chunk {
            any |= if IS_NUMBER { item == best } else { !item.is_number() };
        }
        if any {
            break;
        }
        start += CHUNK;
    }
    for (place, &item) in line[start..].iter().enumerate() {
        let is_it = if IS_NUMBER { item == best } else { !item.is_number() };
        if is_it {
            return start + place;
        }
    }
    0
}

#[inline(always)]
fn is_better<T: Ordered>(largest: bool, item: T, best: T) -> bool {
    if largest { best.is_before(item) } else { item.is_before(best) }
}

/// Lines that lie side by side, row after row of all of them.
fn of_rows<T: Ordered>(array: &Array, target: &Array, length: usize, inner: usize, largest: bool) {
    let mut best = vec![T::ZERO; inner];
    let size = size_of::<T>();
    for outer in 0..array.size() / (length * inner) {
        for row in 0..length {
            let from = array.data().wrapping_add((outer * length + row) * inner * size);
            let to = target.data().wrapping_add(outer * inner * 8);
            let at = [from, best.as_mut_ptr().cast(), to];
            // SAFETY: a row has so many elements, and so have the best ones and the places.
            unsafe { take_row::<T>(&at, &[isize::from(largest), row as isize], inner) };
        }
    }
}

versions! { take_row<T: Ordered> = take }

/// Takes one row into the best elements so far and their places.
///
/// # Safety
/// There are `n` elements at the first two places, and `n` numbers at the last one; the steps are which extreme is wanted, and the
/// number of the row.
#[inline(always)]
unsafe fn take<T: Ordered>(at: &[*mut u8], steps: &[isize], n: usize) {
    // SAFETY: the caller's promise.
    let (row, best, places) = unsafe {
        (
            std::slice::from_raw_parts(at[0].cast::<T>(), n),
            std::slice::from_raw_parts_mut(at[1].cast::<T>(), n),
            std::slice::from_raw_parts_mut(at[2].cast::<i64>(), n),
        )
    };
    let number = steps[1] as i64;
    if number == 0 {
        best.copy_from_slice(row);
        return places.fill(0);
    }
    match steps[0] != 0 {
        true => taken::<T, true>(row, best, places, number),
        false => taken::<T, false>(row, best, places, number),
    }
}

#[inline(always)]
fn taken<T: Ordered, const LARGEST: bool>(row: &[T], best: &mut [T], places: &mut [i64], number: i64) {
    for (&item, (best, place)) in row.iter().zip(best.iter_mut().zip(places)) {
        let better = best.is_number() & (is_better(LARGEST, item, *best) | !item.is_number());
        *best = if better { item } else { *best };
        *place = if better { number } else { *place };
    }
}
