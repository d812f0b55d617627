//! `_os.spawn`: other programs, for the page `subprocess`.
//!
//! In: words, a folder, an environment, and where each of the three streams goes. Out: an object that waits for the program
//! and sends it signals, and the numbers of the pipes to it.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read, Write};
use std::mem::ManuallyDrop;
use std::os::fd::{IntoRawFd, OwnedFd};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::builtins::argument::{path, short};
use crate::builtins::modules::{class, io as files, signal};
use crate::builtins::types::exception::raise_system;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::class::Class;
use crate::value::instance::Instance;
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::native::{Owner, Run};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::{self, iterate};
use crate::value::tuple::Tuple;
use crate::value::{Gc, Raise, Res, Value, host};

/// A program that was started.
struct Process {
    child: RefCell<Child>,
    /// What it writes, output and errors, once that is read by threads.
    read: RefCell<Option<Vec<Reading>>>,
}

/// A stream that a thread reads to its end.
enum Reading {
    Going(Receiver<Vec<u8>>),
    Done(Vec<u8>),
}

impl Content for Process {}

/// Where a stream goes, as the page says it: a number of an open file, or one of these.
const PIPE: i32 = -1;
const WITH_OUTPUT: i32 = -2;
const NOWHERE: i32 = -3;

/// `spawn(words, folder, environment, input, output, error, own_session)`: a process, and three numbers of pipes or None.
pub fn spawn(arguments: &[Value]) -> Res {
    host::may_use_system()?;
    let words = iterate::collect_values(&arguments[0])?.iter().map(path).collect::<Result<Vec<_>, Raise>>()?;
    let Some((program, rest)) = words.split_first() else {
        return Err(raise!(IndexError, "list index out of range"));
    };
    let mut command = Command::new(program);
    command.args(rest);
    if !arguments[1].is_none() {
        let folder = path(&arguments[1])?;
        if !std::path::Path::new(&folder).is_dir() {
            return Err(raise_system(&io::Error::from_raw_os_error(libc::ENOENT), Some(&arguments[1])));
        }
        command.current_dir(folder);
    }
    if !arguments[2].is_none() {
        command.env_clear();
        for pair in iterate::collect_values(&arguments[2])? {
            if let Some([name, value]) = pair.downcast::<Tuple>().map(Tuple::items) {
                command.env(path(name)?, path(value)?);
            }
        }
    }
    if ops::truth(&arguments[6])? {
        command.process_group(0);
    }
    let failed = |error: io::Error| raise_system(&error, Some(&Value::str(program)));
    let (mut input, mut output, mut error) = (None, None, None);
    command.stdin(stream(&arguments[3], |pipe| input = Some(pipe), true).map_err(failed)?);
    let (to_output, again) = shared(&arguments[4], &arguments[5], |pipe| output = Some(pipe)).map_err(failed)?;
    command.stdout(to_output);
    command.stderr(match again {
        Some(again) => again,
        None => stream(&arguments[5], |pipe| error = Some(pipe), false).map_err(failed)?,
    });
    let child = command.spawn().map_err(failed)?;
    let process = Process { child: RefCell::new(child), read: RefCell::default() };
    let process = Value::from(Instance::wrap(&class(), Opaque::create(process)));
    let number = |pipe: Option<OwnedFd>| pipe.map_or(Value::None, |pipe| Value::int(pipe.into_raw_fd().into()));
    Ok(Value::tuple(vec![process, number(input), number(output), number(error)]))
}

/// A stream of the new program; our end of a pipe is handed to `keep`.
fn stream(wanted: &Value, keep: impl FnOnce(OwnedFd), reads: bool) -> io::Result<Stdio> {
    Ok(match wanted.as_int() {
        None => Stdio::inherit(),
        Some(number) if number == i64::from(PIPE) => {
            let (from, to) = io::pipe()?;
            let (theirs, ours) = if reads { (OwnedFd::from(from), to.into()) } else { (to.into(), from.into()) };
            keep(ours);
            Stdio::from(theirs)
        }
        Some(number) if number == i64::from(NOWHERE) => Stdio::null(),
        Some(number) => Stdio::from(copy_of(number as i32)?),
    })
}

/// The output of the new program, and its stream for errors if that goes the same way.
fn shared(output: &Value, error: &Value, keep: impl FnOnce(OwnedFd)) -> io::Result<(Stdio, Option<Stdio>)> {
    if error.as_int() != Some(WITH_OUTPUT.into()) {
        return Ok((stream(output, keep, false)?, None));
    }
    if output.as_int() == Some(PIPE.into()) {
        let (from, to) = io::pipe()?;
        keep(from.into());
        return Ok((Stdio::from(to.try_clone()?), Some(Stdio::from(to))));
    }
    let number = output.as_int().map_or(1, |number| number as i32);
    match number {
        NOWHERE => Ok((Stdio::null(), Some(Stdio::null()))),
        number => Ok((Stdio::from(copy_of(number)?), Some(Stdio::from(copy_of(number)?)))),
    }
}

fn copy_of(number: i32) -> io::Result<File> {
    ManuallyDrop::new(files::file_of_number(number)?).try_clone()
}

fn is_process(value: &Value) -> bool {
    value.content::<Process>().is_some()
}

fn this(value: &Value) -> Result<&Process, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "process expected"))
}

const fn method(name: &'static str, count: usize, run: Run, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("process", is_process), takes: Exactly(count, run), pure: false, doc }
}

static METHODS: &[Row] = &[
    method("number", 0, |a| Ok(Value::int(this(&a[0])?.child.borrow().id().into())), "The number of the process."),
    method("wait", 1, wait, "Waits, not longer than so many seconds; the status, or None."),
    method("send", 1, send, "Sends a signal."),
    method("exchange", 4, exchange, "Begins to write to the process and to read all that it writes."),
    method(
        "exchanged",
        1,
        exchanged,
        "Waits, not longer than so many seconds, until all is read: output and errors, or None.",
    ),
];

fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: std::cell::OnceCell<Gc<Class>> = const { std::cell::OnceCell::new() };
    }
    CLASS.with(|known| known.get_or_init(|| class::create("_os", "process", None, METHODS)).clone())
}

/// How long to wait; none is for ever.
fn most(seconds: &Value) -> Option<Duration> {
    let seconds = seconds.as_float().or_else(|| seconds.as_int().map(|seconds| seconds as f64))?;
    Some(Duration::from_secs_f64(seconds.clamp(0.0, 1e9)))
}

/// `process.wait(seconds)`: the status as `subprocess` has it, a signal as a negative number.
fn wait(arguments: &[Value]) -> Res {
    let (most, begun) = (most(&arguments[1]), Instant::now());
    let mut pause = Duration::from_micros(200);
    loop {
        let status = this(&arguments[0])?.child.borrow_mut().try_wait().map_err(|error| raise_system(&error, None))?;
        if let Some(status) = status {
            let code = status.code().or_else(|| status.signal().map(|signal| -signal)).unwrap_or(0);
            return Ok(Value::int(code.into()));
        }
        if most.is_some_and(|most| begun.elapsed() >= most) {
            return Ok(Value::None);
        }
        host::poll()?;
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
}

/// `process.exchange(data, input, output, error)`, with numbers of open files or None. Each stream has a thread, so that
/// neither side waits for the other.
fn exchange(arguments: &[Value]) -> Res {
    let process = this(&arguments[0])?;
    let data = plain_bytes(&arguments[1]).unwrap_or_default();
    let open = |place: usize| -> Result<Option<File>, Raise> {
        let Some(number) = arguments[place].as_int() else { return Ok(None) };
        copy_of(number as i32).map(Some).map_err(|error| raise_system(&error, None))
    };
    if let Some(mut input) = open(2)? {
        // A program that reads no further is no error.
        std::thread::spawn(move || input.write_all(&data));
    }
    let mut read = Vec::new();
    for place in [3, 4] {
        read.push(match open(place)? {
            None => Reading::Done(Vec::new()),
            Some(mut file) => {
                let (sender, receiver) = channel();
                std::thread::spawn(move || {
                    let mut bytes = Vec::new();
                    // What was read before an error counts.
                    let _ = file.read_to_end(&mut bytes);
                    sender.send(bytes)
                });
                Reading::Going(receiver)
            }
        });
    }
    process.read.replace(Some(read));
    Ok(Value::None)
}

/// `process.exchanged(seconds)`
fn exchanged(arguments: &[Value]) -> Res {
    let process = this(&arguments[0])?;
    let (most, begun) = (most(&arguments[1]), Instant::now());
    loop {
        {
            let mut read = process.read.borrow_mut();
            let Some(read) = read.as_mut() else { return Ok(Value::None) };
            for reading in read.iter_mut() {
                if let Reading::Going(receiver) = reading
                    && let Ok(bytes) = receiver.recv_timeout(Duration::from_millis(10))
                {
                    *reading = Reading::Done(bytes);
                }
            }
            if let [Reading::Done(output), Reading::Done(error)] = &read[..] {
                return Ok(Value::pair(Value::bytes(output), Value::bytes(error)));
            }
        }
        if most.is_some_and(|most| begun.elapsed() >= most) {
            return Ok(Value::None);
        }
        host::poll()?;
    }
}

/// `process.send(signal)`
fn send(arguments: &[Value]) -> Res {
    let mut child = this(&arguments[0])?.child.borrow_mut();
    if child.try_wait().map_err(|error| raise_system(&error, None))?.is_some() {
        return Ok(Value::None);
    }
    let number = short(&arguments[1])?;
    signal::send(child.id() as i32, number).map_err(|error| raise_system(&error, None))?;
    Ok(Value::None)
}
