//! Vectors of a matrix from those of its halves.
//!
//! In: numbers on the diagonal and beside it. Out: values in order, and vectors. Both halves are solved for themselves, and what
//! joins them (`secular`) has a root for each value of the whole. Its vectors are those of the halves by one product; what the joint hardly
//! changes stays as it is (*deflation*).

mod bidiagonal;
mod secular;
mod tridiagonal;

pub use bidiagonal::conquer as conquer_bidiagonal;
pub use tridiagonal::conquer as conquer_tridiagonal;

use super::dense::{Dense, rotate};
use super::part::Part;
use std::cmp::Ordering;
use std::ops::Range;

/// A matrix of so few rows is not divided.
const FEW: usize = 32;

/// Both halves beside each other, before they are joined.
struct Halves<const N: usize> {
    values: Vec<f64>,
    /// What the vector of each value has in the joint.
    parts: Vec<f64>,
    /// Whether the vector of each value has something in the upper and in the lower half.
    is_in: Vec<[bool; 2]>,
    /// The vectors, of one or of two sides.
    columns: [Dense<f64>; N],
}

impl<const N: usize> Halves<N> {
    /// Which of some vectors the joint changes, in the order of their values, and which stay: those with hardly a part in it. Two
    /// values that are hardly apart are turned so that one of them has none.
    fn deflate(&mut self, mut order: Vec<usize>, least_part: f64, least_gap: f64) -> (Vec<usize>, Vec<usize>) {
        let Halves { values, parts, is_in, columns } = self;
        order.sort_by(|&i, &j| values[i].total_cmp(&values[j]));
        let (mut moved, mut stayed): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        for k in order {
            if parts[k].abs() <= least_part {
                stayed.push(k);
                continue;
            }
            if let Some(&last) = moved.last() {
                let length = parts[k].hypot(parts[last]);
                let (c, s) = (parts[k] / length, -parts[last] / length);
                let gap = values[k] - values[last];
                if (gap * c * s).abs() <= least_gap {
                    (parts[k], parts[last]) = (length, 0.0);
                    columns.iter_mut().for_each(|columns| turn(columns, [last, k], [c, s]));
                    let (a, b) = (values[last], values[k]);
                    (values[last], values[k]) = (a * c * c + b * s * s, a * s * s + b * c * c);
                    is_in[k] = [0, 1].map(|side| is_in[k][side] || is_in[last][side]);
                    moved.pop();
                    stayed.push(last);
                }
            }
            moved.push(k);
        }
        (moved, stayed)
    }

    /// Some rows of the new vectors of a side: the old vectors' there that have something in them, times a small matrix.
    fn multiply(
        &self,
        side: usize,
        moved: &[usize],
        is_own: impl Fn(usize) -> bool,
        small: &Dense<f64>,
        rows: Range<usize>,
        to: &mut Dense<f64>,
    ) {
        let own: Vec<usize> = (0..moved.len()).filter(|&at| is_own(moved[at])).collect();
        let mut left = Dense::zeros(rows.len(), own.len());
        let mut right = Dense::zeros(own.len(), small.columns);
        for (place, &at) in own.iter().enumerate() {
            // The other sign: the product is subtracted.
            let from = &self.columns[side].column(moved[at])[rows.clone()];
            left.column_mut(place).iter_mut().zip(from).for_each(|(to, item)| *to = -item);
        }
        for j in 0..small.columns {
            let from = small.column(j);
            right.column_mut(j).iter_mut().zip(&own).for_each(|(to, &at)| *to = from[at]);
        }
        let (mut target, _) = Part::of(to, rows.start, small.columns).split_rows(rows.len());
        target.subtract_product(&Part::all(&mut left), &Part::all(&mut right));
    }
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

/// Values in an order, and columns in theirs; columns without a value stay behind.
fn sorted<const N: usize>(
    values: &[f64],
    columns: [Dense<f64>; N],
    compare: impl Fn(&f64, &f64) -> Ordering,
) -> (Vec<f64>, [Dense<f64>; N]) {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&i, &j| compare(&values[i], &values[j]));
    let in_order = columns.map(|columns| {
        let mut items = Vec::with_capacity(columns.items.len());
        let places = order.iter().copied().chain(values.len()..columns.columns);
        places.for_each(|k| items.extend_from_slice(columns.column(k)));
        Dense { items, ..columns }
    });
    (order.iter().map(|&k| values[k]).collect(), in_order)
}

impl Dense<f64> {
    /// Two matrices as blocks on a diagonal, with so many rows and columns of the identity between them.
    fn stacked([upper, lower]: &[Dense<f64>; 2], between: usize) -> Dense<f64> {
        let (first, second) = ([upper.rows, upper.columns], [upper.rows, upper.columns].map(|count| count + between));
        let mut all = Dense::zeros(second[0] + lower.rows, second[1] + lower.columns);
        (0..upper.columns).for_each(|k| all.column_mut(k)[..first[0]].copy_from_slice(upper.column(k)));
        (0..between).for_each(|k| all.set(first[0] + k, first[1] + k, 1.0));
        (0..lower.columns).for_each(|k| all.column_mut(second[1] + k)[second[0]..].copy_from_slice(lower.column(k)));
        all
    }
}
