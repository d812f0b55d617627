//! Sets and frozen sets.
//!
//! In: items. Out: the same in CPython's order: the table probes and grows exactly as CPython's does, so that a set of
//! numbers prints alike. As with dictionaries, no borrow is held while items are compared by script code.

use super::heap::{Gc, Ref, Trace, memory};
use super::{Raise, Value, ops};
use std::cell::{Cell, RefCell};

/// The body of a set.
pub struct Set {
    table: RefCell<Table>,
    used: Cell<usize>,
    version: Cell<u32>,
    frozen: bool,
    /// The hash of a frozen set, once computed; zero until then.
    hash: Cell<i64>,
}

struct Table {
    entries: Vec<Entry>,
    /// Entries that hold or held an item.
    fill: usize,
    /// Where `pop` looks next.
    finger: usize,
}

#[derive(Clone, Default)]
struct Entry {
    /// Unbound where there is no item; then the hash is `DELETED` if there was one.
    key: Value,
    hash: i64,
}

const DELETED: i64 = -1;
const SMALLEST: usize = 8;
const LINEAR_PROBES: usize = 9;

impl Default for Table {
    fn default() -> Table {
        Table { entries: free_entries(SMALLEST), fill: 0, finger: 0 }
    }
}

fn free_entries(count: usize) -> Vec<Entry> {
    std::iter::repeat_with(Entry::default).take(count).collect()
}

impl Table {
    fn mask(&self) -> usize {
        self.entries.len() - 1
    }

    /// Puts an item that is not there into a table without deleted entries.
    fn insert_clean(&mut self, key: Value, hash: i64) {
        let mask = self.mask();
        for at in Probes::new(hash, mask) {
            if self.entries[at].key.is_unbound() {
                self.entries[at] = Entry { key, hash };
                self.fill += 1;
                return;
            }
        }
    }

    /// Whether an item is there; nothing if that takes a comparison in which script code may have a say.
    #[inline(always)]
    fn tells(&self, key: &Value, hash: i64) -> Option<bool> {
        // Most searches end where they begin.
        let first = &self.entries[hash as usize & self.mask()];
        if first.hash == hash && first.key.is(key) {
            return Some(true);
        }
        if first.key.is_unbound() && first.hash != DELETED {
            return Some(false);
        }
        self.tells_further(key, hash)
    }

    fn tells_further(&self, key: &Value, hash: i64) -> Option<bool> {
        for at in Probes::new(hash, self.mask()) {
            let entry = &self.entries[at];
            if entry.key.is_unbound() {
                if entry.hash != DELETED {
                    return Some(false);
                }
            } else if entry.hash == hash && (entry.key.is(key) || ops::plain_equal(&entry.key, key)?) {
                return Some(true);
            }
        }
        None
    }

    fn resize(&mut self, least: usize) {
        let mut size = SMALLEST;
        while size <= least {
            size <<= 1;
        }
        memory::charge(charged(size));
        memory::refund(charged(self.entries.len()));
        let old = std::mem::replace(&mut self.entries, free_entries(size));
        self.fill = 0;
        for entry in old {
            if !entry.key.is_unbound() {
                self.insert_clean(entry.key, entry.hash);
            }
        }
    }
}

/// How many entries a table gets room for that holds so many.
fn grown(used: usize) -> usize {
    if used > 50_000 { used * 2 } else { used * 4 }
}

/// Bytes that a table of that size is charged for; the smallest one counts as part of the object.
fn charged(size: usize) -> usize {
    if size > SMALLEST { size * size_of::<Entry>() } else { 0 }
}

/// The places of a table in the order in which an item is looked for: short runs, then jumps.
struct Probes {
    mask: usize,
    base: usize,
    perturb: usize,
    offset: usize,
    run: usize,
}

impl Probes {
    fn new(hash: i64, mask: usize) -> Probes {
        let base = hash as usize & mask;
        Probes { mask, base, perturb: hash as usize, offset: 0, run: Probes::run(base, mask) }
    }

    fn run(base: usize, mask: usize) -> usize {
        if base + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 }
    }
}

impl Iterator for Probes {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.offset > self.run {
            self.perturb >>= 5;
            self.base = self.base.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb) & self.mask;
            self.run = Probes::run(self.base, self.mask);
            self.offset = 0;
        }
        self.offset += 1;
        Some(self.base + self.offset - 1)
    }
}

enum Found {
    Entry(usize),
    /// No item; where it would go, and whether another item was there before.
    Free(usize, bool),
}

impl Set {
    /// An empty set on the heap.
    pub fn create(frozen: bool) -> Gc<Set> {
        Gc::new(Set {
            table: RefCell::default(),
            used: Cell::new(0),
            version: Cell::new(0),
            frozen,
            hash: Cell::new(0),
        })
    }

    /// Whether it can never change.
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// How many items there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.used.get()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn hash(&self) -> &Cell<i64> {
        &self.hash
    }

    #[inline]
    fn find(&self, key: &Value, hash: i64) -> Result<Found, Raise> {
        match self.find_at_once(key, hash) {
            Some(found) => Ok(found),
            None => self.find_further(key, hash),
        }
    }

    /// Most searches end where they begin, without a comparison.
    #[inline(always)]
    fn find_at_once(&self, key: &Value, hash: i64) -> Option<Found> {
        let table = self.table.borrow();
        let at = hash as usize & table.mask();
        let entry = &table.entries[at];
        match entry.key.is_unbound() {
            true if entry.hash != DELETED => Some(Found::Free(at, false)),
            false if entry.hash == hash && entry.key.is(key) => Some(Found::Entry(at)),
            _ => None,
        }
    }

    fn find_further(&self, key: &Value, hash: i64) -> Result<Found, Raise> {
        'again: loop {
            let mut table = self.table.borrow();
            let mut deleted = None;
            for at in Probes::new(hash, table.mask()) {
                let entry = &table.entries[at];
                if entry.key.is_unbound() {
                    if entry.hash != DELETED {
                        return Ok(Found::Free(deleted.unwrap_or(at), deleted.is_some()));
                    }
                    deleted = Some(at);
                } else if entry.hash == hash {
                    if entry.key.is(key) {
                        return Ok(Found::Entry(at));
                    }
                    match ops::plain_equal(&entry.key, key) {
                        Some(true) => return Ok(Found::Entry(at)),
                        Some(false) => {}
                        None => {
                            let (candidate, version) = (entry.key.clone(), self.version.get());
                            drop(table);
                            let equal = ops::same_or_equal(&candidate, key)?;
                            if self.version.get() != version {
                                continue 'again;
                            }
                            if equal {
                                return Ok(Found::Entry(at));
                            }
                            table = self.table.borrow();
                        }
                    }
                }
            }
        }
    }

    fn changed(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    /// Whether the item is there.
    pub fn contains(&self, key: &Value) -> Result<bool, Raise> {
        let hash = ops::hash(key)?;
        self.has(key, hash)
    }

    /// The same where that is told without running anything.
    #[inline]
    pub fn contains_plain(&self, key: &Value) -> Option<bool> {
        self.table.borrow().tells(key, ops::hash_plain(key)?)
    }

    /// Whether the item with this hash is there.
    fn has(&self, key: &Value, hash: i64) -> Result<bool, Raise> {
        Ok(matches!(self.find(key, hash)?, Found::Entry(_)))
    }

    fn insert(&self, key: Value, hash: i64) -> Result<(), Raise> {
        if let Found::Free(at, again) = self.find(&key, hash)? {
            let mut table = self.table.borrow_mut();
            table.entries[at] = Entry { key, hash };
            if again {
                self.used.set(self.used.get() + 1);
                self.changed();
                return Ok(());
            }
            table.fill += 1;
            let used = self.used.get() + 1;
            self.used.set(used);
            self.changed();
            if table.fill * 5 >= table.mask() * 3 {
                table.resize(grown(used));
            }
        }
        Ok(())
    }

    /// Adds an item that is not there, where no other was ever removed.
    fn insert_new(&self, key: Value, hash: i64) {
        let mut table = self.table.borrow_mut();
        table.insert_clean(key, hash);
        let used = self.used.get() + 1;
        self.used.set(used);
        self.changed();
        if table.fill * 5 >= table.mask() * 3 {
            table.resize(grown(used));
        }
    }

    /// Removes an item; false if it was not there.
    pub fn remove(&self, key: &Value) -> Result<bool, Raise> {
        let hash = ops::hash(key)?;
        let Found::Entry(at) = self.find(key, hash)? else {
            return Ok(false);
        };
        drop(self.remove_entry(at));
        Ok(true)
    }

    fn remove_entry(&self, at: usize) -> Value {
        let entry = &mut self.table.borrow_mut().entries[at];
        entry.hash = DELETED;
        self.used.set(self.used.get() - 1);
        self.changed();
        entry.key.take()
    }

    /// Removes and returns some item.
    pub fn pop(&self) -> Option<Value> {
        if self.is_empty() {
            return None;
        }
        let mut table = self.table.borrow_mut();
        let mask = table.mask();
        let mut at = table.finger & mask;
        while table.entries[at].key.is_unbound() {
            at = (at + 1) & mask;
        }
        table.finger = at + 1;
        drop(table);
        Some(self.remove_entry(at))
    }

    /// Removes all items.
    pub fn clear(&self) {
        let table = self.table.take();
        memory::refund(charged(table.entries.len()));
        self.used.set(0);
        self.changed();
        drop(table);
    }

    /// The first item at or after a position, and the position after it.
    #[inline]
    pub fn item_from(&self, position: usize) -> Option<(usize, Value)> {
        self.entry_from(position).map(|(after, item, _)| (after, item))
    }

    /// All items as they are now.
    pub fn items(&self) -> Vec<Value> {
        let table = self.table.borrow();
        table.entries.iter().filter(|entry| !entry.key.is_unbound()).map(|entry| entry.key.clone()).collect()
    }

    /// Whether all items are in another set. Their hashes are known.
    pub fn is_subset_of(&self, other: &Set) -> Result<bool, Raise> {
        Ok(self.len() <= other.len() && self.all_are(other, true)?)
    }

    /// Whether no item is in another set. The smaller set's items are looked for.
    pub fn is_disjoint_from(&self, other: &Set) -> Result<bool, Raise> {
        match other.len() > self.len() {
            true => self.all_are(other, false),
            false => other.all_are(self, false),
        }
    }

    /// Whether all items are in another set, or none of them is.
    fn all_are(&self, other: &Set, there: bool) -> Result<bool, Raise> {
        let mut position = 0;
        loop {
            // As long as no script code compares anything, nothing can change.
            let (table, others) = (self.table.borrow(), other.table.borrow());
            while let Some(entry) = table.entries.get(position) {
                if !entry.key.is_unbound() {
                    match others.tells(&entry.key, entry.hash) {
                        Some(found) if found == there => {}
                        Some(_) => return Ok(false),
                        None => break,
                    }
                }
                position += 1;
            }
            drop((table, others));
            let Some((after, item, hash)) = self.entry_from(position) else { return Ok(true) };
            if other.has(&item, hash)? != there {
                return Ok(false);
            }
            position = after;
        }
    }

    /// Removes all items of another set.
    pub fn remove_all(&self, other: &Set) -> Result<(), Raise> {
        let mut position = 0;
        while let Some((after, item, hash)) = other.entry_from(position) {
            if let Found::Entry(at) = self.find(&item, hash)? {
                drop(self.remove_entry(at));
            }
            position = after;
        }
        // Too many deleted entries make searches long.
        let (mut table, used) = (self.table.borrow_mut(), self.used.get());
        if table.fill - used > table.mask() / 4 {
            table.resize(grown(used));
            self.changed();
        }
        Ok(())
    }

    /// The first item at or after a position with its hash, and the position after it.
    fn entry_from(&self, position: usize) -> Option<(usize, Value, i64)> {
        let table = self.table.borrow();
        let (offset, entry) =
            table.entries.get(position..)?.iter().enumerate().find(|(_, entry)| !entry.key.is_unbound())?;
        Some((position + offset + 1, entry.key.clone(), entry.hash))
    }

    /// The hashes of all items.
    pub(super) fn hashes(&self) -> Vec<i64> {
        let table = self.table.borrow();
        table.entries.iter().filter(|entry| !entry.key.is_unbound()).map(|entry| entry.hash).collect()
    }
}

impl Gc<Set> {
    /// Adds an item. A frozen set is only added to while it is being made.
    pub fn add(&self, key: Value) -> Result<(), Raise> {
        let hash = ops::hash(&key)?;
        if key.may_hold_others() {
            self.track();
        }
        self.insert(key, hash)
    }

    /// Makes room for so many items that are going to be added, where CPython does.
    pub fn expect(&self, count: usize) {
        let mut table = self.table.borrow_mut();
        if (table.fill + count) * 5 >= table.mask() * 3 {
            table.resize((self.len() + count) * 2);
        }
    }

    /// Gives a set what another one has that was just made, table and all.
    pub fn become_like(&self, other: &Gc<Set>) {
        let gone = self.table.replace(other.table.take());
        self.used.set(other.used.replace(0));
        self.changed();
        self.track();
        // What goes may run a script's code: nothing is borrowed then.
        drop(gone);
    }

    /// Adds all items of another set.
    pub fn merge(&self, other: &Gc<Set>) -> Result<(), Raise> {
        if self.is(other) || other.is_empty() {
            return Ok(());
        }
        self.expect(other.len());
        let entries: Vec<Entry> = {
            let mut table = self.table.borrow_mut();
            let other_table = other.table.borrow();
            if table.fill == 0 && table.entries.len() == other_table.entries.len() && other_table.fill == other.len() {
                // Two tables of one size, without deleted entries: the order stays as it is.
                table.entries.clone_from(&other_table.entries);
                table.fill = other_table.fill;
                self.used.set(other.used.get());
                self.changed();
                self.track();
                return Ok(());
            }
            other_table.entries.iter().filter(|entry| !entry.key.is_unbound()).cloned().collect()
        };
        self.track();
        for entry in entries {
            self.insert(entry.key, entry.hash)?;
        }
        Ok(())
    }

    /// Adds the items of one set that are in another one, or those that are not, to a new set. Their hashes are known.
    pub fn add_shared(&self, from: &Set, other: &Set, shared: bool) -> Result<(), Raise> {
        let mut position = 0;
        loop {
            let (table, others) = (from.table.borrow(), other.table.borrow());
            while let Some(entry) = table.entries.get(position) {
                if !entry.key.is_unbound() {
                    match others.tells(&entry.key, entry.hash) {
                        Some(there) if there == shared => self.take_in(entry.key.clone(), entry.hash),
                        Some(_) => {}
                        None => break,
                    }
                }
                position += 1;
            }
            drop((table, others));
            let Some((after, item, hash)) = from.entry_from(position) else { return Ok(()) };
            if other.has(&item, hash)? == shared {
                self.take_in(item, hash);
            }
            position = after;
        }
    }

    /// Adds an item that is not there to a new set.
    fn take_in(&self, item: Value, hash: i64) {
        if item.may_hold_others() {
            self.track();
        }
        self.insert_new(item, hash);
    }

    /// A copy.
    pub fn copy(&self, frozen: bool) -> Result<Gc<Set>, Raise> {
        let copy = Set::create(frozen);
        copy.merge(self)?;
        Ok(copy)
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        memory::refund(charged(self.table.get_mut().entries.len()));
    }
}

impl Trace for Set {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        for entry in &self.table.borrow().entries {
            entry.key.trace(visit);
        }
    }

    fn clear(&self) {
        Set::clear(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ints(set: &Set) -> Vec<i64> {
        set.items().iter().filter_map(Value::as_int).collect()
    }

    #[test]
    fn the_order_is_that_of_cpython() {
        let set = Set::create(false);
        for i in [33, 1, 100, 7, 64, 9, 3, 17] {
            set.add(Value::int(i)).unwrap();
        }
        // python3.11: list({33, 1, 100, 7, 64, 9, 3, 17})
        assert_eq!(ints(&set), [64, 33, 1, 3, 100, 7, 9, 17]);
        set.remove(&Value::int(1)).unwrap();
        assert_eq!(set.pop().and_then(|item| item.as_int()), Some(64));
        assert!(!set.contains(&Value::int(1)).unwrap());
    }
}
