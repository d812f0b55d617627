//! Rust data inside an instance whose class belongs to a library module: a generator of random numbers, a compiled
//! pattern.
//!
//! In: the data. Out: a value that an instance wraps, as the instance of a class derived from `int` wraps an int; so
//! scripts can derive from such a class, and its methods find the data. Where nothing else is to be in an instance, the data
//! lies in it (`Instance::holding`).

use super::array::as_array;
use super::function::Function;
use super::heap::{Gc, Ref, Tail, Trace};
use super::instance::Instance;
use super::memory_view::Buffer;
use super::{Kind, Raise, Symbol, Value};
use std::any::Any;
use std::cell::Cell;

/// What such data must tell the collector.
pub trait Content: Any {
    /// Whether it can never be part of a cycle.
    fn is_alone() -> bool
    where
        Self: Sized,
    {
        false
    }

    /// Calls `visit` once for every handle that it owns.
    fn trace(&self, _visit: &mut dyn FnMut(&Ref)) {}

    /// Lets go of the handles.
    fn clear(&self) {}

    /// The bytes that memory views may show, if it has any.
    fn buffer(&self) -> Option<&dyn Buffer> {
        None
    }

    /// The machine numbers that it is made of, if that is what it is.
    fn row(&self) -> Option<&Row> {
        None
    }

    /// Whether there are functions of a script that do what calling it does.
    fn is_in_script(&self) -> bool {
        false
    }

    /// Makes these functions, if they are not made yet.
    fn put_in_script(&self) -> Result<(), Raise> {
        Ok(())
    }

    /// The one of them for so many arguments by position, if it is made.
    fn in_script(&self, _given: usize) -> Option<&Gc<Function>> {
        None
    }

    /// How many items it has, if it has items by place.
    fn length(&self) -> Option<usize> {
        None
    }

    /// The item at a place from the front, if it has items by place, and that one.
    fn item(&self, _place: usize) -> Option<Value> {
        None
    }

    /// Stores the item at a place from the front; false if it has no such place.
    fn set_item(&self, _place: usize, _value: &Value) -> Result<bool, Raise> {
        Ok(false)
    }
}

/// Machine numbers side by side, where compiled code finds them. Whoever owns them says so each time they move.
#[repr(C)]
#[derive(Debug)]
pub struct Row {
    data: Cell<*mut u8>,
    length: Cell<u64>,
    code: u64,
}

impl Row {
    /// Where the address of the first number lies.
    pub const DATA_OFFSET: i32 = 0;
    /// Where lies how many there are.
    pub const LENGTH_OFFSET: i32 = 8;
    /// Where the letter of their type lies.
    pub const CODE_OFFSET: i32 = 16;

    /// No numbers yet, of the type that a letter stands for in the module `array`.
    pub fn of_type(code: u8) -> Row {
        Row { data: Cell::new(std::ptr::null_mut()), length: Cell::new(0), code: code.into() }
    }

    /// Says where they are now, and how many.
    pub fn set(&self, data: *mut u8, length: usize) {
        self.data.set(data);
        self.length.set(length as u64);
    }

    /// The letter of their type.
    pub fn code(&self) -> u8 {
        self.code as u8
    }
}

/// The body of the value that is wrapped. The content lies behind it, whatever its alignment.
#[repr(C, align(16))]
pub struct Opaque {
    /// In the content, if that has one.
    row: *const Row,
    content: Tail<dyn Content>,
}

impl Opaque {
    /// Where the address of its [`Row`] lies in the body.
    pub const ROW_OFFSET: i32 = 0;

    /// A value around data.
    #[inline]
    pub fn create<T: Content>(content: T) -> Value {
        let widen = |content: *mut T| -> *mut dyn Content { content };
        let opaque = Gc::with_tail(content, widen, |content: Tail<dyn Content>| {
            let row = content.row().map_or(std::ptr::null(), std::ptr::from_ref);
            Opaque { row, content }
        });
        if !T::is_alone() {
            opaque.track();
        }
        Value::from(opaque)
    }

    /// The data, if it is of that type.
    #[inline(always)]
    pub fn get<T: Content>(&self) -> Option<&T> {
        self.content.get()
    }

    /// The data.
    #[inline(always)]
    pub(super) fn content(&self) -> &Tail<dyn Content> {
        &self.content
    }
}

impl Trace for Opaque {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.content.trace(visit);
    }

    fn clear(&self) {
        self.content.clear();
    }

    fn row_length(&self) -> usize {
        size_of_val(&*self.content).div_ceil(size_of::<Value>())
    }
}

impl Value {
    /// The data of the instance that this is, if it has some of that type.
    #[inline(always)]
    pub fn content<T: Content>(&self) -> Option<&T> {
        self.held()?.get()
    }

    /// The bytes that memory views may show, if the instance that this is has any.
    pub(in crate::value) fn buffer(&self) -> Option<&dyn Buffer> {
        match as_array(self) {
            Some(array) => array.bytes().map(|_| array as &dyn Buffer),
            None => self.held()?.buffer(),
        }
    }

    /// The machine numbers that the instance that this is is made of, if it is.
    pub fn row(&self) -> Option<&Row> {
        self.held()?.row()
    }

    /// Whether there are functions of a script that do what calling this does, which is none itself: compiled code goes by them.
    pub fn is_in_script(&self) -> bool {
        self.callable().is_some()
    }

    /// Makes these functions, if they are not made yet.
    pub fn put_in_script(&self) -> Result<(), Raise> {
        self.callable().map_or(Ok(()), |content| content.put_in_script())
    }

    /// The one of them for so many arguments by position, if it is made.
    pub fn in_script(&self, given: usize) -> Option<&Gc<Function>> {
        self.callable()?.in_script(given)
    }

    /// How many items the data of the instance that this is has, if it has items by place.
    pub fn held_length(&self) -> Option<usize> {
        self.held()?.length()
    }

    /// The item at a place, from either end, of the data of the instance that this is.
    pub fn held_item(&self, place: &Value) -> Option<Value> {
        let content = self.held()?;
        content.item(from_front(content, place)?)
    }

    /// Stores an item there; false if there is no such place.
    pub fn set_held_item(&self, place: &Value, value: &Value) -> Result<bool, Raise> {
        let Some(content) = self.held() else { return Ok(false) };
        match from_front(content, place) {
            Some(place) => content.set_item(place, value),
            None => Ok(false),
        }
    }

    /// The value of a built-in type that this is around, if it is an instance of a class that derives from one.
    pub fn inside(&self) -> Option<Value> {
        self.downcast::<Instance>()?.payload_ref().filter(|value| value.kind() != Some(Kind::Opaque)).cloned()
    }

    /// The data, if calling it can be put in a script, and is not something else in a class that a script has derived.
    fn callable(&self) -> Option<&Tail<dyn Content>> {
        let content = self.held().filter(|content| content.is_in_script())?;
        let call = self.downcast::<Instance>()?.class().lookup(Symbol::CALL)?;
        (call.kind() == Some(Kind::Builtin)).then_some(content)
    }

    #[inline(always)]
    fn held(&self) -> Option<&Tail<dyn Content>> {
        self.downcast::<Instance>()?.content()
    }
}

/// A place from the front, where it may be meant from the back; none that lies before the first item.
#[inline]
fn from_front(content: &Tail<dyn Content>, place: &Value) -> Option<usize> {
    let Value::Int(place) = *place else { return None };
    match usize::try_from(place) {
        Ok(place) => Some(place),
        Err(_) => content.length()?.checked_sub(place.unsigned_abs() as usize),
    }
}
