//! Makes a failing program smaller by leaving out lines. Knows that a line owns the deeper lines
//! under it, and nothing else of the language: whoever calls says whether a candidate still fails.

/// Tries are runs of two programs; this many take a minute at worst.
const TRIES: usize = 400;

/// The smallest program found that `fails` still accepts.
pub fn shrink(text: &str, mut fails: impl FnMut(&str) -> bool) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
    let mut tries = 0;
    loop {
        let before = lines.len();
        let mut at = 0;
        while at < lines.len() {
            for candidate in [without_block(&lines, at), without_head(&lines, at)].into_iter().flatten() {
                if tries == TRIES {
                    return join(&lines);
                }
                tries += 1;
                if fails(&join(&candidate)) {
                    lines = candidate;
                    break;
                }
            }
            at += 1;
        }
        if lines.len() == before {
            return join(&lines);
        }
    }
}

fn join(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// One past the last line that belongs to the line at `at`.
fn block_end(lines: &[String], at: usize) -> usize {
    let own = depth(&lines[at]);
    (at + 1..lines.len()).find(|&i| depth(&lines[i]) <= own).unwrap_or(lines.len())
}

/// The program without the line and what it owns; `pass` stays where a block would be left empty.
fn without_block(lines: &[String], at: usize) -> Option<Vec<String>> {
    let end = block_end(lines, at);
    let own = depth(&lines[at]);
    if lines[at].trim() == "pass" {
        return None;
    }
    let opens = at > 0 && depth(&lines[at - 1]) < own;
    let closes = end == lines.len() || depth(&lines[end]) < own;
    let mut kept = lines[..at].to_vec();
    if opens && closes {
        kept.push(" ".repeat(own) + "pass");
    }
    kept.extend_from_slice(&lines[end..]);
    Some(kept)
}

/// The program with the lines a line owns in its own place.
fn without_head(lines: &[String], at: usize) -> Option<Vec<String>> {
    let end = block_end(lines, at);
    if end == at + 1 {
        return None;
    }
    let step = depth(&lines[at + 1]) - depth(&lines[at]);
    let mut kept = lines[..at].to_vec();
    kept.extend(lines[at + 1..end].iter().map(|line| line[step..].to_string()));
    kept.extend_from_slice(&lines[end..]);
    Some(kept)
}

#[test]
fn shrinks_to_what_fails() {
    let text = "a\nif b:\n    c\n    d\nelse:\n    e\nf\n";
    assert_eq!(shrink(text, |t| t.contains('d')), "d\n");
    assert_eq!(shrink(text, |t| t.contains("if b") && t.contains("\nf\n")), "if b:\n    pass\nf\n");
}
