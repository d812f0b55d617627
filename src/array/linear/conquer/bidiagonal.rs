//! Singular values and vectors of bidiagonal matrices, by dividing them (Gu and Eisenstat; LAPACK's `dbdsdc`).
//!
//! In: the diagonal and what stands above it. Out: singular values from the largest on, and vectors of both sides. A row between two halves
//! joins them: their values with that row in front are a matrix whose singular values have squares that are roots between the squares of
//! the halves'. The upper half lacks that row, so it has a column more than rows, and a right vector without a value.

use super::super::dense::{Dense, rotate};
use super::super::singular::diagonalize;
use super::secular::{Secular, Squares, normalize};
use super::{FEW, Halves, sorted};

/// `B = left [values 0] right*`
pub struct Bidiagonal {
    /// From the largest on.
    pub values: Vec<f64>,
    /// As columns.
    pub left: Dense<f64>,
    /// As columns; the last belongs to no value if there is a column more than rows.
    pub right: Dense<f64>,
}

/// The singular values and vectors of a matrix with a diagonal and as many numbers above it, or one less; none if it does not converge.
pub fn conquer(d: &[f64], e: &[f64]) -> Option<Bidiagonal> {
    let is_finite = |found: &Bidiagonal| {
        found.values.iter().chain(&found.left.items).chain(&found.right.items).all(|x| x.is_finite())
    };
    // Where parts are so small beside others that quotients have no room, turns alone find them.
    divide(d, e).filter(is_finite).or_else(|| turn_all(d, e))
}

fn divide(d: &[f64], e: &[f64]) -> Option<Bidiagonal> {
    let n = d.len();
    if n <= FEW {
        return turn_all(d, e);
    }
    let half = n / 2;
    let upper = divide(&d[..half], &e[..half])?;
    let lower = divide(&d[half + 1..], &e[half + 1..])?;
    Some(join(upper, lower, [d[half], e[half]]))
}

/// By rotations alone.
fn turn_all(d: &[f64], e: &[f64]) -> Option<Bidiagonal> {
    let n = d.len();
    let (mut d, mut beside) = (d.to_vec(), vec![0.0; n]);
    let (mut left, mut right) = (Dense::identity(n, n), Dense::identity(n.max(e.len() + 1), n.max(e.len() + 1)));
    let count = e.len().min(n.saturating_sub(1));
    beside[n - count..].copy_from_slice(&e[..count]);
    if let Some(mut last) = e.get(count).copied() {
        // Turned with each column from the last on, the column more becomes zero.
        for k in (0..n).rev() {
            let length = d[k].hypot(last);
            let (c, s) = if length > 0.0 { (d[k] / length, last / length) } else { (1.0, 0.0) };
            d[k] = length;
            last = -s * beside[k];
            beside[k] *= c;
            let (a, b) = right.two_columns(k, n);
            rotate(a, b, c, s);
        }
    }
    diagonalize(&mut d, &mut beside, &mut left, &mut right)?;
    let (values, [left, right]) = sorted(&d, [left, right], |a, b| b.total_cmp(a));
    Some(Bidiagonal { values, left, right })
}

/// Both halves as one, with the two numbers of the row between them.
fn join(upper: Bidiagonal, lower: Bidiagonal, [end, begin]: [f64; 2]) -> Bidiagonal {
    let half = upper.values.len();
    let n = half + 1 + lower.values.len();
    let values = [upper.values, vec![0.0], lower.values].concat();
    // What the right vectors have in the row between.
    let ends = (0..=half).map(|k| end * upper.right.at(half, k));
    let begins = (0..lower.right.columns).map(|k| begin * lower.right.at(0, k));
    let mut parts: Vec<f64> = ends.chain(begins).collect();
    let left = Dense::stacked(&[upper.left, lower.left], 1);
    let mut right = Dense::stacked(&[upper.right, lower.right], 0);
    // Of two vectors without a value one is turned out of the row.
    let is_wide = right.columns > n;
    if is_wide {
        let other = parts.pop().unwrap_or_default();
        let length = parts[half].hypot(other);
        if length > 0.0 {
            let (first, last) = right.two_columns(half, n);
            rotate(first, last, parts[half] / length, other / length);
            parts[half] = length;
        }
    }
    let most = values.iter().fold(end.abs().max(begin.abs()), |most, value| most.max(*value));
    let negligible = 8.0 * f64::EPSILON * most;
    let is_in = (0..n).map(|k| [k < half, k > half]).collect();
    let mut halves = Halves { values, parts, is_in, columns: [left, right] };
    let others = (0..n).filter(|k| *k != half).collect();
    let (mut moved, stayed) = halves.deflate(others, negligible, negligible);
    if let Some(&first) = moved.first() {
        // Apart from the zero of the row between.
        halves.values[first] = halves.values[first].max(0.5 * negligible);
    }
    moved.insert(0, half);
    let own = &mut halves.parts[half];
    *own = own.abs().max(negligible).copysign(*own);
    let poles: Vec<f64> = moved.iter().map(|&k| halves.values[k]).collect();
    let parts: Vec<f64> = moved.iter().map(|&k| halves.parts[k]).collect();
    let (mut values, mut of_right) = Secular::<Squares>::solve(&poles, &parts, 1.0);
    let mut of_left = of_right.clone();
    for j in 0..of_left.columns {
        let column = of_left.column_mut(j);
        column.iter_mut().zip(&poles).for_each(|(item, pole)| *item *= pole);
        column[0] = -1.0;
    }
    normalize(&mut of_left);
    normalize(&mut of_right);
    let (mut left, mut right) = (Dense::zeros(n, n), Dense::zeros(halves.columns[1].rows, halves.columns[1].rows));
    let is_in = |k: usize, side: usize| halves.is_in[k][side];
    halves.multiply(0, &moved, |k| is_in(k, 0), &of_left, 0..half, &mut left);
    halves.multiply(0, &moved, |k| k == half, &of_left, half..half + 1, &mut left);
    halves.multiply(0, &moved, |k| is_in(k, 1), &of_left, half + 1..n, &mut left);
    halves.multiply(1, &moved, |k| is_in(k, 0) || k == half, &of_right, 0..half + 1, &mut right);
    halves.multiply(1, &moved, |k| is_in(k, 1) || is_wide && k == half, &of_right, half + 1..right.rows, &mut right);
    for (place, &k) in stayed.iter().enumerate() {
        left.column_mut(moved.len() + place).copy_from_slice(halves.columns[0].column(k));
        right.column_mut(moved.len() + place).copy_from_slice(halves.columns[1].column(k));
        values.push(halves.values[k]);
    }
    if is_wide {
        right.column_mut(n).copy_from_slice(halves.columns[1].column(n));
    }
    let (values, [left, right]) = sorted(&values, [left, right], |a, b| b.total_cmp(a));
    Bidiagonal { values, left, right }
}
