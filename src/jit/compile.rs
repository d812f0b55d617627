//! One unit through Cranelift: lowering, compiling, placing.
//!
//! In: a well-formed unit. Out: a [`CompiledUnit`], or the reason why there is none. Knows nothing of when or why to compile. What a
//! [`Generator`] does may be done on any thread; a [`Compiler`] places code on the thread that runs it.

use super::abi;
use super::arena::{Arena, Denied};
use super::code::{Code, LinkError, Relocatable, Symbol};
use super::lower::{self, Options, Refusal};
use super::{helper, isa};
use crate::trace::ir::{Ty, Unit, UnitKind};
use cranelift_codegen::{CodegenError, Context};
use cranelift_frontend::FunctionBuilderContext;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

/// Address space reserved for the code of one engine.
const ARENA_SIZE: usize = 256 << 20;

/// Turns units into machine code that is not placed yet. Its buffers are used again for each.
#[derive(Default)]
pub struct Generator {
    scratch: Option<Box<Scratch>>,
}

/// Turns units into code that can be entered. Its memory is reserved when the first is compiled.
#[derive(Default)]
pub struct Compiler {
    generator: Generator,
    arena: Option<Rc<Arena>>,
    trampolines: Vec<Rc<Trampoline>>,
}

struct Scratch {
    context: Context,
    frontend: FunctionBuilderContext,
}

/// Why a unit was not compiled.
#[derive(Debug)]
pub enum CompileError {
    /// The IR asks for what lowering cannot do.
    Refused(Refusal),
    /// Cranelift failed.
    Codegen(String),
    /// The code could not be placed.
    Link(LinkError),
}

impl From<Refusal> for CompileError {
    fn from(refusal: Refusal) -> CompileError {
        CompileError::Refused(refusal)
    }
}

impl From<LinkError> for CompileError {
    fn from(error: LinkError) -> CompileError {
        CompileError::Link(error)
    }
}

impl From<Denied> for CompileError {
    fn from(denied: Denied) -> CompileError {
        CompileError::Link(LinkError::Denied(denied))
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CompileError::Refused(refusal) => refusal.fmt(f),
            CompileError::Codegen(text) => write!(f, "code generation failed: {text}"),
            CompileError::Link(error) => error.fmt(f),
        }
    }
}

/// A unit that can be entered.
#[derive(Debug)]
pub struct CompiledUnit {
    /// The unit it was made from: its exits tell how to leave.
    pub unit: Arc<Unit>,
    /// How many guards it numbers, if it was compiled for stress.
    pub guards: u64,
    code: Code,
}

impl CompiledUnit {
    /// Bytes of machine code.
    pub fn size(&self) -> usize {
        self.code.size()
    }

    /// The address of its entry, for other units to call.
    pub fn entry(&self) -> *const u8 {
        self.code.entry()
    }
}

/// The way from Rust into function units of one signature.
#[derive(Debug)]
pub struct Trampoline {
    pub(super) arguments: Vec<Ty>,
    pub(super) results: Vec<Ty>,
    pub(super) code: Code,
}

impl Generator {
    /// Machine code of a unit, not yet put anywhere; its text too, if the options ask for it.
    pub fn generate(&mut self, unit: &Unit, options: &Options) -> Result<Generated, CompileError> {
        let isa = isa::host().ok_or(LinkError::NoHost)?;
        let scratch = self.scratch.get_or_insert_with(|| {
            Box::new(Scratch { context: Context::new(), frontend: FunctionBuilderContext::new() })
        });
        let Scratch { context, frontend } = &mut **scratch;
        context.clear();
        context.set_disasm(options.listing);
        let lowered = match lower::lower(unit, options, &**isa, &mut context.func, frontend) {
            Ok(lowered) => lowered,
            Err(refusal) => {
                self.scratch = None; // half-built, and not worth cleaning
                return Err(refusal.into());
            }
        };
        let clif = if options.listing { context.func.display().to_string() } else { String::new() };
        let compiled = context.compile(&**isa, &mut Default::default()).map_err(|error| match error.inner {
            CodegenError::CodeTooLarge => CompileError::Refused(Refusal::CodeTooLarge),
            inner => CompileError::Codegen(inner.to_string()),
        })?;
        let native_frame = compiled.buffer.frame_layout().map_or(0, |frame| frame.frame_to_fp_offset as usize) + 16;
        let mut assembly = compiled.vcode.clone().unwrap_or_default();
        for (number, kernel) in lowered.kernels.iter().enumerate().filter(|_| options.listing) {
            assembly.push_str(&format!("kernel {number}:\n{}", kernel.text));
        }
        if native_frame > abi::FRAME_BYTES && unit.kind == UnitKind::Function {
            return Err(Refusal::FrameTooLarge.into());
        }
        let code = Relocatable::new(compiled, &lowered.kernels, |name| lowered.symbols[name.as_u32() as usize].clone());
        Ok(Generated { code, guards: lowered.guards, clif, assembly })
    }
}

impl Compiler {
    /// A compiler that has not reserved anything yet.
    pub fn new() -> Compiler {
        Compiler::default()
    }

    /// What makes code that is not placed yet, on this thread.
    pub fn generator(&mut self) -> &mut Generator {
        &mut self.generator
    }

    /// Compiles a unit. `entry_of` tells where another unit's code begins; `number` is this unit's own.
    pub fn compile(
        &mut self,
        unit: Unit,
        number: u32,
        options: &Options,
        entry_of: impl Fn(u32) -> Option<*const u8>,
    ) -> Result<CompiledUnit, CompileError> {
        let generated = self.generator.generate(&unit, options)?;
        self.place(unit, number, &generated, entry_of)
    }

    /// Puts a unit's machine code where it can be entered.
    pub fn place(
        &mut self,
        unit: Unit,
        number: u32,
        generated: &Generated,
        entry_of: impl Fn(u32) -> Option<*const u8>,
    ) -> Result<CompiledUnit, CompileError> {
        let code = generated.code.place(self.arena()?, |symbol| match symbol {
            Symbol::Helper(helper) => helper::address(*helper).map(|address| address as u64),
            Symbol::Address(name) => unit.addresses.iter().find(|row| row.name == *name).map(|row| row.address),
            Symbol::Unit(number) => entry_of(*number).map(|entry| entry as u64),
            Symbol::OwnNumber => Some(number.into()),
            Symbol::Own | Symbol::Kernel(_) | Symbol::Library(_) => None,
        })?;
        Ok(CompiledUnit { unit: Arc::new(unit), guards: generated.guards, code })
    }

    /// The trampoline of a function unit, made when it is first asked for.
    pub fn trampoline(&mut self, unit: &Unit) -> Result<Rc<Trampoline>, CompileError> {
        let arguments = lower::argument_types(unit);
        let known = self.trampolines.iter().find(|known| known.arguments == arguments && known.results == unit.returns);
        if let Some(known) = known {
            return Ok(Rc::clone(known));
        }
        let isa = isa::host().ok_or(LinkError::NoHost)?;
        let results = unit.returns.clone();
        let mut context = Context::new();
        let mut frontend = FunctionBuilderContext::new();
        lower::trampoline::lower(&arguments, &results, &**isa, &mut context.func, &mut frontend)?;
        let compiled = context
            .compile(&**isa, &mut Default::default())
            .map_err(|error| CompileError::Codegen(error.inner.to_string()))?;
        let code = Relocatable::new(compiled, &[], |_| unreachable!("a trampoline names nothing"));
        let code = code.place(self.arena()?, |_| None)?;
        let made = Rc::new(Trampoline { arguments, results, code });
        self.trampolines.push(Rc::clone(&made));
        Ok(made)
    }

    /// Bytes of machine code alive.
    pub fn used(&self) -> usize {
        self.arena.as_ref().map_or(0, |arena| arena.used())
    }

    fn arena(&mut self) -> Result<&Rc<Arena>, Denied> {
        if self.arena.is_none() {
            self.arena = Some(Arena::reserve(ARENA_SIZE)?);
        }
        Ok(self.arena.as_ref().expect("just made"))
    }
}

/// What [`Generator::generate`] makes.
#[derive(Debug)]
pub struct Generated {
    /// The machine code.
    pub code: Relocatable,
    /// How many guards it numbers.
    pub guards: u64,
    /// The CLIF text, if asked for.
    pub clif: String,
    /// The machine code's text, if asked for.
    pub assembly: String,
}
