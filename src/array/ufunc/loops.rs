//! The loops over rows: one generic loop for operators with one operand, one for those with two.
//!
//! In: an operator on elements, and rows. Out: the results written. A row may lie dense, be one repeated element, or have
//! any step; the dense forms are what the compiler makes vector code of, in versions for several processors that compute
//! the same bits. A row of results of step zero that is also the first operand is a reduction.
#![allow(unsafe_code)]

use std::hint::black_box;
use std::sync::OnceLock;

/// A loop over one row: where operands and results begin, operands first; their steps; how many.
pub type Loop = unsafe fn(&[*mut u8], &[isize], usize);

/// An operator on one element.
pub trait Unary {
    /// The type of its operand.
    type A: Copy;
    /// The type of its result.
    type R: Copy;
    /// The operator.
    fn apply(a: Self::A) -> Self::R;
}

/// An operator on two elements.
pub trait Binary {
    /// The type of its first operand.
    type A: Copy;
    /// The type of its second operand.
    type B: Copy;
    /// The type of its result.
    type R: Copy;
    /// Whether its operands are whole numbers, whose largest and smallest the compiler finds with vectors by itself.
    const WHOLE: bool = false;
    /// The operator.
    fn apply(a: Self::A, b: Self::B) -> Self::R;
    /// What the result so far of a reduction becomes with one element more.
    #[inline(always)]
    fn go_on(result: Self::A, item: Self::B) -> Self::A
    where
        Self: Binary<R = <Self as Binary>::A>,
    {
        Self::apply(result, item)
    }
    /// `first` with all elements of a row, which are `step` bytes apart. The row is not empty.
    ///
    /// # Safety
    /// There are `n` elements at that step.
    #[inline(always)]
    unsafe fn reduce(first: Self::A, row: *const u8, step: isize, n: usize) -> Self::A
    where
        Self: Binary<R = <Self as Binary>::A>,
    {
        if step == size_of::<Self::B>() as isize {
            // SAFETY: the caller's promise, here and below. (Where the order is the same to numbers, the compiler makes vectors of them.)
            let row = unsafe { std::slice::from_raw_parts(row.cast::<Self::B>(), n) };
            let mut result = first;
            for &item in row {
                result = Self::go_on(result, item);
            }
            return result;
        }
        let mut result = first;
        for i in 0..n as isize {
            // SAFETY: as above.
            result = Self::go_on(result, unsafe { row.offset(i * step).cast::<Self::B>().read() });
        }
        result
    }
}

/// Which vectors the processor has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Those that every one has.
    Base,
    /// 256 bits.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// 512 bits.
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

/// The vectors that this processor has.
#[inline]
pub fn level() -> Level {
    static LEVEL: OnceLock<Level> = OnceLock::new();
    *LEVEL.get_or_init(|| {
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx512f")
                && is_x86_feature_detected!("avx512vl")
                && is_x86_feature_detected!("avx512bw")
                && is_x86_feature_detected!("avx512dq")
            {
                return Level::Avx512;
            }
            if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
                return Level::Avx2;
            }
        }
        Level::Base
    })
}

/// Whether it has vectors of 512 bits.
#[inline(always)]
pub fn is_widest() -> bool {
    #[cfg(target_arch = "x86_64")]
    {
        level() == Level::Avx512
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        false
    }
}

/// A function in three versions: `$body` is always inlined into each. None contracts operations that it does not say.
macro_rules! versions {
    ($name:ident<$op:ident: $bound:path> = $body:ident $(where $($clause:tt)*)?) => {
        /// Picks the version for this processor.
        ///
        /// # Safety
        /// As of the function that is picked from.
        pub unsafe fn $name<$op: $bound>(at: &[*mut u8], steps: &[isize], n: usize) $(where $($clause)*)? {
            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx2,fma")]
            unsafe fn avx2<$op: $bound>(at: &[*mut u8], steps: &[isize], n: usize) $(where $($clause)*)? {
                // SAFETY: as the caller says.
                unsafe { $body::<$op>(at, steps, n) }
            }
            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx512f,avx512vl,avx512bw,avx512dq")]
            unsafe fn avx512<$op: $bound>(at: &[*mut u8], steps: &[isize], n: usize) $(where $($clause)*)? {
                // SAFETY: as the caller says.
                unsafe { $body::<$op>(at, steps, n) }
            }
            // SAFETY: the caller's promise; the processor has what the version needs.
            unsafe {
                match $crate::array::ufunc::loops::level() {
                    #[cfg(target_arch = "x86_64")]
                    $crate::array::ufunc::loops::Level::Avx2 => avx2::<$op>(at, steps, n),
                    #[cfg(target_arch = "x86_64")]
                    $crate::array::ufunc::loops::Level::Avx512 => avx512::<$op>(at, steps, n),
                    $crate::array::ufunc::loops::Level::Base => $body::<$op>(at, steps, n),
                }
            }
        }
    };
}
pub(in crate::array) use versions;

versions! { unary_fast<O: Unary> = unary }
versions! { binary_fast<O: Binary> = binary }
versions! { reducing_fast<O: Binary> = reducing where O: Binary<R = <O as Binary>::A> }
versions! { folding_fast<O: Binary> = folding where O: Binary<R = <O as Binary>::A, B = <O as Binary>::A> }

/// The loop of an operator with one operand.
///
/// # Safety
/// There are `n` elements at these steps; a row of results is the row of operands, or does not overlap it.
#[inline(always)]
pub unsafe fn unary<O: Unary>(at: &[*mut u8], steps: &[isize], n: usize) {
    let (from, to) = (at[0], at[1]);
    let dense = steps[0] == size_of::<O::A>() as isize && steps[1] == size_of::<O::R>() as isize;
    // SAFETY: the caller's promise.
    unsafe {
        if dense && from == to {
            // Through one pointer: of two, the compiler would not know that each element is read where it is written.
            for i in 0..n {
                let value = to.cast::<O::A>().add(i).read();
                to.cast::<O::R>().add(i).write(O::apply(value));
            }
        } else if dense {
            let from = std::slice::from_raw_parts(from.cast::<O::A>(), n);
            let to = std::slice::from_raw_parts_mut(to.cast::<O::R>(), n);
            // Loops, not closures, here and below: a closure that is not taken into its caller is compiled for any processor.
            for (to, &from) in to.iter_mut().zip(from) {
                *to = O::apply(from);
            }
        } else {
            for i in 0..n as isize {
                let value = from.offset(i * steps[0]).cast::<O::A>().read();
                to.offset(i * steps[1]).cast::<O::R>().write(O::apply(value));
            }
        }
    }
}

/// The loop of an operator with two operands.
///
/// # Safety
/// There are `n` elements at these steps; a row of results is a row of operands, or does not overlap them.
#[inline(always)]
pub unsafe fn binary<O: Binary>(at: &[*mut u8], steps: &[isize], n: usize) {
    let (a, b, to) = (at[0], at[1], at[2]);
    let (width_a, width_b, width) =
        (size_of::<O::A>() as isize, size_of::<O::B>() as isize, size_of::<O::R>() as isize);
    // Where each result is the first operand of the next, elements are met one by one.
    let runs = steps[0] != 0 && steps[0] == steps[2] && a.wrapping_offset(steps[0]) == to;
    // SAFETY: the caller's promise; the slices that are made do not overlap where one of them is written.
    unsafe {
        if steps[2] == width && to != a && to != b && !runs {
            let out = std::slice::from_raw_parts_mut(to.cast::<O::R>(), n);
            if steps[0] == width_a && steps[1] == width_b {
                let (a, b) =
                    (std::slice::from_raw_parts(a.cast::<O::A>(), n), std::slice::from_raw_parts(b.cast::<O::B>(), n));
                for (to, (&a, &b)) in out.iter_mut().zip(a.iter().zip(b)) {
                    *to = O::apply(a, b);
                }
                return;
            }
            if steps[0] == 0 && steps[1] == width_b {
                let (a, b) = (a.cast::<O::A>().read(), std::slice::from_raw_parts(b.cast::<O::B>(), n));
                for (to, &b) in out.iter_mut().zip(b) {
                    *to = O::apply(a, b);
                }
                return;
            }
            if steps[0] == width_a && steps[1] == 0 {
                let (a, b) = (std::slice::from_raw_parts(a.cast::<O::A>(), n), b.cast::<O::B>().read());
                for (to, &a) in out.iter_mut().zip(a) {
                    *to = O::apply(a, b);
                }
                return;
            }
        }
        if to == a && steps[0] == width_a && steps[2] == width && a != b && width == width_a {
            let out = to.cast::<O::R>();
            if steps[1] == width_b {
                let b = std::slice::from_raw_parts(b.cast::<O::B>(), n);
                let out = std::slice::from_raw_parts_mut(out, n);
                for (to, &b) in out.iter_mut().zip(b) {
                    let a = std::ptr::from_mut(to).cast::<O::A>().read();
                    *to = O::apply(a, b);
                }
                return;
            }
            if steps[1] == 0 {
                let b = b.cast::<O::B>().read();
                for i in 0..n {
                    out.add(i).write(O::apply(out.add(i).cast::<O::A>().read(), b));
                }
                return;
            }
        }
        for i in 0..n as isize {
            let value =
                O::apply(a.offset(i * steps[0]).cast::<O::A>().read(), b.offset(i * steps[1]).cast::<O::B>().read());
            to.offset(i * steps[2]).cast::<O::R>().write(value);
        }
    }
}

/// The same for an operator that can reduce.
///
/// # Safety
/// As for `binary`; or the result is the first operand, and both have a step of zero.
#[inline(always)]
pub unsafe fn reducing<O: Binary<R = <O as Binary>::A>>(at: &[*mut u8], steps: &[isize], n: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        if at[0] == at[2] && steps[0] == 0 && steps[2] == 0 && n > 0 {
            let to = at[2].cast::<O::A>();
            to.write(O::reduce(to.read(), at[1], steps[1], n));
        } else if steps[0] != 0 && steps[0] == steps[2] && at[0].wrapping_offset(steps[0]) == at[2] {
            running::<O>(at, steps, n);
        } else {
            binary::<O>(at, steps, n);
        }
    }
}

/// The running results of an operator: each is the first operand of the next.
#[inline(always)]
unsafe fn running<O: Binary<R = <O as Binary>::A>>(at: &[*mut u8], steps: &[isize], n: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        let mut result = at[0].cast::<O::A>().read();
        for i in 0..n as isize {
            result = O::go_on(result, at[1].offset(i * steps[1]).cast::<O::B>().read());
            at[2].offset(i * steps[2]).cast::<O::A>().write(result);
        }
    }
}

/// So many running results stand side by side where elements do not.
const LANES: usize = 8;

/// The same for an operator whose operands may come in any order, and the same one several times.
///
/// # Safety
/// As for `reducing`.
#[inline(always)]
pub unsafe fn folding<O: Binary<R = <O as Binary>::A, B = <O as Binary>::A>>(
    at: &[*mut u8],
    steps: &[isize],
    n: usize,
) {
    let size = size_of::<O::A>();
    let is_row = at[0] == at[2] && steps[0] == 0 && steps[2] == 0;
    // SAFETY: the caller's promise.
    unsafe {
        if !is_row || n < 16 {
            return reducing::<O>(at, steps, n);
        }
        let to = at[2].cast::<O::A>();
        let (mut start, mut step) = (at[1], steps[1]);
        if step == -(size as isize) {
            // From the other end they lie side by side.
            (start, step) = (start.offset((n - 1) as isize * step), -step);
        }
        if O::WHOLE && step == 2 * size as isize {
            // Of a step that it knows the compiler makes vectors too.
            let mut all = to.read();
            for i in 0..n {
                all = O::apply(all, start.cast::<O::A>().add(2 * i).read());
            }
            return to.write(all);
        }
        if step != size as isize {
            let item = |i: usize| start.offset(i as isize * step).cast::<O::A>().read();
            let (first, rest) = (to.read(), n - n % LANES);
            let mut lanes = [first; LANES];
            for i in (0..rest).step_by(LANES) {
                for (k, lane) in lanes.iter_mut().enumerate() {
                    *lane = O::apply(*lane, item(i + k));
                }
            }
            let all = lanes.into_iter().fold(first, |all, lane| O::apply(all, lane));
            return to.write((rest..n).fold(all, |all, i| O::apply(all, item(i))));
        }
        let row = std::slice::from_raw_parts(start.cast::<O::A>(), n);
        if O::WHOLE {
            let mut all = to.read();
            for &item in row {
                all = O::apply(all, item);
            }
            return to.write(all);
        }
        // Four vectors of 512 bits side by side.
        to.write(match size {
            1 => fold::<O, 64>(to.read(), row),
            2 => fold::<O, 32>(to.read(), row),
            4 => fold::<O, 16>(to.read(), row),
            _ => fold::<O, 8>(to.read(), row),
        });
    }
}

/// Results so far with one element more each. A copy changes: what is changed in place, the compiler leaves in memory.
#[inline(always)]
fn together<O: Binary<R = <O as Binary>::A, B = <O as Binary>::A>, const WIDTH: usize>(
    results: [O::A; WIDTH],
    items: &[O::A; WIDTH],
) -> [O::A; WIDTH] {
    let mut next = results;
    for i in 0..WIDTH {
        next[i] = O::apply(results[i], items[i]);
    }
    next
}

/// `first` with all elements of a row, in any order. Of equal ones (zeros of both signs) it is one of the last.
#[inline(always)]
fn fold<O: Binary<R = <O as Binary>::A, B = <O as Binary>::A>, const WIDTH: usize>(first: O::A, row: &[O::A]) -> O::A {
    let [mut a, mut b, mut c, mut d] = [[first; WIDTH]; 4];
    let (lines, rest) = row.as_chunks::<WIDTH>();
    let (fours, others) = lines.as_chunks::<4>();
    for four in fours {
        a = together::<O, WIDTH>(a, &four[0]);
        b = together::<O, WIDTH>(b, &four[1]);
        c = together::<O, WIDTH>(c, &four[2]);
        d = together::<O, WIDTH>(d, &four[3]);
    }
    // From here on the compiler would take vectors apart, and then in the loop before as well.
    [a, b, c, d] = black_box([a, b, c, d]);
    a = together::<O, WIDTH>(together::<O, WIDTH>(a, &b), &together::<O, WIDTH>(c, &d));
    for line in others {
        a = together::<O, WIDTH>(a, line);
    }
    let all = joined::<O, WIDTH>(a);
    let mut last = [all; WIDTH];
    last[WIDTH - rest.len()..].copy_from_slice(rest);
    joined::<O, WIDTH>(last)
}

/// What all elements come to: neighbours first, so that later ones stay behind earlier ones.
#[inline(always)]
fn joined<O: Binary<R = <O as Binary>::A, B = <O as Binary>::A>, const WIDTH: usize>(mut items: [O::A; WIDTH]) -> O::A {
    let mut width = WIDTH / 2;
    while width > 0 {
        for i in 0..width {
            items[i] = O::apply(items[2 * i], items[2 * i + 1]);
        }
        width /= 2;
    }
    items[0]
}

/// A float that is summed by halves.
pub trait Summand: Copy + std::ops::Add<Output = Self> {
    /// Eight sums of each of four parts of a row, which begin at these places and are so long, a multiple of 8.
    ///
    /// # Safety
    /// The parts lie in the row and have 8 elements or more.
    unsafe fn lanes(row: *const Self, starts: [usize; 4], length: usize) -> [[Self; 8]; 4] {
        // SAFETY: the caller's promise.
        unsafe { narrow_lanes(row, starts, length) }
    }
}

unsafe fn narrow_lanes<T: Summand>(row: *const T, starts: [usize; 4], length: usize) -> [[T; 8]; 4] {
    // SAFETY: as the caller says.
    unsafe {
        let eight = |start: usize, i: usize| row.add(start + i).cast::<[T; 8]>().read_unaligned();
        let mut sums = [eight(starts[0], 0); 4];
        for (lanes, start) in sums.iter_mut().zip(starts) {
            *lanes = eight(start, 0);
            for i in (8..length).step_by(8) {
                let more = eight(start, i);
                for (sum, item) in lanes.iter_mut().zip(more) {
                    *sum = *sum + item;
                }
            }
        }
        sums
    }
}

/// One part after the other: each is a chain of additions that wait for each other, but the processor begins with the next one before
/// that, and memory is read in order. (The four side by side were 3 times slower out of the second cache, where it sees no stream; and to
/// ask for elements ahead takes twice as long there as to leave that to it.)
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f")]
unsafe fn wide_lanes(row: *const f64, starts: [usize; 4], length: usize) -> [[f64; 8]; 4] {
    use std::arch::x86_64::{_mm512_add_pd, _mm512_loadu_pd, _mm512_storeu_pd};
    let mut sums = [[0.0; 8]; 4];
    for (sum, start) in sums.iter_mut().zip(starts) {
        let part = row.wrapping_add(start);
        // SAFETY: as the caller says; each of the results has room for eight.
        unsafe {
            let mut all = _mm512_loadu_pd(part);
            for i in (8..length).step_by(8) {
                all = _mm512_add_pd(all, _mm512_loadu_pd(part.add(i)));
            }
            _mm512_storeu_pd(sum.as_mut_ptr(), all);
        }
    }
    sums
}

impl Summand for f32 {}

impl Summand for f64 {
    unsafe fn lanes(row: *const f64, starts: [usize; 4], length: usize) -> [[f64; 8]; 4] {
        // SAFETY: the caller's promise; the processor has what the version needs.
        unsafe {
            match level() {
                #[cfg(target_arch = "x86_64")]
                Level::Avx512 => wide_lanes(row, starts, length),
                _ => narrow_lanes(row, starts, length),
            }
        }
    }
}

/// Rows up to this length are summed without being halved.
pub const UNDIVIDED: usize = 128;

/// The sum of a row by halves, so that errors stay small; in numpy's order, to the bit.
///
/// # Safety
/// There are `n` elements at that step.
#[inline(always)]
pub unsafe fn pairwise<T: Summand>(zero: T, row: *const u8, step: isize, n: usize) -> T {
    // SAFETY: the caller's promise.
    unsafe {
        if n > UNDIVIDED {
            return halves(zero, row, step, n);
        }
        let at = |i: usize| row.offset(i as isize * step).cast::<T>().read();
        if n < 8 {
            return (0..n).fold(zero, |sum, i| sum + at(i));
        }
        let mut r: [T; 8] = std::array::from_fn(at);
        for i in (8..n - n % 8).step_by(8) {
            for (lane, sum) in r.iter_mut().enumerate() {
                *sum = *sum + at(i + lane);
            }
        }
        let sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        (n - n % 8..n).fold(sum, |sum, i| sum + at(i))
    }
}

/// How many elements the first half of a row has.
fn half(n: usize) -> usize {
    n / 2 - n / 2 % 8
}

unsafe fn halves<T: Summand>(zero: T, row: *const u8, step: isize, n: usize) -> T {
    let first = half(n);
    let (low, high) = (half(first), half(n - first));
    let lengths = [low, first - low, high, n - first - high];
    let is_quartered = first > UNDIVIDED && lengths.iter().all(|length| (8..=UNDIVIDED).contains(length));
    // SAFETY: as the caller says; halves are parts of the row, and so are quarters.
    unsafe {
        if !is_quartered || step != size_of::<T>() as isize {
            return pairwise(zero, row, step, first)
                + pairwise(zero, row.offset(first as isize * step), step, n - first);
        }
        let (row, starts) = (row.cast::<T>(), [0, low, first, first + high]);
        let together = lengths.iter().fold(UNDIVIDED, |least, length| least.min(length / 8 * 8));
        let [a, b, c, d] = T::lanes(row, starts, together);
        let rest = |k: usize| (row.add(starts[k] + together), lengths[k] - together);
        let sum = lanes_and_rest(a, rest(0)) + lanes_and_rest(b, rest(1));
        sum + (lanes_and_rest(c, rest(2)) + lanes_and_rest(d, rest(3)))
    }
}

/// The sum of eight sums and of so many elements more, in numpy's order.
#[inline(always)]
unsafe fn lanes_and_rest<T: Summand>(mut r: [T; 8], (row, n): (*const T, usize)) -> T {
    // SAFETY: the caller gives so many elements.
    unsafe {
        for i in (0..n / 8 * 8).step_by(8) {
            for (lane, sum) in r.iter_mut().enumerate() {
                *sum = *sum + row.add(i + lane).read();
            }
        }
        let sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        (n / 8 * 8..n).fold(sum, |sum, i| sum + row.add(i).read())
    }
}

/// The same for complex numbers, whose parts numpy sums side by side: half as many to a block.
///
/// # Safety
/// There are `n` elements at that step.
pub unsafe fn pairwise_complex<T>(row: *const u8, step: isize, n: usize) -> num_complex::Complex<T>
where
    T: Copy + std::ops::Add<Output = T> + Default,
{
    type Of<T> = num_complex::Complex<T>;
    let add = |a: Of<T>, b: Of<T>| Of { re: a.re + b.re, im: a.im + b.im };
    // SAFETY: the caller's promise.
    let at = |i: usize| unsafe { row.offset(i as isize * step).cast::<Of<T>>().read() };
    let zero = Of { re: T::default(), im: T::default() };
    if n < 4 {
        return (0..n).fold(zero, |sum, i| add(sum, at(i)));
    }
    if n <= 64 {
        let mut r: [Of<T>; 4] = std::array::from_fn(at);
        let mut i = 4;
        while i < n - n % 4 {
            for (lane, sum) in r.iter_mut().enumerate() {
                *sum = add(*sum, at(i + lane));
            }
            i += 4;
        }
        let mut sum = add(add(r[0], r[1]), add(r[2], r[3]));
        while i < n {
            sum = add(sum, at(i));
            i += 1;
        }
        return sum;
    }
    let half = n / 2 - n / 2 % 4;
    // SAFETY: both halves are parts of the row.
    unsafe {
        add(pairwise_complex(row, step, half), pairwise_complex(row.offset(half as isize * step), step, n - half))
    }
}
