//! In: an error and the source it is about. Out: the lines that CPython would print for it.

use crate::error::{Place, SyntaxError};
use crate::source::Source;
use std::fmt::Write;

/// A syntax error: place, line, carets and message, without the line end.
pub fn syntax_error(error: &SyntaxError, source: &Source) -> String {
    let mut out = String::new();
    if let Some(place) = error.place(source) {
        write_place(&mut out, source.name(), &place);
    }
    let _ = write!(out, "{}: {}", error.kind.name(), error.message);
    out
}

/// The lines that say where a syntax error lies.
pub fn write_place(out: &mut String, file: &str, place: &Place) {
    let _ = writeln!(out, "  File \"{file}\", line {}", place.line);
    let text = place.text.trim_end_matches('\n');
    let stripped = text.trim_start_matches([' ', '\t', '\x0c', '\n']);
    if stripped.is_empty() && place.offset == 0 {
        let _ = writeln!(out, "    ");
        return;
    }
    let _ = writeln!(out, "    {stripped}");
    let (length, indentation) = (text.chars().count(), text.chars().count() - stripped.chars().count());
    let Some(column) = (place.offset as usize).checked_sub(1) else { return };
    let end = match place.end_line > place.line {
        true => length,
        false => (place.end_offset as usize).saturating_sub(1).min(length.max(column)),
    };
    if let Some(offset) = column.min(length).checked_sub(indentation) {
        let carets = "^".repeat(end.saturating_sub(column).max(1));
        let _ = writeln!(out, "    {:offset$}{carets}", "");
    }
}
