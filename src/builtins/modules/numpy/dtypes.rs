//! Types of elements as objects: `dtype`, the classes of scalars, promotion.
//!
//! In: names and numbers. Out: types, and scalars of them.

use super::argument::{bind, casting, given};
use super::function;
use crate::array::DType;
use crate::array::dtype::{Casting, Class as Of};
use crate::builtins::modules::class;
use crate::raise;
use crate::value::array::{
    self, DTypeBody, Operand, common_type, dtype_of, dtype_value, element, from_value, operand, reference,
    scalar_class, settle,
};
use crate::value::function::Getter;
use crate::value::native::{Owner, Row, Takes};
use crate::value::{Arguments, Kind, Native, Raise, Res, Symbol, Value};

pub static FUNCTIONS: &[Row] =
    &[function("result_type", result_type), function("can_cast", can_cast), function("promote_types", result_type)];

/// Gives the classes their constructors and attributes.
pub fn install() {
    let classes = array::classes();
    classes.dtype.set_construct(Native(|arguments| {
        let [name, ..] = bind(arguments, "dtype", ["dtype", "align", "copy"])?;
        if super::records::is_type(&name) {
            return super::records::call("dtype", arguments);
        }
        Ok(dtype_value(dtype_of(&name)?.unwrap_or(DType::F64)))
    }));
    class::add_attributes(&classes.dtype, ATTRIBUTES);
    classes.array.set_construct(Native(|arguments| {
        let [shape, dtype, _, _, _, order] =
            bind(arguments, "ndarray", ["shape", "dtype", "buffer", "offset", "strides", "order"])?;
        let dtype = dtype_of(&dtype)?.unwrap_or(DType::F64);
        let order = super::argument::order(&order, crate::array::ndarray::Order::C)?;
        Ok(Value::from(crate::array::Array::empty(&array::shape_of(&shape)?, dtype, order)?))
    }));
    for dtype in DType::ALL {
        let class = scalar_class(dtype);
        class.set_construct(construct(dtype));
        class.names().set(Symbol::new("dtype"), Value::from(Getter::create(dtype.name(), "dtype", dtype_getter)));
    }
    install_texts();
}

/// Gives `str_` and `bytes_` what they add to the classes of Python.
fn install_texts() {
    let references = &array::classes().references;
    let [object, texts @ ..] = &references[..] else { return };
    object.set_construct(Native(|arguments| Ok(arguments.positional.first().cloned().unwrap_or(Value::None))));
    texts[0].set_construct(Native(|arguments| {
        let class = Value::from(&crate::value::types().str);
        text_scalar(DType::Text(0), crate::value::ops::call::call_with(&class, arguments)?)
    }));
    texts[1].set_construct(Native(|arguments| {
        let class = Value::from(&crate::value::types().bytes);
        text_scalar(DType::Bytes(0), crate::value::ops::call::call_with(&class, arguments)?)
    }));
    for class in texts {
        class::add_rows(class, TEXT_METHODS);
        class::add_attributes(class, TEXT_ATTRIBUTES);
    }
}

fn text_scalar(dtype: DType, plain: Value) -> Res {
    Ok(reference::of_class(dtype, plain))
}

fn is_text_scalar(value: &Value) -> bool {
    reference::text_type(value).is_some()
}

const fn text_row(name: &'static str, run: fn(&Arguments<'_>) -> Res) -> Row {
    Row {
        name,
        owner: Owner::Type("numpy.character", is_text_scalar),
        takes: Takes::Anything(run),
        pure: false,
        doc: "",
    }
}

static TEXT_METHODS: &[Row] = &[
    text_row("__repr__", |arguments| {
        let plain = plain_of(&arguments.positional[0])?;
        let name = if plain.as_str().is_some() { "str_" } else { "bytes_" };
        Ok(Value::str(&format!("np.{name}({})", crate::value::ops::repr(&plain)?)))
    }),
    text_row("item", |arguments| plain_of(&arguments.positional[0])),
    text_row("tolist", |arguments| plain_of(&arguments.positional[0])),
];

static TEXT_ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("dtype", |value| Ok(dtype_value(reference::text_type(value).unwrap_or(DType::Object)))),
    ("shape", |_| Ok(Value::tuple(Vec::new()))),
    ("ndim", |_| Ok(Value::int(0))),
    ("size", |_| Ok(Value::int(1))),
];

fn plain_of(value: &Value) -> Res {
    let dtype = reference::text_type(value).unwrap_or(DType::Object);
    reference::stored(value, dtype.without_length()).map(|plain| crate::value::ops::base::plain(&plain))
}

fn dtype_getter(value: &Value) -> Res {
    super::attributes::dtype(value).map(dtype_value)
}

static ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("name", |value| this(value).map(|dtype| Value::str(&full_name(dtype)))),
    ("char", |value| this(value).map(|dtype| Value::str(&dtype.code().to_string()))),
    ("kind", |value| this(value).map(|dtype| Value::str(kind(dtype)))),
    ("itemsize", |value| this(value).map(|dtype| Value::int(dtype.shown_size() as i64))),
    ("num", |value| this(value).map(|dtype| Value::int(number(dtype)))),
    ("type", |value| this(value).map(|dtype| Value::from(scalar_class(dtype)))),
    ("str", |value| this(value).map(|dtype| Value::str(&text(dtype)))),
    ("byteorder", |value| this(value).map(|dtype| Value::str(if is_plain(dtype) { "|" } else { "=" }))),
    ("alignment", |value| this(value).map(|dtype| Value::int(alignment(dtype)))),
    ("names", |_| Ok(Value::None)),
    ("fields", |_| Ok(Value::None)),
    ("shape", |_| Ok(Value::tuple(Vec::new()))),
    ("isnative", |_| Ok(Value::bool(true))),
    ("hasobject", |value| this(value).map(|dtype| Value::bool(dtype == DType::Object))),
];

fn this(value: &Value) -> Result<DType, Raise> {
    value.downcast::<DTypeBody>().map(|body| body.dtype).ok_or_else(|| super::wrong("a dtype is wanted", value))
}

fn kind(dtype: DType) -> &'static str {
    match dtype.class() {
        Of::Bool => "b",
        Of::Signed => "i",
        Of::Unsigned => "u",
        Of::Float => "f",
        Of::Complex => "c",
        Of::Reference => dtype.short_name(),
    }
}

fn text(dtype: DType) -> String {
    let first = if is_plain(dtype) { '|' } else { '<' };
    match dtype {
        DType::Text(length) | DType::Bytes(length) => format!("{first}{}{length}", dtype.short_name()),
        _ => format!("{first}{}", dtype.short_name()),
    }
}

/// Whether the order of bytes does not matter.
fn is_plain(dtype: DType) -> bool {
    dtype.size() == 1 || matches!(dtype, DType::Object | DType::Bytes(_))
}

fn full_name(dtype: DType) -> String {
    match dtype {
        DType::Text(length) | DType::Bytes(length) if length > 0 => {
            format!("{}{}", dtype.name(), dtype.shown_size() * 8)
        }
        _ => dtype.name().into(),
    }
}

fn alignment(dtype: DType) -> i64 {
    match dtype {
        DType::Object => 8,
        DType::Text(_) => 4,
        DType::Bytes(_) => 1,
        number => number.part().size() as i64,
    }
}

fn number(dtype: DType) -> i64 {
    const NUMBERS: [i64; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 17, 19, 18];
    NUMBERS[dtype.number()]
}

/// What a call of the class of a type's scalars does: a number becomes a scalar, a sequence an array.
fn construct(dtype: DType) -> Native {
    macro_rules! natives {
        ($($name:ident)*) => {
            match dtype {
                $(DType::$name => Native(|arguments| scalar(arguments, DType::$name)),)*
                _ => Native(|arguments| scalar(arguments, DType::Bool)),
            }
        };
    }
    natives! { Bool I8 U8 I16 U16 I32 U32 I64 U64 F32 F64 C64 C128 }
}

fn scalar(arguments: &Arguments<'_>, dtype: DType) -> Res {
    let value = match (arguments.positional, arguments.names) {
        ([], []) => return Ok(Value::from(element(&Value::int(0), dtype)?)),
        ([value], []) => value,
        ([re, im], []) if dtype.is_complex() => {
            let [re, im] = [crate::value::convert::float(re)?, crate::value::convert::float(im)?];
            return Ok(Value::from(element(&Value::complex(re, im), dtype)?));
        }
        _ => return Err(raise!(TypeError, "{}() takes at most 1 argument", dtype.name())),
    };
    match value.kind() {
        Some(Kind::List | Kind::Tuple | Kind::Array | Kind::Range) => Ok(settle(from_value(value, Some(dtype))?)),
        _ if dtype == DType::Bool => Ok(Value::NumpyBool(u64::from(crate::value::ops::truth(value)?))),
        _ if dtype.is_integer() => {
            // As `int()` takes them: floats are cut.
            let whole = match value {
                Value::Object(_) if value.as_str().is_some() => {
                    let parsed = crate::number::parse::int(value.as_str().unwrap_or_default(), 10, 4300)?;
                    Value::from(parsed)
                }
                other => other.clone(),
            };
            Ok(Value::from(element(&whole, dtype)?))
        }
        _ => Ok(Value::from(element(value, dtype)?)),
    }
}

/// `result_type(*arrays_and_dtypes)`
fn result_type(arguments: &Arguments<'_>) -> Res {
    let mut operands = Vec::new();
    for value in arguments.positional {
        let is_type = matches!(value.kind(), Some(Kind::DType | Kind::Class | Kind::Str));
        let known = if is_type { None } else { operand(value)? };
        operands.push(match known {
            Some(operand) => operand,
            None => {
                let dtype = dtype_of(value)?.unwrap_or(DType::F64);
                if dtype.is_reference() {
                    operands.push(Operand::Array(crate::array::Array::empty(
                        &[],
                        dtype,
                        crate::array::ndarray::Order::C,
                    )?));
                    continue;
                }
                Operand::Scalar(element(&Value::int(0), dtype)?)
            }
        });
    }
    if operands.is_empty() {
        return Err(raise!(ValueError, "at least one array or dtype is required"));
    }
    Ok(dtype_value(common_type(&operands)))
}

/// `can_cast(from_, to, casting='safe')`
fn can_cast(arguments: &Arguments<'_>) -> Res {
    let [from, to, rule] = bind(arguments, "can_cast", ["from_", "to", "casting"])?;
    let wanted = dtype_of(&to)?.unwrap_or(DType::F64);
    let from = match given(&from) {
        Some(value) if crate::value::array::concerns(value) => super::attributes::dtype(value)?,
        _ => dtype_of(&from)?.unwrap_or(DType::F64),
    };
    Ok(Value::bool(from.can_cast(wanted, casting(&rule, Casting::Safe)?)))
}
