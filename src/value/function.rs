//! What can be called: script functions, built-in functions, bound methods; and getters, which look like attributes.
//!
//! In: code with its defaults and cells, or a native function. Out: objects. Running code is the interpreter's.

use super::class::{Class, types};
use super::dict::Dict;
use super::heap::{Gc, Ref, Trace, Values};
use super::host::{Arguments, Native};
use super::intrinsic;
use super::module::Module;
use super::namespace::Namespace;
use super::native::{self, Operate, Owner, Row, Run, Special, Takes};
use super::tuple::Tuple;
use super::{Kind, Res, Symbol, Value, ops};
use crate::resolve::tree::Code;
use std::any::Any;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;

/// The body of a script function.
#[repr(C)]
pub struct Function {
    /// The number of its code, where compiled code finds it; [`EDITED`] once a script has given it other defaults.
    code_id: Cell<u64>,
    /// The cells it captured, in the order of `Code::free`.
    closure: Values,
    /// Defaults of the last positional parameters.
    defaults: Values,
    /// Defaults of the keyword-only parameters; unbound where there is none.
    keyword_defaults: Values,
    code: Arc<Code>,
    module: Gc<Module>,
    /// What it is called and the like, and all its attributes as long as nobody has asked for them as a dictionary.
    names: Namespace,
    /// The dictionary that somebody has asked for, and the attributes it shows.
    shown: OnceCell<(Gc<Dict>, Gc<Module>)>,
    /// Defaults that a script has put in the place of those that the function began with.
    edit: OnceCell<Box<Edit>>,
    /// The interpreter's form of it, once it has been called.
    prepared: OnceCell<Rc<dyn Any>>,
}

/// No code has this number: compiled code that was made for a function never takes it for itself again.
const EDITED: u64 = u64::MAX;

/// Defaults that took the place of others, and those that took theirs. Those before stay: somebody may be reading them.
struct Edit {
    defaults: Vec<Value>,
    keyword_defaults: Vec<Value>,
    next: OnceCell<Box<Edit>>,
}

/// Whether an attribute of a function is no part of its `__dict__`.
fn is_apart(name: Symbol) -> bool {
    matches!(
        name,
        Symbol::NAME | Symbol::QUALNAME | Symbol::MODULE | Symbol::DOC | Symbol::DEFAULTS | Symbol::KWDEFAULTS
    ) || matches!(name.as_str(), "__annotations__" | "__code__")
}

impl Function {
    /// Where the number of its code (a `u64`) lies in the body.
    pub const CODE_ID_OFFSET: i32 = 0;
    /// Where the cells it captured (a `Values`) lie in the body.
    pub const CLOSURE_OFFSET: i32 = 8;
    /// Where its defaults (a `Values`) lie in the body.
    pub const DEFAULTS_OFFSET: i32 = 8 + std::mem::size_of::<Values>() as i32;

    /// A function object.
    pub fn create(
        code: Arc<Code>,
        module: Gc<Module>,
        defaults: Vec<Value>,
        keyword_defaults: Vec<Value>,
        closure: Vec<Value>,
    ) -> Gc<Function> {
        let function = Gc::new(Function {
            code_id: Cell::new(u64::from(code.id.0)),
            closure: closure.into(),
            defaults: defaults.into(),
            keyword_defaults: keyword_defaults.into(),
            code,
            module,
            names: Namespace::default(),
            shown: OnceCell::new(),
            edit: OnceCell::new(),
            prepared: OnceCell::new(),
        });
        function.track();
        function
    }

    /// One of the same code that keeps nothing alive that a script could miss: it captured nothing, and defaults that are instances are
    /// unbound.
    pub fn likeness(function: &Gc<Function>) -> Gc<Function> {
        if function.is_its_code() || function.is_edited() {
            return function.clone();
        }
        let plain = |value: &Value| if value.kind() == Some(Kind::Instance) { Value::Unbound } else { value.clone() };
        let [defaults, keyword_defaults] =
            [function.defaults(), function.keyword_defaults()].map(|values| values.iter().map(plain).collect());
        Function::create(function.code.clone(), function.module.clone(), defaults, keyword_defaults, Vec::new())
    }

    /// Whether it and another come of one definition in one module, and scripts have left both as they were.
    pub fn is_of_same_definition(&self, other: &Function) -> bool {
        let is_untouched = |of: &Function| !of.is_edited() && of.shown.get().is_none();
        Arc::ptr_eq(&self.code, &other.code)
            && self.module.is(&other.module)
            && self.closure.len() == other.closure.len()
            && is_untouched(self)
            && is_untouched(other)
    }

    /// Has the attributes of another, and no more.
    pub fn take_attributes(&self, other: &Function) {
        for name in self.names.names() {
            self.names.delete(name);
        }
        for name in other.names.names() {
            self.names.set(name, other.names.get(name).unwrap_or_default());
        }
    }

    /// The edit that counts.
    fn newest(&self) -> Option<&Edit> {
        let mut found = self.edit.get()?;
        while let Some(next) = found.next.get() {
            found = next;
        }
        Some(found)
    }

    /// Whether a script has given it other defaults.
    pub fn is_edited(&self) -> bool {
        self.edit.get().is_some()
    }

    /// Gives it other defaults: of the last positional parameters, and of the keyword-only ones, one each.
    pub fn set_defaults(&self, defaults: Vec<Value>, keyword_defaults: Vec<Value>) {
        let edit = Box::new(Edit { defaults, keyword_defaults, next: OnceCell::new() });
        let mut place = &self.edit;
        while let Some(next) = place.get() {
            place = &next.next;
        }
        // It is the last: nothing came after it yet.
        let _ = place.set(edit);
        self.code_id.set(EDITED);
        // Code that was made for methods of a class knows their defaults.
        types().object.changed();
    }

    /// The interpreter's form of it, which is `prepare`d when it is first asked for.
    #[inline(always)]
    pub fn prepared<T: Any>(&self, prepare: impl FnOnce() -> Rc<T>) -> Option<&T> {
        self.prepared.get_or_init(|| prepare()).downcast_ref()
    }

    /// What it runs.
    #[inline(always)]
    pub fn code(&self) -> &Arc<Code> {
        &self.code
    }

    /// `outer.<locals>.name`, or what the script set instead.
    pub fn qualified_name(&self) -> String {
        match self.names.get(Symbol::QUALNAME) {
            Some(name) => name.as_str().unwrap_or_default().to_string(),
            None => self.code.qualified_name.to_string(),
        }
    }

    /// Where its globals are.
    #[inline(always)]
    pub fn module(&self) -> &Gc<Module> {
        &self.module
    }

    /// The cells it captured.
    #[inline(always)]
    pub fn closure(&self) -> &[Value] {
        &self.closure
    }

    /// Whether nothing but its code decides what it does: it has no defaults and no captured variables.
    pub fn is_its_code(&self) -> bool {
        self.code().free.is_empty() && self.defaults().is_empty()
    }

    /// Defaults of the last positional parameters.
    #[inline(always)]
    pub fn defaults(&self) -> &[Value] {
        match self.edit.get() {
            None => &self.defaults,
            Some(_) => self.newest().map_or(&[], |edit| &edit.defaults),
        }
    }

    /// Defaults of the keyword-only parameters; unbound where there is none.
    pub fn keyword_defaults(&self) -> &[Value] {
        self.newest().map_or(&self.keyword_defaults, |edit| &edit.keyword_defaults)
    }

    /// Where an attribute of this name is, if a script gave it one.
    pub fn names_with(&self, name: Symbol) -> &Namespace {
        match self.shown.get() {
            Some((_, attributes)) if !is_apart(name) => attributes,
            _ => &self.names,
        }
    }

    /// `__dict__`
    pub fn dictionary(&self) -> Gc<Dict> {
        let (dict, _) = self.shown.get_or_init(|| {
            let dict = Dict::new();
            let attributes = dict.into_module(|| Module::create(""));
            for name in self.names.names().into_iter().filter(|&name| !is_apart(name)) {
                attributes.set(name, self.names.get(name).unwrap_or_default());
                self.names.delete(name);
            }
            (dict, attributes)
        });
        dict.clone()
    }
}

impl Trace for Function {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        for value in self.closure.iter().chain(&*self.defaults).chain(&*self.keyword_defaults) {
            value.trace(visit);
        }
        let mut edit = self.edit.get();
        while let Some(now) = edit {
            now.defaults.iter().chain(&now.keyword_defaults).for_each(|value| value.trace(visit));
            edit = now.next.get();
        }
        visit(self.module.as_ref());
        self.names.trace(visit);
        if let Some((dict, attributes)) = self.shown.get() {
            visit(dict.as_ref());
            visit(attributes.as_ref());
        }
    }

    fn clear(&self) {
        self.names.clear();
        if let Some((_, attributes)) = self.shown.get() {
            attributes.clear();
        }
    }
}

/// A function of the host program.
pub type HostFunction = Rc<dyn Fn(&Arguments<'_>) -> Res>;

enum Implementation {
    Row(&'static Row),
    Special(&'static Special, Gc<Class>),
    Native(Native),
    Step(Run),
    Host(HostFunction),
    /// Gives the item at this place of a tuple, or of an object around one.
    Item(usize),
}

/// The body of a built-in function, or of a method of a built-in type.
pub struct Builtin {
    name: Symbol,
    /// For a method: the type whose method it is.
    owner: Option<Symbol>,
    implementation: Implementation,
    /// What compiled code and typed nodes know it by; zero if they do not.
    intrinsic: u32,
    doc: &'static str,
}

impl Builtin {
    /// A function or method that is a row of a table.
    pub fn row(row: &'static Row) -> Gc<Builtin> {
        let (owner, intrinsic) = match row.owner {
            Owner::Builtins => (None, intrinsic::number("builtins", row.name)),
            Owner::Module(module) => (None, intrinsic::number(module, row.name)),
            Owner::Type(owner, _) | Owner::Class(owner) => (Some(Symbol::new(owner)), 0),
            Owner::Static(_) => (None, 0),
        };
        Gc::new(Builtin {
            name: Symbol::new(row.name),
            owner,
            implementation: Implementation::Row(row),
            intrinsic,
            doc: row.doc,
        })
    }

    /// A special method of a built-in type, with the names of both.
    pub fn special(row: &'static Special, name: Symbol, owner: &Gc<Class>, owner_name: Symbol) -> Gc<Builtin> {
        Gc::new(Builtin {
            name,
            owner: Some(owner_name),
            implementation: Implementation::Special(row, owner.clone()),
            intrinsic: 0,
            doc: row.doc,
        })
    }

    /// Whether it is a special method that CPython makes from a slot of the type.
    pub fn is_from_slot(&self) -> bool {
        match &self.implementation {
            Implementation::Special(row, _) => row.from_slot,
            Implementation::Row(Row { owner: Owner::Type("object" | "type", _), name, .. }) => {
                matches!(*name, "__init__" | "__getattribute__" | "__setattr__" | "__delattr__" | "__call__")
            }
            _ => false,
        }
    }

    /// A function.
    pub fn function(name: &str, native: Native, intrinsic: u32) -> Gc<Builtin> {
        let implementation = Implementation::Native(native);
        Gc::new(Builtin { name: Symbol::new(name), owner: None, implementation, intrinsic, doc: "" })
    }

    /// A step of a statement: what lowering calls, with as many arguments as it takes.
    pub fn step(step: Run) -> Gc<Builtin> {
        let implementation = Implementation::Step(step);
        Gc::new(Builtin { name: Symbol::new(""), owner: None, implementation, intrinsic: 0, doc: "" })
    }

    /// A method of the built-in type `owner`; the receiver is its first argument.
    pub fn method(owner: &str, name: &str, native: Native, intrinsic: u32) -> Gc<Builtin> {
        let implementation = Implementation::Native(native);
        let owner = Some(Symbol::new(owner));
        Gc::new(Builtin { name: Symbol::new(name), owner, implementation, intrinsic, doc: "" })
    }

    /// A function of the host program.
    pub fn host(name: &str, function: HostFunction) -> Gc<Builtin> {
        let implementation = Implementation::Host(function);
        Gc::new(Builtin { name: Symbol::new(name), owner: None, implementation, intrinsic: 0, doc: "" })
    }

    /// What gives the item at a place of a tuple, or of an object around one.
    pub fn item_of_tuple(name: &str, place: usize) -> Gc<Builtin> {
        let implementation = Implementation::Item(place);
        Gc::new(Builtin { name: Symbol::new(name), owner: None, implementation, intrinsic: 0, doc: "" })
    }

    /// The place in a tuple of what it gives, if that is all it does.
    pub fn item(&self) -> Option<usize> {
        match self.implementation {
            Implementation::Item(place) => Some(place),
            _ => None,
        }
    }

    /// What it is called.
    pub fn name(&self) -> Symbol {
        self.name
    }

    /// Whether it is a function that every script has under this name.
    fn is_own(&self, name: &str) -> bool {
        matches!(&self.implementation, Implementation::Row(row) if matches!(row.owner, Owner::Builtins) && row.name == name)
    }

    /// Its name, with that of its type in front.
    pub fn qualified_name(&self) -> String {
        match &self.implementation {
            Implementation::Row(Row {
                owner: Owner::Type(owner, _) | Owner::Class(owner) | Owner::Static(owner),
                ..
            }) => {
                format!("{owner}.{}", self.name)
            }
            _ => self.owner.map_or_else(|| self.name.to_string(), |owner| format!("{owner}.{}", self.name)),
        }
    }

    /// The module that it belongs to, if it belongs to no type.
    pub fn module(&self) -> Option<&'static str> {
        match &self.implementation {
            Implementation::Row(Row { owner: Owner::Module(module), .. }) => Some(module),
            Implementation::Row(Row { owner: Owner::Type(..) | Owner::Class(_) | Owner::Static(_), .. }) => None,
            _ => self.owner.is_none().then_some("builtins"),
        }
    }

    /// The class of the type whose method it is, where that is one of the language's own.
    pub fn owning_class(&self) -> Option<Gc<Class>> {
        class_called(self.owner?)
    }

    /// The type whose method it is.
    pub fn owner(&self) -> Option<Symbol> {
        self.owner
    }

    /// What compiled code and typed nodes know it by; zero if they do not.
    #[inline(always)]
    pub fn intrinsic(&self) -> u32 {
        self.intrinsic
    }

    /// Whether it only computes a result, as long as its arguments are of built-in types.
    pub fn is_pure(&self) -> bool {
        matches!(&self.implementation, Implementation::Row(row) if row.pure)
    }

    /// What a method of a built-in type does with receivers like this one and `count` arguments by position, if these need no
    /// binding.
    pub fn taking(&self, receiver: &Value, count: usize) -> Option<Run> {
        match &self.implementation {
            Implementation::Row(Row { owner: Owner::Type(_, accepts), takes, .. }) if accepts(receiver) => {
                takes.plainly(count)
            }
            _ => None,
        }
    }

    /// What an operator of a built-in type does with receivers like this one.
    pub fn operating(&self, receiver: &Value) -> Option<Operate> {
        match &self.implementation {
            Implementation::Row(Row { owner: Owner::Type(_, accepts), takes: Takes::Operand(run), .. })
                if accepts(receiver) =>
            {
                Some(*run)
            }
            _ => None,
        }
    }

    /// What a function that belongs to no type does with `count` arguments by position, if these need no binding.
    pub fn taking_alone(&self, count: usize) -> Option<Run> {
        match &self.implementation {
            Implementation::Row(Row { owner: Owner::Builtins | Owner::Module(_), takes, .. }) => takes.plainly(count),
            Implementation::Step(step) => Some(*step),
            _ => None,
        }
    }

    /// What it says of itself.
    pub fn doc(&self) -> &'static str {
        self.doc
    }

    /// Calls it.
    #[inline]
    pub fn call(&self, arguments: &Arguments<'_>) -> Res {
        match &self.implementation {
            Implementation::Row(row) => row.call(arguments),
            Implementation::Special(row, owner) => row.call(owner, arguments),
            Implementation::Native(native) => native.0(arguments),
            Implementation::Step(step) => step(arguments.positional),
            Implementation::Host(function) => {
                // The function may replace itself while it runs.
                let function = function.clone();
                function(arguments)
            }
            Implementation::Item(place) => item_at(*place, self.name, arguments),
        }
    }
}

impl Trace for Builtin {}

/// The item at a place of the tuple that the only argument is, or is around.
fn item_at(place: usize, name: Symbol, arguments: &Arguments<'_>) -> Res {
    let [object] = arguments.positional else {
        return Err(native::wrong_count(name.as_str(), arguments.positional.len(), 1, 1));
    };
    match ops::base::payload(object)
        .as_ref()
        .and_then(Value::as_gc::<Tuple>)
        .and_then(|fields| fields.items().get(place))
    {
        Some(item) => Ok(item.clone()),
        None => ops::index::get(object, &Value::int(place as i64)),
    }
}

/// The body of a method bound to its receiver.
#[repr(C)]
pub struct Method {
    function: Value,
    receiver: Value,
}

impl Method {
    /// Where what is called lies in the body.
    pub const FUNCTION_OFFSET: i32 = 0;
    /// Where the receiver lies in the body.
    pub const RECEIVER_OFFSET: i32 = std::mem::size_of::<Value>() as i32;

    /// Binds a function to a receiver.
    pub fn create(function: Value, receiver: Value) -> Gc<Method> {
        let tracked = receiver.may_hold_others();
        let method = Gc::new(Method { function, receiver });
        if tracked {
            method.track();
        }
        method
    }

    /// What is called.
    pub fn function(&self) -> &Value {
        &self.function
    }

    /// Its first argument.
    pub fn receiver(&self) -> &Value {
        &self.receiver
    }

    /// Whether it is a method of a built-in type.
    pub fn is_native(&self) -> bool {
        self.function.downcast::<Builtin>().is_some()
    }
}

impl Trace for Method {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.function.trace(visit);
        self.receiver.trace(visit);
    }
}

/// The class of the language's own that has a name.
fn class_called(name: Symbol) -> Option<Gc<Class>> {
    types().all().into_iter().find(|class| class.module() == Symbol::BUILTINS && class.name() == name.as_str())
}

/// The body of an attribute of a built-in type that is computed when read (`z.real`).
pub struct Getter {
    name: Symbol,
    owner: Symbol,
    get: fn(&Value) -> Res,
}

impl Getter {
    /// A computed attribute of the built-in type `owner`.
    pub fn create(owner: &str, name: &str, get: fn(&Value) -> Res) -> Gc<Getter> {
        Gc::new(Getter { name: Symbol::new(name), owner: Symbol::new(owner), get })
    }

    /// What it is called.
    pub fn name(&self) -> Symbol {
        self.name
    }

    /// The type whose attribute it is.
    pub fn owner(&self) -> Symbol {
        self.owner
    }

    /// The class of that type, where it is one of the language's own.
    pub fn owning_class(&self) -> Option<Gc<Class>> {
        class_called(self.owner)
    }

    /// The attribute of an object of that type.
    pub fn get(&self, object: &Value) -> Res {
        match object.kind() {
            Some(Kind::Instance) => (self.get)(&ops::base::plain(object)),
            _ => (self.get)(object),
        }
    }
}

impl Trace for Getter {}

/// Whether a value is the built-in function or container type of a name, whoever has it under whatever name.
pub fn is_builtin(value: &Value, name: &str) -> bool {
    match (value.downcast::<Builtin>(), value.as_gc::<Class>()) {
        (Some(function), _) => function.is_own(name),
        (_, Some(class)) => {
            let types = types();
            let classes = [&types.list, &types.tuple, &types.set, &types.dict, &types.map, &types.filter];
            let names = ["list", "tuple", "set", "dict", "map", "filter"];
            names.into_iter().zip(classes).any(|(known, builtin)| known == name && builtin.is(class))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Function, Method};
    use std::mem::offset_of;

    #[test]
    fn layout_is_what_compiled_code_expects() {
        assert_eq!(offset_of!(Function, code_id), Function::CODE_ID_OFFSET as usize);
        assert_eq!(offset_of!(Function, defaults), Function::DEFAULTS_OFFSET as usize);
        assert_eq!(offset_of!(Method, function), Method::FUNCTION_OFFSET as usize);
        assert_eq!(offset_of!(Method, receiver), Method::RECEIVER_OFFSET as usize);
    }
}
