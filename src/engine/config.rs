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

/// What may be forced on compiled code, to find what is wrong with it: the output must not change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stress {
    /// Each guard fails in turn.
    Exits,
    /// At each entry every unit is evicted, the one that is entered included.
    Evictions,
    /// Each recording is broken off one statement later than the one before, until one comes to its end.
    Recordings,
    /// At each exit the unit is built again.
    Rebuilds,
    /// A loop or function has one version: others take its place.
    Versions,
}

impl Stress {
    /// Each, with its name for `--jit-stress`.
    pub const ALL: [(&str, Stress); 5] = [
        ("exits", Stress::Exits),
        ("evictions", Stress::Evictions),
        ("recordings", Stress::Recordings),
        ("rebuilds", Stress::Rebuilds),
        ("versions", Stress::Versions),
    ];
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
    /// What is forced on compiled code.
    stress: Option<Stress> = None,
    /// The text of every unit is sent to the listener, stage by stage.
    listings: bool = false,
    /// Threads that compile beside the script's own, if there is a core for one; with 0 the script waits for its units.
    compile_threads: u32 = 1,
    /// Microseconds: what takes less than this to compile is not worth a thread.
    in_line: u64 = 150,
    /// Work that goes by before a place asks again whether the unit that is being made is done.
    asking: u32 = 750,
    /// Work in a loop, in units of a simple operation of the interpreter, before it is recorded: about half of what
    /// recording and compiling it costs.
    hot_loop: u32 = 12_000,
    /// The same for all calls of a function.
    hot_call: u32 = 25_000,
    /// Operations on elements of arrays that expressions of one form have done before they get a kernel: as long as making it takes.
    hot_expression: u64 = 250_000,
    /// Turns of a loop after which a recording of it has seen enough.
    recorded_turns: u32 = 100,
    /// Statements after which a recording has seen enough, at the end of a turn.
    recorded_statements: u32 = 3_000,
    /// Turns of one inner loop, over all its runs in a recording, after which the interpreter finishes each run.
    recorded_inner_turns: u32 = 200,
    /// The same in methods that are part of a statement: the interpreter cannot finish their loops unseen.
    recorded_pure_turns: u32 = 10_000,
    /// Calls inside one another that a recording follows.
    recorded_depth: usize = 6,
    /// Turns of a loop that are enough to know it, if it never runs long enough to be seen at once.
    enough_turns: u32 = 60,
    /// Recorded calls of a function after which a unit is made of it.
    enough_calls: u32 = 12,
    /// The same where they are so long that `recorded_statements` were seen in them.
    enough_long_calls: u32 = 4,
    /// Milliseconds that a script may wait for recording and compiling, whatever it does.
    building_grace: u64 = 2,
    /// Beyond those, the part of the time since the engine was made that recording and compiling may take, in percent.
    building_share: u64 = 1,
    /// And that of the time in compiled code that does without the interpreter: it would have been several times as long.
    building_earned: u64 = 50,
    /// Milliseconds that compiling beside the script may take, which costs the script nothing.
    beside_grace: u64 = 30,
    /// Beyond those, the part of the time since the engine was made, in percent.
    beside_share: u64 = 25,
    /// Milliseconds: what takes longer than this to compile has to be interpreted for half of the rest before it is.
    large_unit: u64 = 6,
    /// Nanoseconds that it takes to make machine code of one instruction of the IR.
    building_time: u64 = 7_000,
    /// Nanoseconds that it costs to leave a unit and come back.
    exit_time: u64 = 1_000,
    /// Times that a loop or function becomes hot again, with nothing left of the above, before it is recorded all the same. Once it is known how
    /// large its unit is, it waits until it has been interpreted for half as long as building takes.
    building_wait: u32 = 40,
    /// Nanoseconds that recording takes for a statement, at most.
    recording_time: u64 = 10_000,
    /// How often a loop that was left before it could be recorded is tried again.
    recordings: u32 = 12,
    /// Units for one loop or function, each for other types at entry.
    versions: usize = 4,
    /// Times an exit is taken before its unit is built again with what was seen there.
    hot_exit: u32 = 40,
    /// Times an exit is taken before its unit is built again, relative to the last time, if that gave the same unit.
    patience: u64 = 8,
    /// Times the units of one loop are built again.
    rebuilds: u32 = 8,
    /// Instructions of the IR in one unit, before it is optimised.
    unit_size: usize = 6_000,
    /// Simple instructions that a function must do, on its longest way, for a unit of its own to pay: smaller ones are only inlined.
    least_function: usize = 90,
    /// Bytes of machine code, all units together; those entered longest ago go first.
    code_bytes: usize = 32 << 20,
    /// Entries of a unit after which it is judged, each time, by how long it ran in them.
    trial: u64 = 400,
    /// Nanoseconds a unit must run, on average, for entering it to pay.
    worthwhile: u64 = 170,
    /// The same where it leaves for a statement of the interpreter, which costs more.
    worthwhile_exit: u64 = 800,
    /// Nanoseconds that the interpreter takes for a statement of a function, at least.
    statement_time: u64 = 40,
    /// Slots of the frame stack, for all activations together.
    frame_slots: usize = 1 << 24,
}

impl Config {
    /// Whether units are compiled beside the script: what is forced, checked or printed happens in the same order each time.
    pub(super) fn compiles_beside(&self) -> bool {
        let has_cores = || std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1);
        self.jit == JitMode::On && self.stress.is_none() && !self.listings && self.compile_threads > 0 && has_cores()
    }

    /// Whether compiled code has to pay.
    pub(super) fn judges(&self) -> bool {
        self.trial != u64::MAX
    }

    /// The same with the limits that its mode and its stress ask for.
    pub(super) fn adjusted(mut self) -> Config {
        if matches!(self.jit, JitMode::Eager | JitMode::Verify) {
            (self.hot_loop, self.hot_call, self.hot_expression) = (1, 1, 0);
            (self.building_grace, self.trial, self.least_function) = (u64::MAX, u64::MAX, 0);
        }
        if self.stress.is_some_and(|stress| stress != Stress::Exits) {
            // What little is seen at once has to be made good later, again and again.
            (self.recorded_turns, self.recorded_inner_turns) = (12, 24);
            (self.enough_turns, self.enough_calls) = (8, 3);
        }
        match self.stress {
            Some(Stress::Exits) => self.trial = u64::MAX,
            Some(Stress::Rebuilds) => (self.hot_exit, self.rebuilds, self.patience) = (1, 40, 1),
            Some(Stress::Versions) => self.versions = 1,
            Some(Stress::Evictions | Stress::Recordings) | None => {}
        }
        self
    }
}
