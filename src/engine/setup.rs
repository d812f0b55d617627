//! Builds engines: settings, where output goes, what `sys` says of the command.
//!
//! In: calls of the host. Out: an engine in its first state. Nothing here touches the compiler.

use std::cell::{Cell, OnceCell, RefCell};
use std::io::{self, Write};
use std::rc::Rc;

use super::config::{Config, JitMode};
use super::tier::Jit;
use super::{Core, Engine, session};
use crate::builtins::{self, modules};
use crate::interp::{Context, Limits};
use crate::library;
use crate::value::exchange::IntoValue;
use crate::value::heap::memory;
use crate::value::host::Stream;
use crate::value::{Value, recursion};

/// Settings for an engine, each with a usual value.
#[derive(Default)]
pub struct Builder {
    config: Config,
    arguments: Vec<String>,
    warnings: Vec<String>,
    path: Vec<String>,
    system_access: bool,
    output: Option<Box<dyn Write>>,
    error_output: Option<Box<dyn Write>>,
    captured: Option<Rc<RefCell<Vec<u8>>>>,
    memory_limit: Option<usize>,
    recursion_limit: Option<u32>,
}

impl Builder {
    /// Every threshold and limit at once.
    pub fn config(mut self, config: Config) -> Builder {
        self.config = config;
        self
    }

    /// Whether and when hot code is compiled.
    pub fn jit(mut self, mode: JitMode) -> Builder {
        self.config.jit = mode;
        self
    }

    /// `sys.argv`
    pub fn arguments<T: Into<String>>(mut self, arguments: impl IntoIterator<Item = T>) -> Builder {
        self.arguments = arguments.into_iter().map(T::into).collect();
        self
    }

    /// `sys.warnoptions`: what is to become of warnings, as CPython's option `-W` has it; later rules come first.
    pub fn warnings<T: Into<String>>(mut self, rules: impl IntoIterator<Item = T>) -> Builder {
        self.warnings = rules.into_iter().map(T::into).collect();
        self
    }

    /// Folders where scripts find modules of their own: the first entries of `sys.path`. Without any, scripts import only
    /// what is built in and the library, whatever they do to `sys.path`.
    pub fn path<T: Into<String>>(mut self, path: impl IntoIterator<Item = T>) -> Builder {
        self.path = path.into_iter().map(T::into).collect();
        self
    }

    /// Whether scripts may use the system as whoever runs them could: open files, ask and change what `os` can, import from
    /// any folder. A host's scripts may not, unless it says so: they get a `PermissionError`.
    pub fn system_access(mut self, allowed: bool) -> Builder {
        self.system_access = allowed;
        self
    }

    /// Where scripts print to, instead of the process's standard output.
    pub fn output(mut self, sink: impl Write + 'static) -> Builder {
        self.output = Some(Box::new(sink));
        self
    }

    /// Where `sys.stderr` goes, instead of the process's standard error.
    pub fn error_output(mut self, sink: impl Write + 'static) -> Builder {
        self.error_output = Some(Box::new(sink));
        self
    }

    /// Keeps what scripts print, for [`Engine::take_output`].
    pub fn capture_output(mut self) -> Builder {
        let captured = Rc::new(RefCell::new(Vec::new()));
        self.output = Some(Box::new(Captured(captured.clone())));
        self.captured = Some(captured);
        self
    }

    /// How many bytes the values of this thread may take; more raises `MemoryError`.
    pub fn memory_limit(mut self, bytes: usize) -> Builder {
        self.memory_limit = Some(bytes);
        self
    }

    /// How deep calls may be nested before a script changes it; more raises `RecursionError`. The thread's stack may end
    /// earlier, with the same exception.
    pub fn recursion_limit(mut self, limit: u32) -> Builder {
        self.recursion_limit = Some(limit);
        self
    }

    /// The engine.
    pub fn build(self) -> Engine {
        let config = self.config.adjusted();
        let limits = Limits { hot_loop: config.hot_loop, hot_call: config.hot_call, frame_slots: config.frame_slots };
        let context = Context::new(builtins::names(), limits);
        let sys = modules::sys::create();
        if !self.arguments.is_empty() {
            modules::sys::set_arguments(&sys, self.arguments);
        }
        if !self.warnings.is_empty() {
            modules::sys::set_warning_options(&sys, self.warnings);
        }
        let library = library::FOLDER.to_string();
        sys.define("path", self.path.iter().cloned().chain([library]).collect::<Vec<_>>().into_value());
        sys.define("modules", Value::from(&context.modules.registry));
        context.modules.set("builtins", Value::from(&context.builtins));
        context.modules.set("sys", Value::from(&sys));
        context.modules.sys.replace(Some(sys));
        context.system_access.set(self.system_access);
        context.modules.folders.replace((!self.system_access).then_some(self.path));
        for (stream, sink) in [(Stream::Output, self.output), (Stream::Error, self.error_output)] {
            if let Some(sink) = sink {
                context.output.borrow_mut().redirect(stream, sink);
            }
        }
        if let Some(bytes) = self.memory_limit {
            memory::set_limit(bytes);
        }
        let on = config.jit != JitMode::Off;
        let engine = Engine(Rc::new(Core {
            globals: RefCell::new(session(&context)),
            context,
            jit: Jit::new(config),
            scripts: RefCell::default(),
            presets: RefCell::default(),
            captured: self.captured,
            recursion_limit: Cell::new(self.recursion_limit.unwrap_or(recursion::DEFAULT_LIMIT)),
            stack_end: OnceCell::new(),
            inside: Cell::new(false),
        }));
        engine.set_jit(on);
        engine
    }
}

/// A sink that keeps what is written.
struct Captured(Rc<RefCell<Vec<u8>>>);

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
