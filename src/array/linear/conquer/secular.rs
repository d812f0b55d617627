//! What joins two halves: the roots of an equation with a pole for each value of theirs (Gu and Eisenstat).
//!
//! In: values of both halves, and what each vector has in the joint. Out: values of the whole, and how its vectors are made of the halves'.

use super::super::dense::{Dense, sum_of_products};
use crate::array::blas::{Routine, run};
use std::marker::PhantomData;

/// Steps to a root, which take a handful as a rule.
const STEPS: usize = 60;

/// What poles and roots are.
pub trait Scale {
    /// How far the one is right of the other.
    fn apart(pole: f64, origin: f64) -> f64;
    /// What is so far right of a pole.
    fn beside(origin: f64, apart: f64) -> f64;
}

/// Poles and roots are the values themselves.
pub struct Values;

impl Scale for Values {
    #[inline(always)]
    fn apart(pole: f64, origin: f64) -> f64 {
        pole - origin
    }
    #[inline(always)]
    fn beside(origin: f64, apart: f64) -> f64 {
        origin + apart
    }
}

/// Poles and roots are the squares of the values, none of which is negative. Squares are not subtracted, so that small ones keep their digits.
pub struct Squares;

impl Scale for Squares {
    #[inline(always)]
    fn apart(pole: f64, origin: f64) -> f64 {
        (pole - origin) * (pole + origin)
    }
    #[inline(always)]
    fn beside(origin: f64, apart: f64) -> f64 {
        let root = (origin * origin + apart).max(0.0).sqrt();
        if origin + root > 0.0 { origin + apart / (origin + root) } else { 0.0 }
    }
}

/// The roots of `1 + weight * sum(part^2 / (pole - x))`, each of which is right of its pole, and then the vectors.
pub struct Secular<'a, S> {
    poles: &'a [f64],
    parts: &'a [f64],
    weight: f64,
    roots: &'a mut [f64],
    /// From each root to each pole; then the vectors.
    gaps: &'a mut Dense<f64>,
    scale: PhantomData<S>,
}

impl<S: Scale> Secular<'_, S> {
    /// The roots, and a column for each: each part divided by how far the root is from the pole. The parts are those with which the roots are
    /// exact, so that the columns are orthogonal.
    pub fn solve(poles: &[f64], parts: &[f64], weight: f64) -> (Vec<f64>, Dense<f64>) {
        let count = poles.len();
        let (mut roots, mut gaps) = (vec![0.0; count], Dense::zeros(count, count));
        run(Secular::<S> { poles, parts, weight, roots: &mut roots, gaps: &mut gaps, scale: PhantomData });
        (roots, gaps)
    }
}

impl<S: Scale> Routine for Secular<'_, S> {
    #[inline(always)]
    fn work(&mut self) {
        let count = self.poles.len();
        for j in 0..count {
            let gaps = self.gaps.column_mut(j);
            let (origin, x) = root::<S>(self.poles, self.parts, 1.0 / self.weight, j, gaps);
            self.roots[j] = S::beside(origin, x);
            for (gap, &pole) in gaps.iter_mut().zip(self.poles) {
                *gap = S::apart(pole, origin) - x;
            }
        }
        let mut squares = vec![1.0; count];
        for j in 0..count {
            let (gaps, pole) = (self.gaps.column(j), self.poles[j]);
            let own = squares[j] * gaps[j];
            for ((square, gap), &other) in squares.iter_mut().zip(gaps).zip(self.poles) {
                *square *= gap / S::apart(other, pole);
            }
            squares[j] = own;
        }
        let parts = squares.iter().zip(self.parts).map(|(square, part)| square.abs().sqrt().copysign(*part));
        let parts: Vec<f64> = parts.collect();
        for j in 0..count {
            for (item, part) in self.gaps.column_mut(j).iter_mut().zip(&parts) {
                *item = part / *item;
            }
        }
    }
}

/// Makes columns vectors of length 1.
pub fn normalize(columns: &mut Dense<f64>) {
    run(Normalize { columns });
}

struct Normalize<'a> {
    columns: &'a mut Dense<f64>,
}

impl Routine for Normalize<'_> {
    #[inline(always)]
    fn work(&mut self) {
        for j in 0..self.columns.columns {
            let column = self.columns.column_mut(j);
            let length = sum_of_products(column, column).sqrt();
            column.iter_mut().for_each(|item| *item /= length);
        }
    }
}

/// The root right of a pole: the nearer pole, and how far the root is from it.
#[inline(always)]
fn root<S: Scale>(poles: &[f64], parts: &[f64], constant: f64, j: usize, shifted: &mut [f64]) -> (f64, f64) {
    let is_last = j + 1 == poles.len();
    let width = match is_last {
        // Hardly more than what would be the root if all poles were the last.
        true => (1.0 + 8.0 * f64::EPSILON) * sum_of_products(parts, parts) / constant,
        false => S::apart(poles[j + 1], poles[j]),
    };
    let squares = |k: usize| parts[k] * parts[k];
    // In which half it is, from the function in the middle.
    shift::<S>(shifted, poles, poles[j]);
    let ([below, _], [above, _]) =
        (sums(&parts[..=j], &shifted[..=j], 0.5 * width), sums(&parts[j + 1..], &shifted[j + 1..], 0.5 * width));
    let middle = constant + below + above;
    let is_left = is_last || middle >= 0.0;
    let nearer = if is_left { j } else { j + 1 };
    let origin = poles[nearer];
    shift::<S>(shifted, poles, origin);
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
fn shift<S: Scale>(shifted: &mut [f64], poles: &[f64], origin: f64) {
    for (to, &pole) in shifted.iter_mut().zip(poles) {
        *to = S::apart(pole, origin);
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
