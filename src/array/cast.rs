//! Copies from one array to another, with a change of type where there is one.
//!
//! In: a source that fills the shape of the target, and the target. Out: the target changed. Where both may share elements
//! the source is copied first, so the result is as if everything was read before anything was written.
#![allow(unsafe_code)]

use super::dtype::DType;
use super::element::{Bool, STREAMED_FROM, To, copy_piece, repeat, with_number};
use super::error::{Error, Outcome};
use super::ndarray::{Array, Order, shown};
use super::network::{Lane, lanes};
use super::reference;
use super::scalar::Scalar;
use super::status::Status;
use super::ufunc::loops::versions;
use super::walk::{Walk, order_axes};
use smallvec::SmallVec;
use std::cmp::Reverse;
use std::ops::Range;

/// A loop over one row: targets and sources, the steps between them, how many.
pub type Row = unsafe fn([*mut u8; 2], [isize; 2], usize);

#[inline(always)]
unsafe fn row<A: Copy + To<B>, B: Copy>(at: [*mut u8; 2], steps: [isize; 2], n: usize) {
    let (to, from) = (at[0], at[1]);
    // SAFETY: the caller gives `n` elements at these steps on both sides, which do not overlap.
    unsafe {
        if steps[0] == size_of::<B>() as isize && steps[1] == size_of::<A>() as isize {
            let from = std::slice::from_raw_parts(from.cast::<A>(), n);
            let to = std::slice::from_raw_parts_mut(to.cast::<B>(), n);
            for (to, from) in to.iter_mut().zip(from) {
                *to = from.to();
            }
        } else {
            for i in 0..n as isize {
                let value: A = from.offset(i * steps[1]).cast::<A>().read();
                to.offset(i * steps[0]).cast::<B>().write(value.to());
            }
        }
    }
}

/// The same without a change of type, by the size of elements alone.
unsafe fn copy_row<T: Copy>(at: [*mut u8; 2], steps: [isize; 2], n: usize) {
    let (to, from) = (at[0], at[1]);
    let size = size_of::<T>() as isize;
    // SAFETY: as above.
    unsafe {
        if steps == [size, size] {
            copy_piece(from, to, n * size_of::<T>());
        } else if steps == [size, 0] {
            filled::<T>(&at, &steps, n);
        } else {
            for i in 0..n as isize {
                to.offset(i * steps[0]).cast::<T>().write(from.offset(i * steps[1]).cast::<T>().read());
            }
        }
    }
}

versions! { filled<T: Copy> = fill_row }

/// One element all along a row.
///
/// # Safety
/// As for `row`, with steps of one element and of none.
#[inline(always)]
unsafe fn fill_row<T: Copy>(at: &[*mut u8], _: &[isize], n: usize) {
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts_mut(at[0].cast::<T>(), n).fill(at[1].cast::<T>().read()) };
}

/// What numpy tells of what was noticed in a change of type.
pub fn heard(from: DType, to: DType, status: Status) -> Status {
    let mut heard = Status::NONE;
    if from.part() == DType::F64 && to.part() == DType::F32 && status.has(Status::OVERFLOW) {
        heard = heard.with(Status::OVERFLOW);
    }
    if from.is_inexact() && to.is_integer() && status.has(Status::INVALID) {
        heard = heard.with(Status::INVALID);
    }
    heard
}

/// Two types of elements of which one is often changed into the other.
pub trait Pair {
    /// What is read.
    type From: Copy + To<Self::Into>;
    /// What is written.
    type Into: Copy;
}

impl<A: Copy + To<B>, B: Copy> Pair for (A, B) {
    type From = A;
    type Into = B;
}

versions! { row_fast<P: Pair> = row_of }

/// # Safety
/// As for `row`.
#[inline(always)]
unsafe fn row_of<P: Pair>(at: &[*mut u8], steps: &[isize], n: usize) {
    // SAFETY: the caller's promise.
    unsafe { row::<P::From, P::Into>([at[0], at[1]], [steps[0], steps[1]], n) }
}

/// With the vectors that the processor has.
unsafe fn quick<P: Pair>(at: [*mut u8; 2], steps: [isize; 2], n: usize) {
    // SAFETY: as for `row`.
    unsafe { row_fast::<P>(&at, &steps, n) }
}

/// A float, and a whole number that it becomes.
pub trait Whole: Pair {
    /// Whether what is left without a fraction is such a number.
    fn fits(item: Self::From) -> bool;
    /// That number.
    ///
    /// # Safety
    /// The float fits.
    unsafe fn whole(item: Self::From) -> Self::Into;
}

macro_rules! wholes {
    ($($from:ty as $to:ty: $least:literal $most:literal;)*) => {
        $(impl Whole for ($from, $to) {
            #[inline(always)]
            fn fits(item: $from) -> bool {
                (item > $least) & (item < $most)
            }
            #[inline(always)]
            unsafe fn whole(item: $from) -> $to {
                // SAFETY: the caller's promise.
                unsafe { item.to_int_unchecked() }
            }
        })*
    };
}

wholes! {
    f64 as i64: -9_223_372_036_854_775_000.0 9_223_372_036_854_775_000.0;
    f64 as i32: -2_147_483_649.0 2_147_483_648.0;
    f64 as i16: -32_769.0 32_768.0;
    f64 as u8: -1.0 256.0;
    f32 as i64: -9_223_371_000_000_000_000.0 9_223_371_000_000_000_000.0;
    f32 as i32: -2_147_483_500.0 2_147_483_500.0;
    f32 as i16: -32_769.0 32_768.0;
    f32 as u8: -1.0 256.0;
}

versions! { whole_fast<P: Whole> = whole_row }

/// Pieces whose numbers all fit become vector code, which says nothing of those that do not.
///
/// # Safety
/// As for `row`.
#[inline(always)]
unsafe fn whole_row<P: Whole>(at: &[*mut u8], steps: &[isize], n: usize) {
    const PIECE: usize = 64;
    let sizes = [size_of::<P::Into>() as isize, size_of::<P::From>() as isize];
    // SAFETY: the caller's promise; a float is cast without a look at it where all of its piece fit.
    unsafe {
        if steps[0] != sizes[0] || steps[1] != sizes[1] {
            return row::<P::From, P::Into>([at[0], at[1]], [steps[0], steps[1]], n);
        }
        let from = std::slice::from_raw_parts(at[1].cast::<P::From>(), n);
        let to = std::slice::from_raw_parts_mut(at[0].cast::<P::Into>(), n);
        for (to, from) in to.chunks_mut(PIECE).zip(from.chunks(PIECE)) {
            let mut fit = true;
            for &item in from {
                fit &= P::fits(item);
            }
            if fit {
                for (to, &item) in to.iter_mut().zip(from) {
                    *to = P::whole(item);
                }
            } else {
                for (to, &item) in to.iter_mut().zip(from) {
                    *to = item.to();
                }
            }
        }
    }
}

/// The same with the vectors that the processor has.
unsafe fn whole<P: Whole>(at: [*mut u8; 2], steps: [isize; 2], n: usize) {
    // SAFETY: as for `row`.
    unsafe { whole_fast::<P>(&at, &steps, n) }
}

/// The loop that changes one type into another.
pub fn loop_for(from: DType, to: DType) -> Row {
    if from == to {
        return match from.size() {
            1 => copy_row::<u8>,
            2 => copy_row::<u16>,
            4 => copy_row::<u32>,
            8 => copy_row::<u64>,
            _ => copy_row::<[u64; 2]>,
        };
    }
    match (from, to) {
        (DType::Bool, DType::I64) => quick::<(Bool, i64)>,
        (DType::Bool, DType::I32) => quick::<(Bool, i32)>,
        (DType::Bool, DType::F64) => quick::<(Bool, f64)>,
        (DType::I64, DType::Bool) => quick::<(i64, Bool)>,
        (DType::I32, DType::Bool) => quick::<(i32, Bool)>,
        (DType::U8, DType::Bool) => quick::<(u8, Bool)>,
        (DType::F64, DType::Bool) => quick::<(f64, Bool)>,
        (DType::F32, DType::Bool) => quick::<(f32, Bool)>,
        (DType::I8, DType::I64) => quick::<(i8, i64)>,
        (DType::I16, DType::I64) => quick::<(i16, i64)>,
        (DType::I64, DType::I32) => quick::<(i64, i32)>,
        (DType::I64, DType::U8) => quick::<(i64, u8)>,
        (DType::U8, DType::I32) => quick::<(u8, i32)>,
        (DType::I8, DType::F64) => quick::<(i8, f64)>,
        (DType::I16, DType::F64) => quick::<(i16, f64)>,
        (DType::U16, DType::F64) => quick::<(u16, f64)>,
        (DType::U32, DType::F64) => quick::<(u32, f64)>,
        (DType::U64, DType::F64) => quick::<(u64, f64)>,
        (DType::U8, DType::F32) => quick::<(u8, f32)>,
        (DType::I16, DType::F32) => quick::<(i16, f32)>,
        (DType::I32, DType::F32) => quick::<(i32, f32)>,
        (DType::U8, DType::I64) => quick::<(u8, i64)>,
        (DType::U8, DType::F64) => quick::<(u8, f64)>,
        (DType::I32, DType::I64) => quick::<(i32, i64)>,
        (DType::I32, DType::F64) => quick::<(i32, f64)>,
        (DType::I64, DType::F64) => quick::<(i64, f64)>,
        (DType::F64, DType::I64) => whole::<(f64, i64)>,
        (DType::F64, DType::I32) => whole::<(f64, i32)>,
        (DType::F64, DType::I16) => whole::<(f64, i16)>,
        (DType::F64, DType::U8) => whole::<(f64, u8)>,
        (DType::F32, DType::I64) => whole::<(f32, i64)>,
        (DType::F32, DType::I32) => whole::<(f32, i32)>,
        (DType::F32, DType::I16) => whole::<(f32, i16)>,
        (DType::F32, DType::U8) => whole::<(f32, u8)>,
        (DType::F32, DType::F64) => quick::<(f32, f64)>,
        (DType::F64, DType::F32) => quick::<(f64, f32)>,
        _ => with_number!(from, A => with_number!(to, B => row::<A, B> as Row)),
    }
}

/// Copies elements; the source is repeated to fill the target.
pub fn assign(target: &Array, source: &Array) -> Outcome<()> {
    let shapes = || {
        let (from, into) = (shown(source.shape()), shown(target.shape()));
        Error::value(format!("could not broadcast input array from shape {from} into shape {into}"))
    };
    // Rows that lie apart are the usual case.
    if let ([to], [from]) = (target.strides(), source.strides())
        && target.shape() == source.shape()
        && !target.dtype().is_reference()
        && !source.dtype().is_reference()
        && target.size() * target.dtype().size() < STREAMED_FROM
    {
        let size = target.dtype().size() as isize;
        if target.dtype() == source.dtype() && [*to, *from] == [size; 2] {
            // SAFETY: both have as many elements of this type, one after the other; they may be the same ones.
            unsafe { std::ptr::copy(source.data(), target.data(), target.size() * size as usize) };
            return Ok(());
        }
        if target.may_overlap(source) {
            return fill(target, &copy(source, source.dtype(), Order::Keep)?);
        }
        // SAFETY: both have as many elements of their types at these steps.
        unsafe {
            loop_for(source.dtype(), target.dtype())([target.data(), source.data()], [*to, *from], target.size())
        };
        return Ok(());
    }
    // Dimensions of length 1 in front of the source do not count.
    let extra = source.rank().saturating_sub(target.rank());
    if source.shape()[..extra].iter().any(|&length| length != 1) {
        return Err(shapes());
    }
    let trimmed;
    let source = if extra == 0 {
        source
    } else {
        // SAFETY: only dimensions of length 1 are left out.
        trimmed =
            unsafe { source.view(source.data(), source.dtype(), &source.shape()[extra..], &source.strides()[extra..]) };
        &trimmed
    };
    let source = source.broadcast_view(target.shape()).ok_or_else(shapes)?;
    if target.is_same_view(&source) {
        return Ok(());
    }
    match target.may_overlap(&source) {
        true => fill(target, &copy(&source, source.dtype(), Order::Keep)?),
        false => fill(target, &source),
    }
}

/// The loop over arrays of one shape that do not overlap.
fn fill(target: &Array, source: &Array) -> Outcome<()> {
    if target.dtype().is_reference() || source.dtype().is_reference() {
        return fill_references(target, source);
    }
    let (run, size) = (loop_for(source.dtype(), target.dtype()), target.dtype().size());
    let is_far = target.size() * size >= STREAMED_FROM && source.dtype() == target.dtype() && target.is_in_old_memory();
    let walk = Walk::new(target.shape(), [target.strides(), source.strides()]);
    if source.dtype() == target.dtype() && walk.is_turned(size as isize) {
        // SAFETY: both have the elements that their shapes and strides say, of their types, which have the same size.
        walk.planes([target.data(), source.data()], |[to, from], [rows, length], [apart, steps]| unsafe {
            let turned = Turned { to, from, rows, length, apart, steps };
            match size {
                1 => turned.copy::<u8>(),
                2 => turned.copy_squares::<u16>(),
                4 => turned.copy_squares::<u32>(),
                8 => turned.copy_squares::<u64>(),
                _ => turned.copy::<[u64; 2]>(),
            }
        });
        return Ok(());
    }
    // SAFETY: both have the elements that their shapes and strides say, of their types.
    walk.run([target.data(), source.data()], |at, steps, n| unsafe {
        match is_far && steps == [size as isize, 0] && at[0].addr().is_multiple_of(size) {
            true => repeat_row(at, size, n),
            false => run(at, steps, n),
        }
    });
    Ok(())
}

/// Rows of which the source has the elements of one place side by side.
struct Turned {
    to: *mut u8,
    from: *mut u8,
    rows: usize,
    length: usize,
    /// From one row to the next.
    apart: [isize; 2],
    /// From one element to the next.
    steps: [isize; 2],
}

impl Turned {
    fn at<T>(&self, row: usize, place: usize) -> [*mut T; 2] {
        let offset = |k: usize| row as isize * self.apart[k] + place as isize * self.steps[k];
        [self.to.wrapping_offset(offset(0)).cast(), self.from.wrapping_offset(offset(1)).cast()]
    }

    /// Copies some rows at once, of which the source has the elements of one place in a few lines of the cache.
    ///
    /// # Safety
    /// There are such rows, and elements of this size side by side from row to row of the source.
    unsafe fn copy<T: Copy>(&self) {
        let few = 256 / size_of::<T>();
        for first in (0..self.rows).step_by(few) {
            // SAFETY: the caller's promise.
            unsafe { self.copy_few::<T>(first..(first + few).min(self.rows), 0..self.length) };
        }
    }

    /// The same by squares, which are turned in registers.
    ///
    /// # Safety
    /// The same; elements of the target lie side by side along rows.
    unsafe fn copy_squares<T: Lane>(&self) {
        let (lanes, size) = (lanes::<T>(), size_of::<T>() as isize);
        for first in (0..self.rows).step_by(lanes) {
            let is_whole = first + lanes <= self.rows && self.steps[1] % size == 0 && self.apart[0] % size == 0;
            let whole = if is_whole { self.length - self.length % lanes } else { 0 };
            // SAFETY: the caller's promise: all of each square is there.
            unsafe {
                for place in (0..whole).step_by(lanes) {
                    let [to, from] = self.at::<T>(first, place);
                    T::turn(from, self.steps[1] / size, to, self.apart[0] / size);
                }
                self.copy_few::<T>(first..(first + lanes).min(self.rows), whole..self.length);
            }
        }
    }

    unsafe fn copy_few<T: Copy>(&self, rows: Range<usize>, places: Range<usize>) {
        for place in places {
            for row in rows.clone() {
                let [to, from] = self.at::<T>(row, place);
                // SAFETY: the caller's promise.
                unsafe { to.write(from.read()) };
            }
        }
    }
}

/// Writes an element of some size so many times, past the caches where they are many.
///
/// # Safety
/// There is room for so many, at an aligned place.
unsafe fn repeat_row([to, from]: [*mut u8; 2], size: usize, n: usize) {
    macro_rules! repeated {
        ($type:ty) => {
            repeat(from.cast::<$type>().read_unaligned(), to.cast::<$type>(), n)
        };
    }
    // SAFETY: the caller's promise.
    unsafe {
        match size {
            1 => repeated!(u8),
            2 => repeated!(u16),
            4 => repeated!(u32),
            8 => repeated!(u64),
            _ => repeated!([u64; 2]),
        }
    }
}

/// The same where elements of one or both are references: one by one, since each may be an error.
fn fill_references(target: &Array, source: &Array) -> Outcome<()> {
    let (from, to) = (source.dtype(), target.dtype());
    let mut outcome = Ok(());
    let one = |to_place: *mut u8, place: *mut u8| -> Outcome<()> {
        // SAFETY: both arrays have elements of their types there, and own them.
        unsafe {
            if from == to {
                reference::replace(to_place, place);
                return Ok(());
            }
            let scalar = reference::cast(Scalar::read(from, place), to)?;
            match to.is_reference() {
                true => reference::give(to_place, scalar),
                false => scalar.write(to_place),
            }
            Ok(())
        }
    };
    Walk::in_order(target.shape(), [target.strides(), source.strides()]).run(
        [target.data(), source.data()],
        |at, steps, n| {
            for i in 0..n as isize {
                if outcome.is_ok() {
                    outcome = one(at[0].wrapping_offset(i * steps[0]), at[1].wrapping_offset(i * steps[1]));
                }
            }
        },
    );
    outcome
}

/// A new array of the same elements.
pub fn copy(source: &Array, dtype: DType, order: Order) -> Outcome<Array> {
    let target = like(source, dtype, order)?;
    fill(&target, source)?;
    Ok(target)
}

/// A new array of the same shape, whose elements are anything.
pub fn like(source: &Array, dtype: DType, order: Order) -> Outcome<Array> {
    match source.settled(order) {
        Order::Keep => {
            // (A repeated axis comes last, as numpy has it: only results of operators have it where the others want it.)
            let mut axes: SmallVec<[usize; 8]> = (0..source.rank()).collect();
            axes.sort_by_key(|&axis| Reverse(source.strides()[axis].unsigned_abs()));
            Array::empty_ordered(source.shape(), dtype, &axes)
        }
        order => Array::empty(source.shape(), dtype, order),
    }
}

/// A new array of the same shape in the order in which results of operators lie, whose elements are anything.
pub fn result_like(source: &Array, dtype: DType) -> Outcome<Array> {
    Array::empty_ordered(source.shape(), dtype, &order_axes(source.rank(), &[source.strides()]))
}

/// The array itself if it has the type, else a copy that does.
pub fn with_type(source: &Array, dtype: DType) -> Outcome<Array> {
    if source.dtype() == dtype { Ok(source.alias()) } else { copy(source, dtype, Order::Keep) }
}

/// The array itself if it is dense in the order of C, else a copy that is.
pub fn dense(source: &Array, dtype: DType) -> Outcome<Array> {
    match source.dtype() == dtype && source.is_c_contiguous() {
        true => Ok(source.alias()),
        false => copy(source, dtype, Order::C),
    }
}

/// Fewer elements in a row are set one by one: the loops over rows begin slowly.
const FEW: usize = 32;

/// Sets every element.
pub fn fill_with(target: &Array, scalar: Scalar) -> Outcome<()> {
    if let ([count @ ..FEW], [step]) = (target.shape(), target.strides())
        && !target.dtype().is_reference()
    {
        let scalar = scalar.cast(target.dtype());
        for place in 0..*count as isize {
            // SAFETY: the array has so many elements of this type at these steps.
            unsafe { scalar.write(target.data().wrapping_offset(place * step)) };
        }
        return Ok(());
    }
    let is_reference = target.dtype().is_reference();
    assign(target, &Array::from_scalar(if is_reference { scalar } else { scalar.cast(target.dtype()) })?)
}

/// All elements in the order of C, or of F, in one dimension: a copy unless they lie so already.
pub fn flattened(source: &Array, order: Order) -> Outcome<Array> {
    let order = match (order, source.settled(order)) {
        (Order::Keep, Order::Keep) => {
            let axes = order_axes(source.rank(), &[source.strides()]);
            return flattened(&source.transposed(&axes), Order::C);
        }
        (_, order) => order,
    };
    let is_dense = if order == Order::F { source.is_f_contiguous() } else { source.is_c_contiguous() };
    if is_dense && let Some(view) = source.reshaped_view(&[source.size()], order) {
        return Ok(view);
    }
    let copied = copy(source, source.dtype(), order)?;
    copied.reshaped_view(&[source.size()], order).ok_or_else(|| Error::value("cannot flatten"))
}

/// The elements as a vector of some type, in the order of C.
pub fn to_vec<T: super::element::Element>(source: &Array) -> Outcome<Vec<T>> {
    let dense = dense(source, T::DTYPE)?;
    Ok(dense.as_slice::<T>().map(<[T]>::to_vec).unwrap_or_default())
}
