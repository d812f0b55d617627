//! Operations that make objects and fill them.

use super::not_read;
use super::read::Load;
use crate::raise;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::instance::Instance;
use crate::value::list::List;
use crate::value::ops::{attribute, call, construct, index};
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, type_name};

/// A state of more attributes is a dictionary as it is; their names need not be known to everybody.
const MOST_NAMES: usize = 64;

impl Load<'_> {
    /// Calls a function with arguments.
    pub fn reduce(&mut self) -> Result<(), Raise> {
        let arguments = self.pop()?;
        let function = self.pop()?;
        let Some(arguments) = arguments.downcast::<Tuple>() else {
            return Err(raise!(TypeError, "argument list must be a tuple"));
        };
        self.stack.push(call::call(&function, arguments.items())?);
        Ok(())
    }

    /// A new object of a class.
    pub fn new_object(&mut self, named: bool) -> Result<(), Raise> {
        let names = if named { self.pop()? } else { Value::None };
        let arguments = self.pop()?;
        let class = self.pop()?;
        let operation = if named { "NEWOBJ_EX" } else { "NEWOBJ" };
        let wrong = |part: &str, wanted: &str, found: &Value| {
            let found = type_name(found);
            not_read(format_args!("{operation} {part} argument must be a {wanted}, not {found}"))
        };
        let Some(class) = class.as_gc::<Class>() else { return Err(wrong("class", "type", &class)) };
        let Some(arguments) = arguments.downcast::<Tuple>() else { return Err(wrong("args", "tuple", &arguments)) };
        let pairs = match names.downcast::<Dict>() {
            Some(names) => names.pairs(),
            None if named => return Err(wrong("kwargs", "dict", &names)),
            None => Vec::new(),
        };
        let made = made_new(class, arguments.items(), &pairs)?;
        self.stack.push(made);
        Ok(())
    }

    /// Makes an instance as the first protocol has it: of a class and what lies on the stack.
    pub fn instance(&mut self, class: Value, start: usize) -> Result<(), Raise> {
        let arguments = self.stack.split_off(start);
        let is_bare = arguments.is_empty()
            && class.downcast::<Class>().is_some()
            && attribute::find(&class, Symbol::new("__getinitargs__"))?.is_none();
        let made = match is_bare {
            true => call::call(&attribute::get(&class, Symbol::NEW)?, &[class])?,
            false => call::call(&class, &arguments)?,
        };
        self.stack.push(made);
        Ok(())
    }

    /// The object that everything from `start` on goes into; none if there is nothing.
    fn target(&self, start: isize) -> Result<Option<(Value, usize)>, Raise> {
        let length = self.stack.len() as isize;
        if start > length || start <= self.fence() as isize {
            return Err(self.underflow());
        }
        let start = start as usize;
        Ok((length as usize != start).then(|| (self.stack[start - 1].clone(), start)))
    }

    /// Appends all from `start` on to what lies below.
    pub fn append(&mut self, start: isize) -> Result<(), Raise> {
        let Some((target, start)) = self.target(start)? else { return Ok(()) };
        if let Some(list) = target.as_gc::<List>() {
            for item in self.stack.drain(start..) {
                list.push(item);
            }
            return Ok(());
        }
        if let Some(extend) = attribute::find(&target, Symbol::new("extend"))? {
            let items = Value::list(self.stack.drain(start..));
            return call::call(&extend, &[items]).map(drop);
        }
        let append = attribute::get(&target, Symbol::new("append"))?;
        for item in self.stack.split_off(start) {
            call::call(&append, &[item])?;
        }
        Ok(())
    }

    /// Stores all pairs from `start` on in what lies below.
    pub fn set_items(&mut self, start: isize) -> Result<(), Raise> {
        let Some((target, start)) = self.target(start)? else { return Ok(()) };
        if !(self.stack.len() - start).is_multiple_of(2) {
            return Err(not_read(format_args!("odd number of items for SETITEMS")));
        }
        let dict = target.as_gc::<Dict>();
        // Keys may be compared by script code, which knows nothing of the stack.
        for place in (start..self.stack.len()).step_by(2) {
            let (key, value) = (self.stack[place].take(), self.stack[place + 1].take());
            match dict {
                Some(dict) => dict.set(key, value)?,
                None => index::set(&target, &key, value)?,
            }
        }
        self.stack.truncate(start);
        Ok(())
    }

    /// Adds all from the mark on to the set that lies below.
    pub fn add_items(&mut self) -> Result<(), Raise> {
        let start = self.marked()?;
        let Some((target, start)) = self.target(start as isize)? else { return Ok(()) };
        let items = self.stack.split_off(start);
        if let Some(set) = target.as_gc::<Set>().filter(|set| !set.is_frozen()) {
            return items.into_iter().try_for_each(|item| set.add(item));
        }
        let add = attribute::get(&target, Symbol::new("add"))?;
        items.into_iter().try_for_each(|item| call::call(&add, &[item]).map(drop))
    }

    /// Gives the object that lies below its state.
    pub fn build(&mut self) -> Result<(), Raise> {
        if self.stack.len() < self.fence() + 2 {
            return Err(self.underflow());
        }
        let state = self.pop()?;
        let object = self.last()?.clone();
        let plain = object.downcast::<Instance>().filter(|instance| takes_attributes(instance));
        if plain.is_none()
            && let Some(set) = attribute::find(&object, Symbol::SETSTATE)?
        {
            return call::call(&set, &[state]).map(drop);
        }
        let (state, slots) = match state.downcast::<Tuple>().map(Tuple::items) {
            Some([state, slots]) => (state.clone(), Some(slots.clone())),
            _ => (state, None),
        };
        if !state.is_none() {
            let Some(names) = state.downcast::<Dict>() else {
                return Err(not_read(format_args!("state is not a dictionary")));
            };
            match plain.filter(|_| names.len() <= MOST_NAMES) {
                Some(instance) => fill(instance, names)?,
                None => {
                    let attributes = attribute::get(&object, Symbol::DICT)?;
                    for (name, value) in names.pairs() {
                        index::set(&attributes, &name, value)?;
                    }
                }
            }
        }
        if let Some(slots) = slots {
            let Some(slots) = slots.downcast::<Dict>() else {
                return Err(not_read(format_args!("slot state is not a dictionary")));
            };
            for (name, value) in slots.pairs() {
                let Some(name) = name.as_str() else {
                    let class = type_name(&name);
                    return Err(raise!(TypeError, "attribute name must be string, not '{class}'"));
                };
                attribute::set(&object, Symbol::new(name), value)?;
            }
        }
        Ok(())
    }
}

/// Whether the state of an instance is but its attributes.
fn takes_attributes(instance: &Instance) -> bool {
    let class = instance.class();
    let traits = class.traits();
    class.layout().has_dictionary
        && !traits.getattr
        && !traits.getattribute
        && class.lookup(Symbol::SETSTATE).is_none()
        && class.lookup_from_script(Symbol::DICT).is_none()
        && instance.get(Symbol::SETSTATE).is_none()
}

/// Gives an instance attributes.
fn fill(instance: &Instance, names: &Dict) -> Result<(), Raise> {
    let mut position = 0;
    while let Some((next, name, value)) = names.entry_from(position) {
        match name.as_gc::<Str>() {
            Some(name) => instance.set(Symbol::new(name.as_str()), value),
            None => instance.dictionary().set(name, value)?,
        }
        position = next;
    }
    Ok(())
}

/// What `class.__new__` makes.
fn made_new(class: &Gc<Class>, arguments: &[Value], pairs: &[(Value, Value)]) -> Res {
    if arguments.is_empty()
        && pairs.is_empty()
        && class.is_from_script()
        && !class.layout().wraps
        && class.error().is_none()
        && !class.traits().new
    {
        return construct::create(class, &Arguments::default());
    }
    let new = attribute::get(&Value::from(class), Symbol::NEW)?;
    let positional: Vec<Value> = std::iter::once(Value::from(class)).chain(arguments.iter().cloned()).collect();
    let names: Vec<Symbol> = pairs.iter().filter_map(|(name, _)| name.as_str().map(Symbol::new)).collect();
    let named: Vec<Value> = pairs.iter().map(|(_, value)| value.clone()).collect();
    if names.len() != named.len() {
        return Err(raise!(TypeError, "keywords must be strings"));
    }
    call::call_with(&new, &Arguments { positional: &positional, names: &names, named: &named })
}
