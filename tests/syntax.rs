//! Trees and errors as CPython has them.
//!
//! `tests/syntax/ok/NAME.py` stands beside `NAME.tree`, the text form of its syntax tree.
//! `tests/syntax/err/NAME.txt` holds cases: a line `=== ` begins a source, a line `--- ` what CPython prints for it.
//!
//! `TAIPAN_RECORD=1 cargo test --test syntax` writes trees and errors anew, as `python3` (3.11) has them.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use taipan::Script;
use taipan::report::diagnostic::syntax_error;
use taipan::source::Source;
use taipan::syntax::{self, Interactive};

/// What stands at the end of a case whose source ends without a line end.
const UNENDED: &str = "\\no-line-end\n";

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax").join(name)
}

fn files(name: &str, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(name)).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|each| each == extension));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

fn recording() -> bool {
    std::env::var_os("TAIPAN_RECORD").is_some()
}

fn python(arguments: &[&str]) -> (String, String) {
    let output = Command::new("python3").args(["-W", "ignore"]).args(arguments).output();
    let output = output.expect("recording needs python3");
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

#[test]
fn trees_are_those_of_cpython() {
    for path in files("ok", "py") {
        let tree = path.with_extension("tree");
        if recording() {
            let recorder = folder("record.py");
            let (recorded, _) = python(&[recorder.to_str().unwrap(), path.to_str().unwrap()]);
            fs::write(&tree, recorded).unwrap();
        }
        let text = fs::read_to_string(&path).unwrap();
        let source = Source::new(path.to_str().unwrap(), &text);
        let module = syntax::parse(&source).unwrap_or_else(|error| {
            panic!("{}", syntax_error(&error, &source));
        });
        let found = syntax::dump::dump_with_places(&module, &source);
        let expected = fs::read_to_string(&tree).unwrap();
        for (found, expected) in found.lines().zip(expected.lines()) {
            assert_eq!(found, expected, "in {}", path.display());
        }
        assert_eq!(found.lines().count(), expected.lines().count());
    }
}

/// The sources and errors of a file of cases.
fn cases(text: &str) -> Vec<(String, String)> {
    let mut cases = Vec::new();
    for case in text.split("=== \n").skip(1) {
        let (source, error) = case.split_once("--- \n").expect("a case has an error");
        // A source whose last line is not ended is written with a mark.
        let source = source.strip_suffix(UNENDED).unwrap_or(source);
        cases.push((source.to_string(), error.to_string()));
    }
    cases
}

fn recorded(source: &str) -> String {
    let path = std::env::temp_dir().join(format!("taipan-{}.py", std::process::id()));
    fs::write(&path, source).unwrap();
    let (_, error) = python(&[path.to_str().unwrap()]);
    fs::remove_file(&path).unwrap();
    error.replace(path.to_str().unwrap(), "script.py")
}

#[test]
fn errors_are_those_of_cpython() {
    let mut wrong = String::new();
    for path in files("err", "txt") {
        let text = fs::read_to_string(&path).unwrap();
        let cases = cases(&text);
        if recording() {
            let mut out = String::new();
            for (source, _) in &cases {
                let mark = if source.ends_with('\n') { "" } else { UNENDED };
                let _ = write!(out, "=== \n{source}{mark}--- \n{}", recorded(source));
            }
            fs::write(&path, out).unwrap();
            continue;
        }
        for (text, expected) in cases {
            let found = match Script::compile("script.py", &text) {
                Ok(_) => "accepted\n".to_string(),
                Err(error) => format!("{error}\n"),
            };
            if found != expected {
                let name = path.file_name().unwrap().display();
                let _ = writeln!(wrong, "{name}\n{text}\nexpected:\n{expected}found:\n{found}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// On a stack as large as the command's: a build without optimisation needs many times what is needed otherwise.
#[test]
fn depth_ends_in_an_error() {
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(nest_deeply);
    thread.expect("a thread").join().expect("no failure");
}

fn nest_deeply() {
    let message = |text: &str| {
        let source = Source::new("script.py", text);
        syntax::parse(&source).map(drop).map_err(|error| error.message.into_owned())
    };
    let deep = "maximum recursion depth exceeded during compilation";
    for (before, repeated, after) in [
        ("", "-", "x"),
        ("", "not ", "x"),
        ("x", "+1", ""),
        ("x", ".a", ""),
        ("x", "()", ""),
        ("x", "**x", ""),
        ("", "lambda: ", "x"),
        ("", "x if y else ", "x"),
        ("", "await ", "x"),
    ] {
        let text = |count| format!("{before}{}{after}\n", repeated.repeat(count));
        if repeated != "await " {
            assert_eq!(message(&text(900)), Ok(()));
        }
        assert!(message(&text(100_000)).is_err(), "{repeated}");
    }
    assert_eq!(message(&format!("x{}\n", "+1".repeat(5000))), Err(deep.to_string()));
    assert_eq!(message(&format!("x{}\n", " or x".repeat(50_000))), Ok(()));
    assert_eq!(message(&format!("x{}\n", " < x".repeat(50_000))), Ok(()));
    let elif = "elif x:\n  y\n".repeat(50_000);
    assert_eq!(message(&format!("if x:\n  y\n{elif}")), Ok(()));
    for bracket in ["(", "[", "{"] {
        let error = message(&bracket.repeat(100_000));
        assert_eq!(error, Err("too many nested parentheses".to_string()));
    }
    let mut blocks = String::new();
    for level in 0..10_000 {
        let _ = writeln!(blocks, "{:level$}if x:", "");
    }
    assert_eq!(message(&blocks), Err("too many levels of indentation".to_string()));
}

#[test]
fn a_prompt_knows_when_more_must_come() {
    let complete = |text: &str| {
        let source = Source::new("<stdin>", text);
        syntax::parse_interactive(&source).map(|state| matches!(state, Interactive::Complete(_)))
    };
    for text in ["x = 1", "", "# nothing", "if x:\n    y\n", "if x: y\n", "f(1,\n2)", "'''a\nb'''"] {
        assert_eq!(complete(text), Ok(true), "{text:?}");
    }
    for text in [
        "if x:",
        "if x: y",
        "if x:\n    y",
        "def f():\n    if x:\n        y",
        "f(1,",
        "x = [1,\n2",
        "'''a",
        "x = 1 + \\",
        "try:\n    x",
        "@f",
        "@f\ndef g():\n    pass",
        "match x:",
        "match x:\n    case 1:",
    ] {
        assert_eq!(complete(text), Ok(false), "{text:?}");
    }
    for text in ["x = = 1", "f(1", "if x:\n", "x = 'a", "try:\n    x\n", "f(]", "1abc", "  x"] {
        let expected = text == "f(1";
        assert_eq!(complete(text).is_ok(), expected, "{text:?}");
    }
}
