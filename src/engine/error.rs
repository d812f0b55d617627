//! Errors that a host sees: a text that is no program, or an exception that a script did not catch. Data only; `report`
//! makes text of it.
//!
//! In: a syntax error with its source, or an exception object. Out: plain data that may outlive the engine and go to other
//! threads.

use std::collections::HashSet;
use std::sync::Arc;

use crate::builtins::modules::sys;
use crate::builtins::suggest::suggest;
use crate::builtins::types::group::members;
use crate::error::{Place, SyntaxError};
use crate::interp::Context;
use crate::source::{Source, Span};
use crate::value::exception::{Error as Class, Exception, TraceEntry, take_pending};
use crate::value::function::Builtin;
use crate::value::module::Module;
use crate::value::syntax_error;
use crate::value::{Gc, Symbol, Value, ops, traceback};

/// Why something did not go on. One pointer wide.
#[derive(Clone, Debug)]
pub struct Error(Box<ErrorKind>);

/// The two kinds of errors.
#[derive(Clone, Debug)]
pub enum ErrorKind {
    /// The text is no program.
    Syntax {
        /// What is wrong, and where.
        error: SyntaxError,
        /// The text.
        source: Arc<Source>,
    },
    /// An exception that nobody caught.
    Raised(Raised),
}

/// An exception as data.
#[derive(Clone, Debug, Default)]
pub struct Raised {
    /// The name of its class, with the module in front unless it is built in.
    pub class: String,
    /// What `str` says of it.
    pub message: String,
    /// The file and the place in it that a `SyntaxError` names.
    pub place: Option<(String, Place)>,
    /// A name that may have been meant.
    pub suggestion: Option<String>,
    /// What `add_note` added.
    pub notes: Vec<String>,
    /// The activations that it left, the outermost first.
    pub traceback: Vec<Line>,
    /// The exception that led to it.
    pub before: Option<(Link, Box<Raised>)>,
    /// The exceptions in a group.
    pub members: Vec<Raised>,
    /// The exit status that a `SystemExit` asks for.
    pub exit: Option<Exit>,
    /// A script's own `sys.excepthook` has been told of it.
    pub told: bool,
}

/// How an exception is tied to the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Link {
    /// `raise … from …`
    Cause,
    /// It was raised while the other was being handled.
    Context,
}

/// How a `SystemExit` wants the process to end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Exit {
    /// With this status.
    Status(i32),
    /// With status 1, after this text.
    Message(String),
}

/// One line of a traceback.
#[derive(Clone, Debug)]
pub struct Line {
    /// The text.
    pub source: Arc<Source>,
    /// The function: `<module>`, `f`, `<listcomp>` …
    pub function: Arc<str>,
    /// The place.
    pub span: Span,
}

impl Line {
    /// The line's number, from 1.
    pub fn number(&self) -> u32 {
        self.source.line(self.span.start)
    }
}

/// Tells the `sys.excepthook` of a script, if it has one; false if there is none, or it fails.
fn tell(exception: &Gc<Exception>) -> bool {
    let Some(hook) = sys::current("excepthook").filter(|hook| hook.downcast::<Builtin>().is_none()) else {
        return false;
    };
    let parts = [Value::from(exception.class()), Value::from(exception), traceback::of(exception)];
    ops::call::call(&hook, &parts).is_ok()
}

/// Chains of exceptions are followed so far.
const LONGEST_CHAIN: usize = 100;

impl Error {
    /// An exception of a built-in class, for a host function to hand to the script that calls it. A name that is no
    /// exception's becomes `RuntimeError`.
    pub fn new(class: &str, message: impl Into<String>) -> Error {
        let class = Class::ALL.iter().find(|known| known.name() == class).unwrap_or(&Class::RuntimeError);
        let (class, message) = (class.name().to_string(), message.into());
        Error(Box::new(ErrorKind::Raised(Raised { class, message, ..Raised::default() })))
    }

    pub(super) fn syntax(error: SyntaxError, source: &Arc<Source>) -> Error {
        Error(Box::new(ErrorKind::Syntax { error, source: source.clone() }))
    }

    /// The exception on its way. `globals` are where it may have looked for names.
    pub(super) fn take(globals: &Module, context: &Context) -> Error {
        let exception = take_pending();
        let hint = |exception: &Gc<Exception>| hint(exception, globals, context);
        let mut raised = raised(&exception, &hint, &mut HashSet::new(), 0);
        raised.told = raised.exit.is_none() && tell(&exception);
        // Whatever went wrong while text was made of it is of no interest.
        let _ = crate::value::exception::is_pending().then(take_pending);
        Error(Box::new(ErrorKind::Raised(raised)))
    }

    /// Whether a script's own `sys.excepthook` has been told of it, so that nobody else need say it.
    pub fn is_told(&self) -> bool {
        matches!(&*self.0, ErrorKind::Raised(raised) if raised.told)
    }

    /// Which of the two it is, with all that is known.
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }

    /// The name of the exception's class: `ZeroDivisionError`, `SyntaxError` …
    pub fn class(&self) -> &str {
        match &*self.0 {
            ErrorKind::Syntax { error, .. } => error.kind.name(),
            ErrorKind::Raised(raised) => &raised.class,
        }
    }

    /// The message without class and place.
    pub fn message(&self) -> &str {
        match &*self.0 {
            ErrorKind::Syntax { error, .. } => &error.message,
            ErrorKind::Raised(raised) => &raised.message,
        }
    }

    /// The activations that it left, the outermost first.
    pub fn traceback(&self) -> &[Line] {
        match &*self.0 {
            ErrorKind::Syntax { .. } => &[],
            ErrorKind::Raised(raised) => &raised.traceback,
        }
    }

    /// The exit status, if it is a `SystemExit`.
    pub fn exit(&self) -> Option<&Exit> {
        match &*self.0 {
            ErrorKind::Syntax { .. } => None,
            ErrorKind::Raised(raised) => raised.exit.as_ref(),
        }
    }
}

/// An exception with those before it and those in it; an exception that is in the data already is not in it again.
fn raised(
    exception: &Gc<Exception>,
    hint: &dyn Fn(&Gc<Exception>) -> Option<String>,
    seen: &mut HashSet<usize>,
    depth: usize,
) -> Raised {
    seen.insert(exception.as_ref().address());
    let class = exception.class();
    let module = class.module();
    let class = match module.as_str() {
        "builtins" | "__main__" => class.name(),
        module => format!("{module}.{}", class.name()),
    };
    let before = match (exception.cause(), exception.context()) {
        _ if depth >= LONGEST_CHAIN => None,
        (Some(cause), _) => Some((Link::Cause, cause)),
        (None, Some(context)) if !exception.suppresses_context() => Some((Link::Context, context)),
        _ => None,
    };
    let before = before.filter(|(_, before)| !seen.contains(&before.as_ref().address()));
    let place = syntax_error::place_of(exception);
    let message = match &place {
        Some(_) => text(&syntax_error::message_of(exception)),
        None => text(&Value::from(exception)),
    };
    Raised {
        class,
        message: message.unwrap_or_else(|| "<exception str() failed>".to_string()),
        place,
        suggestion: hint(exception),
        notes: notes(exception),
        traceback: exception.traceback().iter().rev().map(line).collect(),
        before: before.map(|(link, before)| (link, Box::new(raised(&before, hint, seen, depth + 1)))),
        members: match members(exception) {
            Some(members) if depth < LONGEST_CHAIN => {
                members.iter().map(|member| raised(member, hint, seen, depth + 1)).collect()
            }
            _ => Vec::new(),
        },
        exit: exception.matches(Class::SystemExit).then(|| exit(exception)),
        told: false,
    }
}

fn line(entry: &TraceEntry) -> Line {
    let function = entry.name.clone().unwrap_or_else(|| entry.code.name.clone());
    Line { source: entry.code.source.clone(), function, span: entry.span }
}

fn text(value: &Value) -> Option<String> {
    ops::str(value).map_err(|_| drop(take_pending())).ok()
}

fn notes(exception: &Exception) -> Vec<String> {
    let Some(notes) = exception.names_with(Symbol::NOTES).get(Symbol::NOTES) else {
        return Vec::new();
    };
    let Ok(notes) = ops::iterate::collect_values(&notes) else {
        drop(take_pending());
        return Vec::new();
    };
    notes.iter().map(|note| text(note).unwrap_or_else(|| "<note str() failed>".to_string())).collect()
}

fn exit(exception: &Exception) -> Exit {
    let args = exception.args();
    match args.items() {
        [] => Exit::Status(0),
        [only] if only.is_none() => Exit::Status(0),
        // A process hands on the lowest eight bits; a number too large for the system's type counts as -1.
        [only] => match (only.as_int(), only.as_bool(), only.as_big()) {
            (Some(status), _, _) => Exit::Status(i32::try_from(status).unwrap_or(-1)),
            (_, Some(truth), _) => Exit::Status(truth.into()),
            (_, _, Some(_)) => Exit::Status(-1),
            _ => Exit::Message(text(only).unwrap_or_default()),
        },
        _ => Exit::Message(text(&Value::from(&args)).unwrap_or_default()),
    }
}

/// The name that may have been meant by one that was not found.
fn hint(exception: &Gc<Exception>, globals: &Module, context: &Context) -> Option<String> {
    let builtins = &context.builtins;
    if exception.matches(Class::NameError) {
        let args = exception.args();
        let [message] = args.items() else { return None };
        let name = message.as_str()?.strip_prefix("name '")?.split('\'').next()?;
        let traceback = exception.traceback();
        let code = &traceback.first()?.code;
        let locals = code.slots.iter().map(|slot| &**slot).filter(|slot| !slot.is_empty());
        let free = code.free.iter().map(|(name, _)| &**name);
        if let Some(found) = suggest(name, locals.chain(free)) {
            return Some(found.to_string());
        }
        let imported = context.modules.made_of(code.source.name());
        // Words of the language are names of the built-in module in CPython.
        let modules = [(imported.as_deref().unwrap_or(globals), &[][..]), (builtins, &["None", "False", "True"][..])];
        return modules.iter().find_map(|(module, words)| {
            let names = module.names();
            suggest(name, names.iter().map(|name| name.as_str()).chain(words.iter().copied())).map(str::to_string)
        });
    }
    if exception.matches(Class::AttributeError) {
        let name = exception.names().get(Symbol::new("name"))?;
        let object = exception.names().get(Symbol::OBJ)?;
        let dir = builtins.get(Symbol::new("dir"))?;
        let names = ops::call::call(&dir, &[object]).and_then(|names| ops::iterate::collect_values(&names));
        let Ok(names) = names else {
            drop(take_pending());
            return None;
        };
        return suggest(name.as_str()?, names.iter().filter_map(Value::as_str)).map(str::to_string);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn errors_may_go_to_other_threads() {
        fn check<T: Send + Sync + 'static>() {}
        check::<Error>();
        assert_eq!(size_of::<Error>(), size_of::<usize>());
        assert_eq!(Error::new("KeyError", "k").class(), "KeyError");
        assert_eq!(Error::new("NoSuchClass", "k").class(), "RuntimeError");
    }
}
