//! The order of keys that need not be asked for it: ints, floats, texts, and tuples of such.
//!
//! In: keys. Out: their places, stably sorted; nothing if comparing them might raise, run a script, or be no true order.
//! Each key is read once into a machine number that mostly settles its order.

use crate::value::Value;
use crate::value::tuple::Tuple;
use smallvec::SmallVec;
use std::cmp::Ordering;

/// What all keys have at one place.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Int,
    /// None of them is not a number.
    Float,
    Text,
}

/// A key as far as a machine number can tell, and its place.
struct Keyed {
    lead: i64,
    place: usize,
}

/// Places of keys. Few keys are sorted without asking for memory.
pub type Order = SmallVec<[usize; FEW]>;

/// So many keys are few.
const FEW: usize = 16;

/// The places of keys in their order.
pub fn of(keys: &[Value]) -> Option<Order> {
    match keys.first()?.downcast::<Tuple>() {
        Some(first) => of_tuples(keys, first.len()),
        None => {
            let column = column(keys.iter())?;
            Some(sorted(column, keys.iter(), |a, b| column.rest(&keys[a], &keys[b])))
        }
    }
}

/// Sorts few keys where they lie; false if that is the general way's.
pub fn few(keys: &mut [Value]) -> bool {
    let Some(column) = Some(&*keys).filter(|keys| keys.len() <= FEW).and_then(|keys| column(keys.iter())) else {
        return false;
    };
    let mut leads = [0; FEW];
    for next in 0..keys.len() {
        leads[next] = column.lead(&keys[next]);
        let comes_first = |leads: &[i64; FEW], keys: &[Value], at: usize| {
            leads[at - 1] > leads[at] || leads[at - 1] == leads[at] && column.rest(&keys[at - 1], &keys[at]).is_gt()
        };
        let mut at = next;
        while at > 0 && comes_first(&leads, keys, at) {
            leads.swap(at - 1, at);
            keys.swap(at - 1, at);
            at -= 1;
        }
    }
    true
}

/// Puts values into an order.
pub fn arrange(values: &mut [Value], order: &[usize]) {
    let mut moved: SmallVec<[Value; FEW]> = order.iter().map(|&place| values[place].take()).collect();
    values.swap_with_slice(&mut moved);
}

fn of_tuples(keys: &[Value], width: usize) -> Option<Order> {
    let rows = keys.iter().map(|key| key.downcast::<Tuple>().map(Tuple::items).filter(|row| row.len() == width));
    let rows: Vec<&[Value]> = rows.collect::<Option<_>>()?;
    let columns = (0..width).map(|at| column(rows.iter().map(|row| &row[at])));
    let columns: Vec<Column> = columns.collect::<Option<_>>()?;
    let first = *columns.first()?;
    let rest = |a: usize, b: usize| {
        let (a, b) = (rows[a], rows[b]);
        let later = (1..width).map(|at| columns[at].compare(&a[at], &b[at])).find(|order| order.is_ne());
        first.rest(&a[0], &b[0]).then_with(|| later.unwrap_or(Ordering::Equal))
    };
    Some(sorted(first, rows.iter().map(|row| &row[0]), rest))
}

/// Places by the numbers of these values, and by the rest where those are the same.
fn sorted<'a>(
    column: Column,
    values: impl Iterator<Item = &'a Value>,
    rest: impl Fn(usize, usize) -> Ordering,
) -> Order {
    let keyed = values.enumerate().map(|(place, value)| Keyed { lead: column.lead(value), place });
    let mut keyed: SmallVec<[Keyed; FEW]> = keyed.collect();
    keyed.sort_by(|a, b| a.lead.cmp(&b.lead).then_with(|| rest(a.place, b.place)));
    keyed.into_iter().map(|key| key.place).collect()
}

fn column<'a>(mut values: impl Iterator<Item = &'a Value>) -> Option<Column> {
    let column = kind(values.next()?)?;
    values.all(|value| kind(value) == Some(column)).then_some(column)
}

fn kind(value: &Value) -> Option<Column> {
    match value {
        Value::Int(_) => Some(Column::Int),
        Value::Float(_) => value.as_float().filter(|float| !float.is_nan()).map(|_| Column::Float),
        _ => value.as_str().map(|_| Column::Text),
    }
}

impl Column {
    /// A number that is less for one value than for another only if the value is.
    fn lead(self, value: &Value) -> i64 {
        match self {
            Column::Int => value.as_int().unwrap_or_default(),
            Column::Float => {
                // Zeros of both signs are equal. Below zero, larger bits are smaller numbers.
                let bits = (value.as_float().unwrap_or_default() + 0.0).to_bits() as i64;
                bits ^ (((bits >> 63) as u64) >> 1) as i64
            }
            Column::Text => {
                let text = value.as_str().unwrap_or_default().as_bytes();
                let first = match text.first_chunk() {
                    Some(bytes) => u64::from_be_bytes(*bytes),
                    None => (0..).zip(text).fold(0, |first, (at, &byte)| first | u64::from(byte) << (56 - 8 * at)),
                };
                (first ^ 1 << 63) as i64
            }
        }
    }

    /// The order of values whose numbers are the same.
    fn rest(self, a: &Value, b: &Value) -> Ordering {
        match self {
            Column::Int | Column::Float => Ordering::Equal,
            Column::Text => {
                let (a, b) = (a.as_str().unwrap_or_default(), b.as_str().unwrap_or_default());
                // The number has all of short texts but how many zeros there are at the end.
                if a.len().max(b.len()) <= 8 { a.len().cmp(&b.len()) } else { a.cmp(b) }
            }
        }
    }

    fn compare(self, a: &Value, b: &Value) -> Ordering {
        self.lead(a).cmp(&self.lead(b)).then_with(|| self.rest(a, b))
    }
}
