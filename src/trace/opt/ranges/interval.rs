//! Intervals of integers: what an operation makes of the intervals of its operands.
//!
//! Bounds are kept in 128 bits while computing; nothing here knows the IR's values, only its operations.

use crate::trace::ir::{IntBinary, IntChecked, IntUnary};

/// All integers from `lo` to `hi`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The smallest one.
    pub lo: i64,
    /// The largest one.
    pub hi: i64,
}

impl Interval {
    /// Every integer of 64 bits.
    pub const FULL: Interval = Interval { lo: i64::MIN, hi: i64::MAX };

    /// One integer.
    pub const fn only(n: i64) -> Interval {
        Interval { lo: n, hi: n }
    }

    /// From one integer to another.
    pub const fn new(lo: i64, hi: i64) -> Interval {
        Interval { lo, hi }
    }

    /// Integers in both; if there are none, this stays as it is (the code cannot be reached).
    #[must_use]
    pub fn meet(self, other: Interval) -> Interval {
        let met = Interval { lo: self.lo.max(other.lo), hi: self.hi.min(other.hi) };
        if met.lo <= met.hi { met } else { self }
    }

    /// The smallest interval around both.
    #[must_use]
    pub fn join(self, other: Interval) -> Interval {
        Interval { lo: self.lo.min(other.lo), hi: self.hi.max(other.hi) }
    }

    /// Whether none is negative.
    pub fn is_natural(self) -> bool {
        self.lo >= 0
    }

    /// Whether all are in 0..2^32.
    pub fn is_small(self) -> bool {
        self.lo >= 0 && self.hi <= i64::from(u32::MAX)
    }

    /// Whether all are of at most 2^31 in absolute value.
    pub fn is_bounded(self) -> bool {
        self.lo >= -(1 << 31) && self.hi <= 1 << 31
    }
}

/// An interval that may go beyond 64 bits.
#[derive(Clone, Copy)]
struct Wide {
    lo: i128,
    hi: i128,
}

impl Wide {
    fn around(points: [i128; 4]) -> Wide {
        let [a, b, c, d] = points;
        Wide { lo: a.min(b).min(c).min(d), hi: a.max(b).max(c).max(d) }
    }

    /// The part inside 64 bits, and whether that is all of it.
    fn clip(self) -> (Interval, bool) {
        let clip = |n: i128| n.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
        let fits = self.lo >= i64::MIN.into() && self.hi <= i64::MAX.into();
        (Interval::new(clip(self.lo), clip(self.hi)), fits)
    }
}

fn add(a: Interval, b: Interval) -> Wide {
    Wide { lo: i128::from(a.lo) + i128::from(b.lo), hi: i128::from(a.hi) + i128::from(b.hi) }
}

fn sub(a: Interval, b: Interval) -> Wide {
    Wide { lo: i128::from(a.lo) - i128::from(b.hi), hi: i128::from(a.hi) - i128::from(b.lo) }
}

fn mul(a: Interval, b: Interval) -> Wide {
    let product = |x: i64, y: i64| i128::from(x) * i128::from(y);
    Wide::around([product(a.lo, b.lo), product(a.lo, b.hi), product(a.hi, b.lo), product(a.hi, b.hi)])
}

/// The interval of a result that came through, and whether it always does.
pub fn checked(op: IntChecked, a: Interval, b: Interval) -> (Interval, bool) {
    match op {
        IntChecked::Add => add(a, b).clip(),
        IntChecked::Sub => sub(a, b).clip(),
        IntChecked::Mul => mul(a, b).clip(),
        IntChecked::Neg => sub(Interval::only(0), a).clip(),
        IntChecked::Abs => {
            let (negative, fits) = sub(Interval::only(0), a).clip();
            let lo = if a.lo <= 0 && a.hi >= 0 { 0 } else { a.lo.max(negative.lo) };
            (Interval::new(lo, a.hi.max(negative.hi)), fits)
        }
        IntChecked::Shl => {
            if !(b.lo >= 0 && b.hi <= 62) {
                return (Interval::FULL, false);
            }
            mul(a, Interval::new(1 << b.lo, 1 << b.hi)).clip()
        }
    }
}

/// The interval of an unchecked operation, whose claim holds.
pub fn binary(op: IntBinary, a: Interval, b: Interval) -> Interval {
    use IntBinary::*;
    match op {
        Add => add(a, b).clip().0,
        Sub => sub(a, b).clip().0,
        Mul => mul(a, b).clip().0,
        Shl => checked(IntChecked::Shl, a, b).0,
        Min => Interval::new(a.lo.min(b.lo), a.hi.min(b.hi)),
        Max => Interval::new(a.lo.max(b.lo), a.hi.max(b.hi)),
        Mod | ModUnsigned | Mod32 => modulo(a, b),
        FloorDiv | DivUnsigned | Div32 => floor_div(a, b),
        And => bitwise_and(a, b),
        Or | Xor if a.is_natural() && b.is_natural() => Interval::new(0, ones(a.hi | b.hi)),
        Or | Xor => Interval::FULL,
        Shr => {
            let count = Interval::new(b.lo.clamp(0, 63), b.hi.clamp(0, 63));
            Interval::new((a.lo >> count.lo).min(a.lo >> count.hi), (a.hi >> count.lo).max(a.hi >> count.hi))
        }
    }
}

/// The interval of an unchecked operation of one operand.
pub fn unary(op: IntUnary, a: Interval) -> Interval {
    match op {
        IntUnary::Neg => checked(IntChecked::Neg, a, a).0,
        IntUnary::Abs => checked(IntChecked::Abs, a, a).0,
        IntUnary::Not => Interval::new(!a.hi, !a.lo),
        IntUnary::BitLength | IntUnary::BitCount => Interval::new(0, 64),
    }
}

/// The smallest 2^k - 1 that is not below a natural number.
fn ones(n: i64) -> i64 {
    if n <= 0 { 0 } else { i64::MAX >> (n.leading_zeros() - 1) }
}

fn bitwise_and(a: Interval, b: Interval) -> Interval {
    match (a.is_natural(), b.is_natural()) {
        (true, true) => Interval::new(0, a.hi.min(b.hi)),
        (true, false) => Interval::new(0, a.hi),
        (false, true) => Interval::new(0, b.hi),
        (false, false) => Interval::FULL,
    }
}

/// The remainder has the sign of the divisor.
fn modulo(a: Interval, b: Interval) -> Interval {
    if b.lo > 0 {
        let unchanged = a.is_natural() && a.hi < b.lo;
        let hi = if a.is_natural() { a.hi.min(b.hi - 1) } else { b.hi - 1 };
        if unchanged { a } else { Interval::new(0, hi) }
    } else {
        Interval::new(if b.lo < 0 { b.lo.saturating_add(1) } else { 0 }, b.hi.saturating_sub(1).max(0))
    }
}

fn floor_div(a: Interval, b: Interval) -> Interval {
    if b.lo > 0 {
        let quotient = |x: i64, y: i64| i128::from(x.div_euclid(y));
        let points = [quotient(a.lo, b.lo), quotient(a.lo, b.hi), quotient(a.hi, b.lo), quotient(a.hi, b.hi)];
        Wide::around(points).clip().0
    } else {
        // The absolute value does not grow, except that rounding down may add one.
        let size = a.lo.unsigned_abs().max(a.hi.unsigned_abs());
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        Interval::new((-size).saturating_sub(1), size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::arithmetic::{int_binary, int_checked};

    /// Every operation on every pair from small intervals falls into the interval computed.
    #[test]
    fn intervals_hold_all_results() {
        let bounds = [i64::MIN, -9, -8, -1, 0, 1, 2, 7, 8, i64::MAX - 1, i64::MAX];
        let mut intervals = Vec::new();
        for &lo in &bounds {
            intervals.extend(bounds.iter().filter(|&&hi| hi >= lo).map(|&hi| Interval::new(lo, hi)));
        }
        let members = |i: Interval| bounds.into_iter().filter(move |&n| i.lo <= n && n <= i.hi);
        for &a in &intervals {
            for &b in &intervals {
                for (x, y) in members(a).flat_map(|x| members(b).map(move |y| (x, y))) {
                    for &op in IntBinary::ALL {
                        if let Some(result) = int_binary(op, x, y) {
                            let found = binary(op, a, b);
                            assert!(found.lo <= result && result <= found.hi, "{op:?} {x} {y} {a:?} {b:?} {found:?}");
                        }
                    }
                    for &op in IntChecked::ALL {
                        let (found, fits) = checked(op, a, b);
                        match int_checked(op, x, y) {
                            Some(result) => {
                                assert!(
                                    found.lo <= result && result <= found.hi,
                                    "{op:?} {x} {y} {a:?} {b:?} {found:?}"
                                );
                            }
                            None => assert!(!fits, "{op:?} {x} {y}"),
                        }
                    }
                }
            }
        }
    }
}
