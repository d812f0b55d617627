//! Values of complex functions where a part is an infinity or a NaN.
//!
//! Rows go by the real part, columns by the imaginary one: -inf, negative, -0, +0, positive, +inf, NaN. The values are those
//! of the C standard (annex G) as CPython prints them; `NONE` stands where both parts are finite, where the sign of the
//! result is computed, and where CPython raises.

use std::f64::consts::{FRAC_PI_2 as HALF, FRAC_PI_4 as QUARTER, PI};

use super::super::Complex64;

/// A function's special values.
pub(super) type Table = [[(f64, f64); 7]; 7];

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;
const OBTUSE: f64 = 0.75 * PI;
/// Never read.
const NONE: (f64, f64) = (NAN, NAN);

/// The row or column of a part.
fn class(x: f64) -> usize {
    match (x.is_nan(), x.is_infinite(), x == 0.0, x.is_sign_negative()) {
        (true, _, _, _) => 6,
        (_, true, _, true) => 0,
        (_, _, false, true) if x.is_finite() => 1,
        (_, _, true, true) => 2,
        (_, _, true, false) => 3,
        (_, true, _, false) => 5,
        _ => 4,
    }
}

/// The entry for a pair of parts.
pub(super) fn entry(table: &Table, x: f64, y: f64) -> Complex64 {
    let (re, im) = table[class(x)][class(y)];
    Complex64::new(re, im)
}

/// The entry for a number that is not finite.
pub(super) fn special(z: Complex64, table: &Table) -> Option<Complex64> {
    if z.re.is_finite() && z.im.is_finite() { None } else { Some(entry(table, z.re, z.im)) }
}

/// `acos`
#[rustfmt::skip]
pub(super) const ACOS: Table = [
    [(OBTUSE, INF),  (PI, INF),  (PI, INF),  (PI, -INF),  (PI, -INF),  (OBTUSE, -INF),  (NAN, INF)],
    [(HALF, INF),    NONE,       NONE,       NONE,        NONE,        (HALF, -INF),    (NAN, NAN)],
    [(HALF, INF),    NONE,       NONE,       NONE,        NONE,        (HALF, -INF),    (HALF, NAN)],
    [(HALF, INF),    NONE,       NONE,       NONE,        NONE,        (HALF, -INF),    (HALF, NAN)],
    [(HALF, INF),    NONE,       NONE,       NONE,        NONE,        (HALF, -INF),    (NAN, NAN)],
    [(QUARTER, INF), (0.0, INF), (0.0, INF), (0.0, -INF), (0.0, -INF), (QUARTER, -INF), (NAN, INF)],
    [(NAN, INF),     (NAN, NAN), (NAN, NAN), (NAN, NAN),  (NAN, NAN),  (NAN, -INF),     (NAN, NAN)],
];

/// `acosh`
#[rustfmt::skip]
pub(super) const ACOSH: Table = [
    [(INF, -OBTUSE),  (INF, -PI),  (INF, -PI),  (INF, PI),  (INF, PI),  (INF, OBTUSE),  (INF, NAN)],
    [(INF, -HALF),    NONE,        NONE,        NONE,       NONE,       (INF, HALF),    (NAN, NAN)],
    [(INF, -HALF),    NONE,        NONE,        NONE,       NONE,       (INF, HALF),    (NAN, NAN)],
    [(INF, -HALF),    NONE,        NONE,        NONE,       NONE,       (INF, HALF),    (NAN, NAN)],
    [(INF, -HALF),    NONE,        NONE,        NONE,       NONE,       (INF, HALF),    (NAN, NAN)],
    [(INF, -QUARTER), (INF, -0.0), (INF, -0.0), (INF, 0.0), (INF, 0.0), (INF, QUARTER), (INF, NAN)],
    [(INF, NAN),      (NAN, NAN),  (NAN, NAN),  (NAN, NAN), (NAN, NAN), (INF, NAN),     (NAN, NAN)],
];

/// `asinh`
#[rustfmt::skip]
pub(super) const ASINH: Table = [
    [(-INF, -QUARTER), (-INF, -0.0), (-INF, -0.0), (-INF, 0.0), (-INF, 0.0), (-INF, QUARTER), (-INF, NAN)],
    [(-INF, -HALF),    NONE,         NONE,         NONE,        NONE,        (-INF, HALF),    (NAN, NAN)],
    [(-INF, -HALF),    NONE,         NONE,         NONE,        NONE,        (-INF, HALF),    (NAN, NAN)],
    [(INF, -HALF),     NONE,         NONE,         NONE,        NONE,        (INF, HALF),     (NAN, NAN)],
    [(INF, -HALF),     NONE,         NONE,         NONE,        NONE,        (INF, HALF),     (NAN, NAN)],
    [(INF, -QUARTER),  (INF, -0.0),  (INF, -0.0),  (INF, 0.0),  (INF, 0.0),  (INF, QUARTER),  (INF, NAN)],
    [(INF, NAN),       (NAN, NAN),   (NAN, -0.0),  (NAN, 0.0),  (NAN, NAN),  (INF, NAN),      (NAN, NAN)],
];

/// `atanh`
#[rustfmt::skip]
pub(super) const ATANH: Table = [
    [(-0.0, -HALF), (-0.0, -HALF), (-0.0, -HALF), (-0.0, HALF), (-0.0, HALF), (-0.0, HALF), (-0.0, NAN)],
    [(-0.0, -HALF), NONE,          NONE,          NONE,         NONE,         (-0.0, HALF), (NAN, NAN)],
    [(-0.0, -HALF), NONE,          NONE,          NONE,         NONE,         (-0.0, HALF), (-0.0, NAN)],
    [(0.0, -HALF),  NONE,          NONE,          NONE,         NONE,         (0.0, HALF),  (0.0, NAN)],
    [(0.0, -HALF),  NONE,          NONE,          NONE,         NONE,         (0.0, HALF),  (NAN, NAN)],
    [(0.0, -HALF),  (0.0, -HALF),  (0.0, -HALF),  (0.0, HALF),  (0.0, HALF),  (0.0, HALF),  (0.0, NAN)],
    [(0.0, -HALF),  (NAN, NAN),    (NAN, NAN),    (NAN, NAN),   (NAN, NAN),   (0.0, HALF),  (NAN, NAN)],
];

/// `cosh`
#[rustfmt::skip]
pub(super) const COSH: Table = [
    [NONE,       NONE,       (INF, 0.0),  (INF, -0.0), NONE,       NONE,       (INF, NAN)],
    [NONE,       NONE,       NONE,        NONE,        NONE,       NONE,       (NAN, NAN)],
    [NONE,       NONE,       NONE,        NONE,        NONE,       NONE,       (NAN, 0.0)],
    [NONE,       NONE,       NONE,        NONE,        NONE,       NONE,       (NAN, 0.0)],
    [NONE,       NONE,       NONE,        NONE,        NONE,       NONE,       (NAN, NAN)],
    [NONE,       NONE,       (INF, -0.0), (INF, 0.0),  NONE,       NONE,       (INF, NAN)],
    [(NAN, NAN), (NAN, NAN), (NAN, 0.0),  (NAN, 0.0),  (NAN, NAN), (NAN, NAN), (NAN, NAN)],
];

/// `exp`
#[rustfmt::skip]
pub(super) const EXP: Table = [
    [(0.0, 0.0), NONE,       (0.0, -0.0), (0.0, 0.0), NONE,       (0.0, 0.0), (0.0, 0.0)],
    [NONE,       NONE,       NONE,        NONE,       NONE,       NONE,       (NAN, NAN)],
    [NONE,       NONE,       NONE,        NONE,       NONE,       NONE,       (NAN, NAN)],
    [NONE,       NONE,       NONE,        NONE,       NONE,       NONE,       (NAN, NAN)],
    [NONE,       NONE,       NONE,        NONE,       NONE,       NONE,       (NAN, NAN)],
    [NONE,       NONE,       (INF, -0.0), (INF, 0.0), NONE,       NONE,       (INF, NAN)],
    [(NAN, NAN), (NAN, NAN), (NAN, -0.0), (NAN, 0.0), (NAN, NAN), (NAN, NAN), (NAN, NAN)],
];

/// `log`
#[rustfmt::skip]
pub(super) const LOG: Table = [
    [(INF, -OBTUSE),  (INF, -PI),  (INF, -PI),  (INF, PI),  (INF, PI),  (INF, OBTUSE),  (INF, NAN)],
    [(INF, -HALF),    NONE,        NONE,        NONE,       NONE,       (INF, HALF),    (NAN, NAN)],
    [(INF, -HALF),    NONE,        NONE,        NONE,       NONE,       (INF, HALF),    (NAN, NAN)],
    [(INF, -HALF),    NONE,        NONE,        NONE,       NONE,       (INF, HALF),    (NAN, NAN)],
    [(INF, -HALF),    NONE,        NONE,        NONE,       NONE,       (INF, HALF),    (NAN, NAN)],
    [(INF, -QUARTER), (INF, -0.0), (INF, -0.0), (INF, 0.0), (INF, 0.0), (INF, QUARTER), (INF, NAN)],
    [(INF, NAN),      (NAN, NAN),  (NAN, NAN),  (NAN, NAN), (NAN, NAN), (INF, NAN),     (NAN, NAN)],
];

/// `sinh`
#[rustfmt::skip]
pub(super) const SINH: Table = [
    [NONE,       NONE,       (-INF, -0.0), (-INF, 0.0), NONE,       NONE,       (INF, NAN)],
    [NONE,       NONE,       NONE,         NONE,        NONE,       NONE,       (NAN, NAN)],
    [NONE,       NONE,       NONE,         NONE,        NONE,       NONE,       (0.0, NAN)],
    [NONE,       NONE,       NONE,         NONE,        NONE,       NONE,       (0.0, NAN)],
    [NONE,       NONE,       NONE,         NONE,        NONE,       NONE,       (NAN, NAN)],
    [NONE,       NONE,       (INF, -0.0),  (INF, 0.0),  NONE,       NONE,       (INF, NAN)],
    [(NAN, NAN), (NAN, NAN), (NAN, -0.0),  (NAN, 0.0),  (NAN, NAN), (NAN, NAN), (NAN, NAN)],
];

/// `sqrt`
#[rustfmt::skip]
pub(super) const SQRT: Table = [
    [(INF, -INF), (0.0, -INF), (0.0, -INF), (0.0, INF), (0.0, INF), (INF, INF), (NAN, INF)],
    [(INF, -INF), NONE,        NONE,        NONE,       NONE,       (INF, INF), (NAN, NAN)],
    [(INF, -INF), NONE,        NONE,        NONE,       NONE,       (INF, INF), (NAN, NAN)],
    [(INF, -INF), NONE,        NONE,        NONE,       NONE,       (INF, INF), (NAN, NAN)],
    [(INF, -INF), NONE,        NONE,        NONE,       NONE,       (INF, INF), (NAN, NAN)],
    [(INF, -INF), (INF, -0.0), (INF, -0.0), (INF, 0.0), (INF, 0.0), (INF, INF), (INF, NAN)],
    [(INF, -INF), (NAN, NAN),  (NAN, NAN),  (NAN, NAN), (NAN, NAN), (INF, INF), (NAN, NAN)],
];

/// `tanh`
#[rustfmt::skip]
pub(super) const TANH: Table = [
    [(-1.0, 0.0), NONE,       (-1.0, -0.0), (-1.0, 0.0), NONE,       (-1.0, 0.0), (-1.0, 0.0)],
    [NONE,        NONE,       NONE,         NONE,        NONE,       NONE,        (NAN, NAN)],
    [NONE,        NONE,       NONE,         NONE,        NONE,       NONE,        (NAN, NAN)],
    [NONE,        NONE,       NONE,         NONE,        NONE,       NONE,        (NAN, NAN)],
    [NONE,        NONE,       NONE,         NONE,        NONE,       NONE,        (NAN, NAN)],
    [(1.0, 0.0),  NONE,       (1.0, -0.0),  (1.0, 0.0),  NONE,       (1.0, 0.0),  (1.0, 0.0)],
    [(NAN, NAN),  (NAN, NAN), (NAN, -0.0),  (NAN, 0.0),  (NAN, NAN), (NAN, NAN),  (NAN, NAN)],
];

/// `rect`
#[rustfmt::skip]
pub(super) const RECT: Table = [
    [NONE,       NONE,       (-INF, 0.0), (-INF, -0.0), NONE,       NONE,       (INF, NAN)],
    [NONE,       NONE,       NONE,        NONE,         NONE,       NONE,       (NAN, NAN)],
    [(0.0, 0.0), NONE,       NONE,        NONE,         NONE,       (0.0, 0.0), (0.0, 0.0)],
    [(0.0, 0.0), NONE,       NONE,        NONE,         NONE,       (0.0, 0.0), (0.0, 0.0)],
    [NONE,       NONE,       NONE,        NONE,         NONE,       NONE,       (NAN, NAN)],
    [NONE,       NONE,       (INF, -0.0), (INF, 0.0),   NONE,       NONE,       (INF, NAN)],
    [(NAN, NAN), (NAN, NAN), (NAN, 0.0),  (NAN, 0.0),   (NAN, NAN), (NAN, NAN), (NAN, NAN)],
];
