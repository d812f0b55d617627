//! The class of a value, and what messages call it.
//!
//! In: any value. Out: the class that goes with its tag or kind, or the one that it carries with it.

use super::{Class, Gc, Layout, Symbol, Types, types};
use crate::resolve::tree::Flavour;
use crate::value::constant::Constant;
use crate::value::dict::View;
use crate::value::exception::Exception;
use crate::value::function::{Builtin, Method};
use crate::value::generator::Generator;
use crate::value::heap::{Kind, Ref};
use crate::value::iterator::Iterator;
use crate::value::tuple::{Record, Tuple};
use crate::value::{Value, array, descriptor, instance, set};
use std::cell::RefCell;

/// The class of a value.
pub fn class_of(value: &Value) -> Gc<Class> {
    match built_in_class(value) {
        Some(class) => class.clone(),
        None => own_class(value),
    }
}

/// The class of a value whose type is built in and fixed: anything but instances and exceptions.
#[inline]
pub fn built_in_class(value: &Value) -> Option<&'static Gc<Class>> {
    let types = types();
    Some(match value {
        Value::Unbound | Value::None => &types.none,
        Value::Bool(_) => &types.bool,
        Value::Int(_) => &types.int,
        Value::Float(_) => &types.float,
        Value::Object(object) => return class_of_object(types, object),
        scalar => return scalar.scalar_dtype().map(array::scalar_class),
    })
}

fn class_of_object(types: &'static Types, object: &Ref) -> Option<&'static Gc<Class>> {
    Some(match object.kind() {
        Kind::Str => &types.str,
        Kind::BigInt => &types.int,
        Kind::Complex => &types.complex,
        Kind::List => &types.list,
        Kind::Tuple => match object.downcast::<Tuple>()?.record() {
            None => &types.tuple,
            Some(record) => record_class(record),
        },
        Kind::Dict => &types.dict,
        Kind::Set if object.downcast::<set::Set>().is_some_and(set::Set::is_frozen) => &types.frozenset,
        Kind::Set => &types.set,
        Kind::Range => &types.range,
        Kind::Slice => &types.slice,
        Kind::Bytes => &types.bytes,
        Kind::ByteArray => &types.byte_array,
        Kind::Alias => &types.alias,
        Kind::Union => &types.union,
        Kind::MemoryView => &types.memory_view,
        Kind::Cell => &types.cell,
        Kind::Function => &types.function,
        Kind::Builtin if object.downcast::<Builtin>().is_some_and(Builtin::is_from_slot) => &types.slot_wrapper,
        Kind::Builtin if object.downcast::<Builtin>().is_some_and(|builtin| builtin.owner().is_some()) => {
            &types.method_descriptor
        }
        Kind::Builtin => &types.builtin,
        Kind::Getter => &types.getter,
        Kind::Method => match object.downcast::<Method>()?.function().downcast::<Builtin>() {
            Some(builtin) if builtin.is_from_slot() => &types.method_wrapper,
            Some(_) => &types.builtin,
            None => &types.method,
        },
        Kind::Module => &types.module,
        Kind::Class if object.downcast::<Class>().is_some_and(|class| class.metaclass().is_some()) => return None,
        Kind::Class => &types.class,
        Kind::Shape => &types.object,
        Kind::Property => &types.property,
        Kind::Wrapper if object.downcast::<descriptor::Wrapper>()?.is_for_class() => &types.class_method,
        Kind::Wrapper => &types.static_method,
        Kind::Member => &types.member,
        Kind::Super => &types.super_type,
        Kind::Generator => match object.downcast::<Generator>()?.flavour() {
            Flavour::Generator => &types.generator,
            Flavour::Coroutine => &types.coroutine,
            Flavour::AsyncGenerator => &types.async_generator,
        },
        Kind::View => object.downcast::<View>()?.class(),
        Kind::Iterator => object.downcast::<Iterator>()?.class(),
        Kind::Constant => match object.downcast::<Constant>()? {
            Constant::Ellipsis => &types.ellipsis,
            Constant::NotImplemented => &types.not_implemented,
        },
        Kind::Array | Kind::Pending => array::array_class(),
        Kind::Complex128 => array::scalar_class(crate::array::DType::C128),
        Kind::DType => array::dtype_class(object.downcast::<array::DTypeBody>()?.dtype),
        Kind::Opaque => &types.object,
        Kind::Instance | Kind::Exception => return None,
    })
}

/// The class of tuples whose items have names, made when it is first asked for.
#[cold]
pub fn record_class(record: &'static Record) -> &'static Gc<Class> {
    thread_local! {
        static CLASSES: RefCell<Vec<(&'static str, &'static Gc<Class>)>> = const { RefCell::new(Vec::new()) };
    }
    let known = |classes: &Vec<(&str, &'static Gc<Class>)>| {
        classes.iter().find(|(name, _)| *name == record.name).map(|(_, class)| *class)
    };
    CLASSES.with_borrow(known).unwrap_or_else(|| {
        let tuple = types().tuple.clone();
        let ancestors = vec![tuple.clone(), types().object.clone()];
        let module = Symbol::new(record.module);
        let class = Class::with(record.name, module, vec![tuple], ancestors, false, Layout::default());
        let class: &'static Gc<Class> = Box::leak(Box::new(class));
        CLASSES.with_borrow_mut(|classes| classes.push((record.name, class)));
        class
    })
}

/// The class that an object carries with it.
fn own_class(value: &Value) -> Gc<Class> {
    if let Some(instance) = value.downcast::<instance::Instance>() {
        return instance.class();
    }
    if let Some(class) = value.downcast::<Class>().and_then(Class::metaclass) {
        return class.clone();
    }
    match value.downcast::<Exception>() {
        Some(exception) => exception.class().clone(),
        None => types().object.clone(),
    }
}

/// What the class of a value is called, for messages.
pub fn type_name(value: &Value) -> String {
    match built_in_class(value) {
        Some(class) => class.full_name(),
        None => own_class(value).shown_name(),
    }
}
