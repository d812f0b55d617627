//! Built-in containers that instances are around: of classes that derive from `list`, `dict`, `set` or `tuple`.
//!
//! Where such a class has a method from the container, the container is loaded and built upon as if it stood there itself.

use super::call::Given;
use super::instance::FIELDS;
use super::*;
use crate::trace::record::object::container_behind;
use crate::value::Symbol;
use crate::value::class::Class;

impl Builder<'_> {
    /// The container that an instance is around, if all shapes that it was seen to have leave this method to one.
    pub(super) fn contents(&mut self, object: &Abstract, method: Symbol) -> Step<Option<Object>> {
        let Abstract::Object(instance) = object else { return Ok(None) };
        let Some(shapes) = self.shapes.get(&instance.val) else { return Ok(None) };
        let mut kinds = shapes.iter().map(|shape| container_behind(shape.class(), method));
        let Some(kind) = kinds.next().flatten().filter(|&kind| kinds.all(|other| other == Some(kind))) else {
            return Ok(None);
        };
        self.each_shape(object, &mut |_, _| Ok(Abstract::None))?;
        Ok(Some(self.content_of(instance, kind)))
    }

    /// The container of this kind that an instance of a known shape is around.
    pub(super) fn content_of(&mut self, instance: &Object, kind: Kind) -> Object {
        let (tag, payload) = self.payload(instance);
        match self.narrow(tag, payload, Type::of_kind(kind)) {
            Abstract::Object(container) => container,
            _ => unreachable!("a container is an object"),
        }
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
