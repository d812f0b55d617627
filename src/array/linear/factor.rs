//! Factors of matrices: triangles, and triangles with rotations.
//!
//! In: matrices. Out: LU, Cholesky and QR, with LAPACK's signs.

use super::dense::{Dense, Field, add_times, dot, reflector};

/// Triangular factors with exchanged rows.
pub struct Lu<T> {
    /// Both triangles in one matrix; the lower one has ones on its diagonal.
    pub factors: Dense<T>,
    /// Which row was exchanged with each.
    pub exchanged: Vec<usize>,
    /// Whether the upper triangle has a zero on its diagonal.
    pub is_singular: bool,
}

/// The triangular factors of a square matrix.
pub fn lu<T: Field>(mut a: Dense<T>) -> Lu<T> {
    let n = a.rows;
    let mut exchanged = Vec::with_capacity(n);
    let mut is_singular = false;
    for k in 0..n {
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
            (0..n).for_each(|j| a.column_mut(j).swap(k, pivot));
        }
        let scale = T::ONE / a.at(k, k);
        a.column_mut(k)[k + 1..].iter_mut().for_each(|item| *item = *item * scale);
        for j in k + 1..n {
            let (left, right) = a.two_columns(k, j);
            let factor = -right[k];
            if factor != T::ZERO {
                add_times(&mut right[k + 1..], factor, &left[k + 1..]);
            }
        }
    }
    Lu { factors: a, exchanged, is_singular }
}

impl<T: Field> Lu<T> {
    /// Solves for each column.
    pub fn solve(&self, b: &mut Dense<T>) {
        let n = self.factors.rows;
        for j in 0..b.columns {
            let x = b.column_mut(j);
            for (k, &other) in self.exchanged.iter().enumerate() {
                x.swap(k, other);
            }
            for k in 0..n {
                let factor = -x[k];
                add_times(&mut x[k + 1..], factor, &self.factors.column(k)[k + 1..]);
            }
            for k in (0..n).rev() {
                x[k] = x[k] / self.factors.at(k, k);
                let factor = -x[k];
                add_times(&mut x[..k], factor, &self.factors.column(k)[..k]);
            }
        }
    }

    /// How often rows were exchanged, as a sign.
    pub fn sign(&self) -> f64 {
        let odd = self.exchanged.iter().enumerate().filter(|(k, other)| k != *other).count() % 2 == 1;
        if odd { -1.0 } else { 1.0 }
    }
}

/// The lower triangle whose product with its adjoint is the matrix, of which the lower triangle is looked at; none if there is
/// no such thing.
pub fn cholesky<T: Field>(mut a: Dense<T>) -> Option<Dense<T>> {
    let n = a.rows;
    for k in 0..n {
        for j in 0..k {
            let (left, right) = a.two_columns(j, k);
            let factor = -left[k].conj();
            add_times(&mut right[k..], factor, &left[k..]);
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

/// `Q` with so many columns, and `R` with as many rows.
pub fn qr<T: Field>(mut a: Dense<T>, wanted: usize) -> (Dense<T>, Dense<T>) {
    let (m, n) = (a.rows, a.columns);
    let steps = m.min(n);
    let mut factors = Vec::with_capacity(steps);
    let mut diagonal = Vec::with_capacity(steps);
    for k in 0..steps {
        let (becomes, factor) = reflector(&mut a.column_mut(k)[k..]);
        diagonal.push(becomes);
        factors.push(factor);
        for j in k + 1..n {
            let (vector, column) = a.two_columns(k, j);
            let along = -(factor.conj() * dot(&vector[k..], &column[k..]));
            add_times(&mut column[k..], along, &vector[k..]);
        }
    }
    let mut q = Dense::identity(m, wanted);
    for k in (0..steps).rev() {
        let vector = reflecting(&a, k);
        for j in k..wanted {
            let column = &mut q.column_mut(j)[k..];
            let along = -(factors[k] * dot(&vector, column));
            add_times(column, along, &vector);
        }
    }
    let mut r = Dense::zeros(wanted, n);
    for j in 0..n {
        for (i, &size) in diagonal.iter().enumerate().take(wanted.min(j + 1)) {
            r.set(i, j, if i == j { T::real(size) } else { a.at(i, j) });
        }
    }
    (q, r)
}

/// The vector of a reflection, whose first part is one wherever there was a reflection.
fn reflecting<T: Field>(a: &Dense<T>, k: usize) -> Vec<T> {
    let mut vector = a.column(k)[k..].to_vec();
    vector[0] = T::ONE;
    vector
}
