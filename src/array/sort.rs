//! Sorting, and searching in what is sorted.
//!
//! In: arrays. Out: the elements in order, or the places that put them in order. What is not a number comes last. All
//! sorts keep the order of equal elements.
#![allow(unsafe_code)]

use super::cast;
use super::dtype::DType;
use super::element::{Bool, with_number};
use super::error::Outcome;
use super::keys::{self, Keyed, Placed, with_keys};
use super::ndarray::{Array, Order, Shape};
use super::reduce::Ordered;
use super::walk::Walk;

/// Calls `each` with the start of each line along an axis in two arrays of one shape.
fn lines(a: &Array, b: &Array, axis: usize, mut each: impl FnMut(*mut u8, *mut u8)) {
    let mut shape: Shape = a.shape().into();
    if a.size() == 0 {
        return;
    }
    shape[axis] = 1;
    Walk::new(&shape, [a.strides(), b.strides()]).run([a.data(), b.data()], |at, steps, n| {
        for i in 0..n as isize {
            each(at[0].wrapping_offset(i * steps[0]), at[1].wrapping_offset(i * steps[1]));
        }
    });
}

/// Sorts the lines along an axis where they lie.
pub fn sort(array: &Array, axis: usize) {
    with_keys!(array.dtype(), T => sort_by_keys::<T>(array, axis), sort_by_order(array, axis));
}

fn sort_by_keys<T: Keyed + Ordered>(array: &Array, axis: usize) {
    let (length, step) = (array.shape()[axis], array.strides()[axis]);
    let (mut keys, mut spare) = (Vec::with_capacity(length), Vec::new());
    lines(array, array, axis, |start, _| {
        let at = |k: usize| start.wrapping_offset(k as isize * step).cast::<T>();
        // SAFETY: the line has `length` elements of this type at that step.
        unsafe {
            if (0..length).fold(false, |any, k| any | at(k).read_unaligned().has_twin()) {
                let mut row: Vec<T> = (0..length).map(|k| at(k).read_unaligned()).collect();
                row.sort_by(|a, b| a.order(*b));
                return row.iter().enumerate().for_each(|(k, &value)| at(k).write_unaligned(value));
            }
            keys.clear();
            keys.extend((0..length).map(|k| at(k).read_unaligned().key()));
            keys::sort(&mut keys, &mut spare);
            keys.iter().enumerate().for_each(|(k, &key)| at(k).write_unaligned(T::of_key(key)));
        }
    });
}

fn sort_by_order(array: &Array, axis: usize) {
    let (length, step) = (array.shape()[axis], array.strides()[axis]);
    with_number!(array.dtype(), T => {
        let mut row: Vec<T> = Vec::with_capacity(length);
        lines(array, array, axis, |start, _| {
            let at = |k: usize| start.wrapping_offset(k as isize * step).cast::<T>();
            // SAFETY: the line has `length` elements of this type at that step.
            unsafe {
                row.clear();
                row.extend((0..length).map(|k| at(k).read_unaligned()));
                row.sort_by(|a, b| a.order(*b));
                row.iter().enumerate().for_each(|(k, &value)| at(k).write_unaligned(value));
            }
        });
    });
}

/// Of each line along the last axis: the element in the middle, or the two there, and the last one in order.
pub fn middle(array: &Array) -> Outcome<Array> {
    let source = cast::dense(array, array.dtype())?;
    let length = source.shape().last().copied().unwrap_or(0);
    let mut shape: Shape = source.shape().into();
    if let Some(last) = shape.last_mut() {
        *last = 3;
    }
    let target = Array::empty(&shape, source.dtype(), Order::C)?;
    let (low, high) = (length.saturating_sub(1) / 2, length / 2);
    with_keys!(source.dtype(), T => {
        for (number, row) in source.as_slice::<T>().unwrap_or_default().chunks(length.max(1)).enumerate() {
            let mut keys: Vec<_> = row.iter().map(|item| item.key()).collect();
            let (before, &mut upper, after) = keys.select_nth_unstable(high);
            let lower = before.iter().max().filter(|_| low < high).copied().unwrap_or(upper);
            let last = after.iter().max().copied().unwrap_or(upper);
            for (place, key) in [lower, upper, last].into_iter().enumerate() {
                // SAFETY: the new array has three places for each line.
                unsafe { target.data().cast::<T>().add(number * 3 + place).write(T::of_key(key)) };
            }
        }
    }, with_number!(source.dtype(), T => {
        for (number, row) in source.as_slice::<T>().unwrap_or_default().chunks(length.max(1)).enumerate() {
            let mut row = row.to_vec();
            row.sort_by(|a, b| a.order(*b));
            for (place, at) in [low, high, length - 1].into_iter().enumerate() {
                // SAFETY: as above.
                unsafe { target.data().cast::<T>().add(number * 3 + place).write(row[at]) };
            }
        }
    }));
    Ok(target)
}

/// For each line along an axis, the places that put it in order.
pub fn order_of(array: &Array, axis: usize) -> Outcome<Array> {
    let target = Array::empty(array.shape(), DType::I64, Order::C)?;
    let length = array.shape()[axis];
    let (from, to) = (array.strides()[axis], target.strides()[axis]);
    let fits = u32::try_from(length).is_ok();
    with_keys!(if fits { array.dtype() } else { DType::C128 }, T => {
        let (mut keys, mut spare) = (Vec::with_capacity(length), Vec::new());
        lines(array, &target, axis, |start, places| {
            keys.clear();
            keys.extend((0..length).map(|k| {
                // SAFETY: the line has `length` elements of this type at that step.
                let item = unsafe { start.offset(k as isize * from).cast::<T>().read_unaligned() };
                Placed::new(item.first_twin().key(), k)
            }));
            keys::sort(&mut keys, &mut spare);
            for (k, key) in keys.iter().enumerate() {
                // SAFETY: the new array has a place for each element.
                unsafe { places.offset(k as isize * to).cast::<i64>().write(i64::from(key.place)) };
            }
        });
    }, with_number!(array.dtype(), T => {
        lines(array, &target, axis, |start, places| {
            // SAFETY: the line has `length` elements of this type at that step.
            let row: Vec<T> = (0..length).map(|k| unsafe { start.offset(k as isize * from).cast::<T>().read_unaligned() }).collect();
            let mut order: Vec<usize> = (0..length).collect();
            order.sort_by(|&a, &b| row[a].order(row[b]));
            for (k, place) in order.into_iter().enumerate() {
                // SAFETY: the new array has a place for each element.
                unsafe { places.offset(k as isize * to).cast::<i64>().write(place as i64) };
            }
        });
    }));
    Ok(target)
}

/// Where elements would be put into a sorted row to keep it sorted.
pub fn search(row: &Array, wanted: &Array, after_equal: bool, order: Option<&[i64]>) -> Outcome<Array> {
    let dtype = row.dtype().promote(wanted.dtype());
    let places: Vec<i64> = with_number!(dtype, T => {
        let own: Vec<T>;
        let sorted = match (row.as_slice::<T>(), order) {
            (Some(sorted), None) => sorted,
            (_, order) => {
                let all: Vec<T> = cast::to_vec(row)?;
                own = match order {
                    Some(order) => order.iter().filter_map(|&place| all.get(place as usize).copied()).collect(),
                    None => all,
                };
                &own[..]
            }
        };
        let wanted: Vec<T> = cast::to_vec(wanted)?;
        let is_before = |a: T, b: T| a.is_before(b) | (a.is_number() & !b.is_number());
        let place = |value: T| match after_equal {
            true => sorted.partition_point(|&item| !is_before(value, item)),
            false => sorted.partition_point(|&item| is_before(item, value)),
        };
        wanted.into_iter().map(|value| place(value) as i64).collect()
    });
    let flat = Array::from_slice(&places)?;
    Ok(flat.reshaped_view(wanted.shape(), Order::C).unwrap_or(flat))
}
