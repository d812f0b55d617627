//! Slips in the first line of a compound statement, in its clauses, and in targets and parameters.

use super::case::Case;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::Span;
use crate::syntax::target::{self, Purpose};
use crate::syntax::token::Token;
use crate::syntax::tree::ExprKind;

/// The first token of the statement's line, past `async`.
fn first_of(case: &Case, index: usize) -> usize {
    let first = case.line_start(index);
    match case.token(first) {
        Token::Async => first + 1,
        _ => first,
    }
}

/// `if x:` with nothing under it.
pub fn missing_block(case: &Case) -> Option<SyntaxError> {
    if !case.expects("INDENT") || case.at == 0 || case.token(case.at - 1) != Token::Newline {
        return None;
    }
    // The line that should be deeper is told from those around it before its tokens are read.
    let ends = case.token(case.at) == Token::Dedent;
    if let Some(error) = case.end_error(case.at + 1).filter(|error| ends && error.kind != SyntaxErrorKind::Syntax) {
        return Some(error);
    }
    let first = first_of(case, case.at - 1);
    let line = case.source.line(case.span(first).start);
    let what = match case.token(first) {
        Token::Def => "function definition".to_string(),
        Token::Class => "class definition".to_string(),
        Token::Except if case.token(first + 1) == Token::Star => "'except*' statement".to_string(),
        _ => format!("'{}' statement", case.text(first)),
    };
    // Of a token only the first character is marked.
    let mut span = next_token(case);
    let first = case.source.slice(span).chars().next();
    span.end = span.start + first.map_or(0, char::len_utf8) as u32;
    Some(SyntaxError::of_kind(
        SyntaxErrorKind::Indentation,
        format!("expected an indented block after {what} on line {line}"),
        span,
    ))
}

/// The refused token's place. The end of a block is marked before its indentation, the end of the text not at all:
/// an empty span at the beginning of a line.
fn next_token(case: &Case) -> Span {
    let span = case.span(case.at);
    if case.token(case.at) != Token::Dedent && !case.past_end() {
        return span;
    }
    let text = case.source.text();
    let last = case.source.line_span(case.source.line((text.len() - usize::from(text.ends_with('\n'))) as u32));
    if span.start > last.end || span.start as usize == text.len() {
        return Span::new(last.start, last.start);
    }
    let line = case.source.line_span(case.source.line(span.start));
    match span.start == line.start {
        true => Span::new(line.start, line.start),
        false => Span::new(span.start - 1, span.start),
    }
}

/// The place of an error without a name: the refused token, or the colon before it where what precedes cannot
/// be annotated.
pub fn place(case: &Case) -> Span {
    if case.token(case.at) == Token::Newline
        && let Some(comment) = case.comment()
    {
        return comment;
    }
    let colon = case.at.saturating_sub(1);
    let first = case.line_start(colon);
    if case.token(colon) == Token::Colon
        && case.depth_between(first, colon) == 0
        && let Some(target) = case.whole(first, colon)
        && !matches!(target.kind, ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. })
    {
        return case.span(colon);
    }
    next_token(case)
}

/// What a compound statement's first line lacks.
pub fn header(case: &Case) -> Option<SyntaxError> {
    let first = first_of(case, case.at);
    let at_end = case.token(case.at) == Token::Newline;
    let level = case.depth_between(first, case.at) == 0;
    let begun = case.find_level(first, case.at, |token| token == Token::Colon).is_some();
    let colon = case.expects(":") && level && !begun;
    match case.token(first) {
        Token::Else | Token::Try | Token::Finally | Token::Def if colon => Some(case.here("expected ':'")),
        Token::Def if case.at == first + 2 => Some(case.here("expected '('")),
        Token::Def if case.token(case.at - 1) == Token::Arrow => {
            Some(SyntaxError::new("expected ':'", case.span(case.at - 1)))
        }
        Token::If
        | Token::Elif
        | Token::While
        | Token::With
        | Token::For
        | Token::Class
        | Token::Except
        | Token::Match
        | Token::Case
            if colon && at_end =>
        {
            Some(case.here("expected ':'"))
        }
        _ => None,
    }
}

/// Parentheses around parameters, and `=` without a default value.
pub fn parameters(case: &Case) -> Option<SyntaxError> {
    let before = case.at.checked_sub(1)?;
    let bracket = case.innermost();
    let of_function = bracket.is_some_and(|open| case.holds_names(open) && case.token(open - 1) == Token::Name);
    let of_lambda = case.in_lambda(case.at);
    if !of_function && !of_lambda {
        return None;
    }
    let here = case.token(case.at);
    if case.token(before) == Token::Equal && matches!(here, Token::Comma | Token::RightParenthesis) {
        return Some(SyntaxError::new("expected default value expression", case.span(before)));
    }
    if here != Token::LeftParenthesis || case.token(before) == Token::Equal {
        return None;
    }
    let mut last = case.at;
    loop {
        last += 1;
        match case.token(last) {
            Token::Name | Token::Comma => {}
            Token::RightParenthesis if last > case.at + 1 => break,
            _ => return None,
        }
    }
    let message = match of_lambda {
        true => "Lambda expression parameters cannot be parenthesized",
        false => "Function parameters cannot be parenthesized",
    };
    Some(SyntaxError::new(message, case.span(case.at).to(case.span(last))))
}

/// A target that cannot be one, where the statement breaks off behind it.
pub fn target(case: &Case) -> Option<SyntaxError> {
    let first = first_of(case, case.at);
    if case.token(first) == Token::For {
        let (target, _) = case.longest_list(first + 1)?;
        let refused = target::refuse(&target, Purpose::Loop)?;
        return Some(SyntaxError::new(refused.0, refused.1));
    }
    let equal = case.at.checked_sub(1)?;
    if case.token(equal) != Token::Equal || case.depth_between(first, equal) != 0 {
        return None;
    }
    let start = (first..equal)
        .rev()
        .find(|&index| matches!(case.token(index), Token::Equal | Token::Semicolon))
        .map_or(first, |index| index + 1);
    // The parts of a tuple, one by one.
    let mut part = start;
    while part < equal {
        let end = case.find_level(part, equal, |token| token == Token::Comma).unwrap_or(equal);
        let bare = match case.token(part) {
            Token::Star => part + 1,
            _ => part,
        };
        let expr = case.whole(bare, end)?;
        if let Some((message, span)) = target::refuse(&expr, Purpose::Assign) {
            return Some(SyntaxError::new(message, span));
        }
        part = end + 1;
    }
    None
}

/// `f(x) = 1 +`: the target was noted, but not yet that a comparison may be meant.
pub fn comparison_meant(case: &Case, noted: &SyntaxError) -> Option<SyntaxError> {
    let span = noted.span.filter(|_| noted.message.starts_with("cannot assign to "))?;
    let equal = case.after(span.end);
    if case.token(equal) != Token::Equal {
        return None;
    }
    let left = case.whole(case.after(span.start), equal)?;
    let (right, _) = case.longest(equal + 1)?;
    let right = target::first_operand(&right)?;
    match case.token(case.after(right.span.end)) {
        Token::Equal | Token::ColonEqual => None,
        _ => target::slip(&left, right),
    }
}

/// Clauses of `try` and `import`.
pub fn clause(case: &Case) -> Option<SyntaxError> {
    if case.expects("except") && case.expects("finally") && !case.expects("else") {
        let message = "expected 'except' or 'finally' block";
        return Some(SyntaxError::new(message, next_token(case)));
    }
    let first = case.line_start(case.at);
    let here = case.token(case.at);
    match case.token(first) {
        Token::From if here == Token::Newline && case.token(case.at - 1) == Token::Comma => {
            (case.expects("NAME")).then(|| case.here("trailing comma not allowed without surrounding parentheses"))
        }
        Token::Except if here == Token::Comma && case.expects(":") => {
            let kinds = match case.token(first + 1) {
                Token::Star => first + 2,
                _ => first + 1,
            };
            let (_, mut end) = case.longest_list(kinds)?;
            if case.token(end) == Token::As && case.token(end + 1) == Token::Name {
                end += 2;
            }
            let message = "multiple exception types must be parenthesized";
            let place = case.span(kinds).to(case.span(end - 1));
            (case.token(end) == Token::Colon).then(|| SyntaxError::new(message, place))
        }
        Token::Except if case.at == first + 1 && here == Token::Star => Some(SyntaxError::new(
            "cannot have both 'except' and 'except*' on the same 'try'",
            case.span(first).to(case.span(case.at)),
        )),
        Token::Except if case.at == first + 1 && case.expects("*") && !case.expects("NAME") => {
            Some(SyntaxError::new("cannot have both 'except' and 'except*' on the same 'try'", case.span(first)))
        }
        Token::Except
            if case.at == first + 2
                && case.token(first + 1) == Token::Star
                && matches!(here, Token::Colon | Token::Newline) =>
        {
            Some(case.here("expected one or more exception types"))
        }
        _ => None,
    }
}
