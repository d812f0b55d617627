//! What can go wrong with numbers, as data: the kind of exception and CPython's own words for it.
//!
//! The value layer turns a [`NumberError`] into an exception object; nothing here renders or raises.

use std::borrow::Cow;

/// The built-in exception that an error becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `ZeroDivisionError`
    ZeroDivision,
    /// `OverflowError`
    Overflow,
    /// `ValueError`
    Value,
    /// `TypeError`
    Type,
    /// `KeyError`
    Key,
    /// `IndexError`
    Index,
    /// `MemoryError`
    Memory,
}

impl ErrorKind {
    /// The name of the exception's class.
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::ZeroDivision => "ZeroDivisionError",
            ErrorKind::Overflow => "OverflowError",
            ErrorKind::Value => "ValueError",
            ErrorKind::Type => "TypeError",
            ErrorKind::Key => "KeyError",
            ErrorKind::Index => "IndexError",
            ErrorKind::Memory => "MemoryError",
        }
    }
}

/// A failed operation: which exception, and its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberError {
    /// The class of the exception.
    pub kind: ErrorKind,
    /// The message, as `str(exception)` shows it in CPython.
    pub message: Cow<'static, str>,
}

impl NumberError {
    /// An error whose message is fixed.
    pub const fn new(kind: ErrorKind, message: &'static str) -> Self {
        NumberError { kind, message: Cow::Borrowed(message) }
    }

    /// A `ValueError` whose message was put together for the case at hand.
    pub fn value(message: String) -> Self {
        NumberError { kind: ErrorKind::Value, message: Cow::Owned(message) }
    }

    /// A `TypeError` whose message was put together for the case at hand.
    pub fn type_error(message: String) -> Self {
        NumberError { kind: ErrorKind::Type, message: Cow::Owned(message) }
    }
}

/// The errors with fixed words, one row each: the operator functions answer `None`, and their caller picks the row.
macro_rules! fixed_errors {
    ($($(#[$doc:meta])* $name:ident = $kind:ident $message:literal;)*) => {
        impl NumberError {
            $($(#[$doc])* pub const $name: NumberError = NumberError::new(ErrorKind::$kind, $message);)*
        }
    };
}

fixed_errors! {
    /// `1 // 0`, `divmod(1, 0)`
    INT_DIVISION_BY_ZERO = ZeroDivision "integer division or modulo by zero";
    /// `1 % 0`
    INT_MODULO_BY_ZERO = ZeroDivision "integer modulo by zero";
    /// `1 / 0`
    DIVISION_BY_ZERO = ZeroDivision "division by zero";
    /// `1.0 / 0.0`
    FLOAT_DIVISION_BY_ZERO = ZeroDivision "float division by zero";
    /// `1.0 // 0.0`
    FLOAT_FLOOR_DIVISION_BY_ZERO = ZeroDivision "float floor division by zero";
    /// `1.0 % 0.0`
    FLOAT_MODULO_BY_ZERO = ZeroDivision "float modulo";
    /// `divmod(1.0, 0.0)`
    FLOAT_DIVMOD_BY_ZERO = ZeroDivision "float divmod()";
    /// `1j / 0`
    COMPLEX_DIVISION_BY_ZERO = ZeroDivision "complex division by zero";
    /// `0.0 ** -1`
    ZERO_TO_NEGATIVE_POWER = ZeroDivision "0.0 cannot be raised to a negative power";
    /// `0j ** -1`
    COMPLEX_ZERO_TO_POWER = ZeroDivision "0.0 to a negative or complex power";
    /// `10.0 ** 400`
    RESULT_OUT_OF_RANGE = Overflow "(34, 'Numerical result out of range')";
    /// A complex power with an infinite component.
    COMPLEX_POWER_OVERFLOW = Overflow "complex exponentiation";
    /// `abs()` of a complex number whose magnitude is beyond the floats
    ABSOLUTE_TOO_LARGE = Overflow "absolute value too large";
    /// `10**400 / 3`
    INT_DIVISION_TOO_LARGE = Overflow "integer division result too large for a float";
    /// `float(10**400)`
    INT_TOO_LARGE_FOR_FLOAT = Overflow "int too large to convert to float";
    /// `int(inf)`
    INFINITY_TO_INT = Overflow "cannot convert float infinity to integer";
    /// `int(nan)`
    NAN_TO_INT = Value "cannot convert float NaN to integer";
    /// `inf.as_integer_ratio()`
    INFINITY_TO_RATIO = Overflow "cannot convert Infinity to integer ratio";
    /// `nan.as_integer_ratio()`
    NAN_TO_RATIO = Value "cannot convert NaN to integer ratio";
    /// `1 << -1`
    NEGATIVE_SHIFT = Value "negative shift count";
    /// `1 << 10**20`
    TOO_MANY_DIGITS = Overflow "too many digits in integer";
    /// An integer that no memory could hold.
    OUT_OF_MEMORY = Memory "";
    /// `pow(2, 3, 0)`
    POWER_MODULUS_ZERO = Value "pow() 3rd argument cannot be 0";
    /// `pow(2, -1, 4)`
    NOT_INVERTIBLE = Value "base is not invertible for the given modulus";
    /// `round(1.7e308, -308)`
    ROUNDED_TOO_LARGE = Overflow "rounded value too large to represent";
    /// An argument outside the domain of a function of `math` or `cmath`.
    MATH_DOMAIN = Value "math domain error";
    /// A result of `math` or `cmath` beyond the floats.
    MATH_RANGE = Overflow "math range error";
    /// `math.isqrt(-1)`
    ISQRT_NEGATIVE = Value "isqrt() argument must be nonnegative";
}
