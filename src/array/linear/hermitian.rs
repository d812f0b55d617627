//! Eigenvalues of matrices that are their own adjoint.
//!
//! In: a matrix, of which the lower triangle is looked at. Out: eigenvalues from the smallest on, and their vectors. The matrix
//! becomes a tridiagonal one by reflections, and that a diagonal one by rotations.

use super::dense::{Dense, Field, add_both, add_times, dot, hypotenuse, reflector};
use super::factor::accumulate;
use super::turns::Turns;

/// Eigenvalues in order, and eigenvectors as columns, if they are wanted; none if it does not converge.
pub fn hermitian<T: Field>(mut a: Dense<T>, with_vectors: bool) -> Option<(Vec<f64>, Dense<T>)> {
    let n = a.rows;
    let mut factors = vec![T::ZERO; n];
    let mut diagonal = vec![0.0; n];
    let mut beside = vec![0.0; n];
    (0..n).for_each(|j| a.set(j, j, T::real(a.at(j, j).re())));
    let mut product = vec![T::ZERO; n];
    // What columns are still to hear of the reflection before: they do when they are looked at next.
    let mut pending: Option<(Vec<T>, Vec<T>)> = None;
    let take = |column: &mut [T], pending: &Option<(Vec<T>, Vec<T>)>, from: usize| {
        if let Some((v, w)) = pending {
            add_both(column, (-w[from].conj(), &v[from..]), (-v[from].conj(), &w[from..]));
        }
    };
    for k in 0..n.saturating_sub(1) {
        take(&mut a.column_mut(k)[k..], &pending, 0);
        let (becomes, factor) = reflector(&mut a.column_mut(k)[k + 1..]);
        beside[k] = becomes;
        factors[k] = factor;
        // A becomes H* A H: with p = A v, the change is v w* + w v*.
        let vector = a.column(k)[k + 1..].to_vec();
        let product = &mut product[k + 1..];
        product.fill(T::ZERO);
        // What stands above the diagonal is what stands below it: each column is also a row.
        for (j, &part) in vector.iter().enumerate() {
            let column = &mut a.column_mut(k + 1 + j)[k + 1 + j..];
            take(column, &pending, j + 1);
            let as_row = dot(&column[1..], &vector[j + 1..]);
            product[j] = product[j] + column[0] * part + as_row;
            add_times(&mut product[j + 1..], part, &column[1..]);
        }
        pending = None;
        if factor == T::ZERO {
            continue;
        }
        let half = (factor.conj() * factor * dot(&vector, product)).times(0.5);
        let w: Vec<T> = product.iter().zip(&vector).map(|(&p, &v)| factor * p - half * v).collect();
        pending = Some((vector, w));
    }
    if n > 0 {
        take(&mut a.column_mut(n - 1)[n - 1..], &pending, 0);
    }
    for (k, item) in diagonal.iter_mut().enumerate() {
        *item = a.at(k, k).re();
    }
    let mut vectors = Dense::identity(n, if with_vectors { n } else { 0 });
    accumulate(&a, &factors, 1, &mut vectors);
    tridiagonal(&mut diagonal, &mut beside, &mut vectors)?;
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| diagonal[i].total_cmp(&diagonal[j]));
    let mut sorted = Dense::zeros(n, vectors.columns);
    for (to, &from) in order.iter().enumerate().take(vectors.columns) {
        sorted.column_mut(to).copy_from_slice(vectors.column(from));
    }
    Some((order.iter().map(|&i| diagonal[i]).collect(), sorted))
}

/// Rotations with shifts until nothing is left beside the diagonal.
fn tridiagonal<T: Field>(d: &mut [f64], e: &mut [f64], vectors: &mut Dense<T>) -> Option<()> {
    let n = d.len();
    let (mut turns_of_sweep, mut waiting) = (Vec::with_capacity(n), Turns::new(false));
    for l in 0..n {
        let mut turns = 0;
        loop {
            let small = |m: usize| e[m].abs() <= f64::EPSILON * (d[m].abs() + d[m + 1].abs());
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
