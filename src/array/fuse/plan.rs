//! An expression made ready to run: its operations as steps over blocks of elements, and the way through memory.
//!
//! In: an expression. Out: any run of its elements, in the order in which the array that it would be has them, computed one block after the
//! other. Blocks stay in the first cache. Several workers may compute different runs at the same time.
#![allow(unsafe_code)]

use super::joined::{self, Joined, Operand};
use super::{Expression, Moves, Node};
use crate::array::cast;
use crate::array::ndarray::{Array, Shape, Strides};
use crate::array::status::{self, Status};
use crate::array::ufunc::loops::Loop;
use crate::array::ufunc::{Gives, Ufunc, choice};
use crate::array::walk::order_axes;
use smallvec::{SmallVec, smallvec};
use std::ops::Range;

/// Elements of a block.
pub const BLOCK: usize = 1024;
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
struct Leaf {
    data: *mut u8,
    /// All addresses of it.
    span: Range<usize>,
    strides: Strides,
    /// Along which axes it is rolled, and how far.
    rolled: Moves<usize>,
}

/// What a step does with rows.
#[derive(Clone, Copy)]
enum Run {
    Loop(Loop),
    Cast(cast::Row),
}

/// One operation, or several that belong together.
struct Step {
    /// All of them in one loop, where rows lie dense.
    joined: Option<(Loop, SmallVec<[Place; 5]>)>,
    /// One by one: where that is not so, and to find out which of them noticed something.
    parts: SmallVec<[Part; 1]>,
}

/// An operation on rows: up to three operands, and the result.
struct Part {
    run: Run,
    places: SmallVec<[(Place, isize); 4]>,
    /// Its place among all operations, in the order in which they would be computed one by one.
    number: usize,
    /// What is not heard of what the processor notices in it.
    deaf: Status,
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
    constants: Vec<[u64; 2]>,
    /// Those constants of which there are blocks, with their sizes.
    filled: Vec<(usize, usize)>,
    steps: Vec<Step>,
    /// The names of the operations.
    names: Vec<&'static str>,
    /// Which of them are in use.
    temporaries: Vec<bool>,
    is_shared: bool,
    way: Way,
}

/// How leaves are gone through.
#[derive(Default)]
struct Way {
    /// Lengths, outermost first; neighbours that are one long axis are one.
    shape: Shape,
    target: Strides,
    leaves: Vec<Leaf>,
    /// Where rows begin anew in some leaf, from 0 to the length.
    cuts: Vec<usize>,
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
        let mut plan = Plan {
            is_shared,
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
        for step in &mut plan.steps {
            let size = step.result().1;
            let is_dense = |place: &Place| match place {
                Place::Leaf(leaf) => way.leaves[*leaf].strides[inner] == size,
                Place::Target => way.target[inner] == size,
                _ => true,
            };
            step.joined.take_if(|(_, places)| !places.iter().all(is_dense));
        }
        plan
    }

    /// Has all operations done one by one.
    pub fn separate(&mut self) {
        self.steps.iter_mut().for_each(|step| step.joined = None);
    }

    /// How many elements lie in one row.
    pub fn row(&self) -> usize {
        self.way.shape.last().copied().unwrap_or(1)
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
            Node::Array(array) => {
                let view = array.broadcast_view(shape).expect("the shapes were brought together");
                let (span, strides) = (view.span(), view.strides().into());
                self.leaf(Leaf { data: view.data(), span, strides, rolled: Moves::new() })
            }
            Node::Rolled(array, moves) => {
                let within = |&(axis, shift): &(usize, i64)| {
                    (axis, shift.rem_euclid(array.shape()[axis].max(1) as i64) as usize)
                };
                let rolled = moves.iter().map(within).filter(|&(_, shift)| shift != 0).collect();
                let (span, strides) = (array.span(), array.strides().into());
                self.leaf(Leaf { data: array.data(), span, strides, rolled })
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
                self.operation((Run::Loop(*run), ufunc.name, deaf_to(ufunc)), inputs, size, shape, wanted)
            }
            Node::Choose(inputs) => {
                let run = choice(expression.dtype.size());
                self.operation((Run::Loop(run), "where", Status::ALL), inputs, size, shape, wanted)
            }
            Node::Cast(input) => {
                let run = Run::Cast(cast::loop_for(input.dtype, expression.dtype));
                let deaf = Status::ALL.without(cast::heard(input.dtype, expression.dtype, Status::ALL));
                self.operation((run, "cast", deaf), std::slice::from_ref(&**input), size, shape, wanted)
            }
        }
    }

    fn leaf(&mut self, leaf: Leaf) -> (Place, isize) {
        self.leaves.push(leaf);
        (Place::Leaf(self.leaves.len() - 1), 0)
    }

    fn operation(
        &mut self,
        (run, name, deaf): (Run, &'static str, Status),
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
        self.steps.push(Step { joined: None, parts: smallvec![Part { run, places, number, deaf }] });
        (target, size)
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
            let Node::Apply(ufunc, _, run, _) = &expression.node else { unreachable!("operations are joined") };
            let place = |input: &Operand| match *input {
                Operand::Given(at) => operands[at],
                Operand::Result(at) => (results[at], size),
            };
            let mut places: SmallVec<[(Place, isize); 4]> = inputs.iter().map(place).collect();
            places.push((results[k], size));
            parts.push(Part { run: Run::Loop(*run), places, number: numbers[k], deaf: deaf_to(ufunc) });
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
        self.steps.push(Step { joined: Some((joined.run, rows)), parts });
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

/// What is not heard of a function: comparisons notice what is not a number, and mean nothing by it.
fn deaf_to(ufunc: &Ufunc) -> Status {
    if ufunc.repeats || ufunc.gives == Gives::Truth { Status::INVALID } else { Status::NONE }
}

/// Computes runs of elements.
pub struct Worker<'a> {
    plan: &'a Plan,
    scratch: Vec<[u64; 8]>,
    /// The blocks of constants.
    filled: Vec<[u64; 8]>,
    /// Where the row begins in each leaf.
    at: Vec<*mut u8>,
    index: Shape,
    noticed: SmallVec<[Status; 8]>,
}

impl<'a> Worker<'a> {
    /// A worker.
    pub fn new(plan: &'a Plan) -> Worker<'a> {
        let mut filled = vec![[0; 8]; plan.filled.len() * BLOCK / 8];
        for (block, &(constant, size)) in filled.chunks_exact_mut(BLOCK / 8).zip(&plan.filled) {
            // An element, repeated, fills the words of a block: none of those that are joined is wider than a word.
            let mut word = plan.constants[constant][0].to_ne_bytes();
            let first: SmallVec<[u8; 8]> = word[..size].into();
            word.iter_mut().zip(first.iter().cycle()).for_each(|(to, &from)| *to = from);
            block.fill([u64::from_ne_bytes(word); 8]);
        }
        Worker {
            plan,
            scratch: vec![[0; 8]; plan.temporaries.len() * BLOCK * WIDEST / 64],
            filled,
            at: vec![std::ptr::null_mut(); plan.leaves.len()],
            index: Shape::new(),
            noticed: smallvec![Status::NONE; plan.names.len()],
        }
    }

    /// What was noticed in each step.
    pub fn noticed(&self) -> &[Status] {
        &self.noticed
    }

    /// Computes so many elements from one on.
    ///
    /// # Safety
    /// There are so many. They have room where they go, which overlaps no operand, or as a whole only the first one of the only step.
    pub unsafe fn fill(&mut self, start: usize, count: usize, to: To) {
        let way = &self.plan.way;
        let inner = way.shape.len() - 1;
        let length = way.shape[inner];
        let mut left = start / length;
        self.index = smallvec![0; inner];
        for axis in (0..inner).rev() {
            self.index[axis] = left % way.shape[axis];
            left /= way.shape[axis];
        }
        let (mut from, mut done) = (start % length, 0);
        status::clear();
        while done < count {
            let end = length.min(from + count - done);
            let row = match to {
                To::Dense(place) => place.wrapping_add(done * self.size()),
                To::Array(place) => (0..inner)
                    .fold(place, |place, axis| place.wrapping_offset(self.index[axis] as isize * way.target[axis]))
                    .wrapping_offset(from as isize * way.target[inner]),
            };
            let step = match to {
                To::Dense(_) => self.size() as isize,
                To::Array(_) => way.target[inner],
            };
            for (place, leaf) in self.at.iter_mut().zip(&way.leaves) {
                *place = (0..inner)
                    .fold(leaf.data, |data, axis| data.wrapping_offset(leaf.offset(way, axis, self.index[axis])));
            }
            for cut in way.cuts.windows(2) {
                let (first, last) = (cut[0].max(from), cut[1].min(end));
                for start in (first..last).step_by(BLOCK) {
                    let count = (last - start).min(BLOCK);
                    self.block(start, count, row.wrapping_offset((start - from) as isize * step), step);
                }
            }
            done += end - from;
            from = 0;
            for axis in (0..inner).rev() {
                self.index[axis] += 1;
                if self.index[axis] < way.shape[axis] {
                    break;
                }
                self.index[axis] = 0;
            }
        }
    }

    /// The size of a result.
    fn size(&self) -> usize {
        self.plan.steps.last().map_or(1, |step| step.result().1 as usize)
    }

    fn block(&mut self, start: usize, count: usize, to: *mut u8, target: isize) {
        let plan = self.plan;
        let inner = plan.way.shape.len() - 1;
        let scratch = self.scratch.as_mut_ptr().cast::<u8>();
        let filled = self.filled.as_ptr().cast_mut().cast::<u8>();
        let at = &self.at;
        let row = |place: Place, size: isize| match place {
            Place::Leaf(leaf) => {
                let own = &plan.way.leaves[leaf];
                (at[leaf].wrapping_offset(own.offset(&plan.way, inner, start)), own.strides[inner])
            }
            Place::Constant(at) => (plan.constants[at].as_ptr().cast_mut().cast(), 0),
            Place::Filled(at) => (filled.wrapping_add(at * BLOCK * 8), size),
            Place::Temporary(at) => (scratch.wrapping_add(at * BLOCK * WIDEST), size),
            Place::Target => (to, target),
        };
        for step in &plan.steps {
            if let Some((run, places)) = &step.joined
                && (target == step.result().1 || step.result().0 != Place::Target)
            {
                let mut pointers = [std::ptr::null_mut::<u8>(); 5];
                for (pointer, &place) in pointers.iter_mut().zip(places) {
                    *pointer = row(place, step.result().1).0;
                }
                // SAFETY: all rows are dense and have so many elements; the results go where no operand is.
                unsafe { run(&pointers[..places.len()], &[], count) };
                if status::read().is_none() {
                    continue;
                }
                status::clear();
            }
            for part in &step.parts {
                let mut pointers = [std::ptr::null_mut::<u8>(); 4];
                let mut steps = [0isize; 4];
                for (n, &(place, size)) in part.places.iter().enumerate() {
                    (pointers[n], steps[n]) = row(place, size);
                }
                let operands = part.places.len();
                // SAFETY: leaves have so many elements at these steps from their places on; a temporary has room for a block of the
                // widest elements; results go to a temporary or into the target, which overlap operands only as the first of them.
                unsafe {
                    match part.run {
                        Run::Loop(run) => run(&pointers[..operands], &steps[..operands], count),
                        Run::Cast(run) => run([pointers[1], pointers[0]], [steps[1], steps[0]], count),
                    }
                }
                let status = status::read();
                if !status.is_none() {
                    self.noticed[part.number] = self.noticed[part.number].with(status.without(part.deaf));
                    status::clear();
                }
            }
        }
    }
}

impl Leaf {
    /// How far it is rolled along an axis.
    fn moved(&self, axis: usize) -> Option<usize> {
        self.rolled.iter().find(|(along, _)| *along == axis).map(|&(_, shift)| shift)
    }

    /// How far the element at a place of an axis is from the first one.
    fn offset(&self, way: &Way, axis: usize, place: usize) -> isize {
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
            Leaf { data: leaf.data, span, strides, rolled: Moves::new() }
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
