//! Calls with names or stars.
//!
//! In: a callee and arguments of any kind. Out: the result, stored. Where a call gives a script's function each argument by
//! position or by name, the place of each is worked out once, and the arguments are evaluated straight into their slots;
//! what has stars, or a callee of another kind, collects them first.

use std::cell::OnceCell;
use std::rc::Rc;

use super::bind;
use super::block::{Control, Flow};
use super::branch::attempt;
use super::call::{Known, go_on, store};
use super::construct::{self, Made};
use super::context::Context;
use super::frame::{Frame, clear};
use super::node::Node;
use super::origin::Origin;
use super::running::Running;
use super::scope::{self, Scope};
use super::statement::Target;
use crate::resolve::tree::{Code, StmtId};
use crate::source::Span;
use crate::value::class::Class;
use crate::value::function::{Function, Method};
use crate::value::host::Arguments;
use crate::value::instance::Instance;
use crate::value::{Gc, Raise, Res, Symbol, Value, ops};

/// The slots of the arguments of a call, for the code that was called first; none if they must be bound one by one.
#[derive(Default)]
pub struct Places(OnceCell<(*const Code, usize, Option<Box<[usize]>>)>);

/// Functions with more parameters have their arguments bound one by one.
const MOST: usize = 255;

/// An argument of a call with names or stars.
pub enum AnyArgument {
    /// `value`
    Positional(Box<dyn Node>),
    /// `*value`
    Star(Box<dyn Node>),
    /// `name=value`
    Keyword(Symbol, Box<dyn Node>),
    /// `**value`
    DoubleStar(Box<dyn Node>),
}

/// A call with names or stars.
pub struct CallAny {
    /// What is called.
    pub callee: Box<dyn Node>,
    /// The arguments.
    pub args: Box<[AnyArgument]>,
    /// Where the result goes.
    pub target: Option<Target>,
    /// The place of the call.
    pub span: Span,
    /// The first slot of a callee.
    pub first: usize,
    /// Functions called here before.
    pub known: Known,
    /// The class called here first.
    pub made: Made,
    /// Where the arguments go.
    pub places: Places,
    /// The function that the call is in.
    pub origin: Rc<Origin>,
}

impl CallAny {
    fn call(&self, frame: &mut Frame, context: &Context) -> Res {
        let callee = self.callee.value(frame, context)?;
        if let Some(class) = callee.as_gc::<Class>() {
            match self.made.find(class) {
                Some((init, running)) => {
                    if let Some(places) = self.places(running, 1) {
                        self.store_args(running, places, frame, context)?;
                        let instance = Value::from(Instance::create(class));
                        frame[self.first] = instance.clone();
                        let result = self.start(init, running, frame, context)?;
                        return if result.is_none() { Ok(instance) } else { Err(construct::wrong_result(&result)) };
                    }
                }
                None => self.made.learn(class, context),
            }
        } else {
            let method = callee.downcast::<Method>();
            let function = method.map_or(&callee, Method::function).as_gc::<Function>();
            if let Some(function) = function
                && let Some(running) = self.known.find(function)
                && let Some(places) = self.places(running, usize::from(method.is_some()))
            {
                self.store_args(running, places, frame, context)?;
                if let Some(method) = method {
                    frame[self.first] = method.receiver().clone();
                }
                return self.start(function, running, frame, context);
            }
        }
        self.call_bound(callee, frame, context)
    }

    /// Where the arguments of a call of this function go, `receivers` more in front of them.
    #[inline(always)]
    fn places(&self, running: &Running, receivers: usize) -> Option<&[usize]> {
        let code = &raw const **running.code();
        let work_out = || (code, receivers, self.work_out(running, receivers));
        let (known, known_receivers, places) = self.places.0.get_or_init(work_out);
        if std::ptr::eq(*known, code) && *known_receivers == receivers { places.as_deref() } else { None }
    }

    #[cold]
    fn work_out(&self, running: &Running, receivers: usize) -> Option<Box<[usize]>> {
        let mut places = Vec::with_capacity(self.args.len());
        for arg in &self.args {
            let place = match arg {
                AnyArgument::Positional(_) => receivers + places.len(),
                AnyArgument::Keyword(name, _) => {
                    let place = running.names().iter().position(|known| known == name)?;
                    (place >= running.code().params.positional_only as usize).then_some(place)?
                }
                AnyArgument::Star(_) | AnyArgument::DoubleStar(_) => return None,
            };
            if place < receivers || place >= MOST || places.contains(&place) || !running.may_accept(place + 1) {
                return None;
            }
            places.push(place);
        }
        Some(places.into())
    }

    /// Evaluates the arguments into their slots.
    fn store_args(
        &self,
        running: &Running,
        places: &[usize],
        frame: &mut Frame,
        context: &Context,
    ) -> Result<(), Raise> {
        for (arg, place) in self.args.iter().zip(places) {
            let (AnyArgument::Positional(node) | AnyArgument::Keyword(_, node)) = arg else { continue };
            match node.value(frame, context) {
                Ok(value) => frame[self.first + place] = value,
                Err(raise) => {
                    clear(&mut frame[self.first..], running.names().len());
                    return Err(raise);
                }
            }
        }
        Ok(())
    }

    /// Runs a function whose arguments are in their slots.
    fn start(&self, function: &Gc<Function>, running: &Running, frame: &mut Frame, context: &Context) -> Res {
        let frame = &mut frame[self.first..];
        match bind::complete(function, frame) {
            Ok(()) => running.start(function, frame, context),
            Err(raise) => {
                clear(frame, running.names().len());
                Err(raise)
            }
        }
    }

    /// Calls with arguments that are collected first.
    fn call_bound(&self, callee: Value, frame: &mut Frame, context: &Context) -> Res {
        let is_positional = |arg: &&AnyArgument| matches!(arg, AnyArgument::Positional(_) | AnyArgument::Star(_));
        let positions = self.args.iter().filter(is_positional).count();
        let (mut positional, mut names, mut named) = (Vec::new(), Vec::new(), Vec::new());
        for arg in &self.args {
            match arg {
                AnyArgument::Positional(node) => positional.push(node.value(frame, context)?),
                AnyArgument::Star(node) => {
                    let values = node.value(frame, context)?;
                    let items = ops::iterate::collect_values(&values).map_err(|raised| {
                        let what = match positions {
                            1 => format!("{} argument", bind::describe(&callee)),
                            _ => "Value".to_string(),
                        };
                        ops::iterate::unpacking_error(&values, raised, &what)
                    })?;
                    positional.extend(items);
                }
                AnyArgument::Keyword(name, node) => {
                    let value = node.value(frame, context)?;
                    bind::add_keyword(&callee, *name, value, &mut names, &mut named)?;
                }
                AnyArgument::DoubleStar(node) => {
                    let mapping = node.value(frame, context)?;
                    bind::spread(&callee, &mapping, &mut names, &mut named)?;
                }
            }
        }
        if let Some(class) = callee.as_gc::<Class>()
            && let Some(init) = construct::only_init(class)
        {
            let instance = Value::from(Instance::create(class));
            positional.insert(0, instance.clone());
            let arguments = Arguments { positional: &positional, names: &names, named: &named };
            let result = bind::call(&init, context.running_of(&init), &arguments, &mut frame[self.first..], context)?;
            return if result.is_none() { Ok(instance) } else { Err(construct::wrong_result(&result)) };
        }
        let mut callee = callee;
        if let Some(method) = callee.downcast::<Method>()
            && method.function().downcast::<Function>().is_some()
        {
            positional.insert(0, method.receiver().clone());
            callee = method.function().clone();
        }
        let arguments = Arguments { positional: &positional, names: &names, named: &named };
        if scope::is_wanted_by(&callee) {
            context.scope.replace(Some(Scope::of(frame, &self.origin)));
            let result = ops::call::call_with(&callee, &arguments);
            context.scope.replace(None);
            return result;
        }
        let Some(function) = callee.as_gc::<Function>() else {
            return ops::call::call_with(&callee, &arguments);
        };
        let learnt;
        let running = match self.known.find(function) {
            Some(running) => running,
            None => {
                learnt = self.known.learn(function, context);
                &learnt
            }
        };
        bind::call(function, running, &arguments, &mut frame[self.first..], context)
    }
}

impl Control for CallAny {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        let value = attempt!(self.call(frame, context).map_err(|_| context.fail(self.span)));
        store(self.target.as_ref(), frame, value);
        Flow::Next
    }

    fn enter_at(&self, _at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        go_on(self.target.as_ref(), self.first, self.span, frame, context)
    }
}
