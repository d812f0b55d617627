//! Values that stand for other values while a pass walks a unit.
//!
//! A pass that walks in order of dominance replaces the operands of each instruction as it meets it, and exits once at the end:
//! an exit sees only values whose definitions were met before.

use crate::trace::ir::{InstId, Unit, Val};

/// What each value is to be replaced by.
pub struct Renames {
    to: Vec<Val>,
    changed: bool,
}

impl Renames {
    /// No value is replaced.
    pub fn new(unit: &Unit) -> Renames {
        Renames { to: (0..unit.values.len() as u32).map(Val).collect(), changed: false }
    }

    /// What to use for a value. (Values made since stand for themselves.)
    pub fn get(&self, val: Val) -> Val {
        self.to.get(val.index()).copied().unwrap_or(val)
    }

    /// From now on uses `to` for `from`.
    pub fn set(&mut self, from: Val, to: Val) {
        let to = self.get(to);
        if from.index() >= self.to.len() {
            self.to.extend((self.to.len() as u32..=from.0).map(Val));
        }
        self.to[from.index()] = to;
        self.changed = true;
    }

    /// From now on uses a value for itself again.
    pub fn restore(&mut self, val: Val) {
        self.to[val.index()] = val;
    }

    /// What to use for a value in the end: follows values that were replaced after they had replaced others.
    pub fn last(&self, mut val: Val) -> Val {
        while self.get(val) != val {
            val = self.get(val);
        }
        val
    }

    /// Replaces the operands of an instruction.
    pub fn apply(&self, unit: &mut Unit, inst: InstId) {
        if self.changed {
            for arg in &mut unit.inst_mut(inst).args {
                *arg = self.get(*arg);
            }
        }
    }

    /// Replaces the values of all exits.
    pub fn apply_to_exits(&self, unit: &mut Unit) {
        if self.changed {
            for exit in &mut unit.exits {
                exit.each_value_mut(|val| *val = self.last(*val));
            }
        }
    }
}
