//! A module as a program: `taipan -m NAME`.
//!
//! In: the name of a module or of a package with a `__main__`. Out: its text, with the packages around it imported, or the
//! `SystemExit` with which the command ends if there is no such program.

use super::super::context::Context;
use super::find::Found;
use super::load::{Origin, read, spec};
use crate::builtins::modules;
use crate::source::Source;
use crate::value::exception::{Error, catch, raise_with, take_pending};
use crate::value::module::Module;
use crate::value::{Raise, Symbol, Value, ops};

fn none(message: &str) -> Raise {
    raise_with(Error::SystemExit, Value::str(&format!("taipan: {message}")))
}

impl Context {
    /// The text of the program of that name, and its whole name as a module. `sys.argv[0]` becomes its file.
    pub fn find_program(&self, name: &str) -> Result<(String, Source), Raise> {
        let path = match name.rsplit_once('.') {
            Some((package, _)) => Some(self.path_of(name, package)?),
            None => None,
        };
        match self.find_module(name, path.as_ref())? {
            None => Err(none(&format!("No module named {name}"))),
            Some(Found::Native) => Err(none(&format!("No code object available for {name}"))),
            Some(Found::File { folder: None, path }) => self.program(name, read(&path)?),
            Some(Found::Page(page)) if !page.is_package() => self.program(name, Source::new(&page.path(), page.text)),
            Some(Found::Page(_) | Found::File { .. } | Found::Folders(_)) => {
                let inner = format!("{name}.__main__");
                let path = self.path_of(&inner, name)?;
                match self.find_module(&inner, Some(&path))? {
                    Some(Found::File { folder: None, path }) => self.program(&inner, read(&path)?),
                    Some(Found::Page(page)) => self.program(&inner, Source::new(&page.path(), page.text)),
                    _ => Err(none(&format!(
                        "No module named {inner}; '{name}' is a package and cannot be directly executed"
                    ))),
                }
            }
        }
    }

    fn program(&self, name: &str, source: Source) -> Result<(String, Source), Raise> {
        if let Some(sys) = &*self.modules.sys.borrow() {
            modules::sys::set_program(sys, source.name());
        }
        Ok((name.to_string(), source))
    }

    /// The `__path__` of a package, which is imported.
    fn path_of(&self, name: &str, package: &str) -> Result<Value, Raise> {
        let imported = self.import_module(package);
        let found = imported.and_then(|package| ops::attribute::find(&package, Symbol::new("__path__")));
        let why = match found {
            Ok(Some(path)) => return Ok(path),
            Ok(None) => format!("__path__ attribute not found on '{package}' while trying to find '{name}'"),
            Err(raise) => match catch(Error::ImportError) {
                Some(error) => ops::str(&Value::from(error)).unwrap_or_else(|_| {
                    drop(take_pending());
                    String::new()
                }),
                None => return Err(raise),
            },
        };
        let message = format!("Error while finding module specification for '{name}' (ModuleNotFoundError: {why})");
        Err(none(&message))
    }
}

/// Sets what a program knows of itself as a module.
pub fn describe_program(main: &Module, name: &str, file: &str) {
    let package = name.rsplit_once('.').map_or("", |parts| parts.0);
    main.define("__package__", Value::str(package));
    main.define("__spec__", spec(&Origin { name, file: Some(file), path: None }, package));
}
