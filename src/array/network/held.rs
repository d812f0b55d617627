//! Batcher's bitonic sort of rows side by side, a few places at a time in registers.
//!
//! In: keys of rows, those of one place one after the other. Out: the same with each row in order. Every step puts the lower key in the lower
//! place, so places behind the last need not be there: they hold the largest key.
#![allow(unsafe_code)]

use super::{Lane, lanes};
use std::arch::x86_64::*;

/// So many places are held at once.
const HELD: usize = 16;

/// Sorts rows of so many keys.
///
/// # Safety
/// The processor has vectors of 512 bits, and there are so many vectors' worths of keys.
#[target_feature(enable = "avx512f,avx512bw")]
pub unsafe fn sort<K: Lane>(keys: *mut K, length: usize) {
    for first in (0..length).step_by(HELD) {
        // SAFETY: the caller's promise.
        unsafe { hold(keys, length, |row| first + row, |rows| from_nothing::<K>(rows)) };
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
        let of_row = |row: usize| match row < HELD / 2 {
            true => block + place + row * apart,
            false => block + 2 * half - 1 - place - (HELD - 1 - row) * apart,
        };
        // SAFETY: the caller's promise, here and below.
        unsafe { hold(keys, end, of_row, |rows| joined::<K>(rows)) };
    }
    let mut distance = apart / 2;
    while distance > 0 {
        let apart = (2 * distance).div_ceil(HELD);
        for part in (block..end).step_by(HELD * apart) {
            for first in part..(part + apart).min(end) {
                let of_row = |row: usize| first + row * apart;
                match distance / apart {
                    8 => unsafe { hold(keys, end, of_row, |rows| merged::<K, 8>(rows)) },
                    4 => unsafe { hold(keys, end, of_row, |rows| merged::<K, 4>(rows)) },
                    2 => unsafe { hold(keys, end, of_row, |rows| merged::<K, 2>(rows)) },
                    _ => unsafe { hold(keys, end, of_row, |rows| merged::<K, 1>(rows)) },
                }
            }
        }
        distance /= HELD;
    }
}

/// Does some steps with a few places.
///
/// # Safety
/// The processor has vectors of 512 bits, and there are so many vectors' worths of keys.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn hold<K: Lane>(
    keys: *mut K,
    length: usize,
    place: impl Fn(usize) -> usize,
    steps: impl Fn(&mut [__m512i; HELD]),
) {
    let at = |row| keys.wrapping_add(place(row) * lanes::<K>()).cast::<__m512i>();
    let mut rows = [_mm512_set1_epi8(-1); HELD];
    // The last place is the last of all of them.
    if place(HELD - 1) < length {
        for row in 0..HELD {
            // SAFETY: there is such a place.
            rows[row] = unsafe { _mm512_loadu_si512(at(row)) };
        }
        steps(&mut rows);
        for row in 0..HELD {
            // SAFETY: as above.
            unsafe { _mm512_storeu_si512(at(row), rows[row]) };
        }
        return;
    }
    for row in 0..HELD {
        if place(row) < length {
            // SAFETY: as above.
            rows[row] = unsafe { _mm512_loadu_si512(at(row)) };
        }
    }
    steps(&mut rows);
    for row in 0..HELD {
        if place(row) < length {
            // SAFETY: as above.
            unsafe { _mm512_storeu_si512(at(row), rows[row]) };
        }
    }
}

/// Sorts them.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn from_nothing<K: Lane>(rows: &mut [__m512i; HELD]) {
    backwards::<K, 1>(rows);
    backwards::<K, 2>(rows);
    merged::<K, 1>(rows);
    backwards::<K, 4>(rows);
    merged::<K, 2>(rows);
    joined::<K>(rows);
}

/// The second half against the first one backwards, and all within each half.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn joined<K: Lane>(rows: &mut [__m512i; HELD]) {
    backwards::<K, 8>(rows);
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

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn apart<K: Lane, const DISTANCE: usize>(rows: &mut [__m512i; HELD]) {
    for pair in 0..HELD / 2 {
        let low = pair / DISTANCE * 2 * DISTANCE + pair % DISTANCE;
        exchange::<K>(rows, low, low + DISTANCE);
    }
}

/// The places of each part against those of the next one backwards.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn backwards<K: Lane, const PART: usize>(rows: &mut [__m512i; HELD]) {
    for pair in 0..HELD / 2 {
        let (block, place) = (pair / PART * 2 * PART, pair % PART);
        exchange::<K>(rows, block + place, block + 2 * PART - 1 - place);
    }
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn exchange<K: Lane>(rows: &mut [__m512i; HELD], low: usize, high: usize) {
    // SAFETY: the processor has vectors of 512 bits, as here.
    (rows[low], rows[high]) = unsafe { K::in_order(rows[low], rows[high]) };
}
