//! Expressions of random programs: each is meant to be of one kind, and is of another now and then.

use super::generate::{Kind, Writer};

impl Writer {
    pub(super) fn literal(&mut self, kind: Kind) -> String {
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

    pub(super) fn list_literal(&mut self) -> String {
        let kind = self.kind();
        let mut items = Vec::new();
        for _ in 0..1 + self.below(12) {
            let kind = if self.one_in(12) { self.kind() } else { kind };
            items.push(self.literal(kind));
        }
        format!("[{}]", items.join(", "))
    }

    pub(super) fn list_kind(&self, name: &str) -> Kind {
        self.variables.iter().find(|v| v.name == name).map_or(Kind::Int, |v| v.kind)
    }

    /// An index that is nearly always in range.
    pub(super) fn index(&mut self, list: &str) -> String {
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
    pub(super) fn divisor(&mut self, kind: Kind) -> String {
        if self.one_in(10) {
            return format!("({})", self.expression(kind, 1));
        }
        match kind {
            Kind::Int | Kind::Bool => self.pick(&["7", "-3", "2", "10", "1000003", "-1", "64", "97"]).to_string(),
            Kind::Float => self.pick(&["7", "0.5", "-2.5", "3.0", "1e-3", "-1.0"]).to_string(),
            Kind::Complex => self.pick(&["2", "(1+1j)", "(0.5-2j)", "-4.0"]).to_string(),
        }
    }

    pub(super) fn variable(&mut self, kind: Kind) -> String {
        if self.wide
            && self.one_in(6)
            && let Some(value) = self.wide_value()
        {
            return value;
        }
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

    pub(super) fn expression(&mut self, kind: Kind, depth: usize) -> String {
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
    pub(super) fn call(&mut self, kind: Kind) -> Option<String> {
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

    pub(super) fn int_expression(&mut self, depth: usize) -> String {
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

    pub(super) fn float_expression(&mut self, depth: usize) -> String {
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

    pub(super) fn complex_expression(&mut self, depth: usize) -> String {
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

    pub(super) fn condition(&mut self, depth: usize) -> String {
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
