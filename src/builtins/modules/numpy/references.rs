//! Sorting and searching among references: by what `<` says of the values.
//!
//! In: arrays of objects or texts. Out: their values in order, the places that put them in order, and places of extremes.

use crate::array::ndarray::Order;
use crate::array::{Array, cast, create};
use crate::builtins::sort;
use crate::resolve::tree::CompareOp;
use crate::value::array::reference::{array_of, values};
use crate::value::{Raise, Value, ops};

fn is(op: CompareOp, a: &Value, b: &Value) -> Result<bool, Raise> {
    ops::truth(&ops::compare(op, a, b)?)
}

/// An array with an axis moved to the end, and its values, line by line.
fn lines(array: &Array, axis: usize) -> (Array, Vec<Vec<Value>>) {
    let mut order: Vec<usize> = (0..array.rank()).filter(|&other| other != axis).collect();
    order.push(axis);
    let moved = array.transposed(&order);
    let all = values(&moved);
    let length = array.shape()[axis].max(1);
    let lines = all.chunks(length).map(<[Value]>::to_vec).collect();
    (moved, lines)
}

/// Sorts the lines along an axis where they lie.
pub fn sort_lines(array: &Array, axis: usize) -> Result<(), Raise> {
    let (moved, mut lines) = lines(array, axis);
    for line in &mut lines {
        sort::sort(line, false)?;
    }
    let sorted = array_of(moved.shape(), array.dtype(), lines.into_iter().flatten())?;
    Ok(cast::assign(&moved, &sorted)?)
}

/// For each line along an axis, the places that put it in order.
pub fn order_of(array: &Array, axis: usize) -> Result<Array, Raise> {
    let (moved, lines) = lines(array, axis);
    let mut places = Vec::with_capacity(array.size());
    for line in lines {
        let mut order: Vec<Value> = (0..line.len() as i64).map(Value::int).collect();
        sort::sort_by_keys(&mut order, line, false)?;
        places.extend(order.iter().filter_map(Value::as_int));
    }
    back(&Array::from_slice(&places)?, &moved, axis)
}

/// Places line by line, as an array in which the axis of the lines stands where it stood.
fn back(flat: &Array, moved: &Array, axis: usize) -> Result<Array, Raise> {
    let shaped = flat.reshaped_view(moved.shape(), Order::C).unwrap_or_else(|| flat.alias());
    let mut order: Vec<usize> = (0..moved.rank() - 1).collect();
    order.insert(axis, moved.rank() - 1);
    Ok(cast::copy(&shaped.transposed(&order), shaped.dtype(), Order::C)?)
}

/// Of each line along an axis, the place of the first of its largest or smallest values.
pub fn extremes(array: &Array, axis: usize, largest: bool) -> Result<Array, Raise> {
    let (moved, lines) = lines(array, axis);
    let op = if largest { CompareOp::Greater } else { CompareOp::Less };
    let mut places = Vec::with_capacity(lines.len());
    for line in &lines {
        let mut best = 0;
        for place in 1..line.len() {
            if is(op, &line[place], &line[best])? {
                best = place;
            }
        }
        places.push(best as i64);
    }
    let flat = Array::from_slice(&places)?;
    let shape = &moved.shape()[..moved.rank() - 1];
    Ok(flat.reshaped_view(shape, Order::C).unwrap_or(flat))
}

/// Where values would be put into a sorted row to keep it sorted.
pub fn search(row: &Array, wanted: &Array, after_equal: bool, order: Option<&[i64]>) -> Result<Array, Raise> {
    let mut row = values(row);
    if let Some(order) = order {
        row = order.iter().filter_map(|&place| row.get(place as usize).cloned()).collect();
    }
    let mut places = Vec::with_capacity(wanted.size());
    for value in values(wanted) {
        let (mut low, mut high) = (0, row.len());
        while low < high {
            let middle = (low + high) / 2;
            let goes_on = match after_equal {
                true => !is(CompareOp::Less, &value, &row[middle])?,
                false => is(CompareOp::Less, &row[middle], &value)?,
            };
            if goes_on { low = middle + 1 } else { high = middle }
        }
        places.push(low as i64);
    }
    let flat = Array::from_slice(&places)?;
    Ok(flat.reshaped_view(wanted.shape(), Order::C).unwrap_or(flat))
}

/// An array of objects that has whole numbers where zeros are wanted.
pub fn zeros(array: Array) -> Result<Array, Raise> {
    if array.dtype() == crate::array::DType::Object {
        cast::assign(&array, &create::full(&[], crate::array::Scalar::of(0i64), Order::C)?)?;
    }
    Ok(array)
}
