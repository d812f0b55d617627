//! Groups of exceptions: constructor, methods, and the two steps of `except*`.
//!
//! In: a message and exceptions, or a group and a condition. Out: a group, its parts that fulfil the condition and the
//! rest. Parts keep the shape of the group; traceback, cause, context and notes go with each.

use crate::raise;
use crate::value::class::Class;
use crate::value::exception::{Error, Exception};
use crate::value::heap::Gc;
use crate::value::ops::{self, attribute, call};
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Kind, Raise, Res, Symbol, Value, type_name, types};

const MESSAGE: &str = "message";
const EXCEPTIONS: &str = "exceptions";

fn base() -> &'static Gc<Class> {
    types().exception(Error::BaseExceptionGroup)
}

/// `ExceptionGroup(message, exceptions)` and its kin; the class has been split off.
pub fn new(class: &Gc<Class>, arguments: &Arguments<'_>) -> Res {
    if !arguments.names.is_empty() {
        return Err(raise!(TypeError, "{}() takes no keyword arguments", class.name()));
    }
    let [message, exceptions] = arguments.positional else {
        let count = arguments.positional.len();
        return Err(raise!(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({count} given)"));
    };
    if message.as_str().is_none() {
        let class = type_name(message);
        return Err(raise!(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not {class}"));
    }
    let is_sequence = matches!(exceptions.kind(), Some(Kind::List | Kind::Tuple | Kind::Range | Kind::Str))
        || attribute::special(exceptions, Symbol::GETITEM)?.is_some() && exceptions.kind() != Some(Kind::Dict);
    if !is_sequence {
        return Err(raise!(TypeError, "second argument (exceptions) must be a sequence"));
    }
    let items = ops::iterate::collect_values(exceptions)?;
    if items.is_empty() {
        return Err(raise!(ValueError, "second argument (exceptions) must be a non-empty sequence"));
    }
    let plain = types().exception(Error::Exception);
    let mut all_plain = true;
    for (place, item) in items.iter().enumerate() {
        let Some(exception) = item.as_gc::<Exception>() else {
            return Err(raise!(ValueError, "Item {place} of second argument (exceptions) is not an exception"));
        };
        all_plain &= exception.class().is_subclass(plain);
    }
    let mut class = class.clone();
    if class.is(base()) {
        if all_plain {
            class = types().exception(Error::ExceptionGroup).clone();
        }
    } else if !all_plain && class.is_subclass(plain) {
        return Err(match class.is(types().exception(Error::ExceptionGroup)) {
            true => raise!(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup"),
            false => raise!(TypeError, "Cannot nest BaseExceptions in '{}'", class.name()),
        });
    }
    let group = Exception::create(class, arguments.positional.to_vec());
    group.names().set(Symbol::new(MESSAGE), message.clone());
    group.names().set(Symbol::new(EXCEPTIONS), Value::tuple(items));
    Ok(Value::from(group))
}

fn this(arguments: &[Value]) -> Result<&Gc<Exception>, Raise> {
    arguments[0].as_gc::<Exception>().ok_or_else(|| raise!(TypeError, "exception group expected"))
}

/// The exceptions in a group; none if it is no group.
pub fn members(exception: &Gc<Exception>) -> Option<Vec<Gc<Exception>>> {
    if !exception.class().is_subclass(base()) {
        return None;
    }
    let members = exception.names().get(Symbol::new(EXCEPTIONS))?;
    Some(members.downcast::<Tuple>()?.items().iter().filter_map(|item| item.as_gc::<Exception>().cloned()).collect())
}

/// `group.derive(exceptions)`
pub fn derive(arguments: &[Value]) -> Res {
    let message = this(arguments)?.names().get(Symbol::new(MESSAGE)).unwrap_or_default();
    new(base(), &Arguments::new(&[message, arguments[1].clone()]))
}

/// A group of some of the members of another.
fn part(group: &Gc<Exception>, members: Vec<Gc<Exception>>) -> Result<Option<Gc<Exception>>, Raise> {
    if members.is_empty() {
        return Ok(None);
    }
    let derive = attribute::get(&Value::from(group), Symbol::new("derive"))?;
    let made = call::call(&derive, &[Value::list(members.into_iter().map(Value::from))])?;
    let Some(made) = made.as_gc::<Exception>().filter(|made| made.class().is_subclass(base())) else {
        return Err(raise!(TypeError, "derive must return an instance of BaseExceptionGroup"));
    };
    made.set_traceback(group.traceback());
    made.set_context(group.context());
    made.set_cause(group.cause());
    if let Some(notes) = group.names_with(Symbol::NOTES).get(Symbol::NOTES)
        && let Ok(notes) = ops::iterate::collect_values(&notes)
    {
        made.names().set(Symbol::NOTES, Value::list(notes));
    }
    Ok(Some(made.clone()))
}

type Halves = (Option<Gc<Exception>>, Option<Gc<Exception>>);

/// Those that fulfil a condition, and the others.
fn halves(exception: &Gc<Exception>, holds: &dyn Fn(&Gc<Exception>) -> Result<bool, Raise>) -> Result<Halves, Raise> {
    if holds(exception)? {
        return Ok((Some(exception.clone()), None));
    }
    let Some(members) = members(exception) else {
        return Ok((None, Some(exception.clone())));
    };
    let _deeper = crate::value::recursion::enter(" in exceptiongroup_split_recursive")?;
    let (mut found, mut others) = (Vec::new(), Vec::new());
    for member in &members {
        let (matched, rest) = halves(member, holds)?;
        found.extend(matched);
        others.extend(rest);
    }
    Ok((part(exception, found)?, part(exception, others)?))
}

fn is_exception_class(value: &Value) -> bool {
    value.as_gc::<Class>().is_some_and(|class| class.is_subclass(types().exception(Error::BaseException)))
}

fn by_condition(arguments: &[Value]) -> Result<Halves, Raise> {
    let (group, condition) = (this(arguments)?, &arguments[1]);
    let classes = match condition.downcast::<Tuple>() {
        Some(tuple) => tuple.items().iter().all(is_exception_class),
        None => is_exception_class(condition),
    };
    if classes {
        return halves(group, &|exception| attribute::exception_matches(exception, condition));
    }
    if condition.as_gc::<Class>().is_some() || !call::is_callable(condition) {
        return Err(raise!(TypeError, "expected a function, exception type or tuple of exception types"));
    }
    halves(group, &|exception| ops::truth(&call::call(condition, &[Value::from(exception)])?))
}

fn or_none(exception: Option<Gc<Exception>>) -> Value {
    exception.map_or(Value::None, Value::from)
}

/// `group.split(condition)`
pub fn split(arguments: &[Value]) -> Res {
    let (found, others) = by_condition(arguments)?;
    Ok(Value::pair(or_none(found), or_none(others)))
}

/// `group.subgroup(condition)`
pub fn subgroup(arguments: &[Value]) -> Res {
    Ok(or_none(by_condition(arguments)?.0))
}

/// The part of an exception that `except* class` takes, as a group, and what is left.
pub fn take_part(exception: &Value, classes: &Value) -> Res {
    let all = match classes.downcast::<Tuple>() {
        Some(tuple) => tuple.items().to_vec(),
        None => vec![classes.clone()],
    };
    for class in &all {
        if !is_exception_class(class) {
            let message = "catching classes that do not inherit from BaseException is not allowed";
            return Err(raise!(TypeError, "{message}"));
        }
    }
    if all.iter().any(|class| class.as_gc::<Class>().is_some_and(|class| class.is_subclass(base()))) {
        let message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
        return Err(raise!(TypeError, "{message}"));
    }
    let Some(exception) = exception.as_gc::<Exception>() else {
        return Ok(Value::pair(Value::None, Value::None));
    };
    let (found, rest) = halves(exception, &|exception| attribute::exception_matches(exception, classes))?;
    let found = match found {
        Some(naked) if members(&naked).is_none() => {
            let arguments = [Value::str(""), Value::list([Value::from(&naked)])];
            let group = new(base(), &Arguments::new(&arguments))?;
            if let Some(group) = group.as_gc::<Exception>() {
                group.set_traceback(naked.traceback());
            }
            group
        }
        found => or_none(found),
    };
    Ok(Value::pair(found, or_none(rest)))
}

/// Whether an exception is a part of another that was only raised again.
fn is_part_of(exception: &Gc<Exception>, whole: &Gc<Exception>) -> bool {
    let same = |a: Option<Gc<Exception>>, b: Option<Gc<Exception>>| match (a, b) {
        (Some(a), Some(b)) => a.is(&b),
        (None, None) => true,
        _ => false,
    };
    let places = |exception: &Gc<Exception>| -> Vec<_> {
        exception.traceback().iter().map(|entry| (entry.code.id, entry.span)).collect()
    };
    same(exception.cause(), whole.cause())
        && same(exception.context(), whole.context())
        && places(exception) == places(whole)
}

fn leaves(exception: &Gc<Exception>, found: &mut Vec<Gc<Exception>>) {
    match members(exception) {
        Some(members) => members.iter().for_each(|member| leaves(member, found)),
        None => found.push(exception.clone()),
    }
}

/// What goes on after the clauses of `except*`: of the exception that was caught, of those that clauses raised, and of what
/// no clause took.
pub fn join(whole: &Value, raised: &Value, rest: &Value) -> Res {
    let raised = ops::iterate::collect_values(raised)?;
    let Some(whole) = whole.as_gc::<Exception>() else { return Ok(Value::None) };
    if members(whole).is_none() {
        // A single exception was caught: at most one clause has run.
        return Ok(raised.into_iter().next().unwrap_or_else(|| rest.clone()));
    }
    let (mut again, mut fresh) = (Vec::new(), Vec::new());
    for exception in raised.iter().filter_map(Value::as_gc::<Exception>) {
        match is_part_of(exception, whole) {
            true => leaves(exception, &mut again),
            false => fresh.push(Value::from(exception)),
        }
    }
    if let Some(rest) = rest.as_gc::<Exception>() {
        leaves(rest, &mut again);
    }
    let again = match again.is_empty() {
        true => None,
        false => halves(whole, &|exception| Ok(again.iter().any(|leaf| leaf.is(exception))))?.0,
    };
    if fresh.is_empty() {
        return Ok(or_none(again));
    }
    fresh.extend(again.map(Value::from));
    new(base(), &Arguments::new(&[Value::str(""), Value::list(fresh)]))
}
