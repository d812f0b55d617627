//! Generic statements without control flow: assignments, stores, deletions, what comprehensions do.
//!
//! In: expression nodes. Out: statements that evaluate in Python's order and have their effect last.

use std::rc::Rc;

use super::context::Context;
use super::frame::{Frame, put, slot, slot_mut};
use super::node::{Node, Operand};
use super::origin::Origin;
use super::special::Special;
use super::unpack;
use crate::builtins::modules::{facts, sys};
use crate::raise;
use crate::resolve::tree::{BinaryOp, Place, Slot};
use crate::source::Span;
use crate::value::array::pending;
use crate::value::cell::Cell;
use crate::value::dict::Dict;
use crate::value::exception::{Error, raise_named};
use crate::value::heap::Storage;
use crate::value::list::List;
use crate::value::set::Set;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Res, Symbol, Value, ops, type_name};

use super::block::Statement;

/// A variable that is assigned.
pub struct Target {
    /// Where.
    pub place: Place,
    /// The module, for globals.
    pub origin: Rc<Origin>,
}

impl Target {
    /// Assigns.
    #[inline(always)]
    pub fn store(&self, frame: &mut Frame, value: Value) {
        match self.place {
            Place::Local(at) => *slot_mut(frame, at) = value,
            Place::Cell(at) => {
                if let Some(cell) = slot(frame, at).downcast::<Cell>() {
                    cell.set(value);
                }
            }
            Place::Global(at) => self.origin.module.set_slot(at.0, value),
        }
    }
}

/// `target = value`
pub struct Assign {
    /// Where to.
    pub target: Target,
    /// The value.
    pub value: Box<dyn Node>,
}

impl Statement for Assign {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let value = self.value.value(frame, context)?;
        self.target.store(frame, value);
        Ok(())
    }
}

/// `target = temporary`: the value is moved.
pub struct Move {
    /// Where to.
    pub target: Target,
    /// The hidden slot.
    pub from: Slot,
}

impl Statement for Move {
    fn run(&self, frame: &mut Frame, _context: &Context) -> Result<(), Raise> {
        let value = slot_mut(frame, self.from).take();
        self.target.store(frame, value);
        Ok(())
    }
}

/// `target op= value`
pub struct Update {
    /// The variable.
    pub target: Target,
    /// The variable as an expression, which raises if it is unbound.
    pub old: Box<dyn Node>,
    /// The operator.
    pub op: BinaryOp,
    /// The right operand.
    pub value: Box<dyn Node>,
    /// What instances do to themselves.
    pub instances: Special,
    /// What instances give for the operator alone.
    pub plain: Special,
    /// Its place.
    pub span: Span,
}

/// The variable lets go of its text, which can then grow where it is.
fn append(target: &Target, mut old: Value, more: &Value, frame: &mut Frame) -> Result<(), Raise> {
    target.store(frame, Value::Unbound);
    let appended = ops::sequence::append_text(&mut old, more);
    target.store(frame, old);
    appended
}

fn are_texts(a: &Value, b: &Value) -> bool {
    a.kind() == Some(Kind::Str) && b.kind() == Some(Kind::Str)
}

/// `target = target + more`: text grows as with `+=`, whatever else is there is added.
pub struct Grow {
    /// The variable.
    pub target: Target,
    /// The variable as an expression, which raises if it is unbound.
    pub old: Box<dyn Node>,
    /// The right operand.
    pub more: Box<dyn Node>,
    /// The sum, for anything but text.
    pub sum: Box<dyn Node>,
    /// Its place.
    pub span: Span,
}

impl Statement for Grow {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let old = self.old.value(frame, context)?;
        if old.kind() != Some(Kind::Str) {
            drop(old);
            let sum = self.sum.value(frame, context)?;
            self.target.store(frame, sum);
            return Ok(());
        }
        let more = self.more.value(frame, context)?;
        let done = match are_texts(&old, &more) {
            true => append(&self.target, old, &more, frame),
            false => ops::binary(BinaryOp::Add, &old, &more).map(|sum| self.target.store(frame, sum)),
        };
        done.map_err(|_| context.fail(self.span))
    }
}

impl Statement for Update {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let old = self.old.value(frame, context)?;
        let value = self.value.loose(frame, context)?;
        if self.op == BinaryOp::Add && are_texts(&old, &value) {
            return append(&self.target, old, &value, frame).map_err(|_| context.fail(self.span));
        }
        if let Some(result) = ops::arithmetic::of_ints(self.op, &old, &value) {
            self.target.store(frame, result.map_err(|_| context.fail(self.span))?);
            return Ok(());
        }
        let result = match pending::is_pending(&value) {
            true => pending::in_place(self.op, &old, value),
            false => {
                let result = self.instances.update(&self.plain, self.op, &old, &value, context);
                result.unwrap_or_else(|| ops::in_place(self.op, &old, &value))
            }
        };
        self.target.store(frame, result.map_err(|_| context.fail(self.span))?);
        Ok(())
    }
}

/// `object[index] = value`
pub struct SetIndex<A, B> {
    /// The container.
    pub object: A,
    /// The index.
    pub index: B,
    /// What is stored.
    pub value: Box<dyn Node>,
    /// What instances do.
    pub set: Special,
    /// Its place.
    pub span: Span,
}

impl<A: Operand, B: Operand> Statement for SetIndex<A, B> {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let value = self.value.loose(frame, context)?;
        let object = self.object.hold(frame, context)?;
        let index = self.index.hold(frame, context)?;
        let (object, index) = (self.object.look(frame, &object), self.index.look(frame, &index));
        if pending::is_pending(&value) {
            return pending::set_item(object, index, value).map_err(|_| context.fail(self.span));
        }
        if let Value::Int(index) = index
            && let Some(list) = object.as_gc::<List>()
            && let Some(place) = list.place(*index)
        {
            list.set(place, value);
            return Ok(());
        }
        match self.set.call(object, Symbol::SETITEM, [index, &value], context) {
            Some(result) => result.map(drop),
            None => ops::index::set(object, index, value),
        }
        .map_err(|_| context.fail(self.span))
    }
}

/// `old op= value`, where the value may be an expression that was put off.
#[inline(always)]
fn in_place(op: BinaryOp, old: &Value, value: Value) -> Res {
    if pending::is_pending(&value) { pending::in_place(op, old, value) } else { ops::in_place(op, old, &value) }
}

/// `object[index] op= value`
pub struct UpdateIndex<A, B> {
    /// The container.
    pub object: A,
    /// The index.
    pub index: B,
    /// The operator.
    pub op: BinaryOp,
    /// The right operand.
    pub value: Box<dyn Node>,
    /// What instances do for the old value.
    pub get: Special,
    /// What instances do with the new value.
    pub set: Special,
    /// The place of the subscript.
    pub target_span: Span,
    /// Its place.
    pub span: Span,
}

impl<A: Operand, B: Operand> Statement for UpdateIndex<A, B> {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let held = self.object.hold(frame, context)?;
        let held_index = self.index.hold(frame, context)?;
        let (object, index) = (self.object.look(frame, &held), self.index.look(frame, &held_index));
        let old = self.get.call(object, Symbol::GETITEM, [index], context);
        let old = old.unwrap_or_else(|| ops::index::get(object, index)).map_err(|_| context.fail(self.target_span))?;
        let value = self.value.loose(frame, context)?;
        let result = in_place(self.op, &old, value).map_err(|_| context.fail(self.span))?;
        let (object, index) = (self.object.look(frame, &held), self.index.look(frame, &held_index));
        match self.set.call(object, Symbol::SETITEM, [index, &result], context) {
            Some(result) => result.map(drop),
            None => ops::index::set(object, index, result),
        }
        .map_err(|_| context.fail(self.target_span))
    }
}

/// `a, *b, c = value`
pub struct Unpack {
    /// One variable an item.
    pub targets: Box<[Target]>,
    /// Which of them takes the rest as a list.
    pub star: Option<usize>,
    /// What is unpacked.
    pub value: Box<dyn Node>,
    /// The hidden slot that the value is in, if it is in one: the statement empties it.
    pub temporary: Option<Slot>,
    /// Its place.
    pub span: Span,
}

impl Statement for Unpack {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let value = match self.temporary {
            Some(temporary) => slot_mut(frame, temporary).take(),
            None => self.value.value(frame, context)?,
        };
        if self.star.is_none()
            && let Some(tuple) = value.downcast::<Tuple>()
            && tuple.len() == self.targets.len()
        {
            for (target, item) in self.targets.iter().zip(tuple.items()) {
                target.store(frame, item.clone());
            }
            return Ok(());
        }
        if self.star.is_none()
            && let Some(list) = value.downcast::<List>()
            && list.len() == self.targets.len()
        {
            match list.storage() {
                Storage::Int => self.store_all(frame, |place| list.int_at(place as i64).map(Value::Int)),
                _ => self.store_all(frame, |place| list.get(place)),
            }
            return Ok(());
        }
        let items = unpack::items(&value, self.targets.len(), self.star).map_err(|_| context.fail(self.span))?;
        for (target, item) in self.targets.iter().zip(items) {
            target.store(frame, item);
        }
        Ok(())
    }
}

impl Unpack {
    /// Stores the items of a list of the right length, which stays as it is: storing runs no script code.
    #[inline(always)]
    fn store_all(&self, frame: &mut Frame, item: impl Fn(usize) -> Option<Value>) {
        for (place, target) in self.targets.iter().enumerate() {
            target.store(frame, item(place).unwrap_or_default());
        }
    }
}

/// An expression whose value is dropped.
pub struct Evaluate(pub Box<dyn Node>);

impl Statement for Evaluate {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        self.0.value(frame, context).map(drop)
    }
}

/// An expression whose value an interactive prompt shows.
pub struct Show(pub Box<dyn Node>);

impl Statement for Show {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let value = self.0.value(frame, context)?;
        let value = std::slice::from_ref(&value);
        // A script that has not imported `sys` cannot have a hook of its own.
        match sys::current("displayhook") {
            Some(hook) => ops::call::call(&hook, value).map(drop),
            None => facts::display(value).map(drop),
        }
    }
}

/// What a comprehension does with each item.
pub enum Collect {
    /// Appends to a list.
    Append(Box<dyn Node>),
    /// Appends all items of an iterable to a list.
    Extend(Box<dyn Node>),
    /// Adds to a set.
    Add(Box<dyn Node>),
    /// Stores into a dict.
    Insert(Box<dyn Node>, Box<dyn Node>),
    /// Stores all pairs of a mapping into a dict.
    Merge(Box<dyn Node>),
}

/// Adds to a container that only this statement's block can see.
pub struct CollectInto {
    /// The slot of the container.
    pub slot: Slot,
    /// What is added.
    pub what: Collect,
    /// Its place.
    pub span: Span,
}

impl Statement for CollectInto {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let done = match &self.what {
            Collect::Append(value) => {
                let value = value.value(frame, context)?;
                match slot(frame, self.slot).as_gc::<List>() {
                    Some(list) => list.push(value),
                    None => unreachable!("a list display was begun in this slot"),
                }
                Ok(())
            }
            Collect::Extend(values) => {
                let values = values.value(frame, context)?;
                match slot(frame, self.slot).as_gc::<List>() {
                    Some(list) => ops::binary::extend(list, &values)
                        .map_err(|raised| ops::iterate::unpacking_error(&values, raised, "Value")),
                    None => unreachable!("a list display was begun in this slot"),
                }
            }
            Collect::Add(value) => {
                let value = value.value(frame, context)?;
                match slot(frame, self.slot).as_gc::<Set>() {
                    Some(set) => set.add(value),
                    None => unreachable!("a set display was begun in this slot"),
                }
            }
            Collect::Insert(key, value) => {
                let key = key.value(frame, context)?;
                let value = value.value(frame, context)?;
                match slot(frame, self.slot).as_gc::<Dict>() {
                    Some(dict) => dict.set(key, value),
                    None => unreachable!("a dict display was begun in this slot"),
                }
            }
            Collect::Merge(mapping) => {
                let mapping = mapping.value(frame, context)?;
                let not_a_mapping = || raise!(TypeError, "'{}' object is not a mapping", type_name(&mapping));
                match slot(frame, self.slot).as_gc::<Dict>().cloned() {
                    Some(dict) => ops::mapping::merge(&dict, &mapping).and_then(|known| match known {
                        true => Ok(()),
                        false => Err(not_a_mapping()),
                    }),
                    None => unreachable!("a dict display was begun in this slot"),
                }
            }
        };
        done.map_err(|Raise| context.fail(self.span))
    }
}

/// `del name`
pub struct Delete {
    /// The variable.
    pub target: Target,
    /// The variable as an expression, which raises if it is unbound.
    pub old: Box<dyn Node>,
}

impl Statement for Delete {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        if let Place::Global(at) = self.target.place
            && self.target.origin.global(at).is_unbound()
        {
            // A built-in of that name cannot be deleted.
            let name = self.target.origin.global_name(at).as_str();
            let message = format_args!("name '{name}' is not defined");
            return Err(raise_named(Error::NameError, name, message));
        }
        self.old.value(frame, context)?;
        self.target.store(frame, Value::Unbound);
        Ok(())
    }
}

/// `del object[index]`
pub struct DeleteIndex {
    /// The container.
    pub object: Box<dyn Node>,
    /// The index.
    pub index: Box<dyn Node>,
    /// Its place.
    pub span: Span,
}

impl Statement for DeleteIndex {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let object = self.object.value(frame, context)?;
        let index = self.index.value(frame, context)?;
        ops::index::delete(&object, &index).map_err(|_| context.fail(self.span))
    }
}

/// Puts a fresh cell into a slot, with what is in another one.
pub struct NewCell {
    /// The first.
    pub target: Slot,
    /// The other.
    pub value: Option<Slot>,
}

impl Statement for NewCell {
    fn run(&self, frame: &mut Frame, _context: &Context) -> Result<(), Raise> {
        let value = self.value.map_or(Value::Unbound, |at| slot(frame, at).clone());
        *slot_mut(frame, self.target) = Value::from(Cell::create(value));
        Ok(())
    }
}

/// Empties hidden slots.
pub struct Release(pub Box<[Slot]>);

impl Statement for Release {
    fn run(&self, frame: &mut Frame, _context: &Context) -> Result<(), Raise> {
        for &at in &self.0 {
            put(slot_mut(frame, at), Value::Unbound);
        }
        Ok(())
    }
}
