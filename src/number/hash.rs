//! Hashes of numbers and of tuples of hashes.
//!
//! Equal numbers of any type have equal hashes, and they are CPython's: a script that prints one, or walks a set of small
//! integers, sees what it expects. Texts are hashed elsewhere.

use dashu_int::{IBig, Sign};

use super::Complex64;

/// Numbers are hashed modulo this prime, 2**61 - 1.
pub(super) const MODULUS: u64 = (1 << BITS) - 1;
const BITS: u32 = 61;
pub(super) const INFINITY: i64 = 314_159;
const IMAGINARY: i64 = 1_000_003;

/// `hash(value)` of an integer
#[inline]
pub fn int(value: i64) -> i64 {
    signed(value.unsigned_abs() % MODULUS, value < 0)
}

/// `hash(value)` of a big integer
pub fn big(value: &IBig) -> i64 {
    let (sign, words) = value.as_sign_words();
    let residue =
        words.iter().rev().fold(0u128, |residue, word| ((residue << 64) | u128::from(*word)) % u128::from(MODULUS));
    signed(residue as u64, sign == Sign::Negative)
}

/// `hash(value)` of a float; a NaN has no hash of its own in CPython, where its identity counts: here it is zero
pub fn float(value: f64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 { INFINITY } else { -INFINITY };
    }
    if value.is_nan() {
        return 0;
    }
    if let Some(whole) = super::int::from_float(value)
        && whole as f64 == value
    {
        return int(whole);
    }
    let (mantissa, exponent) = super::float::decompose(value);
    // Two to the 61st is one: multiplying by a power of two is a rotation of 61 bits.
    let residue = mantissa.unsigned_abs() % MODULUS;
    let turn = exponent.rem_euclid(BITS as i32) as u32;
    let residue = ((residue << turn) & MODULUS) | (residue >> (BITS - turn));
    signed(residue % MODULUS, value < 0.0)
}

/// `hash(value)` of a complex number
pub fn complex(value: Complex64) -> i64 {
    let hash = float(value.re).wrapping_add(IMAGINARY.wrapping_mul(float(value.im)));
    reserved(hash)
}

/// `hash` of a tuple, from the hashes of its items
pub fn tuple(items: impl Iterator<Item = i64>) -> i64 {
    let mut joined = Joined::default();
    items.for_each(|item| joined.add(item));
    joined.finish()
}

/// The hash of a tuple while the hashes of its items come in.
pub struct Joined {
    state: u64,
    count: u64,
}

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

impl Default for Joined {
    fn default() -> Joined {
        Joined { state: PRIME_5, count: 0 }
    }
}

impl Joined {
    /// Takes in the hash of the next item.
    #[inline]
    pub fn add(&mut self, item: i64) {
        let state = self.state.wrapping_add((item as u64).wrapping_mul(PRIME_2));
        self.state = state.rotate_left(31).wrapping_mul(PRIME_1);
        self.count += 1;
    }

    /// The hash of all.
    #[inline]
    pub fn finish(self) -> i64 {
        let state = self.state.wrapping_add(self.count ^ (PRIME_5 ^ 3_527_539));
        if state == u64::MAX { 1_546_275_796 } else { state as i64 }
    }
}

pub(super) fn signed(residue: u64, negative: bool) -> i64 {
    let residue = residue as i64;
    reserved(if negative { -residue } else { residue })
}

/// CPython keeps -1 as the sign of an error.
fn reserved(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_hash_alike() {
        assert_eq!(int(-1), -2);
        assert_eq!(float(-1.0), -2);
        assert_eq!(float(0.5), 1_152_921_504_606_846_976);
        assert_eq!(float(-0.0), 0);
        assert_eq!(float(1e300), big(&super::super::big::from_float(1e300)));
        assert_eq!(int(i64::MIN), -4);
        assert_eq!(big(&IBig::from(i64::MIN)), -4);
        assert_eq!(complex(Complex64::new(1.0, 2.0)), 2_000_007);
    }

    #[test]
    fn tuples() {
        assert_eq!(tuple([].into_iter()), 5_740_354_900_026_072_187);
        assert_eq!(tuple([1, 2, 3].into_iter()), 529_344_067_295_497_451);
    }
}
