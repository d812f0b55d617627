//! The command `taipan`.

fn main() {}
