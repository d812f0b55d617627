//! Runs one program to its end.
//!
//! In: where it comes from and how to run it. Out: its output and its exit status, as CPython's.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::options::{From, Options};
use super::say;
use crate::engine::error::Exit;
use crate::engine::system;
use crate::engine::{Engine, Error, Event, Script};
use crate::report::dump::{self, Stage};
use crate::report::stats;

/// In place of an exit status, where Ctrl-C has ended a program.
const INTERRUPTED: i32 = -2;
/// CPython's exit status where the last of the output could not be written.
const UNWRITTEN: i32 = 120;

/// A program, and what it is called.
pub struct Program {
    /// In messages.
    pub name: String,
    /// In `sys.argv`.
    pub called: String,
    /// `sys.path[0]`
    pub folder: String,
    text: Text,
}

enum Text {
    Bytes(Vec<u8>),
    /// Those of the `__main__.py` of a folder.
    Folder(Vec<u8>),
    /// The engine finds the module of this name.
    Module,
}

impl Program {
    /// Reads a file, or the `__main__.py` of a folder.
    ///
    /// # Errors
    /// The line to print if there is none, or it cannot be read.
    pub fn from_file(file: &OsStr) -> Result<Program, String> {
        let path = Path::new(file);
        let called = path.to_string_lossy().into_owned();
        // Links are followed to where the other files of the program are.
        let full = whole(path);
        if path.is_dir() {
            let main = full.join("__main__.py");
            let text = std::fs::read(&main).map(Text::Folder);
            let text = text.map_err(|_| format!("taipan: can't find '__main__' module in '{}'\n", path.display()))?;
            let name = main.to_string_lossy().into_owned();
            return Ok(Program { name, called, folder: full.to_string_lossy().into_owned(), text });
        }
        let name = full.to_string_lossy().into_owned();
        let bytes = std::fs::read(path).map_err(|error| {
            let (number, reason) = (error.raw_os_error().unwrap_or(0), reason(&error));
            format!("taipan: can't open file '{name}': [Errno {number}] {reason}\n")
        })?;
        let real = std::fs::canonicalize(&full).unwrap_or(full);
        let folder = real.parent().map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Program { name, called, folder, text: Text::Bytes(bytes) })
    }

    fn from_anywhere(from: From) -> Result<Program, String> {
        let program = |name: &str, called: &str, folder: String, text: Text| {
            Ok(Program { name: name.to_string(), called: called.to_string(), folder, text })
        };
        match from {
            From::File(file) => Program::from_file(&file),
            From::Code(code) => program("<string>", "-c", String::new(), Text::Bytes(code.into_bytes())),
            From::Module(module) => {
                let folder = std::env::current_dir().unwrap_or_default().to_string_lossy().into_owned();
                program(&module, "-m", folder, Text::Module)
            }
            From::Input => {
                let mut bytes = Vec::new();
                let read = io::stdin().read_to_end(&mut bytes);
                read.map_err(|error| format!("taipan: can't read standard input: {}\n", reason(&error)))?;
                program("<stdin>", "-", String::new(), Text::Bytes(bytes))
            }
        }
    }

    /// Compiles it.
    ///
    /// # Errors
    /// A `SyntaxError`.
    pub fn compile(&self) -> Result<Script, Error> {
        Script::from_bytes(&self.name, self.bytes())
    }

    fn bytes(&self) -> &[u8] {
        match &self.text {
            Text::Bytes(bytes) | Text::Folder(bytes) => bytes,
            Text::Module => &[],
        }
    }

    fn run(&self, engine: &Engine) -> Result<(), Error> {
        match &self.text {
            Text::Bytes(_) => engine.run(&self.compile()?),
            Text::Folder(_) => engine.run_as(&self.compile()?, "__main__"),
            Text::Module => engine.run_module(&self.name),
        }
    }
}

/// Standard output, each piece of it written out before the script goes on.
struct AtOnce(io::Stdout);

impl Write for AtOnce {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write_all(bytes)?;
        self.0.flush()?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A path with the current folder in front, if it needs one; nothing else is changed.
fn whole(path: &Path) -> PathBuf {
    if path.is_absolute() { path.to_path_buf() } else { std::env::current_dir().unwrap_or_default().join(path) }
}

/// `sys.path` without the library: the program's own folder, then those of PYTHONPATH.
pub fn search_path(folder: &str) -> Vec<String> {
    let others = std::env::var("PYTHONPATH").unwrap_or_default();
    let others = others.split(':').filter(|_| !others.is_empty());
    std::iter::once(folder).chain(others).map(str::to_string).collect()
}

/// The system's words, without Rust's number at the end.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_string()
}

/// Runs a program; the result is the exit status.
pub fn run(options: Options) -> i32 {
    let program = match Program::from_anywhere(options.from) {
        Ok(program) => program,
        Err(message) => {
            say(&message);
            return 2;
        }
    };
    let arguments = std::iter::once(program.called.clone()).chain(options.arguments);
    let mut config = options.config;
    config.listings = options.dump.is_some();
    let mut builder = Engine::builder()
        .config(config)
        .system_access(true)
        .arguments(arguments)
        .warnings(options.warnings)
        .path(search_path(&program.folder));
    if options.at_once {
        builder = builder.output(AtOnce(io::stdout()));
    }
    let engine = builder.build();
    engine.interrupt_handle().on_ctrl_c();
    let dumped = match options.dump {
        Some(stage) if stage.is_static() => {
            return match dump::before_running(stage, &program.name, program.bytes()) {
                Ok(text) => {
                    let _ = io::stdout().write_all(text.as_bytes());
                    0
                }
                Err(error) => fail(&engine, &error),
            };
        }
        dumped => dumped,
    };
    let events = listen(&engine, options.stats, dumped);
    let status = match program.run(&engine) {
        Ok(()) => finish(&engine, 0),
        Err(error) => fail(&engine, &error),
    };
    if options.stats {
        say(&stats::summary(&events.borrow(), &engine.stats()));
    }
    // The system takes the memory back at once; taking every value apart first would only cost time.
    end(status)
}

/// Has the events of a run printed as a dump, or kept for what `--stats` says in the end.
pub fn listen(engine: &Engine, stats: bool, dumped: Option<Stage>) -> Rc<RefCell<Vec<Event>>> {
    let events = Rc::new(RefCell::new(Vec::new()));
    if stats || dumped.is_some() {
        let kept = events.clone();
        engine.on_event(move |event| {
            if let Some(text) = dumped.and_then(|stage| dump::while_running(stage, event)) {
                say(&text);
            }
            if stats {
                kept.borrow_mut().push(event.clone());
            }
        });
    }
    events
}

/// Ends the process. A program that Ctrl-C has ended dies of that signal, as CPython does: shells see the status 130.
pub fn end(status: i32) -> ! {
    if status == INTERRUPTED {
        system::end_by_interrupt();
    }
    std::process::exit(status)
}

/// Says what ended a program; the result is the exit status.
pub fn fail(engine: &Engine, error: &Error) -> i32 {
    let status = match error.exit() {
        Some(Exit::Status(status)) => status & 0xff,
        Some(Exit::Message(message)) => {
            let _ = engine.flush();
            say(&format!("{message}\n"));
            1
        }
        None => {
            let _ = engine.flush();
            if !error.is_told() {
                say(&format!("{error}\n"));
            }
            if error.class() == "KeyboardInterrupt" { INTERRUPTED } else { 1 }
        }
    };
    finish(engine, status)
}

/// Writes out what was printed; if that fails, CPython says so and ends with a status of its own.
fn finish(engine: &Engine, status: i32) -> i32 {
    for (function, error) in engine.end() {
        let _ = engine.flush();
        if error.exit().is_none() {
            say(&format!("Exception ignored in atexit callback: {function}\n{error}\n"));
        }
    }
    match engine.flush() {
        Ok(()) => status,
        Err(error) => {
            let class = match error.kind() {
                io::ErrorKind::BrokenPipe => "BrokenPipeError",
                _ => "OSError",
            };
            let (number, reason) = (error.raw_os_error().unwrap_or(0), reason(&error));
            say(&format!(
                "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n\
                 {class}: [Errno {number}] {reason}\n"
            ));
            UNWRITTEN
        }
    }
}
