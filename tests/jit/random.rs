//! Random units: arithmetic, guards, memory, branches and loops over whatever values are at hand.
//!
//! In: a seed. Out: the text of one loop unit, and inputs for it.

/// A small generator of pseudo-random numbers (splitmix64), so that a seed names a unit for ever.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

const TYPES: [&str; 3] = ["I64", "F64", "Bool"];

struct Writer {
    random: Random,
    exits: Vec<String>,
    body: String,
    /// Names in scope, by type.
    scope: [Vec<String>; 3],
    names: usize,
    /// Statements left.
    budget: usize,
}

/// The text of a unit with parameters in slots 0 to 6 (three ints, two floats, a bool, a row of eight ints and a float).
pub fn unit(seed: u64) -> String {
    let scope = [vec!["n0", "n1", "n2"], vec!["x0", "x1"], vec!["t0"]]
        .map(|names| names.iter().map(ToString::to_string).collect());
    let mut writer =
        Writer { random: Random(seed), exits: Vec::new(), body: String::new(), scope, names: 0, budget: 30 };
    writer.exit();
    writer.statements(0);
    let last = writer.exit();
    writer.line(&format!("exit {last} branch"));
    let exits: String = writer.exits.iter().enumerate().map(|(at, exit)| format!("  exit e{at} = {exit}\n")).collect();
    format!(
        "\nunit loop random{seed}(n0: I64 = slot 0, n1: I64 = slot 1, n2: I64 = slot 2, x0: F64 = slot 3, x1: F64 = slot 4, \
         t0: Bool = slot 5, address: I64 = slot 6) -> () {{\n{exits}  row = cast.Ptr address\n{}}}",
        writer.body
    )
}

/// An input line for such a unit.
pub fn inputs(random: &mut Random) -> String {
    let ints = ["0", "1", "-1", "2", "7", "-8", "63", "1000003", "max", "min", "4611686018427387904"];
    let floats = ["0.0", "-0.0", "1.5", "-2.25", "1e300", "inf", "nan", "9e18", "1e-320", "3.0"];
    let mut items: Vec<String> = (0..3).map(|_| random.pick(&ints).to_string()).collect();
    items.extend((0..2).map(|_| random.pick(&floats).to_string()));
    items.push(random.pick(&["true", "false"]).to_string());
    let row: Vec<&str> = (0..9).map(|_| *random.pick(&ints)).collect();
    items.push(format!("[{}]", row.join(", ")));
    items.join("; ")
}

impl Writer {
    fn line(&mut self, text: &str) {
        self.body.push_str("  ");
        self.body.push_str(text);
        self.body.push('\n');
    }

    /// An operand: a value in scope, or a constant.
    fn operand(&mut self, ty: usize) -> String {
        if self.random.below(5) == 0 {
            let constants: &[&str] = match ty {
                0 => &["0", "1", "-1", "3", "10", "-7", "64", "9223372036854775807", "-9223372036854775808", "1048576"],
                1 => &["0.0", "1.0", "-0.5", "1e18", "2.0"],
                _ => &["true", "false"],
            };
            return self.random.pick(constants).to_string();
        }
        self.random.pick(&self.scope[ty].clone()).clone()
    }

    fn name(&mut self) -> String {
        self.names += 1;
        format!("v{}", self.names)
    }

    /// A new row of exits, with some of what is in scope.
    fn exit(&mut self) -> String {
        let mut writes = Vec::new();
        for slot in 0..self.random.below(4) {
            let ty = self.random.below(3);
            let value = self.operand(ty);
            writes.push(format!("slot {slot} <- {} {value}", ["int", "float", "bool"][ty]));
        }
        self.exits.push(format!("resume f0@{} [{}]", self.exits.len(), writes.join(", ")));
        format!("e{}", self.exits.len() - 1)
    }

    /// Defines a value by the text of an instruction.
    fn define(&mut self, ty: usize, text: String) {
        let name = self.name();
        self.line(&format!("{name} = {text}"));
        self.scope[ty].push(name);
    }

    fn statements(&mut self, depth: usize) {
        for _ in 0..2 + self.random.below(9) {
            if self.budget == 0 {
                return;
            }
            self.budget -= 1;
            self.statement(depth);
        }
    }

    fn statement(&mut self, depth: usize) {
        let (a, b) = (self.operand(0), self.operand(0));
        let (x, y) = (self.operand(1), self.operand(1));
        let (s, t) = (self.operand(2), self.operand(2));
        match self.random.below(if depth < 3 { 22 } else { 18 }) {
            0 | 1 => {
                let op = *self.random.pick(&["iadd.ovf", "isub.ovf", "imul.ovf", "ishl.ovf"]);
                let exit = self.exit();
                self.define(0, format!("{op} {a}, {b}, {exit}"));
            }
            2 => {
                let op = *self.random.pick(&["iand", "ior", "ixor", "imin", "imax"]);
                self.define(0, format!("{op} {a}, {b}"));
            }
            3 => {
                let op = *self.random.pick(&["ifloordiv", "imod"]);
                let divisor = *self.random.pick(&["1", "2", "3", "7", "-2", "-5", "64", "1000", "9223372036854775807"]);
                self.define(0, format!("{op} {a}, {divisor}"));
            }
            4 => {
                let exit = self.exit();
                let positive = self.name();
                self.line(&format!("{positive} = icmp.gt {b}, 0"));
                self.line(&format!("guard {positive}, {exit} zero"));
                let op = *self.random.pick(&["ifloordiv", "imod"]);
                self.define(0, format!("{op} {a}, {b}"));
            }
            5 => {
                let op = *self.random.pick(&["inot", "ibits", "ipop"]);
                self.define(0, format!("{op} {a}"));
            }
            6 | 7 => {
                let op = *self.random.pick(&["fadd", "fsub", "fmul", "fdiv"]);
                self.define(1, format!("{op} {x}, {y}"));
            }
            8 => {
                let op = *self.random.pick(&["fneg", "fabs", "ffloor", "fceil", "ftrunc", "fnearest", "fsqrt"]);
                self.define(1, format!("{op} {x}"));
            }
            9 => {
                let op = *self.random.pick(&["eq", "ne", "lt", "le", "gt", "ge", "below"]);
                self.define(2, format!("icmp.{op} {a}, {b}"));
            }
            10 => {
                let op = *self.random.pick(&["eq", "ne", "lt", "le", "gt", "ge"]);
                self.define(2, format!("fcmp.{op} {x}, {y}"));
            }
            11 => {
                let op = *self.random.pick(&["band", "bor", "bxor"]);
                self.define(2, format!("{op} {s}, {t}"));
            }
            12 => match self.random.below(3) {
                0 => self.define(0, format!("select {s}, {a}, {b}")),
                1 => self.define(1, format!("select {s}, {x}, {y}")),
                _ => self.define(2, format!("bnot {s}")),
            },
            13 => self.define(1, format!("i2f {a}")),
            14 => {
                let exit = self.exit();
                match self.random.below(3) {
                    0 => self.define(0, format!("f2i {x}, {exit}")),
                    1 => self.define(1, format!("call float_mod {x}, {y}, {exit}")),
                    _ => self.define(1, format!("call exp {x}, {exit}")),
                }
            }
            15 => {
                let exit = self.exit();
                self.line(&format!("guard {s}, {exit} branch"));
            }
            16 | 17 => {
                let index = self.name();
                self.line(&format!("{index} = iand {a}, 7"));
                match self.random.below(4) {
                    0 => self.define(0, format!("load_elem.I64 row[{index}]+0, ElemInt")),
                    1 => self.line(&format!("store_elem.I64 row[{index}]+0, {b}, ElemInt")),
                    2 => self.define(1, "load.F64 row+64, ElemFloat".to_string()),
                    _ => self.line(&format!("store.F64 row+64, {x}, ElemFloat")),
                }
            }
            18 | 19 => self.branch(depth, &s),
            20 => self.block(depth, &s),
            _ => self.counted_loop(depth),
        }
    }

    /// Writes nested statements, then a terminator with a value of each type; what they defined is forgotten.
    fn nested(&mut self, depth: usize, terminator: &str) {
        let before = self.scope.clone();
        self.statements(depth + 1);
        let values: Vec<String> = (0..3).map(|ty| self.operand(ty)).collect();
        self.line(&format!("{terminator} {}", values.join(", ")));
        self.scope = before;
    }

    fn results(&mut self) -> String {
        let results = TYPES.iter().enumerate().map(|(ty, name)| {
            self.names += 1;
            let result = format!("v{}", self.names);
            self.scope[ty].push(result.clone());
            format!("{result}: {name}")
        });
        results.collect::<Vec<_>>().join(", ")
    }

    fn branch(&mut self, depth: usize, condition: &str) {
        self.line(&format!("if {condition} {{"));
        self.nested(depth, "yield");
        self.line("} else {");
        if self.random.below(4) == 0 {
            let exit = self.exit();
            self.line(&format!("exit {exit} branch"));
        } else {
            self.nested(depth, "yield");
        }
        let results = self.results();
        self.line(&format!("}} -> {results}"));
    }

    fn block(&mut self, depth: usize, condition: &str) {
        let label = format!("b{}", self.name());
        self.line(&format!("{label}: block {{"));
        let values: Vec<String> = (0..3).map(|ty| self.operand(ty)).collect();
        self.line(&format!("if {condition} {{ br {label} {} }} else {{ yield }}", values.join(", ")));
        self.nested(depth, &format!("br {label}"));
        let results = self.results();
        self.line(&format!("}} -> {results}"));
    }

    /// A loop of a few turns that carries a value of each type.
    fn counted_loop(&mut self, depth: usize) {
        let (block, label, counter, more, next) = (self.name(), self.name(), self.name(), self.name(), self.name());
        let carried: Vec<String> = (0..3).map(|_| self.name()).collect();
        let first: Vec<String> = (0..3).map(|ty| self.operand(ty)).collect();
        let entry = self.exit();
        self.line(&format!("b{block}: block {{"));
        let params: Vec<String> = carried
            .iter()
            .zip(TYPES)
            .zip(&first)
            .map(|((name, ty), first)| format!("{name}: {ty} = {first}"))
            .collect();
        self.line(&format!(
            "l{label}: loop ({counter}: I64 = 0, {}) entry {entry} stmt 1 trips 3 {{",
            params.join(", ")
        ));
        let before = self.scope.clone();
        for (ty, name) in carried.iter().enumerate() {
            self.scope[ty].push(name.clone());
        }
        self.scope[0].push(counter.clone());
        let turns = self.random.below(4);
        self.line(&format!("{more} = icmp.lt {counter}, {turns}"));
        let leaving: Vec<String> = (0..3).map(|ty| self.operand(ty)).collect();
        self.line(&format!("if {more} {{ yield }} else {{ br b{block} {} }}", leaving.join(", ")));
        let poll = self.exit();
        self.line(&format!("poll {poll}"));
        self.statements(depth + 1);
        self.line(&format!("{next} = iadd {counter}, 1"));
        let values: Vec<String> = (0..3).map(|ty| self.operand(ty)).collect();
        self.line(&format!("continue l{label} {next}, {}", values.join(", ")));
        self.line("}");
        self.scope = before;
        let results = self.results();
        self.line(&format!("}} -> {results}"));
    }
}
