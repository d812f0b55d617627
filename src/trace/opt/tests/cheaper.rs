//! Cheaper forms of what is computed.

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
