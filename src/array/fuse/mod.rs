//! Element-wise expressions in one pass, without arrays for what is computed in between.
//!
//! In: arrays, scalars, and operations on them, put together as a tree ([`Expression`]). Out: a new array of results, an array that they
//! are written into, or what a reduction makes of them. It goes through memory once, in blocks that stay in the first cache: each
//! operation's loop runs over a block before the next one's does ([`plan`]). The loops are those of the universal functions, and the
//! result has the order of memory that it would have had step by step.
//!
//! What the processor noticed is known of each operation, in the order in which they would have been computed one by one.

mod gather;
mod joined;
pub mod kernel;
mod pass;
mod plan;
mod team;
mod worker;

use super::dtype::{Casting, DType};
use super::ndarray::{Array, Order, Shape, Strides, broadcast_shape};
use super::scalar::Scalar;
use super::status::Status;
use super::ufunc::loops::Loop;
use super::ufunc::{self, Request, Ufunc};
use super::walk::order_axes;
use super::{cast, join, select};
use smallvec::{SmallVec, smallvec};
use std::cell::Cell;

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
    /// The same elements as another type.
    Cast(Box<Expression>),
}

/// What was noticed in an operation of a name.
pub type Noticed = Vec<(Status, &'static str)>;

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
                let axes = order_axes(array.rank(), &[array.strides()]);
                self.strides = dense_strides(array.shape(), array.dtype(), &axes);
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

    /// The same elements as another type.
    pub fn cast(self, dtype: DType) -> Expression {
        if self.dtype == dtype {
            return self;
        }
        if let Node::Scalar(scalar) = self.node {
            return Expression::scalar(scalar.cast(dtype));
        }
        let axes = order_axes(self.shape.len(), &[&self.strides]);
        let (shape, strides) = (self.shape.clone(), dense_strides(&self.shape, dtype, &axes));
        let operations = self.operations + 1;
        Expression { node: Node::Cast(Box::new(self)), dtype, shape, strides, operations }
    }

    /// What it was made from, if it is a change of type.
    pub fn uncast(self) -> Expression {
        match self.node {
            Node::Cast(inner) => *inner,
            node => Expression { node, ..self },
        }
    }

    /// The last operand of the last operation.
    pub fn last_operand(self) -> Option<Expression> {
        match self.node {
            Node::Apply(.., mut inputs) => inputs.pop().map(Expression::uncast),
            _ => None,
        }
    }

    /// Its shape.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// Whether an operation in it may be an error, which is to be known before anything is written.
    pub fn may_fail(&self) -> bool {
        match &self.node {
            Node::Array(_) | Node::Rolled(..) | Node::Scalar(_) => false,
            Node::Apply(ufunc, common, _, inputs) => {
                ufunc.name == "power" && common.is_integer() || inputs.iter().any(Expression::may_fail)
            }
            Node::Choose(inputs) => inputs.iter().any(Expression::may_fail),
            Node::Cast(input) => input.may_fail(),
        }
    }

    /// A universal function of expressions whose types come together in `common`. Gives them back where that is an error.
    pub fn apply(ufunc: &'static Ufunc, common: DType, mut inputs: Inputs) -> Result<Expression, Inputs> {
        let Ok(chosen) = ufunc.choose(common) else { return Err(inputs) };
        if inputs.iter().map(|input| input.operations).sum::<u64>() >= MOST_OPERATIONS {
            return Err(inputs);
        }
        let Some((shape, strides)) = joined(&inputs, chosen.output) else {
            return Err(inputs);
        };
        inputs = inputs.into_iter().map(|input| input.cast(chosen.input)).collect();
        let operations = 1 + inputs.iter().map(|input| input.operations).sum::<u64>();
        let node = Node::Apply(ufunc, common, chosen.run, inputs);
        Ok(Expression { node, dtype: chosen.output, shape, strides, operations })
    }

    /// The second expression where the first one is true, else the third; both are of a type.
    pub fn choose(dtype: DType, mut inputs: Inputs) -> Result<Expression, Inputs> {
        let Some((shape, strides)) = joined(&inputs, dtype) else {
            return Err(inputs);
        };
        let types = [DType::Bool, dtype, dtype];
        inputs = inputs.into_iter().zip(types).map(|(input, dtype)| input.cast(dtype)).collect();
        let operations = 1 + inputs.iter().map(|input| input.operations).sum::<u64>();
        Ok(Expression { node: Node::Choose(inputs), dtype, shape, strides, operations })
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
            Node::Rolled(array, moves) => join::roll(array, moves)?,
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
            Node::Cast(input) => {
                let source = input.stepwise(notice)?;
                super::status::clear();
                let result = cast::copy(&source, self.dtype, Order::Keep)?;
                notice(cast::heard(source.dtype(), self.dtype, super::status::read()), "cast")?;
                result
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
    let mut rows = inputs.iter().filter(|input| !matches!(input.node, Node::Scalar(_)));
    if let Some(first) = rows.next()
        && let [length] = first.shape[..]
        && std::iter::once(first)
            .chain(rows)
            .all(|row| row.shape == first.shape && row.strides[0] == row.dtype.size() as isize)
    {
        return Some((smallvec![length], smallvec![dtype.size() as isize]));
    }
    let shape = broadcast_shape(inputs.iter().map(|input| &input.shape[..]))?;
    let mut all: SmallVec<[Strides; 3]> = SmallVec::new();
    for input in inputs {
        let node = match &input.node {
            Node::Cast(inner) => &inner.node,
            node => node,
        };
        all.push(match node {
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
