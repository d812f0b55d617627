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
enum Kind {
    Int,
    Float,
    Complex,
    Bool,
}

/// A name in reach, and what it most likely holds.
#[derive(Clone)]
struct Variable {
    name: String,
    kind: Kind,
    list: bool,
    /// Loop counters are read, not written.
    fixed: bool,
}

struct Function {
    name: String,
    kinds: Vec<Kind>,
    list: bool,
    result: Kind,
}

struct Writer {
    state: u64,
    text: String,
    depth: usize,
    loops: usize,
    /// How often the innermost statement runs in one call of the function.
    weight: u64,
    names: usize,
    variables: Vec<Variable>,
    functions: Vec<Function>,
    /// The first of two counters of the loop that is about to be written.
    placed: Option<String>,
    /// The function being written counts in a dictionary and by a function inside it.
    counts: bool,
}

/// A function's innermost statement runs at most this often in one call.
const WEIGHT: u64 = 3000;

const HEAD: &str = "import math

inf = float(\"inf\")
nan = float(\"nan\")
G = 3
H = 0.5
";

impl Writer {
    fn new(seed: u64) -> Writer {
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
        }
    }

    // ---- chance ----

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// True in one case of `n`.
    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.below(texts.len())]
    }

    fn kind(&mut self) -> Kind {
        [Kind::Int, Kind::Int, Kind::Int, Kind::Float, Kind::Float, Kind::Float, Kind::Complex, Kind::Bool]
            [self.below(8)]
    }

    fn fresh(&mut self, letter: &str) -> String {
        self.names += 1;
        format!("{letter}{}", self.names)
    }

    fn line(&mut self, text: &str) {
        let _ = writeln!(self.text, "{}{text}", "    ".repeat(self.depth));
    }

    fn name_where(&mut self, wanted: impl Fn(&Variable) -> bool) -> Option<String> {
        let fitting: Vec<usize> = (0..self.variables.len()).filter(|&i| wanted(&self.variables[i])).collect();
        if fitting.is_empty() {
            return None;
        }
        let at = fitting[self.below(fitting.len())];
        Some(self.variables[at].name.clone())
    }

    // ---- the whole ----

    fn program(&mut self) {
        self.text.push_str(HEAD);
        for _ in 0..2 + self.below(3) {
            self.function();
        }
        self.line("");
        for at in 0..self.functions.len() {
            for _ in 0..2 + self.below(3) {
                self.guarded_call(at);
            }
        }
        if self.one_in(2) {
            // The same statements as module code, where every name is a global.
            self.variables.clear();
            self.loops = 0;
            self.weight = 1;
            self.locals();
            self.line("try:");
            self.block(3);
            self.line("except Exception as problem:");
            self.line("    print(type(problem).__name__, problem)");
            let names: Vec<String> = self.variables.iter().map(|v| v.name.clone()).collect();
            self.line(&format!("print({})", names.join(", ")));
        }
        self.line("print(G, H)");
    }

    fn guarded_call(&mut self, at: usize) {
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
        let call = format!("{}({})", self.functions[at].name, arguments.join(", "));
        self.line("try:");
        self.line(&format!("    print({call})"));
        self.line("except Exception as problem:");
        self.line("    print(type(problem).__name__, problem)");
    }

    fn function(&mut self) {
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
        let rest: Vec<String> = self.variables.iter().filter(|v| !v.fixed).map(|v| v.name.clone()).collect();
        if self.one_in(3) {
            self.line(&format!("return {value}"));
        } else {
            self.line(&format!("print({})", rest.join(", ")));
            self.line(&format!("return {value}"));
        }
        self.depth -= 1;
        self.functions.push(Function { name, kinds, list, result });
    }

    fn locals(&mut self) {
        for _ in 0..2 + self.below(3) {
            let kind = self.kind();
            let value = self.literal(kind);
            let name = self.fresh("v");
            self.line(&format!("{name} = {value}"));
            self.variables.push(Variable { name, kind, list: false, fixed: false });
        }
        if self.one_in(2) {
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

    // ---- statements ----

    /// An indented block of some statements, never empty.
    fn block(&mut self, most: usize) {
        self.depth += 1;
        let known = self.variables.len();
        for _ in 0..1 + self.below(most) {
            self.statement();
        }
        self.variables.truncate(known);
        self.depth -= 1;
    }

    /// Counts something in the dictionary, or by the function inside.
    fn count(&mut self) {
        let counter = self.name_where(|v| v.fixed && v.kind == Kind::Int);
        let counter = counter.unwrap_or_else(|| "3".to_string());
        let key = match self.below(3) {
            0 => format!("({counter} % 3, {counter} % 2)"),
            1 => format!("({counter} % 5, 0)"),
            _ => format!("({counter} % 4, str({counter})[-1:] < \"5\")"),
        };
        match self.below(3) {
            0 => self.line(&format!("counts[{key}] = counts.get({key}, 0) + 1")),
            1 => {
                self.line(&format!("if {key} in counts:"));
                self.line(&format!("    counts[{key}] += 1"));
                self.line("else:");
                self.line(&format!("    counts[{key}] = count(2)"));
            }
            _ => self.line(&format!("count({counter} % 11)")),
        }
    }

    fn statement(&mut self) {
        if self.counts && self.one_in(6) {
            return self.count();
        }
        let deep = self.depth > 5;
        match self.below(if deep { 12 } else { 20 }) {
            0..=4 => self.assignment(),
            5..=7 => self.augmented(),
            8 | 9 => self.list_statement(),
            10 => self.swap(),
            11 => self.leave_loop(),
            12..=14 => self.for_loop(),
            15 => self.while_loop(),
            16 | 17 => self.branch(),
            18 => self.attempt(),
            _ => self.change_of_type(),
        }
    }

    fn target(&mut self) -> Option<(String, Kind)> {
        let name = self.name_where(|v| !v.fixed && !v.list)?;
        let kind = self.variables.iter().find(|v| v.name == name)?.kind;
        Some((name, kind))
    }

    /// Keeps a number that may be an integer from doubling its length in every turn of a loop.
    fn tame(&mut self, name: &str, kind: Kind, value: &str) {
        if self.loops == 0 || (kind != Kind::Int && !value.contains('*')) {
            return;
        }
        let limit = self.pick(&["2**64", "10**30", "2**62", "10**18"]);
        let small = self.literal(kind);
        match kind {
            Kind::Int | Kind::Bool => {
                self.line(&format!("if {name} > {limit} or {name} < -({limit}):"));
            }
            Kind::Float => self.line(&format!("if {name} > 1e250 or {name} < -1e250:")),
            Kind::Complex => self.line(&format!("if abs({name}) > 1e100:")),
        }
        self.line(&format!("    {name} = {small}"));
    }

    fn assignment(&mut self) {
        let Some((name, kind)) = self.target() else {
            return self.line("pass");
        };
        let kind = if self.one_in(12) { self.kind() } else { kind };
        let value = self.expression(kind, 3);
        self.line(&format!("{name} = {value}"));
        self.tame(&name, kind, &value);
    }

    fn augmented(&mut self) {
        let Some((name, kind)) = self.target() else {
            return self.line("pass");
        };
        let operator = match kind {
            Kind::Int => self.pick(&["+=", "-=", "*=", "//=", "%=", "^=", "|=", "&=", "+=", "+="]),
            Kind::Float => self.pick(&["+=", "-=", "*=", "/=", "+=", "//=", "%="]),
            Kind::Complex => self.pick(&["+=", "-=", "*="]),
            Kind::Bool => self.pick(&["^=", "&=", "|=", "+="]),
        };
        let value = if matches!(operator, "//=" | "%=" | "/=") { self.divisor(kind) } else { self.expression(kind, 2) };
        self.line(&format!("{name} {operator} {value}"));
        self.tame(&name, kind, &format!("{operator}{value}"));
    }

    fn swap(&mut self) {
        let (Some((a, kind)), Some((b, _))) = (self.target(), self.target()) else {
            return self.line("pass");
        };
        let value = self.expression(kind, 2);
        self.line(&format!("{a}, {b} = {b}, {value}"));
        self.tame(&a, kind, "*");
        self.tame(&b, kind, "*");
    }

    fn list_statement(&mut self) {
        let Some(name) = self.name_where(|v| v.list) else {
            return self.assignment();
        };
        let kind = self.list_kind(&name);
        let kind = if self.one_in(15) { self.kind() } else { kind };
        let mut value = self.expression(kind, 2);
        if kind == Kind::Int && value.contains('*') {
            value += " % 1000003";
        }
        let index = self.index(&name);
        match self.below(10) {
            0..=3 => self.line(&format!("{name}[{index}] = {value}")),
            4 | 5 => {
                self.line(&format!("{name}[{index}] += {value}"));
            }
            6 => {
                self.line(&format!("if len({name}) < 60:"));
                self.line(&format!("    {name}.append({value})"));
            }
            7 => {
                self.line(&format!("if len({name}) > 3:"));
                self.line(&format!("    {name}.pop()"));
            }
            8 => {
                let other = self.index(&name);
                self.line(&format!("{name}[{index}], {name}[{other}] = {name}[{other}], {name}[{index}]"));
            }
            _ => match self.name_where(|v| v.list) {
                Some(other) => {
                    let source = self.pick(&["", "[:]", "[::-1]"]);
                    self.line(&format!("{name} = {other}{source}"));
                }
                None => self.line(&format!("{name}[{index}] = {value}")),
            },
        }
    }

    /// The way out of a loop or a function, always on a condition.
    fn leave_loop(&mut self) {
        let condition = self.condition(2);
        let leave = match (self.loops, self.below(8)) {
            (0, _) | (_, 0) => return self.assignment(),
            (_, 1..=3) => "break",
            _ => "continue",
        };
        let rare = match self.name_where(|v| v.fixed) {
            Some(counter) => format!("{counter} % {} == {} and ", 5 + self.below(40), self.below(5)),
            None => String::new(),
        };
        self.line(&format!("if {rare}{condition}:"));
        self.line(&format!("    {leave}"));
    }

    fn for_loop(&mut self) {
        let room = WEIGHT / self.weight;
        if room < 4 || self.loops == 3 {
            return self.assignment();
        }
        let turns = 2 + self.next() % room.min(if self.loops == 0 { 400 } else { 60 });
        let counter = self.fresh("i");
        let lists = if self.one_in(4) { self.name_where(|v| v.list) } else { None };
        let (head, kind, turns) = match lists {
            Some(list) if room > 60 => {
                let kind = self.list_kind(&list);
                let place = self.fresh("i");
                let (head, placed) = match self.below(5) {
                    0 => (format!("for {place}, {counter} in enumerate({list}[:60]):"), true),
                    1 => (format!("for {place}, {counter} in zip(range(60), {list}):"), true),
                    2 => (format!("for {counter} in reversed({list}[:60]):"), false),
                    _ => (format!("for {counter} in {list}[:60]:"), false),
                };
                if placed {
                    self.placed = Some(place);
                }
                (head, kind, 60)
            }
            _ => {
                let head = match self.below(5) {
                    0 => format!("for {counter} in range({turns}, 0, -1):"),
                    1 => format!("for {counter} in range(-{turns}, {turns}, 2):"),
                    2 => format!("for {counter} in range(3, {turns} * 3, 3):"),
                    _ => format!("for {counter} in range({turns}):"),
                };
                (head, Kind::Int, turns)
            }
        };
        self.line(&head);
        self.in_loop(turns, Some((counter, kind)));
        if self.one_in(8) {
            self.line("else:");
            self.block(1);
        }
    }

    fn while_loop(&mut self) {
        let room = WEIGHT / self.weight;
        if room < 4 || self.loops == 3 {
            return self.assignment();
        }
        let turns = 2 + self.next() % room.min(300);
        let counter = self.fresh("w");
        let condition = self.condition(2);
        self.line(&format!("{counter} = 0"));
        let joined =
            if self.one_in(2) { format!(" and ({condition} or {counter} < {})", turns / 2) } else { String::new() };
        self.line(&format!("while {counter} < {turns}{joined}:"));
        self.line(&format!("    {counter} += 1"));
        self.in_loop(turns, Some((counter, Kind::Int)));
    }

    fn in_loop(&mut self, turns: u64, counter: Option<(String, Kind)>) {
        let known = self.variables.len();
        if let Some(name) = self.placed.take() {
            self.variables.push(Variable { name, kind: Kind::Int, list: false, fixed: true });
        }
        if let Some((name, kind)) = counter {
            self.variables.push(Variable { name, kind, list: false, fixed: true });
        }
        let before = self.weight;
        self.weight *= turns;
        self.loops += 1;
        self.block(4);
        self.loops -= 1;
        self.weight = before;
        self.variables.truncate(known);
    }

    fn branch(&mut self) {
        let condition = self.condition(2);
        self.line(&format!("if {condition}:"));
        self.block(2);
        if self.one_in(4) {
            let condition = self.condition(1);
            self.line(&format!("elif {condition}:"));
            self.block(2);
        }
        if self.one_in(2) {
            self.line("else:");
            self.block(2);
        }
    }

    fn attempt(&mut self) {
        self.line("try:");
        self.block(2);
        let caught = self.pick(&[
            "ZeroDivisionError",
            "(IndexError, ZeroDivisionError)",
            "OverflowError",
            "TypeError",
            "ArithmeticError",
            "Exception",
        ]);
        self.line(&format!("except {caught}:"));
        self.block(1);
        if self.one_in(4) {
            self.line("finally:");
            self.depth += 1;
            self.augmented();
            self.depth -= 1;
        }
    }

    /// A name gets another type in the middle of things.
    fn change_of_type(&mut self) {
        let Some((name, _)) = self.target() else {
            return self.line("pass");
        };
        let kind = self.kind();
        let value = self.literal(kind);
        match self.name_where(|v| v.fixed) {
            Some(counter) => {
                self.line(&format!("if {counter} == {}:", self.state % 40));
                self.line(&format!("    {name} = {value}"));
            }
            None => self.line(&format!("{name} = {value}")),
        }
    }

    // ---- expressions ----

    fn literal(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Int => match self.below(8) {
                0 => self
                    .pick(&[
                        "2**31",
                        "-2**31",
                        "2**53",
                        "2**62",
                        "-2**63",
                        "2**63 - 1",
                        "2**63",
                        "10**18",
                        "9007199254740993",
                    ])
                    .to_string(),
                1 => "0".to_string(),
                _ => format!("{}", self.below(60) as i64 - 20),
            },
            Kind::Float => match self.below(8) {
                0 => self
                    .pick(&[
                        "inf",
                        "-inf",
                        "nan",
                        "-0.0",
                        "0.0",
                        "1e308",
                        "5e-324",
                        "1e16",
                        "9007199254740993.0",
                        "2.5",
                        "-0.5",
                    ])
                    .to_string(),
                _ => format!("{:?}", (self.below(4000) as f64 - 1500.0) / 64.0),
            },
            Kind::Complex => {
                let re = self.literal(Kind::Float);
                let im = self.literal(Kind::Float);
                format!("complex({re}, {im})")
            }
            Kind::Bool => self.pick(&["True", "False"]).to_string(),
        }
    }

    fn list_literal(&mut self) -> String {
        let kind = self.kind();
        let mut items = Vec::new();
        for _ in 0..1 + self.below(12) {
            let kind = if self.one_in(12) { self.kind() } else { kind };
            items.push(self.literal(kind));
        }
        format!("[{}]", items.join(", "))
    }

    fn list_kind(&self, name: &str) -> Kind {
        self.variables.iter().find(|v| v.name == name).map_or(Kind::Int, |v| v.kind)
    }

    /// An index that is nearly always in range.
    fn index(&mut self, list: &str) -> String {
        let Some(base) = self.name_where(|v| v.fixed && v.kind == Kind::Int) else {
            return self.pick(&["0", "-1", "0", "1"]).to_string();
        };
        match self.below(12) {
            0 => base,
            1 => format!("-{base}"),
            2 => format!("-1 - {base} % len({list})"),
            3 => format!("({base} * 7 + 1) % len({list})"),
            4 => format!("{base} % len({list}) - 1"),
            _ => format!("{base} % len({list})"),
        }
    }

    /// Something to divide by, zero now and then.
    fn divisor(&mut self, kind: Kind) -> String {
        if self.one_in(10) {
            return format!("({})", self.expression(kind, 1));
        }
        match kind {
            Kind::Int | Kind::Bool => self.pick(&["7", "-3", "2", "10", "1000003", "-1", "64", "97"]).to_string(),
            Kind::Float => self.pick(&["7", "0.5", "-2.5", "3.0", "1e-3", "-1.0"]).to_string(),
            Kind::Complex => self.pick(&["2", "(1+1j)", "(0.5-2j)", "-4.0"]).to_string(),
        }
    }

    fn variable(&mut self, kind: Kind) -> String {
        if let Some(name) = self.name_where(|v| !v.list && v.kind == kind)
            && !self.one_in(12)
        {
            return name;
        }
        if self.one_in(3)
            && let Some(list) = self.name_where(|v| v.list && v.kind == kind)
        {
            let index = self.index(&list);
            return format!("{list}[{index}]");
        }
        match kind {
            Kind::Int if self.one_in(6) => "G".to_string(),
            Kind::Float if self.one_in(6) => "H".to_string(),
            _ => self.literal(kind),
        }
    }

    fn expression(&mut self, kind: Kind, depth: usize) -> String {
        if depth == 0 || self.one_in(4) {
            return self.variable(kind);
        }
        if self.one_in(25)
            && let Some(call) = self.call(kind)
        {
            return call;
        }
        if self.one_in(14) {
            let (a, b) = (self.expression(kind, depth - 1), self.expression(kind, depth - 1));
            let condition = self.condition(depth - 1);
            return format!("({a} if {condition} else {b})");
        }
        match kind {
            Kind::Int => self.int_expression(depth - 1),
            Kind::Float => self.float_expression(depth - 1),
            Kind::Complex => self.complex_expression(depth - 1),
            Kind::Bool => self.condition(depth - 1),
        }
    }

    /// A call of an earlier function, where the loops around it leave room for its own.
    fn call(&mut self, kind: Kind) -> Option<String> {
        if self.weight > 4 || self.functions.is_empty() {
            return None;
        }
        let at = self.below(self.functions.len());
        if self.functions[at].result != kind || self.functions[at].list {
            return None;
        }
        let kinds = self.functions[at].kinds.clone();
        let arguments: Vec<String> = kinds.into_iter().map(|k| self.variable(k)).collect();
        Some(format!("{}({})", self.functions[at].name, arguments.join(", ")))
    }

    fn int_expression(&mut self, depth: usize) -> String {
        let a = self.expression(Kind::Int, depth);
        match self.below(16) {
            0..=6 => {
                let b = self.expression(Kind::Int, depth);
                let operator = self.pick(&["+", "-", "*", "+", "-", "&", "|", "^"]);
                format!("({a} {operator} {b})")
            }
            7 | 8 => {
                let b = self.divisor(Kind::Int);
                let operator = self.pick(&["//", "%"]);
                format!("({a} {operator} {b})")
            }
            9 => format!("({a} {} {})", self.pick(&["<<", ">>"]), self.state % 9),
            10 => format!("{}({a})", self.pick(&["-", "~", "abs", "+", "int"])),
            11 => match self.name_where(|v| v.list) {
                Some(list) => format!("len({list})"),
                None => format!("(-{a})"),
            },
            12 => {
                let b = self.expression(Kind::Int, depth);
                format!("{}({a}, {b})", self.pick(&["min", "max"]))
            }
            13 => format!("({a} + {})", self.expression(Kind::Bool, depth)),
            14 => {
                let x = self.variable(Kind::Float);
                format!("{}({x})", self.pick(&["int", "round"]))
            }
            _ => format!("({a} * {a} % {})", self.divisor(Kind::Int)),
        }
    }

    fn float_expression(&mut self, depth: usize) -> String {
        let a = self.expression(Kind::Float, depth);
        match self.below(16) {
            0..=6 => {
                let b = self.expression(Kind::Float, depth);
                let operator = self.pick(&["+", "-", "*", "+", "-", "*"]);
                format!("({a} {operator} {b})")
            }
            7 => format!("({a} / {})", self.divisor(Kind::Float)),
            8 => format!("({a} {} {})", self.pick(&["//", "%"]), self.divisor(Kind::Float)),
            9 => {
                let b = self.expression(Kind::Int, depth);
                let operator = self.pick(&["+", "-", "*"]);
                format!("({a} {operator} {b})")
            }
            10 => format!("({} / {})", self.expression(Kind::Int, depth), self.divisor(Kind::Int)),
            11 => format!("{}({a})", self.pick(&["-", "abs", "float", "-"])),
            12 => {
                let z = self.variable(Kind::Complex);
                match self.below(3) {
                    0 => format!("{z}.real"),
                    1 => format!("{z}.imag"),
                    _ => format!("abs({z})"),
                }
            }
            13 => format!("math.sqrt(abs({a}))"),
            14 => {
                let b = self.expression(Kind::Float, depth);
                format!("{}({a}, {b})", self.pick(&["min", "max"]))
            }
            // The base is kept small: after a power that overflows, CPython's errno stays set, and the
            // abs() of a complex with a NaN takes that for its own overflow.
            _ => format!("(({a} % 1e3) ** {})", self.pick(&["2", "0.5", "3", "-1"])),
        }
    }

    fn complex_expression(&mut self, depth: usize) -> String {
        let a = self.expression(Kind::Complex, depth);
        match self.below(8) {
            0..=3 => {
                let b = self.expression(Kind::Complex, depth);
                let operator = self.pick(&["+", "-", "*"]);
                format!("({a} {operator} {b})")
            }
            4 => format!("({a} * {})", self.expression(Kind::Float, depth)),
            5 => format!("({a} / {})", self.divisor(Kind::Complex)),
            6 => format!("{a}.conjugate()"),
            _ => {
                let (re, im) = (self.variable(Kind::Float), self.variable(Kind::Float));
                format!("complex({re}, {im})")
            }
        }
    }

    fn condition(&mut self, depth: usize) -> String {
        let kind = [Kind::Int, Kind::Int, Kind::Float, Kind::Float, Kind::Complex, Kind::Bool][self.below(6)];
        let inner = depth.saturating_sub(1);
        if depth > 0 && self.one_in(4) {
            let (a, b) = (self.condition(inner), self.condition(inner));
            return match self.below(3) {
                0 => format!("({a} and {b})"),
                1 => format!("({a} or {b})"),
                _ => format!("(not {a})"),
            };
        }
        if kind == Kind::Complex {
            let z = self.variable(Kind::Complex);
            let bound = self.pick(&["2", "2.0", "0.5", "10"]);
            let operator = self.pick(&["<", "<=", ">", ">="]);
            return format!("abs({z}) {operator} {bound}");
        }
        let a = self.expression(kind, inner);
        if kind == Kind::Bool {
            return a;
        }
        let b = self.expression(kind, inner);
        let operator = self.pick(&["<", "<=", ">", ">=", "==", "!="]);
        if self.one_in(6) {
            let c = self.variable(kind);
            return format!("({c} < {a} {operator} {b})");
        }
        if self.one_in(6) {
            let c = self.variable(Kind::Float);
            return format!("({a} {operator} {c})");
        }
        format!("({a} {operator} {b})")
    }
}
