//! `unicodedata`: what Unicode says of characters.
//!
//! In: characters, names. Out: names, kinds, numbers, normal forms, by the crates that hold the tables.

mod ranges;

use super::{Module, function};
use crate::builtins::argument::shown_type;
use crate::raise;
use crate::unicode;
use crate::value::exception::{Error, raise_with};
use crate::value::native::Row;
use crate::value::native::Takes::{Between, Exactly};
use crate::value::{Gc, Raise, Res, Value};
use unicode_normalization::char::{canonical_combining_class, decompose_canonical, decompose_compatible};
use unicode_normalization::{UnicodeNormalization, is_nfc, is_nfd, is_nfkc, is_nfkd};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("unicodedata", FUNCTIONS);
    module.define("unidata_version", Value::str("14.0.0"));
    module
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("unicodedata", "bidirectional", Exactly(1, bidirectional), "Returns the bidirectional class assigned to the character chr as string."),
    function("unicodedata", "category", Exactly(1, category), "Returns the general category assigned to the character chr as string."),
    function("unicodedata", "combining", Exactly(1, combining), "Returns the canonical combining class assigned to the character chr as integer."),
    function("unicodedata", "decimal", Between(1, 2, decimal), "Converts a Unicode character into its equivalent decimal value."),
    function("unicodedata", "decomposition", Exactly(1, decomposition), "Returns the character decomposition mapping assigned to the character chr as string."),
    function("unicodedata", "digit", Between(1, 2, digit), "Converts a Unicode character into its equivalent digit value."),
    function("unicodedata", "east_asian_width", Exactly(1, east_asian_width), "Returns the east asian width assigned to the character chr as string."),
    function("unicodedata", "is_normalized", Between(2, 2, is_normalized), "Return whether the Unicode string unistr is in the normal form 'form'."),
    function("unicodedata", "lookup", Exactly(1, lookup), "Look up character by name."),
    function("unicodedata", "mirrored", Exactly(1, mirrored), "Returns the mirrored property assigned to the character chr as integer."),
    function("unicodedata", "name", Between(1, 2, name), "Returns the name assigned to the character chr as a string."),
    function("unicodedata", "normalize", Between(2, 2, normalize), "Return the normal form 'form' for the Unicode string unistr."),
    function("unicodedata", "numeric", Between(1, 2, numeric), "Converts a Unicode character into its equivalent numeric value."),
];

/// The only character of a text.
fn letter(function: &str, arguments: &[Value]) -> Result<char, Raise> {
    let value = &arguments[0];
    let number = if arguments.len() > 1 { " 1" } else { "" };
    let mut letters = value.as_str().into_iter().flat_map(str::chars);
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(letter),
        _ => {
            let class = shown_type(value);
            Err(raise!(TypeError, "{function}() argument{number} must be a unicode character, not {class}"))
        }
    }
}

/// A value, or the default, or an error.
fn or_default(found: Option<Value>, arguments: &[Value], message: &str) -> Res {
    match (found, arguments.get(1)) {
        (Some(found), _) => Ok(found),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(raise!(ValueError, "{message}")),
    }
}

fn bidirectional(arguments: &[Value]) -> Res {
    Ok(Value::str(ranges::BIDIRECTIONAL.of(unicode::code_of(letter("bidirectional", arguments)?))))
}

fn east_asian_width(arguments: &[Value]) -> Res {
    Ok(Value::str(ranges::EAST_ASIAN_WIDTH.of(unicode::code_of(letter("east_asian_width", arguments)?))))
}

fn mirrored(arguments: &[Value]) -> Res {
    Ok(Value::int(i64::from(ranges::MIRRORED.of(unicode::code_of(letter("mirrored", arguments)?)) == "1")))
}

/// Whether Unicode had the character by then.
fn is_assigned(letter: char) -> bool {
    ranges::CATEGORY.of(unicode::code_of(letter)) != "Cn"
}

fn category(arguments: &[Value]) -> Res {
    let letter = letter("category", arguments)?;
    let then = ranges::CATEGORY.of(unicode::code_of(letter));
    if !then.is_empty() {
        return Ok(Value::str(then));
    }
    Ok(Value::str(match letter.general_category() {
        GeneralCategory::UppercaseLetter => "Lu",
        GeneralCategory::LowercaseLetter => "Ll",
        GeneralCategory::TitlecaseLetter => "Lt",
        GeneralCategory::ModifierLetter => "Lm",
        GeneralCategory::OtherLetter => "Lo",
        GeneralCategory::NonspacingMark => "Mn",
        GeneralCategory::SpacingMark => "Mc",
        GeneralCategory::EnclosingMark => "Me",
        GeneralCategory::DecimalNumber => "Nd",
        GeneralCategory::LetterNumber => "Nl",
        GeneralCategory::OtherNumber => "No",
        GeneralCategory::ConnectorPunctuation => "Pc",
        GeneralCategory::DashPunctuation => "Pd",
        GeneralCategory::OpenPunctuation => "Ps",
        GeneralCategory::ClosePunctuation => "Pe",
        GeneralCategory::InitialPunctuation => "Pi",
        GeneralCategory::FinalPunctuation => "Pf",
        GeneralCategory::OtherPunctuation => "Po",
        GeneralCategory::MathSymbol => "Sm",
        GeneralCategory::CurrencySymbol => "Sc",
        GeneralCategory::ModifierSymbol => "Sk",
        GeneralCategory::OtherSymbol => "So",
        GeneralCategory::SpaceSeparator => "Zs",
        GeneralCategory::LineSeparator => "Zl",
        GeneralCategory::ParagraphSeparator => "Zp",
        GeneralCategory::Control => "Cc",
        GeneralCategory::Format => "Cf",
        GeneralCategory::Surrogate => "Cs",
        GeneralCategory::PrivateUse => "Co",
        GeneralCategory::Unassigned => "Cn",
    }))
}

fn combining(arguments: &[Value]) -> Res {
    let letter = letter("combining", arguments)?;
    let class = if is_assigned(letter) { canonical_combining_class(letter) } else { 0 };
    Ok(Value::int(class.into()))
}

fn decimal(arguments: &[Value]) -> Res {
    let letter = letter("decimal", arguments)?;
    let value = unicode::decimal_value(letter).filter(|_| is_assigned(letter));
    or_default(value.map(|value| Value::int(value.into())), arguments, "not a decimal")
}

/// The text that a character decomposes into under compatibility.
fn plain(letter: char) -> String {
    let mut out = String::new();
    decompose_compatible(letter, |part| out.push(part));
    out
}

/// The digit that a character shows.
fn digit_value(letter: char) -> Option<u32> {
    let by_place = |first: u32, value: u32| value + u32::from(letter) - first;
    if !is_assigned(letter) {
        return None;
    }
    if let Ok(digit) = ranges::DIGIT.of(unicode::code_of(letter)).parse() {
        return Some(digit);
    }
    unicode::decimal_value(letter).or_else(|| match u32::from(letter) {
        0x2776..=0x277e => Some(by_place(0x2776, 1)),
        0x2780..=0x2788 => Some(by_place(0x2780, 1)),
        0x278a..=0x2792 => Some(by_place(0x278a, 1)),
        0x24f5..=0x24fd => Some(by_place(0x24f5, 1)),
        0x24ff | 0x24ea => Some(0),
        _ if unicode::is_digit(letter) => {
            plain(letter).chars().find(|part| part.is_ascii_digit()).and_then(unicode::decimal_value)
        }
        _ => None,
    })
}

fn digit(arguments: &[Value]) -> Res {
    let value = digit_value(letter("digit", arguments)?);
    or_default(value.map(|value| Value::int(value.into())), arguments, "not a digit")
}

/// The number that a character shows: a digit, a fraction, a Roman or Chinese numeral.
fn number_value(letter: char) -> Option<f64> {
    if let Some(digit) = digit_value(letter) {
        return Some(digit.into());
    }
    if !is_assigned(letter) {
        return None;
    }
    if let Ok(number) = ranges::NUMERIC.of(unicode::code_of(letter)).parse() {
        return Some(number);
    }
    let from = |first: u32| f64::from(u32::from(letter) - first);
    let text = plain(letter);
    if let Some((above, below)) = text.split_once('\u{2044}') {
        let below: f64 = if below.is_empty() { 1.0 } else { below.parse().ok()? };
        return Some(above.parse::<f64>().ok()? / below);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    Some(match u32::from(letter) {
        0x2160..=0x216b => from(0x2160) + 1.0,
        0x2170..=0x217b => from(0x2170) + 1.0,
        0x216c | 0x217c => 50.0,
        0x216d | 0x217d => 100.0,
        0x216e | 0x217e => 500.0,
        0x216f | 0x217f => 1000.0,
        0x3007 | 0x96f6 => 0.0,
        0x4e00 => 1.0,
        0x4e8c => 2.0,
        0x4e09 => 3.0,
        0x56db => 4.0,
        0x4e94 => 5.0,
        0x516d => 6.0,
        0x4e03 => 7.0,
        0x516b => 8.0,
        0x4e5d => 9.0,
        0x5341 => 10.0,
        0x767e => 100.0,
        0x5343 => 1000.0,
        0x4e07 | 0x842c => 10_000.0,
        _ if unicode::is_numeric(letter) && !digits.is_empty() => digits.parse().ok()?,
        _ => return None,
    })
}

fn numeric(arguments: &[Value]) -> Res {
    let value = number_value(letter("numeric", arguments)?);
    or_default(value.map(Value::float), arguments, "not a numeric character")
}

fn decomposition(arguments: &[Value]) -> Res {
    let letter = letter("decomposition", arguments)?;
    if is_hangul(letter) || !is_assigned(letter) {
        return Ok(Value::str(""));
    }
    let mut parts = Vec::new();
    decompose_canonical(letter, |part| parts.push(part));
    let is_canonical = parts != [letter];
    if !is_canonical {
        parts = plain(letter).chars().collect();
        if parts == [letter] {
            return Ok(Value::str(""));
        }
    }
    let code = unicode::code_of(letter);
    let codes = match ranges::MAPPING.of(code) {
        "" => {
            let step = one_step(letter, parts, is_canonical);
            let codes: Vec<String> = step.iter().map(|&part| format!("{:04X}", u32::from(part))).collect();
            codes.join(" ")
        }
        known => known.replace('_', " "),
    };
    let way = if is_canonical { String::new() } else { format!("<{}> ", ranges::COMPATIBILITY.of(code)) };
    Ok(Value::str(&(way + &codes)))
}

/// Syllables are put together by rule, and no table has them.
fn is_hangul(letter: char) -> bool {
    ('\u{ac00}'..='\u{d7a3}').contains(&letter)
}

/// The first step of a decomposition, of which the tables have the last one.
fn one_step(letter: char, full: Vec<char>, is_canonical: bool) -> Vec<char> {
    let composed = |parts: &[char]| parts.iter().collect::<String>().nfc().collect::<Vec<char>>();
    if !is_canonical {
        let parts = composed(&full);
        return if parts.iter().copied().any(is_hangul) { full } else { parts };
    }
    match (&*composed(&[letter]), full.split_last()) {
        // Another name of the same character.
        (&[only], _) if only != letter => vec![only],
        // A character and the last mark.
        (_, Some((&last, first))) if first.len() > 1 => composed(first).into_iter().chain([last]).collect(),
        _ => full,
    }
}

fn lookup(arguments: &[Value]) -> Res {
    let Some(name) = arguments[0].as_str() else {
        let class = shown_type(&arguments[0]);
        return Err(raise!(TypeError, "lookup() argument must be str, not {class}"));
    };
    match unicode_names2::character(name).filter(|&letter| is_assigned(letter)) {
        Some(letter) => Ok(Value::str(letter.encode_utf8(&mut [0; 4]))),
        None => Err(raise_with(Error::KeyError, Value::str(&format!("undefined character name '{name}'")))),
    }
}

fn name(arguments: &[Value]) -> Res {
    let letter = letter("name", arguments)?;
    let known = unicode_names2::name(letter).filter(|_| is_assigned(letter));
    let name = known.map(|name| Value::str(&name.to_string()));
    or_default(name, arguments, "no such name")
}

/// Form and text.
fn form<'a>(function: &str, arguments: &'a [Value]) -> Result<(&'a str, &'a str), Raise> {
    let text = |place: usize| {
        arguments[place].as_str().ok_or_else(|| {
            let (number, class) = (place + 1, shown_type(&arguments[place]));
            raise!(TypeError, "{function}() argument {number} must be str, not {class}")
        })
    };
    Ok((text(0)?, text(1)?))
}

fn normalize(arguments: &[Value]) -> Res {
    let (form, text) = form("normalize", arguments)?;
    let normal: String = match form {
        "NFC" => text.nfc().collect(),
        "NFD" => text.nfd().collect(),
        "NFKC" => text.nfkc().collect(),
        "NFKD" => text.nfkd().collect(),
        _ => return Err(raise!(ValueError, "invalid normalization form")),
    };
    Ok(Value::str(&normal))
}

fn is_normalized(arguments: &[Value]) -> Res {
    let (form, text) = form("is_normalized", arguments)?;
    Ok(Value::bool(match form {
        "NFC" => is_nfc(text),
        "NFD" => is_nfd(text),
        "NFKC" => is_nfkc(text),
        "NFKD" => is_nfkd(text),
        _ => return Err(raise!(ValueError, "invalid normalization form")),
    }))
}
