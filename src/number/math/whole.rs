//! Factorials and counts of selections.

use dashu_int::IBig;

use super::super::{ErrorKind, Integer, NumberError};

/// Results of more factors take many minutes: they count as too large.
const FACTOR_LIMIT: u64 = 1 << 24;

/// `math.factorial(n)`
pub fn factorial(n: &Integer) -> Result<Integer, NumberError> {
    match n {
        Integer::Small(n) => match u64::try_from(*n) {
            Ok(n) => match FACTORIALS.get(n as usize) {
                Some(&known) => Ok(Integer::Small(known)),
                None => product(2, n),
            },
            Err(_) => Err(negative_factorial()),
        },
        Integer::Big(n) if n.sign() == dashu_int::Sign::Negative => Err(negative_factorial()),
        Integer::Big(_) => {
            Err(NumberError::new(ErrorKind::Overflow, "factorial() argument should not exceed 9223372036854775807"))
        }
    }
}

/// The factorials that fit 64 bits.
static FACTORIALS: [i64; 21] = {
    let mut all = [1; 21];
    let mut n = 1;
    while n < all.len() {
        all[n] = all[n - 1] * n as i64;
        n += 1;
    }
    all
};

fn negative_factorial() -> NumberError {
    NumberError::new(ErrorKind::Value, "factorial() not defined for negative values")
}

/// The product of all integers from `low` to `high`.
fn product(low: u64, high: u64) -> Result<Integer, NumberError> {
    if high < low {
        return Ok(Integer::Small(1));
    }
    if high - low > FACTOR_LIMIT {
        return Err(NumberError::OUT_OF_MEMORY);
    }
    Ok(product_tree(low, high).into())
}

/// Halves of like size, so that the large multiplications are few.
fn product_tree(low: u64, high: u64) -> IBig {
    if high - low < 16 {
        let mut result = IBig::ONE;
        let mut word = 1u64;
        for factor in low..=high {
            word = match word.checked_mul(factor) {
                Some(word) => word,
                None => {
                    result *= word;
                    factor
                }
            };
        }
        return result * word;
    }
    let middle = low + (high - low) / 2;
    product_tree(low, middle) * product_tree(middle + 1, high)
}

/// Checks that both numbers count something, and answers them as big integers.
fn counts(n: &Integer, k: &Integer) -> Result<(IBig, IBig), NumberError> {
    let (n, k) = (n.to_big(), k.to_big());
    if n < IBig::ZERO {
        return Err(NumberError::new(ErrorKind::Value, "n must be a non-negative integer"));
    }
    if k < IBig::ZERO {
        return Err(NumberError::new(ErrorKind::Value, "k must be a non-negative integer"));
    }
    Ok((n, k))
}

/// `math.perm(n, k)`
pub fn perm(n: &Integer, k: &Integer) -> Result<Integer, NumberError> {
    let (n, k) = counts(n, k)?;
    if k > n {
        return Ok(Integer::Small(0));
    }
    let too_many = NumberError::new(ErrorKind::Overflow, "k must not exceed 9223372036854775807");
    let count = i64::try_from(&k).map_err(|_| too_many)? as u64;
    falling(&n, count)
}

/// `math.comb(n, k)`
pub fn comb(n: &Integer, k: &Integer) -> Result<Integer, NumberError> {
    let (n, k) = counts(n, k)?;
    if k > n {
        return Ok(Integer::Small(0));
    }
    let k = (&n - &k).min(k);
    let too_many = NumberError::new(ErrorKind::Overflow, "min(n - k, k) must not exceed 9223372036854775807");
    let count = i64::try_from(&k).map_err(|_| too_many)? as u64;
    if let Some(small) = u64::try_from(&n).ok().and_then(|n| comb_in_words(n, count)) {
        return Ok(Integer::from(IBig::from(small)));
    }
    let numerator = falling(&n, count)?.into_big();
    let denominator = product(2, count)?.into_big();
    Ok((numerator / denominator).into())
}

/// Each step's quotient is itself a number of selections, so no division leaves a remainder.
fn comb_in_words(n: u64, k: u64) -> Option<u64> {
    if k > 34 {
        return None;
    }
    let mut result = 1u128;
    for step in 0..k {
        result = result * u128::from(n - step) / u128::from(step + 1);
        if result > u128::from(u64::MAX) {
            return None;
        }
    }
    Some(result as u64)
}

/// n(n-1)...(n-count+1)
fn falling(n: &IBig, count: u64) -> Result<Integer, NumberError> {
    if let Ok(n) = u64::try_from(n) {
        return if count == 0 { Ok(Integer::Small(1)) } else { product(n - count + 1, n) };
    }
    if count > FACTOR_LIMIT {
        return Err(NumberError::OUT_OF_MEMORY);
    }
    let mut result = IBig::ONE;
    for step in 0..count {
        result *= n - step;
    }
    Ok(result.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(n: i64) -> Integer {
        Integer::Small(n)
    }

    #[test]
    fn factorials() {
        assert_eq!(factorial(&small(0)), Ok(small(1)));
        assert_eq!(factorial(&small(20)), Ok(small(2_432_902_008_176_640_000)));
        assert_eq!(factorial(&small(25)).map(|n| n.to_big().to_string()), Ok("15511210043330985984000000".into()));
        assert!(factorial(&small(-1)).is_err());
        let hundred = factorial(&small(100)).unwrap().into_big();
        assert_eq!(hundred / factorial(&small(98)).unwrap().into_big(), IBig::from(9900));
    }

    #[test]
    fn selections() {
        assert_eq!(comb(&small(49), &small(6)), Ok(small(13_983_816)));
        assert_eq!(comb(&small(5), &small(7)), Ok(small(0)));
        assert_eq!(
            comb(&small(100), &small(50)).map(|n| n.to_big().to_string()),
            Ok("100891344545564193334812497256".into())
        );
        assert_eq!(comb(&small(i64::MAX), &small(1)), Ok(small(i64::MAX)));
        assert_eq!(perm(&small(5), &small(2)), Ok(small(20)));
        assert_eq!(perm(&small(5), &small(0)), Ok(small(1)));
        assert_eq!(perm(&small(0), &small(0)), Ok(small(1)));
        assert_eq!(perm(&small(-1), &small(0)).unwrap_err().message, "n must be a non-negative integer");
        let huge = Integer::Big(IBig::from(10).pow(20));
        assert_eq!(
            comb(&huge, &small(2)).map(|n| n.to_big().to_string()),
            Ok("4999999999999999999950000000000000000000".into())
        );
    }
}
