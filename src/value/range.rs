//! Ranges.
//!
//! In: three ints of any size. Out: the items by place, without ever making them all.

use super::Value;
use super::heap::{Gc, Trace};
use dashu_int::IBig;

/// The body of a range.
#[derive(Clone, Debug)]
pub enum Range {
    /// All three fit 64 bits, and so does the length.
    Small {
        /// The first item.
        start: i64,
        /// The bound.
        stop: i64,
        /// The distance, not zero.
        step: i64,
        /// How many items there are.
        length: i64,
    },
    /// Anything else.
    Big {
        /// The first item.
        start: IBig,
        /// The bound.
        stop: IBig,
        /// The distance, not zero.
        step: IBig,
        /// How many items there are.
        length: IBig,
    },
}

impl Range {
    /// A range of small bounds; `step` is not zero.
    pub fn new(start: i64, stop: i64, step: i64) -> Range {
        match small_length(start, stop, step) {
            Some(length) => Range::Small { start, stop, step, length },
            None => Range::big(start.into(), stop.into(), step.into()),
        }
    }

    /// A range of any bounds; `step` is not zero.
    pub fn of(start: IBig, stop: IBig, step: IBig) -> Range {
        match (i64::try_from(&start), i64::try_from(&stop), i64::try_from(&step)) {
            (Ok(start), Ok(stop), Ok(step)) => Range::new(start, stop, step),
            _ => Range::big(start, stop, step),
        }
    }

    fn big(start: IBig, stop: IBig, step: IBig) -> Range {
        let (span, width) = if step > IBig::ZERO { (&stop - &start, step.clone()) } else { (&start - &stop, -&step) };
        let length = if span <= IBig::ZERO { IBig::ZERO } else { (span - 1) / width + 1 };
        Range::Big { start, stop, step, length }
    }

    /// Puts it on the heap.
    pub fn into_value(self) -> Value {
        Value::from(Gc::new(self))
    }

    /// Start, stop and step, if all fit 64 bits.
    #[inline]
    pub fn as_small(&self) -> Option<(i64, i64, i64)> {
        match self {
            Range::Small { start, stop, step, .. } => Some((*start, *stop, *step)),
            Range::Big { .. } => None,
        }
    }

    /// The three numbers as values.
    pub fn parts(&self) -> (Value, Value, Value) {
        match self {
            Range::Small { start, stop, step, .. } => (Value::int(*start), Value::int(*stop), Value::int(*step)),
            Range::Big { start, stop, step, .. } => {
                (Value::big(start.clone()), Value::big(stop.clone()), Value::big(step.clone()))
            }
        }
    }

    /// How many items there are.
    pub fn length(&self) -> IBig {
        match self {
            Range::Small { length, .. } => IBig::from(*length),
            Range::Big { length, .. } => length.clone(),
        }
    }

    /// The item at a place from the front, which must exist.
    pub fn item(&self, place: &IBig) -> Value {
        match self {
            Range::Small { start, step, .. } => Value::big(place * IBig::from(*step) + IBig::from(*start)),
            Range::Big { start, step, .. } => Value::big(place * step + start),
        }
    }

    /// The place of an int, if it is an item.
    pub fn place_of(&self, number: &IBig) -> Option<IBig> {
        let (start, step) = match self {
            Range::Small { start, step, .. } => (IBig::from(*start), IBig::from(*step)),
            Range::Big { start, step, .. } => (start.clone(), step.clone()),
        };
        let distance = number - start;
        if &distance % &step != IBig::ZERO {
            return None;
        }
        let place = distance / step;
        (place >= IBig::ZERO && place < self.length()).then_some(place)
    }

    /// `length` items from place `start` on, in steps of `step` places.
    pub fn part(&self, start: &IBig, step: &IBig, length: &IBig) -> Range {
        let (first, width) = match self {
            Range::Small { start, step, .. } => (IBig::from(*start), IBig::from(*step)),
            Range::Big { start, step, .. } => (start.clone(), step.clone()),
        };
        let new_start = first + start * &width;
        let new_step = width * step;
        let stop = &new_start + &new_step * length;
        Range::of(new_start, stop, new_step)
    }
}

/// How many items a range has, if that fits 64 bits.
pub fn small_length(start: i64, stop: i64, step: i64) -> Option<i64> {
    let (span, width) = if step > 0 {
        (stop as i128 - start as i128, step as i128)
    } else {
        (start as i128 - stop as i128, -(step as i128))
    };
    i64::try_from(if span <= 0 { 0 } else { (span - 1) / width + 1 }).ok()
}

impl Trace for Range {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_places() {
        let range = Range::new(10, 0, -3);
        assert_eq!(range.length(), IBig::from(4));
        assert_eq!(range.item(&IBig::from(3)).as_int(), Some(1));
        assert_eq!(range.place_of(&IBig::from(4)), Some(IBig::from(2)));
        assert_eq!(range.place_of(&IBig::from(-2)), None);
        assert_eq!(Range::new(0, 0, 1).length(), IBig::ZERO);
        let huge = Range::new(i64::MIN, i64::MAX, 1);
        assert_eq!(huge.length(), IBig::from(u64::MAX));
        let back = range.part(&IBig::from(3), &IBig::from(-1), &IBig::from(4));
        assert_eq!(back.as_small(), Some((1, 13, 3)));
    }
}
