//! In: an error of the embedding API. Out: the text that CPython 3.11 prints for it: tracebacks with the failing part of
//! each line marked, chained exceptions, notes, suggestions.

use std::fmt;

use super::diagnostic::{syntax_error, write_place};
use crate::engine::error::{Error, ErrorKind, Line, Link, Raised};
use crate::syntax::marks::marks;

/// Equal lines of a traceback that are shown before the rest is only counted.
const REPEATED: usize = 3;
/// Lines of a traceback that are shown, the innermost ones.
const LONGEST: usize = 1000;

/// What CPython prints for it, without the last line end.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            ErrorKind::Syntax { error, source } => f.write_str(&syntax_error(error, source)),
            ErrorKind::Raised(raised) => {
                let text = exception(raised);
                f.write_str(text.strip_suffix('\n').unwrap_or(&text))
            }
        }
    }
}

impl std::error::Error for Error {}

/// An exception and those before it.
pub fn exception(raised: &Raised) -> String {
    let mut group = Group { out: String::new(), depth: 0, open: false };
    group.chain(raised);
    group.out
}

/// Exceptions of a group that are shown, and groups inside one another.
const WIDEST: usize = 15;
const DEEPEST: usize = 10;

/// Text that is indented by how deep in groups it stands.
struct Group {
    out: String,
    depth: usize,
    /// The last member of a group still has to be closed.
    open: bool,
}

impl Group {
    fn indentation(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// Adds whole lines, with a mark in front of each if they stand in a group.
    fn emit(&mut self, text: &str, mark: char) {
        if self.depth == 0 {
            self.out += text;
            return;
        }
        let indentation = self.indentation();
        for line in text.split_inclusive('\n') {
            self.out += &format!("{indentation}{mark} {line}");
        }
    }

    fn chain(&mut self, raised: &Raised) {
        // The first of a chain stands first; the chain is followed without recursion.
        let mut chain = vec![raised];
        while let Some((_, before)) = &chain[chain.len() - 1].before {
            chain.push(before);
        }
        for (place, raised) in chain.iter().enumerate().rev() {
            match raised.members.is_empty() {
                true => self.emit(&one(raised, "Traceback"), '|'),
                false => self.members(raised),
            }
            if let Some(next) = place.checked_sub(1).map(|place| chain[place]) {
                let between = match next.before {
                    Some((Link::Cause, _)) => {
                        "\nThe above exception was the direct cause of the following exception:\n\n"
                    }
                    _ => "\nDuring handling of the above exception, another exception occurred:\n\n",
                };
                self.emit(between, '|');
            }
        }
    }

    fn members(&mut self, raised: &Raised) {
        if self.depth > DEEPEST {
            self.emit(&format!("... (max_group_depth is {DEEPEST})\n"), '|');
            return;
        }
        let outermost = self.depth == 0;
        self.depth += usize::from(outermost);
        let text = one(raised, "Exception Group Traceback");
        match text.split_once('\n') {
            Some((first, rest)) if outermost && !raised.traceback.is_empty() => {
                self.emit(&format!("{first}\n"), '+');
                self.emit(rest, '|');
            }
            _ => self.emit(&text, '|'),
        }
        self.open = false;
        let count = raised.members.len();
        let shown = count.min(WIDEST + 1);
        for (place, member) in raised.members.iter().enumerate().take(shown) {
            let last = place + 1 == shown;
            self.open |= last;
            let title = if place < WIDEST { (place + 1).to_string() } else { "...".to_string() };
            let joint = if place == 0 { "+-" } else { "  " };
            self.out += &format!("{}{joint}+---------------- {title} ----------------\n", self.indentation());
            self.depth += 1;
            if place < WIDEST {
                self.chain(member);
            } else {
                let more = count - WIDEST;
                let plural = if more > 1 { "s" } else { "" };
                self.emit(&format!("and {more} more exception{plural}\n"), '|');
            }
            if last && self.open {
                self.out += &format!("{}+------------------------------------\n", self.indentation());
                self.open = false;
            }
            self.depth -= 1;
        }
        self.depth -= usize::from(outermost);
    }
}

/// One exception without those before it and without its members.
fn one(raised: &Raised, title: &str) -> String {
    let mut out = String::new();
    if !raised.traceback.is_empty() {
        out += &format!("{title} (most recent call last):\n");
        lines(&mut out, &raised.traceback[raised.traceback.len().saturating_sub(LONGEST)..]);
    }
    if let Some((file, place)) = &raised.place {
        write_place(&mut out, file, place);
    }
    out += &raised.class;
    if !raised.message.is_empty() {
        out += ": ";
        out += &raised.message;
    }
    if let Some(suggestion) = &raised.suggestion {
        out += &format!(". Did you mean: '{suggestion}'?");
    }
    out.push('\n');
    for note in &raised.notes {
        out += note;
        out.push('\n');
    }
    out
}

fn lines(out: &mut String, traceback: &[Line]) {
    let alike =
        |a: &Line, b: &Line| a.number() == b.number() && a.function == b.function && a.source.name() == b.source.name();
    for run in traceback.chunk_by(alike) {
        for shown in run.iter().take(REPEATED) {
            line(out, shown);
        }
        match run.len().saturating_sub(REPEATED) {
            0 => {}
            1 => *out += "  [Previous line repeated 1 more time]\n",
            more => *out += &format!("  [Previous line repeated {more} more times]\n"),
        }
    }
}

fn line(out: &mut String, line: &Line) {
    let number = line.number();
    let name = line.source.name();
    *out += &format!("  File \"{name}\", line {number}, in {}\n", line.function);
    // Text that came from no file is not there to be shown.
    if name.starts_with('<') && name.ends_with('>') {
        return;
    }
    let text = line.source.line_text(number);
    let shown = text.trim_matches([' ', '\t', '\x0c']);
    if shown.is_empty() {
        return;
    }
    *out += &format!("    {shown}\n");
    if let Some(marks) = marks(&line.source, line.span, text) {
        *out += &format!("    {marks}\n");
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::Engine;

    #[test]
    fn an_error_reads_as_in_cpython() {
        let error = Engine::new().eval::<()>("def f():\n    return {}['k']\nf()\n").unwrap_err();
        let expected = "Traceback (most recent call last):\n  File \"<string>\", line 3, in <module>\n  File \"<string>\", line 2, in f\nKeyError: 'k'";
        assert_eq!(error.to_string(), expected);
    }
}
