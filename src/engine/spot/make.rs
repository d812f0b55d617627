//! A unit is made of what was seen: built, ordered, and, when it has machine code, put with the others.

use std::sync::Arc;

use super::*;
use crate::engine::order::{Made, Order, Product};
use crate::trace::helper::HelperId;

/// What the engine keeps of a unit while machine code is made of it.
pub(in crate::engine) struct Draft {
    number: u32,
    data: UnitData,
    /// The unit in whose place it will be.
    replaces: Option<u32>,
    /// Units that it calls: they are not to go before it is there.
    _callees: Vec<Rc<Version>>,
    /// How long building it took.
    time: Duration,
}

impl Draft {
    /// Whether it was made of this loop or function.
    pub(in crate::engine) fn is_for(&self, at: &Location, module: usize) -> bool {
        self.data.at.code.id == at.code.id && self.data.at.head == at.head && self.data.is_of(module)
    }

    /// Whether it was made of a module's code.
    pub(in crate::engine) fn is_of(&self, module: usize) -> bool {
        self.data.is_of(module)
    }

    /// The place that it was made of.
    pub(in crate::engine) fn spot(&self, engine: &Jit) -> Option<Rc<HotSpot>> {
        engine.find_spot(&self.data.at, &self.data.modules[0])
    }
}

impl HotSpot {
    /// Compiles for the values there were before a recording.
    pub(super) fn compile_for(
        &self,
        engine: &Jit,
        context: &Context,
        mut before: Vec<Value>,
        frame: &mut Frame,
    ) -> Result<(), Abort> {
        // What the loop goes over stays in the frame alone: whether anybody else has it matters.
        let mut exchange = |before: &mut Vec<Value>| {
            let at = self.at.head.and_then(|head| record::state_of(&self.at.code, head));
            if let Some(slots) = at {
                slots.for_each(|slot| std::mem::swap(&mut before[slot], &mut frame[slot]));
            }
        };
        exchange(&mut before);
        let compiled = self.compile(engine, context, &before);
        exchange(&mut before);
        compiled
    }

    /// Builds a unit. It gets machine code now, or beside the script while that goes on.
    pub(super) fn compile(&self, engine: &Jit, context: &Context, frame: &Frame) -> Result<(), Abort> {
        // What was called while this was recorded may have become hot: that comes first.
        if engine.collect() {
            return Ok(());
        }
        let (drafted, time) = timed(|| self.draft(engine, context, frame));
        engine.note_pause(time);
        let Some((mut draft, unit, order)) = drafted? else { return Ok(()) };
        draft.time = time;
        if let Some(worker) = engine.worker(engine.cost_of(&unit)) {
            worker.send(unit, order);
            engine.expect(draft);
            return Ok(());
        }
        let product = order.carry_out(unit, engine.compiler.borrow_mut().generator());
        engine.note_pause(product.time);
        let Product { unit, made, time } = product;
        self.install(engine, draft, unit, &made, time)
    }

    /// Whether a unit can be built; why not, if not.
    pub(super) fn try_to_build(&self, engine: &Jit, context: &Context, frame: &Frame) -> Result<(), Abort> {
        let (built, time) = timed(|| self.build(engine, context, frame, 0));
        engine.note_pause(time);
        built.map(drop)
    }

    fn build(&self, engine: &Jit, context: &Context, frame: &Frame, number: u32) -> Result<build::Built, Abort> {
        let profile = self.profile.borrow();
        let qualified = |value: &Value| qualified(context, value);
        let method = |value: &Value, name: &str| {
            let found = ops::attribute::method(value, crate::value::Symbol::new(name));
            found.ok().filter(|(_, bound)| *bound).map(|(method, _)| method)
        };
        self.awaited.borrow_mut().clear();
        let callees = Units { engine, missed: &self.awaited };
        build::build(&Request {
            code: &self.at.code,
            module: &self.module,
            head: self.at.head,
            frame,
            profile: &profile,
            builtins: &context.builtins,
            qualified: &qualified,
            method: &method,
            lenient: self.tries.get().lenient,
            settled: self.has_settled(engine),
            tolerant: self.is_tolerant(engine),
            frames: context.watch.wanted(),
            callees: &callees,
            number,
            budget: engine.config.unit_size,
        })
    }

    /// Builds a unit; none if it takes too long for now.
    fn draft(&self, engine: &Jit, context: &Context, frame: &Frame) -> Result<Option<(Draft, Unit, Order)>, Abort> {
        let number = engine.units.borrow_mut().new_number();
        let build::Built { unit, entry, modules, inlined, objects, returns, depth } =
            self.build(engine, context, frame, number)?;
        self.list(engine, number, Listing::Built, || unit.to_string());
        let cost = engine.cost_of(&unit);
        if engine.config.judges() && !self.has_code(engine) {
            self.note(|tries| tries.cost = cost);
            let waits = if engine.may_build(cost) { !self.is_worth_building(engine) } else { !self.has_waited(engine) };
            if waits {
                return Ok(None);
            }
        }
        let units = engine.units.borrow();
        // A unit built again takes the place of the one with the same types at entry, unless it is that very unit.
        let is_known = |known: &&Rc<Version>| known.data.entry == entry && known.data.modules[0].is(&modules[0]);
        let known = units.versions(self.site()).iter().find(is_known);
        // A unit that is built again has shown that it pays.
        let may_lose = self.at.head.is_none() && units.versions(self.site()).is_empty();
        let codes = std::iter::once(&self.at.code).chain(inlined.iter().map(|function| function.code()));
        let order = Order {
            number,
            slots: codes.map(|code| (code.id, code.slots.len() as u32)).collect(),
            passes: opt::Options {
                speculate: !self.tries.get().cautious && self.tries.get().rebuilds < engine.config.rebuilds / 2,
            },
            known: known.map(|known| (Arc::clone(&known.compiled.unit), known.number)),
            least_work: if may_lose { engine.config.least_function } else { 0 },
            stress: engine.config.stress == Some(Stress::Exits),
            verify: engine.config.jit == JitMode::Verify,
            listing: engine.config.listings,
        };
        let replaces = known.map(|known| known.number);
        let callees = called_units(&unit, number, &units);
        drop(units);
        let patience = engine.config.hot_exit.into();
        let data = UnitData::new(self.at.clone(), entry, returns, modules, inlined, objects, depth, patience);
        let draft = Draft { number, data, replaces, _callees: callees, time: Duration::ZERO };
        Ok(Some((draft, unit, order)))
    }

    /// Puts what a unit has become, in so much time, with the others.
    pub(in crate::engine) fn install(
        &self,
        engine: &Jit,
        draft: Draft,
        unit: Unit,
        made: &Made,
        time: Duration,
    ) -> Result<(), Abort> {
        let took = draft.time + time;
        let (placed, time) = timed(|| self.place(engine, draft, unit, made));
        engine.note_pause(time);
        let placed = placed?;
        self.note(|tries| tries.deep = false);
        let Some((version, gone)) = placed else { return Ok(()) };
        for (_, gone) in gone {
            engine.emit(|| Event::Evicted { at: gone.data.at.clone(), unit: gone.number });
        }
        engine.emit(|| Event::Compiled {
            at: self.at.clone(),
            unit: version.number,
            instructions: version.compiled.unit.size(),
            bytes: version.compiled.size(),
            time: took + time,
        });
        Ok(())
    }

    /// The new unit, and what had to go for it; none where it is the one there is.
    fn place(
        &self,
        engine: &Jit,
        draft: Draft,
        unit: Unit,
        made: &Made,
    ) -> Result<Option<(Rc<Version>, Vec<(cache::Site, Rc<Version>)>)>, Abort> {
        let Draft { number, mut data, replaces, .. } = draft;
        self.list(engine, number, Listing::Optimised, || unit.to_string());
        let abort = |reason| Abort { reason, stmt: StmtId(0) };
        let generated = match made {
            Made::Code(generated) => generated,
            Made::Nothing(reason) => return Err(abort(*reason)),
            Made::Same => {
                if let Some(known) = replaces.and_then(|known| engine.units.borrow().get(known)) {
                    known.data.patience.set(known.data.patience.get().saturating_mul(engine.config.patience));
                }
                return Ok(None);
            }
        };
        self.list(engine, number, Listing::Clif, || generated.clif.clone());
        self.list(engine, number, Listing::Assembly, || generated.assembly.clone());
        let callees = called_units(&unit, number, &engine.units.borrow());
        let entry_of =
            |number: u32| callees.iter().find(|callee| callee.number == number).map(|callee| callee.compiled.entry());
        let mut compiler = engine.compiler.borrow_mut();
        if self.at.head.is_none() {
            data.trampoline = Some(compiler.trampoline(&unit).map_err(|_| abort(AbortReason::Codegen))?);
        }
        data.earns = !unit.insts.iter().any(|inst| matches!(inst.op, Op::Call(HelperId::INTERPRET_ANY, _)));
        let compiled = compiler.place(unit, number, generated, entry_of).map_err(|_| abort(AbortReason::Codegen))?;
        drop(compiler);
        engine.changes.set(engine.changes.get() + 1);
        let mut units = engine.units.borrow_mut();
        let replaced = replaces.and_then(|known| units.remove(known));
        let (version, gone) = units.insert(self.site(), number, compiled, data, callees);
        drop(units);
        // What goes may run a script's code: only now.
        drop(replaced);
        Ok(Some((version, gone)))
    }

    fn list(&self, engine: &Jit, unit: u32, listing: Listing, text: impl FnOnce() -> String) {
        if engine.config.listings {
            engine.emit(|| Event::Listed { at: self.at.clone(), unit, listing, text: text() });
        }
    }
}

/// Finds units for functions that compiled code calls.
struct Units<'a> {
    engine: &'a Jit,
    missed: &'a RefCell<Vec<Awaited>>,
}

impl Callees for Units<'_> {
    fn find(&self, function: &Gc<Function>, arguments: &mut [Type]) -> Option<Callee> {
        let units = self.engine.units.borrow();
        let found = units.versions(cache::Site::Function(function.code().id)).iter().find(|version| {
            let types = version.data.entry.iter().map(|(_, ty)| *ty);
            let fits = types.len() == arguments.len();
            fits && types.zip(&*arguments).all(|(own, given)| *given == Type::Any || own.fits(*given))
                && version.data.modules[0].is(function.module())
        });
        let Some(version) = found else {
            drop(units);
            let (code, module) = (function.code().id, function.module().as_ref().address());
            let newest = self.engine.newest_unit(code, module);
            self.missed.borrow_mut().push(Awaited { code, module, newest });
            self.engine.find_spot_of(code, None, module).iter().for_each(|spot| spot.want());
            return None;
        };
        for (given, (_, own)) in arguments.iter_mut().zip(&version.data.entry) {
            if *given == Type::Any {
                *given = *own;
            }
        }
        let unit = &version.compiled.unit;
        let writes = unit.own_writes().union(unit.calls_write);
        Some(Callee { unit: version.number, returns: version.data.returns?, writes })
    }
}

/// The units that a unit calls, itself left out.
fn called_units(unit: &Unit, own: u32, units: &cache::Cache<UnitData>) -> Vec<Rc<Version>> {
    let mut called: Vec<Rc<Version>> = Vec::new();
    unit.each_region(|region| {
        for &inst in &unit.region(region).insts {
            if let Op::CallUnit(number, _) = unit.inst(inst).op
                && number != own
                && !called.iter().any(|known| known.number == number)
            {
                called.extend(units.get(number));
            }
        }
    });
    called
}
