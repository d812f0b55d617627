//! Rows of machine numbers that an instance is around (`array.array`): their items, loaded and stored where they lie.
//!
//! What holds for all instances of a shape says that one is around such a row; of which type its numbers are is guarded. Where it lies and how
//! long it is are loaded once, but for what `append` changes.

use super::*;
use crate::array::dtype::Class;
use crate::resolve::tree::Expr;
use crate::value::Symbol;
use crate::value::function::Builtin;
use crate::value::opaque::{Opaque, Row};

/// A row, with the type of its numbers.
pub(super) struct Known {
    row: Val,
    item: DType,
}

fn item_of(code: u8) -> Option<DType> {
    Some(match code {
        b'd' => DType::F64,
        b'f' => DType::F32,
        b'b' => DType::I8,
        b'B' => DType::U8,
        b'h' => DType::I16,
        b'H' => DType::U16,
        b'i' => DType::I32,
        b'I' => DType::U32,
        b'l' | b'q' => DType::I64,
        b'L' | b'Q' => DType::U64,
        _ => return None,
    })
}

impl Builder<'_> {
    /// The row that an instance is around, if it was seen to be around one and its class reads (`__getitem__`) or
    /// writes items (`__setitem__`) as the built-in class does.
    pub(super) fn row_of(&mut self, object: &Abstract, expr: &Expr, method: Symbol) -> Step<Option<Known>> {
        let (Abstract::Object(instance), Some(code)) = (object, self.seen(expr.id).and_then(Seen::row)) else {
            return Ok(None);
        };
        let Some(item) = item_of(code) else { return Ok(None) };
        let native = |shape: &Gc<Shape>| {
            let found = shape.class().lookup(method);
            found.is_some_and(|found| {
                found
                    .downcast::<Builtin>()
                    .and_then(Builtin::owner)
                    .is_some_and(|owner| owner.as_str() == "array.array")
            })
        };
        if !self.shapes.get(&instance.val).is_some_and(|shapes| shapes.iter().all(native)) {
            return Ok(None);
        }
        self.each_shape(object, &mut |_, _| Ok(Abstract::None))?;
        let (tag, payload) = self.payload(instance);
        let expected = self.ir.tag(TAG_OBJECT);
        let wraps = self.ir.int_compare(Compare::Eq, tag, expected);
        self.guard(wraps, Reason::Type);
        let payload = self.ir.cast(Ty::Ref, payload);
        let fixed = |ty, offset| Access::new(MemRegion::Immutable, ty, offset);
        let row = self.ir.load(fixed(Ty::Ptr, BODY_OFFSET + Opaque::ROW_OFFSET), payload);
        let found = self.ir.load(fixed(Ty::I64, Row::CODE_OFFSET), row);
        let expected = self.ir.int(code.into());
        let same = self.ir.int_compare(Compare::Eq, found, expected);
        self.guard(same, Reason::Layout);
        Ok(Some(Known { row, item }))
    }

    /// How many numbers there are.
    pub(super) fn row_length(&mut self, row: &Known) -> Val {
        self.ir.load(Access::new(MemRegion::ArrayShape, Ty::I64, Row::LENGTH_OFFSET), row.row)
    }

    /// Where an item lies that is there: the first one, and how many further.
    fn row_place(&mut self, row: &Known, index: &Expr, value: &Abstract) -> Step<(Val, Val)> {
        let Some(at) = self.as_subscript(value) else {
            return self.abort(AbortReason::Operator);
        };
        let length = self.row_length(row);
        let at = self.inside(at, index.id, length);
        Ok((self.ir.load(Access::new(MemRegion::ArrayHeader, Ty::Ptr, Row::DATA_OFFSET), row.row), at))
    }

    /// `row[index]`
    pub(super) fn row_item(&mut self, row: &Known, index: &Expr, value: &Abstract) -> Step<Abstract> {
        let (data, at) = self.row_place(row, index, value)?;
        let (access, class) = (access(row.item), row.item.class());
        let val = self.ir.load_element(access, data, at);
        if class == Class::Float {
            return Ok(Abstract::Float(val));
        }
        if class == Class::Unsigned && access.width == 8 {
            self.guard_unsigned(val);
        }
        Ok(Abstract::Int(val))
    }

    /// `row[index] = value`
    pub(super) fn set_row_item(&mut self, row: &Known, index: (&Expr, &Abstract), value: &Abstract) -> Step<()> {
        let (data, at) = self.row_place(row, index.0, index.1)?;
        let val = match row.item.class() {
            Class::Float => self.as_float(value),
            _ => self.as_int(value),
        };
        let Some(val) = val else {
            return self.leave(Reason::Type);
        };
        if row.item.class() != Class::Float {
            self.guard_bounds(row.item, val);
        }
        let access = Access { signed: false, ..access(row.item) };
        self.ir.store_element(access, data, at, val);
        Ok(())
    }
}

/// How an item lies in memory.
fn access(item: DType) -> Access {
    let (class, width) = (item.class(), item.size() as u8);
    let ty = if class == Class::Float { Ty::F64 } else { Ty::I64 };
    Access { width, signed: class == Class::Signed && width < 8, ..Access::new(MemRegion::ElemArray, ty, 0) }
}
