//! Small real systems: the steps of `dgetrf` and `dgetrs` in the order of OpenBLAS, so that the digits are those that numpy prints.
//!
//! In: matrices, column after column. Out: triangular factors, solutions. Columns are factored by halves, down to panels of
//! a few, in which each column is found from those to its left.

use super::dense::Dense;
use super::factor::Lu;
use crate::array::blas::{Routine, combine, run, strided_dot};
use std::ops::Range;

/// Rows of the largest system that is solved in this way; wide panels are faster for larger ones.
pub(super) const LARGEST: usize = 64;

/// A half of so many columns is too small to be factored apart.
const NARROW: usize = 4;

/// The triangular factors of a square matrix.
pub(super) fn lu(mut a: Dense<f64>) -> Lu<f64> {
    let mut exchanged = vec![0; a.rows];
    let columns = 0..a.columns;
    factor(&mut a, &mut exchanged, columns);
    let is_singular = (0..a.rows).any(|k| a.at(k, k) == 0.0);
    Lu { factors: a, exchanged, is_singular }
}

/// Factors some columns, from the diagonal down.
fn factor(a: &mut Dense<f64>, exchanged: &mut [usize], columns: Range<usize>) {
    let half = (columns.len() / 2).next_multiple_of(2);
    if half <= NARROW {
        return run(Panel { a, exchanged, columns });
    }
    for start in columns.clone().step_by(half) {
        let panel = start..(start + half).min(columns.end);
        factor(a, exchanged, panel.clone());
        (columns.start..start).for_each(|j| exchange(a.column_mut(j), panel.clone(), exchanged));
        let right = panel.end..columns.end;
        run(Update { a, exchanged, panel, right });
    }
}

/// Exchanges rows of a column as those of some columns were.
fn exchange(column: &mut [f64], columns: Range<usize>, exchanged: &[usize]) {
    columns.for_each(|k| column.swap(k, exchanged[k]));
}

/// A few columns, each of which is found from those to its left.
struct Panel<'a> {
    a: &'a mut Dense<f64>,
    exchanged: &'a mut [usize],
    columns: Range<usize>,
}

impl Routine for Panel<'_> {
    #[inline(always)]
    fn work(&mut self) {
        let Panel { a, exchanged, columns } = self;
        let first = columns.start;
        for j in columns.clone() {
            let mut column = a.column(j).to_vec();
            exchange(&mut column, first..j, exchanged);
            for i in first + 1..j {
                column[i] -= strided_dot(i - first, |k| a.at(i, first + k), |k| column[first + k]);
            }
            let (above, below) = column.split_at_mut(j);
            combine(below, j - first, |k| &a.column(first + k)[j..], |k| -above[first + k]);
            let mut pivot = j;
            for i in j + 1..column.len() {
                if column[i].abs() > column[pivot].abs() {
                    pivot = i;
                }
            }
            exchanged[j] = pivot;
            let largest = column[pivot];
            a.column_mut(j).copy_from_slice(&column);
            if largest == 0.0 {
                continue;
            }
            (first..=j).for_each(|k| a.column_mut(k).swap(j, pivot));
            let below = &mut a.column_mut(j)[j + 1..];
            if largest.abs() >= f64::MIN_POSITIVE {
                let factor = 1.0 / largest;
                below.iter_mut().for_each(|item| *item *= factor);
            } else {
                below.iter_mut().for_each(|item| *item /= largest);
            }
        }
    }
}

/// What columns to the right hear of a panel.
struct Update<'a> {
    a: &'a mut Dense<f64>,
    exchanged: &'a [usize],
    panel: Range<usize>,
    right: Range<usize>,
}

impl Routine for Update<'_> {
    #[inline(always)]
    fn work(&mut self) {
        let Update { a, exchanged, panel, right } = self;
        for j in right.clone() {
            exchange(a.column_mut(j), panel.clone(), exchanged);
            let mut column = a.column(j).to_vec();
            forward(a, panel.clone(), &mut column);
            let (known, below) = column.split_at_mut(panel.end);
            let rows = panel.end..panel.end + below.len();
            subtract_chains(a, rows, panel.clone(), &known[panel.clone()], below);
            a.column_mut(j).copy_from_slice(&column);
        }
    }
}

/// Takes from each item the chain of products of its row, in some columns, with what these are multiplied by. Rows are side by side, and
/// chains so, as many as registers hold: one alone waits for itself.
#[inline(always)]
fn subtract_chains(a: &Dense<f64>, rows: Range<usize>, columns: Range<usize>, factors: &[f64], items: &mut [f64]) {
    let mut done = 0;
    while done < items.len() {
        let (first, items) = (rows.start + done, &mut items[done..]);
        done += match items.len() {
            32.. => chains::<32>(a, first, columns.clone(), factors, items),
            16.. => chains::<16>(a, first, columns.clone(), factors, items),
            8.. => chains::<8>(a, first, columns.clone(), factors, items),
            4.. => chains::<4>(a, first, columns.clone(), factors, items),
            _ => chains::<1>(a, first, columns.clone(), factors, items),
        };
    }
}

/// The first of them; how many.
#[inline(always)]
fn chains<const N: usize>(
    a: &Dense<f64>,
    first: usize,
    columns: Range<usize>,
    factors: &[f64],
    items: &mut [f64],
) -> usize {
    let mut sums = [0.0; N];
    for (column, &factor) in columns.zip(factors) {
        let column = &a.column(column)[first..first + N];
        for (sum, &item) in sums.iter_mut().zip(column) {
            *sum = item.mul_add(factor, *sum);
        }
    }
    items.iter_mut().zip(sums).for_each(|(item, sum)| *item -= sum);
    N
}

/// Solves by the lower triangle of a panel, which has ones on its diagonal.
#[inline(always)]
fn forward(a: &Dense<f64>, panel: Range<usize>, x: &mut [f64]) {
    for block in blocks(panel.clone()) {
        let (known, own) = x[panel.start..block.end].split_at_mut(block.start - panel.start);
        subtract_chains(a, block.clone(), panel.start..block.start, known, own);
        for i in block.clone() {
            let (known, left) = x[i..block.end].split_at_mut(1);
            add_column(left, -known[0], &a.column(i)[i + 1..block.end]);
        }
    }
}

/// `x += factor * column`, fused.
#[inline(always)]
fn add_column(x: &mut [f64], factor: f64, column: &[f64]) {
    x.iter_mut().zip(column).for_each(|(x, &item)| *x = factor.mul_add(item, *x));
}

/// Solves by the upper triangle.
#[inline(always)]
fn backward(a: &Dense<f64>, x: &mut [f64]) {
    for block in blocks(0..x.len()).into_iter().rev() {
        let all = x.len();
        let (own, known) = x[block.start..].split_at_mut(block.len());
        subtract_chains(a, block.clone(), block.end..all, known, own);
        for i in block.clone().rev() {
            x[i] *= 1.0 / a.at(i, i);
            let (left, known) = x[block.start..=i].split_at_mut(i - block.start);
            add_column(left, -known[0], &a.column(i)[block.start..i]);
        }
    }
}

/// Parts that are solved each in one go: of sixteen, and one at most of eight, of four and so on.
fn blocks(all: Range<usize>) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut next = all.start;
    while next < all.end {
        let left = all.end - next;
        let size = if left >= 16 { 16 } else { 1 << left.ilog2() };
        blocks.push(next..next + size);
        next += size;
    }
    blocks
}

/// Solves for each column.
pub(super) fn solve(lu: &Lu<f64>, b: &mut Dense<f64>) {
    run(Solve { lu, b });
}

struct Solve<'a> {
    lu: &'a Lu<f64>,
    b: &'a mut Dense<f64>,
}

impl Routine for Solve<'_> {
    #[inline(always)]
    fn work(&mut self) {
        let a = &self.lu.factors;
        let n = a.rows;
        let is_alone = self.b.columns == 1;
        for j in 0..self.b.columns {
            let x = self.b.column_mut(j);
            exchange(x, 0..n, &self.lu.exchanged);
            if !is_alone {
                forward(a, 0..n, x);
                backward(a, x);
                continue;
            }
            for i in 0..n {
                let (known, left) = x.split_at_mut(i + 1);
                add_column(left, -known[i], &a.column(i)[i + 1..]);
            }
            for i in (0..n).rev() {
                x[i] /= a.at(i, i);
                let (left, known) = x.split_at_mut(i);
                add_column(left, -known[0], &a.column(i)[..i]);
            }
        }
    }
}
