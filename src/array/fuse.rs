//! Element-wise expressions in one pass, without arrays for what is computed in between.
//!
//! In: arrays, scalars, and operations on them, put together as a tree ([`Expression`]). Out: the array of results. It goes through memory
//! once, in blocks that stay in the first cache: each operation's loop runs over a block before the next one's does. The loops are
//! those of the universal functions, and the result has the order of memory that it would have had step by step.
//!
//! What the processor noticed is known of all operations together. Whoever cares which of them it was computes step by step
//! ([`Expression::stepwise`]): nothing has changed meanwhile.
#![allow(unsafe_code)]

use super::dtype::{Casting, DType};
use super::error::Outcome;
use super::ndarray::{Array, Order, Shape, Strides, broadcast_shape, strides_of};
use super::scalar::Scalar;
use super::status::{self, Status};
use super::ufunc::loops::Loop;
use super::ufunc::{self, Request, Ufunc};
use super::walk::order_axes;
use super::{join, select};
use smallvec::{SmallVec, smallvec};
use std::cell::Cell;

/// Elements of a block.
const BLOCK: usize = 1024;
/// Bytes that an element takes at most.
const WIDEST: usize = 16;
/// Rows shorter than this are not worth a pass of their own.
const SHORT: usize = 16;
/// Most operations of one expression.
const MOST_OPERATIONS: u64 = 128;

thread_local! {
    static SAVED: Cell<u64> = const { Cell::new(0) };
}

/// How many arrays were not made, on this thread.
pub fn saved() -> u64 {
    SAVED.get()
}

/// How far along which axes.
type Moves<T> = SmallVec<[(usize, T); 2]>;

/// Several of them.
pub type Inputs = Vec<Expression>;

/// An expression, not computed yet.
pub struct Expression {
    node: Node,
    dtype: DType,
    shape: Shape,
    /// As those of the array that it would be.
    strides: Strides,
    /// Operations in it.
    operations: u64,
}

enum Node {
    Array(Array),
    /// Its elements moved on along some axes, and round.
    Rolled(Array, Moves<i64>),
    Scalar(Scalar),
    Apply(&'static Ufunc, DType, Loop, Inputs),
    /// The second where the first is true, else the third.
    Choose(Inputs),
}

impl Expression {
    /// The elements of an array.
    pub fn array(array: &Array) -> Expression {
        let (shape, strides) = (array.shape().into(), array.strides().into());
        Expression { dtype: array.dtype(), shape, strides, operations: 0, node: Node::Array(array.alias()) }
    }

    /// Moves the elements of an array, or of one that is rolled already, on along an axis; tells whether it is one.
    pub fn roll(&mut self, shift: i64, axis: usize) -> bool {
        let node = std::mem::replace(&mut self.node, Node::Scalar(Scalar::of(0i64)));
        self.node = match node {
            Node::Array(array) => {
                self.strides = strides_of(array.shape(), array.dtype().size(), Order::C);
                Node::Rolled(array, smallvec![(axis, shift)])
            }
            Node::Rolled(array, mut moves) => {
                let length = self.shape[axis].max(1) as i64;
                match moves.iter_mut().find(|(along, _)| *along == axis) {
                    Some((_, before)) => *before = before.rem_euclid(length) + shift.rem_euclid(length),
                    None => moves.push((axis, shift)),
                }
                Node::Rolled(array, moves)
            }
            node => {
                self.node = node;
                return false;
            }
        };
        self.operations += 1;
        true
    }

    /// How many dimensions it has.
    pub fn rank(&self) -> usize {
        self.shape.len()
    }

    /// The same element everywhere.
    pub fn scalar(scalar: Scalar) -> Expression {
        let (shape, strides) = (Shape::new(), Strides::new());
        Expression { dtype: scalar.dtype(), shape, strides, operations: 0, node: Node::Scalar(scalar) }
    }

    /// The type of its elements.
    pub fn dtype(&self) -> DType {
        self.dtype
    }

    /// A universal function of expressions whose types come together in `common`. Gives them back where that would need casts, or is an
    /// error.
    pub fn apply(ufunc: &'static Ufunc, common: DType, mut inputs: Inputs) -> Result<Expression, Inputs> {
        let Ok(chosen) = ufunc.choose(common) else { return Err(inputs) };
        let fits = |input: &Expression| matches!(input.node, Node::Scalar(_)) || input.dtype == chosen.input;
        if inputs.iter().map(|input| input.operations).sum::<u64>() >= MOST_OPERATIONS {
            return Err(inputs);
        }
        let Some((shape, strides)) = joined(&inputs, chosen.output).filter(|_| inputs.iter().all(fits)) else {
            return Err(inputs);
        };
        for input in &mut inputs {
            if let Node::Scalar(scalar) = &mut input.node {
                *scalar = scalar.cast(chosen.input);
            }
        }
        let operations = 1 + inputs.iter().map(|input| input.operations).sum::<u64>();
        let node = Node::Apply(ufunc, common, chosen.run, inputs);
        Ok(Expression { node, dtype: chosen.output, shape, strides, operations })
    }

    /// The second expression where the first one is true, else the third; both are of a type.
    pub fn choose(dtype: DType, mut inputs: Inputs) -> Result<Expression, Inputs> {
        let fits = |(at, input): (usize, &Expression)| match (at, &input.node) {
            (0, _) => input.dtype == DType::Bool,
            (_, Node::Scalar(_)) => true,
            _ => input.dtype == dtype,
        };
        let Some((shape, strides)) = joined(&inputs, dtype).filter(|_| inputs.iter().enumerate().all(fits)) else {
            return Err(inputs);
        };
        for input in &mut inputs[1..] {
            if let Node::Scalar(scalar) = &mut input.node {
                *scalar = scalar.cast(dtype);
            }
        }
        let operations = 1 + inputs.iter().map(|input| input.operations).sum::<u64>();
        Ok(Expression { node: Node::Choose(inputs), dtype, shape, strides, operations })
    }

    /// Computes it in one pass, with what was noticed meanwhile.
    pub fn compute(&self) -> Outcome<(Array, Status)> {
        let axes = order_axes(self.shape.len(), &[&self.strides]);
        let target = Array::empty_ordered(&self.shape, self.dtype, &axes)?;
        let mut plan = Plan { leaves: Vec::new(), constants: Vec::new(), steps: Vec::new(), temporaries: Vec::new() };
        plan.emit(self, &self.shape, Some(Place::Target));
        status::clear();
        if target.size() > 0 {
            plan.run(&target, &axes);
        }
        SAVED.set(SAVED.get() + self.operations.saturating_sub(1));
        Ok((target, status::read()))
    }

    /// Whether one pass is no loss: rows are not too short.
    pub fn is_worth_it(&self) -> bool {
        let axes = order_axes(self.shape.len(), &[&self.strides]);
        matches!(self.node, Node::Apply(..) | Node::Choose(_))
            && axes.last().is_some_and(|&axis| self.shape[axis] >= SHORT)
    }

    /// Computes it one operation after the other. `notice` hears what was noticed in each.
    pub fn stepwise<E>(&self, notice: &mut impl FnMut(Status, &str) -> Result<(), E>) -> Result<Array, E>
    where
        E: From<super::Error>,
    {
        let all = |inputs: &Inputs, notice: &mut _| {
            inputs.iter().map(|input| input.stepwise(notice)).collect::<Result<Vec<Array>, E>>()
        };
        Ok(match &self.node {
            Node::Array(array) => array.alias(),
            Node::Rolled(array, moves) => {
                let mut rolled = array.alias();
                for &(axis, shift) in moves {
                    rolled = join::roll(&rolled, shift, axis)?;
                }
                rolled
            }
            Node::Scalar(scalar) => Array::from_scalar(*scalar)?,
            Node::Apply(ufunc, common, _, inputs) => {
                let inputs = all(inputs, notice)?;
                let inputs: Vec<&Array> = inputs.iter().collect();
                let request = Request { ufunc, common: *common, out: None, mask: None, casting: Casting::SameKind };
                let (result, status) = ufunc::call(&request, &inputs)?;
                notice(status, ufunc.name)?;
                result
            }
            Node::Choose(inputs) => {
                let inputs = all(inputs, notice)?;
                select::choose(&inputs[0], &inputs[1], &inputs[2], self.dtype)?
            }
        })
    }
}

/// The strides of a new array with these axes, the densest last.
fn dense_strides(shape: &[usize], dtype: DType, axes: &[usize]) -> Strides {
    let mut strides: Strides = smallvec![0; shape.len()];
    let mut next = dtype.size() as isize;
    for &axis in axes.iter().rev() {
        strides[axis] = next;
        next *= shape[axis] as isize;
    }
    strides
}

/// The shape and the strides that the result of an operation on these has; none where one that is computed would have to be repeated.
fn joined(inputs: &[Expression], dtype: DType) -> Option<(Shape, Strides)> {
    let shape = broadcast_shape(inputs.iter().map(|input| &input.shape[..]))?;
    let mut all: SmallVec<[Strides; 3]> = SmallVec::new();
    for input in inputs {
        all.push(match &input.node {
            Node::Array(array) => array.broadcast_view(&shape)?.strides().into(),
            Node::Scalar(_) => smallvec![0; shape.len()],
            _ if input.shape == shape => input.strides.clone(),
            _ => return None,
        });
    }
    let all: SmallVec<[&[isize]; 3]> = all.iter().map(|strides| &strides[..]).collect();
    let axes = order_axes(shape.len(), &all);
    let strides = dense_strides(&shape, dtype, &axes);
    Some((shape, strides))
}

/// Where a row of operands or results is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Leaf(usize),
    Constant(usize),
    Temporary(usize),
    Target,
}

/// An operand that lies in memory.
struct Leaf {
    data: *mut u8,
    strides: Strides,
    /// Along which axes it is rolled, and how far.
    rolled: Moves<usize>,
}

/// An operation on rows: up to three operands, and the result.
struct Step {
    run: Loop,
    places: SmallVec<[(Place, isize); 4]>,
}

/// An expression made ready to run.
struct Plan {
    leaves: Vec<Leaf>,
    constants: Vec<[u64; 2]>,
    steps: Vec<Step>,
    /// Which of them are in use.
    temporaries: Vec<bool>,
}

impl Plan {
    /// Puts the steps of an expression behind those there are, and says where its result is: at the place wanted, if an operation makes it.
    fn emit(&mut self, expression: &Expression, shape: &[usize], wanted: Option<Place>) -> (Place, isize) {
        let size = expression.dtype.size() as isize;
        match &expression.node {
            Node::Array(array) => {
                let view = array.broadcast_view(shape).expect("the shapes were brought together");
                self.leaf(Leaf { data: view.data(), strides: view.strides().into(), rolled: Moves::new() })
            }
            Node::Rolled(array, moves) => {
                let within = |&(axis, shift): &(usize, i64)| {
                    (axis, shift.rem_euclid(array.shape()[axis].max(1) as i64) as usize)
                };
                let rolled = moves.iter().map(within).collect();
                self.leaf(Leaf { data: array.data(), strides: array.strides().into(), rolled })
            }
            Node::Scalar(scalar) => {
                let mut room = [0; 2];
                // SAFETY: there is room for the widest element.
                unsafe { scalar.write(room.as_mut_ptr().cast()) };
                self.constants.push(room);
                (Place::Constant(self.constants.len() - 1), 0)
            }
            Node::Apply(_, _, run, inputs) => self.operation(*run, inputs, size, shape, wanted),
            Node::Choose(inputs) => {
                let run: Loop = match size {
                    1 => choose::<u8>,
                    2 => choose::<u16>,
                    4 => choose::<u32>,
                    8 => choose::<u64>,
                    _ => choose::<[u64; 2]>,
                };
                self.operation(run, inputs, size, shape, wanted)
            }
        }
    }

    fn leaf(&mut self, leaf: Leaf) -> (Place, isize) {
        self.leaves.push(leaf);
        (Place::Leaf(self.leaves.len() - 1), 0)
    }

    fn operation(
        &mut self,
        run: Loop,
        inputs: &Inputs,
        size: isize,
        shape: &[usize],
        wanted: Option<Place>,
    ) -> (Place, isize) {
        let target = wanted.unwrap_or_else(|| self.temporary());
        let mut places = SmallVec::new();
        for (at, input) in inputs.iter().enumerate() {
            // The first operand may be computed where the result goes: loops know that.
            let same = at == 0 && input.dtype.size() as isize == size;
            places.push(self.emit(input, shape, same.then_some(target)));
        }
        for &(place, _) in &places {
            if let Place::Temporary(at) = place
                && place != target
            {
                self.temporaries[at] = false;
            }
        }
        places.push((target, size));
        self.steps.push(Step { run, places });
        (target, size)
    }

    fn temporary(&mut self) -> Place {
        let free = self.temporaries.iter().position(|&used| !used).unwrap_or_else(|| {
            self.temporaries.push(false);
            self.temporaries.len() - 1
        });
        self.temporaries[free] = true;
        Place::Temporary(free)
    }

    /// Goes through the target, axes in this order.
    fn run(&self, target: &Array, axes: &[usize]) {
        let way = Way::new(self, target, axes);
        let mut scratch: Vec<[u64; 8]> = vec![[0; 8]; self.temporaries.len() * BLOCK * WIDEST / 64];
        let scratch = scratch.as_mut_ptr().cast::<u8>();
        let mut at = vec![std::ptr::null_mut::<u8>(); self.leaves.len()];
        let inner = way.shape.len() - 1;
        let length = way.shape[inner];
        let mut index: Shape = smallvec![0; inner];
        loop {
            for (place, leaf) in at.iter_mut().zip(&way.leaves) {
                *place =
                    (0..inner).fold(leaf.data, |data, axis| data.wrapping_offset(leaf.offset(&way, axis, index[axis])));
            }
            let row = (0..inner)
                .fold(target.data(), |data, axis| data.wrapping_offset(index[axis] as isize * way.target[axis]));
            for cut in way.cuts.windows(2) {
                for start in (cut[0]..cut[1]).step_by(BLOCK) {
                    let count = (cut[1] - start).min(BLOCK);
                    let to = row.wrapping_offset(start as isize * way.target[inner]);
                    self.block(&way, &at, start, count, scratch, to);
                }
            }
            let mut axis = inner;
            loop {
                if axis == 0 {
                    return;
                }
                axis -= 1;
                index[axis] += 1;
                if index[axis] < way.shape[axis] {
                    break;
                }
                index[axis] = 0;
            }
            debug_assert!(length > 0);
        }
    }

    fn block(&self, way: &Way, at: &[*mut u8], start: usize, count: usize, scratch: *mut u8, to: *mut u8) {
        let inner = way.shape.len() - 1;
        for step in &self.steps {
            let mut pointers = [std::ptr::null_mut::<u8>(); 4];
            let mut steps = [0isize; 4];
            for (n, &(place, size)) in step.places.iter().enumerate() {
                (pointers[n], steps[n]) = match place {
                    Place::Leaf(leaf) => {
                        let stride = way.leaves[leaf].strides[inner];
                        (at[leaf].wrapping_offset(way.leaves[leaf].offset(way, inner, start)), stride)
                    }
                    Place::Constant(at) => (self.constants[at].as_ptr().cast_mut().cast(), 0),
                    Place::Temporary(at) => (scratch.wrapping_add(at * BLOCK * WIDEST), size),
                    Place::Target => (to, way.target[inner]),
                };
            }
            let operands = step.places.len();
            // SAFETY: leaves have so many elements at these steps from their places on; a temporary has room for a block of the widest
            // elements; results go to a temporary or into the target, which overlap operands only as the first of them.
            unsafe { (step.run)(&pointers[..operands], &steps[..operands], count) };
        }
    }
}

/// How leaves and target are gone through.
struct Way {
    /// Lengths, outermost first; neighbours that are one long axis are one.
    shape: Shape,
    target: Strides,
    leaves: Vec<Leaf>,
    /// Where rows begin anew in some leaf, from 0 to the length.
    cuts: Vec<usize>,
}

impl Leaf {
    /// How far it is rolled along an axis.
    fn moved(&self, axis: usize) -> Option<usize> {
        self.rolled.iter().find(|(along, _)| *along == axis).map(|&(_, shift)| shift)
    }

    /// How far the element at a place of an axis is from the first one.
    fn offset(&self, way: &Way, axis: usize, place: usize) -> isize {
        let place = match self.moved(axis) {
            None | Some(0) => place,
            Some(shift) if place < shift => place + way.shape[axis] - shift,
            Some(shift) => place - shift,
        };
        place as isize * self.strides[axis]
    }
}

impl Way {
    fn new(plan: &Plan, target: &Array, axes: &[usize]) -> Way {
        let bare = |leaf: &Leaf| Leaf { data: leaf.data, strides: Strides::new(), rolled: Moves::new() };
        let mut way = Way {
            shape: Shape::new(),
            target: Strides::new(),
            leaves: plan.leaves.iter().map(bare).collect(),
            cuts: Vec::new(),
        };
        for &axis in axes {
            let length = target.shape()[axis];
            if length == 1 {
                continue;
            }
            let last = way.shape.len().wrapping_sub(1);
            let joins = !way.shape.is_empty()
                && way.target[last] == target.strides()[axis] * length as isize
                && plan.leaves.iter().zip(&way.leaves).all(|(leaf, own)| {
                    let whole = own.strides[last] == leaf.strides[axis] * length as isize;
                    whole && leaf.moved(axis).is_none() && own.moved(last).is_none()
                });
            if joins {
                way.shape[last] *= length;
                way.target[last] = target.strides()[axis];
                for (own, leaf) in way.leaves.iter_mut().zip(&plan.leaves) {
                    own.strides[last] = leaf.strides[axis];
                }
                continue;
            }
            let place = way.shape.len();
            way.shape.push(length);
            way.target.push(target.strides()[axis]);
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

/// The loop that chooses between two elements.
///
/// # Safety
/// Truths, elements and results lie at these steps.
unsafe fn choose<T: Copy>(at: &[*mut u8], steps: &[isize], n: usize) {
    let size = size_of::<T>() as isize;
    // SAFETY: the caller's promise.
    unsafe {
        if steps[0] == 1 && steps[1] == size && steps[2] == size && steps[3] == size {
            for i in 0..n {
                let (yes, no) = (at[1].cast::<T>().add(i).read_unaligned(), at[2].cast::<T>().add(i).read_unaligned());
                at[3].cast::<T>().add(i).write_unaligned(if at[0].add(i).read() != 0 { yes } else { no });
            }
            return;
        }
        for i in 0..n as isize {
            let truth = at[0].offset(i * steps[0]).read() != 0;
            let from = if truth { at[1].offset(i * steps[1]) } else { at[2].offset(i * steps[2]) };
            at[3].offset(i * steps[3]).cast::<T>().write_unaligned(from.cast::<T>().read_unaligned());
        }
    }
}
