//! The element types of arrays, and how they come together.
//!
//! In: names and pairs of types. Out: sizes, the common type of numpy 2, and which casts are allowed. A Python number is
//! *weak*: it takes the type of the array that it meets, and only its kind counts.

use std::fmt;

/// The type of an array's elements. The order is that of numpy's type numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum DType {
    /// `bool`
    Bool,
    /// `int8`
    I8,
    /// `uint8`
    U8,
    /// `int16`
    I16,
    /// `uint16`
    U16,
    /// `int32`
    I32,
    /// `uint32`
    U32,
    /// `int64`
    I64,
    /// `uint64`
    U64,
    /// `float32`
    F32,
    /// `float64`
    F64,
    /// `complex64`
    C64,
    /// `complex128`
    C128,
    /// `object`: references to whatever a script made.
    Object,
    /// `str`: references to texts of at most so many characters. No number is a text whose length is not known yet.
    Text(u32),
    /// `bytes`: the same of bytes.
    Bytes(u32),
}

/// What kind of number a type holds, from the narrowest to the widest.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub enum Class {
    /// Truth.
    Bool,
    /// Whole numbers without a sign.
    Unsigned,
    /// Whole numbers with a sign.
    Signed,
    /// Real numbers.
    Float,
    /// Complex numbers.
    Complex,
    /// No numbers, but references to values.
    Reference,
}

/// A Python number beside an array: its class counts, its size does not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub enum Weak {
    /// `int`
    Int,
    /// `float`
    Float,
    /// `complex`
    Complex,
}

/// Which changes of type are allowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Casting {
    /// None.
    No,
    /// Those that keep every value.
    Safe,
    /// Those, and smaller ones of the same kind.
    SameKind,
    /// All.
    Unsafe,
}

struct Row {
    name: &'static str,
    code: char,
    short: &'static str,
    class: Class,
}

const fn row(name: &'static str, code: char, short: &'static str, class: Class) -> Row {
    Row { name, code, short, class }
}

static ROWS: [Row; 16] = [
    row("bool", '?', "b1", Class::Bool),
    row("int8", 'b', "i1", Class::Signed),
    row("uint8", 'B', "u1", Class::Unsigned),
    row("int16", 'h', "i2", Class::Signed),
    row("uint16", 'H', "u2", Class::Unsigned),
    row("int32", 'i', "i4", Class::Signed),
    row("uint32", 'I', "u4", Class::Unsigned),
    row("int64", 'l', "i8", Class::Signed),
    row("uint64", 'L', "u8", Class::Unsigned),
    row("float32", 'f', "f4", Class::Float),
    row("float64", 'd', "f8", Class::Float),
    row("complex64", 'F', "c8", Class::Complex),
    row("complex128", 'D', "c16", Class::Complex),
    row("object", 'O', "O", Class::Reference),
    row("str", 'U', "U", Class::Reference),
    row("bytes", 'S', "S", Class::Reference),
];

impl DType {
    /// All that hold numbers, in order.
    pub const ALL: [DType; 13] = [
        DType::Bool,
        DType::I8,
        DType::U8,
        DType::I16,
        DType::U16,
        DType::I32,
        DType::U32,
        DType::I64,
        DType::U64,
        DType::F32,
        DType::F64,
        DType::C64,
        DType::C128,
    ];

    fn row(self) -> &'static Row {
        &ROWS[self.number()]
    }

    /// Its number.
    #[inline(always)]
    pub const fn number(self) -> usize {
        match self {
            DType::Bool => 0,
            DType::I8 => 1,
            DType::U8 => 2,
            DType::I16 => 3,
            DType::U16 => 4,
            DType::I32 => 5,
            DType::U32 => 6,
            DType::I64 => 7,
            DType::U64 => 8,
            DType::F32 => 9,
            DType::F64 => 10,
            DType::C64 => 11,
            DType::C128 => 12,
            DType::Object => 13,
            DType::Text(_) => 14,
            DType::Bytes(_) => 15,
        }
    }

    /// A number that no other type has, whatever the lengths of texts.
    pub fn hash_number(self) -> i64 {
        self.number() as i64 + 16 * i64::from(self.text_length())
    }

    /// The type of numbers that has this number, if there is one.
    pub fn from_number(number: usize) -> Option<DType> {
        DType::ALL.get(number).copied()
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// What Python calls such numbers.
    pub fn python_name(self) -> &'static str {
        match self.class() {
            Class::Bool => "bool",
            Class::Unsigned | Class::Signed => "int",
            Class::Float => "float",
            Class::Complex => "complex",
            Class::Reference => self.name(),
        }
    }

    /// Its one-letter name.
    pub fn code(self) -> char {
        self.row().code
    }

    /// Its name by kind and size, as `f8`.
    pub fn short_name(self) -> &'static str {
        self.row().short
    }

    /// Bytes of an element.
    #[inline(always)]
    pub const fn size(self) -> usize {
        const SIZES: [usize; 16] = [1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 8, 16, 16, 16, 16];
        SIZES[self.number()]
    }

    /// Bytes of an element as numpy counts them: of texts, four for each character.
    pub fn shown_size(self) -> usize {
        match self {
            DType::Object => 8,
            DType::Text(length) => length as usize * 4,
            DType::Bytes(length) => length as usize,
            number => number.size(),
        }
    }

    /// Whether elements are references to values, and no numbers.
    #[inline(always)]
    pub const fn is_reference(self) -> bool {
        self.number() > DType::C128.number()
    }

    /// Whether it holds texts or bytes.
    pub fn is_text(self) -> bool {
        matches!(self, DType::Text(_) | DType::Bytes(_))
    }

    /// How many characters the longest element has as a text.
    fn text_length(self) -> u32 {
        match self {
            DType::Bool => 5,
            DType::I8 => 4,
            DType::U8 => 3,
            DType::I16 => 6,
            DType::U16 => 5,
            DType::I32 => 11,
            DType::U32 => 10,
            DType::I64 => 21,
            DType::U64 => 20,
            DType::F32 | DType::F64 => 32,
            DType::C64 | DType::C128 => 64,
            DType::Object => 0,
            DType::Text(length) | DType::Bytes(length) => length,
        }
    }

    /// The type of such texts of any length.
    pub fn without_length(self) -> DType {
        match self {
            DType::Text(_) => DType::Text(0),
            DType::Bytes(_) => DType::Bytes(0),
            other => other,
        }
    }

    /// A type of texts whose length is not known yet, with the length that elements of another type have.
    pub fn sized_for(self, from: DType) -> DType {
        match self {
            DType::Text(0) => DType::Text(from.text_length().max(1)),
            DType::Bytes(0) => DType::Bytes(from.text_length().max(1)),
            known => known,
        }
    }

    /// What kind of numbers it holds.
    #[inline]
    pub fn class(self) -> Class {
        self.row().class
    }

    /// Whether it holds whole numbers.
    pub fn is_integer(self) -> bool {
        matches!(self.class(), Class::Signed | Class::Unsigned)
    }

    /// Whether it holds real or complex numbers with fractions.
    pub fn is_inexact(self) -> bool {
        matches!(self.class(), Class::Float | Class::Complex)
    }

    /// Whether it holds complex numbers.
    pub fn is_complex(self) -> bool {
        self.class() == Class::Complex
    }

    /// The type of real and imaginary parts; of a real type, itself.
    pub fn part(self) -> DType {
        match self {
            DType::C64 => DType::F32,
            DType::C128 => DType::F64,
            other => other,
        }
    }

    /// The type of a class and size, if there is one.
    fn of(class: Class, size: usize) -> Option<DType> {
        DType::ALL.into_iter().find(|dtype| dtype.class() == class && dtype.size() == size)
    }

    /// The type that a text names: `float64`, `f8`, `<f8`, `d`, `float`.
    pub fn from_name(name: &str) -> Option<DType> {
        let plain = name.strip_prefix(['<', '=', '|']).unwrap_or(name);
        let length = |digits: &str| if digits.is_empty() { Some(0) } else { digits.parse::<u32>().ok() };
        match (plain, plain.strip_prefix('U'), plain.strip_prefix(['S', 'a'])) {
            ("O" | "object" | "object_", ..) => return Some(DType::Object),
            ("str" | "str_" | "unicode", ..) => return Some(DType::Text(0)),
            ("bytes" | "bytes_", ..) => return Some(DType::Bytes(0)),
            (_, Some(digits), _) => return length(digits).map(DType::Text),
            (_, _, Some(digits)) if length(digits).is_some() => return length(digits).map(DType::Bytes),
            _ => {}
        }
        if let Some(dtype) = DType::ALL.into_iter().find(|dtype| {
            let row = dtype.row();
            row.name == name || row.short == plain || (plain.len() == 1 && plain.starts_with(row.code))
        }) {
            return Some(dtype);
        }
        Some(match plain {
            "bool_" => DType::Bool,
            "byte" => DType::I8,
            "ubyte" => DType::U8,
            "short" => DType::I16,
            "ushort" => DType::U16,
            "intc" => DType::I32,
            "uintc" => DType::U32,
            "int" | "int_" | "intp" | "long" | "longlong" | "q" | "p" | "n" => DType::I64,
            "uint" | "uintp" | "ulong" | "ulonglong" | "Q" | "P" | "N" => DType::U64,
            "single" => DType::F32,
            "float" | "double" => DType::F64,
            "csingle" => DType::C64,
            "complex" | "cdouble" => DType::C128,
            _ => return None,
        })
    }

    /// The type that holds the values of both, as numpy promotes.
    pub fn promote(self, other: DType) -> DType {
        if self == other {
            return self;
        }
        let (low, high) = if self.class() <= other.class() { (self, other) } else { (other, self) };
        match (low, high) {
            (_, DType::Object) | (DType::Object, _) => return DType::Object,
            (DType::Bytes(_), DType::Bytes(_)) => {
                return DType::Bytes(low.text_length().max(high.text_length()));
            }
            (_, DType::Bytes(_)) if !low.is_reference() => {
                return DType::Bytes(low.text_length().max(high.text_length()));
            }
            (_, DType::Text(_) | DType::Bytes(_)) => return DType::Text(low.text_length().max(high.text_length())),
            _ => {}
        }
        match (low.class(), high.class()) {
            (Class::Bool, _) => high,
            (a, b) if a == b => {
                if low.size() < high.size() {
                    high
                } else {
                    low
                }
            }
            (Class::Unsigned, Class::Signed) => match low.size() {
                size if size < high.size() => high,
                size => DType::of(Class::Signed, size * 2).unwrap_or(DType::F64),
            },
            (_, Class::Float) => {
                if low.size() < high.size() {
                    high
                } else {
                    DType::F64
                }
            }
            (Class::Float, _) => {
                if low.size() * 2 <= high.size() {
                    high
                } else {
                    DType::C128
                }
            }
            // An int beside a complex: as beside the floats of its parts.
            _ => {
                if low.size() < high.size() / 2 {
                    high
                } else {
                    DType::C128
                }
            }
        }
    }

    /// The type of a result with a Python number.
    pub fn promote_weak(self, weak: Weak) -> DType {
        match (weak, self.class()) {
            (_, Class::Reference) => self.promote(weak.dtype()),
            (Weak::Int, Class::Bool) => DType::I64,
            (Weak::Int, _) => self,
            (Weak::Float, Class::Bool | Class::Signed | Class::Unsigned) => DType::F64,
            (Weak::Float, _) => self,
            (Weak::Complex, Class::Complex) => self,
            (Weak::Complex, Class::Float) => self.promote(DType::C64),
            (Weak::Complex, _) => DType::C128,
        }
    }

    /// Whether a scalar of this type computes with a number of another type, or of Python, as the scalar that it is: it holds that number's
    /// type. A `bool` never does. To numpy two numbers of which neither does so are arrays.
    pub fn takes(self, other: Result<DType, Weak>) -> bool {
        self != DType::Bool
            && match other {
                Ok(other) => other.can_cast(self, Casting::Safe),
                Err(Weak::Int) => true,
                Err(Weak::Float) => self.is_inexact(),
                Err(Weak::Complex) => self.is_complex(),
            }
    }

    /// Whether a cast is allowed.
    pub fn can_cast(self, to: DType, casting: Casting) -> bool {
        match casting {
            Casting::No => self == to,
            Casting::Safe => self.promote(to) == to,
            Casting::SameKind => {
                let is_wider = self.class() <= to.class() && self.class() != Class::Reference;
                self.promote(to) == to || is_wider || self.is_text() && self.number() == to.number()
            }
            Casting::Unsafe => true,
        }
    }
}

impl Weak {
    /// The type that such a number has by itself.
    pub fn dtype(self) -> DType {
        match self {
            Weak::Int => DType::I64,
            Weak::Float => DType::F64,
            Weak::Complex => DType::C128,
        }
    }
}

impl Casting {
    /// The rule that a text names.
    pub fn from_name(name: &str) -> Option<Casting> {
        Some(match name {
            "no" | "equiv" => Casting::No,
            "safe" => Casting::Safe,
            "same_kind" => Casting::SameKind,
            "unsafe" => Casting::Unsafe,
            _ => return None,
        })
    }

    /// What the rule is called.
    pub fn name(self) -> &'static str {
        match self {
            Casting::No => "no",
            Casting::Safe => "safe",
            Casting::SameKind => "same_kind",
            Casting::Unsafe => "unsafe",
        }
    }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DType::Text(length) => write!(f, "<U{length}"),
            DType::Bytes(length) => write!(f, "|S{length}"),
            other => f.write_str(other.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promotion_is_numpys() {
        let common = |a: &str, b: &str| {
            let [a, b] = [a, b].map(|name| DType::from_name(name).unwrap());
            assert_eq!(a.promote(b), b.promote(a));
            a.promote(b).name()
        };
        assert_eq!(common("int8", "uint8"), "int16");
        assert_eq!(common("int64", "uint64"), "float64");
        assert_eq!(common("int16", "float32"), "float32");
        assert_eq!(common("int32", "float32"), "float64");
        assert_eq!(common("int32", "complex64"), "complex128");
        assert_eq!(common("int16", "complex64"), "complex64");
        assert_eq!(common("float64", "complex64"), "complex128");
        assert_eq!(common("bool", "uint8"), "uint8");
        assert_eq!(DType::F32.promote_weak(Weak::Complex), DType::C64);
        assert!(!DType::F64.can_cast(DType::I64, Casting::SameKind));
        assert!(DType::F64.can_cast(DType::F32, Casting::SameKind));
    }
}
