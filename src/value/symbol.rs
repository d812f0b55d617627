//! Interned names: attributes, methods, keywords.
//!
//! In: text. Out: a small number that stands for it, the same for the same text in the whole process, so that resolved
//! trees can carry it between threads.

use std::collections::HashMap;
use std::fmt;
use std::sync::{OnceLock, RwLock};

/// An interned name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(u32);

#[derive(Default)]
struct Table {
    numbers: HashMap<&'static str, u32>,
    names: Vec<&'static str>,
}

fn table() -> &'static RwLock<Table> {
    static TABLE: OnceLock<RwLock<Table>> = OnceLock::new();
    TABLE.get_or_init(RwLock::default)
}

impl Symbol {
    /// The symbol of a name. Names are never forgotten.
    pub fn new(name: &str) -> Symbol {
        if let Some(&number) = read().numbers.get(name) {
            return Symbol(number);
        }
        let mut table = table()
            .write()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(&number) = table.numbers.get(name) {
            return Symbol(number);
        }
        let name: &'static str = Box::leak(name.into());
        let number = table.names.len() as u32;
        table.names.push(name);
        table.numbers.insert(name, number);
        Symbol(number)
    }

    /// The symbol of a name that some tree or class already uses. A computed name (`getattr`) that no one has ever
    /// interned is no attribute of anything, and need not be remembered.
    pub fn existing(name: &str) -> Option<Symbol> {
        read().numbers.get(name).map(|&number| Symbol(number))
    }

    /// The name.
    pub fn as_str(self) -> &'static str {
        read().names[self.0 as usize]
    }

    /// The number.
    pub fn number(self) -> u32 {
        self.0
    }
}

fn read() -> std::sync::RwLockReadGuard<'static, Table> {
    table()
        .read()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<&str> for Symbol {
    fn from(name: &str) -> Symbol {
        Symbol::new(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_is_the_same_symbol() {
        assert_eq!(Symbol::new("append"), Symbol::new("append"));
        assert_ne!(Symbol::new("append"), Symbol::new("extend"));
        assert_eq!(Symbol::new("append").as_str(), "append");
        assert!(Symbol::existing("never interned by anyone").is_none());
    }
}
