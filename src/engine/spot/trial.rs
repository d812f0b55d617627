//! Whether a function's unit is faster than the interpreter: calls are made the one way and the other, and timed.
//!
//! In: how long calls took, entering and leaving included. Out: a verdict, once there are enough of them.

use std::cell::{Cell, RefCell};
use std::time::Duration;

/// Calls of each way.
const CALLS: usize = 24;

/// Of these, the longest are left out: something else got in between.
const LEFT_OUT: usize = 2;

/// Calls of each way after which a unit that is twice as fast need not show more.
const CLEAR: usize = 3;

/// What a unit was found to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// Faster than the interpreter, or not much slower.
    Pays,
    /// Slower.
    Loses,
}

/// How a call is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    Native,
    Interpreted,
}

/// Calls of one unit that are timed.
#[derive(Default)]
pub(super) struct Trial {
    /// How often it was wanted: the more often it has come out well, the less often it is held.
    wanted: Cell<u32>,
    is_on: Cell<bool>,
    /// A call is being timed: those inside it are not.
    is_timing: Cell<bool>,
    native: RefCell<Vec<Duration>>,
    interpreted: RefCell<Vec<Duration>>,
}

impl Trial {
    /// Times the calls that come now, if that was not done too often.
    pub fn want(&self) {
        self.wanted.set(self.wanted.get() + 1);
        if self.wanted.get().is_power_of_two() {
            self.is_on.set(true);
        }
    }

    /// How the next call is to be made and timed.
    pub fn next(&self) -> Option<Way> {
        if !self.is_on.get() || self.is_timing.replace(true) {
            return None;
        }
        let native = self.native.borrow().len() <= self.interpreted.borrow().len();
        Some(if native { Way::Native } else { Way::Interpreted })
    }

    /// The call that was timed has ended; it does not count if there is no time.
    pub fn note(&self, way: Way, time: Option<Duration>) -> Option<Verdict> {
        self.is_timing.set(false);
        let (mut native, mut interpreted) = (self.native.borrow_mut(), self.interpreted.borrow_mut());
        let times = if way == Way::Native { &mut native } else { &mut interpreted };
        times.extend(time);
        let calls = interpreted.len();
        if native.len() != calls || calls != CLEAR && calls != CALLS {
            return None;
        }
        let (fast, slow) = (usual(&mut native), usual(&mut interpreted));
        let verdict = match calls {
            CLEAR if fast * 2 < slow => Verdict::Pays,
            CLEAR => return None,
            // What is within a twentieth may be chance.
            _ if fast * 20 > slow * 21 => Verdict::Loses,
            _ => Verdict::Pays,
        };
        native.clear();
        interpreted.clear();
        self.is_on.set(false);
        Some(verdict)
    }
}

/// How long so many calls usually take.
fn usual(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[..times.len().saturating_sub(LEFT_OUT).max(1)].iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(native: u64, interpreted: u64) -> (Option<Verdict>, usize) {
        let trial = Trial::default();
        assert_eq!(trial.next(), None);
        trial.want();
        for call in 0..1000 {
            let way = trial.next().expect("it is on");
            assert_eq!(trial.next(), None, "calls inside are not timed");
            let time = if call % 17 == 7 {
                1_000_000
            } else if way == Way::Native {
                native
            } else {
                interpreted
            };
            if let Some(verdict) = trial.note(way, Some(Duration::from_nanos(time))) {
                assert_eq!(trial.next(), None);
                return (Some(verdict), call);
            }
        }
        (None, 1000)
    }

    #[test]
    fn what_is_slower_loses() {
        assert_eq!(verdict(300, 200), (Some(Verdict::Loses), 2 * CALLS - 1));
        assert_eq!(verdict(200, 300), (Some(Verdict::Pays), 2 * CALLS - 1));
        assert_eq!(verdict(200, 199), (Some(Verdict::Pays), 2 * CALLS - 1));
    }

    #[test]
    fn what_is_much_faster_is_known_soon() {
        assert_eq!(verdict(100, 300), (Some(Verdict::Pays), 2 * CLEAR - 1));
    }
}
