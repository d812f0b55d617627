//! In: a source. Out: its tree, or the first error. The only file that sees LALRPOP's types.

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::{Source, Span};
use crate::syntax::builder::{Builder, Parsed};
use crate::syntax::explain::explain;
use crate::syntax::layout::{Layout, Placed, lay_out, lay_out_within};
use crate::syntax::token::Token;
use crate::syntax::tree::{Expr, Module, Stmt, StmtKind};
use crate::syntax::validate::validate;
use lalrpop_util::ParseError;
use std::cell::Cell;

#[allow(clippy::all, missing_docs, unused, unreachable_pub)]
mod grammar {
    include!(concat!(env!("OUT_DIR"), "/taipan.rs"));
}

/// Parses a whole script.
pub fn parse(source: &Source) -> Result<Module, SyntaxError> {
    let module = parse_layout(source, &lay_out(source)).map_err(|(error, _)| error)?;
    validate(&module)?;
    Ok(module)
}

/// What a REPL learns of the lines typed so far.
#[derive(Clone, Debug)]
pub enum Interactive {
    /// They are whole statements.
    Complete(Module),
    /// They could go on.
    Incomplete,
}

/// Parses what was typed at a prompt: the lines so far, joined by line ends. A block ends with an empty line.
pub fn parse_interactive(source: &Source) -> Result<Interactive, SyntaxError> {
    let last_line = source.line_text(source.line_count());
    let ended = source.line_count() > 1 && last_line.trim().is_empty();
    let layout = lay_out(source);
    if layout.failure.as_ref().is_some_and(|failure| failure.unfinished) {
        return Ok(Interactive::Incomplete);
    }
    match parse_layout(source, &layout) {
        Ok(module) if ended || !module.body.last().is_some_and(has_block) => {
            validate(&module)?;
            Ok(Interactive::Complete(module))
        }
        Ok(_) => Ok(Interactive::Incomplete),
        Err((error, at)) => {
            let rest = at.map_or(&[][..], |at| &layout.tokens[at..]);
            let only_ends = rest.iter().all(|&(_, token, _)| token == Token::Dedent);
            let in_bracket = rest.first().is_some_and(|first| first.1 == Token::EndInBracket);
            match in_bracket || at.is_some() && only_ends && !ended {
                true => Ok(Interactive::Incomplete),
                false => Err(error),
            }
        }
    }
}

/// Whether a statement holds others, on lines of their own or not.
pub fn has_block(stmt: &Stmt) -> bool {
    matches!(
        stmt.kind,
        StmtKind::FunctionDef(_)
            | StmtKind::ClassDef(_)
            | StmtKind::For(_)
            | StmtKind::While { .. }
            | StmtKind::If { .. }
            | StmtKind::With { .. }
            | StmtKind::Match { .. }
            | StmtKind::Try(_)
    )
}

/// On failure also says at which token, unless the error was noted by the builder.
fn parse_layout(source: &Source, layout: &Layout) -> Result<Module, (SyntaxError, Option<usize>)> {
    let mut builder = Builder::new(source, &layout.tokens);
    let result = run(&mut builder, Token::StartFile, &layout.tokens);
    let noted = builder.take_error();
    match (result, noted) {
        (Ok(Parsed::File(body)), None) => Ok(Module { body }),
        (Err(refusal), noted) => {
            let at = noted.is_none().then_some(refusal.at);
            Err((explain(source, layout, &refusal, noted), at))
        }
        (_, noted) => Err((noted.unwrap_or_else(|| unexplained(source)), None)),
    }
}

/// Parses the expression of a replacement field; the braces around it count as parentheses.
pub(super) fn field(builder: &mut Builder, span: Span) -> Result<Expr, SyntaxError> {
    let source = builder.source();
    let layout = lay_out_within(source, span);
    let mut inner = Builder::new(source, &layout.tokens);
    let result = run(&mut inner, Token::StartExpression, &layout.tokens);
    let mut error = match (result, inner.take_error()) {
        (Ok(Parsed::Expression(value)), None) => return Ok(value),
        (Err(refusal), noted) => explain(source, &layout, &refusal, noted),
        (_, noted) => noted.unwrap_or_else(|| unexplained(source)),
    };
    // The innermost field tells best; a bad token is not the f-string's fault.
    if error.field.is_none() {
        error.field = Some(span);
        if layout.failure.is_none_or(|failure| failure.error.message != error.message) {
            error.message = format!("f-string: {}", error.message).into();
        }
    }
    Err(error)
}

/// Tries to read tokens as one expression, to explain an error nearby; says at which token it fails.
pub(super) fn attempt(source: &Source, tokens: &[Placed]) -> Result<Expr, usize> {
    let mut builder = Builder::new(source, tokens);
    match run(&mut builder, Token::StartExpression, tokens) {
        Ok(Parsed::Expression(value)) => Ok(value),
        Ok(_) => Err(0),
        Err(refusal) => Err(refusal.at),
    }
}

/// Where and how the table refused to go on.
pub(super) struct Refusal {
    /// The token by number; one past the last for the end.
    pub at: usize,
    /// The terminals that could have followed, as the grammar writes them.
    pub expected: Vec<String>,
}

fn run(builder: &mut Builder, start: Token, tokens: &[Placed]) -> Result<Parsed, Refusal> {
    let taken = Cell::new(0);
    let first = tokens.first().map_or(0, |token| token.0);
    let input = tokens.iter().copied().inspect(|_| taken.set(taken.get() + 1));
    let input = std::iter::once((first, start, first)).chain(input);
    let result = grammar::programParser::new().parse(builder, input);
    result.map_err(|error| match error {
        ParseError::UnrecognizedToken { expected, .. } => Refusal { at: taken.get() - 1, expected },
        ParseError::UnrecognizedEof { expected, .. } => Refusal { at: tokens.len(), expected },
        _ => Refusal { at: taken.get().saturating_sub(1), expected: Vec::new() },
    })
}

/// Cannot be reached as long as the start token decides what a parse gives.
fn unexplained(source: &Source) -> SyntaxError {
    let end = source.text().len() as u32;
    SyntaxError::of_kind(SyntaxErrorKind::Syntax, "invalid syntax", Span::new(end, end))
}
