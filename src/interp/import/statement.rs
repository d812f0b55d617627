//! `import` and `from … import …`.
//!
//! In: names of modules. Out: modules and what is taken out of them, bound to variables.

use std::rc::Rc;

use super::super::block::Statement;
use super::super::context::Context;
use super::super::frame::Frame;
use super::super::origin::Origin;
use super::super::statement::Target;
use crate::builtins::import;
use crate::source::Span;
use crate::value::dict::Dict;
use crate::value::function::Builtin;
use crate::value::{Gc, Raise, Res, Symbol, Value, ops};

/// `import a.b.c`
pub struct Import {
    /// The dotted name.
    pub module: Name,
    /// Bind the first component only.
    pub top: bool,
    /// What is bound.
    pub target: Target,
    /// Whose names a replaced `__import__` is given.
    pub origin: Rc<Origin>,
}

/// A whole name, kept as the key that it is in the registry.
pub struct Name(Value);

impl Name {
    /// The name.
    pub fn new(name: &str) -> Name {
        Name(Value::str(name))
    }

    fn text(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }

    fn import(&self, context: &Context) -> Res {
        match context.modules.registry.get(&self.0) {
            Ok(Some(module)) if !module.is_none() => Ok(module),
            _ => context.import_module(self.text()),
        }
    }
}

/// What a script has put in the place of `__import__`, if it has.
fn replaced(context: &Context) -> Option<Value> {
    let import = context.builtins.get(Symbol::new("__import__"))?;
    import.downcast::<Builtin>().is_none().then_some(import)
}

/// Has a script's own `__import__` find a module.
fn ask(import: &Value, name: &str, origin: &Origin, wanted: Value, level: u32) -> Res {
    let globals = Value::from(Gc::<Dict>::of_module(&origin.module));
    ops::call::call(import, &[Value::str(name), globals.clone(), globals, wanted, Value::int(level.into())])
}

impl Statement for Import {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        if let Some(import) = replaced(context) {
            let mut module = ask(&import, self.module.text(), &self.origin, Value::None, 0)?;
            if !self.top {
                for name in self.module.text().split('.').skip(1) {
                    module = ops::attribute::get(&module, Symbol::new(name))?;
                }
            }
            self.target.store(frame, module);
            return Ok(());
        }
        let mut module = self.module.import(context)?;
        if let Some((first, rest)) = self.module.text().split_once('.') {
            module = context.import_module(first)?;
            if !self.top {
                for name in rest.split('.') {
                    module = import::member(&module, Symbol::new(name))?;
                }
            }
        }
        self.target.store(frame, module);
        Ok(())
    }
}

/// The module of a `from` statement.
pub struct From {
    /// The dotted name.
    pub module: Name,
    /// Number of leading dots.
    pub level: u32,
    /// Whose names tell the package.
    pub origin: Rc<Origin>,
}

impl From {
    fn import<'n>(&self, context: &Context, names: impl Iterator<Item = &'n str>) -> Res {
        if let Some(import) = replaced(context) {
            let wanted = Value::tuple(names.map(Value::str).collect());
            return ask(&import, self.module.text(), &self.origin, wanted, self.level);
        }
        if self.level == 0 {
            return self.module.import(context);
        }
        let globals = &self.origin.module;
        let name = import::absolute(self.module.text(), self.level, |name| globals.get(Symbol::new(name)))?;
        context.import_module(&name)
    }
}

/// `from module import name`
pub struct ImportFrom {
    /// The module.
    pub from: From,
    /// Which names go where.
    pub names: Box<[(Symbol, Target)]>,
    /// Its place.
    pub span: Span,
}

impl Statement for ImportFrom {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let module = self.from.import(context, self.names.iter().map(|(name, _)| name.as_str()))?;
        for (name, _) in &self.names {
            import::import_inside(&module, name.as_str())?;
        }
        for (name, target) in &self.names {
            let value = import::member(&module, *name).map_err(|_| context.fail(self.span))?;
            target.store(frame, value);
        }
        Ok(())
    }
}

/// `from module import *`
pub struct ImportStar(pub From);

impl Statement for ImportStar {
    fn run(&self, _frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let module = self.0.import(context, std::iter::once("*"))?;
        import::import_inside(&module, "*")?;
        for (name, value) in import::members(&module)? {
            self.0.origin.module.set(name, value);
        }
        Ok(())
    }
}
