//! Operations that follow one another as one loop in machine code: what one gives is the next one's operand, in registers.
//!
//! In: the steps of a plan, as a [`Program`]. Out: its [`Kernel`], made by whoever can make machine code, once a program has done enough
//! work to be worth that. What is made is kept, by program. A kernel computes each element by the same operations in the same order as the
//! loops of the operations do, so the bits are the same; what it does where the processor notices something does not matter, since that
//! block is done again one by one.

use crate::array::dtype::{Class, DType};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A loop over rows that lie dense: where they are, operands first; how many elements.
pub type Code = unsafe extern "C" fn(*const *mut u8, usize);

/// Machine code, and what keeps it where it is.
pub struct Kernel {
    /// The loop.
    pub code: Code,
    /// Its memory.
    pub memory: Box<dyn Any>,
}

/// What an operation does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "most are called as numpy's functions are")]
pub enum Op {
    Add,
    Subtract,
    Multiply,
    Divide,
    Maximum,
    Minimum,
    And,
    Or,
    Xor,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Negative,
    Absolute,
    Invert,
    Square,
    Sqrt,
    Reciprocal,
    Floor,
    Ceil,
    Trunc,
    Rint,
    IsNan,
    /// The second operand where the first, a truth, is true, else the third.
    Choose,
    /// The same number as another type.
    Cast,
}

/// An operand: one that comes from outside, or the result of an earlier step.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Operand {
    /// By its number.
    Input(usize),
    /// By its number.
    Step(usize),
}

/// An operation.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Step {
    /// What it does.
    pub op: Op,
    /// The type of its operands; of a choice, of the second one and the third.
    pub dtype: DType,
    /// The type of its results.
    pub result: DType,
    /// Its operands.
    pub operands: SmallVec<[Operand; 3]>,
}

/// Several operations.
#[derive(Clone, Default, PartialEq, Eq, Hash, Debug)]
pub struct Program {
    /// The types of the rows that come from outside, and whether one is a single element for all.
    pub inputs: SmallVec<[(DType, bool); 8]>,
    /// The operations in order.
    pub steps: SmallVec<[Step; 8]>,
    /// Those whose results are written, in the order of their rows.
    pub results: SmallVec<[usize; 2]>,
}

/// Makes the kernel of a program, if it can.
pub type Maker = fn(&Program) -> Option<Kernel>;

/// Programs that are remembered at most. They are forgotten together.
const MOST: usize = 512;

thread_local! {
    static MAKER: Cell<Option<(Maker, u64)>> = const { Cell::new(None) };
    static KNOWN: RefCell<FxHashMap<Program, Known>> = RefCell::default();
}

/// What is known of a program.
enum Known {
    /// So many operations on elements were computed without a kernel.
    Counted(u64),
    Made(Rc<Kernel>),
    Refused,
}

/// Says who makes kernels on this thread, and for what has done so much work, in operations on elements. Nobody does to begin with.
pub fn set_maker(maker: Option<(Maker, u64)>) {
    MAKER.set(maker);
}

/// Whether there may be kernels.
pub fn may_be() -> bool {
    MAKER.get().is_some()
}

/// The kernel of a program that is about to do some work.
pub fn find(program: &Program, work: u64) -> Option<Rc<Kernel>> {
    let (maker, worth) = MAKER.get()?;
    KNOWN.with_borrow_mut(|known| {
        let done = match known.get(program) {
            Some(Known::Made(kernel)) => return Some(Rc::clone(kernel)),
            Some(Known::Refused) => return None,
            Some(Known::Counted(done)) => done + work,
            None => work,
        };
        if known.len() >= MOST {
            known.clear();
        }
        let kernel = if done >= worth { maker(program).map(Rc::new) } else { None };
        let now = match &kernel {
            Some(kernel) => Known::Made(Rc::clone(kernel)),
            None if done >= worth => Known::Refused,
            None => Known::Counted(done),
        };
        known.insert(program.clone(), now);
        kernel
    })
}

/// What a universal function does to operands of a type, and whether it asks first which of them are true.
pub fn of_function(name: &str, dtype: DType) -> Option<(Op, bool)> {
    let is_float = dtype.class() == Class::Float;
    let is_whole = matches!(dtype.class(), Class::Signed | Class::Unsigned);
    let op = match name {
        "add" if dtype == DType::Bool => Op::Or,
        "multiply" if dtype == DType::Bool => Op::And,
        "maximum" if dtype == DType::Bool => Op::Or,
        "minimum" if dtype == DType::Bool => Op::And,
        "logical_and" => return Some((Op::And, dtype != DType::Bool)),
        "logical_or" => return Some((Op::Or, dtype != DType::Bool)),
        "logical_xor" => return Some((Op::Xor, dtype != DType::Bool)),
        "logical_not" => return Some((Op::Invert, dtype != DType::Bool)),
        "bitwise_and" => Op::And,
        "bitwise_or" => Op::Or,
        "bitwise_xor" => Op::Xor,
        "invert" => Op::Invert,
        "equal" => Op::Equal,
        "not_equal" => Op::NotEqual,
        "less" => Op::Less,
        "less_equal" => Op::LessEqual,
        "greater" => Op::Greater,
        "greater_equal" => Op::GreaterEqual,
        _ if !is_float && !is_whole => return None,
        "add" => Op::Add,
        "subtract" => Op::Subtract,
        "multiply" => Op::Multiply,
        "square" => Op::Square,
        "maximum" => Op::Maximum,
        "minimum" => Op::Minimum,
        "negative" => Op::Negative,
        "absolute" if dtype.class() != Class::Unsigned => Op::Absolute,
        _ if !is_float => return None,
        "divide" => Op::Divide,
        "fabs" => Op::Absolute,
        "sqrt" => Op::Sqrt,
        "reciprocal" => Op::Reciprocal,
        "floor" => Op::Floor,
        "ceil" => Op::Ceil,
        "trunc" => Op::Trunc,
        "rint" => Op::Rint,
        "isnan" => Op::IsNan,
        _ => return None,
    };
    (is_float || is_whole || dtype == DType::Bool).then_some((op, false))
}

/// Whether elements of a type can be computed with at all.
pub fn is_plain(dtype: DType) -> bool {
    matches!(dtype.class(), Class::Signed | Class::Unsigned | Class::Float) || dtype == DType::Bool
}
