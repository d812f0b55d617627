//! Functions that make arrays.
//!
//! In: shapes, numbers, sequences. Out: arrays.

use super::argument::{any_array as array, bind, bind_any, given, order, truth, whole};
use super::{function, records, references};
use crate::array::ndarray::Order;
use crate::array::{Array, DType, cast, create, status};
use crate::raise;
use crate::value::array::{
    common_type, dtype_of, element, from_value, operand, protocol, report_cast, shape_of, view_of,
};
use crate::value::native::Row;
use crate::value::{Arguments, Kind, Raise, Res, Value, convert};

pub static FUNCTIONS: &[Row] = &[
    function("array", new),
    function("asarray", as_array),
    function("empty", |arguments| blank(arguments, "empty", Array::empty)),
    function("zeros", |arguments| blank(arguments, "zeros", Array::zeros)),
    function("full", full),
    function("like", like),
    function("arange", arange),
    function("steps", steps),
];

/// `array(object, dtype=None, copy=True, order='K', subok=False, ndmin=0)`
fn new(arguments: &Arguments<'_>) -> Res {
    let [object, dtype, copy, wanted, _, least] =
        bind(arguments, "array", ["object", "dtype", "copy", "order", "subok", "ndmin"])?;
    if object.is_unbound() {
        return Err(raise!(TypeError, "array() missing required argument 'object' (pos 0)"));
    }
    if records::is_type(&dtype) || records::is_array(&object) {
        return records::call("array", arguments);
    }
    make(&object, &dtype, truth(&copy, true)?, &wanted, whole(&least, 0)? as usize)
}

/// `asarray(a, dtype=None, order=None)`
fn as_array(arguments: &Arguments<'_>) -> Res {
    let [object, dtype, wanted, _, _] = bind(arguments, "asarray", ["a", "dtype", "order", "copy", "like"])?;
    if records::is_type(&dtype) || records::is_array(&object) {
        return records::call("asarray", arguments);
    }
    make(&object, &dtype, false, &wanted, 0)
}

fn make(object: &Value, dtype: &Value, copy: bool, wanted: &Value, least: usize) -> Res {
    let dtype = dtype_of(dtype)?;
    let wanted = order(wanted, Order::Keep)?;
    let stands_for = protocol::array_of(object)?;
    let object = stands_for.as_ref().unwrap_or(object);
    let is_array = crate::value::array::as_array(object);
    let made = from_value(object, dtype)?;
    let fits = match wanted {
        Order::C => made.is_c_contiguous(),
        Order::F => made.is_f_contiguous(),
        _ => true,
    };
    let is_own = is_array.is_some_and(|own| own.is_same_view(&made));
    if is_own && !copy && fits && made.rank() >= least {
        return Ok(object.clone());
    }
    let shared = is_own && !copy && fits;
    let made = if (is_own && copy) || !fits { cast::copy(&made, made.dtype(), wanted)? } else { made };
    let result = match least.checked_sub(made.rank()) {
        Some(missing) if missing > 0 => {
            let shape: Vec<usize> = std::iter::repeat_n(1, missing).chain(made.shape().iter().copied()).collect();
            made.broadcast_view(&shape).unwrap_or(made)
        }
        _ => made,
    };
    Ok(if shared { view_of(object, result) } else { Value::from(result) })
}

fn blank(
    arguments: &Arguments<'_>,
    name: &str,
    create: fn(&[usize], DType, Order) -> crate::array::Outcome<Array>,
) -> Res {
    let [shape, dtype, wanted, _, _] = bind(arguments, name, ["shape", "dtype", "order", "device", "like"])?;
    if shape.is_unbound() {
        return Err(raise!(TypeError, "{name}() missing required argument 'shape' (pos 0)"));
    }
    if records::is_type(&dtype) {
        return records::call("zeros", arguments);
    }
    let shape = shape_of(&shape)?;
    let dtype = dtype_of(&dtype)?.unwrap_or(DType::F64).sized_for(DType::Text(1));
    let made = create(&shape, dtype, order(&wanted, Order::C)?)?;
    Ok(Value::from(if name == "zeros" { references::zeros(made)? } else { made }))
}

/// `full(shape, fill_value, dtype=None, order='C')`
fn full(arguments: &Arguments<'_>) -> Res {
    let missing: Vec<String> = ["shape", "fill_value"]
        .into_iter()
        .enumerate()
        .filter(|&(place, name)| !is_given(arguments, place, name))
        .map(|(_, name)| format!("'{name}'"))
        .collect();
    if let count @ 1.. = missing.len() {
        let (plural, names) = (if count == 1 { "" } else { "s" }, missing.join(" and "));
        return Err(raise!(TypeError, "full() missing {count} required positional argument{plural}: {names}"));
    }
    let [shape, value, dtype, wanted] = bind(arguments, "full", ["shape", "fill_value", "dtype", "order"])?;
    if records::is_type(&dtype) {
        return records::call("full", arguments);
    }
    let shape = shape_of(&shape)?;
    let dtype = dtype_of(&dtype)?;
    let filling = to_fill(&value, dtype)?;
    let target = Array::empty(&shape, dtype.unwrap_or(filling.dtype()), order(&wanted, Order::C)?)?;
    fill(&target, &filling)?;
    Ok(Value::from(target))
}

/// Whether an argument was given, by place or by name.
fn is_given(arguments: &Arguments<'_>, place: usize, name: &str) -> bool {
    arguments.positional.len() > place || arguments.names.iter().any(|own| own.as_str() == name)
}

/// Fills an array, and warns of what its type does not hold.
fn fill(target: &Array, filling: &Array) -> Result<(), Raise> {
    status::clear();
    cast::assign(target, filling)?;
    report_cast(filling.dtype(), target.dtype(), status::read())
}

/// What an array of a type is filled with: whole numbers must fit it, other numbers are cast.
fn to_fill(value: &Value, dtype: Option<DType>) -> Result<Array, Raise> {
    let is_cast = dtype.is_some_and(|dtype| !dtype.is_reference())
        && (matches!(value, Value::Float(_)) || value.kind() == Some(Kind::Complex) || value.as_scalar().is_some());
    from_value(value, dtype.filter(|_| !is_cast))
}

/// `like(array, filling, dtype, order, shape)`: an array like another, of zeros or one value, or of anything.
fn like(arguments: &Arguments<'_>) -> Res {
    let [model, filling, dtype, wanted, shape] =
        bind(arguments, "like", ["prototype", "filling", "dtype", "order", "shape"])?;
    if records::is_array(&model) || records::is_type(&dtype) {
        return records::call(
            "like",
            &Arguments::new(&[model, filling, dtype].map(|each| if each.is_unbound() { Value::None } else { each })),
        );
    }
    let model = array(&model)?;
    let dtype = dtype_of(&dtype)?.unwrap_or(model.dtype());
    let wanted = order(&wanted, Order::Keep)?;
    let target = match given(&shape) {
        None => cast::like(&model, dtype, wanted)?,
        Some(shape) => Array::empty(&shape_of(shape)?, dtype, model.settled(wanted))?,
    };
    // `None` is what an array of objects is filled with already.
    if !(filling.is_unbound() || filling.is_none() && dtype.is_reference()) {
        fill(&target, &to_fill(&filling, Some(dtype))?)?;
    }
    Ok(Value::from(target))
}

/// `arange([start,] stop[, step,], dtype=None)`
fn arange(arguments: &Arguments<'_>) -> Res {
    if arguments.positional.is_empty() && !is_given(arguments, 0, "stop") {
        return Err(raise!(TypeError, "arange() requires stop to be specified."));
    }
    let [first, second, step, dtype, _, _] =
        bind_any(arguments, "arange", ["start", "stop", "step", "dtype", "device", "like"])?;
    let (start, stop) = match (given(&first), given(&second)) {
        (Some(first), Some(second)) => (first.clone(), second.clone()),
        (Some(stop), None) | (None, Some(stop)) => (Value::int(0), stop.clone()),
        (None, None) => return Err(raise!(TypeError, "arange() requires stop to be specified.")),
    };
    let step = given(&step).cloned().unwrap_or(Value::int(1));
    let wanted = dtype_of(&dtype)?;
    if let Some(reference) = wanted.filter(|dtype| dtype.is_reference()) {
        let plain = [first, second, step].map(|each| if each.is_unbound() { Value::None } else { each });
        let numbers = array(&arange(&Arguments::new(&plain))?)?;
        return Ok(Value::from(cast::with_type(&numbers, reference.sized_for(numbers.dtype()))?));
    }
    let numbers = [&start, &stop, &step];
    let mut operands = Vec::new();
    for number in numbers {
        operands.push(operand(number)?.ok_or_else(|| super::wrong("arange() takes numbers", number))?);
    }
    let common = common_type(&operands);
    // Scalars count by their kind alone.
    let dtype = wanted.unwrap_or(match common {
        DType::U64 => DType::F64,
        common if !common.is_inexact() => DType::I64,
        DType::F32 => DType::F64,
        common => common,
    });
    if !common.is_inexact() {
        let [start, stop, step] = [whole(&start, 0)?, whole(&stop, 0)?, whole(&step, 1)?];
        if step == 0 {
            return Err(raise!(ZeroDivisionError, "division by zero"));
        }
        let span = i128::from(stop) - i128::from(start);
        let step_wide = i128::from(step);
        let count = if (span > 0) == (step > 0) && span != 0 {
            (span.abs() + step_wide.abs() - 1) / step_wide.abs()
        } else {
            0
        };
        let count = usize::try_from(count).map_err(|_| raise!(ValueError, "Maximum allowed size exceeded"))?;
        hold_first([Value::int(start), Value::int(start.wrapping_add(step))], count, dtype)?;
        if !dtype.is_inexact() {
            return Ok(Value::from(create::whole_range(start, step, count, dtype)?));
        }
        return Ok(Value::from(create::float_range(start as f64, (start.wrapping_add(step)) as f64, count, dtype)?));
    }
    if common.is_complex() {
        return Err(raise!(TypeError, "arange() of complex numbers is not supported"));
    }
    let [start, stop, step] = [convert::float(&start)?, convert::float(&stop)?, convert::float(&step)?];
    let count = (stop - start) / step;
    // A step that is larger by far leaves nothing of the way but its sign.
    let count =
        if count == 0.0 && start != stop { f64::from(u8::from(!count.is_sign_negative())) } else { count.ceil() };
    if step == 0.0 || count.is_nan() {
        return Err(raise!(ValueError, "arange: cannot compute length"));
    }
    if count.abs() > i64::MAX as f64 {
        return Err(raise!(ValueError, "Maximum allowed size exceeded"));
    }
    let count = count.max(0.0) as usize;
    hold_first([Value::float(start), Value::float(start + step)], count, dtype)?;
    Ok(Value::from(create::float_range(start, start + step, count, dtype)?))
}

/// Makes sure that a type holds the first two numbers of a range, which the others are made from.
fn hold_first(first: [Value; 2], count: usize, dtype: DType) -> Result<(), Raise> {
    if dtype == DType::Bool && count > 2 {
        let when = "when the result has at most length 2.";
        return Err(raise!(TypeError, "arange() is only supported for booleans {when}"));
    }
    first.iter().take(count).filter(|_| dtype.is_integer()).try_for_each(|number| element(number, dtype).map(drop))
}

/// `steps(start, step, count)`: floats, each the step so many times, plus the start.
fn steps(arguments: &Arguments<'_>) -> Res {
    let [start, step, count, divisor] = bind(arguments, "steps", ["start", "step", "count", "divisor"])?;
    let (start, step) = (convert::float(&start)?, convert::float(&step)?);
    let divisor = given(&divisor).map(convert::float).transpose()?;
    let count = whole(&count, 0)?.max(0) as usize;
    let at = |place: usize| match divisor {
        // Steps too small for a float are multiplied last.
        Some(divisor) => place as f64 / divisor * step + start,
        None => place as f64 * step + start,
    };
    let room: Result<(), Raise> = crate::builtins::argument::room(count, 8);
    room?;
    let mut row = Array::empty(&[count], DType::F64, Order::C)?;
    for (place, item) in row.as_mut_slice::<f64>().unwrap_or_default().iter_mut().enumerate() {
        *item = at(place);
    }
    Ok(Value::from(row))
}
