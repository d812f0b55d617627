//! In: characters. Out: `Token`s without layout: names, numbers, strings and operators, by logos.
//! Knows nothing of lines' indentation or of brackets that match; what a literal is worth is `literal`'s business.

use crate::syntax::literal::scan_number;
use logos::{Lexer, Logos};

/// Why the characters at some place make no token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BadToken {
    /// A character that begins no token.
    #[default]
    Character,
    /// A malformed number; the offset is within the token.
    Number {
        /// What is wrong, in CPython's words.
        message: &'static str,
        /// For a digit out of place, which.
        digit: Option<char>,
        /// Where, from the number's first character.
        at: usize,
        /// How many characters are marked.
        width: usize,
    },
    /// A string that is not closed on its line, or a triple-quoted one not closed at all.
    String {
        /// Whether it has three quotes.
        triple: bool,
        /// How many bytes were read before that became clear.
        length: usize,
    },
}

/// One token. Only its kind: the parser takes the text from the source, by the token's span.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq)]
#[logos(error = BadToken)]
#[logos(skip r"[ \t\x0c]+")]
#[logos(skip r"#[^\n]*")]
#[logos(skip r"\\\n")]
#[rustfmt::skip]
#[allow(missing_docs)]
pub enum Token {
    #[regex(r"[A-Za-z_\u{80}-\u{10FFFF}][0-9A-Za-z_\u{80}-\u{10FFFF}]*")] Name,
    #[regex(r"\.?[0-9]", number)] Number,
    #[regex(r#"([uUbBfF]|[rR][bBfF]?|[bBfF][rR])?['"]"#, string)] String,
    #[token("\n")] LineEnd,
    #[token("\\")] Backslash,
    /// A character of ASCII that no production uses.
    #[regex(r"[$?!`]|<>")] Unknown,

    #[token("False")] False,
    #[token("None")] None,
    #[token("True")] True,
    #[token("and")] And,
    #[token("as")] As,
    #[token("assert")] Assert,
    #[token("async")] Async,
    #[token("await")] Await,
    #[token("break")] Break,
    #[token("class")] Class,
    #[token("continue")] Continue,
    #[token("def")] Def,
    #[token("del")] Del,
    #[token("elif")] Elif,
    #[token("else")] Else,
    #[token("except")] Except,
    #[token("finally")] Finally,
    #[token("for")] For,
    #[token("from")] From,
    #[token("global")] Global,
    #[token("if")] If,
    #[token("import")] Import,
    #[token("in")] In,
    #[token("is")] Is,
    #[token("lambda")] Lambda,
    #[token("nonlocal")] Nonlocal,
    #[token("not")] Not,
    #[token("or")] Or,
    #[token("pass")] Pass,
    #[token("raise")] Raise,
    #[token("return")] Return,
    #[token("try")] Try,
    #[token("while")] While,
    #[token("with")] With,
    #[token("yield")] Yield,

    #[token("(")] LeftParenthesis,
    #[token(")")] RightParenthesis,
    #[token("[")] LeftBracket,
    #[token("]")] RightBracket,
    #[token("{")] LeftBrace,
    #[token("}")] RightBrace,
    #[token(":")] Colon,
    #[token(",")] Comma,
    #[token(";")] Semicolon,
    #[token("+")] Plus,
    #[token("-")] Minus,
    #[token("*")] Star,
    #[token("/")] Slash,
    #[token("|")] Bar,
    #[token("&")] Ampersand,
    #[token("<")] Less,
    #[token(">")] Greater,
    #[token("=")] Equal,
    #[token(".")] Dot,
    #[token("%")] Percent,
    #[token("==")] EqualEqual,
    #[token("!=")] NotEqual,
    #[token("<=")] LessEqual,
    #[token(">=")] GreaterEqual,
    #[token("~")] Tilde,
    #[token("^")] Circumflex,
    #[token("<<")] LeftShift,
    #[token(">>")] RightShift,
    #[token("**")] DoubleStar,
    #[token("+=")] PlusEqual,
    #[token("-=")] MinusEqual,
    #[token("*=")] StarEqual,
    #[token("/=")] SlashEqual,
    #[token("%=")] PercentEqual,
    #[token("&=")] AmpersandEqual,
    #[token("|=")] BarEqual,
    #[token("^=")] CircumflexEqual,
    #[token("<<=")] LeftShiftEqual,
    #[token(">>=")] RightShiftEqual,
    #[token("**=")] DoubleStarEqual,
    #[token("//")] DoubleSlash,
    #[token("//=")] DoubleSlashEqual,
    #[token("@")] At,
    #[token("@=")] AtEqual,
    #[token("->")] Arrow,
    #[token("...")] Ellipsis,
    #[token(":=")] ColonEqual,

    // Made by the layout stage, which alone sees lines.
    Newline,
    Indent,
    Dedent,
    /// `match` and `case` where they begin a statement of that kind.
    Match,
    Case,
    /// The parenthesis of `with (...):`, whose contents are with-items if they can be.
    WithParenthesis,
    /// The end of the text inside an open bracket; otherwise the end has no token.
    EndInBracket,
    /// Where laying out the text failed.
    Broken,

    // Put before the first token by the parser to say what is to be parsed: one table serves all.
    StartFile,
    StartExpression,
}

fn number(lexer: &mut Lexer<Token>) -> Result<(), BadToken> {
    let start = lexer.span().start;
    match scan_number(&lexer.source().as_bytes()[start..]) {
        Ok(length) => {
            lexer.bump(start + length - lexer.span().end);
            Ok(())
        }
        Err(error) => Err(error),
    }
}

/// Reads on from the opening quote to the closing one.
fn string(lexer: &mut Lexer<Token>) -> Result<(), BadToken> {
    let opening = lexer.slice().as_bytes();
    let quote = opening[opening.len() - 1];
    let rest = lexer.remainder().as_bytes();
    let triple = rest.starts_with(&[quote; 2]);
    let mut at = if triple { 2 } else { 0 };
    let unterminated = |at| {
        let length = opening.len() + at;
        Err(BadToken::String { triple, length })
    };
    loop {
        match rest.get(at) {
            None => return unterminated(at),
            Some(b'\\') => at += 2,
            Some(b'\n') if !triple => return unterminated(at),
            Some(&byte) if byte == quote && (!triple || rest[at..].starts_with(&[quote; 3])) => {
                break;
            }
            Some(_) => at += 1,
        }
    }
    lexer.bump(at + if triple { 3 } else { 1 });
    Ok(())
}
