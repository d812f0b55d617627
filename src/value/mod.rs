//! What a variable can hold, and what every operator does with it.
//!
//! In: constants and results of operators. Out: `Value`, two words that travel in two registers; the heap objects
//! behind it; the semantics (`ops`). It knows nothing of trees, frames or machine code: where an operator needs script
//! code to run, it calls back through the `Host` trait.

pub mod array;
pub mod bigint;
pub mod byte_array;
pub mod bytes;
pub mod cell;
pub mod class;
pub mod code;
pub mod codec_error;
pub mod complex;
pub mod constant;
pub mod convert;
pub mod descriptor;
pub mod dict;
pub mod exception;
pub mod exchange;
pub mod function;
pub mod generator;
pub mod generic;
pub mod heap;
pub mod host;
pub mod instance;
pub mod interned;
pub mod intrinsic;
pub mod iterator;
pub mod later;
pub mod list;
mod lookup;
pub mod memory_view;
pub mod module;
pub mod namespace;
pub mod native;
pub mod opaque;
pub mod ops;
pub mod program;
pub mod proxy;
pub mod range;
pub mod recursion;
pub mod set;
pub mod shape;
pub mod shared;
pub mod signature;
pub mod slice;
pub mod str;
pub mod symbol;
pub mod syntax_error;
pub mod traceback;
pub mod tuple;
pub mod warned;

pub use class::{class_of, type_name, types};
pub use exception::{Error, raise};
pub use heap::{Body, Gc, Kind, Ref};
pub use host::{Arguments, Host, Native};
pub use symbol::Symbol;

use std::fmt;

/// What a variable holds. Every payload is one 8-byte word, so a value and a result are passed in two registers.
#[derive(Default)]
#[repr(u64)]
pub enum Value {
    /// Nothing was ever assigned.
    #[default]
    Unbound = TAG_UNBOUND,
    /// `None`.
    None = TAG_NONE,
    /// `True` or `False`.
    Bool(Truth) = TAG_BOOL,
    /// An int that fits 64 bits.
    Int(i64) = TAG_INT,
    /// A float.
    Float(Bits) = TAG_FLOAT,
    /// Everything else.
    Object(Ref) = TAG_OBJECT,
    /// `numpy.bool`
    NumpyBool(u64) = TAG_SCALAR,
    /// `numpy.int8`
    NumpyI8(u64) = TAG_SCALAR + 1,
    /// `numpy.uint8`
    NumpyU8(u64) = TAG_SCALAR + 2,
    /// `numpy.int16`
    NumpyI16(u64) = TAG_SCALAR + 3,
    /// `numpy.uint16`
    NumpyU16(u64) = TAG_SCALAR + 4,
    /// `numpy.int32`
    NumpyI32(u64) = TAG_SCALAR + 5,
    /// `numpy.uint32`
    NumpyU32(u64) = TAG_SCALAR + 6,
    /// `numpy.int64`
    NumpyI64(u64) = TAG_SCALAR + 7,
    /// `numpy.uint64`
    NumpyU64(u64) = TAG_SCALAR + 8,
    /// `numpy.float32`
    NumpyF32(u64) = TAG_SCALAR + 9,
    /// `numpy.float64`
    NumpyF64(u64) = TAG_SCALAR + 10,
    /// `numpy.complex64`
    NumpyC64(u64) = TAG_SCALAR + 11,
}

/// Tag of `Value::Unbound`; an all-zero value is unbound.
pub const TAG_UNBOUND: u64 = 0;
/// Tag of `Value::None`.
pub const TAG_NONE: u64 = 1;
/// Tag of `Value::Bool`.
pub const TAG_BOOL: u64 = 2;
/// Tag of `Value::Int`.
pub const TAG_INT: u64 = 3;
/// Tag of `Value::Float`.
pub const TAG_FLOAT: u64 = 4;
/// Tag of `Value::Object`.
pub const TAG_OBJECT: u64 = 8;
/// Tag of the first of the unboxed scalars of arrays: the number of its `DType` is added. Payloads are as `Scalar::word`
/// has them.
pub const TAG_SCALAR: u64 = 16;
/// Where the tag lies in a value.
pub const TAG_OFFSET: i32 = 0;
/// Where the payload lies in a value.
pub const PAYLOAD_OFFSET: i32 = 8;
/// Bytes a value takes.
pub const VALUE_SIZE: i32 = 16;

/// A bool as a word.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Truth(u64);

impl Truth {
    /// The bool.
    #[inline(always)]
    pub fn get(self) -> bool {
        self.0 != 0
    }
}

/// A float as a word.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Bits(u64);

impl Bits {
    /// The float.
    #[inline(always)]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

/// An exception is on its way. It has no size: the exception itself waits in `exception::pending`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raise;

/// What an operator gives: a value, or an exception on its way.
pub type Res = Result<Value, Raise>;

impl Value {
    /// `None`.
    #[inline(always)]
    pub fn none() -> Value {
        Value::None
    }

    /// An int.
    #[inline(always)]
    pub fn int(value: i64) -> Value {
        Value::Int(value)
    }

    /// A float.
    #[inline(always)]
    pub fn float(value: f64) -> Value {
        Value::Float(Bits(value.to_bits()))
    }

    /// A bool.
    #[inline(always)]
    pub fn bool(value: bool) -> Value {
        Value::Bool(Truth(value as u64))
    }

    /// A complex number.
    #[inline]
    pub fn complex(re: f64, im: f64) -> Value {
        Value::from(complex::Complex::new(re, im))
    }

    /// A string.
    pub fn str(text: &str) -> Value {
        Value::from(str::Str::new(text))
    }

    /// A tuple.
    pub fn tuple(items: Vec<Value>) -> Value {
        Value::from(tuple::Tuple::new(items))
    }

    /// A tuple of two.
    pub fn pair(first: Value, second: Value) -> Value {
        Value::from(tuple::Tuple::pair(first, second))
    }

    /// A list.
    pub fn list(items: impl IntoIterator<Item = Value>) -> Value {
        Value::from(list::List::from_values(items))
    }

    /// The int, if it is one that fits 64 bits (a bool is not one here).
    #[inline(always)]
    pub fn as_int(&self) -> Option<i64> {
        if let Value::Int(value) = self { Some(*value) } else { None }
    }

    /// The float, if it is one.
    #[inline(always)]
    pub fn as_float(&self) -> Option<f64> {
        if let Value::Float(value) = self { Some(value.get()) } else { None }
    }

    /// The float, if it is one or of a class that floats are the base of, as that of numpy's doubles.
    pub fn as_any_float(&self) -> Option<f64> {
        match self {
            Value::NumpyF64(bits) => Some(f64::from_bits(*bits)),
            value => value.as_float().or_else(|| value.inside()?.as_float()),
        }
    }

    /// The bool, if it is one.
    #[inline(always)]
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self { Some(value.get()) } else { None }
    }

    /// Real and imaginary part, if it is a complex number.
    #[inline(always)]
    pub fn as_complex(&self) -> Option<(f64, f64)> {
        self.downcast::<complex::Complex>().map(|complex| complex.parts())
    }

    /// The text, if it is a string, or of a class that derives from strings.
    #[inline(always)]
    pub fn as_str(&self) -> Option<&str> {
        self.as_text().map(|text| text.as_str())
    }

    /// The string that it is or is around.
    #[inline(always)]
    pub fn as_text(&self) -> Option<&Gc<str::Str>> {
        match self.as_gc::<str::Str>() {
            None if self.kind() == Some(Kind::Instance) => self.derived_text(),
            text => text,
        }
    }

    #[cold]
    #[inline(never)]
    fn derived_text(&self) -> Option<&Gc<str::Str>> {
        self.downcast::<instance::Instance>()?.payload_ref()?.as_gc::<str::Str>()
    }

    /// The body, if it is an object of that type.
    #[inline(always)]
    pub fn downcast<T: Body>(&self) -> Option<&T> {
        if let Value::Object(object) = self { object.downcast::<T>() } else { None }
    }

    /// A typed handle borrowed from this value, if it is an object of that type.
    #[inline(always)]
    pub fn as_gc<T: Body>(&self) -> Option<&Gc<T>> {
        if let Value::Object(object) = self { object.as_gc::<T>() } else { None }
    }

    /// What kind of object it is, if it is one.
    #[inline(always)]
    pub fn kind(&self) -> Option<Kind> {
        if let Value::Object(object) = self { Some(object.kind()) } else { None }
    }

    /// Whether nothing was assigned.
    #[inline(always)]
    pub fn is_unbound(&self) -> bool {
        matches!(self, Value::Unbound)
    }

    /// Whether it is `None`.
    #[inline(always)]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The tag: the first of the two words.
    #[inline(always)]
    pub fn tag(&self) -> u64 {
        match self {
            Value::Unbound => TAG_UNBOUND,
            Value::None => TAG_NONE,
            Value::Bool(_) => TAG_BOOL,
            Value::Int(_) => TAG_INT,
            Value::Float(_) => TAG_FLOAT,
            Value::Object(_) => TAG_OBJECT,
            other => TAG_SCALAR + other.scalar_dtype().map_or(0, |dtype| dtype.number() as u64),
        }
    }

    /// The payload: the second of the two words. For an object it is its address, without a count.
    #[inline(always)]
    pub fn payload(&self) -> u64 {
        match self {
            Value::Unbound | Value::None => 0,
            Value::Bool(value) => value.0,
            Value::Int(value) => *value as u64,
            Value::Float(value) => value.0,
            Value::Object(object) => object.address() as u64,
            other => other.scalar_word(),
        }
    }

    /// Python's `is`.
    #[inline(always)]
    pub fn is(&self, other: &Value) -> bool {
        self.tag() == other.tag() && self.payload() == other.payload()
    }

    /// Takes the value out and leaves `Unbound`.
    #[inline(always)]
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }

    /// Whether it may lead to other objects, and so be part of a cycle.
    #[inline]
    pub fn may_hold_others(&self) -> bool {
        !matches!(self.kind(), None | Some(Kind::Str | Kind::Bytes | Kind::BigInt | Kind::Complex))
    }

    /// Calls `visit` for the handle inside, if there is one.
    #[inline]
    pub fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        if let Value::Object(object) = self {
            visit(object);
        }
    }
}

impl From<crate::number::Integer> for Value {
    #[inline]
    fn from(number: crate::number::Integer) -> Value {
        match number {
            crate::number::Integer::Small(value) => Value::int(value),
            crate::number::Integer::Big(value) => Value::big(value),
        }
    }
}

impl From<num_complex::Complex64> for Value {
    #[inline]
    fn from(number: num_complex::Complex64) -> Value {
        Value::complex(number.re, number.im)
    }
}

impl<T: Body> From<Gc<T>> for Value {
    #[inline(always)]
    fn from(object: Gc<T>) -> Value {
        Value::Object(object.into_ref())
    }
}

impl<T: Body> From<&Gc<T>> for Value {
    #[inline(always)]
    fn from(object: &Gc<T>) -> Value {
        Value::Object(object.as_ref().clone())
    }
}

/// For tests and messages to developers; what scripts print is `ops::repr`.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Unbound => f.write_str("Unbound"),
            Value::None => f.write_str("None"),
            Value::Bool(value) => write!(f, "Bool({})", value.get()),
            Value::Int(value) => write!(f, "Int({value})"),
            Value::Float(value) => write!(f, "Float({:?})", value.get()),
            Value::Object(object) => match object.downcast::<str::Str>() {
                Some(text) => write!(f, "Str({:?})", text.as_str()),
                None => object.fmt(f),
            },
            other => write!(f, "{:?}({})", other.scalar_dtype(), other.scalar_word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::size_of;

    #[test]
    fn two_words_everywhere() {
        assert_eq!(size_of::<Value>(), VALUE_SIZE as usize);
        assert_eq!(size_of::<Option<Value>>(), 16);
        assert_eq!(size_of::<Res>(), 16);
        assert_eq!(size_of::<Result<Option<Value>, Raise>>(), 16);
    }

    /// Reads the words as compiled code does.
    #[test]
    #[allow(unsafe_code)]
    fn words_lie_where_compiled_code_expects_them() {
        let words = |value: &Value| -> [u64; 2] {
            let pointer = std::ptr::from_ref(value).cast::<u64>();
            // SAFETY: the test only reads words that the variant has.
            unsafe { [pointer.read(), pointer.add(1).read()] }
        };
        for value in [Value::int(-3), Value::float(0.5), Value::bool(true), Value::str("x")] {
            assert_eq!(words(&value), [value.tag(), value.payload()]);
        }
    }

    /// A function as the walker has thousands of: if this ever returns through memory, the interpreter is twice as slow.
    #[test]
    fn results_travel_in_registers() {
        // The Rust calling convention passes what fits two registers as a pair of scalars; a type that is a scalar pair
        // keeps its niche when wrapped twice more. An aggregate of the same size does not.
        type Wrapped = Option<Result<Option<Value>, Raise>>;
        assert_eq!(size_of::<Wrapped>(), 16);
    }
}
