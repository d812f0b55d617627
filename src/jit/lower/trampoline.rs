//! The way from Rust into function units, whose signatures Rust cannot name.
//!
//! In: the types of arguments and results. Out: a function `(context, frame, depth, entry) -> status` that takes the arguments
//! from the context, calls the entry, and leaves the results in the context. One serves all units of a signature.

use super::call::in_registers;
use super::{Refusal, entry, machine_type};
use crate::jit::abi::{MAX_ARGUMENTS, offset};
use crate::trace::ir::Ty;
use cranelift_codegen::ir::{self as clif, AbiParam, InstBuilder, MemFlagsData, types};
use cranelift_codegen::isa::{CallConv, TargetIsa};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};

/// Lowers the trampoline of a signature into `function`, which is empty.
pub fn lower(
    arguments: &[Ty],
    results: &[Ty],
    isa: &dyn TargetIsa,
    function: &mut clif::Function,
    scratch: &mut FunctionBuilderContext,
) -> Result<(), Refusal> {
    if arguments.len() > MAX_ARGUMENTS {
        return Err(Refusal::TooManyArguments);
    }
    let unit = entry::function_signature(arguments.iter().copied(), results)?;
    function.signature = clif::Signature::new(CallConv::SystemV);
    function.signature.params = vec![AbiParam::new(types::I64); 4];
    function.signature.returns = vec![AbiParam::new(types::I64)];
    let mut builder = FunctionBuilder::new(function, scratch);
    let block = builder.create_block();
    builder.append_block_params_for_function_params(block);
    builder.switch_to_block(block);
    let &[context, frame, depth, target] = builder.block_params(block) else { unreachable!("four parameters") };
    let flags = MemFlagsData::trusted();
    let mut args = vec![context, frame, depth];
    for (at, &ty) in (0..).zip(arguments) {
        args.push(builder.ins().load(machine_type(ty), flags, context, offset::ARGUMENTS + 8 * at));
    }
    let signature = builder.import_signature(unit);
    let call = builder.ins().call_indirect(signature, target, &args);
    let returned = builder.inst_results(call).to_vec();
    if in_registers(results) {
        for (at, &value) in (0..).zip(&returned[1..]) {
            let value = match builder.func.dfg.value_type(value) {
                types::I8 => builder.ins().uextend(types::I64, value),
                _ => value,
            };
            builder.ins().store(flags, value, context, offset::RESULTS + 8 * at);
        }
    }
    builder.ins().return_(&returned[..1]);
    builder.seal_all_blocks();
    builder.finalize(isa.frontend_config());
    Ok(())
}
