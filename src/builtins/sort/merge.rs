//! Merging two neighbouring sorted stretches in place.
//!
//! In: a sorter and where the stretches lie. Out: one sorted stretch. The shorter one is taken out, which leaves a gap that
//! the rows of both close again; whatever happens on the way, every row is put back.

use super::{GALLOP, Sorter, less, search};
use crate::value::{Raise, Value};

/// A stretch that was taken out, and the gap that it left. The gap is always as long as what is still to come back.
pub struct Merge {
    keys: Vec<Value>,
    values: Vec<Value>,
    /// What of the stretch has not been put back yet.
    next: usize,
    end: usize,
    /// Where the gap begins.
    gap: usize,
}

impl Merge {
    pub fn take(sorter: &mut Sorter<'_>, start: usize, length: usize, gap: usize) -> Merge {
        let part = start..start + length;
        let keys = sorter.keys[part.clone()].iter_mut().map(Value::take).collect();
        let values = match sorter.values.is_empty() {
            true => Vec::new(),
            false => sorter.values[part].iter_mut().map(Value::take).collect(),
        };
        Merge { keys, values, next: 0, end: length, gap }
    }

    /// Puts what is left into the gap.
    pub fn put_back(&mut self, sorter: &mut Sorter<'_>) {
        while self.next < self.end {
            self.put(self.next, self.gap, sorter);
            self.next += 1;
            self.gap += 1;
        }
    }

    fn put(&mut self, from: usize, to: usize, sorter: &mut Sorter<'_>) {
        sorter.keys[to] = self.keys[from].take();
        if !self.values.is_empty() {
            sorter.values[to] = self.values[from].take();
        }
    }

    /// The taken stretch is the left one; the right one is `right..end`.
    pub fn run_low(&mut self, mut right: usize, end: usize, sorter: &mut Sorter<'_>) -> Result<(), Raise> {
        self.row_from_right(&mut right, sorter);
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            // One at a time, until one side wins again and again.
            loop {
                if right == end || self.left() <= 1 {
                    return self.finish_low(right, end, sorter);
                }
                if less(&sorter.keys[right], &self.keys[self.next])? {
                    self.row_from_right(&mut right, sorter);
                    (right_wins, left_wins) = (right_wins + 1, 0);
                    if right == end {
                        return Ok(());
                    }
                    if right_wins >= sorter.gallop {
                        break;
                    }
                } else {
                    self.row_from_left(sorter);
                    (left_wins, right_wins) = (left_wins + 1, 0);
                    if self.left() <= 1 {
                        return self.finish_low(right, end, sorter);
                    }
                    if left_wins >= sorter.gallop {
                        break;
                    }
                }
            }
            sorter.gallop += 1;
            // Whole stretches at a time, as long as they are long.
            loop {
                sorter.gallop -= usize::from(sorter.gallop > 1);
                let key = &sorter.keys[right];
                let wins = search(&self.keys[self.next..self.end], 0, |other| Ok(!less(key, other)?))?;
                for _ in 0..wins {
                    self.row_from_left(sorter);
                }
                if self.left() <= 1 {
                    return self.finish_low(right, end, sorter);
                }
                self.row_from_right(&mut right, sorter);
                if right == end {
                    return Ok(());
                }
                let key = &self.keys[self.next];
                let more = search(&sorter.keys[right..end], 0, |other| less(other, key))?;
                for _ in 0..more {
                    self.row_from_right(&mut right, sorter);
                }
                if right == end {
                    return Ok(());
                }
                self.row_from_left(sorter);
                if self.left() <= 1 {
                    return self.finish_low(right, end, sorter);
                }
                if wins < GALLOP && more < GALLOP {
                    break;
                }
            }
            sorter.gallop += 1;
        }
    }

    fn left(&self) -> usize {
        self.end - self.next
    }

    fn row_from_left(&mut self, sorter: &mut Sorter<'_>) {
        self.put(self.next, self.gap, sorter);
        self.next += 1;
        self.gap += 1;
    }

    fn row_from_right(&mut self, right: &mut usize, sorter: &mut Sorter<'_>) {
        sorter.swap_row(*right, self.gap);
        *right += 1;
        self.gap += 1;
    }

    /// One row of the left stretch is left, which is known to go last: the right stretch moves up before it.
    fn finish_low(&mut self, mut right: usize, end: usize, sorter: &mut Sorter<'_>) -> Result<(), Raise> {
        while right < end && self.left() == 1 {
            self.row_from_right(&mut right, sorter);
        }
        Ok(())
    }

    /// The taken stretch is the right one; the left one is `start..left`. Everything runs from the back.
    pub fn run_high(&mut self, start: usize, mut left: usize, sorter: &mut Sorter<'_>) -> Result<(), Raise> {
        self.row_down_left(&mut left, sorter);
        if left == start {
            return Ok(());
        }
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            loop {
                if self.left() <= 1 {
                    return self.finish_high(start, left, sorter);
                }
                if less(&self.keys[self.end - 1], &sorter.keys[left - 1])? {
                    self.row_down_left(&mut left, sorter);
                    (left_wins, right_wins) = (left_wins + 1, 0);
                    if left == start {
                        return Ok(());
                    }
                    if left_wins >= sorter.gallop {
                        break;
                    }
                } else {
                    self.row_down_right(left, sorter);
                    (right_wins, left_wins) = (right_wins + 1, 0);
                    if self.left() <= 1 {
                        return self.finish_high(start, left, sorter);
                    }
                    if right_wins >= sorter.gallop {
                        break;
                    }
                }
            }
            sorter.gallop += 1;
            loop {
                sorter.gallop -= usize::from(sorter.gallop > 1);
                let key = &self.keys[self.end - 1];
                let length = left - start;
                let kept = search(&sorter.keys[start..left], length - 1, |other| Ok(!less(key, other)?))?;
                let wins = length - kept;
                for _ in 0..wins {
                    self.row_down_left(&mut left, sorter);
                }
                if left == start {
                    return Ok(());
                }
                self.row_down_right(left, sorter);
                if self.left() <= 1 {
                    return self.finish_high(start, left, sorter);
                }
                let key = &sorter.keys[left - 1];
                let length = self.left();
                let kept = search(&self.keys[self.next..self.end], length - 1, |other| less(other, key))?;
                let more = length - kept;
                for _ in 0..more {
                    self.row_down_right(left, sorter);
                }
                if self.left() <= 1 {
                    return self.finish_high(start, left, sorter);
                }
                self.row_down_left(&mut left, sorter);
                if left == start {
                    return Ok(());
                }
                if wins < GALLOP && more < GALLOP {
                    break;
                }
            }
            sorter.gallop += 1;
        }
    }

    /// Moves the last row of the left stretch behind the gap, which moves down by one.
    fn row_down_left(&mut self, left: &mut usize, sorter: &mut Sorter<'_>) {
        *left -= 1;
        sorter.swap_row(*left, *left + self.left());
        self.gap = *left;
    }

    /// Puts the last row of the taken stretch at the end of the gap.
    fn row_down_right(&mut self, left: usize, sorter: &mut Sorter<'_>) {
        self.put(self.end - 1, left + self.left() - 1, sorter);
        self.end -= 1;
    }

    /// One row of the right stretch is left, which is known to go first: the left stretch moves up behind it.
    fn finish_high(&mut self, start: usize, mut left: usize, sorter: &mut Sorter<'_>) -> Result<(), Raise> {
        while left > start && self.left() == 1 {
            self.row_down_left(&mut left, sorter);
        }
        Ok(())
    }
}
