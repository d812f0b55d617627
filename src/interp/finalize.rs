//! Running `__del__` of objects whose last handle has gone.
//!
//! In: the queue of the heap. Out: their `__del__` run, between two statements: nothing that is being released is
//! looked at then. An exception there goes to nobody and is only told.

use super::context::Context;
use crate::builtins::modules::{facts, weak_ref};
use crate::builtins::types::generator;
use crate::resolve::tree::Flavour;
use crate::value::class::class_of;
use crate::value::function::Function;
use crate::value::generator::{Generator, State};
use crate::value::heap::{Ref, Weak, collect, finalize, weak};
use crate::value::host;
use crate::value::module::Module;
use crate::value::ops::call;
use crate::value::{Arguments, Error, Gc, Raise, Symbol, Value, ops, types};

impl Context {
    /// Runs what the queue holds, and what that adds to it.
    #[cold]
    #[inline(never)]
    pub fn finalize(&self) {
        while finalize::is_queued() {
            for object in finalize::take_all() {
                self.finalize_one(&Value::Object(object));
            }
        }
    }

    fn finalize_one(&self, object: &Value) {
        if let Some(generator) = object.as_gc::<Generator>() {
            return self.finalize_generator(generator);
        }
        if let Some(callback) = weak_ref::take_callback(object) {
            if call::call(&callback, std::slice::from_ref(object)).is_err() {
                self.tell(&callback);
            }
            return;
        }
        let class = class_of(object);
        let Some(method) = class.lookup_from_script(Symbol::DEL) else { return };
        if ops::attribute::call_method(&method, object, &class, &[]).is_ok() {
            return;
        }
        self.tell(&method);
    }

    /// A generator that was let go of while it waits is closed.
    fn finalize_generator(&self, generator: &Gc<Generator>) {
        match generator.state() {
            State::Waiting(_) => {
                let object = Value::from(generator);
                if generator::close(std::slice::from_ref(&object)).is_err() {
                    self.tell(&object);
                }
            }
            State::Fresh if generator.flavour() == Flavour::Coroutine => {
                let name = generator.function().qualified_name();
                let text = format!("coroutine '{name}' was never awaited");
                if warn_about(&text, Value::from(generator)).is_err() {
                    self.tell(&Value::from(generator.function()));
                }
            }
            // Whoever left one standing asks it for the next item at once.
            State::Fresh | State::Standing(_) | State::Running | State::Done => {}
        }
    }

    /// Tells of the exception on its way, which nobody can catch.
    pub(super) fn tell(&self, from: &Value) {
        facts::tell_ignored(&self.catch(), from);
    }

    /// Lets go of the names of a program that has ended, so that objects end as they do at the end of a process. Functions keep their
    /// module, and it them: what it leads to ends as one dead cycle, whose weak references give nothing, while all names are still there.
    /// Without functions names go one by one, in the order in which they came.
    pub fn end(&self, module: &Gc<Module>) {
        self.settle_rest();
        self.finalize();
        if !finalize::is_in_use() {
            return;
        }
        collect::collect();
        self.finalize();
        let reached = collect::reached_from(module.as_ref());
        let is_own = |object: &Ref| object.as_gc::<Function>().is_some_and(|function| function.module().is(module));
        let mut last: Vec<Weak> = Vec::new();
        if reached.iter().any(is_own) {
            reached.iter().for_each(weak::forget_silently);
            last.extend(reached.iter().filter(|object| finalize::is_final(object)).map(Weak::new));
        }
        // Nothing but its variables keeps an object: what one of them lets go of ends at once.
        drop(reached);
        for object in last {
            if object.get().is_some_and(|object| finalize::take(&object)) {
                self.finalize();
            }
        }
        for name in module.names() {
            if name.as_str() != "__builtins__" {
                module.set(name, Value::None);
                self.finalize();
            }
        }
        collect::collect();
        self.finalize();
    }
}

/// Warns of the end of an object.
fn warn_about(text: &str, object: Value) -> Result<(), Raise> {
    let warnings = host::host()?.import("warnings")?;
    let warn = ops::attribute::get(&warnings, Symbol::new("warn"))?;
    let positional = [Value::str(text), Value::from(types().exception(Error::RuntimeWarning))];
    let (names, named) = ([Symbol::new("source")], [object]);
    let arguments = Arguments { positional: &positional, names: &names, named: &named };
    call::call_with(&warn, &arguments).map(drop)
}
