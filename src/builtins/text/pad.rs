//! Filling text up to a width, expanding tabs.

/// How much goes on either side of what is centred: where the sides cannot be equal, the odd character goes left if the
/// width is odd too.
pub fn sides(length: usize, width: usize) -> (usize, usize) {
    let room = width.saturating_sub(length);
    let left = room / 2 + (room & width & 1);
    (left, room - left)
}

/// `str.center`
pub fn center(text: &str, length: usize, width: usize, fill: char) -> String {
    let (left, right) = sides(length, width);
    surround(text, left, right, fill)
}

/// The text between so many fill characters.
pub fn surround(text: &str, left: usize, right: usize, fill: char) -> String {
    let mut out = String::with_capacity(text.len() + (left + right) * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, left));
    out.push_str(text);
    out.extend(std::iter::repeat_n(fill, right));
    out
}

/// `str.zfill`: zeros go behind a sign.
pub fn fill_zeros(text: &str, length: usize, width: usize) -> String {
    let zeros = width.saturating_sub(length);
    let (sign, digits) = text.split_at(usize::from(text.starts_with(['+', '-'])));
    let mut out = String::with_capacity(text.len() + zeros);
    out.push_str(sign);
    out.extend(std::iter::repeat_n('0', zeros));
    out.push_str(digits);
    out
}

/// `str.expandtabs`; a tab size that is not positive drops the tabs.
pub fn expand_tabs(text: &str, tab: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' if tab == 0 => {}
            '\t' => {
                let spaces = tab - column % tab;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
}

/// How long `expand_tabs` would make the text, to be checked before memory is asked for.
pub fn expanded_length(text: &str, tab: usize) -> Option<usize> {
    text.len().checked_add(tab.checked_mul(text.matches('\t').count())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling() {
        assert_eq!(center("ab", 2, 5, '*'), "**ab*");
        assert_eq!(center("abc", 3, 6, '*'), "*abc**");
        assert_eq!(fill_zeros("-7", 2, 5), "-0007");
        assert_eq!(fill_zeros("x", 1, 0), "x");
        assert_eq!(expand_tabs("a\tb\n\tc", 4), "a   b\n    c");
        assert_eq!(expand_tabs("a\tb", 0), "ab");
    }
}
