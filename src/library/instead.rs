//! Modules that scripts ask for and that are not here: what to use instead, one row each.
//!
//! In: the name of a module that was not found. Out: a sentence for whoever reads the traceback. The exception itself is
//! CPython's, so that `try: import …` / `except ImportError:` goes on as it would there.

/// The name of the outermost package, and what to tell.
const TABLE: &[(&str, &str)] = &[
    ("bz2", "taipan compresses with zlib and gzip"),
    ("ctypes", "taipan cannot call foreign libraries: a host registers Rust functions with Engine::register"),
    ("curses", "taipan has no terminal library: print() and input() work"),
    ("cython", "taipan compiles hot loops by itself: leave the decorators and types out"),
    ("dis", "taipan has no bytecode: taipan --dump=resolved FILE shows what runs"),
    ("distutils", "taipan has no packages to build"),
    ("http", "taipan has no network: read the data from files"),
    ("llvmlite", "taipan compiles hot loops by itself"),
    ("lzma", "taipan compresses with zlib and gzip"),
    ("matplotlib", "taipan draws nothing: write the numbers to a file and plot them elsewhere"),
    ("mmap", "taipan maps no files: open(path, 'rb').read() or numpy.fromfile"),
    ("numba", "taipan compiles hot loops by itself: leave the decorators out"),
    ("numexpr", "taipan compiles expressions by itself: write them as Python"),
    ("pandas", "taipan has no tables: read the data with csv or numpy"),
    ("pdb", "taipan has no debugger: print() works, and taipan --stats shows what was compiled"),
    ("scipy", "taipan has numpy alone: write the routine as loops, which are compiled"),
    ("select", "taipan has no network"),
    ("socket", "taipan has no network: read the data from files"),
    ("sqlite3", "taipan has no database: read the data from text files"),
    ("ssl", "taipan has no network: read the data from files"),
    ("tarfile", "taipan reads no archives: unpack it first"),
    ("tkinter", "taipan has no windows: print() and input() work"),
    ("turtle", "taipan draws nothing: write the numbers to a file and plot them elsewhere"),
    ("urllib", "taipan has no network: read the data from files"),
    ("zipfile", "taipan reads no archives: unpack it first"),
    ("zoneinfo", "taipan knows no time zones but the system's: use datetime.timezone"),
];

/// What to use instead of a module that is missing.
pub fn instead_of(name: &str) -> Option<&'static str> {
    let top = name.split('.').next().unwrap_or(name);
    TABLE.binary_search_by(|row| row.0.cmp(top)).ok().map(|place| TABLE[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found() {
        assert!(TABLE.is_sorted_by_key(|row| row.0));
        assert!(instead_of("urllib.request").is_some() && instead_of("mine").is_none());
    }
}
