//! Every reason to give up on a unit, and every reason to leave one, a row each: what `--stats` says of a loop that stays interpreted,
//! or that keeps coming back to the interpreter.

use std::fmt;

use super::ir::Reason;
use crate::resolve::tree::StmtId;

/// Declares the reasons: variant, code, message.
macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal $text:literal,)*) => {
        /// Why a unit was not made.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum AbortReason { $($(#[$doc])* $name,)* }

        impl AbortReason {
            /// All reasons.
            pub const ALL: &[AbortReason] = &[$(AbortReason::$name),*];

            /// The stable code, for programs.
            pub fn code(self) -> &'static str {
                match self { $(AbortReason::$name => $code,)* }
            }

            /// The explanation, for people.
            pub fn message(self) -> &'static str {
                match self { $(AbortReason::$name => $text,)* }
            }
        }
    };
}

reasons! {
    /// A statement the builder does not know.
    Statement = "T001" "a statement in the loop is not compiled yet",
    /// An expression the builder does not know.
    Expression = "T002" "an expression in the loop is not compiled yet",
    /// A call of something the builder does not know.
    Call = "T003" "a call in the loop is not compiled yet",
    /// An operator between types that have no machine form.
    Operator = "T004" "an operator in the loop meets operands that are not compiled yet",
    /// A `for` over something else than a range, list or tuple.
    Iterable = "T005" "a loop iterates over something that is not compiled yet",
    /// A function with captured variables.
    Closure = "T007" "a function whose own variables are captured is called too often to be inlined",
    /// Too much code.
    Size = "T008" "the loop with all it calls is too long for one unit",
    /// Calls nested too deep.
    Depth = "T009" "calls in the loop are nested too deep to be inlined",
    /// The loop never ran while it was recorded.
    Unseen = "T010" "the loop was left before it could be recorded",
    /// A generator function.
    Generator = "T011" "the loop makes or runs a generator",
    /// The code generator refused.
    Codegen = "T012" "machine code could not be made",
    /// It kept leaving compiled code.
    Losing = "T014" "compiled code runs too briefly each time to be worth entering",
    /// A method that is part of a statement changes something.
    Effect = "T016" "a method that an operator, an attribute or a new instance calls changes something else",
    /// It would see what compiled code keeps.
    Alive = "T017" "a call in the loop tells what is alive",
    /// An exception, or an interrupt, ended the recording.
    Raised = "T015" "an exception was raised while the loop was recorded",
}

/// Declares what is said of each reason to leave: variant, code, message.
macro_rules! exits {
    ($($name:ident = $code:literal $text:literal,)*) => {
        impl Reason {
            /// The stable code, for programs.
            pub fn code(self) -> &'static str {
                match self { $(Reason::$name => $code,)* }
            }

            /// The explanation, for people.
            pub fn message(self) -> &'static str {
                match self { $(Reason::$name => $text,)* }
            }
        }
    };
}

exits! {
    Overflow = "E001" "an integer did not fit 64 bits",
    Type = "E002" "a value had a type not seen before",
    Storage = "E003" "a list held items of another kind than before",
    Index = "E004" "an index was outside of its list or tuple",
    Branch = "E005" "the program took a way not seen before",
    Zero = "E006" "a number was divided by zero",
    Domain = "E007" "an argument was one that the quick form of an operation cannot take",
    Identity = "E008" "a function, class or module was another one than before",
    Band = "E009" "a comparison was too close to be decided quickly",
    Iteration = "E010" "a range had a step of zero",
    Poll = "E011" "something asked the script to stop or to tidy up",
    Call = "E012" "a call failed, or gave something unexpected",
    Depth = "E013" "calls were nested too deep",
    Layout = "E015" "an array had another type, order or number of dimensions than before, or is read-only",
    Signal = "E016" "numpy has something to warn of: an overflow, a division by zero, an invalid value",
    End = "E014" "the program went on outside of the compiled code",
}

/// A reason and where it arose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Abort {
    /// The reason.
    pub reason: AbortReason,
    /// The statement, of the function that was being built.
    pub stmt: StmtId,
}

impl fmt::Display for Abort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.reason.code(), self.reason.message())
    }
}
