//! The operations under test, run as the value layer would: words first, big integers where they do not suffice.
//!
//! A name and arguments come in, the outcome goes out. Where two ways lead to the same result, both are taken and compared.

use std::cmp::Ordering;

use taipan::number::format::percent::{self, Arguments};
use taipan::number::{Complex64, IBig, Integer, NumberError};
use taipan::number::{big, cmath, complex, float, format, hash, int, math, parse, repr};

use crate::Item::{self, Bool, Complex, Float, Floats, Int, Text, Tuple};
use crate::{DIGIT_LIMIT, Outcome};

/// Runs an operation.
pub fn evaluate(name: &str, arguments: &[Item]) -> Outcome {
    match arguments {
        [Int(a)] => integer_function(name, a),
        [Int(a), Int(b)] => integer_operator(name, a, b),
        [Int(a), Int(b), Int(c)] => power_modulo(a, b, c),
        [Int(a), Float(b)] => {
            let ordering = match a {
                Integer::Small(a) => int::compare_float(*a, *b),
                Integer::Big(a) => big::compare_float(a, *b),
            };
            if let Integer::Small(a) = a {
                assert_eq!(int::equals_float(*a, *b), ordering == Some(Ordering::Equal), "{a} == {b}");
                assert_eq!(ordering, big::compare_float(&IBig::from(*a), *b), "{a} and {b}");
            }
            let is = |wanted| Bool(ordering == Some(wanted));
            Ok(Tuple(vec![is(Ordering::Less), is(Ordering::Equal), is(Ordering::Greater)]))
        }
        [Int(a), Text(spec)] => match a {
            Integer::Small(a) => format::int(*a, spec, "int", DIGIT_LIMIT),
            Integer::Big(a) => format::big(a, spec, DIGIT_LIMIT),
        }
        .map(Text),
        [Float(a)] => float_function(name, *a),
        [Float(a), Int(Integer::Small(n))] => match name {
            "round" => float::round_to(*a, *n).map(Float),
            _ => Ok(Float(math::ldexp(*a, *n)?)),
        },
        [Float(a), Float(b)] => float_operator(name, *a, *b),
        [Float(a), Text(spec)] => format::float(*a, spec).map(Text),
        [Complex(a)] => complex_function(name, *a),
        [Complex(a), Complex(b)] => complex_operator(name, *a, *b),
        [Complex(a), Text(spec)] => format::complex(*a, spec).map(Text),
        [Text(text)] => text_function(name, text),
        [Text(text), Int(Integer::Small(base))] if name == "int" => {
            parse::int(text, *base as u32, DIGIT_LIMIT).map(Int)
        }
        [Text(text), Text(spec)] if name == "format" => format::text(text, spec).map(Text),
        [Text(template), value] => percent::expand(template, DIGIT_LIMIT, &mut One(Some(value.clone()))).map(Text),
        [Floats(values)] if name == "math.fsum" => {
            let mut sum = math::ExactSum::new();
            values.iter().try_for_each(|value| sum.add(*value))?;
            sum.finish().map(Float)
        }
        [Floats(values)] => Ok(Float(math::hypot(values))),
        [Floats(p), Floats(q)] => math::distance(p, q).map(Float),
        _ => panic!("{name} {arguments:?}"),
    }
}

fn integer_function(name: &str, a: &Integer) -> Outcome {
    let wide = a.to_big();
    let small = match a {
        Integer::Small(a) => Some(*a),
        Integer::Big(_) => None,
    };
    // Where a word suffices, both ways must agree.
    let both = |word: Option<i64>, big: Integer| {
        if let Some(word) = word {
            assert_eq!(Integer::Small(word), big, "{name} {a:?}");
        }
        Ok(Int(big))
    };
    match name {
        "neg" => both(small.and_then(int::negate), big::negate(&wide)),
        "abs" => both(small.and_then(int::absolute), big::absolute(&wide)),
        "invert" => both(small.map(int::invert), big::invert(&wide)),
        "bit_length" => both(small.map(|a| i64::from(int::bit_length(a))), (big::bit_length(&wide) as i64).into()),
        "bit_count" => both(small.map(|a| i64::from(int::bit_count(a))), (big::bit_count(&wide) as i64).into()),
        "hash" => both(small.map(hash::int), hash::big(&wide).into()),
        "math.isqrt" => both(small.and_then(int::isqrt), big::isqrt(&wide)?),
        "float" => big::to_float(&wide).map(Float),
        "str" => repr::big(&wide, DIGIT_LIMIT).map(Text),
        "math.log" => Ok(Float(math::log_integer(a)?)),
        "math.log2" => Ok(Float(math::log2_integer(a)?)),
        "math.log10" => Ok(Float(math::log10_integer(a)?)),
        "math.factorial" => math::factorial(a).map(Int),
        _ => panic!("{name}"),
    }
}

fn integer_operator(name: &str, a: &Integer, b: &Integer) -> Outcome {
    let (wide_a, wide_b) = (a.to_big(), b.to_big());
    let words = match (a, b) {
        (Integer::Small(a), Integer::Small(b)) => Some((*a, *b)),
        _ => None,
    };
    let both = |word: Option<i64>, big: Integer| {
        if let Some(word) = word {
            assert_eq!(Integer::Small(word), big, "{name} {a:?} {b:?}");
        }
        Ok(Int(big))
    };
    let word = |function: fn(i64, i64) -> Option<i64>| words.and_then(|(a, b)| function(a, b));
    let count = match b {
        Integer::Small(b) => u64::try_from(*b),
        Integer::Big(_) => Ok(u64::MAX),
    };
    match name {
        "add" => both(word(int::add), big::add(&wide_a, &wide_b)),
        "sub" => both(word(int::sub), big::sub(&wide_a, &wide_b)),
        "mul" => both(word(int::mul), big::mul(&wide_a, &wide_b)),
        "and_" => both(word(|a, b| Some(a & b)), big::and(&wide_a, &wide_b)),
        "or_" => both(word(|a, b| Some(a | b)), big::or(&wide_a, &wide_b)),
        "xor" => both(word(|a, b| Some(a ^ b)), big::xor(&wide_a, &wide_b)),
        "floor_div" => {
            let big = big::floor_div(&wide_a, &wide_b).ok_or(NumberError::INT_DIVISION_BY_ZERO)?;
            both(word(int::floor_div), big)
        }
        "mod" => {
            let big = big::floor_mod(&wide_a, &wide_b).ok_or(NumberError::INT_MODULO_BY_ZERO)?;
            both(word(int::floor_mod), big)
        }
        "divmod" => {
            let (quotient, remainder) = big::divmod(&wide_a, &wide_b).ok_or(NumberError::INT_DIVISION_BY_ZERO)?;
            if let Some((q, r)) = words.and_then(|(a, b)| int::divmod(a, b)) {
                assert_eq!((&Integer::Small(q), &Integer::Small(r)), (&quotient, &remainder));
            }
            Ok(Tuple(vec![Int(quotient), Int(remainder)]))
        }
        "true_div" => {
            let result = big::true_div(&wide_a, &wide_b);
            if let Some((a, b)) = words {
                assert_eq!(int::true_div(a, b).map(f64::to_bits), result.as_ref().ok().map(|x| x.to_bits()));
            }
            result.map(Float)
        }
        "pow" => match count {
            Ok(count) => both(words.and_then(|(a, _)| int::power(a, count)), big::power(&wide_a, count)?),
            Err(_) => {
                let (a, b) = (big::to_float(&wide_a)?, big::to_float(&wide_b)?);
                float_power(a, b)
            }
        },
        "lshift" => {
            let count = count.map_err(|_| NumberError::NEGATIVE_SHIFT)?;
            both(words.and_then(|(a, _)| int::shift_left(a, count)), big::shift_left(&wide_a, count)?)
        }
        "rshift" => {
            let count = count.map_err(|_| NumberError::NEGATIVE_SHIFT)?;
            both(words.map(|(a, _)| int::shift_right(a, count)), big::shift_right(&wide_a, count))
        }
        "round" => match count {
            Ok(_) => Ok(Int(a.clone())),
            Err(_) => {
                let (_, zeros) = wide_b.into_parts();
                let zeros = u64::try_from(&zeros).unwrap_or(u64::MAX);
                both(words.and_then(|(a, _)| int::round_to(a, zeros)), big::round_to(&wide_a, zeros))
            }
        },
        "math.gcd" => both(word(int::gcd), big::gcd(&wide_a, &wide_b)),
        "math.lcm" => both(word(int::lcm), big::lcm(&wide_a, &wide_b)),
        "math.comb" => math::comb(a, b).map(Int),
        "math.perm" => math::perm(a, b).map(Int),
        "hash_pair" => {
            let hashes = [hash::big(&wide_a), hash::big(&wide_b)];
            Ok(Int(hash::tuple(hashes.into_iter()).into()))
        }
        _ => panic!("{name}"),
    }
}

fn power_modulo(a: &Integer, b: &Integer, c: &Integer) -> Outcome {
    let big = big::power_modulo(&a.to_big(), &b.to_big(), &c.to_big());
    if let (Integer::Small(a), Integer::Small(b), Integer::Small(c)) = (a, b, c) {
        let word = match u64::try_from(*b) {
            Ok(exponent) => int::power_modulo(*a, exponent, *c),
            Err(_) => int::inverse_modulo(*a, *c).and_then(|inverse| int::power_modulo(inverse, b.unsigned_abs(), *c)),
        };
        assert_eq!(word.map(Integer::Small).as_ref(), big.as_ref().ok(), "pow({a}, {b}, {c})");
    }
    big.map(Int)
}

fn float_power(a: f64, b: f64) -> Outcome {
    match float::power(a, b) {
        Some(result) => Ok(Float(result)),
        None => float::power_otherwise(a, b).map(Complex),
    }
}

fn float_operator(name: &str, a: f64, b: f64) -> Outcome {
    let or = |result: Option<f64>, error: NumberError| result.map(Float).ok_or(error);
    match name {
        "true_div" => or(float::true_div(a, b), NumberError::FLOAT_DIVISION_BY_ZERO),
        "floor_div" => or(float::floor_div(a, b), NumberError::FLOAT_FLOOR_DIVISION_BY_ZERO),
        "mod" => or(float::floor_mod(a, b), NumberError::FLOAT_MODULO_BY_ZERO),
        "divmod" => {
            let (quotient, remainder) = float::divmod(a, b).ok_or(NumberError::FLOAT_DIVMOD_BY_ZERO)?;
            Ok(Tuple(vec![Float(quotient), Float(remainder)]))
        }
        "pow" => float_power(a, b),
        "math.fmod" => Ok(Float(math::fmod(a, b)?)),
        "math.remainder" => Ok(Float(math::remainder(a, b)?)),
        "math.pow" => Ok(Float(math::pow(a, b)?)),
        "math.atan2" => Ok(Float(math::atan2(a, b))),
        "math.copysign" => Ok(Float(math::copysign(a, b))),
        "math.nextafter" => Ok(Float(math::nextafter(a, b))),
        "math.isclose" => math::is_close(a, b, 1e-9, 0.0).map(Bool),
        "cmath.rect" => Ok(Complex(cmath::rect(a, b)?)),
        _ => panic!("{name}"),
    }
}

fn float_function(name: &str, a: f64) -> Outcome {
    let text = match name {
        "repr" => Some(repr::float(a)),
        "hex" => Some(float::hex(a)),
        _ => None,
    };
    if let Some(text) = text {
        return Ok(Text(text));
    }
    let result = match name {
        "hash" => return Ok(Int(hash::float(a).into())),
        "is_integer" => return Ok(Bool(float::is_integer(a))),
        "int" | "math.trunc" => return float::to_integer(a.trunc()).map(Int),
        "math.floor" => return float::to_integer(a.floor()).map(Int),
        "math.ceil" => return float::to_integer(a.ceil()).map(Int),
        "round" => return float::to_integer(float::round_even(a)).map(Int),
        "ratio" => {
            let (numerator, denominator) = float::as_integer_ratio(a)?;
            return Ok(Tuple(vec![Int(numerator), Int(denominator)]));
        }
        "math.frexp" => {
            let (mantissa, exponent) = math::frexp(a);
            return Ok(Tuple(vec![Float(mantissa), Int(i64::from(exponent).into())]));
        }
        "math.modf" => {
            let (fraction, whole) = math::modf(a);
            return Ok(Tuple(vec![Float(fraction), Float(whole)]));
        }
        "math.ulp" => Ok(math::ulp(a)),
        "math.degrees" => Ok(math::degrees(a)),
        "math.radians" => Ok(math::radians(a)),
        "math.fabs" => Ok(math::fabs(a)),
        "math.acos" => math::acos(a),
        "math.acosh" => math::acosh(a),
        "math.asin" => math::asin(a),
        "math.asinh" => math::asinh(a),
        "math.atan" => math::atan(a),
        "math.atanh" => math::atanh(a),
        "math.cbrt" => math::cbrt(a),
        "math.cos" => math::cos(a),
        "math.cosh" => math::cosh(a),
        "math.erf" => math::erf(a),
        "math.erfc" => math::erfc(a),
        "math.exp" => math::exp(a),
        "math.exp2" => math::exp2(a),
        "math.expm1" => math::expm1(a),
        "math.gamma" => math::gamma(a),
        "math.lgamma" => math::lgamma(a),
        "math.log" => math::log(a),
        "math.log10" => math::log10(a),
        "math.log1p" => math::log1p(a),
        "math.log2" => math::log2(a),
        "math.sin" => math::sin(a),
        "math.sinh" => math::sinh(a),
        "math.sqrt" => math::sqrt(a),
        "math.tan" => math::tan(a),
        "math.tanh" => math::tanh(a),
        _ => panic!("{name}"),
    };
    Ok(Float(result?))
}

fn complex_function(name: &str, a: Complex64) -> Outcome {
    Ok(Complex(match name {
        "repr" => return Ok(Text(repr::complex(a))),
        "hash" => return Ok(Int(hash::complex(a).into())),
        "abs" => {
            return complex::absolute(a).map(Float).ok_or(NumberError::ABSOLUTE_TOO_LARGE);
        }
        "cmath.phase" => return Ok(Float(cmath::phase(a)?)),
        "cmath.polar" => {
            let (size, phase) = cmath::polar(a)?;
            return Ok(Tuple(vec![Float(size), Float(phase)]));
        }
        "neg" => complex::negate(a),
        "cmath.acos" => cmath::acos(a),
        "cmath.acosh" => cmath::acosh(a),
        "cmath.asin" => cmath::asin(a),
        "cmath.asinh" => cmath::asinh(a),
        "cmath.atan" => cmath::atan(a)?,
        "cmath.atanh" => cmath::atanh(a)?,
        "cmath.cos" => cmath::cos(a)?,
        "cmath.cosh" => cmath::cosh(a)?,
        "cmath.exp" => cmath::exp(a)?,
        "cmath.log" => cmath::log(a)?,
        "cmath.log10" => cmath::log10(a)?,
        "cmath.sin" => cmath::sin(a)?,
        "cmath.sinh" => cmath::sinh(a)?,
        "cmath.sqrt" => cmath::sqrt(a),
        "cmath.tan" => cmath::tan(a)?,
        "cmath.tanh" => cmath::tanh(a)?,
        _ => panic!("{name}"),
    }))
}

fn complex_operator(name: &str, a: Complex64, b: Complex64) -> Outcome {
    match name {
        "add" => Ok(Complex(complex::add(a, b))),
        "sub" => Ok(Complex(complex::sub(a, b))),
        "mul" => Ok(Complex(complex::mul(a, b))),
        "true_div" => complex::true_div(a, b).map(Complex).ok_or(NumberError::COMPLEX_DIVISION_BY_ZERO),
        "pow" => complex::power(a, b).map(Complex),
        "cmath.isclose" => cmath::is_close(a, b, 1e-9, 0.0).map(Bool),
        "cmath.log" => Ok(Complex(cmath::log_base(a, b)?)),
        _ => panic!("{name}"),
    }
}

fn text_function(name: &str, text: &str) -> Outcome {
    match name {
        "float" => parse::float(text).map(Float),
        "complex" => parse::complex(text).map(Complex),
        "from_hex" => parse::hex_float(text).map(Float),
        "repr" => Ok(Text(repr::text(text))),
        _ => panic!("{name}"),
    }
}

/// The single value right of a `%`.
struct One(Option<Item>);

impl Arguments for One {
    type Value = Item;
    type Error = NumberError;

    fn next(&mut self) -> Option<Item> {
        self.0.take()
    }
    fn named(&mut self, _: &str) -> Outcome {
        Err(NumberError::FORMAT_REQUIRES_MAPPING)
    }
    fn left_over(&self) -> bool {
        self.0.is_some()
    }
    fn text(&mut self, value: &Item, conversion: char) -> Result<String, NumberError> {
        match value {
            Int(value) => repr::big(&value.to_big(), DIGIT_LIMIT),
            Float(value) => Ok(repr::float(*value)),
            Text(value) if conversion == 's' => Ok(value.clone()),
            Text(value) => Ok(repr::text(value)),
            _ => panic!("{value:?}"),
        }
    }
    fn integer(&mut self, value: &Item, conversion: char) -> Result<Integer, NumberError> {
        match value {
            Int(value) => Ok(value.clone()),
            Float(value) if matches!(conversion, 'd' | 'i' | 'u') => float::to_integer(value.trunc()),
            Float(_) => Err(percent::wrong_type(conversion, "float")),
            _ => Err(percent::wrong_type(conversion, "str")),
        }
    }
    fn float(&mut self, value: &Item) -> Result<f64, NumberError> {
        match value {
            Int(value) => big::to_float(&value.to_big()),
            Float(value) => Ok(*value),
            _ => Err(NumberError::type_error("must be real number, not str".into())),
        }
    }
    fn character(&mut self, value: &Item) -> Result<char, NumberError> {
        match value {
            Int(value) => percent::character(value),
            Text(value) if value.chars().count() == 1 => Ok(value.chars().next().unwrap_or('?')),
            _ => Err(NumberError::CHARACTER_REQUIRED),
        }
    }
    fn count(&mut self, value: &Item) -> Result<Option<i64>, NumberError> {
        match value {
            Int(Integer::Small(value)) => Ok(Some(*value)),
            _ => Err(NumberError::STAR_WANTS_INT),
        }
    }
}
