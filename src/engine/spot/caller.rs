//! What compiled code calls back: calls that it had to leave are interpreted to their end.

use super::*;

/// What compiled code calls back.
pub(super) struct Caller<'a, 'u> {
    pub engine: &'a Jit,
    pub context: &'a Context,
    /// What was entered.
    pub version: &'a Version,
    /// The depth of calls where compiled code was entered, and the room it was given.
    pub depth: u32,
    pub room: u32,
    /// What runs statements of the unit's own function.
    pub running: OnceCell<Rc<Running>>,
    /// The evaluator that runs beside, in verification.
    pub lockstep: Option<&'a RefCell<Lockstep<'u>>>,
    /// What became of calls that it had to leave.
    pub served: Cell<Served>,
}

/// Calls that the interpreter had to finish.
#[derive(Clone, Copy, Default)]
pub(super) struct Served {
    /// How many there were of units that are as good as they will get.
    pub calls: u32,
    /// How long it took.
    pub time: Duration,
}

impl Caller<'_, '_> {
    /// Restores the frames of a call that its unit left, and interprets it to its end.
    fn finish(
        &self,
        version: &Rc<Version>,
        jit: &mut JitContext,
        leave: Leave,
        slots: &mut [Value],
        depth: u64,
    ) -> Status {
        let is_served = jit.status == Status::Served as u64;
        let widened = self.widen(version, leave, is_served);
        if self.context.poll.take(KEPT) != 0 {
            // Compiled code further out holds what is kept: it is to be left.
            jit.keep_more();
        }
        let (stmt, resumption) = version.leave(leave, jit, slots, self.context);
        let before = recursion::depth();
        let open = self.room.saturating_sub(depth as u32);
        // Entering the activation counts it.
        recursion::set_depth((self.depth + open).saturating_sub(1));
        let running = self.context.running(&version.data.at.code, &version.data.modules[0]);
        let go_on = |slots: &mut [Value]| match widened
            .and_then(|spot| spot.record_call(self.engine, self.context, stmt, slots))
        {
            Some(outcome) => outcome,
            None => running.enter_at(stmt, slots, self.context),
        };
        let outcome = match resumption {
            Resumption::Return(value) => Ok(value),
            // A handler may stand around it.
            Resumption::Raise => {
                self.context.suspend(Suspended::Raise);
                go_on(slots)
            }
            Resumption::Result(value) => {
                self.context.suspend(Suspended::Result(value));
                go_on(slots)
            }
            Resumption::Behind => {
                self.context.suspend(Suspended::Behind);
                go_on(slots)
            }
            Resumption::Start | Resumption::Done => go_on(slots),
        };
        recursion::set_depth(before);
        exit::hand_over(jit, outcome, |value| version.data.returns.and_then(|returns| exit::promised(returns, value)))
    }

    /// The hot place of a unit that is to be built again with what comes now, since it left this way often.
    fn widen(&self, version: &Rc<Version>, leave: Leave, is_served: bool) -> Option<Rc<HotSpot>> {
        let (engine, at) = (self.engine, &version.data.at);
        let count = version.note_exit(leave);
        if matches!(leave.reason, Reason::Poll | Reason::End) || engine.config.stress == Some(Stress::Exits) {
            return None;
        }
        let often = count.is_multiple_of(version.data.patience.get());
        let spot = || {
            engine
                .find_spot(at, &version.data.modules[0])
                .filter(|spot| !spot.is_abandoned() && !spot.is_built_up(engine))
        };
        if version.compiled.unit.exit(leave.exit).kind == ExitKind::AfterCall {
            // Leaving after a call that left is no fault of the unit.
            if often && is_served {
                spot()?.note_served(engine, version, count);
            }
            return None;
        }
        // Where another has taken its place, those that still call it are to be built again, not that one.
        if !often || engine.is_making() || version.is_replaced(engine) || !may_build_again(engine, version, count) {
            return None;
        }
        let spot = spot().filter(|spot| !spot.goes_on_waiting(engine))?;
        engine.emit(|| Event::Widened { at: at.clone(), unit: version.number, reason: leave.reason });
        spot.note(|tries| tries.stale = true);
        engine.changes.set(engine.changes.get() + 1);
        Some(spot)
    }
}

impl Runtime for Caller<'_, '_> {
    fn serve(&self, jit: &mut JitContext, unit: u32, leave: Leave, slots: &mut [Value], depth: u64) -> Status {
        if let Some(lockstep) = self.lockstep {
            lockstep.borrow_mut().served(leave);
        }
        let version = self.engine.units.borrow().get(unit);
        let Some(version) = version else {
            let _ = raise!(SystemError, "compiled code called a unit that is gone");
            return exit::hand_over(jit, Err(Raise), |_| None);
        };
        if unit == self.version.number && version.compiled.unit.exit(leave.exit).kind != ExitKind::AfterCall {
            version.data.left.set(version.data.left.get() + 1);
        }
        let (status, took) = timed(|| self.finish(&version, jit, leave, slots, depth));
        let Served { calls, time } = self.served.get();
        let stays = !version.may_change(self.engine);
        self.served.set(Served { calls: calls + u32::from(stays), time: time + took });
        status
    }

    fn interpret(&self, what: Interpreted, slots: &mut [Value]) -> bool {
        let called = (what.unit != self.version.number).then(|| self.engine.units.borrow().get(what.unit)).flatten();
        let data = &called.as_deref().unwrap_or(self.version).data;
        let prepared = || self.context.running(&data.at.code, &data.modules[0]);
        let own;
        let running = match data.function_of(what.code).filter(|_| what.code != data.at.code.id) {
            Some(function) => self.context.running_of(function),
            None if called.is_none() => &**self.running.get_or_init(prepared),
            None => {
                own = prepared();
                &*own
            }
        };
        // The unit that asks to be left is not one of those that run meanwhile.
        let full = if self.context.poll.is_set() { self.context.poll.take(KEPT) } else { 0 };
        let depth = recursion::depth();
        recursion::set_depth(self.depth + self.room.saturating_sub(what.depth as u32) + what.open);
        let flow = running.run_one(what.stmt, slots, self.context);
        recursion::set_depth(depth);
        if full != 0 {
            self.context.poll.set(full);
        }
        // Finalizers wait until the unit is left.
        !matches!(flow, Flow::Raise)
    }

    fn observe(&self, jit: &mut JitContext, call: Call) {
        if let Some(lockstep) = self.lockstep {
            lockstep.borrow_mut().observe(jit, call);
        }
    }
}
