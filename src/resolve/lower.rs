//! Syntax tree → resolved tree: statements. Expressions are in `lower_expr`, effects and order in `effects`.
//!
//! Each source statement becomes one or more resolved ones: what its expressions do apart from computing is hoisted
//! into statements of its own, in Python's evaluation order, with temporaries in hidden slots.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::names::{GlobalNames, looks_at_variables, spoken};
use super::scope::{CLASS_VARIABLE, Found, Origin, ScopeId, ScopeKind, Scopes};
use super::tree::*;
use crate::error::SyntaxError;
use crate::source::{Source, Span};
use crate::syntax::tree as ast;

pub(super) type Lowered<T> = Result<T, SyntaxError>;

static NEXT_CODE: AtomicU32 = AtomicU32::new(0);

/// Resolves a module. New global names are added to `names`; with `interactive`, the values of expression statements
/// are shown.
///
/// # Errors
/// What can only be seen once names are known (`nonlocal` without a binding …), and statements not yet supported.
pub fn lower_module(
    module: &ast::Module,
    source: &Arc<Source>,
    names: &mut GlobalNames,
    interactive: bool,
) -> Result<Arc<Code>, SyntaxError> {
    let scopes = Scopes::analyse(module)?;
    let top = ScopeId(0);
    for name in scopes.get(top).bound.iter().chain(&scopes.declared_global) {
        let known = scopes.get(top).origins.get(name);
        let pure = !scopes.declared_global.contains(name) && known.is_some_and(is_pure_origin);
        names.set_pure(name, pure);
        names.slot(name);
    }
    let mut lower = Lower::new(source, &scopes, names, interactive, top);
    lower.locals(top);
    lower.function.doc = docstring(&module.body);
    let body = lower.whole(module)?;
    let span = Span::new(0, source.text().len() as u32);
    Ok(lower.finish("<module>", CodeKind::Module, span, Params::default(), body))
}

/// Resolves a text whose own names are items of a namespace, which is its only argument; `names` are the globals around.
///
/// # Errors
/// As [`lower_module`].
pub fn lower_in_namespace(
    module: &ast::Module,
    source: &Arc<Source>,
    names: &mut GlobalNames,
    interactive: bool,
) -> Result<Arc<Code>, SyntaxError> {
    let scopes = Scopes::analyse_in_namespace(module)?;
    for name in &scopes.declared_global {
        names.set_pure(name, false);
    }
    let top = ScopeId(1);
    let mut lower = Lower::new(source, &scopes, names, interactive, top);
    lower.locals(top);
    let params = namespace_parameter();
    lower.function.assigned = FxHashSet::from_iter([NAMESPACE_SLOT]);
    let body = lower.whole(module)?;
    let span = Span::new(0, source.text().len() as u32);
    Ok(lower.finish("<module>", CodeKind::Class, span, params, body))
}

/// What the body of a class takes.
pub(super) fn namespace_parameter() -> Params {
    Params { names: vec![NAMESPACE.into()], positional_only: 1, positional: 1, ..Params::default() }
}

/// Finds what is wrong with the names of a text, whatever it is run with.
///
/// # Errors
/// A declaration that does not fit how the name is used, and the like.
pub fn check_names(module: &ast::Module) -> Result<(), SyntaxError> {
    Scopes::analyse(module).map(drop)
}

/// Whether everything that can be called through the import has no effect.
pub(super) fn is_pure_origin(origin: &Origin) -> bool {
    match origin {
        Origin::Module(name) | Origin::Member(name) => matches!(&**name, "math" | "cmath"),
        Origin::Other => false,
    }
}

pub(super) fn docstring(body: &[ast::Stmt]) -> Option<Arc<str>> {
    let ast::StmtKind::Expr(first) = &body.first()?.kind else {
        return None;
    };
    match &first.kind {
        ast::ExprKind::Constant(ast::Constant::Str(text)) => Some(text.clone()),
        _ => None,
    }
}

/// The last comparison that a condition comes to: CPython takes what comes after the condition to stand there.
fn last_comparison(test: &ast::Expr) -> Option<Span> {
    match &test.kind {
        ast::ExprKind::Compare { .. } => Some(test.span),
        ast::ExprKind::UnaryOp { op: ast::UnaryOperator::Not, operand } => last_comparison(operand),
        ast::ExprKind::BoolOp { values, .. } => values.iter().rev().find_map(last_comparison),
        ast::ExprKind::IfExp { test, body, orelse } => {
            [orelse, body, test].into_iter().find_map(|part| last_comparison(part))
        }
        _ => None,
    }
}

pub(super) struct Lower<'a> {
    pub(super) source: &'a Arc<Source>,
    pub(super) scopes: &'a Scopes,
    pub(super) names: &'a mut GlobalNames,
    interactive: bool,
    /// The scope of the text itself.
    top: ScopeId,
    pub(super) function: Function,
    /// Qualified name of what is around, with its dot.
    pub(super) prefix: String,
    /// Whether an expression has an effect, by its address.
    pub(super) effects: FxHashMap<usize, bool>,
    /// Calls are lowered as they are written, even if they consume a generator expression.
    pub(super) as_written: bool,
    spoken: Spoken,
}

/// The function (or module) being lowered.
pub(super) struct Function {
    /// The scope names are looked up in: the function's, or a comprehension's inside it.
    pub scope: ScopeId,
    pub frame: ScopeId,
    slots: Vec<Arc<str>>,
    of_name: FxHashMap<(ScopeId, Arc<str>), Slot>,
    pub cells: Vec<Slot>,
    free: Vec<(Arc<str>, Slot)>,
    /// Where hidden slots begin.
    pub hidden: u32,
    pub in_use: u32,
    spans: Vec<Span>,
    expressions: u32,
    pub open: Vec<Vec<Stmt>>,
    /// Slots that certainly hold a value here.
    pub assigned: FxHashSet<Slot>,
    /// Temporaries of this statement that may still hold an object after it.
    pub stale: Vec<Slot>,
    /// The variables of comprehensions so far, which an exception out of one leaves behind.
    pub of_comprehensions: Vec<Slot>,
    doc: Option<Arc<str>>,
    /// See [`Code::shows_variables`].
    shows_variables: bool,
    /// There is a `try` in it.
    has_try: bool,
    /// Of a generator, see [`Code::drained`].
    pub drained: Option<Slot>,
    /// Its first parameter is an iterator that was made outside.
    pub is_generator_expression: bool,
    /// The first parameter, if it can be given by position.
    pub first: Option<Slot>,
}

impl Function {
    fn new(scope: ScopeId) -> Self {
        Function {
            scope,
            frame: scope,
            slots: Vec::new(),
            of_name: FxHashMap::default(),
            cells: Vec::new(),
            free: Vec::new(),
            hidden: 0,
            in_use: 0,
            spans: Vec::new(),
            expressions: 0,
            open: Vec::new(),
            assigned: FxHashSet::default(),
            stale: Vec::new(),
            of_comprehensions: Vec::new(),
            doc: None,
            shows_variables: false,
            has_try: false,
            drained: None,
            is_generator_expression: false,
            first: None,
        }
    }
}

impl<'a> Lower<'a> {
    fn new(
        source: &'a Arc<Source>,
        scopes: &'a Scopes,
        names: &'a mut GlobalNames,
        interactive: bool,
        top: ScopeId,
    ) -> Lower<'a> {
        let function = Function::new(top);
        let (prefix, effects) = (String::new(), FxHashMap::default());
        let spoken = spoken(source);
        Lower { source, scopes, names, interactive, top, function, prefix, effects, as_written: false, spoken }
    }

    /// The statements of a text.
    fn whole(&mut self, module: &ast::Module) -> Lowered<Block> {
        let annotates = self.scopes.get(self.function.scope).has_annotations && !self.interactive;
        self.collect(|this| {
            if annotates {
                this.begin_annotations();
            }
            this.statements(&module.body)
        })
    }
}

/// Slots and numbers.
impl Lower<'_> {
    /// Gives a slot to every name that lives in the frame.
    fn locals(&mut self, scope: ScopeId) {
        match self.scopes.get(scope).kind {
            ScopeKind::Module => {}
            ScopeKind::Class => {
                self.named_slot(scope, &NAMESPACE.into());
                if self.scopes.get(scope).captured.contains(CLASS_VARIABLE) {
                    let slot = self.named_slot(scope, &CLASS_VARIABLE.into());
                    self.function.cells.push(slot);
                }
            }
            _ => self.own_names(scope),
        }
        let inlined: Vec<ScopeId> = self.scopes.inlined_in(scope).collect();
        for inner in inlined {
            self.own_names(inner);
        }
        for name in &self.scopes.get(scope).free {
            let slot = self.named_slot(scope, name);
            self.function.free.push((name.clone(), slot));
        }
        self.function.hidden = self.function.slots.len() as u32;
    }

    fn own_names(&mut self, scope: ScopeId) {
        let at = self.scopes.get(scope);
        for name in at.in_order_of_slots() {
            if self.scopes.find(scope, self.function.frame, name) != Found::Local(scope) {
                continue;
            }
            let slot = self.named_slot(scope, name);
            if at.captured.contains(name) && scope == self.function.frame {
                self.function.cells.push(slot);
            }
        }
    }

    fn named_slot(&mut self, scope: ScopeId, name: &Arc<str>) -> Slot {
        let slot = Slot(self.function.slots.len() as u32);
        self.function.slots.push(name.clone());
        self.function.of_name.insert((scope, name.clone()), slot);
        slot
    }

    /// A hidden slot, until the end of the statement.
    pub(super) fn temporary(&mut self) -> Slot {
        let slot = Slot(self.function.hidden + self.function.in_use);
        self.function.in_use += 1;
        if self.function.slots.len() as u32 <= slot.0 {
            self.function.slots.push("".into());
        }
        slot
    }

    pub(super) fn statement_id(&mut self, span: Span) -> StmtId {
        self.function.spans.push(span);
        StmtId(self.function.spans.len() as u32 - 1)
    }

    pub(super) fn expression_id(&mut self) -> ExprId {
        self.function.expressions += 1;
        ExprId(self.function.expressions - 1)
    }

    /// The variable `name` means here.
    pub(super) fn place(&mut self, name: &Arc<str>) -> Place {
        let scope = self.function.scope;
        let name = &self.scopes.private(scope, name);
        match self.scopes.find(scope, self.function.frame, name) {
            Found::Global => {
                self.function.shows_variables |= looks_at_variables(name);
                Place::Global(self.names.slot(name))
            }
            Found::Namespace => unreachable!("{name} is in a namespace"),
            Found::Free => Place::Cell(self.function.of_name[&(self.function.frame, name.clone())]),
            Found::Local(owner) => {
                let slot = self.function.of_name[&(owner, name.clone())];
                if self.scopes.get(owner).captured.contains(name) { Place::Cell(slot) } else { Place::Local(slot) }
            }
        }
    }

    /// Whether `name` is in the namespace of the class whose body is being lowered.
    pub(super) fn is_named(&self, name: &Arc<str>) -> bool {
        let scope = self.function.scope;
        self.scopes.get(scope).kind == ScopeKind::Class
            && self.scopes.find(scope, self.function.frame, &self.scopes.private(scope, name)) == Found::Namespace
    }

    /// An attribute or parameter as it is known here.
    pub(super) fn private(&self, name: &Arc<str>) -> Arc<str> {
        self.scopes.private(self.function.scope, name)
    }

    /// Where a name is assigned by a statement that can only assign to variables: for a name in a namespace a temporary,
    /// from which `settle` stores it.
    pub(super) fn landing(&mut self, name: &Arc<str>) -> Place {
        if self.is_named(name) { Place::Local(self.temporary()) } else { self.place(name) }
    }

    /// Stores what a statement has assigned to a `landing`.
    pub(super) fn settle(&mut self, span: Span, name: &Arc<str>, landing: Place) {
        if let Place::Local(slot) = landing
            && self.is_named(name)
        {
            let value = self.make(span, ExprKind::Temporary(slot));
            self.store_named(span, name, value);
        }
    }

    /// Whether the values of expression statements are shown.
    pub(super) fn is_interactive(&self) -> bool {
        self.interactive
    }

    /// The text of a place.
    pub(super) fn slice(&self, span: Span) -> &str {
        self.source.slice(span)
    }

    /// The slot of a variable that a function inside captures. What only a generator expression captures that is consumed on the spot
    /// is no captured variable otherwise: where it is made a function all the same, that gets what the variable holds.
    pub(super) fn captured(&mut self, span: Span, name: &Arc<str>) -> Slot {
        let frame = self.function.frame;
        if self.function.scope == frame && self.scopes.get(frame).kind == ScopeKind::Class {
            return self.function.of_name[&(frame, name.clone())];
        }
        match self.place(name) {
            Place::Cell(slot) => slot,
            Place::Local(slot) => {
                let cell = self.temporary();
                self.emit(span, StmtKind::NewCell { target: cell, value: Some(slot) });
                self.function.stale.push(cell);
                cell
            }
            place => unreachable!("captured variable {name} is {place:?}"),
        }
    }

    /// Whether reading the slot cannot fail here, as far as a look at the text tells.
    pub(super) fn is_assigned(&self, slot: Slot) -> bool {
        self.function.assigned.contains(&slot)
    }

    pub(super) fn note_assigned(&mut self, place: Place) {
        if let Place::Local(slot) = place {
            self.function.assigned.insert(slot);
        }
    }

    /// Adds a statement without blocks of its own.
    pub(super) fn emit(&mut self, span: Span, kind: StmtKind) {
        match &kind {
            StmtKind::Assign(place, _) | StmtKind::Update(place, ..) => self.note_assigned(*place),
            StmtKind::Call { target: Some(place), .. }
            | StmtKind::Yield { target: Some(place), .. }
            | StmtKind::YieldFrom { target: Some(place), .. } => self.note_assigned(*place),
            StmtKind::Unpack { targets, .. } => {
                for &place in targets {
                    self.note_assigned(place);
                }
            }
            StmtKind::Define { target, .. } | StmtKind::Import { target, .. } => self.note_assigned(*target),
            StmtKind::ImportFrom { names, .. } => {
                for &(_, place) in names {
                    self.note_assigned(place);
                }
            }
            StmtKind::Delete(Place::Local(slot)) => {
                self.function.assigned.remove(slot);
            }
            _ => {}
        }
        let id = self.statement_id(span);
        self.push(id, span, kind);
    }

    pub(super) fn push(&mut self, id: StmtId, span: Span, kind: StmtKind) {
        self.function.has_try |= matches!(kind, StmtKind::Try(_));
        let end = StmtId(self.function.spans.len() as u32);
        let open = self.function.open.last_mut().expect("a block is open");
        open.push(Stmt { id, end, span, kind });
    }

    /// Collects the statements that `fill` emits.
    pub(super) fn collect(&mut self, fill: impl FnOnce(&mut Self) -> Lowered<()>) -> Lowered<Block> {
        self.function.open.push(Vec::new());
        let done = fill(self);
        let statements = self.function.open.pop().expect("pushed above");
        done.map(|()| Block { statements })
    }

    /// Collects a branch: what it assigns is not certain afterwards. Answers what is certain at its end.
    pub(super) fn branch(&mut self, fill: impl FnOnce(&mut Self) -> Lowered<()>) -> Lowered<(Block, FxHashSet<Slot>)> {
        let before = self.function.assigned.clone();
        let block = self.collect(fill)?;
        let leaves = block.statements.last().is_some_and(|last| {
            matches!(
                last.kind,
                StmtKind::Return(_)
                    | StmtKind::Raise { .. }
                    | StmtKind::Reraise(_)
                    | StmtKind::RaiseAssertion(_)
                    | StmtKind::Break
                    | StmtKind::Continue
            )
        });
        let mut after = std::mem::replace(&mut self.function.assigned, before);
        if leaves {
            // Nothing comes after it, so it rules nothing out: everything named counts as certain.
            after.extend((0..self.function.slots.len() as u32).map(Slot));
        }
        Ok((block, after))
    }

    pub(super) fn statements(&mut self, body: &[ast::Stmt]) -> Lowered<()> {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    /// `if test` with both branches as closures; hoists what the test needs first.
    pub(super) fn emit_if(
        &mut self,
        span: Span,
        test: Expr,
        then: impl FnOnce(&mut Self) -> Lowered<()>,
        orelse: impl FnOnce(&mut Self) -> Lowered<()>,
    ) -> Lowered<()> {
        let id = self.statement_id(span);
        let (then, after_then) = self.branch(then)?;
        let (orelse, after_else) = self.branch(orelse)?;
        self.function.assigned.extend(after_then.intersection(&after_else).copied());
        self.push(id, span, StmtKind::If { test, then, orelse });
        Ok(())
    }

    fn finish(&mut self, name: &str, kind: CodeKind, span: Span, params: Params, body: Block) -> Arc<Code> {
        let function = std::mem::replace(&mut self.function, Function::new(ScopeId(0)));
        let scope = self.scopes.get(function.frame);
        let yields = scope.is_generator || kind == CodeKind::GeneratorExpression;
        let doubts = if function.frame == self.top { self.scopes.doubts.clone() } else { Vec::new() };
        Arc::new(Code {
            id: CodeId(NEXT_CODE.fetch_add(1, Ordering::Relaxed)),
            name: name.into(),
            qualified_name: format!("{}{name}", self.prefix).into(),
            kind,
            source: self.source.clone(),
            span,
            params,
            slots: function.slots,
            cells: function.cells,
            is_generator: yields || scope.is_async,
            flavour: match (scope.is_async, yields) {
                (false, _) => Flavour::Generator,
                (true, false) => Flavour::Coroutine,
                (true, true) => Flavour::AsyncGenerator,
            },
            shows_variables: function.shows_variables,
            spoken: self.spoken,
            cleans_up: function.has_try,
            drained: function.drained,
            free: function.free,
            body,
            spans: function.spans,
            expressions: function.expressions,
            doc: function.doc,
            doubts,
        })
    }

    /// Lowers a function of its own: opens a frame, lets `fill` make the body, closes it again.
    pub(super) fn nested(
        &mut self,
        scope: ScopeId,
        name: &str,
        kind: CodeKind,
        span: Span,
        params: Params,
        doc: Option<Arc<str>>,
        fill: impl FnOnce(&mut Self) -> Lowered<()>,
    ) -> Lowered<(Arc<Code>, Vec<Slot>)> {
        let outer = std::mem::replace(&mut self.function, Function::new(scope));
        let depth = self.prefix.len();
        let goes_over = matches!(kind, CodeKind::GeneratorExpression | CodeKind::Comprehension);
        if goes_over {
            // Its parameter is no variable of the text.
            self.named_slot(scope, &".0".into());
        }
        self.locals(scope);
        if self.scopes.get(scope).is_generator || kind == CodeKind::GeneratorExpression {
            self.function.drained = Some(self.temporary());
            (self.function.hidden, self.function.in_use) = (self.function.hidden + 1, 0);
        }
        self.function.doc = doc;
        self.function.is_generator_expression = kind == CodeKind::GeneratorExpression;
        self.function.first = (params.positional > 0).then_some(Slot(0));
        self.function.assigned = (0..params.names.len() as u32).map(Slot).collect();
        let qualified = std::mem::take(&mut self.prefix);
        self.prefix = match kind {
            _ if goes_over || kind == CodeKind::Class => format!("{qualified}{name}."),
            _ => format!("{qualified}{name}.<locals>."),
        };
        let body = self.collect(fill);
        self.prefix = qualified;
        debug_assert_eq!(self.prefix.len(), depth);
        let code = match body {
            Ok(body) => Ok(self.finish(name, kind, span, params, body)),
            Err(error) => Err(error),
        };
        self.function = outer;
        let code = code?;
        let mut closure = Vec::new();
        for (name, _) in &code.free {
            closure.push(self.captured(span, name));
        }
        Ok((code, closure))
    }
}

/// Statements.
impl Lower<'_> {
    /// Lowers one source statement; its temporaries are free again afterwards.
    fn statement(&mut self, stmt: &ast::Stmt) -> Lowered<()> {
        self.own_temporaries(stmt.span, |this| this.statement_kind(stmt))
    }

    /// Empties the temporaries that may keep an object alive.
    fn release(&mut self, span: Span) {
        let stale = std::mem::take(&mut self.function.stale);
        let open = self.function.open.last().expect("a block is open");
        let leaves = open.last().is_some_and(|last| {
            matches!(
                last.kind,
                StmtKind::Return(_) | StmtKind::Raise { .. } | StmtKind::Reraise(_) | StmtKind::RaiseAssertion(_)
            )
        });
        if !stale.is_empty() && !leaves {
            self.emit(span, StmtKind::Release(stale));
        }
    }

    fn statement_kind(&mut self, stmt: &ast::Stmt) -> Lowered<()> {
        let span = stmt.span;
        match &stmt.kind {
            ast::StmtKind::FunctionDef(def) => self.function_def(span, def),
            ast::StmtKind::Return(value) => {
                let value = match value {
                    Some(value) => self.expr(value)?,
                    None => self.none(span),
                };
                self.emit(span, StmtKind::Return(value));
                Ok(())
            }
            ast::StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            ast::StmtKind::Assign { targets, value } => self.assign(span, targets, value),
            ast::StmtKind::AugAssign(aug) => self.augmented(span, aug),
            ast::StmtKind::AnnAssign(ann) => {
                if let Some(value) = &ann.value {
                    self.assign(span, std::slice::from_ref(&ann.target), value)?;
                }
                self.annotate(span, ann)
            }
            ast::StmtKind::For(each) if !each.is_async => self.for_loop(span, each),
            ast::StmtKind::While { test, body, orelse } => self.while_loop(span, test, body, orelse),
            ast::StmtKind::If { branches, orelse } => self.branches(branches, orelse),
            ast::StmtKind::Raise { exception, cause } => {
                let parts: Vec<&ast::Expr> = exception.iter().chain(cause).collect();
                let mut parts = self.operands(&parts)?.into_iter();
                let exception = parts.next();
                let cause = parts.next();
                self.emit(span, StmtKind::Raise { exception, cause });
                Ok(())
            }
            ast::StmtKind::Try(each) => self.try_statement(span, each),
            ast::StmtKind::Assert { test, message } => {
                let place = last_comparison(test).unwrap_or(span);
                let test = self.condition(test)?;
                let failed = self.make(span, ExprKind::Not(Box::new(test)));
                self.emit_if(
                    span,
                    failed,
                    |this| {
                        let message = message.as_ref().map(|message| this.expr(message)).transpose()?;
                        this.emit(place, StmtKind::RaiseAssertion(message));
                        Ok(())
                    },
                    |_| Ok(()),
                )
            }
            ast::StmtKind::Import(aliases) => {
                for alias in aliases {
                    let top: Arc<str> = alias.name.split('.').next().unwrap_or("").into();
                    let name = alias.asname.as_ref().unwrap_or(&top);
                    let target = self.landing(name);
                    let module = alias.name.clone();
                    let top = alias.asname.is_none();
                    self.emit(span, StmtKind::Import { module, top, target });
                    self.settle(span, name, target);
                }
                Ok(())
            }
            ast::StmtKind::ImportFrom { module, names, level } => {
                let module: Arc<str> = module.clone().unwrap_or_else(|| "".into());
                if &*module == "__future__" {
                    return Ok(());
                }
                let level = *level;
                if names.iter().any(|alias| &*alias.name == "*") {
                    self.emit(span, StmtKind::ImportStar { module, level });
                    return Ok(());
                }
                let bound = |alias: &ast::Alias| alias.asname.clone().unwrap_or_else(|| alias.name.clone());
                let places: Vec<(Arc<str>, Place)> =
                    names.iter().map(|alias| (alias.name.clone(), self.landing(&bound(alias)))).collect();
                self.emit(span, StmtKind::ImportFrom { module, level, names: places.clone() });
                for (alias, (_, place)) in names.iter().zip(places) {
                    self.settle(span, &bound(alias), place);
                }
                Ok(())
            }
            ast::StmtKind::Expr(value) => self.expression_statement(span, value),
            ast::StmtKind::Global(_) | ast::StmtKind::Nonlocal(_) | ast::StmtKind::Pass => Ok(()),
            ast::StmtKind::Break => {
                self.emit(span, StmtKind::Break);
                Ok(())
            }
            ast::StmtKind::Continue => {
                self.emit(span, StmtKind::Continue);
                Ok(())
            }
            ast::StmtKind::ClassDef(class) => self.class_def(span, class),
            ast::StmtKind::With { items, body, is_async } => self.with_statement(span, items, body, *is_async),
            ast::StmtKind::Match { subject, cases } => self.match_statement(subject, cases),
            ast::StmtKind::For(each) => self.async_for(span, each),
        }
    }

    fn expression_statement(&mut self, span: Span, value: &ast::Expr) -> Lowered<()> {
        if self.interactive && self.function.frame == self.top {
            let value = self.expr(value)?;
            self.emit(span, StmtKind::Show(value));
            return Ok(());
        }
        match &value.kind {
            ast::ExprKind::Constant(_) => Ok(()),
            ast::ExprKind::Yield(inner) => self.emit_yield(value.span, inner.as_deref(), None),
            ast::ExprKind::YieldFrom(inner) => self.emit_yield_from(value.span, inner, None),
            ast::ExprKind::Await(inner) => self.await_expression(value.span, inner, None),
            ast::ExprKind::Call { .. }
                if self.has_effect(value) && !self.is_pure_call(value) && self.consumed(value).is_none() =>
            {
                self.emit_call(value, None)
            }
            _ => {
                let value = self.expr(value)?;
                if !matches!(value.kind, ExprKind::Temporary(_)) {
                    self.emit(span, StmtKind::Evaluate(value));
                }
                Ok(())
            }
        }
    }

    fn branches(&mut self, branches: &[ast::Branch], orelse: &[ast::Stmt]) -> Lowered<()> {
        let Some((first, rest)) = branches.split_first() else {
            return self.statements(orelse);
        };
        let test = self.condition(&first.test)?;
        self.emit_if(first.span, test, |this| this.statements(&first.body), |this| this.branches(rest, orelse))
    }

    /// A block that shows as a frame of its own in a traceback, or inside of one as part of the frame around that.
    pub(super) fn inline(
        &mut self,
        span: Span,
        frame: Option<InlineFrame>,
        fill: impl FnOnce(&mut Self) -> Lowered<()>,
    ) -> Lowered<()> {
        let id = self.statement_id(span);
        let body = self.collect(fill)?;
        self.push(id, span, StmtKind::Inline { frame, body });
        Ok(())
    }

    /// Inside of a block that shows as a frame of its own: a block of the frame around.
    pub(super) fn around(&mut self, span: Span, fill: impl FnOnce(&mut Self) -> Lowered<()>) -> Lowered<()> {
        self.inline(span, None, fill)
    }

    /// Gives back the temporaries of `fill` and empties them, as at the end of a statement.
    pub(super) fn own_temporaries(&mut self, span: Span, fill: impl FnOnce(&mut Self) -> Lowered<()>) -> Lowered<()> {
        let in_use = self.function.in_use;
        let stale = std::mem::take(&mut self.function.stale);
        let done = fill(self);
        self.release(span);
        self.function.stale = stale;
        self.function.in_use = in_use;
        done
    }

    fn function_def(&mut self, span: Span, def: &ast::FunctionDef) -> Lowered<()> {
        let place = self.landing(&def.name.id);
        let annotated = def.returns.is_some() || def.arguments.all().any(|parameter| parameter.annotation.is_some());
        let plain = def.decorators.is_empty() && !annotated;
        let target = if plain { place } else { Place::Local(self.temporary()) };
        let decorators: Vec<&ast::Expr> = def.decorators.iter().collect();
        let decorators = self.pinned_operands(&decorators)?;
        let scope = self.scopes.of(def);
        let doc = docstring(&def.body);
        let text = Span::new(span.start, def.name.span.end);
        // What is global is called by its own name alone, wherever it is defined.
        let is_global = matches!(place, Place::Global(_));
        let around = if is_global { std::mem::take(&mut self.prefix) } else { self.prefix.clone() };
        let defined = self.emit_define(
            text,
            target,
            scope,
            &def.name.id,
            CodeKind::Function,
            span,
            &def.arguments,
            doc,
            |this| this.statements(&def.body),
        );
        self.prefix = around;
        defined?;
        if let Place::Local(slot) = target
            && !plain
        {
            if annotated {
                self.annotate_function(text, slot, def)?;
            }
            self.decorate(text, decorators, slot, place);
        }
        self.settle(text, &def.name.id, place);
        Ok(())
    }

    /// Calls decorators, the last one first, on what is in a slot, and assigns the result.
    pub(super) fn decorate(&mut self, span: Span, decorators: Vec<Expr>, slot: Slot, place: Place) {
        if decorators.is_empty() {
            let value = self.make(span, ExprKind::Temporary(slot));
            self.emit(span, StmtKind::Assign(place, value));
        }
        for (index, decorator) in decorators.into_iter().enumerate().rev() {
            let at = decorator.span;
            let arg = self.make(at, ExprKind::Temporary(slot));
            let id = self.expression_id();
            let call = Call { callee: Callee::Value(decorator), args: vec![Arg::Positional(arg)], id, span: at };
            let target = Some(if index == 0 { place } else { Place::Local(slot) });
            self.emit(at, StmtKind::Call { target, call });
        }
    }
}

/// The slot of the namespace in the frame of a class body, and what it is called there.
pub(super) const NAMESPACE_SLOT: Slot = Slot(0);
const NAMESPACE: &str = ".namespace";

pub(super) fn unsupported<T>(what: &str, span: Span) -> Lowered<T> {
    Err(SyntaxError::new(format!("{what} is not supported yet"), span))
}

pub(super) fn binary_op(op: ast::Operator) -> BinaryOp {
    match op {
        ast::Operator::Add => BinaryOp::Add,
        ast::Operator::Sub => BinaryOp::Sub,
        ast::Operator::Mult => BinaryOp::Mul,
        ast::Operator::MatMult => BinaryOp::MatMul,
        ast::Operator::Div => BinaryOp::Div,
        ast::Operator::Mod => BinaryOp::Mod,
        ast::Operator::Pow => BinaryOp::Pow,
        ast::Operator::LShift => BinaryOp::LeftShift,
        ast::Operator::RShift => BinaryOp::RightShift,
        ast::Operator::BitOr => BinaryOp::Or,
        ast::Operator::BitXor => BinaryOp::Xor,
        ast::Operator::BitAnd => BinaryOp::And,
        ast::Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}
