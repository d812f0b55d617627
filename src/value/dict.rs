//! Dictionaries, and the views of their keys, values and items.
//!
//! In: keys and values. Out: the same, in the order in which the keys first came. A look-up may have to run script code
//! (a key's `__eq__`), which may change the dictionary meanwhile: no borrow is held then, and a look-up that was
//! overtaken starts again.

use super::class::{Class, types};
use super::heap::{Gc, Ref, Trace, memory};
use super::module::Module;
use super::str::Str;
use super::{Raise, Symbol, Value, ops};
use crate::raise;
use std::cell::{Cell, OnceCell, RefCell};

/// The body of a dictionary.
#[derive(Default)]
pub struct Dict {
    table: RefCell<Table>,
    /// How many pairs there are.
    length: Cell<usize>,
    /// Changes whenever the table does, apart from values being replaced.
    version: Cell<u32>,
    /// The module whose names these are (`globals()`): the values under names are those in the module's slots, and the
    /// table follows them whenever it is looked at as a whole.
    module: OnceCell<Gc<Module>>,
}

#[derive(Default)]
struct Table {
    /// In the order of insertion; a deleted pair leaves an unbound key.
    entries: Vec<Entry>,
    /// Open addressing: one more than the number of an entry, zero where there is none. Its length is a power of two. A few entries
    /// are searched one by one without it.
    index: Vec<u32>,
    /// No pair that is left comes before this entry.
    first: usize,
    /// With how many entries deleted ones are left out. CPython counts in the same way: it shows where keys come and go while
    /// a loop runs over them.
    room: usize,
}

struct Entry {
    hash: i64,
    key: Value,
    value: Value,
}

/// What a look-up came to.
enum Found {
    Entry(usize),
    Nothing,
}

/// How many entries need no index.
const FEW: usize = 8;

/// Where the search for a hash begins.
fn start(hash: i64) -> usize {
    let mixed = (hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 32)) as usize
}

impl Table {
    /// Makes room for one more entry beside so many pairs.
    fn make_room(&mut self, length: usize) {
        if self.entries.len() >= self.room {
            self.leave_out_deleted(length);
        }
        let has_index = !self.index.is_empty();
        if if has_index { (self.entries.len() + 1) * 3 > self.index.len() * 2 } else { self.entries.len() >= FEW } {
            self.make_index((self.entries.len() + 1) * 2);
        }
    }

    /// Leaves only so many pairs, those that were not deleted.
    #[cold]
    fn leave_out_deleted(&mut self, length: usize) {
        let deleted = self.entries.len() - length;
        if deleted > 0 {
            self.entries.retain(|entry| !entry.key.is_unbound());
            self.first = 0;
            memory::refund(deleted * size_of::<Entry>());
            if !self.index.is_empty() {
                self.make_index((length + 1) * 2);
            }
        }
        self.room = (length * 3).next_power_of_two().max(8) * 2 / 3;
    }

    /// Makes an index with room for so many entries.
    fn make_index(&mut self, count: usize) {
        let size = (count * 3).div_ceil(2).next_power_of_two();
        memory::charge(size * 4);
        memory::refund(self.index.len() * 4);
        self.index = vec![0; size];
        for place in 0..self.entries.len() {
            self.link(place);
        }
    }

    /// The entry of a key, by a comparison that runs nothing; none if it cannot tell.
    #[inline(always)]
    fn find(&self, key: &Value, hash: i64, is_equal: impl Fn(&Value) -> Option<bool>) -> Option<Found> {
        let is_other = |entry: &Entry| if entry.key.is_unbound() { Some(false) } else { is_equal(&entry.key) };
        if self.index.is_empty() {
            for (place, entry) in self.entries.iter().enumerate() {
                if entry.hash == hash && (entry.key.is(key) || is_other(entry)?) {
                    return Some(Found::Entry(place));
                }
            }
            return Some(Found::Nothing);
        }
        let mask = self.index.len() - 1;
        let mut at = start(hash) & mask;
        while let Some(place) = (self.index[at] as usize).checked_sub(1) {
            let entry = &self.entries[place];
            if entry.hash == hash && (entry.key.is(key) || is_other(entry)?) {
                return Some(Found::Entry(place));
            }
            at = (at + 1) & mask;
        }
        Some(Found::Nothing)
    }

    /// The place of the next entry that has a hash, and the step after it. The first step is zero.
    fn candidate(&self, hash: i64, mut step: usize) -> Option<(usize, usize)> {
        let mask = self.index.len().wrapping_sub(1);
        loop {
            let place = match self.index.is_empty() {
                true => (step < self.entries.len()).then_some(step)?,
                false if step <= mask => (self.index[start(hash).wrapping_add(step) & mask] as usize).checked_sub(1)?,
                false => return None,
            };
            step += 1;
            if self.entries[place].hash == hash {
                return Some((place, step));
            }
        }
    }

    /// Enters an entry into the index.
    fn link(&mut self, place: usize) {
        if self.index.is_empty() {
            return;
        }
        let mask = self.index.len() - 1;
        let mut at = start(self.entries[place].hash) & mask;
        while self.index[at] != 0 {
            at = (at + 1) & mask;
        }
        self.index[at] = place as u32 + 1;
    }

    /// Takes the last entries out as far as they were deleted, so that nobody has to pass them again.
    fn drop_deleted_tail(&mut self) {
        while self.entries.last().is_some_and(|entry| entry.key.is_unbound()) {
            self.unlink(self.entries.len() - 1);
            self.entries.pop();
            memory::refund(size_of::<Entry>());
        }
        self.first = self.first.min(self.entries.len());
    }

    /// Takes an entry out of the index. Those behind it move up as far as they may: Knuth, The Art of Computer Programming 3,
    /// section 6.4, algorithm R.
    fn unlink(&mut self, place: usize) {
        if self.index.is_empty() {
            return;
        }
        let mask = self.index.len() - 1;
        let mut hole = start(self.entries[place].hash) & mask;
        while self.index[hole] != place as u32 + 1 {
            hole = (hole + 1) & mask;
        }
        let mut at = hole;
        loop {
            at = (at + 1) & mask;
            let Some(other) = (self.index[at] as usize).checked_sub(1) else { break };
            let begin = start(self.entries[other].hash) & mask;
            // One whose search begins behind the hole is found where it is.
            if at.wrapping_sub(begin) & mask >= at.wrapping_sub(hole) & mask {
                self.index[hole] = self.index[at];
                hole = at;
            }
        }
        self.index[hole] = 0;
    }
}

impl Dict {
    /// An empty dictionary on the heap.
    #[allow(clippy::new_ret_no_self)]
    pub fn new() -> Gc<Dict> {
        Gc::new(Dict::default())
    }

    /// An empty dictionary with room for so many pairs.
    pub fn with_room(count: usize) -> Gc<Dict> {
        let dict = Dict::new();
        if count > 0 {
            let mut table = dict.table.borrow_mut();
            table.entries.reserve(count);
            if count > FEW {
                table.make_index(count);
            }
        }
        dict
    }

    /// How many pairs there are.
    #[inline]
    pub fn len(&self) -> usize {
        match self.module.get() {
            None => self.length.get(),
            Some(module) => self.length_with(module),
        }
    }

    /// The same, of the names of a module, which loops over them ask for at each step: nothing is brought up to date for it.
    #[cold]
    fn length_with(&self, module: &Gc<Module>) -> usize {
        let is_other = |entry: &&Entry| !entry.key.is_unbound() && entry.key.as_str().is_none();
        module.count() + self.table.borrow().entries.iter().filter(is_other).count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Changes whenever a key comes or goes.
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// The module whose names these are.
    pub fn module(&self) -> Option<&Gc<Module>> {
        self.module.get()
    }

    /// The module, and the name that a key is there.
    fn global(&self, key: &Value) -> Option<(&Gc<Module>, Symbol)> {
        Some((self.module.get()?, Symbol::new(key.as_str()?)))
    }

    /// Whether its values are the variables of a module.
    pub fn is_namespace(&self) -> bool {
        self.module.get().is_some()
    }

    /// Has the table follow the module.
    #[inline(always)]
    fn refresh(&self) {
        if let Some(module) = self.module.get() {
            self.follow(module);
        }
    }

    #[cold]
    fn follow(&self, module: &Gc<Module>) {
        let gone = |key: &Value| key.as_str().is_some_and(|name| !module.contains(Symbol::new(name)));
        let stale = |entry: &Entry| !entry.key.is_unbound() && gone(&entry.key);
        let stale: Vec<usize> = {
            let table = self.table.borrow();
            table.entries.iter().enumerate().filter(|(_, entry)| stale(entry)).map(|(place, _)| place).collect()
        };
        for place in stale {
            drop(self.remove_entry(place));
        }
        for name in module.names() {
            let (Some(value), key) = (module.get(name), Value::str(name.as_str())) else { continue };
            // Text has a hash and is compared without running anything.
            let Ok(hash) = ops::hash(&key) else { continue };
            match self.find(&key, hash) {
                Ok(Found::Entry(place)) if self.table.borrow().entries[place].value.is(&value) => {}
                _ => {
                    let _ = self.store(key, hash, value);
                }
            }
        }
    }

    /// Looks for a key. Most keys are told apart without running anything.
    #[inline(always)]
    fn find(&self, key: &Value, hash: i64) -> Result<Found, Raise> {
        match self.tell(key, hash) {
            Some(found) => Ok(found),
            None => self.find_asking(key, hash),
        }
    }

    /// The same if nothing has to be run.
    #[inline(always)]
    fn tell(&self, key: &Value, hash: i64) -> Option<Found> {
        let table = self.table.borrow();
        match key {
            Value::Int(number) => table.find(key, hash, |other| match other {
                Value::Int(other) => Some(other == number),
                _ => None,
            }),
            key => match key.downcast::<Str>() {
                Some(text) => table.find(key, hash, |other| Some(other.downcast::<Str>()?.as_str() == text.as_str())),
                None => table.find(key, hash, |other| ops::plain_equal(other, key)),
            },
        }
    }

    /// Where a key is that is a number, text or a tuple of these, if nothing has to be run to tell; not of a module's names.
    #[inline(always)]
    fn tell_plain(&self, key: &Value) -> Option<Found> {
        if self.module.get().is_some() {
            return None;
        }
        self.tell(key, ops::hash_plain(key)?)
    }

    /// Whether a key is there, where that is told without running anything.
    #[inline]
    pub fn contains_plain(&self, key: &Value) -> Option<bool> {
        Some(matches!(self.tell_plain(key)?, Found::Entry(_)))
    }

    /// The value of a key, or none, where that is told without running anything.
    #[inline]
    pub fn get_plain(&self, key: &Value) -> Option<Option<Value>> {
        Some(match self.tell_plain(key)? {
            Found::Entry(place) => Some(self.table.borrow().entries[place].value.clone()),
            Found::Nothing => None,
        })
    }

    /// Gives a key another value where it has one, nothing is run, and nothing is let go of; whether that was so.
    #[inline]
    pub fn update_plain(&self, key: &Value, value: &Value) -> bool {
        let Some(Found::Entry(place)) = self.tell_plain(key) else { return false };
        let mut table = self.table.borrow_mut();
        let old = &mut table.entries[place].value;
        if matches!(value, Value::Object(_)) || matches!(old, Value::Object(_)) {
            return false;
        }
        *old = value.clone();
        true
    }

    /// The same where a key must be asked whether it is equal.
    #[inline(never)]
    fn find_asking(&self, key: &Value, hash: i64) -> Result<Found, Raise> {
        'again: loop {
            let mut step = 0;
            loop {
                let (place, candidate, version) = {
                    let table = self.table.borrow();
                    let Some((place, next)) = table.candidate(hash, step) else { return Ok(Found::Nothing) };
                    step = next;
                    (place, table.entries[place].key.clone(), self.version.get())
                };
                let equal = !candidate.is_unbound() && ops::same_or_equal(&candidate, key)?;
                if self.version.get() != version {
                    continue 'again;
                }
                if equal {
                    return Ok(Found::Entry(place));
                }
            }
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &Value) -> Result<Option<Value>, Raise> {
        if let Some((module, name)) = self.global(key) {
            return Ok(module.get(name));
        }
        let hash = ops::hash(key)?;
        Ok(match self.find(key, hash)? {
            Found::Entry(place) => Some(self.table.borrow().entries[place].value.clone()),
            Found::Nothing => None,
        })
    }

    /// The value of a key that is text.
    pub fn get_str(&self, key: &str) -> Option<Value> {
        self.get(&Value::str(key)).ok().flatten()
    }

    /// Whether the key is there.
    pub fn contains(&self, key: &Value) -> Result<bool, Raise> {
        if let Some((module, name)) = self.global(key) {
            return Ok(module.contains(name));
        }
        let hash = ops::hash(key)?;
        Ok(matches!(self.find(key, hash)?, Found::Entry(_)))
    }

    fn store(&self, key: Value, hash: i64, value: Value) -> Result<Option<Value>, Raise> {
        match self.find(&key, hash)? {
            Found::Entry(place) => {
                return Ok(Some(std::mem::replace(&mut self.table.borrow_mut().entries[place].value, value)));
            }
            Found::Nothing => self.insert(key, hash, value),
        }
        Ok(None)
    }

    /// Adds a key that is not there.
    #[inline]
    fn insert(&self, key: Value, hash: i64, value: Value) {
        let mut table = self.table.borrow_mut();
        table.make_room(self.length.get());
        memory::charge(size_of::<Entry>());
        table.entries.push(Entry { hash, key, value });
        let place = table.entries.len() - 1;
        table.link(place);
        self.length.set(self.length.get() + 1);
        self.changed();
    }

    fn changed(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    /// Removes a key and returns its value.
    pub fn remove(&self, key: &Value) -> Result<Option<Value>, Raise> {
        Ok(self.take(key)?.map(|(_, value)| value))
    }

    /// Removes a key and returns it, as it was put in, with its value.
    pub fn take(&self, key: &Value) -> Result<Option<(Value, Value)>, Raise> {
        let hash = ops::hash(key)?;
        if let Some((module, name)) = self.global(key) {
            let value = module.get(name);
            module.delete(name);
            self.refresh();
            return Ok(value.map(|value| (key.clone(), value)));
        }
        Ok(match self.find(key, hash)? {
            Found::Entry(place) => Some(self.remove_entry(place)),
            Found::Nothing => None,
        })
    }

    fn remove_entry(&self, place: usize) -> (Value, Value) {
        let mut table = self.table.borrow_mut();
        // The index keeps the entry's number, so that searches that pass it go on.
        let entry = &mut table.entries[place];
        let pair = (entry.key.take(), entry.value.take());
        self.length.set(self.length.get() - 1);
        self.changed();
        if self.length.get() == 0 {
            table.first = table.entries.len();
        }
        pair
    }

    /// Removes the pair that came last.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        self.refresh();
        let place = self.table.borrow().entries.iter().rposition(|entry| !entry.key.is_unbound())?;
        let last = self.remove_entry(place);
        self.table.borrow_mut().drop_deleted_tail();
        if let Some((module, name)) = self.global(&last.0) {
            module.delete(name);
        }
        Some(last)
    }

    /// Removes the pair that came first.
    pub fn pop_first(&self) -> Option<(Value, Value)> {
        let (next, ..) = self.entry_from(0)?;
        let pair = self.remove_entry(next - 1);
        let mut table = self.table.borrow_mut();
        if next < table.entries.len() {
            table.first = next;
        }
        Some(pair)
    }

    /// Removes everything.
    pub fn clear(&self) {
        if let Some(module) = self.module.get() {
            module.names().into_iter().for_each(|name| _ = module.delete(name));
        }
        self.empty();
    }

    /// Empties the table.
    fn empty(&self) {
        let table = self.table.take();
        memory::refund(table.entries.len() * size_of::<Entry>() + table.index.len() * 4);
        self.length.set(0);
        self.changed();
        drop(table);
    }

    /// The first pair at or after a position, and the position after it.
    #[inline]
    pub fn entry_from(&self, position: usize) -> Option<(usize, Value, Value)> {
        if let Some(module) = self.module.get() {
            return self.entry_of(module, position);
        }
        let table = self.table.borrow();
        let position = position.max(table.first);
        let (offset, entry) =
            table.entries.get(position..)?.iter().enumerate().find(|(_, entry)| !entry.key.is_unbound())?;
        Some((position + offset + 1, entry.key.clone(), entry.value.clone()))
    }

    /// The same, of the names of a module: the table follows that when the first pair is asked for, and each value when its turn comes.
    #[cold]
    fn entry_of(&self, module: &Gc<Module>, position: usize) -> Option<(usize, Value, Value)> {
        if position == 0 {
            self.follow(module);
        }
        let table = self.table.borrow();
        table.entries.get(position..)?.iter().zip(position + 1..).find_map(|(entry, after)| {
            let value = match entry.key.as_str() {
                Some(name) => module.get(Symbol::new(name))?,
                None if entry.key.is_unbound() => return None,
                None => entry.value.clone(),
            };
            Some((after, entry.key.clone(), value))
        })
    }

    /// The last pair before a position, and its position.
    pub fn entry_before(&self, position: usize) -> Option<(usize, Value, Value)> {
        self.refresh();
        let table = self.table.borrow();
        let end = position.min(table.entries.len());
        let place = table.entries[..end].iter().rposition(|entry| !entry.key.is_unbound())?;
        let entry = &table.entries[place];
        Some((place, entry.key.clone(), entry.value.clone()))
    }

    /// The position after the last pair.
    pub fn end(&self) -> usize {
        self.refresh();
        self.table.borrow().entries.len()
    }

    /// All pairs as they are now.
    pub fn pairs(&self) -> Vec<(Value, Value)> {
        self.refresh();
        let table = self.table.borrow();
        let bound = table.entries.iter().filter(|entry| !entry.key.is_unbound());
        bound.map(|entry| (entry.key.clone(), entry.value.clone())).collect()
    }

    /// All keys as they are now.
    pub fn keys(&self) -> Vec<Value> {
        self.pairs().into_iter().map(|(key, _)| key).collect()
    }
}

impl Gc<Dict> {
    /// The names of a module and their values, the same dictionary each time.
    pub fn of_module(module: &Gc<Module>) -> Gc<Dict> {
        let dict = module.dict().get_or_init(|| {
            let dict = Dict::new();
            if module.slot(Symbol::NAME).is_none() {
                module.set(Symbol::NAME, Value::str(module.name().as_str()));
            }
            // Nothing else knows the dictionary yet.
            let _ = dict.module.set(module.clone());
            dict.track();
            dict
        });
        dict.clone()
    }

    /// The module of the names in a dictionary, which shows the names of that module from now on. It is made of a
    /// dictionary that shows none yet.
    pub fn into_module(&self, make: impl FnOnce() -> Gc<Module>) -> Gc<Module> {
        if let Some(module) = self.module.get() {
            return module.clone();
        }
        let module = make();
        for (key, value) in self.pairs() {
            if let Some(name) = key.as_str() {
                module.define(name, value);
            }
        }
        // Neither knew of another before.
        let _ = (self.module.set(module.clone()), module.dict().set(self.clone()));
        self.track();
        module
    }

    /// Gives a key a value.
    #[inline]
    pub fn set(&self, key: Value, value: Value) -> Result<(), Raise> {
        self.replace(key, value).map(drop)
    }

    /// Gives a key a value; answers the one it had.
    pub fn replace(&self, key: Value, value: Value) -> Result<Option<Value>, Raise> {
        let hash = ops::hash(&key)?;
        if value.may_hold_others() || key.may_hold_others() {
            self.track();
        }
        if let Some((module, name)) = self.global(&key) {
            module.set(name, value.clone());
        }
        self.store(key, hash, value)
    }

    /// The value of a key, which it is given if it has none. The key is hashed once.
    pub fn get_or_set(&self, key: Value, value: Value) -> Result<Value, Raise> {
        if let Some((module, name)) = self.global(&key) {
            let known = module.get(name);
            return Ok(known.unwrap_or_else(|| {
                module.set(name, value.clone());
                value
            }));
        }
        let hash = ops::hash(&key)?;
        if let Found::Entry(place) = self.find(&key, hash)? {
            return Ok(self.table.borrow().entries[place].value.clone());
        }
        if value.may_hold_others() || key.may_hold_others() {
            self.track();
        }
        self.insert(key, hash, value.clone());
        Ok(value)
    }

    /// A copy.
    pub fn copy(&self) -> Gc<Dict> {
        self.refresh();
        let copy = Dict::new();
        {
            let (from, mut to) = (self.table.borrow(), copy.table.borrow_mut());
            let copied = |entry: &Entry| Entry { hash: entry.hash, key: entry.key.clone(), value: entry.value.clone() };
            if from.entries.len() == self.len() {
                to.entries.extend(from.entries.iter().map(copied));
                to.index.clone_from(&from.index);
                to.room = from.room;
            } else {
                for entry in from.entries.iter().filter(|entry| !entry.key.is_unbound()) {
                    let length = to.entries.len();
                    to.make_room(length);
                    to.entries.push(copied(entry));
                    let place = to.entries.len() - 1;
                    to.link(place);
                }
            }
            memory::charge(to.entries.len() * size_of::<Entry>());
        }
        copy.length.set(self.length.get());
        copy.track();
        copy
    }

    /// Gives all keys of another dictionary their values here.
    pub fn update(&self, other: &Gc<Dict>) -> Result<(), Raise> {
        if self.is(other) {
            return Ok(());
        }
        let mut position = 0;
        let length = other.len();
        while let Some((next, key, value)) = other.entry_from(position) {
            self.set(key, value)?;
            if other.len() != length {
                return Err(raise!(RuntimeError, "dict mutated during update"));
            }
            position = next;
        }
        Ok(())
    }
}

impl Drop for Dict {
    fn drop(&mut self) {
        let table = self.table.get_mut();
        let bytes = table.entries.len() * size_of::<Entry>() + table.index.len() * 4;
        if bytes > 0 {
            memory::refund(bytes);
        }
    }
}

impl Trace for Dict {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        for entry in &self.table.borrow().entries {
            entry.key.trace(visit);
            entry.value.trace(visit);
        }
        if let Some(module) = self.module.get() {
            visit(module.as_ref());
        }
    }

    fn clear(&self) {
        self.empty();
    }
}

/// What a view shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// `d.keys()`
    Keys,
    /// `d.values()`
    Values,
    /// `d.items()`
    Items,
}

/// The body of a view of a dictionary.
pub struct View {
    dict: Gc<Dict>,
    part: Part,
}

impl View {
    /// A view.
    pub fn create(dict: Gc<Dict>, part: Part) -> Gc<View> {
        Gc::new(View { dict, part })
    }

    /// The dictionary it shows.
    pub fn dict(&self) -> &Gc<Dict> {
        &self.dict
    }

    /// What it shows.
    pub fn part(&self) -> Part {
        self.part
    }

    /// Its class.
    pub fn class(&self) -> &'static Gc<Class> {
        match self.part {
            Part::Keys => &types().dict_keys,
            Part::Values => &types().dict_values,
            Part::Items => &types().dict_items,
        }
    }

    /// What it shows of a pair.
    pub fn show(&self, key: Value, value: Value) -> Value {
        self.part.show(key, value)
    }
}

impl Part {
    /// What it shows of a pair.
    pub fn show(self, key: Value, value: Value) -> Value {
        match self {
            Part::Keys => key,
            Part::Values => value,
            Part::Items => Value::pair(key, value),
        }
    }
}

impl Trace for View {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        visit(self.dict.as_ref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_that_of_insertion() {
        let dict = Dict::new();
        for i in 0..100 {
            dict.set(Value::int(i * 7), Value::int(i)).unwrap();
        }
        dict.remove(&Value::int(0)).unwrap();
        dict.set(Value::int(0), Value::int(-1)).unwrap();
        dict.set(Value::int(7), Value::int(-2)).unwrap();
        assert_eq!(dict.len(), 100);
        let keys = dict.keys();
        assert_eq!(keys[0].as_int(), Some(7));
        assert_eq!(keys[99].as_int(), Some(0));
        assert_eq!(dict.get(&Value::float(7.0)).unwrap().and_then(|v| v.as_int()), Some(-2));
        assert!(!dict.contains(&Value::int(1)).unwrap());
    }

    #[test]
    fn deleting_and_inserting_for_ever_stays_small() {
        let dict = Dict::new();
        for i in 0..10_000 {
            dict.set(Value::int(i), Value::none()).unwrap();
            if i >= 5 {
                dict.remove(&Value::int(i - 5)).unwrap();
            }
        }
        assert_eq!(dict.len(), 5);
        assert!(dict.end() < 100);
        assert_eq!(dict.pop_last().and_then(|(key, _)| key.as_int()), Some(9999));
    }

    #[test]
    fn taking_from_the_end_leaves_the_rest_to_be_found() {
        let dict = Dict::new();
        let mut model: Vec<i64> = Vec::new();
        let mut state = 1u64;
        for step in 0..20_000 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let key = (state >> 40) as i64 % 500;
            // It grows, shrinks, and is emptied now and then.
            match (state >> 33) % 5 {
                _ if step % 4000 > 3000 => assert_eq!(dict.pop_last().and_then(|(key, _)| key.as_int()), model.pop()),
                0 => assert_eq!(dict.pop_last().and_then(|(key, _)| key.as_int()), model.pop()),
                1 => {
                    model.retain(|&other| other != key);
                    dict.remove(&Value::int(key)).unwrap();
                }
                _ => {
                    if !model.contains(&key) {
                        model.push(key);
                    }
                    dict.set(Value::int(key), Value::int(step)).unwrap();
                }
            }
            assert_eq!(dict.contains(&Value::int(key)).unwrap(), model.contains(&key));
        }
        assert_eq!(dict.keys().iter().filter_map(Value::as_int).collect::<Vec<_>>(), model);
    }

    #[test]
    fn keys_must_be_hashable() {
        let dict = Dict::new();
        assert!(dict.set(Value::list([]), Value::none()).is_err());
    }
}
