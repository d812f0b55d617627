//! `_importlib`: what the page `importlib` needs of the host.

use super::effect;
use crate::builtins::argument::shown_type;
use crate::raise;
use crate::value::host;
use crate::value::module::Module;
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::{Gc, Res, Value};

/// The module.
pub fn create() -> Gc<Module> {
    super::with_functions("_importlib", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_importlib", "import_module", Exactly(1, import_module), "The module of a whole name."),
    effect("_importlib", "find", Exactly(2, find), "Where a module would be loaded from: a file, folders, whether it is part of Taipan."),
    effect("_importlib", "running", Exactly(0, |_| Ok(Value::str(host::host()?.running().as_str()))), "The name of the module whose text is running."),
    effect("_importlib", "reload", Exactly(1, reload), "Run the text of a module again."),
];

fn import_module(arguments: &[Value]) -> Res {
    match arguments[0].as_str() {
        Some("") => Err(raise!(ValueError, "Empty module name")),
        Some(name) => host::host()?.import(name),
        None => Err(raise!(TypeError, "the name of a module must be str, not {}", shown_type(&arguments[0]))),
    }
}

fn find(arguments: &[Value]) -> Res {
    match arguments[0].as_str() {
        Some(name) => host::host()?.find(name, Some(&arguments[1]).filter(|path| !path.is_none())),
        None => Err(raise!(TypeError, "the name of a module must be str, not {}", shown_type(&arguments[0]))),
    }
}

fn reload(arguments: &[Value]) -> Res {
    match arguments[0].as_gc::<Module>() {
        Some(module) => host::host()?.reload(module).map(|()| Value::None),
        None => Err(raise!(TypeError, "reload() argument must be a module")),
    }
}
