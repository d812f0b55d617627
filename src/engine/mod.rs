//! The embedding API: joins interpreter, recorder and compiler behind `Engine`, `Script` and `Function`.
//!
//! In: a configuration, scripts, values from the host. Out: results, errors as data, events. It formats nothing and
//! reads no files. An engine and its values belong to one thread; scripts and interrupt handles may go anywhere.

pub mod cache;
pub mod config;
pub mod error;
pub mod event;
pub mod function;
mod globals;
mod interrupt;
mod order;
pub mod script;
mod setup;
pub mod spot;
pub mod system;
pub mod tier;
mod worker;

use std::cell::{Cell, OnceCell, RefCell};
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use crate::array::fuse::kernel::{Maker, set_maker};
use crate::builtins::modules;
use crate::interp::{Context, Running, import};
use crate::jit::wide;
use crate::raise;
use crate::resolve::{GlobalNames, lower_module};
use crate::source::Source;
use crate::syntax::parse::{Interactive, parse, parse_interactive};
use crate::syntax::tree::{Module as Tree, StmtKind};
use crate::value::exchange::{FromValue, IntoValue};
use crate::value::host::{self, Stream};
use crate::value::module::Module;
use crate::value::{Gc, Res, Symbol, Value, ops, recursion};

pub use config::{Config, JitMode};
pub use error::Error;
pub use event::{Event, Listing, Location, UnitReport};
pub use function::{Function, HostFunction, HostResult, IntoArguments};
pub use interrupt::Interrupt;
pub use script::Script;
pub use setup::Builder;

use globals::Globals;
use tier::{Jit, Spent};

/// Runs scripts. Cloning it gives another handle to the same engine.
#[derive(Clone)]
pub struct Engine(Rc<Core>);

struct Core {
    context: Rc<Context>,
    jit: Rc<Jit>,
    /// Those of the script that ran last, or of the session.
    globals: RefCell<Rc<Globals>>,
    /// The globals of every script that has run: compiled code is bound to their module.
    scripts: RefCell<Vec<(script::Known, Rc<Globals>)>>,
    /// What the host has set for every script.
    presets: RefCell<Vec<(Symbol, Value)>>,
    /// What scripts have printed, if it is kept.
    captured: Option<Rc<RefCell<Vec<u8>>>>,
    recursion_limit: Cell<u32>,
    stack_end: OnceCell<usize>,
    /// Something of this engine is running.
    inside: Cell<bool>,
}

/// What became of lines typed at a prompt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fed {
    /// They were run.
    Done,
    /// They could go on; nothing was run.
    Incomplete,
}

/// What the compiler side of an engine has done so far.
#[derive(Clone, Debug)]
pub struct Stats {
    /// Times spent beside interpreting.
    pub spent: Spent,
    /// What every living unit has done.
    pub units: Vec<UnitReport>,
}

impl Default for Engine {
    fn default() -> Engine {
        Engine::new()
    }
}

/// Running scripts.
impl Engine {
    /// An engine with the usual settings, whose scripts print to the process's standard output.
    pub fn new() -> Engine {
        Builder::default().build()
    }

    /// Settings for an engine.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Runs a script from its beginning. Its variables begin as those that were [`set`](Engine::set) or
    /// [`register`](Engine::register)ed before, and can be read afterwards. Code compiled in an earlier run is used again, unless it
    /// knows classes that this run makes another way. A class that nobody has changed since its statement made it, and that the statement
    /// would make alike, is the same object in this run: instances that the host kept are instances of it.
    ///
    /// # Errors
    /// The exception that the script did not catch; `SystemExit` is one of them.
    pub fn run(&self, script: &Script) -> Result<(), Error> {
        let globals = self.globals_of(script);
        self.0.context.modules.begin(&globals.module);
        self.start(script, &globals, None)
    }

    /// The same for a script that is the module of this name: what it imports relatively is beside it.
    ///
    /// # Errors
    /// The exception that the script did not catch.
    pub fn run_as(&self, script: &Script, name: &str) -> Result<(), Error> {
        let globals = self.globals_of(script);
        self.0.context.modules.begin(&globals.module);
        self.start(script, &globals, Some(name))
    }

    /// Finds a module as `import` would, and runs it as a program: `python -m name`. The packages around it are imported.
    ///
    /// # Errors
    /// The exception that the program did not catch; a `SystemExit` with a message if there is no such program.
    pub fn run_module(&self, name: &str) -> Result<(), Error> {
        self.0.context.modules.begin(&self.0.globals.borrow().module);
        let (name, source) = self.inside(|context| context.find_program(name))?;
        let script = Script::from_source(Arc::new(source), Instant::now())?;
        let globals = self.globals_of(&script);
        self.0.context.modules.set("__main__", Value::from(&globals.module));
        self.start(&script, &globals, Some(&name))
    }

    fn start(&self, script: &Script, globals: &Rc<Globals>, name: Option<&str>) -> Result<(), Error> {
        self.0.globals.replace(globals.clone());
        globals.module.classes().begin();
        if self.0.jit.forget_instances() {
            self.0.context.forget_trees();
        }
        let running = self.0.context.running(script.code(), &globals.module);
        let done = self.inside(|context| {
            globals.reset(&context.builtins);
            globals.describe(script.code());
            if let Some(name) = name {
                import::describe_program(&globals.module, name, script.name());
            }
            for (name, value) in self.0.presets.borrow().iter() {
                globals.module.set(*name, value.clone());
            }
            running.run(context)
        });
        done.map(drop)
    }

    /// Runs a text with the variables of the script that ran last; the value is that of its last statement, if that is an
    /// expression.
    ///
    /// # Errors
    /// A `SyntaxError`, an exception that was not caught, or a `TypeError` if the value is of another type.
    pub fn eval<T: FromValue>(&self, text: &str) -> Result<T, Error> {
        let source = Arc::new(Source::new("<string>", text));
        let mut tree = parse(&source).map_err(|error| Error::syntax(error, &source))?;
        if let Some(last) = tree.body.last_mut()
            && let StmtKind::Expr(value) = &mut last.kind
        {
            let value = value.clone();
            last.kind = StmtKind::Return(Some(value));
        }
        let value = self.run_tree(&tree, &source, false)?;
        self.inside(|_| T::from_value(&value))
    }

    /// Runs lines typed at a prompt, if they are whole, and shows the values of expressions. Variables stay.
    ///
    /// # Errors
    /// A `SyntaxError`, or an exception that was not caught.
    pub fn feed(&self, text: &str) -> Result<Fed, Error> {
        let source = Arc::new(Source::new("<stdin>", text));
        match parse_interactive(&source).map_err(|error| Error::syntax(error, &source))? {
            Interactive::Incomplete => Ok(Fed::Incomplete),
            Interactive::Complete(tree) => self.run_tree(&tree, &source, true).map(|_| Fed::Done),
        }
    }

    /// Whether lines typed at a prompt could go on.
    pub fn is_incomplete(&self, text: &str) -> bool {
        matches!(parse_interactive(&Source::new("<stdin>", text)), Ok(Interactive::Incomplete))
    }

    fn run_tree(&self, tree: &Tree, source: &Arc<Source>, interactive: bool) -> Result<Value, Error> {
        let globals = self.0.globals.borrow().clone();
        let code = globals
            .extend(|names| lower_module(tree, source, names, interactive))
            .map_err(|error| Error::syntax(error, source))?;
        // It runs once, so its nodes are not kept; compiled code still finds them while it does.
        self.inside(|context| Running::new(code, globals.module.clone(), context).run(context))
    }

    /// Runs something with values that may call back into scripts, on a stack whose end is known.
    fn inside<T>(&self, work: impl FnOnce(&Context) -> Result<T, crate::value::Raise>) -> Result<T, Error> {
        let context = &self.0.context;
        let _entered = host::enter(context.clone());
        if crate::array::ndarray::is_looking() {
            let _ = raise!(RuntimeError, "no script can run while the host looks at an array");
            return Err(self.take_error());
        }
        if self.0.inside.replace(true) {
            return work(context).map_err(|_| self.take_error());
        }
        // Limits are the thread's, and another engine may be running on it further out.
        let (end, limit) = (recursion::stack_end(), recursion::limit());
        recursion::set_stack_end(self.0.stack_end());
        recursion::set_limit(self.0.recursion_limit.get());
        let done = work(context).map_err(|_| self.take_error());
        self.0.recursion_limit.set(recursion::limit());
        recursion::set_limit(limit);
        recursion::set_stack_end(end);
        self.0.inside.set(false);
        // What cannot be written now cannot be written later either: `flush` tells.
        let _ = self.flush();
        done
    }

    #[cold]
    fn take_error(&self) -> Error {
        Error::take(&self.0.globals.borrow().module, &self.0.context)
    }

    fn globals_of(&self, script: &Script) -> Rc<Globals> {
        let mut scripts = self.0.scripts.borrow_mut();
        if let Some((_, globals)) = scripts.iter().find(|(known, _)| known.is(script)) {
            return globals.clone();
        }
        scripts.retain(|(known, globals)| {
            if known.is_gone() {
                self.0.forget(&globals.module);
            }
            !known.is_gone()
        });
        let globals = Rc::new(Globals::new(script.names()));
        scripts.push((script.known(), globals.clone()));
        globals
    }
}

/// Variables and functions.
impl Engine {
    /// The value of a global variable of the script that ran last.
    ///
    /// # Errors
    /// `NameError` if there is none, `TypeError` if it is of another type.
    pub fn get<T: FromValue>(&self, name: &str) -> Result<T, Error> {
        self.inside(|_| T::from_value(&self.find(name)?))
    }

    fn find(&self, name: &str) -> Res {
        let module = self.0.globals.borrow().module.clone();
        module.get(Symbol::new(name)).ok_or_else(|| raise!(NameError, "name '{name}' is not defined"))
    }

    /// Sets a global variable, now and at the start of every later run.
    pub fn set(&self, name: &str, value: impl IntoValue) {
        let (name, value) = (Symbol::new(name), value.into_value());
        self.0.globals.borrow().module.set(name, value.clone());
        let mut presets = self.0.presets.borrow_mut();
        presets.retain(|(known, _)| *known != name);
        presets.push((name, value));
    }

    /// Makes a Rust closure a function that scripts can call. An `Err` becomes an exception. A closure that holds the engine
    /// itself keeps it alive.
    pub fn register<Args>(&self, name: &str, function: impl HostFunction<Args>) {
        self.set(name, function::builtin(name, function));
    }

    /// A function of the script that ran last, with types: `engine.function::<(f64, f64), f64>("dist")`.
    ///
    /// # Errors
    /// `NameError` if there is no such name, `TypeError` if it cannot be called.
    pub fn function<Args: IntoArguments, Ret: FromValue>(&self, name: &str) -> Result<Function<Args, Ret>, Error> {
        let callee = self.inside(|_| {
            let found = self.find(name)?;
            if ops::call::is_callable(&found) { Ok(found) } else { Err(ops::call::not_callable(&found)) }
        })?;
        Ok(Function::new(self.clone(), callee))
    }

    pub(crate) fn call_value<Ret: FromValue>(&self, callee: &Value, arguments: &[Value]) -> Result<Ret, Error> {
        self.inside(|_| Ret::from_value(&ops::call::call(callee, arguments)?))
    }

    /// The names that a script at this point could use: its own first, then the built-in ones.
    pub fn names(&self) -> Vec<String> {
        let own = self.0.globals.borrow().module.names();
        let builtin = self.0.context.builtins.names();
        own.into_iter().chain(builtin).map(|name| name.as_str().to_string()).collect()
    }

    /// The attributes of a global or built-in variable, or of an attribute of it: `names_in(&["math"])`. Nothing is called
    /// on the way.
    pub fn names_in(&self, path: &[&str]) -> Vec<String> {
        let found = self.inside(|context| {
            let module = self.0.globals.borrow().module.clone();
            let [first, rest @ ..] = path else {
                return Ok(Value::None);
            };
            let first = Symbol::new(first);
            let mut value = module.get(first).or_else(|| context.builtins.get(first)).unwrap_or_default();
            for name in rest {
                value = ops::attribute::find(&value, Symbol::new(name))?.unwrap_or_default();
            }
            let Some(dir) = context.builtins.get(Symbol::new("dir")) else {
                return Ok(Value::None);
            };
            ops::call::call(&dir, &[value])
        });
        found.ok().and_then(|names| Vec::from_value(&names).ok()).unwrap_or_default()
    }
}

/// What goes on beside running scripts.
impl Engine {
    /// A handle by which any thread can stop the script that is running.
    pub fn interrupt_handle(&self) -> Interrupt {
        Interrupt::new(self.0.context.poll.clone())
    }

    /// Hands every event to a listener, instead of the one before.
    pub fn on_event(&self, listener: impl Fn(&Event) + 'static) {
        self.0.jit.listen(Some(Box::new(listener)));
    }

    /// Whether loops that become hot from now on are compiled.
    pub fn set_jit(&self, on: bool) {
        let jit = on.then(|| -> Rc<dyn crate::interp::tier::Tier> { self.0.jit.clone() });
        self.0.context.set_tier(jit);
        let maker = (on && wide::available()).then_some((wide::rows::make as Maker, self.0.jit.config.hot_expression));
        set_maker(maker);
    }

    /// What was compiled, and how long that took.
    pub fn stats(&self) -> Stats {
        Stats { spent: self.0.jit.spent(), units: self.0.jit.units() }
    }

    /// What scripts have printed since this was last asked, if the engine was built with
    /// [`capture_output`](Builder::capture_output).
    pub fn take_output(&self) -> String {
        let _ = self.flush();
        let bytes = self.0.captured.as_ref().map(|captured| captured.take()).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The program that ran has come to its end: calls what it registered for that, lets go of its variables (`__del__`
    /// of what they hold runs), and writes out what it has written to files that are still open. What goes wrong is returned: the text of the function, and the exception.
    pub fn end(&self) -> Vec<(String, Error)> {
        let mut failed = Vec::new();
        loop {
            let mut function = None;
            let done = self.inside(|_| match modules::atexit::run_last() {
                None => Ok(false),
                Some(Ok(())) => Ok(true),
                Some(Err((text, raise))) => {
                    function = Some(text);
                    Err(raise)
                }
            });
            match done {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => failed.push((function.unwrap_or_default(), error)),
            }
        }
        let module = self.0.globals.borrow().module.clone();
        // What goes wrong in there was told.
        let _ = self.inside(|context| {
            context.end(&module);
            modules::io::flush_all();
            Ok(())
        });
        failed
    }

    /// Writes out what scripts have printed.
    ///
    /// # Errors
    /// Those of the stream behind it.
    pub fn flush(&self) -> io::Result<()> {
        self.0.context.output.borrow_mut().flush(Stream::Output)
    }
}

impl Core {
    /// Asked once: an engine stays on its thread.
    fn stack_end(&self) -> usize {
        *self.stack_end.get_or_init(system::stack_end)
    }

    /// Lets go of all that belongs to a script or to a module that it imported.
    fn forget(&self, module: &Gc<Module>) {
        module.clear();
        module.classes().clear();
        self.context.forget(module);
        self.jit.forget(module.as_ref().address());
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        self.context.set_tier(None);
        for (_, globals) in self.scripts.take() {
            self.forget(&globals.module);
        }
        let globals = self.globals.borrow().clone();
        self.forget(&globals.module);
        for module in self.context.modules.made_of_text() {
            self.forget(&module);
        }
        self.context.modules.registry.clear();
    }
}

fn session(context: &Context) -> Rc<Globals> {
    let globals = Globals::new(&GlobalNames::new());
    globals.reset(&context.builtins);
    context.modules.begin(&globals.module);
    Rc::new(globals)
}

#[cfg(test)]
mod array_tests;
#[cfg(test)]
mod limit_tests;
#[cfg(test)]
mod tests;
