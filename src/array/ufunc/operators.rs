//! The operators on two elements, and for which types there are loops of them.
//!
//! In: a type. Out: the loop. Each operator says once, by group of types, what it computes; integers wrap round, and what
//! has no result raises a flag in `status` and gives what numpy gives.

use super::apart::{binary_apart, extremes_apart, folding_apart, reducing_apart};
use super::division;
use super::functions::Square;
use super::loops::{
    Binary, Loop, Unary, binary, folding_fast, pairwise, pairwise_complex, reducing, reducing_fast, unary_fast,
};
use crate::array::dtype::DType;
use crate::array::element::{Bool, C64, C128, To};
use crate::array::elementary::{self, remainder};
use crate::array::libm as single;
use crate::array::status::{self, Status};
use crate::number::libm;
use std::marker::PhantomData;

macro_rules! result {
    (same $type:ty) => {
        $type
    };
    (truth $type:ty) => {
        Bool
    };
}

/// 2 to the power of a whole number, one of those that are ordinary floats.
#[inline(always)]
fn power_of_2(n: f64) -> f64 {
    // Next to 2 ** 52 the lowest bits of a float are a whole number.
    f64::from_bits((n + (1023.0 + 4_503_599_627_370_496.0)).to_bits() << 52)
}

macro_rules! for_group {
    (bools $then:ident $($args:tt)*) => { $then!([Bool Bool] $($args)*); };
    (signed $then:ident $($args:tt)*) => { $then!([i8 I8] [i16 I16] [i32 I32] [i64 I64] $($args)*); };
    (unsigned $then:ident $($args:tt)*) => { $then!([u8 U8] [u16 U16] [u32 U32] [u64 U64] $($args)*); };
    (singles $then:ident $($args:tt)*) => { $then!([f32 F32] $($args)*); };
    (doubles $then:ident $($args:tt)*) => { $then!([f64 F64] $($args)*); };
    (pairs $then:ident $($args:tt)*) => { $then!([C64 C64] $($args)*); };
    (double_pairs $then:ident $($args:tt)*) => { $then!([C128 C128] $($args)*); };
    (ints $then:ident $($args:tt)*) => {
        for_group!(signed $then $($args)*);
        for_group!(unsigned $then $($args)*);
    };
    (floats $then:ident $($args:tt)*) => {
        for_group!(singles $then $($args)*);
        for_group!(doubles $then $($args)*);
    };
    (complexes $then:ident $($args:tt)*) => {
        for_group!(pairs $then $($args)*);
        for_group!(double_pairs $then $($args)*);
    };
    (reals $then:ident $($args:tt)*) => {
        for_group!(ints $then $($args)*);
        for_group!(floats $then $($args)*);
    };
}
pub(super) use for_group;

macro_rules! implement {
    ($([$type:ty[$($x:tt)*]])*) => {};
    ($([$type:ident $dtype:ident])* $op:ident $out:ident |$a:ident, $b:ident| $body:expr) => {
        $(impl Binary for $op<$type> {
            type A = $type;
            type B = $type;
            type R = result!($out $type);
            const WHOLE: bool = !matches!(
                DType::$dtype,
                DType::Bool | DType::F32 | DType::F64 | DType::C64 | DType::C128
            );
            #[inline(always)]
            fn apply($a: $type, $b: $type) -> result!($out $type) {
                #[allow(dead_code)]
                type T = $type;
                $body
            }
        })*
    };
}

/// Operators: how their loops run, what they give, and what they compute for each group of types.
macro_rules! operators {
    ($($(#[$doc:meta])* $op:ident $find:ident: $run:ident $out:ident { $($group:ident => |$a:ident, $b:ident| $body:expr;)* })*) => {
        $(
            $(#[$doc])*
            pub struct $op<T>(PhantomData<T>);
            $(for_group!($group implement $op $out |$a, $b| $body);)*

            /// The loop for operands of a type.
            pub fn $find(dtype: DType) -> Option<Loop> {
                $(for_group!($group look_up dtype $run $op);)*
                None
            }
        )*
    };
}

/// The sum of two: its reductions are pairwise, so it stands by itself.
pub struct Add<T>(PhantomData<T>);

macro_rules! implement_add {
    ($([$type:ident $dtype:ident])* |$a:ident, $b:ident| $sum:expr, |$first:ident, $row:ident, $step:ident, $n:ident| $reduced:expr) => {
        $(impl Binary for Add<$type> {
            type A = $type;
            type B = $type;
            type R = $type;
            #[inline(always)]
            fn apply($a: $type, $b: $type) -> $type {
                $sum
            }
            #[inline(always)]
            #[allow(unsafe_code)]
            unsafe fn reduce($first: $type, $row: *const u8, $step: isize, $n: usize) -> $type {
                // SAFETY: the caller's promise is the one that the sum of a row asks for.
                unsafe { $reduced }
            }
        })*
    };
}

for_group!(floats implement_add |a, b| a + b, |first, row, step, n| first + pairwise(-0.0, row, step, n));
for_group!(complexes implement_add |a, b| a + b, |first, row, step, n| first + pairwise_complex(row, step, n));
for_group!(ints implement_add |a, b| a.wrapping_add(b), |first, row, step, n| whole_sum(first, row, step, n));
for_group!(bools implement_add |a, b| Bool::of(a.get() | b.get()), |first, row, step, n| {
    (0..n as isize).fold(first, |all, i| Bool::of(all.get() | row.offset(i * step).cast::<Bool>().read().get()))
});

/// The sum of a row of integers, whose order does not matter: dense rows become vector code.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn whole_sum<T: Copy + std::ops::Add<Output = T>>(first: T, row: *const u8, step: isize, n: usize) -> T
where
    std::num::Wrapping<T>: std::ops::Add<Output = std::num::Wrapping<T>>,
{
    use std::num::Wrapping;
    // SAFETY: the caller gives `n` elements at that step.
    unsafe {
        if step == size_of::<T>() as isize {
            let row = std::slice::from_raw_parts(row.cast::<T>(), n);
            return row.iter().fold(Wrapping(first), |all, &item| all + Wrapping(item)).0;
        }
        (0..n as isize).fold(Wrapping(first), |all, i| all + Wrapping(row.offset(i * step).cast::<T>().read())).0
    }
}

/// The loop of `add`.
pub fn add(dtype: DType) -> Option<Loop> {
    for_group!(bools look_up dtype reducing Add);
    for_group!(reals look_up dtype reducing_fast Add);
    for_group!(complexes look_up dtype reducing_fast Add);
    None
}

/// The product of two complex numbers: of each part's two products, the first is fused with the sum, as numpy does it where the
/// processor can. Reductions do not, nor do operators on scalars.
pub struct Times<T>(PhantomData<T>);

macro_rules! implement_times {
    ($([$type:ident $dtype:ident])*) => {
        $(impl Binary for Times<$type> {
            type A = $type;
            type B = $type;
            type R = $type;
            #[inline(always)]
            fn apply(a: $type, b: $type) -> $type {
                <$type>::new(a.re.mul_add(b.re, -(a.im * b.im)), a.re.mul_add(b.im, a.im * b.re))
            }
            #[inline(always)]
            fn go_on(a: $type, b: $type) -> $type {
                a * b
            }
        })*
    };
}

for_group!(complexes implement_times);

/// The loop of `multiply`.
pub fn multiply(dtype: DType) -> Option<Loop> {
    for_group!(complexes look_up dtype reducing_apart Times);
    other_multiply(dtype)
}

/// The loop of `power`.
pub fn power(dtype: DType) -> Option<Loop> {
    for_group!(ints look_up dtype power_of Power);
    match dtype {
        DType::F32 => Some(power_of::<Power<f32>>),
        DType::F64 => Some(power_of::<Power<f64>>),
        other => other_power(other),
    }
}

/// The loop of `float_power`: it computes in double precision, whatever the operands are.
pub fn float_power(dtype: DType) -> Option<Loop> {
    matches!(dtype, DType::F64 | DType::C128).then(|| power(dtype)).flatten()
}

/// How rows of an operator are computed that are no reductions.
pub trait Rowwise: Binary<R = <Self as Binary>::A> {
    /// Their loop.
    fn rows() -> Loop;
}

macro_rules! whole_rows {
    ($([$type:ident $dtype:ident])*) => {
        $(impl Rowwise for Power<$type> {
            fn rows() -> Loop {
                reducing::<Power<$type>>
            }
        })*
    };
}

for_group!(ints whole_rows);

macro_rules! elementary_rows {
    ($([$type:ident $dtype:ident])*) => {
        $(
            elementary_rows!(@ FloorDivide $type remainder::FloorDivide<$type>);
            elementary_rows!(@ Remainder $type remainder::Remainder<$type>);
            elementary_rows!(@ Fmod $type remainder::Fmod<$type>);
        )*
    };
    (@ $op:ident $type:ident $function:ty) => {
        impl Rowwise for $op<$type> {
            fn rows() -> Loop {
                elementary::loop_of_two::<$function>()
            }
        }
    };
}

for_group!(floats elementary_rows);
elementary_rows!(@ Power f32 elementary::single::Power);
elementary_rows!(@ Power f64 elementary::logarithm::Power);

/// Rows; reductions are computed one by one.
#[allow(unsafe_code)]
unsafe fn by_rows<O: Rowwise>(at: &[*mut u8], steps: &[isize], n: usize) {
    let reduces = steps[2] == 0 || steps[0] == steps[2] && at[0].wrapping_offset(steps[0]) == at[2];
    // SAFETY: the caller's promise is the one that all ask for.
    unsafe {
        if reduces && n > 1 {
            return reducing::<O>(at, steps, n);
        }
        O::rows()(at, steps, n);
    }
}

/// Powers of rows; squares are computed as such.
#[allow(unsafe_code)]
unsafe fn power_of<O: Rowwise>(at: &[*mut u8], steps: &[isize], n: usize)
where
    O::B: PartialEq,
    u8: To<O::B>,
    Square<O::A>: Unary<A = O::A, R = O::A>,
{
    // SAFETY: the caller's promise is the one that all ask for.
    unsafe {
        if steps[1] == 0 && steps[2] != 0 && n > 0 && at[1].cast::<O::B>().read() == 2u8.to() {
            return unary_fast::<Square<O::A>>(&[at[0], at[2]], &[steps[0], steps[2]], n);
        }
        by_rows::<O>(at, steps, n);
    }
}

/// The loop of `arctan2`.
pub fn arctan2(dtype: DType) -> Option<Loop> {
    match dtype {
        DType::F32 => Some(elementary::loop_of_two::<elementary::single::Arctan2>()),
        DType::F64 => Some(elementary::loop_of_two::<elementary::angle::Arctan2>()),
        _ => None,
    }
}

#[cold]
fn divided_by_zero<T: Default>() -> T {
    status::raise(Status::DIVIDE);
    T::default()
}

/// Whole powers, which wrap round.
macro_rules! whole_power {
    ($a:ident, $b:ident) => {{
        let (mut base, mut left, mut result) = ($a, $b, 1 as T);
        while left > 0 {
            if left & 1 == 1 {
                result = result.wrapping_mul(base);
            }
            left >>= 1;
            base = base.wrapping_mul(base);
        }
        result
    }};
}

/// The quotient and remainder of integers, rounded to zero. Those of 16 bits are what processors are slowest at, so they are taken in 32.
macro_rules! divided {
    ($a:ident, $b:ident) => {
        match size_of::<T>() {
            2 => ((($a as i32) / ($b as i32)) as T, (($a as i32) % ($b as i32)) as T),
            _ => ($a / $b, $a % $b),
        }
    };
}

/// Whether a complex number comes before another: real parts first.
macro_rules! complex_less {
    ($a:ident, $b:ident, $op:tt) => {
        ($a.re < $b.re && !$a.im.is_nan() && !$b.im.is_nan()) || ($a.re == $b.re && $a.im $op $b.im)
    };
}

macro_rules! is_nan_complex {
    ($a:ident) => {
        $a.re.is_nan() || $a.im.is_nan()
    };
}

macro_rules! is_true_complex {
    ($a:ident) => {
        ($a.re != 0.0) | ($a.im != 0.0)
    };
}

/// Whether a number can be shifted by so many bits; by less than none it cannot.
macro_rules! is_below_width {
    ($b:ident) => {
        (0 as T..T::BITS as T).contains(&$b)
    };
}

/// The loop of `logical_and`.
pub fn logical_and(dtype: DType) -> Option<Loop> {
    truths_and(dtype).or_else(|| logical_and_of(dtype))
}

/// The loop of `logical_or`.
pub fn logical_or(dtype: DType) -> Option<Loop> {
    truths_or(dtype).or_else(|| logical_or_of(dtype))
}

/// The loop of `logical_xor`.
pub fn logical_xor(dtype: DType) -> Option<Loop> {
    truths_xor(dtype).or_else(|| logical_xor_of(dtype))
}

/// The loop of `floor_divide`.
pub fn floor_divide(dtype: DType) -> Option<Loop> {
    for_group!(floats look_up dtype by_rows FloorDivide);
    division::quotients(dtype).or_else(|| other_floor_divide(dtype))
}

/// The loop of `remainder`.
pub fn remainder(dtype: DType) -> Option<Loop> {
    for_group!(floats look_up dtype by_rows Remainder);
    division::remainders(dtype).or_else(|| other_remainder(dtype))
}

/// The loop of `fmod`.
pub fn fmod(dtype: DType) -> Option<Loop> {
    for_group!(floats look_up dtype by_rows Fmod);
    other_fmod(dtype)
}

operators! {
    /// `a - b`
    Subtract subtract: reducing_fast same {
        ints => |a, b| a.wrapping_sub(b);
        floats => |a, b| a - b;
        complexes => |a, b| a - b;
    }
    /// `a * b`, but for complex numbers.
    Multiply other_multiply: reducing_fast same {
        bools => |a, b| Bool::of(a.get() & b.get());
        ints => |a, b| a.wrapping_mul(b);
        floats => |a, b| a * b;
    }
    /// `a / b`
    Divide divide: reducing_apart same {
        floats => |a, b| a / b;
        pairs => |a, b| single::divide_single(a, b);
        double_pairs => |a, b| single::divide(a, b);
    }
    /// `a // b`
    FloorDivide other_floor_divide: reducing same {
        signed => |a, b| if b == 0 { divided_by_zero() } else if b == -1 {
            if a == T::MIN { status::raise(Status::OVERFLOW); }
            a.wrapping_neg()
        } else {
            let (quotient, rest) = divided!(a, b);
            quotient - T::from(rest != 0 && (a < 0) != (b < 0))
        };
        unsigned => |a, b| if b == 0 { divided_by_zero() } else { a / b };
        floats => |a, b| elementary::one_of_two::<remainder::FloorDivide<T>>(a, b);
    }
    /// `a % b`
    Remainder other_remainder: reducing same {
        signed => |a, b| if b == 0 { divided_by_zero() } else if b == -1 { 0 } else {
            let rest = divided!(a, b).1;
            if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest }
        };
        unsigned => |a, b| if b == 0 { divided_by_zero() } else { a % b };
        floats => |a, b| elementary::one_of_two::<remainder::Remainder<T>>(a, b);
    }
    /// The remainder with the sign of `a`.
    Fmod other_fmod: reducing same {
        signed => |a, b| if b == 0 { divided_by_zero() } else if b == -1 { 0 } else { divided!(a, b).1 };
        unsigned => |a, b| if b == 0 { divided_by_zero() } else { divided!(a, b).1 };
        floats => |a, b| elementary::one_of_two::<remainder::Fmod<T>>(a, b);
    }
    /// `a ** b`
    Power other_power: reducing same {
        signed => |a, b| { if b < 0 { status::raise(super::NEGATIVE_POWER); } whole_power!(a, b) };
        unsigned => |a, b| whole_power!(a, b);
        singles => |a, b| single::powf(a, b);
        doubles => |a, b| libm::pow(a, b);
        pairs => |a, b| {
            let (a, b) = (C128::new(a.re.into(), a.im.into()), C128::new(b.re.into(), b.im.into()));
            let result = single::cpow(a, b);
            T::new(result.re as f32, result.im as f32)
        };
        double_pairs => |a, b| single::cpow(a, b);
    }
    /// The larger one, or what is not a number.
    Maximum maximum: folding_apart same {
        bools => |a, b| Bool::of(a.get() | b.get());
        ints => |a, b| if a >= b { a } else { b };
        floats => |a, b| if a > b || a.is_nan() { a } else { b };
        complexes => |a, b| if is_nan_complex!(a) || complex_less!(b, a, <=) { a } else { b };
    }
    /// The smaller one, or what is not a number.
    Minimum minimum: folding_apart same {
        bools => |a, b| Bool::of(a.get() & b.get());
        ints => |a, b| if a <= b { a } else { b };
        floats => |a, b| if a < b || a.is_nan() { a } else { b };
        complexes => |a, b| if is_nan_complex!(a) || complex_less!(a, b, <=) { a } else { b };
    }
    /// The larger one of those that are numbers.
    Fmax fmax: extremes_apart same {
        bools => |a, b| Bool::of(a.get() | b.get());
        ints => |a, b| if a >= b { a } else { b };
        floats => |a, b| if a >= b || b.is_nan() { a } else { b };
        complexes => |a, b| if is_nan_complex!(b) || complex_less!(b, a, <=) { a } else { b };
    }
    /// The smaller one of those that are numbers.
    Fmin fmin: extremes_apart same {
        bools => |a, b| Bool::of(a.get() & b.get());
        ints => |a, b| if a <= b { a } else { b };
        floats => |a, b| if a <= b || b.is_nan() { a } else { b };
        complexes => |a, b| if is_nan_complex!(b) || complex_less!(a, b, <=) { a } else { b };
    }
    /// `a == b`
    Equal equal: binary_apart truth {
        bools => |a, b| Bool::of(a.get() == b.get());
        reals => |a, b| Bool::of(a == b);
        complexes => |a, b| Bool::of(a.re == b.re && a.im == b.im);
    }
    /// `a != b`
    NotEqual not_equal: binary_apart truth {
        bools => |a, b| Bool::of(a.get() != b.get());
        reals => |a, b| Bool::of(a != b);
        complexes => |a, b| Bool::of(a.re != b.re || a.im != b.im);
    }
    /// `a < b`
    Less less: binary_apart truth {
        bools => |a, b| Bool::of(!a.get() & b.get());
        reals => |a, b| Bool::of(a < b);
        complexes => |a, b| Bool::of(complex_less!(a, b, <));
    }
    /// `a <= b`
    LessEqual less_equal: binary_apart truth {
        bools => |a, b| Bool::of(!a.get() | b.get());
        reals => |a, b| Bool::of(a <= b);
        complexes => |a, b| Bool::of(complex_less!(a, b, <=));
    }
    /// `a > b`
    Greater greater: binary_apart truth {
        bools => |a, b| Bool::of(a.get() & !b.get());
        reals => |a, b| Bool::of(a > b);
        complexes => |a, b| Bool::of(complex_less!(b, a, <));
    }
    /// `a >= b`
    GreaterEqual greater_equal: binary_apart truth {
        bools => |a, b| Bool::of(a.get() | !b.get());
        reals => |a, b| Bool::of(a >= b);
        complexes => |a, b| Bool::of(complex_less!(b, a, <=));
    }
    /// `a and b` of truths
    TruthsAnd truths_and: folding_fast same {
        bools => |a, b| Bool::of(a.get() & b.get());
    }
    /// `a or b` of truths
    TruthsOr truths_or: folding_fast same {
        bools => |a, b| Bool::of(a.get() | b.get());
    }
    /// One of both truths
    TruthsXor truths_xor: reducing_fast same {
        bools => |a, b| Bool::of(a.get() ^ b.get());
    }
    /// `a and b`
    LogicalAnd logical_and_of: binary_apart truth {
        reals => |a, b| Bool::of((a != 0 as T) & (b != 0 as T));
        complexes => |a, b| Bool::of(is_true_complex!(a) & is_true_complex!(b));
    }
    /// `a or b`
    LogicalOr logical_or_of: binary_apart truth {
        reals => |a, b| Bool::of((a != 0 as T) | (b != 0 as T));
        complexes => |a, b| Bool::of(is_true_complex!(a) | is_true_complex!(b));
    }
    /// One of both
    LogicalXor logical_xor_of: binary_apart truth {
        reals => |a, b| Bool::of((a != 0 as T) ^ (b != 0 as T));
        complexes => |a, b| Bool::of(is_true_complex!(a) ^ is_true_complex!(b));
    }
    /// `a & b`
    BitwiseAnd bitwise_and: folding_fast same {
        bools => |a, b| Bool::of(a.get() & b.get());
        ints => |a, b| a & b;
    }
    /// `a | b`
    BitwiseOr bitwise_or: folding_fast same {
        bools => |a, b| Bool::of(a.get() | b.get());
        ints => |a, b| a | b;
    }
    /// `a ^ b`
    BitwiseXor bitwise_xor: reducing_fast same {
        bools => |a, b| Bool::of(a.get() ^ b.get());
        ints => |a, b| a ^ b;
    }
    /// `a << b`; what is shifted too far is gone.
    LeftShift left_shift: reducing_apart same {
        ints => |a, b| if is_below_width!(b) { a.wrapping_shl(b as u32) } else { 0 };
    }
    /// `a >> b`; what is shifted too far leaves the sign.
    RightShift right_shift: reducing_apart same {
        signed => |a, b| a.wrapping_shr(if is_below_width!(b) { b as u32 } else { T::BITS - 1 });
        unsigned => |a, b| if is_below_width!(b) { a.wrapping_shr(b as u32) } else { 0 };
    }
    /// The distance of a point.
    Hypot hypot: reducing same {
        singles => |a, b| single::hypotf(a, b);
        doubles => |a, b| libm::hypot(a, b);
    }
    /// `a` with the sign of `b`
    Copysign copysign: binary_apart same {
        floats => |a, b| a.copysign(b);
    }
    /// `a` times 2 to the power of `b`, which is whole and not beyond what floats may need. It is rounded once: the greatest power is
    /// multiplied with last.
    Ldexp ldexp: binary_apart same {
        singles => |a, b| (f64::from(a) * power_of_2(f64::from(b).clamp(-300.0, 300.0))) as T;
        doubles => |a, b| {
            let last = b.clamp(-1022.0, 1023.0);
            let before = (b - last).clamp(-1022.0, 1023.0);
            a * power_of_2(b - last - before) * power_of_2(before) * power_of_2(last)
        };
    }
    /// The float after `a` on the way to `b`
    Nextafter nextafter: binary same {
        singles => |a, b| single::nextafterf(a, b);
        doubles => |a, b| libm::nextafter(a, b);
    }
    /// `log(exp(a) + exp(b))`
    Logaddexp logaddexp: reducing same {
        floats => |a, b| if a == b { a + std::f64::consts::LN_2 as T } else {
            let d = a - b;
            if d > 0.0 { a + libm::log1p(libm::exp(f64::from(-d))) as T }
            else if d <= 0.0 { b + libm::log1p(libm::exp(f64::from(d))) as T } else { d }
        };
    }
    /// `log2(2**a + 2**b)`
    Logaddexp2 logaddexp2: reducing same {
        floats => |a, b| if a == b { a + 1.0 } else {
            let d = a - b;
            let log2_1p = |x: f64| std::f64::consts::LOG2_E * libm::log1p(x);
            if d > 0.0 { a + log2_1p(libm::exp2(f64::from(-d))) as T }
            else if d <= 0.0 { b + log2_1p(libm::exp2(f64::from(d))) as T } else { d }
        };
    }
    /// 0 below zero, 1 above it, and `b` there.
    Heaviside heaviside: binary same {
        floats => |a, b| if a.is_nan() { a } else if a == 0.0 { b } else if a < 0.0 { 0.0 } else { 1.0 };
    }
    /// The greatest common divisor.
    Gcd gcd: reducing same {
        signed => |a, b| common_divisor(a.unsigned_abs().into(), b.unsigned_abs().into()) as T;
        unsigned => |a, b| common_divisor(a.into(), b.into()) as T;
    }
    /// The least common multiple.
    Lcm lcm: reducing same {
        signed => |a, b| common_multiple(a.unsigned_abs().into(), b.unsigned_abs().into()) as T;
        unsigned => |a, b| common_multiple(a.into(), b.into()) as T;
    }
}

fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn common_multiple(a: u64, b: u64) -> u64 {
    match common_divisor(a, b) {
        0 => 0,
        divisor => (a / divisor).wrapping_mul(b),
    }
}
