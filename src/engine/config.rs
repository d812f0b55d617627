//! Every limit and threshold of the engine, one row each.

/// When hot code is compiled, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum JitMode {
    /// Hot loops and functions are compiled.
    #[default]
    On,
    /// Everything is interpreted.
    Off,
    /// Everything is compiled as soon as it repeats.
    Eager,
    /// As [`JitMode::Eager`], and every run of compiled code is checked against the IR's evaluator.
    Verify,
}

/// Declares the table: name, type, default, meaning.
macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident: $ty:ty = $default:expr,)*) => {
        /// What an engine may be told.
        #[derive(Clone, Debug)]
        pub struct Config { $($(#[$doc])* pub $name: $ty,)* }

        impl Default for Config {
            fn default() -> Config { Config { $($name: $default,)* } }
        }
    };
}

settings! {
    /// Whether and when hot code is compiled.
    jit: JitMode = JitMode::On,
    /// Each guard of compiled code is forced to fail in turn.
    stress_exits: bool = false,
    /// The text of every unit is sent to the listener, stage by stage.
    listings: bool = false,
    /// Work in a loop, in units of a simple operation of the interpreter, before it is recorded: about half of what
    /// recording and compiling it costs.
    hot_loop: u32 = 12_000,
    /// The same for all calls of a function.
    hot_call: u32 = 25_000,
    /// How often a loop that was left before it could be recorded is tried again.
    recordings: u32 = 12,
    /// Units for one loop or function, each for other types at entry.
    versions: usize = 4,
    /// Times an exit is taken before its unit is built again with what was seen there.
    hot_exit: u32 = 40,
    /// Times the units of one loop are built again.
    rebuilds: u32 = 8,
    /// Instructions of the IR in one unit, before it is optimised.
    unit_size: usize = 6_000,
    /// Bytes of machine code, all units together; those entered longest ago go first.
    code_bytes: usize = 32 << 20,
    /// Entries of a unit before it is judged by the time it runs.
    trial: u64 = 400,
    /// Nanoseconds a unit must run, on average, for entering it to pay.
    worthwhile: u64 = 250,
    /// Slots of the frame stack, for all activations together.
    frame_slots: usize = 1 << 24,
}
