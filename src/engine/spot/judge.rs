//! Units have to pay: each is judged, again and again, by how long it runs, and a function's is tried against the interpreter.

use super::trial::{Verdict, Way};
use super::*;

/// Why a unit goes that does not pay.
pub(super) const LOSING: Abort = Abort { reason: AbortReason::Losing, stmt: StmtId(0) };

/// How long it takes to find a unit that fits.
const FINDING: Duration = Duration::from_nanos(60);

impl HotSpot {
    /// Makes a call in one of two ways, to find out which is faster.
    pub(super) fn try_out(
        &self,
        engine: &Jit,
        context: &Context,
        frame: &mut Frame,
        version: &Rc<Version>,
        way: Way,
    ) -> Left {
        let excused = version.data.excused.get();
        let (left, time) = timed(|| match way {
            Way::Native => self.run_version(engine, context, frame, version),
            Way::Interpreted => match context.running(&self.at.code, &self.module).interpret(frame, context) {
                Flow::Return(value) => Left::Return(value),
                Flow::Raise => Left::Raise,
                _ => Left::Done,
            },
        });
        let time = match left {
            Left::Stay(_) => None,
            // Leaving after a call that left is no fault of this unit.
            Left::Resume(_) if excused != version.data.excused.get() => None,
            Left::Resume(_) => Some(time + Duration::from_nanos(engine.config.worthwhile_exit)),
            _ if way == Way::Native => Some(time + FINDING),
            _ => Some(time),
        };
        let verdict = version.data.trial.note(way, time);
        if verdict == Some(Verdict::Loses) && !engine.expects(&self.at, &self.module) {
            self.drop_losing(engine, version);
        }
        left
    }

    /// Drops a unit that does not run long enough to pay for entering it.
    pub(super) fn judge(&self, engine: &Jit, version: &Rc<Version>) {
        if engine.expects(&self.at, &self.module) {
            return;
        }
        let (data, config) = (&version.data, &engine.config);
        let (entries, left, excused) = (version.entries(), data.left.get(), data.excused.get());
        let now = Done { entries, time: data.time.get(), left, excused, served: data.served.get() };
        let last = data.judged.get();
        let excused = now.excused - last.excused;
        let entries = (now.entries - last.entries).saturating_sub(excused);
        let ran = (now.time - last.time).as_nanos() as u64;
        let left = (now.left - last.left).saturating_sub(excused);
        if entries < config.trial {
            return;
        }
        data.judged.set(now);
        let exits = left + now.served - last.served;
        // What a call or run takes the interpreter is known from its statements; what is left is interpreted all the same.
        let (runs, statements) = self.tries.get().walked;
        let interpreted = (entries - left) * config.statement_time * statements / runs.max(1);
        if ran + entries * config.worthwhile <= interpreted {
            return;
        }
        if self.at.head.is_none() {
            // That is the least it takes. How long it does take can be tried.
            data.trial.want();
        } else if ran < (entries - left) * config.worthwhile + exits * config.worthwhile_exit {
            self.drop_losing(engine, version);
        }
    }

    fn drop_losing(&self, engine: &Jit, version: &Rc<Version>) {
        if self.at.head.is_none() && version.calls_itself() {
            // It cannot be inlined whole: without a unit, whoever calls it would be given up too.
            self.note(|tries| tries.lent = true);
            return;
        }
        let dropped = engine.units.borrow_mut().remove(version.number);
        if dropped.is_some() {
            engine.emit(|| Event::Dropped { at: self.at.clone(), unit: version.number, abort: LOSING });
            let leaves = version.data.leaves(version.entries());
            if leaves && !self.is_tolerant(engine) {
                // With values of any type in its variables it may stay.
                self.note(|tries| tries.rebuilds = engine.config.rebuilds / 4 + 1);
            } else if !self.tries.get().deep && !self.has_code(engine) {
                self.abandoned.set(Some(LOSING));
            }
        }
    }
}
