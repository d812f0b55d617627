//! What `object` and `type` give to every object and every class.

use crate::raise;
use crate::value::class::Class;
use crate::value::convert;
use crate::value::descriptor::Wrapper;
use crate::value::dict::Dict;
use crate::value::function::{Builtin, Function};
use crate::value::host;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Between, Exactly};
use crate::value::native::{Owner, Row, Takes};
use crate::value::ops::{attribute, call, construct, define};
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, class_of, type_name, types};
use std::rc::Rc;

const fn of_object(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("object", |_| true), takes, pure: false, doc }
}

const fn of_type(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("type", is_class), takes, pure: false, doc }
}

fn is_class(value: &Value) -> bool {
    value.downcast::<Class>().is_some()
}

/// Methods of `object`.
#[rustfmt::skip]
pub static OBJECT: &[Row] = &[
    of_object("__init__", Anything(init), "Initialize self.  See help(type(self)) for accurate signature."),
    Row { name: "__new__", owner: Owner::Static("object"), takes: Anything(new), pure: false, doc: "Create and return a new object.  See help(type) for accurate signature." },
    of_object("__getattribute__", Exactly(1, get_attribute), "Return getattr(self, name)."),
    of_object("__setattr__", Between(2, 2, set_attribute), "Implement setattr(self, name, value)."),
    of_object("__delattr__", Exactly(1, delete_attribute), "Implement delattr(self, name)."),
    of_object("__reduce_ex__", Exactly(1, |a| by_copyreg("_reduce_ex", &[a[0].clone(), convert::index(&a[1])?])), "Helper for pickle."),
    of_object("__reduce__", Exactly(0, |a| by_copyreg("_reduced", &[a[0].clone(), Value::int(0)])), "Helper for pickle."),
    of_object("__getstate__", Exactly(0, |a| by_copyreg("_state", &a[..1])), "Helper for pickle."),
];

/// Class methods of `object`.
#[rustfmt::skip]
static OBJECT_CLASS: &[Row] = &[
    of_object("__init_subclass__", Anything(init_subclass), "This method is called when a class is subclassed."),
    of_object("__subclasshook__", Anything(|_| Ok(Value::not_implemented())), "Abstract classes can override this to customize issubclass()."),
];

/// Methods of `type`.
#[rustfmt::skip]
pub static TYPE: &[Row] = &[
    of_type("__call__", Anything(call_class), "Call self as a function."),
    of_type("__init__", Anything(init_class), "Initialize self.  See help(type(self)) for accurate signature."),
    of_type("__instancecheck__", Exactly(1, |a| attribute::is_plain_instance(&a[1], &a[0]).map(Value::bool)), "Check if an object is an instance."),
    of_type("__subclasscheck__", Exactly(1, |a| attribute::is_plain_subclass(&a[1], &a[0]).map(Value::bool)), "Check if a class is a subclass."),
    of_type("__subclasses__", Exactly(0, subclasses), "Return a list of immediate subclasses."),
    of_type("mro", Exactly(0, order), "Return a type's method resolution order."),
];

/// Class methods of `type`.
static TYPE_CLASS: &[Row] = &[of_type(
    "__prepare__",
    Anything(|_| Ok(Value::from(Dict::new()))),
    "Used to create the namespace for the class.",
)];

/// What the page `copyreg` says of how an object is made again.
fn by_copyreg(function: &str, arguments: &[Value]) -> Res {
    let page = host::host()?.import("copyreg")?;
    call::call(&attribute::get(&page, Symbol::new(function))?, arguments)
}

/// Gives `object` and `type` their class methods, and the types that can be called their `__new__`.
pub fn fill() {
    for kind in super::table::KINDS {
        let class = (kind.class)(types());
        if kind.construct.is_some() && !class.is(&types().object) {
            give_new(class);
        }
    }
    for (class, rows) in [(&types().object, OBJECT_CLASS), (&types().class, TYPE_CLASS)] {
        for row in rows {
            let wrapper = Wrapper::create(Value::from(Builtin::row(row)), true);
            class.names().set(Symbol::new(row.name), Value::from(wrapper));
        }
    }
}

/// Gives a class that can be called its `__new__`.
pub fn give_new(class: &Gc<Class>) {
    let owner = class.clone();
    let new = Builtin::host("__new__", Rc::new(move |arguments| new_of_type(&owner, arguments)));
    class.names().set(Symbol::NEW, Value::from(new));
}

/// What a class method of a built-in type made, for the class that it was called on.
pub fn of_class(class: &Value, built_in: &Gc<Class>, made: Value) -> Res {
    match class.as_gc::<Class>() {
        Some(class) if !class.is(built_in) => call::call(&Value::from(class), std::slice::from_ref(&made)),
        _ => Ok(made),
    }
}

fn class(value: &Value) -> Result<&Gc<Class>, Raise> {
    value.as_gc::<Class>().ok_or_else(|| raise!(TypeError, "expected a class, not '{}'", type_name(value)))
}

/// `object.__init__(self)`
fn init(arguments: &Arguments<'_>) -> Res {
    let (Some(object), Some(rest)) = (arguments.positional.first(), arguments.positional.get(1..)) else {
        return Err(raise!(TypeError, "descriptor '__init__' of 'object' object needs an argument"));
    };
    let rest = Arguments { positional: rest, ..*arguments };
    if construct::fill(object, &rest)? || rest.is_empty() {
        return Ok(Value::None);
    }
    let class = class_of(object);
    let traits = class.traits();
    if traits.init && object.downcast::<Instance>().is_some_and(|instance| instance.payload().is_none()) {
        return Err(raise!(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)"));
    }
    if !traits.new && !class.layout().wraps && class.construct().is_none() {
        let name = class.name();
        return Err(raise!(TypeError, "{name}.__init__() takes exactly one argument (the instance to initialize)"));
    }
    Ok(Value::None)
}

/// The class that is to have a new instance, and the other arguments.
fn split_class<'a>(owner: &Gc<Class>, arguments: &Arguments<'a>) -> Result<(&'a Gc<Class>, Arguments<'a>), Raise> {
    let Some((first, rest)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "{}.__new__(): not enough arguments", owner.name()));
    };
    match first.as_gc::<Class>() {
        Some(class) => Ok((class, Arguments { positional: rest, ..*arguments })),
        None => {
            let owner = owner.name();
            Err(raise!(TypeError, "{owner}.__new__(X): X is not a type object ({})", type_name(first)))
        }
    }
}

/// `object.__new__(cls, …)`
fn new(arguments: &Arguments<'_>) -> Res {
    let (class, rest) = split_class(&types().object, arguments)?;
    if let Some(base) = construct::built_in_base(class)
        && !base.is(&types().object)
    {
        let (class, base) = (class.name(), base.name());
        return Err(raise!(TypeError, "object.__new__({class}) is not safe, use {base}.__new__()"));
    }
    let native = |class: &&Gc<Class>| class.names().get(Symbol::NEW).is_some_and(|new| is_native(&new));
    if let Some(base) = std::iter::once(class).chain(class.ancestors()).find(native)
        && !base.is(&types().object)
    {
        let (class, base) = (class.full_name(), base.full_name());
        return Err(raise!(TypeError, "object.__new__({class}) is not safe, use {base}.__new__()"));
    }
    if !rest.is_empty() && class.traits().new {
        return Err(raise!(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)"));
    }
    construct::create(class, &rest)
}

fn is_native(new: &Value) -> bool {
    let new = new.downcast::<Wrapper>().map_or(new, Wrapper::function);
    new.downcast::<Builtin>().is_some()
}

/// `__new__` of any other built-in type.
fn new_of_type(owner: &Gc<Class>, arguments: &Arguments<'_>) -> Res {
    let (class, rest) = split_class(owner, arguments)?;
    if !class.is_subclass(owner) {
        let (name, class) = (owner.name(), class.name());
        return Err(raise!(TypeError, "{name}.__new__({class}): {class} is not a subtype of {name}"));
    }
    match owner.is(&types().module) {
        true => construct::unnamed_module(class),
        false => construct::create(class, &rest),
    }
}

fn name(value: &Value) -> Result<Symbol, Raise> {
    match value.as_str() {
        Some(name) => Ok(Symbol::new(name)),
        None => Err(raise!(TypeError, "attribute name must be string, not '{}'", type_name(value))),
    }
}

fn get_attribute(arguments: &[Value]) -> Res {
    let name = name(&arguments[1])?;
    match attribute::look(&arguments[0], name)? {
        Some(value) => Ok(value),
        None => Err(attribute::missing(&arguments[0], name)),
    }
}

fn set_attribute(arguments: &[Value]) -> Res {
    attribute::set_plain(&arguments[0], name(&arguments[1])?, arguments[2].clone())?;
    Ok(Value::None)
}

fn delete_attribute(arguments: &[Value]) -> Res {
    attribute::delete_plain(&arguments[0], name(&arguments[1])?)?;
    Ok(Value::None)
}

fn init_subclass(arguments: &Arguments<'_>) -> Res {
    let Some(first) = arguments.positional.first() else { return Ok(Value::None) };
    if arguments.names.is_empty() && arguments.positional.len() == 1 {
        return Ok(Value::None);
    }
    let name = class(first)?.qualified_name();
    match arguments.names {
        [] => Err(raise!(TypeError, "{name}.__init_subclass__() takes no arguments")),
        _ => Err(raise!(TypeError, "{name}.__init_subclass__() takes no keyword arguments")),
    }
}

/// `type.__call__(cls, …)`
fn call_class(arguments: &Arguments<'_>) -> Res {
    let Some((first, rest)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "descriptor '__call__' of 'type' object needs an argument"));
    };
    call::call_plain_class(class(first)?, &Arguments { positional: rest, ..*arguments })
}

fn init_class(arguments: &Arguments<'_>) -> Res {
    match arguments.positional.len() {
        2 | 4 => Ok(Value::None),
        _ => Err(raise!(TypeError, "type.__init__() takes 1 or 3 arguments")),
    }
}

fn subclasses(arguments: &[Value]) -> Res {
    let class = class(&arguments[0])?;
    let derives = |other: &Gc<Class>| other.bases().iter().any(|base| base.is(class));
    let built_in = if class.is_from_script() { Vec::new() } else { types().all() };
    let all =
        built_in.into_iter().filter(derives).chain(class.subclasses().into_iter().filter(|class| class.is_present()));
    Ok(Value::list(all.map(Value::from)))
}

fn order(arguments: &[Value]) -> Res {
    let class = class(&arguments[0])?;
    Ok(Value::list(std::iter::once(class).chain(class.ancestors()).map(Value::from)))
}

/// `__build_class__(body, name, *bases, metaclass=…, **keywords)`: what the `class` statement calls.
pub fn build(arguments: &Arguments<'_>) -> Res {
    let [body, name, written @ ..] = arguments.positional else {
        return Err(raise!(TypeError, "__build_class__: not enough arguments"));
    };
    let bases = resolve_bases(written)?;
    let (mut names, mut named) = (arguments.names.to_vec(), arguments.named.to_vec());
    let asked = names.iter().position(|name| *name == Symbol::METACLASS).map(|place| {
        names.remove(place);
        named.remove(place)
    });
    let metaclass = match asked {
        // What is no class has a type that makes none either, and says so.
        None => {
            let first = bases.first().map_or_else(|| types().class.clone(), class_of);
            Value::from(define::metaclass(&first, &bases)?)
        }
        Some(asked) => match asked.as_gc::<Class>() {
            Some(class) => Value::from(define::metaclass(class, &bases)?),
            None => asked,
        },
    };
    let bases_tuple = Value::tuple(bases);
    let positional = [name.clone(), bases_tuple.clone()];
    let prepare = attribute::find(&metaclass, Symbol::PREPARE)?;
    let keywords = Arguments { positional: &positional, names: &names, named: &named };
    let namespace = match prepare {
        Some(prepare) => call::call_with(&prepare, &keywords)?,
        None => Value::from(Dict::new()),
    };
    if namespace.downcast::<Dict>().is_none() && class_of(&namespace).lookup(Symbol::GETITEM).is_none() {
        let (owner, given) = (prepare_owner(&metaclass), type_name(&namespace));
        return Err(raise!(TypeError, "{owner}.__prepare__() must return a mapping, not {given}"));
    }
    call::call(body, std::slice::from_ref(&namespace))?;
    if bases_differ(written, &bases_tuple) {
        let original = Value::tuple(written.to_vec());
        crate::value::ops::index::set(&namespace, &Value::str("__orig_bases__"), original)?;
    }
    let statement = body.downcast::<Function>().zip(namespace.as_gc::<Dict>());
    let is_usual = metaclass.as_gc::<Class>().is_some_and(|class| class.is(&types().class)) && names.is_empty();
    let statement = statement.filter(|_| is_usual);
    if let (Some((body, namespace)), Some(name), Some(bases)) =
        (statement, name.as_str(), bases_tuple.downcast::<Tuple>())
        && let Some(class) = body.module().classes().again(body.code(), name, bases.items(), namespace)
    {
        return Ok(Value::from(class));
    }
    let positional = [name.clone(), bases_tuple, namespace.clone()];
    let made = call::call_with(&metaclass, &Arguments { positional: &positional, ..keywords })?;
    if let (Some((body, namespace)), Some(class)) = (statement, made.as_gc::<Class>()) {
        body.module().classes().note(body.code(), class, namespace);
    }
    Ok(made)
}

fn prepare_owner(metaclass: &Value) -> String {
    metaclass.downcast::<Class>().map_or_else(|| "<metaclass>".to_string(), Class::name)
}

fn bases_differ(written: &[Value], bases: &Value) -> bool {
    let bases = bases.downcast::<crate::value::tuple::Tuple>().map_or(&[][..], |tuple| tuple.items());
    written.len() != bases.len() || written.iter().zip(bases).any(|(a, b)| !a.is(b))
}

/// The bases, with what is no class replaced by what it says.
fn resolve_bases(written: &[Value]) -> Result<Vec<Value>, Raise> {
    let mut bases = Vec::with_capacity(written.len());
    for base in written {
        if is_class(base) {
            bases.push(base.clone());
            continue;
        }
        match attribute::find(base, Symbol::new("__mro_entries__"))? {
            Some(entries) => {
                let entries = call::call(&entries, &[Value::tuple(written.to_vec())])?;
                bases.extend(crate::value::ops::iterate::collect_values(&entries)?);
            }
            None => bases.push(base.clone()),
        }
    }
    Ok(bases)
}
