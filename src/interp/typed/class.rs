//! Tests of what a value is: `isinstance` with classes that are known, and the questions of patterns.
//!
//! In: places of values. Out: truths, as long as no class has a say of its own in the answer.

use super::build::{IntOperand, Numeric, Sight};
use super::call::{Guard, callee};
use super::place::Length;
use super::{Places, Truths};
use crate::interp::frame::Frame;
use crate::resolve::support::Support;
use crate::resolve::tree::{CompareOp, Expr, ExprKind};
use crate::value::class::{Class, built_in_class, types};
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
        Some(InstanceOf { object: object.boxed(), classes: named(sight, classes)? })
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

/// Classes that are global names, each with what says that it still means this one.
fn named(sight: &Sight<'_>, classes: &[Expr]) -> Option<Box<[(Guard, Gc<Class>)]>> {
    let class = |expr: &Expr| {
        if !matches!(expr.kind, ExprKind::Global(_) | ExprKind::Attribute(..)) {
            return None;
        }
        let (guard, class) = callee(sight, expr)?;
        Some((guard, class.as_gc::<Class>()?.clone()))
    };
    classes.iter().map(class).collect()
}

/// `type(object) is Class`, `type(object) in (Class, …)`
pub struct ClassIs {
    object: Box<dyn Places>,
    /// That `type` still means what it did.
    asks: Guard,
    classes: Box<[(Guard, Gc<Class>)]>,
    /// The classes are asked whether they are equal.
    by_equality: bool,
}

impl ClassIs {
    /// The typed form of a comparison, if it is one of a class with others that are global names. `op` says only whether they are to be
    /// the same, or equal.
    pub fn build(sight: &Sight<'_>, op: CompareOp, asked: &Expr, classes: &Expr) -> Option<ClassIs> {
        let ExprKind::PureCall(function, args) = &asked.kind else { return None };
        let [object] = &args[..] else { return None };
        let (asks, function) = callee(sight, function)?;
        if !function.as_gc::<Class>()?.is(&types().class) {
            return None;
        }
        let classes = match (op, &classes.kind) {
            (CompareOp::In | CompareOp::NotIn, ExprKind::Tuple(classes)) => named(sight, classes)?,
            (CompareOp::Is | CompareOp::IsNot | CompareOp::Equal | CompareOp::NotEqual, _) => {
                named(sight, std::slice::from_ref(classes))?
            }
            _ => return None,
        };
        let (object, _) = sight.place(object)?;
        let by_equality = !matches!(op, CompareOp::Is | CompareOp::IsNot);
        Some(ClassIs { object: object.boxed(), asks, classes, by_equality })
    }
}

impl Truths for ClassIs {
    fn truth(&self, frame: &Frame) -> Option<bool> {
        // What makes classes may say which are equal.
        let is_told = |class: &Gc<Class>| !self.by_equality || class.metaclass().is_none();
        self.asks.holds(frame)?;
        if !self.classes.iter().all(|(guard, class)| guard.holds(frame).is_some() && is_told(class)) {
            return None;
        }
        let is_one =
            |class: &Gc<Class>| is_told(class).then(|| self.classes.iter().any(|(_, wanted)| class.is(wanted)));
        let object = self.object.place(frame)?;
        match object.downcast::<Instance>() {
            Some(instance) => instance.look_at_class(is_one),
            None if object.is_unbound() => None,
            None => built_in_class(object).and_then(is_one),
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
