//! The command: runs a program from a file, an argument or standard input; times one; or starts the prompt.
//!
//! In: the arguments of the process. Out: its exit status, as CPython's. Everything that is printed about a program is made
//! by `report`.

mod options;
mod program;
mod time;

use crate::value::heap::Blocks;
use std::io::Write;
use std::time::Instant;

use options::{Command, Parsed};
pub use program::end;

/// The stack that scripts run on: reserved, and used only as deep as they call.
const STACK: usize = 1 << 30;
/// Where the system does not give as much.
const SMALLER_STACK: usize = 64 << 20;

/// Runs the command with the arguments of the process; the result is its exit status.
pub fn main() -> i32 {
    let start = Instant::now();
    let command = match options::parse() {
        Ok(Parsed::Run(command)) => *command,
        Ok(Parsed::Say(text)) => {
            let _ = std::io::stdout().write_all(text.as_bytes());
            return 0;
        }
        Err(message) => {
            say(&format!("{message}\n{}\nTry `taipan --help' for more information.\n", options::USAGE));
            return 2;
        }
    };
    on_large_stack(move || match command {
        Command::Program(options) => program::run(options),
        Command::Prompt(options) => crate::repl::run(options.config, program::search_path("")),
        Command::Time(options) => time::run(options, start),
    })
}

/// Runs something on a thread whose stack is large, or as large as can be had.
fn on_large_stack(work: impl FnOnce() -> i32 + Send + Clone + 'static) -> i32 {
    Blocks::share_heap();
    for size in [STACK, SMALLER_STACK] {
        let thread = std::thread::Builder::new().stack_size(size).spawn(work.clone());
        if let Ok(thread) = thread {
            crate::engine::system::leave_interrupts_to_others();
            // A panic has printed its message already.
            return thread.join().unwrap_or(70);
        }
    }
    work()
}

/// Writes to standard error; if that is closed there is nobody to tell.
fn say(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
