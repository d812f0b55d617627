//! Which variable each name means: one [`Scope`] for each piece of text that has its own names.
//!
//! In: the syntax tree. Out: [`Scopes`], which says for a name in a scope whether it is local, captured or global.
//! A comprehension is a scope of its own inside the function that runs it, and so is a generator expression, or a `lambda`, that a built-in
//! function takes items of on the spot. Knows nothing of slots.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

use super::consumed::consumed;
use super::doubt;
use super::in_place::Candidate;
use super::inside::{shows_variables, waits};
use crate::error::SyntaxError;
use crate::source::Span;
use crate::syntax::tree::*;

/// Index of a scope in [`Scopes`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct ScopeId(pub usize);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ScopeKind {
    Module,
    /// `def`, most `lambda` and generator expressions: what has a frame.
    Function,
    /// `class`: has a frame, and its names are in a namespace that functions inside do not see.
    Class,
    /// Most list, set and dict comprehensions, generator expressions that are consumed on the spot, and functions that only a loop there
    /// calls: run in the frame around them.
    Comprehension,
}

/// What binds a name: tells whether a call through it is known to be pure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Origin {
    /// `import m`
    Module(Arc<str>),
    /// `from m import …`
    Member(Arc<str>),
    /// Anything else.
    Other,
}

#[derive(Debug)]
pub(super) struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    /// The class that private names (`__x`) belong to, without underscores in front.
    private: Option<Arc<str>>,
    /// Names bound here, in order of first binding.
    pub bound: Vec<Identifier>,
    pub origins: FxHashMap<Identifier, Origin>,
    globals: FxHashMap<Identifier, Span>,
    nonlocals: FxHashMap<Identifier, Span>,
    /// Names with an annotation.
    annotated: FxHashSet<Identifier>,
    /// How many of the bound names are parameters.
    parameters: usize,
    /// A comprehension of any kind: `:=` binds outside it.
    is_comprehension: bool,
    /// A generator expression or a function that may be part of a loop where it stands.
    pub(super) is_consumed: bool,
    used: FxHashSet<Identifier>,
    /// Bound here and used by a function inside.
    pub captured: FxHashSet<Identifier>,
    /// Captured from around, in order; of a generator expression that is consumed, what it would capture if it were a function.
    pub free: Vec<Identifier>,
    /// There is a `:=` somewhere in its frame.
    pub has_walrus: bool,
    /// There is a `yield`.
    pub is_generator: bool,
    /// It awaits, or may.
    pub is_async: bool,
    /// A variable is annotated here.
    pub has_annotations: bool,
}

impl Scope {
    /// The names bound here, in the order in which a frame lets go of its variables: parameters, then what only the frame knows, then what
    /// functions inside capture, by name.
    pub fn in_order_of_slots(&self) -> impl Iterator<Item = &Identifier> {
        let (parameters, rest) = self.bound.split_at(self.parameters);
        let (mut captured, own): (Vec<_>, Vec<_>) = rest.iter().partition(|&name| self.captured.contains(name));
        captured.sort();
        parameters.iter().chain(own).chain(captured)
    }
}

/// Where a name is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Found {
    /// Bound in this scope (of the same frame).
    Local(ScopeId),
    /// In the closure of the frame.
    Free,
    Global,
    /// In the namespace of the class whose body this is, or else where its functions find it.
    Namespace,
}

/// The variable through which methods find their class.
pub(super) const CLASS_VARIABLE: &str = "__class__";

/// All scopes of a module.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    all: Vec<Scope>,
    /// Scope of a function, lambda or comprehension node, by its address.
    of_node: FxHashMap<usize, ScopeId>,
    /// Names that some function declares global: assigned from elsewhere than the module's text.
    pub declared_global: FxHashSet<Identifier>,
    /// Calls that may be loops where they stand.
    pub(super) candidates: Vec<Candidate>,
    /// Those that are, by the addresses of their nodes.
    pub(super) in_place: FxHashSet<usize>,
    /// Names come from elsewhere: `from m import *`.
    imports_all: bool,
    /// How many iterables of comprehensions are being looked at, one in the other.
    iterables: usize,
    /// Annotations are not evaluated.
    pub postponed_annotations: bool,
    /// What is hardly meant, in the order of the text.
    pub doubts: Vec<(Span, String)>,
}

/// The key of a node in [`Scopes`]: its address, which stays put while the tree is borrowed.
pub(super) fn key<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}

impl Scopes {
    /// Finds the scopes of a module; the module itself is scope 0.
    pub fn analyse(module: &Module) -> Result<Scopes, SyntaxError> {
        let mut scopes = Scopes::default();
        let top = scopes.open(ScopeKind::Module, None);
        scopes.body(top, &module.body)?;
        scopes.connect()?;
        Ok(scopes)
    }

    /// The same for a text whose own names are in a namespace: scope 1.
    pub fn analyse_in_namespace(module: &Module) -> Result<Scopes, SyntaxError> {
        let mut scopes = Scopes::default();
        let around = scopes.open(ScopeKind::Module, None);
        let top = scopes.open(ScopeKind::Class, Some(around));
        scopes.body(top, &module.body)?;
        // As in CPython a name that some function declares global is global in the text around it too.
        let declared: Vec<Identifier> = scopes.declared_global.iter().cloned().collect();
        for name in declared {
            scopes.at(top).globals.entry(name).or_default();
        }
        scopes.connect()?;
        Ok(scopes)
    }

    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.all[id.0]
    }

    /// The scope that belongs to a function, lambda or comprehension node.
    pub fn of<T>(&self, node: &T) -> ScopeId {
        self.of_node[&key(node)]
    }

    /// Where `name` is found when used in `scope`, which runs in the frame of `frame`.
    pub fn find(&self, scope: ScopeId, frame: ScopeId, name: &str) -> Found {
        let mut id = scope;
        loop {
            let at = self.get(id);
            if at.globals.contains_key(name) && (id == scope || at.kind != ScopeKind::Class) {
                return Found::Global;
            }
            if at.kind == ScopeKind::Module {
                return Found::Global;
            }
            if at.kind == ScopeKind::Class {
                return match at.free.iter().any(|free| &**free == name) {
                    _ if id == scope && !at.nonlocals.contains_key(name) => Found::Namespace,
                    true => Found::Free,
                    false => Found::Global,
                };
            }
            if at.origins.contains_key(name) && !at.nonlocals.contains_key(name) {
                return Found::Local(id);
            }
            if at.kind == ScopeKind::Function || id == frame {
                let captured = at.free.iter().any(|free| &**free == name);
                return if captured { Found::Free } else { Found::Global };
            }
            id = at.parent.expect("only the module has no parent");
        }
    }

    /// The scopes of comprehensions that run in the frame of `scope`, in the order of the text.
    pub fn inlined_in(&self, scope: ScopeId) -> impl Iterator<Item = ScopeId> + '_ {
        (scope.0 + 1..self.all.len()).map(ScopeId).filter(move |&id| {
            let mut around = id;
            while around != scope && self.get(around).kind == ScopeKind::Comprehension {
                around = self.get(around).parent.expect("a comprehension has a parent");
            }
            around == scope
        })
    }

    /// The function or module whose frame `scope` runs in.
    pub(super) fn frame_of(&self, mut scope: ScopeId) -> ScopeId {
        while self.get(scope).kind == ScopeKind::Comprehension {
            scope = self.get(scope).parent.expect("a comprehension has a parent");
        }
        scope
    }

    /// The name as it is known in a scope: private names of a class carry the name of the class.
    pub fn private(&self, scope: ScopeId, name: &Identifier) -> Identifier {
        match &self.get(scope).private {
            Some(class) if name.starts_with("__") && !name.ends_with("__") && !name.contains('.') => {
                format!("_{class}{name}").into()
            }
            _ => name.clone(),
        }
    }

    /// Whether `__class__` can be seen from a scope.
    pub fn is_in_class(&self, scope: ScopeId) -> bool {
        let mut next = self.get(scope).parent;
        while let Some(id) = next {
            if self.get(id).kind == ScopeKind::Class {
                return true;
            }
            next = self.get(id).parent;
        }
        false
    }

    fn open(&mut self, kind: ScopeKind, parent: Option<ScopeId>) -> ScopeId {
        let private = parent.and_then(|parent| self.get(parent).private.clone());
        self.all.push(Scope {
            kind,
            parent,
            private,
            bound: Vec::new(),
            origins: FxHashMap::default(),
            globals: FxHashMap::default(),
            nonlocals: FxHashMap::default(),
            annotated: FxHashSet::default(),
            parameters: 0,
            is_comprehension: false,
            is_consumed: false,
            used: FxHashSet::default(),
            captured: FxHashSet::default(),
            free: Vec::new(),
            has_walrus: false,
            is_generator: false,
            is_async: false,
            has_annotations: false,
        });
        ScopeId(self.all.len() - 1)
    }

    pub(super) fn at(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.all[id.0]
    }

    /// Notes that a name is read.
    fn read(&mut self, scope: ScopeId, name: &Identifier) {
        let name = self.private(scope, name);
        if &*name == "super" && self.get(self.frame_of(scope)).kind == ScopeKind::Function && self.is_in_class(scope) {
            self.at(scope).used.insert(CLASS_VARIABLE.into());
        }
        self.at(scope).used.insert(name);
    }

    fn bind(&mut self, scope: ScopeId, name: &Identifier, origin: Origin) {
        let name = &self.private(scope, name);
        let at = self.at(scope);
        match at.origins.get_mut(name) {
            None => {
                at.bound.push(name.clone());
                at.origins.insert(name.clone(), origin);
            }
            Some(old) if *old == origin => {}
            Some(old) => *old = Origin::Other,
        }
    }

    /// Decides for each used name which scope's variable it is, and marks captures on the way.
    fn connect(&mut self) -> Result<(), SyntaxError> {
        self.decide_candidates();
        for index in 0..self.all.len() {
            let mut names: Vec<Identifier> = self.all[index].used.iter().cloned().collect();
            names.sort();
            for (name, &span) in &self.all[index].nonlocals {
                if !self.binds_outside(ScopeId(index), name) {
                    let message = format!("no binding for nonlocal '{name}' found");
                    return Err(SyntaxError::new(message, span));
                }
            }
            for name in names {
                self.capture(ScopeId(index), &name);
            }
        }
        Ok(())
    }

    fn owns(&self, id: ScopeId, name: &str) -> bool {
        let at = self.get(id);
        !matches!(at.kind, ScopeKind::Module | ScopeKind::Class)
            && at.origins.contains_key(name)
            && !at.globals.contains_key(name)
            && !at.nonlocals.contains_key(name)
    }

    fn binds_outside(&self, scope: ScopeId, name: &str) -> bool {
        let mut next = self.get(scope).parent;
        while let Some(id) = next {
            if self.owns(id, name) || (name == CLASS_VARIABLE && self.get(id).kind == ScopeKind::Class) {
                return true;
            }
            next = self.get(id).parent;
        }
        false
    }

    /// Whether nothing that the text says gives a name another meaning than that of a built-in function.
    pub(super) fn is_bound_nowhere(&self, scope: ScopeId, name: &Identifier) -> bool {
        let mut next = Some(scope);
        while let Some(id) = next {
            if self.get(id).origins.contains_key(name) {
                return false;
            }
            next = self.get(id).parent;
        }
        !self.imports_all && !self.declared_global.contains(name)
    }

    fn capture(&mut self, user: ScopeId, name: &Identifier) {
        let mut crossed = Vec::new();
        let mut passed = Vec::new();
        let mut id = user;
        loop {
            let at = self.get(id);
            let is_class = at.kind == ScopeKind::Class;
            if at.globals.contains_key(name) && (id == user || !is_class) {
                return;
            }
            let is_own = is_class && at.origins.contains_key(name) && !at.nonlocals.contains_key(name);
            if id == user && is_own || self.owns(id, name) {
                break;
            }
            if is_class && id != user && &**name == CLASS_VARIABLE {
                break;
            }
            if at.kind == ScopeKind::Function || is_class {
                crossed.push(id);
            } else if at.is_consumed {
                passed.push(id);
            }
            match self.get(id).parent {
                Some(parent) => id = parent,
                None => return,
            }
        }
        if !crossed.is_empty() {
            self.at(id).captured.insert(name.clone());
        }
        for function in crossed.into_iter().chain(passed) {
            let free = &mut self.at(function).free;
            if !free.contains(name) {
                free.push(name.clone());
            }
        }
    }

    fn body(&mut self, scope: ScopeId, body: &[Stmt]) -> Result<(), SyntaxError> {
        body.iter().try_for_each(|stmt| self.stmt(scope, stmt))
    }

    fn stmt(&mut self, scope: ScopeId, stmt: &Stmt) -> Result<(), SyntaxError> {
        match &stmt.kind {
            StmtKind::FunctionDef(def) => {
                self.exprs(scope, &def.decorators)?;
                if !self.postponed_annotations {
                    let annotations = def.arguments.all().map(|parameter| &parameter.annotation);
                    annotations.chain([&def.returns]).flatten().try_for_each(|part| self.expr(scope, part))?;
                }
                self.bind(scope, &def.name.id, Origin::Other);
                let inner = self.function(scope, &**def, &def.arguments)?;
                self.at(inner).is_async = def.is_async;
                self.body(inner, &def.body)
            }
            StmtKind::ClassDef(class) => {
                self.exprs(scope, &class.decorators)?;
                self.exprs(scope, &class.bases)?;
                self.exprs(scope, class.keywords.iter().map(|keyword| &keyword.value))?;
                self.bind(scope, &class.name.id, Origin::Other);
                let inner = self.open(ScopeKind::Class, Some(scope));
                let name = class.name.id.trim_start_matches('_');
                self.at(inner).private = Some(name).filter(|name| !name.is_empty()).map(Arc::from);
                self.of_node.insert(key(&**class), inner);
                self.body(inner, &class.body)
            }
            StmtKind::Return(value) => self.exprs(scope, value),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|t| self.target(scope, t)),
            StmtKind::Assign { targets, value } => {
                self.expr(scope, value)?;
                targets.iter().try_for_each(|t| self.target(scope, t))
            }
            StmtKind::AugAssign(aug) => {
                self.expr(scope, &aug.value)?;
                self.target(scope, &aug.target)
            }
            StmtKind::AnnAssign(ann) => {
                if self.get(scope).kind != ScopeKind::Function {
                    self.at(scope).has_annotations |= ann.simple;
                    if !self.postponed_annotations {
                        self.expr(scope, &ann.annotation)?;
                    }
                }
                self.exprs(scope, &ann.value)?;
                if let ExprKind::Name(name) = &ann.target.kind {
                    if self.get(scope).globals.contains_key(name) {
                        let message = format!("annotated name '{name}' can't be global");
                        return Err(SyntaxError::new(message, stmt.span));
                    }
                    self.at(scope).annotated.insert(name.clone());
                }
                self.target(scope, &ann.target)
            }
            StmtKind::For(each) => {
                self.expr(scope, &each.iter)?;
                self.target(scope, &each.target)?;
                self.body(scope, &each.body)?;
                self.body(scope, &each.orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(scope, test)?;
                self.body(scope, body)?;
                self.body(scope, orelse)
            }
            StmtKind::If { branches, orelse } => {
                for branch in branches {
                    self.expr(scope, &branch.test)?;
                    self.body(scope, &branch.body)?;
                }
                self.body(scope, orelse)
            }
            StmtKind::With { items, body, .. } => {
                for item in items {
                    self.expr(scope, &item.context)?;
                    item.target.iter().try_for_each(|t| self.target(scope, t))?;
                }
                self.body(scope, body)
            }
            StmtKind::Match { subject, cases } => {
                self.expr(scope, subject)?;
                for case in cases {
                    self.pattern(scope, &case.pattern)?;
                    self.exprs(scope, &case.guard)?;
                    self.body(scope, &case.body)?;
                }
                Ok(())
            }
            StmtKind::Raise { exception, cause } => {
                self.exprs(scope, exception)?;
                self.exprs(scope, cause)
            }
            StmtKind::Try(each) => {
                self.body(scope, &each.body)?;
                for handler in &each.handlers {
                    self.exprs(scope, &handler.kind)?;
                    if let Some(name) = &handler.name {
                        self.bind(scope, &name.id, Origin::Other);
                    }
                    self.body(scope, &handler.body)?;
                }
                self.body(scope, &each.orelse)?;
                self.body(scope, &each.finalbody)
            }
            StmtKind::Assert { test, message } => {
                self.doubts.extend(doubt::of_assertion(test).map(|text| (stmt.span, text.to_string())));
                self.expr(scope, test)?;
                self.exprs(scope, message)
            }
            StmtKind::Import(aliases) => {
                for alias in aliases {
                    let top: Identifier = alias.name.split('.').next().unwrap_or("").into();
                    let plain = alias.name == top;
                    let name = alias.asname.as_ref().unwrap_or(&top);
                    let origin = if plain || alias.asname.is_some() {
                        Origin::Module(alias.name.clone())
                    } else {
                        Origin::Other
                    };
                    self.bind(scope, name, origin);
                }
                Ok(())
            }
            StmtKind::ImportFrom { module, names, .. } => {
                let future = module.as_deref() == Some("__future__");
                self.imports_all |= names.iter().any(|alias| &*alias.name == "*");
                self.postponed_annotations |= future && names.iter().any(|alias| &*alias.name == "annotations");
                for alias in names.iter().filter(|alias| &*alias.name != "*") {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    let from = module.clone().unwrap_or_else(|| "".into());
                    self.bind(scope, name, Origin::Member(from));
                }
                Ok(())
            }
            StmtKind::Global(names) => names.iter().try_for_each(|name| {
                self.check_declaration(scope, &name.id, "global", stmt.span)?;
                let id = self.private(scope, &name.id);
                self.declared_global.insert(id.clone());
                self.at(scope).globals.insert(id, stmt.span);
                Ok(())
            }),
            StmtKind::Nonlocal(names) => names.iter().try_for_each(|name| {
                self.check_declaration(scope, &name.id, "nonlocal", stmt.span)?;
                if self.get(scope).kind == ScopeKind::Module {
                    let message = "nonlocal declaration not allowed at module level";
                    return Err(SyntaxError::new(message, stmt.span));
                }
                let id = self.private(scope, &name.id);
                let at = self.at(scope);
                at.used.insert(id.clone());
                at.nonlocals.insert(id, stmt.span);
                Ok(())
            }),
            StmtKind::Expr(value) => self.expr(scope, value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    /// Nothing may be known of a name before it is declared `global` or `nonlocal`.
    fn check_declaration(&self, scope: ScopeId, id: &Identifier, word: &str, span: Span) -> Result<(), SyntaxError> {
        let at = self.get(scope);
        let others = if word == "global" { &at.nonlocals } else { &at.globals };
        let message = if let Some(&first) = others.get(id) {
            return Err(SyntaxError::new(format!("name '{id}' is nonlocal and global"), first));
        } else if at.bound[..at.parameters].contains(id) {
            format!("name '{id}' is parameter and {word}")
        } else if at.used.contains(id) && !at.nonlocals.contains_key(id) {
            format!("name '{id}' is used prior to {word} declaration")
        } else if at.annotated.contains(id) {
            format!("annotated name '{id}' can't be {word}")
        } else if at.origins.contains_key(id) {
            format!("name '{id}' is assigned to before {word} declaration")
        } else {
            return Ok(());
        };
        Err(SyntaxError::new(message, span))
    }

    /// Opens the scope of a function: defaults belong to the scope around it, parameters to its own.
    fn function<T>(&mut self, scope: ScopeId, node: &T, arguments: &Arguments) -> Result<ScopeId, SyntaxError> {
        for parameter in arguments.all() {
            self.exprs(scope, &parameter.default)?;
        }
        let inner = self.open(ScopeKind::Function, Some(scope));
        self.of_node.insert(key(node), inner);
        for parameter in arguments.by_slot() {
            if self.get(inner).origins.contains_key(&parameter.name.id) {
                let message = format!("duplicate argument '{}' in function definition", parameter.name.id);
                return Err(SyntaxError::new(message, parameter.name.span));
            }
            self.bind(inner, &parameter.name.id, Origin::Other);
        }
        self.at(inner).parameters = self.get(inner).bound.len();
        Ok(inner)
    }

    fn exprs<'a>(&mut self, scope: ScopeId, all: impl IntoIterator<Item = &'a Expr>) -> Result<(), SyntaxError> {
        all.into_iter().try_for_each(|each| self.expr(scope, each))
    }

    fn optional(&mut self, scope: ScopeId, part: &Option<Box<Expr>>) -> Result<(), SyntaxError> {
        part.iter().try_for_each(|each| self.expr(scope, each))
    }

    fn target(&mut self, scope: ScopeId, target: &Expr) -> Result<(), SyntaxError> {
        match &target.kind {
            ExprKind::Name(name) => {
                let at = self.get(scope);
                if at.is_comprehension && (at.globals.contains_key(name) || at.nonlocals.contains_key(name)) {
                    let message =
                        format!("comprehension inner loop cannot rebind assignment expression target '{name}'");
                    return Err(SyntaxError::new(message, target.span));
                }
                self.bind(scope, name, Origin::Other);
                Ok(())
            }
            ExprKind::Tuple(parts) | ExprKind::List(parts) => {
                parts.iter().try_for_each(|part| self.target(scope, part))
            }
            ExprKind::Starred(inner) => self.target(scope, inner),
            ExprKind::Subscript { value, slice } => self.exprs(scope, [&**value, slice]),
            _ => self.expr(scope, target),
        }
    }

    fn pattern(&mut self, scope: ScopeId, pattern: &Pattern) -> Result<(), SyntaxError> {
        let names = match &pattern.kind {
            PatternKind::As { name, .. } | PatternKind::Star(name) | PatternKind::Mapping { rest: name, .. } => name,
            _ => &None,
        };
        if let Some(name) = names {
            self.bind(scope, &name.id, Origin::Other);
        }
        match &pattern.kind {
            PatternKind::Value(value) => self.expr(scope, value),
            PatternKind::Singleton(_) | PatternKind::Star(_) => Ok(()),
            PatternKind::Sequence(items) | PatternKind::Or(items) => {
                items.iter().try_for_each(|item| self.pattern(scope, item))
            }
            PatternKind::Mapping { items, .. } => items.iter().try_for_each(|(key, value)| {
                self.expr(scope, key)?;
                self.pattern(scope, value)
            }),
            PatternKind::Class { cls, patterns, keywords } => {
                self.expr(scope, cls)?;
                let named = keywords.iter().map(|(_, pattern)| pattern);
                patterns.iter().chain(named).try_for_each(|item| self.pattern(scope, item))
            }
            PatternKind::As { pattern, .. } => pattern.iter().try_for_each(|inner| self.pattern(scope, inner)),
        }
    }

    fn expr(&mut self, scope: ScopeId, expr: &Expr) -> Result<(), SyntaxError> {
        self.doubts.extend(doubt::of(expr).map(|text| (expr.span, text)));
        match &expr.kind {
            ExprKind::Name(name) => {
                self.read(scope, name);
                Ok(())
            }
            ExprKind::Constant(_) => Ok(()),
            ExprKind::BoolOp { values, .. }
            | ExprKind::Set(values)
            | ExprKind::List(values)
            | ExprKind::Tuple(values) => self.exprs(scope, values),
            ExprKind::NamedExpr { target, value } => {
                if self.iterables > 0 {
                    let message = "assignment expression cannot be used in a comprehension iterable expression";
                    return Err(SyntaxError::new(message, expr.span));
                }
                let frame = self.frame_of(scope);
                self.at(frame).has_walrus = true;
                let home = self.leave_comprehensions(scope, target)?;
                self.target(home, target)?;
                self.expr(scope, value)
            }
            ExprKind::BinOp { left, right, .. } => self.exprs(scope, [&**left, right]),
            ExprKind::UnaryOp { operand, .. } => self.expr(scope, operand),
            ExprKind::Lambda { arguments, body } => {
                let inner = self.function(scope, expr, arguments)?;
                self.expr(inner, body)
            }
            ExprKind::IfExp { test, body, orelse } => self.exprs(scope, [&**test, body, orelse]),
            ExprKind::Dict(items) => items.iter().try_for_each(|item| {
                self.exprs(scope, &item.key)?;
                self.expr(scope, &item.value)
            }),
            ExprKind::ListComp(inner) | ExprKind::SetComp(inner) => {
                let kind = kind_of_comprehension(expr);
                self.comprehension(scope, expr, kind, &inner.generators, &[&inner.element])
            }
            ExprKind::DictComp(inner) => {
                let kind = kind_of_comprehension(expr);
                self.comprehension(scope, expr, kind, &inner.generators, &[&inner.key, &inner.value])
            }
            ExprKind::GeneratorExp(inner) => {
                let kind = ScopeKind::Function;
                self.comprehension(scope, expr, kind, &inner.generators, &[&inner.element])
            }
            ExprKind::Starred(value) => self.expr(scope, value),
            ExprKind::Await(value) => {
                let frame = self.frame_of(scope);
                self.at(frame).is_async = true;
                self.expr(scope, value)
            }
            ExprKind::YieldFrom(value) => {
                self.at(scope).is_generator = true;
                self.expr(scope, value)
            }
            ExprKind::Yield(value) => {
                self.at(scope).is_generator = true;
                self.optional(scope, value)
            }
            ExprKind::Compare { left, comparators, .. } => {
                self.expr(scope, left)?;
                self.exprs(scope, comparators)
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(scope, func)?;
                self.exprs(scope, args)?;
                self.exprs(scope, keywords.iter().map(|keyword| &keyword.value))?;
                consumed(expr).into_iter().for_each(|found| self.note_consumed(scope, expr, &found));
                Ok(())
            }
            ExprKind::JoinedStr(parts) => self.parts(scope, parts),
            ExprKind::Attribute { value, .. } => self.expr(scope, value),
            ExprKind::Subscript { value, slice } => self.exprs(scope, [&**value, slice]),
            ExprKind::Slice { lower, upper, step } => {
                self.optional(scope, lower)?;
                self.optional(scope, upper)?;
                self.optional(scope, step)
            }
        }
    }

    /// The scope in which `:=` binds a name: around all comprehensions, through whose own frames it is reached.
    fn leave_comprehensions(&mut self, scope: ScopeId, target: &Expr) -> Result<ScopeId, SyntaxError> {
        let ExprKind::Name(name) = &target.kind else {
            return Ok(scope);
        };
        let mut crossed = Vec::new();
        let mut home = scope;
        while self.get(home).is_comprehension {
            if self.owns(home, name) {
                let message = format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
                return Err(SyntaxError::new(message, target.span));
            }
            crossed.push(home);
            home = self.get(home).parent.expect("only the module has no parent");
        }
        let at = self.get(home);
        if at.kind == ScopeKind::Class && !crossed.is_empty() {
            let message = "assignment expression within a comprehension cannot be used in a class body";
            return Err(SyntaxError::new(message, target.span));
        }
        let is_global = at.kind == ScopeKind::Module || at.globals.contains_key(name);
        for id in crossed {
            self.at(id).used.insert(name.clone());
            if is_global {
                if self.get(id).kind == ScopeKind::Function {
                    self.declared_global.insert(name.clone());
                }
                self.at(id).globals.insert(name.clone(), target.span);
            } else {
                self.at(id).nonlocals.insert(name.clone(), target.span);
            }
        }
        Ok(home)
    }

    fn parts(&mut self, scope: ScopeId, parts: &[FStringPart]) -> Result<(), SyntaxError> {
        parts.iter().try_for_each(|part| match part {
            FStringPart::Literal(_) => Ok(()),
            FStringPart::Formatted { value, spec, .. } => {
                self.expr(scope, value)?;
                spec.iter().try_for_each(|parts| self.parts(scope, parts))
            }
        })
    }

    /// The first iterable belongs to the scope around; everything else to the comprehension's own.
    fn comprehension(
        &mut self,
        scope: ScopeId,
        node: &Expr,
        kind: ScopeKind,
        generators: &[Generator],
        results: &[&Expr],
    ) -> Result<(), SyntaxError> {
        self.iterable(scope, &generators[0].iter)?;
        let inner = self.open(kind, Some(scope));
        self.at(inner).is_comprehension = true;
        self.of_node.insert(key(node), inner);
        for (index, generator) in generators.iter().enumerate() {
            if generator.is_async {
                let frame = self.frame_of(inner);
                self.at(frame).is_async = true;
            }
            if index > 0 {
                self.iterable(inner, &generator.iter)?;
            }
            self.target(inner, &generator.target)?;
            self.exprs(inner, &generator.ifs)?;
        }
        results.iter().try_for_each(|each| self.expr(inner, each))
    }
    fn iterable(&mut self, scope: ScopeId, iterable: &Expr) -> Result<(), SyntaxError> {
        self.iterables += 1;
        let done = self.expr(scope, iterable);
        self.iterables -= 1;
        done
    }
}

/// Comprehensions run in the frame around them, unless something in them looks at the variables and nothing in them waits.
fn kind_of_comprehension(expr: &Expr) -> ScopeKind {
    if shows_variables(expr) && !waits(expr) { ScopeKind::Function } else { ScopeKind::Comprehension }
}
