//! Decimal floating point as in the General Decimal Arithmetic specification (version 1.70), which CPython's `decimal` follows.
//!
//! Numbers and a [`Context`] come in; a rounded number and the [`Signals`] that were met go out. What a signal does to the program is
//! decided elsewhere. Coefficients are big integers: adding and multiplying are theirs, rounding is a division by a power of ten.

mod arithmetic;
mod digitwise;
mod power;
mod text;
mod word;

pub use word::{Operation, PLAIN_TEXT, Word};

use dashu_int::UBig;
use dashu_int::ops::{BitTest, DivRem};
use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::f64::consts::LOG10_2;
use std::rc::Rc;

/// The largest exponent and precision of a 64-bit machine.
pub const MAX: i64 = 999_999_999_999_999_999;
/// The smallest exponent of the last digit.
pub const MIN_ETINY: i64 = -1_999_999_999_999_999_997;

/// A decimal number.
#[derive(Clone, Debug, PartialEq)]
pub struct Decimal {
    /// The sign; zeros and NaNs have one too.
    pub negative: bool,
    /// What it is beside the sign.
    pub kind: Kind,
}

/// A number without its sign.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `coefficient * 10**exponent`
    Finite {
        /// All digits.
        coefficient: UBig,
        /// The place of the last one.
        exponent: i64,
    },
    /// An infinity.
    Infinite,
    /// Not a number.
    Nan {
        /// Whether using it is an invalid operation.
        signaling: bool,
        /// Diagnostic digits.
        payload: UBig,
    },
}

/// How digits that do not fit are dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// Towards infinity.
    Ceiling,
    /// Towards negative infinity.
    Floor,
    /// To nearest, a half away from zero.
    HalfUp,
    /// To nearest, a half towards zero.
    HalfDown,
    /// To nearest, a half to the even neighbour.
    HalfEven,
    /// Towards zero, unless the last digit would be 0 or 5.
    ZeroFiveUp,
}

impl Rounding {
    /// All ways, with their names in Python.
    pub const ALL: [(Rounding, &'static str); 8] = [
        (Rounding::Up, "ROUND_UP"),
        (Rounding::Down, "ROUND_DOWN"),
        (Rounding::Ceiling, "ROUND_CEILING"),
        (Rounding::Floor, "ROUND_FLOOR"),
        (Rounding::HalfUp, "ROUND_HALF_UP"),
        (Rounding::HalfDown, "ROUND_HALF_DOWN"),
        (Rounding::HalfEven, "ROUND_HALF_EVEN"),
        (Rounding::ZeroFiveUp, "ROUND_05UP"),
    ];
}

/// A set of things that were met while computing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals(pub u16);

impl Signals {
    /// An exponent was changed to fit.
    pub const CLAMPED: Signals = Signals(1);
    /// An operation that has no result.
    pub const INVALID: Signals = Signals(1 << 1);
    /// A finite number divided by zero.
    pub const DIVISION_BY_ZERO: Signals = Signals(1 << 2);
    /// Digits that were not zero were dropped.
    pub const INEXACT: Signals = Signals(1 << 3);
    /// Digits were dropped.
    pub const ROUNDED: Signals = Signals(1 << 4);
    /// The result is smaller than the smallest normal number.
    pub const SUBNORMAL: Signals = Signals(1 << 5);
    /// The result is too large.
    pub const OVERFLOW: Signals = Signals(1 << 6);
    /// The result is subnormal and inexact.
    pub const UNDERFLOW: Signals = Signals(1 << 7);
    /// A float was mixed with decimals.
    pub const FLOAT_OPERATION: Signals = Signals(1 << 8);
    /// A kind of invalid operation: a text that is no number.
    pub const CONVERSION_SYNTAX: Signals = Signals(1 << 9);
    /// A kind of invalid operation: a quotient with too many digits.
    pub const DIVISION_IMPOSSIBLE: Signals = Signals(1 << 10);
    /// A kind of invalid operation: 0 / 0.
    pub const DIVISION_UNDEFINED: Signals = Signals(1 << 11);

    /// Whether any of `other` is in the set.
    pub fn has(self, other: Signals) -> bool {
        self.0 & other.0 != 0
    }

    /// Adds `other`.
    pub fn add(&mut self, other: Signals) {
        self.0 |= other.0;
    }
}

/// The limits that results are rounded to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// Most digits.
    pub precision: i64,
    /// How digits are dropped.
    pub rounding: Rounding,
    /// Least exponent of the first digit of a normal number.
    pub emin: i64,
    /// Largest exponent of the first digit.
    pub emax: i64,
    /// Whether large exponents are lowered so that the last digit's fits too.
    pub clamp: bool,
    /// Whether an exponent is written with `E`.
    pub capitals: bool,
}

impl Context {
    /// The least exponent of a last digit.
    pub fn etiny(&self) -> i64 {
        self.emin - self.precision + 1
    }

    /// The largest exponent of the last digit of a number of full precision.
    pub fn etop(&self) -> i64 {
        self.emax - self.precision + 1
    }
}

/// The powers of ten that fit a double word.
const POWERS: [u128; 39] = {
    let mut powers = [1; 39];
    let mut n = 1;
    while n < powers.len() {
        powers[n] = powers[n - 1] * 10;
        n += 1;
    }
    powers
};

/// Ten to a power.
pub fn power_of_ten(n: u64) -> UBig {
    match POWERS.get(n as usize) {
        Some(&power) => UBig::from(power),
        None => UBig::clone(&shared_power_of_ten(n)),
    }
}

/// How many large powers of ten are remembered, and the largest of them: a program has few precisions, and needs powers near these.
const REMEMBERED: usize = 64;
const LARGEST_REMEMBERED: u64 = 1 << 15;

thread_local! {
    /// The large powers of ten that were needed last, each at the place that its exponent says.
    static LARGE_POWERS: RefCell<Vec<(u64, Rc<UBig>)>> = const { RefCell::new(Vec::new()) };
}

/// The same, for who only looks at it.
fn shared_power_of_ten(n: u64) -> Rc<UBig> {
    if n > LARGEST_REMEMBERED {
        return Rc::new(power(10, n));
    }
    let place = n as usize % REMEMBERED;
    let known =
        LARGE_POWERS.with_borrow(|all| all.get(place).filter(|known| known.0 == n).map(|known| known.1.clone()));
    known.unwrap_or_else(|| {
        let made = Rc::new(power(10, n));
        LARGE_POWERS.with_borrow_mut(|all| {
            if all.is_empty() {
                all.resize(REMEMBERED, (0, Rc::new(UBig::ONE)));
            }
            all[place] = (n, made.clone());
        });
        made
    })
}

/// A power; where there is no room for its digits it is one, and `take_refused` tells.
fn power(base: u8, n: u64) -> UBig {
    match usize::try_from(n).ok().filter(|&n| crate::memory::allows(n, 2)) {
        Some(n) => UBig::from(base).pow(n),
        None => {
            REFUSED.set(true);
            UBig::ONE
        }
    }
}

thread_local! {
    static REFUSED: Cell<bool> = const { Cell::new(false) };
}

/// Whether something that was computed since the last call had too many digits, so that the result means nothing.
pub fn take_refused() -> bool {
    REFUSED.take()
}

/// How many digits a double word has; zero has one.
#[inline]
fn digits_of_word(word: u128) -> i64 {
    // The bits tell it but for one: 1233 / 4096 is the logarithm of two, near enough for 128 of them.
    let bits = u128::BITS - word.leading_zeros();
    let least = ((bits * 1233) >> 12) as usize;
    (least as i64 + i64::from(word >= POWERS[least])).max(1)
}

/// How many digits a coefficient has; zero has one.
pub fn digits(coefficient: &UBig) -> i64 {
    if let Ok(small) = u128::try_from(coefficient) {
        return digits_of_word(small);
    }
    // The bits tell it, unless there is a power of ten among the numbers with so many.
    let bits = coefficient.bit_len() as f64;
    let least = ((bits - 1.0) * LOG10_2 * (1.0 - 1e-12)) as u64;
    let most = (bits * LOG10_2 * (1.0 + 1e-12)) as u64;
    let is_beyond = least == most || *coefficient >= *shared_power_of_ten(most);
    most as i64 + i64::from(is_beyond)
}

/// How the part that is dropped compares with one half of the last place kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dropped {
    Nothing,
    Some(Ordering),
}

/// Drops digits; tells whether they were all zero.
fn drop_digits(coefficient: &UBig, count: i64, negative: bool, rounding: Rounding) -> (UBig, bool) {
    if count <= 0 {
        return (coefficient.clone(), true);
    }
    if count > digits(coefficient) {
        let dropped = if coefficient.is_zero() { Dropped::Nothing } else { Dropped::Some(Ordering::Less) };
        return adjust(UBig::ZERO, dropped, negative, rounding);
    }
    if let Ok(word) = u128::try_from(coefficient)
        && (count as usize) < POWERS.len()
    {
        let (kept, exact) = drop_digits_of_word(word, count, negative, rounding);
        return (UBig::from(kept), exact);
    }
    let power = shared_power_of_ten(count as u64);
    let (quotient, rest) = coefficient.div_rem(&*power);
    let dropped = if rest.is_zero() { Dropped::Nothing } else { Dropped::Some((rest << 1).cmp(&power)) };
    adjust(quotient, dropped, negative, rounding)
}

/// The same for the coefficients of most numbers: a double word, of which no more digits are dropped than there are.
fn drop_digits_of_word(word: u128, count: i64, negative: bool, rounding: Rounding) -> (u128, bool) {
    let power = POWERS[count as usize];
    let (kept, rest) = divide_words(word, power);
    if rest == 0 {
        return (kept, true);
    }
    let up = rounds_up((rest * 2).cmp(&power), negative, rounding, || (kept % 10) as u8);
    (kept + u128::from(up), false)
}

/// Quotient and rest. Most are of one word, which the processor divides at once.
#[inline]
fn divide_words(a: u128, b: u128) -> (u128, u128) {
    match (u64::try_from(a), u64::try_from(b)) {
        (Ok(a), Ok(b)) => ((a / b).into(), (a % b).into()),
        _ => (a / b, a % b),
    }
}

fn adjust(kept: UBig, dropped: Dropped, negative: bool, rounding: Rounding) -> (UBig, bool) {
    let Dropped::Some(half) = dropped else {
        return (kept, true);
    };
    let up = rounds_up(half, negative, rounding, || &kept % 10u8);
    (if up { kept + UBig::ONE } else { kept }, false)
}

/// Whether what is kept grows by one: `half` is how what is dropped compares with a half, `last` the last digit kept.
fn rounds_up(half: Ordering, negative: bool, rounding: Rounding, last: impl Fn() -> u8) -> bool {
    match rounding {
        Rounding::Up => true,
        Rounding::Down => false,
        Rounding::Ceiling => !negative,
        Rounding::Floor => negative,
        Rounding::HalfUp => half != Ordering::Less,
        Rounding::HalfDown => half == Ordering::Greater,
        Rounding::HalfEven => half == Ordering::Greater || half == Ordering::Equal && last() % 2 == 1,
        Rounding::ZeroFiveUp => last().is_multiple_of(5),
    }
}

impl Decimal {
    /// A finite number.
    pub fn new(negative: bool, coefficient: UBig, exponent: i64) -> Decimal {
        Decimal { negative, kind: Kind::Finite { coefficient, exponent } }
    }

    /// An infinity.
    pub fn infinity(negative: bool) -> Decimal {
        Decimal { negative, kind: Kind::Infinite }
    }

    /// A quiet NaN without a payload.
    pub fn nan() -> Decimal {
        Decimal { negative: false, kind: Kind::Nan { signaling: false, payload: UBig::ZERO } }
    }

    /// Coefficient and exponent, if it is finite.
    pub fn finite(&self) -> Option<(&UBig, i64)> {
        match &self.kind {
            Kind::Finite { coefficient, exponent } => Some((coefficient, *exponent)),
            _ => None,
        }
    }

    /// Whether it is a normal number that a context leaves as it is. Large coefficients are not looked at.
    #[inline]
    fn surely_fits(&self, context: &Context) -> bool {
        self.as_word().is_some_and(|word| word.fits(context))
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.finite().is_some_and(|(coefficient, _)| coefficient.is_zero())
    }

    /// Whether it is a NaN of either kind.
    pub fn is_nan(&self) -> bool {
        matches!(self.kind, Kind::Nan { .. })
    }

    /// Whether it is a signaling NaN.
    pub fn is_signaling(&self) -> bool {
        matches!(self.kind, Kind::Nan { signaling: true, .. })
    }

    /// Whether it is an infinity.
    pub fn is_infinite(&self) -> bool {
        self.kind == Kind::Infinite
    }

    /// The exponent of the first digit, if it is finite.
    pub fn adjusted(&self) -> Option<i64> {
        self.finite().map(|(coefficient, exponent)| exponent + digits(coefficient) - 1)
    }

    /// The same number with another sign.
    #[must_use]
    pub fn with_sign(mut self, negative: bool) -> Decimal {
        self.negative = negative;
        self
    }

    /// Rounds to a context.
    #[must_use]
    pub fn fit(self, context: &Context, signals: &mut Signals) -> Decimal {
        if self.surely_fits(context) {
            return self;
        }
        let negative = self.negative;
        let (coefficient, exponent) = match self.kind {
            Kind::Finite { coefficient, exponent } => (coefficient, exponent),
            Kind::Infinite => return self,
            Kind::Nan { signaling, payload } => {
                // As many digits are kept as fit.
                let room = context.precision - i64::from(context.clamp);
                let payload = match digits(&payload) > room {
                    true => payload % power_of_ten(room.max(0) as u64),
                    false => payload,
                };
                return Decimal { negative, kind: Kind::Nan { signaling, payload } };
            }
        };
        let top = if context.clamp { context.etop() } else { context.emax };
        if coefficient.is_zero() {
            let fitting = exponent.clamp(context.etiny(), top);
            if fitting != exponent {
                signals.add(Signals::CLAMPED);
            }
            return Decimal::new(negative, UBig::ZERO, fitting);
        }
        let count = digits(&coefficient);
        let least = count + exponent - context.precision;
        if least > context.etop() {
            return overflow(negative, context, signals);
        }
        let subnormal = least < context.etiny();
        let least = least.max(context.etiny());
        if subnormal {
            signals.add(Signals::SUBNORMAL);
        }
        if exponent < least {
            let (mut kept, exact) = drop_digits(&coefficient, least - exponent, negative, context.rounding);
            let mut least = least;
            if digits(&kept) > context.precision {
                kept /= UBig::from(10u8);
                least += 1;
            }
            signals.add(Signals::ROUNDED);
            if !exact {
                signals.add(Signals::INEXACT);
                if subnormal {
                    signals.add(Signals::UNDERFLOW);
                }
            }
            if kept.is_zero() {
                signals.add(Signals::CLAMPED);
            }
            if least > context.etop() {
                return overflow(negative, context, signals);
            }
            return Decimal::new(negative, kept, least);
        }
        if context.clamp && exponent > top {
            signals.add(Signals::CLAMPED);
            return Decimal::new(negative, coefficient * power_of_ten((exponent - top) as u64), top);
        }
        Decimal::new(negative, coefficient, exponent)
    }
}

fn overflow(negative: bool, context: &Context, signals: &mut Signals) -> Decimal {
    for signal in [Signals::OVERFLOW, Signals::INEXACT, Signals::ROUNDED] {
        signals.add(signal);
    }
    let finite = match context.rounding {
        Rounding::Down | Rounding::ZeroFiveUp => true,
        Rounding::Ceiling => negative,
        Rounding::Floor => !negative,
        _ => false,
    };
    match finite {
        true => Decimal::new(negative, power_of_ten(context.precision as u64) - UBig::ONE, context.etop()),
        false => Decimal::infinity(negative),
    }
}

/// The NaN that an operation with a NaN gives.
#[inline(always)]
fn propagate(numbers: &[&Decimal], context: &Context, signals: &mut Signals) -> Option<Decimal> {
    if numbers.iter().any(|number| number.is_nan()) { nan_of(numbers, context, signals) } else { None }
}

#[cold]
fn nan_of(numbers: &[&Decimal], context: &Context, signals: &mut Signals) -> Option<Decimal> {
    let chosen = numbers
        .iter()
        .find(|number| number.is_signaling())
        .or_else(|| numbers.iter().find(|number| number.is_nan()))?;
    if chosen.is_signaling() {
        signals.add(Signals::INVALID);
    }
    let Kind::Nan { payload, .. } = &chosen.kind else { return None };
    let quiet = Kind::Nan { signaling: false, payload: payload.clone() };
    Some(Decimal { negative: chosen.negative, kind: quiet }.fit(context, signals))
}

fn invalid(signals: &mut Signals) -> Decimal {
    signals.add(Signals::INVALID);
    Decimal::nan()
}
