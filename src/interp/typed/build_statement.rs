//! Builds typed statements: assignments, updates, stores into lists.
//!
//! In: a statement and what its variables hold now. Out: a typed statement, if all of its parts are what typed nodes
//! know. The parts are built in `build`.

use super::build::{
    ComplexOperand, FloatConsumer, FloatOperand, IntConsumer, IntOperand, Numeric, PlaceOperand, Sight, binary,
    binary_floats, binary_ints, fuse, gives_truth, held, is_complex, is_float, returned,
};
use super::build_scalar::{self, is_scalar};
use super::leaf::Local;
use super::statement::{
    AssignComplex, AssignFloat, AssignInt, AssignObject, AssignTruth, SetComplex, SetElement, SetFloat, SetInt,
    SetTruth, Target, UpdateElement, UpdateFloat, UpdateInt,
};
use super::{Floats, Ints, Places, Returned, Truths, Typed};
use crate::interp::frame::{Frame, slot};
use crate::interp::operator::with_arithmetic;
use crate::resolve::tree::{BinaryOp, Expr, ExprKind, Place, Slot, StmtKind};
use crate::value::heap::Storage;
use crate::value::list::List;
use crate::value::{Kind, Value};

/// Makes an assignment to a slot.
struct Assigning(Slot);

impl IntConsumer for Assigning {
    type Made = Box<dyn Typed>;
    fn consume(self, node: impl Ints + 'static) -> Box<dyn Typed> {
        Box::new(AssignInt(self.0, node))
    }
}

impl FloatConsumer for Assigning {
    type Made = Box<dyn Typed>;
    fn consume(self, node: impl Floats + 'static) -> Box<dyn Typed> {
        Box::new(AssignFloat(self.0, node))
    }
}

/// Whether statements of a kind may have a typed form.
pub fn has_typed_form(kind: &StmtKind) -> bool {
    matches!(
        kind,
        StmtKind::Assign(..)
            | StmtKind::Update(..)
            | StmtKind::SetIndex { .. }
            | StmtKind::UpdateIndex { .. }
            | StmtKind::Evaluate(_)
            | StmtKind::ListAppend(..)
    )
}

/// The typed form of a statement without control flow.
pub fn statement(kind: &StmtKind, sight: Sight<'_>) -> Option<Box<dyn Typed>> {
    match kind {
        StmtKind::Assign(place, value) => assign(*place, value, sight),
        StmtKind::Update(place, op, value) => update(*place, *op, value, sight),
        StmtKind::SetIndex { object, index, value } => set_element(object, index, value, sight),
        StmtKind::UpdateIndex { object, index, op, value } => update_element(object, index, *op, value, sight),
        StmtKind::ListAppend(list, value) => {
            let value = returned(value, sight)?;
            Some(Box::new(AppendNumber { list: *list, value }))
        }
        StmtKind::Evaluate(value) => {
            // Evaluated for its exceptions: the typed form either has none or leaves it to the generic one.
            Some(Box::new(Evaluated(sight.truth(value)?)))
        }
        _ => None,
    }
}

/// An expression whose value is dropped.
struct Evaluated(Box<dyn Truths>);

impl Typed for Evaluated {
    fn run(&self, frame: &mut Frame) -> bool {
        self.0.truth(frame).is_some()
    }
}

/// Appends to the list that a comprehension makes.
struct AppendNumber {
    list: Slot,
    value: Box<dyn Returned>,
}

impl Typed for AppendNumber {
    fn run(&self, frame: &mut Frame) -> bool {
        let append = || {
            let value = self.value.returned(frame)?;
            slot(frame, self.list).as_gc::<List>()?.push(value);
            Some(())
        };
        append().is_some()
    }
}

/// The typed form of `slot = value`, for the arguments of calls too.
pub fn assign_slot(slot: Slot, value: &Expr, sight: Sight<'_>) -> Option<Box<dyn Typed>> {
    if let ExprKind::Binary(op, left, right) = &value.kind {
        let (left, right) = (sight.numeric(left)?, sight.numeric(right)?);
        return assign_binary(slot, *op, left, right);
    }
    let Some(numeric) = sight.numeric(value) else {
        if let ExprKind::Temporary(_) = value.kind {
            // An object in a temporary is moved, which the generic form does.
            return None;
        }
        let (place, value) = sight.place(value)?;
        if !matches!(value, Value::Object(_)) {
            return None;
        }
        return Some(fuse!(place place, place => Box::new(AssignObject(slot, place))));
    };
    Some(match numeric {
        Numeric::Int(int) => fuse!(int int, node => Box::new(AssignInt(slot, node))),
        Numeric::Float(float) => fuse!(float float, node => Box::new(AssignFloat(slot, node))),
        Numeric::Truth(truth) => Box::new(AssignTruth(slot, truth)),
        Numeric::Complex(complex) => Box::new(AssignComplex(slot, complex.boxed())),
        Numeric::Scalar(scalar) => build_scalar::assign_slot(slot, scalar)?,
    })
}

fn assign_binary(slot: Slot, op: BinaryOp, left: Numeric, right: Numeric) -> Option<Box<dyn Typed>> {
    if is_scalar(&left, &right) {
        return build_scalar::assign_binary(slot, op, left, right);
    }
    if is_complex(&left, &right) {
        return match binary(op, left, right)? {
            Numeric::Complex(complex) => Some(Box::new(AssignComplex(slot, complex.boxed()))),
            _ => None,
        };
    }
    if is_float(&left, &right) {
        return binary_floats(op, left.into_float()?, right.into_float()?, Assigning(slot));
    }
    if op == BinaryOp::Div {
        return match binary(op, left, right)? {
            Numeric::Float(float) => Some(Box::new(AssignFloat(slot, float.boxed()))),
            _ => None,
        };
    }
    if gives_truth(op, &left, &right) {
        return None;
    }
    binary_ints(op, left.into_int()?, right.into_int()?, Assigning(slot))
}

fn assign(place: Place, value: &Expr, sight: Sight<'_>) -> Option<Box<dyn Typed>> {
    match place {
        Place::Local(slot) => assign_slot(slot, value, sight),
        Place::Global(slot) => assign_target(sight.origin.global_place(slot), sight.numeric(value)?),
        Place::Cell(slot) => assign_target(sight.origin.cell_place(slot), sight.numeric(value)?),
    }
}

fn assign_target(target: impl Target + 'static, value: Numeric) -> Option<Box<dyn Typed>> {
    Some(match value {
        Numeric::Int(int) => Box::new(AssignInt(target, int.boxed())),
        Numeric::Float(float) => Box::new(AssignFloat(target, float.boxed())),
        Numeric::Truth(truth) => Box::new(AssignTruth(target, truth)),
        Numeric::Complex(complex) => Box::new(AssignComplex(target, complex.boxed())),
        Numeric::Scalar(scalar) => build_scalar::assign(target, scalar)?,
    })
}

fn update(place: Place, op: BinaryOp, value: &Expr, sight: Sight<'_>) -> Option<Box<dyn Typed>> {
    let right = sight.numeric(value)?;
    match place {
        Place::Local(at) => {
            let left = match slot(sight.frame, at) {
                Value::Int(_) => Numeric::Int(IntOperand::Local(Local(at))),
                Value::Float(_) => Numeric::Float(FloatOperand::Local(Local(at))),
                value if value.as_complex().is_some() => Numeric::Complex(ComplexOperand::Local(Local(at))),
                value => build_scalar::held(Local(at), value)?,
            };
            assign_binary(at, op, left, right)
        }
        Place::Global(at) => {
            let left = held(sight.origin.global_place(at), sight.origin.global(at))?;
            assign_target(sight.origin.global_place(at), binary(op, left, right)?)
        }
        Place::Cell(at) => {
            let value = sight.origin.cell_place(at).place(sight.frame)?.clone();
            let left = held(sight.origin.cell_place(at), &value)?;
            assign_target(sight.origin.cell_place(at), binary(op, left, right)?)
        }
    }
}

fn set_element(object: &Expr, index: &Expr, value: &Expr, sight: Sight<'_>) -> Option<Box<dyn Typed>> {
    let value = sight.numeric(value)?;
    let Some((object, list)) = list_in(object, sight) else {
        return sight.set_array_element(object, index, value);
    };
    let storage = list.downcast::<List>()?.storage();
    let index = sight.numeric(index)?.into_index()?;
    fuse!(place object, object => fuse!(int index, index => match (storage, value) {
        (Storage::Int, Numeric::Int(value)) => {
            Some(fuse!(int value, value => Box::new(SetInt(SetElement { object, index, value }))))
        }
        (Storage::Float, Numeric::Float(value)) => {
            Some(fuse!(float value, value => Box::new(SetFloat(SetElement { object, index, value }))))
        }
        (Storage::Bool, Numeric::Truth(value)) => Some(Box::new(SetTruth(SetElement { object, index, value }))),
        (Storage::Complex, Numeric::Complex(value)) => {
            let value = value.boxed();
            Some(Box::new(SetComplex(SetElement { object, index, value })))
        }
        _ => None,
    }))
}

/// The place of a list, and the list.
fn list_in(object: &Expr, sight: Sight<'_>) -> Option<(PlaceOperand, Value)> {
    sight.place(object).filter(|(_, value)| value.kind() == Some(Kind::List))
}

fn update_element(object: &Expr, index: &Expr, op: BinaryOp, value: &Expr, sight: Sight<'_>) -> Option<Box<dyn Typed>> {
    let value = sight.numeric(value)?;
    let Some((object, list)) = list_in(object, sight) else {
        return sight.update_array_element(object, index, op, value);
    };
    let storage = list.downcast::<List>()?.storage();
    let index = sight.numeric(index)?.into_index()?;
    match storage {
        Storage::Int => {
            let value = value.into_int()?.boxed();
            if op == BinaryOp::Div {
                return None;
            }
            with_arithmetic!(op, O => fuse!(place object, object => fuse!(int index, index => {
                Some(Box::new(UpdateInt(UpdateElement::<O, _, _, _>::new(object, index, value))))
            })))
        }
        Storage::Float => {
            let value = value.into_float()?.boxed();
            with_arithmetic!(op, O => fuse!(place object, object => fuse!(int index, index => {
                Some(Box::new(UpdateFloat(UpdateElement::<O, _, _, _>::new(object, index, value))))
            })))
        }
        _ => None,
    }
}
