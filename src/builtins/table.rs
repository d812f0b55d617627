//! The table of the built-in functions, one row each.
//!
//! In: the functions. Out: static rows, from which the names that every script has are made. The types and their methods
//! have a table of their own in `types`, each module has one too. What typed nodes and compiled code know a row by is
//! `value::intrinsic`'s.

use super::functions::{evaluate, iteration, number, object, text};
use super::import::{self, IMPORT};
use super::modules::io::{self, OPEN};
use super::types::{class, coroutine};
use crate::value::native::Takes::{Anything, Between, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes};

/// A row of a function that every script has.
const fn function(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Builtins, takes, pure: true, doc }
}

/// The same for a function that does something.
const fn effect(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Builtins, takes, pure: false, doc }
}

static ROUND: Parameters = Parameters { names: &["number", "ndigits"], positional_only: 0, positional: 2, required: 1 };
static POW: Parameters = Parameters { names: &["base", "exp", "mod"], positional_only: 0, positional: 3, required: 2 };
static SUM: Parameters = Parameters { names: &["iterable", "start"], positional_only: 1, positional: 2, required: 1 };

/// The built-in functions.
#[rustfmt::skip]
pub static FUNCTIONS: &[Row] = &[
    function("abs", Exactly(1, number::abs), "Return the absolute value of the argument."),
    effect("aiter", Exactly(1, coroutine::aiter), "Return an AsyncIterator for an AsyncIterable object."),
    function("all", Exactly(1, iteration::all), "Return True if bool(x) is True for all values x in the iterable."),
    effect("anext", Between(1, 2, coroutine::anext), "Return the next item from the async iterator."),
    function("any", Exactly(1, iteration::any), "Return True if bool(x) is True for any x in the iterable."),
    function("ascii", Exactly(1, text::ascii), "Return an ASCII-only representation of an object."),
    function("bin", Exactly(1, number::bin), "Return the binary representation of an integer."),
    function("callable", Exactly(1, object::callable), "Return whether the object is callable."),
    function("chr", Exactly(1, text::chr), "Return a Unicode string of one character with ordinal i."),
    effect("compile", Named(&evaluate::COMPILE, evaluate::compile), "Compile source into a code object that can be executed by exec() or eval()."),
    effect("delattr", Between(2, 2, object::delete_attribute), "Deletes the named attribute from the given object."),
    function("dir", Between(0, 1, object::dir), "Return the names of an object's attributes."),
    function("divmod", Between(2, 2, number::divmod), "Return the tuple (x//y, x%y)."),
    effect("eval", Between(1, 3, evaluate::eval), "Evaluate the given source in the context of globals and locals."),
    effect("exec", Between(1, 3, evaluate::exec), "Execute the given source in the context of globals and locals."),
    effect("exit", Between(0, 1, object::exit), "Exit the interpreter by raising SystemExit."),
    function("format", Between(1, 2, text::format), "Return type(value).__format__(value, format_spec)."),
    function("getattr", Between(2, 3, object::get_attribute), "Get a named attribute from an object."),
    effect("globals", Exactly(0, object::globals), "Return the dictionary containing the current scope's global variables."),
    function("hasattr", Between(2, 2, object::has_attribute), "Return whether the object has an attribute with the given name."),
    function("hash", Exactly(1, object::hash), "Return the hash value for the given object."),
    function("hex", Exactly(1, number::hex), "Return the hexadecimal representation of an integer."),
    function("id", Exactly(1, object::id), "Return the identity of an object."),
    effect("input", Between(0, 1, text::input), "Read a string from standard input."),
    function("isinstance", Between(2, 2, object::is_instance), "Return whether an object is an instance of a class or of a subclass thereof."),
    function("issubclass", Between(2, 2, object::is_subclass), "Return whether 'cls' is derived from another class or is the same class."),
    function("iter", Between(1, 2, iteration::iter), "Get an iterator from an object."),
    function("len", Exactly(1, iteration::len), "Return the number of items in a container."),
    effect("locals", Exactly(0, object::locals), "Return a dictionary containing the current scope's local variables."),
    function("max", Anything(number::max), "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more arguments, return the largest argument."),
    function("min", Anything(number::min), "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more arguments, return the smallest argument."),
    effect("next", Between(1, 2, iteration::next), "Return the next item from the iterator."),
    function("oct", Exactly(1, number::oct), "Return the octal representation of an integer."),
    effect("open", Named(&OPEN, io::open), "Open file and return a stream.  Raise OSError upon failure."),
    function("ord", Exactly(1, text::ord), "Return the Unicode code point for a one-character string."),
    function("pow", Named(&POW, number::pow), "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."),
    effect("print", Anything(text::print), "Prints the values to a stream, or to sys.stdout by default."),
    effect("quit", Between(0, 1, object::exit), "Exit the interpreter by raising SystemExit."),
    function("repr", Exactly(1, text::repr), "Return the canonical string representation of the object."),
    function("round", Named(&ROUND, number::round), "Round a number to a given precision in decimal digits."),
    effect("setattr", Between(3, 3, object::set_attribute), "Sets the named attribute on the given object to the specified value."),
    function("sorted", Anything(iteration::sorted), "Return a new list containing all items from the iterable in ascending order."),
    function("sum", Named(&SUM, number::sum), "Return the sum of a 'start' value (default: 0) plus an iterable of numbers"),
    effect("vars", Between(0, 1, object::vars), "Return the __dict__ of an object, or the local names."),
    effect("__build_class__", Anything(class::build), "Internal helper function used by the class statement."),
    effect("__import__", Named(&IMPORT, import::import), "Import a module."),
];
