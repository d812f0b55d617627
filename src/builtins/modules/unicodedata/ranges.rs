//! Properties of characters that no crate holds for the version of Unicode that CPython 3.11 knows.
//!
//! In: a property and a character. Out: its value. `ranges.txt` has a line for each value of a property: the characters
//! that have it, from first to last. What is on no line has the property's default.

use std::sync::OnceLock;

const LINES: &str = include_str!("ranges.txt");

/// A property that a character has one value of.
pub struct Property {
    name: &'static str,
    default: &'static str,
    ranges: OnceLock<Vec<(u32, u32, &'static str)>>,
}

/// How wide a character is among those of East Asia.
pub static EAST_ASIAN_WIDTH: Property = Property::new("east_asian_width", "N");
/// In which direction text with a character runs.
pub static BIDIRECTIONAL: Property = Property::new("bidirectional", "");
/// Whether a character is mirrored in text that runs to the left.
pub static MIRRORED: Property = Property::new("mirrored", "0");

/// The general category where a later version of Unicode says something else.
pub static CATEGORY: Property = Property::new("category", "");
/// The digit that a character shows where it has no decomposition into one.
pub static DIGIT: Property = Property::new("digit", "");
/// The number that a character shows where nothing else says it.
pub static NUMERIC: Property = Property::new("numeric", "");
/// In which way a character is compatible with what it decomposes into.
pub static COMPATIBILITY: Property = Property::new("decomposition", "compat");
/// What a character decomposes into in one step where that does not follow from full decompositions.
pub static MAPPING: Property = Property::new("mapping", "");

impl Property {
    const fn new(name: &'static str, default: &'static str) -> Property {
        Property { name, default, ranges: OnceLock::new() }
    }

    /// The value that a character has.
    pub fn of(&self, code: u32) -> &'static str {
        let ranges = self.ranges.get_or_init(|| self.read());
        let after = ranges.partition_point(|&(first, ..)| first <= code);
        match ranges[..after].last() {
            Some(&(_, last, value)) if code <= last => value,
            _ => self.default,
        }
    }

    fn read(&self) -> Vec<(u32, u32, &'static str)> {
        let number = |text: &str| u32::from_str_radix(text, 16).unwrap_or(0);
        let mut ranges = Vec::new();
        for (head, characters) in LINES.lines().filter_map(|line| line.split_once(": ")) {
            let Some((_, value)) = head.split_once(' ').filter(|(name, _)| *name == self.name) else { continue };
            ranges.extend(characters.split(' ').map(|range| {
                let (first, last) = range.split_once('-').unwrap_or((range, range));
                (number(first), number(last), value)
            }));
        }
        ranges.sort_unstable();
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_the_value_of_their_range() {
        assert_eq!(EAST_ASIAN_WIDTH.of('a' as u32), "Na");
        assert_eq!(EAST_ASIAN_WIDTH.of('漢' as u32), "W");
        assert_eq!(EAST_ASIAN_WIDTH.of('é' as u32), "A");
        assert_eq!(EAST_ASIAN_WIDTH.of(0), "N");
        assert_eq!((BIDIRECTIONAL.of('א' as u32), BIDIRECTIONAL.of(0xe000)), ("R", "L"));
        assert_eq!((MIRRORED.of('(' as u32), MIRRORED.of('a' as u32)), ("1", "0"));
    }
}
