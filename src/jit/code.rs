//! Machine code, twice: relocatable (bytes and symbol names) and placed (owned, executable, freed on drop).
//!
//! In: the bytes Cranelift made, with the places where addresses go, by symbol. Out: [`Code`]. Knows nothing of what
//! the code computes; the signature of its entry is `abi`'s business.
//!
//! cranelift-jit does the linking: a `JITModule` is made for one unit, writes the unit into a block of our [`Arena`] that it
//! is handed as its memory, resolves the relocations, and is dropped; the block stays with the [`Code`]. (A module that lives longer
//! could only ever free all its functions together.) Making and dropping a module costs 3.5 microseconds, placing a block 4, compiling
//! the smallest loop 150; memory is flat over 200,000 units placed and dropped.

#![allow(unsafe_code)]

use super::arena::{Arena, Block, Denied};
use super::isa;
use super::wide::Kernel;
use crate::trace::helper::HelperId;
use cranelift_codegen::binemit::Reloc;
use cranelift_codegen::ir::{self, ExternalName};
use cranelift_codegen::isa::{CallConv, OwnedTargetIsa};
use cranelift_codegen::{CompiledCode, FinalizedRelocTarget};
use cranelift_jit::{BranchProtection, JITBuilder, JITMemoryKind, JITMemoryProvider, JITModule};
use cranelift_module::{Linkage, Module, ModuleError, ModuleReloc, ModuleRelocTarget, ModuleResult};
use std::fmt;
use std::io;
use std::rc::Rc;

/// Bytes: a cache line, so that a kernel's constants and loops lie as its assembler saw them.
const KERNEL_ALIGNMENT: usize = 64;

/// What machine code refers to by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// A runtime helper or a function of the C library.
    Helper(HelperId),
    /// A named address of the unit.
    Address(String),
    /// The entry of another unit, by its number.
    Unit(u32),
    /// Not an address: the number this unit itself has in this process.
    OwnNumber,
    /// The unit's own entry.
    Own,
    /// A kernel of the unit, by number: a place in the unit's own code.
    Kernel(u32),
    /// A function of the C library that stands for an instruction the processor lacks.
    Library(ir::LibCall),
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Symbol::Helper(helper) => write!(f, "helper {}", helper.get().name),
            Symbol::Address(name) => write!(f, "address {name}"),
            Symbol::Unit(number) => write!(f, "unit {number}"),
            Symbol::OwnNumber => f.write_str("own number"),
            Symbol::Own => f.write_str("own"),
            Symbol::Kernel(number) => write!(f, "kernel {number}"),
            Symbol::Library(call) => write!(f, "library {call}"),
        }
    }
}

/// A place in the bytes where an address goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relocation {
    /// Offset in the bytes.
    pub offset: u32,
    /// How the address is written.
    pub kind: Reloc,
    /// Whose address.
    pub symbol: Symbol,
    /// Added to it.
    pub addend: i64,
}

/// Machine code that can still be put anywhere: in this process, or stored for another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relocatable {
    /// The instructions and their constants.
    pub bytes: Vec<u8>,
    /// What is to be filled in.
    pub relocations: Vec<Relocation>,
}

impl Relocatable {
    /// Takes what Cranelift compiled, and puts the kernels it calls behind it; `name_of` tells what the names declared in the function
    /// stand for.
    pub fn new(
        compiled: &CompiledCode,
        kernels: &[Kernel],
        name_of: impl Fn(ir::UserExternalNameRef) -> Symbol,
    ) -> Relocatable {
        let relocations = compiled.buffer.relocs().iter().map(|reloc| Relocation {
            offset: reloc.offset,
            kind: reloc.kind,
            addend: reloc.addend,
            symbol: match &reloc.target {
                FinalizedRelocTarget::ExternalName(ExternalName::User(name)) => name_of(*name),
                FinalizedRelocTarget::ExternalName(ExternalName::LibCall(call)) => Symbol::Library(*call),
                other => unreachable!("lowering declares no such name: {other:?}"),
            },
        });
        let mut relocations: Vec<Relocation> = relocations.collect();
        let mut bytes = compiled.code_buffer().to_vec();
        for (number, kernel) in (0..).zip(kernels) {
            bytes.resize(bytes.len().next_multiple_of(KERNEL_ALIGNMENT), 0);
            for relocation in relocations.iter_mut().filter(|relocation| relocation.symbol == Symbol::Kernel(number)) {
                relocation.symbol = Symbol::Own;
                relocation.addend += bytes.len() as i64;
            }
            bytes.extend_from_slice(&kernel.bytes);
        }
        Relocatable { bytes, relocations }
    }

    /// Puts the code into the arena. `resolve` tells the address of a symbol.
    pub fn place(&self, arena: &Rc<Arena>, resolve: impl Fn(&Symbol) -> Option<u64>) -> Result<Code, LinkError> {
        let isa = isa::host().ok_or(LinkError::NoHost)?;
        let mut linked = Ok(());
        let block = arena.place(self.bytes.len(), |bytes| linked = self.link(isa, bytes, resolve))?;
        linked.map(|()| Code { block })
    }

    fn link(
        &self,
        isa: &OwnedTargetIsa,
        bytes: &mut [u8],
        resolve: impl Fn(&Symbol) -> Option<u64>,
    ) -> Result<(), LinkError> {
        let mut builder = JITBuilder::with_isa(isa.clone(), cranelift_module::default_libcall_names());
        builder.memory_provider(Box::new(Room { start: bytes.as_mut_ptr().expose_provenance(), size: bytes.len() }));
        for Relocation { symbol, .. } in &self.relocations {
            if !matches!(symbol, Symbol::Own | Symbol::Library(_)) {
                let address = resolve(symbol).ok_or_else(|| LinkError::Unknown(symbol.clone()))?;
                builder.symbol(symbol.to_string(), std::ptr::with_exposed_provenance(address as usize));
            }
        }
        let mut module = JITModule::new(builder);
        let own = module.declare_anonymous_function(&ir::Signature::new(CallConv::SystemV))?;
        let mut relocations = Vec::with_capacity(self.relocations.len());
        for relocation in &self.relocations {
            let name = match &relocation.symbol {
                Symbol::Own => own.into(),
                Symbol::Library(call) => ModuleRelocTarget::LibCall(*call),
                symbol => module.declare_data(&symbol.to_string(), Linkage::Import, false, false)?.into(),
            };
            relocations.push(ModuleReloc {
                offset: relocation.offset,
                kind: relocation.kind,
                name,
                addend: relocation.addend,
            });
        }
        module.define_function_bytes(own, 1, &self.bytes, &relocations)?;
        Ok(module.finalize_definitions()?)
    }
}

/// The memory of a module that links one unit: a block that is already there and still writable.
struct Room {
    start: usize,
    size: usize,
}

impl JITMemoryProvider for Room {
    fn allocate(&mut self, size: usize, align: u64, _: JITMemoryKind) -> io::Result<*mut u8> {
        if size > self.size || !(self.start as u64).is_multiple_of(align) {
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        self.size = 0; // there is room for one
        Ok(std::ptr::with_exposed_provenance_mut(self.start))
    }

    // SAFETY: frees nothing; the block belongs to whoever asked for the linking.
    unsafe fn free_memory(&mut self) {}

    fn finalize(&mut self, _: BranchProtection) -> ModuleResult<()> {
        Ok(()) // the arena makes the block executable
    }
}

/// Executable code. Its memory goes back to the arena when it is dropped.
#[derive(Debug)]
pub struct Code {
    block: Block,
}

impl Code {
    /// The address of its first instruction.
    pub fn entry(&self) -> *const u8 {
        self.block.address()
    }

    /// Bytes it occupies.
    pub fn size(&self) -> usize {
        self.block.size()
    }
}

/// Why code could not be placed.
#[derive(Debug)]
pub enum LinkError {
    /// Compiled code is not supported here.
    NoHost,
    /// There is no executable memory.
    Denied(Denied),
    /// Nobody knows this symbol.
    Unknown(Symbol),
    /// cranelift-jit refused.
    Module(Box<ModuleError>),
}

impl From<Denied> for LinkError {
    fn from(denied: Denied) -> LinkError {
        LinkError::Denied(denied)
    }
}

impl From<ModuleError> for LinkError {
    fn from(error: ModuleError) -> LinkError {
        LinkError::Module(Box::new(error))
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::NoHost => f.write_str("machine code is not supported on this machine"),
            LinkError::Denied(denied) => denied.fmt(f),
            LinkError::Unknown(symbol) => write!(f, "nothing is known by the name '{symbol}'"),
            LinkError::Module(error) => error.fmt(f),
        }
    }
}
