//! The recorder: walks the resolved tree of a hot loop or function on its real frame, and notes what it sees.
//!
//! In: a frame at a loop's head (or at any statement inside, where an exit left it, or at a function's start). Out: the same frame
//! further on, and a fuller [`Profile`]. It changes no result: every operator is `value::ops`', and what the recorder does not know is
//! run by the interpreter, or left to it by handing the frame back at that statement. Slow and simple: it runs for a few turns only.

mod call;
pub mod expression;
mod generator;
mod leave;
mod noted;
pub mod object;
mod repeat;

pub use call::{chooses, iterates_as_container};

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::abort::AbortReason;
use super::assigned;
use super::profile::{Profile, Seen};
use crate::interp::bind;
use crate::interp::block::Flow as Ran;
use crate::interp::context::{Context, Suspended};
use crate::interp::frame::{Frame, clear};
use crate::interp::generate::leave_inline;
use crate::interp::running::ROOM;
use crate::interp::scope;
use crate::interp::tier::Left;
use crate::library;
use crate::resolve::tree::*;
use crate::value::array::NdArray;
use crate::value::cell::Cell;
use crate::value::class::Class;
use crate::value::constant::{filled_from, literal};
use crate::value::dict::Dict;
use crate::value::function::Function;
use crate::value::heap::{Gc, finalize};
use crate::value::instance::Instance;
use crate::value::iterator::Iterator;
use crate::value::list::List;
use crate::value::module::Module;
use crate::value::ops::dunder;
use crate::value::range::Range;
use crate::value::set::Set;
use crate::value::shape::Shape;
use crate::value::slice::Slice;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Res, Symbol, Value, ops, recursion};

/// How long one recording goes on.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Turns of the recorded loop after which enough was seen.
    pub turns: u32,
    /// Statements after which enough was seen, at the end of a turn.
    pub statements: u32,
    /// Turns of one inner loop, over all its runs, after which the interpreter finishes each run.
    pub inner_turns: u32,
    /// The same in methods that are part of a statement: the interpreter cannot finish their loops without anybody seeing it.
    pub pure_turns: u32,
    /// Calls inside one another that are walked; deeper ones are the interpreter's.
    pub depth: usize,
    /// The interpreter has the frame back after so many statements, wherever that is.
    pub stop_after: Option<u32>,
}

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
    /// How long it goes on.
    pub limits: Limits,
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
        limits: what.limits,
        statements: 0,
        turns: FxHashMap::default(),
        own: what.head.map(|head| (what.code.id, head)),
        calls: Vec::new(),
        pure: 0,
        stepping: false,
        fresh: Vec::new(),
        resumed: false,
        impure: false,
        tells: false,
        exhausted: false,
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
        Flow::Yield(..) => unreachable!("the recorded function itself stops at its `yield`"),
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
    /// A generator hands this out at this statement, and waits.
    Yield(Value, StmtId),
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
    limits: Limits,
    statements: u32,
    /// Turns of each loop that were walked.
    turns: FxHashMap<(CodeId, StmtId), u32>,
    /// The loop that is recorded.
    own: Option<(CodeId, StmtId)>,
    /// Code of the calls being walked.
    calls: Vec<CodeId>,
    /// How many calls are open that may do nothing anybody could see.
    pure: u32,
    /// A generator is gone on with as part of the statement: iterators that it has are not to be changed.
    stepping: bool,
    /// Instances that the statement being walked made.
    fresh: Vec<Value>,
    /// The generator that is entered goes on behind the `yield` it waits at.
    resumed: bool,
    /// A method that is part of the statement being walked could not be walked so.
    impure: bool,
    /// The statement being walked tells what is alive.
    tells: bool,
    /// There was no more room, or no more patience, to walk such a method.
    exhausted: bool,
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
                    match self.ended(activation, stmt.id, flow) {
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
                flow => return self.ended(activation, stmt.id, flow),
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
        match self.noted(activation, stmt, frame, |this, frame| this.enter(activation, stmt, at, frame)) {
            Flow::Next if self.settle(activation, stmt.id).is_err() => self.ended(activation, stmt.id, Flow::Raise),
            Flow::Next => self.rest(activation, &block.statements[place + 1..], frame),
            flow => self.ended(activation, stmt.id, flow),
        }
    }

    /// Enters a statement at itself or at one inside.
    fn enter(&mut self, activation: &Activation, stmt: &Stmt, at: StmtId, frame: &mut Frame) -> Flow {
        if at == stmt.id && self.context.take_behind() {
            return Flow::Next;
        }
        if at == stmt.id {
            return match &stmt.kind {
                StmtKind::Yield { target, .. } if std::mem::take(&mut self.resumed) => {
                    if let Some(target) = target {
                        self.assign(activation, *target, Value::None, frame);
                    }
                    Flow::Next
                }
                StmtKind::Call { target, call } if self.context.is_suspended() => {
                    self.go_on_inside(activation, stmt, *target, call, frame)
                }
                _ if self.context.is_suspended() => Flow::Stop(at),
                _ => self.statement(activation, stmt, frame),
            };
        }
        let within = |block: &Block| block.statements.iter().any(|stmt| stmt.id <= at && at < stmt.end);
        match &stmt.kind {
            StmtKind::If { then, .. } if within(then) => self.block_at(activation, then, at, frame),
            StmtKind::If { orelse, .. } => self.block_at(activation, orelse, at, frame),
            StmtKind::Inline { frame: shown, body } => {
                let flow = self.block_at(activation, body, at, frame);
                self.leave_inline(shown.as_ref(), flow)
            }
            StmtKind::Try(each) if within(&each.body) => {
                let flow = self.block_at(activation, &each.body, at, frame);
                self.after_try_body(activation, stmt, each, flow, frame)
            }
            StmtKind::While(each) if at == each.head => {
                self.begin_loop(activation, each.head);
                self.while_turns(activation, each, frame)
            }
            StmtKind::While(each) if within(&each.body) => {
                let flow = self.block_at(activation, &each.body, at, frame);
                match self.after_body(flow) {
                    None => self.while_turns(activation, each, frame),
                    Some(flow) => flow,
                }
            }
            StmtKind::For(each) if at == each.head => {
                self.begin_loop(activation, each.head);
                self.for_turns(activation, each, frame)
            }
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
        let flow = self.noted(activation, stmt, frame, |this, frame| this.walk(activation, stmt, frame));
        if let Flow::Next = flow {
            leave::let_go(stmt, frame);
            if self.settle(activation, stmt.id).is_err() {
                return Flow::Raise;
            }
        }
        flow
    }

    fn walk(&mut self, activation: &Activation, stmt: &Stmt, frame: &mut Frame) -> Flow {
        if self.limits.stop_after.is_some_and(|most| self.statements >= most) {
            return Flow::Stop(stmt.id);
        }
        self.statements += 1;
        self.profile.of_mut(&activation.code).visits[stmt.id.0 as usize] += 1;
        if !self.is_pure() {
            self.fresh.clear();
            self.impure = false;
            self.tells = false;
            self.exhausted = false;
        } else if has_effect(stmt) {
            return Flow::Stop(stmt.id);
        }
        let result = match &stmt.kind {
            StmtKind::If { test, then, orelse } => match self.test(activation, test, frame) {
                Ok(true) => return self.block(activation, then, frame),
                Ok(false) => return self.block(activation, orelse, frame),
                Err(flow) => Err(flow),
            },
            StmtKind::While(each) => {
                self.begin_loop(activation, each.head);
                return self.while_turns(activation, each, frame);
            }
            StmtKind::For(each) => match self.begin_for(activation, each, frame) {
                Ok(()) => {
                    self.begin_loop(activation, each.head);
                    return self.for_turns(activation, each, frame);
                }
                Err(Flow::Raise) if begins_inline(&activation.code.body, stmt.id) => {
                    let mut names = noted::inline_names(&activation.code.body, stmt.id);
                    names.pop();
                    self.context.note(&activation.code, names.pop(), stmt.id);
                    self.context.pass_inline();
                    return Flow::Raise;
                }
                Err(flow) => Err(flow),
            },
            StmtKind::Return(value) => match self.eval(activation, value, frame) {
                Ok(value) => return Flow::Return(value),
                Err(flow) => Err(flow),
            },
            StmtKind::Yield { value, target, drained } => {
                match self.hand_out(activation, stmt, (value, *target, *drained), frame) {
                    Ok(None) => Ok(()),
                    Ok(Some(item)) => return Flow::Yield(item, stmt.id),
                    Err(flow) => Err(flow),
                }
            }
            StmtKind::Break => return Flow::Break,
            StmtKind::Continue => return Flow::Continue,
            StmtKind::Inline { frame: shown, body } => {
                let flow = self.block(activation, body, frame);
                return self.leave_inline(shown.as_ref(), flow);
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
            Err(Flow::Stop(_)) => self.by_interpreter(activation, stmt, frame),
            Err(flow) => flow,
        }
    }

    /// Ends a block that is a frame of its own in a traceback, or belongs to the one around.
    fn leave_inline(&self, shown: Option<&InlineFrame>, flow: Flow) -> Flow {
        if let Flow::Raise = flow {
            match shown {
                Some(shown) => leave_inline(shown.is_generator, self.context),
                None => self.context.pass_inline(),
            }
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
            Flow::Stop(_) | Flow::Ended | Flow::Yield(..) => return flow,
            Flow::Next => match self.block(activation, &each.orelse, frame) {
                Flow::Next if each.finally.is_none() => return Flow::Next,
                flow @ (Flow::Stop(_) | Flow::Yield(..)) => return flow,
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
        if !matches!(flow, Flow::Stop(_) | Flow::Yield(..)) {
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
            flow @ (Flow::Stop(_) | Flow::Ended | Flow::Yield(..)) => return flow,
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
            Ran::Yield => self.yielded(),
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
                let old = self.read(activation, *place, frame).ok_or(Flow::Stop(stmt.id))?;
                if self.is_pure() && changes_in_place(&old) {
                    return Err(Flow::Stop(stmt.id));
                }
                let value = self.eval(activation, value, frame)?;
                // Text that grows in place must not be held twice.
                let before = Seen::of(&old);
                let new = self.in_place(activation, *op, (&old, &value), stmt.span, frame)?;
                drop(old);
                self.note_update(activation, stmt.id, before, &new);
                self.assign(activation, *place, new, frame);
            }
            StmtKind::SetIndex { object, index, value } => {
                let target = activation.code.through(object.span, index.span, "]");
                let value = self.eval(activation, value, frame)?;
                let object = self.eval(activation, object, frame)?;
                let index = self.key(activation, index, frame)?;
                if dunder::is_scripted(&object) {
                    let result = self.set_item_of_instance(activation, (&object, index), value, stmt, frame);
                    return self.marked(result, target);
                }
                // (What the value warned of would be told twice if the interpreter did the statement again.)
                self.fallible(ops::index::set(&object, &index, value), target)?;
            }
            StmtKind::UpdateIndex { object, index, op, value } => {
                let target = activation.code.through(object.span, index.span, "]");
                let object = self.eval(activation, object, frame)?;
                let index = self.key(activation, index, frame)?;
                if dunder::is_scripted(&object) {
                    let old = self.item_of_instance(activation, &object, &index, frame);
                    let old = self.marked(old, target)?;
                    let value = self.eval(activation, value, frame)?;
                    if dunder::is_scripted(&old) || changes_in_place(&old) {
                        return Err(Flow::Stop(stmt.id));
                    }
                    let new = self.in_place(activation, *op, (&old, &value), stmt.span, frame)?;
                    self.note_update(activation, stmt.id, Seen::of(&old), &new);
                    let result = self.set_item_of_instance(activation, (&object, index), new, stmt, frame);
                    return self.marked(result, target);
                }
                let old = self.or_leave(ops::index::get(&object, &index), stmt)?;
                let value = self.operand(activation, value, frame)?;
                let new = self.fallible(ops::binary::in_place(*op, &old, &value), stmt.span)?;
                self.note_update(activation, stmt.id, Seen::of(&old), &new);
                self.fallible(ops::index::set(&object, &index, new), target)?;
            }
            StmtKind::SetAttribute { object: target, name, value } => {
                let value = self.eval(activation, value, frame)?;
                let object = self.eval(activation, target, frame)?;
                if let Some(old) = object.downcast::<Instance>().and_then(|instance| instance.get(Symbol::new(name))) {
                    self.note_update(activation, stmt.id, Seen::of(&old), &value);
                }
                let place = activation.code.through(target.span, target.span, name);
                self.set_attribute(activation, (&object, name), value, (stmt, place), frame)?;
            }
            StmtKind::UpdateAttribute { object, name, op, value } => {
                let object = self.eval(activation, object, frame)?;
                if !self.is_updated(&object, Symbol::new(name)) {
                    return Err(Flow::Stop(stmt.id));
                }
                let old = self.attribute(activation, &object, name, frame)?;
                let value = self.eval(activation, value, frame)?;
                let new = self.in_place(activation, *op, (&old, &value), stmt.span, frame)?;
                self.note_update(activation, stmt.id, Seen::of(&old), &new);
                self.set_attribute(activation, (&object, name), new, (stmt, stmt.span), frame)?;
            }
            StmtKind::Unpack { targets, star: None, value } => {
                let value = self.eval(activation, value, frame)?;
                let value = match object::iterates_as_tuple(&value) {
                    true => ops::base::plain(&value),
                    false => value,
                };
                let items: Vec<Value> = match (value.downcast::<Tuple>(), value.downcast::<List>()) {
                    (Some(tuple), _) => tuple.items().to_vec(),
                    (_, Some(list)) => (0..list.len()).filter_map(|at| list.get(at)).collect(),
                    _ => match value.downcast::<NdArray>() {
                        Some(array)
                            if array.shape().first() == Some(&targets.len()) && !array.dtype().is_reference() =>
                        {
                            (0..targets.len())
                                .map(|at| self.fallible(ops::index::get(&value, &Value::int(at as i64)), stmt.span))
                                .collect::<Step<_>>()?
                        }
                        _ => return Err(Flow::Stop(stmt.id)),
                    },
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
                    Some(set) => self.fallible(set.add(value), stmt.span)?,
                    None => return Err(Flow::Stop(stmt.id)),
                }
            }
            StmtKind::DictInsert(slot, key, value) => {
                let key = self.eval(activation, key, frame)?;
                let value = self.eval(activation, value, frame)?;
                match frame[slot.0 as usize].as_gc::<Dict>().cloned() {
                    Some(dict) => self.fallible(dict.set(key, value), stmt.span)?,
                    None => return Err(Flow::Stop(stmt.id)),
                }
            }
            StmtKind::DeleteIndex { object, index } => {
                let object = self.operand(activation, object, frame)?;
                let index = self.key(activation, index, frame)?;
                self.or_leave(ops::index::delete(&object, &index), stmt)?;
            }
            StmtKind::Evaluate(value) => {
                self.eval(activation, value, frame)?;
            }
            StmtKind::Release(slots) => slots.iter().for_each(|slot| frame[slot.0 as usize] = Value::Unbound),
            _ => return Err(Flow::Stop(stmt.id)),
        }
        Ok(())
    }

    /// `old op= value`. What changes itself does so here: an effect.
    fn in_place(
        &mut self,
        activation: &Activation,
        op: BinaryOp,
        (old, value): (&Value, &Value),
        span: crate::source::Span,
        frame: &mut Frame,
    ) -> Step<Value> {
        if !dunder::is_scripted(old) && !dunder::is_scripted(value) {
            return self.fallible(ops::binary::in_place(op, old, value), span);
        }
        let (name, mirrored, in_place) = dunder::names(op);
        let own = dunder::find(old, in_place);
        // These may change themselves instead.
        if own.is_none() && changes_in_place(&ops::base::plain(old)) {
            return Err(Flow::Stop(StmtId(0)));
        }
        if let Some(method) = own {
            let function = method.as_gc::<Function>().ok_or(Flow::Stop(StmtId(0)))?;
            let result = self.walk_last(activation, function, &[old.clone(), value.clone()], frame);
            let result = self.marked(result, span)?;
            if result.is_not_implemented() {
                // It has run: what comes now runs here too.
                return self.fallible(ops::binary::in_place_anew(op, old, value), span);
            }
            return Ok(result);
        }
        let plain = &|old: &Value, value: &Value| ops::binary::binary(op, old, value);
        let result = self.scripted(activation, (name, mirrored), (old, value), plain, frame);
        self.marked(result, span)
    }

    /// Marks what raised.
    fn marked<T>(&self, result: Step<T>, span: crate::source::Span) -> Step<T> {
        if let Err(Flow::Raise) = result {
            self.context.fail(span);
        }
        result
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

/// Whether a statement, apart from the calls it makes, does something that somebody could see.
fn has_effect(stmt: &Stmt) -> bool {
    let outside = |place: &Place| !matches!(place, Place::Local(_));
    match &stmt.kind {
        StmtKind::Assign(place, _) | StmtKind::Update(place, ..) => outside(place),
        StmtKind::Unpack { targets, .. } => targets.iter().any(outside),
        StmtKind::Call { target, .. } => target.as_ref().is_some_and(outside),
        StmtKind::For(each) => outside(&each.target),
        StmtKind::SetAttribute { .. }
        | StmtKind::UpdateAttribute { .. }
        | StmtKind::Evaluate(_)
        | StmtKind::If { .. }
        | StmtKind::While(_)
        | StmtKind::Return(_)
        | StmtKind::Break
        | StmtKind::Continue
        | StmtKind::Yield { .. }
        | StmtKind::Release(_) => false,
        _ => true,
    }
}

/// Whether `op=` may change the object itself.
fn changes_in_place(value: &Value) -> bool {
    value.kind().is_some_and(object::changes_in_place)
}

/// Whether a statement stands in a block that is a frame of its own in a traceback.
pub fn is_inline(body: &Block, at: StmtId) -> bool {
    let around = body.statements.iter().find(|stmt| stmt.id < at && at < stmt.end);
    around.is_some_and(|stmt| {
        matches!(stmt.kind, StmtKind::Inline { .. }) || stmt.blocks().into_iter().any(|block| is_inline(block, at))
    })
}

/// Whether a statement is the first loop of a block that is a frame of its own in a traceback: what that goes over is evaluated by the frame
/// around.
fn begins_inline(block: &Block, at: StmtId) -> bool {
    let Some(stmt) = block.statements.iter().find(|stmt| stmt.id < at && at < stmt.end) else { return false };
    if let StmtKind::Inline { frame: Some(_), body } = &stmt.kind {
        let first = body.statements.iter().find(|stmt| matches!(stmt.kind, StmtKind::For(_)));
        if first.is_some_and(|first| first.id == at) {
            return true;
        }
    }
    stmt.blocks().into_iter().any(|block| begins_inline(block, at))
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
    /// Something comes between them that has no number: the end of a `finally`, of a handler, or of a call in place.
    struct Between;

    /// The same in a block; nothing at its end.
    fn within(block: &Block, at: StmtId) -> Result<Option<StmtId>, Between> {
        let place = block.statements.iter().position(|stmt| holds(stmt, at)).ok_or(Between)?;
        let stmt = &block.statements[place];
        let next = block.statements.get(place + 1).map(|next| next.id);
        if stmt.id == at {
            return Ok(next);
        }
        let is_in = |block: &Block| block.statements.iter().any(|stmt| holds(stmt, at));
        let (inner, end) = match &stmt.kind {
            StmtKind::While(each) if is_in(&each.body) => (&each.body, Some(each.head)),
            StmtKind::While(each) if is_in(&each.orelse) => (&each.orelse, next),
            StmtKind::For(each) if is_in(&each.body) => (&each.body, Some(each.head)),
            StmtKind::For(each) if is_in(&each.orelse) => (&each.orelse, next),
            StmtKind::If { then, .. } if is_in(then) => (then, next),
            StmtKind::If { orelse, .. } if is_in(orelse) => (orelse, next),
            StmtKind::Try(each) if each.finally.is_none() && is_in(&each.orelse) => (&each.orelse, next),
            StmtKind::Try(each) if each.finally.is_none() && is_in(&each.body) => {
                (&each.body, each.orelse.statements.first().map(|first| first.id).or(next))
            }
            _ => return Err(Between),
        };
        Ok(within(inner, at)?.or(end))
    }

    fn holds(stmt: &Stmt, at: StmtId) -> bool {
        stmt.id <= at && at < stmt.end
    }

    within(block, at).ok().flatten()
}

/// The slots in which a `for` keeps what it goes over and where it stands; none for a `while`.
pub fn state_of(code: &Code, head: StmtId) -> Option<std::ops::Range<usize>> {
    match &find(&code.body.statements, head)?.kind {
        StmtKind::For(each) => Some(each.state.0 as usize..each.state.0 as usize + 3),
        _ => None,
    }
}

/// Whether the loop with this head has a `yield` in it.
pub fn yields(code: &Code, head: StmtId) -> bool {
    fn inside(stmt: &Stmt) -> bool {
        let own = matches!(stmt.kind, StmtKind::Yield { .. } | StmtKind::YieldFrom { .. });
        own || stmt.blocks().into_iter().any(|block| block.statements.iter().any(inside))
    }
    code.is_generator && find(&code.body.statements, head).is_some_and(inside)
}

/// The loop statement with this head.
pub(super) fn find(statements: &[Stmt], head: StmtId) -> Option<&Stmt> {
    let stmt = statements.iter().find(|stmt| stmt.id <= head && head < stmt.end)?;
    match &stmt.kind {
        StmtKind::While(each) if each.head == head => return Some(stmt),
        StmtKind::For(each) if each.head == head => return Some(stmt),
        _ => {}
    }
    stmt.blocks().into_iter().find_map(|block| find(&block.statements, head))
}

/// Whether a function is one of the library's pages of arrays: it does nothing that a script could see.
pub fn is_library_of_arrays(code: &Code) -> bool {
    let page = code.source.name().strip_prefix(library::FOLDER);
    page.is_some_and(|page| page.starts_with("/numpy/"))
}
