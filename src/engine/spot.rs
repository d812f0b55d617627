//! One hot loop or function: what was seen of it, its units, and how often it was tried.

mod caller;
mod judge;
mod make;
mod trial;
mod unit;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use smallvec::SmallVec;

use self::caller::Caller;
use self::judge::LOSING;
pub(super) use self::make::Draft;
use self::unit::{Done, Fit};
pub(super) use self::unit::{UnitData, Version};
use super::cache;
use super::config::{JitMode, Stress};
use super::event::{Event, Listing, Location, UnitReport};
use super::order::Product;
use super::tier::{Jit, qualified, timed};
use crate::interp::block::Flow;
use crate::interp::context::{Context, Suspended};
use crate::interp::frame::{Frame, clear};
use crate::interp::poll::KEPT;
use crate::interp::running::Running;
use crate::interp::tier::{Entry, Left};
use crate::jit::abi::{Call, Interpreted, JitContext, Leave, Runtime, Status};
use crate::jit::compile::Trampoline;
use crate::jit::exit::{self, Restored, Resumption};
use crate::jit::runtime;
use crate::jit::verify::{End, Lockstep};
use crate::raise;
use crate::resolve::tree::{CodeId, Place, StmtId};
use crate::trace::abort::{Abort, AbortReason};
use crate::trace::build::{self, Callee, Callees, Request};
use crate::trace::ir::{ExitKind, Op, Reason, Unit};
use crate::trace::opt;
use crate::trace::profile::{Profile, Type};
use crate::trace::record::{self, Recording};
use crate::value::function::Function;
use crate::value::generator;
use crate::value::heap::Gc;
use crate::value::module::Module;
use crate::value::{Raise, Res, Value, ops, recursion};

/// How often a unit may leave since what it called left, in trials, before that counts against it.
const MOST_EXCUSED: u64 = 4;

/// How many units, each called by the one before, are looked at for one that is to be built again; and how often a unit waits for that.
const CHAIN: u32 = 3;
const MOST_WAITED: u32 = 24;

/// A hot loop or function.
pub struct HotSpot {
    at: Location,
    module: Gc<Module>,
    engine: Weak<Jit>,
    profile: RefCell<Profile>,
    tries: Cell<Tries>,
    abandoned: Cell<Option<Abort>>,
    /// Compiled code would call it.
    wanted: Cell<bool>,
    /// Recordings that were broken off, under stress.
    broken_off: Cell<u32>,
    /// Functions that it could call natively, if they had units, as far as the last attempt to build it got.
    awaited: RefCell<Vec<Awaited>>,
}

/// A function without a unit that could be called.
struct Awaited {
    code: CodeId,
    module: usize,
    /// The newest unit that it had.
    newest: Option<u32>,
}

/// What came of it so far: all of this begins anew when what was seen is forgotten.
#[derive(Clone, Copy, Default)]
struct Tries {
    /// Recordings that were left too early.
    recordings: u32,
    /// Times it was hot when there was no time for it, or nothing to call.
    waited: u32,
    /// Calls of the function that were recorded from start to end, or runs of the loop, and their statements.
    walked: (u64, u64),
    /// Times it was built again because its unit kept leaving.
    rebuilds: u32,
    /// Entries that no version was for.
    misses: u32,
    /// A function's unit keeps leaving where it is called natively, or a loop ended before what it left for was seen to its end: it is built
    /// again when it is entered next.
    stale: bool,
    /// Checks that were made before a loop for all of its turns kept failing: they are to stay where they are.
    cautious: bool,
    /// Calls were found to be nested too deep: it is tried again once one of those that it awaits has another unit.
    deep: bool,
    /// How often that was found.
    dives: u32,
    /// Its units do not pay where the interpreter enters them, and are kept for compiled code that calls them.
    lent: bool,
    /// How long its unit takes to compile, once that was found to be too long for now; and how long it was interpreted since.
    cost: Duration,
    worked: Duration,
    /// What it calls natively kept being left to the interpreter: it goes on all the same.
    lenient: bool,
}

impl HotSpot {
    pub(super) fn new(at: Location, module: Gc<Module>, engine: Weak<Jit>) -> Rc<HotSpot> {
        Rc::new(HotSpot {
            at,
            module,
            engine,
            profile: RefCell::default(),
            tries: Cell::default(),
            abandoned: Cell::new(None),
            wanted: Cell::new(false),
            broken_off: Cell::new(0),
            awaited: RefCell::default(),
        })
    }

    pub(super) fn has_code(&self, engine: &Jit) -> bool {
        !engine.units.borrow().versions(self.site()).is_empty()
    }

    fn site(&self) -> cache::Site {
        match self.at.head {
            Some(head) => cache::Site::Loop(self.at.code.id, head),
            None => cache::Site::Function(self.at.code.id),
        }
    }

    /// How often recording was left too early.
    pub(super) fn recordings(&self) -> u32 {
        self.tries.get().recordings
    }

    /// Counts that it is hot while there is no time for it, after so many turns or calls.
    pub(super) fn wait(&self, engine: &Jit, turns: u32) {
        let time = self.turn_time(engine) * turns;
        self.note(|tries| {
            tries.waited += 1;
            tries.worked += time;
        });
    }

    /// Whether it has waited long enough to be built anyway.
    pub(super) fn has_waited(&self, engine: &Jit) -> bool {
        let Tries { waited, worked, cost, .. } = self.tries.get();
        if cost.is_zero() { waited > engine.config.building_wait } else { worked * 2 > cost }
    }

    /// Whether it has been interpreted for so long that its unit, as far as that is known to be large, will be worth what it costs: what
    /// was hot for some time is likely to be for as long again.
    pub(super) fn is_worth_building(&self, engine: &Jit) -> bool {
        let Tries { worked, cost, .. } = self.tries.get();
        worked * 2 + Duration::from_millis(engine.config.large_unit) >= cost
    }

    /// How long the interpreter takes for a turn or a call, at least.
    fn turn_time(&self, engine: &Jit) -> Duration {
        let (runs, statements) = self.tries.get().walked;
        let turns = self.at.head.and_then(|head| {
            let profile = self.profile.try_borrow().ok()?;
            Some(u64::from(profile.of(&self.at.code)?.heads.get(&head)?.iterations))
        });
        Duration::from_nanos(engine.config.statement_time * statements / turns.unwrap_or(runs).max(1))
    }

    /// How long its unit takes to compile, if that is known.
    pub(super) fn cost(&self) -> Duration {
        self.tries.get().cost
    }

    pub(super) fn is_abandoned(&self) -> bool {
        self.abandoned.get().is_some()
    }

    /// Whether the next calls of the function are to be recorded too.
    pub(super) fn is_seen_bit_by_bit(&self, engine: &Jit) -> bool {
        let Tries { recordings, lent, cost, .. } = self.tries.get();
        recordings == 0 && !lent && cost.is_zero() && !self.waits_for_callees(engine)
    }

    /// Says that compiled code would call it.
    pub(super) fn want(&self) {
        self.wanted.set(true);
    }

    /// Whether what was seen of it belongs to classes of a run that is over.
    pub(super) fn knows_lost_instances(&self) -> bool {
        self.profile.try_borrow().is_ok_and(|profile| profile.shapes().any(|shape| !shape.class().is_awaited()))
    }

    /// Forgets what was seen of it and made of it.
    pub(super) fn start_over(&self, engine: &Jit) {
        let Ok(mut profile) = self.profile.try_borrow_mut() else { return };
        let seen = std::mem::take(&mut *profile);
        drop((profile, seen));
        engine.give_up_expecting(|draft| draft.is_for(&self.at, self.module.as_ref().address()));
        let known: Vec<u32> = engine.units.borrow().versions(self.site()).iter().map(|unit| unit.number).collect();
        engine.remove_units(known);
        self.tries.take();
        self.abandoned.take();
        self.wanted.take();
        self.awaited.take();
    }

    fn note(&self, change: impl FnOnce(&mut Tries)) {
        let mut tries = self.tries.get();
        change(&mut tries);
        self.tries.set(tries);
    }

    fn abandon(&self, engine: &Jit, abort: Abort) {
        // A function that calls itself cannot be inlined whole; it may get a unit of its own, to be called.
        let may_be_called = abort.reason == AbortReason::Depth && !self.has_settled(engine);
        let dives = self.tries.get().dives + u32::from(may_be_called);
        self.note(|tries| tries.dives = dives);
        if may_be_called {
            self.note(|tries| tries.deep = true);
            if self.awaits_in_vain(engine) {
                self.settle(engine);
            }
        } else {
            self.abandoned.set(Some(abort));
            self.drop_leaving(engine, abort);
        }
        if !may_be_called || dives == 1 {
            engine.emit(|| Event::Aborted { at: self.at.clone(), abort });
        }
    }

    /// Drops the units that leave often: there will be no better ones.
    fn drop_leaving(&self, engine: &Jit, abort: Abort) {
        let leaving: Vec<u32> = {
            let units = engine.units.borrow();
            let leaves = |version: &&Rc<Version>| version.data.leaves(version.entries());
            units.versions(self.site()).iter().filter(leaves).map(|version| version.number).collect()
        };
        for &unit in &leaving {
            engine.emit(|| Event::Dropped { at: self.at.clone(), unit, abort });
        }
        if !leaving.is_empty() {
            engine.remove_units(leaving);
        }
    }

    /// Whether calls were nested too deep, and nothing that could be called has another unit since.
    pub(super) fn waits_for_callees(&self, engine: &Jit) -> bool {
        let awaited = self.awaited.borrow();
        self.tries.get().deep && awaited.iter().all(|of| engine.newest_unit(of.code, of.module) == of.newest)
    }

    /// Whether none of those that could be called will ever have a unit.
    fn awaits_in_vain(&self, engine: &Jit) -> bool {
        let spot = |of: &Awaited| engine.find_spot_of(of.code, None, of.module);
        self.awaited.borrow().iter().all(|of| spot(of).is_some_and(|spot| spot.is_abandoned()))
    }

    /// Waits no longer: what has no unit by now is the interpreter's.
    fn settle(&self, engine: &Jit) {
        self.note(|tries| (tries.dives, tries.deep) = (engine.config.rebuilds, false));
    }

    /// The same, where it would be built now; it does not wait for ever.
    fn goes_on_waiting(&self, engine: &Jit) -> bool {
        if !self.waits_for_callees(engine) {
            return false;
        }
        self.note(|tries| tries.waited += 1);
        let waits = self.tries.get().waited <= engine.config.building_wait && !self.awaits_in_vain(engine);
        if !waits {
            self.settle(engine);
        }
        waits
    }

    /// Whether no more units are waited for that could be called.
    fn has_settled(&self, engine: &Jit) -> bool {
        let most = if self.at.head.is_some() { engine.config.rebuilds } else { engine.config.rebuilds / 4 };
        self.tries.get().dives >= most
    }

    /// Records from the loop's head (or the function's start); if all was seen, compiles and goes on in the new unit.
    pub(super) fn record_and_compile(&self, engine: &Jit, context: &Context, frame: &mut Frame) -> Left {
        if self.is_abandoned() {
            return Left::Stay(u32::MAX);
        }
        if self.is_recording() || self.goes_on_waiting(engine) {
            return Left::Stay(engine.config.hot_loop);
        }
        if self.tries.get().lent && !self.wanted.get() {
            return Left::Stay(engine.config.hot_call);
        }
        let drained = self.at.code.drained.is_some_and(|slot| generator::is_made_of_items(&frame[slot.0 as usize]));
        if !drained && self.at.head.is_some_and(|head| record::yields(&self.at.code, head)) {
            // Whoever asks for the items runs it as part of a unit.
            self.note(|tries| tries.recordings += 1);
            if self.tries.get().recordings >= engine.config.recordings {
                self.abandon(engine, Abort { reason: AbortReason::Generator, stmt: StmtId(0) });
            }
            return Left::Stay(engine.config.hot_loop);
        }
        if self.was_seen_in_parts(engine) && !self.is_brief(engine) {
            return match self.compile(engine, context, frame) {
                Ok(_) if engine.is_making() => Left::Stay(engine.config.asking),
                Ok(_) if !self.has_code(engine) => Left::Stay(engine.config.hot_loop),
                Ok(_) => self.run(engine, context, frame),
                Err(abort) => {
                    self.abandon(engine, abort);
                    Left::Stay(if self.is_abandoned() { u32::MAX } else { engine.config.hot_loop })
                }
            };
        }
        self.record(engine, context, None, frame)
    }

    /// Whether recordings that were left too early saw enough turns of the loop, all together.
    fn was_seen_in_parts(&self, engine: &Jit) -> bool {
        let Some(head) = self.at.head else { return false };
        let profile = self.profile.borrow();
        let turns = profile.of(&self.at.code).and_then(|code| code.heads.get(&head)).map_or(0, |head| head.iterations);
        turns >= engine.config.enough_turns
    }

    /// Whether the interpreter hardly takes longer for what was recorded than entering a unit does.
    fn is_brief(&self, engine: &Jit) -> bool {
        let (runs, statements) = self.tries.get().walked;
        engine.config.judges() && statements * engine.config.statement_time < runs * engine.config.worthwhile * 3 / 2
    }

    /// Whether so many calls of the function were recorded that the usual ways through it were seen.
    pub(super) fn has_seen_enough_calls(&self, engine: &Jit) -> bool {
        let profile = self.profile.borrow();
        let config = &engine.config;
        let calls = profile.of(&self.at.code).map_or(0, |code| code.calls);
        let is_long = self.tries.get().walked.1 >= config.recorded_statements.into();
        calls >= config.enough_calls || is_long && calls >= config.enough_long_calls
    }

    fn record(&self, engine: &Jit, context: &Context, at: Option<StmtId>, frame: &mut Frame) -> Left {
        // A unit for types that no other fits is made for those, not for what they have become by the end of a recording.
        let before: Vec<Value> = match self.at.head {
            Some(_) if at.is_some() || !self.has_code(engine) => Vec::new(),
            _ => frame[..self.at.code.slots.len()].to_vec(),
        };
        let limits = self.recording_limits(engine);
        let what = Recording { code: &self.at.code, module: &self.module, head: self.at.head, at, limits };
        let (recorded, time) = timed(|| record::record(context, &mut self.profile.borrow_mut(), &what, frame));
        // What is longer is the time of what was called, which would have taken it anyway.
        let most = Duration::from_nanos(engine.config.recording_time * (1 + u64::from(recorded.statements)));
        engine.spend(|spent| spent.recording += time.min(most));
        engine.emit(|| Event::Recorded {
            at: self.at.clone(),
            complete: recorded.complete,
            stopped: match recorded.left {
                Left::Resume(at) => Some(at),
                _ => None,
            },
            statements: recorded.statements,
            time,
        });
        if !recorded.complete && limits.stop_after.is_some() {
            return recorded.left;
        }
        let (runs, statements) = self.tries.get().walked;
        self.note(|tries| tries.walked = (runs + 1, statements + u64::from(recorded.statements)));
        if !recorded.complete && at.is_some() && self.was_seen_in_parts(engine) {
            // The loop came to its end: what was seen of it is for the next run.
            self.note(|tries| tries.stale = true);
            return recorded.left;
        }
        if !recorded.complete {
            self.note(|tries| tries.recordings += 1);
            if self.tries.get().recordings >= engine.config.recordings {
                let (reason, stmt) = match &recorded.left {
                    Left::Resume(stmt) => (AbortReason::Statement, *stmt),
                    Left::Raise => (AbortReason::Raised, StmtId(0)),
                    _ => (AbortReason::Unseen, StmtId(0)),
                };
                self.abandon(engine, Abort { reason, stmt });
            }
            return recorded.left;
        }
        if self.at.head.is_none() && !self.has_seen_enough_calls(engine) {
            // What cannot be built now can never be: more of it will be seen, not less.
            // But whether it pays.
            if runs == 0
                && !self.is_brief(engine)
                && let Err(abort) = self.try_to_build(engine, context, frame)
                && abort.reason != AbortReason::Losing
            {
                self.abandon(engine, abort);
            }
            return recorded.left;
        }
        let recurs = || self.profile.borrow().of(&self.at.code).is_some_and(|seen| seen.calls_of_itself() > 0);
        if self.at.head.is_none() && !self.has_code(engine) && self.is_brief(engine) && recurs() {
            // It cannot be inlined whole: compiled code that calls it needs a unit.
            self.note(|tries| tries.lent = true);
            if !self.wanted.get() {
                return recorded.left;
            }
        } else if self.at.head.is_none() && !self.has_code(engine) && self.is_brief(engine) {
            self.abandon(engine, LOSING);
            return recorded.left;
        }
        let compiled = if before.is_empty() {
            self.compile(engine, context, frame)
        } else {
            self.compile_for(engine, context, before, frame)
        };
        match compiled {
            Ok(_) if self.has_code(engine) => {}
            Ok(_) => return recorded.left,
            Err(abort) => {
                self.abandon(engine, abort);
                return recorded.left;
            }
        }
        match (self.at.head, &recorded.left) {
            (Some(head), Left::Resume(at)) if *at == head => match self.run(engine, context, frame) {
                Left::Stay(_) => recorded.left,
                left => left,
            },
            _ => recorded.left,
        }
    }

    /// Its unit is done, or the worker has failed.
    pub(super) fn receive(&self, engine: &Jit, draft: Draft, product: Option<&Product>) {
        if self.is_abandoned() {
            return;
        }
        let installed = match product {
            // What the engine keeps, it keeps in memory of its own thread.
            Some(Product { unit, made, time }) => self.install(engine, draft, unit.clone(), made, *time),
            None => Err(Abort { reason: AbortReason::Codegen, stmt: StmtId(0) }),
        };
        if let Err(abort) = installed {
            self.abandon(engine, abort);
        }
    }

    /// Whether it is being recorded further out: a call of the function that is walked has come here again.
    fn is_recording(&self) -> bool {
        self.profile.try_borrow_mut().is_err()
    }

    /// Whether its units have been built again as often as they may.
    fn is_built_up(&self, engine: &Jit) -> bool {
        self.tries.get().rebuilds >= engine.config.rebuilds
    }

    /// Whether variables that were seen to hold values of several types are to hold any value.
    fn is_tolerant(&self, engine: &Jit) -> bool {
        self.tries.get().rebuilds > engine.config.rebuilds / 4
    }

    /// Records the rest of a call that its unit left where it was called natively; none if the interpreter is to run it.
    fn record_call(&self, engine: &Jit, context: &Context, at: StmtId, frame: &mut Frame) -> Option<Res> {
        // A recording may come by here again.
        let mut profile = self.profile.try_borrow_mut().ok()?;
        let slots = self.at.code.slots.len();
        let depth = match recursion::enter("") {
            Ok(depth) => depth,
            Err(raise) => {
                clear(frame, slots);
                return Some(Err(raise));
            }
        };
        let limits = self.recording_limits(engine);
        let what = Recording { code: &self.at.code, module: &self.module, head: None, at: Some(at), limits };
        let recorded = record::record(context, &mut profile, &what, frame);
        drop((profile, depth));
        let result = match recorded.left {
            Left::Resume(at) => {
                let running = context.running(&self.at.code, &self.module);
                return Some(running.enter_at(at, frame, context));
            }
            Left::Return(value) => Ok(value),
            Left::Raise => {
                context.leave_raising();
                Err(Raise)
            }
            Left::Done | Left::Stay(_) => Ok(Value::None),
        };
        clear(frame, slots);
        Some(result)
    }

    fn recording_limits(&self, engine: &Jit) -> record::Limits {
        let config = &engine.config;
        record::Limits {
            turns: config.recorded_turns,
            statements: config.recorded_statements,
            inner_turns: config.recorded_inner_turns,
            pure_turns: config.recorded_pure_turns,
            depth: config.recorded_depth,
            stop_after: (config.stress == Some(Stress::Recordings)).then(|| {
                self.broken_off.set(self.broken_off.get() + 1);
                self.broken_off.get() - 1
            }),
        }
    }

    /// Runs a unit that fits the frame.
    fn run(&self, engine: &Jit, context: &Context, frame: &mut Frame) -> Left {
        let is_making = engine.collect();
        if self.tries.get().stale && !is_making {
            self.note(|tries| tries.stale = false);
            if self.at.head.is_some() && !self.is_recording() {
                if let Err(abort) = self.compile(engine, context, frame) {
                    self.abandon(engine, abort);
                }
            } else if !self.is_recording() && !self.is_built_up(engine) {
                self.note(|tries| tries.rebuilds += 1);
                return self.record(engine, context, None, frame);
            }
        }
        if self.tries.get().lent {
            return Left::Stay(engine.config.hot_call);
        }
        let found = {
            let units = engine.units.borrow();
            let mut found = None;
            for version in units.versions(self.site()) {
                match version.data.fits(frame, &self.module) {
                    Fit::Exactly => {
                        found = Some(version);
                        break;
                    }
                    Fit::Loosely if !version.data.leaves(version.entries()) => found = found.or(Some(version)),
                    Fit::Loosely | Fit::Not => {}
                }
            }
            found.cloned().inspect(|version| units.note_entry(version))
        };
        let Some(version) = found else {
            return self.missed(engine, context, frame);
        };
        let may_change = !is_making && !self.is_built_up(engine) && !self.is_recording();
        let changes = engine.changes.get();
        if may_change && !version.callees.is_empty() && version.data.looked.get() < changes {
            let waited = &version.data.waited;
            if waited.get() < MOST_WAITED && version.awaits(engine, CHAIN) {
                // The interpreter calls that function next, which builds it again.
                waited.set(waited.get() + 1);
                return Left::Stay(engine.config.hot_loop / 16);
            }
            // What was given up, and what is built as often as it may be, stays as it is called.
            let better = || version.callees.iter().all(|callee| callee.may_change(engine));
            if version.is_outdated(engine) && (self.at.head.is_some() || better()) {
                self.note(|tries| tries.rebuilds += 1);
                return self.record(engine, context, None, frame);
            }
            version.data.looked.set(changes);
        }
        match version.data.trial.next() {
            Some(way) => self.try_out(engine, context, frame, &version, way),
            None => self.run_version(engine, context, frame, &version),
        }
    }

    /// Enters a unit that fits the frame.
    fn run_version(&self, engine: &Jit, context: &Context, frame: &mut Frame, version: &Rc<Version>) -> Left {
        let room = runtime::room(frame);
        if room <= version.data.depth {
            return Left::Stay(engine.config.hot_loop);
        }
        let mut jit = engine.context(std::sync::Arc::as_ptr(context.poll.word()));
        if engine.config.stress == Some(Stress::Evictions) {
            engine.evict_all();
        }
        if engine.config.stress == Some(Stress::Exits) {
            let guard = version.data.stressed.get();
            version.data.stressed.set((guard + 1) % (version.compiled.guards + 1));
            jit.stress = guard;
        }
        let globals: SmallVec<[*mut Value; 4]> =
            version.data.modules.iter().map(|module| module.slots_address()).collect();
        jit.globals = globals.as_ptr();
        let depth = u64::from(room);
        let free = match self.at.head {
            Some(_) => frame,
            // The arguments stay in their slots and alive; the unit's own frame begins behind them.
            None => {
                set_arguments(version, &mut jit, frame);
                frame.split_at_mut(self.at.code.slots.len()).1
            }
        };
        let lockstep = (engine.config.jit == JitMode::Verify)
            .then(|| RefCell::new(Lockstep::start(&version.compiled.unit, &jit, free, depth)));
        let runtime = Caller {
            engine,
            context,
            version,
            depth: recursion::depth(),
            room,
            running: OnceCell::new(),
            lockstep: lockstep.as_ref(),
            served: Cell::default(),
        };
        let (end, time) = version.time(|| match &version.data.trampoline {
            None => version.compiled.enter(&mut jit, &runtime, free, depth).map(End::Left),
            Some(via) => Some(End::Returned(version.compiled.call(via, &mut jit, &runtime, free, depth))),
        });
        let served = runtime.served.get();
        let time = time.saturating_sub(served.time);
        version.data.time.set(version.data.time.get() + time);
        version.data.served.set(version.data.served.get() + u64::from(served.calls));
        engine.spend(|spent| {
            spent.native += time;
            spent.earning += if version.data.earns { time } else { Duration::ZERO };
        });
        let verified = match (lockstep, end) {
            (Some(lockstep), Some(end)) => lockstep.into_inner().finish(&jit, end),
            _ => Ok(()),
        };
        let left = match end {
            None => Left::Stay(engine.config.hot_loop),
            Some(End::Left(leave)) => self.left(engine, context, version, leave, &mut jit, free),
            Some(End::Returned(Status::Returned | Status::Served)) => {
                Left::Return(exit::box_results(&version.compiled.unit.returns, &jit.results))
            }
            Some(End::Returned(Status::Otherwise)) => Left::Return(exit::take_value(&mut jit)),
            Some(End::Returned(Status::Raised)) => Left::Raise,
        };
        context.poll.take(KEPT);
        jit.let_go();
        self.judge(engine, version);
        let left = match verified {
            Ok(()) => left,
            Err(difference) => {
                let _ = raise!(SystemError, "compiled code differs from its evaluator: {difference}");
                Left::Raise
            }
        };
        engine.give_back(jit);
        left
    }

    /// Goes on after an exit: restores the frames, counts, and builds the unit again where that is worth it.
    fn left(
        &self,
        engine: &Jit,
        context: &Context,
        version: &Rc<Version>,
        leave: Leave,
        jit: &mut JitContext,
        frame: &mut Frame,
    ) -> Left {
        let is_served = jit.status == Status::Served as u64;
        let (stmt, resumption) = version.leave(leave, jit, frame, context);
        // Now the frames own what they were given.
        context.poll.take(KEPT);
        jit.let_go();
        let count = version.note_exit(leave);
        if !matches!(resumption, Resumption::Done | Resumption::Return(_)) {
            version.data.left.set(version.data.left.get() + 1);
        }
        let left = match resumption {
            Resumption::Start => Left::Resume(stmt),
            Resumption::Done => Left::Done,
            Resumption::Return(value) => Left::Return(value),
            Resumption::Result(value) => {
                context.suspend(Suspended::Result(value));
                Left::Resume(stmt)
            }
            Resumption::Behind => {
                context.suspend(Suspended::Behind);
                Left::Resume(stmt)
            }
            // A handler may stand around it.
            Resumption::Raise => {
                context.suspend(Suspended::Raise);
                return Left::Resume(stmt);
            }
        };
        let Left::Resume(at) = left else { return left };
        // Leaving after a call that left is no fault of this unit.
        let after_call = version.compiled.unit.exit(leave.exit).kind == ExitKind::AfterCall;
        let excused = &version.data.excused;
        if after_call
            && excused.get() < engine.config.trial.saturating_mul(MOST_EXCUSED)
            && version.callees.iter().any(|callee| callee.may_change(engine))
        {
            excused.set(excused.get() + 1);
        }
        if after_call && is_served {
            self.note_served(engine, version, count);
        }
        if after_call
            || matches!(leave.reason, Reason::End | Reason::Poll)
            || engine.config.stress == Some(Stress::Exits)
            || context.poll.is_set()
            || !count.is_multiple_of(version.data.patience.get())
            || engine.is_making()
            || self.is_recording()
            || self.is_abandoned()
            || self.is_built_up(engine)
            || self.goes_on_waiting(engine)
            || !may_build_again(engine, version, count)
        {
            return left;
        }
        self.note(|tries| tries.rebuilds += 1);
        let failed_ahead = matches!(leave.reason, Reason::Index | Reason::Overflow);
        self.note(|tries| tries.cautious |= failed_ahead);
        engine.emit(|| Event::Widened { at: self.at.clone(), unit: version.number, reason: leave.reason });
        self.record(engine, context, Some(at), frame)
    }

    /// Has a unit built anew that keeps leaving only since the interpreter has finished what it called.
    fn note_served(&self, engine: &Jit, version: &Version, count: u64) {
        let often = count.is_multiple_of(version.data.patience.get() * 2);
        if often && !self.tries.get().lenient && !self.is_built_up(engine) {
            self.note(|tries| (tries.lenient, tries.stale) = (true, true));
            engine.changes.set(engine.changes.get() + 1);
            engine.emit(|| Event::Widened { at: self.at.clone(), unit: version.number, reason: Reason::Call });
        }
    }

    /// No unit fits the frame.
    fn missed(&self, engine: &Jit, context: &Context, frame: &mut Frame) -> Left {
        if self.is_abandoned() {
            // Units that there are still serve the types that they were made for.
            return Left::Stay(if self.has_code(engine) { engine.config.hot_loop / 4 } else { u32::MAX });
        }
        if engine.is_making() {
            return Left::Stay(engine.config.asking);
        }
        let misses = self.tries.get().misses + 1;
        self.note(|tries| tries.misses = misses);
        // Each new version is harder to get.
        let known = engine.units.borrow().versions(self.site()).len();
        let wanted = 4 << (2 * known).min(20);
        let is_wanted = known == 0 || misses.is_multiple_of(wanted) && misses / wanted <= 16 && !self.is_recording();
        if !is_wanted || !engine.may_build(self.cost()) {
            return Left::Stay(engine.config.hot_loop / 4);
        }
        match known {
            // It was hot when it was started over.
            0 => self.record_and_compile(engine, context, frame),
            _ => self.record(engine, context, None, frame),
        }
    }
}

impl Entry for HotSpot {
    fn enter(&self, context: &Context, frame: &mut Frame) -> Left {
        match self.engine.upgrade() {
            Some(engine) => self.run(&engine, context, frame),
            None => Left::Stay(u32::MAX),
        }
    }
}

/// Unboxes the arguments in the frame for a function unit.
fn set_arguments(version: &Version, jit: &mut JitContext, frame: &Frame) {
    let mut at = 0;
    for (place, ty) in &version.data.entry {
        let Place::Local(slot) = place else { continue };
        let value = &frame[slot.0 as usize];
        match (ty, value.as_complex()) {
            (Type::None, _) => {}
            (Type::Complex, Some((re, im))) => {
                jit.arguments[at] = re.to_bits();
                jit.arguments[at + 1] = im.to_bits();
                at += 2;
            }
            (Type::Scalar(_), _) => {
                let words = value.as_scalar().map(exit::words_of).unwrap_or_default();
                jit.arguments[at..at + words.len()].copy_from_slice(&words);
                at += words.len();
            }
            _ => {
                jit.arguments[at] = value.payload();
                at += 1;
            }
        }
    }
}

/// Whether there is time to build a unit again that was left by one exit so many times: in the end that costs more than building.
fn may_build_again(engine: &Jit, version: &Version, exits: u64) -> bool {
    let cost = engine.cost_of(&version.compiled.unit);
    engine.may_build(cost) || Duration::from_nanos(engine.config.exit_time.saturating_mul(exits)) > cost
}
