//! Operators on scalars: the typed half of `value::ops`, with an exit wherever the other half would be needed.

use super::instance::is_instance;
use super::mixed::{Exactly, are_mixed};
use super::*;
use crate::resolve::tree::{BinaryOp, CompareOp, UnaryOp};
use crate::trace::helper::HelperId;
use crate::trace::ir::{BoolBinary, FloatBinary, FloatUnary, IntBinary, IntChecked, IntUnary};
use crate::trace::record::expression::comparison_names;
use crate::trace::record::object::changes_in_place;
use crate::value::ops::dunder;

/// Ints up to this magnitude are floats exactly.
const EXACT: i64 = 1 << 53;

/// Longest power of ints that is multiplied out.
pub(super) const LONGEST_PRODUCT: i64 = 8;

impl Builder<'_> {
    /// The int that an int or a bool is.
    pub(super) fn as_int(&mut self, value: &Abstract) -> Option<Val> {
        match value {
            Abstract::Int(val) => Some(*val),
            Abstract::Bool(val) => Some(self.ir.cast(Ty::I64, *val)),
            _ => None,
        }
    }

    /// The float that a number is turned into beside a float.
    pub(super) fn as_float(&mut self, value: &Abstract) -> Option<Val> {
        match value {
            Abstract::Float(val) => Some(*val),
            value => {
                let val = self.as_int(value)?;
                Some(match self.ir.unit().int_const(val) {
                    Some(known) => self.ir.float(known as f64),
                    None => self.ir.int_to_float(val),
                })
            }
        }
    }

    fn as_complex(&mut self, value: &Abstract) -> Option<(Val, Val)> {
        match value {
            Abstract::Complex(re, im) => Some((*re, *im)),
            value => {
                let re = self.as_float(value)?;
                Some((re, self.ir.float(0.0)))
            }
        }
    }

    pub(super) fn unary(&mut self, op: UnaryOp, value: &Abstract, seen: &Seen) -> Step<Abstract> {
        if let Some(result) = self.unary_scalar(op, value) {
            return Ok(result);
        }
        Ok(match (op, value) {
            (UnaryOp::Negative, Abstract::Float(val)) => Abstract::Float(self.ir.float_unary(FloatUnary::Neg, *val)),
            (UnaryOp::Negative, Abstract::Complex(re, im)) => {
                let re = self.ir.float_unary(FloatUnary::Neg, *re);
                Abstract::Complex(re, self.ir.float_unary(FloatUnary::Neg, *im))
            }
            (UnaryOp::Positive, Abstract::Float(_) | Abstract::Complex(..)) => value.clone(),
            (op, value) if is_instance(value) => return self.unary_of_instance(dunder::unary_name(op), value),
            (op, value) => {
                let Some(val) = self.as_int(value) else {
                    return self.unary_object(op, value, seen);
                };
                Abstract::Int(match op {
                    UnaryOp::Positive => val,
                    UnaryOp::Invert => self.ir.int_unary(IntUnary::Not, val),
                    UnaryOp::Negative => {
                        let exit = self.here();
                        self.ir.int_checked(IntChecked::Neg, &[val], exit)
                    }
                })
            }
        })
    }

    /// A binary operator on anything; `seen` is what it gave.
    pub(super) fn operate(&mut self, op: BinaryOp, x: &Abstract, y: &Abstract, seen: &Seen) -> Step<Abstract> {
        let whole = |value: &Abstract| matches!(value, Abstract::Int(_) | Abstract::Bool(_));
        let number = |value: &Abstract| whole(value) || matches!(value, Abstract::Float(_) | Abstract::Complex(..));
        let big = whole(x) && whole(y) && seen.types().contains(&Type::Object(Kind::BigInt));
        let is_big = |value: &Abstract| matches!(value, Abstract::Object(object) if object.kind == Kind::BigInt);
        // The interpreter frees a big integer when its last name goes; a unit would keep them all until it is left.
        if big || is_big(x) || is_big(y) {
            return self.abort(AbortReason::Operator);
        }
        if is_instance(x) || is_instance(y) {
            let (name, mirrored, _) = dunder::names(op);
            return match self.numbers_behind((name, mirrored), [x, y])? {
                Some([x, y]) => self.operate(op, &x, &y, seen),
                None => self.scripted((name, mirrored), None, x, y),
            };
        }
        if number(x) && number(y) {
            return self.binary(op, x, y);
        }
        let arithmetic = matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div);
        if arithmetic && are_mixed(x, y) && seen.types().iter().all(|ty| matches!(ty, Type::Int | Type::Float)) {
            return self.mixed((x, y), Exactly::No, &mut |this, x, y| this.binary(op, x, y), &mut |this| {
                this.binary_object(op, x, y, seen)
            });
        }
        // To a complex number of Python on its left a `float64` is a float.
        if let (Abstract::Complex(..), Abstract::Scalar(DType::F64, _)) = (x, y)
            && matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div | BinaryOp::Pow)
        {
            return self.binary(op, x, &self.as_python(y));
        }
        match self.binary_scalar(op, x, y)? {
            Some(result) => Ok(result),
            None => self.binary_object(op, x, y, seen),
        }
    }

    /// The operator of `x op= y`. What changes itself, but for instances that say how, is left to the interpreter.
    pub(super) fn operate_in_place(&mut self, op: BinaryOp, x: &Abstract, y: &Abstract, seen: &Seen) -> Step<Abstract> {
        let may_change = match x {
            Abstract::Object(object) => changes_in_place(object.kind),
            // What it gives is what it was; where that is not looked at, it may have been any.
            Abstract::Tagged(..) => match seen.only_type() {
                Some(Type::Object(kind)) => changes_in_place(kind),
                Some(ty) => ty.storage().is_some(),
                None => true,
            },
            _ => false,
        };
        if may_change {
            return self.abort(AbortReason::Operator);
        }
        if !is_instance(x) {
            return self.operate(op, x, y, seen);
        }
        let (name, mirrored, in_place) = dunder::names(op);
        self.scripted((name, mirrored), Some(in_place), x, y)
    }

    pub(super) fn binary(&mut self, op: BinaryOp, x: &Abstract, y: &Abstract) -> Step<Abstract> {
        if let (Abstract::Bool(x), Abstract::Bool(y)) = (x, y) {
            let op = match op {
                BinaryOp::And => Some(BoolBinary::And),
                BinaryOp::Or => Some(BoolBinary::Or),
                BinaryOp::Xor => Some(BoolBinary::Xor),
                _ => None,
            };
            if let Some(op) = op {
                return Ok(Abstract::Bool(self.ir.bool_binary(op, *x, *y)));
            }
        }
        match (x, y) {
            (Abstract::Int(_) | Abstract::Bool(_), Abstract::Int(_) | Abstract::Bool(_)) => {
                let x = self.as_int(x).expect("an int");
                let y = self.as_int(y).expect("an int");
                self.ints(op, x, y)
            }
            (Abstract::Complex(..), _) | (_, Abstract::Complex(..)) => match (self.as_complex(x), self.as_complex(y)) {
                (Some(x), Some(y)) => self.complexes(op, x, y),
                _ => self.abort(AbortReason::Operator),
            },
            _ => match (self.as_float(x), self.as_float(y)) {
                (Some(x), Some(y)) => self.floats(op, x, y),
                _ => self.abort(AbortReason::Operator),
            },
        }
    }

    fn ints(&mut self, op: BinaryOp, x: Val, y: Val) -> Step<Abstract> {
        let exit = self.here();
        let constant = self.ir.unit().int_const(y);
        let val = match op {
            BinaryOp::Add => self.ir.int_checked(IntChecked::Add, &[x, y], exit),
            BinaryOp::Sub => self.ir.int_checked(IntChecked::Sub, &[x, y], exit),
            BinaryOp::Mul => self.ir.int_checked(IntChecked::Mul, &[x, y], exit),
            BinaryOp::And => self.ir.int_binary(IntBinary::And, x, y),
            BinaryOp::Or => self.ir.int_binary(IntBinary::Or, x, y),
            BinaryOp::Xor => self.ir.int_binary(IntBinary::Xor, x, y),
            BinaryOp::LeftShift => self.ir.int_checked(IntChecked::Shl, &[x, y], exit),
            BinaryOp::RightShift => self.shifted_right(x, y),
            BinaryOp::FloorDiv | BinaryOp::Mod => match constant {
                Some(-1) if op == BinaryOp::FloorDiv => self.ir.int_checked(IntChecked::Neg, &[x], exit),
                Some(-1) => self.ir.int(0),
                Some(0) => return self.leave(Reason::Zero),
                _ => {
                    if constant.is_none() {
                        self.guard_divisor(y);
                    }
                    let op = if op == BinaryOp::FloorDiv { IntBinary::FloorDiv } else { IntBinary::Mod };
                    self.ir.int_binary(op, x, y)
                }
            },
            BinaryOp::Div => {
                // Floats that hold both exactly give the quotient that is nearest to the true one.
                let x = self.exact_float(x);
                let y = self.exact_float(y);
                return self.floats(BinaryOp::Div, x, y);
            }
            BinaryOp::Pow => match constant {
                Some(0) => self.ir.int(1),
                Some(count @ 1..=LONGEST_PRODUCT) => {
                    let mut product = x;
                    for _ in 1..count {
                        product = self.ir.int_checked(IntChecked::Mul, &[product, x], exit);
                    }
                    product
                }
                _ => self.ir.call(HelperId::INT_POW, &[x, y], Some(exit))[0],
            },
            BinaryOp::MatMul => return self.abort(AbortReason::Operator),
        };
        Ok(Abstract::Int(val))
    }

    /// `x >> y`; leaves where `y` is negative.
    pub(super) fn shifted_right(&mut self, x: Val, y: Val) -> Val {
        let zero = self.ir.int(0);
        let fits = self.ir.int_compare(Compare::Ge, y, zero);
        self.guard(fits, Reason::Domain);
        let most = self.ir.int(63);
        let count = self.ir.int_binary(IntBinary::Min, y, most);
        self.ir.int_binary(IntBinary::Shr, x, count)
    }

    /// Leaves where the divisor is zero, or -1, whose quotient may not fit.
    pub(super) fn guard_divisor(&mut self, divisor: Val) {
        let zero = self.ir.int(0);
        let nonzero = self.ir.int_compare(Compare::Ne, divisor, zero);
        self.guard(nonzero, Reason::Zero);
        let minus = self.ir.int(-1);
        let fits = self.ir.int_compare(Compare::Ne, divisor, minus);
        self.guard(fits, Reason::Overflow);
    }

    /// An int as a float, where that loses nothing.
    fn exact_float(&mut self, val: Val) -> Val {
        match self.ir.unit().int_const(val) {
            Some(known) if known.abs() <= EXACT => return self.ir.float(known as f64),
            _ => {}
        }
        let low = self.ir.int(-EXACT);
        let above = self.ir.int_compare(Compare::Ge, val, low);
        self.guard(above, Reason::Domain);
        let high = self.ir.int(EXACT);
        let below = self.ir.int_compare(Compare::Le, val, high);
        self.guard(below, Reason::Domain);
        self.ir.int_to_float(val)
    }

    fn floats(&mut self, op: BinaryOp, x: Val, y: Val) -> Step<Abstract> {
        let exit = self.here();
        let val = match op {
            BinaryOp::Add => self.ir.float_binary(FloatBinary::Add, x, y),
            BinaryOp::Sub => self.ir.float_binary(FloatBinary::Sub, x, y),
            BinaryOp::Mul => self.ir.float_binary(FloatBinary::Mul, x, y),
            BinaryOp::Div => {
                let known = self.ir.unit().float_const(y);
                if known.is_none_or(|known| known == 0.0) {
                    let zero = self.ir.float(0.0);
                    let nonzero = self.ir.float_compare(Compare::Ne, y, zero);
                    self.guard(nonzero, Reason::Zero);
                }
                self.ir.float_binary(FloatBinary::Div, x, y)
            }
            BinaryOp::FloorDiv => self.ir.call(HelperId::FLOAT_FLOOR_DIV, &[x, y], Some(exit))[0],
            BinaryOp::Mod => self.ir.call(HelperId::FLOAT_MOD, &[x, y], Some(exit))[0],
            BinaryOp::Pow => self.ir.call(HelperId::FLOAT_POW, &[x, y], Some(exit))[0],
            _ => return self.abort(AbortReason::Operator),
        };
        Ok(Abstract::Float(val))
    }

    /// The complex number that an object is.
    pub(super) fn complex_parts(&mut self, object: Val) -> Abstract {
        let at = |offset| Access::new(MemRegion::Immutable, Ty::F64, BODY_OFFSET + offset);
        let re = self.ir.load(at(Complex::RE_OFFSET), object);
        let im = self.ir.load(at(Complex::IM_OFFSET), object);
        Abstract::Complex(re, im)
    }

    fn complexes(&mut self, op: BinaryOp, x: (Val, Val), y: (Val, Val)) -> Step<Abstract> {
        let exit = self.here();
        let ir = &mut self.ir;
        let (re, im) = match op {
            BinaryOp::Add | BinaryOp::Sub => {
                let op = if op == BinaryOp::Add { FloatBinary::Add } else { FloatBinary::Sub };
                let re = ir.float_binary(op, x.0, y.0);
                (re, ir.float_binary(op, x.1, y.1))
            }
            BinaryOp::Mul => {
                let a = ir.float_binary(FloatBinary::Mul, x.0, y.0);
                let b = ir.float_binary(FloatBinary::Mul, x.1, y.1);
                let re = ir.float_binary(FloatBinary::Sub, a, b);
                let a = ir.float_binary(FloatBinary::Mul, x.0, y.1);
                let b = ir.float_binary(FloatBinary::Mul, x.1, y.0);
                (re, ir.float_binary(FloatBinary::Add, a, b))
            }
            BinaryOp::Div => {
                let parts = ir.call(HelperId::COMPLEX_DIV, &[x.0, x.1, y.0, y.1], Some(exit));
                (parts[0], parts[1])
            }
            BinaryOp::Pow => {
                let parts = ir.call(HelperId::COMPLEX_POW, &[x.0, x.1, y.0, y.1], Some(exit));
                (parts[0], parts[1])
            }
            _ => return self.abort(AbortReason::Operator),
        };
        Ok(Abstract::Complex(re, im))
    }

    pub(super) fn compare(&mut self, op: CompareOp, x: &Abstract, y: &Abstract) -> Step<Val> {
        let compare = match op {
            CompareOp::Equal => Compare::Eq,
            CompareOp::NotEqual => Compare::Ne,
            CompareOp::Less => Compare::Lt,
            CompareOp::LessEqual => Compare::Le,
            CompareOp::Greater => Compare::Gt,
            CompareOp::GreaterEqual => Compare::Ge,
            CompareOp::Is | CompareOp::IsNot => return self.identity(op == CompareOp::Is, x, y),
            CompareOp::In | CompareOp::NotIn => return self.contains(op, x, y),
        };
        if let Some(same) = self.same_class(x, y)
            && matches!(compare, Compare::Eq | Compare::Ne)
        {
            return Ok(self.ir.bool(same == (compare == Compare::Eq)));
        }
        if is_instance(x) || is_instance(y) {
            if matches!(compare, Compare::Eq | Compare::Ne)
                && let Some(same) = self.same_instance(x, y)?
            {
                return Ok(if compare == Compare::Eq { same } else { self.ir.bool_not(same) });
            }
            let Some(names) = comparison_names(op) else {
                return self.abort(AbortReason::Operator);
            };
            if let Some([x, y]) = self.numbers_behind(names, [x, y])? {
                return self.compare(op, &x, &y);
            }
            return match self.scripted(names, None, x, y)? {
                Abstract::Bool(truth) => Ok(truth),
                _ => self.abort(AbortReason::Operator),
            };
        }
        if let (Abstract::Tuple(x), Abstract::Tuple(y)) = (x, y) {
            return self.compare_tuples(op, x, y);
        }
        if are_mixed(x, y) {
            let numbers =
                &mut |this: &mut Self, x: &Abstract, y: &Abstract| Ok(Abstract::Bool(this.compare(op, x, y)?));
            let others = &mut |this: &mut Self| Ok(Abstract::Bool(this.compare_object(op, x, y)?));
            return match self.mixed((x, y), Exactly::Yes, numbers, others)? {
                Abstract::Bool(truth) => Ok(truth),
                _ => self.abort(AbortReason::Operator),
            };
        }
        if let Some(truth) = self.compare_scalar(op, x, y)? {
            return Ok(truth);
        }
        if let (Some(x), Some(y)) = (self.as_int(x), self.as_int(y)) {
            return Ok(self.ir.int_compare(compare, x, y));
        }
        let equality = matches!(compare, Compare::Eq | Compare::Ne);
        let is_text = |object: &Object| object.kind == Kind::Str;
        match (x, y) {
            (Abstract::Object(first), Abstract::Object(second)) if equality && is_text(first) && is_text(second) => {
                self.compare_texts(op, (first, x), (second, y))
            }
            (Abstract::Complex(..), _) | (_, Abstract::Complex(..)) if equality => {
                let (Some(x), Some(y)) = (self.compared_complex(x), self.compared_complex(y)) else {
                    return self.compare_object(op, x, y);
                };
                let re = self.ir.float_compare(compare, x.0, y.0);
                let im = self.ir.float_compare(compare, x.1, y.1);
                let both = if compare == Compare::Eq { BoolBinary::And } else { BoolBinary::Or };
                Ok(self.ir.bool_binary(both, re, im))
            }
            _ => match (self.compared_float(x), self.compared_float(y)) {
                (Some(x), Some(y)) => Ok(self.ir.float_compare(compare, x, y)),
                _ => self.compare_object(op, x, y),
            },
        }
    }

    /// A number as a float to be compared: Python compares ints with floats exactly.
    fn compared_float(&mut self, value: &Abstract) -> Option<Val> {
        match value {
            Abstract::Float(val) => Some(*val),
            value => {
                let val = self.as_int(value)?;
                Some(self.exact_float(val))
            }
        }
    }

    fn compared_complex(&mut self, value: &Abstract) -> Option<(Val, Val)> {
        match value {
            Abstract::Complex(re, im) => Some((*re, *im)),
            value => {
                let re = self.compared_float(value)?;
                Some((re, self.ir.float(0.0)))
            }
        }
    }

    fn identity(&mut self, same: bool, x: &Abstract, y: &Abstract) -> Step<Val> {
        let (x, y) = (&self.settled(x), &self.settled(y));
        let known = match (x, y) {
            (Abstract::None, Abstract::None) => Some(true),
            (Abstract::None, other) | (other, Abstract::None) if other.type_().is_some() => Some(false),
            (Abstract::Known(x), Abstract::Known(y)) => Some(x.is(y)),
            (Abstract::Made(x), Abstract::Made(y)) => Some(x == y),
            // Nothing but other names of itself is an instance that exists only here.
            (Abstract::Made(_), _) | (_, Abstract::Made(_)) => Some(false),
            // A number is no object.
            (Abstract::Known(_), Abstract::Bool(_) | Abstract::Int(_) | Abstract::Float(_))
            | (Abstract::Bool(_) | Abstract::Int(_) | Abstract::Float(_), Abstract::Known(_)) => Some(false),
            _ => None,
        };
        if let Some(known) = known {
            return Ok(self.ir.bool(known == same));
        }
        let [x, y] = [x, y].map(|value| match value {
            Abstract::Known(known) => {
                let val = address(&mut self.ir, known);
                self.built.objects.push(known.clone());
                known.kind().map_or_else(|| value.clone(), |kind| Abstract::Object(Object::new(val, kind, true)))
            }
            value => value.clone(),
        });
        match (&x, &y) {
            (Abstract::Bool(x), Abstract::Bool(y)) => {
                let differ = self.ir.bool_binary(BoolBinary::Xor, *x, *y);
                Ok(if same { self.ir.bool_not(differ) } else { differ })
            }
            (Abstract::Tagged(tag, _), Abstract::None) | (Abstract::None, Abstract::Tagged(tag, _)) => {
                let none = self.ir.tag(TAG_NONE);
                Ok(self.ir.int_compare(compare_same(same), *tag, none))
            }
            (&Abstract::Tagged(tag, payload), Abstract::Object(object))
            | (Abstract::Object(object), &Abstract::Tagged(tag, payload)) => {
                let kind = self.ir.tag(TAG_OBJECT);
                let is_object = self.ir.int_compare(Compare::Eq, tag, kind);
                let own = self.ir.cast(Ty::I64, object.val);
                let is_it = self.ir.int_compare(Compare::Eq, payload, own);
                let is_same = self.ir.bool_binary(BoolBinary::And, is_object, is_it);
                Ok(if same { is_same } else { self.ir.bool_not(is_same) })
            }
            (&Abstract::Tagged(tag, payload), &Abstract::Tagged(other_tag, other)) => {
                // Of numbers, this is the runtime's affair.
                let [none, kind] = [TAG_NONE, TAG_OBJECT].map(|tag| self.ir.tag(tag));
                let is_none = self.ir.int_compare(Compare::Eq, tag, none);
                let is_object = self.ir.int_compare(Compare::Eq, tag, kind);
                let is_either = self.ir.bool_binary(BoolBinary::Or, is_none, is_object);
                self.guard(is_either, Reason::Type);
                let is_alike = self.ir.int_compare(Compare::Eq, tag, other_tag);
                let is_it = self.ir.int_compare(Compare::Eq, payload, other);
                let is_told = self.ir.bool_binary(BoolBinary::Or, is_none, is_it);
                let is_same = self.ir.bool_binary(BoolBinary::And, is_alike, is_told);
                Ok(if same { is_same } else { self.ir.bool_not(is_same) })
            }
            (Abstract::Object(x), Abstract::Object(y)) => Ok(self.ir.int_compare(compare_same(same), x.val, y.val)),
            _ => self.abort(AbortReason::Operator),
        }
    }
}

fn compare_same(same: bool) -> Compare {
    if same { Compare::Eq } else { Compare::Ne }
}
