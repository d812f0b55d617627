//! Class statements that run again. Each run of a script makes its classes anew; what was compiled for the classes of one run fits those
//! of the next only if they are the same objects.
//!
//! In: what a class statement of a module has made, and what the same statement is about to make in the next run. Out: the former class as
//! if it were new, where nothing could tell it from a new one: nobody has changed it, and its methods are of the same definitions.

use super::{Class, types};
use crate::resolve::tree::{Code, CodeId, CodeKind};
use crate::value::cell::Cell;
use crate::value::descriptor::{Property, Wrapper, is_plain};
use crate::value::dict::Dict;
use crate::value::function::Function;
use crate::value::heap::{Gc, Ref, Weak};
use crate::value::tuple::Tuple;
use crate::value::{Symbol, Value};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;

/// What the class statements of a module have made, by their bodies.
#[derive(Default)]
pub struct Statements {
    made: RefCell<FxHashMap<CodeId, (Weak, State)>>,
    former: RefCell<FxHashMap<CodeId, (Gc<Class>, State)>>,
    /// Those that make another class each time.
    fickle: RefCell<FxHashSet<CodeId>>,
}

/// A class as its statement left it.
#[derive(Clone, Copy)]
struct State {
    version: u64,
    /// How many names its body had.
    names: usize,
}

impl Statements {
    /// A run begins: classes that nobody has changed since they were made wait for their statements.
    pub fn begin(&self) {
        let fickle = self.fickle.borrow();
        let waiting = self.made.take().into_iter().filter_map(|(body, (class, state))| {
            let class = class.get_as::<Class>()?;
            let is_as_made = class.version() == state.version && !fickle.contains(&body);
            is_as_made.then(|| {
                class.era.set(Era::Awaited);
                (body, (class, state))
            })
        });
        let waiting = waiting.collect();
        drop(fickle);
        let gone = self.former.replace(waiting);
        gone.values().for_each(|(class, _)| class.era.set(Era::Past));
        // What goes may run a script's code: nothing is borrowed then.
        drop(gone);
    }

    /// Remembers what a class statement has made of a namespace.
    pub fn note(&self, body: &Code, class: &Gc<Class>, namespace: &Gc<Dict>) {
        let is_of_module = body.kind == CodeKind::Class && !body.qualified_name.contains("<locals>");
        if !is_of_module || class.metaclass().is_some() || class.lookup_from_script(Symbol::INIT_SUBCLASS).is_some() {
            return;
        }
        let mut made = self.made.borrow_mut();
        if !made.contains_key(&body.id) {
            if made.len() == made.capacity() {
                // Texts that are run once each (`exec`) leave classes behind that nobody has any more.
                made.retain(|_, (class, _)| class.get().is_some());
            }
            let state = State { version: class.version(), names: namespace.len() };
            made.insert(body.id, (Weak::new(class.as_ref()), state));
        }
    }

    /// The class that the statement made in the run before, with what its body says now, if that makes no other class of it.
    pub fn again(&self, body: &Code, name: &str, bases: &[Value], namespace: &Gc<Dict>) -> Option<Gc<Class>> {
        let (class, state) = self.former.borrow_mut().remove(&body.id)?;
        let object = Value::from(&types().object);
        let bases = if bases.is_empty() { std::slice::from_ref(&object) } else { bases };
        let has_bases = class.bases().len() == bases.len()
            && class.bases().iter().zip(bases).all(|(known, base)| base.as_gc().is_some_and(|base| known.is(base)));
        let is_as_made = class.version() == state.version && namespace.len() == state.names;
        let values = match has_bases && is_as_made && class.name() == name {
            true => Comparison { class: &class, pairs: Vec::new() }.values(&namespace.pairs()),
            false => None,
        };
        let Some(values) = values else {
            class.era.set(Era::Past);
            self.fickle.borrow_mut().insert(body.id);
            return None;
        };
        for (name, value) in values {
            match (name, &value) {
                (Symbol::QUALNAME, _) => class.set_qualified_name(value.as_str().unwrap_or(name.as_str())),
                (Symbol::CLASSCELL, _) => {
                    if let Some(cell) = value.downcast::<Cell>() {
                        cell.set(Value::from(&class));
                    }
                }
                _ => class.names.set(name, value),
            }
        }
        if namespace.get_str(Symbol::DOC.as_str()).is_none() {
            class.names.set(Symbol::DOC, Value::None);
        }
        class.era.set(Era::Present);
        class.subclasses().iter().filter(|class| class.is_present()).for_each(|class| class.era.set(Era::Past));
        self.made.borrow_mut().insert(body.id, (Weak::new(class.as_ref()), state));
        for base in class.bases() {
            let mut known = base.subclasses.borrow_mut();
            known.retain(|other| other.get().is_some_and(|other| other.address() != class.as_ref().address()));
            known.push(Weak::new(class.as_ref()));
        }
        Some(class)
    }

    /// Lets go of what waits.
    pub fn clear(&self) {
        let gone = self.former.take();
        drop(gone);
    }

    /// Visits what waits.
    pub fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.former.borrow().values().for_each(|(class, _)| visit(class.as_ref()));
    }
}

/// To which run of its script a class belongs.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Era {
    /// The one that is under way.
    #[default]
    Present,
    /// One that is over, and its statement may run again.
    Awaited,
    /// One that is over.
    Past,
}

impl Class {
    /// Whether it is of a run that is over, and waits for its statement to run again.
    pub fn is_awaited(&self) -> bool {
        self.era.get() == Era::Awaited
    }

    /// Whether it is of the run that is under way.
    pub fn is_present(&self) -> bool {
        self.era.get() == Era::Present
    }
}

/// The names of a class beside those that its statement is about to give it.
struct Comparison<'a> {
    class: &'a Gc<Class>,
    /// What is new and what it is like, with the number of handles to what is new that are accounted for.
    pairs: Vec<(Value, Value, u64)>,
}

impl Comparison<'_> {
    /// What each name is to have, where all may stay what they are or are plain; functions that stay have taken over the attributes of
    /// those in whose place they are.
    fn values(mut self, namespace: &[(Value, Value)]) -> Option<Vec<(Symbol, Value)>> {
        let mut values = Vec::with_capacity(namespace.len());
        for (key, value) in namespace {
            let name = Symbol::new(key.as_str()?);
            let value = match name {
                Symbol::QUALNAME if value.as_str().is_some() => value.clone(),
                Symbol::CLASSCELL => value.clone(),
                Symbol::QUALNAME | Symbol::ABSTRACT_METHODS => return None,
                _ => self.kept(name, value, &self.class.names.get(name)?)?,
            };
            values.push((name, value));
        }
        let is_one_to_one = self.pairs.iter().enumerate().all(|(place, (new, old, _))| {
            self.pairs[..place].iter().all(|(other_new, other_old, _)| new.is(other_new) == old.is(other_old))
        });
        if !is_one_to_one || !self.pairs.iter().all(|(new, ..)| self.is_unseen(new)) {
            return None;
        }
        for (new, old, _) in &self.pairs {
            if let (Some(new), Some(old)) = (new.downcast::<Function>(), old.downcast::<Function>()) {
                old.take_attributes(new);
            }
        }
        Some(values)
    }

    /// Whether nobody knows an object but the namespace: whoever else does would find another in the class.
    fn is_unseen(&self, new: &Value) -> bool {
        let known: u64 = self.pairs.iter().filter(|(other, ..)| other.is(new)).map(|(.., handles)| handles).sum();
        matches!(new, Value::Object(object) if object.count() <= known)
    }

    fn pair(&mut self, new: &Value, old: &Value, held: u64) {
        self.pairs.push((new.clone(), old.clone(), held + 1));
    }

    /// What a name has in the end, if the class can stay what it is.
    fn kept(&mut self, name: Symbol, new: &Value, old: &Value) -> Option<Value> {
        // In the namespace, and in the list of what is in it.
        const HELD: u64 = 2;
        if new.is(old) {
            return Some(old.clone());
        }
        if is_plain(new) && is_plain(old) {
            return (name != Symbol::SLOTS || is_same_constant(new, old)).then(|| new.clone());
        }
        if let (Some(first), Some(second)) = (new.downcast::<Property>(), old.downcast::<Property>()) {
            let parts =
                [(&first.getter, &second.getter), (&first.setter, &second.setter), (&first.deleter, &second.deleter)];
            let is_alike = first.doc_of_getter == second.doc_of_getter
                && is_same_constant(&first.doc(), &second.doc())
                && parts.into_iter().all(|(new, old)| new.is(old) || self.are_alike(new, old, 1));
            self.pair(new, old, HELD);
            return is_alike.then(|| old.clone());
        }
        let is_alike = match (new.downcast::<Wrapper>(), old.downcast::<Wrapper>()) {
            (Some(first), Some(second)) => {
                self.pair(new, old, HELD);
                first.is_for_class() == second.is_for_class()
                    && !first.is_shown()
                    && !second.is_shown()
                    && self.are_alike(first.function(), second.function(), 1)
            }
            // Some methods are wrapped for their names.
            (None, Some(second)) => !second.is_shown() && self.are_alike(new, second.function(), HELD),
            _ => self.are_alike(new, old, HELD),
        };
        is_alike.then(|| old.clone())
    }

    /// Whether one function does what another does.
    fn are_alike(&mut self, new: &Value, old: &Value, held: u64) -> bool {
        let (Some(first), Some(second)) = (new.downcast::<Function>(), old.downcast::<Function>()) else {
            return false;
        };
        let are_same = |new: &[Value], old: &[Value]| {
            new.len() == old.len() && new.iter().zip(old).all(|(new, old)| is_same_constant(new, old))
        };
        let is_class = |value: &Value| value.as_gc::<Class>().is_some_and(|held| held.is(self.class));
        let has_class = |cell: &Value| cell.downcast::<Cell>().is_some_and(|cell| is_class(cell.borrow()));
        let mut captured = first.code().free.iter().zip(first.closure().iter().zip(second.closure()));
        let is_alike = first.is_of_same_definition(second)
            && are_same(first.defaults(), second.defaults())
            && are_same(first.keyword_defaults(), second.keyword_defaults())
            && captured
                .all(|((name, _), (new, old))| new.is(old) || &**name == Symbol::CLASS.as_str() && has_class(old));
        self.pair(new, old, held);
        is_alike
    }
}

/// Whether two values are one that never changes.
fn is_same_constant(a: &Value, b: &Value) -> bool {
    match (a.downcast::<Tuple>(), b.downcast::<Tuple>()) {
        (Some(a), Some(b)) => {
            let (a, b) = (a.items(), b.items());
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same_constant(a, b))
        }
        _ => a.is(b) || a.as_str().is_some_and(|text| b.as_str() == Some(text)),
    }
}
