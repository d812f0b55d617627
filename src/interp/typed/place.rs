//! Values looked at where they lie: items of lists and tuples, rows of rows.
//!
//! In: the place of a container and an index. Out: numbers read from flat storage, or the place of an item. Nothing is
//! cloned and no count changes: a place is let go of before the statement stores anything.

use num_complex::Complex64;

use super::build::Sight;
use super::{Complexes, Floats, Ints, Places, Truths};
use crate::interp::frame::Frame;
use crate::resolve::tree::Expr;
use crate::value::array::NdArray;
use crate::value::dict::Dict;
use crate::value::list::List;
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Value};

/// The list that lies in a place.
#[inline(always)]
pub fn list<'f>(place: &'f impl Places, frame: &'f Frame) -> Option<&'f List> {
    place.place(frame)?.downcast::<List>()
}

/// An item of a list whose storage says its type: `object[index]`.
pub struct Element<P, I> {
    /// Where the list lies.
    pub object: P,
    /// Which item.
    pub index: I,
}

impl<P: Places, I: Ints> Ints for Element<P, I> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        let index = self.index.int(frame)?;
        list(&self.object, frame)?.int_at(index)
    }
}

impl<P: Places, I: Ints> Floats for Element<P, I> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        let index = self.index.int(frame)?;
        list(&self.object, frame)?.float_at(index)
    }
}

impl<P: Places, I: Ints> Truths for Element<P, I> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        let index = self.index.int(frame)?;
        list(&self.object, frame)?.bool_at(index)
    }
}

impl<P: Places, I: Ints> Complexes for Element<P, I> {
    #[inline(always)]
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        let index = self.index.int(frame)?;
        let (re, im) = list(&self.object, frame)?.complex_at(index)?;
        Some(Complex64::new(re, im))
    }
}

/// An item of a list of mixed values.
pub struct ListItem<P, I> {
    /// Where the list lies.
    pub object: P,
    /// Which item.
    pub index: I,
}

impl<P: Places, I: Ints> Places for ListItem<P, I> {
    #[inline(always)]
    fn place<'f>(&'f self, frame: &'f Frame) -> Option<&'f Value> {
        let index = self.index.int(frame)?;
        list(&self.object, frame)?.any_at(index)
    }
}

/// An item of a tuple.
pub struct TupleItem<P, I> {
    /// Where the tuple lies.
    pub object: P,
    /// Which item.
    pub index: I,
}

impl<P: Places, I: Ints> Places for TupleItem<P, I> {
    #[inline(always)]
    fn place<'f>(&'f self, frame: &'f Frame) -> Option<&'f Value> {
        let index = self.index.int(frame)?;
        let items = self.object.place(frame)?.downcast::<Tuple>()?.items();
        let index = if index < 0 { index + items.len() as i64 } else { index };
        items.get(usize::try_from(index).ok()?)
    }
}

/// The number that lies in a place.
pub struct Held<P>(pub P);

impl<P: Places> Ints for Held<P> {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        self.0.place(frame)?.as_int()
    }
}

impl<P: Places> Floats for Held<P> {
    #[inline(always)]
    fn float(&self, frame: &Frame) -> Option<f64> {
        self.0.place(frame)?.as_float()
    }
}

impl<P: Places> Truths for Held<P> {
    #[inline(always)]
    fn truth(&self, frame: &Frame) -> Option<bool> {
        self.0.place(frame)?.as_bool()
    }
}

impl<P: Places> Complexes for Held<P> {
    #[inline(always)]
    fn complex(&self, frame: &Frame) -> Option<Complex64> {
        let (re, im) = self.0.place(frame)?.as_complex()?;
        Some(Complex64::new(re, im))
    }
}

/// `len(object)` of a container of a built-in type.
pub struct Length(Box<dyn Places>);

impl Length {
    /// The typed form, if what is there now is such a container.
    pub fn build(sight: &Sight<'_>, object: &Expr) -> Option<Length> {
        let (place, value) = sight.place(object)?;
        length(&value)?;
        Some(Length(place.boxed()))
    }
}

impl Ints for Length {
    #[inline(always)]
    fn int(&self, frame: &Frame) -> Option<i64> {
        length(self.0.place(frame)?)
    }
}

fn length(object: &Value) -> Option<i64> {
    let length = match object.kind()? {
        Kind::List => object.downcast::<List>()?.len(),
        Kind::Array => return object.downcast::<NdArray>()?.length_of(0),
        Kind::Tuple => object.downcast::<Tuple>()?.len(),
        Kind::Str => object.downcast::<Str>()?.len(),
        Kind::Dict => object.downcast::<Dict>()?.len(),
        Kind::Set => object.downcast::<Set>()?.len(),
        _ => return None,
    };
    Some(length as i64)
}
