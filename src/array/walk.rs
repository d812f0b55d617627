//! Going through the elements of several operands side by side.
//!
//! In: a shape and the strides of each operand. Out: calls with one row at a time: where each operand's row begins, how
//! far apart its elements are, and how many there are. The axes are put in the order in which memory is met in sequence,
//! and neighbours that are one long axis are taken as one; the order is numpy's, since sums depend on it.

use super::ndarray::{Shape, Strides};
use smallvec::SmallVec;

/// The axes, outermost first, as numpy orders them for these strides.
pub fn order_axes(rank: usize, strides: &[&[isize]]) -> SmallVec<[usize; 8]> {
    // Innermost first meanwhile; the order of C unless strides say otherwise.
    let mut order = sorted((0..rank).rev().collect(), |axis, inner| {
        let pairs = strides.iter().map(move |strides| (strides[axis].unsigned_abs(), strides[inner].unsigned_abs()));
        pairs.filter(|&(own, inner)| own != 0 && inner != 0).map(|(own, inner)| inner > own)
    });
    order.reverse();
    order
}

/// Axes with each brought before those that it belongs before, as numpy sorts them: `belongs` gives what each operand that can tell says of
/// an axis and an earlier one. Where they disagree, it stays.
pub fn sorted<I: Iterator<Item = bool>>(
    mut order: SmallVec<[usize; 8]>,
    belongs: impl Fn(usize, usize) -> I,
) -> SmallVec<[usize; 8]> {
    for place in 1..order.len() {
        let axis = order[place];
        let mut target = place;
        for before in (0..place).rev() {
            match belongs(axis, order[before]).reduce(|all, one| all && one) {
                None => {}
                Some(true) => target = before,
                Some(false) => break,
            }
        }
        order.remove(place);
        order.insert(target, axis);
    }
    order
}

/// How to go through some operands.
pub struct Walk<const N: usize> {
    /// Lengths, outermost first; the last is that of a row.
    pub(super) shape: Shape,
    /// The strides of each operand along them.
    pub(super) strides: [Strides; N],
}

impl<const N: usize> Walk<N> {
    /// The best way through operands of one shape.
    pub fn new(shape: &[usize], strides: [&[isize]; N]) -> Walk<N> {
        match shape.len() {
            0 => Walk { shape: smallvec::smallvec![1], strides: std::array::from_fn(|_| smallvec::smallvec![0]) },
            1 => Walk { shape: shape.into(), strides: strides.map(Strides::from) },
            rank => Walk::ordered(shape, strides, &order_axes(rank, &strides)),
        }
    }

    /// The way in the order of C.
    pub fn in_order(shape: &[usize], strides: [&[isize]; N]) -> Walk<N> {
        let axes: SmallVec<[usize; 8]> = (0..shape.len()).collect();
        Walk::ordered(shape, strides, &axes)
    }

    fn ordered(shape: &[usize], strides: [&[isize]; N], axes: &[usize]) -> Walk<N> {
        let mut walk = Walk { shape: Shape::new(), strides: std::array::from_fn(|_| Strides::new()) };
        for &axis in axes {
            let length = shape[axis];
            if length == 1 {
                continue;
            }
            let joins = !walk.shape.is_empty()
                && (0..N).all(|n| walk.strides[n][walk.shape.len() - 1] == strides[n][axis] * length as isize);
            if joins {
                let last = walk.shape.len() - 1;
                walk.shape[last] *= length;
                (0..N).for_each(|n| walk.strides[n][last] = strides[n][axis]);
            } else {
                walk.shape.push(length);
                (0..N).for_each(|n| walk.strides[n].push(strides[n][axis]));
            }
        }
        if walk.shape.is_empty() {
            walk.shape.push(1);
            walk.strides.iter_mut().for_each(|strides| strides.push(0));
        }
        walk
    }

    /// The way along so many of the outermost axes.
    pub(super) fn outer(&self, count: usize) -> Walk<N> {
        if count == 0 {
            return Walk::new(&[], [&[]; N]);
        }
        Walk { shape: self.shape[..count].into(), strides: std::array::from_fn(|n| self.strides[n][..count].into()) }
    }

    /// The way of one operand along the axes from one on, so many times, so far apart.
    pub(super) fn part(&self, operand: usize, first: usize, (times, apart): (usize, isize)) -> Walk<1> {
        let (mut shape, mut strides): (Shape, Strides) = (smallvec::smallvec![times], smallvec::smallvec![apart]);
        shape.extend_from_slice(&self.shape[first..]);
        strides.extend_from_slice(&self.strides[operand][first..]);
        Walk { shape, strides: [strides] }
    }

    /// Calls `row` for each row. The pointers are computed, never read through.
    #[inline]
    pub fn run(&self, start: [*mut u8; N], mut row: impl FnMut([*mut u8; N], [isize; N], usize)) {
        if self.shape.contains(&0) {
            return;
        }
        let inner = self.shape.len() - 1;
        let length = self.shape[inner];
        let steps: [isize; N] = std::array::from_fn(|n| self.strides[n][inner]);
        let mut at = start;
        if inner == 0 {
            return row(at, steps, length);
        }
        if inner == 1 {
            let apart: [isize; N] = std::array::from_fn(|n| self.strides[n][0]);
            for _ in 0..self.shape[0] {
                row(at, steps, length);
                (0..N).for_each(|n| at[n] = at[n].wrapping_offset(apart[n]));
            }
            return;
        }
        let mut place: Shape = smallvec::smallvec![0; inner];
        loop {
            row(at, steps, length);
            let mut axis = inner;
            loop {
                if axis == 0 {
                    return;
                }
                axis -= 1;
                place[axis] += 1;
                if place[axis] < self.shape[axis] {
                    (0..N).for_each(|n| at[n] = at[n].wrapping_offset(self.strides[n][axis]));
                    break;
                }
                let back = self.shape[axis] as isize - 1;
                (0..N).for_each(|n| at[n] = at[n].wrapping_offset(-back * self.strides[n][axis]));
                place[axis] = 0;
            }
        }
    }
}

impl Walk<2> {
    /// Whether elements of some size are side by side in the one operand along rows, in the other one from row to row.
    pub fn is_turned(&self, size: isize) -> bool {
        let Some(outer) = self.shape.len().checked_sub(2) else { return false };
        let [to, from] = &self.strides;
        to[outer + 1] == size && from[outer] == size && from[outer + 1] != size && self.shape[outer] > 1
    }

    /// Calls `plane` with the last two axes: where they begin, their lengths, and the strides of both operands along each.
    pub fn planes(&self, start: [*mut u8; 2], mut plane: impl FnMut([*mut u8; 2], [usize; 2], [[isize; 2]; 2])) {
        let outer = self.shape.len() - 2;
        let lengths = [self.shape[outer], self.shape[outer + 1]];
        let steps = [outer, outer + 1].map(|axis| [self.strides[0][axis], self.strides[1][axis]]);
        self.outer(outer).run(start, |at, apart, n| {
            for i in 0..n as isize {
                plane(std::array::from_fn(|k| at[k].wrapping_offset(i * apart[k])), lengths, steps);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dense_axes_become_one_row() {
        let mut rows = Vec::new();
        Walk::new(&[2, 3, 4], [&[96, 32, 8]])
            .run([std::ptr::null_mut()], |at, steps, n| rows.push((at[0] as usize, steps[0], n)));
        assert_eq!(rows, [(0, 8, 24)]);
        assert_eq!(&order_axes(2, &[&[8, 16]])[..], [1, 0]);
        assert_eq!(&order_axes(2, &[&[8, 16], &[24, 8]])[..], [0, 1]);
    }
}
