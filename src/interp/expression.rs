//! Expression nodes: operators, subscripts, variables that are not slots, displays.
//!
//! In: operands. Out: values, by the semantics in `value::ops`; ints and floats are served here without a call. A node
//! that can fail notes its place in the text on its way out.

use std::marker::PhantomData;

use super::context::Context;
use super::frame::{Frame, slot, slot_mut};
use super::node::{Node, Operand, Test, raise_unbound};
use super::operator::{Arithmetic, Comparison};
use super::special::Special;
use crate::array::ufunc::find;
use crate::resolve::tree::{BinaryOp, CompareOp, Slot, UnaryOp};
use crate::source::Span;
use crate::value::array::pending::{self, is_pending};
use crate::value::cell::Cell;
use crate::value::exception::{Error, raise_named};
use crate::value::list::List;
use crate::value::module::Module;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Ref, Res, Symbol, Value, ops};

/// `left op right`
pub struct Binary<O, A, B> {
    left: A,
    right: B,
    instances: Special,
    span: Span,
    operator: PhantomData<O>,
}

impl<O, A, B> Binary<O, A, B> {
    /// The node.
    pub fn new(left: A, right: B, span: Span) -> Binary<O, A, B> {
        Binary { left, right, instances: Special::default(), span, operator: PhantomData }
    }
}

impl<O: Arithmetic, A: Operand, B: Operand> Binary<O, A, B> {
    #[inline(always)]
    fn compute(&self, loose: bool, frame: &mut Frame, context: &Context) -> Res {
        let left = self.left.hold_loose(frame, context)?;
        let right = self.right.hold_loose(frame, context)?;
        let (left, right) = (self.left.look(frame, &left), self.right.look(frame, &right));
        match (left, right) {
            (Value::Int(a), Value::Int(b)) => {
                if let Some(result) = O::ints(*a, *b) {
                    return Ok(Value::Int(result));
                }
            }
            (Value::Float(a), Value::Float(b)) => {
                if let Some(result) = O::floats(a.get(), b.get()) {
                    return Ok(Value::float(result));
                }
            }
            (Value::Object(first), Value::Object(second)) if O::OP == BinaryOp::Add && are_texts(first, second) => {
                return ops::sequence::join_texts(first, second).map_err(|_| context.fail(self.span));
            }
            (Value::Object(_), _) => {
                if let Some(result) = self.instances.operate(O::OP, left, right, context) {
                    return result.map_err(|_| context.fail(self.span));
                }
            }
            _ => {}
        }
        binary(O::OP, left, right, loose, self.span, context)
    }
}

impl<O: Arithmetic, A: Operand, B: Operand> Node for Binary<O, A, B> {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        self.compute(false, frame, context)
    }

    fn loose(&self, frame: &mut Frame, context: &Context) -> Res {
        self.compute(true, frame, context)
    }
}

#[inline(always)]
fn are_texts(first: &Ref, second: &Ref) -> bool {
    first.kind() == Kind::Str && second.kind() == Kind::Str
}

#[inline(never)]
pub(super) fn binary(op: BinaryOp, left: &Value, right: &Value, loose: bool, span: Span, context: &Context) -> Res {
    if let Some(result) = ops::arithmetic::of_ints(op, left, right) {
        return result.map_err(|_| context.fail(span));
    }
    let put_off = || pending::binary(op, left, right);
    let at_once = |left: &Value, right: &Value| ops::binary(op, left, right);
    operate(left, right, loose, put_off, at_once).map_err(|_| context.fail(span))
}

/// An operation on two operands, which may be put off itself if `loose`, and must see no operand that is.
#[inline(always)]
fn operate(
    left: &Value,
    right: &Value,
    loose: bool,
    put_off: impl FnOnce() -> Option<Value>,
    at_once: impl FnOnce(&Value, &Value) -> Res,
) -> Res {
    let ((Value::Object(_), _) | (_, Value::Object(_))) = (left, right) else {
        return at_once(left, right);
    };
    let waiting = is_pending(left) || is_pending(right);
    if (waiting || loose)
        && let Some(result) = put_off()
    {
        return if loose { Ok(result) } else { pending::force(result) };
    }
    match waiting {
        false => at_once(left, right),
        true => {
            let operands = pending::forced(&[left, right])?;
            at_once(&operands[0], &operands[1])
        }
    }
}

/// A temporary at its only use, where the effect of the statement consumes it.
pub struct Moved(pub Slot);

impl Node for Moved {
    fn value(&self, frame: &mut Frame, _context: &Context) -> Res {
        Ok(slot_mut(frame, self.0).take())
    }
}

/// `op x`
pub struct Unary {
    /// The operator.
    pub op: UnaryOp,
    /// The operand.
    pub operand: Box<dyn Node>,
    /// Its place.
    pub span: Span,
}

impl Node for Unary {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let operand = self.operand.value(frame, context)?;
        ops::unary(self.op, &operand).map_err(|_| context.fail(self.span))
    }

    fn loose(&self, frame: &mut Frame, context: &Context) -> Res {
        let operand = self.operand.loose(frame, context)?;
        let ufunc = match self.op {
            UnaryOp::Negative => "negative",
            UnaryOp::Positive => "positive",
            UnaryOp::Invert => "invert",
        };
        if let Value::Object(_) = &operand
            && let Some(result) = find(ufunc).and_then(|ufunc| pending::apply(ufunc, &[&operand]))
        {
            return Ok(result);
        }
        let operand = pending::force(operand).map_err(|_| context.fail(self.span))?;
        ops::unary(self.op, &operand).map_err(|_| context.fail(self.span))
    }
}

/// `left op right` by order or equality.
pub struct Compare<O, A, B> {
    left: A,
    right: B,
    instances: Special,
    span: Span,
    operator: PhantomData<O>,
}

impl<O, A, B> Compare<O, A, B> {
    /// The node.
    pub fn new(left: A, right: B, span: Span) -> Compare<O, A, B> {
        Compare { left, right, instances: Special::default(), span, operator: PhantomData }
    }
}

impl<O: Comparison, A: Operand, B: Operand> Test for Compare<O, A, B> {
    fn test(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        let left = self.left.hold(frame, context)?;
        let right = self.right.hold(frame, context)?;
        let (left, right) = (self.left.look(frame, &left), self.right.look(frame, &right));
        match (left, right) {
            (Value::Int(a), Value::Int(b)) => Ok(O::ints(*a, *b)),
            (Value::Float(a), Value::Float(b)) => Ok(O::floats(a.get(), b.get())),
            (Value::Object(_), _) => match self.instances.compare(O::OP, left, right, context) {
                Some(Ok(result)) => truth(&result, Some(self.span), context),
                Some(Err(Raise)) => Err(context.fail(self.span)),
                None => compare_truth(O::OP, left, right, self.span, context),
            },
            _ => compare_truth(O::OP, left, right, self.span, context),
        }
    }
}

impl<O: Comparison, A: Operand, B: Operand> Compare<O, A, B> {
    #[inline(always)]
    fn compute(&self, loose: bool, frame: &mut Frame, context: &Context) -> Res {
        let left = self.left.hold_loose(frame, context)?;
        let right = self.right.hold_loose(frame, context)?;
        let (left, right) = (self.left.look(frame, &left), self.right.look(frame, &right));
        match (left, right) {
            (Value::Int(a), Value::Int(b)) => Ok(Value::bool(O::ints(*a, *b))),
            (Value::Float(a), Value::Float(b)) => Ok(Value::bool(O::floats(a.get(), b.get()))),
            (Value::Object(_), _) => match self.instances.compare(O::OP, left, right, context) {
                Some(result) => result.map_err(|_| context.fail(self.span)),
                None => compare(O::OP, left, right, loose, self.span, context),
            },
            _ => compare(O::OP, left, right, loose, self.span, context),
        }
    }
}

impl<O: Comparison, A: Operand, B: Operand> Node for Compare<O, A, B> {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        self.compute(false, frame, context)
    }

    fn loose(&self, frame: &mut Frame, context: &Context) -> Res {
        self.compute(true, frame, context)
    }
}

#[inline(never)]
fn compare(op: CompareOp, left: &Value, right: &Value, loose: bool, span: Span, context: &Context) -> Res {
    let put_off = || pending::compare(op, left, right);
    let at_once = |left: &Value, right: &Value| ops::compare(op, left, right);
    operate(left, right, loose, put_off, at_once).map_err(|_| context.fail(span))
}

#[inline(never)]
fn compare_truth(op: CompareOp, left: &Value, right: &Value, span: Span, context: &Context) -> Result<bool, Raise> {
    ops::compare::compare_truth(op, left, right).map_err(|_| context.fail(span))
}

/// The truth of a value.
#[inline(always)]
pub fn truth(value: &Value, at: Option<Span>, context: &Context) -> Result<bool, Raise> {
    match value {
        Value::Bool(truth) => Ok(truth.get()),
        Value::Int(int) => Ok(*int != 0),
        Value::None => Ok(false),
        other => ops::truth(other).map_err(|_| at.map_or(Raise, |span| context.fail(span))),
    }
}

/// `left is right`, `left in right` and their opposites.
pub struct Relation<A, B> {
    /// The operator.
    pub op: CompareOp,
    /// The left operand.
    pub left: A,
    /// The right operand.
    pub right: B,
    /// Its place.
    pub span: Span,
}

impl<A: Operand, B: Operand> Test for Relation<A, B> {
    fn test(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        let left = self.left.hold(frame, context)?;
        let right = self.right.hold(frame, context)?;
        let (left, right) = (self.left.look(frame, &left), self.right.look(frame, &right));
        match self.op {
            CompareOp::Is => Ok(left.is(right)),
            CompareOp::IsNot => Ok(!left.is(right)),
            op => compare_truth(op, left, right, self.span, context),
        }
    }
}

/// `first op second op third …`
pub struct Chain {
    /// The first operand.
    pub first: Box<dyn Node>,
    /// The others, each with the comparison before it.
    pub rest: Vec<(CompareOp, Box<dyn Node>)>,
    /// Its place.
    pub span: Span,
}

impl Node for Chain {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let mut left = self.first.value(frame, context)?;
        let mut result = Value::bool(true);
        for (op, right) in &self.rest {
            let right = right.value(frame, context)?;
            result = match op {
                CompareOp::Is => Value::bool(left.is(&right)),
                CompareOp::IsNot => Value::bool(!left.is(&right)),
                op => compare(*op, &left, &right, false, self.span, context)?,
            };
            if !truth(&result, Some(self.span), context)? {
                break;
            }
            left = right;
        }
        Ok(result)
    }
}

/// A condition as a value.
pub struct TestValue<T>(pub T);

impl<T: Test> Node for TestValue<T> {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        self.0.test(frame, context).map(Value::bool)
    }
}

impl Test for Box<dyn Test> {
    fn test(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        (**self).test(frame, context)
    }
}

/// The truth of a value as a condition.
pub struct Truth {
    /// The value.
    pub operand: Box<dyn Node>,
    /// What asks for it.
    pub at: Option<Span>,
}

impl Test for Truth {
    fn test(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        let value = self.operand.value(frame, context)?;
        truth(&value, self.at, context)
    }
}

/// `not x`
pub struct Not(pub Box<dyn Test>);

impl Test for Not {
    fn test(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        Ok(!self.0.test(frame, context)?)
    }
}

/// `left and right` as a condition.
pub struct BothTests(pub Box<dyn Test>, pub Box<dyn Test>);

impl Test for BothTests {
    fn test(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        Ok(self.0.test(frame, context)? && self.1.test(frame, context)?)
    }
}

/// `left or right` as a condition.
pub struct EitherTest(pub Box<dyn Test>, pub Box<dyn Test>);

impl Test for EitherTest {
    fn test(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        Ok(self.0.test(frame, context)? || self.1.test(frame, context)?)
    }
}

/// `left and right`, `left or right` by value.
pub struct Logical {
    /// The truth of the left operand with which the right one decides.
    pub go_on: bool,
    /// The left operand.
    pub left: Box<dyn Node>,
    /// The right operand.
    pub right: Box<dyn Node>,
    /// Its place.
    pub span: Span,
}

impl Node for Logical {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let (left, known) = self.left.value_and_truth(frame, context)?;
        let is_true = known.map_or_else(|| truth(&left, Some(self.span), context), Ok)?;
        if is_true == self.go_on { self.right.value(frame, context) } else { Ok(left) }
    }

    fn value_and_truth(&self, frame: &mut Frame, context: &Context) -> Result<(Value, Option<bool>), Raise> {
        let (left, known) = self.left.value_and_truth(frame, context)?;
        let is_true = known.map_or_else(|| truth(&left, Some(self.span), context), Ok)?;
        if is_true == self.go_on { self.right.value_and_truth(frame, context) } else { Ok((left, Some(is_true))) }
    }
}

/// `then if test else orelse`
pub struct IfElse {
    /// The condition.
    pub test: Box<dyn Test>,
    /// When true.
    pub then: Box<dyn Node>,
    /// When false.
    pub orelse: Box<dyn Node>,
}

impl Node for IfElse {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        if self.test.test(frame, context)? {
            self.then.value(frame, context)
        } else {
            self.orelse.value(frame, context)
        }
    }
}

/// `object[index]`
pub struct Index<A, B> {
    /// The container.
    pub object: A,
    /// The index.
    pub index: B,
    /// What instances do.
    pub get: Special,
    /// Its place.
    pub span: Span,
}

impl<A: Operand, B: Operand> Node for Index<A, B> {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let object = self.object.hold(frame, context)?;
        let index = self.index.hold(frame, context)?;
        let (object, index) = (self.object.look(frame, &object), self.index.look(frame, &index));
        if let Value::Int(index) = index
            && let Some(list) = object.downcast::<List>()
            && let Some(item) = list.place(*index).and_then(|place| list.get(place))
        {
            return Ok(item);
        }
        if let Value::Int(index) = index
            && let Some(tuple) = object.downcast::<Tuple>()
            && let Some(item) = usize::try_from(*index).ok().and_then(|place| tuple.items().get(place))
        {
            return Ok(item.clone());
        }
        let result = self.get.call(object, Symbol::GETITEM, [index], context);
        result.unwrap_or_else(|| ops::index::get(object, index)).map_err(|_| context.fail(self.span))
    }
}

/// `start:stop:step`
pub struct Slice(pub [Option<Box<dyn Node>>; 3]);

impl Slice {
    #[inline(always)]
    fn part(&self, place: usize, frame: &mut Frame, context: &Context) -> Res {
        match &self.0[place] {
            Some(node) => node.value(frame, context),
            None => Ok(Value::None),
        }
    }
}

impl Node for Slice {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let start = self.part(0, frame, context)?;
        let stop = self.part(1, frame, context)?;
        let step = self.part(2, frame, context)?;
        Ok(Value::from(crate::value::slice::Slice::create(start, stop, step)))
    }
}

/// `object[start:stop:step]`
pub struct IndexSlice {
    /// What is cut.
    pub object: Box<dyn Node>,
    /// The bounds and the distance.
    pub slice: Slice,
    /// Its place.
    pub span: Span,
}

impl Node for IndexSlice {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let object = self.object.value(frame, context)?;
        let start = self.slice.part(0, frame, context)?;
        let stop = self.slice.part(1, frame, context)?;
        let step = self.slice.part(2, frame, context)?;
        ops::index::get_slice(&object, &start, &stop, &step).map_err(|_| context.fail(self.span))
    }
}

/// A variable in a cell.
pub struct CellVariable {
    /// The slot of the cell.
    pub slot: Slot,
    /// Its name.
    pub name: Symbol,
    /// It belongs to an enclosing function.
    pub free: bool,
    /// Its place.
    pub span: Span,
}

impl Node for CellVariable {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let value = slot(frame, self.slot).downcast::<Cell>().map(|cell| cell.get()).unwrap_or_default();
        if value.is_unbound() {
            return Err(self.unbound(context));
        }
        Ok(value)
    }
}

impl CellVariable {
    #[cold]
    fn unbound(&self, context: &Context) -> Raise {
        raise_unbound(self.name, self.free);
        context.fail(self.span)
    }
}

/// A global or, where it is unbound, a built-in of that name.
pub struct GlobalVariable {
    /// The module.
    pub module: Gc<Module>,
    /// Its slot there.
    pub slot: u32,
    /// The built-ins, with the slot of the name if they have it.
    pub builtins: Gc<Module>,
    /// The slot among the built-ins.
    pub builtin: Option<u32>,
    /// Its name.
    pub name: Symbol,
    /// Its place.
    pub span: Span,
}

impl GlobalVariable {
    /// The value, where it lies.
    #[inline(always)]
    pub fn find(&self) -> Option<&Value> {
        match self.module.slot_ref(self.slot) {
            Some(value) if !value.is_unbound() => Some(value),
            _ => self.builtins.slot_ref(self.builtin?).filter(|value| !value.is_unbound()),
        }
    }

    /// The value of a built-in that a script added after this code was made.
    #[cold]
    fn late(&self) -> Option<Value> {
        self.builtins.get(self.name)
    }

    #[cold]
    fn undefined(&self, context: &Context) -> Raise {
        let name = self.name.as_str();
        let message = format_args!("name '{name}' is not defined");
        let _ = raise_named(Error::NameError, name, message);
        context.fail(self.span)
    }
}

impl Node for GlobalVariable {
    fn value(&self, _frame: &mut Frame, context: &Context) -> Res {
        match self.find() {
            Some(value) => Ok(value.clone()),
            None => self.late().ok_or_else(|| self.undefined(context)),
        }
    }
}
