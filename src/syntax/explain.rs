//! In: the tokens of a text that is no program, and where the parser refused to go on.
//! Out: the error in CPython's words, which often name a slip rather than a token.
//!
//! CPython finds these with extra productions in a second run. Here the tokens around the place are looked at,
//! and stretches of them tried as expressions. Nothing here runs for a program without errors.

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::{Source, Span};
use crate::syntax::layout::{Layout, Placed};
use crate::syntax::parse::{Refusal, attempt};
use crate::syntax::target;
use crate::syntax::token::Token;
use crate::syntax::tree::{Expr, ExprKind};

/// How many shorter stretches are tried when a longer one is no expression.
const ATTEMPTS: usize = 40;

/// Explains why the parser refused `refusal.at`; `noted` is what the builder had already found wrong.
pub fn explain(
    source: &Source,
    layout: &Layout,
    refusal: &Refusal,
    noted: Option<SyntaxError>,
) -> SyntaxError {
    let case = Case {
        source,
        tokens: &layout.tokens,
        at: refusal.at,
        expected: &refusal.expected,
    };
    if case.token(case.at) == Token::EndInBracket
        && let Some(&innermost) = layout.open.last()
    {
        return case.never_closed(innermost as usize);
    }
    let error = noted
        .or_else(|| case.slip())
        .unwrap_or_else(|| case.generic());
    // An error further on may only follow from a bracket that was never closed.
    if let (Some(&innermost), Some(span)) = (layout.open.last(), error.span) {
        let opened = case.tokens[innermost as usize].0;
        if source.line(span.start) > source.line(opened) {
            return case.never_closed(innermost as usize);
        }
    }
    error
}

struct Case<'a> {
    source: &'a Source,
    tokens: &'a [Placed],
    at: usize,
    expected: &'a [String],
}

impl Case<'_> {
    /// The token at `index`; past the end a `Newline`, which begins and continues nothing.
    fn token(&self, index: usize) -> Token {
        self.tokens
            .get(index)
            .map_or(Token::Newline, |token| token.1)
    }

    fn span(&self, index: usize) -> Span {
        let end = self.source.text().len() as u32;
        self.tokens
            .get(index)
            .map_or(Span::new(end, end), |&(start, _, end)| {
                Span::new(start, end)
            })
    }

    fn text(&self, index: usize) -> &str {
        self.source.slice(self.span(index))
    }

    fn expects(&self, terminal: &str) -> bool {
        self.expected
            .iter()
            .any(|each| each.trim_matches('"') == terminal)
    }

    fn here(&self, message: &'static str) -> SyntaxError {
        SyntaxError::new(message, self.span(self.at))
    }

    fn generic(&self) -> SyntaxError {
        let indentation = |message| {
            let start = self.span(self.at);
            // Like CPython, mark the last column of the indentation.
            let end = start.end.max(1);
            SyntaxError::of_kind(
                SyntaxErrorKind::Indentation,
                message,
                Span::new(end - 1, end),
            )
        };
        match self.token(self.at) {
            Token::Indent => indentation("unexpected indent"),
            Token::Dedent => indentation("unexpected unindent"),
            _ => self.here("invalid syntax"),
        }
    }

    fn never_closed(&self, open: usize) -> SyntaxError {
        let bracket = self.text(open);
        SyntaxError::new(format!("'{bracket}' was never closed"), self.span(open))
    }

    /// The known slips, those first that CPython would find first.
    fn slip(&self) -> Option<SyntaxError> {
        self.missing_block()
            .or_else(|| self.legacy_statement())
            .or_else(|| self.equal_for_comparison())
            .or_else(|| self.missing_else())
            .or_else(|| self.missing_comma())
            .or_else(|| self.header())
            .or_else(|| self.display())
            .or_else(|| self.clause())
    }

    // ---- Statements ---------------------------------------------------------------------------------

    /// The first token of the line of tokens that `index` lies in.
    fn line_start(&self, index: usize) -> usize {
        let before = &self.tokens[..index.min(self.tokens.len())];
        before
            .iter()
            .rposition(|&(_, token, _)| {
                matches!(token, Token::Newline | Token::Indent | Token::Dedent)
            })
            .map_or(0, |at| at + 1)
    }

    /// `if x:` with nothing under it.
    fn missing_block(&self) -> Option<SyntaxError> {
        if !self.expects("INDENT") || self.at == 0 || self.token(self.at - 1) != Token::Newline {
            return None;
        }
        let mut first = self.line_start(self.at - 1);
        if self.token(first) == Token::Async {
            first += 1;
        }
        let line = self.source.line(self.span(first).start);
        let what = match self.token(first) {
            Token::Def => "function definition".to_string(),
            Token::Class => "class definition".to_string(),
            Token::Except if self.token(first + 1) == Token::Star => {
                "'except*' statement".to_string()
            }
            _ => format!("'{}' statement", self.text(first)),
        };
        // The end of the text is marked behind its last line.
        let mut span = self.span(self.at);
        if matches!(self.token(self.at), Token::Dedent | Token::Newline) {
            span.end = span.start;
        }
        Some(SyntaxError::of_kind(
            SyntaxErrorKind::Indentation,
            format!("expected an indented block after {what} on line {line}"),
            span,
        ))
    }

    /// What a compound statement's first line lacks.
    fn header(&self) -> Option<SyntaxError> {
        let mut first = self.line_start(self.at);
        if self.token(first) == Token::Async {
            first += 1;
        }
        let at_end = self.token(self.at) == Token::Newline;
        let colon = self.expects(":") && self.depth_between(first, self.at) == 0;
        match self.token(first) {
            Token::For | Token::Else | Token::Try | Token::Finally | Token::Def | Token::Class
                if colon && self.colon_is_due(first) =>
            {
                Some(self.here("expected ':'"))
            }
            Token::Def if self.at == first + 2 => Some(self.here("expected '('")),
            Token::If
            | Token::Elif
            | Token::While
            | Token::With
            | Token::Except
            | Token::Match
            | Token::Case
                if colon && at_end =>
            {
                Some(self.here("expected ':'"))
            }
            _ => None,
        }
    }

    /// Whether everything up to here makes a whole header, so that the colon is what must come.
    fn colon_is_due(&self, first: usize) -> bool {
        match self.token(first) {
            Token::For => self.tokens[first..self.at]
                .iter()
                .any(|token| token.1 == Token::In),
            Token::Class => self.token(self.at) == Token::Newline,
            _ => true,
        }
    }

    /// How many brackets open between two tokens and stay open.
    fn depth_between(&self, from: usize, to: usize) -> usize {
        self.tokens[from..to.min(self.tokens.len())]
            .iter()
            .fold(0, |depth, &(_, token, _)| match token {
                Token::LeftParenthesis
                | Token::LeftBracket
                | Token::LeftBrace
                | Token::WithParenthesis => depth + 1,
                Token::RightParenthesis | Token::RightBracket | Token::RightBrace => depth - 1,
                _ => depth,
            })
    }

    /// Clauses of `try` and `import`.
    fn clause(&self) -> Option<SyntaxError> {
        if self.expects("except") && self.expects("finally") && !self.expects("else") {
            return Some(self.here("expected 'except' or 'finally' block"));
        }
        let first = self.line_start(self.at);
        match self.token(first) {
            Token::From
                if self.token(self.at) == Token::Newline
                    && self.token(self.at - 1) == Token::Comma
                    && self.expects("NAME") =>
            {
                Some(SyntaxError::new(
                    "trailing comma not allowed without surrounding parentheses",
                    self.span(self.at),
                ))
            }
            Token::Except if self.token(self.at) == Token::Comma && self.expects(":") => {
                let kinds = match self.token(first + 1) {
                    Token::Star => first + 2,
                    _ => first + 1,
                };
                let colon =
                    (self.at..self.tokens.len()).find(|&at| self.token(at) == Token::Colon)?;
                let span = self.span(kinds).to(self.span(colon - 1));
                Some(SyntaxError::new(
                    "multiple exception types must be parenthesized",
                    span,
                ))
            }
            Token::Except if self.at == first + 1 && self.token(self.at) == Token::Star => {
                Some(self.here("cannot have both 'except' and 'except*' on the same 'try'"))
            }
            Token::Except
                if self.at == first + 2
                    && self.token(first + 1) == Token::Star
                    && matches!(self.token(self.at), Token::Colon | Token::Newline) =>
            {
                Some(self.here("expected one or more exception types"))
            }
            _ => None,
        }
    }

    // ---- Expressions --------------------------------------------------------------------------------

    /// Whether an expression can begin at `index`, seen from the token before.
    fn opens(&self, index: usize) -> bool {
        if index == 0 {
            return true;
        }
        let before = self.token(index - 1);
        matches!(
            before,
            Token::LeftParenthesis
                | Token::LeftBracket
                | Token::LeftBrace
                | Token::WithParenthesis
                | Token::Comma
                | Token::Equal
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
                | Token::If
                | Token::Elif
                | Token::While
                | Token::In
                | Token::At
                | Token::With
                | Token::Except
                | Token::Arrow
                | Token::Match
        ) || before as u8 >= Token::PlusEqual as u8 && before as u8 <= Token::DoubleStarEqual as u8
    }

    /// The places where an expression that ends just before `end` may begin, the last first.
    fn starts_before(&self, end: usize) -> impl Iterator<Item = usize> {
        let first = self.line_start(end);
        let mut depth = 0;
        (first..end)
            .rev()
            .take_while(move |&index| {
                match self.token(index) {
                    Token::RightParenthesis | Token::RightBracket | Token::RightBrace => depth += 1,
                    Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => depth -= 1,
                    _ => {}
                }
                depth >= 0
            })
            .filter(|&index| self.opens(index))
            .take(ATTEMPTS)
    }

    /// The tokens `from..to` as an expression.
    fn whole(&self, from: usize, to: usize) -> Option<Expr> {
        let stretch = self
            .tokens
            .get(from..to)
            .filter(|stretch| !stretch.is_empty())?;
        attempt(self.source, stretch).ok()
    }

    /// The longest expression that begins at `from`, and the token after it.
    fn longest(&self, from: usize) -> Option<(Expr, usize)> {
        let rest = self.tokens.get(from..)?;
        let reach = match attempt(self.source, rest) {
            Ok(expr) => return Some((expr, self.tokens.len())),
            Err(reach) => reach,
        };
        (1..=reach)
            .rev()
            .take(ATTEMPTS)
            .find_map(|length| Some((self.whole(from, from + length)?, from + length)))
    }

    /// The token after the one that ends at `offset`.
    fn after(&self, offset: u32) -> usize {
        self.tokens.partition_point(|&(start, _, _)| start < offset)
    }

    /// Python 2's `print x` and `exec x`.
    fn legacy_statement(&self) -> Option<SyntaxError> {
        let name = self.at.checked_sub(1)?;
        if self.token(name) != Token::Name || !self.opens(name) {
            return None;
        }
        let word = match self.text(name) {
            word @ ("print" | "exec") => word,
            _ => return None,
        };
        let (_, mut end) = self.longest(self.at)?;
        while self.token(end) == Token::Comma {
            match self.longest(end + 1) {
                Some((_, next)) => end = next,
                None => {
                    end += 1;
                    break;
                }
            }
        }
        Some(SyntaxError::new(
            format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?"),
            self.span(name).to(self.span(end - 1)),
        ))
    }

    /// `if x = 1:`.
    fn equal_for_comparison(&self) -> Option<SyntaxError> {
        if self.token(self.at) != Token::Equal {
            return None;
        }
        let (start, left) = self
            .starts_before(self.at)
            .find_map(|start| Some((start, self.whole(start, self.at)?)))?;
        let (right, _) = self.longest(self.at + 1)?;
        let right = first_operand(&right)?;
        let next = self.after(right.span.end);
        if !target::is_operand(&left)
            || matches!(self.token(next), Token::Equal | Token::ColonEqual)
        {
            return None;
        }
        let first = self.span(start);
        if matches!(left.kind, ExprKind::Name(_)) && left.span == first {
            return Some(SyntaxError::new(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                first.to(self.span(next - 1)),
            ));
        }
        let name = target::name_of(&left);
        target::may_be_comparison(&left).then(|| {
            SyntaxError::new(
                format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?"),
                left.span,
            )
        })
    }

    /// `a if b` without `else`.
    fn missing_else(&self) -> Option<SyntaxError> {
        if !self.expects("else") || matches!(self.token(self.at), Token::Else | Token::Colon) {
            return None;
        }
        let mut depth = 0;
        let keyword = (self.line_start(self.at)..self.at).rev().find(|&index| {
            match self.token(index) {
                Token::RightParenthesis | Token::RightBracket | Token::RightBrace => depth += 1,
                Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => depth -= 1,
                Token::If => return depth == 0,
                _ => {}
            }
            false
        })?;
        self.whole(keyword + 1, self.at)?;
        let start = self
            .starts_before(keyword)
            .find(|&start| self.whole(start, keyword).is_some())?;
        Some(SyntaxError::new(
            "expected 'else' after 'if' expression",
            self.span(start).to(self.span(self.at - 1)),
        ))
    }

    /// Two expressions side by side in brackets.
    fn missing_comma(&self) -> Option<SyntaxError> {
        let (right, end) = self.longest(self.at)?;
        let _ = right;
        if self.at == 0 || self.depth_between(self.line_start(self.at), end) == 0 {
            return None;
        }
        let start = self.starts_before(self.at).find(|&start| {
            self.whole(start, self.at)
                .is_some_and(|left| is_disjunction(&left, self.span(start)))
        })?;
        let name = self.token(start) == Token::Name;
        if name
            && (self.token(start + 1) == Token::String
                || matches!(self.text(start), "match" | "case" | "_" | "print" | "exec"))
        {
            return None;
        }
        Some(SyntaxError::new(
            "invalid syntax. Perhaps you forgot a comma?",
            self.span(start).to(self.span(end - 1)),
        ))
    }

    /// Slips inside `[...]` and `{...}`.
    fn display(&self) -> Option<SyntaxError> {
        let open = self.innermost_open()?;
        let is_brace = self.token(open) == Token::LeftBrace;
        let here = self.token(self.at);
        if matches!(here, Token::For | Token::Async)
            && matches!(self.token(open), Token::LeftBrace | Token::LeftBracket)
            && self.token(open + 1) != Token::DoubleStar
        {
            let last = self.at - 1;
            let comma = (open + 1..self.at).any(|index| self.token(index) == Token::Comma);
            return comma.then(|| {
                SyntaxError::new(
                    "did you forget parentheses around the comprehension target?",
                    self.span(open + 1).to(self.span(last)),
                )
            });
        }
        if !is_brace || self.at == 0 {
            return None;
        }
        let before = self.token(self.at - 1);
        if before == Token::Colon && matches!(here, Token::RightBrace | Token::Comma) {
            return Some(SyntaxError::new(
                "expression expected after dictionary key and ':'",
                self.span(self.at - 1),
            ));
        }
        if before == Token::Colon && here == Token::Star {
            let (_, end) = self.longest(self.at + 1)?;
            return Some(SyntaxError::new(
                "cannot use a starred expression in a dictionary value",
                self.span(self.at).to(self.span(end - 1)),
            ));
        }
        if matches!(here, Token::RightBrace | Token::Comma)
            && self.expects(":")
            && !self.expects(",")
        {
            return Some(SyntaxError::new(
                "':' expected after dictionary key",
                self.span(self.at - 1),
            ));
        }
        None
    }

    /// The innermost bracket that is open at the error.
    fn innermost_open(&self) -> Option<usize> {
        let mut depth = 0;
        (0..self.at).rev().find(|&index| {
            match self.token(index) {
                Token::RightParenthesis | Token::RightBracket | Token::RightBrace => depth += 1,
                Token::LeftParenthesis
                | Token::LeftBracket
                | Token::LeftBrace
                | Token::WithParenthesis => {
                    depth -= 1;
                }
                _ => {}
            }
            depth < 0
        })
    }
}

/// The operand of a comparison that an expression begins with.
fn first_operand(expr: &Expr) -> Option<&Expr> {
    match &expr.kind {
        ExprKind::Compare { left, .. } => Some(left),
        ExprKind::BoolOp { values, .. } => first_operand(&values[0]),
        ExprKind::IfExp { body, .. } => first_operand(body),
        _ if target::is_operand(expr) => Some(expr),
        _ => None,
    }
}

/// Whether an expression that begins at `first` is neither a lambda nor a conditional, save in parentheses.
fn is_disjunction(expr: &Expr, first: Span) -> bool {
    let bare = expr.span.start == first.start;
    !(bare && matches!(expr.kind, ExprKind::Lambda { .. } | ExprKind::IfExp { .. }))
}
