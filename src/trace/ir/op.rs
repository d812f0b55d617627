//! The operations of the IR: tables of what each one is called in the text form and what it computes.
//!
//! Nothing here knows about units, passes or machine code.

use super::{ExitId, InstId, RegionId, StmtId};
use crate::trace::helper::HelperId;

/// Declares a field-less enum whose variants have a name in the text form, the name being its documentation too.
macro_rules! named {
    ($(#[$outer:meta])* $kind:ident { $($(#[$inner:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $kind { $($(#[$inner])* $variant,)* }

        impl $kind {
            /// Every variant, in order of declaration.
            pub const ALL: &[$kind] = &[$($kind::$variant),*];

            /// The name in the text form.
            pub fn name(self) -> &'static str {
                match self { $($kind::$variant => $text,)* }
            }

            /// The variant with this name in the text form.
            pub fn from_name(name: &str) -> Option<$kind> {
                match name { $($text => Some($kind::$variant),)* _ => None }
            }
        }
    };
}

named! {
    /// The type of an SSA value. A complex is two `F64` values, a tagged value is a `Tag` and an `I64`.
    Ty {
        /// A 64-bit signed integer.
        I64 = "I64",
        /// A double.
        F64 = "F64",
        /// A truth value: 0 or 1.
        Bool = "Bool",
        /// A pointer to the header of a heap object, never null.
        Ref = "Ref",
        /// A raw pointer into storage (list data, slots, globals). Never stored in a slot.
        Ptr = "Ptr",
        /// The tag word of a value.
        Tag = "Tag",
        /// [`LANES`] 64-bit integers; their arithmetic wraps.
        I64s = "I64s",
        /// [`LANES`] doubles.
        F64s = "F64s",
        /// [`LANES`] truth values.
        Bools = "Bools",
    }
}

/// How many scalars a value of a lane type holds. The machine needs several vectors for them, which keeps it busy while
/// each waits for its own last result.
pub const LANES: usize = 8;

impl Ty {
    /// The type of lanes of this scalar, if there is one.
    pub fn lanes(self) -> Option<Ty> {
        match self {
            Ty::I64 => Some(Ty::I64s),
            Ty::F64 => Some(Ty::F64s),
            Ty::Bool => Some(Ty::Bools),
            _ => None,
        }
    }

    /// The type of one lane, of a lane type.
    pub fn lane(self) -> Option<Ty> {
        match self {
            Ty::I64s => Some(Ty::I64),
            Ty::F64s => Some(Ty::F64),
            Ty::Bools => Some(Ty::Bool),
            _ => None,
        }
    }
}

named! {
    /// Disjoint kinds of memory: an access to one never touches bytes of another.
    MemRegion {
        /// The kind word of an object header; it never changes.
        Kind = "Kind",
        /// The reference count of an object header.
        Count = "Count",
        /// The storage kind of a list.
        ListKind = "ListKind",
        /// The data pointer of a list.
        ListData = "ListData",
        /// The length of a list: never negative, below 2^48.
        ListLength = "ListLength",
        /// Elements of a flat list of ints.
        ElemInt = "ElemInt",
        /// Elements of a flat list of floats.
        ElemFloat = "ElemFloat",
        /// Elements of a flat list of bools, one byte each.
        ElemBool = "ElemBool",
        /// Elements of a flat list of complex numbers: two doubles each.
        ElemComplex = "ElemComplex",
        /// Elements of a list of anything: a tag and a payload each.
        ElemAny = "ElemAny",
        /// Slots of frames: a tag and a payload each.
        Slots = "Slots",
        /// Module globals: a tag and a payload each.
        Globals = "Globals",
        /// Cells of closures.
        Cells = "Cells",
        /// The shape of an instance.
        Shape = "Shape",
        /// The data pointer of the fields of an instance.
        FieldsData = "FieldsData",
        /// The tags of fields.
        FieldTag = "FieldTag",
        /// The payloads of fields, the first ones a kind of memory each: no other field of any instance lies there.
        Field0 = "Field0",
        /// See `Field0`.
        Field1 = "Field1",
        /// See `Field0`.
        Field2 = "Field2",
        /// See `Field0`.
        Field3 = "Field3",
        /// See `Field0`.
        Field4 = "Field4",
        /// See `Field0`.
        Field5 = "Field5",
        /// See `Field0`.
        Field6 = "Field6",
        /// See `Field0`.
        Field7 = "Field7",
        /// The payloads of all further fields.
        FieldFar = "FieldFar",
        /// The version of a class.
        ClassVersion = "ClassVersion",
        /// Contents of objects that never change: tuple items (a tag and a payload each), complex numbers, strings.
        Immutable = "Immutable",
        /// What an array is: its layout, the address of its first element, its strides. It stays as it is while compiled code runs.
        ArrayHeader = "ArrayHeader",
        /// The lengths of the dimensions of an array, and the number of its elements: never negative. They stay as they are while compiled code runs.
        ArrayShape = "ArrayShape",
        /// Whether the elements of an array may be changed.
        ArrayFlags = "ArrayFlags",
        /// Elements of arrays, of all types: arrays of different types may share memory. An element takes as many bytes as the
        /// access is wide.
        ElemArray = "ElemArray",
    }
}

impl MemRegion {
    /// Whether nothing ever writes here after the object was made.
    pub const fn is_immutable(self) -> bool {
        matches!(self, MemRegion::Kind | MemRegion::Immutable | MemRegion::ArrayHeader | MemRegion::ArrayShape)
    }

    /// Bytes from one element to the next, where the region has elements of one size.
    fn element_size(self) -> Option<u64> {
        match self {
            MemRegion::ElemInt | MemRegion::ElemFloat => Some(8),
            MemRegion::ElemBool => Some(1),
            MemRegion::ElemComplex
            | MemRegion::ElemAny
            | MemRegion::Slots
            | MemRegion::Globals
            | MemRegion::Immutable => Some(16),
            MemRegion::Kind
            | MemRegion::Count
            | MemRegion::ListKind
            | MemRegion::ListData
            | MemRegion::ListLength
            | MemRegion::Cells
            | MemRegion::Shape
            | MemRegion::FieldsData
            | MemRegion::FieldTag
            | MemRegion::Field0
            | MemRegion::Field1
            | MemRegion::Field2
            | MemRegion::Field3
            | MemRegion::Field4
            | MemRegion::Field5
            | MemRegion::Field6
            | MemRegion::Field7
            | MemRegion::FieldFar
            | MemRegion::ClassVersion
            | MemRegion::ArrayHeader
            | MemRegion::ArrayShape
            | MemRegion::ArrayFlags
            | MemRegion::ElemArray => None,
        }
    }

    /// Where the payload of a field of an instance lies.
    pub fn of_field(place: usize) -> MemRegion {
        FIELDS.get(place).copied().unwrap_or(MemRegion::FieldFar)
    }
}

/// The kinds of memory of the first fields of instances, by place.
const FIELDS: [MemRegion; 8] = [
    MemRegion::Field0,
    MemRegion::Field1,
    MemRegion::Field2,
    MemRegion::Field3,
    MemRegion::Field4,
    MemRegion::Field5,
    MemRegion::Field6,
    MemRegion::Field7,
];

/// A set of memory regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct RegionSet(u32);

impl RegionSet {
    /// No region.
    pub const NONE: RegionSet = RegionSet(0);

    /// All regions that can change.
    pub const MUTABLE: RegionSet = {
        let mut bits = 0;
        let mut at = 0;
        while at < MemRegion::ALL.len() {
            let region = MemRegion::ALL[at];
            if !region.is_immutable() {
                bits |= 1 << region as u32;
            }
            at += 1;
        }
        RegionSet(bits)
    };

    /// The set of these regions.
    pub const fn of(regions: &[MemRegion]) -> RegionSet {
        let mut bits = 0;
        let mut at = 0;
        while at < regions.len() {
            bits |= 1 << regions[at] as u32;
            at += 1;
        }
        RegionSet(bits)
    }

    /// Whether `region` is in the set.
    pub fn has(self, region: MemRegion) -> bool {
        self.0 & (1 << region as u32) != 0
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Members of either set.
    #[must_use]
    pub fn union(self, other: RegionSet) -> RegionSet {
        RegionSet(self.0 | other.0)
    }
}

named! {
    /// Integer operations of two operands, unchecked: whoever writes one has proved that the result fits.
    IntBinary {
        /// Sum.
        Add = "iadd",
        /// Difference.
        Sub = "isub",
        /// Product.
        Mul = "imul",
        /// Quotient rounded down. The divisor is not 0, and it is not MIN // -1.
        FloorDiv = "ifloordiv",
        /// Remainder with the sign of the divisor. The divisor is not 0, and it is not MIN % -1.
        Mod = "imod",
        /// Bitwise and.
        And = "iand",
        /// Bitwise or.
        Or = "ior",
        /// Bitwise exclusive or.
        Xor = "ixor",
        /// Shift left; the count is in 0..=63 and no significant bit is lost.
        Shl = "ishl",
        /// Arithmetic shift right; the count is in 0..=63.
        Shr = "ishr",
        /// The smaller one.
        Min = "imin",
        /// The larger one.
        Max = "imax",
        /// Quotient; neither operand is negative and the divisor is not 0.
        DivUnsigned = "udiv",
        /// Remainder; neither operand is negative and the divisor is not 0.
        ModUnsigned = "umod",
        /// Quotient; both operands are in 0..2^32 and the divisor is not 0.
        Div32 = "udiv32",
        /// Remainder; both operands are in 0..2^32 and the divisor is not 0.
        Mod32 = "umod32",
    }
}

impl IntBinary {
    /// Whether the operands may change places.
    pub fn is_commutative(self) -> bool {
        use IntBinary::*;
        matches!(self, Add | Mul | And | Or | Xor | Min | Max)
    }
}

named! {
    /// Integer operations of one operand, unchecked.
    IntUnary {
        /// Negation; the operand is not MIN.
        Neg = "ineg",
        /// Absolute value; the operand is not MIN.
        Abs = "iabs",
        /// Bitwise complement.
        Not = "inot",
        /// Bits needed for the absolute value (`int.bit_length`).
        BitLength = "ibits",
        /// One bits of the absolute value (`int.bit_count`).
        BitCount = "ipop",
    }
}

named! {
    /// Integer operations that leave through their exit where the result does not fit an `I64`.
    IntChecked {
        /// Sum.
        Add = "iadd.ovf",
        /// Difference.
        Sub = "isub.ovf",
        /// Product.
        Mul = "imul.ovf",
        /// Negation.
        Neg = "ineg.ovf",
        /// Absolute value.
        Abs = "iabs.ovf",
        /// Shift left; leaves also where the count is not in 0..=63.
        Shl = "ishl.ovf",
    }
}

impl IntChecked {
    /// Number of operands.
    pub fn arity(self) -> usize {
        if matches!(self, IntChecked::Neg | IntChecked::Abs) { 1 } else { 2 }
    }

    /// The same operation without the check.
    pub fn unchecked(self) -> Op {
        match self {
            IntChecked::Add => Op::Int(IntBinary::Add),
            IntChecked::Sub => Op::Int(IntBinary::Sub),
            IntChecked::Mul => Op::Int(IntBinary::Mul),
            IntChecked::Shl => Op::Int(IntBinary::Shl),
            IntChecked::Neg => Op::IntUnary(IntUnary::Neg),
            IntChecked::Abs => Op::IntUnary(IntUnary::Abs),
        }
    }
}

named! {
    /// Comparisons. Of floats, all are false where an operand is a NaN, except `Ne`, which is true.
    /// References and tags know `Eq` and `Ne` only; `Below` is for integers only.
    Compare {
        /// Equal.
        Eq = "eq",
        /// Not equal.
        Ne = "ne",
        /// Less.
        Lt = "lt",
        /// Less or equal.
        Le = "le",
        /// Greater.
        Gt = "gt",
        /// Greater or equal.
        Ge = "ge",
        /// Less, both read as unsigned: with a right side that is not negative, `0 <= a < b`, an index check.
        Below = "below",
    }
}

impl Compare {
    /// The comparison that is true where this one is false, of integers. (Floats have NaNs.)
    pub fn negated(self) -> Option<Compare> {
        Some(match self {
            Compare::Eq => Compare::Ne,
            Compare::Ne => Compare::Eq,
            Compare::Lt => Compare::Ge,
            Compare::Ge => Compare::Lt,
            Compare::Gt => Compare::Le,
            Compare::Le => Compare::Gt,
            Compare::Below => return None,
        })
    }

    /// The comparison with its operands changed round.
    pub fn swapped(self) -> Option<Compare> {
        Some(match self {
            Compare::Eq | Compare::Ne => self,
            Compare::Lt => Compare::Gt,
            Compare::Gt => Compare::Lt,
            Compare::Le => Compare::Ge,
            Compare::Ge => Compare::Le,
            Compare::Below => return None,
        })
    }
}

named! {
    /// Float operations of two operands, IEEE 754, round to nearest even, no contraction.
    FloatBinary {
        /// Sum.
        Add = "fadd",
        /// Difference.
        Sub = "fsub",
        /// Product.
        Mul = "fmul",
        /// Quotient. (Division by zero is guarded before.)
        Div = "fdiv",
        /// The magnitude of the first with the sign of the second.
        CopySign = "fcopysign",
    }
}

named! {
    /// Float operations of one operand.
    FloatUnary {
        /// The sign bit changed.
        Neg = "fneg",
        /// The sign bit cleared.
        Abs = "fabs",
        /// Square root. (A negative operand is guarded before.)
        Sqrt = "fsqrt",
        /// Rounded down, as a float.
        Floor = "ffloor",
        /// Rounded up, as a float.
        Ceil = "fceil",
        /// Rounded towards zero, as a float.
        Trunc = "ftrunc",
        /// Rounded to nearest even, as a float.
        Nearest = "fnearest",
        /// Rounded to single precision.
        Single = "fsingle",
    }
}

named! {
    /// Operations on two truth values. Both operands are computed.
    BoolBinary {
        /// Both.
        And = "band",
        /// Either.
        Or = "bor",
        /// Exactly one.
        Xor = "bxor",
    }
}

named! {
    /// Why a guard leaves; reported with the exit, of no effect on what is computed.
    Reason {
        /// An integer result that does not fit 64 bits.
        Overflow = "overflow",
        /// A value of a type, or an object of a kind, not seen before.
        Type = "type",
        /// A list whose storage kind was not seen before.
        Storage = "storage",
        /// An index outside of its object.
        Index = "index",
        /// A path not seen before.
        Branch = "branch",
        /// A division by zero.
        Zero = "zero",
        /// An argument outside of the domain of a function.
        Domain = "domain",
        /// A function, global or class that is not the one seen before.
        Identity = "identity",
        /// A comparison too close to decide by the cheap test.
        Band = "band",
        /// A range of a step, or an iterator state, that the unit was not made for.
        Iteration = "iteration",
        /// The poll word is set: an interrupt, a limit.
        Poll = "poll",
        /// A call that failed, or did not return what was expected.
        Call = "call",
        /// No more calls may be nested.
        Depth = "depth",
        /// An array whose elements are of another type, or lie in another order, than before, or must not be changed.
        Layout = "layout",
        /// An operation on numpy's numbers that has something to warn of.
        Signal = "signal",
        /// The way on lies outside of the unit, or is always the interpreter's: seeing more of it helps nothing.
        End = "end",
    }
}

/// Where and how a load or a store touches memory. The address is the base operand, plus the index operand times
/// the element size of the region (for the element operations), plus `offset`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Access {
    /// The kind of memory.
    pub region: MemRegion,
    /// The type of the value. `Bool` in memory is 0 or 1 at any width.
    pub ty: Ty,
    /// Bytes: 8, or of an `I64` or a `Bool` 4, 2 or 1. An `F64` of 4 bytes is one of single precision in memory.
    pub width: u8,
    /// Whether an `I64` of fewer than 8 bytes is extended by its sign, and not by zeros.
    pub signed: bool,
    /// Bytes added to the address.
    pub offset: i32,
}

impl Access {
    /// An access of the natural width: one byte for elements of a bool list, otherwise eight.
    pub fn new(region: MemRegion, ty: Ty, offset: i32) -> Access {
        let width = if region == MemRegion::ElemBool { 1 } else { 8 };
        Access { region, ty, width, signed: false, offset }
    }

    /// Bytes from one element to the next, if elements lie there.
    pub fn element_size(self) -> Option<u64> {
        match self.region {
            MemRegion::ElemArray => Some(self.width.into()),
            region => region.element_size(),
        }
    }
}

/// What a [`Op::Loop`] carries beside its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LoopInfo {
    /// The state just before the first iteration, in terms of values defined before the loop: the interpreter goes
    /// on at the head of the loop. Guards moved out of the body leave through it.
    pub entry: ExitId,
    /// The loop statement.
    pub stmt: StmtId,
    /// Iterations per entry seen while profiling; 0 if not known.
    pub trips: u32,
}

/// What an instruction does. Operands and results are beside it in [`super::Inst`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// `iadd a b`
    Int(IntBinary),
    /// `ineg a`
    IntUnary(IntUnary),
    /// `iadd.ovf a b, e0`
    IntChecked(IntChecked, ExitId),
    /// `icmp.lt a b`: of two `I64`, two `Ref` or two `Tag`.
    IntCompare(Compare),
    /// `fadd a b`
    Float(FloatBinary),
    /// `fneg a`
    FloatUnary(FloatUnary),
    /// `fcmp.lt a b`
    FloatCompare(Compare),
    /// `band a b`
    Bool(BoolBinary),
    /// `bnot a`
    BoolNot,
    /// `select c a b`: a if c, else b; any type.
    Select,
    /// `i2f a`: the nearest double, ties to even.
    IntToFloat,
    /// `f2i a, e0`: rounded towards zero; leaves where the result does not fit, or the operand is not finite.
    FloatToInt(ExitId),
    /// `cast.F64 a`: the same 64 bits read as another type. `Bool` counts as 0 or 1.
    Cast(Ty),
    /// `single_bits a`: the bits of a double of single precision as such, extended by their sign.
    SingleBits,
    /// `single_value a`: the double whose bits in single precision are the lower 32 bits.
    SingleValue,
    /// `quiet a b r`: whether a sum, difference, product or quotient r of a and b is as IEEE 754 has it without anything to signal:
    /// no overflow, no division of a finite number by zero, no NaN that was not there before.
    Quiet,
    /// `offset p n`: the address n bytes further.
    Offset,

    /// `splat a`: the same scalar in all lanes. Constants too become lanes this way.
    Splat,
    /// `iota a`: a, a + 1, a + 2, ...
    Iota,
    /// `lane.3 a`: one lane.
    Lane(u8),
    /// `any a`: whether a lane is true.
    AnyLane,

    /// `load.F64 base+8, ElemFloat`
    Load(Access),
    /// `load_elem.F64 base[i]+0, ElemFloat`; `load_elem.F64s` reads the elements from i on into lanes.
    LoadElement(Access),
    /// `store.F64 base+8, v, Slots`
    Store(Access),
    /// `store_elem.F64 base[i]+0, v, ElemFloat`
    StoreElement(Access),

    /// `guard c, e0 type`: leaves if c is false.
    Guard(ExitId, Reason),
    /// `poll e0`: leaves if the poll word is not zero.
    Poll(ExitId),
    /// `call name a b [, e0]`: a runtime helper; a helper that can fail leaves through the exit.
    Call(HelperId, Option<ExitId>),
    /// `call_unit u3 a b, e0`: another compiled unit. The exit stands after the call.
    CallUnit(u32, ExitId),

    /// `loop (p = init, ...) entry e0 stmt 3 trips 10 { ... }`. Terminates its region.
    Loop(RegionId, LoopInfo),
    /// `block { ... }`: the results are what `br` brings.
    Block(RegionId),
    /// `if c { ... } else { ... }`: the results are what `yield` brings.
    If(RegionId, RegionId),
    /// `br label a b`: leaves the enclosing block.
    Br(InstId),
    /// `continue label a b`: the next iteration of the enclosing loop.
    Continue(InstId),
    /// `yield a b`: ends the arm of an `if`.
    Yield,
    /// `exit e0 branch`: always leaves.
    Exit(ExitId, Reason),
    /// `ret a b`: the unit returns.
    Ret,
}

impl Op {
    /// The exit through which this instruction itself may leave. (The entry exit of a loop belongs to
    /// the instructions before it, not to the loop.)
    pub fn exit(self) -> Option<ExitId> {
        match self {
            Op::IntChecked(_, exit)
            | Op::FloatToInt(exit)
            | Op::Guard(exit, _)
            | Op::Poll(exit)
            | Op::CallUnit(_, exit)
            | Op::Exit(exit, _) => Some(exit),
            Op::Call(_, exit) => exit,
            _ => None,
        }
    }

    /// Every exit mentioned, the entry exit of a loop included.
    pub fn exit_mut(&mut self) -> Option<&mut ExitId> {
        match self {
            Op::IntChecked(_, exit)
            | Op::FloatToInt(exit)
            | Op::Guard(exit, _)
            | Op::Poll(exit)
            | Op::CallUnit(_, exit)
            | Op::Exit(exit, _)
            | Op::Call(_, Some(exit)) => Some(exit),
            Op::Loop(_, info) => Some(&mut info.entry),
            _ => None,
        }
    }

    /// The regions the instruction owns.
    pub fn regions(self) -> impl Iterator<Item = RegionId> {
        let (first, second) = match self {
            Op::Loop(body, _) | Op::Block(body) => (Some(body), None),
            Op::If(then, otherwise) => (Some(then), Some(otherwise)),
            _ => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// Whether the result depends on the operands alone and nothing else happens: no exit, no memory that can change.
    pub fn is_pure(self) -> bool {
        match self {
            Op::Int(_)
            | Op::IntUnary(_)
            | Op::IntCompare(_)
            | Op::Float(_)
            | Op::FloatUnary(_)
            | Op::FloatCompare(_)
            | Op::Bool(_)
            | Op::BoolNot
            | Op::Select
            | Op::IntToFloat
            | Op::Cast(_)
            | Op::SingleBits
            | Op::SingleValue
            | Op::Quiet
            | Op::Offset
            | Op::Splat
            | Op::Iota
            | Op::Lane(_)
            | Op::AnyLane => true,
            Op::Load(access) | Op::LoadElement(access) => access.region.is_immutable(),
            Op::Call(helper, exit) => exit.is_none() && helper.get().effect == crate::trace::helper::Effect::Pure,
            _ => false,
        }
    }

    /// Whether something outside of the unit can see that it ran: a store, a call with an effect.
    pub fn is_effect(self) -> bool {
        match self {
            Op::Store(_) | Op::StoreElement(_) | Op::CallUnit(..) => true,
            Op::Call(helper, _) => {
                matches!(helper.get().effect, crate::trace::helper::Effect::Writes(_))
            }
            _ => false,
        }
    }

    /// The regions of memory it may write, nested regions not counted.
    pub fn clobbers(self) -> RegionSet {
        match self {
            Op::Store(access) | Op::StoreElement(access) => RegionSet::of(&[access.region]),
            Op::CallUnit(..) => RegionSet::MUTABLE,
            Op::Call(helper, _) => match helper.get().effect {
                crate::trace::helper::Effect::Writes(set) => set,
                _ => RegionSet::NONE,
            },
            _ => RegionSet::NONE,
        }
    }
}
