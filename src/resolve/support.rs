//! What lowering calls that scripts cannot name: the steps of statements that ask more of values than operators do.
//!
//! In: nothing. Out: names for the steps. What each does is said where built-in functions are.

/// A function without a name. What it takes is positional.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Support {
    /// Of a context manager: its `__enter__`, bound.
    Enter,
    /// Of a context manager that has an `__enter__`: its `__exit__`, bound.
    Exit,
    /// The class of a value.
    ClassOf,
    /// `len(value)`
    Length,
    /// Whether a value matches as a sequence.
    IsSequence,
    /// Whether a value matches as a mapping.
    IsMapping,
    /// Of a mapping and a tuple of keys: a tuple of the values, or `None` if a key is missing.
    MatchKeys,
    /// Of a mapping and a tuple of keys: a dict of all other items.
    OtherItems,
    /// Of a value, a class, the number of positional patterns and the names of keyword patterns: a tuple of the
    /// attributes, or `None` if it does not match.
    MatchClass,
}
