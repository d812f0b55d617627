//! Asks once, at the end of an expression, whether any of its operations on numpy's floats had something to signal.
//!
//! Comes in: a guard behind each operation, that holds where the result is finite, or else where the operation was quiet. Goes out: where
//! such a result goes straight into a sum, a difference, a product or a dividend, the guard of that one alone. What is not finite stays so
//! on this way: if the last result is finite, all were. If it is not, all are asked.
//!
//! A guard moves down by that, but never past an effect, a branch, or anything that leaves elsewhere.

use crate::trace::ir::*;

/// Merges the guards of a unit.
pub fn merge(unit: &mut Unit) {
    let mut regions = Vec::new();
    unit.each_region(|region| regions.push(region));
    for region in regions {
        merge_in(unit, region);
    }
}

/// A guard that may still move down.
struct Open {
    guard: InstId,
    cond: Val,
    result: Val,
}

fn merge_in(unit: &mut Unit, region: RegionId) {
    let insts = unit.region(region).insts.clone();
    let mut kept = Vec::with_capacity(insts.len());
    let mut open: Vec<Open> = Vec::new();
    let mut here = None;
    for inst in insts {
        let op = unit.inst(inst).op;
        let harmless = op.is_pure() || matches!(op, Op::Load(_) | Op::LoadElement(_));
        let leaves_here = op.exit().is_some() && op.exit() == here && !op.is_effect();
        if !harmless && !leaves_here {
            open.clear();
            here = op.exit();
        }
        if let Op::Guard(_, Reason::Signal) = op
            && let Some(result) = result_of(unit, unit.inst(inst).args[0])
        {
            let mut cond = unit.inst(inst).args[0];
            let operands = carrying(unit, result);
            let (merged, left): (Vec<Open>, Vec<Open>) =
                open.into_iter().partition(|before| operands.contains(&before.result));
            open = left;
            for before in merged {
                kept.retain(|&other| other != before.guard);
                cond = both(unit, &mut kept, before.cond, cond);
            }
            unit.inst_mut(inst).args[0] = cond;
            open.push(Open { guard: inst, cond, result });
        }
        kept.push(inst);
    }
    unit.region_mut(region).insts = kept;
}

/// The result that a guard asks about: it holds where that is finite.
fn result_of(unit: &Unit, cond: Val) -> Option<Val> {
    let either = unit.inst(unit.def_inst(cond)?);
    let test = unit.inst(unit.def_inst(*either.args.first()?)?);
    let difference = unit.inst(unit.def_inst(*test.args.first()?)?);
    let shape = (either.op, test.op, difference.op);
    let wanted = (Op::Bool(BoolBinary::Or), Op::FloatCompare(Compare::Ge), Op::Float(FloatBinary::Sub));
    let itself = difference.args.first() == difference.args.get(1);
    (shape == wanted && itself && unit.float_const(test.args[1]) == Some(0.0)).then(|| difference.args[0])
}

/// The operands of the operation that gave a result, of which it is finite only if they are.
fn carrying(unit: &Unit, result: Val) -> Vals {
    let Some(def) = unit.def_inst(result) else {
        return Vals::new();
    };
    let Inst { op, args, .. } = unit.inst(def);
    match op {
        Op::FloatUnary(FloatUnary::Single) => carrying(unit, args[0]),
        Op::Float(FloatBinary::Add | FloatBinary::Sub | FloatBinary::Mul) => args.clone(),
        Op::Float(FloatBinary::Div) => Vals::from_slice(&args[..1]),
        _ => Vals::new(),
    }
}

/// The condition of a guard that stands for two: the last result is finite, or both hold.
fn both(unit: &mut Unit, kept: &mut Vec<InstId>, before: Val, cond: Val) -> Val {
    let either = unit.def_inst(cond).expect("a guard asks about a result");
    let (finite, quiet) = (unit.inst(either).args[0], unit.inst(either).args[1]);
    let mut put = |op, args: &[Val]| {
        let inst = unit.new_inst(op, args, &[Ty::Bool]);
        kept.push(inst);
        unit.inst(inst).results[0]
    };
    let all = put(Op::Bool(BoolBinary::And), &[before, quiet]);
    put(Op::Bool(BoolBinary::Or), &[finite, all])
}

#[cfg(test)]
mod tests {
    use super::merge;
    use crate::trace::opt::tests::check;

    fn unit(code: &str) -> String {
        format!(
            "unit function t(a: F64 = argument 0, b: F64 = argument 1, c: F64 = argument 2, p: Ptr = frame) -> (F64) {{
            exit e0 = resume f0@1 []
            exit e1 = resume f0@2 []
            {code}
            }}"
        )
    }

    /// An operation and its guard.
    fn signalling(result: &str, operation: &str, a: &str, b: &str, exit: &str) -> String {
        format!(
            "{result} = {operation} {a}, {b}
            d{result} = fsub {result}, {result}
            f{result} = fcmp.ge d{result}, 0.0
            q{result} = quiet {a}, {b}, {result}
            o{result} = bor f{result}, q{result}
            guard o{result}, {exit} signal
            "
        )
    }

    #[test]
    fn a_product_that_goes_into_a_sum_is_asked_with_it() {
        let product = signalling("x", "fmul", "a", "b", "e0");
        let sum = signalling("y", "fadd", "x", "c", "e0");
        let before = unit(&format!("{product}{sum} ret y"));
        let asked = product.replace("guard ox, e0 signal", "") + &sum;
        let merged = asked.replace(
            "guard oy, e0 signal",
            "all = band ox, qy
            any = bor fy, all
            guard any, e0 signal",
        );
        check(&[merge], &before, &unit(&format!("{merged} ret y")));
    }

    #[test]
    fn what_goes_into_a_divisor_or_past_an_effect_stays() {
        let product = signalling("x", "fmul", "a", "b", "e0");
        let quotient = unit(&format!("{product}{} ret y", signalling("y", "fdiv", "c", "x", "e0")));
        check(&[merge], &quotient, &quotient);
        let sum = signalling("y", "fadd", "x", "c", "e0");
        let stored = unit(&format!("{product} store.F64 p+8, x, Slots {sum} ret y"));
        check(&[merge], &stored, &stored);
        let later = signalling("y", "fadd", "x", "c", "e1");
        let elsewhere = unit(&format!("{product}{later} ret y"));
        check(&[merge], &elsewhere, &elsewhere);
    }
}
