//! Values that say how an attribute is read and written: properties, static and class methods, slots; and `super`.
//!
//! In: functions, classes. Out: objects. What reading and writing through them does is in `ops::attribute`.

use super::class::{Class, class_of};
use super::dict::Dict;
use super::heap::{Gc, Ref, Trace};
use super::{Kind, Raise, Symbol, Value, ops};
use std::cell::RefCell;

/// The body of a property.
pub struct Property {
    /// What reads, writes and deletes the attribute; `None` for what cannot be done.
    pub getter: Value,
    /// See `getter`.
    pub setter: Value,
    /// See `getter`.
    pub deleter: Value,
    doc: RefCell<Value>,
    /// Whether the documentation is that of the function that reads it.
    pub doc_of_getter: bool,
    name: RefCell<Option<Symbol>>,
}

impl Property {
    /// A property; without documentation it has that of the function that reads it.
    pub fn create([getter, setter, deleter]: [Value; 3], doc: Option<Value>, doc_of_getter: Value) -> Gc<Property> {
        let (doc_of_getter, doc) = (doc.is_none(), RefCell::new(doc.unwrap_or(doc_of_getter)));
        let property = Gc::new(Property { getter, setter, deleter, doc, doc_of_getter, name: RefCell::default() });
        property.track();
        property
    }

    /// Its documentation.
    pub fn doc(&self) -> Value {
        self.doc.borrow().clone()
    }

    /// Sets its documentation.
    pub fn set_doc(&self, doc: Value) {
        self.doc.replace(doc);
    }

    /// The name under which a class has it.
    pub fn name(&self) -> Option<Symbol> {
        *self.name.borrow()
    }

    /// Sets the name under which a class has it.
    pub fn set_name(&self, name: Option<Symbol>) {
        self.name.replace(name);
    }
}

impl Trace for Property {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        for value in [&self.getter, &self.setter, &self.deleter, &*self.doc.borrow()] {
            value.trace(visit);
        }
    }
}

/// The body of a static method or a class method.
pub struct Wrapper {
    function: Value,
    is_for_class: bool,
    /// `__dict__`, once somebody asked for it or set an attribute.
    dictionary: RefCell<Option<Gc<Dict>>>,
}

impl Wrapper {
    /// A function that is not bound at all, or (`is_for_class`) to the class.
    pub fn create(function: Value, is_for_class: bool) -> Gc<Wrapper> {
        let wrapper = Gc::new(Wrapper { function, is_for_class, dictionary: RefCell::default() });
        wrapper.track();
        wrapper
    }

    /// What is called.
    pub fn function(&self) -> &Value {
        &self.function
    }

    /// Whether it is a class method.
    pub fn is_for_class(&self) -> bool {
        self.is_for_class
    }

    /// Whether somebody asked for its `__dict__` or set an attribute.
    pub fn is_shown(&self) -> bool {
        self.dictionary.borrow().is_some()
    }

    /// What it was given under a name.
    pub fn own(&self, name: Symbol) -> Option<Value> {
        self.dictionary.borrow().as_ref()?.get_str(name.as_str())
    }

    /// `__dict__`: first of all what the function says of itself.
    pub fn dictionary(&self) -> Result<Gc<Dict>, Raise> {
        if let Some(dictionary) = &*self.dictionary.borrow() {
            return Ok(dictionary.clone());
        }
        let dictionary = Dict::new();
        for name in [Symbol::MODULE, Symbol::NAME, Symbol::QUALNAME, Symbol::DOC, Symbol::ANNOTATIONS] {
            if let Some(value) = ops::attribute::find(&self.function, name)? {
                dictionary.set(Value::str(name.as_str()), value)?;
            }
        }
        self.set_dictionary(dictionary.clone());
        Ok(dictionary)
    }

    /// Replaces `__dict__`.
    pub fn set_dictionary(&self, dictionary: Gc<Dict>) {
        self.dictionary.replace(Some(dictionary));
    }
}

impl Trace for Wrapper {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.function.trace(visit);
        if let Some(dictionary) = &*self.dictionary.borrow() {
            visit(dictionary.as_ref());
        }
    }
}

/// The body of an attribute that `__slots__` names.
pub struct Member {
    /// The class that has it.
    pub owner: Gc<Class>,
    /// What it is called.
    pub name: Symbol,
    /// The field of the instance.
    pub place: usize,
}

impl Trace for Member {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        visit(self.owner.as_ref());
    }
}

/// The body of what `super` gives: attributes are looked up behind a class in the order of lookup of another.
pub struct Super {
    /// The class behind which the search begins.
    pub after: Gc<Class>,
    /// What methods are bound to; unbound for `super(C)`.
    pub object: Value,
    /// Whose order of lookup is followed.
    pub class: Gc<Class>,
}

impl Super {
    /// The object.
    pub fn create(after: Gc<Class>, object: Value, class: Gc<Class>) -> Gc<Super> {
        let made = Gc::new(Super { after, object, class });
        made.track();
        made
    }

    /// The value of a name in the first class behind that has it.
    pub fn lookup(&self, name: Symbol) -> Option<Value> {
        find_behind(&self.after, &self.class, name)
    }
}

/// The value of a name in the first class behind `after` in the order of lookup of `class` that has it.
pub fn find_behind(after: &Gc<Class>, class: &Gc<Class>, name: Symbol) -> Option<Value> {
    let begin = match class.is(after) {
        true => 0,
        false => class.ancestors().iter().position(|class| class.is(after))? + 1,
    };
    class.ancestors()[begin..].iter().find_map(|class| class.names().get(name))
}

impl Trace for Super {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        visit(self.after.as_ref());
        visit(self.class.as_ref());
        self.object.trace(visit);
    }
}

/// Whether a value found in a class is the attribute itself, whatever it is read through.
pub fn is_plain(value: &Value) -> bool {
    match value.kind() {
        None => true,
        Some(kind) => matches!(
            kind,
            Kind::Str
                | Kind::BigInt
                | Kind::Complex
                | Kind::List
                | Kind::Tuple
                | Kind::Dict
                | Kind::Set
                | Kind::Range
                | Kind::Slice
                | Kind::Bytes
                | Kind::ByteArray
                | Kind::Constant
        ),
    }
}

/// Whether a value found in a class decides what writing the attribute does, and so comes before what the instance has.
pub fn is_data(value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Property | Kind::Member | Kind::Getter) => true,
        Some(Kind::Instance | Kind::Exception) => {
            let class = class_of(value);
            class.find(Symbol::SET).is_some() || class.find(Symbol::DELETE).is_some()
        }
        _ => false,
    }
}

/// Whether a data descriptor decides what reading the attribute gives too: one without `__get__` leaves that to the instance.
pub fn is_readable(value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Instance | Kind::Exception) => {
            class_of(value).find(Symbol::GET).is_some() || ops::attribute::payload_descriptor(value).is_some()
        }
        _ => true,
    }
}
