//! Eigenvalues of any square matrix.
//!
//! In: a matrix of complex or of real numbers. Out: its eigenvalues and their vectors. It becomes a Hessenberg matrix by reflections, then
//! a triangle by rotations with shifts; the vectors are found in the triangle and turned back.

use super::dense::{Dense, Field, add_times, dot, length, reflector};
use super::schur::schur;
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
    let vectors = vectors_of(&h, &z, &values, |_| true);
    Some(Eigen { values, vectors })
}

/// The same of a matrix of real numbers: eigenvalues that are not real come in pairs, as do their vectors.
pub fn eigen_of_real(matrix: Dense<f64>, with_vectors: bool) -> Option<Eigen> {
    let n = matrix.rows;
    let (h, z) = schur(matrix, with_vectors)?;
    let widened = |real: &Dense<f64>| Dense {
        rows: n,
        columns: real.columns,
        items: real.items.iter().map(|&item| Complex64::real(item)).collect::<Vec<_>>(),
    };
    let (mut t, mut turns) = (widened(&h), widened(&z));
    let mut values: Vec<Complex64> = (0..n).map(|k| t.at(k, k)).collect();
    for k in 0..n.saturating_sub(1) {
        if h.at(k + 1, k) != 0.0 {
            let (a, b, c, d) = (h.at(k, k), h.at(k, k + 1), h.at(k + 1, k), h.at(k + 1, k + 1));
            let half = (a - d) / 2.0;
            let value = Complex64::new((a + d) / 2.0, (-(half * half + b * c)).max(0.0).sqrt());
            (values[k], values[k + 1]) = (value, value.conj());
            if with_vectors {
                divide(&mut t, &mut turns, k, value);
            }
        }
    }
    if !with_vectors {
        return Some(Eigen { values, vectors: turns });
    }
    let is_second = |k: usize| values[k].im < 0.0;
    let mut vectors = vectors_of(&t, &turns, &values, |k| !is_second(k));
    for (k, value) in values.iter().enumerate() {
        if is_second(k) {
            let (first, second) = vectors.two_columns(k - 1, k);
            second.iter_mut().zip(first).for_each(|(to, item)| *to = item.conj());
        } else if value.im == 0.0 {
            vectors.column_mut(k).iter_mut().for_each(|item| item.im = 0.0);
        }
    }
    Some(Eigen { values, vectors })
}

/// Turns a block of two whose eigenvalues are not real into a triangle.
fn divide(t: &mut Dense<Complex64>, z: &mut Dense<Complex64>, k: usize, value: Complex64) {
    let (n, below) = (t.rows, t.at(k + 1, k));
    let along = value - t.at(k + 1, k + 1);
    let size = along.size().hypot(below.re);
    let (c, s) = (along / size, below.re / size);
    for j in k..n {
        let (x, y) = (t.at(k, j), t.at(k + 1, j));
        t.set(k, j, c.conj() * x + y * s);
        t.set(k + 1, j, c * y - x * s);
    }
    for (matrix, rows) in [(&mut *t, k + 2), (&mut *z, n)] {
        let (left, right) = matrix.two_columns(k, k + 1);
        turn(&mut left[..rows], &mut right[..rows], c, Complex64::real(s));
    }
    t.set(k + 1, k, Complex64::ZERO);
}

/// The eigenvectors of a triangle, turned back, of length 1: those of the wanted columns.
fn vectors_of(
    h: &Dense<Complex64>,
    z: &Dense<Complex64>,
    values: &[Complex64],
    wanted: impl Fn(usize) -> bool,
) -> Dense<Complex64> {
    let n = h.rows;
    let small = (h.largest() * f64::EPSILON).max(1e-150);
    let mut vectors = Dense::zeros(n, n);
    for k in (0..n).filter(|&k| wanted(k)) {
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
    vectors
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
