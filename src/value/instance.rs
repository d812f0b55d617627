//! Instances of classes that scripts make.
//!
//! In: a class. Out: an object with attributes. Where an attribute lies is said by the shape; the object and the first
//! of its fields are one block, as large as earlier instances of the class came to be.
//!
//! Compiled code reads an attribute so: the shape's address at `SHAPE_OFFSET` in the body is compared with the one seen;
//! the version of the shape's class (see [`Class`]) with the one seen, if the class might have gained an attribute of
//! the same name; then the pointer to the fields is loaded from `FIELDS_OFFSET + Fields::DATA_OFFSET`, and from there the
//! value. The fields may move when an attribute is added.

use super::class::Class;
use super::dict::Dict;
use super::heap::{Fields, Gc, Link, Ref, Tail, Trace, finalize};
use super::opaque::{Content, Opaque};
use super::shape::{Shape, text_of};
use super::{Symbol, Value};

/// The body of an instance.
#[repr(C)]
pub struct Instance {
    shape: Link<Shape>,
    fields: Fields,
}

impl Instance {
    /// Where the shape's address lies in the body.
    pub const SHAPE_OFFSET: i32 = 0;
    /// Where the fields lie in the body.
    pub const FIELDS_OFFSET: i32 = 8;

    /// An instance without attributes.
    #[inline]
    pub fn create(class: &Gc<Class>) -> Gc<Instance> {
        let shape = class.shape();
        let instance = Gc::with_fields(class.room(), |fields| Instance { shape: Link::new(shape.clone()), fields });
        for _ in 0..shape.reserved() {
            instance.fields.push(Value::Unbound);
        }
        instance.track();
        if class.has_finalizer() {
            finalize::watch(instance.as_ref());
        }
        instance
    }

    /// An instance with this shape, whose fields are to be filled in order.
    pub fn of_shape(shape: &Gc<Shape>) -> Gc<Instance> {
        let instance =
            Gc::with_fields(shape.class().room(), |fields| Instance { shape: Link::new(shape.clone()), fields });
        instance.track();
        instance
    }

    /// The next field of an instance made by [`Instance::of_shape`].
    pub fn fill(&self, value: Value) {
        self.fields.push(value);
    }

    /// An instance around data that holds nothing else, of a class whose instances have no attributes: it is never part of a
    /// cycle.
    #[inline]
    pub fn around(class: &Gc<Class>, payload: Value) -> Gc<Instance> {
        let shape = class.shape();
        let instance = Gc::with_fields(class.room(), |fields| Instance { shape: Link::new(shape.clone()), fields });
        instance.fields.push(payload);
        for _ in 1..shape.reserved() {
            instance.fields.push(Value::Unbound);
        }
        instance
    }

    /// An instance that is data of a library module, which holds nothing else. Its shape is that of a class whose instances have no
    /// attributes.
    #[inline(always)]
    pub fn holding<T: Content>(shape: Gc<Shape>, content: T) -> Gc<Instance> {
        debug_assert!(T::is_alone());
        Gc::with_content(content, |fields| Instance { shape: Link::new(shape), fields })
    }

    /// An instance of a class that derives from a built-in type, around a value of that type.
    pub fn wrap(class: &Gc<Class>, payload: Value) -> Gc<Instance> {
        let instance = Instance::create(class);
        instance.set_payload(payload);
        instance
    }

    /// Its class.
    #[inline]
    pub fn class(&self) -> Gc<Class> {
        self.shape.borrow().class().clone()
    }

    /// Whether it equals nothing but itself, as far as its own class says.
    #[inline]
    pub fn is_itself_only(&self) -> bool {
        let class = self.shape.borrow().class();
        !class.layout().wraps && !class.traits().compared
    }

    /// Its shape.
    #[inline]
    pub fn shape(&self) -> Gc<Shape> {
        self.shape.borrow().clone()
    }

    /// The address of its shape, and the version of its class.
    #[inline(always)]
    pub fn key(&self) -> (usize, u64) {
        let shape = self.shape.borrow();
        (shape.as_ref().address(), shape.class().version())
    }

    /// The value in a slot of its class or of one behind it, by its place in the order of lookup.
    #[inline(always)]
    pub fn shared(&self, place: usize, slot: u32) -> Option<Value> {
        self.shape.borrow().class().names_at(place).get_slot(slot)
    }

    /// What a look at its class finds.
    #[inline]
    pub fn look_at_class<T>(&self, look: impl FnOnce(&Gc<Class>) -> T) -> T {
        look(self.shape.borrow().class())
    }

    /// Whether it has this shape.
    #[inline(always)]
    pub fn has_shape(&self, shape: &Gc<Shape>) -> bool {
        self.shape.borrow().is(shape)
    }

    /// The value of the built-in type that its class derives from.
    pub fn payload(&self) -> Option<Value> {
        self.payload_ref().cloned()
    }

    /// The same, borrowed. It must not be held while script code may run.
    #[inline]
    pub fn payload_ref(&self) -> Option<&Value> {
        let wraps = self.shape.borrow().class().layout().wraps;
        if wraps { self.fields.borrow(0).filter(|value| !value.is_unbound()) } else { None }
    }

    /// The data of a library module that it is, or is around. Such data is no attribute of anything, so its place need not be asked
    /// for.
    #[inline(always)]
    pub(in crate::value) fn content(&self) -> Option<&Tail<dyn Content>> {
        match self.fields.content() {
            Some(content) => Some(content),
            None => Some(self.fields.borrow(0)?.downcast::<Opaque>()?.content()),
        }
    }

    /// Whether it has data in place of fields.
    #[inline(always)]
    pub(in crate::value) fn holds_content(&self) -> bool {
        self.fields.content().is_some()
    }

    /// Sets the value of the built-in type that its class derives from.
    pub fn set_payload(&self, payload: Value) {
        if self.shape.borrow().class().layout().wraps {
            drop(self.fields.replace(0, payload));
        }
    }

    /// The value of a field, unbound if there is none.
    #[inline(always)]
    pub fn field(&self, place: usize) -> Value {
        self.fields.get(place)
    }

    /// Stores into a field that the shape has.
    #[inline(always)]
    pub fn set_field(&self, place: usize, value: Value) {
        drop(self.fields.replace(place, value));
    }

    /// Adds an attribute: `shape` is the one that this instance's shape leads to.
    #[inline(always)]
    pub fn add_field(&self, shape: &Gc<Shape>, value: Value) {
        self.shape.set(shape.clone());
        self.fields.push(value);
        if self.fields.len() > self.fields.room() {
            shape.class().learn_room(self.fields.len());
        }
    }

    /// The value of an attribute of its own.
    pub fn get(&self, name: Symbol) -> Option<Value> {
        let shape = self.shape.borrow();
        let found = match self.held() {
            Some(dict) => dict.get(&text_of(name)).ok().flatten(),
            None => shape.find(name).map(|place| self.fields.get(place)),
        };
        found.filter(|value| !value.is_unbound())
    }

    /// Whether it has an attribute of its own.
    pub fn contains(&self, name: Symbol) -> bool {
        self.get(name).is_some()
    }

    /// Gives an attribute of its own a value.
    pub fn set(&self, name: Symbol, value: Value) {
        if let Some(dict) = self.held() {
            // Text can always be a key.
            let _ = dict.set(text_of(name), value);
            return;
        }
        let shape = self.shape.borrow().clone();
        if let Some(place) = shape.find(name) {
            self.set_field(place, value);
            return;
        }
        match shape.with(name) {
            Some(next) => self.add_field(&next, value),
            None => {
                let _ = self.dictionary().set(text_of(name), value);
            }
        }
    }

    /// Takes an attribute of its own away; false if there is none.
    pub fn delete(&self, name: Symbol) -> bool {
        if let Some(dict) = self.held() {
            return dict.remove(&text_of(name)).is_ok_and(|removed| removed.is_some());
        }
        let shape = self.shape.borrow().clone();
        let Some(place) = shape.find(name) else { return false };
        let mut fields = self.fields.take();
        let removed = fields.remove(place);
        // The names that are left lead from the root to another shape, which exists since it has fewer names.
        let mut next = shape.class().shape().clone();
        for &other in shape.names().iter().filter(|&&other| other != name) {
            match next.with(other) {
                Some(longer) => next = longer,
                None => break,
            }
        }
        let complete = next.names().len() + 1 == shape.names().len();
        self.shape.set(if complete { next } else { shape.clone() });
        if !complete {
            fields.insert(place, Value::Unbound);
        }
        for value in fields {
            self.fields.push(value);
        }
        drop(removed);
        true
    }

    /// Its own attributes, in order.
    pub fn names(&self) -> Vec<Symbol> {
        match self.held() {
            Some(dict) => dict.keys().iter().filter_map(|key| key.as_str().map(Symbol::new)).collect(),
            None => {
                let shape = self.shape.borrow().clone();
                shape.names().iter().copied().filter(|&name| self.contains(name)).collect()
            }
        }
    }

    /// The dictionary that its attributes are in, if somebody asked for one.
    fn held(&self) -> Option<Gc<Dict>> {
        let shape = self.shape.borrow();
        if !shape.is_dictionary() {
            return None;
        }
        self.fields.borrow(shape.reserved()).and_then(|value| value.as_gc::<Dict>()).cloned()
    }

    /// `__dict__`: from now on the attributes lie in this dictionary.
    pub fn dictionary(&self) -> Gc<Dict> {
        if let Some(dict) = self.held() {
            return dict;
        }
        let dict = Dict::new();
        for name in self.names() {
            // Text can always be a key.
            let _ = dict.set(text_of(name), self.get(name).unwrap_or_default());
        }
        dict.track();
        self.set_dictionary(dict.clone());
        dict
    }

    /// Replaces all attributes by those in a dictionary.
    pub fn set_dictionary(&self, dict: Gc<Dict>) {
        let shape = self.shape.borrow().clone();
        let mut fields = self.fields.take();
        let old = fields.split_off(shape.reserved().min(fields.len()));
        self.shape.set(shape.class().dictionary_shape());
        for value in fields {
            self.fields.push(value);
        }
        self.fields.push(Value::from(dict));
        drop(old);
    }

    /// Makes it an instance of another class, whose instances have the same layout.
    pub fn set_class(&self, class: &Gc<Class>) {
        let dict = self.held();
        let shape = self.shape.borrow().clone();
        if dict.is_some() {
            self.shape.set(class.dictionary_shape());
            return;
        }
        let next = shape.names().iter().try_fold(class.shape().clone(), |shape, &name| shape.with(name));
        match next {
            Some(next) => self.shape.set(next),
            None => {
                self.dictionary();
                self.shape.set(class.dictionary_shape());
            }
        }
    }
}

impl Trace for Instance {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        visit(self.shape.borrow().as_ref());
        for place in 0..self.fields.len() {
            if let Some(value) = self.fields.borrow(place) {
                value.trace(visit);
            }
        }
    }

    fn clear(&self) {
        for place in 0..self.fields.len() {
            self.set_field(place, Value::Unbound);
        }
    }

    fn row_length(&self) -> usize {
        self.fields.room()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::class::types;
    use std::mem::offset_of;

    fn class() -> Gc<Class> {
        Class::create("C", Symbol::new("__main__"), vec![types().object.clone()], true).unwrap()
    }

    #[test]
    fn layout_is_what_compiled_code_expects() {
        assert_eq!(offset_of!(Instance, shape), Instance::SHAPE_OFFSET as usize);
        assert_eq!(offset_of!(Instance, fields), Instance::FIELDS_OFFSET as usize);
    }

    #[test]
    fn instances_share_shapes() {
        let class = class();
        let (a, b) = (Instance::create(&class), Instance::create(&class));
        let (x, y) = (Symbol::new("x"), Symbol::new("y"));
        for (instance, start) in [(&a, 1), (&b, 10)] {
            instance.set(x, Value::int(start));
            instance.set(y, Value::int(start + 1));
        }
        assert!(b.has_shape(&a.shape()));
        assert!(a.delete(x) && !a.delete(x));
        assert_eq!((a.get(y).and_then(|y| y.as_int()), a.names()), (Some(2), vec![y]));
        a.set(x, Value::int(3));
        assert_eq!(a.names(), [y, x]);
    }

    #[test]
    fn a_dictionary_that_somebody_holds_is_the_truth() {
        let instance = Instance::create(&class());
        instance.set(Symbol::new("x"), Value::int(1));
        let dict = instance.dictionary();
        dict.set(Value::str("y"), Value::int(2)).unwrap();
        instance.set(Symbol::new("x"), Value::int(3));
        assert_eq!(instance.get(Symbol::new("y")).and_then(|y| y.as_int()), Some(2));
        assert_eq!(dict.get_str("x").and_then(|x| x.as_int()), Some(3));
    }

    #[test]
    fn hundreds_of_attributes_are_kept() {
        let instance = Instance::create(&class());
        for i in 0..300 {
            instance.set(Symbol::new(&format!("name{i}")), Value::int(i));
        }
        assert_eq!(instance.names().len(), 300);
        assert_eq!(instance.get(Symbol::new("name299")).and_then(|x| x.as_int()), Some(299));
    }
}
