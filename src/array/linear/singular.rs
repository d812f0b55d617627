//! Singular values and vectors.
//!
//! In: a matrix. Out: singular values from the largest on, and both sets of vectors. The matrix becomes one with numbers on its diagonal
//! and beside it only, by reflections from both sides, and that a diagonal one by rotations (Golub and Kahan).

use super::dense::{Dense, Field, add_both, add_times, dot, hypotenuse, length, reflector, rotate};
use super::factor::{qr, reflect};
use super::turns::Turns;

/// Singular values and vectors.
pub struct Singular<T> {
    /// The left vectors, as columns.
    pub left: Dense<T>,
    /// The values, in order.
    pub values: Vec<f64>,
    /// The right vectors, as columns.
    pub right: Dense<T>,
}

/// The singular values of a matrix with at least as many rows as columns. As many left vectors as wanted; if none are, no right ones
/// either.
pub fn singular<T: Field>(mut a: Dense<T>, wanted: usize) -> Option<Singular<T>> {
    let (m, n) = (a.rows, a.columns);
    let most = a.largest();
    // Squares of numbers neither vanish nor become infinite.
    let scale = if most == 0.0 || (1e-100..1e100).contains(&most) { 1.0 } else { most };
    if scale != 1.0 {
        a.items.iter_mut().for_each(|item| *item = item.times(1.0 / scale));
    }
    // Of a high matrix the triangle has the same values.
    let (high, a) = match m > n + n / 2 {
        true if wanted == 0 => (None, qr(a, n).1),
        true => {
            let (q, r) = qr(a, n);
            (Some(q), r)
        }
        false => (None, a),
    };
    let Bidiagonal { mut diagonal, mut beside, mut left, mut right } = bidiagonal(a, wanted > 0);
    diagonalize(&mut diagonal, &mut beside, &mut left, &mut right)?;
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| diagonal[j].total_cmp(&diagonal[i]));
    let values: Vec<f64> = order.iter().map(|&j| diagonal[j] * scale).collect();
    if wanted == 0 {
        return Some(Singular { left: Dense::zeros(m, 0), values, right });
    }
    let mut sorted = Dense::zeros(m, wanted.max(n));
    let mut turned = Dense::zeros(n, n);
    for (to, &from) in order.iter().enumerate() {
        sorted.column_mut(to)[..left.rows].copy_from_slice(left.column(from));
        turned.column_mut(to).copy_from_slice(right.column(from));
    }
    if let Some(q) = high {
        let inner = Dense { rows: n, columns: n, items: (0..n).flat_map(|k| sorted.column(k)[..n].to_vec()).collect() };
        sorted = q.times(&inner, wanted.max(n));
    }
    complete(&mut sorted, n);
    Some(Singular { left: sorted, values, right: turned })
}

/// `A = left B right*`, where `B` has a diagonal and one more above it, both real.
struct Bidiagonal<T> {
    diagonal: Vec<f64>,
    /// What stands above each number of the diagonal; zero in front.
    beside: Vec<f64>,
    left: Dense<T>,
    right: Dense<T>,
}

fn bidiagonal<T: Field>(mut a: Dense<T>, with_vectors: bool) -> Bidiagonal<T> {
    let (m, n) = (a.rows, a.columns);
    let (mut diagonal, mut beside) = (vec![0.0; n], vec![0.0; n]);
    let (mut lefts, mut rights) = (vec![T::ZERO; n], vec![T::ZERO; n]);
    // The reflections from the right, as columns.
    let mut turns = Dense::zeros(n, n);
    let mut product = vec![T::ZERO; m];
    // How much of the product each column is still to get: it gets it when it is looked at next.
    let mut weights: Vec<T> = Vec::with_capacity(n);
    for k in 0..n {
        if let Some(&weight) = weights.first() {
            add_times(&mut a.column_mut(k)[k..], weight, &product[k..]);
        }
        let (becomes, factor) = reflector(&mut a.column_mut(k)[k..]);
        (diagonal[k], lefts[k]) = (becomes, factor);
        let mut row = vec![T::ZERO; n - k - 1];
        for (place, item) in row.iter_mut().enumerate() {
            let (vector, column) = a.two_columns(k, k + 1 + place);
            let (vector, column) = (&vector[k..], &mut column[k..]);
            if let Some(&weight) = weights.get(place + 1) {
                add_times(column, weight, &product[k..]);
            }
            let along = -(factor.conj() * dot(vector, column));
            add_times(column, along, vector);
            *item = column[0].conj();
        }
        weights.clear();
        if row.is_empty() {
            continue;
        }
        let (becomes, factor) = reflector(&mut row);
        (beside[k + 1], rights[k]) = (becomes, factor);
        let product = &mut product[k + 1..];
        product.fill(T::ZERO);
        // Two columns at once: the product is gone over half as often.
        for (pair, weights) in row.chunks(2).enumerate() {
            let column = |j: usize| &a.column(k + 1 + 2 * pair + j)[k + 1..];
            match *weights {
                [v, w] => add_both(product, (v, column(0)), (w, column(1))),
                _ => add_times(product, weights[0], column(0)),
            }
        }
        weights.extend(row.iter().map(|&weight| -(factor * weight.conj())));
        turns.column_mut(k)[k + 1..].copy_from_slice(&row);
    }
    let (left, right) = match with_vectors {
        true => {
            let mut right = Dense::identity(n, n);
            reflect(&turns, &rights, 1, &mut right, true);
            let mut left = Dense::identity(m, n);
            reflect(&a, &lefts, 0, &mut left, true);
            (left, right)
        }
        false => (Dense::zeros(m, 0), Dense::zeros(n, 0)),
    };
    Bidiagonal { diagonal, beside, left, right }
}

/// Rotations with shifts until nothing is left beside the diagonal. The diagonal comes out positive.
fn diagonalize<T: Field>(d: &mut [f64], e: &mut [f64], left: &mut Dense<T>, right: &mut Dense<T>) -> Option<()> {
    let turn = |matrix: &mut Dense<T>, i: usize, j: usize, c: f64, s: f64| {
        if matrix.columns > 0 {
            let (x, y) = matrix.two_columns(i, j);
            rotate(x, y, c, s);
        }
    };
    let (mut turns_of_left, mut turns_of_right) = (Vec::new(), Vec::new());
    let (mut waiting_of_left, mut waiting_of_right) = (Turns::new(true), Turns::new(true));
    let mut is_turned = vec![false; d.len()];
    let norm = d.iter().zip(&*e).fold(0.0, |most: f64, (x, y)| most.max(x.abs() + y.abs()));
    let none = f64::EPSILON * norm;
    for k in (0..d.len()).rev() {
        let mut turns = 0;
        loop {
            // From where on the matrix is in one piece, and whether that is since the number before is zero.
            let (mut l, mut is_cut) = (k, true);
            while l > 0 {
                if e[l].abs() <= f64::EPSILON * (d[l].abs() + d[l - 1].abs()).max(none) {
                    break;
                }
                if d[l - 1].abs() <= f64::EPSILON * none {
                    is_cut = false;
                    break;
                }
                l -= 1;
            }
            if !is_cut {
                // What stands beside a zero goes by rotations of the rows below with its own.
                waiting_of_left.apply(left);
                let (mut c, mut s) = (0.0, 1.0);
                for i in l..=k {
                    let f = s * e[i];
                    e[i] *= c;
                    if f.abs() <= f64::EPSILON * none {
                        break;
                    }
                    let g = d[i];
                    let h = hypotenuse(f, g);
                    d[i] = h;
                    (c, s) = (g / h, -f / h);
                    turn(left, l - 1, i, c, s);
                }
            }
            let z = d[k];
            if l == k {
                if z < 0.0 {
                    d[k] = -z;
                    is_turned[k] = true;
                }
                break;
            }
            turns += 1;
            if turns > 100 {
                return None;
            }
            let (x, y, before, last) = (d[l], d[k - 1], e[k - 1], e[k]);
            let mut f = ((y - z) * (y + z) + (before - last) * (before + last)) / (2.0 * last * y);
            let g = hypotenuse(f, 1.0);
            f = ((x - z) * (x + z) + last * (y / (f + g.copysign(f)) - last)) / x;
            let (mut c, mut s, mut x) = (1.0, 1.0, x);
            turns_of_right.clear();
            turns_of_left.clear();
            for j in l..k {
                let i = j + 1;
                let (mut g, mut y) = (c * e[i], d[i]);
                let mut h = s * e[i];
                let mut z = hypotenuse(f, h);
                e[j] = z;
                if z != 0.0 {
                    (c, s) = (f / z, h / z);
                }
                f = x * c + g * s;
                g = g * c - x * s;
                h = y * s;
                y *= c;
                turns_of_right.push([c, s]);
                z = hypotenuse(f, h);
                d[j] = z;
                if z != 0.0 {
                    (c, s) = (f / z, h / z);
                }
                f = c * g + s * y;
                x = c * y - s * g;
                turns_of_left.push([c, s]);
            }
            waiting_of_left.sweep(left, l, &turns_of_left);
            waiting_of_right.sweep(right, l, &turns_of_right);
            e[l] = 0.0;
            e[k] = f;
            d[k] = x;
        }
    }
    waiting_of_left.apply(left);
    waiting_of_right.apply(right);
    for k in (0..right.columns).filter(|&k| is_turned[k]) {
        right.column_mut(k).iter_mut().for_each(|item| *item = -*item);
    }
    Some(())
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
                    add_times(&mut column, along, matrix.column(k));
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
