//! What becomes of the bytes and bits of elements, whatever they stand for: bytes turned round, truths packed into bytes.
//!
//! In: arrays. Out: new arrays.

use super::blas::{Routine, run};
use super::error::Outcome;
use super::ndarray::{Array, Order};
use super::{DType, cast};

/// The same elements with the bytes of each in the other order; both parts of a complex number are elements.
pub fn byteswapped(array: &Array) -> Outcome<Array> {
    let dtype = array.dtype();
    let dense = cast::copy(array, dtype, Order::C)?;
    let word = match dtype.is_complex() {
        true => dtype.size() / 2,
        false => dtype.size(),
    };
    let mut bytes = dense.bytes().unwrap_or_default().to_vec();
    macro_rules! swap {
        ($type:ty) => {
            for word in bytes.as_chunks_mut::<{ size_of::<$type>() }>().0 {
                *word = <$type>::from_ne_bytes(*word).swap_bytes().to_ne_bytes();
            }
        };
    }
    match word {
        2 => swap!(u16),
        4 => swap!(u32),
        8 => swap!(u64),
        _ => {}
    }
    dense.set_bytes(0, &bytes);
    Ok(dense)
}

/// Eight truths as a byte, the first one lowest.
fn packed(truths: [u8; 8]) -> u8 {
    // Each factor brings one of them to a place of its own among the highest eight.
    (u64::from_le_bytes(truths).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8
}

/// The truths of each line along the last dimension, eight a byte; what is missing at its end is false. Where the lowest bit is not the
/// first, the highest is.
pub fn pack(array: &Array, lowest_first: bool) -> Outcome<Array> {
    let truths = cast::dense(array, DType::Bool)?;
    let length = truths.shape().last().copied().unwrap_or(0);
    let mut shape = truths.shape().to_vec();
    if let Some(last) = shape.last_mut() {
        *last = length.div_ceil(8);
    }
    let mut result = Array::empty(&shape, DType::U8, Order::C)?;
    let lines = truths.bytes().unwrap_or_default().chunks(length.max(1));
    let packed_lines = result.as_mut_slice::<u8>().unwrap_or_default().chunks_mut(length.div_ceil(8).max(1));
    for (line, bytes) in lines.zip(packed_lines) {
        let (eights, rest) = line.as_chunks::<8>();
        for (byte, &eight) in bytes.iter_mut().zip(eights) {
            *byte = packed(eight);
        }
        if let [.., byte] = bytes
            && !rest.is_empty()
        {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            *byte = packed(last);
        }
        if !lowest_first {
            bytes.iter_mut().for_each(|byte| *byte = byte.reverse_bits());
        }
    }
    Ok(result)
}

/// Takes bytes apart.
struct Unpacking<'a> {
    bytes: &'a [u8],
    bits: &'a mut [[u8; 8]],
    lowest_first: bool,
}

impl Routine for Unpacking<'_> {
    #[inline(always)]
    fn work(&mut self) {
        // What leaves a bit of each of eight bytes; the lowest byte comes first.
        let places: u64 = if self.lowest_first { 0x8040_2010_0804_0201 } else { 0x0102_0408_1020_4080 };
        for (bits, &byte) in self.bits.iter_mut().zip(self.bytes) {
            // A copy of the byte in each place, of which the place keeps its bit; adding 127 carries any bit to the highest.
            let apart = u64::from(byte).wrapping_mul(0x0101_0101_0101_0101) & places;
            let ones = (apart.wrapping_add(0x7F7F_7F7F_7F7F_7F7F) | apart) >> 7 & 0x0101_0101_0101_0101;
            *bits = ones.to_le_bytes();
        }
    }
}

/// The bits of each byte as 0 and 1, side by side along the last dimension.
pub fn unpack(array: &Array, lowest_first: bool) -> Outcome<Array> {
    let dense = cast::dense(array, DType::U8)?;
    let mut shape = dense.shape().to_vec();
    if let Some(last) = shape.last_mut() {
        *last = last.saturating_mul(8);
    }
    let mut result = Array::empty(&shape, DType::U8, Order::C)?;
    let bits = result.as_mut_slice::<u8>().unwrap_or_default().as_chunks_mut::<8>().0;
    run(Unpacking { bytes: dense.bytes().unwrap_or_default(), bits, lowest_first });
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::element::Bool;

    #[test]
    fn bits_are_packed_and_found_again() {
        let truths: Vec<Bool> = (0..19).map(|place| Bool::of(place * place % 7 < 3)).collect();
        let array = Array::from_slice(&truths).unwrap();
        for lowest_first in [true, false] {
            let bytes = pack(&array, lowest_first).unwrap();
            assert_eq!(bytes.size(), 3);
            let bits = unpack(&bytes, lowest_first).unwrap();
            let found: Vec<bool> = bits.as_slice::<u8>().unwrap().iter().map(|&bit| bit == 1).collect();
            let wanted: Vec<bool> = truths.iter().map(|truth| truth.get()).collect();
            assert_eq!(found[..19], wanted);
            assert_eq!(found[19..], [false; 5]);
        }
    }
}
