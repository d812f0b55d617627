//! Calls of kernels.
//!
//! In: a loop on lanes. Out: a call of its [`Kernel`](crate::jit::wide::Kernel), with what it needs in words on the native stack, and a branch
//! for each way by which it may come back.

use super::{Lowering, machine_type};
use crate::jit::code::Symbol;
use crate::jit::wide::{self, Way};
use crate::trace::ir::InstId;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{self as clif, AbiParam, InstBuilder, types};
use cranelift_codegen::isa::CallConv;

impl Lowering<'_> {
    /// Lowers a loop to the call of a kernel; tells whether it can be one.
    pub(super) fn begin_kernel(&mut self, inst: InstId) -> bool {
        // Under stress every guard is to be reached, and kernels number none.
        if self.options.stress || !wide::available() {
            return false;
        }
        let Some(kernel) = wide::compile(self.unit, inst, self.options.listing) else {
            return false;
        };
        let words = (kernel.inputs.len() + kernel.outputs.len()) as u32;
        let data = clif::StackSlotData::new(clif::StackSlotKind::ExplicitSlot, words * 8, 3);
        let slot = self.builder.create_sized_stack_slot(data);
        for (at, &val) in (0..).zip(&kernel.inputs) {
            let value = self.value(val);
            let value = match self.builder.func.dfg.value_type(value) {
                types::I8 => self.builder.ins().uextend(types::I64, value),
                _ => value,
            };
            self.builder.ins().stack_store(types::I64, value, slot, at * 8);
        }
        let words = self.builder.ins().stack_addr(types::I64, slot, 0);
        let entry = self.address(Symbol::Kernel(self.kernels.len() as u32));
        let mut signature = clif::Signature::new(CallConv::SystemV);
        signature.params = vec![AbiParam::new(types::I64); 2];
        signature.returns = vec![AbiParam::new(types::I64)];
        let signature = self.builder.import_signature(signature);
        let call = self.builder.ins().call_indirect(signature, entry, &[words, self.context]);
        let way = self.builder.inst_results(call)[0];
        for (at, &val) in (kernel.inputs.len() as i32..).zip(&kernel.outputs) {
            let ty = machine_type(self.unit.ty(val));
            let value = self.builder.ins().stack_load(types::I64, ty, slot, at * 8);
            self.define(val, value);
        }
        let (last, others) = kernel.ways.split_last().expect("a loop is left somewhere");
        for (number, other) in (0..).zip(others) {
            let (block, args) = self.way(other);
            let next = self.builder.create_block();
            let taken = self.builder.ins().icmp_imm_s(IntCC::Equal, way, number);
            self.builder.ins().brif(taken, block, &args, next, &[]);
            self.builder.switch_to_block(next);
        }
        let (block, args) = self.way(last);
        self.builder.ins().jump(block, &args);
        self.kernels.push(kernel);
        true
    }

    fn way(&mut self, way: &Way) -> (clif::Block, Vec<clif::BlockArg>) {
        match way {
            Way::Jump(label, args) => (self.target(*label), self.block_args(args)),
            Way::Leave(exit, reason) => (self.leave_block(*exit, *reason), Vec::new()),
        }
    }
}
