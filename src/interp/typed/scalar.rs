//! Scalars of arrays: numbers that know their type, computed with as machine numbers.
//!
//! In: operand nodes. Out: nodes whose results are of one type of elements. Where numpy would warn or wrap round, there is
//! no result, and the generic form has its say.

use num_complex::Complex64;

use super::{Complexes, Floats, Ints, Places, Returned, Target, Truths, Typed};
use crate::array::{DType, Scalar};
use crate::interp::frame::{Frame, slot_mut};
use crate::resolve::tree::Slot;
use crate::value::Value;
use crate::value::array::{Complex128, from_word};

/// The `float64` that lies in a place.
pub struct HeldDouble<P>(pub P);

/// The `float32` that lies in a place.
pub struct HeldSingle<P>(pub P);

/// The scalar of whole numbers of a type that lies in a place.
pub struct HeldWhole<P>(pub P, pub DType);

/// The `bool` of arrays that lies in a place.
pub struct HeldTruth<P>(pub P);

/// The `complex128` that lies in a place.
pub struct HeldPair<P>(pub P);

impl<P: Places> Floats for HeldDouble<P> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        match self.0.place(frame)? {
            Value::NumpyF64(bits) => Some(f64::from_bits(*bits)),
            _ => None,
        }
    }
}

impl<P: Places> Floats for HeldSingle<P> {
    fn float(&self, frame: &Frame) -> Option<f64> {
        match self.0.place(frame)? {
            Value::NumpyF32(bits) => Some(f64::from(f32::from_bits(*bits as u32))),
            _ => None,
        }
    }
}

impl<P: Places> Ints for HeldWhole<P> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        let value = self.0.place(frame)?;
        let word = (value.scalar_dtype() == Some(self.1)).then(|| value.scalar_word() as i64)?;
        (word >= 0 || self.1 != DType::U64).then_some(word)
    }
}

impl<P: Places> Truths for HeldTruth<P> {
    fn truth(&self, frame: &Frame) -> Option<bool> {
        match self.0.place(frame)? {
            Value::NumpyBool(word) => Some(*word != 0),
            _ => None,
        }
    }
}

impl<P: Places> Complexes for HeldPair<P> {
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        Some(self.0.place(frame)?.downcast::<Complex128>()?.value)
    }
}

/// A result that is a number: anything else may have to be warned about.
pub struct Finite<A>(pub A);

impl<A: Floats> Floats for Finite<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        self.0.float(frame).filter(|result| result.is_finite())
    }
}

impl<A: Complexes> Complexes for Finite<A> {
    #[inline(always)]
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        self.0.complex(frame).filter(|result| result.re.is_finite() && result.im.is_finite())
    }
}

/// A result rounded to 32 bits. One operation on two such numbers, done with 64 bits and rounded, is exact.
pub struct Single<A>(pub A);

impl<A: Floats> Floats for Single<A> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        let rounded = self.0.float(frame)? as f32;
        rounded.is_finite().then(|| f64::from(rounded))
    }
}

/// A result that a type of whole numbers holds.
pub struct Fitting<A> {
    /// The result.
    pub node: A,
    /// The smallest number of the type.
    pub low: i64,
    /// The largest one.
    pub high: i64,
}

impl<A: Ints> Ints for Fitting<A> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        self.node.int(frame).filter(|result| (self.low..=self.high).contains(result))
    }
}

/// The value of a `float64`.
#[inline(always)]
fn double(value: f64) -> Value {
    Value::NumpyF64(value.to_bits())
}

/// The value of a scalar of floats, of a type.
fn real(dtype: DType, value: f64) -> Value {
    match dtype {
        DType::F32 => Value::NumpyF32(u64::from((value as f32).to_bits())),
        _ => double(value),
    }
}

/// `target = float64`
pub struct AssignDouble<T, A>(pub T, pub A);

impl<T: Target, A: Floats> Typed for AssignDouble<T, A> {
    #[inline(always)]
    fn run(&self, frame: &mut Frame) -> bool {
        let Some(value) = self.1.float(frame) else {
            return false;
        };
        self.0.store(frame, double(value));
        true
    }
}

/// `target = scalar`, of any type but `complex128`.
pub struct AssignScalar<T, A>(pub T, pub A);

impl<T: Target, A: Returned> Typed for AssignScalar<T, A> {
    fn run(&self, frame: &mut Frame) -> bool {
        let Some(value) = self.1.returned(frame) else {
            return false;
        };
        self.0.store(frame, value);
        true
    }
}

/// `target = complex128`
pub struct AssignPair(pub Slot, pub Box<dyn Complexes>);

impl Typed for AssignPair {
    fn run(&self, frame: &mut Frame) -> bool {
        let Some(value) = self.1.complex(frame) else {
            return false;
        };
        *slot_mut(frame, self.0) = Value::from(Scalar::of(value));
        true
    }
}

/// The value of a scalar of floats.
pub struct RealValue(pub DType, pub Box<dyn Floats>);

/// The value of a scalar of whole numbers.
pub struct WholeValue(pub DType, pub Box<dyn Ints>);

/// The value of a `bool` of arrays.
pub struct TruthValue(pub Box<dyn Truths>);

/// The value of a `complex128`.
pub struct PairValue(pub Box<dyn Complexes>);

impl Returned for RealValue {
    fn returned(&self, frame: &Frame) -> Option<Value> {
        Some(real(self.0, self.1.float(frame)?))
    }
}

impl Returned for WholeValue {
    fn returned(&self, frame: &Frame) -> Option<Value> {
        Some(from_word(self.0, self.1.int(frame)? as u64))
    }
}

impl Returned for TruthValue {
    fn returned(&self, frame: &Frame) -> Option<Value> {
        Some(Value::NumpyBool(u64::from(self.0.truth(frame)?)))
    }
}

impl Returned for PairValue {
    fn returned(&self, frame: &Frame) -> Option<Value> {
        Some(Value::from(Scalar::of(self.0.complex(frame)?)))
    }
}

impl Returned for Box<dyn Returned> {
    fn returned(&self, frame: &Frame) -> Option<Value> {
        (**self).returned(frame)
    }
}
