//! The operations that are exact but for the rounding at their end.

use super::{
    Context, Decimal, Kind, MAX, Rounding, Signals, Word, digits, drop_digits, invalid, power_of_ten, propagate,
};
use dashu_int::UBig;
use dashu_int::ops::{DivRem, SquareRoot};
use std::cmp::Ordering;

impl Decimal {
    /// `self + other`
    #[must_use]
    pub fn add(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(sum) = self.of_words(other, context, signals, Word::add) {
            return sum;
        }
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return nan;
        }
        match (self.finite(), other.finite()) {
            (Some(first), Some(second)) => {
                sum(self.negative, first, other.negative, second, context).fit(context, signals)
            }
            (None, None) if self.negative != other.negative => invalid(signals),
            (None, _) => self.clone(),
            _ => other.clone(),
        }
    }

    /// `self - other`
    #[must_use]
    pub fn sub(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(difference) = self.of_words(other, context, signals, Word::sub) {
            return difference;
        }
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return nan;
        }
        self.add(&other.clone().with_sign(!other.negative), context, signals)
    }

    /// `self * other`
    #[must_use]
    pub fn mul(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(product) = self.of_words(other, context, signals, Word::mul) {
            return product;
        }
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return nan;
        }
        self.product(other, signals).fit(context, signals)
    }

    fn product(&self, other: &Decimal, signals: &mut Signals) -> Decimal {
        let negative = self.negative != other.negative;
        match (self.finite(), other.finite()) {
            (Some((a, first)), Some((b, second))) => Decimal::new(negative, a * b, first + second),
            _ if self.is_zero() || other.is_zero() => invalid(signals),
            _ => Decimal::infinity(negative),
        }
    }

    /// `self * other + third`, rounded once
    #[must_use]
    pub fn fma(&self, other: &Decimal, third: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return nan;
        }
        let product = self.product(other, signals);
        if product.is_nan() && third.is_nan() {
            return propagate(&[third], context, signals).unwrap_or(product);
        }
        product.add(third, context, signals)
    }

    /// `self / other`
    #[must_use]
    pub fn div(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(quotient) = self.of_words(other, context, signals, Word::div) {
            return quotient;
        }
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return nan;
        }
        let negative = self.negative != other.negative;
        let ((a, first), (b, second)) = match (self.finite(), other.finite()) {
            (Some(first), Some(second)) => (first, second),
            (None, None) => return invalid(signals),
            (None, _) => return Decimal::infinity(negative),
            _ => {
                signals.add(Signals::CLAMPED);
                return Decimal::new(negative, UBig::ZERO, context.etiny());
            }
        };
        if b.is_zero() {
            if a.is_zero() {
                signals.add(Signals::DIVISION_UNDEFINED);
                return invalid(signals);
            }
            signals.add(Signals::DIVISION_BY_ZERO);
            return Decimal::infinity(negative);
        }
        if a.is_zero() {
            return Decimal::new(negative, UBig::ZERO, first - second).fit(context, signals);
        }
        let shift = digits(b) - digits(a) + context.precision + 1;
        let (mut quotient, rest) = match shift >= 0 {
            true => (a * power_of_ten(shift as u64)).div_rem(b),
            false => a.div_rem(b * power_of_ten(-shift as u64)),
        };
        let mut exponent = first - second - shift;
        if rest.is_zero() {
            // An exact quotient has the exponent nearest to that of the operands.
            (quotient, exponent) = strip(quotient, exponent, first - second);
        } else if (&quotient % 5u8) == 0 {
            quotient += UBig::ONE;
        }
        Decimal::new(negative, quotient, exponent).fit(context, signals)
    }

    /// Quotient rounded towards zero, which may not fit the context's exponents, and remainder.
    pub fn div_rem(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> (Decimal, Decimal) {
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return (nan.clone(), nan);
        }
        let negative = self.negative != other.negative;
        let ((a, first), (b, second)) = match (self.finite(), other.finite()) {
            (Some(first), Some(second)) => (first, second),
            (None, None) => return (invalid(signals), Decimal::nan()),
            (None, _) => {
                signals.add(Signals::INVALID);
                return (Decimal::infinity(negative), Decimal::nan());
            }
            _ => {
                let quotient = Decimal::new(negative, UBig::ZERO, 0);
                return (quotient, self.clone().fit(context, signals));
            }
        };
        if b.is_zero() {
            if a.is_zero() {
                signals.add(Signals::DIVISION_UNDEFINED);
                return (invalid(signals), Decimal::nan());
            }
            signals.add(Signals::DIVISION_BY_ZERO);
            signals.add(Signals::INVALID);
            return (Decimal::infinity(negative), Decimal::nan());
        }
        let least = first.min(second);
        let ahead = digits(a) + first - digits(b) - second;
        if a.is_zero() || ahead <= -2 {
            let quotient = Decimal::new(negative, UBig::ZERO, 0);
            let rest = if a.is_zero() {
                Decimal::new(self.negative, UBig::ZERO, least)
            } else {
                rescale(self.negative, a, first, least, context.rounding).0
            };
            return (quotient, rest.fit(context, signals));
        }
        if ahead <= context.precision {
            let a = a * power_of_ten((first - least) as u64);
            let b = b * power_of_ten((second - least) as u64);
            let (quotient, rest) = a.div_rem(b);
            if digits(&quotient) <= context.precision {
                let rest = Decimal::new(self.negative, rest, least).fit(context, signals);
                return (Decimal::new(negative, quotient, 0), rest);
            }
        }
        signals.add(Signals::DIVISION_IMPOSSIBLE);
        (invalid(signals), Decimal::nan())
    }

    /// `self // other`
    #[must_use]
    pub fn div_int(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if other.is_zero() && !self.is_zero() && self.finite().is_some() {
            signals.add(Signals::DIVISION_BY_ZERO);
            return Decimal::infinity(self.negative != other.negative);
        }
        if self.is_infinite() && other.finite().is_some() {
            return Decimal::infinity(self.negative != other.negative);
        }
        // What the remainder signals is no business of the quotient.
        let mut of_rest = Signals::default();
        let wide = Context { emin: -MAX, emax: MAX, clamp: false, ..*context };
        let (quotient, _) = self.div_rem(other, &wide, &mut of_rest);
        let own = Signals::INVALID.0 | Signals::DIVISION_IMPOSSIBLE.0 | Signals::DIVISION_UNDEFINED.0;
        signals.add(Signals(of_rest.0 & own));
        quotient.of_division_by(other, context, signals)
    }

    /// The quotient rounded to a context; the one by an infinity is zero, whatever exponents the context allows.
    #[must_use]
    pub fn of_division_by(self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if other.is_infinite() { self } else { self.fit(context, signals) }
    }

    /// `self % other`: the remainder has the sign of `self`
    #[must_use]
    pub fn rem(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if other.is_zero() && !self.is_zero() && !self.is_nan() {
            return invalid(signals);
        }
        self.div_rem(other, context, signals).1
    }

    /// The remainder of the division rounded to nearest.
    #[must_use]
    pub fn rem_near(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return nan;
        }
        let ((a, first), (b, second)) = match (self.finite(), other.finite()) {
            (Some(first), Some(second)) => (first, second),
            (None, _) => return invalid(signals),
            _ => return self.clone().fit(context, signals),
        };
        if b.is_zero() {
            if a.is_zero() {
                signals.add(Signals::DIVISION_UNDEFINED);
            }
            return invalid(signals);
        }
        let least = first.min(second);
        if a.is_zero() {
            return Decimal::new(self.negative, UBig::ZERO, least).fit(context, signals);
        }
        let ahead = digits(a) + first - digits(b) - second;
        if ahead > context.precision + 1 {
            signals.add(Signals::DIVISION_IMPOSSIBLE);
            return invalid(signals);
        }
        if ahead <= -2 {
            return rescale(self.negative, a, first, least, context.rounding).0.fit(context, signals);
        }
        let a = a * power_of_ten((first - least) as u64);
        let b = b * power_of_ten((second - least) as u64);
        let (mut quotient, mut rest) = a.div_rem(&b);
        let mut negative = self.negative;
        let odd = (&quotient % 2u8) == 1;
        let twice = (&rest << 1).cmp(&b);
        if twice == Ordering::Greater || twice == Ordering::Equal && odd {
            rest = b - rest;
            quotient += UBig::ONE;
            negative = !negative;
        }
        if digits(&quotient) > context.precision {
            signals.add(Signals::DIVISION_IMPOSSIBLE);
            return invalid(signals);
        }
        Decimal::new(negative, rest, least).fit(context, signals)
    }

    /// The number itself, rounded (`+x`); a zero loses its sign unless rounding is towards negative infinity.
    #[must_use]
    pub fn plus(&self, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self], context, signals) {
            return nan;
        }
        let negative = if self.is_zero() && context.rounding != Rounding::Floor { false } else { self.negative };
        self.clone().with_sign(negative).fit(context, signals)
    }

    /// `-x`
    #[must_use]
    pub fn minus(&self, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self], context, signals) {
            return nan;
        }
        self.clone().with_sign(!self.negative).plus(context, signals)
    }

    /// `abs(x)`
    #[must_use]
    pub fn abs(&self, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self], context, signals) {
            return nan;
        }
        self.clone().with_sign(false).fit(context, signals)
    }

    /// How two numbers compare; none if one is a NaN.
    pub fn order(&self, other: &Decimal) -> Option<Ordering> {
        if let Some(order) = self.as_word().zip(other.as_word()).and_then(|(first, second)| first.order(second)) {
            return Some(order);
        }
        if self.is_nan() || other.is_nan() {
            return None;
        }
        let rank = |number: &Decimal| match (number.is_zero(), number.negative, number.is_infinite()) {
            (true, ..) => 0,
            (_, true, true) => -2,
            (_, true, false) => -1,
            (_, false, false) => 1,
            (_, false, true) => 2,
        };
        let ranks = rank(self).cmp(&rank(other));
        let (Ordering::Equal, Some((a, first)), Some((b, second))) = (ranks, self.finite(), other.finite()) else {
            return Some(ranks);
        };
        let heads = (digits(a) + first).cmp(&(digits(b) + second));
        let magnitudes = heads.then_with(|| match first >= second {
            true => (a * power_of_ten((first - second) as u64)).cmp(b),
            false => a.cmp(&(b * power_of_ten((second - first) as u64))),
        });
        if self.is_zero() {
            return Some(Ordering::Equal);
        }
        Some(if self.negative { magnitudes.reverse() } else { magnitudes })
    }

    /// The total order of all representations.
    pub fn total_order(&self, other: &Decimal) -> Ordering {
        match (self.negative, other.negative) {
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            _ => {}
        }
        let class = |number: &Decimal| match number.kind {
            Kind::Finite { .. } | Kind::Infinite => 0,
            Kind::Nan { signaling: true, .. } => 1,
            Kind::Nan { .. } => 2,
        };
        let magnitudes = class(self).cmp(&class(other)).then_with(|| match (&self.kind, &other.kind) {
            (Kind::Nan { payload: a, .. }, Kind::Nan { payload: b, .. }) => a.cmp(b),
            _ => {
                let (a, b) = (self.clone().with_sign(false), other.clone().with_sign(false));
                let exponents = || match (self.finite(), other.finite()) {
                    (Some((_, first)), Some((_, second))) => first.cmp(&second),
                    _ => Ordering::Equal,
                };
                a.order(&b).unwrap_or(Ordering::Equal).then_with(exponents)
            }
        });
        if self.negative { magnitudes.reverse() } else { magnitudes }
    }

    /// The same value with another exponent, rounded; invalid if that takes too many digits.
    #[must_use]
    pub fn quantize(&self, like: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(result) = self.of_words(like, context, signals, Word::quantize) {
            return result;
        }
        if let Some(nan) = propagate(&[self, like], context, signals) {
            return nan;
        }
        let ((coefficient, exponent), wanted) = match (self.finite(), like.finite()) {
            (Some(own), Some((_, wanted))) => (own, wanted),
            (None, None) => return self.clone(),
            _ => return invalid(signals),
        };
        if !(context.etiny()..=context.emax).contains(&wanted) {
            return invalid(signals);
        }
        if coefficient.is_zero() {
            return Decimal::new(self.negative, UBig::ZERO, wanted).fit(context, signals);
        }
        let head = exponent + digits(coefficient) - 1;
        if head > context.emax || head - wanted + 1 > context.precision {
            return invalid(signals);
        }
        let (result, exact) = rescale(self.negative, coefficient, exponent, wanted, context.rounding);
        let (kept, _) = result.finite().unwrap_or((coefficient, exponent));
        if result.adjusted().is_some_and(|head| head > context.emax) || digits(kept) > context.precision {
            return invalid(signals);
        }
        if !kept.is_zero() && result.adjusted().is_some_and(|head| head < context.emin) {
            signals.add(Signals::SUBNORMAL);
        }
        if wanted > exponent {
            signals.add(Signals::ROUNDED);
            if !exact {
                signals.add(Signals::INEXACT);
            }
        }
        result.fit(context, signals)
    }

    /// Rounded to an integer, whatever the precision. `exact` says whether dropping digits is signalled.
    #[must_use]
    pub fn to_integral(&self, rounding: Rounding, exact: bool, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self], context, signals) {
            return nan;
        }
        let Some((coefficient, exponent)) = self.finite().filter(|(_, exponent)| *exponent < 0) else {
            return self.clone();
        };
        let (result, same) = rescale(self.negative, coefficient, exponent, 0, rounding);
        if exact && !coefficient.is_zero() {
            signals.add(Signals::ROUNDED);
            if !same {
                signals.add(Signals::INEXACT);
            }
        }
        result
    }

    /// Without trailing zeros.
    #[must_use]
    pub fn reduce(&self, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self], context, signals) {
            return nan;
        }
        let fitting = self.clone().fit(context, signals);
        let Some((coefficient, exponent)) = fitting.finite() else {
            return fitting;
        };
        if coefficient.is_zero() {
            return Decimal::new(fitting.negative, UBig::ZERO, 0);
        }
        let top = if context.clamp { context.etop() } else { context.emax };
        let (coefficient, exponent) = strip(coefficient.clone(), exponent, top);
        Decimal::new(fitting.negative, coefficient, exponent)
    }

    /// The square root.
    #[must_use]
    pub fn sqrt(&self, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self], context, signals) {
            return nan;
        }
        let Some((coefficient, exponent)) = self.finite() else {
            return if self.negative { invalid(signals) } else { self.clone() };
        };
        let ideal = exponent.div_euclid(2);
        if coefficient.is_zero() {
            return Decimal::new(self.negative, UBig::ZERO, ideal).fit(context, signals);
        }
        if self.negative {
            return invalid(signals);
        }
        // One digit more than wanted, and the last one says whether something was left.
        let wanted = context.precision + 1;
        let odd = exponent.rem_euclid(2) != 0;
        let coefficient = if odd { coefficient * 10u8 } else { coefficient.clone() };
        let mut place = ideal;
        let length = (digits(&coefficient) + 1) / 2;
        let shift = wanted - length;
        let (scaled, mut exact) = if shift >= 0 {
            (coefficient * power_of_ten(2 * shift as u64), true)
        } else {
            let (quotient, rest) = coefficient.div_rem(power_of_ten((-2 * shift) as u64));
            (quotient, rest.is_zero())
        };
        place -= shift;
        let mut root = scaled.sqrt();
        exact = exact && &root * &root == scaled;
        if exact {
            (root, place) = strip(root, place, ideal);
            if place > ideal {
                root *= power_of_ten((place - ideal) as u64);
                place = ideal;
            }
        } else if (&root % 5u8) == 0 {
            root += UBig::ONE;
        }
        let context = Context { rounding: Rounding::HalfEven, ..*context };
        Decimal::new(false, root, place).fit(&context, signals)
    }

    /// The next number of the context, upwards or downwards.
    #[must_use]
    pub fn next(&self, up: bool, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self], context, signals) {
            return nan;
        }
        if self.is_infinite() {
            if self.negative != up {
                return self.clone();
            }
            return Decimal::new(self.negative, power_of_ten(context.precision as u64) - UBig::ONE, context.etop());
        }
        let rounding = if up { Rounding::Ceiling } else { Rounding::Floor };
        let context = Context { rounding, ..*context };
        let mut unused = Signals::default();
        let fitting = self.clone().fit(&context, &mut unused);
        if fitting.order(self) != Some(Ordering::Equal) {
            return fitting;
        }
        let step = Decimal::new(!up, UBig::ONE, context.etiny() - 1);
        self.add(&step, &context, &mut unused)
    }

    /// `self * 10**other`
    #[must_use]
    pub fn scale(&self, other: &Decimal, context: &Context, signals: &mut Signals) -> Decimal {
        if let Some(nan) = propagate(&[self, other], context, signals) {
            return nan;
        }
        let limit = 2i64.saturating_mul(context.emax.saturating_add(context.precision)).min(4 * MAX);
        let Some(by) = other.to_i64().filter(|by| other.finite().is_some_and(|(_, e)| e == 0) && by.abs() <= limit)
        else {
            return invalid(signals);
        };
        match self.finite() {
            Some((coefficient, exponent)) => {
                Decimal::new(self.negative, coefficient.clone(), exponent.saturating_add(by)).fit(context, signals)
            }
            None => self.clone(),
        }
    }

    /// The integer that it is, if it is one and fits.
    pub fn to_i64(&self) -> Option<i64> {
        let (coefficient, exponent) = self.finite()?;
        if coefficient.is_zero() {
            return Some(0);
        }
        if !(-40..=20).contains(&exponent) {
            return None;
        }
        let magnitude = if exponent >= 0 {
            coefficient * power_of_ten(exponent as u64)
        } else {
            let (quotient, rest) = coefficient.div_rem(power_of_ten(-exponent as u64));
            rest.is_zero().then_some(quotient)?
        };
        let magnitude = i64::try_from(&magnitude).ok()?;
        Some(if self.negative { -magnitude } else { magnitude })
    }

    /// Whether it is an integer.
    pub fn is_integral(&self) -> bool {
        match self.finite() {
            None => false,
            Some((coefficient, exponent)) => {
                exponent >= 0
                    || coefficient.is_zero()
                    || -exponent <= digits(coefficient) && (coefficient % power_of_ten(-exponent as u64)).is_zero()
            }
        }
    }
}

/// Removes trailing zeros until the exponent is `most`.
pub(super) fn strip(mut coefficient: UBig, mut exponent: i64, most: i64) -> (UBig, i64) {
    // Many at once first: a division by a large power costs as much as one by ten.
    let mut step = 16;
    while step > 0 {
        if exponent + step <= most {
            let (quotient, rest) = (&coefficient).div_rem(power_of_ten(step as u64));
            if rest.is_zero() && !quotient.is_zero() {
                (coefficient, exponent) = (quotient, exponent + step);
                continue;
            }
        }
        step /= 2;
    }
    (coefficient, exponent)
}

/// The value with another exponent, and whether nothing was lost.
fn rescale(negative: bool, coefficient: &UBig, exponent: i64, wanted: i64, rounding: Rounding) -> (Decimal, bool) {
    if wanted <= exponent {
        let coefficient = coefficient * power_of_ten((exponent - wanted) as u64);
        return (Decimal::new(negative, coefficient, wanted), true);
    }
    let (kept, exact) = drop_digits(coefficient, wanted - exponent, negative, rounding);
    (Decimal::new(negative, kept, wanted), exact)
}

/// The exact sum, or one that rounds like it.
fn sum(
    first_negative: bool,
    (a, first): (&UBig, i64),
    second_negative: bool,
    (b, second): (&UBig, i64),
    context: &Context,
) -> Decimal {
    let least = first.min(second);
    if a.is_zero() && b.is_zero() {
        let negative = match first_negative == second_negative {
            true => first_negative,
            false => context.rounding == Rounding::Floor,
        };
        return Decimal::new(negative, UBig::ZERO, least);
    }
    // A zero changes nothing but the exponent, and that no further than there are digits for.
    if a.is_zero() || b.is_zero() {
        let (negative, number, own) =
            if a.is_zero() { (second_negative, b, second) } else { (first_negative, a, first) };
        let wanted = least.max(own - context.precision - 1);
        return rescale(negative, number, own, wanted, context.rounding).0;
    }
    let (high_negative, high, high_place, low_negative, low, low_place) = match first >= second {
        true => (first_negative, a, first, second_negative, b, second),
        false => (second_negative, b, second, first_negative, a, first),
    };
    // A number far below the last digit counts as a trace of it.
    let trace = high_place + (digits(high) - context.precision - 2).min(-1);
    let far = digits(low) + low_place - 1 < trace;
    let one = UBig::ONE;
    let (low, low_place) = if far { (&one, trace) } else { (low, low_place) };
    let high = high * power_of_ten((high_place - low_place) as u64);
    if high_negative == low_negative {
        return Decimal::new(high_negative, high + low, low_place);
    }
    match high.cmp(low) {
        Ordering::Equal => Decimal::new(context.rounding == Rounding::Floor, UBig::ZERO, low_place),
        Ordering::Greater => Decimal::new(high_negative, high - low, low_place),
        Ordering::Less => Decimal::new(low_negative, low - high, low_place),
    }
}
