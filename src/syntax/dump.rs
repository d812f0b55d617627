//! In: a tree. Out: its text form, one statement a line, for reading and for tests.
//!
//! A node is `(Kind part part)`, a list `[part part]`, a missing part `-`. Names of kinds are those of the
//! tree. Places are written only when asked for, as `@line:column-line:column` with columns in bytes from 0.

use crate::source::{Source, Span};
use crate::syntax::tree::*;
use std::fmt::Write;

/// The text form of a module, without places.
pub fn dump(module: &Module) -> String {
    write_module(module, None)
}

/// The text form of a module with the place of every node outside f-strings.
pub fn dump_with_places(module: &Module, source: &Source) -> String {
    write_module(module, Some(source))
}

fn write_module(module: &Module, places: Option<&Source>) -> String {
    let mut out = Dump { text: String::new(), places, level: 0 };
    for stmt in &module.body {
        out.stmt(stmt);
    }
    out.text
}

struct Dump<'a> {
    text: String,
    places: Option<&'a Source>,
    level: usize,
}

impl Dump<'_> {
    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// `(Kind@place`, to be followed by parts and `)`.
    fn open(&mut self, kind: &str, span: Span) {
        self.put("(");
        self.put(kind);
        if let Some(source) = self.places {
            let point = |offset: u32| {
                let line = source.line(offset);
                (line, offset - source.line_span(line).start)
            };
            let ((line, column), (last, end)) = (point(span.start), point(span.end));
            let _ = write!(self.text, "@{line}:{column}-{last}:{end}");
        }
    }

    fn node(&mut self, kind: &str, span: Span, parts: impl FnOnce(&mut Self)) {
        self.open(kind, span);
        parts(self);
        self.put(")");
    }

    fn word(&mut self, word: impl std::fmt::Display) {
        let _ = write!(self.text, " {word}");
    }

    fn quoted(&mut self, text: &str) {
        self.put(" \"");
        for character in text.chars() {
            match character {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(character);
                }
                ' '..='~' => self.text.push(character),
                _ => {
                    let _ = write!(self.text, "\\u{{{:x}}}", character as u32);
                }
            }
        }
        self.put("\"");
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.put(" [");
        let start = self.text.len();
        for item in items {
            each(self, item);
        }
        if self.text[start..].starts_with(' ') {
            self.text.remove(start);
        }
        self.put("]");
    }

    fn exprs(&mut self, items: &[Expr]) {
        self.list(items, Self::expr);
    }

    fn optional(&mut self, expr: Option<&Expr>) {
        match expr {
            Some(expr) => self.expr(expr),
            None => self.put(" -"),
        }
    }

    fn optional_name(&mut self, name: Option<&Name>) {
        match name {
            Some(name) => self.word(&name.id),
            None => self.put(" -"),
        }
    }

    fn names(&mut self, names: &[Name]) {
        self.list(names, |out, name| out.word(&name.id));
    }

    /// Statements of a block, each on a line of its own.
    fn body(&mut self, title: &str, body: &[Stmt]) {
        if body.is_empty() {
            return;
        }
        self.line();
        self.put(title);
        self.level += 1;
        self.text.push('\n');
        for stmt in body {
            self.stmt(stmt);
        }
        self.level -= 1;
        self.text.pop();
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.indent();
    }

    fn indent(&mut self) {
        for _ in 0..self.level {
            self.put("  ");
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.indent();
        self.stmt_parts(stmt);
        self.put(")\n");
    }

    fn stmt_parts(&mut self, stmt: &Stmt) {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::FunctionDef(def) => {
                self.open(asynchronous("FunctionDef", def.is_async), span);
                self.word(&def.name.id);
                self.arguments(&def.arguments);
                self.exprs(&def.decorators);
                self.optional(def.returns.as_ref());
                self.body("body", &def.body);
            }
            StmtKind::ClassDef(def) => {
                self.open("ClassDef", span);
                self.word(&def.name.id);
                self.exprs(&def.bases);
                self.list(&def.keywords, Self::keyword);
                self.exprs(&def.decorators);
                self.body("body", &def.body);
            }
            StmtKind::Return(value) => {
                self.open("Return", span);
                self.optional(value.as_ref());
            }
            StmtKind::Delete(targets) => {
                self.open("Delete", span);
                self.exprs(targets);
            }
            StmtKind::Assign { targets, value } => {
                self.open("Assign", span);
                self.exprs(targets);
                self.expr(value);
            }
            StmtKind::AugAssign(each) => {
                self.open("AugAssign", span);
                self.word(operator(each.op));
                self.expr(&each.target);
                self.expr(&each.value);
            }
            StmtKind::AnnAssign(each) => {
                self.open("AnnAssign", span);
                self.word(each.simple as u8);
                self.expr(&each.target);
                self.expr(&each.annotation);
                self.optional(each.value.as_ref());
            }
            StmtKind::For(each) => {
                self.open(asynchronous("For", each.is_async), span);
                self.expr(&each.target);
                self.expr(&each.iter);
                self.body("body", &each.body);
                self.body("else", &each.orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.open("While", span);
                self.expr(test);
                self.body("body", body);
                self.body("else", orelse);
            }
            StmtKind::If { branches, orelse } => {
                self.open("If", span);
                for branch in branches {
                    self.line();
                    self.node("Branch", branch.span, |out| {
                        out.expr(&branch.test);
                        out.body("body", &branch.body);
                    });
                }
                self.body("else", orelse);
            }
            StmtKind::With { items, body, is_async } => {
                self.open(asynchronous("With", *is_async), span);
                for item in items {
                    self.expr(&item.context);
                    self.optional(item.target.as_ref());
                }
                self.body("body", body);
            }
            StmtKind::Match { subject, cases } => {
                self.open("Match", span);
                self.expr(subject);
                for case in cases {
                    self.line();
                    self.put("(case");
                    self.pattern(&case.pattern);
                    self.optional(case.guard.as_ref());
                    self.body("body", &case.body);
                    self.put(")");
                }
            }
            StmtKind::Raise { exception, cause } => {
                self.open("Raise", span);
                self.optional(exception.as_ref());
                self.optional(cause.as_ref());
            }
            StmtKind::Try(each) => {
                self.open(if each.is_star { "TryStar" } else { "Try" }, span);
                self.body("body", &each.body);
                for handler in &each.handlers {
                    self.line();
                    self.node("ExceptHandler", handler.span, |out| {
                        out.optional(handler.kind.as_ref());
                        out.optional_name(handler.name.as_ref());
                        out.body("body", &handler.body);
                    });
                }
                self.body("else", &each.orelse);
                self.body("finally", &each.finalbody);
            }
            StmtKind::Assert { test, message } => {
                self.open("Assert", span);
                self.expr(test);
                self.optional(message.as_ref());
            }
            StmtKind::Import(names) => {
                self.open("Import", span);
                self.list(names, Self::alias);
            }
            StmtKind::ImportFrom { module, names, level } => {
                self.open("ImportFrom", span);
                self.word(level);
                self.word(module.as_deref().unwrap_or("-"));
                self.list(names, Self::alias);
            }
            StmtKind::Global(names) => {
                self.open("Global", span);
                self.names(names);
            }
            StmtKind::Nonlocal(names) => {
                self.open("Nonlocal", span);
                self.names(names);
            }
            StmtKind::Expr(value) => {
                self.open("Expr", span);
                self.expr(value);
            }
            StmtKind::Pass => self.open("Pass", span),
            StmtKind::Break => self.open("Break", span),
            StmtKind::Continue => self.open("Continue", span),
        }
    }

    fn alias(&mut self, alias: &Alias) {
        self.put(" ");
        self.node("alias", alias.span, |out| {
            out.word(&alias.name);
            out.word(alias.asname.as_deref().unwrap_or("-"));
        });
    }

    fn keyword(&mut self, keyword: &Keyword) {
        self.put(" ");
        self.node("keyword", keyword.span, |out| {
            out.word(keyword.name.as_deref().unwrap_or("-"));
            out.expr(&keyword.value);
        });
    }

    fn arguments(&mut self, arguments: &Arguments) {
        self.put(" (arguments");
        self.list(&arguments.positional_only, Self::parameter);
        self.list(&arguments.positional, Self::parameter);
        self.list(arguments.variadic.as_slice(), |out, each| out.parameter(each));
        self.list(&arguments.keyword_only, Self::parameter);
        self.list(arguments.keywords.as_slice(), |out, each| out.parameter(each));
        self.put(")");
    }

    fn parameter(&mut self, parameter: &Parameter) {
        self.put(" (");
        self.put(&parameter.name.id);
        self.optional(parameter.annotation.as_ref());
        self.optional(parameter.default.as_ref());
        self.put(")");
    }

    fn generators(&mut self, generators: &[Generator]) {
        self.list(generators, |out, each| {
            out.put(match each.is_async {
                true => " (async",
                false => " (for",
            });
            out.expr(&each.target);
            out.expr(&each.iter);
            out.exprs(&each.ifs);
            out.put(")");
        });
    }

    fn comprehension(&mut self, kind: &str, span: Span, each: &Comprehension) {
        self.node(kind, span, |out| {
            out.expr(&each.element);
            out.generators(&each.generators);
        });
    }

    fn expr(&mut self, expr: &Expr) {
        self.put(" ");
        let span = expr.span;
        match &expr.kind {
            ExprKind::BoolOp { op, values } => {
                let kind = match op {
                    BoolOperator::And => "And",
                    BoolOperator::Or => "Or",
                };
                self.node(kind, span, |out| out.exprs(values));
            }
            ExprKind::NamedExpr { target, value } => self.node("NamedExpr", span, |out| {
                out.expr(target);
                out.expr(value);
            }),
            ExprKind::BinOp { left, op, right } => self.node("BinOp", span, |out| {
                out.word(operator(*op));
                out.expr(left);
                out.expr(right);
            }),
            ExprKind::UnaryOp { op, operand } => self.node("UnaryOp", span, |out| {
                out.word(match op {
                    UnaryOperator::Invert => "~",
                    UnaryOperator::Not => "not",
                    UnaryOperator::UAdd => "+",
                    UnaryOperator::USub => "-",
                });
                out.expr(operand);
            }),
            ExprKind::Lambda { arguments, body } => self.node("Lambda", span, |out| {
                out.arguments(arguments);
                out.expr(body);
            }),
            ExprKind::IfExp { test, body, orelse } => self.node("IfExp", span, |out| {
                out.expr(test);
                out.expr(body);
                out.expr(orelse);
            }),
            ExprKind::Dict(items) => self.node("Dict", span, |out| {
                for item in items {
                    out.optional(item.key.as_ref());
                    out.expr(&item.value);
                }
            }),
            ExprKind::Set(items) => self.node("Set", span, |out| out.exprs(items)),
            ExprKind::List(items) => self.node("List", span, |out| out.exprs(items)),
            ExprKind::Tuple(items) => self.node("Tuple", span, |out| out.exprs(items)),
            ExprKind::ListComp(each) => self.comprehension("ListComp", span, each),
            ExprKind::SetComp(each) => self.comprehension("SetComp", span, each),
            ExprKind::GeneratorExp(each) => self.comprehension("GeneratorExp", span, each),
            ExprKind::DictComp(each) => self.node("DictComp", span, |out| {
                out.expr(&each.key);
                out.expr(&each.value);
                out.generators(&each.generators);
            }),
            ExprKind::Await(value) => self.node("Await", span, |out| out.expr(value)),
            ExprKind::Yield(value) => {
                self.node("Yield", span, |out| out.optional(value.as_deref()));
            }
            ExprKind::YieldFrom(value) => self.node("YieldFrom", span, |out| out.expr(value)),
            ExprKind::Compare { left, ops, comparators } => self.node("Compare", span, |out| {
                out.expr(left);
                for (op, right) in ops.iter().zip(comparators) {
                    out.word(comparison(*op));
                    out.expr(right);
                }
            }),
            ExprKind::Call { func, args, keywords } => self.node("Call", span, |out| {
                out.expr(func);
                out.exprs(args);
                out.list(keywords, Self::keyword);
            }),
            ExprKind::JoinedStr(parts) => {
                self.open("JoinedStr", span);
                // CPython 3.11 miscounts places inside f-strings, so there is nothing to compare with.
                let places = self.places.take();
                self.parts(parts);
                self.places = places;
                self.put(")");
            }
            ExprKind::Constant(value) => self.node("Constant", span, |out| out.constant(value)),
            ExprKind::Attribute { value, attribute } => self.node("Attribute", span, |out| {
                out.expr(value);
                out.word(&attribute.id);
            }),
            ExprKind::Subscript { value, slice } => self.node("Subscript", span, |out| {
                out.expr(value);
                out.expr(slice);
            }),
            ExprKind::Starred(value) => self.node("Starred", span, |out| out.expr(value)),
            ExprKind::Name(name) => self.node("Name", span, |out| out.word(name)),
            ExprKind::Slice { lower, upper, step } => self.node("Slice", span, |out| {
                out.optional(lower.as_deref());
                out.optional(upper.as_deref());
                out.optional(step.as_deref());
            }),
        }
    }

    fn parts(&mut self, parts: &[FStringPart]) {
        for part in parts {
            match part {
                FStringPart::Literal(text) => self.quoted(text),
                FStringPart::Formatted { value, conversion, spec, .. } => {
                    self.put(" (");
                    self.put(match conversion {
                        None => "-",
                        Some(Conversion::Str) => "s",
                        Some(Conversion::Repr) => "r",
                        Some(Conversion::Ascii) => "a",
                    });
                    self.expr(value);
                    if let Some(spec) = spec {
                        self.put(" :");
                        self.parts(spec);
                    }
                    self.put(")");
                }
            }
        }
    }

    fn constant(&mut self, value: &Constant) {
        match value {
            Constant::None => self.word("None"),
            Constant::Bool(true) => self.word("True"),
            Constant::Bool(false) => self.word("False"),
            Constant::Int(value) => self.word(value),
            Constant::BigInt(value) => {
                let _ = write!(self.text, " {:#x}", **value);
            }
            Constant::Float(value) => {
                let _ = write!(self.text, " f{:016x}", value.to_bits());
            }
            Constant::Imaginary(value) => {
                let _ = write!(self.text, " j{:016x}", value.to_bits());
            }
            Constant::Str(text) => self.quoted(text),
            Constant::Bytes(data) => {
                self.put(" b");
                for byte in data.iter() {
                    let _ = write!(self.text, "{byte:02x}");
                }
            }
            Constant::Ellipsis => self.word("..."),
        }
    }

    fn pattern(&mut self, pattern: &Pattern) {
        self.put(" ");
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) => self.node("MatchValue", span, |out| out.expr(value)),
            PatternKind::Singleton(value) => {
                self.node("MatchSingleton", span, |out| out.constant(value));
            }
            PatternKind::Sequence(items) => {
                self.node("MatchSequence", span, |out| out.list(items, Self::pattern));
            }
            PatternKind::Mapping { items, rest } => self.node("MatchMapping", span, |out| {
                for (key, value) in items {
                    out.expr(key);
                    out.pattern(value);
                }
                out.optional_name(rest.as_ref());
            }),
            PatternKind::Class { cls, patterns, keywords } => self.node("MatchClass", span, |out| {
                out.expr(cls);
                out.list(patterns, Self::pattern);
                out.list(keywords, |out, (name, value)| {
                    out.word(&name.id);
                    out.pattern(value);
                });
            }),
            PatternKind::Star(name) => {
                self.node("MatchStar", span, |out| out.optional_name(name.as_ref()));
            }
            PatternKind::As { pattern, name } => self.node("MatchAs", span, |out| {
                match pattern {
                    Some(pattern) => out.pattern(pattern),
                    None => out.put(" -"),
                }
                out.optional_name(name.as_ref());
            }),
            PatternKind::Or(items) => {
                self.node("MatchOr", span, |out| out.list(items, Self::pattern));
            }
        }
    }
}

fn asynchronous(kind: &'static str, is_async: bool) -> &'static str {
    match (kind, is_async) {
        ("FunctionDef", true) => "AsyncFunctionDef",
        ("For", true) => "AsyncFor",
        ("With", true) => "AsyncWith",
        _ => kind,
    }
}

fn operator(op: Operator) -> &'static str {
    match op {
        Operator::Add => "+",
        Operator::Sub => "-",
        Operator::Mult => "*",
        Operator::MatMult => "@",
        Operator::Div => "/",
        Operator::Mod => "%",
        Operator::Pow => "**",
        Operator::LShift => "<<",
        Operator::RShift => ">>",
        Operator::BitOr => "|",
        Operator::BitXor => "^",
        Operator::BitAnd => "&",
        Operator::FloorDiv => "//",
    }
}

fn comparison(op: CompareOperator) -> &'static str {
    match op {
        CompareOperator::Eq => "==",
        CompareOperator::NotEq => "!=",
        CompareOperator::Lt => "<",
        CompareOperator::LtE => "<=",
        CompareOperator::Gt => ">",
        CompareOperator::GtE => ">=",
        CompareOperator::Is => "is",
        CompareOperator::IsNot => "is-not",
        CompareOperator::In => "in",
        CompareOperator::NotIn => "not-in",
    }
}
