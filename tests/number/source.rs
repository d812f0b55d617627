//! Seeded cases: numbers of all magnitudes, the edges of the formats, texts pieced together.

use taipan::number::{Complex64, IBig, Integer, big, math};

use crate::Item::{self, Complex, Float, Floats, Int, Text};

/// A seeded source of numbers and texts (splitmix64).
struct Source(u64);

impl Source {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }

    fn sign(&mut self) -> i64 {
        if self.below(2) == 0 { 1 } else { -1 }
    }

    fn near(&mut self) -> i64 {
        self.below(5) as i64 - 2
    }

    /// A word: small ones, the edges of the formats, any number of bits.
    fn word(&mut self) -> i64 {
        match self.below(6) {
            0 => self.below(20) as i64 - 9,
            1 => self.near(),
            2 => self.sign().wrapping_mul(1 << self.pick(&[31, 32, 52, 53, 54, 61, 62, 63])).wrapping_add(self.near()),
            3 => self.sign() * 10i64.pow(self.below(19) as u32) + self.near(),
            _ => self.sign() * (self.next() >> (1 + self.below(63))) as i64,
        }
    }

    fn integer(&mut self) -> Integer {
        if self.below(2) == 0 {
            return self.word().into();
        }
        let near = self.near();
        let magnitude = match self.below(5) {
            0 => (IBig::from(1) << self.pick(&[63, 64, 65, 127, 128, 200, 1023, 1024, 1100])) + near,
            1 => IBig::from(10).pow(self.below(60) as usize) + near,
            2 => IBig::from(self.next()) * IBig::from(self.next()),
            3 => (IBig::from(self.next() >> self.below(60)) * (1 + self.below(30))) << self.below(980) as usize,
            _ => (0..self.below(8)).fold(IBig::from(0), |value, _| (value << 64) + IBig::from(self.next())),
        };
        (magnitude * self.sign()).into()
    }

    /// A float: of all magnitudes, decimals, halves, powers and their neighbours, special values.
    fn float(&mut self) -> f64 {
        let value = match self.below(12) {
            0 => self.pick(&[0.0, f64::INFINITY, f64::NAN, 5e-324, f64::MAX, f64::MIN_POSITIVE, 1.0, 0.5]),
            1 => f64::from_bits(self.next()),
            2 => 2f64.powi(self.below(2098) as i32 - 1074),
            3 => format!("1e{}", self.below(632) as i64 - 323).parse().unwrap_or(1.0),
            4 => self.below(2000) as f64 + 0.5,
            5 => self.word() as f64,
            6 => return (self.below(1 << 53) as f64 / (1u64 << 53) as f64) * self.sign() as f64,
            7 => self.below(200) as f64,
            8 => (self.next() >> self.below(60)) as f64 * 2f64.powi(-(self.below(80) as i32)),
            _ => self.next() as f64 / 10f64.powi(self.below(22) as i32),
        };
        let value = match self.below(8) {
            0 => math::nextafter(value, 0.0),
            1 => math::nextafter(value, f64::INFINITY),
            _ => value,
        };
        if self.below(3) == 0 { -value } else { value }
    }

    /// A float with an exponent near zero, where functions do something.
    fn moderate(&mut self) -> f64 {
        if self.below(4) == 0 {
            return self.float();
        }
        let unit = self.next() as f64 / u64::MAX as f64;
        unit * self.pick(&[1.0, 2.0, 10.0, 100.0, 800.0]) * self.sign() as f64
    }

    fn complex(&mut self) -> Complex64 {
        if self.below(8) == 0 {
            return Complex64::new(self.float(), self.float());
        }
        Complex64::new(self.moderate(), self.moderate())
    }

    fn floats(&mut self) -> Vec<f64> {
        let moderate = self.below(2) == 0;
        (0..self.below(12)).map(|_| if moderate { self.moderate() } else { self.float() }).collect()
    }

    /// A format specification, mostly a valid one.
    fn spec(&mut self, kinds: &[&str]) -> String {
        let mut spec = String::new();
        spec += self.pick(&["", "", "", "<", ">", "^", "=", "*^", "0<", "_>", "\u{e9}=", "{<"]);
        spec += self.pick(&["", "", "", "+", "-", " "]);
        spec += self.pick(&["", "", "", "", "", "z"]);
        spec += self.pick(&["", "", "", "#"]);
        spec += self.pick(&["", "", "0"]);
        spec += self.pick(&["", "", "5", "12", "25"]);
        spec += self.pick(&["", "", "", ",", "_"]);
        spec += self.pick(&["", "", "", ".0", ".1", ".3", ".10", ".20"]);
        spec += self.pick(kinds);
        if self.below(30) == 0 {
            spec += self.pick(&["x", ".", "5", "_,", "\u{e9}"]);
        }
        spec
    }

    fn template(&mut self) -> String {
        let mut template = self.pick(&["", "a ", "%%"]).to_owned() + "%";
        template += self.pick(&["", "", "-", "+", " ", "0", "#", "+0", "#0", "- "]);
        template += self.pick(&["", "", "3", "12"]);
        template += self.pick(&["", "", ".", ".0", ".2", ".7"]);
        template += self.pick(&["d", "i", "x", "X", "o", "e", "E", "f", "F", "g", "G", "s", "r", "c", "y"]);
        template + self.pick(&["", " b", "%%"])
    }

    /// Something like a number, pieced together.
    fn numeral(&mut self, pieces: &[&str]) -> String {
        let count = 1 + self.below(6);
        let mut text = self.pick(&["", "", "", " ", "\t", "\u{a0}"]).to_owned();
        (0..count).for_each(|_| text += self.pick(pieces));
        text + self.pick(&["", "", "", " ", "\n"])
    }
}

#[rustfmt::skip]
const FLOAT_PIECES: &[&str] = &[
    "1", "12", "0", ".", ".5", "e5", "E-3", "e400", "_", "-", "+", "inf", "Infinity", "nan", "j", "J", "\u{663}",
    "9999999999999999999", "(", ")", "1e16",
];
#[rustfmt::skip]
const INT_PIECES: &[&str] = &[
    "1", "0", "12", "0x", "0b1", "0o7", "f", "_", "-", "+", "z", "\u{967}", "9999999999999999999", " ",
];
#[rustfmt::skip]
const HEX_PIECES: &[&str] = &[
    "0x", "1", "f", ".8", ".", "p", "p5", "p-1074", "P+1020", "-", "+", "inf", "nan", "fffffffffffff8", "0",
];
#[rustfmt::skip]
const QUOTE_PIECES: &[&str] = &[
    "a", "'", "\"", "\\", "\n", "\u{1}", "\u{e9}", "\u{ad}", "\u{301}", "\u{4e2d}", "\u{1f600}", "\u{2028}",
    "\u{7f}",
];

#[rustfmt::skip]
const INTEGER_FUNCTIONS: &[&str] = &[
    "neg", "abs", "invert", "bit_length", "bit_count", "hash", "math.isqrt", "float", "str", "math.log",
    "math.log2", "math.log10",
];
#[rustfmt::skip]
const INTEGER_OPERATORS: &[&str] = &[
    "add", "sub", "mul", "and_", "or_", "xor", "floor_div", "mod", "divmod", "true_div", "math.gcd", "math.lcm",
    "hash_pair",
];
#[rustfmt::skip]
const FLOAT_FUNCTIONS: &[&str] = &[
    "repr", "hex", "hash", "is_integer", "int", "math.trunc", "math.floor", "math.ceil", "round", "ratio",
    "math.frexp", "math.modf", "math.ulp", "math.degrees", "math.radians", "math.fabs",
];
#[rustfmt::skip]
const MATH_FUNCTIONS: &[&str] = &[
    "math.acos", "math.acosh", "math.asin", "math.asinh", "math.atan", "math.atanh", "math.cbrt", "math.cos",
    "math.cosh", "math.erf", "math.erfc", "math.exp", "math.exp2", "math.expm1", "math.gamma", "math.lgamma",
    "math.log", "math.log10", "math.log1p", "math.log2", "math.sin", "math.sinh", "math.sqrt", "math.tan",
    "math.tanh",
];
#[rustfmt::skip]
const FLOAT_OPERATORS: &[&str] = &[
    "true_div", "floor_div", "mod", "divmod", "pow", "math.fmod", "math.remainder", "math.pow", "math.atan2",
    "math.copysign", "math.nextafter", "math.isclose", "cmath.rect",
];
#[rustfmt::skip]
const COMPLEX_FUNCTIONS: &[&str] = &[
    "repr", "hash", "abs", "neg", "cmath.phase", "cmath.polar", "cmath.acos", "cmath.acosh", "cmath.asin",
    "cmath.asinh", "cmath.atan", "cmath.atanh", "cmath.cos", "cmath.cosh", "cmath.exp", "cmath.log", "cmath.log10",
    "cmath.sin", "cmath.sinh", "cmath.sqrt", "cmath.tan", "cmath.tanh",
];
#[rustfmt::skip]
const COMPLEX_OPERATORS: &[&str] = &[
    "add", "sub", "mul", "true_div", "pow", "cmath.isclose", "cmath.log",
];

/// All cases, in the order of the recorded answers.
pub fn cases(each: usize, seed: u64) -> Vec<(&'static str, Vec<Item>)> {
    let mut cases = Vec::new();
    let mut source = Source(seed);
    let mut group = |name: &'static str, make: &mut dyn FnMut(&mut Source) -> Vec<Item>| {
        (0..each).for_each(|_| cases.push((name, make(&mut source))));
    };
    for name in INTEGER_FUNCTIONS {
        group(name, &mut |s| vec![Int(s.integer())]);
    }
    for name in INTEGER_OPERATORS {
        group(name, &mut |s| vec![Int(s.integer()), Int(s.integer())]);
    }
    group("pow", &mut |s| {
        let exponent = if s.below(8) == 0 { -(s.below(5) as i64) } else { s.below(70) as i64 };
        vec![Int(s.integer()), Int(exponent.into())]
    });
    group("pow", &mut |s| vec![Int(s.integer()), Int(s.integer()), Int(s.integer())]);
    group("pow", &mut |s| vec![Int(s.word().into()), Int((s.word() >> 8).into()), Int(s.word().into())]);
    for name in ["lshift", "rshift"] {
        group(name, &mut |s| {
            let count = if s.below(10) == 0 { s.near() } else { s.below(140) as i64 };
            vec![Int(s.integer()), Int(count.into())]
        });
    }
    group("round", &mut |s| vec![Int(s.integer()), Int((3 - s.below(40) as i64).into())]);
    group("math.comb", &mut |s| vec![Int((s.below(300) as i64 - 1).into()), Int((s.below(120) as i64 - 1).into())]);
    group("math.comb", &mut |s| vec![Int(s.integer()), Int((s.below(9) as i64).into())]);
    group("math.perm", &mut |s| vec![Int((s.below(300) as i64 - 1).into()), Int((s.below(120) as i64 - 1).into())]);
    group("math.factorial", &mut |s| vec![Int((s.below(400) as i64 - 2).into())]);
    group("compare", &mut |s| {
        let a = s.integer();
        let close = big::to_float(&a.to_big()).unwrap_or(f64::MAX);
        let b = match s.below(4) {
            0 => s.float(),
            1 => math::nextafter(close, s.float()),
            2 => close + s.near() as f64 / 2.0,
            _ => close,
        };
        vec![Int(a), Float(b)]
    });
    for name in FLOAT_FUNCTIONS {
        group(name, &mut |s| {
            let value = s.float();
            vec![Float(if *name == "hash" && value.is_nan() { 1.5 } else { value })]
        });
    }
    for name in MATH_FUNCTIONS {
        group(name, &mut |s| vec![Float(s.moderate())]);
    }
    for name in FLOAT_OPERATORS {
        group(name, &mut |s| {
            if s.below(2) == 0 {
                vec![Float(s.float()), Float(s.float())]
            } else {
                vec![Float(s.moderate()), Float(s.moderate())]
            }
        });
    }
    group("pow", &mut |s| vec![Float(s.moderate()), Float(s.below(40) as f64 - 20.0)]);
    group("round", &mut |s| vec![Float(s.float()), Int((s.below(30) as i64 - 5).into())]);
    group("round", &mut |s| vec![Float(s.float()), Int((s.below(680) as i64 - 340).into())]);
    group("math.ldexp", &mut |s| vec![Float(s.float()), Int((s.below(4400) as i64 - 2200).into())]);
    for name in COMPLEX_FUNCTIONS {
        group(name, &mut |s| {
            let mut value = s.complex();
            if *name == "hash" && (value.re.is_nan() || value.im.is_nan()) {
                value = Complex64::new(1.0, -1.0);
            }
            vec![Complex(value)]
        });
    }
    for name in COMPLEX_OPERATORS {
        group(name, &mut |s| vec![Complex(s.complex()), Complex(s.complex())]);
    }
    group("pow", &mut |s| vec![Complex(s.complex()), Complex(Complex64::new(s.below(220) as f64 - 110.0, 0.0))]);
    group("format", &mut |s| {
        vec![Int(s.integer()), Text(s.spec(&["", "d", "x", "X", "b", "o", "n", "f", "e", "g", "%", "s"]))]
    });
    group("format", &mut |s| vec![Int((s.below(0x3000) as i64).into()), Text(s.spec(&["c", "d", "#x"]))]);
    for _ in 0..4 {
        group("format", &mut |s| {
            vec![Float(s.float()), Text(s.spec(&["", "", "f", "F", "e", "E", "g", "G", "%", "n", "d"]))]
        });
    }
    group("format", &mut |s| vec![Complex(s.complex()), Text(s.spec(&["", "f", "e", "g", "G", "n", "s"]))]);
    group("format", &mut |s| vec![Text(s.numeral(QUOTE_PIECES)), Text(s.spec(&["", "s", "d"]))]);
    group("percent", &mut |s| vec![Text(s.template()), Int(s.integer())]);
    group("percent", &mut |s| vec![Text(s.template()), Float(s.float())]);
    group("percent", &mut |s| vec![Text(s.template()), Text(s.numeral(QUOTE_PIECES))]);
    group("float", &mut |s| vec![Text(s.numeral(FLOAT_PIECES))]);
    group("complex", &mut |s| vec![Text(s.numeral(FLOAT_PIECES))]);
    group("from_hex", &mut |s| vec![Text(s.numeral(HEX_PIECES))]);
    group("repr", &mut |s| vec![Text(s.numeral(QUOTE_PIECES))]);
    group("int", &mut |s| vec![Text(s.numeral(INT_PIECES)), Int(s.pick(&[10i64, 10, 0, 0, 2, 8, 16, 36, 7]).into())]);
    group("math.fsum", &mut |s| vec![Floats(s.floats())]);
    group("math.hypot", &mut |s| vec![Floats(s.floats())]);
    group("math.dist", &mut |s| {
        let (p, mut q) = (s.floats(), s.floats());
        q.resize(p.len(), 1.5);
        vec![Floats(p), Floats(q)]
    });
    cases
}
