//! The table of the built-in types: what a call of the type does, its methods, its computed attributes.

use super::str::{self as string, fill, format, question, search, split, translate};
use super::{
    byte_array, bytes, class, coroutine, descriptor, dict, exception, generator, group, iterators, list, memory_view,
    number, set,
};
use crate::builtins::functions::{iteration, object};
use crate::value::class::{Class, Types};
use crate::value::dict::{Dict, View};
use crate::value::exception::{Error, Exception};
use crate::value::generator::Generator;
use crate::value::generic::Alias;
use crate::value::heap::{Body, Gc};
use crate::value::list::List;
use crate::value::native::Takes::{Anything, Between, Counted, Exactly, Named};
use crate::value::native::{Owner, Row, Run, Takes};
use crate::value::range::Range;
use crate::value::set::Set;
use crate::value::slice::Slice;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Native, Res, Value, proxy};

/// A built-in type, as a row.
pub struct Kind {
    /// Its class.
    pub class: fn(&Types) -> &Gc<Class>,
    /// What a call of it does.
    pub construct: Option<Native>,
    /// Its methods.
    pub methods: &'static [Row],
    /// Its computed attributes.
    pub attributes: &'static [Attribute],
}

/// The name of a computed attribute, and what computes it.
pub type Attribute = (&'static str, fn(&Value) -> Res);

/// A row of a constructor, under the name of its type, as a function that anyone can call.
macro_rules! constructor {
    ($name:literal, $takes:expr) => {
        Some(Native(|arguments| {
            static ROW: Row = Row { name: $name, owner: Owner::Builtins, takes: $takes, pure: true, doc: "" };
            ROW.call(arguments)
        }))
    };
}

/// The types that have something to show.
#[rustfmt::skip]
pub static KINDS: &[Kind] = &[
    Kind { class: |types| &types.object, construct: constructor!("object", Anything(|arguments| object::new_object(arguments.positional))), methods: class::OBJECT, attributes: &[] },
    Kind { class: |types| &types.class, construct: constructor!("type", Anything(object::new_class)), methods: class::TYPE, attributes: &[] },
    Kind { class: |types| &types.module, construct: constructor!("module", Named(&descriptor::MODULE_PARAMETERS, descriptor::new_module)), methods: &[], attributes: &[] },
    Kind { class: |types| &types.none, construct: constructor!("NoneType", Exactly(0, |_| Ok(Value::None))), methods: &[], attributes: &[] },
    Kind { class: |types| &types.int, construct: Some(Native(number::new_int)), methods: INT, attributes: INT_ATTRIBUTES },
    Kind { class: |types| &types.bool, construct: constructor!("bool", Between(0, 1, number::new_bool)), methods: &[], attributes: &[] },
    Kind { class: |types| &types.float, construct: constructor!("float", Between(0, 1, number::new_float)), methods: FLOAT, attributes: PARTS },
    Kind { class: |types| &types.complex, construct: Some(Native(number::new_complex)), methods: COMPLEX, attributes: PARTS },
    Kind { class: |types| &types.ellipsis, construct: constructor!("ellipsis", Exactly(0, |_| Ok(Value::ellipsis()))), methods: &[], attributes: &[] },
    Kind { class: |types| &types.not_implemented, construct: constructor!("NotImplementedType", Exactly(0, |_| Ok(Value::not_implemented()))), methods: &[], attributes: &[] },
    Kind { class: |types| &types.str, construct: Some(Native(string::new)), methods: STR, attributes: &[] },
    Kind { class: |types| &types.bytes, construct: Some(Native(bytes::new)), methods: bytes::table::BYTES, attributes: &[] },
    Kind { class: |types| &types.byte_array, construct: Some(Native(byte_array::new)), methods: bytes::table::BYTE_ARRAY, attributes: &[] },
    Kind { class: |types| &types.byte_array, construct: None, methods: bytes::table::CHANGES, attributes: &[] },
    Kind { class: |types| &types.alias, construct: constructor!("GenericAlias", Exactly(2, |a| Ok(Value::from(Alias::create(a[0].clone(), &a[1]))))), methods: &[], attributes: &[] },
    Kind { class: |types| &types.memory_view, construct: Some(Native(memory_view::new)), methods: memory_view::METHODS, attributes: memory_view::ATTRIBUTES },
    Kind { class: |types| &types.list, construct: constructor!("list", Between(0, 1, list::new)), methods: LIST, attributes: &[] },
    Kind { class: |types| &types.tuple, construct: constructor!("tuple", Between(0, 1, list::new_tuple)), methods: TUPLE, attributes: &[] },
    Kind { class: |types| &types.dict, construct: Some(Native(dict::new)), methods: DICT, attributes: &[] },
    Kind { class: |types| &types.dict_keys, construct: None, methods: VIEW, attributes: VIEW_ATTRIBUTES },
    Kind { class: |types| &types.dict_items, construct: None, methods: VIEW, attributes: VIEW_ATTRIBUTES },
    Kind { class: |types| &types.dict_values, construct: None, methods: &[], attributes: VIEW_ATTRIBUTES },
    Kind { class: |types| &types.set, construct: constructor!("set", Between(0, 1, set::new)), methods: SET, attributes: &[] },
    Kind { class: |types| &types.frozenset, construct: constructor!("frozenset", Between(0, 1, set::new_frozen)), methods: FROZENSET, attributes: &[] },
    Kind { class: |types| &types.range, construct: constructor!("range", Between(1, 3, iterators::range)), methods: RANGE, attributes: RANGE_ATTRIBUTES },
    Kind { class: |types| &types.slice, construct: constructor!("slice", Between(1, 3, iterators::slice)), methods: SLICE, attributes: SLICE_ATTRIBUTES },
    Kind { class: |types| &types.generator, construct: None, methods: GENERATOR, attributes: generator::ATTRIBUTES },
    Kind { class: |types| &types.coroutine, construct: None, methods: coroutine::COROUTINE, attributes: generator::COROUTINE_ATTRIBUTES },
    Kind { class: |types| &types.async_generator, construct: None, methods: coroutine::ASYNC_GENERATOR, attributes: generator::ASYNC_ATTRIBUTES },
    Kind { class: |types| &types.enumerate, construct: Some(Native(iterators::enumerate)), methods: &[], attributes: &[] },
    Kind { class: |types| &types.zip, construct: Some(Native(iterators::zip)), methods: &[], attributes: &[] },
    Kind { class: |types| &types.map, construct: constructor!("map", Between(0, usize::MAX, iterators::map)), methods: &[], attributes: &[] },
    Kind { class: |types| &types.filter, construct: constructor!("filter", Between(2, 2, iterators::filter)), methods: &[], attributes: &[] },
    Kind { class: |types| &types.reversed, construct: constructor!("reversed", Between(1, 1, iterators::reversed)), methods: &[], attributes: &[] },
    Kind { class: |types| &types.function, construct: constructor!("function", Named(&descriptor::FUNCTION_PARAMETERS, descriptor::new_function)), methods: descriptor::FUNCTION, attributes: &[] },
    Kind { class: |types| &types.cell, construct: constructor!("cell", Between(0, 1, descriptor::new_cell)), methods: &[], attributes: descriptor::CELL_ATTRIBUTES },
    Kind { class: |types| &types.method_descriptor, construct: None, methods: descriptor::BUILTIN_METHOD, attributes: &[] },
    Kind { class: |types| &types.slot_wrapper, construct: None, methods: descriptor::BUILTIN_METHOD, attributes: &[] },
    Kind { class: |types| &types.method, construct: constructor!("method", Between(2, 2, descriptor::new_method)), methods: descriptor::METHOD, attributes: &[] },
    Kind { class: |types| &types.property, construct: constructor!("property", Named(&descriptor::PROPERTY_PARAMETERS, descriptor::new_property)), methods: descriptor::PROPERTY, attributes: descriptor::PROPERTY_ATTRIBUTES },
    Kind { class: |types| &types.static_method, construct: constructor!("staticmethod", Between(1, 1, descriptor::new_static)), methods: descriptor::WRAPPER, attributes: descriptor::WRAPPER_ATTRIBUTES },
    Kind { class: |types| &types.class_method, construct: constructor!("classmethod", Between(1, 1, descriptor::new_for_class)), methods: descriptor::WRAPPER, attributes: descriptor::WRAPPER_ATTRIBUTES },
    Kind { class: |types| &types.getter, construct: None, methods: &[], attributes: descriptor::GETTER_ATTRIBUTES },
    Kind { class: |types| &types.member, construct: None, methods: descriptor::MEMBER, attributes: descriptor::MEMBER_ATTRIBUTES },
    Kind { class: |types| &types.super_type, construct: constructor!("super", Between(0, 2, descriptor::new_super)), methods: &[], attributes: &[] },
    Kind { class: |types| types.exception(Error::BaseException), construct: Some(Native(exception::new)), methods: EXCEPTION, attributes: &[] },
    Kind { class: |types| types.exception(Error::BaseExceptionGroup), construct: None, methods: GROUP, attributes: &[] },
];

pub(super) fn is<T: Body>(value: &Value) -> bool {
    value.downcast::<T>().is_some()
}

fn is_int(value: &Value) -> bool {
    value.to_big().is_some()
}

fn is_float(value: &Value) -> bool {
    value.as_float().is_some()
}

fn is_complex(value: &Value) -> bool {
    value.as_complex().is_some()
}

fn is_set(value: &Value) -> bool {
    value.downcast::<Set>().is_some_and(|set| !set.is_frozen())
}

fn is_frozenset(value: &Value) -> bool {
    value.downcast::<Set>().is_some_and(Set::is_frozen)
}

/// A row of a method that only computes.
pub(super) const fn method(
    owner: &'static str,
    accepts: fn(&Value) -> bool,
    name: &'static str,
    takes: Takes,
    doc: &'static str,
) -> Row {
    Row { name, owner: Owner::Type(owner, accepts), takes, pure: true, doc }
}

/// A row of a function that belongs to a type but gets no object.
pub(super) const fn without_object(owner: &'static str, name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Static(owner), takes, pure: true, doc }
}

/// A row of a method that gets the class first.
pub(super) const fn of_class(owner: &'static str, name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Class(owner), takes, pure: false, doc }
}

const fn of_int(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    method("int", is_int, name, takes, doc)
}

#[rustfmt::skip]
static INT: &[Row] = &[
    of_int("as_integer_ratio", Exactly(0, number::int_ratio), "Return integer ratio."),
    of_int("bit_count", Exactly(0, number::bit_count), "Number of ones in the binary representation of the absolute value of self."),
    of_int("bit_length", Exactly(0, number::bit_length), "Number of bits necessary to represent self in binary."),
    of_int("conjugate", Exactly(0, number::int_itself), "Returns self, the complex conjugate of any int."),
    of_class("int", "from_bytes", Named(&number::FROM_BYTES, number::from_bytes), "Return the integer represented by the given array of bytes."),
    of_int("to_bytes", Named(&number::TO_BYTES, number::to_bytes), "Return an array of bytes representing an integer."),
];

static INT_ATTRIBUTES: &[Attribute] = &[
    ("real", number::real),
    ("imag", number::imaginary),
    ("numerator", number::real),
    ("denominator", |_| Ok(Value::int(1))),
];

static PARTS: &[Attribute] = &[("real", number::real), ("imag", number::imaginary)];

const fn of_float(name: &'static str, run: Run, doc: &'static str) -> Row {
    method("float", is_float, name, Exactly(0, run), doc)
}

#[rustfmt::skip]
static FLOAT: &[Row] = &[
    of_class("float", "__getformat__", Exactly(1, number::float_layout), "How a C type of floats lies in memory."),
    of_float("as_integer_ratio", number::float_ratio, "Return integer ratio."),
    of_float("conjugate", number::float_itself, "Return self, the complex conjugate of any float."),
    of_class("float", "fromhex", Exactly(1, number::from_hex), "Create a floating-point number from a hexadecimal string."),
    of_float("hex", number::float_hex, "Return a hexadecimal representation of a floating-point number."),
    of_float("is_integer", number::is_integer, "Return True if the float is an integer."),
];

#[rustfmt::skip]
static COMPLEX: &[Row] = &[
    method("complex", is_complex, "conjugate", Exactly(0, number::complex_conjugate), "Return the complex conjugate of its argument."),
];

const fn of_str(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    method("str", is::<Str>, name, takes, doc)
}

#[rustfmt::skip]
static STR: &[Row] = &[
    of_str("capitalize", Exactly(0, question::capitalize), "Return a capitalized version of the string."),
    of_str("casefold", Exactly(0, question::fold_case), "Return a version of the string suitable for caseless comparisons."),
    of_str("center", Between(1, 2, fill::center), "Return a centered string of length width."),
    of_str("count", Counted(1, 3, search::count), "Return the number of non-overlapping occurrences of substring sub."),
    of_str("encode", Named(&string::CODEC, string::encode), "Encode the string using the codec registered for encoding."),
    of_str("endswith", Counted(1, 3, search::ends_with), "Return True if S ends with the specified suffix, False otherwise."),
    of_str("expandtabs", Named(&fill::TABS, fill::expand_tabs), "Return a copy where all tab characters are expanded using spaces."),
    of_str("find", Counted(1, 3, search::find), "Return the lowest index in S where substring sub is found."),
    of_str("format", Anything(format::format), "Return a formatted version of S, using substitutions from args and kwargs."),
    of_str("format_map", Exactly(1, format::format_map), "Return a formatted version of S, using substitutions from mapping."),
    of_str("index", Counted(1, 3, search::index), "Return the lowest index in S where substring sub is found."),
    of_str("isalnum", Exactly(0, question::is_alphanumeric), "Return True if the string is an alpha-numeric string, False otherwise."),
    of_str("isalpha", Exactly(0, question::is_alpha), "Return True if the string is an alphabetic string, False otherwise."),
    of_str("isascii", Exactly(0, question::is_ascii), "Return True if all characters in the string are ASCII, False otherwise."),
    of_str("isdecimal", Exactly(0, question::is_decimal), "Return True if the string is a decimal string, False otherwise."),
    of_str("isdigit", Exactly(0, question::is_digit), "Return True if the string is a digit string, False otherwise."),
    of_str("isidentifier", Exactly(0, question::is_identifier), "Return True if the string is a valid Python identifier, False otherwise."),
    of_str("islower", Exactly(0, question::is_lower), "Return True if the string is a lowercase string, False otherwise."),
    of_str("isnumeric", Exactly(0, question::is_numeric), "Return True if the string is a numeric string, False otherwise."),
    of_str("isprintable", Exactly(0, question::is_printable), "Return True if the string is printable, False otherwise."),
    of_str("isspace", Exactly(0, question::is_space), "Return True if the string is a whitespace string, False otherwise."),
    of_str("istitle", Exactly(0, question::is_title), "Return True if the string is a title-cased string, False otherwise."),
    of_str("isupper", Exactly(0, question::is_upper), "Return True if the string is an uppercase string, False otherwise."),
    of_str("join", Exactly(1, split::join), "Concatenate any number of strings."),
    of_str("ljust", Between(1, 2, fill::left), "Return a left-justified string of length width."),
    of_str("lower", Exactly(0, question::lower), "Return a copy of the string converted to lowercase."),
    of_str("lstrip", Between(0, 1, split::strip_left), "Return a copy of the string with leading whitespace removed."),
    without_object("str", "maketrans", Between(1, 3, translate::make_table), "Return a translation table usable for str.translate()."),
    of_str("partition", Exactly(1, split::partition), "Partition the string into three parts using the given separator."),
    of_str("removeprefix", Exactly(1, search::remove_prefix), "Return a str with the given prefix string removed if present."),
    of_str("removesuffix", Exactly(1, search::remove_suffix), "Return a str with the given suffix string removed if present."),
    of_str("replace", Between(2, 3, search::replace), "Return a copy with all occurrences of substring old replaced by new."),
    of_str("rfind", Counted(1, 3, search::find_last), "Return the highest index in S where substring sub is found."),
    of_str("rindex", Counted(1, 3, search::index_last), "Return the highest index in S where substring sub is found."),
    of_str("rjust", Between(1, 2, fill::right), "Return a right-justified string of length width."),
    of_str("rpartition", Exactly(1, split::partition_from_end), "Partition the string into three parts using the given separator."),
    of_str("rsplit", Named(&split::SPLIT, split::split_from_end), "Return a list of the substrings in the string, starting at the end."),
    of_str("rstrip", Between(0, 1, split::strip_right), "Return a copy of the string with trailing whitespace removed."),
    of_str("split", Named(&split::SPLIT, split::split), "Return a list of the substrings in the string."),
    of_str("splitlines", Named(&split::LINES, split::lines), "Return a list of the lines in the string, breaking at line boundaries."),
    of_str("startswith", Counted(1, 3, search::starts_with), "Return True if S starts with the specified prefix, False otherwise."),
    of_str("strip", Between(0, 1, split::strip), "Return a copy of the string with leading and trailing whitespace removed."),
    of_str("swapcase", Exactly(0, question::swap_case), "Convert uppercase characters to lowercase and lowercase characters to uppercase."),
    of_str("title", Exactly(0, question::title), "Return a version of the string where each word is titlecased."),
    of_str("translate", Exactly(1, translate::translate), "Replace each character in the string using the given translation table."),
    of_str("upper", Exactly(0, question::upper), "Return a copy of the string converted to uppercase."),
    of_str("zfill", Exactly(1, fill::zeros), "Pad a numeric string with zeros on the left, to fill a field of the given width."),
];

/// A row of a method that changes its list.
const fn of_list(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("list", is::<List>), takes, pure: false, doc }
}

#[rustfmt::skip]
static LIST: &[Row] = &[
    of_list("append", Exactly(1, list::append), "Append object to the end of the list."),
    of_list("clear", Exactly(0, list::clear), "Remove all items from list."),
    method("list", is::<List>, "copy", Exactly(0, list::copy), "Return a shallow copy of the list."),
    method("list", is::<List>, "count", Exactly(1, list::count), "Return number of occurrences of value."),
    of_list("extend", Exactly(1, list::extend), "Extend list by appending elements from the iterable."),
    method("list", is::<List>, "index", Between(1, 3, list::index), "Return first index of value."),
    of_list("insert", Between(2, 2, list::insert), "Insert object before index."),
    of_list("pop", Between(0, 1, list::pop), "Remove and return item at index (default last)."),
    of_list("remove", Exactly(1, list::remove), "Remove first occurrence of value."),
    of_list("reverse", Exactly(0, list::reverse), "Reverse *IN PLACE*."),
    of_list("sort", Named(&iteration::SORT, iteration::sort_list), "Sort the list in ascending order and return None."),
];

#[rustfmt::skip]
static TUPLE: &[Row] = &[
    method("tuple", is::<Tuple>, "count", Exactly(1, list::tuple_count), "Return number of occurrences of value."),
    method("tuple", is::<Tuple>, "index", Between(1, 3, list::tuple_index), "Return first index of value."),
];

/// A row of a method that changes its dictionary.
const fn of_dict(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("dict", is::<Dict>), takes, pure: false, doc }
}

#[rustfmt::skip]
static DICT: &[Row] = &[
    of_dict("clear", Exactly(0, dict::clear), "Remove all items from D."),
    method("dict", is::<Dict>, "copy", Exactly(0, dict::copy), "a shallow copy of D"),
    of_class("dict", "fromkeys", Between(1, 2, dict::from_keys), "Create a new dictionary with keys from iterable and values set to value."),
    method("dict", is::<Dict>, "get", Between(1, 2, dict::get), "Return the value for key if key is in the dictionary, else default."),
    method("dict", is::<Dict>, "items", Exactly(0, dict::items), "a set-like object providing a view on D's items"),
    method("dict", is::<Dict>, "keys", Exactly(0, dict::keys), "a set-like object providing a view on D's keys"),
    of_dict("pop", Between(1, 2, dict::pop), "Remove specified key and return the corresponding value."),
    of_dict("popitem", Exactly(0, dict::pop_item), "Remove and return a (key, value) pair as a 2-tuple."),
    of_dict("setdefault", Between(1, 2, dict::set_default), "Insert key with a value of default if key is not in the dictionary."),
    of_dict("update", Anything(dict::update), "Update D from mapping/iterable E and F."),
    method("dict", is::<Dict>, "values", Exactly(0, dict::values), "an object providing a view on D's values"),
];

#[rustfmt::skip]
static VIEW: &[Row] = &[
    method("dict_keys", is::<View>, "isdisjoint", Exactly(1, dict::is_disjoint), "Return True if the view and the given iterable have a null intersection."),
];

static VIEW_ATTRIBUTES: &[Attribute] = &[("mapping", |view| {
    Ok(view.downcast::<View>().map_or(Value::None, |view| proxy::of_mapping(Value::from(view.dict()))))
})];

/// A row of a method that changes its set.
const fn of_set(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("set", is_set), takes, pure: false, doc }
}

const ANY_NUMBER: usize = usize::MAX;

#[rustfmt::skip]
static SET: &[Row] = &[
    of_set("add", Exactly(1, set::add), "Add an element to a set."),
    of_set("clear", Exactly(0, set::clear), "Remove all elements from this set."),
    method("set", is_set, "copy", Exactly(0, set::copy), "Return a shallow copy of a set."),
    method("set", is_set, "difference", Between(0, ANY_NUMBER, set::difference), "Return the difference of two or more sets as a new set."),
    of_set("difference_update", Between(0, ANY_NUMBER, set::difference_update), "Remove all elements of another set from this set."),
    of_set("discard", Exactly(1, set::discard), "Remove an element from a set if it is a member."),
    method("set", is_set, "intersection", Between(0, ANY_NUMBER, set::intersection), "Return the intersection of two sets as a new set."),
    of_set("intersection_update", Between(0, ANY_NUMBER, set::intersection_update), "Update a set with the intersection of itself and another."),
    method("set", is_set, "isdisjoint", Exactly(1, set::is_disjoint), "Return True if two sets have a null intersection."),
    method("set", is_set, "issubset", Exactly(1, set::is_subset), "Report whether another set contains this set."),
    method("set", is_set, "issuperset", Exactly(1, set::is_superset), "Report whether this set contains another set."),
    of_set("pop", Exactly(0, set::pop), "Remove and return an arbitrary set element."),
    of_set("remove", Exactly(1, set::remove), "Remove an element from a set; it must be a member."),
    method("set", is_set, "symmetric_difference", Exactly(1, set::symmetric_difference), "Return the symmetric difference of two sets as a new set."),
    of_set("symmetric_difference_update", Exactly(1, set::symmetric_difference_update), "Update a set with the symmetric difference of itself and another."),
    method("set", is_set, "union", Between(0, ANY_NUMBER, set::union), "Return the union of sets as a new set."),
    of_set("update", Between(0, ANY_NUMBER, set::update), "Update a set with the union of itself and others."),
];

const fn of_frozenset(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    method("frozenset", is_frozenset, name, takes, doc)
}

#[rustfmt::skip]
static FROZENSET: &[Row] = &[
    of_frozenset("copy", Exactly(0, set::copy), "Return a shallow copy of a set."),
    of_frozenset("difference", Between(0, ANY_NUMBER, set::difference), "Return the difference of two or more sets as a new set."),
    of_frozenset("intersection", Between(0, ANY_NUMBER, set::intersection), "Return the intersection of two sets as a new set."),
    of_frozenset("isdisjoint", Exactly(1, set::is_disjoint), "Return True if two sets have a null intersection."),
    of_frozenset("issubset", Exactly(1, set::is_subset), "Report whether another set contains this set."),
    of_frozenset("issuperset", Exactly(1, set::is_superset), "Report whether this set contains another set."),
    of_frozenset("symmetric_difference", Exactly(1, set::symmetric_difference), "Return the symmetric difference of two sets as a new set."),
    of_frozenset("union", Between(0, ANY_NUMBER, set::union), "Return the union of sets as a new set."),
];

#[rustfmt::skip]
static RANGE: &[Row] = &[
    method("range", is::<Range>, "count", Exactly(1, iterators::range_count), "return number of occurrences of value"),
    method("range", is::<Range>, "index", Exactly(1, iterators::range_index), "return index of value"),
];

static RANGE_ATTRIBUTES: &[Attribute] = &[
    ("start", |range| iterators::range_part(range, "start")),
    ("stop", |range| iterators::range_part(range, "stop")),
    ("step", |range| iterators::range_part(range, "step")),
];

#[rustfmt::skip]
static SLICE: &[Row] =
    &[method("slice", is::<Slice>, "indices", Exactly(1, iterators::slice_indices), "Start, stop and step for a sequence of the given length.")];

static SLICE_ATTRIBUTES: &[Attribute] = &[
    ("start", |slice| iterators::slice_part(slice, "start")),
    ("stop", |slice| iterators::slice_part(slice, "stop")),
    ("step", |slice| iterators::slice_part(slice, "step")),
];

/// A row of a method that runs its generator.
const fn of_generator(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("generator", is::<Generator>), takes, pure: false, doc }
}

#[rustfmt::skip]
static GENERATOR: &[Row] = &[
    of_generator("close", Exactly(0, generator::close), "Raise GeneratorExit inside the generator."),
    of_generator("send", Exactly(1, generator::send), "Send a value into the generator; return the next yielded value or raise StopIteration."),
    of_generator("throw", Between(1, 3, generator::throw), "Raise an exception in the generator; return the next yielded value or raise StopIteration."),
];

/// A row of a method of all exceptions.
const fn of_exception(name: &'static str, run: Run, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("BaseException", is::<Exception>), takes: Exactly(1, run), pure: false, doc }
}

#[rustfmt::skip]
static EXCEPTION: &[Row] = &[
    Row { name: "__init__", owner: Owner::Type("BaseException", is::<Exception>), takes: Anything(exception::init), pure: false, doc: "Initialize self.  See help(type(self)) for accurate signature." },
    of_exception("__setstate__", exception::set_state, "Set the attributes in a dictionary."),
    of_exception("add_note", exception::add_note, "Add a note to the exception."),
    of_exception("with_traceback", exception::with_traceback, "Set self.__traceback__ to tb and return self."),
];

#[rustfmt::skip]
static GROUP: &[Row] = &[
    of_exception("derive", group::derive, "Return a group like this one of other exceptions."),
    of_exception("split", group::split, "Return the exceptions that fulfil a condition, and the others."),
    of_exception("subgroup", group::subgroup, "Return the exceptions that fulfil a condition."),
];
