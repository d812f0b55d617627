//! `cmp_to_key`: objects that compare by a function of two.

use crate::builtins::modules::class;
use crate::raise;
use crate::resolve::tree::CompareOp;
use crate::value::class::Class;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::{call, compare};
use crate::value::{Gc, Res, Value};
use std::cell::OnceCell;

/// The parameters of `cmp_to_key`.
pub static PARAMETERS: Parameters = Parameters { names: &["mycmp"], positional_only: 0, positional: 1, required: 1 };
static OBJECT: Parameters = Parameters { names: &["obj"], positional_only: 0, positional: 1, required: 1 };

/// A function, with the object that is compared by it; the one that is called to wrap objects has none.
struct Key {
    function: Value,
    object: Option<Value>,
}

impl Content for Key {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.function.trace(visit);
        if let Some(object) = &self.object {
            object.trace(visit);
        }
    }
}

fn is_key(value: &Value) -> bool {
    value.content::<Key>().is_some()
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("functools.KeyWrapper", is_key), takes, pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    method("__call__", Named(&OBJECT, wrap), "Call self as a function."),
    method("__lt__", Exactly(1, |arguments| rich(CompareOp::Less, arguments)), "Return self<value."),
    method("__le__", Exactly(1, |arguments| rich(CompareOp::LessEqual, arguments)), "Return self<=value."),
    method("__eq__", Exactly(1, |arguments| rich(CompareOp::Equal, arguments)), "Return self==value."),
    method("__ne__", Exactly(1, |arguments| rich(CompareOp::NotEqual, arguments)), "Return self!=value."),
    method("__gt__", Exactly(1, |arguments| rich(CompareOp::Greater, arguments)), "Return self>value."),
    method("__ge__", Exactly(1, |arguments| rich(CompareOp::GreaterEqual, arguments)), "Return self>=value."),
];

fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create("functools", "KeyWrapper", None, METHODS);
        class.names().set("__hash__".into(), Value::None);
        class::add_attributes(&class, &[("obj", object)]);
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

fn make(function: &Value, object: Option<Value>) -> Value {
    let key = Key { function: function.clone(), object };
    Value::from(Instance::wrap(&class(), Opaque::create(key)))
}

/// `cmp_to_key(mycmp)`
pub fn cmp_to_key(arguments: &[Value]) -> Res {
    Ok(make(&arguments[0], None))
}

fn this(value: &Value) -> Result<&Key, crate::value::Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "other argument must be K instance"))
}

fn wrap(arguments: &[Value]) -> Res {
    Ok(make(&this(&arguments[0])?.function, Some(arguments[1].clone())))
}

fn object(value: &Value) -> Res {
    this(value)?.object.clone().ok_or_else(|| raise!(AttributeError, "object"))
}

fn rich(op: CompareOp, arguments: &[Value]) -> Res {
    let (a, b) = (this(&arguments[0])?, this(&arguments[1])?);
    let (Some(x), Some(y)) = (&a.object, &b.object) else {
        return Err(raise!(AttributeError, "object"));
    };
    let order = call::call(&a.function, &[x.clone(), y.clone()])?;
    compare::compare(op, &order, &Value::int(0))
}
