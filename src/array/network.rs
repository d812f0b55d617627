//! Sorting rows side by side: every step compares the same two places of as many rows as a vector has lanes.
//!
//! In: keys of rows, those of one place one after the other. Out: the same with each row in order. The steps do not depend on what is
//! compared, so vectors do them: Batcher's bitonic sort, whose steps fall into groups of a few places that registers hold (`held`); where keys
//! come with their places, or vectors are short, his merge exchange, which has fewer steps.
#![allow(unsafe_code)]

#[cfg(target_arch = "x86_64")]
mod held;
#[cfg(target_arch = "x86_64")]
mod quick;

use super::keys::Key;
#[cfg(target_arch = "x86_64")]
use super::ufunc::loops::is_widest;
#[cfg(target_arch = "x86_64")]
use std::arch::x86_64::*;
#[cfg(target_arch = "x86_64")]
use std::ops::Range;

/// Longer rows are sorted one by one.
pub const LONGEST: usize = 1024;

/// How many rows stand side by side.
pub const fn lanes<K>() -> usize {
    64 / size_of::<K>()
}

/// Brings the keys of some places there, and lower ones in front of them, where the processor has vectors for that; tells whether it has.
#[cfg(target_arch = "x86_64")]
pub fn sort_in_vectors<K: quick::Parted>(keys: &mut [K], places: Range<usize>) -> bool {
    if !K::is_there() {
        return false;
    }
    // SAFETY: the processor has such vectors.
    unsafe { quick::sort(keys, places, None) };
    true
}

/// Room for so many keys, where vectors of them lie in one line of the cache each.
pub fn aligned<K: Key>(room: &mut Vec<K>, count: usize) -> &mut [K] {
    room.resize(count + lanes::<K>(), K::default());
    let before = room.as_ptr().align_offset(64).min(lanes::<K>());
    &mut room[before..before + count]
}

/// The steps that sort rows of some length.
pub struct Network {
    length: usize,
    /// Places below the length that are to be put in order, one pair after the other; the first of a pair is the lower one.
    pairs: Vec<(u32, u32)>,
}

fn pairs(count: usize) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    let most = count.next_power_of_two() / 2;
    let mut part = most;
    while part > 0 {
        let (mut next, mut rest, mut apart) = (most, 0, part);
        loop {
            let end = count - apart.min(count);
            for start in (rest..end).step_by(2 * part) {
                pairs.extend((start..(start + part).min(end)).map(|place| (place as u32, (place + apart) as u32)));
            }
            if next == part {
                break;
            }
            apart = next - part;
            next /= 2;
            rest = part;
        }
        part /= 2;
    }
    pairs
}

/// A key that vectors of 512 bits compare.
pub trait Lane: Key {
    /// Two vectors of keys in order, lane by lane.
    ///
    /// # Safety
    /// The processor has such vectors.
    #[cfg(target_arch = "x86_64")]
    unsafe fn in_order(a: __m512i, b: __m512i) -> (__m512i, __m512i);

    /// Puts two vectors' worths of keys in order, lane by lane, with what tells their places. Of equal keys the one of the lower place comes
    /// first.
    ///
    /// # Safety
    /// The processor has such vectors, and there are as many keys and places.
    #[cfg(target_arch = "x86_64")]
    unsafe fn exchange_both(a: *mut Self, b: *mut Self, x: *mut Self, y: *mut Self);

    /// Turns a square of vectors' worths of keys, columns to rows: from rows so many keys apart to others.
    ///
    /// # Safety
    /// There are such rows in both places. They are the same, or do not overlap.
    unsafe fn turn(from: *const Self, apart: isize, to: *mut Self, to_apart: isize) {
        // SAFETY: the caller's promise.
        unsafe { turned_singly(from, apart, to, to_apart) };
    }
}

/// Turns a square of keys that lie one after the other.
pub fn turn<K: Lane>(square: &mut [K]) {
    assert_eq!(square.len(), lanes::<K>() * lanes::<K>());
    let (at, apart) = (square.as_mut_ptr(), lanes::<K>() as isize);
    // SAFETY: there are so many rows, one after the other.
    unsafe { K::turn(at, apart, at, apart) };
}

/// # Safety
/// As for [`Lane::turn`].
unsafe fn turned_singly<K: Lane>(from: *const K, apart: isize, to: *mut K, to_apart: isize) {
    for row in 0..lanes::<K>() as isize {
        for lane in 0..=row {
            // SAFETY: the caller's promise; both keys are read before one is written.
            unsafe {
                let keys = [from.offset(row * apart + lane).read(), from.offset(lane * apart + row).read()];
                to.offset(lane * to_apart + row).write(keys[0]);
                to.offset(row * to_apart + lane).write(keys[1]);
            }
        }
    }
}

#[cfg(target_arch = "x86_64")]
macro_rules! turn {
    ($type:ty: $choose:ident) => {
        unsafe fn turn(from: *const $type, apart: isize, to: *mut $type, to_apart: isize) {
            const LANES: usize = lanes::<$type>();

            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn wide(from: *const $type, apart: isize, to: *mut $type, to_apart: isize) {
                // Each round takes rows of both halves together, key by key: a bit of the row's number becomes one of the lane's, and
                // one of those one of the row's.
                let halves = [0, LANES / 2].map(|first| -> [$type; LANES] {
                    std::array::from_fn(|lane| (first + lane / 2 + lane % 2 * LANES) as $type)
                });
                // SAFETY: each is a vector's worth of keys.
                let load = |keys: *const $type| unsafe { _mm512_loadu_si512(keys.cast()) };
                let halves = [load(halves[0].as_ptr()), load(halves[1].as_ptr())];
                let mut rows: [__m512i; LANES] =
                    std::array::from_fn(|row| load(from.wrapping_offset(row as isize * apart)));
                for _ in 0..LANES.ilog2() {
                    rows =
                        std::array::from_fn(|row| $choose(rows[row / 2], halves[row % 2], rows[row / 2 + LANES / 2]));
                }
                for (number, row) in rows.into_iter().enumerate() {
                    // SAFETY: as above.
                    unsafe { _mm512_storeu_si512(to.wrapping_offset(number as isize * to_apart).cast(), row) };
                }
            }

            // SAFETY: the caller's promise; the processor has such vectors where they are used.
            unsafe {
                match is_widest() {
                    true => wide(from, apart, to, to_apart),
                    false => turned_singly(from, apart, to, to_apart),
                }
            }
        }
    };
}

macro_rules! lanes_of {
    ($($type:ty: $min:ident $max:ident $above:ident $equal:ident $blend:ident $($choose:ident)?;)*) => {
        $(impl Lane for $type {
            $(
                #[cfg(target_arch = "x86_64")]
                turn! { $type: $choose }
            )?

            #[cfg(target_arch = "x86_64")]
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn in_order(a: __m512i, b: __m512i) -> (__m512i, __m512i) {
                ($min(a, b), $max(a, b))
            }

            #[cfg(target_arch = "x86_64")]
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn exchange_both(a: *mut $type, b: *mut $type, x: *mut $type, y: *mut $type) {
                // SAFETY: the caller's promise.
                unsafe {
                    let [low, high, first, second] = [a, b, x, y].map(|place| _mm512_loadu_si512(place.cast()));
                    let is_wrong = $above(low, high) | $equal(low, high) & $above(first, second);
                    _mm512_storeu_si512(a.cast(), $blend(is_wrong, low, high));
                    _mm512_storeu_si512(b.cast(), $blend(is_wrong, high, low));
                    _mm512_storeu_si512(x.cast(), $blend(is_wrong, first, second));
                    _mm512_storeu_si512(y.cast(), $blend(is_wrong, second, first));
                }
            }
        })*
    };
}

lanes_of! {
    u8: _mm512_min_epu8 _mm512_max_epu8 _mm512_cmpgt_epu8_mask _mm512_cmpeq_epu8_mask _mm512_mask_blend_epi8;
    u16: _mm512_min_epu16 _mm512_max_epu16 _mm512_cmpgt_epu16_mask _mm512_cmpeq_epu16_mask _mm512_mask_blend_epi16 _mm512_permutex2var_epi16;
    u32: _mm512_min_epu32 _mm512_max_epu32 _mm512_cmpgt_epu32_mask _mm512_cmpeq_epu32_mask _mm512_mask_blend_epi32 _mm512_permutex2var_epi32;
    u64: _mm512_min_epu64 _mm512_max_epu64 _mm512_cmpgt_epu64_mask _mm512_cmpeq_epu64_mask _mm512_mask_blend_epi64 _mm512_permutex2var_epi64;
}

/// # Safety
/// The processor has vectors of 512 bits; the pairs are places of vectors' worths of keys, and there are as many places as keys.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn order_wide<K: Lane>(keys: *mut K, places: *mut K, pairs: &[(u32, u32)]) {
    for &(i, j) in pairs {
        let [a, b] = [i, j].map(|place| keys.wrapping_add(place as usize * lanes::<K>()));
        let [x, y] = [i, j].map(|place| places.wrapping_add(place as usize * lanes::<K>()));
        // SAFETY: the caller's promise.
        unsafe { K::exchange_both(a, b, x, y) };
    }
}

impl Network {
    /// The steps for rows of so many keys.
    pub fn of(length: usize) -> Network {
        Network { length, pairs: pairs(length) }
    }

    /// How many keys a row has.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Sorts rows that stand side by side. What stands behind them stays as it is.
    pub fn sort<K: Lane>(&self, keys: &mut [K]) {
        assert!(self.length * lanes::<K>() <= keys.len());
        #[cfg(target_arch = "x86_64")]
        if is_widest() {
            // SAFETY: the processor says so, and there are the keys.
            return unsafe { held::sort(keys.as_mut_ptr(), self.length) };
        }
        for &(i, j) in &self.pairs {
            let (low, high) = keys.split_at_mut(j as usize * lanes::<K>());
            for (a, b) in low[i as usize * lanes::<K>()..].iter_mut().zip(&mut high[..lanes::<K>()]) {
                (*a, *b) = ((*a).min(*b), (*a).max(*b));
            }
        }
    }

    /// The same, and what tells the places of keys with them. Of equal keys the one of the lower place comes first.
    pub fn order<K: Lane>(&self, keys: &mut [K], places: &mut [K]) {
        assert!(self.length * lanes::<K>() <= keys.len().min(places.len()));
        #[cfg(target_arch = "x86_64")]
        if is_widest() {
            // SAFETY: as above.
            return unsafe { order_wide(keys.as_mut_ptr(), places.as_mut_ptr(), &self.pairs) };
        }
        for &(i, j) in &self.pairs {
            for lane in 0..lanes::<K>() {
                let [a, b] = [i, j].map(|place| place as usize * lanes::<K>() + lane);
                if (keys[b], places[b]) < (keys[a], places[a]) {
                    keys.swap(a, b);
                    places.swap(a, b);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_are_turned() {
        fn check<K: Lane + From<u8>>() {
            let lanes = lanes::<K>();
            let before: Vec<K> = (0..lanes * lanes).map(|at| K::from((at % 251) as u8)).collect();
            let mut square = before.clone();
            turn(&mut square);
            assert!((0..lanes * lanes).all(|at| square[at] == before[at % lanes * lanes + at / lanes]));
        }
        check::<u8>();
        check::<u16>();
        check::<u32>();
        check::<u64>();
    }

    /// Steps that put all rows of zeros and ones in order put all rows in order (Knuth).
    #[test]
    fn zeros_and_ones_come_in_order() {
        let lanes = lanes::<u8>();
        for first in (0..1usize << 16).step_by(lanes) {
            let mut keys: Vec<u8> =
                (0..16 * lanes).map(|at| ((first + at % lanes) >> (at / lanes) & 1) as u8).collect();
            Network::of(16).sort(&mut keys);
            assert!((lanes..16 * lanes).all(|at| keys[at - lanes] <= keys[at]));
        }
    }

    #[test]
    fn rows_of_any_length_come_in_order() {
        let mut x = 1u32;
        for count in (0..70).chain([97, 128, 200, 256, 300, 511, 513, 1024]) {
            let mut keys: Vec<u16> = (0..count * lanes::<u16>())
                .map(|_| {
                    x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (x >> 24) as u16
                })
                .collect();
            let row = |keys: &[u16], lane: usize| keys.iter().skip(lane).step_by(32).copied().collect::<Vec<u16>>();
            let before = keys.clone();
            let mut places: Vec<u16> = (0..keys.len()).map(|at| (at / 32) as u16).collect();
            Network::of(count).order(&mut keys, &mut places);
            let mut plain = before.clone();
            Network::of(count).sort(&mut plain);
            assert_eq!(plain, keys);
            for lane in 0..32 {
                let old = row(&before, lane);
                let mut expected: Vec<u16> = (0..count as u16).collect();
                expected.sort_by_key(|&at| old[at as usize]);
                assert_eq!(row(&places, lane), expected);
            }
        }
    }
}
