//! Encodings that have a byte for each of up to 256 characters.
//!
//! In: the names of an encoding, or its bytes and characters. Out: its table, read from `charmaps.txt` when it is first
//! asked for: a line for each encoding, its names, and behind the colon what its bytes are, from 80 on, or from 0 where
//! there are more of them than 128. `.` stands for the character with the byte's own code, `-` for none, with the number
//! of bytes in a row behind it; `e9+3` for e9, ea, eb.

use std::cell::RefCell;
use std::collections::HashMap;

const TABLES: &str = include_str!("charmaps.txt");

/// The characters of one encoding.
pub struct Charmap {
    characters: [Option<char>; 256],
    bytes: HashMap<char, u8>,
}

thread_local! {
    /// The tables that were asked for, under the names by which they were: each text that is written asks again.
    static READ: RefCell<Vec<(String, &'static Charmap)>> = const { RefCell::new(Vec::new()) };
}

impl Charmap {
    /// The encoding of a name in lower case, with underscores.
    pub fn find(name: &str) -> Option<&'static Charmap> {
        READ.with_borrow_mut(|read| {
            if let Some((_, known)) = read.iter().find(|(known, _)| known == name) {
                return Some(*known);
            }
            let mut lines = TABLES.lines().filter_map(|line| line.split_once(": "));
            let (_, characters) = lines.find(|(names, _)| names.split(' ').any(|known| known == name))?;
            // There are no more of them than names.
            let table: &'static Charmap = Box::leak(Box::new(Charmap::read(characters)));
            read.push((name.to_string(), table));
            Some(table)
        })
    }

    fn read(line: &str) -> Charmap {
        let mut row: Vec<Option<char>> = Vec::with_capacity(256);
        let words: Vec<(&str, usize)> = line.split(' ').map(count).collect();
        let all: usize = words.iter().map(|(_, count)| count).sum();
        row.extend((0..256usize.saturating_sub(all) as u32).map(char::from_u32));
        for (word, count) in words {
            for further in 0..count as u32 {
                row.push(match word {
                    "-" => None,
                    "." => char::from_u32(row.len() as u32),
                    first => u32::from_str_radix(first, 16).ok().and_then(|code| char::from_u32(code + further)),
                });
            }
        }
        let characters = std::array::from_fn(|byte| row.get(byte).copied().flatten());
        let known = characters.iter().enumerate().filter_map(|(byte, &c)| c.map(|c| (c, byte as u8)));
        Charmap { characters, bytes: known.collect() }
    }

    /// The character of a byte.
    pub fn character(&self, byte: u8) -> Option<char> {
        self.characters[byte as usize]
    }

    /// The byte of a character.
    pub fn byte(&self, character: char) -> Option<u8> {
        self.bytes.get(&character).copied()
    }
}

/// What a word stands for, and how many times.
fn count(word: &str) -> (&str, usize) {
    let (first, rest) = match word.split_once('+') {
        Some(parts) => parts,
        None if word.starts_with(['.', '-']) => word.split_at(1),
        None => (word, ""),
    };
    (first, rest.parse().unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_256_bytes() {
        for line in TABLES.lines() {
            let (names, characters) = line.split_once(": ").unwrap();
            let all: usize = characters.split(' ').map(|word| count(word).1).sum();
            assert!(all == 128 || all == 256, "{names}: {all}");
        }
        let table = Charmap::find("windows_1252").unwrap();
        assert_eq!((table.character(0x80), table.character(0x81), table.character(b'a')), (Some('€'), None, Some('a')));
        assert_eq!((table.byte('€'), table.byte('é'), table.byte('Ж')), (Some(0x80), Some(0xe9), None));
        assert!(Charmap::find("nothing").is_none());
    }
}
