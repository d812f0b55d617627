//! What the engine asks of the operating system: the bounds of a thread's stack, and a handler for Ctrl-C.
//!
//! In: nothing. Out: addresses, and a poll word that a signal sets. It knows nothing of scripts. The foreign calls of the
//! engine stand here and nowhere else.
#![allow(unsafe_code)]

use std::sync::Arc;
use std::sync::atomic::{AtomicPtr, AtomicU64, Ordering};
use std::time::Duration;

use crate::interp::poll::{INTERRUPT, Poll};

/// Stack kept free below the end that scripts may reach: for compiling, and for code that does not ask how deep it is.
const RESERVE: usize = 1 << 20;

/// The lowest address of this thread's stack that scripts may reach.
pub fn stack_end() -> usize {
    let (lowest, size) = stack_bounds();
    lowest + RESERVE.min(size / 4)
}

#[cfg(target_os = "linux")]
fn stack_bounds() -> (usize, usize) {
    let mut lowest = std::ptr::null_mut();
    let mut size = 0;
    // SAFETY: the attributes are initialised by the second call before they are read, and destroyed once; the thread asked
    // about is the running one.
    unsafe {
        let mut attributes: libc::pthread_attr_t = std::mem::zeroed();
        if libc::pthread_getattr_np(libc::pthread_self(), &raw mut attributes) == 0 {
            libc::pthread_attr_getstack(&raw const attributes, &raw mut lowest, &raw mut size);
            libc::pthread_attr_destroy(&raw mut attributes);
        }
    }
    if lowest.is_null() { assumed_bounds() } else { (lowest as usize, size) }
}

#[cfg(target_os = "macos")]
fn stack_bounds() -> (usize, usize) {
    // SAFETY: both calls only look at the running thread.
    let (highest, size) = unsafe {
        let thread = libc::pthread_self();
        (libc::pthread_get_stackaddr_np(thread) as usize, libc::pthread_get_stacksize_np(thread))
    };
    (highest - size, size)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn stack_bounds() -> (usize, usize) {
    assumed_bounds()
}

/// Where the system does not tell: the smallest stack in common use, counted from here.
#[allow(dead_code, reason = "some systems always tell")]
fn assumed_bounds() -> (usize, usize) {
    const SIZE: usize = 512 << 10;
    let here = 0_u8;
    ((&raw const here as usize).saturating_sub(SIZE), SIZE)
}

/// Has Ctrl-C reach another thread than this one, which only waits: a read that the other waits in is broken off.
pub fn leave_interrupts_to_others() {
    // SAFETY: the set is initialised before it is used; the call changes which signals this thread takes, nothing else.
    unsafe {
        let mut signals: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&raw mut signals);
        libc::sigaddset(&raw mut signals, libc::SIGINT);
        libc::pthread_sigmask(libc::SIG_BLOCK, &raw const signals, std::ptr::null_mut());
    }
}

/// How long the processor has worked for this thread.
pub fn thread_time() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: fills in what it is given; the clock is there on every system that this is compiled for.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Has Ctrl-C's signal end the process, now.
pub fn end_by_interrupt() {
    // SAFETY: the set is initialised before it is used; the signal ends the process, whatever it does.
    unsafe {
        libc::signal(libc::SIGINT, libc::SIG_DFL);
        let mut signals: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&raw mut signals);
        libc::sigaddset(&raw mut signals, libc::SIGINT);
        libc::pthread_sigmask(libc::SIG_UNBLOCK, &raw const signals, std::ptr::null_mut());
        libc::raise(libc::SIGINT);
    }
}

/// The word that the signal handler sets; null while no handler is installed.
static WORD: AtomicPtr<AtomicU64> = AtomicPtr::new(std::ptr::null_mut());

extern "C" fn interrupted(_: libc::c_int) {
    let word = WORD.load(Ordering::Relaxed);
    // SAFETY: the word was leaked by `interrupt_on_signal`, so it lives for ever; setting a bit is safe in a signal handler.
    if let Some(word) = unsafe { word.as_ref() } {
        word.fetch_or(INTERRUPT.into(), Ordering::Relaxed);
    }
}

/// From now on Ctrl-C interrupts the scripts that test this poll word, instead of ending the process.
pub fn interrupt_on_signal(poll: &Poll) {
    WORD.store(Arc::into_raw(poll.word().clone()).cast_mut(), Ordering::Relaxed);
    // SAFETY: the handler only sets a bit of a word that lives for ever. Without SA_RESTART a read that waits is broken off.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = interrupted as extern "C" fn(libc::c_int) as usize;
        libc::sigemptyset(&raw mut action.sa_mask);
        libc::sigaction(libc::SIGINT, &raw const action, std::ptr::null_mut());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_stack_lies_below() {
        let here = 0_u8;
        let here = &raw const here as usize;
        let end = stack_end();
        assert!(end < here && here - end < 1 << 30, "{end:x} {here:x}");
    }
}
