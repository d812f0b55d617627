//! Exceptions: the table of the built-in ones, the objects, and the one that is on its way.
//!
//! In: a row of the table and a message, or an exception object. Out: `Raise`, while the exception itself waits here for
//! whoever handles it. It formats nothing: tracebacks are data.

use super::class::{Class, types};
use super::dict::Dict;
use super::heap::{Gc, Ref, Trace};
use super::module::Module;
use super::namespace::Namespace;
use super::tuple::Tuple;
use super::{Raise, Symbol, Value};
use crate::number::math::Failure;
use crate::number::{ErrorKind, NumberError};
use crate::resolve::tree::Code;
use crate::source::Span;
use std::cell::{Cell, OnceCell, RefCell};
use std::fmt;
use std::sync::Arc;

macro_rules! errors {
    ($($name:ident $(< $base:ident)?;)*) => {
        /// The built-in exceptions, one row each; a base stands before what derives from it.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[repr(u32)]
        pub enum Error {
            $(
                #[doc = concat!("`", stringify!($name), "`")]
                $name,
            )*
        }

        impl Error {
            /// All rows, in order.
            pub const ALL: &'static [Error] = &[$(Error::$name,)*];

            /// What the class is called.
            pub fn name(self) -> &'static str {
                match self { $(Error::$name => stringify!($name),)* }
            }

            /// The class it derives from; only `BaseException` has none in this table.
            pub fn base(self) -> Option<Error> {
                match self { $(Error::$name => errors!(@base $($base)?),)* }
            }
        }
    };
    (@base) => { None };
    (@base $base:ident) => { Some(Error::$base) };
}

errors! {
    BaseException;
    SystemExit < BaseException;
    KeyboardInterrupt < BaseException;
    GeneratorExit < BaseException;
    Exception < BaseException;
    BaseExceptionGroup < BaseException;
    ExceptionGroup < BaseExceptionGroup;
    StopIteration < Exception;
    StopAsyncIteration < Exception;
    ArithmeticError < Exception;
    FloatingPointError < ArithmeticError;
    OverflowError < ArithmeticError;
    ZeroDivisionError < ArithmeticError;
    AssertionError < Exception;
    AttributeError < Exception;
    BufferError < Exception;
    EOFError < Exception;
    ImportError < Exception;
    ModuleNotFoundError < ImportError;
    LookupError < Exception;
    IndexError < LookupError;
    KeyError < LookupError;
    MemoryError < Exception;
    NameError < Exception;
    UnboundLocalError < NameError;
    OSError < Exception;
    BlockingIOError < OSError;
    ChildProcessError < OSError;
    ConnectionError < OSError;
    BrokenPipeError < ConnectionError;
    ConnectionAbortedError < ConnectionError;
    ConnectionRefusedError < ConnectionError;
    ConnectionResetError < ConnectionError;
    FileExistsError < OSError;
    FileNotFoundError < OSError;
    InterruptedError < OSError;
    IsADirectoryError < OSError;
    NotADirectoryError < OSError;
    PermissionError < OSError;
    ProcessLookupError < OSError;
    TimeoutError < OSError;
    ReferenceError < Exception;
    RuntimeError < Exception;
    NotImplementedError < RuntimeError;
    RecursionError < RuntimeError;
    SyntaxError < Exception;
    IndentationError < SyntaxError;
    TabError < IndentationError;
    SystemError < Exception;
    TypeError < Exception;
    ValueError < Exception;
    UnicodeError < ValueError;
    UnicodeDecodeError < UnicodeError;
    UnicodeEncodeError < UnicodeError;
    UnicodeTranslateError < UnicodeError;
    Warning < Exception;
    DeprecationWarning < Warning;
    RuntimeWarning < Warning;
    SyntaxWarning < Warning;
    UserWarning < Warning;
    FutureWarning < Warning;
    PendingDeprecationWarning < Warning;
    ImportWarning < Warning;
    UnicodeWarning < Warning;
    BytesWarning < Warning;
    ResourceWarning < Warning;
    EncodingWarning < Warning;
}

/// One line of a traceback: a place in an activation.
#[derive(Clone, Debug)]
pub struct TraceEntry {
    /// What was running.
    pub code: Arc<Code>,
    /// What it is called, where that is not the code's own name (a comprehension).
    pub name: Option<Arc<str>>,
    /// Where.
    pub span: Span,
}

/// The body of an exception.
pub struct Exception {
    class: Gc<Class>,
    args: RefCell<Gc<Tuple>>,
    /// Innermost activation first: each frame that the exception leaves adds its line at the end.
    traceback: RefCell<Vec<TraceEntry>>,
    cause: RefCell<Option<Gc<Exception>>>,
    context: RefCell<Option<Gc<Exception>>>,
    suppress_context: Cell<bool>,
    /// Its context has nothing to do with what is handled where it is on its way.
    keeps_context: Cell<bool>,
    /// It was thrown into a generator, and nobody there has noted it yet.
    is_thrown: Cell<bool>,
    /// Further attributes: `name`, `errno`, `__notes__`, …
    names: Namespace,
    /// The `__dict__` that somebody has asked for, and the attributes that it shows.
    shown: OnceCell<Box<(Gc<Dict>, Gc<Module>)>>,
}

/// The attributes that classes of exceptions have beside their `__dict__`.
const MEMBERS: &[(Error, &[&str])] = &[
    (Error::OSError, &["errno", "strerror", "filename", "filename2", "characters_written"]),
    (Error::ImportError, &["msg", "name", "path"]),
    (Error::NameError, &["name"]),
    (Error::AttributeError, &["name", "obj"]),
    (Error::StopIteration, &["value"]),
    (Error::SystemExit, &["code"]),
    (
        Error::SyntaxError,
        &["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"],
    ),
    (Error::UnicodeError, &["encoding", "object", "start", "end", "reason"]),
    (Error::BaseExceptionGroup, &["message", "exceptions"]),
];

impl Exception {
    /// An exception object.
    pub fn create(class: Gc<Class>, args: Vec<Value>) -> Gc<Exception> {
        let exception = Gc::new(Exception {
            class,
            args: RefCell::new(Tuple::new(args)),
            traceback: RefCell::default(),
            cause: RefCell::default(),
            context: RefCell::default(),
            suppress_context: Cell::new(false),
            keeps_context: Cell::new(false),
            is_thrown: Cell::new(false),
            names: Namespace::default(),
            shown: OnceCell::new(),
        });
        exception.track();
        exception
    }

    /// A built-in exception with a message.
    pub fn with_message(error: Error, message: &str) -> Gc<Exception> {
        let args = if message.is_empty() { Vec::new() } else { vec![Value::str(message)] };
        let exception = Exception::create(types().exception(error).clone(), args);
        if exception.matches(Error::ImportError) {
            exception.names().set(Symbol::new("msg"), Value::str(message));
        }
        exception
    }

    /// Its class.
    pub fn class(&self) -> &Gc<Class> {
        &self.class
    }

    /// What it was made with.
    pub fn args(&self) -> Gc<Tuple> {
        self.args.borrow().clone()
    }

    /// Sets `args`.
    pub fn set_args(&self, args: Gc<Tuple>) {
        self.args.replace(args);
    }

    /// The lines of the traceback so far, innermost first.
    pub fn traceback(&self) -> Vec<TraceEntry> {
        self.traceback.borrow().clone()
    }

    /// Whether the traceback has any line.
    pub fn has_traceback(&self) -> bool {
        !self.traceback.borrow().is_empty()
    }

    /// Adds the line of the frame that the exception is about to leave.
    pub fn add_entry(&self, entry: TraceEntry) {
        self.traceback.borrow_mut().push(entry);
    }

    /// Replaces the lines of the traceback.
    pub fn set_traceback(&self, entries: Vec<TraceEntry>) {
        self.traceback.replace(entries);
    }

    /// `__cause__`
    pub fn cause(&self) -> Option<Gc<Exception>> {
        self.cause.borrow().clone()
    }

    /// Sets `__cause__`, which also hides the context.
    pub fn set_cause(&self, cause: Option<Gc<Exception>>) {
        self.suppress_context.set(true);
        self.cause.replace(cause);
    }

    /// `__context__`
    pub fn context(&self) -> Option<Gc<Exception>> {
        self.context.borrow().clone()
    }

    /// `__suppress_context__`
    pub fn suppresses_context(&self) -> bool {
        self.suppress_context.get()
    }

    /// Sets `__suppress_context__`.
    pub fn set_suppress_context(&self, suppress: bool) {
        self.suppress_context.set(suppress);
    }

    /// The attributes that its built-in class gives it.
    pub fn names(&self) -> &Namespace {
        &self.names
    }

    /// Where an attribute of this name is, or is put.
    pub fn names_with(&self, name: Symbol) -> &Namespace {
        match self.shown.get() {
            Some(shown) if !self.is_member(name) => &shown.1,
            _ => &self.names,
        }
    }

    /// Whether an attribute is no part of its `__dict__`.
    fn is_member(&self, name: Symbol) -> bool {
        MEMBERS
            .iter()
            .any(|(class, names)| names.contains(&name.as_str()) && self.class.is_subclass(types().exception(*class)))
    }

    /// `__dict__`
    pub fn dictionary(&self) -> Gc<Dict> {
        let shown = self.shown.get_or_init(|| {
            let dict = Dict::new();
            let attributes = dict.into_module(|| Module::create(""));
            for name in self.names.names().into_iter().filter(|&name| !self.is_member(name)) {
                attributes.set(name, self.names.get(name).unwrap_or_default());
                self.names.delete(name);
            }
            Box::new((dict, attributes))
        });
        shown.0.clone()
    }

    /// Whether its context is what is being handled; asked when it is on its way for the first time.
    pub fn takes_context(&self) -> bool {
        !self.keeps_context.take()
    }

    /// It is on its way into a generator, thrown from outside.
    pub fn mark_thrown(&self) {
        self.is_thrown.set(true);
    }

    /// Whether it has just been thrown into a generator.
    pub fn was_thrown(&self) -> bool {
        self.is_thrown.take()
    }

    /// Forgets what was handled when it was raised.
    pub fn clear_context(&self) {
        self.context.replace(None);
    }
}

impl Gc<Exception> {
    /// Makes it what another one has become: its cause and its context, whatever is handled around.
    pub fn set_origin(&self, origin: Gc<Exception>) {
        self.set_cause(Some(origin.clone()));
        self.set_context(Some(origin));
        self.keeps_context.set(true);
    }

    /// Sets `__context__` to the exception being handled, without making a cycle.
    pub fn set_context(&self, handled: Option<Gc<Exception>>) {
        let Some(handled) = handled else { return };
        if handled.is(self) {
            return;
        }
        // An exception raised while one of its own successors is handled would close a circle: cut it there.
        let mut current = handled.clone();
        while let Some(next) = current.context() {
            if next.is(self) {
                current.context.replace(None);
                break;
            }
            current = next;
        }
        self.context.replace(Some(handled));
    }

    /// Whether it is an instance of a built-in exception or of what derives from it.
    pub fn matches(&self, error: Error) -> bool {
        self.class.is_subclass(types().exception(error))
    }
}

impl Trace for Exception {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        visit(self.class.as_ref());
        visit(self.args.borrow().as_ref());
        for other in [&self.cause, &self.context] {
            if let Some(other) = &*other.borrow() {
                visit(other.as_ref());
            }
        }
        self.names.trace(visit);
        if let Some(shown) = self.shown.get() {
            visit(shown.0.as_ref());
            visit(shown.1.as_ref());
        }
    }

    fn clear(&self) {
        if let Some(shown) = self.shown.get() {
            shown.1.clear();
        }
        self.args.replace(Tuple::new(Vec::new()));
        self.cause.replace(None);
        self.context.replace(None);
        self.names.clear();
    }
}

thread_local! {
    static PENDING: RefCell<Option<Gc<Exception>>> = const { RefCell::new(None) };
}

/// Raises a built-in exception with a message.
#[cold]
#[inline(never)]
pub fn raise(error: Error, message: fmt::Arguments<'_>) -> Raise {
    raise_object(Exception::with_message(error, &message.to_string()))
}

/// Raises a built-in exception with a value as its only argument (`KeyError(key)`).
#[cold]
pub fn raise_with(error: Error, argument: Value) -> Raise {
    raise_object(Exception::create(types().exception(error).clone(), vec![argument]))
}

/// Raises a built-in exception with a message about a name, which is kept as the exception's `name`.
#[cold]
pub fn raise_named(error: Error, name: &str, message: fmt::Arguments<'_>) -> Raise {
    let exception = Exception::with_message(error, &message.to_string());
    exception.names().set(Symbol::new("name"), Value::str(name));
    raise_object(exception)
}

/// Raises an exception object.
#[cold]
pub fn raise_object(exception: Gc<Exception>) -> Raise {
    PENDING.with(|pending| pending.replace(Some(exception)));
    Raise
}

/// The exception on its way, which the caller now handles. There is one whenever `Raise` was returned.
pub fn take_pending() -> Gc<Exception> {
    PENDING
        .with(|pending| pending.take())
        .unwrap_or_else(|| Exception::with_message(Error::SystemError, "error return without exception set"))
}

/// Whether an exception is on its way.
pub fn is_pending() -> bool {
    PENDING.with(|pending| pending.borrow().is_some())
}

/// Whether the exception on its way is an instance of a built-in exception.
pub fn pending_matches(error: Error) -> bool {
    PENDING.with(|pending| pending.borrow().as_ref().is_some_and(|exception| exception.matches(error)))
}

/// Takes the exception on its way if it is an instance of a built-in exception, so that the caller goes on.
pub fn catch(error: Error) -> Option<Gc<Exception>> {
    pending_matches(error).then(take_pending)
}

/// Calls `raise` with a formatted message: `raise!(TypeError, "…", …)`.
#[macro_export]
macro_rules! raise {
    ($error:ident, $($message:tt)*) => {
        $crate::value::exception::raise($crate::value::exception::Error::$error, format_args!($($message)*))
    };
}
pub use raise as raise_error;

impl From<NumberError> for Raise {
    #[cold]
    fn from(error: NumberError) -> Raise {
        let class = match error.kind {
            ErrorKind::ZeroDivision => Error::ZeroDivisionError,
            ErrorKind::Overflow => Error::OverflowError,
            ErrorKind::Value => Error::ValueError,
            ErrorKind::Type => Error::TypeError,
            ErrorKind::Key => Error::KeyError,
            ErrorKind::Index => Error::IndexError,
            ErrorKind::Memory => Error::MemoryError,
        };
        if error == NumberError::RESULT_OUT_OF_RANGE {
            let args = vec![Value::int(34), Value::str("Numerical result out of range")];
            return raise_object(Exception::create(types().exception(class).clone(), args));
        }
        raise(class, format_args!("{}", error.message))
    }
}

impl From<Failure> for Raise {
    #[cold]
    fn from(failure: Failure) -> Raise {
        Raise::from(NumberError::from(failure))
    }
}

impl From<super::heap::flat::TooLarge> for Raise {
    #[cold]
    fn from(_: super::heap::flat::TooLarge) -> Raise {
        raise(Error::MemoryError, format_args!(""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raised_exception_waits_here() {
        let raised = raise!(ValueError, "bad {}", 7);
        assert_eq!(raised, Raise);
        assert!(is_pending() && pending_matches(Error::Exception) && !pending_matches(Error::TypeError));
        let exception = catch(Error::ValueError).unwrap();
        assert_eq!(exception.args().items()[0].as_str(), Some("bad 7"));
        assert!(!is_pending());
    }

    #[test]
    fn contexts_never_form_a_circle() {
        let a = Exception::with_message(Error::ValueError, "a");
        let b = Exception::with_message(Error::ValueError, "b");
        a.set_context(Some(b.clone()));
        b.set_context(Some(a.clone()));
        assert!(a.context().is_none());
        assert!(b.context().is_some_and(|context| context.is(&a)));
    }
}
