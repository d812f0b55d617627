//! Random programs about comprehensions, generator expressions and lambdas, one inside the other, and what consumes
//! them: `sum`, `any`, `sorted`, `map`, `zip`, slices, unpacking. Their variables are read from any depth, and `:=`
//! binds names of the function around.

use super::generate::Writer;

const HEAD: &str = "def h(x):
    return x * 3 % 11 - 2
";

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut comprehensions = Comprehensions { writer: Writer::new(seed), names: Vec::new(), binds: true };
    comprehensions.program();
    comprehensions.writer.text
}

struct Comprehensions {
    writer: Writer,
    /// Names that hold whole numbers.
    names: Vec<String>,
    /// The expression being written may bind names: CPython takes no `:=` where a comprehension takes its items from.
    binds: bool,
}

impl Comprehensions {
    fn program(&mut self) {
        self.writer.text.push_str(HEAD);
        let functions = 1 + self.writer.below(3);
        for number in 0..functions {
            self.function(number);
        }
        for number in 0..functions {
            self.writer.line("");
            self.writer.line("for turn in range(8):");
            self.writer.line("    try:");
            self.writer.line(&format!("        print(f{number}(turn, turn * 3))"));
            self.writer.line("    except Exception as problem:");
            self.writer.line("        print(type(problem).__name__, problem)");
        }
    }

    // ---- statements ----

    fn function(&mut self, number: usize) {
        let turns = self.writer.pick(&["20", "60", "200"]);
        self.writer.lines(&format!("\n\ndef f{number}(n, t):"));
        self.writer.depth += 1;
        self.writer.lines("p = q = 1\na = [1, 2, 3]\nb = [n, 5]\nlog = []");
        self.writer.line(&format!("for i in range({turns}):"));
        self.writer.depth += 1;
        for _ in 0..2 + self.writer.below(3) {
            self.statement();
        }
        // Lists that have run dry would leave nothing to do in the turns after.
        self.writer.lines("a = a or [1, 2, i]\nb = b or [n, 5]");
        self.writer.lines("p %= 97\nq %= 97\nif i % 10 == 0:\n    log.append((t, len(a), len(b), p, q))");
        self.writer.depth -= 1;
        self.writer.line("return t, a, b, p, q, log");
        self.writer.depth -= 1;
    }

    fn statement(&mut self) {
        self.names = ["t", "i", "n", "p", "q"].map(String::from).to_vec();
        self.binds = true;
        match self.writer.below(6) {
            0 | 1 => {
                let value = self.number(3);
                self.writer.line(&format!("t = ({value}) % 100003"));
            }
            2 | 3 => {
                // Short lists of small numbers: they are what the next turns begin with.
                let name = self.writer.pick(&["a", "b"]);
                let value = self.within(&[], |inner| inner.items(3));
                self.writer.line(&format!("{name} = [x % 1009 for x in {value}][:6]"));
            }
            4 => {
                let (condition, value) = (self.condition(2), self.number(2));
                self.writer.line(&format!("if {condition}:"));
                self.writer.line(&format!("    t += {value}"));
                self.writer.line("    t %= 100003");
            }
            _ => self.for_loop(),
        }
    }

    fn for_loop(&mut self) {
        let over = self.items(2);
        self.names.push("j".to_string());
        let (value, condition) = (self.number(2), self.condition(1));
        self.names.pop();
        let way = self.writer.pick(&["break", "continue", "p += 1"]);
        self.writer.line(&format!("for j in {over}:"));
        self.writer.line(&format!("    t = (t + {value}) % 100003"));
        self.writer.line(&format!("    if {condition}:"));
        self.writer.line(&format!("        {way}"));
    }

    // ---- expressions: of depth 0 or less they have nothing inside ----

    /// What `write` gives where a comprehension or a lambda knows these names as well.
    fn within(&mut self, names: &[&str], write: impl FnOnce(&mut Self) -> String) -> String {
        let (known, binds) = (self.names.len(), self.binds);
        self.names.extend(names.iter().map(|name| name.to_string()));
        self.binds = false;
        let text = write(self);
        self.names.truncate(known);
        self.binds = binds;
        text
    }

    /// `VALUE for NAME in ITEMS`, now and then with a condition.
    fn each(&mut self, depth: i32, value: impl FnOnce(&mut Self) -> String) -> String {
        let name = self.writer.fresh("v");
        let over = self.within(&[], |inner| inner.items(depth));
        let value = self.within(&[&name], value);
        if self.writer.below(5) < 2 {
            let condition = self.within(&[&name], |inner| inner.condition(depth));
            return format!("{value} for {name} in {over} if {condition}");
        }
        format!("{value} for {name} in {over}")
    }

    /// Often the newest: an expression is about the variable of the comprehension that it is in.
    fn name(&mut self) -> String {
        let at = if self.writer.one_in(3) { self.names.len() - 1 } else { self.writer.below(self.names.len()) };
        self.names[at].clone()
    }

    fn literal(&mut self, least: i64, most: i64) -> i64 {
        least + self.writer.below((most - least + 1) as usize) as i64
    }

    fn number(&mut self, depth: i32) -> String {
        if depth <= 0 {
            return if self.writer.one_in(self.names.len() + 1) {
                self.literal(-3, 9).to_string()
            } else {
                self.name()
            };
        }
        match self.writer.below(16) {
            0..=3 => {
                let (left, right) = (self.number(depth - 1), self.number(depth - 1));
                let operator = self.writer.pick(&["+", "-", "*", "^", "&", "|"]);
                format!("({left} {operator} {right})")
            }
            4 => format!("({} % {})", self.number(depth - 1), self.literal(2, 9)),
            5 => format!("({} // {})", self.number(depth - 1), self.literal(2, 9)),
            6 => {
                let (yes, condition) = (self.number(depth - 1), self.condition(depth - 1));
                format!("({yes} if {condition} else {})", self.number(depth - 1))
            }
            7 => format!("len({})", self.items(depth - 1)),
            8 => format!("sum({})", self.each(depth - 2, |inner| inner.number(depth - 2))),
            9 => format!("max({}, default={})", self.items(depth - 1), self.literal(0, 5)),
            10 if self.binds => {
                let name = self.writer.pick(&["p", "q"]);
                format!("({name} := {} % 97)", self.number(depth - 1))
            }
            11 => {
                let name = self.writer.fresh("v");
                let (default, argument) = (self.number(depth - 1), self.number(depth - 1));
                let body = self.within(&[&name, "k"], |inner| inner.number(depth - 2));
                format!("(lambda {name}, k={default}: {body})({argument})")
            }
            12 => format!("min({}, {})", self.number(depth - 1), self.number(depth - 1)),
            13 => format!("abs({})", self.number(depth - 1)),
            14 => format!("h({} % 50)", self.number(depth - 1)),
            _ => format!("int({})", self.condition(depth - 1)),
        }
    }

    fn condition(&mut self, depth: i32) -> String {
        match self.writer.below(8) {
            0..=2 => {
                let (left, right) = (self.number(depth - 1), self.number(depth - 1));
                let comparison = self.writer.pick(&["<", ">", "==", "!=", "<="]);
                format!("{left} {comparison} {right}")
            }
            3 => format!("{} % {} == {}", self.number(depth - 1), self.literal(2, 5), self.literal(0, 2)),
            4 if depth > 0 => {
                let consumer = self.writer.pick(&["any", "all"]);
                format!("{consumer}({})", self.each(depth - 2, |inner| inner.condition(depth - 2)))
            }
            5 if depth > 0 => {
                let (left, right) = (self.condition(depth - 1), self.condition(depth - 1));
                let word = self.writer.pick(&["and", "or"]);
                format!("({left} {word} {right})")
            }
            6 if depth > 0 => format!("{} in {}", self.number(depth - 1), self.items(depth - 1)),
            _ => format!("not {} % {}", self.number(depth - 1), self.literal(2, 4)),
        }
    }

    fn items(&mut self, depth: i32) -> String {
        if depth <= 0 {
            return match self.writer.below(4) {
                0 => "a".to_string(),
                1 => "b".to_string(),
                2 => format!("range({})", self.literal(0, 6)),
                _ => format!("[{}, {}]", self.name(), self.literal(0, 9)),
            };
        }
        match self.writer.below(15) {
            0..=3 => format!("[{}]", self.each(depth - 1, |inner| inner.number(depth - 1))),
            4 => format!("sorted({})", self.items(depth - 1)),
            5 => format!("(list({}) + list({}))", self.items(depth - 1), self.items(depth - 1)),
            6 => {
                let slice = self.writer.pick(&["1:", "::2", ":-1", "::-1", ":3"]);
                format!("list({})[{slice}]", self.items(depth - 1))
            }
            7 => {
                let name = self.writer.fresh("v");
                let body = self.within(&[&name], |inner| inner.number(depth - 2));
                format!("list(map(lambda {name}: {body}, {}))", self.items(depth - 1))
            }
            8 => {
                let name = self.writer.fresh("v");
                let body = self.within(&[&name], |inner| inner.condition(depth - 2));
                format!("list(filter(lambda {name}: {body}, {}))", self.items(depth - 1))
            }
            9 => self.two_loops(depth - 2),
            10 => {
                let (name, other) = (self.writer.fresh("v"), self.writer.fresh("v"));
                let left = self.within(&[], |inner| inner.items(depth - 1));
                let right = self.within(&[], |inner| inner.items(depth - 1));
                format!("[{name} - {other} for {name}, {other} in zip({left}, {right})]")
            }
            11 => {
                let pair = |inner: &mut Self| format!("{}: {}", inner.number(depth - 2), inner.number(depth - 2));
                format!("list({{{}}}.values())", self.each(depth - 2, pair))
            }
            12 => format!("sorted({{{}}})", self.each(depth - 2, |inner| inner.number(depth - 2))),
            13 => {
                let (place, name) = (self.writer.fresh("v"), self.writer.fresh("v"));
                let over = self.within(&[], |inner| inner.items(depth - 1));
                format!("[{place} * {name} for {place}, {name} in enumerate({over})]")
            }
            _ => format!("[*{}, {}]", self.items(depth - 1), self.number(depth - 1)),
        }
    }

    /// The items of the second loop know the name of the first.
    fn two_loops(&mut self, depth: i32) -> String {
        let (outer, inner) = (self.writer.fresh("v"), self.writer.fresh("v"));
        let first = self.within(&[], |inside| inside.items(depth));
        let second = self.within(&[&outer], |inside| inside.items(depth));
        let value = self.within(&[&outer, &inner], |inside| inside.number(depth));
        format!("[{value} for {outer} in {first} for {inner} in {second}]")
    }
}
