//! Two or three operations in one loop: what one of them gives is an operand of the next, and is never written down.
//!
//! In: operators, and how they stand in an expression. Out: a loop over rows that lie dense and do not overlap the results. Each element is
//! computed by the same operations in the same order as one by one: nothing is contracted, so the bits are the same.
#![allow(unsafe_code)]

use super::{Expression, Node};
use crate::array::dtype::{Class, DType};
use crate::array::ufunc::loops::{Loop, versions};
use smallvec::{SmallVec, smallvec};
use std::marker::PhantomData;
use std::ops;

/// Most operands of such a loop.
const MOST: usize = 4;

/// An operation whose operands have operations in them.
pub struct Joined<'e> {
    /// The loop.
    pub run: Loop,
    /// The operands of all of it.
    pub operands: SmallVec<[&'e Expression; MOST]>,
    /// The same as single operations: each with its operands, which are those of all of it or earlier results.
    pub parts: SmallVec<[(&'e Expression, [Operand; 2]); 3]>,
}

/// An operand of one of the operations.
#[derive(Clone, Copy)]
pub enum Operand {
    /// One of the operands of all of it.
    Given(usize),
    /// The result of an earlier operation.
    Result(usize),
}

/// The operation of two expressions of a type that an expression is.
fn operation(expression: &Expression) -> Option<(&'static str, &Expression, &Expression)> {
    let Node::Apply(ufunc, _, _, inputs) = &expression.node else { return None };
    match &inputs[..] {
        [a, b] if a.dtype == expression.dtype => Some((ufunc.name, a, b)),
        _ => None,
    }
}

/// The operations that an expression ends with, if there is a loop for them.
pub fn find(whole: &Expression) -> Option<Joined<'_>> {
    use Operand::{Given, Result};
    let dtype = whole.dtype;
    let (outer, left, right) = operation(whole)?;
    let (l, r) = (operation(left), operation(right));
    if let (Some(("multiply", a, b)), Some(("multiply", c, d)), "add") = (l, r, outer)
        && let Some(run) = loop_of(dtype, "multiply", outer, Shape::Products)
    {
        let parts =
            smallvec![(left, [Given(0), Given(1)]), (right, [Given(2), Given(3)]), (whole, [Result(0), Result(1)])];
        return Some(Joined { run, operands: smallvec![a, b, c, d], parts });
    }
    let multiplied = matches!(r, Some(("multiply", ..)));
    if let (Some(("add", first, c)), "add", false) = (l, outer, multiplied)
        && let Some(("add", a, b)) = operation(first)
        && !matches!(operation(c), Some(("multiply", ..)))
        && let Some(run) = loop_of(dtype, "add", "add", Shape::Sum)
    {
        let parts =
            smallvec![(first, [Given(0), Given(1)]), (left, [Result(0), Given(2)]), (whole, [Result(1), Given(3)])];
        return Some(Joined { run, operands: smallvec![a, b, c, right], parts });
    }
    if let (Some((inner, a, b)), false) = (l, multiplied)
        && let Some(run) = loop_of(dtype, inner, outer, Shape::First)
    {
        let parts = smallvec![(left, [Given(0), Given(1)]), (whole, [Result(0), Given(2)])];
        return Some(Joined { run, operands: smallvec![a, b, right], parts });
    }
    let (inner, a, b) = r?;
    let run = loop_of(dtype, inner, outer, Shape::Second)?;
    let parts = smallvec![(right, [Given(0), Given(1)]), (whole, [Given(2), Result(0)])];
    Some(Joined { run, operands: smallvec![a, b, left], parts })
}

/// How operations stand to one another.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    /// `(a . b) . c`
    First,
    /// `c . (a . b)`
    Second,
    /// `a + b + c + d`
    Sum,
    /// `a * b + c * d`
    Products,
}

fn loop_of(dtype: DType, inner: &str, outer: &str, shape: Shape) -> Option<Loop> {
    match (dtype.class(), dtype.size()) {
        (Class::Float, 8) => of_floats::<f64>(inner, outer, shape),
        (Class::Float, 4) => of_floats::<f32>(inner, outer, shape),
        (Class::Signed | Class::Unsigned, size) if inner == "add" && outer == "add" => match size {
            1 => of_sums::<u8>(shape),
            2 => None,
            4 => of_sums::<u32>(shape),
            _ => of_sums::<u64>(shape),
        },
        _ => None,
    }
}

fn of_sums<T: Number>(shape: Shape) -> Option<Loop> {
    match shape {
        Shape::First => Some(rows::<First<T, Add, Add>>),
        Shape::Sum => Some(rows::<Sum<T>>),
        Shape::Second | Shape::Products => None,
    }
}

/// The loop of two operators that stand to each other in one of these ways.
macro_rules! loop_of_pair {
    ($wanted:expr, $($shape:ident: $($inner:ident $outer:ident),*;)*) => {
        match $wanted {
            $($((Shape::$shape, $inner::NAME, $outer::NAME) => Some(rows::<$shape<T, $inner, $outer>>),)*)*
            _ => None,
        }
    };
}

fn of_floats<T: Number>(inner: &str, outer: &str, shape: Shape) -> Option<Loop> {
    match shape {
        Shape::Sum => Some(rows::<Sum<T>>),
        Shape::Products => Some(rows::<Products<T>>),
        _ => loop_of_pair! {
            (shape, inner, outer),
            First: Add Add, Add Sub, Add Mul, Sub Add, Sub Sub, Sub Mul, Mul Add, Mul Sub;
            Second: Add Mul, Sub Mul, Mul Add, Mul Sub;
        },
    }
}

/// What is computed with. Whole numbers wrap round, with or without a sign.
trait Number: Copy {
    fn add(self, other: Self) -> Self;
    fn sub(self, other: Self) -> Self;
    fn mul(self, other: Self) -> Self;
}

macro_rules! numbers {
    ($($type:ty: $add:path, $sub:path, $mul:path;)*) => {
        $(impl Number for $type {
            #[inline(always)]
            fn add(self, other: $type) -> $type {
                $add(self, other)
            }
            #[inline(always)]
            fn sub(self, other: $type) -> $type {
                $sub(self, other)
            }
            #[inline(always)]
            fn mul(self, other: $type) -> $type {
                $mul(self, other)
            }
        })*
    };
}

numbers! {
    f64: ops::Add::add, ops::Sub::sub, ops::Mul::mul;
    f32: ops::Add::add, ops::Sub::sub, ops::Mul::mul;
    u8: u8::wrapping_add, u8::wrapping_sub, u8::wrapping_mul;
    u32: u32::wrapping_add, u32::wrapping_sub, u32::wrapping_mul;
    u64: u64::wrapping_add, u64::wrapping_sub, u64::wrapping_mul;
}

/// An operator, by the name of its universal function.
trait Operator {
    const NAME: &'static str;
    fn apply<T: Number>(a: T, b: T) -> T;
}

macro_rules! operators {
    ($($operator:ident $name:literal $method:ident;)*) => {
        $(struct $operator;

        impl Operator for $operator {
            const NAME: &'static str = $name;
            #[inline(always)]
            fn apply<T: Number>(a: T, b: T) -> T {
                Number::$method(a, b)
            }
        })*
    };
}

operators! {
    Add "add" add;
    Sub "subtract" sub;
    Mul "multiply" mul;
}

/// Operations on the elements of three or four rows.
pub trait Operations {
    type T: Copy;
    const OPERANDS: usize;
    fn apply(a: Self::T, b: Self::T, c: Self::T, d: Self::T) -> Self::T;
}

struct First<T, I, O>(PhantomData<(T, I, O)>);
struct Second<T, I, O>(PhantomData<(T, I, O)>);
struct Sum<T>(PhantomData<T>);
struct Products<T>(PhantomData<T>);

impl<T: Number, I: Operator, O: Operator> Operations for First<T, I, O> {
    type T = T;
    const OPERANDS: usize = 3;
    #[inline(always)]
    fn apply(a: T, b: T, c: T, _: T) -> T {
        O::apply(I::apply(a, b), c)
    }
}

impl<T: Number, I: Operator, O: Operator> Operations for Second<T, I, O> {
    type T = T;
    const OPERANDS: usize = 3;
    #[inline(always)]
    fn apply(a: T, b: T, c: T, _: T) -> T {
        O::apply(c, I::apply(a, b))
    }
}

impl<T: Number> Operations for Sum<T> {
    type T = T;
    const OPERANDS: usize = 4;
    #[inline(always)]
    fn apply(a: T, b: T, c: T, d: T) -> T {
        a.add(b).add(c).add(d)
    }
}

impl<T: Number> Operations for Products<T> {
    type T = T;
    const OPERANDS: usize = 4;
    #[inline(always)]
    fn apply(a: T, b: T, c: T, d: T) -> T {
        a.mul(b).add(c.mul(d))
    }
}

versions! { rows<O: Operations> = row }

/// # Safety
/// There are `n` elements at each place, one after the other, and the results, at the last place, overlap no operand.
#[inline(always)]
unsafe fn row<O: Operations>(at: &[*mut u8], _: &[isize], n: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        let operand = |k: usize| std::slice::from_raw_parts(at[k].cast::<O::T>(), n);
        let (a, b, c, d) = (operand(0), operand(1), operand(2), operand(if O::OPERANDS == 4 { 3 } else { 2 }));
        let to = std::slice::from_raw_parts_mut(at[O::OPERANDS].cast::<O::T>(), n);
        let rows = a.iter().zip(b).zip(c.iter().zip(d));
        for (to, ((&a, &b), (&c, &d))) in to.iter_mut().zip(rows) {
            *to = O::apply(a, b, c, d);
        }
    }
}
