//! What signals are to the system.
//!
//! In: numbers, and what is to happen. Out: bits for the signals that came, and a bit of the poll word, so that the script
//! looks. The foreign calls of signals stand here and nowhere else.
#![allow(unsafe_code)]

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicPtr, AtomicU32, AtomicU64, Ordering};

/// What a signal does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// What the system says.
    Default,
    /// Nothing.
    Ignore,
    /// It is noticed.
    Notice,
}

/// The signals that came, as bits.
static CAME: AtomicU64 = AtomicU64::new(0);
/// The poll word; null as long as no signal is to be noticed.
static WORD: AtomicPtr<AtomicU64> = AtomicPtr::new(std::ptr::null_mut());
static BIT: AtomicU32 = AtomicU32::new(0);

extern "C" fn noticed(number: libc::c_int) {
    CAME.fetch_or(1 << (number & 63), Ordering::SeqCst);
    let word = WORD.load(Ordering::SeqCst);
    // SAFETY: the word was leaked by `ring`, so it lives for ever; setting a bit is safe in a signal handler.
    if let Some(word) = unsafe { word.as_ref() } {
        word.fetch_or(BIT.load(Ordering::SeqCst).into(), Ordering::SeqCst);
    }
}

/// Tells which bit of which poll word says that a signal came.
pub fn ring(word: &Arc<AtomicU64>, bit: u64) {
    if !std::ptr::eq(WORD.load(Ordering::SeqCst), Arc::as_ptr(word)) {
        WORD.store(Arc::into_raw(word.clone()).cast_mut(), Ordering::SeqCst);
    }
    BIT.store(bit as u32, Ordering::SeqCst);
}

/// Sets what a signal does.
pub fn set(number: i32, action: Action) -> io::Result<()> {
    // SAFETY: the structure is filled before it is used, and the handler does nothing but set bits of words that live for
    // ever. Without SA_RESTART a call that waits is broken off, and the script looks.
    let result = unsafe {
        let mut new: libc::sigaction = std::mem::zeroed();
        new.sa_sigaction = match action {
            Action::Default => libc::SIG_DFL,
            Action::Ignore => libc::SIG_IGN,
            Action::Notice => noticed as extern "C" fn(libc::c_int) as usize,
        };
        libc::sigemptyset(&raw mut new.sa_mask);
        libc::sigaction(number, &raw const new, std::ptr::null_mut())
    };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// The lowest of the signals that came, which has then not come any more.
pub fn take() -> Option<i32> {
    let came = CAME.load(Ordering::SeqCst);
    if came == 0 {
        return None;
    }
    let number = came.trailing_zeros();
    CAME.fetch_and(!(1 << number), Ordering::SeqCst);
    Some(number as i32)
}

/// Whether a signal came.
pub fn is_noticed() -> bool {
    CAME.load(Ordering::SeqCst) != 0
}

/// Asks for `SIGALRM` after so many seconds; tells how many were left of those before.
pub fn alarm(seconds: u32) -> u32 {
    // SAFETY: the call only sets a timer of this process.
    unsafe { libc::alarm(seconds) }
}

/// Sends a signal to a process.
pub fn kill(process: i32, number: i32) -> io::Result<()> {
    // SAFETY: the calls only ask the system, which refuses what it must not do. What a process sends to itself comes to
    // this thread, and so before the call ends.
    let result = unsafe {
        match process == libc::getpid() {
            true => libc::pthread_kill(libc::pthread_self(), number),
            false if libc::kill(process, number) == 0 => 0,
            false => return Err(io::Error::last_os_error()),
        }
    };
    if result == 0 { Ok(()) } else { Err(io::Error::from_raw_os_error(result)) }
}

/// Sets a timer, if there is something to set, and tells what it stood at: seconds left, and from one signal to the next.
pub fn timer(which: i32, new: Option<(f64, f64)>) -> io::Result<(f64, f64)> {
    let split = |seconds: f64| libc::timeval {
        tv_sec: seconds as libc::time_t,
        tv_usec: (seconds.fract() * 1e6) as libc::suseconds_t,
    };
    let join = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    // SAFETY: the structures are ours, and zeros are a timer that does not run.
    let (result, old) = unsafe {
        let mut old: libc::itimerval = std::mem::zeroed();
        let result = match new {
            Some((value, interval)) => {
                let new = libc::itimerval { it_value: split(value), it_interval: split(interval) };
                libc::setitimer(which as _, &raw const new, &raw mut old)
            }
            None => libc::getitimer(which as _, &raw mut old),
        };
        (result, old)
    };
    if result == 0 { Ok((join(old.it_value), join(old.it_interval))) } else { Err(io::Error::last_os_error()) }
}
