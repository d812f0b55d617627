//! `re.Pattern`: what a compiled pattern can be asked.

use super::program::{GaveUp, Matches, Mode, Program, Spans};
use super::subject::{Subject, as_text};
use super::template::{self, Part, TemplateFault};
use super::{found, scanner};
use super::{raise_fault, tree::flag};
use crate::builtins::argument::size;
use crate::builtins::modules::class;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::native::Takes::{Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::{self, call};
use crate::value::{Gc, Raise, Res, Value, proxy, type_name};
use std::cell::OnceCell;

/// A compiled pattern.
pub struct Pattern {
    /// What it was compiled from.
    pub source: Value,
    /// What it matches.
    pub program: Program,
    /// It is for bytes.
    pub bytes: bool,
}

impl Content for Pattern {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.source.trace(visit);
    }
}

/// Whether a value is a compiled pattern.
pub fn is_pattern(value: &Value) -> bool {
    value.content::<Pattern>().is_some()
}

/// The pattern that a value is.
pub fn this(value: &Value) -> Result<&Pattern, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "re.Pattern expected"))
}

/// A pattern object.
pub fn create(source: Value, program: Program, bytes: bool) -> Value {
    Value::from(Instance::wrap(&class(), Opaque::create(Pattern { source, program, bytes })))
}

static PLACES: Parameters =
    Parameters { names: &["string", "pos", "endpos"], positional_only: 0, positional: 3, required: 1 };
static SPLIT: Parameters =
    Parameters { names: &["string", "maxsplit"], positional_only: 0, positional: 2, required: 1 };
static SUB: Parameters =
    Parameters { names: &["repl", "string", "count"], positional_only: 0, positional: 3, required: 2 };

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("re.Pattern", is_pattern), takes, pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    method("search", Named(&PLACES, search), "Scan through string looking for a match, and return a corresponding match object instance."),
    method("match", Named(&PLACES, match_), "Matches zero or more characters at the beginning of the string."),
    method("fullmatch", Named(&PLACES, full_match), "Matches against all of the string."),
    method("findall", Named(&PLACES, find_all), "Return a list of all non-overlapping matches of pattern in string."),
    method("finditer", Named(&PLACES, find_each), "Return an iterator over all non-overlapping matches for the RE pattern in string."),
    method("scanner", Named(&PLACES, scanner::create), "Return an object that finds one match after another."),
    method("split", Named(&SPLIT, split), "Split string by the occurrences of pattern."),
    method("sub", Named(&SUB, substitute), "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl."),
    method("subn", Named(&SUB, substitute_counted), "Return the tuple (new_string, number_of_subs_made)."),
    method("__repr__", Exactly(0, repr), "Return repr(self)."),
    method("__copy__", Exactly(0, |arguments| Ok(arguments[0].clone())), "Return self."),
    method("__deepcopy__", Exactly(1, |arguments| Ok(arguments[0].clone())), "Return self."),
    method("__eq__", Exactly(1, equals), "Return self==value."),
    method("__hash__", Exactly(0, hash), "Return hash(self)."),
];

/// The class.
pub fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create_bare("re", "Pattern", METHODS);
        class::allow_arguments(&class);
        class::forbid_calls(&class);
        class::add_attributes(
            &class,
            &[
                ("pattern", |value| Ok(this(value)?.source.clone())),
                ("flags", |value| Ok(Value::int(this(value)?.program.tree.flags.into()))),
                ("groups", |value| Ok(Value::int(this(value)?.program.tree.groups as i64))),
                ("groupindex", names),
            ],
        );
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

fn names(value: &Value) -> Res {
    let names = Dict::new();
    for (name, group) in &this(value)?.program.tree.names {
        names.set(Value::str(name), Value::int(*group as i64))?;
    }
    // What is empty cannot become wrong, and is a dictionary in CPython.
    Ok(if names.is_empty() { Value::from(names) } else { proxy::of_mapping(Value::from(names)) })
}

fn equals(arguments: &[Value]) -> Res {
    let (Some(a), Some(b)) = (arguments[0].content::<Pattern>(), arguments[1].content::<Pattern>()) else {
        return Ok(Value::not_implemented());
    };
    let same = a.program.tree.flags == b.program.tree.flags && a.bytes == b.bytes;
    Ok(Value::bool(same && ops::equal(&a.source, &b.source)?))
}

fn hash(arguments: &[Value]) -> Res {
    let pattern = this(&arguments[0])?;
    Ok(Value::int(ops::hash(&pattern.source)? ^ i64::from(pattern.program.tree.flags)))
}

fn repr(arguments: &[Value]) -> Res {
    let pattern = this(&arguments[0])?;
    let mut flags = pattern.program.tree.flags;
    if !pattern.bytes && flags & (flag::LOCALE | flag::ASCII | flag::UNICODE) == flag::UNICODE {
        flags &= !flag::UNICODE;
    }
    let named = [
        (flag::IGNORECASE, "re.IGNORECASE"),
        (flag::LOCALE, "re.LOCALE"),
        (flag::MULTILINE, "re.MULTILINE"),
        (flag::DOTALL, "re.DOTALL"),
        (flag::UNICODE, "re.UNICODE"),
        (flag::VERBOSE, "re.VERBOSE"),
        (flag::DEBUG, "re.DEBUG"),
        (flag::ASCII, "re.ASCII"),
    ];
    let mut names: Vec<String> =
        named.iter().filter(|(bit, _)| flags & bit != 0).map(|(_, name)| (*name).to_owned()).collect();
    let unknown = named.iter().fold(flags, |flags, (bit, _)| flags & !bit);
    if unknown != 0 {
        names.push(format!("{unknown:#x}"));
    }
    let source: String = ops::repr(&pattern.source)?.chars().take(200).collect();
    let comma = if names.is_empty() { "" } else { ", " };
    Ok(Value::str(&format!("re.compile({source}{comma}{})", names.join("|"))))
}

impl From<GaveUp> for Raise {
    #[cold]
    fn from(why: GaveUp) -> Raise {
        match why {
            GaveUp::Steps => raise!(RuntimeError, "the pattern takes too long on this text"),
            GaveUp::Pattern(message) => raise!(ValueError, "{message}"),
        }
    }
}

/// What is searched, and from where to where.
pub struct Search<'a> {
    pattern: &'a Pattern,
    value: &'a Value,
    subject: Subject,
    string: &'a Value,
    start: usize,
    end: usize,
    places: (usize, usize),
}

impl<'a> Search<'a> {
    /// From the arguments of a method: the pattern, the string, and perhaps two places.
    pub fn of(arguments: &'a [Value]) -> Result<Search<'a>, Raise> {
        let pattern = this(&arguments[0])?;
        let string = &arguments[1];
        let subject = Subject::of(string, pattern.bytes)?;
        let length = subject.len();
        let place = |place: usize, default: usize| -> Result<usize, Raise> {
            let place = given(arguments, place).map_or(Ok(default as i64), size)?;
            Ok((place.max(0) as usize).min(length))
        };
        let (start, end) = (place(2, 0)?, place(3, length)?);
        let beyond = start > end;
        let (first, last) = (subject.offset(start), subject.offset(end));
        // A start behind the end finds nothing, not even an empty match.
        let first = if beyond { usize::MAX } else { first };
        Ok(Search { pattern, value: &arguments[0], subject, string, start: first, end: last, places: (start, end) })
    }

    fn text(&self) -> &str {
        &self.subject.text()[..self.end]
    }

    fn find(&self, mode: Mode) -> Res {
        Ok(match self.pattern.program.find(self.text(), self.start, mode)? {
            Some(spans) => self.found(spans),
            None => Value::None,
        })
    }

    /// Where it begins, in bytes.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The next of its matches, or none.
    pub fn next(&self, matches: &mut Matches, at_once: bool) -> Res {
        let program = &self.pattern.program;
        let spans =
            if at_once { matches.next_at_once(program, self.text()) } else { matches.next(program, self.text()) }?;
        Ok(spans.map_or(Value::None, |spans| self.found(spans)))
    }

    fn found(&self, spans: Spans) -> Value {
        found::create(self.value, self.string, &self.subject, spans, self.places)
    }

    /// A group of a match, or an empty text if it did not match.
    fn group(&self, spans: &Spans, group: usize) -> Value {
        let (start, end) = spans.get(group).copied().flatten().unwrap_or((0, 0));
        self.subject.part(start, end)
    }
}

/// `Pattern.search(string, pos=0, endpos=sys.maxsize)`
pub fn search(arguments: &[Value]) -> Res {
    Search::of(arguments)?.find(Mode::Search)
}

/// `Pattern.match(string, pos=0, endpos=sys.maxsize)`
pub fn match_(arguments: &[Value]) -> Res {
    Search::of(arguments)?.find(Mode::Match)
}

/// `Pattern.fullmatch(string, pos=0, endpos=sys.maxsize)`
pub fn full_match(arguments: &[Value]) -> Res {
    Search::of(arguments)?.find(Mode::Full)
}

/// `Pattern.findall(string, pos=0, endpos=sys.maxsize)`
pub fn find_all(arguments: &[Value]) -> Res {
    let search = Search::of(arguments)?;
    let mut matches = Matches::from(search.start);
    let mut found = Vec::new();
    while let Some(spans) = matches.next(&search.pattern.program, search.text())? {
        found.push(match search.pattern.program.tree.groups {
            0 => search.group(&spans, 0),
            1 => search.group(&spans, 1),
            groups => Value::tuple((1..=groups).map(|group| search.group(&spans, group)).collect()),
        });
    }
    Ok(Value::list(found))
}

/// The matches of a pattern, one by one.
struct Each {
    arguments: Vec<Value>,
    matches: Matches,
}

impl Step for Each {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let search = Search::of(&self.arguments)?;
        let found = self.matches.next(&search.pattern.program, search.text())?;
        Ok(found.map(|spans| search.found(spans)))
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.arguments.iter().for_each(|value| value.trace(visit));
    }
}

/// `Pattern.finditer(string, pos=0, endpos=sys.maxsize)`
pub fn find_each(arguments: &[Value]) -> Res {
    thread_local! {
        static CLASS: OnceCell<&'static Gc<Class>> = const { OnceCell::new() };
    }
    let start = Search::of(arguments)?.start;
    let class = CLASS.with(|class| *class.get_or_init(|| class::of_iterator("builtins", "callable_iterator")));
    let each = Each { arguments: arguments.to_vec(), matches: Matches::from(start) };
    Ok(Value::from(Iterator::with_class(State::Custom(Box::new(each)), class)))
}

/// `Pattern.split(string, maxsplit=0)`
pub fn split(arguments: &[Value]) -> Res {
    let most = given(arguments, 2).map_or(Ok(0), size)?;
    let search = Search::of(&arguments[..2])?;
    let mut matches = Matches::from(0);
    let (mut parts, mut last, mut count) = (Vec::new(), 0, 0);
    while most == 0 || count < most {
        let Some(spans) = matches.next(&search.pattern.program, search.text())? else { break };
        let (start, end) = spans.first().copied().flatten().unwrap_or_default();
        parts.push(search.subject.part(last, start));
        for group in 1..=search.pattern.program.tree.groups {
            parts.push(match spans.get(group).copied().flatten() {
                Some((start, end)) => search.subject.part(start, end),
                None => Value::None,
            });
        }
        last = end;
        count += 1;
    }
    parts.push(search.subject.part(last, search.text().len()));
    Ok(Value::list(parts))
}

/// What a match is replaced by.
enum Replacement<'a> {
    Template(Vec<Part>, &'a Value),
    Function(&'a Value),
}

/// The parts of a template for a pattern.
pub fn template(pattern: &Pattern, template: &Value) -> Result<Vec<Part>, Raise> {
    let (text, bytes) = match (template.as_str(), plain_bytes(template)) {
        (Some(text), _) => (text.to_owned(), false),
        (None, Some(bytes)) => (as_text(&bytes), true),
        (None, None) => {
            let class = type_name(template);
            return Err(raise!(TypeError, "decoding to str: need a bytes-like object, {class} found"));
        }
    };
    template::parse(&text, bytes, &pattern.program.tree).map_err(|fault| match fault {
        TemplateFault::Fault(fault) => raise_fault(fault, template, &text),
        TemplateFault::Index(message) => raise!(IndexError, "{message}"),
    })
}

/// Appends a template in which the groups of a match are put.
pub fn fill(out: &mut String, parts: &[Part], text: &str, spans: &Spans) {
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Group(group) => {
                if let Some((start, end)) = spans.get(*group).copied().flatten() {
                    out.push_str(text.get(start..end).unwrap_or_default());
                }
            }
        }
    }
}

fn replaced(arguments: &[Value]) -> Result<(Value, i64), Raise> {
    let pattern = this(&arguments[0])?;
    let most = given(arguments, 3).map_or(Ok(0), size)?;
    let replacement = match call::is_callable(&arguments[1]) {
        true => Replacement::Function(&arguments[1]),
        false => Replacement::Template(template(pattern, &arguments[1])?, &arguments[1]),
    };
    let of_string = [arguments[0].clone(), arguments[2].clone()];
    let search = Search::of(&of_string)?;
    let mut matches = Matches::from(0);
    let (mut out, mut last, mut count, mut pieces) = (String::new(), 0, 0, 0);
    while most == 0 || count < most {
        let Some(spans) = matches.next(&pattern.program, search.text())? else { break };
        let (start, end) = spans.first().copied().flatten().unwrap_or_default();
        if start > last {
            out.push_str(&search.text()[last..start]);
            pieces += 1;
        }
        match &replacement {
            Replacement::Template(parts, given) => {
                if given.as_str().is_some() == pattern.bytes && !parts.is_empty() {
                    return Err(wrong_piece(pattern, pieces, given));
                }
                fill(&mut out, parts, search.text(), &spans);
            }
            Replacement::Function(function) => {
                let result = call::call(function, &[search.found(spans)])?;
                if !result.is_none() {
                    match (pattern.bytes, result.as_str(), plain_bytes(&result)) {
                        (false, Some(text), _) => out.push_str(text),
                        (true, _, Some(bytes)) => out.push_str(&as_text(&bytes)),
                        _ => return Err(wrong_piece(pattern, pieces, &result)),
                    }
                    pieces += 1;
                }
            }
        }
        last = end;
        count += 1;
    }
    if count == 0 {
        return Ok((arguments[2].clone(), 0));
    }
    out.push_str(&search.text()[last..]);
    Ok((search.subject.value(&out), count))
}

/// The error of a piece that is not of the kind of the text.
#[cold]
fn wrong_piece(pattern: &Pattern, place: usize, piece: &Value) -> Raise {
    let wanted = if pattern.bytes { "a bytes-like object" } else { "str instance" };
    let class = type_name(piece);
    raise!(TypeError, "sequence item {place}: expected {wanted}, {class} found")
}

/// `Pattern.sub(repl, string, count=0)`
pub fn substitute(arguments: &[Value]) -> Res {
    replaced(arguments).map(|(text, _)| text)
}

/// `Pattern.subn(repl, string, count=0)`
pub fn substitute_counted(arguments: &[Value]) -> Res {
    replaced(arguments).map(|(text, count)| Value::pair(text, Value::int(count)))
}
