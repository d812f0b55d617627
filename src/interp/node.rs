//! Generic nodes: the three kinds, and operands.
//!
//! In: nothing. Out: the traits that expression nodes implement, and operands, which larger nodes take in as type
//! parameters. A leaf operand costs no call, and its value is looked at where it lies: counts change only where a value
//! is stored.

use super::context::Context;
use super::frame::{Frame, slot};
use crate::raise;
use crate::resolve::tree::Slot;
use crate::source::Span;
use crate::value::{Raise, Res, Symbol, Value};

/// An expression.
pub trait Node {
    /// Its value.
    fn value(&self, frame: &mut Frame, context: &Context) -> Res;

    /// Its value as an operand: an expression of arrays may be put off ([`pending`](crate::value::array::pending)).
    #[inline(always)]
    fn loose(&self, frame: &mut Frame, context: &Context) -> Res {
        self.value(frame, context)
    }

    /// Its value, and its truth where finding the value has told it: nothing is asked for its truth twice.
    fn value_and_truth(&self, frame: &mut Frame, context: &Context) -> Result<(Value, Option<bool>), Raise> {
        Ok((self.value(frame, context)?, None))
    }
}

/// A condition: its truth, without a bool being made.
pub trait Test {
    /// Its truth.
    fn test(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise>;
}

/// An operand: computed first, and looked at once all operands have been.
pub trait Operand {
    /// What must be kept until then.
    type Held;
    /// Computes it.
    fn hold(&self, frame: &mut Frame, context: &Context) -> Result<Self::Held, Raise>;
    /// The same for whoever takes expressions that are put off.
    #[inline(always)]
    fn hold_loose(&self, frame: &mut Frame, context: &Context) -> Result<Self::Held, Raise> {
        self.hold(frame, context)
    }
    /// Looks at it.
    fn look<'a>(&'a self, frame: &'a Frame, held: &'a Self::Held) -> &'a Value;
}

/// A variable of the frame.
#[derive(Clone, Copy)]
pub struct Variable {
    /// Where.
    pub slot: Slot,
    /// Its name, for the exception if it is unbound.
    pub name: Symbol,
    /// It is used in a comprehension, which CPython runs as a function of its own.
    pub free: bool,
    /// Its place in the text.
    pub span: Span,
}

impl Variable {
    #[cold]
    #[inline(never)]
    fn unbound(&self, context: &Context) -> Raise {
        raise_unbound(self.name, self.free);
        context.fail(self.span)
    }
}

/// Raises the exception for a variable of a function that has no value.
#[cold]
pub fn raise_unbound(name: Symbol, free: bool) {
    let _ = if free {
        raise!(
            NameError,
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        )
    } else {
        raise!(UnboundLocalError, "cannot access local variable '{name}' where it is not associated with a value")
    };
}

impl Operand for Variable {
    type Held = ();

    #[inline(always)]
    fn hold(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        if slot(frame, self.slot).is_unbound() { Err(self.unbound(context)) } else { Ok(()) }
    }

    #[inline(always)]
    fn look<'a>(&'a self, frame: &'a Frame, (): &'a ()) -> &'a Value {
        slot(frame, self.slot)
    }
}

impl Node for Variable {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        match slot(frame, self.slot) {
            Value::Unbound => Err(self.unbound(context)),
            value => Ok(value.clone()),
        }
    }
}

/// A literal.
pub struct Literal(pub Value);

impl Operand for Literal {
    type Held = ();

    #[inline(always)]
    fn hold(&self, _frame: &mut Frame, _context: &Context) -> Result<(), Raise> {
        Ok(())
    }

    #[inline(always)]
    fn look<'a>(&'a self, _frame: &'a Frame, (): &'a ()) -> &'a Value {
        &self.0
    }
}

impl Node for Literal {
    fn value(&self, _frame: &mut Frame, _context: &Context) -> Res {
        Ok(self.0.clone())
    }
}

impl Operand for Box<dyn Node> {
    type Held = Value;

    #[inline(always)]
    fn hold(&self, frame: &mut Frame, context: &Context) -> Res {
        (**self).value(frame, context)
    }

    #[inline(always)]
    fn hold_loose(&self, frame: &mut Frame, context: &Context) -> Res {
        (**self).loose(frame, context)
    }

    #[inline(always)]
    fn look<'a>(&'a self, _frame: &'a Frame, held: &'a Value) -> &'a Value {
        held
    }
}

/// An operand of any of these kinds.
pub enum AnyOperand {
    /// A variable.
    Variable(Variable),
    /// A literal.
    Literal(Literal),
    /// Anything else.
    Node(Box<dyn Node>),
}

/// Runs `$body` with `$operand` standing for what is inside, whichever type it has.
macro_rules! with_operand {
    ($any:expr, $operand:ident => $body:expr) => {
        match $any {
            $crate::interp::node::AnyOperand::Variable($operand) => $body,
            $crate::interp::node::AnyOperand::Literal($operand) => $body,
            $crate::interp::node::AnyOperand::Node($operand) => $body,
        }
    };
}

pub(super) use with_operand;

impl AnyOperand {
    /// A node around whatever it is.
    pub fn boxed(self) -> Box<dyn Node> {
        match self {
            AnyOperand::Variable(variable) => Box::new(variable),
            AnyOperand::Literal(literal) => Box::new(literal),
            AnyOperand::Node(node) => node,
        }
    }
}
