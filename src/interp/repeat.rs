//! Loops.
//!
//! In: conditions, iterables and bodies. Out: turns, until the loop ends or something leaves it. A loop's state lies in
//! the frame at every turn, so it can be left and entered at its head by anyone: a generator, compiled code. At its
//! start and after each turn a loop makes one test: has it compiled code, is it hot, does anything want it to stop?

use super::block::{Block, Control, Flow};
use super::branch::attempt;
use super::call::Known;
use super::condition::Condition;
use super::context::Context;
use super::frame::{Frame, put, slot, slot_mut};
use super::generate::Resumption;
use super::node::Node;
use super::origin::Origin;
use super::statement::Target;
use super::tier::{Heat, Left};
use std::rc::Rc;

use crate::resolve::tree::{Place, Slot, StmtId};
use crate::source::Span;
use crate::value::class::Class;
use crate::value::generator::Generator;
use crate::value::heap::finalize;
use crate::value::iterator::{Iterator, State};
use crate::value::list::List;
use crate::value::ops::advance::Pair;
use crate::value::range::Range;
use crate::value::tuple::Tuple;
use crate::value::{Raise, Value, ops};

/// How a loop goes on after its body, or after compiled code.
enum Turn {
    /// With the next test or item.
    Again,
    /// Not at all; the loop has come to its end by itself.
    End,
    /// By leaving it.
    Leave(Flow),
}

/// What `while` and `for` have in common.
pub struct Loop {
    /// Entering here goes on with the next test or item.
    pub head: StmtId,
    /// The body.
    pub body: Block,
    /// `else:`
    pub orelse: Block,
    /// Its work, and its compiled code.
    pub heat: Heat,
}

impl Loop {
    /// What follows from how the body ended.
    #[inline(always)]
    fn after_body(&self, flow: Flow, frame: &mut Frame, context: &Context) -> Turn {
        match flow {
            Flow::Next | Flow::Continue => self.back_edge(frame, context),
            Flow::Break => Turn::Leave(Flow::Next),
            Flow::Resume => self.resume(frame, context),
            other => Turn::Leave(other),
        }
    }

    /// The test at a back edge.
    #[inline(always)]
    fn back_edge(&self, frame: &mut Frame, context: &Context) -> Turn {
        let hot = self.heat.turn();
        if hot | context.poll.is_set() { self.look_closer(hot, frame, context) } else { Turn::Again }
    }

    /// The test before the first turn.
    #[inline(always)]
    fn start(&self, frame: &mut Frame, context: &Context) -> Turn {
        if self.heat.is_ready() { self.look_closer(true, frame, context) } else { Turn::Again }
    }

    #[cold]
    #[inline(never)]
    fn look_closer(&self, hot: bool, frame: &mut Frame, context: &Context) -> Turn {
        if context.pause().is_err() {
            return Turn::Leave(Flow::Raise);
        }
        if !hot {
            return Turn::Again;
        }
        match self.heat.ask(context, self.body.origin(), Some(self.head), frame) {
            Left::Stay(_) => Turn::Again,
            Left::Resume(at) => {
                context.set_resume_at(at);
                self.resume(frame, context)
            }
            Left::Done => Turn::End,
            Left::Return(value) => Turn::Leave(Flow::Return(value)),
            Left::Raise => Turn::Leave(Flow::Raise),
        }
    }

    /// Goes on at the statement that waits in the context, if it lies in the body or is the head; as often as compiled
    /// code leaves the loop again in the same turn.
    #[cold]
    #[inline(never)]
    fn resume(&self, frame: &mut Frame, context: &Context) -> Turn {
        loop {
            let at = context.resume_at();
            if at == self.head {
                return Turn::Again;
            }
            if !self.body.contains(at) {
                return Turn::Leave(Flow::Resume);
            }
            match self.body.enter_at(at, frame, context) {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return Turn::Leave(Flow::Next),
                Flow::Resume => continue,
                other => return Turn::Leave(other),
            }
            let hot = self.heat.turn();
            if !(hot | context.poll.is_set()) {
                return Turn::Again;
            }
            if context.pause().is_err() {
                return Turn::Leave(Flow::Raise);
            }
            if !hot {
                return Turn::Again;
            }
            match self.heat.ask(context, self.body.origin(), Some(self.head), frame) {
                Left::Stay(_) => return Turn::Again,
                Left::Resume(at) => context.set_resume_at(at),
                Left::Done => return Turn::End,
                Left::Return(value) => return Turn::Leave(Flow::Return(value)),
                Left::Raise => return Turn::Leave(Flow::Raise),
            }
        }
    }
}

/// `while`
pub struct While {
    /// Statements hoisted out of the test.
    pub header: Block,
    /// The condition.
    pub test: Condition,
    /// The rest.
    pub common: Loop,
}

impl While {
    fn turns(&self, frame: &mut Frame, context: &Context) -> Flow {
        loop {
            if !self.header.is_empty() {
                match self.header.run(frame, context) {
                    Flow::Next => {}
                    other => return other,
                }
            }
            if !attempt!(self.test.test(frame, context)) {
                return self.common.orelse.run(frame, context);
            }
            let flow = self.common.body.run(frame, context);
            match self.common.after_body(flow, frame, context) {
                Turn::Again => {}
                Turn::End => return self.common.orelse.run(frame, context),
                Turn::Leave(flow) => return flow,
            }
        }
    }

    fn go_on(&self, turn: Turn, frame: &mut Frame, context: &Context) -> Flow {
        match turn {
            Turn::Again => self.turns(frame, context),
            Turn::End => self.common.orelse.run(frame, context),
            Turn::Leave(flow) => flow,
        }
    }
}

impl Control for While {
    fn inside(&self, at: StmtId) -> Option<&Block> {
        [&self.header, &self.common.body, &self.common.orelse].into_iter().find(|block| block.contains(at))
    }

    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        match self.common.start(frame, context) {
            Turn::Again => self.turns(frame, context),
            turn => self.go_on(turn, frame, context),
        }
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        if at == self.common.head {
            self.turns(frame, context)
        } else if self.header.contains(at) {
            match self.header.enter_at(at, frame, context) {
                Flow::Next => {}
                other => return other,
            }
            if !attempt!(self.test.test(frame, context)) {
                return self.common.orelse.run(frame, context);
            }
            let flow = self.common.body.run(frame, context);
            let turn = self.common.after_body(flow, frame, context);
            self.go_on(turn, frame, context)
        } else if self.common.body.contains(at) {
            let flow = self.common.body.enter_at(at, frame, context);
            let turn = self.common.after_body(flow, frame, context);
            self.go_on(turn, frame, context)
        } else {
            self.common.orelse.enter_at(at, frame, context)
        }
    }
}

/// What a `for` goes over.
pub enum Iterable {
    /// A call that is expected to be one of `range`, with its arguments: no range object is made.
    Range {
        /// What is called.
        callee: Box<dyn Node>,
        /// One to three arguments.
        args: Box<[Box<dyn Node>]>,
    },
    /// Any expression.
    Value,
}

/// `for`
pub struct For {
    /// The first of three hidden slots.
    pub state: Slot,
    /// What each item is assigned to.
    pub target: Target,
    /// The two variables that its first statement unpacks each item into, if it is such a loop.
    pub pair: Option<[Target; 2]>,
    /// What it goes over, if that has a special form.
    pub iterable: Iterable,
    /// What it goes over, as a value.
    pub value: Box<dyn Node>,
    /// Hidden slots that are emptied then.
    pub release: Box<[Slot]>,
    /// What it goes over is evaluated by the frame around the one that it shows in.
    pub around: Option<Rc<Origin>>,
    /// Its number.
    pub id: StmtId,
    /// It goes over the argument of a generator expression, which nobody looks at again.
    pub owns: bool,
    /// The place of the iterable.
    pub span: Span,
    /// The function of the generator it goes over.
    pub known: Known,
    /// The rest.
    pub common: Loop,
}

/// The rest of a range, of an iterator over one that nobody else has: `reversed(range(n))`.
pub fn range_within(iterator: &Value) -> Option<(i64, i64, i64)> {
    let iterator = iterator.as_gc::<Iterator>().filter(|iterator| iterator.as_ref().is_unique())?;
    let bounds = |state: &mut State| match *state {
        State::Range(next, step, left) => {
            let far = step.checked_mul(i64::try_from(left).ok()?)?;
            Some((next, next.checked_add(far)?, step))
        }
        _ => None,
    };
    iterator.change(bounds)?
}

impl For {
    fn second(&self) -> Slot {
        Slot(self.state.0 + 1)
    }

    fn third(&self) -> Slot {
        Slot(self.state.0 + 2)
    }

    /// Fills the hidden slots.
    fn begin(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        if let Some((start, stop, step)) = self.small_range(frame, context)? {
            self.begin_range(frame, start, stop, step);
            return Ok(());
        }
        let value = self.value.value(frame, context)?;
        if self.owns && self.begin_within(&value, frame) {
            return Ok(());
        }
        if let Some((start, stop, step)) =
            value.downcast::<Range>().and_then(Range::as_small).or_else(|| range_within(&value))
        {
            self.begin_range(frame, start, stop, step);
        } else if value.downcast::<List>().is_some() || value.downcast::<Tuple>().is_some() {
            *slot_mut(frame, self.state) = value;
            put(slot_mut(frame, self.second()), Value::Int(0));
            put(slot_mut(frame, self.third()), Value::Unbound);
        } else {
            let iterator = ops::iter(&value).map_err(|_| context.fail(self.span))?;
            *slot_mut(frame, self.state) = iterator;
            put(slot_mut(frame, self.second()), Value::Unbound);
            put(slot_mut(frame, self.third()), Value::Unbound);
        }
        Ok(())
    }

    /// Goes over what an iterator that nobody else has goes over; false if that is nothing that loops know how to.
    fn begin_within(&self, iterator: &Value, frame: &mut Frame) -> bool {
        if let Some((start, stop, step)) = range_within(iterator) {
            self.begin_range(frame, start, stop, step);
            return true;
        }
        let Some(iterator) = iterator.as_gc::<Iterator>().filter(|iterator| iterator.as_ref().is_unique()) else {
            return false;
        };
        let Some(state) = iterator.change(std::mem::take) else { return false };
        let (sequence, next) = match state {
            State::List(list, next) => (Value::from(list), next),
            State::Tuple(tuple, next) => (Value::from(tuple), next),
            other => {
                iterator.change(|back| *back = other);
                return false;
            }
        };
        *slot_mut(frame, self.state) = sequence;
        put(slot_mut(frame, self.second()), Value::Int(next as i64));
        put(slot_mut(frame, self.third()), Value::Unbound);
        true
    }

    fn begin_range(&self, frame: &mut Frame, start: i64, stop: i64, step: i64) {
        put(slot_mut(frame, self.state), Value::Int(start));
        put(slot_mut(frame, self.second()), Value::Int(stop));
        put(slot_mut(frame, self.third()), Value::Int(step));
    }

    /// The bounds of a call of the real `range` with small ints.
    fn small_range(&self, frame: &mut Frame, context: &Context) -> Result<Option<(i64, i64, i64)>, Raise> {
        let Iterable::Range { callee, args } = &self.iterable else {
            return Ok(None);
        };
        let callee = callee.value(frame, context)?;
        if !callee.as_gc::<Class>().is_some_and(|class| class.is(&crate::value::types().range)) {
            return Ok(None);
        }
        let mut bounds = [0, 0, 1];
        for (bound, arg) in bounds.iter_mut().zip(args) {
            match arg.value(frame, context)? {
                Value::Int(int) => *bound = int,
                // The call itself knows what to do with it.
                _ => return Ok(None),
            }
        }
        if let [_] = **args {
            bounds = [0, bounds[0], 1];
        }
        let [start, stop, step] = bounds;
        Ok((step != 0).then_some((start, stop, step)))
    }

    /// Empties the hidden slots: what was iterated over is let go of.
    fn finish(&self, frame: &mut Frame) {
        for at in [self.state, self.second(), self.third()] {
            put(slot_mut(frame, at), Value::Unbound);
        }
    }

    /// Goes on with the next item, in the way that the hidden slots ask for.
    fn turns(&self, frame: &mut Frame, context: &Context) -> Flow {
        let flow = match (slot(frame, self.second()), slot(frame, self.third())) {
            (Value::Int(_), Value::Int(_)) => self.over_range(frame, context),
            (Value::Int(_), _) => self.over_sequence(frame, context),
            _ => self.over_iterator(frame, context),
        };
        match flow {
            Turn::Leave(Flow::Yield) => Flow::Yield,
            Turn::Leave(flow) => {
                self.finish(frame);
                flow
            }
            Turn::Again | Turn::End => self.end(frame, context),
        }
    }

    /// It has come to its end by itself.
    fn end(&self, frame: &mut Frame, context: &Context) -> Flow {
        self.finish(frame);
        if finalize::is_due() && self.settle(context).is_err() {
            return Flow::Raise;
        }
        self.common.orelse.run(frame, context)
    }

    /// Does what is to be done after a part of the statement: what it has let go of ends before the next one begins.
    #[cold]
    #[inline(never)]
    fn settle(&self, context: &Context) -> Result<(), Raise> {
        let origin = self.common.body.origin();
        context.settle(&origin.code, &origin.module, self.id)
    }

    /// One turn with an item.
    #[inline(always)]
    fn turn(&self, item: Value, frame: &mut Frame, context: &Context) -> Turn {
        match self.target.place {
            Place::Local(at) => put(slot_mut(frame, at), item),
            _ => self.target.store(frame, item),
        }
        if finalize::is_due() && self.settle(context).is_err() {
            return Turn::Leave(Flow::Raise);
        }
        let flow = self.common.body.run(frame, context);
        self.common.after_body(flow, frame, context)
    }

    fn over_range(&self, frame: &mut Frame, context: &Context) -> Turn {
        loop {
            let (Value::Int(next), Value::Int(stop), Value::Int(step)) =
                (slot(frame, self.state), slot(frame, self.second()), slot(frame, self.third()))
            else {
                return Turn::End;
            };
            let (next, stop, step) = (*next, *stop, *step);
            if if step > 0 { next >= stop } else { next <= stop } {
                return Turn::End;
            }
            // Past the last item the bound serves as well as the sum, which need not fit.
            let following = next.checked_add(step).unwrap_or(stop);
            put(slot_mut(frame, self.state), Value::Int(following));
            match self.turn(Value::Int(next), frame, context) {
                Turn::Again => {}
                turn => return turn,
            }
        }
    }

    fn over_sequence(&self, frame: &mut Frame, context: &Context) -> Turn {
        loop {
            let Value::Int(next) = *slot(frame, self.second()) else {
                return Turn::End;
            };
            let sequence = slot(frame, self.state);
            let item = match sequence.downcast::<List>() {
                Some(list) => list.get(next as usize),
                None => sequence.downcast::<Tuple>().and_then(|tuple| tuple.items().get(next as usize).cloned()),
            };
            let Some(item) = item else { return Turn::End };
            put(slot_mut(frame, self.second()), Value::Int(next + 1));
            match self.turn(item, frame, context) {
                Turn::Again => {}
                turn => return turn,
            }
        }
    }

    fn over_iterator(&self, frame: &mut Frame, context: &Context) -> Turn {
        loop {
            let turn = match self.next_pair(frame, context) {
                Ok(Some(Pair::Whole(item))) => self.turn(item, frame, context),
                Ok(Some(Pair::Halves(first, second))) => self.turn_unpacked(first, second, frame, context),
                Ok(None) => return Turn::End,
                // CPython marks nothing in the line of a loop whose iterator fails.
                Err(Raise) => return Turn::Leave(Flow::Raise),
            };
            match turn {
                Turn::Again => {}
                turn => return turn,
            }
        }
    }

    /// One turn with an item that its first statement would unpack into these two.
    #[inline(always)]
    fn turn_unpacked(&self, first: Value, second: Value, frame: &mut Frame, context: &Context) -> Turn {
        if let Some(targets) = &self.pair {
            targets[0].store(frame, first);
            targets[1].store(frame, second);
        }
        if finalize::is_due() && self.settle(context).is_err() {
            return Turn::Leave(Flow::Raise);
        }
        let flow = self.common.body.run_rest(frame, context);
        self.common.after_body(flow, frame, context)
    }

    /// The next item of an iterator, in halves where the loop wants two and no tuple need be made of them.
    #[inline(always)]
    fn next_pair(&self, frame: &mut Frame, context: &Context) -> Result<Option<Pair>, Raise> {
        if self.pair.is_some()
            && let Some(iterator) = slot(frame, self.state).as_gc::<Iterator>()
        {
            return iterator.next_pair();
        }
        Ok(self.next(frame, context)?.map(Pair::Whole))
    }

    /// The next item of an iterator. A generator runs on this frame's stack.
    fn next(&self, frame: &mut Frame, context: &Context) -> Result<Option<Value>, Raise> {
        let iterator = slot(frame, self.state);
        let Some(generator) = iterator.as_gc::<Generator>() else { return ops::next(iterator) };
        let generator = generator.clone();
        if !generator.state().can_go_on() {
            return ops::next(&Value::from(generator));
        }
        let function = generator.function();
        let running = self.known.find(function).unwrap_or_else(|| self.known.of(function, context));
        let callee = self.common.body.origin().callee.0 as usize;
        running.resume(&generator, Resumption::Send(Value::None), &mut frame[callee..], context)
    }
}

impl Control for For {
    fn inside(&self, at: StmtId) -> Option<&Block> {
        [&self.common.body, &self.common.orelse].into_iter().find(|block| block.contains(at))
    }

    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        if self.begin(frame, context).is_err() {
            if let Some(around) = &self.around {
                context.note(&around.code, around.inline.as_ref(), self.id);
                context.pass_inline();
            }
            return Flow::Raise;
        }
        for &at in &self.release {
            put(slot_mut(frame, at), Value::Unbound);
        }
        if finalize::is_due() && self.settle(context).is_err() {
            return Flow::Raise;
        }
        match self.common.start(frame, context) {
            Turn::Again => self.turns(frame, context),
            turn => self.go_on(turn, frame, context),
        }
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        if at == self.common.head {
            self.turns(frame, context)
        } else if self.common.body.contains(at) {
            let flow = self.common.body.enter_at(at, frame, context);
            let turn = self.common.after_body(flow, frame, context);
            self.go_on(turn, frame, context)
        } else {
            self.common.orelse.enter_at(at, frame, context)
        }
    }
}

impl For {
    fn go_on(&self, turn: Turn, frame: &mut Frame, context: &Context) -> Flow {
        match turn {
            Turn::Again => self.turns(frame, context),
            Turn::End => self.end(frame, context),
            Turn::Leave(Flow::Yield) => Flow::Yield,
            Turn::Leave(flow) => {
                self.finish(frame);
                flow
            }
        }
    }
}
