//! The table of object kinds: one row each, with its number and the type of its body.
//!
//! In: the body types. Out: `Kind`, and dropping, tracing and clearing by kind. A new built-in type is one row here.
#![allow(unsafe_code)]

use super::flat::Flat;
use super::handle::{self, Boxed, Ref};
use super::header::Header;
use crate::value as types;
use std::ptr::NonNull;

/// What the collector asks of a body. The default is a body that holds no objects.
pub trait Trace {
    /// Calls `visit` once for every handle that the body owns.
    fn trace(&self, _visit: &mut dyn FnMut(&Ref)) {}

    /// The storage that all handles lie in which the body owns, where there is one: the collector goes through it at once.
    fn flat(&self) -> Option<&Flat> {
        None
    }

    /// Lets go of the handles, because the object is part of a dead cycle. Immutable bodies do nothing: a cycle always
    /// goes through something that can change.
    fn clear(&self) {}

    /// How many values lie behind the body in its block (see `Gc::with_row`).
    fn row_length(&self) -> usize {
        0
    }
}

/// A type that can be the body of a heap object.
///
/// # Safety
/// `KIND` must belong to this type alone: handles are cast by it. Only the table below implements it.
pub unsafe trait Body: Trace + 'static {
    /// The number that stands in the object's header.
    const KIND: Kind;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $number:literal: $body:ty,)*) => {
        /// What an object's body is; stands in its header.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[repr(u32)]
        pub enum Kind { $($(#[$doc])* $name = $number,)* }

        $(
            // SAFETY: each row names a number and a type that no other row has.
            unsafe impl Body for $body { const KIND: Kind = Kind::$name; }
        )*

        /// Drops the body and frees the object.
        ///
        /// # Safety
        /// The object is alive, and no handle to it is left.
        pub(super) unsafe fn destroy(object: NonNull<Header>) {
            // SAFETY: the caller's promise; the kind tells the type that `Gc::new` boxed.
            unsafe {
                match object.as_ref().kind {
                    $(Kind::$name => handle::destroy::<$body>(object),)*
                }
            }
        }

        /// The collector's view of the body.
        pub(super) fn as_trace(object: &Ref) -> &dyn Trace {
            match object.kind() {
                // SAFETY: the kind was just read; the body lives as long as the handle.
                $(Kind::$name => unsafe { &(*object.as_raw().cast::<Boxed<$body>>()).body },)*
            }
        }
    };
}

kinds! {
    /// Text.
    Str = 1: types::str::Str,
    /// An integer that does not fit an `i64`.
    BigInt = 2: types::bigint::BigInt,
    /// A complex number.
    Complex = 3: types::complex::Complex,
    /// A list.
    List = 4: types::list::List,
    /// A tuple.
    Tuple = 5: types::tuple::Tuple,
    /// A dictionary.
    Dict = 6: types::dict::Dict,
    /// A set or frozen set.
    Set = 7: types::set::Set,
    /// A range.
    Range = 8: types::range::Range,
    /// A slice.
    Slice = 9: types::slice::Slice,
    /// Bytes.
    Bytes = 10: types::bytes::Bytes,
    /// A variable shared between functions.
    Cell = 11: types::cell::Cell,
    /// A script function.
    Function = 12: types::function::Function,
    /// A built-in function, or a method of a built-in type.
    Builtin = 13: types::function::Builtin,
    /// A method with its receiver.
    Method = 14: types::function::Method,
    /// A computed attribute of a built-in type.
    Getter = 15: types::function::Getter,
    /// A module.
    Module = 16: types::module::Module,
    /// A class.
    Class = 17: types::class::Class,
    /// An instance of a script's class.
    Instance = 18: types::instance::Instance,
    /// An exception.
    Exception = 19: types::exception::Exception,
    /// An iterator of a built-in type.
    Iterator = 20: types::iterator::Iterator,
    /// A view of a dictionary.
    View = 21: types::dict::View,
    /// A generator.
    Generator = 22: types::generator::Generator,
    /// `NotImplemented` or `Ellipsis`.
    Constant = 23: types::constant::Constant,
    /// Bytes that can change.
    ByteArray = 24: types::byte_array::ByteArray,
    /// A shape of instances.
    Shape = 25: types::shape::Shape,
    /// A property.
    Property = 26: types::descriptor::Property,
    /// A static method or a class method.
    Wrapper = 27: types::descriptor::Wrapper,
    /// An attribute that `__slots__` names.
    Member = 28: types::descriptor::Member,
    /// What `super` gives.
    Super = 29: types::descriptor::Super,
    /// The bytes of another object.
    MemoryView = 40: types::memory_view::MemoryView,
    /// A type with arguments.
    Alias = 41: types::generic::Alias,
    /// Types joined.
    Union = 42: types::generic::Union,
    /// An array.
    Array = 56: types::array::NdArray,
    /// A `complex128` taken from an array.
    Complex128 = 57: types::array::Complex128,
    /// A type of elements.
    DType = 58: types::array::DTypeBody,
    /// An expression of arrays that was put off; no script ever sees one.
    Pending = 59: types::array::pending::Pending,
    /// Rust data of a library module.
    Opaque = 48: types::opaque::Opaque,
}
