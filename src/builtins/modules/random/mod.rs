//! `random`: the module's functions, which draw from one generator, and the class `Random` of generators of one's own.
//!
//! In: arguments. Out: numbers, in CPython's order and with its bits. What is drawn and how is in `number::random`; here
//! each function has two rows, one for the module and one for the class.

mod draw;
mod seed;
mod source;

use super::{Module, class};
use crate::builtins::modules::random::source::{Source, global};
use crate::value::class::Class;
use crate::value::native::Takes::{Anything, Exactly, Script};
use crate::value::native::{Owner, Row};
use crate::value::signature::Signature;
use crate::value::{Gc, Value};
use std::cell::OnceCell;

/// The module. Its generator is seeded anew.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("random", FUNCTIONS);
    global(seed::from_system);
    // What CPython's module names its constants.
    let constants = [
        ("NV_MAGICCONST", 4.0 * (-0.5f64).exp() / 2f64.sqrt()),
        ("LOG4", 4f64.ln()),
        ("SG_MAGICCONST", 1.0 + 4.5f64.ln()),
        ("RECIP_BPF", 2f64.powi(-53)),
        ("TWOPI", std::f64::consts::TAU),
    ];
    for (name, value) in constants {
        module.define(name, Value::float(value));
    }
    module.define("BPF", Value::int(53));
    let names = ["Random", "SystemRandom"].into_iter().chain(FUNCTIONS.iter().map(|row| row.name));
    module.define("__all__", Value::list(names.map(Value::str)));
    module.define("Random", Value::from(random_class()));
    module.define("SystemRandom", Value::from(system_class()));
    module
}

/// A number from 0 to below 1, of the module's generator.
pub fn draw() -> f64 {
    global(|generator| generator.twister().next_f64())
}

/// A row of the module and a row of the class for each function.
macro_rules! rows {
    ($($name:literal ($($parameter:literal)*) $positional:literal $required:literal $function:path, $doc:literal;)*) => {
        static FUNCTIONS: &[Row] = &[
            Row {
                name: "random",
                owner: Owner::Module("random"),
                takes: Exactly(0, |_| Ok(Value::float(draw()))),
                pure: false,
                doc: "Get the next random number in the range 0.0 <= X < 1.0.",
            },
            $(Row {
                name: $name,
                owner: Owner::Module("random"),
                takes: Script(
                    &Signature {
                        function: concat!("Random.", $name),
                        names: &[$($parameter),*],
                        positional: $positional,
                        required: $required,
                        method: true,
                    },
                    |arguments| global(|generator| $function(&Source::Twister(generator), arguments)),
                ),
                pure: false,
                doc: $doc,
            },)*
        ];

        static METHODS: &[Row] = &[
            $(Row {
                name: $name,
                owner: Owner::Type("Random", source::is_random),
                takes: Script(
                    &Signature {
                        function: concat!("Random.", $name),
                        names: &[$($parameter),*],
                        positional: $positional,
                        required: $required,
                        method: true,
                    },
                    |arguments| $function(&Source::of(&arguments[0])?, &arguments[1..]),
                ),
                pure: false,
                doc: $doc,
            },)*
        ];
    };
}

rows! {
    "seed" ("a" "version") 2 0 seed::seed, "Initialize internal state from a seed.";
    "getstate" () 0 0 seed::get_state, "Return internal state; can be passed to setstate() later.";
    "setstate" ("state") 1 1 seed::set_state, "Restore internal state from object returned by getstate().";
    "getrandbits" ("k") 1 1 draw::bits, "getrandbits(k) -> x.  Generates an int with k random bits.";
    "randbytes" ("n") 1 1 draw::bytes, "Generate n random bytes.";
    "randrange" ("start" "stop" "step") 3 1 draw::from_range, "Choose a random item from range(stop) or range(start, stop[, step]).";
    "randint" ("a" "b") 2 2 draw::integer, "Return random integer in range [a, b], including both end points.";
    "choice" ("seq") 1 1 draw::choice, "Choose a random element from a non-empty sequence.";
    "shuffle" ("x") 1 1 draw::shuffle, "Shuffle list x in place, and return None.";
    "sample" ("population" "k" "counts") 2 2 draw::sample, "Chooses k unique random elements from a population sequence.";
    "choices" ("population" "weights" "cum_weights" "k") 2 1 draw::choices, "Return a k sized list of population elements chosen with replacement.";
    "uniform" ("a" "b") 2 2 draw::uniform, "Get a random number in the range [a, b) or [a, b] depending on rounding.";
    "triangular" ("low" "high" "mode") 3 0 draw::triangular, "Triangular distribution.";
    "normalvariate" ("mu" "sigma") 2 0 draw::normal, "Normal distribution.";
    "gauss" ("mu" "sigma") 2 0 draw::gauss, "Gaussian distribution.";
    "lognormvariate" ("mu" "sigma") 2 2 draw::log_normal, "Log normal distribution.";
    "expovariate" ("lambd") 1 1 draw::exponential, "Exponential distribution.";
    "vonmisesvariate" ("mu" "kappa") 2 2 draw::von_mises, "Circular data distribution.";
    "gammavariate" ("alpha" "beta") 2 2 draw::gamma, "Gamma distribution.  Not the gamma function!";
    "betavariate" ("alpha" "beta") 2 2 draw::beta, "Beta distribution.";
    "paretovariate" ("alpha") 1 1 draw::pareto, "Pareto distribution.  alpha is the shape parameter.";
    "weibullvariate" ("alpha" "beta") 2 2 draw::weibull, "Weibull distribution.";
}

static OWN_METHODS: &[Row] = &[
    Row {
        name: "__new__",
        owner: Owner::Static("Random"),
        takes: Anything(source::new),
        pure: false,
        doc: "Create and return a new object.",
    },
    Row {
        name: "__init__",
        owner: Owner::Type("Random", source::is_random),
        takes: Script(
            &Signature { function: "Random.__init__", names: &["x"], positional: 1, required: 0, method: true },
            seed::init,
        ),
        pure: false,
        doc: "Initialize an instance.",
    },
    Row {
        name: "random",
        owner: Owner::Type("Random", source::is_random),
        takes: Exactly(0, |arguments| Ok(Value::float(Source::native(&arguments[0])?.float()?))),
        pure: false,
        doc: "Get the next random number in the range 0.0 <= X < 1.0.",
    },
];

#[rustfmt::skip]
static STATE_METHODS: &[Row] = &[
    Row { name: "__getstate__", owner: Owner::Type("Random", source::is_random), takes: Exactly(0, |arguments| seed::get_state(&Source::of(&arguments[0])?, &[])), pure: false, doc: "The state, for copies." },
    Row { name: "__setstate__", owner: Owner::Type("Random", source::is_random), takes: Exactly(1, |arguments| seed::set_state(&Source::of(&arguments[0])?, &arguments[1..])), pure: false, doc: "Sets the state, for copies." },
    Row { name: "__reduce__", owner: Owner::Type("Random", source::is_random), takes: Exactly(0, seed::reduce), pure: false, doc: "What makes a copy." },
];

static SYSTEM_METHODS: &[Row] = &[Row {
    name: "__new__",
    owner: Owner::Static("SystemRandom"),
    takes: Anything(source::new_system),
    pure: false,
    doc: "Create and return a new object.",
}];

thread_local! {
    static RANDOM: OnceCell<Gc<Class>> = const { OnceCell::new() };
    static SYSTEM: OnceCell<Gc<Class>> = const { OnceCell::new() };
}

/// The class `Random`.
fn random_class() -> Gc<Class> {
    RANDOM.with(|known| {
        known
            .get_or_init(|| {
                let random = class::create("random", "Random", None, OWN_METHODS);
                class::add_rows(&random, METHODS);
                class::add_rows(&random, STATE_METHODS);
                random.names().set("VERSION".into(), Value::int(3));
                random
            })
            .clone()
    })
}

/// The class `SystemRandom`.
fn system_class() -> Gc<Class> {
    SYSTEM.with(|known| {
        known.get_or_init(|| class::create("random", "SystemRandom", Some(random_class()), SYSTEM_METHODS)).clone()
    })
}
