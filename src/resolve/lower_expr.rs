//! Syntax tree → resolved tree: expressions. What an expression computes stays an expression; its effects become
//! statements in front of the one being lowered, operands that were evaluated earlier waiting in hidden slots.

use std::sync::Arc;

use super::fold::{fold_binary, fold_negative};
use super::lower::{Lower, Lowered, binary_op, unsupported};
use super::lower_loop::ForTarget;
use super::lower_text::template;
use super::scope::ScopeId;
use super::tree::*;
use crate::error::SyntaxError;
use crate::source::Span;
use crate::syntax::tree as ast;

/// Small helpers.
impl Lower<'_> {
    pub(super) fn make(&mut self, span: Span, kind: ExprKind) -> Expr {
        Expr { id: self.expression_id(), span, kind }
    }

    /// Where an attribute or a call of it is said to stand: from its name on, if that is on a later line than what it is of.
    fn behind_lines(&self, span: Span, attribute: &ast::Name) -> Span {
        match self.source.line(span.start) == self.source.line(attribute.span.start) {
            true => span,
            false => Span::new(attribute.span.start, span.end),
        }
    }

    pub(super) fn none(&mut self, span: Span) -> Expr {
        self.make(span, ExprKind::Constant(Constant::None))
    }

    /// Reads a variable.
    pub(super) fn read(&mut self, span: Span, place: Place) -> Expr {
        let kind = match place {
            Place::Local(slot) => ExprKind::Local(slot),
            Place::Cell(slot) => ExprKind::Cell(slot),
            Place::Global(slot) => ExprKind::Global(slot),
        };
        self.make(span, kind)
    }

    /// Notes that a statement's effect takes the value out of its temporary.
    pub(super) fn consume(&mut self, value: &Expr) {
        if let ExprKind::Temporary(slot) = value.kind {
            self.function.stale.retain(|&stale| stale != slot);
        }
    }

    /// Stores a value in a hidden slot that is emptied at the end of the statement.
    pub(super) fn pin_into_temporary(&mut self, value: Expr) -> Slot {
        let slot = self.temporary();
        let span = value.span;
        self.consume(&value);
        self.emit(span, StmtKind::Assign(Place::Local(slot), value));
        self.function.stale.push(slot);
        slot
    }

    /// Keeps `value`, evaluated now, over the effects of an operand that is evaluated later.
    pub(super) fn pin(&mut self, value: Expr) -> Expr {
        let walrus = self.scopes.get(self.function.frame).has_walrus;
        match &value.kind {
            ExprKind::Constant(_) | ExprKind::Temporary(_) => value,
            ExprKind::Local(slot) if self.is_assigned(*slot) && !walrus => value,
            _ => {
                let span = value.span;
                let slot = self.pin_into_temporary(value);
                self.make(span, ExprKind::Temporary(slot))
            }
        }
    }

    /// Keeps `value` if any of `later` has an effect.
    pub(super) fn pin_before(&mut self, value: Expr, later: &[&ast::Expr]) -> Expr {
        if self.any_effect(later.iter().copied()) { self.pin(value) } else { value }
    }

    /// Lowers expressions that are evaluated left to right.
    pub(super) fn operands(&mut self, parts: &[&ast::Expr]) -> Lowered<Vec<Expr>> {
        let last_effect = parts.iter().rposition(|part| self.has_effect(part)).unwrap_or(0);
        let mut done = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            let value = self.expr(part)?;
            done.push(if index < last_effect { self.pin(value) } else { value });
        }
        Ok(done)
    }

    /// Lowers expressions that are evaluated now and used after other effects.
    pub(super) fn pinned_operands(&mut self, parts: &[&ast::Expr]) -> Lowered<Vec<Expr>> {
        parts.iter().map(|part| self.expr(part).map(|value| self.pin(value))).collect()
    }

    fn pair(&mut self, left: &ast::Expr, right: &ast::Expr) -> Lowered<(Box<Expr>, Box<Expr>)> {
        let mut parts = self.operands(&[left, right])?.into_iter();
        let mut next = || Box::new(parts.next().expect("two operands"));
        Ok((next(), next()))
    }

    /// The result of a statement that was just emitted, in a hidden slot.
    pub(super) fn result(&mut self, span: Span, slot: Slot) -> Expr {
        self.function.stale.push(slot);
        self.make(span, ExprKind::Temporary(slot))
    }
}

/// Expressions.
impl Lower<'_> {
    /// Lowers an expression; what it does apart from computing is emitted first.
    pub(super) fn expr(&mut self, expr: &ast::Expr) -> Lowered<Expr> {
        let span = expr.span;
        if let Some(consumed) = self.consumed(expr) {
            return self.consume_items(expr, &consumed);
        }
        let kind = match &expr.kind {
            ast::ExprKind::Constant(constant) => ExprKind::Constant(self.constant(constant)),
            ast::ExprKind::Name(name) if &**name == "__debug__" => ExprKind::Constant(Constant::Bool(true)),
            ast::ExprKind::Name(name) if self.is_named(name) => return Ok(self.read_named(span, name)),
            ast::ExprKind::Name(name) => {
                let place = self.place(name);
                return Ok(self.read(span, place));
            }
            ast::ExprKind::BoolOp { op, values } => return self.bool_op(span, *op, values),
            ast::ExprKind::NamedExpr { target, value } => {
                let value = self.expr(value)?;
                self.store(span, target, value)?;
                return self.expr(target);
            }
            ast::ExprKind::BinOp { left, op: ast::Operator::Mod, right }
                if let Some((parts, values)) = template(left, right) =>
            {
                self.filled_in(span, parts, values)?
            }
            ast::ExprKind::BinOp { left, op, right } => {
                let (left, right) = self.pair(left, right)?;
                fold_binary(binary_op(*op), left, right)
            }
            ast::ExprKind::UnaryOp { op, operand } => {
                let operand = Box::new(match op {
                    ast::UnaryOperator::Not => self.condition(operand)?,
                    _ => self.expr(operand)?,
                });
                match op {
                    ast::UnaryOperator::Not => ExprKind::Not(operand),
                    ast::UnaryOperator::USub => fold_negative(operand),
                    ast::UnaryOperator::UAdd => ExprKind::Unary(UnaryOp::Positive, operand),
                    ast::UnaryOperator::Invert => ExprKind::Unary(UnaryOp::Invert, operand),
                }
            }
            ast::ExprKind::Lambda { arguments, body } => {
                let slot = self.temporary();
                let scope = self.scopes.of(expr);
                let kind = CodeKind::Lambda;
                let target = Place::Local(slot);
                self.emit_define(span, target, scope, "<lambda>", kind, span, arguments, None, |this| {
                    this.return_value(body)
                })?;
                return Ok(self.result(span, slot));
            }
            ast::ExprKind::IfExp { test, body, orelse } => {
                return self.conditional(span, test, body, orelse);
            }
            ast::ExprKind::Dict(items) => return self.dict(span, items),
            ast::ExprKind::Set(items) => return self.set(span, items),
            ast::ExprKind::List(items) => return self.list(span, items),
            ast::ExprKind::Tuple(items) => return self.tuple(span, items),
            ast::ExprKind::ListComp(inner) => {
                let empty = ExprKind::List(Vec::new());
                return self.comprehension(expr, "<listcomp>", empty, &inner.generators, |this, list| {
                    let value = this.expr(&inner.element)?;
                    this.consume(&value);
                    this.emit(inner.element.span, StmtKind::ListAppend(list, value));
                    Ok(())
                });
            }
            ast::ExprKind::SetComp(inner) => {
                let empty = ExprKind::Set(Vec::new());
                return self.comprehension(expr, "<setcomp>", empty, &inner.generators, |this, set| {
                    let value = this.expr(&inner.element)?;
                    this.consume(&value);
                    this.emit(inner.element.span, StmtKind::SetAdd(set, value));
                    Ok(())
                });
            }
            ast::ExprKind::DictComp(inner) => {
                let empty = ExprKind::Dict(Vec::new());
                return self.comprehension(expr, "<dictcomp>", empty, &inner.generators, |this, dict| {
                    let (key, value) = this.pair(&inner.key, &inner.value)?;
                    this.consume(&key);
                    this.consume(&value);
                    this.emit(inner.key.span.to(inner.value.span), StmtKind::DictInsert(dict, *key, *value));
                    Ok(())
                });
            }
            ast::ExprKind::GeneratorExp(inner) => return self.generator_expression(expr, inner),
            ast::ExprKind::Yield(value) => {
                let slot = self.temporary();
                self.emit_yield(span, value.as_deref(), Some(Place::Local(slot)))?;
                return Ok(self.result(span, slot));
            }
            ast::ExprKind::YieldFrom(value) => {
                let slot = self.temporary();
                self.emit_yield_from(span, value, Some(Place::Local(slot)))?;
                return Ok(self.result(span, slot));
            }
            ast::ExprKind::Await(value) => {
                let slot = self.temporary();
                self.await_expression(span, value, Some(Place::Local(slot)))?;
                return Ok(self.result(span, slot));
            }
            ast::ExprKind::Starred(_) => {
                return Err(SyntaxError::new("can't use starred expression here", span));
            }
            ast::ExprKind::Compare { left, ops, comparators } => {
                return self.comparison(span, left, ops, comparators);
            }
            ast::ExprKind::Call { func, args, .. } if args.is_empty() && self.is_bare_super(func) => {
                let callee = Box::new(self.expr(func)?);
                ExprKind::PureCall(callee, self.super_arguments(span))
            }
            ast::ExprKind::Call { func, args, keywords } if self.is_pure_call(expr) => {
                let named = keywords.iter().map(|keyword| &keyword.value);
                let parts: Vec<&ast::Expr> = std::iter::once(&**func).chain(args).chain(named).collect();
                let mut parts = self.operands(&parts)?.into_iter();
                let callee = Box::new(parts.next().expect("the callee is first"));
                ExprKind::PureCall(callee, parts.collect())
            }
            ast::ExprKind::Call { .. } => {
                let slot = self.temporary();
                self.emit_call(expr, Some(Place::Local(slot)))?;
                return Ok(self.result(span, slot));
            }
            ast::ExprKind::JoinedStr(parts) => return self.joined(span, parts),
            ast::ExprKind::Attribute { value, attribute } => {
                let kind = ExprKind::Attribute(Box::new(self.expr(value)?), self.private(&attribute.id));
                return Ok(self.make(self.behind_lines(span, attribute), kind));
            }
            ast::ExprKind::Subscript { value, slice } => {
                let (object, index) = self.pair(value, slice)?;
                ExprKind::Index(object, index)
            }
            ast::ExprKind::Slice { lower, upper, step } => {
                let given: Vec<&ast::Expr> = [lower, upper, step].into_iter().flatten().map(|part| &**part).collect();
                let mut parts = self.operands(&given)?.into_iter();
                let mut next = |part: &Option<Box<ast::Expr>>| part.as_ref().and_then(|_| parts.next()).map(Box::new);
                ExprKind::Slice(next(lower), next(upper), next(step))
            }
        };
        Ok(self.make(span, kind))
    }

    /// Lowers an expression whose value goes straight into a variable.
    pub(super) fn expr_into(&mut self, span: Span, expr: &ast::Expr, place: Place) -> Lowered<()> {
        match &expr.kind {
            ast::ExprKind::Call { .. } if !self.is_pure_call(expr) && self.consumed(expr).is_none() => {
                self.emit_call(expr, Some(place))
            }
            ast::ExprKind::Yield(value) => self.emit_yield(expr.span, value.as_deref(), Some(place)),
            ast::ExprKind::YieldFrom(value) => self.emit_yield_from(expr.span, value, Some(place)),
            ast::ExprKind::Await(value) => self.await_expression(expr.span, value, Some(place)),
            ast::ExprKind::Lambda { arguments, body } => {
                let scope = self.scopes.of(expr);
                let kind = CodeKind::Lambda;
                self.emit_define(span, place, scope, "<lambda>", kind, expr.span, arguments, None, |this| {
                    this.return_value(body)
                })
            }
            _ => {
                let value = self.expr(expr)?;
                self.consume(&value);
                self.emit(span, StmtKind::Assign(place, value));
                Ok(())
            }
        }
    }

    /// Lowers an expression that must stay one: its calls are made in place (`except f():`).
    pub(super) fn pure(&mut self, expr: &ast::Expr) -> Lowered<Expr> {
        match &expr.kind {
            ast::ExprKind::Call { func, args, keywords } if keywords.is_empty() => {
                let callee = Box::new(self.pure(func)?);
                let args = args.iter().map(|arg| self.pure(arg)).collect::<Lowered<_>>()?;
                Ok(self.make(expr.span, ExprKind::PureCall(callee, args)))
            }
            ast::ExprKind::Tuple(parts) => {
                let parts = parts.iter().map(|part| self.pure(part)).collect::<Lowered<_>>()?;
                Ok(self.make(expr.span, ExprKind::Tuple(parts)))
            }
            _ if self.has_effect(expr) => unsupported("this expression in an 'except' clause", expr.span),
            _ => self.expr(expr),
        }
    }

    fn return_value(&mut self, body: &ast::Expr) -> Lowered<()> {
        let value = self.expr(body)?;
        self.emit(body.span, StmtKind::Return(value));
        Ok(())
    }

    pub(super) fn constant(&mut self, constant: &ast::Constant) -> Constant {
        match constant {
            ast::Constant::None => Constant::None,
            ast::Constant::Bool(value) => Constant::Bool(*value),
            ast::Constant::Int(value) => Constant::Int(*value),
            ast::Constant::BigInt(value) => Constant::Big(Arc::new((**value).clone())),
            ast::Constant::Float(value) => Constant::Float(*value),
            ast::Constant::Imaginary(value) => Constant::Complex(0.0, *value),
            ast::Constant::Str(text) => Constant::Str(text.clone()),
            ast::Constant::Bytes(bytes) => Constant::Bytes(bytes.clone()),
            ast::Constant::Ellipsis => Constant::Ellipsis,
        }
    }

    fn comparison(
        &mut self,
        span: Span,
        left: &ast::Expr,
        ops: &[ast::CompareOperator],
        comparators: &[ast::Expr],
    ) -> Lowered<Expr> {
        if let ([op], [right]) = (ops, comparators) {
            let (left, right) = self.pair(left, right)?;
            let op = compare_op(*op);
            // Equal literals of one text are one object.
            let kind = match (op, &left.kind, &right.kind) {
                (CompareOp::Is | CompareOp::IsNot, ExprKind::Constant(a), ExprKind::Constant(b)) if a == b => {
                    ExprKind::Constant(Constant::Bool(op == CompareOp::Is))
                }
                _ => ExprKind::Compare(op, left, right),
            };
            return Ok(self.make(span, kind));
        }
        if !self.any_effect(&comparators[1..]) {
            let first = &comparators[0];
            let (left, first) = self.pair(left, first)?;
            let mut links = vec![(compare_op(ops[0]), *first)];
            for (op, right) in ops.iter().zip(comparators).skip(1) {
                links.push((compare_op(*op), self.expr(right)?));
            }
            return Ok(self.make(span, ExprKind::Chain(left, links)));
        }
        let slot = self.temporary();
        let parts = self.pinned_operands(&[left, &comparators[0]])?;
        let [left, first] = <[Expr; 2]>::try_from(parts).expect("two operands");
        self.chain(span, slot, left, ops[0], first, &ops[1..], &comparators[1..])?;
        Ok(self.result(span, slot))
    }

    /// One link of a chained comparison with effects: later links only while it holds.
    #[allow(clippy::too_many_arguments)]
    fn chain(
        &mut self,
        span: Span,
        slot: Slot,
        left: Expr,
        op: ast::CompareOperator,
        right: Expr,
        ops: &[ast::CompareOperator],
        rest: &[ast::Expr],
    ) -> Lowered<()> {
        let again = ExprKind::clone_leaf(&right.kind);
        let at = right.span;
        let compared = self.make(span, ExprKind::Compare(compare_op(op), Box::new(left), Box::new(right)));
        self.emit(span, StmtKind::Assign(Place::Local(slot), compared));
        let (Some((next_op, ops)), Some((next, rest))) = (ops.split_first(), rest.split_first()) else {
            return Ok(());
        };
        let test = self.make(span, ExprKind::Local(slot));
        self.emit_if(
            span,
            test,
            |this| {
                let left = this.make(at, again);
                let right = this.expr(next)?;
                let right = this.pin(right);
                this.chain(span, slot, left, *next_op, right, ops, rest)
            },
            |_| Ok(()),
        )
    }
}

/// Displays, comprehensions, calls, definitions.
impl Lower<'_> {
    fn tuple(&mut self, span: Span, items: &[ast::Expr]) -> Lowered<Expr> {
        if items.iter().any(|item| matches!(item.kind, ast::ExprKind::Starred(_))) {
            let list = self.list(span, items)?;
            return Ok(self.make(span, ExprKind::ListToTuple(Box::new(list))));
        }
        let items: Vec<&ast::Expr> = items.iter().collect();
        let items = self.operands(&items)?;
        let constant = |item: &Expr| match &item.kind {
            ExprKind::Constant(constant) => Some(constant.clone()),
            _ => None,
        };
        let kind = match items.iter().map(constant).collect() {
            Some(constants) => ExprKind::Constant(Constant::Tuple(constants)),
            None => ExprKind::Tuple(items),
        };
        Ok(self.make(span, kind))
    }

    fn list(&mut self, span: Span, items: &[ast::Expr]) -> Lowered<Expr> {
        if !items.iter().any(|item| matches!(item.kind, ast::ExprKind::Starred(_))) {
            let items: Vec<&ast::Expr> = items.iter().collect();
            let items = self.operands(&items)?;
            return Ok(self.make(span, ExprKind::List(items)));
        }
        let slot = self.empty(span, ExprKind::List(Vec::new()));
        for item in items {
            let (starred, item) = match &item.kind {
                ast::ExprKind::Starred(inner) => (true, &**inner),
                _ => (false, item),
            };
            let value = self.expr(item)?;
            self.consume(&value);
            match starred {
                // CPython knows only the whole display for the place of a step that takes it further.
                true => self.emit(span, StmtKind::ListExtend(slot, value)),
                false => self.emit(item.span, StmtKind::ListAppend(slot, value)),
            }
        }
        Ok(self.result(span, slot))
    }

    fn set(&mut self, span: Span, items: &[ast::Expr]) -> Lowered<Expr> {
        if !items.iter().any(|item| matches!(item.kind, ast::ExprKind::Starred(_))) {
            let items: Vec<&ast::Expr> = items.iter().collect();
            let items = self.operands(&items)?;
            return Ok(self.make(span, ExprKind::Set(items)));
        }
        let slot = self.empty(span, ExprKind::Set(Vec::new()));
        for item in items {
            let ast::ExprKind::Starred(inner) = &item.kind else {
                let value = self.expr(item)?;
                self.consume(&value);
                self.emit(item.span, StmtKind::SetAdd(slot, value));
                continue;
            };
            let iterated = self.iterated(inner)?;
            let each = self.temporary();
            let at = item.span;
            self.emit_for(
                (at, at),
                iterated,
                ForTarget::Hidden(each),
                |this| {
                    let value = this.make(at, ExprKind::Temporary(each));
                    this.emit(at, StmtKind::SetAdd(slot, value));
                    Ok(())
                },
                |_| Ok(()),
            )?;
        }
        Ok(self.result(span, slot))
    }

    fn dict(&mut self, span: Span, items: &[ast::DictItem]) -> Lowered<Expr> {
        if items.iter().all(|item| item.key.is_some()) {
            let parts: Vec<&ast::Expr> = items.iter().flat_map(|item| item.key.iter().chain([&item.value])).collect();
            let mut parts = self.operands(&parts)?.into_iter();
            let mut pairs = Vec::with_capacity(items.len());
            while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
                pairs.push((key, value));
            }
            return Ok(self.make(span, ExprKind::Dict(pairs)));
        }
        let slot = self.empty(span, ExprKind::Dict(Vec::new()));
        for item in items {
            match &item.key {
                Some(key) => {
                    let (key, value) = self.pair(key, &item.value)?;
                    self.consume(&key);
                    self.consume(&value);
                    self.emit(key.span, StmtKind::DictInsert(slot, *key, *value));
                }
                None => {
                    let value = self.expr(&item.value)?;
                    self.emit(span, StmtKind::DictUpdate(slot, value));
                }
            }
        }
        Ok(self.result(span, slot))
    }

    pub(super) fn empty(&mut self, span: Span, kind: ExprKind) -> Slot {
        let slot = self.temporary();
        let empty = self.make(span, kind);
        self.emit(span, StmtKind::Assign(Place::Local(slot), empty));
        slot
    }

    /// A call as a statement. As in CPython the callee comes first, then positional, then keyword arguments.
    pub(super) fn emit_call(&mut self, expr: &ast::Expr, target: Option<Place>) -> Lowered<()> {
        let ast::ExprKind::Call { func, args, keywords } = &expr.kind else {
            unreachable!("only calls are emitted as calls");
        };
        let (object, method, span) = match &func.kind {
            ast::ExprKind::Attribute { value, attribute } => {
                (&**value, Some(self.private(&attribute.id)), self.behind_lines(expr.span, attribute))
            }
            _ => (&**func, None, expr.span),
        };
        let mut parts: Vec<&ast::Expr> = vec![object];
        parts.extend(written(args, keywords));
        let mut parts = self.operands(&parts)?.into_iter();
        let object = parts.next().expect("the callee is first");
        let callee = match method {
            Some(name) => {
                self.consume(&object);
                Callee::Method(object, name)
            }
            None => Callee::Value(object),
        };
        let lowered = self.given(args, keywords, parts);
        let id = self.expression_id();
        self.emit(span, StmtKind::Call { target, call: Call { callee, args: lowered, id, span } });
        Ok(())
    }

    /// The arguments of a call whose callee is there already.
    pub(super) fn arguments(&mut self, args: &[ast::Expr], keywords: &[ast::Keyword]) -> Lowered<Vec<Arg>> {
        let parts: Vec<&ast::Expr> = written(args, keywords).collect();
        let parts = self.operands(&parts)?.into_iter();
        Ok(self.given(args, keywords, parts))
    }

    fn given(
        &mut self,
        args: &[ast::Expr],
        keywords: &[ast::Keyword],
        mut parts: impl Iterator<Item = Expr>,
    ) -> Vec<Arg> {
        let mut lowered = Vec::with_capacity(args.len() + keywords.len());
        for (arg, value) in args.iter().zip(&mut parts) {
            self.consume(&value);
            lowered.push(match &arg.kind {
                ast::ExprKind::Starred(_) => Arg::Star(value),
                _ => Arg::Positional(value),
            });
        }
        for (keyword, value) in keywords.iter().zip(parts) {
            self.consume(&value);
            lowered.push(match &keyword.name {
                Some(name) => Arg::Keyword(name.clone(), value),
                None => Arg::DoubleStar(value),
            });
        }
        lowered
    }

    /// `def` and `lambda`: defaults first, then the function object.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn emit_define(
        &mut self,
        at: Span,
        target: Place,
        scope: ScopeId,
        name: &str,
        kind: CodeKind,
        span: Span,
        arguments: &ast::Arguments,
        doc: Option<Arc<str>>,
        body: impl FnOnce(&mut Self) -> Lowered<()>,
    ) -> Lowered<()> {
        let positional = || arguments.positional_only.iter().chain(&arguments.positional);
        let parts: Vec<&ast::Expr> =
            positional().chain(&arguments.keyword_only).filter_map(|parameter| parameter.default.as_ref()).collect();
        let mut values = self.operands(&parts)?.into_iter();
        let count = positional().filter(|parameter| parameter.default.is_some()).count();
        let defaults: Vec<Expr> = values.by_ref().take(count).collect();
        let keyword_defaults = arguments
            .keyword_only
            .iter()
            .map(|parameter| parameter.default.as_ref().and_then(|_| values.next()))
            .collect();
        let params = Params {
            names: arguments.by_slot().map(|parameter| self.scopes.private(scope, &parameter.name.id)).collect(),
            positional_only: arguments.positional_only.len() as u32,
            positional: positional().count() as u32,
            keyword_only: arguments.keyword_only.len() as u32,
            star: arguments.variadic.is_some(),
            double_star: arguments.keywords.is_some(),
        };
        let (code, closure) = self.nested(scope, name, kind, span, params, doc, body)?;
        let definition = Box::new(Definition { code, defaults, keyword_defaults, closure });
        self.emit(at, StmtKind::Define { target, definition });
        Ok(())
    }
}

/// The expressions of arguments, in the order of evaluation.
fn written<'e>(args: &'e [ast::Expr], keywords: &'e [ast::Keyword]) -> impl Iterator<Item = &'e ast::Expr> {
    let positional = args.iter().map(|arg| match &arg.kind {
        ast::ExprKind::Starred(inner) => &**inner,
        _ => arg,
    });
    positional.chain(keywords.iter().map(|keyword| &keyword.value))
}

impl ExprKind {
    /// A second reading of an operand that was pinned: a constant, a local or a temporary.
    pub(super) fn clone_leaf(kind: &ExprKind) -> ExprKind {
        match kind {
            ExprKind::Constant(constant) => ExprKind::Constant(constant.clone()),
            ExprKind::Local(slot) | ExprKind::Temporary(slot) => ExprKind::Local(*slot),
            _ => unreachable!("only pinned operands are read twice"),
        }
    }
}

fn compare_op(op: ast::CompareOperator) -> CompareOp {
    match op {
        ast::CompareOperator::Eq => CompareOp::Equal,
        ast::CompareOperator::NotEq => CompareOp::NotEqual,
        ast::CompareOperator::Lt => CompareOp::Less,
        ast::CompareOperator::LtE => CompareOp::LessEqual,
        ast::CompareOperator::Gt => CompareOp::Greater,
        ast::CompareOperator::GtE => CompareOp::GreaterEqual,
        ast::CompareOperator::Is => CompareOp::Is,
        ast::CompareOperator::IsNot => CompareOp::IsNot,
        ast::CompareOperator::In => CompareOp::In,
        ast::CompareOperator::NotIn => CompareOp::NotIn,
    }
}
