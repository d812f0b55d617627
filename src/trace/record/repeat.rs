//! Loops that are recorded: turn by turn, with what is seen at their heads.

use super::*;
use crate::interp::repeat::range_within;
use crate::value::class::class_of;
use crate::value::generator::Generator;

/// Loops.
impl Recorder<'_> {
    /// How a loop ends after its body did; none if it goes on.
    pub(super) fn after_body(&self, flow: Flow) -> Option<Flow> {
        match flow {
            Flow::Next | Flow::Continue => None,
            Flow::Break => Some(Flow::Next),
            flow => Some(flow),
        }
    }

    pub(super) fn while_turns(&mut self, activation: &Activation, each: &While, frame: &mut Frame) -> Flow {
        let places = assigned::by_while(each);
        loop {
            if let Some(flow) = self.at_head(activation, each.head, &places, frame) {
                return flow;
            }
            match self.block(activation, &each.header, frame) {
                Flow::Next => {}
                flow => return flow,
            }
            match self.test(activation, &each.test, frame) {
                Ok(true) => self.begin_turn(activation, each.head),
                Ok(false) if self.is_own(activation, each.head) => return Flow::Ended,
                Ok(false) => return self.block(activation, &each.orelse, frame),
                Err(Flow::Stop(_)) => return Flow::Stop(each.head),
                Err(flow) => return flow,
            }
            let flow = self.block(activation, &each.body, frame);
            match self.after_body(flow) {
                None => {}
                Some(flow) => return flow,
            }
        }
    }

    pub(super) fn for_turns(&mut self, activation: &Activation, each: &For, frame: &mut Frame) -> Flow {
        let places = assigned::by_for(each);
        loop {
            if let Some(flow) = self.at_head(activation, each.head, &places, frame) {
                return flow;
            }
            let next = match frame[each.state.0 as usize].as_gc::<Generator>().cloned() {
                Some(generator) => self.next_of_generator(activation, each, &generator, frame),
                None => self.next_item(each, frame),
            };
            match next {
                Ok(Some(item)) => {
                    let head = self.profile.of_mut(&activation.code).heads.entry(each.head).or_default();
                    head.items.note(&item);
                    let iterator = frame[each.state.0 as usize].downcast::<Iterator>();
                    head.halves = iterator.is_some_and(Iterator::gives_halves);
                    self.begin_turn(activation, each.head);
                    self.assign(activation, each.target, item, frame);
                    if self.settle(activation, each.head).is_err() {
                        return Flow::Raise;
                    }
                }
                Ok(None) => {
                    self.end_for(each, frame);
                    if self.settle(activation, each.head).is_err() {
                        return Flow::Raise;
                    }
                    if self.is_own(activation, each.head) {
                        return Flow::Ended;
                    }
                    return self.block(activation, &each.orelse, frame);
                }
                Err(flow) => return flow,
            }
            let flow = self.block(activation, &each.body, frame);
            match self.after_body(flow) {
                None => {}
                Some(flow @ (Flow::Stop(_) | Flow::Yield(..))) => return flow,
                Some(flow) => {
                    self.end_for(each, frame);
                    return flow;
                }
            }
        }
    }

    /// Notes that a loop begins.
    pub(super) fn begin_loop(&mut self, activation: &Activation, head: StmtId) {
        let head = self.profile.of_mut(&activation.code).heads.entry(head).or_default();
        head.entries += 1;
        head.rounds = 0;
    }

    pub(super) fn end_for(&self, each: &For, frame: &mut Frame) {
        for slot in 0..3 {
            frame[(each.state.0 + slot) as usize] = Value::Unbound;
        }
    }

    pub(super) fn is_own(&self, activation: &Activation, head: StmtId) -> bool {
        self.own == Some((activation.code.id, head)) && self.calls.is_empty()
    }

    pub(super) fn begin_turn(&mut self, activation: &Activation, head: StmtId) {
        self.profile.of_mut(&activation.code).heads.entry(head).or_default().iterations += 1;
    }

    /// Notes the state at a loop's head. Some if the recorder goes no further in this loop.
    pub(super) fn at_head(
        &mut self,
        activation: &Activation,
        head: StmtId,
        places: &[Place],
        frame: &mut Frame,
    ) -> Option<Flow> {
        if self.context.poll.is_set() {
            return Some(Flow::Stop(head));
        }
        let own = self.is_own(activation, head);
        let turns = self.turns.entry((activation.code.id, head)).or_default();
        *turns += 1;
        let turns = *turns;
        let most = if self.is_pure() { self.limits.pure_turns } else { self.limits.inner_turns };
        if !own && turns > most {
            // Turns that are not seen are not to be counted against this run, nor what it starts with taken for what comes of it.
            let head_seen = self.profile.of_mut(&activation.code).heads.entry(head).or_default();
            head_seen.entries = head_seen.entries.saturating_sub(1);
            return Some(self.finish_loop(activation, head, frame));
        }
        for &place in places {
            let value = self.peek(activation, place, frame);
            let seen = self.profile.of_mut(&activation.code).heads.entry(head).or_default();
            seen.places.entry(place).or_default().note(&value);
            if seen.rounds > 0 {
                seen.later.entry(place).or_default().note(&value);
            }
        }
        self.profile.of_mut(&activation.code).heads.entry(head).or_default().rounds += 1;
        // The first time at the head is before the first turn.
        if own && turns > 2 && (turns > self.limits.turns || self.statements > self.limits.statements) {
            self.complete = true;
            return Some(Flow::Stop(head));
        }
        None
    }

    /// Lets the interpreter run an inner loop to its end.
    pub(super) fn finish_loop(&mut self, activation: &Activation, head: StmtId, frame: &mut Frame) -> Flow {
        if self.is_pure() {
            return Flow::Stop(head);
        }
        let running = self.context.running(&activation.code, &activation.module);
        let ran = running.finish_loop(head, frame, self.context);
        self.ran(ran)
    }

    pub(super) fn begin_for(&mut self, activation: &Activation, each: &For, frame: &mut Frame) -> Step<()> {
        let iterable = self.eval(activation, &each.iterable, frame)?;
        let range = iterable.downcast::<Range>().and_then(Range::as_small).or_else(|| range_within(&iterable));
        let state = if let Some((start, stop, step)) = range {
            let head = self.profile.of_mut(&activation.code).heads.entry(each.head).or_default();
            head.step = Some(step).filter(|_| head.entries == 0 || head.step == Some(step));
            [Value::int(start), Value::int(stop), Value::int(step)]
        } else if iterable.downcast::<List>().is_some() || iterable.downcast::<Tuple>().is_some() {
            [iterable, Value::int(0), Value::Unbound]
        } else if dunder::is_scripted(&iterable) && !is_container_inside(&iterable) {
            return Err(Flow::Stop(each.head));
        } else {
            match ops::iter(&iterable) {
                Ok(iterator) if iterator.downcast::<Iterator>().is_some_and(Iterator::is_plain) => {
                    [iterator, Value::Unbound, Value::Unbound]
                }
                Ok(iterator) if iterator.as_gc::<Generator>().is_some() => [iterator, Value::Unbound, Value::Unbound],
                Ok(_) => return Err(Flow::Stop(each.head)),
                Err(Raise) => {
                    drop(self.context.catch());
                    return Err(Flow::Stop(each.head));
                }
            }
        };
        for (slot, value) in (each.state.0..).zip(state) {
            frame[slot as usize] = value;
        }
        if let ExprKind::Temporary(slot) = each.iterable.kind {
            // What a loop goes over goes with the loop, as in the interpreter.
            frame[slot.0 as usize] = Value::Unbound;
        }
        each.release.iter().for_each(|slot| frame[slot.0 as usize] = Value::Unbound);
        Ok(self.settle(activation, each.head)?)
    }

    pub(super) fn next_item(&mut self, each: &For, frame: &mut Frame) -> Step<Option<Value>> {
        let at = each.state.0 as usize;
        if let (Value::Int(next), Value::Int(stop), Value::Int(step)) = (&frame[at], &frame[at + 1], &frame[at + 2]) {
            let (next, stop, step) = (*next, *stop, *step);
            if if step > 0 { next >= stop } else { next <= stop } {
                return Ok(None);
            }
            let Some(after) = next.checked_add(step) else {
                return Err(Flow::Stop(each.head));
            };
            frame[at] = Value::int(after);
            return Ok(Some(Value::int(next)));
        }
        let Value::Int(index) = frame[at + 1] else {
            let iterator = frame[at].clone();
            return match iterator.downcast::<Iterator>() {
                Some(plain) if plain.is_plain() && !self.stepping => Ok(ops::next(&iterator)?),
                _ => Err(Flow::Stop(each.head)),
            };
        };
        let item = match (frame[at].downcast::<List>(), frame[at].downcast::<Tuple>()) {
            (Some(list), _) => list.get(index as usize),
            (_, Some(tuple)) => tuple.items().get(index as usize).cloned(),
            _ => return Err(Flow::Stop(each.head)),
        };
        if item.is_some() {
            frame[at + 1] = Value::int(index + 1);
        }
        Ok(item)
    }
}

/// Whether a value is an instance around a built-in container, whose items a loop over it takes.
fn is_container_inside(value: &Value) -> bool {
    value.kind() == Some(Kind::Instance) && iterates_as_container(&class_of(value))
}
