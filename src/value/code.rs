//! What code objects say of the code that they are of.
//!
//! In: a code object. Out: its attributes. Compiled text has few of them before it runs: its names have no slots yet.

use super::constant;
use super::heap::Ref;
use super::module::Module;
use super::opaque::Content;
use super::program::Program;
use super::{Gc, Res, Value, ops, traceback};
use crate::resolve::tree::{Block, Callee, Code, Expr, ExprKind, Flavour, GlobalSlot, Place, Slot, Stmt, StmtKind};
use std::sync::Arc;

/// The code of a function, and the module it was written for, if the function is at hand.
pub(super) struct Body(pub(super) Arc<Code>, pub(super) Option<Gc<Module>>);

impl Content for Body {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        if let Some(module) = &self.1 {
            visit(module.as_ref());
        }
    }
}

/// A computed attribute.
type Attribute = (&'static str, fn(&Value) -> Res);

/// A text that was compiled has the code of a module; a function's says more.
pub(super) const ATTRIBUTES: &[Attribute] = &[
    ("co_filename", |value| match value.content::<Program>() {
        Some(program) => Ok(Value::str(program.source.name())),
        None => with_body(value, Value::None, |code| Value::str(code.source.name())),
    }),
    ("co_firstlineno", |value| {
        with_body(value, Value::int(1), |code| Value::int(i64::from(code.source.line(code.span.start))))
    }),
    ("co_argcount", |value| with_body(value, Value::int(0), |code| Value::int(i64::from(code.params.positional)))),
    ("co_posonlyargcount", |value| {
        with_body(value, Value::int(0), |code| Value::int(i64::from(code.params.positional_only)))
    }),
    ("co_kwonlyargcount", |value| {
        with_body(value, Value::int(0), |code| Value::int(i64::from(code.params.keyword_only)))
    }),
    ("co_qualname", |value| with_body(value, Value::str("<module>"), |code| Value::str(&code.qualified_name))),
    ("co_nlocals", |value| with_body(value, Value::int(0), |code| Value::int(variables(code).len() as i64))),
    ("co_names", |value| with_full_body(value, names)),
    ("co_consts", |value| with_full_body(value, constants)),
    ("co_flags", |value| with_body(value, Value::int(FROM_TEXT), |code| Value::int(flags(code)))),
    ("co_varnames", |value| with_body(value, Value::tuple(vec![]), |code| texts(&variables(code)))),
    ("co_cellvars", |value| {
        let name = |code: &Code, slot: &Slot| Value::str(&code.slots[slot.0 as usize]);
        with_body(value, Value::tuple(vec![]), move |code| {
            Value::tuple(code.cells.iter().map(|slot| name(code, slot)).collect())
        })
    }),
    ("co_freevars", |value| {
        with_body(value, Value::tuple(vec![]), |code| {
            Value::tuple(code.free.iter().map(|(name, _)| Value::str(name)).collect())
        })
    }),
];

/// The bits of compiled text: no bits but that names are looked up by name.
const FROM_TEXT: i64 = 0;

fn with_full_body(value: &Value, show: impl Fn(&Body) -> Vec<Value>) -> Res {
    Ok(Value::tuple(value.content::<Body>().map_or_else(Vec::new, show)))
}

fn with_body(value: &Value, of_module: Value, show: impl Fn(&Code) -> Value) -> Res {
    Ok(value.content::<Body>().map_or(of_module, |body| show(&body.0)))
}

/// CPython's bits: locals in slots and new, `*args`, `**kwargs`, inside another function, generators.
fn flags(code: &Code) -> i64 {
    let flavour = match code.flavour {
        _ if !code.is_generator => 0,
        Flavour::Generator => 0x20,
        Flavour::Coroutine => 0x80,
        Flavour::AsyncGenerator => 0x200,
    };
    let nested = i64::from(code.qualified_name.contains("<locals>"));
    3 | nested << 4 | i64::from(code.params.star) << 2 | i64::from(code.params.double_star) << 3 | flavour
}

/// The parameters, those with a name first, then the other variables.
fn variables(code: &Code) -> Vec<&Arc<str>> {
    let names = &code.params.names;
    let others = code.slots.iter().skip(names.len()).filter(|name| !name.is_empty());
    let captured = |name: &&Arc<str>| code.free.iter().any(|(free, _)| free == *name);
    let own_cell = |name: &Arc<str>| code.cells.iter().any(|slot| code.slots[slot.0 as usize] == *name);
    let mut seen: Vec<&Arc<str>> = Vec::new();
    for name in names.iter().chain(others).filter(|name| !captured(name)) {
        let parameter = names.contains(name);
        if !seen.contains(&name) && (parameter || !own_cell(name)) {
            seen.push(name);
        }
    }
    seen
}

fn texts(names: &[&Arc<str>]) -> Value {
    Value::tuple(names.iter().map(|name| Value::str(name)).collect())
}

/// Goes over the statements of a block and of the blocks inside.
fn each_statement<'a>(block: &'a Block, visit: &mut dyn FnMut(&'a Stmt)) {
    for statement in &block.statements {
        visit(statement);
        statement.blocks().into_iter().for_each(|block| each_statement(block, visit));
    }
}

fn each_part<'a>(expr: &'a Expr, visit: &mut dyn FnMut(&'a Expr)) {
    visit(expr);
    expr.each_part(&mut |part| each_part(part, visit));
}

/// The documentation or `None`, the literals, and the code inside.
fn constants(body: &Body) -> Vec<Value> {
    let code = &body.0;
    let mut found = vec![code.doc.as_ref().map_or(Value::None, |doc| Value::str(doc))];
    let mut add = |value: Value| {
        let same = |known: &Value| {
            known.tag() == value.tag() && known.kind() == value.kind() && ops::equal(known, &value) == Ok(true)
        };
        if !found.iter().any(same) {
            found.push(value);
        }
    };
    each_statement(&code.body, &mut |statement| {
        statement.each_expr(&mut |expr| {
            each_part(expr, &mut |part| {
                if let ExprKind::Constant(literal) = &part.kind {
                    add(constant::literal(literal));
                }
            });
        });
        if let StmtKind::Define { definition, .. } = &statement.kind {
            let inner = &definition.code;
            add(traceback::code(inner, inner.name.clone(), body.1.clone()));
        }
    });
    found
}

/// The globals and attributes that it names, in order.
fn names(body: &Body) -> Vec<Value> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        if !found.iter().any(|known| known == name) {
            found.push(name.to_string());
        }
    };
    let global = |at: GlobalSlot| body.1.as_ref().map(|module| module.name_of(at.0));
    each_statement(&body.0.body, &mut |statement| {
        statement.each_expr(&mut |expr| {
            each_part(expr, &mut |part| match &part.kind {
                ExprKind::Global(at) => _ = global(*at).map(|name| add(name.as_str())),
                ExprKind::Attribute(_, name) => add(name),
                _ => {}
            });
        });
        match &statement.kind {
            StmtKind::Call { call, target } => {
                if let Callee::Method(_, name) = &call.callee {
                    add(name);
                }
                if let Some(Place::Global(at)) = target {
                    _ = global(*at).map(|name| add(name.as_str()));
                }
            }
            StmtKind::Assign(Place::Global(at), _) | StmtKind::Update(Place::Global(at), ..) => {
                _ = global(*at).map(|name| add(name.as_str()));
            }
            StmtKind::SetAttribute { name, .. }
            | StmtKind::UpdateAttribute { name, .. }
            | StmtKind::DeleteAttribute { name, .. } => add(name),
            StmtKind::Import { module, .. } | StmtKind::ImportFrom { module, .. } => add(module),
            _ => {}
        }
    });
    found.into_iter().map(|name| Value::str(&name)).collect()
}
