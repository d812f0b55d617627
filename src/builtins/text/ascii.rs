//! Sets of ASCII characters: most of what scripts cut and strip by. In text of any kind, such a byte is a character.

/// A bit for each of them.
#[derive(Clone, Copy)]
pub struct AsciiSet(u128);

/// White space.
pub const SPACES: AsciiSet = AsciiSet(0x1f << b'\t' | 0x1f << 0x1c);

impl AsciiSet {
    /// The set of these characters, if all are ASCII.
    #[inline]
    pub fn of(chars: &str) -> Option<AsciiSet> {
        let mut set = 0;
        for byte in chars.bytes() {
            set |= 1u128.checked_shl(byte.into())?;
        }
        Some(AsciiSet(set))
    }

    /// Whether a byte of text is one of the set.
    #[inline(always)]
    pub fn has(self, byte: u8) -> bool {
        byte < 128 && self.0 >> byte & 1 != 0
    }

    /// A text without the characters at its ends that the set has.
    #[inline]
    pub fn trim(self, text: &str, left: bool, right: bool) -> &str {
        let bytes = text.as_bytes();
        let (mut start, mut end) = (0, bytes.len());
        while left && start < end && self.has(bytes[start]) {
            start += 1;
        }
        while right && start < end && self.has(bytes[end - 1]) {
            end -= 1;
        }
        &text[start..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unicode::is_space;

    #[test]
    fn spaces_are_those_of_the_language() {
        assert!((0..128).all(|byte| SPACES.has(byte) == is_space(byte.into())));
        assert!((128..=255).all(|byte| !SPACES.has(byte)));
    }

    #[test]
    fn both_ends_lose_what_the_set_has() {
        let set = AsciiSet::of(".,").unwrap();
        assert_eq!(set.trim(".é,a.,", true, true), "é,a");
        assert_eq!((set.trim(",a.", true, false), set.trim(",a.", false, true)), ("a.", ",a"));
        assert_eq!(set.trim("...", true, true), "");
        assert!(AsciiSet::of("aé").is_none());
    }
}
