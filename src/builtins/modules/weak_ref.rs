//! `_weak`: references that do not keep their object alive; proxies and containers of such references are pages of Python
//! on top of it.
//!
//! In: an object, and what to call when it has ended. Out: a reference, which gives the object as long as it lives.

use super::{Module, class, effect, with_functions};
use crate::raise;
use crate::resolve::tree::CompareOp;
use crate::value::class::Class;
use crate::value::heap::{Ref, Weak};
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Exactly};
use crate::value::native::{Owner, Row, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops;
use crate::value::ops::compare;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, class_of, type_name};
use std::cell::{Cell, OnceCell, RefCell};

struct WeakRef {
    object: Weak,
    callback: RefCell<Value>,
    /// The hash of the object, kept for the time after its end.
    hash: Cell<Option<i64>>,
}

impl Content for WeakRef {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.callback.borrow().trace(visit);
    }

    fn clear(&self) {
        drop(self.callback.replace(Value::None));
    }
}

/// The module.
pub fn create() -> Gc<Module> {
    let module = with_functions("_weak", FUNCTIONS);
    module.define("ref", Value::from(class()));
    module
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_weakref", "getweakrefs", Exactly(1, |arguments| Ok(Value::list(references(&arguments[0])))), "Return a list of all weak reference objects pointing to 'object'."),
    effect("_weakref", "getweakrefcount", Exactly(1, |arguments| Ok(Value::int(references(&arguments[0]).len() as i64))), "Return the number of weak references to 'object'."),
];

/// Whether a value is such a reference.
pub fn is_reference(value: &Value) -> bool {
    value.content::<WeakRef>().is_some()
}

fn this(value: &Value) -> Result<&WeakRef, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "weakref expected"))
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("weakref.ReferenceType", is_reference), takes, pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("weakref.ReferenceType"), takes: Anything(|arguments| new(arguments.positional)), pure: false, doc: "Create and return a new object." },
    method("__init__", Takes::Between(1, 2, |_| Ok(Value::None)), "Initialize self."),
    method("__call__", Exactly(0, |arguments| Ok(this(&arguments[0])?.object.get().map_or(Value::None, Value::Object))), "Call self as a function."),
    method("__hash__", Exactly(0, hash), "Return hash(self)."),
    method("__eq__", Exactly(1, |arguments| equal(arguments, CompareOp::Equal)), "Return self==value."),
    method("__ne__", Exactly(1, |arguments| equal(arguments, CompareOp::NotEqual)), "Return self!=value."),
    method("__repr__", Exactly(0, repr), "Return repr(self)."),
];

fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create("weakref", "ReferenceType", None, METHODS);
        class::allow_arguments(&class);
        class::add_attributes(&class, &[("__callback__", |value| Ok(this(value)?.callback.borrow().clone()))]);
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

/// Classes of the library whose instances have no attributes, but may be referred to.
const REFERABLE: [&str; 4] = ["collections.deque", "array.array", "re.Pattern", "_struct.Struct"];

/// Whether anything may refer to a value weakly; numbers, text and plain containers do not allow it.
fn allows_references(value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Instance) => {
            let class = class_of(value);
            let has_room = class.layout().has_dictionary || class.lookup(Symbol::WEAKREF).is_some();
            has_room || REFERABLE.contains(&&*class.full_name())
        }
        Some(kind) => matches!(
            kind,
            Kind::Class
                | Kind::Function
                | Kind::Builtin
                | Kind::Method
                | Kind::Set
                | Kind::Generator
                | Kind::Module
                | Kind::Exception
                | Kind::MemoryView
        ),
        None => false,
    }
}

/// The references to an object that are alive, the oldest first.
fn references(object: &Value) -> Vec<Value> {
    match object {
        Value::Object(object) if object.is_watched() => {
            Weak::new(object).watchers().into_iter().map(Value::Object).collect()
        }
        _ => Vec::new(),
    }
}

fn new(arguments: &[Value]) -> Res {
    let (Some(class), Some(object)) = (arguments.first().and_then(|class| class.as_gc::<Class>()), arguments.get(1))
    else {
        return Err(raise!(TypeError, "__new__ expected at least 1 argument, got 0"));
    };
    let object = match object {
        Value::Object(inner) if allows_references(object) => inner,
        _ => return Err(raise!(TypeError, "cannot create weak reference to '{}' object", type_name(object))),
    };
    let callback = given(arguments, 2).cloned().unwrap_or(Value::None);
    if callback.is_none() && class.is(&self::class()) {
        // A plain reference to an object is made once.
        let is_plain = |known: &Value| {
            class_of(known).is(class) && this(known).is_ok_and(|known| known.callback.borrow().is_none())
        };
        if let Some(known) = references(&Value::Object(object.clone())).into_iter().find(is_plain) {
            return Ok(known);
        }
    }
    let weak = Weak::new(object);
    let content = WeakRef { object: weak.clone(), callback: RefCell::new(callback), hash: Cell::new(None) };
    let reference = Instance::wrap(class, Opaque::create(content));
    weak.tell(reference.as_ref());
    Ok(Value::from(reference))
}

/// What is to be called with a reference whose object has ended; given once.
pub fn take_callback(reference: &Value) -> Option<Value> {
    let this = reference.content::<WeakRef>().filter(|this| this.object.get().is_none())?;
    let callback = this.callback.replace(Value::None);
    (!callback.is_none()).then_some(callback)
}

fn hash(arguments: &[Value]) -> Res {
    let this = this(&arguments[0])?;
    if let Some(hash) = this.hash.get() {
        return Ok(Value::int(hash));
    }
    let Some(object) = this.object.get() else { return Err(raise!(TypeError, "weak object has gone away")) };
    let hash = ops::hash(&Value::Object(object))?;
    this.hash.set(Some(hash));
    Ok(Value::int(hash))
}

/// References are equal if their objects are, as long as both live; later, if they are the same.
fn equal(arguments: &[Value], op: CompareOp) -> Res {
    let Some(other) = arguments[1].content::<WeakRef>() else { return Ok(Value::not_implemented()) };
    match (this(&arguments[0])?.object.get(), other.object.get()) {
        (Some(left), Some(right)) => compare::compare(op, &Value::Object(left), &Value::Object(right)),
        _ => Ok(Value::bool(arguments[0].is(&arguments[1]) == (op == CompareOp::Equal))),
    }
}

fn repr(arguments: &[Value]) -> Res {
    let own = arguments[0].payload();
    Ok(Value::str(&match this(&arguments[0])?.object.get() {
        None => format!("<weakref at {own:#x}; dead>"),
        Some(object) => {
            let object = Value::Object(object);
            let name = ops::attribute::find(&object, Symbol::new("__name__"))?;
            let name = name.as_ref().and_then(Value::as_str).map_or(String::new(), |name| format!(" ({name})"));
            format!("<weakref at {own:#x}; to '{}' at {:#x}{name}>", type_name(&object), object.payload())
        }
    }))
}
