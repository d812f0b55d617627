//! Singular values and vectors.
//!
//! In: a matrix. Out: singular values from the largest on, and both sets of vectors. The matrix becomes one with numbers on its diagonal
//! and beside it only, by reflections from both sides. That is divided where vectors are wanted (`conquer`), and becomes a diagonal one by quotients where not
//! (`quotients`).

use super::conquer::conquer_bidiagonal;
use super::dense::{Dense, Field, hypotenuse, reflector, rotate};
use super::factor::{qr, reflect};
use super::part::Part;
use super::quotients;
use super::turns::Turns;

/// Singular values and vectors.
pub struct Singular<T> {
    /// The left vectors, as columns.
    pub left: Dense<T>,
    /// The values, in order.
    pub values: Vec<f64>,
    /// The right vectors, as columns.
    pub right: Dense<T>,
}

/// What the largest number of a matrix becomes whose numbers are not moderate.
const SCALE: f64 = 1e60;

/// The singular values of a matrix with at least as many rows as columns. As many left vectors as wanted; if none are, no right ones
/// either.
pub fn singular<T: Field>(mut a: Dense<T>, wanted: usize) -> Option<Singular<T>> {
    let (m, n) = (a.rows, a.columns);
    let most = a.largest();
    // Products of two squares of numbers become not infinite, and vanish only where they do not count.
    let is_moderate = most == 0.0 || (1e-10..SCALE).contains(&most);
    if !is_moderate {
        a.items.iter_mut().for_each(|item| *item = item.over(most).times(SCALE));
    }
    // Of a high matrix the triangle has the same values.
    let (high, a) = match m > n + n / 2 {
        true if wanted == 0 => (None, qr(a, n).1),
        true => {
            let (q, r) = qr(a, wanted.max(n));
            (Some(q), Dense::from_rows(n, n, &r.to_rows()[..n * n]))
        }
        false => (None, a),
    };
    let as_before = |value: &f64| if is_moderate { *value } else { value / SCALE * most };
    let Bidiagonal { mut diagonal, mut beside, left, right } = bidiagonal(a);
    let above = beside.get(1..).unwrap_or_default();
    if wanted == 0 {
        let mut values = match quotients::values(&diagonal, above) {
            Some(values) => values,
            None => {
                diagonalize(&mut diagonal, &mut beside, &mut Dense::zeros(0, 0), &mut Dense::zeros(0, 0))?;
                diagonal
            }
        };
        values.iter_mut().for_each(|value| *value = as_before(value));
        values.sort_by(|x, y| y.total_cmp(x));
        return Some(Singular { left: Dense::zeros(m, 0), values, right: Dense::zeros(n, 0) });
    }
    let found = conquer_bidiagonal(&diagonal, above)?;
    let values = found.values.iter().map(as_before).collect();
    let right = right.apply(enlarged(&found.right, [n, n]));
    let left = match high {
        None => left.apply(enlarged(&found.left, [m, wanted.max(n)])),
        Some(mut all) => {
            let inner = left.apply(enlarged(&found.left, [n, n]));
            let columns = Dense { rows: m, columns: n, items: all.items[..m * n].to_vec() };
            all.items[..m * n].copy_from_slice(&columns.times(&inner, n).items);
            all
        }
    };
    Some(Singular { left, values, right })
}

/// The columns in a matrix of some rows and columns that has ones on its diagonal behind them.
fn enlarged<T: Field>(matrix: &Dense<f64>, [rows, columns]: [usize; 2]) -> Dense<T> {
    let mut all = Dense::identity(rows, columns);
    for k in 0..matrix.columns {
        all.column_mut(k).iter_mut().zip(matrix.column(k)).for_each(|(to, &item)| *to = T::real(item));
    }
    all
}

/// `A = left B right*`, where `B` has a diagonal and one more above it, both real.
struct Bidiagonal<T> {
    diagonal: Vec<f64>,
    /// What stands above each number of the diagonal; zero in front.
    beside: Vec<f64>,
    left: Reflected<T>,
    right: Reflected<T>,
}

/// Reflections of one side.
struct Reflected<T> {
    /// Their vectors, as columns that begin so far below the diagonal.
    vectors: Dense<T>,
    below: usize,
    factors: Vec<T>,
}

impl<T: Field> Reflected<T> {
    /// Their product with a matrix.
    fn apply(&self, mut to: Dense<T>) -> Dense<T> {
        reflect(&self.vectors, &self.factors, self.below, &mut to, false);
        to
    }
}

fn bidiagonal<T: Field>(mut a: Dense<T>) -> Bidiagonal<T> {
    let (m, n) = (a.rows, a.columns);
    let (mut diagonal, mut beside) = (vec![0.0; n], vec![0.0; n]);
    let (mut lefts, mut rights) = (vec![T::ZERO; n], vec![T::ZERO; n]);
    // The reflections from the right, as columns.
    let mut turns = Dense::zeros(n, n);
    for start in (0..n).step_by(PANEL) {
        let end = (start + PANEL).min(n);
        let mut panel = Panel::new(m, n, end - start);
        for (place, k) in (start..end).enumerate() {
            (diagonal[k], lefts[k]) = panel.left(&mut a, place, k);
            if k + 1 < n {
                (beside[k + 1], rights[k]) = panel.right(&mut a, place, k);
                turns.column_mut(k)[k + 1..].copy_from_slice(&panel.u.column(place)[k + 1..]);
            }
        }
        let [.., mut rest] = Part::all(&mut a).split(end, end);
        for (matrix, other) in [(&mut panel.v, &mut panel.z), (&mut panel.x, &mut panel.u)] {
            let columns = matrix.columns;
            let mut adjoint = Part::of(other, end, columns).adjoint();
            rest.subtract_product(&Part::of(matrix, end, columns), &Part::all(&mut adjoint));
        }
    }
    let left = Reflected { vectors: a, below: 0, factors: lefts };
    let right = Reflected { vectors: turns, below: 1, factors: rights };
    Bidiagonal { diagonal, beside, left, right }
}

/// So many columns and rows are reflected before what is left of the matrix hears of them, by products.
const PANEL: usize = 16;

/// What some reflections take from a matrix: `v z* + x u*`.
struct Panel<T> {
    v: Dense<T>,
    z: Dense<T>,
    x: Dense<T>,
    u: Dense<T>,
}

impl<T: Field> Panel<T> {
    fn new(rows: usize, columns: usize, count: usize) -> Panel<T> {
        let (high, wide) = (Dense::zeros(rows, count), Dense::zeros(columns, count));
        Panel { v: high.clone(), z: wide.clone(), x: high, u: wide }
    }

    /// Reflects a column: what it becomes, and the factor. Its vector is left there.
    fn left(&mut self, a: &mut Dense<T>, place: usize, k: usize) -> (f64, T) {
        let weights = |of: &Dense<T>| (0..place).map(|before| -of.at(k, before).conj()).collect::<Vec<T>>();
        let (of_v, of_x) = (weights(&self.z), weights(&self.u));
        let column = &mut a.column_mut(k)[k..];
        Part::of(&mut self.v, k, place).combine(&of_v, column);
        Part::of(&mut self.x, k, place).combine(&of_x, column);
        let (becomes, factor) = reflector(column);
        self.v.column_mut(place)[k..].copy_from_slice(column);
        let vector = column.to_vec();
        let [.., rest] = Part::all(a).split(k, k + 1);
        let mut shares = rest.shares(&vector);
        let of_z = negative(Part::of(&mut self.v, k, place).shares(&vector));
        let of_u = negative(Part::of(&mut self.x, k, place).shares(&vector));
        Part::of(&mut self.z, k + 1, place).combine(&of_z, &mut shares);
        Part::of(&mut self.u, k + 1, place).combine(&of_u, &mut shares);
        let to = self.z.column_mut(place)[k + 1..].iter_mut();
        to.zip(shares).for_each(|(to, share)| *to = factor * share);
        (becomes, factor)
    }

    /// The same of a row, right of the diagonal.
    fn right(&mut self, a: &mut Dense<T>, place: usize, k: usize) -> (f64, T) {
        let n = a.columns;
        let weights = |of: &Dense<T>, count| (0..count).map(|before| -of.at(k, before).conj()).collect::<Vec<T>>();
        let (of_z, of_u) = (weights(&self.v, place + 1), weights(&self.x, place));
        let mut row: Vec<T> = (k + 1..n).map(|j| a.at(k, j).conj()).collect();
        Part::of(&mut self.z, k + 1, place + 1).combine(&of_z, &mut row);
        Part::of(&mut self.u, k + 1, place).combine(&of_u, &mut row);
        let (becomes, factor) = reflector(&mut row);
        let mut sums = vec![T::ZERO; a.rows - k - 1];
        let [.., rest] = Part::all(a).split(k + 1, k + 1);
        rest.combine(&row, &mut sums);
        let of_v = negative(Part::of(&mut self.z, k + 1, place + 1).shares(&row));
        let of_x = negative(Part::of(&mut self.u, k + 1, place).shares(&row));
        Part::of(&mut self.v, k + 1, place + 1).combine(&of_v, &mut sums);
        Part::of(&mut self.x, k + 1, place).combine(&of_x, &mut sums);
        self.x.column_mut(place)[k + 1..].iter_mut().zip(sums).for_each(|(to, sum)| *to = factor * sum);
        self.u.column_mut(place)[k + 1..].copy_from_slice(&row);
        (becomes, factor)
    }
}

fn negative<T: Field>(mut items: Vec<T>) -> Vec<T> {
    items.iter_mut().for_each(|item| *item = -*item);
    items
}

/// Rotations with shifts until nothing is left beside the diagonal (Golub and Kahan). The diagonal comes out positive. Matrices without
/// columns are not turned.
pub(super) fn diagonalize(d: &mut [f64], e: &mut [f64], left: &mut Dense<f64>, right: &mut Dense<f64>) -> Option<()> {
    let turn = |matrix: &mut Dense<f64>, i: usize, j: usize, c: f64, s: f64| {
        if matrix.columns > 0 {
            let (x, y) = matrix.two_columns(i, j);
            rotate(x, y, c, s);
        }
    };
    let (mut turns_of_left, mut turns_of_right) = (Vec::new(), Vec::new());
    let (mut waiting_of_left, mut waiting_of_right) = (Turns::new(true), Turns::new(true));
    let mut is_turned = vec![false; d.len()];
    let norm = d.iter().zip(&*e).fold(0.0, |most: f64, (x, y)| most.max(x.abs() + y.abs()));
    let none = f64::EPSILON * norm;
    for k in (0..d.len()).rev() {
        let mut turns = 0;
        loop {
            // From where on the matrix is in one piece, and whether that is since the number before is zero.
            let (mut l, mut is_cut) = (k, true);
            let negligible = f64::EPSILON * none;
            while l > 0 {
                if e[l].abs() <= (f64::EPSILON * (d[l].abs() + d[l - 1].abs())).max(negligible) {
                    break;
                }
                if d[l - 1].abs() <= negligible {
                    is_cut = false;
                    break;
                }
                l -= 1;
            }
            if !is_cut {
                // What stands beside a zero goes by rotations of the rows below with its own.
                waiting_of_left.apply(left);
                let (mut c, mut s) = (0.0, 1.0);
                for i in l..=k {
                    let f = s * e[i];
                    e[i] *= c;
                    if f.abs() <= negligible {
                        break;
                    }
                    let g = d[i];
                    let h = hypotenuse(f, g);
                    d[i] = h;
                    (c, s) = (g / h, -f / h);
                    turn(left, l - 1, i, c, s);
                }
            }
            let z = d[k];
            if l == k {
                if z < 0.0 {
                    d[k] = -z;
                    is_turned[k] = true;
                }
                break;
            }
            turns += 1;
            if turns > 100 {
                return None;
            }
            let (x, y, before, last) = (d[l], d[k - 1], e[k - 1], e[k]);
            let mut f = ((y - z) * (y + z) + (before - last) * (before + last)) / (2.0 * last * y);
            let g = hypotenuse(f, 1.0);
            f = ((x - z) * (x + z) + last * (y / (f + g.copysign(f)) - last)) / x;
            let (mut c, mut s, mut x) = (1.0, 1.0, x);
            turns_of_right.clear();
            turns_of_left.clear();
            for j in l..k {
                let i = j + 1;
                let (mut g, mut y) = (c * e[i], d[i]);
                let mut h = s * e[i];
                let mut z = hypotenuse(f, h);
                e[j] = z;
                if z != 0.0 {
                    (c, s) = (f / z, h / z);
                }
                f = x * c + g * s;
                g = g * c - x * s;
                h = y * s;
                y *= c;
                turns_of_right.push([c, s]);
                z = hypotenuse(f, h);
                d[j] = z;
                if z != 0.0 {
                    (c, s) = (f / z, h / z);
                }
                f = c * g + s * y;
                x = c * y - s * g;
                turns_of_left.push([c, s]);
            }
            waiting_of_left.sweep(left, l, &turns_of_left);
            waiting_of_right.sweep(right, l, &turns_of_right);
            e[l] = 0.0;
            e[k] = f;
            d[k] = x;
        }
    }
    waiting_of_left.apply(left);
    waiting_of_right.apply(right);
    for k in (0..d.len().min(right.columns)).filter(|&k| is_turned[k]) {
        right.column_mut(k).iter_mut().for_each(|item| *item = -*item);
    }
    Some(())
}
