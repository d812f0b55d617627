//! The units an engine has: by number for calls, by place for entering; with what became of each.
//!
//! In: compiled units, entries and exits as they happen. Out: which unit to enter, when an exit has fired often, which units went.
//! Decides nothing about when to compile, and knows no types: whether a version fits a frame its caller finds out, from the
//! `T` that it keeps beside each (entry types, objects the code refers to, links to the interpreter).

use crate::jit::abi::Leave;
use crate::jit::compile::CompiledUnit;
use crate::trace::ir::{CodeId, ExitId, Reason, StmtId};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use rustc_hash::FxHashMap;

/// Units that are gone are forgotten when there are so many of them.
const MANY: usize = 64;

/// How much a cache may hold.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Versions of one place, side by side.
    pub versions: usize,
    /// Bytes of machine code, all units together.
    pub bytes: usize,
}

/// What a unit was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Site {
    /// The loop at a statement.
    Loop(CodeId, StmtId),
    /// A function.
    Function(CodeId),
}

/// A unit in the cache. It stays valid while somebody holds it, also when the cache has let it go.
#[derive(Debug)]
pub struct Version<T> {
    /// By which other units call it.
    pub number: u32,
    /// The machine code and the unit.
    pub compiled: CompiledUnit,
    /// What its maker keeps with it.
    pub data: T,
    /// Units that its code calls: they must not go before it does.
    pub callees: Vec<Rc<Version<T>>>,
    entries: Cell<u64>,
    exits: RefCell<FxHashMap<(ExitId, Reason), u64>>,
    /// When it was last entered, in entries of the cache.
    used: Cell<u64>,
}

impl<T> Version<T> {
    /// How often it was entered from outside.
    pub fn entries(&self) -> u64 {
        self.entries.get()
    }

    /// Counts that it was left through an exit; returns how often that has happened for the same reason.
    pub fn note_exit(&self, leave: Leave) -> u64 {
        let mut exits = self.exits.borrow_mut();
        let count = exits.entry((leave.exit, leave.reason)).or_default();
        *count += 1;
        *count
    }

    /// How often each exit was taken, and why, in order of the table.
    pub fn exits(&self) -> Vec<(ExitId, Reason, u64)> {
        let exits = self.exits.borrow();
        let mut exits: Vec<_> = exits.iter().map(|(&(exit, reason), &count)| (exit, reason, count)).collect();
        exits.sort();
        exits
    }
}

/// All units of an engine.
#[derive(Debug)]
pub struct Cache<T> {
    limits: Limits,
    sites: FxHashMap<Site, Vec<Rc<Version<T>>>>,
    /// The place of each unit.
    places: FxHashMap<u32, Site>,
    /// Every unit that somebody still holds, and some that nobody does.
    numbered: FxHashMap<u32, Weak<Version<T>>>,
    /// Bytes of machine code of all units.
    bytes: usize,
    next: u32,
    clock: Cell<u64>,
}

impl<T> Cache<T> {
    /// An empty cache.
    pub fn new(limits: Limits) -> Cache<T> {
        Cache {
            limits,
            sites: FxHashMap::default(),
            places: FxHashMap::default(),
            numbered: FxHashMap::default(),
            bytes: 0,
            next: 0,
            clock: Cell::new(0),
        }
    }

    /// A number that no unit has had yet.
    pub fn new_number(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// The unit with a number, also one that was let go but still runs or is called by others.
    pub fn get(&self, number: u32) -> Option<Rc<Version<T>>> {
        self.numbered.get(&number)?.upgrade()
    }

    /// The versions of a place, the latest first.
    pub fn versions(&self, site: Site) -> &[Rc<Version<T>>] {
        self.sites.get(&site).map_or(&[], |versions| versions)
    }

    /// Every unit, in no particular order.
    pub fn all(&self) -> impl Iterator<Item = (Site, &Rc<Version<T>>)> {
        self.sites.iter().flat_map(|(&site, versions)| versions.iter().map(move |version| (site, version)))
    }

    /// Counts an entry.
    pub fn note_entry(&self, version: &Version<T>) {
        self.clock.set(self.clock.get() + 1);
        version.used.set(self.clock.get());
        version.entries.set(version.entries.get() + 1);
    }

    /// Takes a unit in, compiled under a number of its own. Returns it, and what had to go for it: the version of the same
    /// place that was not entered for longest if there were too many, and units of any place until the bytes fit.
    pub fn insert(
        &mut self,
        site: Site,
        number: u32,
        compiled: CompiledUnit,
        data: T,
        callees: Vec<Rc<Version<T>>>,
    ) -> (Rc<Version<T>>, Vec<(Site, Rc<Version<T>>)>) {
        let version = Rc::new(Version {
            number,
            compiled,
            data,
            callees,
            entries: Cell::new(0),
            exits: RefCell::default(),
            used: Cell::new(self.clock.get()),
        });
        let mut gone = Vec::new();
        while self.versions(site).len() >= self.limits.versions.max(1) {
            let oldest =
                self.versions(site).iter().min_by_key(|version| version.used.get()).map(|version| version.number);
            gone.extend(oldest.and_then(|number| self.remove(number)));
        }
        let size = version.compiled.size();
        if self.bytes + size > self.limits.bytes {
            gone.extend(self.make_room(size));
        }
        self.sites.entry(site).or_default().insert(0, Rc::clone(&version));
        self.places.insert(number, site);
        self.bytes += size;
        if self.numbered.len() > 2 * self.places.len() + MANY {
            self.numbered.retain(|_, unit| unit.strong_count() > 0);
        }
        self.numbered.insert(number, Rc::downgrade(&version));
        (version, gone)
    }

    /// Lets units go, those entered longest ago first, until so many bytes fit and an eighth of all is free: looking for
    /// the oldest is not done for each new unit.
    fn make_room(&mut self, size: usize) -> Vec<(Site, Rc<Version<T>>)> {
        let mut by_use: Vec<(u64, u32)> = self.all().map(|(_, version)| (version.used.get(), version.number)).collect();
        by_use.sort_unstable();
        let wanted = (self.limits.bytes - self.limits.bytes / 8).saturating_sub(size);
        let mut gone = Vec::new();
        for (_, number) in by_use {
            if self.bytes <= wanted {
                break;
            }
            gone.extend(self.remove(number));
        }
        gone
    }

    /// Lets a unit go. Its code is freed when nobody runs it or calls it any more.
    pub fn remove(&mut self, number: u32) -> Option<(Site, Rc<Version<T>>)> {
        let site = self.places.remove(&number)?;
        let versions = self.sites.get_mut(&site)?;
        let at = versions.iter().position(|known| known.number == number)?;
        let version = versions.remove(at);
        if versions.is_empty() {
            self.sites.remove(&site);
        }
        self.bytes -= version.compiled.size();
        Some((site, version))
    }

    /// Lets all units go.
    pub fn clear(&mut self) -> Vec<(Site, Rc<Version<T>>)> {
        let numbers: Vec<u32> = self.places.keys().copied().collect();
        numbers.into_iter().filter_map(|number| self.remove(number)).collect()
    }

    /// Bytes of machine code of all units.
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jit::compile::Compiler;
    use crate::jit::lower::Options;
    use crate::trace::text::parse;

    fn compiled(compiler: &mut Compiler, number: u32) -> CompiledUnit {
        let unit = parse("unit function one() -> (I64) { ret 1 }").unwrap();
        let options = Options { slots: &|_| 1, own: None, stress: false, verify: false, listing: false };
        compiler.compile(unit, number, &options, |_| None).unwrap()
    }

    #[test]
    fn the_version_entered_longest_ago_goes_first() {
        let mut compiler = Compiler::new();
        let mut cache = Cache::new(Limits { versions: 2, bytes: 1 << 20 });
        let site = Site::Function(CodeId(1));
        let mut units = Vec::new();
        for _ in 0..2 {
            let number = cache.new_number();
            units.push(cache.insert(site, number, compiled(&mut compiler, number), (), vec![]).0);
        }
        cache.note_entry(&units[0]);
        let number = cache.new_number();
        let (_, gone) = cache.insert(site, number, compiled(&mut compiler, number), (), vec![]);
        assert_eq!(gone.iter().map(|(_, version)| version.number).collect::<Vec<_>>(), [1]);
        assert_eq!(cache.versions(site).iter().map(|version| version.number).collect::<Vec<_>>(), [2, 0]);
        // It can be found until nobody holds it.
        assert!(cache.get(1).is_some());
        drop((units, gone));
        assert!(cache.get(1).is_none());
    }

    #[test]
    fn code_is_freed_with_its_last_owner() {
        let mut compiler = Compiler::new();
        let mut cache = Cache::new(Limits { versions: 8, bytes: 100 });
        for code in 0..50 {
            let number = cache.new_number();
            cache.insert(Site::Loop(CodeId(code), StmtId(0)), number, compiled(&mut compiler, number), (), vec![]);
        }
        assert_eq!(cache.all().count(), 1);
        assert_eq!(compiler.used(), cache.bytes());
        let held = cache.get(49).unwrap();
        cache.remove(49);
        assert_eq!(compiler.used(), held.compiled.size());
        drop(held);
        assert_eq!(compiler.used(), 0);
    }
}
