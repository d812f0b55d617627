//! In: a tree. Out: the first statement or expression that the grammar admits, but not where it stands:
//! `return` outside a function, a starred expression outside a list, a second `name=` in a call.
//!
//! What depends on which scope a name belongs to is the resolver's business.

use super::key::{Key, key as constant_key};
use crate::error::SyntaxError;
use crate::source::Span;
use crate::syntax::tree::*;
use std::borrow::Cow;

type Verdict = Result<(), SyntaxError>;

/// Checks a whole module.
pub fn validate(module: &Module) -> Verdict {
    futures(&module.body)?;
    let mut walk = Walk {
        scope: Scope::Outside,
        in_loop: false,
        in_star_handler: false,
        async_generator: false,
        awaits: false,
        blocks: 0,
    };
    walk.body(&module.body)
}

fn fail<T>(message: impl Into<Cow<'static, str>>, span: Span) -> Result<T, SyntaxError> {
    Err(SyntaxError::new(message, span))
}

/// What encloses a statement or expression most closely.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// A module or class.
    Outside,
    Function,
    AsyncFunction,
    /// A comprehension; its name for messages, and whether what encloses it may await.
    Comprehension(&'static str),
}

struct Walk {
    scope: Scope,
    in_loop: bool,
    in_star_handler: bool,
    async_generator: bool,
    /// Whether something was awaited.
    awaits: bool,
    /// How many loops, `try`s and `with`s are around.
    blocks: u32,
}

/// More cannot stand inside one another.
const MOST_BLOCKS: u32 = 20;

/// `from __future__ import` must come first, and must ask for what exists.
fn futures(body: &[Stmt]) -> Verdict {
    const FEATURES: [&str; 10] = [
        "nested_scopes",
        "generators",
        "division",
        "absolute_import",
        "with_statement",
        "print_function",
        "unicode_literals",
        "barry_as_FLUFL",
        "generator_stop",
        "annotations",
    ];
    let mut late = false;
    for (index, stmt) in body.iter().enumerate() {
        match &stmt.kind {
            StmtKind::ImportFrom { module: Some(module), names, level: 0 } if &**module == "__future__" => {
                if late {
                    let message = "from __future__ imports must occur at the beginning of the file";
                    return fail(message, stmt.span);
                }
                for alias in names {
                    let first = Span::new(stmt.span.start, stmt.span.start + 1);
                    if &*alias.name == "braces" {
                        return fail("not a chance", first);
                    }
                    if !FEATURES.contains(&&*alias.name) {
                        return fail(format!("future feature {} is not defined", alias.name), first);
                    }
                }
            }
            StmtKind::Expr(Expr { kind: ExprKind::Constant(Constant::Str(_)), .. }) if index == 0 => {}
            _ => late = true,
        }
    }
    Ok(())
}

impl Walk {
    fn body(&mut self, body: &[Stmt]) -> Verdict {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    /// Checks what stands inside so many more blocks.
    fn enclosed(&mut self, blocks: u32, span: Span, check: impl FnOnce(&mut Walk) -> Verdict) -> Verdict {
        self.blocks += blocks;
        if self.blocks > MOST_BLOCKS {
            return fail("too many statically nested blocks", span);
        }
        check(self)?;
        self.blocks -= blocks;
        Ok(())
    }

    fn looped(&mut self, body: &[Stmt]) -> Verdict {
        let (in_loop, in_star) = (self.in_loop, self.in_star_handler);
        (self.in_loop, self.in_star_handler) = (true, false);
        let verdict = self.body(body);
        (self.in_loop, self.in_star_handler) = (in_loop, in_star);
        verdict
    }

    /// Checks the inside of a scope of its own.
    fn within<T>(&mut self, scope: Scope, check: impl FnOnce(&mut Walk) -> T) -> T {
        let mut inner =
            Walk { scope, in_loop: false, in_star_handler: false, async_generator: false, awaits: false, blocks: 0 };
        check(&mut inner)
    }

    fn stmt(&mut self, stmt: &Stmt) -> Verdict {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::FunctionDef(def) => {
                self.stored(&def.name.id, span)?;
                self.exprs(&def.decorators)?;
                self.arguments(&def.arguments)?;
                self.optional(def.returns.as_ref())?;
                let scope = match def.is_async {
                    true => Scope::AsyncFunction,
                    false => Scope::Function,
                };
                self.within(scope, |inner| {
                    inner.async_generator = def.is_async && yields(&def.body);
                    inner.body(&def.body)
                })
            }
            StmtKind::ClassDef(def) => {
                self.stored(&def.name.id, span)?;
                self.exprs(&def.decorators)?;
                self.call_arguments(&def.bases, &def.keywords)?;
                self.within(Scope::Outside, |inner| inner.body(&def.body))
            }
            StmtKind::Return(value) => {
                if !matches!(self.scope, Scope::Function | Scope::AsyncFunction) {
                    return fail("'return' outside function", span);
                }
                if self.async_generator && value.is_some() {
                    return fail("'return' with value in async generator", span);
                }
                self.leaves_handler(span)?;
                self.optional(value.as_ref())
            }
            StmtKind::Break if !self.in_loop => {
                self.leaves_handler(span)?;
                fail("'break' outside loop", span)
            }
            StmtKind::Continue if !self.in_loop => {
                self.leaves_handler(span)?;
                fail("'continue' not properly in loop", span)
            }
            StmtKind::Break | StmtKind::Continue => self.leaves_handler(span),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.target(target)),
            StmtKind::Assign { targets, value } => {
                self.expr(value)?;
                targets.iter().try_for_each(|target| self.target(target))
            }
            StmtKind::AugAssign(each) => {
                self.target(&each.target)?;
                self.expr(&each.value)
            }
            StmtKind::AnnAssign(each) => {
                self.optional(each.value.as_ref())?;
                self.target(&each.target)?;
                self.expr(&each.annotation)
            }
            StmtKind::For(each) => {
                if each.is_async {
                    self.asynchronous("'async for'", span)?;
                }
                self.expr(&each.iter)?;
                self.target(&each.target)?;
                self.enclosed(1, span, |this| this.looped(&each.body))?;
                self.body(&each.orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test)?;
                self.enclosed(1, span, |this| this.looped(body))?;
                self.body(orelse)
            }
            StmtKind::If { branches, orelse } => {
                for branch in branches {
                    self.expr(&branch.test)?;
                    self.body(&branch.body)?;
                }
                self.body(orelse)
            }
            StmtKind::With { items, body, is_async } => {
                if *is_async {
                    self.asynchronous("'async with'", span)?;
                }
                for item in items {
                    self.expr(&item.context)?;
                    if let Some(target) = &item.target {
                        self.target(target)?;
                    }
                }
                self.enclosed(items.len() as u32, span, |this| this.body(body))
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                for (index, case) in cases.iter().enumerate() {
                    let last = index + 1 == cases.len();
                    self.pattern(&case.pattern, last || case.guard.is_some(), &mut Vec::new())?;
                    self.optional(case.guard.as_ref())?;
                    self.body(&case.body)?;
                }
                Ok(())
            }
            StmtKind::Raise { exception, cause } => {
                self.optional(exception.as_ref())?;
                self.optional(cause.as_ref())
            }
            StmtKind::Try(each) => self.try_stmt(each, span),
            StmtKind::Assert { test, message } => {
                self.expr(test)?;
                self.optional(message.as_ref())
            }
            StmtKind::ImportFrom { names, .. } => {
                let star = names.iter().find(|alias| &*alias.name == "*");
                match star.filter(|_| self.scope != Scope::Outside) {
                    Some(star) => fail("import * only allowed at module level", star.span),
                    None => self.imported(names),
                }
            }
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::Import(names) => self.imported(names),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Pass => Ok(()),
        }
    }

    fn try_stmt(&mut self, each: &Try, span: Span) -> Verdict {
        let finally = u32::from(!each.finalbody.is_empty());
        let handlers = u32::from(!each.handlers.is_empty());
        self.enclosed(finally + handlers, span, |this| this.body(&each.body))?;
        let last = each.handlers.len().saturating_sub(1);
        for (index, handler) in each.handlers.iter().enumerate() {
            if handler.kind.is_none() && index < last {
                return fail("default 'except:' must be last", handler.span);
            }
            self.optional(handler.kind.as_ref())?;
            let (in_loop, in_star) = (self.in_loop, self.in_star_handler);
            self.in_star_handler |= each.is_star;
            let verdict = self.enclosed(finally + 2, handler.span, |this| this.body(&handler.body));
            (self.in_loop, self.in_star_handler) = (in_loop, in_star);
            verdict?;
        }
        self.enclosed(finally, span, |this| this.body(&each.orelse))?;
        self.enclosed(finally, span, |this| this.body(&each.finalbody))
    }

    fn leaves_handler(&self, span: Span) -> Verdict {
        match self.in_star_handler {
            true => fail("'break', 'continue' and 'return' cannot appear in an except* block", span),
            false => Ok(()),
        }
    }

    fn asynchronous(&self, what: &str, span: Span) -> Verdict {
        match self.scope {
            Scope::AsyncFunction => Ok(()),
            _ => fail(format!("{what} outside async function"), span),
        }
    }

    fn arguments(&mut self, arguments: &Arguments) -> Verdict {
        for parameter in arguments.all() {
            self.stored(&parameter.name.id, parameter.name.span)?;
            self.optional(parameter.default.as_ref())?;
            match &parameter.annotation {
                // `*args: *Ts` is the one annotation that may be starred.
                Some(Expr { kind: ExprKind::Starred(value), .. }) => self.expr(value)?,
                annotation => self.optional(annotation.as_ref())?,
            }
        }
        Ok(())
    }

    fn imported(&self, names: &[Alias]) -> Verdict {
        names.iter().try_for_each(|alias| self.stored(alias.asname.as_deref().unwrap_or(&alias.name), alias.span))
    }

    fn stored(&self, name: &str, span: Span) -> Verdict {
        match name == "__debug__" {
            true => fail("cannot assign to __debug__", span),
            false => Ok(()),
        }
    }

    // ---- Targets ------------------------------------------------------------------------------------

    fn target(&mut self, target: &Expr) -> Verdict {
        match &target.kind {
            ExprKind::Starred(_) => fail("starred assignment target must be in a list or tuple", target.span),
            _ => self.part_of_target(target),
        }
    }

    fn part_of_target(&mut self, target: &Expr) -> Verdict {
        match &target.kind {
            ExprKind::Name(name) => self.stored(name, target.span),
            ExprKind::Attribute { value, attribute } => {
                self.expr(value)?;
                self.stored(&attribute.id, target.span)
            }
            ExprKind::Starred(value) => self.target(value),
            ExprKind::List(parts) | ExprKind::Tuple(parts) => {
                let is_starred = |part: &&Expr| matches!(part.kind, ExprKind::Starred(_));
                if parts.iter().filter(is_starred).count() > 1 {
                    return fail("multiple starred expressions in assignment", target.span);
                }
                parts.iter().try_for_each(|part| self.part_of_target(part))
            }
            _ => self.expr(target),
        }
    }

    // ---- Expressions --------------------------------------------------------------------------------

    fn exprs(&mut self, exprs: &[Expr]) -> Verdict {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    fn optional(&mut self, expr: Option<&Expr>) -> Verdict {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    /// Elements of a display or arguments of a call, which may be starred.
    fn elements(&mut self, elements: &[Expr]) -> Verdict {
        elements.iter().try_for_each(|element| match &element.kind {
            ExprKind::Starred(value) => self.expr(value),
            _ => self.expr(element),
        })
    }

    fn call_arguments(&mut self, args: &[Expr], keywords: &[Keyword]) -> Verdict {
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.name else { continue };
            self.stored(name, keyword.span)?;
            if let Some(again) = keywords[index + 1..].iter().find(|other| other.name.as_ref() == Some(name)) {
                return fail(format!("keyword argument repeated: {name}"), again.span);
            }
        }
        self.elements(args)?;
        keywords.iter().try_for_each(|keyword| self.expr(&keyword.value))
    }

    fn expr(&mut self, expr: &Expr) -> Verdict {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Constant(_) | ExprKind::Name(_) => Ok(()),
            ExprKind::BoolOp { values, .. } => self.exprs(values),
            ExprKind::NamedExpr { target, value } => {
                self.expr(value)?;
                self.part_of_target(target)
            }
            ExprKind::BinOp { left, right, .. } => {
                self.expr(left)?;
                self.expr(right)
            }
            ExprKind::UnaryOp { operand, .. } => self.expr(operand),
            ExprKind::Lambda { arguments, body } => {
                self.arguments(arguments)?;
                self.within(Scope::Function, |inner| inner.expr(body))
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(test)?;
                self.expr(body)?;
                self.expr(orelse)
            }
            ExprKind::Dict(items) => items.iter().try_for_each(|item| {
                self.optional(item.key.as_ref())?;
                self.expr(&item.value)
            }),
            ExprKind::Set(elements) | ExprKind::List(elements) | ExprKind::Tuple(elements) => self.elements(elements),
            ExprKind::ListComp(each) => {
                self.comprehension("list comprehension", [&each.element], &each.generators, span)
            }
            ExprKind::SetComp(each) => self.comprehension("set comprehension", [&each.element], &each.generators, span),
            ExprKind::GeneratorExp(each) => {
                self.comprehension("generator expression", [&each.element], &each.generators, span)
            }
            ExprKind::DictComp(each) => {
                let element = [&each.key, &each.value];
                self.comprehension("dict comprehension", element, &each.generators, span)
            }
            ExprKind::Await(value) => {
                match self.scope {
                    Scope::Outside => return fail("'await' outside function", span),
                    Scope::Function => return fail("'await' outside async function", span),
                    _ => self.awaits = true,
                }
                self.expr(value)
            }
            ExprKind::Yield(value) => {
                self.may_yield(span)?;
                self.optional(value.as_deref())
            }
            ExprKind::YieldFrom(value) => {
                self.may_yield(span)?;
                if self.scope == Scope::AsyncFunction {
                    return fail("'yield from' inside async function", span);
                }
                self.expr(value)
            }
            ExprKind::Compare { left, comparators, .. } => {
                self.expr(left)?;
                self.exprs(comparators)
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(func)?;
                self.call_arguments(args, keywords)
            }
            ExprKind::JoinedStr(parts) => self.parts(parts),
            ExprKind::Attribute { value, .. } => self.expr(value),
            ExprKind::Subscript { value, slice } => {
                self.expr(value)?;
                self.expr(slice)
            }
            ExprKind::Starred(_) => fail("can't use starred expression here", span),
            ExprKind::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().try_for_each(|part| self.optional(part.as_deref()))
            }
        }
    }

    fn parts(&mut self, parts: &[FStringPart]) -> Verdict {
        for part in parts {
            if let FStringPart::Formatted { value, spec, .. } = part {
                self.expr(value)?;
                self.parts(spec.as_deref().unwrap_or_default())?;
            }
        }
        Ok(())
    }

    fn may_yield(&self, span: Span) -> Verdict {
        match self.scope {
            Scope::Outside => fail("'yield' outside function", span),
            Scope::Comprehension(kind) => fail(format!("'yield' inside {kind}"), span),
            _ => Ok(()),
        }
    }

    fn comprehension<const N: usize>(
        &mut self,
        kind: &'static str,
        element: [&Expr; N],
        generators: &[Generator],
        span: Span,
    ) -> Verdict {
        // The first iterable belongs to the enclosing scope.
        if let Some(first) = generators.first() {
            self.expr(&first.iter)?;
        }
        let awaits = self.within(Scope::Comprehension(kind), |inner| {
            for (index, each) in generators.iter().enumerate() {
                inner.awaits |= each.is_async;
                inner.target(&each.target)?;
                if index > 0 {
                    inner.expr(&each.iter)?;
                }
                inner.exprs(&each.ifs)?;
            }
            element.iter().try_for_each(|part| inner.expr(part))?;
            Ok(inner.awaits)
        })?;
        if !awaits || kind == "generator expression" {
            return Ok(());
        }
        self.awaits = true;
        match self.scope {
            Scope::Outside | Scope::Function => {
                fail("asynchronous comprehension outside of an asynchronous function", span)
            }
            _ => Ok(()),
        }
    }

    // ---- Patterns -----------------------------------------------------------------------------------

    /// Checks a pattern; `open` says that it may match everything, `bound` gathers the names it binds.
    fn pattern(&mut self, pattern: &Pattern, open: bool, bound: &mut Vec<Identifier>) -> Verdict {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(_) | PatternKind::Singleton(_) => Ok(()),
            PatternKind::As { pattern: None, name: None } => match open {
                true => Ok(()),
                false => fail("wildcard makes remaining patterns unreachable", span),
            },
            PatternKind::As { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(pattern, open, bound)?;
                } else if let (false, Some(name)) = (open, name) {
                    let message = format!("name capture '{}' makes remaining patterns unreachable", name.id);
                    return fail(message, span);
                }
                self.bind(name.as_ref(), span, bound)
            }
            PatternKind::Star(name) => self.bind(name.as_ref(), span, bound),
            PatternKind::Sequence(items) => {
                let is_star = |item: &&Pattern| matches!(item.kind, PatternKind::Star(_));
                if items.iter().filter(is_star).count() > 1 {
                    return fail("multiple starred names in sequence pattern", span);
                }
                items.iter().try_for_each(|item| self.pattern(item, true, bound))
            }
            PatternKind::Mapping { items, rest } => {
                let mut seen: Vec<Key> = Vec::new();
                for (key, _) in items {
                    if matches!(key.kind, ExprKind::JoinedStr(_)) {
                        return fail("mapping pattern keys may only match literals and attribute lookups", span);
                    }
                    if let Some((key, text)) = constant_key(key) {
                        if seen.contains(&key) {
                            return fail(format!("mapping pattern checks duplicate key ({text})"), span);
                        }
                        seen.push(key);
                    }
                    self.expr(key)?;
                }
                items.iter().try_for_each(|(_, value)| self.pattern(value, true, bound))?;
                self.bind(rest.as_ref(), span, bound)
            }
            PatternKind::Class { cls, patterns, keywords } => {
                for (index, (name, _)) in keywords.iter().enumerate() {
                    let mut later = keywords[index + 1..].iter();
                    if let Some((_, again)) = later.find(|(other, _)| other.id == name.id) {
                        let message = format!("attribute name repeated in class pattern: {}", name.id);
                        return fail(message, again.span);
                    }
                }
                self.expr(cls)?;
                patterns.iter().try_for_each(|item| self.pattern(item, true, bound))?;
                keywords.iter().try_for_each(|(_, item)| self.pattern(item, true, bound))
            }
            PatternKind::Or(items) => self.alternatives(items, open, span, bound),
        }
    }

    fn alternatives(&mut self, items: &[Pattern], open: bool, span: Span, bound: &mut Vec<Identifier>) -> Verdict {
        let mut first: Option<Vec<Identifier>> = None;
        for (index, item) in items.iter().enumerate() {
            let mut names = Vec::new();
            self.pattern(item, open && index + 1 == items.len(), &mut names)?;
            names.sort();
            match &first {
                None => first = Some(names),
                Some(first) if *first != names => {
                    return fail("alternative patterns bind different names", last_part(item).span);
                }
                Some(_) => {}
            }
        }
        for name in first.unwrap_or_default() {
            self.bind_id(&name, span, bound)?;
        }
        Ok(())
    }

    fn bind(&self, name: Option<&Name>, span: Span, bound: &mut Vec<Identifier>) -> Verdict {
        name.map_or(Ok(()), |name| self.bind_id(&name.id, span, bound))
    }

    fn bind_id(&self, name: &Identifier, span: Span, bound: &mut Vec<Identifier>) -> Verdict {
        self.stored(name, span)?;
        if bound.contains(name) {
            return fail(format!("multiple assignments to name '{name}' in pattern"), span);
        }
        bound.push(name.clone());
        Ok(())
    }
}

/// The part of a pattern that CPython compiles last.
fn last_part(pattern: &Pattern) -> &Pattern {
    let part = match &pattern.kind {
        PatternKind::Sequence(items) | PatternKind::Or(items) => items.last(),
        PatternKind::Mapping { items, rest: None } => items.last().map(|(_, value)| value),
        PatternKind::Class { patterns, keywords, .. } => keywords.last().map(|(_, value)| value).or(patterns.last()),
        _ => None,
    };
    part.map_or(pattern, last_part)
}

/// Whether statements hold a `yield` of the function they are the body of.
fn yields(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match &stmt.kind {
        StmtKind::Expr(value) => is_yield(value),
        StmtKind::Assign { value, .. } => is_yield(value),
        StmtKind::AugAssign(each) => is_yield(&each.value),
        StmtKind::AnnAssign(each) => each.value.as_ref().is_some_and(is_yield),
        StmtKind::For(each) => yields(&each.body) || yields(&each.orelse),
        StmtKind::While { body, orelse, .. } => yields(body) || yields(orelse),
        StmtKind::If { branches, orelse } => branches.iter().any(|branch| yields(&branch.body)) || yields(orelse),
        StmtKind::With { body, .. } => yields(body),
        StmtKind::Match { cases, .. } => cases.iter().any(|case| yields(&case.body)),
        StmtKind::Try(each) => [&each.body, &each.orelse, &each.finalbody]
            .into_iter()
            .chain(each.handlers.iter().map(|handler| &handler.body))
            .any(|body| yields(body)),
        _ => false,
    })
}

fn is_yield(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Yield(_) | ExprKind::YieldFrom(_))
}
