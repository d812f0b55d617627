//! Shapes: which attributes the instances of a class have, and in which fields.
//!
//! In: a class, and names in the order in which they come. Out: the shape that all instances share which got the same
//! attributes in the same order. A shape never changes, so whoever has seen one (a node of the interpreter, compiled
//! code) knows by comparing one pointer what the class of an instance is and where its attributes lie.
//!
//! The first fields of an instance are *reserved*: what it wraps, if its class derives from a built-in type that holds
//! data, then one field for each name in `__slots__`. Attributes follow. Instances with too many attributes, and those
//! whose `__dict__` somebody holds, have the *dictionary shape* of their class: all attributes lie in a dictionary,
//! which is the first field after the reserved ones.

use super::class::{Class, types};
use super::heap::{Gc, Link, Ref, Trace};
use super::interned::interned;
use super::{Symbol, Value};
use std::cell::RefCell;

/// An instance with more attributes keeps them in a dictionary.
const MOST_NAMES: usize = 64;
/// A shape with more continuations is followed by the dictionary shape.
const MOST_NEXT: usize = 64;

/// The body of a shape.
#[repr(C)]
pub struct Shape {
    class: Link<Class>,
    names: Box<[Symbol]>,
    reserved: u32,
    is_dictionary: bool,
    /// The shapes with one name more.
    next: RefCell<Vec<(Symbol, Gc<Shape>)>>,
}

impl Shape {
    /// Where the class (the address of its object) lies in the body.
    pub const CLASS_OFFSET: i32 = 0;

    fn create(class: Gc<Class>, names: Box<[Symbol]>, reserved: u32, is_dictionary: bool) -> Gc<Shape> {
        let shape =
            Gc::new(Shape { class: Link::new(class), names, reserved, is_dictionary, next: RefCell::default() });
        shape.track();
        shape
    }

    /// The shape of instances without attributes.
    pub fn root(class: Gc<Class>, reserved: u32) -> Gc<Shape> {
        Shape::create(class, Box::default(), reserved, false)
    }

    /// The shape of instances whose attributes are in a dictionary.
    pub fn dictionary(class: Gc<Class>, reserved: u32) -> Gc<Shape> {
        Shape::create(class, Box::default(), reserved, true)
    }

    /// The class of the instances.
    #[inline(always)]
    pub fn class(&self) -> &Gc<Class> {
        self.class.borrow()
    }

    /// The names of the attributes, in order; none for a dictionary shape.
    pub fn names(&self) -> &[Symbol] {
        &self.names
    }

    /// How many fields come before the attributes.
    #[inline(always)]
    pub fn reserved(&self) -> usize {
        self.reserved as usize
    }

    /// Whether the attributes are in a dictionary, which is the first field after the reserved ones.
    #[inline(always)]
    pub fn is_dictionary(&self) -> bool {
        self.is_dictionary
    }

    /// The field of an attribute.
    #[inline]
    pub fn find(&self, name: Symbol) -> Option<usize> {
        self.names.iter().position(|&known| known == name).map(|place| place + self.reserved as usize)
    }

    /// The shape with one attribute more, whose field comes behind all others; none if instances are to keep their
    /// attributes in a dictionary.
    pub fn with(&self, name: Symbol) -> Option<Gc<Shape>> {
        let mut next = self.next.borrow_mut();
        if let Some((_, shape)) = next.iter().find(|(known, _)| *known == name) {
            return Some(shape.clone());
        }
        if self.is_dictionary || self.names.len() >= MOST_NAMES || next.len() >= MOST_NEXT {
            return None;
        }
        let names = self.names.iter().copied().chain([name]).collect();
        let shape = Shape::create(self.class().clone(), names, self.reserved, false);
        next.push((name, shape.clone()));
        Some(shape)
    }
}

impl Trace for Shape {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        visit(self.class().as_ref());
        for (_, shape) in &*self.next.borrow() {
            visit(shape.as_ref());
        }
    }

    fn clear(&self) {
        self.next.take();
        // A class has its shapes for good, so it is the shape that lets go.
        self.class.set(types().object.clone());
    }
}

/// What the class says of the fields of its instances.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The first field holds a value of the built-in type that the class derives from.
    pub wraps: bool,
    /// How many names `__slots__` has, those of the bases included.
    pub slots: u32,
    /// Instances can have any attribute.
    pub has_dictionary: bool,
}

impl Layout {
    /// How many fields come before the attributes.
    pub fn reserved(self) -> u32 {
        self.slots + u32::from(self.wraps)
    }
}

/// The text of a name as a value, made once: the one that literals are, too.
pub fn text_of(name: Symbol) -> Value {
    thread_local! {
        static TEXTS: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
    }
    let place = name.number() as usize;
    TEXTS.with_borrow_mut(|texts| {
        if texts.len() <= place {
            texts.resize_with(place + 1, Value::default);
        }
        if texts[place].is_unbound() {
            texts[place] = interned(name.as_str());
        }
        texts[place].clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::offset_of;

    #[test]
    fn layout_is_what_compiled_code_expects() {
        assert_eq!(offset_of!(Shape, class), Shape::CLASS_OFFSET as usize);
    }
}
