//! What the builder knows of each variable while it walks the tree, and how two ways of the program meet.

use std::rc::Rc;

use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

use super::view::ViewOf;
use crate::array::DType;
use crate::array::ndarray::Layout;
use crate::resolve::tree::{GlobalSlot, Place};
use crate::trace::ir::{InstId, RegionId, Repr, Ty, UnitBuilder, Val, Vals};
use crate::trace::profile::Type;
use crate::value::function::Function;
use crate::value::heap::Gc;
use crate::value::heap::flat::Storage;
use crate::value::iterator;
use crate::value::shape::Shape;
use crate::value::{Kind, TAG_BOOL, TAG_FLOAT, TAG_INT, TAG_NONE, TAG_OBJECT, TAG_SCALAR, TAG_UNBOUND, Value};

/// A value of the script, as far as the unit knows it.
#[derive(Clone, Debug)]
pub(super) enum Abstract {
    Unbound,
    None,
    Int(Val),
    Float(Val),
    Bool(Val),
    Complex(Val, Val),
    /// A scalar of an array, in its parts.
    Scalar(DType, Vals),
    /// An object of a kind that has been guarded.
    Object(Object),
    /// This very object; that it is the same one has been guarded.
    Known(Value),
    /// A function that runs the same code as this one; that has been guarded.
    Function(Val, Gc<Function>),
    /// A tag and a payload: anything.
    Tagged(Val, Val),
    /// A tuple that exists only here.
    Tuple(Rc<[Abstract]>),
    /// A view of an array that exists only here.
    View(Rc<ViewOf>),
    /// An iterator that exists only here: what it goes over, and where it stands.
    Iterator(Rc<Iterating>),
    /// An instance that exists only here, by its number. Its shape and its fields are variables of their own.
    Made(u32),
    /// A generator that the unit runs, by its number. Its frame is variables of their own.
    Generator(u32),
    /// What [`Key::Shape`] holds.
    Shape(Gc<Shape>),
}

/// An iterator in parts. Lists have the storage that their items were seen in.
#[derive(Clone, Debug)]
pub(super) enum Iterating {
    List(Object, Storage, Val),
    ListReversed(Object, Storage, Val),
    Tuple(Object, Val),
    Array(Object, Layout, Val),
    Range { next: Val, step: Val, left: Val },
    Enumerate(Box<Iterating>, Val),
    Zip(Vec<Iterating>),
}

impl Iterating {
    pub fn parts(&self) -> Parts {
        match self {
            Iterating::List(object, _, at)
            | Iterating::ListReversed(object, _, at)
            | Iterating::Array(object, _, at)
            | Iterating::Tuple(object, at) => {
                smallvec![object.val, *at]
            }
            Iterating::Range { next, step, left } => smallvec![*next, *step, *left],
            Iterating::Enumerate(inner, next) => inner.parts().into_iter().chain([*next]).collect(),
            Iterating::Zip(inner) => inner.iter().flat_map(Iterating::parts).collect(),
        }
    }

    fn with_parts(&self, parts: &mut dyn Iterator<Item = Val>) -> Iterating {
        let next = |parts: &mut dyn Iterator<Item = Val>| parts.next().expect("as many scalars as before");
        let object = |object: &Object, parts: &mut dyn Iterator<Item = Val>| Object { val: next(parts), ..*object };
        match self {
            Iterating::List(list, storage, _) => {
                let list = object(list, parts);
                Iterating::List(list, *storage, parts.next().expect("as before"))
            }
            Iterating::ListReversed(list, storage, _) => {
                let list = object(list, parts);
                Iterating::ListReversed(list, *storage, parts.next().expect("as before"))
            }
            Iterating::Tuple(tuple, _) => {
                let tuple = object(tuple, parts);
                Iterating::Tuple(tuple, parts.next().expect("as before"))
            }
            Iterating::Array(array, layout, _) => {
                let array = object(array, parts);
                Iterating::Array(array, *layout, parts.next().expect("as before"))
            }
            Iterating::Range { .. } => Iterating::Range { next: next(parts), step: next(parts), left: next(parts) },
            Iterating::Enumerate(inner, _) => {
                let inner = inner.with_parts(parts);
                Iterating::Enumerate(Box::new(inner), next(parts))
            }
            Iterating::Zip(inner) => Iterating::Zip(inner.iter().map(|inner| inner.with_parts(parts)).collect()),
        }
    }

    pub fn shape(&self) -> iterator::Shape {
        match self {
            Iterating::List(..) => iterator::Shape::List,
            Iterating::ListReversed(..) => iterator::Shape::ListReversed,
            Iterating::Tuple(..) => iterator::Shape::Tuple,
            Iterating::Array(..) => iterator::Shape::Array,
            Iterating::Range { .. } => iterator::Shape::Range,
            Iterating::Enumerate(inner, _) => iterator::Shape::Enumerate(Box::new(inner.shape())),
            Iterating::Zip(inner) => iterator::Shape::Zip(inner.iter().map(Iterating::shape).collect()),
        }
    }

    fn storages(&self) -> Vec<Storage> {
        match self {
            Iterating::List(_, storage, _) | Iterating::ListReversed(_, storage, _) => vec![*storage],
            Iterating::Enumerate(inner, _) => inner.storages(),
            Iterating::Zip(inner) => inner.iter().flat_map(Iterating::storages).collect(),
            Iterating::Tuple(..) | Iterating::Array(..) | Iterating::Range { .. } => Vec::new(),
        }
    }

    fn layouts(&self) -> Vec<Layout> {
        match self {
            Iterating::Array(_, layout, _) => vec![*layout],
            Iterating::Enumerate(inner, _) => inner.layouts(),
            Iterating::Zip(inner) => inner.iter().flat_map(Iterating::layouts).collect(),
            Iterating::List(..) | Iterating::ListReversed(..) | Iterating::Tuple(..) | Iterating::Range { .. } => {
                Vec::new()
            }
        }
    }

    fn reprs(&self) -> Vec<Repr> {
        match self {
            Iterating::List(object, _, at)
            | Iterating::ListReversed(object, _, at)
            | Iterating::Array(object, _, at)
            | Iterating::Tuple(object, at) => {
                vec![Repr::Object(object.val), Repr::Int(*at)]
            }
            Iterating::Range { next, step, left } => vec![Repr::Int(*next), Repr::Int(*step), Repr::Int(*left)],
            Iterating::Enumerate(inner, next) => {
                let mut reprs = inner.reprs();
                reprs.push(Repr::Int(*next));
                reprs
            }
            Iterating::Zip(inner) => inner.iter().flat_map(Iterating::reprs).collect(),
        }
    }

    /// Each object that it goes over.
    pub fn objects(&self) -> Vec<Object> {
        match self {
            Iterating::List(object, ..)
            | Iterating::ListReversed(object, ..)
            | Iterating::Array(object, ..)
            | Iterating::Tuple(object, _) => {
                vec![*object]
            }
            Iterating::Range { .. } => Vec::new(),
            Iterating::Enumerate(inner, _) => inner.objects(),
            Iterating::Zip(inner) => inner.iter().flat_map(Iterating::objects).collect(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Object {
    pub val: Val,
    pub kind: Kind,
    /// Whether a slot of a frame keeps it alive as long as the unit runs.
    pub owned: bool,
    /// Of an array, if it is known here.
    pub layout: Option<Layout>,
}

impl Object {
    pub fn new(val: Val, kind: Kind, owned: bool) -> Object {
        Object { val, kind, owned, layout: None }
    }
}

pub(super) type Parts = SmallVec<[Val; 2]>;

impl Abstract {
    /// The scalars it is made of.
    pub fn parts(&self) -> Parts {
        match self {
            Abstract::Unbound
            | Abstract::None
            | Abstract::Known(_)
            | Abstract::Made(_)
            | Abstract::Generator(_)
            | Abstract::Shape(_) => smallvec![],
            Abstract::Int(val) | Abstract::Float(val) | Abstract::Bool(val) => smallvec![*val],
            Abstract::Object(object) => smallvec![object.val],
            Abstract::Scalar(_, parts) => parts.iter().copied().collect(),
            Abstract::Function(val, _) => smallvec![*val],
            Abstract::Complex(first, second) | Abstract::Tagged(first, second) => {
                smallvec![*first, *second]
            }
            Abstract::Tuple(items) => items.iter().flat_map(Abstract::parts).collect(),
            Abstract::View(view) => view.parts().collect(),
            Abstract::Iterator(iterating) => iterating.parts(),
        }
    }

    /// The same with other scalars.
    pub fn with_parts(&self, parts: &mut impl Iterator<Item = Val>) -> Abstract {
        let mut next = || parts.next().expect("as many scalars as before");
        match self {
            Abstract::Unbound
            | Abstract::None
            | Abstract::Known(_)
            | Abstract::Made(_)
            | Abstract::Generator(_)
            | Abstract::Shape(_) => self.clone(),
            Abstract::Int(_) => Abstract::Int(next()),
            Abstract::Float(_) => Abstract::Float(next()),
            Abstract::Bool(_) => Abstract::Bool(next()),
            Abstract::Object(object) => Abstract::Object(Object { val: next(), ..*object }),
            Abstract::Function(_, function) => Abstract::Function(next(), function.clone()),
            Abstract::Complex(..) => Abstract::Complex(next(), next()),
            Abstract::Scalar(dtype, parts) => Abstract::Scalar(*dtype, parts.iter().map(|_| next()).collect()),
            Abstract::Tagged(..) => Abstract::Tagged(next(), next()),
            Abstract::Tuple(items) => Abstract::Tuple(items.iter().map(|item| item.with_parts(parts)).collect()),
            Abstract::View(view) => Abstract::View(Rc::new(view.with_parts(next))),
            Abstract::Iterator(iterating) => Abstract::Iterator(Rc::new(iterating.with_parts(parts))),
        }
    }

    /// Whether both are made of the same kinds of scalars and mean the same by them.
    pub fn same_shape(&self, other: &Abstract) -> bool {
        match (self, other) {
            (Abstract::Unbound, Abstract::Unbound)
            | (Abstract::None, Abstract::None)
            | (Abstract::Int(_), Abstract::Int(_))
            | (Abstract::Float(_), Abstract::Float(_))
            | (Abstract::Bool(_), Abstract::Bool(_))
            | (Abstract::Complex(..), Abstract::Complex(..))
            | (Abstract::Tagged(..), Abstract::Tagged(..)) => true,
            (Abstract::Scalar(x, _), Abstract::Scalar(y, _)) => x == y,
            (Abstract::View(x), Abstract::View(y)) => x.layout == y.layout,
            (Abstract::Object(x), Abstract::Object(y)) => x.kind == y.kind,
            (Abstract::Known(x), Abstract::Known(y)) => x.is(y),
            (Abstract::Made(x), Abstract::Made(y)) | (Abstract::Generator(x), Abstract::Generator(y)) => x == y,
            (Abstract::Shape(x), Abstract::Shape(y)) => x.is(y),
            (Abstract::Function(_, x), Abstract::Function(_, y)) => x.code().id == y.code().id,
            (Abstract::Tuple(x), Abstract::Tuple(y)) => {
                x.len() == y.len() && x.iter().zip(&**y).all(|(x, y)| x.same_shape(y))
            }
            (Abstract::Iterator(x), Abstract::Iterator(y)) => {
                x.shape() == y.shape() && x.storages() == y.storages() && x.layouts() == y.layouts()
            }
            _ => false,
        }
    }

    /// Whether both are certainly the same value.
    pub fn same(&self, other: &Abstract) -> bool {
        self.same_shape(other) && self.parts() == other.parts()
    }

    /// Its type, if that is known.
    pub fn type_(&self) -> Option<Type> {
        Some(match self {
            Abstract::Unbound => Type::Unbound,
            Abstract::None => Type::None,
            Abstract::Int(_) => Type::Int,
            Abstract::Float(_) => Type::Float,
            Abstract::Bool(_) => Type::Bool,
            Abstract::Complex(..) => Type::Complex,
            Abstract::Scalar(dtype, _) => Type::Scalar(*dtype),
            Abstract::Object(Object { layout: Some(layout), .. }) => Type::Array(*layout),
            Abstract::Object(object) => Type::Object(object.kind),
            Abstract::Known(value) => Type::of(value),
            Abstract::Function(..) => Type::Object(Kind::Function),
            Abstract::Tuple(_) => Type::Tuple,
            Abstract::View(_) => Type::Object(Kind::Array),
            Abstract::Iterator(_) => Type::Object(Kind::Iterator),
            Abstract::Made(_) => Type::Object(Kind::Instance),
            Abstract::Generator(_) => Type::Object(Kind::Generator),
            Abstract::Tagged(..) | Abstract::Shape(_) => return None,
        })
    }

    /// Whether it has the type, as far as a variable's representation goes (all lists are one, and all arrays).
    pub fn fits(&self, ty: Type) -> bool {
        match self {
            Abstract::Object(object) => ty.object_kind() == Some(object.kind),
            Abstract::View(_) => ty.object_kind() == Some(Kind::Array),
            value => value.type_().is_some_and(|own| own.fits(ty)),
        }
    }

    /// What an exit puts into a slot for it.
    pub fn repr(&self, ir: &mut UnitBuilder) -> Repr {
        match self {
            Abstract::Unbound => Repr::Unbound,
            Abstract::None => Repr::None,
            Abstract::Int(val) => Repr::Int(*val),
            Abstract::Float(val) => Repr::Float(*val),
            Abstract::Bool(val) => Repr::Bool(*val),
            Abstract::Complex(re, im) => Repr::Complex(*re, *im),
            Abstract::Scalar(dtype, parts) => Repr::Scalar(*dtype, parts.clone()),
            Abstract::Object(object) => Repr::Object(object.val),
            Abstract::Function(val, _) => Repr::Object(*val),
            Abstract::Known(value) => Repr::Object(address(ir, value)),
            Abstract::Tagged(tag, payload) => Repr::Tagged(*tag, *payload),
            Abstract::Tuple(items) => Repr::Tuple(items.iter().map(|item| item.repr(ir)).collect()),
            Abstract::View(view) => Repr::View(view.layout, view.parts().collect()),
            Abstract::Iterator(iterating) => Repr::Iterator(iterating.shape(), iterating.reprs()),
            Abstract::Made(_) | Abstract::Generator(_) | Abstract::Shape(_) => {
                unreachable!("instances and generators are told with what is in them")
            }
        }
    }
}

/// The address of an object that the unit keeps alive.
pub(super) fn address(ir: &mut UnitBuilder, value: &Value) -> Val {
    let id = ir.add_address(&format!("object {:x}", value.payload()), Ty::Ref, value.payload());
    ir.address(id)
}

/// A variable of a frame that the unit has open, or one that no script can see.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) enum Key {
    /// A place of a frame. Frames are numbered as they are opened; the first is the unit's own.
    Frame(u32, Place),
    /// A global of a module, by the module's number in the unit.
    Global(u32, GlobalSlot),
    /// Of the builder's own.
    Hidden(u32),
    /// The shape of an instance that exists only here.
    Shape(u32),
    /// A field of one, by its place.
    Field(u32, u32),
    /// The object that one has become.
    Real(u32),
    /// The object that a tuple has become, by the tuple's number.
    Whole(u32),
    /// That a method which is part of a statement has changed something, if it is there.
    Changed,
}

impl Key {
    /// Whether it stands for memory that an exit may have to write.
    pub fn is_written(&self) -> bool {
        matches!(self, Key::Frame(..) | Key::Global(..))
    }
}

#[derive(Clone, Debug)]
pub(super) struct Binding {
    pub value: Abstract,
    /// The memory behind the variable holds something else.
    pub dirty: bool,
}

/// What is known of the variables at one point.
pub(super) type State = FxHashMap<Key, Binding>;

/// One of the ways that meet.
pub(super) struct Way {
    pub state: State,
    /// The `br` that ends it, and the region it stands in.
    pub inst: InstId,
    pub region: RegionId,
}

/// A label where ways of the program meet.
pub(super) struct Join {
    pub label: InstId,
    pub ways: Vec<Way>,
    /// Values made before it was opened, which stay visible after it.
    pub before: usize,
}

/// Makes a value into a tag and a payload, with what must be computed for it.
pub(super) enum Boxing {
    /// A constant tag, and the payload as it is or cast to an integer.
    Scalar(u64, Option<Val>),
    /// It is one already.
    Tagged(Val, Val),
    /// It would need an object made for it.
    Impossible,
}

impl Abstract {
    pub fn boxing(&self, ir: &mut UnitBuilder) -> Boxing {
        match self {
            Abstract::Unbound => Boxing::Scalar(TAG_UNBOUND, None),
            Abstract::None => Boxing::Scalar(TAG_NONE, None),
            Abstract::Int(val) => Boxing::Scalar(TAG_INT, Some(*val)),
            Abstract::Float(val) => Boxing::Scalar(TAG_FLOAT, Some(*val)),
            Abstract::Bool(val) => Boxing::Scalar(TAG_BOOL, Some(*val)),
            Abstract::Object(object) => Boxing::Scalar(TAG_OBJECT, Some(object.val)),
            Abstract::Function(val, _) => Boxing::Scalar(TAG_OBJECT, Some(*val)),
            Abstract::Known(value) => Boxing::Scalar(TAG_OBJECT, Some(address(ir, value))),
            Abstract::Tagged(tag, payload) => Boxing::Tagged(*tag, *payload),
            // Hidden, and forgotten with its loop.
            Abstract::Iterator(_) => Boxing::Scalar(TAG_UNBOUND, None),
            Abstract::Complex(..)
            | Abstract::Scalar(..)
            | Abstract::View(_)
            | Abstract::Tuple(_)
            | Abstract::Made(_)
            | Abstract::Generator(_)
            | Abstract::Shape(_) => Boxing::Impossible,
        }
    }
}

/// The tag of values of a type.
pub(super) fn tag_of(ty: Type) -> u64 {
    match ty {
        Type::Scalar(dtype) if dtype != DType::C128 => TAG_SCALAR + dtype.number() as u64,
        Type::Unbound => TAG_UNBOUND,
        Type::None => TAG_NONE,
        Type::Bool => TAG_BOOL,
        Type::Int => TAG_INT,
        Type::Float => TAG_FLOAT,
        _ => TAG_OBJECT,
    }
}
