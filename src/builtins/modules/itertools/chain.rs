//! Items one after the other or side by side: `chain`, `accumulate`, `pairwise`, `starmap`, `zip_longest`.

use super::{Tool, iterator};
use crate::raise;
use crate::value::heap::Ref;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::native::given;
use crate::value::ops::{self, call, iterate, steps};
use crate::value::{Arguments, Kind, Raise, Res, Value};

struct Accumulate {
    items: Value,
    function: Option<Value>,
    initial: Option<Value>,
    total: Option<Value>,
}

/// `accumulate(iterable, func=None, *, initial=None)`
pub fn accumulate(arguments: &[Value]) -> Res {
    let part = |place: usize| given(arguments, place).filter(|value| !value.is_none()).cloned();
    let items = ops::iter(&arguments[0])?;
    Ok(iterator(Tool::Accumulate, Accumulate { items, function: part(1), initial: part(2), total: None }))
}

impl Step for Accumulate {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        if let Some(initial) = self.initial.take() {
            self.total = Some(initial.clone());
            return Ok(Some(initial));
        }
        let Some(item) = ops::next(&self.items)? else { return Ok(None) };
        let total = match (&self.total, &self.function) {
            (None, _) => item,
            (Some(total), None) => ops::binary::add(total, &item)?,
            (Some(total), Some(function)) => call::call(function, &[total.clone(), item])?,
        };
        self.total = Some(total.clone());
        Ok(Some(total))
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.items.trace(visit);
        for value in [&self.function, &self.initial, &self.total].into_iter().flatten() {
            value.trace(visit);
        }
    }
}

struct Chain {
    /// Nothing once one of them could not be gone over.
    sources: Option<Value>,
    active: Option<Value>,
}

/// `chain(*iterables)`
pub fn chain(arguments: &[Value]) -> Res {
    from_iterable(&[Value::tuple(arguments.to_vec())])
}

/// `chain.from_iterable(iterable)`
pub fn from_iterable(arguments: &[Value]) -> Res {
    Ok(iterator(Tool::Chain, Chain { sources: Some(ops::iter(&arguments[0])?), active: None }))
}

/// Whether going over a value runs no script code, and what is gone over is the value itself.
fn is_container(value: &Value) -> bool {
    matches!(
        value.kind(),
        Some(Kind::List | Kind::Tuple | Kind::Str | Kind::Bytes | Kind::Dict | Kind::Set | Kind::Range)
    )
}

impl Step for Chain {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        loop {
            if let Some(active) = &self.active {
                if let Some(item) = ops::next(active)? {
                    return Ok(Some(item));
                }
                self.active = None;
            }
            let Some(sources) = self.sources.take() else { return Ok(None) };
            match ops::next(&sources)? {
                Some(source) => self.active = Some(ops::iter(&source)?),
                None => return Ok(None),
            }
            self.sources = Some(sources);
        }
    }

    fn at_least(&self) -> Option<usize> {
        let begun = self.active.as_ref().map_or(0, steps::at_least);
        let later = self.sources.as_ref()?.downcast::<Iterator>()?.look(|state| match state {
            State::Tuple(sources, next) => {
                let left = sources.items().get(*next..).unwrap_or_default();
                left.iter().map(steps::at_least).fold(0, usize::saturating_add)
            }
            _ => 0,
        })?;
        Some(begun.saturating_add(later))
    }

    fn is_plain(&self) -> bool {
        let sources = self.sources.as_ref().map_or(Some(true), |sources| {
            sources.downcast::<Iterator>()?.look(|state| match state {
                State::Tuple(sources, next) => {
                    sources.items().get(*next..).unwrap_or_default().iter().all(is_container)
                }
                _ => false,
            })
        });
        self.active.as_ref().is_none_or(Iterator::is_plain_value) && sources == Some(true)
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.sources.iter().chain(&self.active).for_each(|value| value.trace(visit));
    }
}

struct Pairwise {
    items: Value,
    before: Option<Value>,
}

/// `pairwise(iterable)`
pub fn pairwise(arguments: &[Value]) -> Res {
    Ok(iterator(Tool::Pairwise, Pairwise { items: ops::iter(&arguments[0])?, before: None }))
}

impl Step for Pairwise {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let before = match self.before.take() {
            Some(before) => before,
            None => match ops::next(&self.items)? {
                Some(first) => first,
                None => return Ok(None),
            },
        };
        Ok(ops::next(&self.items)?.map(|item| {
            self.before = Some(item.clone());
            Value::pair(before, item)
        }))
    }

    fn is_plain(&self) -> bool {
        Iterator::is_plain_value(&self.items)
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.items.trace(visit);
        if let Some(before) = &self.before {
            before.trace(visit);
        }
    }
}

struct StarMap {
    function: Value,
    items: Value,
}

/// `starmap(function, iterable)`
pub fn star_map(arguments: &[Value]) -> Res {
    let items = ops::iter(&arguments[1])?;
    Ok(iterator(Tool::StarMap, StarMap { function: arguments[0].clone(), items }))
}

impl Step for StarMap {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let Some(item) = ops::next(&self.items)? else { return Ok(None) };
        call::call(&self.function, &iterate::collect_values(&item)?).map(Some)
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.function.trace(visit);
        self.items.trace(visit);
    }
}

struct ZipLongest {
    /// `None` for those that have ended.
    iterators: Vec<Option<Value>>,
    left: usize,
    fill: Value,
}

/// `zip_longest(*iterables, fillvalue=None)`
pub fn zip_longest(arguments: &Arguments<'_>) -> Res {
    if arguments.names.iter().any(|name| name.as_str() != "fillvalue") {
        return Err(raise!(TypeError, "zip_longest() got an unexpected keyword argument"));
    }
    let fill = arguments.keyword("fillvalue").cloned().unwrap_or(Value::None);
    let iterators: Result<Vec<_>, Raise> =
        arguments.positional.iter().map(|iterable| ops::iter(iterable).map(Some)).collect();
    let iterators = iterators?;
    Ok(iterator(Tool::ZipLongest, ZipLongest { left: iterators.len(), iterators, fill }))
}

impl Step for ZipLongest {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        if self.left == 0 {
            return Ok(None);
        }
        let mut row = Vec::with_capacity(self.iterators.len());
        for place in &mut self.iterators {
            let item = match place {
                Some(iterator) => ops::next(iterator)?,
                None => None,
            };
            if item.is_none() && place.take().is_some() {
                self.left -= 1;
                if self.left == 0 {
                    return Ok(None);
                }
            }
            row.push(item.unwrap_or_else(|| self.fill.clone()));
        }
        Ok(Some(Value::tuple(row)))
    }

    fn is_plain(&self) -> bool {
        self.iterators.iter().flatten().all(Iterator::is_plain_value)
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.fill.trace(visit);
        self.iterators.iter().flatten().for_each(|iterator| iterator.trace(visit));
    }
}
