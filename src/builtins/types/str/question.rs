//! `str`: questions about characters, and case.

use super::{map, map_letters, this};
use crate::builtins::text::case;
use crate::unicode;
use crate::value::{Res, Value};

macro_rules! questions {
    ($($(#[$doc:meta])* $name:ident = $test:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name(arguments: &[Value]) -> Res {
            let test: fn(&str) -> bool = $test;
            Ok(Value::bool(test(this(arguments)?.as_str())))
        }
    )*};
}

/// `str.isascii()`
pub fn is_ascii(arguments: &[Value]) -> Res {
    Ok(Value::bool(this(arguments)?.is_ascii()))
}

fn all(text: &str, test: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(test)
}

questions! {
    /// `str.isalpha()`
    is_alpha = |text| all(text, unicode::is_alpha);
    /// `str.isdecimal()`
    is_decimal = |text| all(text, unicode::is_decimal);
    /// `str.isdigit()`
    is_digit = |text| all(text, unicode::is_digit);
    /// `str.isnumeric()`
    is_numeric = |text| all(text, unicode::is_numeric);
    /// `str.isalnum()`
    is_alphanumeric = |text| all(text, |c| unicode::is_alpha(c) || unicode::is_numeric(c));
    /// `str.isspace()`
    is_space = |text| all(text, unicode::is_space);
    /// `str.isprintable()`
    is_printable = |text| text.chars().all(unicode::is_printable);
    /// `str.isidentifier()`
    is_identifier = unicode::is_identifier;
    /// `str.isupper()`
    is_upper = case::is_upper;
    /// `str.islower()`
    is_lower = case::is_lower;
    /// `str.istitle()`
    is_title = case::is_title;
}

macro_rules! changes {
    ($($(#[$doc:meta])* $name:ident = $change:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name(arguments: &[Value]) -> Res {
            map(arguments, $change)
        }
    )*};
}

/// `str.upper()`
pub fn upper(arguments: &[Value]) -> Res {
    map_letters(arguments, u8::to_ascii_uppercase, case::upper)
}

/// `str.lower()`
pub fn lower(arguments: &[Value]) -> Res {
    map_letters(arguments, u8::to_ascii_lowercase, case::lower)
}

/// `str.casefold()`
pub fn fold_case(arguments: &[Value]) -> Res {
    map_letters(arguments, u8::to_ascii_lowercase, case::fold)
}

changes! {
    /// `str.title()`
    title = case::title;
    /// `str.capitalize()`
    capitalize = case::capitalize;
    /// `str.swapcase()`
    swap_case = case::swap;
}
