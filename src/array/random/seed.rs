//! numpy's `SeedSequence`: a seed of any size becomes well-mixed words.
//!
//! In: the seed's words. Out: as many words of 64 bits as a generator wants.

const POOL: usize = 4;
const SHIFT: u32 = 16;

struct Hash(u32, u32);

impl Hash {
    fn mix(&mut self, value: u32) -> u32 {
        let mut value = value ^ self.0;
        self.0 = self.0.wrapping_mul(self.1);
        value = value.wrapping_mul(self.0);
        value ^ (value >> SHIFT)
    }
}

fn join(x: u32, y: u32) -> u32 {
    let mixed = x.wrapping_mul(0xca01_f9dd).wrapping_sub(y.wrapping_mul(0x4973_f715));
    mixed ^ (mixed >> SHIFT)
}

/// Spreads a seed over words.
pub fn spread(seed: &[u32], count: usize) -> Vec<u64> {
    let mut hash = Hash(0x43b0_d7e5, 0x931e_8875);
    let mut pool: [u32; POOL] = std::array::from_fn(|place| hash.mix(seed.get(place).copied().unwrap_or(0)));
    for from in 0..POOL {
        for to in 0..POOL {
            if from != to {
                pool[to] = join(pool[to], hash.mix(pool[from]));
            }
        }
    }
    for &word in seed.iter().skip(POOL) {
        for slot in &mut pool {
            *slot = join(*slot, hash.mix(word));
        }
    }
    let mut hash = Hash(0x8b51_f9dd, 0x58f3_8ded);
    let mut halves = (0..2 * count).map(|place| hash.mix(pool[place % POOL]));
    let mut next = || u64::from(halves.next().unwrap_or(0));
    (0..count).map(|_| next() | next() << 32).collect()
}
