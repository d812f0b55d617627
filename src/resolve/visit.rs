//! Going over a resolved tree.
//!
//! In: a statement. Out: each expression that stands in it by itself, in the order of evaluation as far as the statement
//! says. Blocks inside are not entered: [`Stmt::blocks`] has them.

use super::tree::{Arg, Callee, Expr, ExprKind, Stmt, StmtKind};

impl Stmt {
    /// Calls `visit` with each expression of the statement.
    pub fn each_expr<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
        match &self.kind {
            StmtKind::Assign(_, value)
            | StmtKind::Update(_, _, value)
            | StmtKind::Unpack { value, .. }
            | StmtKind::Evaluate(value)
            | StmtKind::Show(value)
            | StmtKind::ListAppend(_, value)
            | StmtKind::ListExtend(_, value)
            | StmtKind::SetAdd(_, value)
            | StmtKind::DictUpdate(_, value)
            | StmtKind::Return(value)
            | StmtKind::Yield { value, .. }
            | StmtKind::Reraise(value) => visit(value),
            StmtKind::SetIndex { object, index, value } => [value, object, index].into_iter().for_each(visit),
            StmtKind::UpdateIndex { object, index, value, .. } => [object, index, value].into_iter().for_each(visit),
            StmtKind::SetAttribute { object, value, .. } => [value, object].into_iter().for_each(visit),
            StmtKind::UpdateAttribute { object, value, .. } => [object, value].into_iter().for_each(visit),
            StmtKind::DictInsert(_, key, value) => [key, value].into_iter().for_each(visit),
            StmtKind::DeleteIndex { object, index } => [object, index].into_iter().for_each(visit),
            StmtKind::DeleteAttribute { object, .. } => visit(object),
            StmtKind::Call { call, .. } => {
                match &call.callee {
                    Callee::Value(callee) | Callee::Method(callee, _) => visit(callee),
                }
                call.args.iter().for_each(|arg| match arg {
                    Arg::Positional(value) | Arg::Star(value) | Arg::Keyword(_, value) | Arg::DoubleStar(value) => {
                        visit(value);
                    }
                });
            }
            StmtKind::If { test, .. } => visit(test),
            StmtKind::While(each) => visit(&each.test),
            StmtKind::For(each) => visit(&each.iterable),
            StmtKind::Try(each) => each.handlers.iter().filter_map(|handler| handler.class.as_ref()).for_each(visit),
            StmtKind::Raise { exception, cause } => exception.iter().chain(cause).for_each(visit),
            StmtKind::RaiseAssertion(message) => message.iter().for_each(visit),
            StmtKind::Define { definition, .. } => {
                definition.defaults.iter().chain(definition.keyword_defaults.iter().flatten()).for_each(visit);
            }
            StmtKind::YieldFrom { .. }
            | StmtKind::Inline { .. }
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Delete(_)
            | StmtKind::NewCell { .. }
            | StmtKind::Release(_)
            | StmtKind::Import { .. }
            | StmtKind::ImportFrom { .. }
            | StmtKind::ImportStar { .. } => {}
        }
    }
}

impl Expr {
    /// Calls `visit` with each operand.
    pub fn each_part<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
        match &self.kind {
            ExprKind::Constant(_)
            | ExprKind::Local(_)
            | ExprKind::Temporary(_)
            | ExprKind::Cell(_)
            | ExprKind::Global(_)
            | ExprKind::Support(_) => {}
            ExprKind::Unary(_, x)
            | ExprKind::Not(x)
            | ExprKind::Attribute(x, _)
            | ExprKind::IsBuiltin(x, _)
            | ExprKind::ListToTuple(x)
            | ExprKind::Iterate(x) => visit(x),
            ExprKind::Binary(_, x, y)
            | ExprKind::Compare(_, x, y)
            | ExprKind::And(x, y)
            | ExprKind::Or(x, y)
            | ExprKind::Index(x, y) => {
                visit(x);
                visit(y);
            }
            ExprKind::Chain(x, links) => {
                visit(x);
                links.iter().for_each(|(_, link)| visit(link));
            }
            ExprKind::IfElse { test, then, orelse } => {
                visit(test);
                visit(then);
                visit(orelse);
            }
            ExprKind::Slice(start, stop, step) => {
                [start, stop, step].into_iter().flatten().for_each(|part| visit(part));
            }
            ExprKind::PureCall(callee, args) => {
                visit(callee);
                args.iter().for_each(visit);
            }
            ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) | ExprKind::Join(items) => {
                items.iter().for_each(visit);
            }
            ExprKind::Dict(pairs) => pairs.iter().for_each(|(key, value)| {
                visit(key);
                visit(value);
            }),
            ExprKind::Format { value, spec, .. } => {
                visit(value);
                spec.iter().for_each(|spec| visit(spec));
            }
        }
    }
}
