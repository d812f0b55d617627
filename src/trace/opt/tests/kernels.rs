//! Whole loops of programs, through all passes.

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
