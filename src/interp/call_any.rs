//! Calls with names or stars.
//!
//! In: a callee and arguments of any kind. Out: the result, stored. Where a call gives a script's function each argument by
//! position or by name, the place of each is worked out once, and the arguments are evaluated straight into their slots;
//! what has stars, or a callee of another kind, collects them first.

use smallvec::SmallVec;
use std::cell::OnceCell;
use std::rc::Rc;

use super::bind::{self, Keywords};
use super::block::{Control, Flow};
use super::branch::attempt;
use super::call::{Known, call_function, call_placed, go_on, store};
use super::construct::{self, Made};
use super::context::Context;
use super::frame::{Frame, clear};
use super::method::{Found, Methods};
use super::node::Node;
use super::origin::Origin;
use super::running::{ROOM, Running};
use super::scope::{self, Scope};
use super::statement::Target;
use crate::resolve::tree::{Code, StmtId};
use crate::source::Span;
use crate::value::class::Class;
use crate::value::function::{Function, Method};
use crate::value::host::Arguments;
use crate::value::instance::Instance;
use crate::value::tuple::Tuple;
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

/// What is called.
pub enum AnyCallee {
    /// A value.
    Value(Box<dyn Node>),
    /// A method: no bound method is made.
    Method {
        /// The receiver.
        object: Box<dyn Node>,
        /// Its name.
        name: Symbol,
        /// The place of the method.
        span: Span,
        /// Methods found here before.
        methods: Box<Methods>,
    },
}

impl AnyCallee {
    /// What is called, and the receiver that comes before the arguments.
    fn find(&self, count: usize, frame: &mut Frame, context: &Context) -> Result<(Value, Option<Value>), Raise> {
        let (object, name, span, methods) = match self {
            AnyCallee::Method { object, name, span, methods } => (object, *name, *span, methods),
            AnyCallee::Value(node) => {
                let callee = node.value(frame, context)?;
                return Ok(match callee.downcast::<Method>() {
                    Some(method) => (method.function().clone(), Some(method.receiver().clone())),
                    None => (callee, None),
                });
            }
        };
        let object = object.value(frame, context)?;
        if let Some((function, _)) = methods.known(&object) {
            return Ok((Value::from(function), Some(object)));
        }
        Ok(match methods.find(&object, name, count, context).map_err(|_| context.fail(span))? {
            Found::Method(function) => (function, Some(object)),
            Found::MethodOf(function, receiver) => (function, Some(receiver)),
            Found::Function(function) => (function, None),
        })
    }
}

/// A call with names or stars.
pub struct CallAny {
    /// What is called.
    pub callee: AnyCallee,
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
        let (callee, receiver) = self.callee.find(self.args.len(), frame, context)?;
        if let (Some(class), None) = (callee.as_gc::<Class>(), &receiver) {
            if let Some((init, running)) = self.made(class, context) {
                let instance = Value::from(Instance::create(class));
                let result = match self.places(running, 1) {
                    Some(places) => {
                        self.store_args(running, places, frame, context)?;
                        frame[self.first] = instance.clone();
                        self.start(&init, running, frame, context)?
                    }
                    None => {
                        let init = Value::from(&init);
                        self.call_collected(&callee, &init, Some(instance.clone()), frame, context)?
                    }
                };
                return if result.is_none() { Ok(instance) } else { Err(construct::wrong_result(&result)) };
            }
        } else if let Some(function) = callee.as_gc::<Function>() {
            if self.known.find(function).is_none() {
                self.known.of(function, context);
            }
            if let Some(running) = self.known.find(function)
                && let Some(places) = self.places(running, usize::from(receiver.is_some()))
            {
                self.store_args(running, places, frame, context)?;
                if let Some(receiver) = receiver {
                    frame[self.first] = receiver;
                }
                return self.start(function, running, frame, context);
            }
        }
        self.call_collected(&callee, &callee, receiver, frame, context)
    }

    /// The `__init__` of a class that is made by it alone.
    fn made(&self, class: &Gc<Class>, context: &Context) -> Option<(Gc<Function>, &Running)> {
        if let Some(found) = self.made.find(class) {
            return Some(found);
        }
        self.made.learn(class, context);
        self.made.find(class)
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
        let params = &running.code().params;
        let mut places = Vec::with_capacity(self.args.len());
        for arg in &self.args {
            let place = match arg {
                AnyArgument::Positional(_) => {
                    let place = receivers + places.len();
                    (place < params.positional as usize).then_some(place)?
                }
                AnyArgument::Keyword(name, _) => {
                    let place = running.names().iter().position(|known| known == name)?;
                    params.by_name().contains(&place).then_some(place)?
                }
                AnyArgument::Star(_) | AnyArgument::DoubleStar(_) => return None,
            };
            if place < receivers || place >= MOST || places.contains(&place) {
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

    /// Calls with arguments that are collected first, behind a receiver if there is one; `named` is what messages name.
    #[inline(never)]
    fn call_collected(
        &self,
        named: &Value,
        callee: &Value,
        receiver: Option<Value>,
        frame: &mut Frame,
        context: &Context,
    ) -> Res {
        let mut positional: SmallVec<[Value; 6]> = receiver.into_iter().collect();
        let mut keywords = Keywords::default();
        self.collect(named, &mut positional, &mut keywords, frame, context)?;
        if keywords.names.is_empty() && positional.len() < ROOM && !scope::is_wanted_by(callee) {
            let (frame, count) = (&mut frame[self.first..], positional.len());
            for (slot, value) in frame.iter_mut().zip(positional) {
                *slot = value;
            }
            return match callee.as_gc::<Function>() {
                Some(function) => call_function(function, context.running_of(function), count, frame, context),
                None => call_placed(callee, count, frame, context),
            };
        }
        let arguments = Arguments { positional: &positional, names: &keywords.names, named: &keywords.values };
        if scope::is_wanted_by(callee) {
            context.scope.replace(Some(Scope::of(frame, &self.origin)));
            let result = ops::call::call_with(callee, &arguments);
            context.scope.replace(None);
            return result;
        }
        let Some(function) = callee.as_gc::<Function>() else {
            return ops::call::call_with(callee, &arguments);
        };
        let (running, frame) = (context.running_of(function), &mut frame[self.first..]);
        bind::place_any(function, running, &arguments, frame)?;
        // The callee's frame alone holds them now, and lets go of them in its order.
        drop((positional, keywords));
        running.start(function, frame, context)
    }

    /// Evaluates the arguments in their order.
    fn collect(
        &self,
        callee: &Value,
        positional: &mut SmallVec<[Value; 6]>,
        keywords: &mut Keywords,
        frame: &mut Frame,
        context: &Context,
    ) -> Result<(), Raise> {
        for arg in &self.args {
            match arg {
                AnyArgument::Positional(node) => positional.push(node.value(frame, context)?),
                AnyArgument::Star(node) => {
                    let values = node.value(frame, context)?;
                    if let Some(tuple) = values.downcast::<Tuple>() {
                        positional.extend(tuple.items().iter().cloned());
                        continue;
                    }
                    let items = ops::iterate::collect_values(&values)
                        .map_err(|raised| ops::iterate::unpacking_error(&values, raised, &self.starred(callee)))?;
                    positional.extend(items);
                }
                AnyArgument::Keyword(name, node) => {
                    let value = node.value(frame, context)?;
                    keywords.add(callee, *name, value)?;
                }
                AnyArgument::DoubleStar(node) => keywords.spread(callee, &node.value(frame, context)?)?,
            }
        }
        Ok(())
    }

    /// What a message calls an argument with a star.
    fn starred(&self, callee: &Value) -> String {
        let is_positional = |arg: &&AnyArgument| matches!(arg, AnyArgument::Positional(_) | AnyArgument::Star(_));
        match self.args.iter().filter(is_positional).count() {
            1 => format!("{} argument", bind::describe(callee)),
            _ => "Value".to_string(),
        }
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
