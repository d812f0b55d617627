//! Calling any value.
//!
//! In: a callee and arguments. Out: its result. Built-in functions and classes are called here; what a script defined
//! goes to the host.

use crate::raise;
use crate::value::class::Class;
use crate::value::descriptor::Wrapper;
use crate::value::function::{Builtin, Function, Method};
use crate::value::host::{self, Arguments};
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, generic, recursion, type_name, types};
use smallvec::SmallVec;

/// Calls with arguments by position.
pub fn call(callee: &Value, arguments: &[Value]) -> Res {
    if let (Some(function), [first, rest @ ..]) = (callee.as_gc::<Function>(), arguments) {
        return host::host()?.call_with_first(function, first.clone(), rest);
    }
    call_with(callee, &Arguments::new(arguments))
}

/// Calls with one argument, again and again: `work` is handed what calls.
pub fn call_often(
    callee: &Value,
    work: &mut dyn FnMut(&mut dyn FnMut(Value) -> Res) -> Result<(), Raise>,
) -> Result<(), Raise> {
    match callee.as_gc::<Function>() {
        Some(function) => host::host()?.call_often(function, work),
        None => work(&mut |argument| call(callee, &[argument])),
    }
}

/// Calls with any arguments.
pub fn call_with(callee: &Value, arguments: &Arguments<'_>) -> Res {
    match callee.kind() {
        Some(Kind::Builtin) => match callee.downcast::<Builtin>() {
            Some(builtin) => {
                // A built-in method may lead back to itself: `C.__repr__ = C.__str__`.
                let _deeper = recursion::enter(" while calling a Python object")?;
                builtin.call(arguments)
            }
            None => Err(not_callable(callee)),
        },
        Some(Kind::Method) => match callee.downcast::<Method>() {
            Some(method) => super::construct::call_with_first(method.function(), method.receiver().clone(), arguments),
            None => Err(not_callable(callee)),
        },
        Some(Kind::Class) => match callee.as_gc::<Class>() {
            Some(class) => match class.metaclass().and_then(|above| above.lookup_from_script(Symbol::CALL)) {
                Some(method) => call_special(&method, callee, arguments),
                None => call_plain_class(class, arguments),
            },
            None => Err(not_callable(callee)),
        },
        Some(Kind::Alias) => match callee.downcast::<generic::Alias>() {
            Some(alias) => call_with(alias.origin(), arguments),
            None => Err(not_callable(callee)),
        },
        Some(Kind::Function) => host::host()?.call(callee, arguments),
        Some(Kind::Wrapper) => match callee.downcast::<Wrapper>() {
            Some(wrapper) if !wrapper.is_for_class() => call_with(wrapper.function(), arguments),
            _ => Err(not_callable(callee)),
        },
        Some(Kind::Instance | Kind::Exception) => match super::dunder::find(callee, Symbol::CALL) {
            Some(method) => {
                // A built-in method counts itself.
                let _deeper = (method.kind() != Some(Kind::Builtin)).then(|| recursion::enter("")).transpose()?;
                call_special(&method, callee, arguments)
            }
            None => Err(not_callable(callee)),
        },
        _ => Err(not_callable(callee)),
    }
}

/// `class(…)`, whatever its metaclass says.
pub fn call_plain_class(class: &Gc<Class>, arguments: &Arguments<'_>) -> Res {
    if class.is_from_script() {
        return super::construct::instantiate(class, arguments);
    }
    if class.is(&types().class) {
        return match (arguments.positional, arguments.names) {
            ([object], []) => Ok(Value::from(crate::value::class_of(object))),
            ([_], _) => Err(raise!(TypeError, "type() takes 1 or 3 arguments")),
            ([_, _, _], _) => super::define::from_arguments(class, arguments),
            _ => Err(raise!(TypeError, "type() takes 1 or 3 arguments")),
        };
    }
    super::construct::create(class, arguments)
}

/// Calls a function found in the class of a value as its method.
pub fn call_special(method: &Value, receiver: &Value, arguments: &Arguments<'_>) -> Res {
    match method.kind() {
        Some(Kind::Function) => super::construct::call_with_first(method, receiver.clone(), arguments),
        Some(Kind::Builtin) if method.downcast::<Builtin>().is_some_and(|builtin| builtin.owner().is_some()) => {
            call_built_in(method, receiver, arguments)
        }
        _ => {
            let class = crate::value::class_of(receiver);
            call_with(&super::attribute::bind(method.clone(), receiver, &class)?, arguments)
        }
    }
}

/// The same for a method of a built-in type.
fn call_built_in(method: &Value, receiver: &Value, arguments: &Arguments<'_>) -> Res {
    let (Some(builtin), []) = (method.downcast::<Builtin>(), arguments.names) else {
        return super::construct::call_with_first(method, receiver.clone(), arguments);
    };
    let _deeper = recursion::enter(" while calling a Python object")?;
    match arguments.positional {
        [] => builtin.call(&Arguments::new(std::slice::from_ref(receiver))),
        [only] => builtin.call(&Arguments::new(&[receiver.clone(), only.clone()])),
        others => {
            let all: SmallVec<[Value; 4]> = std::iter::once(receiver).chain(others).cloned().collect();
            builtin.call(&Arguments::new(&all))
        }
    }
}

/// Whether a value can be called.
pub fn is_callable(value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Builtin | Kind::Method | Kind::Class | Kind::Function | Kind::Alias) => true,
        Some(Kind::Wrapper) => value.downcast::<Wrapper>().is_some_and(|wrapper| !wrapper.is_for_class()),
        Some(Kind::Instance | Kind::Exception) => super::dunder::find(value, Symbol::CALL).is_some(),
        _ => false,
    }
}

/// `TypeError`: the value cannot be called.
#[cold]
pub fn not_callable(callee: &Value) -> Raise {
    raise!(TypeError, "'{}' object is not callable", type_name(callee))
}
