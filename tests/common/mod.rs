//! What the tests that run whole programs share: the binary under test and its modes, CPython when
//! it is there, and a child process with a time limit. Knows nothing of what the programs say.

#![allow(dead_code, reason = "each test binary uses its own part of this")]

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The ways every script must give the same result in, by name and command-line options.
pub const MODES: [(&str, &[&str]); 5] = [
    ("off", &["--jit=off"]),
    ("eager", &["--jit=eager"]),
    ("exits", &["--jit=eager", "--jit-stress=exits"]),
    ("on", &["--jit=on"]),
    ("verify", &["--jit=verify"]),
];

/// More ways to force what is rare, for programs that are written at random.
pub const STRESSES: [(&str, &[&str]); 4] = [
    ("evictions", &["--jit=eager", "--jit-stress=evictions"]),
    ("recordings", &["--jit=eager", "--jit-stress=recordings"]),
    ("rebuilds", &["--jit=eager", "--jit-stress=rebuilds"]),
    ("versions", &["--jit=eager", "--jit-stress=versions"]),
];

/// Long enough for a debug build under load; a program that needs more hangs.
pub const LIMIT: Duration = Duration::from_secs(60);

/// What a program left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Everything on standard output.
    pub stdout: String,
    /// Everything on standard error.
    pub stderr: String,
    /// The exit status; `signal 11` or `no end` for a program that did not exit.
    pub status: String,
}

/// The built command.
pub fn taipan() -> Command {
    Command::new(env!("CARGO_BIN_EXE_taipan"))
}

/// CPython 3.11, if this machine has it. Other versions print other tracebacks and messages.
pub fn python() -> Option<&'static Path> {
    static FOUND: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOUND
        .get_or_init(|| {
            ["/usr/bin/python3", "python3.11", "python3"].into_iter().map(PathBuf::from).find(|path| {
                Command::new(path).arg("--version").output().is_ok_and(|out| out.stdout.starts_with(b"Python 3.11."))
            })
        })
        .as_deref()
}

/// Runs a command to its end with nothing on standard input.
pub fn run(command: &mut Command, limit: Duration) -> Outcome {
    run_with_input(command, "", limit)
}

/// Runs a command to its end, with this text on standard input.
pub fn run_with_input(command: &mut Command, input: &str, limit: Duration) -> Outcome {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONIOENCODING", "utf-8")
        .env("PYTHONHASHSEED", "0")
        .spawn()
        .expect("the program starts");
    // A child may leave before it has read everything; that is not this function's business.
    let _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
    let stdout = drain(child.stdout.take().expect("piped"));
    let stderr = drain(child.stderr.take().expect("piped"));
    let start = Instant::now();
    let mut pause = Duration::from_micros(200);
    let status = loop {
        match child.try_wait().expect("a child can be waited for") {
            Some(status) => break describe(status),
            None if start.elapsed() > limit => {
                let _ = child.kill();
                let _ = child.wait();
                break "no end".to_string();
            }
            None => std::thread::sleep(pause),
        }
        pause = (pause * 2).min(Duration::from_millis(5));
    };
    Outcome {
        stdout: stdout.join().expect("a reader does not panic"),
        stderr: stderr.join().expect("a reader does not panic"),
        status,
    }
}

/// Reads a pipe to its end on a thread of its own, so that the child never waits for the reader.
fn drain(mut pipe: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn describe(status: std::process::ExitStatus) -> String {
    use std::os::unix::process::ExitStatusExt;
    match (status.code(), status.signal()) {
        // CPython ends an interrupt by the signal itself; a shell cannot tell that from status 130.
        (None, Some(2)) => "exit 130".to_string(),
        (Some(code), _) => format!("exit {code}"),
        (None, Some(signal)) => format!("signal {signal}"),
        (None, None) => "no status".to_string(),
    }
}

/// The first place where two texts differ, with the line before it.
pub fn first_difference(expected: &str, got: &str) -> String {
    let expected: Vec<&str> = expected.split('\n').collect();
    let got: Vec<&str> = got.split('\n').collect();
    let at = (0..expected.len().max(got.len())).find(|&i| expected.get(i) != got.get(i)).unwrap_or(0);
    let show = |lines: &[&str]| match lines.get(at) {
        Some(line) => clip(line),
        None => "(the end)".to_string(),
    };
    format!("line {}\n      expected: {}\n      got:      {}", at + 1, show(&expected), show(&got))
}

fn clip(line: &str) -> String {
    const WIDTH: usize = 240;
    match line.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_string(),
    }
}
