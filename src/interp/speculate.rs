//! Speculation: a place in the running tree that may have versions made for the types it met.
//!
//! In: something that builds a version from the frame as it stands. Out: a chain of at most three versions, tried in
//! turn. It never forgets a version and never borrows: a node can be running while its own chain grows.

use std::cell::{Cell, OnceCell};

/// At which of its generic runs a place builds a version: at the second, so that what runs once is built once, then
/// twice more if the versions so far keep failing.
const BUILD_AT: [u32; 3] = [1, 10, 20];

/// How many runs its versions may fail to serve until they rest, and for how many runs they do: numbers that wrap round are of the types
/// that versions were made for, and yet none serves them.
const PATIENCE: u32 = 100;
const REST: u32 = 1000;

/// A chain of versions, and a count of the runs that no version served.
pub struct Speculated<T> {
    first: OnceCell<Version<T>>,
    misses: Cell<u32>,
    /// For how many runs no version is tried.
    resting: Cell<u32>,
}

/// One version and the next.
struct Version<T> {
    node: T,
    next: OnceCell<Box<Version<T>>>,
}

impl<T> Speculated<T> {
    /// No version yet.
    pub fn new() -> Speculated<T> {
        Speculated { first: OnceCell::new(), misses: Cell::new(0), resting: Cell::new(0) }
    }

    /// The version to try first, if there is one.
    #[inline(always)]
    pub fn first(&self) -> Option<&T> {
        if self.resting.get() > 0 {
            return None;
        }
        self.first.get().map(|version| &version.node)
    }

    /// Whether there is no version, and never will be.
    #[inline(always)]
    pub fn is_given_up(&self) -> bool {
        let [.., last] = BUILD_AT;
        self.misses.get() > last && self.first.get().is_none()
    }

    /// Tries the versions after the first.
    pub fn try_others<R>(&self, mut attempt: impl FnMut(&T) -> Option<R>) -> Option<R> {
        if self.resting.get() > 0 {
            return None;
        }
        let mut version = self.first.get()?;
        while let Some(next) = version.next.get() {
            if let Some(result) = attempt(&next.node) {
                return Some(result);
            }
            version = next;
        }
        None
    }

    /// Notes a run that no version served, and builds a version when it is time to.
    pub fn miss(&self, build: impl FnOnce() -> Option<T>) {
        let misses = self.misses.get();
        let [.., last] = BUILD_AT;
        if misses > last {
            self.rest_or_wait();
            return;
        }
        self.misses.set(misses + 1);
        if BUILD_AT.contains(&misses)
            && let Some(node) = build()
        {
            self.append(node);
        }
    }

    /// Counts the runs that no version served after all were built.
    fn rest_or_wait(&self) {
        let [.., last] = BUILD_AT;
        match self.resting.get() {
            0 if self.misses.get() > last + PATIENCE => {
                self.misses.set(last + 1);
                self.resting.set(REST);
            }
            0 => self.misses.set(self.misses.get() + 1),
            left => self.resting.set(left - 1),
        }
    }

    fn append(&self, node: T) {
        let version = Version { node, next: OnceCell::new() };
        let Some(mut last) = self.first.get() else {
            let _ = self.first.set(version);
            return;
        };
        while let Some(next) = last.next.get() {
            last = next;
        }
        let _ = last.next.set(Box::new(version));
    }
}

impl<T> Default for Speculated<T> {
    fn default() -> Speculated<T> {
        Speculated::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Speculated;

    #[test]
    fn three_versions_and_no_more() {
        let place = Speculated::new();
        let mut built = 0;
        for _ in 0..100 {
            place.miss(|| {
                built += 1;
                Some(built)
            });
        }
        assert_eq!(built, 3);
        assert_eq!(place.first(), Some(&1));
        let mut seen = Vec::new();
        assert_eq!(
            place.try_others(|node| {
                seen.push(*node);
                None::<()>
            }),
            None
        );
        assert_eq!(seen, [2, 3]);
    }

    #[test]
    fn versions_that_serve_nothing_rest() {
        let place = Speculated::new();
        let build = || place.miss(|| Some(()));
        (0..=super::BUILD_AT[2] + super::PATIENCE).for_each(|_| build());
        assert!(place.first().is_some());
        build();
        assert!(place.first().is_none() && place.try_others(|()| Some(())).is_none() && !place.is_given_up());
        (0..super::REST).for_each(|_| build());
        assert!(place.first().is_some());
    }
}
