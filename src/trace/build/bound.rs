//! Calls of built-in functions by a statement of their own, and of methods that a variable holds together with their receiver.
//!
//! What a bound method calls is guarded to be what was seen, and its receiver to be of the type seen: then it is built as the method
//! call written out.

use super::array::is_array;
use super::call::Given;
use super::instance::is_instance;
use super::*;
use crate::builtins::modules::heapq;
use crate::builtins::modules::numpy::GENERATORS;
use crate::interp::construct::is_container;
use crate::resolve::support::Support;
use crate::resolve::tree::{Call, Expr};
use crate::trace::helper::HelperId;
use crate::trace::record::chooses;
use crate::trace::record::object::{is_around_tuple, makes_around_tuple, manager_method};
use crate::value::Symbol;
use crate::value::array::scalar_type;
use crate::value::class::Class;
use crate::value::function::{Builtin, Method};
use crate::value::ops;

const FUNCTION: i32 = BODY_OFFSET + Method::FUNCTION_OFFSET;
const RECEIVER: i32 = BODY_OFFSET + Method::RECEIVER_OFFSET;

/// Methods of built-in classes themselves that only compute.
const OF_CLASSES: [(&str, &str); 3] = [("int", "from_bytes"), ("bytes", "fromhex"), ("float", "fromhex")];

/// Functions of numpy that only compute, with two arguments or one.
const NUMPY: [&str; 13] =
    ["all", "any", "argmax", "argmin", "array", "asarray", "cumprod", "cumsum", "dot", "max", "min", "prod", "sum"];

impl Builder<'_> {
    /// A variable that holds a built-in function, class or module, guarded to hold the one seen last.
    pub(super) fn identified(&mut self, object: Object, seen: &Seen) -> Abstract {
        match seen.called().filter(|known| known.kind() == Some(object.kind)) {
            Some(known) => {
                let expected = address(&mut self.ir, &known);
                self.built.objects.push(known.clone());
                let same = self.ir.int_compare(Compare::Eq, object.val, expected);
                self.guard(same, Reason::Identity);
                Abstract::Known(known)
            }
            None => Abstract::Object(object),
        }
    }

    /// `method(…)`, of a bound method in a variable.
    pub(super) fn call_bound(&mut self, stmt: &Stmt, method: &Object, callee: &Expr, call: &Call) -> Step<Abstract> {
        let seen = self.seen(callee.id).cloned().unwrap_or_default();
        let (Some(function), Some(receiver)) = (seen.called(), seen.receiver()) else {
            return self.abort(AbortReason::Call);
        };
        let part = |ty, offset| Access::new(MemRegion::Immutable, ty, offset);
        let found = self.ir.load(part(Ty::Ref, FUNCTION + PAYLOAD_OFFSET), method.val);
        let various = seen.functions().len() > 1;
        let expected = address(&mut self.ir, &function);
        if !various {
            self.built.objects.push(function.clone());
            let same = self.ir.int_compare(Compare::Eq, found, expected);
            self.guard(same, Reason::Identity);
        }
        let tag = self.ir.load(part(Ty::Tag, RECEIVER + TAG_OFFSET), method.val);
        let payload = self.ir.load(part(Ty::I64, RECEIVER + PAYLOAD_OFFSET), method.val);
        let receiver = self.narrow(tag, payload, receiver);
        if let Abstract::Object(object) = &receiver {
            self.note_shapes(object, &seen);
        }
        let held = self.hold(receiver);
        let given = self.given(&call.args, Self::any)?;
        let receiver = self.take_held(held);
        if various {
            let all: Vec<Given> = std::iter::once((None, receiver)).chain(given).collect();
            return self.each_function(&seen.functions(), &mut |this, function, other| {
                let owner = Value::from(function);
                let expected = address(&mut this.ir, &owner);
                this.built.objects.push(owner);
                let same = this.ir.int_compare(Compare::Eq, found, expected);
                this.go_unless(same, other);
                this.invoke(stmt, expected, function, all.clone())
            });
        }
        match function.as_gc::<Function>() {
            Some(function) => {
                let all = std::iter::once((None, receiver)).chain(given).collect();
                self.invoke(stmt, expected, function, all)
            }
            None if is_instance(&receiver) => self.call_native(&function, &receiver, given),
            None => {
                let name = function.downcast::<Builtin>().map(Builtin::name);
                let own = |name: Symbol| self.method_of(&receiver, name.as_str()).filter(|own| own.is(&function));
                match name.filter(|&name| own(name).is_some()) {
                    Some(name) => {
                        let args = self.positional(given)?;
                        self.method_call(name.as_str(), &receiver, &args, call.id)
                    }
                    None => self.abort(AbortReason::Call),
                }
            }
        }
    }

    /// `object.name` of an object of a built-in type: the method with the object as its receiver.
    pub(super) fn bound_method(&mut self, object: &Abstract, name: &str, id: ExprId) -> Step<Abstract> {
        let is_method = self.seen(id).and_then(Seen::only_type) == Some(Type::Object(Kind::Method));
        let Some(function) = self.method_of(object, name).filter(|_| is_method) else {
            return self.abort(AbortReason::Expression);
        };
        let callee = address(&mut self.ir, &function);
        self.built.objects.push(function);
        let (tag, payload) = self.boxed(object);
        let method = self.ir.call(HelperId::METHOD_NEW, &[callee, tag, payload], None)[0];
        Ok(self.made(method, Kind::Method))
    }

    /// What a step of `with` finds: a method of a context manager, with that as its receiver.
    pub(super) fn method_of_manager(&mut self, support: Support, manager: &Expr) -> Step<Abstract> {
        let value = self.known(manager)?;
        let Some(name) = manager_method(support).filter(|_| is_instance(&value)) else {
            return self.abort(AbortReason::Expression);
        };
        self.each_shape(&value, &mut |this, shape| {
            let found = shape.class().lookup(name).filter(|found| found.as_gc::<Function>().is_some());
            // The method would keep it alive for longer than the statement does.
            let Some(function) = found.filter(|_| !shape.class().has_finalizer()) else {
                return this.abort(AbortReason::Expression);
            };
            let callee = address(&mut this.ir, &function);
            this.built.objects.push(function);
            let (tag, payload) = this.boxed(&value);
            let method = this.ir.call(HelperId::METHOD_NEW, &[callee, tag, payload], None)[0];
            Ok(this.made(method, Kind::Method))
        })
    }

    /// `Class.name(…)` of a built-in class: a method that computes with the class and what it is given.
    pub(super) fn call_of_built_in(&mut self, class: &Gc<Class>, name: &str, call: &Call) -> Step<Abstract> {
        if !OF_CLASSES.contains(&(&*class.name(), name)) {
            return self.abort(AbortReason::Call);
        }
        let class = Value::from(class);
        let bound = ops::attribute::get(&class, Symbol::new(name)).ok();
        let Some(method) = bound.as_ref().and_then(Value::downcast::<Method>).map(|method| method.function().clone())
        else {
            return self.abort(AbortReason::Call);
        };
        let mut args = vec![Abstract::Known(class)];
        let given = self.given(&call.args, Self::expr)?;
        args.extend(self.positional(given)?);
        self.runtime_call(&method, &args, call.id)
    }

    /// `Class(…)` of a built-in container: a new one, of nothing or of what there is.
    pub(super) fn new_container(&mut self, class: &Gc<Class>, given: Vec<Given>, id: ExprId) -> Step<Abstract> {
        let args = self.positional(given)?;
        let types = crate::value::class::types();
        // What comes out of an iterator is gone if the statement is done again.
        let is_from = |arg: &Abstract| match arg {
            Abstract::Object(object) => !matches!(object.kind, Kind::Iterator | Kind::Generator),
            Abstract::Tuple(_) | Abstract::Int(_) => true,
            _ => false,
        };
        match &args[..] {
            [] if class.is(&types.list) => Ok(self.empty(HelperId::LIST_NEW, Kind::List)),
            [] if class.is(&types.dict) => Ok(self.empty(HelperId::DICT_NEW, Kind::Dict)),
            [] if class.is(&types.set) => Ok(self.empty(HelperId::SET_NEW, Kind::Set)),
            [_] if is_container(class) => self.runtime_call(&Value::from(class), &args, id),
            _ if chooses(class) && args.iter().all(is_from) => self.runtime_call(&Value::from(class), &args, id),
            [value] => match scalar_type(class).and_then(|dtype| self.converted(dtype, value)) {
                Some(scalar) => Ok(scalar),
                None => self.abort(AbortReason::Call),
            },
            _ => self.abort(AbortReason::Call),
        }
    }

    pub(super) fn empty(&mut self, helper: HelperId, kind: Kind) -> Abstract {
        let val = self.ir.call(helper, &[], None)[0];
        self.made(val, kind)
    }

    /// A built-in function that a statement calls: one that only computes, or one whose effect is known.
    pub(super) fn call_builtin(&mut self, callee: &Value, given: Vec<Given>, id: ExprId) -> Step<Abstract> {
        let args = self.positional(given)?;
        let Some(builtin) = callee.downcast::<Builtin>() else {
            return self.abort(AbortReason::Call);
        };
        let name = builtin.name();
        if let ([Abstract::Known(class), Abstract::Tuple(items)], true) = (&args[..], makes_around_tuple(callee))
            && let Some(class) = class.as_gc::<Class>().filter(|class| is_around_tuple(class))
        {
            return Ok(self.new_around_tuple(class, items.clone()));
        }
        match (builtin.module(), (self.request.qualified)(callee)) {
            (Some("random"), _) if name.as_str() == "random" && args.is_empty() => {
                let drawn = self.ir.call(HelperId::RANDOM, &[], None)[0];
                self.here = None;
                Ok(Abstract::Float(drawn))
            }
            (Some("random"), _) if draws(name.as_str(), &args) => self.call_changing(callee, &args),
            (Some("bisect"), _) if matches!(name.as_str(), "insort_left" | "insort_right") && args.len() == 2 => {
                match args.iter().all(|arg| self.is_workable(arg)) {
                    true => self.call_changing(callee, &args),
                    false => self.abort(AbortReason::Call),
                }
            }
            (Some("heapq"), _) if args.iter().all(|arg| self.is_workable(arg)) => {
                match heapq::all_or_nothing(name.as_str()) {
                    Some(plain) => self.call_changing(&plain, &args),
                    None => self.abort(AbortReason::Call),
                }
            }
            (Some("numpy"), _) if args.iter().any(is_array) => {
                match NUMPY.contains(&name.as_str()) && args.len() <= 2 {
                    true => self.runtime_call(callee, &args, id),
                    false => self.abort(AbortReason::Call),
                }
            }
            (_, Some(name)) if name == "next" => match args[..] {
                [Abstract::Object(object)] if object.kind == Kind::Generator => self.step_generator(&object, id),
                [Abstract::Object(object)] if object.kind == Kind::Iterator => self.step_iterator(&object),
                _ => self.abort(AbortReason::Call),
            },
            (_, Some(name)) if builtin.is_pure() => self.apply(callee, &name, args, id),
            (_, None) if builtin.is_pure() => self.runtime_call(callee, &args, id),
            _ => self.abort(AbortReason::Call),
        }
    }

    /// A method of a library's class whose instances are around the library's own data.
    pub(super) fn call_native(&mut self, method: &Value, object: &Abstract, given: Vec<Given>) -> Step<Abstract> {
        let args = self.positional(given)?;
        let Some(builtin) = method.downcast::<Builtin>() else {
            return self.abort(AbortReason::Call);
        };
        let name = builtin.name();
        if let ("array.array", "append", [value]) =
            (builtin.owner().map_or("", Symbol::as_str), name.as_str(), &args[..])
            && self.is_workable(value)
        {
            self.call_object(HelperId::ROW_CALL_2, method, &[object.clone(), value.clone()]);
            self.here = None;
            return Ok(Abstract::None);
        }
        let known = match (builtin.owner().map_or("", Symbol::as_str), name.as_str(), &args[..]) {
            ("Random", name, args) => draws(name, args),
            (GENERATORS, name, args) => draws_numbers(name, args),
            ("collections.deque", "popleft" | "pop", []) => true,
            ("collections.deque", "append" | "appendleft", [item]) => !matches!(item, Abstract::Unbound),
            _ => false,
        };
        if !known {
            return self.abort(AbortReason::Call);
        }
        let all: Vec<Abstract> = std::iter::once(object.clone()).chain(args).collect();
        self.call_changing(method, &all)
    }

    /// A call that is its statement's effect, and has none if it fails: that leaves to where the statement begins.
    fn call_changing(&mut self, callee: &Value, args: &[Abstract]) -> Step<Abstract> {
        let helper = match args.len() {
            1 => HelperId::CALL_1,
            2 => HelperId::CALL_2,
            3 => HelperId::CALL_3,
            _ => return self.abort(AbortReason::Call),
        };
        let results = self.call_object(helper, callee, args);
        self.here = None;
        Ok(Abstract::Tagged(results[0], results[1]))
    }

    /// Arguments of which none has a name.
    pub(super) fn positional(&self, given: Vec<Given>) -> Step<Vec<Abstract>> {
        match given.iter().all(|(name, _)| name.is_none()) {
            true => Ok(given.into_iter().map(|(_, value)| value).collect()),
            false => self.abort(AbortReason::Call),
        }
    }
}

/// Whether a method of numpy's generators takes such arguments: it draws nothing if it fails with them, and runs no script code.
fn draws_numbers(name: &str, args: &[Abstract]) -> bool {
    let is_whole = |arg: &Abstract| match arg {
        Abstract::Int(_) => true,
        Abstract::Scalar(dtype, _) => dtype.is_integer(),
        _ => false,
    };
    let is_real = |arg: &Abstract| match arg {
        Abstract::Float(_) => true,
        Abstract::Scalar(dtype, _) => dtype.is_inexact() && !dtype.is_complex(),
        _ => is_whole(arg),
    };
    match (name, args) {
        ("integers" | "randint" | "choice", args) => args.iter().all(is_whole),
        (_, args) => args.iter().all(is_real),
    }
}

/// Whether a function of `random` takes such arguments, and draws nothing if it fails with them.
fn draws(name: &str, args: &[Abstract]) -> bool {
    let whole = |arg: &Abstract| matches!(arg, Abstract::Int(_) | Abstract::Bool(_));
    let number = |arg: &Abstract| whole(arg) || matches!(arg, Abstract::Float(_));
    let kind = |arg: &Abstract| match arg {
        Abstract::Object(object) => Some(object.kind),
        _ => None,
    };
    match (name, args) {
        ("random", []) => true,
        ("getrandbits" | "randrange", [count]) => whole(count),
        ("randrange" | "randint", [start, stop]) => whole(start) && whole(stop),
        ("uniform" | "gauss" | "normalvariate", [x, y]) => number(x) && number(y),
        ("choice", [items]) => matches!(kind(items), Some(Kind::List | Kind::Tuple | Kind::Str | Kind::Range)),
        ("shuffle", [items]) => kind(items) == Some(Kind::List),
        _ => false,
    }
}
