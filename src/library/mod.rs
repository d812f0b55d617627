//! The pages of the standard library that are written in Python.
//!
//! In: the dotted name of a module. Out: its text, which is part of the binary. Each `.py` file of this folder is a page,
//! a folder with an `__init__.py` a package; the table is made when the crate is built. Nothing is read, parsed or kept
//! before a script imports it.

mod instead;

pub use instead::instead_of;

/// A module in Python.
pub struct Page {
    /// What it is imported as.
    pub name: &'static str,
    /// Its path in this folder.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// All pages, by name.
static PAGES: &[Page] = include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// What stands in `sys.path` for the library, and in tracebacks for its folder.
pub const FOLDER: &str = "<library>";

/// The page of a module.
pub fn page(name: &str) -> Option<&'static Page> {
    PAGES.binary_search_by(|page| page.name.cmp(name)).ok().map(|place| &PAGES[place])
}

/// The names of all pages, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    PAGES.iter().map(|page| page.name)
}

impl Page {
    /// Whether it may have pages inside.
    pub fn is_package(&self) -> bool {
        self.file.ends_with("__init__.py")
    }

    /// Where pages inside of it lie, if it is a package.
    pub fn folder(&self) -> Option<String> {
        let path = self.path();
        self.is_package().then(|| path.rsplit_once('/').map_or(FOLDER, |parts| parts.0).to_string())
    }

    /// What messages call it.
    pub fn path(&self) -> String {
        format!("{FOLDER}/{}", self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_found_by_name() {
        let found = page("importlib").expect("a package");
        assert!(found.is_package() && found.path() == "<library>/importlib/__init__.py");
        assert!(names().is_sorted() && page("no_such_page").is_none());
    }
}
