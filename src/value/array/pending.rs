//! Expressions of arrays that are put off until their last operation is known, so that one pass computes them all.
//!
//! In: operands of an operator inside of a larger expression. Out: a value of the kind `Pending`, which stands for the array that it
//! would be. Only operators and calls of numpy's functions take such operands; whoever else is given one has [`force`] make the array
//! first. So nobody sees one that lasts longer than an expression, and nothing that it reads changes meanwhile. What would be an error
//! is not put off.

use super::{Handling, NdArray, Operand, element, handling, operand, operate, report};
use crate::array::dtype::Weak;
use crate::array::fuse::{Expression, Inputs};
use crate::array::status::Status;
use crate::array::ufunc::{self, Gives, Ufunc};
use crate::array::{Array, DType, Scalar};
use crate::resolve::tree::{BinaryOp, CompareOp};
use crate::value::heap::Trace;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Res, Value};
use smallvec::SmallVec;
use std::cell::RefCell;

/// From so many bytes on an array is worth it.
const LARGE: usize = 1 << 13;

/// The body of an expression that is put off; empty once it was taken up.
pub struct Pending(RefCell<Option<Expression>>);

impl Trace for Pending {}

impl From<Expression> for Value {
    fn from(expression: Expression) -> Value {
        Value::from(Gc::new(Pending(RefCell::new(Some(expression)))))
    }
}

/// Whether a value is one.
#[inline]
pub fn is_pending(value: &Value) -> bool {
    value.kind() == Some(Kind::Pending)
}

/// Whether an operation with this operand is worth being put off.
fn is_large(value: &Value) -> bool {
    match value.downcast::<NdArray>() {
        Some(array) => array.rank() > 0 && array.size() * array.dtype().size() >= LARGE,
        None => is_pending(value),
    }
}

/// The array that a value stands for, if it does.
pub fn force(value: Value) -> Res {
    let Some(pending) = value.downcast::<Pending>() else {
        return Ok(value);
    };
    let expression = pending.0.take().unwrap_or_else(|| unreachable!("an expression is used once"));
    computed(&expression).map(Value::from)
}

fn computed(expression: &Expression) -> Result<Array, Raise> {
    if expression.is_worth_it() {
        let (array, status) = expression.compute()?;
        if !heeded(status) {
            return Ok(array);
        }
    }
    expression.stepwise(&mut |status, name: &str| report(status, name))
}

/// Whether anything is done about what was noticed.
fn heeded(status: Status) -> bool {
    let conditions = [Status::DIVIDE, Status::OVERFLOW, Status::UNDERFLOW, Status::INVALID];
    let handling = handling();
    status.has(ufunc::NEGATIVE_POWER)
        || conditions.iter().zip(handling).any(|(&flag, done)| status.has(flag) && done != Handling::Ignore)
}

/// An operand: an expression, or a number whose type gives way. It lives on the stack, for one operation.
#[allow(clippy::large_enum_variant)]
enum Part {
    Strong(Expression),
    Weak(Weak, Value),
}

fn part(value: &Value) -> Option<Part> {
    if let Some(pending) = value.downcast::<Pending>() {
        return pending.0.take().map(Part::Strong);
    }
    match value {
        Value::Object(object) if !matches!(object.kind(), Kind::Array | Kind::Complex | Kind::Complex128) => None,
        _ => Some(match operand(value).ok()?? {
            Operand::Array(array) => Part::Strong(Expression::array(&array)),
            Operand::Scalar(scalar) => Part::Strong(Expression::scalar(scalar)),
            Operand::Weak(weak, value) => Part::Weak(weak, value),
        }),
    }
}

/// Puts values back that were taken up for nothing.
fn restore(values: &[&Value], parts: impl IntoIterator<Item = Part>) {
    for (value, part) in values.iter().zip(parts) {
        if let (Some(pending), Part::Strong(expression)) = (value.downcast::<Pending>(), part) {
            pending.0.replace(Some(expression));
        }
    }
}

/// The operands brought together in a type: that of `of` among them, if not of all.
fn together(values: &[&Value], of: std::ops::Range<usize>) -> Option<(DType, Inputs)> {
    let mut parts = Vec::with_capacity(values.len());
    for value in values {
        match part(value) {
            Some(part) => parts.push(part),
            None => {
                restore(values, parts);
                return None;
            }
        }
    }
    let strong = parts[of.clone()].iter().filter_map(|part| match part {
        Part::Strong(expression) => Some(expression.dtype()),
        Part::Weak(..) => None,
    });
    let weak = parts[of].iter().filter_map(|part| match part {
        Part::Weak(weak, _) => Some(*weak),
        Part::Strong(_) => None,
    });
    let common = match (strong.reduce(DType::promote), weak.max()) {
        (Some(strong), Some(weak)) => strong.promote_weak(weak),
        (Some(strong), None) => strong,
        (None, weak) => weak.map_or(DType::F64, Weak::dtype),
    };
    let fits = |part: &Part| match part {
        Part::Weak(_, Value::Int(number)) => !common.is_integer() || Scalar::fits(i128::from(*number), common),
        Part::Weak(_, Value::Float(_)) => common.is_inexact(),
        Part::Weak(..) => common.is_complex(),
        Part::Strong(_) => true,
    };
    if !parts.iter().all(fits) {
        restore(values, parts);
        return None;
    }
    let inputs = parts.into_iter().map(|part| match part {
        Part::Strong(expression) => expression,
        Part::Weak(_, number) => {
            Expression::scalar(element(&number, common).unwrap_or_else(|_| unreachable!("it was seen to fit")))
        }
    });
    Some((common, inputs.collect()))
}

/// A universal function of values of which one is large, put off; none where it is to be called at once.
pub fn apply(ufunc: &'static Ufunc, values: &[&Value]) -> Option<Value> {
    if !values.iter().any(|value| is_large(value)) {
        return None;
    }
    let (common, inputs) = together(values, 0..values.len())?;
    match Expression::apply(ufunc, common, inputs) {
        Ok(expression) => Some(Value::from(expression)),
        Err(inputs) => {
            restore(values, inputs.into_iter().map(Part::Strong));
            None
        }
    }
}

/// `a op b`, put off; none where it is to be computed at once.
pub fn binary(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    let ufunc = operate::ufunc_of(op)?;
    if op != BinaryOp::Pow {
        return apply(ufunc, &[a, b]);
    }
    let dtype = match (a.downcast::<NdArray>(), a.downcast::<Pending>()) {
        (Some(array), _) => Some(array.dtype()),
        (_, Some(pending)) => pending.0.borrow().as_ref().map(Expression::dtype),
        _ => None,
    };
    match dtype.and_then(|dtype| operate::simpler_power(dtype, b)) {
        Some(simpler) => apply(simpler, &[a]),
        None => apply(ufunc, &[a, b]),
    }
}

/// A comparison, put off.
pub fn compare(op: CompareOp, a: &Value, b: &Value) -> Option<Value> {
    let ufunc = operate::comparison(op)?;
    debug_assert!(ufunc.gives == Gives::Truth);
    apply(ufunc, &[a, b])
}

/// `np.where(condition, x, y)`, put off.
pub fn choose(condition: &Value, yes: &Value, no: &Value) -> Option<Value> {
    let values = [condition, yes, no];
    if !values.iter().any(|value| is_large(value)) {
        return None;
    }
    let (common, inputs) = together(&values, 1..3)?;
    match Expression::choose(common, inputs) {
        Ok(expression) => Some(Value::from(expression)),
        Err(inputs) => {
            restore(&values, inputs.into_iter().map(Part::Strong));
            None
        }
    }
}

/// `np.roll(array, shift, axis)`, put off.
pub fn roll(array: &Value, shift: &Value, axis: &Value) -> Option<Value> {
    let moves: Vec<(i64, i64)> = match (shift, axis, shift.downcast::<Tuple>(), axis.downcast::<Tuple>()) {
        (Value::Int(shift), Value::Int(axis), ..) => vec![(*shift, *axis)],
        (_, _, Some(shifts), Some(axes)) if shifts.len() == axes.len() => {
            let pair = |(shift, axis): (&Value, &Value)| Some((shift.as_int()?, axis.as_int()?));
            shifts.items().iter().zip(axes.items()).map(pair).collect::<Option<_>>()?
        }
        _ => return None,
    };
    if !is_large(array) {
        return None;
    }
    let Some(Part::Strong(mut expression)) = part(array) else { return None };
    let rank = expression.rank() as i64;
    let along = |axis: i64| Some(if axis < 0 { axis + rank } else { axis }).filter(|axis| (0..rank).contains(axis));
    let moves: Option<Vec<(i64, i64)>> = moves.into_iter().map(|(shift, axis)| Some((shift, along(axis)?))).collect();
    if let Some(moves) = moves
        && moves.into_iter().all(|(shift, axis)| expression.roll(shift, axis as usize))
    {
        return Some(Value::from(expression));
    }
    restore(&[array], [Part::Strong(expression)]);
    None
}

/// Operands of which some are put off, all made arrays.
pub fn forced(values: &[&Value]) -> Result<SmallVec<[Value; 3]>, Raise> {
    values.iter().map(|&value| force(value.clone())).collect()
}
