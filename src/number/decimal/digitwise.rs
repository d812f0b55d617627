//! What is done digit by digit: logic on zeros and ones, moving and turning digits.
//!
//! In: decimals and the precision of a context, which is how many digits there are. Out: decimals of so many digits.

use super::{Context, Decimal, REFUSED, Signals, UBig, invalid, propagate};

impl Decimal {
    /// What `decide` says of each pair of digits, which are zeros and ones.
    #[must_use]
    pub fn logic(
        &self,
        other: &Decimal,
        decide: fn(bool, bool) -> bool,
        context: &Context,
        signals: &mut Signals,
    ) -> Decimal {
        match (self.zeros_and_ones(context), other.zeros_and_ones(context)) {
            (Some(first), Some(second)) => {
                let digits: String =
                    first.bytes().zip(second.bytes()).map(|(a, b)| bit(decide(a == b'1', b == b'1'))).collect();
                of_digits(false, &digits, 0)
            }
            _ => invalid(signals),
        }
    }

    /// The other digits, of zeros and ones.
    #[must_use]
    pub fn logic_not(&self, context: &Context, signals: &mut Signals) -> Decimal {
        match self.zeros_and_ones(context) {
            Some(digits) => {
                let digits: String = digits.bytes().map(|digit| bit(digit == b'0')).collect();
                of_digits(false, &digits, 0)
            }
            None => invalid(signals),
        }
    }

    /// Digits moved to the left, or to the right; zeros take their places.
    #[must_use]
    pub fn shift(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        self.moved(other, context, signals, |digits, by| match usize::try_from(by) {
            Ok(by) => format!("{}{}", digits.get(by..).unwrap_or_default(), "0".repeat(by.min(digits.len()))),
            Err(_) => digits[..digits.len().saturating_sub(by.unsigned_abs() as usize)].to_string(),
        })
    }

    /// Digits moved round.
    #[must_use]
    pub fn rotate(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        self.moved(other, context, signals, |digits, by| {
            let by = by.rem_euclid(digits.len() as i64) as usize;
            format!("{}{}", &digits[by..], &digits[..by])
        })
    }

    fn moved(
        &self,
        other: &Decimal,
        context: &Context,
        signals: &mut Signals,
        act: impl FnOnce(&str, i64) -> String,
    ) -> Decimal {
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return nan;
        }
        let is_plain = other.finite().is_some_and(|(_, exponent)| exponent == 0);
        let Some(by) = other.to_i64().filter(|by| is_plain && by.unsigned_abs() <= context.precision as u64) else {
            return invalid(signals);
        };
        match self.finite() {
            Some((coefficient, exponent)) => {
                of_digits(self.negative, &act(&padded(coefficient, context.precision), by), exponent)
            }
            None => self.clone(),
        }
    }

    /// The digits, if they are a row of zeros and ones and nothing else.
    fn zeros_and_ones(&self, context: &Context) -> Option<String> {
        let (coefficient, exponent) = self.finite()?;
        let is_logical = !self.negative && exponent == 0;
        let digits = Some(coefficient.to_string()).filter(|_| is_logical)?;
        let is_row = digits.bytes().all(|digit| digit == b'0' || digit == b'1');
        is_row.then(|| padded(coefficient, context.precision))
    }
}

fn bit(set: bool) -> char {
    if set { '1' } else { '0' }
}

/// The last digits, with zeros in front; none of them where there is no room, and `take_refused` tells.
fn padded(coefficient: &UBig, count: i64) -> String {
    let (digits, count) = (coefficient.to_string(), count as usize);
    if !crate::memory::allows(count, 4) {
        REFUSED.set(true);
        return "0".repeat(digits.len());
    }
    match digits.len().checked_sub(count) {
        Some(surplus) => digits[surplus..].to_string(),
        None => "0".repeat(count - digits.len()) + &digits,
    }
}

fn of_digits(negative: bool, digits: &str, exponent: i64) -> Decimal {
    Decimal::new(negative, digits.parse().unwrap_or(UBig::ZERO), exponent)
}
