//! Enforces the shape of the source tree: which module may use which, how long a file may be, how a
//! file begins, and where `unsafe` may stand. Reads the text of `src/`, compiles nothing.

use std::path::{Path, PathBuf};

/// The modules in dependency order: a module uses only those before it, and itself.
const ORDER: &[&str] = &[
    "source", "error", "memory", "unicode", "number", "array", "syntax", "resolve", "value", "builtins", "library",
    "interp", "trace", "jit", "engine", "report", "repl", "cli",
];

/// `lib.rs` lists the modules and `main.rs` calls the last of them.
const ABOVE_ALL: &[&str] = &["lib", "main"];

/// The only places for `unsafe`: the heap, compiled code with its entry, foreign calls.
const UNSAFE: &[&str] = &[
    "src/value/heap/",
    "src/array/",
    "src/value/array/reference.rs",
    "src/value/array/seen.rs",
    "src/value/array/subscript.rs",
    "src/jit/",
    "src/number/libm.rs",
    "src/builtins/modules/clock.rs",
    "src/builtins/modules/io/foreign.rs",
    "src/builtins/modules/signal/system.rs",
    "src/engine/system.rs",
];

/// Lines of a file, its tests left out.
const LONGEST: usize = 800;

struct SourceFile {
    /// Path from the root of the crate.
    path: String,
    /// The module in `src/` that it belongs to.
    module: String,
    /// Its text up to its unit tests.
    text: String,
}

fn source_files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join("src"), "rs", &mut paths);
    let mut files: Vec<SourceFile> = paths
        .iter()
        .map(|path| {
            let path = path.strip_prefix(root).expect("under the root");
            let module = path.iter().nth(1).expect("a file in src").to_string_lossy();
            let text = std::fs::read_to_string(root.join(path)).expect("UTF-8");
            // A file of nothing but tests is declared under cfg(test) by its parent.
            let tests = path.file_stem().is_some_and(|stem| stem == "tests");
            let text = if tests { "//! Tests." } else { before_tests(&text) };
            SourceFile {
                path: path.to_string_lossy().into_owned(),
                module: module.trim_end_matches(".rs").to_string(),
                text: text.to_string(),
            }
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(folder: &Path, extension: &str, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            collect(&path, extension, paths);
        } else if path.extension().is_some_and(|found| found == extension) {
            paths.push(path);
        }
    }
}

fn before_tests(text: &str) -> &str {
    match text.find("\n#[cfg(test)]\nmod ") {
        Some(end) => &text[..end],
        None => text,
    }
}

/// The text without comments that fill a line, where a later module may well be mentioned.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules named after `crate::`, alone or in a braced list.
fn used_modules(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        // The `$crate` of a macro counts as well: it is the same crate here.
        match rest.strip_prefix('{') {
            Some(list) => {
                let mut depth = 0;
                let mut name = String::new();
                for character in list.chars() {
                    match character {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => used.push(first_name(&std::mem::take(&mut name))),
                        _ if depth == 0 => name.push(character),
                        _ => {}
                    }
                }
                used.push(first_name(&name));
            }
            None => used.push(first_name(rest)),
        }
    }
    used.retain(|name| !name.is_empty());
    used.sort();
    used.dedup();
    used
}

fn first_name(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn modules_use_only_earlier_ones() {
    let mut wrong = Vec::new();
    for file in source_files() {
        if ABOVE_ALL.contains(&file.module.as_str()) {
            continue;
        }
        let Some(own) = ORDER.iter().position(|module| *module == file.module) else {
            wrong.push(format!("{}: its module has no place in the order", file.path));
            continue;
        };
        for used in used_modules(&code(&file.text)) {
            // Macros and re-exports stand at the crate's root and are no module.
            if let Some(place) = ORDER.iter().position(|module| *module == used)
                && place > own
            {
                wrong.push(format!("{} uses crate::{used}, which comes after it", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn files_say_what_they_are_for() {
    let silent: Vec<String> =
        source_files().into_iter().filter(|file| !file.text.starts_with("//!")).map(|file| file.path).collect();
    assert!(silent.is_empty(), "no //! at the head:\n{}", silent.join("\n"));
}

#[test]
fn files_are_short() {
    let long: Vec<String> = source_files()
        .into_iter()
        .filter(|file| file.text.lines().count() > LONGEST)
        .map(|file| format!("{}: {} lines", file.path, file.text.lines().count()))
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn unsafe_has_an_address() {
    let mut wrong = Vec::new();
    for file in source_files() {
        if !UNSAFE.iter().any(|place| file.path.starts_with(place)) {
            if code(&file.text).contains("allow(unsafe_code") {
                wrong.push(format!("{} allows unsafe code", file.path));
            }
            continue;
        }
        let lines: Vec<&str> = file.text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            let opens = code.contains("unsafe {") || code.contains("unsafe impl");
            if opens && !explained(&lines, at) {
                wrong.push(format!("{}:{}: unsafe without SAFETY", file.path, at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Whether `// SAFETY:` stands on the line or in the comment above the statement it belongs to.
fn explained(lines: &[&str], at: usize) -> bool {
    const STATEMENT: usize = 8;
    lines[at.saturating_sub(STATEMENT)..=at].iter().any(|line| line.contains("SAFETY:"))
}

#[test]
fn pages_are_short_and_say_what_they_are_for() {
    let mut paths = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/library"), "py", &mut paths);
    let mut wrong = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let lines = text.lines().count();
        if !text.starts_with("\"\"\"") {
            wrong.push(format!("{}: no docstring", path.display()));
        }
        if lines > LONGEST {
            wrong.push(format!("{}: {lines} lines", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn nothing_is_left_undone() {
    let mut wrong = Vec::new();
    for file in source_files() {
        let code = code(&file.text);
        for word in ["todo!(", "unimplemented!(", "dbg!("] {
            if code.contains(word) {
                wrong.push(format!("{}: {word}…)", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_names_reads_lists() {
    let text = "use crate::value::{Value, list};\nuse crate::{jit::{a, b}, trace};\nlet x = crate::number::int::add;";
    assert_eq!(used_modules(text), ["jit", "number", "trace", "value"]);
}
