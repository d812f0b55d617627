//! What `Pattern.scanner` gives: one match after another, each where the last one ended or further on.

use super::object::Search;
use super::program::Matches;
use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::Class;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::native::Takes::Exactly;
use crate::value::native::{Owner, Row, Takes};
use crate::value::opaque::{Content, Opaque};
use crate::value::{Gc, Res, Value};
use std::cell::{OnceCell, RefCell};

struct Scanner {
    /// The pattern, the string, and the places given.
    arguments: Vec<Value>,
    matches: RefCell<Matches>,
}

impl Content for Scanner {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.arguments.iter().for_each(|value| value.trace(visit));
    }
}

fn is_scanner(value: &Value) -> bool {
    value.content::<Scanner>().is_some()
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("_sre.SRE_Scanner", is_scanner), takes, pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    method("match", Exactly(0, |arguments| next(arguments, true)), "The match where the last one ended."),
    method("search", Exactly(0, |arguments| next(arguments, false)), "The next match."),
];

fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create_bare("_sre", "SRE_Scanner", METHODS);
        class::forbid_calls(&class);
        class::add_attributes(
            &class,
            &[("pattern", |value| {
                Ok(value.content::<Scanner>().map_or(Value::None, |found| found.arguments[0].clone()))
            })],
        );
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

/// `Pattern.scanner(string, pos=0, endpos=sys.maxsize)`
pub fn create(arguments: &[Value]) -> Res {
    let start = Search::of(arguments)?.start();
    let scanner = Scanner { arguments: arguments.to_vec(), matches: RefCell::new(Matches::from(start)) };
    Ok(Value::from(Instance::wrap(&class(), Opaque::create(scanner))))
}

fn next(arguments: &[Value], at_once: bool) -> Res {
    let Some(scanner) = arguments[0].content::<Scanner>() else {
        return Err(raise!(TypeError, "_sre.SRE_Scanner expected"));
    };
    Search::of(&scanner.arguments)?.next(&mut scanner.matches.borrow_mut(), at_once)
}
