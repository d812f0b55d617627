//! The beginning of a unit: its signature, and where its parameters come from.
//!
//! In: the parameters of the unit. Out: the entry block, which loads them and refuses entry where a slot holds something else.

use super::memory::Inner;
use super::{Lowering, Refusal, machine_type};
use crate::jit::abi::{MAX_RESULTS, NOT_ENTERED, offset};
use crate::trace::ir::{MemRegion, Place, Source, Ty, Unit, UnitKind};
use crate::value;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{self as clif, AbiParam, InstBuilder, types};
use cranelift_codegen::isa::CallConv;

/// The signature of a unit's machine code.
pub(super) fn signature(unit: &Unit) -> Result<clif::Signature, Refusal> {
    match unit.kind {
        UnitKind::Loop => {
            let mut signature = clif::Signature::new(CallConv::SystemV);
            signature.params = vec![AbiParam::new(types::I64); 3];
            signature.returns = vec![AbiParam::new(types::I64)];
            Ok(signature)
        }
        UnitKind::Function => function_signature(argument_types(unit).into_iter(), &unit.returns),
    }
}

/// The types of a function unit's arguments, by position.
pub fn argument_types(unit: &Unit) -> Vec<Ty> {
    let mut arguments: Vec<(u32, Ty)> = Vec::new();
    for param in &unit.params {
        if let Source::Argument(at) = param.source {
            arguments.push((at, unit.ty(param.val)));
        }
    }
    arguments.sort_by_key(|&(at, _)| at);
    arguments.into_iter().map(|(_, ty)| ty).collect()
}

/// Most inlined calls that a unit has open at once.
pub fn open_calls(unit: &Unit) -> usize {
    unit.exits.iter().map(|exit| exit.frames.len().saturating_sub(1)).max().unwrap_or(0)
}

/// The signature of a function unit with these arguments and results.
pub(super) fn function_signature(
    arguments: impl Iterator<Item = Ty>,
    results: &[Ty],
) -> Result<clif::Signature, Refusal> {
    if results.len() > MAX_RESULTS {
        return Err(Refusal::TooManyResults);
    }
    let mut signature = clif::Signature::new(CallConv::SystemV);
    signature.params = vec![AbiParam::new(types::I64); 3];
    signature.params.extend(arguments.map(|ty| AbiParam::new(machine_type(ty))));
    signature.returns.push(AbiParam::new(types::I64));
    if super::call::in_registers(results) {
        signature.returns.extend(results.iter().map(|&ty| AbiParam::new(machine_type(ty))));
    }
    Ok(signature)
}

impl Lowering<'_> {
    /// Makes the entry block and defines the parameters.
    pub(super) fn enter(&mut self) -> Result<(), Refusal> {
        let entry = self.builder.create_block();
        self.builder.append_block_params_for_function_params(entry);
        self.builder.switch_to_block(entry);
        let given = self.builder.block_params(entry).to_vec();
        (self.context, self.frame, self.depth) = (given[0], given[1], given[2]);
        let unit = self.unit;
        // Zero as long as every tag is the one expected.
        let mut differs: Option<clif::Value> = None;
        for param in &unit.params {
            let ty = unit.ty(param.val);
            let value = match param.source {
                Source::Argument(at) => given[3 + at as usize],
                Source::Frame => self.frame,
                Source::Depth => {
                    let inlined = open_calls(unit);
                    self.builder.ins().iadd_imm_s(self.depth, -(inlined as i64))
                }
                Source::Globals(module) => self.globals(module),
                Source::Tag(place) => self.load_slot(place, types::I64, value::TAG_OFFSET)?,
                Source::Payload(place) => {
                    let tag_is_known = !unit.params.iter().any(|other| other.source == Source::Tag(place));
                    if unit.kind == UnitKind::Function {
                        // A function has no way to say that it was not entered.
                        return Err(Refusal::EntryPlace);
                    }
                    if tag_is_known && let Some(expected) = tag_of(ty) {
                        let tag = self.load_slot(place, types::I64, value::TAG_OFFSET)?;
                        let difference = self.builder.ins().bxor_imm_s(tag, expected as i64);
                        differs = Some(match differs {
                            Some(others) => self.builder.ins().bor(others, difference),
                            None => difference,
                        });
                    }
                    self.load_slot(place, machine_type(ty), value::PAYLOAD_OFFSET)?
                }
            };
            self.define(param.val, value);
        }
        if unit.kind == UnitKind::Loop {
            // Inlined calls are calls too: with fewer levels left than they need, the interpreter finds the one too many.
            let nested = open_calls(unit);
            if nested > 0 {
                let short = self.builder.ins().icmp_imm_u(IntCC::UnsignedLessThan, self.depth, nested as i64);
                let short = self.builder.ins().uextend(types::I64, short);
                differs = Some(match differs {
                    Some(others) => self.builder.ins().bor(others, short),
                    None => short,
                });
            }
        }
        if let Some(differs) = differs {
            let (refuse, go_on) = (self.builder.create_block(), self.builder.create_block());
            self.builder.set_cold_block(refuse);
            self.builder.ins().brif(differs, refuse, &[], go_on, &[]);
            self.builder.switch_to_block(refuse);
            let code = self.int(NOT_ENTERED as i64);
            self.builder.ins().return_(&[code]);
            self.builder.switch_to_block(go_on);
        }
        Ok(())
    }

    fn globals(&mut self, module: u32) -> clif::Value {
        let table = self.context_field(offset::GLOBALS);
        let flags = self.inner_flags(Inner::Fixed);
        self.builder.ins().load(types::I64, flags, table, 8 * module as i32)
    }

    fn load_slot(&mut self, place: Place, ty: clif::Type, part: i32) -> Result<clif::Value, Refusal> {
        let (base, slot, region) = match place {
            Place::Local(slot) => (self.frame, slot.0, MemRegion::Slots),
            Place::Global(module, slot) => (self.globals(module), slot.0, MemRegion::Globals),
            Place::Cell(_) => return Err(Refusal::EntryPlace),
        };
        let flags = self.flags(region);
        Ok(self.builder.ins().load(ty, flags, base, slot as i32 * value::VALUE_SIZE + part))
    }
}

/// The tag of values whose payload has a type.
fn tag_of(ty: Ty) -> Option<u64> {
    match ty {
        Ty::I64 => Some(value::TAG_INT),
        Ty::F64 => Some(value::TAG_FLOAT),
        Ty::Bool => Some(value::TAG_BOOL),
        Ty::Ref => Some(value::TAG_OBJECT),
        Ty::Ptr | Ty::Tag | Ty::I64s | Ty::F64s | Ty::Bools => None,
    }
}
