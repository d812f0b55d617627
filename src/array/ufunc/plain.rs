//! The usual call of a universal function: operands that lie alike, dense or in one dimension, or numbers beside them.
//!
//! In: such operands. Out: the results, with nothing brought together, copied or ordered before; nothing, if the operands
//! are of another kind, and then the general way is gone. Operands of other types than the loop takes are changed block by block on the
//! way: blocks stay in the first cache, where copies of whole operands would go through memory.
#![allow(unsafe_code)]

use super::{Chosen, Ufunc};
use crate::array::cast;
use crate::array::error::Outcome;
use crate::array::ndarray::{Array, Order};
use crate::array::scalar::Scalar;
use crate::array::status::{self, Status};
use std::mem::MaybeUninit;

/// An operand that lies as it should.
#[derive(Clone, Copy)]
pub enum Plain<'a> {
    /// An array.
    Array(&'a Array),
    /// A number, of the type that the loop takes.
    Number(Scalar),
}

/// Elements of a block.
const BLOCK: usize = 512;

/// Room for a block of elements of any type.
type Block = [MaybeUninit<[u64; 2]>; BLOCK];

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

/// Calls a function, whose loop was chosen, on one or two such operands. The result is in `out`, if there is one, else it is given.
pub fn call_plain(
    ufunc: &Ufunc,
    chosen: &Chosen,
    operands: &[Plain<'_>],
    out: Option<&Array>,
) -> Outcome<Option<(Option<Array>, Status)>> {
    let Some(model) = operands.iter().find_map(|operand| match operand {
        Plain::Array(array) => Some(*array),
        Plain::Number(_) => None,
    }) else {
        return Ok(None);
    };
    let Some(order) = order_of(model) else {
        return Ok(None);
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
    if model.rank() == 0 || operands.len() != ufunc.inputs {
        return Ok(None);
    }
    let mut numbers = [[0u64; 2]; 2];
    let mut at = [std::ptr::null_mut::<u8>(); 3];
    let mut steps = [0isize; 3];
    let mut changes: [Option<cast::Row>; 2] = [None; 2];
    for (place, operand) in operands.iter().enumerate() {
        match operand {
            Plain::Array(array) => {
                let shared = out.is_some_and(|out| array.may_overlap(out) && !array.is_same_view(out));
                if !lies_alike(array) || shared {
                    return Ok(None);
                }
                at[place] = array.data();
                steps[place] = step_of(array);
                changes[place] = (array.dtype() != chosen.input).then(|| cast::loop_for(array.dtype(), chosen.input));
            }
            Plain::Number(number) => {
                debug_assert_eq!(number.dtype(), chosen.input);
                at[place] = numbers[place].as_mut_ptr().cast();
                // SAFETY: the words have room for any element.
                unsafe { number.write(at[place]) };
            }
        }
    }
    let made = match out {
        Some(out) if out.dtype() != chosen.output || !out.is_writeable() || !lies_alike(out) || step_of(out) == 0 => {
            return Ok(None);
        }
        Some(_) => None,
        None => Some(Array::empty(model.shape(), chosen.output, order)?),
    };
    let inputs = operands.len();
    if let Some(target) = made.as_ref().or(out) {
        (at[inputs], steps[inputs]) = (target.data(), step_of(target));
    }
    let (at, steps) = (&at[..=inputs], &steps[..=inputs]);
    status::clear();
    // SAFETY: all have as many elements, at these steps, or one number that is repeated; the target is new, or one of the operands, or
    // overlaps none. They are of the loop's types, but for those that a change is there for.
    unsafe {
        match model.size() {
            0 => {}
            size if changes.iter().all(Option::is_none) => (chosen.run)(at, steps, size),
            size => run_changed(chosen, at, steps, &changes[..inputs], size),
        }
    }
    Ok(Some((made, ufunc.noticed()?)))
}

/// Runs a loop over rows, some of which are changed into its type, a block at a time.
///
/// # Safety
/// The rows have `size` elements at these steps; the last is that of the results, and overlaps others as a whole or not at all.
unsafe fn run_changed(chosen: &Chosen, at: &[*mut u8], steps: &[isize], changes: &[Option<cast::Row>], size: usize) {
    let mut room: [Block; 2] = [[MaybeUninit::uninit(); BLOCK]; 2];
    let width = chosen.input.size() as isize;
    let (mut rows, mut row_steps) = ([std::ptr::null_mut::<u8>(); 3], [0isize; 3]);
    for start in (0..size).step_by(BLOCK) {
        let count = BLOCK.min(size - start);
        for place in 0..at.len() {
            let from = at[place].wrapping_offset(start as isize * steps[place]);
            (rows[place], row_steps[place]) = match changes.get(place) {
                Some(Some(change)) => {
                    let block: *mut u8 = room[place].as_mut_ptr().cast();
                    // SAFETY: so many elements lie there, and there is room for as many of any type.
                    unsafe { change([block, from], [width, steps[place]], count) };
                    (block, width)
                }
                _ => (from, steps[place]),
            };
        }
        // SAFETY: all are rows of the types of the loop.
        unsafe { (chosen.run)(&rows[..at.len()], &row_steps[..at.len()], count) };
    }
}
