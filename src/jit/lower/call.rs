//! Calls: runtime helpers, other units, the mediator of verified units.
//!
//! In: call instructions. Out: CLIF calls by the conventions of `abi`.

use super::memory::Inner;
use super::{Lowering, Refusal, machine_type};
use crate::jit::abi::{Call, MAX_ARGUMENTS, MAX_RESULTS, Status, offset};
use crate::jit::code::Symbol;
use crate::trace::helper::{Effect, HelperId, Meaning};
use crate::trace::ir::{ExitId, InstId, Reason, RegionSet, Ty, UnitKind};
use crate::trace::turn;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{self as clif, AbiParam, InstBuilder, types};
use cranelift_codegen::isa::CallConv;

/// Whether results of these types come back in registers.
pub(super) fn in_registers(results: &[Ty]) -> bool {
    matches!(results, [] | [_] | [Ty::F64, Ty::F64])
}

/// Whether a helper's result comes back in a register: one, beside the status if it has one.
fn helper_in_registers(results: &[Ty]) -> bool {
    results.len() <= 1
}

impl Lowering<'_> {
    /// A helper: `fn(arguments ...) -> result` if it cannot fail, else `fn(arguments ...) -> (result, status)`; one with several
    /// results writes them to the context, which then is its first argument, as of all that need the runtime. What has the interpreter
    /// run something also gets the number of the unit and the depth left.
    pub(super) fn call(
        &mut self,
        helper: HelperId,
        inst: InstId,
        args: &[clif::Value],
        exit: Option<ExitId>,
    ) -> Result<(), Refusal> {
        let row = helper.get();
        let results = &self.unit.inst(inst).results;
        if row.results.len() > MAX_RESULTS {
            return Err(Refusal::TooManyResults);
        }
        let runtime = matches!(row.meaning, Meaning::Runtime);
        // The evaluator computes the others by itself.
        let observed = self.options.verify && runtime;
        if observed {
            self.observe_call(Call::Helper(helper), args)?;
        }
        if let Some(&place) = self.turns.get(&inst) {
            // A function that calls no other is never under way twice, but in the middle of a loop.
            let first = if self.unit.kind == UnitKind::Loop { 1 } else { 1 + turn::MOST };
            let place = self.int(i64::from(first + place));
            self.store_word(place, offset::TURN);
        }
        let direct = helper_in_registers(row.results);
        let mut signature = clif::Signature::new(CallConv::SystemV);
        let mut passed = Vec::new();
        if runtime || !direct {
            signature.params.push(AbiParam::new(types::I64));
            passed.push(self.context);
        }
        if helper.interprets() {
            signature.params.extend([AbiParam::new(types::I64); 2]);
            passed.extend([self.address(Symbol::OwnNumber), self.depth]);
        }
        signature.params.extend(row.params.iter().map(|&ty| AbiParam::new(machine_type(ty))));
        passed.extend(args);
        if direct {
            signature.returns.extend(row.results.iter().map(|&ty| AbiParam::new(machine_type(ty))));
        }
        if row.fails {
            signature.returns.push(AbiParam::new(types::I64));
        }
        let function = self.function(Symbol::Helper(helper), signature);
        let call = self.builder.ins().call(function, &passed);
        let returned = self.builder.inst_results(call).to_vec();
        let status = row.fails.then(|| returned[returned.len() - 1]);
        let values = if direct { returned[..row.results.len()].to_vec() } else { self.load_results(row.results).0 };
        if observed {
            self.observe_end(status, &values);
        }
        if let Some(status) = status {
            let exit = exit.expect("a helper that fails has an exit");
            match row.effect {
                // Once it has happened, an effect must not be done again: only a failure of its own leaves.
                Effect::Writes(_) => self.leave_unforced(status, exit, Reason::Call),
                Effect::Pure | Effect::Reads => self.leave_if(status, exit, Reason::Call),
            }
        }
        for (&val, value) in results.iter().zip(values) {
            self.define(val, value);
        }
        Ok(())
    }

    /// In a unit compiled for verification: tells that a call begins, with its arguments.
    fn observe_call(&mut self, call: Call, args: &[clif::Value]) -> Result<(), Refusal> {
        if args.len() > MAX_ARGUMENTS {
            return Err(Refusal::TooManyArguments);
        }
        for (at, &arg) in (0..).zip(args) {
            self.store_word(arg, offset::ARGUMENTS + 8 * at);
        }
        let code = self.int(call.code() as i64);
        self.observe(code);
        Ok(())
    }

    /// In a unit compiled for verification: tells that a call is over, with its results.
    fn observe_end(&mut self, status: Option<clif::Value>, results: &[clif::Value]) {
        for (at, &result) in (0..).zip(results) {
            self.store_word(result, offset::RESULTS + 8 * at);
        }
        let (returned, failed) = (self.int(Call::Returned.code() as i64), self.int(Call::Failed.code() as i64));
        let code = match status {
            Some(status) => self.builder.ins().select(status, failed, returned),
            None => returned,
        };
        self.observe(code);
    }

    fn observe(&mut self, code: clif::Value) {
        let mut signature = clif::Signature::new(CallConv::SystemV);
        signature.params = vec![AbiParam::new(types::I64); 2];
        let signature = self.builder.import_signature(signature);
        let entry = self.context_field(offset::OBSERVE);
        self.builder.ins().call_indirect(signature, entry, &[self.context, code]);
    }

    /// The results in the context, and whether that is where a unit with such results leaves them.
    pub(super) fn load_results(&mut self, types: &[Ty]) -> (Vec<clif::Value>, bool) {
        let flags = self.inner_flags(Inner::Exchange);
        let context = self.context;
        let load =
            |(at, &ty): (i32, &Ty)| self.builder.ins().load(machine_type(ty), flags, context, offset::RESULTS + 8 * at);
        ((0..).zip(types).map(load).collect(), !in_registers(types))
    }

    /// Another unit, or this one: its frame lies behind the frames of this unit that are active at the call, which are those of
    /// the exit behind it.
    pub(super) fn call_unit(&mut self, number: u32, inst: InstId, exit: ExitId) -> Result<(), Refusal> {
        let unit = self.unit;
        let data = unit.inst(inst);
        let frames = &unit.exit(exit).frames;
        let slots: u32 = frames.iter().map(|frame| (self.options.slots)(frame.code)).sum();
        let frame = self.builder.ins().iadd_imm_s(self.frame, i64::from(slots) * 16);
        let depth = self.builder.ins().iadd_imm_s(self.depth, -(frames.len() as i64));
        let result_types: Vec<Ty> = data.results.iter().map(|&val| unit.ty(val)).collect();
        let arg_types = data.args.iter().map(|&val| unit.ty(val));
        let signature = super::entry::function_signature(arg_types, &result_types)?;
        let symbol = if self.options.own == Some(number) { Symbol::Own } else { Symbol::Unit(number) };
        let function = self.function(symbol, signature);
        let mut args = vec![self.context, frame, depth];
        args.extend(self.values(&data.args));
        if self.options.verify {
            self.observe_call(Call::Unit(number), &args[3..])?;
        }
        let call = self.builder.ins().call(function, &args);
        let returned = self.builder.inst_results(call).to_vec();
        let status = returned[0];
        let values = match in_registers(&result_types) {
            true => returned[1..].to_vec(),
            false => self.load_results(&result_types).0,
        };
        // Where nothing is counted on behind the call, it does not matter that the interpreter has run.
        let failed = if unit.calls_write == RegionSet::MUTABLE {
            self.builder.ins().icmp_imm_u(IntCC::UnsignedGreaterThan, status, Status::Served as i64)
        } else {
            status
        };
        if self.options.verify {
            self.observe_end(Some(failed), &values);
        }
        if self.options.stress {
            // An exit that is forced after a call that went well finds its outcome where others leave theirs.
            self.store_word(status, offset::STATUS);
            for (at, &value) in (0..).zip(&values) {
                self.store_word(value, offset::RESULTS + 8 * at);
            }
        }
        self.leave_if(failed, exit, Reason::Call);
        for (&val, value) in data.results.iter().zip(values) {
            self.define(val, value);
        }
        Ok(())
    }

    /// Declares a function; only the unit itself is in reach of a direct call.
    fn function(&mut self, symbol: Symbol, signature: clif::Signature) -> clif::FuncRef {
        if let Some(&known) = self.functions.get(&symbol) {
            return known;
        }
        let colocated = symbol == Symbol::Own;
        let name = clif::ExternalName::User(self.name(symbol.clone()));
        let signature = self.builder.import_signature(signature);
        let data = clif::ExtFuncData { name, signature, colocated, patchable: false };
        let function = self.builder.import_function(data);
        self.functions.insert(symbol, function);
        function
    }
}
