//! Eigenvalues of any square matrix.
//!
//! In: a matrix of complex numbers. Out: its eigenvalues and their vectors. It becomes a Hessenberg matrix by reflections, then
//! a triangle by rotations with shifts; the vectors are found in the triangle and turned back.

use super::dense::{Dense, Field, add_times, dot, length, reflector};
use num_complex::Complex64;

/// Eigenvalues, and eigenvectors of length 1 as columns.
pub struct Eigen {
    /// The values.
    pub values: Vec<Complex64>,
    /// The vectors.
    pub vectors: Dense<Complex64>,
}

/// The eigenvalues of a matrix; none if it does not converge.
pub fn eigen(mut h: Dense<Complex64>) -> Option<Eigen> {
    let n = h.rows;
    let mut z = Dense::identity(n, n);
    hessenberg(&mut h, &mut z);
    triangle(&mut h, &mut z)?;
    let values: Vec<Complex64> = (0..n).map(|k| h.at(k, k)).collect();
    let small = (h.largest() * f64::EPSILON).max(f64::MIN_POSITIVE);
    let mut vectors = Dense::zeros(n, n);
    for k in 0..n {
        // The triangle is solved upwards, with one at the place of the eigenvalue.
        let mut x = vec![Complex64::ZERO; k + 1];
        for (i, part) in x[..k].iter_mut().enumerate() {
            *part = -h.at(i, k);
        }
        x[k] = Complex64::ONE;
        for i in (0..k).rev() {
            let gap = h.at(i, i) - values[k];
            x[i] /= if gap.size() < small { Complex64::real(small) } else { gap };
            let factor = -x[i];
            add_times(&mut x[..i], factor, &h.column(i)[..i]);
        }
        let mut whole = vec![Complex64::ZERO; n];
        for (i, &weight) in x.iter().enumerate() {
            add_times(&mut whole, weight, z.column(i));
        }
        let size = length(&whole);
        for (to, item) in vectors.column_mut(k).iter_mut().zip(whole) {
            *to = item.times(1.0 / size);
        }
    }
    Some(Eigen { values, vectors })
}

fn hessenberg(h: &mut Dense<Complex64>, z: &mut Dense<Complex64>) {
    let n = h.rows;
    for k in 0..n.saturating_sub(2) {
        let (becomes, factor) = reflector(&mut h.column_mut(k)[k + 1..]);
        let mut vector = h.column(k)[k + 1..].to_vec();
        vector[0] = Complex64::ONE;
        let column = &mut h.column_mut(k)[k + 1..];
        column.fill(Complex64::ZERO);
        column[0] = Complex64::real(becomes);
        if factor == Complex64::ZERO {
            continue;
        }
        for j in k + 1..n {
            let column = &mut h.column_mut(j)[k + 1..];
            let along = -(factor.conj() * dot(&vector, column));
            add_times(column, along, &vector);
        }
        for matrix in [&mut *h, &mut *z] {
            let mut product = vec![Complex64::ZERO; n];
            for (j, &v) in vector.iter().enumerate() {
                add_times(&mut product, v, matrix.column(k + 1 + j));
            }
            for (j, &v) in vector.iter().enumerate() {
                add_times(matrix.column_mut(k + 1 + j), -(factor * v.conj()), &product);
            }
        }
    }
}

/// Rotations with shifts until nothing is left below the diagonal.
fn triangle(h: &mut Dense<Complex64>, z: &mut Dense<Complex64>) -> Option<()> {
    let n = h.rows;
    let mut end = n;
    let mut turns = 0;
    while end > 1 {
        let mut start = end - 1;
        while start > 0 {
            let around = h.at(start, start).size() + h.at(start - 1, start - 1).size();
            let around = if around == 0.0 { h.largest() } else { around };
            if h.at(start, start - 1).size() <= f64::EPSILON * around {
                h.set(start, start - 1, Complex64::ZERO);
                break;
            }
            start -= 1;
        }
        if start == end - 1 {
            end -= 1;
            turns = 0;
            continue;
        }
        turns += 1;
        if turns > 100 {
            return None;
        }
        let shift = if turns % 12 == 0 {
            // A shift out of line, for the few matrices that the usual one leaves as they are.
            Complex64::real(h.at(end - 1, end - 2).size()) + h.at(end - 1, end - 1)
        } else {
            shift_of(h, end)
        };
        sweep(h, z, start, end, shift);
    }
    Some(())
}

/// The eigenvalue of the last block of two that is nearer to its last number.
fn shift_of(h: &Dense<Complex64>, end: usize) -> Complex64 {
    let (a, b) = (h.at(end - 2, end - 2), h.at(end - 2, end - 1));
    let (c, d) = (h.at(end - 1, end - 2), h.at(end - 1, end - 1));
    let half = (a - d) * 0.5;
    let root = (half * half + b * c).sqrt();
    let sum = if (half + root).size() > (half - root).size() { half + root } else { half - root };
    if sum.size() == 0.0 { d } else { d - b * c / sum }
}

fn sweep(h: &mut Dense<Complex64>, z: &mut Dense<Complex64>, start: usize, end: usize, shift: Complex64) {
    let n = h.rows;
    for k in start..end {
        h.set(k, k, h.at(k, k) - shift);
    }
    let mut rotations = Vec::with_capacity(end - start);
    for k in start..end - 1 {
        let (x, y) = (h.at(k, k), h.at(k + 1, k));
        let size = x.size().hypot(y.size());
        let (c, s) = if size == 0.0 { (Complex64::ONE, Complex64::ZERO) } else { (x / size, y / size) };
        rotations.push((c, s));
        for j in k..n {
            let (a, b) = (h.at(k, j), h.at(k + 1, j));
            h.set(k, j, c.conj() * a + s.conj() * b);
            h.set(k + 1, j, c * b - s * a);
        }
    }
    for (place, (c, s)) in rotations.into_iter().enumerate() {
        let k = start + place;
        let height = (k + 2).min(end);
        let (left, right) = h.two_columns(k, k + 1);
        turn(&mut left[..height], &mut right[..height], c, s);
        let (left, right) = z.two_columns(k, k + 1);
        turn(left, right, c, s);
    }
    for k in start..end {
        h.set(k, k, h.at(k, k) + shift);
    }
}

fn turn(a: &mut [Complex64], b: &mut [Complex64], c: Complex64, s: Complex64) {
    for (x, y) in a.iter_mut().zip(b) {
        (*x, *y) = (*x * c + *y * s, *y * c.conj() - *x * s.conj());
    }
}
