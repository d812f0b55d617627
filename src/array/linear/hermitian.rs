//! Eigenvalues of matrices that are their own adjoint.
//!
//! In: a matrix, of which the lower triangle is looked at. Out: eigenvalues from the smallest on, and their vectors. The matrix
//! becomes a tridiagonal one by reflections. That is divided where vectors are wanted (`conquer`), and becomes a diagonal one by turns where
//! not, or where it is small.

use super::conquer::conquer_tridiagonal;
use super::dense::{Dense, Field, dot, hypotenuse, reflector, sum_of_products};
use super::factor::{reflect, subtract_half};
use super::part::Part;
use super::turns::Turns;
use crate::array::blas::{Routine, run};
use std::array::from_fn;
use std::ops::Range;

/// Eigenvalues in order, and eigenvectors as columns, if they are wanted; none if it does not converge.
pub fn hermitian<T: Field>(mut a: Dense<T>, with_vectors: bool) -> Option<(Vec<f64>, Dense<T>)> {
    let n = a.rows;
    (0..n).for_each(|k| a.set(k, k, T::real(a.at(k, k).re())));
    let mut factors = vec![T::ZERO; n];
    let mut diagonal = vec![0.0; n];
    let mut beside = vec![0.0; n];
    for start in (0..n).step_by(PANEL) {
        reduce(&mut a, start..(start + PANEL).min(n), &mut factors, [&mut diagonal, &mut beside]);
    }
    let most = diagonal.iter().chain(&beside).fold(0.0, |most: f64, item| most.max(item.abs()));
    // Squares of the largest numbers neither vanish nor become infinite.
    let scale = if most == 0.0 || (1e-100..1e100).contains(&most) { 1.0 } else { most };
    diagonal.iter_mut().chain(&mut beside).for_each(|item| *item /= scale);
    let (mut values, vectors) = if with_vectors {
        let (values, vectors) = conquer_tridiagonal(&mut diagonal, &mut beside)?;
        let mut vectors = Dense { rows: n, columns: n, items: vectors.items.into_iter().map(T::real).collect() };
        reflect(&a, &factors, 1, &mut vectors, false);
        (values, vectors)
    } else {
        values(&mut diagonal, &mut beside)?;
        diagonal.sort_by(f64::total_cmp);
        (diagonal, Dense::zeros(n, 0))
    };
    values.iter_mut().for_each(|value| *value *= scale);
    Some((values, vectors))
}

/// So many columns are reflected before what is left of the matrix hears of them, by one product.
const PANEL: usize = 16;

/// Makes some columns those of a tridiagonal matrix. With `p = A v` and `w` made of it, each reflection takes `v w* + w v*` from the matrix.
fn reduce<T: Field>(a: &mut Dense<T>, panel: Range<usize>, factors: &mut [T], [diagonal, beside]: [&mut [f64]; 2]) {
    let (n, count) = (a.rows, panel.len());
    let (mut v, mut w) = (Dense::<T>::zeros(n, count), Dense::<T>::zeros(n, count));
    for (place, k) in panel.clone().enumerate() {
        let column = &mut a.column_mut(k)[k..];
        let weights = |of: &Dense<T>| (0..place).map(|before| -of.at(k, before).conj()).collect::<Vec<T>>();
        let (of_v, of_w) = (weights(&w), weights(&v));
        Part::of(&mut v, k, place).combine(&of_v, column);
        Part::of(&mut w, k, place).combine(&of_w, column);
        diagonal[k] = column[0].re();
        let vector = &mut column[1..];
        if vector.is_empty() {
            return;
        }
        (beside[k], factors[k]) = reflector(vector);
        if factors[k] == T::ZERO {
            continue;
        }
        let factor = factors[k];
        v.column_mut(place)[k + 1..].copy_from_slice(vector);
        let vector = vector.to_vec();
        let mut product = vec![T::ZERO; n - k - 1];
        let [.., rest] = Part::all(a).split(k + 1, k + 1);
        run(Symmetric { matrix: rest, vector: &vector, product: &mut product });
        let (left, right) = (Part::of(&mut v, k + 1, place), Part::of(&mut w, k + 1, place));
        let minus = |shares: Vec<T>| shares.into_iter().map(|share| -share).collect::<Vec<T>>();
        left.combine(&minus(right.shares(&vector)), &mut product);
        right.combine(&minus(left.shares(&vector)), &mut product);
        let half = (factor.conj() * factor * dot(&vector, &product)).times(0.5);
        let shares = product.iter().zip(&vector).map(|(&p, &v)| factor * p - half * v);
        w.column_mut(place)[k + 1..].iter_mut().zip(shares).for_each(|(w, share)| *w = share);
    }
    let [.., rest] = Part::all(a).split(panel.end, panel.end);
    let both = |first: &Dense<T>, second: &Dense<T>| {
        let mut items = Vec::with_capacity(2 * count * (n - panel.end));
        for matrix in [first, second] {
            (0..count).for_each(|k| items.extend_from_slice(&matrix.column(k)[panel.end..]));
        }
        Dense { rows: n - panel.end, columns: 2 * count, items }
    };
    subtract_half(rest, Part::all(&mut both(&v, &w)), Part::all(&mut both(&w, &v).adjoint()));
}

/// The product of a matrix that is its own adjoint, of which the lower triangle is looked at, and a column.
struct Symmetric<'a, T> {
    matrix: Part<'a, T>,
    vector: &'a [T],
    product: &'a mut [T],
}

impl<T: Field> Routine for Symmetric<'_, T> {
    /// What stands above the diagonal is what stands below it: each column is also a row. A few columns at once.
    #[inline(always)]
    fn work(&mut self) {
        const FEW: usize = 4;
        let (n, whole) = (self.matrix.rows, self.matrix.rows / FEW * FEW);
        for first in (0..whole).step_by(FEW) {
            let columns: [&[T]; FEW] = from_fn(|j| &self.matrix.column(first + j)[first..]);
            let vector = &self.vector[first..];
            let (product, below) = self.product[first..].split_at_mut(FEW);
            for j in 0..FEW {
                product[j] += T::real(columns[j][j].re()) * vector[j];
                for i in j + 1..FEW {
                    product[i] += columns[j][i] * vector[j];
                    product[j] += columns[j][i].conj() * vector[i];
                }
            }
            let (known, vector) = vector.split_at(FEW);
            let columns = columns.map(|column| &column[FEW..][..below.len()]);
            // Once as columns and once as rows; what they have stays in the first cache.
            let [a, b, c, d] = columns;
            for (i, to) in below.iter_mut().enumerate() {
                *to = *to + a[i] * known[0] + b[i] * known[1] + c[i] * known[2] + d[i] * known[3];
            }
            for (to, column) in product.iter_mut().zip(columns) {
                *to += sum_of_products(column, vector);
            }
        }
        for j in whole..n {
            let column = &self.matrix.column(j)[j..];
            self.product[j] += T::real(column[0].re()) * self.vector[j];
            for (i, &item) in column.iter().enumerate().skip(1) {
                self.product[j + i] += item * self.vector[j];
                self.product[j] += item.conj() * self.vector[j + i];
            }
        }
    }
}

/// Rotations with shifts until nothing is left beside the diagonal.
pub(super) fn tridiagonal<T: Field>(d: &mut [f64], e: &mut [f64], vectors: &mut Dense<T>) -> Option<()> {
    let n = d.len();
    let (mut turns_of_sweep, mut waiting) = (Vec::with_capacity(n), Turns::new(false));
    for l in 0..n {
        let mut turns = 0;
        loop {
            // What is below all normal numbers has no digits left to lose.
            let small = |m: usize| e[m].abs() <= (f64::EPSILON * (d[m].abs() + d[m + 1].abs())).max(f64::MIN_POSITIVE);
            let m = (l..n - 1).find(|&m| small(m)).unwrap_or(n - 1);
            if m == l {
                break;
            }
            turns += 1;
            if turns > 80 {
                return None;
            }
            let mut g = (d[l + 1] - d[l]) / (2.0 * e[l]);
            let mut r = hypotenuse(g, 1.0);
            g = d[m] - d[l] + e[l] / (g + r.copysign(g));
            let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
            let mut i = m;
            turns_of_sweep.clear();
            while i > l {
                i -= 1;
                let (f, b) = (s * e[i], c * e[i]);
                r = hypotenuse(f, g);
                e[i + 1] = r;
                if r == 0.0 {
                    d[i + 1] -= p;
                    e[m] = 0.0;
                    break;
                }
                (s, c) = (f / r, g / r);
                g = d[i + 1] - p;
                r = (d[i] - g) * s + 2.0 * c * b;
                p = s * r;
                d[i + 1] = g + p;
                g = c * r - b;
                turns_of_sweep.push([c, s]);
            }
            waiting.sweep(vectors, m, &turns_of_sweep);
            if r == 0.0 && i > l {
                continue;
            }
            d[l] -= p;
            e[l] = g;
            e[m] = 0.0;
        }
    }
    waiting.apply(vectors);
    Some(())
}

/// The eigenvalues of a tridiagonal matrix alone: the squares of what stands beside the diagonal are enough, and sweeps take no roots
/// (Pal, Walker and Kahan).
fn values(d: &mut [f64], e: &mut [f64]) -> Option<()> {
    let n = d.len();
    e.iter_mut().for_each(|item| *item *= *item);
    let mut start = 0;
    while start < n {
        let is_small = |d: &[f64], e: &[f64], k: usize| e[k] <= ROUNDING * ROUNDING * (d[k] * d[k + 1]).abs();
        let end = (start..n - 1).find(|&k| is_small(d, e, k)).map_or(n, |k| k + 1);
        let (d, e) = (&mut d[start..end], &mut e[start..end]);
        start = end;
        let count = d.len();
        // From the smaller end on.
        if d[count - 1].abs() < d[0].abs() {
            d.reverse();
            e[..count - 1].reverse();
        }
        let (mut l, mut turns) = (0, 0);
        while l < count {
            let m = (l..count - 1).find(|&k| is_small(d, e, k)).unwrap_or(count - 1);
            if m < count - 1 {
                e[m] = 0.0;
            }
            if m == l {
                (l, turns) = (l + 1, 0);
                continue;
            }
            turns += 1;
            if turns > 80 {
                return None;
            }
            if m == l + 1 {
                (d[l], d[m]) = values_of_two(d[l], e[l].sqrt(), d[m]);
                (e[l], l, turns) = (0.0, l + 2, 0);
                continue;
            }
            sweep(&mut d[l..=m], &mut e[l..m]);
        }
    }
    Some(())
}

/// Half of the distance from one to the next number.
const ROUNDING: f64 = f64::EPSILON / 2.0;

/// Turns from the last number to the first, with a shift.
fn sweep(d: &mut [f64], e: &mut [f64]) {
    let root = e[0].sqrt();
    let g = (d[1] - d[0]) / (2.0 * root);
    let shift = d[0] - root / (g + hypotenuse(g, 1.0).copysign(g));
    let last = e.len();
    let (mut c, mut s) = (1.0, 0.0);
    let mut gamma = d[last] - shift;
    let mut p = gamma * gamma;
    for i in (0..last).rev() {
        let square = e[i];
        let r = p + square;
        if i + 1 < last {
            e[i + 1] = s * r;
        }
        let (before, above) = (c, gamma);
        (c, s) = (p / r, square / r);
        gamma = c * (d[i] - shift) - s * above;
        d[i + 1] = above + (d[i] - gamma);
        p = if c == 0.0 { before * square } else { gamma * gamma / c };
    }
    e[0] = s * p;
    d[0] = shift + gamma;
}

/// The eigenvalues of a matrix of two rows, the larger one in size first.
fn values_of_two(a: f64, b: f64, c: f64) -> (f64, f64) {
    let (sum, root) = (a + c, hypotenuse(a - c, 2.0 * b));
    if sum == 0.0 {
        return (0.5 * root, -0.5 * root);
    }
    let first = 0.5 * (sum + root.copysign(sum));
    let (larger, smaller) = if a.abs() > c.abs() { (a, c) } else { (c, a) };
    (first, larger / first * smaller - b / first * b)
}
