//! Runs every script in `tests/numpy/` in every mode and compares its output with what numpy 2.4 under CPython 3.11
//! printed.
//!
//! What numpy did is kept beside each script as `<name>.out`; record it anew, where `python3` has numpy, with
//!
//! ```text
//! TAIPAN_RECORD=1 cargo test --test numpy
//! ```
//!
//! `forms/` has expressions by topic, one a line: what numpy gives is in `<topic>.out`, and the lines that come out
//! differently here are in `<topic>.own`. COMPATIBILITY.md counts them. `TAIPAN_SEEDS=50` compares random cases with numpy live,
//! where `python3` has numpy 2.4.

mod common;

use common::{LIMIT, MODES, first_difference, run, taipan};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

fn scripts() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/numpy");
    let entries = std::fs::read_dir(root).expect("the folder of scripts is there");
    let mut scripts: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    scripts.retain(|path| path.extension().is_some_and(|extension| extension == "py") && !path.ends_with("forms.py"));
    scripts.sort();
    assert!(!scripts.is_empty());
    scripts
}

#[test]
fn arrays_are_numpys() {
    let mut wrong = Vec::new();
    for script in scripts() {
        let recording = script.with_extension("out");
        if std::env::var_os("TAIPAN_RECORD").is_some() {
            let outcome = run(Command::new("python3").arg(&script), LIMIT);
            assert_eq!(outcome.status, "exit 0", "{}: {}", script.display(), outcome.stderr);
            std::fs::write(&recording, &outcome.stdout).expect("the folder can be written");
        }
        let wanted = std::fs::read_to_string(&recording).expect("a recording beside each script");
        for (mode, options) in MODES {
            let outcome = run(taipan().args(options).arg(&script), LIMIT);
            if outcome.stdout != wanted {
                let difference = first_difference(&wanted, &outcome.stdout);
                wrong.push(format!("{} [{mode}]:\n{difference}\n{}", script.display(), outcome.stderr));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn results_do_not_depend_on_the_number_of_threads() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/numpy/large.py");
    let wanted = std::fs::read_to_string(script.with_extension("out")).expect("a recording beside the script");
    for threads in ["1", "2", "3", "7"] {
        let found = run(taipan().env("TAIPAN_THREADS", threads).arg(&script), LIMIT);
        let difference = first_difference(&wanted, &found.stdout);
        assert!(found.stdout == wanted, "{threads} threads:\n{difference}\n{}", found.stderr);
    }
}

fn is_recording() -> bool {
    std::env::var_os("TAIPAN_RECORD").is_some()
}

/// The topics, with the files of their expressions.
fn topics() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/numpy/forms");
    let entries = std::fs::read_dir(root).expect("the folder of expressions is there");
    let mut topics: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    topics.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    topics.sort();
    assert!(!topics.is_empty());
    topics.into_iter().map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), path)).collect()
}

/// What is shown for each expression of a topic, a line each.
fn shown(command: &mut Command, topic: &Path) -> Vec<String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/numpy/forms.py");
    let outcome = run(command.arg(script).arg(topic), LIMIT);
    assert_eq!(outcome.status, "exit 0", "{}: {}", topic.display(), outcome.stderr);
    outcome.stdout.lines().map(str::to_string).collect()
}

fn recorded(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.lines().map(str::to_string).collect()
}

fn record(path: &Path, lines: &[String]) {
    let text: String = lines.iter().map(|line| line.clone() + "\n").collect();
    std::fs::write(path, text).expect("the folder can be written");
}

#[test]
fn argument_forms_are_numpys() {
    let mut table = String::from("| topic | forms | as numpy | other |\n|---|---:|---:|---:|\n");
    let mut wrong = Vec::new();
    for (name, topic) in topics() {
        let (numpys, own) = (topic.with_extension("out"), topic.with_extension("own"));
        if is_recording() {
            record(&numpys, &shown(&mut Command::new("python3"), &topic));
        }
        let wanted = recorded(&numpys);
        for (mode, options) in MODES.iter().filter(|(mode, _)| matches!(*mode, "off" | "on")) {
            let found = shown(taipan().args(*options), &topic);
            assert_eq!(found.len(), wanted.len(), "{name} [{mode}]");
            let other: Vec<String> = wanted
                .iter()
                .zip(&found)
                .filter(|(wanted, found)| wanted != found)
                .map(|(_, own)| own.clone())
                .collect();
            if is_recording() && *mode == "off" {
                record(&own, &other);
            }
            let known = recorded(&own);
            let news: Vec<&String> = other.iter().filter(|line| !known.contains(line)).collect();
            let gone: Vec<&String> = known.iter().filter(|line| !other.contains(line)).collect();
            if !news.is_empty() || !gone.is_empty() {
                wrong.push(format!("{name} [{mode}]: not as recorded: {news:#?}; no longer there: {gone:#?}"));
            }
        }
        let (all, other) = (wanted.len(), recorded(&own).len());
        let _ = writeln!(table, "| {name} | {all} | {} | {other} |", all - other);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    tell(&table);
}

/// Holds COMPATIBILITY.md to the table.
fn tell(table: &str) {
    const MARKS: [&str; 2] = ["<!-- numpy: begin -->\n", "<!-- numpy: end -->"];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("COMPATIBILITY.md");
    let text = std::fs::read_to_string(&path).expect("it is there");
    let start = text.find(MARKS[0]).expect("the mark") + MARKS[0].len();
    let end = text.find(MARKS[1]).expect("the mark");
    if is_recording() {
        std::fs::write(&path, format!("{}{table}{}", &text[..start], &text[end..])).expect("it can be written");
    } else {
        assert_eq!(&text[start..end], table, "COMPATIBILITY.md is not up to date: record anew");
    }
}

#[test]
fn random_cases_agree_with_numpy_where_it_is_there() {
    let version = Command::new("python3").args(["-c", "import numpy; print(numpy.__version__)"]).output();
    let is_there = version.is_ok_and(|output| output.stdout.starts_with(b"2.4."));
    if !is_there {
        eprintln!("python3 has no numpy 2.4: nothing to compare with");
        return;
    }
    let count: u32 = std::env::var("TAIPAN_SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/numpy/generated.py");
    for seed in 1..=count {
        let seed = seed.to_string();
        let wanted = run(Command::new("python3").arg(&script).arg(&seed), LIMIT);
        let found = run(taipan().arg(&script).arg(&seed), LIMIT);
        let difference = first_difference(&wanted.stdout, &found.stdout);
        assert!(wanted.stdout == found.stdout, "seed {seed}:\n{difference}\n{}", found.stderr);
    }
}
