//! Built-in containers that instances are around: of classes that derive from `list`, `dict`, `set` or `tuple`.
//!
//! Where such a class has a method from the container, the container is loaded and built upon as if it stood there itself.

use super::call::Given;
use super::instance::FIELDS;
use super::*;
use crate::trace::record::object::{container_behind, number_behind};
use crate::value::Symbol;
use crate::value::class::Class;
use crate::value::function::Builtin;

impl Builder<'_> {
    /// The container that an instance is around, if all shapes that it was seen to have leave this method to one.
    pub(super) fn contents(&mut self, object: &Abstract, method: Symbol) -> Step<Option<Object>> {
        let made = self.settled(object);
        if let Abstract::Made(number) = made
            && self.shape_of_made(number).is_some_and(|shape| container_behind(shape.class(), method).is_some())
        {
            self.made_real(number, None);
        }
        let Abstract::Object(instance) = &self.settled(object) else { return Ok(None) };
        let Some(shapes) = self.shapes.get(&instance.val) else { return Ok(None) };
        let mut kinds = shapes.iter().map(|shape| container_behind(shape.class(), method));
        let Some(kind) = kinds.next().flatten().filter(|&kind| kinds.all(|other| other == Some(kind))) else {
            return Ok(None);
        };
        self.each_shape(object, &mut |_, _| Ok(Abstract::None))?;
        Ok(Some(self.content_of(instance, kind)))
    }

    /// Whether an instance was seen to have items by place, which its class reads as the built-in class does.
    pub(super) fn has_items(&self, object: &Abstract) -> bool {
        let Abstract::Object(instance) = object else { return false };
        let reads = |shape: &Gc<Shape>| {
            let found = shape.class().lookup(Symbol::GETITEM);
            let owner = found.as_ref().and_then(Value::downcast::<Builtin>).and_then(Builtin::owner);
            owner.is_some_and(|owner| owner.as_str() == "collections.deque")
        };
        self.shapes.get(&instance.val).is_some_and(|shapes| !shapes.is_empty() && shapes.iter().all(reads))
    }

    /// `object[index]`, of an instance that has items by place.
    pub(super) fn held_item(&mut self, object: &Abstract, index: &Abstract, id: ExprId) -> Step<Abstract> {
        let Some(at) = self.as_int(index) else {
            return self.abort(AbortReason::Operator);
        };
        self.each_shape(object, &mut |_, _| Ok(Abstract::None))?;
        let ty = self.taken_type(id)?;
        let ((tag, payload), (index_tag, index)) = (self.boxed(object), self.boxed(&Abstract::Int(at)));
        let exit = self.here();
        let results = self.ir.call(HelperId::GET_ITEM, &[tag, payload, index_tag, index], Some(exit));
        Ok(self.narrowed(&results, ty))
    }

    /// The container of this kind that an instance of a known shape is around.
    pub(super) fn content_of(&mut self, instance: &Object, kind: Kind) -> Object {
        let (tag, payload) = self.payload(instance);
        match self.narrow(tag, payload, Type::of_kind(kind)) {
            Abstract::Object(container) => container,
            _ => unreachable!("a container is an object"),
        }
    }

    /// The operands of an operator with the numbers that instances are around in their places, if the operator is one of numbers and
    /// texts alone.
    pub(super) fn numbers_behind(
        &mut self,
        names: (Symbol, Symbol),
        operands: [&Abstract; 2],
    ) -> Step<Option<[Abstract; 2]>> {
        let types = operands.map(|operand| self.number_in(operand, names));
        let equality = names.0 == Symbol::EQ || names.0 == Symbol::NE;
        let is_plain = |operand: &Abstract| match operand {
            Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::Complex(..) | Abstract::None => true,
            Abstract::Object(object) => equality && object.kind == Kind::Str,
            _ => false,
        };
        if !operands.iter().zip(&types).all(|(operand, ty)| ty.is_some() || is_plain(operand)) {
            return Ok(None);
        }
        let mut numbers = operands.map(Abstract::clone);
        for (number, ty) in numbers.iter_mut().zip(types) {
            if let Some(ty) = ty {
                *number = self.number_of(number, ty)?;
            }
        }
        Ok(Some(numbers))
    }

    /// The type of the number that is computed with in place of an instance.
    fn number_in(&self, operand: &Abstract, names: (Symbol, Symbol)) -> Option<Type> {
        let Abstract::Object(instance) = operand else { return None };
        let mut types = self.shapes.get(&instance.val)?.iter().map(|shape| number_behind(shape.class(), names));
        let ty = types.next()??;
        types.all(|other| other == Some(ty)).then_some(ty)
    }

    /// The number that an instance is around, of which all shapes that it was seen to have are around one of this type.
    fn number_of(&mut self, instance: &Abstract, ty: Type) -> Step<Abstract> {
        self.each_shape(instance, &mut |_, _| Ok(Abstract::None))?;
        let Abstract::Object(instance) = instance else { return self.abort(AbortReason::Operator) };
        let (tag, payload) = self.payload(instance);
        Ok(self.narrow(tag, payload, ty))
    }

    /// A subscript of a sequence: of instances around whole numbers, the number.
    pub(super) fn subscript_behind(&mut self, index: Abstract) -> Step<Abstract> {
        match self.number_in(&index, (Symbol::INDEX, Symbol::INDEX)) {
            Some(Type::Int) => self.number_of(&index, Type::Int),
            _ => Ok(index),
        }
    }

    /// The tuple that an instance of a known shape is around.
    fn tuple_of(&mut self, instance: &Abstract) -> Step<Abstract> {
        let content = match self.settled(instance) {
            Abstract::Made(number) => self.read(Key::Field(number, 0))?,
            Abstract::Object(instance) => Abstract::Object(self.content_of(&instance, Kind::Tuple)),
            _ => return self.abort(AbortReason::Operator),
        };
        Ok(match content {
            Abstract::Tagged(tag, payload) => self.narrow(tag, payload, Type::Tuple),
            content => content,
        })
    }

    /// What an instance is unpacked to: the tuple that it is around, if nothing but that says what its items are.
    pub(super) fn unpacked_content(&mut self, instance: &Abstract) -> Step<Abstract> {
        self.each_shape(instance, &mut |this, shape| match container_behind(shape.class(), Symbol::ITER) {
            Some(Kind::Tuple) => this.tuple_of(instance),
            _ => this.abort(AbortReason::Operator),
        })
    }

    /// The item at a place of the tuple that an instance of a known shape is around.
    pub(super) fn item_of_content(&mut self, instance: &Abstract, place: usize, seen: &Seen) -> Step<Abstract> {
        match self.tuple_of(instance)? {
            Abstract::Tuple(items) => match items.get(place) {
                Some(item) => Ok(item.clone()),
                None => self.leave(Reason::Index),
            },
            Abstract::Object(tuple) => {
                let Some(ty) = self.taken(seen) else { return self.leave(Reason::Branch) };
                let (at, length) = (self.ir.int(place as i64), self.length(&tuple)?);
                let inside = self.ir.int_compare(Compare::Below, at, length);
                self.guard(inside, Reason::Index);
                self.element(&tuple, None, at, ty)
            }
            _ => self.abort(AbortReason::Operator),
        }
    }

    /// A new instance of a class that derives from `tuple`, in registers as what it is around is.
    pub(super) fn new_around_tuple(&mut self, class: &Gc<Class>, items: Rc<[Abstract]>) -> Abstract {
        let number = self.new_made(class.shape());
        self.write(Key::Field(number, 0), Abstract::Tuple(items));
        Abstract::Made(number)
    }

    /// A new instance of a class, around a container of its own: of nothing, or of the items of what there is.
    pub(super) fn new_around_container(&mut self, class: &Gc<Class>, given: Vec<Given>, id: ExprId) -> Step<Abstract> {
        let args = self.positional(given)?;
        self.guard_class(class);
        let callee = Value::from(class);
        match &args[..] {
            [] => {
                let ty = self.taken_type(id)?;
                let results = self.call_object(HelperId::PURE_CALL_0, &callee, &[]);
                Ok(self.narrowed(&results, ty))
            }
            // What comes out of an iterator is gone if the statement is done again.
            [Abstract::Object(object)] if !matches!(object.kind, Kind::Iterator | Kind::Generator) => {
                self.runtime_call(&callee, &args, id)
            }
            _ => self.abort(AbortReason::Call),
        }
    }

    /// Calls a method of the container that an instance of a known shape is around.
    pub(super) fn call_of_content(
        &mut self,
        instance: &Object,
        kind: Kind,
        name: Symbol,
        given: Vec<Given>,
        id: ExprId,
    ) -> Step<Abstract> {
        let container = Abstract::Object(self.content_of(instance, kind));
        let args = self.positional(given)?;
        self.method_call(name.as_str(), &container, &args, id)
    }

    /// What an instance is around, which never changes.
    pub(super) fn payload(&mut self, instance: &Object) -> (Val, Val) {
        let data = self.ir.load(Access::new(MemRegion::FieldsData, Ty::Ptr, FIELDS), instance.val);
        let fixed = |ty, offset| Access::new(MemRegion::Immutable, ty, offset);
        (self.ir.load(fixed(Ty::Tag, TAG_OFFSET), data), self.ir.load(fixed(Ty::I64, PAYLOAD_OFFSET), data))
    }
}
