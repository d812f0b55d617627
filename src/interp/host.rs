//! What values need of the interpreter.
//!
//! In: calls from operators and built-in functions. Out: script functions run, generators resumed, text written. A call
//! that comes out of a built-in function has no frame to go on from, so it gets a frame stack of its own.

use std::io;

use super::bind;
use super::call::call_function;
use super::context::Context;
use super::generate::Resumption;
use super::poll::{DEADLINE, FUEL, HEAP, INTERRUPT};
use crate::builtins::modules::signal;
use crate::raise;
use crate::resolve::tree::Flavour;
use crate::value::dict::Dict;
use crate::value::exception::{Exception, TraceEntry, raise_object, take_pending};
use crate::value::function::Function;
use crate::value::generator::{Generator, State};
use crate::value::heap::memory::Bell;
use crate::value::heap::{collect, memory};
use crate::value::host::{Arguments, Host, Seen, Stream};
use crate::value::module::Module;
use crate::value::program::Program;
use crate::value::{Gc, Raise, Res, Symbol, Value, ops};

impl Context {
    /// Does what waits for a poll: raises if the script is to stop, and lets the heap collect.
    #[cold]
    pub fn pause(&self) -> Result<(), Raise> {
        if self.poll.is_set() {
            if self.poll.take(INTERRUPT) != 0 {
                return Err(raise!(KeyboardInterrupt, ""));
            }
            if self.poll.take(DEADLINE) != 0 {
                return Err(raise!(TimeoutError, "the script ran out of time"));
            }
            if self.poll.take(FUEL) != 0 {
                return Err(raise!(TimeoutError, "the script ran out of fuel"));
            }
            self.poll.take(HEAP);
            signal::deliver()?;
        }
        if collect::is_due() {
            collect::collect();
        }
        if memory::over_limit() {
            return Err(raise!(MemoryError, ""));
        }
        Ok(())
    }

    /// Resumes a generator on a frame stack of its own.
    pub fn resume_generator(&self, generator: &Gc<Generator>, with: Resumption) -> Result<Option<Value>, Raise> {
        if Generator::is_running(generator) {
            return Err(raise!(ValueError, "{} already executing", generator.kind()));
        }
        match generator.state() {
            State::Done if generator.flavour() == Flavour::Coroutine => {
                if let Resumption::Throw = with {
                    drop(take_pending());
                }
                Err(raise!(RuntimeError, "cannot reuse already awaited coroutine"))
            }
            State::Done => match with {
                Resumption::Send(_) => {
                    // Whoever took its last item may have left what it returned.
                    drop(generator.take_returned());
                    Ok(None)
                }
                Resumption::Throw => Err(Raise),
            },
            _ => {
                let running = self.running_of(generator.function());
                self.with_stack(|frame| running.resume(generator, with, frame, self))
            }
        }
    }

    fn written(result: io::Result<()>) -> Result<(), Raise> {
        result.map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => raise!(BrokenPipeError, "[Errno 32] Broken pipe"),
            _ => raise!(OSError, "{error}"),
        })
    }
}

impl Host for Context {
    fn call(&self, callee: &Value, arguments: &Arguments<'_>) -> Res {
        match callee.as_gc::<Function>() {
            Some(function) => {
                let running = self.running_of(function);
                self.with_stack(|frame| bind::call(function, running, arguments, frame, self))
            }
            None => Err(ops::call::not_callable(callee)),
        }
    }

    fn call_with_first(&self, function: &Gc<Function>, first: Value, rest: &[Value]) -> Res {
        let running = self.running_of(function);
        self.with_stack(|frame| bind::call_with_first(function, running, first, rest, frame, self))
    }

    fn call_often(
        &self,
        function: &Gc<Function>,
        work: &mut dyn FnMut(&mut dyn FnMut(Value) -> Res) -> Result<(), Raise>,
    ) -> Result<(), Raise> {
        let running = self.running_of(function);
        self.with_stack(|frame| {
            work(&mut |argument| {
                frame[0] = argument;
                call_function(function, running, 1, frame, self)
            })
        })
    }

    fn resume(&self, generator: &Gc<Generator>, sent: Value) -> Result<Option<Value>, Raise> {
        if generator.state() == State::Fresh && !sent.is_none() {
            let kind = generator.kind();
            return Err(raise!(TypeError, "can't send non-None value to a just-started {kind}"));
        }
        self.resume_generator(generator, Resumption::Send(sent))
    }

    fn fold(&self, generator: &Gc<Generator>, start: Value, step: &mut dyn FnMut(Value, Value) -> Res) -> Res {
        let running = self.running_of(generator.function());
        self.with_stack(|frame| {
            let mut so_far = start;
            loop {
                let sent = Resumption::Send(Value::None);
                let item = match generator.state() {
                    state if state.can_go_on() => {
                        running.resume_drained(generator, sent, Some(&mut so_far), frame, self)?
                    }
                    _ => self.resume_generator(generator, sent)?,
                };
                let Some(item) = item else { return Ok(so_far) };
                so_far = step(so_far, item)?;
            }
        })
    }

    fn drain(
        &self,
        generator: &Gc<Generator>,
        mut kept: Value,
        take: &mut dyn FnMut(Value) -> Result<bool, Raise>,
    ) -> Result<(), Raise> {
        let running = self.running_of(generator.function());
        self.with_stack(|frame| {
            loop {
                let sent = Resumption::Send(Value::None);
                // Whoever takes the items may have run the generator meanwhile.
                let item = match generator.state() {
                    state if state.can_go_on() => {
                        running.resume_drained(generator, sent, Some(&mut kept), frame, self)?
                    }
                    _ => self.resume_generator(generator, sent)?,
                };
                let Some(item) = item else { return Ok(()) };
                if !take(item)? {
                    return Ok(());
                }
            }
        })
    }

    fn throw(&self, generator: &Gc<Generator>, exception: Gc<Exception>) -> Result<Option<Value>, Raise> {
        if generator.state() == State::Fresh {
            generator.set_state(State::Done);
            let code = generator.function().code().clone();
            let span = code.span;
            exception.add_entry(TraceEntry { code, name: None, span });
        }
        exception.mark_thrown();
        let _ = raise_object(exception);
        self.throw_from_here();
        self.resume_generator(generator, Resumption::Throw)
    }

    fn bell(&self) -> Option<Bell> {
        Some(Bell { word: self.poll.word().clone(), bit: HEAP.into() })
    }

    fn poll(&self) -> Result<(), Raise> {
        if self.poll.is_set() { self.pause() } else { Ok(()) }
    }

    fn running(&self) -> Symbol {
        self.modules.running()
    }

    fn finalize(&self) {
        Context::finalize(self);
    }

    fn write(&self, stream: Stream, bytes: &[u8]) -> Result<(), Raise> {
        Context::written(self.output.borrow_mut().write(stream, bytes))
    }

    fn flush(&self, stream: Stream) -> Result<(), Raise> {
        Context::written(self.output.borrow_mut().flush(stream))
    }

    fn may_use_system(&self) -> Result<(), Raise> {
        match self.system_access.get() {
            true => Ok(()),
            false => Err(raise!(PermissionError, "the program that runs this script gives it no access to the system")),
        }
    }

    fn import(&self, name: &str) -> Res {
        self.import_module(name)
    }

    fn find(&self, name: &str, path: Option<&Value>) -> Res {
        Ok(self.find_module(name, path)?.map_or(Value::None, |found| found.described()))
    }

    fn modules(&self) -> Value {
        Value::from(&self.modules.registry)
    }

    fn frames(&self) -> Vec<Seen> {
        self.watch.seen()
    }

    fn builtins(&self) -> Value {
        Value::from(Gc::<Dict>::of_module(&self.builtins))
    }

    fn reload(&self, module: &Gc<Module>) -> Result<(), Raise> {
        self.reload_module(module)
    }

    fn run_program(&self, program: &Program, globals: Option<&Value>, locals: Option<&Value>) -> Res {
        self.evaluate(program, globals, locals)
    }

    fn globals(&self) -> Res {
        self.visible_globals()
    }

    fn locals(&self) -> Res {
        self.visible_locals()
    }

    fn handled(&self) -> Option<Gc<Exception>> {
        Context::handled(self)
    }
}
