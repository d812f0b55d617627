//! A random program from a seed: functions full of loops over numbers and lists, called with
//! arguments of several types. What comes out always ends, soon, and prints what it computed; an
//! exception that a call raises is caught and printed too. Knows nothing of who will run it.

use std::fmt::Write as _;

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut writer = Writer::new(seed);
    writer.program();
    writer.text
}

/// What an expression is meant to be. Now and then it is something else on purpose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Int,
    Float,
    Complex,
    Bool,
}

/// A name in reach, and what it most likely holds.
#[derive(Clone)]
pub struct Variable {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) list: bool,
    /// Loop counters are read, not written.
    pub(super) fixed: bool,
}

pub struct Function {
    pub(super) name: String,
    pub(super) kinds: Vec<Kind>,
    pub(super) list: bool,
    pub(super) result: Kind,
}

pub struct Writer {
    pub(super) state: u64,
    pub(super) text: String,
    pub(super) depth: usize,
    pub(super) loops: usize,
    /// How often the innermost statement runs in one call of the function.
    pub(super) weight: u64,
    pub(super) names: usize,
    pub(super) variables: Vec<Variable>,
    pub(super) functions: Vec<Function>,
    /// The first of two counters of the loop that is about to be written.
    pub(super) placed: Option<String>,
    /// The function being written counts in a dictionary and by a function inside it.
    pub(super) counts: bool,
    /// The program works on more than numbers and lists of them.
    pub(super) wide: bool,
    /// What the function being written has for templates to work on.
    pub(super) has: Vec<&'static str>,
}

/// A function's innermost statement runs at most this often in one call.
pub const WEIGHT: u64 = 3000;

const HEAD: &str = "import math

inf = float(\"inf\")
nan = float(\"nan\")
G = 3
H = 0.5


def report(problem):
    # How deep a recursion went wrong is said in several ways.
    print(type(problem).__name__, \"\" if isinstance(problem, RecursionError) else problem)
";

impl Writer {
    pub(super) fn new(seed: u64) -> Writer {
        Writer {
            state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d,
            text: String::new(),
            depth: 0,
            loops: 0,
            weight: 1,
            names: 0,
            variables: Vec::new(),
            functions: Vec::new(),
            placed: None,
            counts: false,
            wide: !seed.is_multiple_of(3),
            has: Vec::new(),
        }
    }

    // ---- chance ----

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// True in one case of `n`.
    pub(super) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(super) fn pick<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.below(texts.len())]
    }

    /// So many of the texts, none of them twice.
    pub(super) fn several<'a>(&mut self, texts: &[&'a str], count: usize) -> Vec<&'a str> {
        let mut rest = texts.to_vec();
        (0..count).map(|_| rest.swap_remove(self.below(rest.len()))).collect()
    }

    pub(super) fn kind(&mut self) -> Kind {
        [Kind::Int, Kind::Int, Kind::Int, Kind::Float, Kind::Float, Kind::Float, Kind::Complex, Kind::Bool]
            [self.below(8)]
    }

    pub(super) fn fresh(&mut self, letter: &str) -> String {
        self.names += 1;
        format!("{letter}{}", self.names)
    }

    pub(super) fn line(&mut self, text: &str) {
        let _ = writeln!(self.text, "{}{text}", "    ".repeat(self.depth));
    }

    /// Lines one below the other, each with what it is indented by itself.
    pub(super) fn lines(&mut self, text: &str) {
        for line in text.lines() {
            self.line(line);
        }
    }

    pub(super) fn name_where(&mut self, wanted: impl Fn(&Variable) -> bool) -> Option<String> {
        let fitting: Vec<usize> = (0..self.variables.len()).filter(|&i| wanted(&self.variables[i])).collect();
        if fitting.is_empty() {
            return None;
        }
        let at = fitting[self.below(fitting.len())];
        Some(self.variables[at].name.clone())
    }

    // ---- the whole ----

    pub(super) fn program(&mut self) {
        self.text.push_str(HEAD);
        if self.wide {
            self.wide_head();
        }
        for _ in 0..2 + self.below(3) {
            self.function();
        }
        self.line("");
        for at in 0..self.functions.len() {
            // Often enough to be compiled, and then with other arguments.
            self.guarded_call(at, 8);
            for _ in 0..1 + self.below(3) {
                self.guarded_call(at, 1);
            }
        }
        if self.one_in(2) {
            // The same statements as module code, where every name is a global.
            self.variables.clear();
            self.loops = 0;
            self.weight = 1;
            self.locals();
            if self.wide {
                self.wide_locals(false);
            }
            self.line("try:");
            self.block(3);
            self.line("except Exception as problem:");
            self.line("    report(problem)");
            let names: Vec<String> = self.variables.iter().map(|v| v.name.clone()).collect();
            self.line(&format!("print({})", names.join(", ")));
        }
        self.line("print(G, H)");
        if self.wide {
            self.line("print(len(LOG), LOG[-5:], Point.scale, depth(0))");
        }
    }

    pub(super) fn guarded_call(&mut self, at: usize, times: usize) {
        let kinds = self.functions[at].kinds.clone();
        let list = self.functions[at].list;
        let mut arguments: Vec<String> = Vec::new();
        for kind in kinds {
            let kind = if self.one_in(4) { self.kind() } else { kind };
            arguments.push(self.literal(kind));
        }
        if list {
            arguments.push(self.list_literal());
        }
        if times > 1 {
            self.line(&format!("for turn in range({times}):"));
            self.depth += 1;
            if self.one_in(4) {
                let last = arguments.len() - 1;
                arguments[last] = "turn".to_string();
            }
        }
        let call = format!("{}({})", self.functions[at].name, arguments.join(", "));
        self.line("try:");
        self.line(&format!("    print({call})"));
        self.line("except Exception as problem:");
        self.line("    report(problem)");
        if times > 1 {
            self.depth -= 1;
        }
    }

    pub(super) fn function(&mut self) {
        self.variables.clear();
        self.loops = 0;
        self.weight = 1;
        let name = format!("f{}", self.functions.len());
        let mut parameters = Vec::new();
        let mut kinds = Vec::new();
        for _ in 0..1 + self.below(3) {
            let kind = self.kind();
            let parameter = self.fresh("p");
            parameters.push(parameter.clone());
            kinds.push(kind);
            self.variables.push(Variable { name: parameter, kind, list: false, fixed: false });
        }
        let list = self.one_in(2);
        if list {
            let kind = self.kind();
            let parameter = self.fresh("q");
            parameters.push(parameter.clone());
            self.variables.push(Variable { name: parameter, kind, list: true, fixed: false });
        }
        self.line("");
        self.line("");
        self.line(&format!("def {name}({}):", parameters.join(", ")));
        self.depth += 1;
        if self.one_in(3) {
            self.line("global G");
            self.variables.push(Variable { name: "G".into(), kind: Kind::Int, list: false, fixed: false });
        }
        self.locals();
        if self.wide {
            self.wide_locals(true);
        }
        self.counts = self.one_in(3);
        if self.counts {
            self.line("counts = {}");
            self.line("total = 0");
            self.line("def count(step):");
            self.line("    nonlocal total");
            self.line("    total += step");
            self.line("    return total % 1000");
        }
        self.depth -= 1;
        self.block(4);
        self.depth += 1;
        if self.counts {
            self.line("print(sorted(counts.items()), total)");
        }
        self.counts = false;
        let result = self.kind();
        let value = self.expression(result, 2);
        if self.wide {
            self.wide_report();
        }
        let rest: Vec<String> = self.variables.iter().filter(|v| !v.fixed).map(|v| v.name.clone()).collect();
        if self.one_in(4) {
            // Every variable, also those that nothing reads.
            self.line("numbers = (bool, int, float, complex)");
            self.line("print([(name, v) for name, v in sorted(locals().items()) if type(v) in numbers])");
        }
        if self.one_in(3) {
            self.line(&format!("return {value}"));
        } else {
            self.line(&format!("print({})", rest.join(", ")));
            self.line(&format!("return {value}"));
        }
        self.depth -= 1;
        self.functions.push(Function { name, kinds, list, result });
    }

    pub(super) fn locals(&mut self) {
        for _ in 0..2 + self.below(3) {
            let kind = self.kind();
            let value = self.literal(kind);
            let name = self.fresh("v");
            self.line(&format!("{name} = {value}"));
            self.variables.push(Variable { name, kind, list: false, fixed: false });
        }
        if self.wide || self.one_in(2) {
            let kind = self.kind();
            let name = self.fresh("a");
            let item = self.literal(kind);
            let value = match self.below(3) {
                0 => format!("[{item}] * {}", 1 + self.below(40)),
                1 => format!("[{item} for _ in range({})]", 1 + self.below(40)),
                _ => self.list_literal(),
            };
            self.line(&format!("{name} = {value}"));
            self.variables.push(Variable { name, kind, list: true, fixed: false });
        }
    }
}
