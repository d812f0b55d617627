//! In: the arguments of the process and `TAIPAN_JIT`. Out: what shall be done, or a message. It does nothing by itself.

use std::ffi::OsString;
use std::io::IsTerminal;

use lexopt::{Arg, Parser, ValueExt};

use crate::engine::config::Stress;
use crate::engine::{Config, JitMode};
use crate::report::dump::Stage;

/// The first line of help, and what follows a message about bad usage.
pub const USAGE: &str = "usage: taipan [OPTIONS] [-c CODE | -m MODULE | FILE | - | time FILE] [ARGS]";

const HELP: &str = "
Runs a Python script; without one, starts an interactive prompt.

  FILE [ARGS]              run a file, or a folder with a __main__.py
  -c CODE [ARGS]           run CODE
  -m MODULE [ARGS]         run a module, found as by import
  - [ARGS]                 run standard input
  time FILE [TIME-OPTIONS] [-- ARGS]
                           run a file several times and say where the time went

options:
  --jit=MODE               on (default): hot loops become machine code; off: everything is interpreted;
                           eager: everything is compiled at once; verify: eager, and checked step by step
  --jit-stress=WHAT        force what is rare: exits (each guard fails in turn), evictions, recordings (broken off),
                           rebuilds, versions (one of each unit)
  --compile-threads=N      1 (default): machine code is made beside the script, where there is a core for that; 0: the
                           script waits for it
  --stats                  say on standard error what was compiled, and what left it
  --dump=STAGE             print a stage instead of running (tokens, tree, resolved), or while running (ir, ir-opt,
                           clif, asm: on standard error)
  -u                       write out at once what is printed
  -W RULE                  what is to become of warnings: action:message:category:module:line
  -h, --help               print this
  -V, --version            print the version

options of time:
  --runs N                 how often (default 5)
  --json                   print the result as JSON

TAIPAN_JIT sets the mode where --jit does not, PYTHONWARNINGS has rules for warnings with commas between, PYTHONUNBUFFERED
stands for -u.
";

/// What was asked for.
pub enum Parsed {
    /// To do something.
    Run(Box<Command>),
    /// To print this.
    Say(String),
}

/// What to do.
#[derive(Clone)]
pub enum Command {
    /// Run a program.
    Program(Options),
    /// Start the prompt.
    Prompt(Options),
    /// Time a program.
    Time(TimeOptions),
}

/// Where a program comes from.
#[derive(Clone)]
pub enum From {
    /// A file.
    File(OsString),
    /// An argument.
    Code(String),
    /// A module, found as by `import`.
    Module(String),
    /// Standard input.
    Input,
}

/// How to run a program.
#[derive(Clone)]
pub struct Options {
    /// Where it comes from.
    pub from: From,
    /// What it is given.
    pub arguments: Vec<String>,
    /// What is to become of warnings.
    pub warnings: Vec<String>,
    /// Write out at once what is printed.
    pub at_once: bool,
    /// Settings of the engine.
    pub config: Config,
    /// Say what was compiled.
    pub stats: bool,
    /// What to print of it.
    pub dump: Option<Stage>,
}

/// How to time a program.
#[derive(Clone)]
pub struct TimeOptions {
    /// The file.
    pub file: OsString,
    /// What it is given.
    pub arguments: Vec<String>,
    /// Settings of the engine.
    pub config: Config,
    /// How often it is run.
    pub runs: usize,
    /// Print JSON.
    pub json: bool,
    /// Say what was compiled.
    pub stats: bool,
}

/// Reads the arguments of the process.
///
/// # Errors
/// What is wrong with them.
pub fn parse() -> Result<Parsed, String> {
    read(Parser::from_env()).map_err(|error| error.to_string())
}

fn read(mut parser: Parser) -> Result<Parsed, lexopt::Error> {
    let mut config = Config::default();
    if let Some(mode) = std::env::var_os("TAIPAN_JIT") {
        config.jit = mode.parse_with(jit_mode)?;
    }
    let (mut stats, mut dump) = (false, None);
    let mut at_once = std::env::var_os("PYTHONUNBUFFERED").is_some_and(|asked| !asked.is_empty());
    let rules = std::env::var("PYTHONWARNINGS").unwrap_or_default();
    let mut warnings: Vec<String> = rules.split(',').filter(|rule| !rule.is_empty()).map(str::to_string).collect();
    let from = loop {
        match parser.next()? {
            None => break None,
            Some(Arg::Short('h') | Arg::Long("help")) => {
                return Ok(Parsed::Say(format!("{USAGE}\n{HELP}")));
            }
            Some(Arg::Short('V') | Arg::Long("version")) => {
                return Ok(Parsed::Say(format!("taipan {}\n", env!("CARGO_PKG_VERSION"))));
            }
            Some(Arg::Long("jit")) => config.jit = parser.value()?.parse_with(jit_mode)?,
            Some(Arg::Long("jit-stress")) => config.stress = Some(parser.value()?.parse_with(stress)?),
            Some(Arg::Short('u')) => at_once = true,
            Some(Arg::Short('W')) => warnings.push(parser.value()?.string()?),
            Some(Arg::Long("compile-threads")) => config.compile_threads = parser.value()?.parse_with(threads)?,
            Some(Arg::Long("stats")) => stats = true,
            Some(Arg::Long("dump")) => dump = Some(parser.value()?.parse_with(stage)?),
            Some(Arg::Short('c')) => {
                let code = parser.optional_value().or_else(|| parser.raw_args().ok()?.next());
                let code = code.ok_or_else(|| lexopt::Error::from("Argument expected for the -c option"))?;
                break Some(From::Code(code.string()?));
            }
            Some(Arg::Short('m')) => {
                let module = parser.optional_value().or_else(|| parser.raw_args().ok()?.next());
                let module = module.ok_or_else(|| lexopt::Error::from("Argument expected for the -m option"))?;
                break Some(From::Module(module.string()?));
            }
            Some(Arg::Value(file)) if file == "-" => break Some(From::Input),
            Some(Arg::Value(word)) if word == "time" => {
                return read_time(parser, config, stats).map(|command| Parsed::Run(Box::new(command)));
            }
            Some(Arg::Value(file)) => break Some(From::File(file)),
            Some(other) => return Err(other.unexpected()),
        }
    };
    let prompt = from.is_none() && std::io::stdin().is_terminal();
    let from = from.unwrap_or(From::Input);
    // Whatever follows the program is the program's.
    let arguments = parser.raw_args()?.map(|argument| argument.to_string_lossy().into_owned()).collect();
    let options = Options { from, arguments, warnings, at_once, config, stats, dump };
    Ok(Parsed::Run(Box::new(if prompt { Command::Prompt(options) } else { Command::Program(options) })))
}

fn read_time(mut parser: Parser, config: Config, stats: bool) -> Result<Command, lexopt::Error> {
    let mut file = None;
    let (mut runs, mut json) = (5, false);
    let mut arguments = Vec::new();
    loop {
        // What follows `--` is the program's, options or not.
        if file.is_some() && parser.try_raw_args().is_some_and(|raw| raw.peek().is_some_and(|next| next == "--")) {
            arguments.extend(parser.raw_args()?.skip(1).map(|argument| argument.to_string_lossy().into_owned()));
            break;
        }
        match parser.next()? {
            None => break,
            Some(Arg::Long("runs")) => runs = parser.value()?.parse()?,
            Some(Arg::Long("json")) => json = true,
            Some(Arg::Value(value)) if file.is_none() => file = Some(value),
            Some(Arg::Value(value)) => arguments.push(value.string()?),
            Some(other) => return Err(other.unexpected()),
        }
    }
    let Some(file) = file else {
        return Err("time needs a file".into());
    };
    if runs == 0 {
        return Err("--runs must be at least 1".into());
    }
    Ok(Command::Time(TimeOptions { file, arguments, config, runs, json, stats }))
}

fn jit_mode(text: &str) -> Result<JitMode, String> {
    match text {
        "on" => Ok(JitMode::On),
        "off" => Ok(JitMode::Off),
        "eager" => Ok(JitMode::Eager),
        "verify" => Ok(JitMode::Verify),
        _ => Err("it is one of on, off, eager, verify".to_string()),
    }
}

fn stress(text: &str) -> Result<Stress, String> {
    let found = Stress::ALL.iter().find(|(name, _)| *name == text);
    let names = || Stress::ALL.map(|(name, _)| name).join(", ");
    found.map(|(_, stress)| *stress).ok_or_else(|| format!("it is one of {}", names()))
}

fn threads(text: &str) -> Result<u32, String> {
    text.parse().ok().filter(|threads| *threads <= 1).ok_or_else(|| "it is 0 or 1".to_string())
}

fn stage(text: &str) -> Result<Stage, String> {
    Stage::from_name(text).ok_or_else(|| format!("it is one of {}", Stage::names()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(arguments: &[&str]) -> Command {
        match read(Parser::from_args(arguments)).unwrap() {
            Parsed::Run(command) => *command,
            Parsed::Say(text) => panic!("{text}"),
        }
    }

    fn program(arguments: &[&str]) -> Options {
        match command(arguments) {
            Command::Program(options) => options,
            _ => panic!("no program: {arguments:?}"),
        }
    }

    #[test]
    fn what_follows_the_program_is_its_own() {
        let options = program(&["--jit=off", "--stats", "x.py", "--stats", "-c", "--", "y"]);
        assert!(options.stats && options.config.jit == JitMode::Off);
        assert!(matches!(options.from, From::File(file) if file == "x.py"));
        assert_eq!(options.arguments, ["--stats", "-c", "--", "y"]);
        let options = program(&["-W", "error", "-Wignore::UserWarning", "x.py", "-W", "x"]);
        assert!(options.warnings.ends_with(&["error".to_string(), "ignore::UserWarning".to_string()]));
        assert_eq!(options.arguments, ["-W", "x"]);
        let options = program(&["-c", "-1", "--help"]);
        assert!(matches!(options.from, From::Code(code) if code == "-1"));
        assert_eq!(options.arguments, ["--help"]);
    }

    #[test]
    fn time_has_options_of_its_own() {
        let time = command(&["time", "x.py", "--runs", "3", "--json", "--", "--runs", "5"]);
        let Command::Time(options) = time else { panic!("no timing") };
        assert_eq!((options.runs, options.json), (3, true));
        assert_eq!(options.arguments, ["--runs", "5"]);
    }

    #[test]
    fn bad_options_are_errors() {
        for arguments in [
            &["--nothing"][..],
            &["--jit=perhaps"],
            &["--compile-threads=2"],
            &["-c"],
            &["time"],
            &["time", "x.py", "--runs", "0"],
        ] {
            assert!(read(Parser::from_args(arguments)).is_err(), "{arguments:?}");
        }
    }
}
