//! Statements that cannot be built: the interpreter runs them in the middle of the unit.
//!
//! In: a statement without statements inside, of the unit's own function or of one that is inlined in it. Out: a call that has the
//! interpreter run it, on the frame that the variables which it reads were written to. So one call of something foreign does not keep a
//! loop or function from being compiled, if enough of it is left. The frame of an inlined call, and that of a function unit, is empty while
//! its variables are in registers, and so it is again afterwards.

use super::*;
use crate::resolve::tree::Block;

/// Statements of a loop that are built for each one that the interpreter runs, at least: what goes to and fro costs as much as eight of
/// them save.
const SHARE: u64 = 10;

/// Most statements of a unit that the interpreter runs.
const MOST: usize = 24;

/// The statements of a unit that the interpreter runs.
#[derive(Default)]
pub(super) struct Foreign {
    all: FxHashSet<(CodeId, StmtId)>,
    /// Why the first of them cannot be built.
    first: Option<Abort>,
}

impl Foreign {
    pub fn add(&mut self, at: (CodeId, StmtId), abort: Abort) {
        self.all.insert(at);
        self.first.get_or_insert(abort);
    }

    /// Whether there would be no use in a unit even if all else that was seen were part of it.
    pub fn is_most_of(&self, profile: &Profile) -> bool {
        let all: u64 = profile.codes().flat_map(|code| &code.visits).map(|&visits| u64::from(visits)).sum();
        let foreign: u64 = self.all.iter().map(|&at| visits(profile, at)).sum();
        all - foreign < foreign * SHARE
    }
}

/// How often a statement was walked.
fn visits(profile: &Profile, (code, stmt): (CodeId, StmtId)) -> u64 {
    let code = profile.codes().find(|seen| seen.code.id == code);
    code.map_or(0, |seen| u64::from(seen.visits[stmt.0 as usize]))
}

impl Builder<'_> {
    /// The statement that is to be the interpreter's if what is built now cannot be: the innermost one that has a frame of its own.
    pub(super) fn to_blame(&self, reason: AbortReason) -> Option<(CodeId, StmtId)> {
        let hopeless = match reason {
            AbortReason::Size | AbortReason::Unseen | AbortReason::Losing | AbortReason::Alive => true,
            AbortReason::Depth => !self.request.settled,
            _ => false,
        };
        // What looks at activations must find those of inlined calls.
        let is_seen = self.request.frames != Wanted::Nothing;
        if hopeless || is_seen || self.foreign.all.len() == MOST {
            return None;
        }
        let framed = if self.pure.is_some() { self.pure_from } else { self.frames.len() };
        let frames = self.frames[..framed].iter().rev().filter(|frame| frame.driven.is_none());
        let at = frames
            .filter(|frame| statement(&frame.code.body, frame.at).is_some_and(can_be_run))
            .map(|frame| (frame.code.id, frame.at))
            .next()?;
        (!self.foreign.all.contains(&at)).then_some(at)
    }

    /// Why there is no use in the unit, if the interpreter would run too much of it.
    pub(super) fn too_foreign(&self) -> Option<Abort> {
        let (mut foreign, mut arrays, mut own) = (0, 0, 0);
        for &at in &self.walked {
            let kind = match at {
                _ if self.foreign.all.contains(&at) => &mut foreign,
                _ if self.foreign_arrays.contains(&at) => &mut arrays,
                _ => &mut own,
            };
            *kind += visits(self.request.profile, at);
        }
        match self.foreign.first {
            Some(first) if own + arrays < foreign * SHARE => Some(first),
            // To go to and fro takes longer than what is compiled saves.
            _ if own < arrays => Some(Abort { reason: AbortReason::Losing, stmt: self.frame().at }),
            _ => None,
        }
    }

    /// Has the interpreter run a statement, if it cannot be built.
    pub(super) fn foreign(&mut self, stmt: &Stmt) -> Step<bool> {
        let code = self.frame().code.clone();
        if !self.foreign.all.contains(&(code.id, stmt.id)) {
            return Ok(false);
        }
        let visits = self.profile().map_or(0, |profile| profile.visits[stmt.id.0 as usize]);
        // A call of a function is short: whoever leaves it loses more than the statement takes.
        let seldom = if self.request.head.is_some() { stmt::SELDOM } else { stmt::SELDOM * stmt::SELDOM };
        if self.turns_seen().is_some_and(|turns| visits <= turns / seldom) {
            return self.leave(Reason::End);
        }
        if self.pure.is_some() || self.frame().driven.is_some() {
            return self.abort(AbortReason::Effect);
        }
        if !self.promoted.is_empty() {
            return Err(Stop::Globals);
        }
        self.keep_held();
        let slots = |frame: &Frame| frame.code.slots.len() as u32;
        let outer = &self.frames[..self.frames.len() - 1];
        let base = outer.iter().filter(|frame| frame.driven.is_none()).map(slots).sum();
        let inlined = self.request.head.is_none() || outer.iter().any(|frame| frame.driven.is_none());
        let frame = self.ir.param(Ty::Ptr, Source::Frame);
        for slot in self.frame().live.read_by(stmt).iter() {
            self.give(slot, (frame, base), inlined)?;
        }
        let assigned: Vec<Slot> = assigned::by_statement(stmt)
            .into_iter()
            .filter_map(|place| match place {
                Place::Local(slot) => Some(slot),
                Place::Global(_) | Place::Cell(_) => None,
            })
            .collect();
        // What is overwritten may be in use. (What frames of inlined calls are given lives on anyway.)
        let [target, others @ ..] = &assigned[..] else {
            let waits = self.interpret(HelperId::INTERPRET_ANY, stmt, (frame, base), -1);
            self.empty_frame((frame, base), inlined);
            self.leave_behind(stmt, waits);
            self.here = None;
            return Ok(true);
        };
        if !inlined {
            for &slot in others {
                let (tag, payload) = self.slot_now(frame, slot.0);
                self.ir.call(HelperId::KEEP, &[tag, payload], None);
            }
        }
        let waits = self.interpret(HelperId::INTERPRET_ANY, stmt, (frame, base), i64::from(target.0));
        let mut stored = Vec::with_capacity(assigned.len());
        for &slot in &assigned {
            let (tag, payload) = self.slot_now(frame, base + slot.0);
            self.write(self.key(Place::Local(slot)), Abstract::Tagged(tag, payload));
            stored.push((slot, tag, payload));
        }
        self.empty_frame((frame, base), inlined);
        if !inlined {
            // They lie where they belong.
            for &(slot, ..) in &stored {
                let key = self.key(Place::Local(slot));
                self.state.get_mut(&key).expect("just written").dirty = false;
            }
        }
        self.leave_behind(stmt, waits);
        for (at, (slot, tag, payload)) in stored.into_iter().enumerate() {
            if let Some(ty) = self.seen_assigned(stmt, at).and_then(|seen| seen.only_type()) {
                let key = self.key(Place::Local(slot));
                let value = self.narrow(tag, payload, ty);
                self.state.insert(key, Binding { value, dirty: inlined });
            }
        }
        self.here = None;
        Ok(true)
    }

    /// What a place that a statement assigns was seen to hold afterwards.
    fn seen_assigned(&self, stmt: &Stmt, at: usize) -> Option<&Seen> {
        match &stmt.kind {
            StmtKind::Call { call, .. } => self.seen(call.id),
            StmtKind::Assign(_, value) => self.seen(value.id),
            StmtKind::Unpack { .. } => self.profile()?.unpacked.get(&stmt.id)?.get(at),
            StmtKind::Update(..) => self.profile()?.unpacked.get(&stmt.id)?.get(1),
            _ => None,
        }
    }

    /// Puts what a variable holds where the interpreter looks for it.
    fn give(&mut self, slot: Slot, (frame, base): (Val, u32), inlined: bool) -> Step<()> {
        let key = self.key(Place::Local(slot));
        let Some(Binding { value, dirty }) = self.state.get(&key).cloned() else { return Ok(()) };
        if matches!(value, Abstract::Iterator(_) | Abstract::Generator(_) | Abstract::Shape(_)) {
            return self.abort(AbortReason::Statement);
        }
        if !dirty && !inlined || inlined && matches!(value, Abstract::Unbound) {
            return Ok(());
        }
        let (tag, payload) = self.boxed(&value);
        let at = self.ir.int(i64::from(base + slot.0));
        self.ir.call(HelperId::SLOT_SET, &[frame, at, tag, payload], None);
        if value.type_().is_none_or(|ty| ty.object_kind().is_some()) {
            // The statement takes what is in a temporary, which may be in use elsewhere.
            self.ir.call(HelperId::KEEP, &[tag, payload], None);
        }
        if !inlined {
            self.state.insert(key, Binding { value, dirty: false });
        }
        Ok(())
    }

    /// What lies in a slot of a frame.
    pub(super) fn slot_now(&mut self, frame: Val, at: u32) -> (Val, Val) {
        let at = at as i32 * VALUE_SIZE;
        let tag = self.ir.load(Access::new(MemRegion::Slots, Ty::Tag, at + TAG_OFFSET), frame);
        (tag, self.ir.load(Access::new(MemRegion::Slots, Ty::I64, at + PAYLOAD_OFFSET), frame))
    }

    /// Empties the frame of an inlined call.
    fn empty_frame(&mut self, (frame, base): (Val, u32), inlined: bool) {
        if inlined {
            let [first, count] = [base as usize, self.frame().code.slots.len()].map(|n| self.ir.int(n as i64));
            self.ir.call(HelperId::SLOTS_EMPTY, &[frame, first, count], None);
        }
    }

    /// Has the interpreter run a statement on a frame that begins so many slots behind the unit's own. What it assigns, if it is one slot, is
    /// told. The word is not zero where something waits for the end of the statement.
    pub(super) fn interpret(&mut self, helper: HelperId, stmt: &Stmt, (frame, base): (Val, u32), slot: i64) -> Val {
        let code = self.frame().code.id;
        let open = self.frames.iter().filter(|frame| frame.driven.is_none()).count() - 1;
        let args = [i64::from(code.0), i64::from(base), open as i64, i64::from(stmt.id.0), slot];
        let [code, base, open, id, slot] = args.map(|n| self.ir.int(n));
        let raised = self.exit(ExitKind::Raise, None);
        let taken = self.taken_by(stmt);
        for key in &taken {
            self.keep_if_shared(*key);
        }
        let waits = self.ir.call(helper, &[frame, code, base, open, id, slot], Some(raised))[0];
        self.forget(&taken);
        waits
    }

    /// The temporaries whose values a statement takes: nobody holds these behind it.
    fn taken_by(&self, stmt: &Stmt) -> Vec<Key> {
        let Frame { code, live, .. } = self.frame();
        let is_taken = |slot: &Slot| code.slots[slot.0 as usize].is_empty() && !live.after(stmt.id).has(*slot);
        live.read_by(stmt).iter().filter(is_taken).map(|slot| self.key(Place::Local(slot))).collect()
    }

    /// Says that some variables hold nothing.
    pub(super) fn forget(&mut self, keys: &[Key]) {
        for &key in keys {
            self.state.insert(key, Binding { value: Abstract::Unbound, dirty: false });
        }
    }

    /// Keeps what a temporary holds alive if a variable holds it too.
    fn keep_if_shared(&mut self, key: Key) {
        let Some(value) = self.state.get(&key).map(|held| held.value.clone()) else { return };
        let parts = value.parts();
        let is_it = |(&other, held): (&Key, &Binding)| {
            other != key && held.value.parts().iter().any(|part| parts.contains(part))
        };
        if self.state.iter().any(is_it) {
            self.kept(&value);
        }
    }

    /// Leaves behind a statement that the interpreter has run, if something waits for its end. Exits go there from now on.
    pub(super) fn leave_behind(&mut self, stmt: &Stmt, waits: Val) {
        let after = self.frame().live.after(stmt.id).clone();
        self.here = Some(self.exit(ExitKind::Behind, Some(&after)));
        let zero = self.ir.int(0);
        let quiet = self.ir.int_compare(Compare::Eq, waits, zero);
        self.guard(quiet, Reason::Call);
    }
}

/// The statement with a number.
fn statement(block: &Block, at: StmtId) -> Option<&Stmt> {
    let stmt = block.statements.iter().find(|stmt| stmt.id <= at && at < stmt.end)?;
    match stmt.id == at {
        true => Some(stmt),
        false => stmt.blocks().into_iter().find_map(|block| statement(block, at)),
    }
}

/// Whether a statement has none inside, and goes on with the next one if it does not raise.
fn can_be_run(stmt: &Stmt) -> bool {
    matches!(
        stmt.kind,
        StmtKind::Assign(..)
            | StmtKind::Update(..)
            | StmtKind::SetIndex { .. }
            | StmtKind::UpdateIndex { .. }
            | StmtKind::SetAttribute { .. }
            | StmtKind::UpdateAttribute { .. }
            | StmtKind::Unpack { .. }
            | StmtKind::Call { .. }
            | StmtKind::Evaluate(_)
            | StmtKind::ListAppend(..)
            | StmtKind::ListExtend(..)
            | StmtKind::SetAdd(..)
            | StmtKind::DictInsert(..)
            | StmtKind::DictUpdate(..)
            | StmtKind::Delete(_)
            | StmtKind::DeleteIndex { .. }
            | StmtKind::DeleteAttribute { .. }
            | StmtKind::Define { .. }
            | StmtKind::Import { .. }
            | StmtKind::ImportFrom { .. }
    )
}
