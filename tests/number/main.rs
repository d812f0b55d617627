//! Numbers as CPython sees them: thousands of seeded cases against recorded answers.
//!
//! `tests/number/expected.txt` holds the answers of CPython 3.11, one line for each case below. They are recorded anew by
//! `TAIPAN_RECORD=1 cargo test --test number`, which asks `python3` through `tests/number/oracle.py`.
//! The C library takes part in them: another one may differ in a last digit.
//!
//! `TAIPAN_CASES=1000 cargo test --test number` compares that many fresh cases of each operation with `python3` at once.

mod evaluate;
mod source;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use taipan::number::{Complex64, Integer, NumberError};

use evaluate::evaluate;
use source::cases;

const ORACLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/number/oracle.py");
const EXPECTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/number/expected.txt");
/// Cases of each operation in the recorded file.
const RECORDED_CASES: usize = 25;
/// The limit of digits that CPython starts with.
const DIGIT_LIMIT: usize = 4300;

/// A value on its way in or out.
#[derive(Clone, Debug)]
enum Item {
    Int(Integer),
    Float(f64),
    Complex(Complex64),
    Text(String),
    Floats(Vec<f64>),
    Bool(bool),
    Tuple(Vec<Item>),
}
use Item::{Bool, Complex, Float, Floats, Int, Text, Tuple};

type Outcome = Result<Item, NumberError>;

fn show(outcome: &Outcome) -> String {
    match outcome {
        Ok(item) => show_item(item),
        Err(error) => format!("!{}: {}", error.kind.name(), error.message),
    }
}

fn show_item(item: &Item) -> String {
    match item {
        Bool(value) => format!("b{}", i32::from(*value)),
        Int(value) => {
            let value = value.to_big();
            if value.clone().into_parts().1.to_le_bytes().len() > 8 {
                format!("i{value:x}")
            } else {
                format!("i{value}")
            }
        }
        Float(value) if value.is_nan() => "fnan".into(),
        Float(value) => format!("f{:016x}", value.to_bits()),
        Complex(value) => format!("c{}{}", show_item(&Float(value.re)), show_item(&Float(value.im))),
        Text(value) => {
            format!("s{}", value.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r"))
        }
        Tuple(items) => items.iter().map(show_item).collect::<Vec<_>>().join(" "),
        Floats(_) => panic!("never a result"),
    }
}

fn write_argument(item: &Item) -> String {
    let bits = |value: &f64| format!("{:016x}", value.to_bits());
    match item {
        Int(value) => format!("i{:x}", value.to_big()),
        Float(value) => format!("f{}", bits(value)),
        Complex(value) => format!("c{}{}", bits(&value.re), bits(&value.im)),
        Text(value) => value.bytes().fold("s".into(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        }),
        Floats(values) => "l".to_owned() + &values.iter().map(bits).collect::<String>(),
        Bool(_) | Tuple(_) => panic!("never an argument"),
    }
}

fn ask_oracle(cases: &[(&'static str, Vec<Item>)]) -> String {
    let mut child = Command::new("python3")
        .arg(ORACLE)
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut input = String::new();
    for (name, arguments) in cases {
        input += name;
        arguments.iter().for_each(|argument| input += &format!("\t{}", write_argument(argument)));
        input += "\n";
    }
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("an answer");
    writer.join().expect("a writer").expect("a listener");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn check(cases: &[(&'static str, Vec<Item>)], answers: &str) {
    let answers: Vec<&str> = answers.split('\n').collect();
    assert!(answers.len() > cases.len(), "{} answers for {} cases", answers.len(), cases.len());
    let mut wrong = String::new();
    let mut count = 0;
    for ((name, arguments), expected) in cases.iter().zip(answers) {
        let found = show(&evaluate(name, arguments));
        if found != expected {
            count += 1;
            if count <= 40 {
                let _ = writeln!(wrong, "{name} {arguments:?}\n  expected {expected}\n  found    {found}");
            }
        }
    }
    assert!(count == 0, "{count} of {} cases differ:\n{wrong}", cases.len());
}

#[test]
fn numbers_agree_with_cpython() {
    if let Ok(each) = std::env::var("TAIPAN_CASES") {
        let each = each.parse().expect("TAIPAN_CASES is a number");
        let seed = std::env::var("TAIPAN_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(2);
        let cases = cases(each, seed);
        check(&cases, &ask_oracle(&cases));
        return;
    }
    let cases = cases(RECORDED_CASES, 1);
    if std::env::var_os("TAIPAN_RECORD").is_some() {
        std::fs::write(EXPECTED, ask_oracle(&cases)).expect("the answers can be written");
    }
    check(&cases, &std::fs::read_to_string(EXPECTED).expect("recorded answers"));
}
