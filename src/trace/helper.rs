//! The runtime helpers that IR may call: name, signature and effect of each.
//!
//! Comes in: nothing. Goes out: one row a helper, named by [`HelperId`]. The addresses of the machine-code entries are
//! `jit`'s business, which keeps a table in the same order; what the pure ones compute is [`number`](crate::number)'s.

use super::ir::{RegionSet, Ty};

/// What a helper may do beside computing its results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The results depend on the arguments alone (it may still fail).
    Pure,
    /// It reads memory that can change, and changes nothing.
    Reads,
    /// It is an effect, and writes these regions at most.
    Writes(RegionSet),
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Helper {
    /// The name in the text form and in relocations.
    pub name: &'static str,
    /// Types of the arguments.
    pub params: &'static [Ty],
    /// Types of the results.
    pub results: &'static [Ty],
    /// What it may do.
    pub effect: Effect,
    /// Whether it returns a status and the call leaves through its exit where that is not zero.
    pub fails: bool,
}

/// A helper: an index into [`HELPERS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HelperId(u16);

impl HelperId {
    /// The row of the table.
    pub fn get(self) -> &'static Helper {
        &HELPERS[self.0 as usize]
    }

    /// The position in [`HELPERS`].
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The helper of this name.
    pub fn from_name(name: &str) -> Option<HelperId> {
        HELPERS
            .iter()
            .position(|helper| helper.name == name)
            .map(|at| HelperId(at as u16))
    }
}

/// Declares the table and one constant a row.
macro_rules! helpers {
    ($($constant:ident = $name:literal ($($param:ident),*) -> ($($result:ident),*) $effect:expr $(, $fails:ident)?;)*) => {
        /// All helpers.
        pub static HELPERS: &[Helper] = &[$(Helper {
            name: $name,
            params: &[$(Ty::$param),*],
            results: &[$(Ty::$result),*],
            effect: $effect,
            fails: helpers!(@fails $($fails)?),
        }),*];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u16)]
        enum Position { $($constant),* }

        impl HelperId {
            $(#[doc = concat!("The row `", $name, "`.")]
            pub const $constant: HelperId = HelperId(Position::$constant as u16);)*
        }
    };
    (@fails fails) => { true };
    (@fails) => { false };
}

// `fails` on a pure helper: the interpreter does the operation again and raises what is to be raised.
helpers! {
    SIN = "sin" (F64) -> (F64) Effect::Pure, fails;
    COS = "cos" (F64) -> (F64) Effect::Pure, fails;
    TAN = "tan" (F64) -> (F64) Effect::Pure, fails;
    ASIN = "asin" (F64) -> (F64) Effect::Pure, fails;
    ACOS = "acos" (F64) -> (F64) Effect::Pure, fails;
    ATAN = "atan" (F64) -> (F64) Effect::Pure;
    ATAN2 = "atan2" (F64, F64) -> (F64) Effect::Pure;
    SINH = "sinh" (F64) -> (F64) Effect::Pure, fails;
    COSH = "cosh" (F64) -> (F64) Effect::Pure, fails;
    TANH = "tanh" (F64) -> (F64) Effect::Pure;
    EXP = "exp" (F64) -> (F64) Effect::Pure, fails;
    EXPM1 = "expm1" (F64) -> (F64) Effect::Pure, fails;
    LOG = "log" (F64) -> (F64) Effect::Pure, fails;
    LOG2 = "log2" (F64) -> (F64) Effect::Pure, fails;
    LOG10 = "log10" (F64) -> (F64) Effect::Pure, fails;
    LOG1P = "log1p" (F64) -> (F64) Effect::Pure, fails;
    // Python's `x ** y`, `x // y`, `x % y` of floats, `math.fmod`, `math.hypot` of two.
    FLOAT_POW = "float_pow" (F64, F64) -> (F64) Effect::Pure, fails;
    FLOAT_FLOOR_DIV = "float_floor_div" (F64, F64) -> (F64) Effect::Pure, fails;
    FLOAT_MOD = "float_mod" (F64, F64) -> (F64) Effect::Pure, fails;
    FMOD = "fmod" (F64, F64) -> (F64) Effect::Pure, fails;
    HYPOT = "hypot" (F64, F64) -> (F64) Effect::Pure;
    // `x ** y` of ints with a result that is an int of 64 bits.
    INT_POW = "int_pow" (I64, I64) -> (I64) Effect::Pure, fails;
    // `abs` and `/` of complex numbers.
    COMPLEX_ABS = "complex_abs" (F64, F64) -> (F64) Effect::Pure, fails;
    COMPLEX_DIV = "complex_div" (F64, F64, F64, F64) -> (F64, F64) Effect::Pure, fails;
}
