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
use crate::resolve::tree::{BinaryOp, CompareOp};
use crate::value::class::class_of;
use crate::value::dict::Dict;
use crate::value::function::{Builtin, Function};
use crate::value::host::Arguments;
use crate::value::instance::Instance;
use crate::value::native::{Operate, Run};
use crate::value::ops::{base, binary, compare, dunder};
use crate::value::shape::Shape;
use crate::value::{Gc, Kind, Res, Symbol, Value, recursion};

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
    /// A method of a built-in module's class, and what it runs if that takes so many operands.
    BuiltIn(Gc<Builtin>, Option<Run>),
    /// An operator of a built-in module's class.
    Operator(Operate),
    /// A subscript of a built-in module's class whose instances have items by place.
    Item(Gc<Builtin>),
    /// The instance is around a dictionary, and the class has no subscripts of its own.
    Dict,
    /// The class says nothing, and the instance is around no value of a built-in type.
    None,
    /// Anything else.
    Other,
}

/// What a node knows of a method before it is called.
enum Told {
    Result(Res),
    None,
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
        match self.call_on(object, instance, name, operands, context) {
            Told::Result(result) => Some(result),
            Told::None | Told::Other => None,
        }
    }

    /// What `left op right` is, where `left` is an instance like one that was seen and no other class has a say.
    #[inline(always)]
    pub fn operate(&self, op: BinaryOp, left: &Value, right: &Value, context: &Context) -> Option<Res> {
        let instance = left.downcast::<Instance>()?;
        self.operate_on(op, left, instance, right, context)
    }

    #[inline(never)]
    fn operate_on(
        &self,
        op: BinaryOp,
        left: &Value,
        instance: &Instance,
        right: &Value,
        context: &Context,
    ) -> Option<Res> {
        let otherwise = || binary::without_methods(op, left, right, false);
        self.asked(left, instance, dunder::names(op).0, right, context, otherwise)
    }

    /// What `left op right` is for a comparison, where `left` is an instance like one that was seen and no other class has a say.
    #[inline(always)]
    pub fn compare(&self, op: CompareOp, left: &Value, right: &Value, context: &Context) -> Option<Res> {
        let instance = left.downcast::<Instance>()?;
        self.compare_on(op, left, instance, right, context)
    }

    #[inline(never)]
    fn compare_on(
        &self,
        op: CompareOp,
        left: &Value,
        instance: &Instance,
        right: &Value,
        context: &Context,
    ) -> Option<Res> {
        self.asked(left, instance, dunder::comparison(op)?, right, context, || compare::after_left(op, left, right))
    }

    /// What a method of the left operand says, if no other class has a say; `otherwise` where it is not implemented.
    #[inline(always)]
    fn asked(
        &self,
        left: &Value,
        instance: &Instance,
        name: Symbol,
        right: &Value,
        context: &Context,
        otherwise: impl FnOnce() -> Res,
    ) -> Option<Res> {
        if !says_nothing(instance, right) {
            return None;
        }
        match self.call_on(left, instance, name, [right], context) {
            Told::Result(Ok(result)) if result.is_not_implemented() => Some(otherwise()),
            Told::Result(result) => Some(result),
            Told::None | Told::Other => None,
        }
    }

    /// What `target op= right` makes of an instance like one that was seen, where no other class has a say; `plain` is for
    /// the operator without the assignment.
    #[inline(never)]
    pub fn update(&self, plain: &Special, op: BinaryOp, left: &Value, right: &Value, context: &Context) -> Option<Res> {
        let instance = left.downcast::<Instance>()?;
        if !says_nothing(instance, right) {
            return None;
        }
        match self.call_on(left, instance, dunder::names(op).2, [right], context) {
            Told::Result(Ok(result)) if result.is_not_implemented() => {}
            Told::Result(result) => return Some(result),
            Told::None => {}
            Told::Other => return None,
        }
        match plain.call_on(left, instance, dunder::names(op).0, [right], context) {
            Told::Result(Ok(result)) if result.is_not_implemented() => {
                Some(binary::without_methods(op, left, right, true))
            }
            Told::Result(result) => Some(result),
            Told::None | Told::Other => Some(binary::in_place_anew(op, left, right)),
        }
    }

    #[inline(never)]
    fn call_on<const N: usize>(
        &self,
        object: &Value,
        instance: &Instance,
        name: Symbol,
        operands: [&Value; N],
        context: &Context,
    ) -> Told {
        let ways = self.0.get_or_init(Box::default);
        let key = Key::of(instance);
        let at = match ways.keys.iter().position(|known| known.get() == key) {
            Some(at) => at,
            None => match ways.learn(object, instance, name, N, context) {
                Some(at) => at,
                None => return Told::Other,
            },
        };
        match ways.found[at].get().map_or(&Method::Other, |way| &way.method) {
            Method::Script(function, running) => Told::Result(context.with_stack(|frame| {
                frame[0] = object.clone();
                for (slot, operand) in frame[1..].iter_mut().zip(operands) {
                    *slot = operand.clone();
                }
                call_function(function, running, N + 1, frame, context)
            })),
            Method::BuiltIn(method, run) => Told::Result(call_built_in(method, *run, object, operands)),
            Method::Operator(run) => match operands.first() {
                Some(operand) => Told::Result(run(object, operand)),
                None => Told::Other,
            },
            Method::Item(method) => {
                let done = match operands.first().zip(operands.get(1)) {
                    None => operands.first().and_then(|place| object.held_item(place)).map(Ok),
                    Some((place, value)) => match object.set_held_item(place, value) {
                        Ok(done) => done.then_some(Ok(Value::None)),
                        Err(raised) => Some(Err(raised)),
                    },
                };
                Told::Result(done.unwrap_or_else(|| call_built_in(method, None, object, operands)))
            }
            Method::Dict => {
                let Some(dict) = instance.payload_ref().and_then(|payload| payload.as_gc::<Dict>()) else {
                    return Told::Other;
                };
                match (operands.first(), operands.get(1)) {
                    (Some(key), None) => match dict.get(key) {
                        Ok(Some(value)) => Told::Result(Ok(value)),
                        // What a missing key means is the class's.
                        Ok(None) => Told::Other,
                        Err(raised) => Told::Result(Err(raised)),
                    },
                    (Some(&key), Some(&value)) => {
                        Told::Result(dict.set(key.clone(), value.clone()).map(|()| Value::None))
                    }
                    (None, _) => Told::Other,
                }
            }
            Method::None => Told::None,
            Method::Other => Told::Other,
        }
    }
}

fn call_built_in<const N: usize>(method: &Builtin, run: Option<Run>, object: &Value, operands: [&Value; N]) -> Res {
    let _deeper = recursion::enter(" while calling a Python object")?;
    let mut arguments: [Value; 3] = Default::default();
    arguments[0] = object.clone();
    for (place, operand) in arguments[1..].iter_mut().zip(operands) {
        *place = operand.clone();
    }
    match run {
        Some(run) => run(&arguments[..=N]),
        None => method.call(&Arguments::new(&arguments[..=N])),
    }
}

/// Whether the right operand of an operator has nothing to say beside the class of the left one.
fn says_nothing(left: &Instance, right: &Value) -> bool {
    match right.kind() {
        None | Some(Kind::Str | Kind::BigInt | Kind::List | Kind::Tuple) => true,
        _ => right.downcast::<Instance>().is_some_and(|right| Key::of(left) == Key::of(right)),
    }
}

fn is_subscript(name: Symbol) -> bool {
    matches!(name, Symbol::GETITEM | Symbol::SETITEM)
}

impl Ways {
    /// Remembers what instances like this one have; nothing if too many kinds were met.
    #[cold]
    fn learn(
        &self,
        object: &Value,
        instance: &Instance,
        name: Symbol,
        count: usize,
        context: &Context,
    ) -> Option<usize> {
        let at = self.found.iter().position(|found| found.get().is_none())?;
        let found = class_of(object).lookup_from_script(name);
        let method = match &found {
            Some(found) => match (found.as_gc::<Function>(), found.as_gc::<Builtin>()) {
                (Some(function), _) => {
                    Method::Script(function.clone(), context.running(function.code(), function.module()))
                }
                (_, Some(method)) if is_subscript(name) && object.held_length().is_some() => {
                    Method::Item(method.clone())
                }
                (_, Some(method)) if method.owner().is_some() => match method.operating(object) {
                    Some(run) if count == 1 => Method::Operator(run),
                    _ => Method::BuiltIn(method.clone(), method.taking(object, count)),
                },
                _ => Method::Other,
            },
            None => match base::payload(object) {
                None => Method::None,
                Some(payload) if payload.kind() == Some(Kind::Dict) && is_subscript(name) => Method::Dict,
                Some(_) => Method::Other,
            },
        };
        self.found[at].get_or_init(|| Way { _shape: instance.shape(), method });
        self.keys[at].set(Key::of(instance));
        Some(at)
    }
}
