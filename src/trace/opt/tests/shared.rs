//! What is shared because it was computed before.

use super::*;

#[test]
fn equal_computations_are_shared() {
    check_code(
        &[cse::share],
        "a = iadd.ovf n, m, e0 b = iadd.ovf m, n, e1 d = isub.ovf a, b, e0 ret d",
        "a = iadd.ovf n, m, e0 d = isub.ovf a, a, e0 ret d",
    );
    same(&[cse::share], "a = isub.ovf n, m, e0 b = isub.ovf m, n, e1 d = isub.ovf a, b, e0 ret d");
}

#[test]
fn arms_do_not_share_with_each_other() {
    same(
        &[cse::share],
        "if c { a = iadd.ovf n, 1, e0 yield a } else { b = iadd.ovf n, 1, e0 yield b } -> d: I64
         e = iadd.ovf n, 1, e0 f = isub.ovf d, e, e0 ret f",
    );
}

#[test]
fn loads_are_shared_until_their_memory_is_written() {
    check_code(
        &[cse::share],
        "a = load.I64 r+24, ListLength b = load.I64 r+24, ListLength store.F64 p+8, x, Slots
         d = load.I64 r+24, ListLength e = iadd a, b f = iadd e, d ret f",
        "a = load.I64 r+24, ListLength store.F64 p+8, x, Slots e = iadd a, a f = iadd e, a ret f",
    );
    same(&[cse::share], "a = load.I64 p+8, Slots store.I64 p+24, m, Slots b = load.I64 p+8, Slots e = iadd a, b ret e");
    same(
        &[cse::share],
        "a = load.I64 r+24, ListLength d: I64 = call_unit u1 n, e0 b = load.I64 r+24, ListLength e = iadd a, b ret e",
    );
}

#[test]
fn a_loop_may_write_what_was_loaded_before_it() {
    same(
        &[cse::share],
        "a = load.I64 p+8, Slots
         l0: loop (i: I64 = n) entry e1 stmt 1 trips 0 {
            b = load.I64 p+8, Slots
            d = iadd.ovf b, a, e0
            store.I64 p+8, d, Slots
            poll e0
            continue l0 d
         }",
    );
}

#[test]
fn a_store_is_forwarded_to_loads_of_its_address_only() {
    check_code(
        &[cse::share],
        "store.I64 p+8, n, Slots a = load.I64 p+8, Slots b = load.I64 p+24, Slots e = iadd a, b ret e",
        "store.I64 p+8, n, Slots b = load.I64 p+24, Slots e = iadd n, b ret e",
    );
    same(&[cse::share], "store4.I64 p+8, n, Slots a = load4.I64 p+8, Slots ret a");
}

#[test]
fn a_passed_guard_is_not_asked_again() {
    check_code(
        &[cse::share],
        "a = icmp.lt n, m guard a, e0 branch b = icmp.gt m, n guard b, e1 branch d = icmp.ge n, m
         if d { ret n } else { yield } ret m",
        "a = icmp.lt n, m guard a, e0 branch if false { ret n } else { yield } ret m",
    );
    check_code(
        &[cse::share],
        "if c { guard c, e0 type yield } else { exit e1 branch } guard c, e1 type ret n",
        "if c { yield } else { exit e1 branch } ret n",
    );
    same(
        &[cse::share],
        "if c { guard c, e0 type yield } else { yield } guard c, e1 type ret n"
            .replace("guard c, e0 type ", "")
            .as_str(),
    );
}

#[test]
fn float_comparisons_have_no_opposite() {
    same(&[cse::share], "a = fcmp.lt x, y guard a, e0 branch b = fcmp.ge x, y guard b, e1 branch ret n");
}

#[test]
fn an_exit_before_a_guard_keeps_the_condition() {
    same(&[cse::share], "guard c, e2 branch ret n");
}
