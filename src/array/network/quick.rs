//! Quicksort of keys in vectors of 512 bits (Bramas, "A Novel Hybrid Quicksort Algorithm Vectorized using AVX-512 on Intel Skylake", 2017).
//!
//! In: keys of 16, 32 or 64 bits in any order. Out: the same in order, or as far as some places ask for. A vector is parted by one comparison, whose lanes are brought together
//! on either side; what fits sixteen vectors is sorted in registers: columns by a network, which are turned and merged.
#![allow(unsafe_code)]

use super::super::keys::Wide;
use super::held::{HELD, apart, from_nothing};
use super::{is_widest, lanes};
use std::arch::x86_64::*;
use std::mem::MaybeUninit;
use std::ops::Range;

/// So few keys are sorted one by one.
const FEW: usize = 12;
/// So many vectors are parted at once: which side they come from depends on where those before went.
const BLOCK: usize = 8;
/// So many vectors at most are parted by way of a second place, which stays in the first cache.
const BESIDE: usize = 128;
/// So few keys are sorted although not all places are asked for, as numpy does it.
const WHOLE: usize = 256;

/// A key whose vectors are parted and turned by lanes. A bit of a mask stands for a lane.
pub trait Parted: Wide<Number = Self> {
    /// The one behind it.
    fn next(self) -> Option<Self>;
    /// Whether the processor has what its vectors need: those of 512 bits, and to bring its lanes together. So in all that follows.
    fn is_there() -> bool;
    /// All lanes hold this key.
    ///
    /// # Safety
    /// It is there; so in all that follows.
    unsafe fn all(key: Self) -> __m512i;
    /// The lanes of `v` below those of `limit`.
    unsafe fn below(v: __m512i, limit: __m512i) -> u32;
    /// These lanes, one after the other.
    unsafe fn packed(lanes: u32, v: __m512i) -> __m512i;
    /// In each lane the one whose number differs in these bits.
    unsafe fn flipped<const BITS: usize>(v: __m512i) -> __m512i;
    /// The lanes backwards.
    unsafe fn backwards(v: __m512i) -> __m512i;
    /// `b` in these lanes, `a` elsewhere.
    unsafe fn chosen(lanes: u32, a: __m512i, b: __m512i) -> __m512i;
    /// The lower halves of two vectors, or the upper ones, lane by lane in turn.
    unsafe fn in_turn<const IS_UPPER: bool>(a: __m512i, b: __m512i) -> __m512i;
    /// Reads so many lanes, the first ones.
    ///
    /// # Safety
    /// There are as many.
    unsafe fn load(from: *const Self, count: usize) -> __m512i;
    /// Writes so many lanes, the first ones.
    ///
    /// # Safety
    /// There is room for them.
    unsafe fn store(to: *mut Self, count: usize, v: __m512i);
    /// Moves the keys below a limit in front of all others; tells how many they are.
    ///
    /// # Safety
    /// There are more keys than are sorted in registers.
    unsafe fn part(keys: &mut [Self], limit: Self) -> usize;
}

/// A vector whose lanes hold what their numbers give.
macro_rules! lanes_hold {
    ($type:ty, $lane:ident => $what:expr) => {{
        const LANES: usize = lanes::<$type>();
        let held = const {
            let (mut held, mut $lane) = ([0; LANES], 0);
            while $lane < LANES {
                held[$lane] = ($what) as $type;
                $lane += 1;
            }
            held
        };
        // SAFETY: it is a vector's worth of numbers.
        unsafe { _mm512_loadu_si512(held.as_ptr().cast()) }
    }};
}

macro_rules! parted {
    ($($type:ty as $signed:ty, $mask:ty, $needs:literal $(and $more:tt)?: $set:ident $below:ident $pack:ident $permute:ident $blend:ident $choose:ident $load:ident $store:ident;)*) => {
        $(impl Parted for $type {
            fn next(self) -> Option<$type> {
                self.checked_add(1)
            }
            fn is_there() -> bool {
                is_widest() $(&& is_x86_feature_detected!($more))?
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn all(key: $type) -> __m512i {
                $set(key as $signed)
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn below(v: __m512i, limit: __m512i) -> u32 {
                u32::from($below(v, limit))
            }
            #[inline]
            #[target_feature(enable = $needs)]
            unsafe fn packed(lanes: u32, v: __m512i) -> __m512i {
                $pack(lanes as $mask, v)
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn flipped<const BITS: usize>(v: __m512i) -> __m512i {
                $permute(lanes_hold!($type, lane => lane ^ BITS), v)
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn backwards(v: __m512i) -> __m512i {
                // SAFETY: the processor has such vectors, as here.
                unsafe { Self::flipped::<{ lanes::<$type>() - 1 }>(v) }
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn chosen(lanes: u32, a: __m512i, b: __m512i) -> __m512i {
                $blend(lanes as $mask, a, b)
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn in_turn<const IS_UPPER: bool>(a: __m512i, b: __m512i) -> __m512i {
                let first = lanes_hold!($type, lane => IS_UPPER as usize * (LANES / 2) + lane / 2 + lane % 2 * LANES);
                $choose(a, first, b)
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn load(from: *const $type, count: usize) -> __m512i {
                // SAFETY: the caller's promise.
                unsafe { $load(all_below(count) as $mask, from.cast()) }
            }
            #[inline]
            #[target_feature(enable = "avx512f,avx512bw")]
            unsafe fn store(to: *mut $type, count: usize, v: __m512i) {
                // SAFETY: the caller's promise.
                unsafe { $store(to.cast(), all_below(count) as $mask, v) };
            }
            #[target_feature(enable = $needs)]
            unsafe fn part(keys: &mut [$type], limit: $type) -> usize {
                // SAFETY: the caller's promise.
                unsafe { part(keys, limit) }
            }
        })*
    };
}

parted! {
    u16 as i16, u32, "avx512f,avx512bw,avx512vbmi2,popcnt" and "avx512vbmi2":
        _mm512_set1_epi16 _mm512_cmplt_epu16_mask _mm512_maskz_compress_epi16 _mm512_permutexvar_epi16 _mm512_mask_blend_epi16 _mm512_permutex2var_epi16 _mm512_maskz_loadu_epi16 _mm512_mask_storeu_epi16;
    u32 as i32, u16, "avx512f,avx512bw,popcnt":
        _mm512_set1_epi32 _mm512_cmplt_epu32_mask _mm512_maskz_compress_epi32 _mm512_permutexvar_epi32 _mm512_mask_blend_epi32 _mm512_permutex2var_epi32 _mm512_maskz_loadu_epi32 _mm512_mask_storeu_epi32;
    u64 as i64, u8, "avx512f,avx512bw,popcnt":
        _mm512_set1_epi64 _mm512_cmplt_epu64_mask _mm512_maskz_compress_epi64 _mm512_permutexvar_epi64 _mm512_mask_blend_epi64 _mm512_permutex2var_epi64 _mm512_maskz_loadu_epi64 _mm512_mask_storeu_epi64;
}

/// Brings the keys of some places there, lower ones in front and higher ones behind: all places, and keys are sorted. None is below the floor.
/// Where pivots divide them badly again and again, the rest is sorted as the standard library does.
///
/// # Safety
/// Such keys are parted here.
#[target_feature(enable = "avx512f,avx512bw")]
pub unsafe fn sort<K: Parted>(mut keys: &mut [K], mut places: Range<usize>, mut floor: Option<K>) {
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
            // SAFETY: they are more than are sorted in registers.
            let low = unsafe { K::part(keys, next) };
            keys = &mut keys[low..];
            places = places.start.saturating_sub(low)..places.end.saturating_sub(low);
            continue;
        }
        // SAFETY: they are more than are sorted in registers.
        let low = unsafe { K::part(keys, pivot) };
        let (lower, upper) = keys.split_at_mut(low);
        let below = places.start.min(low)..places.end.min(low);
        let above = places.start.saturating_sub(low)..places.end.saturating_sub(low);
        // The longer part is next: the shorter ones are within each other no deeper than lengths can be halved.
        if lower.len() < upper.len() {
            // SAFETY: as above.
            unsafe { sort(lower, below, floor) };
            (keys, places, floor) = (upper, above, Some(pivot));
        } else {
            // SAFETY: as above.
            unsafe { sort(upper, above, Some(pivot)) };
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

/// What [`Parted::part`] does, with the instructions of its caller.
///
/// # Safety
/// As there.
#[inline(always)]
unsafe fn part<K: Parted>(keys: &mut [K], limit: K) -> usize {
    // SAFETY: the caller's promise.
    unsafe {
        match keys.len() <= BESIDE * lanes::<K>() {
            true => part_beside(keys, limit),
            false => part_in_place(keys, limit),
        }
    }
}

/// Those that are not below the limit wait beside the others.
///
/// # Safety
/// The processor has what the keys need; there are no more than so many vectors hold.
#[inline(always)]
unsafe fn part_beside<K: Parted>(keys: &mut [K], limit: K) -> usize {
    let lanes = lanes::<K>();
    let at = keys.as_mut_ptr();
    let mut beside = MaybeUninit::<[__m512i; BESIDE + 1]>::uninit();
    let beside = beside.as_mut_ptr().cast::<K>();
    let (mut low, mut high) = (0, 0);
    // SAFETY: what is written in front has been read, since there are never more keys below the limit than were looked at; beside there is
    // room for all others, and for what is written behind the last of them.
    unsafe {
        let limits = K::all(limit);
        let whole = keys.len() - keys.len() % lanes;
        for place in (0..whole).step_by(lanes) {
            let v = _mm512_loadu_si512(at.add(place).cast());
            let below = K::below(v, limits);
            let count = below.count_ones() as usize;
            _mm512_storeu_si512(at.add(low).cast(), K::packed(below, v));
            _mm512_storeu_si512(beside.add(high).cast(), K::packed(!below, v));
            low += count;
            high += lanes - count;
        }
        let rest = keys.len() - whole;
        let v = K::load(at.add(whole), rest);
        let below = K::below(v, limits) & all_below(rest);
        let count = below.count_ones() as usize;
        K::store(at.add(low), count, K::packed(below, v));
        _mm512_storeu_si512(beside.add(high).cast(), K::packed(!below, v));
        low += count;
        high += rest - count;
        std::ptr::copy_nonoverlapping(beside, at.add(low), high);
    }
    low
}

/// The keys in front and at the end are put aside, so that there is room
/// on either side; the others are taken some vectors at a time from the side that has less of it.
///
/// # Safety
/// The processor has what the keys need; there are more than two blocks.
#[inline(always)]
unsafe fn part_in_place<K: Parted>(keys: &mut [K], limit: K) -> usize {
    let (lanes, count) = (lanes::<K>(), keys.len());
    let block = BLOCK * lanes;
    let at = keys.as_mut_ptr();
    let first = block + count % block;
    // SAFETY: there are more keys than two blocks, so that whole ones lie between those that are put aside. On either side there is room for a
    // block when one is written, since both together have room for two and the narrower side has got that of the block. In the end
    // only what belongs there is written.
    unsafe {
        let limits = K::all(limit);
        let mut aside = [_mm512_setzero_si512(); 3 * BLOCK];
        let room = aside.as_mut_ptr().cast::<K>();
        std::ptr::copy_nonoverlapping(at, room, first);
        std::ptr::copy_nonoverlapping(at.add(count - block), room.add(first), block);
        let (mut low, mut high) = (0, count);
        let (mut from, mut to) = (first, count - block);
        while from < to {
            let is_low = from - low <= high - to;
            let start = if is_low { from } else { to - block };
            from = if is_low { from + block } else { from };
            to = if is_low { to } else { start };
            let mut vectors = [_mm512_setzero_si512(); BLOCK];
            for (number, v) in vectors.iter_mut().enumerate() {
                *v = _mm512_loadu_si512(at.add(start + number * lanes).cast());
            }
            for v in vectors {
                let below = K::below(v, limits);
                let count = below.count_ones() as usize;
                _mm512_storeu_si512(at.add(low).cast(), K::packed(below, v));
                low += count;
                high -= lanes - count;
                K::store(at.add(high), lanes - count, K::packed(!below, v));
            }
        }
        for (number, v) in aside.into_iter().enumerate() {
            let there = (first + block).saturating_sub(number * lanes).min(lanes);
            let below = K::below(v, limits) & all_below(there);
            let count = below.count_ones() as usize;
            K::store(at.add(low), count, K::packed(below, v));
            low += count;
            high -= there - count;
            K::store(at.add(high), there - count, K::packed(!below, v));
        }
        low
    }
}

/// The lanes below this one.
#[inline(always)]
fn all_below(lane: usize) -> u32 {
    ((1u64 << lane) - 1) as u32
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
    // SAFETY: there are at least as many places; those behind hold the largest key.
    unsafe {
        std::ptr::copy_nonoverlapping(keys.as_ptr(), rows.as_mut_ptr().cast::<K>(), keys.len());
        from_nothing::<K>(&mut rows);
        turn::<K>(&mut rows);
        if lanes::<K>() > HELD {
            merge_halves::<K>(&mut rows);
        }
        if lanes::<K>() >= HELD {
            merge::<K, 1>(&mut rows);
        }
        merge::<K, 2>(&mut rows);
        merge::<K, 4>(&mut rows);
        merge::<K, 8>(&mut rows);
        std::ptr::copy_nonoverlapping(rows.as_ptr().cast::<K>(), keys.as_mut_ptr(), keys.len());
    }
}

/// Puts columns one after the other. Each round takes rows of both halves together, key by key: the highest bit of the row's number becomes
/// the lowest one of the lane's, and the lane's highest one the row's lowest.
///
/// # Safety
/// The processor has vectors of 512 bits.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn turn<K: Parted>(rows: &mut [__m512i; HELD]) {
    for _ in 0..HELD.ilog2() {
        let old = *rows;
        for half in 0..HELD / 2 {
            let (a, b) = (old[half], old[half + HELD / 2]);
            // SAFETY: the caller's promise.
            (rows[2 * half], rows[2 * half + 1]) = unsafe { (K::in_turn::<false>(a, b), K::in_turn::<true>(a, b)) };
        }
    }
}

/// Merges the halves of each vector.
///
/// # Safety
/// The processor has vectors of 512 bits.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn merge_halves<K: Parted>(rows: &mut [__m512i; HELD]) {
    for row in rows.iter_mut() {
        // SAFETY: the caller's promise.
        unsafe {
            let (low, high) = K::in_order(*row, K::backwards(*row));
            *row = K::chosen(const { upper(lanes::<K>() / 2) }, low, high);
        }
    }
    // SAFETY: as above.
    unsafe { exchange_within::<K, 8>(rows) };
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
        match lanes::<K>() {
            32 => exchange_within::<K, 16>(rows),
            16 => exchange_within::<K, 8>(rows),
            _ => exchange_within::<K, 4>(rows),
        }
    }
}

/// Puts lanes at distances from a power of two down in order.
///
/// # Safety
/// The processor has vectors of 512 bits.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn exchange_within<K: Parted, const DISTANCE: usize>(rows: &mut [__m512i; HELD]) {
    // SAFETY: the caller's promise.
    unsafe {
        if DISTANCE >= 16 {
            exchange_lanes::<K, 16>(rows);
        }
        if DISTANCE >= 8 {
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
const fn upper(bit: usize) -> u32 {
    let (mut lanes, mut lane) = (0, 0);
    while lane < u32::BITS {
        if lane as usize & bit != 0 {
            lanes |= 1 << lane;
        }
        lane += 1;
    }
    lanes
}
