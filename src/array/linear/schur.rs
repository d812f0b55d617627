//! Real square matrices as triangles, but for blocks of two on the diagonal.
//!
//! In: a matrix of real numbers. Out: the triangle that it becomes by turns, and the turns. It becomes a Hessenberg matrix by
//! reflections, then a triangle by sweeps with two shifts at once, which stay real where the eigenvalues do not.

#![allow(unsafe_code)]

use super::dense::{Dense, add_times, dot, reflector};
use crate::array::ufunc::loops::versions;
use std::ops::Range;

/// The triangle with its blocks, and the turns as columns, if they are wanted; none if it does not converge. Without them only the blocks
/// on the diagonal are right.
pub fn schur(mut h: Dense<f64>, with_turns: bool) -> Option<(Dense<f64>, Dense<f64>)> {
    let mut z = Dense::identity(h.rows, if with_turns { h.rows } else { 0 });
    hessenberg(&mut h, &mut z);
    let mut end = h.rows;
    let mut turns = 0;
    while end > 1 {
        let start = start_of(&mut h, end);
        if start + 2 >= end {
            if start + 2 == end {
                split(&mut h, &mut z, start);
            }
            end = start;
            turns = 0;
            continue;
        }
        turns += 1;
        if turns > 100 {
            return None;
        }
        let shifts = shifts_of(&h, end, turns);
        sweep(&mut h, &mut z, start..end, shifts);
    }
    Some((h, z))
}

/// Where the last block begins that no zero below the diagonal splits.
fn start_of(h: &mut Dense<f64>, end: usize) -> usize {
    let mut start = end - 1;
    while start > 0 {
        let around = h.at(start, start).abs() + h.at(start - 1, start - 1).abs();
        let around = if around == 0.0 { h.largest() } else { around };
        if h.at(start, start - 1).abs() <= f64::EPSILON * around {
            h.set(start, start - 1, 0.0);
            break;
        }
        start -= 1;
    }
    start
}

fn hessenberg(h: &mut Dense<f64>, z: &mut Dense<f64>) {
    let n = h.rows;
    let mut product = vec![0.0; n];
    for k in 0..n.saturating_sub(2) {
        let (becomes, factor) = reflector(&mut h.column_mut(k)[k + 1..]);
        let vector = h.column(k)[k + 1..].to_vec();
        let column = &mut h.column_mut(k)[k + 1..];
        column.fill(0.0);
        column[0] = becomes;
        if factor == 0.0 {
            continue;
        }
        for j in k + 1..n {
            let column = &mut h.column_mut(j)[k + 1..];
            let along = -(factor * dot(&vector, column));
            add_times(column, along, &vector);
        }
        for matrix in [&mut *h, &mut *z] {
            if matrix.columns == 0 {
                continue;
            }
            product.fill(0.0);
            for (j, &v) in vector.iter().enumerate() {
                add_times(&mut product, v, matrix.column(k + 1 + j));
            }
            for (j, &v) in vector.iter().enumerate() {
                add_times(matrix.column_mut(k + 1 + j), -(factor * v), &product);
            }
        }
    }
}

/// The sum and the product of two shifts: the eigenvalues of the last block of two.
fn shifts_of(h: &Dense<f64>, end: usize, turns: usize) -> (f64, f64) {
    let (a, b) = (h.at(end - 2, end - 2), h.at(end - 2, end - 1));
    let (c, d) = (h.at(end - 1, end - 2), h.at(end - 1, end - 1));
    if turns.is_multiple_of(10) {
        // Shifts out of line, for the few matrices that the usual ones leave as they are.
        let size = c.abs() + h.at(end - 2, end - 3).abs();
        let middle = 0.75 * size + d;
        return (2.0 * middle, middle * middle + 0.4375 * size * size);
    }
    (a + d, a * d - b * c)
}

/// Chases a bulge down the diagonal of a block of at least three.
fn sweep(h: &mut Dense<f64>, z: &mut Dense<f64>, block: Range<usize>, (sum, product): (f64, f64)) {
    let (n, start, end) = (h.rows, block.start, block.end);
    // Rows and columns outside of the block are part of the triangle, which is not looked at without turns.
    let is_whole = z.columns > 0;
    let (top, last) = if is_whole { (0, n) } else { (start, end) };
    let (a, b) = (h.at(start, start), h.at(start, start + 1));
    let (c, d) = (h.at(start + 1, start), h.at(start + 1, start + 1));
    let mut bulge = [a * a + b * c - sum * a + product, c * (a + d - sum), c * h.at(start + 2, start + 1)];
    for k in start..end - 1 {
        let count = (end - k).min(3);
        if k > start {
            for (row, part) in bulge.iter_mut().enumerate() {
                *part = if row < count { h.at(k + row, k - 1) } else { 0.0 };
            }
        }
        let mut vector = bulge;
        let (becomes, factor) = reflector(&mut vector[..count]);
        if k > start {
            h.set(k, k - 1, becomes);
            (1..count).for_each(|row| h.set(k + row, k - 1, 0.0));
        }
        if factor == 0.0 {
            continue;
        }
        let rows = (k + 4).min(end);
        if count == 3 {
            let reflection = [vector[1], vector[2], factor];
            reflect_rows(h, k..last, reflection);
            reflect_columns(h, k, top..rows, reflection);
            if is_whole {
                reflect_columns(z, k, 0..n, reflection);
            }
        } else {
            let second = vector[1];
            for j in k..last {
                let along = factor * (h.at(k, j) + second * h.at(k + 1, j));
                h.set(k, j, h.at(k, j) - along);
                h.set(k + 1, j, h.at(k + 1, j) - along * second);
            }
            for (matrix, rows) in [(&mut *h, top..rows), (&mut *z, 0..n)] {
                if matrix.columns == 0 {
                    continue;
                }
                let (left, right) = matrix.two_columns(k, k + 1);
                for (x, y) in left[rows.clone()].iter_mut().zip(&mut right[rows]) {
                    let along = factor * (*x + second * *y);
                    *x -= along;
                    *y -= along * second;
                }
            }
        }
    }
}

/// Reflects three neighbouring rows, the first of which is that of the first column.
fn reflect_rows(h: &mut Dense<f64>, columns: Range<usize>, [second, third, factor]: [f64; 3]) {
    let k = columns.start;
    for j in columns {
        if let [x, y, z, ..] = &mut h.column_mut(j)[k..] {
            let along = factor * (*x + second * *y + third * *z);
            *x -= along;
            *y -= along * second;
            *z -= along * third;
        }
    }
}

/// Reflects some rows of three neighbouring columns.
fn reflect_columns(matrix: &mut Dense<f64>, k: usize, rows: Range<usize>, mut reflection: [f64; 3]) {
    let height = matrix.rows;
    let three = &mut matrix.items[k * height..(k + 3) * height];
    let at = [0, 1, 2].map(|column| three[column * height..][rows.clone()].as_mut_ptr().cast());
    let at = [at[0], at[1], at[2], reflection.as_mut_ptr().cast()];
    // SAFETY: the columns have so many rows, do not overlap, and are borrowed alone.
    unsafe { reflect_three::<f64>(&at, &[], rows.len()) };
}

versions! { reflect_three<T: super::Field> = reflect }

/// # Safety
/// There are three rows of so many numbers that are nobody else's, and three numbers.
#[inline(always)]
unsafe fn reflect<T: super::Field>(at: &[*mut u8], _: &[isize], n: usize) {
    // SAFETY: the caller's promise.
    let (a, b, c, [second, third, factor]) = unsafe {
        let row = |place: usize| std::slice::from_raw_parts_mut(at[place].cast::<T>(), n);
        (row(0), row(1), row(2), at[3].cast::<[T; 3]>().read())
    };
    for ((x, y), z) in a.iter_mut().zip(b).zip(c) {
        let along = factor * (*x + second * *y + third * *z);
        *x -= along;
        *y -= along * second;
        *z -= along * third;
    }
}

/// Turns a block of two whose eigenvalues are real into a triangle.
fn split(h: &mut Dense<f64>, z: &mut Dense<f64>, k: usize) {
    let (a, b, c, d) = (h.at(k, k), h.at(k, k + 1), h.at(k + 1, k), h.at(k + 1, k + 1));
    let half = (a - d) / 2.0;
    let square = half * half + b * c;
    if c == 0.0 || square < 0.0 {
        return;
    }
    let along = half + square.sqrt().copysign(half);
    let size = along.hypot(c);
    let (cosine, sine) = (along / size, c / size);
    for j in k..h.columns {
        let (x, y) = (h.at(k, j), h.at(k + 1, j));
        h.set(k, j, cosine * x + sine * y);
        h.set(k + 1, j, cosine * y - sine * x);
    }
    for (matrix, rows) in [(&mut *h, k + 2), (&mut *z, usize::MAX)] {
        if matrix.columns == 0 {
            continue;
        }
        let (left, right) = matrix.two_columns(k, k + 1);
        for (x, y) in left.iter_mut().zip(right).take(rows) {
            (*x, *y) = (cosine * *x + sine * *y, cosine * *y - sine * *x);
        }
    }
    h.set(k + 1, k, 0.0);
}
