//! `itertools`: iterators that are made of others.
//!
//! In: iterables. Out: iterator objects, each a `Step` behind a class of its own. Nothing is taken from an iterable before
//! it is asked for, unless the result needs it whole (`product`, `permutations`).

mod chain;
mod combine;
mod endless;
mod filter;
mod group;
mod tee;

use super::{Module, class};
use crate::builtins::types::class::give_new;
use crate::value::class::Class;
use crate::value::function::Builtin;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::native::Takes::{Anything, Between, Named};
use crate::value::native::{Owner, Parameters, Row, Takes};
use crate::value::{Gc, Native, Symbol, Value};
use std::cell::RefCell;

/// The classes of the iterators.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
enum Tool {
    Accumulate,
    Chain,
    Combinations,
    CombinationsWithReplacement,
    Compress,
    Count,
    Cycle,
    DropWhile,
    FilterFalse,
    GroupBy,
    Grouper,
    Islice,
    Pairwise,
    Permutations,
    Product,
    Repeat,
    StarMap,
    TakeWhile,
    Tee,
    ZipLongest,
}

/// A class: its name, and what a call of it does, as a row.
struct Constructor {
    tool: Tool,
    construct: Native,
    name: &'static str,
}

/// A row of `CLASSES`.
macro_rules! constructor {
    ($tool:ident, $name:literal, $takes:expr) => {
        Constructor {
            tool: Tool::$tool,
            name: $name,
            construct: Native(|arguments| {
                static ROW: Row = Row { name: $name, owner: Owner::Builtins, takes: $takes, pure: true, doc: "" };
                ROW.call(arguments)
            }),
        }
    };
}

#[rustfmt::skip]
static CLASSES: &[Constructor] = &[
    constructor!(Accumulate, "accumulate", Named(&ACCUMULATE, chain::accumulate)),
    constructor!(Chain, "chain", Between(0, usize::MAX, chain::chain)),
    constructor!(Combinations, "combinations", Named(&CHOSEN, combine::combinations)),
    constructor!(CombinationsWithReplacement, "combinations_with_replacement", Named(&CHOSEN, combine::with_replacement)),
    constructor!(Compress, "compress", Named(&COMPRESS, filter::compress)),
    constructor!(Count, "count", Named(&COUNT, endless::count)),
    constructor!(Cycle, "cycle", Between(1, 1, endless::cycle)),
    constructor!(DropWhile, "dropwhile", Between(2, 2, filter::drop_while)),
    constructor!(FilterFalse, "filterfalse", Between(2, 2, filter::filter_false)),
    constructor!(GroupBy, "groupby", Named(&GROUP_BY, group::group_by)),
    constructor!(Islice, "islice", Between(2, 4, filter::islice)),
    constructor!(Pairwise, "pairwise", Between(1, 1, chain::pairwise)),
    constructor!(Permutations, "permutations", Named(&PERMUTATIONS, combine::permutations)),
    constructor!(Product, "product", Anything(combine::product)),
    constructor!(Repeat, "repeat", Named(&REPEAT, endless::repeat)),
    constructor!(StarMap, "starmap", Between(2, 2, chain::star_map)),
    constructor!(TakeWhile, "takewhile", Between(2, 2, filter::take_while)),
    constructor!(ZipLongest, "zip_longest", Anything(chain::zip_longest)),
];

const fn parameters(names: &'static [&'static str], positional: usize, required: usize) -> Parameters {
    Parameters { names, positional_only: 0, positional, required }
}

static ACCUMULATE: Parameters = parameters(&["iterable", "func", "initial"], 2, 1);
static CHOSEN: Parameters = parameters(&["iterable", "r"], 2, 2);
static COMPRESS: Parameters = parameters(&["data", "selectors"], 2, 2);
static COUNT: Parameters = parameters(&["start", "step"], 2, 0);
static GROUP_BY: Parameters = parameters(&["iterable", "key"], 2, 1);
static PERMUTATIONS: Parameters = parameters(&["iterable", "r"], 2, 1);
static REPEAT: Parameters = parameters(&["object", "times"], 2, 1);

static FROM_ITERABLE: Row = Row {
    name: "from_iterable",
    owner: Owner::Static("type"),
    takes: Takes::Exactly(1, chain::from_iterable),
    pure: true,
    doc: "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
};

static TEE: Row = Row {
    name: "tee",
    owner: Owner::Module("itertools"),
    takes: Between(1, 2, tee::tee),
    pure: true,
    doc: "Returns a tuple of n independent iterators.",
};

static COPY_TEE: Row = Row {
    name: "__copy__",
    owner: Owner::Type("itertools._tee", |value| value.downcast::<Iterator>().is_some()),
    takes: Takes::Exactly(0, tee::copy),
    pure: false,
    doc: "Returns an independent iterator.",
};

thread_local! {
    static MADE: RefCell<Vec<(Tool, &'static Gc<Class>)>> = const { RefCell::new(Vec::new()) };
}

/// The class of a kind of iterator. Like those of the built-in iterators it stays until the process ends.
fn class_of(tool: Tool) -> &'static Gc<Class> {
    let known = MADE.with_borrow(|made| made.iter().find(|(known, _)| *known == tool).map(|(_, class)| *class));
    known.unwrap_or_else(|| {
        let row = CLASSES.iter().find(|row| row.tool == tool);
        let name = match tool {
            Tool::Tee => "_tee",
            Tool::Grouper => "_grouper",
            _ => row.map_or("", |row| row.name),
        };
        let class = class::of_iterator("itertools", name);
        if let Some(row) = row {
            class.set_construct(row.construct);
            give_new(class);
        }
        if tool == Tool::Chain {
            class.names().set(Symbol::new("from_iterable"), Value::from(Builtin::row(&FROM_ITERABLE)));
        }
        if tool == Tool::Tee {
            class.names().set(Symbol::new("__copy__"), Value::from(Builtin::row(&COPY_TEE)));
        }
        MADE.with_borrow_mut(|made| made.push((tool, class)));
        class
    })
}

/// An iterator object.
fn iterator(tool: Tool, step: impl Step + 'static) -> Value {
    Value::from(Iterator::with_class(State::Custom(Box::new(step)), class_of(tool)))
}

/// The module.
pub fn create() -> Gc<Module> {
    let module = Module::create("itertools");
    for row in CLASSES {
        module.define(row.name, Value::from(class_of(row.tool)));
    }
    module.define("tee", Value::from(Builtin::row(&TEE)));
    module
}
