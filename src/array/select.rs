//! Choosing elements by truths or places: `nonzero`, `where`, `take`, `repeat`.
//!
//! In: arrays. Out: new arrays.
#![allow(unsafe_code)]

use super::cast;
use super::dtype::DType;
use super::element::{Bool, Element, copy_piece, with_dtype};
use super::error::{Error, Outcome};
use super::index::place_of;
use super::ndarray::{Array, Order, Shape, broadcast_shape, shown};
use super::reference;
use super::scalar::Scalar;
use super::ufunc::{choice, clipping, putting};
use super::walk::Walk;

/// Where no more than one of so many truths is true, it pays to look whether eight of them are not: more often, nobody can foresee that.
const SPARSE: usize = 16;

/// The places of all elements that are not zero, one array a dimension.
pub fn nonzero(array: &Array) -> Outcome<Vec<Array>> {
    let truths = cast::dense(array, DType::Bool)?;
    let count = count_nonzero(&truths);
    let truths = truths.as_slice::<Bool>().unwrap_or_default();
    let are_few = count * SPARSE <= truths.len();
    if array.rank() == 1 {
        let mut places = Array::empty(&[count], DType::I64, Order::C)?;
        if let Some(places) = places.as_mut_slice::<i64>() {
            places_in_row(truths, places, are_few);
        }
        return Ok(vec![places]);
    }
    let mut along: Vec<Vec<i64>> = vec![vec![0; count]; array.rank()];
    let Some((&length, outer)) = array.shape().split_last() else { return Ok(Vec::new()) };
    let mut index: Shape = smallvec::smallvec![0; outer.len()];
    let mut done = 0;
    for row in truths.chunks(length.max(1)) {
        let start = done;
        done += places_in_row(row, &mut along[outer.len()][start..], are_few);
        for (places, &place) in along.iter_mut().zip(&index) {
            places[start..done].fill(place as i64);
        }
        for axis in (0..outer.len()).rev() {
            index[axis] += 1;
            if index[axis] < outer[axis] {
                break;
            }
            index[axis] = 0;
        }
    }
    // The places of one element lie side by side, as numpy has them.
    let together = Array::empty(&[count, along.len()], DType::I64, Order::C)?;
    for (axis, places) in along.iter().enumerate() {
        let start = together.data().cast::<i64>().wrapping_add(axis);
        for (number, &place) in places.iter().enumerate() {
            // SAFETY: the new array has so many rows, each with a place for every axis.
            unsafe { start.add(number * along.len()).write(place) };
        }
    }
    Ok((0..along.len()).map(|axis| line(&together, 1, axis)).collect())
}

/// Writes the places of those that are true, and says how many they are.
fn places_in_row(row: &[Bool], places: &mut [i64], are_few: bool) -> usize {
    let mut done = 0;
    if are_few {
        let (words, rest) = row.as_chunks::<8>();
        let mut add = |place: usize| {
            if let Some(slot) = places.get_mut(done) {
                *slot = place as i64;
                done += 1;
            }
        };
        for (number, truths) in words.iter().enumerate() {
            let mut word = u64::from_le_bytes(truths.map(|truth| truth.0));
            while word != 0 {
                let byte = word.trailing_zeros() / 8;
                add(number * 8 + byte as usize);
                word &= !(0xff << (byte * 8));
            }
        }
        let true_ones = rest.iter().enumerate().filter(|(_, truth)| truth.get());
        true_ones.for_each(|(place, _)| add(words.len() * 8 + place));
        return done;
    }
    for (place, truth) in row.iter().enumerate() {
        // What is not chosen is written, and written over.
        if let Some(slot) = places.get_mut(done) {
            *slot = place as i64;
        }
        done += usize::from(truth.get());
    }
    done
}

/// How many elements are not zero.
pub fn count_nonzero(array: &Array) -> usize {
    const BLOCK: usize = 1024;
    if let Some(truths) = array.as_slice::<Bool>() {
        return count_true(truths);
    }
    let (run, mut block, mut count) = (cast::loop_for(array.dtype(), DType::Bool), [Bool(0); BLOCK], 0);
    Walk::new(array.shape(), [array.strides()]).run([array.data()], |[from], [step], n| {
        for start in (0..n).step_by(BLOCK) {
            let (from, many) = (from.wrapping_offset(start as isize * step), BLOCK.min(n - start));
            // SAFETY: so many elements lie there, and the block has room for as many truths.
            unsafe { run([block.as_mut_ptr().cast(), from], [1, step], many) };
            count += count_true(&block[..many]);
        }
    });
    count
}

/// A chunk's count fits the type of its elements, so that vectors hold many of them.
fn count_true(truths: &[Bool]) -> usize {
    let count_of =
        |chunk: &[Bool]| usize::from(chunk.iter().fold(0u8, |count, truth| count.wrapping_add(u8::from(truth.get()))));
    truths.chunks(192).map(count_of).sum()
}

/// Elements of one array where a condition is true, and of another elsewhere.
pub fn choose(condition: &Array, yes: &Array, no: &Array, dtype: DType) -> Outcome<Array> {
    let shapes = [condition.shape(), yes.shape(), no.shape()];
    let Some(shape) = broadcast_shape(shapes.into_iter()) else {
        let all: String = shapes.iter().map(|shape| shown(shape) + " ").collect();
        return Err(Error::value(format!("operands could not be broadcast together with shapes {all}")));
    };
    let fill = |array: &Array, dtype: DType| -> Outcome<Array> {
        let array = cast::with_type(array, dtype)?;
        array.broadcast_view(&shape).ok_or_else(|| Error::value("operands could not be broadcast together"))
    };
    let (condition, yes, no) = (fill(condition, DType::Bool)?, fill(yes, dtype)?, fill(no, dtype)?);
    let axes = super::walk::order_axes(shape.len(), &[condition.strides(), yes.strides(), no.strides()]);
    let target = Array::empty_ordered(&shape, dtype, &axes)?;
    let walk = Walk::new(&shape, [condition.strides(), yes.strides(), no.strides(), target.strides()]);
    let run = choice(dtype.size());
    walk.run([condition.data(), yes.data(), no.data(), target.data()], |at, steps, n| {
        // SAFETY: all have elements of their types at these steps; the target is new.
        unsafe { run(&at, &steps, n) };
    });
    reference::keep_all(&target);
    Ok(target)
}

/// The elements where a condition of the array's shape is true, in the order of C.
pub fn compress(array: &Array, truths: &Array) -> Outcome<Option<Array>> {
    if array.rank() == 0 || array.shape() != truths.shape() {
        return Ok(None);
    }
    // One more than there are: what is not chosen is written, and written over.
    let (count, size) = (count_nonzero(truths), array.dtype().size());
    let target = Array::empty(&[count + 1], array.dtype(), Order::C)?;
    // SAFETY: there is room for the elements, and for one more.
    unsafe {
        move_chosen(array, truths, target.data(), true);
        target.data().add(count * size).write_bytes(0, size);
    }
    reference::keep_all(&target);
    Ok(Some(part(&target, 0, 0, count)))
}

/// Stores the elements of a dense row where a condition of the array's shape is true, if it has as many and of its type.
pub fn put_each(array: &Array, truths: &Array, items: &Array) -> bool {
    let is_row = items.rank() == 1 && items.is_c_contiguous() && items.dtype() == array.dtype();
    if !is_row || items.dtype().is_reference() || items.size() != count_nonzero(truths) {
        return false;
    }
    // SAFETY: there are as many elements.
    unsafe { move_chosen(array, truths, items.data(), false) };
    true
}

/// Copies the elements where a condition is true to a dense row, or from there.
///
/// # Safety
/// The row has as many elements as are chosen. One that is written has room for one more.
unsafe fn move_chosen(array: &Array, truths: &Array, dense: *mut u8, out: bool) {
    let mut at = dense;
    Walk::in_order(array.shape(), [array.strides(), truths.strides()]).run(
        [array.data(), truths.data()],
        // SAFETY: the caller's promise; the arrays have these elements.
        |from, steps, n| unsafe {
            at = match array.dtype().size() {
                1 => row_of_chosen::<u8>(from, steps, n, at, out),
                2 => row_of_chosen::<u16>(from, steps, n, at, out),
                4 => row_of_chosen::<u32>(from, steps, n, at, out),
                8 => row_of_chosen::<u64>(from, steps, n, at, out),
                _ => row_of_chosen::<[u64; 2]>(from, steps, n, at, out),
            }
        },
    );
}

/// The same of one row, whose truths are looked at eight at a time: often all of them are alike. Where the dense row goes on.
unsafe fn row_of_chosen<T: Copy>(
    [row, truths]: [*mut u8; 2],
    [step, apart]: [isize; 2],
    n: usize,
    dense: *mut u8,
    out: bool,
) -> *mut u8 {
    const EIGHT: usize = 8;
    let mut dense = dense.cast::<T>();
    let whole = if apart == 1 { n / EIGHT * EIGHT } else { 0 };
    let item = |place: usize| row.wrapping_offset(place as isize * step).cast::<T>();
    // SAFETY: the caller's promise.
    unsafe {
        for start in (0..whole).step_by(EIGHT) {
            let word = truths.add(start).cast::<u64>().read_unaligned();
            if word == 0 {
                continue;
            }
            if word == u64::from_ne_bytes([1; EIGHT]) {
                for place in 0..EIGHT {
                    let (from, to) = if out { (item(start + place), dense) } else { (dense, item(start + place)) };
                    to.write_unaligned(from.read_unaligned());
                    dense = dense.add(1);
                }
            } else if out {
                for place in start..start + EIGHT {
                    dense.write_unaligned(item(place).read_unaligned());
                    dense = dense.add(usize::from(truths.add(place).read() != 0));
                }
            } else {
                for place in (start..start + EIGHT).filter(|&place| truths.add(place).read() != 0) {
                    item(place).write_unaligned(dense.read_unaligned());
                    dense = dense.add(1);
                }
            }
        }
        for place in whole..n {
            if truths.wrapping_offset(place as isize * apart).read() != 0 {
                let (from, to) = if out { (item(place), dense) } else { (dense, item(place)) };
                to.write_unaligned(from.read_unaligned());
                dense = dense.add(1);
            }
        }
    }
    dense.cast()
}

/// Stores an element of the array's type where a condition of its shape is true.
pub fn put_where(array: &Array, truths: &Array, item: super::scalar::Scalar) {
    let mut room = [0u64; 2];
    let item_at: *mut u8 = room.as_mut_ptr().cast();
    let size = array.dtype().size();
    let (choose, put) = (choice(size), putting(size));
    let walk = Walk::new(array.shape(), [array.strides(), truths.strides()]);
    // SAFETY: there is room for any element, and those of the array are of its type. Each is read where it is written.
    unsafe {
        item.write(item_at);
        walk.run([array.data(), truths.data()], |[to, truths], [step, apart], n| match put {
            Some(put) if (step, apart) == (size as isize, 1) && to.addr().is_multiple_of(size) => {
                put(&[to, truths, item_at], &[], n)
            }
            _ => choose(&[truths, item_at, to, to], &[apart, 0, step, step], n),
        });
    }
}

/// The elements of a dense row at some places.
fn gather(array: &Array, places: &Array) -> Outcome<Option<Array>> {
    let Some(chosen) = places.as_slice::<i64>() else { return Ok(None) };
    if array.rank() != 1 || !array.is_c_contiguous() {
        return Ok(None);
    }
    let length = array.size();
    let target = Array::empty(places.shape(), array.dtype(), Order::C)?;
    with_dtype!(array.dtype(), T => {
        let Some(source) = array.as_slice::<T>() else { return Ok(None) };
        let to = target.data().cast::<T>();
        for (number, &place) in chosen.iter().enumerate() {
            let from_start = if place < 0 { place + length as i64 } else { place };
            let Some(&item) = usize::try_from(from_start).ok().and_then(|place| source.get(place)) else {
                reference::forget_all(&target);
                return Err(super::index::out_of_bounds(place, 0, length));
            };
            // SAFETY: the target has as many elements as there are places.
            unsafe { to.add(number).write(item) };
        }
    });
    reference::keep_all(&target);
    Ok(Some(target))
}

/// What places do that are not there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beyond {
    /// They are errors.
    Raise,
    /// They begin anew.
    Wrap,
    /// They are the last place.
    Clip,
}

/// The parts of an array at some places along an axis.
pub fn take(array: &Array, places: &Array, axis: usize, beyond: Beyond) -> Outcome<Array> {
    let length = array.shape()[axis];
    if length == 0 && places.size() > 0 {
        return Err(Error::index("cannot do a non-empty take from an empty axes."));
    }
    if beyond == Beyond::Raise
        && let Some(found) = gather(array, places)?
    {
        return Ok(found);
    }
    let mut shape: Shape = array.shape()[..axis].into();
    shape.extend_from_slice(places.shape());
    shape.extend_from_slice(&array.shape()[axis + 1..]);
    let target = Array::empty(&shape, array.dtype(), Order::C)?;
    let flat: Shape = array.shape()[..axis]
        .iter()
        .copied()
        .chain([places.size()])
        .chain(array.shape()[axis + 1..].iter().copied())
        .collect();
    let lines = target.reshaped_view(&flat, Order::C).ok_or_else(|| Error::value("cannot reshape"))?;
    let place_of_item = |place: i64| match beyond {
        Beyond::Raise => {
            let wrong = |_| Error::index(format!("index {place} is out of bounds for axis {axis} with size {length}"));
            place_of(place, axis, length).map_err(wrong)
        }
        Beyond::Wrap => Ok(place.rem_euclid(length as i64) as usize),
        Beyond::Clip => Ok(place.clamp(0, length as i64 - 1) as usize),
    };
    let places: Vec<usize> = cast::to_vec::<i64>(places)?.into_iter().map(place_of_item).collect::<Outcome<_>>()?;
    if array.dtype().is_reference() || !array.is_c_contiguous() {
        for (number, &place) in places.iter().enumerate() {
            cast::assign(&line(&lines, axis, number), &line(array, axis, place))?;
        }
        return Ok(target);
    }
    // What lies at one place of the axis lies in one piece, and pieces at places that follow one another do.
    let piece = flat[axis + 1..].iter().product::<usize>() * array.dtype().size();
    let runs: Vec<&[usize]> = places.chunk_by(|&place, &next| next == place + 1).collect();
    let mut to = target.data();
    for outer in 0..flat[..axis].iter().product() {
        for run in &runs {
            let from = array.data().wrapping_add((outer * length + run[0]) * piece);
            // SAFETY: both have such pieces there, and the target is new.
            unsafe { copy_piece(from, to, run.len() * piece) };
            to = to.wrapping_add(run.len() * piece);
        }
    }
    Ok(target)
}

/// The part of an array at one place of an axis, with that axis left out.
pub fn line(array: &Array, axis: usize, place: usize) -> Array {
    let without = |_: ()| (0..array.rank()).filter(|&other| other != axis);
    let shape: Shape = without(()).map(|axis| array.shape()[axis]).collect();
    let strides: super::ndarray::Strides = without(()).map(|axis| array.strides()[axis]).collect();
    let data = array.data().wrapping_offset(place as isize * array.strides()[axis]);
    // SAFETY: the place is one of the axis.
    unsafe { array.view(data, array.dtype(), &shape, &strides) }
}

/// The part of an array from one place of an axis up to another.
pub fn part(array: &Array, axis: usize, start: usize, count: usize) -> Array {
    let mut shape: Shape = array.shape().into();
    shape[axis] = count;
    let data = array.data().wrapping_offset(if count == 0 { 0 } else { start as isize * array.strides()[axis] });
    // SAFETY: the places are of the axis.
    unsafe { array.view(data, array.dtype(), &shape, array.strides()) }
}

/// A copy whose elements are neither less than one number of their type nor more than another.
pub fn between(source: &Array, low: Scalar, high: Scalar) -> Outcome<Array> {
    let target = cast::result_like(source, source.dtype())?;
    let limits = [Array::from_scalar(low)?, Array::from_scalar(high)?];
    let run = clipping(source.dtype());
    let walk = Walk::new(source.shape(), [source.strides(), target.strides()]);
    walk.run([source.data(), target.data()], |at, steps, n| {
        // SAFETY: both arrays have these elements, and the limits one each.
        unsafe { run(&[at[0], at[1], limits[0].data(), limits[1].data()], &steps, n) };
    });
    Ok(target)
}

/// How often each place comes in a dense row of them, of so many.
pub fn counts(places: &Array, count: usize) -> Outcome<Array> {
    collected::<i64>(places, count, |to, _| *to += 1)
}

/// The sums of the floats that come with each place, of so many.
pub fn sums(places: &Array, weights: &Array, count: usize) -> Outcome<Array> {
    let weights = weights.as_slice::<f64>().unwrap_or_default();
    collected::<f64>(places, count, |to, number| *to += weights[number])
}

fn collected<T: Element>(places: &Array, count: usize, mut add: impl FnMut(&mut T, usize)) -> Outcome<Array> {
    let target = Array::zeros(&[count], T::DTYPE, Order::C)?;
    // SAFETY: the new array is nobody else's, and has so many elements.
    let all = unsafe { std::slice::from_raw_parts_mut(target.data().cast::<T>(), count) };
    for (number, &place) in places.as_slice::<i64>().unwrap_or_default().iter().enumerate() {
        if let Some(to) = usize::try_from(place).ok().and_then(|place| all.get_mut(place)) {
            add(to, number);
        }
    }
    Ok(target)
}
