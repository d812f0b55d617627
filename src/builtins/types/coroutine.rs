//! Coroutines and asynchronous generators: their methods, and the objects that these hand out to be awaited.
//!
//! In: generators of those flavours. Out: steps. What an asynchronous generator itself hands out comes in a cell; whatever
//! else comes is passed on to whoever runs the coroutine.

use super::generator;
use crate::raise;
use crate::resolve::tree::Flavour;
use crate::value::cell;
use crate::value::class::{Class, types};
use crate::value::exception::{Error, Exception, catch, raise_with};
use crate::value::function::Builtin;
use crate::value::generator::{Generator, State};
use crate::value::heap::{Gc, Ref};
use crate::value::instance::Instance;
use crate::value::native::Takes::{Between, Exactly};
use crate::value::native::{Owner, Row, Takes};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::{attribute, call};
use crate::value::{Raise, Res, Symbol, Value, host, type_name};
use std::cell::{Cell, OnceCell};

/// Whether a value is a coroutine.
pub fn is_coroutine(value: &Value) -> bool {
    value.downcast::<Generator>().is_some_and(|generator| generator.flavour() == Flavour::Coroutine)
}

/// Whether a value is an asynchronous generator.
pub fn is_async_generator(value: &Value) -> bool {
    value.downcast::<Generator>().is_some_and(|generator| generator.flavour() == Flavour::AsyncGenerator)
}

const fn row(owner: &'static str, is: fn(&Value) -> bool, name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type(owner, is), takes, pure: false, doc }
}

/// The methods of coroutines.
#[rustfmt::skip]
pub static COROUTINE: &[Row] = &[
    row("coroutine", is_coroutine, "close", Exactly(0, generator::close), "Raise GeneratorExit inside the coroutine."),
    row("coroutine", is_coroutine, "send", Exactly(1, generator::send), "Send a value into the coroutine; return the next yielded value or raise StopIteration."),
    row("coroutine", is_coroutine, "throw", Between(1, 3, generator::throw), "Raise an exception in the coroutine; return the next yielded value or raise StopIteration."),
    row("coroutine", is_coroutine, "__await__", Exactly(0, |arguments| Ok(wrap(Step::new(&arguments[0], What::Coroutine)))), "Return an iterator to be used in await expression."),
];

/// The methods of asynchronous generators.
#[rustfmt::skip]
pub static ASYNC_GENERATOR: &[Row] = &[
    row("async_generator", is_async_generator, "__aiter__", Exactly(0, |arguments| Ok(arguments[0].clone())), "Return an awaitable, that resolves in asynchronous iterator."),
    row("async_generator", is_async_generator, "__anext__", Exactly(0, |arguments| Ok(wrap(Step::new(&arguments[0], What::Send(Value::None))))), "Return a value to be awaited."),
    row("async_generator", is_async_generator, "asend", Exactly(1, |arguments| Ok(wrap(Step::new(&arguments[0], What::Send(arguments[1].clone()))))), "Send a value into the generator."),
    row("async_generator", is_async_generator, "athrow", Between(1, 3, |arguments| {
        Ok(wrap(Step::new(&arguments[0], What::Throw(generator::exception_of(&arguments[1..])?))))
    }), "Raise an exception in the generator."),
    row("async_generator", is_async_generator, "aclose", Exactly(0, |arguments| Ok(wrap(Step::new(&arguments[0], What::Close)))), "Raise GeneratorExit inside the generator."),
];

/// What awaiting does to the generator first.
enum What {
    /// It is a coroutine, which is run as it is.
    Coroutine,
    Send(Value),
    Throw(Gc<Exception>),
    Close,
    /// It is anything that can be awaited; this is given if it says that there are no more items.
    Default(Value),
}

/// An object to be awaited.
struct Step {
    target: Value,
    what: What,
    begun: Cell<bool>,
    done: Cell<bool>,
}

impl Step {
    fn new(target: &Value, what: What) -> Step {
        Step { target: target.clone(), what, begun: Cell::new(false), done: Cell::new(false) }
    }
}

impl Content for Step {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.target.trace(visit);
        match &self.what {
            What::Send(value) | What::Default(value) => value.trace(visit),
            What::Throw(exception) => visit(exception.as_ref()),
            What::Coroutine | What::Close => {}
        }
    }
}

/// The classes of such objects.
struct Classes {
    wrapper: Gc<Class>,
    send: Gc<Class>,
    throw: Gc<Class>,
    default: Gc<Class>,
}

thread_local! {
    static CLASSES: OnceCell<Classes> = const { OnceCell::new() };
}

fn is_step(value: &Value) -> bool {
    value.content::<Step>().is_some()
}

#[rustfmt::skip]
static STEP: &[Row] = &[
    row("awaitable", is_step, "__await__", Exactly(0, |arguments| Ok(arguments[0].clone())), "Return an iterator to be used in await expression."),
    row("awaitable", is_step, "__iter__", Exactly(0, |arguments| Ok(arguments[0].clone())), "Implement iter(self)."),
    row("awaitable", is_step, "__next__", Exactly(0, |arguments| this(arguments)?.resume(With::Value(Value::None))), "Implement next(self)."),
    row("awaitable", is_step, "send", Exactly(1, |arguments| this(arguments)?.resume(With::Value(arguments[1].clone()))), "Send a value."),
    row("awaitable", is_step, "throw", Between(1, 3, |arguments| {
        this(arguments)?.resume(With::Exception(generator::exception_of(&arguments[1..])?))
    }), "Raise an exception."),
    row("awaitable", is_step, "close", Exactly(0, close), "Give up."),
];

fn this(arguments: &[Value]) -> Result<&Step, Raise> {
    arguments[0].content::<Step>().ok_or_else(|| raise!(TypeError, "awaitable expected"))
}

fn close(arguments: &[Value]) -> Res {
    let step = this(arguments)?;
    match &step.what {
        What::Coroutine => generator::close(std::slice::from_ref(&step.target)),
        _ => {
            step.done.set(true);
            Ok(Value::None)
        }
    }
}

fn create_classes() -> Classes {
    let class = |name: &str| {
        let root = vec![types().object.clone()];
        let class = Class::create(name, Symbol::BUILTINS, root, true)
            .unwrap_or_else(|| unreachable!("a class with one base has an order of lookup"));
        for row in STEP {
            class.names().set(Symbol::new(row.name), Value::from(Builtin::row(row)));
        }
        class
    };
    Classes {
        wrapper: class("coroutine_wrapper"),
        send: class("async_generator_asend"),
        throw: class("async_generator_athrow"),
        default: class("anext_awaitable"),
    }
}

fn wrap(step: Step) -> Value {
    CLASSES.with(|classes| {
        let classes = classes.get_or_init(create_classes);
        let class = match &step.what {
            What::Coroutine => &classes.wrapper,
            What::Send(_) => &classes.send,
            What::Throw(_) | What::Close => &classes.throw,
            What::Default(_) => &classes.default,
        };
        Value::from(Instance::wrap(class, Opaque::create(step)))
    })
}

/// What an object to be awaited is resumed with.
enum With {
    Value(Value),
    Exception(Gc<Exception>),
}

impl Step {
    /// One step: what the generator passes on, or `StopIteration` with the result.
    fn resume(&self, with: With) -> Res {
        let generator = match &self.what {
            What::Default(default) => return self.resume_any(with, default),
            _ => self.target.as_gc::<Generator>().ok_or_else(|| raise!(TypeError, "generator expected"))?,
        };
        if let What::Coroutine = self.what {
            let arguments = [self.target.clone(), with.value()];
            return match with {
                With::Value(_) => generator::send(&arguments),
                With::Exception(_) => generator::throw(&arguments),
            };
        }
        if self.done.get() {
            let method = if let What::Send(_) = self.what { "__anext__()/asend()" } else { "aclose()/athrow()" };
            return Err(raise!(RuntimeError, "cannot reuse already awaited {method}"));
        }
        let first = !self.begun.replace(true);
        if first && generator.state() == State::Running {
            let method = match self.what {
                What::Send(_) => "anext",
                What::Throw(_) => "athrow",
                _ => "aclose",
            };
            return Err(raise!(RuntimeError, "{method}(): asynchronous generator is already running"));
        }
        let host = host::host()?;
        let stepped = match (with, &self.what) {
            (With::Value(_), What::Throw(thrown)) if first => host.throw(generator, thrown.clone()),
            (With::Value(_), What::Close) if first => match generator.state() {
                State::Fresh | State::Done => {
                    generator.finish();
                    self.done.set(true);
                    return Err(raise!(StopIteration, ""));
                }
                _ => host.throw(generator, Exception::with_message(Error::GeneratorExit, "")),
            },
            (With::Value(Value::None), What::Send(value)) if first => host.resume(generator, value.clone()),
            (With::Value(value), _) => host.resume(generator, value),
            (With::Exception(thrown), _) => host.throw(generator, thrown),
        };
        match stepped {
            Ok(Some(value)) => match value.downcast::<cell::Cell>() {
                None => Ok(value),
                Some(_) if matches!(self.what, What::Close) => {
                    self.done.set(true);
                    Err(raise!(RuntimeError, "async generator ignored GeneratorExit"))
                }
                Some(handed) => {
                    self.done.set(true);
                    Err(stop_with(handed.get()))
                }
            },
            Ok(None) => {
                self.done.set(true);
                Err(match self.what {
                    What::Close => raise!(StopIteration, ""),
                    _ => raise!(StopAsyncIteration, ""),
                })
            }
            Err(raised) => {
                self.done.set(true);
                let closed = matches!(self.what, What::Close)
                    && (catch(Error::GeneratorExit).is_some() || catch(Error::StopAsyncIteration).is_some());
                Err(if closed { raise!(StopIteration, "") } else { raised })
            }
        }
    }

    /// `anext(iterator, default)`
    fn resume_any(&self, with: With, default: &Value) -> Res {
        let result = match with {
            With::Value(Value::None) => match attribute::special(&self.target, Symbol::NEXT)? {
                Some(next) => call::call(&next, &[]),
                None => call::call(&attribute::get(&self.target, Symbol::SEND)?, &[Value::None]),
            },
            With::Value(value) => call::call(&attribute::get(&self.target, Symbol::SEND)?, &[value]),
            With::Exception(thrown) => {
                call::call(&attribute::get(&self.target, Symbol::THROW)?, &[Value::from(thrown)])
            }
        };
        match result {
            Err(_) if catch(Error::StopAsyncIteration).is_some() => Err(stop_with(default.clone())),
            other => other,
        }
    }
}

impl With {
    fn value(&self) -> Value {
        match self {
            With::Value(value) => value.clone(),
            With::Exception(exception) => Value::from(exception),
        }
    }
}

fn stop_with(value: Value) -> Raise {
    match value {
        Value::None => raise!(StopIteration, ""),
        value => raise_with(Error::StopIteration, value),
    }
}

/// The iterator through which a value is awaited. `who` tells the words for what cannot be.
pub fn awaitable(value: &Value, who: i64) -> Res {
    if let Some(generator) = value.downcast::<Generator>()
        && generator.flavour() == Flavour::Coroutine
    {
        if generator.delegate().is_some() {
            return Err(raise!(RuntimeError, "coroutine is being awaited already"));
        }
        return Ok(value.clone());
    }
    let Some(method) = attribute::special(value, Symbol::new("__await__"))? else {
        let class = type_name(value);
        return Err(match who {
            1 => not_awaitable("'async with' received an object from __aenter__", &class),
            2 => not_awaitable("'async with' received an object from __aexit__", &class),
            3 => {
                let error = raise!(TypeError, "'async for' received an invalid object from __anext__: {class}");
                return Err(error);
            }
            _ => raise!(TypeError, "object {class} can't be used in 'await' expression"),
        });
    };
    let iterator = call::call(&method, &[])?;
    if is_coroutine(&iterator) {
        return Err(raise!(TypeError, "__await__() returned a coroutine"));
    }
    if !crate::value::ops::iterate::is_iterator(&iterator) {
        let class = type_name(&iterator);
        return Err(raise!(TypeError, "__await__() returned non-iterator of type '{class}'"));
    }
    Ok(iterator)
}

fn not_awaitable(what: &str, class: &str) -> Raise {
    raise!(TypeError, "{what} that does not implement __await__: {class}")
}

/// `async for x in value`
pub fn async_iterator(value: &Value) -> Res {
    let Some(method) = attribute::special(value, Symbol::new("__aiter__"))? else {
        let class = type_name(value);
        return Err(raise!(TypeError, "'async for' requires an object with __aiter__ method, got {class}"));
    };
    let iterator = call::call(&method, &[])?;
    if attribute::special(&iterator, Symbol::new("__anext__"))?.is_none() {
        let class = type_name(&iterator);
        let message = "'async for' received an object from __aiter__ that does not implement __anext__:";
        return Err(raise!(TypeError, "{message} {class}"));
    }
    Ok(iterator)
}

/// What is to be awaited for the next item.
pub fn async_next(iterator: &Value) -> Res {
    match attribute::special(iterator, Symbol::new("__anext__"))? {
        Some(next) => call::call(&next, &[]),
        None => {
            let class = type_name(iterator);
            Err(raise!(TypeError, "'async for' requires an iterator with __anext__ method, got {class}"))
        }
    }
}

/// `aiter(iterable)`
pub fn aiter(arguments: &[Value]) -> Res {
    let Some(method) = attribute::special(&arguments[0], Symbol::new("__aiter__"))? else {
        return Err(raise!(TypeError, "'{}' object is not an async iterable", type_name(&arguments[0])));
    };
    let iterator = call::call(&method, &[])?;
    if attribute::special(&iterator, Symbol::new("__anext__"))?.is_none() {
        let class = type_name(&iterator);
        return Err(raise!(TypeError, "aiter() returned not an async iterator of type '{class}'"));
    }
    Ok(iterator)
}

/// `anext(iterator[, default])`
pub fn anext(arguments: &[Value]) -> Res {
    let Some(method) = attribute::special(&arguments[0], Symbol::new("__anext__"))? else {
        return Err(raise!(TypeError, "'{}' object is not an async iterator", type_name(&arguments[0])));
    };
    let next = call::call(&method, &[])?;
    match arguments.get(1) {
        None => Ok(next),
        Some(default) => {
            let iterator = awaitable(&next, 0)?;
            Ok(wrap(Step::new(&iterator, What::Default(default.clone()))))
        }
    }
}
