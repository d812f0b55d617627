//! Factors of matrices: triangles, and triangles with rotations.
//!
//! In: matrices. Out: LU, Cholesky and QR, with LAPACK's signs.
#![allow(unsafe_code)]

use super::dense::{Dense, Field, add_both, add_times, dot, reflector};
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

/// So many columns are done one by one before what is left of the matrix hears of them, by one product.
const PANEL: usize = 48;

/// The triangular factors of a square matrix, panel by panel.
pub(super) fn lu<T: Field>(mut a: Dense<T>) -> Lu<T> {
    let n = a.rows;
    let mut exchanged = Vec::with_capacity(n);
    let mut is_singular = false;
    for start in (0..n).step_by(PANEL) {
        let end = (start + PANEL).min(n);
        for k in start..end {
            let column = &a.column(k)[k..];
            let mut pivot = k;
            let mut most = column[0].size();
            for (i, item) in column.iter().enumerate() {
                if item.size() > most {
                    (pivot, most) = (k + i, item.size());
                }
            }
            exchanged.push(pivot);
            if most == 0.0 {
                is_singular = true;
                continue;
            }
            if pivot != k {
                (start..end).for_each(|j| a.column_mut(j).swap(k, pivot));
            }
            let scale = T::ONE / a.at(k, k);
            a.column_mut(k)[k + 1..].iter_mut().for_each(|item| *item = *item * scale);
            for j in k + 1..end {
                let (left, right) = a.two_columns(k, j);
                let factor = -right[k];
                if factor != T::ZERO {
                    add_times(&mut right[k + 1..], factor, &left[k + 1..]);
                }
            }
        }
        for j in (0..start).chain(end..n) {
            let column = a.column_mut(j);
            (start..end).for_each(|k| column.swap(k, exchanged[k]));
        }
        if end == n {
            break;
        }
        for j in end..n {
            for k in start..end {
                let (left, right) = a.two_columns(k, j);
                let factor = -right[k];
                add_times(&mut right[k + 1..end], factor, &left[k + 1..end]);
            }
        }
        let (rest, whole) = (n - end, a.items.as_mut_ptr());
        let at = |row: usize, column: usize| whole.wrapping_add(column * n + row);
        // SAFETY: three parts of the matrix that do not overlap: below the panel, right of it, and below and right.
        unsafe {
            let (below, right) = ((at(end, start).cast_const(), n), (at(start, end).cast_const(), n));
            T::subtract_product([rest, end - start, rest], below, right, (at(end, end), n));
        }
    }
    Lu { factors: a, exchanged, is_singular }
}

impl<T> Lu<T> {
    /// How often rows were exchanged, as a sign.
    pub fn sign(&self) -> f64 {
        let odd = self.exchanged.iter().enumerate().filter(|(k, other)| k != *other).count() % 2 == 1;
        if odd { -1.0 } else { 1.0 }
    }
}

/// Solves for each column, panel by panel.
pub(super) fn solve<T: Field>(lu: &Lu<T>, b: &mut Dense<T>) {
    let (n, count) = (lu.factors.rows, b.columns);
    for j in 0..count {
        let x = b.column_mut(j);
        for (k, &other) in lu.exchanged.iter().enumerate() {
            x.swap(k, other);
        }
    }
    let starts: Vec<usize> = (0..n).step_by(PANEL).collect();
    for &start in &starts {
        let end = (start + PANEL).min(n);
        for j in 0..count {
            let x = b.column_mut(j);
            for k in start..end {
                let factor = -x[k];
                add_times(&mut x[k + 1..end], factor, &lu.factors.column(k)[k + 1..end]);
            }
        }
        substitute(lu, b, start..end, end..n);
    }
    for &start in starts.iter().rev() {
        let end = (start + PANEL).min(n);
        for j in 0..count {
            let x = b.column_mut(j);
            for k in (start..end).rev() {
                x[k] = x[k] / lu.factors.at(k, k);
                let factor = -x[k];
                add_times(&mut x[start..k], factor, &lu.factors.column(k)[start..k]);
            }
        }
        substitute(lu, b, start..end, 0..start);
    }
}

/// Tells other rows of the right sides of those that are solved.
fn substitute<T: Field>(lu: &Lu<T>, b: &mut Dense<T>, known: Range<usize>, rows: Range<usize>) {
    if rows.is_empty() || b.columns == 0 {
        return;
    }
    let n = lu.factors.rows;
    let factors = lu.factors.items[known.start * n + rows.start..].as_ptr();
    let right = b.items.as_mut_ptr();
    let (from, to) = (right.wrapping_add(known.start).cast_const(), right.wrapping_add(rows.start));
    // SAFETY: rows that are known and rows that are not, of the same columns.
    unsafe { T::subtract_product([rows.len(), known.len(), b.columns], (factors, n), (from, n), (to, n)) };
}

/// The lower triangle whose product with its adjoint is the matrix, of which the lower triangle is looked at; none if there is
/// no such thing.
pub fn cholesky<T: Field>(mut a: Dense<T>) -> Option<Dense<T>> {
    let n = a.rows;
    for k in 0..n {
        let (before, column) = a.items.split_at_mut(k * n);
        let column = &mut column[k..n];
        // Two columns at once: this one is gone over half as often.
        for pair in before.chunks(2 * n) {
            let (left, right) = pair.split_at(n);
            match right {
                [] => add_times(column, -left[k].conj(), &left[k..]),
                right => add_both(column, (-left[k].conj(), &left[k..]), (-right[k].conj(), &right[k..])),
            }
        }
        let square = a.at(k, k).re();
        if square.is_nan() || square <= 0.0 {
            return None;
        }
        let root = square.sqrt();
        let column = a.column_mut(k);
        column[..k].fill(T::ZERO);
        column[k] = T::real(root);
        column[k + 1..].iter_mut().for_each(|item| *item = item.times(1.0 / root));
    }
    Some(a)
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
    accumulate(&a, &factors, 0, &mut q);
    let mut r = Dense::zeros(wanted, n);
    for j in 0..n {
        for (i, &size) in diagonal.iter().enumerate().take(wanted.min(j + 1)) {
            r.set(i, j, if i == j { T::real(size) } else { a.at(i, j) });
        }
    }
    (q, r)
}

/// The product of reflections with what is the identity, from the left. Their vectors are columns, which begin so far below the diagonal
/// with a one.
pub fn accumulate<T: Field>(vectors: &Dense<T>, factors: &[T], below: usize, to: &mut Dense<T>) {
    let rows = to.rows;
    let mut count = factors.len().min(rows.saturating_sub(below));
    if count > 2 * PANEL && to.columns > 2 * PANEL {
        // Many at once, but for the last few.
        for start in (0..count).step_by(PANEL).rev().take_while(|start| *start > 0).collect::<Vec<_>>() {
            let first = start + below;
            Reflections::of(vectors, factors, start..(start + PANEL).min(count), below).apply(
                to,
                first..to.columns,
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
        // Columns before are those of the identity, which have nothing here.
        for j in first..to.columns {
            let column = &mut to.column_mut(j)[first..];
            let along = -(factors[k] * dot(&vector, column));
            add_times(column, along, &vector);
        }
    }
}
