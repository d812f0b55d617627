//! Instances that are recorded: their attributes, their operators, and how they are made.
//!
//! A script's method that an operator, an attribute or a call of a class leads to is walked as part of the statement that it is met in.
//! So it may do nothing that anybody could see, but for filling instances that the statement itself made: then the statement can
//! be left to the interpreter from its start, whatever the walk comes to. Compiled code relies on the same.

use super::*;
use crate::builtins::modules::enumeration;
use crate::interp::construct::{is_bare, is_container_alone, may_be_abstract, only_init, only_new};
use crate::interp::seen::property;
use crate::resolve::support::Support;
use crate::source::Span;
use crate::trace::profile::Type;
use crate::value::class::{class_of, types};
use crate::value::descriptor::{self, Member, Property};
use crate::value::function::{Builtin, is_builtin};
use crate::value::host::Arguments;
use crate::value::instance::Instance;

/// The script's functions that decide a binary operator: for the left operand, or for the right one.
pub enum Decides {
    /// The method of the left operand.
    Left(Gc<Function>),
    /// The mirrored method of the right operand.
    Right(Gc<Function>),
}

/// Whether operators of such an object never run script code, unless they meet one inside that does.
pub fn is_built_in(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Str
            | Kind::BigInt
            | Kind::Complex
            | Kind::List
            | Kind::Tuple
            | Kind::Dict
            | Kind::Set
            | Kind::Range
            | Kind::Slice
            | Kind::Bytes
            | Kind::ByteArray
            | Kind::View
    )
}

/// An operand, as far as it matters for who decides an operator.
#[derive(Clone, Copy)]
pub enum Operand<'a> {
    /// An instance of a script's class.
    Instance(&'a Gc<Class>),
    /// A number, or `None`.
    Number,
    /// A value of a built-in type of this kind.
    BuiltIn(Kind),
    /// Anything else.
    Other,
}

/// The one method of a script that decides what an operator gives for these operands; none if it is not that simple.
pub fn method_of_operator(name: Symbol, mirrored: Symbol, left: Operand, right: Operand) -> Option<Decides> {
    let find = |class: &Gc<Class>, name| class.lookup_from_script(name)?.as_gc::<Function>().cloned();
    // A built-in operand is asked first, and knows values of its own type and of those derived from it. Templates know all.
    let declines = |operand| match operand {
        Operand::Number => true,
        Operand::BuiltIn(Kind::Str | Kind::Bytes | Kind::ByteArray) => name != Symbol::MOD,
        Operand::BuiltIn(kind) => kind != Kind::View,
        _ => false,
    };
    match (left, right) {
        (Operand::Instance(left), Operand::Instance(right)) if !right.is(left) && right.is_subclass(left) => None,
        (Operand::Instance(left), _) => find(left, name).map(Decides::Left),
        (left, Operand::Instance(right)) if declines(left) && !right.layout().wraps => {
            find(right, mirrored).map(Decides::Right)
        }
        _ => None,
    }
}

/// The `__eq__` of a script that decides `!=` too: the classes have the `__ne__` of `object`, which asks that.
pub fn decides_difference(left: Operand, right: Operand) -> Option<Decides> {
    let is_plain = |operand| match operand {
        Operand::Instance(class) => {
            let mut built_in = class.ancestors().iter().filter(|above| !above.is_from_script());
            class.lookup_from_script(Symbol::NE).is_none() && built_in.all(|above| above.is(&types().object))
        }
        _ => true,
    };
    (is_plain(left) && is_plain(right)).then(|| method_of_operator(Symbol::EQ, Symbol::EQ, left, right)).flatten()
}

/// Whether `==` and `!=` of instances of a class tell whether they are the same, and nothing else.
pub fn compares_by_identity(class: &Class) -> bool {
    has_from_object(class, Symbol::EQ) && has_from_object(class, Symbol::NE)
}

/// Whether instances of a class are looked up in containers without asking script code: by what they are, or as the number that they
/// are around.
pub fn is_plain_key(class: &Gc<Class>) -> bool {
    let is_number = |name| class.lookup_from_script(name).is_none() && number_of(class).is_some();
    match compares_by_identity(class) {
        true => {
            has_from_object(class, Symbol::HASH) || class.lookup(Symbol::HASH).is_some_and(|hash| is_of_member(&hash))
        }
        false => [Symbol::EQ, Symbol::NE, Symbol::HASH].into_iter().all(is_number),
    }
}

/// Whether a method is that of members of enumerations.
fn is_of_member(method: &Value) -> bool {
    let owner = method.downcast::<Builtin>().and_then(Builtin::owner);
    owner.is_some_and(|owner| owner.as_str() == enumeration::OWNER)
}

/// The type of the number that instances of a class are around.
fn number_of(class: &Gc<Class>) -> Option<Type> {
    let types = types();
    let numbers = [(&types.int, Type::Int), (&types.float, Type::Float)];
    numbers.into_iter().find(|(number, _)| class.is_subclass(number)).map(|(_, ty)| ty)
}

/// The type of the number that an operator computes with in place of instances of a class: the one that they are around, if the class
/// leaves the operator to that.
pub fn number_behind(class: &Gc<Class>, names: (Symbol, Symbol)) -> Option<Type> {
    let leaves = |name| class.lookup_from_script(name).is_none();
    number_of(class).filter(|_| class.is_from_script() && leaves(names.0) && leaves(names.1))
}

/// Whether an operator of these operands, some of them instances, is one of numbers and texts alone.
fn is_of_numbers(names: (Symbol, Symbol), operands: [&Value; 2]) -> bool {
    operands.into_iter().all(|operand| match operand.kind() {
        Some(Kind::Instance) => number_behind(&class_of(operand), names).is_some(),
        Some(Kind::Complex) => true,
        Some(Kind::Str) => names.0 == Symbol::EQ || names.0 == Symbol::NE,
        Some(_) => false,
        None => operand.scalar_dtype().is_none(),
    })
}

fn has_from_object(class: &Class, method: Symbol) -> bool {
    match (class.lookup(method), types().object.lookup(method)) {
        (Some(own), Some(plain)) => own.is(&plain),
        (own, plain) => own.is_none() && plain.is_none(),
    }
}

/// Whether equality with an instance that is compared by identity is decided by that alone.
fn leaves_equality(value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Instance) => compares_by_identity(&class_of(value)),
        Some(Kind::Array | Kind::Complex128) => false,
        Some(_) => !dunder::is_scripted(value),
        None => value.scalar_dtype().is_none(),
    }
}

/// Whether a method is a library's own, which runs no script code for what its instances are around.
pub fn is_native(method: &Value) -> bool {
    method.downcast::<Builtin>().is_some_and(|builtin| builtin.owner().is_some())
}

/// Where an attribute of an instance of this class lies, or what computes it.
pub enum Attribute {
    /// In the field at this place.
    Field(usize),
    /// In a slot of a class, by its place in the order of lookup: the same for all instances.
    Shared(usize, u32),
    /// A property reads it with this function.
    Computed(Gc<Function>),
    /// It is the class.
    Class,
    /// It is the item at this place of the tuple that the instance is around, as long as the class of what says so is as it is.
    Item(usize, Option<Gc<Class>>),
}

/// What an attribute of instances of a shape is, if that can be told.
pub fn attribute_of_shape(shape: &Gc<Shape>, name: Symbol) -> Option<Attribute> {
    let class = shape.class();
    let traits = class.traits();
    if traits.getattribute || traits.getattr || shape.is_dictionary() {
        return None;
    }
    let Some((place, slot)) = class.find(name) else {
        return shape.find(name).map(Attribute::Field);
    };
    let found = class.names_at(place).get_slot(slot)?;
    if name == Symbol::CLASS {
        return types().object.lookup(name).is_some_and(|plain| plain.is(&found)).then_some(Attribute::Class);
    }
    if let Some(member) = found.downcast::<Member>() {
        return class.is_subclass(&member.owner).then_some(Attribute::Field(member.place));
    }
    if let Some(property) = found.downcast::<Property>() {
        return property.getter.as_gc::<Function>().cloned().map(Attribute::Computed);
    }
    if class.layout().wraps
        && class.is_subclass(&types().tuple)
        && let Some(found) = property(found.clone())
    {
        return found.item().map(|place| Attribute::Item(place, found.around.map(|(class, _)| class)));
    }
    if descriptor::is_data(&found) {
        return None;
    }
    match shape.find(name) {
        Some(place) => Some(Attribute::Field(place)),
        None if descriptor::is_plain(&found) => Some(Attribute::Shared(place, slot)),
        None => None,
    }
}

/// What storing an attribute leads to.
pub enum Stored {
    /// Into the field at this place.
    Field(usize),
    /// Into one field more, with this shape.
    Added(Gc<Shape>),
    /// A property stores it with this function.
    Computed(Gc<Function>),
}

/// What storing an attribute of instances of a shape leads to, if that can be told.
pub fn stored_in_shape(shape: &Gc<Shape>, name: Symbol) -> Option<Stored> {
    if shape.class().traits().setattr { None } else { stored_by_object(shape, name) }
}

/// The same for `object.__setattr__`, whatever the class has under that name.
pub fn stored_by_object(shape: &Gc<Shape>, name: Symbol) -> Option<Stored> {
    let class = shape.class();
    if shape.is_dictionary() || matches!(name, Symbol::CLASS | Symbol::DICT) {
        return None;
    }
    if let Some(found) = class.lookup(name) {
        if let Some(member) = found.downcast::<Member>() {
            return class.is_subclass(&member.owner).then_some(Stored::Field(member.place));
        }
        if let Some(property) = found.downcast::<Property>() {
            return property.setter.as_gc::<Function>().cloned().map(Stored::Computed);
        }
        if descriptor::is_data(&found) {
            return None;
        }
    }
    match shape.find(name) {
        Some(place) => Some(Stored::Field(place)),
        None if class.layout().has_dictionary => shape.with(name).map(Stored::Added),
        None => None,
    }
}

impl Recorder<'_> {
    /// Whether only what nobody can see may be done now.
    pub(super) fn is_pure(&self) -> bool {
        self.pure > 0
    }

    /// Whether an object was made by the statement that is being walked.
    pub(super) fn is_fresh(&self, object: &Value) -> bool {
        self.fresh.iter().any(|known| known.is(object))
    }

    /// Walks a script's method as part of a statement; the caller's slots come first in the frame.
    pub(super) fn walk_pure(
        &mut self,
        activation: &Activation,
        function: &Gc<Function>,
        positional: &[Value],
        frame: &mut Frame,
    ) -> Step<Value> {
        let arguments = Arguments::new(positional);
        self.walk_pure_with(activation, function, &arguments, frame)
    }

    fn walk_pure_with(
        &mut self,
        activation: &Activation,
        function: &Gc<Function>,
        arguments: &Arguments<'_>,
        frame: &mut Frame,
    ) -> Step<Value> {
        let stop = Flow::Stop(StmtId(0));
        self.exhausted |= self.calls.len() >= self.limits.depth || self.statements >= self.limits.statements;
        if self.exhausted || function.code().is_generator {
            return Err(stop);
        }
        self.pure += 1;
        let first = activation.code.slots.len();
        let walked = self.walk_call(function, arguments, &mut frame[first..]);
        self.pure -= 1;
        match walked {
            Ok(result) => result.map_err(Flow::from),
            Err(_) => {
                self.impure = true;
                clear(&mut frame[first..], function.code().slots.len());
                Err(stop)
            }
        }
    }

    /// Walks a script's method that ends its statement, so that the interpreter may go on inside it wherever the walk stops.
    pub(super) fn walk_last(
        &mut self,
        activation: &Activation,
        function: &Gc<Function>,
        positional: &[Value],
        frame: &mut Frame,
    ) -> Step<Value> {
        if self.is_pure() || function.code().is_generator {
            return Err(Flow::Stop(StmtId(0)));
        }
        let arguments = Arguments::new(positional);
        let first = activation.code.slots.len();
        let running = self.context.running(function.code(), function.module());
        let result = if self.calls.len() < self.limits.depth && self.statements < self.limits.statements {
            match self.walk_call(function, &arguments, &mut frame[first..]) {
                Ok(result) => result,
                Err(at) => running.enter_at(at, &mut frame[first..], self.context),
            }
        } else {
            bind::call(function, &running, &arguments, &mut frame[first..], self.context)
        };
        Ok(result?)
    }

    /// `Class(…)`, where nothing but `__init__` is the script's.
    pub(super) fn make_instance(
        &mut self,
        activation: &Activation,
        class: &Gc<Class>,
        arguments: &Arguments<'_>,
        frame: &mut Frame,
    ) -> Step<Value> {
        let stop = Flow::Stop(StmtId(0));
        if class.has_finalizer() {
            return Err(stop);
        }
        if is_container_alone(class) {
            // What it is filled from must run nothing, and still be there if the statement is done again.
            let is_there = |value: &Value| {
                let kept = [Kind::List, Kind::Tuple, Kind::Dict, Kind::Set, Kind::Str, Kind::Range];
                value.kind().is_some_and(|kind| kept.contains(&kind))
            };
            let takes_once = arguments.positional.len() <= 1 && arguments.positional.iter().all(is_there);
            return match takes_once && arguments.named.is_empty() {
                true => Ok(ops::call::call_with(&Value::from(class), arguments)?),
                false => Err(stop),
            };
        }
        if let Some(new) = only_new(class) {
            let mut positional = vec![Value::from(class)];
            positional.extend_from_slice(arguments.positional);
            let arguments = Arguments { positional: &positional, ..*arguments };
            let made = self.walk_pure_with(activation, &new, &arguments, frame)?;
            return if class_of(&made).is(class) { Ok(made) } else { Err(stop) };
        }
        let init = only_init(class);
        if init.is_none() && !(is_bare(class) && arguments.positional.is_empty() && arguments.named.is_empty()) {
            return Err(stop);
        }
        let instance = Value::from(Instance::create(class));
        self.fresh.push(instance.clone());
        let Some(init) = init else { return Ok(instance) };
        let mut positional = vec![instance.clone()];
        positional.extend_from_slice(arguments.positional);
        let arguments = Arguments { positional: &positional, ..*arguments };
        let result = self.walk_pure_with(activation, &init, &arguments, frame)?;
        if result.is_none() { Ok(instance) } else { Err(stop) }
    }

    /// An operator of which at least one operand is an instance; `plain` is what it gives if no script has a say in it.
    pub(super) fn scripted(
        &mut self,
        activation: &Activation,
        names: (Symbol, Symbol),
        (left, right): (&Value, &Value),
        plain: &dyn Fn(&Value, &Value) -> Result<Value, Raise>,
        frame: &mut Frame,
    ) -> Step<Value> {
        if is_of_numbers(names, [left, right]) {
            return Ok(plain(left, right)?);
        }
        let classes = [class_of(left), class_of(right)];
        let operand = |value: &Value, class| match value.kind() {
            Some(Kind::Instance) => Operand::Instance(class),
            Some(kind) if is_built_in(kind) => Operand::BuiltIn(kind),
            None if value.scalar_dtype().is_none() => Operand::Number,
            _ => Operand::Other,
        };
        let operands = (operand(left, &classes[0]), operand(right, &classes[1]));
        let decides = method_of_operator(names.0, names.1, operands.0, operands.1);
        if decides.is_none()
            && (names.0 == Symbol::EQ || names.0 == Symbol::NE)
            && leaves_equality(left)
            && leaves_equality(right)
        {
            return Ok(Value::bool(left.is(right) == (names.0 == Symbol::EQ)));
        }
        let opposite = match decides {
            None if names.0 == Symbol::NE => decides_difference(operands.0, operands.1),
            _ => None,
        };
        let is_opposite = opposite.is_some();
        let result = match decides.or(opposite).ok_or(Flow::Stop(StmtId(0)))? {
            Decides::Left(function) => self.walk_pure(activation, &function, &[left.clone(), right.clone()], frame)?,
            Decides::Right(function) => self.walk_pure(activation, &function, &[right.clone(), left.clone()], frame)?,
        };
        if is_opposite {
            return result.as_bool().map(|equal| Value::bool(!equal)).ok_or(Flow::Stop(StmtId(0)));
        }
        if result.is_not_implemented() { Err(Flow::Stop(StmtId(0))) } else { Ok(result) }
    }

    /// `object[index]`
    pub(super) fn item_of_instance(
        &mut self,
        activation: &Activation,
        object: &Value,
        index: &Value,
        frame: &mut Frame,
    ) -> Step<Value> {
        let stop = Flow::Stop(StmtId(0));
        match dunder::find(object, Symbol::GETITEM).as_ref().and_then(Value::as_gc::<Function>) {
            Some(function) => self.walk_pure(activation, function, &[object.clone(), index.clone()], frame),
            // What a missing key means is the class's: it may run script code, or add the key.
            None if has_items(object, Symbol::GETITEM) && !dunder::is_scripted(index) => match lacks(object, index)? {
                true => Err(stop),
                false => Ok(ops::index::get(object, index)?),
            },
            None => Err(stop),
        }
    }

    /// `object[index] = value`
    pub(super) fn set_item_of_instance(
        &mut self,
        activation: &Activation,
        (object, index): (&Value, Value),
        value: Value,
        stmt: &Stmt,
        frame: &mut Frame,
    ) -> Step<()> {
        let Some(function) = dunder::find(object, Symbol::SETITEM).and_then(|found| found.as_gc::<Function>().cloned())
        else {
            let is_converted = object.row().is_some() && dunder::is_scripted(&value);
            if !has_items(object, Symbol::SETITEM) || is_converted || dunder::is_scripted(&index) {
                return Err(Flow::Stop(stmt.id));
            }
            return self.or_leave(ops::index::set(object, &index, value), stmt);
        };
        self.walk_last(activation, &function, &[object.clone(), index, value], frame).map(drop)
    }

    /// A pure built-in function of an instance.
    pub(super) fn scripted_call(
        &mut self,
        activation: &Activation,
        callee: &Value,
        args: &[Value],
        frame: &mut Frame,
    ) -> Step<Value> {
        let stop = || Flow::Stop(StmtId(0));
        let is = |name: &str| is_builtin(callee, name);
        let method = match args {
            [_, class] if is("isinstance") => {
                // To ask for a class that is pretended would run script code.
                let is_plain = follows_descent(class) && !class_of(&args[0]).may_pretend();
                return if is_plain { Ok(ops::call::call(callee, args)?) } else { Err(stop()) };
            }
            [_] if callee.is(&Value::from(&types().class)) => return Ok(ops::call::call(callee, args)?),
            [_] if is("len") => Symbol::LEN,
            [_] if is("abs") => Symbol::ABS,
            _ => return Err(stop()),
        };
        if is("len") && class_of(&args[0]).lookup_from_script(Symbol::LEN).is_none_or(|length| is_native(&length)) {
            return Ok(ops::call::call(callee, args)?);
        }
        let method = dunder::find(&args[0], method).ok_or_else(stop)?;
        let function = method.as_gc::<Function>().ok_or_else(stop)?;
        let result = self.walk_pure(activation, function, args, frame)?;
        // What `__len__` may return is checked by the interpreter.
        if is("len") && result.as_int().is_none_or(|length| length < 0) { Err(stop()) } else { Ok(result) }
    }

    /// Whether a value is true.
    pub(super) fn truth(
        &mut self,
        activation: &Activation,
        value: &Value,
        span: crate::source::Span,
        frame: &mut Frame,
    ) -> Step<bool> {
        if value.kind() == Some(Kind::Instance) {
            let class = class_of(value);
            let method = match (class.lookup_from_script(Symbol::BOOL), class.lookup_from_script(Symbol::LEN)) {
                (Some(method), _) if !is_native(&method) => method,
                (None, Some(length)) if !is_native(&length) => return Err(Flow::Stop(StmtId(0))),
                _ => return self.fallible(ops::unary::truth(value), span),
            };
            let function = method.as_gc::<Function>().ok_or(Flow::Stop(StmtId(0)))?;
            let result = self.walk_pure(activation, function, std::slice::from_ref(value), frame);
            return self.marked(result, span)?.as_bool().ok_or(Flow::Stop(StmtId(0)));
        }
        if dunder::is_scripted(value) {
            return Err(Flow::Stop(StmtId(0)));
        }
        self.fallible(ops::unary::truth(value), span)
    }

    /// `object.name`
    pub(super) fn attribute(
        &mut self,
        activation: &Activation,
        object: &Value,
        name: &str,
        frame: &mut Frame,
    ) -> Step<Value> {
        let stop = Flow::Stop(StmtId(0));
        let name = Symbol::new(name);
        if !dunder::is_scripted(object) {
            return Ok(ops::attribute::get(object, name)?);
        }
        if object.downcast::<Class>().is_some_and(|class| !class.is_answered_for(name)) {
            return Ok(ops::attribute::get(object, name)?);
        }
        let Some(instance) = object.downcast::<Instance>() else { return Err(stop) };
        match attribute_of_shape(&instance.shape(), name) {
            Some(Attribute::Field(_) | Attribute::Shared(..) | Attribute::Class | Attribute::Item(..)) => {
                Ok(ops::attribute::get(object, name)?)
            }
            Some(Attribute::Computed(getter)) => {
                self.walk_pure(activation, &getter, std::slice::from_ref(object), frame)
            }
            None => Err(stop),
        }
    }

    /// Whether `object.name op= …` can be walked: what reads and what stores the attribute is known, and will be.
    pub(super) fn is_updated(&self, object: &Value, name: Symbol) -> bool {
        if let Some(class) = object.as_gc::<Class>() {
            return !self.is_pure() && plain_slot(class, name).is_some();
        }
        let Some(instance) = object.downcast::<Instance>() else { return false };
        let shape = instance.shape();
        match attribute_of_shape(&shape, name) {
            Some(Attribute::Field(_)) => true,
            Some(Attribute::Computed(_)) => {
                !self.is_pure() && matches!(stored_in_shape(&shape, name), Some(Stored::Computed(_)))
            }
            _ => false,
        }
    }

    /// `object.__setattr__(instance, "name", value)`, if that is what a call is, and it is an attribute that lies in the instance.
    pub(super) fn store_by_object(
        &mut self,
        activation: &Activation,
        call: &Call,
        frame: &mut Frame,
    ) -> Step<Option<()>> {
        let Some((class, instance, name, value)) = called_to_store(call) else { return Ok(None) };
        let class = self.eval(activation, class, frame)?;
        if !class.is(&Value::from(&types().object)) {
            return Ok(None);
        }
        let object = self.eval(activation, instance, frame)?;
        let shape = object.downcast::<Instance>().map(Instance::shape);
        let stored = shape.and_then(|shape| stored_by_object(&shape, Symbol::new(name)));
        if !matches!(stored, Some(Stored::Field(_) | Stored::Added(_))) {
            return Ok(None);
        }
        if self.is_pure() && !self.is_fresh(&object) {
            return Err(Flow::Stop(StmtId(0)));
        }
        let value = self.eval(activation, value, frame)?;
        let store = ops::attribute::get(&class, Symbol::SETATTR)?;
        let result = ops::call::call(&store, &[object, Value::str(name), value]);
        self.fallible(result, call.span).map(|_| Some(()))
    }

    /// `object.name = value`
    pub(super) fn set_attribute(
        &mut self,
        activation: &Activation,
        (object, name): (&Value, &str),
        value: Value,
        (stmt, place): (&Stmt, Span),
        frame: &mut Frame,
    ) -> Step<()> {
        let stop = Flow::Stop(stmt.id);
        let name = Symbol::new(name);
        if let Some(class) = object.as_gc::<Class>() {
            return match plain_slot(class, name).filter(|_| !self.is_pure()) {
                Some(_) => self.or_leave(ops::attribute::set(object, name, value), stmt),
                None => Err(stop),
            };
        }
        let Some(instance) = object.downcast::<Instance>() else { return Err(stop) };
        match stored_in_shape(&instance.shape(), name) {
            None => return Err(stop),
            Some(Stored::Computed(setter)) => {
                let result = self.walk_last(activation, &setter, &[object.clone(), value], frame);
                return self.marked(result, place).map(drop);
            }
            Some(_) if self.is_pure() && !self.is_fresh(object) => return Err(stop),
            Some(_) => {}
        }
        self.or_leave(ops::attribute::set(object, name, value), stmt)
    }
}

/// The class, the instance, the name and the value of a call `class.__setattr__(instance, "name", value)`.
pub fn called_to_store(call: &Call) -> Option<(&Expr, &Expr, &str, &Expr)> {
    let Callee::Method(class, method) = &call.callee else { return None };
    let [Arg::Positional(instance), Arg::Positional(name), Arg::Positional(value)] = &call.args[..] else {
        return None;
    };
    let ExprKind::Constant(Constant::Str(name)) = &name.kind else { return None };
    (&**method == Symbol::SETATTR.as_str()).then_some((class, instance, name, value))
}

/// The method of a context manager that a step of `with` finds.
pub fn manager_method(support: Support) -> Option<Symbol> {
    match support {
        Support::Enter => Some(Symbol::ENTER),
        Support::Exit => Some(Symbol::EXIT),
        _ => None,
    }
}

/// The function that the class of an instance has as a special method.
pub(super) fn function_of_instance(value: &Value, name: Symbol) -> Option<Gc<Function>> {
    value.downcast::<Instance>()?.class().lookup(name)?.as_gc::<Function>().cloned()
}

/// The slot in which a class of a script has an attribute of its own that is a number or the like. Another such value may take its place
/// without anything else that happens.
pub fn plain_slot(class: &Gc<Class>, name: Symbol) -> Option<u32> {
    let is_special = name.as_str().starts_with("__");
    if !class.is_from_script() || class.metaclass().is_some() || is_special {
        return None;
    }
    let (0, slot) = class.find(name)? else { return None };
    class.names().with_slot(slot, |value| value.kind().is_none()).then_some(slot)
}

/// Whether a value is an instance around a tuple, whose items it is unpacked to.
pub(super) fn iterates_as_tuple(value: &Value) -> bool {
    value.kind() == Some(Kind::Instance) && container_behind(&class_of(value), Symbol::ITER) == Some(Kind::Tuple)
}

/// Whether a callee is `tuple.__new__`.
pub fn makes_around_tuple(callee: &Value) -> bool {
    types().tuple.names().get(Symbol::NEW).is_some_and(|new| new.is(callee))
}

/// Whether instances of a class of a script are around a tuple and nothing is special about making or freeing them.
pub fn is_around_tuple(class: &Gc<Class>) -> bool {
    let is_special = may_be_abstract(class) || class.has_finalizer();
    class.is_from_script() && class.layout().wraps && class.is_subclass(&types().tuple) && !is_special
}

/// Whether these are arguments of which `tuple.__new__` makes an instance around a tuple, and does nothing else.
pub(super) fn are_class_and_tuple(arguments: &[Value]) -> bool {
    let [class, items] = arguments else { return false };
    items.kind() == Some(Kind::Tuple) && class.as_gc::<Class>().is_some_and(is_around_tuple)
}

/// Whether `op=` may change objects of this kind themselves.
pub fn changes_in_place(kind: Kind) -> bool {
    matches!(kind, Kind::List | Kind::Dict | Kind::Set | Kind::ByteArray)
}

/// Whether a method of an instance reaches items that it has by place, or in a built-in container.
pub(super) fn has_items(object: &Value, method: Symbol) -> bool {
    let is_subscript = method == Symbol::GETITEM || method == Symbol::SETITEM;
    let has_places = object.row().is_some() || is_subscript && object.held_length().is_some();
    has_places || container_behind(&class_of(object), method).is_some()
}

/// Whether an instance is around a dictionary that does not have a key, about which its class has something to say.
fn lacks(object: &Value, key: &Value) -> Step<bool> {
    let inside = object.inside();
    let Some(dict) = inside.as_ref().and_then(Value::downcast::<Dict>) else { return Ok(false) };
    let is_asked = class_of(object).lookup(Symbol::MISSING).is_some();
    Ok(is_asked && dict.get(key)?.is_none())
}

/// The kind of the built-in container that instances of a class are around, if the class has this method from the container. Of keys that a
/// dictionary does not have, the class may have more to say.
pub fn container_behind(class: &Gc<Class>, method: Symbol) -> Option<Kind> {
    container_of(class, &class.lookup(method)?)
}

/// The same for a method that was found in the class or behind it, and is called by its name.
pub fn container_with(class: &Gc<Class>, method: Symbol, found: &Value) -> Option<Kind> {
    let kind = container_of(class, found)?;
    let is_asked = kind == Kind::Dict && method == Symbol::GETITEM && class.lookup(Symbol::MISSING).is_some();
    (!is_asked).then_some(kind)
}

fn container_of(class: &Gc<Class>, method: &Value) -> Option<Kind> {
    let owner = method.downcast::<Builtin>()?.owner()?;
    let types = types();
    let containers =
        [(&types.list, Kind::List), (&types.dict, Kind::Dict), (&types.set, Kind::Set), (&types.tuple, Kind::Tuple)];
    let (container, kind) = containers.into_iter().find(|(container, _)| class.is_subclass(container))?;
    (owner.as_str() == container.name()).then_some(kind)
}

/// Whether descent alone says who is an instance of a class, or of one in a tuple.
fn follows_descent(classes: &Value) -> bool {
    match classes.downcast::<Tuple>() {
        Some(tuple) => tuple.items().iter().all(follows_descent),
        None => classes.downcast::<Class>().is_some_and(|class| !class.is_judged()),
    }
}
