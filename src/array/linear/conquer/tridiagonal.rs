//! Eigenvalues and eigenvectors of tridiagonal matrices, by dividing them (Cuppen; Gu and Eisenstat).
//!
//! In: the diagonal and what stands beside it. Out: eigenvalues from the smallest on, and vectors. Both halves are solved for themselves; what
//! joins them is a matrix of rank one, with which each eigenvalue is a root between two of the halves'. The vectors are then those of the
//! halves by one product, and what is hardly changed stays as it is.

use super::dense::{Dense, rotate};
use super::hermitian::tridiagonal;
use super::part::Part;
use crate::array::blas::{Routine, run};

/// A matrix of so few rows is not divided.
const FEW: usize = 32;
/// Steps to a root, which take a handful as a rule.
const STEPS: usize = 60;

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
    Some(sorted(d, &vectors))
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

/// Columns in the order of their values.
fn sorted(values: &[f64], vectors: &Dense<f64>) -> (Vec<f64>, Dense<f64>) {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&i, &j| values[i].total_cmp(&values[j]));
    let mut items = Vec::with_capacity(vectors.items.len());
    order.iter().for_each(|&k| items.extend_from_slice(vectors.column(k)));
    (order.iter().map(|&k| values[k]).collect(), Dense { items, ..*vectors })
}

/// Both halves as one.
fn join(mut values: Vec<f64>, [upper, lower]: [Dense<f64>; 2], joint: f64) -> (Vec<f64>, Dense<f64>) {
    let (n, half) = (values.len(), upper.rows);
    // What the vectors of each half have in the rows that are joined.
    let root = 0.5f64.sqrt();
    let ends = (0..half).map(|k| upper.at(half - 1, k) * root);
    let begins = (0..n - half).map(|k| lower.at(0, k) * root.copysign(joint));
    let mut z: Vec<f64> = ends.chain(begins).collect();
    let weight = 2.0 * joint.abs();
    let mut whole = Dense::zeros(n, n);
    for k in 0..n {
        let column = whole.column_mut(k);
        match k < half {
            true => column[..half].copy_from_slice(upper.column(k)),
            false => column[half..].copy_from_slice(lower.column(k - half)),
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| values[i].total_cmp(&values[j]));
    let negligible = 4.0 * f64::EPSILON * values.iter().fold(weight, |most, value| most.max(value.abs()));
    // Whether a column has something in the upper and in the lower half.
    let mut is_in: Vec<[bool; 2]> = (0..n).map(|k| [k < half, k >= half]).collect();
    let (mut moved, mut stayed): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for k in order {
        if weight * z[k].abs() <= negligible {
            stayed.push(k);
            continue;
        }
        if let Some(&last) = moved.last() {
            // Two values that are hardly apart: a turn leaves nothing of the one vector in the joint.
            let length = z[k].hypot(z[last]);
            let (c, s) = (z[k] / length, -z[last] / length);
            let gap = values[k] - values[last];
            if (gap * c * s).abs() <= negligible {
                (z[k], z[last]) = (length, 0.0);
                turn(&mut whole, [last, k], [c, s]);
                let (a, b) = (values[last], values[k]);
                (values[last], values[k]) = (a * c * c + b * s * s, a * s * s + b * c * c);
                is_in[k] = [0, 1].map(|side| is_in[k][side] || is_in[last][side]);
                moved.pop();
                stayed.push(last);
            }
        }
        moved.push(k);
    }
    let count = moved.len();
    let poles: Vec<f64> = moved.iter().map(|&k| values[k]).collect();
    let parts: Vec<f64> = moved.iter().map(|&k| z[k]).collect();
    let mut roots = vec![0.0; count];
    let mut gaps = Dense::zeros(count, count);
    run(Secular { poles: &poles, parts: &parts, weight, roots: &mut roots, gaps: &mut gaps });
    let mut vectors = Dense::zeros(n, n);
    for (side, rows) in [(0, 0..half), (1, half..n)] {
        let own: Vec<usize> = (0..count).filter(|&at| is_in[moved[at]][side]).collect();
        let mut left = Dense::zeros(rows.len(), own.len());
        let mut right = Dense::zeros(own.len(), count);
        for (place, &at) in own.iter().enumerate() {
            // The other sign: the product is subtracted.
            let from = &whole.column(moved[at])[rows.clone()];
            left.column_mut(place).iter_mut().zip(from).for_each(|(to, item)| *to = -item);
        }
        for j in 0..count {
            let from = gaps.column(j);
            right.column_mut(j).iter_mut().zip(&own).for_each(|(to, &at)| *to = from[at]);
        }
        let (mut target, _) = Part::of(&mut vectors, rows.start, count).split_rows(rows.len());
        target.subtract_product(&Part::all(&mut left), &Part::all(&mut right));
    }
    for (place, &k) in stayed.iter().enumerate() {
        vectors.column_mut(count + place).copy_from_slice(whole.column(k));
        roots.push(values[k]);
    }
    sorted(&roots, &vectors)
}

/// Turns two columns into each other: `(c a + s b, c b - s a)`.
fn turn(matrix: &mut Dense<f64>, [first, second]: [usize; 2], [c, s]: [f64; 2]) {
    if first < second {
        let (a, b) = matrix.two_columns(first, second);
        rotate(a, b, c, s);
    } else {
        let (b, a) = matrix.two_columns(second, first);
        rotate(a, b, c, s);
    }
}

/// The roots of `1 + weight * sum(part^2 / (pole - x))`, each of which is right of its pole, and then the vectors.
struct Secular<'a> {
    poles: &'a [f64],
    parts: &'a [f64],
    weight: f64,
    roots: &'a mut [f64],
    /// From each root to each pole; then the vectors.
    gaps: &'a mut Dense<f64>,
}

impl Routine for Secular<'_> {
    #[inline(always)]
    fn work(&mut self) {
        let count = self.poles.len();
        for j in 0..count {
            let gaps = self.gaps.column_mut(j);
            let (origin, x) = root(self.poles, self.parts, 1.0 / self.weight, j, gaps);
            self.roots[j] = origin + x;
            for (gap, pole) in gaps.iter_mut().zip(self.poles) {
                *gap = (pole - origin) - x;
            }
        }
        // The parts with which these roots are exact: so the vectors are orthogonal.
        let mut squares = vec![1.0; count];
        for j in 0..count {
            let (gaps, pole) = (self.gaps.column(j), self.poles[j]);
            let own = squares[j] * gaps[j];
            for ((square, gap), other) in squares.iter_mut().zip(gaps).zip(self.poles) {
                *square *= gap / (other - pole);
            }
            squares[j] = own;
        }
        let parts = squares.iter().zip(self.parts).map(|(square, part)| square.abs().sqrt().copysign(*part));
        let parts: Vec<f64> = parts.collect();
        for j in 0..count {
            let column = self.gaps.column_mut(j);
            for (item, part) in column.iter_mut().zip(&parts) {
                *item = part / *item;
            }
            let length = super::dense::sum_of_products(column, column).sqrt();
            column.iter_mut().for_each(|item| *item /= length);
        }
    }
}

/// The root right of a pole: the nearer pole, and how far the root is from it.
#[inline(always)]
fn root(poles: &[f64], parts: &[f64], constant: f64, j: usize, shifted: &mut [f64]) -> (f64, f64) {
    let is_last = j + 1 == poles.len();
    let width = if is_last { 1.0 / constant } else { poles[j + 1] - poles[j] };
    let squares = |k: usize| parts[k] * parts[k];
    // In which half it is, from the function in the middle.
    shift(shifted, poles, poles[j]);
    let ([below, _], [above, _]) =
        (sums(&parts[..=j], &shifted[..=j], 0.5 * width), sums(&parts[j + 1..], &shifted[j + 1..], 0.5 * width));
    let middle = constant + below + above;
    let is_left = is_last || middle >= 0.0;
    let nearer = if is_left { j } else { j + 1 };
    let origin = poles[nearer];
    shift(shifted, poles, origin);
    let (mut low, mut high) = if is_left { (0.0, width) } else { (-width, 0.0) };
    let center = 0.5 * (low + high);
    if middle >= 0.0 {
        high = center;
    } else {
        low = center;
    }
    // With the two nearest poles as they are, and the others constant.
    let next = if is_last { 0.0 } else { squares(j + 1) };
    let rest = middle + (squares(j) - next) / (0.5 * width);
    let mut x = between(rest, squares(j), next, width, is_left);
    for _ in 0..STEPS {
        if !(low < x && x < high) {
            x = 0.5 * (low + high);
            if x <= low || x >= high {
                break;
            }
        }
        let [below, below_slope] = sums(&parts[..=j], &shifted[..=j], x);
        let [above, above_slope] = sums(&parts[j + 1..], &shifted[j + 1..], x);
        let value = constant + below + above;
        if value.abs() <= 4.0 * f64::EPSILON * (constant + below.abs() + above.abs()) {
            break;
        }
        if value < 0.0 {
            low = x
        } else {
            high = x
        }
        // Each side as a constant and a pole, of the same value and slope.
        let to_pole = shifted[j] - x;
        let first = below_slope * to_pole * to_pole;
        let (second, rest) = match is_last {
            true => (0.0, value - below_slope * to_pole),
            false => {
                let to_next = shifted[j + 1] - x;
                (above_slope * to_next * to_next, value - below_slope * to_pole - above_slope * to_next)
            }
        };
        let better = between(rest, first, second, width, is_left);
        if (better - x).abs() <= f64::EPSILON * x.abs() {
            x = better;
            break;
        }
        x = better;
    }
    (origin, x)
}

/// Poles, seen from another place.
#[inline(always)]
fn shift(shifted: &mut [f64], poles: &[f64], origin: f64) {
    for (to, pole) in shifted.iter_mut().zip(poles) {
        *to = pole - origin;
    }
}

/// The root of `rest + first / (0 - x) + second / (width - x)` between both, from the one or from the other.
#[inline(always)]
fn between(rest: f64, first: f64, second: f64, width: f64, is_left: bool) -> f64 {
    let (rest, own) = if is_left { (rest, first) } else { (-rest, second) };
    let sum = rest * width + first + second;
    let root = (sum * sum - 4.0 * rest * own * width).max(0.0).sqrt();
    let x = if sum >= 0.0 { 2.0 * own * width / (sum + root) } else { (sum - root) / (2.0 * rest) };
    if is_left { x } else { -x }
}

/// The sum of `part^2 / (pole - x)`, and its slope.
#[inline(always)]
fn sums(parts: &[f64], poles: &[f64], x: f64) -> [f64; 2] {
    const LANES: usize = 8;
    let ((a, last_a), (b, last_b)) = (parts.as_chunks::<LANES>(), poles.as_chunks::<LANES>());
    let (mut values, mut slopes) = ([0.0; LANES], [0.0; LANES]);
    for (part, pole) in a.iter().zip(b) {
        for lane in 0..LANES {
            let share = part[lane] / (pole[lane] - x);
            values[lane] += part[lane] * share;
            slopes[lane] += share * share;
        }
    }
    let mut sums = [values.iter().sum::<f64>(), slopes.iter().sum()];
    for (part, pole) in last_a.iter().zip(last_b) {
        let share = part / (pole - x);
        sums = [sums[0] + part * share, sums[1] + share * share];
    }
    sums
}
