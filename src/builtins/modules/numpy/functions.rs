//! Functions that the page builds numpy's functions from.
//!
//! In: arrays and plain arguments. Out: arrays.

use super::argument::{any_array, array, axis, bind, given, one_axis, out, truth, whole};
use super::reductions::{effective, finish, known};
use super::{function, records, references};
use crate::array::dtype::{Casting, Weak};
use crate::array::error::{Error, Kind as ErrorKind};
use crate::array::ndarray::{Order, Shape, broadcast_shape, shown, shown_as_tuple};
use crate::array::ufunc::{self, Request};
use crate::array::{Array, DType, Scalar, bits, cast, create, fourier, interpolate, join, select, sort};
use crate::raise;
use crate::resolve::tree::BinaryOp;
use crate::value::array::{
    self, Handling, NdArray, Operand, as_array, common_type, dtype_of, operand, product, result, settle, shape_of,
    view_of,
};
use crate::value::list::List;
use crate::value::native::{Owner, Row, Takes};
use crate::value::{Arguments, Raise, Res, Value, convert, ops};

pub static FUNCTIONS: &[Row] = &[
    function("choose_where", choose),
    Row { name: "element", owner: Owner::Module("numpy"), takes: Takes::Exactly(2, element), pure: true, doc: "" },
    function("nonzero", |arguments| {
        let places = select::nonzero(&truths(arguments)?)?;
        Ok(Value::tuple(places.into_iter().map(Value::from).collect()))
    }),
    function("count_nonzero_all", |arguments| Ok(Value::int(select::count_nonzero(&truths(arguments)?) as i64))),
    function("take_along", |arguments| of_places("take_along", arguments, take)),
    function("join", concatenate),
    function("roll_along", |arguments| of_places("roll_along", arguments, roll)),
    function("from_buffer", from_buffer),
    function("byteswapped", byteswapped),
    function("pack_bits", pack_bits),
    function("unpack_bits", unpack_bits),
    function("repeat_along", |arguments| of_places("repeat_along", arguments, repeat)),
    function("sorted_along", sorted),
    function("ordered_along", |arguments| {
        let [value, along, asked] = bind(arguments, "argpartition", ["a", "axis", "kth"])?;
        super::methods::ordered(&value, &along, Some(&places(&asked)?))
    }),
    function("search", search),
    function("middle_along", |arguments| Ok(Value::from(sort::middle(&one(arguments)?)?))),
    effective("dot", dot),
    function("inner", inner),
    function("matmul", matmul),
    function("product", named_product),
    Row { name: "as_one", owner: Owner::Module("numpy"), takes: Takes::Exactly(5, as_one), pure: false, doc: "" },
    function("diagonal_view", diagonal),
    function("broadcast_view", |arguments| of_places("broadcast_view", arguments, broadcast)),
    function("broadcast_shape", shape_of_all),
    function("copyto", copy_to),
    function("shares", |arguments| {
        let [a, b] = bind(arguments, "shares_memory", ["a", "b"])?;
        Ok(Value::bool(any_array(&a)?.may_overlap(&any_array(&b)?)))
    }),
    function("is_writeable", |arguments| Ok(Value::bool(own(&arguments.positional[0])?.is_writeable()))),
    function("set_writeable", |arguments| {
        own(&arguments.positional[0])?.set_writeable(ops::truth(&arguments.positional[1])?);
        Ok(Value::None)
    }),
    function("contiguous", |arguments| {
        let own = any_array(&arguments.positional[0])?;
        Ok(Value::pair(Value::bool(own.is_c_contiguous()), Value::bool(own.is_f_contiguous())))
    }),
    function("strided", strided),
    function("set_errors", set_errors),
    function("error_handler", |_| Ok(array::handler())),
    effective("set_error_handler", |arguments| {
        array::set_handler(arguments.positional[0].clone());
        Ok(Value::None)
    }),
    function("from_bytes", from_bytes),
    function("count_places", count_places),
    function("clip_between", clip_between),
    function("transform", transform),
    function("sliding_dots", sliding),
    function("interpolate", between),
];

/// What a function makes of an array; of records, what it makes of their places.
fn of_places(name: &str, arguments: &Arguments<'_>, run: fn(&Arguments<'_>) -> Res) -> Res {
    match arguments.positional.first() {
        Some(own) if records::is_array(own) => {
            let positional: Vec<Value> =
                std::iter::once(Value::str(name)).chain(arguments.positional.iter().cloned()).collect();
            records::call("by_places", &Arguments::new(&positional))
        }
        _ => run(arguments),
    }
}

/// `interpolate(x, xp, fp, left, right)`
fn between(arguments: &Arguments<'_>) -> Res {
    let [x, xp, fp, left, right] = bind(arguments, "interp", ["x", "xp", "fp", "left", "right"])?;
    let row = |value: &Value| -> Result<Vec<f64>, Raise> { Ok(cast::to_vec::<f64>(&array(value)?)?) };
    let places = array(&x)?;
    let (xs, ys, at) = (row(&xp)?, row(&fp)?, cast::to_vec::<f64>(&places)?);
    let ends = (convert::float(&left)?, convert::float(&right)?);
    let flat = Array::from_slice(&interpolate::interpolate(&at, (&xs, &ys), ends))?;
    result(Ok(flat.reshaped_view(places.shape(), Order::C).unwrap_or(flat)))
}

fn one(arguments: &Arguments<'_>) -> Result<Array, Raise> {
    match arguments.positional.first() {
        Some(value) => array(value),
        None => Err(raise!(TypeError, "an array is wanted")),
    }
}

/// The elements as truths, if they are references.
fn truths(arguments: &Arguments<'_>) -> Result<Array, Raise> {
    let own = any_array(arguments.positional.first().unwrap_or(&Value::None))?;
    Ok(if own.dtype().is_reference() { cast::with_type(&own, DType::Bool)? } else { own })
}

fn own(value: &Value) -> Result<&NdArray, Raise> {
    as_array(value).ok_or_else(|| super::wrong("an array is wanted", value))
}

/// `choose_where(condition, x, y)`
fn choose(arguments: &Arguments<'_>) -> Res {
    let [condition, yes, no] = bind(arguments, "where", ["condition", "x", "y"])?;
    if records::is_array(&yes) && records::is_array(&no) {
        return records::call("chosen", arguments);
    }
    let mut operands = Vec::new();
    for value in [&yes, &no] {
        operands.push(match operand(value)? {
            Some(operand) => operand,
            None => Operand::Array(any_array(value)?),
        });
    }
    let dtype = common_type(&operands);
    let [yes, no] = [0, 1].map(|side| match &operands[side] {
        // A Python number that is none of the type wraps round here, where elsewhere it would be an error.
        Operand::Weak(_, Value::Int(number)) if dtype.is_integer() => {
            Array::from_scalar(Scalar::of(*number).cast(dtype)).map_err(Raise::from)
        }
        operand => operand.to_array(dtype),
    });
    let (yes, no) = (yes?, no?);
    Ok(Value::from(select::choose(&any_array(&condition)?, &yes, &no, dtype)?))
}

/// `take_along(a, indices, axis, mode)`
fn take(arguments: &Arguments<'_>) -> Res {
    let [value, places, along, mode] = bind(arguments, "take", ["a", "indices", "axis", "mode"])?;
    let source = any_array(&value)?;
    let places = array(&places)?;
    if !places.dtype().is_integer() && places.size() > 0 && places.dtype() != DType::Bool {
        let from = places.dtype();
        return Err(raise!(
            TypeError,
            "Cannot cast array data from dtype('{from}') to dtype('int64') according to the rule 'safe'"
        ));
    }
    let beyond = match mode.as_str() {
        Some("wrap") => select::Beyond::Wrap,
        Some("clip") => select::Beyond::Clip,
        _ => select::Beyond::Raise,
    };
    match given(&along) {
        Some(_) => {
            let (source, axis) = one_axis(&source, &along, 0)?;
            result(select::take(&source, &places, axis, beyond))
        }
        None => result(select::take(&cast::flattened(&source, Order::C)?, &places, 0, beyond)),
    }
}

/// `join(arrays, axis, out, dtype)`
fn concatenate(arguments: &Arguments<'_>) -> Res {
    let [arrays, along, target, dtype, rule] =
        bind(arguments, "concatenate", ["arrays", "axis", "out", "dtype", "casting"])?;
    let mut all = Vec::new();
    for item in ops::iterate::collect_values(&arrays)? {
        if records::is_array(&item) {
            return records::call("concatenate", arguments);
        }
        all.push(any_array(&item)?);
    }
    let common = all.iter().map(Array::dtype).reduce(DType::promote).unwrap_or(DType::F64);
    let dtype = dtype_of(&dtype)?.map_or(common, |wanted| wanted.sized_for(common));
    let (target, rule) = (out(&target)?, super::argument::casting(&rule, Casting::SameKind)?);
    let into = target.as_ref().and_then(as_array).map(|out| &**out);
    let to = into.map_or(dtype, Array::dtype);
    if let Some(from) = all.iter().map(Array::dtype).find(|from| !from.can_cast(to, rule)) {
        let rule = rule.name();
        return Err(raise!(
            TypeError,
            "Cannot cast array data from dtype('{from}') to dtype('{to}') according to the rule '{rule}'"
        ));
    }
    if along.is_none() {
        all = all.iter().map(|array| cast::flattened(array, Order::C)).collect::<Result<_, _>>()?;
    }
    let rank = all.first().map_or(1, Array::rank);
    if rank == 0 {
        return Err(raise!(ValueError, "zero-dimensional arrays cannot be concatenated"));
    }
    let axis = if along.is_none() { 0 } else { axis(&along, rank, 0)? };
    let joined = join::concatenate(&all, axis, dtype, into)?;
    Ok(target.unwrap_or_else(|| Value::from(joined)))
}

/// `roll_along(a, shift, axis)`, `roll_along(a, shifts, axes)`
fn roll(arguments: &Arguments<'_>) -> Res {
    let [value, shift, along] = bind(arguments, "roll", ["a", "shift", "axis"])?;
    let source = any_array(&value)?;
    if shift.downcast::<List>().is_some() && along.downcast::<List>().is_some() {
        let pairs = ops::iterate::collect_values(&shift)?.into_iter().zip(ops::iterate::collect_values(&along)?);
        let mut turns: Vec<(usize, i64)> = Vec::new();
        for (shift, along) in pairs {
            let (axis, shift) = (axis(&along, source.rank(), 0)?, whole(&shift, 0)?);
            match turns.iter_mut().find(|turn| turn.0 == axis) {
                Some(turn) => turn.1 = turn.1.wrapping_add(shift),
                None => turns.push((axis, shift)),
            }
        }
        return Ok(Value::from(join::roll(&source, &turns)?));
    }
    let shift = whole(&shift, 0)?;
    if given(&along).is_some() {
        return Ok(Value::from(join::roll(&source, &[(axis(&along, source.rank(), 0)?, shift)])?));
    }
    let flat = join::roll(&cast::flattened(&source, Order::C)?, &[(0, shift)])?;
    Ok(Value::from(flat.reshaped_view(source.shape(), Order::C).unwrap_or(flat)))
}

/// `repeat_along(a, repeats, axis)`
fn repeat(arguments: &Arguments<'_>) -> Res {
    let [value, counts, along] = bind(arguments, "repeat", ["a", "repeats", "axis"])?;
    let source = any_array(&value)?;
    let counts = cast::to_vec::<i64>(&array(&counts)?)?;
    match given(&along) {
        Some(_) => {
            let (source, axis) = one_axis(&source, &along, 0)?;
            Ok(Value::from(join::repeat(&source, &counts, axis)?))
        }
        None => Ok(Value::from(join::repeat(&cast::flattened(&source, Order::C)?, &counts, 0)?)),
    }
}

/// Places from the start, in order.
fn places(value: &Value) -> Result<Vec<usize>, Raise> {
    Ok(cast::to_vec::<i64>(&array(value)?)?.into_iter().map(|place| place as usize).collect())
}

/// `sorted_along(a, axis, kth)`
fn sorted(arguments: &Arguments<'_>) -> Res {
    let [value, along, asked] = bind(arguments, "sort", ["a", "axis", "kth"])?;
    let asked = given(&asked).map(places).transpose()?;
    let source = any_array(&value)?;
    let source = if along.is_none() { cast::flattened(&source, Order::C)? } else { source };
    let axis = axis(&along, source.rank(), -1)?;
    if source.dtype().is_reference() {
        let copied = cast::copy(&source, source.dtype(), Order::Keep)?;
        references::sort_lines(&copied, axis)?;
        return Ok(Value::from(copied));
    }
    let target = cast::like(&source, source.dtype(), Order::Keep)?;
    sort::sort(&source, &target, axis, asked.as_deref());
    Ok(Value::from(target))
}

/// `search(a, v, right, sorter)`
fn search(arguments: &Arguments<'_>) -> Res {
    let [row, wanted, right, sorter] = bind(arguments, "searchsorted", ["a", "v", "right", "sorter"])?;
    let (row, wanted) = (any_array(&row)?, any_array(&wanted)?);
    if row.rank() != 1 {
        return Err(raise!(ValueError, "object too deep for desired array"));
    }
    let order = given(&sorter).map(|sorter| cast::to_vec::<i64>(&array(sorter)?).map_err(Raise::from)).transpose()?;
    let right = truth(&right, false)?;
    if row.dtype().is_reference() || wanted.dtype().is_reference() {
        return Ok(settle(references::search(&row, &wanted, right, order.as_deref())?));
    }
    result(sort::search(&row, &wanted, right, order.as_deref()))
}

fn product_of_objects(x: &Array, y: &Array, target: &Value) -> Res {
    let product = array::objects::matmul(x, y)?;
    match out(target)? {
        Some(_) => finish(any_array(&product)?, target),
        None => Ok(product),
    }
}

/// `dot(a, b, out=None)`
fn dot(arguments: &Arguments<'_>) -> Res {
    let [a, b, target] = bind(arguments, "dot", ["a", "b", "out"])?;
    if let (Some(x), Some(y), None) = (as_array(&a), as_array(&b), given(&target))
        && let Some(sum) = product::of_rows(x, y, "dot")?
    {
        return Ok(Value::from(sum));
    }
    all_dots(&any_array(&a)?, &any_array(&b)?, &target)
}

/// `inner(a, b, /)`
fn inner(arguments: &Arguments<'_>) -> Res {
    let [a, b] = bind(arguments, "inner", ["a", "b"])?;
    if let (Some(x), Some(y)) = (as_array(&a), as_array(&b))
        && let Some(sum) = product::of_rows(x, y, "dot")?
    {
        return Ok(Value::from(sum));
    }
    let (x, y) = (any_array(&a)?, any_array(&b)?);
    let mut axes: Vec<usize> = (0..y.rank()).collect();
    if let [.., last, end] = &mut axes[..] {
        std::mem::swap(last, end);
    }
    all_dots(&x, &y.transposed(&axes), &Value::None)
}

/// The products of all rows of an array with all columns of another.
fn all_dots(x: &Array, y: &Array, target: &Value) -> Res {
    let are_references = x.dtype().is_reference() || y.dtype().is_reference();
    let dtype = x.dtype().promote(y.dtype());
    if x.rank() == 0 || y.rank() == 0 {
        if are_references {
            let result = ops::binary(BinaryOp::Mul, &settle(x.alias()), &settle(y.alias()))?;
            return finish(any_array(&result)?, target);
        }
        let (ufunc, casting) = (known("multiply"), Casting::SameKind);
        let request = Request { ufunc, common: dtype, out: None, mask: None, casting };
        let (result, status) = ufunc::call(&request, &[x, y])?;
        array::report(status, "dot")?;
        return finish(result, target);
    }
    if are_references {
        return product_of_objects(x, y, target);
    }
    let (last, inner) = (x.rank() - 1, y.rank().saturating_sub(2));
    let (n, m) = (x.shape()[last], y.shape()[inner]);
    if n != m {
        let (a, b) = (shown(x.shape()), shown(y.shape()));
        return Err(raise!(ValueError, "shapes {a} and {b} not aligned: {n} (dim {last}) != {m} (dim {inner})"));
    }
    if given(target).and_then(as_array).is_some_and(|out| out.dtype() != dtype || !out.is_c_contiguous()) {
        let what =
            "output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)";
        return Err(raise!(ValueError, "{what}"));
    }
    if x.rank() <= 2 && y.rank() <= 2 {
        return finish(product::matmul(x, y, dtype, "dot")?, target);
    }
    let axes: Vec<usize> = std::iter::once(inner).chain((0..y.rank()).filter(|&axis| axis != inner)).collect();
    let flat = |array: &Array, shape: [usize; 2]| -> Result<Array, Raise> {
        let all = cast::flattened(array, Order::C)?;
        all.reshaped_view(&shape, Order::C).ok_or_else(|| raise!(ValueError, "cannot reshape"))
    };
    let rows = x.shape()[..last].iter().product();
    let (others, width) = (y.transposed(&axes), y.shape().iter().enumerate());
    let width = width.filter(|&(axis, _)| axis != inner).map(|(_, &length)| length).product();
    let product = product::matmul(&flat(x, [rows, n])?, &flat(&others, [n, width])?, dtype, "dot")?;
    let shape: Vec<usize> = x.shape()[..last].iter().chain(&others.shape()[1..]).copied().collect();
    finish(product.reshaped_view(&shape, Order::C).unwrap_or(product), target)
}

/// `matmul(a, b, out=None)`
fn matmul(arguments: &Arguments<'_>) -> Res {
    let [a, b, target, dtype] = bind(arguments, "matmul", ["x1", "x2", "out", "dtype"])?;
    let (a, b) = (any_array(&a)?, any_array(&b)?);
    let dtype = dtype_of(&dtype)?.unwrap_or(a.dtype().promote(b.dtype()));
    if dtype.is_reference() {
        return product_of_objects(&a, &b, &target);
    }
    let result = product::matmul(&a, &b, dtype, "matmul")?;
    if let Some(to) = given(&target).and_then(as_array).map(|out| out.dtype())
        && !dtype.can_cast(to, Casting::SameKind)
    {
        let text = format!(
            "Cannot cast ufunc 'matmul' output from dtype('{dtype}') to dtype('{to}') with casting rule 'same_kind'"
        );
        return Err(Error::new(ErrorKind::Ufunc, text).into());
    }
    finish(result, &target)
}

/// `product(a, b, name=None)`: as `matmul`, under the name of another function, or without a word where none is given.
fn named_product(arguments: &Arguments<'_>) -> Res {
    let [a, b, name] = bind(arguments, "product", ["a", "b", "name"])?;
    let (a, b) = (any_array(&a)?, any_array(&b)?);
    let dtype = a.dtype().promote(b.dtype());
    if dtype.is_reference() {
        return array::objects::matmul(&a, &b);
    }
    match name.as_str() {
        Some(name) => Ok(settle(product::matmul(&a, &b, dtype, name)?)),
        None => result(crate::array::product::matmul(&a, &b, dtype)),
    }
}

/// `as_one(name, first, second, x, y)`: what two functions give for two operands, with warnings as of one function.
fn as_one(arguments: &[Value]) -> Res {
    let [name, first, second, operands @ ..] = arguments else {
        return Err(raise!(TypeError, "as_one() takes 5 arguments"));
    };
    let call = |function: &Value| ops::call::call(function, operands);
    array::as_one(name.as_str().unwrap_or_default(), || call(first), || call(second))
}

/// `diagonal_view(a, offset, axis1, axis2)`
fn diagonal(arguments: &Arguments<'_>) -> Res {
    let [value, offset, first, second] = bind(arguments, "diagonal", ["a", "offset", "axis1", "axis2"])?;
    let source = any_array(&value)?;
    if source.rank() < 2 {
        return Err(raise!(ValueError, "diag requires an array of at least two dimensions"));
    }
    let (first, second) = (axis(&first, source.rank(), 0)?, axis(&second, source.rank(), 1)?);
    let view = create::diagonal(&source, whole(&offset, 0)?, first, second)?;
    Ok(view_of(&value, view))
}

/// `element(array, place)`: the element at a place in the order of C, as an array without dimensions that is only read.
fn element(arguments: &[Value]) -> Res {
    let [owner, place] = arguments else { return Err(raise!(TypeError, "element() takes 2 arguments")) };
    let place = whole(place, 0)? as usize;
    let view = match owner.downcast::<NdArray>() {
        Some(array) => array.view_of_element(place),
        None => any_array(owner)?.view_of_element(place),
    };
    view.set_writeable(false);
    Ok(view_of(owner, view))
}

/// `broadcast_view(a, shape)`
fn broadcast(arguments: &Arguments<'_>) -> Res {
    let [value, shape] = bind(arguments, "broadcast_to", ["array", "shape"])?;
    let source = any_array(&value)?;
    let shape = shape_of(&shape)?;
    let Some(view) = source.broadcast_view(&shape) else {
        let (own, wanted) = (shown(source.shape()), shown(&shape));
        return Err(raise!(
            ValueError,
            "operands could not be broadcast together with remapped shapes [original->remapped]: {own}  and requested shape {wanted}"
        ));
    };
    view.set_writeable(false);
    Ok(if as_array(&value).is_some() { view_of(&value, view) } else { Value::from(view) })
}

/// `broadcast_shape(*shapes)`
fn shape_of_all(arguments: &Arguments<'_>) -> Res {
    let shapes: Vec<Shape> = arguments.positional.iter().map(shape_of).collect::<Result<_, Raise>>()?;
    if let Some(shape) = broadcast_shape(shapes.iter().map(|shape| &shape[..])) {
        return Ok(Value::tuple(shape.iter().map(|&n| Value::int(n as i64)).collect()));
    }
    // The first two that do not go together, on the first axis where that is so.
    let most = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let of = |(number, shape): (usize, &Shape), axis: usize| {
        let place = (axis + shape.len()).checked_sub(most)?;
        (shape[place] != 1).then(|| (number, shape[place]))
    };
    let apart = (0..most).find_map(|axis| {
        let mut lengths = shapes.iter().enumerate().filter_map(|each| of(each, axis));
        let (first, length) = lengths.next()?;
        lengths.find(|&(_, other)| other != length).map(|(second, _)| (first, second))
    });
    let (first, second) = apart.unwrap_or_default();
    let (one, other) = (shown_as_tuple(&shapes[first]), shown_as_tuple(&shapes[second]));
    Err(raise!(
        ValueError,
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg {first} with shape {one} \
         and arg {second} with shape {other}."
    ))
}

/// `copyto(dst, src, casting='same_kind', where=True)`
fn copy_to(arguments: &Arguments<'_>) -> Res {
    let [target, source, casting, mask] = bind(arguments, "copyto", ["dst", "src", "casting", "where"])?;
    let into = own(&target)?;
    let rule = super::argument::casting(&casting, Casting::SameKind)?;
    let from = match operand(&source)? {
        Some(crate::value::array::Operand::Weak(Weak::Int, number)) if !into.dtype().is_reference() => {
            Array::from_scalar(array::element(&number, into.dtype())?)?
        }
        _ => any_array(&source)?,
    };
    if !from.dtype().can_cast(into.dtype(), rule) {
        let (from, to, rule) = (from.dtype(), into.dtype(), rule.name());
        return Err(raise!(
            TypeError,
            "Cannot cast array data from dtype('{from}') to dtype('{to}') according to the rule '{rule}'"
        ));
    }
    if !into.is_writeable() {
        return Err(raise!(ValueError, "assignment destination is read-only"));
    }
    match given(&mask) {
        None => cast::assign(into, &from)?,
        Some(Value::Bool(all)) if all.get() => cast::assign(into, &from)?,
        Some(mask) => {
            let chosen = select::choose(&any_array(mask)?, &cast::with_type(&from, into.dtype())?, into, into.dtype())?;
            cast::assign(into, &chosen)?;
        }
    }
    Ok(Value::None)
}

/// `strided(a, shape, strides)`: any view within the memory of an array.
fn strided(arguments: &Arguments<'_>) -> Res {
    let [value, shape, strides] = bind(arguments, "as_strided", ["x", "shape", "strides"])?;
    let source = own(&value)?;
    let shape = shape_of(&shape)?;
    let dtype = source.dtype();
    let real = |step: i64| step as isize / dtype.shown_size().max(1) as isize * dtype.size() as isize;
    let steps: Result<Vec<isize>, Raise> = ops::iterate::collect_values(&strides)?
        .iter()
        .map(|step| whole(step, 0).map(|step| if dtype.is_reference() { real(step) } else { step as isize }))
        .collect();
    match source.strided_view(&shape, &steps?) {
        Some(view) => Ok(view_of(&value, view)),
        None => Err(raise!(ValueError, "the view would reach beyond the memory of the array")),
    }
}

/// `set_errors(divide, over, under, invalid)`: what is done about each; returns what was done before.
fn set_errors(arguments: &Arguments<'_>) -> Res {
    let before = array::handling();
    let mut now = before;
    for (slot, value) in now.iter_mut().zip(arguments.positional) {
        let Some(wanted) = given(value).and_then(Value::as_str) else { continue };
        let found =
            Handling::NAMED.into_iter().find(|(name, _)| *name == if wanted == "print" { "warn" } else { wanted });
        *slot = found.ok_or_else(|| raise!(ValueError, "invalid error mode '{wanted}'"))?.1;
    }
    array::set_handling(now);
    let name =
        |own: &Handling| Handling::NAMED.into_iter().find(|(_, known)| known == own).map(|(name, _)| Value::str(name));
    Ok(Value::tuple(before.iter().filter_map(name).collect()))
}

/// `clip_between(a, low, high)`, of two numbers that the type of the array has.
fn clip_between(arguments: &Arguments<'_>) -> Res {
    let [value, low, high] = bind(arguments, "clip", ["a", "low", "high"])?;
    let source = array(&value)?;
    let limit = |value: &Value| array::from_value(value, Some(source.dtype())).map(|limit| limit.only());
    Ok(Value::from(select::between(&source, limit(&low)?, limit(&high)?)?))
}

/// `count_places(places, weights, count)`: how often, or with what weight, each place comes.
fn count_places(arguments: &Arguments<'_>) -> Res {
    let [places, weights, count] = bind(arguments, "bincount", ["x", "weights", "count"])?;
    let places = cast::dense(&array(&places)?, DType::I64)?;
    let count = whole(&count, 0)?.max(0) as usize;
    crate::builtins::argument::room(count, 8)?;
    let Some(weights) = given(&weights) else { return Ok(Value::from(select::counts(&places, count)?)) };
    let weights = cast::dense(&array(weights)?, DType::F64)?;
    if weights.size() != places.size() {
        return Err(raise!(ValueError, "The weights and list don't have the same length."));
    }
    Ok(Value::from(select::sums(&places, &weights, count)?))
}

/// `transform(a, count, axis, inverse, scale, is_real)`: Fourier's, of the lines along an axis.
fn transform(arguments: &Arguments<'_>) -> Res {
    let [value, count, along, inverse, scale, is_real] =
        bind(arguments, "fft", ["a", "n", "axis", "inverse", "scale", "is_real"])?;
    let source = array(&value)?;
    let axis = axis(&along, source.rank(), -1)?;
    let count = usize::try_from(whole(&count, 0)?).unwrap_or(0).max(1);
    crate::builtins::argument::room(count, 64)?;
    let way = match (truth(&inverse, false)?, truth(&is_real, false)?) {
        (false, false) => fourier::Way::Forward,
        (true, false) => fourier::Way::Back,
        (false, true) => fourier::Way::ToHalf,
        (true, true) => fourier::Way::FromHalf,
    };
    let scale = crate::value::convert::float(&scale)?;
    result(fourier::transform(&source, fourier::Request { axis, count, way, scale }))
}

/// `from_bytes(bytes, dtype)`
fn from_bytes(arguments: &Arguments<'_>) -> Res {
    let [bytes, dtype] = bind(arguments, "from_bytes", ["buffer", "dtype"])?;
    let dtype = dtype_of(&dtype)?.unwrap_or(DType::F64);
    if dtype.is_reference() {
        return Err(raise!(ValueError, "cannot create an OBJECT array from memory buffer"));
    }
    let Some(bytes) = crate::value::byte_array::plain_bytes(&bytes) else {
        return Err(raise!(TypeError, "a bytes-like object is required, not '{}'", crate::value::type_name(&bytes)));
    };
    if !bytes.len().is_multiple_of(dtype.size()) {
        return Err(raise!(ValueError, "buffer size must be a multiple of element size"));
    }
    let raw = Array::from_slice::<u8>(&bytes)?;
    Ok(settle(raw.with_dtype(dtype).unwrap_or(raw)))
}

/// `frombuffer(buffer, dtype, count, offset)`: the memory of something that shows its bytes, as an array.
fn from_buffer(arguments: &Arguments<'_>) -> Res {
    let [buffer, dtype, count, offset] = bind(arguments, "frombuffer", ["buffer", "dtype", "count", "offset"])?;
    let dtype = dtype_of(&dtype)?.unwrap_or(DType::F64);
    if dtype.is_reference() {
        return Err(raise!(ValueError, "cannot create an OBJECT array from memory buffer"));
    }
    let (count, offset, size) = (whole(&count, -1)?, whole(&offset, 0)?, dtype.size());
    let all = crate::value::array::seen::bytes_of(&buffer)?;
    let Some(start) = usize::try_from(offset).ok().filter(|&offset| offset <= all.size()) else {
        return Err(raise!(
            ValueError,
            "offset must be non-negative and no greater than buffer length ({})",
            all.size()
        ));
    };
    let left = all.size() - start;
    let length = match usize::try_from(count) {
        Ok(count) => count.saturating_mul(size),
        Err(_) if !left.is_multiple_of(size) => {
            return Err(raise!(ValueError, "buffer size must be a multiple of element size"));
        }
        Err(_) => left,
    };
    if length > left {
        return Err(raise!(ValueError, "buffer is smaller than requested size"));
    }
    let part = select::part(&all, 0, start, length);
    part.set_writeable(all.is_writeable());
    Ok(view_of(&buffer, crate::value::array::seen::elements(&part, dtype)?))
}

/// `byteswapped(a)`
fn byteswapped(arguments: &Arguments<'_>) -> Res {
    let [value] = bind(arguments, "byteswap", ["a"])?;
    Ok(settle(bits::byteswapped(&array(&value)?)?))
}

/// `pack_bits(a, lowest_first)`, along the last dimension
fn pack_bits(arguments: &Arguments<'_>) -> Res {
    let [value, lowest_first] = bind(arguments, "packbits", ["a", "bitorder"])?;
    Ok(Value::from(bits::pack(&array(&value)?, truth(&lowest_first, false)?)?))
}

/// `unpack_bits(a, lowest_first)`, along the last dimension
fn unpack_bits(arguments: &Arguments<'_>) -> Res {
    let [value, lowest_first] = bind(arguments, "unpackbits", ["a", "bitorder"])?;
    Ok(Value::from(bits::unpack(&array(&value)?, truth(&lowest_first, false)?)?))
}

/// `sliding_dots(long, short)`: of dense rows of doubles.
fn sliding(arguments: &Arguments<'_>) -> Res {
    let [long, short] = bind(arguments, "sliding_dots", ["long", "short"])?;
    let (long, short) = (array(&long)?, array(&short)?);
    let (Some(long), Some(short)) = (long.as_slice::<f64>(), short.as_slice::<f64>()) else {
        return Err(raise!(TypeError, "dense rows of doubles are wanted"));
    };
    Ok(Value::from(crate::array::product::sliding(long, short)?))
}
