//! Sums of products of doubles, added in the order of OpenBLAS on x86-64, so that the digits are those that numpy prints.
//!
//! In: rows and matrices at any steps. Out: their products. The orders are those of `ddot`, `dgemv_t`, `dgemv_n` and of a small `dgemm`
//! (version 0.3, one thread, kernels for AVX-512), as found by trying; they differ in how many sums are kept apart and in where
//! a multiplication is fused with an addition.
#![allow(unsafe_code)]

use super::product::Matrix;
use super::tiles::{self, Product, Tiles};
use super::ufunc::loops::versions;
use std::array::from_fn;

/// Inner elements after which `dgemv_t` adds what it has to the result.
const BLOCK: usize = 2048;

/// Inner elements that the kernel of `dgemm` goes through before it adds what it has to the result.
const PACKED: usize = 384;
/// Inner elements up to which any order of blocks is the same, and results of longer rows that are computed here.
const LONG: usize = 256;
const NARROW: usize = 1024;

/// The size of an element.
const SIZE: isize = size_of::<f64>() as isize;

/// Work that is compiled for each kind of processor: a fused operation is one instruction where there is one.
pub trait Routine {
    /// Does the work.
    fn work(&mut self);
}

/// Does a routine's work by the code for this processor.
pub fn run<R: Routine>(mut routine: R) {
    // SAFETY: the only operand is the routine.
    unsafe { run_fast::<R>(&[(&raw mut routine).cast()], &[], 0) };
}

versions! { run_fast<R: Routine> = run_always }

#[inline(always)]
unsafe fn run_always<R: Routine>(at: &[*mut u8], _: &[isize], _: usize) {
    // SAFETY: `run` hands over the routine.
    unsafe { (*at[0].cast::<R>()).work() }
}

/// The target and both factors, as [`multiply`] wants them.
type Operands = [Matrix; 3];

/// `to = a @ b` where one of them is a row or column, or the matrices are small; false if that is for others to do.
///
/// # Safety
/// The matrices have elements of this type, at aligned places and steps, their shapes fit, and `to` overlaps neither.
pub unsafe fn multiply(to: Matrix, a: Matrix, b: Matrix, small: bool) -> bool {
    match (to.rows, to.columns) {
        (1, 1) => run(Dot([to, a, b])),
        (_, 1) if a.column == SIZE => run(Rows([to, a, b])),
        (_, 1) if a.row == SIZE && to.row == SIZE => run(Columns([to, a, b])),
        // A row times a matrix is the transposed matrix times a column.
        // SAFETY: the caller's promise; transposed shapes fit as well.
        (1, _) => return unsafe { multiply(to.transposed(), b.transposed(), a.transposed(), small) },
        _ if small => run(Chains([to, a, b])),
        // SAFETY: the caller's promise.
        _ if a.columns <= LONG && unsafe { tiles::double(to, a, b) } => {}
        _ if a.columns > LONG && to.rows * to.columns <= NARROW => {
            let is_own = a.data == b.data && (a.row, a.column) == (b.column, b.row);
            let is_dense = a.row == SIZE && b.column == SIZE;
            if !is_own && !is_dense {
                return false;
            }
            let is_small = !is_own && to.rows * to.columns * a.columns <= 100 * 100 * 100;
            run(Long { operands: [to, a, b], block: if is_small { usize::MAX } else { PACKED } });
        }
        _ => return false,
    }
    true
}

/// One row and one column.
struct Dot(Operands);

impl Routine for Dot {
    #[inline(always)]
    fn work(&mut self) {
        let [to, a, b] = self.0;
        // SAFETY: the promise of whoever calls `multiply`.
        unsafe {
            let sum = match (a.dense_row(0), b.transposed().dense_row(0)) {
                // A row with itself is read once.
                (Some(a), Some(b)) if std::ptr::eq(a, b) => dense_dot(a, a),
                (Some(a), Some(b)) => dense_dot(a, b),
                _ => strided_dot(a.columns, |at| a.get(0, at), |at| b.get(at, 0)),
            };
            to.set(0, 0, sum);
        }
    }
}

#[inline(always)]
fn dense_dot(a: &[f64], b: &[f64]) -> f64 {
    let (in_lines, in_wide) = (a.len() & !15, a.len() & !31);
    let mut sum = 0.0;
    if in_lines > 0 {
        let wide = lanes::<32>(&a[..in_wide], &b[..in_wide], [0.0; 32], f64::mul_add);
        // Four vectors of eight become four of four.
        let halves = from_fn(|at| wide[at / 4 * 8 + at % 4] + wide[at / 4 * 8 + at % 4 + 4]);
        let narrow = lanes::<16>(&a[in_wide..in_lines], &b[in_wide..in_lines], halves, f64::mul_add);
        sum = folded(from_fn(|at| narrow[at] + narrow[4 + at] + narrow[8 + at] + narrow[12 + at]));
    }
    a[in_lines..].iter().zip(&b[in_lines..]).fold(sum, |sum, (&x, &y)| x.mul_add(y, sum))
}

/// The products of a row with every stretch of it that a shorter row covers, the ends where it stands out included, as numpy's
/// `correlate` adds them: one after the other where the shorter row has 11 elements at most and lies within, else as [`dense_dot`].
pub struct Sliding<'a> {
    /// The longer row.
    pub long: &'a [f64],
    /// The shorter one.
    pub short: &'a [f64],
    /// One result for each place at which they touch.
    pub results: &'a mut [f64],
}

impl Routine for Sliding<'_> {
    #[inline(always)]
    fn work(&mut self) {
        const FEW: usize = 11;
        /// So many sums stay in registers.
        const SIDE: usize = 32;
        let (long, short) = (self.long, self.short);
        let mut within = short.len() - 1..long.len();
        if short.len() <= FEW {
            let mut results = self.results[within.clone()].chunks_exact_mut(SIDE);
            let mut first = 0;
            for results in &mut results {
                let mut sums = [0.0; SIDE];
                for (items, &factor) in long[first..].windows(SIDE).zip(short) {
                    for (sum, item) in sums.iter_mut().zip(items) {
                        *sum += item * factor;
                    }
                }
                results.copy_from_slice(&sums);
                first += SIDE;
            }
            for (at, to) in results.into_remainder().iter_mut().enumerate() {
                let items = &long[first + at..];
                *to = items.iter().zip(short).fold(0.0, |sum, (item, factor)| sum + item * factor);
            }
        } else {
            within = 0..0;
        }
        let ends = [0..within.start, within.end..self.results.len()];
        for end in ends.into_iter().flatten() {
            let first = (end + 1).saturating_sub(short.len());
            let stretch = &long[first..(end + 1).min(long.len())];
            let skipped = (short.len() - 1).saturating_sub(end);
            self.results[end] = dense_dot(stretch, &short[skipped..skipped + stretch.len()]);
        }
    }
}

/// Sums of every `L`th product, which go on from those given.
#[inline(always)]
fn lanes<const L: usize>(a: &[f64], b: &[f64], mut sums: [f64; L], add: impl Fn(f64, f64, f64) -> f64) -> [f64; L] {
    for (x, y) in a.chunks_exact(L).zip(b.chunks_exact(L)) {
        for at in 0..L {
            sums[at] = add(x[at], y[at], sums[at]);
        }
    }
    sums
}

/// The sum of a vector: its upper half is added to its lower one.
#[inline(always)]
fn folded([a, b, c, d]: [f64; 4]) -> f64 {
    (a + c) + (b + d)
}

/// The same of numbers that do not lie one after the other.
#[inline(always)]
pub fn strided_dot(count: usize, x: impl Fn(usize) -> f64, y: impl Fn(usize) -> f64) -> f64 {
    let (mut even, mut odd) = (0.0, 0.0);
    let in_fours = count & !3;
    for at in (0..in_fours).step_by(4) {
        even += x(at) * y(at) + x(at + 2) * y(at + 2);
        odd += x(at + 1) * y(at + 1) + x(at + 3) * y(at + 3);
    }
    (in_fours..count).fold(even, |sum, at| x(at).mul_add(y(at), sum)) + odd
}

/// Dense rows and a column: each result is a sum along memory.
struct Rows(Operands);

impl Routine for Rows {
    #[inline(always)]
    fn work(&mut self) {
        let [to, a, b] = self.0;
        // SAFETY: the promise of whoever calls `multiply`; rows of `a` are dense.
        unsafe {
            let gathered: Vec<f64>;
            let column = match b.transposed().dense_row(0) {
                Some(column) => column,
                None => {
                    gathered = (0..b.rows).map(|at| b.get(at, 0)).collect();
                    &gathered
                }
            };
            let row = |at: usize| a.dense_row(at).unwrap_or_default();
            let (in_eights, in_fours, in_pairs) = (to.rows & !7, to.rows & !3, to.rows & !1);
            // Two groups of four at once: each sum waits for itself.
            for at in (0..in_eights).step_by(8) {
                let sums = sums_of_rows(from_fn::<_, 8, _>(|k| row(at + k)), column, f64::mul_add, folded);
                sums.into_iter().enumerate().for_each(|(k, sum)| to.set(at + k, 0, sum));
            }
            if in_fours > in_eights {
                let sums = sums_of_rows(from_fn::<_, 4, _>(|k| row(in_eights + k)), column, f64::mul_add, folded);
                sums.into_iter().enumerate().for_each(|(k, sum)| to.set(in_eights + k, 0, sum));
            }
            let apart = |x: f64, y: f64, sum: f64| x * y + sum;
            if in_pairs > in_fours {
                let rows = [row(in_fours), row(in_fours + 1)];
                let sums = sums_of_rows(rows, column, apart, |[a, b]: [f64; 2]| a + b);
                sums.into_iter().enumerate().for_each(|(k, sum)| to.set(in_fours + k, 0, sum));
            }
            if to.rows > in_pairs {
                let [sum] = sums_of_rows([row(in_pairs)], column, apart, folded);
                to.set(in_pairs, 0, sum);
            }
        }
    }
}

/// The sums of some rows, `L` sums of each kept apart.
#[inline(always)]
fn sums_of_rows<const R: usize, const L: usize>(
    rows: [&[f64]; R],
    column: &[f64],
    add: impl Fn(f64, f64, f64) -> f64,
    fold: impl Fn([f64; L]) -> f64,
) -> [f64; R] {
    let whole = column.len() & !3;
    let mut sums = [0.0; R];
    for start in (0..whole).step_by(BLOCK) {
        let end = (start + BLOCK).min(whole);
        let column = &column[start..end];
        let (column, _) = column.as_chunks::<L>();
        let rows = rows.map(|row| &row[start..end].as_chunks::<L>().0[..column.len()]);
        let mut apart = [[0.0; L]; R];
        for (at, part) in column.iter().enumerate() {
            for (apart, row) in apart.iter_mut().zip(rows) {
                for k in 0..L {
                    apart[k] = add(row[at][k], part[k], apart[k]);
                }
            }
        }
        for (sum, apart) in sums.iter_mut().zip(apart) {
            *sum += fold(apart);
        }
    }
    for (sum, row) in sums.iter_mut().zip(rows) {
        *sum = match (&row[whole..], &column[whole..]) {
            ([a], [x]) => a.mul_add(*x, *sum),
            ([a, b], [x, y]) => *sum + a.mul_add(*x, b * y),
            ([a, b, c], [x, y, z]) => *sum + c.mul_add(*z, a.mul_add(*x, b * y)),
            _ => *sum,
        };
    }
    sums
}

/// Dense columns and a column: the result is a combination of them.
struct Columns(Operands);

impl Routine for Columns {
    #[inline(always)]
    fn work(&mut self) {
        let [to, a, b] = self.0;
        // SAFETY: the promise of whoever calls `multiply`; the target and the columns of `a` are dense.
        unsafe {
            let sums = std::slice::from_raw_parts_mut(to.data.cast::<f64>(), to.rows);
            if let (2 | 3, Some(factors)) = (to.rows, b.transposed().dense_row(0))
                && a.column == a.row * to.rows as isize
            {
                let items = std::slice::from_raw_parts(a.data.cast::<f64>(), to.rows * a.columns);
                return match to.rows {
                    2 => sums.copy_from_slice(&sums_in_pairs::<2>(items.as_chunks().0, factors)),
                    _ => sums.copy_from_slice(&sums_in_pairs::<3>(items.as_chunks().0, factors)),
                };
            }
            sums.fill(0.0);
            let column = |at: usize| a.transposed().dense_row(at).unwrap_or_default();
            combine(sums, a.columns, column, |at| b.get(at, 0));
        }
    }
}

/// The sums for a matrix of two or three rows, all of which lies in one piece: side by side, since each waits for itself.
#[inline(always)]
fn sums_in_pairs<const R: usize>(columns: &[[f64; R]], factors: &[f64]) -> [f64; R] {
    let in_fours = columns.len() & !3;
    let mut sums = [0.0; R];
    let pairs = columns[..in_fours].as_chunks::<2>().0.iter().zip(factors.as_chunks::<2>().0);
    for ([first, second], [x, y]) in pairs {
        for r in 0..R {
            sums[r] += first[r].mul_add(*x, second[r] * y);
        }
    }
    for (column, factor) in columns[in_fours..].iter().zip(&factors[in_fours..]) {
        for r in 0..R {
            sums[r] = column[r].mul_add(*factor, sums[r]);
        }
    }
    sums
}

/// Adds multiples of so many columns to one.
#[inline(always)]
pub fn combine<'a>(sums: &mut [f64], count: usize, column: impl Fn(usize) -> &'a [f64], factor: impl Fn(usize) -> f64) {
    let whole = sums.len() & !3;
    let (sums, rest) = sums.split_at_mut(whole);
    let (in_fours, in_pairs) = (count & !3, count & !1);
    for at in (0..in_fours).step_by(4) {
        let [p, q, r, s] = from_fn(|k| &column(at + k)[..whole]);
        let [x, y, z, w] = from_fn(|k| factor(at + k));
        for (i, sum) in sums.iter_mut().enumerate() {
            *sum += s[i].mul_add(w, r[i].mul_add(z, p[i].mul_add(x, q[i] * y)));
        }
    }
    if in_pairs > in_fours {
        let ([p, q], [x, y]) = (from_fn(|k| &column(in_fours + k)[..whole]), from_fn(|k| factor(in_fours + k)));
        for (i, sum) in sums.iter_mut().enumerate() {
            *sum += p[i].mul_add(x, q[i] * y);
        }
    }
    if count > in_pairs {
        let (p, x) = (column(in_pairs), factor(in_pairs));
        sums.iter_mut().zip(p).for_each(|(sum, p)| *sum += p * x);
    }
    for (i, sum) in rest.iter_mut().enumerate() {
        *sum += chain(count, |k| column(k)[whole + i], &factor);
    }
}

/// Small matrices.
struct Chains(Operands);

impl Routine for Chains {
    #[inline(always)]
    fn work(&mut self) {
        let [to, a, b] = self.0;
        for i in 0..to.rows {
            for j in 0..to.columns {
                // SAFETY: the places are within the matrices.
                unsafe { to.set(i, j, chain(a.columns, |k| a.get(i, k), |k| b.get(k, j))) };
            }
        }
    }
}

/// Few results of long rows and columns: tiles, each element of which is such a chain, with sums and rows of their own where those
/// of the matrices are no place for a tile.
struct Long {
    operands: Operands,
    /// So many products are added before their sum is; what is left over of at most two blocks is halved.
    block: usize,
}

impl Routine for Long {
    #[inline(always)]
    fn work(&mut self) {
        let [to, a, b] = self.operands;
        let width = to.columns.max(tiles::LEAST);
        let is_packed = b.column != SIZE || to.columns < width;
        let mut packed = vec![0.0; if is_packed { self.block.min(a.columns) * width } else { 0 }];
        let mut sums = vec![0.0; to.rows * width];
        let mut start = 0;
        while start < a.columns {
            let left = a.columns - start;
            let count = match left {
                _ if left / 2 >= self.block => self.block,
                _ if left > self.block => left.div_ceil(2),
                _ => left,
            };
            let (a, mut b) =
                (Matrix { columns: count, ..a.part(0, start) }, Matrix { rows: count, ..b.part(start, 0) });
            if is_packed {
                for (k, row) in packed.chunks_exact_mut(width).take(count).enumerate() {
                    for (j, item) in row.iter_mut().take(b.columns).enumerate() {
                        // SAFETY: the places are within the matrix.
                        *item = unsafe { b.get(k, j) };
                    }
                }
                b = Matrix::new(packed.as_mut_ptr().cast(), [count, width], [width * SIZE as usize, SIZE as usize]);
            }
            let own = Matrix::new(sums.as_mut_ptr().cast(), [to.rows, width], [width * SIZE as usize, SIZE as usize]);
            Tiles::<f64, 8, { tiles::LEAST }>::new([own, a, b], Product::Written).work();
            for (i, sums) in sums.chunks_exact(width).enumerate() {
                for (j, &sum) in sums.iter().take(to.columns).enumerate() {
                    // SAFETY: the places are within the target; what was written before is read.
                    unsafe { to.set(i, j, if start == 0 { sum } else { to.get::<f64>(i, j) + sum }) };
                }
            }
            start += count;
        }
    }
}

/// Each product is added to the sum of those before it.
#[inline(always)]
fn chain(count: usize, x: impl Fn(usize) -> f64, y: impl Fn(usize) -> f64) -> f64 {
    (0..count).fold(0.0, |sum, k| x(k).mul_add(y(k), sum))
}
