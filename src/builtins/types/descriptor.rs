//! `property`, `staticmethod`, `classmethod` and `super`: their constructors, methods and attributes.

use crate::raise;
use crate::value::cell::Cell;
use crate::value::class::Class;
use crate::value::descriptor::{Member, Property, Super, Wrapper};
use crate::value::dict::Dict;
use crate::value::function::{Builtin, Function, Getter, Method};
use crate::value::instance::Instance;
use crate::value::module::Module;
use crate::value::native::Takes::{Anything, Between, Exactly};
use crate::value::native::{Owner, Parameters, Row, Run, given};
use crate::value::ops::{attribute, call};
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Kind, Raise, Res, Symbol, Value, class_of, traceback, type_name};

/// Parameters of `types.ModuleType`.
pub static MODULE_PARAMETERS: Parameters =
    Parameters { names: &["name", "doc"], positional_only: 0, positional: 2, required: 1 };

/// `module(name, doc=None)`
pub fn new_module(arguments: &[Value]) -> Res {
    let Some(name) = arguments[0].as_str() else {
        return Err(raise!(TypeError, "module() argument 'name' must be str, not {}", type_name(&arguments[0])));
    };
    let module = Module::create(name);
    module.define("__name__", Value::str(name));
    module.define("__doc__", given(arguments, 1).cloned().unwrap_or(Value::None));
    for name in ["__package__", "__loader__", "__spec__"] {
        module.define(name, Value::None);
    }
    Ok(Value::from(module))
}

/// Parameters of `property`.
pub static PROPERTY_PARAMETERS: Parameters =
    Parameters { names: &["fget", "fset", "fdel", "doc"], positional_only: 0, positional: 4, required: 0 };

/// `property(fget=None, fset=None, fdel=None, doc=None)`
pub fn new_property(arguments: &[Value]) -> Res {
    let part = |place: usize| given(arguments, place).cloned().unwrap_or(Value::None);
    let (getter, doc) = (part(0), part(3));
    let doc = if doc.is_none() && !getter.is_none() { None } else { Some(doc) };
    let of_getter = match &doc {
        None => attribute::find(&getter, Symbol::DOC)?.unwrap_or(Value::None),
        Some(_) => Value::None,
    };
    Ok(Value::from(Property::create([getter, part(1), part(2)], doc, of_getter)))
}

/// Whether it is a property, or wraps one.
fn is_property(value: &Value) -> bool {
    let payload = value.downcast::<Instance>().and_then(Instance::payload);
    payload.as_ref().unwrap_or(value).kind() == Some(Kind::Property)
}

/// The property that is the receiver, or that it wraps.
fn this(arguments: &[Value]) -> Result<Gc<Property>, Raise> {
    let payload = arguments[0].downcast::<Instance>().and_then(Instance::payload);
    let property = payload.as_ref().unwrap_or(&arguments[0]).as_gc::<Property>().cloned();
    property.ok_or_else(|| raise!(TypeError, "property expected, not '{}'", type_name(&arguments[0])))
}

const fn of_property(name: &'static str, run: Run, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("property", is_property), takes: Exactly(1, run), pure: false, doc }
}

/// Methods of properties.
#[rustfmt::skip]
pub static PROPERTY: &[Row] = &[
    of_property("getter", |a| changed(a, |property, getter| [getter, property.setter.clone(), property.deleter.clone()]), "Descriptor to obtain a copy of the property with a different getter."),
    of_property("setter", |a| changed(a, |property, setter| [property.getter.clone(), setter, property.deleter.clone()]), "Descriptor to obtain a copy of the property with a different setter."),
    of_property("deleter", |a| changed(a, |property, deleter| [property.getter.clone(), property.setter.clone(), deleter]), "Descriptor to obtain a copy of the property with a different deleter."),
    Row { name: "__get__", owner: Owner::Type("property", is_property), takes: Between(1, 2, get), pure: false, doc: "Return an attribute of instance, which is of type owner." },
    Row { name: "__set__", owner: Owner::Type("property", is_property), takes: Between(2, 2, set), pure: false, doc: "Set an attribute of instance to value." },
    Row { name: "__delete__", owner: Owner::Type("property", is_property), takes: Exactly(1, delete), pure: false, doc: "Delete an attribute of instance." },
];

/// A copy of a property with one part exchanged, of the same class.
fn changed(arguments: &[Value], parts: fn(&Property, Value) -> [Value; 3]) -> Res {
    let property = this(arguments)?;
    let [getter, setter, deleter] = match &arguments[1] {
        Value::None => [&property.getter, &property.setter, &property.deleter].map(Value::clone),
        part => parts(&property, part.clone()),
    };
    let class = Value::from(class_of(&arguments[0]));
    let doc = if property.doc_of_getter && !getter.is_none() { Value::None } else { property.doc() };
    let copy = call::call(&class, &[getter, setter, deleter, doc])?;
    if let Ok(copy) = this(std::slice::from_ref(&copy)) {
        copy.set_name(property.name());
    }
    Ok(copy)
}

fn get(arguments: &[Value]) -> Res {
    asked_of_something(arguments)?;
    match &arguments[1] {
        Value::None => Ok(arguments[0].clone()),
        object => attribute::bind(Value::from(this(arguments)?), object, &class_of(object)),
    }
}

fn set(arguments: &[Value]) -> Res {
    attribute::set_through(&Value::from(this(arguments)?), &arguments[1], &arguments[2])?;
    Ok(Value::None)
}

fn delete(arguments: &[Value]) -> Res {
    attribute::delete_through(&Value::from(this(arguments)?), &arguments[1])?;
    Ok(Value::None)
}

/// Attributes of properties.
pub static PROPERTY_ATTRIBUTES: &[super::table::Attribute] = &[
    ("fget", |property| Ok(this(std::slice::from_ref(property))?.getter.clone())),
    ("fset", |property| Ok(this(std::slice::from_ref(property))?.setter.clone())),
    ("fdel", |property| Ok(this(std::slice::from_ref(property))?.deleter.clone())),
    ("__doc__", |property| Ok(this(std::slice::from_ref(property))?.doc())),
    ("__isabstractmethod__", |property| {
        let property = this(std::slice::from_ref(property))?;
        for part in [&property.getter, &property.setter, &property.deleter] {
            if is_abstract(part)? {
                return Ok(Value::bool(true));
            }
        }
        Ok(Value::bool(false))
    }),
];

fn is_abstract(function: &Value) -> Result<bool, Raise> {
    match attribute::find(function, Symbol::IS_ABSTRACT)? {
        Some(mark) => crate::value::ops::truth(&mark),
        None => Ok(false),
    }
}

/// `staticmethod(function)`
pub fn new_static(arguments: &[Value]) -> Res {
    Ok(Value::from(Wrapper::create(arguments[0].clone(), false)))
}

/// `classmethod(function)`
pub fn new_for_class(arguments: &[Value]) -> Res {
    Ok(Value::from(Wrapper::create(arguments[0].clone(), true)))
}

fn wrapper(value: &Value) -> Result<Gc<Wrapper>, Raise> {
    let payload = value.downcast::<Instance>().and_then(Instance::payload);
    let wrapper = payload.as_ref().unwrap_or(value).as_gc::<Wrapper>().cloned();
    wrapper.ok_or_else(|| raise!(TypeError, "method expected, not '{}'", type_name(value)))
}

const fn of_wrapper(name: &'static str, takes: crate::value::native::Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("staticmethod", |value| wrapper(value).is_ok()), takes, pure: false, doc }
}

/// Methods of static and class methods.
pub static WRAPPER: &[Row] = &[
    of_wrapper("__get__", Between(1, 2, get_wrapped), "Return an attribute of instance, which is of type owner."),
    of_wrapper("__call__", Anything(call_wrapped), "Call self as a function."),
];

fn get_wrapped(arguments: &[Value]) -> Res {
    asked_of_something(arguments)?;
    let wrapper = wrapper(&arguments[0])?;
    let built_in = wrapper.function().downcast::<Builtin>().filter(|_| wrapper.is_for_class());
    if let Some((builtin, owner)) = built_in.and_then(|builtin| Some((builtin, builtin.owning_class()?))) {
        return bound_to_class(builtin, &owner, arguments);
    }
    let class = match arguments.get(2).and_then(Value::as_gc::<Class>) {
        Some(class) => class.clone(),
        None => class_of(&arguments[1]),
    };
    attribute::bind_to_class(Value::from(wrapper), &class)
}

/// A class method of a built-in type, for that type or one that derives from it.
fn bound_to_class(builtin: &Builtin, owner: &Gc<Class>, arguments: &[Value]) -> Res {
    let (name, owner_name) = (builtin.name(), owner.name());
    let class = match given(arguments, 2).filter(|class| !class.is_none()) {
        Some(class) => class.clone(),
        None => Value::from(class_of(&arguments[1])),
    };
    let Some(class) = class.as_gc::<Class>() else {
        let given = type_name(&class);
        return Err(raise!(
            TypeError,
            "descriptor '{name}' for type '{owner_name}' needs a type, not a '{given}' as arg 2"
        ));
    };
    if !class.is_subclass(owner) {
        let given = class.name();
        return Err(raise!(
            TypeError,
            "descriptor '{name}' requires a subtype of '{owner_name}' but received '{given}'"
        ));
    }
    attribute::bind_to_class(Value::from(wrapper(&arguments[0])?), class)
}

fn call_wrapped(arguments: &Arguments<'_>) -> Res {
    let Some((first, rest)) = arguments.positional.split_first() else { return Ok(Value::None) };
    let wrapper = wrapper(first)?;
    if wrapper.is_for_class() {
        return Err(raise!(TypeError, "'classmethod' object is not callable"));
    }
    call::call_with(wrapper.function(), &Arguments { positional: rest, ..*arguments })
}

/// Attributes of static and class methods.
pub static WRAPPER_ATTRIBUTES: &[super::table::Attribute] = &[
    ("__dict__", |value| Ok(Value::from(wrapper(value)?.dictionary()?))),
    ("__func__", |value| Ok(wrapper(value)?.function().clone())),
    ("__wrapped__", |value| Ok(wrapper(value)?.function().clone())),
    ("__name__", |value| attribute::get(wrapper(value)?.function(), Symbol::NAME)),
    ("__qualname__", |value| attribute::get(wrapper(value)?.function(), Symbol::QUALNAME)),
    ("__doc__", |value| attribute::get(wrapper(value)?.function(), Symbol::DOC)),
    ("__module__", |value| attribute::get(wrapper(value)?.function(), Symbol::MODULE)),
    ("__annotations__", |value| attribute::get(wrapper(value)?.function(), Symbol::ANNOTATIONS)),
    ("__isabstractmethod__", |value| is_abstract(wrapper(value)?.function()).map(Value::bool)),
];

const fn of_member(name: &'static str, takes: crate::value::native::Takes, doc: &'static str) -> Row {
    let is_member = |value: &Value| value.downcast::<Member>().is_some();
    Row { name, owner: Owner::Type("member_descriptor", is_member), takes, pure: false, doc }
}

/// Methods of the attributes that `__slots__` names.
pub static MEMBER: &[Row] = &[
    of_member("__get__", Between(1, 2, get_member), "Return an attribute of instance, which is of type owner."),
    of_member("__set__", Exactly(2, set_member), "Set an attribute of instance to value."),
    of_member("__delete__", Exactly(1, delete_member), "Delete an attribute of instance."),
];

fn get_member(arguments: &[Value]) -> Res {
    asked_of_something(arguments)?;
    match &arguments[1] {
        Value::None => Ok(arguments[0].clone()),
        object => attribute::bind(arguments[0].clone(), object, &class_of(object)),
    }
}

fn set_member(arguments: &[Value]) -> Res {
    attribute::set_through(&arguments[0], &arguments[1], &arguments[2])?;
    Ok(Value::None)
}

fn delete_member(arguments: &[Value]) -> Res {
    attribute::delete_through(&arguments[0], &arguments[1])?;
    Ok(Value::None)
}

fn member(value: &Value) -> Result<&Member, Raise> {
    value.downcast::<Member>().ok_or_else(|| raise!(TypeError, "member expected, not '{}'", type_name(value)))
}

/// What the attributes that `__slots__` names say of themselves.
pub static MEMBER_ATTRIBUTES: &[super::table::Attribute] = &[
    ("__name__", |value| Ok(Value::str(member(value)?.name.as_str()))),
    ("__qualname__", |value| {
        let member = member(value)?;
        Ok(Value::str(&format!("{}.{}", member.owner.qualified_name(), member.name)))
    }),
    ("__objclass__", |value| Ok(Value::from(&member(value)?.owner))),
    ("__doc__", |_| Ok(Value::None)),
];

fn getter(value: &Value) -> Result<&Getter, Raise> {
    value.downcast::<Getter>().ok_or_else(|| raise!(TypeError, "getset expected, not '{}'", type_name(value)))
}

/// What the computed attributes of built-in types say of themselves.
pub static GETTER_ATTRIBUTES: &[super::table::Attribute] = &[
    ("__name__", |value| Ok(Value::str(getter(value)?.name().as_str()))),
    ("__qualname__", |value| {
        let getter = getter(value)?;
        Ok(Value::str(&format!("{}.{}", getter.owner(), getter.name())))
    }),
    ("__objclass__", |value| Ok(getter(value)?.owning_class().map_or(Value::None, Value::from))),
];

/// `types.CellType([contents])`
pub fn new_cell(arguments: &[Value]) -> Res {
    Ok(Value::from(Cell::create(given(arguments, 0).cloned().unwrap_or(Value::Unbound))))
}

fn contents(value: &Value) -> Res {
    match value.downcast::<Cell>().map(Cell::get) {
        None | Some(Value::Unbound) => Err(raise!(ValueError, "Cell is empty")),
        Some(contents) => Ok(contents),
    }
}

/// What a cell says of itself.
pub static CELL_ATTRIBUTES: &[super::table::Attribute] = &[("cell_contents", contents)];

/// Methods of functions.
pub static FUNCTION: &[Row] = &[Row {
    name: "__get__",
    owner: Owner::Type("function", |value| value.downcast::<Function>().is_some()),
    takes: Between(1, 2, get_bound),
    pure: false,
    doc: "Return an attribute of instance, which is of type owner.",
}];

/// Methods of the methods of built-in types.
pub static BUILTIN_METHOD: &[Row] = &[Row {
    name: "__get__",
    owner: Owner::Type("method_descriptor", |value| value.downcast::<Builtin>().is_some_and(|it| it.owner().is_some())),
    takes: Between(1, 2, get_bound_builtin),
    pure: false,
    doc: "Return an attribute of instance, which is of type owner.",
}];

fn get_bound_builtin(arguments: &[Value]) -> Res {
    asked_of_something(arguments)?;
    let (method, object) = (&arguments[0], &arguments[1]);
    if object.is_none() {
        return Ok(method.clone());
    }
    let builtin = method.downcast::<Builtin>();
    if let Some((builtin, owner)) = builtin.and_then(|builtin| builtin.owning_class().map(|owner| (builtin, owner)))
        && !class_of(object).is_subclass(&owner)
    {
        let (name, owner, given) = (builtin.name(), owner.name(), type_name(object));
        return Err(raise!(TypeError, "descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object"));
    }
    Ok(Value::from(Method::create(method.clone(), object.clone())))
}

/// Methods of bound methods, which stay bound to what they are.
pub static METHOD: &[Row] = &[Row {
    name: "__get__",
    owner: Owner::Type("method", |value| value.downcast::<Method>().is_some()),
    takes: Between(1, 2, |arguments| Ok(arguments[0].clone())),
    pure: false,
    doc: "Return an attribute of instance, which is of type owner.",
}];

/// `__get__` needs an object, or the class that the attribute is asked of.
fn asked_of_something(arguments: &[Value]) -> Result<(), Raise> {
    match arguments[1].is_none() && arguments.get(2).is_none_or(Value::is_none) {
        true => Err(raise!(TypeError, "__get__(None, None) is invalid")),
        false => Ok(()),
    }
}

fn get_bound(arguments: &[Value]) -> Res {
    asked_of_something(arguments)?;
    Ok(match &arguments[1] {
        Value::None => arguments[0].clone(),
        object => Value::from(Method::create(arguments[0].clone(), object.clone())),
    })
}

/// The parameters of `types.FunctionType`.
pub static FUNCTION_PARAMETERS: Parameters = Parameters {
    names: &["code", "globals", "name", "argdefs", "closure"],
    positional_only: 0,
    positional: 5,
    required: 2,
};

/// `types.FunctionType(code, globals, name=None, argdefs=None, closure=None)`: another function of the same code. Its
/// globals are those of the function that the code was taken from.
pub fn new_function(arguments: &[Value]) -> Res {
    let part = |place: usize| given(arguments, place).filter(|value| !value.is_none());
    let Some((code, module)) = traceback::body_of(&arguments[0]) else {
        let given = type_name(&arguments[0]);
        return Err(raise!(TypeError, "function() argument 'code' must be code, not {given}"));
    };
    let Some(globals) = arguments[1].as_gc::<Dict>() else {
        let given = type_name(&arguments[1]);
        return Err(raise!(TypeError, "function() argument 'globals' must be dict, not {given}"));
    };
    if !globals.module().is_some_and(|other| other.is(module)) {
        return Err(raise!(TypeError, "taipan makes functions of code with the globals that it was written for only"));
    }
    let row = |place: usize| part(place).and_then(|value| value.downcast::<Tuple>()).map_or(&[][..], Tuple::items);
    let (defaults, closure) = (row(3), row(4));
    if !code.free.is_empty() && part(4).is_none_or(|closure| closure.downcast::<Tuple>().is_none()) {
        return Err(raise!(TypeError, "arg 5 (closure) must be tuple"));
    }
    if closure.len() != code.free.len() {
        let (name, wanted, given) = (&code.name, code.free.len(), closure.len());
        return Err(raise!(ValueError, "{name} requires closure of length {wanted}, not {given}"));
    }
    if let Some(wrong) = closure.iter().find(|cell| cell.downcast::<Cell>().is_none()) {
        return Err(raise!(TypeError, "arg 5 (closure) expected cell, found {}", type_name(wrong)));
    }
    let skipped = defaults.len().saturating_sub(code.params.positional as usize);
    let unset = vec![Value::Unbound; code.params.keyword_only as usize];
    let function =
        Function::create(code.clone(), module.clone(), defaults[skipped..].to_vec(), unset, closure.to_vec());
    if let Some(name) = part(2) {
        function.names_with(Symbol::NAME).set(Symbol::NAME, name.clone());
    }
    Ok(Value::from(function))
}

/// `method(function, instance)`
pub fn new_method(arguments: &[Value]) -> Res {
    if !call::is_callable(&arguments[0]) {
        return Err(raise!(TypeError, "first argument must be callable"));
    }
    if arguments[1].is_none() {
        return Err(raise!(TypeError, "instance must not be None"));
    }
    Ok(Value::from(Method::create(arguments[0].clone(), arguments[1].clone())))
}

/// `super()`, `super(type)`, `super(type, object_or_type)`. Where a method leaves both out, resolving has put them in.
pub fn new_super(arguments: &[Value]) -> Res {
    let (first, object) = match arguments {
        [] => return Err(raise!(RuntimeError, "super(): no arguments")),
        [first] => (first, Value::Unbound),
        [first, object, ..] => (first, object.clone()),
    };
    let Some(after) = first.as_gc::<Class>() else {
        return Err(raise!(TypeError, "super() argument 1 must be a type, not {}", type_name(first)));
    };
    if object.is_unbound() || object.is_none() {
        return Ok(Value::from(Super::create(after.clone(), Value::Unbound, after.clone())));
    }
    if let Some(class) = object.as_gc::<Class>()
        && class.is_subclass(after)
    {
        return Ok(Value::from(Super::create(after.clone(), object.clone(), class.clone())));
    }
    let mut class = class_of(&object);
    // What stands in for an object of the class says so.
    if !class.is_subclass(after)
        && let Some(said) = attribute::find(&object, Symbol::CLASS)?
        && let Some(said) = said.as_gc::<Class>()
    {
        class = said.clone();
    }
    if !class.is_subclass(after) {
        return Err(raise!(TypeError, "super(type, obj): obj must be an instance or subtype of type"));
    }
    Ok(Value::from(Super::create(after.clone(), object, class)))
}
