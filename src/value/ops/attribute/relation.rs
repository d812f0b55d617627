//! `isinstance`, `issubclass`, and which handler catches an exception.

use crate::raise;
use crate::value::class::{Class, class_of};
use crate::value::exception::{Error, Exception};
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Symbol, Value, generic, ops, types};

/// `isinstance(object, class)`, with a class or a tuple of classes.
pub fn is_instance(object: &Value, classes: &Value) -> Result<bool, Raise> {
    if let Some(class) = classes.as_gc::<Class>()
        && class_of(object).is(class)
    {
        return Ok(true);
    }
    if classes.as_gc::<Class>().is_some_and(|class| !class.is_judged()) {
        return is_plain_instance(object, classes);
    }
    if let Some(answer) = ask(classes, Symbol::INSTANCECHECK, object)? {
        return Ok(answer);
    }
    if let Some(tuple) = ops::base::plain(classes).as_gc::<Tuple>() {
        let _deeper = crate::value::recursion::enter(" in __instancecheck__")?;
        for class in tuple.items() {
            if is_instance(object, class)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    match other_classes(classes, "isinstance")? {
        Some(members) => is_instance(object, &members),
        None => is_plain_instance(object, classes),
    }
}

/// The classes that a union of types stands for.
fn other_classes(classes: &Value, function: &str) -> Result<Option<Value>, Raise> {
    if let Some(union) = classes.downcast::<generic::Union>() {
        return Ok(Some(Value::from(union.members())));
    }
    if classes.kind() == Some(Kind::Alias) {
        return Err(generic::refuse(function, 2));
    }
    Ok(None)
}

/// The same without a look at what the metaclass says.
pub fn is_plain_instance(object: &Value, class: &Value) -> Result<bool, Raise> {
    let Some(class) = class.as_gc::<Class>() else {
        if bases(class)?.is_none() {
            return Err(raise!(TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union"));
        }
        return match super::find(object, Symbol::CLASS)? {
            Some(own) => derives(&own, class),
            None => Ok(false),
        };
    };
    let real = class_of(object);
    if real.is_subclass(class) {
        return Ok(true);
    }
    // An object may pretend to be of another class.
    if real.is_from_script()
        && real.may_pretend()
        && let Some(pretended) = super::find(object, Symbol::CLASS)?
        && let Some(pretended) = pretended.as_gc::<Class>()
    {
        return Ok(pretended.is_subclass(class));
    }
    Ok(false)
}

/// What the metaclass of a class, or the class of any other object, says to such a question.
fn ask(classes: &Value, question: Symbol, about: &Value) -> Result<Option<bool>, Raise> {
    if !matches!(classes.kind(), Some(Kind::Class | Kind::Instance)) {
        return Ok(None);
    }
    let above = class_of(classes);
    match above.lookup_from_script(question) {
        Some(method) => {
            let answer = super::call_method(&method, classes, &above, std::slice::from_ref(about))?;
            crate::value::ops::truth(&answer).map(Some)
        }
        None => Ok(None),
    }
}

/// `issubclass(class, classes)`
pub fn is_subclass(class: &Value, classes: &Value) -> Result<bool, Raise> {
    if classes.as_gc::<Class>().is_some_and(|class| !class.is_judged()) {
        return is_plain_subclass(class, classes);
    }
    if let Some(answer) = ask(classes, Symbol::SUBCLASSCHECK, class)? {
        return Ok(answer);
    }
    if let Some(tuple) = ops::base::plain(classes).as_gc::<Tuple>() {
        let _deeper = crate::value::recursion::enter(" in __subclasscheck__")?;
        for other in tuple.items() {
            if is_subclass(class, other)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    match other_classes(classes, "issubclass")? {
        Some(members) => is_subclass(class, &members),
        None => is_plain_subclass(class, classes),
    }
}

/// The same without a look at what the metaclass says.
pub fn is_plain_subclass(class: &Value, of: &Value) -> Result<bool, Raise> {
    if let (Some(class), Some(of)) = (class.as_gc::<Class>(), of.as_gc::<Class>()) {
        return Ok(class.is_subclass(of));
    }
    if bases(class)?.is_none() {
        return Err(raise!(TypeError, "issubclass() arg 1 must be a class"));
    }
    if bases(of)?.is_none() {
        return Err(raise!(TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union"));
    }
    derives(class, of)
}

/// The bases of a class, or of any object that says which it has.
fn bases(class: &Value) -> Result<Option<Gc<Tuple>>, Raise> {
    Ok(super::find(class, Symbol::BASES)?.and_then(|bases| bases.as_gc::<Tuple>().cloned()))
}

/// Whether an object that says which bases it has is another one or derives from it.
fn derives(class: &Value, from: &Value) -> Result<bool, Raise> {
    if class.is(from) {
        return Ok(true);
    }
    let _deeper = crate::value::recursion::enter(" in __subclasscheck__")?;
    for base in bases(class)?.iter().flat_map(|bases| bases.items()) {
        if derives(base, from)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether an exception is caught by `except classes`.
pub fn exception_matches(exception: &Gc<Exception>, classes: &Value) -> Result<bool, Raise> {
    let not_exceptions = || raise!(TypeError, "catching classes that do not inherit from BaseException is not allowed");
    let base = types().exception(Error::BaseException);
    let one = |class: &Value| match class.as_gc::<Class>() {
        Some(class) if class.is_subclass(base) => Ok(exception.class().is_subclass(class)),
        _ => Err(not_exceptions()),
    };
    match ops::base::plain(classes).as_gc::<Tuple>() {
        Some(tuple) => {
            let mut found = false;
            for class in tuple.items() {
                found |= one(class)?;
            }
            Ok(found)
        }
        None => one(classes),
    }
}
