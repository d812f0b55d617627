//! Seeded expressions about numbers and their texts: formats, conversions, rounding, arithmetic at the edges. Out: Python.

/// Where choices come from: a generator of numbers of the kind `splitmix64`.
pub struct Choices(pub u64);

impl Choices {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// One of the letters of a text.
    fn letter(&mut self, of: &str) -> char {
        let letters: Vec<char> = of.chars().collect();
        letters[self.below(letters.len())]
    }

    /// True so many times of a hundred.
    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn digits(&mut self, most: usize) -> String {
        (0..self.below(most + 1)).map(|_| self.letter("0123456789")).collect()
    }
}

const EDGES: &[&str] = &[
    "0.0",
    "-0.0",
    "1e16",
    "1e15",
    "123456789012345680.0",
    "1e-5",
    "0.0001",
    "1e22",
    "5e-324",
    "1.7976931348623157e308",
    "0.1",
    "2.5",
    "0.5",
    "1.5",
    "-1.5",
    "9.995",
    "0.05",
    "1e-7",
    "99999.5",
    "999999.5",
    "9999995.0",
    "float('nan')",
    "float('inf')",
    "float('-inf')",
    "True",
    "False",
];

fn number(choices: &mut Choices) -> String {
    let sign = choices.one(&["", "", "-"]);
    match choices.below(8) {
        0 => format!("{sign}{}", choices.below(20)),
        1 => format!("{sign}1{}", choices.digits(25)),
        2 => format!("{sign}{}.{}", choices.below(1000), choices.digits(20)),
        3 => format!("{sign}{}.{}e{}", choices.below(10), choices.digits(17), choices.below(600) as i64 - 300),
        4 => format!("complex({sign}{}.5, {})", choices.below(10), choices.below(100)),
        5 => format!("({sign}{}/{})", choices.below(1000), choices.below(99) + 1),
        6 => format!("({sign}2**{}{})", choices.below(200), choices.one(&["", "+1", "-1"])),
        _ => choices.one(EDGES).to_string(),
    }
}

/// What stands behind the colon of a replacement field.
fn spec(choices: &mut Choices) -> String {
    let mut spec = String::new();
    if choices.chance(35) {
        spec.push_str(choices.one(&["", "*", "x", "0", " ", "é", "<"]));
        spec.push(choices.letter("<>=^"));
    }
    for (percent, letters) in [(25, "+- "), (10, "z"), (20, "#"), (20, "0")] {
        if choices.chance(percent) {
            spec.push(choices.letter(letters));
        }
    }
    if choices.chance(50) {
        spec.push_str(choices.one(&["0", "1", "2", "5", "8", "10", "12", "20", "33"]));
    }
    if choices.chance(20) {
        spec.push(choices.letter(",_"));
    }
    if choices.chance(50) {
        spec.push('.');
        spec.push_str(choices.one(&["", "0", "1", "2", "3", "6", "10", "17", "20", "50"]));
    }
    if choices.chance(75) {
        spec.push(choices.letter("bcdoxXneEfFgGn%sr"));
    }
    spec
}

/// A conversion of `%`, between angles.
fn percent(choices: &mut Choices) -> String {
    let mut text = String::from("<%");
    if choices.chance(10) {
        text.push_str("(k)");
    }
    for _ in 0..choices.below(3) {
        text.push(choices.letter("#0- +"));
    }
    text.push_str(choices.one(&["", "", "", "1", "5", "10", "20", "*"]));
    if choices.chance(40) {
        text.push('.');
        text.push_str(choices.one(&["", "0", "1", "2", "5", "10", "*"]));
    }
    text.push_str(choices.one(&["", "", "", "", "l", "h", "L"]));
    text.push(choices.letter("diouxXeEfFgGcrsa%diouxXeEfFgGcrsaqy"));
    text + ">"
}

const ODD: &[&str] = &[
    "inf",
    "nan",
    "Infinity",
    "-nan",
    "+inf",
    "infinit",
    "1_0",
    "1__0",
    "_1",
    "1_",
    "1e5_0",
    "1_0.0_1",
    "0x10",
    "0b11",
    "0o17",
    "0x",
    "1e",
    "e5",
    ".",
    "-",
    "--1",
    "1 2",
    "",
    "٣",
    "１２",
    "²",
    "1e400",
    "-1e400",
    "1e-400",
    "1j",
    "1+2j",
    "1-j",
    "j",
    "-j",
    "nanj",
    "1+infj",
    "(1+2j)",
    "( 1+2j )",
    "(1+2j",
    "1 +2j",
    "1+ 2j",
    "1e3+1e-3j",
    "1.5.5",
    "000",
];

/// Text that may be a number.
fn numeral(choices: &mut Choices) -> String {
    let body = match choices.below(7) {
        0 => choices.digits(6),
        1 => format!("{}.{}", choices.digits(3), choices.digits(25)),
        2 => {
            format!("{}.{}e{}{}", choices.digits(3), choices.digits(5), choices.one(&["", "+", "-"]), choices.digits(3))
        }
        3 => choices.one(ODD).to_string(),
        4 => {
            let digits: String = (0..=choices.below(6)).map(|_| choices.letter("0123456789abcdefABCDEF_g")).collect();
            choices.one(&["0x", "0X", "0b", "0B", "0o", "0O", ""]).to_string() + &digits
        }
        5 => (0..=choices.below(9)).map(|_| choices.letter("0123456789.eE+-_jJ ()naif")).collect(),
        _ => format!("1{}{}", choices.digits(40), choices.one(&["", ".", ".5", "e10", "e-20"])),
    };
    let space = |choices: &mut Choices| choices.one(&["", "", "", "", " ", "\t", "\n", "\u{a0}", "\u{2003}"]);
    format!("{}{}{body}{}", space(choices), choices.one(&["", "", "+", "-"]), space(choices))
}

/// A text as a literal, of which no line end is left.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n"))
}

/// An expression.
pub fn expression(choices: &mut Choices) -> String {
    let a = number(choices);
    let b = number(choices);
    match choices.below(14) {
        0..=2 => format!("format({a}, {})", literal(&spec(choices))),
        3 => {
            let field = choices.one(&["", "0", "k", "1", "0.real", "k!r", "!s", "0!a", "k.imag", "2", "x"]);
            format!("{}.format({a}, k={b})", literal(&format!("a{{{field}:{}}}b", spec(choices))))
        }
        4..=5 => {
            let (width, precision) = (choices.below(13), choices.below(10));
            let forms = [
                a.clone(),
                format!("({a},)"),
                format!("({width}, {a})"),
                format!("({width}, {precision}, {a})"),
                format!("{{'k': {a}}}"),
            ];
            format!("{} % {}", literal(&percent(choices)), forms[choices.below(forms.len())])
        }
        6..=7 => {
            format!("{}({})", choices.one(&["int", "float", "float", "complex"]), literal(&numeral(choices)))
        }
        8 => {
            let base = choices.one(&["0", "2", "3", "8", "10", "16", "32", "36", "37", "1", "-1"]);
            format!("int({}, {base})", literal(numeral(choices).trim()))
        }
        9 => format!("round({a}{})", choices.one(&["", ", None", ", 0", ", 1", ", 2", ", 5", ", 17", ", -1", ", -3"])),
        10 => {
            let names =
                ["repr", "str", "int", "float", "complex", "bool", "abs", "hex", "oct", "bin", "float.hex", "chr"];
            format!("{}({a})", choices.one(&names))
        }
        11 => {
            let field = choices.one(&["!r", "!s", "!a", "=", "=!r", "= ", ""]);
            let spec = spec(choices).replace(['{', '\''], "");
            format!("f'{{{}{field}:{spec}}}'", choices.one(&["1.5", "7", "10**20", "-0.25", "1e10", "3+4j", "True"]))
        }
        12 => match choices.below(3) {
            0 => format!("{a} {} {b}", choices.one(&["+", "-", "*", "/", "//", "%", "<", "==", ">=", "&", "|", "^"])),
            1 => format!("({a}) {} {}", choices.one(&["**", "<<", ">>"]), choices.below(70) as i64 - 9),
            _ => format!("divmod({a}, {b})"),
        },
        _ => {
            let names = [
                "float.as_integer_ratio",
                "float.is_integer",
                "int.bit_length",
                "int.bit_count",
                "math.floor",
                "math.ceil",
                "math.trunc",
                "math.isqrt",
            ];
            format!("{}({a})", choices.one(&names))
        }
    }
}
