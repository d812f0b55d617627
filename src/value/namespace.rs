//! Named values: what a module, a class or an instance holds.
//!
//! In: symbols and values. Out: an ordered map whose values lie in numbered slots; a slot keeps its number for good, and
//! compiled code reads the slots through `Flat`'s fixed words. A deleted name leaves its slot unbound.

use super::heap::{Flat, Ref};
use super::{Symbol, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Values under names.
#[derive(Default)]
#[repr(C)]
pub struct Namespace {
    slots: Flat,
    names: RefCell<Names>,
}

#[derive(Default)]
struct Names {
    order: Vec<Symbol>,
    index: HashMap<Symbol, u32, BuildHasherDefault<SymbolHasher>>,
}

/// For keys that are numbers already (symbols, addresses): one multiplication spreads them.
#[derive(Default)]
pub struct SymbolHasher(u64);

impl Hasher for SymbolHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(byte as u32);
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

impl Namespace {
    /// Where the slots' storage words lie in a namespace.
    pub const SLOTS_OFFSET: i32 = 0;

    /// The value of a name.
    #[inline]
    pub fn get(&self, name: Symbol) -> Option<Value> {
        self.slot(name).and_then(|slot| self.get_slot(slot))
    }

    /// Whether the name has a value.
    pub fn contains(&self, name: Symbol) -> bool {
        self.slot(name).is_some_and(|slot| self.with_slot(slot, |value| !value.is_unbound()))
    }

    /// The slot of a name, if it has one; the slot may be unbound.
    #[inline]
    pub fn slot(&self, name: Symbol) -> Option<u32> {
        let names = self.names.borrow();
        if names.order.is_empty() { None } else { names.index.get(&name).copied() }
    }

    /// The slot of a name, made unbound if there is none yet.
    pub fn declare(&self, name: Symbol) -> u32 {
        if let Some(slot) = self.slot(name) {
            return slot;
        }
        let mut names = self.names.borrow_mut();
        let slot = names.order.len() as u32;
        names.order.push(name);
        names.index.insert(name, slot);
        self.slots.push(Value::Unbound);
        slot
    }

    /// The value in a slot, if there is one.
    #[inline(always)]
    pub fn get_slot(&self, slot: u32) -> Option<Value> {
        self.slots.any_at(slot as i64).filter(|value| !value.is_unbound()).cloned()
    }

    /// Looks at the value in a slot without counting; the slot must exist.
    #[inline(always)]
    pub fn with_slot<T>(&self, slot: u32, look: impl FnOnce(&Value) -> T) -> T {
        self.slots.any_at(slot as i64).map_or_else(|| unreachable!("slot {slot} was never declared"), look)
    }

    /// The value in a slot, borrowed. It must not be held while script code may run.
    #[inline(always)]
    pub fn slot_ref(&self, slot: u32) -> Option<&Value> {
        self.slots.any_at(slot as i64)
    }

    /// Stores into a slot, which must exist.
    #[inline(always)]
    pub fn set_slot(&self, slot: u32, value: Value) {
        self.slots.set_any(slot as usize, value);
    }

    /// Gives a name a value.
    pub fn set(&self, name: Symbol, value: Value) {
        let slot = self.declare(name);
        self.set_slot(slot, value);
    }

    /// Takes a name's value away; false if it had none.
    pub fn delete(&self, name: Symbol) -> bool {
        match self.slot(name) {
            Some(slot) if !self.with_slot(slot, Value::is_unbound) => {
                self.set_slot(slot, Value::Unbound);
                true
            }
            _ => false,
        }
    }

    /// The names that have values, in the order in which they first came.
    pub fn names(&self) -> Vec<Symbol> {
        let order = self.names.borrow().order.clone();
        order.into_iter().filter(|&name| self.contains(name)).collect()
    }

    /// How many names have values.
    pub fn count(&self) -> usize {
        (0..self.names.borrow().order.len() as u32)
            .filter(|&slot| self.with_slot(slot, |value| !value.is_unbound()))
            .count()
    }

    /// The address of the first slot, for compiled code; good until a name is added.
    pub fn slots_address(&self) -> *mut Value {
        self.slots.address().cast()
    }

    /// The name of a slot, which must exist.
    pub fn name_of(&self, slot: u32) -> Symbol {
        self.names.borrow().order[slot as usize]
    }

    /// How many slots there are.
    pub fn slot_count(&self) -> usize {
        self.slots.len()
    }

    /// Calls `visit` for each handle held.
    pub fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.slots.trace(visit);
    }

    /// Takes all values away; the slots stay.
    pub fn clear(&self) {
        for slot in 0..self.slots.len() {
            self.slots.set(slot, Value::Unbound);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_stay_when_names_go() {
        let names = Namespace::default();
        names.set(Symbol::new("a"), Value::int(1));
        names.set(Symbol::new("b"), Value::int(2));
        assert!(names.delete(Symbol::new("a")) && !names.delete(Symbol::new("a")));
        assert_eq!(names.slot(Symbol::new("b")), Some(1));
        assert_eq!(names.names(), [Symbol::new("b")]);
        assert!(names.get(Symbol::new("a")).is_none());
    }
}
