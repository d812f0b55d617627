//! Attributes: reading, storing, updating, deleting.
//!
//! In: objects and names. Out: what `ops::attribute` says. Where an attribute of an instance lies is remembered by the
//! node, so that the usual access is two comparisons and a load.

use std::cell::Cell;

use super::block::Statement;
use super::context::Context;
use super::frame::Frame;
use super::node::{Node, Operand};
use super::seen::{Added, Computed, Key, Seen, Shared};
use crate::resolve::tree::BinaryOp;
use crate::source::Span;
use crate::value::class::Class;
use crate::value::function::Function;
use crate::value::host::Host;
use crate::value::instance::Instance;
use crate::value::module::Module;
use crate::value::{Raise, Res, Symbol, Value, class_of, ops};

/// `object.name`
pub struct Attribute<A> {
    object: A,
    /// Where it was before.
    seen: Seen,
    rest: Elsewhere,
}

/// What an attribute is that does not lie where it did before. It is apart, so that the usual access saves no registers.
struct Elsewhere {
    name: Symbol,
    span: Span,
    /// Where it was before, if all instances share it.
    shared: Shared,
    /// The property it was before.
    computed: Computed,
    /// How often it may still look.
    tries: Cell<u8>,
}

impl<A: Operand> Node for Attribute<A> {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let held = self.object.hold(frame, context)?;
        let object = self.object.look(frame, &held);
        if let Some(instance) = object.downcast::<Instance>()
            && let Some(place) = self.seen.place(instance)
        {
            let value = instance.field(place);
            if !value.is_unbound() {
                return Ok(value);
            }
        }
        self.rest.value(&self.seen, object, context)
    }
}

/// How often a node looks where an attribute lies before it gives up: some are found in no one place.
const TRIES: u8 = 64;

impl<A> Attribute<A> {
    /// The node.
    pub fn new(object: A, name: Symbol, span: Span) -> Attribute<A> {
        let (shared, computed, tries) = (Shared::default(), Computed::default(), Cell::new(TRIES));
        Attribute { object, seen: Seen::default(), rest: Elsewhere { name, span, shared, computed, tries } }
    }
}

impl Elsewhere {
    #[inline(never)]
    fn value(&self, seen: &Seen, object: &Value, context: &Context) -> Res {
        if let Some(instance) = object.downcast::<Instance>() {
            if seen.place(instance).is_some() {
                // It was deleted.
            } else if let Some(value) = self.shared.of_instance(instance) {
                return Ok(value);
            } else if let Some(item) = self.computed.item(instance) {
                return Ok(item);
            } else if let Some(getter) = self.computed.getter(instance) {
                return compute(&getter, object, &[], context).map_err(|_| context.fail(self.span));
            } else if self.tries.get() > 0 {
                seen.learn(object, instance, self.name);
                self.computed.learn(object, instance, self.name);
            }
        } else if let Some(class) = object.downcast::<Class>() {
            if let Some(value) = self.shared.of_class(class) {
                return Ok(value);
            }
            if self.name == Symbol::NAME && class.metaclass().is_none() {
                return Ok(class.name_text());
            }
        } else if let Some(module) = object.downcast::<Module>()
            && let Some(value) = module.get(self.name)
        {
            return Ok(value);
        }
        let value = get(object, self.name, self.span, context)?;
        if self.may_learn() {
            self.shared.learn(object, self.name, &value);
        }
        Ok(value)
    }

    fn may_learn(&self) -> bool {
        let left = self.tries.get();
        self.tries.set(left.saturating_sub(1));
        left > 0
    }
}

/// `object.__class__`
pub struct ClassAttribute {
    object: Box<dyn Node>,
    span: Span,
    /// What instances are like that say nothing else of their class.
    plain: Cell<Key>,
}

impl ClassAttribute {
    /// The node.
    pub fn new(object: Box<dyn Node>, span: Span) -> ClassAttribute {
        ClassAttribute { object, span, plain: Cell::default() }
    }

    #[cold]
    fn learn(&self, object: &Value, instance: &Instance) {
        let class = class_of(object);
        let (traits, shape) = (class.traits(), instance.shape());
        let has_own = class.may_pretend() || shape.is_dictionary() || shape.find(Symbol::CLASS).is_some();
        if !traits.getattr && !has_own {
            self.plain.set(Key::of(instance));
        }
    }
}

impl Node for ClassAttribute {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let object = self.object.value(frame, context)?;
        if let Some(instance) = object.downcast::<Instance>() {
            if Key::of(instance) == self.plain.get() {
                return Ok(Value::from(instance.class()));
            }
            self.learn(&object, instance);
        }
        get(&object, Symbol::CLASS, self.span, context)
    }
}

/// What a function of a property does for an object.
#[inline(never)]
fn compute(function: &Value, object: &Value, stored: &[Value], context: &Context) -> Res {
    match (function.as_gc::<Function>(), stored) {
        (Some(function), _) => context.call_with_first(function, object.clone(), stored),
        (None, []) => ops::call::call(function, std::slice::from_ref(object)),
        (None, [value, ..]) => ops::call::call(function, &[object.clone(), value.clone()]),
    }
}

#[inline(never)]
fn get(object: &Value, name: Symbol, span: Span, context: &Context) -> Res {
    ops::attribute::get(object, name).map_err(|_| context.fail(span))
}

/// What a store has seen.
#[derive(Default)]
pub struct Stored {
    /// Where the attribute was before.
    seen: Seen,
    /// What it led to before.
    added: Added,
    /// The property it was before.
    computed: Computed,
    /// How often it has looked.
    looked: Cell<u8>,
}

impl Stored {
    #[inline(always)]
    fn set(&self, object: &Value, name: Symbol, value: Value, context: &Context) -> Result<(), Raise> {
        let Some(instance) = object.downcast::<Instance>() else {
            return ops::attribute::set(object, name, value);
        };
        if let Some(place) = self.seen.place(instance) {
            instance.set_field(place, value);
            return Ok(());
        }
        match self.added.add(instance, value) {
            Ok(()) => Ok(()),
            Err(value) => self.set_other(object, instance, name, value, context),
        }
    }

    #[inline(never)]
    fn set_other(
        &self,
        object: &Value,
        instance: &Instance,
        name: Symbol,
        value: Value,
        context: &Context,
    ) -> Result<(), Raise> {
        if let Some(setter) = self.computed.setter(instance) {
            return compute(&setter, object, &[value], context).map(drop);
        }
        let looked = self.looked.get();
        if looked < TRIES {
            self.looked.set(looked + 1);
            self.seen.learn(object, instance, name);
            self.added.learn(object, instance, name);
            self.computed.learn(object, instance, name);
        }
        ops::attribute::set(object, name, value)
    }
}

/// `object.name = value`
pub struct SetAttribute<A> {
    /// Whose attribute.
    pub object: A,
    /// Its name.
    pub name: Symbol,
    /// What is stored.
    pub value: Box<dyn Node>,
    /// Its place.
    pub span: Span,
    /// What came of it before.
    pub stored: Stored,
}

impl<A: Operand> Statement for SetAttribute<A> {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let value = self.value.value(frame, context)?;
        let held = self.object.hold(frame, context)?;
        let object = self.object.look(frame, &held);
        self.stored.set(object, self.name, value, context).map_err(|_| context.fail(self.span))
    }
}

/// `object.name op= value`
pub struct UpdateAttribute {
    /// Whose attribute.
    pub object: Box<dyn Node>,
    /// Its name.
    pub name: Symbol,
    /// The operator.
    pub op: BinaryOp,
    /// The right operand.
    pub value: Box<dyn Node>,
    /// Its place.
    pub span: Span,
    /// The place of the attribute in it.
    pub target_span: Span,
    /// Where it was before.
    pub seen: Seen,
    /// The property it was before.
    pub computed: Computed,
}

impl UpdateAttribute {
    /// The same through a property that the node knows.
    #[inline(never)]
    fn compute(&self, getter: &Value, object: &Value, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let failed = |_| context.fail(self.target_span);
        let old = compute(getter, object, &[], context).map_err(failed)?;
        let value = self.value.value(frame, context)?;
        let new = ops::in_place(self.op, &old, &value).map_err(|_| context.fail(self.span))?;
        drop(old);
        // What has run may have changed the object.
        match object.downcast::<Instance>().and_then(|instance| self.computed.setter(instance)) {
            Some(setter) => compute(&setter, object, &[new], context).map(drop),
            None => ops::attribute::set(object, self.name, new),
        }
        .map_err(failed)
    }
}

impl Statement for UpdateAttribute {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let object = self.object.value(frame, context)?;
        if let Some(instance) = object.downcast::<Instance>() {
            match self.seen.place(instance) {
                Some(place) => {
                    let old = instance.field(place);
                    if !old.is_unbound() {
                        let value = self.value.value(frame, context)?;
                        let new = ops::in_place(self.op, &old, &value).map_err(|_| context.fail(self.span))?;
                        drop(old);
                        // The operator may have changed the object.
                        if self.seen.place(instance) == Some(place) {
                            instance.set_field(place, new);
                            return Ok(());
                        }
                        let set = ops::attribute::set(&object, self.name, new);
                        return set.map_err(|_| context.fail(self.target_span));
                    }
                }
                None => match self.computed.getter(instance) {
                    Some(getter) => return self.compute(&getter, &object, frame, context),
                    None => {
                        self.seen.learn(&object, instance, self.name);
                        self.computed.learn(&object, instance, self.name);
                    }
                },
            }
        }
        let old = get(&object, self.name, self.target_span, context)?;
        let value = self.value.value(frame, context)?;
        let result = ops::in_place(self.op, &old, &value).map_err(|_| context.fail(self.span))?;
        ops::attribute::set(&object, self.name, result).map_err(|_| context.fail(self.target_span))
    }
}

/// `del object.name`
pub struct DeleteAttribute {
    /// Whose attribute.
    pub object: Box<dyn Node>,
    /// Its name.
    pub name: Symbol,
    /// Its place.
    pub span: Span,
}

impl Statement for DeleteAttribute {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let object = self.object.value(frame, context)?;
        ops::attribute::delete(&object, self.name).map_err(|_| context.fail(self.span))
    }
}
