//! In: the text of a source, or a stretch of it. Out: all its tokens, with lines and blocks made visible as
//! `Newline`, `Indent` and `Dedent`, line ends inside brackets dropped, and soft keywords told from names.
//!
//! The whole text is laid out before parsing begins. CPython, too, lets an error in the tokens anywhere go
//! before an error of grammar, so nothing is lost, and the explanation of an error can look both ways.

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::{Source, Span};
use crate::syntax::token::{BadToken, Token};
use crate::unicode;
use logos::Logos;
use std::borrow::Cow;

/// A token and where it begins and ends, in the form in which the parser takes it.
pub type Placed = (u32, Token, u32);

/// How deeply brackets may be nested, as in CPython.
const MAX_BRACKETS: usize = 200;
/// How many levels of indentation there may be, as in CPython.
const MAX_INDENTS: usize = 100;

/// The tokens of a source.
#[derive(Debug, Default)]
pub struct Layout {
    /// The tokens in order.
    pub tokens: Vec<Placed>,
    /// The brackets that are open at the end, outermost first: tokens by number.
    pub open: Vec<u32>,
    /// What stopped the pass short of the end; the last token is then `Broken`.
    pub failure: Option<Failure>,
}

/// Why a text could not be laid out to its end.
#[derive(Debug)]
pub struct Failure {
    /// The error.
    pub error: SyntaxError,
    /// Whether it goes before errors of grammar earlier in the text, as CPython has it: a bad token does, a
    /// bad indentation does not.
    pub first: bool,
    /// Whether more lines could mend it.
    pub unfinished: bool,
}

impl Failure {
    /// A bad token.
    fn token(message: impl Into<Cow<'static, str>>, span: Span) -> Failure {
        Failure { error: SyntaxError::new(message, span), first: true, unfinished: false }
    }

    /// A bad line.
    fn line(kind: SyntaxErrorKind, message: &'static str, span: Span) -> Failure {
        Failure { error: SyntaxError::of_kind(kind, message, span), first: false, unfinished: false }
    }

    /// The end of the text after a backslash.
    fn end(at: u32) -> Failure {
        Failure {
            unfinished: true,
            ..Failure::line(SyntaxErrorKind::Syntax, "unexpected EOF while parsing", Span::new(at, at))
        }
    }
}

/// Lays out a whole source, as far as it goes.
pub fn lay_out(source: &Source) -> Layout {
    let whole = Span::new(0, source.text().len() as u32);
    let mut pass = Pass::new(source, whole, false);
    let result = pass.run().and_then(|()| pass.finish());
    let mut layout = pass.end(result);
    mark_soft_keywords(source, &mut layout.tokens);
    layout
}

/// Lays out an expression that stands in brackets of its own, such as a replacement field's: the characters
/// around `span` count as parentheses.
pub fn lay_out_within(source: &Source, span: Span) -> Layout {
    let mut pass = Pass::new(source, span, true);
    pass.push(span.start - 1, Token::LeftParenthesis, span.start);
    let result = pass.run();
    if result.is_ok() {
        pass.push(span.end, Token::RightParenthesis, span.end + 1);
    }
    pass.end(result)
}

/// Columns of an indentation with tabs every 8 and every 1: where the two disagree on which of two lines is
/// deeper, the depth hangs on the width of a tab.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Indentation {
    column: u32,
    narrow: u32,
}

struct Pass<'a> {
    source: &'a Source,
    span: Span,
    layout: Layout,
    indents: Vec<Indentation>,
    line_start: bool,
    /// Where the last token ends, line ends counted.
    last: u32,
    /// Whether the text stands in brackets, so that lines mean nothing.
    embedded: bool,
}

impl<'a> Pass<'a> {
    fn new(source: &'a Source, span: Span, embedded: bool) -> Pass<'a> {
        Pass {
            source,
            span,
            layout: Layout {
                // Rather too few than too many: about one token in four characters.
                tokens: Vec::with_capacity((span.end - span.start) as usize / 4 + 8),
                ..Layout::default()
            },
            indents: vec![Indentation::default()],
            line_start: true,
            last: span.start,
            embedded,
        }
    }

    fn push(&mut self, start: u32, token: Token, end: u32) {
        self.layout.tokens.push((start, token, end));
    }

    /// Marks where a failure left off.
    fn end(mut self, result: Result<(), Failure>) -> Layout {
        if let Err(failure) = result {
            let at = failure.error.span.map_or(self.span.end, |span| span.start);
            self.push(at, Token::Broken, at);
            self.layout.failure = Some(failure);
        }
        self.layout
    }

    fn run(&mut self) -> Result<(), Failure> {
        let base = self.span.start;
        let mut lexer = Token::lexer(self.source.slice(self.span));
        while let Some(token) = lexer.next() {
            let start = base + lexer.span().start as u32;
            let end = base + lexer.span().end as u32;
            self.last = end;
            if token == Ok(Token::LineEnd) {
                if self.layout.open.is_empty() && !self.line_start && !self.embedded {
                    // Without width: a line end is nothing to point at.
                    self.push(start, Token::Newline, start);
                    self.line_start = true;
                }
                continue;
            }
            if self.line_start {
                self.line_start = false;
                // A backslash is read together with the indentation.
                if !self.embedded && token != Ok(Token::Backslash) {
                    self.indent(start)?;
                }
            }
            let token = token.map_err(|bad| self.bad_token(bad, start))?;
            match token {
                Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => {
                    if self.layout.open.len() >= MAX_BRACKETS {
                        let span = Span::new(start, end);
                        return Err(Failure::token("too many nested parentheses", span));
                    }
                    self.layout.open.push(self.layout.tokens.len() as u32);
                }
                Token::RightParenthesis | Token::RightBracket | Token::RightBrace => {
                    self.close(token, start)?;
                }
                Token::Name => self.check_name(start, end)?,
                Token::Backslash => return Err(self.stray_backslash(end)),
                _ => {}
            }
            self.push(start, token, end);
        }
        Ok(())
    }

    /// Ends the last line and the open blocks; an open bracket gets its own end mark instead.
    fn finish(&mut self) -> Result<(), Failure> {
        let end = self.span.end;
        if !self.layout.open.is_empty() {
            self.push(end, Token::EndInBracket, end);
            return Ok(());
        }
        let rest = self.source.slice(Span::new(self.last, end));
        if rest.ends_with("\\\n") && !rest.contains('#') {
            return Err(Failure::end(end - 1));
        }
        if !self.line_start {
            self.push(end, Token::Newline, end);
        }
        for _ in 1..self.indents.len() {
            self.push(end, Token::Dedent, end);
        }
        Ok(())
    }

    /// Compares the indentation of the line whose first token is at `start` with the blocks that are open.
    fn indent(&mut self, start: u32) -> Result<(), Failure> {
        let first = self.first_of_line(start);
        let blank = &self.source.text().as_bytes()[first as usize..start as usize];
        let new = if blank.iter().all(|&byte| byte == b' ') {
            Indentation { column: blank.len() as u32, narrow: blank.len() as u32 }
        } else {
            measure(blank)
        };
        let mut top = *self.indents.last().expect("the outermost level stays");
        if new.column > top.column {
            if self.indents.len() >= MAX_INDENTS {
                return Err(Failure::line(
                    SyntaxErrorKind::Indentation,
                    "too many levels of indentation",
                    Span::new(start, start + 1),
                ));
            }
            if new.narrow <= top.narrow {
                return Err(self.tab_error(start));
            }
            self.indents.push(new);
            self.push(first, Token::Indent, start);
            return Ok(());
        }
        while new.column < top.column {
            self.indents.pop();
            self.push(start, Token::Dedent, start);
            top = *self.indents.last().expect("no column is less than 0");
        }
        if new.column != top.column {
            let end = self.source.line_span(self.source.line(start)).end;
            return Err(Failure::line(
                SyntaxErrorKind::Indentation,
                "unindent does not match any outer indentation level",
                Span::new(end, end),
            ));
        }
        if new.narrow != top.narrow {
            return Err(self.tab_error(start));
        }
        Ok(())
    }

    /// Where the line of the token at `start` begins; a line that is only a backslash belongs to the next.
    fn first_of_line(&self, start: u32) -> u32 {
        let text = self.source.text().as_bytes();
        let blank_before = |end: usize| {
            let blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\x0c');
            end - text[..end].iter().rev().take_while(blank).count()
        };
        let mut first = blank_before(start as usize);
        while let Some(end) = text[..first].strip_suffix(b"\\\n") {
            let earlier = blank_before(end.len());
            if earlier > 0 && text[earlier - 1] != b'\n' {
                break;
            }
            first = earlier;
        }
        first as u32
    }

    fn tab_error(&self, start: u32) -> Failure {
        let line = self.source.line_span(self.source.line(start));
        Failure::line(
            SyntaxErrorKind::Tab,
            "inconsistent use of tabs and spaces in indentation",
            Span::new(line.start, line.start),
        )
    }

    fn close(&mut self, token: Token, start: u32) -> Result<(), Failure> {
        let span = Span::new(start, start + 1);
        let closing = self.source.slice(span);
        let Some(opening) = self.layout.open.pop() else {
            return Err(Failure::token(format!("unmatched '{closing}'"), span));
        };
        let (at, opener, end) = self.layout.tokens[opening as usize];
        if closer(opener) == token {
            return Ok(());
        }
        let opened = self.source.slice(Span::new(at, end));
        let (line, here) = (self.source.line(at), self.source.line(start));
        let place = match line == here {
            true => String::new(),
            false => format!(" on line {line}"),
        };
        let closing = format!("closing parenthesis '{closing}'");
        let message = format!("{closing} does not match opening parenthesis '{opened}'{place}");
        Err(Failure::token(message, span))
    }

    /// Names beyond ASCII were taken in whole; only now are their characters looked at.
    fn check_name(&self, start: u32, end: u32) -> Result<(), Failure> {
        let name = self.source.slice(Span::new(start, end));
        if name.is_ascii() {
            return Ok(());
        }
        let wrong = name.char_indices().find(|&(at, character)| match at {
            0 => !(unicode_ident::is_xid_start(character) || character == '_'),
            _ => !unicode_ident::is_xid_continue(character),
        });
        match wrong {
            None => Ok(()),
            Some((at, character)) => Err(bad_character(start + at as u32, character)),
        }
    }

    fn stray_backslash(&self, end: u32) -> Failure {
        match self.source.text()[end as usize..].chars().next() {
            None => Failure::end(end),
            Some(next) => Failure::line(
                SyntaxErrorKind::Syntax,
                "unexpected character after line continuation character",
                Span::new(end, end + next.len_utf8() as u32),
            ),
        }
    }

    fn bad_token(&self, bad: BadToken, start: u32) -> Failure {
        let text = self.source.text();
        match bad {
            BadToken::Character => {
                let character = text[start as usize..].chars().next();
                bad_character(start, character.unwrap_or('\0'))
            }
            BadToken::Number { message, digit, at, width } => {
                let at = start + at as u32;
                let span = Span::new(at, at + width as u32);
                match digit {
                    Some(digit) => Failure::token(format!("invalid digit '{digit}' {message}"), span),
                    None => Failure::token(message, span),
                }
            }
            BadToken::String { triple, length } => {
                let last = (start as usize + length).min(text.len());
                let kind = match triple {
                    true => "triple-quoted string",
                    false => "string",
                };
                // The last line counts only if there is something on it.
                let mut line = self.source.line(last as u32);
                if triple && text.ends_with('\n') && last == text.len() {
                    line -= 1;
                }
                let message = format!("unterminated {kind} literal (detected at line {line})");
                Failure { unfinished: triple, ..Failure::token(message, Span::new(start, start + 1)) }
            }
        }
    }
}

/// The bracket that closes `opening`.
fn closer(opening: Token) -> Token {
    match opening {
        Token::LeftBracket => Token::RightBracket,
        Token::LeftBrace => Token::RightBrace,
        _ => Token::RightParenthesis,
    }
}

fn measure(blank: &[u8]) -> Indentation {
    let mut new = Indentation::default();
    for byte in blank {
        match byte {
            b' ' => {
                new.column += 1;
                new.narrow += 1;
            }
            b'\t' => {
                new.column = (new.column / 8 + 1) * 8;
                new.narrow += 1;
            }
            b'\x0c' => new = Indentation::default(),
            // A continuation line adds nothing to the line it continues, unless that is not indented.
            _ if new.column > 0 => break,
            _ => new = Indentation::default(),
        }
    }
    new
}

fn bad_character(at: u32, character: char) -> Failure {
    let code = character as u32;
    let message = match unicode::is_printable(character) {
        true => format!("invalid character '{character}' (U+{code:04X})"),
        false => format!("invalid non-printable character U+{code:04X}"),
    };
    Failure::token(message, Span::new(at, at + character.len_utf8() as u32))
}

/// Turns `match`, `case` and the parenthesis of `with (` into tokens of their own where they are used as such.
///
/// A line that begins with `match` is a match statement if what follows could not go on from a name, or if
/// the line ends in a colon, which no other statement that begins with a name does. `case` is a keyword at
/// the beginning of the lines directly inside such a statement. A parenthesis after `with` is the with
/// statement's own if the colon follows its partner.
fn mark_soft_keywords(source: &Source, tokens: &mut [Placed]) {
    // For every open block, whether it holds cases.
    let mut blocks = vec![false];
    let mut case_block_next = false;
    let mut at = 0;
    let mut line_start = true;
    while at < tokens.len() {
        let (start, token, end) = tokens[at];
        match token {
            Token::Indent => {
                blocks.push(case_block_next);
                case_block_next = false;
            }
            Token::Dedent => {
                blocks.pop();
            }
            Token::Newline | Token::Semicolon => {
                line_start = true;
                at += 1;
                continue;
            }
            Token::Name if line_start => match source.slice(Span::new(start, end)) {
                "match" if begins_match(&tokens[at + 1..]) => {
                    tokens[at].1 = Token::Match;
                    case_block_next = true;
                    line_start = false;
                }
                "case" if blocks.last() == Some(&true) => {
                    tokens[at].1 = Token::Case;
                    line_start = false;
                }
                _ => line_start = false,
            },
            Token::With => {
                mark_with(&mut tokens[at + 1..]);
                line_start = false;
            }
            _ => line_start = false,
        }
        at += 1;
    }
}

fn begins_match(rest: &[Placed]) -> bool {
    let Some(&(_, next, _)) = rest.first() else {
        return false;
    };
    match next {
        Token::Name
        | Token::Number
        | Token::String
        | Token::None
        | Token::True
        | Token::False
        | Token::Lambda
        | Token::Await
        | Token::Tilde
        | Token::LeftBrace
        | Token::Ellipsis => true,
        Token::LeftParenthesis | Token::LeftBracket | Token::Minus | Token::Plus | Token::Star | Token::Not => {
            let mut last = next;
            for &(_, token, _) in rest {
                if token == Token::Newline {
                    break;
                }
                last = token;
            }
            last == Token::Colon
        }
        _ => false,
    }
}

fn mark_with(rest: &mut [Placed]) {
    if rest.first().is_none_or(|first| first.1 != Token::LeftParenthesis) {
        return;
    }
    let mut depth = 0;
    // What has an `as` cannot be an expression, whatever follows.
    let mut items = false;
    for (at, &(_, token, _)) in rest.iter().enumerate() {
        match token {
            Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => depth += 1,
            Token::RightParenthesis | Token::RightBracket | Token::RightBrace => depth -= 1,
            Token::As if depth == 1 => items = true,
            Token::Newline => return,
            _ => {}
        }
        if depth == 0 {
            if items || rest.get(at + 1).is_some_and(|next| next.1 == Token::Colon) {
                rest[0].1 = Token::WithParenthesis;
            }
            return;
        }
    }
}
