//! Calling any value.
//!
//! In: a callee and arguments. Out: its result. Built-in functions and classes are called here; what a script defined
//! goes to the host.

use crate::raise;
use crate::value::class::Class;
use crate::value::function::{Builtin, Method};
use crate::value::host::{self, Arguments};
use crate::value::{Kind, Res, Symbol, Value, generic, type_name, types};

/// Calls with arguments by position.
pub fn call(callee: &Value, arguments: &[Value]) -> Res {
    call_with(callee, &Arguments::new(arguments))
}

/// Calls with any arguments.
pub fn call_with(callee: &Value, arguments: &Arguments<'_>) -> Res {
    match callee.kind() {
        Some(Kind::Builtin) => match callee.downcast::<Builtin>() {
            Some(builtin) => builtin.call(arguments),
            None => Err(not_callable(callee)),
        },
        Some(Kind::Method) => match callee.downcast::<Method>() {
            Some(method) => {
                let mut positional = Vec::with_capacity(arguments.positional.len() + 1);
                positional.push(method.receiver().clone());
                positional.extend_from_slice(arguments.positional);
                call_with(method.function(), &Arguments { positional: &positional, ..*arguments })
            }
            None => Err(not_callable(callee)),
        },
        Some(Kind::Class) => match callee.as_gc::<Class>() {
            Some(class) if class.is_from_script() => host::host()?.call(callee, arguments),
            Some(class) if class.is(&types().class) && arguments.len() == 1 && arguments.positional.len() == 1 => {
                Ok(Value::from(crate::value::class_of(&arguments.positional[0])))
            }
            Some(class) => match class.construct() {
                Some(construct) if class.error().is_some() => {
                    // One function makes all exceptions; it is told which.
                    let mut positional = vec![callee.clone()];
                    positional.extend_from_slice(arguments.positional);
                    construct.0(&Arguments { positional: &positional, ..*arguments })
                }
                Some(construct) => construct.0(arguments),
                None => Err(raise!(TypeError, "cannot create '{}' instances", class.full_name())),
            },
            None => Err(not_callable(callee)),
        },
        Some(Kind::Alias) => match callee.downcast::<generic::Alias>() {
            Some(alias) => call_with(alias.origin(), arguments),
            None => Err(not_callable(callee)),
        },
        Some(Kind::Function) => host::host()?.call(callee, arguments),
        Some(Kind::Instance) if super::dunder::find(callee, Symbol::CALL).is_some() => {
            host::host()?.call(callee, arguments)
        }
        _ => Err(not_callable(callee)),
    }
}

/// Whether a value can be called.
pub fn is_callable(value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Builtin | Kind::Method | Kind::Class | Kind::Function | Kind::Alias) => true,
        Some(Kind::Instance) => super::dunder::find(value, Symbol::CALL).is_some(),
        _ => false,
    }
}

/// `TypeError`: the value cannot be called.
#[cold]
pub fn not_callable(callee: &Value) -> crate::value::Raise {
    raise!(TypeError, "'{}' object is not callable", type_name(callee))
}
