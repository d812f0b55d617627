//! The callable that `lru_cache` makes: it keeps the results of a function.
//!
//! In: a function, how many results to keep, whether types count. Out: results, old ones where the arguments were seen.

use super::in_script;
use crate::builtins::argument::size;
use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::function::{Function, Method};
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::list::List;
use crate::value::native::Takes::{Anything, Between, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::{self, call};
use crate::value::shape::text_of;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Kind, Raise, Res, Value, class_of, type_name};
use std::cell::{Cell, OnceCell};

struct Cache {
    function: Value,
    /// How many results are kept; all if there is no number.
    most: Option<usize>,
    typed: bool,
    /// What makes the result of `cache_info`.
    info: Value,
    /// Results by arguments, the one used last at the end.
    results: Gc<Dict>,
    /// Whether a search among the results is under way.
    searching: Cell<bool>,
    /// How often a result was there, and how often not.
    counts: Gc<List>,
    /// What does the same in a script, with one argument and with any number of them.
    in_script: OnceCell<[Gc<Function>; 2]>,
}

impl Content for Cache {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.function.trace(visit);
        self.info.trace(visit);
        visit(self.results.as_ref());
        visit(self.counts.as_ref());
        self.in_script.get().into_iter().flatten().for_each(|function| visit(function.as_ref()));
    }

    fn is_in_script(&self) -> bool {
        !self.typed && self.most != Some(0)
    }

    fn in_script(&self, given: usize) -> Option<&Gc<Function>> {
        let [with_one, with_any] = self.in_script.get()?;
        Some(if given == 1 { with_one } else { with_any })
    }

    fn put_in_script(&self) -> Result<(), Raise> {
        if self.in_script.get().is_some() {
            return Ok(());
        }
        let most = self.most.map_or(Value::None, |most| Value::int(most as i64));
        let made =
            in_script("cached", &[self.function.clone(), Value::from(&self.results), Value::from(&self.counts), most])?;
        if let Some([with_one, with_any]) = made.downcast::<Tuple>().map(Tuple::items)
            && let (Some(with_one), Some(with_any)) = (with_one.as_gc::<Function>(), with_any.as_gc::<Function>())
        {
            let _ = self.in_script.set([with_one.clone(), with_any.clone()]);
        }
        Ok(())
    }
}

fn is_cache(value: &Value) -> bool {
    value.content::<Cache>().is_some()
}

fn this(value: &Value) -> Result<&Cache, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "functools._lru_cache_wrapper expected"))
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("functools._lru_cache_wrapper", is_cache), takes, pure: false, doc }
}

static METHODS: &[Row] = &[
    Row {
        name: "__new__",
        owner: Owner::Static("functools._lru_cache_wrapper"),
        takes: Named(&NEW, new),
        pure: false,
        doc: "Create and return a new object.",
    },
    method("__call__", Anything(apply), "Call self as a function."),
    method("__get__", Between(1, 2, bind), "Return an attribute of instance, which is of type owner."),
    method("cache_info", Exactly(0, cache_info), "Report cache statistics"),
    method("cache_clear", Exactly(0, clear), "Clear the cache and cache statistics"),
    method("__copy__", Exactly(0, |arguments| Ok(arguments[0].clone())), "Return self."),
    method("__deepcopy__", Exactly(1, |arguments| Ok(arguments[0].clone())), "Return self."),
];

static NEW: Parameters = Parameters {
    names: &["cls", "user_function", "maxsize", "typed", "cache_info_type"],
    positional_only: 0,
    positional: 5,
    required: 5,
};

/// The class.
pub fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || class::create("functools", "_lru_cache_wrapper", None, METHODS);
    CLASS.with(|known| known.get_or_init(make).clone())
}

fn new(arguments: &[Value]) -> Res {
    let Some(class) = arguments[0].as_gc::<Class>() else {
        let given = type_name(&arguments[0]);
        return Err(raise!(TypeError, "_lru_cache_wrapper.__new__(X): X is not a type object ({given})"));
    };
    if !call::is_callable(&arguments[1]) {
        return Err(raise!(TypeError, "the first argument must be callable"));
    }
    let most = match given(arguments, 2).filter(|most| !most.is_none()) {
        Some(most) => Some(size(most)?.max(0) as usize),
        None => None,
    };
    let cache = Cache {
        function: arguments[1].clone(),
        most,
        typed: ops::truth(&arguments[3])?,
        info: arguments[4].clone(),
        results: Dict::new(),
        searching: Cell::new(false),
        counts: List::from_values([Value::int(0), Value::int(0)]),
        in_script: OnceCell::new(),
    };
    Ok(Value::from(Instance::wrap(class, Opaque::create(cache))))
}

/// Stands between the arguments by position and those by name, and equals nothing else.
fn mark() -> Value {
    thread_local! {
        static MARK: Value = Opaque::create(Mark);
    }
    MARK.with(Value::clone)
}

struct Mark;

impl Content for Mark {}

fn key(arguments: &Arguments<'_>, positional: &[Value], typed: bool) -> Value {
    if let ([only], true, false) = (positional, arguments.names.is_empty(), typed)
        && (matches!(only, Value::Int(_)) || matches!(only.kind(), Some(Kind::Str | Kind::BigInt)))
    {
        return only.clone();
    }
    let mut parts = positional.to_vec();
    if !arguments.names.is_empty() {
        parts.push(mark());
        for (name, value) in arguments.names.iter().zip(arguments.named) {
            parts.extend([text_of(*name), value.clone()]);
        }
    }
    if typed {
        parts.extend(positional.iter().chain(arguments.named).map(|value| Value::from(class_of(value))));
    }
    Value::tuple(parts)
}

fn apply(arguments: &Arguments<'_>) -> Res {
    let Some((receiver, positional)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "functools._lru_cache_wrapper expected"));
    };
    let cache = this(receiver)?;
    let compute = || call::call_with(&cache.function, &Arguments { positional, ..*arguments });
    let missed = || cache.count(1);
    if cache.most == Some(0) {
        missed();
        return compute();
    }
    let key = key(arguments, positional, cache.typed);
    if let Some(result) = cache.undisturbed(|outermost| cache.find(&key, outermost))? {
        cache.count(0);
        return Ok(result);
    }
    missed();
    let result = compute()?;
    cache.undisturbed(|_| cache.keep(key, &result))?;
    Ok(result)
}

impl Cache {
    /// Counts a call, among those of its kind.
    fn count(&self, kind: usize) {
        if let Some(Value::Int(count)) = self.counts.get(kind) {
            self.counts.set(kind, Value::Int(count + 1));
        }
    }

    /// Looks for something among the results. Comparing arguments may call the function again: results that are used meanwhile stay
    /// in their places, or the search would begin anew each time.
    fn undisturbed<T>(&self, search: impl FnOnce(bool) -> Result<T, Raise>) -> Result<T, Raise> {
        let outermost = !self.searching.replace(true);
        let found = search(outermost);
        self.searching.set(!outermost);
        found
    }

    /// The result for some arguments, which is the one used last from now on.
    fn find(&self, key: &Value, moves: bool) -> Result<Option<Value>, Raise> {
        let Some(result) = self.results.get(key)? else { return Ok(None) };
        if moves && self.most.is_some() {
            let last = self.results.entry_before(usize::MAX).map(|(_, last, _)| last);
            if last.is_none_or(|last| !last.is(key)) {
                self.results.remove(key)?;
                self.results.set(key.clone(), result.clone())?;
            }
        }
        Ok(Some(result))
    }

    /// Keeps a result, in the place of the one used longest ago if there is no room. The call may have kept one for the same arguments.
    fn keep(&self, key: Value, result: &Value) -> Result<(), Raise> {
        if self.most.is_some_and(|most| self.results.len() >= most) && !self.results.contains(&key)? {
            let oldest = self.results.entry_from(0).map(|(_, key, _)| key);
            if let Some(oldest) = oldest {
                let dropped = self.results.remove(&oldest)?;
                drop(dropped);
            }
        }
        self.results.set(key, result.clone())
    }
}

fn bind(arguments: &[Value]) -> Res {
    match given(arguments, 1).filter(|object| !object.is_none()) {
        Some(object) => Ok(Value::from(Method::create(arguments[0].clone(), object.clone()))),
        None => Ok(arguments[0].clone()),
    }
}

fn cache_info(arguments: &[Value]) -> Res {
    let cache = this(&arguments[0])?;
    let most = cache.most.map_or(Value::None, |most| Value::int(most as i64));
    let count = Value::int(cache.results.len() as i64);
    let [hits, misses] = [0, 1].map(|kind| cache.counts.get(kind).unwrap_or_default());
    call::call(&cache.info, &[hits, misses, most, count])
}

fn clear(arguments: &[Value]) -> Res {
    let cache = this(&arguments[0])?;
    cache.results.clear();
    [0, 1].into_iter().for_each(|kind| cache.counts.set(kind, Value::int(0)));
    Ok(Value::None)
}
