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
    self, DTypeBody, Operand, common_type, dtype_of, dtype_value, element, from_value, operand, scalar_class, settle,
};
use crate::value::function::Getter;
use crate::value::native::Row;
use crate::value::{Arguments, Kind, Native, Raise, Res, Symbol, Value};

pub static FUNCTIONS: &[Row] =
    &[function("result_type", result_type), function("can_cast", can_cast), function("promote_types", result_type)];

/// Gives the classes their constructors and attributes.
pub fn install() {
    let classes = array::classes();
    classes.dtype.set_construct(Native(|arguments| {
        let [name] = bind(arguments, "dtype", ["dtype"])?;
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
}

fn dtype_getter(value: &Value) -> Res {
    super::attributes::dtype(value).map(dtype_value)
}

static ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("name", |value| this(value).map(|dtype| Value::str(dtype.name()))),
    ("char", |value| this(value).map(|dtype| Value::str(&dtype.code().to_string()))),
    ("kind", |value| this(value).map(|dtype| Value::str(kind(dtype)))),
    ("itemsize", |value| this(value).map(|dtype| Value::int(dtype.size() as i64))),
    ("num", |value| this(value).map(|dtype| Value::int(number(dtype)))),
    ("type", |value| this(value).map(|dtype| Value::from(scalar_class(dtype)))),
    ("str", |value| this(value).map(|dtype| Value::str(&text(dtype)))),
    ("byteorder", |value| this(value).map(|dtype| Value::str(if dtype.size() == 1 { "|" } else { "=" }))),
    ("alignment", |value| this(value).map(|dtype| Value::int(dtype.part().size() as i64))),
    ("names", |_| Ok(Value::None)),
    ("fields", |_| Ok(Value::None)),
    ("shape", |_| Ok(Value::tuple(Vec::new()))),
    ("isnative", |_| Ok(Value::bool(true))),
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
    }
}

fn text(dtype: DType) -> String {
    format!("{}{}", if dtype.size() == 1 { '|' } else { '<' }, dtype.short_name())
}

fn number(dtype: DType) -> i64 {
    const NUMBERS: [i64; 13] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15];
    NUMBERS[dtype as usize]
}

/// What a call of the class of a type's scalars does: a number becomes a scalar, a sequence an array.
fn construct(dtype: DType) -> Native {
    macro_rules! natives {
        ($($name:ident)*) => {
            match dtype { $(DType::$name => Native(|arguments| scalar(arguments, DType::$name)),)* }
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
                Value::Float(float) => return Ok(Value::from(crate::array::Scalar::of(float.get()).cast(dtype))),
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
