//! The way back from values to the interpreter: calling script functions, resuming generators, polling, output.
//!
//! In: a `Host`, entered for as long as scripts run on this thread. Out: free functions that operators and built-ins
//! call. This is the one place where the order of modules is turned round, through a trait that this earlier module
//! owns. A host works through `&self`, since it is entered again from below while it is running.

use super::dict::Dict;
use super::exception::Exception;
use super::function::Function;
use super::generator::Generator;
use super::heap::memory::{self, Bell};
use super::module::Module;
use super::program::Program;
use super::{Gc, Raise, Res, Symbol, Value, cell};
use crate::raise;
use crate::resolve::tree::{Code, CodeKind};
use crate::source::Span;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

/// The arguments of a call.
#[derive(Clone, Copy, Default)]
pub struct Arguments<'a> {
    /// Those given by position.
    pub positional: &'a [Value],
    /// The names of those given by keyword.
    pub names: &'a [Symbol],
    /// The values of those given by keyword, in the same order.
    pub named: &'a [Value],
}

impl<'a> Arguments<'a> {
    /// Arguments by position only.
    #[inline(always)]
    pub fn new(positional: &'a [Value]) -> Arguments<'a> {
        Arguments { positional, names: &[], named: &[] }
    }

    /// The value given by keyword.
    pub fn keyword(&self, name: &str) -> Option<&'a Value> {
        self.names.iter().position(|symbol| symbol.as_str() == name).map(|place| &self.named[place])
    }

    /// How many arguments there are.
    pub fn len(&self) -> usize {
        self.positional.len() + self.named.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What a built-in function is made of. For a method of a built-in type the receiver is the first argument.
#[derive(Clone, Copy)]
pub struct Native(pub fn(&Arguments<'_>) -> Res);

impl fmt::Debug for Native {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Native")
    }
}

/// Where text goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// An activation that is running, as scripts see it.
pub struct Seen {
    /// What it runs.
    pub code: Arc<Code>,
    /// What it is called, if not by the name of its code.
    pub name: Option<Arc<str>>,
    /// Where its globals are.
    pub module: Gc<Module>,
    /// Where it is now.
    pub now: Rc<Now>,
}

/// Where an activation is, or was when it ended.
#[derive(Default)]
pub struct Now {
    /// The place of its statement.
    pub span: Cell<Span>,
    /// What its slots held before the statement; nothing if no program reads the variables of frames.
    pub slots: RefCell<Vec<Value>>,
}

impl Seen {
    /// Its local names, as they were before its statement.
    pub fn locals(&self) -> Value {
        let names = local_names(&self.code, &self.now.slots.borrow());
        names.unwrap_or_else(|| Value::from(Gc::<Dict>::of_module(&self.module)))
    }
}

/// The names that an activation has of its own, by what its slots hold; at the top level there are none.
pub fn local_names(code: &Code, slots: &[Value]) -> Option<Value> {
    match code.kind {
        CodeKind::Module => return None,
        CodeKind::Class => return slots.first().cloned(),
        _ => {}
    }
    let names = Dict::new();
    for (name, value) in code.slots.iter().zip(slots) {
        let value = value.downcast::<cell::Cell>().map_or_else(|| value.clone(), cell::Cell::get);
        if !name.is_empty() && !value.is_unbound() {
            // Text can always be a key.
            let _ = names.set(Value::str(name), value);
        }
    }
    Some(Value::from(names))
}

/// What values need of the interpreter.
pub trait Host {
    /// Calls a script function (`Function`), an instance with `__call__` or a class made by a script.
    fn call(&self, callee: &Value, arguments: &Arguments<'_>) -> Res;

    /// Calls a script function with arguments by position, the first of them apart.
    fn call_with_first(&self, function: &Gc<Function>, first: Value, rest: &[Value]) -> Res;

    /// Lets a script function be called again and again with one argument, without a new frame stack each time.
    fn call_often(
        &self,
        function: &Gc<Function>,
        work: &mut dyn FnMut(&mut dyn FnMut(Value) -> Res) -> Result<(), Raise>,
    ) -> Result<(), Raise>;

    /// Runs a generator to its next `yield` with a value sent in (`None` for `next`); no value when it has ended.
    fn resume(&self, generator: &Gc<Generator>, sent: Value) -> Result<Option<Value>, Raise>;

    /// Runs a generator to its end, and makes one value of all its items.
    fn fold(&self, generator: &Gc<Generator>, start: Value, step: &mut dyn FnMut(Value, Value) -> Res) -> Res {
        let mut so_far = start;
        while let Some(item) = self.resume(generator, Value::none())? {
            so_far = step(so_far, item)?;
        }
        Ok(so_far)
    }

    /// Runs a generator again and again and hands over each item, until it ends or no more are wanted. What is kept lies in
    /// its frame meanwhile.
    fn drain(
        &self,
        generator: &Gc<Generator>,
        _kept: Value,
        take: &mut dyn FnMut(Value) -> Result<bool, Raise>,
    ) -> Result<(), Raise> {
        while let Some(item) = self.resume(generator, Value::none())? {
            if !take(item)? {
                break;
            }
        }
        Ok(())
    }

    /// Runs a generator to its next `yield` with an exception raised where it waits.
    fn throw(&self, generator: &Gc<Generator>, exception: Gc<Exception>) -> Result<Option<Value>, Raise>;

    /// How the heap says that it wants to be looked after.
    fn bell(&self) -> Option<Bell> {
        None
    }

    /// Raises if the script is to stop: interrupt, deadline, fuel, memory. Long loops in built-ins ask now and then.
    fn poll(&self) -> Result<(), Raise>;

    /// Writes bytes, which are text in UTF-8 unless a script says otherwise.
    fn write(&self, stream: Stream, bytes: &[u8]) -> Result<(), Raise>;

    /// Writes out what is buffered.
    fn flush(&self, stream: Stream) -> Result<(), Raise>;

    /// Raises if scripts may not open files or ask for anything else of the system.
    fn may_use_system(&self) -> Result<(), Raise>;

    /// The module of a whole name, found and run if it was not imported before.
    fn import(&self, name: &str) -> Res;

    /// Where the module of a whole name would be loaded from, `path` being its package's: a file, the folders of a package, and whether
    /// it is part of Taipan, as a tuple; `None` if there is no such module.
    fn find(&self, name: &str, path: Option<&Value>) -> Res;

    /// The modules that were imported, by name: `sys.modules`.
    fn modules(&self) -> Value;

    /// What is running, the innermost activation first, as far as it is watched.
    fn frames(&self) -> Vec<Seen>;

    /// The names that every script has: `__builtins__`.
    fn builtins(&self) -> Value;

    /// Runs the text of a module again.
    fn reload(&self, module: &Gc<Module>) -> Result<(), Raise>;

    /// The global names of the script function that is running, as a dictionary.
    fn globals(&self) -> Res {
        Err(raise!(SystemError, "frame does not exist"))
    }

    /// The local names of the script function that is running, as a dictionary.
    fn locals(&self) -> Res {
        self.globals()
    }

    /// Runs a program with namespaces; with those of the caller where none are given.
    fn run_program(&self, program: &Program, globals: Option<&Value>, locals: Option<&Value>) -> Res {
        let _ = (program, globals, locals);
        Err(raise!(SystemError, "frame does not exist"))
    }

    /// The name of the innermost module whose text is running: classes that are made by a call are taken to be its own.
    fn running(&self) -> Symbol {
        Symbol::MAIN
    }

    /// Runs what waits to be run for objects whose end has come.
    fn finalize(&self) {}

    /// The exception being handled.
    fn handled(&self) -> Option<Gc<Exception>> {
        None
    }
}

thread_local! {
    static HOST: RefCell<Option<Rc<dyn Host>>> = const { RefCell::new(None) };
    static REFUSING: Cell<bool> = const { Cell::new(false) };
}

/// Does work that must not run script code: what would have to, fails instead.
pub fn without_scripts<T>(work: impl FnOnce() -> T) -> T {
    let before = REFUSING.replace(true);
    let result = work();
    REFUSING.set(before);
    result
}

/// Makes a host the one that values call, until the guard goes.
pub fn enter(host: Rc<dyn Host>) -> Entered {
    let bell = memory::set_bell(host.bell());
    Entered { before: HOST.replace(Some(host)), bell }
}

/// Puts the host before back when it goes.
#[must_use]
pub struct Entered {
    before: Option<Rc<dyn Host>>,
    bell: Option<Bell>,
}

impl Drop for Entered {
    fn drop(&mut self) {
        memory::set_bell(self.bell.take());
        HOST.replace(self.before.take());
    }
}

/// The host that was entered last.
pub fn host() -> Result<Rc<dyn Host>, Raise> {
    if REFUSING.get() {
        return Err(raise!(SystemError, "script code may not run here"));
    }
    match HOST.with_borrow(Clone::clone) {
        Some(host) => Ok(host),
        None => Err(raise!(SystemError, "no interpreter is running on this thread")),
    }
}

/// Raises if scripts may not open files or ask for anything else of the system.
pub fn may_use_system() -> Result<(), Raise> {
    host()?.may_use_system()
}

/// Raises if the script is to stop.
pub fn poll() -> Result<(), Raise> {
    match HOST.with_borrow(Clone::clone) {
        Some(host) => host.poll(),
        None => Ok(()),
    }
}
