//! Comparisons.
//!
//! In: two values and which comparison. Out: its result. Containers are compared item by item; an item may be compared by
//! script code, so nothing is borrowed from a container meanwhile, and it may have changed afterwards.

use super::number::{Number, numbers_equal, order};
use super::{base, contains, dunder, iterate, special, truth};
use crate::raise;
use crate::resolve::tree::CompareOp;
use crate::value::array;
use crate::value::byte_array::with_both;
use crate::value::bytes::Bytes;
use crate::value::dict::{Dict, Part, View};
use crate::value::function::Method;
use crate::value::heap::Storage;
use crate::value::instance::Instance;
use crate::value::list::List;
use crate::value::memory_view::MemoryView;
use crate::value::range::Range;
use crate::value::set::Set;
use crate::value::slice::Slice;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, class_of, exception, generic, recursion, type_name};
use std::cmp::Ordering;

/// `a op b`
#[inline]
pub fn compare(op: CompareOp, a: &Value, b: &Value) -> Res {
    if let (Value::Int(a), Value::Int(b)) = (a, b)
        && let Some(result) = decide(op, a.cmp(b))
    {
        return Ok(Value::bool(result));
    }
    if let (Value::Float(a), Value::Float(b)) = (a, b) {
        match op {
            CompareOp::Less => return Ok(Value::bool(a.get() < b.get())),
            CompareOp::LessEqual => return Ok(Value::bool(a.get() <= b.get())),
            CompareOp::Greater => return Ok(Value::bool(a.get() > b.get())),
            CompareOp::GreaterEqual => return Ok(Value::bool(a.get() >= b.get())),
            _ => {}
        }
    }
    compare_any(op, a, b)
}

/// Whether `a op b` is true: for conditions, which build no `Value`.
#[inline]
pub fn compare_truth(op: CompareOp, a: &Value, b: &Value) -> Result<bool, Raise> {
    if let Some(result) = by_identity(op, a, b) {
        return Ok(result);
    }
    match compare(op, a, b)? {
        Value::Bool(result) => Ok(result.get()),
        other => truth(&other),
    }
}

fn compare_any(op: CompareOp, a: &Value, b: &Value) -> Res {
    let result = match op {
        CompareOp::Is => a.is(b),
        CompareOp::IsNot => !a.is(b),
        CompareOp::In => contains(b, a)?,
        CompareOp::NotIn => !contains(b, a)?,
        _ => {
            if let Some(result) = compare_text(op, a, b) {
                return Ok(Value::bool(result));
            }
            if let (Some(a), Some(b)) = (a.downcast::<Tuple>(), b.downcast::<Tuple>()) {
                return compare_tuples(op, a, b);
            }
            if let (Some(a), Some(b)) = (a.downcast::<Set>(), b.downcast::<Set>())
                && !matches!(op, CompareOp::Equal | CompareOp::NotEqual)
            {
                return order_sets(op, a, b);
            }
            if array::takes_part(a, b) {
                return array::compare(op, a, b);
            }
            if let Some(result) = array::compare_with_other(op, a, b)? {
                return Ok(result);
            }
            return rich(op, a, b);
        }
    };
    Ok(Value::bool(result))
}

/// Whether `a op b` is true of two texts; nothing if they are not, or it is no comparison of their order.
pub fn compare_text(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    decide(op, a.downcast::<Str>()?.as_str().cmp(b.downcast::<Str>()?.as_str()))
}

/// What a comparison says of an order; nothing if it is not one of the six.
#[inline]
fn decide(op: CompareOp, order: Ordering) -> Option<bool> {
    Some(match op {
        CompareOp::Equal => order == Ordering::Equal,
        CompareOp::NotEqual => order != Ordering::Equal,
        CompareOp::Less => order == Ordering::Less,
        CompareOp::LessEqual => order != Ordering::Greater,
        CompareOp::Greater => order == Ordering::Greater,
        CompareOp::GreaterEqual => order != Ordering::Less,
        _ => return None,
    })
}

fn rich(op: CompareOp, a: &Value, b: &Value) -> Res {
    if dunder::is_scripted(a) || dunder::is_scripted(b) {
        return scripted(op, a, b);
    }
    match op {
        CompareOp::Equal => return Ok(Value::bool(built_in_equal(a, b)?)),
        CompareOp::NotEqual => return Ok(Value::bool(!built_in_equal(a, b)?)),
        _ => {}
    }
    match built_in_order(op, a, b)? {
        Some(result) => Ok(result),
        None => Err(not_ordered(op, a, b)),
    }
}

#[cold]
fn not_ordered(op: CompareOp, a: &Value, b: &Value) -> Raise {
    let (left, right, sign) = (type_name(a), type_name(b), sign(op));
    raise!(TypeError, "'{sign}' not supported between instances of '{left}' and '{right}'")
}

/// A comparison where a class of a script may have a say. Each operand is asked once, the right one first if its class
/// derives from that of the left one.
#[inline(never)]
fn scripted(op: CompareOp, a: &Value, b: &Value) -> Res {
    if let Some(result) = by_identity(op, a, b) {
        return Ok(Value::bool(result));
    }
    let right_first = !are_alike(a, b) && {
        let (left, right) = (class_of(a), class_of(b));
        !left.is(&right) && right.is_subclass(&left)
    };
    if right_first && let Some(result) = one_sided(mirrored(op), b, a)? {
        return Ok(result);
    }
    if let Some(result) = one_sided(op, a, b)? {
        return Ok(result);
    }
    if right_first { undecided(op, a, b) } else { after_left(op, a, b) }
}

/// A comparison whose left operand did not know what to do.
pub fn after_left(op: CompareOp, a: &Value, b: &Value) -> Res {
    match one_sided(mirrored(op), b, a)? {
        Some(result) => Ok(result),
        None => undecided(op, a, b),
    }
}

/// A comparison that neither operand knows.
fn undecided(op: CompareOp, a: &Value, b: &Value) -> Res {
    match op {
        CompareOp::Equal => Ok(Value::bool(a.is(b))),
        CompareOp::NotEqual => Ok(Value::bool(!a.is(b))),
        _ => Err(not_ordered(op, a, b)),
    }
}

/// Whether two instances are equal of which neither class says what that means, or such an instance and `None`.
#[inline]
fn by_identity(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    let equal = match op {
        CompareOp::Equal => true,
        CompareOp::NotEqual => false,
        _ => return None,
    };
    let are_plain = |a: &Value, b: &Value| is_itself_only(a) && (b.is_none() || is_itself_only(b));
    (are_plain(a, b) || a.is_none() && is_itself_only(b)).then(|| a.is(b) == equal)
}

/// Whether it is an instance that equals nothing but itself, as far as its own class says.
#[inline]
fn is_itself_only(value: &Value) -> bool {
    value.downcast::<Instance>().is_some_and(Instance::is_itself_only)
}

/// Whether both are instances with the same fields, and so of one class.
#[inline]
fn are_alike(a: &Value, b: &Value) -> bool {
    a.downcast::<Instance>().zip(b.downcast::<Instance>()).is_some_and(|(a, b)| a.key() == b.key())
}

/// What the class of `a` says of `a op b`, if it knows.
pub(super) fn one_sided(op: CompareOp, a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    let known = |result: Value| if result.is_not_implemented() { None } else { Some(result) };
    if let Some(name) = dunder::comparison(op)
        && let Some(method) = dunder::find(a, name)
    {
        return dunder::call(&method, a, std::slice::from_ref(b)).map(known);
    }
    let payload = base::payload(a);
    // Without `__ne__`, a class's `__eq__` is turned round.
    if op == CompareOp::NotEqual
        && payload.is_none()
        && let Some(result) = dunder::binary(a, Symbol::EQ, b)?
    {
        return Ok(Some(Value::bool(!truth(&result)?)));
    }
    special::comparison(op, payload.as_ref().unwrap_or(a), b).map(known)
}

fn mirrored(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Less => CompareOp::Greater,
        CompareOp::LessEqual => CompareOp::GreaterEqual,
        CompareOp::Greater => CompareOp::Less,
        CompareOp::GreaterEqual => CompareOp::LessEqual,
        other => other,
    }
}

fn sign(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Equal => "==",
        CompareOp::NotEqual => "!=",
        CompareOp::Less => "<",
        CompareOp::LessEqual => "<=",
        CompareOp::Greater => ">",
        CompareOp::GreaterEqual => ">=",
        CompareOp::Is => "is",
        CompareOp::IsNot => "is not",
        CompareOp::In => "in",
        CompareOp::NotIn => "not in",
    }
}

/// How deep `plain_equal` goes into tuples.
const NESTED: u32 = 4;

/// `a is b or a == b` where that can be told at once, without script code and without going into what can change.
#[inline]
pub fn plain_equal(a: &Value, b: &Value) -> Option<bool> {
    plain_equal_within(a, b, NESTED)
}

/// The same for two tuples.
fn plain_tuples_equal(a: &Tuple, b: &Tuple, depth: u32) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    for (x, y) in a.items().iter().zip(b.items()) {
        if !plain_equal_within(x, y, depth.checked_sub(1)?)? {
            return Some(false);
        }
    }
    Some(true)
}

#[inline]
fn plain_equal_within(a: &Value, b: &Value, depth: u32) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    match (a, b) {
        (Value::Int(_), Value::Int(_)) => Some(false),
        (Value::None, other) | (other, Value::None) if !dunder::is_scripted(other) => Some(false),
        _ => {
            if let (Some(a), Some(b)) = (a.downcast::<Str>(), b.downcast::<Str>()) {
                return Some(a.as_str() == b.as_str());
            }
            if let (Some(a), Some(b)) = (a.downcast::<Tuple>(), b.downcast::<Tuple>()) {
                return plain_tuples_equal(a, b, depth);
            }
            if let (Some(a), Some(b)) = (a.downcast::<Bytes>(), b.downcast::<Bytes>()) {
                return Some(a.data() == b.data());
            }
            if let (Some(a), Some(b)) = (Number::of(a), Number::of(b)) {
                return Some(numbers_equal(a, b));
            }
            (is_itself_only(a) && is_itself_only(b)).then_some(false)
        }
    }
}

/// `a < b` where that can be told at once, without script code and without going into what can change.
#[inline]
pub fn plain_less(a: &Value, b: &Value) -> Option<bool> {
    plain_less_within(a, b, NESTED)
}

fn plain_less_within(a: &Value, b: &Value, depth: u32) -> Option<bool> {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        return Some(a < b);
    }
    if let (Some(a), Some(b)) = (a.downcast::<Tuple>(), b.downcast::<Tuple>()) {
        let depth = depth.checked_sub(1)?;
        for (x, y) in a.items().iter().zip(b.items()) {
            if !plain_equal_within(x, y, depth)? {
                return plain_less_within(x, y, depth);
            }
        }
        return Some(a.len() < b.len());
    }
    if let (Some(a), Some(b)) = (a.downcast::<Str>(), b.downcast::<Str>()) {
        return Some(a.as_str() < b.as_str());
    }
    match (Number::of(a)?, Number::of(b)?) {
        (Number::Complex(_), _) | (_, Number::Complex(_)) => None,
        (a, b) => Some(order(a, b) == Some(Ordering::Less)),
    }
}

/// `a is b or a == b`: how containers compare their items.
#[inline]
pub fn same_or_equal(a: &Value, b: &Value) -> Result<bool, Raise> {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        return Ok(a == b);
    }
    match plain_equal(a, b) {
        Some(result) => Ok(result),
        None => equal(a, b),
    }
}

/// `a == b` as a truth.
pub fn equal(a: &Value, b: &Value) -> Result<bool, Raise> {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        return Ok(a == b);
    }
    if array::takes_part(a, b) {
        return truth(&array::compare(CompareOp::Equal, a, b)?);
    }
    match dunder::is_scripted(a) || dunder::is_scripted(b) {
        true => truth(&scripted(CompareOp::Equal, a, b)?),
        false => built_in_equal(a, b),
    }
}

pub(super) fn built_in_equal(a: &Value, b: &Value) -> Result<bool, Raise> {
    if let (Some(a), Some(b)) = (Number::of(a), Number::of(b)) {
        return Ok(numbers_equal(a, b));
    }
    let (Some(kind), Some(other)) = (a.kind(), b.kind()) else {
        return Ok(a.is(b));
    };
    if kind != other {
        if kind == Kind::MemoryView || other == Kind::MemoryView {
            return views_of_bytes_equal(a, b);
        }
        if kind == Kind::Instance || other == Kind::Instance {
            return Ok(false);
        }
        if matches!((kind, other), (Kind::Bytes, Kind::ByteArray) | (Kind::ByteArray, Kind::Bytes)) {
            return Ok(with_both(a, b, |a, b| a == b) == Some(true));
        }
        if kind == Kind::View || other == Kind::View {
            return views_equal(a, b);
        }
        return Ok(false);
    }
    match kind {
        Kind::Str => Ok(a.as_str() == b.as_str()),
        Kind::ByteArray => Ok(with_both(a, b, |a, b| a == b) == Some(true)),
        Kind::Alias | Kind::Union => generic::equal(a, b),
        Kind::DType => Ok(a.is(b)),
        Kind::MemoryView => views_of_bytes_equal(a, b),
        Kind::Bytes => Ok(a.downcast::<Bytes>().map(Bytes::data) == b.downcast::<Bytes>().map(Bytes::data)),
        Kind::List => {
            let (Some(a), Some(b)) = (a.as_gc::<List>(), b.as_gc::<List>()) else {
                return Ok(false);
            };
            // Comparing may change them.
            let same = a.len() == b.len() && first_difference(&Row::List(a), &Row::List(b))?.is_none();
            Ok(same && a.len() == b.len())
        }
        Kind::Tuple => {
            let (Some(a), Some(b)) = (a.as_gc::<Tuple>(), b.as_gc::<Tuple>()) else {
                return Ok(false);
            };
            Ok(a.len() == b.len() && first_difference(&Row::Tuple(a), &Row::Tuple(b))?.is_none())
        }
        Kind::Dict => {
            let (Some(a), Some(b)) = (a.as_gc::<Dict>(), b.as_gc::<Dict>()) else {
                return Ok(false);
            };
            dicts_equal(a, b)
        }
        Kind::Set => {
            let (Some(a), Some(b)) = (a.as_gc::<Set>(), b.as_gc::<Set>()) else {
                return Ok(false);
            };
            Ok(a.len() == b.len() && a.is_subset_of(b)?)
        }
        Kind::Range => {
            let (Some(a), Some(b)) = (a.downcast::<Range>(), b.downcast::<Range>()) else {
                return Ok(false);
            };
            Ok(ranges_equal(a, b))
        }
        Kind::Slice => {
            let (Some(a), Some(b)) = (a.downcast::<Slice>(), b.downcast::<Slice>()) else {
                return Ok(false);
            };
            Ok(same_or_equal(&a.start, &b.start)?
                && same_or_equal(&a.stop, &b.stop)?
                && same_or_equal(&a.step, &b.step)?)
        }
        Kind::Method => {
            let (Some(a), Some(b)) = (a.downcast::<Method>(), b.downcast::<Method>()) else {
                return Ok(false);
            };
            Ok(a.receiver().is(b.receiver()) && a.function().is(b.function()))
        }
        Kind::View => views_equal(a, b),
        _ => Ok(a.is(b)),
    }
}

/// Memory views are equal to what shows the same items.
fn views_of_bytes_equal(a: &Value, b: &Value) -> Result<bool, Raise> {
    let (Ok(x), Ok(y)) = (MemoryView::of(a), MemoryView::of(b)) else {
        exception::take_pending();
        return Ok(a.is(b));
    };
    if x.format() == y.format() {
        return Ok(x.len() == y.len() && x.to_vec()? == y.to_vec()?);
    }
    built_in_equal(&x.to_list()?, &y.to_list()?)
}

/// Two tuples, whose items never change and so need not be counted.
fn compare_tuples(op: CompareOp, a: &Tuple, b: &Tuple) -> Res {
    let lengths = a.len().cmp(&b.len());
    if op == CompareOp::Equal && lengths != Ordering::Equal {
        return Ok(Value::bool(false));
    }
    let _deeper = recursion::enter(" in comparison")?;
    for (x, y) in a.items().iter().zip(b.items()) {
        if !same_or_equal(x, y)? {
            return match op {
                CompareOp::Equal => Ok(Value::bool(false)),
                CompareOp::NotEqual => Ok(Value::bool(true)),
                _ => compare(op, x, y),
            };
        }
    }
    Ok(Value::bool(decide(op, lengths).unwrap_or_default()))
}

/// A list or tuple while it is compared.
enum Row<'a> {
    List(&'a Gc<List>),
    Tuple(&'a Gc<Tuple>),
}

impl Row<'_> {
    fn len(&self) -> usize {
        match self {
            Row::List(list) => list.len(),
            Row::Tuple(tuple) => tuple.len(),
        }
    }

    fn get(&self, place: usize) -> Option<Value> {
        match self {
            Row::List(list) => list.get(place),
            Row::Tuple(tuple) => tuple.items().get(place).cloned(),
        }
    }
}

/// The first place where two rows have different items, as far as both go.
fn first_difference(a: &Row<'_>, b: &Row<'_>) -> Result<Option<(Value, Value)>, Raise> {
    let _deeper = recursion::enter(" in comparison")?;
    if let (Row::Tuple(a), Row::Tuple(b)) = (a, b) {
        for (x, y) in a.items().iter().zip(b.items()) {
            if !same_or_equal(x, y)? {
                return Ok(Some((x.clone(), y.clone())));
            }
        }
        return Ok(None);
    }
    let mut place = 0;
    if let (Row::List(a), Row::List(b)) = (a, b)
        && a.storage() == b.storage()
        && a.storage() == Storage::Int
    {
        let common = a.len().min(b.len()) as i64;
        place = (0..common).find(|&i| a.int_at(i) != b.int_at(i)).unwrap_or(common) as usize;
    }
    while place < a.len().min(b.len()) {
        let (Some(x), Some(y)) = (a.get(place), b.get(place)) else {
            break;
        };
        if !same_or_equal(&x, &y)? {
            // Where that has left one of them shorter, the lengths decide.
            return Ok((place < a.len().min(b.len())).then_some((x, y)));
        }
        place += 1;
    }
    Ok(None)
}

fn dicts_equal(a: &Gc<Dict>, b: &Gc<Dict>) -> Result<bool, Raise> {
    if a.is(b) {
        return Ok(true);
    }
    if a.len() != b.len() {
        return Ok(false);
    }
    let _deeper = recursion::enter(" in comparison")?;
    let mut position = 0;
    while let Some((next, key, value)) = a.entry_from(position) {
        match b.get(&key)? {
            Some(other) if same_or_equal(&value, &other)? => {}
            _ => return Ok(false),
        }
        position = next;
    }
    Ok(true)
}

fn ranges_equal(a: &Range, b: &Range) -> bool {
    let length = Value::big(a.length());
    if a.length() != b.length() {
        return false;
    }
    let ((start, _, step), (other_start, _, other_step)) = (a.parts(), b.parts());
    let same = |a: &Value, b: &Value| plain_equal(a, b) == Some(true);
    match length.as_int() {
        Some(0) => true,
        Some(1) => same(&start, &other_start),
        _ => same(&start, &other_start) && same(&step, &other_step),
    }
}

/// The items of a set, or of a view that is like one.
pub(super) fn set_like(value: &Value) -> Result<Option<Gc<Set>>, Raise> {
    if let Some(set) = value.as_gc::<Set>() {
        return Ok(Some(set.clone()));
    }
    let Some(view) = value.downcast::<View>().filter(|view| view.part() != Part::Values) else {
        return Ok(None);
    };
    let set = Set::create(false);
    for (key, value) in view.dict().pairs() {
        set.add(view.show(key, value))?;
    }
    Ok(Some(set))
}

fn is_like_set(value: &Value) -> bool {
    match value.downcast::<View>() {
        Some(view) => view.part() != Part::Values,
        None => value.downcast::<Set>().is_some(),
    }
}

fn views_equal(a: &Value, b: &Value) -> Result<bool, Raise> {
    if !is_like_set(a) || !is_like_set(b) {
        return Ok(a.is(b));
    }
    Ok(super::length(a)? == super::length(b)? && all_within(a, b)?)
}

/// Whether each item of a set or view is in another one. The values of views of items need no hash: they are compared.
fn all_within(a: &Value, b: &Value) -> Result<bool, Raise> {
    let mut within = true;
    iterate::each(a, |item| {
        within = contains(b, &item)?;
        Ok(within)
    })?;
    Ok(within)
}

pub(super) fn built_in_order(op: CompareOp, a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    if let (Some(a), Some(b)) = (a.downcast::<Set>(), b.downcast::<Set>()) {
        return order_sets(op, a, b).map(Some);
    }
    let by = |order: Option<Ordering>| decide_partial(op, order).map(Value::bool);
    if let (Some(x), Some(y)) = (Number::of(a), Number::of(b)) {
        if matches!(x, Number::Complex(_)) || matches!(y, Number::Complex(_)) {
            return Ok(None);
        }
        return Ok(by(order(x, y)));
    }
    if let (Some(x), Some(y)) = (a.as_str(), b.as_str()) {
        return Ok(by(Some(x.cmp(y))));
    }
    if a.kind() != Some(Kind::MemoryView)
        && b.kind() != Some(Kind::MemoryView)
        && let Some(order) = with_both(a, b, <[u8]>::cmp)
    {
        return Ok(by(Some(order)));
    }
    let rows = match (a.as_gc::<List>(), b.as_gc::<List>(), a.as_gc::<Tuple>(), b.as_gc::<Tuple>()) {
        (Some(a), Some(b), ..) => Some((Row::List(a), Row::List(b))),
        (_, _, Some(a), Some(b)) => Some((Row::Tuple(a), Row::Tuple(b))),
        _ => None,
    };
    if let Some((a, b)) = rows {
        return match first_difference(&a, &b)? {
            Some((x, y)) => compare(op, &x, &y).map(Some),
            None => Ok(by(Some(a.len().cmp(&b.len())))),
        };
    }
    if let (Some(a), Some(b)) = (a.downcast::<Slice>(), b.downcast::<Slice>()) {
        let parts = |slice: &Slice| Value::tuple(vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()]);
        return compare(op, &parts(a), &parts(b)).map(Some);
    }
    if is_like_set(a) && is_like_set(b) {
        let (few, many, strict) = match op {
            CompareOp::LessEqual => (a, b, false),
            CompareOp::Less => (a, b, true),
            CompareOp::GreaterEqual => (b, a, false),
            _ => (b, a, true),
        };
        let (fewer, more) = (super::length(few)?, super::length(many)?);
        let fits = if strict { fewer < more } else { fewer <= more };
        return Ok(Some(Value::bool(fits && all_within(few, many)?)));
    }
    Ok(None)
}

fn order_sets(op: CompareOp, a: &Set, b: &Set) -> Res {
    Ok(Value::bool(match op {
        CompareOp::LessEqual => a.is_subset_of(b)?,
        CompareOp::Less => a.len() < b.len() && a.is_subset_of(b)?,
        CompareOp::GreaterEqual => b.is_subset_of(a)?,
        _ => b.len() < a.len() && b.is_subset_of(a)?,
    }))
}

/// What an ordering comparison says of numbers of which one may be NaN.
fn decide_partial(op: CompareOp, order: Option<Ordering>) -> Option<bool> {
    order.map_or(Some(false), |order| decide(op, order))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ints(items: &[i64]) -> Value {
        Value::list(items.iter().map(|&i| Value::int(i)))
    }

    fn holds(op: CompareOp, a: &Value, b: &Value) -> bool {
        compare_truth(op, a, b).unwrap()
    }

    #[test]
    fn between_types() {
        assert!(holds(CompareOp::Equal, &Value::int(1), &Value::bool(true)));
        assert!(holds(CompareOp::Equal, &Value::complex(2.0, 0.0), &Value::int(2)));
        assert!(holds(CompareOp::Less, &Value::int(i64::MAX), &Value::float(9223372036854775808.0)));
        assert!(!holds(CompareOp::Equal, &Value::int(i64::MAX), &Value::float(9223372036854775808.0)));
        assert!(!holds(CompareOp::Equal, &Value::str("1"), &Value::int(1)));
        assert!(compare(CompareOp::Less, &Value::complex(1.0, 0.0), &Value::int(2)).is_err());
        assert!(compare(CompareOp::Less, &Value::str("a"), &Value::int(2)).is_err());
    }

    #[test]
    fn rows() {
        assert!(holds(CompareOp::Less, &ints(&[1, 2]), &ints(&[1, 3])));
        assert!(holds(CompareOp::Less, &ints(&[1]), &ints(&[1, 3])));
        assert!(holds(CompareOp::NotEqual, &ints(&[1]), &Value::tuple(vec![Value::int(1)])));
        let nan = Value::float(f64::NAN);
        assert!(holds(CompareOp::Equal, &Value::list([nan.clone()]), &Value::list([nan.clone()])));
        assert!(!holds(CompareOp::Equal, &nan, &nan));
    }

    #[test]
    fn a_structure_that_holds_itself() {
        let (a, b) = (List::new(), List::new());
        a.push(Value::from(b.clone()));
        b.push(Value::from(a.clone()));
        assert!(equal(&Value::from(&a), &Value::from(&b)).is_err());
        a.clear();
    }
}
