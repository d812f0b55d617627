//! Upper, lower, title and folded case, and the questions about them.

use crate::unicode;

/// `str.upper`
pub fn upper(text: &str) -> String {
    text.chars().flat_map(unicode::to_upper).collect()
}

/// `str.lower`
pub fn lower(text: &str) -> String {
    map_lowered(text, |_, _, lowered, out| out.push_str(lowered))
}

/// `str.capitalize`
pub fn capitalize(text: &str) -> String {
    map_lowered(text, |place, c, lowered, out| {
        if place == 0 {
            unicode::push_title(c, out);
        } else {
            out.push_str(lowered);
        }
    })
}

/// `str.title`
pub fn title(text: &str) -> String {
    let mut inside_word = false;
    map_lowered(text, |_, c, lowered, out| {
        if inside_word {
            out.push_str(lowered);
        } else {
            unicode::push_title(c, out);
        }
        inside_word = unicode::is_cased(c);
    })
}

/// `str.swapcase`
pub fn swap(text: &str) -> String {
    map_lowered(text, |_, c, lowered, out| {
        if unicode::is_upper(c) {
            out.push_str(lowered);
        } else if unicode::is_lower(c) {
            out.extend(unicode::to_upper(c));
        } else {
            out.push(c);
        }
    })
}

/// `str.casefold`
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| unicode::push_folded(c, &mut out));
    out
}

/// `str.isupper`
pub fn is_upper(text: &str) -> bool {
    let mut cased = false;
    for c in text.chars() {
        if unicode::is_lower(c) || unicode::is_title(c) {
            return false;
        }
        cased |= unicode::is_upper(c);
    }
    cased
}

/// `str.islower`
pub fn is_lower(text: &str) -> bool {
    let mut cased = false;
    for c in text.chars() {
        if unicode::is_upper(c) || unicode::is_title(c) {
            return false;
        }
        cased |= unicode::is_lower(c);
    }
    cased
}

/// `str.istitle`
pub fn is_title(text: &str) -> bool {
    let (mut cased, mut inside_word) = (false, false);
    for c in text.chars() {
        if unicode::is_upper(c) || unicode::is_title(c) {
            if inside_word {
                return false;
            }
            (cased, inside_word) = (true, true);
        } else if unicode::is_lower(c) {
            if !inside_word {
                return false;
            }
            cased = true;
        } else {
            inside_word = false;
        }
    }
    cased
}

/// Hands `put` each character with its place and its lower case. The lower case is that of the whole text, because the
/// Greek sigma has another form at the end of a word; every character's share of it is found by its length.
fn map_lowered(text: &str, mut put: impl FnMut(usize, char, &str, &mut String)) -> String {
    if text.is_ascii() {
        let mut out = String::with_capacity(text.len());
        for (place, c) in text.chars().enumerate() {
            put(place, c, c.to_ascii_lowercase().encode_utf8(&mut [0; 4]), &mut out);
        }
        return out;
    }
    let all = text.to_lowercase();
    let mut rest = all.as_str();
    let mut out = String::with_capacity(text.len());
    for (place, c) in text.chars().enumerate() {
        let share = rest.char_indices().nth(c.to_lowercase().len()).map_or(rest.len(), |(end, _)| end);
        let (lowered, after) = rest.split_at(share);
        if unicode::has_lower(c) {
            put(place, c, lowered, &mut out);
        } else {
            put(place, c, c.encode_utf8(&mut [0; 4]), &mut out);
        }
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        assert_eq!(title("they're bill's"), "They'Re Bill'S");
        assert_eq!(capitalize("ßABC"), "Ssabc");
        assert_eq!(swap("aB1é"), "Ab1É");
        assert_eq!(title("ὈΔΥΣΣΕΎΣ"), "Ὀδυσσεύς");
    }

    #[test]
    fn questions() {
        assert!(is_title("A Title") && !is_title("A title") && !is_title("1"));
        assert!(is_upper("A1") && !is_upper("1") && !is_upper("Aa"));
        assert!(is_lower("a1") && !is_lower("1") && !is_lower("ǅ"));
    }
}
