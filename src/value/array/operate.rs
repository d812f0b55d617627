//! Operators on arrays and their scalars.
//!
//! In: an operator and values, one of which is an array or a scalar of one. Out: the result. Two numbers of one type are
//! computed at once ([`direct`]); all else goes through the loops of universal functions.

use super::convert::is_beyond;
use super::{
    Handling, NdArray, Operand, common_type, direct, handling, objects, operand, pending, product, protocol, python,
    report, set_handling, settle,
};
use crate::array::dtype::{Casting, Class, Weak};
use crate::array::element::C64;
use crate::array::ndarray::Order;
use crate::array::status::{self, Status};
use crate::array::ufunc::{self, Plain, Request, Ufunc};
use crate::array::{Array, DType, Error, Scalar, cast, error};
use crate::number::libm;
use crate::raise;
use crate::resolve::tree::{BinaryOp, CompareOp};
use crate::value::ops::binary::sign;
use crate::value::{Kind, Raise, Res, Symbol, TAG_SCALAR, Value, convert, ops, type_name};
use smallvec::SmallVec;
use std::cell::OnceCell;

/// Whether these are arrays whose elements become those of another type for an operator: block by block, where they are many.
fn are_mixed(op: BinaryOp, a: &Value, b: &Value) -> bool {
    match (a.downcast::<NdArray>(), b.downcast::<NdArray>()) {
        (Some(a), Some(b)) => {
            let is_divided = op == BinaryOp::Div && a.dtype().class() < Class::Float;
            a.rank() > 0 && b.rank() > 0 && (a.dtype() != b.dtype() || is_divided)
        }
        _ => false,
    }
}

/// The universal function of an operator.
pub(super) fn ufunc_of(op: BinaryOp) -> Option<&'static Ufunc> {
    thread_local! {
        static ALL: OnceCell<[Option<&'static Ufunc>; 12]> = const { OnceCell::new() };
    }
    const OPS: [(BinaryOp, &str); 12] = [
        (BinaryOp::Add, "add"),
        (BinaryOp::Sub, "subtract"),
        (BinaryOp::Mul, "multiply"),
        (BinaryOp::Div, "divide"),
        (BinaryOp::FloorDiv, "floor_divide"),
        (BinaryOp::Mod, "remainder"),
        (BinaryOp::Pow, "power"),
        (BinaryOp::LeftShift, "left_shift"),
        (BinaryOp::RightShift, "right_shift"),
        (BinaryOp::And, "bitwise_and"),
        (BinaryOp::Or, "bitwise_or"),
        (BinaryOp::Xor, "bitwise_xor"),
    ];
    let all = ALL.with(|all| *all.get_or_init(|| OPS.map(|(_, name)| ufunc::find(name))));
    OPS.iter().position(|(own, _)| *own == op).and_then(|place| all[place])
}

/// The operator that a universal function is.
pub(super) fn operator_of(ufunc: &Ufunc) -> Option<BinaryOp> {
    use BinaryOp::{Add, And, Div, FloorDiv, LeftShift, Mod, Mul, Or, Pow, RightShift, Sub, Xor};
    let all = [Add, Sub, Mul, Div, FloorDiv, Mod, Pow, LeftShift, RightShift, And, Or, Xor];
    all.into_iter().find(|&op| ufunc_of(op).is_some_and(|own| std::ptr::eq(own, ufunc)))
}

/// The result of `a op b` of two numbers of one type, one of which is a scalar, if there is nothing else to be asked.
#[inline]
pub fn of_scalars(op: BinaryOp, a: &Value, b: &Value) -> Option<Res> {
    let has_scalar = a.tag() >= TAG_SCALAR || b.tag() >= TAG_SCALAR;
    if has_scalar { direct::binary(op, a, b) } else { None }
}

/// The float of Python that a `float64` is to a complex number of Python on its left, which knows floats.
fn beside_complex(a: &Value, b: &Value) -> Option<Value> {
    match b {
        Value::NumpyF64(bits) if a.kind() == Some(Kind::Complex) => Some(Value::float(f64::from_bits(*bits))),
        _ => None,
    }
}

/// The result of `a op b`; it goes into `out`, if that is given.
pub fn binary(op: BinaryOp, a: &Value, b: &Value, out: Option<&NdArray>) -> Res {
    if out.is_none()
        && let Some(result) = of_scalars(op, a, b)
    {
        return result;
    }
    if out.is_none()
        && let Some(result) = direct::without_dimensions(op, a, b)
    {
        return Ok(result);
    }
    if let (true, Some(float)) = (out.is_none(), beside_complex(a, b))
        && matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div | BinaryOp::Pow)
    {
        return ops::binary::binary(op, a, &float);
    }
    if op == BinaryOp::MatMul {
        return matmul(a, b);
    }
    if let Some(ufunc) = ufunc_of(op)
        && let Some(result) = protocol::overridden_operator(ufunc, a, b)?
    {
        return Ok(result);
    }
    if let Some(ufunc) = ufunc_of(op)
        && objects::concern(&[a, b])
    {
        return objects::apply(ufunc, &[a, b], out.map(|out| &**out), None);
    }
    if op == BinaryOp::Mul && out.is_none() {
        // A sequence and a scalar: the sequence so many times.
        for (row, times) in [(a, b), (b, a)] {
            let is_sequence =
                matches!(row.kind(), Some(Kind::List | Kind::Tuple | Kind::Str | Kind::Bytes | Kind::ByteArray));
            match times.as_scalar().filter(|_| is_sequence) {
                Some(scalar) if scalar.dtype().is_integer() => {
                    return ops::binary::binary(op, row, &python(scalar));
                }
                Some(_) => {
                    let class = type_name(times);
                    return Err(raise!(TypeError, "can't multiply sequence by non-int of type '{class}'"));
                }
                None => {}
            }
        }
    }
    let simpler = a.downcast::<NdArray>().filter(|_| op == BinaryOp::Pow).and_then(|own| simpler_power(own.dtype(), b));
    let found = match (simpler, ufunc_of(op)) {
        (Some(ufunc), _) => plain(ufunc, &[a], out)?,
        (None, Some(ufunc)) if op != BinaryOp::Pow => plain(ufunc, &[a, b], out)?,
        _ => None,
    };
    if let Some(result) = found {
        return Ok(result);
    }
    if out.is_none()
        && op != BinaryOp::Pow
        && are_mixed(op, a, b)
        && let Some(expression) = pending::binary(op, a, b)
    {
        return pending::force(expression);
    }
    let unsupported = || {
        let (left, right, sign) = (type_name(a), type_name(b), sign(op));
        raise!(TypeError, "unsupported operand type(s) for {sign}: '{left}' and '{right}'")
    };
    let Some(ufunc) = ufunc_of(op) else { return Err(unsupported()) };
    let (x, y) = match (operand(a)?, operand(b)?) {
        (Some(x), Some(y)) if !is_of_references(&x) && !is_of_references(&y) => (x, y),
        // What is no number is an element as it is.
        _ => return objects::apply(ufunc, &[a, b], out.map(|out| &**out), None),
    };
    let (ufunc, operands) = shortcut(ufunc, x, y);
    if out.is_none() && operands.iter().all(Operand::is_scalar) {
        let is_complex = |value: &Value| value.as_scalar().is_some_and(|scalar| scalar.dtype().is_complex());
        if matches!(op, BinaryOp::FloorDiv | BinaryOp::Mod) && (is_complex(a) || is_complex(b)) {
            return Err(unsupported());
        }
        return on_scalars(ufunc, &operands, None, are_scalars(a, b));
    }
    apply(ufunc, &operands, out.map(|out| &**out), None, None, Casting::SameKind)
}

/// Whether an operator on two numbers is one of scalars, whose warnings say so. The first operand is asked first, and a `bool` knows only
/// arrays.
fn are_scalars(a: &Value, b: &Value) -> bool {
    let takes = |own: &Value, other: &Value| {
        let kind = match (other.as_scalar(), other.kind()) {
            (_, Some(Kind::Array)) => return false,
            (Some(other), _) => Ok(other.dtype()),
            (None, Some(Kind::Complex)) => Err(Weak::Complex),
            (None, None) if matches!(other, Value::Float(_)) => Err(Weak::Float),
            _ => Err(Weak::Int),
        };
        own.as_scalar().is_some_and(|own| own.dtype().takes(kind))
    };
    !matches!(a, Value::NumpyBool(_)) && (takes(a, b) || takes(b, a))
}

/// `a op b` where one is taken as an object.
pub fn with_object(op: BinaryOp, a: &Value, b: &Value) -> Res {
    match ufunc_of(op) {
        Some(ufunc) => match protocol::overridden_operator(ufunc, a, b)? {
            Some(result) => Ok(result),
            None => objects::apply(ufunc, &[a, b], None, None),
        },
        None => matmul(a, b),
    }
}

fn is_of_references(operand: &Operand) -> bool {
    matches!(operand, Operand::Array(array) if array.dtype().is_reference())
}

/// Calls a universal function on operands that lie alike, and numbers beside them; nothing if they are of another kind. What was to go into
/// `out` is given by whoever has it.
pub fn plain(ufunc: &'static Ufunc, values: &[&Value], out: Option<&NdArray>) -> Result<Option<Value>, Raise> {
    let mut strong: Option<DType> = None;
    let mut weak: Option<Weak> = None;
    for value in values {
        let dtype = match value {
            Value::Int(_) => {
                weak = weak.max(Some(Weak::Int));
                continue;
            }
            Value::Float(_) => {
                weak = weak.max(Some(Weak::Float));
                continue;
            }
            value => match (value.downcast::<NdArray>(), value.scalar_dtype()) {
                (Some(array), _) if !array.dtype().is_reference() => array.dtype(),
                (None, Some(dtype)) => dtype,
                _ => return Ok(None),
            },
        };
        if let (ufunc::Gives::Truth, Some(other)) = (ufunc.gives, strong)
            && signed_beside_unsigned(other, dtype).is_some()
        {
            return Ok(None);
        }
        strong = Some(strong.map_or(dtype, |other| other.promote(dtype)));
    }
    let common = match (strong, weak) {
        (Some(strong), Some(weak)) => strong.promote_weak(weak),
        (Some(strong), None) => strong,
        (None, _) => return Ok(None),
    };
    let Some(chosen) = ufunc.find_loop(common) else {
        return Ok(None);
    };
    let mut operands: SmallVec<[Plain<'_>; 2]> = SmallVec::new();
    for value in values {
        operands.push(match (value.downcast::<NdArray>(), number_for(value, common, chosen.input)) {
            (Some(array), _) => Plain::Array(array),
            (None, Some(number)) => Plain::Number(number),
            (None, None) => return Ok(None),
        });
    }
    let Some((made, status)) = ufunc::call_plain(ufunc, &chosen, &operands, out.map(|out| &**out))? else {
        return Ok(None);
    };
    report(status, ufunc.name)?;
    Ok(Some(made.map_or(Value::None, Value::from)))
}

/// A number as an operand of a loop for this type, if it is one where all operands come together in `common`.
fn number_for(value: &Value, common: DType, input: DType) -> Option<Scalar> {
    match value {
        Value::Int(number) if common.is_integer() && !Scalar::fits(i128::from(*number), common) => None,
        Value::Int(number) => Some(Scalar::of(*number).cast(input)),
        Value::Float(bits) if is_beyond(bits.get(), input) => None,
        Value::Float(bits) => Some(Scalar::of(bits.get()).cast(input)),
        value => Some(value.as_scalar()?.cast(input)),
    }
}

/// Some powers are simpler functions.
fn shortcut(ufunc: &'static Ufunc, x: Operand, y: Operand) -> (&'static Ufunc, Vec<Operand>) {
    if ufunc.name == "power"
        && let (Operand::Array(array), Operand::Weak(_, exponent)) = (&x, &y)
        && let Some(simpler) = simpler_power(array.dtype(), exponent)
    {
        return (simpler, vec![x]);
    }
    (ufunc, vec![x, y])
}

/// The function that an array of a type to this power is.
pub(super) fn simpler_power(dtype: DType, exponent: &Value) -> Option<&'static Ufunc> {
    let is_float = dtype.is_inexact();
    let is_real = is_float && !dtype.is_complex();
    let simpler = match exponent {
        Value::Int(2) => Some("square"),
        Value::Int(-1) if is_float => Some("reciprocal"),
        Value::Float(bits) if is_float && bits.get() == 0.5 => Some("sqrt"),
        Value::Float(bits) if is_real && bits.get() == 2.0 => Some("square"),
        Value::Float(bits) if is_real && bits.get() == -1.0 => Some("reciprocal"),
        _ => None,
    };
    simpler.and_then(ufunc::find)
}

/// `divmod(a, b)`
pub fn divmod(a: &Value, b: &Value) -> Res {
    if [a, b].iter().any(|value| value.as_scalar().is_some_and(|scalar| scalar.dtype().is_complex())) {
        let (left, right) = (type_name(a), type_name(b));
        return Err(raise!(TypeError, "unsupported operand type(s) for divmod(): '{left}' and '{right}'"));
    }
    let name = if are_scalars(a, b) { "scalar divmod" } else { "divmod" };
    as_one(name, || binary(BinaryOp::FloorDiv, a, b, None), || binary(BinaryOp::Mod, a, b, None))
}

/// The results of two steps, of which warnings speak as of one operation.
pub fn as_one(name: &str, first: impl FnOnce() -> Res, second: impl FnOnce() -> Res) -> Res {
    let handled = handling();
    let compute = || {
        status::clear();
        let first = first()?;
        let met = status::read();
        status::clear();
        Ok((Value::pair(first, second()?), met.with(status::read())))
    };
    set_handling([Handling::Ignore; 4]);
    let computed: Result<(Value, Status), Raise> = compute();
    set_handling(handled);
    let (pair, met) = computed?;
    report(met, name)?;
    Ok(pair)
}

/// The universal function of a comparison.
pub(super) fn comparison(op: CompareOp) -> Option<&'static Ufunc> {
    ufunc::find(match op {
        CompareOp::Equal => "equal",
        CompareOp::NotEqual => "not_equal",
        CompareOp::Less => "less",
        CompareOp::LessEqual => "less_equal",
        CompareOp::Greater => "greater",
        CompareOp::GreaterEqual => "greater_equal",
        _ => return None,
    })
}

/// Calls a universal function on operands.
pub fn apply(
    ufunc: &'static Ufunc,
    operands: &[Operand],
    out: Option<&Array>,
    mask: Option<&Array>,
    dtype: Option<DType>,
    casting: Casting,
) -> Res {
    if out.is_none() && mask.is_none() && operands.iter().all(Operand::is_scalar) {
        if let Some(result) = compare_beyond(ufunc, operands)? {
            return Ok(result);
        }
        return on_scalars(ufunc, operands, dtype, false);
    }
    if let ([Operand::Array(_) | Operand::Scalar(_), Operand::Array(_) | Operand::Scalar(_)], None, None) =
        (operands, out, mask)
        && let Some(result) = compare_signs(ufunc, operands)?
    {
        return Ok(result);
    }
    let common = dtype.unwrap_or_else(|| common_type(operands));
    let held = weak_type(ufunc, common);
    let fit = |operand: &Operand| match operand {
        // A number that the type does not hold is compared as it is.
        Operand::Weak(Weak::Int, value) if ufunc.gives == ufunc::Gives::Truth && common.is_integer() => {
            match super::element(value, common) {
                Ok(scalar) => Ok(Array::from_scalar(scalar)?),
                Err(_) => {
                    drop(crate::value::exception::take_pending());
                    Ok(Array::from_scalar(Scalar::of(convert::float(value)?))?)
                }
            }
        }
        operand => operand.to_array(held),
    };
    let arrays: Result<Vec<Array>, Raise> = operands.iter().map(fit).collect();
    let arrays = arrays?;
    let common = match ufunc.gives {
        ufunc::Gives::Truth => arrays.iter().map(Array::dtype).fold(common, DType::promote),
        _ => common,
    };
    let inputs: Vec<&Array> = arrays.iter().collect();
    let called = ufunc::call(&Request { ufunc, common, out, mask, casting }, &inputs);
    let (result, status) = called.map_err(|error| without_loop(ufunc, operands, error))?;
    report(status, ufunc.name)?;
    Ok(settle(result))
}

/// What numpy says where a function has no loop: some name the types that they met.
#[cold]
fn without_loop(ufunc: &Ufunc, operands: &[Operand], error: Error) -> Raise {
    if error.kind != error::Kind::Type || !matches!(ufunc.name, "gcd" | "lcm" | "sign" | "positive") {
        return error.into();
    }
    let class = |operand: &Operand| match operand {
        Operand::Weak(Weak::Int, _) => "_PyLongDType".into(),
        Operand::Weak(Weak::Float, _) => "_PyFloatDType".into(),
        Operand::Weak(Weak::Complex, _) => "_PyComplexDType".into(),
        Operand::Array(array) => super::dtype_class(array.dtype()).name().to_string(),
        Operand::Scalar(scalar) => super::dtype_class(scalar.dtype()).name().to_string(),
    };
    objects::no_loop_of(ufunc.name, operands.iter().map(class))
}

/// A comparison of a whole scalar with an int of Python that its type does not hold, or of two ints of which arrays do not hold one.
fn compare_beyond(ufunc: &'static Ufunc, operands: &[Operand]) -> Result<Option<Value>, Raise> {
    let forget = |_: &Raise| drop(crate::value::exception::take_pending());
    let is_beyond = |int: &Value, dtype: DType| super::element(int, dtype).inspect_err(forget).is_err();
    let has_beyond = match operands {
        [Operand::Scalar(scalar), Operand::Weak(Weak::Int, int)]
        | [Operand::Weak(Weak::Int, int), Operand::Scalar(scalar)] => {
            scalar.dtype().is_integer() && is_beyond(int, scalar.dtype())
        }
        [Operand::Weak(Weak::Int, a), Operand::Weak(Weak::Int, b)] => {
            is_beyond(a, DType::I64) || is_beyond(b, DType::I64)
        }
        _ => false,
    };
    if !has_beyond || ufunc.gives != ufunc::Gives::Truth || ufunc.rule == ufunc::Rule::Truths {
        return Ok(None);
    }
    let numbers: Vec<Value> = operands
        .iter()
        .map(|operand| match operand {
            Operand::Scalar(scalar) => python(*scalar),
            Operand::Weak(_, value) => value.clone(),
            Operand::Array(array) => python(array.only()),
        })
        .collect();
    let result = objects::apply(ufunc, &numbers.iter().collect::<Vec<_>>(), None, None)?;
    ops::truth(&result).map(|truth| Some(Value::NumpyBool(u64::from(truth))))
}

/// Which of two types is of signed whole numbers, where the other is `uint64`.
pub fn signed_beside_unsigned(a: DType, b: DType) -> Option<usize> {
    match (a.class(), b.class()) {
        (Class::Signed, _) if b == DType::U64 => Some(0),
        (_, Class::Signed) if a == DType::U64 => Some(1),
        _ => None,
    }
}

/// A comparison of signed whole numbers with `uint64`, which no type of whole numbers holds both of: what is below zero is less than
/// all of the others, and what is not is such a number itself.
fn compare_signs(ufunc: &'static Ufunc, operands: &[Operand]) -> Result<Option<Value>, Raise> {
    let dtypes = [&operands[0], &operands[1]].map(|operand| match operand {
        Operand::Array(array) => Some(array.dtype()),
        Operand::Scalar(scalar) => Some(scalar.dtype()),
        Operand::Weak(..) => None,
    });
    let ([Some(a), Some(b)], true) = (dtypes, ufunc.gives == ufunc::Gives::Truth) else { return Ok(None) };
    let Some(place) = signed_beside_unsigned(a, b) else { return Ok(None) };
    let arrays = [operands[0].to_array(a)?, operands[1].to_array(b)?];
    // What the comparison says of a number below zero.
    let below = match (ufunc.name, place) {
        ("equal", _) | ("less" | "less_equal", 1) | ("greater" | "greater_equal", 0) => false,
        ("not_equal", _) | ("less" | "less_equal", 0) | ("greater" | "greater_equal", 1) => true,
        _ => return Ok(None),
    };
    let call = |name: &str, operands: &[Operand]| match ufunc::find(name) {
        Some(ufunc) => operand(&apply(ufunc, operands, None, None, None, Casting::SameKind)?),
        None => Ok(None),
    };
    let zero = Operand::Scalar(Scalar::of(0i8));
    let Some(negative) = call("less", &[Operand::Array(arrays[place].alias()), zero])? else { return Ok(None) };
    let mut unsigned = arrays.map(Operand::Array);
    if let Operand::Array(array) = &mut unsigned[place] {
        *array = cast::with_type(array, DType::U64)?;
    }
    let Some(others) = call(ufunc.name, &unsigned)? else { return Ok(None) };
    let result = match below {
        true => call("logical_or", &[negative, others])?,
        false => call("greater", &[others, negative])?,
    };
    result.map(|result| Ok(settle(result.to_array(DType::Bool)?))).transpose()
}

/// The type in which numbers of Python come to operands of a type: that of the loop, where whole numbers are computed with as floats.
fn weak_type(ufunc: &Ufunc, common: DType) -> DType {
    match common.is_integer().then(|| ufunc.choose(common)) {
        Some(Ok(chosen)) if chosen.input.is_inexact() => chosen.input,
        _ => common,
    }
}

/// Calls a universal function on numbers: as itself, or as the operator that it is, which warnings name differently.
fn on_scalars(ufunc: &'static Ufunc, operands: &[Operand], dtype: Option<DType>, is_operator: bool) -> Res {
    let common = dtype.unwrap_or_else(|| common_type(operands));
    let held = weak_type(ufunc, common);
    let scalars: Result<SmallVec<[Scalar; 2]>, Raise> = operands
        .iter()
        .map(|operand| match operand {
            Operand::Scalar(scalar) => Ok(*scalar),
            Operand::Weak(_, value) => super::element(value, held).map_err(|error| match held {
                // numpy's scalars of other types take numbers of Python by way of C's, unlike its arrays.
                DType::U32 if value.to_big().is_some_and(|big| u64::try_from(&big).is_ok()) => error,
                dtype if dtype.is_integer() && value.kind() == Some(Kind::BigInt) => {
                    drop(crate::value::exception::take_pending());
                    raise!(OverflowError, "Python int too large to convert to C long")
                }
                _ => error,
            }),
            Operand::Array(array) => Ok(array.only()),
        })
        .collect();
    let scalars = scalars?;
    let (result, mut status) = match library_operator(ufunc, common, &scalars).filter(|_| is_operator) {
        Some(outcome) => outcome,
        None => ufunc.on_scalars(common, &scalars).map_err(|error| without_loop(ufunc, operands, error))?,
    };
    if is_operator && common.is_integer() && wraps(ufunc.name, &scalars, result) {
        status::raise(Status::OVERFLOW);
        status = status::read();
    }
    if !status.is_none() {
        let name = if is_operator { format!("scalar {}", ufunc.name) } else { ufunc.name.to_owned() };
        report(status, &name)?;
    }
    Ok(Value::from(result))
}

/// What is an operator of the C library on scalars: rows have a function of their own.
fn library_operator(ufunc: &Ufunc, dtype: DType, scalars: &[Scalar]) -> Option<(Scalar, Status)> {
    let compute: fn(&[Scalar]) -> Scalar = match (ufunc.name, dtype) {
        ("power", DType::F64) => |scalars| Scalar::of(libm::pow(scalars[0].float(), scalars[1].float())),
        ("absolute", DType::C128) => {
            |scalars| Scalar::of(libm::hypot(scalars[0].complex().re, scalars[0].complex().im))
        }
        ("absolute", DType::C64) => |scalars| {
            let [re, im] = [scalars[0].complex().re, scalars[0].complex().im];
            Scalar::of((re * re + im * im).sqrt() as f32)
        },
        ("multiply", DType::C128) => |scalars| Scalar::of(scalars[0].complex() * scalars[1].complex()),
        ("multiply", DType::C64) => |scalars| {
            let part = |scalar: &Scalar| C64::new(scalar.complex().re as f32, scalar.complex().im as f32);
            Scalar::of(part(&scalars[0]) * part(&scalars[1]))
        },
        _ => return None,
    };
    status::clear();
    let result = compute(scalars);
    Some((result, status::read()))
}

/// Whether an operator on whole scalars left its type: the loop wraps round and says nothing.
fn wraps(name: &str, scalars: &[Scalar], result: Scalar) -> bool {
    let exact = match scalars.iter().map(|scalar| scalar.integer()).collect::<Option<SmallVec<[i128; 2]>>>().as_deref()
    {
        Some(&[a, b]) => match name {
            "add" => a.checked_add(b),
            "subtract" => a.checked_sub(b),
            "multiply" => a.checked_mul(b),
            _ => return false,
        },
        Some(&[a]) => match name {
            "negative" => Some(-a),
            "absolute" => Some(a.abs()),
            _ => return false,
        },
        _ => return false,
    };
    exact != result.integer()
}

/// `a @ b`
fn matmul(a: &Value, b: &Value) -> Res {
    if let (Some(x), Some(y)) = (a.downcast::<NdArray>(), b.downcast::<NdArray>())
        && let Some(sum) = product::of_rows(x, y, "matmul")?
    {
        return Ok(Value::from(sum));
    }
    if ![a, b].into_iter().any(|value| value.kind() == Some(Kind::Array)) {
        let (left, right) = (type_name(a), type_name(b));
        return Err(raise!(TypeError, "unsupported operand type(s) for @: '{left}' and '{right}'"));
    }
    let (Some(x), Some(y), false) = (operand(a)?, operand(b)?, objects::concern(&[a, b])) else {
        return objects::matmul(&objects::array_from(a)?, &objects::array_from(b)?);
    };
    let operands = [x, y];
    let common = common_type(&operands);
    let [x, y] = [operands[0].to_array(common)?, operands[1].to_array(common)?];
    Ok(settle(product::matmul(&x, &y, common, "matmul")?))
}

/// `a op= b`: the array itself changes.
pub fn in_place(op: BinaryOp, a: &Value, b: &Value) -> Res {
    let Some(array) = a.downcast::<NdArray>() else {
        return binary(op, a, b, None);
    };
    if op == BinaryOp::MatMul {
        if array.rank() == 0 || b.downcast::<NdArray>().is_some_and(|b| b.rank() < 2) {
            return Err(raise!(
                ValueError,
                "inplace matrix multiplication requires the first operand to have at least one and the second at \
                 least two dimensions."
            ));
        }
        let product = matmul(a, b)?;
        super::set_item(a, &Value::ellipsis(), &product)?;
        return Ok(a.clone());
    }
    binary(op, a, b, Some(array))?;
    Ok(a.clone())
}

/// `a op b` of a comparison.
pub fn compare(op: CompareOp, a: &Value, b: &Value) -> Res {
    let name = match op {
        CompareOp::Equal => "equal",
        CompareOp::NotEqual => "not_equal",
        CompareOp::Less => "less",
        CompareOp::LessEqual => "less_equal",
        CompareOp::Greater => "greater",
        _ => "greater_equal",
    };
    if a.kind() == Some(Kind::DType) || b.kind() == Some(Kind::DType) {
        return compare_types(op, a, b);
    }
    if let (Some(float), CompareOp::Equal | CompareOp::NotEqual) = (beside_complex(a, b), op) {
        return ops::compare(op, a, &float);
    }
    if let Some(ufunc) = comparison(op)
        && let Some(result) = protocol::overridden_operator(ufunc, a, b)?
    {
        return Ok(result);
    }
    let long = |value: &Value| match value {
        Value::NumpyI64(word) => Some(*word as i64),
        Value::Int(number) => Some(*number),
        _ => None,
    };
    let ordering = match (long(a), long(b), direct::double(a), direct::double(b)) {
        (Some(x), Some(y), ..) => Some(x.partial_cmp(&y)),
        (_, _, Some(x), Some(y)) => Some(x.partial_cmp(&y)),
        _ => None,
    };
    if let Some(ordering) = ordering {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let result = match op {
            CompareOp::Equal => ordering == Some(Equal),
            CompareOp::NotEqual => ordering != Some(Equal),
            CompareOp::Less => ordering == Some(Less),
            CompareOp::LessEqual => matches!(ordering, Some(Less | Equal)),
            CompareOp::Greater => ordering == Some(Greater),
            _ => matches!(ordering, Some(Greater | Equal)),
        };
        return Ok(Value::NumpyBool(u64::from(result)));
    }
    let ufunc = ufunc::find(name);
    if let Some(ufunc) = ufunc
        && objects::concern(&[a, b])
    {
        return objects::apply(ufunc, &[a, b], None, None);
    }
    if let Some(ufunc) = ufunc
        && let Some(result) = plain(ufunc, &[a, b], None)?
    {
        return Ok(result);
    }
    let (x, y) = (operand(a)?, operand(b)?);
    let (Some(x), Some(y), Some(ufunc)) = (x, y, ufunc) else {
        let shape = a.downcast::<NdArray>().or(b.downcast::<NdArray>()).map(|array| array.shape());
        return match (op, shape) {
            // Nothing that is no number is equal to one.
            (CompareOp::Equal | CompareOp::NotEqual, Some(shape)) => {
                let answer = Scalar::of(crate::array::element::Bool::of(op == CompareOp::NotEqual));
                super::result(crate::array::create::full(shape, answer, Order::C))
            }
            (CompareOp::Equal | CompareOp::NotEqual, None) => Ok(Value::bool(op == CompareOp::NotEqual)),
            _ => Err(not_ordered(op, a, b)),
        };
    };
    let is_whole = |operand: &Operand| match operand {
        Operand::Scalar(scalar) => scalar.dtype().is_integer(),
        Operand::Weak(weak, _) => *weak == Weak::Int,
        Operand::Array(_) => false,
    };
    if is_whole(&x) && is_whole(&y) {
        // Python's ints are compared as they are, whatever their size.
        let plain = |value: &Value| value.as_scalar().map_or_else(|| value.clone(), python);
        let (x, y) = (plain(a), plain(b));
        if x.as_complex().is_none() && y.as_complex().is_none() {
            return ops::compare(op, &x, &y).map(|result| Value::NumpyBool(u64::from(result.as_bool() == Some(true))));
        }
    }
    apply(ufunc, &[x, y], None, None, None, Casting::SameKind)
}

/// `a op b` of a comparison of a scalar with what is no number: texts are unequal to it as elements are; of others the usual is said.
pub fn compare_with_other(op: CompareOp, a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    let is_text = |value: &Value| matches!(value.kind(), Some(Kind::Str | Kind::Bytes));
    let is_other =
        |value: &Value| is_text(value) || value.is_none() || matches!(value.kind(), Some(Kind::Dict | Kind::Set));
    let is_scalar = |value: &Value| value.as_scalar().is_some();
    if !(is_scalar(a) && is_other(b) || is_other(a) && is_scalar(b)) {
        return Ok(None);
    }
    match op {
        CompareOp::Equal | CompareOp::NotEqual if is_text(a) || is_text(b) => {
            Ok(Some(Value::NumpyBool(u64::from(op == CompareOp::NotEqual))))
        }
        CompareOp::Equal | CompareOp::NotEqual => Ok(None),
        _ => Err(not_ordered(op, a, b)),
    }
}

/// `TypeError`: numbers of arrays have no order with what is no number. The number is asked, wherever it stands.
#[cold]
fn not_ordered(op: CompareOp, a: &Value, b: &Value) -> Raise {
    let dtype = |value: &Value| match value.downcast::<NdArray>() {
        Some(array) => Some(array.dtype()),
        None => value.as_scalar().map(Scalar::dtype),
    };
    let (own, other, op) = match (dtype(a), dtype(b)) {
        (None, Some(own)) => {
            let mirrored = match op {
                CompareOp::Less => CompareOp::Greater,
                CompareOp::LessEqual => CompareOp::GreaterEqual,
                CompareOp::Greater => CompareOp::Less,
                _ => CompareOp::LessEqual,
            };
            (own, a, mirrored)
        }
        (own, _) => (own.unwrap_or(DType::Object), b, op),
    };
    let text_class = match other.kind() {
        Some(Kind::Str) => Some("StrDType"),
        Some(Kind::Bytes) => Some("BytesDType"),
        _ => None,
    };
    if let (Some(text_class), Some(ufunc)) = (text_class, comparison(op)) {
        let (name, own) = (ufunc.name, super::dtype_class(own).name());
        let types = format!("(<class 'numpy.dtypes.{own}'>, <class 'numpy.dtypes.{text_class}'>)");
        let text = format!("ufunc '{name}' did not contain a loop with signature matching types {types} -> None");
        return Raise::from(crate::array::Error::new(crate::array::error::Kind::Ufunc, text));
    }
    let (left, right) = (own.python_name(), type_name(other));
    let sign = match op {
        CompareOp::Less => "<",
        CompareOp::LessEqual => "<=",
        CompareOp::Greater => ">",
        _ => ">=",
    };
    raise!(TypeError, "'{sign}' not supported between instances of '{left}' and '{right}'")
}

fn compare_types(op: CompareOp, a: &Value, b: &Value) -> Res {
    let dtype = |value: &Value| match super::dtype_of(value) {
        Ok(dtype) => dtype,
        Err(_) => {
            drop(crate::value::exception::take_pending());
            None
        }
    };
    match (op, dtype(a), dtype(b)) {
        (CompareOp::Equal, a, b) => Ok(Value::bool(a.is_some() && a == b)),
        (CompareOp::NotEqual, a, b) => Ok(Value::bool(a.is_none() || a != b)),
        (CompareOp::Less, Some(a), Some(b)) => Ok(Value::bool(a != b && a.can_cast(b, Casting::Safe))),
        (CompareOp::LessEqual, Some(a), Some(b)) => Ok(Value::bool(a.can_cast(b, Casting::Safe))),
        (CompareOp::Greater, Some(a), Some(b)) => Ok(Value::bool(a != b && b.can_cast(a, Casting::Safe))),
        (CompareOp::GreaterEqual, Some(a), Some(b)) => Ok(Value::bool(b.can_cast(a, Casting::Safe))),
        _ => Err(raise!(TypeError, "Cannot interpret an operand as a data type")),
    }
}

/// `-x`, `+x`, `~x`, `abs(x)`
pub fn unary(name: Symbol, value: &Value) -> Res {
    let name = match name {
        Symbol::NEG => "negative",
        Symbol::POS => "positive",
        Symbol::INVERT => "invert",
        _ => "absolute",
    };
    let ufunc = ufunc::find(name);
    if let Some(ufunc) = ufunc
        && objects::concern(&[value])
    {
        return objects::apply(ufunc, &[value], None, None);
    }
    if let Some(ufunc) = ufunc
        && let Some(result) = plain(ufunc, &[value], None)?
    {
        return Ok(result);
    }
    match (operand(value)?, ufunc) {
        (Some(operand), Some(ufunc)) if operand.is_scalar() => on_scalars(ufunc, &[operand], None, true),
        (Some(operand), Some(ufunc)) => apply(ufunc, &[operand], None, None, None, Casting::SameKind),
        _ => Err(raise!(TypeError, "bad operand type for {name}: '{}'", type_name(value))),
    }
}

/// `round(x, digits)`
pub fn round(value: &Value, digits: Option<&Value>) -> Res {
    let is_rounded = |scalar: Scalar| scalar.dtype() != DType::Bool && !scalar.dtype().is_complex();
    if !value.as_scalar().is_some_and(is_rounded) {
        return Err(raise!(TypeError, "type {} doesn't define __round__ method", type_name(value)));
    }
    let method = ops::attribute::get(value, Symbol::new("round"))?;
    match digits {
        Some(digits) => ops::call::call(&method, std::slice::from_ref(digits)),
        None => {
            let rounded = ops::call::call(&method, &[])?;
            match rounded.as_scalar() {
                Some(scalar) if scalar.dtype().class() <= Class::Float => {
                    let float = Value::float(scalar.float());
                    ops::attribute::get(&float, Symbol::new("__trunc__")).and_then(|trunc| ops::call::call(&trunc, &[]))
                }
                _ => Ok(rounded),
            }
        }
    }
}
