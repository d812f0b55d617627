//! Generates the parser from `taipan.lalrpop` when the crate is built.

fn main() {
    println!("cargo::rerun-if-changed=grammar/taipan.lalrpop");
}
