//! Numbers and their texts as scripts see them: what seeded expressions give, or raise, is what CPython says.
//!
//! `tests/conversion/expected.txt` holds expressions, each with CPython 3.11's answer below, as recorded by
//! `TAIPAN_RECORD=1 cargo test --test conversion`. `TAIPAN_CASES=5000 cargo test --test conversion` makes that many fresh
//! ones and asks `python3`; `TAIPAN_SEED=N` begins elsewhere.

#[path = "../common/mod.rs"]
mod common;
mod generate;

use std::process::Command;

use generate::{Choices, expression};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conversion");
/// How many expressions are recorded.
const RECORDED_CASES: usize = 1500;

fn expressions(count: usize, seed: u64) -> Vec<String> {
    let mut choices = Choices(seed);
    (0..count).map(|_| expression(&mut choices)).collect()
}

/// What a command says of each expression.
fn answers(mut command: Command, expressions: &[String]) -> Vec<String> {
    let file = std::env::temp_dir().join(format!("taipan-conversion-{}.txt", std::process::id()));
    let text: String = expressions.iter().map(|each| each.replace('\n', "\x01") + "\n").collect();
    std::fs::write(&file, text).expect("the expressions can be written");
    let output = command.env("PYTHONWARNINGS", "ignore").arg(format!("{FOLDER}/evaluate.py")).arg(&file).output();
    let _ = std::fs::remove_file(&file);
    let output = output.expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answers: Vec<String> = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), expressions.len());
    answers
}

fn ask_python(expressions: &[String]) -> Vec<String> {
    answers(Command::new(common::python().expect("python3 3.11 is there")), expressions)
}

#[test]
fn numbers_and_their_texts_are_those_of_cpython() {
    let variable = |name| std::env::var(name).ok().map(|text| text.parse::<usize>().expect("a number"));
    let path = format!("{FOLDER}/expected.txt");
    let (asked, expected) = if let Some(count) = variable("TAIPAN_CASES") {
        let asked = expressions(count, variable("TAIPAN_SEED").unwrap_or(2) as u64);
        let expected = ask_python(&asked);
        (asked, expected)
    } else {
        if std::env::var_os("TAIPAN_RECORD").is_some() {
            let asked = expressions(RECORDED_CASES, 1);
            let text = asked.iter().zip(ask_python(&asked)).map(|(asked, answer)| format!("{asked}\n{answer}\n"));
            std::fs::write(&path, text.collect::<String>()).expect("the answers can be written");
        }
        let text = std::fs::read_to_string(&path).expect("recorded answers");
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).unzip()
    };
    let found = answers(Command::new(env!("CARGO_BIN_EXE_taipan")), &asked);
    let wrong: Vec<String> = asked
        .iter()
        .zip(expected.iter().zip(&found))
        .filter(|(_, (expected, found))| expected != found)
        .map(|(asked, (expected, found))| format!("{asked}\n  expected {expected}\n  found    {found}\n"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), asked.len(), wrong.concat());
}
