//! Some of the items: `compress`, `dropwhile`, `filterfalse`, `islice`, `takewhile`.

use super::{Tool, iterator};
use crate::raise;
use crate::value::exception::{self, Error};
use crate::value::heap::Ref;
use crate::value::iterator::{Iterator, Step};
use crate::value::ops::{self, call};
use crate::value::{Raise, Res, Value, convert, host};

/// Asks for a stop now and then, in loops that may go on without giving an item.
#[derive(Default)]
struct Patience(u16);

impl Patience {
    fn wait(&mut self) -> Result<(), Raise> {
        self.0 = (self.0 + 1) & 0xfff;
        if self.0 == 0 { host::poll() } else { Ok(()) }
    }
}

struct Compress {
    data: Value,
    selectors: Value,
    patience: Patience,
}

/// `compress(data, selectors)`
pub fn compress(arguments: &[Value]) -> Res {
    let (data, selectors) = (ops::iter(&arguments[0])?, ops::iter(&arguments[1])?);
    Ok(iterator(Tool::Compress, Compress { data, selectors, patience: Patience::default() }))
}

impl Step for Compress {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        loop {
            let Some(item) = ops::next(&self.data)? else { return Ok(None) };
            let Some(selector) = ops::next(&self.selectors)? else { return Ok(None) };
            if ops::truth(&selector)? {
                return Ok(Some(item));
            }
            self.patience.wait()?;
        }
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.data.trace(visit);
        self.selectors.trace(visit);
    }
}

/// Which items a test picks.
enum Pick {
    /// Those after the first that fails.
    After,
    /// Those that fail.
    Failing,
    /// Those before the first that fails.
    Before,
}

struct Tested {
    test: Value,
    items: Value,
    pick: Pick,
    /// The first that failed has been seen.
    failed: bool,
    patience: Patience,
}

fn tested(tool: Tool, pick: Pick, arguments: &[Value]) -> Res {
    let items = ops::iter(&arguments[1])?;
    let test = arguments[0].clone();
    Ok(iterator(tool, Tested { test, items, pick, failed: false, patience: Patience::default() }))
}

/// `dropwhile(predicate, iterable)`
pub fn drop_while(arguments: &[Value]) -> Res {
    tested(Tool::DropWhile, Pick::After, arguments)
}

/// `filterfalse(function, iterable)`
pub fn filter_false(arguments: &[Value]) -> Res {
    tested(Tool::FilterFalse, Pick::Failing, arguments)
}

/// `takewhile(predicate, iterable)`
pub fn take_while(arguments: &[Value]) -> Res {
    tested(Tool::TakeWhile, Pick::Before, arguments)
}

impl Step for Tested {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        if self.failed && matches!(self.pick, Pick::Before) {
            return Ok(None);
        }
        loop {
            let Some(item) = ops::next(&self.items)? else { return Ok(None) };
            if self.failed {
                return Ok(Some(item));
            }
            let passes = match (&self.pick, &self.test) {
                (Pick::Failing, Value::None) => ops::truth(&item)?,
                (_, test) => ops::truth(&call::call(test, std::slice::from_ref(&item))?)?,
            };
            match (&self.pick, passes) {
                (Pick::Before, true) | (Pick::Failing, false) => return Ok(Some(item)),
                (Pick::After, false) => {
                    self.failed = true;
                    return Ok(Some(item));
                }
                (Pick::Before, false) => {
                    self.failed = true;
                    return Ok(None);
                }
                (Pick::After | Pick::Failing, true) => self.patience.wait()?,
            }
        }
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.test.trace(visit);
        self.items.trace(visit);
    }
}

struct Islice {
    items: Option<Value>,
    /// How many were taken.
    taken: u64,
    /// The place of the next item to give.
    next: u64,
    stop: Option<u64>,
    step: u64,
}

/// `islice(iterable, stop)`, `islice(iterable, start, stop[, step])`
pub fn islice(arguments: &[Value]) -> Res {
    let place = |value: Option<&Value>, message: &str, negative: &str| -> Result<Option<u64>, Raise> {
        let Some(value) = value.filter(|value| !value.is_none()) else { return Ok(None) };
        let place = match convert::as_index(value) {
            Ok(place) => place.and_then(|place| place.as_int()),
            Err(raised) if exception::catch(Error::Exception).is_none() => return Err(raised),
            Err(_) => None,
        };
        let place = place.ok_or_else(|| raise!(ValueError, "{message}"))?;
        u64::try_from(place).map(Some).map_err(|_| raise!(ValueError, "{negative}"))
    };
    const BOUNDS: &str = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const STOP: &str = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const STEP: &str = "Step for islice() must be a positive integer or None.";
    let (start, stop, step) = match arguments {
        [_, stop] => (0, place(Some(stop), STOP, STOP)?, 1),
        _ => {
            let stop = place(arguments.get(2), STOP, BOUNDS)?;
            let start = place(arguments.get(1), BOUNDS, BOUNDS)?.unwrap_or(0);
            (start, stop, place(arguments.get(3), STEP, STEP)?.unwrap_or(1))
        }
    };
    if step == 0 {
        return Err(raise!(ValueError, "{STEP}"));
    }
    let items = Some(ops::iter(&arguments[0])?);
    Ok(iterator(Tool::Islice, Islice { items, taken: 0, next: start, stop, step }))
}

impl Step for Islice {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let Some(items) = &self.items else { return Ok(None) };
        let mut patience = Patience::default();
        loop {
            let wanted = self.taken >= self.next;
            if wanted && self.stop.is_some_and(|stop| self.taken >= stop) {
                break;
            }
            let Some(item) = ops::next(items)? else { break };
            self.taken += 1;
            if wanted {
                let next = self.next.saturating_add(self.step);
                self.next = self.stop.map_or(next, |stop| next.min(stop));
                return Ok(Some(item));
            }
            patience.wait()?;
        }
        self.items = None;
        Ok(None)
    }

    fn is_plain(&self) -> bool {
        self.items.as_ref().is_none_or(Iterator::is_plain_value)
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        if let Some(items) = &self.items {
            items.trace(visit);
        }
    }
}
