//! Arguments of calls and classes, parameters of functions and lambdas: gathered in order, then checked.

use super::Builder;
use crate::source::Span;
use crate::syntax::target;
use crate::syntax::tree::*;

/// One argument of a call, before it is known whether it may stand where it does.
pub enum Argument {
    /// `value`, `*value`.
    Positional(Expr),
    /// `value for ...`, which must be alone.
    Generator(Expr),
    /// `name=value`, `**value`.
    Keyword(Keyword),
}

/// The arguments of a call or class, gathered.
#[derive(Default)]
pub struct CallArguments {
    /// Positional ones.
    pub args: Vec<Expr>,
    /// Keywords.
    pub keywords: Vec<Keyword>,
    /// Whether a comma follows the last.
    pub trailing_comma: bool,
    /// A generator without parentheses of its own.
    pub(super) generator: Option<Span>,
    /// What is wrong with the order of the arguments; its place is the closing parenthesis.
    misplaced: Option<&'static str>,
}

/// One item of a parameter list.
pub enum ParameterItem {
    /// `name: annotation = default`.
    Plain(Parameter),
    /// `/`, and where.
    Slash(u32),
    /// `*` alone, and where.
    Star(u32),
    /// `*name`.
    Variadic(Parameter),
    /// `**name`.
    Keywords(Parameter),
}

impl Builder<'_> {
    /// `target=value` in a call; `p` is just past the `=`.
    pub fn keyword_argument(&mut self, target: Expr, value: Expr, l: u32, p: u32, r: u32) -> Argument {
        let bare = target.span.start == l;
        let place = Span::new(target.span.start, p);
        let name = match target.kind {
            ExprKind::Name(id) if bare => Some(id),
            ExprKind::Constant(Constant::None | Constant::Bool(_)) if bare => {
                let kind = target::name_of(&target);
                self.complain(format!("cannot assign to {kind}"), place);
                None
            }
            _ => {
                self.complain("expression cannot contain assignment, perhaps you meant \"==\"?", place);
                None
            }
        };
        Argument::Keyword(Keyword { span: Span::new(l, r), name, value })
    }

    /// `name=value for ...`, which is never right.
    pub fn keyword_generator(&mut self, target: Expr, l: u32, p: u32) -> Argument {
        self.complain("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", Span::new(l, p));
        Argument::Positional(target)
    }

    /// Adds an argument to those before it.
    pub fn push_argument(&mut self, list: &mut CallArguments, next: Argument) {
        let positional = match next {
            Argument::Keyword(keyword) => return list.keywords.push(keyword),
            Argument::Positional(value) => value,
            Argument::Generator(value) => {
                list.generator.get_or_insert(value.span);
                value
            }
        };
        let unpacked = list.keywords.iter().any(|keyword| keyword.name.is_none());
        if !matches!(positional.kind, ExprKind::Starred(_)) {
            if !list.keywords.is_empty() {
                list.misplaced.get_or_insert(match unpacked {
                    true => "positional argument follows keyword argument unpacking",
                    false => "positional argument follows keyword argument",
                });
            }
        } else if unpacked {
            let first = list.args.first().map(|arg| arg.span);
            let places = list.keywords.iter().map(|keyword| keyword.span).chain(first);
            let span = places.reduce(Span::to).unwrap_or(positional.span);
            self.complain("iterable argument unpacking follows keyword argument unpacking", span);
        }
        list.args.push(positional);
    }

    /// Checks a finished argument list whose parentheses are at `l..r`.
    pub(super) fn finish_arguments(&mut self, list: &mut CallArguments, l: u32, r: u32) {
        if let Some(message) = list.misplaced {
            self.complain(message, Span::new(r - 1, r));
        }
        let Some(span) = list.generator else { return };
        if list.args.len() + list.keywords.len() > 1 || list.trailing_comma {
            self.complain("Generator expression must be parenthesized", span);
        } else {
            // The call's parentheses are the generator's too.
            list.args[0].span = Span::new(l, r);
        }
    }

    /// `func(arguments)`; the parenthesis opens at `p`.
    pub fn call(&mut self, func: Expr, mut list: CallArguments, l: u32, p: u32, r: u32) -> Expr {
        self.finish_arguments(&mut list, p, r);
        let kind = ExprKind::Call { func: Box::new(func), args: list.args, keywords: list.keywords };
        self.expr(kind, l, r)
    }

    /// A parameter list: sorts the items by kind and checks their order.
    pub fn arguments(&mut self, items: Vec<ParameterItem>) -> Arguments {
        let mut list = Arguments::default();
        let mut star = None;
        let mut slash = false;
        for item in items {
            if list.keywords.is_some() {
                self.complain("arguments cannot follow var-keyword argument", item.start());
            }
            let stars = item.start();
            match item {
                ParameterItem::Plain(parameter) if star.is_some() || list.variadic.is_some() => {
                    list.keyword_only.push(parameter);
                }
                ParameterItem::Plain(parameter) => {
                    let before = list.positional.last().or(list.positional_only.last());
                    if parameter.default.is_none() && before.is_some_and(|each| each.default.is_some()) {
                        self.complain("non-default argument follows default argument", parameter.name.span);
                    }
                    list.positional.push(parameter);
                }
                ParameterItem::Slash(at) => {
                    let span = Span::new(at, at + 1);
                    if star.is_some() || list.variadic.is_some() {
                        self.complain("/ must be ahead of *", span);
                    } else if slash {
                        self.complain("/ may appear only once", span);
                    } else if list.positional.is_empty() {
                        self.complain("at least one argument must precede /", span);
                    }
                    slash = true;
                    list.positional_only = std::mem::take(&mut list.positional);
                }
                ParameterItem::Star(at) => {
                    if star.is_some() || list.variadic.is_some() {
                        self.complain("* argument may appear only once", Span::new(at, at + 1));
                    }
                    star = Some(at);
                }
                ParameterItem::Variadic(parameter) => {
                    if star.is_some() || list.variadic.is_some() {
                        self.complain("* argument may appear only once", stars);
                    }
                    if let Some(default) = &parameter.default {
                        let equal = self.equal_before(default);
                        self.complain("var-positional argument cannot have default value", equal);
                    }
                    list.variadic = Some(Box::new(parameter));
                }
                ParameterItem::Keywords(parameter) => {
                    if let Some(default) = &parameter.default {
                        let equal = self.equal_before(default);
                        self.complain("var-keyword argument cannot have default value", equal);
                    }
                    list.keywords = Some(Box::new(parameter));
                }
            }
        }
        if let Some(at) = star
            && list.keyword_only.is_empty()
        {
            self.complain("named arguments must follow bare *", Span::new(at, at + 1));
        }
        list
    }

    /// Where the `=` before a default value is.
    fn equal_before(&self, value: &Expr) -> Span {
        let before = &self.source.text()[..value.span.start as usize];
        let at = before.rfind('=').unwrap_or(0) as u32;
        Span::new(at, at + 1)
    }
}

impl ParameterItem {
    /// The token it begins with.
    fn start(&self) -> Span {
        match self {
            ParameterItem::Slash(at) | ParameterItem::Star(at) => Span::new(*at, at + 1),
            ParameterItem::Plain(parameter) => parameter.name.span,
            ParameterItem::Variadic(Parameter { name, .. }) => Span::new(name.span.start - 1, name.span.start),
            ParameterItem::Keywords(Parameter { name, .. }) => Span::new(name.span.start - 2, name.span.start),
        }
    }
}
