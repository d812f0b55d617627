//! How much work a turn of a loop or a call is, estimated from its text.
//!
//! In: statements. Out: the number of operations in them, so that a hot place is one where time goes, not one that is
//! passed often.

use crate::resolve::tree::{Block, Expr, ExprKind, Stmt, StmtKind};

/// The work of running all statements of a block once.
pub fn of_block(block: &Block) -> u32 {
    block.statements.iter().map(of_statement).sum()
}

/// The work of running a statement once.
pub fn of_statement(statement: &Stmt) -> u32 {
    1 + match &statement.kind {
        StmtKind::Assign(_, value)
        | StmtKind::Update(_, _, value)
        | StmtKind::Evaluate(value)
        | StmtKind::Return(value)
        | StmtKind::ListAppend(_, value) => of_expression(value),
        StmtKind::SetIndex { object, index, value } | StmtKind::UpdateIndex { object, index, value, .. } => {
            of_expression(object) + of_expression(index) + of_expression(value)
        }
        StmtKind::If { test, then, orelse } => of_expression(test) + of_block(then) + of_block(orelse),
        StmtKind::While(node) => of_expression(&node.test) + of_block(&node.header) + of_block(&node.body),
        StmtKind::For(node) => of_expression(&node.iterable) + of_block(&node.body),
        StmtKind::Inline { body, .. } => of_block(body),
        StmtKind::Try(node) => of_block(&node.body),
        StmtKind::Call { call, .. } => 4 + 2 * call.args.len() as u32,
        _ => 2,
    }
}

/// The work of an expression: its operations, not its leaves.
pub fn of_expression(expr: &Expr) -> u32 {
    match &expr.kind {
        ExprKind::Unary(_, operand) | ExprKind::Not(operand) | ExprKind::Attribute(operand, _) => {
            1 + of_expression(operand)
        }
        ExprKind::Binary(_, left, right)
        | ExprKind::Compare(_, left, right)
        | ExprKind::And(left, right)
        | ExprKind::Or(left, right)
        | ExprKind::Index(left, right) => 1 + of_expression(left) + of_expression(right),
        ExprKind::Chain(first, rest) => {
            of_expression(first) + rest.iter().map(|(_, operand)| 1 + of_expression(operand)).sum::<u32>()
        }
        ExprKind::IfElse { test, then, orelse } => {
            1 + of_expression(test) + of_expression(then).max(of_expression(orelse))
        }
        ExprKind::PureCall(_, args) => 2 + args.iter().map(of_expression).sum::<u32>(),
        ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) | ExprKind::Join(items) => {
            2 + items.iter().map(of_expression).sum::<u32>()
        }
        _ => 0,
    }
}
