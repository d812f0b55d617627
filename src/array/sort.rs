//! Sorting, and searching in what is sorted.
//!
//! In: arrays. Out: the elements in order, or the places that put them in order. What is not a number comes last. All
//! sorts keep the order of equal elements.
#![allow(unsafe_code)]

use super::blas::{Routine, run};
use super::cast;
use super::dtype::DType;
use super::element::{Bool, Element, with_number};
use super::error::Outcome;
use super::keys::{self, Keyed, Wide, with_keys};
use super::ndarray::{Array, Order, Shape};
use super::network::{self, Network};
use super::reduce::Ordered;
use super::walk::Walk;
use std::borrow::Cow;
use std::marker::PhantomData;

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

/// Sorts the lines along an axis into those of another array of the same shape and type, which may be the same; at least as far as some places
/// ask for, which come in order.
pub fn sort(source: &Array, target: &Array, axis: usize, asked: Option<&[usize]>) {
    with_keys!(source.dtype(), T => sort_by_keys::<T>(source, target, axis, asked), sort_by_order(source, target, axis));
}

/// Steps along a line of the source and of the target.
type Steps = [isize; 2];

fn steps(source: &Array, target: &Array, axis: usize) -> Steps {
    [source.strides()[axis], target.strides()[axis]]
}

/// Where the lines along an axis begin in two arrays, by groups that are sorted side by side: nothing if they are too few for that, or
/// too long.
fn groups<K>(a: &Array, b: &Array, axis: usize) -> Option<(Vec<(*mut u8, *mut u8)>, usize)> {
    let length = a.shape()[axis];
    let lanes = network::lanes::<K>();
    if !(2..=network::LONGEST).contains(&length) || a.size() / length < lanes / 4 {
        return None;
    }
    let mut starts = Vec::with_capacity(a.size() / length);
    lines(a, b, axis, |a, b| starts.push((a, b)));
    Some((starts, lanes))
}

/// Sorts a group of lines; tells whether it did: they have no keys where a negative zero is equal to a positive one.
fn sort_group<T: Keyed>(starts: &[(*mut u8, *mut u8)], steps: Steps, network: &Network, keys: &mut [T::Key]) -> bool {
    let size = size_of::<T>();
    if starts.len() == network::lanes::<T::Key>() && steps == [size as isize; 2] {
        let mut has_twin = false;
        run(Rows::<T> { starts, network, keys, has_twin: &mut has_twin });
        return !has_twin;
    }
    let first = starts[0];
    let at = |start: *mut u8, lane: usize| start.wrapping_add(lane * size);
    match starts.iter().enumerate().all(|(lane, start)| *start == (at(first.0, lane), at(first.1, lane))) {
        true => sort_columns::<T>(starts.len(), |lane| (at(first.0, lane), at(first.1, lane)), steps, network, keys),
        false => sort_columns::<T>(starts.len(), |lane| starts[lane], steps, network, keys),
    }
}

/// The same of so many lines, of which this tells where they start.
fn sort_columns<T: Keyed>(
    count: usize,
    start: impl Fn(usize) -> (*mut u8, *mut u8),
    [from, to]: Steps,
    network: &Network,
    keys: &mut [T::Key],
) -> bool {
    let (mut has_twin, lanes) = (false, network::lanes::<T::Key>());
    let keys = &mut keys[..network.length() * lanes];
    for (k, row) in keys.chunks_exact_mut(lanes).enumerate() {
        for (lane, key) in row[..count].iter_mut().enumerate() {
            // SAFETY: each line has an element of this type at each place.
            let item = unsafe { start(lane).0.wrapping_offset(k as isize * from).cast::<T>().read_unaligned() };
            has_twin |= item.has_twin();
            *key = item.key();
        }
    }
    if has_twin {
        return false;
    }
    network.sort(keys);
    for (k, row) in keys.chunks_exact(lanes).enumerate() {
        for (lane, &key) in row[..count].iter().enumerate() {
            let place = start(lane).1.wrapping_offset(k as isize * to).cast::<T>();
            // SAFETY: as above.
            unsafe { place.write_unaligned(T::of_key(key)) };
        }
    }
    true
}

/// The same of as many dense lines as there are lanes: squares of them are turned.
struct Rows<'a, T: Keyed> {
    starts: &'a [(*mut u8, *mut u8)],
    network: &'a Network,
    /// Room for whole squares of keys, and for one more.
    keys: &'a mut [T::Key],
    /// Whether nothing was sorted, since there is a negative zero.
    has_twin: &'a mut bool,
}

impl<T: Keyed> Routine for Rows<'_, T> {
    #[inline(always)]
    fn work(&mut self) {
        let (lanes, length) = (network::lanes::<T::Key>(), self.network.length());
        let (keys, square) = self.keys.split_at_mut(self.keys.len() - lanes * lanes);
        // The elements of a square as they are, which are as large as keys.
        let items = square.as_mut_ptr().cast::<T>();
        for (number, keys) in keys.chunks_exact_mut(lanes * lanes).enumerate() {
            for (lane, &(start, _)) in self.starts.iter().enumerate() {
                // SAFETY: each line has an element of this type at each place below its length, and the square one for each lane.
                unsafe {
                    copy_few(start.cast::<T>().add(number * lanes), items.add(lane * lanes), length - number * lanes)
                };
            }
            // SAFETY: there are as many elements as keys. (What lies behind the end of a line is not looked at.)
            *self.has_twin |= unsafe { read_keys::<T>(items, keys) };
            network::turn(keys);
        }
        if *self.has_twin {
            return;
        }
        self.network.sort(keys);
        for (number, keys) in keys.chunks_exact_mut(lanes * lanes).enumerate() {
            network::turn(keys);
            // SAFETY: as above.
            unsafe { write_keys::<T>(keys, items) };
            for (lane, &(_, start)) in self.starts.iter().enumerate() {
                // SAFETY: as above.
                unsafe {
                    copy_few(items.add(lane * lanes), start.cast::<T>().add(number * lanes), length - number * lanes)
                };
            }
        }
    }
}

/// Copies as many elements as there are lanes, or those that are there if they are fewer.
///
/// # Safety
/// There are so many elements, in both places.
#[inline(always)]
unsafe fn copy_few<T: Keyed>(from: *const T, to: *mut T, count: usize) {
    let lanes = network::lanes::<T::Key>();
    // SAFETY: the caller's promise. (The length of a vector is a constant to the compiler.)
    unsafe {
        match count >= lanes {
            true => std::ptr::copy_nonoverlapping(from.cast::<u8>(), to.cast::<u8>(), lanes * size_of::<T>()),
            false => std::ptr::copy_nonoverlapping(from.cast::<u8>(), to.cast::<u8>(), count * size_of::<T>()),
        }
    }
}

/// The keys of elements that lie one after the other; whether one of them is a negative zero.
///
/// # Safety
/// There are as many elements as room for keys.
#[inline(always)]
unsafe fn read_keys<T: Keyed>(from: *const T, keys: &mut [T::Key]) -> bool {
    let mut has_twin = false;
    for (k, key) in keys.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        let item = unsafe { from.add(k).read_unaligned() };
        has_twin |= item.has_twin();
        *key = item.key();
    }
    has_twin
}

/// Writes the elements of keys one after the other.
///
/// # Safety
/// There is room for as many.
#[inline(always)]
unsafe fn write_keys<T: Keyed>(keys: &[T::Key], to: *mut T) {
    for (k, &key) in keys.iter().enumerate() {
        // SAFETY: the caller's promise.
        unsafe { to.add(k).write_unaligned(T::of_key(key)) };
    }
}

fn sort_by_keys<T: Keyed>(source: &Array, target: &Array, axis: usize, asked: Option<&[usize]>) {
    let (length, steps) = (source.shape()[axis], steps(source, target, axis));
    if let Some((starts, lanes)) = groups::<T::Key>(source, target, axis) {
        let network = Network::of(length);
        // Whole squares, and one more.
        let mut room = Vec::new();
        let keys = network::aligned::<T::Key>(&mut room, (length.next_multiple_of(lanes) + lanes) * lanes);
        for group in starts.chunks(lanes) {
            if !sort_group::<T>(group, steps, &network, keys) {
                sort_lines::<T>(group, length, steps, asked);
            }
        }
        return;
    }
    let mut starts = Vec::new();
    lines(source, target, axis, |a, b| starts.push((a, b)));
    sort_lines::<T>(&starts, length, steps, asked);
}

/// Sorts lines one by one.
fn sort_lines<T: Keyed>(starts: &[(*mut u8, *mut u8)], length: usize, [step, to]: Steps, asked: Option<&[usize]>) {
    let (mut keys, mut spare) = (Vec::with_capacity(length), Vec::new());
    let is_dense = [step, to] == [size_of::<T>() as isize; 2];
    for &(start, end) in starts {
        if is_dense && end.cast::<T>().is_aligned() {
            // SAFETY: the lines have `length` elements of this type, one after the other; they are the same, or apart.
            let line = unsafe {
                std::ptr::copy(start.cast::<T>(), end.cast::<T>(), length);
                std::slice::from_raw_parts_mut(end.cast::<T>(), length)
            };
            sort_dense(line, asked, &mut spare);
            continue;
        }
        let at = |k: usize| start.wrapping_offset(k as isize * step).cast::<T>();
        let write = |(k, value): (usize, T)| {
            // SAFETY: the line has `length` elements of this type at that step, here and below.
            unsafe { end.wrapping_offset(k as isize * to).cast::<T>().write_unaligned(value) };
        };
        let items = (0..length).map(|k| unsafe { at(k).read_unaligned() });
        let has_twin = items.clone().fold(false, |any, item| any | item.has_twin());
        keys.clear();
        keys.extend(items.map(|item| item.key()));
        keys::sort_of::<T>(&mut keys, has_twin, asked, &mut spare);
        keys.iter().map(|&key| T::of_key(key)).enumerate().for_each(write);
    }
}

/// Sorts elements that lie one after the other, as keys in their places.
fn sort_dense<T: Keyed>(line: &mut [T], asked: Option<&[usize]>, spare: &mut Vec<T::Key>) {
    let (at, count) = (line.as_mut_ptr().cast::<T::Key>(), line.len());
    let mut has_twin = false;
    run(Keys { line, has_twin: &mut has_twin });
    // SAFETY: all of them are keys now, which are as large.
    keys::sort_of::<T>(unsafe { std::slice::from_raw_parts_mut(at, count) }, has_twin, asked, spare);
    run(Elements { line });
}

/// Makes elements keys.
struct Keys<'a, T: Keyed> {
    line: &'a mut [T],
    /// Whether one of them is a negative zero.
    has_twin: &'a mut bool,
}

impl<T: Keyed> Routine for Keys<'_, T> {
    #[inline(always)]
    fn work(&mut self) {
        let mut has_twin = false;
        for item in self.line.iter_mut() {
            has_twin |= item.has_twin();
            let key = item.key();
            // SAFETY: a key is as large as its element; all bits of either are good.
            unsafe { std::ptr::from_mut(item).cast::<T::Key>().write(key) };
        }
        *self.has_twin = has_twin;
    }
}

/// Makes keys elements again.
struct Elements<'a, T: Keyed> {
    line: &'a mut [T],
}

impl<T: Keyed> Routine for Elements<'_, T> {
    #[inline(always)]
    fn work(&mut self) {
        for item in self.line.iter_mut() {
            // SAFETY: as above.
            *item = T::of_key(unsafe { std::ptr::from_mut(item).cast::<T::Key>().read() });
        }
    }
}

fn sort_by_order(source: &Array, target: &Array, axis: usize) {
    let (length, [step, to]) = (source.shape()[axis], steps(source, target, axis));
    with_number!(source.dtype(), T => {
        let mut row: Vec<T> = Vec::with_capacity(length);
        lines(source, target, axis, |start, end| {
            row.clear();
            // SAFETY: the lines have `length` elements of this type at these steps.
            row.extend((0..length).map(|k| unsafe { start.wrapping_offset(k as isize * step).cast::<T>().read_unaligned() }));
            row.sort_by(|a, b| a.order(*b));
            for (k, &value) in row.iter().enumerate() {
                // SAFETY: as above.
                unsafe { end.wrapping_offset(k as isize * to).cast::<T>().write_unaligned(value) };
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
            let (before, &mut upper, after) = row.select_nth_unstable_by(high, |a, b| a.order(*b));
            let last = |items: &[T]| items.iter().copied().max_by(|a, b| a.order(*b));
            let lower = last(before).filter(|_| low < high).unwrap_or(upper);
            for (place, item) in [lower, upper, last(after).unwrap_or(upper)].into_iter().enumerate() {
                // SAFETY: as above.
                unsafe { target.data().cast::<T>().add(number * 3 + place).write(item) };
            }
        }
    }));
    Ok(target)
}

/// The places that put each line in order, of lines side by side; tells whether they are lines for that.
fn order_side_by_side<T: Keyed>(array: &Array, target: &Array, axis: usize) -> bool {
    let Some((starts, lanes)) = groups::<<T::Key as Wide>::Number>(array, target, axis) else { return false };
    let (length, from, to) = (array.shape()[axis], array.strides()[axis], target.strides()[axis]);
    let (mut rooms, network) = ([Vec::new(), Vec::new()], Network::of(length));
    let [keys, places] =
        rooms.each_mut().map(|room| network::aligned::<<T::Key as Wide>::Number>(room, length * lanes));
    for group in starts.chunks(lanes) {
        for (k, (keys, places)) in keys.chunks_exact_mut(lanes).zip(places.chunks_exact_mut(lanes)).enumerate() {
            for ((key, place), start) in keys.iter_mut().zip(places).zip(group) {
                // SAFETY: each line has an element of this type at each place.
                let item = unsafe { start.0.offset(k as isize * from).cast::<T>().read_unaligned() };
                (*key, *place) = (item.first_twin().key().wide(), T::Key::number_of(k));
            }
        }
        network.order(keys, places);
        for (k, places) in places.chunks_exact(lanes).enumerate() {
            for (&place, start) in places.iter().zip(group) {
                // SAFETY: the new array has a place for each element.
                unsafe { start.1.offset(k as isize * to).cast::<i64>().write(T::Key::place_of(place)) };
            }
        }
    }
    true
}

/// The keys of a line, where a negative zero is a positive one.
struct LineKeys<'a, T> {
    start: *const u8,
    step: isize,
    /// One for each element of the line.
    keys: &'a mut [u64],
    elements: PhantomData<T>,
}

impl<T: Keyed> Routine for LineKeys<'_, T> {
    #[inline(always)]
    fn work(&mut self) {
        let dense = size_of::<T>() as isize;
        // SAFETY: the line has so many elements.
        unsafe {
            // A step that is known makes a loop on vectors.
            if self.step == dense {
                for (k, key) in self.keys.iter_mut().enumerate() {
                    *key = key_at::<T>(self.start.offset(k as isize * dense));
                }
            } else {
                for (k, key) in self.keys.iter_mut().enumerate() {
                    *key = key_at::<T>(self.start.offset(k as isize * self.step));
                }
            }
        }
    }
}

/// # Safety
/// There is an element of this type.
#[inline(always)]
unsafe fn key_at<T: Keyed>(place: *const u8) -> u64 {
    // SAFETY: the caller's promise.
    unsafe { place.cast::<T>().read_unaligned() }.first_twin().key().into()
}

/// For each line along an axis, the places that put it in order, or that do so as far as some places ask for, which come in order.
pub fn order_of(array: &Array, axis: usize, asked: Option<&[usize]>) -> Outcome<Array> {
    let target = Array::empty(array.shape(), DType::I64, Order::C)?;
    let length = array.shape()[axis];
    let (from, to) = (array.strides()[axis], target.strides()[axis]);
    with_keys!(array.dtype(), T => {
        if order_side_by_side::<T>(array, &target, axis) {
            return Ok(target);
        }
        let (mut keys, mut numbers, mut spare) = (vec![0; length], Vec::new(), Vec::new());
        let is_dense = to == size_of::<u64>() as isize;
        lines(array, &target, axis, |start, places| {
            run(LineKeys::<T> { start, step: from, keys: &mut keys, elements: PhantomData });
            if is_dense {
                // SAFETY: the new array has a place for each element, here and below.
                keys::order(&keys, unsafe { std::slice::from_raw_parts_mut(places.cast(), length) }, asked, &mut spare);
                return;
            }
            numbers.resize(length, 0);
            keys::order(&keys, &mut numbers, asked, &mut spare);
            for (k, &place) in numbers.iter().enumerate() {
                // SAFETY: as above.
                unsafe { places.offset(k as isize * to).cast::<u64>().write(place) };
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
    let places: Vec<i64> = with_keys!(dtype, T => {
        let (sorted, wanted) = (in_order::<T>(row, order)?, cast::to_vec::<T>(wanted)?);
        match wanted.len() >= sorted.len() / 4 {
            true => places_by_keys(&sorted, &wanted, after_equal),
            false => places_in(&sorted, &wanted, after_equal),
        }
    }, with_number!(dtype, T => places_in(&in_order::<T>(row, order)?, &cast::to_vec::<T>(wanted)?, after_equal)));
    let flat = Array::from_slice(&places)?;
    Ok(flat.reshaped_view(wanted.shape(), Order::C).unwrap_or(flat))
}

/// The elements of a row, in an order if one is given.
fn in_order<'a, T: Element>(row: &'a Array, order: Option<&[i64]>) -> Outcome<Cow<'a, [T]>> {
    if let (Some(sorted), None) = (row.as_slice::<T>(), order) {
        return Ok(Cow::Borrowed(sorted));
    }
    let all: Vec<T> = cast::to_vec(row)?;
    Ok(Cow::Owned(match order {
        Some(order) => order.iter().filter_map(|&place| all.get(place as usize).copied()).collect(),
        None => all,
    }))
}

/// Where each element would be put.
fn places_in<T: Ordered>(sorted: &[T], wanted: &[T], after_equal: bool) -> Vec<i64> {
    let place = |value: T| match after_equal {
        true => sorted.partition_point(|&item| !value.sorts_before(item)),
        false => sorted.partition_point(|&item: &T| item.sorts_before(value)),
    };
    wanted.iter().map(|&value| place(value) as i64).collect()
}

/// The same of many elements, by keys, which compare at once.
fn places_by_keys<T: Keyed>(sorted: &[T], wanted: &[T], after_equal: bool) -> Vec<i64> {
    let keys: Vec<T::Key> = sorted.iter().map(|item| item.first_twin().key()).collect();
    let place = |value: T::Key| match after_equal {
        true => keys.partition_point(|&item| item <= value),
        false => keys.partition_point(|&item| item < value),
    };
    wanted.iter().map(|item| place(item.first_twin().key()) as i64).collect()
}
