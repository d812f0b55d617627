//! What Python asks about characters: their classes and their case.
//!
//! In: characters. Out: yes or no, a digit's value, mapped text. It knows nothing of values; `number` reads digits with
//! it, `value` decides with it what `repr` may show, and the methods of `str` are built on it. Ascii is answered
//! without a table.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Halves of surrogate pairs may stand alone in Python's text, and are no characters in Rust's. 2048 of the last private characters
/// stand for them; not the very last, which programs use as what comes after all text (`chr(sys.maxunicode)`).
const HALVES: std::ops::Range<u32> = 0x10_f000..0x10_f800;

/// The character with a code; halves of surrogate pairs have one too.
pub fn from_code(code: u32) -> Option<char> {
    match code {
        0xd800..=0xdfff => char::from_u32(code - 0xd800 + HALVES.start),
        _ => char::from_u32(code),
    }
}

/// The code of a character.
pub fn code_of(c: char) -> u32 {
    match c as u32 {
        code if HALVES.contains(&code) => code - HALVES.start + 0xd800,
        code => code,
    }
}

/// Whether the character stands for half of a surrogate pair, which cannot be encoded.
pub fn is_half(c: char) -> bool {
    HALVES.contains(&(c as u32))
}

/// Whether there are halves of surrogate pairs in a text.
pub fn has_halves(text: &str) -> bool {
    // All of them begin with this byte.
    text.as_bytes().contains(&0xf4) && text.chars().any(is_half)
}

/// Whether the character is one only since a later version of Unicode than CPython 3.11 knows, which is 14.0.
pub fn is_later(c: char) -> bool {
    !c.is_ascii() && contains(LATER, c)
}

fn category(c: char) -> GeneralCategory {
    if is_later(c) { GeneralCategory::Unassigned } else { c.general_category() }
}

fn group(c: char) -> GeneralCategoryGroup {
    if is_later(c) { GeneralCategoryGroup::Other } else { c.general_category_group() }
}

/// The character in upper case.
pub fn to_upper(c: char) -> impl Iterator<Item = char> {
    let mapped = c.to_uppercase();
    let own = mapped.clone().any(is_later).then_some(c);
    own.into_iter().chain(mapped.filter(move |_| own.is_none()))
}

/// Whether the character has a lower case that CPython 3.11 knows.
pub fn has_lower(c: char) -> bool {
    !is_later(c) && !c.to_lowercase().any(is_later)
}

/// Whether the character is a letter (general category L).
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { group(c) == GeneralCategoryGroup::Letter }
}

/// Whether the character is a digit of a decimal system of writing.
pub fn is_decimal(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { category(c) == GeneralCategory::DecimalNumber }
}

/// Whether the character stands for one digit, superscripts and circled digits included.
pub fn is_digit(c: char) -> bool {
    is_decimal(c) || (!c.is_ascii() && contains(DIGITS, c))
}

/// Whether the character stands for a number.
pub fn is_numeric(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    group(c) == GeneralCategoryGroup::Number || IDEOGRAPHIC_NUMBERS.binary_search(&c).is_ok()
}

/// Whether the character is white space.
pub fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\x1c'..='\x20') || (!c.is_ascii() && c.is_whitespace())
}

/// Whether the character ends a line for `splitlines`.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `repr` shows the character as it is.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, ' '..='~');
    }
    !matches!(group(c), GeneralCategoryGroup::Other | GeneralCategoryGroup::Separator)
}

/// Whether the character is in upper case.
pub fn is_upper(c: char) -> bool {
    c.is_uppercase() && !is_later(c)
}

/// Whether the character is in lower case.
pub fn is_lower(c: char) -> bool {
    match c {
        // Later versions of Unicode say otherwise.
        '\u{295}' => true,
        '\u{10fc}' | '\u{a7f2}'..='\u{a7f4}' | '\u{ab69}' => false,
        _ => c.is_lowercase() && !is_later(c),
    }
}

/// Whether the character is in title case, as some ligatures of two letters are.
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && c.general_category() == GeneralCategory::TitlecaseLetter
}

/// Whether the character has a case.
pub fn is_cased(c: char) -> bool {
    is_upper(c) || is_lower(c) || is_title(c)
}

/// The value of a decimal digit of any system of writing.
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    if !is_decimal(c) {
        return None;
    }
    // Digits come in runs of ten that start with zero; some runs follow each other without a gap.
    let before = (1..=50).take_while(|back| char::from_u32(c as u32 - back).is_some_and(is_decimal)).count();
    u32::try_from(before % 10).ok()
}

/// Appends the character in title case, as the first of a word.
pub fn push_title(c: char, out: &mut String) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_uppercase()),
        // Ligatures of two letters that have a form of their own for the start of a word.
        '\u{1c4}'..='\u{1c6}' => out.push('\u{1c5}'),
        '\u{1c7}'..='\u{1c9}' => out.push('\u{1c8}'),
        '\u{1ca}'..='\u{1cc}' => out.push('\u{1cb}'),
        '\u{1f1}'..='\u{1f3}' => out.push('\u{1f2}'),
        // The only one whose second letter stays large.
        '\u{149}' => out.extend(to_upper(c)),
        // Georgian letters keep their form at the start of a word.
        '\u{10d0}'..='\u{10ff}' => out.push(c),
        '\u{1f80}'..='\u{1faf}' => out.extend(char::from_u32(c as u32 | 8)),
        '\u{1fb3}' | '\u{1fbc}' => out.push('\u{1fbc}'),
        '\u{1fc3}' | '\u{1fcc}' => out.push('\u{1fcc}'),
        '\u{1ff3}' | '\u{1ffc}' => out.push('\u{1ffc}'),
        _ => {
            let mut upper = to_upper(c);
            out.extend(upper.next());
            for rest in upper {
                match rest {
                    // The iota written below in Greek stays below.
                    '\u{399}' if ('\u{1f80}'..='\u{1fff}').contains(&c) => out.push('\u{345}'),
                    _ => out.extend(rest.to_lowercase()),
                }
            }
        }
    }
}

/// Appends the character as it counts in comparison without case.
pub fn push_folded(c: char, out: &mut String) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        '\u{131}' => out.push(c),
        '\u{1e9e}' => out.push_str("ss"),
        // Cherokee folds to its older, upper letters.
        '\u{13a0}'..='\u{13f5}' => out.push(c),
        '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => out.extend(to_upper(c)),
        _ => to_upper(c).for_each(|c| match has_lower(c) {
            true => out.extend(c.to_lowercase()),
            false => out.push(c),
        }),
    }
}

/// Whether the text is a name by Python's rules (keywords included).
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c) && !is_later(c))
        && chars.all(|c| unicode_ident::is_xid_continue(c) && !is_later(c))
}

fn contains(ranges: &[(char, char)], c: char) -> bool {
    let after = ranges.partition_point(|&(first, _)| first <= c);
    after > 0 && c <= ranges[after - 1].1
}

/// What CPython 3.11 knows nothing of, from first to last.
#[rustfmt::skip]
const LATER: &[(char, char)] = &[
    ('\u{558}', '\u{558}'), ('\u{58b}', '\u{58c}'), ('\u{5c8}', '\u{5c9}'), ('\u{88f}', '\u{88f}'),
    ('\u{897}', '\u{897}'), ('\u{b53}', '\u{b54}'), ('\u{c5c}', '\u{c5c}'), ('\u{cdc}', '\u{cdc}'),
    ('\u{cf3}', '\u{cf3}'), ('\u{ece}', '\u{ece}'), ('\u{1acf}', '\u{1af0}'), ('\u{1b4e}', '\u{1b4f}'),
    ('\u{1b7f}', '\u{1b7f}'), ('\u{1c89}', '\u{1c8a}'), ('\u{208f}', '\u{208f}'), ('\u{209d}', '\u{209f}'),
    ('\u{20c1}', '\u{20c4}'), ('\u{2427}', '\u{2429}'), ('\u{2b96}', '\u{2b96}'), ('\u{2e60}', '\u{2e63}'),
    ('\u{2ffc}', '\u{2fff}'), ('\u{31e4}', '\u{31ef}'), ('\u{a7cb}', '\u{a7cf}'), ('\u{a7d2}', '\u{a7d2}'),
    ('\u{a7d4}', '\u{a7d4}'), ('\u{a7da}', '\u{a7f1}'), ('\u{ab6c}', '\u{ab6d}'), ('\u{fbc3}', '\u{fbd2}'),
    ('\u{fd90}', '\u{fd91}'), ('\u{fdc8}', '\u{fdce}'), ('\u{105c0}', '\u{105f3}'), ('\u{107bb}', '\u{107bf}'),
    ('\u{10940}', '\u{10959}'), ('\u{10d40}', '\u{10d8f}'), ('\u{10ec2}', '\u{10eff}'), ('\u{1123f}', '\u{11241}'),
    ('\u{11380}', '\u{113e2}'), ('\u{116d0}', '\u{116e3}'), ('\u{11b00}', '\u{11bf9}'), ('\u{11db0}', '\u{11df1}'),
    ('\u{11f00}', '\u{11f5a}'), ('\u{1246f}', '\u{1246f}'), ('\u{12475}', '\u{1247f}'), ('\u{12550}', '\u{12686}'),
    ('\u{1342f}', '\u{1342f}'), ('\u{13440}', '\u{143fa}'), ('\u{16100}', '\u{16139}'), ('\u{16d40}', '\u{16d79}'),
    ('\u{16ea0}', '\u{16ed3}'), ('\u{16ff2}', '\u{16ff6}'), ('\u{187f8}', '\u{187ff}'), ('\u{18cd6}', '\u{18cff}'),
    ('\u{18d09}', '\u{191d2}'), ('\u{1b123}', '\u{1b132}'), ('\u{1b155}', '\u{1b155}'), ('\u{1b168}', '\u{1b168}'),
    ('\u{1cc00}', '\u{1cefd}'), ('\u{1d127}', '\u{1d128}'), ('\u{1d1eb}', '\u{1d1ff}'), ('\u{1d250}', '\u{1d2d3}'),
    ('\u{1d6a6}', '\u{1d6a6}'), ('\u{1db00}', '\u{1db1c}'), ('\u{1df1f}', '\u{1dfff}'), ('\u{1e030}', '\u{1e08f}'),
    ('\u{1e4d0}', '\u{1e6ff}'), ('\u{1f1ae}', '\u{1f1ae}'), ('\u{1f6d8}', '\u{1f6dc}'), ('\u{1f774}', '\u{1f77f}'),
    ('\u{1f7d9}', '\u{1f7db}'), ('\u{1f7f1}', '\u{1f7ff}'), ('\u{1f8b2}', '\u{1f8d8}'), ('\u{1fa54}', '\u{1fa57}'),
    ('\u{1fa75}', '\u{1fa77}'), ('\u{1fa87}', '\u{1fa8f}'), ('\u{1faad}', '\u{1faaf}'), ('\u{1fabb}', '\u{1fabf}'),
    ('\u{1fac6}', '\u{1facf}'), ('\u{1fada}', '\u{1fadf}'), ('\u{1fae8}', '\u{1faef}'), ('\u{1faf7}', '\u{1fafa}'),
    ('\u{1fbcb}', '\u{1fbef}'), ('\u{1fbfa}', '\u{1fbfa}'), ('\u{2b739}', '\u{2b73f}'), ('\u{2b81e}', '\u{2b81e}'),
    ('\u{2cea2}', '\u{2cead}'), ('\u{2ebf0}', '\u{2ee5d}'), ('\u{31350}', '\u{3fc3f}'),
];

/// Digits that are no decimal digits: superscripts, subscripts, circled ones and a few old systems.
const DIGITS: &[(char, char)] = &[
    ('\u{b2}', '\u{b3}'),
    ('\u{b9}', '\u{b9}'),
    ('\u{1369}', '\u{1371}'),
    ('\u{19da}', '\u{19da}'),
    ('\u{2070}', '\u{2070}'),
    ('\u{2074}', '\u{2079}'),
    ('\u{2080}', '\u{2089}'),
    ('\u{2460}', '\u{2468}'),
    ('\u{2474}', '\u{247c}'),
    ('\u{2488}', '\u{2490}'),
    ('\u{24ea}', '\u{24ea}'),
    ('\u{24f5}', '\u{24fd}'),
    ('\u{24ff}', '\u{24ff}'),
    ('\u{2776}', '\u{277e}'),
    ('\u{2780}', '\u{2788}'),
    ('\u{278a}', '\u{2792}'),
    ('\u{10a40}', '\u{10a43}'),
    ('\u{10e60}', '\u{10e68}'),
    ('\u{11052}', '\u{1105a}'),
    ('\u{1f100}', '\u{1f10a}'),
];

/// Ideographs that are numbers.
const IDEOGRAPHIC_NUMBERS: &[char] = &[
    '\u{3405}',
    '\u{3483}',
    '\u{382a}',
    '\u{3b4d}',
    '\u{4e00}',
    '\u{4e03}',
    '\u{4e07}',
    '\u{4e09}',
    '\u{4e5d}',
    '\u{4e8c}',
    '\u{4e94}',
    '\u{4e96}',
    '\u{4ebf}',
    '\u{4ec0}',
    '\u{4edf}',
    '\u{4ee8}',
    '\u{4f0d}',
    '\u{4f70}',
    '\u{5104}',
    '\u{5146}',
    '\u{5169}',
    '\u{516b}',
    '\u{516d}',
    '\u{5341}',
    '\u{5343}',
    '\u{5344}',
    '\u{5345}',
    '\u{534c}',
    '\u{53c1}',
    '\u{53c2}',
    '\u{53c3}',
    '\u{53c4}',
    '\u{56db}',
    '\u{58f1}',
    '\u{58f9}',
    '\u{5e7a}',
    '\u{5efe}',
    '\u{5eff}',
    '\u{5f0c}',
    '\u{5f0d}',
    '\u{5f0e}',
    '\u{5f10}',
    '\u{62fe}',
    '\u{634c}',
    '\u{67d2}',
    '\u{6f06}',
    '\u{7396}',
    '\u{767e}',
    '\u{8086}',
    '\u{842c}',
    '\u{8cae}',
    '\u{8cb3}',
    '\u{8d30}',
    '\u{9621}',
    '\u{9646}',
    '\u{964c}',
    '\u{9678}',
    '\u{96f6}',
    '\u{f96b}',
    '\u{f973}',
    '\u{f978}',
    '\u{f9b2}',
    '\u{f9d1}',
    '\u{f9d3}',
    '\u{f9fd}',
    '\u{20001}',
    '\u{20064}',
    '\u{200e2}',
    '\u{20121}',
    '\u{2092a}',
    '\u{20983}',
    '\u{2098c}',
    '\u{2099c}',
    '\u{20aea}',
    '\u{20afd}',
    '\u{20b19}',
    '\u{22390}',
    '\u{22998}',
    '\u{23b1b}',
    '\u{2626d}',
    '\u{2f890}',
];

/// The character as an escape sequence of a literal.
pub fn escape(c: char) -> String {
    let code = code_of(c);
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(c: char) -> String {
        let mut out = String::new();
        push_title(c, &mut out);
        out
    }

    fn folded(c: char) -> String {
        let mut out = String::new();
        push_folded(c, &mut out);
        out
    }

    #[test]
    fn classes() {
        assert!(is_alpha('é') && is_alpha('ª') && !is_alpha('1') && !is_alpha('Ⅷ'));
        assert!(is_digit('²') && !is_decimal('²') && is_numeric('½') && !is_digit('½') && is_numeric('三'));
        assert!(is_space('\u{1c}') && is_space('\u{3000}') && is_space('\u{85}') && !is_space('\u{200b}'));
        assert!(is_printable('é') && !is_printable('\u{a0}') && !is_printable('\u{ad}') && !is_printable('\u{378}'));
        assert!(is_identifier("_é1") && !is_identifier("1a") && !is_identifier(""));
    }

    #[test]
    fn digits_have_values() {
        assert_eq!(decimal_value('7'), Some(7));
        assert_eq!(decimal_value('\u{665}'), Some(5));
        assert_eq!(decimal_value('\u{1d7ff}'), Some(9));
        assert_eq!(decimal_value('²'), None);
    }

    #[test]
    fn case() {
        assert_eq!(titled('ß'), "Ss");
        assert_eq!(titled('ǆ'), "ǅ");
        assert_eq!(titled('ᾲ'), "Ὰ\u{345}");
        assert_eq!(titled('ﬃ'), "Ffi");
        assert_eq!(folded('ß'), "ss");
        assert_eq!(folded('ς'), "σ");
        assert_eq!(folded('Ꭰ'), "Ꭰ");
    }
}
