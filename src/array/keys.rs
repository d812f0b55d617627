//! Elements as whole numbers in the same order, and sorting these: in vectors, or digit by digit where they are many.
//!
//! In: elements that are no complex numbers. Out: keys, which compare at once, and elements again. What is not a number has the last key.

// Tables are written once for all element types: what changes nothing for one is needed for another.
#![allow(clippy::unnecessary_cast, clippy::identity_op)]

use super::blas::{Routine, run};
use super::element::{Bool, Element};
use super::network::Lane;
use std::ops::Range;

/// So many keys for each of their bytes are worth to be sorted digit by digit.
const MANY: usize = 64;

/// So few keys are sorted at once wherever they lie.
const FEW: usize = 24;

/// What is sorted by its digits.
pub trait Key: Copy + Ord + Default {
    /// How many bytes count.
    const BYTES: usize;
    /// One of these bytes, from the lowest on.
    fn digit(self, place: usize) -> usize;
    /// Brings the keys of some places there, and lower ones in front of them, in vectors; tells whether it could.
    fn sort_in_vectors(_keys: &mut [Self], _places: Range<usize>) -> bool {
        false
    }
}

/// A key that has room beside it for a place in a short row: as a number of the same width, or of the next one.
pub trait Wide: Lane + Into<u64> {
    /// That number.
    type Number: Lane;
    /// The key as such.
    fn wide(self) -> Self::Number;
    /// A place as such.
    fn number_of(place: usize) -> Self::Number;
    /// The place again.
    fn place_of(number: Self::Number) -> i64;
}

macro_rules! wide {
    ($($type:ty as $number:ty;)*) => {
        $(impl Wide for $type {
            type Number = $number;
            #[inline(always)]
            fn wide(self) -> $number {
                self as $number
            }
            #[inline(always)]
            fn number_of(place: usize) -> $number {
                place as $number
            }
            #[inline(always)]
            fn place_of(number: $number) -> i64 {
                number as i64
            }
        })*
    };
}

wide! { u8 as u16; u16 as u16; u32 as u32; u64 as u64; }

macro_rules! keys {
    ($($type:ty $(: $sort:path)?;)*) => {
        $(impl Key for $type {
            const BYTES: usize = size_of::<$type>();
            #[inline(always)]
            fn digit(self, place: usize) -> usize {
                (self >> (8 * place)) as usize & 0xff
            }
            $(
                #[cfg(target_arch = "x86_64")]
                fn sort_in_vectors(keys: &mut [$type], places: Range<usize>) -> bool {
                    $sort(keys, places)
                }
            )?
        })*
    };
}

keys! { u8; u16: super::network::sort_in_vectors; u32: super::network::sort_in_vectors; u64: super::network::sort_in_vectors; }

/// An element that has a key.
pub trait Keyed: Element {
    /// The type of keys.
    type Key: Wide;
    /// The key.
    fn key(self) -> Self::Key;
    /// The element of a key.
    fn of_key(key: Self::Key) -> Self;
    /// Whether an element with another key is equal to it: it is a negative zero.
    fn has_twin(self) -> bool {
        false
    }
    /// Whether a key is that of a zero of either sign.
    fn is_twin(_key: Self::Key) -> bool {
        false
    }
    /// The same element with the key of its twin.
    fn first_twin(self) -> Self {
        self
    }
}

macro_rules! keyed_wholes {
    ($($type:ty as $key:ty, $flip:expr;)*) => {
        $(impl Keyed for $type {
            type Key = $key;
            #[inline(always)]
            fn key(self) -> $key {
                self as $key ^ $flip
            }
            #[inline(always)]
            fn of_key(key: $key) -> $type {
                (key ^ $flip) as $type
            }
        })*
    };
}

keyed_wholes! {
    u8 as u8, 0;
    u16 as u16, 0;
    u32 as u32, 0;
    u64 as u64, 0;
    i8 as u8, 1 << 7;
    i16 as u16, 1 << 15;
    i32 as u32, 1 << 31;
    i64 as u64, 1 << 63;
}

impl Keyed for Bool {
    type Key = u8;
    fn key(self) -> u8 {
        u8::from(self.get())
    }
    fn of_key(key: u8) -> Bool {
        Bool(key)
    }
}

macro_rules! keyed_floats {
    ($($type:ty as $key:ty, $sign:expr;)*) => {
        $(impl Keyed for $type {
            type Key = $key;
            #[inline(always)]
            fn key(self) -> $key {
                let bits = self.to_bits();
                let is_negative = bits >> (<$key>::BITS - 1);
                let key = bits ^ (<$key>::MAX * is_negative | $sign);
                if self.is_nan() { <$key>::MAX } else { key }
            }
            #[inline(always)]
            fn of_key(key: $key) -> $type {
                let is_positive = key >> (<$key>::BITS - 1);
                let bits = key ^ (is_positive.wrapping_sub(1) | $sign);
                if key == <$key>::MAX { <$type>::NAN } else { <$type>::from_bits(bits) }
            }
            #[inline(always)]
            fn has_twin(self) -> bool {
                self.to_bits() == $sign
            }
            fn is_twin(key: $key) -> bool {
                key == $sign || key == $sign - 1
            }
            #[inline(always)]
            fn first_twin(self) -> $type {
                self + 0.0
            }
        })*
    };
}

keyed_floats! {
    f32 as u32, 1 << 31;
    f64 as u64, 1 << 63;
}

/// Puts keys in order. Equal ones stay as they are to each other.
pub fn sort<K: Key>(keys: &mut [K], spare: &mut Vec<K>) {
    let count = keys.len();
    if count > FEW && K::sort_in_vectors(keys, 0..count) {
        return;
    }
    if count < MANY * K::BYTES {
        return keys.sort_unstable();
    }
    let mut counts = [[0usize; 256]; 8];
    for &key in keys.iter() {
        for (place, counts) in counts.iter_mut().enumerate().take(K::BYTES) {
            counts[key.digit(place)] += 1;
        }
    }
    spare.resize(count, K::default());
    let (mut from, mut to, mut is_there) = (&mut *keys, &mut spare[..], true);
    for (place, counts) in counts.iter_mut().enumerate().take(K::BYTES) {
        if counts[from[0].digit(place)] == count {
            continue;
        }
        // How many there are of each digit becomes where the first one goes.
        let mut start = 0;
        for count in counts.iter_mut() {
            start += std::mem::replace(count, start);
        }
        for &key in from.iter() {
            let next = &mut counts[key.digit(place)];
            to[*next] = key;
            *next += 1;
        }
        (from, to, is_there) = (to, from, !is_there);
    }
    if !is_there {
        to.copy_from_slice(from);
    }
}

/// Brings the keys of some places there, which come in order: lower ones are in front of each, higher ones behind it.
pub fn part<K: Key>(keys: &mut [K], places: &[usize]) {
    let mut first = 0;
    for &place in places {
        // What is in its place already stays there.
        let Some(before) = place.checked_sub(first) else { continue };
        let rest = &mut keys[first..];
        if !K::sort_in_vectors(rest, before..before + 1) {
            rest.select_nth_unstable(before);
        }
        first = place + 1;
    }
}

/// Puts the keys of elements in order, or does so as far as some places ask for. Zeros of either sign stay as they are to each other.
pub fn sort_of<T: Keyed>(keys: &mut [T::Key], has_twin: bool, asked: Option<&[usize]>, spare: &mut Vec<T::Key>) {
    if let Some(places) = asked {
        return part(keys, places);
    }
    let twins: Vec<T::Key> = match has_twin {
        true => keys.iter().copied().filter(|&key| T::is_twin(key)).collect(),
        false => Vec::new(),
    };
    sort(keys, spare);
    if let Some(lowest) = twins.iter().min() {
        let first = keys.partition_point(|key| key < lowest);
        keys[first..first + twins.len()].copy_from_slice(&twins);
    }
}

/// Writes the places that put keys in order, or that do so as far as some places ask for. Of equal keys the first comes first.
///
/// The highest bits in which keys differ are sorted as one number with the place, which stands in the lowest bits. Keys that are alike in these
/// have the rest of their bits sorted in the same way.
pub fn order(keys: &[u64], order: &mut [u64], asked: Option<&[usize]>, spare: &mut Vec<u64>) {
    assert_eq!(keys.len(), order.len());
    let Some(last) = order.len().checked_sub(1) else { return };
    let all = (1u64 << (u64::BITS - (last as u64).leading_zeros())) - 1;
    let mut is_exact = false;
    run(Numbers { keys, order, all, is_exact: &mut is_exact });
    let is_parted = asked.is_some_and(|places| {
        part(order, places);
        let is_alone = |&place: &usize| order.iter().filter(|&number| number ^ order[place] <= all).count() == 1;
        is_exact || places.iter().all(is_alone)
    });
    if !is_parted {
        sort(order, spare);
        if !is_exact {
            order_alike(keys, order, all, spare);
        }
    }
    run(Places { order, all });
}

/// Orders those that are alike in all bits but those of their places.
fn order_alike(keys: &[u64], order: &mut [u64], all: u64, spare: &mut Vec<u64>) {
    for alike in order.chunk_by_mut(|a, b| a ^ b <= all) {
        let key = |place: &u64| keys[(place & all) as usize];
        let (low, high) = alike.iter().map(key).fold((u64::MAX, 0), |(low, high), key| (low.min(key), high.max(key)));
        if low == high {
            continue;
        }
        let spread = (high - low).leading_zeros();
        for place in alike.iter_mut() {
            *place = (key(place) - low) << spread & !all | *place & all;
        }
        sort(alike, spare);
        if all >> spread != 0 {
            order_alike(keys, alike, all, spare);
        }
    }
}

/// Makes numbers of keys and places.
struct Numbers<'a> {
    keys: &'a [u64],
    order: &'a mut [u64],
    /// The bits of places.
    all: u64,
    /// Whether the numbers have all bits in which keys differ.
    is_exact: &'a mut bool,
}

impl Routine for Numbers<'_> {
    #[inline(always)]
    fn work(&mut self) {
        let (mut low, mut high) = (u64::MAX, 0);
        for &key in self.keys {
            (low, high) = (low.min(key), high.max(key));
        }
        let (spread, all) = ((high - low).leading_zeros() & 63, self.all);
        for (at, (place, key)) in self.order.iter_mut().zip(self.keys).enumerate() {
            *place = (key - low) << spread & !all | at as u64;
        }
        *self.is_exact = low == high || all >> spread == 0;
    }
}

/// Leaves places alone.
struct Places<'a> {
    order: &'a mut [u64],
    /// Their bits.
    all: u64,
}

impl Routine for Places<'_> {
    #[inline(always)]
    fn work(&mut self) {
        for place in self.order.iter_mut() {
            *place &= self.all;
        }
    }
}

/// Does something with the type of elements of a type, or something else where they have no keys.
macro_rules! with_keys {
    ($dtype:expr, $type:ident => $body:expr, $otherwise:expr) => {
        with_keys!(
            @ $dtype, $type => $body, $otherwise,
            Bool Bool, I8 i8, U8 u8, I16 i16, U16 u16, I32 i32, U32 u32, I64 i64, U64 u64, F32 f32, F64 f64
        )
    };
    (@ $dtype:expr, $type:ident => $body:expr, $otherwise:expr, $($name:ident $of:ty),*) => {
        match $dtype {
            $(DType::$name => {
                type $type = $of;
                $body
            })*
            _ => $otherwise,
        }
    };
}
pub(super) use with_keys;
