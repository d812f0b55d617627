//! The clocks and the calendar of the system.
//!
//! In: clock names, seconds since 1970, broken-down times. Out: the same converted by the C library, whose time zones and
//! names of days scripts expect. It knows nothing of values; `time` makes a Python module of it.
#![allow(unsafe_code)]

use std::ffi::{CStr, CString};
use std::mem::MaybeUninit;

/// A clock of the system.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clock {
    /// The time of day, since 1970.
    Real,
    /// Time since some start, never set back.
    Monotonic,
    /// Processor time of the process.
    Process,
    /// Processor time of the thread.
    Thread,
}

impl Clock {
    fn id(self) -> libc::clockid_t {
        match self {
            Clock::Real => libc::CLOCK_REALTIME,
            Clock::Monotonic => libc::CLOCK_MONOTONIC,
            Clock::Process => libc::CLOCK_PROCESS_CPUTIME_ID,
            Clock::Thread => libc::CLOCK_THREAD_CPUTIME_ID,
        }
    }

    /// What the clock shows, in nanoseconds.
    pub fn nanoseconds(self) -> i64 {
        let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        // SAFETY: the structure is ours; these clocks exist on every system we run on, else it stays zero.
        unsafe { libc::clock_gettime(self.id(), &mut time) };
        time.tv_sec.saturating_mul(1_000_000_000).saturating_add(time.tv_nsec)
    }

    /// What the clock shows, in seconds.
    pub fn seconds(self) -> f64 {
        self.nanoseconds() as f64 * 1e-9
    }
}

/// Sleeps until the monotonic clock shows so many nanoseconds; false if a signal came in between.
pub fn sleep_until(nanoseconds: i64) -> bool {
    let time = libc::timespec { tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000 };
    // SAFETY: the structure is ours, and no remainder is asked for.
    unsafe { libc::clock_nanosleep(libc::CLOCK_MONOTONIC, libc::TIMER_ABSTIME, &time, std::ptr::null_mut()) == 0 }
}

/// A time of the calendar, with the fields of Python's `struct_time`.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Year, month (1 to 12), day, hour, minute, second, day of the week (Monday is 0), day of the year (from 1), and
    /// whether it is summer time (-1 if that is not known).
    pub fields: [i32; 9],
    /// The name of the time zone.
    pub zone: String,
    /// Seconds east of Greenwich.
    pub offset: i64,
}

impl Moment {
    /// The moment so many seconds after 1970 began, here or in Greenwich; none if it is beyond the calendar.
    pub fn at(seconds: i64, local: bool) -> Option<Moment> {
        let mut parts = MaybeUninit::<libc::tm>::zeroed();
        // SAFETY: both functions fill the structure or return null.
        let done = unsafe {
            if local {
                libc::localtime_r(&seconds, parts.as_mut_ptr())
            } else {
                libc::gmtime_r(&seconds, parts.as_mut_ptr())
            }
        };
        if done.is_null() {
            return None;
        }
        // SAFETY: it was zeroed, and all-zero is a valid `tm`.
        let parts = unsafe { parts.assume_init() };
        Some(Moment::from_parts(&parts))
    }

    /// Seconds since 1970 of a local time; fields out of range are carried over.
    pub fn to_seconds(&self) -> Option<i64> {
        let mut parts = self.to_parts(None);
        parts.tm_wday = -1;
        // SAFETY: the structure is ours. The day of the week is filled in unless the time is beyond the calendar.
        let seconds = unsafe { libc::mktime(&mut parts) };
        (parts.tm_wday != -1).then_some(seconds)
    }

    /// The text that `strftime` makes by a format.
    pub fn format(&self, format: &str) -> Option<String> {
        // An empty result and a buffer that is too small look alike, so the format gets a letter more.
        let format = CString::new(format!("{format}.")).ok()?;
        let zone = CString::new(self.zone.as_str()).ok()?;
        let parts = self.to_parts(Some(&zone));
        let mut buffer = vec![0u8; 256];
        loop {
            // SAFETY: the buffer has the length that is passed; format and zone are terminated and live on.
            let length = unsafe { libc::strftime(buffer.as_mut_ptr().cast(), buffer.len(), format.as_ptr(), &parts) };
            if length > 0 {
                buffer.truncate(length - 1);
                return Some(String::from_utf8_lossy(&buffer).into_owned());
            }
            if buffer.len() > format.as_bytes().len().saturating_mul(256) {
                return None;
            }
            buffer.resize(buffer.len() * 2, 0);
        }
    }

    fn from_parts(parts: &libc::tm) -> Moment {
        let zone = if parts.tm_zone.is_null() {
            String::new()
        } else {
            // SAFETY: the C library's zone names are terminated and stay.
            unsafe { CStr::from_ptr(parts.tm_zone) }.to_string_lossy().into_owned()
        };
        let fields = [
            parts.tm_year.saturating_add(1900),
            parts.tm_mon + 1,
            parts.tm_mday,
            parts.tm_hour,
            parts.tm_min,
            parts.tm_sec,
            (parts.tm_wday + 6) % 7,
            parts.tm_yday + 1,
            parts.tm_isdst,
        ];
        Moment { fields, zone, offset: parts.tm_gmtoff }
    }

    fn to_parts(&self, zone: Option<&CStr>) -> libc::tm {
        let [year, month, day, hour, minute, second, weekday, yearday, dst] = self.fields;
        // SAFETY: all-zero is a valid `tm`.
        let mut parts: libc::tm = unsafe { MaybeUninit::zeroed().assume_init() };
        parts.tm_year = year.saturating_sub(1900);
        parts.tm_mon = month.saturating_sub(1);
        parts.tm_mday = day;
        parts.tm_hour = hour;
        parts.tm_min = minute;
        parts.tm_sec = second;
        parts.tm_wday = weekday.saturating_add(1).rem_euclid(7);
        parts.tm_yday = yearday.saturating_sub(1);
        parts.tm_isdst = dst;
        parts.tm_gmtoff = self.offset;
        parts.tm_zone = zone.map_or(std::ptr::null(), CStr::as_ptr);
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar() {
        let start = Moment::at(0, false).unwrap();
        assert_eq!(start.fields, [1970, 1, 1, 0, 0, 0, 3, 1, 0]);
        assert_eq!(start.format("%Y-%m-%d %a %j").as_deref(), Some("1970-01-01 Thu 001"));
        assert_eq!(start.format("").as_deref(), Some(""));
        assert_eq!(Moment::at(i64::MAX, false), None);
        let here = Moment::at(1_700_000_000, true).unwrap();
        assert_eq!(here.to_seconds(), Some(1_700_000_000));
    }

    #[test]
    fn clocks() {
        let start = Clock::Monotonic.nanoseconds();
        assert!(sleep_until(start + 1_000_000));
        assert!(Clock::Monotonic.nanoseconds() >= start + 1_000_000);
        assert!(Clock::Real.seconds() > 1.6e9);
    }
}
