//! Calls of pure built-ins on scalars.

use super::array::is_array;
use super::class::known_class;
use super::instance::is_instance;
use super::*;
use crate::builtins::support;
use crate::resolve::support::Support;
use crate::resolve::tree::{BinaryOp, CompareOp, Expr, ExprKind};
use crate::trace::helper::HelperId;
use crate::trace::ir::{FloatBinary, FloatUnary, IntBinary, IntChecked};
use crate::trace::record::expression::is_asked_by_pattern;
use crate::value::Symbol;
use crate::value::array::ufunc;

impl Builder<'_> {
    /// The built-in that is called, and its name, with its module's in front unless it is always visible.
    pub(super) fn callee_name(&mut self, callee: &Expr) -> Step<(Value, String)> {
        let Abstract::Known(callee) = self.expr(callee)? else {
            return self.abort(AbortReason::Call);
        };
        if let Some(ufunc) = ufunc(&callee) {
            return Ok((callee, format!("numpy.{}", ufunc.name)));
        }
        match (self.request.qualified)(&callee) {
            Some(name) => Ok((callee, name)),
            None => self.abort(AbortReason::Call),
        }
    }

    /// Start, stop and step of an iterable that is a call of `range`.
    pub(super) fn range_call(&mut self, iterable: &Expr) -> Step<Option<(Val, Val, Val)>> {
        let ExprKind::PureCall(callee, args) = &iterable.kind else {
            return Ok(None);
        };
        if self.callee_name(callee)?.1 != "range" {
            return Ok(None);
        }
        let mut bounds = Vec::new();
        for arg in args {
            let value = self.expr(arg)?;
            match self.as_subscript(&value) {
                Some(val) => bounds.push(val),
                None => return self.abort(AbortReason::Iterable),
            }
        }
        let (zero, one) = (self.ir.int(0), self.ir.int(1));
        match bounds[..] {
            [stop] => Ok(Some((zero, stop, one))),
            [start, stop] => Ok(Some((start, stop, one))),
            [start, stop, step] if self.ir.unit().int_const(step) != Some(0) => {
                if self.ir.unit().int_const(step).is_none() {
                    let nonzero = self.ir.int_compare(Compare::Ne, step, zero);
                    self.guard(nonzero, Reason::Iteration);
                }
                Ok(Some((start, stop, step)))
            }
            _ => self.leave(Reason::Iteration),
        }
    }

    /// What a pattern asks of a value: whether it is a sequence, or a mapping; how long it is.
    fn asked_by_pattern(&mut self, support: Support, asked: &Expr, id: ExprId) -> Step<Abstract> {
        let value = self.expr(asked)?;
        if support == Support::Length {
            match &value {
                Abstract::Tuple(items) => return Ok(Abstract::Int(self.ir.int(items.len() as i64))),
                Abstract::Object(object) if matches!(object.kind, Kind::List | Kind::Tuple) => {
                    return Ok(Abstract::Int(self.length(object)?));
                }
                _ => {}
            }
        }
        let kinds: &[Kind] = match support {
            Support::IsSequence => &[Kind::List, Kind::Tuple, Kind::Range],
            _ => &[Kind::Dict],
        };
        match value.type_() {
            Some(ty) if support != Support::Length && self.is_workable(&value) => {
                let holds = ty.object_kind().is_some_and(|kind| kinds.contains(&kind));
                Ok(Abstract::Bool(self.ir.bool(holds)))
            }
            _ => self.runtime_call(&support::value(support), &[value], id),
        }
    }

    pub(super) fn pure_call(&mut self, callee: &Expr, args: &[Expr], id: ExprId) -> Step<Abstract> {
        if let (ExprKind::Support(support), [value]) = (&callee.kind, args) {
            return match is_asked_by_pattern(*support) {
                true => self.asked_by_pattern(*support, value, id),
                false => self.method_of_manager(*support, value),
            };
        }
        let (callee, name) = self.callee_name(callee)?;
        if let ("len", [arg]) = (&*name, args)
            && self.seen(arg.id).and_then(Seen::last).is_some_and(|ty| ty.layout().is_some())
            && let value = self.expr(arg)?
            && is_array(&value)
        {
            return self.array_length(&value, arg.id);
        }
        if let ("len", [arg]) = (&*name, args)
            && self.seen(arg.id).and_then(Seen::row).is_some()
        {
            let value = self.expr(arg)?;
            return match self.row_of(&value, arg, Symbol::LEN)? {
                Some(row) => Ok(Abstract::Int(self.row_length(&row))),
                None => self.apply(&callee, &name, vec![value], id),
            };
        }
        if let ("type", [asked]) = (&*name, args) {
            let value = self.any(asked)?;
            return self.type_of(&value, asked);
        }
        if let ("isinstance", [value, class]) = (&*name, args) {
            let value = self.any(value)?;
            let held = self.hold(value);
            let class = self.expr(class)?;
            let value = self.take_held(held);
            return self.apply(&callee, &name, vec![value, class], id);
        }
        let args = self.exprs(args)?;
        self.apply(&callee, &name, args, id)
    }

    /// A built-in that only computes, by its name and with evaluated arguments.
    pub(super) fn apply(&mut self, callee: &Value, name: &str, mut args: Vec<Abstract>, id: ExprId) -> Step<Abstract> {
        if name.starts_with("math.") || matches!(name, "int" | "float" | "bool" | "complex") {
            args = args.iter().map(|arg| self.as_python(arg)).collect();
        }
        if args.iter().any(is_instance) {
            return self.call_with_instance(name, &args);
        }
        if let ("isinstance", [value, classes]) = (name, &args[..])
            && let Some(class) = known_class(value)
            && let Some(classes) = self.plain_classes(classes)
        {
            return Ok(Abstract::Bool(self.ir.bool(classes.iter().any(|wanted| class.is_subclass(wanted)))));
        }
        if let Some(ufunc) = ufunc(callee) {
            return match self.ufunc(ufunc, &args)? {
                Some(result) => Ok(result),
                None => self.runtime_call(callee, &args, id),
            };
        }
        let number = |arg: &Abstract| {
            matches!(arg, Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::Complex(..))
        };
        let same = |args: &[Abstract]| args.windows(2).all(|pair| pair[0].same_shape(&pair[1]));
        if matches!(name, "min" | "max") && matches!(&args[..], [Abstract::Scalar(..), _, ..]) && same(&args) {
            return self.extreme(&args[0], &args[1..], name == "min");
        }
        if let ("abs", [Abstract::Scalar(dtype, parts)]) = (name, &args[..])
            && let Some(result) = self.absolute_scalar(*dtype, parts)
        {
            return Ok(result);
        }
        if let ("abs", [Abstract::Scalar(DType::C128, parts)]) = (name, &args[..]) {
            return self.magnitude(parts);
        }
        if matches!(name, "min" | "max") && args.len() > 3 && !args.iter().all(number) {
            return self.extreme_of_many(callee, &args, id);
        }
        let special = matches!(name, "len" | "bool") && args.len() == 1;
        if !special && !args.iter().all(number) {
            return self.runtime_call(callee, &args, id);
        }
        match (name, &args[..]) {
            ("abs", [x]) => self.absolute(x),
            ("len", [Abstract::Tuple(items)]) => Ok(Abstract::Int(self.ir.int(items.len() as i64))),
            ("len", [Abstract::Object(object)]) => Ok(Abstract::Int(self.length(object)?)),
            ("min", [first, rest @ ..]) if !rest.is_empty() => self.extreme(first, rest, true),
            ("max", [first, rest @ ..]) if !rest.is_empty() => self.extreme(first, rest, false),
            ("bool", [x]) => Ok(Abstract::Bool(self.truth(x)?)),
            ("int" | "math.trunc", [Abstract::Float(x)]) => {
                let exit = self.here();
                Ok(Abstract::Int(self.ir.float_to_int(*x, exit)))
            }
            ("int" | "math.trunc" | "math.floor" | "math.ceil", [x @ (Abstract::Int(_) | Abstract::Bool(_))]) => {
                Ok(Abstract::Int(self.as_int(x).expect("an int")))
            }
            ("round", [x @ (Abstract::Int(_) | Abstract::Bool(_))]) => {
                Ok(Abstract::Int(self.as_int(x).expect("an int")))
            }
            ("round", [Abstract::Float(x)]) => self.rounded(FloatUnary::Nearest, *x),
            ("math.floor", [Abstract::Float(x)]) => self.rounded(FloatUnary::Floor, *x),
            ("math.ceil", [Abstract::Float(x)]) => self.rounded(FloatUnary::Ceil, *x),
            ("divmod", [x, y]) => {
                let quotient = self.binary(BinaryOp::FloorDiv, x, y)?;
                let remainder = self.binary(BinaryOp::Mod, x, y)?;
                Ok(Abstract::Tuple([quotient, remainder].into()))
            }
            ("pow", [x, y]) => self.binary(BinaryOp::Pow, x, y),
            ("complex", [x @ Abstract::Complex(..)]) => Ok(x.clone()),
            ("complex", [re]) => {
                let re = self.float_argument(re)?;
                Ok(Abstract::Complex(re, self.ir.float(0.0)))
            }
            ("complex", [re, im]) => {
                let (re, im) = (self.float_argument(re)?, self.float_argument(im)?);
                Ok(Abstract::Complex(re, im))
            }
            ("float", [x]) => Ok(Abstract::Float(self.float_argument(x)?)),
            (name, args) => match name.strip_prefix("math.") {
                Some(name) if args.iter().all(|arg| !matches!(arg, Abstract::Complex(..))) => {
                    self.math(callee, name, args, id)
                }
                _ => self.runtime_call(callee, args, id),
            },
        }
    }

    fn float_argument(&mut self, value: &Abstract) -> Step<Val> {
        match self.as_float(value) {
            Some(val) => Ok(val),
            None => self.abort(AbortReason::Call),
        }
    }

    fn rounded(&mut self, how: FloatUnary, x: Val) -> Step<Abstract> {
        let whole = self.ir.float_unary(how, x);
        let exit = self.here();
        Ok(Abstract::Int(self.ir.float_to_int(whole, exit)))
    }

    fn absolute(&mut self, x: &Abstract) -> Step<Abstract> {
        let exit = self.here();
        match x {
            Abstract::Float(val) => Ok(Abstract::Float(self.ir.float_unary(FloatUnary::Abs, *val))),
            Abstract::Complex(re, im) => {
                Ok(Abstract::Float(self.ir.call(HelperId::COMPLEX_ABS, &[*re, *im], Some(exit))[0]))
            }
            x => match self.as_int(x) {
                Some(val) => Ok(Abstract::Int(self.ir.int_checked(IntChecked::Abs, &[val], exit))),
                None => self.abort(AbortReason::Operator),
            },
        }
    }

    /// `min` and `max` keep the first of equal values, and what they have where a NaN compares.
    fn extreme(&mut self, first: &Abstract, rest: &[Abstract], least: bool) -> Step<Abstract> {
        let mut best = first.clone();
        for next in rest {
            best = match (&best, next) {
                (&Abstract::Int(best), &Abstract::Int(next)) => {
                    let op = if least { IntBinary::Min } else { IntBinary::Max };
                    Abstract::Int(self.ir.int_binary(op, best, next))
                }
                (Abstract::Scalar(dtype, best), Abstract::Scalar(other, next)) if dtype == other => {
                    let op = if least { CompareOp::Less } else { CompareOp::Greater };
                    let (best, next) = (best.clone(), next.clone());
                    let of = |parts: &ir::Vals| Abstract::Scalar(*dtype, parts.clone());
                    let better = self.compare(op, &of(&next), &of(&best))?;
                    let chosen = next.iter().zip(&best).map(|(&next, &best)| self.ir.select(better, next, best));
                    Abstract::Scalar(*dtype, chosen.collect())
                }
                (&Abstract::Float(best), &Abstract::Float(next)) => {
                    let compare = if least { Compare::Lt } else { Compare::Gt };
                    let better = self.ir.float_compare(compare, next, best);
                    Abstract::Float(self.ir.select(better, next, best))
                }
                _ => return self.abort(AbortReason::Operator),
            };
        }
        Ok(best)
    }

    /// `min` and `max` of more than a helper takes: the one of the first, with the next ones, and so on.
    fn extreme_of_many(&mut self, callee: &Value, args: &[Abstract], id: ExprId) -> Step<Abstract> {
        if !args.iter().all(|arg| self.is_workable(arg)) {
            return self.abort(AbortReason::Call);
        }
        let ty = self.taken_type(id)?;
        let (first, rest) = args.split_at(3);
        let mut best = self.call_object(HelperId::PURE_CALL_3, callee, first);
        for next in rest.chunks(2) {
            let helper = if next.len() == 2 { HelperId::PURE_CALL_3 } else { HelperId::PURE_CALL_2 };
            let given: Vec<Abstract> =
                std::iter::once(Abstract::Tagged(best[0], best[1])).chain(next.iter().cloned()).collect();
            best = self.call_object(helper, callee, &given);
        }
        Ok(self.narrowed(&best, ty))
    }

    /// Functions of `math`. Where one would raise, its exit is taken.
    fn math(&mut self, callee: &Value, name: &str, args: &[Abstract], id: ExprId) -> Step<Abstract> {
        let vals = args.iter().map(|arg| self.float_argument(arg)).collect::<Step<Vec<_>>>()?;
        let exit = self.here();
        let val = match (name, &vals[..]) {
            ("sqrt", &[x]) => {
                let zero = self.ir.float(0.0);
                let negative = self.ir.float_compare(Compare::Lt, x, zero);
                self.guard_not(negative, Reason::Domain);
                self.ir.float_unary(FloatUnary::Sqrt, x)
            }
            ("fabs", &[x]) => self.ir.float_unary(FloatUnary::Abs, x),
            ("copysign", &[x, y]) => self.ir.float_binary(FloatBinary::CopySign, x, y),
            ("isnan", &[x]) => return Ok(Abstract::Bool(self.ir.float_compare(Compare::Ne, x, x))),
            ("radians", &[x]) => {
                let factor = self.ir.float(std::f64::consts::PI / 180.0);
                self.ir.float_binary(FloatBinary::Mul, x, factor)
            }
            ("degrees", &[x]) => {
                let factor = self.ir.float(180.0 / std::f64::consts::PI);
                self.ir.float_binary(FloatBinary::Mul, x, factor)
            }
            ("pow", &[x, y]) => self.ir.call(HelperId::FLOAT_POW, &[x, y], Some(exit))[0],
            (name, vals) => {
                let helper = HelperId::from_name(name).filter(|helper| {
                    let helper = helper.get();
                    helper.params.len() == vals.len()
                        && helper.params.iter().all(|&ty| ty == Ty::F64)
                        && helper.results == [Ty::F64]
                });
                // The name stands for the C library's function of one argument; `log` with a base is another.
                let Some(helper) = helper else {
                    return self.runtime_call(callee, args, id);
                };
                let exit = helper.get().fails.then_some(exit);
                self.ir.call(helper, vals, exit)[0]
            }
        };
        Ok(Abstract::Float(val))
    }
}
