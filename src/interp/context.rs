//! The state of one engine while scripts run.
//!
//! In: built-ins, limits, where output goes. Out: what nodes need beside their frame: the poll word, the exceptions
//! being handled, running trees by function, activations that wait to be entered. Everything changes through cells,
//! since values call back in while nodes are running. What values need of it is in `host`.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::rc::Rc;
use std::sync::Arc;

use super::import::Modules;
use super::output::Output;
use super::poll::Poll;
use super::running::Running;
use super::scope::Scope;
use super::tier::Tier;
use super::watch::Watch;
use crate::resolve::tree::{Code, CodeId, Slot, StmtId};
use crate::source::Span;
use crate::value::exception::{Exception, TraceEntry, raise_object, take_pending};
use crate::value::function::Function;
use crate::value::heap::stack::Stack;
use crate::value::module::Module;
use crate::value::namespace::SymbolHasher;
use crate::value::{Gc, Raise, Value};

/// What an engine may be told about running scripts.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How much work a loop does before the tier is asked about it.
    pub hot_loop: u32,
    /// How much work the calls of a function do before the tier is asked about it.
    pub hot_call: u32,
    /// Slots of the frame stack, for all activations together.
    pub frame_slots: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { hot_loop: 1_000_000, hot_call: 1_000_000, frame_slots: 1 << 24 }
    }
}

/// What is left to be done inside an activation that is entered at its call statement or at its `yield`.
pub enum Suspended {
    /// The callee's activation, whose slots lie behind the caller's, stands at this statement.
    Frame(Gc<Function>, StmtId),
    /// The effect has happened, with this result.
    Result(Value),
    /// The effect has raised; the exception is on its way.
    Raise,
    /// The statement has been run.
    Behind,
}

/// The state of one engine.
pub struct Context {
    /// Set when something wants the script to stop.
    pub poll: Poll,
    /// Names that every module sees.
    pub builtins: Gc<Module>,
    /// Thresholds and sizes.
    pub limits: Limits,
    /// Where text goes.
    pub output: RefCell<Output>,
    /// Modules that were imported, and where others may be.
    pub modules: Modules,
    /// Whether scripts may use the system.
    pub system_access: Cell<bool>,
    tier: RefCell<Option<Rc<dyn Tier>>>,
    running: RefCell<HashMap<(CodeId, usize), Rc<Running>, BuildHasherDefault<SymbolHasher>>>,
    /// Frame stacks that are not in use; a call out of a built-in function gets one of its own.
    stacks: RefCell<Vec<Stack>>,
    /// Exceptions being handled, the innermost last.
    handled: RefCell<Vec<Gc<Exception>>>,
    /// How many were handled where an exception was thrown into the generator that goes on.
    thrown_from: Cell<usize>,
    /// What waits to be entered, the innermost activation first.
    suspended: RefCell<Vec<Suspended>>,
    /// How many wait, the one that a generator is resumed with included.
    waiting: Cell<u32>,
    /// What a generator is resumed with: a value for its `yield`; unbound if the exception on its way is raised there.
    sent: Cell<Value>,
    /// What is sent is how the iterator that the generator passes on to has ended.
    inner_ended: Cell<bool>,
    /// Where the iterator lies that the generator which hands out a value passes on to.
    passes_to: Cell<Option<Slot>>,
    resume_at: Cell<StmtId>,
    /// What a generator hands out, between its `yield` and whoever resumed it.
    yielded: Cell<Value>,
    /// The names of the caller, while a built-in function that looks at them is called.
    pub(super) scope: RefCell<Option<Scope>>,
    /// What is running, for scripts that look at it.
    pub watch: Watch,
    /// The expression that raised, until its statement is known.
    failing: Cell<Option<Span>>,
    /// The exception on its way has its line for the activation that it is in.
    noted: Cell<bool>,
    /// Room in which f-strings are put together.
    pub(super) scratch: Cell<String>,
    /// That line is the one of the activation itself, though the exception comes from inside of a block that shows as one of its own.
    passes_inline: Cell<bool>,
}

impl Context {
    /// A context without modules other than the built-in names.
    pub fn new(builtins: Gc<Module>, limits: Limits) -> Rc<Context> {
        Rc::new(Context {
            poll: Poll::new(),
            builtins,
            limits,
            output: RefCell::default(),
            modules: Modules::default(),
            system_access: Cell::new(false),
            tier: RefCell::default(),
            running: RefCell::default(),
            stacks: RefCell::default(),
            handled: RefCell::default(),
            thrown_from: Cell::default(),
            suspended: RefCell::default(),
            waiting: Cell::new(0),
            sent: Cell::default(),
            inner_ended: Cell::new(false),
            passes_to: Cell::new(None),
            resume_at: Cell::new(StmtId(0)),
            yielded: Cell::default(),
            scope: RefCell::default(),
            watch: Watch::default(),
            failing: Cell::new(None),
            noted: Cell::new(false),
            scratch: Cell::default(),
            passes_inline: Cell::new(false),
        })
    }

    /// Who is asked about hot places.
    pub fn tier(&self) -> Option<Rc<dyn Tier>> {
        self.tier.borrow().clone()
    }

    /// Sets who is asked about hot places.
    pub fn set_tier(&self, tier: Option<Rc<dyn Tier>>) {
        self.tier.replace(tier);
    }

    /// The running tree of a function; its nodes are built when it is first called.
    pub fn running(&self, code: &Arc<Code>, module: &Gc<Module>) -> Rc<Running> {
        let key = (code.id, module.as_ref().address());
        if let Some(running) = self.running.borrow().get(&key) {
            return running.clone();
        }
        let running = Running::new(code.clone(), module.clone(), self);
        let mut all = self.running.borrow_mut();
        let mut gone = Vec::new();
        if all.len() == all.capacity() {
            // Texts that are run once each (`exec`, `eval`) leave trees behind whose code nobody else has any more.
            let is_left =
                |running: &Rc<Running>| Rc::strong_count(running) == 1 && Arc::strong_count(running.code()) == 1;
            gone.extend(all.extract_if(|_, running| is_left(running)));
        }
        all.insert(key, running.clone());
        drop(all);
        // What goes may run a script's code: nothing is borrowed then.
        drop(gone);
        running
    }

    /// The running tree of a function, which keeps it.
    #[inline(always)]
    pub fn running_of<'f>(&self, function: &'f Function) -> &'f Running {
        let running = function.prepared(|| self.running(function.code(), function.module()));
        let Some(running) = running else { unreachable!("only the interpreter prepares functions") };
        running
    }

    /// How many running trees there are.
    #[cfg(test)]
    pub fn trees(&self) -> usize {
        self.running.borrow().len()
    }

    /// Forgets all running trees: how hot they are, and what their nodes have seen.
    pub fn forget_trees(&self) {
        let gone = self.running.take();
        drop(gone);
    }

    /// Forgets the running trees of all functions that belong to a module.
    pub fn forget(&self, module: &Gc<Module>) {
        let address = module.as_ref().address();
        self.running.borrow_mut().retain(|key, _| key.1 != address);
    }

    /// A frame stack, as large as the limits say or as the system allows.
    fn new_stack(&self) -> Option<Stack> {
        let sizes = std::iter::successors(Some(self.limits.frame_slots), |slots| Some(slots / 4));
        sizes
            .take_while(|&slots| slots >= LEAST_SLOTS.min(self.limits.frame_slots))
            .find_map(|slots| Stack::new(slots).ok())
    }

    /// Runs `work` on a frame stack of its own.
    pub fn with_stack<T>(&self, work: impl FnOnce(&mut [Value]) -> Result<T, Raise>) -> Result<T, Raise> {
        let free = self.stacks.borrow_mut().pop();
        let mut stack = match free {
            Some(stack) => stack,
            None => match self.new_stack() {
                Some(stack) => stack,
                None => return Err(crate::value::recursion::too_deep("")),
            },
        };
        let result = work(stack.slots());
        self.stacks.borrow_mut().push(stack);
        result
    }
}

/// The smallest frame stack that is worth having.
const LEAST_SLOTS: usize = 1 << 14;

/// Exceptions on their way and exceptions being handled.
impl Context {
    /// Notes the expression that failed, if none inside it did so before.
    #[cold]
    #[inline(never)]
    pub fn fail(&self, span: Span) -> Raise {
        if self.failing.get().is_none() {
            self.failing.set(Some(span));
        }
        Raise
    }

    /// Adds the line of a statement to the traceback of the exception on its way, once an activation. `name` is what the
    /// activation is called if not by the name of its code.
    #[cold]
    pub fn note(&self, code: &Arc<Code>, name: Option<&Arc<str>>, at: StmtId) {
        let failing = self.failing.take();
        if self.noted.replace(true) {
            return;
        }
        let span = failing.unwrap_or(code.spans[at.0 as usize]);
        let exception = take_pending();
        // What was thrown into a generator knows only what is handled there. The question takes the mark away.
        let is_inside = !exception.was_thrown() || self.handled.borrow().len() > self.thrown_from.get();
        if !exception.has_traceback() && exception.takes_context() && is_inside {
            exception.set_context(self.handled());
        }
        if !code.is_hidden() {
            exception.add_entry(TraceEntry { code: code.clone(), name: name.cloned(), span });
        }
        raise_object(exception);
    }

    /// The exception on its way leaves an activation: the next one adds its own line.
    #[cold]
    pub fn leave_raising(&self) {
        self.noted.set(false);
    }

    /// The exception on its way does not come from the block around that shows as an activation of its own, but from the one around that,
    /// which has its line.
    #[cold]
    pub fn pass_inline(&self) {
        self.passes_inline.set(true);
    }

    /// The exception on its way leaves a block that shows as an activation of its own; false if it does not come from there.
    #[cold]
    pub fn leave_inline_raising(&self) -> bool {
        if self.passes_inline.take() {
            return false;
        }
        self.leave_raising();
        true
    }

    /// Takes the exception on its way, to look whether it is handled here.
    #[cold]
    pub fn catch(&self) -> Gc<Exception> {
        self.noted.set(false);
        self.failing.set(None);
        take_pending()
    }

    /// Sends an exception on its way again; this activation's line is already there.
    #[cold]
    pub fn raise_again(&self, exception: Gc<Exception>) -> Raise {
        self.noted.set(true);
        raise_object(exception)
    }

    /// The exception being handled.
    pub fn handled(&self) -> Option<Gc<Exception>> {
        self.handled.borrow().last().cloned()
    }

    /// An exception is thrown into a generator here; whether it was thrown, from further out, into one that handles another.
    pub fn throw_from_here(&self) -> bool {
        let handled = self.handled.borrow().len();
        self.thrown_from.replace(handled) < handled
    }

    /// Begins to handle an exception.
    pub fn begin_handling(&self, exception: Gc<Exception>) {
        self.handled.borrow_mut().push(exception);
    }

    /// Ends handling the exception that was begun last.
    pub fn end_handling(&self) {
        self.handled.borrow_mut().pop();
    }
}

/// Activations that are entered in their middle.
impl Context {
    /// Leaves something to be done inside the activation that is entered next. The innermost is left first.
    pub fn suspend(&self, inner: Suspended) {
        self.suspended.borrow_mut().push(inner);
        self.waiting.set(self.waiting.get() + 1);
    }

    /// Whether the statement being entered has something to do inside.
    pub fn is_suspended(&self) -> bool {
        self.waiting.get() != 0
    }

    /// What the statement being entered has to do inside.
    pub fn take_suspended(&self) -> Option<Suspended> {
        let innermost = self.suspended.borrow_mut().pop();
        self.waiting.set(self.waiting.get() - u32::from(innermost.is_some()));
        innermost
    }

    /// Whether the statement being entered has been run.
    pub fn take_behind(&self) -> bool {
        let behind = matches!(self.suspended.borrow().last(), Some(Suspended::Behind));
        behind && self.take_suspended().is_some()
    }

    /// Whether the statement being entered has raised.
    pub fn take_raise(&self) -> bool {
        let raise = matches!(self.suspended.borrow().last(), Some(Suspended::Raise));
        raise && self.take_suspended().is_some()
    }

    /// Leaves for the `yield` that is entered next what its generator is resumed with; unbound to have it raise.
    #[inline(always)]
    pub fn send(&self, value: Value) {
        self.sent.set(value);
        self.inner_ended.set(false);
        self.waiting.set(self.waiting.get() + 1);
    }

    /// What the generator is resumed with; unbound if its `yield` is to raise.
    #[inline(always)]
    pub fn take_sent(&self) -> Value {
        self.waiting.set(self.waiting.get() - 1);
        self.sent.take()
    }

    /// Leaves for the `yield from` that is entered next how its iterator has ended: with a value; unbound if it has raised.
    pub fn send_end(&self, value: Value) {
        self.send(value);
        self.inner_ended.set(true);
    }

    /// Whether what was sent is how the iterator of a `yield from` has ended.
    pub fn has_inner_ended(&self) -> bool {
        self.inner_ended.get()
    }

    /// Says where the iterator lies that the generator which hands out a value passes on to, if it does.
    #[inline(always)]
    pub fn set_passes_to(&self, iterator: Option<Slot>) {
        self.passes_to.set(iterator);
    }

    /// Where the iterator lies that the generator which hands out a value passes on to.
    #[inline(always)]
    pub fn passes_to(&self) -> Option<Slot> {
        self.passes_to.get()
    }

    /// The statement that compiled code left the frame at.
    pub fn resume_at(&self) -> StmtId {
        self.resume_at.get()
    }

    /// Sets the statement at which the function goes on.
    pub fn set_resume_at(&self, at: StmtId) {
        self.resume_at.set(at);
    }

    /// What a generator hands out.
    pub fn take_yielded(&self) -> Value {
        self.yielded.take()
    }

    /// Hands a value out of a generator.
    pub fn set_yielded(&self, value: Value) {
        self.yielded.set(value);
    }
}
