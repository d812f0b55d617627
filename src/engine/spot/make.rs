//! A unit is made of what was seen: built, optimised, given machine code, put with the others.

use super::*;

/// Simple instructions that take as long as a call of a helper.
const HELPER_WORK: usize = 20;

/// What became of building a unit: none where it would be the one there is, or takes too long for now.
struct Made {
    version: Option<Rc<Version>>,
    /// What had to go for it.
    gone: Vec<Rc<Version>>,
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

    pub(super) fn compile(&self, engine: &Jit, context: &Context, frame: &Frame) -> Result<(), Abort> {
        let (made, time) = timed(|| self.make(engine, context, frame));
        engine.spend(|spent| spent.compiling += time);
        let Made { version, gone } = made?;
        self.note(|tries| tries.deep = None);
        for gone in gone {
            engine.emit(|| Event::Evicted { at: gone.data.at.clone(), unit: gone.number });
        }
        let Some(version) = version else { return Ok(()) };
        engine.emit(|| Event::Compiled {
            at: self.at.clone(),
            unit: version.number,
            instructions: version.compiled.unit.size(),
            bytes: version.compiled.size(),
            time,
        });
        Ok(())
    }

    /// Whether a unit can be built; why not, if not.
    pub(super) fn try_to_build(&self, engine: &Jit, context: &Context, frame: &Frame) -> Result<(), Abort> {
        let (built, time) = timed(|| self.build(engine, context, frame, 0));
        engine.spend(|spent| spent.compiling += time);
        built.map(drop)
    }

    fn build(&self, engine: &Jit, context: &Context, frame: &Frame, number: u32) -> Result<build::Built, Abort> {
        let profile = self.profile.borrow();
        let builtin = |name: &str| context.builtins.get(crate::value::Symbol::new(name));
        let qualified = |value: &Value| qualified(context, value);
        let method = |value: &Value, name: &str| {
            let found = ops::attribute::method(value, crate::value::Symbol::new(name));
            found.ok().filter(|(_, bound)| *bound).map(|(method, _)| method)
        };
        let callees = Units { engine };
        build::build(&Request {
            code: &self.at.code,
            module: &self.module,
            head: self.at.head,
            frame,
            profile: &profile,
            builtin: &builtin,
            qualified: &qualified,
            method: &method,
            lenient: self.tries.get().lenient,
            settled: self.has_settled(engine),
            tolerant: self.tries.get().rebuilds > engine.config.rebuilds / 4,
            frames: context.watch.wanted(),
            callees: &callees,
            number,
            budget: engine.config.unit_size,
        })
    }

    fn make(&self, engine: &Jit, context: &Context, frame: &Frame) -> Result<Made, Abort> {
        let number = engine.units.borrow_mut().new_number();
        let build::Built { mut unit, entry, modules, inlined, objects, returns, depth } =
            self.build(engine, context, frame, number)?;
        self.list(engine, number, Listing::Built, || unit.to_string());
        let cost = engine.cost_of(&unit);
        if engine.config.judges() && !self.has_code(engine) && !engine.may_build(cost) {
            self.note(|tries| tries.cost = cost);
            if !self.has_waited(engine) {
                return Ok(Made { version: None, gone: Vec::new() });
            }
        }
        let speculate = !self.tries.get().cautious && self.tries.get().rebuilds < engine.config.rebuilds / 2;
        opt::optimise(&mut unit, opt::Options { speculate }, |_, _| {});
        // A unit built again takes the place of the one with the same types at entry, unless it is that very unit.
        let known = engine
            .units
            .borrow()
            .versions(self.site())
            .iter()
            .find(|known| known.data.entry == entry && known.data.modules[0].is(&modules[0]))
            .cloned();
        if let Some(known) = &known
            && text(&known.compiled.unit, known.number) == text(&unit, number)
        {
            known.data.patience.set(known.data.patience.get().saturating_mul(engine.config.patience));
            return Ok(Made { version: None, gone: Vec::new() });
        }
        // A unit that is built again has shown that it pays.
        if self.at.head.is_none() && !self.has_code(engine) && work(&unit, unit.body) < engine.config.least_function {
            return Err(LOSING);
        }
        let slots = |code: CodeId| {
            let own = (code == self.at.code.id).then_some(&self.at.code);
            let code: Option<&std::sync::Arc<Code>> =
                own.or_else(|| inlined.iter().map(|function| function.code()).find(|known| known.id == code));
            code.map_or(0, |code| code.slots.len() as u32)
        };
        let options = Options {
            slots: &slots,
            own: Some(number),
            stress: engine.config.stress == Some(Stress::Exits),
            verify: engine.config.jit == JitMode::Verify,
            listing: engine.config.listings,
        };
        let callees = called_units(&unit, number, &engine.units.borrow());
        let entry_of =
            |number: u32| callees.iter().find(|callee| callee.number == number).map(|callee| callee.compiled.entry());
        let mut compiler = engine.compiler.borrow_mut();
        let codegen = |_| Abort { reason: AbortReason::Codegen, stmt: StmtId(0) };
        let trampoline = match self.at.head {
            None => Some(compiler.trampoline(&unit).map_err(codegen)?),
            Some(_) => None,
        };
        self.list(engine, number, Listing::Optimised, || unit.to_string());
        if engine.config.listings {
            let generated = compiler.generate(&unit, &options).map_err(codegen)?;
            self.list(engine, number, Listing::Clif, || generated.clif);
            self.list(engine, number, Listing::Assembly, || generated.assembly);
        }
        let compiled = compiler.compile(unit, number, &options, entry_of).map_err(codegen)?;
        let data = UnitData {
            at: self.at.clone(),
            entry,
            returns,
            trampoline,
            modules,
            inlined,
            _objects: objects,
            depth,
            time: Cell::new(Duration::ZERO),
            left: Cell::new(0),
            excused: Cell::new(0),
            served: Cell::new(0),
            judged: Cell::default(),
            patience: Cell::new(u64::from(engine.config.hot_exit)),
            stressed: Cell::new(0),
            looked: Cell::new(0),
            waited: Cell::new(0),
        };
        engine.changes.set(engine.changes.get() + 1);
        let mut units = engine.units.borrow_mut();
        let replaced = known.and_then(|known| units.remove(known.number));
        let (version, gone) = units.insert(self.site(), number, compiled, data, callees);
        drop(units);
        // What goes may run a script's code: only now.
        drop(replaced);
        Ok(Made { version: Some(version), gone: gone.into_iter().map(|(_, version)| version).collect() })
    }

    fn list(&self, engine: &Jit, unit: u32, listing: Listing, text: impl FnOnce() -> String) {
        if engine.config.listings {
            engine.emit(|| Event::Listed { at: self.at.clone(), unit, listing, text: text() });
        }
    }
}

/// The text of a unit, whatever its number, and however often its loops were seen to go round.
fn text(unit: &Unit, number: u32) -> String {
    let text = unit.to_string().replace(&format!("call_unit u{number} "), "call_unit own ");
    let parts = text.split(" trips ").map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit()));
    parts.collect()
}

/// Finds units for functions that compiled code calls.
struct Units<'a> {
    engine: &'a Jit,
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
            let at = Location { code: function.code().clone(), head: None };
            let spot = self.engine.find_spot(&at, function.module());
            spot.iter().for_each(|spot| spot.want());
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

/// What a call of a function unit does, in simple instructions, on its longest way. One that loops or calls may do any amount.
fn work(unit: &Unit, region: RegionId) -> usize {
    let insts = unit.region(region).insts.iter();
    let work = insts.map(|&inst| match unit.inst(inst).op {
        Op::Loop(..) | Op::CallUnit(..) => usize::MAX,
        Op::Call(..) => HELPER_WORK,
        op => op.regions().map(|inner| work(unit, inner)).max().unwrap_or(1),
    });
    work.fold(0, usize::saturating_add)
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
