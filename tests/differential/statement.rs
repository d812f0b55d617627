//! Statements of random programs: assignments, loops, branches, what is done to lists. Whatever a loop
//! assigns is kept small, and no loop runs long.

use super::generate::{Kind, Variable, WEIGHT, Writer};

impl Writer {
    /// An indented block of some statements, never empty.
    pub(super) fn block(&mut self, most: usize) {
        self.depth += 1;
        let known = self.variables.len();
        for _ in 0..1 + self.below(most) {
            self.statement();
        }
        self.variables.truncate(known);
        self.depth -= 1;
    }

    /// A loop's counter: an integer for certain, where what a loop takes from a list need not be.
    pub(super) fn counter(&mut self) -> String {
        self.name_where(|v| v.fixed && !v.name.starts_with('x')).unwrap_or_else(|| "3".to_string())
    }

    /// Counts something in the dictionary, or by the function inside.
    pub(super) fn count(&mut self) {
        let counter = self.counter();
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

    pub(super) fn statement(&mut self) {
        if self.counts && self.one_in(6) {
            return self.count();
        }
        if self.wide && self.one_in(4) {
            return self.wide_statement();
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

    pub(super) fn target(&mut self) -> Option<(String, Kind)> {
        let name = self.name_where(|v| !v.fixed && !v.list)?;
        let kind = self.variables.iter().find(|v| v.name == name)?.kind;
        Some((name, kind))
    }

    /// Keeps a number that may be an integer from doubling its length in every turn of a loop.
    pub(super) fn tame(&mut self, name: &str, kind: Kind, value: &str) {
        if self.loops == 0 || (kind != Kind::Int && !value.contains('*')) {
            return;
        }
        let limit = match self.below(20) {
            0 => "2**64",
            1 => "10**30",
            _ => self.pick(&["2**62", "10**18", "10**9", "2**53"]),
        };
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

    pub(super) fn assignment(&mut self) {
        let Some((name, kind)) = self.target() else {
            return self.line("pass");
        };
        let kind = if self.one_in(12) { self.kind() } else { kind };
        let value = self.expression(kind, 3);
        self.line(&format!("{name} = {value}"));
        self.tame(&name, kind, &value);
    }

    pub(super) fn augmented(&mut self) {
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

    pub(super) fn swap(&mut self) {
        let (Some((a, kind)), Some((b, _))) = (self.target(), self.target()) else {
            return self.line("pass");
        };
        if a == b {
            // CPython before 3.11.4 stores these in the wrong order.
            return self.assignment();
        }
        let value = self.expression(kind, 2);
        self.line(&format!("{a}, {b} = {b}, {value}"));
        self.tame(&a, kind, "*");
        self.tame(&b, kind, "*");
    }

    pub(super) fn list_statement(&mut self) {
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
    pub(super) fn leave_loop(&mut self) {
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

    pub(super) fn for_loop(&mut self) {
        let room = WEIGHT / self.weight;
        if room < 4 || self.loops == 3 {
            return self.assignment();
        }
        let turns = 2 + self.next() % room.min(if self.loops == 0 { 400 } else { 60 });
        let lists = if room > 60 && self.one_in(4) { self.name_where(|v| v.list) } else { None };
        let counter = self.fresh(if lists.is_some() { "x" } else { "i" });
        let (head, kind, turns) = match lists {
            Some(list) => {
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

    pub(super) fn while_loop(&mut self) {
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

    pub(super) fn in_loop(&mut self, turns: u64, counter: Option<(String, Kind)>) {
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

    pub(super) fn branch(&mut self) {
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

    pub(super) fn attempt(&mut self) {
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
    pub(super) fn change_of_type(&mut self) {
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
}
