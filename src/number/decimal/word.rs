//! Numbers whose coefficient is a machine number: most of those that programs compute with.
//!
//! In: two numbers and a context. Out: their sum, product or quotient where that is such a number too, with the signals that were met;
//! else nothing, and the general way says what it is.
//!
//! All of it is part of its caller, so that a number goes from registers to where it shall lie: to move through memory what was just
//! written in other pieces takes the processor longer than to compute it.

use super::{Context, Decimal, POWERS, Rounding, Signals, digits_of_word, divide_words, drop_digits_of_word};
use dashu_int::UBig;
use std::cmp::Ordering;

/// A finite number whose coefficient fits a double word. All parts are words, so that it is moved word by word and needs no alignment
/// of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Word {
    /// One if it is negative.
    sign: u64,
    exponent: i64,
    high: u64,
    low: u64,
}

impl From<i64> for Word {
    #[inline]
    fn from(number: i64) -> Word {
        Word::new(number < 0, number.unsigned_abs().into(), 0)
    }
}

/// Room for the longest text without an exponent: 39 digits, a sign, a point and up to six zeros around it.
pub const PLAIN_TEXT: usize = 48;

/// An operation of two numbers. It is told by its name, not as a function, so that it becomes part of its caller.
#[derive(Clone, Copy)]
pub enum Operation {
    /// `self + other`
    Add,
    /// `self - other`
    Sub,
    /// `self * other`
    Mul,
    /// `self / other`
    Div,
    /// The value with the exponent of the other, rounded in this way or in that of the context.
    Quantize(Option<Rounding>),
}

impl Decimal {
    /// What an operation of words gives, if the operands and the result are such.
    #[inline(always)]
    pub(super) fn of_words(
        &self,
        other: &Decimal,
        context: &Context,
        signals: &mut Signals,
        operation: impl FnOnce(Word, Word, &Context, &mut Signals) -> Option<Word>,
    ) -> Option<Decimal> {
        operation(self.as_word()?, other.as_word()?, context, signals).map(Decimal::from)
    }

    /// The number, if its coefficient is so small.
    #[inline(always)]
    pub fn as_word(&self) -> Option<Word> {
        let (coefficient, exponent) = self.finite()?;
        Some(Word::new(self.negative, u128::try_from(coefficient).ok()?, exponent))
    }
}

impl From<Word> for Decimal {
    #[inline(always)]
    fn from(word: Word) -> Decimal {
        Decimal::new(word.is_negative(), UBig::from(word.coefficient()), word.exponent)
    }
}

impl Word {
    #[inline(always)]
    fn new(negative: bool, coefficient: u128, exponent: i64) -> Word {
        Word { sign: negative.into(), exponent, high: (coefficient >> 64) as u64, low: coefficient as u64 }
    }

    #[inline(always)]
    fn is_negative(self) -> bool {
        self.sign != 0
    }

    #[inline(always)]
    fn coefficient(self) -> u128 {
        u128::from(self.high) << 64 | u128::from(self.low)
    }

    /// Whether it is zero.
    #[inline]
    pub fn is_zero(self) -> bool {
        self.high | self.low == 0
    }

    /// Whether it is a normal number that a context leaves as it is.
    #[inline(always)]
    pub fn fits(self, context: &Context) -> bool {
        let most = POWERS.get(context.precision as usize);
        if self.is_zero() || most.is_some_and(|&most| self.coefficient() >= most) {
            return false;
        }
        let lowered = context.clamp && self.exponent > context.etop();
        // Mostly the exponents of the first digit and of the last are both far from the limits.
        let is_far = self.exponent >= context.emin && self.exponent <= context.emax - POWERS.len() as i64;
        !lowered && (is_far || (context.emin..=context.emax).contains(&self.head()))
    }

    /// The exponent of the first digit.
    fn head(self) -> i64 {
        self.exponent.saturating_add(digits_of_word(self.coefficient()) - 1)
    }

    /// What an operation gives, if that is such a number too.
    #[inline(always)]
    pub fn operate(self, operation: Operation, other: Word, context: &Context, signals: &mut Signals) -> Option<Word> {
        match operation {
            Operation::Add => self.add(other, context, signals),
            Operation::Sub => self.sub(other, context, signals),
            Operation::Mul => self.mul(other, context, signals),
            Operation::Div => self.div(other, context, signals),
            Operation::Quantize(None) => self.quantize(other, context, signals),
            Operation::Quantize(Some(rounding)) => self.quantize(other, &Context { rounding, ..*context }, signals),
        }
    }

    /// `self + other`
    #[inline(always)]
    pub fn add(self, other: Word, context: &Context, signals: &mut Signals) -> Option<Word> {
        let (mut a, mut b) = (self.coefficient(), other.coefficient());
        if self.exponent != other.exponent {
            let power = *POWERS.get(self.exponent.abs_diff(other.exponent) as usize)?;
            let higher = if self.exponent > other.exponent { &mut a } else { &mut b };
            *higher = product(*higher, power)?;
        }
        let (negative, coefficient) = match a.cmp(&b) {
            _ if self.sign == other.sign => (self.is_negative(), a.checked_add(b)?),
            Ordering::Equal => return None,
            Ordering::Greater => (self.is_negative(), a - b),
            Ordering::Less => (other.is_negative(), b - a),
        };
        Word::new(negative, coefficient, self.exponent.min(other.exponent)).rounded(context, signals)
    }

    /// `self - other`
    #[inline(always)]
    pub fn sub(self, other: Word, context: &Context, signals: &mut Signals) -> Option<Word> {
        self.add(Word { sign: 1 - other.sign, ..other }, context, signals)
    }

    /// `self * other`
    #[inline(always)]
    pub fn mul(self, other: Word, context: &Context, signals: &mut Signals) -> Option<Word> {
        let coefficient = product(self.coefficient(), other.coefficient())?;
        let exponent = self.exponent.checked_add(other.exponent)?;
        Word::new(self.sign != other.sign, coefficient, exponent).rounded(context, signals)
    }

    /// `self / other`
    #[inline(always)]
    pub fn div(self, other: Word, context: &Context, signals: &mut Signals) -> Option<Word> {
        let (a, b) = (self.coefficient(), other.coefficient());
        if a == 0 || b == 0 {
            return None;
        }
        let most = self.exponent.checked_sub(other.exponent)?;
        let negative = self.sign != other.sign;
        let shift = digits_of_word(b) - digits_of_word(a) + context.precision + 1;
        let power = *POWERS.get(usize::try_from(shift).ok()?)?;
        let (quotient, rest) = divide_words(product(a, power)?, b);
        let exponent = most.checked_sub(shift)?;
        if rest != 0 {
            // What follows is not nothing, however much of it is dropped.
            let coefficient = quotient + u128::from(quotient.is_multiple_of(5));
            return Word::new(negative, coefficient, exponent).rounded(context, signals);
        }
        // An exact quotient has the exponent nearest to that of the operands.
        let (coefficient, exponent) = strip(quotient, exponent, most);
        let exact = Word::new(negative, coefficient, exponent);
        exact.fits(context).then_some(exact)
    }

    /// The same value with another exponent, rounded.
    #[inline(always)]
    pub fn quantize(self, like: Word, context: &Context, signals: &mut Signals) -> Option<Word> {
        let wanted = like.exponent;
        let count = wanted.checked_sub(self.exponent)?;
        let (coefficient, exact) = if count <= 0 {
            (product(self.coefficient(), *POWERS.get(count.unsigned_abs() as usize)?)?, true)
        } else if count <= digits_of_word(self.coefficient()) && (count as usize) < POWERS.len() {
            drop_digits_of_word(self.coefficient(), count, self.is_negative(), context.rounding)
        } else {
            return None;
        };
        let result = Word::new(self.is_negative(), coefficient, wanted);
        if !result.fits(context) || wanted < context.etiny() {
            return None;
        }
        if count > 0 {
            signals.add(Signals::ROUNDED);
        }
        if !exact {
            signals.add(Signals::INEXACT);
        }
        Some(result)
    }

    /// Its text (`str(x)`), if that has no exponent.
    pub fn plain_text(self, buffer: &mut [u8; PLAIN_TEXT]) -> Option<&str> {
        let mut digits = itoa::Buffer::new();
        let digits = match u64::try_from(self.coefficient()) {
            Ok(small) => digits.format(small).as_bytes(),
            Err(_) => digits.format(self.coefficient()).as_bytes(),
        };
        let point = self.exponent + digits.len() as i64;
        if self.exponent > 0 || point <= -6 {
            return None;
        }
        let (whole, part) = digits.split_at(usize::try_from(point).unwrap_or(0));
        let zeros = &[b'0'; 6][..usize::try_from(-point).unwrap_or(0)];
        let whole = if whole.is_empty() { b"0" } else { whole };
        let sign: &[u8] = if self.is_negative() { b"-" } else { b"" };
        let dot: &[u8] = if self.exponent < 0 { b"." } else { b"" };
        let mut length = 0;
        for text in [sign, whole, dot, zeros, part] {
            buffer[length..length + text.len()].copy_from_slice(text);
            length += text.len();
        }
        std::str::from_utf8(&buffer[..length]).ok()
    }

    /// How two numbers compare whose last digits have the same place.
    #[inline]
    pub fn order(self, other: Word) -> Option<Ordering> {
        if self.exponent != other.exponent {
            return None;
        }
        let magnitudes = self.coefficient().cmp(&other.coefficient());
        Some(match (self.is_negative(), other.is_negative()) {
            _ if self.is_zero() && other.is_zero() => Ordering::Equal,
            (false, false) => magnitudes,
            (true, true) => magnitudes.reverse(),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        })
    }

    /// Rounded to the precision of a context, if it is a normal number then.
    #[inline(always)]
    fn rounded(self, context: &Context, signals: &mut Signals) -> Option<Word> {
        if self.fits(context) { Some(self) } else { self.shortened(context, signals) }
    }

    #[inline(always)]
    fn shortened(self, context: &Context, signals: &mut Signals) -> Option<Word> {
        let coefficient = self.coefficient();
        let count = digits_of_word(coefficient) - context.precision;
        if count <= 0 || coefficient == 0 {
            return None;
        }
        let (coefficient, exact) = drop_digits_of_word(coefficient, count, self.is_negative(), context.rounding);
        let result = Word::new(self.is_negative(), coefficient, self.exponent.checked_add(count)?);
        // One digit more than there is room for is for the general way.
        if !result.fits(context) {
            return None;
        }
        signals.add(Signals::ROUNDED);
        if !exact {
            signals.add(Signals::INEXACT);
        }
        Some(result)
    }
}

/// A product that fits. Most factors are of one word, and then it does.
#[inline(always)]
fn product(a: u128, b: u128) -> Option<u128> {
    if (a | b) >> 64 == 0 { Some(a * b) } else { a.checked_mul(b) }
}

/// Without trailing zeros, as far as the exponent may grow.
fn strip(mut coefficient: u128, mut exponent: i64, most: i64) -> (u128, i64) {
    let mut step = 16;
    while step > 0 {
        if exponent + step <= most {
            let (quotient, rest) = divide_words(coefficient, POWERS[step as usize]);
            if rest == 0 && quotient != 0 {
                (coefficient, exponent) = (quotient, exponent + step);
                continue;
            }
        }
        step /= 2;
    }
    (coefficient, exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    type OfWords = fn(Word, Word, &Context, &mut Signals) -> Option<Word>;
    type OfNumbers = fn(&Decimal, &Decimal, &Context, &mut Signals) -> Decimal;

    /// The general way alone, of operands with so many digits that they are no words: the same numbers with zeros behind them,
    /// whose result is then compared by value.
    fn general((a, b): (&Decimal, &Decimal), op: OfNumbers, context: &Context) -> (Decimal, Signals) {
        let mut signals = Signals::default();
        let long = |number: &Decimal| {
            let (coefficient, exponent) = number.finite().unwrap();
            Decimal::new(number.negative, coefficient * UBig::from(10u8).pow(40), exponent - 40)
        };
        let result = op(&long(a), &long(b), context, &mut signals);
        (result, signals)
    }

    #[test]
    fn digits_are_counted() {
        assert_eq!(digits_of_word(0), 1);
        for (place, &power) in POWERS.iter().enumerate() {
            assert_eq!(digits_of_word(power), place as i64 + 1);
            assert_eq!(digits_of_word((power - 1).max(1)), (place as i64).max(1));
        }
        assert_eq!(digits_of_word(u128::MAX), 39);
    }

    #[test]
    fn words_agree_with_the_general_way() {
        let context =
            Context { precision: 9, rounding: Rounding::HalfEven, emin: -20, emax: 20, clamp: false, capitals: true };
        let coefficients = [0, 1, 5, 99, 123_456_789, 999_999_999, u64::MAX];
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
                for (short, long) in [
                    (Word::add as OfWords, Decimal::add as OfNumbers),
                    (Word::sub, Decimal::sub),
                    (Word::mul, Decimal::mul),
                    (Word::div, Decimal::div),
                ] {
                    let mut signals = Signals::default();
                    if let Some(word) = short(x, y, &context, &mut signals) {
                        found += 1;
                        let (expected, met) = general((a, b), long, &context);
                        assert_eq!(Decimal::from(word).order(&expected), Some(Ordering::Equal), "{a:?} {b:?}");
                        assert_eq!(signals.has(Signals::INEXACT), met.has(Signals::INEXACT), "{a:?} {b:?}");
                    }
                }
            }
        }
        assert!(found > 500, "{found}");
    }
}
