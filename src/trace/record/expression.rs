//! Variables and expressions that are recorded: every value is computed by `value::ops`, and noted.

use super::*;
use crate::builtins::support;
use crate::resolve::support::Support;
use crate::value::array::ufunc;
use crate::value::class::{Class, class_of, types};
use crate::value::function::{Method, is_builtin};

/// The methods that decide a comparison, for the left and for the right operand.
pub fn comparison_names(op: CompareOp) -> Option<(Symbol, Symbol)> {
    let mirrored = match op {
        CompareOp::Equal => CompareOp::Equal,
        CompareOp::NotEqual => CompareOp::NotEqual,
        CompareOp::Less => CompareOp::Greater,
        CompareOp::LessEqual => CompareOp::GreaterEqual,
        CompareOp::Greater => CompareOp::Less,
        CompareOp::GreaterEqual => CompareOp::LessEqual,
        _ => return None,
    };
    Some((dunder::comparison(op)?, dunder::comparison(mirrored)?))
}

/// Variables.
impl Recorder<'_> {
    pub(super) fn peek(&self, activation: &Activation, place: Place, frame: &Frame) -> Value {
        match place {
            Place::Local(slot) | Place::Cell(slot) => frame[slot.0 as usize].clone(),
            Place::Global(slot) => activation.module.get_slot(slot.0).unwrap_or_default(),
        }
    }

    /// The value of a variable that is bound.
    pub(super) fn read(&self, activation: &Activation, place: Place, frame: &Frame) -> Option<Value> {
        let value = match place {
            Place::Cell(slot) => frame[slot.0 as usize].downcast::<Cell>()?.get(),
            _ => self.peek(activation, place, frame),
        };
        Some(value).filter(|value| !value.is_unbound())
    }

    pub(super) fn assign(&self, activation: &Activation, place: Place, value: Value, frame: &mut Frame) {
        match place {
            Place::Local(slot) => frame[slot.0 as usize] = value,
            Place::Global(slot) => activation.module.set_slot(slot.0, value),
            Place::Cell(slot) => match frame[slot.0 as usize].downcast::<Cell>() {
                Some(cell) => cell.set(value),
                None => unreachable!("the slot of a captured variable holds a cell"),
            },
        }
    }
}

/// Expressions.
impl Recorder<'_> {
    pub(super) fn eval(&mut self, activation: &Activation, expr: &Expr, frame: &mut Frame) -> Step<Value> {
        let value = self.compute(activation, expr, frame)?;
        self.profile.of_mut(&activation.code).expressions[expr.id.0 as usize].note(&value);
        Ok(value)
    }

    /// The value of an operand. The interpreter has the statement where a script's own method could decide the result:
    /// what has run already would run again if the statement were left to it later.
    pub(super) fn operand(&mut self, activation: &Activation, expr: &Expr, frame: &mut Frame) -> Step<Value> {
        let value = self.eval(activation, expr, frame)?;
        if dunder::is_scripted(&value) { Err(Flow::Stop(StmtId(0))) } else { Ok(value) }
    }

    /// What something is looked up with in a container.
    pub(super) fn key(&mut self, activation: &Activation, expr: &Expr, frame: &mut Frame) -> Step<Value> {
        let value = self.eval(activation, expr, frame)?;
        if dunder::is_scripted(&value) && !is_key(&value) { Err(Flow::Stop(StmtId(0))) } else { Ok(value) }
    }

    pub(super) fn compute(&mut self, activation: &Activation, expr: &Expr, frame: &mut Frame) -> Step<Value> {
        let stop = || Flow::Stop(StmtId(0));
        match &expr.kind {
            ExprKind::Constant(constant) => Ok(literal(constant)),
            ExprKind::Local(slot) | ExprKind::Temporary(slot) => {
                self.read(activation, Place::Local(*slot), frame).ok_or_else(stop)
            }
            ExprKind::Cell(slot) => self.read(activation, Place::Cell(*slot), frame).ok_or_else(stop),
            ExprKind::Global(slot) => match self.read(activation, Place::Global(*slot), frame) {
                Some(value) => Ok(value),
                None => {
                    let name = activation.module.name_of(slot.0);
                    self.context.builtins.get(name).ok_or_else(stop)
                }
            },
            ExprKind::Unary(op, operand) => {
                let operand = self.eval(activation, operand, frame)?;
                if let Some(method) = dunder::find(&operand, dunder::unary_name(*op)) {
                    let function = method.as_gc::<Function>().ok_or_else(stop)?;
                    let result = self.walk_pure(activation, function, std::slice::from_ref(&operand), frame);
                    return self.marked(result, expr.span);
                }
                if dunder::is_scripted(&operand) {
                    return Err(stop());
                }
                self.fallible(ops::unary::unary(*op, &operand), expr.span)
            }
            ExprKind::Not(operand) => Ok(Value::bool(!self.test(activation, operand, frame)?)),
            ExprKind::Binary(op, left, right) => {
                let left = self.eval(activation, left, frame)?;
                let right = self.eval(activation, right, frame)?;
                if dunder::is_scripted(&left) || dunder::is_scripted(&right) {
                    let (name, mirrored, _) = dunder::names(*op);
                    let plain = &|left: &Value, right: &Value| ops::binary::binary(*op, left, right);
                    let result = self.scripted(activation, (name, mirrored), (&left, &right), plain, frame);
                    return self.marked(result, expr.span);
                }
                self.fallible(ops::binary::binary(*op, &left, &right), expr.span)
            }
            ExprKind::Compare(op @ (CompareOp::Is | CompareOp::IsNot), left, right) => {
                let left = self.eval(activation, left, frame)?;
                let right = self.eval(activation, right, frame)?;
                self.fallible(ops::compare::compare(*op, &left, &right), expr.span)
            }
            ExprKind::Compare(op, left, right) => {
                let left = self.eval(activation, left, frame)?;
                let right = self.eval(activation, right, frame)?;
                if is_consumed(&right) {
                    return Err(stop());
                }
                let contains = matches!(op, CompareOp::In | CompareOp::NotIn)
                    .then(|| dunder::find(&right, Symbol::CONTAINS))
                    .flatten();
                if let Some(function) = contains.as_ref().and_then(Value::as_gc::<Function>) {
                    let found = self.walk_pure(activation, function, &[right.clone(), left], frame);
                    let found = self.marked(found, expr.span)?.as_bool().ok_or_else(stop)?;
                    return Ok(Value::bool(found == (*op == CompareOp::In)));
                }
                let looks = matches!(op, CompareOp::In | CompareOp::NotIn) && right.kind() == Some(Kind::Instance);
                if looks && !dunder::is_scripted(&left) && object::has_items(&right, Symbol::CONTAINS) {
                    return self.fallible(ops::compare::compare(*op, &left, &right), expr.span);
                }
                if matches!(op, CompareOp::In | CompareOp::NotIn) && is_key(&left) && !dunder::is_scripted(&right) {
                    return self.fallible(ops::compare::compare(*op, &left, &right), expr.span);
                }
                if dunder::is_scripted(&left) || dunder::is_scripted(&right) {
                    let names = comparison_names(*op).ok_or_else(stop)?;
                    let plain = &|left: &Value, right: &Value| ops::compare::compare(*op, left, right);
                    let result = self.scripted(activation, names, (&left, &right), plain, frame);
                    return self.marked(result, expr.span);
                }
                self.fallible(ops::compare::compare(*op, &left, &right), expr.span)
            }
            ExprKind::Chain(first, links) => {
                let mut left = self.operand(activation, first, frame)?;
                let mut result = Value::None;
                for (op, right) in links {
                    let right = self.operand(activation, right, frame)?;
                    if is_consumed(&right) {
                        return Err(stop());
                    }
                    result = self.fallible(ops::compare::compare(*op, &left, &right), expr.span)?;
                    if !self.fallible(ops::unary::truth(&result), expr.span)? {
                        break;
                    }
                    left = right;
                }
                Ok(result)
            }
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                let value = self.eval(activation, left, frame)?;
                let truth = self.truth(activation, &value, expr.span, frame)?;
                self.note_branch(activation, left, truth);
                if truth == matches!(expr.kind, ExprKind::Or(..)) {
                    return Ok(value);
                }
                // Nobody has asked yet whether the second is true: that may run script code, or raise.
                self.eval(activation, right, frame)
            }
            ExprKind::IfElse { test, then, orelse } => {
                let branch = if self.test(activation, test, frame)? { then } else { orelse };
                self.eval(activation, branch, frame)
            }
            ExprKind::IsBuiltin(value, name) => {
                let value = self.eval(activation, value, frame)?;
                Ok(Value::bool(is_builtin(&value, name)))
            }
            ExprKind::Slice(start, stop, step) => {
                let mut part = |part: &Option<Box<Expr>>| match part {
                    Some(part) => self.eval(activation, part, frame),
                    None => Ok(Value::None),
                };
                let (start, stop, step) = (part(start)?, part(stop)?, part(step)?);
                Ok(Value::from(Slice::create(start, stop, step)))
            }
            ExprKind::List(items) => {
                let items = items.iter().map(|item| self.eval(activation, item, frame)).collect::<Step<Vec<_>>>()?;
                Ok(Value::list(items))
            }
            ExprKind::Set(items) => {
                if let Some(frozen) = filled_from(items) {
                    return Ok(Value::from(frozen.copy(false)?));
                }
                let items = items.iter().map(|item| self.eval(activation, item, frame)).collect::<Step<Vec<_>>>()?;
                let set = Set::create(false);
                items.into_iter().try_for_each(|item| self.fallible(set.add(item), expr.span))?;
                Ok(Value::from(set))
            }
            ExprKind::Dict(pairs) => {
                let dict = Dict::new();
                for (key, value) in pairs {
                    let key = self.eval(activation, key, frame)?;
                    let value = self.eval(activation, value, frame)?;
                    self.fallible(dict.set(key, value), expr.span)?;
                }
                Ok(Value::from(dict))
            }
            ExprKind::Index(object, index) => {
                let object = self.eval(activation, object, frame)?;
                let index = self.key(activation, index, frame)?;
                if dunder::is_scripted(&object) {
                    let result = self.item_of_instance(activation, &object, &index, frame);
                    return self.marked(result, expr.span);
                }
                self.fallible(ops::index::get(&object, &index), expr.span)
            }
            ExprKind::Attribute(object, name) => {
                let object = self.eval(activation, object, frame)?;
                let result = self.attribute(activation, &object, name, frame);
                self.marked(result, expr.span)
            }
            ExprKind::PureCall(callee, args) if let ExprKind::Support(support) = callee.kind => {
                if let ([asked], true) = (&args[..], is_asked_by_pattern(support)) {
                    let asked = self.operand(activation, asked, frame)?;
                    return self.fallible(ops::call::call(&support::value(support), &[asked]), expr.span);
                }
                let ([manager], Some(name)) = (&args[..], object::manager_method(support)) else { return Err(stop()) };
                let manager = self.eval(activation, manager, frame)?;
                let function = object::function_of_instance(&manager, name).ok_or_else(stop)?;
                Ok(Value::from(Method::create(Value::from(function), manager)))
            }
            ExprKind::PureCall(callee, args) => {
                let callee = self.eval(activation, callee, frame)?;
                if dunder::is_scripted(&callee) && ufunc(&callee).is_none() {
                    return Err(stop());
                }
                if callee.downcast::<Function>().is_some_and(|function| !is_library_of_arrays(function.code()))
                    || callee.downcast::<Class>().is_some_and(Class::is_from_script)
                {
                    return Err(stop());
                }
                let given = args.iter().map(|arg| self.eval(activation, arg, frame)).collect::<Step<Vec<_>>>()?;
                // What it takes out of an iterator is gone if the statement is done again.
                let consumes = |(arg, given): (&Expr, &Value)| {
                    is_consumed(given) && !matches!(arg.kind, ExprKind::PureCall(..)) && !Self::is_lazy(&callee)
                };
                if args.iter().zip(&given).any(consumes) {
                    return Err(stop());
                }
                let args = given;
                let is_super = Value::from(&types().super_type).is(&callee);
                if !is_super && args.iter().any(dunder::is_scripted) {
                    let result = self.scripted_call(activation, &callee, &args, frame);
                    return self.marked(result, expr.span);
                }
                self.fallible(ops::call::call(&callee, &args), expr.span)
            }
            ExprKind::Tuple(items) => {
                let items = items.iter().map(|item| self.eval(activation, item, frame)).collect::<Step<Vec<_>>>()?;
                Ok(Value::tuple(items))
            }
            _ => Err(stop()),
        }
    }

    /// Whether a built-in function only makes an iterator.
    fn is_lazy(callee: &Value) -> bool {
        match callee.as_gc::<Class>() {
            Some(class) if !class.is_from_script() => {
                ["enumerate", "zip", "reversed", "map", "filter"].contains(&&*class.name())
            }
            _ => is_builtin(callee, "iter"),
        }
    }

    pub(super) fn note_branch(&mut self, activation: &Activation, test: &Expr, held: bool) {
        let branch = self.profile.of_mut(&activation.code).branches.entry(test.id).or_default();
        if held {
            branch.held += 1;
        } else {
            branch.failed += 1;
        }
    }

    pub(super) fn test(&mut self, activation: &Activation, test: &Expr, frame: &mut Frame) -> Step<bool> {
        let held = match &test.kind {
            ExprKind::And(left, right) => self.test(activation, left, frame)? && self.test(activation, right, frame)?,
            ExprKind::Or(left, right) => self.test(activation, left, frame)? || self.test(activation, right, frame)?,
            _ => {
                let value = self.eval(activation, test, frame)?;
                self.truth(activation, &value, test.span, frame)?
            }
        };
        self.note_branch(activation, test, held);
        Ok(held)
    }
}

/// Whether a step is a question that a pattern asks, which runs script code for instances alone.
pub fn is_asked_by_pattern(support: Support) -> bool {
    matches!(support, Support::IsSequence | Support::IsMapping | Support::Length)
}

/// Whether going over it changes it.
fn is_consumed(value: &Value) -> bool {
    matches!(value.kind(), Some(Kind::Iterator | Kind::Generator))
}

/// Whether a value is an instance that containers know by what it is.
fn is_key(value: &Value) -> bool {
    value.kind() == Some(Kind::Instance) && object::is_plain_key(&class_of(value))
}
