//! Checks that go since what they ask is known.

use super::*;

const NARROW: &[fn(&mut Unit)] = &[|unit| ranges::narrow(unit, Options { speculate: true })];

#[test]
fn a_counter_is_expected_to_move_towards_its_limit() {
    check_code(
        NARROW,
        "b0: block { l0: loop (i: I64 = 0) entry e0 stmt 1 trips 0 {
            d = icmp.lt i, n
            if d { yield } else { br b0 }
            len = load.I64 r+32, ListLength
            f = icmp.below i, len
            guard f, e1 index
            j = iadd.ovf i, m, e1
            poll e1
            continue l0 j
         } } ret n",
        "b0: block {
          g = icmp.ge m, 0 guard g, e0 iteration
          g1 = icmp.le n, 1073741824 guard g1, e0 overflow
          g2 = icmp.ge n, -1073741824 guard g2, e0 overflow
          g3 = icmp.le m, 1073741824 guard g3, e0 overflow
          l0: loop (i: I64 = 0) entry e0 stmt 1 trips 0 {
            d = icmp.lt i, n
            if d { yield } else { br b0 }
            len = load.I64 r+32, ListLength
            f = icmp.below i, len
            guard f, e1 index
            j = iadd i, m
            poll e1
            continue l0 j
         } } ret n",
    );
}

#[test]
fn a_counter_with_any_step_has_its_indices_checked_in_front() {
    check_code(
        NARROW,
        "len = load.I64 r+32, ListLength
         b0: block { l0: loop (i: I64 = 0) entry e0 stmt 1 trips 0 {
            d = icmp.lt i, n
            if d { yield } else { br b0 }
            f = icmp.below i, len
            guard f, e1 index
            j = iadd.ovf i, m, e1
            poll e1
            continue l0 j
         } } ret n",
        "len = load.I64 r+32, ListLength
         b0: block {
          g = icmp.ge m, 0 guard g, e0 iteration
          end = iadd.ovf n, -1, e0
          size = imax m, 1
          rest = imod end, size
          last = isub.ovf end, rest, e0
          inside = icmp.lt last, len guard inside, e0 index
          g1 = icmp.le n, 1073741824 guard g1, e0 overflow
          g2 = icmp.ge n, -1073741824 guard g2, e0 overflow
          g3 = icmp.le m, 1073741824 guard g3, e0 overflow
          l0: loop (i: I64 = 0) entry e0 stmt 1 trips 0 {
            d = icmp.lt i, n
            if d { yield } else { br b0 }
            f = icmp.below i, len
            j = iadd i, m
            poll e1
            continue l0 j
         } } ret n",
    );
}

#[test]
fn a_square_of_a_counter_does_not_overflow() {
    check_code(
        NARROW,
        "b0: block { l0: loop (i: I64 = m, t: I64 = 0) entry e0 stmt 1 trips 0 {
            d = icmp.lt i, n
            if d { yield } else { br b0 }
            v = imul.ovf i, i, e1
            w = imod v, 3
            u = ixor t, w
            j = iadd.ovf i, 1, e1
            poll e1
            continue l0 j, u
         } } ret n",
        "b0: block {
          g = icmp.le m, 134217728 guard g, e0 overflow
          g1 = icmp.ge m, -134217728 guard g1, e0 overflow
          g2 = icmp.le n, 134217728 guard g2, e0 overflow
          g3 = icmp.ge n, -134217728 guard g3, e0 overflow
          l0: loop (i: I64 = m, t: I64 = 0) entry e0 stmt 1 trips 0 {
            d = icmp.lt i, n
            if d { yield } else { br b0 }
            v = imul i, i
            w = umod v, 3
            u = ixor t, w
            j = iadd i, 1
            poll e1
            continue l0 j, u
         } } ret n",
    );
}

#[test]
fn an_int_that_is_not_zero_is_no_zero_as_a_float() {
    check_code(
        &[NARROW[0], sweep],
        "g = icmp.gt n, 0 guard g, e0 type a = i2f n b = fcmp.ne a, 0.0 guard b, e1 zero ret n",
        "g = icmp.gt n, 0 guard g, e0 type ret n",
    );
    same(NARROW, "a = i2f n b = fcmp.ne a, 0.0 guard b, e1 zero ret n");
}

#[test]
fn checks_that_cannot_fail_go() {
    check_code(
        NARROW,
        "a = iand n, 255 b = iand m, 255 d = imul.ovf a, b, e0 e = iadd.ovf d, a, e0 ret e",
        "a = iand n, 255 b = iand m, 255 d = imul a, b e = iadd d, a ret e",
    );
    check_code(
        NARROW,
        "a = icmp.lt n, m guard a, e0 branch b = iadd.ovf n, 1, e0 ret b",
        "a = icmp.lt n, m guard a, e0 branch b = iadd n, 1 ret b",
    );
    same(NARROW, "a = icmp.le n, m guard a, e0 branch b = iadd.ovf n, 1, e0 ret b");
    same(NARROW, "a = iand n, 255 d = imul.ovf a, m, e0 ret d");
}

#[test]
fn what_an_arm_says_is_forgotten_behind_it() {
    same(
        NARROW,
        "a = icmp.lt n, m if a { b = isub m, 1 yield b } else { yield 0 } -> d: I64 e = iadd.ovf n, 1, e0 ret e",
    );
}

#[test]
fn index_checks_follow_from_differences() {
    check_code(
        NARROW,
        "l = load.I64 r+48, ListLength
         a = icmp.lt n, l guard a, e0 branch b = icmp.ge n, 1 guard b, e0 branch
         i = isub.ovf n, 1, e0 d = icmp.below i, l guard d, e1 index
         j = iadd.ovf n, 1, e0 f = icmp.below j, l guard f, e1 index ret i",
        "l = load.I64 r+48, ListLength
         a = icmp.lt n, l guard a, e0 branch b = icmp.ge n, 1 guard b, e0 branch
         i = isub n, 1
         j = iadd n, 1 f = icmp.below j, l guard f, e1 index ret i",
    );
}

#[test]
fn divisions_get_cheaper() {
    check_code(
        NARROW,
        "a = imod n, 8 b = ifloordiv n, 4 d = iadd.ovf a, b, e0 ret d",
        "a = iand n, 7 b = ishr n, 2 d = iadd a, b ret d",
    );
    check_code(
        NARROW,
        "a = iand n, 1023 b = imod a, 7 d = ifloordiv a, 7 e = imod b, 7 f = iadd d, e ret f",
        "a = iand n, 1023 b = umod32 a, 7 d = udiv32 a, 7 f = iadd d, b ret f",
    );
    same(NARROW, "a = imod n, 7 ret a");
    same(NARROW, "a = imod n, -8 ret a");
}

#[test]
fn a_product_with_a_constant_is_guarded_by_its_operand() {
    check_code(
        NARROW,
        "a = icmp.ge n, 0 guard a, e0 branch b = imul.ovf n, 3, e0 d = iadd.ovf b, 1, e0 ret d",
        "a = icmp.ge n, 0 guard a, e0 branch c1 = icmp.le n, 3074457345618258602 guard c1, e0 overflow
         b = imul n, 3 d = iadd b, 1 ret d",
    );
}

#[test]
fn a_check_on_a_path_that_may_not_be_taken_stays() {
    // i - 1 is checked only where i > 0: at the start of the loop it would fail.
    same(
        NARROW,
        "l = load.I64 r+48, ListLength
         b0: block { l0: loop (i: I64 = 0) entry e0 stmt 1 trips 0 {
            c1 = icmp.lt i, n
            if c1 { yield } else { br b0 }
            if c { k = isub i, 1 d = icmp.below k, l guard d, e1 index yield } else { yield }
            j = iadd i, 1
            poll e1
            continue l0 j
         } } ret n",
    );
}

#[test]
fn an_index_that_does_not_move_evenly_is_checked_each_time() {
    same(
        NARROW,
        "l = load.I64 r+48, ListLength
         b0: block { l0: loop (i: I64 = 0) entry e0 stmt 1 trips 0 {
            c1 = icmp.lt i, n
            if c1 { yield } else { br b0 }
            k = ixor i, m
            d = icmp.below k, l guard d, e1 index
            j = iadd i, 1
            poll e1
            continue l0 j
         } } ret n",
    );
}
