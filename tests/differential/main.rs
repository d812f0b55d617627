//! Writes random programs and compares every mode with CPython, or with the interpreter where there
//! is no CPython. A program that differs is made smaller, line by line, and printed.
//!
//! ```text
//! cargo test --test differential                                  a few programs
//! TAIPAN_SEEDS=5000 cargo test --release --test differential      many
//! TAIPAN_SEED=1234 TAIPAN_SEEDS=1 cargo test --test differential  one of them again
//! ```

mod arrays;
mod changes;
mod classes;
#[path = "../common/mod.rs"]
mod common;
mod comprehensions;
mod driven;
mod expression;
mod flow;
mod generate;
mod shrink;
mod statement;
mod wide;

use common::{MODES, Outcome, STRESSES, first_difference, python, run, taipan};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How many programs an ordinary test run tries.
const SEEDS: u64 = 24;
/// A generated program takes milliseconds, but for the few whose numbers grow without end: those are not compared.
const LIMIT: Duration = Duration::from_secs(10);
/// What ends in that time ends in this one, in every mode and on a machine that is very busy.
const LONG_LIMIT: Duration = Duration::from_secs(300);
/// Seeds that follow each other are of so many kinds in turn.
const KINDS: u64 = 8;
/// After so many failures the rest of the seeds would say nothing new.
const ENOUGH: usize = 5;

#[test]
fn random_programs_agree() {
    let first = number("TAIPAN_SEED", 1);
    let last = first + number("TAIPAN_SEEDS", SEEDS);
    let next = AtomicU64::new(first);
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        // Two for each processor: a worker waits for its children most of the time.
        for worker in 0..2 * std::thread::available_parallelism().map_or(1, usize::from) {
            let (next, failures) = (&next, &failures);
            scope.spawn(move || {
                let file = scratch(worker);
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= last || failures.lock().expect("not poisoned").len() >= ENOUGH {
                        break;
                    }
                    if let Some(report) = check(seed, &file) {
                        failures.lock().expect("not poisoned").push(report);
                    }
                }
                let _ = std::fs::remove_file(&file);
            });
        }
    });
    let failures = failures.into_inner().expect("not poisoned");
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

/// Every program that was ever found to differ, made smaller.
#[test]
fn what_was_found_stays_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/differential/found");
    let file = scratch(usize::MAX);
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let found = entry.expect("the folder can be read").path();
        let text = std::fs::read_to_string(&found).expect("the program can be read");
        let report = differs(&text, &file, &STRESSES);
        assert!(report.is_none(), "{}: {}", found.display(), report.unwrap_or_default());
    }
    let _ = std::fs::remove_file(&file);
}

#[test]
fn programs_repeat() {
    for seed in 0..3 * KINDS {
        assert_eq!(program(seed), program(seed));
        assert_ne!(program(seed), program(seed + 1));
        assert_ne!(program(seed), program(seed + KINDS));
    }
}

fn number(variable: &str, default: u64) -> u64 {
    match std::env::var(variable) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{variable} is not a number: {text}")),
        Err(_) => default,
    }
}

fn scratch(worker: usize) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("random-{}-{worker}.py", std::process::id()))
}

/// The program of a seed. The kinds take turns; numbers, lists and templates have two of the eight, for they reach
/// most.
fn program(seed: u64) -> String {
    match seed % KINDS {
        1 => arrays::program(seed),
        2 => flow::program(seed),
        4 => changes::program(seed),
        5 => classes::program(seed),
        6 => driven::program(seed),
        7 => comprehensions::program(seed),
        _ => generate::program(seed),
    }
}

/// A way to run a program: its name, and the options for it.
type Judge = (&'static str, &'static [&'static str]);

/// The ways to run the program: what all others must agree with comes first.
fn judges(text: &str, stresses: &[Judge]) -> Vec<Judge> {
    let mut judges: Vec<Judge> = MODES.iter().chain(stresses).copied().collect();
    if python().is_some() && !text.contains("import numpy") {
        judges.insert(0, ("python", &["-I", "-S"]));
    }
    judges
}

fn run_under(judge: Judge, limit: Duration, file: &Path) -> Outcome {
    let mut command = match (judge.0, python()) {
        ("python", Some(python)) => Command::new(python),
        _ => taipan(),
    };
    let mut outcome = run(command.args(judge.1).arg(file), limit);
    outcome.stdout = without_addresses(&outcome.stdout);
    outcome.stderr = without_addresses(&outcome.stderr);
    outcome
}

/// The same text with every address alike: a program made smaller may print an object that has lost its `__repr__`.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut kept = parts.next().unwrap_or_default().to_string();
    for part in parts {
        kept.push_str(" at 0x");
        kept.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    kept
}

/// Runs the program of a seed in every mode and under one stress: all four would take longer than the modes together.
/// The stress is another one each time that the kinds have had their turn, so every kind meets every stress. Evictions have all of it
/// compiled again and again, which takes ten times as long as what the others force: they have one turn in sixteen.
fn check(seed: u64, file: &Path) -> Option<String> {
    let [evictions, others @ ..] = &STRESSES;
    let turn = (seed / KINDS % 16) as usize;
    let stress = if turn == 0 { *evictions } else { others[turn % others.len()] };
    differs(&program(seed), file, &[stress]).map(|report| format!("seed {seed}: {report}"))
}

/// Runs a program everywhere; the report of the first mode that differs, if one does.
fn differs(text: &str, file: &Path, stresses: &[Judge]) -> Option<String> {
    std::fs::write(file, text).expect("the scratch folder can be written");
    let judges = judges(text, stresses);
    let expected = run_under(judges[0], LIMIT, file);
    if expected.status == "no end" {
        return None;
    }
    for &judge in &judges[1..] {
        if run_under(judge, LONG_LIMIT, file) == expected {
            continue;
        }
        let small = shrink::shrink(text, |candidate| {
            std::fs::write(file, candidate).expect("the scratch folder can be written");
            let expected = run_under(judges[0], LIMIT, file);
            // A program that CPython does not even start says nothing about the modes.
            expected.status == "exit 0" && run_under(judge, LIMIT, file) != expected
        });
        std::fs::write(file, &small).expect("the scratch folder can be written");
        let expected = run_under(judges[0], LIMIT, file);
        let got = run_under(judge, LONG_LIMIT, file);
        return Some(format!("{} and {} differ\n{small}\n{}", judges[0].0, judge.0, describe(&expected, &got)));
    }
    None
}

fn describe(expected: &Outcome, got: &Outcome) -> String {
    if expected.status != got.status {
        return format!("expected {}, got {}\n{}", expected.status, got.status, got.stderr);
    }
    if expected.stdout != got.stdout {
        return format!("stdout, {}", first_difference(&expected.stdout, &got.stdout));
    }
    format!("stderr, {}", first_difference(&expected.stderr, &got.stderr))
}
