//! Calls: runtime helpers, other units, the mediator of verified units.
//!
//! In: call instructions. Out: CLIF calls by the conventions of `abi`.

use super::memory::Inner;
use super::{Lowering, Refusal, machine_type};
use crate::jit::abi::{MAX_ARGUMENTS, MAX_RESULTS, offset};
use crate::jit::code::Symbol;
use crate::trace::helper::{Effect, HelperId};
use crate::trace::ir::{ExitId, InstId, Reason, Ty, Val};
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
    /// results writes them to the context, which then is its first argument.
    pub(super) fn call(
        &mut self,
        helper: HelperId,
        args: &[clif::Value],
        results: &[Val],
        exit: Option<ExitId>,
    ) -> Result<(), Refusal> {
        let row = helper.get();
        if row.results.len() > MAX_RESULTS {
            return Err(Refusal::TooManyResults);
        }
        if self.options.verify && row.effect != Effect::Pure {
            return self.mediated(helper, args, results, exit);
        }
        let direct = helper_in_registers(row.results);
        let mut signature = clif::Signature::new(CallConv::SystemV);
        let mut passed = Vec::new();
        if !direct {
            signature.params.push(AbiParam::new(types::I64));
            passed.push(self.context);
        }
        signature
            .params
            .extend(row.params.iter().map(|&ty| AbiParam::new(machine_type(ty))));
        passed.extend(args);
        if direct {
            signature.returns.extend(
                row.results
                    .iter()
                    .map(|&ty| AbiParam::new(machine_type(ty))),
            );
        }
        if row.fails {
            signature.returns.push(AbiParam::new(types::I64));
        }
        let function = self.function(Symbol::Helper(helper), signature);
        let call = self.builder.ins().call(function, &passed);
        let returned = self.builder.inst_results(call).to_vec();
        if row.fails {
            let status = returned[returned.len() - 1];
            self.leave_if(
                status,
                exit.expect("a helper that fails has an exit"),
                Reason::Call,
            );
        }
        let values = if direct {
            returned
        } else {
            self.load_results(row.results).0
        };
        for (&val, value) in results.iter().zip(values) {
            self.define(val, value);
        }
        Ok(())
    }

    /// A helper of a verified unit: the mediator calls it, and compares the call with what the evaluator predicted.
    fn mediated(
        &mut self,
        helper: HelperId,
        args: &[clif::Value],
        results: &[Val],
        exit: Option<ExitId>,
    ) -> Result<(), Refusal> {
        if args.len() > MAX_ARGUMENTS {
            return Err(Refusal::TooManyArguments);
        }
        for (at, &arg) in (0..).zip(args) {
            self.store_word(arg, offset::ARGUMENTS + 8 * at);
        }
        let mut signature = clif::Signature::new(CallConv::SystemV);
        signature.params = vec![AbiParam::new(types::I64); 2];
        signature.returns = vec![AbiParam::new(types::I64)];
        let signature = self.builder.import_signature(signature);
        let entry = self.context_field(offset::MEDIATE);
        let number = self.int(helper.index() as i64);
        let call = self
            .builder
            .ins()
            .call_indirect(signature, entry, &[self.context, number]);
        let status = self.builder.inst_results(call)[0];
        if let Some(exit) = exit {
            self.leave_if(status, exit, Reason::Call);
        }
        let values = self.load_results(helper.get().results).0;
        for (&val, value) in results.iter().zip(values) {
            self.define(val, value);
        }
        Ok(())
    }

    /// The results in the context, and whether that is where a unit with such results leaves them.
    pub(super) fn load_results(&mut self, types: &[Ty]) -> (Vec<clif::Value>, bool) {
        let flags = self.inner_flags(Inner::Exchange);
        let context = self.context;
        let load = |(at, &ty): (i32, &Ty)| {
            self.builder
                .ins()
                .load(machine_type(ty), flags, context, offset::RESULTS + 8 * at)
        };
        ((0..).zip(types).map(load).collect(), !in_registers(types))
    }

    /// Another unit, or this one: its frame lies behind the frames of this unit that are active at the call, which are those of
    /// the exit behind it.
    pub(super) fn call_unit(
        &mut self,
        number: u32,
        inst: InstId,
        exit: ExitId,
    ) -> Result<(), Refusal> {
        let unit = self.unit;
        let data = unit.inst(inst);
        let frames = &unit.exit(exit).frames;
        let slots: u32 = frames
            .iter()
            .map(|frame| (self.options.slots)(frame.code))
            .sum();
        let frame = self
            .builder
            .ins()
            .iadd_imm_s(self.frame, i64::from(slots) * 16);
        let depth = self
            .builder
            .ins()
            .iadd_imm_s(self.depth, -(frames.len() as i64));
        let result_types: Vec<Ty> = data.results.iter().map(|&val| unit.ty(val)).collect();
        let arg_types = data.args.iter().map(|&val| unit.ty(val));
        let signature = super::entry::function_signature(arg_types, &result_types)?;
        let symbol = if self.options.own == Some(number) {
            Symbol::Own
        } else {
            Symbol::Unit(number)
        };
        let function = self.function(symbol, signature);
        let mut args = vec![self.context, frame, depth];
        args.extend(self.values(&data.args));
        let call = self.builder.ins().call(function, &args);
        let returned = self.builder.inst_results(call).to_vec();
        self.leave_if(returned[0], exit, Reason::Call);
        let (loaded, in_memory) = if in_registers(&result_types) {
            (Vec::new(), false)
        } else {
            self.load_results(&result_types)
        };
        let values = if in_memory {
            loaded
        } else {
            returned[1..].to_vec()
        };
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
        let data = clif::ExtFuncData {
            name,
            signature,
            colocated,
            patchable: false,
        };
        let function = self.builder.import_function(data);
        self.functions.insert(symbol, function);
        function
    }
}
