//! Generators that are recorded: walked from one `yield` to the next, in the place of the loop that asks for their items.

use super::*;
use crate::interp::generate::Resumption;
use crate::trace::profile::{Stepped, Type};
use crate::value::generator::{Generator, State};

impl Recorder<'_> {
    /// The next item of a generator that a loop goes over. Where the walk stops, the interpreter goes on to the next `yield`.
    pub(super) fn next_of_generator(
        &mut self,
        activation: &Activation,
        each: &For,
        generator: &Gc<Generator>,
        frame: &mut Frame,
    ) -> Step<Option<Value>> {
        if self.is_pure() {
            return Err(Flow::Stop(each.head));
        }
        let function = generator.function().clone();
        let code = function.code().clone();
        let running = self.context.running(&code, function.module());
        let frame = &mut frame[activation.code.slots.len()..];
        let go_on = |context: &Context, frame: &mut Frame| {
            let sent = Resumption::Send(Value::None);
            if generator.state().can_go_on() {
                return running.resume(generator, sent, frame, context);
            }
            context.resume_generator(generator, sent)
        };
        let walked = generator.state().can_go_on() && code.flavour == Flavour::Generator;
        if !walked || self.calls.len() >= self.limits.depth || frame.len() < code.slots.len() + ROOM {
            return Ok(go_on(self.context, frame)?);
        }
        let depth = recursion::enter("").map_err(|_| Flow::Raise)?;
        let mut slots = generator.take_frame();
        frame[..slots.len()].swap_with_slice(&mut slots);
        let state = generator.state();
        generator.set_state(State::Running);
        let inside = Activation { code: code.clone(), module: function.module().clone() };
        self.calls.push(code.id);
        let flow = match state {
            State::Waiting(at) => {
                self.resumed = true;
                self.block_at(&inside, &code.body, at, frame)
            }
            State::Standing(at) => self.block_at(&inside, &code.body, at, frame),
            _ => self.block(&inside, &code.body, frame),
        };
        self.calls.pop();
        drop(depth);
        match flow {
            Flow::Yield(item, at) => {
                frame[..slots.len()].swap_with_slice(&mut slots);
                generator.put_frame(slots);
                generator.set_state(State::Waiting(at));
                Ok(Some(item))
            }
            Flow::Stop(at) => {
                frame[..slots.len()].swap_with_slice(&mut slots);
                generator.put_frame(slots);
                // A `yield` inside of what the recorder does not enter still waits.
                generator.set_state(if std::mem::take(&mut self.resumed) { state } else { State::Standing(at) });
                Ok(go_on(self.context, frame)?)
            }
            flow => {
                generator.set_state(State::Done);
                finalize::unwatch(generator.as_ref());
                match self.end_call(&code, flow, frame) {
                    Ok(Ok(returned)) => {
                        if !returned.is_none() {
                            generator.set_returned(returned);
                        }
                        Ok(None)
                    }
                    Ok(Err(_)) => {
                        running.seal(self.context);
                        Err(Flow::Raise)
                    }
                    Err(_) => unreachable!("a walk that stopped was gone on with above"),
                }
            }
        }
    }

    /// `next(generator)`: the next item, if nothing that anybody could see happens on the way to it. Where the walk stops, the generator is
    /// where it was.
    pub(super) fn step(
        &mut self,
        activation: &Activation,
        id: ExprId,
        generator: &Gc<Generator>,
        frame: &mut Frame,
    ) -> Step<Value> {
        let stop = Flow::Stop(StmtId(0));
        let function = generator.function().clone();
        let code = function.code().clone();
        let frame = &mut frame[activation.code.slots.len()..];
        let State::Waiting(at) = generator.state() else { return Err(stop) };
        let is_plain = code.flavour == Flavour::Generator && !code.cleans_up && !generator.passes_on();
        if !is_plain || self.is_pure() || self.calls.len() >= self.limits.depth || frame.len() < code.slots.len() + ROOM
        {
            return Err(stop);
        }
        let _depth = recursion::enter("").map_err(|_| Flow::Stop(StmtId(0)))?;
        let before = generator.take_frame();
        frame[..before.len()].clone_from_slice(&before);
        generator.set_state(State::Running);
        let inside = Activation { code: code.clone(), module: function.module().clone() };
        (self.resumed, self.stepping, self.pure) = (true, true, self.pure + 1);
        self.calls.push(code.id);
        let flow = self.block_at(&inside, &code.body, at, frame);
        self.calls.pop();
        (self.resumed, self.stepping, self.pure) = (false, false, self.pure - 1);
        let mut slots = before.clone();
        frame[..slots.len()].swap_with_slice(&mut slots);
        clear(frame, slots.len());
        let new =
            || Some(Stepped { function: Function::likeness(&function), at, slots: vec![Seen::default(); slots.len()] });
        let stepped = self.profile.of_mut(&activation.code).stepped.entry(id).or_insert_with(new);
        match stepped {
            Some(known) if known.function.code().id == code.id && known.at == at => {
                known.slots.iter_mut().zip(&before).for_each(|(seen, value)| seen.note(value));
            }
            _ => *stepped = None,
        }
        let (result, slots) = match flow {
            Flow::Yield(item, next) if next == at => (Ok(item), slots),
            Flow::Yield(item, next) => {
                *stepped = None;
                generator.put_frame(slots);
                generator.set_state(State::Waiting(next));
                return Ok(item);
            }
            flow => {
                if let Flow::Raise = flow {
                    drop(self.context.catch());
                }
                (Err(stop), before)
            }
        };
        generator.put_frame(slots);
        generator.set_state(State::Waiting(at));
        result
    }

    /// `yield`: the item, where a loop that is walked asks for it. In a generator that is drained it goes where that is kept.
    pub(super) fn hand_out(
        &mut self,
        activation: &Activation,
        stmt: &Stmt,
        (value, target, drained): (&Expr, Option<Place>, Slot),
        frame: &mut Frame,
    ) -> Step<Option<Value>> {
        if !self.calls.is_empty() {
            return self.eval(activation, value, frame).map(Some);
        }
        let so_far = frame[drained.0 as usize].clone();
        let number = |value: &Value| matches!(Type::of(value), Type::Int | Type::Float | Type::Bool | Type::Complex);
        if !number(&so_far) && so_far.as_gc::<List>().is_none() {
            return Err(Flow::Stop(stmt.id));
        }
        let item = self.eval(activation, value, frame)?;
        match so_far.as_gc::<List>() {
            Some(list) => list.push(item),
            None if number(&item) => {
                let total = self.or_leave(ops::binary(BinaryOp::Add, &so_far, &item), stmt)?;
                self.note_update(activation, stmt.id, Seen::of(&so_far), &total);
                frame[drained.0 as usize] = total;
            }
            None => return Err(Flow::Stop(stmt.id)),
        }
        if let Some(target) = target {
            self.assign(activation, target, Value::None, frame);
        }
        Ok(None)
    }

    /// What the interpreter handed out from inside a generator.
    pub(super) fn yielded(&self) -> Flow {
        Flow::Yield(self.context.take_yielded(), self.context.resume_at())
    }
}
