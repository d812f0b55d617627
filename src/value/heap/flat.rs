//! Flat storage: the items of a list, all of one kind where the script keeps them so.
//!
//! In: values or plain machine items. Out: the same, from storage of 8, 1 or 16 bytes an item; the storage changes its
//! kind when an item of another kind comes in. The four words lie at fixed offsets for compiled code. Nothing here
//! compares, prints or raises.
//!
//! Everything works through `&self`, since lists are shared. What hands out slices takes `&mut self`: a list takes its
//! storage out, works on it, and puts it back.
#![allow(unsafe_code)]

use super::handle::Ref;
use super::memory;
use crate::value::Value;
use std::alloc::{Layout, dealloc, handle_alloc_error};
use std::cell::Cell;
use std::mem::MaybeUninit;

/// What the items of a `Flat` are. The numbers are used by compiled code.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u64)]
pub enum Storage {
    /// No items; the first one decides.
    Empty = 0,
    /// `i64`, 8 bytes an item.
    Int = 1,
    /// `f64`, 8 bytes an item.
    Float = 2,
    /// One byte an item, 0 or 1.
    Bool = 3,
    /// Two `f64`, 16 bytes an item.
    Complex = 4,
    /// `Value`, 16 bytes an item.
    Any = 5,
}

impl Storage {
    /// Bytes an item.
    #[inline(always)]
    pub fn size(self) -> usize {
        match self {
            Storage::Empty => 16,
            Storage::Int | Storage::Float => 8,
            Storage::Bool => 1,
            Storage::Complex | Storage::Any => 16,
        }
    }

    /// The storage that a value alone would have.
    #[inline]
    pub fn of(value: &Value) -> Storage {
        match value {
            Value::Int(_) => Storage::Int,
            Value::Float(_) => Storage::Float,
            Value::Bool(_) => Storage::Bool,
            Value::Object(_) if value.as_complex().is_some() => Storage::Complex,
            _ => Storage::Any,
        }
    }
}

/// A growable row of items of one kind.
#[repr(C)]
pub struct Flat {
    pub(super) storage: Cell<Storage>,
    pub(super) data: Cell<*mut u8>,
    pub(super) length: Cell<u64>,
    pub(super) capacity: Cell<u64>,
    /// Room for so many items lies free in front of the data: what was first is gone, and nothing had to move for it.
    pub(super) skipped: Cell<u64>,
}

/// There is not enough memory for what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

pub(super) const ALIGN: usize = 16;

impl Default for Flat {
    fn default() -> Flat {
        Flat::new()
    }
}

/// How many items ahead of the one that is let go of the count of an item is fetched: long lists are far by then.
const FETCHED_AHEAD: usize = 16;

/// Has the processor fetch the count of an object.
#[inline(always)]
fn fetch(value: &Value) {
    #[cfg(target_arch = "x86_64")]
    if let Value::Object(object) = value {
        // SAFETY: it reads nothing that the program sees.
        unsafe {
            core::arch::x86_64::_mm_prefetch::<{ core::arch::x86_64::_MM_HINT_T0 }>(object.address() as *const i8)
        };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = value;
}

impl Drop for Flat {
    fn drop(&mut self) {
        self.clear();
    }
}

// Reading and writing one item of the kind that the storage has. Every use has checked index and kind.
macro_rules! item {
    ($self:ident, $kind:ty, $index:expr) => {{
        let index: usize = $index;
        debug_assert!(index < $self.capacity.get() as usize);
        $self.data.get().cast::<$kind>().add(index)
    }};
}
pub(super) use item;

mod copies;

impl Flat {
    /// Where the storage kind (a `u64`) lies.
    pub const STORAGE_OFFSET: i32 = 0;
    /// Where the data pointer lies.
    pub const DATA_OFFSET: i32 = 8;
    /// Where the length (a `u64`, in items) lies.
    pub const LENGTH_OFFSET: i32 = 16;
    /// Where the capacity (a `u64`, in items) lies.
    pub const CAPACITY_OFFSET: i32 = 24;

    /// Storage without items.
    pub const fn new() -> Flat {
        Flat {
            storage: Cell::new(Storage::Empty),
            data: Cell::new(std::ptr::without_provenance_mut(ALIGN)),
            length: Cell::new(0),
            capacity: Cell::new(0),
            skipped: Cell::new(0),
        }
    }

    /// Empty storage with room for `count` items of a kind.
    pub fn with_capacity(storage: Storage, count: usize) -> Result<Flat, TooLarge> {
        let flat = Flat::new();
        if count > 0 {
            if !memory::allows(count, storage.size()) {
                return Err(TooLarge);
            }
            flat.storage.set(storage);
            flat.resize(count).then_some(()).ok_or(TooLarge)?;
        }
        Ok(flat)
    }

    /// Storage holding `items`.
    pub fn from_values(items: impl IntoIterator<Item = Value>) -> Flat {
        let mut items = items.into_iter();
        let flat = Flat::new();
        if let Some(first) = items.next() {
            flat.reserve_as(Storage::of(&first), items.size_hint().0 + 1);
            flat.push(first);
        }
        for item in items {
            flat.push(item);
        }
        flat
    }

    /// Storage of just the size for the values in a row, which are moved out of it.
    pub fn from_row(items: &mut [Value]) -> Flat {
        let flat = Flat::new();
        let Some(first) = items.first() else { return flat };
        let storage = Storage::of(first);
        if storage != Storage::Any && items.iter().all(|item| Storage::of(item) == storage) {
            flat.reserve_exactly(storage, items.len());
            items.iter_mut().for_each(|item| flat.push(item.take()));
            return flat;
        }
        flat.reserve_exactly(Storage::Any, items.len());
        items.iter_mut().for_each(|item| flat.push_raw(item.take()));
        flat
    }

    /// Makes empty storage one of a kind with room for just `count` items.
    fn reserve_exactly(&self, storage: Storage, count: usize) {
        self.begin(storage);
        if !self.resize(count) {
            handle_alloc_error(Layout::new::<Value>());
        }
    }

    /// Storage holding floats.
    pub fn from_floats(items: &[f64]) -> Flat {
        let flat = Flat::new();
        flat.reserve_as(Storage::Float, items.len());
        for &item in items {
            flat.push_float(item);
        }
        flat
    }

    /// What the items are.
    #[inline(always)]
    pub fn storage(&self) -> Storage {
        self.storage.get()
    }

    /// The address of the first item, for compiled code; good until an item is added.
    pub fn address(&self) -> *mut u8 {
        self.data.get()
    }

    /// How many items there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.length.get() as usize
    }

    /// How many items there is room for.
    pub fn capacity(&self) -> usize {
        self.capacity.get() as usize
    }

    /// Whether there are no items.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.length.get() == 0
    }

    /// The place that a Python index names: negative counts from the end.
    #[inline(always)]
    pub fn place(&self, index: i64) -> Option<usize> {
        let length = self.length.get() as i64;
        let place = if index < 0 { index + length } else { index };
        ((place as u64) < length as u64).then_some(place as usize)
    }

    /// The int at a Python index, if ints are stored.
    #[inline(always)]
    pub fn int_at(&self, index: i64) -> Option<i64> {
        if self.storage() != Storage::Int {
            return None;
        }
        // SAFETY: the place is below the length, and the items are ints.
        self.place(index).map(|place| unsafe { *item!(self, i64, place) })
    }

    /// The float at a Python index, if floats are stored.
    #[inline(always)]
    pub fn float_at(&self, index: i64) -> Option<f64> {
        if self.storage() != Storage::Float {
            return None;
        }
        // SAFETY: the place is below the length, and the items are floats.
        self.place(index).map(|place| unsafe { *item!(self, f64, place) })
    }

    /// The bool at a Python index, if bools are stored.
    #[inline(always)]
    pub fn bool_at(&self, index: i64) -> Option<bool> {
        if self.storage() != Storage::Bool {
            return None;
        }
        // SAFETY: the place is below the length, and the items are bytes.
        self.place(index).map(|place| unsafe { *item!(self, u8, place) != 0 })
    }

    /// The complex at a Python index, if complex numbers are stored.
    #[inline(always)]
    pub fn complex_at(&self, index: i64) -> Option<(f64, f64)> {
        if self.storage() != Storage::Complex {
            return None;
        }
        // SAFETY: the place is below the length, and the items are pairs of floats.
        self.place(index).map(|place| unsafe {
            let [re, im] = *item!(self, [f64; 2], place);
            (re, im)
        })
    }

    /// The value at a Python index, borrowed, if values of any kind are stored. It must not be held while anything is
    /// stored into this list or script code may run.
    #[inline(always)]
    pub(in crate::value) fn any_at(&self, index: i64) -> Option<&Value> {
        if self.storage() != Storage::Any {
            return None;
        }
        // SAFETY: the place is below the length, the items are values, and the caller stores nothing meanwhile.
        self.place(index).map(|place| unsafe { &*item!(self, Value, place) })
    }

    /// The item at a place from the front.
    #[inline]
    pub fn get(&self, place: usize) -> Option<Value> {
        if place >= self.len() {
            return None;
        }
        // SAFETY: the place is below the length; each arm reads what the storage says.
        Some(unsafe {
            match self.storage() {
                Storage::Int => Value::Int(*item!(self, i64, place)),
                Storage::Float => Value::float(*item!(self, f64, place)),
                Storage::Any => (*item!(self, Value, place)).clone(),
                Storage::Bool => Value::bool(*item!(self, u8, place) != 0),
                Storage::Complex => {
                    let [re, im] = *item!(self, [f64; 2], place);
                    Value::complex(re, im)
                }
                Storage::Empty => return None,
            }
        })
    }

    /// Stores an int at a Python index if ints are stored there; false means that nothing was done.
    #[inline(always)]
    pub fn set_int_at(&self, index: i64, value: i64) -> bool {
        if self.storage() != Storage::Int {
            return false;
        }
        let Some(place) = self.place(index) else {
            return false;
        };
        // SAFETY: the place is below the length, and the items are ints.
        unsafe { *item!(self, i64, place) = value };
        true
    }

    /// Stores a float at a Python index if floats are stored there; false means that nothing was done.
    #[inline(always)]
    pub fn set_float_at(&self, index: i64, value: f64) -> bool {
        if self.storage() != Storage::Float {
            return false;
        }
        let Some(place) = self.place(index) else {
            return false;
        };
        // SAFETY: the place is below the length, and the items are floats.
        unsafe { *item!(self, f64, place) = value };
        true
    }

    /// Stores a bool at a Python index if bools are stored there; false means that nothing was done.
    #[inline(always)]
    pub fn set_bool_at(&self, index: i64, value: bool) -> bool {
        if self.storage() != Storage::Bool {
            return false;
        }
        let Some(place) = self.place(index) else {
            return false;
        };
        // SAFETY: the place is below the length, and the items are bytes.
        unsafe { *item!(self, u8, place) = value as u8 };
        true
    }

    /// Stores a complex at a Python index if complex numbers are stored there; false means that nothing was done.
    #[inline(always)]
    pub fn set_complex_at(&self, index: i64, re: f64, im: f64) -> bool {
        if self.storage() != Storage::Complex {
            return false;
        }
        let Some(place) = self.place(index) else {
            return false;
        };
        // SAFETY: the place is below the length, and the items are pairs of floats.
        unsafe { *item!(self, [f64; 2], place) = [re, im] };
        true
    }

    /// Stores a value at a place from the front, changing the storage if need be. The place must exist.
    pub fn set(&self, place: usize, value: Value) {
        assert!(place < self.len());
        self.admit(&value);
        // SAFETY: the place is below the length, and after `admit` the storage fits the value.
        unsafe {
            match (self.storage(), &value) {
                (Storage::Int, Value::Int(int)) => *item!(self, i64, place) = *int,
                (Storage::Float, Value::Float(float)) => *item!(self, f64, place) = float.get(),
                (Storage::Bool, Value::Bool(truth)) => *item!(self, u8, place) = truth.get() as u8,
                (Storage::Complex, _) => {
                    let (re, im) = value.as_complex().unwrap_or_default();
                    *item!(self, [f64; 2], place) = [re, im];
                }
                _ => {
                    // The old value is dropped only when the new one is in its place.
                    let old = std::ptr::replace(item!(self, Value, place), value);
                    drop(old);
                }
            }
        }
    }

    /// Stores a value at a place from the front, without a look at its kind where values of any kind are stored. The
    /// place must exist.
    #[inline(always)]
    pub fn set_any(&self, place: usize, value: Value) {
        if self.storage() == Storage::Any && place < self.len() {
            // SAFETY: the place is below the length, and the items are values.
            // The old value is dropped only when the new one is in its place.
            drop(unsafe { std::ptr::replace(item!(self, Value, place), value) });
        } else {
            self.set(place, value);
        }
    }

    /// Makes sure that `value` can be stored.
    pub(super) fn admit(&self, value: &Value) {
        match (self.storage(), value) {
            (Storage::Any, _)
            | (Storage::Int, Value::Int(_))
            | (Storage::Float, Value::Float(_))
            | (Storage::Bool, Value::Bool(_)) => {}
            (Storage::Empty, _) => self.begin(Storage::of(value)),
            (Storage::Complex, Value::Object(_)) if value.as_complex().is_some() => {}
            _ if self.is_empty() => {
                self.clear();
                self.begin(Storage::of(value));
            }
            _ => self.widen(),
        }
    }

    /// Gives empty storage its kind.
    fn begin(&self, storage: Storage) {
        debug_assert!(self.is_empty() && self.capacity.get() == 0);
        self.storage.set(storage);
    }

    /// Turns the items into values.
    #[cold]
    pub fn widen(&self) {
        if self.storage() == Storage::Any {
            return;
        }
        if self.is_empty() {
            self.clear();
            self.storage.set(Storage::Any);
            return;
        }
        let wide = Flat::new();
        wide.storage.set(Storage::Any);
        wide.grow(self.len());
        for place in 0..self.len() {
            if let Some(item) = self.get(place) {
                // SAFETY: room for this many values was just made.
                unsafe { item!(wide, Value, place).write(item) };
                wide.length.set(place as u64 + 1);
            }
        }
        self.swap_with(&wide);
    }

    /// Exchanges contents with another storage.
    pub fn swap_with(&self, other: &Flat) {
        self.storage.swap(&other.storage);
        self.data.swap(&other.data);
        self.length.swap(&other.length);
        self.capacity.swap(&other.capacity);
        self.skipped.swap(&other.skipped);
    }

    /// Takes everything out and leaves this empty.
    pub fn take(&self) -> Flat {
        let taken = Flat::new();
        self.swap_with(&taken);
        taken
    }

    /// Appends a value.
    #[inline]
    pub fn push(&self, value: Value) {
        match value {
            Value::Int(int) => self.push_int(int),
            Value::Float(float) => self.push_float(float.get()),
            other if self.storage() == Storage::Any => self.push_raw(other),
            other => self.push_other(other),
        }
    }

    fn push_other(&self, value: Value) {
        self.admit(&value);
        match self.storage() {
            Storage::Int => self.push_raw(value.as_int().unwrap_or_default()),
            Storage::Float => self.push_raw(value.as_float().unwrap_or_default()),
            Storage::Bool => self.push_raw(value.as_bool().unwrap_or_default() as u8),
            Storage::Complex => {
                let (re, im) = value.as_complex().unwrap_or_default();
                self.push_raw([re, im]);
            }
            _ => self.push_raw(value),
        }
    }

    /// Appends an item of exactly the type that the storage has.
    #[inline(always)]
    fn push_raw<T>(&self, item: T) {
        debug_assert_eq!(size_of::<T>(), self.storage().size());
        let length = self.length.get();
        if length == self.capacity.get() {
            self.grow(1);
        }
        // SAFETY: there is room for one more, and the caller's type is the storage's.
        unsafe { item!(self, T, length as usize).write(item) };
        self.length.set(length + 1);
    }

    /// Appends an int.
    #[inline(always)]
    pub fn push_int(&self, value: i64) {
        if self.storage() == Storage::Int { self.push_raw(value) } else { self.push_other(Value::Int(value)) }
    }

    /// Appends a float.
    #[inline(always)]
    pub fn push_float(&self, value: f64) {
        if self.storage() == Storage::Float { self.push_raw(value) } else { self.push_other(Value::float(value)) }
    }

    /// Makes room for `count` items of a kind, if the storage is empty or of that kind.
    pub fn reserve_as(&self, storage: Storage, count: usize) {
        if self.storage() == Storage::Empty && count > 0 {
            self.begin(storage);
        }
        if self.storage() == storage && count > 0 && self.capacity.get() < (self.len() + count) as u64 {
            self.grow(count);
        }
    }

    /// Removes all items and gives the memory back.
    pub fn clear(&self) {
        let (storage, data) = (self.storage(), self.data.get());
        let (length, capacity) = (self.len(), self.capacity.get() as usize);
        let skipped = self.skipped.replace(0) as usize;
        // First make this empty: dropping the items may come back here.
        self.storage.set(Storage::Empty);
        self.length.set(0);
        self.capacity.set(0);
        self.data.set(std::ptr::without_provenance_mut(ALIGN));
        if storage == Storage::Any {
            // The last item goes first, as in CPython: `__del__` of the items tells the order.
            for place in (0..length).rev() {
                if let Some(later) = place.checked_sub(FETCHED_AHEAD) {
                    // SAFETY: this item has not been dropped yet.
                    fetch(unsafe { &*data.cast::<Value>().add(later) });
                }
                // SAFETY: the first `length` items are values that nobody else sees any more; each is dropped once.
                unsafe { std::ptr::drop_in_place(data.cast::<Value>().add(place)) };
            }
        }
        if capacity + skipped > 0 {
            let (bytes, before) = ((capacity + skipped) * storage.size(), skipped * storage.size());
            memory::refund(bytes);
            // SAFETY: the block was allocated here with this size and alignment, so far in front of the data.
            unsafe { dealloc(data.sub(before), Layout::from_size_align_unchecked(bytes, ALIGN)) };
        }
    }

    /// Exchanges two items, which must exist.
    pub fn swap(&self, first: usize, second: usize) {
        assert!(first < self.len() && second < self.len());
        if first == second {
            return;
        }
        let (size, data) = (self.storage().size(), self.data.get().cast::<MaybeUninit<u8>>());
        // SAFETY: both items lie inside the storage and apart; exchanging all their bytes moves each once.
        unsafe { std::ptr::swap_nonoverlapping(data.add(first * size), data.add(second * size), size) };
    }

    /// Turns the order round.
    pub fn reverse(&self) {
        let length = self.len();
        for place in 0..length / 2 {
            self.swap(place, length - 1 - place);
        }
    }

    /// The ints, if ints are stored.
    pub fn ints(&mut self) -> Option<&mut [i64]> {
        // SAFETY: the items are ints, and `&mut self` keeps everybody else out.
        (self.storage() == Storage::Int)
            .then(|| unsafe { std::slice::from_raw_parts_mut(self.data.get().cast(), self.len()) })
    }

    /// The floats, if floats are stored.
    pub fn floats(&mut self) -> Option<&mut [f64]> {
        // SAFETY: the items are floats, and `&mut self` keeps everybody else out.
        (self.storage() == Storage::Float)
            .then(|| unsafe { std::slice::from_raw_parts_mut(self.data.get().cast(), self.len()) })
    }

    /// The values, if values of any kind are stored.
    pub fn values(&mut self) -> Option<&mut [Value]> {
        // SAFETY: the items are values, and `&mut self` keeps everybody else out.
        (self.storage() == Storage::Any)
            .then(|| unsafe { std::slice::from_raw_parts_mut(self.data.get().cast(), self.len()) })
    }

    /// Calls `visit` for each handle that the items hold.
    #[inline(always)]
    pub fn trace(&self, mut visit: impl FnMut(&Ref)) {
        if self.storage() == Storage::Any {
            // SAFETY: these many values are there, and the collector's visit stores nothing; without any there is no address.
            let items = match self.len() {
                0 => &[],
                length => unsafe { std::slice::from_raw_parts(self.data.get().cast::<Value>(), length) },
            };
            for item in items {
                if let Value::Object(object) = item {
                    visit(object);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    fn show(flat: &Flat) -> String {
        (0..flat.len()).map(|i| format!("{:?} ", flat.get(i).unwrap())).collect()
    }

    #[test]
    fn layout_is_what_compiled_code_expects() {
        assert_eq!(offset_of!(Flat, storage), Flat::STORAGE_OFFSET as usize);
        assert_eq!(offset_of!(Flat, data), Flat::DATA_OFFSET as usize);
        assert_eq!(offset_of!(Flat, length), Flat::LENGTH_OFFSET as usize);
        assert_eq!(offset_of!(Flat, capacity), Flat::CAPACITY_OFFSET as usize);
        assert_eq!(size_of::<Flat>(), 40);
    }

    #[test]
    fn storage_follows_the_items() {
        let flat = Flat::new();
        flat.push(Value::int(1));
        flat.push(Value::int(2));
        assert_eq!(flat.storage(), Storage::Int);
        assert_eq!(flat.int_at(-1), Some(2));
        assert_eq!(flat.int_at(2), None);
        flat.push(Value::bool(true));
        assert_eq!(flat.storage(), Storage::Any);
        assert_eq!(show(&flat), "Int(1) Int(2) Bool(true) ");
        flat.clear();
        flat.push(Value::bool(false));
        assert_eq!(flat.bool_at(0), Some(false));
        let floats = Flat::from_floats(&[1.0, 2.0]);
        assert_eq!(floats.float_at(-2), Some(1.0));
        let pairs = Flat::new();
        pairs.push(Value::complex(1.0, 2.0));
        assert_eq!(pairs.storage(), Storage::Complex);
        assert_eq!(pairs.complex_at(0), Some((1.0, 2.0)));
    }

    #[test]
    fn edits() {
        let flat = Flat::from_values((0..6).map(Value::int));
        flat.insert(2, Value::int(9));
        assert_eq!(flat.remove(0).as_int(), Some(0));
        flat.swap(0, 5);
        flat.reverse();
        assert_eq!(show(&flat), "Int(1) Int(4) Int(3) Int(2) Int(9) Int(5) ");
        let every_other = flat.copy(5, -2, 3).unwrap();
        assert_eq!(show(&every_other), "Int(5) Int(2) Int(4) ");
        flat.splice(1, 5, &Flat::from_floats(&[0.5])).unwrap();
        assert_eq!(show(&flat), "Int(1) Float(0.5) Int(5) ");
        flat.extend(&flat);
        assert_eq!(flat.len(), 6);
        assert_eq!(flat.repeat(3).unwrap().len(), 18);
        assert_eq!(Flat::from_values([Value::int(0)]).repeat(1 << 60).err(), Some(TooLarge));
    }

    /// Does the same to a `Flat` and to a plain vector, over and over, and compares them.
    #[test]
    fn random_edits_agree_with_a_plain_vector() {
        let mut seed = 12345u64;
        let mut random = move |below: usize| {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (seed >> 33) as usize % below.max(1)
        };
        for round in 0..300 {
            let flat = Flat::new();
            let mut plain: Vec<Value> = Vec::new();
            let kinds = 1 + round % 6;
            for _ in 0..60 {
                let value = match random(kinds) {
                    0 => Value::int(random(9) as i64),
                    1 => Value::float(random(9) as f64),
                    2 => Value::bool(random(2) == 0),
                    3 => Value::complex(random(9) as f64, 1.0),
                    4 => Value::str("text"),
                    _ => Value::none(),
                };
                let place = if random(3) == 0 { 0 } else { random(plain.len()) };
                match random(13) {
                    0..=3 => {
                        flat.push(value.clone());
                        plain.push(value);
                    }
                    4 => {
                        flat.insert(place, value.clone());
                        plain.insert(place, value);
                    }
                    5 if !plain.is_empty() => {
                        assert_eq!(
                            format!("{:?}", flat.remove(place).tag()),
                            format!("{:?}", plain.remove(place).tag())
                        );
                    }
                    6 if !plain.is_empty() => {
                        flat.set(place, value.clone());
                        plain[place] = value;
                    }
                    7 => {
                        flat.extend(&flat);
                        plain.extend(plain.clone());
                        flat.truncate(40);
                        plain.truncate(40);
                    }
                    8 => {
                        flat.reverse();
                        plain.reverse();
                    }
                    9 => {
                        let end = place + random(plain.len() - place + 1);
                        let with = vec![value; random(3)];
                        flat.splice(place, end, &Flat::from_values(with.clone())).unwrap();
                        plain.splice(place..end, with);
                    }
                    10 => {
                        let times = random(3);
                        flat.swap_with(&flat.repeat(times).unwrap());
                        plain = plain.iter().cycle().take(plain.len() * times).cloned().collect();
                    }
                    11 => {
                        flat.retain(|place| place % 3 != 0);
                        plain = plain.into_iter().enumerate().filter(|(i, _)| i % 3 != 0).map(|(_, v)| v).collect();
                    }
                    _ => {
                        flat.pop();
                        plain.pop();
                    }
                }
                assert_eq!(flat.len(), plain.len());
                for (place, wanted) in plain.iter().enumerate() {
                    let found = flat.get(place).unwrap();
                    let same = match (found.as_complex(), wanted.as_complex()) {
                        (Some(found), Some(wanted)) => found == wanted,
                        _ => found.is(wanted),
                    };
                    assert!(same, "{found:?} is not {wanted:?}");
                }
            }
        }
        assert_eq!(memory::used(), 0);
    }
}
