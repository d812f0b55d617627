//! Text of decimals, and conversion from and to other numbers.

use super::{Context, Decimal, Kind, MAX, Rounding, Signals, digits, power, power_of_ten};
use crate::number::hash::{INFINITY, MODULUS, signed};
use dashu_int::ops::DivRem;
use dashu_int::{IBig, Sign, UBig};
use std::cmp::Ordering;

impl Decimal {
    /// Reads a number exactly as written; none if the text is none.
    pub fn parse(text: &str) -> Option<Decimal> {
        if let Some(number) = Decimal::parse_short(text) {
            return Some(number);
        }
        let text: String = text.trim().chars().filter(|&letter| letter != '_').collect();
        let (negative, rest) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, &text[..]),
        };
        let lower = rest.to_lowercase();
        if lower == "inf" || lower == "infinity" {
            return Some(Decimal::infinity(negative));
        }
        let (signaling, payload) = match (lower.strip_prefix("snan"), lower.strip_prefix("nan")) {
            (Some(payload), _) => (true, Some(payload)),
            (_, payload) => (false, payload),
        };
        if let Some(payload) = payload {
            let payload = if payload.is_empty() { UBig::ZERO } else { number(payload)? };
            return Some(Decimal { negative, kind: Kind::Nan { signaling, payload } });
        }
        let (mantissa, exponent) = match lower.split_once('e') {
            Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
            None => (&lower[..], 0),
        };
        let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.is_empty() && part.is_empty() {
            return None;
        }
        let all = format!("{whole}{part}");
        let coefficient = number(&all)?;
        let exponent = exponent.saturating_sub(part.chars().count() as i64);
        Some(Decimal::new(negative, coefficient, exponent))
    }

    /// Reads a number that is not long and has no exponent; none if the text is anything else.
    fn parse_short(text: &str) -> Option<Decimal> {
        let (negative, rest) = match text.as_bytes() {
            [b'-', rest @ ..] => (true, rest),
            rest => (false, rest),
        };
        // So many digits fit a word.
        if rest.len() > 19 {
            return None;
        }
        let (mut coefficient, mut behind, mut has_point) = (0, 0, false);
        for &letter in rest {
            match letter {
                b'0'..=b'9' => coefficient = coefficient * 10 + u64::from(letter - b'0'),
                b'.' if !has_point => has_point = true,
                _ => return None,
            }
            behind += i64::from(has_point && letter != b'.');
        }
        let has_digits = rest.len() > usize::from(has_point);
        has_digits.then(|| Decimal::new(negative, UBig::from(coefficient), -behind))
    }

    /// An integer.
    pub fn from_integer(n: &IBig) -> Decimal {
        let (sign, magnitude) = n.clone().into_parts();
        Decimal::new(sign == Sign::Negative, magnitude, 0)
    }

    /// The exact value of a float.
    pub fn from_float(x: f64) -> Decimal {
        if x.is_nan() {
            return Decimal::nan().with_sign(x.is_sign_negative());
        }
        if x.is_infinite() {
            return Decimal::infinity(x < 0.0);
        }
        if x == 0.0 {
            return Decimal::new(x.is_sign_negative(), UBig::ZERO, 0);
        }
        let (mantissa, exponent) = crate::number::float::decompose(x);
        let mut magnitude = mantissa.unsigned_abs();
        let mut exponent = i64::from(exponent);
        while magnitude & 1 == 0 && exponent < 0 {
            magnitude >>= 1;
            exponent += 1;
        }
        let magnitude = UBig::from(magnitude);
        match exponent >= 0 {
            true => Decimal::new(x < 0.0, magnitude << exponent as usize, 0),
            // A half is five tenths.
            false => Decimal::new(x < 0.0, magnitude * UBig::from(5u8).pow(-exponent as usize), exponent),
        }
    }

    /// Rounded towards zero; none if it is not finite.
    pub fn to_integer(&self) -> Option<IBig> {
        let (coefficient, exponent) = self.finite()?;
        let magnitude = match exponent >= 0 {
            true => coefficient * power_of_ten(exponent as u64),
            false if -exponent >= digits(coefficient) => UBig::ZERO,
            false => coefficient / power_of_ten(-exponent as u64),
        };
        Some(if self.negative { -IBig::from(magnitude) } else { magnitude.into() })
    }

    /// Numerator and denominator in lowest terms; none if it is not finite.
    pub fn ratio(&self) -> Option<(IBig, IBig)> {
        let (coefficient, exponent) = self.finite()?;
        let sign = if self.negative { Sign::Negative } else { Sign::Positive };
        if coefficient.is_zero() {
            return Some((IBig::ZERO, IBig::ONE));
        }
        if exponent >= 0 {
            return Some((IBig::from_parts(sign, coefficient * power_of_ten(exponent as u64)), IBig::ONE));
        }
        let mut num = coefficient.clone();
        let (mut twos, mut fives) = (-exponent, -exponent);
        let common = num.trailing_zeros().map_or(0, |zeros| (zeros as i64).min(twos));
        num >>= common as usize;
        twos -= common;
        while fives > 0 {
            let (fifth, rest) = (&num).div_rem(UBig::from(5u8));
            if !rest.is_zero() {
                break;
            }
            num = fifth;
            fives -= 1;
        }
        let den = power(5, fives as u64) * power(2, twos as u64);
        Some((IBig::from_parts(sign, num), den.into()))
    }

    /// How it compares with a fraction; none if it is not finite.
    pub fn order_with_ratio(&self, num: &IBig, den: &IBig) -> Option<Ordering> {
        // Where the sizes are far apart, nothing need be computed.
        let lengths = |number: &IBig| digits(&number.clone().into_parts().1);
        let (head, length) = (self.adjusted()?, lengths(num) - lengths(den));
        if !self.is_zero() && (head > length + 2 || head < length - 3) && !num.is_zero() {
            let (negative, other) = (self.negative, num.sign() == Sign::Negative);
            return Some(match (negative, other) {
                (false, true) => Ordering::Greater,
                (true, false) => Ordering::Less,
                _ if (head > length) != negative => Ordering::Greater,
                _ => Ordering::Less,
            });
        }
        let (own, own_den) = self.ratio()?;
        Some((own * den).cmp(&(num * own_den)))
    }

    /// Scientific notation (`str(x)`), or with exponents that are multiples of three.
    pub fn to_text(&self, engineering: bool, capitals: bool) -> String {
        let sign = if self.negative { "-" } else { "" };
        match &self.kind {
            Kind::Infinite => format!("{sign}Infinity"),
            Kind::Nan { signaling, payload } => {
                let name = if *signaling { "sNaN" } else { "NaN" };
                let payload = if payload.is_zero() { String::new() } else { payload.to_string() };
                format!("{sign}{name}{payload}")
            }
            Kind::Finite { coefficient, exponent } => {
                let mut word = itoa::Buffer::new();
                let long;
                let text = match u64::try_from(coefficient) {
                    Ok(number) => word.format(number),
                    Err(_) => {
                        long = coefficient.to_string();
                        &long
                    }
                };
                let left = exponent + text.len() as i64;
                let point = if *exponent <= 0 && left > -6 {
                    left
                } else if !engineering {
                    1
                } else if coefficient.is_zero() {
                    (left + 1).rem_euclid(3) - 1
                } else {
                    (left - 1).rem_euclid(3) + 1
                };
                let mut out = String::with_capacity(text.len() + 8);
                out.push_str(sign);
                push_with_point(&mut out, text, point);
                if left != point {
                    out.push(if capitals { 'E' } else { 'e' });
                    out.push_str(&format!("{:+}", left - point));
                }
                out
            }
        }
    }

    /// Digits before and behind the point and the exponent to be written, for a presentation type of `e`, `f`, `g` or `%`; of a
    /// finite number.
    pub fn presented(&self, kind: char, precision: Option<i64>, rounding: Rounding) -> (String, String, Option<i64>) {
        let (coefficient, exponent) = self.finite().map_or((UBig::ZERO, 0), |(c, e)| (c.clone(), e));
        let mut number = (coefficient, if kind == '%' { exponent + 2 } else { exponent });
        let scientific = matches!(kind, 'e' | 'E');
        let general = matches!(kind, 'g' | 'G');
        if let Some(precision) = precision {
            number = match kind {
                'e' | 'E' => self.rounded_to(number, precision + 1, rounding),
                'f' | 'F' | '%' => {
                    let wanted = -precision;
                    self.moved_to(number, wanted, rounding)
                }
                _ if digits(&number.0) > precision.max(1) => self.rounded_to(number, precision.max(1), rounding),
                _ => number,
            };
        }
        let (mut coefficient, mut exponent) = number;
        if coefficient.is_zero() && exponent > 0 && matches!(kind, 'f' | 'F' | '%') {
            (coefficient, exponent) = (UBig::ZERO, 0);
        }
        let text = coefficient.to_string();
        let left = exponent + text.len() as i64;
        let point = if scientific {
            if coefficient.is_zero() && precision.is_some() { 1 - precision.unwrap_or(0) } else { 1 }
        } else if !general || exponent <= 0 && left > -6 {
            left
        } else {
            1
        };
        let (whole, part) = if point < 0 {
            ("0".to_string(), format!("{}{text}", "0".repeat(-point as usize)))
        } else if point > text.len() as i64 {
            (format!("{text}{}", "0".repeat(point as usize - text.len())), String::new())
        } else {
            let (whole, part) = text.split_at(point as usize);
            (if whole.is_empty() { "0" } else { whole }.to_string(), part.to_string())
        };
        let written = (scientific || general && left != point).then_some(left - point);
        (whole, part, written)
    }

    fn rounded_to(&self, (coefficient, exponent): (UBig, i64), count: i64, rounding: Rounding) -> (UBig, i64) {
        if coefficient.is_zero() {
            return (coefficient, exponent);
        }
        let drop = digits(&coefficient) - count;
        let moved = self.moved_to((coefficient, exponent), exponent + drop, rounding);
        match digits(&moved.0) > count {
            true => (moved.0 / 10u8, moved.1 + 1),
            false => moved,
        }
    }

    fn moved_to(&self, (coefficient, exponent): (UBig, i64), wanted: i64, rounding: Rounding) -> (UBig, i64) {
        if wanted <= exponent {
            return (coefficient * power_of_ten((exponent - wanted) as u64), wanted);
        }
        (super::drop_digits(&coefficient, wanted - exponent, self.negative, rounding).0, wanted)
    }

    /// Rounds a number given by a script to what the implementation can hold; `false` if it cannot.
    pub fn is_representable(&self) -> bool {
        match self.finite() {
            None => true,
            Some((coefficient, exponent)) => {
                let count = digits(coefficient);
                count <= MAX && (-MAX - MAX..=MAX).contains(&exponent) && exponent + count - 1 <= MAX
            }
        }
    }

    /// The hash that equal numbers of other types have; none of NaNs.
    pub fn hash(&self) -> Option<i64> {
        match &self.kind {
            Kind::Nan { .. } => None,
            Kind::Infinite => Some(if self.negative { -INFINITY } else { INFINITY }),
            Kind::Finite { coefficient, exponent } => {
                let power = |base: u64, mut n: u64| {
                    let (mut result, mut base) = (1u128, u128::from(base));
                    while n > 0 {
                        if n & 1 == 1 {
                            result = result * base % u128::from(MODULUS);
                        }
                        base = base * base % u128::from(MODULUS);
                        n >>= 1;
                    }
                    result as u64
                };
                // The inverse of ten is a power of ten, by Fermat.
                let scale = match *exponent >= 0 {
                    true => power(10, exponent.unsigned_abs()),
                    false => power(power(10, MODULUS - 2), exponent.unsigned_abs()),
                };
                let head: u64 = coefficient % MODULUS;
                let residue = (u128::from(head) * u128::from(scale) % u128::from(MODULUS)) as u64;
                Some(signed(residue, self.negative))
            }
        }
    }
}

/// Digits of any script as a coefficient.
fn number(text: &str) -> Option<UBig> {
    let mut digits = String::with_capacity(text.len());
    for letter in text.chars() {
        let value = letter.to_digit(10).or_else(|| crate::unicode::decimal_value(letter))?;
        digits.push(char::from_digit(value, 10)?);
    }
    if digits.is_empty() { None } else { UBig::from_str_radix(&digits, 10).ok() }
}

fn exponent_of(text: &str) -> Option<i64> {
    let (negative, rest) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let magnitude = number(rest)?;
    let magnitude = i64::try_from(&magnitude).unwrap_or(4 * MAX).min(4 * MAX);
    Some(if negative { -magnitude } else { magnitude })
}

/// Digits with a point behind so many of them, and zeros where there are none.
fn push_with_point(out: &mut String, text: &str, point: i64) {
    let zeros = |out: &mut String, count: u64| out.extend(std::iter::repeat_n('0', count as usize));
    if point <= 0 {
        out.push_str("0.");
        zeros(out, point.unsigned_abs());
        out.push_str(text);
    } else if point >= text.len() as i64 {
        out.push_str(text);
        zeros(out, point as u64 - text.len() as u64);
    } else {
        let (whole, part) = text.split_at(point as usize);
        out.push_str(whole);
        out.push('.');
        out.push_str(part);
    }
}

impl Context {
    /// Rounds a number that a script wrote, as the context's `create_decimal` does.
    pub fn create(&self, number: Decimal, signals: &mut Signals) -> Decimal {
        if let Kind::Nan { payload, .. } = &number.kind
            && digits(payload) > self.precision - i64::from(self.clamp)
            && !payload.is_zero()
        {
            signals.add(Signals::CONVERSION_SYNTAX);
            signals.add(Signals::INVALID);
            return Decimal::nan();
        }
        number.fit(self, signals)
    }
}
