//! The passes over the IR.
//!
//! Comes in: a unit as built. Goes out: one that does the same, faster. Each pass is a file with one function on a [`Unit`], knows
//! nothing of the others, keeps the unit well formed, and is tested text to text. What passes may move past what is said in [`ir`](super::ir).

mod copy;
mod counted;
mod cse;
mod dce;
mod fold;
mod hoist;
mod lanes;
mod ranges;
mod renames;
mod signals;
mod strength;
mod unroll;

#[cfg(test)]
mod random_tests;
#[cfg(test)]
mod tests;

use super::ir::Unit;

/// What the passes may assume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether checks may move to where they might fail although the loop would have gone on without meeting them.
    /// Off for a unit that kept leaving at the head of a loop.
    pub speculate: bool,
}

/// A pass: its name in dumps, and what it does.
pub type Pass = (&'static str, fn(&mut Unit, Options));

/// The passes, in the order in which they run.
pub const PASSES: &[Pass] = &[
    ("fold", |unit, _| fold::fold(unit)),
    ("cse", |unit, _| cse::share(unit)),
    ("dce", |unit, _| dce::sweep(unit, dce::Unused::Go)),
    ("signals", |unit, _| signals::merge(unit)),
    ("strength", |unit, _| strength::reduce(unit)),
    ("hoist", |unit, options| hoist::hoist(unit, options, hoist::Loads::All)),
    ("cse", |unit, _| cse::share(unit)),
    ("fold", |unit, _| fold::fold(unit)),
    ("ranges", ranges::narrow),
    ("hoist", |unit, options| hoist::hoist(unit, options, hoist::Loads::Headers)),
    ("cse", |unit, _| cse::share(unit)),
    ("fold", |unit, _| fold::fold(unit)),
    ("dce", |unit, _| dce::sweep(unit, dce::Unused::Stay)),
    ("lanes", |unit, _| lanes::vectorise(unit)),
    ("unroll", |unit, _| unroll::unroll(unit)),
    ("fold", |unit, _| fold::fold(unit)),
    ("cse", |unit, _| cse::share(unit)),
    ("dce", |unit, _| {
        dce::forget_entries(unit);
        dce::sweep(unit, dce::Unused::Stay);
    }),
];

/// Runs all passes and renumbers what is left. `watch` is called with the name of each pass after it has run.
pub fn optimise(unit: &mut Unit, options: Options, mut watch: impl FnMut(&str, &Unit)) {
    for (name, pass) in PASSES {
        pass(unit, options);
        if cfg!(debug_assertions) {
            unit.assert_well_formed();
        }
        watch(name, unit);
    }
    unit.compact();
}
