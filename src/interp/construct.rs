//! Making an instance of a class whose `__init__` is a script's and about whose making nothing else is special.
//!
//! In: such a class, with the arguments in the callee's slots. Out: the instance. No arguments are copied and no frame
//! stack is taken: `__init__` runs behind the caller's slots as any function does.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use super::call::call_function;
use super::context::Context;
use super::frame::Frame;
use super::running::Running;
use crate::raise;
use crate::value::class::Class;
use crate::value::function::Function;
use crate::value::instance::Instance;
use crate::value::{Gc, Raise, Res, Symbol, Value, type_name};

/// The `__init__` that alone decides what a call of the class does.
pub fn only_init(class: &Gc<Class>) -> Option<Gc<Function>> {
    let traits = class.traits();
    let layout = class.layout();
    if !class.is_from_script() || !traits.init || traits.new || layout.wraps || class.error().is_some() {
        return None;
    }
    // What makes classes makes no plain objects.
    if class.is_subclass(&crate::value::class::types().class) {
        return None;
    }
    if class.metaclass().is_some_and(|above| above.traits().call) || class.find(Symbol::ABSTRACT_METHODS).is_some() {
        return None;
    }
    class.lookup(Symbol::INIT)?.as_gc::<Function>().cloned()
}

/// The class that was called somewhere first.
#[derive(Default)]
pub struct Made {
    version: Cell<u64>,
    known: OnceCell<(Gc<Function>, Rc<Running>)>,
}

impl Made {
    /// Its `__init__`, if this is the class that was called first, and as it was then.
    #[inline(always)]
    pub fn find(&self, class: &Class) -> Option<(&Gc<Function>, &Running)> {
        if self.version.get() != class.version() {
            return None;
        }
        self.known.get().map(|(function, running)| (function, &**running))
    }

    /// Remembers a class, if it is the first or the first in a new state.
    #[cold]
    #[inline(never)]
    pub fn learn(&self, class: &Gc<Class>, context: &Context) {
        let Some(init) = only_init(class) else { return };
        let running = context.running(init.code(), init.module());
        let (known, _) = self.known.get_or_init(|| (init.clone(), running));
        if known.is(&init) {
            self.version.set(class.version());
        }
    }
}

/// Makes an instance with `count` arguments that are in the callee's slots.
#[inline]
pub fn make(
    class: &Gc<Class>,
    init: &Gc<Function>,
    running: &Running,
    count: usize,
    frame: &mut Frame,
    context: &Context,
) -> Res {
    let instance = Value::from(Instance::create(class));
    put_first(instance.clone(), count, frame);
    let result = call_function(init, running, count + 1, frame, context)?;
    if result.is_none() { Ok(instance) } else { Err(wrong_result(&result)) }
}

/// Puts one more argument in front of those that are in the callee's slots.
#[inline(always)]
pub fn put_first(value: Value, count: usize, frame: &mut Frame) {
    frame[..=count].rotate_right(1);
    frame[0] = value;
}

/// `__init__` has returned something.
#[cold]
pub fn wrong_result(result: &Value) -> Raise {
    let given = type_name(result);
    raise!(TypeError, "__init__() should return None, not '{given}'")
}
