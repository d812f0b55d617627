//! Classes: the built-in types and the ones that scripts make are the same kind of object.
//!
//! In: a name, bases, a namespace. Out: the class, its order of lookup, and `class_of` any value. Making instances and
//! calling methods is done by `ops` and the interpreter.
//!
//! A class has a *version*, a number that no other state of any class has: it changes when looking up a name in the
//! class or in one that derives from it may give something else than before. Whoever remembers what a look-up found
//! remembers the version too. Only a value that binds to nothing (a number, text, a container) may replace another such
//! value without a new version, so what is remembered is the place of a value and not the value.

mod again;
mod bases;
mod descent;
mod of_value;

pub use again::Statements;
pub use bases::{best, set_bases};
pub use of_value::{built_in_class, class_of, record_class, type_name};

use super::exception::Error;
use super::function::Builtin;
use super::heap::{Gc, Ref, Trace, Weak};
use super::host::Native;
use super::interned::interned;
use super::namespace::Namespace;
use super::shape::{Layout, Shape};
use super::{Symbol, Value, descriptor, lookup};
use std::cell::{Cell, OnceCell, RefCell};

/// An instance begins with room for so many attributes at most.
const MOST_ROOM: usize = 32;

/// The body of a class.
#[repr(C)]
pub struct Class {
    version: Cell<u64>,
    name: RefCell<Box<str>>,
    qualified_name: RefCell<Option<Box<str>>>,
    /// The module that it says it belongs to.
    module: Symbol,
    /// Its own class, if that is not `type`.
    metaclass: OnceCell<Gc<Class>>,
    bases: Vec<Gc<Class>>,
    /// The classes after this one in the order of lookup.
    ancestors: Vec<Gc<Class>>,
    /// What a script has put in the place of both, each with the next that took its own place.
    later: bases::Later,
    names: Namespace,
    /// Scripts made it: its namespace may change, and its instances have attributes.
    from_script: bool,
    layout: Layout,
    shape: OnceCell<Gc<Shape>>,
    dictionary_shape: OnceCell<Gc<Shape>>,
    /// For how many fields a new instance has room in its block.
    room: Cell<usize>,
    /// What the names say of it, with the version for which that holds.
    traits: Cell<(u64, Traits)>,
    /// Those that have it as a base.
    subclasses: RefCell<Vec<Weak>>,
    era: Cell<again::Era>,
    /// Its metaclass, asked who is an instance, would answer by descent.
    descends: Cell<bool>,
    /// What a call of the class does, if it is built in.
    construct: Cell<Option<Native>>,
    /// Which row of the table of exceptions its instances belong to, if they are exceptions.
    error: Option<Error>,
}

/// The name under which a class says what patterns of `match` take its instances for, in bits.
pub const MATCHES_AS: &str = "__abc_tpflags__";
/// `case [...]`
pub const SEQUENCE_FLAG: i64 = 1 << 5;
/// `case {...}`
pub const MAPPING_FLAG: i64 = 1 << 6;

/// Which of the methods that change the usual course of things a class has from a script.
#[derive(Clone, Copy, Default)]
pub struct Traits {
    /// `__getattribute__`
    pub getattribute: bool,
    /// `__getattr__`
    pub getattr: bool,
    /// `__setattr__`
    pub setattr: bool,
    /// `__delattr__`
    pub delattr: bool,
    /// `__del__`
    pub finalizer: bool,
    /// `__new__`
    pub new: bool,
    /// `__init__`
    pub init: bool,
    /// `__call__`
    pub call: bool,
    /// `__eq__` or `__ne__`
    pub compared: bool,
    /// `__bool__`
    pub truth: bool,
    /// `__len__`
    pub length: bool,
    /// It is a library's own `__bool__` or `__len__` that says whether an instance is true, which it is if it has items.
    pub natively_sized: bool,
    /// `__instancecheck__` or `__subclasscheck__`
    pub judges: bool,
}

/// What a class is made of.
pub struct Definition {
    /// What it is called.
    pub name: String,
    /// The module that it says it belongs to.
    pub module: Symbol,
    /// Its own class, if that is not `type`.
    pub metaclass: Option<Gc<Class>>,
    /// The direct bases.
    pub bases: Vec<Gc<Class>>,
    /// How many names its own `__slots__` has.
    pub slots: u32,
    /// Whether it gives its instances a dictionary (its bases may do so too).
    pub has_dictionary: bool,
}

impl Class {
    /// Where its version (a `u64`) lies in the body.
    pub const VERSION_OFFSET: i32 = 0;
    /// Where its names lie in the body.
    pub const NAMES_OFFSET: i32 = std::mem::offset_of!(Class, names) as i32 + Namespace::SLOTS_OFFSET;

    /// A class of our own whose instances may wrap something; the order of lookup is the C3 order, if there is one.
    pub fn create(name: &str, module: Symbol, bases: Vec<Gc<Class>>, from_script: bool) -> Option<Gc<Class>> {
        Class::wrapping(name, module, bases, from_script, true)
    }

    /// The same with instances that have no attributes of their own.
    pub fn create_bare(name: &str, module: Symbol, bases: Vec<Gc<Class>>) -> Option<Gc<Class>> {
        Class::wrapping(name, module, bases, true, false)
    }

    fn wrapping(
        name: &str,
        module: Symbol,
        bases: Vec<Gc<Class>>,
        from_script: bool,
        has_dictionary: bool,
    ) -> Option<Gc<Class>> {
        let ancestors = linearise(&bases)?;
        let layout = Layout { has_dictionary, wraps: true, ..Layout::default() };
        let class = Class::with(name, module, bases, ancestors, from_script, layout);
        class.room.set(layout.reserved() as usize);
        Some(class)
    }

    /// The class that a script defines; none if there is no order of lookup.
    pub fn define(definition: Definition) -> Option<Gc<Class>> {
        let Definition { name, module, metaclass, bases, slots, has_dictionary } = definition;
        let ancestors = linearise(&bases)?;
        let inherited = bases.iter().map(|base| base.layout).max_by_key(|layout| layout.reserved()).unwrap_or_default();
        let layout = Layout {
            wraps: bases.iter().any(|base| base.layout.wraps || base.is_wrapped()),
            slots: inherited.slots + slots,
            has_dictionary: has_dictionary || bases.iter().any(|base| base.layout.has_dictionary),
        };
        let room = bases.iter().map(|base| base.room.get()).max().unwrap_or(0);
        let class = Class::with(&name, module, bases, ancestors, true, layout);
        class.room.set(room.max(layout.reserved() as usize));
        if let Some(metaclass) = metaclass {
            // It has none yet.
            let _ = class.metaclass.set(metaclass);
        }
        for base in class.bases() {
            let mut known = base.subclasses.borrow_mut();
            known.retain(|class| class.get().is_some());
            known.push(Weak::new(class.as_ref()));
        }
        Some(class)
    }

    fn with(
        name: &str,
        module: Symbol,
        bases: Vec<Gc<Class>>,
        ancestors: Vec<Gc<Class>>,
        from_script: bool,
        layout: Layout,
    ) -> Gc<Class> {
        let error = bases.iter().find_map(|base| base.error);
        Class::row(name, module, bases, ancestors, from_script, layout, error)
    }

    fn row(
        name: &str,
        module: Symbol,
        bases: Vec<Gc<Class>>,
        ancestors: Vec<Gc<Class>>,
        from_script: bool,
        layout: Layout,
        error: Option<Error>,
    ) -> Gc<Class> {
        let class = Gc::new(Class {
            version: Cell::new(lookup::new_version()),
            name: RefCell::new(name.into()),
            qualified_name: RefCell::default(),
            module,
            metaclass: OnceCell::new(),
            bases,
            ancestors,
            later: bases::Later::default(),
            names: Namespace::default(),
            from_script,
            layout,
            shape: OnceCell::new(),
            dictionary_shape: OnceCell::new(),
            room: Cell::new(0),
            traits: Cell::default(),
            subclasses: RefCell::default(),
            era: Cell::default(),
            descends: Cell::new(false),
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

    /// The same, as a value.
    pub fn name_text(&self) -> Value {
        interned(&self.name.borrow())
    }

    /// Sets what it is called.
    pub fn set_name(&self, name: &str) {
        self.name.replace(name.into());
    }

    /// Its name with those of the definitions around it.
    pub fn qualified_name(&self) -> String {
        self.qualified_name.borrow().as_ref().map_or_else(|| self.name(), |name| name.to_string())
    }

    /// Sets its name with those of the definitions around it.
    pub fn set_qualified_name(&self, name: &str) {
        self.qualified_name.replace(Some(name.into()));
    }

    /// The name with its module in front, unless that is the built-in one.
    pub fn full_name(&self) -> String {
        match self.module_name().as_str() {
            "builtins" => self.qualified_name(),
            module => format!("{module}.{}", self.qualified_name()),
        }
    }

    /// What messages call it: a class that a library module made is named with its module.
    fn shown_name(&self) -> String {
        match self.from_script && self.error.is_none() && self.names.get(Symbol::MODULE).is_none() {
            true => self.full_name(),
            false => self.name(),
        }
    }

    /// The module that it says it belongs to.
    pub fn module(&self) -> Symbol {
        self.module_name()
    }

    fn module_name(&self) -> Symbol {
        match self.names.get(Symbol::MODULE) {
            Some(module) if self.from_script => module.as_str().map_or(self.module, Symbol::new),
            _ => self.module,
        }
    }

    /// Its own class, if that is not `type`.
    pub fn metaclass(&self) -> Option<&Gc<Class>> {
        self.metaclass.get()
    }

    /// Whether its metaclass has a say in what the class answers to a name. That changes only together with the version of the metaclass.
    pub fn is_answered_for(&self, name: Symbol) -> bool {
        self.metaclass().is_some_and(|meta| meta.traits().getattribute || meta.find(name).is_some())
    }

    /// The direct bases.
    pub fn bases(&self) -> &[Gc<Class>] {
        self.later.newest().map_or(&self.bases, |lineage| &lineage.bases)
    }

    /// The classes after this one in the order of lookup.
    pub fn ancestors(&self) -> &[Gc<Class>] {
        self.later.newest().map_or(&self.ancestors, |lineage| &lineage.ancestors)
    }

    /// Puts other bases in the place of its own. Whoever does so says that it has changed.
    fn relate(&self, lineage: bases::Lineage) {
        self.later.add(lineage);
    }

    /// Those that have it as a base, as far as they are alive.
    pub fn subclasses(&self) -> Vec<Gc<Class>> {
        self.subclasses.borrow().iter().filter_map(Weak::get_as::<Class>).collect()
    }

    /// Its own names. Those of a class that is in use are changed by `set` and `delete`.
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

    /// What the fields of its instances are.
    #[inline]
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// For how many fields a new instance has room in its block.
    #[inline(always)]
    pub fn room(&self) -> usize {
        self.room.get()
    }

    /// Learns how many fields an instance has come to have.
    #[cold]
    pub fn learn_room(&self, fields: usize) {
        self.room.set(self.room.get().max(fields.min(MOST_ROOM)));
    }

    /// What a call of the class does, if it is built in; the nearest class in the order of lookup decides, though not the
    /// root of all: a type that has no constructor cannot be called.
    pub fn construct(&self) -> Option<Native> {
        self.construct.get().or_else(|| {
            let (_, nearer) = self.ancestors().split_last()?;
            nearer.iter().find_map(|class| class.construct.get())
        })
    }

    /// Sets what a call of the class does.
    pub fn set_construct(&self, native: Native) {
        self.construct.set(Some(native));
    }

    /// Whether instances of classes that derive from this one hold a value of this type.
    fn is_wrapped(&self) -> bool {
        let is_type = std::ptr::eq(self, &raw const *types().class);
        !self.from_script
            && self.construct.get().is_some()
            && self.error.is_none()
            && !self.bases.is_empty()
            && !is_type
    }

    /// Changes whenever a look-up may give something else; no other class has the same.
    #[inline(always)]
    pub fn version(&self) -> u64 {
        self.version.get()
    }

    /// The class that has a name, this one or one after it, by its place in the order of lookup, and the slot there.
    #[inline]
    pub fn find(&self, name: Symbol) -> Option<(usize, u32)> {
        lookup::remembered(self.version.get(), name, || {
            let all = std::iter::once(&self.names).chain(self.ancestors().iter().map(|class| &class.names));
            all.enumerate().find_map(|(place, names)| {
                let slot = names.slot(name)?;
                (!names.with_slot(slot, Value::is_unbound)).then_some((place, slot))
            })
        })
    }

    /// The names of a class by its place in the order of lookup.
    #[inline]
    pub fn names_at(&self, place: usize) -> &Namespace {
        match place.checked_sub(1) {
            None => &self.names,
            Some(place) => &self.ancestors()[place].names,
        }
    }

    /// Whether a class, by its place in the order of lookup, was made by a script.
    #[inline]
    pub fn is_from_script_at(&self, place: usize) -> bool {
        place.checked_sub(1).map_or(self.from_script, |place| self.ancestors()[place].from_script)
    }

    /// The value of a name in this class or the nearest class after it that has it.
    #[inline]
    pub fn lookup(&self, name: Symbol) -> Option<Value> {
        let (place, slot) = self.find(name)?;
        self.names_at(place).get_slot(slot)
    }

    /// The same, if the class that has the name was made by a script.
    #[inline]
    pub fn lookup_from_script(&self, name: Symbol) -> Option<Value> {
        let (place, slot) = self.find(name)?;
        if self.is_from_script_at(place) { self.names_at(place).get_slot(slot) } else { None }
    }

    /// Which special methods it has.
    #[inline]
    pub fn traits(&self) -> Traits {
        let (version, traits) = self.traits.get();
        if version == self.version.get() { traits } else { self.find_traits() }
    }

    #[cold]
    fn find_traits(&self) -> Traits {
        let has = |name: Symbol| self.find(name).is_some_and(|(place, _)| self.is_from_script_at(place));
        let traits = Traits {
            getattribute: has(Symbol::GETATTRIBUTE),
            getattr: has(Symbol::GETATTR),
            setattr: has(Symbol::SETATTR),
            delattr: has(Symbol::DELATTR),
            finalizer: has(Symbol::DEL),
            new: has(Symbol::NEW),
            init: has(Symbol::INIT),
            call: has(Symbol::CALL),
            compared: has(Symbol::EQ) || has(Symbol::NE),
            truth: has(Symbol::BOOL),
            length: has(Symbol::LEN),
            natively_sized: self.is_natively_sized(),
            judges: has(Symbol::INSTANCECHECK) || has(Symbol::SUBCLASSCHECK),
        };
        self.traits.set((self.version.get(), traits));
        traits
    }

    fn is_natively_sized(&self) -> bool {
        let is_native = |found: Value| found.downcast::<Builtin>().is_some_and(|builtin| builtin.owner().is_some());
        self.lookup(Symbol::BOOL).is_none_or(is_native) && self.lookup(Symbol::LEN).is_some_and(is_native)
    }

    /// Whether script code runs before an instance is freed.
    #[inline]
    pub fn has_finalizer(&self) -> bool {
        self.from_script && self.traits().finalizer
    }

    /// Gives a name a value.
    pub fn set(&self, name: Symbol, value: Value) {
        // Whether a class can have instances is remembered with its version.
        let same = name != Symbol::ABSTRACT_METHODS
            && descriptor::is_plain(&value)
            && self
                .names
                .slot(name)
                .is_some_and(|slot| self.names.with_slot(slot, |old| !old.is_unbound() && descriptor::is_plain(old)));
        self.names.set(name, value);
        if !same {
            self.changed();
        }
        if name == Symbol::SUBCLASSHOOK {
            self.ask_hooks();
        }
    }

    /// Takes a name away; false if it has no value.
    pub fn delete(&self, name: Symbol) -> bool {
        let deleted = self.names.delete(name);
        if deleted {
            self.changed();
        }
        deleted
    }

    /// Gives this class and all that derive from it new versions.
    pub fn changed(&self) {
        self.version.set(lookup::new_version());
        for class in self.subclasses() {
            class.changed();
        }
    }
}

impl Gc<Class> {
    /// The shape of its instances before they have attributes.
    #[inline]
    pub fn shape(&self) -> &Gc<Shape> {
        self.shape.get_or_init(|| Shape::root(self.clone(), self.layout.reserved()))
    }

    /// The shape of its instances whose attributes lie in a dictionary.
    pub fn dictionary_shape(&self) -> Gc<Shape> {
        self.dictionary_shape.get_or_init(|| Shape::dictionary(self.clone(), self.layout.reserved())).clone()
    }

    /// Whether this is `other` or derives from it.
    pub fn is_subclass(&self, other: &Gc<Class>) -> bool {
        self.is(other) || self.ancestors().iter().any(|class| class.is(other))
    }
}

/// The order of lookup for a class with these bases, without the class itself; `None` if there is no consistent one.
fn linearise(bases: &[Gc<Class>]) -> Option<Vec<Gc<Class>>> {
    let mut rows: Vec<Vec<Gc<Class>>> = bases
        .iter()
        .map(|base| std::iter::once(base.clone()).chain(base.ancestors().iter().cloned()).collect())
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
        for class in self.bases.iter().chain(&self.ancestors).chain(self.metaclass.get()) {
            visit(class.as_ref());
        }
        self.later.each(&mut |class| visit(class.as_ref()));
        for shape in self.shape.get().into_iter().chain(self.dictionary_shape.get()) {
            visit(shape.as_ref());
        }
        self.names.trace(visit);
    }

    fn clear(&self) {
        self.names.clear();
        self.changed();
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
                let object = Class::row("object", builtins, Vec::new(), Vec::new(), false, Layout::default(), None);
                // Classes that are no names everywhere are named with their module.
                let derive = |name: &str, base: &Gc<Class>| {
                    let (module, name) = name.split_once('.').map_or((builtins, name), |(module, name)| {
                        (Symbol::new(module), name)
                    });
                    let bases = vec![base.clone()];
                    let ancestors = std::iter::once(base.clone()).chain(base.ancestors.iter().cloned()).collect();
                    Class::with(name, module, bases, ancestors, false, Layout::default())
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
                    let layout = Layout { has_dictionary: true, ..Layout::default() };
                    exceptions.push(Class::row(error.name(), builtins, bases, ancestors, false, layout, Some(error)));
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
    alias = "types.GenericAlias",
    /// `types.UnionType`
    union = "types.UnionType",
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
    /// `property`
    property = "property",
    /// `staticmethod`
    static_method = "staticmethod",
    /// `classmethod`
    class_method = "classmethod",
    /// `super`
    super_type = "super",
    /// `member_descriptor`
    member = "member_descriptor",
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
    /// `dict_reversevalueiterator`
    reverse_value_iterator = "dict_reversevalueiterator",
    /// `dict_reverseitemiterator`
    reverse_item_iterator = "dict_reverseitemiterator",
    /// `bytearray_iterator`
    byte_array_iterator = "bytearray_iterator",
    /// `memory_iterator`
    memory_iterator = "memory_iterator",
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
