//! Special methods that a node calls on instances: found once for the instances of a shape, then called at once.
//!
//! In: an instance, the name of a method, the other operands. Out: the method's result, or nothing if the class has no such
//! function: then the operator itself knows what to do. The other operands of a statement may lie in the slots of a callee
//! already, so the method runs on a frame stack of its own.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use super::call::call_function;
use super::context::Context;
use super::running::Running;
use super::seen::Key;
use crate::value::class::class_of;
use crate::value::function::{Builtin, Function};
use crate::value::host::Arguments;
use crate::value::instance::Instance;
use crate::value::shape::Shape;
use crate::value::{Gc, Res, Symbol, Value, recursion};

/// How many kinds of instances a node remembers.
const WAYS: usize = 4;

/// The methods met at a node; nothing is kept before the first instance is met.
#[derive(Default)]
pub struct Special(OnceCell<Box<Ways>>);

#[derive(Default)]
struct Ways {
    keys: [Cell<Key>; WAYS],
    found: [OnceCell<Way>; WAYS],
}

struct Way {
    /// It is kept alive, so that no other shape can have its address.
    _shape: Gc<Shape>,
    method: Method,
}

enum Method {
    /// A function of a script, with its nodes.
    Script(Gc<Function>, Rc<Running>),
    /// A method of a built-in module's class.
    BuiltIn(Gc<Builtin>),
    /// Anything else.
    Other,
}

impl Special {
    /// The result of the method for an instance like one that was seen.
    #[inline(always)]
    pub fn call<const N: usize>(
        &self,
        object: &Value,
        name: Symbol,
        operands: [&Value; N],
        context: &Context,
    ) -> Option<Res> {
        let instance = object.downcast::<Instance>()?;
        self.call_on(object, instance, name, operands, context)
    }

    #[inline(never)]
    fn call_on<const N: usize>(
        &self,
        object: &Value,
        instance: &Instance,
        name: Symbol,
        operands: [&Value; N],
        context: &Context,
    ) -> Option<Res> {
        let ways = self.0.get_or_init(Box::default);
        let key = Key::of(instance);
        let at = match ways.keys.iter().position(|known| known.get() == key) {
            Some(at) => at,
            None => ways.learn(object, instance, name, context)?,
        };
        match &ways.found[at].get()?.method {
            Method::Script(function, running) => Some(context.with_stack(|frame| {
                frame[0] = object.clone();
                for (slot, operand) in frame[1..].iter_mut().zip(operands) {
                    *slot = operand.clone();
                }
                call_function(function, running, N + 1, frame, context)
            })),
            Method::BuiltIn(method) => {
                let _deeper = match recursion::enter(" while calling a Python object") {
                    Ok(deeper) => deeper,
                    Err(raised) => return Some(Err(raised)),
                };
                let mut arguments: [Value; 3] = Default::default();
                arguments[0] = object.clone();
                for (place, operand) in arguments[1..].iter_mut().zip(operands) {
                    *place = operand.clone();
                }
                Some(method.call(&Arguments::new(&arguments[..=N])))
            }
            Method::Other => None,
        }
    }
}

impl Ways {
    /// Remembers what instances like this one have; nothing if too many kinds were met.
    #[cold]
    fn learn(&self, object: &Value, instance: &Instance, name: Symbol, context: &Context) -> Option<usize> {
        let at = self.found.iter().position(|found| found.get().is_none())?;
        let found = class_of(object).lookup_from_script(name);
        let method = match &found {
            Some(found) => match (found.as_gc::<Function>(), found.as_gc::<Builtin>()) {
                (Some(function), _) => {
                    Method::Script(function.clone(), context.running(function.code(), function.module()))
                }
                (_, Some(method)) if method.owner().is_some() => Method::BuiltIn(method.clone()),
                _ => Method::Other,
            },
            None => Method::Other,
        };
        self.found[at].get_or_init(|| Way { _shape: instance.shape(), method });
        self.keys[at].set(Key::of(instance));
        Some(at)
    }
}
