//! Seeds and states of generators.

use super::source::{Generator, Source, system_bytes};
use crate::number::random::WORDS;
use crate::number::{IBig, Integer};
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::exception;
use crate::value::native::given;
use crate::value::ops::{self, attribute, call, iterate};
use crate::value::{Raise, Res, Symbol, Value, class_of, convert, types};
use dashu_int::UBig;
use dashu_int::ops::RemEuclid;
use sha2::{Digest, Sha512};

/// Seeds a generator from the system, or from the clock where that fails.
pub fn from_system(generator: &Generator) {
    let bytes = system_bytes(WORDS * 4).unwrap_or_else(|_| {
        let _ = exception::take_pending();
        let now = super::super::clock::Clock::Real.nanoseconds();
        now.to_le_bytes().to_vec()
    });
    let words: Vec<u32> =
        bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect();
    generator.twister().seed_words(&words);
    generator.set_spare(Value::None);
}

fn from_bytes(bytes: &[u8]) -> IBig {
    IBig::from(UBig::from_be_bytes(bytes))
}

/// `seed(a=None, version=2)`
pub fn seed(source: &Source<'_>, arguments: &[Value]) -> Res {
    let generator = source.generator();
    if generator.is_system() {
        return Ok(Value::None);
    }
    let version = given(arguments, 1).map_or(Some(2), Value::as_int);
    let value = given(arguments, 0).cloned().unwrap_or(Value::None);
    let text = value.as_str().map(|text| text.as_bytes().to_vec());
    let number = match version {
        Some(1) if text.is_some() || class_of(&value).is(&types().bytes) => {
            let codes: Vec<u64> = match value.as_str() {
                Some(text) => text.chars().map(u64::from).collect(),
                None => plain_bytes(&value).unwrap_or_default().into_iter().map(u64::from).collect(),
            };
            let start = codes.first().map_or(0, |first| first << 7);
            let mixed = codes.iter().fold(start, |mixed, code| mixed.wrapping_mul(1_000_003) ^ code);
            IBig::from(mixed ^ codes.len() as u64)
        }
        Some(2) if let Some(mut bytes) = text.or_else(|| plain_bytes(&value)) => {
            let digest = Sha512::digest(&bytes);
            bytes.extend_from_slice(&digest);
            from_bytes(&bytes)
        }
        _ if value.is_none() => {
            from_system(generator);
            return Ok(Value::None);
        }
        _ => match (value.to_big(), value.as_any_float()) {
            (Some(number), _) => number,
            (None, Some(_)) => IBig::from(ops::hash(&value)? as u64),
            // Text and bytes under another version are hashed.
            (None, None) if value.as_str().is_some() || plain_bytes(&value).is_some() => {
                IBig::from(ops::hash(&value)? as u64)
            }
            (None, None) => {
                return Err(raise!(
                    TypeError,
                    "The only supported seed types are: None,\nint, float, str, bytes, and bytearray."
                ));
            }
        },
    };
    generator.twister().seed_integer(&number);
    generator.set_spare(Value::None);
    Ok(Value::None)
}

/// `Random.__init__(x=None)`: seeds by the object's own `seed`.
pub fn init(arguments: &[Value]) -> Res {
    let method = attribute::get(&arguments[0], Symbol::new("seed"))?;
    call::call(&method, &[given(arguments, 1).cloned().unwrap_or(Value::None)])?;
    Source::native(&arguments[0])?.generator().set_spare(Value::None);
    Ok(Value::None)
}

fn no_state(source: &Source<'_>) -> Result<(), Raise> {
    if source.generator().is_system() {
        return Err(raise!(NotImplementedError, "System entropy source does not have state."));
    }
    Ok(())
}

/// `getstate()`
pub fn get_state(source: &Source<'_>, _: &[Value]) -> Res {
    no_state(source)?;
    let generator = source.generator();
    let twister = generator.twister();
    let (words, place) = twister.state();
    let numbers = words.iter().chain([&place]).map(|&word| Value::int(word.into())).collect();
    Ok(Value::tuple(vec![Value::int(3), Value::tuple(numbers), generator.spare()]))
}

/// `Random.__reduce__()`: the class, and the state to give its new instance.
pub fn reduce(arguments: &[Value]) -> Res {
    let state = get_state(&Source::of(&arguments[0])?, &[])?;
    Ok(Value::tuple(vec![Value::from(class_of(&arguments[0])), Value::tuple(Vec::new()), state]))
}

/// `setstate(state)`
pub fn set_state(source: &Source<'_>, arguments: &[Value]) -> Res {
    no_state(source)?;
    let version = ops::index::get(&arguments[0], &Value::int(0))?;
    if !matches!(version.as_int(), Some(2 | 3)) {
        let version = ops::str(&version)?;
        return Err(raise!(ValueError, "state with version {version} passed to Random.setstate() of version 3"));
    }
    let old = version.as_int() == Some(2);
    let parts = iterate::collect_values(&arguments[0])?;
    let [_, internal, spare] = &*parts else {
        let (wanted, count) = (3, parts.len());
        return Err(match count < wanted {
            true => raise!(ValueError, "not enough values to unpack (expected 3, got {count})"),
            false => raise!(ValueError, "too many values to unpack (expected 3)"),
        });
    };
    let Some(numbers) = internal.downcast::<crate::value::tuple::Tuple>() else {
        return Err(raise!(TypeError, "state vector must be a tuple"));
    };
    if numbers.len() != WORDS + 1 {
        return Err(raise!(ValueError, "state vector is the wrong size"));
    }
    let mut words = [0; WORDS];
    for (word, value) in words.iter_mut().zip(numbers.items()) {
        let number = convert::big_index(value)?;
        *word = match old {
            // The second version had words with a sign.
            true => u32::try_from(number.rem_euclid(IBig::from(1u64 << 32))).unwrap_or(0),
            false => word_of(number.into())?,
        };
    }
    let place = numbers.items()[WORDS].as_int().unwrap_or(-1);
    let Some(place) = u32::try_from(place).ok().filter(|&place| place as usize <= WORDS) else {
        return Err(raise!(ValueError, "invalid state"));
    };
    source.generator().twister().set_state(words, place);
    source.generator().set_spare(spare.clone());
    Ok(Value::None)
}

/// The low 32 bits of an integer that is not negative.
fn word_of(number: Integer) -> Result<u32, Raise> {
    match number {
        Integer::Small(small) if small >= 0 => Ok(small as u32),
        _ => Err(raise!(OverflowError, "can't convert negative value to unsigned int")),
    }
}
