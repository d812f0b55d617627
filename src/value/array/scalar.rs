//! Scalars of arrays as values: every one of at most eight bytes is unboxed, under a tag of its own.
//!
//! In: elements. Out: values, and back. A `complex128` is an object.

use super::reference;
use crate::array::dtype::Class;
use crate::array::{DType, Scalar};
use crate::number::Complex64;
use crate::value::heap::Trace;
use crate::value::{Gc, Kind, Value};

/// The body of a `complex128`: machine code reads the real part, and the imaginary one behind it.
#[repr(C)]
pub struct Complex128 {
    /// The number.
    pub value: Complex64,
}

impl Trace for Complex128 {}

/// The value of a word, as `Scalar::word` has it.
#[inline(always)]
pub fn from_word(dtype: DType, word: u64) -> Value {
    match dtype {
        DType::Bool => Value::NumpyBool(word),
        DType::I8 => Value::NumpyI8(word),
        DType::U8 => Value::NumpyU8(word),
        DType::I16 => Value::NumpyI16(word),
        DType::U16 => Value::NumpyU16(word),
        DType::I32 => Value::NumpyI32(word),
        DType::U32 => Value::NumpyU32(word),
        DType::I64 => Value::NumpyI64(word),
        DType::U64 => Value::NumpyU64(word),
        DType::F32 => Value::NumpyF32(word),
        DType::F64 => Value::NumpyF64(word),
        DType::C64 => Value::NumpyC64(word),
        _ => Value::None,
    }
}

impl From<Scalar> for Value {
    #[inline]
    fn from(scalar: Scalar) -> Value {
        match scalar.dtype() {
            DType::C128 => Value::from(Gc::new(Complex128 { value: scalar.complex() })),
            dtype if dtype.is_reference() => reference::taken(scalar),
            dtype => from_word(dtype, scalar.word()),
        }
    }
}

impl Value {
    /// The type of the unboxed scalar that this is.
    #[inline(always)]
    pub fn scalar_dtype(&self) -> Option<DType> {
        match self {
            Value::NumpyBool(_) => Some(DType::Bool),
            Value::NumpyI8(_) => Some(DType::I8),
            Value::NumpyU8(_) => Some(DType::U8),
            Value::NumpyI16(_) => Some(DType::I16),
            Value::NumpyU16(_) => Some(DType::U16),
            Value::NumpyI32(_) => Some(DType::I32),
            Value::NumpyU32(_) => Some(DType::U32),
            Value::NumpyI64(_) => Some(DType::I64),
            Value::NumpyU64(_) => Some(DType::U64),
            Value::NumpyF32(_) => Some(DType::F32),
            Value::NumpyF64(_) => Some(DType::F64),
            Value::NumpyC64(_) => Some(DType::C64),
            _ => None,
        }
    }

    /// The word of the unboxed scalar that this is, else zero.
    #[inline(always)]
    pub fn scalar_word(&self) -> u64 {
        match self {
            Value::NumpyBool(word)
            | Value::NumpyI8(word)
            | Value::NumpyU8(word)
            | Value::NumpyI16(word)
            | Value::NumpyU16(word)
            | Value::NumpyI32(word)
            | Value::NumpyU32(word)
            | Value::NumpyI64(word)
            | Value::NumpyU64(word)
            | Value::NumpyF32(word)
            | Value::NumpyF64(word)
            | Value::NumpyC64(word) => *word,
            _ => 0,
        }
    }

    /// The scalar of an array that this is.
    #[inline]
    pub fn as_scalar(&self) -> Option<Scalar> {
        match self.scalar_dtype() {
            Some(dtype) => Some(Scalar::from_word(dtype, self.scalar_word())),
            None if self.kind() == Some(Kind::Complex128) => {
                self.downcast::<Complex128>().map(|complex| Scalar::of(complex.value))
            }
            None => None,
        }
    }
}

/// A scalar as a Python number, or the plain value that a reference leads to.
pub fn python(scalar: Scalar) -> Value {
    match scalar.dtype().class() {
        Class::Bool => Value::bool(scalar.truth()),
        Class::Signed => Value::int(scalar.word() as i64),
        Class::Unsigned => match i64::try_from(scalar.word()) {
            Ok(small) => Value::int(small),
            Err(_) => Value::big(scalar.word().into()),
        },
        Class::Float => Value::float(scalar.float()),
        Class::Complex => Value::from(scalar.complex()),
        Class::Reference => reference::plain(scalar),
    }
}
