//! Singular values, by rotating columns until they are orthogonal.
//!
//! In: a matrix. Out: singular values from the largest on, and both sets of vectors. What is rotated is the triangle of a QR
//! decomposition, whose columns are nearly orthogonal; small singular values come out as exact as large ones.

use super::dense::{Dense, Field, dot, length};
use super::factor::qr;

/// Singular values and vectors.
pub struct Singular<T> {
    /// The left vectors, as columns.
    pub left: Dense<T>,
    /// The values, in order.
    pub values: Vec<f64>,
    /// The right vectors, as columns.
    pub right: Dense<T>,
}

/// The singular values of a matrix with at least as many rows as columns. As many left vectors as wanted.
pub fn singular<T: Field>(a: Dense<T>, wanted: usize) -> Option<Singular<T>> {
    let (m, n) = (a.rows, a.columns);
    let (q, r) = qr(a, n);
    // R* = U S V* has the same singular values: R = V S U*.
    let mut u = r.adjoint();
    let mut v = Dense::identity(n, n);
    let mut squares: Vec<f64> = (0..n).map(|j| u.column(j).iter().map(|item| item.square()).sum()).collect();
    let mut turns = 0;
    loop {
        let mut turned = false;
        for i in 0..n {
            for j in i + 1..n {
                let product = dot(u.column(i), u.column(j));
                let size = product.size();
                if size == 0.0 || size <= f64::EPSILON * (squares[i] * squares[j]).sqrt() {
                    continue;
                }
                turned = true;
                let phase = product.times(1.0 / size);
                let middle = (squares[j] - squares[i]) / (2.0 * size);
                let t = 1.0f64.copysign(middle) / (middle.abs() + middle.hypot(1.0));
                let c = 1.0 / t.hypot(1.0);
                for matrix in [&mut u, &mut v] {
                    let (x, y) = matrix.two_columns(i, j);
                    turn(x, y, c, c * t, phase);
                }
                squares[i] = u.column(i).iter().map(|item| item.square()).sum();
                squares[j] = u.column(j).iter().map(|item| item.square()).sum();
            }
        }
        if !turned {
            break;
        }
        turns += 1;
        if turns > 60 {
            return None;
        }
    }
    let sizes: Vec<f64> = (0..n).map(|j| length(u.column(j))).collect();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| sizes[j].total_cmp(&sizes[i]));
    let values: Vec<f64> = order.iter().map(|&j| sizes[j]).collect();
    let least = values.first().copied().unwrap_or(0.0) * f64::EPSILON * f64::EPSILON;
    // The left vectors of A are Q times those of R, which were rotated along; the right ones are the rotated columns.
    let mut left = Dense::zeros(m, n);
    let mut right = Dense::zeros(n, n);
    for (to, &from) in order.iter().enumerate() {
        for (k, &weight) in v.column(from).iter().enumerate() {
            super::dense::add_times(left.column_mut(to), weight, q.column(k));
        }
        let scale = if values[to] > least { 1.0 / values[to] } else { 0.0 };
        for (item, &own) in right.column_mut(to).iter_mut().zip(u.column(from)) {
            *item = own.times(scale);
        }
    }
    complete(&mut right, values.iter().filter(|&&value| value > least).count());
    if wanted > n {
        let mut full = Dense::zeros(m, wanted);
        full.items[..m * n].copy_from_slice(&left.items);
        complete(&mut full, n);
        left = full;
    }
    Some(Singular { left, values, right })
}

fn turn<T: Field>(x: &mut [T], y: &mut [T], c: f64, s: f64, phase: T) {
    for (x, y) in x.iter_mut().zip(y) {
        let turned = phase.conj() * *y;
        (*x, *y) = (x.times(c) - turned.times(s), phase * *x * T::real(s) + y.times(c));
    }
}

/// Fills the columns from one on with vectors of length 1 that are orthogonal to those before.
fn complete<T: Field>(matrix: &mut Dense<T>, from: usize) {
    let mut unit = 0;
    for j in from..matrix.columns {
        loop {
            let mut column = vec![T::ZERO; matrix.rows];
            column[unit % matrix.rows] = T::ONE;
            unit += 1;
            for _ in 0..2 {
                for k in 0..j {
                    let along = -dot(matrix.column(k), &column);
                    super::dense::add_times(&mut column, along, matrix.column(k));
                }
            }
            let size = length(&column);
            if size > 0.5 / (matrix.rows as f64).sqrt() {
                column.iter_mut().for_each(|item| *item = item.times(1.0 / size));
                matrix.column_mut(j).copy_from_slice(&column);
                break;
            }
        }
    }
}
