//! Random numbers as numpy makes them: PCG64 seeded through `SeedSequence`, and the Mersenne Twister of old.
//!
//! In: seeds. Out: the same streams of words, floats, integers and normal numbers, bit for bit.

mod distributions;
mod rare;
mod seed;
mod single;
mod ziggurat;

pub use distributions::{DISTRIBUTIONS, Distribution};
pub use seed::spread;

use crate::number::libm;
use crate::number::random::Twister;
use ziggurat::{EXPONENTIAL, NORMAL};

/// The generator PCG64: a linear step of 128 bits, of which 64 are given.
#[derive(Clone, Debug)]
pub struct Pcg {
    state: u128,
    increment: u128,
}

impl Pcg {
    const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;

    /// A generator seeded with four words.
    pub fn new(words: [u64; 4]) -> Pcg {
        let join = |high: u64, low: u64| u128::from(high) << 64 | u128::from(low);
        let mut generator = Pcg { state: 0, increment: join(words[2], words[3]) << 1 | 1 };
        generator.step();
        generator.state = generator.state.wrapping_add(join(words[0], words[1]));
        generator.step();
        generator
    }

    /// A generator that stands where another one stood.
    pub fn at([state, increment]: [u128; 2]) -> Pcg {
        Pcg { state, increment }
    }

    /// Where it stands, and what it adds in each step.
    pub fn place(&self) -> [u128; 2] {
        [self.state, self.increment]
    }

    fn step(&mut self) {
        self.state = self.state.wrapping_mul(Pcg::MULTIPLIER).wrapping_add(self.increment);
    }

    /// The float that a word stands for.
    #[inline(always)]
    fn float(word: u64) -> f64 {
        (word >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    #[inline(always)]
    fn next(&mut self) -> u64 {
        self.step();
        let folded = (self.state >> 64) as u64 ^ self.state as u64;
        folded.rotate_right((self.state >> 122) as u32)
    }
}

/// A source of random bits.
#[derive(Clone)]
pub enum Bits {
    /// PCG64, with the half of a word that is left over.
    Pcg(Pcg, Option<u32>),
    /// MT19937.
    Twister(Box<Twister>),
}

/// A generator, with the normal number that the old way of drawing them leaves over.
#[derive(Clone)]
pub struct Generator {
    /// Where bits come from.
    pub bits: Bits,
    /// A normal number to give next.
    pub spare: Option<f64>,
}

impl Generator {
    /// A generator over a source of bits.
    pub fn new(bits: Bits) -> Generator {
        Generator { bits, spare: None }
    }

    /// 64 bits.
    #[inline]
    pub fn word(&mut self) -> u64 {
        match &mut self.bits {
            Bits::Pcg(pcg, _) => pcg.next(),
            Bits::Twister(twister) => u64::from(twister.next_word()) << 32 | u64::from(twister.next_word()),
        }
    }

    /// 32 bits.
    #[inline]
    pub fn half(&mut self) -> u32 {
        match &mut self.bits {
            Bits::Pcg(pcg, left) => match left.take() {
                Some(half) => half,
                None => {
                    let word = pcg.next();
                    *left = Some((word >> 32) as u32);
                    word as u32
                }
            },
            Bits::Twister(twister) => twister.next_word(),
        }
    }

    /// A float from 0 to below 1.
    #[inline]
    pub fn float(&mut self) -> f64 {
        match &mut self.bits {
            Bits::Pcg(pcg, _) => Pcg::float(pcg.next()),
            Bits::Twister(twister) => twister.next_f64(),
        }
    }

    /// Many such floats.
    pub fn floats(&mut self, row: &mut [f64]) {
        match &mut self.bits {
            Bits::Pcg(pcg, _) => row.iter_mut().for_each(|item| *item = Pcg::float(pcg.next())),
            Bits::Twister(twister) => row.iter_mut().for_each(|item| *item = twister.next_f64()),
        }
    }

    /// A float of 32 bits from 0 to below 1.
    pub fn single(&mut self) -> f32 {
        (self.half() >> 8) as f32 * (1.0 / 16_777_216.0)
    }

    /// A whole number from 0 to `most`, by multiplying: without a bias, and seldom more than one draw.
    pub fn up_to(&mut self, most: u64) -> u64 {
        if most == 0 {
            return 0;
        }
        if let Ok(most) = u32::try_from(most) {
            if most == u32::MAX {
                return u64::from(self.half());
            }
            let count = u64::from(most) + 1;
            let mut product = u64::from(self.half()) * count;
            if (product as u32 as u64) < count {
                let threshold = u64::from(u32::MAX - most) % count;
                while u64::from(product as u32) < threshold {
                    product = u64::from(self.half()) * count;
                }
            }
            return product >> 32;
        }
        if most == u64::MAX {
            return self.word();
        }
        let count = u128::from(most) + 1;
        let mut product = u128::from(self.word()) * count;
        if u128::from(product as u64) < count {
            let threshold = u128::from(u64::MAX - most) % count;
            while u128::from(product as u64) < threshold {
                product = u128::from(self.word()) * count;
            }
        }
        (product >> 64) as u64
    }

    /// The same by drawing until a number fits, as the old functions do.
    pub fn masked_up_to(&mut self, most: u64) -> u64 {
        if most == 0 {
            return 0;
        }
        let mask = u64::MAX >> most.leading_zeros();
        loop {
            let drawn = if most <= u64::from(u32::MAX) { u64::from(self.half()) } else { self.word() } & mask;
            if drawn <= most {
                return drawn;
            }
        }
    }

    /// Small whole numbers from 0 to `most`, several of which share a word; `bits` is 8 or 16.
    pub fn small_up_to(&mut self, mosts: impl Iterator<Item = u64>, bits: u32, masked: bool) -> Vec<u64> {
        let (mut word, mut left) = (0u32, 0u32);
        let top = (1u64 << bits) - 1;
        let mut next = |generator: &mut Generator| {
            if left == 0 {
                word = generator.half();
                left = 32 / bits;
            } else {
                word >>= bits;
            }
            left -= 1;
            u64::from(word) & top
        };
        let mut draw = |generator: &mut Generator, most: u64| {
            if most == 0 {
                return 0;
            }
            if most == top {
                return next(generator);
            }
            let range = most + 1;
            if masked {
                let mask = u64::MAX >> most.leading_zeros();
                loop {
                    let drawn = next(generator) & mask;
                    if drawn <= most {
                        return drawn;
                    }
                }
            }
            let mut product = next(generator) * range;
            if product & top < range {
                let threshold = (top - most) % range;
                while product & top < threshold {
                    product = next(generator) * range;
                }
            }
            product >> bits
        };
        mosts.map(|most| draw(self, most)).collect()
    }

    /// A normal number, from the layers of a ziggurat.
    pub fn normal(&mut self) -> f64 {
        const EDGE: f64 = 3.654_152_885_361_009;
        const INVERSE_EDGE: f64 = 0.273_661_237_329_758_3;
        loop {
            let word = self.word();
            let layer = (word & 0xff) as usize;
            let negative = (word >> 8) & 1 == 1;
            let whole = (word >> 9) & 0x000f_ffff_ffff_ffff;
            let magnitude = whole as f64 * f64::from_bits(NORMAL.width[layer]);
            let x = if negative { -magnitude } else { magnitude };
            if whole < NORMAL.safe[layer] {
                return x;
            }
            if layer == 0 {
                loop {
                    let beyond = -INVERSE_EDGE * libm::log1p(-self.float());
                    let height = -libm::log1p(-self.float());
                    if height + height > beyond * beyond {
                        return if (whole >> 8) & 1 == 1 { -(EDGE + beyond) } else { EDGE + beyond };
                    }
                }
            }
            let (upper, lower) = (f64::from_bits(NORMAL.density[layer - 1]), f64::from_bits(NORMAL.density[layer]));
            if (upper - lower) * self.float() + lower < libm::exp(-0.5 * x * x) {
                return x;
            }
        }
    }

    /// A normal number, from a point in the unit circle; the second one that it gives is kept.
    pub fn polar_normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let x = 2.0 * self.float() - 1.0;
            let y = 2.0 * self.float() - 1.0;
            let square = x * x + y * y;
            if square < 1.0 && square != 0.0 {
                let scale = (-2.0 * libm::log(square) / square).sqrt();
                self.spare = Some(scale * x);
                return scale * y;
            }
        }
    }

    /// An exponential number, from the layers of a ziggurat.
    pub fn exponential(&mut self) -> f64 {
        const EDGE: f64 = 7.697_117_470_131_05;
        loop {
            let word = self.word() >> 3;
            let layer = (word & 0xff) as usize;
            let whole = word >> 8;
            let x = whole as f64 * f64::from_bits(EXPONENTIAL.width[layer]);
            if whole < EXPONENTIAL.safe[layer] {
                return x;
            }
            if layer == 0 {
                return EDGE - libm::log1p(-self.float());
            }
            let (upper, lower) =
                (f64::from_bits(EXPONENTIAL.density[layer - 1]), f64::from_bits(EXPONENTIAL.density[layer]));
            if (upper - lower) * self.float() + lower < libm::exp(-x) {
                return x;
            }
        }
    }
}
