//! The special methods of the built-in types: one row each, with the types that have it.
//!
//! In: the operators of `value::ops`. Out: methods in the namespaces of the types, so that `int.__add__` and
//! `(1).__add__(2)` mean what the operators mean. The operators never come here.

use super::{iterator_state, number};
use crate::builtins::argument::shown_type;
use crate::builtins::functions::{iteration, number as functions, object};
use crate::builtins::modules::sys;
use crate::raise;
use crate::resolve::tree::{BinaryOp, CompareOp, UnaryOp};
use crate::value::class::{Class, Types, class_of, types};
use crate::value::function::Builtin;
use crate::value::heap::Gc;
use crate::value::iterator::Iterator;
use crate::value::native::Takes::{Anything, Between, Exactly};
use crate::value::native::{Special, Takes};
use crate::value::ops::{self, call, hash, index, iterate, special, text, unary};
use crate::value::{Arguments, Kind, Raise, Res, Symbol, Value, type_name};

/// Types that have the same special methods, as bits.
type Family = u64;

macro_rules! families {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $($class:ident)*;)*) => {
        $($(#[$doc])* const $name: Family = 1 << $bit;)*

        /// The classes of each family.
        fn classes() -> Vec<(Family, &'static Gc<Class>)> {
            let types: &'static Types = types();
            vec![$($(($name, &types.$class),)*)*]
        }
    };
}

families! {
    OBJECT = 0: object;
    INT = 1: int;
    FLOAT = 2: float;
    COMPLEX = 3: complex;
    STR = 4: str;
    BYTES = 5: bytes;
    BYTE_ARRAY = 6: byte_array;
    LIST = 7: list;
    TUPLE = 8: tuple;
    DICT = 9: dict;
    SET = 10: set;
    FROZENSET = 11: frozenset;
    /// Views that are like sets.
    SET_VIEW = 12: dict_keys dict_items;
    VALUES = 13: dict_values;
    RANGE = 14: range;
    SLICE = 15: slice;
    NONE = 16: none;
    /// Iterators that know how many items are left.
    COUNTED = 17: list_iterator list_reverse_iterator tuple_iterator str_iterator str_ascii_iterator bytes_iterator
        range_iterator long_range_iterator key_iterator value_iterator item_iterator reverse_key_iterator reverse_value_iterator
        reverse_item_iterator byte_array_iterator set_iterator
        sequence_iterator reversed;
    UNCOUNTED = 18: memory_iterator callable_iterator enumerate zip map filter;
    GENERATOR = 19: generator;
    CALLABLE = 20: function builtin method method_descriptor slot_wrapper method_wrapper class;
    BOOL = 21: bool;
    MEMORY_VIEW = 22: memory_view;
    FUNCTION = 23: function;
    SINGLE = 24: ellipsis not_implemented;
}

const REAL: Family = INT | FLOAT;
const NUMBER: Family = REAL | COMPLEX;
const ANY_BYTES: Family = BYTES | BYTE_ARRAY;
const ROW: Family = STR | ANY_BYTES | LIST | TUPLE;
const ANY_SET: Family = SET | FROZENSET;
const ITERATOR: Family = COUNTED | UNCOUNTED;
/// Iterators without a number of items left that can be put to a place all the same.
const PLACED: Family = UNCOUNTED;
const ORDERED: Family = REAL | ROW | ANY_SET | SET_VIEW;
const CONTAINER: Family = ROW | DICT | ANY_SET | SET_VIEW | RANGE;
/// Types whose values are equal by what they hold, and hashed by it.
const HASHED: Family = NUMBER | STR | BYTES | TUPLE | FROZENSET | RANGE | MEMORY_VIEW;
/// Types whose values are equal by what they hold, and cannot be hashed.
const UNHASHABLE: Family = LIST | DICT | SET | BYTE_ARRAY | SLICE | SET_VIEW;

const fn from_slot(name: &'static str, takes: Takes, doc: &'static str) -> Special {
    Special { name, takes, of_instance: None, from_slot: true, doc }
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Special {
    Special { name, takes, of_instance: None, from_slot: false, doc }
}

/// A special method, and the types that have it.
type Row = (Family, Special);

/// Operators with two operands: the types that have the method, those that have its mirror image, and the names.
macro_rules! operators {
    ($($families:expr, $mirrored_families:expr => $op:ident $name:literal $mirrored:literal $sign:literal;)*) => {
        static OPERATORS: &[Row] = &[$(
            ($families, from_slot(
                $name,
                Exactly(1, |a| special::binary(BinaryOp::$op, &a[0], &a[1], false)),
                concat!("Return self", $sign, "value."),
            )),
            ($mirrored_families, from_slot(
                $mirrored,
                Exactly(1, |a| special::binary(BinaryOp::$op, &a[0], &a[1], true)),
                concat!("Return value", $sign, "self."),
            )),
        )*];
    };
}

operators! {
    NUMBER | ROW, NUMBER => Add "__add__" "__radd__" "+";
    NUMBER | ANY_SET | SET_VIEW, NUMBER | ANY_SET | SET_VIEW => Sub "__sub__" "__rsub__" "-";
    NUMBER | ROW, NUMBER | ROW => Mul "__mul__" "__rmul__" "*";
    NUMBER, NUMBER => Div "__truediv__" "__rtruediv__" "/";
    REAL, REAL => FloorDiv "__floordiv__" "__rfloordiv__" "//";
    REAL | STR | ANY_BYTES, REAL | STR | ANY_BYTES => Mod "__mod__" "__rmod__" "%";
    INT, INT => LeftShift "__lshift__" "__rlshift__" "<<";
    INT, INT => RightShift "__rshift__" "__rrshift__" ">>";
    INT | BOOL | ANY_SET | SET_VIEW, INT | BOOL | ANY_SET | SET_VIEW => And "__and__" "__rand__" "&";
    INT | BOOL | ANY_SET | SET_VIEW, INT | BOOL | ANY_SET | SET_VIEW => Xor "__xor__" "__rxor__" "^";
    INT | BOOL | ANY_SET | SET_VIEW | DICT, INT | BOOL | ANY_SET | SET_VIEW | DICT => Or "__or__" "__ror__" "|";
}

/// Operators that change their container, with the types that have them.
macro_rules! changes {
    ($($families:expr => $op:ident $name:literal $sign:literal;)*) => {
        static CHANGES: &[Row] = &[$(
            ($families, from_slot(
                $name,
                Exactly(1, |a| special::in_place(BinaryOp::$op, &a[0], &a[1])),
                concat!("Implement self", $sign, "value."),
            )),
        )*];
    };
}

changes! {
    LIST | BYTE_ARRAY => Add "__iadd__" "+=";
    LIST | BYTE_ARRAY => Mul "__imul__" "*=";
    SET => Sub "__isub__" "-=";
    SET => And "__iand__" "&=";
    SET => Xor "__ixor__" "^=";
    SET | DICT => Or "__ior__" "|=";
}

/// Comparisons, with the types that have them beside `object`.
macro_rules! comparisons {
    ($($families:expr => $op:ident $name:literal $sign:literal;)*) => {
        static COMPARISONS: &[Row] = &[$(
            ($families, from_slot(
                $name,
                Exactly(1, |a| special::comparison(CompareOp::$op, &a[0], &a[1])),
                concat!("Return self", $sign, "value."),
            )),
            (OBJECT, from_slot(
                $name,
                Exactly(1, |a| special::plain_comparison(CompareOp::$op, &a[0], &a[1])),
                concat!("Return self", $sign, "value."),
            )),
        )*];
    };
}

comparisons! {
    HASHED | UNHASHABLE => Equal "__eq__" "==";
    HASHED | UNHASHABLE => NotEqual "__ne__" "!=";
    ORDERED | COMPLEX | DICT | RANGE | SLICE => Less "__lt__" "<";
    ORDERED | COMPLEX | DICT | RANGE | SLICE => LessEqual "__le__" "<=";
    ORDERED | COMPLEX | DICT | RANGE | SLICE => Greater "__gt__" ">";
    ORDERED | COMPLEX | DICT | RANGE | SLICE => GreaterEqual "__ge__" ">=";
}

#[rustfmt::skip]
static OTHERS: &[Row] = &[
    (REAL, from_slot("__divmod__", Exactly(1, |a| divmod(&a[0], &a[1], false)), "Return divmod(self, value).")),
    (REAL, from_slot("__rdivmod__", Exactly(1, |a| divmod(&a[0], &a[1], true)), "Return divmod(value, self).")),
    (NUMBER, from_slot("__pow__", Between(1, 2, |a| power(a, false)), "Return pow(self, value, mod).")),
    (NUMBER, from_slot("__rpow__", Between(1, 2, |a| power(a, true)), "Return pow(value, self, mod).")),
    (NUMBER, from_slot("__neg__", Exactly(0, |a| unary::unary(UnaryOp::Negative, &a[0])), "-self")),
    (NUMBER, from_slot("__pos__", Exactly(0, |a| unary::unary(UnaryOp::Positive, &a[0])), "+self")),
    (INT, from_slot("__invert__", Exactly(0, |a| unary::unary(UnaryOp::Invert, &a[0])), "~self")),
    (NUMBER, from_slot("__abs__", Exactly(0, functions::abs), "abs(self)")),
    (NUMBER | NONE | RANGE, from_slot("__bool__", Exactly(0, |a| ops::truth(&a[0]).map(Value::bool)), "True if self else False")),
    (INT, from_slot("__index__", Exactly(0, number::int_itself), "Return self converted to an integer, if self is suitable for use as an index into a list.")),
    (REAL, from_slot("__int__", Exactly(0, number::new_int_of), "int(self)")),
    (REAL, from_slot("__float__", Exactly(0, number::new_float), "float(self)")),
    (COMPLEX, method("__complex__", Exactly(0, number::float_itself), "Convert this value to exact type complex.")),
    (INT, method("__floor__", Exactly(0, number::int_itself), "Flooring an Integral returns itself.")),
    (INT, method("__ceil__", Exactly(0, number::int_itself), "Ceiling of an Integral returns itself.")),
    (INT, method("__trunc__", Exactly(0, number::int_itself), "Truncating an Integral returns itself.")),
    (FLOAT, method("__floor__", Exactly(0, number::floor), "Return the floor as an Integral.")),
    (FLOAT, method("__ceil__", Exactly(0, number::ceil), "Return the ceiling as an Integral.")),
    (FLOAT, method("__trunc__", Exactly(0, number::trunc), "Return the Integral closest to x between 0 and x.")),
    (REAL, method("__round__", Between(0, 1, functions::round), "Rounding, with an ndigits argument as round() has it.")),
    (REAL | STR | BYTES | TUPLE, method("__getnewargs__", Exactly(0, |a| Ok(Value::tuple(vec![a[0].clone()]))), "")),
    (COMPLEX, method("__getnewargs__", Exactly(0, |a| Ok(Value::pair(number::real(&a[0])?, number::imaginary(&a[0])?))), "")),
    (OBJECT, from_slot("__hash__", Exactly(0, |a| Ok(Value::int(hash::identity_hash(&a[0])))), "Return hash(self).")),
    (HASHED, from_slot("__hash__", Exactly(0, |a| ops::hash(&a[0]).map(Value::int)), "Return hash(self).")),
    (OBJECT, from_slot("__repr__", Exactly(0, |a| Ok(Value::str(&text::plain_repr(&a[0])))), "Return repr(self).")),
    (HASHED | UNHASHABLE | NONE | BOOL | CALLABLE | GENERATOR | VALUES, from_slot("__repr__", Exactly(0, own_repr), "Return repr(self).")),
    (OBJECT, from_slot("__str__", Exactly(0, |a| text::repr(&a[0]).map(|text| Value::str(&text))), "Return str(self).")),
    (STR | BYTES | BYTE_ARRAY, from_slot("__str__", Exactly(0, |a| text::str_value(&a[0])), "Return str(self).")),
    (NUMBER | STR, method("__format__", Exactly(1, format), "Return a formatted version of the object as described by format_spec.")),
    (OBJECT, method("__format__", Exactly(1, plain_format), "Default object formatter.")),
    (OBJECT, method("__sizeof__", Exactly(0, sys::size_of), "Size of object in memory, in bytes.")),
    (OBJECT, method("__dir__", Exactly(0, object::plain_dir), "Default dir() implementation.")),
    (ROW | DICT | ANY_SET | SET_VIEW | VALUES | RANGE | MEMORY_VIEW, from_slot("__len__", Exactly(0, iteration::len), "Return len(self).")),
    (CONTAINER & !(DICT | ANY_SET), from_slot("__contains__", Exactly(1, contains), "Return key in self.")),
    (DICT | ANY_SET, method("__contains__", Exactly(1, contains), "True if the key is there, else False.")),
    (ROW & !LIST | RANGE | MEMORY_VIEW, from_slot("__getitem__", Exactly(1, |a| index::get(&a[0], &a[1])), "Return self[key].")),
    (LIST, method("__getitem__", Exactly(1, |a| index::get(&a[0], &a[1])), "x.__getitem__(y) <==> x[y]")),
    (DICT, Special {
        of_instance: Some(|a| index::get_inside(&a[0], &a[1])),
        ..method("__getitem__", Exactly(1, |a| index::get(&a[0], &a[1])), "x.__getitem__(y) <==> x[y]")
    }),
    (BYTES, method("__bytes__", Exactly(0, number::float_itself), "Convert this value to exact type bytes.")),
    (LIST | DICT | BYTE_ARRAY | MEMORY_VIEW, from_slot("__setitem__", Exactly(2, |a| index::set(&a[0], &a[1], a[2].clone()).map(|()| Value::None)), "Set self[key] to value.")),
    (LIST | DICT | BYTE_ARRAY | MEMORY_VIEW, from_slot("__delitem__", Exactly(1, |a| index::delete(&a[0], &a[1]).map(|()| Value::None)), "Delete self[key].")),
    (CONTAINER | VALUES | ITERATOR | GENERATOR | MEMORY_VIEW, from_slot("__iter__", Exactly(0, |a| ops::iter(&a[0])), "Implement iter(self).")),
    (LIST | DICT | RANGE | SET_VIEW | VALUES, method("__reversed__", Exactly(0, |a| iterate::reversed(&a[0])), "Return a reverse iterator.")),
    (ITERATOR | GENERATOR, from_slot("__next__", Exactly(0, |a| iteration::next(&a[..1])), "Implement next(self).")),
    (COUNTED, method("__length_hint__", Exactly(0, length_hint), "Private method returning an estimate of len(list(it)).")),
    (ITERATOR, method("__reduce__", Exactly(0, iterator_state::reduce), "Return state information for pickling.")),
    (COUNTED | PLACED, method("__setstate__", Exactly(1, iterator_state::set_state), "Set state information for unpickling.")),
    (SINGLE, from_slot("__repr__", Exactly(0, |a| text::repr_value(&a[0])), "Return repr(self).")),
    (SINGLE, method("__reduce__", Exactly(0, |a| text::repr_value(&a[0])), "Return state information for pickling.")),
    (FUNCTION, from_slot("__get__", Between(1, 2, bind), "Return an attribute of instance, which is of type owner.")),
    (CALLABLE, from_slot("__call__", Anything(call), "Call self as a function.")),
];

/// Gives the built-in types their special methods.
pub fn fill() {
    let rows = OPERATORS.iter().chain(CHANGES).chain(COMPARISONS).chain(OTHERS);
    let rows: Vec<(Family, Symbol, &Special)> =
        rows.map(|(families, row)| (*families, Symbol::new(row.name), row)).collect();
    for (family, class) in classes() {
        let owner = Symbol::new(&class.name());
        for (families, name, row) in &rows {
            if families & family != 0 && !class.names().contains(*name) {
                class.names().set(*name, Value::from(Builtin::special(row, *name, class, owner)));
            }
        }
        if UNHASHABLE & family != 0 {
            class.names().set(Symbol::HASH, Value::None);
        }
    }
    for class in types().all() {
        // Properties tell the documentation of their functions instead.
        if !class.names().contains(Symbol::DOC) {
            let is_constant = matches!(&*class.name(), "NoneType" | "NotImplementedType" | "ellipsis");
            let doc = format!("The built-in type {}.", class.name());
            class.names().set(Symbol::DOC, if is_constant { Value::None } else { Value::str(&doc) });
        }
    }
}

/// Gives the class of a module's iterators the methods that all iterators have.
pub fn fill_iterator(class: &Gc<Class>) {
    let owner = Symbol::new(&class.name());
    for (_, row) in OTHERS.iter().filter(|(_, row)| matches!(row.name, "__iter__" | "__next__" | "__length_hint__")) {
        let name = Symbol::new(row.name);
        let counted = matches!(class.name().as_str(), "repeat" | "_deque_iterator" | "_deque_reverse_iterator");
        if row.name != "__length_hint__" || counted {
            class.names().set(name, Value::from(Builtin::special(row, name, class, owner)));
        }
    }
}

/// `function.__get__(instance, owner)`
fn bind(arguments: &[Value]) -> Res {
    match &arguments[1] {
        Value::None => Ok(arguments[0].clone()),
        object => ops::attribute::bind(arguments[0].clone(), object, &class_of(object)),
    }
}

fn contains(arguments: &[Value]) -> Res {
    ops::contains(&arguments[0], &arguments[1]).map(Value::bool)
}

fn divmod(a: &Value, b: &Value, mirrored: bool) -> Res {
    let (left, right) = if mirrored { (b, a) } else { (a, b) };
    if special::knows_number(a, b) { ops::binary::divmod(left, right) } else { Ok(Value::not_implemented()) }
}

fn power(arguments: &[Value], mirrored: bool) -> Res {
    match (arguments, mirrored) {
        ([a, b], _) | ([a, b, Value::None], _) => special::binary(BinaryOp::Pow, a, b, mirrored),
        ([a, b, modulus], _) if !special::knows_number(a, b) || !special::knows_number(a, modulus) => {
            Ok(Value::not_implemented())
        }
        ([a, b, modulus], false) => ops::binary::power_modulo(a, b, modulus),
        ([a, b, modulus], true) => ops::binary::power_modulo(b, a, modulus),
        _ => Ok(Value::not_implemented()),
    }
}

fn spec(arguments: &[Value]) -> Result<&str, Raise> {
    let spec = &arguments[1];
    spec.as_str().ok_or_else(|| raise!(TypeError, "__format__() argument must be str, not {}", shown_type(spec)))
}

fn format(arguments: &[Value]) -> Res {
    text::format(&arguments[0], spec(arguments)?).map(|text| Value::str(&text))
}

/// The text of a value that its type gives, whatever the class of a class says.
fn own_repr(arguments: &[Value]) -> Res {
    let shown = match arguments[0].kind() {
        Some(Kind::Class) => text::named(&arguments[0])?,
        _ => text::repr(&arguments[0])?,
    };
    Ok(Value::str(&shown))
}

fn plain_format(arguments: &[Value]) -> Res {
    if !spec(arguments)?.is_empty() {
        let class = type_name(&arguments[0]);
        return Err(raise!(TypeError, "unsupported format string passed to {class}.__format__"));
    }
    text::str_value(&arguments[0])
}

fn length_hint(arguments: &[Value]) -> Res {
    arguments[0].downcast::<Iterator>().map_or_else(|| Ok(Value::not_implemented()), special::length_hint)
}

fn call(arguments: &Arguments<'_>) -> Res {
    let (callee, rest) = arguments.positional.split_first().unwrap_or((&Value::None, &[]));
    call::call_with(callee, &Arguments { positional: rest, ..*arguments })
}
