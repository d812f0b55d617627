//! What happens to hot places: record, build, optimise, compile, enter, leave, build again, give up.
//!
//! In: the interpreter's question about a hot loop or function. Out: the frame further on, and an entry left behind. The
//! one place that joins interpreter, recorder, builder and machine code; it knows no operator and no instruction.
//!
//! ```text
//!            hot                complete              entered            exit taken often
//! Counting ------> Recording -----------> Compiled ----------> running -------------------> Recording
//!    ^                 | left too early       |  loses                                      (from there)
//!    +-----------------+                      +------> Abandoned <--- cannot be built, tried too often
//! ```
//!
//! Machine code is made by a [`Worker`], if there is a core to spare: the script is interpreted meanwhile, or runs the units that there are.
//! One unit is made at a time, and nothing else is recorded until it is there. So places become compiled in the order in which they
//! became hot, an inner loop before the one around it, whether or not the script waits for each.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustc_hash::FxHashMap;

use super::cache::{self, Cache, Limits};
use super::config::{Config, JitMode};
use super::event::{Event, Location, UnitReport};
use super::spot::{Draft, HotSpot, UnitData};
use super::worker::{Progress, Worker};
use crate::interp::context::Context;
use crate::interp::frame::Frame;
use crate::interp::tier::{Entry, Left, Site, Tier};
use crate::jit::abi::JitContext;
use crate::jit::compile::Compiler;
use crate::resolve::tree::{CodeId, StmtId};
use crate::trace::ir::Unit;
use crate::value::class::Class;
use crate::value::function::Builtin;
use crate::value::module::Module;
use crate::value::{Gc, Symbol, Value};

/// Times spent beside interpreting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    /// Recording.
    pub recording: Duration,
    /// Building, optimising and compiling units, while the script waited.
    pub compiling: Duration,
    /// Optimising and compiling units beside the script.
    pub beside: Duration,
    /// The longest that the script has waited at once while something was compiled.
    pub longest_pause: Duration,
    /// In compiled code, with what it calls.
    pub native: Duration,
    /// In compiled code of which no statement is the interpreter's: without it, all of that would have been slower.
    pub earning: Duration,
}

/// Entries at which all units are evicted under stress, before that becomes rare.
const OFTEN: u32 = 500;

/// Who listens to events.
pub type Listener = Box<dyn Fn(&Event)>;

/// The compiler side of an engine.
pub struct Jit {
    pub(super) config: Config,
    pub(super) compiler: RefCell<Compiler>,
    /// Whether machine code is made beside the script, once that was asked.
    beside: OnceCell<bool>,
    /// Started when the first unit is compiled, if the system has a thread to spare.
    worker: OnceCell<Option<Worker>>,
    /// What the worker makes, unless nobody wants it any more.
    expected: RefCell<Option<Draft>>,
    spots: RefCell<FxHashMap<(CodeId, Option<StmtId>, usize), Rc<HotSpot>>>,
    /// All units.
    pub(super) units: RefCell<Cache<UnitData>>,
    /// Contexts not in use: one for each entry that is running.
    contexts: RefCell<Vec<Box<JitContext>>>,
    pub(super) spent: Cell<Spent>,
    listener: RefCell<Option<Listener>>,
    made: Instant,
    /// How often a unit was made, given up, or found to be made again.
    pub(super) changes: Cell<u64>,
    /// How often all units were evicted under stress.
    evictions: Cell<u32>,
    own: Weak<Jit>,
}

impl Jit {
    /// The compiler side of an engine with this configuration.
    pub fn new(config: Config) -> Rc<Jit> {
        Rc::new_cyclic(|own| Jit {
            compiler: RefCell::default(),
            beside: OnceCell::new(),
            worker: OnceCell::new(),
            expected: RefCell::default(),
            spots: RefCell::default(),
            units: RefCell::new(Cache::new(Limits { versions: config.versions, bytes: config.code_bytes })),
            contexts: RefCell::default(),
            spent: Cell::default(),
            listener: RefCell::default(),
            made: Instant::now(),
            changes: Cell::new(0),
            evictions: Cell::new(0),
            own: own.clone(),
            config,
        })
    }

    /// Sets who listens to events.
    pub fn listen(&self, listener: Option<Listener>) {
        self.listener.replace(listener);
    }

    pub(super) fn emit(&self, event: impl FnOnce() -> Event) {
        if let Some(listener) = &*self.listener.borrow() {
            listener(&event());
        }
    }

    /// Times spent so far.
    pub fn spent(&self) -> Spent {
        self.spent.get()
    }

    pub(super) fn spend(&self, change: impl FnOnce(&mut Spent)) {
        let mut spent = self.spent.get();
        change(&mut spent);
        self.spent.set(spent);
    }

    /// Whether there is time for recording and compiling what takes so long: neither may take too large a part of what a script takes,
    /// unless compiled code has earned it.
    pub(super) fn may_build(&self, cost: Duration) -> bool {
        let (spent, config) = (self.spent.get(), &self.config);
        let part = |of: Duration, percent: u64| Duration::from_nanos(of.as_nanos() as u64 / 100 * percent);
        let may_spend = |time: Duration, grace: u64, share: u64| {
            let earned = part(spent.earning, config.building_earned);
            time <= Duration::from_millis(grace) + part(self.made.elapsed(), share) + earned
        };
        let script = spent.recording + spent.compiling;
        if self.is_made_beside(cost) {
            may_spend(script, config.building_grace, config.building_share)
                && may_spend(spent.beside + cost, config.beside_grace, config.beside_share)
        } else {
            may_spend(script + cost, config.building_grace, config.building_share)
        }
    }

    /// How long a unit takes to compile.
    pub(super) fn cost_of(&self, unit: &Unit) -> Duration {
        Duration::from_nanos(self.config.building_time * unit.size() as u64)
    }

    /// Counts that the script has waited for something to be compiled.
    pub(super) fn note_pause(&self, time: Duration) {
        self.spend(|spent| {
            spent.compiling += time;
            spent.longest_pause = spent.longest_pause.max(time);
        });
    }

    /// Who makes machine code beside the script of a unit that takes so long, if that is worth it.
    pub(super) fn worker(&self, cost: Duration) -> Option<&Worker> {
        if !self.is_made_beside(cost) {
            return None;
        }
        self.worker.get_or_init(Worker::start).as_ref()
    }

    /// Whether a unit that takes so long to compile is made beside the script, if the system has a thread for that.
    fn is_made_beside(&self, cost: Duration) -> bool {
        let compiles_beside = *self.beside.get_or_init(|| self.config.compiles_beside());
        let has_core = || match self.worker.get() {
            Some(worker) => worker.as_ref().is_some_and(Worker::has_core),
            None => true,
        };
        compiles_beside && cost > Duration::from_micros(self.config.in_line) && has_core()
    }

    /// Keeps what the worker needs not know of the unit that it makes.
    pub(super) fn expect(&self, draft: Draft) {
        self.expected.replace(Some(draft));
    }

    /// Whether a unit is being made.
    pub(super) fn is_making(&self) -> bool {
        self.worker.get().and_then(Option::as_ref).is_some_and(Worker::is_busy)
    }

    /// Whether a unit of this loop or function is being made.
    pub(super) fn expects(&self, at: &Location, module: &Gc<Module>) -> bool {
        self.expected.borrow().as_ref().is_some_and(|draft| draft.is_for(at, module.as_ref().address()))
    }

    /// Puts the unit that was being made with the others, if it is done; whether it is still being made.
    pub(super) fn collect(&self) -> bool {
        let Some(worker) = self.worker.get().and_then(Option::as_ref).filter(|worker| worker.is_busy()) else {
            return false;
        };
        let product = match worker.progress() {
            Progress::UnderWay => return true,
            Progress::Done(product) => Some(product),
            Progress::Lost => None,
        };
        self.spend(|spent| spent.beside += product.as_ref().map_or(Duration::ZERO, |product| product.time));
        let draft = self.expected.take();
        if let Some(draft) = draft
            && let Some(spot) = draft.spot(self)
        {
            spot.receive(self, draft, product.as_deref());
        }
        product.into_iter().for_each(|product| worker.give_back(product));
        false
    }

    /// Wants no unit any more if it is made of such places.
    pub(super) fn give_up_expecting(&self, unwanted: impl FnOnce(&Draft) -> bool) {
        let is_unwanted = self.expected.borrow().as_ref().is_some_and(unwanted);
        // What goes with it may run a script's code: nothing is borrowed then.
        let gone = if is_unwanted { self.expected.take() } else { None };
        drop(gone);
    }

    /// What every living unit has done, in the order of their numbers.
    pub fn units(&self) -> Vec<UnitReport> {
        let mut reports: Vec<UnitReport> = self.units.borrow().all().map(|(_, unit)| unit.report()).collect();
        reports.sort_by_key(|report| report.unit);
        reports
    }

    /// Lets all units go, under stress. Each has to be compiled again: after many times, seldom.
    pub(super) fn evict_all(&self) {
        let times = self.evictions.get() + 1;
        self.evictions.set(times);
        if times <= OFTEN || times.is_power_of_two() {
            let gone = self.units.borrow_mut().clear();
            drop(gone);
        }
    }

    /// Forgets what was seen of instances whose classes will not come again, and what was made for them; whether there was any.
    pub fn forget_instances(&self) -> bool {
        let spots = self.spots.borrow();
        let lost: Vec<Rc<HotSpot>> = spots.values().filter(|spot| spot.knows_lost_instances()).cloned().collect();
        drop(spots);
        lost.iter().for_each(|spot| spot.start_over(self));
        !lost.is_empty()
    }

    /// Forgets everything compiled for a module.
    pub fn forget(&self, module: usize) {
        self.spots.borrow_mut().retain(|key, _| key.2 != module);
        self.give_up_expecting(|draft| draft.is_of(module));
        let gone: Vec<u32> = {
            let units = self.units.borrow();
            units.all().filter(|(_, unit)| unit.data.is_of(module)).map(|(_, unit)| unit.number).collect()
        };
        self.remove_units(gone);
    }

    pub(super) fn remove_units(&self, numbers: Vec<u32>) {
        self.changes.set(self.changes.get() + 1);
        for number in numbers {
            // What goes with it may run a script's code: the cache is not borrowed then.
            let gone = self.units.borrow_mut().remove(number);
            drop(gone);
        }
    }

    pub(super) fn context(&self, poll: *const std::sync::atomic::AtomicU64) -> Box<JitContext> {
        self.contexts.borrow_mut().pop().unwrap_or_else(|| JitContext::new(poll))
    }

    pub(super) fn give_back(&self, context: Box<JitContext>) {
        self.contexts.borrow_mut().push(context);
    }

    /// The hot place of a unit.
    pub(super) fn find_spot(&self, at: &Location, module: &Gc<Module>) -> Option<Rc<HotSpot>> {
        self.find_spot_of(at.code.id, at.head, module.as_ref().address())
    }

    /// A loop or function that has become hot.
    pub(super) fn find_spot_of(&self, code: CodeId, head: Option<StmtId>, module: usize) -> Option<Rc<HotSpot>> {
        self.spots.borrow().get(&(code, head, module)).cloned()
    }

    /// The number of the newest unit of a function.
    pub(super) fn newest_unit(&self, code: CodeId, module: usize) -> Option<u32> {
        let units = self.units.borrow();
        let versions = units.versions(cache::Site::Function(code)).iter();
        versions.filter(|version| version.data.is_of(module)).map(|version| version.number).max()
    }

    fn spot(&self, site: &Site<'_>) -> Rc<HotSpot> {
        let key = (site.code.id, site.head, site.module.as_ref().address());
        let mut spots = self.spots.borrow_mut();
        let made = || {
            let at = Location { code: Arc::clone(site.code), head: site.head };
            HotSpot::new(at, site.module.clone(), self.own.clone())
        };
        spots.entry(key).or_insert_with(made).clone()
    }
}

impl Tier for Jit {
    fn hot(&self, context: &Context, site: &Site<'_>, frame: &mut Frame) -> Left {
        if self.config.jit == JitMode::Off {
            return Left::Stay(u32::MAX);
        }
        if self.collect() {
            return Left::Stay(self.config.asking);
        }
        let spot = self.spot(site);
        if spot.has_code(self) {
            site.heat.set_entry(Some(spot.clone()));
            return spot.enter(context, frame);
        }
        let may_build = self.may_build(spot.cost());
        if !may_build || !spot.is_worth_building(self) {
            spot.wait(self, site.heat.turns(self.config.hot_loop));
            let waits = if may_build { !spot.is_worth_building(self) } else { !spot.has_waited(self) };
            if waits {
                return Left::Stay(self.config.hot_loop);
            }
        }
        let left = spot.record_and_compile(self, context, frame);
        if spot.has_code(self) {
            let entry: Rc<HotSpot> = spot.clone();
            site.heat.set_entry(Some(entry));
        } else if spot.is_abandoned() {
            site.heat.rest(u32::MAX);
        } else if self.is_making() {
            site.heat.rest(self.config.asking);
        } else if site.head.is_none() && spot.is_seen_bit_by_bit(self) {
            // One call shows one way through a function: the next ones are recorded too.
            site.heat.rest(0);
        } else {
            // A loop that is left too early to be seen whole gives the one around it time to become hot.
            site.heat.rest(self.config.hot_loop.saturating_mul(1 << spot.recordings().min(10)));
        }
        left
    }
}

/// The name of a built-in function or class, with its module's in front unless it is always visible: its own, where a script may have
/// put another one.
pub(super) fn qualified(context: &Context, value: &Value) -> Option<String> {
    let (name, home) = match (value.downcast::<Builtin>(), value.as_gc::<Class>()) {
        (Some(function), _) => (function.name(), function.module()?),
        (_, Some(class)) if !class.is_from_script() => (Symbol::new(&class.name()), "builtins"),
        _ => return None,
    };
    let is_in = |module: &Module| module.get(name).is_some_and(|known| known.is(value));
    match home {
        "builtins" => is_in(&context.builtins).then(|| name.as_str().to_string()),
        "math" | "cmath" => {
            let module = context.modules.get(home)?;
            is_in(module.downcast()?).then(|| format!("{home}.{name}"))
        }
        _ => None,
    }
}

pub(super) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}
