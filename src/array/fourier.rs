//! Discrete Fourier transforms of the lines of an array, by the crate `rustfft`, which knows a way for every length.
//!
//! In: an array, an axis, how many points. Out: a new array of complex numbers.
#![allow(unsafe_code)]

use super::cast;
use super::dtype::DType;
use super::element::{C64, C128, Element};
use super::error::Outcome;
use super::ndarray::{Array, Order, Shape};
use super::walk::Walk;
use num_complex::Complex;
use rustfft::{FftDirection, FftNum, FftPlanner};
use std::cell::RefCell;

/// How the lines are transformed.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// Along which axis.
    pub axis: usize,
    /// How many points: lines are cut, or filled with zeros.
    pub count: usize,
    /// Back from frequencies.
    pub inverse: bool,
    /// What results are multiplied by.
    pub scale: f64,
}

/// The transforms of the lines; of single precision, if the elements are.
pub fn transform(source: &Array, request: Request) -> Outcome<Array> {
    thread_local! {
        static SINGLE: RefCell<FftPlanner<f32>> = RefCell::new(FftPlanner::new());
        static DOUBLE: RefCell<FftPlanner<f64>> = RefCell::new(FftPlanner::new());
    }
    match source.dtype() {
        DType::F32 | DType::C64 => SINGLE.with_borrow_mut(|planner| {
            let scale = request.scale as f32;
            lines::<f32, C64>(&cast::with_type(source, DType::C64)?, request, scale, planner)
        }),
        _ => DOUBLE.with_borrow_mut(|planner| {
            lines::<f64, C128>(&cast::with_type(source, DType::C128)?, request, request.scale, planner)
        }),
    }
}

fn lines<T, C>(source: &Array, request: Request, scale: T, planner: &mut FftPlanner<T>) -> Outcome<Array>
where
    T: FftNum,
    C: Element + Into<Complex<T>> + From<Complex<T>>,
{
    let Request { axis, count, inverse, .. } = request;
    let direction = if inverse { FftDirection::Inverse } else { FftDirection::Forward };
    let plan = planner.plan_fft(count, direction);
    let zero = Complex::new(T::zero(), T::zero());
    let mut scratch = vec![zero; plan.get_inplace_scratch_len()];
    let mut line = vec![zero; count];
    let mut shape: Shape = source.shape().into();
    shape[axis] = count;
    let target = Array::empty(&shape, C::DTYPE, Order::C)?;
    let given = count.min(source.shape()[axis]);
    let (from, to) = (source.strides()[axis], target.strides()[axis]);
    shape[axis] = 1;
    Walk::new(&shape, [source.strides(), target.strides()]).run([source.data(), target.data()], |at, steps, n| {
        for i in 0..n as isize {
            let (read, write) = (at[0].wrapping_offset(i * steps[0]), at[1].wrapping_offset(i * steps[1]));
            for (k, item) in line[..given].iter_mut().enumerate() {
                // SAFETY: a line of the source has at least so many elements of this type at that step.
                *item = unsafe { read.offset(k as isize * from).cast::<C>().read_unaligned() }.into();
            }
            line[given..].fill(zero);
            plan.process_with_scratch(&mut line, &mut scratch);
            for (k, item) in line.iter().enumerate() {
                let scaled = Complex::new(item.re * scale, item.im * scale);
                // SAFETY: a line of the target has as many elements as there are points.
                unsafe { write.offset(k as isize * to).cast::<C>().write(scaled.into()) };
            }
        }
    });
    Ok(target)
}
