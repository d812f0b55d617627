//! Generators that the unit runs itself: their frames are variables, and they exist in registers only.
//!
//! The loop over such a generator is no loop of its own: the generator's statements are built in its place, and where they yield, the
//! body of the loop stands. An exit makes the generator anew in the hidden slot of its loop: waiting at a `yield` where the body was left,
//! or *standing* at one of its own statements, which the interpreter then runs when the loop asks for the next item. So the loop is
//! the only one that may know the generator; where anything else could, no unit is made.

use super::*;
use crate::resolve::tree::{BinaryOp, Block, Expr, For};
use crate::trace::ir::Repr;
use crate::trace::profile::Stepped;
use crate::value::generator::{Generator, State};

/// A generator that the unit runs.
pub(super) struct Own {
    function: Val,
    code: Arc<Code>,
    module: u32,
    /// Names its variables in [`Key::Frame`].
    id: u32,
    live: Rc<Live>,
    /// Where it waits while it is not run.
    state: State,
    /// The innermost loop that it was made in.
    made_in: Option<u32>,
    ended: bool,
}

/// What a frame has that is a generator's.
#[derive(Clone, Copy)]
pub(super) struct Driven {
    number: u32,
    /// The head of the loop in the frame below that it is run for.
    pub head: StmtId,
    /// Where `break` goes in that loop.
    done: usize,
}

/// A generator that exists, and is gone on with as part of a statement: its variables are brought into registers and back.
pub(super) struct Stepping {
    /// How many frames are open in it.
    frames: usize,
    /// The `yield` that it waits at, before and afterwards.
    at: StmtId,
    /// Where its slots lie.
    slots: Val,
    /// Where its item goes, and the way on.
    result: Key,
    join: usize,
}

impl Builder<'_> {
    /// `next(generator)`, of one that waits at the `yield` that it comes to next. Up to there nothing happens that anybody could see, so
    /// whatever leaves before goes on where the statement begins.
    pub(super) fn step_generator(&mut self, generator: &Object, id: ExprId) -> Step<Abstract> {
        let seen = self.profile().and_then(|profile| profile.stepped.get(&id)).cloned();
        let Some(Some(Stepped { function, at, slots: types })) = seen else {
            return self.abort(AbortReason::Generator);
        };
        let code = function.code().clone();
        let is_known = self.request.profile.of(&code).is_some();
        if self.pure.is_some() || self.frame().driven.is_some() || !is_known || self.frames.len() >= call::DEEPEST {
            return self.abort(AbortReason::Generator);
        }
        let exit = self.here();
        let [number, waits] = [i64::from(code.id.0), i64::from(at.0)].map(|word| self.ir.int(word));
        let slots = self.ir.call(HelperId::GENERATOR_WAITS, &[generator.val, number, waits], Some(exit))[0];
        let module = self.module(function.module());
        self.note_inlined(&function);
        let result = self.hidden();
        let join = self.open_join();
        let ended = self.open_join();
        let returned = self.hidden();
        let outer = self.begin_pure(exit);
        self.open_frame(code.clone(), module, Some((ended, returned)));
        let frame = self.frame().id;
        for slot in self.frame().live.after(at).clone().iter() {
            let (tag, payload) = self.slot_now(slots, slot.0);
            let value = match types[slot.0 as usize].only_type() {
                None | Some(Type::Unbound) => Abstract::Tagged(tag, payload),
                Some(ty) => self.narrow(tag, payload, ty),
            };
            self.state.insert(Key::Frame(frame, Place::Local(slot)), Binding { value, dirty: false });
        }
        self.stepping = Some(Stepping { frames: self.frames.len(), at, slots, result, join });
        let way = self.block_from(&code.body, at).map(|()| self.write(returned, Abstract::None));
        self.stepping = None;
        self.frames.pop();
        let way =
            self.end_way(way, ended).and_then(|()| self.close_join(None)).and_then(|()| self.leave(Reason::Iteration));
        self.pure = outer;
        self.here = None;
        self.end_way(way, join)?;
        self.merged(result)
    }

    /// The `yield` that a generator is gone on with to: its variables go back to where they lay.
    fn end_step(&mut self, stmt: &Stmt, value: &Expr) -> Step<()> {
        let Some(&Stepping { at, slots, result, join, .. }) = self.stepping.as_ref() else {
            return self.abort(AbortReason::Generator);
        };
        if stmt.id != at {
            return self.abort(AbortReason::Generator);
        }
        let value = self.any(value)?;
        let value = self.kept(&value);
        let frame = self.frame().id;
        for slot in self.frame().live.after(at).clone().iter() {
            let key = Key::Frame(frame, Place::Local(slot));
            let Some(Binding { value, dirty: true }) = self.state.get(&key).cloned() else { continue };
            if matches!(value, Abstract::Iterator(_) | Abstract::Generator(_) | Abstract::Shape(_)) {
                return self.abort(AbortReason::Generator);
            }
            let (tag, payload) = self.boxed(&value);
            let place = self.ir.int(slot.0.into());
            self.ir.call(HelperId::SLOT_SET, &[slots, place, tag, payload], None);
        }
        self.write(result, value);
        self.go(join);
        Err(Stop::Left)
    }

    /// A call of a generator function.
    pub(super) fn new_generator(
        &mut self,
        callee: Val,
        function: &Gc<Function>,
        args: Vec<Abstract>,
    ) -> Step<Abstract> {
        let code = function.code().clone();
        let seen = self.request.profile.of(&code).is_some();
        if self.pure.is_some() || !seen || self.frames.len() >= call::DEEPEST {
            return self.abort(AbortReason::Generator);
        }
        let module = self.module(function.module());
        self.note_inlined(function);
        let number = self.add_generator(callee, &code, module, State::Fresh);
        // Its parameters are filled in as if it ran.
        self.open_frame(code.clone(), module, None);
        self.frames.last_mut().expect("just opened").id = self.generators[number as usize].id;
        for (at, value) in args.into_iter().enumerate() {
            self.assign(Place::Local(Slot(at as u32)), value)?;
        }
        let cells = self.open_cells(callee, &code);
        self.frames.pop();
        self.here = None;
        cells?;
        Ok(Abstract::Generator(number))
    }

    fn add_generator(&mut self, function: Val, code: &Arc<Code>, module: u32, state: State) -> u32 {
        let live = self.live_of(code);
        let id = self.opened;
        self.opened += 1;
        let made_in = self.innermost_loop();
        self.generators.push(Own { function, code: code.clone(), module, id, live, state, made_in, ended: false });
        self.generators.len() as u32 - 1
    }

    /// Whether there is a generator that has something to do if it is let go of before its end.
    pub(super) fn any_cleans_up(&self) -> bool {
        self.generators.iter().any(|own| own.code.cleans_up)
    }

    /// Starts a loop over a generator.
    pub(super) fn start_generator(&mut self, each: &For, number: u32) -> Step<()> {
        let state = self.key(Place::Local(each.state));
        let others: Vec<Key> = self
            .state
            .iter()
            .filter(|(key, binding)| **key != state && leads_to(&binding.value, number))
            .map(|(&key, _)| key)
            .collect();
        for key in others {
            if !self.is_dead_in(key, each.head) {
                return self.abort(AbortReason::Generator);
            }
            self.state.insert(key, Binding { value: Abstract::Unbound, dirty: true });
        }
        if self.generators[number as usize].made_in != self.innermost_loop() {
            return self.abort(AbortReason::Generator);
        }
        let state = |n: u32| Place::Local(Slot(each.state.0 + n));
        self.assign(state(0), Abstract::Generator(number))?;
        self.assign(state(1), Abstract::Unbound)?;
        self.assign(state(2), Abstract::Unbound)
    }

    /// Whether a variable of the innermost frame, or of a generator that waits, does not matter at a loop's head.
    fn is_dead_in(&self, key: Key, head: StmtId) -> bool {
        let Key::Frame(id, Place::Local(slot)) = key else { return false };
        let frame = self.frame();
        if id == frame.id {
            return !frame.live.before(head).has(slot);
        }
        self.generators.iter().any(|own| own.id == id && own.ended)
    }

    /// Whether the variables of a frame are those of a generator that has not ended.
    pub(super) fn is_waiting(&self, frame: u32) -> bool {
        self.generators.iter().any(|own| own.id == frame && !own.ended)
    }

    /// Runs the generator that a loop goes over.
    pub(super) fn drive(&mut self, each: &For, number: u32, (ended, done): (usize, usize)) -> Step<()> {
        self.stand_at(each.head);
        let own = &self.generators[number as usize];
        let (code, state) = (own.code.clone(), own.state);
        let (id, module, live) = (own.id, own.module, own.live.clone());
        let result = self.hidden();
        let driven = Some(Driven { number, head: each.head, done });
        self.frames.push(Frame {
            id,
            code: code.clone(),
            module,
            live,
            at: StmtId(0),
            returns: Some((ended, result)),
            driven,
            loops: self.loops.len(),
        });
        self.deepest = self.deepest.max(self.frames.len());
        let way = match state {
            State::Fresh => self.block(&code.body),
            State::Waiting(at) => self.block_from(&code.body, at),
            _ => self.abort(AbortReason::Generator),
        };
        match way {
            Ok(()) | Err(Stop::Left) => {}
            Err(stop) => return Err(stop),
        }
        self.frames.pop();
        self.generators[number as usize].ended = true;
        self.stand_at(each.head);
        self.end_way(way, ended)?;
        Err(Stop::Left)
    }

    /// Takes a generator that has ended out of its loop's slot, where all ways to its end have met: if it cleans up, it has done so, and
    /// whoever finds it there must not close it again.
    pub(super) fn let_go(&mut self, each: &For, number: u32) {
        if self.generators[number as usize].code.cleans_up {
            let state = self.key(Place::Local(each.state));
            self.state.insert(state, Binding { value: Abstract::Unbound, dirty: true });
        }
    }

    /// `yield`: the body of the loop that the generator is run for.
    pub(super) fn yield_(&mut self, stmt: &Stmt, target: Option<Place>, value: &Expr, drained: Slot) -> Step<()> {
        if self.stepping.as_ref().is_some_and(|stepping| stepping.frames == self.frames.len()) {
            return self.end_step(stmt, value);
        }
        if matches!(target, Some(Place::Cell(_))) {
            // Behind the `yield` nothing may leave before it has been given.
            return self.abort(AbortReason::Generator);
        }
        let Some(driven) = self.frame().driven else {
            self.drain(stmt, drained, value)?;
            return target.map_or(Ok(()), |target| self.assign(target, Abstract::None));
        };
        let value = self.expr(value)?;
        let frame = self.frames.pop().expect("the generator's frame is open");
        self.generators[driven.number as usize].state = State::Waiting(stmt.id);
        let code = self.frame().code.clone();
        let Some(Stmt { kind: StmtKind::For(each), .. }) = find(&code.body.statements, driven.head) else {
            return self.abort(AbortReason::Generator);
        };
        let next = self.open_join();
        let cleans_up = self.generators[driven.number as usize].code.cleans_up;
        self.open_loop(driven.done, next, each.head);
        self.opened_over_generator(frame.loops, cleans_up);
        self.here = None;
        let way = self.assign(each.target, value).and_then(|()| self.block(&each.body));
        self.loops.pop();
        self.end_way(way, next)?;
        self.stand_at(each.head);
        let goes_on = self.close_join(None);
        self.frames.push(frame);
        self.begin();
        goes_on?;
        match target {
            Some(target) => self.assign(target, Abstract::None),
            None => Ok(()),
        }
    }

    /// `yield` where the unit's own loop is a generator's that somebody drains: what becomes of the items lies in a hidden slot.
    fn drain(&mut self, stmt: &Stmt, drained: Slot, value: &Expr) -> Step<()> {
        if self.frames.len() > 1 || self.request.head.is_none() {
            return self.abort(AbortReason::Generator);
        }
        let place = Place::Local(drained);
        let key = self.key(place);
        let so_far = self.read(key)?;
        if matches!(&so_far, Abstract::Object(list) if list.kind == Kind::List) {
            return self.fill(drained, Kind::List, None, value);
        }
        let [old, new] = self.update_seen(stmt.id)?;
        let so_far = self.typed_as(key, so_far, &old)?;
        let number = |value: &Abstract| {
            matches!(value, Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::Complex(..))
        };
        if !number(&so_far) {
            return self.abort(AbortReason::Generator);
        }
        let value = self.expr(value)?;
        if !number(&value) {
            return self.leave(Reason::Type);
        }
        let total = self.operate(BinaryOp::Add, &so_far, &value, &new)?;
        self.assign(place, total)
    }

    /// What is left of a block behind the `yield` that its generator waits at.
    pub(super) fn block_from(&mut self, block: &Block, at: StmtId) -> Step<()> {
        let place = block.statements.partition_point(|stmt| stmt.end <= at);
        let Some(stmt) = block.statements.get(place) else { return Ok(()) };
        self.frames.last_mut().expect("a frame is open").at = stmt.id;
        self.begin();
        self.rest_of(stmt, at)?;
        self.statements(&block.statements[place + 1..])
    }

    fn rest_of(&mut self, stmt: &Stmt, at: StmtId) -> Step<()> {
        let within = |block: &Block| block.statements.iter().any(|stmt| stmt.id <= at && at < stmt.end);
        match &stmt.kind {
            StmtKind::Yield { target, .. } if stmt.id == at => match target {
                Some(target) => self.assign(*target, Abstract::None),
                None => Ok(()),
            },
            StmtKind::If { then, .. } if within(then) => self.block_from(then, at),
            StmtKind::If { orelse, .. } if within(orelse) => self.block_from(orelse, at),
            StmtKind::While(each) if within(&each.body) => self.rest_of_loop(stmt, at),
            StmtKind::For(each) if within(&each.body) => self.rest_of_loop(stmt, at),
            StmtKind::Try(each) if within(&each.body) => self.try_statement(stmt, each, Some(at)),
            _ => self.abort(AbortReason::Generator),
        }
    }

    /// The unit's own loop is entered with a generator that waits: its frame becomes variables.
    pub(super) fn take_generator(&mut self, each: &For) -> Step<()> {
        let slots = self.ir.param(Ty::Ptr, Source::Frame);
        let frame: Vec<Value> = self.request.frame[..self.request.code.slots.len()].to_vec();
        self.stand_at(each.head);
        let live = self.frame().live.before(each.head).clone();
        let mut to_close = Vec::new();
        let taken = self.generator_in(&frame, each.state, slots, &live, &mut to_close)?;
        let key = self.key(Place::Local(each.state));
        // The object in the slot stays as it is until an exit replaces it.
        self.state.insert(key, Binding { value: taken, dirty: true });
        for (slots, slot) in to_close {
            let slot = self.ir.int(slot.0.into());
            self.ir.call(HelperId::GENERATOR_TAKEN, &[slots, slot], None);
        }
        self.here = None;
        Ok(())
    }

    /// The generator in a slot of a frame that lies in memory. Slots that are not `live` may hold it too. Where those lie is noted that have
    /// something to do when they are let go of.
    fn generator_in(
        &mut self,
        frame: &[Value],
        slot: Slot,
        slots: Val,
        live: &Slots,
        to_close: &mut Vec<(Val, Slot)>,
    ) -> Step<Abstract> {
        let Some(generator) = frame[slot.0 as usize].as_gc::<Generator>() else {
            return self.abort(AbortReason::Generator);
        };
        let function = generator.function().clone();
        let code = function.code().clone();
        let State::Waiting(at) = generator.state() else { return self.abort(AbortReason::Generator) };
        if self.generators.len() >= call::DEEPEST {
            return self.abort(AbortReason::Generator);
        }
        let module = self.module(function.module());
        self.note_inlined(&function);
        let exit = self.here();
        let dead = (0..frame.len().min(64) as u32).filter(|&at| !live.has(Slot(at))).fold(0, |dead, at| dead | 1 << at);
        let given = [dead, i64::from(slot.0), i64::from(code.id.0), i64::from(at.0)];
        let [dead, place, id, waits] = given.map(|word| self.ir.int(word));
        let found = self.ir.call(HelperId::GENERATOR_SLOTS, &[slots, dead, place, id, waits], Some(exit));
        let (inside, function) = (found[0], found[1]);
        if code.cleans_up {
            to_close.push((slots, slot));
        }
        let now = generator.take_frame();
        generator.put_frame(now.clone());
        let number = self.add_generator(function, &code, module, State::Waiting(at));
        let own = &self.generators[number as usize];
        let (of, live) = (own.id, own.live.after(at).clone());
        for (at, value) in now.iter().enumerate() {
            let slot = Slot(at as u32);
            if !live.has(slot) || value.is_unbound() {
                continue;
            }
            let taken = match value.as_gc::<Generator>() {
                Some(_) => self.generator_in(&now, slot, inside, &live, to_close)?,
                None => {
                    let word = |ty, offset| Access::new(MemRegion::Immutable, ty, at as i32 * VALUE_SIZE + offset);
                    let tag = self.ir.load(word(Ty::Tag, TAG_OFFSET), inside);
                    let payload = self.ir.load(word(Ty::I64, PAYLOAD_OFFSET), inside);
                    self.narrow(tag, payload, Type::of(value))
                }
            };
            self.state.insert(Key::Frame(of, Place::Local(slot)), Binding { value: taken, dirty: true });
        }
        Ok(Abstract::Generator(number))
    }

    /// What an exit puts into a slot for a generator.
    pub(super) fn repr_of_generator(&mut self, number: u32, told: &mut Vec<u32>) -> Repr {
        let own = &self.generators[number as usize];
        let runs = self.frames.iter().find(|frame| frame.driven.is_some_and(|driven| driven.number == number));
        let state = runs.map_or(own.state, |frame| State::Standing(frame.at));
        let (function, id, live, count) = (own.function, own.id, own.live.clone(), own.code.slots.len());
        let matters = |slot: Slot| match state {
            State::Waiting(at) => live.after(at).has(slot),
            State::Standing(at) => live.before(at).has(slot),
            _ => true,
        };
        let mut slots = vec![Repr::Unbound; count];
        for (at, repr) in slots.iter_mut().enumerate() {
            let slot = Slot(at as u32);
            if let Some(binding) = self.state.get(&Key::Frame(id, Place::Local(slot))).filter(|_| matters(slot)) {
                let value = binding.value.clone();
                *repr = self.repr(&value, told);
            }
        }
        Repr::Generator(function, state, slots)
    }

    /// The loops that the frames at the top are run for, each with the frame it belongs to.
    pub(super) fn driving(&self) -> Vec<(usize, StmtId)> {
        let mut loops = Vec::new();
        for (at, frame) in self.frames.iter().enumerate().rev() {
            let Some(driven) = frame.driven else { break };
            loops.push((at - 1, driven.head));
        }
        loops
    }
}

/// Whether a value is, or holds, a generator.
fn leads_to(value: &Abstract, number: u32) -> bool {
    match value {
        Abstract::Generator(known) => *known == number,
        Abstract::Tuple(items) => items.iter().any(|item| leads_to(item, number)),
        _ => false,
    }
}
