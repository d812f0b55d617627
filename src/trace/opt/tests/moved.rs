//! What moves out of loops.

use super::*;

fn hoist(unit: &mut Unit) {
    hoist::hoist(unit, Options { speculate: true }, hoist::Loads::All);
}

/// A counted loop around some code, and code before it.
fn in_loop(before: &str, code: &str) -> String {
    moved_out(before, "", code)
}

/// The same with some code just before the loop.
fn moved_out(before: &str, moved: &str, code: &str) -> String {
    format!(
        "{before} b0: block {{ {moved} l0: loop (i: I64 = 0, s: F64 = x) entry e1 stmt 1 trips 0 {{
            d = icmp.lt i, n
            if d {{ yield }} else {{ br b0 }}
            {code}
            j = iadd i, 1
            poll e0
            continue l0 j, t
        }} }} ret n"
    )
}

#[test]
fn headers_and_guards_move_out() {
    check_code(
        &[hoist],
        &in_loop(
            "",
            "k = load4.I64 r+8, Kind
             k1 = icmp.eq k, 5
             guard k1, e0 type
             g = load.I64 r+32, ListKind
             g1 = icmp.eq g, 2
             guard g1, e0 storage
             len = load.I64 r+48, ListLength
             f = icmp.below i, len
             guard f, e0 index
             data = load.Ptr r+40, ListData
             v = load_elem.F64 data[i]+0, ElemFloat
             t = fadd s, v",
        ),
        &moved_out(
            "",
            "k = load4.I64 r+8, Kind
             k1 = icmp.eq k, 5
             guard k1, e1 type
             g = load.I64 r+32, ListKind
             g1 = icmp.eq g, 2
             guard g1, e1 storage
             len = load.I64 r+48, ListLength
             data = load.Ptr r+40, ListData",
            "f = icmp.below i, len
             guard f, e0 index
             v = load_elem.F64 data[i]+0, ElemFloat
             t = fadd s, v",
        ),
    );
}

#[test]
fn loads_of_written_memory_stay() {
    let code = in_loop("", "v = load.F64 p+8, Slots t = fadd s, v store.F64 p+24, t, Slots");
    same(&[hoist], &code);
    let code = in_loop("", "z = call_unit u1 n, e0 v = load.F64 p+8, Slots t = fadd s, v");
    same(&[hoist], &code.replace("z = call", "call"));
}

#[test]
fn a_load_stays_behind_the_guard_that_makes_it_good() {
    // The guard stays because its condition changes; it looks at the kind of r.
    same(
        &[hoist],
        &in_loop(
            "k = load4.I64 r+8, Kind",
            "k1 = icmp.eq k, i guard k1, e0 type len = load.I64 r+48, ListLength u = i2f len t = fadd s, u",
        ),
    );
    // The index check of a path that is not always taken stays, so the load behind it does.
    same(
        &[hoist],
        &in_loop(
            "len = load.I64 r+48, ListLength data = load.Ptr r+40, ListData f = icmp.below m, len",
            "if c { guard f, e0 index v = load_elem.F64 data[m]+0, ElemFloat yield v } else { yield 0.0 } -> u: F64
             t = fadd s, u",
        ),
    );
}

#[test]
fn checks_of_paths_not_always_taken_stay() {
    same(&[hoist], &in_loop("", "if c { u = iadd.ovf m, n, e0 v = i2f u yield v } else { yield s } -> t: F64"));
    same(
        &[hoist],
        &in_loop("", "h = fcmp.lt s, y if h { continue l0 i, y } else { yield } guard c, e0 branch t = fadd s, y"),
    );
}

#[test]
fn divisions_stay_behind_their_guard() {
    same(
        &[hoist],
        &in_loop(
            "z = icmp.ne m, 0",
            "if c { guard z, e0 zero u = ifloordiv n, m v = i2f u yield v } else { yield s } -> t: F64",
        ),
    );
}

#[test]
fn inner_code_moves_through_all_loops() {
    check_code(
        &[hoist],
        "b0: block { l0: loop (i: I64 = 0) entry e1 stmt 1 trips 0 {
            a = icmp.lt i, n
            if a { yield } else { br b0 }
            b1: block { l1: loop (j: I64 = 0) entry e2 stmt 1 trips 0 {
                b = iadd.ovf n, m, e0
                d = icmp.lt j, b
                if d { yield } else { br b1 }
                e = iadd j, 1
                poll e0
                continue l1 e
            } }
            f = iadd i, 1
            continue l0 f
        } } ret n",
        "b0: block { b = iadd.ovf n, m, e1
         l0: loop (i: I64 = 0) entry e1 stmt 1 trips 0 {
            a = icmp.lt i, n
            if a { yield } else { br b0 }
            b1: block { l1: loop (j: I64 = 0) entry e2 stmt 1 trips 0 {
                d = icmp.lt j, b
                if d { yield } else { br b1 }
                e = iadd j, 1
                poll e0
                continue l1 e
            } }
            f = iadd i, 1
            continue l0 f
        } } ret n",
    );
}
