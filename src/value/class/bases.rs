//! `class.__bases__ = bases`.
//!
//! In: a class and the classes that it is to derive from instead. Out: it and all that derive from it have new orders of
//! lookup; or CPython's TypeError. The orders before stay in memory: whoever goes over one does so undisturbed.

use super::{Class, Gc, Layout, linearise, types};
use crate::raise;
use crate::value::heap::Weak;
use crate::value::tuple::Tuple;
use crate::value::{Raise, Value, type_name};
use std::cell::OnceCell;

/// Bases that took the place of those that a class began with, and the order of lookup that came of them.
pub(super) struct Lineage {
    pub(super) bases: Vec<Gc<Class>>,
    pub(super) ancestors: Vec<Gc<Class>>,
}

/// Something newer, if there is.
#[derive(Default)]
pub(super) struct Later(OnceCell<Box<(Lineage, Later)>>);

impl Later {
    /// The newest of all.
    pub(super) fn newest(&self) -> Option<&Lineage> {
        let mut found = self.0.get()?;
        while let Some(next) = found.1.0.get() {
            found = next;
        }
        Some(&found.0)
    }

    pub(super) fn add(&self, lineage: Lineage) {
        let mut last = self;
        while let Some(next) = last.0.get() {
            last = &next.1;
        }
        // It is the last: nothing came after it yet.
        let _ = last.0.set(Box::new((lineage, Later::default())));
    }

    /// Calls `visit` with each class of all of them.
    pub(super) fn each(&self, visit: &mut dyn FnMut(&Gc<Class>)) {
        let mut later = self;
        while let Some(next) = later.0.get() {
            next.0.bases.iter().chain(&next.0.ancestors).for_each(&mut *visit);
            later = &next.1;
        }
    }
}

/// Replaces the bases of a class.
pub fn set_bases(class: &Gc<Class>, bases: &Value) -> Result<(), Raise> {
    let name = class.name();
    let Some(tuple) = bases.downcast::<Tuple>() else {
        return Err(raise!(TypeError, "can only assign tuple to {name}.__bases__, not {}", type_name(bases)));
    };
    if tuple.items().is_empty() {
        return Err(raise!(TypeError, "can only assign non-empty tuple to {name}.__bases__, not ()"));
    }
    let mut wanted: Vec<Gc<Class>> = Vec::new();
    for base in tuple.items() {
        let Some(base) = base.as_gc::<Class>() else {
            let given = type_name(base);
            return Err(raise!(TypeError, "{name}.__bases__ must be tuple of classes, not '{given}'"));
        };
        if base.is_subclass(class) {
            return Err(raise!(TypeError, "a __bases__ item causes an inheritance cycle"));
        }
        wanted.push(base.clone());
    }
    let (old, new) = (best(class.bases()), best(&wanted));
    if inherited(&wanted) != inherited(class.bases()) || old.is(&types().object) != new.is(&types().object) {
        let (new, old) = (new.name(), old.name());
        return Err(raise!(TypeError, "__bases__ assignment: '{new}' object layout differs from '{old}'"));
    }
    let Some(ancestors) = linearise(&wanted) else {
        let listed: Vec<String> = wanted.iter().map(|class| class.name()).collect();
        let listed = listed.join(", ");
        return Err(raise!(TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases {listed}"));
    };
    for base in class.bases() {
        base.subclasses.borrow_mut().retain(|known| known.get_as::<Class>().is_some_and(|known| !known.is(class)));
    }
    for base in &wanted {
        base.subclasses.borrow_mut().push(Weak::new(class.as_ref()));
    }
    class.relate(Lineage { bases: wanted, ancestors });
    for below in class.subclasses() {
        reorder(&below);
    }
    class.ask_metaclass();
    class.changed();
    Ok(())
}

impl Gc<Class> {
    /// Gives the class the order of lookup that its metaclass wants, itself first.
    pub fn set_order(&self, order: &[Value]) -> Result<(), Raise> {
        let mut ancestors = Vec::new();
        for class in order {
            let Some(class) = class.as_gc::<Class>() else {
                return Err(raise!(TypeError, "mro() returned a non-class ('{}')", type_name(class)));
            };
            if !class.is(self) {
                ancestors.push(class.clone());
            }
        }
        self.relate(Lineage { bases: self.bases().to_vec(), ancestors });
        self.changed();
        Ok(())
    }
}

/// Gives a class the order of lookup that follows from its bases, and so all that derive from it.
fn reorder(class: &Gc<Class>) {
    let bases = class.bases().to_vec();
    if let Some(ancestors) = linearise(&bases) {
        class.relate(Lineage { bases, ancestors });
    }
    class.ask_metaclass();
    class.subclasses().iter().for_each(reorder);
}

/// What instances get from the bases of their class.
fn inherited(bases: &[Gc<Class>]) -> Layout {
    Layout {
        wraps: bases.iter().any(|base| base.layout.wraps || base.is_wrapped()),
        slots: bases.iter().map(|base| base.layout.slots).max().unwrap_or(0),
        has_dictionary: bases.iter().any(|base| base.layout.has_dictionary),
    }
}

/// The base that says most of the instances, of which there is one at least: the first whose layout the others' do not go beyond.
pub fn best(bases: &[Gc<Class>]) -> &Gc<Class> {
    let mut found = &bases[0];
    for base in &bases[1..] {
        let (old, new) = (said_by(found), said_by(base));
        if !old.is_subclass(new) && new.is_subclass(old) {
            found = base;
        }
    }
    found
}

/// The class that says what the instances of another one look like: the nearest that is built in or has slots.
fn said_by(class: &Gc<Class>) -> &Gc<Class> {
    let slots = |bases: &[Gc<Class>]| bases.iter().map(|base| base.layout.slots).max().unwrap_or(0);
    if !class.from_script || class.bases().is_empty() || class.layout.slots > slots(class.bases()) {
        return class;
    }
    said_by(best(class.bases()))
}
