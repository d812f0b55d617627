//! Tree to the syntax of the crate that matches.
//!
//! In: a tree. Out: a pattern in which everything that Python means differently is spelled out: places, kinds of
//! characters, flags. Groups keep their numbers; names are not passed on.

use super::tree::{Category, Greed, Member, Node, Place, Tree, flag};
use std::fmt::Write;

/// The pattern in the syntax of the crate.
pub fn translate(tree: &Tree, bytes: bool) -> String {
    let mut writer = Writer { out: String::new(), bytes };
    let folds = writer.folds(tree.flags);
    writer.out.push_str(if folds { "(?i)" } else { "" });
    writer.nodes(&tree.nodes, tree.flags);
    writer.out
}

struct Writer {
    out: String,
    bytes: bool,
}

const ASCII_WORD: &str = "[0-9A-Za-z_]";

/// The members of a class for a kind of characters, for use in brackets.
fn category(category: Category, negated: bool, ascii: bool) -> &'static str {
    match (category, negated, ascii) {
        (Category::Digit, false, false) => r"\p{Nd}",
        (Category::Digit, true, false) => r"\P{Nd}",
        (Category::Space, false, false) => r"\s\x{1c}-\x{1f}",
        (Category::Space, true, false) => r"[^\s\x{1c}-\x{1f}]",
        (Category::Word, false, false) => r"\p{L}\p{N}_",
        (Category::Word, true, false) => r"[^\p{L}\p{N}_]",
        (Category::Digit, false, true) => "0-9",
        (Category::Digit, true, true) => "[^0-9]",
        (Category::Space, false, true) => r"\x{9}-\x{d}\x{20}",
        (Category::Space, true, true) => r"[^\x{9}-\x{d}\x{20}]",
        (Category::Word, false, true) => "0-9A-Za-z_",
        (Category::Word, true, true) => "[^0-9A-Za-z_]",
    }
}

impl Writer {
    fn is_ascii(&self, flags: u32) -> bool {
        self.bytes || flags & flag::ASCII != 0
    }

    /// Whether the crate is to ignore case; where only ASCII letters count, this file spells the cases out.
    fn folds(&self, flags: u32) -> bool {
        flags & flag::IGNORECASE != 0 && !self.is_ascii(flags)
    }

    fn nodes(&mut self, nodes: &[Node], flags: u32) {
        for node in nodes {
            self.node(node, flags);
        }
    }

    fn literal(&mut self, letter: char) {
        match letter {
            letter if letter.is_ascii_alphanumeric() || letter == '_' || letter == ' ' => self.out.push(letter),
            letter if letter.is_alphabetic() => self.out.push(letter),
            letter => _ = write!(self.out, "\\x{{{:x}}}", u32::from(letter)),
        }
    }

    fn node(&mut self, node: &Node, flags: u32) {
        match node {
            Node::Literal(letter) => {
                if letter.is_ascii_alphabetic() && flags & flag::IGNORECASE != 0 && self.is_ascii(flags) {
                    _ = write!(self.out, "[{}{}]", letter.to_ascii_lowercase(), letter.to_ascii_uppercase());
                } else {
                    self.literal(*letter);
                }
            }
            Node::Any => self.out.push_str(if flags & flag::DOTALL != 0 { "(?s:.)" } else { r"[^\x{a}]" }),
            Node::At(place) => self.place(*place, flags),
            Node::Category(kind, negated) => {
                let inside = category(*kind, *negated, self.is_ascii(flags));
                _ = write!(self.out, "[{inside}]");
            }
            Node::Set(members, negated) => self.set(members, *negated, flags),
            Node::Branch(branches) => {
                self.out.push_str("(?:");
                for (place, branch) in branches.iter().enumerate() {
                    self.out.push_str(if place > 0 { "|" } else { "" });
                    self.nodes(branch, flags);
                }
                self.out.push(')');
            }
            Node::Repeat(node, least, most, greed) => self.repeat(node, *least, *most, *greed, flags),
            Node::Capture(nodes) => self.group("(", nodes, flags),
            Node::Group(nodes, on, off) => {
                let types = if on & flag::TYPES != 0 { flag::TYPES } else { 0 };
                let inner = (flags & !types | on) & !off;
                let open = match (self.folds(flags), self.folds(inner)) {
                    (false, true) => "(?i:",
                    (true, false) => "(?-i:",
                    _ => "(?:",
                };
                self.group(open, nodes, inner);
            }
            Node::Atomic(nodes) => self.group("(?>", nodes, flags),
            Node::Reference(group) => _ = write!(self.out, "(?:\\{group})"),
            Node::Look(nodes, expected, behind) => {
                let open = match (expected, behind) {
                    (true, false) => "(?=",
                    (false, false) => "(?!",
                    (true, true) => "(?<=",
                    (false, true) => "(?<!",
                };
                self.group(open, nodes, flags);
            }
            Node::Condition(group, yes, no) => {
                _ = write!(self.out, "(?({group})");
                self.group("(?:", yes, flags);
                self.out.push('|');
                self.group("(?:", no, flags);
                self.out.push(')');
            }
        }
    }

    fn group(&mut self, open: &str, nodes: &[Node], flags: u32) {
        self.out.push_str(open);
        self.nodes(nodes, flags);
        self.out.push(')');
    }

    fn place(&mut self, place: Place, flags: u32) {
        let multiline = flags & flag::MULTILINE != 0;
        match place {
            Place::Beginning if multiline => self.out.push_str("(?m:^)"),
            Place::Beginning | Place::Start => self.out.push_str(r"\A"),
            Place::End if multiline => self.out.push_str("(?m:$)"),
            Place::End => self.out.push_str(r"(?=\x{a}?\z)"),
            Place::Stop => self.out.push_str(r"\z"),
            Place::Boundary if self.is_ascii(flags) => {
                _ = write!(self.out, "(?:(?<={ASCII_WORD})(?!{ASCII_WORD})|(?<!{ASCII_WORD})(?={ASCII_WORD}))");
            }
            Place::NoBoundary if self.is_ascii(flags) => {
                let one = format!("(?<={ASCII_WORD})(?={ASCII_WORD})|(?<!{ASCII_WORD})(?!{ASCII_WORD})");
                _ = write!(self.out, r"(?:(?!\A\z)(?:{one}))");
            }
            Place::Boundary => self.out.push_str(r"\b"),
            // In an empty text Python sees neither.
            Place::NoBoundary => self.out.push_str(r"(?:(?!\A\z)\B)"),
        }
    }

    fn set(&mut self, members: &[Member], negated: bool, flags: u32) {
        self.out.push_str(if negated { "[^" } else { "[" });
        let ascii = self.is_ascii(flags);
        for member in members {
            match member {
                Member::Category(kind, negated) => self.out.push_str(category(*kind, *negated, ascii)),
                Member::Range(low, high) => {
                    self.range(*low, *high);
                    if flags & flag::IGNORECASE != 0 && ascii {
                        self.other_case(*low, *high);
                    }
                }
            }
        }
        self.out.push(']');
    }

    fn range(&mut self, low: char, high: char) {
        _ = write!(self.out, "\\x{{{:x}}}", u32::from(low));
        if high > low {
            _ = write!(self.out, "-\\x{{{:x}}}", u32::from(high));
        }
    }

    /// The ASCII letters of a range in the other case.
    fn other_case(&mut self, low: char, high: char) {
        for (first, last) in [('a', 'z'), ('A', 'Z')] {
            let (low, high) = (low.max(first), high.min(last));
            if low <= high {
                let other = |letter: char| char::from(letter as u8 ^ 0x20);
                self.range(other(low), other(high));
            }
        }
    }

    fn repeat(&mut self, node: &Node, least: u32, most: Option<u32>, greed: Greed, flags: u32) {
        self.out.push_str(if greed == Greed::Possessive { "(?>" } else { "" });
        let simple = matches!(
            node,
            Node::Literal(_) | Node::Any | Node::Set(..) | Node::Category(..) | Node::Capture(..) | Node::Branch(_)
        );
        self.out.push_str(if simple { "" } else { "(?:" });
        self.node(node, flags);
        self.out.push_str(if simple { "" } else { ")" });
        match (least, most) {
            (0, None) => self.out.push('*'),
            (1, None) => self.out.push('+'),
            (0, Some(1)) => self.out.push('?'),
            (least, None) => _ = write!(self.out, "{{{least},}}"),
            (least, Some(most)) => _ = write!(self.out, "{{{least},{most}}}"),
        }
        self.out.push_str(match greed {
            Greed::Greedy => "",
            Greed::Lazy => "?",
            Greed::Possessive => ")",
        });
    }
}
