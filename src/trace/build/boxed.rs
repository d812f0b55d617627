//! Values in registers as tags and payloads, as the runtime takes them: what exists here only becomes an object.

use super::*;
use crate::trace::ir::RegionId;

impl Builder<'_> {
    /// A tag and a payload, here.
    pub(super) fn boxed(&mut self, value: &Abstract) -> (Val, Val) {
        self.boxed_at(value, None)
    }

    /// A tag and a payload, here or before the end of a region that has been left. What exists in registers only becomes an object.
    pub(super) fn boxed_at(&mut self, value: &Abstract, end: Option<RegionId>) -> (Val, Val) {
        if let Abstract::Known(object) = value {
            self.built.objects.push(object.clone());
        }
        if let Abstract::Scalar(dtype, parts) = value {
            return self.boxed_scalar(*dtype, parts, end);
        }
        let object = match value {
            Abstract::Complex(re, im) => self.call_at(HelperId::COMPLEX_NEW, &[*re, *im], end)[0],
            Abstract::Tuple(items) => match self.whole_tuple(items) {
                Some(object) => object,
                None => self.make_tuple(items, end),
            },
            Abstract::View(view) => self.boxed_view(view, end),
            Abstract::Made(number) => self.made_real(*number, end).val,
            Abstract::Generator(_) => {
                self.escaped = true;
                return (self.ir.tag(TAG_NONE), self.ir.int(0));
            }
            value => match value.boxing(&mut self.ir) {
                Boxing::Tagged(tag, payload) => return (tag, payload),
                Boxing::Scalar(tag, None) => return (self.ir.tag(tag), self.ir.int(0)),
                Boxing::Scalar(tag, Some(val)) => return (self.ir.tag(tag), self.word(val, end)),
                Boxing::Impossible => unreachable!("complex numbers, tuples, views and instances are made above"),
            },
        };
        (self.ir.tag(TAG_OBJECT), self.word(object, end))
    }

    pub(super) fn word(&mut self, val: Val, end: Option<RegionId>) -> Val {
        match self.ir.ty(val) {
            Ty::I64 => val,
            _ => self.ir.pure_at(end, ir::Op::Cast(Ty::I64), &[val], Ty::I64),
        }
    }

    pub(super) fn call_at(&mut self, helper: HelperId, args: &[Val], end: Option<RegionId>) -> ir::SmallVec<[Val; 2]> {
        match end {
            Some(region) => self.ir.call_before_end(region, helper, args),
            None => self.ir.call(helper, args, None),
        }
    }

    /// The object that a tuple has become, if it has.
    pub(super) fn whole_tuple(&mut self, items: &Rc<[Abstract]>) -> Option<Val> {
        if let Some((_, constant)) = self.constant_tuples.iter().find(|(known, _)| Rc::ptr_eq(known, items)) {
            self.built.objects.push(constant.clone());
            return Some(address(&mut self.ir, constant));
        }
        let number = self.wholes.iter().position(|known| Rc::ptr_eq(known, items))?;
        match self.state.get(&Key::Whole(number as u32))?.value {
            Abstract::Object(object) => Some(object.val),
            _ => None,
        }
    }

    /// Whether somebody else may have the object that a tuple has become.
    pub(super) fn is_shared(&self, items: &Rc<[Abstract]>) -> bool {
        self.is_shared_in(&self.state, items)
    }

    fn is_shared_in(&self, state: &State, items: &Rc<[Abstract]>) -> bool {
        let number = self.wholes.iter().position(|known| Rc::ptr_eq(known, items));
        number.is_some_and(|number| state.contains_key(&Key::Whole(number as u32)))
    }

    /// Whether what ways bring along are tuples, and others have the object that one of them is; one that is in registers on each way is only
    /// an object behind if it is one on all of them.
    pub(super) fn are_shared(&self, values: &[Abstract], ways: &[Way]) -> bool {
        let first = values.iter().find_map(|value| match value {
            Abstract::Tuple(items) => Some(items),
            _ => None,
        });
        let Some(first) = first else { return false };
        let is_one = |value: &Abstract| matches!(value, Abstract::Tuple(items) if Rc::ptr_eq(items, first));
        let mut shared = values.iter().zip(ways).map(|(value, way)| match value {
            Abstract::Tuple(items) => self.is_shared_in(&way.state, items),
            value => matches!(value, Abstract::Object(Object { kind: Kind::Tuple, .. })),
        });
        let is_tuple =
            |value: &Abstract| matches!(value, Abstract::Tuple(_) | Abstract::Object(Object { kind: Kind::Tuple, .. }));
        values.iter().all(is_tuple) && if values.iter().all(is_one) { shared.all(|it| it) } else { shared.any(|it| it) }
    }

    /// A tuple that two variables hold from now on is one object.
    pub(super) fn make_one_of_two(&mut self, place: Place, value: &Abstract) {
        let (Abstract::Tuple(items), Place::Local(slot)) = (value, place) else { return };
        let frame = self.frame();
        let after = frame.live.after(frame.at);
        let is_other = |key: &Key| match *key {
            Key::Frame(id, Place::Local(other)) => id == frame.id && other != slot && after.has(other),
            _ => false,
        };
        let is_it = |held: &Abstract| matches!(held, Abstract::Tuple(held) if Rc::ptr_eq(held, items));
        if after.has(slot) && self.state.iter().any(|(key, held)| is_other(key) && is_it(&held.value)) {
            self.boxed(value);
        }
    }

    /// Makes an object of a tuple, which it stays wherever this is known.
    fn make_tuple(&mut self, items: &Rc<[Abstract]>, end: Option<RegionId>) -> Val {
        let val = self.new_tuple(items, end);
        if end.is_none() {
            let known = self.wholes.iter().position(|known| Rc::ptr_eq(known, items));
            let number = known.unwrap_or_else(|| {
                self.wholes.push(items.clone());
                self.wholes.len() - 1
            });
            let value = Abstract::Object(Object::new(val, Kind::Tuple, true));
            self.state.insert(Key::Whole(number as u32), Binding { value, dirty: false });
        }
        val
    }

    /// A tag and a payload for what is looked up in a container, or, if `stored`, put there. A tuple that nobody else will have takes the
    /// place of the last such one.
    pub(super) fn boxed_key(&mut self, key: &Abstract, stored: bool) -> (Val, Val) {
        let Abstract::Tuple(items) = key else { return self.boxed(key) };
        let helper = match items.len() {
            2 => HelperId::KEY_OF_TWO,
            3 => HelperId::KEY_OF_THREE,
            _ => return self.boxed(key),
        };
        // Nothing is to happen when they are let go of.
        let is_plain = |item: &Abstract| match item {
            Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::None => true,
            Abstract::Object(object) => object.kind == Kind::Str,
            _ => false,
        };
        let is_shared = stored && Rc::strong_count(items) > 1;
        if is_shared || self.whole_tuple(items).is_some() || !items.iter().all(is_plain) {
            return self.boxed(key);
        }
        let words: Vec<Val> = items
            .iter()
            .flat_map(|item| {
                let (tag, payload) = self.boxed(item);
                [tag, payload]
            })
            .collect();
        let object = self.ir.call(helper, &words, None)[0];
        (self.ir.tag(TAG_OBJECT), self.word(object, None))
    }

    fn new_tuple(&mut self, items: &[Abstract], end: Option<RegionId>) -> Val {
        let items: Vec<(Val, Val)> = items.iter().map(|item| self.boxed_at(item, end)).collect();
        let whole = match items.len() {
            1 => Some(HelperId::SINGLE),
            2 => Some(HelperId::PAIR),
            3 => Some(HelperId::TRIPLE),
            4 => Some(HelperId::QUADRUPLE),
            5 => Some(HelperId::QUINTUPLE),
            6 => Some(HelperId::SEXTUPLE),
            _ => None,
        };
        if let Some(whole) = whole {
            let words: Vec<Val> = items.into_iter().flat_map(|(tag, payload)| [tag, payload]).collect();
            return self.call_at(whole, &words, end)[0];
        }
        let list = self.call_at(HelperId::LIST_NEW, &[], end)[0];
        for (tag, payload) in items {
            self.call_at(HelperId::LIST_FILL, &[list, tag, payload], end);
        }
        self.call_at(HelperId::TUPLE_OF, &[list], end)[0]
    }
}
