//! Runs the scripts of `tests/language/` several times on one engine: each run must print what CPython printed in a process of its own,
//! although what was compiled in the runs before is used again, and classes that nobody can tell from new ones are.
//!
//! Left out are topics about what a process has one of, such as its files, and scripts whose last words come when it ends.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use taipan::{Config, Engine, JitMode, Script};

const RUNS: usize = 3;
const STACK: usize = 256 << 20;
const TOPICS: &[&str] =
    &["classes", "special", "functions", "generators", "exceptions", "matching", "containers", "scoping"];
const OF_THE_END: &[&str] = &["dropped", "protocols", "end_of_program", "end_in_turn"];
/// Stands in a recording between standard output and what else there was.
const MARK: &str = "\n=== ";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language")
}

fn scripts(topic: &str) -> Vec<PathBuf> {
    let folder = std::fs::read_dir(root().join(topic)).expect("a topic is a folder");
    let paths = folder.map(|entry| entry.expect("readable").path());
    let has_part =
        |part: Option<&OsStr>, wanted: &[&str]| part.is_some_and(|part| wanted.iter().any(|name| part == *name));
    paths.filter(|path| has_part(path.extension(), &["py"]) && !has_part(path.file_stem(), OF_THE_END)).collect()
}

/// The first run that prints something else, and what it prints.
fn difference(path: &Path, jit: JitMode) -> Option<String> {
    let text = std::fs::read_to_string(path).expect("a script");
    let recorded = std::fs::read_to_string(path.with_extension("out")).expect("a recording");
    let wanted = recorded.split(MARK).next().unwrap_or_default();
    let name = path.strip_prefix(root()).expect("below the root").to_string_lossy();
    let script = Script::compile(&name, &text).ok()?;
    let config = Config { jit, ..Config::default() };
    let engine = Engine::builder().config(config).capture_output().system_access(true).build();
    for run in 1..=RUNS {
        let outcome = engine.run(&script);
        let printed = engine.take_output();
        if printed != wanted {
            let ended = outcome.err().map_or(String::new(), |error| error.to_string());
            let line = printed.lines().zip(wanted.lines()).find(|(a, b)| a != b);
            return Some(format!("{name}, run {run}, {jit:?}: {line:?} {ended}"));
        }
    }
    None
}

fn check(jit: JitMode) {
    let left = Mutex::new(TOPICS.iter().flat_map(|topic| scripts(topic)).collect::<Vec<PathBuf>>());
    let differences = Mutex::new(Vec::new());
    // What a script leaves behind may end, and print, while another runs on the same thread.
    let alone = |path: PathBuf| {
        let started = thread::Builder::new().stack_size(STACK).spawn(move || difference(&path, jit));
        started.expect("a thread").join().expect("no panic")
    };
    let work = || {
        while let Some(path) = { left.lock().unwrap().pop() } {
            let found = alone(path);
            differences.lock().unwrap().extend(found);
        }
    };
    thread::scope(|scope| (0..2).for_each(|_| drop(scope.spawn(work))));
    let differences = differences.into_inner().unwrap();
    assert!(differences.is_empty(), "{} differ\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn runs_are_alike_interpreted() {
    check(JitMode::Off);
}

#[test]
fn runs_are_alike_as_usual() {
    check(JitMode::On);
}

#[test]
fn runs_are_alike_where_all_is_compiled() {
    check(JitMode::Eager);
}
