//! Calls over the border, both ways: script functions with typed arguments and results, Rust closures as functions.
//!
//! In: a value that can be called, or a closure. Out: a handle that a host calls, or an object that a script calls. It
//! knows nothing of how either is run.

use std::fmt::Display;
use std::marker::PhantomData;
use std::rc::Rc;

use super::Engine;
use super::error::Error;
use crate::raise;
use crate::value::exception::{Error as Class, Exception, raise_object};
use crate::value::exchange::{FromValue, IntoValue};
use crate::value::function::Builtin;
use crate::value::host::Arguments;
use crate::value::{Raise, Res, Value};

/// A script's function, for a host to call: `Function<(f64, f64), f64>`.
pub struct Function<Args, Ret> {
    engine: Engine,
    callee: Value,
    types: PhantomData<fn(Args) -> Ret>,
}

impl<Args: IntoArguments, Ret: FromValue> Function<Args, Ret> {
    pub(super) fn new(engine: Engine, callee: Value) -> Function<Args, Ret> {
        Function { engine, callee, types: PhantomData }
    }

    /// Calls it.
    ///
    /// # Errors
    /// The exception that it did not catch, or a `TypeError` if the result is of another type.
    pub fn call(&self, arguments: Args) -> Result<Ret, Error> {
        self.engine.call_value(&self.callee, &arguments.into_arguments())
    }
}

/// The arguments of a call from Rust: a tuple of up to eight.
pub trait IntoArguments {
    /// The values, in order.
    fn into_arguments(self) -> Vec<Value>;
}

/// What a host function may give back: a value, nothing, or either with an error.
pub trait HostResult {
    /// The value, or an exception on its way.
    ///
    /// # Errors
    /// An [`Error`] raises its class, any other error raises `RuntimeError` with its text.
    fn into_result(self) -> Res;
}

impl<T: IntoValue> HostResult for T {
    fn into_result(self) -> Res {
        Ok(self.into_value())
    }
}

impl<T: IntoValue, E: Display + 'static> HostResult for Result<T, E> {
    fn into_result(self) -> Res {
        self.map(T::into_value).map_err(|error| raise_host_error(&error))
    }
}

#[cold]
fn raise_host_error<E: Display + 'static>(error: &E) -> Raise {
    match (error as &dyn std::any::Any).downcast_ref::<Error>() {
        Some(error) => {
            let class = Class::ALL.iter().find(|class| class.name() == error.class());
            let class = class.copied().unwrap_or(Class::RuntimeError);
            raise_object(Exception::with_message(class, error.message()))
        }
        None => raise!(RuntimeError, "{error}"),
    }
}

/// A Rust function or closure that scripts can call. `Args` is the tuple of its parameters.
pub trait HostFunction<Args>: 'static {
    /// Calls it with values.
    ///
    /// # Errors
    /// A `TypeError` if the arguments are not what it takes, or what it raises.
    fn call_with(&self, name: &str, arguments: &Arguments<'_>) -> Res;
}

pub(super) fn builtin<Args>(name: &str, function: impl HostFunction<Args>) -> Value {
    let own_name = name.to_string();
    let call = move |arguments: &Arguments<'_>| function.call_with(&own_name, arguments);
    Value::from(Builtin::host(name, Rc::new(call)))
}

macro_rules! arities {
    ($(($($name:ident)*))*) => {
        $(
            impl<$($name: IntoValue),*> IntoArguments for ($($name,)*) {
                #[allow(non_snake_case, reason = "the type parameters name the items as well")]
                fn into_arguments(self) -> Vec<Value> {
                    let ($($name,)*) = self;
                    vec![$($name.into_value()),*]
                }
            }

            impl<Own, Ret: HostResult, $($name: FromValue),*> HostFunction<($($name,)*)> for Own
            where
                Own: Fn($($name),*) -> Ret + 'static,
            {
                #[allow(unused_mut, unused_variables, reason = "a function without parameters reads nothing")]
                fn call_with(&self, name: &str, arguments: &Arguments<'_>) -> Res {
                    const COUNT: usize = [$(stringify!($name)),*].len() as usize;
                    check(name, COUNT, arguments)?;
                    let mut values = arguments.positional.iter();
                    self($($name::from_value(values.next().unwrap_or(&Value::None))?),*).into_result()
                }
            }
        )*
    };
}

arities! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H)
}

impl IntoArguments for () {
    fn into_arguments(self) -> Vec<Value> {
        Vec::new()
    }
}

impl<Own, Ret: HostResult> HostFunction<()> for Own
where
    Own: Fn() -> Ret + 'static,
{
    fn call_with(&self, name: &str, arguments: &Arguments<'_>) -> Res {
        check(name, 0, arguments)?;
        self().into_result()
    }
}

fn check(name: &str, count: usize, arguments: &Arguments<'_>) -> Result<(), Raise> {
    if !arguments.names.is_empty() {
        return Err(raise!(TypeError, "{name}() takes no keyword arguments"));
    }
    let given = arguments.positional.len();
    if given != count {
        let plural = if count == 1 { "" } else { "s" };
        return Err(raise!(TypeError, "{name}() takes {count} positional argument{plural} but {given} were given"));
    }
    Ok(())
}
