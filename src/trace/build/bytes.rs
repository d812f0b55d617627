//! Bytes objects, byte arrays and text: bytes that are loaded, stored and compared where they lie.
//!
//! Bytes objects never change. Where the bytes of a byte array lie, and how many there are, its methods change alone; nothing here keeps
//! an address past one. Text can be longer after `+=`, so that what is loaded of it is not memory that stays as it is.

use super::*;
use crate::resolve::tree::{BinaryOp, CompareOp, Expr};
use crate::trace::ir::BoolBinary;
use crate::value::byte_array::ByteArray;
use crate::value::bytes::Bytes;
use crate::value::opaque::Row;
use crate::value::str::Str;

const ROW: i32 = BODY_OFFSET + ByteArray::ROW_OFFSET;
const BYTES: i32 = BODY_OFFSET + Bytes::LENGTH_OFFSET;
const TEXT: i32 = BODY_OFFSET + Str::SIZE_OFFSET;
/// How far behind their number bytes lie, that are in one block with it.
const BEHIND: i32 = 8;

/// A byte, as an int.
fn byte(region: MemRegion, offset: i32) -> Access {
    Access { width: 1, ..Access::new(region, Ty::I64, offset) }
}

impl Builder<'_> {
    /// How many bytes a bytes object or byte array has.
    pub(super) fn count_of_bytes(&mut self, object: &Object) -> Option<Val> {
        let access = match object.kind {
            Kind::Bytes => Access::new(MemRegion::Immutable, Ty::I64, BYTES),
            Kind::ByteArray => Access::new(MemRegion::ListLength, Ty::I64, ROW + Row::LENGTH_OFFSET),
            _ => return None,
        };
        Some(self.ir.load(access, object.val))
    }

    /// Where a byte lies that is there: the address of the first one, and how many further.
    fn place_of_byte(&mut self, object: &Object, index: &Expr, value: &Abstract) -> Step<Option<(Val, Val)>> {
        let (Some(at), Some(length)) = (self.as_subscript(value), self.count_of_bytes(object)) else {
            return Ok(None);
        };
        let at = self.inside(at, index.id, length);
        let data = match object.kind {
            Kind::ByteArray => {
                self.ir.load(Access::new(MemRegion::ListData, Ty::Ptr, ROW + Row::DATA_OFFSET), object.val)
            }
            _ => {
                let start = self.ir.int((BYTES + BEHIND).into());
                self.ir.offset(object.val, start)
            }
        };
        Ok(Some((data, at)))
    }

    /// `bytes[index]`, of a bytes object or byte array.
    pub(super) fn byte_item(&mut self, object: &Object, index: &Expr, value: &Abstract) -> Step<Option<Abstract>> {
        let Some((data, at)) = self.place_of_byte(object, index, value)? else { return Ok(None) };
        // Arrays may share the memory of a byte array.
        let access = byte(MemRegion::ElemArray, 0);
        Ok(Some(Abstract::Int(self.ir.load_element(access, data, at))))
    }

    /// `array[index] = value`, of a byte array.
    pub(super) fn set_byte(&mut self, array: &Object, index: (&Expr, &Abstract), value: &Abstract) -> Step<()> {
        let Some((data, at)) = self.place_of_byte(array, index.0, index.1)? else {
            return self.abort(AbortReason::Operator);
        };
        let Some(val) = self.as_int(value) else {
            return self.leave(Reason::Type);
        };
        self.guard_bounds(DType::U8, val);
        self.ir.store_element(byte(MemRegion::ElemArray, 0), data, at, val);
        Ok(())
    }

    /// `array[index] op= value`, of a byte array.
    pub(super) fn update_byte(
        &mut self,
        array: &Object,
        index: (&Expr, &Abstract),
        (op, value, seen): (BinaryOp, &Abstract, &Seen),
    ) -> Step<()> {
        let Some(old) = self.byte_item(array, index.0, index.1)? else {
            return self.abort(AbortReason::Operator);
        };
        let new = self.operate_in_place(op, &old, value, seen)?;
        self.set_byte(array, index, &new)
    }

    /// `==` or `!=` of texts: single characters, and texts of other lengths, are told apart without a call.
    pub(super) fn compare_texts(
        &mut self,
        op: CompareOp,
        x: (&Object, &Abstract),
        y: (&Object, &Abstract),
    ) -> Step<Val> {
        let mut load = |object: &Object| {
            let size = self.ir.load(Access::new(MemRegion::ListLength, Ty::I64, TEXT), object.val);
            // There is room for a byte even where there is no text.
            (size, self.ir.load(byte(MemRegion::ElemBool, TEXT + BEHIND), object.val))
        };
        let ((x_size, x_first), (y_size, y_first)) = (load(x.0), load(y.0));
        let one = self.ir.int(1);
        let same_size = self.ir.int_compare(Compare::Eq, x_size, y_size);
        let single = self.ir.int_compare(Compare::Eq, y_size, one);
        let differ = self.ir.bool_not(same_size);
        let told = self.ir.bool_binary(BoolBinary::Or, differ, single);
        let same_first = self.ir.int_compare(Compare::Eq, x_first, y_first);
        let same = self.ir.bool_binary(BoolBinary::And, same_size, same_first);
        // The exit is the same on both ways.
        self.here();
        let branch = self.ir.begin_if(told);
        self.ir.yield_values(&[same]);
        self.ir.begin_else(branch);
        let equal = self.compare_by_runtime(CompareOp::Equal, x.1, y.1)?;
        self.ir.yield_values(&[equal]);
        let equal = self.ir.end_if(branch, &[Ty::Bool])[0];
        Ok(if op == CompareOp::Equal { equal } else { self.ir.bool_not(equal) })
    }
}
