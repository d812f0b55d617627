//! Folding: constants, identities, branches that are decided.

use super::*;

fn folds(before: &str, after: &str) {
    check_code(&[fold::fold, sweep], before, after);
}

#[test]
fn constants_are_computed() {
    folds("a = iadd 2, 3 b = imul.ovf a, n, e0 ret b", "b = imul.ovf n, 5, e0 ret b");
    folds("a = imul.ovf 3, n, e0 ret a", "a = imul.ovf n, 3, e0 ret a");
    folds("a = ifloordiv -7, 2 ret a", "ret -4");
    folds("a = imod -7, 3 ret a", "ret 2");
    folds("a = call float_pow 2.0, 0.5, e0 b = fcmp.lt a, 1.5 d = cast.I64 b ret d", "ret 1");
    folds("a = f2i -2.5, e0 ret a", "ret -2");
}

#[test]
fn what_leaves_is_not_folded() {
    same(&[fold::fold], "a = iadd.ovf 9223372036854775807, 1, e0 ret a");
    same(&[fold::fold], "a = call sin inf, e0 b = f2i a, e0 ret b");
    same(&[fold::fold], "b = f2i 1e300, e0 ret b");
}

#[test]
fn exact_identities_only() {
    folds("a = fmul x, 1.0 b = fsub a, 0.0 d = fadd b, -0.0 e = f2i d, e0 ret e", "e = f2i x, e0 ret e");
    same(&[fold::fold], "a = fadd x, 0.0 b = fmul a, 0.0 d = fsub b, b e = f2i d, e0 ret e");
    folds("a = fdiv x, 8.0 e = f2i a, e0 ret e", "a = fmul x, 0.125 e = f2i a, e0 ret e");
    same(&[fold::fold], "a = fdiv x, 10.0 e = f2i a, e0 ret e");
    same(&[fold::fold], "a = fdiv x, 2e-308 e = f2i a, e0 ret e");
    same(&[fold::fold], "a = fcmp.eq x, x b = cast.I64 a ret b");
    folds("a = isub n, n b = iadd a, m ret b", "ret m");
}

#[test]
fn nots_move_into_comparisons_of_integers_only() {
    folds("a = icmp.lt n, m b = bnot a d = cast.I64 b ret d", "a = icmp.ge n, m d = cast.I64 a ret d");
    same(&[fold::fold], "a = fcmp.lt x, y b = bnot a d = cast.I64 b ret d");
}

#[test]
fn decided_branches_disappear() {
    folds("if true { a = iadd.ovf n, 1, e0 yield a } else { yield n } -> b: I64 ret b", "a = iadd.ovf n, 1, e0 ret a");
    folds("guard false, e1 type a = iadd.ovf n, 1, e0 ret a", "exit e1 type");
    folds("b0: block { if false { yield } else { br b0 n } ret m } -> a: I64 ret a", "ret n");
}

#[test]
fn an_if_that_only_chooses_is_a_selection() {
    folds("if c { yield n } else { yield m } -> a: I64 ret a", "a = select c, n, m ret a");
    same(&[fold::fold], "if c { a = iadd.ovf n, 1, e0 yield a } else { yield m } -> b: I64 ret b");
}

#[test]
fn a_block_left_from_an_arm_is_an_if() {
    folds(
        "b0: block { if c { d = imul.ovf n, n, e0 yield d } else { br b0 7 } -> g: I64 h = iadd.ovf g, m, e1 br b0 h }
         -> a: I64 ret a",
        "if c { d = imul.ovf n, n, e0 h = iadd.ovf d, m, e1 yield h } else { yield 7 } -> a: I64 ret a",
    );
    folds(
        "b0: block { if c { br b0 } else { yield } k = iadd.ovf n, 1, e0 ret k } ret m",
        "if c { yield } else { k = iadd.ovf n, 1, e0 ret k } ret m",
    );
    same(
        &[fold::fold],
        "b0: block { if c { yield } else { br b0 n } k = iadd.ovf n, 1, e0 d = icmp.lt k, m
         if d { yield } else { br b0 m } j = iadd.ovf k, 1, e0 br b0 j } -> a: I64 ret a",
    );
}

#[test]
fn loop_parameters_that_do_not_change_are_dropped() {
    folds(
        "b0: block { l0: loop (i: I64 = n, k: I64 = m) entry e1 stmt 1 trips 0 {
            d = icmp.lt i, k
            if d { yield } else { br b0 k }
            j = iadd.ovf i, 1, e0
            poll e0
            continue l0 j, k
        } } -> a: I64 ret a",
        "b0: block { l0: loop (i: I64 = n) entry e1 stmt 1 trips 0 {
            d = icmp.lt i, m
            if d { yield } else { br b0 }
            j = iadd.ovf i, 1, e0
            poll e0
            continue l0 j
        } } ret m",
    );
}
