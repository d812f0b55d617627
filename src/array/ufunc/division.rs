//! Whole quotients and remainders of rows: several elements at once, by way of floats that hold both operands exactly.
//!
//! In: rows of whole numbers. Out: quotients rounded down, and the remainders that go with them.
#![allow(unsafe_code)]

use super::apart::reducing_apart;
use super::loops::{Binary, Loop, reducing};
use super::operators::{FloorDivide, Remainder, for_group};
use crate::array::dtype::DType;
use std::marker::PhantomData;

/// Fewer elements are not worth looking at their divisors first.
const FEW: usize = 16;

/// Elements of 64 bits up to this size are held by floats, with room for what is added to them.
const LARGEST: u64 = 1 << 49;

/// What operands the quick forms know.
pub trait Plain: Copy {
    /// Whether floats hold it.
    fn is_held(self) -> bool;
    /// Whether it divides all without an exception: it is neither zero, nor such that the result may not fit.
    fn divides(self) -> bool;
}

macro_rules! plain {
    ($($type:ty: $minus_one:expr, |$x:ident| $is_held:expr;)*) => {
        $(impl Plain for $type {
            #[inline(always)]
            fn is_held(self) -> bool {
                let $x = self;
                $is_held
            }
            #[inline(always)]
            fn divides(self) -> bool {
                (self != 0) & (self != $minus_one) & self.is_held()
            }
        })*
    };
}

plain! {
    i8: -1, |_x| true;
    i16: -1, |_x| true;
    i32: -1, |_x| true;
    i64: -1, |x| x.unsigned_abs() <= LARGEST;
    // Those without a sign have no -1, and are not zero twice.
    u8: 0, |_x| true;
    u16: 0, |_x| true;
    u32: 0, |_x| true;
    u64: 0, |x| x <= LARGEST;
}

/// The quotient by way of floats.
struct QuickQuotient<T>(PhantomData<T>);
/// The remainder by way of floats.
struct QuickRemainder<T>(PhantomData<T>);

macro_rules! quick {
    ($($type:ty, $float:ty, $whole:ty;)*) => {
        $(
            impl Binary for QuickQuotient<$type> {
                type A = $type;
                type B = $type;
                type R = $type;
                /// The half keeps the product away from whole numbers by more than it is inexact, and on the right side of them; so the
                /// inverse will do, which is computed once where the divisor stays.
                #[inline(always)]
                fn apply(a: $type, b: $type) -> $type {
                    #[allow(unused_comparisons)]
                    let a = if b < 0 { -(a as $float) } else { a as $float };
                    let quotient = ((a + 0.5) * (1.0 / (b as $float).abs())).floor();
                    // SAFETY: it is not larger than the operand, which has room for that.
                    unsafe { quotient.to_int_unchecked::<$whole>() as $type }
                }
            }

            impl Binary for QuickRemainder<$type> {
                type A = $type;
                type B = $type;
                type R = $type;
                #[inline(always)]
                fn apply(a: $type, b: $type) -> $type {
                    a.wrapping_sub(QuickQuotient::<$type>::apply(a, b).wrapping_mul(b))
                }
            }
        )*
    };
}

quick! {
    i8, f32, i32;
    u8, f32, i32;
    i16, f32, i32;
    u16, f32, i32;
    i32, f64, i64;
    u32, f64, i64;
    i64, f64, i64;
    u64, f64, i64;
}

super::loops::versions! { look<T: Plain> = look_at }

/// Writes whether all elements of the second row divide, and floats hold those of the first, if there is one.
///
/// # Safety
/// There are `n` elements at these steps, and a truth behind them.
#[inline(always)]
unsafe fn look_at<T: Plain>(at: &[*mut u8], steps: &[isize], n: usize) {
    let size = size_of::<T>() as isize;
    let mut all = true;
    for (k, step) in steps.iter().enumerate() {
        let is_fit = |item: T| if k == 1 { item.divides() } else { item.is_held() };
        let count = if *step == 0 { n.min(1) } else { n };
        // SAFETY: the caller's promise.
        unsafe {
            if *step == size || count == 1 {
                for item in std::slice::from_raw_parts(at[k].cast::<T>(), count) {
                    all &= is_fit(*item);
                }
            } else {
                for i in 0..count as isize {
                    all &= is_fit(at[k].offset(i * step).cast::<T>().read_unaligned());
                }
            }
        }
    }
    // SAFETY: as above.
    unsafe { at[2].cast::<bool>().write(all) };
}

/// Whether all elements of two rows are such that the quick forms know them.
unsafe fn are_plain<T: Plain>(at: &[*mut u8], steps: &[isize], n: usize) -> bool {
    let mut all = false;
    // SAFETY: the caller gives `n` elements at these steps.
    unsafe { look::<T>(&[at[0], at[1], (&raw mut all).cast()], &steps[..2], n) };
    all
}

/// Whether each result is an operand of the next.
fn is_chain(at: &[*mut u8], steps: &[isize]) -> bool {
    steps[2] == 0 || steps[0] == steps[2] && at[0].wrapping_offset(steps[0]) == at[2]
}

/// The loop of an operator that has a quick form for plain divisors.
unsafe fn divide_quickly<Q, O>(at: &[*mut u8], steps: &[isize], n: usize)
where
    Q: Binary<R = <Q as Binary>::A>,
    O: Binary<R = <O as Binary>::A>,
    Q::B: Plain,
{
    // SAFETY: the caller's promise is the one that the loops ask for.
    unsafe {
        match n >= FEW && !is_chain(at, steps) && are_plain::<Q::B>(at, steps, n) {
            true => reducing_apart::<Q>(at, steps, n),
            false => reducing::<O>(at, steps, n),
        }
    }
}

macro_rules! loops {
    ($([$type:ident $dtype:ident])* $wanted:ident $quick:ident $op:ident) => {
        $(if $wanted == DType::$dtype {
            return Some(divide_quickly::<$quick<$type>, $op<$type>>);
        })*
    };
}

/// The loop of `floor_divide` for whole numbers.
pub fn quotients(dtype: DType) -> Option<Loop> {
    for_group!(ints loops dtype QuickQuotient FloorDivide);
    None
}

/// The loop of `remainder` for whole numbers.
pub fn remainders(dtype: DType) -> Option<Loop> {
    for_group!(ints loops dtype QuickRemainder Remainder);
    None
}
