//! Small real systems: the steps of `dgetrf` and `dgetrs` in the order of OpenBLAS, so that the digits are those that numpy prints.
//!
//! In: matrices, column after column. Out: triangular factors, solutions. Columns are factored by halves, down to panels of
//! a few, in which each column is found from those to its left.

use super::dense::Dense;
use super::factor::{Lu, largest};
use super::part::Part;
use crate::array::blas::{Routine, combine, run, strided_dot};
use std::ops::Range;

/// Rows of the largest system that is solved in this way; wide panels are faster for larger ones.
pub(super) const LARGEST: usize = 64;

/// A half of so many columns is too small to be factored apart.
const NARROW: usize = 4;

/// The triangular factors of a square matrix.
pub(super) fn lu(mut a: Dense<f64>) -> Lu<f64> {
    let mut exchanged = vec![0; a.rows];
    factor(Part::all(&mut a), &mut exchanged);
    let is_singular = (0..a.rows).any(|k| a.at(k, k) == 0.0);
    Lu { factors: a, exchanged, is_singular }
}

/// Factors columns of at least as many rows.
fn factor(mut a: Part<'_, f64>, exchanged: &mut [usize]) {
    let half = (a.columns / 2).next_multiple_of(2);
    if half <= NARROW {
        return run(Panel { a, exchanged });
    }
    for start in (0..a.columns).step_by(half) {
        let width = half.min(a.columns - start);
        let (mut left, right) = a.again().split_columns(start);
        let (mut panel, mut right) = right.split_columns(width);
        let (_, mut below) = panel.again().split_rows(start);
        let own = &mut exchanged[start..start + width];
        factor(below.again(), own);
        for other in [&mut left, &mut right] {
            other.again().split_rows(start).1.exchange(own);
        }
        let ((triangle, below), (mut top, mut rest)) =
            (below.split_rows(width), right.again().split_rows(start).1.split_rows(width));
        forward(triangle, top.again());
        rest.subtract_product(&below, &top);
        own.iter_mut().for_each(|row| *row += start);
    }
}

/// A few columns, each of which is found from those to its left.
struct Panel<'a> {
    a: Part<'a, f64>,
    exchanged: &'a mut [usize],
}

impl Routine for Panel<'_> {
    #[inline(always)]
    fn work(&mut self) {
        let Panel { a, exchanged } = self;
        for j in 0..a.columns {
            let (mut before, mut right) = a.again().split_columns(j);
            let column = right.column_mut(0);
            exchange(column, &exchanged[..j]);
            let before_at = |i: usize, k: usize| before.column(k)[i];
            for i in 1..j {
                column[i] -= strided_dot(i, |k| before_at(i, k), |k| column[k]);
            }
            let (above, below) = column.split_at_mut(j);
            combine(below, j, |k| &before.column(k)[j..], |k| -above[k]);
            let (row, _) = largest(below);
            exchanged[j] = j + row;
            let pivot = below[row];
            if pivot == 0.0 {
                continue;
            }
            below.swap(0, row);
            (0..j).for_each(|k| before.column_mut(k).swap(j, j + row));
            let below = &mut below[1..];
            if pivot.abs() >= f64::MIN_POSITIVE {
                let factor = 1.0 / pivot;
                below.iter_mut().for_each(|item| *item *= factor);
            } else {
                below.iter_mut().for_each(|item| *item /= pivot);
            }
        }
    }
}

/// Exchanges the first rows of a column with others.
#[inline(always)]
fn exchange(column: &mut [f64], with: &[usize]) {
    with.iter().enumerate().for_each(|(k, &other)| column.swap(k, other));
}

/// Solves by a lower triangle, which has ones on its diagonal. What is taken from each number is one chain of products.
fn forward(mut triangle: Part<'_, f64>, mut x: Part<'_, f64>) {
    for block in blocks(triangle.rows) {
        let (known, own) = x.again().split_rows(block.start);
        let (mut own, _) = own.split_rows(block.len());
        let [_, _, left, rest] = triangle.again().split(block.start, block.start);
        let (left, _) = left.split_rows(block.len());
        own.subtract_product(&left, &known);
        run(Forward { triangle: rest, x: own });
    }
}

/// Solves by the upper triangle.
fn backward(mut triangle: Part<'_, f64>, mut x: Part<'_, f64>) {
    for block in blocks(triangle.rows).into_iter().rev() {
        let (before, known) = x.again().split_rows(block.end);
        let (_, mut own) = before.split_rows(block.start);
        let [upper, right, ..] = triangle.again().split(block.end, block.end);
        let ([.., rest], (_, right)) = (upper.split(block.start, block.start), right.split_rows(block.start));
        own.subtract_product(&right, &known);
        run(Backward { triangle: rest, x: own });
    }
}

/// One block of rows, whose triangle begins with them.
struct Forward<'a> {
    triangle: Part<'a, f64>,
    x: Part<'a, f64>,
}

impl Routine for Forward<'_> {
    #[inline(always)]
    fn work(&mut self) {
        let n = self.x.rows;
        for i in 0..n {
            let column = &self.triangle.column(i)[i + 1..n];
            for j in 0..self.x.columns {
                let (known, left) = self.x.column_mut(j)[i..].split_at_mut(1);
                add_column(left, -known[0], column);
            }
        }
    }
}

struct Backward<'a> {
    triangle: Part<'a, f64>,
    x: Part<'a, f64>,
}

impl Routine for Backward<'_> {
    #[inline(always)]
    fn work(&mut self) {
        for i in (0..self.x.rows).rev() {
            let (column, factor) = (&self.triangle.column(i)[..i], 1.0 / self.triangle.column(i)[i]);
            for j in 0..self.x.columns {
                let (left, known) = self.x.column_mut(j)[..=i].split_at_mut(i);
                known[0] *= factor;
                add_column(left, -known[0], column);
            }
        }
    }
}

/// `x += factor * column`, fused.
#[inline(always)]
fn add_column(x: &mut [f64], factor: f64, column: &[f64]) {
    x.iter_mut().zip(column).for_each(|(x, &item)| *x = factor.mul_add(item, *x));
}

/// Parts that are solved each in one go: of sixteen, and one at most of eight, of four and so on.
fn blocks(rows: usize) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut next = 0;
    while next < rows {
        let left = rows - next;
        let size = if left >= 16 { 16 } else { 1 << left.ilog2() };
        blocks.push(next..next + size);
        next += size;
    }
    blocks
}

/// Solves for each column.
pub(super) fn solve(lu: &mut Lu<f64>, b: &mut Dense<f64>) {
    let (mut factors, mut b) = (Part::all(&mut lu.factors), Part::all(b));
    b.exchange(&lu.exchanged);
    if b.columns == 1 {
        return run(Alone { factors, x: b.column_mut(0) });
    }
    forward(factors.again(), b.again());
    backward(factors, b);
}

/// One column, by both triangles.
struct Alone<'a> {
    factors: Part<'a, f64>,
    x: &'a mut [f64],
}

impl Routine for Alone<'_> {
    #[inline(always)]
    fn work(&mut self) {
        let Alone { factors, x } = self;
        let n = x.len();
        for i in 0..n {
            let (known, left) = x.split_at_mut(i + 1);
            add_column(left, -known[i], &factors.column(i)[i + 1..]);
        }
        for i in (0..n).rev() {
            x[i] /= factors.column(i)[i];
            let (left, known) = x.split_at_mut(i);
            add_column(left, -known[0], &factors.column(i)[..i]);
        }
    }
}
