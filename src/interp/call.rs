//! Calls.
//!
//! In: a callee and arguments. Out: the result, stored. Arguments are evaluated straight into the callee's slots, which
//! lie behind the caller's. A call remembers the function it called last, so that the usual call finds its nodes with
//! one comparison. Entered at its own statement, it goes on inside the callee.

use std::cell::OnceCell;
use std::rc::Rc;

use super::bind;
use super::block::{Control, Flow};
use super::branch::attempt;
use super::condition::{Argument, Outcome};
use super::construct::{self, Made};
use super::context::{Context, Suspended};
use super::expression::GlobalVariable;
use super::frame::{Frame, clear, put, slot, slot_mut};
use super::method::{Found, Methods};
use super::node::Node;
use super::origin::Origin;
use super::running::Running;
use super::scope::{self, Scope};
use super::statement::Target;
use crate::resolve::tree::{Code, Place, Slot, StmtId};
use crate::source::Span;
use crate::value::cell::Cell;
use crate::value::class::Class;
use crate::value::function::{Builtin, Function, Method};
use crate::value::host::Arguments;
use crate::value::list::List;
use crate::value::module::Module;
use crate::value::native::Run;
use crate::value::{Gc, Raise, Res, Symbol, Value, ops};

/// Where a result goes.
#[inline(always)]
pub fn store(target: Option<&Target>, frame: &mut Frame, value: Value) {
    match target {
        Some(Target { place: Place::Local(at), .. }) => put(slot_mut(frame, *at), value),
        Some(target) => target.store(frame, value),
        None => drop(value),
    }
}

/// Goes on inside a callee, or takes the result that is there already.
pub(super) fn go_on(target: Option<&Target>, callee: usize, span: Span, frame: &mut Frame, context: &Context) -> Flow {
    let result = match context.take_suspended() {
        Some(Suspended::Frame(function, at)) => {
            context.running_of(&function).enter_at(at, &mut frame[callee..], context)
        }
        Some(Suspended::Result(value)) => Ok(value),
        Some(Suspended::Raise | Suspended::Behind) | None => Err(Raise),
    };
    let value = attempt!(result.map_err(|_| context.fail(span)));
    store(target, frame, value);
    Flow::Next
}

/// What is called.
pub enum Callee {
    /// A global, looked at where it lies.
    Global(GlobalVariable),
    /// A variable of the frame, looked at where it lies.
    Local(Slot, Box<dyn Node>),
    /// A captured variable, looked at where it lies.
    Captured(Slot, Box<dyn Node>),
    /// A step of a statement, which is always the same function.
    Step(Run, Box<dyn Node>),
    /// Anything else.
    Node(Box<dyn Node>),
}

impl Callee {
    /// The value, for an exception if there is none.
    pub(super) fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        match self {
            Callee::Global(global) => global.value(frame, context),
            Callee::Local(_, node) | Callee::Captured(_, node) | Callee::Step(_, node) | Callee::Node(node) => {
                node.value(frame, context)
            }
        }
    }

    /// The value where it lies, if it lies anywhere.
    #[inline(always)]
    pub(super) fn look<'f>(&'f self, frame: &'f Frame) -> Option<&'f Value> {
        match self {
            Callee::Global(global) => global.find(),
            Callee::Local(at, _) => Some(slot(frame, *at)),
            Callee::Captured(at, _) => Some(slot(frame, *at).downcast::<Cell>()?.borrow()),
            Callee::Step(..) | Callee::Node(_) => None,
        }
    }
}

/// The nodes of the function that was called here first.
#[derive(Default)]
pub struct Known(OnceCell<(*const Code, Gc<Module>, Rc<Running>)>);

impl Known {
    /// The nodes of a function, if it runs the same code as the one called first.
    #[inline(always)]
    pub fn find(&self, function: &Function) -> Option<&Running> {
        let (code, module, running) = self.0.get()?;
        let same = std::ptr::eq(*code, &raw const **function.code()) && module.is(function.module());
        same.then_some(&**running)
    }

    /// The nodes of any function, which are remembered if they are the first.
    #[inline(never)]
    pub fn of<'f>(&self, function: &'f Function, context: &Context) -> &'f Running {
        // The running tree keeps the code alive.
        self.0.get_or_init(|| {
            let running = context.running(function.code(), function.module());
            (&raw const **function.code(), function.module().clone(), running)
        });
        context.running_of(function)
    }
}

/// A call with arguments by position.
pub struct Call {
    callee: Callee,
    args: Box<[Argument]>,
    target: Option<Target>,
    pub(super) span: Span,
    /// The first slot of the callee.
    first: usize,
    known: Known,
    made: Made,
    /// The built-in function that was called first, and what it runs, if there is nothing to be looked at in the arguments.
    built_in: OnceCell<(Gc<Builtin>, Run)>,
    origin: Rc<Origin>,
}

impl Call {
    /// The call.
    pub fn new(callee: Callee, args: Vec<Argument>, target: Option<Target>, span: Span, origin: &Rc<Origin>) -> Call {
        let first = origin.callee.0 as usize;
        let (known, made, built_in) = (Known::default(), Made::default(), OnceCell::new());
        Call { callee, args: args.into(), target, span, first, known, made, built_in, origin: origin.clone() }
    }

    /// The callee now, if it runs the same code as the one called first.
    #[inline(always)]
    fn known(&self, frame: &Frame) -> Option<(Gc<Function>, &Running)> {
        let function = self.callee.look(frame)?.as_gc::<Function>()?;
        let running = self.known.find(function)?;
        Some((function.clone(), running))
    }

    /// The class that is called, if it is the one called first.
    #[inline(always)]
    fn known_class(&self, frame: &Frame) -> Option<(Gc<Class>, Gc<Function>, &Running)> {
        let class = self.callee.look(frame)?.as_gc::<Class>()?;
        let (init, running) = self.made.find(class)?;
        Some((class.clone(), init, running))
    }

    /// What the built-in function that is called runs, if it is the one called first.
    #[inline(always)]
    fn known_built_in(&self, frame: &Frame) -> Option<Run> {
        if let Callee::Step(step, _) = &self.callee {
            return Some(*step);
        }
        self.known_built_in_as(self.callee.look(frame)?.as_gc::<Builtin>()?)
    }

    #[inline(always)]
    fn known_built_in_as(&self, callee: &Gc<Builtin>) -> Option<Run> {
        let (known, run) = self.built_in.get()?;
        callee.is(known).then_some(*run)
    }

    /// Evaluates the arguments into the callee's slots.
    #[inline(always)]
    fn store_args(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        for (place, arg) in self.args.iter().enumerate() {
            if arg.store(frame, context).is_err() {
                clear(&mut frame[self.first..], place);
                return Err(Raise);
            }
        }
        Ok(())
    }

    /// The call; a function that was called here first is started like this.
    #[inline(always)]
    pub(super) fn call_by<T: From<Value>>(
        &self,
        start: impl FnOnce(&Gc<Function>, &Running, usize, &mut Frame, &Context) -> Result<T, Raise>,
        frame: &mut Frame,
        context: &Context,
    ) -> Result<T, Raise> {
        match self.known(frame) {
            Some((function, running)) => {
                self.store_args(frame, context)?;
                start(&function, running, self.args.len(), &mut frame[self.first..], context)
            }
            None => self.call_other(frame, context).map(T::from),
        }
    }

    /// A call of something that is not the function that was called here first.
    #[inline(never)]
    fn call_other(&self, frame: &mut Frame, context: &Context) -> Res {
        if let Some(run) = self.known_built_in(frame) {
            self.store_args(frame, context)?;
            let frame = &mut frame[self.first..];
            let result = run(&frame[..self.args.len()]);
            clear(frame, self.args.len());
            return result;
        }
        if let Some((class, init, running)) = self.known_class(frame) {
            self.store_args(frame, context)?;
            return construct::make(&class, &init, running, self.args.len(), &mut frame[self.first..], context);
        }
        let callee = self.callee.value(frame, context)?;
        self.store_args(frame, context)?;
        if let Some(builtin) = callee.as_gc::<Builtin>()
            && let Some(run) = self.known_built_in_as(builtin)
        {
            let frame = &mut frame[self.first..];
            let result = run(&frame[..self.args.len()]);
            clear(frame, self.args.len());
            return result;
        }
        if scope::is_wanted_by(&callee) {
            let scope = Scope::of(frame, &self.origin);
            context.scope.replace(Some(scope));
            let result = call_placed(&callee, self.args.len(), &mut frame[self.first..], context);
            context.scope.replace(None);
            return result;
        }
        let frame = &mut frame[self.first..];
        let count = self.args.len();
        if let Some(function) = callee.as_gc::<Function>() {
            let running = self.known.of(function, context);
            return call_function(function, running, count, frame, context);
        }
        if let Some(class) = callee.as_gc::<Class>()
            && class.is_from_script()
        {
            if self.made.by_new(class).is_none() {
                self.made.learn(class, context);
            }
            if let Some((init, running)) = self.made.find(class) {
                return construct::make(class, &init, running, count, frame, context);
            }
            if let Some((new, running)) = self.made.by_new(class) {
                return construct::make_by_new(class, &new, running, count, frame, context);
            }
            if count == 0
                && let Some(instance) = self.made.bare(class)
            {
                return Ok(instance);
            }
        }
        if let Some(builtin) = callee.as_gc::<Builtin>()
            && let Some(run) = builtin.taking_alone(count)
        {
            self.built_in.get_or_init(|| (builtin.clone(), run));
        }
        call_placed(&callee, count, frame, context)
    }
}

/// Calls a function with arguments that are in its slots.
#[inline(always)]
pub fn call_function(
    function: &Gc<Function>,
    running: &Running,
    count: usize,
    frame: &mut Frame,
    context: &Context,
) -> Res {
    place(function, running, count, frame)?;
    running.start(function, frame, context)
}

/// Makes parameters of arguments that are in the slots of a function.
#[inline(always)]
pub(super) fn place(function: &Function, running: &Running, count: usize, frame: &mut Frame) -> Result<(), Raise> {
    match running.accepts(function, count, frame) {
        true => Ok(()),
        false => bind::place(function, running, count, frame),
    }
}

/// Calls anything with arguments that are in the callee's slots, which are empty afterwards.
pub(super) fn call_placed(callee: &Value, count: usize, frame: &mut Frame, context: &Context) -> Res {
    if let Some(function) = callee.as_gc::<Function>() {
        return call_function(function, context.running_of(function), count, frame, context);
    }
    if let Some(method) = callee.downcast::<Method>() {
        if let Some(function) = method.function().as_gc::<Function>() {
            construct::put_first(method.receiver().clone(), count, frame);
            return call_function(function, context.running_of(function), count + 1, frame, context);
        }
        if let Some(builtin) = method.function().downcast::<Builtin>() {
            construct::put_first(method.receiver().clone(), count, frame);
            return call_built_in(builtin, count + 1, frame);
        }
    }
    if let Some(builtin) = callee.downcast::<Builtin>() {
        return call_built_in(builtin, count, frame);
    }
    let result = ops::call::call(callee, &frame[..count]);
    clear(frame, count);
    result
}

fn call_built_in(builtin: &Builtin, count: usize, frame: &mut Frame) -> Res {
    let result = builtin.call(&Arguments::new(&frame[..count]));
    clear(frame, count);
    result
}

impl Control for Call {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        match self.call_by(call_function, frame, context) {
            Ok(value) => {
                store(self.target.as_ref(), frame, value);
                Flow::Next
            }
            Err(Raise) => {
                context.fail(self.span);
                Flow::Raise
            }
        }
    }

    fn enter_at(&self, _at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        go_on(self.target.as_ref(), self.first, self.span, frame, context)
    }
}

/// `object.name(…)` with arguments by position: no bound method is made.
pub struct CallMethod {
    /// The receiver.
    pub object: Box<dyn Node>,
    /// The name of the method.
    pub name: Symbol,
    /// The arguments.
    pub args: Box<[Argument]>,
    /// Where the result goes.
    pub target: Option<Target>,
    /// The place of the call.
    pub span: Span,
    /// The place of what is called.
    pub callee_span: Span,
    /// The first slot of a callee.
    pub first: usize,
    /// Methods found here before.
    pub methods: Methods,
}

impl CallMethod {
    /// The call; a function that was found here before is started like this.
    #[inline(always)]
    pub(super) fn call_by<T: From<Value>>(
        &self,
        start: impl FnOnce(&Gc<Function>, &Running, usize, &mut Frame, &Context) -> Result<T, Raise>,
        frame: &mut Frame,
        context: &Context,
    ) -> Result<T, Raise> {
        let object = self.object.value(frame, context)?;
        if let Some((function, running)) = self.methods.known(&object) {
            self.store_args(frame, context)?;
            let frame = &mut frame[self.first..];
            frame[0] = object;
            return start(function, running, self.args.len() + 1, frame, context);
        }
        if let Some((run, inside)) = self.methods.built_in(&object) {
            self.store_args(frame, context)?;
            let frame = &mut frame[self.first..];
            let (receiver, _held) = if inside { (ops::base::plain(&object), Some(object)) } else { (object, None) };
            frame[0] = receiver;
            let result = run(&frame[..=self.args.len()]);
            clear(frame, self.args.len() + 1);
            return result.map(T::from);
        }
        self.call_other(object, frame, context).map(T::from)
    }

    /// Evaluates the arguments into the slots behind the receiver's.
    #[inline(always)]
    fn store_args(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        for (place, arg) in self.args.iter().enumerate() {
            if arg.store(frame, context).is_err() {
                clear(&mut frame[self.first + 1..], place);
                return Err(Raise);
            }
        }
        Ok(())
    }

    #[inline(never)]
    fn call_other(&self, object: Value, frame: &mut Frame, context: &Context) -> Res {
        if let Some(function) = object.downcast::<Module>().and_then(|module| module.get(self.name)) {
            self.store_args(frame, context)?;
            let (count, frame) = (self.args.len(), &mut frame[self.first + 1..]);
            let Some(run) = self.methods.of_module(&function, count) else {
                return call_placed(&function, count, frame, context);
            };
            let result = run(&frame[..count]);
            clear(frame, count);
            return result;
        }
        let found = self
            .methods
            .find(&object, self.name, self.args.len(), context)
            .map_err(|_| context.fail(self.callee_span))?;
        self.store_args(frame, context)?;
        let (function, receiver) = match found {
            Found::Method(function) => (function, object),
            Found::MethodOf(function, receiver) => (function, receiver),
            Found::Function(function) => {
                return call_placed(&function, self.args.len(), &mut frame[self.first + 1..], context);
            }
        };
        let frame = &mut frame[self.first..];
        frame[0] = receiver;
        call_placed(&function, self.args.len() + 1, frame, context)
    }
}

impl Control for CallMethod {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        let value = attempt!(self.call_by(call_function, frame, context).map_err(|_| context.fail(self.span)));
        store(self.target.as_ref(), frame, value);
        Flow::Next
    }

    fn enter_at(&self, _at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        go_on(self.target.as_ref(), self.first, self.span, frame, context)
    }
}

/// `object.append(value)` as a statement, for lists; anything else is called.
pub struct Append {
    /// The item, with its typed versions.
    pub value: Outcome,
    /// The whole call.
    pub call: CallMethod,
}

impl Control for Append {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        let object = attempt!(self.call.object.value(frame, context));
        let Some(list) = object.as_gc::<List>() else {
            return self.call.run(frame, context);
        };
        list.push(attempt!(self.value.value(frame, context)));
        Flow::Next
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        self.call.enter_at(at, frame, context)
    }
}
