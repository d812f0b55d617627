//! An integer of any size in its one normal form.

use dashu_int::IBig;

/// An integer: small whenever it fits `i64`, so that equal integers always look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Integer {
    /// Fits a machine word.
    Small(i64),
    /// Beyond `i64`, never within it.
    Big(IBig),
}

impl Integer {
    /// The same integer as a big one, whatever its size.
    pub fn to_big(&self) -> IBig {
        match self {
            Integer::Small(value) => IBig::from(*value),
            Integer::Big(value) => value.clone(),
        }
    }

    /// The same integer as a big one, whatever its size.
    pub fn into_big(self) -> IBig {
        match self {
            Integer::Small(value) => IBig::from(value),
            Integer::Big(value) => value,
        }
    }
}

impl From<i64> for Integer {
    #[inline]
    fn from(value: i64) -> Self {
        Integer::Small(value)
    }
}

impl From<IBig> for Integer {
    #[inline]
    fn from(value: IBig) -> Self {
        match i64::try_from(&value) {
            Ok(small) => Integer::Small(small),
            Err(_) => Integer::Big(value),
        }
    }
}

impl From<i128> for Integer {
    #[inline]
    fn from(value: i128) -> Self {
        match i64::try_from(value) {
            Ok(small) => Integer::Small(small),
            Err(_) => Integer::Big(IBig::from(value)),
        }
    }
}
