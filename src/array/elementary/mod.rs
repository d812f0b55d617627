//! Exponentials, logarithms and roots of rows, several elements at once.
//!
//! In: rows of floats. Out: rows of results, within one unit in the last place of the true ones. What is usual goes through
//! polynomials that the compiler makes vector code of, the same bits with vectors of any width and for one element alone;
//! what is not (infinities, overflow, zero, numbers below the normal ones) goes through the C library, which raises flags.
#![allow(unsafe_code)]

pub mod angle;
pub mod exponential;
pub mod logarithm;
pub mod remainder;
pub mod root;
pub mod short;
pub mod single;
#[cfg(target_arch = "x86_64")]
mod wide;

use super::element::{C64, C128};
use super::libm as singles;
use super::ufunc::loops::Loop;
use crate::number::libm;
use std::mem::MaybeUninit;

/// `a + b`, and what it lacks.
#[inline(always)]
fn sum(a: f64, b: f64) -> (f64, f64) {
    let s = a + b;
    let other = s - a;
    (s, (a - (s - other)) + (b - other))
}

/// The same where `a` is not smaller than `b`.
#[inline(always)]
fn sum_of_large(a: f64, b: f64) -> (f64, f64) {
    let s = a + b;
    (s, b - (s - a))
}

/// `a * b`, and what it lacks.
#[inline(always)]
fn product(a: f64, b: f64) -> (f64, f64) {
    let p = a * b;
    (p, a.mul_add(b, -p))
}

/// `(n + n_low) / (d + d_low)`, and what it lacks.
#[inline(always)]
fn quotient((n, n_low): (f64, f64), (d, d_low): (f64, f64)) -> (f64, f64) {
    let inverse = 1.0 / d;
    let q = n * inverse;
    (q, ((-q).mul_add(d, n) + (n_low - q * d_low)) * inverse)
}

/// The polynomial with these coefficients, the highest power first.
#[inline(always)]
fn polynomial<const N: usize>(terms: [f64; N], x: f64) -> f64 {
    let mut value = terms[0];
    for term in &terms[1..] {
        value = value.mul_add(x, *term);
    }
    value
}

/// Whether a number is 0, or its size lies between two others. It looks at bits: comparing floats would raise flags.
#[inline(always)]
fn is_between(x: f64, least: f64, most: f64) -> bool {
    let bits = x.to_bits() & (u64::MAX >> 1);
    (bits == 0) | ((bits > least.to_bits()) & (bits < most.to_bits()))
}

/// A function in two parts.
pub trait Elementary {
    /// The type of its operands.
    type A: Copy;
    /// The type of its results.
    type R: Copy;
    /// Whether the quick way covers an operand. It looks at bits: comparing floats would raise flags.
    fn is_usual(x: Self::A) -> bool;
    /// The result for such an operand.
    fn usual(x: Self::A) -> Self::R;
    /// The result for any other.
    fn unusual(x: Self::A) -> Self::R;
    /// Whether the results of a chunk may go where its operands are.
    #[inline(always)]
    fn replaces() -> bool {
        false
    }
    /// The results for a chunk of such operands.
    ///
    /// # Safety
    /// There is a chunk on each side, and they do not overlap, but for being one where that may be.
    #[inline(always)]
    unsafe fn chunk(operands: *const Self::A, results: *mut Self::R) {
        // SAFETY: the caller's promise.
        unsafe { one_by_one::<Self>(operands, results) }
    }
}

/// The results for a chunk of usual operands.
///
/// # Safety
/// There is a chunk on each side, and they do not overlap.
#[inline(always)]
unsafe fn one_by_one<E: Elementary + ?Sized>(operands: *const E::A, results: *mut E::R) {
    // SAFETY: the caller's promise.
    let (operands, results) =
        unsafe { (&*operands.cast::<[E::A; CHUNK]>(), &mut *results.cast::<[MaybeUninit<E::R>; CHUNK]>()) };
    for (result, operand) in results.iter_mut().zip(operands) {
        result.write(E::usual(*operand));
    }
}

/// Computes a chunk with vectors of 512 bits, if the processor has them.
macro_rules! chunk_by {
    ($name:ident) => {
        #[inline(always)]
        fn replaces() -> bool {
            $crate::array::ufunc::loops::is_widest()
        }
        #[inline(always)]
        unsafe fn chunk(operands: *const f64, results: *mut f64) {
            // SAFETY: the caller's promise; the processor has the vectors where it says so.
            unsafe {
                #[cfg(target_arch = "x86_64")]
                if Self::replaces() {
                    return $crate::array::elementary::wide::$name(operands, results);
                }
                $crate::array::elementary::one_by_one::<Self>(operands, results);
            }
        }
    };
}

use chunk_by;

/// `e ** x`
pub struct Exp<T>(std::marker::PhantomData<T>);
/// The natural logarithm.
pub struct Log<T>(std::marker::PhantomData<T>);

/// `1.5 * 2 ** 52`: added to a float it leaves the nearest whole number in the lowest bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// The logarithm of 2 in two parts, of which the first times a small whole number is exact.
const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// `s = f / (2 + f)`, and what the logarithm of `1 + f` has beyond `f - f * f / 2`: the second times `s` and `f * f / 2` more.
#[inline(always)]
fn log_series(f: f64) -> (f64, f64) {
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even =
        w * w.mul_add(w.mul_add(1.531_383_769_920_937_3e-1, 2.222_219_843_214_978_4e-1), 3.999_999_999_940_942e-1);
    let odd = w.mul_add(
        w.mul_add(w.mul_add(1.479_819_860_511_658_6e-1, 1.818_357_216_161_805e-1), 2.857_142_874_366_239e-1),
        6.666_666_666_666_735e-1,
    );
    (s, z.mul_add(odd, even))
}

/// The size of a complex number: the longer part, times the root of 1 and of the square of the share that the shorter one is.
pub struct Size<T>(std::marker::PhantomData<T>);

impl Elementary for Size<f64> {
    type A = C128;
    type R = f64;
    #[inline(always)]
    fn is_usual(z: C128) -> bool {
        let long = z.re.abs().to_bits().max(z.im.abs().to_bits());
        (1..f64::INFINITY.to_bits()).contains(&long)
    }
    #[inline(always)]
    fn usual(z: C128) -> f64 {
        let (x, y) = (z.re.abs(), z.im.abs());
        let (long, short) = if x < y { (y, x) } else { (x, y) };
        let share = short / long;
        long * share.mul_add(share, 1.0).sqrt()
    }
    fn unusual(z: C128) -> f64 {
        libm::hypot(z.re, z.im)
    }
}

impl Elementary for Size<f32> {
    type A = C64;
    type R = f32;
    #[inline(always)]
    fn is_usual(z: C64) -> bool {
        let long = z.re.abs().to_bits().max(z.im.abs().to_bits());
        (1..f32::INFINITY.to_bits()).contains(&long)
    }
    #[inline(always)]
    fn usual(z: C64) -> f32 {
        let (x, y) = (z.re.abs(), z.im.abs());
        let (long, short) = if x < y { (y, x) } else { (x, y) };
        let share = short / long;
        long * share.mul_add(share, 1.0).sqrt()
    }
    fn unusual(z: C64) -> f32 {
        singles::hypotf(z.re, z.im)
    }
}

impl Elementary for Exp<f64> {
    type A = f64;
    type R = f64;
    #[inline(always)]
    fn is_usual(x: f64) -> bool {
        x.to_bits() & (u64::MAX >> 1) < 708.0f64.to_bits()
    }
    #[inline(always)]
    fn usual(x: f64) -> f64 {
        exponential::exp(x)
    }
    fn unusual(x: f64) -> f64 {
        libm::exp(x)
    }
    chunk_by!(exp);
}

impl Elementary for Log<f64> {
    type A = f64;
    type R = f64;
    #[inline(always)]
    fn is_usual(x: f64) -> bool {
        (f64::MIN_POSITIVE.to_bits()..f64::INFINITY.to_bits()).contains(&x.to_bits())
    }
    #[inline(always)]
    fn usual(x: f64) -> f64 {
        logarithm::log(x)
    }
    fn unusual(x: f64) -> f64 {
        libm::log(x)
    }
    chunk_by!(log);
}

/// So many elements are looked at before they are computed.
pub const CHUNK: usize = 64;

/// Room for a chunk, where vectors cross no line of the cache.
#[repr(align(64))]
struct Chunk<T>(MaybeUninit<[T; CHUNK]>);

impl<T: Copy> Chunk<T> {
    #[inline(always)]
    fn new() -> Chunk<T> {
        Chunk(MaybeUninit::uninit())
    }

    #[inline(always)]
    fn start(&mut self) -> *mut T {
        self.0.as_mut_ptr().cast()
    }

    /// Copies so many elements, at some step, into the first places. Those behind them become the first one: it does no harm.
    #[inline(always)]
    unsafe fn gather(&mut self, from: *const u8, step: isize, count: usize) -> &[T; CHUNK] {
        let to = self.start();
        // SAFETY: the caller gives so many elements at that step, not more than a chunk; all places are written.
        unsafe {
            if step == size_of::<T>() as isize && count == CHUNK {
                std::ptr::copy_nonoverlapping(from.cast::<T>(), to, CHUNK);
            } else {
                for i in 0..count {
                    to.add(i).write(from.offset(i as isize * step).cast::<T>().read());
                }
                for i in count..CHUNK {
                    to.add(i).write(from.cast::<T>().read());
                }
            }
            self.0.assume_init_ref()
        }
    }

    /// So many elements as [`Chunk::gather`] gives them: where they lie, if that is a chunk, and what is here already, if one is for all.
    ///
    /// # Safety
    /// As for that; `again` tells that it was asked before for this operand.
    #[inline(always)]
    unsafe fn brought(&mut self, from: *const u8, step: isize, count: usize, again: bool) -> &[T; CHUNK] {
        // SAFETY: the caller's promise.
        unsafe {
            if is_chunk::<T>(from, step, count) {
                return &*from.cast::<[T; CHUNK]>();
            }
            if again && step == 0 {
                return self.0.assume_init_ref();
            }
            self.gather(from, step, count)
        }
    }

    /// Copies the first elements to where they go.
    #[inline(always)]
    unsafe fn scatter(&mut self, to: *mut u8, step: isize, count: usize) {
        let from = self.start();
        // SAFETY: the caller has written so many, and has room for them at that step.
        unsafe {
            if step == size_of::<T>() as isize && count == CHUNK {
                std::ptr::copy_nonoverlapping(from, to.cast::<T>(), CHUNK);
            } else {
                for i in 0..count {
                    to.offset(i as isize * step).cast::<T>().write(from.add(i).read());
                }
            }
        }
    }
}

/// Whether a place has a chunk of elements that lie one after the other.
#[inline(always)]
fn is_chunk<T>(at: *const u8, step: isize, count: usize) -> bool {
    step == size_of::<T>() as isize && count == CHUNK && at.cast::<T>().is_aligned()
}

/// Operands are copied first where results replace them: they would be computed one by one otherwise. Loops, not closures: those would
/// be compiled for any processor.
#[allow(clippy::needless_range_loop)]
#[inline(always)]
unsafe fn row<E: Elementary>(at: &[*mut u8], steps: &[isize], n: usize) {
    if n == 1 {
        // SAFETY: there is one element on each side.
        unsafe { at[1].cast::<E::R>().write(one::<E>(at[0].cast::<E::A>().read())) };
        return;
    }
    let (mut operands, mut results) = (Chunk::<E::A>::new(), Chunk::<E::R>::new());
    let mut done = 0;
    while done < n {
        let count = CHUNK.min(n - done);
        let start = done as isize;
        let (from, to) = (at[0].wrapping_offset(start * steps[0]), at[1].wrapping_offset(start * steps[1]));
        // SAFETY: the caller gives `n` elements at these steps; where both rows are one, each is read before it is written.
        unsafe {
            if is_chunk::<E::A>(from, steps[0], count) && is_chunk::<E::R>(to, steps[1], count) {
                let own = &*from.cast::<[E::A; CHUNK]>();
                let mut is_usual = true;
                for x in own {
                    is_usual &= E::is_usual(*x);
                }
                if is_usual {
                    let own = if from != to || E::replaces() {
                        from.cast()
                    } else {
                        operands.gather(from, steps[0], count).as_ptr()
                    };
                    E::chunk(own, to.cast());
                    done += count;
                    continue;
                }
            }
            let operands = operands.gather(from, steps[0], count);
            let mut is_usual = true;
            for x in operands {
                is_usual &= E::is_usual(*x);
            }
            let stand_in = operands.iter().position(|x| E::is_usual(*x));
            match stand_in {
                Some(_) if is_usual && count >= CHUNK / 4 => E::chunk(operands.as_ptr(), results.start()),
                // In place of those that are not usual, one that is goes through the quick way.
                Some(place) if count >= CHUNK / 4 => {
                    let mut usual = *operands;
                    for x in &mut usual {
                        *x = if E::is_usual(*x) { *x } else { operands[place] };
                    }
                    E::chunk(usual.as_ptr(), results.start());
                    for i in 0..count {
                        if !E::is_usual(operands[i]) {
                            results.start().add(i).write(E::unusual(operands[i]));
                        }
                    }
                }
                _ => {
                    for i in 0..count {
                        results.start().add(i).write(one::<E>(operands[i]));
                    }
                }
            }
            results.scatter(to, steps[1], count);
        }
        done += count;
    }
}

#[inline(always)]
fn one<E: Elementary>(x: E::A) -> E::R {
    if E::is_usual(x) { E::usual(x) } else { E::unusual(x) }
}

super::ufunc::loops::versions! { elementary<E: Elementary> = row }

/// A function of two operands in two parts.
pub trait ElementaryOfTwo {
    /// The type of its operands and results.
    type A: Copy;
    /// Whether the quick way covers two operands.
    fn is_usual(x: Self::A, y: Self::A) -> bool;
    /// The result for such operands.
    fn usual(x: Self::A, y: Self::A) -> Self::A;
    /// The result for any others.
    fn unusual(x: Self::A, y: Self::A) -> Self::A;
    /// The results for a chunk of such operands.
    #[allow(clippy::needless_range_loop)]
    #[inline(always)]
    fn chunk(first: &[Self::A; CHUNK], second: &[Self::A; CHUNK], results: &mut [MaybeUninit<Self::A>; CHUNK]) {
        for i in 0..CHUNK {
            results[i].write(Self::usual(first[i], second[i]));
        }
    }
}

/// Operands that do not lie in chunks are copied into some.
#[allow(clippy::needless_range_loop)]
#[inline(always)]
unsafe fn row_of_two<E: ElementaryOfTwo>(at: &[*mut u8], steps: &[isize], n: usize) {
    // Each result may be the first operand of the next.
    let is_running = steps[2] == 0 || steps[0] == steps[2] && at[0].wrapping_offset(steps[0]) == at[2];
    if is_running || n < CHUNK / 4 {
        for i in 0..n as isize {
            let [x, y, to] = [0, 1, 2].map(|k| at[k].wrapping_offset(i * steps[k]).cast::<E::A>());
            // SAFETY: the caller gives `n` elements at these steps.
            unsafe { to.write(one_of_two::<E>(x.read(), y.read())) };
        }
        return;
    }
    let (mut first, mut second, mut results) = (Chunk::<E::A>::new(), Chunk::<E::A>::new(), Chunk::<E::A>::new());
    let mut done = 0;
    while done < n {
        let count = CHUNK.min(n - done);
        let [x, y, to] = [0, 1, 2].map(|k| at[k].wrapping_offset(done as isize * steps[k]));
        // SAFETY: as for one operand.
        unsafe {
            let first = first.brought(x, steps[0], count, done > 0);
            let second = second.brought(y, steps[1], count, done > 0);
            let is_direct = is_chunk::<E::A>(to, steps[2], count) && to != x && to != y;
            let mut is_usual = true;
            for i in 0..CHUNK {
                is_usual &= E::is_usual(first[i], second[i]);
            }
            let result = if is_direct { to.cast() } else { results.start() };
            let all = &mut *result.cast::<[MaybeUninit<E::A>; CHUNK]>();
            let stand_in = if is_usual { Some(0) } else { (0..count).find(|&i| E::is_usual(first[i], second[i])) };
            match stand_in {
                Some(_) if is_usual && count >= CHUNK / 4 => E::chunk(first, second, all),
                // In place of those that are not usual, others go through the quick way.
                Some(place) if count >= CHUNK / 4 => {
                    let (mut x, mut y) = (*first, *second);
                    for i in 0..CHUNK {
                        let is_usual = E::is_usual(x[i], y[i]);
                        x[i] = if is_usual { x[i] } else { first[place] };
                        y[i] = if is_usual { y[i] } else { second[place] };
                    }
                    E::chunk(&x, &y, all);
                    for i in 0..count {
                        if !E::is_usual(first[i], second[i]) {
                            result.add(i).write(E::unusual(first[i], second[i]));
                        }
                    }
                }
                _ => {
                    for i in 0..count {
                        result.add(i).write(one_of_two::<E>(first[i], second[i]));
                    }
                }
            }
            if !is_direct {
                results.scatter(to, steps[2], count);
            }
        }
        done += count;
    }
}

/// The result for two operands alone.
#[inline(always)]
pub fn one_of_two<E: ElementaryOfTwo>(x: E::A, y: E::A) -> E::A {
    if E::is_usual(x, y) { E::usual(x, y) } else { E::unusual(x, y) }
}

super::ufunc::loops::versions! { elementary_of_two<E: ElementaryOfTwo> = row_of_two }

/// The loop of such a function.
pub const fn loop_of_two<E: ElementaryOfTwo>() -> Loop {
    elementary_of_two::<E>
}

/// The functions of one float of 64 bits.
macro_rules! elementary_functions {
    ($($(#[$doc:meta])* $function:ident $alone:ident: $least:literal to $most:literal, $usual:path, $double:path
        $(, by $chunk:ident)?;)*) => {
        $(
            $(#[$doc])*
            pub struct $function<T>(std::marker::PhantomData<T>);

            impl $crate::array::elementary::Elementary for $function<f64> {
                type A = f64;
                type R = f64;
                #[inline(always)]
                fn is_usual(x: f64) -> bool {
                    $crate::array::elementary::is_between(x, $least, $most)
                }
                #[inline(always)]
                fn usual(x: f64) -> f64 {
                    $usual(x)
                }
                fn unusual(x: f64) -> f64 {
                    $double(x)
                }
                $($crate::array::elementary::chunk_by!($chunk);)?
            }

            /// The result for one element, with the instructions that rows are computed with.
            pub fn $alone(x: f64) -> f64 {
                $crate::array::elementary::alone::<$function<f64>>(x)
            }
        )*
    };
}
use elementary_functions;

/// The result for one element, with the instructions that rows are computed with.
fn alone<E: Elementary<A = f64, R = f64>>(mut x: f64) -> f64 {
    let mut result = 0.0f64;
    // SAFETY: there is one element on each side.
    unsafe { elementary::<E>(&[(&raw mut x).cast(), (&raw mut result).cast()], &[0, 0], 1) };
    result
}

/// `e ** x` as arrays have it.
pub fn exp_of(x: f64) -> f64 {
    alone::<Exp<f64>>(x)
}

/// The natural logarithm as arrays have it.
pub fn log_of(x: f64) -> f64 {
    alone::<Log<f64>>(x)
}

/// The loop of such a function.
pub const fn loop_of<E: Elementary>() -> Loop {
    elementary::<E>
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units_between(a: f64, b: f64) -> u64 {
        (a.to_bits() as i64).abs_diff(b.to_bits() as i64)
    }

    #[test]
    fn sizes_are_near_the_librarys() {
        let mut x = 0.123_f64;
        for _ in 0..200_000 {
            x = (x * 1.618_033_988_749 + 0.271_828) % 1.0;
            let (a, b) = (x - 0.5, (x * 977.0) % 1.0 - 0.5);
            for scale in [1.0, 1e-5, 1e-14, 1e10] {
                let z = C128::new(a, b * scale);
                assert!(units_between(one::<Size<f64>>(z), libm::hypot(z.re, z.im)) <= 2, "{z}");
            }
        }
        assert_eq!(one::<Size<f64>>(C128::new(f64::INFINITY, f64::NAN)), f64::INFINITY);
        assert_eq!(one::<Size<f64>>(C128::new(0.0, -0.0)), 0.0);
    }

    #[test]
    fn results_are_within_one_unit_of_the_librarys() {
        let mut x = 0.123_f64;
        for _ in 0..200_000 {
            x = (x * 1.618_033_988_749 + 0.271_828) % 1.0;
            let (power, number) = ((x - 0.5) * 1400.0, libm::exp((x - 0.5) * 1400.0));
            assert!(units_between(exp_of(power), libm::exp(power)) <= 1, "exp({power})");
            assert!(units_between(log_of(number), libm::log(number)) <= 1, "log({number})");
            let near = 1.0 + (x - 0.5) / 8.0;
            assert!(units_between(log_of(near), libm::log(near)) <= 1, "log({near})");
        }
        assert_eq!((exp_of(0.0), log_of(1.0)), (1.0, 0.0));
    }
}
