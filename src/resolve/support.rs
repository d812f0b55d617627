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
    /// Of an asynchronous context manager: its `__aenter__`, bound.
    AsyncEnter,
    /// Of an asynchronous context manager that has an `__aenter__`: its `__aexit__`, bound.
    AsyncExit,
    /// Of a value, and who awaits it: the iterator that it is awaited through.
    Awaitable,
    /// The asynchronous iterator over a value.
    AsyncIterator,
    /// What gives the next item of an asynchronous iterator, to be awaited.
    AsyncNext,
    /// What an asynchronous generator hands out, marked so that it is not taken for what it passes on.
    HandOut,
    /// The class `StopAsyncIteration` itself.
    StopAsyncIteration,
    /// The class `StopIteration` itself.
    StopIteration,
    /// Of an exception and the classes of `except*`: the part of it that is taken, and the rest; `None` for nothing.
    SplitGroup,
    /// Of an exception, a list of those that clauses of `except*` raised, and what no clause took: what goes on, or `None`.
    JoinGroup,
    /// Whether a namespace has a name: an object that is no plain dict is asked for its value.
    HasName,
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
    /// Of a list, a list of keys, one for each of its items, and whether the greatest comes first: a sorted list.
    SortedBy,
    /// Of a value, a class, the number of positional patterns and the names of keyword patterns: a tuple of the
    /// attributes, or `None` if it does not match.
    MatchClass,
}
