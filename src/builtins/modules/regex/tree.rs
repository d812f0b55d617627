//! What a regular expression says, as a tree.

/// Flags, with CPython's numbers.
pub mod flag {
    /// `re.I`
    pub const IGNORECASE: u32 = 2;
    /// `re.L`
    pub const LOCALE: u32 = 4;
    /// `re.M`
    pub const MULTILINE: u32 = 8;
    /// `re.S`
    pub const DOTALL: u32 = 16;
    /// `re.U`
    pub const UNICODE: u32 = 32;
    /// `re.X`
    pub const VERBOSE: u32 = 64;
    /// `re.DEBUG`
    pub const DEBUG: u32 = 128;
    /// `re.A`
    pub const ASCII: u32 = 256;
    /// Those of which one holds.
    pub const TYPES: u32 = ASCII | LOCALE | UNICODE;
}

/// A kind of characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Category {
    /// `\d`
    Digit,
    /// `\s`
    Space,
    /// `\w`
    Word,
}

/// A place in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// `^`
    Beginning,
    /// `$`
    End,
    /// `\A`
    Start,
    /// `\Z`
    Stop,
    /// `\b`
    Boundary,
    /// `\B`
    NoBoundary,
}

/// A member of a set of characters.
#[derive(Clone, Debug)]
pub enum Member {
    /// From one to another.
    Range(char, char),
    /// A kind, or what is not of that kind.
    Category(Category, bool),
}

/// How a repetition decides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Greed {
    /// As many as possible.
    Greedy,
    /// As few as possible.
    Lazy,
    /// As many as possible, and no fewer later.
    Possessive,
}

/// A part of a pattern.
#[derive(Clone, Debug)]
pub enum Node {
    /// A character.
    Literal(char),
    /// Any character.
    Any,
    /// A place.
    At(Place),
    /// One of a set of characters, or none of it.
    Set(Vec<Member>, bool),
    /// A kind of characters, or what is not of that kind.
    Category(Category, bool),
    /// One of several.
    Branch(Vec<Vec<Node>>),
    /// Something several times.
    Repeat(Box<Node>, u32, Option<u32>, Greed),
    /// A group that is kept.
    Capture(Vec<Node>),
    /// A group that is not kept, with flags turned on and off in it.
    Group(Vec<Node>, u32, u32),
    /// A group that is not entered again.
    Atomic(Vec<Node>),
    /// What a group matched.
    Reference(usize),
    /// What comes next, or does not (`false`); with `true` at the end, what came before.
    Look(Vec<Node>, bool, bool),
    /// One thing if a group matched, another if not.
    Condition(usize, Vec<Node>, Vec<Node>),
}

/// A pattern that was read.
#[derive(Clone, Debug)]
pub struct Tree {
    /// What it says.
    pub nodes: Vec<Node>,
    /// Its flags, those inside it included.
    pub flags: u32,
    /// How many groups are kept.
    pub groups: usize,
    /// The names of groups, in the order of their numbers.
    pub names: Vec<(String, usize)>,
    /// The groups in the order in which they are closed.
    pub closed: Vec<usize>,
}

/// How many characters nodes match at least and at most; none if there is no limit.
pub fn width(nodes: &[Node], groups: &[(u64, Option<u64>)]) -> (u64, Option<u64>) {
    let mut total: (u64, Option<u64>) = (0, Some(0));
    for node in nodes {
        let (least, most) = match node {
            Node::Literal(_) | Node::Any | Node::Set(..) | Node::Category(..) => (1, Some(1)),
            Node::At(_) | Node::Look(..) => (0, Some(0)),
            Node::Branch(branches) => either(branches.iter().map(|branch| width(branch, groups))),
            Node::Repeat(node, least, most, _) => {
                let (low, high) = width(std::slice::from_ref(node), groups);
                let high = match (high, most) {
                    (Some(0), _) => Some(0),
                    (Some(high), Some(most)) => high.checked_mul(u64::from(*most)),
                    _ => None,
                };
                (low.saturating_mul(u64::from(*least)), high)
            }
            Node::Capture(nodes) | Node::Group(nodes, ..) | Node::Atomic(nodes) => width(nodes, groups),
            Node::Reference(group) => groups.get(*group).copied().unwrap_or((0, None)),
            Node::Condition(_, yes, no) => either([width(yes, groups), width(no, groups)].into_iter()),
        };
        total.0 = total.0.saturating_add(least);
        total.1 = total.1.zip(most).and_then(|(total, most)| total.checked_add(most));
    }
    total
}

fn either(widths: impl Iterator<Item = (u64, Option<u64>)>) -> (u64, Option<u64>) {
    let mut all: Option<(u64, Option<u64>)> = None;
    for (least, most) in widths {
        all = Some(match all {
            None => (least, most),
            Some((low, high)) => (low.min(least), high.zip(most).map(|(high, most)| high.max(most))),
        });
    }
    all.unwrap_or((0, Some(0)))
}
