//! Numbers of one word: most of those that programs compute with.
//!
//! In: two numbers and a context. Out: their sum or product where that is exact and such a number too; else nothing, and the general
//! way says what it is.

use super::{Context, Decimal, POWERS, digits_of_word};
use dashu_int::UBig;
use std::cmp::Ordering;

/// A finite number other than zero whose coefficient fits a word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Word {
    negative: bool,
    coefficient: u64,
    exponent: i64,
}

impl Decimal {
    /// The number, if it is one of a word.
    #[inline(always)]
    pub fn as_word(&self) -> Option<Word> {
        let (coefficient, exponent) = self.word()?;
        Some(Word { negative: self.negative, coefficient, exponent })
    }
}

impl From<Word> for Decimal {
    #[inline(always)]
    fn from(word: Word) -> Decimal {
        Decimal::new(word.negative, UBig::from(word.coefficient), word.exponent)
    }
}

impl Word {
    /// Whether it is a normal number that a context leaves as it is.
    #[inline]
    pub fn fits(self, context: &Context) -> bool {
        let count = digits_of_word(self.coefficient);
        let head = self.exponent.saturating_add(count - 1);
        let lowered = context.clamp && self.exponent > context.etop();
        count <= context.precision && (context.emin..=context.emax).contains(&head) && !lowered
    }

    /// `self + other`
    pub fn add(self, other: Word, context: &Context) -> Option<Word> {
        let (mut a, mut b) = (self.coefficient, other.coefficient);
        let power = *POWERS.get(self.exponent.abs_diff(other.exponent) as usize)?;
        let higher = if self.exponent > other.exponent { &mut a } else { &mut b };
        *higher = higher.checked_mul(power)?;
        let (negative, coefficient) = match a.cmp(&b) {
            _ if self.negative == other.negative => (self.negative, a.checked_add(b)?),
            Ordering::Equal => return None,
            Ordering::Greater => (self.negative, a - b),
            Ordering::Less => (other.negative, b - a),
        };
        let sum = Word { negative, coefficient, exponent: self.exponent.min(other.exponent) };
        sum.fits(context).then_some(sum)
    }

    /// `self - other`
    pub fn sub(self, other: Word, context: &Context) -> Option<Word> {
        self.add(Word { negative: !other.negative, ..other }, context)
    }

    /// `self * other`
    pub fn mul(self, other: Word, context: &Context) -> Option<Word> {
        let coefficient = self.coefficient.checked_mul(other.coefficient)?;
        let exponent = self.exponent.checked_add(other.exponent)?;
        let product = Word { negative: self.negative != other.negative, coefficient, exponent };
        product.fits(context).then_some(product)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Rounding, Signals};
    use super::*;

    #[test]
    fn words_agree_with_the_general_way() {
        let context =
            Context { precision: 9, rounding: Rounding::HalfEven, emin: -20, emax: 20, clamp: false, capitals: true };
        let exact = |a: &Decimal, b: &Decimal, op: fn(&Decimal, &Decimal, &Context, &mut Signals) -> Decimal| {
            let mut signals = Signals::default();
            let result = op(a, b, &context, &mut signals);
            (signals == Signals::default()).then_some(result)
        };
        let coefficients = [1, 5, 99, 123_456_789, 999_999_999, u64::MAX];
        let numbers = coefficients.iter().flat_map(|&coefficient| {
            [-25, -9, -2, 0, 3, 11, 20].into_iter().flat_map(move |exponent| {
                [false, true].map(|negative| Decimal::new(negative, UBig::from(coefficient), exponent))
            })
        });
        let numbers: Vec<Decimal> = numbers.collect();
        let mut found = 0;
        for a in &numbers {
            for b in &numbers {
                let (Some(x), Some(y)) = (a.as_word(), b.as_word()) else { continue };
                for (word, general) in [
                    (x.add(y, &context), exact(a, b, Decimal::add)),
                    (x.sub(y, &context), exact(a, b, Decimal::sub)),
                    (x.mul(y, &context), exact(a, b, Decimal::mul)),
                ] {
                    if let Some(word) = word {
                        found += 1;
                        assert_eq!(Some(Decimal::from(word)), general, "{a:?} {b:?}");
                    }
                }
            }
        }
        assert!(found > 500, "{found}");
    }
}
