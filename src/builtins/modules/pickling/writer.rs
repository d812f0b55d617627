//! The class `Writer`: what a pickler of the page writes with.

use super::memo::Written;
use super::output::Output;
use super::write::Save;
use super::{code, not_written};
use crate::builtins::functions::object::id;
use crate::builtins::modules::class;
use crate::raise;
use crate::value::byte_array::with_bytes;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Between, Exactly};
use crate::value::native::{Owner, Row, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Raise, Res, Value, ops};
use rustc_hash::FxHashSet;
use std::cell::{Cell, OnceCell, RefCell};

/// What the page lends for as long as an object is written.
#[derive(Clone, Default)]
pub struct Hooks {
    /// Writes what is not written here, or says how it is made again.
    pub others: Value,
    /// Gives the name under which an object is known elsewhere.
    pub persistent: Option<Value>,
    /// Says how an object is made again before anybody else is asked.
    pub reducer: Option<Value>,
    /// The functions that say so, by class.
    pub table: Value,
}

impl Hooks {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        [&self.others, &self.table]
            .into_iter()
            .chain(&self.persistent)
            .chain(&self.reducer)
            .for_each(|hook| hook.trace(visit));
    }
}

/// What is written, and how.
pub struct Writer {
    pub protocol: u8,
    pub output: RefCell<Output>,
    pub memo: RefCell<Written>,
    pub hooks: RefCell<Hooks>,
    /// Whether everything is written out each time that it comes.
    pub fast: Cell<bool>,
    /// The containers that are being written without being numbered, once they are deeply nested.
    pub open: RefCell<Vec<u64>>,
    /// The versions of classes whose instances are but their attributes.
    pub plain: RefCell<FxHashSet<u64>>,
    /// How many containers were begun.
    pub count: Cell<u32>,
}

impl Content for Writer {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.memo.borrow().trace(visit);
        self.hooks.borrow().trace(visit);
    }

    fn clear(&self) {
        drop(self.memo.take());
        drop(self.hooks.take());
    }
}

impl Writer {
    /// Writes bytes.
    #[inline]
    pub fn put(&self, bytes: &[u8]) {
        self.output.borrow_mut().write(bytes);
    }

    /// Writes a byte.
    #[inline]
    pub fn put_byte(&self, byte: u8) {
        self.output.borrow_mut().byte(byte);
    }

    /// Writes where an object lies that was written before; false if it was not.
    #[inline]
    pub fn put_known(&self, object: &Value) -> bool {
        let Some(number) = self.memo.borrow().number(object) else { return false };
        match (self.protocol, number) {
            (0, _) => self.put(format!("g{number}\n").as_bytes()),
            (_, ..256) => self.put(&[code::BINGET, number as u8]),
            _ => self.put_number(code::LONG_BINGET, number),
        }
        true
    }

    /// Writes a code and a number of four bytes.
    pub fn put_number(&self, code: u8, number: u32) {
        let [a, b, c, d] = number.to_le_bytes();
        self.put(&[code, a, b, c, d]);
    }

    /// Numbers an object that was written; none stands for one that nobody else can come across.
    #[inline]
    pub fn memoize(&self, object: Option<&Value>) -> Result<(), Raise> {
        if self.fast.get() {
            return Ok(());
        }
        let number = self.memo.borrow_mut().add(object)?;
        match (self.protocol, number) {
            (4.., _) => self.put_byte(code::MEMOIZE),
            (0, _) => self.put(format!("p{number}\n").as_bytes()),
            (_, ..256) => self.put(&[code::BINPUT, number as u8]),
            _ => self.put_number(code::LONG_BINPUT, number),
        }
        Ok(())
    }
}

fn is_writer(value: &Value) -> bool {
    value.content::<Writer>().is_some()
}

fn this(value: &Value) -> Result<&Writer, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "_pickling.Writer expected"))
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("_pickling.Writer", is_writer), takes, pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("_pickling.Writer"), takes: Anything(new), pure: false, doc: "A writer of a protocol." },
    method("__init__", Anything(|_| Ok(Value::None)), "Initialize self."),
    method("dump", Exactly(6, dump), "The pickle of an object: dump(obj, others, persistent, reducer, table, fast)."),
    method("save", Exactly(1, save), "Write an object as a part of the pickle."),
    method("reduce", Between(1, 2, reduce), "Write how an object is made again."),
    method("write", Exactly(1, write), "Write bytes as they are."),
    method("memoize", Exactly(1, |a| this(&a[0])?.memoize(Some(&a[1])).map(|()| Value::None)), "Number an object that was written."),
    method("get", Exactly(1, |a| Ok(Value::bool(this(&a[0])?.put_known(&a[1])))), "Write the number of an object if it has one; whether it has."),
    method("known", Exactly(0, known), "The numbers of the objects that were written, by id."),
    method("set_known", Exactly(1, set_known), "Replace these numbers."),
    method("forget", Exactly(0, forget), "Forget what was written."),
];

/// The class.
pub fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create("_pickling", "Writer", None, METHODS);
        class::add_attributes(&class, &[("protocol", |value| Ok(Value::int(this(value)?.protocol.into())))]);
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

fn new(arguments: &Arguments<'_>) -> Res {
    let [class, protocol] = arguments.positional else { return Err(raise!(TypeError, "Writer() takes a protocol")) };
    let (Some(class), Some(protocol @ 0..=5)) = (class.as_gc::<Class>(), protocol.as_int()) else {
        return Err(raise!(ValueError, "pickle protocol must be <= 5"));
    };
    let writer = Writer {
        protocol: protocol as u8,
        output: RefCell::default(),
        memo: RefCell::default(),
        hooks: RefCell::default(),
        fast: Cell::new(false),
        open: RefCell::default(),
        plain: RefCell::default(),
        count: Cell::new(0),
    };
    Ok(Value::from(Instance::wrap(class, Opaque::create(writer))))
}

fn dump(arguments: &[Value]) -> Res {
    let writer = this(&arguments[0])?;
    let hook = |place: usize| given(arguments, place).filter(|hook| !hook.is_none()).cloned();
    let hooks =
        Hooks { others: arguments[2].clone(), persistent: hook(3), reducer: hook(4), table: arguments[5].clone() };
    writer.fast.set(ops::truth(&arguments[6])?);
    let mut output = Output::default();
    if writer.protocol >= 2 {
        output.write(&[code::PROTO, writer.protocol]);
    }
    if writer.protocol >= 4 {
        output.begin_frames();
    }
    // A hook may dump something else with the same pickler.
    let outer = (writer.output.replace(output), writer.hooks.replace(hooks.clone()));
    let saved = Save { writer, handle: &arguments[0], hooks: &hooks }.object(&arguments[1]);
    writer.put_byte(code::STOP);
    let output = writer.output.replace(outer.0);
    drop(writer.hooks.replace(outer.1));
    writer.open.take();
    writer.plain.take();
    saved?;
    Ok(Value::bytes(&output.end()))
}

fn save(arguments: &[Value]) -> Res {
    let writer = this(&arguments[0])?;
    let hooks = writer.hooks.borrow().clone();
    Save { writer, handle: &arguments[0], hooks: &hooks }.object(&arguments[1])?;
    Ok(Value::None)
}

fn reduce(arguments: &[Value]) -> Res {
    let writer = this(&arguments[0])?;
    let hooks = writer.hooks.borrow().clone();
    let Some(parts) = arguments[1].as_gc::<Tuple>() else {
        return Err(not_written(format_args!("__reduce__ must return a string or tuple")));
    };
    Save { writer, handle: &arguments[0], hooks: &hooks }.reduced(parts, given(arguments, 2))?;
    Ok(Value::None)
}

fn write(arguments: &[Value]) -> Res {
    let writer = this(&arguments[0])?;
    match with_bytes(&arguments[1], |bytes| writer.put(bytes)) {
        Some(()) => Ok(Value::None),
        None => Err(raise!(TypeError, "a bytes-like object is required")),
    }
}

fn known(arguments: &[Value]) -> Res {
    let found = Dict::new();
    let memo = this(&arguments[0])?.memo.borrow();
    for (number, object) in memo.objects().iter().enumerate().filter(|(_, object)| !object.is_unbound()) {
        let key = id(std::slice::from_ref(object))?;
        found.set(key, Value::pair(Value::int(number as i64), object.clone()))?;
    }
    Ok(Value::from(found))
}

fn set_known(arguments: &[Value]) -> Res {
    let wrong = || raise!(TypeError, "'memo' attribute must be a PicklerMemoProxy object or dict");
    let mut memo = Written::default();
    for (_, entry) in arguments[1].downcast::<Dict>().ok_or_else(wrong)?.pairs() {
        let Some([Value::Int(number), object]) = entry.downcast::<Tuple>().map(Tuple::items) else {
            return Err(raise!(TypeError, "memo values must be 2-item tuples"));
        };
        // Numbers follow each other; others come from nowhere.
        let number = u32::try_from(*number).ok().filter(|number| *number < 1 << 24).ok_or_else(wrong)?;
        memo.put(number, object);
    }
    drop(this(&arguments[0])?.memo.replace(memo));
    Ok(Value::None)
}

fn forget(arguments: &[Value]) -> Res {
    drop(this(&arguments[0])?.memo.take());
    Ok(Value::None)
}
