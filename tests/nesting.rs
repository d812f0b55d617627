//! Source text that nests deeper than anything a person writes. Every such program must run or end in
//! an exception; none may end in a signal, a panic or a hang.

mod common;

use common::{LIMIT, run, taipan};
use std::path::PathBuf;

/// How such a program may end; the last two are what CPython answers to nested fields and to `[[a]] = 1`.
const ENDINGS: [&str; 7] = [
    "RecursionError",
    "SyntaxError",
    "IndentationError",
    "MemoryError",
    "OverflowError",
    "ValueError: Max string recursion exceeded",
    "TypeError: cannot unpack non-iterable int object",
];

fn survives(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("deep_{name}.py"));
    std::fs::write(&path, text).expect("the scratch folder can be written");
    let got = run(taipan().arg(&path), LIMIT);
    std::fs::remove_file(&path).expect("written above");
    let last = got.stderr.trim_end().lines().last().unwrap_or("");
    let fine = match got.status.as_str() {
        "exit 0" => got.stderr.is_empty(),
        "exit 1" => ENDINGS.iter().any(|ending| last.starts_with(ending)),
        _ => false,
    };
    assert!(fine, "{name}: {}, {last}", got.status);
}

/// `start` n times, the middle, `end` n times.
fn around(start: &str, middle: &str, end: &str, n: usize) -> String {
    start.repeat(n) + middle + &end.repeat(n)
}

const DEPTHS: [usize; 3] = [90, 3_000, 100_000];

#[test]
fn brackets() {
    for n in DEPTHS {
        survives("parentheses", &format!("x = {}\n", around("(", "1", ")", n)));
        survives("lists", &format!("x = {}\n", around("[", "", "]", n)));
        survives("tuples", &format!("x = {}\n", around("(", "1", ",)", n)));
        survives("dicts", &format!("x = {}\n", around("{1: ", "2", "}", n)));
        survives("open", &format!("x = {}\n", "(".repeat(n)));
        survives("calls", &format!("f = lambda x: x\nx = {}\n", around("f(", "1", ")", n)));
        survives("subscripts", &format!("x = {}\n", around("[0][", "0", "]", n)));
        survives("comprehensions", &format!("x = {}\n", around("[", "1", " for i in [1]]", n)));
    }
}

#[test]
fn operators() {
    for n in DEPTHS {
        survives("minus", &format!("x = {}1\n", "-".repeat(n)));
        survives("not", &format!("x = {}1\n", "not ".repeat(n)));
        survives("sum", &format!("x = 1{}\nprint(x)\n", " + 1".repeat(n)));
        survives("power", &format!("x = 1{}\n", " ** 1".repeat(n)));
        survives("and", &format!("x = 1{}\n", " and 1".repeat(n)));
        survives("comparison", &format!("x = 1{}\n", " < 1".repeat(n)));
        survives("conditional", &format!("x = {}1\n", "1 if 0 else ".repeat(n)));
        survives("lambda", &format!("x = {}1\n", "lambda: ".repeat(n)));
        survives("attributes", &format!("x = 1{}\n", ".real".repeat(n)));
        survives("chained_subscripts", &format!("x = []\nx.append(x)\ny = x{}\n", "[0]".repeat(n)));
        survives("chained_calls", &format!("f = lambda: f\nf{}\n", "()".repeat(n)));
        survives("walrus", &format!("x = {}\n", around("(y := ", "1", ")", n)));
        survives("starred", &format!("x = {}\n", around("[*", "[]", "]", n)));
        survives("strings", &format!("x = {}\n", "'a' ".repeat(n)));
        survives("targets", &format!("{}1\n", "x = ".repeat(n)));
        survives("unpacking", &format!("x = 1\n{} = x\n", around("[", "a", "]", n)));
    }
}

#[test]
fn blocks() {
    for n in [90, 1_000, 5_000] {
        let nested = |head: &str| {
            let mut text = String::new();
            for depth in 0..n {
                text += &" ".repeat(depth);
                text += head;
                text += "\n";
            }
            text + &" ".repeat(n) + "pass\n"
        };
        survives("if", &nested("if 1:"));
        survives("for", &nested("for i in [1]:"));
        survives("while", &nested("while 0:"));
        survives("def", &nested("def f():"));
        let elif = "elif 0:\n    pass\n".repeat(n);
        survives("elif", &format!("if 0:\n    pass\n{elif}else:\n    print(1)\n"));
    }
}

#[test]
fn length() {
    survives("statements", &"x = 1\n".repeat(100_000));
    survives("semicolons", &format!("x = 1{}\n", "; x = 1".repeat(100_000)));
    survives("items", &format!("x = [{}]\nprint(len(x))\n", "1, ".repeat(200_000)));
    survives("arguments", &format!("print(max({}))\n", "1, ".repeat(20_000)));
    survives("names", &(0..20_000).map(|i| format!("x{i} = {i}\n")).collect::<String>());
    survives("functions", &(0..5_000).map(|i| format!("def f{i}():\n    return {i}\n")).collect::<String>());
    survives(
        "locals",
        &format!("def f():\n{}f()\n", (0..20_000).map(|i| format!("    x{i} = {i}\n")).collect::<String>()),
    );
    survives("string", &format!("x = '{}'\nprint(len(x))\n", "a".repeat(5_000_000)));
    survives("number", &format!("x = 0x{}\nprint(x % 7)\n", "f".repeat(1_000_000)));
    survives("digits", &format!("x = {}\n", "9".repeat(100_000)));
    survives("line", &format!("x = 1{}\n", " ".repeat(1_000_000)));
    survives("fstrings", &format!("x = 1\ny = f'{}'\n", "{x}".repeat(50_000)));
}

#[test]
fn formatting() {
    for n in [90, 5_000] {
        survives("template", &format!("'{}'.format(1)\n", around("{0:", "", "}", n)));
        survives("fstring", &format!("x = f'{}'\n", around("{1:", "", "}", n)));
        survives("braces", &format!("x = f'{}'\n", "{{".repeat(n)));
    }
}
