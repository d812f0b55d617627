//! Sums, products, extremes and truths along axes, as methods and functions.
//!
//! In: an array and axes. Out: an array, or a scalar where no dimension is left.

use super::argument::{any_array, axes, bind, given, one_axis, out, truth};
use super::{function, method, references};
use crate::array::dtype::Casting;
use crate::array::ufunc::{self, Ufunc};
use crate::array::{Array, DType, cast, extreme, reduce};
use crate::raise;
use crate::value::array::{NdArray, as_array, dtype_of, element, objects, report, settle};
use crate::value::generator::Generator;
use crate::value::native::Row;
use crate::value::{Arguments, Raise, Res, Value};

/// The reductions, as methods, which messages give names of their own, and as functions, which take whatever can be made an array.
macro_rules! reductions {
    ($($name:literal $own:literal: $run:ident $what:expr;)*) => {
        pub static METHODS: &[Row] = &[$(method($name, |arguments| $run(arguments, $own, $what)),)*];
        pub static FUNCTIONS: &[Row] = &[$(effective($name, |arguments| $run(arguments, $name, $what)),)*];
    };
}

reductions! {
    "sum" "_sum": typed "add";
    "prod" "_prod": typed "multiply";
    "max" "_amax": plain "maximum";
    "min" "_amin": plain "minimum";
    "any" "_any": truths "logical_or";
    "all" "_all": truths "logical_and";
    "argmax" "argmax": place true;
    "argmin" "argmin": place false;
    "cumsum" "cumsum": running "add";
    "cumprod" "cumprod": running "multiply";
}

/// A row of a function that may write to an array it is given.
pub const fn effective(name: &'static str, run: fn(&Arguments<'_>) -> Res) -> Row {
    Row { pure: false, ..function(name, run) }
}

/// The row of a ufunc that there is.
pub fn known(name: &str) -> &'static Ufunc {
    ufunc::find(name).unwrap_or(&ufunc::UFUNCS[0])
}

/// What a reduction may be given.
pub struct Wanted<'a> {
    pub axes: &'a Value,
    pub dtype: &'a Value,
    pub out: &'a Value,
    pub keep: &'a Value,
    pub initial: &'a Value,
    pub mask: &'a Value,
}

/// Reduces a value.
pub fn reduce_value(ufunc: &'static Ufunc, value: &Value, wanted: &Wanted<'_>) -> Res {
    if ufunc.inputs != 2 {
        return Err(raise!(ValueError, "reduce only supported for binary functions"));
    }
    let is_whole = |mask: &Value| matches!(mask, Value::Bool(all) if all.get()) || given(mask).is_none();
    let keeps = !wanted.keep.is_unbound() && !matches!(wanted.keep, Value::Bool(keep) if !keep.get());
    let asked = [wanted.axes, wanted.dtype, wanted.out, wanted.initial];
    if asked.into_iter().all(|value| given(value).is_none())
        && is_whole(wanted.mask)
        && !keeps
        && let Some(array) = as_array(value).filter(|array| !array.dtype().is_reference())
        && let Some((result, status)) = reduce::of_all(ufunc, array)?
    {
        report(status, "reduce")?;
        return Ok(Value::from(result));
    }
    let array = any_array(value)?;
    let target = out(wanted.out)?;
    let mut dtype = dtype_of(wanted.dtype)?;
    let array = match dtype {
        Some(dtype) if array.dtype().is_reference() != dtype.is_reference() => cast::with_type(&array, dtype)?,
        _ => array,
    };
    if array.dtype().is_reference() {
        let (axes, keep) = (axes(wanted.axes, array.rank())?, truth(wanted.keep, false)?);
        return objects::reduce(ufunc, &array, &axes, keep, given(wanted.initial));
    }
    if dtype.is_none()
        && let Some(target) = target.as_ref().and_then(as_array)
    {
        dtype = Some(reduce::wide_type(ufunc, array.dtype()).promote(target.dtype()))
            .filter(|wide| *wide == target.dtype());
    }
    let computed = dtype.unwrap_or_else(|| reduce::wide_type(ufunc, array.dtype()));
    let mask = match given(wanted.mask) {
        Some(Value::Bool(all)) if all.get() => None,
        Some(mask) => Some(super::argument::array(mask)?),
        None => None,
    };
    let request = reduce::Request {
        axes: axes(wanted.axes, array.rank())?,
        dtype,
        keep: truth(wanted.keep, false)?,
        initial: given(wanted.initial).map(|initial| element(initial, computed)).transpose()?,
        out: target.as_ref().and_then(as_array).map(|out| &**out),
        mask: mask.as_ref(),
    };
    let (result, status) = reduce::reduce(ufunc, &array, &request)?;
    report(status, "reduce")?;
    Ok(target.unwrap_or_else(|| settle(result)))
}

fn typed(arguments: &Arguments<'_>, name: &str, ufunc: &str) -> Res {
    let [value, axes, dtype, out, keep, initial, mask] =
        bind(arguments, name, ["a", "axis", "dtype", "out", "keepdims", "initial", "where"])?;
    if name == "sum" && value.downcast::<Generator>().is_some() {
        let instead = "Use np.sum(np.fromiter(generator)) or the python sum builtin instead.";
        return Err(raise!(TypeError, "Calling np.sum(generator) is deprecated.{instead}"));
    }
    let wanted = Wanted { axes: &axes, dtype: &dtype, out: &out, keep: &keep, initial: &initial, mask: &mask };
    reduce_value(known(ufunc), &value, &wanted)
}

fn plain(arguments: &Arguments<'_>, name: &str, ufunc: &str) -> Res {
    let [value, axes, out, keep, initial, mask] =
        bind(arguments, name, ["a", "axis", "out", "keepdims", "initial", "where"])?;
    let wanted = Wanted { axes: &axes, dtype: &Value::None, out: &out, keep: &keep, initial: &initial, mask: &mask };
    reduce_value(known(ufunc), &value, &wanted)
}

fn truths(arguments: &Arguments<'_>, name: &str, ufunc: &str) -> Res {
    let [value, axes, out, keep, mask] = bind(arguments, name, ["a", "axis", "out", "keepdims", "where"])?;
    let wanted =
        Wanted { axes: &axes, dtype: &Value::None, out: &out, keep: &keep, initial: &Value::Unbound, mask: &mask };
    let own = any_array(&value)?;
    if own.dtype().is_reference() {
        return reduce_value(known(ufunc), &Value::from(cast::with_type(&own, DType::Bool)?), &wanted);
    }
    reduce_value(known(ufunc), &value, &wanted)
}

fn place(arguments: &Arguments<'_>, name: &str, largest: bool) -> Res {
    let [value, along, target, keep] = bind(arguments, name, ["a", "axis", "out", "keepdims"])?;
    let own = any_array(&value)?;
    if [&along, &target, &keep].into_iter().all(|argument| given(argument).is_none())
        && let Some(place) = extreme::place_of_all(&own, largest)
    {
        return Ok(Value::NumpyI64(place as u64));
    }
    let (lines, axis) = match given(&along) {
        Some(_) => one_axis(&own, &along, 0)?,
        None => (cast::flattened(&own, crate::array::ndarray::Order::C)?, 0),
    };
    let mut places = match lines.dtype().is_reference() {
        true if lines.shape()[axis] > 0 => references::extremes(&lines, axis, largest)?,
        _ => extreme::places(&lines, axis, largest)?,
    };
    if truth(&keep, false)? {
        let all = given(&along).is_none();
        let shape: Vec<usize> =
            own.shape().iter().enumerate().map(|(place, &n)| if all || place == axis { 1 } else { n }).collect();
        places = places.reshaped_view(&shape, crate::array::ndarray::Order::C).unwrap_or(places);
    }
    if let Some(target) = given(&target) {
        let out = as_array(target).ok_or_else(|| raise!(TypeError, "output must be an array"))?;
        if out.shape() != places.shape() {
            return Err(raise!(ValueError, "output array does not match result of np.{name}."));
        }
        if !out.dtype().can_cast(DType::I64, Casting::Safe) {
            let (what, into) = (if out.rank() == 0 { "scalar" } else { "array data" }, out.dtype());
            let rule = "to dtype('int64') according to the rule 'safe'";
            return Err(raise!(TypeError, "Cannot cast {what} from dtype('{into}') {rule}"));
        }
    }
    finish(places, &target)
}

fn running(arguments: &Arguments<'_>, name: &str, ufunc: &str) -> Res {
    let [value, along, dtype, target] = bind(arguments, name, ["a", "axis", "dtype", "out"])?;
    accumulate(known(ufunc), &any_array(&value)?, given(&along), dtype_of(&dtype)?, &target)
}

/// Running results along an axis, or through all elements.
pub fn accumulate(
    ufunc: &'static Ufunc,
    own: &Array,
    along: Option<&Value>,
    dtype: Option<DType>,
    target: &Value,
) -> Res {
    let (lines, axis) = match along {
        Some(along) => one_axis(own, along, 0)?,
        None => (cast::flattened(own, crate::array::ndarray::Order::C)?, 0),
    };
    let lines = match dtype {
        Some(dtype) if lines.dtype().is_reference() != dtype.is_reference() => cast::with_type(&lines, dtype)?,
        _ => lines,
    };
    if lines.dtype().is_reference() {
        return finish(any_array(&objects::accumulate(ufunc, &lines, axis)?)?, target);
    }
    let (result, status) = reduce::accumulate(ufunc, &lines, axis, dtype, None)?;
    report(status, "accumulate")?;
    finish(result, target)
}

/// The result, or the array that it was to go into.
pub fn finish(result: Array, target: &Value) -> Res {
    match out(target)? {
        Some(target) => {
            let into: Result<&NdArray, Raise> =
                as_array(&target).ok_or_else(|| super::wrong("out must be an array", &target));
            cast::assign(into?, &result)?;
            Ok(target.clone())
        }
        None => Ok(settle(result)),
    }
}
