//! In: the parts of a production, from the parser. Out: the node they make. Notes what is wrong with the parts,
//! and lets the parser go on: the first note is the error that is reported.
//!
//! It knows the source (names and literals are read here) but nothing of tables, states or tokens to come.

mod call;
mod pattern;
mod statement;

pub use call::{Argument, CallArguments, ParameterItem};
pub use statement::WithElement;

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::{Source, Span};
use crate::syntax::layout::Placed;
use crate::syntax::target;
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

/// An operand of binary operators, with the parentheses around it.
pub struct Operand {
    /// Where it starts.
    pub start: u32,
    /// What it is.
    pub value: Expr,
    /// Where it ends.
    pub end: u32,
}

/// Two operands or more, and the binary operators between them.
pub type Operands = (Vec<Operand>, Vec<Operator>);

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
        Builder { source, tokens, names: FxHashMap::default(), error: None }
    }

    /// The source that is parsed.
    pub fn source(&self) -> &'source Source {
        self.source
    }

    /// The token that follows `offset`: where CPython, which has read one token more, puts some errors.
    pub fn after(&self, offset: u32) -> Span {
        let index = self.tokens.partition_point(|&(start, _, _)| start < offset);
        let token = self.tokens.get(index).or(self.tokens.last());
        token.map_or(Span::new(offset, offset), |&(start, _, end)| Span::new(start, end))
    }

    /// Whether an expression has parentheses around it.
    pub fn is_enclosed(&self, expr: &Expr) -> bool {
        let index = self.tokens.partition_point(|&(start, _, _)| start < expr.span.start);
        let before = index.checked_sub(1).map(|index| self.tokens[index].0 as usize);
        before.is_some_and(|start| self.source.text()[start..].starts_with('('))
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
        Name { id: self.identifier(self.source.slice(span)), span }
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
        if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.')) {
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
        let kind = ExprKind::BinOp { left: Box::new(left), op, right: Box::new(right) };
        self.expr(kind, l, r)
    }

    /// Operands with binary operators between them, all of which bind to the left.
    pub fn operation(&mut self, (operands, operators): Operands) -> Expr {
        let mut operands = operands.into_iter();
        let mut right = operands.next().expect("there are two operands or more");
        let mut waiting: Vec<(Operand, Operator)> = Vec::new();
        for (next, op) in operands.zip(operators) {
            while let Some((left, before)) = waiting.pop_if(|(_, before)| before.precedence() >= op.precedence()) {
                right = self.joined(left, before, right);
            }
            waiting.push((right, op));
            right = next;
        }
        while let Some((left, op)) = waiting.pop() {
            right = self.joined(left, op, right);
        }
        right.value
    }

    fn joined(&mut self, left: Operand, op: Operator, right: Operand) -> Operand {
        let value = self.binary(left.value, op, right.value, left.start, right.end);
        Operand { start: left.start, value, end: right.end }
    }

    /// `op operand`.
    pub fn unary(&mut self, op: UnaryOperator, operand: Expr, l: u32, r: u32) -> Expr {
        let operand = Box::new(operand);
        self.expr(ExprKind::UnaryOp { op, operand }, l, r)
    }

    /// `first < second ...`.
    pub fn comparison(&mut self, first: Expr, rest: (Vec<CompareOperator>, Vec<Expr>), l: u32, r: u32) -> Expr {
        let kind = ExprKind::Compare { left: Box::new(first), ops: rest.0, comparators: rest.1 };
        self.expr(kind, l, r)
    }

    /// `value.attribute`.
    pub fn attribute(&mut self, value: Expr, attribute: Name, l: u32) -> Expr {
        let end = attribute.span.end;
        let kind = ExprKind::Attribute { value: Box::new(value), attribute: Box::new(attribute) };
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
            self.complain(format!("cannot use assignment expressions with {kind}"), target.span);
        }
        let kind = ExprKind::NamedExpr { target: Box::new(target), value: Box::new(value) };
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
            self.complain("iterable unpacking cannot be used in comprehension", element.span);
        }
        let comprehension = Comprehension { element, generators };
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
            self.complain("dict unpacking cannot be used in dict comprehension", Span::new(stars, stars + 2));
            return item.value;
        };
        let comprehension = DictComprehension { key, value: item.value, generators };
        self.expr(ExprKind::DictComp(Box::new(comprehension)), l, r)
    }
}
