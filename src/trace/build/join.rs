//! Where ways of the program meet: labels, and what the state is behind them.
//!
//! In: the state at the end of each way. Out: one state, in which what differs has become results of the block that the ways leave.

use super::*;

/// Ways that meet.
impl Builder<'_> {
    /// Opens a label; answers where it stands in `joins`.
    pub(super) fn open_join(&mut self) -> usize {
        let before = self.ir.unit().values.len();
        let label = self.ir.begin_block();
        self.joins.push(Join { label, ways: Vec::new(), before });
        self.joins.len() - 1
    }

    /// Goes to the label with the state as it is.
    pub(super) fn go(&mut self, join: usize) {
        let label = self.joins[join].label;
        if self.strict {
            self.tell_effects();
        }
        if let Some((inst, region)) = self.ir.br_incomplete(label) {
            let state = self.state.clone();
            self.joins[join].ways.push(Way { state, inst, region });
        }
    }

    /// Goes to the label if the condition is false.
    pub(super) fn go_unless(&mut self, cond: Val, join: usize) {
        let branch = self.ir.begin_if(cond);
        self.ir.yield_values(&[]);
        self.ir.begin_else(branch);
        self.go(join);
        self.ir.end_if(branch, &[]);
    }

    /// Goes to the label if a test of the script is false. Where that is known, the other way is not there.
    pub(super) fn go_if_false(&mut self, truth: Val, join: usize) -> Step<()> {
        match self.ir.unit().bool_const(truth) {
            Some(true) => {}
            Some(false) => {
                self.go(join);
                return Err(Stop::Left);
            }
            None => self.go_unless(truth, join),
        }
        Ok(())
    }

    /// Closes the innermost label: the state is what all ways to it agree on, with results for the rest.
    /// With `after`, it ends that statement of the innermost frame, and what does not matter then is forgotten.
    pub(super) fn close_join(&mut self, after: Option<StmtId>) -> Step<()> {
        let Join { label, mut ways, before } = self.joins.pop().expect("a label is open");
        self.here = None;
        self.reconcile(&mut ways, after);
        let mut keys: Vec<Key> = ways.iter().flat_map(|way| way.state.keys().copied()).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut merged = State::default();
        let mut args: Vec<Vec<Val>> = vec![Vec::new(); ways.len()];
        let mut shapes: Vec<(Key, Abstract)> = Vec::new();
        let mut types: Vec<Ty> = Vec::new();
        for key in keys {
            let mut values = Vec::with_capacity(ways.len());
            let mut dirty = false;
            for way in &ways {
                match way.state.get(&key) {
                    Some(binding) => {
                        dirty |= binding.dirty;
                        values.push(binding.value.clone());
                    }
                    // Hidden values and temporaries that one way does not have mean nothing after it.
                    None if !key.is_written() => break,
                    None => values.push(self.original(key)?),
                }
            }
            if values.len() < ways.len() || self.is_dead(key, after) {
                continue;
            }
            let visible = values[0].parts().iter().all(|&val| self.is_visible(val, before));
            if visible && values.iter().all(|value| value.same(&values[0])) {
                merged.insert(key, Binding { value: values[0].clone(), dirty });
                continue;
            }
            if matches!(key, Key::Shape(_)) {
                // Of instances that nothing leads to any more.
                continue;
            }
            let shape = if self.are_shared(&values, &ways) {
                let mut shape = Abstract::None;
                for ((value, way), args) in values.iter().zip(&mut ways).zip(&mut args) {
                    let val = self.at_end_of(way, |this, region| {
                        let (_, payload) = this.boxed_at(value, Some(region));
                        this.ir.pure_at(Some(region), ir::Op::Cast(Ty::Ref), &[payload], Ty::Ref)
                    });
                    args.push(val);
                    shape = Abstract::Object(Object::new(val, Kind::Tuple, false));
                }
                shape
            } else if values.iter().all(|value| value.same_shape(&values[0])) {
                for (value, args) in values.iter().zip(&mut args) {
                    args.extend(value.parts());
                }
                match &values[0] {
                    Abstract::Object(object) => {
                        let owned = values.iter().all(|value| matches!(value, Abstract::Object(o) if o.owned));
                        let same = |value: &Abstract| matches!(value, Abstract::Object(o) if o.layout == object.layout);
                        let layout = object.layout.filter(|_| values.iter().all(same));
                        Abstract::Object(Object { owned, layout, ..*object })
                    }
                    Abstract::View(view) => {
                        let owned = values.iter().all(|value| matches!(value, Abstract::View(v) if v.owner.owned));
                        let owner = Object { owned, ..view.owner };
                        Abstract::View(Rc::new(view::ViewOf { owner, ..(**view).clone() }))
                    }
                    value => value.clone(),
                }
            } else {
                for ((value, way), args) in values.iter().zip(&mut ways).zip(&mut args) {
                    let (tag, payload) = self.box_at_end(value, way);
                    args.extend([tag, payload]);
                }
                let none = self.ir.int(0);
                let tag = self.ir.tag(TAG_NONE);
                Abstract::Tagged(tag, none)
            };
            types.extend(shape.parts().iter().map(|&val| self.ir.ty(val)));
            shapes.push((key, shape));
        }
        if let Some(way) = ways.iter().find(|way| way.state.contains_key(&Key::Changed)) {
            merged.insert(Key::Changed, way.state[&Key::Changed].clone());
        }
        for (way, args) in ways.iter().zip(&args) {
            self.ir.complete(way.inst, args);
        }
        let results = self.ir.end_block(label, &types);
        let mut results = results.into_iter();
        for (key, shape) in shapes {
            let value = shape.with_parts(&mut results);
            merged.insert(key, Binding { value, dirty: key.is_written() });
        }
        self.state = merged;
        if ways.is_empty() { Err(Stop::Left) } else { Ok(()) }
    }

    /// What a variable held before the unit changed it.
    pub(super) fn original(&mut self, key: Key) -> Step<Abstract> {
        let state = std::mem::take(&mut self.state);
        let value = self.read(key);
        self.state = state;
        value
    }

    /// Whether a value can be used after a label that was opened when there were so many.
    pub(super) fn is_visible(&self, val: Val, before: usize) -> bool {
        match self.ir.unit().def(val) {
            Def::Param(_) | Def::Const(_) => true,
            _ => val.index() < before || self.ir.is_at_start(val),
        }
    }

    /// Whether a variable can be forgotten: its frame is closed, or it does not matter after the statement.
    pub(super) fn is_dead(&self, key: Key, after: Option<StmtId>) -> bool {
        let Key::Frame(id, Place::Local(slot)) = key else {
            return false;
        };
        let frame = self.frame();
        match after {
            Some(stmt) if id == frame.id => !frame.live.after(stmt).has(slot),
            _ => !self.frames.iter().any(|frame| frame.id == id) && !self.is_waiting(id),
        }
    }

    /// A tag and a payload for a value, computed at the end of a way.
    pub(super) fn box_at_end(&mut self, value: &Abstract, way: &mut Way) -> (Val, Val) {
        self.at_end_of(way, |this, region| this.boxed_at(value, Some(region)))
    }
}
