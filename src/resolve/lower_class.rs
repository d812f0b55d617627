//! Syntax tree → resolved tree: classes, what annotations do, and `super()`.
//!
//! The body of a class becomes a function that is given a namespace; the statement is a call of `__build_class__` with
//! that function, the name and the bases. A name in a class body is an item of the namespace or, where that has none, what
//! a function at this place would find.

use std::sync::Arc;

use super::effects::Binding;
use super::lower::{Lower, Lowered, NAMESPACE_SLOT, docstring, namespace_parameter};
use super::scope::{CLASS_VARIABLE, Found, ScopeKind};
use super::support::Support;
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

const ANNOTATIONS: &str = "__annotations__";

/// Names in a class body.
impl Lower<'_> {
    fn text(&mut self, span: Span, text: &str) -> Expr {
        self.make(span, ExprKind::Constant(Constant::Str(text.into())))
    }

    fn namespace(&mut self, span: Span) -> Expr {
        self.make(span, ExprKind::Local(NAMESPACE_SLOT))
    }

    /// `name` in a class body.
    pub(super) fn read_named(&mut self, span: Span, name: &Arc<str>) -> Expr {
        let name = &self.private(name);
        let frame = self.scopes.get(self.function.frame);
        let elsewhere = match frame.free.contains(name) && !frame.origins.contains_key(name) {
            true => ExprKind::Cell(self.captured(span, name)),
            false => ExprKind::Global(self.names.slot(name)),
        };
        let (key, again) = (self.text(span, name), self.text(span, name));
        let (namespace, container) = (self.namespace(span), self.namespace(span));
        let has_name = Box::new(self.make(span, ExprKind::Support(Support::HasName)));
        let test = Box::new(self.make(span, ExprKind::PureCall(has_name, vec![container, key])));
        let then = Box::new(self.make(span, ExprKind::Index(Box::new(namespace), Box::new(again))));
        let orelse = Box::new(self.make(span, elsewhere));
        self.make(span, ExprKind::IfElse { test, then, orelse })
    }

    /// `name = value` in a class body.
    pub(super) fn store_named(&mut self, span: Span, name: &Arc<str>, value: Expr) {
        let name = self.private(name);
        let (object, index) = (self.namespace(span), self.text(span, &name));
        self.emit(span, StmtKind::SetIndex { object, index, value });
    }

    /// `del name` in a class body.
    pub(super) fn forget_named(&mut self, span: Span, name: &Arc<str>) -> Lowered<()> {
        let name = self.private(name);
        let (key, container) = (self.text(span, &name), self.namespace(span));
        let test = self.make(span, ExprKind::Compare(CompareOp::In, Box::new(key), Box::new(container)));
        self.emit_if(
            span,
            test,
            |this| {
                let (object, index) = (this.namespace(span), this.text(span, &name));
                this.emit(span, StmtKind::DeleteIndex { object, index });
                Ok(())
            },
            |this| {
                let slot = this.names.slot("NameError");
                let error = Box::new(this.make(span, ExprKind::Global(slot)));
                let message = this.text(span, &format!("name '{name}' is not defined"));
                let exception = Some(this.make(span, ExprKind::PureCall(error, vec![message])));
                this.emit(span, StmtKind::Raise { exception, cause: None });
                Ok(())
            },
        )
    }
}

/// `class`
impl Lower<'_> {
    pub(super) fn class_def(&mut self, span: Span, class: &ast::ClassDef) -> Lowered<()> {
        let name = &class.name.id;
        let place = self.landing(name);
        let decorators: Vec<&ast::Expr> = class.decorators.iter().collect();
        let decorators = self.pinned_operands(&decorators)?;
        let scope = self.scopes.of(class);
        let params = namespace_parameter();
        let (code, closure) =
            self.nested(scope, name, CodeKind::Class, span, params, None, |this| this.class_body(class))?;
        let function = self.temporary();
        let definition = Box::new(Definition { code, defaults: Vec::new(), keyword_defaults: Vec::new(), closure });
        self.emit(span, StmtKind::Define { target: Place::Local(function), definition });
        let build = self.names.slot("__build_class__");
        let callee = Callee::Value(self.make(span, ExprKind::Global(build)));
        let body = self.make(span, ExprKind::Temporary(function));
        let written = self.text(span, name);
        let mut args = vec![Arg::Positional(body), Arg::Positional(written)];
        args.extend(self.arguments(&class.bases, &class.keywords)?);
        let id = self.expression_id();
        let call = Call { callee, args, id, span };
        if decorators.is_empty() {
            self.emit(span, StmtKind::Call { target: Some(place), call });
        } else {
            self.emit(span, StmtKind::Call { target: Some(Place::Local(function)), call });
            self.decorate(span, decorators, function, place);
        }
        self.settle(span, name, place);
        Ok(())
    }

    fn class_body(&mut self, class: &ast::ClassDef) -> Lowered<()> {
        let span = class.name.span;
        let slot = self.names.slot("__name__");
        let module = self.make(span, ExprKind::Global(slot));
        self.store_named(span, &"__module__".into(), module);
        let qualified = self.prefix.trim_end_matches('.').to_string();
        let qualified = self.text(span, &qualified);
        self.store_named(span, &"__qualname__".into(), qualified);
        if let Some(doc) = docstring(&class.body) {
            let doc = self.text(span, &doc);
            self.store_named(span, &"__doc__".into(), doc);
        }
        if self.scopes.get(self.function.frame).has_annotations {
            self.begin_annotations();
        }
        self.statements(&class.body)?;
        if self.scopes.get(self.function.frame).captured.contains(CLASS_VARIABLE) {
            // The slot holds the cell itself.
            let slot = self.captured(span, &CLASS_VARIABLE.into());
            let cell = self.make(span, ExprKind::Local(slot));
            self.store_named(span, &"__classcell__".into(), cell);
        }
        Ok(())
    }
}

/// Annotations.
impl Lower<'_> {
    /// `__annotations__ = {}`
    pub(super) fn begin_annotations(&mut self) {
        let span = Span::default();
        let empty = self.make(span, ExprKind::Dict(Vec::new()));
        self.store_variable(span, &ANNOTATIONS.into(), empty);
    }

    /// `name = value` anywhere.
    pub(super) fn store_variable(&mut self, span: Span, name: &Arc<str>, value: Expr) {
        if self.is_named(name) {
            return self.store_named(span, name, value);
        }
        let place = self.place(name);
        self.emit(span, StmtKind::Assign(place, value));
    }

    /// What an annotated assignment does apart from assigning.
    pub(super) fn annotate(&mut self, span: Span, ann: &ast::AnnAssign) -> Lowered<()> {
        let kind = self.scopes.get(self.function.frame).kind;
        if kind == ScopeKind::Function || self.is_interactive() {
            return Ok(());
        }
        let ast::ExprKind::Name(name) = &ann.target.kind else { return Ok(()) };
        let value = self.annotation(&ann.annotation)?;
        if !ann.simple {
            self.emit(span, StmtKind::Evaluate(value));
            return Ok(());
        }
        let all: Arc<str> = ANNOTATIONS.into();
        let object = match self.is_named(&all) {
            true => self.read_named(span, &all),
            false => {
                let place = self.place(&all);
                self.read(span, place)
            }
        };
        let name = self.private(name);
        let index = self.text(span, &name);
        self.consume(&value);
        self.emit(span, StmtKind::SetIndex { object, index, value });
        Ok(())
    }

    /// The value of an annotation: its text where annotations are not evaluated.
    fn annotation(&mut self, annotation: &ast::Expr) -> Lowered<Expr> {
        if self.scopes.postponed_annotations {
            let text = self.slice(annotation.span).to_string();
            return Ok(self.text(annotation.span, &text));
        }
        self.expr(annotation)
    }

    /// The value of an annotation, in a slot. `*args: *Ts` has the only item of what it goes over.
    fn pinned_annotation(&mut self, annotation: &ast::Expr) -> Lowered<Expr> {
        let ast::ExprKind::Starred(inner) = &annotation.kind else {
            let value = self.expr(annotation)?;
            return Ok(self.pin(value));
        };
        let (span, value) = (annotation.span, self.expr(inner)?);
        let slot = self.temporary();
        self.emit(span, StmtKind::Unpack { targets: vec![Place::Local(slot)], star: None, value });
        Ok(self.take(span, slot))
    }

    /// Gives a function in a slot its `__annotations__`.
    pub(super) fn annotate_function(&mut self, span: Span, slot: Slot, def: &ast::FunctionDef) -> Lowered<()> {
        let arguments = &def.arguments;
        // The order is CPython's: the positional-only ones come second.
        let parameters = arguments
            .positional
            .iter()
            .chain(&arguments.positional_only)
            .chain(arguments.variadic.as_deref())
            .chain(&arguments.keyword_only)
            .chain(arguments.keywords.as_deref())
            .map(|parameter| (&parameter.name.id, &parameter.annotation));
        let all: Vec<(Arc<str>, &ast::Expr)> = parameters
            .filter_map(|(name, annotation)| Some((self.private(name), annotation.as_ref()?)))
            .chain(def.returns.as_ref().map(|returns| ("return".into(), returns)))
            .collect();
        let values = match self.scopes.postponed_annotations {
            true => all.iter().map(|(_, annotation)| self.annotation(annotation)).collect::<Lowered<Vec<_>>>()?,
            false if all.iter().any(|(_, annotation)| matches!(annotation.kind, ast::ExprKind::Starred(_))) => {
                all.iter().map(|(_, annotation)| self.pinned_annotation(annotation)).collect::<Lowered<Vec<_>>>()?
            }
            false => self.operands(&all.iter().map(|(_, annotation)| *annotation).collect::<Vec<_>>())?,
        };
        let pairs = all.iter().zip(values).map(|((name, _), value)| (self.text(span, name), value)).collect();
        let value = self.make(span, ExprKind::Dict(pairs));
        let object = self.make(span, ExprKind::Local(slot));
        self.emit(span, StmtKind::SetAttribute { object, name: ANNOTATIONS.into(), value });
        Ok(())
    }
}

/// `super()`
impl Lower<'_> {
    /// Whether `super` without arguments means this class and the first parameter.
    pub(super) fn is_bare_super(&self, callee: &ast::Expr) -> bool {
        let scope = self.function.scope;
        matches!(&callee.kind, ast::ExprKind::Name(name) if &**name == "super")
            && self.binding("super") == Binding::Nowhere
            && self.function.first.is_some()
            && self.scopes.get(self.function.frame).kind == ScopeKind::Function
            && self.scopes.find(scope, self.function.frame, CLASS_VARIABLE) == Found::Free
    }

    /// The class and the first parameter.
    pub(super) fn super_arguments(&mut self, span: Span) -> Vec<Expr> {
        let class = self.place(&CLASS_VARIABLE.into());
        let class = self.read(span, class);
        let Some(slot) = self.function.first else { return vec![class] };
        let first = match self.function.cells.contains(&slot) {
            true => ExprKind::Cell(slot),
            false => ExprKind::Local(slot),
        };
        let first = self.make(span, first);
        vec![class, first]
    }
}
