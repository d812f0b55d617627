//! `re.Match`: where a pattern matched.

use super::object::{self, Pattern};
use super::program::Spans;
use super::subject::Subject;
use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Between, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops;
use crate::value::{Gc, Raise, Res, Value, convert};
use std::cell::OnceCell;

struct Match {
    pattern: Value,
    string: Value,
    subject: Subject,
    spans: Spans,
    places: (usize, usize),
}

impl Content for Match {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.pattern.trace(visit);
        self.string.trace(visit);
        if let Some(text) = self.subject.string() {
            visit(text.as_ref());
        }
    }
}

fn is_match(value: &Value) -> bool {
    value.content::<Match>().is_some()
}

fn this(value: &Value) -> Result<&Match, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "re.Match expected"))
}

/// A match object.
pub fn create(pattern: &Value, string: &Value, subject: &Subject, spans: Spans, places: (usize, usize)) -> Value {
    let found = Match { pattern: pattern.clone(), string: string.clone(), subject: subject.clone(), spans, places };
    Value::from(Instance::wrap(&class(), Opaque::create(found)))
}

static DEFAULT: Parameters = Parameters { names: &["default"], positional_only: 0, positional: 1, required: 0 };
static TEMPLATE: Parameters = Parameters { names: &["template"], positional_only: 0, positional: 1, required: 1 };

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("re.Match", is_match), takes, pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    method("group", Between(0, usize::MAX, group), "Returns one or more subgroups of the match."),
    method("groups", Named(&DEFAULT, groups), "Return a tuple containing all the subgroups of the match, from 1."),
    method("groupdict", Named(&DEFAULT, group_dict), "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name."),
    method("start", Between(0, 1, |arguments| Ok(span_of(arguments)?.0)), "Return index of the start of the substring matched by group."),
    method("end", Between(0, 1, |arguments| Ok(span_of(arguments)?.1)), "Return index of the end of the substring matched by group."),
    method("span", Between(0, 1, |arguments| span_of(arguments).map(|(start, end)| Value::pair(start, end))), "For match object m, return the 2-tuple (m.start(group), m.end(group))."),
    method("expand", Named(&TEMPLATE, expand), "Return the string obtained by doing backslash substitution on the string template."),
    method("__getitem__", Exactly(1, |arguments| item(this(&arguments[0])?, &arguments[1])), "Return self[key]."),
    method("__repr__", Exactly(0, repr), "Return repr(self)."),
    method("__copy__", Exactly(0, |arguments| Ok(arguments[0].clone())), "Return self."),
    method("__deepcopy__", Exactly(1, |arguments| Ok(arguments[0].clone())), "Return self."),
];

/// The class.
pub fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create_bare("re", "Match", METHODS);
        class::allow_arguments(&class);
        class::forbid_calls(&class);
        class::add_attributes(
            &class,
            &[
                ("string", |value| Ok(this(value)?.string.clone())),
                ("re", |value| Ok(this(value)?.pattern.clone())),
                ("pos", |value| Ok(Value::int(this(value)?.places.0 as i64))),
                ("endpos", |value| Ok(Value::int(this(value)?.places.1 as i64))),
                ("lastindex", |value| Ok(last(this(value)?)?.map_or(Value::None, |group| Value::int(group as i64)))),
                ("lastgroup", last_name),
                ("regs", spans),
            ],
        );
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

impl Match {
    fn pattern(&self) -> Result<&Pattern, Raise> {
        object::this(&self.pattern)
    }

    /// The number of a group, by number or name.
    fn number(&self, group: &Value) -> Result<usize, Raise> {
        let number = match group.as_str() {
            Some(name) => {
                let names = &self.pattern()?.program.tree.names;
                names.iter().find(|(known, _)| known == name).map(|(_, group)| *group)
            }
            None => match convert::as_index(group)? {
                Some(number) => number.as_int().and_then(|number| usize::try_from(number).ok()),
                None => None,
            },
        };
        number.filter(|&number| number < self.spans.len()).ok_or_else(|| raise!(IndexError, "no such group"))
    }

    fn text(&self, group: usize, default: &Value) -> Value {
        match self.spans.get(group).copied().flatten() {
            Some((start, end)) => self.subject.part(start, end),
            None => default.clone(),
        }
    }

    fn span(&self, group: usize) -> (Value, Value) {
        match self.spans.get(group).copied().flatten() {
            Some((start, end)) => {
                let place = |offset| Value::int(self.subject.place(offset) as i64);
                (place(start), place(end))
            }
            None => (Value::int(-1), Value::int(-1)),
        }
    }
}

fn item(found: &Match, group: &Value) -> Res {
    Ok(found.text(found.number(group)?, &Value::None))
}

fn group(arguments: &[Value]) -> Res {
    let found = this(&arguments[0])?;
    match &arguments[1..] {
        [] => Ok(found.text(0, &Value::None)),
        [only] => item(found, only),
        several => Ok(Value::tuple(several.iter().map(|group| item(found, group)).collect::<Result<_, _>>()?)),
    }
}

fn groups(arguments: &[Value]) -> Res {
    let found = this(&arguments[0])?;
    let default = given(arguments, 1).cloned().unwrap_or(Value::None);
    Ok(Value::tuple((1..found.spans.len()).map(|group| found.text(group, &default)).collect()))
}

fn group_dict(arguments: &[Value]) -> Res {
    let found = this(&arguments[0])?;
    let default = given(arguments, 1).cloned().unwrap_or(Value::None);
    let dict = Dict::new();
    for (name, group) in &found.pattern()?.program.tree.names {
        dict.set(Value::str(name), found.text(*group, &default))?;
    }
    Ok(Value::from(dict))
}

fn span_of(arguments: &[Value]) -> Result<(Value, Value), Raise> {
    let found = this(&arguments[0])?;
    let group = arguments.get(1).map_or(Ok(0), |group| found.number(group))?;
    Ok(found.span(group))
}

fn spans(value: &Value) -> Res {
    let found = this(value)?;
    let pair = |group| {
        let (start, end) = found.span(group);
        Value::pair(start, end)
    };
    Ok(Value::tuple((0..found.spans.len()).map(pair).collect()))
}

/// The group that was closed last.
fn last(found: &Match) -> Result<Option<usize>, Raise> {
    let closed = &found.pattern()?.program.tree.closed;
    Ok(closed.iter().rev().copied().find(|&group| found.spans.get(group).copied().flatten().is_some()))
}

fn last_name(value: &Value) -> Res {
    let found = this(value)?;
    let Some(last) = last(found)? else { return Ok(Value::None) };
    let names = &found.pattern()?.program.tree.names;
    Ok(names.iter().find(|(_, group)| *group == last).map_or(Value::None, |(name, _)| Value::str(name)))
}

fn expand(arguments: &[Value]) -> Res {
    let found = this(&arguments[0])?;
    let parts = object::template(found.pattern()?, &arguments[1])?;
    let mut out = String::new();
    object::fill(&mut out, &parts, found.subject.text(), &found.spans);
    Ok(found.subject.value(&out))
}

fn repr(arguments: &[Value]) -> Res {
    let found = this(&arguments[0])?;
    let (start, end) = found.span(0);
    let text: String = ops::repr(&found.text(0, &Value::None))?.chars().take(50).collect();
    let (start, end) = (ops::repr(&start)?, ops::repr(&end)?);
    Ok(Value::str(&format!("<re.Match object; span=({start}, {end}), match={text}>")))
}
