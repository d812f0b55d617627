//! An embeddable interpreter for numeric Python scripts that compiles hot loops to machine code.
//!
//! Scripts are Python 3.11 and need no changes or annotations. They start at once in an interpreter; a loop that becomes
//! hot is watched for a few turns, turned into typed code and run as machine code from then on. Results, output and
//! exceptions are CPython's, to the last digit.
//!
//! # A host program
//!
//! ```
//! use taipan::{Engine, Error, Script};
//!
//! # fn main() -> Result<(), Error> {
//! // An engine runs scripts. Its settings are a builder's; this one keeps what scripts print.
//! let engine = Engine::builder().capture_output().build();
//!
//! // A script is compiled once and can be run many times, by any engine on any thread.
//! let script = Script::compile(
//!     "orbit.py",
//!     "
//! def steps(c, limit):
//!     n = 0
//!     z = 0j
//!     while n < limit and abs(z) < 2:
//!         z = z * z + c
//!         n += 1
//!     return n
//!
//! found = [steps(complex(x, height), 1000) for x in (-1.0, 0.25, 1.0)]
//! report(max(found))
//! print('height', height)
//! ",
//! )?;
//!
//! // Rust closures become functions, and values variables, before a script runs.
//! engine.register("report", |steps: i64| assert_eq!(steps, 1000));
//! engine.set("height", 0.0);
//! engine.run(&script)?;
//!
//! // Afterwards its variables can be read, and its functions called with Rust's types.
//! assert_eq!(engine.take_output(), "height 0.0\n");
//! assert_eq!(engine.get::<Vec<i64>>("found")?, [1000, 1000, 2]);
//! let steps = engine.function::<(taipan::Complex64, i64), i64>("steps")?;
//! assert_eq!(steps.call((taipan::Complex64::new(1.0, 1.0), 50))?, 2);
//!
//! // An exception is data; its text is what CPython prints.
//! let error = engine.eval::<f64>("1 / height").unwrap_err();
//! assert_eq!(error.class(), "ZeroDivisionError");
//! assert!(error.to_string().ends_with("ZeroDivisionError: float division by zero"));
//! # Ok(())
//! # }
//! ```
//!
//! A second run of a script on the same engine uses what was compiled in the first. [`Engine::interrupt_handle`] stops a
//! script from another thread, [`Engine::on_event`] tells what is compiled and why, [`Builder`] sets limits.
//!
//! # How it works
//!
//! ```text
//! source -> syntax -> resolve -> interp ----------------------> results
//!                                  |  ^                           ^
//!                        observes  |  | exit: frame + statement   |
//!                                  v  |                           |
//!                                trace -> passes -> jit -> machine code
//! ```
//!
//! The modules below stand for these stages and are public for tests and tools; a host needs only what is re-exported here.

pub mod array;
pub mod builtins;
pub mod cli;
pub mod engine;
pub mod error;
pub mod interp;
pub mod jit;
pub mod library;
pub mod memory;
pub mod number;
pub mod repl;
pub mod report;
pub mod resolve;
pub mod source;
pub mod syntax;
pub mod trace;
pub mod unicode;
pub mod value;

pub use engine::{Builder, Config, Engine, Error, Event, Fed, Function, Interrupt, JitMode, Script, Stats};
pub use number::Complex64;
pub use value::Value;
pub use value::exchange::{FromValue, IntoValue};
pub use value::shared::Shared;
