//! Tests of what a value is: `isinstance` with classes that are known, and the questions of patterns.
//!
//! In: places of values. Out: truths, as long as no class has a say of its own in the answer.

use super::build::{IntOperand, Numeric, Sight};
use super::call::{Guard, callee};
use super::place::Length;
use super::{Places, Truths};
use crate::interp::frame::Frame;
use crate::resolve::support::Support;
use crate::resolve::tree::{Expr, ExprKind};
use crate::value::class::{Class, built_in_class};
use crate::value::instance::Instance;
use crate::value::{Gc, Kind};

/// `isinstance(object, (Class, …))`
pub struct InstanceOf {
    object: Box<dyn Places>,
    classes: Box<[(Guard, Gc<Class>)]>,
}

impl InstanceOf {
    /// The typed form, if the classes are global names.
    pub fn build(sight: &Sight<'_>, object: &Expr, classes: &Expr) -> Option<InstanceOf> {
        let (object, _) = sight.place(object)?;
        let classes = match &classes.kind {
            ExprKind::Tuple(classes) => &**classes,
            _ => std::slice::from_ref(classes),
        };
        let classes = classes.iter().map(|class| {
            if !matches!(class.kind, ExprKind::Global(_) | ExprKind::Attribute(..)) {
                return None;
            }
            let (guard, class) = callee(sight, class)?;
            let class = class.as_gc::<Class>()?.clone();
            Some((guard, class))
        });
        Some(InstanceOf { object: object.boxed(), classes: classes.collect::<Option<_>>()? })
    }

    /// Whether the class is one of them or derives from one.
    fn has(&self, class: &Gc<Class>) -> bool {
        self.classes.iter().any(|(_, wanted)| class.is_subclass(wanted))
    }
}

impl Truths for InstanceOf {
    fn truth(&self, frame: &Frame) -> Option<bool> {
        if !self.classes.iter().all(|(guard, class)| guard.holds(frame).is_some() && !class.is_judged()) {
            return None;
        }
        let object = self.object.place(frame)?;
        match object.downcast::<Instance>() {
            Some(instance) => instance.look_at_class(|class| match self.has(class) {
                false if class.may_pretend() => None,
                answer => Some(answer),
            }),
            None if object.is_unbound() => None,
            None => built_in_class(object).map(|class| self.has(class)),
        }
    }
}

/// What a pattern asks of a value.
pub fn of_pattern(sight: &Sight<'_>, question: Support, args: &[Expr]) -> Option<Numeric> {
    let [object] = args else {
        return None;
    };
    match question {
        Support::Length => Some(Numeric::Int(IntOperand::Node(Box::new(Length::build(sight, object)?)))),
        Support::IsSequence => Some(Numeric::Truth(Box::new(IsSequence(sight.place(object)?.0.boxed())))),
        _ => None,
    }
}

/// Whether a value of a built-in type matches as a sequence.
struct IsSequence(Box<dyn Places>);

impl Truths for IsSequence {
    fn truth(&self, frame: &Frame) -> Option<bool> {
        let object = self.0.place(frame)?;
        match object.kind() {
            Some(Kind::List | Kind::Tuple) => Some(true),
            Some(Kind::Str | Kind::Dict | Kind::Set) => Some(false),
            None if !object.is_unbound() => Some(false),
            _ => None,
        }
    }
}
