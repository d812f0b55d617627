//! The IR: structured SSA between the profile of a hot loop and machine code.
//!
//! Comes in: what the unit builder makes from the resolved tree and a profile. Goes out: the same form, improved by the
//! passes of `opt`, run slowly by `eval`, lowered to machine code by `jit`. The IR knows scalars only: no `Value`,
//! no tree, no machine.
//!
//! # Terms
//!
//! A *unit* is a hot loop with everything nested and inlined in it, or a function specialised on the types of its
//! arguments. It has parameters (state read from slots at entry, or arguments), one body region, and a table of exits.
//!
//! A *value* ([`Val`]) is defined once, by a parameter, by an instruction, or as a parameter of a loop body; or it is a constant.
//! A *region* is a list of instructions; the last one is a *terminator*. Control instructions own regions:
//!
//! * `loop (p = init, ...) { body }`: the body has parameters; `continue` to the loop starts it again with new ones.
//!   A loop never falls through: it is left by `br` to a block around it (or by an exit, or `ret`). So it is a terminator.
//! * `block { body }`: a forward label. `br` to it leaves it, and its operands become the results of the block.
//! * `if c { then } else { otherwise }`: each arm ends with `yield`, whose operands become the results, or with
//!   another terminator. If neither arm yields, the `if` is itself a terminator; so is a block that no `br` leaves.
//!
//! A value is visible after its definition to the end of its region, and in all regions nested there. Constants
//! ([`Const`]) are values visible everywhere; there is one for each constant, and no instruction makes them.
//!
//! # Leaving
//!
//! Whatever compiled code cannot do leaves through an [`Exit`]: a stack of frames, outermost first, each with the
//! statement it stands at and what to write into its slots; the interpreter goes on from there. The values an
//! exit names are operands of every instruction that mentions the exit: they must be visible there.
//! Some operations carry their exit themselves (`iadd.ovf`, `f2i`, calls that can fail), and `guard` leaves where its condition
//! is false. One exit is meant to be shared by all guards of a statement.
//!
//! An exit resumes at the start of its statement, so all that the statement did must be undone by not having
//! happened: within a statement every instruction that may leave comes before the effect. Passes keep that:
//!
//! * A guard never moves below an effect (a store, an effectful call).
//! * An effect never moves above a guard of an earlier statement or of an earlier iteration.
//! * A guard may move up, to a point where its condition and the values of its exit are visible, as long as no effect is
//!   passed: the exit would resume before it. Out of a loop it takes the loop's *entry exit* ([`LoopInfo::entry`]), which stands before the
//!   first iteration. Where the loop might run zero times that costs speed, not correctness.
//!
//! Exits of a call stand at different sides of it: a [`Op::Call`] leaves to the start of its statement if it is pure, and with
//! kind [`ExitKind::Raise`] if it may have done something, or [`ExitKind::Behind`] where what it did is not what was expected; a [`Op::CallUnit`] leaves with [`ExitKind::AfterCall`].
//!
//! # Memory
//!
//! Loads and stores name a [`MemRegion`]; two accesses to different regions never touch the same bytes. An address is base +
//! index * element size + offset; `offset` makes addresses within an array. Loads never trap and never leave: guards before them make sure that the address is good.
//! So a load may move up only to where the same guards hold. Loads of immutable regions are pure but for that.
//!
//! # Arithmetic
//!
//! The unchecked integer operations do not wrap: using one is a claim that the result fits, which the evaluator checks.
//! Floats are exact IEEE doubles; no pass may reassociate, contract, or compare NaNs away.
//!
//! # Lanes
//!
//! Values of a lane type hold [`LANES`] scalars. The elementwise operations (sums, differences, products, quotients, square roots,
//! comparisons, logic, selection, conversion of integers) take lanes as they take scalars, all operands alike; integers in lanes wrap,
//! because lanes that are not in use compute too. Nothing leaves, branches or is written to a frame by lanes: that needs a scalar made by
//! `any` or `lane`. How wide the machine's vectors are is not said here.
//!
//! # Text form
//!
//! [`std::fmt::Display`] writes it and `text::parse` reads it; both round-trip. Labels of blocks and loops are written before them.
//! ```text
//! unit loop sum(v0: I64 = slot 0, v1: F64 = slot 1, v2: Tag = tag slot 2, v3: Ptr = frame) -> () {
//!   address a0 math.pi Ptr 0x7f00
//!   calls write [ElemInt, ListLength]
//!   exit e0 = resume f0@12 [slot 1 <- float v5, slot 3 <- int v4]
//!   exit e1 = done f0@12 [slot 1 <- float v5]
//!   exit e2 = resume f0@12 [] / f1@4 [slot 0 <- int 5]
//!   b0: block {
//!     l0: loop (v4: I64 = v0, v5: F64 = v1) entry e2 stmt 12 trips 100 {
//!       v7 = icmp.lt v4, 1000
//!       if v7 {
//!         yield
//!       } else {
//!         br b0 v5
//!       }
//!       v8 = iadd.ovf v4, 1, e0
//!       continue l0 v8, v5
//!     }
//!   } -> v9: F64
//!   exit e1 branch
//! }
//! ```
//! Constants stand where they are used: `5`, `1.5`, `-inf`, `nan:7ff8000000000000`, `true`, `tag:3`, `a0` (of the table of addresses).

mod builder;
mod check;
mod compact;
mod exit;
mod op;
mod print;
mod sharing;

pub use builder::UnitBuilder;
pub use exit::{Exit, ExitFrame, ExitKind, Place, Repr, parts_of};
pub use op::{
    Access, BoolBinary, Compare, FloatBinary, FloatUnary, IntBinary, IntChecked, IntUnary, LANES, LoopInfo, MemRegion,
    Op, Reason, RegionSet, Ty,
};
pub use sharing::{Sameness, Versions};

pub use crate::resolve::tree::{CodeId, GlobalSlot, Slot, StmtId};

use rustc_hash::FxHashMap;
pub use smallvec::SmallVec;

/// Declares newtyped indices.
macro_rules! ids {
    ($($(#[$outer:meta])* $name:ident;)*) => { $(
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the table it indexes.
            pub fn index(self) -> usize { self.0 as usize }
        }
    )* };
}

ids! {
    /// An SSA value of a unit.
    Val;
    /// An instruction of a unit.
    InstId;
    /// A region of a unit.
    RegionId;
    /// A row of a unit's table of exits.
    ExitId;
    /// A row of a unit's table of addresses.
    AddressId;
}

/// A list of values, mostly short.
pub type Vals = SmallVec<[Val; 4]>;

/// An instruction.
#[derive(Clone, Debug)]
pub struct Inst {
    /// What it does.
    pub op: Op,
    /// Operands, without the values of its exit.
    pub args: Vals,
    /// Results.
    pub results: SmallVec<[Val; 2]>,
}

/// A list of instructions.
#[derive(Clone, Debug, Default)]
pub struct Region {
    /// Parameters: of the body of a loop only.
    pub params: Vals,
    /// The instructions; the last one is the only terminator.
    pub insts: Vec<InstId>,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Def {
    /// A parameter of the unit.
    Param(u32),
    /// A result of an instruction, by position.
    Inst(InstId, u32),
    /// A constant, visible everywhere.
    Const(Const),
    /// A parameter of a region, by position.
    Region(RegionId, u32),
}

/// A constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Const {
    /// An `I64`.
    Int(i64),
    /// An `F64`, by its bits.
    Float(u64),
    /// A `Bool`.
    Bool(bool),
    /// A `Tag`.
    Tag(u64),
    /// A row of the table of addresses, of the type given there.
    Address(AddressId),
}

/// What is known of a value.
#[derive(Clone, Copy, Debug)]
pub struct ValueData {
    /// Its type.
    pub ty: Ty,
    /// Where it is defined.
    pub def: Def,
}

/// What a parameter of a unit is at entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The payload of a place. Whoever enters the unit has checked that the tag fits the type (unless the tag is a parameter too).
    Payload(Place),
    /// The tag of a place.
    Tag(Place),
    /// How many more calls may be nested, those that the unit inlines counted off.
    Depth,
    /// An unboxed argument of a function unit, by position.
    Argument(u32),
    /// The address of slot 0 of the frame.
    Frame,
    /// The address of the first global of a module.
    Globals(u32),
}

/// A parameter of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// The value.
    pub val: Val,
    /// What it is at entry.
    pub source: Source,
}

/// A machine address, kept by name so that units can be relocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Its name in relocations.
    pub name: String,
    /// `Ref` or `Ptr`.
    pub ty: Ty,
    /// The address in this process.
    pub address: u64,
}

/// Whether a unit is a loop or a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// Entered at the head of a loop; left through exits only.
    Loop,
    /// Entered at the start of a function; `ret` returns unboxed values.
    Function,
}

/// A unit of compilation.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Loop or function.
    pub kind: UnitKind,
    /// A name for reports.
    pub name: String,
    /// Parameters.
    pub params: Vec<Param>,
    /// Types of what `ret` returns.
    pub returns: Vec<Ty>,
    /// The outermost region.
    pub body: RegionId,
    /// All values ever made.
    pub values: Vec<ValueData>,
    /// All instructions ever made; those that count are in a region.
    pub insts: Vec<Inst>,
    /// All regions ever made.
    pub regions: Vec<Region>,
    /// The exits.
    pub exits: Vec<Exit>,
    /// Addresses named by [`Const::Address`].
    pub addresses: Vec<Address>,
    /// What native calls write at most, if they return what is expected of them.
    pub calls_write: RegionSet,
    /// The value of each constant in use.
    consts: FxHashMap<Const, Val>,
}

impl Unit {
    /// A unit with an empty body.
    pub fn new(kind: UnitKind, name: &str) -> Unit {
        Unit {
            kind,
            name: name.to_string(),
            params: Vec::new(),
            returns: Vec::new(),
            body: RegionId(0),
            values: Vec::new(),
            insts: Vec::new(),
            regions: vec![Region::default()],
            exits: Vec::new(),
            addresses: Vec::new(),
            calls_write: RegionSet::MUTABLE,
            consts: FxHashMap::default(),
        }
    }

    /// The type of a value.
    pub fn ty(&self, val: Val) -> Ty {
        self.values[val.index()].ty
    }

    /// Where a value is defined.
    pub fn def(&self, val: Val) -> Def {
        self.values[val.index()].def
    }

    /// The instruction that defines a value, if one does.
    pub fn def_inst(&self, val: Val) -> Option<InstId> {
        match self.def(val) {
            Def::Inst(inst, _) => Some(inst),
            _ => None,
        }
    }

    /// The operation that defines a value, if an instruction does.
    pub fn def_op(&self, val: Val) -> Option<Op> {
        self.def_inst(val).map(|inst| self.inst(inst).op)
    }

    /// An instruction.
    pub fn inst(&self, inst: InstId) -> &Inst {
        &self.insts[inst.index()]
    }

    /// An instruction, to change it.
    pub fn inst_mut(&mut self, inst: InstId) -> &mut Inst {
        &mut self.insts[inst.index()]
    }

    /// A region.
    pub fn region(&self, region: RegionId) -> &Region {
        &self.regions[region.index()]
    }

    /// A region, to change it.
    pub fn region_mut(&mut self, region: RegionId) -> &mut Region {
        &mut self.regions[region.index()]
    }

    /// An exit.
    pub fn exit(&self, exit: ExitId) -> &Exit {
        &self.exits[exit.index()]
    }

    /// The constant a value is, if it is one.
    pub fn as_const(&self, val: Val) -> Option<Const> {
        match self.def(val) {
            Def::Const(constant) => Some(constant),
            _ => None,
        }
    }

    /// The integer a value is, if it is a constant.
    pub fn int_const(&self, val: Val) -> Option<i64> {
        match self.def(val) {
            Def::Const(Const::Int(n)) => Some(n),
            _ => None,
        }
    }

    /// The float a value is, if it is a constant.
    pub fn float_const(&self, val: Val) -> Option<f64> {
        match self.def(val) {
            Def::Const(Const::Float(bits)) => Some(f64::from_bits(bits)),
            _ => None,
        }
    }

    /// The truth value a value is, if it is a constant.
    pub fn bool_const(&self, val: Val) -> Option<bool> {
        match self.def(val) {
            Def::Const(Const::Bool(truth)) => Some(truth),
            _ => None,
        }
    }

    /// The value of a constant.
    pub fn constant(&mut self, constant: Const) -> Val {
        if let Some(&val) = self.consts.get(&constant) {
            return val;
        }
        let ty = match constant {
            Const::Int(_) => Ty::I64,
            Const::Float(_) => Ty::F64,
            Const::Bool(_) => Ty::Bool,
            Const::Tag(_) => Ty::Tag,
            Const::Address(id) => self.addresses[id.index()].ty,
        };
        let val = self.new_value(ty, Def::Const(constant));
        self.consts.insert(constant, val);
        val
    }

    /// The value of an integer.
    pub fn int(&mut self, n: i64) -> Val {
        self.constant(Const::Int(n))
    }

    /// The value of a float.
    pub fn float(&mut self, x: f64) -> Val {
        self.constant(Const::Float(x.to_bits()))
    }

    /// The value of a truth value.
    pub fn bool(&mut self, truth: bool) -> Val {
        self.constant(Const::Bool(truth))
    }

    /// A new value.
    pub fn new_value(&mut self, ty: Ty, def: Def) -> Val {
        self.values.push(ValueData { ty, def });
        Val(self.values.len() as u32 - 1)
    }

    /// A new instruction with results of these types, in no region yet.
    pub fn new_inst(&mut self, op: Op, args: &[Val], results: &[Ty]) -> InstId {
        let inst = InstId(self.insts.len() as u32);
        let results = (0..).zip(results).map(|(at, &ty)| self.new_value(ty, Def::Inst(inst, at))).collect();
        self.insts.push(Inst { op, args: Vals::from_slice(args), results });
        inst
    }

    /// A new region without parameters or instructions.
    pub fn new_region(&mut self) -> RegionId {
        self.regions.push(Region::default());
        RegionId(self.regions.len() as u32 - 1)
    }

    /// A new exit.
    pub fn new_exit(&mut self, exit: Exit) -> ExitId {
        self.exits.push(exit);
        ExitId(self.exits.len() as u32 - 1)
    }

    /// Calls `visit` with each region in use, a region before those nested in it.
    pub fn each_region(&self, mut visit: impl FnMut(RegionId)) {
        let mut open = vec![self.body];
        while let Some(region) = open.pop() {
            visit(region);
            for &inst in &self.region(region).insts {
                open.extend(self.inst(inst).op.regions());
            }
        }
    }

    /// The regions of memory that an operation of this unit may write, nested regions not counted.
    pub fn clobbers(&self, op: Op) -> RegionSet {
        match op {
            Op::CallUnit(..) => self.calls_write,
            op => op.clobbers(),
        }
    }

    /// The regions of memory that the unit may write, what its native calls write left out.
    pub fn own_writes(&self) -> RegionSet {
        let mut writes = RegionSet::NONE;
        self.each_region(|region| {
            for &inst in &self.region(region).insts {
                match self.inst(inst).op {
                    Op::CallUnit(..) => {}
                    op => writes = writes.union(op.clobbers()),
                }
            }
        });
        writes
    }

    /// Number of instructions in use.
    pub fn size(&self) -> usize {
        let mut size = 0;
        self.each_region(|region| size += self.region(region).insts.len());
        size
    }

    /// How often each value is used: by instructions in use, and by exits these may leave through.
    /// An exit counts once, however many instructions share it.
    pub fn use_counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.values.len()];
        let mut seen = vec![false; self.exits.len()];
        self.each_region(|region| {
            for &inst in &self.region(region).insts {
                let mut inst = self.inst(inst).clone();
                for arg in &inst.args {
                    counts[arg.index()] += 1;
                }
                if let Some(exit) = inst.op.exit_mut()
                    && !std::mem::replace(&mut seen[exit.index()], true)
                {
                    self.exit(*exit).each_value(|val| counts[val.index()] += 1);
                }
            }
        });
        counts
    }

    /// Replaces the uses of values everywhere, in exits too: `map` tells the new value of each.
    pub fn replace_uses(&mut self, mut map: impl FnMut(Val) -> Val) {
        let mut open = vec![self.body];
        while let Some(region) = open.pop() {
            for at in 0..self.region(region).insts.len() {
                let inst = self.region(region).insts[at];
                let inst = self.inst_mut(inst);
                open.extend(inst.op.regions());
                for arg in &mut inst.args {
                    *arg = map(*arg);
                }
            }
        }
        for exit in &mut self.exits {
            exit.each_value_mut(|val| *val = map(*val));
        }
    }
}
