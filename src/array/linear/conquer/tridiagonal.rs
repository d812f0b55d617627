//! Eigenvalues and eigenvectors of tridiagonal matrices, by dividing them (Cuppen; Gu and Eisenstat).
//!
//! In: the diagonal and what stands beside it. Out: eigenvalues from the smallest on, and vectors. What joins both halves is a matrix of rank
//! one, with which each eigenvalue is a root between two of the halves'.

use super::super::dense::Dense;
use super::super::hermitian::tridiagonal;
use super::secular::{Secular, Values, normalize};
use super::{FEW, Halves, sorted};

/// Eigenvalues in order, and eigenvectors as columns; none if it does not converge.
pub fn conquer(d: &mut [f64], e: &mut [f64]) -> Option<(Vec<f64>, Dense<f64>)> {
    let divided = divide(&mut d.to_vec(), &mut e.to_vec());
    let is_finite =
        |(values, vectors): &(Vec<f64>, Dense<f64>)| values.iter().chain(&vectors.items).all(|x| x.is_finite());
    // Where parts are so small beside others that quotients have no room, turns alone find them.
    divided.filter(is_finite).or_else(|| turn_all(d, e))
}

fn turn_all(d: &mut [f64], e: &mut [f64]) -> Option<(Vec<f64>, Dense<f64>)> {
    let mut vectors = Dense::identity(d.len(), d.len());
    tridiagonal(d, e, &mut vectors)?;
    let (values, [vectors]) = sorted(d, [vectors], f64::total_cmp);
    Some((values, vectors))
}

fn divide(d: &mut [f64], e: &mut [f64]) -> Option<(Vec<f64>, Dense<f64>)> {
    let n = d.len();
    if n <= FEW {
        return turn_all(d, e);
    }
    let half = n / 2;
    let joint = e[half - 1];
    d[half - 1] -= joint.abs();
    d[half] -= joint.abs();
    let ((upper, lower), (beside, below)) = (d.split_at_mut(half), e.split_at_mut(half));
    let (values, vectors) = divide(upper, beside)?;
    let (others, other_vectors) = divide(lower, below)?;
    Some(join([values, others].concat(), [vectors, other_vectors], joint))
}

/// Both halves as one.
fn join(values: Vec<f64>, halves: [Dense<f64>; 2], joint: f64) -> (Vec<f64>, Dense<f64>) {
    let (n, half) = (values.len(), halves[0].rows);
    // What the vectors of each half have in the rows that are joined.
    let root = 0.5f64.sqrt();
    let ends = (0..half).map(|k| halves[0].at(half - 1, k) * root);
    let begins = (0..n - half).map(|k| halves[1].at(0, k) * root.copysign(joint));
    let parts: Vec<f64> = ends.chain(begins).collect();
    let weight = 2.0 * joint.abs();
    let negligible = 4.0 * f64::EPSILON * values.iter().fold(weight, |most, value| most.max(value.abs()));
    let is_in = (0..n).map(|k| [k < half, k >= half]).collect();
    let mut halves = Halves { values, parts, is_in, columns: [Dense::stacked(&halves, 0)] };
    let (moved, stayed) = halves.deflate((0..n).collect(), negligible / weight, negligible);
    let poles: Vec<f64> = moved.iter().map(|&k| halves.values[k]).collect();
    let parts: Vec<f64> = moved.iter().map(|&k| halves.parts[k]).collect();
    let (mut values, mut small) = Secular::<Values>::solve(&poles, &parts, weight);
    normalize(&mut small);
    let mut vectors = Dense::zeros(n, n);
    for (side, rows) in [(0, 0..half), (1, half..n)] {
        halves.multiply(0, &moved, |k| halves.is_in[k][side], &small, rows, &mut vectors);
    }
    for (place, &k) in stayed.iter().enumerate() {
        vectors.column_mut(moved.len() + place).copy_from_slice(halves.columns[0].column(k));
        values.push(halves.values[k]);
    }
    let (values, [vectors]) = sorted(&values, [vectors], f64::total_cmp);
    (values, vectors)
}
