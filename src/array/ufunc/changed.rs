//! Large operands of other types than the loop takes: changed block by block, on the way.
//!
//! In: a loop, and operands that lie dense, or are one element for all. Out: the results, or nothing if operands lie otherwise. Blocks stay in
//! the first cache, where copies of whole operands would go through memory.
#![allow(unsafe_code)]

use super::Chosen;
use crate::array::cast;
use crate::array::error::Outcome;
use crate::array::ndarray::{Array, Order};

/// Elements of a block.
const BLOCK: usize = 1024;

/// An operand: where its elements are, the step between them, and how they are changed.
struct Operand {
    data: *mut u8,
    step: usize,
    change: Option<cast::Row>,
    /// Room for a block of words of 16 bytes.
    block: Vec<[u64; 2]>,
}

/// Calls a loop on such operands, with results in a new array.
pub fn call(chosen: &Chosen, inputs: &[&Array], shape: &[usize]) -> Outcome<Option<Array>> {
    let size: usize = shape.iter().product();
    let suits = |input: &&&Array| input.size() == 1 || input.shape() == shape && input.is_c_contiguous();
    let is_other = |input: &&Array| input.size() > 1 && input.dtype() != chosen.input;
    if size < 2 * BLOCK || !inputs.iter().all(|input| suits(&input)) || !inputs.iter().any(is_other) {
        return Ok(None);
    }
    let alone: Vec<Array> = inputs
        .iter()
        .map(|input| if input.size() == 1 { cast::with_type(input, chosen.input) } else { Ok(input.alias()) })
        .collect::<Outcome<_>>()?;
    let wanted = chosen.input.size();
    let mut operands: Vec<Operand> = Vec::with_capacity(alone.len());
    for input in &alone {
        let change = (input.dtype() != chosen.input).then(|| cast::loop_for(input.dtype(), chosen.input));
        let block = vec![[0; 2]; if change.is_some() { BLOCK } else { 0 }];
        let step = if input.size() == 1 { 0 } else { input.dtype().size() };
        operands.push(Operand { data: input.data(), step, change, block });
    }
    let target = Array::empty(shape, chosen.output, Order::C)?;
    let width = chosen.output.size();
    for start in (0..size).step_by(BLOCK) {
        let count = BLOCK.min(size - start);
        let mut at = [std::ptr::null_mut(); 3];
        let mut steps = [0isize; 3];
        for (k, operand) in operands.iter_mut().enumerate() {
            let from = operand.data.wrapping_add(start * operand.step);
            (at[k], steps[k]) = (from, operand.step as isize);
            if let Some(change) = operand.change {
                let block: *mut u8 = operand.block.as_mut_ptr().cast();
                // SAFETY: so many elements lie there, and there is room for as many of any type.
                unsafe { change([block, from], [wanted as isize, operand.step as isize], count) };
                (at[k], steps[k]) = (block, wanted as isize);
            }
        }
        let last = operands.len();
        (at[last], steps[last]) = (target.data().wrapping_add(start * width), width as isize);
        // SAFETY: all are rows of the types of the loop, and the results, which are new, overlap none.
        unsafe { (chosen.run)(&at[..=last], &steps[..=last], count) };
    }
    Ok(Some(target))
}
