//! The methods of generators that draw, where their parameters are plain numbers: one number at once, or an array of them.
//!
//! In: arguments. Out: numbers, of the types that numpy gives. What else arguments may be, and what is wrong with them, the page says: its
//! methods of the same names stand behind these in the order of lookup.

use super::argument::any_array;
use super::random::{Body, this};
use super::records;
use crate::array::element::Element;
use crate::array::ndarray::{Order, Shape};
use crate::array::random::{DISTRIBUTIONS, Distribution, Generator};
use crate::array::{Array, dtype};
use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::{Class, class_of};
use crate::value::native::{Owner, Row, Takes};
use crate::value::ops::call::call_with;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Kind, Raise, Res, Symbol, Value};
use smallvec::{SmallVec, smallvec};
use std::cell::OnceCell;

/// What the methods of generators say that they belong to.
pub const GENERATORS: &str = "numpy.random";

/// A method that draws from a distribution.
struct Method {
    distribution: &'static Distribution,
    /// What its parameters are called, the size behind the others.
    parameters: &'static [&'static str],
    /// The defaults of the others.
    defaults: &'static [Option<f64>],
    /// Whether it draws with such numbers.
    accepts: fn([f64; 3]) -> bool,
    /// Whether what it draws are whole numbers.
    is_whole: bool,
}

const fn method(name: &'static str, run: fn(&Arguments<'_>) -> Res) -> Row {
    Row { name, owner: Owner::Type(GENERATORS, is_generator), takes: Takes::Anything(run), pure: false, doc: "" }
}

fn is_generator(value: &Value) -> bool {
    value.content::<Body>().is_some()
}

/// Where a distribution stands in the table.
const fn place_of(name: &str) -> usize {
    let mut place = 0;
    while !is_same(DISTRIBUTIONS[place].name.as_bytes(), name.as_bytes()) {
        place += 1;
    }
    place
}

const fn is_same(a: &[u8], b: &[u8]) -> bool {
    let mut place = 0;
    while place < a.len() && place < b.len() && a[place] == b[place] {
        place += 1;
    }
    place == a.len() && place == b.len()
}

/// Rows of methods: the name of the distribution, parameters with their defaults, which of them it takes, and whether it gives whole numbers.
macro_rules! methods {
    ($($name:literal ($($parameter:literal $(= $default:literal)?),*) $accepts:expr, $is_whole:literal;)*) => {
        static METHODS: &[Row] = &[$(method($name, |arguments| {
            static METHOD: Method = Method {
                distribution: &DISTRIBUTIONS[place_of($name)],
                parameters: &[$($parameter,)* "size"],
                defaults: &[$(default!($($default)?)),*],
                accepts: $accepts,
                is_whole: $is_whole,
            };
            METHOD.draw(arguments)
        })),*];
    };
}

macro_rules! default {
    () => {
        None
    };
    ($default:literal) => {
        Some($default)
    };
}

/// Of a parameter that scales: a zero without a sign, or more.
const fn scales(x: f64) -> bool {
    !x.is_sign_negative()
}

fn is_chance(p: f64) -> bool {
    (0.0..=1.0).contains(&p)
}

fn is_count(x: f64) -> bool {
    x >= 0.0 && x.fract() == 0.0
}

methods! {
    "uniform" ("low" = 0.0, "high" = 1.0) |[low, high, _]| low <= high && (high - low).is_finite(), false;
    "normal" ("loc" = 0.0, "scale" = 1.0) |[_, scale, _]| scales(scale), false;
    "standard_normal" () |_| true, false;
    "lognormal" ("mean" = 0.0, "sigma" = 1.0) |[_, sigma, _]| scales(sigma), false;
    "exponential" ("scale" = 1.0) |[scale, ..]| scales(scale), false;
    "standard_exponential" () |_| true, false;
    "standard_gamma" ("shape") |[shape, ..]| scales(shape), false;
    "gamma" ("shape", "scale" = 1.0) |[shape, scale, _]| scales(shape) && scales(scale), false;
    "beta" ("a", "b") |[a, b, _]| a > 0.0 && b > 0.0, false;
    "chisquare" ("df") |[df, ..]| df > 0.0, false;
    "f" ("dfnum", "dfden") |[top, bottom, _]| top > 0.0 && bottom > 0.0, false;
    "standard_cauchy" () |_| true, false;
    "standard_t" ("df") |[df, ..]| df > 0.0, false;
    "pareto" ("a") |[a, ..]| a > 0.0, false;
    "weibull" ("a") |[a, ..]| scales(a), false;
    "power" ("a") |[a, ..]| a > 0.0, false;
    "rayleigh" ("scale" = 1.0) |[scale, ..]| scales(scale), false;
    "laplace" ("loc" = 0.0, "scale" = 1.0) |[_, scale, _]| scales(scale), false;
    "gumbel" ("loc" = 0.0, "scale" = 1.0) |[_, scale, _]| scales(scale), false;
    "logistic" ("loc" = 0.0, "scale" = 1.0) |[_, scale, _]| scales(scale), false;
    "triangular" ("left", "mode", "right") |[left, mode, right]| left <= mode && mode <= right && left < right, false;
    "vonmises" ("mu", "kappa") |[_, kappa, _]| kappa >= 0.0, false;
    "wald" ("mean", "scale") |[mean, scale, _]| mean > 0.0 && scale > 0.0, false;
    "noncentral_chisquare" ("df", "nonc") |[df, shift, _]| df > 0.0 && shift >= 0.0, false;
    "noncentral_f" ("dfnum", "dfden", "nonc") |[top, bottom, shift]| top > 0.0 && bottom > 0.0 && shift >= 0.0, false;
    "poisson" ("lam" = 1.0) |[mean, ..]| (0.0..1e18).contains(&mean), true;
    "geometric" ("p") |[p, ..]| p > 0.0 && p <= 1.0, true;
    "binomial" ("n", "p") |[n, p, _]| is_count(n) && is_chance(p), true;
    "negative_binomial" ("n", "p") |[n, p, _]| n > 0.0 && p > 0.0 && p <= 1.0, true;
    "zipf" ("a") |[a, ..]| a > 1.0, true;
    "logseries" ("p") |[p, ..]| (0.0..1.0).contains(&p), true;
    "hypergeometric" ("ngood", "nbad", "nsample")
        |[good, bad, drawn]| [good, bad, drawn].into_iter().all(is_count) && good + bad >= drawn, true;
}

static NEW_METHODS: &[Row] = &[
    method("random", |arguments| floats(arguments, "random")),
    method("integers", |arguments| {
        wholes(arguments, "integers", Generator::up_to, |word| Value::NumpyI64(word as u64))
    }),
    method("choice", |arguments| choice(arguments, Generator::up_to)),
];

static OLD_METHODS: &[Row] = &[
    method("random", |arguments| floats(arguments, "random")),
    method("random_sample", |arguments| floats(arguments, "random_sample")),
    method("ranf", |arguments| floats(arguments, "ranf")),
    method("sample", |arguments| floats(arguments, "sample")),
    method("rand", |arguments| of_lengths(arguments, "rand", Generator::float)),
    method("randn", |arguments| of_lengths(arguments, "randn", Generator::polar_normal)),
    method("randint", |arguments| wholes(arguments, "randint", Generator::masked_up_to, Value::int)),
    method("choice", |arguments| choice(arguments, Generator::masked_up_to)),
];

/// The class of all generators, that of new ones and that of old ones, which those of the page derive from.
pub fn classes() -> [Gc<Class>; 3] {
    thread_local! {
        static CLASSES: OnceCell<[Gc<Class>; 3]> = const { OnceCell::new() };
    }
    CLASSES.with(|known| {
        let create = || {
            let all = class::create(GENERATORS, "Draws", None, METHODS);
            class::add_rows(&all, std::slice::from_ref(&super::random::NEW));
            let [new, old] = [("NewDraws", NEW_METHODS), ("OldDraws", OLD_METHODS)]
                .map(|(name, rows)| class::create(GENERATORS, name, Some(all.clone()), rows));
            [all, new, old]
        };
        known.get_or_init(create).clone()
    })
}

/// Has the page do it.
#[cold]
fn by_page(arguments: &Arguments<'_>, name: &str) -> Res {
    let [all, ..] = classes();
    let class = class_of(&arguments.positional[0]);
    let behind = class.ancestors().iter().skip_while(|class| !class.is(&all)).skip(1);
    match behind.map(|class| class.names().get(Symbol::new(name))).find_map(|found| found) {
        Some(function) => call_with(&function, arguments),
        None => Err(raise!(AttributeError, "'{}' object has no attribute '{name}'", class.name())),
    }
}

/// What is given for parameters of these names, the receiver left out; nothing if anything else is given.
fn given<'a>(arguments: &'a Arguments<'_>, names: &[&str]) -> Option<SmallVec<[Option<&'a Value>; 4]>> {
    let positional = &arguments.positional[1..];
    let by_name = |name: &str| arguments.names.iter().position(|given| given.as_str() == name);
    let given: SmallVec<[Option<&Value>; 4]> = (names.iter().enumerate())
        .map(|(place, name)| positional.get(place).or_else(|| by_name(name).map(|place| &arguments.named[place])))
        .collect();
    let found = given.iter().flatten().count();
    (found == positional.len() + arguments.names.len()).then_some(given)
}

/// The number that a plain one is.
fn plain(value: &Value) -> Option<f64> {
    match value {
        Value::Float(value) => Some(value.get()),
        Value::Int(value) => Some(*value as f64),
        Value::Bool(value) => Some(f64::from(u8::from(value.get()))),
        value => value.as_scalar().filter(|scalar| scalar.dtype().class() <= dtype::Class::Float).map(|s| s.float()),
    }
}

/// The whole number that a plain one is.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Int(value) => Some(*value),
        value => i64::try_from(value.as_scalar()?.integer()?).ok(),
    }
}

fn length(value: &Value) -> Option<usize> {
    usize::try_from(whole(value)?).ok()
}

/// The shape that a size says, where it is one length or a tuple of them: none if no size is given.
#[allow(clippy::option_option, reason = "a size that says nothing here is the page's")]
fn shape(size: Option<&Value>) -> Option<Option<Shape>> {
    let Some(size) = size.filter(|size| !size.is_none()) else {
        return Some(None);
    };
    match size.downcast::<Tuple>() {
        Some(lengths) => lengths.items().iter().map(length).collect::<Option<Shape>>().map(Some),
        None => Some(Some(smallvec![length(size)?])),
    }
}

/// One number, or an array of such a shape.
fn drawn<T: Element>(
    generator: &mut Generator,
    shape: Option<Shape>,
    mut draw: impl FnMut(&mut Generator) -> T,
    one: impl Fn(T) -> Value,
) -> Res {
    let Some(shape) = shape else {
        return Ok(one(draw(generator)));
    };
    let mut array = Array::empty(&shape, T::DTYPE, Order::C)?;
    if let Some(items) = array.as_mut_slice::<T>() {
        items.iter_mut().for_each(|item| *item = draw(generator));
    }
    Ok(Value::from(array))
}

impl Method {
    fn draw(&self, arguments: &Arguments<'_>) -> Res {
        let Some((parameters, shape)) = self.given(arguments) else {
            return by_page(arguments, self.distribution.name);
        };
        let shared = this(&arguments.positional[0])?;
        let generator = &mut shared.borrow_mut();
        let draw = self.distribution.draw;
        match self.is_whole {
            true => drawn(generator, shape, |generator| draw(generator, parameters) as i64, Value::int),
            false => drawn(generator, shape, |generator| draw(generator, parameters), Value::float),
        }
    }

    /// Its parameters as numbers, and the shape that is asked for.
    fn given(&self, arguments: &Arguments<'_>) -> Option<([f64; 3], Option<Shape>)> {
        let given = given(arguments, self.parameters)?;
        let mut numbers = [0.0; 3];
        for (place, default) in self.defaults.iter().enumerate() {
            numbers[place] = given[place].map_or(*default, plain)?;
        }
        (self.accepts)(numbers).then_some((numbers, shape(given[self.defaults.len()])?))
    }
}

/// Numbers from 0 to below 1.
fn floats(arguments: &Arguments<'_>, name: &str) -> Res {
    let Some(shape) = given(arguments, &["size"]).and_then(|given| shape(given[0])) else {
        return by_page(arguments, name);
    };
    let shared = this(&arguments.positional[0])?;
    drawn(&mut shared.borrow_mut(), shape, Generator::float, Value::float)
}

/// Numbers in an array whose lengths are the arguments, or one number.
fn of_lengths(arguments: &Arguments<'_>, name: &str, draw: fn(&mut Generator) -> f64) -> Res {
    let lengths = &arguments.positional[1..];
    let shape: Option<Shape> = lengths.iter().map(length).collect();
    let Some(shape) = shape.filter(|_| arguments.names.is_empty()) else {
        return by_page(arguments, name);
    };
    let shape = Some(shape).filter(|shape| !shape.is_empty());
    let shared = this(&arguments.positional[0])?;
    drawn(&mut shared.borrow_mut(), shape, draw, Value::float)
}

/// Whole numbers from a least to below a limit, or from 0 if one number is given.
fn wholes(arguments: &Arguments<'_>, name: &str, draw: fn(&mut Generator, u64) -> u64, one: fn(i64) -> Value) -> Res {
    let bounds = || {
        let given = given(arguments, &["low", "high", "size"])?;
        let low = whole(given[0]?)?;
        let (low, limit) = match given[1].filter(|high| !high.is_none()) {
            Some(high) => (low, whole(high)?),
            None => (0, low),
        };
        let span = if low < limit { limit.wrapping_sub(low) as u64 - 1 } else { return None };
        Some((low, span, shape(given[2])?))
    };
    let Some((low, span, shape)) = bounds() else {
        return by_page(arguments, name);
    };
    let shared = this(&arguments.positional[0])?;
    let draw = |generator: &mut Generator| low.wrapping_add(draw(generator, span) as i64);
    drawn(&mut shared.borrow_mut(), shape, draw, one)
}

/// One of so many numbers, or of the items of a row.
fn choice(arguments: &Arguments<'_>, draw: fn(&mut Generator, u64) -> u64) -> Res {
    let below = |count: usize| -> Result<usize, Raise> {
        let shared = this(&arguments.positional[0])?;
        let place = draw(&mut shared.borrow_mut(), count as u64 - 1);
        Ok(place as usize)
    };
    if let ([_, items], []) = (arguments.positional, arguments.named) {
        if let Some(count) = length(items).filter(|&count| count > 0) {
            return Ok(Value::int(below(count)? as i64));
        }
        if matches!(items.kind(), Some(Kind::Array | Kind::List | Kind::Tuple)) && !records::is_array(items) {
            let items = any_array(items)?;
            if items.rank() == 1 && items.size() > 0 {
                return Ok(Value::from(items.at(below(items.size())?)));
            }
        }
    }
    by_page(arguments, "choice")
}
