//! The interactive prompt.
//!
//! In: lines that a person types. Out: what they print, on the terminal. A block goes on until an empty line, as in CPython;
//! errors leave the session alive; Ctrl-C stops what is running and drops what is half typed; Ctrl-D leaves.

mod complete;
mod history;
mod magic;

use std::io::Write;
use std::rc::Rc;

use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{CompletionType, Editor};

use crate::engine::error::Exit;
use crate::engine::{Config, Engine, Error, Fed};
use complete::Completion;
use history::History;

const FIRST: &str = ">>> ";
const NEXT: &str = "... ";

/// Talks to a person until they leave; `path` is where their modules lie. The result is the exit status.
pub fn run(config: Config, path: Vec<String>) -> i32 {
    let engine = Engine::builder().config(config).system_access(true).path(path).build();
    let settings = rustyline::Config::builder().completion_type(CompletionType::List).bracketed_paste(true).build();
    let mut editor = match Editor::<Completion, FileHistory>::with_config(settings) {
        Ok(editor) => editor,
        Err(error) => {
            warn(&format!("taipan: {error}"));
            return 1;
        }
    };
    // After the editor's own handler, which takes Ctrl-C for a key and would keep it from scripts.
    engine.interrupt_handle().on_ctrl_c();
    editor.set_helper(Some(Completion::new(engine.clone())));
    let history = History::load(&mut editor);
    let version = env!("CARGO_PKG_VERSION");
    say(&format!("taipan {version}, speaking Python 3.11; %help lists what else can be typed"));
    let mut session = Session { report: magic::Report::listen(&engine), engine, editor, history };
    session.talk()
}

struct Session {
    engine: Engine,
    editor: Editor<Completion, FileHistory>,
    history: History,
    report: Rc<magic::Report>,
}

impl Session {
    fn talk(&mut self) -> i32 {
        loop {
            match self.read() {
                Ok(text) => {
                    if let Some(status) = self.obey(&text) {
                        return status;
                    }
                }
                Err(ReadlineError::Interrupted) => say("KeyboardInterrupt"),
                Err(ReadlineError::Eof) => {
                    say("");
                    return 0;
                }
                Err(error) => {
                    warn(&format!("taipan: {error}"));
                    return 1;
                }
            }
        }
    }

    /// Reads lines until they are whole, or cannot become whole; they are in the history before anything is run.
    fn read(&mut self) -> Result<String, ReadlineError> {
        let mut text = self.editor.readline(FIRST)?;
        while !text.trim().is_empty() && !magic::is_magic(&text) && self.engine.is_incomplete(&text) {
            text.push('\n');
            text += &self.editor.readline(NEXT)?;
        }
        let entry = text.trim_end();
        if !entry.is_empty() {
            self.history.add(&mut self.editor, entry);
        }
        Ok(text)
    }

    /// Runs what was typed; the result is an exit status if that ends the session.
    fn obey(&mut self, text: &str) -> Option<i32> {
        // Ctrl-C at the prompt was for the line that was being typed.
        self.engine.interrupt_handle().clear();
        if text.trim().is_empty() {
            return None;
        }
        if magic::is_magic(text) {
            let done = magic::obey(&self.engine, &self.report, text.trim());
            return done.err().and_then(|error| self.show(&error));
        }
        match self.engine.feed(text) {
            Ok(Fed::Done) => None,
            // Only a text that was cut short by the end of input.
            Ok(Fed::Incomplete) => None,
            Err(error) => self.show(&error),
        }
    }

    fn show(&self, error: &Error) -> Option<i32> {
        let _ = self.engine.flush();
        match error.exit() {
            Some(Exit::Status(status)) => return Some(status & 0xff),
            Some(Exit::Message(message)) => {
                warn(message);
                return Some(1);
            }
            None => {}
        }
        warn(&error.to_string());
        None
    }
}

/// Writes a line to the terminal; if that has gone, the next line that is read tells.
fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// The same to standard error.
fn warn(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
