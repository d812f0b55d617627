//! Classes: the built-in types and the ones that scripts make are the same kind of object.
//!
//! In: a name, bases, a namespace. Out: the class, its order of lookup, and `class_of` any value. Making instances and
//! calling methods is done by `ops` and the interpreter.

use super::constant::Constant;
use super::dict::View;
use super::exception::{Error, Exception};
use super::function::{Builtin, Method};
use super::generator::Generator;
use super::heap::{Gc, Kind, Ref, Trace};
use super::host::Native;
use super::iterator::Iterator;
use super::namespace::Namespace;
use super::tuple::{Record, Tuple};
use super::{Symbol, Value, instance, set};
use crate::resolve::tree::Flavour;
use std::cell::{Cell, OnceCell, RefCell};

/// The body of a class.
pub struct Class {
    name: RefCell<Box<str>>,
    /// The module that it says it belongs to.
    module: Symbol,
    bases: Vec<Gc<Class>>,
    /// The classes after this one in the order of lookup.
    ancestors: Vec<Gc<Class>>,
    names: Namespace,
    /// Scripts made it: its namespace may change, and its instances have attributes.
    from_script: bool,
    /// What a call of the class does, if it is built in.
    construct: Cell<Option<Native>>,
    /// Which row of the table of exceptions its instances belong to, if they are exceptions.
    error: Option<Error>,
}

impl Class {
    /// A class whose bases are given; the order of lookup is the C3 order.
    pub fn create(name: &str, module: Symbol, bases: Vec<Gc<Class>>, from_script: bool) -> Option<Gc<Class>> {
        let ancestors = linearise(&bases)?;
        let error = bases.iter().find_map(|base| base.error);
        Some(Class::with(name, module, bases, ancestors, from_script, error))
    }

    fn with(
        name: &str,
        module: Symbol,
        bases: Vec<Gc<Class>>,
        ancestors: Vec<Gc<Class>>,
        from_script: bool,
        error: Option<Error>,
    ) -> Gc<Class> {
        let class = Gc::new(Class {
            name: RefCell::new(name.into()),
            module,
            bases,
            ancestors,
            names: Namespace::default(),
            from_script,
            construct: Cell::new(None),
            error,
        });
        if from_script {
            class.track();
        }
        class
    }

    /// What it is called.
    pub fn name(&self) -> String {
        self.name.borrow().to_string()
    }

    /// The name with its module in front, unless that is the built-in one.
    pub fn full_name(&self) -> String {
        match self.module.as_str() {
            "builtins" => self.name(),
            module => format!("{module}.{}", self.name.borrow()),
        }
    }

    /// The module that it says it belongs to.
    pub fn module(&self) -> Symbol {
        self.module
    }

    /// The direct bases.
    pub fn bases(&self) -> &[Gc<Class>] {
        &self.bases
    }

    /// The classes after this one in the order of lookup.
    pub fn ancestors(&self) -> &[Gc<Class>] {
        &self.ancestors
    }

    /// Its own names.
    pub fn names(&self) -> &Namespace {
        &self.names
    }

    /// Whether a script made it.
    pub fn is_from_script(&self) -> bool {
        self.from_script
    }

    /// The row of the table of exceptions that its instances belong to, if they are exceptions.
    pub fn error(&self) -> Option<Error> {
        self.error
    }

    /// What a call of the class does, if it is built in; the nearest class in the order of lookup decides, though not the
    /// root of all: a type that has no constructor cannot be called.
    pub fn construct(&self) -> Option<Native> {
        self.construct.get().or_else(|| {
            let (_, nearer) = self.ancestors.split_last()?;
            nearer.iter().find_map(|class| class.construct.get())
        })
    }

    /// Sets what a call of the class does.
    pub fn set_construct(&self, native: Native) {
        self.construct.set(Some(native));
    }

    /// The value of a name in this class or the nearest class after it that has it.
    pub fn lookup(&self, name: Symbol) -> Option<Value> {
        self.names.get(name).or_else(|| self.ancestors.iter().find_map(|class| class.names.get(name)))
    }
}

impl Gc<Class> {
    /// Whether this is `other` or derives from it.
    pub fn is_subclass(&self, other: &Gc<Class>) -> bool {
        self.is(other) || self.ancestors.iter().any(|class| class.is(other))
    }
}

/// The order of lookup for a class with these bases, without the class itself; `None` if there is no consistent one.
fn linearise(bases: &[Gc<Class>]) -> Option<Vec<Gc<Class>>> {
    let mut rows: Vec<Vec<Gc<Class>>> = bases
        .iter()
        .map(|base| std::iter::once(base.clone()).chain(base.ancestors.iter().cloned()).collect())
        .collect();
    rows.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        rows.retain(|row| !row.is_empty());
        if rows.is_empty() {
            return Some(order);
        }
        let later = |class: &Gc<Class>| rows.iter().any(|row| row[1..].iter().any(|other| other.is(class)));
        let next = rows.iter().map(|row| &row[0]).find(|class| !later(class))?.clone();
        for row in &mut rows {
            if row[0].is(&next) {
                row.remove(0);
            }
        }
        order.push(next);
    }
}

impl Trace for Class {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        for class in self.bases.iter().chain(&self.ancestors) {
            visit(class.as_ref());
        }
        self.names.trace(visit);
    }

    fn clear(&self) {
        self.names.clear();
    }
}

macro_rules! types {
    ($($(#[$doc:meta])* $field:ident = $name:literal $(: $base:ident)?,)*) => {
        /// The classes of the built-in types, one field each.
        pub struct Types {
            /// `object`
            pub object: Gc<Class>,
            $($(#[$doc])* pub $field: Gc<Class>,)*
            exceptions: Vec<Gc<Class>>,
        }

        impl Types {
            fn create() -> Types {
                let builtins = Symbol::new("builtins");
                let object = Class::with("object", builtins, Vec::new(), Vec::new(), false, None);
                let derive = |name: &str, base: &Gc<Class>| {
                    let bases = vec![base.clone()];
                    let ancestors = std::iter::once(base.clone()).chain(base.ancestors.iter().cloned()).collect();
                    Class::with(name, builtins, bases, ancestors, false, None)
                };
                $(let $field = types!(@class derive, object, $name $(, $base)?);)*
                let mut exceptions: Vec<Gc<Class>> = Vec::new();
                for &error in Error::ALL {
                    let base = error.base().map_or(&object, |base| &exceptions[base as usize]);
                    let mut bases = vec![base.clone()];
                    let mut ancestors: Vec<_> =
                        std::iter::once(base.clone()).chain(base.ancestors.iter().cloned()).collect();
                    if error == Error::ExceptionGroup {
                        let plain = &exceptions[Error::Exception as usize];
                        bases.push(plain.clone());
                        ancestors.insert(1, plain.clone());
                    }
                    exceptions.push(Class::with(error.name(), builtins, bases, ancestors, false, Some(error)));
                }
                Types { object, $($field,)* exceptions }
            }

            /// All built-in classes, exceptions last.
            pub fn all(&self) -> Vec<Gc<Class>> {
                let mut all = vec![self.object.clone(), $(self.$field.clone(),)*];
                all.extend(self.exceptions.iter().cloned());
                all
            }
        }
    };
    (@class $derive:ident, $root:ident, $name:literal) => { $derive($name, &$root) };
    (@class $derive:ident, $root:ident, $name:literal, $base:ident) => { $derive($name, &$base) };
}

types! {
    /// `type`
    class = "type",
    /// `NoneType`
    none = "NoneType",
    /// `NotImplementedType`
    not_implemented = "NotImplementedType",
    /// `ellipsis`
    ellipsis = "ellipsis",
    /// `int`
    int = "int",
    /// `bool`
    bool = "bool": int,
    /// `float`
    float = "float",
    /// `complex`
    complex = "complex",
    /// `str`
    str = "str",
    /// `bytes`
    bytes = "bytes",
    /// `bytearray`
    byte_array = "bytearray",
    /// `memoryview`
    memory_view = "memoryview",
    /// `types.GenericAlias`
    alias = "GenericAlias",
    /// `types.UnionType`
    union = "UnionType",
    /// `list`
    list = "list",
    /// `tuple`
    tuple = "tuple",
    /// `dict`
    dict = "dict",
    /// `dict_keys`
    dict_keys = "dict_keys",
    /// `dict_values`
    dict_values = "dict_values",
    /// `dict_items`
    dict_items = "dict_items",
    /// `set`
    set = "set",
    /// `frozenset`
    frozenset = "frozenset",
    /// `range`
    range = "range",
    /// `slice`
    slice = "slice",
    /// `function`
    function = "function",
    /// `builtin_function_or_method`
    builtin = "builtin_function_or_method",
    /// `method_descriptor`
    method_descriptor = "method_descriptor",
    /// `wrapper_descriptor`
    slot_wrapper = "wrapper_descriptor",
    /// `method-wrapper`
    method_wrapper = "method-wrapper",
    /// `getset_descriptor`
    getter = "getset_descriptor",
    /// `method`
    method = "method",
    /// `module`
    module = "module",
    /// `cell`
    cell = "cell",
    /// `generator`
    generator = "generator",
    /// `coroutine`
    coroutine = "coroutine",
    /// `async_generator`
    async_generator = "async_generator",
    /// `traceback`
    traceback = "traceback",
    /// `list_iterator`
    list_iterator = "list_iterator",
    /// `list_reverseiterator`
    list_reverse_iterator = "list_reverseiterator",
    /// `tuple_iterator`
    tuple_iterator = "tuple_iterator",
    /// `str_iterator`
    str_iterator = "str_iterator",
    /// `str_ascii_iterator`
    str_ascii_iterator = "str_ascii_iterator",
    /// `bytes_iterator`
    bytes_iterator = "bytes_iterator",
    /// `range_iterator`
    range_iterator = "range_iterator",
    /// `longrange_iterator`
    long_range_iterator = "longrange_iterator",
    /// `dict_keyiterator`
    key_iterator = "dict_keyiterator",
    /// `dict_valueiterator`
    value_iterator = "dict_valueiterator",
    /// `dict_itemiterator`
    item_iterator = "dict_itemiterator",
    /// `dict_reversekeyiterator`
    reverse_key_iterator = "dict_reversekeyiterator",
    /// `set_iterator`
    set_iterator = "set_iterator",
    /// `iterator`
    sequence_iterator = "iterator",
    /// `callable_iterator`
    callable_iterator = "callable_iterator",
    /// `enumerate`
    enumerate = "enumerate",
    /// `zip`
    zip = "zip",
    /// `map`
    map = "map",
    /// `filter`
    filter = "filter",
    /// `reversed`
    reversed = "reversed",
}

impl Types {
    /// The class of a built-in exception.
    pub fn exception(&self, error: Error) -> &Gc<Class> {
        &self.exceptions[error as usize]
    }
}

thread_local! {
    static TYPES: OnceCell<&'static Types> = const { OnceCell::new() };
}

/// The built-in classes of this thread. They are made once a thread and stay until the process ends.
#[inline]
pub fn types() -> &'static Types {
    TYPES.with(|types| *types.get_or_init(|| Box::leak(Box::new(Types::create()))))
}

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
        Kind::Class => &types.class,
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
        Kind::Opaque => &types.object,
        Kind::Instance | Kind::Exception => return None,
    })
}

/// The class of tuples whose items have names, made when it is first asked for.
#[cold]
fn record_class(record: &'static Record) -> &'static Gc<Class> {
    thread_local! {
        static CLASSES: RefCell<Vec<(&'static str, &'static Gc<Class>)>> = const { RefCell::new(Vec::new()) };
    }
    let known = |classes: &Vec<(&str, &'static Gc<Class>)>| {
        let found = classes.iter().find(|(name, _)| *name == record.name);
        found.map(|(_, class)| *class)
    };
    CLASSES.with_borrow(known).unwrap_or_else(|| {
        let tuple = types().tuple.clone();
        let ancestors = vec![tuple.clone(), types().object.clone()];
        let module = Symbol::new(record.module);
        let class = Class::with(record.name, module, vec![tuple], ancestors, false, None);
        let class: &'static Gc<Class> = Box::leak(Box::new(class));
        CLASSES.with_borrow_mut(|classes| classes.push((record.name, class)));
        class
    })
}

/// The class that an object carries with it.
fn own_class(value: &Value) -> Gc<Class> {
    if let Some(instance) = value.downcast::<instance::Instance>() {
        return instance.class().clone();
    }
    match value.downcast::<Exception>() {
        Some(exception) => exception.class().clone(),
        None => types().object.clone(),
    }
}

/// What the class of a value is called, for messages.
pub fn type_name(value: &Value) -> String {
    match built_in_class(value) {
        Some(class) => class.name(),
        None => own_class(value).name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lookup_follows_the_c3_order() {
        let user = Symbol::new("__main__");
        let object = types().object.clone();
        let a = Class::create("A", user, vec![object.clone()], true).unwrap();
        let b = Class::create("B", user, vec![a.clone()], true).unwrap();
        let c = Class::create("C", user, vec![a.clone()], true).unwrap();
        let d = Class::create("D", user, vec![b.clone(), c.clone()], true).unwrap();
        let names: Vec<String> = d.ancestors().iter().map(|class| class.name()).collect();
        assert_eq!(names, ["B", "C", "A", "object"]);
        assert!(Class::create("E", user, vec![a.clone(), b.clone()], true).is_none());
        assert!(d.is_subclass(&a) && !a.is_subclass(&d));
        c.names().set(Symbol::new("x"), Value::int(1));
        a.names().set(Symbol::new("x"), Value::int(2));
        assert_eq!(d.lookup(Symbol::new("x")).and_then(|x| x.as_int()), Some(1));
    }

    #[test]
    fn built_in_classes() {
        assert_eq!(type_name(&Value::int(1)), "int");
        assert!(types().bool.is_subclass(&types().int));
        let zero = types().exception(Error::ZeroDivisionError);
        assert!(zero.is_subclass(types().exception(Error::ArithmeticError)));
        assert_eq!(zero.name(), "ZeroDivisionError");
    }
}
