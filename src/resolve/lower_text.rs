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

/// The parts of `template % (…)` and its values, if all that it asks for is their text as it is: then it is an f-string, as with
/// CPython. Anything else is for the operator.
pub(super) fn template<'e>(left: &ast::Expr, right: &'e ast::Expr) -> Option<(Vec<Part>, &'e [ast::Expr])> {
    let (ast::ExprKind::Constant(ast::Constant::Str(text)), ast::ExprKind::Tuple(values)) = (&left.kind, &right.kind)
    else {
        return None;
    };
    if values.iter().any(|value| matches!(value.kind, ast::ExprKind::Starred(_))) {
        return None;
    }
    Some((fields(text, values.len())?, values))
}

/// The parts of a template that asks for the text of so many values.
fn fields(template: &str, count: usize) -> Option<Vec<Part>> {
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
    /// A template with its values.
    pub(super) fn filled_in(&mut self, span: Span, parts: Vec<Part>, values: &[ast::Expr]) -> Lowered<ExprKind> {
        let (mut done, mut values) = (Vec::with_capacity(parts.len()), values.iter());
        for part in parts {
            match part {
                Part::Text(text) => done.push(self.make(span, ExprKind::Constant(Constant::Str(text.into())))),
                Part::Field(conversion) => {
                    let Some(value) = values.next() else { continue };
                    if self.has_effect(value) {
                        self.put_together(span, &mut done);
                    }
                    let lowered = Box::new(self.expr(value)?);
                    done.push(self.make(value.span, ExprKind::Format { value: lowered, conversion, spec: None }));
                }
            }
        }
        Ok(ExprKind::Join(done))
    }

    /// An f-string.
    pub(super) fn joined(&mut self, span: Span, parts: &[ast::FStringPart]) -> Lowered<Expr> {
        let mut done = Vec::with_capacity(parts.len());
        for part in parts {
            if self.part_has_effect(part) {
                self.put_together(span, &mut done);
            }
            let lowered = match part {
                ast::FStringPart::Literal(text) => self.make(span, ExprKind::Constant(Constant::Str(text.clone()))),
                // CPython places a field at its whole string.
                ast::FStringPart::Formatted { value, conversion, spec, .. } => {
                    let mut value = self.expr(value)?;
                    let spec = match spec {
                        Some(parts) => {
                            if self.parts_have_effect(parts) {
                                value = self.pin(value);
                            }
                            Some(Box::new(self.joined(span, parts)?))
                        }
                        None => None,
                    };
                    let value = Box::new(value);
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

    /// Makes text of the fields so far, before something else happens: that may change what they show, and what shows them may raise or
    /// run script code, which comes first.
    fn put_together(&mut self, span: Span, parts: &mut Vec<Expr>) {
        if parts.iter().all(|part| matches!(part.kind, ExprKind::Constant(_))) {
            return;
        }
        let text = self.make(span, ExprKind::Join(std::mem::take(parts)));
        let value = Box::new(self.pin(text));
        parts.push(self.make(span, ExprKind::Format { value, conversion: Conversion::None, spec: None }));
    }
}
