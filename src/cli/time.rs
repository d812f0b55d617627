//! Times a program: several runs of one compiled script in one process, and one without the compiler.
//!
//! In: a file and how often to run it. Out: rows for `report::time`. What the program prints is thrown away.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use super::options::TimeOptions;
use super::program::{Program, fail, listen};
use super::say;
use crate::engine::error::Exit;
use crate::engine::{Builder, Engine, Error, JitMode, Script};
use crate::report::stats;
use crate::report::time::{Row, Timing};

/// Times a program; the result is the exit status.
pub fn run(options: TimeOptions, start: Instant) -> i32 {
    let program = match Program::from_file(&options.file) {
        Ok(program) => program,
        Err(message) => {
            say(&message);
            return 2;
        }
    };
    let (name, called, folder) = (program.called.clone(), program.called.clone(), program.folder.clone());
    let arguments = std::iter::once(called).chain(options.arguments);
    let mut config = options.config;
    let setup = |config| -> Builder {
        Engine::builder()
            .config(config)
            .system_access(true)
            .arguments(arguments.clone())
            .path(super::program::search_path(&folder))
            .output(io::sink())
    };
    let engine = setup(config.clone()).build();
    engine.interrupt_handle().on_ctrl_c();
    let script = match program.compile() {
        Ok(script) => script,
        Err(error) => return fail(&engine, &error),
    };
    let events = listen(&engine, options.stats, None);
    let mut start_up = start.elapsed();
    let mut rows = Vec::new();
    for _ in 0..options.runs {
        match measure(&engine, &script, std::mem::take(&mut start_up)) {
            Ok(row) => rows.push(row),
            Err(error) => return fail(&engine, &error),
        }
    }
    if options.stats {
        say(&stats::summary(&events.borrow(), &engine.stats()));
    }
    config.jit = JitMode::Off;
    let interpreter = setup(config).build();
    interpreter.interrupt_handle().on_ctrl_c();
    let interpreted = match measure(&interpreter, &script, Duration::ZERO) {
        Ok(row) => row.total,
        Err(error) => return fail(&interpreter, &error),
    };
    let timing = Timing { script: name, rows, interpreted };
    let text = if options.json { timing.to_json() } else { timing.to_table() };
    match io::stdout().write_all(text.as_bytes()) {
        Ok(()) => 0,
        Err(_) => 1,
    }
}

/// One run and where its time went.
fn measure(engine: &Engine, script: &Script, start_up: Duration) -> Result<Row, Error> {
    let before = engine.stats().spent;
    let start = Instant::now();
    let done = engine.run(script);
    let total = start.elapsed() + start_up;
    if let Err(error) = done
        && error.exit() != Some(&Exit::Status(0))
    {
        return Err(error);
    }
    let after = engine.stats().spent;
    let recording = after.recording - before.recording;
    let compiling = after.compiling - before.compiling;
    let beside = after.beside - before.beside;
    // Compiled code that calls the interpreter back is still inside: what is recorded and compiled there is not its own.
    let native = (after.native - before.native).min(total - start_up);
    let interpreting = (total - start_up).saturating_sub(recording + compiling + native);
    Ok(Row { total, start_up, interpreting, recording, compiling, beside, native })
}
