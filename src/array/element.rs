//! The Rust types of elements, and every change from one to another.
//!
//! In: an element. Out: it as another type, with C's results where a float does not fit an int, as numpy has them.
#![allow(unsafe_code)]

use super::dtype::DType;
use num_complex::Complex;

/// A truth as it lies in memory: any byte, of which all but zero are true.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
#[repr(transparent)]
pub struct Bool(pub u8);

impl Bool {
    /// The truth of a bool.
    #[inline(always)]
    pub fn of(truth: bool) -> Bool {
        Bool(truth as u8)
    }

    /// The bool.
    #[inline(always)]
    pub fn get(self) -> bool {
        self.0 != 0
    }
}

/// A complex number of two `f32`.
pub type C64 = Complex<f32>;
/// A complex number of two `f64`.
pub type C128 = Complex<f64>;

/// A reference to a value, as it lies in memory. Who copies it says so (`array::reference`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[repr(C, align(8))]
pub struct Handle(pub [u64; 2]);

/// A type of elements. All are plain data without padding: any bytes are a value.
pub trait Element: Copy + PartialEq + Default + Send + Sync + 'static {
    /// Its number.
    const DTYPE: DType;
    /// Zero.
    const ZERO: Self;
    /// One.
    const ONE: Self;
}

/// `self` as a `T`.
pub trait To<T>: Copy {
    /// The cast.
    fn to(self) -> T;
}

macro_rules! elements {
    ($($type:ty, $dtype:ident, $zero:expr, $one:expr;)*) => {
        $(impl Element for $type {
            const DTYPE: DType = DType::$dtype;
            const ZERO: Self = $zero;
            const ONE: Self = $one;
        })*
    };
}

elements! {
    Bool, Bool, Bool(0), Bool(1);
    i8, I8, 0, 1; u8, U8, 0, 1; i16, I16, 0, 1; u16, U16, 0, 1;
    i32, I32, 0, 1; u32, U32, 0, 1; i64, I64, 0, 1; u64, U64, 0, 1;
    f32, F32, 0.0, 1.0; f64, F64, 0.0, 1.0;
    C64, C64, Complex::new(0.0, 0.0), Complex::new(1.0, 0.0);
    C128, C128, Complex::new(0.0, 0.0), Complex::new(1.0, 0.0);
}

/// Copies the bytes of one element, or of several that lie one after the other.
///
/// # Safety
/// There are so many bytes on both sides, which do not overlap.
#[inline(always)]
pub unsafe fn copy_piece(from: *const u8, to: *mut u8, size: usize) {
    macro_rules! as_one {
        ($type:ty) => {
            to.cast::<$type>().write_unaligned(from.cast::<$type>().read_unaligned())
        };
    }
    // SAFETY: the caller's promise. Of a size that is not known, a call copies.
    unsafe {
        match size {
            1 => as_one!(u8),
            2 => as_one!(u16),
            4 => as_one!(u32),
            8 => as_one!(u64),
            16 => as_one!([u64; 2]),
            _ => copy_bytes(from, to, size),
        }
    }
}

/// From so many bytes on the C library copies by one instruction, which is ten times slower where both sides begin at different places of
/// a line.
const BY_ONE: usize = 1 << 10;

/// Copies bytes, a line at a time where there are many.
///
/// # Safety
/// There are so many on both sides, which do not overlap.
unsafe fn copy_bytes(from: *const u8, to: *mut u8, bytes: usize) {
    let lines = if bytes < BY_ONE || from.addr() % 64 == to.addr() % 64 { 0 } else { bytes / 64 };
    // SAFETY: the caller's promise.
    unsafe {
        for line in 0..lines {
            let words = from.add(line * 64).cast::<[u64; 8]>().read_unaligned();
            to.add(line * 64).cast::<[u64; 8]>().write_unaligned(words);
        }
        std::ptr::copy_nonoverlapping(from.add(lines * 64), to.add(lines * 64), bytes - lines * 64);
    }
}

/// Rows of so many bytes are written past the caches: they would not stay there, and what was in memory is not read before.
pub const STREAMED_FROM: usize = 24 << 20;

/// Writes an element so many times.
///
/// # Safety
/// There is room for so many, at an aligned place.
pub unsafe fn repeat<T: Copy>(item: T, to: *mut T, count: usize) {
    let (size, mut done) = (size_of::<T>(), 0);
    #[cfg(target_arch = "x86_64")]
    if count * size >= STREAMED_FROM {
        use std::arch::x86_64::{__m128i, _mm_loadu_si128, _mm_sfence, _mm_stream_si128};
        const VECTOR: usize = size_of::<__m128i>();
        let mut room = [std::mem::MaybeUninit::<T>::uninit(); VECTOR];
        room.fill(std::mem::MaybeUninit::new(item));
        // SAFETY: the room has a vector's worth of elements, and vectors go to aligned places that are among those to be written.
        unsafe {
            let vector = _mm_loadu_si128(room.as_ptr().cast());
            let before = to.align_offset(VECTOR.max(align_of::<T>())).min(count);
            std::slice::from_raw_parts_mut(to, before).fill(item);
            let vectors = (count - before) * size / VECTOR;
            for place in 0..vectors {
                _mm_stream_si128(to.add(before).cast::<__m128i>().add(place), vector);
            }
            _mm_sfence();
            done = before + vectors * VECTOR / size;
        }
    }
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts_mut(to.add(done), count - done).fill(item) };
}

/// Calls a macro for each pair of real types.
macro_rules! casts_between_ints {
    ($($from:ty)*) => { $(casts_between_ints!(@to $from: i8 u8 i16 u16 i32 u32 i64 u64 f32 f64);)* };
    (@to $from:ty: $($to:ty)*) => {
        $(impl To<$to> for $from {
            #[inline(always)]
            fn to(self) -> $to {
                self as $to
            }
        })*
        impl To<Bool> for $from {
            #[inline(always)]
            fn to(self) -> Bool {
                Bool::of(self != 0)
            }
        }
        impl To<C64> for $from {
            #[inline(always)]
            fn to(self) -> C64 {
                Complex::new(self as f32, 0.0)
            }
        }
        impl To<C128> for $from {
            #[inline(always)]
            fn to(self) -> C128 {
                Complex::new(self as f64, 0.0)
            }
        }
        impl To<$from> for Bool {
            #[inline(always)]
            fn to(self) -> $from {
                self.get() as $from
            }
        }
        impl To<$from> for C64 {
            #[inline(always)]
            fn to(self) -> $from {
                self.re.to()
            }
        }
        impl To<$from> for C128 {
            #[inline(always)]
            fn to(self) -> $from {
                self.re.to()
            }
        }
    };
}

casts_between_ints! { i8 u8 i16 u16 i32 u32 i64 u64 }

/// The processor's conversion: what does not fit gives the smallest number.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn to_i64(value: f64) -> i64 {
    use std::arch::x86_64::{_mm_cvttsd_si64, _mm_set_sd};
    // SAFETY: every processor of this kind has the instructions.
    unsafe { _mm_cvttsd_si64(_mm_set_sd(value)) }
}

/// The same elsewhere.
#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
fn to_i64(value: f64) -> i64 {
    if value < 9_223_372_036_854_775_808.0 { value as i64 } else { i64::MIN }
}

/// The same for 32 bits: the processor notices what does not fit.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn to_i32(value: f64) -> i32 {
    use std::arch::x86_64::{_mm_cvttsd_si32, _mm_set_sd};
    // SAFETY: every processor of this kind has the instructions.
    unsafe { _mm_cvttsd_si32(_mm_set_sd(value)) }
}

/// The same elsewhere.
#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
fn to_i32(value: f64) -> i32 {
    if value > -2_147_483_649.0 && value < 2_147_483_648.0 { value as i32 } else { i32::MIN }
}

#[inline(always)]
fn to_u64(value: f64) -> u64 {
    if value >= 9_223_372_036_854_775_808.0 {
        (to_i64(value - 9_223_372_036_854_775_808.0) as u64) ^ (1 << 63)
    } else {
        to_i64(value) as u64
    }
}

macro_rules! casts_of_floats {
    ($($from:ty)*) => {
        $(
            casts_of_floats!(@narrow $from: i8 u8 i16 u16);
            impl To<i32> for $from {
                #[inline(always)]
                fn to(self) -> i32 { to_i32(self as f64) }
            }
            impl To<u32> for $from {
                #[inline(always)]
                fn to(self) -> u32 { to_i64(self as f64) as u32 }
            }
            impl To<i64> for $from {
                #[inline(always)]
                fn to(self) -> i64 { to_i64(self as f64) }
            }
            impl To<u64> for $from {
                #[inline(always)]
                fn to(self) -> u64 { to_u64(self as f64) }
            }
            impl To<f32> for $from {
                #[inline(always)]
                fn to(self) -> f32 { self as f32 }
            }
            impl To<f64> for $from {
                #[inline(always)]
                fn to(self) -> f64 { self as f64 }
            }
            impl To<Bool> for $from {
                #[inline(always)]
                fn to(self) -> Bool { Bool::of(self != 0.0) }
            }
            impl To<C64> for $from {
                #[inline(always)]
                fn to(self) -> C64 { Complex::new(self as f32, 0.0) }
            }
            impl To<C128> for $from {
                #[inline(always)]
                fn to(self) -> C128 { Complex::new(self as f64, 0.0) }
            }
            impl To<$from> for Bool {
                #[inline(always)]
                fn to(self) -> $from { self.get() as u8 as $from }
            }
            impl To<$from> for C64 {
                #[inline(always)]
                fn to(self) -> $from { self.re as $from }
            }
            impl To<$from> for C128 {
                #[inline(always)]
                fn to(self) -> $from { self.re as $from }
            }
        )*
    };
    (@narrow $from:ty: $($to:ty)*) => {
        $(impl To<$to> for $from {
            #[inline(always)]
            fn to(self) -> $to { to_i32(self as f64) as $to }
        })*
    };
}

casts_of_floats! { f32 f64 }

macro_rules! casts_of_others {
    ($($from:ty: $to:ty = |$value:ident| $cast:expr;)*) => {
        $(impl To<$to> for $from {
            #[inline(always)]
            fn to(self) -> $to {
                let $value = self;
                $cast
            }
        })*
    };
}

casts_of_others! {
    Bool: Bool = |x| x;
    Bool: C64 = |x| Complex::new(x.to(), 0.0);
    Bool: C128 = |x| Complex::new(x.to(), 0.0);
    C64: Bool = |x| Bool::of(x.re != 0.0 || x.im != 0.0);
    C64: C64 = |x| x;
    C64: C128 = |x| Complex::new(x.re as f64, x.im as f64);
    C128: Bool = |x| Bool::of(x.re != 0.0 || x.im != 0.0);
    C128: C64 = |x| Complex::new(x.re as f32, x.im as f32);
    C128: C128 = |x| x;
}

impl Element for Handle {
    const DTYPE: DType = DType::Object;
    const ZERO: Self = Handle([0; 2]);
    const ONE: Self = Handle([0; 2]);
}

/// Runs an expression with a type name standing for the Rust type of a dtype, references included: what is copied is to be kept.
macro_rules! with_dtype {
    ($dtype:expr, $type:ident => $body:expr) => {
        match $dtype {
            dtype if dtype.is_reference() => {
                type $type = $crate::array::element::Handle;
                $body
            }
            number => $crate::array::element::with_number!(number, $type => $body),
        }
    };
}
pub(crate) use with_dtype;

/// The same for types of numbers alone.
macro_rules! with_number {
    ($dtype:expr, $type:ident => $body:expr) => {
        match $dtype {
            $crate::array::dtype::DType::Bool => {
                type $type = $crate::array::element::Bool;
                $body
            }
            $crate::array::dtype::DType::I8 => {
                type $type = i8;
                $body
            }
            $crate::array::dtype::DType::U8 => {
                type $type = u8;
                $body
            }
            $crate::array::dtype::DType::I16 => {
                type $type = i16;
                $body
            }
            $crate::array::dtype::DType::U16 => {
                type $type = u16;
                $body
            }
            $crate::array::dtype::DType::I32 => {
                type $type = i32;
                $body
            }
            $crate::array::dtype::DType::U32 => {
                type $type = u32;
                $body
            }
            $crate::array::dtype::DType::I64 => {
                type $type = i64;
                $body
            }
            $crate::array::dtype::DType::U64 => {
                type $type = u64;
                $body
            }
            $crate::array::dtype::DType::F32 => {
                type $type = f32;
                $body
            }
            $crate::array::dtype::DType::F64 => {
                type $type = f64;
                $body
            }
            $crate::array::dtype::DType::C64 => {
                type $type = $crate::array::element::C64;
                $body
            }
            $crate::array::dtype::DType::C128 => {
                type $type = $crate::array::element::C128;
                $body
            }
            _ => unreachable!("references are computed with as values"),
        }
    };
}
pub(crate) use with_number;
