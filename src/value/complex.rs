//! Complex numbers: two floats in a heap object.
//!
//! In: two floats. Out: the same. Arithmetic on them is in `number` and `ops`. A complex that nobody else can see may
//! be overwritten in place, so that `z = z * z + c` allocates nothing.

use super::Value;
use super::heap::{Gc, Trace};
use std::cell::Cell;

/// The body of a complex number; the parts lie at `RE_OFFSET` and `IM_OFFSET` after the header.
#[repr(C)]
pub struct Complex {
    re: Cell<f64>,
    im: Cell<f64>,
}

impl Complex {
    /// Where the real part lies in the body.
    pub const RE_OFFSET: i32 = 0;
    /// Where the imaginary part lies in the body.
    pub const IM_OFFSET: i32 = 8;

    /// A complex number on the heap.
    #[inline]
    #[allow(clippy::new_ret_no_self)]
    pub fn new(re: f64, im: f64) -> Gc<Complex> {
        Gc::new(Complex { re: Cell::new(re), im: Cell::new(im) })
    }

    /// Both parts.
    #[inline(always)]
    pub fn parts(&self) -> (f64, f64) {
        (self.re.get(), self.im.get())
    }
}

impl Trace for Complex {}

impl Value {
    /// Makes this variable hold a complex number, in place if it alone holds one already.
    #[inline(always)]
    pub fn set_complex(&mut self, re: f64, im: f64) {
        if let Value::Object(object) = &*self
            && object.is_unique()
            && let Some(complex) = object.downcast::<Complex>()
        {
            complex.re.set(re);
            complex.im.set(im);
        } else {
            *self = Value::complex(re, im);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_unshared_complex_is_overwritten() {
        let mut a = Value::complex(1.0, 2.0);
        let address = a.payload();
        a.set_complex(3.0, 4.0);
        assert_eq!((a.payload(), a.as_complex()), (address, Some((3.0, 4.0))));
        let b = a.clone();
        a.set_complex(5.0, 6.0);
        assert_eq!(b.as_complex(), Some((3.0, 4.0)));
        assert_eq!(a.as_complex(), Some((5.0, 6.0)));
    }

    #[test]
    fn layout_is_what_compiled_code_expects() {
        assert_eq!(std::mem::offset_of!(Complex, re), Complex::RE_OFFSET as usize);
        assert_eq!(std::mem::offset_of!(Complex, im), Complex::IM_OFFSET as usize);
    }
}
