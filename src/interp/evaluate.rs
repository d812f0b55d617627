//! `exec` and `eval`: programs that are run with namespaces of a script's choice.
//!
//! In: a program and namespaces. Out: what running it gives. The globals are the slots of a module whose names the given
//! dictionary shows from then on. Locals of another kind than the globals are a namespace as that of a class body is.

use std::sync::Arc;

use super::bind;
use super::context::Context;
use super::import::{compile, compile_in_namespace};
use super::running::Running;
use crate::resolve::tree::Code;
use crate::value::dict::Dict;
use crate::value::function::Function;
use crate::value::host::Arguments;
use crate::value::module::Module;
use crate::value::program::{Mode, Program};
use crate::value::{Gc, Raise, Res, Symbol, Value, ops, syntax_error};

impl Context {
    /// Runs a program; where no namespaces are given, with those of the caller.
    pub(super) fn evaluate(&self, program: &Program, globals: Option<&Value>, locals: Option<&Value>) -> Res {
        let (globals, locals) = match globals {
            Some(globals) => (globals.clone(), locals.unwrap_or(globals).clone()),
            None => {
                let globals = self.visible_globals()?;
                let locals = match locals {
                    Some(locals) => locals.clone(),
                    None => self.visible_locals()?,
                };
                (globals, locals)
            }
        };
        // What the program calls has callers of its own.
        self.scope.replace(None);
        // Of a class derived from `dict` the functions see the dictionary, the text itself what its methods give.
        let plain = ops::base::plain(&globals);
        let Some(names) = plain.as_gc::<Dict>() else { return Ok(Value::None) };
        let module = self.module_of(names)?;
        if locals.is(&plain) {
            let code = self.resolve_program(program, &module)?;
            document(program, &code, &locals)?;
            return Running::new(code, module, self).run(self);
        }
        let interactive = program.mode == Mode::Single;
        let code = compile_in_namespace(&program.tree, &program.source, &module, interactive);
        let code = code.map_err(|error| syntax_error::raise(&error, &program.source))?;
        document(program, &code, &locals)?;
        let function = Function::create(code.clone(), module.clone(), Vec::new(), Vec::new(), Vec::new());
        let running = Running::new(code, module, self);
        self.with_stack(|frame| bind::call(&function, &running, &Arguments::new(&[locals]), frame, self))
    }

    fn resolve_program(&self, program: &Program, module: &Gc<Module>) -> Result<Arc<Code>, Raise> {
        let interactive = program.mode == Mode::Single;
        let resolve = || compile(&program.tree, &program.source, module, interactive);
        program.resolved(module, resolve).map_err(|error| syntax_error::raise(&error, &program.source))
    }

    /// The module whose names a dictionary shows, made if need be; it can name the built-ins.
    fn module_of(&self, names: &Gc<Dict>) -> Result<Gc<Module>, Raise> {
        let key = Value::str("__builtins__");
        if let Some(module) = names.module() {
            if !names.contains(&key)? {
                names.set(key, Value::from(Gc::<Dict>::of_module(&self.builtins)))?;
            }
            return Ok(module.clone());
        }
        let name = names.get(&Value::str(Symbol::NAME.as_str()))?;
        let module = Module::create(name.as_ref().and_then(Value::as_str).unwrap_or("builtins"));
        match names.get(&key)? {
            None => names.set(key, Value::from(Gc::<Dict>::of_module(&self.builtins)))?,
            // Other names take the place of the built-in ones.
            Some(own) => {
                let own = match (own.as_gc::<Module>(), own.as_gc::<Dict>()) {
                    (Some(module), _) => Some(module.clone()),
                    (_, Some(dict)) => Some(dict.into_module(|| Module::create("builtins"))),
                    _ => None,
                };
                if let Some(own) = own.filter(|own| !own.is(&self.builtins)) {
                    module.set_builtins(own);
                }
            }
        }
        Ok(names.into_module(|| module))
    }
}

/// The text at the beginning of what is executed is its `__doc__`.
fn document(program: &Program, code: &Code, names: &Value) -> Result<(), Raise> {
    match &code.doc {
        Some(doc) if program.mode == Mode::Exec => ops::index::set(names, &Value::str("__doc__"), Value::str(doc)),
        _ => Ok(()),
    }
}
