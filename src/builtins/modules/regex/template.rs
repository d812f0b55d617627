//! Templates of `sub` and `expand`: text with references to groups.

use super::escape;
use super::parse::{Fault, Parsed, Source, Token, fault, shown};
use super::tree::Tree;

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text that stands for itself.
    Text(String),
    /// What a group matched.
    Group(usize),
}

/// Why a template cannot be read.
#[derive(Debug)]
pub enum TemplateFault {
    /// As in a pattern.
    Fault(Fault),
    /// `IndexError`
    Index(String),
}

impl From<Fault> for TemplateFault {
    fn from(fault: Fault) -> TemplateFault {
        TemplateFault::Fault(fault)
    }
}

/// Reads a template for a pattern.
pub fn parse(text: &str, bytes: bool, tree: &Tree) -> Result<Vec<Part>, TemplateFault> {
    if !text.contains('\\') {
        return Ok(vec![Part::Text(text.to_owned())]);
    }
    let mut source = Source::new(text, bytes)?;
    let mut parts = Vec::new();
    let mut plain = String::new();
    while let Some(token) = source.get()? {
        if !token.escaped {
            plain.push(token.letter);
            continue;
        }
        match token.letter {
            'g' => {
                let group = named(&mut source, tree)?;
                parts.push(Part::Text(std::mem::take(&mut plain)));
                parts.push(Part::Group(group));
            }
            '0' => {
                let more = source.take_while(2, |letter| ('0'..='7').contains(&letter))?;
                let code = u32::from_str_radix(&format!("0{more}"), 8).unwrap_or(0);
                plain.extend(char::from_u32(code & 0xff));
            }
            letter @ '1'..='9' => match numbered(&mut source, letter, tree)? {
                Part::Text(text) => plain += &text,
                group => {
                    parts.push(Part::Text(std::mem::take(&mut plain)));
                    parts.push(group);
                }
            },
            'b' => plain.push('\x08'),
            letter => match escape::control(letter) {
                Some(letter) => plain.push(letter),
                None if letter.is_ascii_alphabetic() => {
                    return Err(escape::bad(letter, source.tell() - token.len()).into());
                }
                None => plain.extend(['\\', letter]),
            },
        }
    }
    parts.push(Part::Text(plain));
    parts.retain(|part| *part != Part::Text(String::new()));
    Ok(parts)
}

/// `\g<name>` or `\g<number>`
fn named(source: &mut Source, tree: &Tree) -> Result<usize, TemplateFault> {
    if !source.take('<')? {
        fault::<()>("missing <", source.tell())?;
    }
    let name = source.take_until('>', "group name")?;
    let length = name.chars().count() + 1;
    if crate::unicode::is_identifier(&name) {
        source.check_name(&name, 1)?;
        return match tree.names.iter().find(|(known, _)| *known == name) {
            Some((_, group)) => Ok(*group),
            None => Err(TemplateFault::Index(format!("unknown group name {}", shown(&name, source.bytes)))),
        };
    }
    let digits = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
    match name.parse::<usize>() {
        Ok(group) if digits && group <= tree.groups => Ok(group),
        Ok(group) if digits => Ok(fault(&format!("invalid group reference {group}"), source.tell() - length)?),
        _ => {
            let name = shown(&name, source.bytes);
            Ok(fault(&format!("bad character in group name {name}"), source.tell() - length)?)
        }
    }
}

/// `\1` to `\99`, or a character by its octal number.
fn numbered(source: &mut Source, first: char, tree: &Tree) -> Parsed<Part> {
    let start = source.tell() - 2;
    let mut digits = first.to_string();
    if let Some(Token { letter, escaped: false }) = source.next
        && letter.is_ascii_digit()
    {
        digits.push(letter);
        source.get()?;
        if let Some(Token { letter, escaped: false }) = source.next
            && digits.bytes().all(|digit| digit < b'8')
            && ('0'..='7').contains(&letter)
        {
            digits.push(letter);
            source.get()?;
            let code = u32::from_str_radix(&digits, 8).unwrap_or(u32::MAX);
            return match char::from_u32(code).filter(|_| code <= 0o377) {
                Some(letter) => Ok(Part::Text(letter.to_string())),
                None => fault(&format!("octal escape value \\{digits} outside of range 0-0o377"), start),
            };
        }
    }
    match digits.parse::<usize>() {
        Ok(group) if group <= tree.groups => Ok(Part::Group(group)),
        _ => fault(&format!("invalid group reference {digits}"), start + 1),
    }
}
