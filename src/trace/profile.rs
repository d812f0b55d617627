//! What was seen while a loop was recorded: types, call targets, branches taken.
//!
//! Comes from `record`; goes to the builder, which makes a unit of what was seen and exits of the rest. Data only.

use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::abort::AbortReason;
use crate::array::ndarray::Layout;
use crate::array::{DType, Scalar};
use crate::resolve::tree::{Code, CodeId, ExprId, Place, StmtId};
use crate::value::array::NdArray;
use crate::value::function::{Function, Method};
use crate::value::heap::flat::Storage;
use crate::value::heap::weak::Weak;
use crate::value::instance::Instance;
use crate::value::list::List;
use crate::value::opaque::Row;
use crate::value::shape::Shape;
use crate::value::{Gc, Kind, Value};

/// How many shapes are remembered of one expression.
const MOST_SHAPES: usize = 4;

/// How many functions are remembered of one expression.
const MOST_FUNCTIONS: usize = 12;

/// What compiled code can tell apart: the type of a value, for a list with its storage.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// Nothing is assigned.
    Unbound,
    /// `None`
    None,
    /// `bool`
    Bool,
    /// `int` of 64 bits
    Int,
    /// `float`
    Float,
    /// `complex`
    Complex,
    /// `list` without items
    EmptyList,
    /// `list` of ints
    IntList,
    /// `list` of floats
    FloatList,
    /// `list` of bools
    BoolList,
    /// `list` of complex numbers
    ComplexList,
    /// `list` of anything
    AnyList,
    /// `tuple`
    Tuple,
    /// A scalar of an array.
    Scalar(DType),
    /// `ndarray`
    Array(Layout),
    /// An object of some other kind.
    Object(Kind),
    /// Whatever it is: what was loaded was seen to be of several types.
    Any,
}

impl Type {
    /// The type of a value.
    pub fn of(value: &Value) -> Type {
        match value {
            Value::Unbound => Type::Unbound,
            Value::None => Type::None,
            Value::Bool(_) => Type::Bool,
            Value::Int(_) => Type::Int,
            Value::Float(_) => Type::Float,
            Value::Object(object) => match object.downcast::<List>() {
                Some(list) => Type::of_list(list.storage()),
                None => match object.kind() {
                    Kind::Complex => Type::Complex,
                    Kind::Tuple => Type::Tuple,
                    Kind::Complex128 => Type::Scalar(DType::C128),
                    Kind::Array => object
                        .downcast::<NdArray>()
                        .filter(|array| !array.dtype().is_reference())
                        .map_or(Type::Object(Kind::Array), |array| Type::Array(array.layout())),
                    kind => Type::Object(kind),
                },
            },
            scalar => Type::Scalar(scalar.scalar_dtype().unwrap_or(DType::Bool)),
        }
    }

    /// The type of an object of a kind.
    pub fn of_kind(kind: Kind) -> Type {
        match kind {
            Kind::Complex => Type::Complex,
            Kind::Tuple => Type::Tuple,
            Kind::List => Type::AnyList,
            kind => Type::Object(kind),
        }
    }

    /// The type of a list with this storage.
    pub fn of_list(storage: Storage) -> Type {
        match storage {
            Storage::Empty => Type::EmptyList,
            Storage::Int => Type::IntList,
            Storage::Float => Type::FloatList,
            Storage::Bool => Type::BoolList,
            Storage::Complex => Type::ComplexList,
            Storage::Any => Type::AnyList,
        }
    }

    /// The storage, of a list.
    pub fn storage(self) -> Option<Storage> {
        Some(match self {
            Type::EmptyList => Storage::Empty,
            Type::IntList => Storage::Int,
            Type::FloatList => Storage::Float,
            Type::BoolList => Storage::Bool,
            Type::ComplexList => Storage::Complex,
            Type::AnyList => Storage::Any,
            _ => return None,
        })
    }

    /// The layout, of an array.
    pub fn layout(self) -> Option<Layout> {
        match self {
            Type::Array(layout) => Some(layout),
            _ => None,
        }
    }

    /// Whether what was made for values of this type can have one of the other: all objects of a kind are one type then, but arrays whose
    /// layout was counted on.
    pub fn fits(self, other: Type) -> bool {
        let counted_on = matches!(self, Type::Array(_));
        self == other || !counted_on && self.object_kind().is_some() && self.object_kind() == other.object_kind()
    }

    /// The kind of the heap object, of one.
    pub fn object_kind(self) -> Option<Kind> {
        match self {
            Type::Unbound | Type::None | Type::Bool | Type::Int | Type::Float | Type::Any => None,
            Type::Scalar(DType::C128) => Some(Kind::Complex128),
            Type::Scalar(_) => None,
            Type::Array(_) => Some(Kind::Array),
            Type::Complex => Some(Kind::Complex),
            Type::Tuple => Some(Kind::Tuple),
            Type::Object(kind) => Some(kind),
            _ => Some(Kind::List),
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Type::Unbound => "unbound",
            Type::None => "None",
            Type::Bool => "bool",
            Type::Int => "int",
            Type::Float => "float",
            Type::Complex => "complex",
            Type::EmptyList => "list (empty)",
            Type::IntList => "list of int",
            Type::FloatList => "list of float",
            Type::BoolList => "list of bool",
            Type::ComplexList => "list of complex",
            Type::AnyList => "list",
            Type::Tuple => "tuple",
            Type::Scalar(dtype) => return write!(f, "np.{dtype}"),
            Type::Array(Layout { rank, dtype, dense, .. }) => {
                return write!(f, "array of {dtype}, {rank} dimensions, dense: {dense:?}");
            }
            Type::Object(kind) => return write!(f, "{kind:?}"),
            Type::Any => "any value",
        })
    }
}

/// Something that was called, or could be. A profile must not keep data alive: of what captured variables or has defaults it knows only
/// where it is.
#[derive(Clone)]
enum Called {
    Kept(Value),
    Watched(Weak),
}

impl Called {
    fn new(value: &Value) -> Called {
        match value.as_gc::<Function>().filter(|function| !function.is_its_code()) {
            Some(function) => Called::Watched(Weak::new(function.as_ref())),
            None => Called::Kept(value.clone()),
        }
    }

    /// It, if it is still alive.
    fn get(&self) -> Option<Value> {
        match self {
            Called::Kept(value) => Some(value.clone()),
            Called::Watched(weak) => weak.get().map(Value::Object),
        }
    }

    fn is(&self, value: &Value) -> bool {
        match self {
            Called::Kept(known) => known.is(value),
            Called::Watched(weak) => weak.get().is_some_and(|known| Value::Object(known).is(value)),
        }
    }
}

impl fmt::Debug for Called {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), f)
    }
}

/// A function of a script that was called.
#[derive(Clone, Debug)]
struct Callee {
    /// One of the same code that keeps nothing alive.
    likeness: Gc<Function>,
    itself: Called,
}

/// The values one expression was seen to have.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    types: Vec<Type>,
    /// Of instances, the last one seen at the end.
    shapes: Vec<Gc<Shape>>,
    object: Option<Called>,
    /// The last one of these.
    called: Option<Called>,
    /// The functions of a script, one for each code; and whether there was something else or more of them.
    functions: Vec<Callee>,
    more_functions: bool,
    /// There were several with one code, and defaults or captured variables of their own.
    remade: bool,
    /// Of bound methods: what their receiver was, the last time.
    receiver: Option<Type>,
    /// Of rows of machine numbers, the letter of the type of the last one.
    row: Option<u8>,
    mixed: bool,
    negative: bool,
    positive: bool,
}

impl Seen {
    /// What was seen of one value.
    pub fn of(value: &Value) -> Seen {
        let mut seen = Seen::default();
        seen.note(value);
        (seen.object, seen.called) = (None, None);
        seen.functions.clear();
        seen.mixed = true;
        seen
    }

    /// Adds all that somebody else saw.
    pub fn add(&mut self, other: &Seen) {
        for &ty in &other.types {
            self.note_type(ty);
        }
        for shape in &other.shapes {
            self.note_shape(shape.clone());
        }
        self.negative |= other.negative;
        self.positive |= other.positive;
        self.receiver = other.receiver;
        self.row = other.row;
        self.mixed = true;
        self.object = None;
    }

    fn note_type(&mut self, ty: Type) {
        match self.types.iter().position(|&known| known == ty) {
            Some(at) => self.types[at..].rotate_left(1),
            None => self.types.push(ty),
        }
    }

    fn note_shape(&mut self, shape: Gc<Shape>) {
        match self.shapes.iter().position(|known| known.is(&shape)) {
            Some(at) => self.shapes[at..].rotate_left(1),
            None if self.shapes.len() < MOST_SHAPES => self.shapes.push(shape),
            None => {}
        }
    }

    fn note_function(&mut self, value: &Value) {
        let Some(function) = value.as_gc::<Function>() else {
            self.more_functions = true;
            return;
        };
        match self.functions.iter().position(|known| known.likeness.code().id == function.code().id) {
            Some(at) => {
                self.remade |= !function.is_its_code() && !self.functions[at].itself.is(value);
                self.functions[at..].rotate_left(1);
            }
            None if self.functions.len() < MOST_FUNCTIONS => {
                self.functions.push(Callee { likeness: Function::likeness(function), itself: Called::new(value) });
            }
            None => self.more_functions = true,
        }
    }

    /// Adds that what is called was a method, bound to something of this type.
    pub fn note_receiver(&mut self, ty: Type) {
        self.receiver = Some(ty);
    }

    /// Adds a value.
    pub fn note(&mut self, value: &Value) {
        self.note_type(Type::of(value));
        let method = value.downcast::<Method>();
        if let Some(instance) = method.map_or(value, Method::receiver).downcast::<Instance>() {
            self.note_shape(instance.shape());
        }
        self.receiver = method.map(|method| Type::of(method.receiver()));
        self.row = value.row().map(Row::code);
        let whole = match value {
            Value::Int(number) => i128::from(*number),
            value => value.as_scalar().and_then(Scalar::integer).unwrap_or_default(),
        };
        self.negative |= whole < 0;
        self.positive |= whole > 0;
        // Only what is called is remembered itself.
        let value = method.map_or(value, Method::function);
        let called = matches!(value.kind(), Some(Kind::Function | Kind::Builtin | Kind::Class | Kind::Module))
            || value.is_in_script();
        if called && !self.called.as_ref().is_some_and(|known| known.is(value)) {
            self.called = Some(Called::new(value));
            self.note_function(value);
        }
        match &self.object {
            None if called && !self.mixed => self.object.clone_from(&self.called),
            Some(known) if known.is(value) => {}
            _ => {
                self.object = None;
                self.mixed = true;
            }
        }
    }

    /// The type seen last.
    pub fn last(&self) -> Option<Type> {
        self.types.last().copied()
    }

    /// The type, if only one was seen, as far as compiled code tells types of variables apart.
    pub fn only_type(&self) -> Option<Type> {
        let last = self.last()?;
        let same = |ty: &Type| *ty == last || ty.object_kind().is_some() && ty.object_kind() == last.object_kind();
        self.types.iter().all(same).then_some(last)
    }

    /// Whether values of several types were seen that are not numbers alone: `None` or an object, say.
    pub fn is_various(&self) -> bool {
        let number = |ty: &Type| matches!(ty, Type::Bool | Type::Int | Type::Float | Type::Complex | Type::Scalar(_));
        let mut bound = self.types.iter().filter(|ty| **ty != Type::Unbound);
        let Some(&first) = bound.next() else { return false };
        let same = |ty: &Type| *ty == first || ty.object_kind().is_some() && ty.object_kind() == first.object_kind();
        bound.clone().any(|ty| !same(ty)) && !(number(&first) && bound.all(number))
    }

    /// The type that a variable comes to in the end: numbers become what they are added to.
    pub fn settled(&self) -> Option<Type> {
        let order = |ty: &Type| match ty {
            Type::Int => Some(1),
            Type::Float => Some(2),
            Type::Complex => Some(3),
            Type::Scalar(_) => Some(4),
            _ => None,
        };
        match self.types.iter().all(|ty| order(ty).is_some()) {
            true => self.types.iter().copied().max_by_key(order),
            false => self.last(),
        }
    }

    /// The type seen last, if nothing that was seen is an object.
    pub fn plain(&self) -> Option<Type> {
        self.last().filter(|_| self.types.iter().all(|ty| ty.object_kind().is_none()))
    }

    /// What is taken from where anything may lie is guarded to be of this type, if any was seen. Numbers are taken for what they were
    /// last.
    pub fn taken(&self) -> Option<Type> {
        if self.is_various() { Some(Type::Any) } else { self.last() }
    }

    /// All types seen, the last one at the end.
    pub fn types(&self) -> &[Type] {
        &self.types
    }

    /// The shapes of the instances seen, the last one at the end.
    pub fn shapes(&self) -> &[Gc<Shape>] {
        &self.shapes
    }

    /// The letter of the type of the numbers in the row of them that was seen last.
    pub fn row(&self) -> Option<u8> {
        self.row
    }

    /// Whether a negative int was seen.
    pub fn was_negative(&self) -> bool {
        self.negative
    }

    /// Whether a positive int was seen.
    pub fn was_positive(&self) -> bool {
        self.positive
    }

    /// The only value ever seen, if it can be called or is a module; of bound methods, what is called.
    pub fn only(&self) -> Option<Value> {
        self.object.as_ref()?.get()
    }

    /// The last value seen that can be called or is a module; of bound methods, what is called.
    pub fn called(&self) -> Option<Value> {
        self.called.as_ref()?.get()
    }

    /// All functions of a script that were seen, the last one at the end; none if there were too many, or something else was called, or one
    /// is gone. Of bound methods, what is called. The only one is a likeness: its code alone tells it.
    pub fn functions(&self) -> Vec<Gc<Function>> {
        match &self.functions[..] {
            _ if self.more_functions => Vec::new(),
            [only] => vec![only.likeness.clone()],
            _ if self.remade => Vec::new(),
            all => {
                let itself = |known: &Callee| known.itself.get()?.as_gc::<Function>().cloned();
                all.iter().map(itself).collect::<Option<_>>().unwrap_or_default()
            }
        }
    }

    /// The type of the receiver of the bound method seen last.
    pub fn receiver(&self) -> Option<Type> {
        self.receiver
    }
}

/// How often a test held and failed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Branch {
    /// Times it held.
    pub held: u32,
    /// Times it failed.
    pub failed: u32,
}

/// What was seen at a loop's head.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Each place that the loop assigns, over all times the head was reached.
    pub places: FxHashMap<Place, Seen>,
    /// The same, but for the first time of each run of the loop.
    pub later: FxHashMap<Place, Seen>,
    /// How often the head was reached in the last run.
    pub rounds: u32,
    /// The items of a `for`.
    pub items: Seen,
    /// The iterator that gave the last of them could have given it in two.
    pub halves: bool,
    /// The step of the ranges it went over, if that was always the same.
    pub step: Option<i64>,
    /// How often the loop was started.
    pub entries: u32,
    /// How often an iteration began.
    pub iterations: u32,
}

/// What was seen in one function.
#[derive(Debug)]
pub struct CodeProfile {
    /// The function.
    pub code: Arc<Code>,
    /// What each expression evaluated to, by [`ExprId`]; of a [`crate::resolve::tree::Call`], its result.
    pub expressions: Vec<Seen>,
    /// What was called, by the id of the call.
    pub callees: FxHashMap<ExprId, Seen>,
    /// The generators that a call of `next` went on with; none if they waited at different places.
    pub stepped: FxHashMap<ExprId, Option<Stepped>>,
    /// Tests of `if`, `while`, `and`, `or`, conditional expressions: by the id of the expression tested.
    pub branches: FxHashMap<ExprId, Branch>,
    /// The parts of an unpacked value, or the old and the new value of an augmented assignment, by statement.
    pub unpacked: FxHashMap<StmtId, Vec<Seen>>,
    /// How often the interpreter had to run a statement that the recorder could not, and why.
    pub interpreted: FxHashMap<StmtId, (u32, AbortReason)>,
    /// Times each statement was walked, by number.
    pub visits: Vec<u32>,
    /// Loops, by head.
    pub heads: FxHashMap<StmtId, Head>,
    /// What was returned.
    pub returned: Seen,
    /// Times a call of it was recorded.
    pub calls: u32,
}

/// Generators that a call of `next` went on with.
#[derive(Clone, Debug)]
pub struct Stepped {
    /// What is like their function.
    pub function: Gc<Function>,
    /// The `yield` that they waited at, before and afterwards.
    pub at: StmtId,
    /// What the slots of their frames held.
    pub slots: Vec<Seen>,
}

impl CodeProfile {
    /// Nothing seen yet.
    pub fn new(code: Arc<Code>) -> CodeProfile {
        CodeProfile {
            expressions: vec![Seen::default(); code.expressions as usize],
            visits: vec![0; code.spans.len()],
            code,
            callees: FxHashMap::default(),
            stepped: FxHashMap::default(),
            branches: FxHashMap::default(),
            unpacked: FxHashMap::default(),
            interpreted: FxHashMap::default(),
            heads: FxHashMap::default(),
            returned: Seen::default(),
            calls: 0,
        }
    }

    /// What an expression was seen to be.
    pub fn seen(&self, id: ExprId) -> &Seen {
        &self.expressions[id.0 as usize]
    }

    /// In how many places it was seen to call itself.
    pub fn calls_of_itself(&self) -> usize {
        let itself =
            |seen: &Seen| seen.functions.last().is_some_and(|called| called.likeness.code().id == self.code.id);
        self.callees.values().filter(|seen| itself(seen)).count()
    }

    /// How a test went.
    pub fn branch(&self, id: ExprId) -> Branch {
        self.branches.get(&id).copied().unwrap_or_default()
    }
}

/// What was seen in every function that ran while a loop was recorded. It is kept and added to when a unit is widened.
#[derive(Debug, Default)]
pub struct Profile {
    codes: FxHashMap<CodeId, CodeProfile>,
}

impl Profile {
    /// What was seen in a function.
    pub fn of(&self, code: &Code) -> Option<&CodeProfile> {
        self.codes.get(&code.id)
    }

    /// What was seen in a function, to add to.
    pub fn of_mut(&mut self, code: &Arc<Code>) -> &mut CodeProfile {
        self.codes.entry(code.id).or_insert_with(|| CodeProfile::new(code.clone()))
    }

    /// The shapes of all instances that were met.
    pub fn shapes(&self) -> impl Iterator<Item = &Gc<Shape>> {
        self.codes().flat_map(|code| &code.expressions).flat_map(Seen::shapes)
    }

    /// Every function that ran.
    pub fn codes(&self) -> impl Iterator<Item = &CodeProfile> {
        self.codes.values()
    }
}
