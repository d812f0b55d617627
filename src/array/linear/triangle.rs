//! Systems whose matrix is a triangle, for many right sides.
//!
//! In: a triangle and right sides. Out: solutions in their place. The triangle is halved: what is found of the one half is taken from the
//! right sides of the other by one product. Few rows are solved one after the other, for some columns at once.

use super::dense::Field;
use super::part::Part;
use crate::array::blas::{Routine, run};
use std::array::from_fn;

/// Rows that are not halved any more.
const FEW: usize = 8;
/// Columns that are solved at once: one alone waits for itself.
const SIDE: usize = 4;

/// Solves by a lower triangle with ones on its diagonal.
pub fn solve_lower<T: Field>(mut triangle: Part<'_, T>, mut b: Part<'_, T>) {
    if triangle.rows <= FEW {
        return run(Few { triangle: columns_of(&triangle, |row, k| row > k), diagonal: None, b });
    }
    let half = half_of(triangle.rows);
    let [first, _, below, second] = triangle.again().split(half, half);
    let (mut upper, mut lower) = b.again().split_rows(half);
    solve_lower(first, upper.again());
    lower.subtract_product(&below, &upper);
    solve_lower(second, lower);
}

/// Solves by an upper triangle.
pub fn solve_upper<T: Field>(mut triangle: Part<'_, T>, mut b: Part<'_, T>) {
    if triangle.rows <= FEW {
        let diagonal = from_fn(|k| if k < triangle.rows { triangle.column(k)[k].inverse() } else { T::ONE });
        return run(Few { triangle: columns_of(&triangle, |row, k| row < k), diagonal: Some(diagonal), b });
    }
    let half = half_of(triangle.rows);
    let [first, above, _, second] = triangle.again().split(half, half);
    let (mut upper, mut lower) = b.again().split_rows(half);
    solve_upper(second, lower.again());
    upper.subtract_product(&above, &lower);
    solve_upper(first, upper);
}

/// Where to divide so many rows or columns: vectors stay whole.
pub fn half_of(count: usize) -> usize {
    (count / 2).next_multiple_of(FEW)
}

/// The columns of a small triangle, without what is not part of it.
fn columns_of<T: Field>(triangle: &Part<'_, T>, is_part: impl Fn(usize, usize) -> bool) -> [[T; FEW]; FEW] {
    let n = triangle.rows;
    from_fn(|k| from_fn(|row| if row.max(k) < n && is_part(row, k) { triangle.column(k)[row] } else { T::ZERO }))
}

/// A few rows.
struct Few<'a, T> {
    triangle: [[T; FEW]; FEW],
    /// What the unknowns of an upper triangle are multiplied by.
    diagonal: Option<[T; FEW]>,
    b: Part<'a, T>,
}

impl<T: Field> Routine for Few<'_, T> {
    #[inline(always)]
    fn work(&mut self) {
        let (n, count) = (self.b.rows, self.b.columns);
        for first in (0..count).step_by(SIDE) {
            let columns = first..(first + SIDE).min(count);
            let mut x = [[T::ZERO; FEW]; SIDE];
            for (x, j) in x.iter_mut().zip(columns.clone()) {
                match self.b.column(j).as_array::<FEW>() {
                    Some(whole) => *x = *whole,
                    None => x[..n].copy_from_slice(self.b.column(j)),
                }
            }
            match self.diagonal {
                None => (0..FEW).for_each(|k| substitute(&mut x, k, &self.triangle[k])),
                Some(diagonal) => (0..FEW).rev().for_each(|k| {
                    x.iter_mut().for_each(|x| x[k] = x[k] * diagonal[k]);
                    substitute(&mut x, k, &self.triangle[k]);
                }),
            }
            for (x, j) in x.iter().zip(columns) {
                match self.b.column_mut(j).as_mut_array::<FEW>() {
                    Some(whole) => *whole = *x,
                    None => self.b.column_mut(j).copy_from_slice(&x[..n]),
                }
            }
        }
    }
}

/// Tells the other unknowns of one.
#[inline(always)]
fn substitute<T: Field>(x: &mut [[T; FEW]; SIDE], k: usize, column: &[T; FEW]) {
    for x in x {
        let known = x[k];
        x.iter_mut().zip(column).for_each(|(x, &item)| *x -= known * item);
    }
}
