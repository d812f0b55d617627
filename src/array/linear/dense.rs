//! Matrices, and the numbers in them.
//!
//! In: numbers. Out: columns, products, lengths.
#![allow(unsafe_code)]

use super::factor::{self, Lu};
use super::small;
use crate::array::product::Matrix;
use crate::array::tiles;
use crate::array::ufunc::loops::versions;
use num_complex::Complex64;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A real or a complex number.
pub trait Field:
    Copy
    + PartialEq
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
{
    /// Zero.
    const ZERO: Self;
    /// One.
    const ONE: Self;
    /// So many columns are not worth a product: what they change is told one by one.
    const PANEL: usize;
    /// From a real number.
    fn real(value: f64) -> Self;
    /// The real part.
    fn re(self) -> f64;
    /// The number whose imaginary part has the other sign.
    fn conj(self) -> Self;
    /// The size.
    fn size(self) -> f64;
    /// The square of the size.
    fn square(self) -> f64;
    /// So many times.
    fn times(self, factor: f64) -> Self;
    /// Divided by a real number.
    fn over(self, divisor: f64) -> Self;
    /// What is left of it at size 1. (A real number has a sign whatever its size.)
    fn sign(self) -> Self;
    /// One divided by the number.
    fn inverse(self) -> Self;
    /// `c -= a @ b`, of so many rows, products and columns. Each lies column after column, which begin so far apart.
    ///
    /// # Safety
    /// The matrices are there, and `c` overlaps neither.
    unsafe fn subtract_product(
        size: [usize; 3],
        a: (*const Self, usize),
        b: (*const Self, usize),
        c: (*mut Self, usize),
    );
    /// The triangular factors of a square matrix.
    fn lu(a: Dense<Self>) -> Lu<Self> {
        factor::lu(a)
    }
    /// Solves for each column of `b`.
    fn solve(lu: &mut Lu<Self>, b: &mut Dense<Self>) {
        factor::solve(lu, b);
    }
}

impl Field for f64 {
    const ZERO: f64 = 0.0;
    const ONE: f64 = 1.0;
    const PANEL: usize = 8;
    #[inline(always)]
    fn real(value: f64) -> f64 {
        value
    }
    #[inline(always)]
    fn re(self) -> f64 {
        self
    }
    #[inline(always)]
    fn conj(self) -> f64 {
        self
    }
    #[inline(always)]
    fn size(self) -> f64 {
        self.abs()
    }
    #[inline(always)]
    fn square(self) -> f64 {
        self * self
    }
    #[inline(always)]
    fn times(self, factor: f64) -> f64 {
        self * factor
    }
    #[inline(always)]
    fn over(self, divisor: f64) -> f64 {
        self / divisor
    }
    #[inline(always)]
    fn sign(self) -> f64 {
        if self < 0.0 { -1.0 } else { 1.0 }
    }
    #[inline(always)]
    fn inverse(self) -> f64 {
        1.0 / self
    }
    unsafe fn subtract_product(
        [m, k, n]: [usize; 3],
        a: (*const f64, usize),
        b: (*const f64, usize),
        c: (*mut f64, usize),
    ) {
        let [p, q, r] = [a.1, b.1, c.1].map(|apart| apart as isize);
        let matrix = |(data, apart): (*mut f64, usize), rows: usize, columns: usize| {
            // Rows for columns: each column is a dense row.
            Matrix::new(data.cast(), [columns, rows], [apart * size_of::<f64>(), size_of::<f64>()])
        };
        let (left, right) = (matrix((a.0.cast_mut(), a.1), m, k), matrix((b.0.cast_mut(), b.1), k, n));
        // SAFETY: the caller's promise, also of the transposed matrices.
        if unsafe { tiles::subtract(matrix(c, m, n), right, left) } {
            return;
        }
        // SAFETY: the caller's promise.
        unsafe { matrixmultiply::dgemm(m, k, n, -1.0, a.0, 1, p, b.0, 1, q, 1.0, c.0, 1, r) };
    }
    fn lu(a: Dense<f64>) -> Lu<f64> {
        if a.rows <= small::LARGEST { small::lu(a) } else { factor::lu(a) }
    }
    fn solve(lu: &mut Lu<f64>, b: &mut Dense<f64>) {
        if b.rows <= small::LARGEST { small::solve(lu, b) } else { factor::solve(lu, b) }
    }
}

impl Field for Complex64 {
    const ZERO: Complex64 = Complex64::new(0.0, 0.0);
    const ONE: Complex64 = Complex64::new(1.0, 0.0);
    const PANEL: usize = 48;
    #[inline(always)]
    fn real(value: f64) -> Complex64 {
        Complex64::new(value, 0.0)
    }
    #[inline(always)]
    fn re(self) -> f64 {
        self.re
    }
    #[inline(always)]
    fn conj(self) -> Complex64 {
        Complex64::new(self.re, -self.im)
    }
    #[inline(always)]
    fn size(self) -> f64 {
        self.re.hypot(self.im)
    }
    #[inline(always)]
    fn square(self) -> f64 {
        self.re * self.re + self.im * self.im
    }
    #[inline(always)]
    fn times(self, factor: f64) -> Complex64 {
        Complex64::new(self.re * factor, self.im * factor)
    }
    #[inline(always)]
    fn over(self, divisor: f64) -> Complex64 {
        Complex64::new(self.re / divisor, self.im / divisor)
    }
    #[inline(always)]
    fn sign(self) -> Complex64 {
        self.over(self.size())
    }
    /// Smith's way, which squares nothing.
    #[inline(always)]
    fn inverse(self) -> Complex64 {
        let (long, short) = if self.re.abs() >= self.im.abs() { (self.re, self.im) } else { (self.im, self.re) };
        let share = short / long;
        let whole = 1.0 / share.mul_add(short, long);
        if self.re.abs() >= self.im.abs() {
            Complex64::new(whole, -share * whole)
        } else {
            Complex64::new(share * whole, -whole)
        }
    }
    unsafe fn subtract_product(
        [m, k, n]: [usize; 3],
        a: (*const Complex64, usize),
        b: (*const Complex64, usize),
        c: (*mut Complex64, usize),
    ) {
        use matrixmultiply::CGemmOption::Standard;
        let [p, q, r] = [a.1, b.1, c.1].map(|apart| apart as isize);
        let (a, b, c) = (a.0.cast(), b.0.cast(), c.0.cast());
        let (minus, one) = ([-1.0, 0.0], [1.0, 0.0]);
        // SAFETY: the caller's promise; a complex number is two floats.
        unsafe { matrixmultiply::zgemm(Standard, Standard, m, k, n, minus, a, 1, p, b, 1, q, one, c, 1, r) };
    }
}

/// A matrix, column after column.
#[derive(Clone, Debug)]
pub struct Dense<T> {
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
    /// The numbers.
    pub items: Vec<T>,
}

impl<T: Field> Dense<T> {
    /// A matrix of zeros.
    pub fn zeros(rows: usize, columns: usize) -> Dense<T> {
        Dense { rows, columns, items: vec![T::ZERO; rows * columns] }
    }

    /// Ones on the diagonal, zeros elsewhere.
    pub fn identity(rows: usize, columns: usize) -> Dense<T> {
        let mut all = Dense::zeros(rows, columns);
        for k in 0..rows.min(columns) {
            all.set(k, k, T::ONE);
        }
        all
    }

    /// The number in a row and a column.
    #[inline(always)]
    pub fn at(&self, row: usize, column: usize) -> T {
        self.items[column * self.rows + row]
    }

    /// Writes it.
    #[inline(always)]
    pub fn set(&mut self, row: usize, column: usize, value: T) {
        self.items[column * self.rows + row] = value;
    }

    /// A column.
    #[inline(always)]
    pub fn column(&self, column: usize) -> &[T] {
        &self.items[column * self.rows..][..self.rows]
    }

    /// A column, to be written.
    #[inline(always)]
    pub fn column_mut(&mut self, column: usize) -> &mut [T] {
        &mut self.items[column * self.rows..][..self.rows]
    }

    /// Two columns, the second of which comes later, to be written.
    pub fn two_columns(&mut self, first: usize, second: usize) -> (&mut [T], &mut [T]) {
        let (before, after) = self.items.split_at_mut(second * self.rows);
        (&mut before[first * self.rows..][..self.rows], &mut after[..self.rows])
    }

    /// A matrix of numbers that lie row after row.
    pub fn from_rows(rows: usize, columns: usize, items: &[T]) -> Dense<T> {
        Dense { rows, columns, items: turned(items, columns) }
    }

    /// The numbers, row after row.
    pub fn to_rows(&self) -> Vec<T> {
        turned(&self.items, self.rows)
    }

    /// Rows for columns, of the conjugate numbers.
    pub fn adjoint(&self) -> Dense<T> {
        let mut items = self.to_rows();
        items.iter_mut().for_each(|item| *item = item.conj());
        Dense { rows: self.columns, columns: self.rows, items }
    }

    /// The product with another matrix, and columns of zeros behind it, as many columns as wanted in all.
    pub fn times(&self, other: &Dense<T>, wanted: usize) -> Dense<T> {
        let mut product = Dense::zeros(self.rows, wanted);
        let size = [self.rows, self.columns, other.columns];
        let opposite: Vec<T> = other.items.iter().map(|&item| -item).collect();
        let (a, b) = ((self.items.as_ptr(), self.rows), (opposite.as_ptr(), other.rows));
        // SAFETY: both matrices and the new one have these rows and columns.
        unsafe { T::subtract_product(size, a, b, (product.items.as_mut_ptr(), self.rows)) };
        product
    }

    /// The largest size of a number.
    pub fn largest(&self) -> f64 {
        self.items.iter().fold(0.0, |most, item| item.size().max(most))
    }

    /// Whether all numbers of the lower triangle are finite, and the real ones on the diagonal.
    pub fn is_half_finite(&self) -> bool {
        let is_finite = |item: &T| item.square().is_finite() || item.size().is_finite();
        (0..self.columns).all(|k| self.at(k, k).re().is_finite() && self.column(k)[k + 1..].iter().all(is_finite))
    }

    /// Whether all numbers are finite.
    pub fn is_finite(&self) -> bool {
        self.items.iter().all(|item| item.square().is_finite() || item.size().is_finite())
    }
}

/// Lines of so many numbers, turned: the first of each, then the second of each, and so on. A few of a few at a time stay in the cache.
fn turned<T: Field>(items: &[T], length: usize) -> Vec<T> {
    const FEW: usize = 16;
    let count = items.len().checked_div(length).unwrap_or(0);
    let mut turned = vec![T::ZERO; items.len()];
    for first in (0..count).step_by(FEW) {
        let few = FEW.min(count - first);
        for start in (0..length).step_by(FEW) {
            for place in start..(start + FEW).min(length) {
                let to = &mut turned[place * count + first..][..few];
                let lines = items[first * length + place..].iter().step_by(length);
                to.iter_mut().zip(lines).for_each(|(to, &item)| *to = item);
            }
        }
    }
    turned
}

/// The root of the sum of two squares, which are usually of moderate size.
pub fn hypotenuse(f: f64, g: f64) -> f64 {
    let square = f * f + g * g;
    if (1e-280..1e280).contains(&square) { square.sqrt() } else { f.hypot(g) }
}

/// The sum of the products of conjugate numbers with others.
pub fn dot<T: Field>(a: &[T], b: &[T]) -> T {
    let mut result = T::ZERO;
    let at = [a.as_ptr().cast_mut().cast(), b.as_ptr().cast_mut().cast(), (&raw mut result).cast()];
    // SAFETY: both have so many numbers, and the result is one.
    unsafe { dot_of_rows::<T>(&at, &[], a.len().min(b.len())) };
    result
}

/// `to += factor * from`
pub fn add_times<T: Field>(to: &mut [T], mut factor: T, from: &[T]) {
    let at = [to.as_mut_ptr().cast(), from.as_ptr().cast_mut().cast(), (&raw mut factor).cast()];
    // SAFETY: both have so many numbers, and do not overlap: one of them is borrowed alone.
    unsafe { add_row_times::<T>(&at, &[], to.len().min(from.len())) };
}

/// `to += factor * from`, twice.
pub fn add_both<T: Field>(to: &mut [T], (first, a): (T, &[T]), (second, b): (T, &[T])) {
    let mut factors = [first, second];
    let rows = [a.as_ptr().cast_mut().cast(), b.as_ptr().cast_mut().cast()];
    let at = [to.as_mut_ptr().cast(), rows[0], rows[1], factors.as_mut_ptr().cast()];
    // SAFETY: all have so many numbers, and the first overlaps none: it is borrowed alone.
    unsafe { add_two_rows::<T>(&at, &[], to.len().min(a.len()).min(b.len())) };
}

/// Turns two columns into each other: `(c a + s b, c b - s a)`.
pub fn rotate<T: Field>(a: &mut [T], b: &mut [T], c: f64, s: f64) {
    let mut turn = [c, s];
    let at = [a.as_mut_ptr().cast(), b.as_mut_ptr().cast(), turn.as_mut_ptr().cast()];
    // SAFETY: both have so many numbers, and do not overlap: each is borrowed alone.
    unsafe { turn_rows::<T>(&at, &[], a.len().min(b.len())) };
}

versions! { dot_of_rows<T: Field> = dot_row }
versions! { add_row_times<T: Field> = add_row }
versions! { add_two_rows<T: Field> = add_rows }
versions! { turn_rows<T: Field> = turn_row }

#[inline(always)]
unsafe fn dot_row<T: Field>(at: &[*mut u8], _: &[isize], n: usize) {
    // SAFETY: the caller gives two rows of so many numbers, and room for one.
    let (a, b) =
        unsafe { (std::slice::from_raw_parts(at[0].cast::<T>(), n), std::slice::from_raw_parts(at[1].cast::<T>(), n)) };
    let result = sum_of_products(a, b);
    // SAFETY: as above.
    unsafe { at[2].cast::<T>().write(result) };
}

/// The sum of the products of conjugate numbers with others, in parts that a vector holds.
#[inline(always)]
pub fn sum_of_products<T: Field>(a: &[T], b: &[T]) -> T {
    let mut parts = [T::ZERO; 8];
    let (a8, b8) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest = a8.remainder().iter().zip(b8.remainder()).fold(T::ZERO, |sum, (&x, &y)| sum + x.conj() * y);
    for (x, y) in a8.zip(b8) {
        for (lane, part) in parts.iter_mut().enumerate() {
            *part += x[lane].conj() * y[lane];
        }
    }
    parts.into_iter().fold(rest, |sum, part| sum + part)
}

#[inline(always)]
unsafe fn add_row<T: Field>(at: &[*mut u8], _: &[isize], n: usize) {
    // SAFETY: the caller gives two rows of so many numbers, the first of which is nobody else's, and a number.
    let (to, from, factor) = unsafe {
        (
            std::slice::from_raw_parts_mut(at[0].cast::<T>(), n),
            std::slice::from_raw_parts(at[1].cast::<T>(), n),
            at[2].cast::<T>().read(),
        )
    };
    for (to, &from) in to.iter_mut().zip(from) {
        *to += factor * from;
    }
}

#[inline(always)]
unsafe fn add_rows<T: Field>(at: &[*mut u8], _: &[isize], n: usize) {
    // SAFETY: the caller gives three rows of so many numbers, the first of which is nobody else's, and two numbers.
    let (to, a, b, [first, second]) = unsafe {
        (
            std::slice::from_raw_parts_mut(at[0].cast::<T>(), n),
            std::slice::from_raw_parts(at[1].cast::<T>(), n),
            std::slice::from_raw_parts(at[2].cast::<T>(), n),
            at[3].cast::<[T; 2]>().read(),
        )
    };
    for (to, (&a, &b)) in to.iter_mut().zip(a.iter().zip(b)) {
        *to = *to + first * a + second * b;
    }
}

#[inline(always)]
unsafe fn turn_row<T: Field>(at: &[*mut u8], _: &[isize], n: usize) {
    // SAFETY: the caller gives two rows of so many numbers that are nobody else's, and two numbers.
    let (a, b, [c, s]) = unsafe {
        (
            std::slice::from_raw_parts_mut(at[0].cast::<T>(), n),
            std::slice::from_raw_parts_mut(at[1].cast::<T>(), n),
            at[2].cast::<[f64; 2]>().read(),
        )
    };
    for (x, y) in a.iter_mut().zip(b) {
        (*x, *y) = (x.times(c) + y.times(s), y.times(c) - x.times(s));
    }
}

/// The length of a vector, whatever the size of its parts.
pub fn length<T: Field>(vector: &[T]) -> f64 {
    let square: f64 = vector.iter().map(|item| item.square()).sum();
    if square.is_normal() && square > 1e-280 {
        return square.sqrt();
    }
    let most = vector.iter().fold(0.0, |most: f64, item| item.size().max(most));
    if most == 0.0 || !most.is_finite() {
        return most;
    }
    most * vector.iter().map(|item| item.over(most).square()).sum::<f64>().sqrt()
}

/// Numbers whose inverses are moderate.
const TINY: f64 = 1e-200;

/// Makes a vector one that reflects it onto its first part: returns what that part becomes, which is real, and the factor of the
/// reflection `1 - factor v v*`. The first part of `v` is one.
pub fn reflector<T: Field>(vector: &mut [T]) -> (f64, T) {
    let first = vector[0];
    let rest = length(&vector[1..]);
    if rest == 0.0 && first == T::real(first.re()) {
        return (first.re(), T::ZERO);
    }
    let whole = first.size().hypot(rest);
    if whole < TINY {
        vector.iter_mut().for_each(|item| *item = item.times(1.0 / TINY));
        let (becomes, factor) = reflector(vector);
        return (becomes * TINY, factor);
    }
    let becomes = if first.re() >= 0.0 { -whole } else { whole };
    let factor = (T::real(becomes) - first).times(1.0 / becomes);
    let scale = (first - T::real(becomes)).inverse();
    vector[1..].iter_mut().for_each(|item| *item = *item * scale);
    vector[0] = T::ONE;
    (becomes, factor)
}
