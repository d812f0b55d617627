//! What a node has seen of instances: where an attribute lay, by the shape of the instance and the version of its class.
//!
//! In: instances on which an attribute was found the slow way. Out: the place of the attribute in the next instance of the
//! same shape, by two comparisons. A node remembers a few shapes; a new one takes the place of the oldest.

use std::cell::{Cell, RefCell};

use crate::value::class::{Class, class_of};
use crate::value::descriptor::{self, Member, Property};
use crate::value::instance::Instance;
use crate::value::shape::Shape;
use crate::value::{Gc, Kind, Symbol, Value};

/// How many shapes a node remembers.
const WAYS: usize = 4;

/// What tells one kind of instance from all others: its shape, and what its class is like.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Key {
    shape: usize,
    version: u64,
}

impl Key {
    /// The key of an instance.
    #[inline(always)]
    pub fn of(instance: &Instance) -> Key {
        let (shape, version) = instance.key();
        Key { shape, version }
    }
}

/// Places by shape. The shapes are kept alive, so that no other shape can have the address of one of them.
#[derive(Default)]
pub struct Seen {
    ways: [Cell<(Key, u32)>; WAYS],
    next: Cell<usize>,
    shapes: RefCell<[Option<Gc<Shape>>; WAYS]>,
}

impl Seen {
    /// The place seen for instances like this one.
    #[inline(always)]
    pub fn place(&self, instance: &Instance) -> Option<usize> {
        let key = Key::of(instance);
        for way in &self.ways {
            let (known, place) = way.get();
            if known == key {
                return Some(place as usize);
            }
        }
        None
    }

    /// Remembers where an attribute lies in instances like this one, if that can be told from their shape.
    #[cold]
    #[inline(never)]
    pub fn learn(&self, object: &Value, instance: &Instance, name: Symbol) {
        let class = class_of(object);
        if class.traits().getattribute || class.traits().setattr {
            return;
        }
        let shape = instance.shape();
        let place = match class.lookup(name) {
            Some(found) => match found.downcast::<Member>() {
                Some(member) if class.is_subclass(&member.owner) => Some(member.place),
                Some(_) => None,
                None if descriptor::is_data(&found) => None,
                None => shape.find(name),
            },
            None => shape.find(name),
        };
        if let Some(place) = place {
            self.remember(Key::of(instance), place as u32, shape);
        }
    }

    fn remember(&self, key: Key, place: u32, shape: Gc<Shape>) {
        let at = self.next.get();
        self.next.set((at + 1) % WAYS);
        self.ways[at].set((key, place));
        let before = self.shapes.borrow_mut()[at].replace(shape);
        drop(before);
    }
}

/// What storing an attribute led to, by shape: the shape with the attribute.
#[derive(Default)]
pub struct Added {
    ways: [Cell<Key>; WAYS],
    next: Cell<usize>,
    shapes: RefCell<[Option<(Gc<Shape>, Gc<Shape>)>; WAYS]>,
}

impl Added {
    /// Adds the attribute to an instance like one that was seen; else gives the value back.
    #[inline(always)]
    pub fn add(&self, instance: &Instance, value: Value) -> Result<(), Value> {
        let key = Key::of(instance);
        match self.ways.iter().position(|way| way.get() == key) {
            Some(at) => match &self.shapes.borrow()[at] {
                Some((_, longer)) => {
                    instance.add_field(longer, value);
                    Ok(())
                }
                None => Err(value),
            },
            None => Err(value),
        }
    }

    /// Remembers what storing an attribute will lead to, if it adds one.
    #[cold]
    #[inline(never)]
    pub fn learn(&self, object: &Value, instance: &Instance, name: Symbol) {
        let class = class_of(object);
        let shape = instance.shape();
        if class.traits().setattr || !class.layout().has_dictionary || shape.find(name).is_some() {
            return;
        }
        if class.lookup(name).is_some_and(|found| descriptor::is_data(&found)) {
            return;
        }
        let is_special = matches!(name, Symbol::CLASS | Symbol::DICT);
        if let Some(longer) = shape.with(name).filter(|_| !is_special) {
            let at = self.next.get();
            self.next.set((at + 1) % WAYS);
            self.ways[at].set(Key::of(instance));
            let before = self.shapes.borrow_mut()[at].replace((shape, longer));
            drop(before);
        }
    }
}

/// Where a value that all instances share was found: in which class, and in which slot there.
#[derive(Default)]
pub struct Shared(Cell<(Key, u32, u32)>);

impl Shared {
    /// The value, for instances like the one seen.
    #[inline(always)]
    pub fn of_instance(&self, instance: &Instance) -> Option<Value> {
        let (key, place, slot) = self.0.get();
        if key == Key::of(instance) { instance.shared(place as usize, slot) } else { None }
    }

    /// The value, for the class seen.
    #[inline(always)]
    pub fn of_class(&self, class: &Class) -> Option<Value> {
        let (key, place, slot) = self.0.get();
        if key.version == class.version() && key.shape == 0 {
            class.names_at(place as usize).get_slot(slot)
        } else {
            None
        }
    }

    /// Remembers where the attribute `found` of an object lies, if it is the same for all objects like this one. A value
    /// that binds to nothing may be replaced by another such without the class having a new version.
    #[cold]
    #[inline(never)]
    pub fn learn(&self, object: &Value, name: Symbol, found: &Value) {
        let (key, class) = match (object.downcast::<Instance>(), object.as_gc::<Class>()) {
            (Some(instance), _) => {
                let class = class_of(object);
                let shape = instance.shape();
                if class.traits().getattribute || shape.is_dictionary() || shape.find(name).is_some() {
                    return;
                }
                (Key::of(instance), class)
            }
            (None, Some(class)) if class.metaclass().is_none() => {
                (Key { shape: 0, version: class.version() }, class.clone())
            }
            _ => return,
        };
        let is_function = object.kind() == Some(Kind::Class) && found.kind() == Some(Kind::Function);
        if let Some((place, slot)) = class.find(name)
            && (is_function || descriptor::is_plain(found))
            && class.names_at(place).get_slot(slot).is_some_and(|value| value.is(found))
        {
            self.0.set((key, place as u32, slot));
        }
    }
}

/// Where the property was found that an attribute of instances is: in which class, and in which slot there.
#[derive(Default)]
pub struct Computed(Cell<(Key, u32, u32)>);

impl Computed {
    /// What lies there, for instances like the one seen.
    #[inline(always)]
    pub fn of_instance(&self, instance: &Instance) -> Option<Value> {
        let (key, place, slot) = self.0.get();
        if key == Key::of(instance) { instance.shared(place as usize, slot) } else { None }
    }

    /// Remembers the property that an attribute of instances like this one is, if nothing else has a say.
    #[cold]
    #[inline(never)]
    pub fn learn(&self, object: &Value, instance: &Instance, name: Symbol) {
        let class = class_of(object);
        if class.traits().getattribute || class.traits().getattr {
            return;
        }
        if let Some((place, slot)) = class.find(name)
            && let Some(found) = class.names_at(place).get_slot(slot)
            && property(found).is_some()
        {
            self.0.set((Key::of(instance), place as u32, slot));
        }
    }
}

/// The property that can be read that a value found in a class is, or is around: then its own class says nothing of reading.
pub fn property(found: Value) -> Option<Gc<Property>> {
    let property = match found.downcast::<Instance>() {
        None => found,
        Some(around) => {
            let payload = around.payload()?;
            if around.look_at_class(|class| class.lookup_from_script(Symbol::GET).is_some()) {
                return None;
            }
            payload
        }
    };
    property.as_gc::<Property>().filter(|property| !property.getter.is_none()).cloned()
}
