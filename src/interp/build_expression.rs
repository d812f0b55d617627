//! Builds the generic nodes of expressions.
//!
//! In: expressions of the resolved tree. Out: nodes and operands. Operators that numeric code is made of take their leaf
//! operands in; the rest takes boxed nodes.

use std::cell::OnceCell;
use std::rc::Rc;

use super::attribute::{Attribute, ClassAttribute};
use super::call::Callee;
use super::display::{
    DictDisplay, Format, IsBuiltin, Iterate, Join, ListDisplay, ListOfLiterals, ListToTuple, Piece, PureCall,
    SetDisplay, SetOfLiterals, TupleDisplay,
};
use super::expression::{
    Binary, BothTests, CellVariable, Chain, Compare, EitherTest, GlobalVariable, IfElse, Index, IndexSlice, Logical,
    Moved, Not, Relation, Slice, TestValue, Truth, Unary,
};
use super::manager::ManagerMethod;
use super::node::{AnyOperand, Literal, Node, Test, Variable, with_operand};
use super::operator::{Arithmetic, with_arithmetic, with_comparison};
use super::origin::Origin;
use super::reduced::Reduced;
use super::special::Special;
use crate::builtins::support;
use crate::resolve::support::Support;
use crate::resolve::tree::{BinaryOp, Constant, Conversion, Expr, ExprKind, GlobalSlot, Place, Slot};
use crate::source::Span;
use crate::value::constant::{filled_from, literal};
use crate::value::{Symbol, Value};

/// A variable of the frame.
pub fn variable(slot: Slot, span: Span, origin: &Origin) -> Variable {
    let (name, free) = (origin.slot_name(slot), origin.inline.is_some());
    Variable { slot, name, free, span }
}

/// A global variable.
pub fn global_variable(at: GlobalSlot, span: Span, origin: &Origin) -> GlobalVariable {
    let name = origin.global_name(at);
    let (module, builtins) = (origin.module.clone(), origin.builtins.clone());
    let builtin = builtins.slot(name);
    GlobalVariable { module, slot: at.0, builtins, builtin, name, span }
}

/// What is called.
pub fn callee_of(callee: &Expr, origin: &Rc<Origin>) -> Callee {
    match &callee.kind {
        ExprKind::Global(at) => Callee::Global(global_variable(*at, callee.span, origin)),
        ExprKind::Local(at) | ExprKind::Temporary(at) => Callee::Local(*at, boxed(callee, origin)),
        ExprKind::Cell(at) => Callee::Captured(*at, boxed(callee, origin)),
        ExprKind::Support(support) if let Some(step) = support::step(*support) => {
            Callee::Step(step, boxed(callee, origin))
        }
        _ => Callee::Node(boxed(callee, origin)),
    }
}

/// A variable as an expression.
pub fn read(place: Place, span: Span, origin: &Origin) -> Box<dyn Node> {
    match place {
        Place::Local(at) => Box::new(variable(at, span, origin)),
        Place::Global(at) => Box::new(global_variable(at, span, origin)),
        Place::Cell(at) => {
            let own = !origin.code.free.iter().any(|(_, slot)| *slot == at);
            let free = !own || origin.inline.is_some();
            Box::new(CellVariable { slot: at, name: origin.slot_name(at), free, span })
        }
    }
}

/// The values of items that are all literals, if there are some.
fn literals(items: &[Expr]) -> Option<Vec<Value>> {
    let value = |item: &Expr| match &item.kind {
        ExprKind::Constant(constant) => Some(literal(constant)),
        _ => None,
    };
    if items.is_empty() { None } else { items.iter().map(value).collect() }
}

/// An expression as an operand.
pub fn operand(expr: &Expr, origin: &Rc<Origin>) -> AnyOperand {
    match &expr.kind {
        ExprKind::Constant(constant) => AnyOperand::Literal(Literal(literal(constant))),
        ExprKind::Local(at) | ExprKind::Temporary(at) => AnyOperand::Variable(variable(*at, expr.span, origin)),
        _ => AnyOperand::Node(node(expr, origin)),
    }
}

/// An expression as a node.
pub fn boxed(expr: &Expr, origin: &Rc<Origin>) -> Box<dyn Node> {
    operand(expr, origin).boxed()
}

/// The node of an operand of a call: a temporary is moved out of its slot, so that what is called, or what it leaves,
/// decides how long the value lives.
pub fn moved(expr: &Expr, origin: &Rc<Origin>) -> Box<dyn Node> {
    match expr.kind {
        ExprKind::Temporary(at) => Box::new(Moved(at)),
        _ => boxed(expr, origin),
    }
}

fn all<'e>(exprs: impl IntoIterator<Item = &'e Expr>, origin: &Rc<Origin>) -> Box<[Box<dyn Node>]> {
    exprs.into_iter().map(|expr| boxed(expr, origin)).collect()
}

fn slice(start: &Option<Box<Expr>>, stop: &Option<Box<Expr>>, step: &Option<Box<Expr>>, origin: &Rc<Origin>) -> Slice {
    Slice([start, stop, step].map(|part| part.as_ref().map(|part| boxed(part, origin))))
}

fn node(expr: &Expr, origin: &Rc<Origin>) -> Box<dyn Node> {
    let span = expr.span;
    match &expr.kind {
        ExprKind::Constant(_) | ExprKind::Local(_) | ExprKind::Temporary(_) => boxed(expr, origin),
        ExprKind::Cell(at) => read(Place::Cell(*at), span, origin),
        ExprKind::Global(at) => read(Place::Global(*at), span, origin),
        ExprKind::Support(support) => Box::new(Literal(support::value(*support))),
        ExprKind::Unary(op, operand) => Box::new(Unary { op: *op, operand: boxed(operand, origin), span }),
        ExprKind::Binary(op, left, right) => match Reduced::of(expr, &|operand| boxed(operand, origin)) {
            Some(reduced) => Box::new(reduced),
            None => binary(*op, operand(left, origin), operand(right, origin), span),
        },
        ExprKind::Compare(op, left, right) => {
            with_comparison!(*op, O => {
                with_operand!(operand(left, origin), left => with_operand!(operand(right, origin), right => {
                    Box::new(Compare::<O, _, _>::new(left, right, span))
                }))
            }, Box::new(TestValue(condition(expr, Some(span), origin))))
        }
        ExprKind::Not(_) => Box::new(TestValue(condition(expr, Some(span), origin))),
        ExprKind::Chain(first, rest) => Box::new(Chain {
            first: boxed(first, origin),
            rest: rest.iter().map(|(op, operand)| (*op, boxed(operand, origin))).collect(),
            span,
        }),
        ExprKind::And(left, right) | ExprKind::Or(left, right) => Box::new(Logical {
            go_on: matches!(expr.kind, ExprKind::And(..)),
            span,
            left: boxed(left, origin),
            right: boxed(right, origin),
        }),
        ExprKind::IfElse { test, then, orelse } => Box::new(IfElse {
            test: condition(test, Some(span), origin),
            then: boxed(then, origin),
            orelse: boxed(orelse, origin),
        }),
        ExprKind::Index(object, index) => {
            if let ExprKind::Slice(start, stop, step) = &index.kind {
                let slice = slice(start, stop, step, origin);
                return Box::new(IndexSlice { object: boxed(object, origin), slice, span });
            }
            with_operand!(operand(object, origin), object => with_operand!(operand(index, origin), index => {
                Box::new(Index { object, index, get: Special::default(), span })
            }))
        }
        ExprKind::Slice(start, stop, step) => Box::new(slice(start, stop, step, origin)),
        ExprKind::Attribute(object, name) if &**name == "__class__" => {
            Box::new(ClassAttribute::new(boxed(object, origin), span))
        }
        ExprKind::Attribute(object, name) => {
            let name = Symbol::new(name);
            with_operand!(operand(object, origin), object => Box::new(Attribute::new(object, name, span)))
        }
        ExprKind::PureCall(callee, args) => {
            let nodes = (callee_of(callee, origin), all(args, origin));
            let call =
                PureCall { callee: nodes.0, args: nodes.1, span, built_in: OnceCell::new(), class: OnceCell::new() };
            match (&callee.kind, &**args) {
                (ExprKind::Support(Support::Enter), [Expr { kind: ExprKind::Local(at), .. }]) => {
                    Box::new(ManagerMethod::new(*at, Symbol::ENTER, call))
                }
                (ExprKind::Support(Support::Exit), [Expr { kind: ExprKind::Local(at), .. }]) => {
                    Box::new(ManagerMethod::new(*at, Symbol::EXIT, call))
                }
                _ => Box::new(call),
            }
        }
        ExprKind::Tuple(items) => Box::new(TupleDisplay(all(items, origin))),
        ExprKind::List(items) => match literals(items) {
            Some(values) => Box::new(ListOfLiterals::new(values.into_iter())),
            None => Box::new(ListDisplay(all(items, origin))),
        },
        ExprKind::Set(items) => match filled_from(items) {
            Some(frozen) => Box::new(SetOfLiterals(frozen)),
            None => Box::new(SetDisplay { items: all(items, origin), span }),
        },
        ExprKind::Dict(items) => Box::new(DictDisplay {
            items: items.iter().map(|(key, value)| (boxed(key, origin), boxed(value, origin))).collect(),
            span,
        }),
        ExprKind::Format { value, conversion, spec } => {
            Box::new(field(value, *conversion, spec.as_deref(), span, origin))
        }
        ExprKind::IsBuiltin(value, name) => Box::new(IsBuiltin { value: boxed(value, origin), name }),
        ExprKind::ListToTuple(list) => Box::new(ListToTuple(boxed(list, origin))),
        ExprKind::Iterate(iterable) => Box::new(Iterate { iterable: moved(iterable, origin), span }),
        ExprKind::Join(parts) => {
            let pieces = parts.iter().map(|part| match &part.kind {
                ExprKind::Constant(Constant::Str(text)) => Piece::Text((**text).into()),
                ExprKind::Format { value, conversion, spec } => {
                    Piece::Field(field(value, *conversion, spec.as_deref(), part.span, origin))
                }
                _ => Piece::Node(boxed(part, origin)),
            });
            Box::new(Join(pieces.collect()))
        }
    }
}

fn field(value: &Expr, conversion: Conversion, spec: Option<&Expr>, span: Span, origin: &Rc<Origin>) -> Format {
    let spec = spec.map(|spec| boxed(spec, origin));
    Format { value: boxed(value, origin), conversion, spec, span }
}

fn binary(op: BinaryOp, left: AnyOperand, right: AnyOperand, span: Span) -> Box<dyn Node> {
    use super::operator::{Add, Div, FloorDiv, Mod, Mul, Sub};
    fn fused<O: Arithmetic>(left: AnyOperand, right: AnyOperand, span: Span) -> Box<dyn Node> {
        with_operand!(left, left => with_operand!(right, right => Box::new(Binary::<O, _, _>::new(left, right, span))))
    }
    match op {
        BinaryOp::Add => fused::<Add>(left, right, span),
        BinaryOp::Sub => fused::<Sub>(left, right, span),
        BinaryOp::Mul => fused::<Mul>(left, right, span),
        BinaryOp::Div => fused::<Div>(left, right, span),
        BinaryOp::FloorDiv => fused::<FloorDiv>(left, right, span),
        BinaryOp::Mod => fused::<Mod>(left, right, span),
        _ => {
            with_arithmetic!(op, O => Box::new(Binary::<O, _, _>::new(left.boxed(), right.boxed(), span)))
        }
    }
}

/// An expression as a condition. What asks for its truth is said to stand where CPython says it: at the comparison before it, else at
/// what the condition is part of, which is the statement if nothing is given.
pub fn condition(expr: &Expr, mut at: Option<Span>, origin: &Rc<Origin>) -> Box<dyn Test> {
    condition_behind(expr, &mut at, origin)
}

fn condition_behind(expr: &Expr, at: &mut Option<Span>, origin: &Rc<Origin>) -> Box<dyn Test> {
    let span = expr.span;
    let mut inner = |expr: &Expr| condition_behind(expr, at, origin);
    match &expr.kind {
        ExprKind::Not(operand) => Box::new(Not(inner(operand))),
        ExprKind::And(left, right) => Box::new(BothTests(inner(left), inner(right))),
        ExprKind::Or(left, right) => Box::new(EitherTest(inner(left), inner(right))),
        ExprKind::Compare(op, left, right) => {
            *at = Some(span);
            with_comparison!(*op, O => {
                with_operand!(operand(left, origin), left => with_operand!(operand(right, origin), right => {
                    Box::new(Compare::<O, _, _>::new(left, right, span))
                }))
            }, with_operand!(operand(left, origin), left => with_operand!(operand(right, origin), right => {
                Box::new(Relation { op: *op, left, right, span })
            })))
        }
        _ => Box::new(Truth { operand: boxed(expr, origin), at: *at }),
    }
}
