//! `_numpy`: the native part of `numpy`.
//!
//! In: arguments. Out: arrays. The page `numpy` puts numpy's names and argument forms over these functions; here is what
//! is hot, and what only Rust can do. The methods and attributes of arrays and scalars are hung into their classes when
//! the module is made, so that a script without arrays never pays for them.

mod argument;
mod attributes;
mod creation;
mod draws;
mod dtypes;
mod flat;
mod functions;
mod linear;
mod methods;
mod printing;
mod random;
mod reading;
mod records;
mod reductions;
mod references;
mod ufuncs;

pub use draws::GENERATORS;

use super::{Module, class};
use crate::array::DType;
use crate::value::array::{self, own_error};
use crate::value::function::Builtin;
use crate::value::native::{Owner, Row, Takes};
use crate::value::{Arguments, Error, Gc, Raise, Res, Symbol, Value};

/// A row of a function of the module.
const fn function(name: &'static str, run: fn(&Arguments<'_>) -> Res) -> Row {
    Row { name, owner: Owner::Module("numpy"), takes: Takes::Anything(run), pure: true, doc: "" }
}

/// A row of a method of arrays, which scalars have too.
const fn method(name: &'static str, run: fn(&Arguments<'_>) -> Res) -> Row {
    Row {
        name,
        owner: Owner::Type("numpy.ndarray", array::concerns),
        takes: Takes::Anything(run),
        pure: false,
        doc: "",
    }
}

/// The module.
pub fn create() -> Gc<Module> {
    array::reference::install();
    let module = Module::create("_numpy");
    let tables = [
        creation::FUNCTIONS,
        functions::FUNCTIONS,
        reductions::FUNCTIONS,
        printing::FUNCTIONS,
        dtypes::FUNCTIONS,
        random::FUNCTIONS,
        reading::FUNCTIONS,
    ];
    for row in tables.concat_rows() {
        module.define(row.name, Value::from(Builtin::row(row)));
    }
    let linear = Module::create("_numpy.linear");
    for row in linear::FUNCTIONS {
        linear.define(row.name, Value::from(Builtin::row(row)));
    }
    module.define("linear", Value::from(&linear));
    let classes = array::classes();
    for class in [&classes.array, &classes.kinds[0].1] {
        class::add_rows(class, methods::METHODS);
        class::add_rows(class, reductions::METHODS);
        class::add_attributes(class, attributes::ATTRIBUTES);
    }
    dtypes::install();
    module.define("ndarray", Value::from(&classes.array));
    module.define("dtype", Value::from(&classes.dtype));
    for (name, class) in &classes.kinds {
        module.define(name, Value::from(class));
    }
    for dtype in DType::ALL {
        module.define(dtype.name(), Value::from(array::scalar_class(dtype)));
    }
    for (name, class) in ["object_", "str_", "bytes_"].into_iter().zip(&classes.references) {
        module.define(name, Value::from(class));
    }
    module.define("flatiter", Value::from(&flat::class()));
    ufuncs::define(&module);
    module.define("AxisError", Value::from(own_error("AxisError", &[Error::ValueError, Error::IndexError])));
    for class in draws::classes() {
        module.define(class.name().as_str(), Value::from(&class));
    }
    module.define("extend", Value::from(Builtin::row(&EXTEND)));
    module
}

static EXTEND: Row = function("extend", extend);

/// `extend(name, value, kind=None)`: hangs a function or property of the page into the classes of arrays and scalars, or into that of
/// one kind of scalars.
fn extend(arguments: &Arguments<'_>) -> Res {
    let [name, value, kind] = argument::bind(arguments, "extend", ["name", "value", "kind"])?;
    let name = Symbol::new(name.as_str().unwrap_or_default());
    let classes = array::classes();
    let all = std::iter::once(&classes.array).chain(classes.kinds.iter().take(1).map(|(_, class)| class));
    match argument::given(&kind).and_then(Value::as_str) {
        None => all.for_each(|class| class.set(name, value.clone())),
        Some(kind) => {
            let named = classes.kinds.iter().map(|(_, class)| class).chain(&classes.scalars).chain([&classes.array]);
            named.filter(|class| class.name().as_str() == kind).for_each(|class| class.set(name, value.clone()));
        }
    }
    for class in &classes.scalars {
        class.changed();
    }
    Ok(Value::None)
}

/// All rows of several tables.
trait Rows {
    fn concat_rows(self) -> impl Iterator<Item = &'static Row>;
}

impl<const N: usize> Rows for [&'static [Row]; N] {
    fn concat_rows(self) -> impl Iterator<Item = &'static Row> {
        self.into_iter().flatten()
    }
}

/// The error of a function that was given what it cannot take.
fn wrong(what: &str, value: &Value) -> Raise {
    crate::raise!(TypeError, "{what}, not '{}'", crate::value::type_name(value))
}
