//! What goes because nothing needs it.

use super::*;

#[test]
fn unused_code_goes() {
    check_code(
        &[sweep],
        "a = iadd.ovf n, 1, e0 b = load.F64 p+8, Slots d = fmul b, b if c { yield n } else { yield m } -> e: I64 ret n",
        "ret n",
    );
}

#[test]
fn what_can_be_seen_stays() {
    same(&[sweep], "a = f2i x, e0 ret n");
    same(&[sweep], "a = ishl.ovf n, m, e0 ret n");
    same(&[sweep], "a = call sin x, e0 ret n");
    same(&[sweep], "store.F64 p+8, x, Slots ret n");
    same(&[sweep], "guard c, e0 type ret n");
    same(&[sweep], "if c { exit e0 branch } else { yield } ret n");
    same(&[sweep], "a: I64 = call_unit u1 n, e0 ret n");
}

#[test]
fn checks_that_decided_something_stay() {
    same(&[|unit| dce::sweep(unit, dce::Unused::Stay)], "a = imul.ovf n, m, e0 ret n");
    check_code(
        &[
            |unit| ranges::narrow(unit, Options { speculate: true }),
            fold::fold,
            |unit| dce::sweep(unit, dce::Unused::Stay),
        ],
        "a = imul.ovf n, m, e0 b = icmp.gt a, 9223372036854775806 d = icmp.gt a, 9223372036854775807
         if d { ret 1 } else { yield } ret 2",
        "a = imul.ovf n, m, e0 ret 2",
    );
}

#[test]
fn loop_parameters_and_block_results_without_uses_go() {
    check_code(
        &[sweep],
        "b0: block { l0: loop (i: I64 = n, s: I64 = m) entry e1 stmt 1 trips 0 {
            d = icmp.lt i, m
            if d { yield } else { br b0 i, s }
            t = iadd.ovf s, i, e0
            j = iadd.ovf i, 1, e0
            continue l0 j, t
        } } -> a: I64, b: I64 ret a",
        "b0: block { l0: loop (i: I64 = n) entry e1 stmt 1 trips 0 {
            d = icmp.lt i, m
            if d { yield } else { br b0 i }
            j = iadd.ovf i, 1, e0
            continue l0 j
        } } -> a: I64 ret a",
    );
}
