//! In: the string tokens of one expression. Out: a constant, or an f-string taken apart, its fields parsed.

use crate::error::SyntaxError;
use crate::source::Span;
use crate::syntax::builder::Builder;
use crate::syntax::literal::{self, StringShape};
use crate::syntax::parse;
use crate::syntax::tree::{Constant, Conversion, Expr, ExprKind, FStringPart};

/// How deeply format specs may hold fields, as in CPython.
const MAX_SPEC_DEPTH: u32 = 2;

/// Joins adjacent string literals.
pub fn strings(builder: &mut Builder, tokens: &[Span]) -> Expr {
    let source = builder.source();
    let span = tokens.iter().copied().reduce(Span::to).unwrap_or_default();
    let shapes = || tokens.iter().map(|&token| (token, StringShape::of(source.slice(token))));
    let bytes = shapes().filter(|(_, shape)| shape.bytes).count();
    if bytes > 0 && bytes < tokens.len() {
        let after = builder.after(span.end);
        builder.complain("cannot mix bytes and nonbytes literals", after);
    }
    let mut pieces = Pieces::default();
    let mut data = Vec::new();
    let mut format = false;
    for (token, shape) in shapes() {
        let contents = Span::new(token.start + shape.start as u32, token.start + shape.end as u32);
        let text = source.slice(contents);
        let result = if shape.bytes {
            literal::bytes(text, shape.raw, &mut data)
        } else if shape.format {
            format = true;
            let mut fields = Fields { builder, text, base: contents.start, at: 0, raw: shape.raw };
            let result = fields.read(0, &mut pieces);
            match result {
                Err(Failure::Message(message)) => Err(message),
                Err(Failure::Known(error)) => {
                    builder.note(error);
                    Ok(())
                }
                Ok(()) => Ok(()),
            }
        } else if tokens.len() == 1 {
            // The common case: no copy but the constant's own.
            match literal::text(text, shape.raw) {
                Ok(text) => {
                    return Expr::new(ExprKind::Constant(Constant::Str(text.as_ref().into())), span);
                }
                Err(message) => Err(message),
            }
        } else {
            literal::text(text, shape.raw).map(|text| pieces.text.push_str(&text))
        };
        if let Err(message) = result {
            let after = builder.after(span.end);
            builder.complain(message, after);
        }
    }
    let kind = if bytes > 0 {
        ExprKind::Constant(Constant::Bytes(data.into()))
    } else if format {
        ExprKind::JoinedStr(pieces.finish())
    } else {
        ExprKind::Constant(Constant::Str(pieces.text.into()))
    };
    builder.expr(kind, span.start, span.end)
}

/// Parts gathered so far, and text that is still growing.
#[derive(Default)]
struct Pieces {
    parts: Vec<FStringPart>,
    text: String,
}

impl Pieces {
    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.parts.push(FStringPart::Literal(text.into()));
        }
    }

    fn finish(mut self) -> Vec<FStringPart> {
        self.flush();
        self.parts
    }
}

/// What stops the reading of an f-string.
enum Failure {
    /// A message about the f-string as a whole.
    Message(String),
    /// An error inside a field, which has its own place.
    Known(SyntaxError),
}

fn fail<T>(message: &str) -> Result<T, Failure> {
    Err(Failure::Message(format!("f-string: {message}")))
}

/// Reads the contents of one f-string token.
struct Fields<'b, 'source> {
    builder: &'b mut Builder<'source>,
    text: &'source str,
    base: u32,
    at: usize,
    raw: bool,
}

impl Fields<'_, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Reads literal text and fields: to the end, or in a format spec (`depth` above 0) up to its `}`.
    fn read(&mut self, depth: u32, pieces: &mut Pieces) -> Result<(), Failure> {
        loop {
            self.literal(depth, pieces)?;
            match self.peek() {
                Some(b'{') => self.field(depth, pieces)?,
                _ => return Ok(()),
            }
        }
    }

    /// Reads text up to a field or the end; doubled braces count as text outside format specs.
    fn literal(&mut self, depth: u32, pieces: &mut Pieces) -> Result<(), Failure> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        loop {
            match self.peek() {
                Some(b'\\') if !self.raw => {
                    self.at += 1;
                    match self.peek() {
                        Some(b'N') if bytes.get(self.at + 1) == Some(&b'{') => {
                            let rest = &self.text[self.at..];
                            self.at += rest.find('}').map_or(rest.len(), |end| end + 1);
                        }
                        Some(b'{' | b'}') | None => {}
                        // The escape's other characters have no meaning here, whichever they are.
                        Some(_) => self.at += 1,
                    }
                }
                Some(brace @ (b'{' | b'}')) => {
                    let doubled = depth == 0 && bytes.get(self.at + 1) == Some(&brace);
                    if !doubled {
                        if brace == b'}' && depth == 0 {
                            return fail("single '}' is not allowed");
                        }
                        break;
                    }
                    self.decode(start, self.at + 1, pieces)?;
                    self.at += 2;
                    start = self.at;
                }
                Some(_) => self.at += 1,
                None => break,
            }
        }
        self.decode(start, self.at, pieces)
    }

    fn decode(&mut self, start: usize, end: usize, pieces: &mut Pieces) -> Result<(), Failure> {
        let text = literal::text(&self.text[start..end], self.raw).map_err(Failure::Message)?;
        pieces.text.push_str(&text);
        Ok(())
    }

    /// Reads `{expression=!conversion:spec}`.
    fn field(&mut self, depth: u32, pieces: &mut Pieces) -> Result<(), Failure> {
        if depth >= MAX_SPEC_DEPTH {
            return fail("expressions nested too deeply");
        }
        let open = self.at;
        self.at += 1;
        let start = self.at;
        self.skip_expression()?;
        if self.text[start..self.at].trim_ascii().is_empty() {
            return match self.peek() {
                Some(mark @ (b'!' | b':' | b'=')) => fail(&format!("expression required before '{}'", mark as char)),
                _ => fail("empty expression not allowed"),
            };
        }
        let value = self.expression(start, self.at)?;
        let mut debug = false;
        if self.peek() == Some(b'=') {
            debug = true;
            self.at += 1;
            while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
                self.at += 1;
            }
            pieces.text.push_str(&self.text[start..self.at]);
        }
        let mut conversion = self.conversion()?;
        let mut spec = None;
        if self.peek() == Some(b':') {
            self.at += 1;
            let mut inner = Pieces::default();
            self.read(depth + 1, &mut inner)?;
            spec = Some(inner.finish());
        }
        if self.peek() != Some(b'}') {
            return fail("expecting '}'");
        }
        self.at += 1;
        if debug && conversion.is_none() && spec.is_none() {
            conversion = Some(Conversion::Repr);
        }
        pieces.flush();
        pieces.parts.push(FStringPart::Formatted {
            span: Span::new(self.base + open as u32, self.base + self.at as u32),
            value: Box::new(value),
            conversion,
            spec,
        });
        Ok(())
    }

    fn conversion(&mut self) -> Result<Option<Conversion>, Failure> {
        if self.peek() != Some(b'!') {
            return Ok(None);
        }
        self.at += 1;
        let start = self.at;
        while !matches!(self.peek(), Some(b'}' | b':')) {
            if self.peek().is_none() {
                return fail("expecting '}'");
            }
            self.at += 1;
        }
        match &self.text[start..self.at] {
            "s" => Ok(Some(Conversion::Str)),
            "r" => Ok(Some(Conversion::Repr)),
            "a" => Ok(Some(Conversion::Ascii)),
            _ => fail("invalid conversion character: expected 's', 'r', or 'a'"),
        }
    }

    /// Moves to the end of the expression, by brackets and quotes alone, as CPython 3.11 does.
    fn skip_expression(&mut self) -> Result<(), Failure> {
        let bytes = self.text.as_bytes();
        let mut open = Vec::new();
        let mut quote: Option<&[u8]> = None;
        while let Some(byte) = self.peek() {
            let rest = &bytes[self.at..];
            if byte == b'\\' {
                return fail("expression part cannot include a backslash").map_err(no_colon);
            }
            if let Some(end) = quote {
                if rest.starts_with(end) {
                    self.at += end.len();
                    quote = None;
                } else {
                    self.at += 1;
                }
                continue;
            }
            match byte {
                b'\'' | b'"' => {
                    let width = if rest.starts_with(&[byte; 3]) { 3 } else { 1 };
                    quote = Some(&rest[..width]);
                    self.at += width;
                    continue;
                }
                b'(' | b'[' | b'{' => open.push(byte),
                b'#' => return fail("expression part cannot include '#'").map_err(no_colon),
                b'!' | b':' | b'}' | b'=' | b'<' | b'>' if open.is_empty() => {
                    if rest.get(1) == Some(&b'=') && !matches!(byte, b':' | b'}') {
                        self.at += 2;
                        continue;
                    }
                    if !matches!(byte, b'<' | b'>') {
                        return Ok(());
                    }
                }
                b')' | b']' | b'}' => {
                    let close = byte as char;
                    let Some(opening) = open.pop() else {
                        return fail(&format!("unmatched '{close}'"));
                    };
                    let opening = opening as char;
                    if !matches!((opening, close), ('(', ')') | ('[', ']') | ('{', '}')) {
                        return fail(&format!(
                            "closing parenthesis '{close}' does not match opening parenthesis '{opening}'"
                        ));
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
        match (quote, open.last()) {
            (Some(_), _) => fail("unterminated string"),
            (None, Some(&opening)) => fail(&format!("unmatched '{}'", opening as char)),
            (None, None) => fail("expecting '}'"),
        }
    }

    fn expression(&mut self, start: usize, end: usize) -> Result<Expr, Failure> {
        let span = Span::new(self.base + start as u32, self.base + end as u32);
        parse::field(self.builder, span).map_err(Failure::Known)
    }
}

/// Two of CPython's messages have no colon after `f-string`.
fn no_colon(failure: Failure) -> Failure {
    match failure {
        Failure::Message(message) => Failure::Message(message.replacen(": ", " ", 1)),
        known => known,
    }
}
