//! Ints that do not fit 64 bits.
//!
//! In: big integers. Out: a `Value` that is always normal: what fits 64 bits is a `Value::Int`, never one of these.

use super::heap::{Gc, Trace};
use super::{Kind, Value, ops};
use dashu_int::{IBig, Sign};

/// The body of a big int; its value is outside the range of `i64`.
pub struct BigInt(IBig);

impl BigInt {
    /// The number.
    #[inline]
    pub fn number(&self) -> &IBig {
        &self.0
    }

    /// The number, if it fits 128 bits.
    #[inline]
    pub fn wide(&self) -> Option<i128> {
        let (sign, words) = self.0.as_sign_words();
        let magnitude = match *words {
            [low] => i128::from(low),
            [low, high] if high < 1 << 63 => i128::from(high) << 64 | i128::from(low),
            _ => return None,
        };
        Some(if sign == Sign::Negative { -magnitude } else { magnitude })
    }
}

impl Trace for BigInt {}

impl Value {
    /// An int of any size.
    pub fn big(number: IBig) -> Value {
        match i64::try_from(&number) {
            Ok(small) => Value::int(small),
            Err(_) => Value::from(Gc::new(BigInt(number))),
        }
    }

    /// The int of 128 bits that it is, if it is an int that fits them; bools aside.
    #[inline]
    pub fn as_wide(&self) -> Option<i128> {
        match self {
            Value::Int(value) => Some(i128::from(*value)),
            _ => self.downcast::<BigInt>()?.wide(),
        }
    }

    /// An int of 128 bits.
    #[inline]
    pub fn wide(number: i128) -> Value {
        match i64::try_from(number) {
            Ok(small) => Value::int(small),
            Err(_) => Value::from(Gc::new(BigInt(IBig::from(number)))),
        }
    }

    /// The big int, if it is one (it then does not fit 64 bits).
    #[inline]
    pub fn as_big(&self) -> Option<&IBig> {
        self.downcast::<BigInt>().map(BigInt::number)
    }

    /// The int of any size that it is or is around; a bool counts as one.
    pub fn to_big(&self) -> Option<IBig> {
        match self {
            Value::Int(value) => Some(IBig::from(*value)),
            Value::Bool(value) => Some(IBig::from(value.get() as u8)),
            _ => match self.as_big() {
                None if self.kind() == Some(Kind::Instance) => ops::base::payload(self)?.to_big(),
                big => big.cloned(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_results_are_plain_ints() {
        assert_eq!(Value::big(IBig::from(i64::MIN)).as_int(), Some(i64::MIN));
        let big = Value::big(IBig::from(i64::MAX) + 1u8);
        assert!(big.as_int().is_none() && big.as_big().is_some());
    }
}
