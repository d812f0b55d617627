//! The class `Reader`: what an unpickler of the page reads with.

use super::input::Input;
use super::memo::Known;
use super::read::Load;
use crate::builtins::argument::text;
use crate::builtins::modules::class;
use crate::raise;
use crate::value::bytes::Bytes;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::exception::{Error, catch};
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::memory_view::MemoryView;
use crate::value::native::Takes::{Anything, Exactly};
use crate::value::native::{Owner, Row, Takes};
use crate::value::opaque::{Content, Opaque};
use crate::value::{Arguments, Gc, Raise, Res, Value, ops, type_name};
use std::cell::{Cell, OnceCell, RefCell};

/// What is kept between the pickles of one file.
pub struct Reader {
    pub memo: RefCell<Known>,
    /// The protocol that the pickle says it is of.
    pub protocol: Cell<u8>,
}

impl Content for Reader {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.memo.borrow().trace(visit);
    }

    fn clear(&self) {
        drop(self.memo.take());
    }
}

fn is_reader(value: &Value) -> bool {
    value.content::<Reader>().is_some()
}

fn this(value: &Value) -> Result<&Reader, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "_pickling.Reader expected"))
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("_pickling.Reader", is_reader), takes, pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("_pickling.Reader"), takes: Anything(new), pure: false, doc: "A reader." },
    method("__init__", Anything(|_| Ok(Value::None)), "Initialize self."),
    method("loads", Exactly(8, |a| load(a, Input::of_bytes(bytes(&a[1])?), 2)), "The object that bytes mean: loads(data, find_class, tells, persistent_load, encoding, errors, buffers, extension)."),
    method("load", Exactly(9, |a| load(a, Input::of_file(a[1].clone(), a[2].clone()), 3)), "The same for a file: load(read, readline, find_class, tells, persistent_load, encoding, errors, buffers, extension)."),
    method("known", Exactly(0, known), "The objects that were read, by their numbers."),
    method("set_known", Exactly(1, set_known), "Replace these objects."),
];

/// The class.
pub fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create("_pickling", "Reader", None, METHODS);
        class::add_attributes(&class, &[("protocol", |value| Ok(Value::int(this(value)?.protocol.get().into())))]);
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

fn new(arguments: &Arguments<'_>) -> Res {
    let [class] = arguments.positional else { return Err(raise!(TypeError, "Reader() takes no arguments")) };
    let Some(class) = class.as_gc::<Class>() else { return Err(raise!(TypeError, "Reader.__new__(X): X is no type")) };
    let reader = Reader { memo: RefCell::default(), protocol: Cell::new(0) };
    Ok(Value::from(Instance::wrap(class, Opaque::create(reader))))
}

/// The bytes of an object that is made of bytes.
fn bytes(value: &Value) -> Result<Gc<Bytes>, Raise> {
    if let Some(bytes) = value.as_gc::<Bytes>() {
        return Ok(bytes.clone());
    }
    match MemoryView::of(value) {
        Ok(view) => Ok(Bytes::create(&view.to_vec()?)),
        Err(raised) if catch(Error::TypeError).is_none() => Err(raised),
        Err(_) => Err(raise!(TypeError, "a bytes-like object is required, not '{}'", type_name(value))),
    }
}

fn load(arguments: &[Value], input: Input, hooks: usize) -> Res {
    let reader = this(&arguments[0])?;
    let hook = |place: usize| Some(&arguments[hooks + place]).filter(|hook| !hook.is_none());
    let loaded = Load {
        reader,
        input,
        memo: reader.memo.take(),
        stack: Vec::new(),
        marks: Vec::new(),
        find_class: &arguments[hooks],
        tells: ops::truth(&arguments[hooks + 1])?,
        persistent: hook(2),
        encoding: text("load", arguments, hooks + 3)?.as_str(),
        errors: text("load", arguments, hooks + 4)?.as_str(),
        buffers: hook(5),
        extension: &arguments[hooks + 6],
    };
    reader.protocol.set(0);
    loaded.run()
}

fn known(arguments: &[Value]) -> Res {
    let found = Dict::new();
    for (number, object) in this(&arguments[0])?.memo.borrow().pairs() {
        found.set(Value::int(number as i64), object.clone())?;
    }
    Ok(Value::from(found))
}

fn set_known(arguments: &[Value]) -> Res {
    let Some(given) = arguments[1].downcast::<Dict>() else {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "'memo' attribute must be an UnpicklerMemoProxy object or dict, not {class}"));
    };
    let mut memo = Known::default();
    for (number, object) in given.pairs() {
        let Value::Int(number) = number else { return Err(raise!(TypeError, "memo key must be integers")) };
        let number = u64::try_from(number).map_err(|_| raise!(ValueError, "memo key must be positive integers."))?;
        memo.put(number, object);
    }
    drop(this(&arguments[0])?.memo.replace(memo));
    Ok(Value::None)
}
