//! Expressions: what each computes, as scalars.

use super::array::is_array;
use super::instance::is_instance;
use super::scalar::gives_scalar;
use super::*;
use crate::resolve::tree::{CompareOp, Constant, Expr, ExprKind};
use crate::trace::ir::BoolBinary;
use crate::value::Symbol;
use crate::value::class::Class;
use crate::value::constant::literal;
use crate::value::function::is_builtin;

impl Builder<'_> {
    pub(super) fn expr(&mut self, expr: &Expr) -> Step<Abstract> {
        let value = self.value_of(expr)?;
        if let Abstract::Object(object) = &value
            && object.kind == Kind::Instance
        {
            let seen = self.seen(expr.id).cloned().unwrap_or_default();
            self.note_shapes(object, &seen);
        }
        Ok(value)
    }

    /// Remembers which shapes an instance was seen to have.
    pub(super) fn note_shapes(&mut self, object: &Object, seen: &Seen) {
        if object.kind == Kind::Instance && !seen.shapes().is_empty() {
            self.shapes.insert(object.val, seen.shapes().to_vec());
        }
    }

    /// The value of an expression that is only passed on, or asked what it is: of any type, if it was seen to be of several.
    pub(super) fn any(&mut self, expr: &Expr) -> Step<Abstract> {
        let key = match &expr.kind {
            ExprKind::Local(slot) | ExprKind::Temporary(slot) => self.key(Place::Local(*slot)),
            ExprKind::Global(slot) => self.key(Place::Global(*slot)),
            _ => return self.expr(expr),
        };
        if self.seen(expr.id).is_some_and(Seen::is_various)
            && let value @ Abstract::Tagged(..) = self.read(key)?
        {
            return Ok(value);
        }
        self.expr(expr)
    }

    /// The value of an expression of which something is asked that depends on its type: of the last one seen.
    pub(super) fn known(&mut self, expr: &Expr) -> Step<Abstract> {
        let value = self.expr(expr)?;
        Ok(self.as_seen(value, expr.id))
    }

    /// A value that may be anything, as what its expression was last seen to be.
    pub(super) fn as_seen(&mut self, value: Abstract, id: ExprId) -> Abstract {
        let (&Abstract::Tagged(tag, payload), Some(ty)) = (&value, self.seen(id).and_then(Seen::last)) else {
            return value;
        };
        let value = self.narrow(tag, payload, ty);
        if let Abstract::Object(object) = &value {
            let seen = self.seen(id).cloned().unwrap_or_default();
            self.note_shapes(object, &seen);
        }
        value
    }

    /// Whether a value is of a type that its expression was never seen to be of: no way leads here with it.
    pub(super) fn is_unexpected(&self, value: &Abstract, id: ExprId) -> bool {
        let seen = self.seen(id).map(Seen::types).unwrap_or_default();
        value.type_().is_some_and(|ty| seen.iter().all(|&seen| !ty.fits(seen)))
    }

    /// An operand: what a script's class may have an operator for is of the last type seen.
    fn operands(&mut self, left: &Expr, right: &Expr) -> Step<[Abstract; 2]> {
        let mut operand = |expr: &Expr| {
            let seen = self.seen(expr.id);
            let value = match seen.is_some_and(|seen| seen.is_various() && !seen.shapes().is_empty()) {
                true => self.known(expr)?,
                false => self.expr(expr)?,
            };
            Ok(self.hold(value))
        };
        let (left, right) = (operand(left)?, operand(right)?);
        Ok([self.take_held(left), self.take_held(right)])
    }

    /// Whether an expression was seen to be now an instance, now something else.
    fn may_be_missing(&self, expr: &Expr) -> bool {
        self.seen(expr.id).is_some_and(|seen| seen.is_various() && !seen.shapes().is_empty())
    }

    /// Whether two values are the same or equal, of which at least one is now an instance, now something else.
    fn compare_with_missing(&mut self, op: CompareOp, left: &Expr, right: &Expr) -> Step<Val> {
        let x = self.any(left)?;
        let held = self.hold(x);
        let y = self.any(right)?;
        let mut x = self.take_held(held);
        let is_any = |value: &Abstract| matches!(value, Abstract::Tagged(..));
        let all_instances = [&x, &y].into_iter().all(|value| is_any(value) || is_instance(value));
        if all_instances && matches!(op, CompareOp::Is | CompareOp::IsNot) {
            return self.compare(op, &x, &y);
        }
        if all_instances && is_any(&x) && is_any(&y) {
            x = self.as_seen(x, left.id);
        }
        if all_instances && [&x, &y].into_iter().any(|value| self.is_known_by_identity(value)) {
            return self.compare(op, &x, &y);
        }
        let (x, y) = (self.as_seen(x, left.id), self.as_seen(y, right.id));
        self.compare(op, &x, &y)
    }

    /// Two expressions, in order.
    pub(super) fn two(&mut self, first: &Expr, second: &Expr) -> Step<[Abstract; 2]> {
        Ok(self.exprs([first, second])?.try_into().expect("as many values as expressions"))
    }

    /// Three expressions, in order.
    pub(super) fn three(&mut self, first: &Expr, second: &Expr, third: &Expr) -> Step<[Abstract; 3]> {
        Ok(self.exprs([first, second, third])?.try_into().expect("as many values as expressions"))
    }

    fn value_of(&mut self, expr: &Expr) -> Step<Abstract> {
        match &expr.kind {
            ExprKind::Constant(constant) => self.constant(constant),
            ExprKind::Local(slot) | ExprKind::Temporary(slot) => {
                let key = self.key(Place::Local(*slot));
                let value = self.read(key)?;
                self.typed(key, value, expr.id)
            }
            ExprKind::Cell(slot) => {
                let seen = self.seen(expr.id).cloned().unwrap_or_default();
                self.read_cell(*slot, &seen)
            }
            ExprKind::Global(slot) => {
                let key = self.key(Place::Global(*slot));
                let value = self.read(key)?;
                match self.typed(key, value, expr.id) {
                    Ok(Abstract::Unbound) => self.builtin_name(*slot),
                    value => value,
                }
            }
            ExprKind::Unary(op, operand) => {
                let operand = self.expr(operand)?;
                let seen = self.seen(expr.id).cloned().unwrap_or_default();
                self.unary(*op, &operand, &seen)
            }
            ExprKind::Not(operand) => {
                let truth = self.test(operand)?;
                Ok(Abstract::Bool(self.ir.bool_not(truth)))
            }
            ExprKind::Binary(op, left, right) => {
                let [left, right] = self.operands(left, right)?;
                let seen = self.seen(expr.id).cloned().unwrap_or_default();
                self.operate(*op, &left, &right, &seen)
            }
            ExprKind::Compare(op, left, right) if let Some(asked) = self.asked_class(left)? => {
                self.compare_class(*op, asked, right)
            }
            ExprKind::Compare(op @ (CompareOp::Is | CompareOp::IsNot), left, right)
                if is_none(left) || is_none(right) =>
            {
                let (left, right) = (self.any(left)?, self.any(right)?);
                Ok(Abstract::Bool(self.compare(*op, &left, &right)?))
            }
            ExprKind::Compare(
                op @ (CompareOp::Is | CompareOp::IsNot | CompareOp::Equal | CompareOp::NotEqual),
                left,
                right,
            ) if self.may_be_missing(left) || self.may_be_missing(right) => {
                Ok(Abstract::Bool(self.compare_with_missing(*op, left, right)?))
            }
            ExprKind::Compare(op, left, right) => {
                let [left, right] = self.operands(left, right)?;
                let truth = self.compare(*op, &left, &right)?;
                let identity = matches!(op, CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn);
                match !identity && gives_scalar(&left, &right) {
                    true => Ok(Abstract::Scalar(DType::Bool, ir::Vals::from_slice(&[truth]))),
                    false => Ok(Abstract::Bool(truth)),
                }
            }
            ExprKind::Chain(..) => Ok(Abstract::Bool(self.test(expr)?)),
            ExprKind::And(left, right) => self.either(left, right, true),
            ExprKind::Or(left, right) => self.either(left, right, false),
            ExprKind::IfElse { test, then, orelse } => self.conditional(test, then, orelse),
            ExprKind::Index(object, index) => self.index(expr, object, index),
            ExprKind::Attribute(object, name) => self.attribute(object, name, expr.id),
            ExprKind::PureCall(callee, args) => self.pure_call(callee, args, expr.id),
            ExprKind::Slice(start, stop, step) => {
                self.slice_object([start.as_deref(), stop.as_deref(), step.as_deref()])
            }
            ExprKind::List(items) => self.list_display(items),
            ExprKind::Set(items) => self.set_display(items),
            ExprKind::Dict(pairs) => self.dict_display(pairs),
            ExprKind::Tuple(items) => {
                let mut held = Vec::with_capacity(items.len());
                for item in items {
                    let value = self.any(item)?;
                    held.push(self.hold(value));
                }
                let items: Vec<Abstract> = held.into_iter().map(|value| self.take_held(value)).collect();
                Ok(Abstract::Tuple(items.into()))
            }
            _ => self.abort(AbortReason::Expression),
        }
    }

    fn constant(&mut self, constant: &Constant) -> Step<Abstract> {
        Ok(match constant {
            Constant::None => Abstract::None,
            Constant::Bool(value) => Abstract::Bool(self.ir.bool(*value)),
            Constant::Int(value) => Abstract::Int(self.ir.int(*value)),
            Constant::Float(value) => Abstract::Float(self.ir.float(*value)),
            Constant::Complex(re, im) => Abstract::Complex(self.ir.float(*re), self.ir.float(*im)),
            Constant::Tuple(items) => {
                let items = items.iter().map(|item| self.constant(item)).collect::<Step<Rc<[_]>>>()?;
                self.constant_tuples.push((items.clone(), literal(constant)));
                Abstract::Tuple(items)
            }
            constant => return self.constant_object(constant),
        })
    }

    /// Gives a variable that may hold anything the type it was seen to have here.
    fn typed(&mut self, key: Key, value: Abstract, id: ExprId) -> Step<Abstract> {
        match value {
            Abstract::Tagged(tag, payload) => {
                let seen = self.seen(id).cloned().unwrap_or_default();
                self.typed_as(key, Abstract::Tagged(tag, payload), &seen)
            }
            Abstract::Unbound if matches!(key, Key::Frame(..)) => self.leave(Reason::Type),
            Abstract::Object(object) if object.kind == Kind::Function => {
                // Which function it is decides what can be built of a call.
                let seen = self.seen(id).and_then(Seen::only).and_then(|value| value.as_gc::<Function>().cloned());
                match seen {
                    Some(function) => Ok(self.guard_code(object.val, &function)),
                    None => Ok(Abstract::Object(object)),
                }
            }
            Abstract::Object(object) if matches!(object.kind, Kind::Builtin | Kind::Class | Kind::Module) => {
                let seen = self.seen(id).cloned().unwrap_or_default();
                Ok(self.identified(object, &seen))
            }
            value => Ok(value),
        }
    }

    /// Gives a variable that may hold anything the type it was seen to have, if that was always the same.
    pub(super) fn typed_as(&mut self, key: Key, value: Abstract, seen: &Seen) -> Step<Abstract> {
        let Abstract::Tagged(tag, payload) = value else {
            return Ok(value);
        };
        let Some(ty) = seen.last() else {
            return self.leave(Reason::Branch);
        };
        // Two types are told apart where they matter; of more, anything may come.
        let most = if self.request.tolerant { 1 } else { 2 };
        if seen.types().len() > most && seen.only_type().is_none() {
            return Ok(value);
        }
        let value = self.narrow(tag, payload, ty);
        let dirty = self.state.get(&key).is_some_and(|binding| binding.dirty);
        self.state.insert(key, Binding { value: value.clone(), dirty });
        Ok(value)
    }

    fn builtin_name(&mut self, slot: GlobalSlot) -> Step<Abstract> {
        let name = self.built.modules[self.frame().module as usize].name_of(slot.0);
        let builtins = self.request.builtins;
        match builtins.slot(name).and_then(|slot| builtins.get_slot(slot).map(|value| (slot, value))) {
            Some((slot, now)) if now.as_gc::<Function>().is_some() => Ok(self.module_slot(builtins, slot, &now)),
            // Constants such as `NotImplemented` too: who uses them must know which one it is.
            Some((slot, now)) if now.kind().is_some() => Ok(self.known_slot(builtins, slot, &now)),
            _ => self.leave(Reason::Identity),
        }
    }

    fn attribute(&mut self, object: &Expr, name: &str, id: ExprId) -> Step<Abstract> {
        if let Some(asked) = self.asked_class(object)? {
            let value = self.any(asked)?;
            return self.each_class(&value, asked, &mut |this, class| match class {
                Abstract::Known(class) => match class.as_gc::<Class>() {
                    Some(class) => this.attribute_of_class(class, name),
                    None => this.abort(AbortReason::Expression),
                },
                _ => this.abort(AbortReason::Expression),
            });
        }
        match (self.known(object)?, name) {
            (object, name) if is_instance(&object) => self.attribute_of_instance(&object, name, id),
            (Abstract::Complex(re, _), "real") => Ok(Abstract::Float(re)),
            (Abstract::Complex(_, im), "imag") => Ok(Abstract::Float(im)),
            (Abstract::Float(val), "real") => Ok(Abstract::Float(val)),
            (Abstract::Int(val), "real" | "numerator") => Ok(Abstract::Int(val)),
            (Abstract::Float(_), "imag") => Ok(Abstract::Float(self.ir.float(0.0))),
            (Abstract::Int(_), "imag") => Ok(Abstract::Int(self.ir.int(0))),
            (Abstract::Scalar(dtype, parts), "real" | "imag") => Ok(self.part_of_scalar(dtype, &parts, name == "imag")),
            (array, name) if is_array(&array) => self.array_attribute(&array, name, object.id),
            (Abstract::Known(value), name) => match (value.as_gc::<Module>(), value.as_gc::<Class>()) {
                (Some(module), _) => self.module_attribute(module, name),
                (_, Some(class)) => self.attribute_of_class(class, name),
                _ => self.abort(AbortReason::Expression),
            },
            (value, _) if self.is_unexpected(&value, object.id) => self.leave(Reason::Type),
            (object @ Abstract::Object(_), name) => self.bound_method(&object, name, id),
            _ => self.abort(AbortReason::Expression),
        }
    }

    pub(super) fn module_attribute(&mut self, module: &Gc<Module>, name: &str) -> Step<Abstract> {
        let slot = module.slot(Symbol::new(name));
        match slot.and_then(|slot| module.get_slot(slot).map(|value| (slot, value))) {
            Some((slot, now)) => Ok(self.module_slot(module, slot, &now)),
            None => self.leave(Reason::Identity),
        }
    }
}

/// Truth.
impl Builder<'_> {
    /// Whether the expression is true.
    pub(super) fn test(&mut self, expr: &Expr) -> Step<Val> {
        match &expr.kind {
            ExprKind::And(..) | ExprKind::Or(..) | ExprKind::Chain(..) => {
                let result = self.hidden();
                let join = self.open_join();
                let no = self.open_join();
                let way = self.test_or_go(expr, no);
                if way.is_ok() {
                    let yes = self.ir.bool(true);
                    self.write(result, Abstract::Bool(yes));
                }
                self.end_way(way, join)?;
                let way = self.close_join(None);
                if way.is_ok() {
                    let no = self.ir.bool(false);
                    self.write(result, Abstract::Bool(no));
                }
                self.end_way(way, join)?;
                self.close_join(None)?;
                match self.state.remove(&result) {
                    Some(Binding { value: Abstract::Bool(truth), .. }) => Ok(truth),
                    _ => self.abort(AbortReason::Operator),
                }
            }
            ExprKind::Not(operand) => {
                let truth = self.test(operand)?;
                Ok(self.ir.bool_not(truth))
            }
            _ => {
                let value = self.any(expr)?;
                self.truth_of_seen(&value, expr)
            }
        }
    }

    /// Whether a script's class decides if what an expression was seen to be is true.
    fn has_scripted_truth(&self, id: ExprId) -> bool {
        let decides = |shape: &Gc<Shape>| {
            [Symbol::BOOL, Symbol::LEN].into_iter().any(|name| shape.class().lookup_from_script(name).is_some())
        };
        self.seen(id).is_some_and(|seen| seen.shapes().iter().any(decides))
    }

    /// Whether the value of an expression is true: where a script's class decides that, of an instance; `None` may stand in its place.
    fn truth_of_seen(&mut self, value: &Abstract, expr: &Expr) -> Step<Val> {
        let &Abstract::Tagged(tag, payload) = value else { return self.truth(value) };
        if !self.has_scripted_truth(expr.id) {
            return self.truth(value);
        }
        let seen = self.seen(expr.id).cloned().unwrap_or_default();
        if !seen.types().iter().all(|ty| matches!(ty, Type::None | Type::Object(Kind::Instance))) {
            let known = self.known(expr)?;
            return self.truth(&known);
        }
        let result = self.hidden();
        let (no, none) = (self.ir.bool(false), self.ir.tag(TAG_NONE));
        self.write(result, Abstract::Bool(no));
        let join = self.open_join();
        let is_there = self.ir.int_compare(Compare::Ne, tag, none);
        self.go_unless(is_there, join);
        let instance = self.narrow(tag, payload, Type::Object(Kind::Instance));
        if let Abstract::Object(object) = &instance {
            self.note_shapes(object, &seen);
        }
        let way = self.truth(&instance).map(|truth| self.write(result, Abstract::Bool(truth)));
        self.end_way(way, join)?;
        match self.merged(result)? {
            Abstract::Bool(truth) => Ok(truth),
            _ => self.abort(AbortReason::Operator),
        }
    }

    /// Whether it is known without looking at any value.
    pub(super) fn constant_test(&mut self, expr: &Expr) -> Step<Option<bool>> {
        Ok(match &expr.kind {
            ExprKind::Constant(Constant::Bool(value)) => Some(*value),
            ExprKind::Constant(Constant::Int(value)) => Some(*value != 0),
            ExprKind::Not(operand) => self.constant_test(operand)?.map(|truth| !truth),
            ExprKind::And(left, right) => match self.constant_test(left)? {
                Some(true) => self.constant_test(right)?,
                known => known,
            },
            ExprKind::IsBuiltin(value, name) => match self.expr(value)? {
                Abstract::Known(value) => Some(is_builtin(&value, name)),
                _ => None,
            },
            _ => None,
        })
    }

    /// Goes to the label if the expression is false; goes on if it is true.
    pub(super) fn test_or_go(&mut self, expr: &Expr, join: usize) -> Step<()> {
        match &expr.kind {
            ExprKind::And(left, right) => {
                self.test_or_go(left, join)?;
                self.unless_unseen(left, true)?;
                self.test_or_go(right, join)
            }
            ExprKind::Or(left, right) => {
                let yes = self.open_join();
                let no = self.open_join();
                let way = self.test_or_go(left, no);
                self.end_way(way, yes)?;
                let way = self.close_join(None).and_then(|()| {
                    self.unless_unseen(left, false)?;
                    self.test_or_go(right, join)
                });
                self.end_way(way, yes)?;
                self.close_join(None)
            }
            ExprKind::Chain(first, links) => {
                let mut left = self.expr(first)?;
                for (op, right) in links {
                    let held = self.hold(left);
                    let right = self.expr(right)?;
                    left = self.take_held(held);
                    let holds = self.compare(*op, &left, &right)?;
                    self.go_if_false(holds, join)?;
                    left = right;
                }
                Ok(())
            }
            ExprKind::Constant(Constant::Bool(true)) => Ok(()),
            _ => {
                let truth = self.test(expr)?;
                self.go_if_false(truth, join)
            }
        }
    }

    /// Leaves where the second operand of `and` or `or` was never evaluated.
    fn unless_unseen(&mut self, first: &Expr, held: bool) -> Step<()> {
        let seen = self.profile().map(|profile| profile.branch(first.id)).unwrap_or_default();
        if (if held { seen.held } else { seen.failed }) == 0 {
            return self.leave(Reason::Branch);
        }
        Ok(())
    }

    pub(super) fn truth(&mut self, value: &Abstract) -> Step<Val> {
        Ok(match value {
            Abstract::Bool(val) => *val,
            Abstract::None => self.ir.bool(false),
            Abstract::Int(val) => {
                let zero = self.ir.int(0);
                self.ir.int_compare(Compare::Ne, *val, zero)
            }
            Abstract::Float(val) => {
                let zero = self.ir.float(0.0);
                self.ir.float_compare(Compare::Ne, *val, zero)
            }
            Abstract::Complex(re, im) => {
                let zero = self.ir.float(0.0);
                let re = self.ir.float_compare(Compare::Ne, *re, zero);
                let im = self.ir.float_compare(Compare::Ne, *im, zero);
                self.ir.bool_binary(BoolBinary::Or, re, im)
            }
            Abstract::Scalar(..) => {
                let value = self.as_python(value);
                return self.truth(&value);
            }
            Abstract::Tuple(items) => self.ir.bool(!items.is_empty()),
            Abstract::Function(..) => self.ir.bool(true),
            Abstract::Object(object) if matches!(object.kind, Kind::List | Kind::Tuple) => {
                let length = self.length(object)?;
                let zero = self.ir.int(0);
                self.ir.int_compare(Compare::Ne, length, zero)
            }
            Abstract::Known(value) if matches!(value.kind(), Some(Kind::Builtin | Kind::Module)) => self.ir.bool(true),
            Abstract::Object(Object { kind: Kind::Builtin | Kind::Module | Kind::Method, .. }) => self.ir.bool(true),
            value if is_instance(value) => return self.truth_of_instance(value),
            value => return self.truth_of(value),
        })
    }

    /// `left and right` (or `or`) as a value.
    fn either(&mut self, left: &Expr, right: &Expr, and: bool) -> Step<Abstract> {
        let result = self.hidden();
        // It may always leave: then there is no label to close.
        let value = self.expr(left)?;
        let mut truth = self.truth_of_seen(&value, left)?;
        if !and {
            truth = self.ir.bool_not(truth);
        }
        self.write(result, value);
        let join = self.open_join();
        let way = self.go_if_false(truth, join).and_then(|()| {
            self.unless_unseen(left, and)?;
            let value = self.expr(right)?;
            self.write(result, value);
            Ok(())
        });
        self.end_way(way, join)?;
        self.merged(result)
    }

    fn conditional(&mut self, test: &Expr, then: &Expr, orelse: &Expr) -> Step<Abstract> {
        let seen = self.profile().map(|profile| profile.branch(test.id)).unwrap_or_default();
        let result = self.hidden();
        let join = self.open_join();
        let otherwise = self.open_join();
        let way = self.test_or_go(test, otherwise).and_then(|()| {
            if seen.held == 0 {
                return self.leave(Reason::Branch);
            }
            let value = self.expr(then)?;
            self.write(result, value);
            Ok(())
        });
        self.end_way(way, join)?;
        let way = self.close_join(None).and_then(|()| {
            if seen.failed == 0 {
                return self.leave(Reason::Branch);
            }
            let value = self.expr(orelse)?;
            self.write(result, value);
            Ok(())
        });
        self.end_way(way, join)?;
        self.merged(result)
    }

    /// Closes a label and takes the value that every way to it brought.
    pub(super) fn merged(&mut self, result: Key) -> Step<Abstract> {
        self.close_join(None)?;
        match self.state.remove(&result) {
            Some(Binding { value, .. }) => Ok(value),
            None => self.abort(AbortReason::Operator),
        }
    }
}

fn is_none(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Constant(Constant::None))
}
