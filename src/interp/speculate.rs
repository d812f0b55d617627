//! Speculation: a place in the running tree that may have versions made for the types it met.
//!
//! In: something that builds a version from the frame as it stands. Out: a chain of at most three versions, tried in
//! turn. It never forgets a version and never borrows: a node can be running while its own chain grows.

use std::cell::{Cell, OnceCell};

/// At which of its generic runs a place builds a version: at the second, so that what runs once is built once, then
/// twice more if the versions so far keep failing.
const BUILD_AT: [u32; 3] = [1, 10, 20];

/// A chain of versions, and a count of the runs that no version served.
pub struct Speculated<T> {
    first: OnceCell<Version<T>>,
    misses: Cell<u32>,
}

/// One version and the next.
struct Version<T> {
    node: T,
    next: OnceCell<Box<Version<T>>>,
}

impl<T> Speculated<T> {
    /// No version yet.
    pub fn new() -> Speculated<T> {
        Speculated { first: OnceCell::new(), misses: Cell::new(0) }
    }

    /// The version to try first, if there is one.
    #[inline(always)]
    pub fn first(&self) -> Option<&T> {
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
            return;
        }
        self.misses.set(misses + 1);
        if BUILD_AT.contains(&misses)
            && let Some(node) = build()
        {
            self.append(node);
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
}
