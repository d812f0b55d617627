//! In: the parts of a production, from the parser. Out: the node they make. Notes what is wrong with the parts,
//! and lets the parser go on: the first note is the error that is reported.
//!
//! It knows the source (names and literals are read here) but nothing of tables, states or tokens to come.

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::{Source, Span};
use crate::syntax::layout::Placed;
use crate::syntax::target::{self, Purpose};
use crate::syntax::tree::*;
use crate::syntax::{fstring, literal};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// What a parse gives: which of the two depends on the first token.
#[derive(Debug)]
pub enum Parsed {
    /// A whole file's statements.
    File(Body),
    /// A single expression.
    Expression(Expr),
}

/// One argument of a call, before it is known whether it may stand where it does.
pub enum Argument {
    /// `value`, `*value`.
    Positional(Expr),
    /// `value for ...`, which must be alone.
    Generator(Expr),
    /// `name=value`, `**value`.
    Keyword(Keyword),
}

/// The arguments of a call or class, gathered.
#[derive(Default)]
pub struct CallArguments {
    /// Positional ones.
    pub args: Vec<Expr>,
    /// Keywords.
    pub keywords: Vec<Keyword>,
    /// Whether a comma follows the last.
    pub trailing_comma: bool,
    /// A generator without parentheses of its own.
    generator: Option<Span>,
    /// What is wrong with the order of the arguments; its place is the closing parenthesis.
    misplaced: Option<&'static str>,
}

/// One item of a parameter list.
pub enum ParameterItem {
    /// `name: annotation = default`.
    Plain(Parameter),
    /// `/`, and where.
    Slash(u32),
    /// `*` alone, and where.
    Star(u32),
    /// `*name`.
    Variadic(Parameter),
    /// `**name`.
    Keywords(Parameter),
}

/// What stands in the parentheses of `with (...):`.
pub enum WithElement {
    /// An expression.
    Plain(Expr),
    /// `expression as target`.
    Item(WithItem),
}

/// Makes the nodes of one source's tree.
pub struct Builder<'source> {
    source: &'source Source,
    tokens: &'source [Placed],
    names: FxHashMap<&'source str, Identifier>,
    error: Option<SyntaxError>,
}

impl<'source> Builder<'source> {
    /// A builder for `source`, whose tokens are there to find the one after a place.
    pub fn new(source: &'source Source, tokens: &'source [Placed]) -> Builder<'source> {
        Builder {
            source,
            tokens,
            names: FxHashMap::default(),
            error: None,
        }
    }

    /// The source that is parsed.
    pub fn source(&self) -> &'source Source {
        self.source
    }

    /// The token that follows `offset`: where CPython, which has read one token more, puts some errors.
    pub fn after(&self, offset: u32) -> Span {
        let index = self.tokens.partition_point(|&(start, _, _)| start < offset);
        let token = self.tokens.get(index).or(self.tokens.last());
        token.map_or(Span::new(offset, offset), |&(start, _, end)| {
            Span::new(start, end)
        })
    }

    /// The first thing noted, if any; forgets it.
    pub fn take_error(&mut self) -> Option<SyntaxError> {
        self.error.take()
    }

    /// Notes an error, unless there is one.
    pub fn note(&mut self, error: SyntaxError) {
        self.error.get_or_insert(error);
    }

    /// Notes a plain syntax error at `span`.
    pub fn complain(&mut self, message: impl Into<Cow<'static, str>>, span: Span) {
        self.note(SyntaxError::new(message, span));
    }

    // ---- Names and leaves ---------------------------------------------------------------------------

    /// The name written at `l..r`.
    pub fn name(&mut self, l: u32, r: u32) -> Name {
        let span = Span::new(l, r);
        Name {
            id: self.identifier(self.source.slice(span)),
            span,
        }
    }

    fn identifier(&mut self, text: &'source str) -> Identifier {
        if let Some(known) = self.names.get(text) {
            return known.clone();
        }
        let new: Identifier = if text.is_ascii() {
            text.into()
        } else {
            // Different spellings of one name must share it.
            let normal: String = text.nfkc().collect();
            let same = self.names.values().find(|known| ***known == *normal);
            same.cloned().unwrap_or_else(|| normal.into())
        };
        self.names.insert(text, new.clone());
        new
    }

    /// A dotted name; spaces around the dots are dropped.
    pub fn dotted(&mut self, span: Span) -> Identifier {
        let text = self.source.slice(span);
        if text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'))
        {
            return self.identifier(text);
        }
        let skip = |each: &char| !each.is_whitespace() && *each != '\\';
        text.nfkc().filter(skip).collect::<String>().into()
    }

    /// A variable.
    pub fn variable(&mut self, name: Name) -> Expr {
        Expr::new(ExprKind::Name(name.id), name.span)
    }

    /// A number.
    pub fn number(&mut self, l: u32, r: u32) -> Expr {
        let span = Span::new(l, r);
        let value = literal::number(self.source.slice(span)).unwrap_or_else(|digits| {
            let message = format!(
                "{}: value has {digits} digits; use sys.set_int_max_str_digits() to increase the limit \
                 - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                literal::TOO_LONG
            );
            self.complain(message, span);
            Constant::None
        });
        Expr::new(ExprKind::Constant(value), span)
    }

    /// Adjacent string literals.
    pub fn strings(&mut self, tokens: &[Span]) -> Expr {
        fstring::strings(self, tokens)
    }

    // ---- Expressions --------------------------------------------------------------------------------

    /// Any expression; the one place where depth is checked.
    pub fn expr(&mut self, kind: ExprKind, l: u32, r: u32) -> Expr {
        let span = Span::new(l, r);
        let expr = Expr::new(kind, span);
        if expr.depth() <= MAX_DEPTH {
            return expr;
        }
        self.note(SyntaxError::of_kind(
            SyntaxErrorKind::Recursion,
            "maximum recursion depth exceeded during compilation",
            span,
        ));
        Expr::new(ExprKind::Constant(Constant::None), span)
    }

    /// `left op right`.
    pub fn binary(&mut self, left: Expr, op: Operator, right: Expr, l: u32, r: u32) -> Expr {
        let kind = ExprKind::BinOp {
            left: Box::new(left),
            op,
            right: Box::new(right),
        };
        self.expr(kind, l, r)
    }

    /// `op operand`.
    pub fn unary(&mut self, op: UnaryOperator, operand: Expr, l: u32, r: u32) -> Expr {
        let operand = Box::new(operand);
        self.expr(ExprKind::UnaryOp { op, operand }, l, r)
    }

    /// `first < second ...`.
    pub fn comparison(
        &mut self,
        first: Expr,
        rest: (Vec<CompareOperator>, Vec<Expr>),
        l: u32,
        r: u32,
    ) -> Expr {
        let kind = ExprKind::Compare {
            left: Box::new(first),
            ops: rest.0,
            comparators: rest.1,
        };
        self.expr(kind, l, r)
    }

    /// `value.attribute`.
    pub fn attribute(&mut self, value: Expr, attribute: Name, l: u32) -> Expr {
        let end = attribute.span.end;
        let kind = ExprKind::Attribute {
            value: Box::new(value),
            attribute: Box::new(attribute),
        };
        self.expr(kind, l, end)
    }

    /// `lower:upper:step`.
    pub fn slice(
        &mut self,
        lower: Option<Box<Expr>>,
        upper: Option<Box<Expr>>,
        step: Option<Box<Expr>>,
        l: u32,
        r: u32,
    ) -> Expr {
        self.expr(ExprKind::Slice { lower, upper, step }, l, r)
    }

    /// `*value` alone in a subscript, which makes a tuple.
    pub fn starred_index(&mut self, value: Expr, l: u32, r: u32) -> Expr {
        let starred = self.expr(ExprKind::Starred(Box::new(value)), l, r);
        self.expr(ExprKind::Tuple(vec![starred]), l, r)
    }

    /// `(*value)`, which is never right.
    pub fn starred_group(&mut self, starred: Expr) -> Expr {
        self.complain("cannot use starred expression here", starred.span);
        starred
    }

    /// `target := value`.
    pub fn named_expression(&mut self, target: Expr, value: Expr, l: u32, r: u32) -> Expr {
        if !matches!(target.kind, ExprKind::Name(_)) || target.span.start != l {
            let kind = target::name_of(&target);
            self.complain(
                format!("cannot use assignment expressions with {kind}"),
                target.span,
            );
        }
        let kind = ExprKind::NamedExpr {
            target: Box::new(target),
            value: Box::new(value),
        };
        self.expr(kind, l, r)
    }

    /// `element for ...`, of the kind that `make` makes.
    pub fn comprehension(
        &mut self,
        make: fn(Box<Comprehension>) -> ExprKind,
        element: Expr,
        generators: Vec<Generator>,
        l: u32,
        r: u32,
    ) -> Expr {
        if matches!(element.kind, ExprKind::Starred(_)) {
            self.complain(
                "iterable unpacking cannot be used in comprehension",
                element.span,
            );
        }
        let comprehension = Comprehension {
            element,
            generators,
        };
        self.expr(make(Box::new(comprehension)), l, r)
    }

    /// `{key: value for ...}`.
    pub fn dict_comprehension(
        &mut self,
        item: DictItem,
        generators: Vec<Generator>,
        stars: u32,
        l: u32,
        r: u32,
    ) -> Expr {
        let Some(key) = item.key else {
            self.complain(
                "dict unpacking cannot be used in dict comprehension",
                Span::new(stars, stars + 2),
            );
            return item.value;
        };
        let comprehension = DictComprehension {
            key,
            value: item.value,
            generators,
        };
        self.expr(ExprKind::DictComp(Box::new(comprehension)), l, r)
    }

    // ---- Calls --------------------------------------------------------------------------------------

    /// `target=value` in a call; `p` is just past the `=`.
    pub fn keyword_argument(
        &mut self,
        target: Expr,
        value: Expr,
        l: u32,
        p: u32,
        r: u32,
    ) -> Argument {
        let bare = target.span.start == l;
        let place = Span::new(target.span.start, p);
        let name = match target.kind {
            ExprKind::Name(id) if bare => Some(id),
            ExprKind::Constant(Constant::None | Constant::Bool(_)) if bare => {
                let kind = target::name_of(&target);
                self.complain(format!("cannot assign to {kind}"), place);
                None
            }
            _ => {
                self.complain(
                    "expression cannot contain assignment, perhaps you meant \"==\"?",
                    place,
                );
                None
            }
        };
        Argument::Keyword(Keyword {
            span: Span::new(l, r),
            name,
            value,
        })
    }

    /// `name=value for ...`, which is never right.
    pub fn keyword_generator(&mut self, target: Expr, l: u32, p: u32) -> Argument {
        self.complain(
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
            Span::new(l, p),
        );
        Argument::Positional(target)
    }

    /// Adds an argument to those before it.
    pub fn push_argument(&mut self, list: &mut CallArguments, next: Argument) {
        let positional = match next {
            Argument::Keyword(keyword) => return list.keywords.push(keyword),
            Argument::Positional(value) => value,
            Argument::Generator(value) => {
                list.generator.get_or_insert(value.span);
                value
            }
        };
        let unpacked = list.keywords.iter().any(|keyword| keyword.name.is_none());
        if !matches!(positional.kind, ExprKind::Starred(_)) {
            if !list.keywords.is_empty() {
                list.misplaced.get_or_insert(match unpacked {
                    true => "positional argument follows keyword argument unpacking",
                    false => "positional argument follows keyword argument",
                });
            }
        } else if unpacked {
            let first = list.args.first().map(|arg| arg.span);
            let places = list
                .keywords
                .iter()
                .map(|keyword| keyword.span)
                .chain(first);
            let span = places.reduce(Span::to).unwrap_or(positional.span);
            self.complain(
                "iterable argument unpacking follows keyword argument unpacking",
                span,
            );
        }
        list.args.push(positional);
    }

    /// Checks a finished argument list whose parentheses are at `l..r`.
    fn finish_arguments(&mut self, list: &mut CallArguments, l: u32, r: u32) {
        if let Some(message) = list.misplaced {
            self.complain(message, Span::new(r - 1, r));
        }
        let Some(span) = list.generator else { return };
        if list.args.len() + list.keywords.len() > 1 || list.trailing_comma {
            self.complain("Generator expression must be parenthesized", span);
        } else {
            // The call's parentheses are the generator's too.
            list.args[0].span = Span::new(l, r);
        }
    }

    /// `func(arguments)`; the parenthesis opens at `p`.
    pub fn call(&mut self, func: Expr, mut list: CallArguments, l: u32, p: u32, r: u32) -> Expr {
        self.finish_arguments(&mut list, p, r);
        let kind = ExprKind::Call {
            func: Box::new(func),
            args: list.args,
            keywords: list.keywords,
        };
        self.expr(kind, l, r)
    }

    // ---- Statements ---------------------------------------------------------------------------------

    /// A statement on one line.
    pub fn stmt(&mut self, kind: StmtKind, l: u32, r: u32) -> Stmt {
        Stmt {
            span: Span::new(l, r),
            kind,
        }
    }

    /// A statement that ends with its last block.
    pub fn block_stmt(&mut self, kind: StmtKind, l: u32) -> Stmt {
        let end = match &kind {
            StmtKind::FunctionDef(def) => end_of([&def.body]),
            StmtKind::ClassDef(def) => end_of([&def.body]),
            StmtKind::If { branches, orelse } => {
                let last = branches.last().map(|branch| &branch.body);
                end_of([orelse].into_iter().chain(last))
            }
            StmtKind::While { body, orelse, .. } => end_of([orelse, body]),
            StmtKind::For(each) => end_of([&each.orelse, &each.body]),
            StmtKind::With { body, .. } => end_of([body]),
            StmtKind::Try(each) => {
                let last = each.handlers.last().map(|handler| &handler.body);
                end_of([&each.finalbody, &each.orelse].into_iter().chain(last))
            }
            StmtKind::Match { cases, .. } => end_of(cases.last().map(|case| &case.body)),
            _ => l,
        };
        self.stmt(kind, l, end)
    }

    /// Puts decorators on a function or class.
    pub fn decorate(&mut self, list: Vec<Expr>, mut definition: Stmt) -> Stmt {
        match &mut definition.kind {
            StmtKind::FunctionDef(def) => def.decorators = list,
            StmtKind::ClassDef(def) => def.decorators = list,
            _ => {}
        }
        definition
    }

    /// `class name(...)`; the parentheses, if any, are at `l..r`.
    pub fn class(
        &mut self,
        name: Name,
        mut list: CallArguments,
        body: Body,
        l: u32,
        r: u32,
    ) -> ClassDef {
        let generator = list.args.iter().find_map(|arg| match &arg.kind {
            ExprKind::GeneratorExp(each) => Some(each.element.span.end),
            _ => None,
        });
        if let (Some(_), Some(end)) = (list.generator.take(), generator) {
            let place = self.after(end);
            self.complain("invalid syntax", place);
        }
        self.finish_arguments(&mut list, l, r);
        ClassDef {
            name,
            bases: list.args,
            keywords: list.keywords,
            body,
            decorators: Vec::new(),
        }
    }

    /// One `if` or `elif`.
    pub fn branch(&mut self, l: u32, test: Expr, body: Body) -> Branch {
        let span = Span::new(l, end_of([&body]));
        Branch { span, test, body }
    }

    /// One `except`.
    pub fn handler(
        &mut self,
        l: u32,
        kind: Option<Expr>,
        name: Option<Name>,
        body: Body,
    ) -> ExceptHandler {
        ExceptHandler {
            span: Span::new(l, end_of([&body])),
            kind,
            name,
            body,
        }
    }

    /// The `*` of `from module import *`.
    pub fn import_star(&mut self, l: u32, r: u32) -> Alias {
        Alias {
            span: Span::new(l, r),
            name: self.identifier("*"),
            asname: None,
        }
    }

    /// One target of an assignment that begins at `l`.
    pub fn target(&mut self, target: Expr, l: u32) -> Expr {
        if let ExprKind::Yield(_) | ExprKind::YieldFrom(_) = target.kind
            && target.span.start == l
        {
            self.complain("assignment to yield expression not possible", target.span);
        }
        self.check_target(&target, Purpose::Assign);
        target
    }

    fn check_target(&mut self, target: &Expr, purpose: Purpose) {
        if let Some((message, span)) = target::refuse(target, purpose) {
            self.complain(message, span);
        }
    }

    /// `targets = value`.
    pub fn assignment(&mut self, targets: Vec<Expr>, value: Expr) -> StmtKind {
        if let ([only], Some(error)) = (&targets[..], &self.error)
            && error.message.starts_with("cannot assign")
            && error.span.is_some_and(|span| only.span.covers(span))
            && let Some(better) = target::slip(target::last(only), &value)
        {
            self.error = Some(better);
        }
        StmtKind::Assign { targets, value }
    }

    /// `target: annotation = value`.
    pub fn annotated_assignment(
        &mut self,
        l: u32,
        target: Expr,
        annotation: Expr,
        value: Option<Expr>,
    ) -> StmtKind {
        let simple = matches!(target.kind, ExprKind::Name(_)) && target.span.start == l;
        match target.kind {
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {}
            ExprKind::List(_) | ExprKind::Tuple(_) => {
                let kind = target::name_of(&target);
                let place = match &target.kind {
                    ExprKind::Tuple(parts)
                        if target.span.start == parts.first().map_or(l, |part| part.span.start) =>
                    {
                        parts[0].span
                    }
                    _ => target.span,
                };
                self.complain(
                    format!("only single target (not {kind}) can be annotated"),
                    place,
                );
            }
            _ => self.complain("illegal target for annotation", target.span),
        }
        StmtKind::AnnAssign(Box::new(AnnAssign {
            target,
            annotation,
            value,
            simple,
        }))
    }

    /// `target op= value`.
    pub fn augmented_assignment(&mut self, target: Expr, op: Operator, value: Expr) -> StmtKind {
        if !matches!(
            target.kind,
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. }
        ) {
            let kind = target::name_of(&target);
            self.complain(
                format!("'{kind}' is an illegal expression for augmented assignment"),
                target.span,
            );
        }
        StmtKind::AugAssign(Box::new(AugAssign { target, op, value }))
    }

    /// `del a, b`.
    pub fn delete(&mut self, list: Vec<Expr>) -> StmtKind {
        for target in &list {
            self.check_target(target, Purpose::Delete);
        }
        StmtKind::Delete(list)
    }

    /// The single target of a `for`.
    pub fn loop_target(&mut self, target: Expr) -> Expr {
        self.check_target(&target, Purpose::Loop);
        target
    }

    /// Several targets of a `for`.
    pub fn loop_targets(&mut self, list: Vec<Expr>, l: u32, r: u32) -> Expr {
        let tuple = self.expr(ExprKind::Tuple(list), l, r);
        self.loop_target(tuple)
    }

    /// `context as target`.
    pub fn with_item(&mut self, context: Expr, target: Expr) -> WithItem {
        self.check_target(&target, Purpose::Assign);
        WithItem {
            context,
            target: Some(target),
        }
    }

    /// `with (...):` holds items if each of them can be one, and else a single parenthesised expression.
    pub fn with_parenthesis(
        &mut self,
        elements: Vec<WithElement>,
        trailing_comma: bool,
        l: u32,
        r: u32,
    ) -> Vec<WithItem> {
        let is_item = |element: &WithElement| match element {
            WithElement::Item(_) => true,
            WithElement::Plain(value) => !matches!(
                value.kind,
                ExprKind::Starred(_) | ExprKind::NamedExpr { .. }
            ),
        };
        if !elements.is_empty() && elements.iter().all(is_item) {
            let item = |element| match element {
                WithElement::Item(item) => item,
                WithElement::Plain(context) => WithItem {
                    context,
                    target: None,
                },
            };
            return elements.into_iter().map(item).collect();
        }
        let mut values = Vec::with_capacity(elements.len());
        for element in elements {
            match element {
                WithElement::Plain(value) => values.push(value),
                WithElement::Item(item) => {
                    self.complain("invalid syntax", item.context.span);
                    values.push(item.context);
                }
            }
        }
        let context = match values.pop() {
            Some(only) if values.is_empty() && !trailing_comma => {
                if matches!(only.kind, ExprKind::Starred(_)) {
                    self.starred_group(only)
                } else {
                    only
                }
            }
            last => {
                values.extend(last);
                self.expr(ExprKind::Tuple(values), l, r)
            }
        };
        vec![WithItem {
            context,
            target: None,
        }]
    }

    /// A parameter list: sorts the items by kind and checks their order.
    pub fn arguments(&mut self, items: Vec<ParameterItem>) -> Arguments {
        let mut list = Arguments::default();
        let mut star = None;
        let mut slash = false;
        for item in items {
            if list.keywords.is_some() {
                self.complain("arguments cannot follow var-keyword argument", item.start());
            }
            let stars = item.start();
            match item {
                ParameterItem::Plain(parameter) if star.is_some() || list.variadic.is_some() => {
                    list.keyword_only.push(parameter);
                }
                ParameterItem::Plain(parameter) => {
                    let before = list.positional.last().or(list.positional_only.last());
                    if parameter.default.is_none()
                        && before.is_some_and(|each| each.default.is_some())
                    {
                        self.complain(
                            "non-default argument follows default argument",
                            parameter.name.span,
                        );
                    }
                    list.positional.push(parameter);
                }
                ParameterItem::Slash(at) => {
                    let span = Span::new(at, at + 1);
                    if star.is_some() || list.variadic.is_some() {
                        self.complain("/ must be ahead of *", span);
                    } else if slash {
                        self.complain("/ may appear only once", span);
                    } else if list.positional.is_empty() {
                        self.complain("at least one argument must precede /", span);
                    }
                    slash = true;
                    list.positional_only = std::mem::take(&mut list.positional);
                }
                ParameterItem::Star(at) => {
                    if star.is_some() || list.variadic.is_some() {
                        self.complain("* argument may appear only once", Span::new(at, at + 1));
                    }
                    star = Some(at);
                }
                ParameterItem::Variadic(parameter) => {
                    if star.is_some() || list.variadic.is_some() {
                        self.complain("* argument may appear only once", stars);
                    }
                    if let Some(default) = &parameter.default {
                        let equal = self.equal_before(default);
                        self.complain("var-positional argument cannot have default value", equal);
                    }
                    list.variadic = Some(Box::new(parameter));
                }
                ParameterItem::Keywords(parameter) => {
                    if let Some(default) = &parameter.default {
                        let equal = self.equal_before(default);
                        self.complain("var-keyword argument cannot have default value", equal);
                    }
                    list.keywords = Some(Box::new(parameter));
                }
            }
        }
        if let Some(at) = star
            && list.keyword_only.is_empty()
        {
            self.complain("named arguments must follow bare *", Span::new(at, at + 1));
        }
        list
    }

    /// Where the `=` before a default value is.
    fn equal_before(&self, value: &Expr) -> Span {
        let before = &self.source.text()[..value.span.start as usize];
        let at = before.rfind('=').unwrap_or(0) as u32;
        Span::new(at, at + 1)
    }

    // ---- Patterns -----------------------------------------------------------------------------------

    /// Any pattern.
    pub fn pattern(&mut self, kind: PatternKind, l: u32, r: u32) -> Pattern {
        Pattern {
            span: Span::new(l, r),
            kind,
        }
    }

    /// A name that is bound, or nothing for `_`.
    pub fn capture(name: Name) -> Option<Name> {
        (&*name.id != "_").then_some(name)
    }

    /// `pattern as target`.
    pub fn as_pattern(&mut self, pattern: Pattern, target: Expr, l: u32, r: u32) -> Pattern {
        let span = target.span;
        let name = match target.kind {
            ExprKind::Name(id) if &*id == "_" => {
                self.complain("cannot use '_' as a target", span);
                None
            }
            ExprKind::Name(id) => Some(Name { id, span }),
            _ => {
                self.complain("invalid pattern target", span);
                None
            }
        };
        let pattern = Some(Box::new(pattern));
        self.pattern(PatternKind::As { pattern, name }, l, r)
    }

    /// A bare name captures, a dotted one is a value.
    pub fn name_pattern(&mut self, expr: Expr) -> Pattern {
        let span = expr.span;
        let kind = match expr.kind {
            ExprKind::Name(id) => PatternKind::As {
                pattern: None,
                name: Builder::capture(Name { id, span }),
            },
            _ => PatternKind::Value(expr),
        };
        Pattern { span, kind }
    }

    /// A literal.
    pub fn literal_pattern(&mut self, expr: Expr) -> Pattern {
        let span = expr.span;
        let kind = match expr.kind {
            ExprKind::Constant(value @ (Constant::None | Constant::Bool(_))) => {
                PatternKind::Singleton(value)
            }
            ExprKind::JoinedStr(_) => {
                self.complain(
                    "patterns may only match literals and attribute lookups",
                    span,
                );
                PatternKind::Value(expr)
            }
            _ => PatternKind::Value(expr),
        };
        Pattern { span, kind }
    }

    /// `1 + 2j` in a pattern.
    pub fn complex_pattern(
        &mut self,
        left: Expr,
        op: Operator,
        right: Expr,
        l: u32,
        r: u32,
    ) -> Expr {
        let real = match &left.kind {
            ExprKind::UnaryOp { operand, .. } => operand,
            _ => &left,
        };
        let imaginary =
            |expr: &Expr| matches!(expr.kind, ExprKind::Constant(Constant::Imaginary(_)));
        if imaginary(real) {
            self.complain("real number required in complex literal", real.span);
        }
        if !imaginary(&right) {
            self.complain("imaginary number required in complex literal", right.span);
        }
        self.binary(left, op, right, l, r)
    }

    /// A key of a mapping pattern that is not a literal must be dotted.
    pub fn key_attribute(&mut self, key: Expr) -> Expr {
        if matches!(key.kind, ExprKind::Name(_)) {
            self.complain("invalid syntax", Span::new(key.span.end, key.span.end + 1));
        }
        key
    }

    /// `**name` in a mapping pattern.
    pub fn rest_pattern(&mut self, name: Name) -> Pattern {
        let span = name.span;
        if &*name.id == "_" {
            self.complain("invalid syntax", span);
        }
        let kind = PatternKind::As {
            pattern: None,
            name: Some(name),
        };
        Pattern { span, kind }
    }

    /// `{key: pattern, **rest}`.
    pub fn mapping_pattern(
        &mut self,
        list: Vec<(Option<Expr>, Pattern)>,
        l: u32,
        r: u32,
    ) -> Pattern {
        let mut items = Vec::with_capacity(list.len());
        let mut rest = None;
        for (key, pattern) in list {
            if rest.is_some() {
                let place = key.as_ref().map_or(pattern.span, |key| key.span);
                self.complain("invalid syntax", place);
            }
            match (key, pattern.kind) {
                (Some(key), kind) => items.push((
                    key,
                    Pattern {
                        span: pattern.span,
                        kind,
                    },
                )),
                (None, PatternKind::As { name, .. }) => rest = name,
                _ => {}
            }
        }
        self.pattern(PatternKind::Mapping { items, rest }, l, r)
    }

    /// `cls(patterns, name=pattern)`.
    pub fn class_pattern(
        &mut self,
        cls: Expr,
        items: Vec<(Option<Name>, Pattern)>,
        l: u32,
        r: u32,
    ) -> Pattern {
        let (mut patterns, mut keywords) = (Vec::new(), Vec::new());
        let mut misplaced: Option<Span> = None;
        for (name, pattern) in items {
            match name {
                Some(name) => keywords.push((name, pattern)),
                None => {
                    if !keywords.is_empty() {
                        misplaced = Some(misplaced.unwrap_or(pattern.span).to(pattern.span));
                    }
                    patterns.push(pattern);
                }
            }
        }
        if let Some(span) = misplaced {
            self.complain("positional patterns follow keyword patterns", span);
        }
        let kind = PatternKind::Class {
            cls: Box::new(cls),
            patterns,
            keywords,
        };
        self.pattern(kind, l, r)
    }
}

impl ParameterItem {
    /// The token it begins with.
    fn start(&self) -> Span {
        match self {
            ParameterItem::Slash(at) | ParameterItem::Star(at) => Span::new(*at, at + 1),
            ParameterItem::Plain(parameter) => parameter.name.span,
            ParameterItem::Variadic(Parameter { name, .. }) => {
                Span::new(name.span.start - 1, name.span.start)
            }
            ParameterItem::Keywords(Parameter { name, .. }) => {
                Span::new(name.span.start - 2, name.span.start)
            }
        }
    }
}

/// Where the first body that is not empty ends.
fn end_of<'a>(bodies: impl IntoIterator<Item = &'a Body>) -> u32 {
    let last = bodies.into_iter().find_map(|body| body.last());
    last.map_or(0, |stmt| stmt.span.end)
}
