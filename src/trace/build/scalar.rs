//! Scalars of arrays: what numpy's operators do to them, in registers.
//!
//! In: values of which at least one is a scalar of an array. Out: another one, of the type in which numpy brings both together (a Python
//! number is weak), or nothing where only the runtime knows. Where an operation has something to warn of (an overflow, a NaN that was
//! not there before), an exit is taken before it: the interpreter warns. Floats of single precision are computed as doubles and
//! rounded after each operation, which gives the same bits.

use super::operator::LONGEST_PRODUCT;
use super::*;
use crate::array::DType;
use crate::array::dtype::{Class, Weak};
use crate::resolve::tree::{BinaryOp, CompareOp, UnaryOp};
use crate::trace::ir::{BoolBinary, FloatBinary, FloatUnary, IntBinary, IntChecked, IntUnary, Op, Vals};
use crate::value::TAG_SCALAR;
use crate::value::array::{Complex128, Condition, Handling, handling, handling_address};

/// How the type of an operand counts.
enum Counts {
    As(DType),
    Weakly(Weak),
}

fn counts(value: &Abstract) -> Option<Counts> {
    Some(match value {
        Abstract::Scalar(dtype, _) => Counts::As(*dtype),
        Abstract::Bool(_) => Counts::As(DType::Bool),
        Abstract::Int(_) => Counts::Weakly(Weak::Int),
        Abstract::Float(_) => Counts::Weakly(Weak::Float),
        Abstract::Complex(..) => Counts::Weakly(Weak::Complex),
        _ => return None,
    })
}

/// The type in which two operands come together.
pub(super) fn common_type(x: &Abstract, y: &Abstract) -> Option<DType> {
    Some(match (counts(x)?, counts(y)?) {
        (Counts::As(x), Counts::As(y)) => x.promote(y),
        (Counts::As(strong), Counts::Weakly(weak)) | (Counts::Weakly(weak), Counts::As(strong)) => {
            strong.promote_weak(weak)
        }
        (Counts::Weakly(_), Counts::Weakly(_)) => return None,
    })
}

/// Whether an operator on these is one of scalars, as `value::array` has it of values.
fn are_scalars(x: &Abstract, y: &Abstract) -> bool {
    let takes = |own: &Abstract, other: &Abstract| match (own, counts(other)) {
        (Abstract::Scalar(own, _), Some(Counts::As(other))) => own.takes(Ok(other)),
        (Abstract::Scalar(own, _), Some(Counts::Weakly(weak))) => own.takes(Err(weak)),
        _ => false,
    };
    !matches!(x, Abstract::Scalar(DType::Bool, _)) && (takes(x, y) || takes(y, x))
}

/// The least and the largest whole number of a type that `I64` holds.
fn bounds(dtype: DType) -> (i64, i64) {
    let bits = 8 * dtype.size() as u32;
    match (dtype.class(), bits) {
        (Class::Bool, _) => (0, 1),
        (Class::Unsigned, 64) => (0, i64::MAX),
        (Class::Unsigned, _) => (0, (1 << bits) - 1),
        (_, 64) => (i64::MIN, i64::MAX),
        _ => (-1 << (bits - 1), (1 << (bits - 1)) - 1),
    }
}

fn is_single(dtype: DType) -> bool {
    dtype.part() == DType::F32
}

impl Builder<'_> {
    // -- Words ---------------------------------------------------------------------------------------------------

    /// The scalar in a place of the frame at entry.
    pub(super) fn scalar_at_entry(&mut self, dtype: DType, place: ir::Place) -> Abstract {
        let payload = Source::Payload(place);
        if dtype == DType::C128 {
            let val = self.ir.param(Ty::Ref, payload);
            let part = |at| Access::new(MemRegion::Immutable, Ty::F64, BODY_OFFSET + 8 * at);
            let re = self.ir.load_at_start(part(0), val);
            return Abstract::Scalar(dtype, Vals::from_slice(&[re, self.ir.load_at_start(part(1), val)]));
        }
        // Whoever enters the unit has compared the tag.
        self.ir.param(Ty::Tag, Source::Tag(place));
        let ty = match dtype {
            DType::F32 | DType::C64 => Ty::I64,
            dtype => ir::parts_of(dtype)[0],
        };
        let val = self.ir.param(ty, payload);
        let parts = match dtype {
            DType::F32 => Vals::from_slice(&[self.ir.at_start(Op::SingleValue, &[val], Ty::F64)]),
            DType::C64 => {
                let bits = self.ir.int(32);
                let re = self.ir.at_start(Op::SingleValue, &[val], Ty::F64);
                let high = self.ir.at_start(Op::Int(IntBinary::Shr), &[val, bits], Ty::I64);
                Vals::from_slice(&[re, self.ir.at_start(Op::SingleValue, &[high], Ty::F64)])
            }
            _ => Vals::from_slice(&[val]),
        };
        Abstract::Scalar(dtype, parts)
    }

    /// A `uint64` in registers is below 2^63.
    pub(super) fn guard_unsigned(&mut self, val: Val) {
        let zero = self.ir.int(0);
        let small = self.ir.int_compare(Compare::Ge, val, zero);
        self.guard(small, Reason::Overflow);
    }

    /// The scalar of a payload whose tag has been compared.
    pub(super) fn scalar_of_word(&mut self, dtype: DType, payload: Val) -> Abstract {
        let parts: Vals = match dtype {
            DType::Bool => Vals::from_slice(&[self.ir.cast(Ty::Bool, payload)]),
            DType::F64 => Vals::from_slice(&[self.ir.cast(Ty::F64, payload)]),
            DType::F32 => Vals::from_slice(&[self.ir.pure_at(None, Op::SingleValue, &[payload], Ty::F64)]),
            DType::C64 => {
                let bits = self.ir.int(32);
                let high = self.ir.int_binary(IntBinary::Shr, payload, bits);
                [payload, high].iter().map(|&word| self.ir.pure_at(None, Op::SingleValue, &[word], Ty::F64)).collect()
            }
            _ => {
                if dtype == DType::U64 {
                    self.guard_unsigned(payload);
                }
                Vals::from_slice(&[payload])
            }
        };
        Abstract::Scalar(dtype, parts)
    }

    /// The scalar that an object of the kind `complex128` is.
    pub(super) fn scalar_of_object(&mut self, object: Val) -> Abstract {
        let parts = [0, 8].map(|at| self.ir.load(Access::new(MemRegion::Immutable, Ty::F64, BODY_OFFSET + at), object));
        Abstract::Scalar(DType::C128, Vals::from_slice(&parts))
    }

    /// A tag and a payload for a scalar, here or before the end of a region that has been left.
    pub(super) fn boxed_scalar(&mut self, dtype: DType, parts: &[Val], end: Option<ir::RegionId>) -> (Val, Val) {
        let low = |this: &mut Self, bits: Val| {
            let mask = this.ir.int(0xffff_ffff);
            this.ir.pure_at(end, Op::Int(IntBinary::And), &[bits, mask], Ty::I64)
        };
        let payload = match dtype {
            DType::C128 => {
                let object = self.call_at(HelperId::COMPLEX128_NEW, parts, end)[0];
                return (self.ir.tag(TAG_OBJECT), self.word(object, end));
            }
            DType::F32 => {
                let bits = self.ir.pure_at(end, Op::SingleBits, parts, Ty::I64);
                low(self, bits)
            }
            DType::C64 => {
                let [re, im] = [0, 1].map(|at| self.ir.pure_at(end, Op::SingleBits, &[parts[at]], Ty::I64));
                let count = self.ir.int(32);
                let high = self.ir.pure_at(end, Op::Int(IntBinary::Shl), &[im, count], Ty::I64);
                let low = low(self, re);
                self.ir.pure_at(end, Op::Int(IntBinary::Or), &[high, low], Ty::I64)
            }
            _ => self.word(parts[0], end),
        };
        (self.ir.tag(TAG_SCALAR + dtype.number() as u64), payload)
    }

    // -- Conversions ---------------------------------------------------------------------------------------------

    /// The Python number that a scalar is as such.
    pub(super) fn as_python(&self, value: &Abstract) -> Abstract {
        match value {
            Abstract::Scalar(dtype, parts) => match dtype.class() {
                Class::Bool => Abstract::Bool(parts[0]),
                Class::Unsigned | Class::Signed => Abstract::Int(parts[0]),
                Class::Float => Abstract::Float(parts[0]),
                Class::Complex => Abstract::Complex(parts[0], parts[1]),
                Class::Reference => value.clone(),
            },
            value => value.clone(),
        }
    }

    /// The int that a value is as a subscript or a bound.
    pub(super) fn as_subscript(&mut self, value: &Abstract) -> Option<Val> {
        match value {
            Abstract::Scalar(dtype, parts) if dtype.is_integer() => Some(parts[0]),
            Abstract::Scalar(..) => None,
            value => self.as_int(value),
        }
    }

    /// Leaves where a whole number is none of the type.
    pub(super) fn guard_bounds(&mut self, dtype: DType, val: Val) {
        let (low, high) = bounds(dtype);
        if let Some(known) = self.ir.unit().int_const(val)
            && (low..=high).contains(&known)
        {
            return;
        }
        for (bound, outside, compare) in [(low, i64::MIN, Compare::Ge), (high, i64::MAX, Compare::Le)] {
            if bound != outside {
                let bound = self.ir.int(bound);
                let inside = self.ir.int_compare(compare, val, bound);
                self.guard(inside, Reason::Overflow);
            }
        }
    }

    /// Rounded to the precision of a type; leaves where that is infinite and the number was not.
    fn rounded_to(&mut self, dtype: DType, val: Val) -> Val {
        if !is_single(dtype) {
            return val;
        }
        let single = self.ir.float_unary(FloatUnary::Single, val);
        self.guard_quiet(val, val, single);
        single
    }

    fn whole_as_float(&mut self, val: Val) -> Val {
        match self.ir.unit().int_const(val) {
            Some(known) => self.ir.float(known as f64),
            None => self.ir.int_to_float(val),
        }
    }

    /// A number as a scalar of a type, as a cast in C gives it where the number fits; leaves elsewhere. None where the parts of a complex
    /// number would be lost.
    pub(super) fn cast_to(&mut self, dtype: DType, value: &Abstract) -> Option<Vals> {
        if let Abstract::Scalar(own, parts) = value
            && *own == dtype
        {
            return Some(parts.clone());
        }
        let value = self.as_python(value);
        if let Abstract::Complex(re, im) = value {
            return match dtype.class() {
                Class::Complex => Some([re, im].iter().map(|&part| self.rounded_to(dtype, part)).collect()),
                _ => None,
            };
        }
        let val = match (dtype.class(), &value) {
            (Class::Bool, value) => self.truth(value).ok()?,
            (Class::Signed | Class::Unsigned, Abstract::Float(val)) => {
                let exit = self.here();
                let whole = self.ir.float_to_int(*val, exit);
                self.guard_bounds(dtype, whole);
                whole
            }
            (Class::Signed | Class::Unsigned, value) => {
                let val = self.as_int(value)?;
                self.guard_bounds(dtype, val);
                val
            }
            (_, Abstract::Float(val)) => self.rounded_to(dtype, *val),
            (_, value) => {
                let val = self.as_int(value)?;
                let float = self.whole_as_float(val);
                if is_single(dtype) { self.ir.float_unary(FloatUnary::Single, float) } else { float }
            }
        };
        match dtype.class() {
            Class::Complex => Some(Vals::from_slice(&[val, self.ir.float(0.0)])),
            _ => Some(Vals::from_slice(&[val])),
        }
    }

    // -- Signals -------------------------------------------------------------------------------------------------

    /// Makes sure that what numpy does about signals is what it does now; tells whether it does anything.
    pub(super) fn heeds_signals(&mut self) -> Step<bool> {
        let now = handling();
        if now[Condition::Under as usize] != Handling::Ignore {
            return self.abort(AbortReason::Operator);
        }
        let id = self.ir.add_address("numpy.seterr", Ty::Ptr, handling_address() as u64);
        let base = self.ir.address(id);
        let access = Access { width: 4, ..Access::new(MemRegion::ArrayFlags, Ty::I64, 0) };
        let found = self.ir.load(access, base);
        let word = u32::from_le_bytes(now.map(|handling| handling as u8));
        let expected = self.ir.int(word.into());
        let same = self.ir.int_compare(Compare::Eq, found, expected);
        self.guard(same, Reason::Identity);
        Ok(now.iter().any(|&handling| handling != Handling::Ignore))
    }

    /// Leaves where an operation on floats has something to signal. Where the result is finite, it has not.
    pub(super) fn guard_quiet(&mut self, a: Val, b: Val, r: Val) {
        // What is not finite leaves a NaN, which no comparison likes.
        let nothing = self.ir.float_binary(FloatBinary::Sub, r, r);
        let zero = self.ir.float(0.0);
        let finite = self.ir.float_compare(Compare::Ge, nothing, zero);
        let quiet = self.ir.quiet(a, b, r);
        let fine = self.ir.bool_binary(BoolBinary::Or, finite, quiet);
        self.guard(fine, Reason::Signal);
    }

    // -- Operators -----------------------------------------------------------------------------------------------

    /// A binary operator of which an operand is a scalar of an array; nothing where only the runtime knows.
    pub(super) fn binary_scalar(&mut self, op: BinaryOp, x: &Abstract, y: &Abstract) -> Step<Option<Abstract>> {
        if !matches!(x, Abstract::Scalar(..)) && !matches!(y, Abstract::Scalar(..)) {
            return Ok(None);
        }
        let Some(common) = common_type(x, y) else { return Ok(None) };
        if op == BinaryOp::Pow && !are_scalars(x, y) {
            // Powers of rows have a function of their own.
            return Ok(None);
        }
        let common = match op {
            BinaryOp::Div if common.class() < Class::Float => DType::F64,
            _ => common,
        };
        let (Some(a), Some(b)) = (self.cast_to(common, x), self.cast_to(common, y)) else { return Ok(None) };
        let result = match common.class() {
            Class::Bool => self.truths(op, a[0], b[0]).map(|val| Vals::from_slice(&[val])),
            Class::Signed | Class::Unsigned => self.wholes(op, common, a[0], b[0]).map(|val| Vals::from_slice(&[val])),
            Class::Float => self.floats_of_arrays(op, common, a[0], b[0])?.map(|val| Vals::from_slice(&[val])),
            Class::Complex => self.complex_scalars(op, common, &a, &b)?,
            Class::Reference => None,
        };
        Ok(result.map(|parts| Abstract::Scalar(common, parts)))
    }

    fn floats_of_arrays(&mut self, op: BinaryOp, dtype: DType, a: Val, b: Val) -> Step<Option<Val>> {
        let heeds = self.heeds_signals()?;
        let helper = match op {
            BinaryOp::Add => return Ok(Some(self.signalling(FloatBinary::Add, dtype, heeds, a, b))),
            BinaryOp::Sub => return Ok(Some(self.signalling(FloatBinary::Sub, dtype, heeds, a, b))),
            BinaryOp::Mul => return Ok(Some(self.signalling(FloatBinary::Mul, dtype, heeds, a, b))),
            BinaryOp::Div => return Ok(Some(self.signalling(FloatBinary::Div, dtype, heeds, a, b))),
            BinaryOp::FloorDiv => HelperId::FLOAT_FLOOR_DIV,
            BinaryOp::Mod => HelperId::FLOAT_MOD,
            BinaryOp::Pow => HelperId::FLOAT_POW,
            _ => return Ok(None),
        };
        if is_single(dtype) {
            return Ok(None);
        }
        // Where Python raises, numpy warns.
        let exit = self.here();
        let result = self.ir.call(helper, &[a, b], Some(exit))[0];
        self.guard_finite(result);
        Ok(Some(result))
    }

    /// Leaves where a result is infinite or not a number.
    fn guard_finite(&mut self, result: Val) {
        let nothing = self.ir.float_binary(FloatBinary::Sub, result, result);
        let zero = self.ir.float(0.0);
        let finite = self.ir.float_compare(Compare::Ge, nothing, zero);
        self.guard(finite, Reason::Signal);
    }

    pub(super) fn signalling(&mut self, op: FloatBinary, dtype: DType, heeds: bool, a: Val, b: Val) -> Val {
        let exact = self.ir.float_binary(op, a, b);
        let result = if is_single(dtype) { self.ir.float_unary(FloatUnary::Single, exact) } else { exact };
        if heeds {
            self.guard_quiet(a, b, result);
        }
        result
    }

    fn complex_scalars(&mut self, op: BinaryOp, dtype: DType, x: &[Val], y: &[Val]) -> Step<Option<Vals>> {
        use FloatBinary::{Add, Mul, Sub};
        let heeds = self.heeds_signals()?;
        let mut float = |op, a, b| self.signalling(op, dtype, heeds, a, b);
        Ok(Some(match op {
            BinaryOp::Add => Vals::from_slice(&[float(Add, x[0], y[0]), float(Add, x[1], y[1])]),
            BinaryOp::Sub => Vals::from_slice(&[float(Sub, x[0], y[0]), float(Sub, x[1], y[1])]),
            BinaryOp::Mul => {
                let (a, b) = (float(Mul, x[0], y[0]), float(Mul, x[1], y[1]));
                let re = float(Sub, a, b);
                let (a, b) = (float(Mul, x[0], y[1]), float(Mul, x[1], y[0]));
                Vals::from_slice(&[re, float(Add, a, b)])
            }
            _ => return Ok(None),
        }))
    }

    fn truths(&mut self, op: BinaryOp, a: Val, b: Val) -> Option<Val> {
        let op = match op {
            BinaryOp::And | BinaryOp::Mul => BoolBinary::And,
            BinaryOp::Or | BinaryOp::Add => BoolBinary::Or,
            BinaryOp::Xor => BoolBinary::Xor,
            _ => return None,
        };
        Some(self.ir.bool_binary(op, a, b))
    }

    /// An operator on whole numbers; leaves where it would wrap round.
    fn wholes(&mut self, op: BinaryOp, dtype: DType, a: Val, b: Val) -> Option<Val> {
        let exit = self.here();
        // But for products of such without a sign, two numbers of 32 bits never come to more than 63.
        let small = dtype.size() < 8 && (op != BinaryOp::Mul || dtype != DType::U32);
        let checked = match op {
            BinaryOp::Add => Some(IntChecked::Add),
            BinaryOp::Sub => Some(IntChecked::Sub),
            BinaryOp::Mul => Some(IntChecked::Mul),
            _ => None,
        };
        Some(match (op, checked) {
            (_, Some(op)) => {
                let val = match op.unchecked() {
                    Op::Int(op) if small => self.ir.int_binary(op, a, b),
                    _ => self.ir.int_checked(op, &[a, b], exit),
                };
                self.guard_bounds(dtype, val);
                val
            }
            (BinaryOp::LeftShift, _) => {
                let val = self.ir.int_checked(IntChecked::Shl, &[a, b], exit);
                self.guard_bounds(dtype, val);
                val
            }
            (BinaryOp::RightShift, _) => self.shifted_right(a, b),
            (BinaryOp::Pow, _) => {
                let count = self.ir.unit().int_const(b).filter(|count| (1..=LONGEST_PRODUCT).contains(count))?;
                let mut product = a;
                for _ in 1..count {
                    product = self.ir.int_checked(IntChecked::Mul, &[product, a], exit);
                }
                self.guard_bounds(dtype, product);
                product
            }
            (BinaryOp::And, _) => self.ir.int_binary(IntBinary::And, a, b),
            (BinaryOp::Or, _) => self.ir.int_binary(IntBinary::Or, a, b),
            (BinaryOp::Xor, _) => self.ir.int_binary(IntBinary::Xor, a, b),
            (BinaryOp::FloorDiv | BinaryOp::Mod, _) => {
                match self.ir.unit().int_const(b) {
                    Some(0 | -1) => return None,
                    Some(_) => {}
                    None => self.guard_divisor(b),
                }
                let op = if op == BinaryOp::FloorDiv { IntBinary::FloorDiv } else { IntBinary::Mod };
                self.ir.int_binary(op, a, b)
            }
            _ => return None,
        })
    }

    /// A unary operator on a scalar of an array; nothing where only the runtime knows.
    pub(super) fn unary_scalar(&mut self, op: UnaryOp, value: &Abstract) -> Option<Abstract> {
        let Abstract::Scalar(dtype, parts) = value else { return None };
        let parts = match (op, dtype.class()) {
            (UnaryOp::Positive, Class::Signed | Class::Unsigned | Class::Float | Class::Complex) => parts.clone(),
            (UnaryOp::Negative, Class::Float | Class::Complex) => {
                parts.iter().map(|&part| self.ir.float_unary(FloatUnary::Neg, part)).collect()
            }
            (UnaryOp::Negative, Class::Signed) => Vals::from_slice(&[self.negated(*dtype, parts[0], IntChecked::Neg)]),
            (UnaryOp::Invert, Class::Bool) => Vals::from_slice(&[self.ir.bool_not(parts[0])]),
            (UnaryOp::Invert, Class::Signed) => Vals::from_slice(&[self.ir.int_unary(IntUnary::Not, parts[0])]),
            _ => return None,
        };
        Some(Abstract::Scalar(*dtype, parts))
    }

    /// The negation or the magnitude of a whole number; leaves where the type has none.
    fn negated(&mut self, dtype: DType, val: Val, op: IntChecked) -> Val {
        let exit = self.here();
        let negated = self.ir.int_checked(op, &[val], exit);
        self.guard_bounds(dtype, negated);
        negated
    }

    /// `x.real` or `x.imag`
    pub(super) fn part_of_scalar(&mut self, dtype: DType, parts: &[Val], imaginary: bool) -> Abstract {
        let part = match (dtype.class(), imaginary) {
            (Class::Complex, _) => parts[usize::from(imaginary)],
            (_, false) => parts[0],
            (Class::Float, true) => self.ir.float(0.0),
            (Class::Bool, true) => self.ir.bool(false),
            (_, true) => self.ir.int(0),
        };
        Abstract::Scalar(dtype.part(), Vals::from_slice(&[part]))
    }

    /// `x.conjugate()`
    pub(super) fn conjugate(&mut self, dtype: DType, parts: &[Val]) -> Abstract {
        let mut parts = Vals::from_slice(parts);
        if dtype.is_complex() {
            parts[1] = self.ir.float_unary(FloatUnary::Neg, parts[1]);
        }
        Abstract::Scalar(dtype, parts)
    }

    /// `abs(x)` of a `complex128`.
    pub(super) fn magnitude(&mut self, parts: &[Val]) -> Step<Abstract> {
        self.heeds_signals()?;
        let exit = self.here();
        let length = self.ir.call(HelperId::COMPLEX_ABS, parts, Some(exit))[0];
        self.guard_finite(length);
        Ok(Abstract::Scalar(DType::F64, Vals::from_slice(&[length])))
    }

    /// A call of the class of a type: a number as a scalar of that type.
    pub(super) fn converted(&mut self, dtype: DType, value: &Abstract) -> Option<Abstract> {
        counts(value)?;
        Some(Abstract::Scalar(dtype, self.cast_to(dtype, value)?))
    }

    /// `abs(x)` of a scalar of an array.
    pub(super) fn absolute_scalar(&mut self, dtype: DType, parts: &[Val]) -> Option<Abstract> {
        let val = match dtype.class() {
            Class::Float => self.ir.float_unary(FloatUnary::Abs, parts[0]),
            Class::Signed => self.negated(dtype, parts[0], IntChecked::Abs),
            Class::Unsigned | Class::Bool => parts[0],
            Class::Complex | Class::Reference => return None,
        };
        Some(Abstract::Scalar(dtype, Vals::from_slice(&[val])))
    }

    /// A comparison of which an operand is a scalar of an array; nothing where only the runtime knows.
    pub(super) fn compare_scalar(&mut self, op: CompareOp, x: &Abstract, y: &Abstract) -> Step<Option<Val>> {
        if !matches!(x, Abstract::Scalar(..)) && !matches!(y, Abstract::Scalar(..)) {
            return Ok(None);
        }
        let Some(common) = common_type(x, y) else { return Ok(None) };
        let weak = |value: &Abstract| matches!(counts(value), Some(Counts::Weakly(_)));
        if common.is_complex() {
            return self.compare_complex(op, common, x, y);
        }
        if (weak(x) || weak(y)) && !is_single(common) || common.class() < Class::Float {
            // Python's numbers are compared as they are, whatever their size.
            let (x, y) = (self.as_python(x), self.as_python(y));
            return self.compare(op, &x, &y).map(Some);
        }
        let (Some(a), Some(b)) = (self.cast_to(common, x), self.cast_to(common, y)) else { return Ok(None) };
        self.compare(op, &Abstract::Float(a[0]), &Abstract::Float(b[0])).map(Some)
    }

    fn compare_complex(&mut self, op: CompareOp, common: DType, x: &Abstract, y: &Abstract) -> Step<Option<Val>> {
        let (compare, both) = match op {
            CompareOp::Equal => (Compare::Eq, BoolBinary::And),
            CompareOp::NotEqual => (Compare::Ne, BoolBinary::Or),
            _ => return Ok(None),
        };
        let (Some(a), Some(b)) = (self.cast_to(common, x), self.cast_to(common, y)) else { return Ok(None) };
        let [re, im] = [0, 1].map(|part| self.ir.float_compare(compare, a[part], b[part]));
        Ok(Some(self.ir.bool_binary(both, re, im)))
    }
}

/// Whether a comparison of these gives a `bool` of arrays: one is a scalar, the other a number or a text. To a complex number of Python
/// on its left a `float64` is a float.
pub(super) fn gives_scalar(x: &Abstract, y: &Abstract) -> bool {
    let is_scalar = |value: &Abstract| matches!(value, Abstract::Scalar(..));
    let is_text = |value: &Abstract| matches!(value, Abstract::Object(object) if object.kind == Kind::Str);
    let known_to_complex = matches!((x, y), (Abstract::Complex(..), Abstract::Scalar(DType::F64, _)));
    (is_scalar(x) || is_scalar(y)) && !known_to_complex && (common_type(x, y).is_some() || is_text(x) || is_text(y))
}

/// Where the parts of a `complex128` lie counts.
const _: () = assert!(std::mem::offset_of!(Complex128, value) == 0);
