//! Powers, exponentials and logarithms, rounded correctly.
//!
//! They are computed in fixed point with more and more digits until the digits behind the last place leave no doubt (Ziv's
//! method). The series are Taylor's for `exp` and that of the inverse hyperbolic tangent for `ln`.

use super::{Context, Decimal, Rounding, Signals, digits, invalid, power_of_ten, propagate};
use dashu_int::ops::{Abs, DivEuclid, DivRem};
use dashu_int::{IBig, Sign, UBig};
use std::cmp::Ordering;

/// Fixed-point numbers with `places` decimals.
struct Fixed {
    places: u64,
    one: IBig,
}

impl Fixed {
    fn new(places: u64) -> Fixed {
        Fixed { places, one: IBig::from(power_of_ten(places)) }
    }

    fn product(&self, a: &IBig, b: &IBig) -> IBig {
        a * b / &self.one
    }

    /// `2 * atanh(num / den)` by its series.
    fn twice_atanh(&self, num: &IBig, den: &IBig) -> IBig {
        let x = num * &self.one / den;
        let square = self.product(&x, &x);
        let mut term = x.clone();
        let mut sum = x;
        let mut n = 1;
        while !term.is_zero() {
            term = self.product(&term, &square);
            n += 2;
            sum += &term / n;
        }
        sum * 2
    }

    fn ln_2(&self) -> IBig {
        self.twice_atanh(&IBig::ONE, &IBig::from(3))
    }

    /// `ln(10) = 3 ln(2) + ln(1.25)`
    fn ln_10(&self) -> IBig {
        self.ln_2() * 3 + self.twice_atanh(&IBig::ONE, &IBig::from(9))
    }

    /// The natural logarithm of a coefficient that is read as a number from 1 to below 10.
    fn ln_of_head(&self, coefficient: &UBig) -> IBig {
        let scale = IBig::from(power_of_ten((digits(coefficient) - 1) as u64));
        let mut num = IBig::from(coefficient.clone());
        // Halved to between 2/3 and 4/3, where the series is quick.
        let mut halvings = 0;
        let mut den = scale;
        while &num * 3 > &den * 4 {
            den *= 2;
            halvings += 1;
        }
        self.ln_2() * halvings + self.twice_atanh(&(&num - &den), &(std::mem::take(&mut num) + &den))
    }

    /// `exp(x)` of a fixed-point number around zero.
    fn exp_of_small(&self, x: &IBig) -> IBig {
        // exp(x) = exp(x / 2**k) ** (2**k)
        let halvings = 8 + (self.places as f64).sqrt() as usize;
        let x = x >> halvings;
        let mut term = self.one.clone();
        let mut sum = self.one.clone();
        let mut n = 1;
        while !term.is_zero() {
            term = self.product(&term, &x) / n;
            sum += &term;
            n += 1;
        }
        for _ in 0..halvings {
            sum = self.product(&sum, &sum);
        }
        sum
    }
}

/// A positive approximation `coefficient * 10**exponent` whose error is below one unit of its last place, given the number
/// of digits it is to have at least.
type Approximate<'a> = dyn Fn(i64) -> (IBig, i64) + 'a;

/// Rounds what an approximation approaches; it is known not to be exact.
fn ziv(approximate: &Approximate<'_>, context: &Context, signals: &mut Signals) -> Decimal {
    let mut more = 4;
    loop {
        let (value, exponent) = approximate(context.precision + more);
        let negative = value.sign() == Sign::Negative;
        let coefficient: UBig = value.abs().into_parts().1;
        let behind = digits(&coefficient) - context.precision;
        if behind > 2 {
            let half = power_of_ten(behind as u64) >> 1;
            let rest = &coefficient % &half;
            // Not within a few units of a half or of a whole place.
            let margin = UBig::from(8u8);
            if rest > margin && rest < half - margin {
                return Decimal::new(negative, coefficient, exponent).fit(context, signals);
            }
        }
        more += more.max(8);
    }
}

/// Guard digits for sums of many rounded terms.
const GUARD: i64 = 12;

/// `ln(coefficient * 10**exponent)` in fixed point.
fn ln_fixed(coefficient: &UBig, exponent: i64, fixed: &Fixed) -> IBig {
    let head = exponent + digits(coefficient) - 1;
    fixed.ln_of_head(coefficient) + fixed.ln_10() * head
}

/// The logarithm with at least so many digits.
fn ln_digits(coefficient: &UBig, exponent: i64, wanted: i64) -> (IBig, i64) {
    // Near one the first digits are lost.
    let mut lost = 2;
    loop {
        let fixed = Fixed::new((wanted + lost + GUARD) as u64);
        let value = ln_fixed(coefficient, exponent, &fixed);
        if digits(&value.clone().abs().into_parts().1) >= wanted + GUARD {
            let cut = IBig::from(power_of_ten(GUARD as u64 - 4));
            return (value / cut, GUARD - 4 - fixed.places as i64);
        }
        lost += lost.max(wanted);
    }
}

/// `exp(x)` with at least so many digits, of a fixed-point number given by its places.
fn exp_digits(x: &dyn Fn(u64) -> IBig, head: i64, wanted: i64) -> (IBig, i64) {
    let places = wanted + head.max(0) + GUARD;
    let fixed = Fixed::new(places as u64);
    let x = x(places as u64);
    let ln_10 = fixed.ln_10();
    let turns = (&x).div_euclid(&ln_10);
    let rest = x - &turns * ln_10;
    let turns = i64::try_from(&turns).unwrap_or(0);
    let cut = IBig::from(power_of_ten(GUARD as u64 - 4));
    (fixed.exp_of_small(&rest) / cut, turns + GUARD - 4 - places)
}

/// A finite number in fixed point.
fn to_fixed(negative: bool, coefficient: &UBig, exponent: i64, places: u64) -> IBig {
    let shift = exponent + places as i64;
    let magnitude = match shift >= 0 {
        true => coefficient * power_of_ten(shift as u64),
        false if -shift > digits(coefficient) => UBig::ZERO,
        false => coefficient / power_of_ten(-shift as u64),
    };
    if negative { -IBig::from(magnitude) } else { magnitude.into() }
}

impl Decimal {
    /// The exponential.
    #[must_use]
    pub fn exp(&self, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self], context, signals) {
            return nan;
        }
        let context = &Context { rounding: Rounding::HalfEven, ..*context };
        let Some((coefficient, exponent)) = self.finite() else {
            return if self.negative { Decimal::new(false, UBig::ZERO, 0) } else { self.clone() };
        };
        if coefficient.is_zero() {
            return Decimal::new(false, UBig::ONE, 0);
        }
        let head = exponent + digits(coefficient) - 1;
        // So large that the result cannot be held, or so small that it is one and a trace.
        if head >= 20 {
            let extreme = if self.negative {
                Decimal::new(false, UBig::ONE, context.etiny() - 2)
            } else {
                Decimal::new(false, UBig::ONE, context.emax + 1)
            };
            let extreme = extreme.fit(context, signals);
            signals.add(Signals::INEXACT);
            signals.add(Signals::ROUNDED);
            return extreme;
        }
        if head < -context.precision - 2 {
            let one = power_of_ten(context.precision as u64 + 3);
            let near = if self.negative { one - UBig::ONE } else { one + UBig::ONE };
            return Decimal::new(false, near, -context.precision - 3).fit(context, signals);
        }
        let x = |places: u64| to_fixed(self.negative, coefficient, exponent, places);
        ziv(&|wanted| exp_digits(&x, head, wanted), context, signals)
    }

    /// The natural logarithm.
    #[must_use]
    pub fn ln(&self, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(special) = self.log_special(context, signals) {
            return special;
        }
        let context = &Context { rounding: Rounding::HalfEven, ..*context };
        let Some((coefficient, exponent)) = self.finite() else { return self.clone() };
        ziv(&|wanted| ln_digits(coefficient, exponent, wanted), context, signals)
    }

    /// The decimal logarithm.
    #[must_use]
    pub fn log10(&self, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(special) = self.log_special(context, signals) {
            return special;
        }
        let context = &Context { rounding: Rounding::HalfEven, ..*context };
        let Some((coefficient, exponent)) = self.finite() else { return self.clone() };
        let (head, zeros) = super::arithmetic::strip(coefficient.clone(), exponent, i64::MAX / 2);
        if head == UBig::ONE {
            return from_i64(zeros).fit(context, signals);
        }
        let approximate = |wanted: i64| {
            let (ln, place) = ln_digits(coefficient, exponent, wanted + 4);
            let fixed = Fixed::new((wanted + 8) as u64);
            let ln_10 = fixed.ln_10();
            // Both have more digits than wanted; so has the quotient.
            (ln * &fixed.one * power_of_ten(4) / ln_10, place - 4)
        };
        let trimmed = |wanted: i64| {
            let (value, place) = approximate(wanted);
            let cut = power_of_ten(6);
            (value / IBig::from(cut), place + 6)
        };
        ziv(&trimmed, context, signals)
    }

    fn log_special(&self, context: &Context, signals: &mut Signals) -> Option<Decimal> {
        if let Some(nan) = propagate(&[self], context, signals) {
            return Some(nan);
        }
        if self.is_zero() {
            return Some(Decimal::infinity(true));
        }
        if self.negative {
            return Some(invalid(signals));
        }
        if self.is_infinite() {
            return Some(Decimal::infinity(false));
        }
        let one = Decimal::new(false, UBig::ONE, 0);
        (self.order(&one) == Some(Ordering::Equal)).then(|| Decimal::new(false, UBig::ZERO, 0))
    }

    /// The exponent of the first digit, as a number.
    #[must_use]
    pub fn logb(&self, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self], context, signals) {
            return nan;
        }
        match self.adjusted() {
            None => Decimal::infinity(false),
            Some(_) if self.is_zero() => {
                signals.add(Signals::DIVISION_BY_ZERO);
                Decimal::infinity(true)
            }
            Some(head) => from_i64(head).fit(context, signals),
        }
    }

    /// `self ** other`
    #[must_use]
    pub fn pow(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return nan;
        }
        if other.is_zero() {
            return if self.is_zero() { invalid(signals) } else { Decimal::new(false, UBig::ONE, 0) };
        }
        let odd = other.is_odd();
        let negative = self.negative && odd;
        let one = Decimal::new(false, UBig::ONE, 0);
        if self.negative && !self.is_zero() && !other.is_integral() && !other.is_infinite() {
            return invalid(signals);
        }
        if self.negative && other.is_infinite() && !self.is_zero() {
            return invalid(signals);
        }
        if self.is_zero() {
            return match other.negative {
                true => Decimal::infinity(negative),
                false => Decimal::new(negative, UBig::ZERO, 0),
            };
        }
        if self.is_infinite() {
            return match other.negative {
                true => Decimal::new(negative, UBig::ZERO, 0),
                false => Decimal::infinity(negative),
            };
        }
        let base = self.clone().with_sign(false);
        let against_one = base.order(&one).unwrap_or(Ordering::Equal);
        if other.is_infinite() {
            return match (against_one, other.negative) {
                (Ordering::Equal, _) => self.ones(context, signals),
                (Ordering::Greater, false) | (Ordering::Less, true) => Decimal::infinity(false),
                _ => Decimal::new(false, UBig::ZERO, 0),
            };
        }
        if against_one == Ordering::Equal {
            return self.power_of_one(other, negative, context, signals);
        }
        if let Some(exact) = base.small_power(other, context, signals) {
            return exact.with_sign(negative).fit(context, signals);
        }
        base.general_power(other, negative, context, signals)
    }

    /// One with as many digits as there are, and inexact.
    fn ones(&self, context: &Context, signals: &mut Signals) -> Decimal {
        signals.add(Signals::INEXACT);
        signals.add(Signals::ROUNDED);
        Decimal::new(false, power_of_ten(context.precision as u64 - 1), 1 - context.precision)
    }

    fn power_of_one(&self, other: &Decimal, negative: bool, context: &Context, signals: &mut Signals) -> Decimal {
        let Some((_, exponent)) = self.finite() else { return self.clone() };
        if !other.is_integral() {
            return self.ones(context, signals).with_sign(negative);
        }
        let count = if other.negative { 0 } else { other.to_i64().unwrap_or(i64::MAX) };
        let place = exponent.saturating_mul(count);
        if place < 1 - context.precision {
            signals.add(Signals::ROUNDED);
            return Decimal::new(negative, power_of_ten(context.precision as u64 - 1), 1 - context.precision);
        }
        Decimal::new(negative, power_of_ten(-place.min(0) as u64), place.min(0))
    }

    /// A power with an integer that can be written down.
    fn small_power(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Option<Decimal> {
        let (coefficient, exponent) = self.finite()?;
        let n = other.to_i64()?;
        let length = digits(coefficient).saturating_mul(n.abs());
        if n.unsigned_abs() > 1 << 20 || length > 4 * context.precision + 400 {
            return None;
        }
        let power = coefficient.pow(n.unsigned_abs() as usize);
        let place = exponent.checked_mul(n.abs())?;
        let power = Decimal::new(false, power, place);
        if n > 0 {
            return Some(power);
        }
        Some(Decimal::new(false, UBig::ONE, 0).div(&power, context, signals))
    }

    fn general_power(&self, other: &Decimal, negative: bool, context: &Context, signals: &mut Signals) -> Decimal {
        let (Some((coefficient, exponent)), Some((factor, place))) = (self.finite(), other.finite()) else {
            return invalid(signals);
        };
        // A rough logarithm tells how far the result is from one.
        let (rough, rough_place) = ln_digits(coefficient, exponent, 4);
        let head = digits(&rough.clone().abs().into_parts().1) + rough_place + digits(factor) + place;
        let grows = (rough.sign() == Sign::Negative) == other.negative;
        let limits = &Context { rounding: Rounding::HalfEven, ..*context };
        if head > 21 {
            let place = if grows { context.emax + 1 } else { context.etiny() - 2 };
            let result = Decimal::new(negative, UBig::ONE, place).fit(context, signals);
            signals.add(Signals::INEXACT);
            signals.add(Signals::ROUNDED);
            return result;
        }
        if head < -context.precision - 3 {
            let one = power_of_ten(context.precision as u64 + 3);
            let near = if grows { one + UBig::ONE } else { one - UBig::ONE };
            return Decimal::new(negative, near, -context.precision - 3).fit(context, signals);
        }
        let x = |places: u64| {
            let more = places as i64 + (digits(factor) + place).max(0) + 4;
            let fixed = Fixed::new(more as u64);
            let ln = ln_fixed(coefficient, exponent, &fixed);
            let product = ln * to_fixed(other.negative, factor, 0, 0);
            let shift = place - (more - places as i64);
            match shift >= 0 {
                true => product * IBig::from(power_of_ten(shift as u64)),
                false => product / IBig::from(power_of_ten(-shift as u64)),
            }
        };
        // An exact result would never be told from its neighbours: enough digits decide it.
        let approximate = |wanted: i64| exp_digits(&x, head, wanted);
        let wider = limits.precision * 2 + 20;
        let (value, at) = approximate(wider);
        let value: UBig = value.abs().into_parts().1;
        let behind = digits(&value) - limits.precision;
        let unit = power_of_ten(behind.max(0) as u64);
        let (whole, rest) = (&value).div_rem(&unit);
        let slack = power_of_ten(8);
        if rest < slack || &unit - &rest < slack {
            let whole = if rest < slack { whole } else { whole + UBig::ONE };
            signals.add(Signals::INEXACT);
            signals.add(Signals::ROUNDED);
            return Decimal::new(negative, whole, at + behind).fit(context, signals);
        }
        Decimal::new(negative, value, at).fit(context, signals)
    }

    fn is_odd(&self) -> bool {
        match self.finite() {
            Some((coefficient, 0)) => (coefficient % 2u8) == 1,
            Some((coefficient, exponent)) if exponent < 0 && self.is_integral() => {
                -exponent < digits(coefficient) && (&(coefficient / power_of_ten(-exponent as u64)) % 2u8) == 1
            }
            _ => false,
        }
    }

    /// `pow(self, other, modulo)`, of integers
    #[must_use]
    pub fn pow_mod(&self, other: &Decimal, modulo: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self, other, modulo], context, signals) {
            return nan;
        }
        let whole = [self, other, modulo].iter().all(|number| number.is_integral());
        let fits = modulo.adjusted().is_some_and(|head| head < context.precision);
        if !whole
            || other.negative && !other.is_zero()
            || modulo.is_zero()
            || !fits
            || self.is_zero() && other.is_zero()
        {
            return invalid(signals);
        }
        let integer = |number: &Decimal| {
            to_fixed(false, number.finite().map_or(&UBig::ZERO, |(c, _)| c), number.finite().map_or(0, |(_, e)| e), 0)
        };
        let (base, exponent, modulus) = (integer(self), integer(other), integer(modulo));
        let mut result = IBig::ONE % &modulus;
        let mut base = base % &modulus;
        let mut exponent = exponent;
        let odd = other.is_odd();
        while !exponent.is_zero() {
            let (half, bit) = (&exponent).div_rem(IBig::from(2));
            if !bit.is_zero() {
                result = result * &base % &modulus;
            }
            base = &base * &base % &modulus;
            exponent = half;
        }
        Decimal::new(self.negative && odd, result.into_parts().1, 0).fit(context, signals)
    }
}

/// A machine integer as a decimal.
pub(super) fn from_i64(n: i64) -> Decimal {
    Decimal::new(n < 0, UBig::from(n.unsigned_abs()), 0)
}
