//! Drives the interactive prompt through a pseudo-terminal, keys in and screen out, as a person would.

#![allow(unsafe_code, reason = "opening a pseudo-terminal is a foreign call")]

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{FromRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);
const PROMPT: &str = ">>> ";
const INTERRUPT: &str = "\x03";
const END: &str = "\x04";
const UP: &str = "\x1b[A";

/// A running prompt and its terminal.
struct Session {
    child: Child,
    keys: File,
    screen: Receiver<Vec<u8>>,
    /// What has come and has not been looked at.
    pending: String,
}

impl Session {
    /// Starts the command with this folder as its home, where the history is kept.
    fn start(home: &Path) -> Session {
        let (master, slave) = open_terminal();
        let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
        command
            .env("HOME", home)
            .env_remove("XDG_DATA_HOME")
            .env_remove("XDG_STATE_HOME")
            .env_remove("XDG_CACHE_HOME")
            .env_remove("XDG_CONFIG_HOME")
            .env("TERM", "xterm")
            .stdin(Stdio::from(slave.try_clone().expect("a descriptor")))
            .stdout(Stdio::from(slave.try_clone().expect("a descriptor")))
            .stderr(Stdio::from(slave));
        // SAFETY: both calls are allowed between fork and exec, and touch nothing of the parent's.
        unsafe {
            command.pre_exec(|| {
                if libc::setsid() < 0 || libc::ioctl(0, libc::TIOCSCTTY, 0) < 0 {
                    return Err(std::io::Error::last_os_error());
                }
                Ok(())
            });
        }
        let child = command.spawn().expect("the program starts");
        // The command holds copies of the terminal's other end until it is dropped.
        drop(command);
        let (send, screen) = channel();
        let mut reader = master.try_clone().expect("a descriptor");
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let mut session = Session { child, keys: master, screen, pending: String::new() };
        session.expect(PROMPT);
        session
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the terminal is open");
    }

    /// Waits until the screen shows this text; everything up to its end counts as looked at.
    #[track_caller]
    fn expect(&mut self, text: &str) -> String {
        let start = Instant::now();
        loop {
            if let Some(at) = self.pending.find(text) {
                let rest = self.pending.split_off(at + text.len());
                return std::mem::replace(&mut self.pending, rest);
            }
            let left = PATIENCE.saturating_sub(start.elapsed());
            match self.screen.recv_timeout(left) {
                Ok(bytes) => self.pending += &plain(&String::from_utf8_lossy(&bytes)),
                Err(RecvTimeoutError::Timeout) => {
                    panic!("no {text:?} on the screen: {:?}", self.pending)
                }
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("ended before {text:?}: {:?}", self.pending)
                }
            }
        }
    }

    /// Enters a line and gives what the screen shows until the next prompt, the echo included.
    #[track_caller]
    fn enter(&mut self, line: &str) -> String {
        self.press(line);
        self.press("\r");
        // The echo repeats the prompt whenever the line is drawn again; the answer comes after it.
        std::thread::sleep(Duration::from_millis(30));
        self.expect(PROMPT)
    }

    /// Enters lines that belong together, and the empty line that ends them.
    fn enter_block(&mut self, lines: &[&str]) {
        for line in lines {
            self.press(line);
            self.press("\r");
        }
        self.press("\r");
    }

    #[track_caller]
    fn end(mut self) {
        let start = Instant::now();
        while self.child.try_wait().expect("a child can be waited for").is_none() {
            assert!(start.elapsed() < PATIENCE, "the end of input does not end it");
            // Pressed while the terminal is between two prompts, the key means nothing: a person presses it again.
            // It may be gone by now.
            let _ = self.keys.write_all(END.as_bytes());
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn open_terminal() -> (File, OwnedFd) {
    let (mut master, mut slave) = (0, 0);
    let nothing = std::ptr::null_mut();
    // SAFETY: the two results are written to places of ours; everything else may be null.
    let status = unsafe { libc::openpty(&mut master, &mut slave, nothing, nothing.cast(), nothing.cast()) };
    assert_eq!(status, 0, "no pseudo-terminal: {}", std::io::Error::last_os_error());
    for descriptor in [master, slave] {
        // SAFETY: the descriptor was opened above and is only marked here.
        unsafe { libc::fcntl(descriptor, libc::F_SETFD, libc::FD_CLOEXEC) };
    }
    // SAFETY: both descriptors were opened above and belong to nobody else.
    unsafe { (File::from_raw_fd(master), OwnedFd::from_raw_fd(slave)) }
}

/// The text without the sequences that move the cursor and change colours.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\x1b' => {
                if characters.next() == Some('[') {
                    for character in characters.by_ref() {
                        if character.is_ascii_alphabetic() || character == '~' {
                            break;
                        }
                    }
                }
            }
            '\r' | '\x07' => {}
            _ => out.push(character),
        }
    }
    out
}

fn home(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("home-{name}"));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("the scratch folder can be written");
    path
}

#[test]
fn values_are_shown() {
    let mut session = Session::start(&home("values"));
    session.press("1 + 1\r");
    session.expect("\n2\n");
    session.press("x = 5\r");
    session.press("[x, 'a', 0.1]\r");
    session.expect("\n[5, 'a', 0.1]\n");
    session.press("print(x * 2)\r");
    session.expect("\n10\n");
    session.press("None\r");
    session.press("'end'\r");
    let seen = session.expect("\n'end'\n");
    assert!(!seen.contains("\nNone\n"), "{seen}");
    session.end();
}

#[test]
fn a_block_takes_several_lines() {
    let mut session = Session::start(&home("blocks"));
    session.enter_block(&["for i in range(3):", "    print(i * 7)"]);
    session.expect("\n0\n7\n14\n");
    session.enter_block(&["def double(n):", "    return n * 2"]);
    session.press("double(21)\r");
    session.expect("\n42\n");
    session.press("(1 +\r");
    session.expect("... ");
    session.press("2)\r");
    session.expect("\n3\n");
    session.end();
}

#[test]
fn an_error_leaves_the_session_alive() {
    let mut session = Session::start(&home("errors"));
    session.press("1 / 0\r");
    session.expect("Traceback (most recent call last):");
    session.expect("ZeroDivisionError: division by zero");
    session.press("x = = 1\r");
    session.expect("SyntaxError: invalid syntax");
    session.press("undefined\r");
    session.expect("NameError: name 'undefined' is not defined");
    session.press("'alive'\r");
    session.expect("\n'alive'\n");
    session.end();
}

#[test]
fn an_interrupt_stops_a_loop_and_keeps_the_session() {
    let mut session = Session::start(&home("interrupt"));
    session.press("kept = 12345\r");
    session.enter_block(&["while True:", "    pass"]);
    std::thread::sleep(Duration::from_millis(300));
    session.press(INTERRUPT);
    session.expect("KeyboardInterrupt");
    session.enter_block(&["def spin():", "    n = 0", "    while True:", "        n += 1"]);
    session.expect(PROMPT);
    session.press("spin()\r");
    std::thread::sleep(Duration::from_millis(300));
    session.press(INTERRUPT);
    session.expect("KeyboardInterrupt");
    session.press("kept + 1\r");
    session.expect("\n12346\n");
    session.end();
}

#[test]
fn names_are_completed() {
    let mut session = Session::start(&home("completion"));
    session.enter("quite_a_long_name = 777");
    session.press("quite_a\t");
    session.press("\r");
    session.expect("\n777\n");
    session.press("print(isinst\t");
    session.press("(1, int))\r");
    session.expect("\nTrue\n");
    session.end();
}

#[test]
fn time_shows_two_runs() {
    let mut session = Session::start(&home("time"));
    session.enter_block(&["def total(n):", "    t = 0", "    for i in range(n):", "        t += i", "    return t"]);
    session.press("%time total(100000)\r");
    session.expect("first");
    session.expect("second");
    session.end();
}

#[test]
fn history_is_kept_between_sessions() {
    let home = home("history");
    let mut session = Session::start(&home);
    session.enter("print('re' + 'called')");
    session.end();
    let mut session = Session::start(&home);
    session.press(UP);
    session.press("\r");
    session.expect("\nrecalled\n");
    session.end();
}

#[test]
fn history_survives_a_killed_session() {
    let home = home("killed");
    let mut session = Session::start(&home);
    session.enter("print('still' + ' here')");
    session.enter_block(&["while True:", "    pass"]);
    std::thread::sleep(Duration::from_millis(200));
    session.child.kill().expect("still running");
    drop(session);
    let mut session = Session::start(&home);
    for _ in 0..6 {
        session.press(UP);
        std::thread::sleep(Duration::from_millis(20));
        if session.pending.contains("still") {
            break;
        }
    }
    session.expect("print('still' + ' here')");
    // On a line that is not empty the key for the end of input deletes.
    session.press("\r");
    session.expect("\nstill here\n");
    session.end();
}
