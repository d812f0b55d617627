//! Builds typed nodes on scalars of arrays: types come together as numpy's do.
//!
//! In: operands, one of which at least is such a scalar. Out: a node with the type of its result, where numpy's operator
//! does what the machine's does and has nothing to warn about.

use super::build::{
    ComplexOperand, FloatConsumer, FloatOperand, IntConsumer, IntOperand, Numeric, binary_complexes, binary_floats,
    binary_ints, compare_floats, compare_ints,
};
use super::call::Absolute;
use super::leaf::IntConstant;
use super::number::{ExactFloat, IntAsFloat, Negative, TruthAsInt};
use super::scalar::{
    AssignDouble, AssignPair, AssignScalar, Finite, Fitting, HeldDouble, HeldPair, HeldSingle, HeldTruth, HeldWhole,
    PairValue, RealValue, Single, TruthValue, WholeValue,
};
use super::truth::{Conjunction, Disjunction, EqualComplexes, Not};
use super::{Complexes, Floats, Ints, Places, Returned, Target, Truths, Typed};
use crate::array::DType;
use crate::array::dtype::{Class, Weak};
use crate::resolve::tree::{BinaryOp, CompareOp, Slot, UnaryOp};
use crate::value::array::Complex128;
use crate::value::{Kind, Value};

/// A scalar of an array, as a node.
pub enum ScalarOperand {
    /// `bool`
    Truth(Box<dyn Truths>),
    /// Whole numbers; of `uint64` those that fit an `int64`.
    Whole(DType, Box<dyn Ints>),
    /// Floats.
    Real(DType, Box<dyn Floats>),
    /// `complex128`
    Pair(Box<dyn Complexes>),
}

/// How strong the type of an operand is.
enum Strength {
    Strong(DType),
    Weak(Weak),
}

/// The smallest and the largest number of a type of whole numbers that fits a machine's.
fn limits(dtype: DType) -> Option<(i64, i64)> {
    let bits = dtype.size() as u32 * 8;
    match dtype.class() {
        Class::Signed if bits == 64 => Some((i64::MIN, i64::MAX)),
        Class::Signed => Some((-(1 << (bits - 1)), (1 << (bits - 1)) - 1)),
        Class::Unsigned if bits < 64 => Some((0, (1 << bits) - 1)),
        // Those that are larger are left to the generic operators.
        Class::Unsigned => Some((0, i64::MAX)),
        _ => None,
    }
}

/// A node whose results fit a type.
fn fitting(dtype: DType, node: impl Ints + 'static) -> Option<Box<dyn Ints>> {
    let (low, high) = limits(dtype)?;
    Some(if low == i64::MIN { Box::new(node) } else { Box::new(Fitting { node, low, high }) })
}

/// The scalar in a place whose value is known now.
pub fn held(place: impl Places + 'static, value: &Value) -> Option<Numeric> {
    if value.kind() == Some(Kind::Complex128) {
        value.downcast::<Complex128>()?;
        return Some(Numeric::Scalar(ScalarOperand::Pair(Box::new(HeldPair(place)))));
    }
    Some(Numeric::Scalar(match value.scalar_dtype()? {
        DType::Bool => ScalarOperand::Truth(Box::new(HeldTruth(place))),
        DType::F64 => ScalarOperand::Real(DType::F64, Box::new(HeldDouble(place))),
        DType::F32 => ScalarOperand::Real(DType::F32, Box::new(HeldSingle(place))),
        dtype => {
            limits(dtype)?;
            ScalarOperand::Whole(dtype, Box::new(HeldWhole(place, dtype)))
        }
    }))
}

impl Numeric {
    /// The number of Python that is equal to it.
    pub fn stripped(self) -> Numeric {
        match self {
            Numeric::Scalar(ScalarOperand::Truth(node)) => Numeric::Truth(node),
            Numeric::Scalar(ScalarOperand::Whole(_, node)) => Numeric::Int(IntOperand::Node(node)),
            Numeric::Scalar(ScalarOperand::Real(_, node)) => Numeric::Float(FloatOperand::Node(node)),
            Numeric::Scalar(ScalarOperand::Pair(node)) => Numeric::Complex(ComplexOperand::Node(node)),
            plain => plain,
        }
    }

    /// As a subscript: a bool of arrays is none.
    pub fn into_index(self) -> Option<IntOperand> {
        match self {
            Numeric::Scalar(ScalarOperand::Truth(_)) => None,
            number => number.stripped().into_int(),
        }
    }

    /// As a subscript of an array, which takes no bool for a number.
    pub fn into_array_index(self) -> Option<IntOperand> {
        match self {
            Numeric::Truth(_) => None,
            number => number.into_index(),
        }
    }

    fn strength(&self) -> Strength {
        match self {
            Numeric::Truth(_) | Numeric::Scalar(ScalarOperand::Truth(_)) => Strength::Strong(DType::Bool),
            Numeric::Scalar(ScalarOperand::Whole(dtype, _) | ScalarOperand::Real(dtype, _)) => Strength::Strong(*dtype),
            Numeric::Scalar(ScalarOperand::Pair(_)) => Strength::Strong(DType::C128),
            Numeric::Int(_) => Strength::Weak(Weak::Int),
            Numeric::Float(_) => Strength::Weak(Weak::Float),
            Numeric::Complex(_) => Strength::Weak(Weak::Complex),
        }
    }

    /// As an operand of floats of a type.
    fn into_real(self, common: DType) -> Option<FloatOperand> {
        if common == DType::F64 {
            return self.stripped().into_float();
        }
        Some(match self {
            Numeric::Float(float) => FloatOperand::Node(Box::new(Single(float.boxed()))),
            Numeric::Int(int) => FloatOperand::Node(Box::new(Single(ExactFloat(int.boxed())))),
            Numeric::Scalar(ScalarOperand::Whole(_, node)) => FloatOperand::Node(Box::new(IntAsFloat(node))),
            other => other.stripped().into_float()?,
        })
    }

    /// As an operand of whole numbers of a type: a number of Python must fit.
    fn into_whole(self, common: DType) -> Option<IntOperand> {
        let (low, high) = limits(common)?;
        match self {
            Numeric::Int(IntOperand::Constant(IntConstant(int))) => {
                (low..=high).contains(&int).then_some(IntOperand::Constant(IntConstant(int)))
            }
            Numeric::Int(int) if low == i64::MIN => Some(int),
            Numeric::Int(int) => Some(IntOperand::Node(fitting(common, int.boxed())?)),
            Numeric::Truth(node) | Numeric::Scalar(ScalarOperand::Truth(node)) => {
                Some(IntOperand::Node(Box::new(TruthAsInt(node))))
            }
            Numeric::Scalar(ScalarOperand::Whole(_, node)) => Some(IntOperand::Node(node)),
            _ => None,
        }
    }
}

pub(super) fn is_scalar(left: &Numeric, right: &Numeric) -> bool {
    matches!(left, Numeric::Scalar(_)) || matches!(right, Numeric::Scalar(_))
}

/// Whether the right operand is a `float64` beside a complex number of Python, to which it is a float.
pub(super) fn is_float_beside_complex(left: &Numeric, right: &Numeric) -> bool {
    matches!((left, right), (Numeric::Complex(_), Numeric::Scalar(ScalarOperand::Real(DType::F64, _))))
}

/// The type that both operands come together in.
fn common_type(left: &Numeric, right: &Numeric) -> Option<DType> {
    Some(match (left.strength(), right.strength()) {
        (Strength::Strong(a), Strength::Strong(b)) => a.promote(b),
        (Strength::Strong(dtype), Strength::Weak(weak)) | (Strength::Weak(weak), Strength::Strong(dtype)) => {
            dtype.promote_weak(weak)
        }
        (Strength::Weak(_), Strength::Weak(_)) => return None,
    })
}

/// Whether an operator on these is one of scalars, as `value::array` has it of values.
fn are_scalars(left: &Numeric, right: &Numeric) -> bool {
    let takes = |own: &Numeric, other: &Numeric| match (own, own.strength(), other.strength()) {
        (Numeric::Scalar(_), Strength::Strong(own), Strength::Strong(other)) => own.takes(Ok(other)),
        (Numeric::Scalar(_), Strength::Strong(own), Strength::Weak(weak)) => own.takes(Err(weak)),
        _ => false,
    };
    !matches!(left, Numeric::Scalar(ScalarOperand::Truth(_))) && (takes(left, right) || takes(right, left))
}

/// Makes the result of an operator on floats.
struct MakingReal(DType);

impl FloatConsumer for MakingReal {
    type Made = Box<dyn Floats>;
    fn consume(self, node: impl Floats + 'static) -> Box<dyn Floats> {
        match self.0 {
            DType::F32 => Box::new(Single(node)),
            _ => Box::new(Finite(node)),
        }
    }
}

/// Makes the result of an operator on whole numbers.
struct MakingWhole(DType);

impl IntConsumer for MakingWhole {
    type Made = Option<Box<dyn Ints>>;
    fn consume(self, node: impl Ints + 'static) -> Option<Box<dyn Ints>> {
        fitting(self.0, node)
    }
}

/// Makes an assignment of a `float64`.
struct AssigningDouble(Slot);

impl FloatConsumer for AssigningDouble {
    type Made = Box<dyn Typed>;
    fn consume(self, node: impl Floats + 'static) -> Box<dyn Typed> {
        Box::new(AssignDouble(self.0, Finite(node)))
    }
}

/// The type that an operator computes in.
fn computed_type(op: BinaryOp, left: &Numeric, right: &Numeric) -> Option<DType> {
    let common = common_type(left, right)?;
    Some(if op == BinaryOp::Div && common.class() < Class::Float { DType::F64 } else { common })
}

/// `left op right`
pub(super) fn binary_scalars(op: BinaryOp, left: Numeric, right: Numeric) -> Option<Numeric> {
    let common = computed_type(op, &left, &right)?;
    if op == BinaryOp::Pow && !are_scalars(&left, &right) {
        // Powers of rows have a function of their own.
        return None;
    }
    Some(Numeric::Scalar(match common {
        DType::F32 if !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div) => return None,
        DType::F64 | DType::F32 => {
            let (left, right) = (left.into_real(common)?, right.into_real(common)?);
            ScalarOperand::Real(common, binary_floats(op, left, right, MakingReal(common))?)
        }
        DType::C128 => {
            if !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul) {
                return None;
            }
            let (left, right) = (left.stripped().into_complex()?, right.stripped().into_complex()?);
            match binary_complexes(op, left, right)? {
                Numeric::Complex(pair) => ScalarOperand::Pair(Box::new(Finite(pair.boxed()))),
                _ => return None,
            }
        }
        DType::Bool => match (op, left.stripped(), right.stripped()) {
            (BinaryOp::And, Numeric::Truth(left), Numeric::Truth(right)) => {
                ScalarOperand::Truth(Box::new(Conjunction(left, right)))
            }
            (BinaryOp::Or, Numeric::Truth(left), Numeric::Truth(right)) => {
                ScalarOperand::Truth(Box::new(Disjunction(left, right)))
            }
            _ => return None,
        },
        whole => {
            let (left, right) = (left.into_whole(whole)?, right.into_whole(whole)?);
            ScalarOperand::Whole(whole, binary_ints(op, left, right, MakingWhole(whole))??)
        }
    }))
}

/// `left op right` of a comparison.
pub(super) fn compare_scalars(op: CompareOp, left: Numeric, right: Numeric) -> Option<Box<dyn Truths>> {
    let common = common_type(&left, &right)?;
    match common {
        DType::F64 | DType::F32 => compare_floats(op, left.into_real(common)?, right.into_real(common)?),
        DType::Bool => {
            let (left, right) = (left.stripped().into_int()?, right.stripped().into_int()?);
            compare_ints(op, left, right)
        }
        DType::C128 => {
            let left = left.stripped().into_complex()?.boxed();
            let test = EqualComplexes(left, right.stripped().into_complex()?.boxed());
            match op {
                CompareOp::Equal => Some(Box::new(test)),
                CompareOp::NotEqual => Some(Box::new(Not(test))),
                _ => None,
            }
        }
        whole => compare_ints(op, left.into_whole(whole)?, right.into_whole(whole)?),
    }
}

/// `op x`
pub(super) fn unary_scalar(op: UnaryOp, operand: ScalarOperand) -> Option<Numeric> {
    Some(Numeric::Scalar(match (op, operand) {
        (_, ScalarOperand::Truth(node)) if op == UnaryOp::Invert => ScalarOperand::Truth(Box::new(Not(node))),
        (
            UnaryOp::Positive,
            operand @ (ScalarOperand::Whole(..) | ScalarOperand::Real(..) | ScalarOperand::Pair(_)),
        ) => operand,
        (UnaryOp::Negative, ScalarOperand::Real(dtype, node)) => ScalarOperand::Real(dtype, Box::new(Negative(node))),
        (UnaryOp::Negative, ScalarOperand::Pair(node)) => ScalarOperand::Pair(Box::new(Negative(node))),
        (UnaryOp::Negative, ScalarOperand::Whole(dtype, node)) => {
            ScalarOperand::Whole(dtype, fitting(dtype, Negative(node))?)
        }
        (UnaryOp::Invert, ScalarOperand::Whole(dtype, node)) => {
            ScalarOperand::Whole(dtype, fitting(dtype, super::number::Invert(node))?)
        }
        _ => return None,
    }))
}

/// `abs(x)`, but for its guard.
pub(super) fn absolute_scalar(operand: ScalarOperand) -> Option<ScalarOperand> {
    Some(match operand {
        ScalarOperand::Real(dtype, node) => ScalarOperand::Real(dtype, Box::new(Absolute(node))),
        ScalarOperand::Whole(dtype, node) => ScalarOperand::Whole(dtype, fitting(dtype, Absolute(node))?),
        ScalarOperand::Truth(_) | ScalarOperand::Pair(_) => return None,
    })
}

/// `slot = left op right`
pub(super) fn assign_binary(slot: Slot, op: BinaryOp, left: Numeric, right: Numeric) -> Option<Box<dyn Typed>> {
    if is_float_beside_complex(&left, &right) {
        return None;
    }
    if computed_type(op, &left, &right)? == DType::F64 {
        let (left, right) = (left.into_real(DType::F64)?, right.into_real(DType::F64)?);
        return binary_floats(op, left, right, AssigningDouble(slot));
    }
    match binary_scalars(op, left, right)? {
        Numeric::Scalar(scalar) => assign_slot(slot, scalar),
        _ => None,
    }
}

/// `slot = scalar`
pub(super) fn assign_slot(slot: Slot, scalar: ScalarOperand) -> Option<Box<dyn Typed>> {
    match scalar {
        ScalarOperand::Pair(node) => Some(Box::new(AssignPair(slot, node))),
        other => assign(slot, other),
    }
}

/// `target = scalar`
pub(super) fn assign(target: impl Target + 'static, scalar: ScalarOperand) -> Option<Box<dyn Typed>> {
    match scalar {
        ScalarOperand::Pair(_) => None,
        ScalarOperand::Real(DType::F64, node) => Some(Box::new(AssignDouble(target, node))),
        other => Some(Box::new(AssignScalar(target, value(other)))),
    }
}

/// A scalar as a value.
pub(super) fn value(scalar: ScalarOperand) -> Box<dyn Returned> {
    match scalar {
        ScalarOperand::Truth(node) => Box::new(TruthValue(node)),
        ScalarOperand::Whole(dtype, node) => Box::new(WholeValue(dtype, node)),
        ScalarOperand::Real(dtype, node) => Box::new(RealValue(dtype, node)),
        ScalarOperand::Pair(node) => Box::new(PairValue(node)),
    }
}
