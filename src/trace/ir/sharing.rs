//! Which computations are equal: the same operation on the same operands, and, where it reads memory that can change, on the same state of
//! that. What the builder of a unit and the pass that shares have in common.

use super::*;
use crate::trace::helper::Effect;

/// What makes two computations equal: the operation without its exit, the operands, and the version of the memory read.
pub type Sameness = (Op, Vals, u32);

/// One version number for each region of memory; a write to the region gives it a new one.
#[derive(Clone, Copy)]
pub struct Versions {
    of: [u32; MemRegion::ALL.len()],
}

impl Default for Versions {
    /// Nothing is written yet.
    fn default() -> Versions {
        Versions { of: [0; MemRegion::ALL.len()] }
    }
}

impl Versions {
    /// What is written has this version from now on, which nothing had before.
    pub fn renew(&mut self, written: RegionSet, version: u32) {
        for &region in MemRegion::ALL {
            if written.has(region) {
                self.of[region as usize] = version;
            }
        }
    }

    /// What makes a computation equal to others; none if it cannot be shared.
    pub fn sameness(&self, op: Op, args: &[Val]) -> Option<Sameness> {
        let mut args = Vals::from_slice(args);
        let mut version = 0;
        // That the first of two equal checked operations came through means that the second one does.
        let op = match op {
            Op::Load(access) | Op::LoadElement(access) => {
                version = self.of[access.region as usize];
                op
            }
            Op::IntChecked(op, _) => Op::IntChecked(op, ExitId(0)),
            Op::FloatToInt(_) => Op::FloatToInt(ExitId(0)),
            Op::Call(helper, _) if helper.get().effect == Effect::Pure => Op::Call(helper, None),
            _ if op.is_pure() => op,
            _ => return None,
        };
        let commutes = match op {
            Op::Int(op) => op.is_commutative(),
            Op::IntChecked(op, _) => matches!(op, IntChecked::Add | IntChecked::Mul),
            Op::Float(op) => matches!(op, FloatBinary::Add | FloatBinary::Mul),
            Op::IntCompare(compare) | Op::FloatCompare(compare) => {
                matches!(compare, Compare::Eq | Compare::Ne)
            }
            Op::Bool(_) => true,
            _ => false,
        };
        if commutes && args[0] > args[1] {
            args.swap(0, 1);
        }
        Some((op, args, version))
    }
}
