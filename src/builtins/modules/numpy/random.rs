//! Random numbers: generators, and rows of numbers drawn from them.
//!
//! In: seeds and counts. Out: arrays of one dimension, which the page shapes.

use super::argument::{array, bind, given, whole};
use super::{class, function};
use crate::array::element::Element;
use crate::array::ndarray::Order;
use crate::array::random::{Bits, DISTRIBUTIONS, Generator, Pcg, spread};
use crate::array::{Array, DType, cast};
use crate::builtins::argument::room;
use crate::number::random::Twister;
use crate::raise;
use crate::value::array::dtype_of;
use crate::value::class::Class;
use crate::value::instance::Instance;
use crate::value::list::List;
use crate::value::native::{Owner, Row, Takes};
use crate::value::opaque::{Content, Opaque};
use crate::value::{Arguments, Gc, Raise, Res, Value, convert};
use dashu_int::IBig;
use std::cell::{OnceCell, RefCell};
use std::io::Read;
use std::rc::Rc;

pub static FUNCTIONS: &[Row] = &[
    function("pcg", pcg),
    function("seed_state", |arguments| {
        let [seed, count] = bind(arguments, "generate_state", ["seed", "count"])?;
        let count = whole(&count, 0)?.max(0) as usize;
        room(count, 8)?;
        Ok(Value::from(Array::from_slice(&spread(&words(&seed)?, count))?))
    }),
    function("pcg_state", pcg_state),
    changing("set_pcg_state", set_pcg_state),
    function("twister", twister),
    function("twister_state", twister_state),
    changing("set_twister_state", set_twister_state),
    changing("floats", floats),
    changing("singles", |arguments| draw(arguments, Generator::single)),
    changing("single_normals", |arguments| draw(arguments, Generator::single_normal)),
    changing("single_exponentials", |arguments| draw(arguments, Generator::single_exponential)),
    changing("normals", |arguments| draw(arguments, Generator::normal)),
    changing("exponentials", |arguments| draw(arguments, Generator::exponential)),
    changing("drawn", drawn),
    changing("wholes", wholes),
    changing("shuffled_places", shuffled),
    changing("share", share),
];

/// A row of a function that draws or changes a generator, and so is called once for each time that it stands there.
const fn changing(name: &'static str, run: fn(&Arguments<'_>) -> Res) -> Row {
    Row { pure: false, ..function(name, run) }
}

/// What is in an instance: where its numbers come from, which others may draw from too.
pub struct Body(RefCell<Rc<RefCell<Generator>>>);

impl Content for Body {
    fn is_alone() -> bool {
        true
    }
}

impl Body {
    fn create(generator: Rc<RefCell<Generator>>) -> Value {
        Opaque::create(Body(RefCell::new(generator)))
    }
}

fn wrap(generator: Generator) -> Value {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let class = CLASS.with(|known| known.get_or_init(|| class::create("numpy.random", "bits", None, &[])).clone());
    Value::from(Instance::wrap(&class, Body::create(Rc::new(RefCell::new(generator)))))
}

/// The generator that a value draws from.
pub fn this(value: &Value) -> Result<Rc<RefCell<Generator>>, Raise> {
    let generator = value.content::<Body>().map(|body| body.0.borrow().clone());
    generator.ok_or_else(|| super::wrong("a generator is wanted", value))
}

/// `Draws.__new__(cls, …)`: whatever derives from it says in its `__init__` where it draws from.
pub static NEW: Row = Row {
    name: "__new__",
    owner: Owner::Static("numpy.random.Draws"),
    takes: Takes::Anything(|arguments| {
        let class: Option<&Gc<Class>> = arguments.positional.first().and_then(Value::as_gc);
        let class = class.ok_or_else(|| raise!(TypeError, "Draws.__new__(): not enough arguments"))?;
        // What its authors let it start with: of nothing but zeros no normal number is ever made.
        let mut twister = Box::new(Twister::unseeded());
        twister.seed_word(5489);
        let generator = Generator::new(Bits::Twister(twister));
        Ok(Value::from(Instance::wrap(class, Body::create(Rc::new(RefCell::new(generator))))))
    }),
    pure: false,
    doc: "",
};

/// `share(generator, other)`: both draw from the same from now on.
fn share(arguments: &Arguments<'_>) -> Res {
    let [generator, other] = bind(arguments, "share", ["generator", "other"])?;
    let shared = this(&other)?;
    match generator.content::<Body>() {
        Some(body) => drop(body.0.replace(shared)),
        None => return Err(super::wrong("a generator is wanted", &generator)),
    }
    Ok(Value::None)
}

/// The words of a seed: an int of any size, or a sequence of them.
fn words(seed: &Value) -> Result<Vec<u32>, Raise> {
    let words_of = |value: &Value| -> Result<Vec<u32>, Raise> {
        let mut left = convert::big_index(value)?;
        if left < IBig::ZERO {
            return Err(raise!(ValueError, "expected non-negative integer"));
        }
        let mut words = Vec::new();
        let base = IBig::from(1u64 << 32);
        while left != IBig::ZERO {
            words.push(u32::try_from(&left % &base).unwrap_or(0));
            left /= &base;
        }
        if words.is_empty() {
            words.push(0);
        }
        Ok(words)
    };
    match given(seed) {
        None => {
            let mut bytes = [0u8; 16];
            let file = std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes));
            if file.is_err() {
                return Err(raise!(OSError, "the system gives no random numbers"));
            }
            Ok(bytes.chunks(4).map(|chunk| chunk.iter().fold(0, |word, &byte| word << 8 | u32::from(byte))).collect())
        }
        Some(seed) if convert::as_index(seed)?.is_some() => words_of(seed),
        Some(seed) => {
            let mut all = Vec::new();
            for item in crate::value::ops::iterate::collect_values(seed)? {
                all.extend(words_of(&item)?);
            }
            Ok(all)
        }
    }
}

/// `pcg(seed)`
fn pcg(arguments: &Arguments<'_>) -> Res {
    let [seed] = bind(arguments, "PCG64", ["seed"])?;
    let spread = spread(&words(&seed)?, 4);
    Ok(wrap(Generator::new(Bits::Pcg(Pcg::new([spread[0], spread[1], spread[2], spread[3]]), None))))
}

/// `pcg_state(generator)`: where it stands, what it adds in each step, whether half a word is left over, and which.
fn pcg_state(arguments: &Arguments<'_>) -> Res {
    let [generator] = bind(arguments, "state", ["generator"])?;
    match &this(&generator)?.borrow().bits {
        Bits::Pcg(pcg, half) => {
            let mut parts: Vec<Value> = pcg.place().map(|part| Value::big(IBig::from(part))).into();
            parts.extend([i64::from(half.is_some()), i64::from(half.unwrap_or(0))].map(Value::int));
            Ok(Value::tuple(parts))
        }
        Bits::Twister(_) => Err(super::wrong("a PCG64 is wanted", &generator)),
    }
}

/// `set_pcg_state(generator, state, increment, has_half, half)`
fn set_pcg_state(arguments: &Arguments<'_>) -> Res {
    let [generator, state, increment, has_half, half] =
        bind(arguments, "state", ["generator", "state", "inc", "has_uint32", "uinteger"])?;
    let part = |value: &Value| {
        let part = u128::try_from(convert::big_index(value)?);
        part.map_err(|_| raise!(OverflowError, "int too big to convert"))
    };
    let half = (whole(&has_half, 0)? != 0).then_some(whole(&half, 0)? as u32);
    let bits = Bits::Pcg(Pcg::at([part(&state)?, part(&increment)?]), half);
    this(&generator)?.borrow_mut().bits = bits;
    Ok(Value::None)
}

/// `twister(seed)`: seeded as `numpy.random.seed` does.
fn twister(arguments: &Arguments<'_>) -> Res {
    let [seed] = bind(arguments, "seed", ["seed"])?;
    let mut twister = Box::new(Twister::unseeded());
    let single = match given(&seed) {
        Some(seed) => convert::as_index(seed)?,
        None => None,
    };
    match single {
        Some(seed) => match seed.as_int().and_then(|seed| u32::try_from(seed).ok()) {
            Some(seed) => twister.seed_word(seed),
            None => return Err(raise!(ValueError, "Seed must be between 0 and 2**32 - 1")),
        },
        None => match words(&seed)?.as_slice() {
            [] => return Err(raise!(ValueError, "Seed must be non-empty")),
            words => twister.seed_words(words),
        },
    }
    Ok(wrap(Generator::new(Bits::Twister(twister))))
}

/// `twister_state(generator)`: its words, which of them is next, whether a normal number is left over, and which.
fn twister_state(arguments: &Arguments<'_>) -> Res {
    let [generator] = bind(arguments, "get_state", ["generator"])?;
    let shared = this(&generator)?;
    let own = shared.borrow();
    let Bits::Twister(twister) = &own.bits else {
        return Err(super::wrong("a Mersenne Twister is wanted", &generator));
    };
    let (words, place) = twister.state();
    let spare = (i64::from(own.spare.is_some()), own.spare.unwrap_or(0.0));
    let words = Value::from(Array::from_slice(words)?);
    Ok(Value::tuple(vec![words, Value::int(place.into()), Value::int(spare.0), Value::float(spare.1)]))
}

/// `set_twister_state(generator, words, place, has_spare, spare)`
fn set_twister_state(arguments: &Arguments<'_>) -> Res {
    let [generator, words, place, has_spare, spare] =
        bind(arguments, "set_state", ["generator", "key", "pos", "has_gauss", "gauss"])?;
    let words = cast::to_vec::<u32>(&array(&words)?)?;
    let words = words.try_into().map_err(|_| raise!(ValueError, "state must be 624 longs"))?;
    let mut twister = Box::new(Twister::unseeded());
    twister.set_state(words, whole(&place, 0)?.clamp(0, 624) as u32);
    let spare = if whole(&has_spare, 0)? != 0 { Some(convert::float(&spare)?) } else { None };
    *this(&generator)?.borrow_mut() = Generator { bits: Bits::Twister(twister), spare };
    Ok(Value::None)
}

fn count(value: &Value) -> Result<usize, Raise> {
    let count = whole(value, 1)?;
    let count = usize::try_from(count).map_err(|_| raise!(ValueError, "negative dimensions are not allowed"))?;
    room(count, 8)?;
    Ok(count)
}

fn floats(arguments: &Arguments<'_>) -> Res {
    let [generator, number] = bind(arguments, "draw", ["generator", "count"])?;
    let shared = this(&generator)?;
    let mut generator = shared.borrow_mut();
    let mut row = Array::empty(&[count(&number)?], DType::F64, Order::C)?;
    if let Some(items) = row.as_mut_slice::<f64>() {
        generator.floats(items);
    }
    Ok(Value::from(row))
}

fn draw<T: Element>(arguments: &Arguments<'_>, next: fn(&mut Generator) -> T) -> Res {
    let [generator, number] = bind(arguments, "draw", ["generator", "count"])?;
    let shared = this(&generator)?;
    let mut generator = shared.borrow_mut();
    let items: Vec<T> = (0..count(&number)?).map(|_| next(&mut generator)).collect();
    Ok(Value::from(Array::from_slice(&items)?))
}

/// `drawn(generator, name, count, *parameters)`: numbers of a distribution, its parameters being rows of one number or of as many.
fn drawn(arguments: &Arguments<'_>) -> Res {
    let [generator, name, number, parameters @ ..] = arguments.positional else {
        return Err(raise!(TypeError, "a generator, a name and a count are wanted"));
    };
    let known = DISTRIBUTIONS.iter().find(|known| Some(known.name) == name.as_str());
    let known = known.filter(|known| known.parameters == parameters.len());
    let known = known.ok_or_else(|| super::wrong("a distribution is wanted", name))?;
    let mut rows = Vec::new();
    for parameter in parameters {
        rows.push(cast::to_vec::<f64>(&array(parameter)?)?);
    }
    let number = count(number)?;
    if rows.iter().any(|row| row.len() != 1 && row.len() != number) {
        return Err(raise!(ValueError, "shape mismatch: objects cannot be broadcast to a single shape"));
    }
    let shared = this(generator)?;
    let mut generator = shared.borrow_mut();
    let mut item = |place: usize| {
        let of = |row: &Vec<f64>| if row.len() == 1 { row[0] } else { row[place] };
        (known.draw)(&mut generator, std::array::from_fn(|n| rows.get(n).map_or(0.0, of)))
    };
    let items: Vec<f64> = (0..number).map(&mut item).collect();
    Ok(Value::from(Array::from_slice(&items)?))
}

/// The words of a whole number, or of a list of them.
fn whole_words(value: &Value) -> Result<Vec<u64>, Raise> {
    let word = |value: &Value| {
        let whole = convert::big_index(value)?;
        let word = u64::try_from(&whole).or_else(|_| i64::try_from(&whole).map(|whole| whole as u64));
        word.map_err(|_| raise!(OverflowError, "Python int too large to convert to C long"))
    };
    match value.as_gc::<List>() {
        Some(list) => (0..list.len()).filter_map(|place| list.get(place)).map(|item| word(&item)).collect(),
        None => Ok(vec![word(value)?]),
    }
}

/// `wholes(generator, low, span, count, dtype, masked)`: whole numbers from `low` to `low + span`, which are numbers or lists of as many.
fn wholes(arguments: &Arguments<'_>) -> Res {
    let [generator, low, span, number, dtype, masked] =
        bind(arguments, "integers", ["generator", "low", "span", "count", "dtype", "masked"])?;
    let (lows, spans) = (whole_words(&low)?, whole_words(&span)?);
    let masked = given(&masked).map_or(Ok(false), crate::value::ops::truth)?;
    let dtype = dtype_of(&dtype)?.unwrap_or(DType::I64);
    let shared = this(&generator)?;
    let mut generator = shared.borrow_mut();
    let number = count(&number)?;
    if let ([low], [span], DType::I64, false) = (&lows[..], &spans[..], dtype, masked) {
        let mut row = Array::empty(&[number], dtype, Order::C)?;
        if let Some(items) = row.as_mut_slice::<i64>() {
            items.iter_mut().for_each(|item| *item = low.wrapping_add(generator.up_to(*span)) as i64);
        }
        return Ok(Value::from(row));
    }
    let spans = spans.iter().copied().cycle().take(number);
    let drawn: Vec<u64> = match dtype {
        // A truth is one bit of a word.
        DType::Bool => generator.small_up_to(spans, 1, masked),
        _ if dtype.size() <= 2 => generator.small_up_to(spans, dtype.size() as u32 * 8, masked),
        _ if masked => spans.map(|span| generator.masked_up_to(span)).collect(),
        _ => spans.map(|span| generator.up_to(span)).collect(),
    };
    let items: Vec<i64> =
        drawn.into_iter().zip(lows.iter().cycle()).map(|(drawn, low)| low.wrapping_add(drawn) as i64).collect();
    let wide = Array::from_slice(&items)?;
    let wide = if dtype == DType::U64 { wide.with_dtype(DType::U64).unwrap_or(wide) } else { wide };
    Ok(Value::from(cast::with_type(&wide, dtype)?))
}

/// `shuffled_places(generator, places, first, masked)`: an array of places, shuffled where it lies from its end down to
/// `first`.
fn shuffled(arguments: &Arguments<'_>) -> Res {
    let [generator, places, first, masked] = bind(arguments, "shuffle", ["generator", "places", "first", "masked"])?;
    let mut places = cast::to_vec::<i64>(&array(&places)?)?;
    let masked = given(&masked).map_or(Ok(false), crate::value::ops::truth)?;
    let shared = this(&generator)?;
    let mut generator = shared.borrow_mut();
    for place in (whole(&first, 1)?.max(1) as usize..places.len()).rev() {
        let most = place as u64;
        let other = if masked { generator.masked_up_to(most) } else { generator.up_to(most) };
        places.swap(place, other as usize);
    }
    Ok(Value::from(Array::from_slice(&places)?))
}
