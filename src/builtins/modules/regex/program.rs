//! A pattern ready to match, and where it matched.
//!
//! In: text and places in it, in bytes. Out: the spans of the groups. The crate's programs are made when they are first
//! needed: one to search, one that must reach the end, one that must not match nothing.

use super::parse::{Parsed, parse};
use super::translate::translate;
use super::tree::Tree;
use fancy_regex::{Regex, RegexBuilder, RegexInput};
use std::cell::OnceCell;

/// How many steps back a match may take, and how large the programs may be that the crate makes.
const BACKTRACKS: usize = 200_000_000;
const SIZE: usize = 1 << 28;

/// Where the groups matched, the whole first.
pub type Spans = Vec<Option<(usize, usize)>>;

/// A compiled pattern.
pub struct Program {
    /// What it says.
    pub tree: Tree,
    text: String,
    plain: OnceCell<Made>,
    full: OnceCell<Made>,
    advancing: OnceCell<Made>,
}

/// The crate's program, or why it makes none.
type Made = Result<Regex, Box<fancy_regex::Error>>;

/// What a match is to be like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Anywhere.
    Search,
    /// Where the search begins.
    Match,
    /// From there to the end.
    Full,
    /// Where the search begins, and not empty.
    Advance,
}

/// Why there is no answer.
#[derive(Debug)]
pub enum GaveUp {
    /// It would have taken too many steps.
    Steps,
    /// The crate does not take the pattern.
    Pattern(String),
}

impl Program {
    /// Reads a pattern.
    pub fn compile(text: &str, bytes: bool, flags: u32) -> Parsed<Program> {
        let tree = parse(text, bytes, flags)?;
        let text = translate(&tree, bytes);
        Ok(Program { tree, text, plain: OnceCell::new(), full: OnceCell::new(), advancing: OnceCell::new() })
    }

    /// The crate's program; none if the crate says that there is no such match.
    fn regex(&self, mode: Mode) -> Result<Option<&Regex>, GaveUp> {
        let made = match mode {
            Mode::Search | Mode::Match => self.plain.get_or_init(|| build(&self.text, false)),
            Mode::Full => self.full.get_or_init(|| build(&format!(r"(?:{})\z", self.text), false)),
            Mode::Advance => self.advancing.get_or_init(|| build(&self.text, true)),
        };
        match made {
            Ok(regex) => Ok(Some(regex)),
            // What matches nothing only never advances.
            Err(_) if mode == Mode::Advance && self.plain.get().is_some_and(Result::is_ok) => Ok(None),
            Err(error) => Err(GaveUp::Pattern(error.to_string())),
        }
    }

    /// The first match in `text` from a place on.
    pub fn find(&self, text: &str, start: usize, mode: Mode) -> Result<Option<Spans>, GaveUp> {
        let Some(regex) = self.regex(mode)? else { return Ok(None) };
        if start > text.len() {
            return Ok(None);
        }
        let input = RegexInput::new(text).from_pos(start).anchored(mode != Mode::Search);
        match regex.captures_input(input) {
            Ok(Some(found)) => {
                let span = |group| found.get(group).map(|part| (part.start(), part.end()));
                Ok(Some((0..=self.tree.groups).map(span).collect()))
            }
            Ok(None) => Ok(None),
            Err(_) => Err(GaveUp::Steps),
        }
    }
}

fn build(text: &str, advancing: bool) -> Made {
    RegexBuilder::new(text)
        .backtrack_limit(BACKTRACKS)
        .delegate_size_limit(SIZE)
        .delegate_dfa_size_limit(1 << 24)
        .find_not_empty(advancing)
        .build()
        .map_err(Box::new)
}

/// All matches from a place on: after an empty match the next one there is not empty.
pub struct Matches {
    place: usize,
    must_advance: bool,
}

impl Matches {
    /// Matches from a place on.
    pub fn from(place: usize) -> Matches {
        Matches { place, must_advance: false }
    }

    /// The match in `text` where the last one ended, if there is one.
    pub fn next_at_once(&mut self, program: &Program, text: &str) -> Result<Option<Spans>, GaveUp> {
        let mode = if self.must_advance { Mode::Advance } else { Mode::Match };
        let found = program.find(text, self.place, mode)?;
        self.pass(&found);
        Ok(found)
    }

    fn pass(&mut self, found: &Option<Spans>) {
        if let Some(Some((start, end))) = found.as_ref().and_then(|spans| spans.first()) {
            self.place = *end;
            self.must_advance = start == end;
        }
    }

    /// The next match in `text`.
    pub fn next(&mut self, program: &Program, text: &str) -> Result<Option<Spans>, GaveUp> {
        let mut found = None;
        if self.must_advance {
            found = program.find(text, self.place, Mode::Advance)?;
            if found.is_none() {
                let Some(letter) = text.get(self.place..).and_then(|rest| rest.chars().next()) else {
                    return Ok(None);
                };
                found = program.find(text, self.place + letter.len_utf8(), Mode::Search)?;
            }
        } else if self.place <= text.len() {
            found = program.find(text, self.place, Mode::Search)?;
        }
        self.pass(&found);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::Fault;
    use super::*;

    fn all(pattern: &str, text: &str) -> Vec<String> {
        let program = Program::compile(pattern, false, 0).unwrap();
        let mut matches = Matches::from(0);
        let mut found = Vec::new();
        while let Some(spans) = matches.next(&program, text).unwrap() {
            let (start, end) = spans[0].unwrap();
            found.push(text[start..end].to_owned());
        }
        found
    }

    #[test]
    fn empty_matches_are_those_of_cpython() {
        assert_eq!(all("a*", "baac"), ["", "aa", "", ""]);
        assert_eq!(all("a|b*", "ab"), ["a", "b", ""]);
        assert_eq!(all("", "ab"), ["", "", ""]);
        assert_eq!(all(r"\b|:+", "a::bc"), ["", "", "::", "", ""]);
    }

    #[test]
    fn faults_have_cpythons_words() {
        let fault = |pattern: &str| match Program::compile(pattern, false, 0) {
            Err(Fault::Syntax(message, place)) => (message, place),
            _ => (String::new(), None),
        };
        assert_eq!(fault("(a"), ("missing ), unterminated subpattern".to_owned(), Some(0)));
        assert_eq!(fault("a**"), ("multiple repeat".to_owned(), Some(2)));
        assert_eq!(fault("*a"), ("nothing to repeat".to_owned(), Some(0)));
        assert_eq!(fault("[a"), ("unterminated character set".to_owned(), Some(0)));
        assert_eq!(fault("(?<=a*)b"), ("look-behind requires fixed-width pattern".to_owned(), None));
    }
}
