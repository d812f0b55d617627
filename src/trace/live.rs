//! Which slots of a frame still matter at each statement: what an exit must write back, and nothing else.
//!
//! In: the resolved tree of one function. Out: [`Live`]. The classic backward analysis, over structured statements:
//! loops until nothing changes, the way into a handler from every statement of a `try` body.

use crate::resolve::tree::*;

/// A set of slots.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Slots(Vec<u64>);

impl Slots {
    /// Whether the slot is in the set.
    pub fn has(&self, slot: Slot) -> bool {
        self.0.get(slot.0 as usize / 64).is_some_and(|word| word & (1 << (slot.0 % 64)) != 0)
    }

    /// The slots in the set, in order.
    pub fn iter(&self) -> impl Iterator<Item = Slot> {
        let all = 0..self.0.len() as u32 * 64;
        all.map(Slot).filter(|&slot| self.has(slot))
    }

    fn add(&mut self, slot: Slot) {
        let word = slot.0 as usize / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (slot.0 % 64);
    }

    fn remove(&mut self, slot: Slot) {
        if let Some(word) = self.0.get_mut(slot.0 as usize / 64) {
            *word &= !(1 << (slot.0 % 64));
        }
    }

    fn join(&mut self, other: &Slots) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }
}

/// Slots that matter before and after each statement of a function.
#[derive(Debug)]
pub struct Live {
    before: Vec<Slots>,
    after: Vec<Slots>,
    /// What each call may look at besides its arguments.
    shown: Slots,
}

impl Live {
    /// Analyses a function. If `frames_are_read`, what is called may look at the variables of all that is running.
    pub fn of(code: &Code, frames_are_read: bool) -> Live {
        let count = code.spans.len();
        let (before, after) = (vec![Slots::default(); count], vec![Slots::default(); count]);
        let mut shown = Slots::default();
        if frames_are_read || code.shows_variables {
            let named = code.slots.iter().zip(0..).filter(|(name, _)| !name.is_empty());
            named.for_each(|(_, slot)| shown.add(Slot(slot)));
        }
        let live = Live { before, after, shown };
        // What becomes of a generator's items matters to whoever drains it.
        let mut always = Slots::default();
        code.drained.iter().for_each(|&slot| always.add(slot));
        let mut analysis = Analysis { live, loops: Vec::new(), raised: always.clone() };
        analysis.block(&code.body, always);
        analysis.live
    }

    /// Slots that matter when the statement (or the head of a loop) is about to run.
    pub fn before(&self, id: StmtId) -> &Slots {
        &self.before[id.0 as usize]
    }

    /// Slots that matter when all of the statement has run but what its call comes to: a result to be stored, or an exception.
    pub fn after(&self, id: StmtId) -> &Slots {
        &self.after[id.0 as usize]
    }

    /// Slots that a statement without statements inside reads.
    pub fn read_by(&self, stmt: &Stmt) -> Slots {
        let live = Live { before: Vec::new(), after: Vec::new(), shown: self.shown.clone() };
        let mut analysis = Analysis { live, loops: Vec::new(), raised: Slots::default() };
        analysis.statement(stmt, Slots::default())
    }
}

struct Analysis {
    live: Live,
    /// Each open loop.
    loops: Vec<Open>,
    /// What matters when an exception is raised here.
    raised: Slots,
}

struct Open {
    /// What matters after `break`.
    broken: Slots,
    /// And after `continue`.
    continued: Slots,
    /// Of a `for`, where what it goes over is: that is let go of where the loop is left, which may do something.
    state: Option<Slot>,
}

impl Analysis {
    /// What matters where loops are left, the innermost or all.
    fn leaving(&self, loops: &[Open], mut live: Slots) -> Slots {
        loops.iter().filter_map(|open| open.state).for_each(|state| live.add(state));
        live
    }

    /// What matters where the function is left.
    fn left(&self) -> Slots {
        self.leaving(&self.loops, self.raised.clone())
    }

    /// What matters before the block, given what matters after it.
    fn block(&mut self, block: &Block, after: Slots) -> Slots {
        let mut live = after;
        for stmt in block.statements.iter().rev() {
            let behind = &mut self.live.after[stmt.id.0 as usize];
            behind.join(&live);
            // A call that was left may yet raise.
            behind.join(&self.raised);
            if let Some(cell) = target_cell(stmt) {
                behind.add(cell);
            }
            live = self.statement(stmt, live);
            live.join(&self.raised);
            self.live.before[stmt.id.0 as usize].join(&live);
        }
        live
    }

    fn statement(&mut self, stmt: &Stmt, after: Slots) -> Slots {
        let mut live = after;
        match &stmt.kind {
            StmtKind::Assign(place, value) => {
                write(*place, &mut live);
                read(value, &mut live);
            }
            StmtKind::Update(place, _, value) => {
                read_place(*place, &mut live);
                read(value, &mut live);
            }
            StmtKind::SetIndex { object, index, value } | StmtKind::UpdateIndex { object, index, value, .. } => {
                read_all([object, index, value], &mut live);
            }
            StmtKind::SetAttribute { object, value, .. } | StmtKind::UpdateAttribute { object, value, .. } => {
                read_all([object, value], &mut live);
            }
            StmtKind::Unpack { targets, value, .. } => {
                targets.iter().for_each(|&place| write(place, &mut live));
                read(value, &mut live);
            }
            StmtKind::Call { target, call } => {
                target.iter().for_each(|&place| write(place, &mut live));
                live.join(&self.live.shown);
                match &call.callee {
                    Callee::Value(value) | Callee::Method(value, _) => read(value, &mut live),
                }
                for arg in &call.args {
                    match arg {
                        Arg::Positional(value) | Arg::Star(value) | Arg::Keyword(_, value) | Arg::DoubleStar(value) => {
                            read(value, &mut live)
                        }
                    }
                }
            }
            StmtKind::Evaluate(value) | StmtKind::Show(value) => read(value, &mut live),
            StmtKind::ListAppend(slot, value)
            | StmtKind::ListExtend(slot, value)
            | StmtKind::SetAdd(slot, value)
            | StmtKind::DictUpdate(slot, value) => {
                live.add(*slot);
                read(value, &mut live);
            }
            StmtKind::DictInsert(slot, key, value) => {
                live.add(*slot);
                read_all([key, value], &mut live);
            }
            StmtKind::If { test, then, orelse } => {
                let mut then = self.block(then, live.clone());
                then.join(&self.block(orelse, live));
                live = then;
                read(test, &mut live);
            }
            StmtKind::While(each) => live = self.while_loop(each, live),
            StmtKind::For(each) => live = self.for_loop(each, live),
            StmtKind::Inline { body, .. } => live = self.block(body, live),
            StmtKind::Try(each) => live = self.try_statement(each, live),
            StmtKind::Return(value) => {
                live = self.left();
                read(value, &mut live);
            }
            StmtKind::Yield { target, value, .. } => {
                target.iter().for_each(|&place| write(place, &mut live));
                read(value, &mut live);
            }
            StmtKind::YieldFrom { target, iterator } => {
                target.iter().for_each(|&place| write(place, &mut live));
                live.add(*iterator);
            }
            StmtKind::Raise { exception, cause } => {
                live = self.left();
                read_all(exception.iter().chain(cause), &mut live);
            }
            StmtKind::Reraise(exception) => {
                live = self.left();
                read(exception, &mut live);
            }
            StmtKind::RaiseAssertion(message) => {
                live = self.left();
                read_all(message, &mut live);
            }
            StmtKind::Break => {
                let innermost = &self.loops[self.loops.len().saturating_sub(1)..];
                live = innermost.first().map(|open| open.broken.clone()).unwrap_or_default();
                live = self.leaving(innermost, live);
            }
            StmtKind::Continue => live = self.loops.last().map(|open| open.continued.clone()).unwrap_or_default(),
            StmtKind::Delete(place) => read_place(*place, &mut live),
            StmtKind::DeleteIndex { object, index } => read_all([object, index], &mut live),
            StmtKind::DeleteAttribute { object, .. } => read(object, &mut live),
            StmtKind::Define { target, definition } => {
                write(*target, &mut live);
                definition.closure.iter().for_each(|&slot| live.add(slot));
                read_all(&definition.defaults, &mut live);
                read_all(definition.keyword_defaults.iter().flatten(), &mut live);
            }
            StmtKind::NewCell { target, value } => {
                live.remove(*target);
                value.iter().for_each(|&slot| live.add(slot));
            }
            StmtKind::Release(slots) => slots.iter().for_each(|&slot| live.remove(slot)),
            StmtKind::Import { target, .. } => write(*target, &mut live),
            StmtKind::ImportFrom { names, .. } => names.iter().for_each(|&(_, place)| write(place, &mut live)),
            StmtKind::ImportStar { .. } => {}
        }
        live
    }

    fn while_loop(&mut self, each: &While, after: Slots) -> Slots {
        let done = self.block(&each.orelse, after.clone());
        self.fixpoint(each.head, after, None, |this, head| {
            let mut live = this.block(&each.body, head);
            live.join(&done);
            read(&each.test, &mut live);
            this.block(&each.header, live)
        })
    }

    fn for_loop(&mut self, each: &For, after: Slots) -> Slots {
        let done = self.block(&each.orelse, after.clone());
        let state = (each.state.0..each.state.0 + 3).map(Slot);
        let mut live = self.fixpoint(each.head, after, Some(each.state), |this, head| {
            let mut live = this.block(&each.body, head);
            write(each.target, &mut live);
            live.join(&done);
            state.clone().for_each(|slot| live.add(slot));
            live
        });
        state.chain(each.release.iter().copied()).for_each(|slot| live.remove(slot));
        read(&each.iterable, &mut live);
        live
    }

    /// Repeats one turn of a loop until what matters at its head stays the same.
    fn fixpoint(
        &mut self,
        at: StmtId,
        after: Slots,
        state: Option<Slot>,
        mut turn: impl FnMut(&mut Self, Slots) -> Slots,
    ) -> Slots {
        let mut head = Slots::default();
        loop {
            self.loops.push(Open { broken: after.clone(), continued: head.clone(), state });
            let mut next = turn(self, head.clone());
            self.loops.pop();
            next.join(&head);
            next.join(&self.raised);
            if next == head {
                break;
            }
            head = next;
        }
        self.live.before[at.0 as usize].join(&head);
        self.live.after[at.0 as usize].join(&after);
        head
    }

    fn try_statement(&mut self, each: &Try, after: Slots) -> Slots {
        let outer = self.raised.clone();
        let hidden = [each.caught, each.pending, Slot(each.pending.0 + 1)];
        let mut left = match &each.finally {
            Some(finally) => {
                // Whatever was interrupted goes on after it: everything that matters anywhere around does so here.
                let mut after = after;
                self.loops.iter().for_each(|open| {
                    after.join(&open.broken);
                    after.join(&open.continued);
                });
                after.join(&outer);
                self.block(finally, after)
            }
            None => after,
        };
        hidden.iter().for_each(|&slot| left.add(slot));
        if each.finally.is_some() {
            self.raised.join(&left);
        }
        let mut caught = self.raised.clone();
        for handler in &each.handlers {
            let mut live = self.block(&handler.body, left.clone());
            if let Some(name) = handler.name {
                write(name, &mut live);
            }
            read_all(&handler.class, &mut live);
            caught.join(&live);
        }
        let orelse = self.block(&each.orelse, left);
        self.raised.join(&caught);
        hidden.iter().for_each(|&slot| self.raised.add(slot));
        let live = self.block(&each.body, orelse);
        self.raised = outer;
        live
    }
}

/// The slot of the cell that the result of a call, or what a `yield` gives, goes to once it is there.
fn target_cell(stmt: &Stmt) -> Option<Slot> {
    match stmt.kind {
        StmtKind::Call { target: Some(Place::Cell(slot)), .. }
        | StmtKind::Yield { target: Some(Place::Cell(slot)), .. }
        | StmtKind::YieldFrom { target: Some(Place::Cell(slot)), .. } => Some(slot),
        _ => None,
    }
}

fn write(place: Place, live: &mut Slots) {
    match place {
        Place::Local(slot) => live.remove(slot),
        Place::Cell(slot) => live.add(slot),
        Place::Global(_) => {}
    }
}

fn read_place(place: Place, live: &mut Slots) {
    match place {
        Place::Local(slot) | Place::Cell(slot) => live.add(slot),
        Place::Global(_) => {}
    }
}

fn read_all<'a>(all: impl IntoIterator<Item = &'a Expr>, live: &mut Slots) {
    all.into_iter().for_each(|expr| read(expr, live));
}

fn read(expr: &Expr, live: &mut Slots) {
    if let ExprKind::Local(slot) | ExprKind::Temporary(slot) | ExprKind::Cell(slot) = expr.kind {
        live.add(slot);
    }
    expr.each_part(&mut |part| read(part, live));
}
