//! Products of a matrix with one row or column, and of two rows.
//!
//! In: matrices of which one has a single row or column. Out: their product: products of dense rows, several at a time, or a sum of
//! dense rows, each times a factor.
#![allow(unsafe_code)]

use super::{Matrix, Ring};
use crate::array::blas::{Routine, run};
use crate::array::element::Element;
use crate::array::ufunc::loops::versions;
use num_complex::Complex;
use std::hint::black_box;
use std::ops::{Add, Mul, Sub};

/// The product with a matrix of one column or row, where elements lie one after the other; false if they do not.
///
/// # Safety
/// As for `product`.
pub(super) unsafe fn line_product<T: Ring>(to: Matrix, a: Matrix, b: Matrix) -> bool {
    let size = size_of::<T>() as isize;
    let inner = a.columns;
    // SAFETY: dense rows and columns of that many elements; the target overlaps neither.
    unsafe {
        if a.column == size && b.row == size && (to.columns == 1 || to.rows == 1) {
            let (lines, row, results) = match to.columns {
                1 => (a, b.data, to),
                _ => (b.transposed(), a.data, to.transposed()),
            };
            dots::<T>(lines, row, results);
            return true;
        }
        // A combination of rows, or of columns.
        let (lines, along, width, dense) = match (to.rows, to.columns) {
            (1, columns) if b.column == size && to.column == size => {
                ((b.data, b.row), (a.data, a.column), columns, true)
            }
            (rows, 1) if a.row == size && to.row == size => ((a.data, a.column), (b.data, b.row), rows, true),
            _ => ((b.data, 0), (a.data, 0), 0, false),
        };
        if !dense {
            return false;
        }
        let sums = std::slice::from_raw_parts_mut(to.data.cast::<T>(), width);
        run(Combination { sums, lines, along, count: inner });
        true
    }
}

/// The sum of dense lines, each times a factor.
struct Combination<'a, T> {
    sums: &'a mut [T],
    /// Where the lines are, and the bytes from one to the next.
    lines: (*mut u8, isize),
    /// The same of factors.
    along: (*mut u8, isize),
    /// How many.
    count: usize,
}

impl<T: Ring> Routine for Combination<'_, T> {
    #[inline(always)]
    fn work(&mut self) {
        self.sums.fill(T::ZERO);
        let mut done = 0;
        // Sums are loaded and stored once for four lines.
        while done + 4 <= self.count {
            self.add::<4>(done);
            done += 4;
        }
        for k in done..self.count {
            self.add::<1>(k);
        }
    }
}

impl<T: Ring> Combination<'_, T> {
    #[inline(always)]
    fn add<const LINES: usize>(&mut self, first: usize) {
        let width = self.sums.len();
        let mut lines: [&[T]; LINES] = [&[]; LINES];
        let mut factors = [T::ZERO; LINES];
        for k in 0..LINES {
            let place = (first + k) as isize;
            // SAFETY: there are so many dense lines and factors, which nobody writes to.
            unsafe {
                factors[k] = self.along.0.offset(place * self.along.1).cast::<T>().read_unaligned();
                lines[k] = std::slice::from_raw_parts(self.lines.0.offset(place * self.lines.1).cast::<T>(), width);
            }
        }
        for (at, sum) in self.sums.iter_mut().enumerate() {
            let mut all = *sum;
            for k in 0..LINES {
                all = all.multiply_add(factors[k], lines[k][at]);
            }
            *sum = all;
        }
    }
}

/// The products of dense rows with another one.
///
/// # Safety
/// There are such rows of elements of this type, and a target for each of them.
unsafe fn dots<T: Ring>(lines: Matrix, row: *mut u8, to: Matrix) {
    const PIECE: usize = 1024;
    let length = lines.columns;
    if !T::IS_FULL_AT_ONCE || length <= PIECE {
        // SAFETY: the caller's promise.
        return unsafe {
            dots_fast::<T>(&[lines.data, row, to.data], &[lines.row, to.row, length as isize], lines.rows)
        };
    }
    for line in 0..lines.rows {
        let mut sum = T::ZERO;
        for start in (0..length).step_by(PIECE) {
            let at = [lines.at(line, start), row.wrapping_add(start * size_of::<T>()), (&raw mut sum).cast()];
            // SAFETY: the caller's promise; the sum is one element.
            unsafe { dots_fast::<T>(&at, &[0, 0, PIECE.min(length - start) as isize], 1) };
            if sum != T::ZERO {
                break;
            }
        }
        // SAFETY: the caller's promise.
        unsafe { to.set(line, 0, sum) };
    }
}

versions! { dots_fast<T: Ring> = dot_rows }

/// The products of `n` rows with one. The steps are those from row to row and from result to result, and the length of a row.
#[inline(always)]
unsafe fn dot_rows<T: Ring>(at: &[*mut u8], steps: &[isize], n: usize) {
    /// So many rows at once: each sum waits for itself.
    const MANY: usize = 4;
    // SAFETY: the caller gives these rows, and a place for each result.
    unsafe {
        let row = |start: *mut u8| std::slice::from_raw_parts(start.cast::<T>(), steps[2] as usize);
        let line = |number: usize| row(at[0].wrapping_offset(number as isize * steps[0]));
        let to = |number: usize| at[2].wrapping_offset(number as isize * steps[1]).cast::<T>();
        let together = n - n % MANY;
        for first in (0..together).step_by(MANY) {
            let sums = T::sums_of_rows([line(first), line(first + 1), line(first + 2), line(first + 3)], row(at[1]));
            for (k, sum) in sums.into_iter().enumerate() {
                to(first + k).write(sum);
            }
        }
        for number in together..n {
            to(number).write(sum_of_products(line(number), row(at[1])));
        }
    }
}

/// The sums of the products of some rows with one, each in parts that a vector holds.
#[inline(always)]
pub(super) fn sums_of_rows<T: Ring, const PARTS: usize, const R: usize>(rows: [&[T]; R], other: &[T]) -> [T; R] {
    let (whole, rest) = other.as_chunks::<PARTS>();
    let lines = rows.map(|row| &row.as_chunks::<PARTS>().0[..whole.len()]);
    let mut parts = [[T::ZERO; PARTS]; R];
    for (at, factors) in whole.iter().enumerate() {
        for (parts, line) in parts.iter_mut().zip(lines) {
            *parts = added(*parts, &line[at], factors);
        }
    }
    // From here on the compiler would take vectors apart, and then in the loop before as well.
    parts = black_box(parts);
    let mut sums = [T::ZERO; R];
    for (sum, parts) in sums.iter_mut().zip(parts) {
        for part in parts {
            *sum = sum.multiply_add(part, T::ONE);
        }
    }
    add_rest(&mut sums, rows, other, rest.len());
    sums
}

/// Sums and the products that belong to them. A copy changes: what is changed in place, the compiler leaves in memory.
#[inline(always)]
fn added<T: Ring, const PARTS: usize>(sums: [T; PARTS], items: &[T; PARTS], factors: &[T; PARTS]) -> [T; PARTS] {
    let mut next = sums;
    for k in 0..PARTS {
        next[k] = sums[k].multiply_add(items[k], factors[k]);
    }
    next
}

/// Adds the products of the last elements of some rows with those of one.
#[inline(always)]
fn add_rest<T: Ring, const R: usize>(sums: &mut [T; R], rows: [&[T]; R], other: &[T], count: usize) {
    let first = other.len() - count;
    for (sum, row) in sums.iter_mut().zip(rows) {
        for (&factor, &item) in other[first..].iter().zip(&row[first..]) {
            *sum = sum.multiply_add(item, factor);
        }
    }
}

/// The same of complex numbers, whose parts are multiplied each with each: like ones, and crosswise.
#[inline(always)]
pub(super) fn complex_sums_of_rows<T, const PARTS: usize, const R: usize>(
    rows: [&[Complex<T>]; R],
    other: &[Complex<T>],
) -> [Complex<T>; R]
where
    T: Element + Add<Output = T> + Sub<Output = T> + Mul<Output = T>,
    Complex<T>: Ring,
{
    let (whole, rest) = other.as_chunks::<PARTS>();
    let lines = rows.map(|row| &row.as_chunks::<PARTS>().0[..whole.len()]);
    let mut like = [[[T::ZERO; 2]; PARTS]; R];
    let mut cross = like;
    for (at, factors) in whole.iter().enumerate() {
        for (r, line) in lines.iter().enumerate() {
            for (k, (a, b)) in line[at].iter().zip(factors).enumerate() {
                like[r][k] = [like[r][k][0] + a.re * b.re, like[r][k][1] + a.im * b.im];
                cross[r][k] = [cross[r][k][0] + a.re * b.im, cross[r][k][1] + a.im * b.re];
            }
        }
    }
    let mut sums = [<Complex<T> as Element>::ZERO; R];
    for (sum, (like, cross)) in sums.iter_mut().zip(like.iter().zip(&cross)) {
        for (like, cross) in like.iter().zip(cross) {
            (sum.re, sum.im) = (sum.re + (like[0] - like[1]), sum.im + (cross[0] + cross[1]));
        }
    }
    add_rest(&mut sums, rows, other, rest.len());
    sums
}

/// The sum of the products of two rows, in parts that a few vectors hold.
#[inline(always)]
fn sum_of_products<T: Ring>(a: &[T], b: &[T]) -> T {
    let [mut p, mut q, mut r, mut s] = [[T::ZERO; 8]; 4];
    let (a32, b32) = (a.chunks_exact(32), b.chunks_exact(32));
    let rest = a32.remainder().iter().zip(b32.remainder());
    for (x, y) in a32.zip(b32) {
        for i in 0..8 {
            p[i] = p[i].multiply_add(x[i], y[i]);
            q[i] = q[i].multiply_add(x[8 + i], y[8 + i]);
            r[i] = r[i].multiply_add(x[16 + i], y[16 + i]);
            s[i] = s[i].multiply_add(x[24 + i], y[24 + i]);
        }
    }
    let parts = [p, q, r, s].into_iter().flatten();
    let whole = parts.reduce(|sum, part| sum.multiply_add(part, T::ONE)).unwrap_or(T::ZERO);
    rest.fold(whole, |sum, (&x, &y)| sum.multiply_add(x, y))
}
