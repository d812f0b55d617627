//! The cold end of a unit: blocks that store the values of an exit into the context and return; in a function unit, that have the rest of the
//! call interpreted first.
//!
//! In: the exits that branches were made to. Out: a tree of blocks. An exit stores its values from the newest to the oldest, each to the word
//! that is its rank among them. So exits that have their oldest values in common, as those of one loop have, store them in the same block: on
//! programs of objects half of the machine code was such stores.

use super::memory::Inner;
use super::{Lowering, Refusal};
use crate::jit::abi::{Leave, MAX_EXIT_VALUES, Status, offset};
use crate::jit::code::Symbol;
use crate::trace::ir::{ExitId, Reason, Unit, UnitKind, Val};
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{self as clif, AbiParam, InstBuilder, types};
use cranelift_codegen::isa::CallConv;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The values that compiled code stores when it leaves through an exit, by the word that each is stored to: all but constants, the oldest first.
pub fn stored_values(unit: &Unit, exit: ExitId) -> Vec<Val> {
    let mut vals = unit.exit(exit).values();
    vals.retain(|&val| unit.as_const(val).is_none());
    vals.sort_unstable();
    vals.dedup();
    vals
}

/// What exits store, as a tree: each node is one value, its ancestors are the older ones.
#[derive(Default)]
struct Stores {
    nodes: Vec<Store>,
    children: FxHashMap<(Option<usize>, Val), usize>,
}

/// A value that is stored behind those of its children.
struct Store {
    val: Val,
    /// Its word among those of the exit.
    rank: i32,
    older: Option<usize>,
    /// How many ways lead here.
    ways: usize,
    /// Where they meet, if they are several.
    block: Option<clif::Block>,
}

impl Stores {
    /// The node of the newest of these values, if there is one; so many ways lead there.
    fn add(&mut self, vals: &[Val], ways: usize) -> Option<usize> {
        let mut newest = None;
        for (rank, &val) in (0..).zip(vals) {
            let older = newest;
            let node = *self.children.entry((older, val)).or_insert_with(|| {
                self.nodes.push(Store { val, rank, older, ways: 0, block: None });
                if let Some(older) = older {
                    self.nodes[older].ways += 1;
                }
                self.nodes.len() - 1
            });
            newest = Some(node);
        }
        if let Some(newest) = newest {
            self.nodes[newest].ways += ways;
        }
        newest
    }
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

    /// Fills the blocks of all exits used.
    pub(super) fn leave(&mut self) -> Result<(), Refusal> {
        let mut exits: BTreeMap<ExitId, Vec<(Reason, clif::Block)>> = BTreeMap::new();
        for ((exit, reason), block) in std::mem::take(&mut self.leaves) {
            exits.entry(exit).or_default().push((reason, block));
        }
        if exits.is_empty() {
            return Ok(());
        }
        let mut stores = Stores::default();
        let mut newest = Vec::with_capacity(exits.len());
        for (&exit, reasons) in &exits {
            let vals = stored_values(self.unit, exit);
            if vals.len() > MAX_EXIT_VALUES {
                return Err(Refusal::ExitTooLarge);
            }
            newest.push(stores.add(&vals, reasons.len()));
        }
        let end = self.meeting();
        for store in stores.nodes.iter_mut().filter(|store| store.ways > 1) {
            store.block = Some(self.meeting());
        }
        for ((exit, reasons), newest) in exits.into_iter().zip(newest) {
            for (reason, block) in reasons {
                self.builder.switch_to_block(block);
                let code = self.int(Leave { exit, reason }.code() as i64);
                self.store_from(&stores, newest, code, end);
            }
        }
        for store in &stores.nodes {
            if let Some(block) = store.block {
                self.builder.switch_to_block(block);
                self.store_ranked(store);
                self.store_from(&stores, store.older, self.builder.block_params(block)[0], end);
            }
        }
        self.builder.switch_to_block(end);
        let code = self.builder.block_params(end)[0];
        match self.unit.kind {
            UnitKind::Function => self.serve(code),
            UnitKind::Loop => {
                self.builder.ins().return_(&[code]);
            }
        }
        Ok(())
    }

    /// A cold block that the code of an exit is brought to.
    fn meeting(&mut self) -> clif::Block {
        let block = self.builder.create_block();
        self.builder.set_cold_block(block);
        self.builder.append_block_param(block, types::I64);
        block
    }

    /// Stores values, from the newest to the oldest, as far as where other ways join, and goes on there.
    fn store_from(&mut self, stores: &Stores, newest: Option<usize>, code: clif::Value, end: clif::Block) {
        let mut next = newest.map(|at| &stores.nodes[at]);
        while let Some(store) = next.filter(|store| store.block.is_none()) {
            self.store_ranked(store);
            next = store.older.map(|at| &stores.nodes[at]);
        }
        let onward = next.and_then(|store| store.block).unwrap_or(end);
        self.builder.ins().jump(onward, &[code.into()]);
    }

    fn store_ranked(&mut self, store: &Store) {
        let value = self.value(store.val);
        self.store_word(value, offset::EXIT_VALUES + 8 * store.rank);
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
