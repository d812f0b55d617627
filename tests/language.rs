//! Runs every script in `tests/language/<topic>/` in every mode and compares with what CPython 3.11
//! did: standard output, exit status and standard error, traceback included.
//!
//! What CPython did is kept beside each script as `<name>.out`; record it anew, all of it, with
//!
//! ```text
//! TAIPAN_RECORD=1 cargo test --test language
//! ```
//!
//! `TAIPAN_SCRIPTS=loops/over` narrows a run to the scripts whose path contains that text.
//!
//! One topic is compared loosely: `syntax`, where the kind of the error and its line must be
//! CPython's and the words are ours.

mod common;

use common::{LIMIT, MODES, Outcome, first_difference, python, run, taipan};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Stands in a recording between standard output and what else there was.
const MARK: &str = "=== ";

macro_rules! topics {
    ($($topic:ident)*) => {
        const TOPICS: &[&str] = &[$(stringify!($topic)),*];

        $(
            #[test]
            fn $topic() {
                run_topic(stringify!($topic));
            }
        )*
    };
}

topics! {
    arithmetic builtins classes complex comprehensions containers coroutines errors evaluation
    exceptions files floats formatting functions generators imports library limits loops matching
    modules numpy scoping special statements strings syntax unpacking
}

#[test]
fn every_folder_is_a_topic() {
    let mut folders: Vec<String> = std::fs::read_dir(root())
        .expect("the folder of scripts is there")
        .map(|entry| entry.expect("readable").file_name().into_string().expect("UTF-8"))
        .collect();
    folders.sort();
    assert_eq!(folders, TOPICS);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language")
}

fn run_topic(topic: &str) {
    let record = std::env::var_os("TAIPAN_RECORD").is_some();
    let wanted = std::env::var("TAIPAN_SCRIPTS").unwrap_or_default();
    let mut failures = Vec::new();
    let mut count = 0;
    for script in scripts(topic) {
        let name = format!("{topic}/{script}.py");
        if !name.contains(&wanted) {
            continue;
        }
        count += 1;
        if record {
            record_script(&name);
        } else if let Err(report) = check_script(&name, topic == "syntax") {
            failures.push(format!("{name}\n{report}"));
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {count} scripts differ from CPython\n\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// Names of a topic's scripts, without their extension, in order.
fn scripts(topic: &str) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(root().join(topic))
        .expect("a topic is a folder")
        .filter_map(|entry| {
            let name = entry.expect("readable").file_name().into_string().expect("UTF-8");
            name.strip_suffix(".py").map(str::to_string)
        })
        .collect();
    names.sort();
    names
}

fn record_script(name: &str) {
    let python = python().expect("recording needs CPython 3.11");
    let mut command = Command::new(python);
    command.args(["-B", name]).current_dir(root());
    let mut outcome = run(&mut command, LIMIT);
    leave_out_root(&mut outcome);
    std::fs::write(recording(name), to_text(&outcome)).expect("a recording can be written");
}

fn recording(name: &str) -> PathBuf {
    root().join(name).with_extension("out")
}

/// Tracebacks name files by their whole path; a recording must fit any machine.
fn leave_out_root(outcome: &mut Outcome) {
    let root = format!("{}/", root().display());
    outcome.stderr = outcome.stderr.replace(&root, "");
}

/// A recording is standard output; only a script that also did something else has more.
fn to_text(outcome: &Outcome) -> String {
    let mut text = outcome.stdout.clone();
    if outcome.status != "exit 0" || !outcome.stderr.is_empty() {
        let _ = write!(text, "\n{MARK}{}\n{}", outcome.status, outcome.stderr);
    }
    text
}

fn from_text(text: &str) -> Outcome {
    let separator = format!("\n{MARK}");
    let (stdout, rest) = text.split_once(&separator).unwrap_or((text, "exit 0\n"));
    let (status, stderr) = rest.split_once('\n').unwrap_or((rest, ""));
    Outcome { stdout: stdout.to_string(), stderr: stderr.to_string(), status: status.to_string() }
}

/// Runs one script in every mode. Modes that fail alike are reported together.
fn check_script(name: &str, loosely: bool) -> Result<(), String> {
    let recorded = std::fs::read_to_string(recording(name))
        .map_err(|_| "  not recorded: see the head of tests/language.rs".to_string())?;
    let expected = from_text(&recorded);
    let mut reports: Vec<(String, Vec<&str>)> = Vec::new();
    for (mode, options) in MODES {
        let mut got = run(taipan().args(options).arg(name).current_dir(root()), LIMIT);
        leave_out_root(&mut got);
        if let Some(report) = difference(&expected, &got, loosely) {
            match reports.iter_mut().find(|(text, _)| *text == report) {
                Some((_, modes)) => modes.push(mode),
                None => reports.push((report, vec![mode])),
            }
        }
    }
    if reports.is_empty() {
        return Ok(());
    }
    Err(reports.iter().map(|(text, modes)| format!("  [{}] {text}\n", modes.join(", "))).collect())
}

fn difference(expected: &Outcome, got: &Outcome, loosely: bool) -> Option<String> {
    if got.status != expected.status {
        let last = got.stderr.trim_end().lines().last().unwrap_or("");
        return Some(format!("status: expected {}, got {}; last line of stderr: {last}", expected.status, got.status));
    }
    if got.stdout != expected.stdout {
        let place = first_difference(&expected.stdout, &got.stdout);
        return Some(format!("stdout, {place}"));
    }
    if loosely {
        let (wanted, found) = (error_place(&expected.stderr), error_place(&got.stderr));
        return (wanted != found).then(|| format!("expected {wanted:?}, got {found:?}"));
    }
    if got.stderr != expected.stderr {
        let place = first_difference(&expected.stderr, &got.stderr);
        return Some(format!("stderr, {place}"));
    }
    None
}

/// The kind of an error and the line it names.
fn error_place(stderr: &str) -> (String, String) {
    let kind = stderr.trim_end().lines().last().unwrap_or("");
    let kind = kind.split(':').next().unwrap_or("");
    let line = stderr
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("File "))
        .and_then(|place| place.rsplit_once("line "))
        .map_or("", |(_, number)| number);
    (kind.to_string(), line.to_string())
}
