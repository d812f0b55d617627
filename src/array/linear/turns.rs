//! Turns of neighbouring columns.
//!
//! In: sweeps of turns, one after the other. Out: the matrix whose columns are turned. Sweeps wait until there are some of them: then a few
//! rows at a time, which stay in a near cache, go through all.

use super::dense::{Dense, Field};
use crate::array::blas::{Routine, run};

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
                _ => stripe::<T, 16>(self.matrix, row, self.turns),
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
