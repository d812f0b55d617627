//! Operators as types, so that one generic node serves them all.
//!
//! In: the numeric semantics of `number`. Out: a marker type an operator, with what it does on machine numbers; `None`
//! says that the result is not of the operands' type, or is an error. Nothing here knows values or frames.

use num_complex::Complex64;

use crate::number::{complex, float, int};
use crate::resolve::tree::{BinaryOp, CompareOp};

/// A binary operator on two machine numbers of one type.
pub trait Arithmetic: 'static {
    /// The operator.
    const OP: BinaryOp;
    /// The int that two ints give.
    fn ints(a: i64, b: i64) -> Option<i64>;
    /// The float that two floats give.
    fn floats(a: f64, b: f64) -> Option<f64>;
    /// The complex number that two complex numbers give.
    fn complexes(a: Complex64, b: Complex64) -> Option<Complex64>;
}

macro_rules! arithmetic {
    ($($(#[$doc:meta])* $name:ident: |$ia:ident, $ib:ident| $ints:expr, |$fa:ident, $fb:ident| $floats:expr,
        |$ca:ident, $cb:ident| $complexes:expr;)*) => {$(
        $(#[$doc])*
        pub struct $name;
        impl Arithmetic for $name {
            const OP: BinaryOp = BinaryOp::$name;
            #[inline(always)]
            fn ints($ia: i64, $ib: i64) -> Option<i64> { $ints }
            #[inline(always)]
            fn floats($fa: f64, $fb: f64) -> Option<f64> { $floats }
            #[inline(always)]
            fn complexes($ca: Complex64, $cb: Complex64) -> Option<Complex64> { $complexes }
        }
    )*};
}

arithmetic! {
    /// `+`
    Add: |a, b| int::add(a, b), |a, b| Some(a + b), |a, b| Some(complex::add(a, b));
    /// `-`
    Sub: |a, b| int::sub(a, b), |a, b| Some(a - b), |a, b| Some(complex::sub(a, b));
    /// `*`
    Mul: |a, b| int::mul(a, b), |a, b| Some(a * b), |a, b| Some(complex::mul(a, b));
    /// `/`
    Div: |_a, _b| None, |a, b| float::true_div(a, b), |a, b| complex::true_div(a, b);
    /// `//`
    FloorDiv: |a, b| int::floor_div(a, b), |a, b| float::floor_div(a, b), |_a, _b| None;
    /// `%`
    Mod: |a, b| int::floor_mod(a, b), |a, b| float::floor_mod(a, b), |_a, _b| None;
    /// `**`
    Pow: |a, b| int::power(a, u64::try_from(b).ok()?), |a, b| float::power(a, b), |a, b| complex::power(a, b).ok();
    /// `<<`
    LeftShift: |a, b| int::shift_left(a, u64::try_from(b).ok()?), |_a, _b| None, |_a, _b| None;
    /// `>>`
    RightShift: |a, b| Some(int::shift_right(a, u64::try_from(b).ok()?)), |_a, _b| None, |_a, _b| None;
    /// `&`
    And: |a, b| Some(a & b), |_a, _b| None, |_a, _b| None;
    /// `|`
    Or: |a, b| Some(a | b), |_a, _b| None, |_a, _b| None;
    /// `^`
    Xor: |a, b| Some(a ^ b), |_a, _b| None, |_a, _b| None;
    /// `@`
    MatMul: |_a, _b| None, |_a, _b| None, |_a, _b| None;
}

/// A comparison by order or equality.
pub trait Comparison: 'static {
    /// The operator.
    const OP: CompareOp;
    /// Whether it holds between two ints.
    fn ints(a: i64, b: i64) -> bool;
    /// Whether it holds between two floats.
    fn floats(a: f64, b: f64) -> bool;
}

macro_rules! comparison {
    ($($(#[$doc:meta])* $name:ident $operator:tt;)*) => {$(
        $(#[$doc])*
        pub struct $name;
        impl Comparison for $name {
            const OP: CompareOp = CompareOp::$name;
            #[inline(always)]
            fn ints(a: i64, b: i64) -> bool { a $operator b }
            #[inline(always)]
            #[allow(clippy::float_cmp)]
            fn floats(a: f64, b: f64) -> bool { a $operator b }
        }
    )*};
}

comparison! {
    /// `<`
    Less <;
    /// `<=`
    LessEqual <=;
    /// `>`
    Greater >;
    /// `>=`
    GreaterEqual >=;
    /// `==`
    Equal ==;
    /// `!=`
    NotEqual !=;
}

/// Runs `$body` with `$name` standing for the marker type of a [`BinaryOp`].
macro_rules! with_arithmetic {
    ($op:expr, $name:ident => $body:expr) => {
        with_arithmetic!(@rows $op, $name => $body,
            Add Sub Mul Div FloorDiv Mod Pow LeftShift RightShift And Or Xor MatMul)
    };
    (@rows $op:expr, $name:ident => $body:expr, $($row:ident)*) => {
        match $op {
            $(crate::resolve::tree::BinaryOp::$row => {
                type $name = crate::interp::operator::$row;
                $body
            })*
        }
    };
}

/// Runs `$body` with `$name` standing for the marker type of a comparison; `$otherwise` for `is` and `in`.
macro_rules! with_comparison {
    ($op:expr, $name:ident => $body:expr, $otherwise:expr) => {
        with_comparison!(@rows $op, $name => $body, $otherwise,
            Less LessEqual Greater GreaterEqual Equal NotEqual)
    };
    (@rows $op:expr, $name:ident => $body:expr, $otherwise:expr, $($row:ident)*) => {
        match $op {
            $(crate::resolve::tree::CompareOp::$row => {
                type $name = crate::interp::operator::$row;
                $body
            })*
            _ => $otherwise,
        }
    };
}

pub(super) use {with_arithmetic, with_comparison};
