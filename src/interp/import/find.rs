//! Where the module of a name lies.
//!
//! In: a whole name, and `sys.path` or the `__path__` of its package. Out: a built-in module, a page of the library, a
//! file, or folders that make up a package without a file. Looks at files, reads none.

use std::path::Path;

use super::super::context::Context;
use crate::builtins::modules;
use crate::library::{self, Page};
use crate::value::{Raise, Symbol, Value, ops};

/// What a module is made of.
pub enum Found {
    /// Rust.
    Native,
    /// A page of the library.
    Page(&'static Page),
    /// A file.
    File {
        /// Its path.
        path: String,
        /// The folder, if it is a package.
        folder: Option<String>,
    },
    /// Folders without an `__init__.py`.
    Folders(Vec<String>),
}

impl Found {
    /// A file, the folders that modules inside it lie in, and whether it is part of Taipan.
    pub fn described(self) -> Value {
        let text = |text: &str| Value::str(text);
        let list = |folders: &[String]| Value::list(folders.iter().map(|folder| Value::str(folder)));
        let parts = match self {
            Found::Native => [Value::None, Value::None, Value::bool(true)],
            Found::Page(page) => {
                let folders = page.folder().map_or(Value::None, |folder| list(&[folder]));
                [text(&page.path()), folders, Value::bool(true)]
            }
            Found::File { path, folder } => {
                [text(&path), folder.map_or(Value::None, |folder| list(&[folder])), Value::bool(false)]
            }
            Found::Folders(folders) => [Value::None, list(&folders), Value::bool(false)],
        };
        Value::tuple(parts.into())
    }
}

/// Modules that CPython has in its binary, or has loaded before a script begins: no file of that name hides them.
#[rustfmt::skip]
const FIRST: &[&str] = &[
    "abc", "array", "atexit", "binascii", "builtins", "cmath", "codecs", "errno", "faulthandler", "gc", "genericpath", "io",
    "itertools", "marshal", "math", "os", "posix", "posixpath", "pwd", "site", "stat", "sys", "time", "unicodedata", "zlib",
];

fn comes_first(name: &str) -> bool {
    FIRST.binary_search(&name).is_ok() || name.starts_with('_') && modules::is_native(name)
}

fn in_library(name: &str) -> Option<Found> {
    if modules::is_native(name) {
        return Some(Found::Native);
    }
    library::page(name).map(Found::Page)
}

impl Context {
    /// Looks for a module; `path` is its package's.
    pub(in crate::interp) fn find_module(&self, name: &str, path: Option<&Value>) -> Result<Option<Found>, Raise> {
        let entries = match path {
            Some(path) => ops::iterate::collect_values(path)?,
            None if comes_first(name) => return Ok(in_library(name)),
            None => {
                let sys = self.modules.sys.borrow().clone();
                let path = sys.and_then(|sys| sys.get(Symbol::PATH)).unwrap_or_default();
                if path.is_none() { Vec::new() } else { ops::iterate::collect_values(&path)? }
            }
        };
        let inner = name.rsplit('.').next().unwrap_or(name);
        let mut folders = Vec::new();
        for entry in &entries {
            let Some(entry) = entry.as_str() else { continue };
            if entry.starts_with(library::FOLDER) {
                if let Some(found) = in_library(name) {
                    return Ok(Some(found));
                }
                continue;
            }
            let Some(base) = whole(entry) else { continue };
            if !self.may_import_from(&base) {
                continue;
            }
            let folder = format!("{}/{inner}", base.trim_end_matches('/'));
            let is_folder = Path::new(&folder).is_dir();
            let init = format!("{folder}/__init__.py");
            if is_folder && Path::new(&init).is_file() {
                return Ok(Some(Found::File { path: init, folder: Some(folder) }));
            }
            let file = format!("{folder}.py");
            if Path::new(&file).is_file() {
                return Ok(Some(Found::File { path: file, folder: None }));
            }
            if is_folder {
                folders.push(folder);
            }
        }
        Ok((!folders.is_empty()).then_some(Found::Folders(folders)))
    }

    fn may_import_from(&self, folder: &str) -> bool {
        let allowed = self.modules.folders.borrow();
        let Some(allowed) = &*allowed else { return true };
        let real = |folder: &str| std::fs::canonicalize(folder).ok();
        let Some(folder) = real(folder) else { return false };
        allowed.iter().filter_map(|allowed| real(allowed)).any(|allowed| folder.starts_with(allowed))
    }
}

/// An entry of a path with the current folder in front, if it needs one.
fn whole(entry: &str) -> Option<String> {
    if entry.starts_with('/') {
        return Some(entry.to_string());
    }
    let current = std::env::current_dir().ok()?;
    let current = current.to_str()?;
    Some(if entry.is_empty() { current.to_string() } else { format!("{}/{entry}", current.trim_end_matches('/')) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_that_come_first_are_in_order() {
        assert!(FIRST.is_sorted());
    }
}
