//! Random numbers as CPython makes them: the Mersenne Twister, and the distributions over it.
//!
//! In: a seed, or a state. Out: the same stream of words, floats and integers, bit for bit. The state lies flat, so that
//! compiled code may draw numbers by itself.

pub mod distribution;

use super::{IBig, Integer};
use dashu_int::UBig;

/// How many words the state has.
pub const WORDS: usize = 624;
const SHIFTED: usize = 397;

/// The generator MT19937.
#[derive(Clone)]
#[repr(C)]
pub struct Twister {
    state: [u32; WORDS],
    /// The next word to give; `WORDS` when the state is used up.
    place: u32,
}

/// What one step of a float multiplies with.
const UNIT: f64 = 1.0 / 9_007_199_254_740_992.0;

impl Twister {
    /// Where the state lies.
    pub const STATE_OFFSET: usize = std::mem::offset_of!(Twister, state);
    /// Where the place of the next word lies.
    pub const PLACE_OFFSET: usize = std::mem::offset_of!(Twister, place);

    /// A generator that was never seeded. It gives zeros.
    pub const fn unseeded() -> Twister {
        Twister { state: [0; WORDS], place: WORDS as u32 }
    }

    /// Seeds with one word.
    pub fn seed_word(&mut self, seed: u32) {
        let mut word = seed;
        self.state[0] = word;
        for (place, slot) in self.state.iter_mut().enumerate().skip(1) {
            word = 1_812_433_253u32.wrapping_mul(word ^ (word >> 30)).wrapping_add(place as u32);
            *slot = word;
        }
        self.place = WORDS as u32;
    }

    /// Seeds with words; there must be one at least.
    pub fn seed_words(&mut self, key: &[u32]) {
        self.seed_word(19_650_218);
        let state = &mut self.state;
        let (mut i, mut j) = (1, 0);
        for _ in 0..WORDS.max(key.len()) {
            let mixed = (state[i - 1] ^ (state[i - 1] >> 30)).wrapping_mul(1_664_525);
            state[i] = (state[i] ^ mixed).wrapping_add(key[j]).wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= WORDS {
                state[0] = state[WORDS - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 1..WORDS {
            let mixed = (state[i - 1] ^ (state[i - 1] >> 30)).wrapping_mul(1_566_083_941);
            state[i] = (state[i] ^ mixed).wrapping_sub(i as u32);
            i += 1;
            if i >= WORDS {
                state[0] = state[WORDS - 1];
                i = 1;
            }
        }
        state[0] = 0x8000_0000;
    }

    /// Seeds with the magnitude of an integer.
    pub fn seed_integer(&mut self, seed: &IBig) {
        let magnitude: UBig = seed.clone().into_parts().1;
        let bytes = magnitude.to_le_bytes();
        let mut key: Vec<u32> = bytes
            .chunks(4)
            .map(|chunk| {
                let mut word = [0; 4];
                word[..chunk.len()].copy_from_slice(chunk);
                u32::from_le_bytes(word)
            })
            .collect();
        if key.is_empty() {
            key.push(0);
        }
        self.seed_words(&key);
    }

    /// The state and the place in it.
    pub fn state(&self) -> (&[u32; WORDS], u32) {
        (&self.state, self.place)
    }

    /// Sets the state; the place is at most `WORDS`.
    pub fn set_state(&mut self, state: [u32; WORDS], place: u32) {
        self.state = state;
        self.place = place.min(WORDS as u32);
    }

    #[cold]
    fn refill(&mut self) {
        let twist = |upper: u32, lower: u32, other: u32| {
            let mixed = (upper & 0x8000_0000) | (lower & 0x7fff_ffff);
            other ^ (mixed >> 1) ^ if lower & 1 == 1 { 0x9908_b0df } else { 0 }
        };
        let state = &mut self.state;
        for k in 0..WORDS - SHIFTED {
            state[k] = twist(state[k], state[k + 1], state[k + SHIFTED]);
        }
        for k in WORDS - SHIFTED..WORDS - 1 {
            state[k] = twist(state[k], state[k + 1], state[k + SHIFTED - WORDS]);
        }
        state[WORDS - 1] = twist(state[WORDS - 1], state[0], state[SHIFTED - 1]);
        self.place = 0;
    }

    /// The next word.
    #[inline]
    pub fn next_word(&mut self) -> u32 {
        if self.place as usize >= WORDS {
            self.refill();
        }
        let mut word = self.state[self.place as usize];
        self.place += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// The next float from 0 to 1, without 1: `random()`.
    #[inline]
    pub fn next_f64(&mut self) -> f64 {
        let (high, low) = (self.next_word() >> 5, self.next_word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) * UNIT
    }

    /// So many random bits, at most 64.
    #[inline]
    pub fn next_bits(&mut self, count: u32) -> u64 {
        match count {
            0 => 0,
            1..=32 => u64::from(self.next_word() >> (32 - count)),
            _ => u64::from(self.next_word()) | u64::from(self.next_word() >> (64 - count.min(64))) << 32,
        }
    }

    /// So many random bits, as an integer of any size.
    pub fn next_integer(&mut self, count: u64) -> Integer {
        if count <= 63 {
            return Integer::Small(self.next_bits(count as u32) as i64);
        }
        let mut bytes = Vec::with_capacity(count.div_ceil(8) as usize);
        let mut left = count;
        while left > 0 {
            let word = self.next_word();
            let word = if left < 32 { word >> (32 - left) } else { word };
            bytes.extend(word.to_le_bytes());
            left = left.saturating_sub(32);
        }
        Integer::from(IBig::from(UBig::from_le_bytes(&bytes)))
    }

    /// A random integer from 0 to below a bound that is not zero.
    #[inline]
    pub fn below(&mut self, bound: u64) -> u64 {
        let bits = 64 - bound.leading_zeros();
        loop {
            let drawn = self.next_bits(bits);
            if drawn < bound {
                return drawn;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_that_of_the_reference_implementation() {
        let mut twister = Twister::unseeded();
        twister.seed_words(&[0x123, 0x234, 0x345, 0x456]);
        let words: Vec<u32> = (0..4).map(|_| twister.next_word()).collect();
        assert_eq!(words, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783]);
    }

    #[test]
    fn floats_and_integers_are_those_of_cpython() {
        let mut twister = Twister::unseeded();
        twister.seed_integer(&IBig::from(42));
        assert_eq!(twister.next_f64(), 0.639_426_798_457_883_7);
        assert_eq!(twister.next_f64(), 0.025_010_755_222_666_936);
        assert!((0..1000).all(|_| twister.below(7) < 7));
        assert_eq!(twister.next_integer(0), Integer::Small(0));
        assert!(matches!(twister.next_integer(200), Integer::Big(_)));
    }
}
