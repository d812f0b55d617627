//! What is no error but hardly meant: CPython's `SyntaxWarning`s.
//!
//! In: an expression. Out: what to say of it. They travel with the code, and are told when it is run.

use crate::syntax::tree::*;

/// The type that CPython's compiler knows an expression to have.
fn type_of(expr: &Expr) -> Option<&'static str> {
    Some(match &expr.kind {
        ExprKind::Tuple(_) => "tuple",
        ExprKind::List(_) | ExprKind::ListComp(_) => "list",
        ExprKind::Dict(_) | ExprKind::DictComp(_) => "dict",
        ExprKind::Set(_) | ExprKind::SetComp(_) => "set",
        ExprKind::GeneratorExp(_) => "generator",
        ExprKind::Lambda { .. } => "function",
        ExprKind::JoinedStr(_) => "str",
        ExprKind::UnaryOp { operand, .. } if is_constant(operand) => type_of(operand)?,
        ExprKind::Constant(constant) => match constant {
            Constant::None => "NoneType",
            Constant::Bool(_) => "bool",
            Constant::Int(_) | Constant::BigInt(_) => "int",
            Constant::Float(_) => "float",
            Constant::Imaginary(_) => "complex",
            Constant::Str(_) => "str",
            Constant::Bytes(_) => "bytes",
            Constant::Ellipsis => "ellipsis",
        },
        _ => return None,
    })
}

/// Whether CPython computes it before it looks.
fn is_constant(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Constant(_) => true,
        ExprKind::Tuple(parts) => parts.iter().all(is_constant),
        ExprKind::UnaryOp { op: UnaryOperator::USub, operand } => {
            matches!(operand.kind, ExprKind::Constant(Constant::Int(_) | Constant::BigInt(_) | Constant::Float(_)))
        }
        _ => false,
    }
}

/// Whether objects that equal it need not be it.
fn is_literal(expr: &Expr) -> bool {
    let only = matches!(expr.kind, ExprKind::Constant(Constant::None | Constant::Bool(_) | Constant::Ellipsis));
    is_constant(expr) && !only
}

/// What is doubtful about an expression whose value is wanted, apart from its parts.
pub(super) fn of(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Compare { left, ops, comparators } => {
            let lefts = std::iter::once(&**left).chain(comparators);
            ops.iter().zip(lefts).zip(comparators).find_map(|((op, left), right)| {
                let (word, other) = match op {
                    CompareOperator::Is => ("is", "=="),
                    CompareOperator::IsNot => ("is not", "!="),
                    _ => return None,
                };
                let doubtful = is_literal(left) || is_literal(right);
                doubtful.then(|| format!("\"{word}\" with a literal. Did you mean \"{other}\"?"))
            })
        }
        ExprKind::Call { func, .. } => {
            let class = type_of(func).filter(|_| !matches!(func.kind, ExprKind::Lambda { .. }))?;
            Some(format!("'{class}' object is not callable; perhaps you missed a comma?"))
        }
        ExprKind::Subscript { value, slice } => of_subscript(value, slice),
        _ => None,
    }
}

fn of_subscript(value: &Expr, slice: &Expr) -> Option<String> {
    let class = type_of(value)?;
    match class {
        "NoneType" | "ellipsis" | "int" | "bool" | "float" | "complex" | "set" | "generator" | "function" => {
            Some(format!("'{class}' object is not subscriptable; perhaps you missed a comma?"))
        }
        "str" | "bytes" | "tuple" | "list" => {
            let index = type_of(slice).filter(|index| !matches!(*index, "int" | "bool"))?;
            Some(format!("{class} indices must be integers or slices, not {index}; perhaps you missed a comma?"))
        }
        _ => None,
    }
}

/// What is doubtful about the test of an `assert`.
pub(super) fn of_assertion(test: &Expr) -> Option<&'static str> {
    let always = matches!(&test.kind, ExprKind::Tuple(parts) if !parts.is_empty());
    always.then_some("assertion is always true, perhaps remove parentheses?")
}
