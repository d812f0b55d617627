//! Universal functions of numpy on one element: `np.sqrt(x)`, `np.maximum(x, y)`.
//!
//! In: numbers and scalars of arrays. Out: a scalar of an array, or nothing where only the runtime knows. Where numpy would warn, an
//! exit is taken.

use super::*;
use crate::array::dtype::Class;
use crate::array::ufunc::Ufunc;
use crate::resolve::tree::BinaryOp;
use crate::trace::ir::{BoolBinary, FloatBinary, FloatUnary, Vals};

impl Builder<'_> {
    /// A universal function of evaluated arguments.
    pub(super) fn ufunc(&mut self, ufunc: &Ufunc, args: &[Abstract]) -> Step<Option<Abstract>> {
        if args.len() != ufunc.inputs {
            return Ok(None);
        }
        match args {
            [x] => self.ufunc_of_one(ufunc.name, x),
            [x, y] => self.ufunc_of_two(ufunc.name, x, y),
            _ => Ok(None),
        }
    }

    /// A Python number as the scalar that numpy takes it for; nothing else is one.
    fn as_scalar(&mut self, value: &Abstract) -> Option<Abstract> {
        let scalar = |dtype, val| Abstract::Scalar(dtype, Vals::from_slice(&[val]));
        Some(match value {
            Abstract::Scalar(..) => value.clone(),
            Abstract::Float(val) => scalar(DType::F64, *val),
            Abstract::Int(val) => scalar(DType::I64, *val),
            Abstract::Bool(val) => scalar(DType::Bool, *val),
            _ => return None,
        })
    }

    fn ufunc_of_one(&mut self, name: &str, x: &Abstract) -> Step<Option<Abstract>> {
        let Some(Abstract::Scalar(dtype, parts)) = self.as_scalar(x) else { return Ok(None) };
        if name == "absolute" {
            return Ok(self.absolute_scalar(dtype, &parts));
        }
        // Functions of whole numbers give floats of several sizes.
        let (dtype, x) = match dtype {
            DType::F64 | DType::F32 => (dtype, parts[0]),
            DType::I64 if !matches!(name, "square" | "negative" | "floor" | "ceil" | "trunc" | "rint" | "sign") => {
                (DType::F64, self.ir.int_to_float(parts[0]))
            }
            _ => return Ok(None),
        };
        let plain = match name {
            "fabs" => Some(FloatUnary::Abs),
            "negative" => Some(FloatUnary::Neg),
            "floor" => Some(FloatUnary::Floor),
            "ceil" => Some(FloatUnary::Ceil),
            "trunc" => Some(FloatUnary::Trunc),
            "rint" => Some(FloatUnary::Nearest),
            _ => None,
        };
        let result = match (name, plain) {
            (_, Some(op)) => self.ir.float_unary(op, x),
            ("sqrt", _) => {
                let heeds = self.heeds_signals()?;
                let root = self.ir.float_unary(FloatUnary::Sqrt, x);
                // The root of a double that is a float of single precision, rounded to that, is the root there.
                let root = if dtype == DType::F32 { self.ir.float_unary(FloatUnary::Single, root) } else { root };
                if heeds {
                    self.guard_quiet(x, x, root);
                }
                root
            }
            ("square", _) => {
                let heeds = self.heeds_signals()?;
                self.signalling(FloatBinary::Mul, dtype, heeds, x, x)
            }
            ("isnan", _) => {
                let truth = self.ir.float_compare(Compare::Ne, x, x);
                return Ok(Some(Abstract::Scalar(DType::Bool, Vals::from_slice(&[truth]))));
            }
            (name, _) if dtype == DType::F64 => {
                // The function of arrays, if it is not the C library's; where its result is strange, the runtime looks at it.
                let of_arrays = HelperId::from_name(&format!("array_{name}"));
                let helper = of_arrays.or_else(|| HelperId::from_name(name)).filter(|helper| {
                    let row = helper.get();
                    row.params == [Ty::F64] && row.results == [Ty::F64]
                });
                let Some(helper) = helper else { return Ok(None) };
                self.heeds_signals()?;
                let exit = self.here();
                self.ir.call(helper, &[x], helper.get().fails.then_some(exit))[0]
            }
            _ => return Ok(None),
        };
        Ok(Some(Abstract::Scalar(dtype, Vals::from_slice(&[result]))))
    }

    fn ufunc_of_two(&mut self, name: &str, x: &Abstract, y: &Abstract) -> Step<Option<Abstract>> {
        let (Some(first), Some(second)) = (self.as_scalar(x), self.as_scalar(y)) else { return Ok(None) };
        // One Python number beside a scalar gives way to it; two are what numpy makes of each.
        let both_plain = !matches!(x, Abstract::Scalar(..)) && !matches!(y, Abstract::Scalar(..));
        let (x, y) = if both_plain { (&first, &second) } else { (x, y) };
        let op = match name {
            "add" => BinaryOp::Add,
            "subtract" => BinaryOp::Sub,
            "multiply" => BinaryOp::Mul,
            "divide" => BinaryOp::Div,
            "maximum" | "minimum" => return self.extreme_scalar(name == "minimum", x, y),
            _ => return Ok(None),
        };
        self.binary_scalar(op, x, y)
    }

    /// The larger or the smaller one; what is not a number is either.
    fn extreme_scalar(&mut self, least: bool, x: &Abstract, y: &Abstract) -> Step<Option<Abstract>> {
        let Some(common) = super::scalar::common_type(x, y) else { return Ok(None) };
        let (Some(a), Some(b)) = (self.cast_to(common, x), self.cast_to(common, y)) else { return Ok(None) };
        let (a, b) = (a[0], b[0]);
        // Of two zeros the second one is the larger one.
        let compare = if least { Compare::Le } else { Compare::Gt };
        let first = match common.class() {
            Class::Signed | Class::Unsigned => self.ir.int_compare(compare, a, b),
            Class::Float => {
                let better = self.ir.float_compare(compare, a, b);
                let strange = self.ir.float_compare(Compare::Ne, a, a);
                self.ir.bool_binary(BoolBinary::Or, better, strange)
            }
            _ => return Ok(None),
        };
        let chosen = self.ir.select(first, a, b);
        Ok(Some(Abstract::Scalar(common, Vals::from_slice(&[chosen]))))
    }
}
