//! Text to tree: the syntax of Python's regular expressions, with CPython's errors.
//!
//! In: a pattern and flags. Out: a tree, or a message and a place. Bytes come as text of the characters up to U+00FF.

use super::escape;
use super::tree::{Greed, Member, Node, Place, Tree, flag, width};

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `re.error`, with a place unless it is about the whole.
    Syntax(String, Option<usize>),
    /// `ValueError`
    Value(String),
    /// `OverflowError`
    Overflow(String),
}

/// What reading gives.
pub type Parsed<T> = Result<T, Fault>;

/// A pattern while it is read. A backslash and what follows it are one token.
pub struct Source {
    letters: Vec<char>,
    /// Behind the next token.
    place: usize,
    /// The next token, if there is one.
    pub next: Option<Token>,
    /// The pattern is one of bytes.
    pub bytes: bool,
}

/// A token: a letter, perhaps with a backslash before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// The letter.
    pub letter: char,
    /// Whether a backslash stands before it.
    pub escaped: bool,
}

impl Token {
    /// How many letters it has.
    pub fn len(self) -> usize {
        1 + usize::from(self.escaped)
    }
}

impl Source {
    /// A pattern or template from its beginning.
    pub fn new(text: &str, bytes: bool) -> Parsed<Source> {
        let mut source = Source { letters: text.chars().collect(), place: 0, next: None, bytes };
        source.advance()?;
        Ok(source)
    }

    fn advance(&mut self) -> Parsed<()> {
        let Some(&letter) = self.letters.get(self.place) else {
            self.next = None;
            return Ok(());
        };
        self.place += 1;
        self.next = Some(match letter {
            '\\' => {
                let Some(&letter) = self.letters.get(self.place) else {
                    return fault("bad escape (end of pattern)", self.letters.len() - 1);
                };
                self.place += 1;
                Token { letter, escaped: true }
            }
            letter => Token { letter, escaped: false },
        });
        Ok(())
    }

    /// Takes the next token.
    pub fn get(&mut self) -> Parsed<Option<Token>> {
        let token = self.next;
        self.advance()?;
        Ok(token)
    }

    /// Takes the next token if it is this letter.
    pub fn take(&mut self, letter: char) -> Parsed<bool> {
        let found = self.next == Some(Token { letter, escaped: false });
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    /// The place of the next token.
    pub fn tell(&self) -> usize {
        self.place - self.next.map_or(0, Token::len)
    }

    fn seek(&mut self, place: usize) -> Parsed<()> {
        self.place = place;
        self.advance()
    }

    /// Takes at most so many letters of a kind.
    pub fn take_while(&mut self, most: usize, accepts: fn(char) -> bool) -> Parsed<String> {
        let mut text = String::new();
        while let Some(Token { letter, escaped: false }) = self.next
            && text.len() < most
            && accepts(letter)
        {
            text.push(letter);
            self.advance()?;
        }
        Ok(text)
    }

    /// Takes all until a letter, which is taken as well.
    pub fn take_until(&mut self, end: char, what: &str) -> Parsed<String> {
        let mut text = String::new();
        loop {
            let token = self.next;
            self.advance()?;
            match token {
                None if text.is_empty() => return fault(&format!("missing {what}"), self.tell()),
                None => {
                    let place = self.tell() - text.chars().count();
                    return fault(&format!("missing {end}, unterminated name"), place);
                }
                Some(Token { letter, escaped: false }) if letter == end => {
                    if text.is_empty() {
                        return fault(&format!("missing {what}"), self.tell() - 1);
                    }
                    return Ok(text);
                }
                Some(token) => {
                    text.extend(token.escaped.then_some('\\'));
                    text.push(token.letter);
                }
            }
        }
    }

    /// The fault of a name that is none, if it is none. So many letters stand behind it.
    pub fn check_name(&self, name: &str, behind: usize) -> Parsed<()> {
        if crate::unicode::is_identifier(name) && (!self.bytes || name.is_ascii()) {
            return Ok(());
        }
        let place = self.tell() - name.chars().count() - behind;
        fault(&format!("bad character in group name {}", shown(name, self.bytes)), place)
    }
}

/// A name as messages have it.
pub fn shown(name: &str, bytes: bool) -> String {
    let text = crate::number::repr::text(name);
    if bytes && !name.is_ascii() { format!("b{text}") } else { text }
}

/// A fault at a place.
pub fn fault<T>(message: &str, place: usize) -> Parsed<T> {
    Err(Fault::Syntax(message.to_owned(), Some(place)))
}

/// What is known while a pattern is read.
struct State {
    flags: u32,
    names: Vec<(String, usize)>,
    /// For each group its width, unless it is still open.
    widths: Vec<Option<(u64, Option<u64>)>>,
    closed: Vec<usize>,
    /// How many groups there were when the outermost look behind began.
    behind: Option<usize>,
    depth: usize,
}

/// Reads a pattern.
pub fn parse(text: &str, bytes: bool, flags: u32) -> Parsed<Tree> {
    match parse_with(text, bytes, flags)? {
        Some(tree) => Ok(tree),
        // The flag for this stands in the pattern: it counts from its beginning.
        None => parse_with(text, bytes, flags | flag::VERBOSE)?
            .ok_or_else(|| Fault::Value("flags do not settle".to_owned())),
    }
}

fn parse_with(text: &str, bytes: bool, flags: u32) -> Parsed<Option<Tree>> {
    let mut source = Source::new(text, bytes)?;
    let mut state = State { flags, names: Vec::new(), widths: vec![None], closed: Vec::new(), behind: None, depth: 0 };
    let nodes = match state.alternatives(&mut source, flags & flag::VERBOSE != 0, true) {
        Ok(nodes) => nodes,
        Err(Stop::Verbose) => return Ok(None),
        Err(Stop::Fault(fault)) => return Err(fault),
    };
    let flags = fix_flags(bytes, state.flags)?;
    if source.next.is_some() {
        return fault("unbalanced parenthesis", source.tell());
    }
    Ok(Some(Tree { nodes, flags, groups: state.widths.len() - 1, names: state.names, closed: state.closed }))
}

fn fix_flags(bytes: bool, flags: u32) -> Parsed<u32> {
    let value = |message: &str| Err(Fault::Value(message.to_owned()));
    match bytes {
        false if flags & flag::LOCALE != 0 => value("cannot use LOCALE flag with a str pattern"),
        false if flags & flag::ASCII != 0 && flags & flag::UNICODE != 0 => {
            value("ASCII and UNICODE flags are incompatible")
        }
        false if flags & flag::ASCII == 0 => Ok(flags | flag::UNICODE),
        true if flags & flag::UNICODE != 0 => value("cannot use UNICODE flag with a bytes pattern"),
        true if flags & flag::LOCALE != 0 && flags & flag::ASCII != 0 => {
            value("ASCII and LOCALE flags are incompatible")
        }
        _ => Ok(flags),
    }
}

/// Why reading stops.
enum Stop {
    Fault(Fault),
    /// The pattern turns the verbose syntax on for all of it.
    Verbose,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Stop {
        Stop::Fault(fault)
    }
}

type Read<T> = Result<T, Stop>;

fn stop<T>(message: &str, place: usize) -> Read<T> {
    Err(Stop::Fault(Fault::Syntax(message.to_owned(), Some(place))))
}

fn flag_of(letter: char) -> Option<u32> {
    Some(match letter {
        'i' => flag::IGNORECASE,
        'L' => flag::LOCALE,
        'm' => flag::MULTILINE,
        's' => flag::DOTALL,
        'x' => flag::VERBOSE,
        'a' => flag::ASCII,
        'u' => flag::UNICODE,
        _ => return None,
    })
}

/// How deep groups may be nested.
const DEEPEST: usize = 400;

impl State {
    fn alternatives(&mut self, source: &mut Source, verbose: bool, mut first: bool) -> Read<Vec<Node>> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::Overflow("the pattern is nested too deep".to_owned()).into());
        }
        let mut branches = Vec::new();
        loop {
            branches.push(self.sequence(source, verbose, first)?);
            first = false;
            if !source.take('|')? {
                break;
            }
        }
        self.depth -= 1;
        Ok(match branches.len() {
            1 => branches.pop().unwrap_or_default(),
            _ => vec![Node::Branch(branches)],
        })
    }

    fn sequence(&mut self, source: &mut Source, verbose: bool, first: bool) -> Read<Vec<Node>> {
        let mut nodes: Vec<Node> = Vec::new();
        while let Some(token) = source.next {
            if !token.escaped && matches!(token.letter, '|' | ')') {
                break;
            }
            source.get()?;
            if verbose && !token.escaped {
                if matches!(token.letter, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c') {
                    continue;
                }
                if token.letter == '#' {
                    while source.get()?.is_some_and(|token| token != Token { letter: '\n', escaped: false }) {}
                    continue;
                }
            }
            let node = match token {
                Token { escaped: true, .. } => self.escaped(source, token)?,
                Token { letter: '[', .. } => set(source)?,
                Token { letter: '.', .. } => Node::Any,
                Token { letter: '^', .. } => Node::At(Place::Beginning),
                Token { letter: '$', .. } => Node::At(Place::End),
                Token { letter: '(', .. } => match self.group(source, verbose, first && nodes.is_empty())? {
                    Some(node) => node,
                    None => continue,
                },
                Token { letter: letter @ ('*' | '+' | '?' | '{'), .. } => {
                    repeat(source, letter, &mut nodes)?;
                    continue;
                }
                Token { letter, .. } => Node::Literal(letter),
            };
            nodes.push(node);
        }
        // A group that changes nothing is its content.
        Ok(nodes)
    }

    fn escaped(&self, source: &mut Source, token: Token) -> Read<Node> {
        match escape::outside(source, token, self.widths.len())? {
            escape::Meaning::Node(node) => Ok(node),
            escape::Meaning::Group(group, length) => {
                self.check_group(source, group, length)?;
                Ok(Node::Reference(group))
            }
        }
    }

    /// A group that is referred to must be closed; so many letters were read for it.
    fn check_group(&self, source: &Source, group: usize, length: usize) -> Read<()> {
        let place = || source.tell() - length;
        if self.widths.get(group).is_some_and(Option::is_none) {
            return stop("cannot refer to an open group", place());
        }
        if self.behind.is_some_and(|before| group >= before) {
            return stop("cannot refer to group defined in the same lookbehind subpattern", place());
        }
        Ok(())
    }

    fn named(&self, name: &str) -> Option<usize> {
        self.names.iter().find(|(known, _)| known == name).map(|(_, group)| *group)
    }

    /// What a parenthesis begins; nothing if it is a comment or flags.
    fn group(&mut self, source: &mut Source, verbose: bool, first: bool) -> Read<Option<Node>> {
        let start = source.tell() - 1;
        if !source.take('?')? {
            return self.capture(source, verbose, start, None).map(Some);
        }
        let Some(kind) = source.get()? else {
            return stop("unexpected end of pattern", source.tell());
        };
        match kind.letter {
            _ if kind.escaped => {}
            'P' => return self.python_group(source, verbose, start).map(Some),
            ':' => {
                let nodes = self.inside(source, verbose, start)?;
                return Ok(Some(Node::Group(nodes, 0, 0)));
            }
            '>' => {
                let nodes = self.inside(source, verbose, start)?;
                return Ok(Some(Node::Atomic(nodes)));
            }
            '#' => loop {
                match source.get()? {
                    None => return stop("missing ), unterminated comment", start),
                    Some(Token { letter: ')', escaped: false }) => return Ok(None),
                    Some(_) => {}
                }
            },
            '=' | '!' => {
                let nodes = self.inside(source, verbose, start)?;
                return Ok(Some(Node::Look(nodes, kind.letter == '=', false)));
            }
            '<' => return self.behind(source, verbose, start).map(Some),
            '(' => return self.condition(source, verbose, start).map(Some),
            letter if letter == '-' || flag_of(letter).is_some() => {
                return self.flags(source, verbose, first, start, letter);
            }
            _ => {}
        }
        let length = kind.len();
        let text: String = kind.escaped.then_some('\\').into_iter().chain([kind.letter]).collect();
        stop(&format!("unknown extension ?{text}"), source.tell() - length - 1)
    }

    /// What is in a group, with the parenthesis that closes it.
    fn inside(&mut self, source: &mut Source, verbose: bool, start: usize) -> Read<Vec<Node>> {
        let nodes = self.alternatives(source, verbose, false)?;
        match source.take(')')? {
            true => Ok(nodes),
            false => stop("missing ), unterminated subpattern", start),
        }
    }

    fn capture(&mut self, source: &mut Source, verbose: bool, start: usize, name: Option<String>) -> Read<Node> {
        let group = self.widths.len();
        if let Some(name) = name {
            if let Some(other) = self.named(&name) {
                let place = source.tell() - name.chars().count() - 1;
                let name = shown(&name, source.bytes);
                return stop(&format!("redefinition of group name {name} as group {group}; was group {other}"), place);
            }
            self.names.push((name, group));
        }
        self.widths.push(None);
        let nodes = self.inside(source, verbose, start)?;
        let known: Vec<(u64, Option<u64>)> = self.widths.iter().map(|width| width.unwrap_or((0, None))).collect();
        self.widths[group] = Some(width(&nodes, &known));
        self.closed.push(group);
        Ok(Node::Capture(nodes))
    }

    /// `(?P<name>…)` and `(?P=name)`
    fn python_group(&mut self, source: &mut Source, verbose: bool, start: usize) -> Read<Node> {
        if source.take('<')? {
            let name = source.take_until('>', "group name")?;
            source.check_name(&name, 1)?;
            return self.capture(source, verbose, start, Some(name));
        }
        if source.take('=')? {
            let name = source.take_until(')', "group name")?;
            source.check_name(&name, 1)?;
            let length = name.chars().count() + 1;
            let Some(group) = self.named(&name) else {
                let name = shown(&name, source.bytes);
                return stop(&format!("unknown group name {name}"), source.tell() - length);
            };
            self.check_group(source, group, length)?;
            return Ok(Node::Reference(group));
        }
        match source.get()? {
            None => stop("unexpected end of pattern", source.tell()),
            Some(token) => {
                let text: String = token.escaped.then_some('\\').into_iter().chain([token.letter]).collect();
                stop(&format!("unknown extension ?P{text}"), source.tell() - token.len() - 2)
            }
        }
    }

    fn behind(&mut self, source: &mut Source, verbose: bool, start: usize) -> Read<Node> {
        let expected = match source.get()? {
            None => return stop("unexpected end of pattern", source.tell()),
            Some(Token { letter: '=', escaped: false }) => true,
            Some(Token { letter: '!', escaped: false }) => false,
            Some(token) => {
                let text: String = token.escaped.then_some('\\').into_iter().chain([token.letter]).collect();
                return stop(&format!("unknown extension ?<{text}"), source.tell() - token.len() - 2);
            }
        };
        let before = self.behind;
        self.behind = before.or(Some(self.widths.len()));
        let nodes = self.inside(source, verbose, start)?;
        self.behind = before;
        let known: Vec<(u64, Option<u64>)> = self.widths.iter().map(|width| width.unwrap_or((0, None))).collect();
        let (least, most) = width(&nodes, &known);
        if most != Some(least) {
            return Err(Fault::Syntax("look-behind requires fixed-width pattern".to_owned(), None).into());
        }
        Ok(Node::Look(nodes, expected, true))
    }

    fn condition(&mut self, source: &mut Source, verbose: bool, start: usize) -> Read<Node> {
        let name = source.take_until(')', "group name")?;
        let length = name.chars().count() + 1;
        let group = if crate::unicode::is_identifier(&name) {
            source.check_name(&name, 1)?;
            let Some(group) = self.named(&name) else {
                let name = shown(&name, source.bytes);
                return stop(&format!("unknown group name {name}"), source.tell() - length);
            };
            group
        } else {
            let number = Some(&name).filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()));
            let Some(group) = number.and_then(|number| number.parse::<usize>().ok()) else {
                let name = shown(&name, source.bytes);
                return stop(&format!("bad character in group name {name}"), source.tell() - length);
            };
            if group == 0 {
                return stop("bad group number", source.tell() - length);
            }
            group
        };
        let place = source.tell() - length;
        let yes = self.sequence(source, verbose, false)?;
        let no = match source.take('|')? {
            true => {
                let no = self.sequence(source, verbose, false)?;
                if source.next == Some(Token { letter: '|', escaped: false }) {
                    return stop("conditional backref with more than two branches", source.tell());
                }
                no
            }
            false => Vec::new(),
        };
        if !source.take(')')? {
            return stop("missing ), unterminated subpattern", start);
        }
        if group >= self.widths.len() {
            return stop(&format!("invalid group reference {group}"), place);
        }
        Ok(Node::Condition(group, yes, no))
    }

    /// `(?i)` for all of the pattern, or `(?i-s:…)` for a part.
    fn flags(
        &mut self,
        source: &mut Source,
        verbose: bool,
        first: bool,
        start: usize,
        letter: char,
    ) -> Read<Option<Node>> {
        let (mut on, mut off) = (0, 0);
        let mut letter = letter;
        if letter != '-' {
            loop {
                let added = flag_of(letter).unwrap_or(0);
                match (source.bytes, added) {
                    (false, flag::LOCALE) => {
                        return stop("bad inline flags: cannot use 'L' flag with a str pattern", source.tell());
                    }
                    (true, flag::UNICODE) => {
                        return stop("bad inline flags: cannot use 'u' flag with a bytes pattern", source.tell());
                    }
                    _ => {}
                }
                on |= added;
                if added & flag::TYPES != 0 && on & flag::TYPES != added {
                    return stop("bad inline flags: flags 'a', 'u' and 'L' are incompatible", source.tell());
                }
                match source.get()? {
                    None => return stop("missing -, : or )", source.tell()),
                    Some(Token { letter: next @ (')' | '-' | ':'), escaped: false }) => {
                        letter = next;
                        break;
                    }
                    Some(Token { letter: next, escaped: false }) if flag_of(next).is_some() => letter = next,
                    Some(token) => {
                        let letters = !token.escaped && token.letter.is_alphabetic();
                        let message = if letters { "unknown flag" } else { "missing -, : or )" };
                        return stop(message, source.tell() - token.len());
                    }
                }
            }
        }
        if letter == ')' {
            self.flags |= on;
            if !first {
                return stop("global flags not at the start of the expression", start);
            }
            if on & flag::VERBOSE != 0 && !verbose {
                return Err(Stop::Verbose);
            }
            return Ok(None);
        }
        if letter == '-' {
            let mut missing = "missing flag";
            loop {
                let token = source.get()?;
                let removed = match token {
                    Some(Token { letter, escaped: false }) => flag_of(letter),
                    _ => None,
                };
                match (token, removed) {
                    (None, _) => return stop(missing, source.tell()),
                    (Some(Token { letter: ':', escaped: false }), _) if missing == "missing :" => break,
                    (Some(token), None) => {
                        let letters = !token.escaped && token.letter.is_alphabetic();
                        return stop(if letters { "unknown flag" } else { missing }, source.tell() - token.len());
                    }
                    (_, Some(removed)) if removed & flag::TYPES != 0 => {
                        return stop("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", source.tell());
                    }
                    (_, Some(removed)) => off |= removed,
                }
                missing = "missing :";
            }
        }
        if on & off != 0 {
            return stop("bad inline flags: flag turned on and off", source.tell() - 1);
        }
        let verbose = (verbose || on & flag::VERBOSE != 0) && off & flag::VERBOSE == 0;
        let nodes = self.inside(source, verbose, start)?;
        Ok(Some(Node::Group(nodes, on, off)))
    }
}

/// Puts a repetition around the last node.
fn repeat(source: &mut Source, letter: char, nodes: &mut Vec<Node>) -> Read<()> {
    let here = source.tell();
    let (least, most) = match letter {
        '?' => (0, Some(1)),
        '*' => (0, None),
        '+' => (1, None),
        _ => {
            if source.next == Some(Token { letter: '}', escaped: false }) {
                nodes.push(Node::Literal('{'));
                return Ok(());
            }
            let digit = |letter: char| letter.is_ascii_digit();
            let low = source.take_while(usize::MAX, digit)?;
            let high = match source.take(',')? {
                true => source.take_while(usize::MAX, digit)?,
                false => low.clone(),
            };
            if !source.take('}')? {
                nodes.push(Node::Literal('{'));
                source.seek(here)?;
                return Ok(());
            }
            let number = |text: &str| match text.is_empty() {
                true => Ok(None),
                false => match text.parse::<u32>() {
                    Ok(number) if number < u32::MAX => Ok(Some(number)),
                    _ => Err(Fault::Overflow("the repetition number is too large".to_owned())),
                },
            };
            let (low, high) = (number(&low)?, number(&high)?);
            if high.is_some_and(|high| high < low.unwrap_or(0)) {
                return stop("min repeat greater than max repeat", here);
            }
            (low.unwrap_or(0), high)
        }
    };
    let node = match nodes.pop() {
        None | Some(Node::At(_)) => return stop("nothing to repeat", here - 1),
        Some(Node::Repeat(..)) => return stop("multiple repeat", here - 1),
        Some(node) => node,
    };
    let greed = match () {
        () if source.take('?')? => Greed::Lazy,
        () if source.take('+')? => Greed::Possessive,
        () => Greed::Greedy,
    };
    nodes.push(Node::Repeat(Box::new(node), least, most, greed));
    Ok(())
}

/// A set of characters, from behind its opening bracket.
fn set(source: &mut Source) -> Read<Node> {
    let start = source.tell() - 1;
    let negated = source.take('^')?;
    let mut members = Vec::new();
    let mut first = true;
    loop {
        let Some(token) = source.get()? else {
            return stop("unterminated character set", start);
        };
        if token == (Token { letter: ']', escaped: false }) && !first {
            break;
        }
        first = false;
        let before = source.tell() - token.len();
        let low = member(source, token)?;
        if !source.take('-')? {
            members.push(low);
            continue;
        }
        let Some(token) = source.get()? else {
            return stop("unterminated character set", start);
        };
        if token == (Token { letter: ']', escaped: false }) {
            members.push(low);
            members.push(Member::Range('-', '-'));
            break;
        }
        let high = member(source, token)?;
        match (low, high) {
            (Member::Range(low, _), Member::Range(high, _)) if low <= high => members.push(Member::Range(low, high)),
            _ => {
                let text: String = source.letters[before..source.tell()].iter().collect();
                return stop(&format!("bad character range {text}"), before);
            }
        }
    }
    Ok(Node::Set(members, negated))
}

fn member(source: &mut Source, token: Token) -> Read<Member> {
    match token.escaped {
        true => Ok(escape::inside(source, token)?),
        false => Ok(Member::Range(token.letter, token.letter)),
    }
}
