//! The usual call of a universal function: operands of one type that lie alike, dense or in one dimension, or numbers beside them.
//!
//! In: such operands. Out: the results, with nothing brought together, copied or ordered before; nothing, if the operands
//! are of another kind, and then the general way is gone.
#![allow(unsafe_code)]

use super::{Gives, Rule, Ufunc};
use crate::array::dtype::{Class, DType};
use crate::array::error::Outcome;
use crate::array::ndarray::{Array, Order};
use crate::array::scalar::Scalar;
use crate::array::status::{self, Status};

/// An operand that needs no change.
#[derive(Clone, Copy)]
pub enum Plain<'a> {
    /// An array.
    Array(&'a Array),
    /// A number of the same type.
    Number(Scalar),
}

/// The order in which the elements of an array lie, if they are one row.
fn order_of(array: &Array) -> Option<Order> {
    if array.rank() == 1 || array.is_c_contiguous() {
        return Some(Order::C);
    }
    array.is_f_contiguous().then_some(Order::F)
}

/// The bytes from an element of such a row to the next.
fn step_of(array: &Array) -> isize {
    match array.strides() {
        [step] => *step,
        _ => array.dtype().size() as isize,
    }
}

/// Calls a function on one or two such operands. The result is in `out`, if there is one, else it is given.
pub fn call_plain(
    ufunc: &Ufunc,
    operands: &[Plain<'_>],
    out: Option<&Array>,
) -> Outcome<Option<(Option<Array>, Status)>> {
    let Some(model) = operands.iter().find_map(|operand| match operand {
        Plain::Array(array) => Some(*array),
        Plain::Number(_) => None,
    }) else {
        return Ok(None);
    };
    let dtype = model.dtype();
    let suits = match ufunc.rule {
        Rule::First | Rule::Truths => true,
        Rule::Double => dtype.class() >= Class::Float,
    };
    let (Some(run), Some(order)) = ((ufunc.find)(dtype), order_of(model)) else {
        return Ok(None);
    };
    let output = match ufunc.gives {
        Gives::Same => dtype,
        Gives::Truth => DType::Bool,
        Gives::Part => dtype.part(),
    };
    let lies_alike = |array: &Array| {
        std::ptr::eq(array, model)
            || array.shape() == model.shape()
                && match order {
                    _ if array.rank() == 1 => true,
                    Order::F => array.is_f_contiguous(),
                    _ => array.is_c_contiguous(),
                }
    };
    if !suits || model.rank() == 0 || operands.len() != ufunc.inputs {
        return Ok(None);
    }
    let mut numbers = [[0u64; 2]; 2];
    let mut at = [std::ptr::null_mut::<u8>(); 3];
    let mut steps = [0isize; 3];
    for (place, operand) in operands.iter().enumerate() {
        match operand {
            Plain::Array(array) => {
                let shared = out.is_some_and(|out| array.may_overlap(out) && !array.is_same_view(out));
                if array.dtype() != dtype || !lies_alike(array) || shared {
                    return Ok(None);
                }
                at[place] = array.data();
                steps[place] = step_of(array);
            }
            Plain::Number(number) => {
                debug_assert_eq!(number.dtype(), dtype);
                at[place] = numbers[place].as_mut_ptr().cast();
                // SAFETY: the words have room for any element.
                unsafe { number.write(at[place]) };
            }
        }
    }
    let made = match out {
        Some(out) if out.dtype() != output || !out.is_writeable() || !lies_alike(out) || step_of(out) == 0 => {
            return Ok(None);
        }
        Some(_) => None,
        None => Some(Array::empty(model.shape(), output, order)?),
    };
    if let Some(target) = made.as_ref().or(out) {
        (at[operands.len()], steps[operands.len()]) = (target.data(), step_of(target));
    }
    let count = operands.len() + 1;
    status::clear();
    if model.size() > 0 {
        // SAFETY: all have as many elements of the loop's types, at these steps, or one number that is repeated; the
        // target is new, or one of the operands, or overlaps none.
        unsafe { run(&at[..count], &steps[..count], model.size()) };
    }
    Ok(Some((made, ufunc.noticed()?)))
}
