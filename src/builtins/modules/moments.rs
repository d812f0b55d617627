//! `_datetime`: moments as most texts have them.
//!
//! In: a text. Out: the numbers in it, whatever they are. Other forms are left to the page `datetime`.

use super::{Module, function, with_functions};
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::{Gc, Value};

/// The module.
pub fn create() -> Gc<Module> {
    with_functions("_datetime", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("_datetime", "numbers", Exactly(1, |arguments| Ok(read(&arguments[0]).unwrap_or(Value::None))), "Year, month, day, hour, minute, second and microsecond of a text such as 2024-05-06 07:08:09.123456, of which all but the date may be missing; None for any other."),
];

fn read(text: &Value) -> Option<Value> {
    let text = text.as_str()?;
    let (date, clock) = text.split_at_checked(10)?;
    let [year, month, day] = three(date, '-', [4, 2, 2])?;
    let mut separated = clock.chars();
    let (hour, minute, second, micro) = match separated.next() {
        None => (0, 0, 0, 0),
        Some(_) => {
            let (clock, fraction) = match separated.as_str().split_once('.') {
                Some((clock, fraction)) => (clock, Some(fraction)),
                None => (separated.as_str(), None),
            };
            let [hour, minute, second] = three(clock, ':', [2, 2, 2])?;
            let micro = match fraction {
                None => 0,
                Some(fraction) if fraction.len() == 3 => number(fraction)? * 1000,
                Some(fraction) if fraction.len() == 6 => number(fraction)?,
                Some(_) => return None,
            };
            (hour, minute, second, micro)
        }
    };
    Some(Value::tuple([year, month, day, hour, minute, second, micro].map(Value::int).to_vec()))
}

/// Three numbers of so many digits each.
fn three(text: &str, delimiter: char, digits: [usize; 3]) -> Option<[i64; 3]> {
    let mut found = text.split(delimiter);
    let mut next = |digits| found.next().filter(|part| part.len() == digits).and_then(number);
    let numbers = [next(digits[0])?, next(digits[1])?, next(digits[2])?];
    found.next().is_none().then_some(numbers)
}

fn number(text: &str) -> Option<i64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}
