//! Making an instance of a class whose `__init__` is a script's and about whose making nothing else is special.
//!
//! In: such a class, with the arguments in the callee's slots. Out: the instance. No arguments are copied and no frame
//! stack is taken: `__init__` runs behind the caller's slots as any function does.

use std::cell::{Cell, RefCell};

use smallvec::SmallVec;

use super::call::{Known, call_function};
use super::context::Context;
use super::frame::Frame;
use super::running::Running;
use crate::raise;
use crate::value::class::Class;
use crate::value::descriptor::Wrapper;
use crate::value::function::Function;
use crate::value::host::Arguments;
use crate::value::instance::Instance;
use crate::value::ops::construct::initialise;
use crate::value::set::Set;
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
    if class.metaclass().is_some_and(|above| above.traits().call) || may_be_abstract(class) {
        return None;
    }
    class.lookup(Symbol::INIT)?.as_gc::<Function>().cloned()
}

/// The `__new__` of a script that makes what a call of the class gives, where nothing of a script's fills it afterwards.
pub fn only_new(class: &Gc<Class>) -> Option<Gc<Function>> {
    let traits = class.traits();
    let types = crate::value::class::types();
    let is_filled = class.layout().wraps && !class.is_subclass(&types.tuple);
    if !class.is_from_script() || !traits.new || traits.init || is_filled || class.error().is_some() {
        return None;
    }
    if class.is_subclass(&types.class) || class.metaclass().is_some_and(|above| above.traits().call) {
        return None;
    }
    let new = class.lookup_from_script(Symbol::NEW)?;
    let new = new.downcast::<Wrapper>().filter(|wrapper| !wrapper.is_for_class()).map_or(&new, Wrapper::function);
    new.as_gc::<Function>().cloned()
}

/// Whether a call of the class without arguments makes an instance and does nothing else.
pub fn is_bare(class: &Gc<Class>) -> bool {
    let (traits, layout) = (class.traits(), class.layout());
    class.is_from_script()
        && !(traits.init || traits.new || layout.wraps)
        && class.error().is_none()
        && !class.is_subclass(&crate::value::class::types().class)
        && !class.metaclass().is_some_and(|above| above.traits().call)
        && !may_be_abstract(class)
}

/// Whether a class is one of the built-in containers: a new one of what there is already is nobody else's.
pub fn is_container(class: &Gc<Class>) -> bool {
    let types = crate::value::class::types();
    [&types.list, &types.tuple, &types.dict, &types.set, &types.frozenset].into_iter().any(|known| known.is(class))
}

/// Whether a call of the class makes an instance around a built-in container of what it is given, and does nothing else.
pub fn is_container_alone(class: &Gc<Class>) -> bool {
    let traits = class.traits();
    class.is_from_script()
        && !(traits.init || traits.new)
        && class.ancestors().iter().any(is_container)
        && !class.metaclass().is_some_and(|above| above.traits().call)
        && !may_be_abstract(class)
}

/// Whether the class may have methods that are to be defined before there are instances.
pub fn may_be_abstract(class: &Gc<Class>) -> bool {
    let methods = class.lookup(Symbol::ABSTRACT_METHODS);
    methods.is_some_and(|methods| {
        !methods.downcast::<Set>().is_some_and(|methods| methods.is_frozen() && methods.is_empty())
    })
}

/// The class that was called somewhere last.
#[derive(Default)]
pub struct Made {
    version: Cell<u64>,
    /// Its `__init__`.
    function: RefCell<Option<Gc<Function>>>,
    /// The nodes of the function that was called first: classes that are made again and again have the same.
    known: Known,
    /// The class of which that is the `__new__`, which makes what a call of it gives.
    by_new: Cell<u64>,
    /// The class that has none, and makes nothing of being called.
    bare: Cell<u64>,
    /// A class that is neither.
    other: Cell<u64>,
}

impl Made {
    /// Its `__init__`, if this is the class that was called last, and as it was then.
    #[inline(always)]
    pub fn find(&self, class: &Class) -> Option<(Gc<Function>, &Running)> {
        if self.version.get() != class.version() {
            return None;
        }
        self.function()
    }

    /// Its `__new__`, if this is the class that was called last, and as it was then, and that makes what a call of it gives.
    #[inline(always)]
    pub fn by_new(&self, class: &Class) -> Option<(Gc<Function>, &Running)> {
        if self.by_new.get() != class.version() {
            return None;
        }
        self.function()
    }

    #[inline(always)]
    fn function(&self) -> Option<(Gc<Function>, &Running)> {
        let function = self.function.borrow().clone()?;
        let running = self.known.find(&function)?;
        Some((function, running))
    }

    /// A new instance, if this is a class that makes nothing of being called, and as it was then.
    #[inline(always)]
    pub fn bare(&self, class: &Gc<Class>) -> Option<Value> {
        (self.bare.get() == class.version()).then(|| Value::from(Instance::create(class)))
    }

    /// Remembers a class.
    #[inline]
    pub fn learn(&self, class: &Gc<Class>, context: &Context) {
        if self.other.get() != class.version() {
            self.look_at(class, context);
        }
    }

    #[cold]
    #[inline(never)]
    fn look_at(&self, class: &Gc<Class>, context: &Context) {
        let version = class.version();
        if is_bare(class) {
            self.bare.set(version);
        }
        self.other.set(version);
        let (function, of) = match (only_init(class), only_new(class)) {
            (Some(init), _) => (init, &self.version),
            (None, Some(new)) => (new, &self.by_new),
            (None, None) => return,
        };
        self.known.of(&function, context);
        if self.known.find(&function).is_some() {
            self.version.set(0);
            self.by_new.set(0);
            of.set(version);
            self.other.set(0);
            let before = self.function.replace(Some(function));
            drop(before);
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

/// Has `__new__` make what a call of the class with `count` arguments that are in the callee's slots gives.
#[inline(never)]
pub fn make_by_new(
    class: &Gc<Class>,
    new: &Gc<Function>,
    running: &Running,
    count: usize,
    frame: &mut Frame,
    context: &Context,
) -> Res {
    // It may make something else, which is filled with the same arguments.
    let given: SmallVec<[Value; 4]> = frame[..count].iter().cloned().collect();
    put_first(Value::from(class), count, frame);
    let made = call_function(new, running, count + 1, frame, context)?;
    if made.downcast::<Instance>().is_none_or(|instance| !instance.look_at_class(|own| own.is(class))) {
        initialise(&made, class, &Arguments::new(&given))?;
    }
    Ok(made)
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
