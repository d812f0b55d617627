//! One element by itself.
//!
//! In: the bytes of an element. Out: a number that knows its type; it is what taking an element from an array gives.
#![allow(unsafe_code)]

use super::dtype::{Class, DType};
use super::element::{Bool, C64, C128, Element, Handle, To, with_number};
use num_complex::Complex;

/// An element. Its bytes lie in the first word, those of a `complex128` and of references in both; the words of signed integers are
/// extended by their sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scalar {
    dtype: DType,
    words: [u64; 2],
}

impl Scalar {
    /// The scalar of an element.
    #[inline]
    pub fn of<T: Element>(value: T) -> Scalar {
        // SAFETY: the element is read where it lies.
        unsafe { Scalar::read(T::DTYPE, std::ptr::from_ref(&value).cast()) }
    }

    /// A scalar of a word, as `word` gives it; the type is not `complex128`.
    #[inline(always)]
    pub fn from_word(dtype: DType, word: u64) -> Scalar {
        Scalar { dtype, words: [word, 0] }
    }

    /// A reference to nothing.
    pub const fn nothing() -> Scalar {
        Scalar { dtype: DType::Object, words: [0; 2] }
    }

    /// A reference of a type.
    pub fn reference(dtype: DType, Handle(words): Handle) -> Scalar {
        debug_assert!(dtype.is_reference());
        Scalar { dtype, words }
    }

    /// The reference that it is; no owner is counted for it.
    pub fn handle(self) -> Handle {
        Handle(self.words)
    }

    /// Its first word.
    #[inline(always)]
    pub fn word(self) -> u64 {
        self.words[0]
    }

    /// Its type.
    #[inline(always)]
    pub fn dtype(self) -> DType {
        self.dtype
    }

    /// Reads an element.
    ///
    /// # Safety
    /// An element of that type lies there.
    #[inline(always)]
    pub unsafe fn read(dtype: DType, from: *const u8) -> Scalar {
        // SAFETY: the caller's promise.
        let word = unsafe {
            match dtype {
                DType::Bool => u64::from(from.read() != 0),
                DType::U8 => u64::from(from.read()),
                DType::I8 => from.cast::<i8>().read() as i64 as u64,
                DType::I16 => from.cast::<i16>().read_unaligned() as i64 as u64,
                DType::U16 => u64::from(from.cast::<u16>().read_unaligned()),
                DType::I32 => from.cast::<i32>().read_unaligned() as i64 as u64,
                DType::U32 | DType::F32 => u64::from(from.cast::<u32>().read_unaligned()),
                DType::I64 | DType::U64 | DType::F64 | DType::C64 => from.cast::<u64>().read_unaligned(),
                _ => {
                    return Scalar { dtype, words: from.cast::<[u64; 2]>().read_unaligned() };
                }
            }
        };
        Scalar { dtype, words: [word, 0] }
    }

    /// Writes the element.
    ///
    /// # Safety
    /// There is room for an element of its type.
    #[inline(always)]
    pub unsafe fn write(self, to: *mut u8) {
        // SAFETY: the caller's promise.
        unsafe {
            match self.dtype.size() {
                1 => to.write(self.words[0] as u8),
                2 => to.cast::<u16>().write_unaligned(self.words[0] as u16),
                4 => to.cast::<u32>().write_unaligned(self.words[0] as u32),
                8 => to.cast::<u64>().write_unaligned(self.words[0]),
                _ => to.cast::<[u64; 2]>().write_unaligned(self.words),
            }
        }
    }

    /// As an element of a type.
    #[inline]
    pub fn to<T: Element>(self) -> T
    where
        Bool: To<T>,
        i64: To<T>,
        u64: To<T>,
        f64: To<T>,
        C128: To<T>,
    {
        match self.dtype.class() {
            Class::Bool => Bool(self.words[0] as u8).to(),
            Class::Signed => (self.words[0] as i64).to(),
            Class::Unsigned => self.words[0].to(),
            Class::Float => self.float().to(),
            Class::Complex => self.complex().to(),
            Class::Reference => unreachable!("references are computed with as values"),
        }
    }

    /// As a scalar of another type.
    #[inline]
    pub fn cast(self, dtype: DType) -> Scalar {
        if dtype == self.dtype {
            return self;
        }
        with_number!(dtype, T => Scalar::of(self.to::<T>()))
    }

    /// The real part as a float.
    #[inline]
    pub fn float(self) -> f64 {
        match self.dtype {
            DType::F64 => f64::from_bits(self.words[0]),
            DType::F32 => f64::from(f32::from_bits(self.words[0] as u32)),
            DType::C64 | DType::C128 => self.complex().re,
            DType::U64 => self.words[0] as f64,
            DType::Bool => self.words[0] as f64,
            _ => self.words[0] as i64 as f64,
        }
    }

    /// As a complex number.
    pub fn complex(self) -> C128 {
        match self.dtype {
            DType::C128 => Complex::new(f64::from_bits(self.words[0]), f64::from_bits(self.words[1])),
            DType::C64 => {
                let part = |bits: u64| f64::from(f32::from_bits(bits as u32));
                Complex::new(part(self.words[0]), part(self.words[0] >> 32))
            }
            _ => Complex::new(self.float(), 0.0),
        }
    }

    /// The whole number, of a bool or an integer.
    #[inline]
    pub fn integer(self) -> Option<i128> {
        match self.dtype.class() {
            Class::Bool | Class::Unsigned => Some(i128::from(self.words[0])),
            Class::Signed => Some(i128::from(self.words[0] as i64)),
            _ => None,
        }
    }

    /// Whether it is not zero.
    pub fn truth(self) -> bool {
        match self.dtype.class() {
            Class::Bool | Class::Signed | Class::Unsigned => self.words[0] != 0,
            Class::Float => self.float() != 0.0,
            Class::Complex => self.complex() != C128::ZERO,
            Class::Reference => unreachable!("references are asked as values"),
        }
    }

    /// Whether a whole number fits a type of whole numbers.
    pub fn fits(number: i128, dtype: DType) -> bool {
        let bits = dtype.size() as u32 * 8;
        match dtype.class() {
            Class::Signed => number >= -(1i128 << (bits - 1)) && number < 1i128 << (bits - 1),
            Class::Unsigned => number >= 0 && number < 1i128 << bits,
            _ => true,
        }
    }
}

impl From<C64> for Scalar {
    fn from(value: C64) -> Scalar {
        Scalar::of(value)
    }
}
