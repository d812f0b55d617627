//! Iterators: what a `for` goes over if it is neither a range nor a list or tuple alone.
//!
//! `enumerate`, `zip` and `reversed` of lists, tuples and ranges exist in registers, and exits make them anew. Anything else is a real
//! object in the loop's hidden slot, whose items the runtime takes: such an item is any value until a statement looks at it, since once
//! it has been taken nothing may leave for the loop's head any more.

use super::array::{Known, is_array};
use super::*;
use crate::resolve::tree::{Expr, ExprKind, For};
use crate::trace::ir::{BoolBinary, IntBinary, IntChecked};
use crate::trace::record::iterates_as_container;
use crate::value::iterator::{Iterator as RuntimeIterator, Shape};

/// Most words that the parts of an iterator may have; and where one that exists is taken apart.
const MOST_WORDS: usize = 16;
const MOST_TAKEN: usize = 8;

impl Builder<'_> {
    /// Puts an iterator into the hidden slots.
    pub(super) fn start_iterator(&mut self, each: &For, value: &Abstract) -> Step<()> {
        let known = match value {
            Abstract::Object(Object { kind: Kind::Instance, val, .. }) => {
                let shapes = self.shapes.get(val);
                shapes.is_some_and(|shapes| shapes.iter().all(|shape| iterates_as_container(shape.class())))
            }
            Abstract::Object(object) => {
                matches!(object.kind, Kind::Str | Kind::Dict | Kind::Set | Kind::View | Kind::Iterator | Kind::Bytes)
            }
            _ => false,
        };
        if !known {
            return self.abort(AbortReason::Iterable);
        }
        let (tag, payload) = self.boxed(value);
        let exit = self.here();
        let iterator = self.ir.call(HelperId::ITERATE, &[tag, payload], Some(exit))[0];
        let iterator = self.made(iterator, Kind::Iterator);
        self.set_state(each, iterator)
    }

    /// Puts the bounds of a range that exists into the hidden slots, its step being the one it always had.
    pub(super) fn start_range(&mut self, each: &For, range: &Object) -> Step<()> {
        let exit = self.here();
        let bounds = self.ir.call(HelperId::RANGE_BOUNDS, &[range.val], Some(exit));
        let (start, stop, mut step) = (bounds[0], bounds[1], bounds[2]);
        let head = self.profile().and_then(|profile| profile.heads.get(&each.head));
        if let Some(always) = head.and_then(|head| head.step) {
            let known = self.ir.int(always);
            let same = self.ir.int_compare(Compare::Eq, step, known);
            self.guard(same, Reason::Iteration);
            step = known;
        }
        for (n, bound) in (0..).zip([start, stop, step]) {
            self.assign(Place::Local(Slot(each.state.0 + n)), Abstract::Int(bound))?;
        }
        Ok(())
    }

    /// Where `reversed(range(…))` begins and what it comes before, its step being one.
    pub(super) fn reversed_range(&mut self, expr: &Expr) -> Step<Option<(Val, Val)>> {
        let ExprKind::PureCall(callee, args) = &expr.kind else { return Ok(None) };
        let ([inner], Abstract::Known(callee)) = (&args[..], self.expr(callee)?) else { return Ok(None) };
        if (self.request.qualified)(&callee).as_deref() != Some("reversed") {
            return Ok(None);
        }
        let Some((start, stop, step)) = self.range_of(inner)? else { return Ok(None) };
        if self.ir.unit().int_const(step) != Some(1) {
            return Ok(None);
        }
        let (one, exit) = (self.ir.int(1), self.here());
        let last = self.ir.int_checked(IntChecked::Sub, &[stop, one], exit);
        let before = self.ir.int_checked(IntChecked::Sub, &[start, one], exit);
        Ok(Some((last, before)))
    }

    /// Puts an iterator over an array into the hidden slots.
    pub(super) fn start_array(&mut self, each: &For, array: &Abstract) -> Step<()> {
        let iterating = self.over_array(array, each.iterable.id)?;
        self.set_state(each, Abstract::Iterator(iterating.into()))
    }

    /// The elements or rows of an array that is guarded to have so many.
    pub(super) fn parts_of_array(&mut self, value: &Abstract, id: ExprId, count: usize) -> Step<Vec<Abstract>> {
        let array = self.known_array(value, id)?;
        if array.layout.rank == 0 {
            return self.leave(Reason::Layout);
        }
        let (length, expected) = (self.dimension(&array, 0), self.ir.int(count as i64));
        let same = self.ir.int_compare(Compare::Eq, length, expected);
        self.guard(same, Reason::Index);
        let parts = (0..count as i64).map(|at| {
            let at = self.ir.int(at);
            self.part_of_array(&array, at)
        });
        Ok(parts.collect())
    }

    /// The element or row at a place along the first dimension.
    fn part_of_array(&mut self, array: &Known, at: Val) -> Abstract {
        match array.layout.rank {
            1 => self.element_at(array, &[at]),
            _ => self.row(array, at),
        }
    }

    fn over_array(&mut self, value: &Abstract, id: ExprId) -> Step<Iterating> {
        let array = self.known_array(value, id)?;
        if array.layout.rank == 0 {
            return self.leave(Reason::Layout);
        }
        let zero = self.ir.int(0);
        let owner = match &array.view {
            None => array.owner,
            // The object may know more of its layout, never less.
            Some(view) => Object::new(self.boxed_view(view, None), Kind::Array, true),
        };
        Ok(Iterating::Array(owner, array.layout, zero))
    }

    fn set_state(&mut self, each: &For, iterator: Abstract) -> Step<()> {
        let state = |n: u32| Place::Local(Slot(each.state.0 + n));
        self.assign(state(0), iterator)?;
        self.assign(state(1), Abstract::Unbound)?;
        self.assign(state(2), Abstract::Unbound)
    }

    /// Takes an item: whether there was one, and what it is.
    pub(super) fn next_of_iterator(&mut self, each: &For, iterator: &Object) -> (Val, Abstract) {
        let exit = self.here();
        let halves = self.profile().and_then(|profile| profile.heads.get(&each.head)).is_some_and(|head| head.halves);
        let helper = if halves { HelperId::NEXT_PAIR } else { HelperId::NEXT };
        let results = self.ir.call(helper, &[iterator.val], Some(exit));
        self.here = None;
        let item = match results[1..] {
            [tag, payload, other_tag, other] => {
                Abstract::Tuple([Abstract::Tagged(tag, payload), Abstract::Tagged(other_tag, other)].into())
            }
            _ => Abstract::Tagged(results[1], results[2]),
        };
        (results[0], item)
    }

    /// `next(iterator)`; where there is no other item, the interpreter asks again, and is told the same.
    pub(super) fn step_iterator(&mut self, iterator: &Object) -> Step<Abstract> {
        if self.pure.is_some() {
            return self.abort(AbortReason::Effect);
        }
        let exit = self.here();
        let item = self.ir.call(HelperId::NEXT_ITEM, &[iterator.val], Some(exit));
        self.here = None;
        Ok(Abstract::Tagged(item[0], item[1]))
    }

    /// Starts a loop over `enumerate(…)`, `zip(…)` or `reversed(…)`, if the iterator can exist in parts.
    pub(super) fn start_parts(&mut self, each: &For) -> Step<bool> {
        match self.parts_of_call(&each.iterable)? {
            Some(iterating) if iterating.parts().len() <= MOST_WORDS => {
                self.set_state(each, Abstract::Iterator(iterating.into()))?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// The parts of the iterator that a call gives; none if it is no such call.
    fn parts_of_call(&mut self, expr: &Expr) -> Step<Option<Iterating>> {
        let ExprKind::PureCall(callee, args) = &expr.kind else {
            return Ok(None);
        };
        let Abstract::Known(callee) = self.expr(callee)? else {
            return Ok(None);
        };
        let name = (self.request.qualified)(&callee);
        let zero = self.ir.int(0);
        Ok(match (name.as_deref(), &args[..]) {
            (Some("enumerate"), [inner]) => {
                self.parts_of(inner)?.map(|inner| Iterating::Enumerate(Box::new(inner), zero))
            }
            (Some("zip"), inner) if (1..=8).contains(&inner.len()) => {
                let mut all = Vec::new();
                for inner in inner {
                    match self.parts_of(inner)? {
                        Some(parts) => all.push(parts),
                        None => return Ok(None),
                    }
                }
                Some(Iterating::Zip(all))
            }
            (Some("reversed"), [list]) => match self.parts_of(list)? {
                Some(Iterating::List(list, storage, _)) => {
                    let length = self.length(&list)?;
                    Some(Iterating::ListReversed(list, storage, length))
                }
                _ => None,
            },
            _ => None,
        })
    }

    /// The parts of an iterator over what an expression gives.
    fn parts_of(&mut self, expr: &Expr) -> Step<Option<Iterating>> {
        if let Some((start, stop, step)) = self.range_of(expr)? {
            // With another step the number of items takes a division.
            if self.ir.unit().int_const(step) != Some(1) {
                return Ok(None);
            }
            let exit = self.here();
            let count = self.ir.int_checked(IntChecked::Sub, &[stop, start], exit);
            let zero = self.ir.int(0);
            let left = self.ir.int_binary(IntBinary::Max, count, zero);
            return Ok(Some(Iterating::Range { next: start, step, left }));
        }
        if let Some(parts) = self.parts_of_call(expr)? {
            return Ok(Some(parts));
        }
        // What is evaluated here is evaluated again where this comes to nothing; it has no effect.
        let zero = self.ir.int(0);
        Ok(match self.expr(expr)? {
            Abstract::Object(list) if list.kind == Kind::List => {
                let storage = self.seen_type(expr.id)?.storage();
                storage.filter(|&storage| storage != Storage::Empty).map(|storage| Iterating::List(list, storage, zero))
            }
            Abstract::Object(tuple) if tuple.kind == Kind::Tuple => Some(Iterating::Tuple(tuple, zero)),
            array if is_array(&array) => Some(self.over_array(&array, expr.id)?),
            tuple @ Abstract::Tuple(_) => {
                let (_, payload) = self.boxed(&tuple);
                let val = self.ir.cast(Ty::Ref, payload);
                Some(Iterating::Tuple(Object::new(val, Kind::Tuple, true), zero))
            }
            _ => None,
        })
    }

    fn range_of(&mut self, expr: &Expr) -> Step<Option<(Val, Val, Val)>> {
        match &expr.kind {
            ExprKind::PureCall(callee, _) => match self.expr(callee)? {
                Abstract::Known(callee) if (self.request.qualified)(&callee).as_deref() == Some("range") => {
                    self.range_call(expr)
                }
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// The unit's own loop is entered with an iterator: where nobody else has it, it is taken apart.
    pub(super) fn take_apart(&mut self, each: &For) -> Step<()> {
        let slot = each.state.0 as usize;
        let now = &self.request.frame[slot];
        if now.kind() == Some(Kind::Generator) {
            return self.take_generator(each);
        }
        let mut seen = Vec::new();
        let shape = now.downcast::<RuntimeIterator>().and_then(|iterator| iterator.shape(&mut |part| seen.push(part)));
        let Some((shape, code)) = shape.and_then(|shape| shape.code().map(|code| (shape, code))) else {
            return Ok(());
        };
        let lone = matches!(now, Value::Object(object) if object.is_unique());
        if seen.len() > MOST_TAKEN || !lone || self.request.tolerant {
            return Ok(());
        }
        self.frames[0].at = each.head;
        self.here = None;
        let key = self.key(Place::Local(each.state));
        let Abstract::Object(iterator) = self.read(key)? else {
            return Ok(());
        };
        let code = self.ir.int(code);
        let exit = self.here();
        let words = self.ir.call(HelperId::TAKE_APART, &[iterator.val, code], Some(exit));
        let mut parts = words.into_iter().zip(seen);
        let iterating = self.words_apart(&shape, &mut parts);
        // The object in the slot stays as it is until an exit replaces it.
        self.state.insert(key, Binding { value: Abstract::Iterator(iterating.into()), dirty: false });
        Ok(())
    }

    fn words_apart(&mut self, shape: &Shape, parts: &mut dyn Iterator<Item = (Val, Value)>) -> Iterating {
        let next = |parts: &mut dyn Iterator<Item = (Val, Value)>| parts.next().expect("a word for each part");
        match shape {
            Shape::List | Shape::ListReversed => {
                let (val, now) = next(parts);
                let list = Object::new(self.ir.cast(Ty::Ref, val), Kind::List, true);
                let storage = Type::of(&now).storage().unwrap_or(Storage::Any);
                let (at, _) = next(parts);
                match shape {
                    Shape::List => Iterating::List(list, storage, at),
                    _ => Iterating::ListReversed(list, storage, at),
                }
            }
            Shape::Tuple => {
                let (val, _) = next(parts);
                let tuple = Object::new(self.ir.cast(Ty::Ref, val), Kind::Tuple, true);
                Iterating::Tuple(tuple, next(parts).0)
            }
            Shape::Array => {
                let (val, now) = next(parts);
                let array = Object::new(self.ir.cast(Ty::Ref, val), Kind::Array, true);
                let layout = Type::of(&now).layout().unwrap_or_else(|| unreachable!("the shape has an array"));
                self.guard_layout(&array, layout);
                Iterating::Array(array, layout, next(parts).0)
            }
            Shape::Range => Iterating::Range { next: next(parts).0, step: next(parts).0, left: next(parts).0 },
            Shape::Enumerate(inner) => {
                let inner = self.words_apart(inner, parts);
                Iterating::Enumerate(Box::new(inner), next(parts).0)
            }
            Shape::Zip(inner) => Iterating::Zip(inner.iter().map(|shape| self.words_apart(shape, parts)).collect()),
        }
    }

    /// Whether an iterator has another item.
    pub(super) fn has_item(&mut self, iterating: &Iterating) -> Step<Val> {
        let zero = self.ir.int(0);
        Ok(match iterating {
            Iterating::List(object, _, at) | Iterating::Tuple(object, at) => {
                let length = self.length(object)?;
                self.ir.int_compare(Compare::Lt, *at, length)
            }
            Iterating::Array(array, layout, at) => {
                let array = Known { layout: *layout, owner: *array, view: None };
                let length = self.dimension(&array, 0);
                self.ir.int_compare(Compare::Lt, *at, length)
            }
            Iterating::ListReversed(list, _, left) => {
                let length = self.length(list)?;
                let some = self.ir.int_compare(Compare::Gt, *left, zero);
                let inside = self.ir.int_compare(Compare::Le, *left, length);
                self.ir.bool_binary(BoolBinary::And, some, inside)
            }
            Iterating::Range { left, .. } => self.ir.int_compare(Compare::Gt, *left, zero),
            Iterating::Enumerate(inner, _) => self.has_item(inner)?,
            Iterating::Zip(inner) => {
                let mut all = self.ir.bool(true);
                for inner in inner {
                    let more = self.has_item(inner)?;
                    all = self.ir.bool_binary(BoolBinary::And, all, more);
                }
                all
            }
        })
    }

    /// The next item of an iterator that has one, and the iterator behind it.
    pub(super) fn item_of(&mut self, iterating: &Iterating) -> Step<(Abstract, Iterating)> {
        let one = self.ir.int(1);
        Ok(match iterating {
            Iterating::List(list, storage, at) => {
                let item = self.item_at(list, *storage, *at)?;
                let after = self.ir.int_binary(IntBinary::Add, *at, one);
                (item, Iterating::List(*list, *storage, after))
            }
            Iterating::ListReversed(list, storage, left) => {
                let at = self.ir.int_binary(IntBinary::Sub, *left, one);
                (self.item_at(list, *storage, at)?, Iterating::ListReversed(*list, *storage, at))
            }
            Iterating::Array(owner, layout, at) => {
                let array = Known { layout: *layout, owner: *owner, view: None };
                let item = self.part_of_array(&array, *at);
                let after = self.ir.int_binary(IntBinary::Add, *at, one);
                (item, Iterating::Array(*owner, *layout, after))
            }
            Iterating::Tuple(tuple, at) => {
                let (tag, payload) = self.tuple_item(tuple, *at);
                let after = self.ir.int_binary(IntBinary::Add, *at, one);
                (Abstract::Tagged(tag, payload), Iterating::Tuple(*tuple, after))
            }
            Iterating::Range { next, step, left } => {
                let exit = self.here();
                let after = self.ir.int_checked(IntChecked::Add, &[*next, *step], exit);
                let left = self.ir.int_binary(IntBinary::Sub, *left, one);
                (Abstract::Int(*next), Iterating::Range { next: after, step: *step, left })
            }
            Iterating::Enumerate(inner, next) => {
                let exit = self.here();
                let after = self.ir.int_checked(IntChecked::Add, &[*next, one], exit);
                let (item, inner) = self.item_of(inner)?;
                (Abstract::Tuple([Abstract::Int(*next), item].into()), Iterating::Enumerate(Box::new(inner), after))
            }
            Iterating::Zip(inner) => {
                let (mut items, mut after) = (Vec::new(), Vec::new());
                for inner in inner {
                    let (item, next) = self.item_of(inner)?;
                    items.push(item);
                    after.push(next);
                }
                (Abstract::Tuple(items.into()), Iterating::Zip(after))
            }
        })
    }

    /// An item of a list; from storage of any values it is any value.
    fn item_at(&mut self, list: &Object, storage: Storage, at: Val) -> Step<Abstract> {
        self.guard_storage(list, storage);
        let data = self.data(list);
        match storage {
            Storage::Any => {
                let load = |offset, ty| Access::new(MemRegion::ElemAny, ty, offset);
                let tag = self.ir.load_element(load(TAG_OFFSET, Ty::Tag), data, at);
                let payload = self.ir.load_element(load(PAYLOAD_OFFSET, Ty::I64), data, at);
                Ok(Abstract::Tagged(tag, payload))
            }
            storage => self.load_element(&Element { storage, data, index: at }, Type::None),
        }
    }
}
