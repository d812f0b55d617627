//! Units, with what the engine keeps beside them.

use super::trial::Trial;
use super::*;

/// Of runs that are shorter than this, only some are timed: looking at the clock twice takes as long as entering a unit does.
const BRIEF: Duration = Duration::from_micros(1);

/// One in so many.
const SOME: u64 = 8;

/// A unit, with what is kept beside it.
pub type Version = cache::Version<UnitData>;

/// What the engine keeps with a unit.
pub struct UnitData {
    pub(super) at: Location,
    /// The type each place has at entry.
    pub(super) entry: Vec<(Place, Type)>,
    pub(super) returns: Option<build::Returns>,
    pub(super) trampoline: Option<Rc<Trampoline>>,
    pub(super) modules: Vec<Gc<Module>>,
    pub(super) inlined: Vec<Gc<Function>>,
    /// Objects whose addresses stand in the code.
    pub(super) _objects: Vec<Value>,
    /// None of its statements is the interpreter's.
    pub(super) earns: bool,
    /// Most calls that the unit has open at once in inlined functions.
    pub(super) depth: u32,
    pub(super) time: Cell<Duration>,
    /// How long it ran when that was looked at last.
    lasted: Cell<Duration>,
    pub(super) trial: Trial,
    /// How often it was left for a statement of the interpreter.
    pub(super) left: Cell<u64>,
    /// How often that was after a call of a unit that left itself, and may yet be made better.
    pub(super) excused: Cell<u64>,
    /// How often the interpreter had to finish a call that was made natively in it, which nobody will make better.
    pub(super) served: Cell<u64>,
    /// What it had done when it was judged last.
    pub(super) judged: Cell<Done>,
    /// Times an exit is taken before the unit is built again.
    pub(super) patience: Cell<u64>,
    /// The next guard that is forced to fail, under stress.
    pub(super) stressed: Cell<u64>,
    /// The changes of units when it was found to call none that are out of date.
    pub(super) looked: Cell<u64>,
    /// Times it was not entered so that the interpreter calls one that is.
    pub(super) waited: Cell<u32>,
}

/// How well a unit fits a frame.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Not,
    /// Lists hold items of other kinds than those that it was made for: it may never ask.
    Loosely,
    Exactly,
}

/// What a unit has done.
#[derive(Clone, Copy, Default)]
pub(super) struct Done {
    pub(super) entries: u64,
    pub(super) time: Duration,
    pub(super) left: u64,
    pub(super) excused: u64,
    pub(super) served: u64,
}

impl UnitData {
    /// A unit that has done nothing yet, and whose exits are taken so many times before it is built again.
    pub(super) fn new(
        at: Location,
        entry: Vec<(Place, Type)>,
        returns: Option<build::Returns>,
        modules: Vec<Gc<Module>>,
        inlined: Vec<Gc<Function>>,
        objects: Vec<Value>,
        depth: u32,
        patience: u64,
    ) -> UnitData {
        UnitData {
            at,
            entry,
            returns,
            trampoline: None,
            modules,
            inlined,
            _objects: objects,
            earns: true,
            depth,
            time: Cell::default(),
            lasted: Cell::new(Duration::MAX),
            trial: Trial::default(),
            left: Cell::default(),
            excused: Cell::default(),
            served: Cell::default(),
            judged: Cell::default(),
            patience: Cell::new(patience),
            stressed: Cell::default(),
            looked: Cell::default(),
            waited: Cell::default(),
        }
    }

    /// How well it fits a frame.
    pub(super) fn fits(&self, frame: &Frame, module: &Gc<Module>) -> Fit {
        if !std::ptr::eq(&*self.modules[0], &**module) {
            return Fit::Not;
        }
        let mut fit = Fit::Exactly;
        for (place, ty) in &self.entry {
            let found = match place {
                Place::Local(slot) | Place::Cell(slot) => Type::of(&frame[slot.0 as usize]),
                Place::Global(slot) => module.with_slot(slot.0, Type::of),
            };
            match ty {
                ty if *ty == found => {}
                ty if ty.fits(found) => fit = Fit::Loosely,
                _ => return Fit::Not,
            }
        }
        fit
    }

    /// Whether it leaves often.
    pub(super) fn leaves(&self, entries: u64) -> bool {
        self.left.get() * 4 > entries
    }

    /// Whether it was made of a module's code.
    pub(in crate::engine) fn is_of(&self, module: usize) -> bool {
        self.modules[0].as_ref().address() == module
    }

    pub(super) fn slots_of(&self, code: CodeId) -> usize {
        if code == self.at.code.id {
            return self.at.code.slots.len();
        }
        self.function_of(code).map_or(0, |function| function.code().slots.len())
    }

    pub(super) fn function_of(&self, code: CodeId) -> Option<&Gc<Function>> {
        self.inlined.iter().find(|function| function.code().id == code)
    }
}

impl Version {
    /// Does something with the unit and says how long that takes, or took the last time.
    pub(super) fn time<T>(&self, work: impl FnOnce() -> T) -> (T, Duration) {
        let lasted = &self.data.lasted;
        if lasted.get() < BRIEF && !self.entries().is_multiple_of(SOME) {
            return (work(), lasted.get());
        }
        let (done, time) = timed(work);
        lasted.set(time);
        (done, time)
    }

    /// Whether it is a function's that calls itself.
    pub(super) fn calls_itself(&self) -> bool {
        self.compiled.unit.insts.iter().any(|inst| matches!(inst.op, Op::CallUnit(unit, _) if unit == self.number))
    }

    /// Whether a unit that it calls, or that one of those calls, is to be built again when it is entered next.
    pub(super) fn awaits(&self, engine: &Jit, depth: u32) -> bool {
        self.callees.iter().any(|callee| {
            let behind = || callee.is_outdated(engine) && callee.may_change(engine) || callee.awaits(engine, depth - 1);
            callee.is_awaited(engine) || depth > 0 && behind()
        })
    }

    /// Whether it calls a unit in whose place there is another by now.
    pub(super) fn is_outdated(&self, engine: &Jit) -> bool {
        self.callees.iter().any(|callee| callee.is_replaced(engine))
    }

    /// Whether it is a function's, and that is to be built again when it is entered next.
    fn is_awaited(&self, engine: &Jit) -> bool {
        let spot = engine.find_spot(&self.data.at, &self.data.modules[0]);
        spot.is_some_and(|spot| spot.tries.get().stale && !spot.is_built_up(engine))
    }

    /// Whether it is a function's that may yet be built again.
    pub(super) fn may_change(&self, engine: &Jit) -> bool {
        let spot = engine.find_spot(&self.data.at, &self.data.modules[0]);
        spot.is_some_and(|spot| !spot.is_abandoned() && !spot.is_built_up(engine))
    }

    /// Whether only those that call it keep it.
    pub(super) fn is_replaced(&self, engine: &Jit) -> bool {
        let spot = engine.find_spot(&self.data.at, &self.data.modules[0]);
        let units = engine.units.borrow();
        !spot.is_some_and(|spot| units.versions(spot.site()).iter().any(|known| known.number == self.number))
    }

    pub(in crate::engine) fn report(&self) -> UnitReport {
        let exits = self.exits().into_iter();
        UnitReport {
            at: self.data.at.clone(),
            unit: self.number,
            entries: self.entries(),
            time: self.data.time.get(),
            exits: exits
                .filter_map(|(at, reason, count)| {
                    let exit = self.compiled.unit.exit(at);
                    let ended = matches!(exit.kind, ExitKind::Done | ExitKind::Return(_));
                    let stmt = exit.frames.last().map_or(StmtId(0), |frame| frame.stmt);
                    (!ended).then_some((stmt, reason, count))
                })
                .collect(),
        }
    }

    /// Writes an exit's state into the frames, and leaves the open calls waiting in the context.
    pub(super) fn leave(
        &self,
        leave: Leave,
        jit: &mut JitContext,
        frame: &mut Frame,
        context: &Context,
    ) -> (StmtId, Resumption) {
        let Restored { activations, resumption } = exit::restore(
            &self.compiled.unit,
            leave.exit,
            jit,
            frame,
            |code| self.data.slots_of(code),
            |module, slot, value| self.data.modules[module as usize].set_slot(slot.0, value),
        );
        let outermost = activations[0].stmt;
        let [_, inner @ ..] = &activations[..] else { unreachable!("an exit has a frame") };
        if inner.is_empty() {
            return (outermost, resumption);
        }
        match resumption {
            Resumption::Result(value) => context.suspend(Suspended::Result(value)),
            Resumption::Raise => context.suspend(Suspended::Raise),
            Resumption::Behind => context.suspend(Suspended::Behind),
            Resumption::Start | Resumption::Done | Resumption::Return(_) => {}
        }
        for activation in inner.iter().rev() {
            let function = self.data.function_of(activation.code).expect("what was inlined is kept");
            context.suspend(Suspended::Frame(function.clone(), activation.stmt));
        }
        (outermost, Resumption::Start)
    }
}
