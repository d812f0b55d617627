//! `_ast`: syntax trees as objects of the page `ast`.
//!
//! In: a text, and the classes of the nodes by their names. Out: the tree of nodes, with CPython's fields and places. What differs in our
//! tree is made equal here: chains of `elif` are nested, and each expression says whether it is read, stored or deleted.

use super::{Module, effect, with_functions};
use crate::builtins::functions::evaluate;
use crate::raise;
use crate::source::{Source, Span};
use crate::syntax::tree::*;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::instance::Instance;
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::program::Mode;
use crate::value::{Gc, Raise, Res, Symbol, Value};

/// The module.
pub fn create() -> Gc<Module> {
    with_functions("_ast", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_ast", "parse", Exactly(4, parse), "The tree of a text: source, file name, mode, classes by name."),
];

fn parse(arguments: &[Value]) -> Res {
    let name = arguments[1].as_str().unwrap_or("<unknown>");
    let mode = match arguments[2].as_str() {
        Some("exec") => Mode::Exec,
        Some("eval") => Mode::Eval,
        Some("single") => Mode::Single,
        _ => return Err(raise!(ValueError, "compile() mode must be 'exec', 'eval', 'single' or 'func_type'")),
    };
    let Some(classes) = arguments[3].as_gc::<Dict>() else {
        return Err(raise!(TypeError, "a dict of classes is required"));
    };
    let Some((source, tree)) = evaluate::read(&arguments[0], name, mode)? else {
        return Err(raise!(TypeError, "compile() arg 1 must be a string, bytes or AST object"));
    };
    let nodes = Nodes { classes, source: &source };
    match mode {
        Mode::Exec => {
            nodes.node("Module", None, &[("body", nodes.body(&tree.body)?), ("type_ignores", Value::list(vec![]))])
        }
        Mode::Single => nodes.node("Interactive", None, &[("body", nodes.body(&tree.body)?)]),
        Mode::Eval => match tree.body.first().map(|only| &only.kind) {
            Some(StmtKind::Expr(value)) => nodes.node("Expression", None, &[("body", nodes.load(value)?)]),
            _ => Err(raise!(SyntaxError, "invalid syntax")),
        },
    }
}

/// How an expression is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Load,
    Store,
    Del,
}

struct Nodes<'a> {
    classes: &'a Gc<Dict>,
    source: &'a Source,
}

type Fields<'a> = &'a [(&'a str, Value)];

fn text(text: &str) -> Value {
    Value::str(text)
}

fn name_or_none(name: Option<&Name>) -> Value {
    name.map_or(Value::None, |name| text(&name.id))
}

impl Nodes<'_> {
    fn node(&self, kind: &str, span: Option<Span>, fields: Fields) -> Res {
        let class = self.classes.get_str(kind);
        let Some(class) = class.as_ref().and_then(|class| class.as_gc::<Class>()) else {
            return Err(raise!(ValueError, "no class {kind}"));
        };
        let node = Instance::create(class);
        for (name, value) in fields {
            node.set(Symbol::new(name), value.clone());
        }
        if let Some(span) = span {
            let point = |offset: u32| {
                let line = self.source.line(offset);
                (i64::from(line), i64::from(offset - self.source.line_span(line).start))
            };
            let ((line, column), (last, end)) = (point(span.start), point(span.end));
            for (name, value) in
                [("lineno", line), ("col_offset", column), ("end_lineno", last), ("end_col_offset", end)]
            {
                node.set(Symbol::new(name), Value::int(value));
            }
        }
        Ok(Value::from(node))
    }

    fn list<T>(&self, items: &[T], each: impl FnMut(&T) -> Res) -> Res {
        Ok(Value::list(items.iter().map(each).collect::<Result<Vec<Value>, Raise>>()?))
    }

    fn body(&self, body: &[Stmt]) -> Res {
        self.list(body, |stmt| self.stmt(stmt))
    }

    fn load(&self, expr: &Expr) -> Res {
        self.expr(expr, Use::Load)
    }

    fn loads(&self, exprs: &[Expr]) -> Res {
        self.list(exprs, |expr| self.load(expr))
    }

    fn optional(&self, expr: Option<&Expr>) -> Res {
        expr.map_or(Ok(Value::None), |expr| self.load(expr))
    }

    fn stored(&self, expr: &Expr) -> Res {
        self.expr(expr, Use::Store)
    }

    fn stmt(&self, stmt: &Stmt) -> Res {
        let node = |kind: &str, fields: Fields| self.node(kind, Some(stmt.span), fields);
        match &stmt.kind {
            StmtKind::FunctionDef(def) => node(
                if def.is_async { "AsyncFunctionDef" } else { "FunctionDef" },
                &[
                    ("name", text(&def.name.id)),
                    ("args", self.arguments(&def.arguments)?),
                    ("body", self.body(&def.body)?),
                    ("decorator_list", self.loads(&def.decorators)?),
                    ("returns", self.optional(def.returns.as_ref())?),
                    ("type_comment", Value::None),
                ],
            ),
            StmtKind::ClassDef(class) => node(
                "ClassDef",
                &[
                    ("name", text(&class.name.id)),
                    ("bases", self.loads(&class.bases)?),
                    ("keywords", self.keywords(&class.keywords)?),
                    ("body", self.body(&class.body)?),
                    ("decorator_list", self.loads(&class.decorators)?),
                ],
            ),
            StmtKind::Return(value) => node("Return", &[("value", self.optional(value.as_ref())?)]),
            StmtKind::Delete(targets) => {
                node("Delete", &[("targets", self.list(targets, |target| self.expr(target, Use::Del))?)])
            }
            StmtKind::Assign { targets, value } => node(
                "Assign",
                &[
                    ("targets", self.list(targets, |target| self.stored(target))?),
                    ("value", self.load(value)?),
                    ("type_comment", Value::None),
                ],
            ),
            StmtKind::AugAssign(assign) => node(
                "AugAssign",
                &[
                    ("target", self.stored(&assign.target)?),
                    ("op", self.operator(&format!("{:?}", assign.op))?),
                    ("value", self.load(&assign.value)?),
                ],
            ),
            StmtKind::AnnAssign(assign) => node(
                "AnnAssign",
                &[
                    ("target", self.stored(&assign.target)?),
                    ("annotation", self.load(&assign.annotation)?),
                    ("value", self.optional(assign.value.as_ref())?),
                    ("simple", Value::int(assign.simple.into())),
                ],
            ),
            StmtKind::For(each) => node(
                if each.is_async { "AsyncFor" } else { "For" },
                &[
                    ("target", self.stored(&each.target)?),
                    ("iter", self.load(&each.iter)?),
                    ("body", self.body(&each.body)?),
                    ("orelse", self.body(&each.orelse)?),
                    ("type_comment", Value::None),
                ],
            ),
            StmtKind::While { test, body, orelse } => {
                node("While", &[("test", self.load(test)?), ("body", self.body(body)?), ("orelse", self.body(orelse)?)])
            }
            StmtKind::If { branches, orelse } => {
                // From the last branch on, each is all that the one in front of it does else.
                let mut orelse = self.body(orelse)?;
                for (place, branch) in branches.iter().enumerate().rev() {
                    let fields =
                        [("test", self.load(&branch.test)?), ("body", self.body(&branch.body)?), ("orelse", orelse)];
                    let start = if place == 0 { stmt.span.start } else { branch.span.start };
                    let made = self.node("If", Some(Span::new(start, stmt.span.end)), &fields)?;
                    orelse = Value::list(vec![made.clone()]);
                    if place == 0 {
                        return Ok(made);
                    }
                }
                Err(raise!(ValueError, "an if without branches"))
            }
            StmtKind::With { items, body, is_async } => node(
                if *is_async { "AsyncWith" } else { "With" },
                &[
                    ("items", self.list(items, |item| self.with_item(item))?),
                    ("body", self.body(body)?),
                    ("type_comment", Value::None),
                ],
            ),
            StmtKind::Match { subject, cases } => {
                node("Match", &[("subject", self.load(subject)?), ("cases", self.list(cases, |case| self.case(case))?)])
            }
            StmtKind::Raise { exception, cause } => {
                node("Raise", &[("exc", self.optional(exception.as_ref())?), ("cause", self.optional(cause.as_ref())?)])
            }
            StmtKind::Try(guarded) => node(
                if guarded.is_star { "TryStar" } else { "Try" },
                &[
                    ("body", self.body(&guarded.body)?),
                    ("handlers", self.list(&guarded.handlers, |handler| self.handler(handler))?),
                    ("orelse", self.body(&guarded.orelse)?),
                    ("finalbody", self.body(&guarded.finalbody)?),
                ],
            ),
            StmtKind::Assert { test, message } => {
                node("Assert", &[("test", self.load(test)?), ("msg", self.optional(message.as_ref())?)])
            }
            StmtKind::Import(names) => node("Import", &[("names", self.list(names, |alias| self.alias(alias))?)]),
            StmtKind::ImportFrom { module, names, level } => node(
                "ImportFrom",
                &[
                    ("module", module.as_deref().map_or(Value::None, text)),
                    ("names", self.list(names, |alias| self.alias(alias))?),
                    ("level", Value::int((*level).into())),
                ],
            ),
            StmtKind::Global(names) => node("Global", &[("names", self.list(names, |name| Ok(text(&name.id)))?)]),
            StmtKind::Nonlocal(names) => node("Nonlocal", &[("names", self.list(names, |name| Ok(text(&name.id)))?)]),
            StmtKind::Expr(value) => node("Expr", &[("value", self.load(value)?)]),
            StmtKind::Pass => node("Pass", &[]),
            StmtKind::Break => node("Break", &[]),
            StmtKind::Continue => node("Continue", &[]),
        }
    }

    fn with_item(&self, item: &WithItem) -> Res {
        let target = item.target.as_ref().map_or(Ok(Value::None), |target| self.stored(target))?;
        self.node("withitem", None, &[("context_expr", self.load(&item.context)?), ("optional_vars", target)])
    }

    fn handler(&self, handler: &ExceptHandler) -> Res {
        let fields = [
            ("type", self.optional(handler.kind.as_ref())?),
            ("name", name_or_none(handler.name.as_ref())),
            ("body", self.body(&handler.body)?),
        ];
        self.node("ExceptHandler", Some(handler.span), &fields)
    }

    fn alias(&self, alias: &Alias) -> Res {
        let asname = alias.asname.as_deref().map_or(Value::None, text);
        self.node("alias", Some(alias.span), &[("name", text(&alias.name)), ("asname", asname)])
    }

    fn case(&self, case: &MatchCase) -> Res {
        let fields = [
            ("pattern", self.pattern(&case.pattern)?),
            ("guard", self.optional(case.guard.as_ref())?),
            ("body", self.body(&case.body)?),
        ];
        self.node("match_case", None, &fields)
    }

    fn pattern(&self, pattern: &Pattern) -> Res {
        let node = |kind: &str, fields: Fields| self.node(kind, Some(pattern.span), fields);
        let patterns = |patterns: &[Pattern]| self.list(patterns, |pattern| self.pattern(pattern));
        match &pattern.kind {
            PatternKind::Value(value) => node("MatchValue", &[("value", self.load(value)?)]),
            PatternKind::Singleton(value) => node("MatchSingleton", &[("value", constant(value))]),
            PatternKind::Sequence(parts) => node("MatchSequence", &[("patterns", patterns(parts)?)]),
            PatternKind::Mapping { items, rest } => node(
                "MatchMapping",
                &[
                    ("keys", self.list(items, |(key, _)| self.load(key))?),
                    ("patterns", self.list(items, |(_, pattern)| self.pattern(pattern))?),
                    ("rest", name_or_none(rest.as_ref())),
                ],
            ),
            PatternKind::Class { cls, patterns: positional, keywords } => node(
                "MatchClass",
                &[
                    ("cls", self.load(cls)?),
                    ("patterns", patterns(positional)?),
                    ("kwd_attrs", self.list(keywords, |(name, _)| Ok(text(&name.id)))?),
                    ("kwd_patterns", self.list(keywords, |(_, pattern)| self.pattern(pattern))?),
                ],
            ),
            PatternKind::Star(name) => node("MatchStar", &[("name", name_or_none(name.as_ref()))]),
            PatternKind::As { pattern, name } => {
                let inner = pattern.as_ref().map_or(Ok(Value::None), |pattern| self.pattern(pattern))?;
                node("MatchAs", &[("pattern", inner), ("name", name_or_none(name.as_ref()))])
            }
            PatternKind::Or(parts) => node("MatchOr", &[("patterns", patterns(parts)?)]),
        }
    }

    fn operator(&self, kind: &str) -> Res {
        self.node(kind, None, &[])
    }

    fn keywords(&self, keywords: &[Keyword]) -> Res {
        self.list(keywords, |keyword| {
            let name = keyword.name.as_deref().map_or(Value::None, text);
            self.node("keyword", Some(keyword.span), &[("arg", name), ("value", self.load(&keyword.value)?)])
        })
    }

    fn parameter(&self, parameter: &Parameter) -> Res {
        let annotation = parameter.annotation.as_ref();
        let span = annotation.map_or(parameter.name.span, |annotation| parameter.name.span.to(annotation.span));
        let fields = [
            ("arg", text(&parameter.name.id)),
            ("annotation", self.optional(annotation)?),
            ("type_comment", Value::None),
        ];
        self.node("arg", Some(span), &fields)
    }

    fn arguments(&self, arguments: &Arguments) -> Res {
        let all = |parameters: &[Parameter]| self.list(parameters, |parameter| self.parameter(parameter));
        let one = |parameter: Option<&Parameter>| parameter.map_or(Ok(Value::None), |found| self.parameter(found));
        let positional = arguments.positional_only.iter().chain(&arguments.positional);
        let defaults: Vec<&Expr> = positional.filter_map(|parameter| parameter.default.as_ref()).collect();
        let fields = [
            ("posonlyargs", all(&arguments.positional_only)?),
            ("args", all(&arguments.positional)?),
            ("vararg", one(arguments.variadic.as_deref())?),
            ("kwonlyargs", all(&arguments.keyword_only)?),
            ("kw_defaults", self.list(&arguments.keyword_only, |parameter| self.optional(parameter.default.as_ref()))?),
            ("kwarg", one(arguments.keywords.as_deref())?),
            ("defaults", self.list(&defaults, |default| self.load(default))?),
        ];
        self.node("arguments", None, &fields)
    }

    fn generators(&self, generators: &[Generator]) -> Res {
        self.list(generators, |each| {
            let fields = [
                ("target", self.stored(&each.target)?),
                ("iter", self.load(&each.iter)?),
                ("ifs", self.loads(&each.ifs)?),
                ("is_async", Value::int(each.is_async.into())),
            ];
            self.node("comprehension", None, &fields)
        })
    }

    fn expr(&self, expr: &Expr, used: Use) -> Res {
        let node = |kind: &str, fields: Fields| self.node(kind, Some(expr.span), fields);
        let context = || {
            self.operator(match used {
                Use::Load => "Load",
                Use::Store => "Store",
                Use::Del => "Del",
            })
        };
        let collected = |kind: &str, comprehension: &Comprehension| {
            let generators = self.generators(&comprehension.generators)?;
            node(kind, &[("elt", self.load(&comprehension.element)?), ("generators", generators)])
        };
        match &expr.kind {
            ExprKind::BoolOp { op, values } => {
                node("BoolOp", &[("op", self.operator(&format!("{op:?}"))?), ("values", self.loads(values)?)])
            }
            ExprKind::NamedExpr { target, value } => {
                node("NamedExpr", &[("target", self.stored(target)?), ("value", self.load(value)?)])
            }
            ExprKind::BinOp { left, op, right } => node(
                "BinOp",
                &[("left", self.load(left)?), ("op", self.operator(&format!("{op:?}"))?), ("right", self.load(right)?)],
            ),
            ExprKind::UnaryOp { op, operand } => {
                node("UnaryOp", &[("op", self.operator(&format!("{op:?}"))?), ("operand", self.load(operand)?)])
            }
            ExprKind::Lambda { arguments, body } => {
                node("Lambda", &[("args", self.arguments(arguments)?), ("body", self.load(body)?)])
            }
            ExprKind::IfExp { test, body, orelse } => {
                node("IfExp", &[("test", self.load(test)?), ("body", self.load(body)?), ("orelse", self.load(orelse)?)])
            }
            ExprKind::Dict(items) => node(
                "Dict",
                &[
                    ("keys", self.list(items, |item| self.optional(item.key.as_ref()))?),
                    ("values", self.list(items, |item| self.load(&item.value))?),
                ],
            ),
            ExprKind::Set(items) => node("Set", &[("elts", self.loads(items)?)]),
            ExprKind::ListComp(comprehension) => collected("ListComp", comprehension),
            ExprKind::SetComp(comprehension) => collected("SetComp", comprehension),
            ExprKind::GeneratorExp(comprehension) => collected("GeneratorExp", comprehension),
            ExprKind::DictComp(comprehension) => node(
                "DictComp",
                &[
                    ("key", self.load(&comprehension.key)?),
                    ("value", self.load(&comprehension.value)?),
                    ("generators", self.generators(&comprehension.generators)?),
                ],
            ),
            ExprKind::Await(value) => node("Await", &[("value", self.load(value)?)]),
            ExprKind::Yield(value) => node("Yield", &[("value", self.optional(value.as_deref())?)]),
            ExprKind::YieldFrom(value) => node("YieldFrom", &[("value", self.load(value)?)]),
            ExprKind::Compare { left, ops, comparators } => node(
                "Compare",
                &[
                    ("left", self.load(left)?),
                    ("ops", self.list(ops, |op| self.operator(&format!("{op:?}")))?),
                    ("comparators", self.loads(comparators)?),
                ],
            ),
            ExprKind::Call { func, args, keywords } => node(
                "Call",
                &[("func", self.load(func)?), ("args", self.loads(args)?), ("keywords", self.keywords(keywords)?)],
            ),
            ExprKind::JoinedStr(parts) => self.joined(parts, expr.span),
            ExprKind::Constant(value) => {
                let start = self.source.slice(expr.span).as_bytes();
                let is_marked = matches!(start, [b'u', b'"' | b'\'', ..]);
                let kind = if is_marked { text("u") } else { Value::None };
                node("Constant", &[("value", constant(value)), ("kind", kind)])
            }
            ExprKind::Attribute { value, attribute } => {
                node("Attribute", &[("value", self.load(value)?), ("attr", text(&attribute.id)), ("ctx", context()?)])
            }
            ExprKind::Subscript { value, slice } => {
                node("Subscript", &[("value", self.load(value)?), ("slice", self.load(slice)?), ("ctx", context()?)])
            }
            ExprKind::Starred(value) => node("Starred", &[("value", self.expr(value, used)?), ("ctx", context()?)]),
            ExprKind::Name(id) => node("Name", &[("id", text(id)), ("ctx", context()?)]),
            ExprKind::List(items) => {
                node("List", &[("elts", self.list(items, |item| self.expr(item, used))?), ("ctx", context()?)])
            }
            ExprKind::Tuple(items) => {
                node("Tuple", &[("elts", self.list(items, |item| self.expr(item, used))?), ("ctx", context()?)])
            }
            ExprKind::Slice { lower, upper, step } => node(
                "Slice",
                &[
                    ("lower", self.optional(lower.as_deref())?),
                    ("upper", self.optional(upper.as_deref())?),
                    ("step", self.optional(step.as_deref())?),
                ],
            ),
        }
    }

    fn joined(&self, parts: &[FStringPart], span: Span) -> Res {
        let values = self.list(parts, |part| match part {
            FStringPart::Literal(literal) => {
                self.node("Constant", Some(span), &[("value", text(literal)), ("kind", Value::None)])
            }
            FStringPart::Formatted { value, conversion, spec, .. } => {
                let letter = match conversion {
                    None => -1,
                    Some(Conversion::Str) => b's'.into(),
                    Some(Conversion::Repr) => b'r'.into(),
                    Some(Conversion::Ascii) => b'a'.into(),
                };
                let spec = spec.as_ref().map_or(Ok(Value::None), |spec| self.joined(spec, span))?;
                let fields = [("value", self.load(value)?), ("conversion", Value::int(letter)), ("format_spec", spec)];
                self.node("FormattedValue", Some(span), &fields)
            }
        })?;
        self.node("JoinedStr", Some(span), &[("values", values)])
    }
}

fn constant(value: &Constant) -> Value {
    match value {
        Constant::None => Value::None,
        Constant::Bool(truth) => Value::bool(*truth),
        Constant::Int(number) => Value::int(*number),
        Constant::BigInt(number) => Value::big((**number).clone()),
        Constant::Float(number) => Value::float(*number),
        Constant::Imaginary(number) => Value::complex(0.0, *number),
        Constant::Str(literal) => text(literal),
        Constant::Bytes(bytes) => Value::bytes(bytes),
        Constant::Ellipsis => Value::ellipsis(),
    }
}
