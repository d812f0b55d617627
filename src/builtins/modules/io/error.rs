//! What goes wrong with files, as CPython's exceptions.
//!
//! In: errors of the system, and what was asked of an object that cannot do it. Out: exceptions on their way.

use std::cell::OnceCell;

use crate::builtins::types::exception::raise_system;
use crate::raise;
use crate::value::class::Class;
use crate::value::exception::{Error, Exception, raise_object};
use crate::value::{Gc, Raise, Symbol, Value, types};

/// `OSError` with the system's number and words.
pub fn system(error: &std::io::Error, file: Option<&Value>) -> Raise {
    raise_system(error, file)
}

/// The object was closed.
#[cold]
pub fn closed() -> Raise {
    raise!(ValueError, "I/O operation on closed file.")
}

thread_local! {
    static UNSUPPORTED: OnceCell<Gc<Class>> = const { OnceCell::new() };
}

/// `io.UnsupportedOperation`
pub fn unsupported_class() -> Gc<Class> {
    let create = || {
        let bases = [Error::OSError, Error::ValueError].map(|error| types().exception(error).clone());
        Class::create("UnsupportedOperation", Symbol::new("io"), bases.to_vec(), true)
            .unwrap_or_else(|| unreachable!("the two have an order of lookup"))
    };
    UNSUPPORTED.with(|known| known.get_or_init(create).clone())
}

/// The object cannot do that.
#[cold]
pub fn unsupported(message: &str) -> Raise {
    raise_object(Exception::create(unsupported_class(), vec![Value::str(message)]))
}
