//! Generates, when the crate is built, the parser from `taipan.lalrpop` and the table of the library's pages, into OUT_DIR.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=grammar/build.rs");
    println!("cargo::rerun-if-changed=src/library");
    if std::env::var("TARGET").is_ok_and(|target| target.ends_with("linux-gnu")) {
        // Where the command lies is known then: nothing is relocated at its start, and less of it is read.
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    lalrpop::Configuration::new()
        .set_in_dir("grammar")
        .set_out_dir(&out)
        .emit_rerun_directives(true)
        .process()
        .expect("the grammar is well formed");
    let mut pages = Vec::new();
    collect(Path::new("src/library"), "", &mut pages);
    pages.sort();
    let mut table = String::from("&[\n");
    for (name, path) in pages {
        let path = path.to_str().expect("the path of a page is text");
        let text = format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{path}\"))");
        let file = path.trim_start_matches("src/library/");
        let _ = writeln!(table, "    Page {{ name: {name:?}, file: {file:?}, text: {text} }},");
    }
    table.push(']');
    std::fs::write(out.join("pages.rs"), table).expect("OUT_DIR can be written to");
}

/// Adds the pages of a folder: the dotted name of each, and its path.
fn collect(folder: &Path, package: &str, pages: &mut Vec<(String, PathBuf)>) {
    for entry in std::fs::read_dir(folder).expect("the library is a folder") {
        let path = entry.expect("the library can be read").path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("the name of a page is text");
        let name = format!("{package}{stem}");
        if path.is_dir() {
            collect(&path, &format!("{name}."), pages);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let name = if stem == "__init__" { package.trim_end_matches('.').to_string() } else { name };
            pages.push((name, path));
        }
    }
}
