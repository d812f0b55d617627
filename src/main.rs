//! The command `taipan`.

fn main() {
    std::process::exit(taipan::cli::main());
}
