//! `_copy`: lists, dictionaries and tuples with everything that they hold, and instances whose classes say nothing of how they are
//! copied.
//!
//! In: an object. Out: a copy of what the language itself holds things in; or a new instance of its class beside its attributes, if
//! that is all that there is to it. Whatever has methods for being copied, or slots, or is around a value of a built-in type, is left
//! to the page `copy`.

use super::{Module, effect, with_functions};
use crate::builtins::functions::object::id;
use crate::raise;
use crate::value::dict::Dict;
use crate::value::instance::Instance;
use crate::value::list::List;
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::ops::{attribute, call, construct, index};
use crate::value::shape::text_of;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Kind, Raise, Res, Symbol, Value, recursion, types};

/// What a class may say of it; `copy` has asked for `__copy__` and `__deepcopy__` before.
const HOOKS: [Symbol; 8] = [
    Symbol::REDUCE_EX,
    Symbol::REDUCE,
    Symbol::GETNEWARGS_EX,
    Symbol::GETNEWARGS,
    Symbol::GETSTATE,
    Symbol::SETSTATE,
    Symbol::SLOTS,
    Symbol::NEW,
];

/// The module.
pub fn create() -> Gc<Module> {
    with_functions("_copy", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_copy", "deep", Exactly(3, |a| deep_copy(&a[0], &a[1], &a[2])), "A deep copy of an object, with a memo or None; objects of other types are copied by a function of object and memo."),
    effect("_copy", "plain", Exactly(1, plain), "A new instance and the attributes of an object that nothing else is known of; None for any other object."),
    effect("_copy", "defined", Exactly(2, defined), "The method of a class, unless it is the one that every object has, or None."),
    effect("_copy", "fill", Exactly(2, fill), "Give an instance all attributes of a dictionary."),
];

/// Whether an object is its own copy, whatever it holds.
fn is_its_own(value: &Value) -> bool {
    let kind = value.kind();
    kind.is_none() || matches!(kind, Some(Kind::Str | Kind::BigInt | Kind::Complex | Kind::Bytes | Kind::Range))
}

/// The copies made so far, by the ids of what they were made of; scripts see it.
enum Memo {
    Dict(Gc<Dict>),
    /// Something that somebody has made to be used like a dictionary.
    Other(Value),
}

impl Memo {
    fn get(&self, key: &Value) -> Result<Option<Value>, Raise> {
        match self {
            Memo::Dict(dict) => dict.get(key),
            Memo::Other(memo) => {
                let get = attribute::get(memo, Symbol::new("get"))?;
                Ok(Some(call::call(&get, std::slice::from_ref(key))?).filter(|found| !found.is_none()))
            }
        }
    }

    fn set(&self, key: Value, copy: Value) -> Result<(), Raise> {
        match self {
            Memo::Dict(dict) => dict.set(key, copy),
            Memo::Other(memo) => index::set(memo, &key, copy),
        }
    }

    fn value(&self) -> Value {
        match self {
            Memo::Dict(dict) => Value::from(dict),
            Memo::Other(memo) => memo.clone(),
        }
    }

    /// Keeps alive what was copied, so that no other object gets its id meanwhile.
    fn keep(&self, object: &Value) -> Result<(), Raise> {
        let key = id(&[self.value()])?;
        match self.get(&key)? {
            Some(kept) => match kept.as_gc::<List>() {
                Some(kept) => kept.push(object.clone()),
                None => _ = call::call(&attribute::get(&kept, Symbol::new("append"))?, std::slice::from_ref(object))?,
            },
            None => self.set(key, Value::list(vec![object.clone()]))?,
        }
        Ok(())
    }
}

fn deep_copy(object: &Value, memo: &Value, others: &Value) -> Res {
    if is_its_own(object) {
        return Ok(object.clone());
    }
    let memo = match (memo, memo.as_gc::<Dict>()) {
        (Value::None, _) => Memo::Dict(Dict::new()),
        (_, Some(dict)) => Memo::Dict(dict.clone()),
        (_, None) => Memo::Other(memo.clone()),
    };
    deep(object, &memo, others)
}

fn deep(object: &Value, memo: &Memo, others: &Value) -> Res {
    if is_its_own(object) {
        return Ok(object.clone());
    }
    let key = id(std::slice::from_ref(object))?;
    if let Some(known) = memo.get(&key)? {
        return Ok(known);
    }
    let _deeper = recursion::enter("")?;
    let copy = if let Some(list) = object.downcast::<List>() {
        let copy = List::new();
        memo.set(key, Value::from(&copy))?;
        // What copies an item may change the list.
        let mut place = 0;
        while let Some(item) = list.get(place) {
            copy.push(deep(&item, memo, others)?);
            place += 1;
        }
        Value::from(copy)
    } else if let Some(dict) = object.downcast::<Dict>() {
        let copy = Dict::new();
        memo.set(key, Value::from(&copy))?;
        let (length, mut position) = (dict.len(), 0);
        while let Some((next, name, value)) = dict.entry_from(position) {
            let value = deep(&value, memo, others)?;
            copy.set(deep(&name, memo, others)?, value)?;
            if dict.len() != length {
                return Err(raise!(RuntimeError, "dictionary changed size during iteration"));
            }
            position = next;
        }
        Value::from(copy)
    } else if let Some(tuple) = object.downcast::<Tuple>().filter(|tuple| !tuple.has_names()) {
        let items = tuple.items().iter().map(|item| deep(item, memo, others)).collect::<Result<Vec<Value>, Raise>>()?;
        // The tuple may have been copied on the way, as a part of itself.
        if let Some(known) = memo.get(&key)? {
            return Ok(known);
        }
        if items.iter().zip(tuple.items()).all(|(copy, item)| copy.is(item)) {
            return Ok(object.clone());
        }
        let copy = Value::tuple(items);
        memo.set(key, copy.clone())?;
        copy
    } else {
        let copy = call::call(others, &[object.clone(), memo.value()])?;
        if copy.is(object) {
            return Ok(copy);
        }
        memo.set(key, copy.clone())?;
        copy
    };
    memo.keep(object)?;
    Ok(copy)
}

fn plain(arguments: &[Value]) -> Res {
    let Some(instance) = arguments[0].downcast::<Instance>() else { return Ok(Value::None) };
    let (class, shape) = (instance.class(), instance.shape());
    let traits = class.traits();
    let is_built_in = !class.is_from_script() && !class.is(&types().object);
    let is_own = is_built_in || class.layout().wraps || shape.is_dictionary() || traits.getattr || traits.getattribute;
    if is_own || HOOKS.iter().any(|&hook| class.lookup_from_script(hook).is_some()) {
        return Ok(Value::None);
    }
    let state = Dict::with_room(shape.names().len());
    for name in instance.names() {
        state.set(text_of(name), instance.get(name).unwrap_or(Value::None))?;
    }
    Ok(Value::pair(construct::create(&class, &Arguments::default())?, Value::from(state)))
}

fn defined(arguments: &[Value]) -> Res {
    let name = Symbol::new(arguments[1].as_str().unwrap_or_default());
    let method = attribute::find(&arguments[0], name)?.unwrap_or(Value::None);
    let of_all = attribute::find(&Value::from(&types().object), name)?;
    Ok(if of_all.is_some_and(|known| known.is(&method)) { Value::None } else { method })
}

fn fill(arguments: &[Value]) -> Res {
    if let (Some(instance), Some(state)) = (arguments[0].downcast::<Instance>(), arguments[1].as_gc::<Dict>()) {
        for (name, value) in state.pairs() {
            if let Some(name) = name.as_str() {
                instance.set(Symbol::new(name), value);
            }
        }
    }
    Ok(Value::None)
}
