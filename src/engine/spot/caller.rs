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
}

impl Runtime for Caller<'_, '_> {
    fn serve(&self, jit: &mut JitContext, unit: u32, leave: Leave, slots: &mut [Value], depth: u64) -> Status {
        if let Some(lockstep) = self.lockstep {
            lockstep.borrow_mut().served(leave);
        }
        let version = self.engine.units.borrow().get(unit);
        let Some(version) = version else {
            let _ = raise!(SystemError, "compiled code called a unit that is gone");
            return exit::hand_over(jit, Err(Raise));
        };
        let count = version.note_exit(leave);
        let often = count.is_multiple_of(version.data.patience.get());
        let stressed = self.engine.config.stress == Some(Stress::Exits);
        // Leaving after a call that left is no fault of the unit.
        let own_fault = version.compiled.unit.exit(leave.exit).kind != ExitKind::AfterCall;
        let own_fault = own_fault && !matches!(leave.reason, Reason::Poll | Reason::End);
        let mut widened = None;
        if often && own_fault && !stressed && may_build_again(self.engine, &version, count) {
            let at = &version.data.at;
            widened = self.engine.find_spot(at, &version.data.modules[0]).filter(|spot| !spot.is_built_up(self.engine));
            if let Some(spot) = &widened {
                self.engine.emit(|| Event::Widened { at: at.clone(), unit, reason: leave.reason });
                spot.note(|tries| tries.stale = true);
                self.engine.changes.set(self.engine.changes.get() + 1);
            }
        }
        if self.context.poll.take(KEPT) != 0 {
            // Compiled code further out holds what is kept.
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
            // Only loops have statements interpreted.
            Resumption::Start | Resumption::Done | Resumption::Behind => go_on(slots),
        };
        recursion::set_depth(before);
        // Whatever the outcome, the interpreter has run: what the caller knows of memory may be wrong, so it leaves too.
        exit::hand_over(jit, outcome)
    }

    fn interpret(&self, what: Interpreted, slots: &mut [Value]) -> bool {
        let data = &self.version.data;
        let running = match data.function_of(what.code).filter(|_| what.code != data.at.code.id) {
            Some(function) => self.context.running_of(function),
            None => &**self.running.get_or_init(|| self.context.running(&data.at.code, &data.modules[0])),
        };
        // The unit that asks to be left is not one of those that run meanwhile.
        let full = if self.context.poll.is_set() { self.context.poll.take(KEPT) } else { 0 };
        let depth = recursion::depth();
        recursion::set_depth(self.depth + what.open);
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
