//! Instances of a script's classes: attributes, methods, operators, and making them.
//!
//! What an instance's shape and the version of its class say holds for all instances of the shape while the class stays as it is: both
//! are guarded. Where several shapes were seen, each has a way of its own. Methods that are part of a statement (of operators,
//! properties, new instances) are inlined so that leaving one does the statement again; see [`Builder::pure_method`].

use super::call::Given;
use super::made::fields_of;
use super::*;
use crate::interp::construct::{is_bare, is_container_alone, only_init, only_new};
use crate::resolve::tree::{BinaryOp, Call, CompareOp, Expr, ExprKind};
use crate::trace::helper::HelperId;
use crate::trace::ir::BoolBinary;
use crate::trace::record::object::{
    Attribute, Decides, Operand, Stored, attribute_of_shape, called_to_store, compares_by_identity, container_behind,
    container_with, decides_difference, is_built_in, is_native, method_of_operator, stored_by_object, stored_in_shape,
};
use crate::value::Symbol;
use crate::value::class::{Class, types};
use crate::value::descriptor::{Wrapper, find_behind};
use crate::value::heap::Fields;
use crate::value::instance::Instance;

const SHAPE: i32 = BODY_OFFSET + Instance::SHAPE_OFFSET;
pub(super) const FIELDS: i32 = BODY_OFFSET + Instance::FIELDS_OFFSET + Fields::DATA_OFFSET;
const VERSION: i32 = BODY_OFFSET + Class::VERSION_OFFSET;

/// Whether a value is an instance of a script's class.
pub(super) fn is_instance(value: &Abstract) -> bool {
    matches!(value, Abstract::Made(_) | Abstract::Object(Object { kind: Kind::Instance, .. }))
}

/// How a function found in a class is called.
enum Method {
    /// With the instance in front of the arguments.
    OfInstance(Gc<Function>),
    /// With the arguments alone.
    Free(Gc<Function>),
    /// With the class in front of the arguments.
    OfClass(Gc<Function>),
}

/// Whether what a class has is bound to an instance that it is read from.
fn is_bound_by_its_class(value: &Value) -> bool {
    crate::value::class_of(value).lookup(Symbol::GET).is_some()
}

impl Builder<'_> {
    /// Leaves unless a class is as it is now.
    pub(super) fn guard_class(&mut self, class: &Gc<Class>) {
        let version = class.version() as i64;
        let class = Value::from(class);
        let base = address(&mut self.ir, &class);
        self.built.objects.push(class);
        let found = self.ir.load(Access::new(MemRegion::ClassVersion, Ty::I64, VERSION), base);
        let expected = self.ir.int(version);
        let same = self.ir.int_compare(Compare::Eq, found, expected);
        self.guard(same, Reason::Identity);
    }

    fn has_shape(&mut self, object: &Object, shape: &Gc<Shape>) -> Val {
        let found = self.ir.load(Access::new(MemRegion::Shape, Ty::Ref, SHAPE), object.val);
        let expected = self.shape_address(shape);
        self.ir.int_compare(Compare::Eq, found, expected)
    }

    /// Builds something for each shape that an instance was seen to have.
    pub(super) fn each_shape(
        &mut self,
        value: &Abstract,
        build: &mut dyn FnMut(&mut Self, &Gc<Shape>) -> Step<Abstract>,
    ) -> Step<Abstract> {
        let object = match self.settled(value) {
            Abstract::Made(number) => {
                let shape = self.shape_of_made(number).ok_or(Stop::Abort(AbortReason::Operator))?;
                self.guard_class(shape.class());
                return build(self, &shape);
            }
            Abstract::Object(object) => object,
            _ => return self.abort(AbortReason::Operator),
        };
        let shapes = self.shapes.get(&object.val).cloned().unwrap_or_default();
        let Some((last, others)) = shapes.split_last() else {
            return self.leave(Reason::Branch);
        };
        if others.is_empty() {
            let same = self.has_shape(&object, last);
            self.guard(same, Reason::Type);
            self.guard_class(last.class());
            return build(self, last);
        }
        let result = self.hidden();
        let join = self.open_join();
        // The last one seen is the likeliest.
        for shape in std::iter::once(last).chain(others) {
            let other = self.open_join();
            let same = self.has_shape(&object, shape);
            self.go_unless(same, other);
            self.guard_class(shape.class());
            let way = build(self, shape).map(|value| self.write(result, value));
            self.end_way(way, join)?;
            self.close_join(None)?;
        }
        let way = self.leave(Reason::Type);
        self.end_way(way, join)?;
        self.merged(result)
    }

    /// `object.name`
    pub(super) fn attribute_of_instance(&mut self, object: &Abstract, name: &str, id: ExprId) -> Step<Abstract> {
        let seen = self.seen(id).cloned().unwrap_or_default();
        let name = Symbol::new(name);
        self.each_shape(object, &mut |this, shape| this.attribute_in(object, shape, name, &seen))
    }

    fn attribute_in(&mut self, object: &Abstract, shape: &Gc<Shape>, name: Symbol, seen: &Seen) -> Step<Abstract> {
        match attribute_of_shape(shape, name) {
            Some(Attribute::Field(place)) => self.field(object, place, seen),
            Some(Attribute::Shared(place, slot)) => self.slot_of_class(shape.class(), place, slot),
            Some(Attribute::Computed(getter)) => self.pure_method(&getter, vec![object.clone()]),
            Some(Attribute::Item(place, found_in)) => {
                found_in.iter().for_each(|class| self.guard_class(class));
                self.item_of_content(object, place, seen)
            }
            Some(Attribute::Class) => Ok(Abstract::Known(Value::from(shape.class()))),
            None => self.abort(AbortReason::Expression),
        }
    }

    /// The value of a field.
    fn field(&mut self, object: &Abstract, place: usize, seen: &Seen) -> Step<Abstract> {
        let object = match self.settled(object) {
            Abstract::Made(number) => {
                let value = self.read(Key::Field(number, place as u32))?;
                return match value {
                    Abstract::Unbound => self.leave(Reason::Type),
                    Abstract::Tagged(tag, payload) => match seen.only_type() {
                        Some(ty) => Ok(self.narrow(tag, payload, ty)),
                        None => Ok(Abstract::Tagged(tag, payload)),
                    },
                    value => Ok(value),
                };
            }
            Abstract::Object(object) => object,
            _ => return self.abort(AbortReason::Operator),
        };
        let Some(ty) = seen.last() else {
            return self.leave(Reason::Branch);
        };
        let (data, tag) = self.field_tag(&object, place);
        let at = place as i32 * VALUE_SIZE + PAYLOAD_OFFSET;
        let load = |ty| Access::new(MemRegion::of_field(place), ty, at);
        if seen.is_various() || seen.only_type().is_none() && (self.request.tolerant || seen.types().len() > 2) {
            return Ok(Abstract::Tagged(tag, self.ir.load(load(Ty::I64), data)));
        }
        match ty {
            Type::Float => {
                let float = self.ir.tag(TAG_FLOAT);
                let fits = self.ir.int_compare(Compare::Eq, tag, float);
                self.guard(fits, Reason::Type);
                Ok(Abstract::Float(self.ir.load(load(Ty::F64), data)))
            }
            ty => {
                let payload = self.ir.load(load(Ty::I64), data);
                match self.narrow(tag, payload, ty) {
                    Abstract::Unbound => self.leave(Reason::Type),
                    value => Ok(value),
                }
            }
        }
    }

    /// Where the fields of an object lie, and the tag of one.
    fn field_tag(&mut self, object: &Object, place: usize) -> (Val, Val) {
        let data = self.ir.load(Access::new(MemRegion::FieldsData, Ty::Ptr, FIELDS), object.val);
        let access = Access::new(MemRegion::FieldTag, Ty::Tag, place as i32 * VALUE_SIZE + TAG_OFFSET);
        (data, self.ir.load(access, data))
    }

    /// `object.name = value`; `old` is the type of what the attribute held, if that was never an object.
    pub(super) fn set_attribute(
        &mut self,
        object: &Abstract,
        name: &str,
        value: &Abstract,
        old: Option<Type>,
    ) -> Step<()> {
        let name = Symbol::new(name);
        if let Abstract::Known(known) = object
            && let Some(class) = known.as_gc::<Class>()
        {
            return self.store_in_class(class, name, value);
        }
        if !is_instance(object) || matches!(value, Abstract::Unbound) {
            return self.abort(AbortReason::Statement);
        }
        self.each_shape(object, &mut |this, shape| {
            this.store_attribute(object, shape, stored_in_shape(shape, name), value, old)?;
            Ok(Abstract::None)
        })?;
        self.here = None;
        Ok(())
    }

    /// Whether a call was seen to be `object.__setattr__(instance, "name", value)`.
    pub(super) fn stores_by_object(&self, call: &Call) -> bool {
        let class = called_to_store(call).and_then(|(class, ..)| self.seen(class.id)?.only());
        class.is_some_and(|class| class.is(&Value::from(&types().object)))
    }

    /// `object.__setattr__(instance, "name", value)`
    pub(super) fn store_by_object(&mut self, call: &Call) -> Step<Abstract> {
        let Some((class, instance, name, value)) = called_to_store(call) else { return self.abort(AbortReason::Call) };
        let class = self.expr(class)?;
        let is_object = self.compare(CompareOp::Is, &class, &Abstract::Known(Value::from(&types().object)))?;
        self.guard(is_object, Reason::Identity);
        let exprs: [(_, Evaluate<Self>); 2] = [(instance, Self::known), (value, Self::any)];
        let values = self.exprs_by(exprs)?;
        let [object, value] = values.try_into().expect("as many as expressions");
        if !is_instance(&object) || matches!(value, Abstract::Unbound) {
            return self.abort(AbortReason::Call);
        }
        self.each_shape(&object, &mut |this, shape| match stored_by_object(shape, Symbol::new(name)) {
            Some(Stored::Computed(_)) => this.abort(AbortReason::Call),
            stored => this.store_attribute(&object, shape, stored, &value, None).map(|()| Abstract::None),
        })?;
        self.here = None;
        Ok(Abstract::None)
    }

    fn store_attribute(
        &mut self,
        object: &Abstract,
        shape: &Gc<Shape>,
        stored: Option<Stored>,
        value: &Abstract,
        old: Option<Type>,
    ) -> Step<()> {
        match (self.settled(object), stored) {
            (Abstract::Made(number), Some(Stored::Field(place))) => {
                self.write(Key::Field(number, place as u32), value.clone());
                Ok(())
            }
            (Abstract::Made(number), Some(Stored::Added(longer))) => {
                self.write(Key::Field(number, fields_of(shape)), value.clone());
                self.write(Key::Shape(number), Abstract::Shape(longer));
                Ok(())
            }
            (Abstract::Object(object), Some(Stored::Field(place))) => self.set_field(&object, place, value, old),
            (_, Some(Stored::Computed(setter))) => {
                self.pure_method(&setter, vec![object.clone(), value.clone()]).map(|_| ())
            }
            (Abstract::Object(object), Some(Stored::Added(longer))) => {
                let (tag, payload) = self.boxed(value);
                let longer = self.shape_address(&longer);
                self.ir.call(HelperId::FIELD_ADD, &[object.val, longer, tag, payload], None);
                Ok(())
            }
            _ => self.abort(AbortReason::Statement),
        }
    }

    /// Stores into a field: inline if neither the new nor the old value is counted.
    fn set_field(&mut self, object: &Object, place: usize, value: &Abstract, old: Option<Type>) -> Step<()> {
        let plain = matches!(value, Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::None);
        if !plain || old.is_none_or(|old| old.object_kind().is_some()) {
            let (tag, payload) = self.boxed(value);
            let place = self.ir.int(place as i64);
            let exit = self.here();
            self.ir.call(HelperId::FIELD_SET, &[object.val, place, tag, payload], Some(exit));
            return Ok(());
        }
        let (data, before) = self.field_tag(object, place);
        let at = place as i32 * VALUE_SIZE;
        if old == value.type_() {
            // The tag stays.
            let tag = match value {
                Abstract::Int(_) => TAG_INT,
                Abstract::Float(_) => TAG_FLOAT,
                Abstract::Bool(_) => TAG_BOOL,
                _ => TAG_NONE,
            };
            let tag = self.ir.tag(tag);
            let same = self.ir.int_compare(Compare::Eq, before, tag);
            self.guard(same, Reason::Type);
        } else {
            let object = self.ir.tag(TAG_OBJECT);
            let plain = self.ir.int_compare(Compare::Ne, before, object);
            self.guard(plain, Reason::Type);
            let (tag, _) = self.boxed(value);
            self.ir.store(Access::new(MemRegion::FieldTag, Ty::Tag, at + TAG_OFFSET), data, tag);
        }
        let region = MemRegion::of_field(place);
        match value {
            Abstract::Float(val) => self.ir.store(Access::new(region, Ty::F64, at + PAYLOAD_OFFSET), data, *val),
            Abstract::None => {}
            value => {
                let (_, payload) = self.boxed(value);
                self.ir.store(Access::new(region, Ty::I64, at + PAYLOAD_OFFSET), data, payload);
            }
        }
        Ok(())
    }

    /// `object.name op= value`
    pub(super) fn update_attribute(
        &mut self,
        object: Abstract,
        name: &str,
        op: BinaryOp,
        value: &Expr,
        id: StmtId,
    ) -> Step<()> {
        let [old_seen, new_seen] = self.update_seen(id)?;
        if let Abstract::Known(known) = &object
            && let Some(class) = known.as_gc::<Class>()
        {
            let old = self.attribute_of_class(class, name)?;
            let value = self.expr(value)?;
            let new = self.operate_in_place(op, &old, &value, &new_seen)?;
            return self.store_in_class(class, Symbol::new(name), &new);
        }
        if !is_instance(&object) {
            return self.abort(AbortReason::Statement);
        }
        let symbol = Symbol::new(name);
        let held = self.hold(object.clone());
        let mut is_field = true;
        let old = self.each_shape(&object, &mut |this, shape| {
            is_field &= matches!(stored_in_shape(shape, symbol), Some(Stored::Field(_)));
            this.attribute_in(&object, shape, symbol, &old_seen)
        })?;
        if let Abstract::Object(inner) = &old {
            if inner.kind == Kind::List {
                // The list changes itself.
                return self.abort(AbortReason::Operator);
            }
            self.note_shapes(inner, &old_seen);
        }
        let held_old = self.hold(old);
        let value = self.expr(value)?;
        let old = self.take_held(held_old);
        if super::array::is_array(&old) {
            // The field stays what it is.
            return match is_field {
                true => self.update_array(op, &old, &value),
                false => self.abort(AbortReason::Operator),
            };
        }
        let new = self.operate_in_place(op, &old, &value, &new_seen)?;
        let object = self.take_held(held);
        self.set_attribute(&object, name, &new, old_seen.plain())
    }

    /// The function that a name means in a class, if that can be told.
    fn method_in(&self, class: &Gc<Class>, name: Symbol) -> Option<Method> {
        let found = class.lookup(name)?;
        if let Some(function) = found.as_gc::<Function>() {
            return Some(Method::OfInstance(function.clone()));
        }
        let wrapper = found.downcast::<Wrapper>()?;
        let function = wrapper.function().as_gc::<Function>()?.clone();
        Some(if wrapper.is_for_class() { Method::OfClass(function) } else { Method::Free(function) })
    }

    /// `object.name(…)`
    pub(super) fn call_method(&mut self, stmt: &Stmt, object: Abstract, name: &str, call: &Call) -> Step<Abstract> {
        let held = self.hold(object);
        let given = self.given(&call.args, Self::any)?;
        let object = self.take_held(held);
        let name = Symbol::new(name);
        let seen = self.profile().and_then(|profile| profile.callees.get(&call.id)).cloned().unwrap_or_default();
        self.each_shape(&object, &mut |this, shape| {
            let traits = shape.class().traits();
            // A function that it has itself is called without it.
            if let (Some(Attribute::Field(place)), None) = (attribute_of_shape(shape, name), seen.receiver())
                && !seen.functions().is_empty()
            {
                let callee = this.field(&object, place, &seen)?;
                return this.call_given(stmt, &callee, call, given.clone());
            }
            let own = shape.find(name).is_some() || shape.is_dictionary();
            if own || traits.getattribute || traits.getattr {
                return this.abort(AbortReason::Call);
            }
            match (this.method_in(shape.class(), name), shape.class().lookup(name)) {
                (Some(method), _) => this.call_found(stmt, &method, Some(&object), shape.class(), &given),
                (None, Some(native)) => match (container_behind(shape.class(), name), &object) {
                    (Some(kind), Abstract::Object(instance)) => {
                        this.call_of_content(instance, kind, name, given.clone(), call.id)
                    }
                    _ => match native.in_script(given.len() + 1).filter(|_| is_bound_by_its_class(&native)) {
                        Some(function) => {
                            let method = Method::OfInstance(function.clone());
                            this.call_found(stmt, &method, Some(&object), shape.class(), &given)
                        }
                        None => this.call_native(&native, &object, given.clone()),
                    },
                },
                _ => this.abort(AbortReason::Call),
            }
        })
    }

    /// `object(…)`
    pub(super) fn call_instance(&mut self, stmt: &Stmt, object: Abstract, call: &Call) -> Step<Abstract> {
        let held = self.hold(object);
        let given = self.given(&call.args, Self::any)?;
        let object = self.take_held(held);
        self.each_shape(&object, &mut |this, shape| match this.method_in(shape.class(), Symbol::CALL) {
            Some(method @ Method::OfInstance(_)) => {
                this.call_found(stmt, &method, Some(&object), shape.class(), &given)
            }
            _ => this.abort(AbortReason::Call),
        })
    }

    /// The class and the instance of `super(class, instance)`.
    pub(super) fn behind(&mut self, object: &Expr) -> Step<Option<(Gc<Class>, Abstract)>> {
        let ExprKind::PureCall(callee, args) = &object.kind else { return Ok(None) };
        let [after, first] = &args[..] else { return Ok(None) };
        match self.known(callee)? {
            Abstract::Known(callee) if callee.is(&Value::from(&types().super_type)) => {}
            _ => return Ok(None),
        }
        let seen = self.seen(after.id).cloned().unwrap_or_default();
        let after = match self.known(after)? {
            Abstract::Object(class) => self.identified(class, &seen),
            after => after,
        };
        let Abstract::Known(after) = after else { return self.abort(AbortReason::Call) };
        let instance = self.known(first)?;
        match after.as_gc::<Class>() {
            Some(after) if is_instance(&instance) => Ok(Some((after.clone(), instance))),
            _ => self.abort(AbortReason::Call),
        }
    }

    /// `super().name(…)`
    pub(super) fn call_behind(
        &mut self,
        stmt: &Stmt,
        (after, instance): (Gc<Class>, Abstract),
        name: &str,
        call: &Call,
    ) -> Step<Abstract> {
        let held = self.hold(instance);
        let given = self.given(&call.args, Self::any)?;
        let instance = self.take_held(held);
        let name = Symbol::new(name);
        self.each_shape(&instance, &mut |this, shape| {
            let Some(found) = find_behind(&after, shape.class(), name) else {
                return this.abort(AbortReason::Call);
            };
            if let Some(function) = found.as_gc::<Function>() {
                let method = Method::OfInstance(function.clone());
                return this.call_found(stmt, &method, Some(&instance), shape.class(), &given);
            }
            match (container_with(shape.class(), name, &found), &instance) {
                (Some(kind), Abstract::Object(instance)) => {
                    this.call_of_content(instance, kind, name, given.clone(), call.id)
                }
                _ => this.abort(AbortReason::Call),
            }
        })
    }

    /// `Class.name(…)`
    pub(super) fn call_of_class(&mut self, stmt: &Stmt, class: &Gc<Class>, name: &str, call: &Call) -> Step<Abstract> {
        let name = Symbol::new(name);
        if class.is_answered_for(name) || !class.is_from_script() {
            return self.abort(AbortReason::Call);
        }
        let given = self.given(&call.args, Self::any)?;
        let Some(method) = self.method_in(class, name) else {
            return self.abort(AbortReason::Call);
        };
        self.guard_class_itself(class);
        self.call_found(stmt, &method, None, class, &given)
    }

    fn call_found(
        &mut self,
        stmt: &Stmt,
        method: &Method,
        object: Option<&Abstract>,
        class: &Gc<Class>,
        given: &[Given],
    ) -> Step<Abstract> {
        let (function, first) = match method {
            Method::OfInstance(function) => (function, object.cloned()),
            Method::Free(function) => (function, None),
            Method::OfClass(function) => (function, Some(Abstract::Known(Value::from(class)))),
        };
        let callee = self.address_of(function);
        let all = first.map(|first| (None, first)).into_iter().chain(given.iter().cloned()).collect();
        self.invoke(stmt, callee, function, all)
    }

    /// `Class(…)`
    pub(super) fn make_instance(&mut self, class: &Gc<Class>, given: Vec<Given>, id: ExprId) -> Step<Abstract> {
        if is_container_alone(class) && !class.has_finalizer() {
            return self.new_around_container(class, given, id);
        }
        if let Some(new) = only_new(class).filter(|_| !class.has_finalizer()) {
            self.guard_class(class);
            let first = Abstract::Known(Value::from(class));
            let made = self.pure_method_with(&new, std::iter::once((None, first)).chain(given).collect())?;
            let is_of_class = match self.settled(&made) {
                Abstract::Made(number) => self.shape_of_made(number).is_some_and(|shape| shape.class().is(class)),
                _ => false,
            };
            // It would be asked whether that is to be filled.
            return if is_of_class { Ok(made) } else { self.abort(AbortReason::Call) };
        }
        let init = only_init(class);
        if class.has_finalizer() || init.is_none() && !(is_bare(class) && given.is_empty()) {
            return self.abort(AbortReason::Call);
        }
        self.guard_class(class);
        let number = self.new_made(class.shape());
        let Some(init) = init else { return Ok(Abstract::Made(number)) };
        let instance = self.hold(Abstract::Made(number));
        let all = std::iter::once((None, Abstract::Made(number))).chain(given).collect();
        let result = self.pure_method_with(&init, all)?;
        let instance = self.take_held(instance);
        match result {
            Abstract::None => Ok(instance),
            // A `TypeError`.
            _ => self.leave(Reason::Type),
        }
    }

    /// An operator of which at least one operand is an instance.
    pub(super) fn scripted(
        &mut self,
        names: (Symbol, Symbol),
        in_place: Option<Symbol>,
        x: &Abstract,
        y: &Abstract,
    ) -> Step<Abstract> {
        let built_in = |value: &Abstract| match value {
            Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::Complex(..) | Abstract::None => {
                Operand::Number
            }
            Abstract::Tuple(_) => Operand::BuiltIn(Kind::Tuple),
            Abstract::Object(object) if is_built_in(object.kind) => Operand::BuiltIn(object.kind),
            _ => Operand::Other,
        };
        let decide = |this: &mut Self, left: Option<&Gc<Shape>>, right: Option<&Gc<Shape>>| {
            let left = left.map(|shape| shape.class());
            let operands = (
                left.map_or_else(|| built_in(x), Operand::Instance),
                right.map_or_else(|| built_in(y), |shape| Operand::Instance(shape.class())),
            );
            let own = left.zip(in_place).and_then(|(left, name)| left.lookup_from_script(name));
            let own = match own {
                Some(found) => match found.as_gc::<Function>() {
                    Some(function) => Some(Decides::Left(function.clone())),
                    None => return this.abort(AbortReason::Operator),
                },
                // It may change what it is around.
                None if in_place.is_some() && left.is_some_and(|left| left.layout().wraps) => {
                    return this.abort(AbortReason::Operator);
                }
                None => None,
            };
            let decides = own.or_else(|| method_of_operator(names.0, names.1, operands.0, operands.1));
            let opposite = match decides {
                None if names.0 == Symbol::NE => decides_difference(operands.0, operands.1),
                _ => None,
            };
            let is_opposite = opposite.is_some();
            let result = match decides.or(opposite) {
                Some(Decides::Left(function)) => this.pure_method(&function, vec![x.clone(), y.clone()])?,
                Some(Decides::Right(function)) => this.pure_method(&function, vec![y.clone(), x.clone()])?,
                None => return this.abort(AbortReason::Operator),
            };
            match &result {
                Abstract::Known(value) if value.is_not_implemented() => this.leave(Reason::Type),
                &Abstract::Bool(equal) if is_opposite => Ok(Abstract::Bool(this.ir.bool_not(equal))),
                _ if is_opposite => this.abort(AbortReason::Operator),
                _ => Ok(result),
            }
        };
        match (is_instance(x), is_instance(y)) {
            (true, true) => self.each_shape(x, &mut |this, left| {
                this.each_shape(y, &mut |this, right| decide(this, Some(left), Some(right)))
            }),
            (true, false) => self.each_shape(x, &mut |this, left| decide(this, Some(left), None)),
            _ => self.each_shape(y, &mut |this, right| decide(this, None, Some(right))),
        }
    }

    /// Whether two values are equal, at least one of them being an instance, if that is to say whether they are the same.
    pub(super) fn same_instance(&mut self, x: &Abstract, y: &Abstract) -> Step<Option<Val>> {
        let (x, y) = (&self.settled(x), &self.settled(y));
        let (instance, other) = if is_instance(x) { (x, y) } else { (y, x) };
        if !self.is_known_by_identity(instance) || is_instance(other) && !self.is_known_by_identity(other) {
            return Ok(None);
        }
        let decided = match other {
            Abstract::Object(found) => is_instance(other) || is_built_in(found.kind),
            Abstract::Made(_) | Abstract::Tagged(..) | Abstract::None | Abstract::Tuple(_) => true,
            Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::Complex(..) => true,
            _ => false,
        };
        if !decided {
            return Ok(None);
        }
        for side in [x, y].into_iter().filter(|side| is_instance(side)) {
            self.each_shape(side, &mut |_, _| Ok(Abstract::None))?;
        }
        match (instance, other) {
            (_, other) if is_instance(other) => self.compare(CompareOp::Is, x, y).map(Some),
            (Abstract::Object(object), &Abstract::Tagged(tag, payload)) => {
                let (none, kind) = (self.ir.tag(TAG_NONE), self.ir.tag(TAG_OBJECT));
                let own = self.ir.cast(Ty::I64, object.val);
                let is_none = self.ir.int_compare(Compare::Eq, tag, none);
                let is_object = self.ir.int_compare(Compare::Eq, tag, kind);
                let is_there = self.ir.int_compare(Compare::Eq, payload, own);
                let same = self.ir.bool_binary(BoolBinary::And, is_object, is_there);
                let told = self.ir.bool_binary(BoolBinary::Or, same, is_none);
                // The exit is the same on both ways.
                self.here();
                let branch = self.ir.begin_if(told);
                self.ir.yield_values(&[same]);
                self.ir.begin_else(branch);
                let equal = self.compare_by_runtime(CompareOp::Equal, x, y)?;
                self.ir.yield_values(&[equal]);
                Ok(Some(self.ir.end_if(branch, &[Ty::Bool])[0]))
            }
            (_, Abstract::Tagged(..)) => self.compare_by_runtime(CompareOp::Equal, x, y).map(Some),
            _ => Ok(Some(self.ir.bool(false))),
        }
    }

    /// Whether all that an instance was seen to be compares by identity.
    pub(super) fn is_known_by_identity(&self, value: &Abstract) -> bool {
        match value {
            Abstract::Made(number) => {
                self.shape_of_made(*number).is_some_and(|shape| compares_by_identity(shape.class()))
            }
            Abstract::Object(object) => self.shapes.get(&object.val).is_some_and(|shapes| {
                !shapes.is_empty() && shapes.iter().all(|shape| compares_by_identity(shape.class()))
            }),
            _ => false,
        }
    }

    /// What a method without further arguments gives.
    pub(super) fn unary_of_instance(&mut self, name: Symbol, value: &Abstract) -> Step<Abstract> {
        self.each_shape(value, &mut |this, shape| {
            let class = shape.class();
            match class.lookup_from_script(name).map(|found| found.as_gc::<Function>().cloned()) {
                Some(Some(function)) => this.pure_method(&function, vec![value.clone()]),
                // Of a library's own data.
                None if name == Symbol::LEN && class.find(name).is_some() => {
                    let (_, payload) = this.boxed(value);
                    let object = this.ir.cast(Ty::Ref, payload);
                    let exit = this.here();
                    Ok(Abstract::Int(this.ir.call(HelperId::LENGTH, &[object], Some(exit))[0]))
                }
                _ => this.abort(AbortReason::Operator),
            }
        })
    }

    /// `object[index]`
    pub(super) fn item_of_instance(&mut self, object: &Abstract, index: &Abstract) -> Step<Abstract> {
        self.each_shape(object, &mut |this, shape| {
            let found = shape.class().lookup_from_script(Symbol::GETITEM);
            match found.and_then(|found| found.as_gc::<Function>().cloned()) {
                Some(function) => this.pure_method(&function, vec![object.clone(), index.clone()]),
                None => this.abort(AbortReason::Operator),
            }
        })
    }

    /// `object[index] = value`
    pub(super) fn set_item_of_instance(&mut self, object: &Abstract, index: &Abstract, value: &Abstract) -> Step<()> {
        self.each_shape(object, &mut |this, shape| {
            let found = shape.class().lookup_from_script(Symbol::SETITEM);
            match found.and_then(|found| found.as_gc::<Function>().cloned()) {
                Some(function) => this.pure_method(&function, vec![object.clone(), index.clone(), value.clone()]),
                None => this.abort(AbortReason::Operator),
            }
        })?;
        Ok(())
    }

    /// Whether an instance is true.
    pub(super) fn truth_of_instance(&mut self, value: &Abstract) -> Step<Val> {
        let truth = self.each_shape(value, &mut |this, shape| {
            let class = shape.class();
            match class.lookup_from_script(Symbol::BOOL) {
                Some(found) => match found.as_gc::<Function>() {
                    Some(function) => this.pure_method(function, vec![value.clone()]),
                    None if is_native(&found) => this.truth_of(value).map(Abstract::Bool),
                    None => this.abort(AbortReason::Operator),
                },
                None if class.lookup_from_script(Symbol::LEN).is_some_and(|length| !is_native(&length)) => {
                    this.abort(AbortReason::Operator)
                }
                None if class.find(Symbol::LEN).is_some() => this.truth_of(value).map(Abstract::Bool),
                None => Ok(Abstract::Bool(this.ir.bool(true))),
            }
        })?;
        match truth {
            Abstract::Bool(truth) => Ok(truth),
            _ => self.abort(AbortReason::Operator),
        }
    }

    /// Whether an instance is around something that has a length of its own.
    fn has_native_length(&self, object: &Object) -> bool {
        let native = |shape: &Gc<Shape>| shape.class().lookup(Symbol::LEN).is_some_and(|length| is_native(&length));
        self.shapes.get(&object.val).is_some_and(|shapes| shapes.iter().all(native))
    }

    /// A pure built-in function of which at least one argument is an instance.
    pub(super) fn call_with_instance(&mut self, name: &str, args: &[Abstract]) -> Step<Abstract> {
        match (name, args) {
            ("isinstance", [value, classes]) if is_instance(value) => {
                let Some(classes) = self.plain_classes(classes) else {
                    return self.abort(AbortReason::Call);
                };
                self.each_shape(value, &mut |this, shape| {
                    let own = shape.class();
                    let derives = classes.iter().any(|class| own.is_subclass(class));
                    if !derives && own.may_pretend() {
                        return this.abort(AbortReason::Call);
                    }
                    Ok(Abstract::Bool(this.ir.bool(derives)))
                })
            }
            ("abs", [value]) => self.unary_of_instance(Symbol::ABS, value),
            ("bool", [value]) => Ok(Abstract::Bool(self.truth_of_instance(value)?)),
            ("len", [value]) if let Some(container) = self.contents(value, Symbol::LEN)? => {
                Ok(Abstract::Int(self.length(&container)?))
            }
            ("len", [value @ Abstract::Object(object)]) if self.has_native_length(object) => {
                self.each_shape(value, &mut |_, _| Ok(Abstract::None))?;
                let exit = self.here();
                Ok(Abstract::Int(self.ir.call(HelperId::LENGTH, &[object.val], Some(exit))[0]))
            }
            ("len", [value]) => match self.unary_of_instance(Symbol::LEN, value)? {
                Abstract::Int(length) => {
                    let zero = self.ir.int(0);
                    let good = self.ir.int_compare(Compare::Ge, length, zero);
                    self.guard(good, Reason::Domain);
                    Ok(Abstract::Int(length))
                }
                _ => self.abort(AbortReason::Operator),
            },
            _ => self.abort(AbortReason::Call),
        }
    }
}
