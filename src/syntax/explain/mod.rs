//! In: the tokens of a text that is no program, and where the parser refused to go on.
//! Out: the error in CPython's words, which often name a slip rather than a token.
//!
//! CPython finds slips with extra productions in a second run. Here the tokens around the place are looked at,
//! and stretches of them tried as expressions. Nothing here runs for a program without errors.

mod case;
mod expression;
mod statement;

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::{Source, Span};
use crate::syntax::layout::Layout;
use crate::syntax::parse::Refusal;
use crate::syntax::token::Token;
use case::Case;

/// Explains why the parser refused `refusal.at`; `noted` is what the builder had already found wrong.
pub fn explain(source: &Source, layout: &Layout, refusal: &Refusal, noted: Option<SyntaxError>) -> SyntaxError {
    let case = Case::new(source, layout, refusal);
    let mut last_line = source.line(match &noted {
        Some(error) => error.span.map_or(0, |span| span.end),
        None => case.span(case.at).start,
    });
    let error = match noted {
        // CPython looks for what was noted in a second run, and the first one ended here.
        Some(error) if case.token(case.at) == Token::Broken => case.end_error(case.at).unwrap_or(error),
        Some(error) => statement::comparison_meant(&case, &error).unwrap_or(error),
        None => match case.end_error(case.at).or_else(|| slip(&case)) {
            Some(error) => {
                last_line = last_line.max(source.line(case.span(case.read.get()).start));
                error
            }
            None if matches!(case.token(case.at), Token::Indent | Token::Dedent) => {
                return unexpected_indentation(&case);
            }
            None => SyntaxError::new("invalid syntax", statement::place(&case)),
        },
    };
    match &layout.failure {
        Some(failure) if failure.first => failure.error.clone(),
        _ => match layout.open.last() {
            // An error on a later line may only follow from a bracket that was never closed.
            Some(&open) if last_line > source.line(layout.tokens[open as usize].0) => case.never_closed(open as usize),
            _ => error,
        },
    }
}

fn unexpected_indentation(case: &Case) -> SyntaxError {
    let message = match case.token(case.at) {
        Token::Indent => "unexpected indent",
        _ => "unexpected unindent",
    };
    // Like CPython, mark the last column of the indentation.
    let end = case.span(case.at).end.max(1);
    SyntaxError::of_kind(SyntaxErrorKind::Indentation, message, Span::new(end - 1, end))
}

/// The known slips, those first that CPython would find first.
fn slip(case: &Case) -> Option<SyntaxError> {
    let tests: [fn(&Case) -> Option<SyntaxError>; 12] = [
        expression::string,
        statement::missing_block,
        statement::parameters,
        statement::header,
        expression::legacy_statement,
        expression::keyword_without_value,
        expression::equal_for_comparison,
        expression::missing_else,
        expression::missing_comma,
        expression::display,
        statement::target,
        statement::clause,
    ];
    tests.iter().find_map(|test| {
        let found = test(case);
        // A test that ran into the end of the text finds what is wrong there.
        case.reached_end().or(found)
    })
}
