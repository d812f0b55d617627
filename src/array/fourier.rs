//! Discrete Fourier transforms of the lines of an array, by the crate `rustfft`, which knows a way for every length.
//!
//! In: an array, an axis, how many points. Out: a new array of complex numbers; of the frequencies of real points those that tell all others, or
//! the points again. An even number of these is transformed as half as many complex ones.
#![allow(unsafe_code)]

use super::cast;
use super::dtype::DType;
use super::element::{C64, C128, Element};
use super::error::Outcome;
use super::ndarray::{Array, Order, Shape};
use super::walk::Walk;
use num_complex::Complex;
use rustc_hash::FxHashMap;
use rustfft::{FftDirection, FftNum, FftPlanner};
use std::cell::RefCell;
use std::rc::Rc;

/// What is made of what.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Way {
    /// Frequencies of points.
    Forward,
    /// Points of frequencies.
    Back,
    /// The first half of the frequencies of real points.
    ToHalf,
    /// Real points of the first half of their frequencies.
    FromHalf,
}

/// How the lines are transformed.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// Along which axis.
    pub axis: usize,
    /// How many points: lines are cut, or filled with zeros.
    pub count: usize,
    /// Where to.
    pub way: Way,
    /// What results are multiplied by.
    pub scale: f64,
}

/// What is known of the numbers of points that were met.
struct Plans<T: FftNum> {
    planner: FftPlanner<T>,
    /// The turns by 0, 1, 2 … parts of a circle, as far as a quarter of it.
    turns: FxHashMap<usize, Rc<[Complex<T>]>>,
}

impl<T: FftNum> Plans<T> {
    fn new() -> RefCell<Plans<T>> {
        RefCell::new(Plans { planner: FftPlanner::new(), turns: FxHashMap::default() })
    }

    fn turns(&mut self, count: usize) -> Rc<[Complex<T>]> {
        let turn = |k| {
            let angle = Complex::cis(-std::f64::consts::TAU * k as f64 / count as f64);
            Complex::new(T::from_f64(angle.re).unwrap_or_else(T::zero), T::from_f64(angle.im).unwrap_or_else(T::zero))
        };
        self.turns.entry(count).or_insert_with(|| (0..=count / 4).map(turn).collect()).clone()
    }
}

/// The transforms of the lines; of single precision, if the elements are.
pub fn transform(source: &Array, request: Request) -> Outcome<Array> {
    thread_local! {
        static SINGLE: RefCell<Plans<f32>> = Plans::new();
        static DOUBLE: RefCell<Plans<f64>> = Plans::new();
    }
    match source.dtype() {
        DType::F32 | DType::C64 => {
            SINGLE.with_borrow_mut(|plans| typed::<f32, C64>(source, request, request.scale as f32, plans))
        }
        _ => DOUBLE.with_borrow_mut(|plans| typed::<f64, C128>(source, request, request.scale, plans)),
    }
}

fn typed<T, C>(source: &Array, request: Request, scale: T, plans: &mut Plans<T>) -> Outcome<Array>
where
    T: FftNum + Element,
    C: Element + Into<Complex<T>> + From<Complex<T>>,
{
    let count = request.count;
    let zero = Complex::new(T::zero(), T::zero());
    let (half, is_even) = (count / 2 + 1, count.is_multiple_of(2));
    let is_halved = is_even && matches!(request.way, Way::ToHalf | Way::FromHalf);
    let direction = match request.way {
        Way::Forward | Way::ToHalf => FftDirection::Forward,
        Way::Back | Way::FromHalf => FftDirection::Inverse,
    };
    let plan = plans.planner.plan_fft(if is_halved { count / 2 } else { count }, direction);
    let mut scratch = vec![zero; plan.get_inplace_scratch_len()];
    let mut run = |line: &mut [Complex<T>]| plan.process_with_scratch(line, &mut scratch);
    match request.way {
        Way::Forward | Way::Back => {
            lines::<C, C>(&cast::with_type(source, C::DTYPE)?, request.axis, [count; 2], |from, to| {
                let mut line: Vec<Complex<T>> = from.iter().map(|&item| item.into()).collect();
                run(&mut line);
                to.iter_mut().zip(&line).for_each(|(to, item)| *to = item.scale(scale).into());
            })
        }
        Way::ToHalf if !is_even => {
            lines::<T, C>(&cast::with_type(source, T::DTYPE)?, request.axis, [count, half], |from, to| {
                let mut line: Vec<Complex<T>> = from.iter().map(|&item| Complex::new(item, T::zero())).collect();
                run(&mut line);
                to.iter_mut().zip(&line).for_each(|(to, item)| *to = item.scale(scale).into());
            })
        }
        Way::ToHalf => {
            let turns = plans.turns(count);
            lines::<T, C>(&cast::with_type(source, T::DTYPE)?, request.axis, [count, half], |from, to| {
                let mut line: Vec<Complex<T>> =
                    from.as_chunks::<2>().0.iter().map(|&[a, b]| Complex::new(a, b)).collect();
                run(&mut line);
                split(&line, to, &turns, scale);
            })
        }
        Way::FromHalf if !is_even => {
            lines::<C, T>(&cast::with_type(source, C::DTYPE)?, request.axis, [half, count], |from, to| {
                let mut line = vec![zero; count];
                for (k, &item) in from.iter().enumerate() {
                    let item: Complex<T> = item.into();
                    (line[(count - k) % count], line[k]) = (item.conj(), item);
                }
                line[0].im = T::zero();
                run(&mut line);
                to.iter_mut().zip(&line).for_each(|(to, item)| *to = item.re * scale);
            })
        }
        Way::FromHalf => {
            let turns = plans.turns(count);
            lines::<C, T>(&cast::with_type(source, C::DTYPE)?, request.axis, [half, count], |from, to| {
                let mut line = vec![zero; count / 2];
                join(from, &mut line, &turns);
                run(&mut line);
                for (to, item) in to.as_chunks_mut::<2>().0.iter_mut().zip(&line) {
                    *to = [item.re * scale, item.im * scale];
                }
            })
        }
    }
}

/// The frequencies of real points, of those of the complex points that each two make: the even points have the one half of each two
/// frequencies that stand opposite, the odd ones the other.
fn split<T: FftNum, C: From<Complex<T>>>(line: &[Complex<T>], to: &mut [C], turns: &[Complex<T>], scale: T) {
    let middle = line.len();
    let zero = T::zero();
    to[0] = Complex::new((line[0].re + line[0].im) * scale, zero).into();
    to[middle] = Complex::new((line[0].re - line[0].im) * scale, zero).into();
    let half = scale / (T::one() + T::one());
    for k in 1..=middle / 2 {
        let (a, b) = (line[k], line[middle - k].conj());
        let (even, odd) = ((a + b).scale(half), (a - b).scale(half) * turns[k]);
        // Minus i times the odd part.
        let odd = Complex::new(odd.im, -odd.re);
        to[k] = (even + odd).into();
        to[middle - k] = (even - odd).conj().into();
    }
}

/// Turns that back.
fn join<T: FftNum, C: Copy + Into<Complex<T>>>(from: &[C], line: &mut [Complex<T>], turns: &[Complex<T>]) {
    let middle = line.len();
    let (first, last): (Complex<T>, Complex<T>) = (from[0].into(), from[middle].into());
    line[0] = Complex::new(first.re + last.re, first.re - last.re);
    for k in 1..=middle / 2 {
        let (a, b): (Complex<T>, Complex<T>) = (from[k].into(), from[middle - k].into());
        let (even, odd) = (a + b.conj(), (a - b.conj()) * turns[k].conj());
        // And i times the odd part.
        let odd = Complex::new(-odd.im, odd.re);
        line[middle - k] = (even - odd).conj();
        line[k] = even + odd;
    }
}

/// Makes each line along an axis, cut or filled with zeros to the first length, one of the second length.
fn lines<A: Element, B: Element>(
    source: &Array,
    axis: usize,
    [given, made]: [usize; 2],
    mut transformed: impl FnMut(&[A], &mut [B]),
) -> Outcome<Array> {
    let mut shape: Shape = source.shape().into();
    let there = given.min(shape[axis]);
    shape[axis] = made;
    let target = Array::empty(&shape, B::DTYPE, Order::C)?;
    let (mut line, mut result) = (vec![A::ZERO; given], vec![B::ZERO; made]);
    let (from, to) = (source.strides()[axis], target.strides()[axis]);
    shape[axis] = 1;
    Walk::new(&shape, [source.strides(), target.strides()]).run([source.data(), target.data()], |at, steps, n| {
        for i in 0..n as isize {
            let (read, write) = (at[0].wrapping_offset(i * steps[0]), at[1].wrapping_offset(i * steps[1]));
            for (k, item) in line[..there].iter_mut().enumerate() {
                // SAFETY: a line of the source has at least so many elements of this type at that step.
                *item = unsafe { read.offset(k as isize * from).cast::<A>().read_unaligned() };
            }
            transformed(&line, &mut result);
            for (k, &item) in result.iter().enumerate() {
                // SAFETY: a line of the target has so many elements.
                unsafe { write.offset(k as isize * to).cast::<B>().write(item) };
            }
        }
    });
    Ok(target)
}
