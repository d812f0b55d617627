//! Types written with arguments, and types joined: `list[int]`, `int | None`.
//!
//! In: a class and what stands in its brackets, or types. Out: objects that annotations hold. They compute nothing: a call of
//! `list[int]` is a call of `list`.

use super::class::Class;
use super::heap::{Gc, Ref, Trace};
use super::ops;
use super::tuple::Tuple;
use super::{Kind, Raise, Res, Symbol, Value, types};
use crate::raise;

/// The body of a type with arguments.
pub struct Alias {
    origin: Value,
    arguments: Gc<Tuple>,
    /// `*origin[arguments]`
    is_unpacked: bool,
}

impl Alias {
    /// `origin[arguments]`
    pub fn create(origin: Value, arguments: &Value) -> Gc<Alias> {
        let arguments = match arguments.as_gc::<Tuple>() {
            Some(several) => several.clone(),
            None => Tuple::new(vec![arguments.clone()]),
        };
        let alias = Gc::new(Alias { origin, arguments, is_unpacked: false });
        alias.track();
        alias
    }

    /// What stands before the brackets.
    pub fn origin(&self) -> &Value {
        &self.origin
    }

    /// What stands in the brackets.
    pub fn arguments(&self) -> &Gc<Tuple> {
        &self.arguments
    }

    /// What going over it gives: the same with a star in front.
    pub fn unpacked(&self) -> Gc<Alias> {
        let (origin, arguments) = (self.origin.clone(), self.arguments.clone());
        let alias = Gc::new(Alias { origin, arguments, is_unpacked: true });
        alias.track();
        alias
    }

    /// How it is written.
    pub fn repr(&self) -> Result<String, Raise> {
        let shown = self.arguments.items().iter().map(shown).collect::<Result<Vec<_>, Raise>>()?;
        let inside = if shown.is_empty() { "()".to_owned() } else { shown.join(", ") };
        let star = if self.is_unpacked { "*" } else { "" };
        Ok(format!("{star}{}[{inside}]", self::shown(&self.origin)?))
    }
}

impl Trace for Alias {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.origin.trace(visit);
        visit(self.arguments.as_ref());
    }
}

/// The body of a union of types.
pub struct Union {
    members: Gc<Tuple>,
}

impl Union {
    /// `a | b`, if both are types (`None` stands for its own). Members that come twice count once.
    pub fn join(a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
        if !is_type(a) || !is_type(b) || (a.is_none() && b.is_none()) {
            return Ok(None);
        }
        let mut members: Vec<Value> = Vec::new();
        for side in [a, b] {
            let parts = match side.downcast::<Union>() {
                Some(union) => union.members.items().to_vec(),
                None if side.is_none() => vec![Value::from(&types().none)],
                None => vec![side.clone()],
            };
            for part in parts {
                let mut known = false;
                for member in &members {
                    known |= ops::same_or_equal(member, &part)?;
                }
                if !known {
                    members.push(part);
                }
            }
        }
        if let [only] = members.as_slice() {
            return Ok(Some(only.clone()));
        }
        let union = Gc::new(Union { members: Tuple::new(members) });
        union.track();
        Ok(Some(Value::from(union)))
    }

    /// The types joined.
    pub fn members(&self) -> &Gc<Tuple> {
        &self.members
    }

    /// The text of it.
    pub fn repr(&self) -> Result<String, Raise> {
        let shown = self.members.items().iter().map(shown).collect::<Result<Vec<_>, Raise>>()?;
        Ok(shown.join(" | "))
    }
}

impl Trace for Union {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        visit(self.members.as_ref());
    }
}

fn is_type(value: &Value) -> bool {
    let value = ops::base::plain(value);
    value.is_none() || matches!(value.kind(), Some(Kind::Class | Kind::Alias | Kind::Union))
}

/// A type as it stands in an alias or a union: by its name.
fn shown(value: &Value) -> Result<String, Raise> {
    match value.downcast::<Class>() {
        Some(class) if class.is_named_none() => Ok("None".to_owned()),
        Some(class) => Ok(class.full_name()),
        None if value.is(&Value::ellipsis()) => Ok("...".to_owned()),
        None => ops::repr(value),
    }
}

impl Class {
    fn is_named_none(&self) -> bool {
        self.module().as_str() == "builtins" && self.name() == "NoneType"
    }
}

/// The attributes of an alias or a union; what an alias does not have is that of its origin.
pub fn attribute(value: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    if let Some(alias) = value.downcast::<Alias>() {
        return match name.as_str() {
            "__origin__" => Ok(Some(alias.origin.clone())),
            "__args__" => Ok(Some(Value::from(&alias.arguments))),
            "__parameters__" => parameters(&alias.arguments).map(|all| Some(Value::tuple(all))),
            "__unpacked__" => Ok(Some(Value::bool(false))),
            "__class__" => Ok(None),
            _ => ops::attribute::find(&alias.origin, name),
        };
    }
    Ok(match (value.downcast::<Union>(), name.as_str()) {
        (Some(union), "__args__") => Some(Value::from(&union.members)),
        (Some(union), "__parameters__") => Some(Value::tuple(parameters(&union.members)?)),
        _ => None,
    })
}

/// The variables among types and in what they are made of, each once.
fn parameters(types: &Tuple) -> Result<Vec<Value>, Raise> {
    let mut found: Vec<Value> = Vec::new();
    for given in types.items() {
        let inner = match given.kind() {
            Some(Kind::Class) => continue,
            _ if is_variable(given)? => vec![given.clone()],
            _ => parameters_of(given)?,
        };
        for variable in inner {
            if !found.iter().any(|known| known.is(&variable)) {
                found.push(variable);
            }
        }
    }
    Ok(found)
}

fn is_variable(given: &Value) -> Result<bool, Raise> {
    Ok(ops::attribute::find(given, typing_subst())?.is_some())
}

fn typing_subst() -> Symbol {
    Symbol::new("__typing_subst__")
}

/// The variables that something among types says it has.
fn parameters_of(given: &Value) -> Result<Vec<Value>, Raise> {
    let said = ops::attribute::find(given, Symbol::new("__parameters__"))?;
    Ok(said.and_then(|said| said.as_gc::<Tuple>().map(|all| all.items().to_vec())).unwrap_or_default())
}

/// `alias[index]`: the alias with types in the place of its variables, as in `list[T][int]`.
pub fn substitute(value: &Value, index: &Value) -> Res {
    let Some(alias) = value.downcast::<Alias>() else {
        return Ok(value.clone());
    };
    let variables = parameters(&alias.arguments)?;
    if variables.is_empty() {
        return Err(raise!(TypeError, "{} is not a generic class", ops::repr(value)?));
    }
    let several = index.as_gc::<Tuple>().map(|several| several.items().to_vec());
    let given = several.unwrap_or_else(|| vec![index.clone()]);
    if given.len() != variables.len() {
        let how = if given.len() > variables.len() { "many" } else { "few" };
        let (shown, actual, expected) = (ops::repr(value)?, given.len(), variables.len());
        return Err(raise!(TypeError, "Too {how} arguments for {shown}; actual {actual}, expected {expected}"));
    }
    let chosen = |variable: &Value| variables.iter().position(|known| known.is(variable)).map(|at| &given[at]);
    let mut arguments = Vec::new();
    for old in alias.arguments.items() {
        arguments.push(match old.kind() {
            Some(Kind::Class) => old.clone(),
            _ if is_variable(old)? => match chosen(old) {
                Some(new) => ops::call::call(&ops::attribute::get(old, typing_subst())?, std::slice::from_ref(new))?,
                None => old.clone(),
            },
            _ => match parameters_of(old)? {
                inner if inner.is_empty() => old.clone(),
                inner => {
                    let wanted = inner.iter().map(|variable| chosen(variable).unwrap_or(variable).clone());
                    ops::index::get(old, &Value::tuple(wanted.collect()))?
                }
            },
        });
    }
    Ok(Value::from(Alias::create(alias.origin.clone(), &Value::tuple(arguments))))
}

/// Whether two aliases, or two unions, say the same; unions in any order.
pub fn equal(a: &Value, b: &Value) -> Result<bool, Raise> {
    if let (Some(a), Some(b)) = (a.downcast::<Alias>(), b.downcast::<Alias>()) {
        let (mine, other) = (Value::from(&a.arguments), Value::from(&b.arguments));
        return Ok(a.is_unpacked == b.is_unpacked && ops::equal(&a.origin, &b.origin)? && ops::equal(&mine, &other)?);
    }
    let (Some(a), Some(b)) = (a.downcast::<Union>(), b.downcast::<Union>()) else {
        return Ok(false);
    };
    let within = |a: &Union, b: &Union| -> Result<bool, Raise> {
        for member in a.members.items() {
            if !ops::contains(&Value::from(&b.members), member)? {
                return Ok(false);
            }
        }
        Ok(true)
    };
    Ok(within(a, b)? && within(b, a)?)
}

/// The hash of an alias or a union.
pub fn hash(value: &Value) -> Result<i64, Raise> {
    if let Some(alias) = value.downcast::<Alias>() {
        return Ok(ops::hash(&alias.origin)? ^ ops::hash(&Value::from(&alias.arguments))?);
    }
    let members = value.downcast::<Union>().map_or(&[][..], |union| union.members.items());
    members.iter().try_fold(0, |all, member| Ok(all ^ ops::hash(member)?))
}

/// `TypeError`: an alias stands where a class is asked for.
pub fn refuse(function: &str, place: u32) -> Raise {
    raise!(TypeError, "{function}() argument {place} cannot be a parameterized generic")
}
