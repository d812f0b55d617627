//! Text to text tests of the passes, and a differential test of random units against the evaluator.

use super::*;
use crate::trace::text::parse;

fn sweep(unit: &mut Unit) {
    dce::sweep(unit, dce::Unused::Go);
}

/// Runs passes on a text and compares with another text; names and numbers do not matter.
pub fn check(passes: &[fn(&mut Unit)], before: &str, after: &str) {
    let mut unit = parse(before).unwrap();
    unit.assert_well_formed();
    for pass in passes {
        pass(&mut unit);
        unit.assert_well_formed();
    }
    unit.compact();
    let mut wanted = parse(after).unwrap();
    wanted.assert_well_formed();
    wanted.compact();
    let (found, wanted) = (unit.to_string(), wanted.to_string());
    assert!(found == wanted, "found:\n{found}\nwanted:\n{wanted}");
}

/// A unit with a few parameters and exits around some code.
fn unit(code: &str) -> String {
    format!(
        "unit function t(n: I64 = argument 0, m: I64 = argument 1, x: F64 = argument 2, y: F64 = argument 3,
                         c: Bool = argument 4, r: Ref = argument 5, q: Ref = argument 6, p: Ptr = frame) -> (I64) {{
        exit e0 = resume f0@1 [slot 0 <- int n]
        exit e1 = resume f0@2 []
        exit e2 = resume f0@3 [slot 1 <- bool c]
        {code}
        }}"
    )
}

fn check_code(passes: &[fn(&mut Unit)], before: &str, after: &str) {
    check(passes, &unit(before), &unit(after));
}

fn same(passes: &[fn(&mut Unit)], code: &str) {
    check_code(passes, code, code);
}

mod fold_tests {
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
        folds(
            "if true { a = iadd.ovf n, 1, e0 yield a } else { yield n } -> b: I64 ret b",
            "a = iadd.ovf n, 1, e0 ret a",
        );
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
}

mod dce_tests {
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
}

mod cse_tests {
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
        same(
            &[cse::share],
            "a = load.I64 p+8, Slots store.I64 p+24, m, Slots b = load.I64 p+8, Slots e = iadd a, b ret e",
        );
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
}

mod field_tests {
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
}

mod hoist_tests {
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
}

mod kernel_tests {
    use super::*;

    /// The operations of each loop of a unit after all passes, without those of loops nested in it.
    fn loops(text: &str) -> Vec<String> {
        let mut unit = parse(text).unwrap();
        unit.assert_well_formed();
        optimise(&mut unit, Options { speculate: true }, |_, _| {});
        let mut loops: Vec<String> = Vec::new();
        let mut open = Vec::new();
        for line in unit.to_string().lines().map(str::trim) {
            let word = line.split(" = ").last().unwrap().split(' ').next().unwrap();
            match line.split_once(": loop") {
                Some(_) => {
                    open.push(Some(loops.len()));
                    loops.push(String::new());
                }
                None if line.ends_with('{') && !line.starts_with('}') => open.push(open.last().copied().flatten()),
                None if line.starts_with('}') && !line.ends_with('{') => _ = open.pop(),
                None => {}
            }
            let structure = line.ends_with('{') && !line.starts_with("if") || line.starts_with('}') || word == "yield";
            if let (Some(&Some(at)), false) = (open.last(), structure) {
                let gap = if loops[at].is_empty() { "" } else { " " };
                loops[at] += &format!("{gap}{word}");
                if word == "guard" {
                    loops[at] += line.rfind(' ').map_or("", |space| &line[space..]);
                }
            }
        }
        loops
    }

    /// Code that reads `name[index]` of a flat list with all its checks, as the builder writes it.
    fn access(name: &str, list: &str, index: &str, exit: &str, region: (&str, &str, u32)) -> String {
        let (region, ty, storage) = region;
        format!(
            "{name}_k = load4.I64 {list}+8, Kind
             {name}_k1 = icmp.eq {name}_k, 5
             guard {name}_k1, {exit} type
             {name}_s = load.I64 {list}+32, ListKind
             {name}_s1 = icmp.eq {name}_s, {storage}
             guard {name}_s1, {exit} storage
             {name}_n = load.I64 {list}+48, ListLength
             {name}_i = icmp.below {index}, {name}_n
             guard {name}_i, {exit} index
             {name}_d = load.Ptr {list}+40, ListData
             {name} = load_elem.{ty} {name}_d[{index}]+0, {region}"
        )
    }

    const FLOATS: (&str, &str, u32) = ("ElemFloat", "F64", 2);
    const BOOLS: (&str, &str, u32) = ("ElemBool", "Bool", 3);

    #[test]
    fn a_dot_product() {
        let text = format!(
            "unit loop dot(i0: I64 = slot 0, n: I64 = slot 1, s0: F64 = slot 2, a: Ref = slot 3, b: Ref = slot 4) -> () {{
            exit e0 = resume f0@1 [slot 2 <- float s0, slot 0 <- int i0]
            exit e1 = resume f0@2 [slot 2 <- float s, slot 0 <- int i]
            exit e2 = done f0@1 [slot 2 <- float r]
            b0: block {{ l0: loop (i: I64 = i0, s: F64 = s0) entry e0 stmt 1 trips 0 {{
                c = icmp.lt i, n
                if c {{ yield }} else {{ br b0 s }}
                {} {}
                p = fmul x, y
                t = fadd s, p
                j = iadd.ovf i, 1, e1
                poll e1
                continue l0 j, t
            }} }} -> r: F64
            exit e2 branch }}",
            access("x", "a", "i", "e1", FLOATS),
            access("y", "b", "i", "e1", FLOATS),
        );
        assert_eq!(loops(&text), ["icmp.lt if br load_elem.F64 load_elem.F64 fmul fadd iadd poll continue",]);
    }

    /// A store to `name[index]` of a flat list with all its checks.
    fn assign(name: &str, list: &str, index: &str, val: &str, exit: &str, region: (&str, &str, u32)) -> String {
        let load = access(name, list, index, exit, region);
        let start = load.rfind(&format!("{name} = load_elem")).unwrap();
        let (region, ty, _) = region;
        format!("{}store_elem.{ty} {name}_d[{index}]+0, {val}, {region}", &load[..start])
    }

    #[test]
    fn a_sieve() {
        let text = format!(
            "unit loop sieve(n: I64 = slot 1, a: Ref = slot 3) -> () {{
            exit e0 = resume f0@1 []
            exit e1 = resume f0@2 [slot 2 <- int i]
            exit e2 = done f0@1 []
            exit e3 = resume f0@3 [slot 2 <- int i, slot 4 <- int j]
            exit e4 = resume f0@4 [slot 2 <- int i, slot 4 <- int j]
            b0: block {{ l0: loop (i: I64 = 2) entry e0 stmt 1 trips 0 {{
                c = icmp.lt i, n
                if c {{ yield }} else {{ br b0 }}
                {}
                if x {{
                    j0 = imul.ovf i, i, e1
                    b1: block {{ l1: loop (j: I64 = j0) entry e1 stmt 2 trips 0 {{
                        d = icmp.lt j, n
                        if d {{ yield }} else {{ br b1 }}
                        {}
                        k = iadd.ovf j, i, e4
                        poll e4
                        continue l1 k
                    }} }}
                    yield
                }} else {{ yield }}
                m = iadd.ovf i, 1, e1
                poll e1
                continue l0 m
            }} }}
            exit e2 branch }}",
            access("x", "a", "i", "e1", BOOLS),
            assign("y", "a", "j", "false", "e3", BOOLS),
        );
        assert_eq!(
            loops(&text),
            [
                "icmp.lt if br load_elem.Bool if imul.ovf imax imul.ovf isub.ovf iadd poll continue",
                "icmp.lt if br store_elem.Bool iadd store_elem.Bool iadd store_elem.Bool iadd store_elem.Bool iadd poll continue",
                "icmp.lt if br store_elem.Bool iadd poll continue",
            ]
        );
    }

    #[test]
    fn a_stencil() {
        let text = format!(
            "unit loop stencil(n: I64 = slot 1, u: Ref = slot 3, w: Ref = slot 4) -> () {{
            exit e0 = resume f0@1 []
            exit e1 = resume f0@2 [slot 2 <- int i]
            exit e2 = done f0@1 []
            m = isub.ovf n, 1, e0
            b0: block {{ l0: loop (i: I64 = 1) entry e0 stmt 1 trips 0 {{
                c = icmp.lt i, m
                if c {{ yield }} else {{ br b0 }}
                i0 = isub.ovf i, 1, e1
                {} {}
                i2 = iadd.ovf i, 1, e1
                {}
                s = fadd x, y
                t = fadd s, z
                {}
                poll e1
                j = iadd.ovf i, 1, e1
                continue l0 j
            }} }}
            exit e2 branch }}",
            access("x", "u", "i0", "e1", FLOATS),
            access("y", "u", "i", "e1", FLOATS),
            access("z", "u", "i2", "e1", FLOATS),
            assign("o", "w", "i", "t", "e1", FLOATS),
        );
        assert_eq!(
            loops(&text),
            [
                "icmp.lt if br load_elem.F64 load_elem.F64 load_elem.F64 fadd fadd store_elem.F64 load_elem.F64 load_elem.F64 load_elem.F64 fadd fadd store_elem.F64 load_elem.F64 load_elem.F64 iadd load_elem.F64 fadd fadd store_elem.F64 load_elem.F64 load_elem.F64 iadd load_elem.F64 fadd fadd store_elem.F64 poll continue",
                "icmp.lt if br load_elem.F64 load_elem.F64 iadd load_elem.F64 fadd fadd store_elem.F64 poll continue",
            ]
        );
    }

    /// Code that reads an item of a list of anything that is a list.
    fn row(name: &str, list: &str, index: &str, exit: &str) -> String {
        let any = access(name, list, index, exit, ("ElemAny", "Tag", 5));
        format!(
            "{any} {name}_o = icmp.eq {name}, tag:8 guard {name}_o, {exit} type
             {name}_p = load_elem.I64 {name}_d[{index}]+8, ElemAny {name}_r = cast.Ref {name}_p"
        )
    }

    #[test]
    fn a_matrix_product() {
        let text = format!(
            "unit loop matmul(n: I64 = slot 1, a: Ref = slot 3, b: Ref = slot 4, i: I64 = slot 5, c: Ref = slot 6) -> () {{
            exit e0 = resume f0@1 []
            exit e1 = resume f0@2 [slot 2 <- int j]
            exit e2 = done f0@1 []
            exit e3 = resume f0@3 [slot 2 <- int j, slot 7 <- int k, slot 8 <- float s]
            exit e4 = resume f0@4 [slot 2 <- int j, slot 8 <- float r]
            b0: block {{ l0: loop (j: I64 = 0) entry e0 stmt 1 trips 0 {{
                t = icmp.lt j, n
                if t {{ yield }} else {{ br b0 }}
                b1: block {{ l1: loop (k: I64 = 0, s: F64 = 0.0) entry e1 stmt 1 trips 0 {{
                    u = icmp.lt k, n
                    if u {{ yield }} else {{ br b1 s }}
                    {} {} {} {}
                    p = fmul x, y
                    s1 = fadd s, p
                    k1 = iadd.ovf k, 1, e3
                    poll e3
                    continue l1 k1, s1
                }} }} -> r: F64
                {} {}
                j1 = iadd.ovf j, 1, e1
                poll e1
                continue l0 j1
            }} }}
            exit e2 branch }}",
            row("ra", "a", "i", "e3"),
            access("x", "ra_r", "k", "e3", FLOATS),
            row("rb", "b", "k", "e3"),
            access("y", "rb_r", "j", "e3", FLOATS),
            row("rc", "c", "i", "e4"),
            assign("o", "rc_r", "j", "r", "e4", FLOATS),
        );
        assert_eq!(
            loops(&text),
            [
                "icmp.lt if br store_elem.F64 iadd poll continue",
                "icmp.lt if br load_elem.F64 load_elem.Tag icmp.eq guard type load_elem.I64 cast.Ref load4.I64 icmp.eq guard type load.I64 icmp.eq guard storage load.I64 icmp.below guard index load.Ptr load_elem.F64 fmul fadd iadd poll continue",
            ]
        );
    }

    #[test]
    fn a_collatz_step() {
        let text = "unit loop collatz(n: I64 = slot 1) -> () {
            exit e0 = resume f0@1 []
            exit e1 = resume f0@2 [slot 1 <- int x, slot 2 <- int steps, slot 3 <- int i]
            exit e2 = done f0@1 []
            b0: block { l0: loop (i: I64 = 1) entry e0 stmt 1 trips 0 {
                c = icmp.lt i, n
                if c { yield } else { br b0 }
                b1: block { l1: loop (x: I64 = i, steps: I64 = 0) entry e0 stmt 2 trips 0 {
                    d = icmp.ne x, 1
                    if d { yield } else { br b1 }
                    r = imod x, 2
                    e = icmp.eq r, 0
                    if e { h = ifloordiv x, 2 yield h } else { t = imul.ovf x, 3, e1 u = iadd.ovf t, 1, e1 yield u } -> y: I64
                    s = iadd.ovf steps, 1, e1
                    poll e1
                    continue l1 y, s
                } }
                j = iadd i, 1
                continue l0 j
            } }
            exit e2 branch }";
        assert_eq!(
            loops(text),
            [
                "icmp.lt if br iadd continue",
                "icmp.ne if br iand icmp.eq if ishr icmp.le guard overflow imul iadd iadd poll continue",
            ]
        );
    }

    #[test]
    fn an_escape_time_loop() {
        let text = "unit loop julia(m: I64 = slot 1, zr: F64 = slot 2, zi: F64 = slot 3, cr: F64 = slot 4, ci: F64 = slot 5) -> () {
            exit e0 = resume f0@1 [slot 2 <- complex zr zi]
            exit e1 = resume f0@2 [slot 2 <- complex x y, slot 6 <- int n]
            exit e2 = done f0@1 [slot 2 <- complex rx ry, slot 6 <- int r]
            b0: block { l0: loop (n: I64 = 0, x: F64 = zr, y: F64 = zi) entry e0 stmt 1 trips 0 {
                c1 = icmp.lt n, m
                if c1 { yield } else { br b0 n, x, y }
                a = call complex_abs x, y, e1
                c2 = fcmp.lt a, 2.0
                if c2 { yield } else { br b0 n, x, y }
                p1 = fmul x, x
                p2 = fmul y, y
                p3 = fmul x, y
                p4 = fmul y, x
                re = fsub p1, p2
                im = fadd p3, p4
                x1 = fadd re, cr
                y1 = fadd im, ci
                n1 = iadd.ovf n, 1, e1
                poll e1
                continue l0 n1, x1, y1
            } } -> r: I64, rx: F64, ry: F64
            exit e2 branch }";
        assert_eq!(
            loops(text),
            [
                "icmp.lt if br fmul fmul fadd fcmp.lt if fcmp.gt fcmp.lt band guard band br fmul fsub fadd fadd fadd iadd poll continue"
            ]
        );
    }

    #[test]
    fn a_flat_matrix_and_a_loop_downwards() {
        let text = format!(
            "unit loop flat(n: I64 = slot 1, a: Ref = slot 3) -> () {{
            exit e0 = resume f0@1 []
            exit e1 = resume f0@2 [slot 2 <- int i]
            exit e2 = done f0@1 []
            exit e3 = resume f0@3 [slot 2 <- int i, slot 7 <- int j, slot 8 <- float s]
            top = isub.ovf n, 1, e0
            b0: block {{ l0: loop (i: I64 = top) entry e0 stmt 1 trips 0 {{
                t = icmp.ge i, 0
                if t {{ yield }} else {{ br b0 }}
                b1: block {{ l1: loop (j: I64 = 0, s: F64 = 0.0) entry e1 stmt 1 trips 0 {{
                    u = icmp.lt j, n
                    if u {{ yield }} else {{ br b1 }}
                    m = imul.ovf i, n, e3
                    k = iadd.ovf m, j, e3
                    {}
                    s1 = fadd s, x
                    j1 = iadd.ovf j, 1, e3
                    poll e3
                    continue l1 j1, s1
                }} }}
                {}
                i1 = isub.ovf i, 1, e1
                poll e1
                continue l0 i1
            }} }}
            exit e2 branch }}",
            access("x", "a", "k", "e3", FLOATS),
            assign("o", "a", "i", "1.0", "e1", FLOATS),
        );
        assert_eq!(
            loops(&text),
            [
                "icmp.ge if br imul iadd icmp.ge guard index icmp.lt guard index store_elem.F64 isub poll continue",
                "icmp.lt if br iadd load_elem.F64 fadd iadd poll continue",
            ]
        );
    }
}

mod range_tests {
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
}

mod strength_tests {
    use super::*;

    const REDUCE: &[fn(&mut Unit)] = &[strength::reduce];

    #[test]
    fn a_root_compared_with_a_radius_is_not_taken() {
        check_code(
            REDUCE,
            "a = call complex_abs x, y, e0 b = fcmp.lt a, 2.0 if b { yield } else { ret m } ret n",
            "a = fmul x, x b = fmul y, y s = fadd a, b l = fcmp.lt s, 3.9999999999999858
             if l { yield } else {
                g = fcmp.gt s, 4.000000000000014 f = fcmp.lt s, 1e300 h = band g, f guard h, e0 band ret m
             } ret n",
        );
        check_code(
            REDUCE,
            "a = call complex_abs x, y, e0 b = fcmp.ge a, 2.0 d = cast.I64 b ret d",
            "a = fmul x, x b = fmul y, y s = fadd a, b l = fcmp.lt s, 3.9999999999999858
             if l { yield } else {
                g = fcmp.gt s, 4.000000000000014 f = fcmp.lt s, 1e300 h = band g, f guard h, e0 band yield
             } k = bnot l d = cast.I64 k ret d",
        );
    }

    #[test]
    fn a_root_whose_value_is_needed_is_taken() {
        same(REDUCE, "a = call complex_abs x, y, e0 b = fcmp.lt a, 2.0 if b { d = f2i a, e0 ret d } else { ret m }");
        same(
            REDUCE,
            "a = call complex_abs x, y, e0 store.F64 p+8, x, Slots b = fcmp.lt a, 2.0 if b { ret n } else { ret m }",
        );
        same(REDUCE, "a = call complex_abs x, y, e0 b = fcmp.lt a, 1e200 if b { ret n } else { ret m }");
        same(REDUCE, "a = call complex_abs x, y, e0 b = fcmp.eq a, 2.0 if b { ret n } else { ret m }");
    }

    /// Near and far from the boundary: what comes through is what the root says.
    #[test]
    fn the_band_is_wide_enough() {
        use crate::trace::eval::{Evaluator, Memory, Stop};
        struct Nothing;
        impl Memory for Nothing {
            fn byte(&self, _: u64) -> Option<u8> {
                None
            }
        }
        for radius in ["2.0", "0.1", "1e-90", "12345.678"] {
            let before = parse(&unit(&format!(
                "a = call complex_abs x, y, e0 b = fcmp.lt a, {radius} if b {{ ret 1 }} else {{ ret 0 }}"
            )))
            .unwrap();
            let mut after = before.clone();
            strength::reduce(&mut after);
            let mut state = 1_u64;
            let (mut left, mut total) = (0, 0);
            let radius: f64 = radius.parse().unwrap();
            for round in 0..20_000 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let angle = (state >> 11) as f64 / (1_u64 << 53) as f64 * 6.3;
                let offset = ((state >> 20) % 81) as f64 - 40.0;
                let scale = if round % 4 == 0 { 1.0 + offset / 10.0 } else { 1.0 + offset * f64::EPSILON };
                let (x, y) = (radius * scale * angle.cos(), radius * scale * angle.sin());
                let params = [7, 8, x.to_bits(), y.to_bits(), 0, 8, 8, 8];
                let run = |unit: &Unit| Evaluator::new(unit, &Nothing, &params, 0).run().unwrap();
                total += 1;
                match run(&after) {
                    Stop::Exit(..) => left += 1,
                    stop => assert_eq!(stop, run(&before), "{x:e} {y:e}"),
                }
            }
            assert!(left * 2 < total, "{left} of {total}");
        }
    }
}

mod unroll_tests {
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
            &counted(", k: I64 = m", 100, "", "j = iadd i, 1 w = isub k, 1 poll e0", "j, w")
                .replace("lt i, m", "lt i, k"),
        );
        // A counter that runs away from its limit, and one that does not move by a constant.
        stay(&counted("", 100, "", "j = isub i, 1 poll e0", "j"));
        stay(&counted("", 100, "", "j = imul.ovf i, 3, e0 poll e0", "j"));
        stay(&counted("", 100, "", "w = iand i, 7 j = iadd i, w poll e0", "j"));
    }
}
