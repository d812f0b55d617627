//! The table of the methods of `bytes` and `bytearray`, which share all that change nothing.

use super::{case, fill, search, split};
use crate::builtins::types::byte_array::{self, shared};
use crate::builtins::types::str as string;
use crate::builtins::types::str::fill::TABS;
use crate::builtins::types::str::split::{LINES, SPLIT};
use crate::builtins::types::table::{is, method, of_class, without_object};
use crate::value::byte_array::ByteArray;
use crate::value::bytes::Bytes;
use crate::value::native::Takes::{Between, Counted, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes};

static TRANSLATE: Parameters =
    Parameters { names: &["table", "delete"], positional_only: 1, positional: 2, required: 1 };

const fn of_bytes(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    method("bytes", is::<Bytes>, name, takes, doc)
}

const fn of_byte_array(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    method("bytearray", is::<ByteArray>, name, takes, doc)
}

/// A row of a method that changes its array.
const fn changing(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("bytearray", is::<ByteArray>), takes, pure: false, doc }
}

/// The rows that both types have, and more of one of them.
macro_rules! rows {
    ($of:ident, $($more:expr,)*) => {
        &[
            $($more,)*
            $of("capitalize", Exactly(0, |a| shared(a, case::capitalize)), "Return a copy of B with only its first character capitalized (ASCII) and the rest lower-cased."),
            $of("center", Between(1, 2, |a| shared(a, fill::center)), "Return a centered string of length width."),
            $of("count", Counted(1, 3, |a| shared(a, search::count)), "Return the number of non-overlapping occurrences of subsection sub."),
            $of("decode", Named(&string::CODEC, |a| shared(a, super::decode)), "Decode the bytes using the codec registered for encoding."),
            $of("endswith", Counted(1, 3, |a| shared(a, search::ends_with)), "Return True if B ends with the specified suffix, False otherwise."),
            $of("expandtabs", Named(&TABS, |a| shared(a, fill::expand_tabs)), "Return a copy where all tab characters are expanded using spaces."),
            $of("find", Counted(1, 3, |a| shared(a, search::find)), "Return the lowest index in B where subsection sub is found."),
            $of("hex", Named(&super::HEX, |a| shared(a, super::hex)), "Create a string of hexadecimal numbers from a bytes object."),
            $of("index", Counted(1, 3, |a| shared(a, search::index)), "Return the lowest index in B where subsection sub is found."),
            $of("isalnum", Exactly(0, |a| shared(a, case::is_alphanumeric)), "Return True if all characters in B are alphanumeric."),
            $of("isalpha", Exactly(0, |a| shared(a, case::is_alpha)), "Return True if all characters in B are alphabetic."),
            $of("isascii", Exactly(0, |a| shared(a, case::is_ascii)), "Return True if B is empty or all characters in B are ASCII."),
            $of("isdigit", Exactly(0, |a| shared(a, case::is_digit)), "Return True if all characters in B are digits."),
            $of("islower", Exactly(0, |a| shared(a, case::is_lower)), "Return True if all cased characters in B are lowercase."),
            $of("isspace", Exactly(0, |a| shared(a, case::is_space)), "Return True if all characters in B are whitespace."),
            $of("istitle", Exactly(0, |a| shared(a, case::is_title)), "Return True if B is a titlecased string."),
            $of("isupper", Exactly(0, |a| shared(a, case::is_upper)), "Return True if all cased characters in B are uppercase."),
            $of("join", Exactly(1, |a| shared(a, split::join)), "Concatenate any number of bytes objects."),
            $of("ljust", Between(1, 2, |a| shared(a, fill::left)), "Return a left-justified string of length width."),
            $of("lower", Exactly(0, |a| shared(a, case::lower)), "Return a copy of B with all ASCII characters converted to lowercase."),
            $of("lstrip", Between(0, 1, |a| shared(a, split::strip_left)), "Strip leading bytes contained in the argument."),
            $of("partition", Exactly(1, |a| shared(a, split::partition)), "Partition the bytes into three parts using the given separator."),
            $of("removeprefix", Exactly(1, |a| shared(a, search::remove_prefix)), "Return a bytes object with the given prefix string removed if present."),
            $of("removesuffix", Exactly(1, |a| shared(a, search::remove_suffix)), "Return a bytes object with the given suffix string removed if present."),
            $of("replace", Between(2, 3, |a| shared(a, search::replace)), "Return a copy with all occurrences of substring old replaced by new."),
            $of("rfind", Counted(1, 3, |a| shared(a, search::find_last)), "Return the highest index in B where subsection sub is found."),
            $of("rindex", Counted(1, 3, |a| shared(a, search::index_last)), "Return the highest index in B where subsection sub is found."),
            $of("rjust", Between(1, 2, |a| shared(a, fill::right)), "Return a right-justified string of length width."),
            $of("rpartition", Exactly(1, |a| shared(a, split::partition_from_end)), "Partition the bytes into three parts using the given separator."),
            $of("rsplit", Named(&SPLIT, |a| shared(a, split::split_from_end)), "Return a list of the sections in the bytes, starting at the end."),
            $of("rstrip", Between(0, 1, |a| shared(a, split::strip_right)), "Strip trailing bytes contained in the argument."),
            $of("split", Named(&SPLIT, |a| shared(a, split::split)), "Return a list of the sections in the bytes."),
            $of("splitlines", Named(&LINES, |a| shared(a, split::lines)), "Return a list of the lines in the bytes, breaking at line boundaries."),
            $of("startswith", Counted(1, 3, |a| shared(a, search::starts_with)), "Return True if B starts with the specified prefix, False otherwise."),
            $of("strip", Between(0, 1, |a| shared(a, split::strip)), "Strip leading and trailing bytes contained in the argument."),
            $of("swapcase", Exactly(0, |a| shared(a, case::swap_case)), "Return a copy of B with uppercase ASCII characters converted to lowercase ASCII and vice versa."),
            $of("title", Exactly(0, |a| shared(a, case::title)), "Return a titlecased version of B."),
            $of("translate", Named(&TRANSLATE, |a| shared(a, fill::translate)), "Return a copy with each character mapped by the given translation table."),
            $of("upper", Exactly(0, |a| shared(a, case::upper)), "Return a copy of B with all ASCII characters converted to uppercase."),
            $of("zfill", Exactly(1, |a| shared(a, fill::zeros)), "Pad a numeric string with zeros on the left, to fill a field of the given width."),
        ]
    };
}

/// The methods of `bytes`.
#[rustfmt::skip]
pub static BYTES: &[Row] = rows!(of_bytes,
    of_class("bytes", "fromhex", Exactly(1, super::from_hex), "Create a bytes object from a string of hexadecimal numbers."),
    without_object("bytes", "maketrans", Between(2, 2, fill::make_table), "Return a translation table usable for the bytes or bytearray translate method."),
);

/// The methods of `bytearray` that change nothing.
#[rustfmt::skip]
pub static BYTE_ARRAY: &[Row] = rows!(of_byte_array,
    of_class("bytearray", "fromhex", Exactly(1, byte_array::from_hex), "Create a bytearray object from a string of hexadecimal numbers."),
    without_object("bytearray", "maketrans", Between(2, 2, fill::make_table), "Return a translation table usable for the bytes or bytearray translate method."),
    of_byte_array("copy", Exactly(0, byte_array::copy), "Return a copy of B."),
);

/// Those that change the array.
#[rustfmt::skip]
pub static CHANGES: &[Row] = &[
    changing("append", Exactly(1, byte_array::append), "Append a single item to the end of the bytearray."),
    changing("clear", Exactly(0, byte_array::clear), "Remove all items from the bytearray."),
    changing("extend", Exactly(1, byte_array::extend), "Append all the items from the iterator or sequence to the bytearray."),
    changing("insert", Between(2, 2, byte_array::insert), "Insert a single item into the bytearray before the given index."),
    changing("pop", Between(0, 1, byte_array::pop), "Remove and return a single item from B."),
    changing("remove", Exactly(1, byte_array::remove), "Remove the first occurrence of a value in the bytearray."),
    changing("reverse", Exactly(0, byte_array::reverse), "Reverse the order of the values in B in place."),
];
