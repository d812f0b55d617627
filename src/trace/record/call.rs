//! Calls that are recorded: script functions are walked, built-in ones called.

use super::*;
use crate::builtins::modules::gc;
use crate::interp::construct::{is_bare, is_container, is_container_alone, only_init, only_new};
use crate::interp::watch;
use crate::trace::profile::Type;
use crate::value::array::scalar_type;
use crate::value::class::{Traits, class_of};
use crate::value::function::{Method, is_builtin};
use crate::value::generator::Generator;
use crate::value::host::Arguments;

/// Calls.
impl Recorder<'_> {
    pub(super) fn call(
        &mut self,
        activation: &Activation,
        stmt: &Stmt,
        target: Option<Place>,
        call: &Call,
        frame: &mut Frame,
    ) -> Flow {
        match self.store_by_object(activation, call, frame) {
            Ok(None) => {}
            Ok(Some(())) => return self.after_call(activation, target, call, Ok(Value::None), frame),
            Err(Flow::Stop(_)) => return self.by_interpreter(activation, stmt, frame),
            Err(flow) => return flow,
        }
        let (callee, positional, names, named) = match self.evaluate_call(activation, call, frame) {
            Ok(parts) => parts,
            Err(Flow::Stop(_)) => return self.by_interpreter(activation, stmt, frame),
            Err(flow) => return flow,
        };
        let arguments = Arguments { positional: &positional, names: &names, named: &named };
        let first = activation.code.slots.len();
        let result = match callee.as_gc::<Function>().cloned() {
            None => match callee.as_gc::<Class>().filter(|class| class.is_from_script()) {
                Some(class) => match self.make_instance(activation, class, &arguments, frame) {
                    Ok(instance) => Ok(instance),
                    Err(Flow::Raise) => Err(Raise),
                    Err(_) => return self.by_interpreter(activation, stmt, frame),
                },
                None => match stepped(&callee, &arguments) {
                    Some(generator) => match self.step(activation, call.id, &generator, frame) {
                        Ok(item) => Ok(item),
                        Err(_) => return self.by_interpreter(activation, stmt, frame),
                    },
                    None => ops::call::call_with(&callee, &arguments),
                },
            },
            Some(function) if function.code().is_generator => {
                let running = self.context.running(function.code(), function.module());
                bind::call(&function, &running, &arguments, &mut frame[first..], self.context)
            }
            Some(function) if self.calls.len() < self.limits.depth && self.statements < self.limits.statements => {
                let bound = self.bind_call(&function, &arguments, &mut frame[first..]);
                // From here on the callee's frame alone holds them, and lets go of them in its order.
                drop((positional, named));
                if !self.is_pure() {
                    leave::let_go(stmt, frame);
                }
                match self.walk_bound(&function, bound, &mut frame[first..]) {
                    Ok(result) => result,
                    Err(_) if self.is_pure() => {
                        clear(&mut frame[first..], function.code().slots.len());
                        return Flow::Stop(stmt.id);
                    }
                    Err(at) => {
                        // The interpreter goes on inside the callee.
                        self.context.suspend(Suspended::Frame(function, at));
                        return Flow::Stop(stmt.id);
                    }
                }
            }
            Some(_) if self.is_pure() => {
                self.exhausted = true;
                return Flow::Stop(stmt.id);
            }
            Some(function) => {
                let running = self.context.running(function.code(), function.module());
                bind::call(&function, &running, &arguments, &mut frame[first..], self.context)
            }
        };
        self.after_call(activation, target, call, result, frame)
    }

    /// Goes on inside a call that an exit left open, or with what it gave.
    pub(super) fn go_on_inside(
        &mut self,
        activation: &Activation,
        stmt: &Stmt,
        target: Option<Place>,
        call: &Call,
        frame: &mut Frame,
    ) -> Flow {
        let result = match self.context.take_suspended() {
            Some(Suspended::Frame(function, at)) => {
                let first = activation.code.slots.len();
                match self.walk_on(&function, at, &mut frame[first..]) {
                    Ok(result) => result,
                    Err(at) => {
                        self.context.suspend(Suspended::Frame(function, at));
                        return Flow::Stop(stmt.id);
                    }
                }
            }
            Some(Suspended::Result(value)) => Ok(value),
            Some(Suspended::Raise | Suspended::Behind) | None => Err(Raise),
        };
        self.after_call(activation, target, call, result, frame)
    }

    pub(super) fn after_call(
        &mut self,
        activation: &Activation,
        target: Option<Place>,
        call: &Call,
        result: Res,
        frame: &mut Frame,
    ) -> Flow {
        match self.fallible(result, call.span) {
            Ok(value) => {
                self.profile.of_mut(&activation.code).expressions[call.id.0 as usize].note(&value);
                if let Some(place) = target {
                    self.assign(activation, place, value, frame);
                }
                Flow::Next
            }
            Err(flow) => flow,
        }
    }

    #[allow(clippy::type_complexity)]
    pub(super) fn evaluate_call(
        &mut self,
        activation: &Activation,
        call: &Call,
        frame: &mut Frame,
    ) -> Step<(Value, Vec<Value>, Vec<Symbol>, Vec<Value>)> {
        let stop = Flow::Stop(StmtId(0));
        let mut positional = Vec::new();
        let mut bound = None;
        let callee = match &call.callee {
            Callee::Value(callee) => {
                let callee = self.eval(activation, callee, frame)?;
                match callee.downcast::<Method>() {
                    Some(method) => {
                        positional.push(method.receiver().clone());
                        method.function().clone()
                    }
                    None => match object::function_of_instance(&callee, Symbol::CALL) {
                        Some(function) => {
                            positional.push(callee);
                            Value::from(function)
                        }
                        None => callee,
                    },
                }
            }
            Callee::Method(object, name) => {
                let object = self.eval(activation, object, frame)?;
                let traits = match object.kind() {
                    Some(Kind::Instance) => class_of(&object).traits(),
                    _ => Traits::default(),
                };
                if traits.getattr || traits.getattribute {
                    return Err(stop);
                }
                match ops::attribute::method(&object, Symbol::new(name)) {
                    Ok((method, true)) => {
                        positional.push(object);
                        method
                    }
                    Ok((function, false)) => match function.downcast::<Method>() {
                        // Of the class, or in an attribute.
                        Some(method) => {
                            bound = Some(Type::of(method.receiver()));
                            positional.push(method.receiver().clone());
                            method.function().clone()
                        }
                        None => function,
                    },
                    Err(Raise) => {
                        drop(self.context.catch());
                        return Err(stop);
                    }
                }
            }
        };
        let callee = self.in_script(callee, positional.len(), call);
        match callee.as_gc::<Function>() {
            Some(function) => {
                let code = function.code();
                if code.is_generator && (self.is_pure() || code.flavour != Flavour::Generator) {
                    return Err(stop);
                }
            }
            None if callee.as_gc::<Class>().is_some_and(|class| is_bare(class) || only_init(class).is_some()) => {}
            None if callee
                .as_gc::<Class>()
                .is_some_and(|class| is_container_alone(class) || only_new(class).is_some()) => {}
            None if gc::tells_what_is_alive(&callee) => {
                self.tells = true;
                return Err(stop);
            }
            None if scope::is_wanted_by(&callee) || watch::is_wanted_by(&callee) => return Err(stop),
            None if callee.kind() == Some(Kind::Builtin)
                && (!self.is_pure() || object::makes_around_tuple(&callee)) => {}
            None if callee.as_gc::<Class>().is_some_and(|class| is_container(class) || chooses(class))
                && !self.is_pure() => {}
            None if callee.as_gc::<Class>().and_then(scalar_type).is_some() => {}
            None => return Err(stop),
        }
        let (mut names, mut named) = (Vec::new(), Vec::new());
        for arg in &call.args {
            match arg {
                Arg::Positional(value) => positional.push(self.eval(activation, value, frame)?),
                Arg::Keyword(name, value) => {
                    named.push(self.eval(activation, value, frame)?);
                    names.push(Symbol::new(name));
                }
                Arg::Star(values) => match self.eval(activation, values, frame)?.downcast::<Tuple>() {
                    Some(tuple) => positional.extend_from_slice(tuple.items()),
                    None => return Err(stop),
                },
                Arg::DoubleStar(values) => {
                    let values = self.eval(activation, values, frame)?;
                    if values.downcast::<Dict>().is_none_or(|dict| !dict.is_empty()) {
                        return Err(stop);
                    }
                }
            }
        }
        let converts = callee.as_gc::<Class>().and_then(scalar_type).is_some();
        if converts && positional.iter().chain(&named).any(dunder::is_scripted) {
            return Err(stop);
        }
        let is_built_in = callee.kind() == Some(Kind::Builtin);
        if is_built_in && self.is_pure() && !(named.is_empty() && object::are_class_and_tuple(&positional)) {
            return Err(stop);
        }
        let seen = self.profile.of_mut(&activation.code).callees.entry(call.id).or_default();
        seen.note(&callee);
        bound.into_iter().for_each(|receiver| seen.note_receiver(receiver));
        Ok((callee, positional, names, named))
    }

    /// What compiled code calls in place of what is called with arguments in front of those of the call.
    fn in_script(&self, callee: Value, before: usize, call: &Call) -> Value {
        let plain = call.args.iter().all(|arg| matches!(arg, Arg::Positional(_)));
        if !plain || self.is_pure() || !callee.is_in_script() {
            return callee;
        }
        if callee.put_in_script().is_err() {
            drop(self.context.catch());
        }
        callee.in_script(before + call.args.len()).map_or(callee.clone(), Value::from)
    }

    /// Walks a call. `Err` says where the interpreter must go on inside it.
    pub(super) fn walk_call(
        &mut self,
        function: &Gc<Function>,
        arguments: &Arguments<'_>,
        frame: &mut Frame,
    ) -> Result<Res, StmtId> {
        let bound = self.bind_call(function, arguments, frame);
        self.walk_bound(function, bound, frame)
    }

    /// Puts the arguments of a call into its frame.
    fn bind_call(
        &mut self,
        function: &Gc<Function>,
        arguments: &Arguments<'_>,
        frame: &mut Frame,
    ) -> Result<recursion::Entered, Raise> {
        let code = function.code();
        if frame.len() < code.slots.len() + ROOM {
            return Err(recursion::too_deep(""));
        }
        let depth = recursion::enter(if code.is_hidden() { " while calling a Python object" } else { "" })?;
        if let Err(raise) = bind::bind(function, arguments, frame) {
            clear(frame, code.params.names.len());
            return Err(raise);
        }
        Ok(depth)
    }

    /// Walks a call whose frame has its arguments, if they could be bound; the depth that it is at lasts as long.
    fn walk_bound(
        &mut self,
        function: &Gc<Function>,
        bound: Result<recursion::Entered, Raise>,
        frame: &mut Frame,
    ) -> Result<Res, StmtId> {
        let _depth = match bound {
            Ok(depth) => depth,
            Err(raise) => return Ok(Err(raise)),
        };
        let code = function.code().clone();
        self.context.running(&code, function.module()).capture(function, frame);
        let activation = Activation { code: code.clone(), module: function.module().clone() };
        self.calls.push(code.id);
        let flow = self.block(&activation, &code.body, frame);
        self.calls.pop();
        self.end_call(&code, flow, frame)
    }

    /// Walks on in a call that stands at a statement.
    pub(super) fn walk_on(&mut self, function: &Gc<Function>, at: StmtId, frame: &mut Frame) -> Result<Res, StmtId> {
        let code = function.code().clone();
        let _depth = match recursion::enter("") {
            Ok(depth) => depth,
            Err(raise) => {
                clear(frame, code.slots.len());
                return Ok(Err(raise));
            }
        };
        let activation = Activation { code: code.clone(), module: function.module().clone() };
        self.calls.push(code.id);
        let flow = self.block_at(&activation, &code.body, at, frame);
        self.calls.pop();
        self.end_call(&code, flow, frame)
    }

    pub(super) fn end_call(&mut self, code: &Arc<Code>, flow: Flow, frame: &mut Frame) -> Result<Res, StmtId> {
        let result = match flow {
            Flow::Stop(at) => return Err(at),
            Flow::Return(value) => Ok(value),
            Flow::Raise => {
                self.context.leave_raising();
                Err(Raise)
            }
            Flow::Next | Flow::Break | Flow::Continue | Flow::Ended | Flow::Yield(..) => Ok(Value::None),
        };
        clear(frame, code.slots.len());
        if let Ok(value) = &result {
            let profile = self.profile.of_mut(code);
            profile.calls += 1;
            profile.returned.note(value);
        }
        Ok(result)
    }
}

/// The generator that a call goes on with, if it is one of `next`.
fn stepped(callee: &Value, arguments: &Arguments<'_>) -> Option<Gc<Generator>> {
    let ([generator], true) = (arguments.positional, arguments.named.is_empty() && is_builtin(callee, "next")) else {
        return None;
    };
    generator.as_gc::<Generator>().cloned()
}

/// Whether what goes over an instance of a class goes over the items that it has as a built-in container, and runs no script code.
pub fn iterates_as_container(class: &Class) -> bool {
    class.lookup_from_script(Symbol::ITER).is_none() && class.ancestors().iter().any(is_container)
}

/// Whether a class of `itertools` makes an iterator that only chooses among what it is given.
pub fn chooses(class: &Gc<Class>) -> bool {
    const CHOOSING: [&str; 9] = [
        "chain",
        "combinations",
        "combinations_with_replacement",
        "count",
        "islice",
        "pairwise",
        "permutations",
        "product",
        "zip_longest",
    ];
    class.module().as_str() == "itertools" && CHOOSING.contains(&class.name().as_str())
}
