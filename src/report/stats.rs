//! In: the events of a run, and what its units have done. Out: what `--stats` prints.

use std::fmt::Write;
use std::time::Duration;

use crate::engine::{Event, Location, Stats, UnitReport};
use crate::resolve::tree::StmtId;

/// What was recorded, compiled, left and given up, a line each.
pub fn summary(events: &[Event], stats: &Stats) -> String {
    let mut out = String::new();
    let count = |wanted: fn(&Event) -> bool| events.iter().filter(|event| wanted(event)).count();
    let _ = writeln!(
        out,
        "taipan: {} recorded, {} compiled, {} given up",
        count(|event| matches!(event, Event::Recorded { .. })),
        count(|event| matches!(event, Event::Compiled { .. })),
        count(|event| matches!(event, Event::Aborted { .. } | Event::Dropped { .. })),
    );
    for event in events {
        line(&mut out, event);
    }
    if !stats.units.is_empty() {
        out += "units:\n";
    }
    for unit in &stats.units {
        self::unit(&mut out, unit);
    }
    let spent = stats.spent;
    let [recording, compiling, beside, native] =
        [spent.recording, spent.compiling, spent.beside, spent.native].map(milliseconds);
    let _ = writeln!(
        out,
        "recording {recording:.3} ms, compiling {compiling:.3} ms and {beside:.3} ms beside, native {native:.3} ms"
    );
    let _ = writeln!(out, "longest pause for compiling {:.3} ms", milliseconds(spent.longest_pause));
    match crate::array::fuse::saved() {
        0 => {}
        saved => _ = writeln!(out, "{saved} arrays between operations were not made"),
    }
    out
}

/// One event.
fn line(out: &mut String, event: &Event) {
    let _ = match event {
        Event::Recorded { at, complete, stopped, statements, time } => {
            let left = match stopped {
                _ if *complete => String::new(),
                Some(stmt) => format!(", left before all was seen, line {}", line_of(at, *stmt)),
                None => ", left before all was seen".to_owned(),
            };
            writeln!(out, "  recorded {}: {statements} statements, {:.3} ms{left}", place(at), milliseconds(*time))
        }
        Event::Aborted { at, abort } => {
            writeln!(out, "  given up {}: {abort}, line {}", place(at), line_of(at, abort.stmt))
        }
        Event::Compiled { at, unit, instructions, bytes, time } => {
            let time = milliseconds(*time);
            writeln!(
                out,
                "  compiled {}: unit {unit}, {instructions} instructions, {bytes} bytes, {time:.3} ms",
                place(at)
            )
        }
        Event::Listed { .. } => Ok(()),
        Event::Widened { at, unit, reason } => {
            writeln!(out, "  widened  {}: unit {unit} kept leaving, {} {}", place(at), reason.code(), reason.message())
        }
        Event::Evicted { at, unit } => writeln!(out, "  evicted  {}: unit {unit}", place(at)),
        Event::Dropped { at, unit, abort } => {
            writeln!(out, "  dropped  {}: unit {unit}, {abort}", place(at))
        }
    };
}

fn unit(out: &mut String, unit: &UnitReport) {
    let time = milliseconds(unit.time);
    let _ = writeln!(out, "  unit {} {}: entered {} times, ran {time:.3} ms", unit.unit, place(&unit.at), unit.entries);
    for (stmt, reason, times) in &unit.exits {
        let (line, code, text) = (line_of(&unit.at, *stmt), reason.code(), reason.message());
        let _ = writeln!(out, "    left at line {line} {times} times, {code} {text}");
    }
}

/// `julia.py:12 in calculate`
pub(super) fn place(at: &Location) -> String {
    let file = at.code.source.name();
    let file = file.rsplit('/').next().unwrap_or(file);
    let what = if at.head.is_some() { "loop" } else { "function" };
    format!("{what} {file}:{} in {}", at.line(), at.code.qualified_name)
}

/// The line of a statement of that function; of another one, which was inlined, the loop's own line says more.
fn line_of(at: &Location, stmt: StmtId) -> u32 {
    match at.code.spans.get(stmt.0 as usize) {
        Some(span) => at.code.source.line(span.start),
        None => at.line(),
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
