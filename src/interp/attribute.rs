//! Attributes: reading, storing, updating, deleting.
//!
//! In: objects and names. Out: what `ops::attribute` says. Where an attribute of an instance lies is remembered by the
//! node, so that the usual access is two comparisons and a load.

use super::block::Statement;
use super::context::Context;
use super::frame::Frame;
use super::node::{Node, Operand};
use super::seen::{Added, Computed, Seen, Shared, property};
use crate::resolve::tree::BinaryOp;
use crate::source::Span;
use crate::value::class::Class;
use crate::value::descriptor::Property;
use crate::value::function::Function;
use crate::value::host::Host;
use crate::value::instance::Instance;
use crate::value::module::Module;
use crate::value::{Gc, Raise, Res, Symbol, Value, ops};

/// `object.name`
pub struct Attribute<A> {
    /// Whose attribute.
    pub object: A,
    /// Its name.
    pub name: Symbol,
    /// Its place.
    pub span: Span,
    /// Where it was before.
    pub seen: Seen,
    /// Where it was before, if all instances share it.
    pub shared: Shared,
    /// The property it was before.
    pub computed: Computed,
}

impl<A: Operand> Node for Attribute<A> {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let held = self.object.hold(frame, context)?;
        let object = self.object.look(frame, &held);
        if let Some(instance) = object.downcast::<Instance>() {
            if let Some(place) = self.seen.place(instance) {
                let value = instance.field(place);
                if !value.is_unbound() {
                    return Ok(value);
                }
            } else if let Some(value) = self.shared.of_instance(instance) {
                return Ok(value);
            } else if let Some(found) = self.computed.of_instance(instance)
                && let Some(property) = property(found)
            {
                return compute(&property, object, context).map_err(|_| context.fail(self.span));
            } else {
                self.seen.learn(object, instance, self.name);
                self.computed.learn(object, instance, self.name);
            }
        } else if let Some(class) = object.downcast::<Class>() {
            if let Some(value) = self.shared.of_class(class) {
                return Ok(value);
            }
        } else if let Some(module) = object.downcast::<Module>()
            && let Some(value) = module.get(self.name)
        {
            return Ok(value);
        }
        let value = get(object, self.name, self.span, context)?;
        self.shared.learn(object, self.name, &value);
        Ok(value)
    }
}

/// What a property is for an object.
#[inline(never)]
fn compute(property: &Gc<Property>, object: &Value, context: &Context) -> Res {
    match property.getter.as_gc::<Function>() {
        Some(function) => context.call_with_first(function, object.clone(), &[]),
        None => ops::call::call(&property.getter, std::slice::from_ref(object)),
    }
}

#[inline(never)]
fn get(object: &Value, name: Symbol, span: Span, context: &Context) -> Res {
    ops::attribute::get(object, name).map_err(|_| context.fail(span))
}

/// Stores an attribute.
#[inline(always)]
fn set(object: &Value, name: Symbol, value: Value, seen: &Seen, added: &Added) -> Result<(), Raise> {
    let Some(instance) = object.downcast::<Instance>() else {
        return ops::attribute::set(object, name, value);
    };
    if let Some(place) = seen.place(instance) {
        instance.set_field(place, value);
        return Ok(());
    }
    match added.add(instance, value) {
        Ok(()) => Ok(()),
        Err(value) => set_unseen(object, instance, name, value, seen, added),
    }
}

#[inline(never)]
fn set_unseen(
    object: &Value,
    instance: &Instance,
    name: Symbol,
    value: Value,
    seen: &Seen,
    added: &Added,
) -> Result<(), Raise> {
    seen.learn(object, instance, name);
    added.learn(object, instance, name);
    ops::attribute::set(object, name, value)
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
    /// Where it was before.
    pub seen: Seen,
    /// What it led to before.
    pub added: Added,
}

impl<A: Operand> Statement for SetAttribute<A> {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let value = self.value.value(frame, context)?;
        let held = self.object.hold(frame, context)?;
        let object = self.object.look(frame, &held);
        set(object, self.name, value, &self.seen, &self.added).map_err(|_| context.fail(self.span))
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
    /// Where it was before.
    pub seen: Seen,
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
                        return ops::attribute::set(&object, self.name, new).map_err(|_| context.fail(self.span));
                    }
                }
                None => self.seen.learn(&object, instance, self.name),
            }
        }
        let old = get(&object, self.name, self.span, context)?;
        let value = self.value.value(frame, context)?;
        let result = ops::in_place(self.op, &old, &value).map_err(|_| context.fail(self.span))?;
        ops::attribute::set(&object, self.name, result).map_err(|_| context.fail(self.span))
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
