//! In: the text of a source, or a stretch of it. Out: all its tokens, with lines and blocks made visible as
//! `Newline`, `Indent` and `Dedent`, line ends inside brackets dropped, and soft keywords told from names.
//!
//! The whole text is laid out before parsing begins. CPython, too, lets an error in the tokens anywhere go
//! before an error of grammar, so nothing is lost, and the explanation of an error can look both ways.

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::{Source, Span};
use crate::syntax::token::{BadToken, Token};
use logos::Logos;

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
    /// Whether the text ends in a backslash, or in a triple-quoted string that is not closed: more lines could mend it.
    pub unfinished: bool,
}

/// Lays out a whole source.
pub fn lay_out(source: &Source) -> Result<Layout, (SyntaxError, Layout)> {
    let whole = Span::new(0, source.text().len() as u32);
    let mut pass = Pass::new(source, whole);
    let result = pass.run().and_then(|()| pass.finish());
    match result {
        Ok(()) => {
            mark_soft_keywords(source, &mut pass.layout.tokens);
            Ok(pass.layout)
        }
        Err(error) => Err((error, pass.layout)),
    }
}

/// Lays out an expression that stands in brackets of its own, such as a replacement field's.
pub fn lay_out_within(source: &Source, span: Span) -> Result<Layout, SyntaxError> {
    let mut pass = Pass::new(source, span);
    pass.embedded = true;
    pass.run()?;
    Ok(pass.layout)
}

/// Columns of an indentation with tabs every 8 and every 1: where the two disagree on which of two lines is
/// deeper, the depth hangs on the width of a tab.
#[derive(Clone, Copy, PartialEq, Eq)]
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
    embedded: bool,
}

impl<'a> Pass<'a> {
    fn new(source: &'a Source, span: Span) -> Pass<'a> {
        let zero = Indentation {
            column: 0,
            narrow: 0,
        };
        Pass {
            source,
            span,
            layout: Layout {
                // Rather too few than too many: about one token in four characters.
                tokens: Vec::with_capacity((span.end - span.start) as usize / 4 + 8),
                ..Layout::default()
            },
            indents: vec![zero],
            line_start: true,
            embedded: false,
        }
    }

    fn push(&mut self, start: u32, token: Token, end: u32) {
        self.layout.tokens.push((start, token, end));
    }

    fn run(&mut self) -> Result<(), SyntaxError> {
        let base = self.span.start;
        let mut lexer = Token::lexer(self.source.slice(self.span));
        while let Some(token) = lexer.next() {
            let start = base + lexer.span().start as u32;
            let end = base + lexer.span().end as u32;
            let token = match token {
                Ok(token) => token,
                Err(bad) => return Err(self.bad_token(bad, start)),
            };
            if token == Token::LineEnd {
                if self.layout.open.is_empty() && !self.line_start && !self.embedded {
                    self.push(start, Token::Newline, end);
                    self.line_start = true;
                }
                continue;
            }
            if self.line_start {
                self.line_start = false;
                if !self.embedded {
                    self.indent(start)?;
                }
            }
            match token {
                Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => {
                    if self.layout.open.len() >= MAX_BRACKETS {
                        return Err(SyntaxError::new(
                            "too many nested parentheses",
                            Span::new(start, end),
                        ));
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
    fn finish(&mut self) -> Result<(), SyntaxError> {
        let end = self.span.end;
        let text = self.source.text();
        if text.ends_with("\\\n") {
            self.layout.unfinished = true;
            return Err(SyntaxError::new(
                "unexpected EOF while parsing",
                Span::new(end - 1, end - 1),
            ));
        }
        if !self.layout.open.is_empty() {
            self.push(end, Token::EndInBracket, end);
            return Ok(());
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
    fn indent(&mut self, start: u32) -> Result<(), SyntaxError> {
        let text = &self.source.text().as_bytes()[..start as usize];
        let first = self.first_of_line(start);
        let blank = &text[first as usize..];
        let new = if blank.iter().all(|&byte| byte == b' ') {
            Indentation {
                column: blank.len() as u32,
                narrow: blank.len() as u32,
            }
        } else {
            measure(blank)
        };
        let top = *self.indents.last().expect("the outermost level stays");
        if new.column == top.column {
            return match new.narrow == top.narrow {
                true => Ok(()),
                false => Err(self.tab_error(start)),
            };
        }
        if new.column > top.column {
            if self.indents.len() >= MAX_INDENTS {
                return Err(SyntaxError::of_kind(
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
        while self
            .indents
            .last()
            .is_some_and(|top| new.column < top.column)
        {
            self.indents.pop();
            self.push(start, Token::Dedent, start);
        }
        let top = *self.indents.last().expect("no column is less than 0");
        if new.column != top.column {
            let end = self.source.line_span(self.source.line(start)).end;
            return Err(SyntaxError::of_kind(
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

    fn tab_error(&self, start: u32) -> SyntaxError {
        let line = self.source.line_span(self.source.line(start));
        SyntaxError::of_kind(
            SyntaxErrorKind::Tab,
            "inconsistent use of tabs and spaces in indentation",
            Span::new(line.start, line.start),
        )
    }

    fn close(&mut self, token: Token, start: u32) -> Result<(), SyntaxError> {
        let span = Span::new(start, start + 1);
        let closing = self.source.slice(span);
        let Some(opening) = self.layout.open.pop() else {
            return Err(SyntaxError::new(format!("unmatched '{closing}'"), span));
        };
        let (at, opener, end) = self.layout.tokens[opening as usize];
        if closer(opener) == Some(token) {
            return Ok(());
        }
        let opened = self.source.slice(Span::new(at, end));
        let (line, here) = (self.source.line(at), self.source.line(start));
        let place = match line == here {
            true => String::new(),
            false => format!(" on line {line}"),
        };
        Err(SyntaxError::new(
            format!(
                "closing parenthesis '{closing}' does not match opening parenthesis '{opened}'{place}"
            ),
            span,
        ))
    }

    /// Names beyond ASCII were taken in whole; only now are their characters looked at.
    fn check_name(&self, start: u32, end: u32) -> Result<(), SyntaxError> {
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

    fn stray_backslash(&mut self, end: u32) -> SyntaxError {
        let text = &self.source.text()[end as usize..];
        match text.chars().next() {
            None => {
                self.layout.unfinished = true;
                SyntaxError::new("unexpected EOF while parsing", Span::new(end, end))
            }
            Some(next) => SyntaxError::new(
                "unexpected character after line continuation character",
                Span::new(end, end + next.len_utf8() as u32),
            ),
        }
    }

    fn bad_token(&mut self, bad: BadToken, start: u32) -> SyntaxError {
        match bad {
            BadToken::Character => {
                let rest = &self.source.text()[start as usize..];
                bad_character(start, rest.chars().next().unwrap_or('\0'))
            }
            BadToken::Number {
                message,
                digit,
                at,
                width,
            } => {
                let at = start + at as u32;
                let message = match digit {
                    Some(digit) => format!("invalid digit '{digit}' {message}").into(),
                    None => message.into(),
                };
                SyntaxError {
                    kind: SyntaxErrorKind::Syntax,
                    message,
                    span: Some(Span::new(at, at + width as u32)),
                }
            }
            BadToken::String { triple, length } => {
                let text = self.source.text();
                let last = (start as usize + length).min(text.len()) as u32;
                let kind = match triple {
                    true => "triple-quoted string",
                    false => "string",
                };
                self.layout.unfinished = triple;
                // The last line counts only if there is something on it.
                let mut line = self.source.line(last);
                if triple && text.ends_with('\n') && last as usize == text.len() {
                    line -= 1;
                }
                SyntaxError::new(
                    format!("unterminated {kind} literal (detected at line {line})"),
                    Span::new(start, start + 1),
                )
            }
        }
    }
}

/// The bracket that closes `opening`.
pub fn closer(opening: Token) -> Option<Token> {
    match opening {
        Token::LeftParenthesis | Token::WithParenthesis => Some(Token::RightParenthesis),
        Token::LeftBracket => Some(Token::RightBracket),
        Token::LeftBrace => Some(Token::RightBrace),
        _ => None,
    }
}

fn measure(blank: &[u8]) -> Indentation {
    let mut new = Indentation {
        column: 0,
        narrow: 0,
    };
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
            b'\x0c' => {
                new = Indentation {
                    column: 0,
                    narrow: 0,
                };
            }
            // A continuation line adds nothing to the line it continues.
            _ => break,
        }
    }
    new
}

fn bad_character(at: u32, character: char) -> SyntaxError {
    let code = character as u32;
    let message = match is_printable(character) {
        true => format!("invalid character '{character}' (U+{code:04X})"),
        false => format!("invalid non-printable character U+{code:04X}"),
    };
    SyntaxError::new(message, Span::new(at, at + character.len_utf8() as u32))
}

/// Roughly what Python's `str.isprintable` says: neither control, format, private nor space other than ' '.
fn is_printable(character: char) -> bool {
    let invisible = matches!(character,
        '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{d7ff}'..='\u{f8ff}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{e0000}'..='\u{10ffff}');
    !(character.is_control() || character.is_whitespace() && character != ' ' || invisible)
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
        Token::LeftParenthesis
        | Token::LeftBracket
        | Token::Minus
        | Token::Plus
        | Token::Star
        | Token::Not => {
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
    if rest
        .first()
        .is_none_or(|first| first.1 != Token::LeftParenthesis)
    {
        return;
    }
    let mut depth = 0;
    for (at, &(_, token, _)) in rest.iter().enumerate() {
        match token {
            Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => depth += 1,
            Token::RightParenthesis | Token::RightBracket | Token::RightBrace => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            if rest.get(at + 1).is_some_and(|next| next.1 == Token::Colon) {
                rest[0].1 = Token::WithParenthesis;
            }
            return;
        }
    }
}
