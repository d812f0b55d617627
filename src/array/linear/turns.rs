//! Turns of neighbouring columns.
//!
//! In: sweeps of turns, one after the other. Out: the matrix whose columns are turned. Sweeps wait until there are some of them: then a few
//! rows at a time, which stay in a near cache, go through all.

#![allow(unsafe_code)]

use super::dense::{Dense, Field};
use crate::array::blas::{Routine, run};
#[cfg(target_arch = "x86_64")]
use crate::array::ufunc::loops::is_widest;
#[cfg(target_arch = "x86_64")]
use std::arch::x86_64::*;

/// So many turns of each column are worth a copy of the matrix.
const MANY: usize = 16;

/// Turns that wait.
pub struct Turns {
    /// Whether each sweep goes from a column on up, with turns `(c a + s b, c b - s a)`; down it is `(c a - s b, c b + s a)`.
    is_up: bool,
    /// The first column of each sweep, and where its turns end.
    sweeps: Vec<(usize, usize)>,
    turns: Vec<[f64; 2]>,
}

impl Turns {
    /// None yet, of sweeps up or down.
    pub fn new(is_up: bool) -> Turns {
        Turns { is_up, sweeps: Vec::new(), turns: Vec::new() }
    }

    /// One more sweep, from a column on: a cosine and a sine for each turn.
    pub fn sweep<T: Field>(&mut self, matrix: &mut Dense<T>, from: usize, turns: &[[f64; 2]]) {
        if matrix.columns > 0 {
            self.turns.extend_from_slice(turns);
            self.sweeps.push((from, self.turns.len()));
            if self.turns.len() > MANY * matrix.columns {
                self.apply(matrix);
            }
        }
    }

    /// Turns the columns now.
    pub fn apply<T: Field>(&mut self, matrix: &mut Dense<T>) {
        if !self.sweeps.is_empty() {
            run(Stripes { matrix, turns: self });
            self.sweeps.clear();
            self.turns.clear();
        }
    }
}

struct Stripes<'a, T> {
    matrix: &'a mut Dense<T>,
    turns: &'a Turns,
}

impl<T: Field> Routine for Stripes<'_, T> {
    #[inline(always)]
    fn work(&mut self) {
        let mut row = 0;
        while row < self.matrix.rows {
            row += match self.matrix.rows - row {
                ..=8 => stripe::<T, 8>(self.matrix, row, self.turns),
                _ => stripe::<T, 32>(self.matrix, row, self.turns),
            };
        }
    }
}

/// Turns some rows; how many at most.
#[inline(always)]
fn stripe<T: Field, const ROWS: usize>(matrix: &mut Dense<T>, row: usize, turns: &Turns) -> usize {
    let count = ROWS.min(matrix.rows - row);
    let mut columns = vec![[T::ZERO; ROWS]; matrix.columns];
    for (j, own) in columns.iter_mut().enumerate() {
        own[..count].copy_from_slice(&matrix.column(j)[row..row + count]);
    }
    let mut start = 0;
    for &(from, end) in &turns.sweeps {
        let turns_of_sweep = &turns.turns[start..end];
        #[cfg(target_arch = "x86_64")]
        if is_widest() && ROWS.is_multiple_of(BLOCK) {
            let room = if turns.is_up { columns.len() - 1 - from } else { from };
            let turns_of_sweep = &turns_of_sweep[..turns_of_sweep.len().min(room)];
            for first in (0..ROWS * size_of::<T>() / size_of::<f64>()).step_by(BLOCK) {
                // SAFETY: the processor has such vectors; a number is one double or two, and there are the columns.
                unsafe {
                    let place = columns.as_mut_ptr().cast::<f64>().add(first);
                    let apart = (ROWS * size_of::<T>() / size_of::<f64>()) as isize;
                    let step = if turns.is_up { apart } else { -apart };
                    turn_wide(place.offset(from as isize * apart), step, turns_of_sweep);
                }
            }
            start = end;
            continue;
        }
        if turns.is_up {
            turn(columns[from..].iter_mut(), turns_of_sweep);
        } else {
            turn(columns[..=from].iter_mut().rev(), turns_of_sweep);
        }
        start = end;
    }
    for (j, own) in columns.iter().enumerate() {
        matrix.column_mut(j)[row..row + count].copy_from_slice(&own[..count]);
    }
    ROWS
}

/// So many doubles of a column are turned in four vectors.
#[cfg(target_arch = "x86_64")]
const BLOCK: usize = 32;

/// One sweep of a block of rows, from a column on to those that lie so far apart. What is turned twice stays in registers between the two.
///
/// # Safety
/// The processor has vectors of 512 bits, and there are a block of doubles at the place, and one at each step from it for each turn.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f")]
unsafe fn turn_wide(mut place: *mut f64, step: isize, turns: &[[f64; 2]]) {
    const LANES: usize = 8;
    const VECTORS: usize = BLOCK / LANES;
    let mut kept = [_mm512_setzero_pd(); VECTORS];
    for (k, kept) in kept.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *kept = unsafe { _mm512_loadu_pd(place.add(k * LANES)) };
    }
    for &[c, s] in turns {
        let next = place.wrapping_offset(step);
        let (c, s) = (_mm512_set1_pd(c), _mm512_set1_pd(s));
        for (k, kept) in kept.iter_mut().enumerate() {
            // SAFETY: as above.
            unsafe {
                let (x, y) = (_mm512_loadu_pd(next.add(k * LANES)), *kept);
                _mm512_storeu_pd(place.add(k * LANES), _mm512_add_pd(_mm512_mul_pd(y, c), _mm512_mul_pd(x, s)));
                *kept = _mm512_sub_pd(_mm512_mul_pd(x, c), _mm512_mul_pd(y, s));
            }
        }
        place = next;
    }
    for (k, &kept) in kept.iter().enumerate() {
        // SAFETY: as above.
        unsafe { _mm512_storeu_pd(place.add(k * LANES), kept) };
    }
}

/// One sweep. The column that is turned twice stays in registers between the two.
#[inline(always)]
fn turn<'a, T: Field + 'a, const ROWS: usize>(
    mut columns: impl Iterator<Item = &'a mut [T; ROWS]>,
    turns: &[[f64; 2]],
) {
    let Some(mut place) = columns.next() else { return };
    let mut kept = *place;
    for (next, &[c, s]) in columns.zip(turns) {
        for row in 0..ROWS {
            let (x, y) = (next[row], kept[row]);
            place[row] = y.times(c) + x.times(s);
            kept[row] = x.times(c) - y.times(s);
        }
        place = next;
    }
    *place = kept;
}
