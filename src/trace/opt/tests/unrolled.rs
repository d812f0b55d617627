//! Iterations in a row.

use super::*;

fn counted(params: &str, trips: u32, before: &str, code: &str, next: &str) -> String {
    format!(
        "b0: block {{ l0: loop (i: I64 = n{params}) entry e1 stmt 1 trips {trips} {{
            {before} d = icmp.lt i, m
            if d {{ yield }} else {{ br b0 }}
            {code}
            continue l0 {next}
        }} }} ret n"
    )
}

#[test]
fn four_iterations_in_a_row_poll_once() {
    let code = "store_elem.I64 p[i]+0, i, ElemInt j = iadd i, 1 poll e0";
    check_code(
        &[unroll::unroll, fold::fold, sweep],
        &counted("", 100, "", code, "j"),
        "b0: block {
            u = isub.ovf m, 3, e1
            b1: block {
                l1: loop (i1: I64 = n) entry e1 stmt 1 trips 100 {
                    d1 = icmp.lt i1, u
                    if d1 { yield } else { br b1 i1 }
                    store_elem.I64 p[i1]+0, i1, ElemInt
                    i2 = iadd i1, 1
                    store_elem.I64 p[i1]+8, i2, ElemInt
                    i3 = iadd i1, 2
                    store_elem.I64 p[i1]+16, i3, ElemInt
                    i4 = iadd i1, 3
                    store_elem.I64 p[i1]+24, i4, ElemInt
                    i5 = iadd i1, 4
                    poll e0
                    continue l1 i5
                }
            } -> k: I64
            l0: loop (i: I64 = k) entry e1 stmt 1 trips 100 {
                d = icmp.lt i, m
                if d { yield } else { br b0 }
                store_elem.I64 p[i]+0, i, ElemInt
                j = iadd i, 1
                poll e0
                continue l0 j
            }
        } ret n",
    );
}

#[test]
fn other_loops_stay() {
    let stay = |code: &str| same(&[unroll::unroll], code);
    // Few iterations; a float carried; a call; something that may leave before the test; a limit that moves.
    stay(&counted("", 5, "", "j = iadd i, 1 poll e0", "j"));
    stay(&counted(", s: F64 = x", 100, "", "j = iadd i, 1 t = fadd s, y poll e0", "j, t"));
    stay(&counted("", 100, "", "j = iadd i, 1 t = call sin y, e0 poll e0", "j"));
    stay(&counted("", 100, "guard c, e0 type", "j = iadd i, 1 poll e0", "j"));
    stay(
        &counted(", k: I64 = m", 100, "", "j = iadd i, 1 w = isub k, 1 poll e0", "j, w").replace("lt i, m", "lt i, k"),
    );
    // A counter that runs away from its limit, and one that does not move by a constant.
    stay(&counted("", 100, "", "j = isub i, 1 poll e0", "j"));
    stay(&counted("", 100, "", "j = imul.ovf i, 3, e0 poll e0", "j"));
    stay(&counted("", 100, "", "w = iand i, 7 j = iadd i, w poll e0", "j"));
}
