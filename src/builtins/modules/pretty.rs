//! `_pprint`: the text in one line of what holds nothing but texts, numbers and containers of the language's own.
//!
//! In: an object. Out: its text, dictionaries in the order of their keys if that is wanted. Anything else, and what contains itself, is
//! left to the page `pprint`.

use super::{Module, function, with_functions};
use crate::builtins::sort;
use crate::value::dict::Dict;
use crate::value::list::List;
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Res, Value, host, ops};

/// The module.
pub fn create() -> Gc<Module> {
    with_functions("_pprint", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("_pprint", "plain", Exactly(3, plain), "The text of an object, or None; sort says whether dictionaries are sorted, ints whether the text of an int is its repr."),
];

/// Objects that are nested deeper are the page's.
const DEEPEST: usize = 100;

/// `plain(object, sort, ints)`
fn plain(arguments: &[Value]) -> Res {
    let (sorts, ints) = (ops::truth(&arguments[1])?, ops::truth(&arguments[2])?);
    let mut writer = Writer { text: String::new(), sorts, ints, around: Vec::new() };
    let done = writer.write(&arguments[0])?;
    Ok(if done { Value::str(&writer.text) } else { Value::None })
}

struct Writer {
    text: String,
    sorts: bool,
    ints: bool,
    /// The addresses of the containers around.
    around: Vec<usize>,
}

impl Writer {
    /// Adds the text of a value; false if it is not for this module.
    fn write(&mut self, value: &Value) -> Result<bool, Raise> {
        let is_plain = match (value, value.kind()) {
            (Value::Int(_), _) | (_, Some(Kind::BigInt)) => self.ints,
            (Value::None | Value::Bool(_) | Value::Float(_), _) => true,
            (_, kind) => matches!(kind, Some(Kind::Str | Kind::Bytes | Kind::ByteArray | Kind::Complex)),
        };
        if is_plain {
            self.text.push_str(&ops::repr(value)?);
            return Ok(true);
        }
        let Value::Object(object) = value else { return Ok(false) };
        if self.around.len() == DEEPEST || self.around.contains(&object.address()) {
            return Ok(false);
        }
        host::poll()?;
        self.around.push(object.address());
        let done = self.write_container(value)?;
        self.around.pop();
        Ok(done)
    }

    fn write_container(&mut self, value: &Value) -> Result<bool, Raise> {
        if let Some(list) = value.downcast::<List>() {
            return self.write_items('[', (0..list.len()).map_while(|place| list.get(place)), "]");
        }
        if let Some(tuple) = value.downcast::<Tuple>().filter(|tuple| !tuple.has_names()) {
            let end = if tuple.len() == 1 { ",)" } else { ")" };
            return self.write_items('(', tuple.items().iter().cloned(), end);
        }
        let Some(mut pairs) = value.downcast::<Dict>().map(Dict::pairs) else { return Ok(false) };
        if self.sorts && !sort_pairs(&mut pairs)? {
            return Ok(false);
        }
        self.text.push('{');
        for (place, (key, value)) in pairs.iter().enumerate() {
            if place > 0 {
                self.text.push_str(", ");
            }
            if !self.write(key)? {
                return Ok(false);
            }
            self.text.push_str(": ");
            if !self.write(value)? {
                return Ok(false);
            }
        }
        self.text.push('}');
        Ok(true)
    }

    fn write_items(&mut self, start: char, items: impl Iterator<Item = Value>, end: &str) -> Result<bool, Raise> {
        self.text.push(start);
        for (place, item) in items.enumerate() {
            if place > 0 {
                self.text.push_str(", ");
            }
            if !self.write(&item)? {
                return Ok(false);
            }
        }
        self.text.push_str(end);
        Ok(true)
    }
}

/// Sorts pairs by keys of one type that has an order; false if they are not of such a type.
fn sort_pairs(pairs: &mut Vec<(Value, Value)>) -> Result<bool, Raise> {
    let all = |is: fn(&Value) -> bool| pairs.iter().all(|(key, _)| is(key));
    let is_ordered = all(|key| matches!(key, Value::Int(_)) || key.kind() == Some(Kind::BigInt))
        || all(|key| key.kind() == Some(Kind::Str))
        || all(|key| key.kind() == Some(Kind::Bytes));
    if is_ordered && pairs.len() > 1 {
        let mut places: Vec<Value> = (0..pairs.len() as i64).map(Value::int).collect();
        sort::sort_by_keys(&mut places, pairs.iter().map(|(key, _)| key.clone()).collect(), false)?;
        let places = places.iter().filter_map(Value::as_int);
        *pairs = places.map(|place| pairs[place as usize].clone()).collect();
    }
    Ok(is_ordered)
}
