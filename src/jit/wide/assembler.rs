//! Instructions, labels and constants to bytes.
//!
//! In: iced-x86 instructions in order. Out: bytes that can be put anywhere. Knows nothing of the IR.

use iced_x86::{
    BlockEncoder, BlockEncoderOptions, Code, FastFormatter, Instruction, InstructionBlock, MemoryOperand, OpKind,
    Register,
};
use std::fmt::Write;

/// A place in the code, or a constant behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label(usize);

/// Code that is being written.
#[derive(Default)]
pub struct Assembler {
    insts: Vec<Instruction>,
    /// The instruction that each label stands in front of.
    labels: Vec<Option<usize>>,
    constants: Vec<(Label, Vec<u64>)>,
}

/// Finished code.
pub struct Finished {
    /// Instructions and constants.
    pub bytes: Vec<u8>,
    /// The same as text, if asked for.
    pub text: String,
}

/// In an unfinished instruction, labels stand for addresses from here on.
const LABELS: u64 = 1 << 32;

impl Assembler {
    /// A label that stands nowhere yet.
    pub fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() - 1)
    }

    /// Puts a label here. A jump to it just before is taken away.
    pub fn place(&mut self, label: Label) {
        let end = self.insts.len();
        if let Some(last) = self.insts.last()
            && last.code() == Code::Jmp_rel32_64
            && last.near_branch64() == LABELS + label.0 as u64
            && !self.labels.contains(&Some(end))
        {
            self.insts.pop();
        }
        self.labels[label.0] = Some(self.insts.len());
    }

    /// Adds an instruction. Its operands must be of the kinds that the code says.
    pub fn put(&mut self, inst: Result<Instruction, iced_x86::IcedError>) {
        self.insts.push(inst.expect("operands are of the instruction's kinds"));
    }

    /// The same, done only in lanes where a mask is true.
    pub fn put_masked(&mut self, inst: Result<Instruction, iced_x86::IcedError>, mask: Register) {
        let mut inst = inst.expect("operands are of the instruction's kinds");
        inst.set_op_mask(mask);
        self.insts.push(inst);
    }

    /// The same, and zero in the other lanes.
    pub fn put_zeroed(&mut self, inst: Result<Instruction, iced_x86::IcedError>, mask: Register) {
        let mut inst = inst.expect("operands are of the instruction's kinds");
        inst.set_op_mask(mask);
        inst.set_zeroing_masking(true);
        self.insts.push(inst);
    }

    /// Adds a jump.
    pub fn jump(&mut self, code: Code, to: Label) {
        self.put(Instruction::with_branch(code, LABELS + to.0 as u64));
    }

    /// The memory of a constant of one word, or of several.
    pub fn constant(&mut self, words: &[u64]) -> MemoryOperand {
        self.constant_at(words, false)
    }

    /// The same, read into every lane.
    pub fn constant_everywhere(&mut self, word: u64) -> MemoryOperand {
        self.constant_at(&[word], true)
    }

    fn constant_at(&mut self, words: &[u64], broadcast: bool) -> MemoryOperand {
        let known = self.constants.iter().find(|(_, known)| known == words).map(|&(label, _)| label);
        let label = known.unwrap_or_else(|| {
            let label = self.label();
            self.constants.push((label, words.to_vec()));
            label
        });
        let target = (LABELS + label.0 as u64) as i64;
        MemoryOperand::new(Register::RIP, Register::None, 1, target, 8, broadcast, Register::None)
    }

    /// The bytes; none if the code is too large for its jumps.
    pub fn finish(mut self, listing: bool) -> Option<Finished> {
        let code = self.insts.len();
        for (label, words) in std::mem::take(&mut self.constants) {
            self.labels[label.0] = Some(self.insts.len());
            words.iter().for_each(|&word| self.put(Ok(Instruction::with_declare_qword_1(word))));
        }
        // Instructions are numbered by place; the encoder replaces the numbers by distances.
        let address = |target: u64| match target.checked_sub(LABELS) {
            Some(label) => self.labels[label as usize].expect("a label is placed") as u64 + 1,
            None => target,
        };
        for (inst, number) in self.insts.iter_mut().zip(1..) {
            inst.set_ip(number);
            if inst.op0_kind() == OpKind::NearBranch64 {
                inst.set_near_branch64(address(inst.near_branch64()));
            } else if inst.is_ip_rel_memory_operand() {
                inst.set_memory_displacement64(address(inst.memory_displacement64()));
            }
        }
        let block = InstructionBlock::new(&self.insts, 0);
        let bytes = BlockEncoder::encode(64, block, BlockEncoderOptions::NONE).ok()?.code_buffer;
        let text = if listing { listed(&self.insts[..code]) } else { String::new() };
        Some(Finished { bytes, text })
    }
}

fn listed(insts: &[Instruction]) -> String {
    let mut formatter = FastFormatter::new();
    let mut text = String::new();
    for inst in insts {
        let mut line = String::new();
        formatter.format(inst, &mut line);
        writeln!(text, "  {:4}: {line}", inst.ip()).expect("a string takes all");
    }
    text
}
