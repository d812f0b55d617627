//! Fields at different places are different memory.

use super::*;

#[test]
fn fields_at_different_places_are_different_memory() {
    check_code(
        &[cse::share],
        "a = load.F64 p+8, Field0 store.F64 p+24, a, Field1 b = load.F64 p+8, Field0 d = fadd a, b
         e = f2i d, e0 ret e",
        "a = load.F64 p+8, Field0 store.F64 p+24, a, Field1 d = fadd a, a e = f2i d, e0 ret e",
    );
    same(
        &[cse::share],
        "a = load.F64 p+8, Field0 store.F64 p+8, x, Field0 b = load.F64 p+24, Field0 d = fadd a, b
         e = f2i d, e0 ret e",
    );
}
