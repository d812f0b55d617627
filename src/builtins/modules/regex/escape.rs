//! What a backslash begins, in patterns.

use super::parse::{Fault, Parsed, Source, Token, fault};
use super::tree::{Category, Member, Node, Place};

/// What it means outside sets.
pub enum Meaning {
    /// This.
    Node(Node),
    /// A group, for which so many letters were read.
    Group(usize, usize),
}

fn is_octal(letter: char) -> bool {
    ('0'..='7').contains(&letter)
}

fn is_hexadecimal(letter: char) -> bool {
    letter.is_ascii_hexdigit()
}

/// A letter that stands for a control character everywhere.
pub fn control(letter: char) -> Option<char> {
    Some(match letter {
        'a' => '\x07',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '\\' => '\\',
        _ => return None,
    })
}

fn category(letter: char) -> Option<(Category, bool)> {
    let category = match letter.to_ascii_lowercase() {
        'd' => Category::Digit,
        's' => Category::Space,
        'w' => Category::Word,
        _ => return None,
    };
    Some((category, letter.is_ascii_uppercase()))
}

/// A character by its number in hexadecimal, by its name or in octal; none if the letter begins none of these.
fn numbered(source: &mut Source, letter: char) -> Parsed<Option<char>> {
    let digits = match letter {
        'x' => 2,
        'u' if !source.bytes => 4,
        'U' if !source.bytes => 8,
        'N' if !source.bytes => return named(source).map(Some),
        _ => return Ok(None),
    };
    let start = source.tell() - 2;
    let text = source.take_while(digits, is_hexadecimal)?;
    if text.len() != digits {
        return fault(&format!("incomplete escape \\{letter}{text}"), start);
    }
    match u32::from_str_radix(&text, 16).ok().and_then(char::from_u32) {
        Some(letter) => Ok(Some(letter)),
        None => fault(&format!("bad escape \\{letter}{text}"), start),
    }
}

fn named(source: &mut Source) -> Parsed<char> {
    if !source.take('{')? {
        return fault("missing {", source.tell());
    }
    let name = source.take_until('}', "character name")?;
    match unicode_names2::character(&name) {
        Some(letter) => Ok(letter),
        None => {
            let shown = crate::number::repr::text(&name);
            fault(&format!("undefined character name {shown}"), source.tell() - name.chars().count() - 4)
        }
    }
}

fn octal(text: &str, start: usize) -> Parsed<char> {
    let code = u32::from_str_radix(text, 8).unwrap_or(u32::MAX);
    match char::from_u32(code) {
        Some(letter) if code <= 0o377 => Ok(letter),
        _ => fault(&format!("octal escape value \\{text} outside of range 0-0o377"), start),
    }
}

fn unknown<T>(source: &Source, letter: char) -> Parsed<T> {
    fault(&format!("bad escape \\{letter}"), source.tell() - 2)
}

/// A backslash in a set.
pub fn inside(source: &mut Source, token: Token) -> Parsed<Member> {
    let letter = token.letter;
    let one = |letter: char| Ok(Member::Range(letter, letter));
    if let Some((category, negated)) = category(letter) {
        return Ok(Member::Category(category, negated));
    }
    if letter == 'b' {
        return one('\x08');
    }
    if let Some(letter) = control(letter) {
        return one(letter);
    }
    if let Some(letter) = numbered(source, letter)? {
        return one(letter);
    }
    let start = source.tell() - 2;
    match letter {
        '0'..='7' => {
            let more = source.take_while(2, is_octal)?;
            one(octal(&format!("{letter}{more}"), start)?)
        }
        _ if letter.is_ascii_alphanumeric() => unknown(source, letter),
        _ => one(letter),
    }
}

/// A backslash outside sets, where so many groups are known, the whole included.
pub fn outside(source: &mut Source, token: Token, groups: usize) -> Parsed<Meaning> {
    let letter = token.letter;
    let place = match letter {
        'A' => Some(Place::Start),
        'b' => Some(Place::Boundary),
        'B' => Some(Place::NoBoundary),
        'Z' => Some(Place::Stop),
        _ => None,
    };
    let node = |node: Node| Ok(Meaning::Node(node));
    if let Some(place) = place {
        return node(Node::At(place));
    }
    if let Some((category, negated)) = category(letter) {
        return node(Node::Category(category, negated));
    }
    if let Some(letter) = control(letter) {
        return node(Node::Literal(letter));
    }
    if let Some(letter) = numbered(source, letter)? {
        return node(Node::Literal(letter));
    }
    let start = source.tell() - 2;
    match letter {
        '0' => {
            let more = source.take_while(2, is_octal)?;
            node(Node::Literal(octal(&format!("0{more}"), start)?))
        }
        '1'..='9' => {
            let mut digits = letter.to_string();
            digits += &source.take_while(1, |letter| letter.is_ascii_digit())?;
            if digits.len() == 2 && digits.chars().all(is_octal) {
                let third = source.take_while(1, is_octal)?;
                if !third.is_empty() {
                    return node(Node::Literal(octal(&(digits + &third), start)?));
                }
            }
            let length = digits.len() + 1;
            match digits.parse::<usize>() {
                Ok(group) if group < groups => Ok(Meaning::Group(group, length)),
                _ => fault(&format!("invalid group reference {digits}"), start + 1),
            }
        }
        _ if letter.is_ascii_alphabetic() => unknown(source, letter),
        _ => node(Node::Literal(letter)),
    }
}

/// A fault that a template shares with patterns.
pub fn bad(letter: char, place: usize) -> Fault {
    Fault::Syntax(format!("bad escape \\{letter}"), Some(place))
}
