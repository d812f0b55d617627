//! Programs with slips in them: whether the parser takes them, and what it says if not, is what CPython does.
//!
//! `tests/mutation/expected.txt` holds programs with slips and what CPython 3.11 says of them, as recorded by
//! `TAIPAN_RECORD=1 cargo test --test mutation`. `TAIPAN_CASES=5000 cargo test --test mutation` makes that many fresh ones,
//! asks `python3`, and prints what differs; `TAIPAN_SEED=N` begins elsewhere.

#[path = "../common/mod.rs"]
mod common;
mod mutate;

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};

use taipan::report::diagnostic::syntax_error;
use taipan::source::Source;
use taipan::{Script, syntax};

use mutate::{Choices, mutate};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mutation");
/// How many programs are recorded.
const RECORDED_CASES: usize = 400;

/// Programs with slips, each from a part of `programs.py`.
fn programs(count: usize, seed: u64) -> Vec<String> {
    let text = std::fs::read_to_string(format!("{FOLDER}/programs.py")).expect("programs");
    let (blocks, lines): (Vec<&str>, Vec<&str>) = text.split("\n\n").partition(|part| part.contains("\n "));
    let parts: Vec<&str> = blocks.into_iter().chain(lines.into_iter().flat_map(str::lines)).collect();
    let mut choices = Choices(seed);
    let mut program = || mutate(parts[choices.below(parts.len())], &mut choices) + "\n";
    (0..count).map(|_| program()).collect()
}

/// What CPython says of each program: an error, or `accepted`.
fn ask_python(programs: &[String]) -> Vec<String> {
    let python = common::python().expect("python3 3.11 is there");
    let mut child = Command::new(python)
        .arg(format!("{FOLDER}/oracle.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    let input: String = programs.iter().map(|each| format!("{}\n{each}", each.len())).collect();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let mut answer = || {
        let mut length = String::new();
        stdout.read_line(&mut length).expect("an answer");
        let mut text = vec![0; length.trim().parse().expect("a length")];
        stdout.read_exact(&mut text).expect("an answer");
        String::from_utf8(text).expect("UTF-8")
    };
    let answers = programs.iter().map(|_| answer()).collect();
    writer.join().expect("a writer").expect("a listener");
    child.wait().expect("an end");
    answers
}

/// What Taipan says of a program. What the parser takes and CPython refuses is for the later stages to find.
fn answer(program: &str, accepted: bool) -> String {
    let source = Source::new("script.py", program);
    match syntax::parse(&source) {
        Err(error) => syntax_error(&error, &source) + "\n",
        Ok(_) if accepted => "accepted\n".into(),
        Ok(_) => match Script::compile("script.py", program) {
            Err(error) => format!("{error}\n"),
            Ok(_) => "accepted\n".into(),
        },
    }
}

/// The class of an error, or `accepted`.
fn verdict(answer: &str) -> &str {
    let last = answer.lines().last().unwrap_or("");
    last.split(':').next().unwrap_or("")
}

/// Every program must be taken or refused as CPython does, refused by the same class of error; of a hundred, two may be
/// explained in other words.
fn compare(cases: &[(String, String)]) {
    let mut wrong = 0;
    let mut worded = 0;
    let mut text = String::new();
    for (program, expected) in cases {
        let found = answer(program, expected == "accepted\n");
        if found != *expected {
            match verdict(&found) == verdict(expected) {
                true => worded += 1,
                false => wrong += 1,
            }
            let _ = writeln!(text, "{program}\nexpected:\n{expected}found:\n{found}");
        }
    }
    let count = cases.len();
    assert!(
        wrong == 0 && worded * 50 <= count,
        "of {count} programs {wrong} are judged, {worded} explained in another way:\n{text}"
    );
}

#[test]
fn slips_are_found_as_cpython_finds_them() {
    let variable = |name| std::env::var(name).ok().map(|text| text.parse::<usize>().expect("a number"));
    if let Some(count) = variable("TAIPAN_CASES") {
        let programs = programs(count, variable("TAIPAN_SEED").unwrap_or(2) as u64);
        let answers = ask_python(&programs);
        return compare(&programs.into_iter().zip(answers).collect::<Vec<_>>());
    }
    let path = format!("{FOLDER}/expected.txt");
    if std::env::var_os("TAIPAN_RECORD").is_some() {
        let programs = programs(RECORDED_CASES, 1);
        let answers = ask_python(&programs);
        let cases = programs.iter().zip(answers);
        let text: String = cases.map(|(program, answer)| format!("=== \n{program}--- \n{answer}")).collect();
        std::fs::write(&path, text).expect("the answers can be written");
    }
    let text = std::fs::read_to_string(&path).expect("recorded answers");
    let cases = text.split("=== \n").skip(1).map(|case| {
        let (program, answer) = case.split_once("--- \n").expect("a case has an answer");
        (program.to_string(), answer.to_string())
    });
    compare(&cases.collect::<Vec<_>>());
}
