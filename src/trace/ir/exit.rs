//! Exits: the map from IR values to the slots of a stack of frames.
//!
//! Data only; writing it back into frames is `jit`'s business.

use super::{CodeId, GlobalSlot, Slot, StmtId, Ty, Val, Vals};
use crate::array::DType;
use crate::array::dtype::Class;
use crate::array::ndarray::Layout;
use crate::value::generator::State;
use crate::value::iterator::Shape;

/// A place an exit writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A slot of the frame.
    Local(Slot),
    /// A global of a module: module number and slot.
    Global(u32, GlobalSlot),
    /// The cell that a slot of the frame holds.
    Cell(Slot),
}

/// What is to be put into a place. A value that is a constant of the unit need not be stored by compiled code.
#[derive(Clone, Debug, PartialEq)]
pub enum Repr {
    /// An int.
    Int(Val),
    /// A float.
    Float(Val),
    /// A bool.
    Bool(Val),
    /// A complex number.
    Complex(Val, Val),
    /// A scalar of an array, in its parts.
    Scalar(DType, Vals),
    /// A heap object; the exit takes a count of it.
    Object(Val),
    /// A tag and a payload.
    Tagged(Val, Val),
    /// None.
    None,
    /// Nothing: the variable is not bound.
    Unbound,
    /// A tuple, to be made.
    Tuple(Vec<Repr>),
    /// A view of an array, to be made: the array, the address of its first element, lengths, strides.
    View(Layout, Vals),
    /// An iterator, to be made of its shape and what is in it.
    Iterator(Shape, Vec<Repr>),
    /// An instance, to be made: a number that it has in its exit, the address of its shape, its fields.
    Instance(u32, Val, Vec<Repr>),
    /// A generator, to be made: its function, where it stands, the slots of its frame.
    Generator(Val, State, Vec<Repr>),
    /// The instance of this number, which comes earlier in the exit.
    Same(u32),
}

impl Repr {
    /// Calls `visit` with each value, in order.
    pub fn each_value(&self, visit: &mut impl FnMut(Val)) {
        match self {
            Repr::Int(val) | Repr::Float(val) | Repr::Bool(val) | Repr::Object(val) => visit(*val),
            Repr::Complex(first, second) | Repr::Tagged(first, second) => {
                visit(*first);
                visit(*second);
            }
            Repr::Scalar(_, vals) | Repr::View(_, vals) => vals.iter().for_each(|&val| visit(val)),
            Repr::Tuple(items) | Repr::Iterator(_, items) => items.iter().for_each(|item| item.each_value(visit)),
            Repr::Instance(_, shape, fields) | Repr::Generator(shape, _, fields) => {
                visit(*shape);
                fields.iter().for_each(|field| field.each_value(visit));
            }
            Repr::None | Repr::Unbound | Repr::Same(_) => {}
        }
    }

    /// Calls `visit` with each value, in order, to change it.
    pub fn each_value_mut(&mut self, visit: &mut impl FnMut(&mut Val)) {
        match self {
            Repr::Int(val) | Repr::Float(val) | Repr::Bool(val) | Repr::Object(val) => visit(val),
            Repr::Complex(first, second) | Repr::Tagged(first, second) => {
                visit(first);
                visit(second);
            }
            Repr::Scalar(_, vals) | Repr::View(_, vals) => vals.iter_mut().for_each(visit),
            Repr::Tuple(items) | Repr::Iterator(_, items) => {
                items.iter_mut().for_each(|item| item.each_value_mut(visit));
            }
            Repr::Instance(_, shape, fields) | Repr::Generator(shape, _, fields) => {
                visit(shape);
                fields.iter_mut().for_each(|field| field.each_value_mut(visit));
            }
            Repr::None | Repr::Unbound | Repr::Same(_) => {}
        }
    }
}

/// The values that a scalar of an array is made of. Floats of single precision are doubles that are such floats; a `uint64` is one
/// that is not negative as an `I64`.
pub fn parts_of(dtype: DType) -> &'static [Ty] {
    match dtype.class() {
        Class::Bool => &[Ty::Bool],
        Class::Unsigned | Class::Signed => &[Ty::I64],
        Class::Float => &[Ty::F64],
        Class::Complex => &[Ty::F64, Ty::F64],
        Class::Reference => &[],
    }
}

/// How the interpreter goes on after an exit.
#[derive(Clone, Debug, PartialEq)]
pub enum ExitKind {
    /// At the start of the innermost frame's statement.
    Resume,
    /// After the innermost frame's statement: the loop has ended.
    Done,
    /// After the innermost frame's statement, which the interpreter has run.
    Behind,
    /// After the call that the innermost frame's statement makes; its result is at hand.
    AfterCall,
    /// The innermost frame returns this.
    Return(Repr),
    /// An exception is set; it is raised at the innermost frame's statement.
    Raise,
}

/// One frame of an exit.
#[derive(Clone, Debug, PartialEq)]
pub struct ExitFrame {
    /// The code the frame runs.
    pub code: CodeId,
    /// The statement it stands at; of a caller, the statement that makes the call.
    pub stmt: StmtId,
    /// What to write back.
    pub writes: Vec<(Place, Repr)>,
}

/// A way out of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Exit {
    /// How to go on.
    pub kind: ExitKind,
    /// The frames, outermost first.
    pub frames: Vec<ExitFrame>,
}

impl Exit {
    /// Calls `visit` with each value, in order.
    pub fn each_value(&self, mut visit: impl FnMut(Val)) {
        for frame in &self.frames {
            frame.writes.iter().for_each(|(_, repr)| repr.each_value(&mut visit));
        }
        if let ExitKind::Return(repr) = &self.kind {
            repr.each_value(&mut visit);
        }
    }

    /// Calls `visit` with each value, in the same order, to change it.
    pub fn each_value_mut(&mut self, mut visit: impl FnMut(&mut Val)) {
        for frame in &mut self.frames {
            frame.writes.iter_mut().for_each(|(_, repr)| repr.each_value_mut(&mut visit));
        }
        if let ExitKind::Return(repr) = &mut self.kind {
            repr.each_value_mut(&mut visit);
        }
    }

    /// The values, in order.
    pub fn values(&self) -> Vec<Val> {
        let mut values = Vec::new();
        self.each_value(|val| values.push(val));
        values
    }
}
