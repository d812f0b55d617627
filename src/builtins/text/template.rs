//! The texts that `str.format` fills in, cut into literals and fields.
//!
//! In: a template. Out: `Piece`s, or the message of a ValueError. Looking values up and formatting them is left to the
//! caller, who also comes back here with the format specs that hold fields themselves.

/// A stretch of a template.
#[derive(Debug, PartialEq)]
pub struct Piece<'a> {
    /// Text that stands for itself.
    pub literal: &'a str,
    /// The field behind it, if there is one.
    pub field: Option<Field<'a>>,
}

/// A replacement field: `{name!conversion:spec}`.
#[derive(Debug, PartialEq)]
pub struct Field<'a> {
    /// The argument and the way into it.
    pub name: &'a str,
    /// `r`, `s` or `a`.
    pub conversion: Option<char>,
    /// What follows the colon.
    pub spec: &'a str,
    /// Whether the spec has fields of its own.
    pub nested: bool,
}

/// A step from an argument to a part of it.
#[derive(Debug, PartialEq)]
pub enum Step<'a> {
    /// `.name`
    Attribute(&'a str),
    /// `[3]`
    Index(i64),
    /// `[key]`
    Key(&'a str),
}

/// Cuts the template; `rest` is moved on behind the piece. None at its end.
pub fn next<'a>(rest: &mut &'a str) -> Result<Option<Piece<'a>>, &'static str> {
    let text = *rest;
    if text.is_empty() {
        return Ok(None);
    }
    let Some(place) = text.find(['{', '}']) else {
        *rest = "";
        return Ok(Some(Piece {
            literal: text,
            field: None,
        }));
    };
    let brace = &text[place..=place];
    let after = &text[place + 1..];
    if after.starts_with(brace) {
        // A doubled brace stands for itself.
        *rest = &after[1..];
        return Ok(Some(Piece {
            literal: &text[..=place],
            field: None,
        }));
    }
    if brace == "}" {
        return Err("Single '}' encountered in format string");
    }
    if after.is_empty() {
        return Err("Single '{' encountered in format string");
    }
    let (field, after) = field(after)?;
    *rest = after;
    Ok(Some(Piece {
        literal: &text[..place],
        field: Some(field),
    }))
}

/// The field that starts behind an opening brace, and what follows its closing brace.
fn field(text: &str) -> Result<(Field<'_>, &str), &'static str> {
    let mut place = 0;
    let end = loop {
        let Some(found) = text[place..].find(['{', '[', '}', ':', '!']) else {
            return Err("expected '}' before end of string");
        };
        place += found;
        match text.as_bytes()[place] {
            b'{' => return Err("unexpected '{' in field name"),
            b'[' => match text[place..].find(']') {
                Some(close) => place += close,
                None => return Err("expected '}' before end of string"),
            },
            mark => break mark,
        }
    };
    let name = &text[..place];
    let mut after = &text[place + 1..];
    let mut conversion = None;
    if end == b'!' {
        let mut chars = after.chars();
        conversion = Some(
            chars
                .next()
                .ok_or("end of string while looking for conversion specifier")?,
        );
        match chars.next() {
            Some('}') => {
                return Ok((
                    Field {
                        name,
                        conversion,
                        spec: "",
                        nested: false,
                    },
                    chars.as_str(),
                ));
            }
            Some(':') => after = chars.as_str(),
            Some(_) => return Err("expected ':' after conversion specifier"),
            None => return Err("unmatched '{' in format spec"),
        }
    } else if end == b'}' {
        return Ok((
            Field {
                name,
                conversion,
                spec: "",
                nested: false,
            },
            after,
        ));
    }
    let (mut depth, mut nested) = (1, false);
    for (place, brace) in after.match_indices(['{', '}']) {
        if brace == "{" {
            (depth, nested) = (depth + 1, true);
        } else {
            depth -= 1;
        }
        if depth == 0 {
            return Ok((
                Field {
                    name,
                    conversion,
                    spec: &after[..place],
                    nested,
                },
                &after[place + 1..],
            ));
        }
    }
    Err("unmatched '{' in format spec")
}

/// Cuts a field's name into the argument's own name and the steps behind it.
pub fn steps(name: &str) -> (&str, Steps<'_>) {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    (&name[..end], Steps { rest: &name[end..] })
}

/// The steps of a field's name.
pub struct Steps<'a> {
    rest: &'a str,
}

impl<'a> Steps<'a> {
    /// The next step; none at the end.
    pub fn next(&mut self) -> Result<Option<Step<'a>>, &'static str> {
        let mut chars = self.rest.chars();
        let step = match chars.next() {
            None => return Ok(None),
            Some('.') => {
                let text = chars.as_str();
                let end = text.find(['.', '[']).unwrap_or(text.len());
                self.rest = &text[end..];
                if end == 0 {
                    return Err("Empty attribute in format string");
                }
                Step::Attribute(&text[..end])
            }
            Some('[') => {
                let text = chars.as_str();
                let end = text.find(']').ok_or("Missing ']' in format string")?;
                self.rest = &text[end + 1..];
                if end == 0 {
                    return Err("Empty attribute in format string");
                }
                match number(&text[..end])? {
                    Some(index) => Step::Index(index),
                    None => Step::Key(&text[..end]),
                }
            }
            Some(_) => return Err("Only '.' or '[' may follow ']' in format field specifier"),
        };
        Ok(Some(step))
    }
}

/// The number that a name is, if it has only digits.
pub fn number(name: &str) -> Result<Option<i64>, &'static str> {
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    name.parse()
        .map(Some)
        .map_err(|_| "Too many decimal digits in format string")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(mut text: &str) -> Result<Vec<Piece<'_>>, &'static str> {
        let mut out = Vec::new();
        while let Some(piece) = next(&mut text)? {
            out.push(piece);
        }
        Ok(out)
    }

    #[test]
    fn fields() {
        let found = pieces("a{{b{0.x[k]!r:>{w}}c").unwrap();
        assert_eq!(
            found[0],
            Piece {
                literal: "a{",
                field: None
            }
        );
        let field = Field {
            name: "0.x[k]",
            conversion: Some('r'),
            spec: ">{w}",
            nested: true,
        };
        assert_eq!(
            found[1],
            Piece {
                literal: "b",
                field: Some(field)
            }
        );
        assert_eq!(
            found[2],
            Piece {
                literal: "c",
                field: None
            }
        );
        let (first, mut rest) = steps("0.x[12][k]");
        assert_eq!(first, "0");
        assert_eq!(rest.next(), Ok(Some(Step::Attribute("x"))));
        assert_eq!(rest.next(), Ok(Some(Step::Index(12))));
        assert_eq!(rest.next(), Ok(Some(Step::Key("k"))));
        assert_eq!(rest.next(), Ok(None));
    }

    #[test]
    fn errors() {
        assert_eq!(pieces("}"), Err("Single '}' encountered in format string"));
        assert_eq!(pieces("{"), Err("Single '{' encountered in format string"));
        assert_eq!(pieces("{a"), Err("expected '}' before end of string"));
        assert_eq!(pieces("{a{"), Err("unexpected '{' in field name"));
        assert_eq!(
            pieces("{!"),
            Err("end of string while looking for conversion specifier")
        );
        assert_eq!(
            pieces("{!rx}"),
            Err("expected ':' after conversion specifier")
        );
        assert_eq!(pieces("{:{}"), Err("unmatched '{' in format spec"));
    }
}
