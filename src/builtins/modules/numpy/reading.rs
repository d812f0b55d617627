//! Tables of numbers in text, as files have them.
//!
//! In: lines. Out: an array of two dimensions, or nothing where some line is no plain row of numbers: what that means, and what is wrong
//! with it, the page says.

use super::argument::{bind, given};
use super::function;
use crate::array::element::Element;
use crate::array::ndarray::Order;
use crate::array::{Array, DType};
use crate::value::array::dtype_of;
use crate::value::list::List;
use crate::value::native::Row;
use crate::value::{Arguments, Raise, Res, Value};
use std::str::FromStr;

pub static FUNCTIONS: &[Row] = &[function("table", table)];

/// `table(lines, delimiter, mark, dtype)`: what follows the mark in a line is a comment.
fn table(arguments: &Arguments<'_>) -> Res {
    let [lines, delimiter, mark, dtype] = bind(arguments, "table", ["lines", "delimiter", "mark", "dtype"])?;
    let Some(lines) = lines.downcast::<List>() else {
        return Err(super::wrong("a list of lines is wanted", &lines));
    };
    let [delimiter, mark] = [&delimiter, &mark].map(|text| given(text).and_then(Value::as_str));
    let table = match dtype_of(&dtype)? {
        Some(DType::F64) => numbers::<f64>(lines, delimiter, mark)?,
        Some(DType::I64) => numbers::<i64>(lines, delimiter, mark)?,
        _ => None,
    };
    Ok(table.map_or(Value::None, Value::from))
}

fn numbers<T: Element + FromStr>(
    lines: &List,
    delimiter: Option<&str>,
    mark: Option<&str>,
) -> Result<Option<Array>, Raise> {
    let (mut numbers, mut rows, mut width) = (Vec::<T>::new(), 0, 0);
    for place in 0..lines.len() {
        let line = lines.get(place).unwrap_or_default();
        let Some(line) = line.as_str() else { return Ok(None) };
        let row = mark.and_then(|mark| line.split_once(mark)).map_or(line, |(row, _)| row).trim();
        if row.is_empty() {
            continue;
        }
        let mut add = |part: &str| part.trim().parse().map(|number| numbers.push(number)).is_ok();
        let is_plain = match delimiter {
            None => row.split_whitespace().all(&mut add),
            Some(delimiter) => row.split(delimiter).all(&mut add),
        };
        rows += 1;
        if rows == 1 {
            width = numbers.len();
        }
        if !is_plain || width * rows != numbers.len() {
            return Ok(None);
        }
    }
    if rows == 0 {
        return Ok(None);
    }
    let flat = Array::from_slice(&numbers)?;
    Ok(flat.reshaped_view(&[rows, width], Order::C))
}
