//! Rows of the tables of built-in functions, and how arguments reach them.
//!
//! In: a row (name, owner, what it takes, the function itself) and the arguments of a call. Out: the function's result,
//! or CPython's TypeError where the arguments do not fit. What the functions do is said elsewhere.

use super::class::{Class, class_of, type_name, types};
use super::host::Arguments;
use super::signature::Signature;
use super::{Gc, Kind, Raise, Res, Symbol, Value, ops};
use crate::raise;

/// A built-in function or method, as a row of a static table.
pub struct Row {
    /// What it is called.
    pub name: &'static str,
    /// Where it belongs.
    pub owner: Owner,
    /// What it takes, and what it does.
    pub takes: Takes,
    /// Whether it only computes a result, as long as its arguments are of built-in types.
    pub pure: bool,
    /// What its documentation says.
    pub doc: &'static str,
}

/// Where a built-in function belongs.
#[derive(Clone, Copy)]
pub enum Owner {
    /// Among the names that every script has.
    Builtins,
    /// To a module.
    Module(&'static str),
    /// To a type, whose objects are its first argument.
    Type(&'static str, fn(&Value) -> bool),
    /// To a type, as a function that gets no object (`str.maketrans`).
    Static(&'static str),
    /// To a type, as a method that gets the class first (`dict.fromkeys`).
    Class(&'static str),
}

/// What a function takes, its receiver not counted; the function itself gets the receiver first. An argument that may be
/// absent is beyond the end of the slice or `Unbound` there: see [`given`].
pub enum Takes {
    /// So many, by position: none or one.
    Exactly(usize, Run),
    /// One by position, which is handed over with the receiver as it is: operators, whose operands need no room of their own.
    Operand(Operate),
    /// At least and at most so many, by position.
    Between(usize, usize, Run),
    /// The same, with the older wording of the errors.
    Counted(usize, usize, Run),
    /// Some by position and some by name.
    Named(&'static Parameters, Run),
    /// What a function written in Python takes, with the words of errors that it has.
    Script(&'static Signature, Run),
    /// Anything: the function looks for itself.
    Anything(fn(&Arguments<'_>) -> Res),
}

impl Takes {
    /// The function itself, if `count` arguments by position are just what it takes.
    pub fn plainly(&self, count: usize) -> Option<Run> {
        let (Takes::Exactly(_, run)
        | Takes::Between(_, _, run)
        | Takes::Counted(_, _, run)
        | Takes::Named(_, run)
        | Takes::Script(_, run)) = self
        else {
            return None;
        };
        let (least, most) = self.bounds();
        (least..=most).contains(&count).then_some(*run)
    }

    /// How many arguments by position it takes at least and at most.
    fn bounds(&self) -> (usize, usize) {
        match self {
            Takes::Exactly(count, _) => (*count, *count),
            Takes::Operand(_) => (1, 1),
            Takes::Between(least, most, _) | Takes::Counted(least, most, _) => (*least, *most),
            Takes::Named(parameters, _) => (parameters.required, parameters.positional),
            Takes::Script(signature, _) => (signature.required, signature.positional),
            Takes::Anything(_) => (0, usize::MAX),
        }
    }
}

/// A function of arguments that were checked.
pub type Run = fn(&[Value]) -> Res;

/// A function of a receiver and one argument.
pub type Operate = fn(&Value, &Value) -> Res;

/// Parameters that have names.
pub struct Parameters {
    /// The names, the receiver left out; those of parameters that are positional only are for messages.
    pub names: &'static [&'static str],
    /// How many can be given only by position.
    pub positional_only: usize,
    /// How many can be given by position.
    pub positional: usize,
    /// How many must be given.
    pub required: usize,
}

/// A special method that several built-in types have, as a row.
pub struct Special {
    /// What it is called.
    pub name: &'static str,
    /// What it takes, and what it does.
    pub takes: Takes,
    /// What it does with instances around a value of the type, if their class has a say in it; else they stand for that value.
    pub of_instance: Option<Run>,
    /// Whether CPython makes it from a slot of the type: its errors are worded in another way then.
    pub from_slot: bool,
    /// What its documentation says.
    pub doc: &'static str,
}

impl Special {
    /// Checks the arguments and calls the function; `owner` is the type whose method it is.
    pub fn call(&self, owner: &Gc<Class>, arguments: &Arguments<'_>) -> Res {
        let name = self.name;
        let Some((receiver, rest)) = arguments.positional.split_first() else {
            let owner = owner.name();
            return Err(match self.from_slot {
                true => raise!(TypeError, "descriptor '{name}' of '{owner}' object needs an argument"),
                false => raise!(TypeError, "unbound method {owner}.{name}() needs an argument"),
            });
        };
        if !owner.is(&types().object) && !class_of(receiver).is_subclass(owner) {
            let (owner, class) = (owner.name(), type_name(receiver));
            return Err(match self.from_slot {
                true => raise!(TypeError, "descriptor '{name}' requires a '{owner}' object but received a '{class}'"),
                false => {
                    raise!(TypeError, "descriptor '{name}' for '{owner}' objects doesn't apply to a '{class}' object")
                }
            });
        }
        if receiver.kind() == Some(Kind::Instance)
            && !owner.is(&types().object)
            && let Some(payload) = ops::base::payload(receiver)
        {
            if let Some(run) =
                self.of_instance.filter(|_| arguments.names.is_empty() && self.takes.plainly(rest.len()).is_some())
            {
                return run(arguments.positional);
            }
            let mut positional = arguments.positional.to_vec();
            positional[0] = payload.clone();
            let result = self.call(owner, &Arguments { positional: &positional, ..*arguments })?;
            // What changes the value inside and returns it returns the instance.
            let changes = matches!(payload.kind(), Some(Kind::List | Kind::ByteArray | Kind::Set | Kind::Dict));
            return Ok(if changes && result.is(&payload) { receiver.clone() } else { result });
        }
        let (least, most) = match &self.takes {
            Takes::Anything(run) => return run(arguments),
            takes => takes.bounds(),
        };
        if !arguments.names.is_empty() {
            let owner = owner.name();
            return Err(match self.from_slot {
                true => raise!(TypeError, "wrapper {name}() takes no keyword arguments"),
                false => raise!(TypeError, "{owner}.{name}() takes no keyword arguments"),
            });
        }
        if (least..=most).contains(&rest.len()) {
            return match (&self.takes, self.takes.plainly(rest.len())) {
                (_, Some(run)) => run(arguments.positional),
                (Takes::Operand(run), None) => run(receiver, &rest[0]),
                (_, None) => Err(raise!(SystemError, "bad call of {name}()")),
            };
        }
        let (count, owner) = (rest.len(), owner.name());
        let (bound, wanted) = bound(count, least, most, "");
        let plural = plural(wanted);
        Err(match most {
            _ if self.from_slot => raise!(TypeError, "expected {bound}{wanted} argument{plural}, got {count}"),
            _ if least != most => wrong_count(name, count, least, most),
            0 => raise!(TypeError, "{owner}.{name}() takes no arguments ({count} given)"),
            1 => raise!(TypeError, "{owner}.{name}() takes exactly one argument ({count} given)"),
            _ => wrong_count(name, count, least, most),
        })
    }
}

/// The argument at a place, if it was given.
#[inline]
pub fn given(arguments: &[Value], place: usize) -> Option<&Value> {
    arguments.get(place).filter(|value| !value.is_unbound())
}

impl Row {
    /// Checks the arguments and calls the function.
    #[inline]
    pub fn call(&self, arguments: &Arguments<'_>) -> Res {
        let Some(positional) = self.without_receiver(arguments) else {
            return self.call_on_payload(arguments);
        };
        if arguments.names.is_empty()
            && let Some(run) = self.takes.plainly(positional.len())
        {
            return run(arguments.positional);
        }
        match &self.takes {
            Takes::Operand(run) if arguments.names.is_empty() && positional.len() == 1 => {
                return run(&arguments.positional[0], &positional[0]);
            }
            Takes::Anything(run) => return run(arguments),
            _ => {}
        }
        let receivers = arguments.positional.len() - positional.len();
        let mut bound = arguments.positional[..receivers].to_vec();
        let run = match &self.takes {
            Takes::Named(parameters, run) => {
                parameters.bind(self.name, positional, arguments, &mut bound)?;
                run
            }
            Takes::Script(signature, run) => {
                signature.bind(positional, arguments, &mut bound)?;
                run
            }
            _ => return Err(self.wrong_count(positional.len(), arguments)),
        };
        run(&bound)
    }

    /// The same for an instance around a value of the type.
    #[cold]
    fn call_on_payload(&self, arguments: &Arguments<'_>) -> Res {
        let payload = arguments.positional.first().and_then(ops::base::payload);
        match (payload, self.owner) {
            (Some(payload), Owner::Type(_, accepts)) if accepts(&payload) => {
                let mut positional = arguments.positional.to_vec();
                positional[0] = payload;
                self.call(&Arguments { positional: &positional, ..*arguments })
            }
            _ => Err(self.wrong_receiver(arguments)),
        }
    }

    /// The name with its owner in front, as messages have it.
    pub fn qualified_name(&self) -> String {
        match self.owner {
            Owner::Builtins => self.name.to_owned(),
            Owner::Module(owner) | Owner::Type(owner, _) | Owner::Static(owner) | Owner::Class(owner) => {
                format!("{owner}.{}", self.name)
            }
        }
    }

    /// Whether the function gets an object first.
    pub fn has_receiver(&self) -> bool {
        matches!(self.owner, Owner::Type(..) | Owner::Class(_))
    }

    fn without_receiver<'a>(&self, arguments: &Arguments<'a>) -> Option<&'a [Value]> {
        match self.owner {
            Owner::Type(_, accepts) => {
                let (receiver, rest) = arguments.positional.split_first()?;
                accepts(receiver).then_some(rest)
            }
            Owner::Class(_) => {
                let (class, rest) = arguments.positional.split_first()?;
                (class.kind() == Some(Kind::Class)).then_some(rest)
            }
            _ => Some(arguments.positional),
        }
    }

    #[cold]
    fn wrong_receiver(&self, arguments: &Arguments<'_>) -> Raise {
        let (name, Owner::Type(owner, _) | Owner::Class(owner)) = (self.name, self.owner) else {
            return raise!(SystemError, "bad call of {}()", self.name);
        };
        match arguments.positional.first() {
            None => raise!(TypeError, "unbound method {owner}.{name}() needs an argument"),
            Some(receiver) => {
                let class = type_name(receiver);
                raise!(TypeError, "descriptor '{name}' for '{owner}' objects doesn't apply to a '{class}' object")
            }
        }
    }

    #[cold]
    fn wrong_count(&self, count: usize, arguments: &Arguments<'_>) -> Raise {
        let (name, full) = (self.name, self.qualified_name());
        if !arguments.names.is_empty() {
            return raise!(TypeError, "{full}() takes no keyword arguments");
        }
        match self.takes {
            Takes::Exactly(0, _) => {
                raise!(TypeError, "{full}() takes no arguments ({count} given)")
            }
            Takes::Between(least, most, _) => wrong_count(name, count, least, most),
            Takes::Counted(least, most, _) => {
                let (bound, wanted) = bound(count, least, most, "exactly ");
                let plural = plural(wanted);
                raise!(TypeError, "{name}() takes {bound}{wanted} argument{plural} ({count} given)")
            }
            _ => raise!(TypeError, "{full}() takes exactly one argument ({count} given)"),
        }
    }
}

/// The TypeError of a function that takes `least` to `most` arguments by position.
#[cold]
pub fn wrong_count(name: &str, count: usize, least: usize, most: usize) -> Raise {
    let (bound, wanted) = bound(count, least, most, "");
    let plural = plural(wanted);
    raise!(TypeError, "{name} expected {bound}{wanted} argument{plural}, got {count}")
}

/// Which bound a count breaks, in words and as a number.
fn bound(count: usize, least: usize, most: usize, exactly: &'static str) -> (&'static str, usize) {
    match count < least {
        _ if least == most => (exactly, least),
        true => ("at least ", least),
        false => ("at most ", most),
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

impl Parameters {
    /// Appends one value a parameter to `bound`, `Unbound` for what was not given. `positional` are the arguments without
    /// the receiver.
    pub fn bind(
        &self,
        function: &str,
        positional: &[Value],
        arguments: &Arguments<'_>,
        bound: &mut Vec<Value>,
    ) -> Result<(), Raise> {
        let count = positional.len();
        self.check_counts(function, count, arguments.names.len())?;
        bound.extend_from_slice(positional);
        let mut found = 0;
        for (place, &name) in self.names.iter().enumerate().skip(count) {
            let value = arguments.keyword(name).filter(|_| place >= self.positional_only);
            match value {
                Some(value) => {
                    found += 1;
                    bound.push(value.clone());
                }
                None if place < self.required => {
                    let number = place + 1;
                    return Err(raise!(TypeError, "{function}() missing required argument '{name}' (pos {number})"));
                }
                None => bound.push(Value::Unbound),
            }
        }
        if found < arguments.names.len() {
            return Err(self.wrong_name(function, count, arguments.names));
        }
        Ok(())
    }

    fn check_counts(&self, function: &str, count: usize, named: usize) -> Result<(), Raise> {
        let (most, given) = (self.names.len(), count + named);
        if given > most {
            let keyword = if count == 0 { "keyword " } else { "" };
            let plural = plural(most);
            return Err(raise!(
                TypeError,
                "{function}() takes at most {most} {keyword}argument{plural} ({given} given)"
            ));
        }
        let most = self.positional;
        let least = self.positional_only.min(self.required);
        if count > 0 && most == 0 {
            return Err(raise!(TypeError, "{function}() takes no positional arguments"));
        }
        if (least..=most).contains(&count) {
            return Ok(());
        }
        let (bound, wanted) = match count < least {
            true => (if least < most { "at least" } else { "exactly" }, least),
            false => (if self.required < most { "at most" } else { "exactly" }, most),
        };
        let plural = plural(wanted);
        Err(raise!(TypeError, "{function}() takes {bound} {wanted} positional argument{plural} ({count} given)"))
    }

    #[cold]
    fn wrong_name(&self, function: &str, count: usize, names: &[Symbol]) -> Raise {
        let by_name = &self.names[self.positional_only..];
        let place = |name: &Symbol| by_name.iter().position(|known| *known == name.as_str());
        for name in names {
            match place(name).map(|place| place + self.positional_only) {
                None => {
                    return raise!(TypeError, "'{name}' is an invalid keyword argument for {function}()");
                }
                Some(place) if place < count => {
                    let number = place + 1;
                    return raise!(
                        TypeError,
                        "argument for {function}() given by name ('{name}') and position ({number})"
                    );
                }
                Some(_) => {}
            }
        }
        raise!(TypeError, "{function}() got an argument twice")
    }
}
