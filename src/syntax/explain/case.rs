//! The tokens around an error, and the questions that the tests for slips ask of them.

use crate::error::SyntaxError;
use crate::source::{Source, Span};
use crate::syntax::builder::Builder;
use crate::syntax::layout::{Layout, Placed};
use crate::syntax::parse::{Refusal, attempt};
use crate::syntax::token::Token;
use crate::syntax::tree::Expr;
use std::cell::Cell;

/// How many shorter stretches are tried when a longer one is no expression.
pub const ATTEMPTS: usize = 40;

pub struct Case<'a> {
    pub source: &'a Source,
    layout: &'a Layout,
    tokens: &'a [Placed],
    /// The token that the parser refused.
    pub at: usize,
    expected: &'a [String],
    /// Whether an attempt to read an expression ran into the end of the text.
    reached: Cell<Option<usize>>,
    /// The token up to which the slip that was found had to be read.
    pub read: Cell<usize>,
}

impl<'a> Case<'a> {
    pub fn new(source: &'a Source, layout: &'a Layout, refusal: &'a Refusal) -> Case<'a> {
        Case {
            source,
            layout,
            tokens: &layout.tokens,
            at: refusal.at,
            expected: &refusal.expected,
            reached: Cell::new(None),
            read: Cell::new(0),
        }
    }

    /// A builder for attempts of its own.
    pub fn builder(&self) -> Builder<'a> {
        Builder::new(self.source, self.tokens)
    }

    /// The token at `index`; past the end a `Newline`, which begins and continues nothing.
    pub fn token(&self, index: usize) -> Token {
        self.tokens.get(index).map_or(Token::Newline, |token| token.1)
    }

    /// Whether the parser refused to end.
    pub fn past_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub fn span(&self, index: usize) -> Span {
        let end = self.source.text().len() as u32;
        self.tokens.get(index).map_or(Span::new(end, end), |&(start, _, end)| Span::new(start, end))
    }

    pub fn text(&self, index: usize) -> &'a str {
        self.source.slice(self.span(index))
    }

    /// Whether the parser would have taken `terminal` instead.
    pub fn expects(&self, terminal: &str) -> bool {
        self.expected.iter().any(|each| each.trim_matches('"') == terminal)
    }

    pub fn here(&self, message: &'static str) -> SyntaxError {
        SyntaxError::new(message, self.span(self.at))
    }

    // ---- The end of the text ------------------------------------------------------------------------

    pub fn never_closed(&self, open: usize) -> SyntaxError {
        let bracket = self.text(open);
        SyntaxError::new(format!("'{bracket}' was never closed"), self.span(open))
    }

    /// What is wrong at the token `index` if it marks the end of a text that should go on.
    pub fn end_error(&self, index: usize) -> Option<SyntaxError> {
        match self.token(index) {
            Token::EndInBracket => {
                let open = *self.layout.open.last()?;
                Some(self.never_closed(open as usize))
            }
            Token::Broken => self.layout.failure.as_ref().map(|failure| failure.error.clone()),
            _ => None,
        }
    }

    /// What is wrong at the end if an attempt ran into it.
    pub fn reached_end(&self) -> Option<SyntaxError> {
        self.end_error(self.reached.take()?)
    }

    /// The comment in front of the line end that was refused: to CPython it is part of that token.
    pub fn comment(&self) -> Option<Span> {
        let end = self.span(self.at).start;
        let last = self.at.checked_sub(1).map_or(0, |before| self.span(before).end);
        let between = self.source.slice(Span::new(last, end));
        let start = last + between.find('#')? as u32;
        Some(Span::new(start, end))
    }

    // ---- Lines and brackets -------------------------------------------------------------------------

    /// The first token of the line of tokens that `index` lies in.
    pub fn line_start(&self, index: usize) -> usize {
        let before = &self.tokens[..index.min(self.tokens.len())];
        before
            .iter()
            .rposition(|&(_, token, _)| matches!(token, Token::Newline | Token::Indent | Token::Dedent))
            .map_or(0, |at| at + 1)
    }

    /// How many brackets open between two tokens and stay open.
    pub fn depth_between(&self, from: usize, to: usize) -> usize {
        (from..to).fold(0, |depth: usize, index| match side(self.token(index)) {
            Side::Opening => depth + 1,
            Side::Closing => depth.saturating_sub(1),
            Side::Neither => depth,
        })
    }

    /// The first of the tokens `from..to`, outside brackets that open among them, that is wanted.
    pub fn find_level(&self, from: usize, to: usize, wanted: impl Fn(Token) -> bool) -> Option<usize> {
        let mut depth = 0_usize;
        (from..to).find(|&index| {
            match side(self.token(index)) {
                Side::Opening => depth += 1,
                Side::Closing => depth = depth.saturating_sub(1),
                Side::Neither => return depth == 0 && wanted(self.token(index)),
            }
            false
        })
    }

    /// The brackets that are open at `index`, innermost first.
    pub fn open_at(&self, index: usize) -> impl Iterator<Item = usize> {
        let mut depth = 0;
        let first = self.line_start(index);
        (first..index).rev().filter(move |&index| match side(self.token(index)) {
            Side::Closing => {
                depth += 1;
                false
            }
            Side::Opening if depth > 0 => {
                depth -= 1;
                false
            }
            side => side == Side::Opening,
        })
    }

    /// The innermost bracket that is open at the error.
    pub fn innermost(&self) -> Option<usize> {
        self.open_at(self.at).next()
    }

    /// Whether an operand can end with the token at `index`.
    pub fn ends_operand(&self, index: usize) -> bool {
        matches!(
            self.token(index),
            Token::Name
                | Token::Number
                | Token::String
                | Token::True
                | Token::False
                | Token::None
                | Token::Ellipsis
                | Token::RightParenthesis
                | Token::RightBracket
                | Token::RightBrace
        )
    }

    /// Whether the parenthesis at `open` holds the arguments of a call.
    pub fn is_call(&self, open: usize) -> bool {
        self.token(open) == Token::LeftParenthesis && open > 0 && self.ends_operand(open - 1)
    }

    /// Whether the parenthesis at `open` holds parameters or imported names, where no expression can begin.
    pub fn holds_names(&self, open: usize) -> bool {
        let before = |count: usize| open.checked_sub(count).map(|index| self.token(index));
        self.token(open) == Token::LeftParenthesis
            && (before(1) == Some(Token::Import) || before(2) == Some(Token::Def))
    }

    /// Whether `index` lies in the pattern of a `case`, where no expression can begin.
    pub fn in_pattern(&self, index: usize) -> bool {
        let first = self.line_start(index);
        self.token(first) == Token::Case
            && self.find_level(first, index, |token| matches!(token, Token::If | Token::Colon)).is_none()
    }

    /// Whether `index` lies among the parameters of a lambda.
    pub fn in_lambda(&self, index: usize) -> bool {
        let mut depth = 0;
        for index in (self.line_start(index)..index).rev() {
            match side(self.token(index)) {
                Side::Closing => depth += 1,
                Side::Opening if depth == 0 => return false,
                Side::Opening => depth -= 1,
                Side::Neither if depth > 0 => {}
                Side::Neither => match self.token(index) {
                    Token::Lambda => return true,
                    Token::Colon => return false,
                    _ => {}
                },
            }
        }
        false
    }

    // ---- Expressions --------------------------------------------------------------------------------

    /// Whether an expression can begin at `index`, seen from what stands before it.
    pub fn opens(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return true;
        };
        match self.token(before) {
            Token::LeftParenthesis => !self.holds_names(before),
            Token::Comma => {
                let bracket = self.open_at(index).next();
                !bracket.is_some_and(|open| self.holds_names(open)) && !self.in_lambda(index)
            }
            // Those of a comprehension and of a conditional expression stand before narrower expressions.
            Token::In => self.begins_block(before, &[Token::For]),
            Token::If => self.begins_block(before, &[Token::If, Token::Case]),
            Token::Star => {
                let bracket = before.checked_sub(1).map(|index| self.token(index));
                matches!(bracket, Some(Token::LeftParenthesis | Token::Comma)) && self.opens(before)
            }
            // Behind `for` stands a target; it is looked at as an expression when `in` does not follow.
            Token::For => !(index..self.at).any(|index| self.token(index) == Token::In),
            Token::Equal
            | Token::LeftBracket
            | Token::LeftBrace
            | Token::WithParenthesis
            | Token::Colon
            | Token::ColonEqual
            | Token::Else
            | Token::DoubleStar
            | Token::Newline
            | Token::Indent
            | Token::Dedent
            | Token::Semicolon
            | Token::Return
            | Token::Yield
            | Token::From
            | Token::Raise
            | Token::Assert
            | Token::Del
            | Token::Elif
            | Token::While
            | Token::At
            | Token::With
            | Token::Except
            | Token::Arrow
            | Token::Match
            | Token::PlusEqual
            | Token::MinusEqual
            | Token::StarEqual
            | Token::SlashEqual => true,
            _ => false,
        }
    }

    /// Whether `index` lies outside brackets on a line that begins with one of `keywords`.
    fn begins_block(&self, index: usize, keywords: &[Token]) -> bool {
        let mut first = self.line_start(index);
        if self.token(first) == Token::Async {
            first += 1;
        }
        keywords.contains(&self.token(first)) && self.depth_between(first, index) == 0
    }

    /// The places where an expression that ends just before `end` may begin, the last first.
    pub fn starts_before(&self, end: usize) -> impl Iterator<Item = usize> {
        let mut depth = 0;
        (self.line_start(end)..end)
            .rev()
            .take_while(move |&index| {
                match side(self.token(index)) {
                    Side::Closing => depth += 1,
                    Side::Opening => depth -= 1,
                    Side::Neither => {}
                }
                depth >= 0
            })
            .filter(|&index| self.opens(index))
            .take(ATTEMPTS)
    }

    /// The tokens `from..to` as an expression.
    pub fn whole(&self, from: usize, to: usize) -> Option<Expr> {
        let stretch = self.tokens.get(from..to).filter(|stretch| !stretch.is_empty())?;
        attempt(self.source, stretch).ok()
    }

    /// The longest expression that begins at `from`, and the token after it.
    pub fn longest(&self, from: usize) -> Option<(Expr, usize)> {
        let rest = self.tokens.get(from..)?;
        let reach = match attempt(self.source, rest) {
            Ok(expr) => return Some((expr, self.tokens.len())),
            Err(reach) => reach,
        };
        if matches!(self.token(from + reach), Token::EndInBracket | Token::Broken) {
            self.reached.set(Some(from + reach));
        }
        (1..=reach).rev().take(ATTEMPTS).find_map(|length| Some((self.whole(from, from + length)?, from + length)))
    }

    /// Expressions from `from` on, with commas between them: the first, and the token after the last.
    pub fn longest_list(&self, from: usize) -> Option<(Expr, usize)> {
        let (first, mut end) = self.longest(from)?;
        while self.token(end) == Token::Comma {
            end = self.longest(end + 1).map_or(end + 1, |(_, next)| next);
        }
        Some((first, end))
    }

    /// The token that begins at or after `offset`.
    pub fn after(&self, offset: u32) -> usize {
        self.tokens.partition_point(|&(start, _, _)| start < offset)
    }
}

/// What a token is to the count of brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Opening,
    Closing,
    Neither,
}

pub fn side(token: Token) -> Side {
    match token {
        Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace | Token::WithParenthesis => Side::Opening,
        Token::RightParenthesis | Token::RightBracket | Token::RightBrace => Side::Closing,
        _ => Side::Neither,
    }
}
