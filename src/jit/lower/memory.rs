//! Loads, stores and the poll word.
//!
//! In: accesses. Out: CLIF memory operations, each in the alias region of its kind of memory.

use super::Lowering;
use crate::jit::abi::offset;
use crate::trace::ir::{Access, ExitId, MemRegion, Reason, Ty, Val};
use cranelift_codegen::ir::{self as clif, AliasRegionData, InstBuilder, MemFlagsData, types};

/// Alias regions behind those of the IR's memory.
#[derive(Clone, Copy)]
pub(super) enum Inner {
    /// Fields of the context that compiled code only reads.
    Fixed,
    /// Exit values, results and arguments in the context.
    Exchange,
    /// The poll word.
    Poll,
}

impl Lowering<'_> {
    /// Flags of an access: never traps, aligned, in an alias region of its own.
    pub(super) fn flags(&mut self, region: MemRegion) -> MemFlagsData {
        self.alias(region as u32, region.name())
    }

    pub(super) fn inner_flags(&mut self, inner: Inner) -> MemFlagsData {
        let flags = self.alias(100 + inner as u32, "context");
        // The context outlives the call and these fields do not change, so such a load may go anywhere.
        if matches!(inner, Inner::Fixed) { flags.with_readonly().with_can_move() } else { flags }
    }

    fn alias(&mut self, user_id: u32, description: &'static str) -> MemFlagsData {
        let data = AliasRegionData { user_id, description: description.into() };
        let region = self.builder.func.dfg.alias_regions.insert(data);
        MemFlagsData::trusted().with_alias_region(Some(region))
    }

    /// Base and offset of an element. A constant index goes into the offset.
    pub(super) fn element(&mut self, access: Access, base: clif::Value, index: Val) -> (clif::Value, i32) {
        let size = access.element_size().expect("the region has elements") as i64;
        let known = self.unit.int_const(index).and_then(|n| n.checked_mul(size)?.checked_add(access.offset.into()));
        if let Some(offset) = known.and_then(|offset| i32::try_from(offset).ok()) {
            return (base, offset);
        }
        let index = self.value(index);
        let scaled = match size {
            1 => index,
            _ => self.builder.ins().ishl_imm_u(index, i64::from(size.trailing_zeros())),
        };
        (self.builder.ins().iadd(base, scaled), access.offset)
    }

    pub(super) fn load(&mut self, access: Access, base: clif::Value, offset: i32) -> clif::Value {
        let flags = self.flags(access.region);
        let ins = self.builder.ins();
        match (access.ty, access.width) {
            (Ty::F64, 4) => {
                let single = ins.load(types::F32, flags, base, offset);
                self.builder.ins().fpromote(types::F64, single)
            }
            (Ty::F64, _) => ins.load(types::F64, flags, base, offset),
            // A truth value is 0 or 1 at any width, so its lowest byte is enough.
            (Ty::Bool, _) => ins.load(types::I8, flags, base, offset),
            (_, 1) if access.signed => ins.sload8(types::I64, flags, base, offset),
            (_, 1) => ins.uload8(types::I64, flags, base, offset),
            (_, 2) if access.signed => ins.sload16(types::I64, flags, base, offset),
            (_, 2) => ins.uload16(types::I64, flags, base, offset),
            (_, 4) if access.signed => ins.sload32(flags, base, offset),
            (_, 4) => ins.uload32(flags, base, offset),
            _ => ins.load(types::I64, flags, base, offset),
        }
    }

    pub(super) fn store(&mut self, access: Access, base: clif::Value, offset: i32, value: clif::Value) {
        let flags = self.flags(access.region);
        let value = match (access.ty, access.width) {
            (Ty::Bool, 8) => self.builder.ins().uextend(types::I64, value),
            (Ty::Bool, 4) => self.builder.ins().uextend(types::I32, value),
            (Ty::F64, 4) => self.builder.ins().fdemote(types::F32, value),
            _ => value,
        };
        let ins = self.builder.ins();
        match (access.ty, access.width) {
            (Ty::F64 | Ty::Bool, _) | (_, 8) => ins.store(flags, value, base, offset),
            (_, 4) => ins.istore32(flags, value, base, offset),
            (_, 2) => ins.istore16(flags, value, base, offset),
            _ => ins.istore8(flags, value, base, offset),
        };
    }

    /// Leaves if the poll word is set.
    pub(super) fn poll(&mut self, exit: ExitId) {
        let word = self.context_field(offset::POLL);
        let flags = self.inner_flags(Inner::Poll);
        let state = self.builder.ins().atomic_load(types::I64, flags, word);
        self.leave_if(state, exit, Reason::Poll);
    }

    /// A field of the context that does not change while compiled code runs.
    pub(super) fn context_field(&mut self, offset: i32) -> clif::Value {
        let flags = self.inner_flags(Inner::Fixed);
        self.builder.ins().load(types::I64, flags, self.context, offset)
    }
}
