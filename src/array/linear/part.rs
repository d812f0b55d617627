//! Parts of matrices, which are halved again and again.
//!
//! In: a matrix. Out: parts that do not overlap, products of them.
#![allow(unsafe_code)]

use super::dense::{Dense, Field, sum_of_products};
use crate::array::blas::{Routine, run};
use std::array::from_fn;
use std::marker::PhantomData;

/// Some rows of some columns of a matrix, borrowed.
pub struct Part<'a, T> {
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
    data: *mut T,
    /// Numbers from one column to the next.
    apart: usize,
    matrix: PhantomData<&'a mut T>,
}

impl<'a, T: Field> Part<'a, T> {
    /// All of a matrix.
    pub fn all(matrix: &'a mut Dense<T>) -> Part<'a, T> {
        let (rows, columns) = (matrix.rows, matrix.columns);
        Part { rows, columns, data: matrix.items.as_mut_ptr(), apart: rows, matrix: PhantomData }
    }

    /// The first columns of a matrix, from a row on.
    pub fn of(matrix: &'a mut Dense<T>, row: usize, columns: usize) -> Part<'a, T> {
        Part::all(matrix).split_rows(row).1.split_columns(columns).0
    }

    /// The same, for a while.
    pub fn again(&mut self) -> Part<'_, T> {
        Part { matrix: PhantomData, ..*self }
    }

    /// The rows above one, and the others.
    pub fn split_rows(self, row: usize) -> (Part<'a, T>, Part<'a, T>) {
        assert!(row <= self.rows);
        let below = Part { rows: self.rows - row, data: self.data.wrapping_add(row), ..self };
        (Part { rows: row, ..self }, below)
    }

    /// The columns left of one, and the others.
    pub fn split_columns(self, column: usize) -> (Part<'a, T>, Part<'a, T>) {
        assert!(column <= self.columns);
        let data = self.data.wrapping_add(column * self.apart);
        let right = Part { columns: self.columns - column, data, ..self };
        (Part { columns: column, ..self }, right)
    }

    /// The four parts at a row and a column: the upper ones, then the lower ones.
    pub fn split(self, row: usize, column: usize) -> [Part<'a, T>; 4] {
        let (upper, lower) = self.split_rows(row);
        let ((a, b), (c, d)) = (upper.split_columns(column), lower.split_columns(column));
        [a, b, c, d]
    }

    /// A column.
    #[inline(always)]
    pub fn column(&self, column: usize) -> &[T] {
        assert!(column < self.columns);
        // SAFETY: there is such a column in what is borrowed.
        unsafe { std::slice::from_raw_parts(self.data.add(column * self.apart), self.rows) }
    }

    /// A column, to be written.
    #[inline(always)]
    pub fn column_mut(&mut self, column: usize) -> &mut [T] {
        assert!(column < self.columns);
        // SAFETY: there is such a column in what is borrowed alone.
        unsafe { std::slice::from_raw_parts_mut(self.data.add(column * self.apart), self.rows) }
    }

    /// Two columns, the second of which comes later, to be written.
    #[inline(always)]
    pub fn two_columns(&mut self, first: usize, second: usize) -> (&mut [T], &mut [T]) {
        assert!(first < second && second < self.columns);
        // SAFETY: there are such columns in what is borrowed alone, and they do not overlap.
        let column = |at| unsafe { std::slice::from_raw_parts_mut(self.data.add(at * self.apart), self.rows) };
        (column(first), column(second))
    }

    /// Subtracts the product of two others.
    pub fn subtract_product(&mut self, a: &Part<'_, T>, b: &Part<'_, T>) {
        assert!((a.rows, a.columns, b.columns) == (self.rows, b.rows, self.columns));
        if a.columns == 0 || self.rows == 0 || self.columns == 0 {
            return;
        }
        let (left, right) = ((a.data.cast_const(), a.apart), (b.data.cast_const(), b.apart));
        // SAFETY: the shapes fit, and what is borrowed alone overlaps nothing.
        unsafe { T::subtract_product([a.rows, a.columns, b.columns], left, right, (self.data, self.apart)) };
    }

    /// The product of the adjoint with a column.
    pub fn shares(&self, vector: &[T]) -> Vec<T> {
        let mut shares = Vec::with_capacity(self.columns);
        run(Shares { columns: self, vector, shares: &mut shares });
        shares
    }

    /// Adds so many times each column.
    pub fn combine(&self, weights: &[T], to: &mut [T]) {
        run(Combination { columns: self, weights, to });
    }

    /// Rows for columns, of the conjugate numbers.
    pub fn adjoint(&self) -> Dense<T> {
        let mut turned = Dense::zeros(self.columns, self.rows);
        for j in 0..self.columns {
            for (i, &item) in self.column(j).iter().enumerate() {
                turned.set(j, i, item.conj());
            }
        }
        turned
    }

    /// Exchanges rows with others that come later.
    pub fn exchange(&mut self, with: &[usize]) {
        for j in 0..self.columns {
            let column = self.column_mut(j);
            with.iter().enumerate().for_each(|(k, &other)| column.swap(k, other));
        }
    }
}

struct Shares<'a, 'b, T> {
    columns: &'a Part<'b, T>,
    vector: &'a [T],
    shares: &'a mut Vec<T>,
}

impl<T: Field> Routine for Shares<'_, '_, T> {
    #[inline(always)]
    fn work(&mut self) {
        for j in 0..self.columns.columns {
            self.shares.push(sum_of_products(self.columns.column(j), self.vector));
        }
    }
}

struct Combination<'a, 'b, T> {
    columns: &'a Part<'b, T>,
    weights: &'a [T],
    to: &'a mut [T],
}

impl<T: Field> Routine for Combination<'_, '_, T> {
    #[inline(always)]
    fn work(&mut self) {
        let Combination { columns, weights, to } = self;
        let count = to.len();
        let column = |j: usize| &columns.column(j)[..count];
        // A few at once: the target is gone over less often.
        let (fours, rest) = weights.as_chunks::<4>();
        for (group, &[x, y, z, w]) in fours.iter().enumerate() {
            let [a, b, c, d] = from_fn(|j| column(4 * group + j));
            for (i, to) in to.iter_mut().enumerate() {
                *to = *to + a[i] * x + b[i] * y + c[i] * z + d[i] * w;
            }
        }
        for (&weight, j) in rest.iter().zip(4 * fours.len()..) {
            for (to, &item) in to.iter_mut().zip(column(j)) {
                *to += item * weight;
            }
        }
    }
}
