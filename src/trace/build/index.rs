//! Lists and tuples: where an item is, loading it, storing it.

use super::array::is_array;
use super::instance::is_instance;
use super::*;
use crate::resolve::tree::{BinaryOp, Expr, ExprKind};
use crate::trace::ir::IntBinary;
use crate::value::Symbol;
use crate::value::heap::Values;
use crate::value::list::List;
use crate::value::tuple::Tuple;

const LIST: i32 = BODY_OFFSET + List::ITEMS_OFFSET;
const TUPLE: i32 = BODY_OFFSET + Tuple::ITEMS_OFFSET;

/// An item of a list: storage, data pointer, index that has been checked.
pub(super) struct Element {
    pub storage: Storage,
    pub data: Val,
    pub index: Val,
}

impl Builder<'_> {
    /// `object[index]`
    pub(super) fn index(&mut self, expr: &Expr, object: &Expr, index: &Expr) -> Step<Abstract> {
        let object_value = self.known(object)?;
        if is_array(&object_value) {
            return self.array_item(&object_value, object, index);
        }
        if matches!(index.kind, ExprKind::Slice(..)) {
            return self.slice(object_value, index, expr.id);
        }
        let held = self.hold(object_value);
        let index_value = self.expr(index)?;
        let object_value = self.take_held(held);
        if is_instance(&object_value) {
            if let Some(row) = self.row_of(&object_value, object, Symbol::GETITEM)? {
                return self.row_item(&row, index, &index_value);
            }
            return match self.contents(&object_value, Symbol::GETITEM)? {
                Some(container) => self.get_item(&Abstract::Object(container), &index_value, expr.id),
                None if self.has_items(&object_value) => self.held_item(&object_value, &index_value, expr.id),
                None => self.item_of_instance(&object_value, &index_value),
            };
        }
        let object_value = match object_value {
            Abstract::Tuple(items) => match self.known_item(&items, &index_value) {
                Some(item) => return Ok(item),
                // Which item it is, only an object can tell.
                None => self.whole(Abstract::Tuple(items)),
            },
            object_value => object_value,
        };
        let ty = self.taken_type(expr.id)?;
        let Abstract::Object(sequence) = &object_value else {
            return self.get_item(&object_value, &index_value, expr.id);
        };
        let index_value = match sequence.kind {
            Kind::List | Kind::Tuple => self.subscript_behind(index_value)?,
            _ => index_value,
        };
        if self.as_subscript(&index_value).is_none() {
            return self.get_item(&object_value, &index_value, expr.id);
        }
        match sequence.kind {
            Kind::Tuple => {
                let at = self.checked_index(sequence, index, &index_value)?;
                self.element(sequence, None, at, ty)
            }
            Kind::List => {
                let element = self.locate(object, &object_value, index, &index_value)?;
                self.load_element(&element, ty)
            }
            _ => match self.byte_item(sequence, index, &index_value)? {
                Some(byte) => Ok(byte),
                None => self.get_item(&object_value, &index_value, expr.id),
            },
        }
    }

    /// The item of a tuple in registers, if the index is known.
    fn known_item(&self, items: &[Abstract], index: &Abstract) -> Option<Abstract> {
        let Abstract::Int(at) = *index else { return None };
        let at = self.ir.unit().int_const(at)?;
        let at = if at < 0 { at + items.len() as i64 } else { at };
        items.get(usize::try_from(at).ok()?).cloned()
    }

    /// A tuple in registers as the object that it is, or is made.
    fn whole(&mut self, tuple: Abstract) -> Abstract {
        let (_, payload) = self.boxed(&tuple);
        let val = self.ir.cast(Ty::Ref, payload);
        self.made(val, Kind::Tuple)
    }

    /// The number of items of an object.
    pub(super) fn length(&mut self, sequence: &Object) -> Step<Val> {
        let (region, offset) = match sequence.kind {
            Kind::List => (MemRegion::ListLength, LIST + Flat::LENGTH_OFFSET),
            Kind::Tuple => (MemRegion::Immutable, TUPLE + Values::LENGTH_OFFSET),
            _ => {
                return match self.count_of_bytes(sequence) {
                    Some(count) => Ok(count),
                    None => self.length_of(sequence),
                };
            }
        };
        Ok(self.ir.load(Access::new(region, Ty::I64, offset), sequence.val))
    }

    /// An index from the front, checked.
    fn checked_index(&mut self, sequence: &Object, index: &Expr, value: &Abstract) -> Step<Val> {
        let Some(at) = self.as_subscript(value) else {
            return self.abort(AbortReason::Operator);
        };
        let length = self.length(sequence)?;
        Ok(self.inside(at, index.id, length))
    }

    /// An index from the front, checked against a length.
    pub(super) fn inside(&mut self, mut at: Val, id: ExprId, length: Val) -> Val {
        match self.ir.unit().int_const(at) {
            Some(known) if known < 0 => at = self.ir.int_binary(IntBinary::Add, length, at),
            Some(_) => {}
            None if self.seen(id).is_some_and(Seen::was_negative) => {
                let zero = self.ir.int(0);
                let negative = self.ir.int_compare(Compare::Lt, at, zero);
                // A negative number and a length come to something that fits.
                let wrapped = self.ir.int_binary(IntBinary::Min, at, zero);
                let from_end = self.ir.int_binary(IntBinary::Add, wrapped, length);
                at = self.ir.select(negative, from_end, at);
            }
            None => {}
        }
        let inside = self.ir.int_compare(Compare::Below, at, length);
        self.guard(inside, Reason::Index);
        at
    }

    /// Finds an item of a list, whose storage is the one seen.
    pub(super) fn locate(
        &mut self,
        object: &Expr,
        list: &Abstract,
        index: &Expr,
        index_value: &Abstract,
    ) -> Step<Element> {
        let Abstract::Object(list @ Object { kind: Kind::List, .. }) = list else {
            return self.abort(AbortReason::Operator);
        };
        if matches!(index.kind, ExprKind::Slice(..)) {
            return self.abort(AbortReason::Expression);
        }
        let storage = match self.seen_type(object.id)?.storage() {
            Some(Storage::Empty) => return self.leave(Reason::Storage),
            Some(storage) => storage,
            None => return self.leave(Reason::Type),
        };
        self.guard_storage(list, storage);
        let index = self.checked_index(list, index, index_value)?;
        let data = self.data(list);
        Ok(Element { storage, data, index })
    }

    pub(super) fn guard_storage(&mut self, list: &Object, storage: Storage) {
        let access = Access::new(MemRegion::ListKind, Ty::I64, LIST + Flat::STORAGE_OFFSET);
        let found = self.ir.load(access, list.val);
        let expected = self.ir.int(storage as i64);
        let same = self.ir.int_compare(Compare::Eq, found, expected);
        self.guard(same, Reason::Storage);
    }

    pub(super) fn data(&mut self, list: &Object) -> Val {
        self.ir.load(Access::new(MemRegion::ListData, Ty::Ptr, LIST + Flat::DATA_OFFSET), list.val)
    }

    /// An item at a place that is known to exist: of a list with this storage (guarded here), or of a tuple.
    pub(super) fn element(
        &mut self,
        sequence: &Object,
        storage: Option<Storage>,
        index: Val,
        ty: Type,
    ) -> Step<Abstract> {
        match storage {
            Some(storage) => {
                self.guard_storage(sequence, storage);
                let data = self.data(sequence);
                self.load_element(&Element { storage, data, index }, ty)
            }
            None => {
                let access = Access::new(MemRegion::Immutable, Ty::Ptr, TUPLE + Values::DATA_OFFSET);
                let data = self.ir.load(access, sequence.val);
                Ok(self.load_tagged(MemRegion::Immutable, data, index, ty))
            }
        }
    }

    /// An item of a tuple, as any value.
    pub(super) fn tuple_item(&mut self, tuple: &Object, index: Val) -> (Val, Val) {
        let access = Access::new(MemRegion::Immutable, Ty::Ptr, TUPLE + Values::DATA_OFFSET);
        let data = self.ir.load(access, tuple.val);
        let load = |offset, ty| Access::new(MemRegion::Immutable, ty, offset);
        let tag = self.ir.load_element(load(TAG_OFFSET, Ty::Tag), data, index);
        (tag, self.ir.load_element(load(PAYLOAD_OFFSET, Ty::I64), data, index))
    }

    fn load_tagged(&mut self, region: MemRegion, data: Val, index: Val, ty: Type) -> Abstract {
        let tag = self.ir.load_element(Access::new(region, Ty::Tag, TAG_OFFSET), data, index);
        let payload = self.ir.load_element(Access::new(region, Ty::I64, PAYLOAD_OFFSET), data, index);
        self.narrow(tag, payload, ty)
    }

    pub(super) fn load_element(&mut self, element: &Element, ty: Type) -> Step<Abstract> {
        let Element { data, index, .. } = *element;
        let mut load = |region, ty, offset| self.ir.load_element(Access::new(region, ty, offset), data, index);
        Ok(match element.storage {
            Storage::Int => Abstract::Int(load(MemRegion::ElemInt, Ty::I64, 0)),
            Storage::Float => Abstract::Float(load(MemRegion::ElemFloat, Ty::F64, 0)),
            Storage::Bool => Abstract::Bool(load(MemRegion::ElemBool, Ty::Bool, 0)),
            Storage::Complex => {
                let re = load(MemRegion::ElemComplex, Ty::F64, 0);
                Abstract::Complex(re, load(MemRegion::ElemComplex, Ty::F64, 8))
            }
            Storage::Any => self.load_tagged(MemRegion::ElemAny, data, index, ty),
            Storage::Empty => return self.leave(Reason::Storage),
        })
    }

    /// `object[index] = value`
    pub(super) fn set_index(
        &mut self,
        object: &Expr,
        object_value: &Abstract,
        index: &Expr,
        index_value: &Abstract,
        value: &Abstract,
    ) -> Step<()> {
        if is_array(object_value) {
            return self.set_array_item((object_value, object), (index, index_value), value);
        }
        if is_instance(object_value) {
            if let Some(row) = self.row_of(object_value, object, Symbol::SETITEM)? {
                return self.set_row_item(&row, (index, index_value), value);
            }
            return match self.contents(object_value, Symbol::SETITEM)? {
                Some(container) => self.set_item(&Abstract::Object(container), index_value, value),
                None => self.set_item_of_instance(object_value, index_value, value),
            };
        }
        if let Abstract::Object(array @ Object { kind: Kind::ByteArray, .. }) = object_value {
            return self.set_byte(array, (index, index_value), value);
        }
        let list = matches!(object_value, Abstract::Object(Object { kind: Kind::List, .. }));
        if !list || self.as_subscript(index_value).is_none() {
            return self.set_item(object_value, index_value, value);
        }
        let storage = self.seen_type(object.id)?.storage();
        let plain = matches!(value, Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::None);
        if storage == Some(Storage::Any) && !plain {
            return self.set_item(object_value, index_value, value);
        }
        let element = self.locate(object, object_value, index, index_value)?;
        self.store_element(&element, value)
    }

    /// `object[index] op= value`
    #[allow(clippy::too_many_arguments)]
    pub(super) fn update_index(
        &mut self,
        object: &Expr,
        object_value: &Abstract,
        index: &Expr,
        index_value: &Abstract,
        op: BinaryOp,
        value: &Abstract,
        [old_seen, new_seen]: &[Seen; 2],
    ) -> Step<()> {
        let Some(old_type) = old_seen.last() else {
            return self.leave(Reason::Branch);
        };
        if is_array(object_value) {
            return self.update_array_item((object_value, object), (index, index_value), (op, value, new_seen));
        }
        if is_instance(object_value)
            && let Some(row) = self.row_of(object_value, object, Symbol::GETITEM)?
            && self.row_of(object_value, object, Symbol::SETITEM)?.is_some()
        {
            let old = self.row_item(&row, index, index_value)?;
            let new = self.operate_in_place(op, &old, value, new_seen)?;
            return self.set_row_item(&row, (index, index_value), &new);
        }
        if let Abstract::Object(array @ Object { kind: Kind::ByteArray, .. }) = object_value {
            return self.update_byte(array, (index, index_value), (op, value, new_seen));
        }
        let contents = match self.contents(object_value, Symbol::SETITEM)? {
            Some(_) => self.contents(object_value, Symbol::GETITEM)?.map(Abstract::Object),
            None => None,
        };
        if is_instance(object_value) && contents.is_none() {
            let [value, object, index] = [value, object_value, index_value].map(|value| self.hold(value.clone()));
            let old = self.item_of_instance(object_value, index_value)?;
            if let Abstract::Object(inner) = &old {
                if matches!(inner.kind, Kind::List | Kind::Array) {
                    return self.abort(AbortReason::Operator);
                }
                self.note_shapes(inner, old_seen);
            }
            let value = self.take_held(value);
            let new = self.operate_in_place(op, &old, &value, new_seen)?;
            let (object, index) = (self.take_held(object), self.take_held(index));
            return self.set_item_of_instance(&object, &index, &new);
        }
        // Of the list that an instance is around, how it holds its items was not seen.
        let in_list = contents.is_none() && matches!(object_value, Abstract::Object(Object { kind: Kind::List, .. }));
        let object_value = contents.as_ref().unwrap_or(object_value);
        if in_list && self.as_subscript(index_value).is_some() {
            let element = self.locate(object, object_value, index, index_value)?;
            let old = self.load_element(&element, old_type)?;
            if matches!(old, Abstract::Object(Object { kind: Kind::List, .. })) {
                // The list inside changes itself, and is stored where it is.
                return self.abort(AbortReason::Operator);
            }
            if is_array(&old) {
                return self.update_array(op, &old, value);
            }
            let new = self.operate_in_place(op, &old, value, new_seen)?;
            let plain = matches!(new, Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::None);
            if element.storage == Storage::Any && !plain {
                return self.set_item(object_value, index_value, &new);
            }
            return self.store_element(&element, &new);
        }
        let old = self.item_of_type(object_value, index_value, old_type)?;
        if matches!(old, Abstract::Object(Object { kind: Kind::List, .. })) {
            return self.abort(AbortReason::Operator);
        }
        if is_array(&old) {
            return self.update_array(op, &old, value);
        }
        let new = self.operate_in_place(op, &old, value, new_seen)?;
        self.set_item(object_value, index_value, &new)
    }

    /// Stores an item; one that the storage does not take is the interpreter's.
    pub(super) fn store_element(&mut self, element: &Element, value: &Abstract) -> Step<()> {
        let Element { storage, data, index, .. } = *element;
        let at = |region, ty, offset| Access::new(region, ty, offset);
        match (storage, value) {
            (Storage::Int, &Abstract::Int(val)) => {
                self.ir.store_element(at(MemRegion::ElemInt, Ty::I64, 0), data, index, val);
            }
            (Storage::Float, &Abstract::Float(val)) => {
                self.ir.store_element(at(MemRegion::ElemFloat, Ty::F64, 0), data, index, val);
            }
            (Storage::Bool, &Abstract::Bool(val)) => {
                self.ir.store_element(at(MemRegion::ElemBool, Ty::Bool, 0), data, index, val);
            }
            (Storage::Complex, &Abstract::Complex(re, im)) => {
                self.ir.store_element(at(MemRegion::ElemComplex, Ty::F64, 0), data, index, re);
                self.ir.store_element(at(MemRegion::ElemComplex, Ty::F64, 8), data, index, im);
            }
            (Storage::Any, Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::None) => {
                // What is overwritten must not be an object, whose count would change.
                let region = MemRegion::ElemAny;
                let old = self.ir.load_element(at(region, Ty::Tag, TAG_OFFSET), data, index);
                let object = self.ir.tag(TAG_OBJECT);
                let plain = self.ir.int_compare(Compare::Ne, old, object);
                self.guard(plain, Reason::Type);
                let (tag, payload) = self.boxed(value);
                self.ir.store_element(at(region, Ty::Tag, TAG_OFFSET), data, index, tag);
                self.ir.store_element(at(region, Ty::I64, PAYLOAD_OFFSET), data, index, payload);
            }
            (Storage::Any, _) => return self.abort(AbortReason::Operator),
            _ => return self.leave(Reason::Storage),
        }
        Ok(())
    }
}
