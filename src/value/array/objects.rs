//! Universal functions on arrays of references, element by element: what operators and methods do with the values.
//!
//! In: a function and operands, one of which is no array of numbers. Out: arrays of objects, of texts or of truths, and numpy's
//! exceptions where texts meet what they do not know.

use super::{NdArray, Operand, from_value, operate, python, reference, settle};
use crate::array::element::Bool;
use crate::array::ndarray::{Order, Shape, broadcast_shape, shown};
use crate::array::ufunc::{Gives, Ufunc};
use crate::array::{Array, DType, Error, cast, error, product, select};
use crate::raise;
use crate::resolve::tree::{BinaryOp, CompareOp};
use crate::value::{Kind, Raise, Res, Symbol, Value, ops, type_name};

/// Whether an operation on some values is one of these.
#[inline]
pub fn concern(values: &[&Value]) -> bool {
    values.iter().any(|value| reference::is_array(value))
        || values.iter().any(|value| value.kind() == Some(Kind::Instance) && value.as_str().is_none())
            && values.iter().any(|value| value.kind() == Some(Kind::Array))
}

/// Any value as an array: what is no number and no sequence has no dimensions.
pub fn array_from(value: &Value) -> Result<Array, Raise> {
    if let Some(array) = value.downcast::<NdArray>() {
        return Ok(array.alias());
    }
    from_value(value, None)
}

/// Calls a universal function.
pub fn apply(ufunc: &'static Ufunc, values: &[&Value], out: Option<&Array>, mask: Option<&Array>) -> Res {
    let inputs: Vec<Array> = values.iter().map(|value| array_from(value)).collect::<Result<_, _>>()?;
    if !inputs.iter().any(|input| input.dtype().is_reference()) {
        let operands: Vec<Operand> = inputs.into_iter().map(Operand::Array).collect();
        return operate::apply(ufunc, &operands, out, mask, None, crate::array::dtype::Casting::SameKind);
    }
    let shape = common_shape(&inputs)?;
    let filled: Vec<Array> = inputs.iter().filter_map(|input| input.broadcast_view(&shape)).collect();
    let result = match inputs.iter().any(|input| input.dtype() == DType::Object) {
        true => of_objects(ufunc, &filled, &shape)?,
        false => of_texts(ufunc, values, &filled, &shape)?,
    };
    let Some(out) = out else { return Ok(settle(result)) };
    if !result.dtype().can_cast(out.dtype(), crate::array::dtype::Casting::SameKind) {
        let (name, from, to) = (ufunc.name, shown_type(result.dtype()), shown_type(out.dtype()));
        let text = format!(
            "Cannot cast ufunc '{name}' output from dtype('{from}') to dtype('{to}') with casting rule 'same_kind'"
        );
        return Err(Error::new(error::Kind::Ufunc, text).into());
    }
    match mask {
        None => cast::assign(out, &result)?,
        Some(mask) => {
            cast::assign(out, &select::choose(mask, &cast::with_type(&result, out.dtype())?, out, out.dtype())?)?
        }
    }
    Ok(settle(out.alias()))
}

/// A type as `repr` of its object has it.
pub fn shown_type(dtype: DType) -> String {
    match dtype {
        DType::Object => "O".into(),
        DType::Text(0) => "<U".into(),
        DType::Bytes(0) => "S".into(),
        DType::Bytes(length) => format!("S{length}"),
        other => other.to_string(),
    }
}

fn common_shape(inputs: &[Array]) -> Result<Shape, Raise> {
    broadcast_shape(inputs.iter().map(Array::shape)).ok_or_else(|| {
        let shapes: String = inputs.iter().map(|input| shown(input.shape()) + " ").collect();
        raise!(ValueError, "operands could not be broadcast together with shapes {shapes}")
    })
}

/// The results for each place, of arrays of one shape.
fn each(inputs: &[Array], mut compute: impl FnMut(&[Value]) -> Res) -> Result<Vec<Value>, Raise> {
    let size = inputs.first().map_or(0, Array::size);
    let at = |place: usize| -> Vec<Value> { inputs.iter().map(|input| python(input.at(place))).collect() };
    (0..size).map(|place| compute(&at(place))).collect()
}

/// What a universal function leaves as it is, as a Python value.
pub fn identity(ufunc: &Ufunc) -> Option<Value> {
    Some(match ufunc.identity? {
        identity if ufunc.name.starts_with("logical") => Value::bool(identity != 0.0),
        identity if identity.is_finite() => Value::int(identity as i64),
        identity => Value::float(identity),
    })
}

fn truths(values: &[Value], shape: &[usize]) -> Result<Array, Raise> {
    let all: Result<Vec<Bool>, Raise> = values.iter().map(|value| ops::truth(value).map(Bool::of)).collect();
    let flat = Array::from_slice(&all?)?;
    Ok(flat.reshaped_view(shape, Order::C).unwrap_or(flat))
}

fn of_objects(ufunc: &'static Ufunc, inputs: &[Array], shape: &[usize]) -> Result<Array, Raise> {
    if matches!(ufunc.name, "isnan" | "isinf" | "isfinite" | "signbit") {
        return Err(ufunc.unsupported().into());
    }
    let function = Function::of(ufunc);
    let results = each(inputs, |values| function.call(values))?;
    match ufunc.gives == Gives::Truth && !ufunc.name.starts_with("logical") {
        true => truths(&results, shape),
        false => reference::array_of(shape, DType::Object, results),
    }
}

fn comparison(name: &str) -> Option<CompareOp> {
    Some(match name {
        "equal" => CompareOp::Equal,
        "not_equal" => CompareOp::NotEqual,
        "less" => CompareOp::Less,
        "less_equal" => CompareOp::LessEqual,
        "greater" => CompareOp::Greater,
        "greater_equal" => CompareOp::GreaterEqual,
        _ => return None,
    })
}

/// A universal function of plain values: the operator that it is, or the method of its name.
enum Function {
    Operator(BinaryOp),
    Comparison(CompareOp),
    Other(&'static Ufunc),
}

impl Function {
    fn of(ufunc: &'static Ufunc) -> Function {
        match (operate::operator_of(ufunc), comparison(ufunc.name)) {
            (Some(op), _) => Function::Operator(op),
            (None, Some(op)) => Function::Comparison(op),
            (None, None) => Function::Other(ufunc),
        }
    }

    fn call(&self, values: &[Value]) -> Res {
        match (self, values) {
            (Function::Operator(op), [a, b]) => ops::binary(*op, a, b),
            (Function::Comparison(op), [a, b]) => ops::compare(*op, a, b),
            (Function::Other(ufunc), values) => other(ufunc, values),
            _ => Err(raise!(TypeError, "two operands are wanted")),
        }
    }
}

fn other(ufunc: &Ufunc, values: &[Value]) -> Res {
    let is = |op: CompareOp, a: &Value, b: &Value| ops::compare(op, a, b).and_then(|result| ops::truth(&result));
    match (ufunc.name, values) {
        ("negative", [a]) => ops::unary::negative(a),
        ("positive", [a]) => ops::unary::positive(a),
        ("invert", [a]) => ops::unary::invert(a),
        ("absolute", [a]) => ops::unary::absolute(a),
        ("square", [a]) => ops::binary(BinaryOp::Mul, a, a),
        ("reciprocal", [a]) => ops::binary(BinaryOp::Div, &Value::int(1), a),
        ("sign", [a]) => {
            let zero = Value::int(0);
            Ok(Value::int(match (is(CompareOp::Less, a, &zero)?, is(CompareOp::Greater, a, &zero)?) {
                (true, _) => -1,
                (_, true) => 1,
                _ => 0,
            }))
        }
        ("maximum" | "fmax", [a, b]) => Ok(if is(CompareOp::GreaterEqual, a, b)? { a.clone() } else { b.clone() }),
        ("minimum" | "fmin", [a, b]) => Ok(if is(CompareOp::LessEqual, a, b)? { a.clone() } else { b.clone() }),
        ("logical_and", [a, b]) => Ok(if ops::truth(a)? { b.clone() } else { a.clone() }),
        ("logical_or", [a, b]) => Ok(if ops::truth(a)? { a.clone() } else { b.clone() }),
        ("logical_xor", [a, b]) => Ok(Value::bool(ops::truth(a)? != ops::truth(b)?)),
        ("logical_not", [a]) => Ok(Value::bool(!ops::truth(a)?)),
        ("floor" | "ceil" | "trunc" | "gcd" | "lcm", values) => {
            let math = crate::value::host::host()?.import("math")?;
            ops::call::call(&ops::attribute::get(&math, Symbol::new(ufunc.name))?, values)
        }
        ("conjugate", [a]) => method(a, "conjugate", &[]),
        (name, [a, rest @ ..]) => method(a, name, rest),
        _ => Err(ufunc.unsupported().into()),
    }
}

fn method(value: &Value, name: &str, rest: &[Value]) -> Res {
    match ops::attribute::get(value, Symbol::new(name)) {
        Ok(method) => ops::call::call(&method, rest),
        Err(Raise) => {
            drop(crate::value::exception::take_pending());
            let class = type_name(value);
            Err(raise!(
                TypeError,
                "loop of ufunc does not support argument 0 of type {class} which has no callable {name} method"
            ))
        }
    }
}

/// On texts, and on what meets texts.
fn of_texts(ufunc: &'static Ufunc, values: &[&Value], inputs: &[Array], shape: &[usize]) -> Result<Array, Raise> {
    let all_texts = inputs.iter().all(|input| input.dtype().is_text());
    match (ufunc.name, comparison(ufunc.name)) {
        (_, Some(op)) if all_texts => {
            let decoded = |input: &Array| match inputs.iter().any(|input| matches!(input.dtype(), DType::Text(_))) {
                true => cast::with_type(input, DType::Text(0)),
                false => Ok(input.alias()),
            };
            let inputs: Vec<Array> = inputs.iter().map(decoded).collect::<Result<_, _>>()?;
            truths(&each(&inputs, |pair| ops::compare(op, &pair[0], &pair[1]))?, shape)
        }
        ("equal" | "not_equal", _) => {
            let differs = Value::bool(ufunc.name == "not_equal");
            truths(&vec![differs; inputs[0].size()], shape)
        }
        (_, Some(_)) => Err(no_class_loop(ufunc, values, inputs)),
        ("add", _) if all_texts => {
            let length = |input: &Array| match input.dtype() {
                DType::Text(length) | DType::Bytes(length) => length,
                _ => 0,
            };
            let total = inputs.iter().map(length).sum();
            let dtype = match inputs.iter().any(|input| matches!(input.dtype(), DType::Text(_))) {
                true => DType::Text(total),
                false => DType::Bytes(total),
            };
            let inputs: Result<Vec<Array>, _> =
                inputs.iter().map(|input| cast::with_type(input, dtype.without_length())).collect();
            reference::array_of(shape, dtype, each(&inputs?, |pair| ops::binary(BinaryOp::Add, &pair[0], &pair[1]))?)
        }
        ("multiply", _) if inputs.iter().any(|input| input.dtype().is_integer()) => Err(raise!(
            TypeError,
            "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use numpy.strings.multiply to \
             multiply strings without specifying 'out'."
        )),
        ("logical_and" | "logical_or" | "logical_xor", _) => {
            let function = Function::of(ufunc);
            truths(&each(inputs, |pair| function.call(pair))?, shape)
        }
        ("absolute" | "negative" | "positive" | "sign", _) => Err(no_class_loop(ufunc, values, inputs)),
        ("add" | "fmax" | "fmin" | "gcd" | "lcm" | "maximum" | "minimum" | "multiply" | "subtract", _) => {
            Err(no_loop(ufunc.name, inputs))
        }
        _ => Err(ufunc.unsupported().into()),
    }
}

/// `UFuncTypeError`: there is no loop for these types.
#[cold]
pub fn no_loop(name: &str, inputs: &[Array]) -> Raise {
    let types: Vec<String> = inputs.iter().map(|input| format!("dtype('{}')", shown_type(input.dtype()))).collect();
    let types = if let [only] = &types[..] { only.clone() } else { format!("({})", types.join(", ")) };
    let text = format!("ufunc '{name}' did not contain a loop with signature matching types {types} -> None");
    Error::new(error::Kind::Ufunc, text).into()
}

/// The same, of comparisons, which name classes.
#[cold]
fn no_class_loop(ufunc: &Ufunc, values: &[&Value], inputs: &[Array]) -> Raise {
    let class = |(value, input): (&&Value, &Array)| match value {
        Value::Int(_) => "_PyLongDType".into(),
        Value::Float(_) => "_PyFloatDType".into(),
        _ => super::dtype_class(input.dtype()).name().to_string(),
    };
    no_loop_of(ufunc.name, values.iter().zip(inputs).map(class))
}

/// `UFuncTypeError`: there is no loop for types of these classes.
#[cold]
pub fn no_loop_of(name: &str, classes: impl Iterator<Item = String>) -> Raise {
    let types: Vec<String> = classes.map(|class| format!("<class 'numpy.dtypes.{class}'>")).collect();
    let types = if let [only] = &types[..] { only.clone() } else { format!("({})", types.join(", ")) };
    let text = format!("ufunc '{name}' did not contain a loop with signature matching types {types} -> None");
    Error::new(error::Kind::Ufunc, text).into()
}

/// A reduction along some axes.
pub fn reduce(ufunc: &'static Ufunc, array: &Array, axes: &[usize], keep: bool, initial: Option<&Value>) -> Res {
    if array.dtype().is_text() {
        return Err(no_reduction(ufunc, array, "reduce"));
    }
    let (rank, function) = (array.rank(), Function::of(ufunc));
    let order: Vec<usize> = (0..rank).filter(|axis| !axes.contains(axis)).chain(axes.iter().copied()).collect();
    let count: usize = axes.iter().map(|&axis| array.shape()[axis]).product();
    let left = |axis: &usize| !axes.contains(axis);
    let shape: Vec<usize> = match keep {
        true => (0..rank).map(|axis| if left(&axis) { array.shape()[axis] } else { 1 }).collect(),
        false => (0..rank).filter(left).map(|axis| array.shape()[axis]).collect(),
    };
    let moved = array.transposed(&order);
    let outer: usize = shape.iter().product();
    let mut results = Vec::with_capacity(outer);
    for line in 0..outer {
        let mut all = initial.cloned();
        for place in 0..count {
            let item = python(moved.at(line * count + place));
            all = Some(match all {
                Some(before) => function.call(&[before, item])?,
                None => item,
            });
        }
        results.push(match all.or_else(|| identity(ufunc)) {
            Some(result) => result,
            None => {
                let name = ufunc.name;
                return Err(raise!(ValueError, "zero-size array to reduction operation {name} which has no identity"));
            }
        });
    }
    Ok(settle(reference::array_of(&shape, DType::Object, results)?))
}

#[cold]
fn no_reduction(ufunc: &Ufunc, array: &Array, method: &str) -> Raise {
    match (ufunc.name, array.dtype()) {
        ("add", own @ (DType::Text(length) | DType::Bytes(length))) => {
            let sum = if matches!(own, DType::Text(_)) { DType::Text(2 * length) } else { DType::Bytes(2 * length) };
            let (own, sum) = (shown_type(own), shown_type(sum));
            raise!(
                TypeError,
                "the resolved dtypes are not compatible with add.{method}. Resolved (dtype('{own}'), dtype('{own}'), \
                 dtype('{sum}'))"
            )
        }
        (name, _) => no_loop(name, &[array.alias(), array.alias()]),
    }
}

/// Running results along an axis.
pub fn accumulate(ufunc: &'static Ufunc, array: &Array, axis: usize) -> Res {
    if array.dtype().is_text() {
        return Err(no_reduction(ufunc, array, "accumulate"));
    }
    let mut order: Vec<usize> = (0..array.rank()).filter(|&other| other != axis).collect();
    order.push(axis);
    let (moved, length) = (array.transposed(&order), array.shape()[axis]);
    let function = Function::of(ufunc);
    let mut results: Vec<Value> = Vec::with_capacity(array.size());
    for place in 0..moved.size() {
        let item = python(moved.at(place));
        let next = match results.last() {
            Some(before) if place % length != 0 => function.call(&[before.clone(), item])?,
            _ => item,
        };
        results.push(next);
    }
    let result = reference::array_of(moved.shape(), DType::Object, results)?;
    let mut back = vec![0; order.len()];
    order.iter().enumerate().for_each(|(place, &axis)| back[axis] = place);
    Ok(Value::from(result.transposed(&back)))
}

/// A matrix product of rows and matrices of objects.
pub fn matmul(x: &Array, y: &Array) -> Res {
    if x.dtype().is_text() || y.dtype().is_text() {
        return Err(no_loop("matmul", &[x.alias(), y.alias()]));
    }
    product::check_ranks([x, y])?;
    let (rows, columns) = match (x.rank(), y.rank()) {
        (1 | 2, 1 | 2) => (if x.rank() == 2 { x.shape()[0] } else { 1 }, if y.rank() == 2 { y.shape()[1] } else { 1 }),
        _ => return Err(raise!(TypeError, "products of objects have one or two dimensions")),
    };
    let (inner, other) = (x.shape()[x.rank() - 1], y.shape()[0]);
    if inner != other {
        return Err(raise!(
            ValueError,
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) \
             (size {other} is different from {inner})"
        ));
    }
    let mut results = Vec::with_capacity(rows * columns);
    for row in 0..rows {
        for column in 0..columns {
            let mut sum: Option<Value> = None;
            for place in 0..inner {
                let (a, b) = (python(x.at(row * inner + place)), python(y.at(place * columns + column)));
                let product = ops::binary(BinaryOp::Mul, &a, &b)?;
                sum = Some(match sum {
                    Some(before) => ops::binary(BinaryOp::Add, &before, &product)?,
                    None => product,
                });
            }
            results.push(sum.unwrap_or(Value::int(0)));
        }
    }
    let shape: Vec<usize> =
        [(x.rank() == 2).then_some(rows), (y.rank() == 2).then_some(columns)].into_iter().flatten().collect();
    Ok(settle(reference::array_of(&shape, DType::Object, results)?))
}
