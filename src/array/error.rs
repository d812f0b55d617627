//! What goes wrong with arrays, as data.
//!
//! In: a kind and a text, which are numpy's. Out: a value that the caller makes an exception of.

/// Which exception it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `ValueError`
    Value,
    /// `TypeError`
    Type,
    /// `IndexError`
    Index,
    /// `MemoryError`
    Memory,
    /// `OverflowError`
    Overflow,
    /// `ZeroDivisionError`
    ZeroDivision,
    /// numpy's `AxisError`
    Axis,
    /// numpy's `UFuncTypeError`
    Ufunc,
    /// An exception that was raised already, by a value that an element refers to.
    Raised,
}

/// An error.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    /// Which exception it is.
    pub kind: Kind,
    /// What it says.
    pub text: String,
}

/// A result or such an error.
pub type Outcome<T> = Result<T, Error>;

impl Error {
    /// An error with a text.
    #[cold]
    pub fn new(kind: Kind, text: impl Into<String>) -> Error {
        Error { kind, text: text.into() }
    }

    /// A `ValueError`.
    #[cold]
    pub fn value(text: impl Into<String>) -> Error {
        Error::new(Kind::Value, text)
    }

    /// A `TypeError`.
    #[cold]
    pub fn type_error(text: impl Into<String>) -> Error {
        Error::new(Kind::Type, text)
    }

    /// An `IndexError`.
    #[cold]
    pub fn index(text: impl Into<String>) -> Error {
        Error::new(Kind::Index, text)
    }
}
