//! Text to text tests of the passes, and a differential test of random units against the evaluator.

mod cheaper;
mod checks;
mod constants;
mod fields;
mod kernels;
mod moved;
mod shared;
mod unrolled;
mod unused;

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
