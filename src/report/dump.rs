//! In: a stage by name, and a source or an event. Out: the stage's text form.

use std::fmt::Write;

use crate::engine::{Error, Event, Listing, Script};
use crate::source::Source;
use crate::syntax::dump::dump;
use crate::syntax::layout::lay_out;
use crate::syntax::parse::parse;

/// What a program becomes on its way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Tokens, with indentation made explicit.
    Tokens,
    /// The syntax tree.
    Tree,
    /// The resolved tree.
    Resolved,
    /// Units as they are built.
    Ir,
    /// Units as they are compiled.
    IrOptimised,
    /// What Cranelift is given.
    Clif,
    /// What Cranelift makes of it.
    Asm,
}

impl Stage {
    const ALL: [(&str, Stage); 7] = [
        ("tokens", Stage::Tokens),
        ("tree", Stage::Tree),
        ("resolved", Stage::Resolved),
        ("ir", Stage::Ir),
        ("ir-opt", Stage::IrOptimised),
        ("clif", Stage::Clif),
        ("asm", Stage::Asm),
    ];

    /// The stage of that name.
    pub fn from_name(name: &str) -> Option<Stage> {
        Stage::ALL.iter().find(|(known, _)| *known == name).map(|(_, stage)| *stage)
    }

    /// All names.
    pub fn names() -> String {
        Stage::ALL.map(|(name, _)| name).join(", ")
    }

    /// Whether it is there before the program runs.
    pub fn is_static(self) -> bool {
        matches!(self, Stage::Tokens | Stage::Tree | Stage::Resolved)
    }
}

/// The text of a stage that is there before the program runs.
///
/// # Errors
/// A `SyntaxError`.
pub fn before_running(stage: Stage, name: &str, bytes: &[u8]) -> Result<String, Error> {
    let script = Script::from_bytes(name, bytes)?;
    let source = &*script.code().source;
    Ok(match stage {
        Stage::Tokens => tokens(source),
        Stage::Tree => parse(source).map(|tree| dump(&tree)).unwrap_or_default(),
        _ => super::resolved::text(script.code()),
    })
}

/// A token a line: its place, its kind, its text.
fn tokens(source: &Source) -> String {
    let mut out = String::new();
    for (start, token, end) in lay_out(source).tokens {
        let place = source.position(start);
        let text = source.text().get(start as usize..end as usize).unwrap_or_default();
        let _ = writeln!(out, "{}:{} {token:?} {text:?}", place.line, place.column);
    }
    out
}

/// The text of a stage that an event brings, if it is the one that is wanted.
pub fn while_running(stage: Stage, event: &Event) -> Option<String> {
    let Event::Listed { at, unit, listing, text } = event else {
        return None;
    };
    let wanted = match stage {
        Stage::Ir => Listing::Built,
        Stage::IrOptimised => Listing::Optimised,
        Stage::Clif => Listing::Clif,
        Stage::Asm => Listing::Assembly,
        Stage::Tokens | Stage::Tree | Stage::Resolved => return None,
    };
    (*listing == wanted).then(|| format!("; unit {unit}, {}\n{}\n", super::stats::place(at), text.trim_end()))
}
