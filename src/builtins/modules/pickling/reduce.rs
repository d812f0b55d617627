//! Objects of other types, as they are written: by what makes them again.
//!
//! In: an object, or what its reduction says. Out: operations that call what makes it, and fill it. Instances that are but their
//! attributes are written at once, as their reduction would have it.

use super::code;
use super::not_written;
use super::write::{BATCH, DOING, Save};
use crate::raise;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::instance::Instance;
use crate::value::ops::{attribute, call, iterate};
use crate::value::shape::text_of;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Symbol, Value, class_of, recursion, type_name};

/// What a class may say of how its instances are taken apart.
const HOOKS: [Symbol; 8] = [
    Symbol::REDUCE_EX,
    Symbol::REDUCE,
    Symbol::GETNEWARGS_EX,
    Symbol::GETNEWARGS,
    Symbol::GETSTATE,
    Symbol::SLOTS,
    Symbol::CLASS,
    Symbol::DICT,
];

impl Save<'_> {
    /// Writes an object of a type that the language itself does not write.
    pub fn other(self, object: &Value) -> Result<(), Raise> {
        if let Some(reducer) = &self.hooks.reducer {
            let parts = call::call(reducer, std::slice::from_ref(object))?;
            if !parts.is(&Value::not_implemented()) {
                return self.reduction(object, &parts);
            }
        }
        if let Some(instance) = object.downcast::<Instance>()
            && self.is_plain(instance)?
        {
            return self.plain(object, instance);
        }
        let is_found_elsewhere = matches!(object.kind(), Some(Kind::Class | Kind::Function));
        if let Some(table) = self.hooks.table.downcast::<Dict>().filter(|_| !is_found_elsewhere) {
            let parts = match table.get(&Value::from(class_of(object)))? {
                Some(reduce) => call::call(&reduce, std::slice::from_ref(object))?,
                None => {
                    let reduce = attribute::get(object, Symbol::REDUCE_EX)?;
                    call::call(&reduce, &[Value::int(self.writer.protocol.into())])?
                }
            };
            return self.reduction(object, &parts);
        }
        let parts = call::call(&self.hooks.others, &[self.handle.clone(), object.clone(), self.hooks.table.clone()])?;
        if parts.is(&Value::not_implemented()) { Ok(()) } else { self.reduction(object, &parts) }
    }

    /// Writes what a reduction says.
    fn reduction(self, object: &Value, parts: &Value) -> Result<(), Raise> {
        match parts.as_gc::<Tuple>() {
            Some(parts) => self.reduced(parts, Some(object)),
            None if parts.as_str().is_some() => {
                let arguments = [self.handle.clone(), object.clone(), self.hooks.table.clone(), parts.clone()];
                call::call(&self.hooks.others, &arguments).map(drop)
            }
            None => Err(not_written(format_args!("__reduce__ must return a string or tuple"))),
        }
    }

    /// Whether an instance is but its attributes, and nobody has anything else to say of it.
    fn is_plain(self, instance: &Instance) -> Result<bool, Raise> {
        if self.writer.protocol < 2 {
            return Ok(false);
        }
        let (class, (_, version)) = (instance.class(), instance.key());
        if self.writer.plain.borrow().contains(&version) {
            return Ok(instance.get(Symbol::REDUCE_EX).is_none());
        }
        let (layout, traits) = (class.layout(), class.traits());
        let is_own = class.is_from_script() && layout.has_dictionary && !layout.wraps && layout.slots == 0;
        let says_nothing = !traits.getattr
            && !traits.getattribute
            && !HOOKS.iter().any(|&hook| class.lookup_from_script(hook).is_some())
            && instance.get(Symbol::REDUCE_EX).is_none();
        if !is_own || !says_nothing {
            return Ok(false);
        }
        let is_known = match self.hooks.table.downcast::<Dict>() {
            Some(table) => table.get(&Value::from(&class))?.is_some(),
            None => true,
        };
        if !is_known {
            self.writer.plain.borrow_mut().insert(version);
        }
        Ok(!is_known)
    }

    /// Writes an instance as its class, no arguments, and its attributes.
    fn plain(self, object: &Value, instance: &Instance) -> Result<(), Raise> {
        let writer = self.writer;
        self.object(&Value::from(instance.class()))?;
        self.object(&Value::tuple(Vec::new()))?;
        writer.put_byte(code::NEWOBJ);
        if !self.number_made(object)? {
            return Ok(());
        }
        let shape = instance.shape();
        if shape.is_dictionary() || self.hooks.persistent.is_some() {
            // Somebody may come across the dictionary itself.
            let state = instance.dictionary();
            if state.is_empty() {
                return Ok(());
            }
            self.object(&Value::from(state))?;
        } else {
            let field = |(place, &name): (usize, &Symbol)| (name, instance.field(place + shape.reserved()));
            let given = |(_, value): &(Symbol, Value)| !value.is_unbound();
            let state: Vec<(Symbol, Value)> = shape.names().iter().enumerate().map(field).filter(given).collect();
            if state.is_empty() {
                return Ok(());
            }
            writer.output.borrow_mut().boundary();
            writer.put_byte(code::EMPTY_DICT);
            writer.memoize(None)?;
            let _deeper = (recursion::enter(DOING)?, recursion::enter(DOING)?);
            if state.len() > 1 {
                writer.put_byte(code::MARK);
            }
            for (name, value) in &state {
                self.object(&text_of(*name))?;
                self.object(value)?;
            }
            writer.put_byte(if state.len() > 1 { code::SETITEMS } else { code::SETITEM });
        }
        writer.put_byte(code::BUILD);
        Ok(())
    }

    /// Numbers an object that has just been made; one that was written as a part of itself is taken instead, and false is the answer.
    fn number_made(self, object: &Value) -> Result<bool, Raise> {
        if self.writer.memo.borrow().number(object).is_some() {
            self.writer.put_byte(code::POP);
            self.writer.put_known(object);
            return Ok(false);
        }
        self.writer.memoize(Some(object))?;
        Ok(true)
    }

    /// Writes what makes an object again: function, arguments, state, items, pairs, and what sets the state.
    pub fn reduced(self, parts: &Gc<Tuple>, object: Option<&Value>) -> Result<(), Raise> {
        let writer = self.writer;
        let parts = parts.items();
        let ([function, arguments, more @ ..], 2..=6) = (parts, parts.len()) else {
            return Err(not_written(format_args!("tuple returned by __reduce__ must contain 2 through 6 elements")));
        };
        if !call::is_callable(function) {
            let message = format_args!("first item of the tuple returned by __reduce__ must be callable");
            return Err(not_written(message));
        }
        let Some(arguments) = arguments.as_gc::<Tuple>() else {
            let message = format_args!("second item of the tuple returned by __reduce__ must be a tuple");
            return Err(not_written(message));
        };
        let part = |place: usize| more.get(place).filter(|part| !part.is_none());
        let (state, items, pairs, setter) = (part(0), part(1), part(2), part(3));
        let wrong = |place: &str, wanted: &str, part: &Value| {
            let class = type_name(part);
            not_written(format_args!(
                "{place} element of the tuple returned by __reduce__ must be {wanted}, not {class}"
            ))
        };
        if let Some(items) = items.filter(|items| !iterate::is_iterator(items)) {
            return Err(wrong("fourth", "an iterator", items));
        }
        if let Some(pairs) = pairs.filter(|pairs| !iterate::is_iterator(pairs)) {
            return Err(wrong("fifth", "an iterator", pairs));
        }
        if let Some(setter) = setter.filter(|setter| !call::is_callable(setter)) {
            return Err(wrong("sixth", "a function", setter));
        }
        self.maker(function, arguments, object)?;
        if let Some(object) = object
            && !self.number_made(object)?
        {
            return Ok(());
        }
        if let Some(items) = items {
            self.batches(items, [code::APPEND, code::APPENDS], |item| self.object(item))?;
        }
        if let Some(pairs) = pairs {
            self.batches(pairs, [code::SETITEM, code::SETITEMS], |pair| {
                match pair.downcast::<Tuple>().map(Tuple::items) {
                    Some([key, value]) => self.object(key).and_then(|()| self.object(value)),
                    _ => Err(raise!(TypeError, "dict items iterator must return 2-tuples")),
                }
            })?;
        }
        match (state, setter) {
            (Some(state), None) => {
                self.object(state)?;
                writer.put_byte(code::BUILD);
            }
            (Some(state), Some(setter)) => {
                self.object(setter)?;
                self.object(object.unwrap_or(&Value::None))?;
                self.object(state)?;
                writer.put(&[code::TUPLE2, code::REDUCE, code::POP]);
            }
            (None, _) => {}
        }
        Ok(())
    }

    /// Writes the call that makes an object.
    fn maker(self, function: &Value, arguments: &Gc<Tuple>, object: Option<&Value>) -> Result<(), Raise> {
        let writer = self.writer;
        let name = match writer.protocol {
            ..2 => None,
            _ => attribute::find(function, Symbol::NAME)?,
        };
        match name.as_ref().and_then(Value::as_str) {
            Some("__newobj__") => {
                let [class, rest @ ..] = arguments.items() else {
                    return Err(not_written(format_args!("__newobj__ arglist is empty")));
                };
                if class.downcast::<Class>().is_none() {
                    return Err(not_written(format_args!("args[0] from __newobj__ args is not a type")));
                }
                if let Some(object) = object
                    && !attribute::get(object, Symbol::CLASS)?.is(class)
                {
                    return Err(not_written(format_args!("args[0] from __newobj__ args has the wrong class")));
                }
                self.object(class)?;
                self.object(&Value::tuple(rest.to_vec()))?;
                writer.put_byte(code::NEWOBJ);
            }
            Some("__newobj_ex__") => {
                let [class, positional, named] = arguments.items() else {
                    let count = arguments.len();
                    let message = format_args!("length of the NEWOBJ_EX argument tuple must be exactly 3, not {count}");
                    return Err(not_written(message));
                };
                let wrong = |place: &str, wanted: &str, part: &Value| {
                    let class = type_name(part);
                    not_written(format_args!(
                        "{place} item from NEWOBJ_EX argument tuple must be a {wanted}, not {class}"
                    ))
                };
                if class.downcast::<Class>().is_none() {
                    return Err(wrong("first", "class", class));
                }
                let Some(rest) = positional.downcast::<Tuple>() else {
                    return Err(wrong("second", "tuple", positional));
                };
                let Some(pairs) = named.downcast::<Dict>() else { return Err(wrong("third", "dict", named)) };
                if writer.protocol >= 4 {
                    self.object(class)?;
                    self.object(positional)?;
                    self.object(named)?;
                    writer.put_byte(code::NEWOBJ_EX);
                } else {
                    self.object(&partial_new(class, rest, pairs)?)?;
                    self.object(&Value::tuple(Vec::new()))?;
                    writer.put_byte(code::REDUCE);
                }
            }
            _ => {
                self.object(function)?;
                self.object(&Value::from(arguments))?;
                writer.put_byte(code::REDUCE);
            }
        }
        Ok(())
    }

    /// Writes the items of an iterator, a lone one by itself.
    fn batches(
        self,
        items: &Value,
        [one, many]: [u8; 2],
        write: impl Fn(&Value) -> Result<(), Raise>,
    ) -> Result<(), Raise> {
        let writer = self.writer;
        if writer.protocol == 0 {
            while let Some(item) = iterate::next(items)? {
                write(&item)?;
                writer.put_byte(one);
            }
            return Ok(());
        }
        let mut count = BATCH;
        while count == BATCH {
            let Some(first) = iterate::next(items)? else { break };
            let Some(mut item) = iterate::next(items)? else {
                write(&first)?;
                writer.put_byte(one);
                break;
            };
            writer.put_byte(code::MARK);
            write(&first)?;
            count = 1;
            loop {
                write(&item)?;
                count += 1;
                if count == BATCH {
                    break;
                }
                let Some(next) = iterate::next(items)? else { break };
                item = next;
            }
            writer.put_byte(many);
        }
        Ok(())
    }
}

/// What makes an instance with arguments by name, for protocols that have no operation for it.
fn partial_new(class: &Value, positional: &Tuple, named: &Dict) -> Result<Value, Raise> {
    let partial = attribute::get(&crate::value::host::host()?.import("functools")?, Symbol::new("partial"))?;
    let mut given = vec![attribute::get(class, Symbol::NEW)?, class.clone()];
    given.extend_from_slice(positional.items());
    let pairs = named.pairs();
    let names: Vec<Symbol> = pairs.iter().filter_map(|(name, _)| name.as_str().map(Symbol::new)).collect();
    let values: Vec<Value> = pairs.into_iter().map(|(_, value)| value).collect();
    if names.len() != values.len() {
        return Err(raise!(TypeError, "keywords must be strings"));
    }
    call::call_with(&partial, &crate::value::Arguments { positional: &given, names: &names, named: &values })
}
