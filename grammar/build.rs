//! Generates the parser from `taipan.lalrpop` into OUT_DIR when the crate is built.

fn main() {
    println!("cargo::rerun-if-changed=grammar/build.rs");
    lalrpop::Configuration::new()
        .set_in_dir("grammar")
        .set_out_dir(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"))
        .emit_rerun_directives(true)
        .process()
        .expect("the grammar is well formed");
}
