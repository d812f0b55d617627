//! From what was found to a module that has run.
//!
//! In: Rust modules, pages, files. Out: modules in the registry; one whose text raises is taken out again. Text that was
//! compiled in an earlier run of a program is not compiled again, so that machine code made then still fits.

use std::rc::Rc;
use std::sync::Arc;

use super::super::context::Context;
use super::super::running::Running;
use super::find::Found;
use crate::builtins::types::exception::raise_system;
use crate::builtins::{import, modules};
use crate::error::SyntaxError;
use crate::library;
use crate::resolve::tree::Code;
use crate::resolve::{GlobalNames, lower_in_namespace, lower_module};
use crate::source::Source;
use crate::syntax::parse::parse;
use crate::syntax::{decode, tree};
use crate::value::class::Class;
use crate::value::exception::Error;
use crate::value::instance::Instance;
use crate::value::interned::interned;
use crate::value::module::Module;
use crate::value::{Gc, Raise, Res, Symbol, Value, syntax_error, types};

/// A module made of text.
pub struct Loaded {
    /// The module.
    pub module: Gc<Module>,
    source: Arc<Source>,
    top: Rc<Running>,
    run: u32,
}

/// What a module knows of where it is from.
pub(super) struct Origin<'a> {
    /// Its whole name.
    pub name: &'a str,
    /// Its file, if it has one.
    pub file: Option<&'a str>,
    /// Where the modules inside it lie, if it is a package.
    pub path: Option<Value>,
}

/// Resolves a text whose globals are a module's; names that come up are declared there.
pub fn compile(
    tree: &tree::Module,
    source: &Arc<Source>,
    module: &Module,
    interactive: bool,
) -> Result<Arc<Code>, SyntaxError> {
    declaring(module, |names| lower_module(tree, source, names, interactive))
}

/// The same for a text whose own names are items of a namespace: the first argument of what it becomes.
pub fn compile_in_namespace(
    tree: &tree::Module,
    source: &Arc<Source>,
    module: &Module,
    interactive: bool,
) -> Result<Arc<Code>, SyntaxError> {
    declaring(module, |names| lower_in_namespace(tree, source, names, interactive))
}

fn declaring(
    module: &Module,
    lower: impl FnOnce(&mut GlobalNames) -> Result<Arc<Code>, SyntaxError>,
) -> Result<Arc<Code>, SyntaxError> {
    let mut names = GlobalNames::new();
    for slot in 0..module.slot_count() {
        names.slot(module.name_of(slot as u32).as_str());
    }
    let code = lower(&mut names)?;
    for name in &names.names()[module.slot_count()..] {
        module.declare(Symbol::new(name));
    }
    Ok(code)
}

impl Context {
    /// Makes and runs what was found under a whole name.
    pub(super) fn load_module(&self, name: &str, found: Found) -> Res {
        let list = |folder: &str| Value::list([Value::str(folder)]);
        match found {
            Found::Native => {
                let Some(module) = modules::create(name) else {
                    return Err(import::missing(name, None, None));
                };
                describe(&module, &Origin { name, file: None, path: None });
                self.modules.set(name, Value::from(&module));
                Ok(Value::from(module))
            }
            Found::Page(page) => {
                let file = page.path();
                let path = page.folder().as_deref().map(list);
                let source = || Ok(Source::new(&file, page.text));
                self.run_text(&Origin { name, file: Some(&file), path }, source)
            }
            Found::File { path, folder } => {
                let origin = Origin { name, file: Some(&path), path: folder.as_deref().map(list) };
                self.run_text(&origin, || read(&path))
            }
            Found::Folders(folders) => {
                let module = Module::create(name);
                let path = Value::list(folders.iter().map(|folder| Value::str(folder)));
                describe(&module, &Origin { name, file: None, path: Some(path) });
                module.define("__file__", Value::None);
                self.modules.set(name, Value::from(&module));
                Ok(Value::from(module))
            }
        }
    }

    fn run_text(&self, origin: &Origin<'_>, source: impl Fn() -> Result<Source, Raise>) -> Res {
        let name = origin.name;
        let (module, top) = self.made(origin, &source()?)?;
        self.modules.set(name, Value::from(&module));
        module.set_partial(true);
        self.modules.running.borrow_mut().push(Symbol::new(name));
        let done = top.run(self);
        self.modules.running.borrow_mut().pop();
        module.set_partial(false);
        if let Err(raise) = done {
            // Text can always be a key.
            let _ = self.modules.registry.remove(&Value::str(name));
            return Err(raise);
        }
        // A module may put something else in its place.
        match self.modules.get(name) {
            Some(module) => Ok(module),
            None => Err(crate::value::exception::raise_with(Error::KeyError, Value::str(name))),
        }
    }

    /// A module with its attributes, and the text that fills it.
    fn made(&self, origin: &Origin<'_>, source: &Source) -> Result<(Gc<Module>, Rc<Running>), Raise> {
        let run = self.modules.run.get();
        if let Some(loaded) = self.modules.loaded.borrow_mut().get_mut(source.name())
            && loaded.run != run
            && loaded.source.text() == source.text()
            && loaded.module.name().as_str() == origin.name
        {
            loaded.run = run;
            let (module, top) = (loaded.module.clone(), loaded.top.clone());
            module.clear();
            describe(&module, origin);
            document(&module, top.code());
            return Ok((module, top));
        }
        let module = Module::create(origin.name);
        describe(&module, origin);
        module.define("__builtins__", Value::from(&self.builtins));
        let top = self.top_level(source, &module)?;
        document(&module, top.code());
        let source = top.code().source.clone();
        let loaded = Loaded { module: module.clone(), source, top: top.clone(), run };
        self.modules.loaded.borrow_mut().insert(top.code().source.name().to_string(), loaded);
        Ok((module, top))
    }

    fn top_level(&self, source: &Source, module: &Gc<Module>) -> Result<Rc<Running>, Raise> {
        let source = Arc::new(source.clone());
        let code = parse(&source).and_then(|tree| compile(&tree, &source, module, false));
        let code = code.map_err(|error| syntax_error::raise(&error, &source))?;
        Ok(self.running(&code, module))
    }

    /// Runs the text of a module again; its variables stay.
    pub fn reload_module(&self, module: &Gc<Module>) -> Result<(), Raise> {
        let name = module.name().as_str();
        let path = module.get(Symbol::new("__path__"));
        let file = module.get(Symbol::new("__file__"));
        let Some(file) = file.as_ref().and_then(Value::as_str) else {
            return Ok(());
        };
        let source = match library::page(name).filter(|page| page.path() == file) {
            Some(page) => Source::new(file, page.text),
            None => read(file)?,
        };
        let top = self.top_level(&source, module)?;
        describe(module, &Origin { name, file: Some(file), path });
        document(module, top.code());
        top.run(self).map(drop)
    }
}

/// Reads the text of a module.
pub(super) fn read(path: &str) -> Result<Source, Raise> {
    let bytes = std::fs::read(path).map_err(|error| raise_system(&error, Some(&Value::str(path))))?;
    decode(path, &bytes).map_err(|error| syntax_error::raise(&error, &Source::new(path, "")))
}

/// Sets the attributes that every module begins with.
fn describe(module: &Module, origin: &Origin<'_>) {
    let name = origin.name;
    let package = match origin.path {
        Some(_) => name,
        None => name.rsplit_once('.').map_or("", |parts| parts.0),
    };
    module.define("__name__", interned(name));
    module.define("__doc__", Value::None);
    module.define("__package__", Value::str(package));
    module.define("__loader__", Value::None);
    module.define("__spec__", spec(origin, package));
    if let Some(path) = &origin.path {
        module.define("__path__", path.clone());
    }
    if let Some(file) = origin.file {
        module.define("__file__", Value::str(file));
        module.define("__cached__", Value::None);
    }
}

fn document(module: &Module, code: &Code) {
    if let Some(doc) = &code.doc {
        module.define("__doc__", Value::str(doc));
    }
}

/// `__spec__`
pub(super) fn spec(origin: &Origin<'_>, package: &str) -> Value {
    let root = vec![types().object.clone()];
    let Some(class) = Class::create("ModuleSpec", Symbol::new("_frozen_importlib"), root, false) else {
        return Value::None;
    };
    let spec = Instance::create(&class);
    let set = |name: &str, value: Value| spec.set(Symbol::new(name), value);
    set("name", Value::str(origin.name));
    set("loader", Value::None);
    set("origin", origin.file.map_or(Value::None, Value::str));
    set("submodule_search_locations", origin.path.clone().unwrap_or(Value::None));
    set("parent", Value::str(package));
    set("has_location", Value::bool(origin.file.is_some()));
    set("cached", Value::None);
    Value::from(spec)
}
