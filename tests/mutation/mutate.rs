//! Seeded mutations of programs: comes in a text, goes out the same text with a few tokens dropped, doubled, exchanged or
//! put in. Knows nothing of Python but how its tokens look.

/// Tokens that are put where they may not belong.
const STRANGERS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    ".",
    "=",
    "==",
    ":=",
    "+",
    "-",
    "*",
    "**",
    "/",
    "@",
    "->",
    "!",
    "?",
    "$",
    "~",
    "...",
    "<>",
    "!=",
    "<",
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "elif",
    "for",
    "while",
    "def",
    "class",
    "return",
    "yield",
    "await",
    "async",
    "lambda",
    "try",
    "except",
    "finally",
    "with",
    "as",
    "import",
    "from",
    "global",
    "nonlocal",
    "del",
    "pass",
    "break",
    "continue",
    "raise",
    "assert",
    "None",
    "True",
    "match",
    "case",
    "print",
    "x",
    "0",
    "1.5",
    "01",
    "1a",
    "0x",
    "1_",
    "\"",
    "'",
    "'''",
    "f'{",
    "f'{}'",
    "f'{x!}'",
    "f'{x'",
    "\\",
    "\\\n",
    "\n",
    "\t",
    " ",
    "    ",
    "\n    ",
    "\n  ",
    "#",
    "‘",
    "x y",
    "x = 1",
    "a.b",
    "f()",
    "*a",
    "**k",
    "i++",
    "x if y",
    "(x for x in y)",
];

/// A seeded source of choices (splitmix64).
pub struct Choices(pub u64);

impl Choices {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to one less than the limit.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

/// A text with one to three of its tokens changed.
pub fn mutate(text: &str, choices: &mut Choices) -> String {
    let mut tokens = tokens(text);
    for _ in 0..=choices.below(8) / 4 + choices.below(3) / 2 {
        let place = choices.below(tokens.len());
        let other = choices.below(tokens.len());
        match choices.below(8) {
            0 | 1 => drop(tokens.remove(place)),
            2 => tokens.insert(place, tokens[place]),
            3 => tokens.swap(place, other),
            4 => tokens[place] = STRANGERS[choices.below(STRANGERS.len())],
            5 | 6 => tokens.insert(place, STRANGERS[choices.below(STRANGERS.len())]),
            _ => tokens[place] = tokens[other],
        }
        if tokens.is_empty() {
            break;
        }
    }
    tokens.concat()
}

/// Words, numbers, runs of spaces and single signs, in order; nothing is left out.
fn tokens(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        _ if c.is_alphanumeric() || c == '_' => 0,
        ' ' => 1,
        _ => 2,
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    for (place, pair) in
        text.char_indices().zip(text.chars().skip(1)).map(|((place, c), next)| (place + c.len_utf8(), (c, next)))
    {
        if kind(pair.0) != kind(pair.1) || kind(pair.0) == 2 {
            tokens.push(&text[start..place]);
            start = place;
        }
    }
    tokens.push(&text[start..]);
    tokens
}
