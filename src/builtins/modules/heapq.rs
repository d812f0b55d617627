//! `heapq`: lists that are heaps.
//!
//! In: a list, items. Out: the smallest item. The moves are CPython's, so that the list looks the same in between. An
//! item's comparison may be a script's and change the list, so its length is asked again after each.

use super::{Module, effect, function};
use crate::builtins::argument::{shown_type, size};
use crate::builtins::sort;
use crate::raise;
use crate::resolve::tree::CompareOp;
use crate::value::class::types;
use crate::value::function::Builtin;
use crate::value::heap::Ref;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::list::List;
use crate::value::native::Takes::{Anything, Between, Exactly, Script};
use crate::value::native::{Row, given};
use crate::value::ops::{self, call, compare, iterate};
use crate::value::signature::Signature;
use crate::value::{Arguments, Gc, Raise, Res, Value};
use smallvec::{SmallVec, smallvec};
use std::borrow::Cow;

/// The module.
pub fn create() -> Gc<Module> {
    super::with_functions("heapq", FUNCTIONS)
}

static LARGEST: Signature =
    Signature { function: "nlargest", names: &["n", "iterable", "key"], positional: 3, required: 2, method: false };
static SMALLEST: Signature =
    Signature { function: "nsmallest", names: &["n", "iterable", "key"], positional: 3, required: 2, method: false };

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("heapq", "heappush", Between(2, 2, push), "Push item onto heap, maintaining the heap invariant."),
    effect("heapq", "heappop", Exactly(1, |arguments| pop(arguments, Order::Smallest)), "Pop the smallest item off the heap, maintaining the heap invariant."),
    effect("heapq", "heapify", Exactly(1, |arguments| heapify(arguments, Order::Smallest)), "Transform list into a heap, in-place, in O(len(heap)) time."),
    effect("heapq", "heapreplace", Between(2, 2, |arguments| replace(arguments, Order::Smallest)), "Pop and return the current smallest value, and add the new item."),
    effect("heapq", "heappushpop", Between(2, 2, push_pop), "Push item on the heap, then pop and return the smallest item from the heap."),
    effect("heapq", "_heappop_max", Exactly(1, |arguments| pop(arguments, Order::Largest)), "Maxheap variant of heappop."),
    effect("heapq", "_heapify_max", Exactly(1, |arguments| heapify(arguments, Order::Largest)), "Maxheap variant of heapify."),
    effect("heapq", "_heapreplace_max", Between(2, 2, |arguments| replace(arguments, Order::Largest)), "Maxheap variant of heapreplace."),
    function("heapq", "nlargest", Script(&LARGEST, |arguments| choose(arguments, true)), "Find the n largest elements in a dataset."),
    function("heapq", "nsmallest", Script(&SMALLEST, |arguments| choose(arguments, false)), "Find the n smallest elements in a dataset."),
    function("heapq", "merge", Anything(merge), "Merge multiple sorted inputs into a single sorted output."),
];

#[rustfmt::skip]
static PLAIN: &[Row] = &[
    effect("heapq", "heappush", Between(2, 2, |arguments| {
        push_plainly(&heap("heappush", arguments)?, &arguments[1]).map(|()| Value::None).ok_or_else(no_plain_heap)
    }), "`heappush` where no script code compares."),
    effect("heapq", "heappop", Exactly(1, |arguments| {
        pop_plainly(&heap("heappop", arguments)?, Order::Smallest).ok_or_else(no_plain_heap)
    }), "`heappop` where no script code compares."),
];

/// The form of a function of this module that does nothing where it fails.
pub fn all_or_nothing(name: &str) -> Option<Value> {
    PLAIN.iter().find(|row| row.name == name).map(|row| Value::from(Builtin::row(row)))
}

fn no_plain_heap() -> Raise {
    raise!(RuntimeError, "script code compares the items of the heap")
}

/// Which item is at the root.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Smallest,
    Largest,
}

impl Order {
    /// Whether one item is nearer to the root than another.
    #[inline]
    fn before(self, a: &Value, b: &Value) -> Result<bool, Raise> {
        let (a, b) = if self == Order::Smallest { (a, b) } else { (b, a) };
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Ok(a < b),
            (Value::Float(a), Value::Float(b)) => Ok(a.get() < b.get()),
            _ => compare::compare_truth(CompareOp::Less, a, b),
        }
    }
}

/// The list that is a heap, which may be inside an instance of a class derived from `list`.
fn heap(function: &str, arguments: &[Value]) -> Result<Gc<List>, Raise> {
    let value = &arguments[0];
    let list = match value.as_gc::<List>() {
        Some(list) => Some(list.clone()),
        None => value.inside().and_then(|value| value.as_gc::<List>().cloned()),
    };
    list.ok_or_else(|| {
        let class = shown_type(value);
        let number = if arguments.len() > 1 { " 1" } else { "" };
        raise!(TypeError, "{function}() argument{number} must be list, not {class}")
    })
}

fn item(list: &List, place: usize, length: usize) -> Result<Value, Raise> {
    match list.get(place) {
        Some(item) if list.len() == length => Ok(item),
        _ => Err(raise!(RuntimeError, "list changed size during iteration")),
    }
}

/// Moves the item at a place towards the root, as far as it belongs there.
fn rise(list: &Gc<List>, root: usize, place: usize, order: Order) -> Result<(), Raise> {
    let length = list.len();
    let mut place = place;
    let new = item(list, place, length)?;
    while place > root {
        let parent = (place - 1) / 2;
        let other = item(list, parent, length)?;
        if !order.before(&new, &other)? {
            break;
        }
        item(list, place, length)?;
        list.swap(place, parent);
        place = parent;
    }
    Ok(())
}

/// Moves the item at a place down to the leaves along the items nearer to the root, then up again.
fn sink(list: &Gc<List>, place: usize, order: Order) -> Result<(), Raise> {
    let (length, start) = (list.len(), place);
    let mut place = place;
    while place < length / 2 {
        let mut child = 2 * place + 1;
        if child + 1 < length && !order.before(&item(list, child, length)?, &item(list, child + 1, length)?)? {
            child += 1;
        }
        item(list, child, length)?;
        list.swap(child, place);
        place = child;
    }
    rise(list, start, place, order)
}

/// An item of a list of any storage, borrowed where the list holds it as it is.
#[inline]
fn peek(list: &List, place: usize) -> Option<Cow<'_, Value>> {
    match list.any_at(place as i64) {
        Some(value) => Some(Cow::Borrowed(value)),
        None => list.get(place).map(Cow::Owned),
    }
}

/// Adds an item, if no script code decides where it belongs: else nothing has happened.
fn push_plainly(list: &Gc<List>, new: &Value) -> Option<()> {
    let mut path: SmallVec<[usize; 32]> = smallvec![list.len()];
    let mut place = list.len();
    while place > 0 {
        let parent = (place - 1) / 2;
        if !compare::plain_less(new, &*peek(list, parent)?)? {
            break;
        }
        path.push(parent);
        place = parent;
    }
    list.push(new.clone());
    path.windows(2).for_each(|step| list.swap(step[0], step[1]));
    Some(())
}

/// Takes the root away, if no script code decides what comes in its place: else nothing has happened.
fn pop_plainly(list: &Gc<List>, order: Order) -> Option<Value> {
    let before = |a: &Value, b: &Value| match order {
        Order::Smallest => compare::plain_less(a, b),
        Order::Largest => compare::plain_less(b, a),
    };
    let length = list.len().checked_sub(1)?;
    // Down to the leaves along the items nearer to the root, then up again: where the last item comes to lie.
    let mut path: SmallVec<[usize; 32]> = smallvec![0];
    let mut place = 0;
    while place < length / 2 {
        let mut child = 2 * place + 1;
        if child + 1 < length && !before(&*peek(list, child)?, &*peek(list, child + 1)?)? {
            child += 1;
        }
        path.push(child);
        place = child;
    }
    {
        let last = peek(list, length)?;
        while let [_, .., deepest] = path[..]
            && before(&last, &*peek(list, deepest)?)?
        {
            path.pop();
        }
    }
    let last = list.pop()?;
    let Some(root) = list.get(0) else { return Some(last) };
    list.set(0, last);
    path.windows(2).for_each(|step| list.swap(step[0], step[1]));
    Some(root)
}

fn push(arguments: &[Value]) -> Res {
    let list = heap("heappush", arguments)?;
    if push_plainly(&list, &arguments[1]).is_some() {
        return Ok(Value::None);
    }
    list.push(arguments[1].clone());
    rise(&list, 0, list.len() - 1, Order::Smallest)?;
    Ok(Value::None)
}

fn empty() -> Raise {
    raise!(IndexError, "index out of range")
}

fn pop(arguments: &[Value], order: Order) -> Res {
    let list = heap("heappop", arguments)?;
    if let Some(root) = pop_plainly(&list, order) {
        return Ok(root);
    }
    let last = list.pop().ok_or_else(empty)?;
    let Some(root) = list.get(0) else { return Ok(last) };
    list.set(0, last);
    sink(&list, 0, order)?;
    Ok(root)
}

fn heapify(arguments: &[Value], order: Order) -> Res {
    let list = heap("heapify", arguments)?;
    for place in (0..list.len() / 2).rev() {
        sink(&list, place, order)?;
    }
    Ok(Value::None)
}

fn replace(arguments: &[Value], order: Order) -> Res {
    let list = heap("heapreplace", arguments)?;
    let root = list.get(0).ok_or_else(empty)?;
    list.set(0, arguments[1].clone());
    sink(&list, 0, order)?;
    Ok(root)
}

fn push_pop(arguments: &[Value]) -> Res {
    let list = heap("heappushpop", arguments)?;
    match list.get(0) {
        Some(root) if Order::Smallest.before(&root, &arguments[1])? => match list.is_empty() {
            true => Err(empty()),
            false => replace(arguments, Order::Smallest),
        },
        _ => Ok(arguments[1].clone()),
    }
}

/// `nlargest` and `nsmallest`: the beginning of the sorted items.
fn choose(arguments: &[Value], largest: bool) -> Res {
    let mut items = iterate::collect_values(&arguments[1])?;
    let count = size(&arguments[0])?.max(0) as usize;
    match given(arguments, 2).filter(|key| !key.is_none()) {
        None => sort::sort(&mut items, largest)?,
        Some(key) => {
            let keys: Result<Vec<Value>, Raise> =
                items.iter().map(|item| call::call(key, std::slice::from_ref(item))).collect();
            sort::sort_by_keys(&mut items, keys?, largest)?;
        }
    }
    items.truncate(count);
    Ok(Value::list(items))
}

/// One of the inputs that are merged: its first item with its key, and the rest.
struct Input {
    key: Value,
    item: Value,
    rest: Value,
}

struct Merge {
    /// The iterables, until the first item is asked for.
    waiting: Vec<Value>,
    /// In their order, which decides between equal items.
    inputs: Vec<Input>,
    key: Option<Value>,
    order: Order,
}

fn merge(arguments: &Arguments<'_>) -> Res {
    if let Some(name) = arguments.names.iter().find(|name| !matches!(name.as_str(), "key" | "reverse")) {
        return Err(raise!(TypeError, "merge() got an unexpected keyword argument '{name}'"));
    }
    let key = arguments.keyword("key").filter(|key| !key.is_none()).cloned();
    let reverse = arguments.keyword("reverse").map_or(Ok(false), ops::truth)?;
    let order = if reverse { Order::Largest } else { Order::Smallest };
    let merge = Merge { waiting: arguments.positional.to_vec(), inputs: Vec::new(), key, order };
    Ok(Value::from(Iterator::with_class(State::Custom(Box::new(merge)), &types().generator)))
}

impl Merge {
    fn next_of(&self, rest: &Value) -> Result<Option<(Value, Value)>, Raise> {
        let Some(item) = ops::next(rest)? else { return Ok(None) };
        let key = match &self.key {
            Some(key) => call::call(key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        Ok(Some((key, item)))
    }
}

impl Step for Merge {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        for iterable in std::mem::take(&mut self.waiting) {
            let rest = ops::iter(&iterable)?;
            if let Some((key, item)) = self.next_of(&rest)? {
                self.inputs.push(Input { key, item, rest });
            }
        }
        let mut first = 0;
        for place in 1..self.inputs.len() {
            if self.order.before(&self.inputs[place].key, &self.inputs[first].key)? {
                first = place;
            }
        }
        let Some(input) = self.inputs.get(first) else { return Ok(None) };
        let given = input.item.clone();
        match self.next_of(&input.rest)? {
            Some((key, item)) => {
                self.inputs[first].key = key;
                self.inputs[first].item = item;
            }
            None => drop(self.inputs.remove(first)),
        }
        Ok(Some(given))
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.waiting.iter().chain(&self.key).for_each(|value| value.trace(visit));
        for input in &self.inputs {
            for value in [&input.key, &input.item, &input.rest] {
                value.trace(visit);
            }
        }
    }
}
