//! The methods of generators. Running them is the host's.

use crate::raise;
use crate::value::class::Class;
use crate::value::exception::{Error, Exception, catch, raise_with};
use crate::value::generator::{Generator, State};
use crate::value::heap::Gc;
use crate::value::ops::call;
use crate::value::{Raise, Res, Value, host, type_name, types};

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
fn exception_of(arguments: &[Value]) -> Result<Gc<Exception>, Raise> {
    if let Some(exception) = arguments[0].as_gc::<Exception>() {
        return Ok(exception.clone());
    }
    let base = types().exception(Error::BaseException);
    let class = arguments[0].as_gc::<Class>();
    if class.is_some_and(|class| class.is_subclass(base)) {
        let made = match arguments.get(1).filter(|value| !value.is_none()) {
            Some(value) if value.as_gc::<Exception>().is_some() => value.clone(),
            Some(value) => call::call(&arguments[0], std::slice::from_ref(value))?,
            None => call::call(&arguments[0], &[])?,
        };
        if let Some(exception) = made.as_gc::<Exception>() {
            return Ok(exception.clone());
        }
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
            generator.set_state(State::Done);
            drop(generator.take_frame());
            return Ok(Value::None);
        }
        State::Waiting(_) | State::Running => {}
    }
    let leave = Exception::with_message(Error::GeneratorExit, "");
    match host::host()?.throw(generator, leave) {
        Ok(None) => Ok(Value::None),
        Ok(Some(_)) => Err(raise!(RuntimeError, "generator ignored GeneratorExit")),
        Err(_) if catch(Error::GeneratorExit).is_some() => Ok(Value::None),
        Err(_) if catch(Error::StopIteration).is_some() => Ok(Value::None),
        Err(raised) => Err(raised),
    }
}
