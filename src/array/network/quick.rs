//! Quicksort of keys in vectors of 512 bits (Bramas, "A Novel Hybrid Quicksort Algorithm Vectorized using AVX-512 on Intel Skylake", 2017).
//!
//! In: keys of 32 or 64 bits in any order. Out: the same in order, or as far as some places ask for. A vector is parted by one comparison, whose lanes are brought together
//! on either side; what fits sixteen vectors is sorted in registers: columns by a network, which are turned and merged.
#![allow(unsafe_code)]

use super::super::keys::Wide;
use super::held::{HELD, apart, from_nothing};
use super::lanes;
use std::arch::x86_64::*;
use std::ops::Range;

/// So few keys are sorted one by one.
const FEW: usize = 12;
/// So few keys are sorted although not all places are asked for, as numpy does it.
const WHOLE: usize = 256;

/// A key whose vectors are parted and turned by lanes.
pub trait Parted: Wide<Number = Self> {
    /// The one behind it.
    fn next(self) -> Option<Self>;
    /// All lanes hold this key.
    ///
    /// # Safety
    /// The processor has vectors of 512 bits; so in all that follows.
    unsafe fn all(key: Self) -> __m512i;
    /// The lanes of `v` below those of `limit`.
    unsafe fn below(v: __m512i, limit: __m512i) -> u16;
    /// These lanes, one after the other.
    unsafe fn packed(lanes: u16, v: __m512i) -> __m512i;
    /// In each lane the one whose number differs in these bits.
    unsafe fn flipped<const BITS: usize>(v: __m512i) -> __m512i;
    /// The lanes backwards.
    unsafe fn backwards(v: __m512i) -> __m512i;
    /// `b` in these lanes, `a` elsewhere.
    unsafe fn chosen(lanes: u16, a: __m512i, b: __m512i) -> __m512i;
}

macro_rules! parted {
    ($($type:ty as $signed:ty, $mask:ty: $set:ident $below:ident $pack:ident $permute:ident $blend:ident;)*) => {
        $(impl Parted for $type {
            fn next(self) -> Option<$type> {
                self.checked_add(1)
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn all(key: $type) -> __m512i {
                $set(key as $signed)
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn below(v: __m512i, limit: __m512i) -> u16 {
                u16::from($below(v, limit))
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn packed(lanes: u16, v: __m512i) -> __m512i {
                $pack(lanes as $mask, v)
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn flipped<const BITS: usize>(v: __m512i) -> __m512i {
                const LANES: usize = lanes::<$type>();
                let from = const {
                    let (mut from, mut lane) = ([0; LANES], 0);
                    while lane < LANES {
                        from[lane] = (lane ^ BITS) as $type;
                        lane += 1;
                    }
                    from
                };
                // SAFETY: it is a vector's worth of numbers.
                $permute(unsafe { _mm512_loadu_si512(from.as_ptr().cast()) }, v)
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn backwards(v: __m512i) -> __m512i {
                // SAFETY: the processor has such vectors, as here.
                unsafe { Self::flipped::<{ lanes::<$type>() - 1 }>(v) }
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn chosen(lanes: u16, a: __m512i, b: __m512i) -> __m512i {
                $blend(lanes as $mask, a, b)
            }
        })*
    };
}

parted! {
    u32 as i32, u16: _mm512_set1_epi32 _mm512_cmplt_epu32_mask _mm512_maskz_compress_epi32 _mm512_permutexvar_epi32 _mm512_mask_blend_epi32;
    u64 as i64, u8: _mm512_set1_epi64 _mm512_cmplt_epu64_mask _mm512_maskz_compress_epi64 _mm512_permutexvar_epi64 _mm512_mask_blend_epi64;
}

/// Brings the keys of some places there, lower ones in front and higher ones behind: all places, and keys are sorted. None is below the floor.
/// Where pivots divide them badly again and again, the rest is sorted as the standard library does.
///
/// # Safety
/// The processor has vectors of 512 bits. There is room for as many spare keys, and a vector's worth more.
#[target_feature(enable = "avx512f,avx512bw")]
pub unsafe fn sort<K: Parted>(mut keys: &mut [K], spare: *mut K, mut places: Range<usize>, mut floor: Option<K>) {
    let mut patience = 2 * (keys.len() | 1).ilog2();
    while !places.is_empty() {
        if keys.len() <= HELD * lanes::<K>() {
            // SAFETY: the processor has such vectors, and there are no more keys than that.
            return unsafe { sort_held(keys) };
        }
        if keys.len() <= WHOLE {
            places = 0..keys.len();
        }
        if patience == 0 {
            return keys.sort_unstable();
        }
        patience -= 1;
        let (pivot, is_likely_alone) = pivot(keys);
        // SAFETY: the processor has such vectors.
        if is_likely_alone && unsafe { are_all(keys, pivot) } {
            return;
        }
        if floor == Some(pivot) {
            // Those that are equal to it are in place together.
            let Some(next) = pivot.next() else { return };
            // SAFETY: the caller's promise.
            let low = unsafe { part(keys, spare, next) };
            keys = &mut keys[low..];
            places = places.start.saturating_sub(low)..places.end.saturating_sub(low);
            continue;
        }
        // SAFETY: as above; there are as many spare keys.
        let low = unsafe { part(keys, spare, pivot) };
        let (lower, upper) = keys.split_at_mut(low);
        let below = places.start.min(low)..places.end.min(low);
        let above = places.start.saturating_sub(low)..places.end.saturating_sub(low);
        // The longer part is next: the shorter ones are within each other no deeper than lengths can be halved.
        if lower.len() < upper.len() {
            // SAFETY: as above.
            unsafe { sort(lower, spare, below, floor) };
            (keys, places, floor) = (upper, above, Some(pivot));
        } else {
            // SAFETY: as above.
            unsafe { sort(upper, spare, above, Some(pivot)) };
            (keys, places) = (lower, below);
        }
    }
}

/// A key of which about as many are below as above: the middle one of three that are the middle ones of three (Tukey's ninther); and whether
/// all of these are equal.
fn pivot<K: Parted>(keys: &[K]) -> (K, bool) {
    let middle = |[a, b, c]: [K; 3]| a.min(b).max(a.max(b).min(c));
    let apart = keys.len() / 9;
    let samples: [K; 9] = std::array::from_fn(|number| keys[number * apart + apart / 2]);
    let middles = [0, 3, 6].map(|first| middle([samples[first], samples[first + 1], samples[first + 2]]));
    (middle(middles), samples.iter().all(|&key| key == samples[0]))
}

/// Whether all keys are this one.
///
/// # Safety
/// The processor has vectors of 512 bits.
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn are_all<K: Parted>(keys: &[K], wanted: K) -> bool {
    let chunks = keys.chunks_exact(lanes::<K>());
    let rest = chunks.remainder();
    // SAFETY: each chunk is a vector's worth of keys.
    unsafe {
        let all = K::all(wanted);
        for chunk in chunks {
            let v = _mm512_loadu_si512(chunk.as_ptr().cast());
            if K::below(v, all) | K::below(all, v) != 0 {
                return false;
            }
        }
    }
    rest.iter().all(|&key| key == wanted)
}

/// Moves the keys below a limit in front of all others; tells how many they are.
///
/// # Safety
/// The processor has vectors of 512 bits. There are as many spare keys, and a vector's worth more.
#[target_feature(enable = "avx512f,avx512bw,popcnt")]
unsafe fn part<K: Parted>(keys: &mut [K], spare: *mut K, limit: K) -> usize {
    let lanes = lanes::<K>();
    let at = keys.as_mut_ptr();
    let (mut low, mut high) = (0, 0);
    let whole = keys.len() - keys.len() % lanes;
    // SAFETY: what is written in front has been read, since there are never more keys below the limit than were looked at; the spare ones
    // have room for all others, and for what is written behind the last of them.
    unsafe {
        let limits = K::all(limit);
        for place in (0..whole).step_by(lanes) {
            let v = _mm512_loadu_si512(at.add(place).cast());
            let below = K::below(v, limits);
            _mm512_storeu_si512(at.add(low).cast(), K::packed(below, v));
            _mm512_storeu_si512(spare.add(high).cast(), K::packed(!below, v));
            let count = below.count_ones() as usize;
            low += count;
            high += lanes - count;
        }
        for place in whole..keys.len() {
            let key = at.add(place).read();
            at.add(low).write(key);
            spare.add(high).write(key);
            let count = usize::from(key < limit);
            low += count;
            high += 1 - count;
        }
        std::ptr::copy_nonoverlapping(spare, at.add(low), high);
    }
    low
}

/// Sorts no more keys than sixteen vectors hold.
///
/// # Safety
/// The processor has vectors of 512 bits, and there are no more keys.
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn sort_held<K: Parted>(keys: &mut [K]) {
    if keys.len() <= FEW {
        return keys.sort_unstable();
    }
    let mut rows = [_mm512_set1_epi8(-1); HELD];
    let (at, count) = (rows.as_mut_ptr().cast::<K>(), keys.len());
    let lanes = lanes::<K>();
    // SAFETY: there are at least as many places; those behind hold the largest key. Squares lie one after the other.
    unsafe {
        std::ptr::copy_nonoverlapping(keys.as_ptr(), at, count);
        from_nothing::<K>(&mut rows);
        let at = rows.as_mut_ptr().cast::<K>();
        let mut square = at;
        for _ in 0..HELD / lanes {
            K::turn(square, lanes as isize, square, lanes as isize);
            square = square.add(lanes * lanes);
        }
        if lanes < HELD {
            // The halves of each column lie in different squares.
            let old = rows;
            for (number, row) in rows.iter_mut().enumerate() {
                *row = old[number / 2 + number % 2 * lanes];
            }
        } else {
            merge::<K, 1>(&mut rows);
        }
        merge::<K, 2>(&mut rows);
        merge::<K, 4>(&mut rows);
        merge::<K, 8>(&mut rows);
        std::ptr::copy_nonoverlapping(rows.as_ptr().cast::<K>(), keys.as_mut_ptr(), count);
    }
}

/// Merges runs of so many vectors, each two that stand beside one another: the one against the other backwards, then places at half the
/// distance each time.
///
/// # Safety
/// The processor has vectors of 512 bits.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn merge<K: Parted, const RUN: usize>(rows: &mut [__m512i; HELD]) {
    // SAFETY: the caller's promise.
    unsafe {
        let old = *rows;
        for block in (0..HELD).step_by(2 * RUN) {
            for place in 0..RUN {
                let other = K::backwards(old[block + 2 * RUN - 1 - place]);
                (rows[block + place], rows[block + RUN + place]) = K::in_order(old[block + place], other);
            }
        }
        if RUN >= 8 {
            apart::<K, 4>(rows);
        }
        if RUN >= 4 {
            apart::<K, 2>(rows);
        }
        if RUN >= 2 {
            apart::<K, 1>(rows);
        }
        if lanes::<K>() > 8 {
            exchange_lanes::<K, 8>(rows);
        }
        exchange_lanes::<K, 4>(rows);
        exchange_lanes::<K, 2>(rows);
        exchange_lanes::<K, 1>(rows);
    }
}

/// Puts lanes at a distance in order.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn exchange_lanes<K: Parted, const DISTANCE: usize>(rows: &mut [__m512i; HELD]) {
    for row in rows {
        // SAFETY: the caller's promise.
        unsafe {
            let (low, high) = K::in_order(*row, K::flipped::<DISTANCE>(*row));
            *row = K::chosen(const { upper(DISTANCE) }, low, high);
        }
    }
}

/// The lanes whose numbers have a bit.
const fn upper(bit: usize) -> u16 {
    let (mut lanes, mut lane) = (0, 0);
    while lane < 16 {
        if lane & bit != 0 {
            lanes |= 1 << lane;
        }
        lane += 1;
    }
    lanes
}
