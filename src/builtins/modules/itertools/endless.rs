//! Iterators that need not end: `count`, `cycle`, `repeat`.

use super::{Tool, iterator};
use crate::builtins::argument::size;
use crate::raise;
use crate::value::heap::Ref;
use crate::value::iterator::{Iterator, Step};
use crate::value::native::given;
use crate::value::ops::number::Number;
use crate::value::ops::{self, dunder};
use crate::value::{Raise, Res, Symbol, Value};

struct Count {
    next: Value,
    step: Value,
}

/// `count(start=0, step=1)`
pub fn count(arguments: &[Value]) -> Res {
    let part = |place: usize, default: i64| given(arguments, place).cloned().unwrap_or(Value::int(default));
    let (next, step) = (part(0, 0), part(1, 1));
    let is_number = |value: &Value| {
        Number::of(&ops::base::plain(value)).is_some()
            || [Symbol::FLOAT, Symbol::INDEX, Symbol::INT].iter().any(|&name| dunder::find(value, name).is_some())
    };
    if is_number(&next) && is_number(&step) {
        Ok(iterator(Tool::Count, Count { next, step }))
    } else {
        Err(raise!(TypeError, "a number is required"))
    }
}

impl Step for Count {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let following = ops::binary::add(&self.next, &self.step)?;
        Ok(Some(std::mem::replace(&mut self.next, following)))
    }

    fn at_least(&self) -> Option<usize> {
        // Adding may run a script's code, which may end it.
        (Number::of(&self.next).is_some() && Number::of(&self.step).is_some()).then_some(usize::MAX)
    }

    fn is_plain(&self) -> bool {
        let is_number = |value: &Value| matches!(value, Value::Int(_) | Value::Float(_));
        is_number(&self.next) && is_number(&self.step)
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.next.trace(visit);
        self.step.trace(visit);
    }

    fn repr(&self) -> Option<Result<String, Raise>> {
        let shown = || {
            let next = ops::repr(&self.next)?;
            match self.step.as_int() {
                Some(1) => Ok(format!("count({next})")),
                _ => Ok(format!("count({next}, {})", ops::repr(&self.step)?)),
            }
        };
        Some(shown())
    }
}

struct Cycle {
    items: Option<Value>,
    saved: Vec<Value>,
    place: usize,
}

/// `cycle(iterable)`
pub fn cycle(arguments: &[Value]) -> Res {
    let items = Some(ops::iter(&arguments[0])?);
    Ok(iterator(Tool::Cycle, Cycle { items, saved: Vec::new(), place: 0 }))
}

impl Step for Cycle {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        if let Some(items) = &self.items {
            if let Some(item) = ops::next(items)? {
                self.saved.push(item.clone());
                return Ok(Some(item));
            }
            self.items = None;
        }
        let item = self.saved.get(self.place).cloned();
        self.place = if self.place + 1 < self.saved.len() { self.place + 1 } else { 0 };
        Ok(item)
    }

    fn at_least(&self) -> Option<usize> {
        (!self.saved.is_empty()).then_some(usize::MAX)
    }

    fn is_plain(&self) -> bool {
        self.items.as_ref().is_none_or(Iterator::is_plain_value)
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.items.iter().chain(&self.saved).for_each(|value| value.trace(visit));
    }
}

struct Repeat {
    value: Value,
    left: Option<i64>,
}

/// `repeat(object[, times])`
pub fn repeat(arguments: &[Value]) -> Res {
    let left = given(arguments, 1).map(size).transpose()?.map(|left| left.max(0));
    Ok(iterator(Tool::Repeat, Repeat { value: arguments[0].clone(), left }))
}

impl Step for Repeat {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        match &mut self.left {
            None => {}
            Some(0) => return Ok(None),
            Some(left) => *left -= 1,
        }
        Ok(Some(self.value.clone()))
    }

    fn is_plain(&self) -> bool {
        true
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.value.trace(visit);
    }

    fn repr(&self) -> Option<Result<String, Raise>> {
        let shown = || {
            let value = ops::repr(&self.value)?;
            Ok(match self.left {
                None => format!("repeat({value})"),
                Some(left) => format!("repeat({value}, {left})"),
            })
        };
        Some(shown())
    }

    fn length_hint(&self) -> Option<usize> {
        self.left.map(|left| left as usize)
    }

    fn at_least(&self) -> Option<usize> {
        Some(self.left.map_or(usize::MAX, |left| left as usize))
    }
}
