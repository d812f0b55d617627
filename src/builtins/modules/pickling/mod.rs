//! `_pickling`: objects as bytes, and back.
//!
//! In: an object, or bytes. Out: the bytes that CPython's own pickler writes, or the object that bytes mean. The page `pickle` has the
//! classes that scripts know, and what is rare: where classes and functions are found, how objects of other types are taken apart,
//! codes of extensions. It is called where one of these is needed.

mod build;
mod code;
mod input;
mod memo;
mod old_text;
mod output;
mod read;
mod reader;
mod reduce;
mod write;
mod writer;

use super::{Module, class};
use crate::value::class::Class;
use crate::value::exception::{Error, Exception, raise_object};
use crate::value::{Gc, Raise, Value};
use std::cell::OnceCell;
use std::fmt;

struct Exceptions {
    error: Gc<Class>,
    pickling: Gc<Class>,
    unpickling: Gc<Class>,
}

/// The exceptions of the module `pickle`.
fn exceptions<T>(look: impl FnOnce(&Exceptions) -> T) -> T {
    thread_local! {
        static MADE: OnceCell<Exceptions> = const { OnceCell::new() };
    }
    let make = || {
        let error = class::exception("pickle", "PickleError", Error::Exception);
        let derived = |name| class::create("pickle", name, Some(error.clone()), &[]);
        Exceptions { pickling: derived("PicklingError"), unpickling: derived("UnpicklingError"), error: error.clone() }
    };
    MADE.with(|made| look(made.get_or_init(make)))
}

/// Raises `PicklingError`.
#[cold]
fn not_written(message: fmt::Arguments<'_>) -> Raise {
    let class = exceptions(|known| known.pickling.clone());
    raise_object(Exception::create(class, vec![Value::str(&message.to_string())]))
}

/// Raises `UnpicklingError`.
#[cold]
fn not_read(message: fmt::Arguments<'_>) -> Raise {
    let class = exceptions(|known| known.unpickling.clone());
    raise_object(Exception::create(class, vec![Value::str(&message.to_string())]))
}

/// The module.
pub fn create() -> Gc<Module> {
    let module = Module::create("_pickling");
    module.define("Writer", Value::from(writer::class()));
    module.define("Reader", Value::from(reader::class()));
    exceptions(|known| {
        module.define("PickleError", Value::from(&known.error));
        module.define("PicklingError", Value::from(&known.pickling));
        module.define("UnpicklingError", Value::from(&known.unpickling));
    });
    module
}
