//! Universal functions as objects.
//!
//! In: arguments. Out: arrays. `f(x, out)`, `f(x, out=…, where=…, dtype=…)`, and `reduce`, `accumulate`, `outer`, `at`.

use super::argument::{any_array, array, casting, given, out};
use super::reductions::{Wanted, accumulate, reduce_value};
use super::{Module, class};
use crate::array::dtype::{Casting, Weak};
use crate::array::ndarray::Order;
use crate::array::ufunc::{UFUNCS, Ufunc};
use crate::array::{Array, DType, Scalar, cast, create, index};
use crate::raise;
use crate::value::array::{
    NdArray, Operand, UfuncBody, apply, as_array, common_type, dtype_of, get_item, objects, operand, plain, protocol,
    report, ufunc, view_of,
};
use crate::value::class::Class;
use crate::value::constant::Constant;
use crate::value::instance::Instance;
use crate::value::native::Takes::Anything;
use crate::value::native::{Owner, Row};
use crate::value::opaque::Opaque;
use crate::value::{Arguments, Gc, Kind, Raise, Res, Value, type_name};
use smallvec::SmallVec;
use std::cell::OnceCell;

fn is_ufunc(value: &Value) -> bool {
    ufunc(value).is_some()
}

fn this(value: &Value) -> Result<&'static Ufunc, Raise> {
    ufunc(value).ok_or_else(|| super::wrong("a ufunc is wanted", value))
}

const fn row(name: &'static str, run: fn(&Arguments<'_>) -> Res) -> Row {
    Row { name, owner: Owner::Type("numpy.ufunc", is_ufunc), takes: Anything(run), pure: false, doc: "" }
}

static METHODS: &[Row] = &[
    row("__call__", |arguments| with_a_say(arguments, "__call__", call)),
    row("__repr__", |arguments| Ok(Value::str(&format!("<ufunc '{}'>", this(&arguments.positional[0])?.name)))),
    row("reduce", |arguments| with_a_say(arguments, "reduce", reduce)),
    row("accumulate", |arguments| with_a_say(arguments, "accumulate", running)),
    row("reduceat", |arguments| with_a_say(arguments, "reduceat", reduce_at)),
    row("outer", |arguments| with_a_say(arguments, "outer", outer)),
    row("at", |arguments| with_a_say(arguments, "at", at)),
];

static ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("__name__", |value| Ok(Value::str(this(value)?.name))),
    ("nin", |value| Ok(Value::int(this(value)?.inputs as i64))),
    ("nout", |_| Ok(Value::int(1))),
    ("nargs", |value| Ok(Value::int(this(value)?.inputs as i64 + 1))),
    ("identity", |value| Ok(objects::identity(this(value)?).unwrap_or(Value::None))),
    ("signature", |_| Ok(Value::None)),
];

/// Calls a method of a function, unless the class of an operand has one for that.
fn with_a_say(arguments: &Arguments<'_>, method: &str, run: fn(&Arguments<'_>) -> Res) -> Res {
    let Some((own, operands)) = arguments.positional.split_first() else { return run(arguments) };
    match protocol::overridden(own, method, &Arguments { positional: operands, ..*arguments })? {
        Some(result) => Ok(result),
        None => run(arguments),
    }
}

fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create("numpy", "ufunc", None, METHODS);
        class::add_attributes(&class, ATTRIBUTES);
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

/// Defines all of them, and the class.
pub fn define(module: &Module) {
    let class = class();
    module.define("ufunc", Value::from(&class));
    let objects = UFUNCS.iter().map(|ufunc| {
        let object = Value::from(Instance::wrap(&class, Opaque::create(UfuncBody(ufunc))));
        module.define(ufunc.name, object.clone());
        (ufunc.name, object)
    });
    protocol::set_ufunc_objects(objects.collect());
}

/// What numpy says where `maximum` and `minimum` get a third operand by its place.
const TOO_MANY_EXTREMES: &str = "Passing more than 2 positional arguments to np.maximum and np.minimum is deprecated. If you meant \
    to use the third argument as an output, use the `out` keyword argument instead. If you hoped to work with more than 2 inputs, \
    combine them into a single array and get the extrema for the relevant axis.";

/// `f(x1[, x2][, out], /, out=None, *, where=True, casting='same_kind', order='K', dtype=None)`
fn call(arguments: &Arguments<'_>) -> Res {
    let [own, operands @ ..] = arguments.positional else {
        return Err(raise!(TypeError, "a ufunc is wanted"));
    };
    let ufunc = this(own)?;
    let (name, wanted, count) = (ufunc.name, ufunc.inputs, operands.len());
    if count < wanted || count > wanted + 1 {
        let most = wanted + 1;
        return Err(raise!(
            TypeError,
            "{name}() takes from {wanted} to {most} positional arguments but {count} {} given",
            if count == 1 { "was" } else { "were" }
        ));
    }
    let (inputs, rest) = operands.split_at(wanted);
    if !rest.is_empty() && matches!(name, "maximum" | "minimum") {
        crate::value::array::warn(crate::value::Error::DeprecationWarning, TOO_MANY_EXTREMES)?;
    }
    if rest.first().is_some_and(|out| !out.is_none() && as_array(out).is_none()) {
        return Err(raise!(TypeError, "return arrays must be of ArrayType"));
    }
    let mut target = rest.first().map(out).transpose()?.flatten();
    let (mut mask, mut dtype, mut input, mut rule) = (None, None, None, Casting::SameKind);
    let mut stays_array = false;
    for (key, value) in arguments.names.iter().zip(arguments.named) {
        match key.as_str() {
            "out" if !rest.is_empty() => {
                return Err(raise!(TypeError, "cannot specify 'out' as both a positional and keyword argument"));
            }
            "out" if value.downcast::<Constant>() == Some(&Constant::Ellipsis) => stays_array = true,
            "out" => target = out(value)?,
            "where" => {
                mask = match value {
                    Value::Bool(all) if all.get() => None,
                    other => Some(array(other)?),
                }
            }
            "dtype" => dtype = general(dtype_of(value)?)?,
            "signature" | "sig" => input = of_signature(value)?,
            "casting" => rule = casting(value, Casting::SameKind)?,
            "order" | "subok" => {}
            other => return Err(raise!(TypeError, "{name}() got an unexpected keyword argument '{other}'")),
        }
    }
    let into = target.as_ref().and_then(as_array);
    if mask.is_none() && dtype.is_none() && input.is_none() {
        let values: SmallVec<[&Value; 2]> = inputs.iter().collect();
        if let Some(result) = plain(ufunc, &values, into)?.filter(|_| !stays_array) {
            return Ok(target.unwrap_or(result));
        }
    }
    let mut operands = Vec::with_capacity(wanted);
    for input in inputs {
        // A number that is alone has nothing to give way to: it is what an array of it is.
        let is_lone = wanted == 1 && input.kind() == Some(Kind::BigInt);
        let known = if is_lone { None } else { operand(input)? };
        operands.push(known.map_or_else(|| any_array(input).map(Operand::Array), Ok)?);
    }
    let are_references = |operand: &Operand| match operand {
        Operand::Array(array) => array.dtype().is_reference(),
        _ => false,
    };
    if operands.iter().any(are_references) || dtype.or(input).is_some_and(DType::is_reference) {
        return on_references(ufunc, inputs, dtype.or(input), target, mask.as_ref());
    }
    if let Some(output) = dtype {
        input = Some(input_for(ufunc, &operands, output, rule)?);
    }
    if mask.is_some() && target.is_none() {
        let text =
            "'where' used without 'out', expect unitialized memory in output. If this is intentional, use out=None.";
        crate::value::array::warn(crate::value::Error::UserWarning, text)?;
    }
    let into = into.map(|out: &NdArray| &**out);
    let result = apply(ufunc, &operands, into, mask.as_ref(), input, rule)?;
    match target {
        None if stays_array => Ok(Value::from(any_array(&result)?)),
        target => Ok(target.unwrap_or(result)),
    }
}

/// A type that a function is asked for; texts are asked for whatever their length.
fn general(dtype: Option<DType>) -> Result<Option<DType>, Raise> {
    match dtype {
        Some(DType::Text(1..) | DType::Bytes(1..)) => Err(raise!(
            TypeError,
            "The `dtype` and `signature` arguments to ufuncs only select the general DType and not details such as the byte \
             order or time unit. You can avoid this error by using the scalar types `np.float64` or the dtype string notation."
        )),
        dtype => Ok(dtype),
    }
}

/// The type to compute in for results of a type that is asked for.
fn input_for(ufunc: &Ufunc, operands: &[Operand], output: DType, rule: Casting) -> Result<DType, Raise> {
    let input = ufunc.input_for(output, common_type(operands))?;
    for (number, operand) in operands.iter().enumerate() {
        let from = match operand {
            Operand::Array(array) => array.dtype(),
            Operand::Scalar(scalar) => scalar.dtype(),
            // Whole numbers of Python take any type that holds them.
            Operand::Weak(Weak::Int, _) => continue,
            Operand::Weak(weak, _) => weak.dtype(),
        };
        ufunc.check_cast(number, from, input, rule)?;
    }
    Ok(input)
}

/// The type that a signature, as `dd->d` or a tuple of types, wants operands in.
fn of_signature(value: &Value) -> Result<Option<DType>, Raise> {
    let first = match value.as_str().and_then(|text| text.chars().next()) {
        Some(letter) => Some(Value::str(letter.encode_utf8(&mut [0; 4]))),
        None => crate::value::ops::iterate::collect_values(value)?.into_iter().find(|one| !one.is_none()),
    };
    first.map_or(Ok(None), |first| dtype_of(&first))
}

/// The call where an operand is no number.
fn on_references(
    ufunc: &'static Ufunc,
    inputs: &[Value],
    dtype: Option<DType>,
    target: Option<Value>,
    mask: Option<&Array>,
) -> Res {
    let typed = |input: &Value| match dtype {
        Some(dtype) => Ok(Value::from(cast::with_type(&any_array(input)?, dtype)?)),
        None => Ok(input.clone()),
    };
    let inputs: Vec<Value> = inputs.iter().map(typed).collect::<Result<_, Raise>>()?;
    let inputs: Vec<&Value> = inputs.iter().collect();
    let into = target.as_ref().and_then(as_array).map(|out| &**out);
    let result = objects::apply(ufunc, &inputs, into, mask)?;
    Ok(target.unwrap_or(result))
}

/// `f.reduce(array, axis=0, dtype=None, out=None, keepdims=False, initial, where)`
fn reduce(arguments: &Arguments<'_>) -> Res {
    let [own, value, axis, dtype, out, keep, initial, mask] = super::argument::bind(
        arguments,
        "reduce",
        ["self", "array", "axis", "dtype", "out", "keepdims", "initial", "where"],
    )?;
    let axis = if axis.is_unbound() { Value::int(0) } else { axis };
    let wanted = Wanted { axes: &axis, dtype: &dtype, out: &out, keep: &keep, initial: &initial, mask: &mask };
    reduce_value(this(&own)?, &value, &wanted)
}

/// `f.accumulate(array, axis=0, dtype=None, out=None)`
fn running(arguments: &Arguments<'_>) -> Res {
    let [own, value, axis, dtype, out] =
        super::argument::bind(arguments, "accumulate", ["self", "array", "axis", "dtype", "out"])?;
    let axis = given(&axis).cloned().unwrap_or(Value::int(0));
    let source = any_array(&value)?;
    if source.rank() == 0 {
        return Err(raise!(TypeError, "cannot accumulate on a scalar"));
    }
    accumulate(this(&own)?, &source, Some(&axis), dtype_of(&dtype)?, &out)
}

/// `f.reduceat(array, indices, axis=0, dtype=None, out=None)`
fn reduce_at(arguments: &Arguments<'_>) -> Res {
    let [own, value, places, along, dtype, target] =
        super::argument::bind(arguments, "reduceat", ["self", "array", "indices", "axis", "dtype", "out"])?;
    let (ufunc, source) = (this(&own)?, array(&value)?);
    let places = cast::to_vec::<i64>(&array(&places)?)?;
    let axis = super::argument::axis(&along, source.rank(), 0)?;
    let (result, status) = crate::array::reduce::reduce_at(ufunc, &source, &places, axis, dtype_of(&dtype)?)?;
    report(status, "reduceat")?;
    super::reductions::finish(result, &target)
}

/// `f.outer(a, b)`: each element of the one with each of the other.
fn outer(arguments: &Arguments<'_>) -> Res {
    let [own, a, b, ..] = arguments.positional else {
        return Err(raise!(TypeError, "outer() missing arguments"));
    };
    let (x, y) = (any_array(a)?, any_array(b)?);
    let long: Vec<usize> = x.shape().iter().copied().chain(std::iter::repeat_n(1, y.rank())).collect();
    let lifted = x.reshaped_view(&long, Order::C).map(|view| view_of(a, view));
    let lifted = match lifted {
        Some(lifted) => lifted,
        None => {
            let dense = crate::array::cast::dense(&x, x.dtype())?;
            Value::from(dense.reshaped_view(&long, Order::C).unwrap_or(dense))
        }
    };
    let positional = [own.clone(), lifted, Value::from(y)];
    call(&Arguments { positional: &positional, ..*arguments })
}

/// `f.at(a, indices, b)`: one element after the other, so that a place may come twice.
fn at(arguments: &Arguments<'_>) -> Res {
    let [own, target, places, other] = super::argument::bind(arguments, "at", ["self", "a", "indices", "b"])?;
    let own_array = as_array(&target).ok_or_else(|| super::wrong("first operand must be array", &target))?;
    let ufunc = this(&own)?;
    if !own_array.is_writeable() {
        return Err(raise!(ValueError, "operand array with iterator write flag set is read-only"));
    }
    // The places of the elements, as they lie one after the other; where they do not, in a copy, which is written back in the end.
    let chosen = match plain_places(own_array, &places)? {
        Some(plain) => plain,
        None => {
            let all = create::whole_range(0, 1, own_array.size(), DType::I64)?;
            let all = all.reshaped_view(own_array.shape(), Order::C).unwrap_or(all);
            array(&get_item(&Value::from(all), &places)?)?
        }
    };
    let (own_flat, whole) = (own_array.reshaped_view(&[own_array.size()], Order::C), own_array.size());
    let flat = match &own_flat {
        Some(flat) => flat.alias(),
        None => {
            let dense = cast::copy(own_array, own_array.dtype(), Order::C)?;
            dense.reshaped_view(&[whole], Order::C).unwrap_or(dense)
        }
    };
    let name = ufunc.name;
    let other = match (ufunc.inputs, other.is_unbound()) {
        (1, true) => None,
        (1, false) => return Err(raise!(ValueError, "second operand provided when ufunc is unary")),
        (_, true) => return Err(raise!(ValueError, "second operand needed for ufunc")),
        (_, false) => match operand(&other)? {
            Some(other) => Some(other),
            None => {
                let given = type_name(&other);
                return Err(raise!(TypeError, "ufunc '{name}' not supported for an operand of type '{given}'"));
            }
        },
    };
    let others = match &other {
        Some(other) => {
            let dtype = own_array.dtype();
            // A plain number is an array of its own type here: results are cast.
            let others = other.to_array(if let Operand::Weak(weak, _) = other { weak.dtype() } else { dtype })?;
            let fits = others.broadcast_view(chosen.shape());
            let fits = fits.ok_or_else(|| raise!(ValueError, "array is not broadcastable to correct shape"))?;
            // Those that lie in the array itself are what they were before.
            Some(if fits.shares_buffer(own_array) { cast::copy(&fits, fits.dtype(), Order::C)? } else { fits })
        }
        None => None,
    };
    let chosen = cast::dense(&chosen, DType::I64)?;
    let places = chosen.as_slice::<i64>().unwrap_or_default();
    match crate::array::ufunc::at(ufunc, &flat, places, others.as_ref())? {
        Some(status) => report(status, ufunc.name)?,
        None => {
            for (number, &place) in places.iter().enumerate() {
                let place = Place::of(&flat, place as usize);
                let mut operands = vec![Operand::Scalar(place.read())];
                operands.extend(others.as_ref().map(|others| Operand::Scalar(others.at(number))));
                let result = apply(ufunc, &operands, None, None, None, Casting::SameKind)?;
                match result.as_scalar() {
                    Some(scalar) => place.write(scalar)?,
                    None => place.write(crate::value::array::element(&result, flat.dtype())?)?,
                }
            }
        }
    }
    if own_flat.is_none() {
        let shaped = flat.reshaped_view(own_array.shape(), Order::C).unwrap_or(flat);
        cast::assign(own_array, &shaped)?;
    }
    Ok(Value::None)
}

/// An array of places in an array of one dimension, if all are counted from its start and what is written there does not change them.
fn plain_places(own: &Array, places: &Value) -> Result<Option<Array>, Raise> {
    let Some(places) = as_array(places).filter(|places| own.rank() == 1 && places.dtype().is_integer()) else {
        return Ok(None);
    };
    let places = cast::dense(places, DType::I64)?;
    let all = places.as_slice::<i64>().unwrap_or_default();
    let are_plain = index::are_from_start(all, own.size());
    Ok((are_plain && !own.may_overlap(&places)).then_some(places))
}

/// One element of an array of one dimension.
struct Place(Array);

impl Place {
    fn of(flat: &Array, place: usize) -> Place {
        Place(crate::array::select::line(flat, 0, place))
    }

    fn read(&self) -> Scalar {
        self.0.only()
    }

    fn write(&self, scalar: Scalar) -> Result<(), Raise> {
        Ok(cast::fill_with(&self.0, scalar)?)
    }
}
