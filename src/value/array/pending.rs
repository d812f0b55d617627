//! Expressions of arrays that are put off until their last operation is known, so that one pass computes them all.
//!
//! In: operands of an operator inside of a larger expression. Out: a value of the kind `Pending`, which stands for the array that it
//! would be. Only operators and calls of numpy's functions take such operands; whoever else is given one has [`force`] make the array
//! first. So nobody sees one that lasts longer than an expression, and nothing that it reads changes meanwhile. What would be an error
//! is not put off.

use super::convert::is_beyond;
use super::{
    Handling, NdArray, Operand, dtype_of, element, handling, operand, operate, report, settle, subscript, warn,
};
use crate::array::dtype::{Casting, Weak};
use crate::array::fuse::{Expression, Inputs, Noticed};
use crate::array::ufunc::{self, Gives, NEGATIVE_POWER, Ufunc};
use crate::array::{Array, DType, Scalar, reduce};
use crate::resolve::tree::{BinaryOp, CompareOp};
use crate::value::heap::Trace;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Kind, Raise, Res, Value, ops};
use smallvec::SmallVec;
use std::cell::RefCell;

/// From so many bytes on an array is worth it. Planning a pass takes some microseconds: two operations gain them from twice as many bytes
/// on, three from as many, five from half as many.
const LARGE: usize = 1 << 16;

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
pub fn is_large(value: &Value) -> bool {
    match value.downcast::<NdArray>() {
        Some(array) => {
            array.rank() > 0 && array.size() * array.dtype().size() >= LARGE && !array.dtype().is_reference()
        }
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
    if let Some((array, noticed)) = expression.compute()?
        && !noticed.iter().any(|(status, _)| status.has(NEGATIVE_POWER))
    {
        tell(noticed)?;
        return Ok(array);
    }
    expression.stepwise(&mut |status, name: &str| report(status, name))
}

/// Reports what was noticed, in the order of the operations.
fn tell(noticed: Noticed) -> Result<(), Raise> {
    noticed.into_iter().try_for_each(|(status, name)| report(status, name))
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
            Operand::Array(array) if array.dtype().is_reference() => return None,
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
        Part::Weak(_, Value::Float(float)) => common.is_inexact() && !is_beyond(float.get(), common),
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
    if let ([a, b], Gives::Truth) = (&inputs[..], ufunc.gives)
        && operate::signed_beside_unsigned(a.dtype(), b.dtype()).is_some()
    {
        // No type holds the numbers of both.
        restore(values, inputs.into_iter().map(Part::Strong));
        return None;
    }
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

/// `object[index] = value` of an expression that was put off: it is computed where it goes, if that is a view of an array.
pub fn set_item(object: &Value, index: &Value, value: Value) -> Result<(), Raise> {
    if let Some(array) = object.downcast::<NdArray>()
        && array.is_writeable()
        && let Some(view) = subscript::plain_view(array, index)
        && store(&view, &value)?
    {
        return Ok(());
    }
    ops::index::set(object, index, force(value)?)
}

/// `array op= value` of an expression that was put off.
pub fn in_place(op: BinaryOp, target: &Value, value: Value) -> Res {
    if let Some(array) = target.downcast::<NdArray>()
        && array.is_writeable()
        && op != BinaryOp::Pow
        && let Some(ufunc) = operate::ufunc_of(op)
        && let Some(sum) = apply(ufunc, &[target, &value])
    {
        let fits = |sum: &Pending| {
            let sum = sum.0.borrow();
            sum.as_ref().is_some_and(|sum| sum.dtype().can_cast(array.dtype(), Casting::SameKind))
        };
        if sum.downcast::<Pending>().is_some_and(fits) && store(array, &sum)? {
            return Ok(target.clone());
        }
        // It is taken apart again: the operator says what is wrong, or does it another way.
        if let Some(operand) = sum.downcast::<Pending>().and_then(|sum| sum.0.take()).and_then(Expression::last_operand)
        {
            return ops::in_place(op, target, &force(Value::from(operand))?);
        }
    }
    ops::in_place(op, target, &force(value)?)
}

/// Computes an expression that was put off into an array of its shape; tells whether it did.
fn store(target: &Array, value: &Value) -> Result<bool, Raise> {
    let Some(pending) = value.downcast::<Pending>() else { return Ok(false) };
    let Some(expression) = pending.0.take() else { return Ok(false) };
    let loses = expression.dtype().is_complex() && !target.dtype().is_complex();
    // Where what is noticed is an exception, the target is to stay as it was.
    if expression.shape() == target.shape() && !loses && !is_strict() && !target.dtype().is_reference() {
        let expression = expression.cast(target.dtype());
        if let Some(noticed) = expression.compute_into(target) {
            tell(noticed)?;
            return Ok(true);
        }
        pending.0.replace(Some(expression.uncast()));
        return Ok(false);
    }
    pending.0.replace(Some(expression));
    Ok(false)
}

/// Whether something that the processor notices may become an exception, or is told to a script at once.
fn is_strict() -> bool {
    let is_strict = |handling: &Handling| !matches!(handling, Handling::Ignore | Handling::Warn);
    handling().iter().any(is_strict) || warn::may_raise()
}

/// What a function that closes an expression gives: `sum`, `mean`, `astype` and their like, with its other arguments. Nothing where
/// the array is needed.
pub fn close(name: &str, value: &Value, rest: &Arguments<'_>) -> Result<Option<Value>, Raise> {
    let Some(pending) = value.downcast::<Pending>() else { return Ok(None) };
    if name == "astype" {
        let ([wanted], []) = (rest.positional, rest.names) else { return Ok(None) };
        let Some(dtype) = dtype_of(wanted)?.filter(|dtype| !dtype.is_reference()) else { return Ok(None) };
        let Some(expression) = pending.0.take() else { return Ok(None) };
        if expression.dtype().is_complex() && !dtype.is_complex() {
            pending.0.replace(Some(expression));
            return Ok(None);
        }
        return computed(&expression.cast(dtype)).map(|array| Some(Value::from(array)));
    }
    let Some(closing) = Closing::of(name, rest) else { return Ok(None) };
    let Some(expression) = pending.0.take() else { return Ok(None) };
    let (result, expression) = closing.apply(expression)?;
    if result.is_none() {
        pending.0.replace(expression);
    }
    Ok(result)
}

/// A reduction of an expression.
struct Closing {
    ufunc: &'static Ufunc,
    is_mean: bool,
    is_truth: bool,
    axes: Option<Vec<i64>>,
    keep: bool,
}

impl Closing {
    /// What a function of this name does with these arguments, if it is one that is known.
    fn of(name: &str, rest: &Arguments<'_>) -> Option<Closing> {
        let function = match name {
            "sum" | "mean" => "add",
            "prod" => "multiply",
            "max" | "amax" => "maximum",
            "min" | "amin" => "minimum",
            "any" => "logical_or",
            "all" => "logical_and",
            _ => return None,
        };
        let (mut axis, mut keep) = (rest.positional.first(), false);
        for (key, value) in rest.names.iter().zip(rest.named) {
            match (key.as_str(), value) {
                ("axis", value) if axis.is_none() => axis = Some(value),
                ("keepdims", Value::Bool(wanted)) => keep = wanted.get(),
                _ => return None,
            }
        }
        let axes = match axis {
            None | Some(Value::None) => None,
            Some(Value::Int(axis)) => Some(vec![*axis]),
            Some(axes) => Some(axes.downcast::<Tuple>()?.items().iter().map(Value::as_int).collect::<Option<_>>()?),
        };
        let ufunc = ufunc::find(function).filter(|_| rest.positional.len() <= 1)?;
        Some(Closing { ufunc, is_mean: name == "mean", is_truth: matches!(name, "any" | "all"), axes, keep })
    }

    /// The result, or the expression again.
    fn apply(&self, expression: Expression) -> Result<(Option<Value>, Option<Expression>), Raise> {
        let rank = expression.rank();
        let mut axes: Vec<usize> = match &self.axes {
            None => (0..rank).collect(),
            Some(axes) => match axes.iter().map(|&axis| reduce::axis(axis, rank)).collect() {
                Ok(axes) => axes,
                Err(_) => return Ok((None, Some(expression))),
            },
        };
        axes.sort_unstable();
        let dtype = match (self.is_truth, self.is_mean) {
            (true, _) => DType::Bool,
            (_, true) => expression.dtype(),
            _ => reduce::wide_type(self.ufunc, expression.dtype()),
        };
        let is_odd = axes.windows(2).any(|pair| pair[0] == pair[1]);
        if is_odd || self.is_mean && !matches!(dtype, DType::F32 | DType::F64) {
            return Ok((None, Some(expression)));
        }
        let count: usize = axes.iter().map(|&axis| expression.shape()[axis]).product();
        let expression = expression.cast(dtype);
        let Some((result, noticed)) = expression.reduce(self.ufunc, &axes, self.keep)? else {
            return Ok((None, Some(expression.uncast())));
        };
        tell(noticed)?;
        let result = settle(result);
        Ok((
            Some(if self.is_mean { ops::binary(BinaryOp::Div, &result, &Value::int(count as i64))? } else { result }),
            None,
        ))
    }
}
