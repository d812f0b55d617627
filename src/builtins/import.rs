//! What the forms of `import` mean, once modules can be found.
//!
//! In: names as they stand in a statement or in a call of `__import__`, and the names of the module that asks. Out:
//! modules, and what is taken out of them, with CPython's errors. Finding and loading is the host's.

use crate::builtins::argument::shown_type;
use crate::raise;
use crate::value::dict::Dict;
use crate::value::exception::{self, Error, Exception, raise_named, raise_object};
use crate::value::host;
use crate::value::module::Module;
use crate::value::native::Parameters;
use crate::value::{Raise, Res, Symbol, Value, ops};

/// The parameters of `__import__`.
pub static IMPORT: Parameters = Parameters {
    names: &["name", "globals", "locals", "fromlist", "level"],
    positional_only: 0,
    positional: 5,
    required: 1,
};

/// `__import__(name, globals=None, locals=None, fromlist=(), level=0)`
pub fn import(arguments: &[Value]) -> Res {
    let Some(name) = arguments[0].as_str() else {
        return Err(raise!(TypeError, "module name must be a string"));
    };
    let given = |place: usize| arguments.get(place).filter(|value| !value.is_unbound() && !value.is_none());
    let level = given(4).map_or(Ok(0), crate::builtins::argument::size)?;
    let Ok(level) = u32::try_from(level) else {
        return Err(raise!(ValueError, "level must be >= 0"));
    };
    if name.is_empty() && level == 0 {
        return Err(raise!(ValueError, "Empty module name"));
    }
    let globals = given(1).and_then(Value::as_gc::<Dict>);
    let full = absolute(name, level, |name| globals.and_then(|globals| globals.get_str(name)))?;
    let module = host::host()?.import(&full)?;
    let names = given(3).map_or(Ok(Vec::new()), ops::iterate::collect_values)?;
    if !names.is_empty() {
        for name in names {
            let Some(name) = name.as_str() else {
                let class = shown_type(&name);
                return Err(raise!(TypeError, "Item in ``from list'' must be str, not {class}"));
            };
            import_inside(&module, name)?;
        }
        return Ok(module);
    }
    // The first part of the name as it was written.
    let rest = name.find('.').map_or(0, |dot| name.len() - dot);
    if name.is_empty() || rest == 0 { Ok(module) } else { host::host()?.import(&full[..full.len() - rest]) }
}

/// The whole name of a module; `level` dots lead up from the package of the module with these globals.
pub fn absolute(name: &str, level: u32, global: impl Fn(&str) -> Option<Value>) -> Result<String, Raise> {
    if level == 0 {
        return Ok(name.to_string());
    }
    let package = package(global)?;
    if package.is_empty() {
        return Err(raise!(ImportError, "attempted relative import with no known parent package"));
    }
    let mut base = &*package;
    for _ in 1..level {
        match base.rsplit_once('.') {
            Some((outer, _)) => base = outer,
            None => return Err(raise!(ImportError, "attempted relative import beyond top-level package")),
        }
    }
    Ok(if name.is_empty() { base.to_string() } else { format!("{base}.{name}") })
}

fn package(global: impl Fn(&str) -> Option<Value>) -> Result<String, Raise> {
    if let Some(package) = global("__package__").filter(|package| !package.is_none()) {
        return match package.as_str() {
            Some(package) => Ok(package.to_string()),
            None => Err(raise!(TypeError, "__package__ must be a string")),
        };
    }
    let Some(name) = global("__name__") else {
        return Err(raise_with(Error::KeyError, "'__name__' not in globals"));
    };
    let Some(name) = name.as_str() else {
        return Err(raise!(TypeError, "__name__ must be a string"));
    };
    let package = if global("__path__").is_some() { name } else { name.rsplit_once('.').map_or("", |parts| parts.0) };
    Ok(package.to_string())
}

fn raise_with(error: Error, message: &str) -> Raise {
    exception::raise_with(error, Value::str(message))
}

/// Imports the module `name` inside a package, if the package has no such attribute yet.
pub fn import_inside(package: &Value, name: &str) -> Result<(), Raise> {
    if ops::attribute::find(package, Symbol::new("__path__"))?.is_none() {
        return Ok(());
    }
    if name == "*" {
        let all = ops::attribute::find(package, Symbol::new("__all__"))?;
        let names = all.map_or(Ok(Vec::new()), |all| ops::iterate::collect_values(&all))?;
        return names
            .iter()
            .filter_map(Value::as_str)
            .filter(|&name| name != "*")
            .try_for_each(|name| import_inside(package, name));
    }
    if ops::attribute::find(package, Symbol::new(name))?.is_some() {
        return Ok(());
    }
    let own = ops::attribute::get(package, Symbol::NAME)?;
    let full = format!("{}.{name}", own.as_str().unwrap_or_default());
    if host::host()?.import(&full).is_ok() {
        return Ok(());
    }
    // That there is no such module is for `from` to say, in its own words.
    let exception = exception::take_pending();
    let missing = exception.names().get(Symbol::EXCEPTION_NAME).is_some_and(|name| name.as_str() == Some(&full));
    if exception.matches(Error::ModuleNotFoundError) && missing { Ok(()) } else { Err(raise_object(exception)) }
}

/// What `from module import name` binds.
pub fn member(module: &Value, name: Symbol) -> Res {
    if let Some(value) = ops::attribute::find(module, name)? {
        return Ok(value);
    }
    let attribute = |name: &str| ops::attribute::find(module, Symbol::new(name));
    let own = attribute("__name__")?.filter(|own| own.as_str().is_some());
    if let Some(own) = own.as_ref().and_then(Value::as_str) {
        let modules = host::host()?.modules();
        let inside = modules.downcast::<Dict>().and_then(|modules| modules.get_str(&format!("{own}.{name}")));
        if let Some(inside) = inside {
            return Ok(inside);
        }
    }
    let file = attribute("__file__")?.filter(|file| file.as_str().is_some());
    let shown = ops::repr(&own.clone().unwrap_or_else(|| Value::str("<unknown module name>")))?;
    let quoted = ops::repr(&Value::str(name.as_str()))?;
    let message = match file.as_ref().and_then(Value::as_str) {
        None => format!("cannot import name {quoted} from {shown} (unknown location)"),
        Some(file) if module.downcast::<Module>().is_some_and(Module::is_partial) => format!(
            "cannot import name {quoted} from partially initialized module {shown} (most likely due to a circular \
             import) ({file})"
        ),
        Some(file) => format!("cannot import name {quoted} from {shown} ({file})"),
    };
    let exception = Exception::with_message(Error::ImportError, &message);
    exception.names().set(Symbol::EXCEPTION_NAME, own.unwrap_or(Value::None));
    exception.names().set(Symbol::PATH, file.unwrap_or(Value::None));
    Err(raise_object(exception))
}

/// What `from module import *` binds, in order.
pub fn members(module: &Value) -> Result<Vec<(Symbol, Value)>, Raise> {
    let Some(all) = ops::attribute::find(module, Symbol::new("__all__"))? else {
        return match module.downcast::<Module>() {
            Some(module) => {
                let public = module.names().into_iter().filter(|name| !name.as_str().starts_with('_'));
                Ok(public.filter_map(|name| module.get(name).map(|value| (name, value))).collect())
            }
            None => Err(raise!(ImportError, "from-import-* object has no __dict__ and no __all__")),
        };
    };
    let mut found = Vec::new();
    for name in ops::iterate::collect_values(&all)? {
        let Some(text) = name.as_str() else {
            let own = ops::attribute::get(module, Symbol::NAME)?;
            let (own, class) = (own.as_str().unwrap_or_default().to_string(), shown_type(&name));
            return Err(raise!(TypeError, "Item in {own}.__all__ must be str, not {class}"));
        };
        let symbol = Symbol::new(text);
        found.push((symbol, ops::attribute::get(module, symbol)?));
    }
    Ok(found)
}

/// `ModuleNotFoundError`, with what to use instead where there is something.
#[cold]
pub fn missing(name: &str, package: Option<&str>, instead: Option<&str>) -> Raise {
    let raised = match package {
        Some(package) => {
            let (quoted, package) = (quote(name), quote(package));
            let message = format_args!("No module named {quoted}; {package} is not a package");
            raise_named(Error::ModuleNotFoundError, name, message)
        }
        None => raise_named(Error::ModuleNotFoundError, name, format_args!("No module named {}", quote(name))),
    };
    if let Some(instead) = instead {
        let exception = exception::take_pending();
        exception.names().set(Symbol::NOTES, Value::list([Value::str(instead)]));
        raise_object(exception);
    }
    raised
}

fn quote(name: &str) -> String {
    ops::repr(&Value::str(name)).unwrap_or_default()
}
