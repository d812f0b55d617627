//! Batcher's bitonic sort of rows side by side, a few places at a time in registers.
//!
//! In: keys of rows, those of one place one after the other. Out: the same with each row in order. Every step puts the lower key in the lower
//! place, so places behind the last need not be there: they hold the largest key.
#![allow(unsafe_code)]

use super::{Lane, lanes};
use std::arch::x86_64::*;

/// So many places are held at once.
pub const HELD: usize = 16;

/// Sorts rows of so many keys.
///
/// # Safety
/// The processor has vectors of 512 bits, and there are so many vectors' worths of keys.
#[target_feature(enable = "avx512f,avx512bw")]
pub unsafe fn sort<K: Lane>(keys: *mut K, length: usize) {
    for first in (0..length).step_by(HELD) {
        // SAFETY: the caller's promise.
        unsafe { Group::plain(keys, first, 1, length).hold(|rows| from_nothing::<K>(rows)) };
    }
    let mut half = HELD;
    while half < length {
        for block in (0..length - half).step_by(2 * half) {
            // SAFETY: as above.
            unsafe { merge(keys, length.min(block + 2 * half), block, half) };
        }
        half *= 2;
    }
}

/// Merges two sorted halves: the one against the other backwards, and then places at half the distance each time. The second half ends where
/// the keys do.
///
/// # Safety
/// The processor has vectors of 512 bits, and there are so many vectors' worths of keys.
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn merge<K: Lane>(keys: *mut K, end: usize, block: usize, half: usize) {
    let apart = 2 * half / HELD;
    for place in 0..apart {
        let last = block + 2 * half - 1 - place;
        let group = Group::of([block + place, last - (HELD / 2 - 1) * apart], keys, apart, end);
        // SAFETY: the caller's promise.
        unsafe { group.hold(|rows| joined::<K>(rows)) };
    }
    let mut distance = apart / 2;
    while distance > 0 {
        let apart = (2 * distance).div_ceil(HELD);
        for part in (block..end).step_by(HELD * apart) {
            for first in part..(part + apart).min(end) {
                let group = Group::plain(keys, first, apart, end);
                // SAFETY: as above.
                unsafe {
                    match distance / apart {
                        8 => group.hold(|rows| merged::<K, 8>(rows)),
                        4 => group.hold(|rows| merged::<K, 4>(rows)),
                        2 => group.hold(|rows| merged::<K, 2>(rows)),
                        _ => group.hold(|rows| merged::<K, 1>(rows)),
                    }
                }
            }
        }
        distance /= HELD;
    }
}

/// Places that are held at once: both halves of them are evenly apart.
struct Group {
    halves: [*mut u8; 2],
    /// Bytes from one place to the next.
    step: usize,
    /// So many are there: those behind the last hold the largest key.
    count: usize,
}

impl Group {
    /// Places of which two are the first of each half.
    #[inline(always)]
    fn of<K: Lane>(first: [usize; 2], keys: *mut K, apart: usize, end: usize) -> Group {
        let half = HELD / 2;
        let counts = first.map(|first| end.saturating_sub(first).div_ceil(apart).min(half));
        let halves = first.map(|first| keys.wrapping_add(first * lanes::<K>()).cast());
        Group { halves, step: apart * size_of::<__m512i>(), count: counts[0] + counts[1] }
    }

    /// Places that are all evenly apart.
    #[inline(always)]
    fn plain<K: Lane>(keys: *mut K, first: usize, apart: usize, end: usize) -> Group {
        Group::of([first, first + HELD / 2 * apart], keys, apart, end)
    }

    #[inline(always)]
    fn at(&self, row: usize) -> *mut __m512i {
        self.halves[row / (HELD / 2)].wrapping_add(row % (HELD / 2) * self.step).cast()
    }

    /// Does some steps.
    ///
    /// # Safety
    /// The processor has vectors of 512 bits, and there is a vector's worth of keys at as many places.
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw")]
    unsafe fn hold(&self, steps: impl Fn(&mut [__m512i; HELD])) {
        let mut rows = [_mm512_set1_epi8(-1); HELD];
        // SAFETY: there are as many places as are gone to.
        unsafe {
            if self.count == HELD {
                for (number, row) in rows.iter_mut().enumerate() {
                    *row = _mm512_loadu_si512(self.at(number));
                }
                steps(&mut rows);
                for (number, row) in rows.into_iter().enumerate() {
                    _mm512_storeu_si512(self.at(number), row);
                }
                return;
            }
            for (number, row) in rows.iter_mut().enumerate().take(self.count) {
                *row = _mm512_loadu_si512(self.at(number));
            }
            steps(&mut rows);
            for (number, row) in rows.into_iter().enumerate().take(self.count) {
                _mm512_storeu_si512(self.at(number), row);
            }
        }
    }
}

/// Sorts them: by the fewest steps that are known (Green).
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub fn from_nothing<K: Lane>(rows: &mut [__m512i; HELD]) {
    macro_rules! steps {
        ($($low:literal $high:literal),*) => { $(exchange::<K>(rows, $low, $high);)* };
    }
    apart::<K, 1>(rows);
    apart::<K, 2>(rows);
    apart::<K, 4>(rows);
    apart::<K, 8>(rows);
    steps!(5 10, 6 9, 3 12, 13 14, 4 8, 7 11, 1 2);
    steps!(1 4, 7 13, 2 8, 11 14);
    steps!(2 4, 5 6, 9 10, 11 13, 3 8, 7 12);
    steps!(6 8, 10 12, 3 5, 7 9);
    steps!(3 4, 5 6, 7 8, 9 10, 11 12);
    steps!(6 7, 8 9);
}

/// The second half against the first one backwards, and all within each half.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn joined<K: Lane>(rows: &mut [__m512i; HELD]) {
    for row in 0..HELD / 2 {
        exchange::<K>(rows, row, HELD - 1 - row);
    }
    merged::<K, 4>(rows);
}

/// Each at some distance from another, at half of that, and so on.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn merged<K: Lane, const DISTANCE: usize>(rows: &mut [__m512i; HELD]) {
    if DISTANCE >= 8 {
        apart::<K, 8>(rows);
    }
    if DISTANCE >= 4 {
        apart::<K, 4>(rows);
    }
    if DISTANCE >= 2 {
        apart::<K, 2>(rows);
    }
    apart::<K, 1>(rows);
}

/// Those at a distance from one another.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub fn apart<K: Lane, const DISTANCE: usize>(rows: &mut [__m512i; HELD]) {
    for pair in 0..HELD / 2 {
        let low = pair / DISTANCE * 2 * DISTANCE + pair % DISTANCE;
        exchange::<K>(rows, low, low + DISTANCE);
    }
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn exchange<K: Lane>(rows: &mut [__m512i; HELD], low: usize, high: usize) {
    // SAFETY: the processor has vectors of 512 bits, as here.
    (rows[low], rows[high]) = unsafe { K::in_order(rows[low], rows[high]) };
}
