//! Factors of matrices: triangles, and triangles with rotations.
//!
//! In: matrices. Out: LU, Cholesky and QR, with LAPACK's signs.
#![allow(unsafe_code)]

use super::dense::{Dense, Field, add_both, add_times, dot, reflector};
use super::part::Part;
use super::triangle::{half_of, solve_lower, solve_upper};
use crate::array::blas::{Routine, run};
use std::ops::Range;

/// Triangular factors with exchanged rows.
pub struct Lu<T> {
    /// Both triangles in one matrix; the lower one has ones on its diagonal.
    pub factors: Dense<T>,
    /// Which row was exchanged with each.
    pub exchanged: Vec<usize>,
    /// Whether the upper triangle has a zero on its diagonal.
    pub is_singular: bool,
}

/// So many columns are reflected one by one before what is left of the matrix hears of them, by one product.
const PANEL: usize = 48;

/// The triangular factors of a square matrix. Columns are factored by halves.
pub(super) fn lu<T: Field>(mut a: Dense<T>) -> Lu<T> {
    let mut exchanged = vec![0; a.columns];
    factor(Part::all(&mut a), &mut exchanged);
    let is_singular = (0..a.rows).any(|k| a.at(k, k) == T::ZERO);
    Lu { factors: a, exchanged, is_singular }
}

/// Factors columns of at least as many rows.
fn factor<T: Field>(a: Part<'_, T>, exchanged: &mut [usize]) {
    if a.columns <= T::PANEL {
        return run(Panel { a, exchanged });
    }
    let half = half_of(a.columns);
    let (mut left, mut right) = a.split_columns(half);
    let (before, after) = exchanged.split_at_mut(half);
    factor(left.again(), before);
    right.exchange(before);
    let ((triangle, mut below), (mut top, mut rest)) = (left.split_rows(half), right.split_rows(half));
    solve_lower(triangle, top.again());
    rest.subtract_product(&below, &top);
    factor(rest, after);
    below.exchange(after);
    after.iter_mut().for_each(|row| *row += half);
}

/// A few columns, of each of which the others hear at once.
struct Panel<'a, T> {
    a: Part<'a, T>,
    exchanged: &'a mut [usize],
}

impl<T: Field> Routine for Panel<'_, T> {
    #[inline(always)]
    fn work(&mut self) {
        let a = &mut self.a;
        for k in 0..a.columns {
            let (row, most) = largest(&a.column(k)[k..]);
            self.exchanged[k] = k + row;
            if most == 0.0 {
                continue;
            }
            if row > 0 {
                (0..a.columns).for_each(|j| a.column_mut(j).swap(k, k + row));
            }
            let pivot = a.column(k)[k];
            let below = &mut a.column_mut(k)[k + 1..];
            if most >= f64::MIN_POSITIVE {
                let scale = pivot.inverse();
                below.iter_mut().for_each(|item| *item = *item * scale);
            } else {
                below.iter_mut().for_each(|item| *item = item.over(most) * pivot.over(most).inverse());
            }
            for j in k + 1..a.columns {
                let (left, right) = a.two_columns(k, j);
                let factor = -right[k];
                if factor != T::ZERO {
                    for (to, &from) in right[k + 1..].iter_mut().zip(&left[k + 1..]) {
                        *to += factor * from;
                    }
                }
            }
        }
    }
}

/// The first of the numbers of the largest size, and that size; the first of all if it is none.
#[inline(always)]
pub(super) fn largest<T: Field>(items: &[T]) -> (usize, f64) {
    const LANES: usize = 16;
    if items[0].size().is_nan() {
        return (0, f64::NAN);
    }
    let (lines, rest) = items.as_chunks::<LANES>();
    let mut most = [0.0; LANES];
    for line in lines {
        for (most, item) in most.iter_mut().zip(line) {
            let size = item.size();
            *most = if size > *most { size } else { *most };
        }
    }
    let most = rest.iter().map(|item| item.size()).chain(most).fold(0.0, |a, b| if b > a { b } else { a });
    (items.iter().position(|item| item.size() == most).unwrap_or(0), most)
}

impl<T> Lu<T> {
    /// How often rows were exchanged, as a sign.
    pub fn sign(&self) -> f64 {
        let odd = self.exchanged.iter().enumerate().filter(|(k, other)| k != *other).count() % 2 == 1;
        if odd { -1.0 } else { 1.0 }
    }
}

/// Solves for each column.
pub(super) fn solve<T: Field>(lu: &mut Lu<T>, b: &mut Dense<T>) {
    let (mut factors, mut b) = (Part::all(&mut lu.factors), Part::all(b));
    b.exchange(&lu.exchanged);
    solve_lower(factors.again(), b.again());
    solve_upper(factors, b);
}

/// The lower triangle whose product with its adjoint is the matrix, of which the lower triangle is looked at; none if there is
/// no such thing.
pub fn cholesky<T: Field>(mut a: Dense<T>) -> Option<Dense<T>> {
    root(Part::all(&mut a))?;
    (1..a.columns).for_each(|k| a.column_mut(k)[..k].fill(T::ZERO));
    Some(a)
}

/// Rows of a triangle that is found column by column, and no more by halves.
const UNDIVIDED: usize = 64;

/// Makes that triangle of the lower half of a matrix.
fn root<T: Field>(mut a: Part<'_, T>) -> Option<()> {
    if a.rows <= UNDIVIDED {
        return (0..a.columns).try_for_each(|k| root_column(&mut a, k));
    }
    let half = half_of(a.rows);
    let [mut first, _, mut below, mut rest] = a.split(half, half);
    root(first.again())?;
    divide(below.again(), first.again());
    let mut adjoint = below.adjoint();
    subtract_half(rest.again(), below, Part::all(&mut adjoint));
    root(rest)
}

/// One column, from those to its left.
fn root_column<T: Field>(a: &mut Part<'_, T>, k: usize) -> Option<()> {
    let (before, mut column) = a.again().split_columns(k);
    let column = &mut column.column_mut(0)[k..];
    // Two columns at once: this one is gone over half as often.
    for j in (0..k - k % 2).step_by(2) {
        let (left, right) = (&before.column(j)[k..], &before.column(j + 1)[k..]);
        add_both(column, (-left[0].conj(), left), (-right[0].conj(), right));
    }
    if k % 2 == 1 {
        let left = &before.column(k - 1)[k..];
        add_times(column, -left[0].conj(), left);
    }
    let square = column[0].re();
    // (What is no number makes no numbers.)
    if square <= 0.0 {
        return None;
    }
    let root = square.sqrt();
    column[0] = T::real(root);
    column[1..].iter_mut().for_each(|item| *item = item.times(1.0 / root));
    Some(())
}

/// Divides by the adjoint of a lower triangle, from the right.
fn divide<T: Field>(mut b: Part<'_, T>, triangle: Part<'_, T>) {
    if b.columns <= T::PANEL {
        for j in 0..b.columns {
            for k in 0..j {
                let (left, right) = b.two_columns(k, j);
                add_times(right, -triangle.column(k)[j].conj(), left);
            }
            let scale = 1.0 / triangle.column(j)[j].re();
            b.column_mut(j).iter_mut().for_each(|item| *item = item.times(scale));
        }
        return;
    }
    let half = half_of(b.columns);
    let [first, _, below, second] = triangle.split(half, half);
    let (mut left, mut right) = b.split_columns(half);
    divide(left.again(), first);
    right.subtract_product(&left, &Part::all(&mut below.adjoint()));
    divide(right, second);
}

/// Subtracts the lower half of a product that is its own adjoint. Blocks on the diagonal may hear of the upper half, too.
pub(super) fn subtract_half<T: Field>(mut c: Part<'_, T>, mut a: Part<'_, T>, mut b: Part<'_, T>) {
    if c.rows <= UNDIVIDED {
        return c.subtract_product(&a, &b);
    }
    let half = half_of(c.rows);
    let [first, _, mut below, second] = c.split(half, half);
    let ((upper, lower), (left, right)) = (a.again().split_rows(half), b.again().split_columns(half));
    below.subtract_product(&lower, &left);
    subtract_half(first, upper, left);
    subtract_half(second, lower, right);
}

/// Several reflections one after the other, as `1 - v t v*`.
struct Reflections<T> {
    /// The first row that changes.
    first: usize,
    v: Dense<T>,
    t: Dense<T>,
}

impl<T: Field> Reflections<T> {
    /// Those whose vectors are some columns, which begin so far below the diagonal.
    fn of(vectors: &Dense<T>, factors: &[T], block: Range<usize>, below: usize) -> Reflections<T> {
        let (first, count) = (block.start + below, block.len());
        let mut v = Dense::zeros(vectors.rows - first, count);
        let mut t = Dense::zeros(count, count);
        for (place, k) in block.enumerate() {
            let column = v.column_mut(place);
            column[place] = T::ONE;
            column[place + 1..].copy_from_slice(&vectors.column(k)[k + below + 1..]);
            let factor = factors[k];
            let shares: Vec<T> = (0..place).map(|other| dot(v.column(other), v.column(place))).collect();
            for row in 0..place {
                let sum = (row..place).fold(T::ZERO, |sum, other| sum + t.at(row, other) * shares[other]);
                t.set(row, place, -(factor * sum));
            }
            t.set(place, place, factor);
        }
        Reflections { first, v, t }
    }

    /// Applies them, or their adjoint, to some columns from the left.
    fn apply(&self, to: &mut Dense<T>, columns: Range<usize>, adjoint: bool) {
        let (rows, count, width) = (self.v.rows, self.v.columns, columns.len());
        let (across, mut shares) = (self.v.adjoint(), Dense::zeros(count, width));
        let apart = to.rows;
        let part = to.items[columns.start * apart + self.first..].as_mut_ptr();
        // SAFETY: the rows and columns are those of the matrix from the first that changes on; the other matrices are apart.
        unsafe {
            let (a, b) = ((across.items.as_ptr(), count), (part.cast_const(), apart));
            T::subtract_product([count, rows, width], a, b, (shares.items.as_mut_ptr(), count));
        }
        let turned = if adjoint { self.t.adjoint() } else { self.t.clone() };
        let mut turned_shares = Dense::zeros(count, width);
        // SAFETY: as above.
        unsafe {
            let (a, b) = ((turned.items.as_ptr(), count), (shares.items.as_ptr(), count));
            T::subtract_product([count, count, width], a, b, (turned_shares.items.as_mut_ptr(), count));
            let (a, b) = ((self.v.items.as_ptr(), rows), (turned_shares.items.as_ptr(), count));
            T::subtract_product([rows, count, width], a, b, (part, apart));
        }
    }
}

/// `Q` with so many columns, and `R` with as many rows.
pub fn qr<T: Field>(mut a: Dense<T>, wanted: usize) -> (Dense<T>, Dense<T>) {
    let (m, n) = (a.rows, a.columns);
    let steps = m.min(n);
    let mut factors = Vec::with_capacity(steps);
    let mut diagonal = Vec::with_capacity(steps);
    for start in (0..steps).step_by(PANEL) {
        let end = (start + PANEL).min(steps);
        let is_last = n - end < PANEL;
        let right = if is_last { n } else { end };
        for k in start..end {
            let (becomes, factor) = reflector(&mut a.column_mut(k)[k..]);
            diagonal.push(becomes);
            factors.push(factor);
            for j in k + 1..right {
                let (vector, column) = a.two_columns(k, j);
                let along = -(factor.conj() * dot(&vector[k..], &column[k..]));
                add_times(&mut column[k..], along, &vector[k..]);
            }
        }
        if !is_last {
            Reflections::of(&a, &factors, start..end, 0).apply(&mut a, end..n, true);
        }
    }
    let mut q = Dense::identity(m, wanted);
    reflect(&a, &factors, 0, &mut q, true);
    let mut r = Dense::zeros(wanted, n);
    for j in 0..n {
        for (i, &size) in diagonal.iter().enumerate().take(wanted.min(j + 1)) {
            r.set(i, j, if i == j { T::real(size) } else { a.at(i, j) });
        }
    }
    (q, r)
}

/// The product of reflections with a matrix, from the left. Their vectors are columns, which begin so far below the diagonal
/// with a one. Columns of the identity are not gone over where they have nothing.
pub fn reflect<T: Field>(vectors: &Dense<T>, factors: &[T], below: usize, to: &mut Dense<T>, is_identity: bool) {
    let first_column = |first: usize| if is_identity { first } else { 0 };
    let rows = to.rows;
    let mut count = factors.len().min(rows.saturating_sub(below));
    if count > 2 * PANEL && to.columns > 2 * PANEL {
        // Many at once, but for the last few.
        for start in (0..count).step_by(PANEL).rev().take_while(|start| *start > 0).collect::<Vec<_>>() {
            let first = start + below;
            Reflections::of(vectors, factors, start..(start + PANEL).min(count), below).apply(
                to,
                first_column(first)..to.columns,
                false,
            );
        }
        count = PANEL;
    }
    for k in (0..count).rev() {
        if factors[k] == T::ZERO {
            continue;
        }
        let first = k + below;
        let mut vector = vectors.column(k)[first..].to_vec();
        vector[0] = T::ONE;
        for j in first_column(first)..to.columns {
            let column = &mut to.column_mut(j)[first..];
            let along = -(factors[k] * dot(&vector, column));
            add_times(column, along, &vector);
        }
    }
}
