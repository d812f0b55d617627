//! Arguments of built-in functions that CPython's library writes in Python, so that mistakes are reported in the words
//! that Python functions have.
//!
//! In: the arguments of a call. Out: one value a parameter, `Unbound` for what was not given.

use super::host::Arguments;
use super::{Raise, Value};
use crate::raise;

/// The parameters of such a function.
pub struct Signature {
    /// What messages call the function.
    pub function: &'static str,
    /// The names; those after the positional ones can be given only by name.
    pub names: &'static [&'static str],
    /// How many can be given by position.
    pub positional: usize,
    /// How many of these must be given.
    pub required: usize,
    /// Whether it is a method: messages count the object as an argument.
    pub method: bool,
}

impl Signature {
    /// Appends one value a parameter to `bound`. `positional` are the arguments without the receiver.
    pub fn bind(&self, positional: &[Value], arguments: &Arguments<'_>, bound: &mut Vec<Value>) -> Result<(), Raise> {
        let first = bound.len();
        let function = self.function;
        bound.extend(positional.iter().take(self.positional).cloned());
        bound.resize(first + self.names.len(), Value::Unbound);
        for (name, value) in arguments.names.iter().zip(arguments.named) {
            match self.names.iter().position(|known| *known == name.as_str()) {
                Some(place) if bound[first + place].is_unbound() => bound[first + place] = value.clone(),
                Some(_) => return Err(raise!(TypeError, "{function}() got multiple values for argument '{name}'")),
                None => return Err(raise!(TypeError, "{function}() got an unexpected keyword argument '{name}'")),
            }
        }
        if positional.len() > self.positional {
            let named = bound[first + self.positional..].iter().filter(|value| !value.is_unbound()).count();
            return Err(self.too_many(positional.len(), named));
        }
        let missing: Vec<String> = (0..self.required)
            .filter(|&place| bound[first + place].is_unbound())
            .map(|place| format!("'{}'", self.names[place]))
            .collect();
        if missing.is_empty() { Ok(()) } else { Err(self.missing(&missing)) }
    }

    #[cold]
    fn too_many(&self, given: usize, named: usize) -> Raise {
        let object = usize::from(self.method);
        let (least, most, given) = (self.required + object, self.positional + object, given + object);
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let takes = match least == most {
            true => format!("{most} positional argument{}", plural(most)),
            false => format!("from {least} to {most} positional arguments"),
        };
        let also = match named {
            0 => String::new(),
            count => {
                format!(" positional argument{} (and {count} keyword-only argument{})", plural(given), plural(count))
            }
        };
        let were = if given == 1 && named == 0 { "was" } else { "were" };
        raise!(TypeError, "{}() takes {takes} but {given}{also} {were} given", self.function)
    }

    #[cold]
    fn missing(&self, names: &[String]) -> Raise {
        let list = match names {
            [only] => only.clone(),
            [first, second] => format!("{first} and {second}"),
            [start @ .., last] => format!("{}, and {last}", start.join(", ")),
            [] => String::new(),
        };
        let (count, plural) = (names.len(), if names.len() == 1 { "" } else { "s" });
        raise!(TypeError, "{}() missing {count} required positional argument{plural}: {list}", self.function)
    }
}
