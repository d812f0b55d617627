//! Calls that may close an expression of arrays: `(a * b).sum()`, `np.sum(a * b, axis=1)`, `(a + b).astype(int)`.
//!
//! In: an expression that may be put off, and a function by name. Out: what the function makes of it, without an array for the expression
//! where it is put off. Whatever else the operand or the function is, it is called as ever.

use super::block::{Control, Flow};
use super::branch::attempt;
use super::call::{go_on, store};
use super::context::Context;
use super::frame::Frame;
use super::node::Node;
use super::statement::Target;
use crate::resolve::tree::{Arg, Callee, Expr, ExprKind, StmtId};
use crate::source::Span;
use crate::value::array::pending::{self, is_pending};
use crate::value::function::{Builtin, Function};
use crate::value::host::Arguments;
use crate::value::{Res, Symbol, Value, ops};

/// The functions that close expressions.
const NAMES: &[&str] = &["sum", "mean", "prod", "max", "min", "amax", "amin", "any", "all", "astype"];

/// Whether an expression may be put off.
fn may_wait(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Binary(..) | ExprKind::Unary(..) | ExprKind::Compare(..) | ExprKind::PureCall(..))
}

/// Which of the arguments of a call is the expression that may be closed: none of them if it is the receiver.
pub fn closes(callee: &Callee, args: &[Arg]) -> Option<Option<usize>> {
    let Callee::Method(object, name) = callee else { return None };
    let named = |arg: &Arg| matches!(arg, Arg::Positional(_) | Arg::Keyword(..));
    if !NAMES.contains(&&**name) || !args.iter().all(named) {
        return None;
    }
    if may_wait(object) {
        return Some(None);
    }
    match (&object.kind, args.first()) {
        (ExprKind::Global(_) | ExprKind::Local(_) | ExprKind::Cell(_), Some(Arg::Positional(first))) => {
            may_wait(first).then_some(Some(0))
        }
        _ => None,
    }
}

/// The call.
pub struct Closing {
    /// The receiver: an expression that may be put off, or the module of the function whose first argument that is.
    pub object: Box<dyn Node>,
    /// The name of the function.
    pub name: Symbol,
    /// The first argument, of a function.
    pub operand: Option<Box<dyn Node>>,
    /// The other arguments, and the names of the last ones.
    pub args: Box<[Box<dyn Node>]>,
    /// These names.
    pub names: Box<[Symbol]>,
    /// Where the result goes.
    pub target: Option<Target>,
    /// The place of the call.
    pub span: Span,
    /// The place of what is called.
    pub callee_span: Span,
    /// The first slot of a callee.
    pub first: usize,
}

impl Closing {
    fn call(&self, frame: &mut Frame, context: &Context) -> Res {
        let mut object = self.object.loose(frame, context)?;
        let found = match &self.operand {
            None if is_pending(&object) => None,
            _ => Some(ops::attribute::method(&object, self.name).map_err(|_| context.fail(self.callee_span))?),
        };
        let mut closed = found.is_none();
        let mut receiver = None;
        if let (Some(operand), Some((function, is_bound))) = (&self.operand, &found) {
            receiver = Some(std::mem::replace(&mut object, operand.loose(frame, context)?)).filter(|_| *is_bound);
            closed = is_pending(&object) && is_library(function, self.name);
        }
        let mut args = Vec::with_capacity(self.args.len() + 1);
        for arg in &self.args {
            args.push(arg.value(frame, context)?);
        }
        let (given, named) = args.split_at(args.len() - self.names.len());
        if closed {
            let rest = Arguments { positional: given, names: &self.names, named };
            if let Some(result) = pending::close(self.name.as_str(), &object, &rest)? {
                return Ok(result);
            }
        }
        object = pending::force(object)?;
        let (function, is_bound) = match found {
            Some(found) => found,
            None => ops::attribute::method(&object, self.name).map_err(|_| context.fail(self.callee_span))?,
        };
        let mut positional = given.to_vec();
        if is_bound || self.operand.is_some() {
            positional.insert(0, object);
        }
        if let Some(receiver) = receiver {
            positional.insert(0, receiver);
        }
        ops::call::call_with(&function, &Arguments { positional: &positional, names: &self.names, named })
    }
}

/// Whether a function is numpy's own of that name.
fn is_library(function: &Value, name: Symbol) -> bool {
    if let Some(builtin) = function.downcast::<Builtin>() {
        return builtin.module() == Some("numpy")
            && (builtin.name() == name || matches!(name.as_str(), "amax" | "amin"));
    }
    function.as_gc::<Function>().is_some_and(|function| {
        let code = function.code();
        code.source.name() == "<library>/numpy/__init__.py" && &*code.name == name.as_str()
    })
}

impl Control for Closing {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        let value = attempt!(self.call(frame, context).map_err(|_| context.fail(self.span)));
        store(self.target.as_ref(), frame, value);
        Flow::Next
    }

    fn enter_at(&self, _at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        go_on(self.target.as_ref(), self.first, self.span, frame, context)
    }
}
