//! Views of arrays: rows, slices, transposed arrays. They exist in registers until something needs the object.
//!
//! In: an array and subscripts that leave dimensions over. Out: the address of the first element of the view, its lengths and strides.

use super::array::{Known, MOST};
use super::*;
use crate::array::ndarray::{Dense, Layout};
use crate::resolve::tree::{Constant, Expr, ExprKind};
use crate::trace::ir::{IntBinary, Vals};

/// A view that exists only here.
#[derive(Clone, Debug)]
pub(super) struct ViewOf {
    /// The array that it is a view of.
    pub owner: Object,
    /// What is known of it. Where elements lie side by side without anybody knowing, its object will say so and this does not.
    pub layout: Layout,
    pub data: Val,
    pub shape: Vals,
    pub strides: Vals,
}

impl ViewOf {
    pub fn parts(&self) -> impl Iterator<Item = Val> {
        [self.owner.val, self.data].into_iter().chain(self.shape.iter().copied()).chain(self.strides.iter().copied())
    }

    pub fn with_parts(&self, mut next: impl FnMut() -> Val) -> ViewOf {
        let owner = Object { val: next(), layout: None, ..self.owner };
        let data = next();
        let shape = self.shape.iter().map(|_| next()).collect();
        ViewOf { owner, data, shape, strides: self.strides.iter().map(|_| next()).collect(), ..*self }
    }
}

/// One item of a subscript.
enum Item {
    /// A place on an axis, by the expression that gave it.
    At(Val, ExprId),
    /// A slice with a step that is known.
    Slice { start: Option<Val>, stop: Option<Val>, step: i64 },
    /// `None`: one dimension more.
    New,
    /// `...`
    Ellipsis,
}

impl Builder<'_> {
    /// `array[index]`: an element, or a view.
    pub(super) fn array_item(&mut self, array: &Abstract, object: &Expr, index: &Expr) -> Step<Abstract> {
        let array = self.known_array(array, object.id)?;
        let rank = usize::from(array.layout.rank);
        let mut items = Vec::new();
        match &index.kind {
            ExprKind::Tuple(exprs) => {
                for expr in exprs {
                    items.push(self.item(expr)?);
                }
            }
            ExprKind::Slice(..) | ExprKind::Constant(_) => items.push(self.item(index)?),
            _ => {
                let value = self.expr(index)?;
                for value in places_in(&value) {
                    match self.place_on_axis(value) {
                        Some(at) => items.push(Item::At(at, index.id)),
                        None => return self.abort(AbortReason::Operator),
                    }
                }
            }
        }
        let taken = items.iter().filter(|item| matches!(item, Item::At(..) | Item::Slice { .. })).count();
        if taken > rank {
            return self.leave(Reason::Index);
        }
        if items.iter().all(|item| matches!(item, Item::At(..))) && taken == rank {
            let mut places = Vals::new();
            for (axis, item) in items.iter().enumerate() {
                let Item::At(at, id) = *item else { unreachable!("all are places") };
                let length = self.dimension(&array, axis);
                places.push(self.inside(at, id, length));
            }
            return Ok(self.element_at(&array, &places));
        }
        self.view(&array, items, rank - taken)
    }

    fn item(&mut self, expr: &Expr) -> Step<Item> {
        match &expr.kind {
            ExprKind::Slice(start, stop, step) => {
                let mut bound = |bound: &Option<Box<Expr>>| match bound {
                    None => Ok(None),
                    Some(bound) => match self.expr(bound)? {
                        Abstract::None => Ok(None),
                        value => match self.place_on_axis(&value) {
                            Some(at) => Ok(Some(at)),
                            None => self.abort(AbortReason::Operator),
                        },
                    },
                };
                let (start, stop, step) = (bound(start)?, bound(stop)?, bound(step)?);
                let step = match step.map(|step| self.ir.unit().int_const(step)) {
                    None => 1,
                    Some(Some(step)) if step != 0 && step.abs() < 1 << 31 => step,
                    _ => return self.abort(AbortReason::Operator),
                };
                Ok(Item::Slice { start, stop, step })
            }
            ExprKind::Constant(Constant::None) => Ok(Item::New),
            ExprKind::Constant(Constant::Ellipsis) => Ok(Item::Ellipsis),
            _ => {
                let value = self.expr(expr)?;
                match self.place_on_axis(&value) {
                    Some(at) => Ok(Item::At(at, expr.id)),
                    None => self.abort(AbortReason::Operator),
                }
            }
        }
    }

    /// The view that a subscript names; `left` dimensions are named by none of its items.
    fn view(&mut self, array: &Known, mut items: Vec<Item>, left: usize) -> Step<Abstract> {
        let all = || Item::Slice { start: None, stop: None, step: 1 };
        match items.iter().position(|item| matches!(item, Item::Ellipsis)) {
            Some(at) => drop(items.splice(at..=at, std::iter::repeat_with(all).take(left))),
            None => items.extend(std::iter::repeat_with(all).take(left)),
        }
        let mut data = self.first_element(array);
        let (mut shape, mut strides) = (Vals::new(), Vals::new());
        // The dimension of the view along which the dense one of the array goes on as it is.
        let mut dense = None;
        let mut axis = 0;
        for item in items {
            match item {
                Item::New => {
                    shape.push(self.ir.int(1));
                    strides.push(self.ir.int(0));
                    continue;
                }
                Item::Ellipsis => return self.abort(AbortReason::Operator),
                Item::At(at, id) => {
                    let length = self.dimension(array, axis);
                    let at = self.inside(at, id, length);
                    let stride = self.stride(array, axis);
                    let bytes = self.ir.int_binary(IntBinary::Mul, at, stride);
                    data = self.ir.offset(data, bytes);
                }
                Item::Slice { start, stop, step } => {
                    let length = self.dimension(array, axis);
                    let stride = self.stride(array, axis);
                    if step == 1 && self.is_dense(array, axis) {
                        dense = Some(shape.len());
                    }
                    let (first, count) = self.chosen(start, stop, step, length);
                    let bytes = self.ir.int_binary(IntBinary::Mul, first, stride);
                    data = self.ir.offset(data, bytes);
                    let step = self.ir.int(step);
                    shape.push(count);
                    strides.push(self.ir.int_binary(IntBinary::Mul, stride, step));
                }
            }
            axis += 1;
        }
        let rank = shape.len();
        if rank > usize::from(MOST) {
            return self.abort(AbortReason::Operator);
        }
        let dense = match dense {
            Some(at) if at + 1 == rank => Dense::Last,
            Some(0) => Dense::First,
            _ => Dense::Nowhere,
        };
        let layout = Layout::new(rank as u8, array.layout.dtype, dense);
        Ok(Abstract::View(Rc::new(ViewOf { owner: array.owner, layout, data, shape, strides })))
    }

    fn is_dense(&self, array: &Known, axis: usize) -> bool {
        match array.layout.dense {
            Dense::Last => axis + 1 == usize::from(array.layout.rank),
            Dense::First => axis == 0,
            Dense::Nowhere => false,
        }
    }

    /// The first place that a slice chooses of so many, and how many it chooses.
    fn chosen(&mut self, start: Option<Val>, stop: Option<Val>, step: i64, length: Val) -> (Val, Val) {
        let (zero, one, minus) = (self.ir.int(0), self.ir.int(1), self.ir.int(-1));
        // Where clipping ends, at the front and at the end.
        let (low, high) = match step > 0 {
            true => (zero, length),
            false => (minus, self.ir.int_binary(IntBinary::Sub, length, one)),
        };
        let (first, end) = if step > 0 { (low, high) } else { (high, low) };
        let start = start.map_or(first, |at| self.clipped(at, low, high, length));
        let stop = stop.map_or(end, |at| self.clipped(at, low, high, length));
        let span = match step > 0 {
            true => self.ir.int_binary(IntBinary::Sub, stop, start),
            false => self.ir.int_binary(IntBinary::Sub, start, stop),
        };
        let span = self.ir.int_binary(IntBinary::Max, span, zero);
        if step.abs() == 1 {
            return (start, span);
        }
        let (more, step) = (self.ir.int(step.abs() - 1), self.ir.int(step.abs()));
        let span = self.ir.int_binary(IntBinary::Add, span, more);
        (start, self.ir.int_binary(IntBinary::FloorDiv, span, step))
    }

    /// A bound of a slice, counted from the front.
    fn clipped(&mut self, at: Val, low: Val, high: Val, length: Val) -> Val {
        let zero = self.ir.int(0);
        if let Some(known) = self.ir.unit().int_const(at) {
            return match known >= 0 {
                true => self.ir.int_binary(IntBinary::Min, at, high),
                false => {
                    let from_end = self.ir.int_binary(IntBinary::Add, length, at);
                    self.ir.int_binary(IntBinary::Max, from_end, low)
                }
            };
        }
        let negative = self.ir.int_compare(Compare::Lt, at, zero);
        // A negative number and a length come to something that fits.
        let below = self.ir.int_binary(IntBinary::Min, at, zero);
        let from_end = self.ir.int_binary(IntBinary::Add, below, length);
        let from_end = self.ir.int_binary(IntBinary::Max, from_end, low);
        let from_front = self.ir.int_binary(IntBinary::Min, at, high);
        self.ir.select(negative, from_end, from_front)
    }

    /// `array[at]` of an array with several dimensions, at a place that has been checked.
    pub(super) fn row(&mut self, array: &Known, at: Val) -> Abstract {
        let rank = usize::from(array.layout.rank);
        let data = self.first_element(array);
        let stride = self.stride(array, 0);
        let bytes = self.ir.int_binary(IntBinary::Mul, at, stride);
        let data = self.ir.offset(data, bytes);
        let shape = (1..rank).map(|axis| self.dimension(array, axis)).collect();
        let strides = (1..rank).map(|axis| self.stride(array, axis)).collect();
        let dense = match array.layout.dense {
            Dense::Last => Dense::Last,
            _ => Dense::Nowhere,
        };
        let layout = Layout::new(rank as u8 - 1, array.layout.dtype, dense);
        Abstract::View(Rc::new(ViewOf { owner: array.owner, layout, data, shape, strides }))
    }

    /// `array.T`
    pub(super) fn transposed(&mut self, array: &Known) -> Abstract {
        let rank = usize::from(array.layout.rank);
        let data = self.first_element(array);
        let shape = (0..rank).rev().map(|axis| self.dimension(array, axis)).collect();
        let strides = (0..rank).rev().map(|axis| self.stride(array, axis)).collect();
        let dense = match array.layout.dense {
            Dense::Last if rank > 1 => Dense::First,
            Dense::First => Dense::Last,
            dense => dense,
        };
        let layout = Layout::new(rank as u8, array.layout.dtype, dense);
        Abstract::View(Rc::new(ViewOf { owner: array.owner, layout, data, shape, strides }))
    }

    /// The object of a view, made here or before the end of a region that has been left.
    pub(super) fn boxed_view(&mut self, view: &ViewOf, end: Option<ir::RegionId>) -> Val {
        let layout = self.ir.int(view.layout.word().into());
        let nothing = self.ir.int(0);
        let mut args = vec![view.owner.val, view.data, layout];
        for vals in [&view.shape, &view.strides] {
            args.extend((0..usize::from(MOST)).map(|axis| vals.get(axis).copied().unwrap_or(nothing)));
        }
        self.call_at(HelperId::ARRAY_VIEW, &args, end)[0]
    }
}

/// What a subscript is made of whose value is known: the items of a tuple, or itself.
pub(super) fn places_in(value: &Abstract) -> &[Abstract] {
    match value {
        Abstract::Tuple(items) => items,
        value => std::slice::from_ref(value),
    }
}
