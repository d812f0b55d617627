//! Functions that can be run: an activation from its first statement to its last.
//!
//! In: a frame with the parameters bound. Out: what the function returns. The nodes are built at the first call; a
//! call checks the depth, the machine's stack and the room for slots, so that recursion ends in an exception.

use std::cell::OnceCell;
use std::rc::{Rc, Weak};
use std::sync::Arc;

use super::block::{Block, Flow};
use super::build;
use super::context::Context;
use super::frame::{Frame, clear};
use super::origin::Origin;
use super::tier::{Heat, Left};
use super::weight;
use crate::resolve::tree::{Code, StmtId};
use crate::value::cell::Cell;
use crate::value::function::Function;
use crate::value::module::Module;
use crate::value::{Gc, Raise, Res, Symbol, Value, recursion};

/// Room for the arguments of one more call that is kept behind every frame.
pub const ROOM: usize = 1024;

/// A function with its nodes.
pub struct Running {
    pub(super) origin: Rc<Origin>,
    /// How many slots its frame has.
    pub(super) slots: usize,
    /// How many parameters can be given by position.
    positional: usize,
    /// Parameters are given by position only, and those left out have defaults.
    simple: bool,
    /// It has captured variables, its own or those of functions around it.
    pub(super) captures: bool,
    /// Calling it makes a generator.
    is_generator: bool,
    /// The names of the parameters.
    names: Box<[Symbol]>,
    body: OnceCell<Block>,
    heat: Heat,
    /// What generators of it keep.
    pub(super) me: Weak<Running>,
}

impl Running {
    /// A function whose nodes are not built yet.
    pub fn new(code: Arc<Code>, module: Gc<Module>, context: &Context) -> Rc<Running> {
        let params = &code.params;
        let simple = !params.star && !params.double_star && params.keyword_only == 0;
        let slots = code.slots.len();
        let positional = params.positional as usize;
        let is_generator = code.is_generator;
        let captures = !code.cells.is_empty() || !code.free.is_empty();
        let names = params.names.iter().map(|name| Symbol::new(name)).collect();
        let heat = Heat::new(weight::of_block(&code.body), context.limits.hot_call);
        let builtins = module.builtins().unwrap_or(&context.builtins).clone();
        let origin = Origin::new(code, module, builtins);
        Rc::new_cyclic(|me| Running {
            origin,
            slots,
            positional,
            simple,
            captures,
            is_generator,
            names,
            body: OnceCell::new(),
            heat,
            me: me.clone(),
        })
    }

    /// What it runs.
    pub fn code(&self) -> &Arc<Code> {
        &self.origin.code
    }

    /// The module whose globals it sees.
    pub fn module(&self) -> &Gc<Module> {
        &self.origin.module
    }

    /// The names of the parameters, in slot order.
    pub fn names(&self) -> &[Symbol] {
        &self.names
    }

    /// Whether `count` arguments, which are in the first slots, are all that binding needs. Defaults are filled in.
    #[inline(always)]
    pub fn accepts(&self, function: &Function, count: usize, frame: &mut Frame) -> bool {
        self.simple && (count == self.positional || self.fill(function, count, frame))
    }

    #[inline(never)]
    fn fill(&self, function: &Function, count: usize, frame: &mut Frame) -> bool {
        let defaults = function.defaults();
        let missing = self.positional.wrapping_sub(count);
        if count > self.positional || missing > defaults.len() {
            return false;
        }
        for (slot, default) in frame[count..].iter_mut().zip(&defaults[defaults.len() - missing..]) {
            *slot = default.clone();
        }
        true
    }

    /// Runs an activation whose parameters are in their slots, or makes it a generator.
    #[inline(always)]
    pub fn start(&self, function: &Gc<Function>, frame: &mut Frame, context: &Context) -> Res {
        if self.is_generator {
            return Ok(self.suspend(function, frame));
        }
        self.call(function, frame, context)
    }

    /// What compiled code has to do with it.
    pub fn heat(&self) -> &Heat {
        &self.heat
    }

    /// Counts an activation for as long as it runs, if there is room for it; else its slots are empty.
    #[inline(always)]
    pub(super) fn enter(&self, frame: &mut Frame) -> Result<recursion::Entered, Raise> {
        if frame.len() < self.slots + ROOM {
            clear(frame, self.slots.min(frame.len()));
            return Err(recursion::too_deep(""));
        }
        recursion::enter("").inspect_err(|_| clear(frame, self.slots))
    }

    /// Runs an activation whose parameters are in their slots.
    #[inline]
    pub fn call(&self, function: &Function, frame: &mut Frame, context: &Context) -> Res {
        let _depth = self.enter(frame)?;
        if self.captures {
            self.capture(function, frame);
        }
        let hot = self.heat.turn();
        if hot | context.poll.is_set() {
            return self.call_hot(hot, frame, context);
        }
        let flow = self.body(context).run(frame, context);
        self.leave(flow, frame, context)
    }

    /// Runs the module's top level, or anything else that has no parameters, on a frame of its own.
    pub fn run(&self, context: &Context) -> Res {
        context.tell_doubts(self.code())?;
        context.with_stack(|frame| {
            let _depth = recursion::enter("")?;
            self.make_cells(frame);
            let flow = self.body(context).run(frame, context);
            self.leave(flow, frame, context)
        })
    }

    /// Goes on with an activation that stands at a statement.
    #[cold]
    pub fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Res {
        let _depth = self.enter(frame)?;
        let flow = self.body(context).enter_at(at, frame, context);
        self.leave(flow, frame, context)
    }

    /// Interprets an activation that was entered from its start, and does not end it.
    #[cold]
    pub fn interpret(&self, frame: &mut Frame, context: &Context) -> Flow {
        self.body(context).run(frame, context)
    }

    /// Runs a loop of an activation from its head to its end, and nothing after it.
    #[cold]
    pub fn finish_loop(&self, head: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        self.body(context).finish_loop(head, frame, context)
    }

    /// Runs a statement of an activation that has none inside, and nothing after it.
    #[cold]
    pub fn run_one(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        self.body(context).run_one(at, frame, context)
    }

    /// Goes on in a `try` of an activation after what it guards ended like this, and runs nothing after it.
    #[cold]
    pub fn finish_try(&self, at: StmtId, flow: Flow, after_else: bool, frame: &mut Frame, context: &Context) -> Flow {
        self.body(context).finish_try(at, flow, after_else, frame, context)
    }

    pub(super) fn body(&self, context: &Context) -> &Block {
        self.body.get_or_init(|| {
            context.watch.read(&self.origin.code);
            build::block(&self.origin.code.body, &self.origin, context)
        })
    }

    /// A call that finds an entry or a tier to ask, or something that wants the script to stop.
    #[cold]
    #[inline(never)]
    fn call_hot(&self, hot: bool, frame: &mut Frame, context: &Context) -> Res {
        if context.pause().is_err() {
            return self.leave(Flow::Raise, frame, context);
        }
        let left = if hot { self.heat.ask(context, &self.origin, None, frame) } else { Left::Stay(0) };
        let flow = match left {
            Left::Stay(_) => self.body(context).run(frame, context),
            Left::Resume(at) => self.body(context).enter_at(at, frame, context),
            Left::Done => Flow::Next,
            Left::Return(value) => Flow::Return(value),
            Left::Raise => Flow::Raise,
        };
        self.leave(flow, frame, context)
    }

    /// Ends an activation: unbinds its slots and says what it returned.
    #[inline(always)]
    pub(super) fn leave(&self, flow: Flow, frame: &mut Frame, context: &Context) -> Res {
        clear(frame, self.slots);
        match flow {
            Flow::Return(value) => Ok(value),
            Flow::Raise => {
                context.leave_raising();
                Err(Raise)
            }
            _ => Ok(Value::None),
        }
    }

    /// Puts captured variables into their cells.
    #[cold]
    #[inline(never)]
    pub fn capture(&self, function: &Function, frame: &mut Frame) {
        self.make_cells(frame);
        for ((_, slot), cell) in self.origin.code.free.iter().zip(function.closure()) {
            frame[slot.0 as usize] = cell.clone();
        }
    }

    fn make_cells(&self, frame: &mut Frame) {
        for slot in &self.origin.code.cells {
            let slot = &mut frame[slot.0 as usize];
            let cell = Cell::create(slot.take());
            *slot = Value::from(cell);
        }
    }
}
