//! The runtime helpers that IR may call: name, signature and effect of each.
//!
//! Comes in: nothing. Goes out: one row a helper, named by [`HelperId`]. The addresses of the machine-code entries are
//! `jit`'s business, which keeps a table in the same order; what the pure ones compute is [`number`](crate::number)'s.

use super::ir::{MemRegion, RegionSet, Ty};
use crate::array::elementary::{self, angle, exponential, logarithm};
use crate::number::{Complex64, complex, float, int, math};
use crate::resolve::tree::{BinaryOp, CompareOp, UnaryOp};
use smallvec::{SmallVec, smallvec};

/// What a helper may do beside computing its results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The results depend on the arguments alone (it may still fail).
    Pure,
    /// It reads memory that can change, and changes nothing.
    Reads,
    /// It is an effect, and writes these regions at most.
    Writes(RegionSet),
}

/// What a pure helper computes; none where it fails. The runtime entries of machine code compute the same.
#[derive(Clone, Copy, Debug)]
pub enum Meaning {
    /// Of a float.
    Float(fn(f64) -> Option<f64>),
    /// Of two floats.
    Floats(fn(f64, f64) -> Option<f64>),
    /// Of two ints.
    Ints(fn(i64, i64) -> Option<i64>),
    /// Of a complex number.
    Complex(fn(Complex64) -> Option<f64>),
    /// Of two complex numbers.
    Complexes(fn(Complex64, Complex64) -> Option<Complex64>),
    /// It works on objects: only the runtime can do it.
    Runtime,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Helper {
    /// The name in the text form and in relocations.
    pub name: &'static str,
    /// Types of the arguments.
    pub params: &'static [Ty],
    /// Types of the results.
    pub results: &'static [Ty],
    /// What it may do.
    pub effect: Effect,
    /// Whether it returns a status and the call leaves through its exit where that is not zero.
    pub fails: bool,
    /// What it computes, if that can be done without the runtime.
    pub meaning: Meaning,
}

impl Helper {
    /// The results for these arguments, all as bits: none if the helper fails, or needs the runtime.
    pub fn compute(&self, args: &[u64]) -> Option<SmallVec<[u64; 2]>> {
        let float = |at: usize| f64::from_bits(args[at]);
        let complex = |at: usize| Complex64::new(float(at), float(at + 1));
        Some(match self.meaning {
            Meaning::Float(of) => smallvec![of(float(0))?.to_bits()],
            Meaning::Floats(of) => smallvec![of(float(0), float(1))?.to_bits()],
            Meaning::Ints(of) => smallvec![of(args[0] as i64, args[1] as i64)? as u64],
            Meaning::Complex(of) => smallvec![of(complex(0))?.to_bits()],
            Meaning::Complexes(of) => {
                let result = of(complex(0), complex(2))?;
                smallvec![result.re.to_bits(), result.im.to_bits()]
            }
            Meaning::Runtime => return None,
        })
    }
}

/// A helper: an index into [`HELPERS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HelperId(u16);

impl HelperId {
    /// The row of the table.
    pub fn get(self) -> &'static Helper {
        &HELPERS[self.0 as usize]
    }

    /// The position in [`HELPERS`].
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The helper at a position in [`HELPERS`].
    pub fn from_index(at: usize) -> HelperId {
        assert!(at < HELPERS.len());
        HelperId(at as u16)
    }

    /// Whether it has the interpreter run a statement.
    pub fn interprets(self) -> bool {
        self == HelperId::INTERPRET || self == HelperId::INTERPRET_ANY
    }

    /// The helper of this name.
    pub fn from_name(name: &str) -> Option<HelperId> {
        HELPERS.iter().position(|helper| helper.name == name).map(|at| HelperId(at as u16))
    }
}

/// Declares the table and one constant a row. `fails` marks helpers that can fail.
macro_rules! helpers {
    ($($constant:ident = $name:literal ($($param:ident),*) -> ($($result:ident),*) $effect:expr, $meaning:expr $(, $fails:ident)?;)*) => {
        /// All helpers.
        pub static HELPERS: &[Helper] = &[$(Helper {
            name: $name,
            params: &[$(Ty::$param),*],
            results: &[$(Ty::$result),*],
            effect: $effect,
            fails: helpers!(@fails $($fails)?),
            meaning: $meaning,
        }),*];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u16)]
        enum Position { $($constant),* }

        impl HelperId {
            $(#[doc = concat!("The row `", $name, "`.")]
            pub const $constant: HelperId = HelperId(Position::$constant as u16);)*
        }
    };
    (@fails fails) => { true };
    (@fails) => { false };
}

/// A function of the C library as the `math` module has it: a NaN or an infinity that was not in the argument is a failure.
macro_rules! checked {
    ($of:path) => {
        Meaning::Float(|x| {
            let result = $of(x);
            let strange = result.is_nan() && !x.is_nan() || result.is_infinite() && x.is_finite();
            (!strange).then_some(result)
        })
    };
}

/// What changes when a list does.
const LISTS: Effect = Effect::Writes(RegionSet::of(&[
    MemRegion::ListKind,
    MemRegion::ListData,
    MemRegion::ListLength,
    MemRegion::ElemInt,
    MemRegion::ElemFloat,
    MemRegion::ElemBool,
    MemRegion::ElemComplex,
    MemRegion::ElemAny,
]));

/// What changes when a field of an instance gets a value.
const FIELDS: Effect = Effect::Writes(RegionSet::of(&[
    MemRegion::FieldTag,
    MemRegion::Field0,
    MemRegion::Field1,
    MemRegion::Field2,
    MemRegion::Field3,
    MemRegion::Field4,
    MemRegion::Field5,
    MemRegion::Field6,
    MemRegion::Field7,
    MemRegion::FieldFar,
]));

/// What changes when a row of machine numbers, or a byte array, gets more items or fewer.
const ROWS: Effect = Effect::Writes(RegionSet::of(&[
    MemRegion::ArrayHeader,
    MemRegion::ArrayShape,
    MemRegion::ListData,
    MemRegion::ListLength,
    MemRegion::ElemArray,
]));

/// What changes when an instance gets one field more.
const ADDED: Effect = Effect::Writes(RegionSet::of(&[MemRegion::Shape, MemRegion::FieldsData]));

/// The operators that the helper `binary` knows by number.
pub const BINARY_OPS: [BinaryOp; 13] = [
    BinaryOp::Add,
    BinaryOp::Sub,
    BinaryOp::Mul,
    BinaryOp::Div,
    BinaryOp::FloorDiv,
    BinaryOp::Mod,
    BinaryOp::Pow,
    BinaryOp::LeftShift,
    BinaryOp::RightShift,
    BinaryOp::And,
    BinaryOp::Or,
    BinaryOp::Xor,
    BinaryOp::MatMul,
];

/// The operators that the helper `unary` knows by number.
pub const UNARY_OPS: [UnaryOp; 3] = [UnaryOp::Negative, UnaryOp::Positive, UnaryOp::Invert];

/// The comparisons that the helper `compare` knows by number.
pub const COMPARE_OPS: [CompareOp; 8] = [
    CompareOp::Equal,
    CompareOp::NotEqual,
    CompareOp::Less,
    CompareOp::LessEqual,
    CompareOp::Greater,
    CompareOp::GreaterEqual,
    CompareOp::In,
    CompareOp::NotIn,
];

/// What changes when the interpreter runs a statement that computes with arrays and numbers.
const ARRAYS: Effect =
    Effect::Writes(RegionSet::of(&[MemRegion::Slots, MemRegion::Globals, MemRegion::Cells, MemRegion::ElemArray]));

// A pure helper that fails leaves to the start of its statement: the interpreter does the operation again and raises.
helpers! {
    SIN = "sin" (F64) -> (F64) Effect::Pure, checked!(f64::sin), fails;
    COS = "cos" (F64) -> (F64) Effect::Pure, checked!(f64::cos), fails;
    TAN = "tan" (F64) -> (F64) Effect::Pure, checked!(f64::tan), fails;
    ASIN = "asin" (F64) -> (F64) Effect::Pure, checked!(f64::asin), fails;
    ACOS = "acos" (F64) -> (F64) Effect::Pure, checked!(f64::acos), fails;
    ATAN = "atan" (F64) -> (F64) Effect::Pure, Meaning::Float(|x| Some(x.atan()));
    ATAN2 = "atan2" (F64, F64) -> (F64) Effect::Pure, Meaning::Floats(|y, x| Some(math::atan2(y, x)));
    HYPOT = "hypot" (F64, F64) -> (F64) Effect::Pure, Meaning::Floats(|x, y| Some(math::hypot(&[x, y])));
    SINH = "sinh" (F64) -> (F64) Effect::Pure, checked!(f64::sinh), fails;
    COSH = "cosh" (F64) -> (F64) Effect::Pure, checked!(f64::cosh), fails;
    TANH = "tanh" (F64) -> (F64) Effect::Pure, Meaning::Float(|x| Some(x.tanh()));
    EXP = "exp" (F64) -> (F64) Effect::Pure, checked!(f64::exp), fails;
    EXPM1 = "expm1" (F64) -> (F64) Effect::Pure, checked!(f64::exp_m1), fails;
    LOG = "log" (F64) -> (F64) Effect::Pure, checked!(f64::ln), fails;
    LOG2 = "log2" (F64) -> (F64) Effect::Pure, checked!(f64::log2), fails;
    LOG10 = "log10" (F64) -> (F64) Effect::Pure, checked!(f64::log10), fails;
    LOG1P = "log1p" (F64) -> (F64) Effect::Pure, checked!(f64::ln_1p), fails;
    // Of scalars of arrays, which are not the C library's.
    ARRAY_EXP = "array_exp" (F64) -> (F64) Effect::Pure, checked!(elementary::exp_of), fails;
    ARRAY_LOG = "array_log" (F64) -> (F64) Effect::Pure, checked!(elementary::log_of), fails;
    ARRAY_EXP2 = "array_exp2" (F64) -> (F64) Effect::Pure, checked!(exponential::exp2_of), fails;
    ARRAY_EXPM1 = "array_expm1" (F64) -> (F64) Effect::Pure, checked!(exponential::expm1_of), fails;
    ARRAY_SINH = "array_sinh" (F64) -> (F64) Effect::Pure, checked!(exponential::sinh_of), fails;
    ARRAY_COSH = "array_cosh" (F64) -> (F64) Effect::Pure, checked!(exponential::cosh_of), fails;
    ARRAY_TANH = "array_tanh" (F64) -> (F64) Effect::Pure, checked!(exponential::tanh_of), fails;
    ARRAY_LOG2 = "array_log2" (F64) -> (F64) Effect::Pure, checked!(logarithm::log2_of), fails;
    ARRAY_LOG10 = "array_log10" (F64) -> (F64) Effect::Pure, checked!(logarithm::log10_of), fails;
    ARRAY_LOG1P = "array_log1p" (F64) -> (F64) Effect::Pure, checked!(logarithm::log1p_of), fails;
    ARRAY_TAN = "array_tan" (F64) -> (F64) Effect::Pure, checked!(angle::tan_of), fails;
    ARRAY_ARCSIN = "array_arcsin" (F64) -> (F64) Effect::Pure, checked!(angle::arcsin_of), fails;
    ARRAY_ARCCOS = "array_arccos" (F64) -> (F64) Effect::Pure, checked!(angle::arccos_of), fails;
    ARRAY_ARCTAN = "array_arctan" (F64) -> (F64) Effect::Pure, checked!(angle::arctan_of), fails;
    // Python's `**`, `//` and `%` of floats.
    FLOAT_POW = "float_pow" (F64, F64) -> (F64) Effect::Pure, Meaning::Floats(float::power), fails;
    FLOAT_FLOOR_DIV = "float_floor_div" (F64, F64) -> (F64) Effect::Pure, Meaning::Floats(float::floor_div), fails;
    FLOAT_MOD = "float_mod" (F64, F64) -> (F64) Effect::Pure, Meaning::Floats(float::floor_mod), fails;
    // `x ** y` of ints with a result that is an int of 64 bits.
    INT_POW = "int_pow" (I64, I64) -> (I64) Effect::Pure,
        Meaning::Ints(|base, exponent| int::power(base, u64::try_from(exponent).ok()?)), fails;
    // `abs` and `/` of complex numbers.
    COMPLEX_ABS = "complex_abs" (F64, F64) -> (F64) Effect::Pure, Meaning::Complex(complex::absolute), fails;
    COMPLEX_DIV = "complex_div" (F64, F64, F64, F64) -> (F64, F64) Effect::Pure, Meaning::Complexes(complex::true_div), fails;
    COMPLEX_POW = "complex_pow" (F64, F64, F64, F64) -> (F64, F64) Effect::Pure, Meaning::Complexes(|x, y| complex::power(x, y).ok()), fails;

    // On objects. Those that fail have done nothing. What they return lives until the unit is left.
    KEEP = "keep" (Tag, I64) -> () Effect::Reads, Meaning::Runtime;
    // New lists; an item of one that nobody else knows yet, and of any.
    LIST_NEW = "list_new" () -> (Ref) Effect::Reads, Meaning::Runtime;
    LIST_FILL = "list_fill" (Ref, Tag, I64) -> () Effect::Reads, Meaning::Runtime;
    LIST_APPEND = "list_append" (Ref, Tag, I64) -> () LISTS, Meaning::Runtime;
    LIST_APPEND_COMPLEX = "list_append_complex" (Ref, F64, F64) -> () LISTS, Meaning::Runtime;
    LIST_EXTEND = "list_extend" (Ref, Tag, I64) -> () LISTS, Meaning::Runtime, fails;
    LIST_POP = "list_pop" (Ref) -> (Tag, I64) LISTS, Meaning::Runtime, fails;
    // A tuple of the items of a list; of one to six values; a complex number as an object.
    TUPLE_OF = "tuple_of" (Ref) -> (Ref) Effect::Reads, Meaning::Runtime;
    SINGLE = "single" (Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    PAIR = "pair" (Tag, I64, Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    TRIPLE = "triple" (Tag, I64, Tag, I64, Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    QUADRUPLE = "quadruple" (Tag, I64, Tag, I64, Tag, I64, Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    QUINTUPLE = "quintuple" (Tag, I64, Tag, I64, Tag, I64, Tag, I64, Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    SEXTUPLE = "sextuple" (Tag, I64, Tag, I64, Tag, I64, Tag, I64, Tag, I64, Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    // The same to look something up with, which lives until the next such tuple is made.
    KEY_OF_TWO = "key_of_two" (Tag, I64, Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    KEY_OF_THREE = "key_of_three" (Tag, I64, Tag, I64, Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    COMPLEX_NEW = "complex_new" (F64, F64) -> (Ref) Effect::Reads, Meaning::Runtime;
    COMPLEX128_NEW = "complex128_new" (F64, F64) -> (Ref) Effect::Reads, Meaning::Runtime;
    // A view of an array: the address of its first element, its layout, lengths and strides of four dimensions.
    ARRAY_VIEW = "array_view" (Ref, Ptr, I64, I64, I64, I64, I64, I64, I64, I64, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    // Displays: what is filled is not yet known to anybody else.
    DICT_NEW = "dict_new" () -> (Ref) Effect::Reads, Meaning::Runtime;
    DICT_FILL = "dict_fill" (Ref, Tag, I64, Tag, I64) -> () Effect::Reads, Meaning::Runtime, fails;
    SET_NEW = "set_new" () -> (Ref) Effect::Reads, Meaning::Runtime;
    SET_COPY = "set_copy" (Ref) -> (Ref) Effect::Reads, Meaning::Runtime;
    SET_FILL = "set_fill" (Ref, Tag, I64) -> () Effect::Reads, Meaning::Runtime, fails;
    SET_ADD = "set_add" (Ref, Tag, I64) -> () Effect::Writes(RegionSet::NONE), Meaning::Runtime, fails;
    // Operators of values that no script defined, the operator by its number.
    BINARY = "binary" (I64, Tag, I64, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    // `array op= value` of an array and a value that change nothing else.
    IN_PLACE = "in_place" (I64, Tag, I64, Tag, I64) -> () Effect::Writes(RegionSet::of(&[MemRegion::ElemArray])), Meaning::Runtime,
        fails;
    // `text += more`: grows in place what nobody else holds.
    TEXT_APPEND = "text_append" (Ref, Ref) -> (Ref) Effect::Writes(RegionSet::NONE), Meaning::Runtime;
    UNARY = "unary" (I64, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    COMPARE = "compare" (I64, Tag, I64, Tag, I64) -> (Bool) Effect::Reads, Meaning::Runtime, fails;
    GET_ITEM = "get_item" (Tag, I64, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    SET_ITEM = "set_item" (Ref, Tag, I64, Tag, I64) -> () LISTS, Meaning::Runtime, fails;
    // A value of a dictionary, or the one given for none; a value for a key.
    DICT_GET = "dict_get" (Ref, Tag, I64, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    DICT_SET = "dict_set" (Ref, Tag, I64, Tag, I64) -> () Effect::Writes(RegionSet::NONE), Meaning::Runtime, fails;
    SLICE = "slice" (Tag, I64, Tag, I64, Tag, I64, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    SET_SLICE = "set_slice" (Ref, Tag, I64, Tag, I64, Tag, I64, Tag, I64) -> () LISTS, Meaning::Runtime, fails;
    SLICE_NEW = "slice_new" (Tag, I64, Tag, I64, Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    DELETE_ITEM = "delete_item" (Ref, Tag, I64) -> () LISTS, Meaning::Runtime, fails;
    LENGTH = "length" (Ref) -> (I64) Effect::Reads, Meaning::Runtime, fails;
    TRUTH = "truth" (Tag, I64) -> (Bool) Effect::Reads, Meaning::Runtime, fails;
    // Built-in functions and classes, and methods of built-in types with their receivers.
    PURE_CALL_0 = "pure_call_0" (Ref) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    PURE_CALL_1 = "pure_call_1" (Ref, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    PURE_CALL_2 = "pure_call_2" (Ref, Tag, I64, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    PURE_CALL_3 = "pure_call_3" (Ref, Tag, I64, Tag, I64, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    RUN_1 = "run_1" (Ptr, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    RUN_2 = "run_2" (Ptr, Tag, I64, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    RUN_3 = "run_3" (Ptr, Tag, I64, Tag, I64, Tag, I64) -> (Tag, I64) Effect::Reads, Meaning::Runtime, fails;
    CALL_1 = "call_1" (Ref, Tag, I64) -> (Tag, I64) LISTS, Meaning::Runtime, fails;
    CALL_2 = "call_2" (Ref, Tag, I64, Tag, I64) -> (Tag, I64) LISTS, Meaning::Runtime, fails;
    CALL_3 = "call_3" (Ref, Tag, I64, Tag, I64, Tag, I64) -> (Tag, I64) LISTS, Meaning::Runtime, fails;
    // A method that changes a row of machine numbers, or a byte array, and may move it.
    ROW_CALL_1 = "row_call_1" (Ref, Tag, I64) -> (Tag, I64) ROWS, Meaning::Runtime, fails;
    ROW_CALL_2 = "row_call_2" (Ref, Tag, I64, Tag, I64) -> (Tag, I64) ROWS, Meaning::Runtime, fails;
    ROW_CALL_3 = "row_call_3" (Ref, Tag, I64, Tag, I64, Tag, I64) -> (Tag, I64) ROWS, Meaning::Runtime, fails;
    // `append` of a byte array and a byte.
    BYTE_APPEND = "byte_append" (Ref, I64) -> () ROWS, Meaning::Runtime, fails;
    // A method of a built-in type with its receiver; a random number of the module's own generator.
    METHOD_NEW = "method_new" (Ref, Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    RANDOM = "random" () -> (F64) Effect::Writes(RegionSet::NONE), Meaning::Runtime;
    // An instance of a shape, and its fields in order, while nobody else knows it; a field of any instance, by place.
    INSTANCE_NEW = "instance_new" (Ref) -> (Ref) Effect::Reads, Meaning::Runtime;
    INSTANCE_FILL = "instance_fill" (Ref, Tag, I64) -> () Effect::Reads, Meaning::Runtime;
    FIELD_SET = "field_set" (Ref, I64, Tag, I64) -> () FIELDS, Meaning::Runtime, fails;
    // One field more, with the shape that has it.
    FIELD_ADD = "field_add" (Ref, Ref, Tag, I64) -> () ADDED, Meaning::Runtime;
    // A slot of a frame. A statement that the interpreter runs on a frame: the code, where its frame begins behind the unit's own, how
    // many calls it is deeper, the statement, the slot that it assigns or -1. It runs nothing but arrays' operations, or anything. What it
    // raises has been raised; it says whether something waits for the end of the statement. Slots of a frame that become empty, from one on,
    // and what was in them lives until the unit is left.
    SLOT_SET = "slot_set" (Ptr, I64, Tag, I64) -> () Effect::Writes(RegionSet::of(&[MemRegion::Slots])), Meaning::Runtime;
    INTERPRET = "interpret" (Ptr, I64, I64, I64, I64, I64) -> (I64) ARRAYS, Meaning::Runtime, fails;
    INTERPRET_ANY = "interpret_any" (Ptr, I64, I64, I64, I64, I64) -> (I64) Effect::Writes(RegionSet::MUTABLE), Meaning::Runtime, fails;
    SLOTS_EMPTY = "slots_empty" (Ptr, I64, I64) -> () Effect::Writes(RegionSet::of(&[MemRegion::Slots])), Meaning::Runtime;
    CELL_NEW = "cell_new" (Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime;
    CELL_SET = "cell_set" (Ref, Tag, I64) -> () Effect::Writes(RegionSet::of(&[MemRegion::Cells])), Meaning::Runtime;
    GLOBAL_SET = "global_set" (Ref, I64, Tag, I64) -> () Effect::Writes(RegionSet::of(&[MemRegion::Globals])),
        Meaning::Runtime;
    // The first item, the bound and the step of a range.
    RANGE_BOUNDS = "range_bounds" (Ref) -> (I64, I64, I64) Effect::Reads, Meaning::Runtime, fails;
    // An iterator of a value that runs no script code; whether it had another item, and that.
    ITERATE = "iterate" (Tag, I64) -> (Ref) Effect::Reads, Meaning::Runtime, fails;
    // What an iterator nobody else has is made of and where it stands; it fails if its shape is another.
    TAKE_APART = "take_apart" (Ref, I64) -> (I64, I64, I64, I64, I64, I64, I64, I64) Effect::Reads, Meaning::Runtime, fails;
    // The slots and the function of a generator in a slot of a frame: the address of that frame, the slots in which the generator may
    // lie beside its own, that one, its code, the statement that it must wait at. It fails where anybody else has the generator.
    GENERATOR_SLOTS = "generator_slots" (Ptr, I64, I64, I64, I64) -> (Ptr, Ref) Effect::Reads, Meaning::Runtime, fails;
    // The slots and the function of a generator of a code that waits at a statement; it fails if this one does not.
    GENERATOR_WAITS = "generator_waits" (Ref, I64, I64) -> (Ptr, Ref) Effect::Reads, Meaning::Runtime, fails;
    // Has nobody close that generator: exits make another one.
    GENERATOR_TAKEN = "generator_taken" (Ptr, I64) -> () Effect::Writes(RegionSet::NONE), Meaning::Runtime;
    NEXT = "next" (Ref) -> (Bool, Tag, I64) Effect::Writes(RegionSet::NONE), Meaning::Runtime, fails;
    // The same of one whose items are pairs: both values of the item, which is not made.
    NEXT_PAIR = "next_pair" (Ref) -> (Bool, Tag, I64, Tag, I64) Effect::Writes(RegionSet::NONE), Meaning::Runtime, fails;
    // The next item; it fails if there is none, as it will when it is asked again.
    NEXT_ITEM = "next_item" (Ref) -> (Tag, I64) Effect::Writes(RegionSet::NONE), Meaning::Runtime, fails;
}
