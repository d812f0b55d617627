//! In: a resolved tree. Out: its text form: a function after the other, a line a statement with its number, its kind, its
//! slots and the text it came from.

use std::fmt::{self, Write};

use crate::resolve::tree::{Block, Code, Place, Stmt, StmtKind};

/// The text form of a function and of all that it defines.
pub fn text(code: &Code) -> String {
    let mut out = String::new();
    function(&mut out, code);
    out
}

fn function(out: &mut String, code: &Code) {
    let params = code.params.names.join(", ");
    let _ = writeln!(out, "{}({params}) slots {}", code.qualified_name, slots(code));
    let mut defined = Vec::new();
    block(out, code, &code.body, 1, &mut defined);
    for inner in defined {
        out.push('\n');
        function(out, inner);
    }
}

fn slots(code: &Code) -> String {
    let name = |(place, name): (usize, &std::sync::Arc<str>)| match &**name {
        "" => format!("{place}"),
        name => format!("{place}:{name}"),
    };
    code.slots.iter().enumerate().map(name).collect::<Vec<_>>().join(" ")
}

fn block<'a>(out: &mut String, code: &Code, block: &'a Block, level: usize, defined: &mut Vec<&'a Code>) {
    for statement in &block.statements {
        self::statement(out, code, statement, level, defined);
    }
}

fn statement<'a>(out: &mut String, code: &Code, statement: &'a Stmt, level: usize, defined: &mut Vec<&'a Code>) {
    let span = code.spans[statement.id.0 as usize];
    let source = code.source.slice(span).lines().next().unwrap_or_default();
    let indent = level * 2;
    let _ = write!(out, "{:indent$}#{} {}", "", statement.id.0, Kind(&statement.kind));
    if let Some(target) = target(&statement.kind) {
        let _ = write!(out, " {}", place(target));
    }
    let _ = writeln!(out, "  | {source}");
    let mut part = |out: &mut String, name: &str, part: &'a Block| {
        if !part.statements.is_empty() {
            let _ = writeln!(out, "{:indent$}  {name}:", "");
            block(out, code, part, level + 2, defined);
        }
    };
    match &statement.kind {
        StmtKind::If { then, orelse, .. } => {
            part(out, "then", then);
            part(out, "else", orelse);
        }
        StmtKind::While(node) => {
            let _ = writeln!(out, "{:indent$}  head #{}", "", node.head.0);
            part(out, "header", &node.header);
            part(out, "body", &node.body);
            part(out, "else", &node.orelse);
        }
        StmtKind::For(node) => {
            let (head, state) = (node.head.0, node.state.0);
            let _ = writeln!(out, "{:indent$}  head #{head}, state in slots {state} to {}", "", state + 2);
            part(out, "body", &node.body);
            part(out, "else", &node.orelse);
        }
        StmtKind::Inline { frame, body } => part(out, frame.as_ref().map_or("around", |shown| &*shown.name), body),
        StmtKind::Try(node) => {
            part(out, "body", &node.body);
            for handler in &node.handlers {
                part(out, "except", &handler.body);
            }
            part(out, "else", &node.orelse);
            if let Some(finally) = &node.finally {
                part(out, "finally", finally);
            }
        }
        StmtKind::Define { definition, .. } => defined.push(&definition.code),
        _ => {}
    }
}

fn target(kind: &StmtKind) -> Option<Place> {
    match kind {
        StmtKind::Assign(place, _) | StmtKind::Update(place, ..) | StmtKind::Delete(place) => Some(*place),
        StmtKind::Call { target, .. } | StmtKind::Yield { target, .. } | StmtKind::YieldFrom { target, .. } => *target,
        StmtKind::Define { target, .. } | StmtKind::Import { target, .. } => Some(*target),
        StmtKind::For(node) => Some(node.target),
        _ => None,
    }
}

fn place(place: Place) -> String {
    match place {
        Place::Local(slot) => format!("slot {}", slot.0),
        Place::Cell(slot) => format!("cell {}", slot.0),
        Place::Global(slot) => format!("global {}", slot.0),
    }
}

/// The name of a statement's kind.
struct Kind<'a>(&'a StmtKind);

impl fmt::Display for Kind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut name = Head(String::new());
        // Writing fails on purpose behind the name.
        let _ = write!(name, "{:?}", self.0);
        f.write_str(&name.0)
    }
}

/// Takes the first word of what is written and refuses the rest.
struct Head(String);

impl Write for Head {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let word = text.find(|c: char| !c.is_alphanumeric());
        self.0 += &text[..word.unwrap_or(text.len())];
        if word.is_some() { Err(fmt::Error) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Script;

    #[test]
    fn every_statement_has_a_line() {
        let script = Script::compile("x.py", "def f(n):\n    for i in range(n):\n        print(i)\nf(3)\n").unwrap();
        let text = text(script.code());
        for line in
            ["<module>()", "#0 Define global 0  | def f", "f(n) slots 0:n 1:i", "For slot 1", "Call  | print(i)"]
        {
            assert!(text.contains(line), "no {line} in\n{text}");
        }
    }
}
