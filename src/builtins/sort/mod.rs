//! Sorting, with CPython's own order of comparisons.
//!
//! In: values, perhaps with keys. Out: the same, stably sorted. Values that cannot be ordered raise in the middle, and an
//! order that is none (not-a-number, odd classes) still gives what CPython gives, because the algorithm is the same:
//! natural runs, short ones lengthened by binary insertion, merged by the powers of their boundaries, with galloping.

mod merge;
mod order;

use crate::resolve::tree::CompareOp;
use crate::value::ops::compare::compare_truth;
use crate::value::{Raise, Value, host};
use merge::Merge;

/// Sorts values in place. When an error comes in between, all values are still there, in some order.
pub fn sort(values: &mut [Value], reverse: bool) -> Result<(), Raise> {
    if reverse {
        values.reverse();
    }
    let sorted = if order::few(values) {
        Ok(())
    } else if let Some(order) = order::of(values) {
        order::arrange(values, &order);
        Ok(())
    } else {
        Sorter::new(values, &mut []).sort()
    };
    if reverse {
        values.reverse();
    }
    sorted
}

/// Sorts values in place by keys, one each.
pub fn sort_by_keys(values: &mut [Value], mut keys: Vec<Value>, reverse: bool) -> Result<(), Raise> {
    if reverse {
        values.reverse();
        keys.reverse();
    }
    let sorted = match order::of(&keys) {
        Some(order) => {
            order::arrange(values, &order);
            Ok(())
        }
        None => Sorter::new(&mut keys, values).sort(),
    };
    if reverse {
        values.reverse();
    }
    sorted
}

fn less(a: &Value, b: &Value) -> Result<bool, Raise> {
    compare_truth(CompareOp::Less, a, b)
}

/// How often one side must win in a row before whole stretches of it are looked for.
const GALLOP: usize = 7;

/// A stretch that is sorted already.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    length: usize,
    /// The depth of the boundary to the next run in the tree of merges.
    power: u32,
}

struct Sorter<'a> {
    keys: &'a mut [Value],
    /// What moves along with the keys; empty if the keys are all there is.
    values: &'a mut [Value],
    runs: Vec<Run>,
    gallop: usize,
}

impl<'a> Sorter<'a> {
    fn new(keys: &'a mut [Value], values: &'a mut [Value]) -> Sorter<'a> {
        Sorter { keys, values, runs: Vec::new(), gallop: GALLOP }
    }

    fn sort(&mut self) -> Result<(), Raise> {
        let total = self.keys.len();
        let least = least_run(total);
        let mut start = 0;
        while start < total {
            host::poll()?;
            let mut length = self.take_run(start)?;
            if length < least {
                let wanted = least.min(total - start);
                self.insert(start, start + length, start + wanted)?;
                length = wanted;
            }
            self.push_run(start, length)?;
            start += length;
        }
        while self.runs.len() > 1 {
            let mut place = self.runs.len() - 2;
            if place > 0 && self.runs[place - 1].length < self.runs[place + 1].length {
                place -= 1;
            }
            self.merge_at(place)?;
        }
        Ok(())
    }

    /// The length of the run that begins at a place; one that goes strictly down is turned round.
    fn take_run(&mut self, start: usize) -> Result<usize, Raise> {
        let rest = &self.keys[start..];
        if rest.len() < 2 {
            return Ok(rest.len());
        }
        let mut length = 2;
        if less(&rest[1], &rest[0])? {
            while length < rest.len() && less(&rest[length], &rest[length - 1])? {
                length += 1;
            }
            self.reverse(start, start + length);
        } else {
            while length < rest.len() && !less(&rest[length], &rest[length - 1])? {
                length += 1;
            }
        }
        Ok(length)
    }

    fn reverse(&mut self, start: usize, end: usize) {
        self.keys[start..end].reverse();
        if !self.values.is_empty() {
            self.values[start..end].reverse();
        }
    }

    /// Sorts `start..end`, of which the part before `sorted` is sorted, by binary insertion.
    fn insert(&mut self, start: usize, sorted: usize, end: usize) -> Result<(), Raise> {
        for place in sorted.max(start + 1)..end {
            let (mut low, mut high) = (start, place);
            while low < high {
                let middle = low + (high - low) / 2;
                if less(&self.keys[place], &self.keys[middle])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            self.keys[low..=place].rotate_right(1);
            if !self.values.is_empty() {
                self.values[low..=place].rotate_right(1);
            }
        }
        Ok(())
    }

    /// Adds a run, after merging those before it whose boundaries lie deeper than the new one.
    fn push_run(&mut self, start: usize, length: usize) -> Result<(), Raise> {
        if let Some(last) = self.runs.last() {
            let power = power(last.start, last.length, length, self.keys.len());
            while self.runs.len() > 1 && self.runs[self.runs.len() - 2].power > power {
                self.merge_at(self.runs.len() - 2)?;
            }
            if let Some(last) = self.runs.last_mut() {
                last.power = power;
            }
        }
        self.runs.push(Run { start, length, power: 0 });
        Ok(())
    }

    /// Merges two neighbouring runs.
    fn merge_at(&mut self, place: usize) -> Result<(), Raise> {
        let (a, b) = (self.runs[place], self.runs[place + 1]);
        self.runs[place].length = a.length + b.length;
        self.runs.remove(place + 1);
        // What lies before the first of `b`, and behind the last of `a`, is in place already.
        let skip = self.behind_equals(b.start, a.start, a.length, 0)?;
        let (start, left) = (a.start + skip, a.length - skip);
        if left == 0 {
            return Ok(());
        }
        let last = start + left - 1;
        let right = self.before_equals(last, b.start, b.length, b.length - 1)?;
        if right == 0 {
            return Ok(());
        }
        if left <= right { self.merge_low(start, left, right) } else { self.merge_high(start, left, right) }
    }

    /// In the sorted stretch of `length` at `start`, the first place whose key is not less than the one at `key`; the
    /// search begins at `hint`.
    fn before_equals(&self, key: usize, start: usize, length: usize, hint: usize) -> Result<usize, Raise> {
        search(&self.keys[start..start + length], hint, |other| less(other, &self.keys[key]))
    }

    /// In the sorted stretch, the first place whose key is greater than the one at `key`.
    fn behind_equals(&self, key: usize, start: usize, length: usize, hint: usize) -> Result<usize, Raise> {
        search(&self.keys[start..start + length], hint, |other| Ok(!less(&self.keys[key], other)?))
    }

    /// Merges two neighbouring stretches from the front, the left one being the shorter.
    fn merge_low(&mut self, start: usize, left: usize, right: usize) -> Result<(), Raise> {
        let mut merge = Merge::take(self, start, left, start);
        let result = merge.run_low(start + left, start + left + right, self);
        merge.put_back(self);
        result
    }

    /// Merges two neighbouring stretches from the back, the right one being the shorter.
    fn merge_high(&mut self, start: usize, left: usize, right: usize) -> Result<(), Raise> {
        let mut merge = Merge::take(self, start + left, right, start + left);
        let result = merge.run_high(start, start + left, self);
        merge.put_back(self);
        result
    }

    fn swap_row(&mut self, from: usize, to: usize) {
        self.keys.swap(from, to);
        if !self.values.is_empty() {
            self.values.swap(from, to);
        }
    }
}

/// The first place in `keys` for which `before` no longer holds; the search goes from `hint` in steps that double.
fn search(keys: &[Value], hint: usize, before: impl Fn(&Value) -> Result<bool, Raise>) -> Result<usize, Raise> {
    let (mut low, mut high);
    let mut last = 0;
    let mut step = 1;
    if before(&keys[hint])? {
        let most = keys.len() - hint;
        while step < most && before(&keys[hint + step])? {
            last = step;
            step = step * 2 + 1;
        }
        (low, high) = (hint + last + 1, hint + step.min(most));
    } else {
        let most = hint + 1;
        while step < most && !before(&keys[hint - step])? {
            last = step;
            step = step * 2 + 1;
        }
        (low, high) = ((hint + 1).saturating_sub(step.min(most)), hint - last);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if before(&keys[middle])? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(high)
}

/// The least length of a run, so that a power of two of them, or slightly fewer, cover everything.
fn least_run(mut total: usize) -> usize {
    let mut odd = 0;
    while total >= 64 {
        odd |= total & 1;
        total >>= 1;
    }
    total + odd
}

/// The depth of the boundary between two runs: the first binary digit in which the middles of the two differ, as
/// fractions of the whole.
fn power(start: usize, left: usize, right: usize, total: usize) -> u32 {
    let mut a = 2 * start + left;
    let mut b = a + left + right;
    let mut power = 0;
    loop {
        power += 1;
        if a >= total {
            a -= total;
            b -= total;
        } else if b >= total {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source of numbers that is the same each time.
    fn numbers(count: usize, range: i64) -> Vec<i64> {
        let mut state = 12345u64;
        let mut next = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) as i64 % range
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn keys_and_values_stay_together() {
        for (count, range) in [(0, 5), (1, 5), (2, 5), (70, 10), (1000, 7), (5000, 100_000)] {
            for runs in [1, 50] {
                let mut plain = numbers(count, range);
                plain.chunks_mut(count / runs + 1).for_each(<[i64]>::sort_unstable);
                // Tuples are compared by the general way.
                let mut keys: Vec<Value> = plain.iter().map(|&n| Value::tuple(vec![Value::int(n)])).collect();
                let mut values: Vec<Value> = (0..count as i64).map(Value::int).collect();
                Sorter::new(&mut keys, &mut values).sort().unwrap();
                let mut expected: Vec<usize> = (0..count).collect();
                expected.sort_by_key(|&place| plain[place]);
                let found: Vec<usize> = values.iter().filter_map(Value::as_int).map(|n| n as usize).collect();
                assert_eq!(found, expected, "{count} {range} {runs}");
            }
        }
    }

    #[test]
    fn nothing_is_lost_when_a_comparison_fails() {
        let mut values: Vec<Value> = numbers(200, 50).into_iter().map(Value::int).collect();
        values[150] = Value::none();
        assert!(sort(&mut values, false).is_err());
        assert_eq!(values.iter().filter(|value| value.is_none()).count(), 1);
        assert!(values.iter().all(|value| !value.is_unbound()));
        assert_eq!(values.len(), 200);
    }
}
