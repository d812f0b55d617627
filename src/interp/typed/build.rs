//! Builds typed nodes from the resolved tree and the frame as it stands.
//!
//! In: an expression or a statement, and what its variables hold now. Out: a typed node, if every part of it is
//! something the typed nodes know. Types are not kept anywhere: a variable's tag and a list's storage are looked at
//! here, once, and tested again by the node each time it runs.

use num_complex::Complex64;

use super::build_scalar::{self, ScalarOperand, binary_scalars, compare_scalars, is_float_beside_complex, is_scalar};
use super::call;
use super::class::ClassIs;
use super::leaf::{ComplexConstant, FloatConstant, IntConstant, Local, TruthConstant};
use super::number::{
    Binary, Choice, ExactFloat, FloatAsComplex, ImaginaryPart, IntAsFloat, Invert, Negative, Ratio, RealPart,
    TruthAsInt,
};
use super::place::{Element, Held, ListItem, TupleItem};
use super::statement::{ReturnComplex, ReturnFloat, ReturnInt, ReturnTruth};
use super::truth::{
    Both, CompareFloats, CompareInts, Either, EqualComplexes, FloatTruth, IntTruth, IsNone, ListTruth, Not,
};
use super::{Complexes, Floats, Ints, Places, Returned, Truths};
use crate::array::DType;
use crate::interp::frame::{Frame, slot};
use crate::interp::operator::{Arithmetic, with_arithmetic, with_comparison};
use crate::interp::origin::Origin;
use crate::resolve::tree::{BinaryOp, CompareOp, Constant, Expr, ExprKind, UnaryOp};
use crate::value::heap::Storage;
use crate::value::list::List;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Value};

/// What is looked at while typed nodes are built.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// The frame as it stands before the statement runs.
    pub frame: &'a Frame,
    /// The function it belongs to.
    pub origin: &'a Origin,
}

/// An expression with its type.
pub enum Numeric {
    /// An int.
    Int(IntOperand),
    /// A float.
    Float(FloatOperand),
    /// A bool.
    Truth(Box<dyn Truths>),
    /// A complex number.
    Complex(ComplexOperand),
    /// A scalar of an array.
    Scalar(ScalarOperand),
}

/// An int, with the leaves that are taken into larger nodes.
pub enum IntOperand {
    /// A variable.
    Local(Local),
    /// A literal.
    Constant(IntConstant),
    /// Anything else.
    Node(Box<dyn Ints>),
}

/// A float, likewise.
pub enum FloatOperand {
    /// A variable.
    Local(Local),
    /// A literal.
    Constant(FloatConstant),
    /// Anything else.
    Node(Box<dyn Floats>),
}

/// A complex number, likewise.
pub enum ComplexOperand {
    /// A variable.
    Local(Local),
    /// Anything else.
    Node(Box<dyn Complexes>),
}

/// A place, likewise.
pub enum PlaceOperand {
    /// A variable.
    Local(Local),
    /// Anything else.
    Node(Box<dyn Places>),
}

/// Runs `$body` with `$node` standing for the node inside an operand, whichever type it has.
macro_rules! fuse {
    (int $operand:expr, $node:ident => $body:expr) => {
        match $operand {
            IntOperand::Local($node) => $body,
            IntOperand::Constant($node) => $body,
            IntOperand::Node($node) => $body,
        }
    };
    (float $operand:expr, $node:ident => $body:expr) => {
        match $operand {
            FloatOperand::Local($node) => $body,
            FloatOperand::Constant($node) => $body,
            FloatOperand::Node($node) => $body,
        }
    };
    (complex $operand:expr, $node:ident => $body:expr) => {
        match $operand {
            ComplexOperand::Local($node) => $body,
            ComplexOperand::Node($node) => $body,
        }
    };
    (place $operand:expr, $node:ident => $body:expr) => {
        match $operand {
            PlaceOperand::Local($node) => $body,
            PlaceOperand::Node($node) => $body,
        }
    };
}

pub(super) use fuse;

impl IntOperand {
    /// A node around whatever it is.
    pub fn boxed(self) -> Box<dyn Ints> {
        fuse!(int self, node => Box::new(node))
    }

    fn node(node: impl Ints + 'static) -> Numeric {
        Numeric::Int(IntOperand::Node(Box::new(node)))
    }
}

impl FloatOperand {
    /// A node around whatever it is.
    pub fn boxed(self) -> Box<dyn Floats> {
        fuse!(float self, node => Box::new(node))
    }

    fn node(node: impl Floats + 'static) -> Numeric {
        Numeric::Float(FloatOperand::Node(Box::new(node)))
    }
}

impl ComplexOperand {
    /// A node around whatever it is.
    pub fn boxed(self) -> Box<dyn Complexes> {
        fuse!(complex self, node => Box::new(node))
    }

    fn node(node: impl Complexes + 'static) -> Numeric {
        Numeric::Complex(ComplexOperand::Node(Box::new(node)))
    }
}

impl PlaceOperand {
    /// A node around whatever it is.
    pub fn boxed(self) -> Box<dyn Places> {
        fuse!(place self, node => Box::new(node))
    }
}

impl Numeric {
    /// As an int: bools are ints too.
    pub fn into_int(self) -> Option<IntOperand> {
        match self {
            Numeric::Int(int) => Some(int),
            Numeric::Truth(truth) => Some(IntOperand::Node(Box::new(TruthAsInt(truth)))),
            Numeric::Float(_) | Numeric::Complex(_) | Numeric::Scalar(_) => None,
        }
    }

    /// As a float operand of arithmetic.
    pub fn into_float(self) -> Option<FloatOperand> {
        match self {
            Numeric::Float(float) => Some(float),
            Numeric::Complex(_) | Numeric::Scalar(_) => None,
            real => Some(match real.into_int()? {
                IntOperand::Constant(IntConstant(int)) => FloatOperand::Constant(FloatConstant(int as f64)),
                IntOperand::Local(local) => FloatOperand::Node(Box::new(IntAsFloat(local))),
                IntOperand::Node(node) => FloatOperand::Node(Box::new(IntAsFloat(node))),
            }),
        }
    }

    /// As a float operand of a comparison, which is exact.
    pub fn into_exact_float(self) -> Option<FloatOperand> {
        match self {
            Numeric::Float(float) => Some(float),
            Numeric::Complex(_) | Numeric::Scalar(_) => None,
            real => Some(match real.into_int()? {
                IntOperand::Constant(IntConstant(int)) if int.unsigned_abs() <= 1 << 53 => {
                    FloatOperand::Constant(FloatConstant(int as f64))
                }
                int => FloatOperand::Node(Box::new(ExactFloat(int.boxed()))),
            }),
        }
    }

    /// As a complex number.
    pub fn into_complex(self) -> Option<ComplexOperand> {
        match self {
            Numeric::Complex(complex) => Some(complex),
            real => Some(match real.into_float()? {
                FloatOperand::Constant(FloatConstant(float)) => {
                    ComplexOperand::Node(Box::new(ComplexConstant(Complex64::new(float, 0.0))))
                }
                float => ComplexOperand::Node(Box::new(FloatAsComplex(float.boxed()))),
            }),
        }
    }

    /// Its truth.
    pub fn into_truth(self) -> Box<dyn Truths> {
        match self.stripped() {
            Numeric::Truth(truth) => truth,
            Numeric::Int(int) => fuse!(int int, node => Box::new(IntTruth(node))),
            Numeric::Float(float) => Box::new(FloatTruth(float.boxed())),
            Numeric::Complex(complex) => {
                let zero = ComplexConstant(Complex64::new(0.0, 0.0));
                Box::new(Not(EqualComplexes(complex.boxed(), zero)))
            }
            Numeric::Scalar(_) => unreachable!("a stripped number is one of Python"),
        }
    }
}

impl Sight<'_> {
    /// The value that a variable or an item of a container has now.
    pub fn look(&self, expr: &Expr) -> Option<Value> {
        match &expr.kind {
            ExprKind::Local(at) | ExprKind::Temporary(at) => Some(slot(self.frame, *at).clone()),
            ExprKind::Cell(at) => self.origin.cell_place(*at).place(self.frame).cloned(),
            ExprKind::Global(at) => Some(self.origin.global(*at).clone()),
            ExprKind::Index(object, index) => {
                let object = self.look(object)?;
                let index = self.numeric(index)?.into_index()?.boxed().int(self.frame)?;
                if let Some(list) = object.downcast::<List>() {
                    list.get(list.place(index)?)
                } else {
                    let items = object.downcast::<Tuple>()?.items();
                    let index = if index < 0 { index + items.len() as i64 } else { index };
                    items.get(usize::try_from(index).ok()?).cloned()
                }
            }
            _ => None,
        }
    }

    /// Where an expression's value lies, with that value.
    pub fn place(&self, expr: &Expr) -> Option<(PlaceOperand, Value)> {
        let value = self.look(expr)?;
        let place = match &expr.kind {
            ExprKind::Local(at) | ExprKind::Temporary(at) => PlaceOperand::Local(Local(*at)),
            ExprKind::Cell(at) => PlaceOperand::Node(Box::new(self.origin.cell_place(*at))),
            ExprKind::Global(at) => PlaceOperand::Node(Box::new(self.origin.global_place(*at))),
            ExprKind::Index(object, index) => {
                let (object, container) = self.place(object)?;
                let index = self.numeric(index)?.into_index()?;
                PlaceOperand::Node(match container.downcast::<List>() {
                    Some(list) if list.storage() == Storage::Any => {
                        fuse!(place object, object => fuse!(int index, index => Box::new(ListItem { object, index })))
                    }
                    Some(_) => return None,
                    None => {
                        let (object, index) = (object.boxed(), index.boxed());
                        Box::new(TupleItem { object, index })
                    }
                })
            }
            _ => return None,
        };
        Some((place, value))
    }

    /// A number and its type.
    pub fn numeric(&self, expr: &Expr) -> Option<Numeric> {
        match &expr.kind {
            ExprKind::Constant(constant) => numeric_constant(constant),
            ExprKind::Local(at) | ExprKind::Temporary(at) => {
                let local = Local(*at);
                match slot(self.frame, *at) {
                    Value::Int(_) => Some(Numeric::Int(IntOperand::Local(local))),
                    Value::Float(_) => Some(Numeric::Float(FloatOperand::Local(local))),
                    Value::Bool(_) => Some(Numeric::Truth(Box::new(local))),
                    value if value.as_complex().is_some() => Some(Numeric::Complex(ComplexOperand::Local(local))),
                    value => build_scalar::held(local, value),
                }
            }
            ExprKind::Global(at) => held(self.origin.global_place(*at), self.origin.global(*at)),
            ExprKind::Cell(at) => {
                let cell = self.origin.cell_place(*at);
                let value = cell.place(self.frame)?.clone();
                held(cell, &value)
            }
            ExprKind::Index(object, index) => self.element(expr, object, index),
            ExprKind::Unary(op, operand) => {
                let operand = self.numeric(operand)?;
                self.unary(*op, operand)
            }
            ExprKind::Binary(op, left, right) => {
                let (left, right) = (self.numeric(left)?, self.numeric(right)?);
                binary(*op, left, right)
            }
            ExprKind::Compare(op, left, right) if !matches!(op, CompareOp::Is | CompareOp::IsNot) => {
                let (left, right) = (self.numeric(left)?, self.numeric(right)?);
                let of_arrays = is_scalar(&left, &right) && !is_float_beside_complex(&left, &right);
                let test = compare(*op, left, right)?;
                Some(if of_arrays { Numeric::Scalar(ScalarOperand::Truth(test)) } else { Numeric::Truth(test) })
            }
            ExprKind::Chain(first, rest) => {
                // Which of the results it gives, and so of which type, is known only when it is computed.
                let of_arrays = |expr: &Expr| matches!(self.numeric(expr), Some(Numeric::Scalar(_)));
                if of_arrays(first) || rest.iter().any(|(_, right)| of_arrays(right)) {
                    return None;
                }
                Some(Numeric::Truth(self.truth(expr)?))
            }
            ExprKind::Not(_) | ExprKind::Compare(..) => Some(Numeric::Truth(self.truth(expr)?)),
            ExprKind::And(left, right) => match (self.numeric(left)?, self.numeric(right)?) {
                (Numeric::Truth(left), Numeric::Truth(right)) => Some(Numeric::Truth(Box::new(Both(left, right)))),
                (Numeric::Scalar(ScalarOperand::Truth(left)), Numeric::Scalar(ScalarOperand::Truth(right))) => {
                    Some(Numeric::Scalar(ScalarOperand::Truth(Box::new(Both(left, right)))))
                }
                _ => None,
            },
            ExprKind::Or(left, right) => match (self.numeric(left)?, self.numeric(right)?) {
                (Numeric::Truth(left), Numeric::Truth(right)) => Some(Numeric::Truth(Box::new(Either(left, right)))),
                (Numeric::Scalar(ScalarOperand::Truth(left)), Numeric::Scalar(ScalarOperand::Truth(right))) => {
                    Some(Numeric::Scalar(ScalarOperand::Truth(Box::new(Either(left, right)))))
                }
                _ => None,
            },
            ExprKind::IfElse { test, then, orelse } => self.choice(test, then, orelse),
            ExprKind::Attribute(object, name) => {
                if let Some(extent) = self.array_extent(object, name) {
                    return Some(extent);
                }
                let complex = match self.numeric(object)? {
                    Numeric::Complex(complex) => complex,
                    Numeric::Scalar(ScalarOperand::Pair(pair)) => {
                        let part: Box<dyn Floats> = match &**name {
                            "real" => Box::new(RealPart(pair)),
                            "imag" => Box::new(ImaginaryPart(pair)),
                            _ => return None,
                        };
                        return Some(Numeric::Scalar(ScalarOperand::Real(DType::F64, part)));
                    }
                    _ => return None,
                };
                match &**name {
                    "real" => Some(fuse!(complex complex, node => FloatOperand::node(RealPart(node)))),
                    "imag" => Some(fuse!(complex complex, node => FloatOperand::node(ImaginaryPart(node)))),
                    _ => None,
                }
            }
            ExprKind::PureCall(callee, args) => call::pure_call(self, callee, args),
            _ => None,
        }
    }

    fn element(&self, expr: &Expr, object: &Expr, index: &Expr) -> Option<Numeric> {
        let Some(container) = self.look(object) else {
            return self.array_element(object, index).or_else(|| self.array_length(object, index));
        };
        if container.kind() == Some(Kind::Array) {
            return self.array_element(object, index);
        }
        let storage = match container.downcast::<List>() {
            Some(list) => list.storage(),
            None => Storage::Any,
        };
        if storage == Storage::Any {
            let (place, value) = self.place(expr)?;
            return held(place.boxed(), &value);
        }
        let (object, _) = self.place(object)?;
        let index = self.numeric(index)?.into_index()?;
        fuse!(place object, object => fuse!(int index, index => {
            let element = Element { object, index };
            match storage {
                Storage::Int => Some(IntOperand::node(element)),
                Storage::Float => Some(FloatOperand::node(element)),
                Storage::Bool => Some(Numeric::Truth(Box::new(element))),
                Storage::Complex => Some(ComplexOperand::node(element)),
                Storage::Empty | Storage::Any => None,
            }
        }))
    }

    fn unary(&self, op: UnaryOp, operand: Numeric) -> Option<Numeric> {
        match (op, operand) {
            (op, Numeric::Scalar(scalar)) => build_scalar::unary_scalar(op, scalar),
            (UnaryOp::Negative, Numeric::Float(float)) => {
                Some(fuse!(float float, node => FloatOperand::node(Negative(node))))
            }
            (UnaryOp::Negative, Numeric::Complex(complex)) => Some(ComplexOperand::node(Negative(complex.boxed()))),
            (UnaryOp::Negative, int) => Some(fuse!(int int.into_int()?, node => IntOperand::node(Negative(node)))),
            (UnaryOp::Invert, int) => Some(IntOperand::node(Invert(int.into_int()?.boxed()))),
            (UnaryOp::Positive, Numeric::Truth(truth)) => Some(IntOperand::node(TruthAsInt(truth))),
            (UnaryOp::Positive, number) => Some(number),
        }
    }

    fn choice(&self, test: &Expr, then: &Expr, orelse: &Expr) -> Option<Numeric> {
        let test = self.truth(test)?;
        match (self.numeric(then)?, self.numeric(orelse)?) {
            (Numeric::Int(then), Numeric::Int(orelse)) => {
                Some(IntOperand::node(Choice { test, then: then.boxed(), orelse: orelse.boxed() }))
            }
            (Numeric::Float(then), Numeric::Float(orelse)) => {
                Some(FloatOperand::node(Choice { test, then: then.boxed(), orelse: orelse.boxed() }))
            }
            (Numeric::Complex(then), Numeric::Complex(orelse)) => {
                Some(ComplexOperand::node(Choice { test, then: then.boxed(), orelse: orelse.boxed() }))
            }
            (Numeric::Truth(then), Numeric::Truth(orelse)) => {
                Some(Numeric::Truth(Box::new(Choice { test, then, orelse })))
            }
            (
                Numeric::Scalar(ScalarOperand::Real(dtype, then)),
                Numeric::Scalar(ScalarOperand::Real(other, orelse)),
            ) if dtype == other => {
                let node = Box::new(Choice { test, then, orelse });
                Some(Numeric::Scalar(ScalarOperand::Real(dtype, node)))
            }
            (
                Numeric::Scalar(ScalarOperand::Whole(dtype, then)),
                Numeric::Scalar(ScalarOperand::Whole(other, orelse)),
            ) if dtype == other => {
                let node = Box::new(Choice { test, then, orelse });
                Some(Numeric::Scalar(ScalarOperand::Whole(dtype, node)))
            }
            _ => None,
        }
    }

    /// The truth of an expression, whatever its type.
    pub fn truth(&self, expr: &Expr) -> Option<Box<dyn Truths>> {
        match &expr.kind {
            ExprKind::Not(operand) => Some(Box::new(Not(self.truth(operand)?))),
            ExprKind::And(left, right) => Some(Box::new(Both(self.truth(left)?, self.truth(right)?))),
            ExprKind::Or(left, right) => Some(Box::new(Either(self.truth(left)?, self.truth(right)?))),
            ExprKind::Compare(op, left, right) if let Some(test) = ClassIs::build(self, *op, left, right) => {
                Some(match op {
                    CompareOp::IsNot | CompareOp::NotEqual | CompareOp::NotIn => Box::new(Not(test)),
                    _ => Box::new(test),
                })
            }
            ExprKind::Compare(op @ (CompareOp::Is | CompareOp::IsNot), left, right) => {
                let ExprKind::Constant(Constant::None) = right.kind else {
                    return None;
                };
                let (place, _) = self.place(left)?;
                let test = IsNone(place.boxed());
                Some(if *op == CompareOp::Is { Box::new(test) } else { Box::new(Not(test)) })
            }
            ExprKind::Compare(op, left, right) => compare(*op, self.numeric(left)?, self.numeric(right)?),
            ExprKind::Chain(first, rest) => {
                // Operands have no effects, so evaluating an inner one twice cannot be seen.
                let mut left = &**first;
                let mut all: Option<Box<dyn Truths>> = None;
                for (op, right) in rest {
                    let test = compare(*op, self.numeric(left)?, self.numeric(right)?)?;
                    all = Some(match all {
                        Some(all) => Box::new(Both(all, test)),
                        None => test,
                    });
                    left = right;
                }
                all
            }
            _ => match self.numeric(expr) {
                Some(numeric) => Some(numeric.into_truth()),
                None => {
                    let (place, value) = self.place(expr)?;
                    value.downcast::<List>()?;
                    Some(fuse!(place place, place => Box::new(ListTruth(place))))
                }
            },
        }
    }
}

/// A literal.
fn numeric_constant(constant: &Constant) -> Option<Numeric> {
    match constant {
        Constant::Int(int) => Some(Numeric::Int(IntOperand::Constant(IntConstant(*int)))),
        Constant::Float(float) => Some(Numeric::Float(FloatOperand::Constant(FloatConstant(*float)))),
        Constant::Bool(truth) => Some(Numeric::Truth(Box::new(TruthConstant(*truth)))),
        Constant::Complex(re, im) => Some(ComplexOperand::node(ComplexConstant(Complex64::new(*re, *im)))),
        _ => None,
    }
}

/// The number in a place whose value is known now.
pub fn held(place: impl Places + 'static, value: &Value) -> Option<Numeric> {
    match value {
        Value::Int(_) => Some(IntOperand::node(Held(place))),
        Value::Float(_) => Some(FloatOperand::node(Held(place))),
        Value::Bool(_) => Some(Numeric::Truth(Box::new(Held(place)))),
        value if value.as_complex().is_some() => Some(ComplexOperand::node(Held(place))),
        value => build_scalar::held(place, value),
    }
}

pub(super) fn is_complex(left: &Numeric, right: &Numeric) -> bool {
    matches!(left, Numeric::Complex(_)) || matches!(right, Numeric::Complex(_))
}

pub(super) fn is_float(left: &Numeric, right: &Numeric) -> bool {
    matches!(left, Numeric::Float(_)) || matches!(right, Numeric::Float(_))
}

/// Whether the operator gives a bool, as these do for two bools.
pub(super) fn gives_truth(op: BinaryOp, left: &Numeric, right: &Numeric) -> bool {
    matches!(left, Numeric::Truth(_))
        && matches!(right, Numeric::Truth(_))
        && matches!(op, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor)
}

pub(super) fn binary(op: BinaryOp, left: Numeric, right: Numeric) -> Option<Numeric> {
    if is_float_beside_complex(&left, &right) {
        binary_complexes(op, left.into_complex()?, right.stripped().into_complex()?)
    } else if is_scalar(&left, &right) {
        binary_scalars(op, left, right)
    } else if is_complex(&left, &right) {
        binary_complexes(op, left.into_complex()?, right.into_complex()?)
    } else if is_float(&left, &right) {
        Some(Numeric::Float(binary_floats(op, left.into_float()?, right.into_float()?, Boxing)?))
    } else if op == BinaryOp::Div {
        let (left, right) = (left.into_int()?, right.into_int()?);
        Some(fuse!(int left, left => fuse!(int right, right => FloatOperand::node(Ratio(left, right)))))
    } else if gives_truth(op, &left, &right) {
        None
    } else {
        Some(Numeric::Int(binary_ints(op, left.into_int()?, right.into_int()?, Boxing)?))
    }
}

/// What becomes of a node that has just been made: it is boxed as an operand, or goes into a statement with its type.
pub(super) trait IntConsumer {
    type Made;
    fn consume(self, node: impl Ints + 'static) -> Self::Made;
}

/// Likewise for floats.
pub(super) trait FloatConsumer {
    type Made;
    fn consume(self, node: impl Floats + 'static) -> Self::Made;
}

/// Makes an operand.
struct Boxing;

impl IntConsumer for Boxing {
    type Made = IntOperand;
    fn consume(self, node: impl Ints + 'static) -> IntOperand {
        IntOperand::Node(Box::new(node))
    }
}

impl FloatConsumer for Boxing {
    type Made = FloatOperand;
    fn consume(self, node: impl Floats + 'static) -> FloatOperand {
        FloatOperand::Node(Box::new(node))
    }
}

pub(super) fn binary_ints<C: IntConsumer>(
    op: BinaryOp,
    left: IntOperand,
    right: IntOperand,
    made: C,
) -> Option<C::Made> {
    use crate::interp::operator::{Add, FloorDiv, Mod, Mul, Sub};
    fn fused<O: Arithmetic, C: IntConsumer>(left: IntOperand, right: IntOperand, made: C) -> C::Made {
        fuse!(int left, left => fuse!(int right, right => made.consume(Binary::<O, _, _>::new(left, right))))
    }
    Some(match op {
        BinaryOp::Add => fused::<Add, C>(left, right, made),
        BinaryOp::Sub => fused::<Sub, C>(left, right, made),
        BinaryOp::Mul => fused::<Mul, C>(left, right, made),
        BinaryOp::FloorDiv => fused::<FloorDiv, C>(left, right, made),
        BinaryOp::Mod => fused::<Mod, C>(left, right, made),
        BinaryOp::Div | BinaryOp::MatMul => return None,
        _ => {
            with_arithmetic!(op, O => made.consume(Binary::<O, _, _>::new(left.boxed(), right.boxed())))
        }
    })
}

pub(super) fn binary_floats<C: FloatConsumer>(
    op: BinaryOp,
    left: FloatOperand,
    right: FloatOperand,
    made: C,
) -> Option<C::Made> {
    use crate::interp::operator::{Add, Div, Mul, Sub};
    fn fused<O: Arithmetic, C: FloatConsumer>(left: FloatOperand, right: FloatOperand, made: C) -> C::Made {
        fuse!(float left, left => fuse!(float right, right => made.consume(Binary::<O, _, _>::new(left, right))))
    }
    Some(match op {
        BinaryOp::Add => fused::<Add, C>(left, right, made),
        BinaryOp::Sub => fused::<Sub, C>(left, right, made),
        BinaryOp::Mul => fused::<Mul, C>(left, right, made),
        BinaryOp::Div => fused::<Div, C>(left, right, made),
        BinaryOp::FloorDiv | BinaryOp::Mod | BinaryOp::Pow => {
            with_arithmetic!(op, O => made.consume(Binary::<O, _, _>::new(left.boxed(), right.boxed())))
        }
        _ => return None,
    })
}

pub(super) fn binary_complexes(op: BinaryOp, left: ComplexOperand, right: ComplexOperand) -> Option<Numeric> {
    use crate::interp::operator::{Add, Mul, Sub};
    fn fused<O: Arithmetic>(left: ComplexOperand, right: ComplexOperand) -> Numeric {
        fuse!(complex left, left => fuse!(complex right, right =>
            ComplexOperand::node(Binary::<O, _, _>::new(left, right))))
    }
    Some(match op {
        BinaryOp::Add => fused::<Add>(left, right),
        BinaryOp::Sub => fused::<Sub>(left, right),
        BinaryOp::Mul => fused::<Mul>(left, right),
        BinaryOp::Div | BinaryOp::Pow => with_arithmetic!(op, O => {
            ComplexOperand::node(Binary::<O, _, _>::new(left.boxed(), right.boxed()))
        }),
        _ => return None,
    })
}

fn compare(op: CompareOp, left: Numeric, right: Numeric) -> Option<Box<dyn Truths>> {
    if is_float_beside_complex(&left, &right) {
        return compare(op, left, right.stripped());
    }
    if is_scalar(&left, &right) {
        return compare_scalars(op, left, right);
    }
    if is_complex(&left, &right) {
        let test = EqualComplexes(left.into_complex()?.boxed(), right.into_complex()?.boxed());
        return match op {
            CompareOp::Equal => Some(Box::new(test)),
            CompareOp::NotEqual => Some(Box::new(Not(test))),
            _ => None,
        };
    }
    if is_float(&left, &right) {
        return compare_floats(op, left.into_exact_float()?, right.into_exact_float()?);
    }
    compare_ints(op, left.into_int()?, right.into_int()?)
}

pub(super) fn compare_floats(op: CompareOp, left: FloatOperand, right: FloatOperand) -> Option<Box<dyn Truths>> {
    with_comparison!(op, O => fuse!(float left, left => fuse!(float right, right => {
        Some(Box::new(CompareFloats::<O, _, _>::new(left, right)))
    })), None)
}

pub(super) fn compare_ints(op: CompareOp, left: IntOperand, right: IntOperand) -> Option<Box<dyn Truths>> {
    with_comparison!(op, O => fuse!(int left, left => fuse!(int right, right => {
        Some(Box::new(CompareInts::<O, _, _>::new(left, right)))
    })), None)
}

/// The typed form of a condition.
pub fn test(expr: &Expr, sight: Sight<'_>) -> Option<Box<dyn Truths>> {
    sight.truth(expr)
}

/// The typed form of an expression whose value leaves the frame.
pub fn returned(expr: &Expr, sight: Sight<'_>) -> Option<Box<dyn Returned>> {
    Some(match sight.numeric(expr)? {
        Numeric::Int(int) => fuse!(int int, node => Box::new(ReturnInt(node))),
        Numeric::Float(float) => fuse!(float float, node => Box::new(ReturnFloat(node))),
        Numeric::Truth(truth) => Box::new(ReturnTruth(truth)),
        Numeric::Complex(complex) => Box::new(ReturnComplex(complex.boxed())),
        Numeric::Scalar(scalar) => build_scalar::value(scalar),
    })
}
