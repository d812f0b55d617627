//! Slices: `start:stop:step` as an object, and what they select.
//!
//! In: three values, and the length of a sequence. Out: first place, step and count.

use super::heap::{Gc, Ref, Trace};
use super::{Raise, Value, convert};
use crate::raise;

/// The body of a slice; absent parts are `None`.
pub struct Slice {
    /// Where it begins.
    pub start: Value,
    /// Where it ends.
    pub stop: Value,
    /// The distance.
    pub step: Value,
}

/// What a slice selects of a sequence of known length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Selection {
    /// The first place.
    pub start: i64,
    /// The place before which it ends.
    pub stop: i64,
    /// The distance, not zero.
    pub step: i64,
    /// How many places are selected.
    pub count: usize,
}

impl Slice {
    /// A slice object.
    pub fn create(start: Value, stop: Value, step: Value) -> Gc<Slice> {
        Gc::new(Slice { start, stop, step })
    }

    /// What it selects of `length()` items.
    pub fn select(&self, length: impl FnOnce() -> usize) -> Result<Selection, Raise> {
        select(&self.start, &self.stop, &self.step, length)
    }
}

/// `start:stop:step` as numbers.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    start: Option<i64>,
    stop: Option<i64>,
    step: i64,
}

/// What `start:stop:step` selects of `length()` items. Script code may run while the bounds are asked for, and change how many there
/// are: the length is asked for last.
#[inline]
pub fn select(start: &Value, stop: &Value, step: &Value, length: impl FnOnce() -> usize) -> Result<Selection, Raise> {
    let bounds = Bounds::of(start, stop, step)?;
    Ok(bounds.select(length()))
}

impl Bounds {
    /// The numbers that the parts of a slice are.
    #[inline]
    pub fn of(start: &Value, stop: &Value, step: &Value) -> Result<Bounds, Raise> {
        let step = match bound(step)? {
            Some(0) => return Err(raise!(ValueError, "slice step cannot be zero")),
            Some(step) => step.max(-i64::MAX),
            None => 1,
        };
        Ok(Bounds { start: bound(start)?, stop: bound(stop)?, step })
    }

    /// What they select of `length` items.
    #[inline]
    pub fn select(self, length: usize) -> Selection {
        let Bounds { start, stop, step } = self;
        let length = length as i64;
        let (lowest, highest) = if step > 0 { (0, length) } else { (-1, length - 1) };
        let clip = |place: i64| (if place < 0 { place.saturating_add(length) } else { place }).clamp(lowest, highest);
        let start = start.map_or(if step > 0 { lowest } else { highest }, clip);
        let stop = stop.map_or(if step > 0 { highest } else { lowest }, clip);
        let count = if step == 1 {
            // Without a division, which takes longer than all the rest.
            (stop - start).max(0)
        } else if step > 0 && start < stop {
            (stop - start - 1) / step + 1
        } else if step < 0 && start > stop {
            (start - stop - 1) / -step + 1
        } else {
            0
        };
        Selection { start, stop, step, count: count as usize }
    }
}

/// An int clipped to 64 bits, or nothing.
fn bound(value: &Value) -> Result<Option<i64>, Raise> {
    match value {
        Value::None => Ok(None),
        Value::Int(value) => Ok(Some(*value)),
        other => convert::clipped_index(other, "slice indices must be integers or None or have an __index__ method")
            .map(Some),
    }
}

impl Trace for Slice {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.start.trace(visit);
        self.stop.trace(visit);
        self.step.trace(visit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(start: Value, stop: Value, step: Value, length: usize) -> Vec<i64> {
        let chosen = select(&start, &stop, &step, || length).unwrap();
        (0..chosen.count as i64).map(|i| chosen.start + i * chosen.step).collect()
    }

    #[test]
    fn selections() {
        let (n, i) = (Value::none, Value::int);
        assert_eq!(places(n(), n(), n(), 3), [0, 1, 2]);
        assert_eq!(places(n(), n(), i(-1), 3), [2, 1, 0]);
        assert_eq!(places(i(-2), n(), n(), 3), [1, 2]);
        assert_eq!(places(i(5), i(-9), i(-2), 4), [3, 1]);
        assert_eq!(places(i(1), i(i64::MAX), i(i64::MAX), 4), [1]);
        assert_eq!(places(n(), n(), i(i64::MIN), 4), [3]);
        assert!(select(&n(), &n(), &i(0), || 3).is_err());
    }
}
