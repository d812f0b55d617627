//! What a node has seen of instances: where an attribute lay, by the shape of the instance and the version of its class.
//!
//! In: instances on which an attribute was found the slow way. Out: the place of the attribute in the next instance of the
//! same shape, by two comparisons. A node remembers a few shapes; a new one takes the place of the oldest.

use std::cell::{Cell, OnceCell, RefCell};

use crate::value::class::{Class, class_of};
use crate::value::descriptor::{self, Member, Property};
use crate::value::function::Builtin;
use crate::value::instance::Instance;
use crate::value::shape::Shape;
use crate::value::tuple::Tuple;
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

/// The key of a class that is asked for what it has itself: its metaclass may come first.
#[inline(always)]
fn of_class(class: &Class) -> Key {
    Key { shape: class.metaclass().map_or(0, |meta| meta.version() as usize), version: class.version() }
}

/// Places by shape. The shapes are kept alive, so that no other shape can have the address of one of them. Most nodes see one shape,
/// which lies in the node itself: nodes that are small stay near the processor.
#[derive(Default)]
pub struct Seen {
    first: Cell<(Key, u32)>,
    shape: RefCell<Option<Gc<Shape>>>,
    more: OnceCell<Box<MorePlaces>>,
}

/// Places by further shapes.
#[derive(Default)]
struct MorePlaces {
    ways: [Cell<(Key, u32)>; WAYS],
    next: Cell<usize>,
    shapes: RefCell<[Option<Gc<Shape>>; WAYS]>,
}

impl Seen {
    /// The place seen for instances like this one.
    #[inline(always)]
    pub fn place(&self, instance: &Instance) -> Option<usize> {
        let key = Key::of(instance);
        let (known, place) = self.first.get();
        if known == key {
            return Some(place as usize);
        }
        for way in &self.more.get()?.ways {
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
        // A class that has changed has the same shape as before.
        if self.shape.borrow().as_ref().is_none_or(|first| first.is(&shape)) {
            self.first.set((key, place));
            let before = self.shape.replace(Some(shape));
            drop(before);
            return;
        }
        let more = self.more.get_or_init(Box::default);
        let at = more.next.get();
        more.next.set((at + 1) % WAYS);
        more.ways[at].set((key, place));
        let before = more.shapes.borrow_mut()[at].replace(shape);
        drop(before);
    }
}

/// What storing an attribute led to, by shape: the shape with the attribute.
#[derive(Default)]
pub struct Added {
    first: Cell<Key>,
    shapes: RefCell<Option<(Gc<Shape>, Gc<Shape>)>>,
    more: OnceCell<Box<MoreAdded>>,
}

/// The same by further shapes.
#[derive(Default)]
struct MoreAdded {
    ways: [Cell<Key>; WAYS],
    next: Cell<usize>,
    shapes: RefCell<[Option<(Gc<Shape>, Gc<Shape>)>; WAYS]>,
}

impl Added {
    /// Adds the attribute to an instance like one that was seen; else gives the value back.
    #[inline(always)]
    pub fn add(&self, instance: &Instance, value: Value) -> Result<(), Value> {
        let key = Key::of(instance);
        if self.first.get() == key
            && let Some((_, longer)) = &*self.shapes.borrow()
        {
            instance.add_field(longer, value);
            return Ok(());
        }
        let Some(more) = self.more.get() else { return Err(value) };
        match more.ways.iter().position(|way| way.get() == key) {
            Some(at) => match &more.shapes.borrow()[at] {
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
            self.remember(Key::of(instance), shape, longer);
        }
    }

    fn remember(&self, key: Key, shape: Gc<Shape>, longer: Gc<Shape>) {
        if self.shapes.borrow().as_ref().is_none_or(|(first, _)| first.is(&shape)) {
            self.first.set(key);
            let before = self.shapes.replace(Some((shape, longer)));
            drop(before);
            return;
        }
        let more = self.more.get_or_init(Box::default);
        let at = more.next.get();
        more.next.set((at + 1) % WAYS);
        more.ways[at].set(key);
        let before = more.shapes.borrow_mut()[at].replace((shape, longer));
        drop(before);
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
        if key == of_class(class) { class.names_at(place as usize).get_slot(slot) } else { None }
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
            (None, Some(class)) if !class.is_answered_for(name) => (of_class(class), class.clone()),
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

/// The property that an attribute of instances is.
#[derive(Default)]
pub struct Computed {
    key: Cell<Key>,
    found: RefCell<Option<Box<Found>>>,
}

/// A property, and what was found if that is an instance around it: the class, which then said nothing of reading, as it was.
pub struct Found {
    property: Gc<Property>,
    /// See above.
    pub around: Option<(Gc<Class>, u64)>,
    /// That class says nothing of storing either.
    stores: bool,
}

impl Found {
    #[inline(always)]
    fn is_as_it_was(&self) -> bool {
        self.around.as_ref().is_none_or(|(class, version)| class.version() == *version)
    }

    /// The place of the item that it gives, if it is a field of a tuple.
    pub fn item(&self) -> Option<usize> {
        self.property.getter.downcast::<Builtin>()?.item()
    }
}

impl Computed {
    /// What reads the attribute of instances like the one seen. A class in which a property is replaced is like no other.
    #[inline(always)]
    pub fn getter(&self, instance: &Instance) -> Option<Value> {
        self.accessor(instance, |found| &found.property.getter)
    }

    /// The attribute of an instance like the one seen, if it is an item of the tuple that the instance is around.
    #[inline(always)]
    pub fn item(&self, instance: &Instance) -> Option<Value> {
        if self.key.get() != Key::of(instance) {
            return None;
        }
        let found = self.found.borrow();
        let found = found.as_ref().filter(|found| found.is_as_it_was())?;
        instance.payload_ref()?.downcast::<Tuple>()?.items().get(found.item()?).cloned()
    }

    /// What stores the attribute.
    #[inline(always)]
    pub fn setter(&self, instance: &Instance) -> Option<Value> {
        self.accessor(instance, |found| if found.stores { &found.property.setter } else { &Value::None })
    }

    #[inline(always)]
    fn accessor(&self, instance: &Instance, part: impl FnOnce(&Found) -> &Value) -> Option<Value> {
        if self.key.get() != Key::of(instance) {
            return None;
        }
        let found = self.found.borrow();
        let found = found.as_ref()?;
        Some(part(found)).filter(|accessor| found.is_as_it_was() && !accessor.is_none()).cloned()
    }

    /// Remembers the property that an attribute of instances like this one is, if nothing else has a say.
    #[cold]
    #[inline(never)]
    pub fn learn(&self, object: &Value, instance: &Instance, name: Symbol) {
        let class = class_of(object);
        let traits = class.traits();
        if traits.getattribute || traits.getattr || traits.setattr {
            return;
        }
        if let Some(found) = class.lookup(name).and_then(property) {
            self.key.set(Key::of(instance));
            let before = self.found.replace(Some(Box::new(found)));
            drop(before);
        }
    }
}

/// The property that a value found in a class is, or is around.
pub fn property(found: Value) -> Option<Found> {
    if let Some(property) = found.as_gc::<Property>() {
        return Some(Found { property: property.clone(), around: None, stores: true });
    }
    let property = found.downcast::<Instance>()?.payload()?.as_gc::<Property>()?.clone();
    let class = class_of(&found);
    let says = |name| class.lookup_from_script(name).is_some();
    if says(Symbol::GET) {
        return None;
    }
    let (version, stores) = (class.version(), !says(Symbol::SET));
    Some(Found { property, around: Some((class, version)), stores })
}
