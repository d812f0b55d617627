//! Slips in expressions.

use super::case::{ATTEMPTS, Case, Side, side};
use crate::error::SyntaxError;
use crate::source::Span;
use crate::syntax::target;
use crate::syntax::token::Token;
use crate::syntax::tree::{Constant, Expr, ExprKind};

/// The strings just before the refused token, which the parser has not yet made a node of.
pub fn string(case: &Case) -> Option<SyntaxError> {
    let strings = |index: &usize| case.token(*index) == Token::String;
    let run: Vec<Span> = (0..case.at).rev().take_while(strings).map(|index| case.span(index)).collect();
    let mut builder = case.builder();
    if !run.is_empty() {
        let ordered: Vec<Span> = run.into_iter().rev().collect();
        builder.strings(&ordered);
    }
    builder.take_error()
}

/// Python 2's `print x` and `exec x`.
pub fn legacy_statement(case: &Case) -> Option<SyntaxError> {
    let is_legacy = |index: usize| case.token(index) == Token::Name && matches!(case.text(index), "print" | "exec");
    let mut names = (0..case.at).filter(|&index| is_legacy(index) && case.opens(index));
    let (name, end) = names.find_map(|name| Some((name, legacy_end(case, name)?))).or_else(|| {
        let before = case.at.checked_sub(1)?;
        let follows = case.token(before) == Token::Name && case.opens(before) && is_legacy(case.at);
        if follows { Some((case.at, legacy_end(case, case.at)?)) } else { None }
    })?;
    let word = case.text(name);
    Some(SyntaxError::new(
        format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?"),
        case.span(name).to(case.span(end - 1)),
    ))
}

/// Where the statement of Python 2 ends that begins with a name: whatever expressions follow, even where the whole could
/// be an operation or a subscript. CPython finds other slips in it first.
fn legacy_end(case: &Case, name: usize) -> Option<usize> {
    if case.token(name + 1) == Token::LeftParenthesis {
        return None;
    }
    let (_, end) = case.longest_list(name + 1)?;
    let ends_at_refused = |from| case.longest(from).is_some_and(|(_, whole)| whole == case.at);
    let other = match case.token(end) {
        // The target of an assignment is read as that.
        Token::Equal => true,
        Token::If => end < case.at,
        _ => {
            let inside = case.depth_between(case.line_start(name), name) > 0;
            inside && end == case.at && ends_at_refused(name) && case.longest(end).is_some()
        }
    };
    (!other).then_some(end)
}

/// `f(a.b=)`: wrong whatever may follow the `=`.
pub fn keyword_without_value(case: &Case) -> Option<SyntaxError> {
    let equal = case.at.checked_sub(1)?;
    let open = case.innermost()?;
    if case.token(equal) != Token::Equal || !case.is_call(open) {
        return None;
    }
    let start = case.starts_before(equal).find(|&start| case.whole(start, equal).is_some())?;
    let left = case.whole(start, equal)?;
    let place = case.span(start).to(case.span(equal));
    match left.kind {
        ExprKind::Name(_) if left.span == case.span(start) => None,
        ExprKind::Constant(Constant::None | Constant::Bool(_)) => {
            let name = target::name_of(&left);
            Some(SyntaxError::new(format!("cannot assign to {name}"), place))
        }
        _ => Some(SyntaxError::new("expression cannot contain assignment, perhaps you meant \"==\"?", place)),
    }
}

/// `if x = 1:`.
pub fn equal_for_comparison(case: &Case) -> Option<SyntaxError> {
    if case.token(case.at) != Token::Equal {
        return None;
    }
    let start =
        case.starts_before(case.at).find(|&start| may_be_named(case, start) && case.whole(start, case.at).is_some())?;
    let left = case.whole(start, case.at)?;
    let (right, _) = case.longest(case.at + 1)?;
    let right = target::first_operand(&right)?;
    let next = case.after(right.span.end);
    if matches!(case.token(next), Token::Equal | Token::ColonEqual) {
        return None;
    }
    case.read.set(next);
    target::slip(&left, right)
}

/// Whether `name := value` could stand at `start`.
fn may_be_named(case: &Case, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    match case.token(before) {
        Token::If | Token::Elif | Token::While | Token::At | Token::Match => true,
        Token::LeftBracket | Token::LeftBrace => true,
        Token::LeftParenthesis => !case.is_call(before),
        Token::Comma => case.open_at(start).next().is_some_and(|open| !case.is_call(open)),
        _ => false,
    }
}

/// `a if b` without `else`.
pub fn missing_else(case: &Case) -> Option<SyntaxError> {
    let first = case.line_start(case.at);
    (first..case.at).rev().filter(|&index| case.token(index) == Token::If).take(ATTEMPTS).find_map(|keyword| {
        let start = case.starts_before(keyword).find(|&start| disjunction(case, start, keyword).is_some())?;
        let (test, _) = case.longest(keyword + 1)?;
        let test = match &test.kind {
            ExprKind::IfExp { body, .. } if test.span.start == case.span(keyword + 1).start => body,
            _ => &test,
        };
        let next = case.after(test.span.end);
        // A group's own parentheses lie outside its span.
        let closed =
            |next: &usize| side(case.token(*next)) != Side::Closing || case.depth_between(keyword + 1, *next) == 0;
        let next = (next..=case.at.max(next)).find(closed)?;
        if matches!(case.token(next), Token::Else | Token::Colon) {
            return None;
        }
        Some(SyntaxError::new("expected 'else' after 'if' expression", case.span(start).to(case.span(next - 1))))
    })
}

/// CPython finds no missing comma after these, and compares only as many characters as the name has.
const SOFT_KEYWORDS: [&str; 3] = ["match", "case", "_"];

/// Two expressions side by side in brackets.
pub fn missing_comma(case: &Case) -> Option<SyntaxError> {
    // The second may begin at the refused token, or with a bracket that was taken for a call or subscript.
    let splits = std::iter::once(case.at).chain(case.open_at(case.at));
    splits.into_iter().find_map(|split| {
        let start = case.starts_before(split).find(|&start| disjunction(case, start, split).is_some())?;
        if case.token(start) == Token::Name
            && (case.token(start + 1) == Token::String
                || SOFT_KEYWORDS.iter().any(|word| word.starts_with(case.text(start))))
        {
            return None;
        }
        if is_dict_key(case, start) || case.in_pattern(start) {
            return None;
        }
        let (_, end) = case.longest(split)?;
        let plain = end <= case.at && split < case.at;
        let legacy = split == start + 1 && matches!(case.text(start), "print" | "exec");
        if plain || legacy || case.depth_between(case.line_start(split), end) == 0 {
            return None;
        }
        case.read.set(end);
        Some(SyntaxError::new("invalid syntax. Perhaps you forgot a comma?", case.span(start).to(case.span(end - 1))))
    })
}

/// Whether what begins at `start` is a key in a dict, and not the first.
fn is_dict_key(case: &Case, start: usize) -> bool {
    let Some(open) = case.open_at(start).next() else {
        return false;
    };
    case.token(open) == Token::LeftBrace
        && start > 0
        && case.token(start - 1) == Token::Comma
        && case.find_level(open + 1, start, |token| token == Token::Colon).is_some()
}

/// The tokens `start..end` as an expression that is neither a lambda nor a conditional, save in parentheses.
fn disjunction(case: &Case, start: usize, end: usize) -> Option<Expr> {
    let expr = case.whole(start, end)?;
    let bare = expr.span.start == case.span(start).start;
    let excluded = bare && matches!(expr.kind, ExprKind::Lambda { .. } | ExprKind::IfExp { .. });
    (!excluded).then_some(expr)
}

/// Slips inside `[...]` and `{...}`.
pub fn display(case: &Case) -> Option<SyntaxError> {
    let open = case.innermost()?;
    let here = case.token(case.at);
    if case.token(open) == Token::LeftParenthesis
        && case.token(open + 1) == Token::Star
        && matches!(here, Token::For | Token::Async)
    {
        return Some(SyntaxError::new(
            "iterable unpacking cannot be used in comprehension",
            case.span(open + 1).to(case.span(case.at - 1)),
        ));
    }
    let is_display = match case.token(open) {
        Token::LeftBrace => true,
        Token::LeftBracket => open == 0 || !case.ends_operand(open - 1),
        _ => false,
    };
    if !is_display || case.at == open + 1 {
        return None;
    }
    let inside = |wanted: fn(Token) -> bool| case.find_level(open + 1, case.at, wanted).is_some();
    let clause = here == Token::For || here == Token::Async && case.token(case.at + 1) == Token::For;
    if clause {
        let several =
            inside(|token| token == Token::Comma) && !inside(|token| matches!(token, Token::Colon | Token::DoubleStar));
        return several.then(|| {
            SyntaxError::new(
                "did you forget parentheses around the comprehension target?",
                case.span(open + 1).to(case.span(case.at - 1)),
            )
        });
    }
    if case.token(open) == Token::LeftBrace && !case.in_pattern(case.at) {
        return dict(case, here);
    }
    None
}

fn dict(case: &Case, here: Token) -> Option<SyntaxError> {
    let before = case.at - 1;
    let ends = matches!(here, Token::RightBrace | Token::Comma);
    if case.token(before) == Token::Colon && ends {
        return Some(SyntaxError::new("expression expected after dictionary key and ':'", case.span(before)));
    }
    if case.token(before) == Token::Colon && here == Token::Star {
        let (_, end) = case.longest(case.at + 1)?;
        return Some(SyntaxError::new(
            "cannot use a starred expression in a dictionary value",
            case.span(case.at).to(case.span(end - 1)),
        ));
    }
    if case.expects(":") && !case.expects("NAME") && side(here) != Side::Opening && !case.expects(",") {
        let end = case.span(before).end;
        return Some(SyntaxError::new("':' expected after dictionary key", Span::new(end - 1, end)));
    }
    None
}
