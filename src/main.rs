//! The command `taipan`.

/// Strings, tuples and frames come and go by the million. A host that embeds the library chooses for itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    std::process::exit(taipan::cli::main());
}
