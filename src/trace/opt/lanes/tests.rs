//! What becomes of a map, text to text; and groups run by the evaluator beside the loops they stand for.

use crate::trace::eval::{Evaluator, Memory, Stop};
use crate::trace::ir::Unit;
use crate::trace::opt::lanes::vectorise;
use crate::trace::opt::tests::check;
use crate::trace::opt::{dce, fold};
use crate::trace::text::parse;

const A: u64 = 10_000;
const B: u64 = 20_000;

/// Elements at `A` and `B`, `count` each.
struct Lists {
    count: u64,
    elements: fn(u64) -> u64,
}

impl Memory for Lists {
    fn byte(&self, address: u64) -> Option<u8> {
        let base = if address >= B { B } else { A };
        let at = address.checked_sub(base)? / 8;
        let bits = (self.elements)(at + base / A);
        (at < self.count).then(|| bits.to_le_bytes()[(address - base) as usize % 8])
    }
}

/// A loop over `i` from `n` to `m` in steps of `w`, with lists at `a` and `b`, and what it carries beside `i`.
fn counted(carried: &str, code: &str, next: &str, end: &str) -> String {
    format!(
        "unit loop t(n: I64 = slot 0, m: I64 = slot 1, w: I64 = slot 2, a: Ptr = frame, b: Ptr = globals 1) -> () {{
        exit e0 = resume f0@1 [slot 0 <- int n]
        exit e1 = resume f0@2 [slot 0 <- int i{end}]
        exit e2 = resume f0@2 [slot 0 <- int j{next_writes}]
        exit e3 = done f0@1 []
        b0: block {{ l0: loop (i: I64 = n{carried}) entry e0 stmt 1 trips 0 {{
            d = icmp.lt i, m
            if d {{ yield }} else {{ br b0 }}
            {code}
            j = iadd i, w
            poll e2
            continue l0 j{next}
        }} }}
        exit e3 branch }}",
        next_writes = if next.is_empty() { String::new() } else { format!(", slot 5 <- int {}", &next[2..]) },
    )
}

/// Everything a run leaves: how it stops, and what is written that was not there before.
fn outcome(unit: &Unit, params: &[u64; 5], lists: &Lists) -> (Stop, Vec<(u64, u8)>) {
    let mut evaluator = Evaluator::new(unit, lists, params, 1_000_000).with_fuel(1_000_000);
    let stop = evaluator.run().expect("no fault");
    let written = evaluator.journal().iter().map(|(&at, &byte)| (at, byte));
    let mut journal: Vec<(u64, u8)> = written.filter(|&(at, byte)| lists.byte(at) != Some(byte)).collect();
    journal.sort_unstable();
    (stop, journal)
}

/// The pass finds something to do, and nobody can tell, whatever the sizes and wherever the lists lie.
fn same_outcome(text: &str, elements: fn(u64) -> u64) {
    let before = parse(text).unwrap();
    before.assert_well_formed();
    let mut after = before.clone();
    vectorise(&mut after);
    after.assert_well_formed();
    assert!(after.to_string().contains("F64s"), "not in lanes:\n{after}");
    fold::fold(&mut after);
    dce::sweep(&mut after, dce::Unused::Stay);
    after.assert_well_formed();
    for count in [0, 1, 7, 8, 9, 16, 23, 40] {
        for (step, second) in [(1, B), (1, A), (2, B)] {
            let params = [1, count, step, A, second];
            // Some tests read the element at 39 whatever the size.
            let lists = Lists { count: count.max(40) + 4, elements };
            assert_eq!(outcome(&before, &params, &lists), outcome(&after, &params, &lists), "{count} {step}\n{after}");
        }
    }
}

fn small_floats(at: u64) -> u64 {
    (at as f64 * 0.25 - 1.5).to_bits()
}

#[test]
fn loops_that_all_lanes_leave_together_may_read() {
    let window = "b1: block { l1: loop (k: I64 = 0, s: F64 = 0.0) entry e0 stmt 3 trips 4 {
            g = icmp.lt k, 4
            if g { yield } else { br b1 s }
            at = iadd i, k
            inside = icmp.below at, 1000
            guard inside, e1 index
            v = load_elem.F64 a[at]+0, ElemFloat
            p = fmul v, v
            t = fadd s, p
            k2 = iadd k, 1
            poll e1
            continue l1 k2, t
        } } -> r: F64
        store_elem.F64 b[i]+0, r, ElemFloat";
    same_outcome(&counted("", window, "", ""), small_floats);
}

#[test]
fn products_and_shifts_of_integers_run_in_lanes() {
    let code = "q = imul i, i h = ishr q, 1 f = i2f h
        v = load_elem.F64 a[i]+0, ElemFloat t = fadd f, v
        store_elem.F64 b[i]+0, t, ElemFloat";
    same_outcome(&counted("", code, "", ""), small_floats);
}

#[test]
fn a_map_stores_lanes() {
    let map =
        counted("", "x = load_elem.F64 a[i]+0, ElemFloat y = fmul x, 2.5 store_elem.F64 b[i]+0, y, ElemFloat", "", "");
    check(
        &[vectorise, fold::fold, |unit| dce::sweep(unit, dce::Unused::Stay)],
        &map,
        "unit loop t(n: I64 = slot 0, m: I64 = slot 1, w: I64 = slot 2, a: Ptr = frame, b: Ptr = globals 1) -> () {
        exit e0 = resume f0@1 [slot 0 <- int n]
        exit e1 = resume f0@2 [slot 0 <- int g]
        exit e2 = resume f0@2 [slot 0 <- int j]
        exit e3 = done f0@1 []
        b0: block {
          u = isub.ovf m, 7, e0
          one = icmp.eq w, 1
          k = splat 2.5
          l0: loop (f: I64 = n) entry e0 stmt 1 trips 1 {
            b1: block {
              l1: loop (g: I64 = f) entry e0 stmt 1 trips 1 {
                c = icmp.lt g, u
                d = band c, one
                if d { yield } else { br b1 g }
                poll e1
                x = load_elem.F64s a[g]+0, ElemFloat
                y = fmul x, k
                h = iadd g, w
                store_elem.F64s b[g]+0, y, ElemFloat
                q = iadd h, 7
                continue l1 q
              }
            } -> r: I64
            l2: loop (i: I64 = r) entry e0 stmt 1 trips 1 {
              t = icmp.lt i, m
              if t { yield } else {
                v = icmp.lt i, m
                if v { continue l0 i } else { br b0 }
              }
              z = load_elem.F64 a[i]+0, ElemFloat
              p = fmul z, 2.5
              store_elem.F64 b[i]+0, p, ElemFloat
              j = iadd i, w
              poll e2
              continue l2 j
            }
          }
        }
        exit e3 branch }",
    );
    same_outcome(&map, small_floats);
}

#[test]
fn neighbours_are_read_where_the_lists_are_apart() {
    let code = "g = isub i, 1 x = load_elem.F64 a[g]+0, ElemFloat y = load_elem.F64 a[i]+8, ElemFloat
                z = fadd x, y store_elem.F64 b[i]+0, z, ElemFloat";
    let text = counted("", code, "", "");
    let mut unit = parse(&text).unwrap();
    vectorise(&mut unit);
    assert!(unit.to_string().contains("cast.I64"), "the pointers are compared:\n{unit}");
    same_outcome(&text, small_floats);
}

#[test]
fn lanes_leave_an_inner_loop_one_by_one() {
    let code = "c = load_elem.F64 a[i]+0, ElemFloat
        b1: block {
          l1: loop (k: I64 = 0, x: F64 = 0.5) entry e1 stmt 2 trips 0 {
            more = icmp.lt k, 30
            if more { yield } else { br b1 k, x }
            small = fcmp.lt x, 4.0
            if small { yield } else { br b1 k, x }
            y = fmul x, x
            z = fadd y, c
            l = iadd k, 1
            poll e1
            continue l1 l, z
          }
        } -> steps: I64, last: F64
        store_elem.F64 b[i]+0, last, ElemFloat";
    same_outcome(&counted("", code, "", ""), small_floats);
    // What is carried from one iteration to the next is added up in order.
    let sum = code.replace("store_elem.F64 b[i]+0, last, ElemFloat", "t = iadd.ovf s, steps, e1");
    same_outcome(&counted(", s: I64 = 0", &sum, ", t", ", slot 5 <- int s"), small_floats);
}

#[test]
fn a_lane_that_meets_a_guard_leaves_in_its_own_iteration() {
    let code = "x = load_elem.F64 a[i]+0, ElemFloat
        b1: block {
          l1: loop (k: I64 = 0, v: F64 = x) entry e1 stmt 2 trips 0 {
            small = fcmp.lt v, 9.0
            if small { yield } else { br b1 v }
            good = fcmp.ne v, 2.0
            guard good, e1 zero
            half = fmul v, 1.5
            more = fadd half, 2.0
            l = iadd.ovf k, 1, e1
            poll e1
            continue l1 l, more
          }
        } -> last: F64
        store_elem.F64 b[i]+0, last, ElemFloat";
    same_outcome(&counted("", code, "", ""), small_floats);
}

#[test]
fn arms_become_selections() {
    let code = "x = load_elem.F64 a[i]+0, ElemFloat
        low = fcmp.lt x, 0.0
        if low { p = fneg x yield p } else { q = fadd x, 1.0 yield q } -> y: F64
        store_elem.F64 b[i]+0, y, ElemFloat";
    same_outcome(&counted("", code, "", ""), small_floats);
}

#[test]
fn stores_under_a_condition_become_selections() {
    let store = "store_elem.F64 b[i]+0, x, ElemFloat yield";
    for arms in [format!("{{ {store} }} else {{ yield }}"), format!("{{ yield }} else {{ {store} }}")] {
        let code = format!(
            "x = load_elem.F64 a[i]+0, ElemFloat h = fmul x, 0.5 y = load_elem.F64 b[i]+0, ElemFloat
             low = fcmp.lt h, 0.75 if low {arms}"
        );
        same_outcome(&counted("", &code, "", ""), small_floats);
    }
}

#[test]
fn groups_end_in_front_of_an_element_that_all_read_and_one_writes() {
    for place in ["3", "8", "16", "25", "39"] {
        let code = format!(
            "x = load_elem.F64 a[{place}]+0, ElemArray y = load_elem.F64 b[i]+0, ElemArray z = fadd x, y
             low = fcmp.lt z, 9.0 if low {{ store_elem.F64 b[i]+0, z, ElemArray yield }} else {{ yield }}"
        );
        same_outcome(&counted("", &code, "", ""), small_floats);
        let two = format!(
            "x = load_elem.F64 a[{place}]+0, ElemArray y = load_elem.F64 a[20]+0, ElemArray s = fadd x, y
             q = load_elem.F64 b[i]+0, ElemArray z = fmul s, q store_elem.F64 b[i]+0, z, ElemArray"
        );
        same_outcome(&counted("", &two, "", ""), small_floats);
        // Elements of half the size, into the memory of those that are read or elsewhere.
        let narrow = format!(
            "x = load_elem.F64 a[{place}]+0, ElemArray q = i2f i
             b1: block {{
               l1: loop (k: I64 = 0, v: F64 = q) entry e1 stmt 2 trips 0 {{
                 small = fcmp.lt v, 30.0
                 if small {{ yield }} else {{ br b1 k }}
                 c = fmul v, 1.5
                 z = fadd c, x
                 more = fadd z, 3.0
                 l = iadd k, 1
                 poll e1
                 continue l1 l, more
               }}
             }} -> g: I64
             store_elem4.I64 b[i]+0, g, ElemArray"
        );
        same_outcome(&counted("", &narrow, "", ""), small_floats);
    }
}

#[test]
fn dependent_iterations_stay() {
    let stay = |code: &str| {
        let mut unit = parse(&counted("", code, "", "")).unwrap();
        unit.assert_well_formed();
        let before = unit.to_string();
        vectorise(&mut unit);
        assert_eq!(before, unit.to_string());
    };
    // Reads what the iteration before wrote.
    stay("g = isub i, 1 x = load_elem.F64 a[g]+0, ElemFloat y = fmul x, 0.5 store_elem.F64 a[i]+0, y, ElemFloat");
    // Reads an element that any iteration may write.
    stay("x = load_elem.F64 a[3]+0, ElemFloat y = fmul x, 0.5 store_elem.F64 a[i]+0, y, ElemFloat");
    // Nothing but integers.
    stay("x = load_elem.I64 a[i]+0, ElemInt y = iadd x, 1 store_elem.I64 b[i]+0, y, ElemInt");
}
