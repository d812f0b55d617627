//! Arrays: their elements, loaded and stored where they lie, and what is known of them.
//!
//! In: an array and subscripts. Out: addresses, with index checks in front. What machine code counts on is the array's layout (element
//! type, number of dimensions, along which of them elements lie side by side): known of what a unit is entered with, guarded elsewhere.
//! The header of an array stays as it is while compiled code runs, so lengths, strides and addresses are loaded once. Views exist in registers only ([`view`]).
//!
//! [`view`]: super::view

use super::view::{ViewOf, places_in};
use super::*;
use crate::array::dtype::Class;
use crate::array::ndarray::{Dense, Layout};
use crate::array::{Array, DType};
use crate::resolve::tree::{BinaryOp, Expr, ExprKind};
use crate::trace::ir::{IntBinary, Vals};
use crate::value::array::NdArray;

const ARRAY: i32 = BODY_OFFSET + NdArray::ARRAY_OFFSET as i32;
/// The most dimensions that are known to machine code.
pub(super) const MOST: u8 = 4;

/// An array of a layout that is known: an object, or a view that exists only here.
#[derive(Clone)]
pub(super) struct Known {
    pub layout: Layout,
    /// The object, or the one that the view is of.
    pub owner: Object,
    pub view: Option<Rc<ViewOf>>,
}

/// An element of an array, which is there: an address, and how many elements further.
struct Place {
    dtype: DType,
    base: Val,
    index: Option<Val>,
}

pub(super) fn is_array(value: &Abstract) -> bool {
    matches!(value, Abstract::View(_) | Abstract::Object(Object { kind: Kind::Array, .. }))
}

impl Builder<'_> {
    /// The array that a value is, its layout guarded if it is not known. `id` is the expression that gave it.
    pub(super) fn known_array(&mut self, value: &Abstract, id: ExprId) -> Step<Known> {
        let array = match value {
            Abstract::View(view) => {
                return Ok(Known { layout: view.layout, owner: view.owner, view: Some(view.clone()) });
            }
            Abstract::Object(array) if array.kind == Kind::Array => *array,
            _ => return self.abort(AbortReason::Operator),
        };
        let seen = || self.seen(id).and_then(|seen| seen.types().iter().rev().find_map(|ty| ty.layout()));
        let Some(layout) = array.layout.or_else(seen) else {
            // An array of references has no layout that is counted on.
            let is_other = self.seen(id).is_some_and(|seen| seen.types().contains(&Type::Object(Kind::Array)));
            return if is_other { self.abort(AbortReason::Operator) } else { self.leave(Reason::Layout) };
        };
        if layout.rank > MOST {
            return self.abort(AbortReason::Operator);
        }
        if array.layout.is_none() {
            self.guard_layout(&array, layout);
        }
        Ok(Known { layout, owner: array, view: None })
    }

    /// Leaves unless an array has a layout.
    pub(super) fn guard_layout(&mut self, array: &Object, layout: Layout) {
        let at = ARRAY + Array::LAYOUT_OFFSET as i32;
        let access = Access { width: 4, ..Access::new(MemRegion::ArrayHeader, Ty::I64, at) };
        let found = self.ir.load(access, array.val);
        let expected = self.ir.int(layout.word().into());
        let same = self.ir.int_compare(Compare::Eq, found, expected);
        self.guard(same, Reason::Layout);
    }

    fn header(&mut self, array: &Object, region: MemRegion, ty: Ty, offset: usize) -> Val {
        self.ir.load(Access::new(region, ty, ARRAY + offset as i32), array.val)
    }

    /// The length of a dimension.
    pub(super) fn dimension(&mut self, array: &Known, axis: usize) -> Val {
        match &array.view {
            Some(view) => view.shape[axis],
            None => self.header(&array.owner, MemRegion::ArrayShape, Ty::I64, Array::SHAPE_OFFSET + 8 * axis),
        }
    }

    /// The bytes from an element to the next along a dimension.
    pub(super) fn stride(&mut self, array: &Known, axis: usize) -> Val {
        let rank = usize::from(array.layout.rank);
        match (&array.view, array.layout.dense) {
            (_, Dense::Last) if axis + 1 == rank => self.ir.int(array.layout.dtype.size() as i64),
            (_, Dense::First) if axis == 0 => self.ir.int(array.layout.dtype.size() as i64),
            (Some(view), _) => view.strides[axis],
            (None, _) => self.header(&array.owner, MemRegion::ArrayHeader, Ty::I64, Array::STRIDES_OFFSET + 8 * axis),
        }
    }

    /// The address of the first element.
    pub(super) fn first_element(&mut self, array: &Known) -> Val {
        match &array.view {
            Some(view) => view.data,
            None => self.header(&array.owner, MemRegion::ArrayHeader, Ty::Ptr, Array::DATA_OFFSET),
        }
    }

    /// `len(array)`
    pub(super) fn array_length(&mut self, value: &Abstract, id: ExprId) -> Step<Abstract> {
        let array = self.known_array(value, id)?;
        match array.layout.rank {
            0 => self.leave(Reason::Layout),
            _ => Ok(Abstract::Int(self.dimension(&array, 0))),
        }
    }

    /// `array.name`
    pub(super) fn array_attribute(&mut self, value: &Abstract, name: &str, id: ExprId) -> Step<Abstract> {
        let array = self.known_array(value, id)?;
        let rank = usize::from(array.layout.rank);
        match name {
            "ndim" => Ok(Abstract::Int(self.ir.int(rank as i64))),
            "shape" => {
                let lengths: Vec<Abstract> =
                    (0..rank).map(|axis| Abstract::Int(self.dimension(&array, axis))).collect();
                Ok(Abstract::Tuple(lengths.into()))
            }
            "size" if array.view.is_none() => {
                Ok(Abstract::Int(self.header(&array.owner, MemRegion::ArrayShape, Ty::I64, Array::SIZE_OFFSET)))
            }
            "T" => Ok(self.transposed(&array)),
            _ => self.abort(AbortReason::Expression),
        }
    }

    /// `array[index] = value`
    pub(super) fn set_array_item(
        &mut self,
        (array, object): (&Abstract, &Expr),
        (index, places): (&Expr, &Abstract),
        value: &Abstract,
    ) -> Step<()> {
        let array = self.known_array(array, object.id)?;
        let place = self.place_named(&array, index, places)?;
        self.store_place(&array, &place, value)
    }

    /// `array[index] op= value`
    pub(super) fn update_array_item(
        &mut self,
        (array, object): (&Abstract, &Expr),
        (index, places): (&Expr, &Abstract),
        (op, value, seen): (BinaryOp, &Abstract, &Seen),
    ) -> Step<()> {
        let array = self.known_array(array, object.id)?;
        let place = self.place_named(&array, index, places)?;
        let old = self.load_place(&place);
        let new = self.operate_in_place(op, &old, value, seen)?;
        self.store_place(&array, &place, &new)
    }

    /// The element that a subscript names whose value is known.
    fn place_named(&mut self, array: &Known, index: &Expr, value: &Abstract) -> Step<Place> {
        let values = places_in(value);
        if values.len() != usize::from(array.layout.rank) {
            return self.abort(AbortReason::Operator);
        }
        let mut places = Vals::new();
        for (axis, value) in values.iter().enumerate() {
            let id = match &index.kind {
                ExprKind::Tuple(items) => items[axis].id,
                _ => index.id,
            };
            let Some(at) = self.place_on_axis(value) else {
                return self.abort(AbortReason::Operator);
            };
            let length = self.dimension(array, axis);
            places.push(self.inside(at, id, length));
        }
        Ok(self.place(array, &places))
    }

    /// The whole number that a subscript is.
    pub(super) fn place_on_axis(&mut self, value: &Abstract) -> Option<Val> {
        match value {
            // A truth value chooses elements.
            Abstract::Bool(_) => None,
            value => self.as_subscript(value),
        }
    }

    /// The element at places that have been checked.
    fn place(&mut self, array: &Known, places: &[Val]) -> Place {
        let mut base = self.first_element(array);
        let dtype = array.layout.dtype;
        let rank = places.len();
        let mut index = None;
        for (axis, &at) in places.iter().enumerate() {
            let dense = match array.layout.dense {
                Dense::Last => axis + 1 == rank,
                Dense::First => axis == 0,
                Dense::Nowhere => false,
            };
            if dense && !dtype.is_complex() {
                index = Some(at);
            } else {
                let stride = self.stride(array, axis);
                let bytes = self.ir.int_binary(IntBinary::Mul, at, stride);
                base = self.ir.offset(base, bytes);
            }
        }
        Place { dtype, base, index }
    }

    /// The element at places that have been checked, as a scalar.
    pub(super) fn element_at(&mut self, array: &Known, places: &[Val]) -> Abstract {
        let place = self.place(array, places);
        self.load_place(&place)
    }

    fn load_part(&mut self, place: &Place, ty: Ty, width: u8, signed: bool, offset: i32) -> Val {
        let access = Access { width, signed, ..Access::new(MemRegion::ElemArray, ty, offset) };
        match place.index {
            Some(index) => self.ir.load_element(access, place.base, index),
            None => self.ir.load(access, place.base),
        }
    }

    fn load_place(&mut self, place: &Place) -> Abstract {
        let dtype = place.dtype;
        let width = dtype.part().size() as u8;
        let parts = match dtype.class() {
            Class::Bool => {
                let byte = self.load_part(place, Ty::I64, width, false, 0);
                let zero = self.ir.int(0);
                Vals::from_slice(&[self.ir.int_compare(Compare::Ne, byte, zero)])
            }
            Class::Signed => Vals::from_slice(&[self.load_part(place, Ty::I64, width, width < 8, 0)]),
            Class::Unsigned => {
                let val = self.load_part(place, Ty::I64, width, false, 0);
                if width == 8 {
                    self.guard_unsigned(val);
                }
                Vals::from_slice(&[val])
            }
            Class::Float => Vals::from_slice(&[self.load_part(place, Ty::F64, width, false, 0)]),
            Class::Complex => {
                let re = self.load_part(place, Ty::F64, width, false, 0);
                Vals::from_slice(&[re, self.load_part(place, Ty::F64, width, false, width.into())])
            }
            Class::Reference => unreachable!("arrays of references have no layout here"),
        };
        Abstract::Scalar(dtype, parts)
    }

    /// Stores an element, cast to the type of the array. A view may be written to if its array may.
    fn store_place(&mut self, array: &Known, place: &Place, value: &Abstract) -> Step<()> {
        let flags = ARRAY + Array::WRITEABLE_OFFSET as i32;
        let access = Access { width: 1, ..Access::new(MemRegion::ArrayFlags, Ty::I64, flags) };
        let writeable = self.ir.load(access, array.owner.val);
        let zero = self.ir.int(0);
        let writeable = self.ir.int_compare(Compare::Ne, writeable, zero);
        self.guard(writeable, Reason::Layout);
        let number = matches!(value, Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::Complex(..));
        if !number && !matches!(value, Abstract::Scalar(..)) {
            return self.abort(AbortReason::Operator);
        }
        let Some(parts) = self.cast_to(place.dtype, value) else {
            return self.abort(AbortReason::Operator);
        };
        let width = place.dtype.part().size() as u8;
        for (part, offset) in parts.into_iter().zip([0, i32::from(width)]) {
            let ty = self.ir.ty(part);
            let access = Access { width, ..Access::new(MemRegion::ElemArray, ty, offset) };
            match place.index {
                Some(index) => self.ir.store_element(access, place.base, index, part),
                None => self.ir.store(access, place.base, part),
            }
        }
        Ok(())
    }
}
