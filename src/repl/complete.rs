//! Completion: keywords, names, and attributes of names.
//!
//! In: the line up to the cursor. Out: what the word before the cursor may become. Nothing that was typed is run for it.

use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

use super::magic;
use crate::engine::Engine;

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Completes words with what the session knows.
pub(super) struct Completion {
    engine: Engine,
}

impl Completion {
    pub fn new(engine: Engine) -> Completion {
        Completion { engine }
    }

    fn candidates(&self, line: &str) -> (usize, Vec<String>) {
        let part_of_path = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let start =
            line.rfind(|c| !part_of_path(c)).map_or(0, |at| at + line[at..].chars().next().map_or(1, char::len_utf8));
        let path: Vec<&str> = line[start..].split('.').collect();
        let (word, owner) = path.split_last().unwrap_or((&"", &[]));
        let mut names = match owner {
            [] if line.trim_start().starts_with('%') => {
                let start = line.len() - line.trim_start().len();
                let named = magic::NAMES.iter().filter(|name| name.starts_with(&line[start..]));
                return (start, named.map(|name| name.to_string()).collect());
            }
            [] if word.is_empty() => Vec::new(),
            [] => {
                let keywords = KEYWORDS.iter().map(|keyword| keyword.to_string());
                keywords.chain(self.engine.names()).collect()
            }
            owner => self.engine.names_in(owner),
        };
        // Names with underscores in front are offered to those who ask for them.
        names.retain(|name| name.starts_with(word) && (word.starts_with('_') || !name.starts_with('_')));
        names.sort();
        names.dedup();
        (line.len() - word.len(), names)
    }
}

impl Completer for Completion {
    type Candidate = String;

    fn complete(&self, line: &str, cursor: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        Ok(self.candidates(&line[..cursor]))
    }
}

impl Hinter for Completion {
    type Hint = String;
}

impl Highlighter for Completion {}
impl Validator for Completion {}
impl Helper for Completion {}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete(line: &str) -> (usize, Vec<String>) {
        let engine = Engine::new();
        engine.set("quite_long", vec![1_i64]);
        Completion::new(engine).candidates(line)
    }

    #[test]
    fn words_are_completed() {
        assert_eq!(complete("x = quit"), (4, vec!["quit".to_string(), "quite_long".to_string()]));
        assert_eq!(complete("print(isinst"), (6, vec!["isinstance".to_string()]));
        assert_eq!(complete("whi"), (0, vec!["while".to_string()]));
        assert_eq!(complete("f(quite_long.appe"), (13, vec!["append".to_string()]));
        assert_eq!(complete("  %timei"), (2, vec!["%timeit".to_string()]));
        assert_eq!(complete("é + "), (5, vec![]));
        assert_eq!(complete("nothing.x"), (8, vec![]));
    }
}
