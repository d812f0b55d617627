//! IR to CLIF, one arm an operation.
//!
//! In: a well-formed [`Unit`]. Out: a CLIF function, and what the names in it stand for. Knows nothing of profiles,
//! interpreters or executable memory.
//!
//! # Rules that were measured
//!
//! * A guard is `brif fail, exit, ok`: the exit is the *first* target. As second target it ends Cranelift's
//!   loop-invariant code motion for the rest of the loop. The same holds for every branch that leaves a loop.
//! * An exit is a cold block that stores its values and returns. Guards and exits share as much of that as they can. Nothing calls
//!   out from a cold path and comes back: a call in reach of a loop has every float register spilled across it.
//! * Comparisons are branched on directly, never turned into a truth value first; a guard on `a and b` is two branches.
//! * Each [`MemRegion`](crate::trace::ir::MemRegion) is an alias region of its own. Loads are never marked movable: whether an address is good
//!   may depend on a guard, which only our own passes know. They move loads; Cranelift only merges them.
//! * The poll word is read atomically, so that no pass takes two reads for one.

mod call;
mod control;
mod entry;
mod lanes;
mod leave;
mod memory;
mod number;
pub mod trampoline;
mod wide;

pub use entry::{argument_types, open_calls};
pub use leave::stored_values;

use super::abi::FRAME_SLOTS;
use super::code::Symbol;
use super::wide::Kernel;
use crate::trace::ir::{CodeId, Const, Exit, ExitId, InstId, Op, Reason, Ty, Unit, UnitKind, Val};
use crate::trace::turn;
use cranelift_codegen::ir as clif;
use cranelift_codegen::ir::{InstBuilder, types};
use cranelift_codegen::isa::TargetIsa;
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// What lowering needs to know beside the unit.
pub struct Options<'a> {
    /// How many slots a frame of a code object takes.
    pub slots: &'a dyn Fn(CodeId) -> u32,
    /// The number of this unit, by which it may call itself.
    pub own: Option<u32>,
    /// Number the guards, and let the one fail that the context asks for.
    pub stress: bool,
    /// Tell the context of every call whose outcome the evaluator cannot predict.
    pub verify: bool,
    /// Keep the text of what is made.
    pub listing: bool,
}

/// Why a unit cannot be lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An exit writes more values than fit the context.
    ExitTooLarge,
    /// A parameter comes from a place that machine code cannot read.
    EntryPlace,
    /// The unit or a helper has more results than fit the context.
    TooManyResults,
    /// A unit or an observed call has more arguments than fit the context.
    TooManyArguments,
    /// A call needs more native stack than one call may take.
    FrameTooLarge,
    /// Cranelift gives up: the function is larger than it can do.
    CodeTooLarge,
}

/// What lowering tells beside the function.
pub struct Lowered {
    /// What the names declared in the function stand for, by index.
    pub symbols: Vec<Symbol>,
    /// How many guards were numbered.
    pub guards: u64,
    /// Loops that are machine code already, by the number in [`Symbol::Kernel`].
    pub kernels: Vec<Kernel>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::ExitTooLarge => "too many variables to write back at one exit",
            Refusal::EntryPlace => "a variable of an enclosing function is needed at entry",
            Refusal::TooManyResults => "too many results",
            Refusal::TooManyArguments => "too many arguments",
            Refusal::FrameTooLarge => "a call needs too much stack",
            Refusal::CodeTooLarge => "too much code",
        })
    }
}

/// Lowers a unit into `function`, which is empty.
pub fn lower(
    unit: &Unit,
    options: &Options,
    isa: &dyn TargetIsa,
    function: &mut clif::Function,
    scratch: &mut FunctionBuilderContext,
) -> Result<Lowered, Refusal> {
    function.signature = entry::signature(unit)?;
    let mut lowering = Lowering {
        unit,
        options,
        builder: FunctionBuilder::new(function, scratch),
        values: vec![None; unit.values.len()],
        vectors: HashMap::new(),
        labels: HashMap::new(),
        leaves: BTreeMap::new(),
        symbols: Vec::new(),
        functions: HashMap::new(),
        turns: turn::places(unit),
        guards: 0,
        kernels: Vec::new(),
        loops: Vec::new(),
        context: clif::Value::from_u32(0),
        frame: clif::Value::from_u32(0),
        depth: clif::Value::from_u32(0),
    };
    lowering.check_frames()?;
    lowering.enter()?;
    lowering.region(unit.body, None)?;
    lowering.leave()?;
    let Lowering { mut builder, symbols, guards, kernels, .. } = lowering;
    builder.seal_all_blocks();
    builder.finalize(isa.frontend_config());
    Ok(Lowered { symbols, guards, kernels })
}

/// The state of lowering one unit.
struct Lowering<'a> {
    unit: &'a Unit,
    options: &'a Options<'a>,
    builder: FunctionBuilder<'a>,
    /// The CLIF value of each value of the unit.
    values: Vec<Option<clif::Value>>,
    /// The vectors of values of lane types.
    vectors: HashMap<Val, lanes::Vectors>,
    /// The block that `br` or `continue` to a control instruction jumps to, and whether it does.
    labels: HashMap<InstId, Label>,
    /// The cold block of each exit and reason.
    leaves: BTreeMap<(ExitId, Reason), clif::Block>,
    /// What the names declared so far stand for.
    symbols: Vec<Symbol>,
    /// Functions declared so far.
    functions: HashMap<Symbol, clif::FuncRef>,
    /// The places of calls whose objects live for one turn of their loop.
    turns: FxHashMap<InstId, u32>,
    /// Guards numbered so far.
    guards: u64,
    /// Loops that became kernels.
    kernels: Vec<Kernel>,
    /// The loops around the current point, outermost first.
    loops: Vec<InstId>,
    context: clif::Value,
    frame: clif::Value,
    depth: clif::Value,
}

/// Where a label stands in the CLIF.
struct Label {
    block: clif::Block,
    /// How many loops are around the code at the label.
    loops: usize,
    /// Whether anything jumps there.
    used: bool,
    /// What is tested before jumping there.
    head: Option<control::Head>,
}

impl Lowering<'_> {
    /// What a function unit needs of the frame stack at once must not be more than a call may take.
    fn check_frames(&self) -> Result<(), Refusal> {
        let slots =
            |exit: &Exit| exit.frames.iter().map(|frame| (self.options.slots)(frame.code) as usize).sum::<usize>();
        let function = self.unit.kind == UnitKind::Function;
        match function && self.unit.exits.iter().any(|exit| slots(exit) > FRAME_SLOTS) {
            true => Err(Refusal::FrameTooLarge),
            false => Ok(()),
        }
    }

    /// The CLIF value of a value. A constant is made anew at each use, which costs nothing: Cranelift merges them.
    fn value(&mut self, val: Val) -> clif::Value {
        match self.unit.as_const(val) {
            None => self.values[val.index()].expect("a value is lowered before its uses"),
            Some(Const::Int(n)) => self.int(n),
            Some(Const::Float(bits)) => self.builder.ins().f64const(f64::from_bits(bits)),
            Some(Const::Bool(truth)) => self.builder.ins().iconst(types::I8, i64::from(truth)),
            Some(Const::Tag(tag)) => self.int(tag as i64),
            Some(Const::Address(id)) => {
                let name = self.unit.addresses[id.index()].name.clone();
                self.address(Symbol::Address(name))
            }
        }
    }

    fn values(&mut self, vals: &[Val]) -> Vec<clif::Value> {
        vals.iter().map(|&val| self.value(val)).collect()
    }

    fn define(&mut self, val: Val, value: clif::Value) {
        debug_assert_eq!(self.builder.func.dfg.value_type(value), machine_type(self.unit.ty(val)));
        self.values[val.index()] = Some(value);
    }

    /// Declares a name.
    fn name(&mut self, symbol: Symbol) -> clif::UserExternalNameRef {
        let at = self.symbols.iter().position(|known| *known == symbol).unwrap_or_else(|| {
            self.symbols.push(symbol);
            self.symbols.len() - 1
        });
        let name = clif::UserExternalName { namespace: 0, index: at as u32 };
        self.builder.func.declare_imported_user_function(name)
    }

    /// The address a name stands for.
    fn address(&mut self, symbol: Symbol) -> clif::Value {
        let name = clif::ExternalName::User(self.name(symbol));
        let data = clif::GlobalValueData::Symbol { name, offset: 0.into(), colocated: false, tls: false };
        let global = self.builder.create_global_value(data);
        self.builder.ins().symbol_value(types::I64, global)
    }

    fn int(&mut self, n: i64) -> clif::Value {
        self.builder.ins().iconst(types::I64, n)
    }

    /// Lowers an instruction that is neither control nor a terminator.
    fn inst(&mut self, inst: InstId) -> Result<(), Refusal> {
        let unit = self.unit;
        let data = unit.inst(inst);
        if self.lane_inst(inst) {
            return Ok(());
        }
        let args = self.values(&data.args);
        let result = match data.op {
            Op::Int(op) => self.int_binary(op, &data.args),
            Op::IntUnary(op) => self.int_unary(op, args[0]),
            Op::IntChecked(op, exit) => self.int_checked(op, &data.args, exit),
            Op::IntCompare(compare) => self.builder.ins().icmp(number::int_condition(compare), args[0], args[1]),
            Op::Float(op) => self.float_binary(op, args[0], args[1]),
            Op::FloatUnary(op) => self.float_unary(op, args[0]),
            Op::FloatCompare(compare) => self.builder.ins().fcmp(number::float_condition(compare), args[0], args[1]),
            Op::Bool(op) => self.bool_binary(op, args[0], args[1]),
            Op::BoolNot => self.builder.ins().bxor_imm_u(args[0], 1),
            Op::Select => self.builder.ins().select(args[0], args[1], args[2]),
            Op::IntToFloat => self.builder.ins().fcvt_from_sint(types::F64, args[0]),
            Op::FloatToInt(exit) => self.float_to_int(args[0], exit),
            Op::Cast(ty) => self.cast(ty, args[0]),
            Op::SingleBits => self.single_bits(args[0]),
            Op::SingleValue => self.single_value(args[0]),
            Op::Quiet => self.quiet(args[0], args[1], args[2]),
            Op::Offset => self.builder.ins().iadd(args[0], args[1]),
            Op::Splat | Op::Iota | Op::Lane(_) | Op::AnyLane => unreachable!("an operation on lanes"),
            Op::Load(access) => self.load(access, args[0], access.offset),
            Op::LoadElement(access) => {
                let base = self.element(access, args[0], data.args[1]);
                self.load(access, base.0, base.1)
            }
            Op::Store(access) => {
                self.store(access, args[0], access.offset, args[1]);
                return Ok(());
            }
            Op::StoreElement(access) => {
                let base = self.element(access, args[0], data.args[1]);
                self.store(access, base.0, base.1, args[2]);
                return Ok(());
            }
            Op::Guard(exit, reason) => {
                self.guard(data.args[0], exit, reason);
                return Ok(());
            }
            Op::Poll(exit) => {
                self.poll(exit);
                return Ok(());
            }
            Op::Call(helper, exit) => return self.call(helper, inst, &args, exit),
            Op::CallUnit(number, exit) => return self.call_unit(number, inst, exit),
            Op::Loop(..)
            | Op::Block(_)
            | Op::If(..)
            | Op::Br(_)
            | Op::Continue(_)
            | Op::Yield
            | Op::Exit(..)
            | Op::Ret => unreachable!("control is lowered by its region"),
        };
        self.define(data.results[0], result);
        Ok(())
    }
}

/// The CLIF type of a type.
fn machine_type(ty: Ty) -> clif::Type {
    match ty {
        Ty::F64 => types::F64,
        Ty::Bool => types::I8,
        Ty::I64 | Ty::Ref | Ty::Ptr | Ty::Tag => types::I64,
        Ty::I64s | Ty::F64s | Ty::Bools => unreachable!("lanes are several values"),
    }
}
