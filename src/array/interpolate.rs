//! Values between points of a line: `interp`.
//!
//! In: where values are wanted, and points by rising places. Out: the values.

/// The values at some places of the lines between points; beside them, those for the left and the right.
pub fn interpolate(places: &[f64], points: (&[f64], &[f64]), (left, right): (f64, f64)) -> Vec<f64> {
    let (xs, ys) = points;
    let (Some(&first), Some(&last)) = (xs.first(), xs.last()) else { return Vec::new() };
    let slope = |at: usize| (ys[at + 1] - ys[at]) / (xs[at + 1] - xs[at]);
    let slopes: Option<Vec<f64>> = (xs.len() <= places.len()).then(|| (0..xs.len() - 1).map(slope).collect());
    let mut near = 0;
    let value = |&x: &f64| {
        if x.is_nan() {
            return x;
        }
        if x < first {
            return left;
        }
        if x > last {
            return right;
        }
        // Often it is where the last one was, or the next.
        let is_at = |at: usize| xs[at] <= x && xs.get(at + 1).is_none_or(|&next| x < next);
        near = match [near, near + 1].into_iter().find(|&at| at < xs.len() && is_at(at)) {
            Some(at) => at,
            None => xs.partition_point(|&other| other <= x).saturating_sub(1),
        };
        let at = near;
        if at + 1 == xs.len() || xs[at] == x {
            return ys[at];
        }
        let slope = slopes.as_ref().map_or_else(|| slope(at), |slopes| slopes[at]);
        let from_left = slope * (x - xs[at]) + ys[at];
        if !from_left.is_nan() {
            return from_left;
        }
        let from_right = slope * (x - xs[at + 1]) + ys[at + 1];
        if from_right.is_nan() && ys[at] == ys[at + 1] { ys[at] } else { from_right }
    };
    places.iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lie_on_the_lines() {
        let points: (&[f64], &[f64]) = (&[1.0, 2.0, 4.0], &[10.0, 20.0, 0.0]);
        let found = interpolate(&[0.0, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0], points, (-1.0, -2.0));
        assert_eq!(found, [-1.0, 10.0, 15.0, 20.0, 10.0, 0.0, -2.0]);
        assert_eq!(interpolate(&[1.0, 2.0, 3.0], (&[2.0], &[7.0]), (0.0, 9.0)), [0.0, 7.0, 9.0]);
        assert_eq!(interpolate(&[1.5], (&[1.0, 2.0], &[f64::INFINITY, f64::INFINITY]), (0.0, 0.0)), [f64::INFINITY]);
    }
}
