//! How arrays are shown.
//!
//! In: options. Out: texts.

use super::argument::{any_array, bind, given, whole};
use super::function;
use crate::array::print::{self, Around, Mode, Options};
use crate::raise;
use crate::value::array::{formatter, options, set_formatter, set_options, written};
use crate::value::dict::Dict;
use crate::value::native::Row;
use crate::value::{Arguments, Raise, Res, Value, ops};

pub static FUNCTIONS: &[Row] =
    &[function("set_print", set), function("get_print", |_| get()), function("array2text", text)];

const NAMES: [&str; 10] = [
    "precision",
    "threshold",
    "edgeitems",
    "linewidth",
    "suppress",
    "nanstr",
    "infstr",
    "sign",
    "floatmode",
    "formatter",
];

fn count(value: &Value, default: usize) -> Result<usize, Raise> {
    match given(value).and_then(Value::as_float) {
        Some(float) if float > 1e15 => Ok(usize::MAX / 4),
        Some(float) => Ok(float.max(0.0) as usize),
        None => Ok(whole(value, default as i64)?.max(0) as usize),
    }
}

fn changed(mut options: Options, values: &[Value; 10]) -> Result<Options, Raise> {
    let [precision, threshold, edge, width, suppress, nan, infinite, sign, mode, _formatter] = values;
    options.precision = count(precision, options.precision)?;
    options.threshold = count(threshold, options.threshold)?;
    options.edge = count(edge, options.edge)?;
    options.width = count(width, options.width)?;
    if let Some(suppress) = given(suppress) {
        options.suppress = ops::truth(suppress)?;
    }
    if let Some(text) = given(nan).and_then(Value::as_str) {
        options.nan = text.into();
    }
    if let Some(text) = given(infinite).and_then(Value::as_str) {
        options.infinite = text.into();
    }
    if let Some(sign) = given(sign).and_then(Value::as_str).and_then(|text| text.chars().next()) {
        options.sign = sign;
    }
    if let Some(name) = given(mode).and_then(Value::as_str) {
        options.mode = match name {
            "fixed" => Mode::Fixed,
            "unique" => Mode::Unique,
            "maxprec" => Mode::Most,
            "maxprec_equal" => Mode::Equal,
            _ => {
                return Err(raise!(
                    ValueError,
                    "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\""
                ));
            }
        };
    }
    Ok(options)
}

fn set(arguments: &Arguments<'_>) -> Res {
    let values = bind(arguments, "set_printoptions", NAMES)?;
    set_options(changed(options(), &values)?);
    // Unlike the other options, this one goes where it is not given.
    set_formatter(given(&values[NAMES.len() - 1]).cloned().unwrap_or(Value::None));
    Ok(Value::None)
}

fn get() -> Res {
    let options = options();
    let mode = match options.mode {
        Mode::Fixed => "fixed",
        Mode::Unique => "unique",
        Mode::Most => "maxprec",
        Mode::Equal => "maxprec_equal",
    };
    let all = Dict::new();
    for (name, value) in [
        ("edgeitems", Value::int(options.edge as i64)),
        ("threshold", Value::int(options.threshold as i64)),
        ("floatmode", Value::str(mode)),
        ("precision", Value::int(options.precision as i64)),
        ("suppress", Value::bool(options.suppress)),
        ("linewidth", Value::int(options.width as i64)),
        ("nanstr", Value::str(&options.nan)),
        ("infstr", Value::str(&options.infinite)),
        ("sign", Value::str(&options.sign.to_string())),
        ("formatter", formatter()),
    ] {
        all.set(Value::str(name), value)?;
    }
    Ok(Value::from(all))
}

/// `array2text(a, separator, prefix, suffix, …)`
fn text(arguments: &Arguments<'_>) -> Res {
    let [value, separator, prefix, suffix, kind, rest @ ..] = bind(
        arguments,
        "array2string",
        [
            "a",
            "separator",
            "prefix",
            "suffix",
            "kind",
            "precision",
            "threshold",
            "edgeitems",
            "linewidth",
            "suppress",
            "nanstr",
            "infstr",
            "sign",
            "floatmode",
            "formatter",
        ],
    )?;
    let own = any_array(&value)?;
    let options = changed(options(), &rest)?;
    let wanted = given(&rest[NAMES.len() - 1]).cloned().unwrap_or_else(formatter);
    let texts = written(&own, &options, &wanted)?;
    if given(&kind).and_then(Value::as_str) == Some("repr") {
        return Ok(Value::str(&print::repr(&own, &options, texts)));
    }
    let length = |text: &Value| text.as_str().map_or(0, str::len);
    let separator = given(&separator).and_then(Value::as_str).unwrap_or(" ");
    let around = Around { separator, prefix: length(&prefix), suffix: length(&suffix) };
    Ok(Value::str(&print::rows(&own, &options, &around, texts)))
}
