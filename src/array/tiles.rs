//! Products of small matrices of floats.
//!
//! In: matrices at steps. Out: their product, tile by tile, each of which stays in registers. Nothing is copied first, which is worth it
//! for larger matrices only.
#![allow(unsafe_code)]

use super::blas::{Routine, run};
use super::product::Matrix;
use super::ufunc::loops;
use std::array::from_fn;
use std::marker::PhantomData;
use std::ops::Sub;

/// Rows, columns and products up to which copying both matrices first is not worth it.
const SMALL: usize = 128;

/// Columns of the narrowest tile of doubles.
pub const LEAST: usize = 4;

/// A float.
pub trait Float: Copy + Default + Sub<Output = Self> {
    /// `self * a + b`, rounded once.
    fn fused(self, a: Self, b: Self) -> Self;
}

macro_rules! floats {
    ($($type:ty)*) => {
        $(impl Float for $type {
            #[inline(always)]
            fn fused(self, a: $type, b: $type) -> $type {
                self.mul_add(a, b)
            }
        })*
    };
}

floats! { f32 f64 }

/// What becomes of the product.
#[derive(Clone, Copy, PartialEq)]
pub enum Product {
    /// `to = a @ b`
    Written,
    /// `to -= a @ b`
    Subtracted,
}

/// The product of small matrices of single precision; false if that is for others to do.
///
/// # Safety
/// The matrices have elements of this type, their shapes fit, and `to` overlaps neither.
pub unsafe fn single(to: Matrix, a: Matrix, b: Matrix, _: bool) -> bool {
    // SAFETY: the caller's promise.
    to.rows > 1 && unsafe { multiply::<f32, 16, 8>([to, a, b], Product::Written) }
}

/// The product of small matrices of doubles; false if that is for others to do.
///
/// # Safety
/// As for `single`.
pub unsafe fn double(to: Matrix, a: Matrix, b: Matrix) -> bool {
    // SAFETY: the caller's promise.
    unsafe { multiply::<f64, 8, LEAST>([to, a, b], Product::Written) }
}

/// Subtracts the product of small matrices; false if that is for others to do.
///
/// # Safety
/// As for `single`, of doubles.
pub unsafe fn subtract(to: Matrix, a: Matrix, b: Matrix) -> bool {
    // SAFETY: the caller's promise.
    unsafe {
        match to.columns < LEAST {
            true => multiply::<f64, LEAST, 1>([to, a, b], Product::Subtracted),
            false => multiply::<f64, 8, LEAST>([to, a, b], Product::Subtracted),
        }
    }
}

/// The product of small matrices, where vectors are wide and rows of the target and the second factor are dense, in tiles of so many columns,
/// or so few.
unsafe fn multiply<T: Float, const WIDE: usize, const NARROW: usize>(operands: [Matrix; 3], product: Product) -> bool {
    let [to, a, b] = operands;
    let is_small = to.rows.max(to.columns).max(a.columns) <= SMALL && to.columns >= NARROW;
    let is_dense = [to, b].iter().all(|matrix| matrix.column == size_of::<T>() as isize);
    let is_for_tiles = is_small && is_dense && loops::is_widest();
    if is_for_tiles {
        run(Tiles::<T, WIDE, NARROW>::new(operands, product));
    }
    is_for_tiles
}

/// A product, tile by tile: each element is a chain of fused operations, one after the other.
pub struct Tiles<T, const WIDE: usize, const NARROW: usize> {
    operands: [Matrix; 3],
    product: Product,
    elements: PhantomData<T>,
}

impl<T, const WIDE: usize, const NARROW: usize> Tiles<T, WIDE, NARROW> {
    /// That of the last two matrices, which goes to the first one. Rows of the first two are dense, and have `NARROW` elements at least.
    pub fn new(operands: [Matrix; 3], product: Product) -> Self {
        Tiles { operands, product, elements: PhantomData }
    }
}

impl<T: Float, const WIDE: usize, const NARROW: usize> Routine for Tiles<T, WIDE, NARROW> {
    #[inline(always)]
    fn work(&mut self) {
        let [to, a, b] = self.operands;
        let mut left = 0;
        while left < to.columns {
            let width = if to.columns - left > NARROW && to.columns >= WIDE { WIDE } else { NARROW };
            // The last tile may have columns that are done already.
            let first = left.min(to.columns - width);
            let (to, b) = (to.part(0, first), b.part(0, first));
            // SAFETY: the promise of whoever calls `multiply`; so many columns are left.
            unsafe {
                match width == WIDE {
                    true => tiles::<T, WIDE>([to, a, b], self.product, left - first),
                    false => tiles::<T, NARROW>([to, a, b], self.product, left - first),
                }
            };
            left = first + width;
        }
    }
}

/// The first columns of the product, but for some that are done.
///
/// # Safety
/// The shapes of the matrices fit, they have so many columns, and rows are dense.
#[inline(always)]
unsafe fn tiles<T: Float, const W: usize>([to, a, b]: [Matrix; 3], product: Product, done: usize) {
    let mut row = 0;
    while row < to.rows {
        let operands = [to.part(row, 0), a.part(row, 0), b];
        // SAFETY: the same; so many rows are left.
        row += unsafe {
            match to.rows - row {
                8.. => tile::<T, W, 8>(operands, product, done),
                4.. => tile::<T, W, 4>(operands, product, done),
                3 => tile::<T, W, 3>(operands, product, done),
                2 => tile::<T, W, 2>(operands, product, done),
                _ => tile::<T, W, 1>(operands, product, done),
            }
        };
    }
}

/// The first rows and columns of the product; how many rows.
///
/// # Safety
/// There are so many rows and columns, and rows are dense.
#[inline(always)]
unsafe fn tile<T: Float, const W: usize, const R: usize>(
    [to, a, b]: [Matrix; 3],
    product: Product,
    done: usize,
) -> usize {
    let mut sums = [[T::default(); W]; R];
    for k in 0..a.columns {
        // SAFETY: the caller's promise.
        let line: [T; W] = unsafe { b.get(k, 0) };
        for (r, sums) in sums.iter_mut().enumerate() {
            // SAFETY: the same.
            let factor: T = unsafe { a.get(r, k) };
            for (sum, item) in sums.iter_mut().zip(line) {
                *sum = item.fused(factor, *sum);
            }
        }
    }
    for (r, sums) in sums.into_iter().enumerate() {
        // SAFETY: the same.
        unsafe {
            if product == Product::Subtracted {
                let old: [T; W] = to.get(r, 0);
                to.set::<[T; W]>(r, 0, from_fn(|j| if j < done { old[j] } else { old[j] - sums[j] }));
            } else {
                to.set(r, 0, sums);
            }
        }
    }
    R
}
