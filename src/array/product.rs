//! Products of matrices.
//!
//! In: arrays with rows and columns in their last two dimensions. Out: their products. Floats go through the crate
//! `matrixmultiply`, which is written for this and chooses its vectors at start; other types through plain loops.
#![allow(unsafe_code)]

mod lines;

use super::blas;
use super::cast;
use super::dtype::DType;
use super::element::{Bool, C64, C128, Element, with_number};
use super::error::{Error, Outcome};
use super::ndarray::{Array, Order, Shape, broadcast_shape};
use super::scalar::Scalar;
use super::tiles;
use lines::{complex_sums_of_rows, line_product, sums_of_rows};
use std::ops::{Add, Mul};

/// A matrix: where it begins, rows, columns, and the bytes between them.
#[derive(Clone, Copy)]
pub struct Matrix {
    pub(super) data: *mut u8,
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) row: isize,
    pub(super) column: isize,
}

impl Matrix {
    /// One at a place, of so many rows and columns, which are so many bytes apart.
    pub fn new(data: *mut u8, [rows, columns]: [usize; 2], [row, column]: [usize; 2]) -> Matrix {
        Matrix { data, rows, columns, row: row as isize, column: column as isize }
    }

    /// The same with rows for columns.
    #[inline(always)]
    pub fn transposed(self) -> Matrix {
        Matrix { rows: self.columns, columns: self.rows, row: self.column, column: self.row, ..self }
    }

    /// What is left of it from a row and a column on.
    #[inline(always)]
    pub fn part(self, row: usize, column: usize) -> Matrix {
        Matrix { data: self.at(row, column), rows: self.rows - row, columns: self.columns - column, ..self }
    }

    /// Whether elements of this size lie at aligned places.
    fn is_aligned(self, size: usize) -> bool {
        [self.data.addr(), self.row as usize, self.column as usize].iter().all(|place| place % size == 0)
    }

    #[inline(always)]
    fn at<T>(self, row: usize, column: usize) -> *mut T {
        self.data.wrapping_offset(row as isize * self.row + column as isize * self.column).cast()
    }

    /// An element.
    ///
    /// # Safety
    /// There is one of this type at this place.
    #[inline(always)]
    pub unsafe fn get<T: Copy>(self, row: usize, column: usize) -> T {
        // SAFETY: the caller's promise.
        unsafe { self.at::<T>(row, column).read_unaligned() }
    }

    /// Writes an element.
    ///
    /// # Safety
    /// There is one of this type at this place.
    #[inline(always)]
    pub unsafe fn set<T: Copy>(self, row: usize, column: usize, value: T) {
        // SAFETY: the caller's promise.
        unsafe { self.at::<T>(row, column).write_unaligned(value) };
    }

    /// A row whose elements lie one after the other.
    ///
    /// # Safety
    /// There is such a row of aligned elements of this type, and nobody writes to it.
    #[inline(always)]
    pub unsafe fn dense_row<'a, T>(self, row: usize) -> Option<&'a [T]> {
        let is_dense = self.column == size_of::<T>() as isize || self.columns == 1;
        // SAFETY: the caller's promise.
        is_dense.then(|| unsafe { std::slice::from_raw_parts(self.at::<T>(row, 0), self.columns) })
    }
}

/// How elements are multiplied and added.
pub trait Ring: Element {
    /// Whether a sum that is not zero stays as it is, whatever is added.
    const IS_FULL_AT_ONCE: bool = false;

    /// `self + a * b`
    fn multiply_add(self, a: Self, b: Self) -> Self;

    /// The sums of the products of some rows with one.
    #[inline(always)]
    fn sums_of_rows<const R: usize>(rows: [&[Self]; R], other: &[Self]) -> [Self; R] {
        sums_of_rows::<Self, 8, R>(rows, other)
    }

    /// `to = a @ b`
    ///
    /// # Safety
    /// The matrices have elements of this type, their shapes fit, and `to` overlaps neither.
    unsafe fn product(to: Matrix, a: Matrix, b: Matrix) {
        // SAFETY: the caller's promise.
        unsafe { plain_product::<Self>(to, a, b) }
    }
}

unsafe fn plain_product<T: Ring>(to: Matrix, a: Matrix, b: Matrix) {
    for i in 0..to.rows {
        for j in 0..to.columns {
            // SAFETY: the places are within the matrices.
            unsafe {
                let sum = (0..a.columns).fold(T::ZERO, |sum, k| sum.multiply_add(a.get(i, k), b.get(k, j)));
                to.set(i, j, sum);
            }
        }
    }
}

macro_rules! whole_rings {
    ($($type:ty)*) => {
        $(impl Ring for $type {
            #[inline(always)]
            fn multiply_add(self, a: $type, b: $type) -> $type {
                self.wrapping_add(a.wrapping_mul(b))
            }
        })*
    };
}

whole_rings! { i8 u8 i16 u16 i32 u32 i64 u64 }

impl Ring for Bool {
    const IS_FULL_AT_ONCE: bool = true;

    #[inline(always)]
    fn multiply_add(self, a: Bool, b: Bool) -> Bool {
        Bool::of(self.get() | (a.get() & b.get()))
    }

    /// Each row is what some rows of the other matrix have between them, where those lie dense.
    unsafe fn product(to: Matrix, a: Matrix, b: Matrix) {
        // SAFETY: the caller's promise; the places are within the matrices.
        unsafe {
            if (to.rows == 1 || to.columns == 1) && line_product::<Bool>(to, a, b) {
                return;
            }
            if to.column != 1 || b.column != 1 {
                return plain_product::<Bool>(to, a, b);
            }
            for i in 0..to.rows {
                let row = std::slice::from_raw_parts_mut(to.at::<Bool>(i, 0), to.columns);
                row.fill(Bool(0));
                for k in (0..a.columns).filter(|&k| a.get::<Bool>(i, k).get()) {
                    let line = std::slice::from_raw_parts(b.at::<Bool>(k, 0), b.columns);
                    row.iter_mut().zip(line).for_each(|(to, item)| *to = Bool::of(to.get() | item.get()));
                }
            }
        }
    }
}

#[inline(always)]
fn multiply_add<T: Add<Output = T> + Mul<Output = T>>(sum: T, a: T, b: T) -> T {
    sum + a * b
}

/// Below so many multiplications a plain loop is faster than packing.
const SMALL: usize = 64;

macro_rules! float_rings {
    ($($type:ty, $part:ty, $gemm:path, $ordered:expr, $one:expr, $zero:expr, $sums:path;)*) => {
        $(impl Ring for $type {
            #[inline(always)]
            fn multiply_add(self, a: $type, b: $type) -> $type {
                multiply_add(self, a, b)
            }

            #[inline(always)]
            fn sums_of_rows<const R: usize>(rows: [&[$type]; R], other: &[$type]) -> [$type; R] {
                $sums(rows, other)
            }

            unsafe fn product(to: Matrix, a: Matrix, b: Matrix) {
                let size = size_of::<$type>() as isize;
                let small = to.rows * to.columns * a.columns <= SMALL;
                let whole = [to, a, b].iter().all(|matrix| matrix.is_aligned(size_of::<$part>()))
                    && [to, a, b].iter().all(|matrix| (matrix.row | matrix.column) % size == 0);
                // SAFETY: the caller's promise; steps are counted in elements.
                unsafe {
                    if whole && $ordered(to, a, b, small) {
                        return;
                    }
                    if small || !whole {
                        return plain_product::<$type>(to, a, b);
                    }
                    if (to.rows == 1 || to.columns == 1) && line_product::<$type>(to, a, b) {
                        return;
                    }
                    let product = |to: Matrix, a: Matrix, b: Matrix| $gemm(
                        to.rows, a.columns, to.columns,
                        $one, a.data.cast(), a.row / size, a.column / size,
                        b.data.cast(), b.row / size, b.column / size,
                        $zero, to.data.cast(), to.row / size, to.column / size,
                    );
                    let is_own = a.data == b.data && (a.row, a.column) == (b.column, b.row) && to.rows == to.columns;
                    if is_own && to.rows > UNDIVIDED {
                        lower_half(to, a, &product);
                        mirror::<$type>(to);
                    } else {
                        product(to, a, b);
                    }
                }
            }
        })*
    };
}

/// Rows of a matrix whose product with itself is no longer divided.
const UNDIVIDED: usize = 32;

/// The lower half of the product of a matrix with itself turned, block by block; it is symmetric.
///
/// # Safety
/// As for the product that is handed over.
unsafe fn lower_half(to: Matrix, a: Matrix, product: &impl Fn(Matrix, Matrix, Matrix)) {
    if to.rows <= UNDIVIDED {
        return product(to, a, a.transposed());
    }
    let half = (to.rows / 2).next_multiple_of(8);
    let upper = |matrix: Matrix| Matrix { rows: half, ..matrix };
    let lower = |matrix: Matrix| matrix.part(half, 0);
    let left = |matrix: Matrix| Matrix { columns: half, ..matrix };
    product(left(lower(to)), lower(a), upper(a).transposed());
    // SAFETY: parts of the matrices.
    unsafe {
        lower_half(left(upper(to)), upper(a), product);
        lower_half(to.part(half, half), lower(a), product);
    }
}

/// Writes what stands below the diagonal above it, a few rows and columns at a time.
///
/// # Safety
/// It is a square matrix of elements of this type.
unsafe fn mirror<T: Element>(to: Matrix) {
    const FEW: usize = 16;
    for first in (0..to.rows).step_by(FEW) {
        for left in (0..=first).step_by(FEW) {
            for i in first..(first + FEW).min(to.rows) {
                for j in left..(left + FEW).min(i) {
                    // SAFETY: places within the matrix.
                    unsafe { to.set(j, i, to.get::<T>(i, j)) };
                }
            }
        }
    }
}

/// Elements for which no order of additions is prescribed.
fn any_order(_: Matrix, _: Matrix, _: Matrix, _: bool) -> bool {
    false
}

#[rustfmt::skip]
unsafe fn cgemm(m: usize, k: usize, n: usize, one: [f32; 2], a: *const [f32; 2], ra: isize, ca: isize, b: *const [f32; 2], rb: isize, cb: isize, zero: [f32; 2], c: *mut [f32; 2], rc: isize, cc: isize) {
    use matrixmultiply::CGemmOption::Standard;
    // SAFETY: the caller's promise.
    unsafe { matrixmultiply::cgemm(Standard, Standard, m, k, n, one, a, ra, ca, b, rb, cb, zero, c, rc, cc) }
}

#[rustfmt::skip]
unsafe fn zgemm(m: usize, k: usize, n: usize, one: [f64; 2], a: *const [f64; 2], ra: isize, ca: isize, b: *const [f64; 2], rb: isize, cb: isize, zero: [f64; 2], c: *mut [f64; 2], rc: isize, cc: isize) {
    use matrixmultiply::CGemmOption::Standard;
    // SAFETY: the caller's promise.
    unsafe { matrixmultiply::zgemm(Standard, Standard, m, k, n, one, a, ra, ca, b, rb, cb, zero, c, rc, cc) }
}

float_rings! {
    f32, f32, matrixmultiply::sgemm, tiles::single, 1.0, 0.0, sums_of_rows::<f32, 16, R>;
    f64, f64, matrixmultiply::dgemm, blas::multiply, 1.0, 0.0, sums_of_rows::<f64, 8, R>;
    C64, f32, cgemm, any_order, [1.0, 0.0], [0.0, 0.0], complex_sums_of_rows::<f32, 8, R>;
    C128, f64, zgemm, any_order, [1.0, 0.0], [0.0, 0.0], complex_sums_of_rows::<f64, 4, R>;
}

fn mismatch(a: usize, b: usize) -> Error {
    Error::value(format!(
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) \
         (size {b} is different from {a})"
    ))
}

/// The sum of the products of two rows of one type and length; nothing, if the arrays are others.
pub fn of_rows(a: &Array, b: &Array) -> Option<Scalar> {
    let dtype = a.dtype();
    if a.rank() != 1 || b.rank() != 1 || a.size() != b.size() || b.dtype() != dtype || dtype.is_reference() {
        return None;
    }
    let mut words = [0u64; 2];
    let data = words.as_mut_ptr().cast::<u8>();
    let (n, row, column) = (a.size(), a.strides()[0], b.strides()[0]);
    let to = Matrix { data, rows: 1, columns: 1, row: 0, column: 0 };
    let (a, b) = (
        Matrix { data: a.data(), rows: 1, columns: n, row: 0, column: row },
        Matrix { data: b.data(), rows: n, columns: 1, row: column, column: 0 },
    );
    // SAFETY: the rows have so many elements of the type, and the words have room for one.
    unsafe {
        with_number!(dtype, T => T::product(to, a, b));
        Some(Scalar::read(dtype, data))
    }
}

/// `ValueError`: the axes before the matrices do not go together.
#[cold]
fn apart(operands: [&Array; 2], matrix: [usize; 2]) -> Error {
    let shown = |array: &Array| {
        let lengths: Vec<String> = array.shape().iter().map(usize::to_string).collect();
        let outer = lengths[..lengths.len() - 2].iter().map(|length| format!("{length},"));
        format!("({})->({}newaxis,newaxis)", lengths.join(","), outer.collect::<String>())
    };
    let ([a, b], [rows, columns]) = (operands.map(shown), matrix);
    Error::value(format!(
        "operands could not be broadcast together with remapped shapes [original->remapped]: {a} {b}  and requested \
         shape ({rows},{columns})"
    ))
}

/// That both operands of a product have dimensions.
pub fn check_ranks(operands: [&Array; 2]) -> Outcome<()> {
    match operands.into_iter().position(|operand| operand.rank() == 0) {
        Some(number) => Err(Error::value(format!(
            "matmul: Input operand {number} does not have enough dimensions (has 0, gufunc core with signature \
             (n?,k),(k,m?)->(n?,m?) requires 1)"
        ))),
        None => Ok(()),
    }
}

/// `a @ b`, in a type.
pub fn matmul(a: &Array, b: &Array, dtype: DType) -> Outcome<Array> {
    check_ranks([a, b])?;
    let (a, b) = (cast::with_type(a, dtype)?, cast::with_type(b, dtype)?);
    let (flat_a, flat_b) = (a.rank() == 1, b.rank() == 1);
    let a = if flat_a { with_axis(&a, 0) } else { a };
    let b = if flat_b { with_axis(&b, 1) } else { b };
    let (outer_a, outer_b) = (a.rank() - 2, b.rank() - 2);
    let (rows, inner) = (a.shape()[outer_a], a.shape()[outer_a + 1]);
    let (inner_b, columns) = (b.shape()[outer_b], b.shape()[outer_b + 1]);
    if inner != inner_b {
        return Err(mismatch(inner, inner_b));
    }
    let Some(outer) = broadcast_shape([&a.shape()[..outer_a], &b.shape()[..outer_b]].into_iter()) else {
        return Err(apart([&a, &b], [rows, columns]));
    };
    let full = |rows: usize, columns: usize| -> Shape { outer.iter().copied().chain([rows, columns]).collect() };
    let lost = || Error::value("operands could not be broadcast together");
    let a = a.broadcast_view(&full(rows, inner)).ok_or_else(lost)?;
    let b = b.broadcast_view(&full(inner, columns)).ok_or_else(lost)?;
    let target = Array::empty(&full(rows, columns), dtype, Order::C)?;
    let rank = outer.len();
    if target.size() > 0 {
        super::walk::Walk::in_order(&outer, [&target.strides()[..rank], &a.strides()[..rank], &b.strides()[..rank]])
            .run([target.data(), a.data(), b.data()], |at, steps, n| {
                for i in 0..n as isize {
                    let matrix = |k: usize, array: &Array| Matrix {
                        data: at[k].wrapping_offset(i * steps[k]),
                        rows: array.shape()[rank],
                        columns: array.shape()[rank + 1],
                        row: array.strides()[rank],
                        column: array.strides()[rank + 1],
                    };
                    let (to, a, b) = (matrix(0, &target), matrix(1, &a), matrix(2, &b));
                    // SAFETY: the matrices lie in arrays of this type; the target is new.
                    with_number!(dtype, T => unsafe { T::product(to, a, b) });
                }
            });
    }
    let mut shape: Shape = outer;
    if !flat_a {
        shape.push(rows);
    }
    if !flat_b {
        shape.push(columns);
    }
    target.reshaped_view(&shape, Order::C).ok_or_else(lost)
}

/// A view of a row as a matrix: with a dimension of length 1 in front or behind.
fn with_axis(array: &Array, place: usize) -> Array {
    let (mut shape, mut strides) = (Shape::from(array.shape()), super::ndarray::Strides::from(array.strides()));
    shape.insert(place, 1);
    strides.insert(place, 0);
    // SAFETY: the same elements.
    unsafe { array.view(array.data(), array.dtype(), &shape, &strides) }
}

/// The products of a row with every stretch of it that a shorter one covers, the ends where it stands out included.
pub fn sliding(long: &[f64], short: &[f64]) -> Outcome<Array> {
    let mut row = Array::empty(&[(long.len() + short.len()).saturating_sub(1)], DType::F64, Order::C)?;
    if let Some(results) = row.as_mut_slice::<f64>() {
        blas::run(blas::Sliding { long, short, results });
    }
    Ok(row)
}
