//! Exponentials, logarithms and powers with vectors of 512 bits, whose tables lie in registers: the same operations as elsewhere in
//! `elementary`, and so the same bits.
//!
//! In: chunks of floats of moderate size. Out: their results.
#![allow(unsafe_code)]

use super::CHUNK;
use super::exponential::{BY_2, BY_E, LACKS, LN_2_REST, ROOTS, SIXTEENTHS};
use super::logarithm::{LOGS, LOGS_LACK, LONG_LN2, MIDDLE, SHORT_ROUND, TOP};
use std::arch::x86_64::*;
use std::f64::consts::{LN_2, LOG2_E};

/// So many floats are in a register.
const LANES: usize = 8;

/// Does to a chunk, register by register, what a function says.
macro_rules! chunks {
    ($($(#[$doc:meta])* $name:ident($($operand:ident),*) $body:block)*) => {
        $(
            $(#[$doc])*
            ///
            /// # Safety
            /// The processor has such vectors. There is a chunk in each place; that of the results is one of the others, or overlaps none.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq")]
            pub unsafe fn $name($($operand: *const f64,)* results: *mut f64) {
                for at in (0..CHUNK).step_by(LANES) {
                    // SAFETY: a register's worth of elements of the chunk.
                    $(let $operand = unsafe { _mm512_loadu_pd($operand.add(at)) };)*
                    let value = $body;
                    // SAFETY: as many results.
                    unsafe { _mm512_storeu_pd(results.add(at), value) };
                }
            }
        )*
    };
}

chunks! {
    /// `e ** x`
    exp(x) {
        let shift = _mm512_set1_pd(SIXTEENTHS);
        let shifted = _mm512_fmadd_round_pd::<DOWN>(x, _mm512_set1_pd(LOG2_E), shift);
        let n = _mm512_sub_pd(shifted, shift);
        let r = _mm512_fnmadd_pd(n, _mm512_set1_pd(LN_2), x);
        let r = _mm512_fnmadd_pd(n, _mm512_set1_pd(LN_2_REST), r);
        raised(_mm512_castpd_si512(shifted), r, &BY_E)
    }
    /// `2 ** (x + low)`
    two_to(x, low) {
        let shift = _mm512_set1_pd(SIXTEENTHS);
        let shifted = _mm512_add_round_pd::<DOWN>(x, shift);
        let r = _mm512_add_pd(_mm512_sub_pd(x, _mm512_sub_pd(shifted, shift)), low);
        raised(_mm512_castpd_si512(shifted), r, &BY_2)
    }
    /// `2 ** x`
    exp2(x) {
        let shift = _mm512_set1_pd(SIXTEENTHS);
        let shifted = _mm512_add_round_pd::<DOWN>(x, shift);
        let r = _mm512_sub_pd(x, _mm512_sub_pd(shifted, shift));
        raised(_mm512_castpd_si512(shifted), r, &BY_2)
    }
    /// The natural logarithm.
    log(x) {
        let one = _mm512_set1_pd(1.0);
        let m = _mm512_getmant_pd::<_MM_MANT_NORM_1_2, _MM_MANT_SIGN_SRC>(x);
        let round = _mm256_set1_ps(SHORT_ROUND);
        let shifted = _mm256_add_ps(_mm256_div_ps(_mm256_set1_ps(1.0), _mm512_cvtpd_ps(m)), round);
        let places = _mm512_cvtepu32_epi64(_mm256_castps_si256(shifted));
        let r = _mm512_fmsub_pd(_mm512_cvtps_pd(_mm256_sub_ps(shifted, round)), m, one);
        let is_low = _mm256_cmp_ps_mask::<_CMP_LT_OQ>(shifted, _mm256_set1_ps(SHORT_ROUND + 0.75));
        let k = _mm512_getexp_pd(x);
        let k = _mm512_mask_add_pd(k, is_low, k, one);
        let high = _mm512_fmadd_pd(k, _mm512_set1_pd(LONG_LN2.0), look_up(&LOGS, places));
        let square = _mm512_mul_pd(r, r);
        let top = _mm512_fmadd_pd(pair(r, TOP[0]), square, pair(r, TOP[1]));
        let middle = _mm512_fmadd_pd(pair(r, MIDDLE[0]), square, pair(r, MIDDLE[1]));
        let series = _mm512_fmadd_pd(top, _mm512_mul_pd(square, square), middle);
        let sum = _mm512_add_pd(high, r);
        let lost = _mm512_sub_pd(r, _mm512_sub_pd(sum, high));
        let low = _mm512_fmadd_pd(k, _mm512_set1_pd(LONG_LN2.1), look_up(&LOGS_LACK, places));
        _mm512_add_pd(sum, _mm512_add_pd(_mm512_fmadd_pd(series, square, lost), low))
    }
}

/// Down, since all sums that are rounded so are positive.
const DOWN: i32 = _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC;

/// `a * x + b`
#[target_feature(enable = "avx512f")]
fn pair(x: __m512d, [a, b]: [f64; 2]) -> __m512d {
    _mm512_fmadd_pd(x, _mm512_set1_pd(a), _mm512_set1_pd(b))
}

/// The numbers at places of a table, which the lowest four bits tell.
#[target_feature(enable = "avx512f")]
fn look_up(table: &[f64; 16], places: __m512i) -> __m512d {
    // SAFETY: the table has two registers' worth of numbers.
    let [low, high] = [0, LANES].map(|at| unsafe { _mm512_loadu_pd(table.as_ptr().add(at)) });
    _mm512_permutex2var_pd(low, places, high)
}

/// As in `exponential`.
#[target_feature(enable = "avx512f")]
fn raised(sixteenths: __m512i, r: __m512d, terms: &[[f64; 2]; 3]) -> __m512d {
    let square = _mm512_mul_pd(r, r);
    let series = _mm512_fmadd_pd(pair(r, terms[0]), square, pair(r, terms[1]));
    let series = _mm512_fmadd_pd(series, square, pair(r, terms[2]));
    let root = look_up(&ROOTS, sixteenths);
    let rest = _mm512_fmadd_pd(r, series, look_up(&LACKS, sixteenths));
    let exponent = _mm512_add_epi64(_mm512_srli_epi64::<4>(sixteenths), _mm512_set1_epi64(1023));
    let scale = _mm512_castsi512_pd(_mm512_slli_epi64::<52>(exponent));
    _mm512_mul_pd(scale, _mm512_fmadd_pd(rest, root, root))
}
