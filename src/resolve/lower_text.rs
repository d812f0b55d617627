//! Syntax tree → resolved tree: text with fields in it, f-strings and templates.

use super::lower::{Lower, Lowered};
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

/// A part of a template.
pub(super) enum Part {
    /// Text as it stands.
    Text(String),
    /// The next value.
    Field(Conversion),
}

/// The parts of `template % (…)` with `count` values, if all that it asks for is their text as it is: then it is an f-string, as with
/// CPython. Anything else is for the operator.
pub(super) fn fields(template: &str, count: usize) -> Option<Vec<Part>> {
    let (mut parts, mut text, mut fields) = (Vec::new(), String::new(), 0);
    let mut rest = template.chars();
    while let Some(c) = rest.next() {
        if c != '%' {
            text.push(c);
            continue;
        }
        let conversion = match rest.next()? {
            '%' => {
                text.push('%');
                continue;
            }
            's' => Conversion::Str,
            'r' => Conversion::Repr,
            'a' => Conversion::Ascii,
            _ => return None,
        };
        if !text.is_empty() {
            parts.push(Part::Text(std::mem::take(&mut text)));
        }
        parts.push(Part::Field(conversion));
        fields += 1;
    }
    if !text.is_empty() {
        parts.push(Part::Text(text));
    }
    (fields == count && count > 0).then_some(parts)
}

impl Lower<'_> {
    /// A template with its values, which are those of a tuple.
    pub(super) fn filled_in(&mut self, span: Span, parts: Vec<Part>, values: Expr) -> ExprKind {
        let ExprKind::Tuple(values) = values.kind else { unreachable!("the values are a tuple's") };
        let mut values = values.into_iter();
        let parts = parts.into_iter().filter_map(|part| match part {
            Part::Text(text) => Some(self.make(span, ExprKind::Constant(Constant::Str(text.into())))),
            Part::Field(conversion) => values.next().map(|value| {
                let at = value.span;
                self.make(at, ExprKind::Format { value: Box::new(value), conversion, spec: None })
            }),
        });
        ExprKind::Join(parts.collect())
    }

    /// An f-string.
    pub(super) fn joined(&mut self, span: Span, parts: &[ast::FStringPart]) -> Lowered<Expr> {
        let mut done = Vec::with_capacity(parts.len());
        for part in parts {
            let lowered = match part {
                ast::FStringPart::Literal(text) => self.make(span, ExprKind::Constant(Constant::Str(text.clone()))),
                // CPython places a field at its whole string.
                ast::FStringPart::Formatted { value, conversion, spec, .. } => {
                    let value = Box::new(self.expr(value)?);
                    let spec = match spec {
                        Some(parts) => Some(Box::new(self.joined(span, parts)?)),
                        None => None,
                    };
                    let conversion = match conversion {
                        None => Conversion::None,
                        Some(ast::Conversion::Str) => Conversion::Str,
                        Some(ast::Conversion::Repr) => Conversion::Repr,
                        Some(ast::Conversion::Ascii) => Conversion::Ascii,
                    };
                    self.make(span, ExprKind::Format { value, conversion, spec })
                }
            };
            done.push(lowered);
        }
        Ok(self.make(span, ExprKind::Join(done)))
    }
}
