//! An expression made ready to run: its operations as steps over blocks of elements, and the way through memory.
//!
//! In: an expression. Out: any run of its elements, in the order in which the array that it would be has them, computed one block after the
//! other ([`super::worker`]).
#![allow(unsafe_code)]

mod kernels;

use super::joined::{self, Joined, Operand};
use super::kernel::{self, Kernel, Op};
use super::{Expression, Moves, Node};
use crate::array::cast;
use crate::array::dtype::{Class, DType};
use crate::array::ndarray::{Array, Shape, Strides};
use crate::array::status::Status;
use crate::array::ufunc::loops::Loop;
use crate::array::ufunc::{Gives, Ufunc, choice};
use crate::array::walk::order_axes;
use smallvec::{SmallVec, smallvec};
use std::ops::Range;
use std::rc::Rc;

/// Elements of a block.
pub const BLOCK: usize = 1024;
/// So many elements of each operand are asked for before a step: the processor waits for those that it has no more room for, in place of
/// computing.
const AHEAD: usize = 128;
/// Operands of so many elements do not stay in the second cache.
const FAR: usize = 1 << 16;
/// Kernels read and write so many rows at most.
pub const MOST_ROWS: usize = 32;
/// Rows shorter than this are not worth a pass of their own.
const SHORT: usize = 16;
/// Bytes of all rows of a block that stay in the first cache.
const NEAR: usize = 24 << 10;
/// Bytes of a block of one constant.
pub const FILLED: usize = BLOCK * 8;
/// Bytes that an element takes at most.
pub const WIDEST: usize = 16;

/// Where a row of operands or results is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Leaf(usize),
    Constant(usize),
    /// A block of one constant.
    Filled(usize),
    Temporary(usize),
    Target,
}

/// An operand that lies in memory.
pub struct Leaf {
    pub data: *mut u8,
    /// The size of an element.
    pub size: usize,
    /// All addresses of it.
    span: Range<usize>,
    pub strides: Strides,
    /// Along which axes it is rolled, and how far.
    pub rolled: Moves<usize>,
}

/// What a step does with rows.
#[derive(Clone, Copy)]
pub enum Run {
    Loop(Loop),
    Cast(cast::Row),
}

/// Several operations in one loop over rows that lie dense.
#[derive(Clone)]
enum Whole {
    Loop(Loop),
    Kernel(Rc<Kernel>),
}

/// One operation, or several that belong together.
pub struct Step {
    /// All of them in one loop, where rows lie dense.
    joined: Option<(Whole, SmallVec<[Place; 5]>)>,
    /// The loop, with the numbers of its rows.
    pub at_once: Option<(AtOnce, SmallVec<[usize; 5]>)>,
    /// One by one: where that is not so, and to find out which of them noticed something.
    pub parts: SmallVec<[Part; 1]>,
    /// Whether the processor notices nothing in it.
    pub is_quiet: bool,
    /// Whether its result goes into the target.
    pub is_last: bool,
}

/// What computes several operations.
#[derive(Clone, Copy)]
pub enum AtOnce {
    Loop(Loop),
    Kernel(kernel::Code),
}

/// What an operation is to those who make kernels.
#[derive(Clone, Copy)]
struct Meaning {
    op: Op,
    /// Whether it asks first which operands are true.
    asks: bool,
    dtype: DType,
    result: DType,
}

/// An operation on rows: up to three operands, and the result.
pub struct Part {
    pub run: Run,
    meaning: Option<Meaning>,
    places: SmallVec<[(Place, isize); 4]>,
    /// The numbers of the rows, and how far elements in them are apart.
    pub rows: SmallVec<[(usize, isize); 4]>,
    /// Its place among all operations, in the order in which they would be computed one by one.
    pub number: usize,
    /// What is not heard of what the processor notices in it.
    pub deaf: Status,
}

/// How an operation is done.
struct What {
    run: Run,
    name: &'static str,
    deaf: Status,
    is_quiet: bool,
    meaning: Option<Meaning>,
}

impl Step {
    /// Where its result goes, and how large an element of that is.
    fn result(&self) -> (Place, isize) {
        let last = &self.parts[self.parts.len() - 1].places;
        last[last.len() - 1]
    }
}

/// An expression made ready to run.
pub struct Plan {
    leaves: Vec<Leaf>,
    pub constants: Vec<[u64; 2]>,
    /// Those constants of which there are blocks, with their sizes.
    pub filled: Vec<(usize, usize)>,
    pub steps: Vec<Step>,
    /// The names of the operations.
    pub names: Vec<&'static str>,
    /// Which of them are in use.
    pub temporaries: Vec<bool>,
    is_shared: bool,
    /// The size of the widest temporary.
    widest: usize,
    /// Whether rows are so short that operands are brought side by side first.
    pub is_gathered: bool,
    /// Whether operands come from beyond the near caches, and there is time to have them brought.
    pub reads_ahead: bool,
    /// How many elements are computed at a time.
    pub block: usize,
    pub way: Way,
}

/// How leaves are gone through.
#[derive(Default)]
pub struct Way {
    /// Lengths, outermost first; neighbours that are one long axis are one.
    pub shape: Shape,
    pub target: Strides,
    pub leaves: Vec<Leaf>,
    /// Where rows begin anew in some leaf, from 0 to the length.
    pub cuts: Vec<usize>,
}

/// How the operands of a plan share elements with its target.
#[derive(Clone, Copy)]
pub enum Sharing {
    /// Not at all.
    Apart,
    /// Each is read where it is written, and not after it.
    Same,
    /// By so many bytes some are read behind where results go, at most.
    Behind(isize),
}

/// Where a worker puts results.
#[derive(Clone, Copy)]
pub enum To {
    /// One after the other.
    Dense(*mut u8),
    /// Where an array has them whose strides the plan was made for.
    Array(*mut u8),
}

// SAFETY: a plan has addresses of elements that nobody writes while workers run, but for the runs that each of them was given.
unsafe impl Sync for Plan {}

impl Plan {
    /// The plan for an expression whose results have these strides. Nothing but results is written to the places of a target that has
    /// operands in it (`is_shared`).
    pub fn new(expression: &Expression, strides: &[isize], is_shared: bool) -> Plan {
        let is_far = expression.shape.iter().product::<usize>() >= FAR;
        let mut plan = Plan {
            // What is computed in between stays near: a far target would have to come before the next step can read from it.
            // A kernel whose block is done again must not have replaced what it read, either.
            is_shared: is_shared || is_far || kernel::may_be(),
            widest: 0,
            is_gathered: false,
            reads_ahead: false,
            block: BLOCK,
            leaves: Vec::new(),
            constants: Vec::new(),
            filled: Vec::new(),
            steps: Vec::new(),
            names: Vec::new(),
            temporaries: Vec::new(),
            way: Way::default(),
        };
        plan.emit(expression, &expression.shape, Some(Place::Target));
        let axes = order_axes(expression.shape.len(), &[&expression.strides]);
        plan.way = Way::new(&plan, &expression.shape, strides, &axes);
        let way = &plan.way;
        let inner = way.shape.len() - 1;
        plan.is_gathered =
            !is_shared && inner > 0 && way.shape[inner] < SHORT && way.cuts.len() == 2 && plan.steps.len() > 1;
        let is_gathered = plan.is_gathered;
        for step in &mut plan.steps {
            let size = step.result().1;
            let is_dense = |place: &Place| match place {
                Place::Leaf(leaf) => is_gathered || way.leaves[*leaf].strides[inner] == size,
                Place::Target => way.target[inner] == size,
                _ => true,
            };
            step.joined.take_if(|(_, places)| !places.iter().all(is_dense));
        }
        if kernel::may_be() {
            plan.make_kernels(expression.shape.iter().product());
            if !plan.steps.iter().any(|step| matches!(step.joined, Some((Whole::Loop(_), _)))) {
                plan.filled.clear();
            }
        }
        let results = plan.steps.iter().flat_map(|step| &step.parts).filter_map(|part| part.places.last());
        plan.widest = results.map(|&(_, size)| size as usize).max().unwrap_or(0);
        plan.reads_ahead = plan.steps.len() > 1 && is_far;
        let near = if plan.reads_ahead { ((plan.steps.len() - 1) * AHEAD).clamp(2 * AHEAD, BLOCK) } else { BLOCK };
        plan.block = near * plan.blocks_at_once();
        plan.number_rows();
        plan
    }

    /// How many blocks of narrow elements stay in the first cache where one of wide ones does.
    fn blocks_at_once(&self) -> usize {
        let leaves: usize = self.way.leaves.iter().map(|leaf| leaf.size).sum();
        let rows = leaves + (self.temporaries.len() + 1) * self.widest;
        let widest = self.way.leaves.iter().map(|leaf| leaf.size).fold(self.widest, usize::max);
        // Blocks of constants hold so many.
        let most = if self.filled.is_empty() { usize::MAX } else { FILLED / (BLOCK * widest.max(1)) };
        if self.is_gathered { 1 } else { most.min(NEAR / (BLOCK * rows.max(1))).max(1) }
    }

    /// Gives each row its number: operands come first, then constants, blocks of them, temporaries, and the target.
    fn number_rows(&mut self) {
        let (constants, filled) = (self.way.leaves.len(), self.way.leaves.len() + self.constants.len());
        let temporaries = filled + self.filled.len();
        let target = temporaries + self.temporaries.len();
        let number = |place: Place| match place {
            Place::Leaf(leaf) => leaf,
            Place::Constant(at) => constants + at,
            Place::Filled(at) => filled + at,
            Place::Temporary(at) => temporaries + at,
            Place::Target => target,
        };
        let inner = self.way.shape.len() - 1;
        let (way, is_gathered) = (&self.way, self.is_gathered);
        let apart = |place: Place, size: isize| match place {
            Place::Leaf(leaf) if is_gathered => way.leaves[leaf].size as isize,
            Place::Leaf(leaf) => way.leaves[leaf].strides[inner],
            Place::Constant(_) => 0,
            Place::Filled(_) | Place::Temporary(_) | Place::Target => size,
        };
        for step in &mut self.steps {
            let numbers = |places: &SmallVec<[Place; 5]>| places.iter().map(|&place| number(place)).collect();
            let at_once = |whole: &Whole| match whole {
                Whole::Loop(run) => AtOnce::Loop(*run),
                Whole::Kernel(kernel) => AtOnce::Kernel(kernel.code),
            };
            step.at_once = step.joined.as_ref().map(|(whole, places)| (at_once(whole), numbers(places)));
            step.is_last = step.result().0 == Place::Target;
            for part in &mut step.parts {
                part.rows = part.places.iter().map(|&(place, size)| (number(place), apart(place, size))).collect();
            }
        }
    }

    /// The number of the target's row: so many come before.
    pub fn last_row(&self) -> usize {
        self.way.leaves.len() + self.constants.len() + self.filled.len() + self.temporaries.len()
    }

    /// Has operations done one by one where several at once might replace what they, or those that do them again, still read.
    pub fn separate(&mut self) {
        for step in &mut self.steps {
            let is_kernel = matches!(step.at_once, Some((AtOnce::Kernel(_), _)));
            step.at_once.take_if(|_| !(is_kernel && step.is_quiet));
        }
    }

    /// So many bytes from one temporary to the next. They do not begin at the same places of pages: the processor would take a read of the
    /// one for one of what was just written to the other.
    pub fn apart(&self) -> usize {
        self.block.max(BLOCK) * self.widest + 128
    }

    /// How many elements lie in one row.
    pub fn row(&self) -> usize {
        self.way.shape.last().copied().unwrap_or(1)
    }

    /// Whether rows are so short that going through them one by one is a loss.
    pub fn is_short(&self) -> bool {
        !self.is_gathered && self.row() < SHORT
    }

    /// Whether results come in the order of their addresses, each at one of its own.
    pub fn is_ascending(&self, size: usize) -> bool {
        let mut extent = size as isize;
        self.way.shape.iter().zip(&self.way.target).rev().all(|(&length, &step)| {
            let fits = length == 1 || step >= extent;
            extent += step * (length as isize - 1);
            fits
        })
    }

    /// How operands share elements with a target; nothing if one of them steps through memory otherwise than the target does.
    pub fn sharing(&self, target: &Array) -> Option<Sharing> {
        let span = target.span();
        let mut sharing = Sharing::Apart;
        for (number, leaf) in self.way.leaves.iter().enumerate() {
            if leaf.span.start >= span.end || span.start >= leaf.span.end {
                continue;
            }
            if !leaf.rolled.is_empty() || leaf.strides != self.way.target {
                return None;
            }
            let distance = target.data() as isize - leaf.data as isize;
            // The loop of an operation may replace its first operand, and no other.
            let last = self.steps.last().and_then(|step| step.parts.last()).map_or(&[][..], |part| match part.run {
                Run::Loop(_) => &part.places[1..],
                Run::Cast(_) => &part.places,
            });
            let is_same = distance == 0 && !last.iter().any(|(place, _)| *place == Place::Leaf(number));
            sharing = match sharing {
                Sharing::Behind(most) => Sharing::Behind(most.max(distance)),
                _ if is_same => Sharing::Same,
                _ => Sharing::Behind(distance.max(0)),
            };
        }
        Some(sharing)
    }

    /// How far the place of a result is from the first one's.
    pub fn offset(&self, mut place: usize) -> isize {
        let mut offset = 0;
        for (&length, &step) in self.way.shape.iter().zip(&self.way.target).rev() {
            offset += (place % length) as isize * step;
            place /= length;
        }
        offset
    }

    /// How far results of a row are apart.
    pub fn step(&self) -> isize {
        self.way.target.last().copied().unwrap_or(0)
    }

    /// Puts the steps of an expression behind those there are, and says where its result is: at the place wanted, if an operation makes it.
    fn emit(&mut self, expression: &Expression, shape: &[usize], wanted: Option<Place>) -> (Place, isize) {
        let size = expression.dtype.size() as isize;
        match &expression.node {
            Node::Array(array) if array.shape() == shape => {
                let (span, strides) = (array.span(), array.strides().into());
                self.leaf(Leaf { data: array.data(), size: size as usize, span, strides, rolled: Moves::new() })
            }
            Node::Array(array) => {
                let view = array.broadcast_view(shape).expect("the shapes were brought together");
                let (span, strides) = (view.span(), view.strides().into());
                self.leaf(Leaf { data: view.data(), size: size as usize, span, strides, rolled: Moves::new() })
            }
            Node::Rolled(array, moves) => {
                let within = |&(axis, shift): &(usize, i64)| {
                    (axis, shift.rem_euclid(array.shape()[axis].max(1) as i64) as usize)
                };
                let rolled = moves.iter().map(within).filter(|&(_, shift)| shift != 0).collect();
                let (span, strides) = (array.span(), array.strides().into());
                self.leaf(Leaf { data: array.data(), size: size as usize, span, strides, rolled })
            }
            Node::Scalar(scalar) => {
                let mut room = [0; 2];
                // SAFETY: there is room for the widest element.
                unsafe { scalar.write(room.as_mut_ptr().cast()) };
                self.constants.push(room);
                (Place::Constant(self.constants.len() - 1), 0)
            }
            Node::Apply(ufunc, _, run, inputs) => {
                if let Some(joined) = joined::find(expression) {
                    return self.join(expression, &joined, shape, wanted);
                }
                let quiet = is_quiet(ufunc, inputs);
                let what = What {
                    run: Run::Loop(*run),
                    name: ufunc.name,
                    deaf: deaf_to(ufunc),
                    is_quiet: quiet,
                    meaning: meaning(ufunc, inputs, expression.dtype),
                };
                self.operation(what, inputs, size, shape, wanted)
            }
            Node::Choose(inputs) => {
                let (dtype, op) = (expression.dtype, Op::Choose);
                let what = What {
                    run: Run::Loop(choice(dtype.size())),
                    name: "where",
                    deaf: Status::ALL,
                    is_quiet: true,
                    meaning: kernel::is_plain(dtype).then_some(Meaning { op, asks: false, dtype, result: dtype }),
                };
                self.operation(what, inputs, size, shape, wanted)
            }
            Node::Cast(input) => {
                let (dtype, result, op) = (input.dtype, expression.dtype, Op::Cast);
                let is_plain = kernel::is_plain(dtype) && kernel::is_plain(result);
                let what = What {
                    run: Run::Cast(cast::loop_for(dtype, result)),
                    name: "cast",
                    deaf: Status::ALL.without(cast::heard(dtype, result, Status::ALL)),
                    is_quiet: dtype.class() < Class::Float && result.class() < Class::Float,
                    meaning: is_plain.then_some(Meaning { op, asks: false, dtype, result }),
                };
                self.operation(what, std::slice::from_ref(&**input), size, shape, wanted)
            }
        }
    }

    fn leaf(&mut self, leaf: Leaf) -> (Place, isize) {
        let same = |other: &Leaf| {
            other.data == leaf.data
                && other.size == leaf.size
                && other.strides == leaf.strides
                && other.rolled == leaf.rolled
        };
        let known = self.leaves.iter().position(same);
        let place = known.unwrap_or_else(|| {
            self.leaves.push(leaf);
            self.leaves.len() - 1
        });
        (Place::Leaf(place), 0)
    }

    fn operation(
        &mut self,
        What { run, name, deaf, is_quiet, meaning }: What,
        inputs: &[Expression],
        size: isize,
        shape: &[usize],
        wanted: Option<Place>,
    ) -> (Place, isize) {
        let target = wanted.unwrap_or_else(|| self.temporary());
        let mut places = SmallVec::new();
        for (at, input) in inputs.iter().enumerate() {
            // The first operand may be computed where the result goes: loops of operations know that.
            let same = at == 0 && input.dtype.size() as isize == size && matches!(run, Run::Loop(_));
            let kept = same && !(self.is_shared && target == Place::Target);
            places.push(self.emit(input, shape, kept.then_some(target)));
        }
        self.free(places.iter().map(|&(place, _)| place), target);
        places.push((target, size));
        let number = self.number(name);
        self.push(None, smallvec![Part { run, meaning, places, rows: SmallVec::new(), number, deaf }], is_quiet);
        (target, size)
    }

    fn push(&mut self, joined: Option<(Whole, SmallVec<[Place; 5]>)>, parts: SmallVec<[Part; 1]>, is_quiet: bool) {
        self.steps.push(Step { joined, at_once: None, parts, is_quiet, is_last: false });
    }

    fn number(&mut self, name: &'static str) -> usize {
        self.names.push(name);
        self.names.len() - 1
    }

    /// Lets temporaries go that are not the target.
    fn free(&mut self, places: impl Iterator<Item = Place>, target: Place) {
        for place in places {
            if let Place::Temporary(at) = place
                && place != target
            {
                self.temporaries[at] = false;
            }
        }
    }

    /// Several operations in one loop. No operand is where the result goes: if something is noticed, they are done again one by one.
    fn join(
        &mut self,
        whole: &Expression,
        joined: &Joined<'_>,
        shape: &[usize],
        wanted: Option<Place>,
    ) -> (Place, isize) {
        let size = whole.dtype.size() as isize;
        let target = wanted.unwrap_or_else(|| self.temporary());
        let mut operands: SmallVec<[(Place, isize); 4]> = smallvec![(target, 0); joined.operands.len()];
        let mut numbers: SmallVec<[usize; 3]> = smallvec![0; joined.parts.len()];
        self.operands(whole, joined, shape, (&mut operands, &mut numbers));
        let last = joined.parts.len() - 1;
        let results: SmallVec<[Place; 3]> =
            (0..=last).map(|k| if k == last { target } else { self.temporary() }).collect();
        let mut parts = SmallVec::new();
        for (k, (expression, inputs)) in joined.parts.iter().enumerate() {
            let Node::Apply(ufunc, _, run, operands_of) = &expression.node else {
                unreachable!("operations are joined")
            };
            let place = |input: &Operand| match *input {
                Operand::Given(at) => operands[at],
                Operand::Result(at) => (results[at], size),
            };
            let mut places: SmallVec<[(Place, isize); 4]> = inputs.iter().map(place).collect();
            places.push((results[k], size));
            let (rows, meaning) = (SmallVec::new(), meaning(ufunc, operands_of, expression.dtype));
            parts.push(Part { run: Run::Loop(*run), meaning, places, rows, number: numbers[k], deaf: deaf_to(ufunc) });
        }
        let filled = |this: &mut Plan, place: Place| match place {
            Place::Constant(at) => {
                this.filled.push((at, size as usize));
                Place::Filled(this.filled.len() - 1)
            }
            place => place,
        };
        let mut rows: SmallVec<[Place; 5]> = operands.iter().map(|&(place, _)| filled(self, place)).collect();
        rows.push(target);
        self.free(operands.iter().map(|&(place, _)| place).chain(results), target);
        self.push(Some((Whole::Loop(joined.run), rows)), parts, whole.dtype.class() < Class::Float);
        (target, size)
    }

    /// Computes the operands of joined operations, and numbers these, in the order in which all would be computed one by one.
    fn operands(
        &mut self,
        expression: &Expression,
        joined: &Joined<'_>,
        shape: &[usize],
        (places, numbers): (&mut [(Place, isize)], &mut [usize]),
    ) {
        let part = joined.parts.iter().position(|(part, _)| std::ptr::eq(*part, expression));
        match (part, &expression.node) {
            (Some(part), Node::Apply(ufunc, _, _, inputs)) => {
                for input in inputs {
                    self.operands(input, joined, shape, (&mut *places, &mut *numbers));
                }
                numbers[part] = self.number(ufunc.name);
            }
            _ => {
                let at = joined.operands.iter().position(|operand| std::ptr::eq(*operand, expression));
                let at = at.expect("it is an operation or an operand");
                places[at] = self.emit(expression, shape, None);
            }
        }
    }

    fn temporary(&mut self) -> Place {
        let free = self.temporaries.iter().position(|&used| !used).unwrap_or_else(|| {
            self.temporaries.push(false);
            self.temporaries.len() - 1
        });
        self.temporaries[free] = true;
        Place::Temporary(free)
    }

    /// What each step noticed, in order.
    pub fn told(&self, noticed: &[Status]) -> super::Noticed {
        let operations = self.names.iter().zip(noticed);
        operations.filter(|(_, status)| !status.is_none()).map(|(name, status)| (*status, *name)).collect()
    }
}

/// What a function of these is to those who make kernels.
fn meaning(ufunc: &Ufunc, inputs: &[Expression], result: DType) -> Option<Meaning> {
    let dtype = inputs[0].dtype;
    let (op, asks) = kernel::of_function(ufunc.name, dtype)?;
    kernel::is_plain(dtype).then_some(Meaning { op, asks, dtype, result })
}

/// Whether the processor notices nothing in a function of these: whole numbers that are neither divided nor raised.
fn is_quiet(ufunc: &Ufunc, inputs: &[Expression]) -> bool {
    const QUIET: [&str; 19] = [
        "add",
        "subtract",
        "multiply",
        "equal",
        "not_equal",
        "less",
        "less_equal",
        "greater",
        "greater_equal",
        "bitwise_and",
        "bitwise_or",
        "bitwise_xor",
        "invert",
        "logical_and",
        "logical_or",
        "logical_xor",
        "logical_not",
        "maximum",
        "minimum",
    ];
    inputs.iter().all(|input| input.dtype.class() < Class::Float) && QUIET.contains(&ufunc.name)
}

/// What is not heard of a function: comparisons notice what is not a number, and mean nothing by it.
fn deaf_to(ufunc: &Ufunc) -> Status {
    if ufunc.repeats || ufunc.gives == Gives::Truth { Status::INVALID } else { Status::NONE }
}

impl Leaf {
    /// How far it is rolled along an axis.
    fn moved(&self, axis: usize) -> Option<usize> {
        self.rolled.iter().find(|(along, _)| *along == axis).map(|&(_, shift)| shift)
    }

    /// Where a row begins: its places along the outer axes.
    pub fn row(&self, way: &Way, places: &[usize]) -> *mut u8 {
        let along = |(axis, &place): (usize, &usize)| match self.rolled.is_empty() {
            true => place as isize * self.strides[axis],
            false => self.offset(way, axis, place),
        };
        places.iter().enumerate().map(along).fold(self.data, |data, offset| data.wrapping_offset(offset))
    }

    /// How far the element at a place of an axis is from the first one.
    pub fn offset(&self, way: &Way, axis: usize, place: usize) -> isize {
        let place = match self.moved(axis) {
            None => place,
            Some(shift) if place < shift => place + way.shape[axis] - shift,
            Some(shift) => place - shift,
        };
        place as isize * self.strides[axis]
    }
}

impl Way {
    fn new(plan: &Plan, shape: &[usize], strides: &[isize], axes: &[usize]) -> Way {
        let bare = |leaf: &Leaf| {
            let (span, strides) = (leaf.span.clone(), Strides::new());
            Leaf { data: leaf.data, size: leaf.size, span, strides, rolled: Moves::new() }
        };
        let mut way = Way { leaves: plan.leaves.iter().map(bare).collect(), ..Way::default() };
        for &axis in axes {
            let length = shape[axis];
            if length == 1 {
                continue;
            }
            let last = way.shape.len().wrapping_sub(1);
            let joins = !way.shape.is_empty()
                && way.target[last] == strides[axis] * length as isize
                && plan.leaves.iter().zip(&way.leaves).all(|(leaf, own)| {
                    let whole = own.strides[last] == leaf.strides[axis] * length as isize;
                    whole && leaf.moved(axis).is_none() && own.moved(last).is_none()
                });
            if joins {
                way.shape[last] *= length;
                way.target[last] = strides[axis];
                for (own, leaf) in way.leaves.iter_mut().zip(&plan.leaves) {
                    own.strides[last] = leaf.strides[axis];
                }
                continue;
            }
            let place = way.shape.len();
            way.shape.push(length);
            way.target.push(strides[axis]);
            for (own, leaf) in way.leaves.iter_mut().zip(&plan.leaves) {
                own.strides.push(leaf.strides[axis]);
                own.rolled.extend(leaf.moved(axis).map(|shift| (place, shift)));
            }
        }
        if way.shape.is_empty() {
            way.shape.push(1);
            way.target.push(0);
            way.leaves.iter_mut().for_each(|leaf| leaf.strides.push(0));
        }
        let inner = way.shape.len() - 1;
        way.cuts = vec![0, way.shape[inner]];
        way.cuts.extend(way.leaves.iter().filter_map(|leaf| leaf.moved(inner)));
        way.cuts.sort_unstable();
        way.cuts.dedup();
        way
    }
}
