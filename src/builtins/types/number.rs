//! `int`, `float`, `complex` and `bool`: constructors, methods and attributes.

use super::class;
use crate::array::{DType, Scalar};
use crate::builtins::argument::{named_text, size};
use crate::number::{self, Complex64, Integer};
use crate::raise;
use crate::value::array::{self, NdArray};
use crate::value::byte_array::{plain_bytes, with_bytes};
use crate::value::native::{Parameters, given};
use crate::value::ops::number::Number;
use crate::value::ops::text::digits_limit;
use crate::value::ops::{self, base, dunder};
use crate::value::{Arguments, Kind, Raise, Res, Symbol, Value, convert, type_name, types};
use dashu_int::ops::{BitTest, UnsignedAbs};
use dashu_int::{IBig, Sign, UBig};

/// `int(x=0)`, `int(x, base=10)`
pub fn new_int(arguments: &Arguments<'_>) -> Res {
    if let ([value], []) = (arguments.positional, arguments.names) {
        return to_int(value);
    }
    static PARAMETERS: Parameters =
        Parameters { names: &["x", "base"], positional_only: 1, positional: 2, required: 0 };
    let mut bound = Vec::new();
    PARAMETERS.bind("int", arguments.positional, arguments, &mut bound)?;
    match (given(&bound, 0), given(&bound, 1)) {
        (None, None) => Ok(Value::int(0)),
        (None, Some(_)) => Err(raise!(TypeError, "int() missing string argument")),
        (Some(value), None) => to_int(value),
        (Some(value), Some(base)) => {
            let base = convert::index(base)?
                .as_int()
                .and_then(|base| u32::try_from(base).ok())
                .filter(|base| *base == 0 || (2..=36).contains(base));
            let Some(base) = base else {
                let message = "int() base must be >= 2 and <= 36, or 0";
                return Err(raise!(ValueError, "{message}"));
            };
            let is_text = value.as_str().is_some()
                || matches!(base::plain(value).kind(), Some(Kind::Str | Kind::Bytes | Kind::ByteArray));
            match int_of_text(value, base)?.filter(|_| is_text) {
                Some(result) => Ok(result),
                None => Err(raise!(TypeError, "int() can't convert non-string with explicit base")),
            }
        }
    }
}

/// The int that text or bytes stand for.
fn int_of_text(value: &Value, base: u32) -> Result<Option<Value>, Raise> {
    if let Some(text) = value.as_str() {
        return Ok(Some(Value::from(number::parse::int(text, base, digits_limit())?)));
    }
    let Some(bytes) = plain_bytes(value) else {
        return Ok(None);
    };
    let parsed = std::str::from_utf8(&bytes)
        .ok()
        .filter(|text| text.is_ascii())
        .and_then(|text| number::parse::int(text, base, digits_limit()).ok());
    match parsed {
        Some(result) => Ok(Some(Value::from(result))),
        None => {
            let shown = match plain_bytes(value) {
                Some(bytes) => ops::repr(&Value::bytes(&bytes))?,
                None => ops::repr(value)?,
            };
            Err(raise!(ValueError, "invalid literal for int() with base {base}: {shown}"))
        }
    }
}

/// `int.__int__()`, `float.__int__()`
pub fn new_int_of(arguments: &[Value]) -> Res {
    to_int(&arguments[0])
}

fn to_int(value: &Value) -> Res {
    match Number::of(value) {
        Some(Number::Int(_) | Number::Big(_)) => return convert::index(value),
        Some(Number::Float(float)) => return whole(float.trunc()),
        _ => {}
    }
    if let Some(number) = array::single_real(value)? {
        return to_int(&number);
    }
    if let Some(method) = dunder::find(value, Symbol::INT) {
        let result = dunder::call(&method, value, &[])?;
        return match result.to_big() {
            Some(int) => Ok(Value::big(int)),
            None => Err(raise!(TypeError, "__int__ returned non-int (type {})", type_name(&result))),
        };
    }
    if let Some(index) = convert::as_index(value)? {
        return Ok(index);
    }
    if let Some(method) = dunder::find(value, Symbol::TRUNC) {
        return convert::index(&dunder::call(&method, value, &[])?);
    }
    if let Some(result) = int_of_text(value, 10)? {
        return Ok(result);
    }
    if let Some(number) = base::real(value) {
        return to_int(&number);
    }
    let class = type_name(value);
    Err(raise!(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '{class}'"))
}

fn whole(float: f64) -> Res {
    Ok(Value::from(number::float::to_integer(float)?))
}

/// `float(x=0)`
pub fn new_float(arguments: &[Value]) -> Res {
    let Some(value) = arguments.first() else {
        return Ok(Value::float(0.0));
    };
    if let Some(text) = value.as_str().filter(|_| dunder::find(value, Symbol::FLOAT).is_none()) {
        let float = number::parse::float(text)?;
        return Ok(Value::float(if float.is_nan() { another_nan(float) } else { float }));
    }
    if let Some(number) = array::single_real(value)? {
        return match number.kind() {
            // An element of an array may be a text, or no real number.
            Some(Kind::Complex | Kind::Str) => new_float(&[number]),
            _ => Ok(Value::float(convert::float(&number)?)),
        };
    }
    if let Some(bytes) = plain_bytes(value) {
        let parsed = std::str::from_utf8(&bytes).ok().and_then(|text| number::parse::float(text).ok());
        return match parsed {
            Some(float) => Ok(Value::float(float)),
            None => {
                let shown = ops::repr(value)?;
                Err(raise!(ValueError, "could not convert string to float: {shown}"))
            }
        };
    }
    if let Some(float) = convert::float_by_method(value)? {
        return Ok(Value::float(float));
    }
    let is_real = match Number::of(value) {
        Some(Number::Complex(_)) => false,
        Some(_) => true,
        None => dunder::find(value, Symbol::INDEX).is_some() || base::real(value).is_some(),
    };
    if is_real {
        return Ok(Value::float(convert::float(value)?));
    }
    let class = type_name(value);
    Err(raise!(TypeError, "float() argument must be a string or a real number, not '{class}'"))
}

/// A value that is not a number and, unlike other such values, is itself.
fn another_nan(sign: f64) -> f64 {
    thread_local! {
        static MADE: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
    }
    MADE.set(MADE.get().wrapping_add(1));
    number::float::numbered_nan(sign, MADE.get())
}

static COMPLEX: Parameters = Parameters { names: &["real", "imag"], positional_only: 0, positional: 2, required: 0 };

/// `complex(real=0, imag=0)`, `complex(text)`
pub fn new_complex(arguments: &Arguments<'_>) -> Res {
    if let ([Value::Float(re), Value::Float(im)], []) = (arguments.positional, arguments.names) {
        return Ok(Value::complex(re.get(), im.get()));
    }
    let mut bound = Vec::with_capacity(2);
    COMPLEX.bind("complex", arguments.positional, arguments, &mut bound)?;
    let (real, imaginary) = (given(&bound, 0), given(&bound, 1));
    if let Some(real) = real {
        if let Some(text) = real.as_str() {
            if imaginary.is_some() {
                return Err(raise!(TypeError, "complex() can't take second arg if first is a string"));
            }
            return Ok(Value::from(number::parse::complex(text)?));
        }
        if imaginary.is_none() && real.as_complex().is_some() {
            return Ok(real.clone());
        }
    }
    if imaginary.is_some_and(|imaginary| imaginary.as_str().is_some()) {
        return Err(raise!(TypeError, "complex() second arg can't be a string"));
    }
    let (real, is_complex) = match real {
        Some(real) => real_part(real)?,
        None => (Complex64::default(), false),
    };
    let Some(imaginary) = imaginary else { return Ok(Value::from(real)) };
    let (imaginary, is_turned) = imaginary_part(imaginary)?;
    // real + imaginary * 1j; a part that is zero by type takes no part, so that signs of zeros stay.
    let mut result = Complex64::new(real.re, imaginary.re);
    if is_turned {
        result.re -= imaginary.im;
    }
    if is_complex {
        result.im += real.im;
    }
    Ok(Value::from(result))
}

/// The first argument of `complex` as a number, and whether it is a complex one by type.
fn real_part(value: &Value) -> Result<(Complex64, bool), Raise> {
    let has_parts = |scalar: Scalar| scalar.dtype().is_complex();
    let is_complex = base::plain(value).as_complex().is_some()
        || value.as_scalar().is_some_and(has_parts)
        || value.downcast::<NdArray>().is_some()
        || dunder::find(value, Symbol::COMPLEX).is_some();
    match is_complex {
        true => Ok((convert::complex(value)?, true)),
        false => Ok((real_number(value, "first argument must be a string or a number")?.into(), false)),
    }
}

/// The same of the second one, whose `__complex__` is not asked.
fn imaginary_part(value: &Value) -> Result<(Complex64, bool), Raise> {
    if let Some((re, im)) = base::plain(value).as_complex() {
        return Ok((Complex64::new(re, im), true));
    }
    // The only complex type of numpy that derives from Python's.
    match value.as_scalar().is_some_and(|scalar| scalar.dtype() == DType::C128) {
        true => Ok((convert::complex(value)?, true)),
        false => Ok((real_number(value, "second argument must be a number")?.into(), false)),
    }
}

fn real_number(value: &Value, wanted: &str) -> Result<f64, Raise> {
    let has = |method| dunder::find(value, method).is_some();
    let is_number = Number::of(&base::plain(value)).is_some() || array::concerns(value);
    if is_number || has(Symbol::FLOAT) || has(Symbol::INDEX) {
        return convert::float(&new_float(std::slice::from_ref(value))?);
    }
    let class = type_name(value);
    Err(raise!(TypeError, "complex() {wanted}, not '{class}'"))
}

/// `bool(x=False)`
pub fn new_bool(arguments: &[Value]) -> Res {
    Ok(Value::bool(arguments.first().map_or(Ok(false), ops::truth)?))
}

fn big(arguments: &[Value]) -> Result<IBig, Raise> {
    convert::big_index(&arguments[0])
}

/// `int.bit_length()`
pub fn bit_length(arguments: &[Value]) -> Res {
    Ok(Value::int(match arguments[0].as_int() {
        Some(small) => i64::from(number::int::bit_length(small)),
        None => number::big::bit_length(&big(arguments)?) as i64,
    }))
}

/// `int.bit_count()`
pub fn bit_count(arguments: &[Value]) -> Res {
    Ok(Value::int(match arguments[0].as_int() {
        Some(small) => i64::from(number::int::bit_count(small)),
        None => number::big::bit_count(&big(arguments)?) as i64,
    }))
}

/// `int.conjugate()`, and `real`, `numerator`, `__int__` …: the number as an int.
pub fn int_itself(arguments: &[Value]) -> Res {
    convert::index(&arguments[0])
}

/// `float.conjugate()`
pub fn float_itself(arguments: &[Value]) -> Res {
    Ok(arguments[0].clone())
}

/// `int.as_integer_ratio()`
pub fn int_ratio(arguments: &[Value]) -> Res {
    Ok(Value::tuple(vec![convert::index(&arguments[0])?, Value::int(1)]))
}

/// The parameters of `int.to_bytes`.
pub static TO_BYTES: Parameters =
    Parameters { names: &["length", "byteorder", "signed"], positional_only: 0, positional: 2, required: 0 };

/// `int.to_bytes(length=1, byteorder='big', *, signed=False)`
pub fn to_bytes(arguments: &[Value]) -> Res {
    let length = given(arguments, 1).map_or(Ok(1), size)?;
    let big_end = big_end("to_bytes", arguments, 2)?;
    let signed = given(arguments, 3).map_or(Ok(false), ops::truth)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(raise!(ValueError, "length argument must be non-negative"));
    };
    if let Some(bytes) = arguments[0].as_int().and_then(|number| few_bytes(number, length, signed)) {
        let bytes = if big_end { bytes.to_be_bytes() } else { bytes.to_le_bytes() };
        return Ok(Value::bytes(if big_end { &bytes[8 - length..] } else { &bytes[..length] }));
    }
    let number = big(arguments)?;
    let negative = number.sign() == Sign::Negative;
    if negative && !signed {
        return Err(raise!(OverflowError, "can't convert negative int to unsigned"));
    }
    // Of a negative number's complement, the bits that differ from the sign.
    let bits = if negative { (-&number - IBig::ONE).bit_len() } else { number.bit_len() };
    // Nothing is left of a number without any, not even its sign.
    let is_nothing = length == 0 && bits == 0;
    if bits + usize::from(signed) > length.saturating_mul(8) && !is_nothing {
        return Err(raise!(OverflowError, "int too big to convert"));
    }
    crate::builtins::argument::room(length, 1)?;
    let magnitude = if negative { -number - IBig::ONE } else { number }.unsigned_abs();
    let mut bytes = magnitude.to_le_bytes().to_vec();
    bytes.resize(length, 0);
    if negative {
        bytes.iter_mut().for_each(|byte| *byte = !*byte);
    }
    if big_end {
        bytes.reverse();
    }
    Ok(Value::bytes(&bytes))
}

/// A number in a word of which it takes so many bytes, if they are few and it fits them.
fn few_bytes(number: i64, length: usize, signed: bool) -> Option<u64> {
    let unused = 64 - 8 * u32::try_from(length).ok().filter(|length| (1..=8).contains(length))?;
    let word = number as u64;
    let again = if signed { ((word << unused) as i64) >> unused } else { (word << unused >> unused) as i64 };
    // Without a sign, a word that is full is more than any number here.
    (again == number && (signed || number >= 0)).then_some(word)
}

/// The number that a few bytes are.
fn of_few_bytes(bytes: &[u8], big_end: bool, signed: bool) -> Option<i128> {
    if !(1..=8).contains(&bytes.len()) {
        return None;
    }
    let fold = |word: u64, byte: &u8| word << 8 | u64::from(*byte);
    let word = if big_end { bytes.iter().fold(0, fold) } else { bytes.iter().rev().fold(0, fold) };
    let unused = 64 - 8 * bytes.len();
    Some(if signed { i128::from(((word << unused) as i64) >> unused) } else { i128::from(word) })
}

fn big_end(function: &str, arguments: &[Value], place: usize) -> Result<bool, Raise> {
    match named_text(function, "byteorder", arguments, place)? {
        None | Some("big") => Ok(true),
        Some("little") => Ok(false),
        Some(_) => Err(raise!(ValueError, "byteorder must be either 'little' or 'big'")),
    }
}

/// The parameters of `int.from_bytes`.
pub static FROM_BYTES: Parameters =
    Parameters { names: &["bytes", "byteorder", "signed"], positional_only: 0, positional: 2, required: 1 };

/// `int.from_bytes(bytes, byteorder='big', *, signed=False)`
pub fn from_bytes(arguments: &[Value]) -> Res {
    let big_end = big_end("from_bytes", arguments, 2)?;
    let signed = given(arguments, 3).map_or(Ok(false), ops::truth)?;
    let plain = matches!(arguments[1].kind(), Some(Kind::Bytes | Kind::ByteArray)).then_some(&arguments[1]);
    let few = plain.and_then(|plain| with_bytes(plain, |bytes| of_few_bytes(bytes, big_end, signed)));
    if let Some(number) = few.flatten() {
        return class::of_class(&arguments[0], &types().int, Value::wide(number));
    }
    let mut bytes = super::bytes::of_iterable(&arguments[1], "bytes")?;
    if big_end {
        bytes.reverse();
    }
    let negative = signed && bytes.last().is_some_and(|byte| byte & 0x80 != 0);
    if negative {
        bytes.iter_mut().for_each(|byte| *byte = !*byte);
    }
    let magnitude = IBig::from(UBig::from_le_bytes(&bytes));
    let made = Value::big(if negative { -magnitude - IBig::ONE } else { magnitude });
    class::of_class(&arguments[0], &types().int, made)
}

fn this_float(arguments: &[Value]) -> f64 {
    arguments[0].as_float().unwrap_or_default()
}

/// `float.is_integer()`
pub fn is_integer(arguments: &[Value]) -> Res {
    Ok(Value::bool(number::float::is_integer(this_float(arguments))))
}

/// `float.as_integer_ratio()`
pub fn float_ratio(arguments: &[Value]) -> Res {
    let (numerator, denominator) = number::float::as_integer_ratio(this_float(arguments))?;
    Ok(Value::tuple(vec![Value::from(numerator), Value::from(denominator)]))
}

/// `float.hex()`
pub fn float_hex(arguments: &[Value]) -> Res {
    Ok(Value::str(&number::float::hex(this_float(arguments))))
}

/// `float.fromhex(string)`
pub fn from_hex(arguments: &[Value]) -> Res {
    match arguments[1].as_str() {
        Some(text) => {
            let made = Value::float(number::parse::hex_float(text)?);
            class::of_class(&arguments[0], &types().float, made)
        }
        None => Err(raise!(TypeError, "bad argument type for built-in operation")),
    }
}

/// `float.__getformat__(type)`
pub fn float_layout(arguments: &[Value]) -> Res {
    match arguments[1].as_str() {
        Some("double" | "float") => Ok(Value::str("IEEE, little-endian")),
        Some(_) => Err(raise!(ValueError, "__getformat__() argument 1 must be 'double' or 'float'")),
        None => Err(raise!(TypeError, "__getformat__() argument must be str, not {}", type_name(&arguments[1]))),
    }
}

/// `float.__trunc__()`, `__int__`
pub fn trunc(arguments: &[Value]) -> Res {
    whole(this_float(arguments).trunc())
}

/// `float.__floor__()`
pub fn floor(arguments: &[Value]) -> Res {
    whole(this_float(arguments).floor())
}

/// `float.__ceil__()`
pub fn ceil(arguments: &[Value]) -> Res {
    whole(this_float(arguments).ceil())
}

/// `complex.conjugate()`
pub fn complex_conjugate(arguments: &[Value]) -> Res {
    let (re, im) = arguments[0].as_complex().unwrap_or_default();
    Ok(Value::complex(re, -im))
}

/// `x.real`
pub fn real(value: &Value) -> Res {
    match value.as_complex() {
        Some((re, _)) => Ok(Value::float(re)),
        None if value.as_float().is_some() => Ok(value.clone()),
        None => convert::index(value),
    }
}

/// `x.imag`
pub fn imaginary(value: &Value) -> Res {
    Ok(match value.as_complex() {
        Some((_, im)) => Value::float(im),
        None if value.as_float().is_some() => Value::float(0.0),
        None => Value::from(Integer::Small(0)),
    })
}
