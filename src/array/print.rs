//! Arrays as text, as numpy shows them.
//!
//! In: an array and options. Out: nested rows, every element as wide as the widest, floats with no more digits than tell
//! them apart, long arrays with their middle left out.

use super::dtype::{Class, DType};
use super::ndarray::{Array, shown_as_tuple};
use super::scalar::Scalar;
use crate::number::digits;
use std::cell::RefCell;

/// What `set_printoptions` sets.
#[derive(Clone, Debug)]
pub struct Options {
    /// The most digits after the point.
    pub precision: usize,
    /// Arrays of more elements are shortened.
    pub threshold: usize,
    /// So many elements are left at each end then.
    pub edge: usize,
    /// How long lines get.
    pub width: usize,
    /// Whether small floats are written without exponents.
    pub suppress: bool,
    /// `-`, `+` or a space.
    pub sign: char,
    /// `fixed`, `unique`, `maxprec` or `maxprec_equal`.
    pub mode: Mode,
    /// What is not a number.
    pub nan: String,
    /// What is infinite.
    pub infinite: String,
}

/// How many digits floats have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Always as many as the precision says.
    Fixed,
    /// As many as tell them apart.
    Unique,
    /// As many as tell them apart, and no more than the precision says.
    Most,
    /// The same number for all.
    Equal,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            precision: 8,
            threshold: 1000,
            edge: 3,
            width: 75,
            suppress: false,
            sign: '-',
            mode: Mode::Most,
            nan: "nan".into(),
            infinite: "inf".into(),
        }
    }
}

/// Digits of a magnitude and where the point stands among them.
fn shortest(value: f64, is_single: bool) -> (String, i32) {
    let digits = if is_single { digits::shortest_single(value as f32) } else { digits::shortest(value) };
    (digits.text, digits.point)
}

/// Whole and fractional digits of a magnitude, with at most `most` of the latter; cut ones are rounded.
fn positional(value: f64, is_single: bool, most: usize, unique: bool) -> (String, String) {
    let (text, point) = shortest(value, is_single);
    let text = if value == 0.0 { String::new() } else { text };
    let after = (text.len() as i32 - point).max(0) as usize;
    if !unique || after > most {
        let fixed = digits::fixed(value, most);
        let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
        let fraction = if unique { fraction.trim_end_matches('0') } else { fraction };
        return (whole.to_owned(), fraction.to_owned());
    }
    if point <= 0 {
        let zeros = if text.is_empty() { 0 } else { -point as usize };
        return ("0".into(), "0".repeat(zeros) + &text);
    }
    let point = point as usize;
    match text.len() > point {
        true => (text[..point].into(), text[point..].into()),
        false => (text.clone() + &"0".repeat(point - text.len()), String::new()),
    }
}

/// The digit before the point, those after it, and the exponent.
fn scientific(value: f64, is_single: bool, most: usize, unique: bool) -> (String, String, i32) {
    let (mut text, mut point) = shortest(value, is_single);
    if text.len() > most + 1 || !unique {
        let cut = digits::significant(value, most + 1);
        (text, point) = (cut.text, cut.point);
        if unique {
            let kept = text.trim_end_matches('0').len().max(1);
            text.truncate(kept);
        }
    }
    if value == 0.0 {
        point = 1;
    }
    (text[..1].into(), text[1..].into(), point - 1)
}

fn exponent_text(exponent: i32, digits: usize) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("e{sign}{:0digits$}", exponent.unsigned_abs())
}

/// How the floats of an array are written.
struct Floats<'a> {
    options: &'a Options,
    sign: char,
    is_single: bool,
    exponent: Option<usize>,
    precision: usize,
    least: usize,
    left: usize,
    right: usize,
    unique: bool,
    pad_zeros: bool,
}

impl<'a> Floats<'a> {
    fn new(options: &'a Options, values: &[f64], is_single: bool, sign: char) -> Floats<'a> {
        let unique = options.mode != Mode::Fixed;
        let precision = if options.mode == Mode::Unique { 1000 } else { options.precision };
        let mut format = Floats {
            options,
            sign,
            is_single,
            exponent: None,
            precision,
            least: 0,
            left: 0,
            right: 0,
            unique,
            pad_zeros: false,
        };
        let finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        if finite.is_empty() {
            format.unique = true;
        } else if format.wants_exponent(&finite) {
            let parts: Vec<_> = finite.iter().map(|&value| scientific(value, is_single, precision, unique)).collect();
            let digits = |exponent: i32| exponent.unsigned_abs().to_string().len().max(2);
            format.exponent = parts.iter().map(|part| digits(part.2)).max();
            format.precision = parts.iter().map(|part| part.1.len()).max().unwrap_or(0);
            format.least = format.precision;
            format.pad_zeros = true;
            let signs = finite.iter().map(|&value| format.sign_of(value).len());
            format.left = signs.zip(&parts).map(|(sign, part)| sign + part.0.len()).max().unwrap_or(0);
            format.right = format.exponent.unwrap_or(0) + 2 + format.precision;
        } else {
            let parts: Vec<_> = finite.iter().map(|&value| positional(value, is_single, precision, unique)).collect();
            let signs = finite.iter().map(|&value| format.sign_of(value).len());
            format.left = signs.zip(&parts).map(|(sign, part)| sign + part.0.len()).max().unwrap_or(0);
            format.right = parts.iter().map(|part| part.1.len()).max().unwrap_or(0);
            if matches!(options.mode, Mode::Fixed | Mode::Equal) {
                (format.precision, format.least, format.pad_zeros) = (format.right, format.right, true);
            }
        }
        if !finite.is_empty() && sign == ' ' && !finite.iter().any(|value| value.is_sign_negative()) {
            format.left += 1;
        }
        if finite.len() != values.len() {
            let negative = sign != '-' || values.contains(&f64::NEG_INFINITY);
            let offset = format.right + 1;
            let widest = options.nan.len().max(options.infinite.len() + usize::from(negative));
            format.left = format.left.max(widest.saturating_sub(offset));
        }
        format
    }

    fn wants_exponent(&self, finite: &[f64]) -> bool {
        let magnitudes = || finite.iter().map(|value| value.abs()).filter(|&value| value != 0.0);
        let largest = magnitudes().fold(0.0, f64::max);
        let smallest = magnitudes().fold(f64::INFINITY, f64::min);
        // So many digits a number of this precision has for sure.
        let most = if self.is_single { 1e6 } else { 1e8 };
        largest != 0.0
            && (largest >= most || (!self.options.suppress && (smallest < 0.0001 || largest / smallest > 1000.0)))
    }

    fn sign_of(&self, value: f64) -> &'static str {
        match self.sign {
            _ if value.is_sign_negative() => "-",
            '+' => "+",
            _ => "",
        }
    }

    fn write(&self, value: f64) -> String {
        if !value.is_finite() {
            let sign = match value {
                _ if self.sign == '+' && (value >= 0.0 || value.is_nan()) => "+",
                _ if value < 0.0 => "-",
                _ => "",
            };
            let name = if value.is_nan() { &self.options.nan } else { &self.options.infinite };
            return format!("{:>width$}", format!("{sign}{name}"), width = self.left + self.right + 1);
        }
        let sign = self.sign_of(value);
        match self.exponent {
            Some(size) => {
                let mut parts = scientific(value, self.is_single, self.precision, self.unique);
                if parts.1.len() < self.least && value != 0.0 {
                    // What follows the digits that tell the number from others are those of its exact value.
                    parts = scientific(value, self.is_single, self.least, false);
                }
                let (whole, mut fraction, exponent) = parts;
                fraction += &"0".repeat(self.least.saturating_sub(fraction.len()));
                let whole = format!("{sign}{whole}");
                format!("{whole:>width$}.{fraction}{}", exponent_text(exponent, size), width = self.left)
            }
            None => {
                let (mut whole, mut fraction) = positional(value, self.is_single, self.precision, self.unique);
                if self.pad_zeros {
                    if fraction.len() < self.least {
                        (whole, fraction) = positional(value, self.is_single, self.least, false);
                    }
                    fraction += &"0".repeat(self.least.saturating_sub(fraction.len()));
                }
                let whole = format!("{sign}{whole}");
                format!("{whole:>left$}.{fraction:<right$}", left = self.left, right = self.right)
            }
        }
    }
}

/// How the elements of an array are written.
enum Elements<'a> {
    /// As somebody else wrote them, in the order in which they are shown.
    Given(RefCell<std::vec::IntoIter<String>>),
    Truths(usize),
    Whole(Option<char>, usize),
    Floats(Floats<'a>),
    Complex(Floats<'a>, Floats<'a>),
}

impl<'a> Elements<'a> {
    fn new(options: &'a Options, array: &Array, values: &[Scalar]) -> Elements<'a> {
        match array.dtype().class() {
            Class::Bool => Elements::Truths(if array.rank() == 0 { 0 } else { 5 }),
            Class::Signed | Class::Unsigned => {
                let sign = (options.sign != '-').then_some(options.sign);
                Elements::Whole(sign, values.iter().map(|value| whole_text(*value, sign).len()).max().unwrap_or(0))
            }
            Class::Float => {
                let floats: Vec<f64> = values.iter().map(|value| value.float()).collect();
                Elements::Floats(Floats::new(options, &floats, array.dtype() == DType::F32, options.sign))
            }
            Class::Complex => {
                let is_single = array.dtype() == DType::C64;
                let part = |of: fn(super::element::C128) -> f64| -> Vec<f64> {
                    values.iter().map(|value| of(value.complex())).collect()
                };
                let (re, im) = (part(|z| z.re), part(|z| z.im));
                Elements::Complex(
                    Floats::new(options, &re, is_single, options.sign),
                    Floats::new(options, &im, is_single, '+'),
                )
            }
            Class::Reference => Elements::Given(RefCell::new(Vec::new().into_iter())),
        }
    }

    fn write(&self, value: Scalar) -> String {
        match self {
            Elements::Given(texts) => texts.borrow_mut().next().unwrap_or_default(),
            Elements::Truths(width) => format!("{:>width$}", if value.truth() { "True" } else { "False" }),
            Elements::Whole(sign, width) => format!("{:>width$}", whole_text(value, *sign)),
            Elements::Floats(floats) => floats.write(value.float()),
            Elements::Complex(re, im) => {
                let value = value.complex();
                let imaginary = im.write(value.im);
                let end = imaginary.trim_end().len();
                format!("{}{}j{}", re.write(value.re), &imaginary[..end], &imaginary[end..])
            }
        }
    }
}

/// A whole number; `sign` stands before one that is not below zero.
fn whole_text(value: Scalar, sign: Option<char>) -> String {
    let whole = value.integer().unwrap_or(0);
    match sign {
        Some(sign) if whole >= 0 => format!("{sign}{whole}"),
        _ => whole.to_string(),
    }
}

/// The elements that are shown of a long array.
fn edges(array: &Array, edge: usize) -> Vec<Scalar> {
    let mut places: Vec<usize> = vec![0];
    for &length in array.shape() {
        let shown: Vec<usize> = match length > 2 * edge {
            true => (0..edge).chain(length - edge..length).collect(),
            false => (0..length).collect(),
        };
        places = places.iter().flat_map(|&place| shown.iter().map(move |&next| place * length + next)).collect();
    }
    places.into_iter().map(|place| array.at(place)).collect()
}

struct Writer<'a> {
    array: &'a Array,
    elements: Elements<'a>,
    separator: &'a str,
    edge: usize,
    is_short: bool,
}

impl Writer<'_> {
    /// Which places of a dimension are shown: all, or some at both ends with a gap between.
    fn shown(&self, length: usize) -> (Vec<usize>, Option<usize>) {
        match self.is_short && 2 * self.edge < length {
            true => ((0..self.edge).chain(length - self.edge..length).collect(), Some(self.edge)),
            false => ((0..length).collect(), None),
        }
    }

    fn write(&self, axis: usize, start: usize, indent: &str, width: usize) -> String {
        let left = self.array.rank() - axis;
        if left == 0 {
            return self.elements.write(self.array.at(start));
        }
        let length = self.array.shape()[axis];
        let inner: usize = self.array.shape()[axis + 1..].iter().product();
        let (places, gap) = self.shown(length);
        let next_indent = format!("{indent} ");
        let next_width = width.saturating_sub(1);
        let mut text = String::new();
        if left == 1 {
            let room = width.saturating_sub(self.separator.trim_end().len().max(1));
            let mut line = indent.to_owned();
            let mut extend = |word: &str, line: &mut String| {
                if line.len() + word.len() > room && line.len() > indent.len() {
                    text += line.trim_end();
                    text += "\n";
                    *line = indent.to_owned();
                }
                *line += word;
            };
            for (number, &place) in places.iter().enumerate() {
                if gap == Some(number) {
                    extend("...", &mut line);
                    line += self.separator;
                }
                extend(&self.write(axis + 1, start + place, &next_indent, next_width), &mut line);
                if number + 1 < places.len() {
                    line += self.separator;
                }
            }
            if gap == Some(places.len()) {
                extend("...", &mut line);
            }
            text += &line;
        } else {
            let between = self.separator.trim_end().to_owned() + &"\n".repeat(left - 1);
            for (number, &place) in places.iter().enumerate() {
                if gap == Some(number) {
                    text += indent;
                    text += "...";
                    text += &between;
                }
                text += indent;
                text += &self.write(axis + 1, start + place * inner, &next_indent, next_width);
                if number + 1 < places.len() {
                    text += &between;
                }
            }
        }
        format!("[{}]", &text[indent.len().min(text.len())..])
    }
}

/// What stands between elements, and how much room is taken before and behind the text where it is shown.
pub struct Around<'a> {
    /// What stands between elements.
    pub separator: &'a str,
    /// The room before the text.
    pub prefix: usize,
    /// The room behind it.
    pub suffix: usize,
}

impl Around<'_> {
    /// Nothing but a space between elements.
    pub const NOTHING: Around<'static> = Around { separator: " ", prefix: 0, suffix: 0 };
}

/// The elements of an array that are shown, in order.
pub fn shown(array: &Array, options: &Options) -> Vec<Scalar> {
    if array.size() == 0 { Vec::new() } else { edges(array, edge(array, options)) }
}

/// How many elements are shown at each end of a dimension.
fn edge(array: &Array, options: &Options) -> usize {
    if array.size() > options.threshold { options.edge } else { usize::MAX / 4 }
}

/// Rows of elements; they are written as `texts` says, if it is given.
pub fn rows(array: &Array, options: &Options, around: &Around<'_>, texts: Option<Vec<String>>) -> String {
    if array.size() == 0 {
        return "[]".into();
    }
    let elements = match texts {
        Some(texts) => Elements::Given(RefCell::new(texts.into_iter())),
        None => Elements::new(options, array, &shown(array, options)),
    };
    let is_short = array.size() > options.threshold;
    let writer = Writer { array, elements, separator: around.separator, edge: edge(array, options), is_short };
    let indent = " ".repeat(around.prefix + 1);
    writer.write(0, 0, &indent, options.width.saturating_sub(around.suffix))
}

/// `repr(array)`
pub fn repr(array: &Array, options: &Options, texts: Option<Vec<String>>) -> String {
    const PREFIX: &str = "array(";
    let rows = rows(array, options, &Around { separator: ", ", prefix: PREFIX.len(), suffix: 1 }, texts);
    let mut more = Vec::new();
    if (array.size() == 0 && array.shape() != [0]) || array.size() > options.threshold {
        more.push(format!("shape={}", shown_as_tuple(array.shape())));
    }
    let is_implied = matches!(array.dtype(), DType::Bool | DType::I64 | DType::F64 | DType::C128);
    if !is_implied || array.size() == 0 {
        let quote = if array.dtype().is_text() { "'" } else { "" };
        more.push(format!("dtype={quote}{}{quote}", array.dtype()));
    }
    if more.is_empty() {
        return format!("{PREFIX}{rows})");
    }
    let text = format!("{PREFIX}{rows},");
    let more = more.join(", ") + ")";
    let last = text.len() - text.rfind('\n').map_or(0, |place| place + 1);
    match last + more.len() + 1 > options.width {
        true => format!("{text}\n{}{more}", " ".repeat(PREFIX.len())),
        false => format!("{text} {more}"),
    }
}

/// `str(array)`
pub fn str(array: &Array, options: &Options, texts: Option<Vec<String>>) -> String {
    match array.rank() {
        0 => scalar(array.only()),
        _ => rows(array, options, &Around::NOTHING, texts),
    }
}

fn float_text(value: f64, is_single: bool, point_zero: bool) -> String {
    if !value.is_finite() {
        return if value.is_nan() {
            "nan"
        } else if value > 0.0 {
            "inf"
        } else {
            "-inf"
        }
        .into();
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let magnitude = value.abs();
    let limit = if is_single { 1e6 } else { 1e16 };
    if magnitude != 0.0 && !(1e-4..limit).contains(&magnitude) {
        let (whole, fraction, exponent) = scientific(value, is_single, 1000, true);
        let point = if fraction.is_empty() { "" } else { "." };
        return format!("{sign}{whole}{point}{fraction}{}", exponent_text(exponent, 2));
    }
    let (whole, fraction) = positional(value, is_single, 1000, true);
    match (fraction.is_empty(), point_zero) {
        (true, true) => format!("{sign}{whole}.0"),
        (true, false) => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    }
}

/// `str(scalar)`
pub fn scalar(value: Scalar) -> String {
    match value.dtype() {
        DType::Bool => if value.truth() { "True" } else { "False" }.into(),
        DType::F32 | DType::F64 => float_text(value.float(), value.dtype() == DType::F32, true),
        DType::C64 | DType::C128 => {
            let is_single = value.dtype() == DType::C64;
            let z = value.complex();
            let imaginary = float_text(z.im, is_single, false);
            if z.re == 0.0 && z.re.is_sign_positive() {
                return format!("{imaginary}j");
            }
            let plus = if imaginary.starts_with('-') { "" } else { "+" };
            format!("({}{plus}{imaginary}j)", float_text(z.re, is_single, false))
        }
        _ => whole_text(value, None),
    }
}

/// `repr(scalar)`
pub fn scalar_repr(value: Scalar) -> String {
    match value.dtype() {
        DType::Bool => format!("np.{}_", scalar(value)),
        DType::C64 | DType::C128 => {
            let text = scalar(value);
            let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(&text);
            format!("np.{}({text})", value.dtype())
        }
        dtype => format!("np.{dtype}({})", scalar(value)),
    }
}
