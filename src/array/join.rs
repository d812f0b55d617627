//! Putting arrays together, and moving their parts: `concatenate`, `roll`, `repeat`.
//!
//! In: arrays. Out: new arrays.
#![allow(unsafe_code)]

use super::cast;
use super::dtype::DType;
use super::element::copy_piece;
use super::error::{Error, Outcome};
use super::ndarray::{Array, Order, Shape};
use super::reference;
use super::select::part;
use super::walk;
use smallvec::SmallVec;

/// Arrays one after the other along an axis.
pub fn concatenate(arrays: &[Array], axis: usize, dtype: DType, out: Option<&Array>) -> Outcome<Array> {
    let Some(first) = arrays.first() else {
        return Err(Error::value("need at least one array to concatenate"));
    };
    let mut shape: Shape = first.shape().into();
    shape[axis] = 0;
    for (number, array) in arrays.iter().enumerate() {
        if array.rank() != first.rank() {
            let (a, b) = (first.rank(), array.rank());
            return Err(Error::value(format!(
                "all the input arrays must have same number of dimensions, but the array at index 0 has {a} dimension(s) \
                 and the array at index {number} has {b} dimension(s)"
            )));
        }
        for other in (0..array.rank()).filter(|&other| other != axis) {
            let (a, b) = (first.shape()[other], array.shape()[other]);
            if a != b {
                return Err(Error::value(format!(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along \
                     dimension {other}, the array at index 0 has size {a} and the array at index {number} has size {b}"
                )));
            }
        }
        shape[axis] += array.shape()[axis];
    }
    let target = match out {
        Some(out) if out.shape() != &shape[..] => return Err(Error::value("Output array is the wrong shape")),
        Some(out) => out.alias(),
        None if arrays.iter().all(Array::is_c_contiguous) => Array::empty(&shape, dtype, Order::C)?,
        None => Array::empty_ordered(&shape, dtype, &common_order(arrays))?,
    };
    let mut start = 0;
    for array in arrays {
        let count = array.shape()[axis];
        cast::assign(&part(&target, axis, start, count), array)?;
        start += count;
    }
    Ok(target)
}

/// The order of axes that the memory of some arrays of one rank has, outermost first, as numpy finds it.
#[cold]
fn common_order(arrays: &[Array]) -> SmallVec<[usize; 8]> {
    walk::sorted((0..arrays[0].rank()).collect(), |axis, outer| {
        let tell = arrays.iter().filter(move |array| array.shape()[axis] != 1 && array.shape()[outer] != 1);
        tell.map(move |array| array.strides()[axis].unsigned_abs() > array.strides()[outer].unsigned_abs())
    })
}

/// An array whose elements have moved along some axes, each of them given once, those at the end to the start.
pub fn roll(array: &Array, moves: &[(usize, i64)]) -> Outcome<Array> {
    let target = cast::like(array, array.dtype(), Order::Keep)?;
    move_parts(&target, array, moves)?;
    Ok(target)
}

/// Copies what moves on along an axis, and what goes round.
fn move_parts(target: &Array, source: &Array, moves: &[(usize, i64)]) -> Outcome<()> {
    let Some((&(axis, shift), others)) = moves.split_first() else { return cast::assign(target, source) };
    let length = source.shape()[axis];
    let shift = shift.rem_euclid(length.max(1) as i64) as usize;
    for (from, to, count) in [(0, shift, length - shift), (length - shift, 0, shift)] {
        if count > 0 {
            move_parts(&part(target, axis, to, count), &part(source, axis, from, count), others)?;
        }
    }
    Ok(())
}

/// An array in which each part along an axis comes so many times.
pub fn repeat(array: &Array, counts: &[i64], axis: usize) -> Outcome<Array> {
    let length = array.shape()[axis];
    if counts.len() != 1 && counts.len() != length {
        let given = counts.len();
        return Err(Error::value(format!(
            "operands could not be broadcast together with shape ({length},) ({given},)"
        )));
    }
    if counts.iter().any(|&count| count < 0) {
        return Err(Error::value(match counts.len() {
            1 => "negative dimensions are not allowed",
            _ => "repeats may not contain negative values.",
        }));
    }
    let count = |place: usize| counts[if counts.len() == 1 { 0 } else { place }] as usize;
    let mut shape: Shape = array.shape().into();
    shape[axis] = (0..length).try_fold(0usize, |all, place| all.checked_add(count(place))).unwrap_or(usize::MAX >> 1);
    let target = Array::empty(&shape, array.dtype(), Order::C)?;
    let source = cast::dense(array, array.dtype())?;
    // What lies at one place of the axis lies in one piece.
    let piece = source.shape()[axis + 1..].iter().product::<usize>() * source.dtype().size();
    if let (&[count], 1 | 2 | 4 | 8, true) = (counts, piece, source.data().addr().is_multiple_of(piece)) {
        // SAFETY: all pieces are such words, and the target has room for each as often as it comes.
        unsafe {
            let (from, to, pieces) = (source.data(), target.data(), source.size() * source.dtype().size() / piece);
            match piece {
                1 => repeat_words::<u8>(from, to, pieces, count as usize),
                2 => repeat_words::<u16>(from, to, pieces, count as usize),
                4 => repeat_words::<u32>(from, to, pieces, count as usize),
                _ => repeat_words::<u64>(from, to, pieces, count as usize),
            }
        }
        reference::keep_all(&target);
        return Ok(target);
    }
    let mut to = target.data();
    for outer in 0..source.shape()[..axis].iter().product() {
        for place in 0..length {
            let from = source.data().wrapping_add((outer * length + place) * piece);
            for _ in 0..count(place) {
                // SAFETY: the target has room for each piece as often as it comes.
                unsafe { copy_piece(from, to, piece) };
                to = to.wrapping_add(piece);
            }
        }
    }
    reference::keep_all(&target);
    Ok(target)
}

/// Writes each word so many times.
///
/// # Safety
/// There are so many words, and there is room for as many times more.
unsafe fn repeat_words<T: Copy>(from: *const u8, to: *mut u8, words: usize, count: usize) {
    // SAFETY: the caller's promise.
    let (from, to) = unsafe {
        (
            std::slice::from_raw_parts(from.cast::<T>(), words),
            std::slice::from_raw_parts_mut(to.cast::<T>(), words * count),
        )
    };
    match count {
        2 => to.chunks_exact_mut(2).zip(from).for_each(|(to, &word)| to.fill(word)),
        3 => to.chunks_exact_mut(3).zip(from).for_each(|(to, &word)| to.fill(word)),
        _ => to.chunks_exact_mut(count.max(1)).zip(from).for_each(|(to, &word)| to.fill(word)),
    }
}
