//! Lines that begin with `%`: for the session, not for Python.
//!
//! In: such a line. Out: what it does: timing an expression, switching the compiler, saying what was compiled.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::say;
use crate::engine::{Engine, Error, Event};
use crate::report::{stats, time};
use crate::value::Value;

/// What can be typed.
pub(super) const NAMES: &[&str] = &["%help", "%jit", "%report", "%time", "%timeit"];

const HELP: &str = "\
%time EXPR      run EXPR twice and show both times: the first run may record and compile
%timeit EXPR    run EXPR until it is warm, then time it
%jit on|off     compile hot loops, or leave them to the interpreter
%report         what was compiled so far, and what left it";

/// How long `%timeit` goes on.
const TRIAL: Duration = Duration::from_millis(500);
const MOST_TRIALS: usize = 1_000_000;

/// The events so far.
#[derive(Default)]
pub(super) struct Report(RefCell<Vec<Event>>);

impl Report {
    /// Keeps the events of an engine.
    pub fn listen(engine: &Engine) -> Rc<Report> {
        let report = Rc::new(Report::default());
        let kept = report.clone();
        engine.on_event(move |event| kept.0.borrow_mut().push(event.clone()));
        report
    }
}

/// Whether a line is for the session.
pub(super) fn is_magic(text: &str) -> bool {
    text.trim_start().starts_with('%')
}

/// Does what a line says.
pub(super) fn obey(engine: &Engine, report: &Report, line: &str) -> Result<(), Error> {
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    match (name, rest) {
        ("%time" | "%timeit", "") => say(&format!("{name} needs an expression")),
        ("%time", text) => two_runs(engine, text)?,
        ("%timeit", text) => many_runs(engine, text)?,
        ("%jit", "on" | "off") => engine.set_jit(rest == "on"),
        ("%jit", _) => say("%jit on, or %jit off"),
        ("%report", _) => say(stats::summary(&report.0.borrow(), &engine.stats()).trim_end()),
        ("%help", _) => say(HELP),
        _ => say(&format!("there is no {name}; %help lists what there is")),
    }
    Ok(())
}

fn run(engine: &Engine, text: &str) -> Result<Duration, Error> {
    let start = Instant::now();
    engine.eval::<Value>(text)?;
    Ok(start.elapsed())
}

fn two_runs(engine: &Engine, text: &str) -> Result<(), Error> {
    let before = engine.stats().spent;
    let first = run(engine, text)?;
    let after = engine.stats().spent;
    let second = run(engine, text)?;
    let made = after.recording + after.compiling - before.recording - before.compiling;
    let parts = match made {
        Duration::ZERO => String::new(),
        made => format!(" (recording and compiling {})", time::short(made)),
    };
    say(&format!("first run   {}{parts}", time::short(first)));
    say(&format!("second run  {}", time::short(second)));
    Ok(())
}

fn many_runs(engine: &Engine, text: &str) -> Result<(), Error> {
    let start = Instant::now();
    let mut times = vec![run(engine, text)?];
    while start.elapsed() < TRIAL && times.len() < MOST_TRIALS {
        times.push(run(engine, text)?);
    }
    let (first, count) = (times[0], times.len());
    times.sort();
    let [best, median, first] = [times[0], times[count / 2], first].map(time::short);
    say(&format!("best of {count}: {best}, median {median}, first {first}"));
    Ok(())
}
