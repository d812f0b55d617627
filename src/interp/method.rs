//! Finding what `object.name(…)` calls, without making a bound method.
//!
//! In: a receiver and a name. Out: a function, and whether the receiver is its first argument. A call site remembers the
//! method of the built-in type that it met first (the methods of built-in types never change) and, if that takes so many
//! arguments, what it runs; and the functions that it found for instances, by shape and version of the class.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use super::context::Context;
use super::running::Running;
use super::seen::{Key, Seen};
use crate::value::class::Class;
use crate::value::descriptor::{Super, Wrapper, find_behind};
use crate::value::function::{Builtin, Function};
use crate::value::instance::Instance;
use crate::value::native::Run;
use crate::value::set::Set;
use crate::value::shape::Shape;
use crate::value::{Gc, Kind, Raise, Symbol, Value, class_of, ops};

/// How many kinds of instances a call site remembers.
const WAYS: usize = 4;

/// What is called.
pub enum Found {
    /// A function whose first argument is the receiver.
    Method(Value),
    /// A function whose first argument is another object.
    MethodOf(Value, Value),
    /// A function that takes the arguments alone.
    Function(Value),
}

/// A function of a script with its nodes, found in the class of instances of a shape.
struct Known {
    shape: Gc<Shape>,
    function: Gc<Function>,
    running: Rc<Running>,
}

/// A method of a built-in type, found in the class of instances of a shape.
struct Native {
    /// It is kept alive, so that no other shape can have its address.
    _shape: Gc<Shape>,
    method: Gc<Builtin>,
    /// What is called with the receiver and the arguments, if there is nothing to be looked at in them.
    run: Option<Run>,
    /// Whether it is called with the value that the instance is around instead.
    inside: bool,
}

/// A method of a built-in type, found for values of this kind.
struct BuiltIn {
    tag: u64,
    kind: Option<Kind>,
    frozen: bool,
    method: Gc<Builtin>,
    /// What is called with the receiver and the arguments, if there is nothing to be looked at in them.
    run: Option<Run>,
}

impl BuiltIn {
    #[inline(always)]
    fn fits(&self, object: &Value) -> bool {
        self.tag == object.tag() && self.kind == object.kind() && self.frozen == is_frozen(object)
    }
}

/// Whether it is a set that cannot change: sets of both classes are of one kind.
#[inline(always)]
fn is_frozen(object: &Value) -> bool {
    object.downcast::<Set>().is_some_and(Set::is_frozen)
}

/// The methods met at a call site.
#[derive(Default)]
pub struct Methods {
    built_in: OnceCell<BuiltIn>,
    /// The kind of instances that a method of a built-in type was found for, and the method.
    native: (Cell<Key>, OnceCell<Native>),
    keys: [Cell<Key>; WAYS],
    known: [OnceCell<Known>; WAYS],
    /// Beside the node, which most calls keep small.
    functions: OnceCell<Box<Functions>>,
}

/// Functions met at a call site that take no receiver.
#[derive(Default)]
struct Functions {
    /// Where instances have what is called among their own attributes.
    own: Seen,
    /// The kind of instances that a static method was found for, and its function.
    unbound: (Cell<Key>, OnceCell<(Gc<Shape>, Gc<Function>)>),
    /// The built-in function that a module had, and what it runs, if there is nothing to be looked at in the arguments.
    of_module: OnceCell<(Gc<Builtin>, Run)>,
    /// The built-in class that a function was found in, and the function.
    of_class: (Cell<u64>, OnceCell<Gc<Builtin>>),
    /// The class whose order of lookup a function was found in, behind which class, and the function.
    behind: (Cell<u64>, OnceCell<(Gc<Class>, Value)>),
}

impl Functions {
    /// The function for an object like the one seen.
    fn find(&self, object: &Value) -> Option<Value> {
        if let Some(instance) = object.downcast::<Instance>() {
            if let Some(place) = self.own.place(instance) {
                return Some(instance.field(place)).filter(|function| !function.is_unbound());
            }
            let (_, function) = self.unbound.1.get()?;
            return (Key::of(instance) == self.unbound.0.get()).then(|| Value::from(function));
        }
        let (class, function) = (object.downcast::<Class>()?, self.of_class.1.get()?);
        (class.version() == self.of_class.0.get()).then(|| Value::from(function))
    }

    /// The function of a script that `super().name` finds.
    fn find_behind(&self, made: &Super, name: Symbol) -> Option<Value> {
        let (version, known) = (made.class.version(), &self.behind.1);
        if let Some((after, function)) = known.get()
            && self.behind.0.get() == version
            && after.is(&made.after)
        {
            return Some(function.clone());
        }
        let found = find_behind(&made.after, &made.class, name).filter(|found| found.kind() == Some(Kind::Function))?;
        if known.get().is_none() {
            self.behind.0.set(version);
            known.get_or_init(|| (made.after.clone(), found.clone()));
        }
        Some(found)
    }
}

impl Methods {
    /// The script's function for an instance like one that was seen.
    #[inline(always)]
    pub fn known(&self, object: &Value) -> Option<(&Gc<Function>, &Running)> {
        let key = Key::of(object.downcast::<Instance>()?);
        let at = self.keys.iter().position(|known| known.get() == key)?;
        self.known[at].get().map(|known| (&known.function, &*known.running))
    }

    /// What a call with as many arguments as the first one runs, for an object of the built-in type that was met first, or
    /// an instance like the first one whose method is a built-in type's; and whether the value that the instance is around is
    /// the receiver.
    #[inline(always)]
    pub fn built_in(&self, object: &Value) -> Option<(Run, bool)> {
        match self.built_in.get() {
            Some(known) if known.fits(object) => Some((known.run?, false)),
            _ => self.native(object).and_then(|native| Some((native.run?, native.inside))),
        }
    }

    /// What a call of a module's function with `count` arguments runs, if it is the built-in function met first.
    #[inline]
    pub fn of_module(&self, function: &Value, count: usize) -> Option<Run> {
        let function = function.as_gc::<Builtin>()?;
        let functions = self.functions.get_or_init(Box::default);
        if functions.of_module.get().is_none()
            && let Some(run) = function.taking_alone(count)
        {
            functions.of_module.get_or_init(|| (function.clone(), run));
        }
        let (known, run) = functions.of_module.get()?;
        known.is(function).then_some(*run)
    }

    /// Finds what a name means on an object, for a call with `count` arguments.
    pub fn find(&self, object: &Value, name: Symbol, count: usize, context: &Context) -> Result<Found, Raise> {
        if let Some(known) = self.built_in.get()
            && known.fits(object)
        {
            return Ok(Found::Method(Value::from(&known.method)));
        }
        if let Some(native) = self.native(object) {
            return Ok(Found::Method(Value::from(&native.method)));
        }
        if let Some(function) = self.functions.get().and_then(|functions| functions.find(object)) {
            return Ok(Found::Function(function));
        }
        if let Some(made) = object.downcast::<Super>()
            && !made.object.is_unbound()
            && made.object.kind() != Some(Kind::Class)
            && let Some(found) = self.functions.get_or_init(Box::default).find_behind(made, name)
        {
            return Ok(Found::MethodOf(found, made.object.clone()));
        }
        if let Some(found) = object.as_gc::<Class>().and_then(|class| find_in_class(class, object, name)) {
            return Ok(found);
        }
        let (function, bound) = ops::attribute::method(object, name)?;
        if !bound {
            match (object.downcast::<Instance>(), function.as_gc::<Function>()) {
                (Some(instance), _) if instance.shape().find(name).is_some() => {
                    self.functions.get_or_init(Box::default).own.learn(object, instance, name);
                }
                (Some(instance), Some(function)) => self.learn_unbound(object, instance, name, function),
                _ => {}
            }
            // Nothing changes what a built-in class has.
            if let (Some(class), Some(function)) = (object.downcast::<Class>(), function.as_gc::<Builtin>())
                && !class.is_from_script()
                && class.metaclass().is_none()
            {
                let functions = self.functions.get_or_init(Box::default);
                if functions.of_class.1.get().is_none() {
                    functions.of_class.0.set(class.version());
                    functions.of_class.1.get_or_init(|| function.clone());
                }
            }
            return Ok(Found::Function(function));
        }
        if let (Some(instance), Some(function)) = (object.downcast::<Instance>(), function.as_gc::<Function>()) {
            self.learn(object, instance, function, context);
        } else if let (Some(instance), Some(method)) = (object.downcast::<Instance>(), function.as_gc::<Builtin>()) {
            self.learn_native(object, instance, method, count);
        } else if decides_class(object)
            && let Some(method) = function.as_gc::<Builtin>()
        {
            let (tag, kind, frozen) = (object.tag(), object.kind(), is_frozen(object));
            let run = method.taking(object, count);
            self.built_in.get_or_init(|| BuiltIn { tag, kind, frozen, method: method.clone(), run });
        }
        Ok(Found::Method(function))
    }

    /// Remembers a function that was found in a static method of the class.
    #[cold]
    fn learn_unbound(&self, object: &Value, instance: &Instance, name: Symbol, function: &Gc<Function>) {
        let (class, shape) = (class_of(object), instance.shape());
        let may_hide = shape.is_dictionary() || shape.find(name).is_some() || class.traits().getattribute;
        let functions = self.functions.get_or_init(Box::default);
        if may_hide || functions.unbound.1.get().is_some() {
            return;
        }
        let found = class.lookup(name);
        let is_static = found.as_ref().and_then(|found| found.downcast::<Wrapper>()).is_some_and(|wrapper| {
            !wrapper.is_for_class() && wrapper.function().as_gc::<Function>().is_some_and(|inside| inside.is(function))
        });
        if is_static {
            functions.unbound.0.set(Key::of(instance));
            functions.unbound.1.get_or_init(|| (shape, function.clone()));
        }
    }

    /// The method of a built-in type for an instance like the first one that had one.
    fn native(&self, object: &Value) -> Option<&Native> {
        let native = self.native.1.get()?;
        (Key::of(object.downcast::<Instance>()?) == self.native.0.get()).then_some(native)
    }

    #[cold]
    fn learn_native(&self, object: &Value, instance: &Instance, method: &Gc<Builtin>, count: usize) {
        let shape = instance.shape();
        if shape.is_dictionary() || class_of(object).traits().getattribute || self.native.1.get().is_some() {
            return;
        }
        self.native.0.set(Key::of(instance));
        let inside = ops::base::payload(object).filter(|_| method.taking(object, count).is_none());
        let run = method.taking(inside.as_ref().unwrap_or(object), count);
        let inside = inside.is_some();
        self.native.1.get_or_init(|| Native { _shape: shape, method: method.clone(), run, inside });
    }

    /// Remembers the function that was found in the class of an instance.
    #[cold]
    #[inline(never)]
    fn learn(&self, object: &Value, instance: &Instance, function: &Gc<Function>, context: &Context) {
        let shape = instance.shape();
        // An attribute in a dictionary may come before the method without the shape telling it.
        if shape.is_dictionary() || class_of(object).traits().getattribute {
            return;
        }
        for (key, known) in self.keys.iter().zip(&self.known) {
            let known = known.get_or_init(|| {
                let running = context.running(function.code(), function.module());
                Known { shape: shape.clone(), function: function.clone(), running }
            });
            if known.function.is(function) && known.shape.is(&shape) {
                key.set(Key::of(instance));
                return;
            }
        }
    }
}

/// What `class.name(…)` calls, if a class has a function or a wrapped function of that name.
fn find_in_class(class: &Gc<Class>, object: &Value, name: Symbol) -> Option<Found> {
    if class.is_answered_for(name) || !class.is_from_script() {
        return None;
    }
    let found = class.lookup(name)?;
    if found.downcast::<Function>().is_some() {
        return Some(Found::Function(found));
    }
    let wrapper = found.downcast::<Wrapper>()?;
    let function = wrapper.function();
    function.downcast::<Function>()?;
    Some(match wrapper.is_for_class() {
        true => Found::MethodOf(function.clone(), object.clone()),
        false => Found::Function(function.clone()),
    })
}

/// Whether tag and kind of a value alone tell its class, and attributes are looked up there only.
fn decides_class(value: &Value) -> bool {
    match value.kind() {
        None => true,
        Some(kind) => matches!(
            kind,
            Kind::Str
                | Kind::BigInt
                | Kind::Complex
                | Kind::List
                | Kind::Tuple
                | Kind::Dict
                | Kind::Set
                | Kind::Range
                | Kind::Bytes
                | Kind::ByteArray
                | Kind::Generator
        ),
    }
}
