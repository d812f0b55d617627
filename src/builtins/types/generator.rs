//! The methods and attributes of generators of all flavours. Running them is the host's.

use super::table::Attribute;
use crate::raise;
use crate::value::class::{Class, class_of};
use crate::value::exception::{Error, Exception, catch, raise_with};
use crate::value::generator::{Generator, State};
use crate::value::heap::Gc;
use crate::value::ops::{self, call};
use crate::value::tuple::Tuple;
use crate::value::{Raise, Res, Value, host, traceback, type_name, types};

fn this(arguments: &[Value]) -> Result<&Gc<Generator>, Raise> {
    let generator = arguments[0].as_gc::<Generator>();
    generator.ok_or_else(|| raise!(TypeError, "generator expected"))
}

fn yielded(generator: &Generator, result: Option<Value>) -> Res {
    result.ok_or_else(|| match generator.take_returned() {
        Value::None => raise!(StopIteration, ""),
        value => raise_with(Error::StopIteration, value),
    })
}

/// `generator.__next__()`
pub fn next(arguments: &[Value]) -> Res {
    let generator = this(arguments)?;
    yielded(generator, host::host()?.resume(generator, Value::None)?)
}

/// `generator.send(value)`
pub fn send(arguments: &[Value]) -> Res {
    let generator = this(arguments)?;
    yielded(generator, host::host()?.resume(generator, arguments[1].clone())?)
}

/// `generator.throw(exception)`, `generator.throw(class[, value])`
pub fn throw(arguments: &[Value]) -> Res {
    let exception = exception_of(&arguments[1..])?;
    let generator = this(arguments)?;
    yielded(generator, host::host()?.throw(generator, exception)?)
}

/// The exception that a class and a value, or an exception alone, stand for.
pub fn exception_of(arguments: &[Value]) -> Result<Gc<Exception>, Raise> {
    let known = |given: &Value| given.is_none() || traceback::lines_of(given).is_some();
    if arguments.get(2).is_some_and(|given| !known(given)) {
        return Err(raise!(TypeError, "throw() third argument must be a traceback object"));
    }
    if let Some(exception) = arguments[0].as_gc::<Exception>() {
        if arguments.get(1).is_some_and(|value| !value.is_none()) {
            return Err(raise!(TypeError, "instance exception may not have a separate value"));
        }
        return Ok(exception.clone());
    }
    let base = types().exception(Error::BaseException);
    let class = arguments[0].as_gc::<Class>();
    if class.is_some_and(|class| class.is_subclass(base)) {
        let made = match arguments.get(1).filter(|value| !value.is_none()) {
            Some(value) if class.is_some_and(|class| class_of(value).is_subclass(class)) => value.clone(),
            Some(value) if value.downcast::<Tuple>().is_some() => {
                call::call(&arguments[0], value.downcast::<Tuple>().map_or(&[], Tuple::items))?
            }
            Some(value) => call::call(&arguments[0], std::slice::from_ref(value))?,
            None => call::call(&arguments[0], &[])?,
        };
        return made.as_gc::<Exception>().cloned().ok_or_else(|| {
            let (class, given) = (ops::repr(&arguments[0]), type_name(&made));
            match class {
                Ok(class) => {
                    raise!(TypeError, "calling {class} should have returned an instance of BaseException, not {given}")
                }
                Err(raised) => raised,
            }
        });
    }
    let class = type_name(&arguments[0]);
    Err(raise!(TypeError, "exceptions must be classes or instances deriving from BaseException, not {class}"))
}

/// `generator.close()`
pub fn close(arguments: &[Value]) -> Res {
    let generator = this(arguments)?;
    match generator.state() {
        State::Done => return Ok(Value::None),
        State::Fresh => {
            generator.finish();
            return Ok(Value::None);
        }
        State::Waiting(_) | State::Standing(_) | State::Running => {}
    }
    let leave = Exception::with_message(Error::GeneratorExit, "");
    match host::host()?.throw(generator, leave) {
        Ok(None) => Ok(Value::None),
        Ok(Some(_)) => Err(raise!(RuntimeError, "{} ignored GeneratorExit", generator.kind())),
        Err(_) if catch(Error::GeneratorExit).is_some() => Ok(Value::None),
        Err(_) if catch(Error::StopIteration).is_some() => Ok(Value::None),
        Err(raised) => Err(raised),
    }
}

fn name(value: &Value) -> Res {
    Ok(value.downcast::<Generator>().map_or(Value::None, |generator| Value::str(&generator.function().code().name)))
}

fn qualified_name(value: &Value) -> Res {
    let name = |generator: &Generator| Value::str(&generator.function().qualified_name());
    Ok(value.downcast::<Generator>().map_or(Value::None, name))
}

fn code(value: &Value) -> Res {
    Ok(value.downcast::<Generator>().map_or(Value::None, |generator| traceback::code_of(generator.function())))
}

fn running(value: &Value) -> Res {
    Ok(Value::bool(value.as_gc::<Generator>().is_some_and(Generator::is_running)))
}

fn delegate(value: &Value) -> Res {
    Ok(value.downcast::<Generator>().and_then(Generator::delegate).unwrap_or(Value::None))
}

/// The generator's frame, as it is now; none when it has ended.
fn frame(value: &Value) -> Res {
    let live = value.downcast::<Generator>().filter(|generator| generator.state() != State::Done);
    Ok(live.map_or(Value::None, traceback::waiting_frame))
}

fn suspended(value: &Value) -> Res {
    let waits = |generator: &Generator| matches!(generator.state(), State::Waiting(_) | State::Standing(_));
    Ok(Value::bool(value.downcast::<Generator>().is_some_and(waits)))
}

/// What a generator says of itself.
pub static ATTRIBUTES: &[Attribute] = &[
    ("__name__", name),
    ("__qualname__", qualified_name),
    ("gi_code", code),
    ("gi_frame", frame),
    ("gi_running", running),
    ("gi_suspended", suspended),
    ("gi_yieldfrom", delegate),
];

/// What a coroutine says of itself.
pub static COROUTINE_ATTRIBUTES: &[Attribute] = &[
    ("__name__", name),
    ("__qualname__", qualified_name),
    ("cr_await", delegate),
    ("cr_code", code),
    ("cr_frame", frame),
    ("cr_origin", |_| Ok(Value::None)),
    ("cr_running", running),
    ("cr_suspended", suspended),
];

/// What an asynchronous generator says of itself.
pub static ASYNC_ATTRIBUTES: &[Attribute] = &[
    ("__name__", name),
    ("__qualname__", qualified_name),
    ("ag_await", delegate),
    ("ag_code", code),
    ("ag_frame", frame),
    ("ag_running", running),
];
