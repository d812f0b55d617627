//! The format specifications of decimals.

use super::{context, this};
use crate::builtins::argument::room;
use crate::number::decimal::{Decimal, Rounding};
use crate::number::format::spec::{self, Align, Defaults, Grouping, Spec};
use crate::raise;
use crate::value::{Raise, Res, Value};

/// `Decimal.__format__(spec)`
pub fn format(arguments: &[Value]) -> Res {
    let number = this(&arguments[0])?;
    let Some(text) = arguments[1].as_str() else {
        return Err(raise!(TypeError, "format arg must be str"));
    };
    let (rounding, capitals) = context::under(None, |context, _| (context.rounding, context.capitals))?;
    let defaults = Defaults { type_name: "decimal.Decimal", align: Align::Right, kind: None };
    let mut spec = spec::parse(text, defaults).map_err(|_| wrong())?;
    if has_zero(text)? && number.finite().is_none() {
        (spec.fill, spec.align) = (' ', Align::Right);
    }
    Ok(Value::str(&formatted(&number, &spec, rounding, capitals)?))
}

/// Whether a zero stands in front of the width; with an alignment it is an error.
fn has_zero(spec: &str) -> Result<bool, Raise> {
    let is_align = |c: Option<char>| c.is_some_and(|c| "<>=^".contains(c));
    let filled = is_align(spec.chars().nth(1));
    let aligned = filled || is_align(spec.chars().next());
    let skipped = usize::from(filled) + usize::from(aligned);
    let rest: String = spec.chars().skip(skipped).collect();
    let zero = rest.trim_start_matches(['+', '-', ' ', 'z', '#']).starts_with('0');
    if aligned && zero { Err(wrong()) } else { Ok(zero) }
}

fn wrong() -> Raise {
    raise!(ValueError, "invalid format string")
}

fn formatted(number: &Decimal, spec: &Spec, rounding: Rounding, capitals: bool) -> Result<String, Raise> {
    room(spec.width.unwrap_or(0), 4)?;
    let kind = spec.kind.unwrap_or(if capitals { 'G' } else { 'g' });
    if spec.grouping == Some(Grouping::Underscore) || !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') {
        return Err(wrong());
    }
    let mut negative = number.negative;
    let special = number.finite().is_none();
    let mut body = if special {
        number.clone().with_sign(false).to_text(false, capitals) + if kind == '%' { "%" } else { "" }
    } else {
        let precision = spec.precision.map(|precision| precision as i64);
        // Zeros up to the point, and behind it.
        let zeros =
            number.finite().filter(|_| matches!(kind, 'f' | 'F' | '%')).map_or(0, |(_, exponent)| match precision {
                Some(_) => exponent.max(0),
                None => exponent.abs(),
            });
        room(zeros.saturating_add(precision.unwrap_or(0)) as usize, 2)?;
        let like = if kind == 'n' { 'g' } else { kind };
        let (whole, part, exponent) = number.presented(like, precision, rounding);
        if spec.no_negative_zero && whole.bytes().chain(part.bytes()).all(|digit| digit == b'0') {
            negative = false;
        }
        let sign_width = usize::from(negative || spec.sign.is_some_and(|sign| sign != '-'));
        let mut rest = String::new();
        if !part.is_empty() {
            rest.push('.');
            rest.push_str(&part);
        }
        if let Some(exponent) = exponent {
            rest.push(if kind.is_uppercase() { 'E' } else { 'e' });
            rest.push_str(&format!("{exponent:+}"));
        }
        if kind == '%' {
            rest.push('%');
        }
        let padded = spec.fill == '0' && spec.align == Align::AfterSign;
        let left = if padded { spec.width.unwrap_or(0).saturating_sub(sign_width + rest.len()) } else { 0 };
        grouped(&whole, spec.grouping, left) + &rest
    };
    let sign = match (negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    };
    let missing = spec.width.unwrap_or(0).saturating_sub(sign.len() + body.chars().count());
    let fill = |count: usize| spec.fill.to_string().repeat(count);
    body = match spec.align {
        Align::Left => format!("{sign}{body}{}", fill(missing)),
        Align::Right => format!("{}{sign}{body}", fill(missing)),
        Align::Center => format!("{}{sign}{body}{}", fill(missing / 2), fill(missing - missing / 2)),
        Align::AfterSign => format!("{sign}{}{body}", fill(missing)),
    };
    Ok(body)
}

/// Digits in groups of three, with zeros in front to fill the room.
fn grouped(whole: &str, grouping: Option<Grouping>, room: usize) -> String {
    if grouping.is_none() {
        return "0".repeat(room.saturating_sub(whole.len())) + whole;
    }
    let mut count = whole.len();
    // A separator never comes first.
    while count + (count - 1) / 3 < room {
        count += 1;
    }
    let digits = "0".repeat(count - whole.len()) + whole;
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
