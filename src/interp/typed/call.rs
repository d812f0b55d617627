//! Calls of known pure built-ins on machine numbers.
//!
//! In: a callee as an expression, and what it is now. Out: a node that looks at the callee again each time and, while
//! it is the same, computes without a call of it. The domain of each function here is where it cannot raise; outside,
//! the built-in itself is called, and knows what to say.

use super::build::{FloatOperand, IntOperand, Numeric, PlaceOperand, Sight};
use super::build_scalar::{ScalarOperand, absolute_scalar};
use super::class::{self, InstanceOf};
use super::place::Length;
use super::{Complexes, Floats, Ints, Places, Truths};
use crate::interp::frame::Frame;
use crate::number::{complex, int, libm, math};
use crate::resolve::tree::{Expr, ExprKind};
use crate::value::class::Class;
use crate::value::function::{Builtin, is_builtin};
use crate::value::intrinsic::Intrinsic;
use crate::value::module::Module;
use crate::value::{Gc, Symbol, Value, types};
use num_complex::Complex64;

/// The callee is still what it was when the node was built.
pub(super) struct Guard {
    /// Where the callee, or the module that holds it, lies; none for a built-in that no global hides.
    place: PlaceOperand,
    /// What lies there.
    object: Value,
    /// The slot of the callee in a namespace behind that place, and the callee.
    member: Option<(Gc<Module>, u32, Value)>,
}

impl Guard {
    #[inline(always)]
    pub(super) fn holds(&self, frame: &Frame) -> Option<()> {
        let found = match &self.place {
            PlaceOperand::Local(local) => local.place(frame)?,
            PlaceOperand::Node(node) => node.place(frame)?,
        };
        let same = found.is(&self.object)
            && match &self.member {
                None => true,
                Some((module, slot, member)) => module.slot_ref(*slot)?.is(member),
            };
        same.then_some(())
    }
}

/// What an expression calls now, with the guard that it is still so.
pub(super) fn callee(sight: &Sight<'_>, expr: &Expr) -> Option<(Guard, Value)> {
    match &expr.kind {
        ExprKind::Global(at) if sight.origin.global(*at).is_unbound() => {
            let builtins = &sight.origin.builtins;
            let slot = builtins.slot(sight.origin.global_name(*at))?;
            let value = builtins.get_slot(slot)?;
            let place = PlaceOperand::Node(Box::new(sight.origin.global_place(*at)));
            let member = Some((builtins.clone(), slot, value.clone()));
            Some((Guard { place, object: Value::Unbound, member }, value))
        }
        ExprKind::Attribute(object, name) => {
            let (place, object) = sight.place(object)?;
            let module = object.as_gc::<Module>()?.clone();
            let slot = module.slot(Symbol::new(name))?;
            let value = module.get_slot(slot)?;
            Some((Guard { place, object, member: Some((module, slot, value.clone())) }, value))
        }
        _ => {
            let (place, value) = sight.place(expr)?;
            Some((Guard { place, object: value.clone(), member: None }, value))
        }
    }
}

/// The typed form of a call.
pub fn pure_call(sight: &Sight<'_>, function: &Expr, args: &[Expr]) -> Option<Numeric> {
    if let ExprKind::Support(support) = function.kind {
        return class::of_pattern(sight, support, args);
    }
    let (guard, value) = callee(sight, function)?;
    if let Some(class) = value.as_gc::<Class>() {
        return conversion(sight, guard, class, args);
    }
    if let [object, classes] = args
        && is_builtin(&value, "isinstance")
    {
        let node = InstanceOf::build(sight, object, classes)?;
        return Some(Numeric::Truth(Box::new(Guarded { guard, node })));
    }
    let intrinsic = Intrinsic::from_number(value.downcast::<Builtin>()?.intrinsic())?;
    match (intrinsic, args) {
        (Intrinsic::Abs, [arg]) => absolute(guard, sight.numeric(arg)?),
        (Intrinsic::Len, [arg]) => Some(int_node(guard, Length::build(sight, arg)?)),
        (Intrinsic::Min | Intrinsic::Max, [first, second]) => {
            extreme(guard, intrinsic == Intrinsic::Max, sight.numeric(first)?, sight.numeric(second)?)
        }
        (Intrinsic::Floor | Intrinsic::Ceil | Intrinsic::Trunc, [arg]) => {
            let round: fn(f64) -> f64 = match intrinsic {
                Intrinsic::Floor => f64::floor,
                Intrinsic::Ceil => f64::ceil,
                _ => f64::trunc,
            };
            match sight.numeric(arg)? {
                Numeric::Scalar(ScalarOperand::Real(_, arg)) => Some(int_node(guard, RoundToInt { round, arg })),
                Numeric::Float(arg) => Some(int_node(guard, RoundToInt { round, arg: arg.boxed() })),
                whole => Some(int_node(guard, whole.into_int()?.boxed())),
            }
        }
        (_, [arg]) => {
            let function = function_of_one(intrinsic)?;
            let arg = sight.numeric(arg)?.stripped().into_float()?.boxed();
            Some(float_node(guard, OfOne { function, arg }))
        }
        (_, [first, second]) => {
            let function = function_of_two(intrinsic)?;
            let first = sight.numeric(first)?.stripped().into_float()?.boxed();
            let second = sight.numeric(second)?.stripped().into_float()?.boxed();
            Some(float_node(guard, OfTwo { function, first, second }))
        }
        _ => None,
    }
}

fn int_node(guard: Guard, node: impl Ints + 'static) -> Numeric {
    Numeric::Int(IntOperand::Node(Box::new(Guarded { guard, node })))
}

fn float_node(guard: Guard, node: impl Floats + 'static) -> Numeric {
    Numeric::Float(FloatOperand::Node(Box::new(Guarded { guard, node })))
}

/// A call that gives a scalar of an array.
fn guarded(guard: Guard, scalar: ScalarOperand) -> ScalarOperand {
    match scalar {
        ScalarOperand::Truth(node) => ScalarOperand::Truth(Box::new(Guarded { guard, node })),
        ScalarOperand::Whole(dtype, node) => ScalarOperand::Whole(dtype, Box::new(Guarded { guard, node })),
        ScalarOperand::Real(dtype, node) => ScalarOperand::Real(dtype, Box::new(Guarded { guard, node })),
        ScalarOperand::Pair(node) => ScalarOperand::Pair(Box::new(Guarded { guard, node })),
    }
}

/// A node that stands for a call as long as the callee is the same.
struct Guarded<A> {
    guard: Guard,
    node: A,
}

impl<A: Ints> Ints for Guarded<A> {
    fn int(&self, frame: &Frame) -> Option<i64> {
        self.guard.holds(frame)?;
        self.node.int(frame)
    }
}

impl<A: Floats> Floats for Guarded<A> {
    fn float(&self, frame: &Frame) -> Option<f64> {
        self.guard.holds(frame)?;
        self.node.float(frame)
    }
}

impl<A: Truths> Truths for Guarded<A> {
    fn truth(&self, frame: &Frame) -> Option<bool> {
        self.guard.holds(frame)?;
        self.node.truth(frame)
    }
}

impl<A: Complexes> Complexes for Guarded<A> {
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        self.guard.holds(frame)?;
        self.node.complex(frame)
    }
}

/// `abs(x)`
pub(super) struct Absolute<A>(pub A);

impl<A: Ints> Ints for Absolute<A> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        int::absolute(self.0.int(frame)?)
    }
}

impl<A: Floats> Floats for Absolute<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        Some(self.0.float(frame)?.abs())
    }
}

/// `abs(z)`
struct Magnitude<A>(A);

impl<A: Complexes> Floats for Magnitude<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        complex::absolute(self.0.complex(frame)?)
    }
}

fn absolute(guard: Guard, arg: Numeric) -> Option<Numeric> {
    use super::build::ComplexOperand;
    Some(match arg {
        Numeric::Float(FloatOperand::Local(arg)) => float_node(guard, Absolute(arg)),
        Numeric::Float(arg) => float_node(guard, Absolute(arg.boxed())),
        Numeric::Complex(ComplexOperand::Local(arg)) => float_node(guard, Magnitude(arg)),
        Numeric::Complex(arg) => float_node(guard, Magnitude(arg.boxed())),
        Numeric::Scalar(arg) => Numeric::Scalar(guarded(guard, absolute_scalar(arg)?)),
        whole => int_node(guard, Absolute(whole.into_int()?.boxed())),
    })
}

/// `min(a, b)` or `max(a, b)` of two operands of one type: the first one, unless the second is beyond it.
struct Extreme<A> {
    largest: bool,
    first: A,
    second: A,
}

impl<A: Ints> Ints for Extreme<A> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        let first = self.first.int(frame)?;
        let second = self.second.int(frame)?;
        let beyond = if self.largest { second > first } else { second < first };
        Some(if beyond { second } else { first })
    }
}

impl<A: Floats> Floats for Extreme<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        let first = self.first.float(frame)?;
        let second = self.second.float(frame)?;
        let beyond = if self.largest { second > first } else { second < first };
        Some(if beyond { second } else { first })
    }
}

fn extreme(guard: Guard, largest: bool, first: Numeric, second: Numeric) -> Option<Numeric> {
    Some(match (first, second) {
        (Numeric::Int(first), Numeric::Int(second)) => {
            int_node(guard, Extreme { largest, first: first.boxed(), second: second.boxed() })
        }
        (Numeric::Float(first), Numeric::Float(second)) => {
            float_node(guard, Extreme { largest, first: first.boxed(), second: second.boxed() })
        }
        (Numeric::Scalar(ScalarOperand::Real(dtype, first)), Numeric::Scalar(ScalarOperand::Real(other, second)))
            if dtype == other =>
        {
            let node = Box::new(Extreme { largest, first, second });
            Numeric::Scalar(guarded(guard, ScalarOperand::Real(dtype, node)))
        }
        (Numeric::Scalar(ScalarOperand::Whole(dtype, first)), Numeric::Scalar(ScalarOperand::Whole(other, second)))
            if dtype == other =>
        {
            let node = Box::new(Extreme { largest, first, second });
            Numeric::Scalar(guarded(guard, ScalarOperand::Whole(dtype, node)))
        }
        // The result has the type of one of them.
        _ => return None,
    })
}

/// `math.floor(x)` and its like.
struct RoundToInt {
    round: fn(f64) -> f64,
    arg: Box<dyn Floats>,
}

impl Ints for RoundToInt {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        int::from_float((self.round)(self.arg.float(frame)?))
    }
}

/// A function of a float.
struct OfOne {
    function: fn(f64) -> Option<f64>,
    arg: Box<dyn Floats>,
}

impl Floats for OfOne {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        (self.function)(self.arg.float(frame)?)
    }
}

/// A function of two floats.
struct OfTwo {
    function: fn(f64, f64) -> Option<f64>,
    first: Box<dyn Floats>,
    second: Box<dyn Floats>,
}

impl Floats for OfTwo {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        let first = self.first.float(frame)?;
        (self.function)(first, self.second.float(frame)?)
    }
}

/// The result, unless it may stand for an error.
fn finite(result: f64) -> Option<f64> {
    result.is_finite().then_some(result)
}

fn function_of_one(intrinsic: Intrinsic) -> Option<fn(f64) -> Option<f64>> {
    Some(match intrinsic {
        Intrinsic::Sqrt => |x| (x >= 0.0).then(|| x.sqrt()),
        Intrinsic::Sin => |x| finite(libm::sin(x)),
        Intrinsic::Cos => |x| finite(libm::cos(x)),
        Intrinsic::Tan => |x| finite(libm::tan(x)),
        Intrinsic::Asin => |x| finite(libm::asin(x)),
        Intrinsic::Acos => |x| finite(libm::acos(x)),
        Intrinsic::Atan => |x| finite(libm::atan(x)),
        Intrinsic::Sinh => |x| finite(libm::sinh(x)),
        Intrinsic::Cosh => |x| finite(libm::cosh(x)),
        Intrinsic::Tanh => |x| finite(libm::tanh(x)),
        Intrinsic::Exp => |x| finite(libm::exp(x)),
        Intrinsic::Expm1 => |x| finite(libm::expm1(x)),
        Intrinsic::Log => |x| if x > 0.0 { finite(libm::log(x)) } else { None },
        Intrinsic::Log2 => |x| if x > 0.0 { finite(libm::log2(x)) } else { None },
        Intrinsic::Log10 => |x| {
            if x > 0.0 { finite(libm::log10(x)) } else { None }
        },
        Intrinsic::Log1p => |x| {
            if x > -1.0 { finite(libm::log1p(x)) } else { None }
        },
        Intrinsic::Fabs => |x| Some(x.abs()),
        _ => return None,
    })
}

fn function_of_two(intrinsic: Intrinsic) -> Option<fn(f64, f64) -> Option<f64>> {
    Some(match intrinsic {
        Intrinsic::Atan2 => |y, x| {
            if y.is_finite() && x.is_finite() { Some(libm::atan2(y, x)) } else { None }
        },
        Intrinsic::Hypot => |x, y| finite(math::hypot(&[x, y])),
        Intrinsic::Pow => |x, y| {
            if x > 0.0 { finite(libm::pow(x, y)) } else { None }
        },
        Intrinsic::Fmod => |x, y| {
            if y != 0.0 && y.is_finite() { finite(libm::fmod(x, y)) } else { None }
        },
        Intrinsic::Copysign => |x, y| Some(x.copysign(y)),
        _ => return None,
    })
}

/// A float cut to an int.
pub(super) struct FloatAsInt(pub Box<dyn Floats>);

impl Ints for FloatAsInt {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        int::from_float(self.0.float(frame)?)
    }
}

/// `complex(re, im)` of two floats.
struct MakeComplex(Box<dyn Floats>, Box<dyn Floats>);

impl Complexes for MakeComplex {
    #[inline(always)]
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        let re = self.0.float(frame)?;
        Some(Complex64::new(re, self.1.float(frame)?))
    }
}

/// `int(x)`, `float(x)`, `complex(x, y)`, `bool(x)`
fn conversion(sight: &Sight<'_>, guard: Guard, class: &Gc<Class>, args: &[Expr]) -> Option<Numeric> {
    use super::build::ComplexOperand;
    let types = types();
    match args {
        [arg] if class.is(&types.int) => Some(match sight.numeric(arg)?.stripped() {
            Numeric::Float(float) => int_node(guard, FloatAsInt(float.boxed())),
            whole => int_node(guard, whole.into_int()?.boxed()),
        }),
        [arg] if class.is(&types.float) => {
            Some(float_node(guard, sight.numeric(arg)?.stripped().into_float()?.boxed()))
        }
        [arg] if class.is(&types.bool) => {
            let node = sight.truth(arg)?;
            Some(Numeric::Truth(Box::new(Guarded { guard, node })))
        }
        [re, im] if class.is(&types.complex) => {
            let re = sight.numeric(re)?.stripped().into_float()?.boxed();
            let im = sight.numeric(im)?.stripped().into_float()?.boxed();
            let node = Guarded { guard, node: MakeComplex(re, im) };
            Some(Numeric::Complex(ComplexOperand::Node(Box::new(node))))
        }
        _ => None,
    }
}
