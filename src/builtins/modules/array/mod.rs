//! `array`: rows of machine numbers of one type.
//!
//! In: numbers. Out: an instance around the bytes of the items, one after the other. No borrow of the bytes is held while
//! script code runs.

mod item;
mod methods;
mod operators;

use super::{Module, class};
use crate::builtins::argument::room;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::class::{Class, MATCHES_AS, SEQUENCE_FLAG};
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::memory_view::Buffer;
use crate::value::native::wrong_count;
use crate::value::opaque::{Content, Opaque, Row};
use crate::value::ops;
use crate::value::{Arguments, Gc, Raise, Res, Value, type_name};
use std::cell::{Cell, OnceCell, RefCell};

/// The content of an array.
pub struct Array {
    code: u8,
    size: usize,
    data: RefCell<Vec<u8>>,
    /// How many views there are, which forbid to change the length.
    views: Cell<u32>,
    /// Where compiled code finds the items.
    row: Row,
}

impl Content for Array {
    fn row(&self) -> Option<&Row> {
        Some(&self.row)
    }

    fn length(&self) -> Option<usize> {
        Some(self.len())
    }

    fn item(&self, place: usize) -> Option<Value> {
        self.get(place)
    }

    fn set_item(&self, place: usize, value: &Value) -> Result<bool, Raise> {
        if place >= self.len() {
            return Ok(false);
        }
        self.store(place, value).map(|()| true)
    }

    fn buffer(&self) -> Option<&dyn Buffer> {
        Some(self)
    }
}

impl Buffer for Array {
    fn format(&self) -> char {
        if self.code == b'u' { 'w' } else { self.code.into() }
    }

    fn look(&self, look: &mut dyn FnMut(&[u8])) {
        look(&self.data.borrow());
    }

    fn write(&self, start: usize, bytes: &[u8]) {
        if let Some(part) = self.data.borrow_mut().get_mut(start..start + bytes.len()) {
            part.copy_from_slice(bytes);
        }
    }

    fn hold(&self, more: bool) {
        let views = self.views.get();
        self.views.set(if more { views + 1 } else { views.saturating_sub(1) });
    }
}

impl Array {
    fn new(code: u8, data: Vec<u8>) -> Array {
        let size = item::size_of(code).unwrap_or(1);
        let array = Array { code, size, data: RefCell::new(data), views: Cell::new(0), row: Row::of_type(code) };
        array.place(&mut array.data.borrow_mut());
        array
    }

    /// Says where the items are now.
    fn place(&self, data: &mut Vec<u8>) {
        self.row.set(data.as_mut_ptr(), data.len() / self.size);
    }

    #[inline]
    fn len(&self) -> usize {
        self.data.borrow().len() / self.size
    }

    #[inline]
    fn get(&self, place: usize) -> Option<Value> {
        let data = self.data.borrow();
        let start = place.checked_mul(self.size)?;
        let bytes = data.get(start..start.checked_add(self.size)?)?;
        Some(item::value_of(self.code, bytes))
    }

    /// Changes the bytes in a way that may change how many there are.
    fn resize<T>(&self, change: impl FnOnce(&mut Vec<u8>) -> T) -> Result<T, Raise> {
        if self.views.get() > 0 {
            return Err(raise!(BufferError, "cannot resize an array that is exporting buffers"));
        }
        let mut data = self.data.borrow_mut();
        let result = change(&mut data);
        self.place(&mut data);
        Ok(result)
    }

    fn push(&self, value: &Value) -> Result<(), Raise> {
        let word = item::word_of(self.code, value)?;
        self.resize(|data| data.extend_from_slice(&word.to_le_bytes()[..self.size]))
    }

    /// Adds the items of an iterable.
    fn extend(&self, items: &Value) -> Result<(), Raise> {
        ops::steps::expect(items, self.size)?;
        let mut items = ops::steps::steps(items)?;
        while let Some(item) = items.next()? {
            self.push(&item)?;
        }
        Ok(())
    }

    /// Stores into a place that there is.
    fn store(&self, place: usize, value: &Value) -> Result<(), Raise> {
        let word = item::word_of(self.code, value)?;
        self.write(place * self.size, &word.to_le_bytes()[..self.size]);
        Ok(())
    }

    /// All items.
    fn to_vec(&self) -> Vec<u8> {
        self.data.borrow().clone()
    }

    fn values(&self) -> Vec<Value> {
        (0..self.len()).filter_map(|place| self.get(place)).collect()
    }

    /// The items as text, if they are characters.
    fn text(&self) -> Option<String> {
        let letter = |value: Value| value.as_str().map(str::to_owned);
        (self.code == b'u').then(|| self.values().into_iter().filter_map(letter).collect())
    }
}

fn is_array(value: &Value) -> bool {
    value.content::<Array>().is_some()
}

fn this(value: &Value) -> Result<&Array, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "array.array expected"))
}

/// The module.
pub fn create() -> Gc<Module> {
    let module = Module::create("array");
    module.define("array", Value::from(class()));
    module.define("ArrayType", Value::from(class()));
    module.define("typecodes", Value::str(item::CODES));
    module
}

/// The class.
fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create_bare("array", "array", methods::METHODS);
        class::add_rows(&class, operators::METHODS);
        class::add_attributes(
            &class,
            &[
                ("typecode", |value| Ok(Value::str(&char::from(this(value)?.code).to_string()))),
                ("itemsize", |value| Ok(Value::int(this(value)?.size as i64))),
            ],
        );
        class.names().set("__hash__".into(), Value::None);
        class.names().set(MATCHES_AS.into(), Value::int(SEQUENCE_FLAG));
        class::allow_arguments(&class);
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

fn make(class: &Gc<Class>, array: Array) -> Value {
    Value::from(Instance::wrap(class, Opaque::create(array)))
}

/// An array of the same type as another.
fn like(array: &Array, data: Vec<u8>) -> Value {
    make(&class(), Array::new(array.code, data))
}

/// `array.__new__(cls, typecode, initializer=())`
fn new(arguments: &Arguments<'_>) -> Res {
    let [class, given @ ..] = arguments.positional else {
        return Err(raise!(TypeError, "array.array.__new__(): not enough arguments"));
    };
    let Some(class) = class.as_gc::<Class>() else {
        return Err(raise!(TypeError, "array.array.__new__(X): X is not a type object"));
    };
    if !arguments.names.is_empty() && class.is(&self::class()) {
        return Err(raise!(TypeError, "array.array() takes no keyword arguments"));
    }
    match given.len() {
        0 => return Err(raise!(TypeError, "array() takes at least 1 argument (0 given)")),
        1 | 2 => {}
        count if class.is(&self::class()) => {
            return Err(raise!(TypeError, "array() takes at most 2 arguments ({count} given)"));
        }
        count => return Err(wrong_count("array", count, 1, 2)),
    }
    let code = item::code_of(&given[0])?;
    let array = Array::new(code, Vec::new());
    if let Some(initial) = given.get(1) {
        fill(&array, initial)?;
    }
    Ok(make(class, array))
}

fn fill(array: &Array, initial: &Value) -> Result<(), Raise> {
    let code = char::from(array.code);
    if let Some(text) = initial.as_str() {
        if array.code != b'u' {
            return Err(raise!(TypeError, "cannot use a str to initialize an array with typecode '{code}'"));
        }
        return array.resize(|data| data.extend(text.chars().flat_map(|letter| u32::from(letter).to_le_bytes())));
    }
    if let Some(other) = initial.content::<Array>() {
        if other.code == b'u' && array.code != b'u' {
            return Err(raise!(TypeError, "cannot use a unicode array to initialize an array with typecode '{code}'"));
        }
        if other.code == array.code {
            let bytes = other.to_vec();
            return array.resize(|data| *data = bytes);
        }
    } else if let Some(bytes) = plain_bytes(initial) {
        return append_bytes(array, &bytes);
    }
    array.extend(initial)
}

fn append_bytes(array: &Array, bytes: &[u8]) -> Result<(), Raise> {
    if !bytes.len().is_multiple_of(array.size) {
        return Err(raise!(ValueError, "bytes length not a multiple of item size"));
    }
    room(bytes.len(), 1)?;
    array.resize(|data| data.extend_from_slice(bytes))
}

struct Walk {
    array: Value,
    place: usize,
}

impl Step for Walk {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        self.place += 1;
        Ok(this(&self.array)?.get(self.place - 1))
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.array.trace(visit);
    }

    fn length_hint(&self) -> Option<usize> {
        this(&self.array).ok().map(|array| array.len().saturating_sub(self.place))
    }
}

/// `iter(array)`
fn iterate(arguments: &[Value]) -> Res {
    thread_local! {
        static CLASS: OnceCell<&'static Gc<Class>> = const { OnceCell::new() };
    }
    let class = CLASS.with(|class| *class.get_or_init(|| class::of_iterator("array", "arrayiterator")));
    let walk = Walk { array: arguments[0].clone(), place: 0 };
    Ok(Value::from(Iterator::with_class(State::Custom(Box::new(walk)), class)))
}

/// The array that a value is, or a `TypeError`.
fn array_or<'a>(value: &'a Value, message: &str) -> Result<&'a Array, Raise> {
    value.content().ok_or_else(|| {
        let class = type_name(value);
        raise!(TypeError, "{message} (not \"{class}\")")
    })
}
