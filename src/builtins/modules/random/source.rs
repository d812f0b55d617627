//! Where random numbers come from: a Mersenne Twister, the system, or a script's class that makes its own.

use super::{random_class, system_class};
use crate::number::random::Twister;
use crate::number::{IBig, Integer, big};
use crate::raise;
use crate::value::class::Class;
use crate::value::instance::Instance;
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::{attribute, call};
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, convert};
use std::cell::{RefCell, RefMut};
use std::fs::File;
use std::io::Read;

/// A generator with what `gauss` keeps for its next call.
pub struct Generator {
    twister: RefCell<Twister>,
    spare: RefCell<Value>,
    /// Numbers come from the system instead.
    system: bool,
}

impl Generator {
    const fn new(system: bool) -> Generator {
        Generator { twister: RefCell::new(Twister::unseeded()), spare: RefCell::new(Value::None), system }
    }

    /// The generator proper.
    #[inline]
    pub fn twister(&self) -> RefMut<'_, Twister> {
        self.twister.borrow_mut()
    }

    /// Whether numbers come from the system.
    pub fn is_system(&self) -> bool {
        self.system
    }

    /// What `gauss` kept, or `None`.
    pub fn spare(&self) -> Value {
        self.spare.borrow().clone()
    }

    /// Sets what `gauss` gives next.
    pub fn set_spare(&self, spare: Value) {
        self.spare.replace(spare);
    }
}

impl Content for Generator {}

thread_local! {
    static GLOBAL: Generator = const { Generator::new(false) };
}

/// Looks at the generator of the module's functions.
#[inline]
pub fn global<T>(look: impl FnOnce(&Generator) -> T) -> T {
    GLOBAL.with(look)
}

/// Where a function draws from.
pub enum Source<'a> {
    /// A Mersenne Twister.
    Twister(&'a Generator),
    /// The system.
    System(&'a Generator),
    /// An object whose class has a `random` or `getrandbits` of its own.
    Script { object: &'a Value, generator: &'a Generator, has_bits: bool },
}

/// Whether a value is a `Random`.
pub fn is_random(value: &Value) -> bool {
    value.content::<Generator>().is_some()
}

/// Bytes from the system.
pub fn system_bytes(count: usize) -> Result<Vec<u8>, Raise> {
    let mut bytes = vec![0; count];
    match File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes)) {
        Ok(()) => Ok(bytes),
        Err(error) => Err(raise!(OSError, "{error}")),
    }
}

impl<'a> Source<'a> {
    /// The generator inside an object.
    pub fn native(object: &'a Value) -> Result<Source<'a>, Raise> {
        match object.content::<Generator>() {
            Some(generator) if generator.is_system() => Ok(Source::System(generator)),
            Some(generator) => Ok(Source::Twister(generator)),
            None => Err(raise!(TypeError, "Random expected")),
        }
    }

    /// What an object draws from, its class considered.
    pub fn of(object: &'a Value) -> Result<Source<'a>, Raise> {
        let source = Source::native(object)?;
        let (Source::Twister(generator) | Source::System(generator)) = source else { return Ok(source) };
        let class = crate::value::class_of(object);
        let base = if generator.is_system() { system_class() } else { random_class() };
        if object.downcast::<Instance>().is_some_and(|instance| instance.contains(Symbol::RANDOM)) {
            return Ok(Source::Script { object, generator, has_bits: true });
        }
        if class.is(&base) {
            return Ok(source);
        }
        // The class that comes first in the order of lookup says which of the two the other functions are built on.
        let classes = std::iter::once(&class).chain(class.ancestors()).take_while(|class| !class.is(&base));
        for class in classes {
            let has_bits = class.names().get(Symbol::GETRANDBITS).is_some();
            if has_bits || class.names().get(Symbol::RANDOM).is_some() {
                return Ok(Source::Script { object, generator, has_bits });
            }
        }
        Ok(source)
    }

    /// The generator itself, whatever an object draws from.
    pub fn inside(&self) -> Source<'_> {
        let generator = self.generator();
        if generator.is_system() { Source::System(generator) } else { Source::Twister(generator) }
    }

    /// The generator inside.
    pub fn generator(&self) -> &Generator {
        match self {
            Source::Twister(generator) | Source::System(generator) | Source::Script { generator, .. } => generator,
        }
    }

    /// A float from 0 to below 1.
    #[inline]
    pub fn float(&self) -> Result<f64, Raise> {
        match self {
            Source::Twister(generator) => Ok(generator.twister().next_f64()),
            Source::System(_) => {
                let mut word = [0; 8];
                word[1..].copy_from_slice(&system_bytes(7)?);
                Ok((u64::from_be_bytes(word) >> 3) as f64 / 9_007_199_254_740_992.0)
            }
            Source::Script { object, .. } => {
                let method = attribute::get(object, Symbol::RANDOM)?;
                convert::float(&call::call(&method, &[])?)
            }
        }
    }

    /// So many random bits.
    pub fn bits(&self, count: u64) -> Result<Integer, Raise> {
        match self {
            Source::Twister(generator) => Ok(generator.twister().next_integer(count)),
            Source::System(_) => {
                let length = count.div_ceil(8);
                let mut number = IBig::ZERO;
                for byte in system_bytes(length as usize)? {
                    number = (number << 8usize) + IBig::from(byte);
                }
                Ok(Integer::from(number >> (length * 8 - count) as usize))
            }
            Source::Script { object, .. } => {
                let method = attribute::get(object, Symbol::GETRANDBITS)?;
                let count = Value::int(i64::try_from(count).unwrap_or(i64::MAX));
                Ok(Integer::from(convert::big_index(&call::call(&method, &[count])?)?))
            }
        }
    }

    /// An integer from 0 to below a bound that is positive.
    #[inline]
    pub fn below(&self, bound: u64) -> Result<u64, Raise> {
        match self {
            Source::Twister(generator) => Ok(generator.twister().below(bound)),
            _ => match self.below_any(&Integer::Small(bound as i64))? {
                Integer::Small(drawn) => Ok(drawn as u64),
                Integer::Big(_) => Err(raise!(OverflowError, "random number out of range")),
            },
        }
    }

    /// The same for a bound of any size.
    pub fn below_any(&self, bound: &Integer) -> Result<Integer, Raise> {
        if let Source::Script { has_bits: false, .. } = self {
            return self.below_by_floats(bound);
        }
        if let (Source::Twister(generator), Integer::Small(bound)) = (self, bound) {
            return Ok(Integer::Small(generator.twister().below(*bound as u64) as i64));
        }
        let bound = bound.to_big();
        let bits = big::bit_length(&bound) as u64;
        loop {
            let drawn = self.bits(bits)?;
            if drawn.to_big() < bound {
                return Ok(drawn);
            }
        }
    }

    /// What a class with nothing but a `random` of its own can do.
    fn below_by_floats(&self, bound: &Integer) -> Result<Integer, Raise> {
        const MOST: i64 = 1 << 53;
        match bound {
            Integer::Small(bound) if *bound < MOST => {
                let limit = (MOST - MOST % bound) as f64 / MOST as f64;
                let mut drawn = self.float()?;
                while drawn >= limit {
                    drawn = self.float()?;
                }
                Ok(Integer::Small((drawn * MOST as f64).floor() as i64 % bound))
            }
            _ => {
                let product = self.float()? * big::to_float(&bound.to_big())?;
                Ok(crate::number::float::to_integer(product.floor())?)
            }
        }
    }
}

/// `Random.__new__(cls, …)`
pub fn new(arguments: &Arguments<'_>) -> Res {
    make(arguments, Generator::new(false))
}

/// `SystemRandom.__new__(cls, …)`
pub fn new_system(arguments: &Arguments<'_>) -> Res {
    make(arguments, Generator::new(true))
}

fn make(arguments: &Arguments<'_>, generator: Generator) -> Res {
    let class: Option<&Gc<Class>> = arguments.positional.first().and_then(Value::as_gc);
    match class {
        Some(class) => Ok(Value::from(Instance::wrap(class, Opaque::create(generator)))),
        None => Err(raise!(TypeError, "Random.__new__(): not enough arguments")),
    }
}
