//! The command `taipan`.

/// Strings, tuples and frames come and go by the million. A host that embeds the library chooses for itself.
#[global_allocator]
static ALLOCATOR: taipan::value::heap::Blocks = taipan::value::heap::Blocks;

fn main() {
    taipan::cli::end(taipan::cli::main());
}
