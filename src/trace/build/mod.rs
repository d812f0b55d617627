//! Resolved tree + profile → IR: a unit with all paths seen, and exits for the rest.
//!
//! In: the function, the loop (or nothing, for the function itself), the profile, and the frame as it stands at entry.
//! Out: a [`Built`] unit: IR, what must hold at entry, and the objects it keeps alive. Types come from the values at
//! entry and from what was computed from them; where neither tells (loads from containers, results of calls), from the
//! profile, with a guard.
//!
//! The builder walks the tree once, front to back, keeping for each variable what is known of it ([`state`]). Where ways
//! of the program meet, what differs between them becomes a result of the block they leave; at a loop's head, what the
//! loop assigns becomes a parameter. A loop whose variables have another type at the first turn than later
//! (`s = 0; for …: s += 0.5`) has its first turn built apart.

mod array;
mod bound;
mod boxed;
mod builtin;
mod bytes;
mod call;
mod class;
mod contents;
mod expr;
mod foreign;
mod generator;
mod index;
mod instance;
mod iterate;
mod join;
mod loops;
mod made;
mod mixed;
mod object;
mod operator;
mod row;
mod scalar;
mod shared;
mod state;
mod stmt;
mod ufunc;
mod view;
mod whole;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use self::foreign::Foreign;
use self::index::Element;
use self::state::{Abstract, Binding, Boxing, Iterating, Join, Key, Object, State, Way, address, tag_of};
use super::abort::{Abort, AbortReason};
use super::assigned;
use super::helper::HelperId;
use super::ir::{self, Def, Ty, Unit, UnitBuilder, UnitKind, Val};
use super::ir::{Access, Compare, Exit, ExitFrame, ExitId, ExitKind, MemRegion, Reason, RegionSet, Source};
use super::live::{Live, Slots};
use super::profile::{CodeProfile, Profile, Seen, Type};
use super::record::find;
use crate::array::DType;
use crate::interp::watch::Wanted;
use crate::resolve::tree::{Code, CodeId, ExprId, GlobalSlot, Place, Slot, Stmt, StmtId, StmtKind};
use crate::value::complex::Complex;
use crate::value::function::Function;
use crate::value::heap::Gc;
use crate::value::heap::flat::{Flat, Storage};
use crate::value::heap::header::{BODY_OFFSET, KIND_OFFSET};
use crate::value::module::Module;
use crate::value::shape::Shape;
use crate::value::{
    Kind, PAYLOAD_OFFSET, TAG_BOOL, TAG_FLOAT, TAG_INT, TAG_NONE, TAG_OBJECT, TAG_OFFSET, VALUE_SIZE, Value,
};

/// Where a module keeps the address of its globals.
const GLOBALS: i32 = BODY_OFFSET + Module::SLOTS_OFFSET + Flat::DATA_OFFSET;

/// What to build.
pub struct Request<'a> {
    /// The function.
    pub code: &'a Arc<Code>,
    /// Its module.
    pub module: &'a Gc<Module>,
    /// The loop's head; none for the whole function.
    pub head: Option<StmtId>,
    /// The frame, at the loop's head or with its arguments bound.
    pub frame: &'a [Value],
    /// What was seen.
    pub profile: &'a Profile,
    /// Where built-in names are.
    pub builtins: &'a Gc<Module>,
    /// The name of a built-in function or class, with its module's in front unless it is always visible.
    pub qualified: &'a dyn Fn(&Value) -> Option<String>,
    /// Finds a method of a built-in type by an object of it.
    pub method: &'a dyn Fn(&Value, &str) -> Option<Value>,
    /// Other units are not waited for: what cannot be inlined or called natively is the interpreter's.
    pub settled: bool,
    /// Native calls may be finished by the interpreter: nothing is counted on behind them.
    pub lenient: bool,
    /// Variables that were seen to hold values of several types hold any value: their unit kept leaving.
    pub tolerant: bool,
    /// What the program may look at of the activations that are running. Native calls are none that it could see.
    pub frames: Wanted,
    /// Other units that may be called.
    pub callees: &'a dyn Callees,
    /// The number of the unit that is built.
    pub number: u32,
    /// Most instructions a unit may have before it is optimised.
    pub budget: usize,
}

/// Units that compiled code may call natively.
pub trait Callees {
    /// A unit for the function with arguments of these types. Those that are [`Type::Any`] become what the unit takes.
    fn find(&self, function: &Gc<Function>, arguments: &mut [Type]) -> Option<Callee>;
}

/// A unit to call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Callee {
    /// Its number.
    pub unit: u32,
    /// What its result is.
    pub returns: Returns,
    /// What it writes at most, with all that it calls, while no exit is taken.
    pub writes: RegionSet,
}

/// What a function unit returns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Returns {
    /// A value of this type: unboxed, or an object.
    Typed(Type),
    /// Any value, as tag and payload.
    Any,
}

/// A unit, with what its owner must know.
#[derive(Debug)]
pub struct Built {
    /// The code, not yet optimised.
    pub unit: Unit,
    /// The type each place must have at entry, lists with any storage counting as one.
    pub entry: Vec<(Place, Type)>,
    /// Modules by the number that [`ir::Place::Global`] uses.
    pub modules: Vec<Gc<Module>>,
    /// The functions that were inlined: an exit may leave calls of them open.
    pub inlined: Vec<Gc<Function>>,
    /// Objects whose addresses stand in the code.
    pub objects: Vec<Value>,
    /// What a function unit returns.
    pub returns: Option<Returns>,
    /// Most calls that are open at once in inlined functions.
    pub depth: u32,
}

/// Why building stops here.
enum Stop {
    /// The unit cannot be made.
    Abort(AbortReason),
    /// An exit was taken for certain: nothing after it can be reached.
    Left,
    /// What is called natively would not see the globals that are held in registers.
    Globals,
    /// Instances cannot go round a loop in registers.
    Instances,
    /// Nor can tuples that others have as objects.
    Tuples,
}

type Step<T> = Result<T, Stop>;

/// One of the ways to evaluate an expression: as what it was seen to be, or as any value where that is enough.
type Evaluate<B> = fn(&mut B, &crate::resolve::tree::Expr) -> Step<Abstract>;

/// A function whose statements are being built: the unit's own, or one inlined.
struct Frame {
    /// Names its variables in [`Key::Frame`].
    id: u32,
    code: Arc<Code>,
    module: u32,
    live: Rc<Live>,
    /// The statement being built.
    at: StmtId,
    /// Where `return` goes and what it sets, in an inlined function.
    returns: Option<(usize, Key)>,
    /// Of a generator's frame: what it is run for.
    driven: Option<generator::Driven>,
    /// How many loops were open when it was.
    loops: usize,
}

struct Builder<'a> {
    request: &'a Request<'a>,
    ir: UnitBuilder,
    frames: Vec<Frame>,
    opened: u32,
    state: State,
    /// What variables hold at entry, by when they were first asked for.
    params: FxHashMap<Key, Abstract>,
    joins: Vec<Join>,
    loops: Vec<loops::Open>,
    /// The exit to the start of the statement being built.
    here: Option<ExitId>,
    hidden: u32,
    live: FxHashMap<CodeId, Rc<Live>>,
    built: Built,
    /// Globals that the unit assigns: held in registers, written back by exits.
    promoted: Vec<Key>,
    /// What it does without.
    caution: Caution,
    /// What other units write that are called natively.
    called_writes: RegionSet,
    calls_itself: bool,
    /// How many instances there are that exist only here.
    made: u32,
    /// Tuples that became objects, by their numbers.
    wholes: Vec<Rc<[Abstract]>>,
    /// Tuples that are constants of the script, with the objects that they are wherever one is needed.
    constant_tuples: Vec<(Rc<[Abstract]>, Value)>,
    /// While a method is built as part of a statement: the exit to the start of that.
    pure: Option<ExitId>,
    /// A method is part of the statement that is built: after its effect nothing may leave, since the statement would be done again.
    strict: bool,
    /// How many of the unit's effects [`Key::Changed`] tells of.
    told: usize,
    /// Something may leave after such an effect: in this statement, if the interpreter could run it.
    unsound: Option<Option<(CodeId, StmtId)>>,
    /// The generators that the unit runs, by number.
    generators: Vec<generator::Own>,
    /// The generator that a call of `next` goes on with.
    stepping: Option<generator::Stepping>,
    /// A generator would have to exist for others.
    escaped: bool,
    /// How many loops were opened.
    loops_opened: u32,
    /// The shapes that instances were seen to have.
    shapes: FxHashMap<Val, Vec<Gc<Shape>>>,
    /// For each open `try` with a `finally`: how many frames and loops were open at it.
    unwinding: Vec<(usize, usize)>,
    /// How many frames were open where `pure` began.
    pure_from: usize,
    /// Statements that the interpreter runs, since they cannot be built.
    foreign: &'a Foreign,
    /// The statement that the last reason to stop came from, if the interpreter could run it.
    blamed: Cell<Option<(CodeId, StmtId)>>,
    /// Those that compute whole arrays.
    foreign_arrays: FxHashSet<(CodeId, StmtId)>,
    /// All statements that were built.
    walked: FxHashSet<(CodeId, StmtId)>,
    deepest: usize,
}

/// Builds a unit.
///
/// # Errors
/// The reason why none can be made, and the statement that is in the way.
pub fn build(request: &Request<'_>) -> Result<Built, Abort> {
    // A function's globals are seen by whoever it calls or returns to; a loop's only where it makes native calls.
    let mut caution = Caution { live_globals: request.head.is_none(), ..Caution::default() };
    let mut foreign = Foreign::default();
    loop {
        match build_with(request, caution, &foreign)? {
            Made::Unit(built) => return Ok(*built),
            Made::WithGlobals => caution.live_globals = true,
            Made::WithInstances => caution.real_in_loops = true,
            Made::WithTuples => caution.whole_in_loops = true,
            Made::TooLarge => caution.sparing = true,
            Made::WithForeign(at, abort) => {
                foreign.add(at, abort);
                if foreign.is_most_of(request.profile) {
                    return Err(abort);
                }
            }
        }
    }
}

/// What building came to.
enum Made {
    Unit(Box<Built>),
    /// The unit cannot hold globals in registers.
    WithGlobals,
    /// The unit cannot hold instances in registers over a loop.
    WithInstances,
    /// The unit cannot hold tuples in registers over a loop.
    WithTuples,
    /// With fewer functions inlined it may fit.
    TooLarge,
    /// The interpreter has to run this statement, which cannot be built.
    WithForeign((CodeId, StmtId), Abort),
}

/// What a unit is built without, since it did not do.
#[derive(Clone, Copy, Default)]
struct Caution {
    /// Globals are read and written where they lie.
    live_globals: bool,
    /// Instances are objects where a loop begins.
    real_in_loops: bool,
    /// Tuples are objects where a loop begins.
    whole_in_loops: bool,
    /// Only the shortest functions are inlined.
    sparing: bool,
}

fn build_with(request: &Request<'_>, caution: Caution, foreign: &Foreign) -> Result<Made, Abort> {
    let kind = if request.head.is_some() { UnitKind::Loop } else { UnitKind::Function };
    let span = match request.head {
        Some(head) => request.code.spans[head.0 as usize],
        None => request.code.span,
    };
    let line = request.code.source.line(span.start);
    let name = format!("{}:{line}", request.code.name);
    let mut builder = Builder {
        request,
        caution,
        called_writes: RegionSet::NONE,
        calls_itself: false,
        made: 0,
        wholes: Vec::new(),
        constant_tuples: Vec::new(),
        pure: None,
        strict: false,
        told: 0,
        unsound: None,
        generators: Vec::new(),
        stepping: None,
        escaped: false,
        loops_opened: 0,
        shapes: FxHashMap::default(),
        unwinding: Vec::new(),
        ir: UnitBuilder::new(kind, &name),
        frames: Vec::new(),
        opened: 0,
        state: State::default(),
        params: FxHashMap::default(),
        joins: Vec::new(),
        loops: Vec::new(),
        here: None,
        hidden: 0,
        live: FxHashMap::default(),
        built: Built {
            unit: Unit::new(kind, &name),
            entry: Vec::new(),
            modules: Vec::new(),
            inlined: Vec::new(),
            objects: Vec::new(),
            returns: None,
            depth: 0,
        },
        promoted: Vec::new(),
        pure_from: 0,
        foreign,
        blamed: Cell::default(),
        foreign_arrays: FxHashSet::default(),
        walked: FxHashSet::default(),
        deepest: 0,
    };
    let done = builder.unit();
    let stmt = builder.frames.first().map_or(StmtId(0), |frame| frame.at);
    match done {
        Ok(()) | Err(Stop::Left) if builder.escaped => Err(Abort { reason: AbortReason::Generator, stmt }),
        Ok(()) | Err(Stop::Left) if builder.unsound.is_some() => {
            let abort = Abort { reason: AbortReason::Effect, stmt };
            builder.unsound.flatten().map_or(Err(abort), |at| Ok(Made::WithForeign(at, abort)))
        }
        Ok(()) | Err(Stop::Left) => match builder.too_foreign() {
            Some(abort) => Err(abort),
            None => Ok(Made::Unit(Box::new(builder.finish()))),
        },
        Err(Stop::Globals) => Ok(Made::WithGlobals),
        Err(Stop::Instances) => Ok(Made::WithInstances),
        Err(Stop::Tuples) => Ok(Made::WithTuples),
        Err(Stop::Abort(AbortReason::Size)) if !caution.sparing && builder.opened > 1 => Ok(Made::TooLarge),
        Err(Stop::Abort(reason)) => {
            let abort = Abort { reason, stmt };
            builder.blamed.get().map_or(Err(abort), |at| Ok(Made::WithForeign(at, abort)))
        }
    }
}

/// The unit as a whole.
impl Builder<'_> {
    fn unit(&mut self) -> Step<()> {
        let request = self.request;
        if !self.caution.live_globals {
            for place in request.profile.codes().flat_map(|profile| assigned::globals_by(&profile.code)) {
                self.promote(place);
            }
        }
        let module = self.module(request.module);
        self.open_frame(request.code.clone(), module, None);
        let code = request.code.clone();
        match request.head {
            Some(head) => {
                let stmt = find(&code.body.statements, head).ok_or(Stop::Abort(AbortReason::Statement))?;
                self.outermost_loop(stmt)
            }
            None => self.function(&code),
        }
    }

    /// Holds a global in a register.
    fn promote(&mut self, place: Place) {
        if let Place::Global(slot) = place
            && let Err(at) = self.promoted.binary_search(&Key::Global(0, slot))
        {
            self.promoted.insert(at, Key::Global(0, slot));
        }
    }

    fn finish(mut self) -> Built {
        self.built.depth = self.deepest as u32 - 1;
        let mut unit = self.ir.finish();
        unit.calls_write = match (self.request.lenient, self.calls_itself) {
            (true, _) => RegionSet::MUTABLE,
            (false, true) => self.called_writes.union(unit.own_writes()),
            (false, false) => self.called_writes,
        };
        Built { unit, ..self.built }
    }

    fn abort<T>(&self, reason: AbortReason) -> Step<T> {
        self.blamed.set(self.to_blame(reason));
        Err(Stop::Abort(reason))
    }

    /// The number of a module in this unit.
    fn module(&mut self, module: &Gc<Module>) -> u32 {
        let modules = &mut self.built.modules;
        let known = modules.iter().position(|known| std::ptr::eq(&**known, &**module));
        known.unwrap_or_else(|| {
            modules.push(module.clone());
            modules.len() - 1
        }) as u32
    }

    fn open_frame(&mut self, code: Arc<Code>, module: u32, returns: Option<(usize, Key)>) {
        let live = self.live_of(&code);
        let id = self.opened;
        self.opened += 1;
        self.frames.push(Frame {
            id,
            code,
            module,
            live,
            at: StmtId(0),
            returns,
            driven: None,
            loops: self.loops.len(),
        });
        self.deepest = self.deepest.max(self.frames.len());
        self.here = None;
    }

    fn live_of(&mut self, code: &Code) -> Rc<Live> {
        let made = || Rc::new(Live::of(code, self.request.frames == Wanted::Variables));
        self.live.entry(code.id).or_insert_with(made).clone()
    }

    fn frame(&self) -> &Frame {
        self.frames.last().expect("the unit's own frame is open")
    }

    fn profile(&self) -> Option<&CodeProfile> {
        self.request.profile.of(&self.frame().code)
    }

    fn seen(&self, id: ExprId) -> Option<&Seen> {
        self.profile().map(|profile| profile.seen(id))
    }

    /// The type an expression was last seen to have. Never seen: the way here was not taken, and becomes an exit.
    fn seen_type(&mut self, id: ExprId) -> Step<Type> {
        match self.seen(id).and_then(Seen::last) {
            Some(ty) => Ok(ty),
            None => self.leave(Reason::Branch),
        }
    }

    /// The type that what an expression takes from where anything may lie is guarded to be of.
    fn taken_type(&mut self, id: ExprId) -> Step<Type> {
        match self.seen(id).and_then(|seen| self.taken(seen)) {
            Some(ty) => Ok(ty),
            None => self.leave(Reason::Branch),
        }
    }

    /// The type that what was seen so is guarded to be of. What keeps leaving because of its types is held as any value.
    fn taken(&self, seen: &Seen) -> Option<Type> {
        if self.request.tolerant && loops::several(seen) { Some(Type::Any) } else { seen.taken() }
    }

    /// Leaves for certain.
    fn leave<T>(&mut self, reason: Reason) -> Step<T> {
        let exit = self.here();
        self.ir.exit(exit, reason);
        Err(Stop::Left)
    }

    fn guard(&mut self, cond: Val, reason: Reason) {
        let exit = self.here();
        self.ir.guard(cond, exit, reason);
    }

    fn guard_not(&mut self, cond: Val, reason: Reason) {
        let not = self.ir.bool_not(cond);
        self.guard(not, reason);
    }

    /// The exit to the start of the statement being built.
    fn here(&mut self) -> ExitId {
        if self.strict {
            self.tell_effects();
            if self.unsound.is_none() && self.state.contains_key(&Key::Changed) {
                self.unsound = Some(self.to_blame(AbortReason::Effect));
            }
        }
        if let Some(exit) = self.pure.or(self.here) {
            return exit;
        }
        let exit = self.exit(ExitKind::Resume, None);
        self.here = Some(exit);
        exit
    }

    /// Notes in the state that something has been changed.
    fn tell_effects(&mut self) {
        if self.ir.effects() > self.told {
            self.told = self.ir.effects();
            self.state.insert(Key::Changed, Binding { value: Abstract::None, dirty: false });
        }
    }

    /// A statement, or a turn of a loop, begins.
    fn begin(&mut self) {
        self.here = None;
        if self.pure.is_none() {
            self.strict = false;
        }
    }

    /// An exit from here. The innermost frame's slots that matter are those before its statement, or `matter`.
    fn exit(&mut self, kind: ExitKind, matter: Option<&Slots>) -> ExitId {
        let frames = self.exit_frames(matter, &mut Vec::new());
        self.ir.add_exit(Exit { kind, frames })
    }

    /// The frames as they stand here. `told` are the instances that the exit makes.
    fn exit_frames(&mut self, matter: Option<&Slots>, told: &mut Vec<u32>) -> Vec<ExitFrame> {
        // A generator's frame is made where its loop's state is.
        let own = self.frames.iter().rposition(|frame| frame.driven.is_none());
        let innermost = own.expect("the unit's own frame is open");
        let mut frames = Vec::with_capacity(self.frames.len());
        let mut keys: Vec<Key> = self.state.keys().copied().collect();
        keys.sort_unstable();
        for index in 0..=innermost {
            let frame = &self.frames[index];
            if frame.driven.is_some() {
                continue;
            }
            let (id, at, code, live) = (frame.id, frame.at, frame.code.id, frame.live.clone());
            let matters = match matter {
                Some(matter) if index == innermost => matter,
                _ if index == innermost => live.before(at),
                _ => live.after(at),
            };
            let mut writes = Vec::new();
            for &key in &keys {
                let binding = &self.state[&key];
                let place = match key {
                    Key::Frame(of, Place::Local(slot)) if of == id && matters.has(slot) => ir::Place::Local(slot),
                    Key::Global(module, slot) if index == 0 => ir::Place::Global(module, slot),
                    _ => continue,
                };
                // The memory of an inlined frame is empty: what is unbound needs no word.
                let fresh = index > 0 && matches!(binding.value, Abstract::Unbound);
                if binding.dirty && !fresh {
                    let value = binding.value.clone();
                    writes.push((place, self.repr(&value, told)));
                }
            }
            frames.push(ExitFrame { code, stmt: at, writes });
        }
        frames
    }
}

/// Variables.
impl Builder<'_> {
    fn key(&self, place: Place) -> Key {
        let frame = self.frame();
        match place {
            Place::Global(slot) => Key::Global(frame.module, slot),
            place => Key::Frame(frame.id, place),
        }
    }

    fn hidden(&mut self) -> Key {
        self.hidden += 1;
        Key::Hidden(self.hidden - 1)
    }

    /// What a variable holds.
    fn read(&mut self, key: Key) -> Step<Abstract> {
        if let Some(binding) = self.state.get(&key) {
            return Ok(self.settled(&binding.value));
        }
        if let Some(value) = self.params.get(&key).cloned() {
            if let Abstract::Scalar(DType::U64, parts) = &value {
                self.guard_unsigned(parts[0]);
            }
            return Ok(value);
        }
        let place = match key {
            Key::Frame(0, Place::Local(slot)) if self.request.head.is_some() => Place::Local(slot),
            Key::Frame(_, Place::Local(_)) => return Ok(Abstract::Unbound),
            Key::Global(0, slot) if self.promoted.contains(&key) => Place::Global(slot),
            Key::Global(module, slot) => return self.read_global(module, slot),
            _ => return self.abort(AbortReason::Closure),
        };
        let (at, value) = match place {
            Place::Global(slot) => (ir::Place::Global(0, slot), self.global_now(0, slot)),
            Place::Local(slot) | Place::Cell(slot) => {
                (ir::Place::Local(slot), self.request.frame[slot.0 as usize].clone())
            }
        };
        let ty = Type::of(&value);
        let payload = Source::Payload(at);
        let known = match ty {
            Type::Unbound => Abstract::Unbound,
            Type::None => Abstract::None,
            Type::Int => Abstract::Int(self.ir.param(Ty::I64, payload)),
            Type::Float => Abstract::Float(self.ir.param(Ty::F64, payload)),
            Type::Bool => Abstract::Bool(self.ir.param(Ty::Bool, payload)),
            Type::Complex => {
                let val = self.ir.param(Ty::Ref, payload);
                let part = |offset| Access::new(MemRegion::Immutable, Ty::F64, BODY_OFFSET + offset);
                let re = self.ir.load_at_start(part(Complex::RE_OFFSET), val);
                let im = self.ir.load_at_start(part(Complex::IM_OFFSET), val);
                Abstract::Complex(re, im)
            }
            Type::Scalar(dtype) => self.scalar_at_entry(dtype, at),
            ty => {
                let kind = ty.object_kind().expect("everything else is an object");
                let val = self.ir.param(Ty::Ref, payload);
                let owned = matches!(place, Place::Local(_));
                Abstract::Object(Object { val, kind, owned, layout: ty.layout() })
            }
        };
        self.built.entry.push((place, ty));
        self.params.insert(key, known.clone());
        self.read(key)
    }

    fn global_now(&self, module: u32, slot: GlobalSlot) -> Value {
        self.built.modules[module as usize].get_slot(slot.0).unwrap_or_default()
    }

    /// A global that the unit does not assign, read from memory: what is called from here may change it.
    fn read_global(&mut self, module: u32, slot: GlobalSlot) -> Step<Abstract> {
        let module = self.built.modules[module as usize].clone();
        let now = module.get_slot(slot.0).unwrap_or_default();
        Ok(self.module_slot(&module, slot.0, &now))
    }

    /// What a slot of a module holds, guarded to be like `now`.
    fn module_slot(&mut self, module: &Gc<Module>, slot: u32, now: &Value) -> Abstract {
        let identified = matches!(now.kind(), Some(Kind::Builtin | Kind::Module | Kind::Class))
            || crate::value::array::ufunc(now).is_some()
            || now.is_in_script();
        if identified {
            return self.known_slot(module, slot, now);
        }
        let (data, at) = self.slots_of(module, slot);
        let tag = self.ir.load(Access::new(MemRegion::Globals, Ty::Tag, at + TAG_OFFSET), data);
        let payload = |ty| Access::new(MemRegion::Globals, ty, at + PAYLOAD_OFFSET);
        if let Some(function) = now.as_gc::<Function>() {
            let expected = self.ir.tag(TAG_OBJECT);
            let object = self.ir.int_compare(Compare::Eq, tag, expected);
            self.guard(object, Reason::Identity);
            let found = self.ir.load(payload(Ty::Ref), data);
            self.guard_kind(found, Kind::Function);
            return self.guard_code(found, function);
        }
        let payload = self.ir.load(payload(Ty::I64), data);
        self.narrow(tag, payload, Type::of(now))
    }

    /// An object in a slot of a module, guarded to be the same.
    fn known_slot(&mut self, module: &Gc<Module>, slot: u32, now: &Value) -> Abstract {
        let (data, at) = self.slots_of(module, slot);
        let tag = self.ir.load(Access::new(MemRegion::Globals, Ty::Tag, at + TAG_OFFSET), data);
        let expected = self.ir.tag(TAG_OBJECT);
        let object = self.ir.int_compare(Compare::Eq, tag, expected);
        self.guard(object, Reason::Identity);
        let found = self.ir.load(Access::new(MemRegion::Globals, Ty::Ref, at + PAYLOAD_OFFSET), data);
        let expected = address(&mut self.ir, now);
        let same = self.ir.int_compare(Compare::Eq, found, expected);
        self.guard(same, Reason::Identity);
        self.built.objects.push(now.clone());
        Abstract::Known(now.clone())
    }

    /// Where the slots of a module lie, and one of them among these.
    fn slots_of(&mut self, module: &Gc<Module>, slot: u32) -> (Val, i32) {
        let owner = Value::from(module);
        let base = address(&mut self.ir, &owner);
        self.built.objects.push(owner);
        (self.ir.load(Access::new(MemRegion::Globals, Ty::Ptr, GLOBALS), base), slot as i32 * VALUE_SIZE)
    }

    /// Gives a variable a value.
    fn write(&mut self, key: Key, value: Abstract) {
        self.keep_shared_text(key, &value);
        self.state.insert(key, Binding { value, dirty: key.is_written() });
    }

    /// Text that two variables hold must not grow in place: it gets a count for each beyond the first.
    fn keep_shared_text(&mut self, key: Key, value: &Abstract) {
        if let Abstract::Tuple(items) = value {
            return items.iter().for_each(|item| self.keep_shared_text(key, item));
        }
        let Abstract::Object(Object { val, kind: Kind::Str, .. }) = *value else { return };
        let known = self.ir.unit().as_const(val).is_some();
        let shared = self.state.iter().any(|(&other, binding)| other != key && binding.value.parts().contains(&val));
        if shared && !known {
            let payload = self.ir.cast(Ty::I64, val);
            let tag = self.ir.tag(TAG_OBJECT);
            self.ir.call(HelperId::KEEP, &[tag, payload], None);
        }
    }

    fn assign(&mut self, place: Place, value: Abstract) -> Step<()> {
        let key = self.key(place);
        match (place, key) {
            (Place::Cell(slot), _) => self.assign_cell(slot, &value),
            (_, Key::Global(module, slot)) if !self.promoted.contains(&key) => {
                self.assign_global(module, slot, &value);
                Ok(())
            }
            _ => {
                self.write(key, value);
                Ok(())
            }
        }
    }

    fn is_of_kind(&mut self, object: Val, kind: Kind) -> Val {
        let access = Access { width: 4, ..Access::new(MemRegion::Kind, Ty::I64, KIND_OFFSET) };
        let found = self.ir.load(access, object);
        let expected = self.ir.int(kind as i64);
        self.ir.int_compare(Compare::Eq, found, expected)
    }

    fn guard_kind(&mut self, object: Val, kind: Kind) {
        let same = self.is_of_kind(object, kind);
        self.guard(same, Reason::Type);
    }

    /// Leaves unless a function runs the same code as the one known.
    fn guard_code(&mut self, val: Val, function: &Gc<Function>) -> Abstract {
        let access = Access::new(MemRegion::Immutable, Ty::I64, BODY_OFFSET + Function::CODE_ID_OFFSET);
        let found = self.ir.load(access, val);
        let expected = self.ir.int(i64::from(function.code().id.0));
        let same = self.ir.int_compare(Compare::Eq, found, expected);
        self.guard(same, Reason::Identity);
        Abstract::Function(val, function.clone())
    }

    /// Makes a tag and a payload into a value of the type seen, with guards.
    fn narrow(&mut self, tag: Val, payload: Val, ty: Type) -> Abstract {
        if ty == Type::Any {
            return Abstract::Tagged(tag, payload);
        }
        let fits = self.has_tag(tag, tag_of(ty));
        self.guard(fits, Reason::Type);
        match ty {
            Type::Unbound => Abstract::Unbound,
            Type::None => Abstract::None,
            Type::Int => Abstract::Int(payload),
            Type::Float => Abstract::Float(self.ir.cast(Ty::F64, payload)),
            Type::Bool => Abstract::Bool(self.ir.cast(Ty::Bool, payload)),
            Type::Scalar(dtype) if dtype != DType::C128 => self.scalar_of_word(dtype, payload),
            ty => {
                let kind = ty.object_kind().expect("everything else is an object");
                let val = self.ir.cast(Ty::Ref, payload);
                self.guard_kind(val, kind);
                match kind {
                    Kind::Complex => self.complex_parts(val),
                    Kind::Complex128 => self.scalar_of_object(val),
                    kind => Abstract::Object(Object::new(val, kind, false)),
                }
            }
        }
    }
}
