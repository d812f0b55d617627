//! Singular values alone, by quotients and differences.
//!
//! In: a matrix with a diagonal and one more above it. Out: its singular values. Steps know the squares alone and take no roots; shifts that
//! are too large are noticed and tried again (Fernando and Parlett's `dqds`).

use super::dense::hypotenuse;

/// Squares that are negligible beside those that they stand between.
const NEGLIGIBLE: f64 = f64::EPSILON * f64::EPSILON;
/// Steps for each value, which take three as a rule.
const STEPS: usize = 30;

/// The singular values in any order; none if there are too many steps.
pub fn values(diagonal: &[f64], above: &[f64]) -> Option<Vec<f64>> {
    if above.iter().all(|&item| item == 0.0) {
        return Some(diagonal.iter().map(|item| item.abs()).collect());
    }
    let square = |items: &[f64]| items.iter().map(|item| item * item).collect::<Vec<f64>>();
    let mut found = Vec::with_capacity(diagonal.len());
    split(square(diagonal), square(above), 0.0, &mut found)?;
    found.iter_mut().for_each(|value| *value = value.sqrt());
    Some(found)
}

/// The squares of a matrix that is in one piece or more, each more by a shift.
fn split(mut q: Vec<f64>, mut e: Vec<f64>, mut shift: f64, found: &mut Vec<f64>) -> Option<()> {
    let (mut next_q, mut next_e) = (q.clone(), e.clone());
    let (mut steps, mut least) = (0, 0.0);
    loop {
        let n = q.len();
        match n {
            0 => return Some(()),
            1 => {
                found.push(shift + q[0]);
                return Some(());
            }
            _ => {}
        }
        if let Some(cut) = (0..n - 1).rev().find(|&k| e[k] <= NEGLIGIBLE * (shift + q[k].min(q[k + 1]))) {
            let (lower, beside) = (q.split_off(cut + 1), e.split_off(cut + 1));
            e.truncate(cut);
            split(lower, beside, shift, found)?;
            (steps, least) = (0, 0.0);
            continue;
        }
        if n == 2 {
            found.extend(of_two([q[0], q[1]], [0.0, e[0]]).map(|value| shift + value));
            return Some(());
        }
        // The small ones are found at the end.
        if steps == 0 && q[0] * 1.5 < q[n - 1] {
            q.reverse();
            e.reverse();
        }
        next_q.truncate(n);
        next_e.truncate(n - 1);
        steps += 1;
        if steps > STEPS * n {
            return None;
        }
        let guessed = guess(&q, &e);
        let guessed = if guessed > 0.0 { guessed } else { least / 4.0 };
        let tried = [guessed, guessed / 4.0, 0.0].into_iter().find(|&tried| {
            least = step(&q, &e, tried, &mut next_q, &mut next_e);
            least >= 0.0
        })?;
        shift += tried;
        std::mem::swap(&mut q, &mut next_q);
        std::mem::swap(&mut e, &mut next_e);
    }
}

/// One step with a shift; the least of what the squares are made of, which is less than nothing if the shift was too large.
fn step(q: &[f64], e: &[f64], shift: f64, next_q: &mut [f64], next_e: &mut [f64]) -> f64 {
    let mut d = q[0] - shift;
    let mut least = d;
    let places = next_q.iter_mut().zip(next_e.iter_mut());
    for (((to_q, to_e), &e), &q) in places.zip(e).zip(&q[1..]) {
        let sum = d + e;
        let quotient = q / sum;
        *to_q = sum;
        *to_e = e * quotient;
        d = d * quotient - shift;
        least = if d < least { d } else { least };
    }
    next_q[q.len() - 1] = d;
    if d.is_nan() { f64::NAN } else { least }
}

/// A shift that is hardly larger than the least of what is looked for: the smaller value of the last two rows, less what the row above
/// has to do with it.
fn guess(q: &[f64], e: &[f64]) -> f64 {
    let last = q.len() - 1;
    let [_, value] = of_two([q[last - 1], q[last]], [e[last - 2], e[last - 1]]);
    let beside = (q[last - 1] * e[last - 1]).sqrt();
    let above = q[last - 1] + e[last - 2] - value;
    value - beside / hypotenuse(beside, above) * (q[last - 2] * e[last - 2]).sqrt()
}

/// The larger and the smaller value of two rows, and what stands beside them before the first and between them.
fn of_two([first, second]: [f64; 2], [before, between]: [f64; 2]) -> [f64; 2] {
    let (a, c) = (first + before, second + between);
    let larger = 0.5 * (a + c + hypotenuse(a - c, 2.0 * (first * between).sqrt()));
    if larger == 0.0 { [0.0; 2] } else { [larger, first / larger * second + before / larger * c] }
}
