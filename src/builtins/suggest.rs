//! "Did you mean": the nearest of some names to one that was not found.
//!
//! In: a name and candidates. Out: the best candidate, if one is near enough by CPython's rule. Whoever reports a
//! NameError, AttributeError or ImportError asks here.

/// What inserting, deleting or replacing a character costs.
const CHANGE: usize = 2;
/// What a change of case alone costs.
const CASE: usize = 1;
/// Longer names get no suggestion.
const LONGEST: usize = 40;
/// More candidates than this are not searched.
const MOST: usize = 750;

/// The candidate nearest to `name`; the first of equally near ones.
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let candidates: Vec<&str> = candidates.into_iter().take(MOST).collect();
    if candidates.len() >= MOST {
        return None;
    }
    let mut best: Option<(&str, usize)> = None;
    for candidate in candidates {
        if candidate == name {
            continue;
        }
        // At most a third of all characters may change.
        let mut allowed = (name.len() + candidate.len() + 3) * CHANGE / 6;
        if let Some((_, distance)) = best {
            allowed = allowed.min(distance - 1);
        }
        if let Some(distance) = distance(name.as_bytes(), candidate.as_bytes(), allowed) {
            best = Some((candidate, distance));
            if distance == 0 {
                break;
            }
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The edit distance, if it is at most `allowed`.
fn distance(a: &[u8], b: &[u8], allowed: usize) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    if a.is_empty() || b.is_empty() {
        return Some((a.len() + b.len()) * CHANGE).filter(|&cost| cost <= allowed);
    }
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let (a, b) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if (b.len() - a.len()) * CHANGE > allowed {
        return None;
    }
    // One row of the table of distances between prefixes, kept from one character of `b` to the next.
    let mut row: Vec<usize> = (1..=a.len()).map(|place| place * CHANGE).collect();
    let mut result = 0;
    for (place, &right) in b.iter().enumerate() {
        let mut diagonal = place * CHANGE;
        result = diagonal;
        let mut least = usize::MAX;
        for (cell, &left) in row.iter_mut().zip(a) {
            let replaced = diagonal + replacement(left, right);
            diagonal = *cell;
            result = replaced.min(result.min(diagonal) + CHANGE);
            *cell = result;
            least = least.min(result);
        }
        if least > allowed {
            return None;
        }
    }
    (result <= allowed).then_some(result)
}

fn replacement(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        CHANGE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found() {
        let names = ["print", "range", "list", "len", "blech", "ValueError"];
        assert_eq!(suggest("pritn", names), Some("print"));
        assert_eq!(suggest("Range", names), Some("range"));
        assert_eq!(suggest("valueerror", names), Some("ValueError"));
        assert_eq!(suggest("xyzzy", names), None);
        assert_eq!(suggest("bluch", ["blach", "blech"]), Some("blach"));
        assert_eq!(suggest("a", ["b"]), None);
    }
}
