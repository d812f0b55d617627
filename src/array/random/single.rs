//! Normal and exponential numbers of single precision: streams of their own, from half a word each.
//!
//! In: a generator. Out: floats of 32 bits. The layers are those of double precision with fewer bits: 23 instead of 52 or 53.

use super::Generator;
use super::ziggurat::{EXPONENTIAL, NORMAL, Ziggurat};
use crate::array::libm::log1pf;
use crate::number::libm;

/// The layer of exponential numbers whose width numpy's table has rounded up.
const ROUNDED_UP: usize = 226;

/// A layer in single precision, `shift` bits shorter: its safe part, its width.
fn layer(table: &Ziggurat, layer: usize, shift: u32) -> (u32, f32) {
    let width = f64::from_bits(table.width[layer]) * (1u64 << shift) as f64;
    ((table.safe[layer] >> shift) as u32, width as f32)
}

impl Generator {
    /// The height at which a number of a layer is tried.
    fn height(&mut self, table: &Ziggurat, layer: usize) -> f32 {
        let [upper, lower] = [layer - 1, layer].map(|layer| f64::from_bits(table.density[layer]) as f32);
        (upper - lower) * self.single() + lower
    }

    fn log_of_rest(&mut self) -> f32 {
        log1pf(-self.single())
    }

    /// A normal number of single precision.
    pub fn single_normal(&mut self) -> f32 {
        const EDGE: f32 = 3.654_153;
        const INVERSE_EDGE: f32 = 0.273_661_23;
        loop {
            let word = self.half();
            let place = (word & 0xff) as usize;
            let whole = (word >> 9) & 0x007f_ffff;
            let (safe, width) = layer(&NORMAL, place, 29);
            let magnitude = whole as f32 * width;
            let x = if (word >> 8) & 1 == 1 { -magnitude } else { magnitude };
            if whole < safe {
                return x;
            }
            if place == 0 {
                loop {
                    let beyond = -INVERSE_EDGE * self.log_of_rest();
                    let height = -self.log_of_rest();
                    if height + height > beyond * beyond {
                        return if (whole >> 8) & 1 == 1 { -(EDGE + beyond) } else { EDGE + beyond };
                    }
                }
            }
            let wide = f64::from(x);
            if f64::from(self.height(&NORMAL, place)) < libm::exp(-0.5 * wide * wide) {
                return x;
            }
        }
    }

    /// An exponential number of single precision.
    pub fn single_exponential(&mut self) -> f32 {
        const EDGE: f32 = 7.697_117_3;
        loop {
            let word = self.half() >> 1;
            let place = (word & 0xff) as usize;
            let whole = word >> 8;
            let (safe, width) = layer(&EXPONENTIAL, place, 30);
            let x = whole as f32 * if place == ROUNDED_UP { width.next_up() } else { width };
            if whole < safe {
                return x;
            }
            if place == 0 {
                return EDGE - self.log_of_rest();
            }
            if self.height(&EXPONENTIAL, place) < libm::exp(-f64::from(x)) as f32 {
                return x;
            }
        }
    }
}
