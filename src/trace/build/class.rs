//! What the class of a value is: `type`, questions about it, and `isinstance` where the class is known.

use super::instance::is_instance;
use super::*;
use crate::resolve::tree::{CompareOp, Expr, ExprKind};
use crate::trace::record::object::{is_built_in, plain_slot};
use crate::value::Symbol;
use crate::value::class::{Class, types};
use crate::value::instance::Instance;

const NAMES: i32 = BODY_OFFSET + Class::NAMES_OFFSET + Flat::DATA_OFFSET;

/// What is built for a class.
type OfClass<'b, B> = &'b mut dyn FnMut(&mut B, &Abstract) -> Step<Abstract>;

/// The class of a value that is no instance, if its type tells.
pub(super) fn known_class(value: &Abstract) -> Option<&'static Gc<Class>> {
    match value {
        Abstract::Tuple(_) => Some(&types().tuple),
        Abstract::Object(object) => class_of_kind(object.kind),
        value => class_of_type(value.type_()?),
    }
}

fn class_of_type(ty: Type) -> Option<&'static Gc<Class>> {
    let types = types();
    match ty {
        Type::None => Some(&types.none),
        Type::Bool => Some(&types.bool),
        Type::Int => Some(&types.int),
        Type::Float => Some(&types.float),
        ty => class_of_kind(ty.object_kind()?),
    }
}

/// The class of all objects of a kind.
fn class_of_kind(kind: Kind) -> Option<&'static Gc<Class>> {
    let types = types();
    Some(match kind {
        Kind::Str => &types.str,
        Kind::BigInt => &types.int,
        Kind::Complex => &types.complex,
        Kind::List => &types.list,
        Kind::Dict => &types.dict,
        Kind::Range => &types.range,
        Kind::Slice => &types.slice,
        Kind::Bytes => &types.bytes,
        Kind::ByteArray => &types.byte_array,
        Kind::Function => &types.function,
        _ => return None,
    })
}

/// Whether what a class has under a name is what it gives for that name: nothing that is bound to anything.
fn is_data(value: &Value) -> bool {
    match value.kind() {
        None => true,
        Some(Kind::Instance) => {
            let class = crate::value::class::class_of(value);
            class.is_from_script()
                && class.lookup_from_script(Symbol::GET).is_none()
                && value.downcast::<Instance>().is_some_and(|instance| {
                    // What is around a property or a method is bound as that is.
                    instance.payload().is_none_or(|inside| inside.kind().is_none_or(is_built_in))
                })
        }
        Some(kind) => is_built_in(kind),
    }
}

/// Whether a value is a class of which its own class is `type`: it compares by identity.
fn is_plain_class(value: &Value) -> bool {
    value.as_gc::<Class>().is_some_and(|class| class.metaclass().is_none())
}

impl Builder<'_> {
    /// `type(value)`
    pub(super) fn type_of(&mut self, value: &Abstract, asked: &Expr) -> Step<Abstract> {
        self.each_class(value, asked, &mut |_, class| Ok(class.clone()))
    }

    /// What an expression asks the class of, if it is `type(…)`.
    pub(super) fn asked_class<'e>(&mut self, expr: &'e Expr) -> Step<Option<&'e Expr>> {
        let ExprKind::PureCall(callee, args) = &expr.kind else { return Ok(None) };
        let [asked] = &args[..] else { return Ok(None) };
        let seen = self.seen(callee.id).and_then(Seen::only);
        if !seen.is_some_and(|callee| callee.is(&Value::from(&types().class))) {
            return Ok(None);
        }
        Ok((self.callee_name(callee)?.1 == "type").then_some(asked))
    }

    /// `type(asked) op right`
    pub(super) fn compare_class(&mut self, op: CompareOp, asked: &Expr, right: &Expr) -> Step<Abstract> {
        let value = self.any(asked)?;
        let held = self.hold(value);
        let right = self.expr(right)?;
        let value = self.take_held(held);
        self.each_class(&value, asked, &mut |this, class| Ok(Abstract::Bool(this.compare(op, class, &right)?)))
    }

    /// Whether two classes are equal, if nobody but `type` has a say in that.
    pub(super) fn same_class(&mut self, x: &Abstract, y: &Abstract) -> Option<bool> {
        match (x, y) {
            (Abstract::Known(x), Abstract::Known(y)) if is_plain_class(x) && is_plain_class(y) => Some(x.is(y)),
            _ => None,
        }
    }

    /// Builds something for each class that a value was seen to be of.
    pub(super) fn each_class(&mut self, value: &Abstract, asked: &Expr, build: OfClass<'_, Self>) -> Step<Abstract> {
        if let Some(class) = known_class(value) {
            return build(self, &Abstract::Known(Value::from(class)));
        }
        if is_instance(value) {
            return self
                .each_shape(value, &mut |this, shape| build(this, &Abstract::Known(Value::from(shape.class()))));
        }
        let seen = self.seen(asked.id).cloned().unwrap_or_default();
        let (instance, &Abstract::Tagged(tag, payload)) = (Type::Object(Kind::Instance), value) else {
            return self.abort(AbortReason::Call);
        };
        let mut types: Vec<Type> = Vec::new();
        for &ty in seen.types().iter().rev() {
            if class_of_type(ty).is_none() && ty != instance {
                return self.abort(AbortReason::Call);
            }
            if !types.iter().any(|known| known.fits(ty)) {
                types.push(ty);
            }
        }
        let result = self.hidden();
        let join = self.open_join();
        // The last one seen is the likeliest.
        for ty in types {
            let other = self.open_join();
            self.go_unless_of_type((tag, payload), ty, other);
            let way = match class_of_type(ty) {
                Some(class) => build(self, &Abstract::Known(Value::from(class))),
                None => {
                    let object = Object::new(self.ir.cast(Ty::Ref, payload), Kind::Instance, false);
                    self.note_shapes(&object, &seen);
                    let object = Abstract::Object(object);
                    self.each_shape(&object, &mut |this, shape| {
                        build(this, &Abstract::Known(Value::from(shape.class())))
                    })
                }
            };
            let way = way.map(|value| self.write(result, value));
            self.end_way(way, join)?;
            self.close_join(None)?;
        }
        let way = self.leave(Reason::Type);
        self.end_way(way, join)?;
        self.merged(result)
    }

    /// Goes to the label if any value is not of a type.
    fn go_unless_of_type(&mut self, (tag, payload): (Val, Val), ty: Type, other: usize) {
        let fits = self.has_tag(tag, tag_of(ty));
        self.go_unless(fits, other);
        if let Some(kind) = ty.object_kind() {
            let object = self.ir.cast(Ty::Ref, payload);
            let fits = self.is_of_kind(object, kind);
            self.go_unless(fits, other);
        }
    }

    /// What a class is called: a constant, as long as the class is as it is.
    pub(super) fn name_of_class(&mut self, class: &Gc<Class>) -> Step<Abstract> {
        if class.is_from_script() {
            self.guard_class_itself(class);
        }
        let name = Value::str(&class.name());
        let val = address(&mut self.ir, &name);
        self.built.objects.push(name);
        Ok(Abstract::Object(Object::new(val, Kind::Str, true)))
    }

    /// What a slot of a class holds, or of one that it derives from, by its place in the order of lookup.
    pub(super) fn slot_of_class(&mut self, class: &Gc<Class>, place: usize, slot: u32) -> Step<Abstract> {
        let owner = place.checked_sub(1).map_or(class, |place| &class.ancestors()[place]);
        let Some(now) = owner.names().get_slot(slot) else {
            return self.leave(Reason::Branch);
        };
        let (data, at) = self.names_of_class(owner, slot);
        let tag = self.ir.load(Access::new(MemRegion::Globals, Ty::Tag, at + TAG_OFFSET), data);
        let payload = self.ir.load(Access::new(MemRegion::Globals, Ty::I64, at + PAYLOAD_OFFSET), data);
        Ok(self.narrow(tag, payload, Type::of(&now)))
    }

    /// `Class.name`, of what a class is asked for as it is.
    pub(super) fn attribute_of_class(&mut self, class: &Gc<Class>, name: &str) -> Step<Abstract> {
        let name = Symbol::new(name);
        if name == Symbol::NAME && class.metaclass().is_none() {
            return self.name_of_class(class);
        }
        if class.is_answered_for(name) || !class.is_from_script() {
            return self.abort(AbortReason::Expression);
        }
        let found = class.find(name);
        let value = found.and_then(|(place, slot)| class.names_at(place).get_slot(slot));
        match (found, value) {
            (Some((place, slot)), Some(value)) if is_data(&value) => {
                self.guard_class_itself(class);
                self.slot_of_class(class, place, slot)
            }
            _ => self.abort(AbortReason::Expression),
        }
    }

    /// `Class.name = value`, where both the old and the new value are numbers or the like.
    pub(super) fn store_in_class(&mut self, class: &Gc<Class>, name: Symbol, value: &Abstract) -> Step<()> {
        let plain = matches!(value, Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::None);
        let Some(slot) = plain_slot(class, name).filter(|_| plain) else {
            return self.abort(AbortReason::Statement);
        };
        self.guard_class(class);
        let (data, at) = self.names_of_class(class, slot);
        let old = self.ir.load(Access::new(MemRegion::Globals, Ty::Tag, at + TAG_OFFSET), data);
        let object = self.ir.tag(TAG_OBJECT);
        let was_plain = self.ir.int_compare(Compare::Ne, old, object);
        self.guard(was_plain, Reason::Type);
        let (tag, payload) = self.boxed(value);
        self.ir.store(Access::new(MemRegion::Globals, Ty::Tag, at + TAG_OFFSET), data, tag);
        self.ir.store(Access::new(MemRegion::Globals, Ty::I64, at + PAYLOAD_OFFSET), data, payload);
        self.here = None;
        Ok(())
    }

    /// Where a class has its names, and one of them among these.
    fn names_of_class(&mut self, class: &Gc<Class>, slot: u32) -> (Val, i32) {
        let owner = Value::from(class);
        let base = address(&mut self.ir, &owner);
        self.built.objects.push(owner);
        (self.ir.load(Access::new(MemRegion::Globals, Ty::Ptr, NAMES), base), slot as i32 * VALUE_SIZE)
    }

    /// The classes that a class or a tuple of them is, where descent alone says who is an instance, and will.
    pub(super) fn plain_classes(&mut self, classes: &Abstract) -> Option<Vec<Gc<Class>>> {
        let classes = classes_in(classes)?;
        for class in classes.iter().filter(|class| class.metaclass().is_some()) {
            self.guard_class_itself(class);
        }
        Some(classes)
    }

    /// The same for what is asked of the class itself.
    pub(super) fn guard_class_itself(&mut self, class: &Gc<Class>) {
        self.guard_class(class);
        if let Some(meta) = class.metaclass() {
            self.guard_class(meta);
        }
    }
}

/// The classes that a class or a tuple of them is, where descent alone says who is an instance.
fn classes_in(classes: &Abstract) -> Option<Vec<Gc<Class>>> {
    match classes {
        Abstract::Known(class) => Some(vec![class.as_gc::<Class>().filter(|class| !class.is_judged())?.clone()]),
        Abstract::Tuple(items) => Some(items.iter().map(classes_in).collect::<Option<Vec<_>>>()?.concat()),
        _ => None,
    }
}
