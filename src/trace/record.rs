//! The recorder: walks the resolved tree of a hot loop or function on its real frame, and notes what it sees.
//!
//! In: a frame at a loop's head (or at any statement inside, where an exit left it, or at a function's start). Out: the
//! same frame further on, and a fuller [`Profile`]. It changes no result: every operator is `value::ops`', and whatever
//! the recorder does not know is left to the interpreter, by handing the frame back at that statement. Slow and simple:
//! it runs for a few turns only. Inner loops that go on for long are finished by the interpreter.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::assigned;
use super::profile::{Profile, Seen};
use crate::interp::bind;
use crate::interp::block::Flow as Ran;
use crate::interp::build_expression::literal;
use crate::interp::context::{Context, Suspended};
use crate::interp::frame::{Frame, clear};
use crate::interp::running::ROOM;
use crate::interp::scope;
use crate::interp::tier::Left;
use crate::resolve::tree::*;
use crate::value::cell::Cell;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::function::Function;
use crate::value::heap::Gc;
use crate::value::iterator::Iterator;
use crate::value::list::List;
use crate::value::module::Module;
use crate::value::ops::dunder;
use crate::value::range::Range;
use crate::value::set::Set;
use crate::value::slice::Slice;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Res, Symbol, Value, ops, recursion};

/// Turns of the recorded loop after which enough was seen.
const TURNS: u32 = 100;
/// Statements after which enough was seen, at the end of a turn.
const ENOUGH: u32 = 3_000;
/// Turns of one inner loop, over all its runs, after which the interpreter finishes each run.
const INNER_TURNS: u32 = 200;
/// Calls inside one another that are walked; deeper ones are the interpreter's.
const DEEPEST: usize = 6;

/// Where the recorded code stands.
pub struct Recording<'a> {
    /// The function.
    pub code: &'a Arc<Code>,
    /// Its module.
    pub module: &'a Gc<Module>,
    /// The loop's head; none to record a call of the function.
    pub head: Option<StmtId>,
    /// Where the frame stands, if not at the head or at the function's start.
    pub at: Option<StmtId>,
}

/// How a recording ended.
pub struct Recorded {
    /// How the interpreter goes on.
    pub left: Left,
    /// The loop is at its head, or the call has returned: all that was wanted was seen.
    pub complete: bool,
    /// Statements that were walked.
    pub statements: u32,
}

/// Records.
pub fn record(context: &Context, profile: &mut Profile, what: &Recording<'_>, frame: &mut Frame) -> Recorded {
    let mut recorder = Recorder {
        context,
        profile,
        statements: 0,
        turns: FxHashMap::default(),
        own: what.head.map(|head| (what.code.id, head)),
        calls: Vec::new(),
        complete: false,
    };
    let activation = Activation { code: what.code.clone(), module: what.module.clone() };
    let flow = recorder.whole(&activation, what, frame);
    let left = match flow {
        Flow::Stop(at) => Left::Resume(at),
        Flow::Next if what.head.is_some() => Left::Done,
        Flow::Next => Left::Return(Value::None),
        Flow::Return(value) => Left::Return(value),
        Flow::Raise => Left::Raise,
        Flow::Break | Flow::Continue | Flow::Ended => unreachable!("loops keep these to themselves"),
    };
    Recorded { left, complete: recorder.complete, statements: recorder.statements }
}

/// How walking a statement ended.
enum Flow {
    Next,
    Break,
    Continue,
    Return(Value),
    Raise,
    /// The interpreter goes on at this statement of the activation.
    Stop(StmtId),
    /// The recorded loop has come to its end; its `else` is the interpreter's.
    Ended,
}

/// A function that is walked.
struct Activation {
    code: Arc<Code>,
    module: Gc<Module>,
}

struct Recorder<'a> {
    context: &'a Context,
    profile: &'a mut Profile,
    statements: u32,
    /// Turns of each loop that were walked.
    turns: FxHashMap<(CodeId, StmtId), u32>,
    /// The loop that is recorded.
    own: Option<(CodeId, StmtId)>,
    /// Code of the calls being walked.
    calls: Vec<CodeId>,
    complete: bool,
}

/// What an expression gave, or how its statement ends instead.
type Step<T> = Result<T, Flow>;

impl From<Raise> for Flow {
    fn from(_: Raise) -> Flow {
        Flow::Raise
    }
}

/// Statements.
impl Recorder<'_> {
    fn whole(&mut self, activation: &Activation, what: &Recording<'_>, frame: &mut Frame) -> Flow {
        let statements = &activation.code.body.statements;
        match what.head {
            Some(head) => match find(statements, head) {
                // Where `break` passes by an `else`, the way on must have a number.
                Some(stmt) if !has_else(stmt) || successor(&activation.code.body, stmt.id).is_some() => {
                    let flow = self.enter(activation, stmt, what.at.unwrap_or(head), frame);
                    match self.raised(activation, stmt.id, flow) {
                        Flow::Ended => Flow::Next,
                        Flow::Next if has_else(stmt) => {
                            successor(&activation.code.body, stmt.id).map_or(Flow::Next, Flow::Stop)
                        }
                        flow => flow,
                    }
                }
                Some(_) => Flow::Stop(what.at.unwrap_or(head)),
                None => Flow::Stop(what.at.unwrap_or(head)),
            },
            None => {
                let flow = match what.at {
                    Some(at) => self.block_at(activation, &activation.code.body, at, frame),
                    None => self.block(activation, &activation.code.body, frame),
                };
                let returned = match &flow {
                    Flow::Next => Value::None,
                    Flow::Return(value) => value.clone(),
                    _ => return flow,
                };
                let profile = self.profile.of_mut(&activation.code);
                profile.calls += 1;
                profile.returned.note(&returned);
                self.complete = true;
                flow
            }
        }
    }

    fn block(&mut self, activation: &Activation, block: &Block, frame: &mut Frame) -> Flow {
        self.rest(activation, &block.statements, frame)
    }

    fn rest(&mut self, activation: &Activation, statements: &[Stmt], frame: &mut Frame) -> Flow {
        for stmt in statements {
            match self.statement(activation, stmt, frame) {
                Flow::Next => {}
                flow => return self.raised(activation, stmt.id, flow),
            }
        }
        Flow::Next
    }

    /// Walks a block from a statement inside it on.
    fn block_at(&mut self, activation: &Activation, block: &Block, at: StmtId, frame: &mut Frame) -> Flow {
        let place = block.statements.partition_point(|stmt| stmt.end <= at);
        let Some(stmt) = block.statements.get(place) else {
            return Flow::Next;
        };
        match self.enter(activation, stmt, at, frame) {
            Flow::Next => self.rest(activation, &block.statements[place + 1..], frame),
            flow => self.raised(activation, stmt.id, flow),
        }
    }

    fn raised(&self, activation: &Activation, at: StmtId, flow: Flow) -> Flow {
        if let Flow::Raise = flow {
            self.context.note(&activation.code, inline_name(&activation.code.body, at), at);
        }
        flow
    }

    /// Enters a statement at itself or at one inside.
    fn enter(&mut self, activation: &Activation, stmt: &Stmt, at: StmtId, frame: &mut Frame) -> Flow {
        if at == stmt.id {
            return if self.context.is_suspended() { Flow::Stop(at) } else { self.statement(activation, stmt, frame) };
        }
        let within = |block: &Block| block.statements.iter().any(|stmt| stmt.id <= at && at < stmt.end);
        match &stmt.kind {
            StmtKind::If { then, .. } if within(then) => self.block_at(activation, then, at, frame),
            StmtKind::If { orelse, .. } => self.block_at(activation, orelse, at, frame),
            StmtKind::Inline { body, .. } => {
                let flow = self.block_at(activation, body, at, frame);
                self.leave_inline(flow)
            }
            StmtKind::Try(each) if within(&each.body) => {
                let flow = self.block_at(activation, &each.body, at, frame);
                self.after_try_body(activation, stmt, each, flow, frame)
            }
            StmtKind::While(each) if at == each.head => self.while_turns(activation, each, frame),
            StmtKind::While(each) if within(&each.body) => {
                let flow = self.block_at(activation, &each.body, at, frame);
                match self.after_body(flow) {
                    None => self.while_turns(activation, each, frame),
                    Some(flow) => flow,
                }
            }
            StmtKind::For(each) if at == each.head => self.for_turns(activation, each, frame),
            StmtKind::For(each) if within(&each.body) => {
                let flow = self.block_at(activation, &each.body, at, frame);
                match self.after_body(flow) {
                    None => self.for_turns(activation, each, frame),
                    Some(flow) => flow,
                }
            }
            _ => Flow::Stop(at),
        }
    }

    fn statement(&mut self, activation: &Activation, stmt: &Stmt, frame: &mut Frame) -> Flow {
        self.statements += 1;
        let result = match &stmt.kind {
            StmtKind::If { test, then, orelse } => match self.test(activation, test, frame) {
                Ok(true) => return self.block(activation, then, frame),
                Ok(false) => return self.block(activation, orelse, frame),
                Err(flow) => Err(flow),
            },
            StmtKind::While(each) => return self.while_turns(activation, each, frame),
            StmtKind::For(each) => match self.begin_for(activation, each, frame) {
                Ok(()) => return self.for_turns(activation, each, frame),
                Err(flow) => Err(flow),
            },
            StmtKind::Return(value) => match self.eval(activation, value, frame) {
                Ok(value) => return Flow::Return(value),
                Err(flow) => Err(flow),
            },
            StmtKind::Break => return Flow::Break,
            StmtKind::Continue => return Flow::Continue,
            StmtKind::Inline { body, .. } => {
                let flow = self.block(activation, body, frame);
                return self.leave_inline(flow);
            }
            StmtKind::Try(each) => {
                let flow = self.block(activation, &each.body, frame);
                return self.after_try_body(activation, stmt, each, flow, frame);
            }
            StmtKind::Call { target, call } => {
                return self.call(activation, stmt, *target, call, frame);
            }
            _ => self.leaf(activation, stmt, frame),
        };
        match result {
            Ok(()) => Flow::Next,
            // What an expression cannot walk is found before the statement has had an effect.
            Err(Flow::Stop(_)) => Flow::Stop(stmt.id),
            Err(flow) => flow,
        }
    }

    /// Ends a block that is a frame of its own in a traceback.
    fn leave_inline(&self, flow: Flow) -> Flow {
        if let Flow::Raise = flow {
            self.context.leave_raising();
        }
        flow
    }

    /// What comes after the guarded statements. Unless they came to their end, the interpreter sees to it.
    fn after_try_body(
        &mut self,
        activation: &Activation,
        stmt: &Stmt,
        each: &Try,
        flow: Flow,
        frame: &mut Frame,
    ) -> Flow {
        let ended = match flow {
            Flow::Stop(_) | Flow::Ended => return flow,
            Flow::Next => match self.block(activation, &each.orelse, frame) {
                Flow::Next if each.finally.is_none() => return Flow::Next,
                flow @ Flow::Stop(_) => return flow,
                Flow::Next => Ran::Next,
                // Exceptions of `else` pass the handlers by.
                flow if each.finally.is_none() => return flow,
                flow => return self.finish_try(activation, stmt, flow, true, frame),
            },
            flow => return self.finish_try(activation, stmt, flow, false, frame),
        };
        let (Some(finally), Ran::Next) = (&each.finally, ended) else { return Flow::Next };
        frame[each.pending.0 as usize] = Value::int(0);
        frame[each.pending.0 as usize + 1] = Value::Unbound;
        let flow = self.block(activation, finally, frame);
        if !matches!(flow, Flow::Stop(_)) {
            frame[each.pending.0 as usize] = Value::Unbound;
        }
        flow
    }

    /// Lets the interpreter run handlers and `finally`.
    fn finish_try(
        &mut self,
        activation: &Activation,
        stmt: &Stmt,
        flow: Flow,
        after_else: bool,
        frame: &mut Frame,
    ) -> Flow {
        let flow = match flow {
            Flow::Next => Ran::Next,
            Flow::Break => Ran::Break,
            Flow::Continue => Ran::Continue,
            Flow::Return(value) => Ran::Return(value),
            Flow::Raise => Ran::Raise,
            flow @ (Flow::Stop(_) | Flow::Ended) => return flow,
        };
        let running = self.context.running(&activation.code, &activation.module);
        let ran = running.finish_try(stmt.id, flow, after_else, frame, self.context);
        self.ran(ran)
    }

    /// How the interpreter ended a statement.
    fn ran(&self, ran: Ran) -> Flow {
        match ran {
            Ran::Next => Flow::Next,
            Ran::Return(value) => Flow::Return(value),
            Ran::Raise => Flow::Raise,
            Ran::Resume => Flow::Stop(self.context.resume_at()),
            // Meant for the loop around it.
            Ran::Break => Flow::Break,
            Ran::Continue => Flow::Continue,
            Ran::Yield => unreachable!("a generator is not recorded"),
        }
    }

    /// Statements without statements inside.
    fn leaf(&mut self, activation: &Activation, stmt: &Stmt, frame: &mut Frame) -> Step<()> {
        match &stmt.kind {
            StmtKind::Assign(place, value) => {
                let value = self.eval(activation, value, frame)?;
                self.assign(activation, *place, value, frame);
            }
            StmtKind::Update(place, op, value) => {
                let old = self
                    .read(activation, *place, frame)
                    .filter(|old| !dunder::is_scripted(old))
                    .ok_or(Flow::Stop(stmt.id))?;
                let value = self.operand(activation, value, frame)?;
                // Text that grows in place must not be held twice.
                let before = Seen::of(&old);
                let new = self.fallible(ops::binary::in_place(*op, &old, &value), stmt.span)?;
                drop(old);
                self.note_update(activation, stmt.id, before, &new);
                self.assign(activation, *place, new, frame);
            }
            StmtKind::SetIndex { object, index, value } => {
                let value = self.eval(activation, value, frame)?;
                let object = self.operand(activation, object, frame)?;
                let index = self.operand(activation, index, frame)?;
                self.or_leave(ops::index::set(&object, &index, value), stmt)?;
            }
            StmtKind::UpdateIndex { object, index, op, value } => {
                let object = self.operand(activation, object, frame)?;
                let index = self.operand(activation, index, frame)?;
                let old = self.or_leave(ops::index::get(&object, &index), stmt)?;
                let value = self.operand(activation, value, frame)?;
                let new = self.fallible(ops::binary::in_place(*op, &old, &value), stmt.span)?;
                self.note_update(activation, stmt.id, Seen::of(&old), &new);
                self.fallible(ops::index::set(&object, &index, new), stmt.span)?;
            }
            StmtKind::Unpack { targets, star: None, value } => {
                let value = self.eval(activation, value, frame)?;
                let items: Vec<Value> = match (value.downcast::<Tuple>(), value.downcast::<List>()) {
                    (Some(tuple), _) => tuple.items().to_vec(),
                    (_, Some(list)) => (0..list.len()).filter_map(|at| list.get(at)).collect(),
                    _ => return Err(Flow::Stop(stmt.id)),
                };
                if items.len() != targets.len() {
                    return Err(Flow::Stop(stmt.id));
                }
                let seen = self.profile.of_mut(&activation.code).unpacked.entry(stmt.id).or_default();
                seen.resize_with(items.len(), Default::default);
                seen.iter_mut().zip(&items).for_each(|(seen, item)| seen.note(item));
                for (&place, item) in targets.iter().zip(items) {
                    self.assign(activation, place, item, frame);
                }
            }
            StmtKind::ListAppend(slot, value) => {
                let value = self.eval(activation, value, frame)?;
                match frame[slot.0 as usize].as_gc::<List>() {
                    Some(list) => list.push(value),
                    None => return Err(Flow::Stop(stmt.id)),
                }
            }
            StmtKind::SetAdd(slot, value) => {
                let value = self.eval(activation, value, frame)?;
                match frame[slot.0 as usize].as_gc::<Set>().cloned() {
                    Some(set) => self.or_leave(set.add(value), stmt)?,
                    None => return Err(Flow::Stop(stmt.id)),
                }
            }
            StmtKind::DictInsert(slot, key, value) => {
                let key = self.eval(activation, key, frame)?;
                let value = self.eval(activation, value, frame)?;
                match frame[slot.0 as usize].as_gc::<Dict>().cloned() {
                    Some(dict) => self.or_leave(dict.set(key, value), stmt)?,
                    None => return Err(Flow::Stop(stmt.id)),
                }
            }
            StmtKind::Evaluate(value) => {
                self.eval(activation, value, frame)?;
            }
            StmtKind::Release(slots) => slots.iter().for_each(|slot| frame[slot.0 as usize] = Value::Unbound),
            _ => return Err(Flow::Stop(stmt.id)),
        }
        Ok(())
    }

    fn note_update(&mut self, activation: &Activation, at: StmtId, before: Seen, after: &Value) {
        let seen = self.profile.of_mut(&activation.code).unpacked.entry(at).or_default();
        seen.resize_with(2, Seen::default);
        seen[0].add(&before);
        seen[1].note(after);
    }

    /// A failure before the effect of a statement: the interpreter does it again, and knows what to mark.
    fn or_leave<T>(&self, result: Result<T, Raise>, stmt: &Stmt) -> Step<T> {
        result.map_err(|_| {
            drop(self.context.catch());
            Flow::Stop(stmt.id)
        })
    }

    fn fallible<T>(&self, result: Result<T, Raise>, span: crate::source::Span) -> Step<T> {
        result.map_err(|_| {
            self.context.fail(span);
            Flow::Raise
        })
    }
}

/// Loops.
impl Recorder<'_> {
    /// How a loop ends after its body did; none if it goes on.
    fn after_body(&self, flow: Flow) -> Option<Flow> {
        match flow {
            Flow::Next | Flow::Continue => None,
            Flow::Break => Some(Flow::Next),
            flow => Some(flow),
        }
    }

    fn while_turns(&mut self, activation: &Activation, each: &While, frame: &mut Frame) -> Flow {
        let places = assigned::by_while(each);
        self.profile.of_mut(&activation.code).heads.entry(each.head).or_default().entries += 1;
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

    fn for_turns(&mut self, activation: &Activation, each: &For, frame: &mut Frame) -> Flow {
        let places = assigned::by_for(each);
        self.profile.of_mut(&activation.code).heads.entry(each.head).or_default().entries += 1;
        loop {
            if let Some(flow) = self.at_head(activation, each.head, &places, frame) {
                return flow;
            }
            match self.next_item(each, frame) {
                Ok(Some(item)) => {
                    let head = self.profile.of_mut(&activation.code).heads.entry(each.head).or_default();
                    head.items.note(&item);
                    self.begin_turn(activation, each.head);
                    self.assign(activation, each.target, item, frame);
                }
                Ok(None) => {
                    self.end_for(each, frame);
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
                Some(flow @ Flow::Stop(_)) => return flow,
                Some(flow) => {
                    self.end_for(each, frame);
                    return flow;
                }
            }
        }
    }

    fn end_for(&self, each: &For, frame: &mut Frame) {
        for slot in 0..3 {
            frame[(each.state.0 + slot) as usize] = Value::Unbound;
        }
    }

    fn is_own(&self, activation: &Activation, head: StmtId) -> bool {
        self.own == Some((activation.code.id, head)) && self.calls.is_empty()
    }

    fn begin_turn(&mut self, activation: &Activation, head: StmtId) {
        self.profile.of_mut(&activation.code).heads.entry(head).or_default().iterations += 1;
    }

    /// Notes the state at a loop's head. Some if the recorder goes no further in this loop.
    fn at_head(&mut self, activation: &Activation, head: StmtId, places: &[Place], frame: &mut Frame) -> Option<Flow> {
        if self.context.poll.is_set() {
            return Some(Flow::Stop(head));
        }
        for &place in places {
            let value = self.peek(activation, place, frame);
            let heads = &mut self.profile.of_mut(&activation.code).heads;
            heads.entry(head).or_default().places.entry(place).or_default().note(&value);
        }
        let turns = self.turns.entry((activation.code.id, head)).or_default();
        *turns += 1;
        let turns = *turns;
        if self.is_own(activation, head) {
            // The first time at the head is before the first turn.
            if turns > 2 && (turns > TURNS || self.statements > ENOUGH) {
                self.complete = true;
                return Some(Flow::Stop(head));
            }
            return None;
        }
        (turns > INNER_TURNS).then(|| self.finish_loop(activation, head, frame))
    }

    /// Lets the interpreter run an inner loop to its end.
    fn finish_loop(&mut self, activation: &Activation, head: StmtId, frame: &mut Frame) -> Flow {
        let running = self.context.running(&activation.code, &activation.module);
        let ran = running.finish_loop(head, frame, self.context);
        self.ran(ran)
    }

    fn begin_for(&mut self, activation: &Activation, each: &For, frame: &mut Frame) -> Step<()> {
        let iterable = self.eval(activation, &each.iterable, frame)?;
        let state = if let Some((start, stop, step)) = iterable.downcast::<Range>().and_then(Range::as_small) {
            [Value::int(start), Value::int(stop), Value::int(step)]
        } else if iterable.downcast::<List>().is_some() || iterable.downcast::<Tuple>().is_some() {
            [iterable, Value::int(0), Value::Unbound]
        } else {
            match ops::iter(&iterable) {
                Ok(iterator) if iterator.downcast::<Iterator>().is_some_and(Iterator::is_plain) => {
                    [iterator, Value::Unbound, Value::Unbound]
                }
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
        Ok(())
    }

    fn next_item(&mut self, each: &For, frame: &mut Frame) -> Step<Option<Value>> {
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
                Some(plain) if plain.is_plain() => Ok(ops::next(&iterator)?),
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

/// Variables.
impl Recorder<'_> {
    fn peek(&self, activation: &Activation, place: Place, frame: &Frame) -> Value {
        match place {
            Place::Local(slot) | Place::Cell(slot) => frame[slot.0 as usize].clone(),
            Place::Global(slot) => activation.module.get_slot(slot.0).unwrap_or_default(),
        }
    }

    /// The value of a variable that is bound.
    fn read(&self, activation: &Activation, place: Place, frame: &Frame) -> Option<Value> {
        let value = match place {
            Place::Cell(slot) => frame[slot.0 as usize].downcast::<Cell>()?.get(),
            _ => self.peek(activation, place, frame),
        };
        Some(value).filter(|value| !value.is_unbound())
    }

    fn assign(&self, activation: &Activation, place: Place, value: Value, frame: &mut Frame) {
        match place {
            Place::Local(slot) => frame[slot.0 as usize] = value,
            Place::Global(slot) => activation.module.set_slot(slot.0, value),
            Place::Cell(slot) => match frame[slot.0 as usize].downcast::<Cell>() {
                Some(cell) => cell.set(value),
                None => unreachable!("the slot of a captured variable holds a cell"),
            },
        }
    }
}

/// Expressions.
impl Recorder<'_> {
    fn eval(&mut self, activation: &Activation, expr: &Expr, frame: &mut Frame) -> Step<Value> {
        let value = self.compute(activation, expr, frame)?;
        self.profile.of_mut(&activation.code).expressions[expr.id.0 as usize].note(&value);
        Ok(value)
    }

    /// The value of an operand. The interpreter has the statement where a script's own method could decide the result:
    /// what has run already would run again if the statement were left to it later.
    fn operand(&mut self, activation: &Activation, expr: &Expr, frame: &mut Frame) -> Step<Value> {
        let value = self.eval(activation, expr, frame)?;
        if dunder::is_scripted(&value) { Err(Flow::Stop(StmtId(0))) } else { Ok(value) }
    }

    fn compute(&mut self, activation: &Activation, expr: &Expr, frame: &mut Frame) -> Step<Value> {
        let stop = || Flow::Stop(StmtId(0));
        match &expr.kind {
            ExprKind::Constant(constant) => Ok(literal(constant)),
            ExprKind::Local(slot) | ExprKind::Temporary(slot) => {
                self.read(activation, Place::Local(*slot), frame).ok_or_else(stop)
            }
            ExprKind::Cell(slot) => self.read(activation, Place::Cell(*slot), frame).ok_or_else(stop),
            ExprKind::Global(slot) => match self.read(activation, Place::Global(*slot), frame) {
                Some(value) => Ok(value),
                None => {
                    let name = activation.module.name_of(slot.0);
                    self.context.builtins.get(name).ok_or_else(stop)
                }
            },
            ExprKind::Unary(op, operand) => {
                let operand = self.operand(activation, operand, frame)?;
                self.fallible(ops::unary::unary(*op, &operand), expr.span)
            }
            ExprKind::Not(operand) => Ok(Value::bool(!self.test(activation, operand, frame)?)),
            ExprKind::Binary(op, left, right) => {
                let left = self.operand(activation, left, frame)?;
                let right = self.operand(activation, right, frame)?;
                self.fallible(ops::binary::binary(*op, &left, &right), expr.span)
            }
            ExprKind::Compare(op, left, right) => {
                let left = self.operand(activation, left, frame)?;
                let right = self.operand(activation, right, frame)?;
                self.fallible(ops::compare::compare(*op, &left, &right), expr.span)
            }
            ExprKind::Chain(first, links) => {
                let mut left = self.operand(activation, first, frame)?;
                let mut result = Value::None;
                for (op, right) in links {
                    let right = self.operand(activation, right, frame)?;
                    result = self.fallible(ops::compare::compare(*op, &left, &right), expr.span)?;
                    if !self.fallible(ops::unary::truth(&result), expr.span)? {
                        break;
                    }
                    left = right;
                }
                Ok(result)
            }
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                let value = self.operand(activation, left, frame)?;
                let truth = self.fallible(ops::unary::truth(&value), expr.span)?;
                self.note_branch(activation, left, truth);
                if truth == matches!(expr.kind, ExprKind::Or(..)) {
                    return Ok(value);
                }
                let value = self.operand(activation, right, frame)?;
                let truth = self.fallible(ops::unary::truth(&value), expr.span)?;
                self.note_branch(activation, right, truth);
                Ok(value)
            }
            ExprKind::IfElse { test, then, orelse } => {
                let branch = if self.test(activation, test, frame)? { then } else { orelse };
                self.eval(activation, branch, frame)
            }
            ExprKind::Slice(start, stop, step) => {
                let mut part = |part: &Option<Box<Expr>>| match part {
                    Some(part) => self.eval(activation, part, frame),
                    None => Ok(Value::None),
                };
                let (start, stop, step) = (part(start)?, part(stop)?, part(step)?);
                Ok(Value::from(Slice::create(start, stop, step)))
            }
            ExprKind::List(items) => {
                let items = items.iter().map(|item| self.eval(activation, item, frame)).collect::<Step<Vec<_>>>()?;
                Ok(Value::list(items))
            }
            ExprKind::Set(items) => {
                let items = items.iter().map(|item| self.eval(activation, item, frame)).collect::<Step<Vec<_>>>()?;
                let set = Set::create(false);
                items.into_iter().try_for_each(|item| self.fallible(set.add(item), expr.span))?;
                Ok(Value::from(set))
            }
            ExprKind::Dict(pairs) => {
                let dict = Dict::new();
                for (key, value) in pairs {
                    let key = self.eval(activation, key, frame)?;
                    let value = self.eval(activation, value, frame)?;
                    self.fallible(dict.set(key, value), expr.span)?;
                }
                Ok(Value::from(dict))
            }
            ExprKind::Index(object, index) => {
                let object = self.operand(activation, object, frame)?;
                let index = self.operand(activation, index, frame)?;
                self.fallible(ops::index::get(&object, &index), expr.span)
            }
            ExprKind::Attribute(object, name) => {
                let object = self.operand(activation, object, frame)?;
                self.fallible(ops::attribute::get(&object, Symbol::new(name)), expr.span)
            }
            ExprKind::PureCall(callee, args) => {
                let callee = self.operand(activation, callee, frame)?;
                if callee.downcast::<Function>().is_some()
                    || callee.downcast::<Class>().is_some_and(Class::is_from_script)
                {
                    return Err(stop());
                }
                let args = args.iter().map(|arg| self.operand(activation, arg, frame)).collect::<Step<Vec<_>>>()?;
                self.fallible(ops::call::call(&callee, &args), expr.span)
            }
            ExprKind::Tuple(items) => {
                let items = items.iter().map(|item| self.eval(activation, item, frame)).collect::<Step<Vec<_>>>()?;
                Ok(Value::tuple(items))
            }
            _ => Err(stop()),
        }
    }

    fn note_branch(&mut self, activation: &Activation, test: &Expr, held: bool) {
        let branch = self.profile.of_mut(&activation.code).branches.entry(test.id).or_default();
        if held {
            branch.held += 1;
        } else {
            branch.failed += 1;
        }
    }

    fn test(&mut self, activation: &Activation, test: &Expr, frame: &mut Frame) -> Step<bool> {
        let value = self.operand(activation, test, frame)?;
        let held = self.fallible(ops::unary::truth(&value), test.span)?;
        self.note_branch(activation, test, held);
        Ok(held)
    }
}

/// Calls.
impl Recorder<'_> {
    fn call(
        &mut self,
        activation: &Activation,
        stmt: &Stmt,
        target: Option<Place>,
        call: &Call,
        frame: &mut Frame,
    ) -> Flow {
        let (callee, positional, names, named) = match self.evaluate_call(activation, call, frame) {
            Ok(parts) => parts,
            Err(Flow::Stop(_)) => return Flow::Stop(stmt.id),
            Err(flow) => return flow,
        };
        let arguments = crate::value::host::Arguments { positional: &positional, names: &names, named: &named };
        let first = activation.code.slots.len();
        let callee_frame = &mut frame[first..];
        let result = match callee.as_gc::<Function>().cloned() {
            None => ops::call::call_with(&callee, &arguments),
            Some(function) if self.calls.len() < DEEPEST && self.statements < ENOUGH => {
                match self.walk_call(&function, &arguments, callee_frame) {
                    Ok(result) => result,
                    Err(at) => {
                        // The interpreter goes on inside the callee.
                        self.context.suspend(Suspended::Frame(function, at));
                        return Flow::Stop(stmt.id);
                    }
                }
            }
            Some(function) => {
                let running = self.context.running(function.code(), function.module());
                bind::call(&function, &running, &arguments, callee_frame, self.context)
            }
        };
        match self.fallible(result, call.span) {
            Ok(value) => {
                self.profile.of_mut(&activation.code).expressions[call.id.0 as usize].note(&value);
                if let Some(place) = target {
                    self.assign(activation, place, value, frame);
                }
                Flow::Next
            }
            Err(flow) => flow,
        }
    }

    #[allow(clippy::type_complexity)]
    fn evaluate_call(
        &mut self,
        activation: &Activation,
        call: &Call,
        frame: &mut Frame,
    ) -> Step<(Value, Vec<Value>, Vec<Symbol>, Vec<Value>)> {
        let stop = Flow::Stop(StmtId(0));
        let mut positional = Vec::new();
        let callee = match &call.callee {
            Callee::Value(callee) => self.eval(activation, callee, frame)?,
            Callee::Method(object, name) => {
                let object = self.eval(activation, object, frame)?;
                match ops::attribute::method(&object, Symbol::new(name)) {
                    Ok((method, true)) => {
                        positional.push(object);
                        method
                    }
                    Ok((function, false)) => function,
                    Err(Raise) => {
                        drop(self.context.catch());
                        return Err(stop);
                    }
                }
            }
        };
        match callee.as_gc::<Function>() {
            Some(function) => {
                if function.code().is_generator {
                    return Err(stop);
                }
            }
            None if callee.kind() == Some(Kind::Builtin) && !scope::is_wanted_by(&callee) => {}
            None => return Err(stop),
        }
        let (mut names, mut named) = (Vec::new(), Vec::new());
        for arg in &call.args {
            match arg {
                Arg::Positional(value) => positional.push(self.eval(activation, value, frame)?),
                Arg::Keyword(name, value) => {
                    named.push(self.eval(activation, value, frame)?);
                    names.push(Symbol::new(name));
                }
                Arg::Star(_) | Arg::DoubleStar(_) => return Err(stop),
            }
        }
        self.profile.of_mut(&activation.code).callees.entry(call.id).or_default().note(&callee);
        Ok((callee, positional, names, named))
    }

    /// Walks a call. `Err` says where the interpreter must go on inside it.
    fn walk_call(
        &mut self,
        function: &Gc<Function>,
        arguments: &crate::value::host::Arguments<'_>,
        frame: &mut Frame,
    ) -> Result<Res, StmtId> {
        let code = function.code().clone();
        if frame.len() < code.slots.len() + ROOM {
            return Ok(Err(recursion::too_deep("")));
        }
        let _depth = match recursion::enter("") {
            Ok(depth) => depth,
            Err(raise) => return Ok(Err(raise)),
        };
        if let Err(raise) = bind::bind(function, arguments, frame) {
            clear(frame, code.params.names.len());
            return Ok(Err(raise));
        }
        self.context.running(&code, function.module()).capture(function, frame);
        let activation = Activation { code: code.clone(), module: function.module().clone() };
        self.calls.push(code.id);
        let flow = self.block(&activation, &code.body, frame);
        self.calls.pop();
        let result = match flow {
            Flow::Stop(at) => return Err(at),
            Flow::Return(value) => Ok(value),
            Flow::Raise => {
                self.context.leave_raising();
                Err(Raise)
            }
            Flow::Next | Flow::Break | Flow::Continue | Flow::Ended => Ok(Value::None),
        };
        clear(frame, code.slots.len());
        if let Ok(value) = &result {
            let profile = self.profile.of_mut(&code);
            profile.calls += 1;
            profile.returned.note(value);
        }
        Ok(result)
    }
}

/// What the innermost block around a statement that is a frame of its own in a traceback is called.
pub fn inline_name(block: &Block, at: StmtId) -> Option<&Arc<str>> {
    let stmt = block.statements.iter().find(|stmt| stmt.id < at && at < stmt.end)?;
    let own = match &stmt.kind {
        StmtKind::Inline { name, .. } => Some(name),
        _ => None,
    };
    blocks(stmt).into_iter().find_map(|block| inline_name(block, at)).or(own)
}

/// The blocks inside a statement.
fn blocks(stmt: &Stmt) -> Vec<&Block> {
    match &stmt.kind {
        StmtKind::While(each) => vec![&each.header, &each.body, &each.orelse],
        StmtKind::For(each) => vec![&each.body, &each.orelse],
        StmtKind::If { then, orelse, .. } => vec![then, orelse],
        StmtKind::Inline { body, .. } => vec![body],
        StmtKind::Try(each) => std::iter::once(&each.body)
            .chain(each.handlers.iter().map(|handler| &handler.body))
            .chain([&each.orelse])
            .chain(&each.finally)
            .collect(),
        _ => Vec::new(),
    }
}

fn has_else(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::While(each) => !each.orelse.statements.is_empty(),
        StmtKind::For(each) => !each.orelse.statements.is_empty(),
        _ => false,
    }
}

/// The statement at which a frame goes on when a statement has ended, if there is one with a number: the next in its block, or the head of
/// the loop around it.
pub(super) fn successor(block: &Block, at: StmtId) -> Option<StmtId> {
    let place = block.statements.iter().position(|stmt| stmt.id <= at && at < stmt.end)?;
    let stmt = &block.statements[place];
    let next = block.statements.get(place + 1).map(|next| next.id);
    if stmt.id == at {
        return next;
    }
    let holds = |block: &&Block| block.statements.iter().any(|stmt| stmt.id <= at && at < stmt.end);
    match &stmt.kind {
        StmtKind::While(each) if holds(&&each.body) => successor(&each.body, at).or(Some(each.head)),
        StmtKind::For(each) if holds(&&each.body) => successor(&each.body, at).or(Some(each.head)),
        StmtKind::If { then, orelse, .. } => {
            [then, orelse].into_iter().find(holds).and_then(|block| successor(block, at)).or(next)
        }
        _ => None,
    }
}

/// The loop statement with this head.
pub(super) fn find(statements: &[Stmt], head: StmtId) -> Option<&Stmt> {
    let stmt = statements.iter().find(|stmt| stmt.id <= head && head < stmt.end)?;
    match &stmt.kind {
        StmtKind::While(each) if each.head == head => return Some(stmt),
        StmtKind::For(each) if each.head == head => return Some(stmt),
        _ => {}
    }
    blocks(stmt).into_iter().find_map(|block| find(&block.statements, head))
}
