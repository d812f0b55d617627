//! The cold end of a unit: one block an exit.
//!
//! In: the exits that branches were made to. Out: blocks that store the values of the exit into the context and return; in
//! a function unit, that have the rest of the call interpreted first.

use super::memory::Inner;
use super::{Lowering, Refusal};
use crate::jit::abi::{Leave, MAX_EXIT_VALUES, Status, offset};
use crate::jit::code::Symbol;
use crate::trace::ir::{ExitId, Reason, Unit, UnitKind, Val};
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{self as clif, AbiParam, InstBuilder, types};
use cranelift_codegen::isa::CallConv;
use std::collections::BTreeMap;

/// The values that compiled code stores when it leaves through an exit, in order: all but constants.
pub fn stored_values(unit: &Unit, exit: ExitId) -> Vec<Val> {
    let mut vals = unit.exit(exit).values();
    vals.retain(|&val| unit.as_const(val).is_none());
    vals
}

impl Lowering<'_> {
    /// The block to branch to in order to leave through an exit.
    pub(super) fn leave_block(&mut self, exit: ExitId, reason: Reason) -> clif::Block {
        *self.leaves.entry((exit, reason)).or_insert_with(|| {
            let block = self.builder.create_block();
            self.builder.set_cold_block(block);
            block
        })
    }

    /// In a unit compiled for stress: also leaves where the context asks for this guard to fail.
    pub(super) fn stressed(&mut self, fails: clif::Value) -> clif::Value {
        if !self.options.stress {
            return fails;
        }
        let flags = self.inner_flags(Inner::Exchange);
        let chosen = self.builder.ins().load(types::I64, flags, self.context, offset::STRESS);
        let forced = self.builder.ins().icmp_imm_s(IntCC::Equal, chosen, self.guards as i64);
        self.guards += 1;
        let fails = match self.builder.func.dfg.value_type(fails) {
            types::I8 => fails,
            _ => self.builder.ins().icmp_imm_u(IntCC::NotEqual, fails, 0),
        };
        self.builder.ins().bor(fails, forced)
    }

    /// Fills the blocks of all exits used. An exit left for several reasons stores its values in one block
    /// that the others jump to with their codes.
    pub(super) fn leave(&mut self) -> Result<(), Refusal> {
        let mut exits: BTreeMap<ExitId, Vec<(Reason, clif::Block)>> = BTreeMap::new();
        for ((exit, reason), block) in std::mem::take(&mut self.leaves) {
            exits.entry(exit).or_default().push((reason, block));
        }
        let end = (self.unit.kind == UnitKind::Function && !exits.is_empty()).then(|| {
            let block = self.builder.create_block();
            self.builder.set_cold_block(block);
            self.builder.append_block_param(block, types::I64);
            block
        });
        for (exit, reasons) in exits {
            let code = |reason| Leave { exit, reason }.code() as i64;
            let word = if let [(reason, block)] = reasons[..] {
                self.builder.switch_to_block(block);
                self.int(code(reason))
            } else {
                let shared = self.builder.create_block();
                self.builder.set_cold_block(shared);
                let word = self.builder.append_block_param(shared, types::I64);
                for (reason, block) in reasons {
                    self.builder.switch_to_block(block);
                    let code = self.int(code(reason));
                    self.builder.ins().jump(shared, &[code.into()]);
                }
                self.builder.switch_to_block(shared);
                word
            };
            self.store_exit(exit)?;
            match end {
                Some(end) => self.builder.ins().jump(end, &[word.into()]),
                None => self.builder.ins().return_(&[word]),
            };
        }
        if let Some(end) = end {
            self.builder.switch_to_block(end);
            self.serve(self.builder.block_params(end)[0]);
        }
        Ok(())
    }

    fn store_exit(&mut self, exit: ExitId) -> Result<(), Refusal> {
        let vals = stored_values(self.unit, exit);
        if vals.len() > MAX_EXIT_VALUES {
            return Err(Refusal::ExitTooLarge);
        }
        for (at, val) in (0..).zip(vals) {
            let value = self.value(val);
            self.store_word(value, offset::EXIT_VALUES + 8 * at);
        }
        Ok(())
    }

    /// Stores a value of any type into a word of the context.
    pub(super) fn store_word(&mut self, value: clif::Value, offset: i32) {
        let value = match self.builder.func.dfg.value_type(value) {
            types::I8 => self.builder.ins().uextend(types::I64, value),
            _ => value,
        };
        let flags = self.inner_flags(Inner::Exchange);
        self.builder.ins().store(flags, value, self.context, offset);
    }

    /// Has the interpreter run the rest of this call, and returns what it gave. Nothing of the unit lives on
    /// behind the call, so it costs the hot code no register.
    fn serve(&mut self, code: clif::Value) {
        let mut signature = clif::Signature::new(CallConv::SystemV);
        signature.params = vec![AbiParam::new(types::I64); 5];
        signature.returns = vec![AbiParam::new(types::I64)];
        let signature = self.builder.import_signature(signature);
        let entry = self.context_field(offset::SERVE);
        let number = self.address(Symbol::OwnNumber);
        let args = [self.context, number, code, self.frame, self.depth];
        let call = self.builder.ins().call_indirect(signature, entry, &args);
        let status = self.builder.inst_results(call)[0];
        let (results, in_memory) = self.load_results(&self.unit.returns.clone());
        let mut out = vec![status];
        if !in_memory {
            out.extend(results);
        }
        self.builder.ins().return_(&out);
    }

    /// Returns from a function unit with these results.
    pub(super) fn return_results(&mut self, results: &[clif::Value]) {
        let mut out = vec![self.int(Status::Returned as i64)];
        if super::call::in_registers(&self.unit.returns) {
            out.extend(results);
        } else {
            for (at, &value) in (0..).zip(results) {
                self.store_word(value, offset::RESULTS + 8 * at);
            }
        }
        self.builder.ins().return_(&out);
    }
}
