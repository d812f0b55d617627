//! The built-in functions that typed nodes and compiled code know by number.
//!
//! In: a module and a name, when built-ins are made. Out: the number that a `Builtin` carries. What a row computes is
//! `number`'s; this only names it.

macro_rules! intrinsics {
    ($($name:ident = $number:literal: $module:literal $function:literal;)*) => {
        /// A known built-in function.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[repr(u32)]
        pub enum Intrinsic {
            $(
                #[doc = concat!("`", $module, ".", $function, "`")]
                $name = $number,
            )*
        }

        impl Intrinsic {
            /// The row of a number.
            pub fn from_number(number: u32) -> Option<Intrinsic> {
                match number {
                    $($number => Some(Intrinsic::$name),)*
                    _ => None,
                }
            }

            /// The row of a function of a module, `builtins` included.
            pub fn find(module: &str, function: &str) -> Option<Intrinsic> {
                match (module, function) {
                    $(($module, $function) => Some(Intrinsic::$name),)*
                    _ => None,
                }
            }
        }
    };
}

intrinsics! {
    Abs = 1: "builtins" "abs";
    Len = 2: "builtins" "len";
    Min = 3: "builtins" "min";
    Max = 4: "builtins" "max";
    Sqrt = 16: "math" "sqrt";
    Sin = 17: "math" "sin";
    Cos = 18: "math" "cos";
    Tan = 19: "math" "tan";
    Asin = 20: "math" "asin";
    Acos = 21: "math" "acos";
    Atan = 22: "math" "atan";
    Sinh = 23: "math" "sinh";
    Cosh = 24: "math" "cosh";
    Tanh = 25: "math" "tanh";
    Exp = 26: "math" "exp";
    Expm1 = 27: "math" "expm1";
    Log = 28: "math" "log";
    Log2 = 29: "math" "log2";
    Log10 = 30: "math" "log10";
    Log1p = 31: "math" "log1p";
    Fabs = 32: "math" "fabs";
    Floor = 33: "math" "floor";
    Ceil = 34: "math" "ceil";
    Trunc = 35: "math" "trunc";
    Atan2 = 36: "math" "atan2";
    Hypot = 37: "math" "hypot";
    Pow = 38: "math" "pow";
    Fmod = 39: "math" "fmod";
    Copysign = 40: "math" "copysign";
}

/// The number of a function for `Builtin::function`; zero if it has none.
pub fn number(module: &str, function: &str) -> u32 {
    Intrinsic::find(module, function).map_or(0, |intrinsic| intrinsic as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_agree() {
        assert_eq!(Intrinsic::from_number(number("math", "sqrt")), Some(Intrinsic::Sqrt));
        assert_eq!(number("builtins", "print"), 0);
    }
}
