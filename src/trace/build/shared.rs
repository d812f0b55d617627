//! Variables that others see too: captured ones, and globals that are not held in registers. They are read and written where they lie.

use super::*;
use crate::value::cell::Cell;
use crate::value::heap::Values;

const VALUE: i32 = BODY_OFFSET + Cell::VALUE_OFFSET;

impl Builder<'_> {
    /// The cell in a slot.
    fn cell(&mut self, slot: Slot) -> Step<Val> {
        let key = self.key(Place::Local(slot));
        match self.read(key)? {
            Abstract::Object(object) if object.kind == Kind::Cell => Ok(object.val),
            Abstract::Tagged(tag, payload) => match self.narrow(tag, payload, Type::Object(Kind::Cell)) {
                Abstract::Object(object) => Ok(object.val),
                _ => self.abort(AbortReason::Closure),
            },
            _ => self.abort(AbortReason::Closure),
        }
    }

    /// The value of a captured variable.
    pub(super) fn read_cell(&mut self, slot: Slot, seen: &Seen) -> Step<Abstract> {
        let cell = self.cell(slot)?;
        let tag = self.ir.load(Access::new(MemRegion::Cells, Ty::Tag, VALUE + TAG_OFFSET), cell);
        let payload = self.ir.load(Access::new(MemRegion::Cells, Ty::I64, VALUE + PAYLOAD_OFFSET), cell);
        let Some(ty) = seen.last() else {
            return self.leave(Reason::Branch);
        };
        if seen.is_various() || seen.only_type().is_none() && (self.request.tolerant || seen.types().len() > 2) {
            return Ok(Abstract::Tagged(tag, payload));
        }
        match self.narrow(tag, payload, ty) {
            Abstract::Object(object) if object.kind == Kind::Function => {
                match seen.only().and_then(|value| value.as_gc::<Function>().cloned()) {
                    Some(function) => Ok(self.guard_code(object.val, &function)),
                    None => Ok(Abstract::Object(object)),
                }
            }
            Abstract::Unbound => self.leave(Reason::Type),
            value => Ok(value),
        }
    }

    /// Gives a captured variable a value.
    pub(super) fn assign_cell(&mut self, slot: Slot, value: &Abstract) -> Step<()> {
        let cell = self.cell(slot)?;
        let (tag, payload) = self.boxed(value);
        let region = MemRegion::Cells;
        let store = move |this: &mut Self, ty, offset, val| this.ir.store(Access::new(region, ty, offset), cell, val);
        let old = self.ir.load(Access::new(region, Ty::Tag, VALUE + TAG_OFFSET), cell);
        if let Some(plain) = self.replaces_plain(value, old) {
            let branch = self.ir.begin_if(plain);
            store(self, Ty::Tag, VALUE + TAG_OFFSET, tag);
            store(self, Ty::I64, VALUE + PAYLOAD_OFFSET, payload);
            self.ir.yield_values(&[]);
            self.ir.begin_else(branch);
            self.ir.call(HelperId::CELL_SET, &[cell, tag, payload], None);
            self.ir.yield_values(&[]);
            self.ir.end_if(branch, &[]);
        } else {
            self.ir.call(HelperId::CELL_SET, &[cell, tag, payload], None);
        }
        self.here = None;
        Ok(())
    }

    /// Gives a global a value.
    pub(super) fn assign_global(&mut self, module: u32, slot: GlobalSlot, value: &Abstract) {
        let owner = Value::from(&self.built.modules[module as usize]);
        let base = address(&mut self.ir, &owner);
        self.built.objects.push(owner);
        let (tag, payload) = self.boxed(value);
        let data = self.ir.load(Access::new(MemRegion::Globals, Ty::Ptr, GLOBALS), base);
        let at = slot.0 as i32 * VALUE_SIZE;
        let old = self.ir.load(Access::new(MemRegion::Globals, Ty::Tag, at + TAG_OFFSET), data);
        let number = self.ir.int(i64::from(slot.0));
        if let Some(plain) = self.replaces_plain(value, old) {
            let branch = self.ir.begin_if(plain);
            self.ir.store(Access::new(MemRegion::Globals, Ty::Tag, at + TAG_OFFSET), data, tag);
            self.ir.store(Access::new(MemRegion::Globals, Ty::I64, at + PAYLOAD_OFFSET), data, payload);
            self.ir.yield_values(&[]);
            self.ir.begin_else(branch);
            self.ir.call(HelperId::GLOBAL_SET, &[base, number, tag, payload], None);
            self.ir.yield_values(&[]);
            self.ir.end_if(branch, &[]);
        } else {
            self.ir.call(HelperId::GLOBAL_SET, &[base, number, tag, payload], None);
        }
        self.here = None;
    }

    /// Whether both the new and the old value need no counting, if the new one does not.
    fn replaces_plain(&mut self, value: &Abstract, old: Val) -> Option<Val> {
        let plain = Abstract::type_(value).is_some_and(|ty| ty.object_kind().is_none() && ty != Type::Unbound);
        plain.then(|| {
            let object = self.ir.tag(TAG_OBJECT);
            self.ir.int_compare(Compare::Ne, old, object)
        })
    }

    /// The cells that a function captured, in the order of its code's free variables.
    pub(super) fn closure_cells(&mut self, function: Val, count: usize) -> Vec<Abstract> {
        if count == 0 {
            return Vec::new();
        }
        let closure = BODY_OFFSET + Function::CLOSURE_OFFSET + Values::DATA_OFFSET;
        let data = self.ir.load(Access::new(MemRegion::Immutable, Ty::Ptr, closure), function);
        let cell = |at: usize| Access::new(MemRegion::Immutable, Ty::Ref, at as i32 * VALUE_SIZE + PAYLOAD_OFFSET);
        let cells: Vec<Val> = (0..count).map(|at| self.ir.load(cell(at), data)).collect();
        cells.into_iter().map(|val| Abstract::Object(Object::new(val, Kind::Cell, true))).collect()
    }

    /// Puts the captured variables of a call that has been inlined into its slots.
    pub(super) fn open_cells(&mut self, callee: Val, code: &Code) -> Step<()> {
        let cells = self.closure_cells(callee, code.free.len());
        for ((_, slot), cell) in code.free.iter().zip(cells) {
            self.assign(Place::Local(*slot), cell)?;
        }
        for &slot in &code.cells {
            let key = self.key(Place::Local(slot));
            let value = self.read(key)?;
            let (tag, payload) = self.boxed(&value);
            let cell = self.ir.call(HelperId::CELL_NEW, &[tag, payload], None)[0];
            let cell = self.made(cell, Kind::Cell);
            self.assign(Place::Local(slot), cell)?;
        }
        Ok(())
    }

    /// Keeps whatever a native call may release alive.
    pub(super) fn keep_held(&mut self) {
        let mut held: Vec<(Key, Abstract)> = self
            .state
            .iter()
            .filter(|(_, binding)| !is_safe(&binding.value))
            .map(|(&key, binding)| (key, binding.value.clone()))
            .collect();
        held.sort_by_key(|&(key, _)| key);
        for (key, value) in held {
            let kept = self.kept(&value);
            if let Some(binding) = self.state.get_mut(&key) {
                binding.value = kept;
            }
        }
    }

    /// Keeps a value alive until the unit is left.
    pub(super) fn kept(&mut self, value: &Abstract) -> Abstract {
        match value {
            // What is safe is not made anew: it may be an object that others have.
            value if is_safe(value) && matches!(value, Abstract::Tuple(_)) => value.clone(),
            Abstract::Tuple(items) => Abstract::Tuple(items.iter().map(|item| self.kept(item)).collect()),
            Abstract::Object(object) => {
                let payload = self.ir.cast(Ty::I64, object.val);
                let tag = self.ir.tag(TAG_OBJECT);
                self.ir.call(HelperId::KEEP, &[tag, payload], None);
                Abstract::Object(Object { owned: true, ..*object })
            }
            Abstract::Tagged(tag, payload) => {
                self.ir.call(HelperId::KEEP, &[*tag, *payload], None);
                value.clone()
            }
            Abstract::View(view) => {
                self.kept(&Abstract::Object(view.owner));
                let owner = Object { owned: true, ..view.owner };
                Abstract::View(Rc::new(super::view::ViewOf { owner, ..(**view).clone() }))
            }
            Abstract::Iterator(iterating) => {
                for object in iterating.objects() {
                    self.kept(&Abstract::Object(object));
                }
                value.clone()
            }
            value => value.clone(),
        }
    }
}

/// Whether a value stays valid whatever a native call does.
fn is_safe(value: &Abstract) -> bool {
    match value {
        Abstract::Object(object) => object.owned,
        Abstract::Tagged(..) => false,
        Abstract::Tuple(items) => items.iter().all(is_safe),
        Abstract::Iterator(iterating) => iterating.objects().iter().all(|object| object.owned),
        Abstract::View(view) => view.owner.owned,
        _ => true,
    }
}
