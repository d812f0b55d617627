//! Elements as whole numbers in the same order, and sorting these: in vectors, or digit by digit where they are many.
//!
//! In: elements that are no complex numbers. Out: keys, which compare at once, and elements again. What is not a number has the last key.

// Tables are written once for all element types: what changes nothing for one is needed for another.
#![allow(clippy::unnecessary_cast, clippy::identity_op)]

use super::element::{Bool, Element};
use super::network::Lane;

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
    /// Sorts keys in vectors; tells whether it could.
    fn sort_in_vectors(_keys: &mut [Self]) -> bool {
        false
    }
}

/// A key that has room beside it for a place in a short row: as a number of the same width, or of the next one.
pub trait Wide: Lane {
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
                fn sort_in_vectors(keys: &mut [$type]) -> bool {
                    $sort(keys)
                }
            )?
        })*
    };
}

keys! { u8; u16; u32: super::network::sort_in_vectors; u64: super::network::sort_in_vectors; }

/// A key, and where its element lies. Of equal ones the first comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Placed<K> {
    key: K,
    /// The place.
    pub place: u32,
}

impl<K: Key> Placed<K> {
    /// A key at a place.
    pub fn new(key: K, place: usize) -> Placed<K> {
        Placed { key, place: place as u32 }
    }
}

impl<K: Key> Key for Placed<K> {
    const BYTES: usize = K::BYTES;
    #[inline(always)]
    fn digit(self, place: usize) -> usize {
        self.key.digit(place)
    }
}

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
    if count > FEW && K::sort_in_vectors(keys) {
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
