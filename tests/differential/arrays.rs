//! Random programs over arrays: loops over elements, rows and slices of arrays of every type and order, that share memory, have no
//! elements, or repeat one by a stride of 0; each function is called with several of them in turn, so that types change under its loops.
//!
//! What numpy itself gives is recorded elsewhere; here all modes are to agree with the interpreter, warnings included.

use super::generate::Writer;
use std::fmt::Write as _;

const TYPES: [&str; 9] = ["float64", "int64", "float32", "uint8", "int16", "bool", "complex128", "int32", "uint64"];

const HEAD: &str = "import warnings

import numpy as np


def call(function, *arguments):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(\"always\")
        try:
            result = function(*arguments)
        except Exception as problem:
            result = type(problem).__name__, str(problem)
    print(function.__name__, repr(result), [str(w.message) for w in caught])
    print([array.tolist() for array in arguments])

";

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut arrays = Arrays { writer: Writer::new(seed) };
    arrays.program();
    arrays.writer.text
}

struct Arrays {
    writer: Writer,
}

impl Arrays {
    fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.writer.below(texts.len())]
    }

    fn line(&mut self, depth: usize, text: &str) {
        let _ = writeln!(self.writer.text, "{:1$}{text}", "", depth * 4);
    }

    fn program(&mut self) {
        self.writer.text = HEAD.to_string();
        let functions = 1 + self.writer.below(2);
        for number in 0..functions {
            let rank = 1 + self.writer.below(2);
            self.function(number, rank);
            let calls = 2 + self.writer.below(4);
            for at in 0..calls {
                let name = format!("f{number}_{at}");
                self.arguments(&name, rank);
                let times = 1 + self.writer.below(3);
                for _ in 0..times {
                    self.line(0, &format!("call(f{number}, *{name})"));
                }
            }
        }
    }

    /// Three arrays; some of them share memory.
    fn arguments(&mut self, name: &str, rank: usize) {
        let dtype = TYPES[self.writer.below(TYPES.len())];
        let (rows, columns) = match self.writer.below(8) {
            0 => (0, 3),
            1 => (5, 0),
            _ => (3 + self.writer.below(30), 2 + self.writer.below(24)),
        };
        let spare = 8;
        let size = (rows + spare) * (columns + spare);
        let shape = if rank == 1 { format!("({size},)") } else { format!("({}, {})", rows + spare, columns + spare) };
        let factor = 1 + self.writer.below(40);
        let modulus = 7 + self.writer.below(300);
        let order = self.pick(&["", ", order=\"F\""]);
        self.line(
            0,
            &format!(
                "base = np.array((np.arange({size}) * {factor} % {modulus}).reshape({shape}), dtype=np.{dtype}{order})"
            ),
        );
        let mut parts = Vec::new();
        for _ in 0..3 {
            let (first, second) = (self.writer.below(spare), self.writer.below(spare));
            let source = match self.writer.below(4) {
                0 => "base.copy()".to_string(),
                1 => {
                    let other = TYPES[self.writer.below(TYPES.len())];
                    format!("base.astype(np.{other})")
                }
                _ => "base".to_string(),
            };
            let length = rows * columns;
            parts.push(match (rank, self.writer.below(6)) {
                (1, 0) => format!("{source}[{first}:{first} + {length}][::-1]"),
                (1, 1) => format!("np.broadcast_to(base[{first}:{first} + 1], ({length},))"),
                (1, 2) => format!("{source}[:{}:2]", 2 * (length / 2)),
                (1, _) => format!("{source}[{first}:{first} + {length}]"),
                (_, 0) => format!("{source}[{first}:{first} + {rows}, {second}:{second} + {columns}][::-1]"),
                (_, 1) => format!("{source}[{first}:{first} + {rows}, {second}:{second} + {columns}].T"),
                (_, 2) => format!("np.broadcast_to(base[{first}, {second}:{second} + {columns}], ({rows}, {columns}))"),
                _ => format!("{source}[{first}:{first} + {rows}, {second}:{second} + {columns}]"),
            });
        }
        self.line(0, &format!("{name} = ({})", parts.join(", ")));
    }

    fn function(&mut self, number: usize, rank: usize) {
        self.line(0, "");
        self.line(0, "");
        self.line(0, &format!("def f{number}(a, b, c):"));
        let start = self.pick(&["t = 0", "t = 0.0", "t = a.dtype.type(1)", "t = 1"]);
        self.line(1, start);
        let loops = 1 + self.writer.below(2);
        for _ in 0..loops {
            let whole = self.writer.below(3);
            match (rank, whole) {
                (1, 0) => {
                    self.line(1, "for x in a:");
                    self.assignment(2, "x");
                }
                (2, 0) => {
                    self.line(1, "for i in range(len(a)):");
                    let row = self.pick(&["row = a[i]", "row = a[i, ::-1]", "row = a[-1 - i, 1:]", "row = a.T[0]"]);
                    self.line(2, row);
                    self.line(2, "for j in range(len(row)):");
                    let target = self.pick(&["row[j] = ", "t = ", "row[j] += "]);
                    let value = self.pick(&["row[j] + t", "row[j - 1] * 2", "row[j] - row[0]", "row[-1 - j] + 1"]);
                    self.line(3, &format!("{target}{value}"));
                }
                (1, _) => {
                    let bounds = self.pick(&[
                        "range(len(c))",
                        "range(1, a.shape[0])",
                        "range(a.size - 1, 1, -1)",
                        "range(len(b) - 1)",
                    ]);
                    self.line(1, &format!("for i in {bounds}:"));
                    self.body(2, rank);
                }
                _ => {
                    let bounds = self.pick(&["range(c.shape[0])", "range(1, a.shape[0] - 1)", "range(len(b))"]);
                    self.line(1, &format!("for i in {bounds}:"));
                    let bounds = self.pick(&["range(c.shape[1])", "range(1, b.shape[1] - 1)", "range(a.shape[1])"]);
                    self.line(2, &format!("for j in {bounds}:"));
                    self.body(3, rank);
                }
            }
        }
        self.line(1, "return t, type(t).__name__");
        self.line(0, "");
        self.line(0, "");
    }

    fn body(&mut self, depth: usize, rank: usize) {
        let statements = 1 + self.writer.below(2);
        for _ in 0..statements {
            let value = self.expression(rank, 2);
            match self.writer.below(9) {
                0 => self.assignment(depth, &value),
                // The better of what there is and something else.
                7 | 8 => {
                    let (target, least) = (self.element(rank), self.pick(&["<", ">", "<=", "!="]));
                    self.line(depth, &format!("w = {value}"));
                    match self.writer.one_in(4) {
                        true => self.line(depth, &format!("if {target} {least} w: pass")),
                        false => self.line(depth, &format!("if w {least} {target}: {target} = w")),
                    }
                    if self.writer.one_in(4) {
                        self.line(depth, &format!("else: {target} = w"));
                    }
                }
                // Which array it is, with operators that may not ask an array whether it is true.
                1 => {
                    let chosen =
                        self.pick(&["None or a", "a.size and b", "t is None or c", "c if t is not None else b"]);
                    self.line(depth, &format!("d = {chosen}"));
                    self.line(depth, "t = t + len(d)");
                }
                2 => {
                    let test = self.expression(rank, 1);
                    let other = self.pick(&["3", "t", "2.5"]);
                    self.line(depth, &format!("if {test} > {other}:"));
                    let target = self.element(rank);
                    self.line(depth + 1, &format!("{target} = {value}"));
                }
                3 => {
                    let target = self.element(rank);
                    let op = self.pick(&["+=", "-=", "*="]);
                    self.line(depth, &format!("{target} {op} {value}"));
                }
                _ => {
                    let target = self.element(rank);
                    self.line(depth, &format!("{target} = {value}"));
                }
            }
        }
    }

    fn assignment(&mut self, depth: usize, value: &str) {
        let text = match self.writer.below(4) {
            0 => format!("t = {value}"),
            1 => format!("t = max(t, {value})"),
            _ => format!("t += {value}"),
        };
        self.line(depth, &text);
    }

    fn element(&mut self, rank: usize) -> String {
        let array = self.pick(&["a", "b", "c"]);
        let mut index = |counter: &str| {
            let shift = self.writer.below(3);
            match self.writer.below(8) {
                0 => format!("{counter} + {shift}"),
                1 => format!("{counter} - {shift}"),
                2 => format!("-1 - {counter}"),
                3 => format!("{}", shift * 5),
                _ => counter.to_string(),
            }
        };
        match rank {
            1 => format!("{array}[{}]", index("i")),
            _ => {
                let (row, column) = (index("i"), index("j"));
                match self.writer.below(4) {
                    0 => format!("{array}[{row}][{column}]"),
                    _ => format!("{array}[{row}, {column}]"),
                }
            }
        }
    }

    fn expression(&mut self, rank: usize, depth: usize) -> String {
        if depth == 0 || self.writer.one_in(5) {
            return match self.writer.below(8) {
                0 => self.pick(&["1", "2", "0.5", "-3", "1e200", "100", "i"]).to_string(),
                1 => "t".to_string(),
                _ => self.element(rank),
            };
        }
        let (x, y) = (self.expression(rank, depth - 1), self.expression(rank, depth - 1));
        match self.writer.below(12) {
            0 => format!("abs({x})"),
            1 => format!("-({x})"),
            2 => format!("({x} / {y})"),
            3 => format!("({x} // {y})"),
            4 => format!("({x} if {y} < 4 else {x} - 1)"),
            5 => format!("({x} & {y})"),
            6 => format!("float(({x}).real)"),
            7 | 8 => format!("({x} - {y})"),
            9 => format!("({x} * {y})"),
            _ => format!("({x} + {y})"),
        }
    }
}
