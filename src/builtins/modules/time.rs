//! `time`: the clocks and the calendar as Python sees them.

use super::clock::{self, Clock, Moment};
use super::{Module, constant, effect, record, with_functions};
use crate::builtins::argument::{short, shown_type, size};
use crate::builtins::types::exception::raise_system;
use crate::raise;
use crate::value::native::Takes::{Between, Counted, Exactly};
use crate::value::native::{Row, given};
use crate::value::ops::{self, iterate};
use crate::value::tuple::{Record, Tuple};
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, class_of, convert, host};

/// What the calendar functions return.
static STRUCT_TIME: Record = Record {
    module: "time",
    name: "struct_time",
    fields: &["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"],
    hidden: &["tm_zone", "tm_gmtoff"],
};

/// The module.
pub fn create() -> Gc<Module> {
    let module = with_functions("time", FUNCTIONS);
    record::define(&module, &STRUCT_TIME, |arguments| record::make(&STRUCT_TIME, arguments));
    // The zone as it is in winter and in summer of this year.
    let year = Moment::at(Clock::Real.nanoseconds() / 1_000_000_000, true).map_or(1970, |now| now.fields[0]);
    let start = i64::from(year - 1970) * 31_556_952;
    let days: Vec<Moment> = (0..12).filter_map(|month| Moment::at(start + month * 2_629_746, true)).collect();
    let of = |summer: bool| days.iter().find(|day| (day.fields[8] > 0) == summer);
    let winter = of(false).or(days.first());
    let summer = of(true).or(winter);
    let offset = |day: Option<&Moment>| Value::int(day.map_or(0, |day| -day.offset));
    let zone = |day: Option<&Moment>| Value::str(day.map_or("UTC", |day| day.zone.as_str()));
    for (name, number, _) in CLOCKS {
        constant(&module, name, Value::int(number));
    }
    constant(&module, "timezone", offset(winter));
    constant(&module, "altzone", offset(summer));
    constant(&module, "daylight", Value::int(of(true).is_some().into()));
    constant(&module, "tzname", Value::tuple(vec![zone(winter), zone(summer)]));
    module
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    clock_row("time", |_| seconds(Clock::Real), "Return the current time in seconds since the Epoch."),
    clock_row("time_ns", |_| nanoseconds(Clock::Real), "Return the current time in nanoseconds since the Epoch."),
    clock_row("perf_counter", |_| seconds(Clock::Monotonic), "Performance counter for benchmarking."),
    clock_row("perf_counter_ns", |_| nanoseconds(Clock::Monotonic), "Performance counter for benchmarking as nanoseconds."),
    clock_row("monotonic", |_| seconds(Clock::Monotonic), "Monotonic clock, cannot go backward."),
    clock_row("monotonic_ns", |_| nanoseconds(Clock::Monotonic), "Monotonic clock, cannot go backward, as nanoseconds."),
    clock_row("process_time", |_| seconds(Clock::Process), "Process time for profiling: sum of the kernel and user-space CPU time."),
    clock_row("process_time_ns", |_| nanoseconds(Clock::Process), "Process time for profiling as nanoseconds."),
    clock_row("thread_time", |_| seconds(Clock::Thread), "Thread time for profiling."),
    clock_row("thread_time_ns", |_| nanoseconds(Clock::Thread), "Thread time for profiling as nanoseconds."),
    effect("time", "clock_gettime", Exactly(1, |a| seconds(numbered(&a[0])?)), "Return the time of the specified clock."),
    effect("time", "clock_gettime_ns", Exactly(1, |a| nanoseconds(numbered(&a[0])?)), "Return the time of the specified clock as nanoseconds."),
    effect("time", "clock_getres", Exactly(1, |a| numbered(&a[0]).map(|_| Value::float(1e-9))), "Return the resolution of the specified clock."),
    effect("time", "get_clock_info", Exactly(1, clock_info), "Get information of the specified clock."),
    effect("time", "sleep", Exactly(1, sleep), "Delay execution for a given number of seconds."),
    effect("time", "gmtime", Counted(0, 1, gmtime), "Convert seconds since the Epoch to a time tuple expressing UTC."),
    effect("time", "localtime", Counted(0, 1, localtime), "Convert seconds since the Epoch to a time tuple expressing local time."),
    effect("time", "mktime", Exactly(1, mktime), "Convert a time tuple in local time to seconds since the Epoch."),
    effect("time", "strftime", Counted(1, 2, strftime), "Convert a time tuple to a string according to a format specification."),
    effect("time", "strptime", Counted(1, 2, strptime), "Parse a string to a time tuple according to a format specification."),
    effect("time", "asctime", Between(0, 1, asctime), "Convert a time tuple to a string."),
    effect("time", "ctime", Counted(0, 1, ctime), "Convert a time in seconds since the Epoch to a string in local time."),
];

const fn clock_row(name: &'static str, run: fn(&[Value]) -> Res, doc: &'static str) -> Row {
    effect("time", name, Exactly(0, run), doc)
}

fn seconds(clock: Clock) -> Res {
    Ok(Value::float(clock.seconds()))
}

fn nanoseconds(clock: Clock) -> Res {
    Ok(Value::int(clock.nanoseconds()))
}

/// The clocks by their numbers.
const CLOCKS: [(&str, i64, Clock); 5] = [
    ("CLOCK_REALTIME", 0, Clock::Real),
    ("CLOCK_MONOTONIC", 1, Clock::Monotonic),
    ("CLOCK_PROCESS_CPUTIME_ID", 2, Clock::Process),
    ("CLOCK_THREAD_CPUTIME_ID", 3, Clock::Thread),
    ("CLOCK_MONOTONIC_RAW", 4, Clock::Monotonic),
];

fn numbered(value: &Value) -> Result<Clock, Raise> {
    let number = size(value)?;
    let known = CLOCKS.into_iter().find(|clock| clock.1 == number);
    known.map(|clock| clock.2).ok_or_else(|| raise_system(&std::io::Error::from_raw_os_error(libc::EINVAL), None))
}

fn clock_info(arguments: &[Value]) -> Res {
    let Some(name) = arguments[0].as_str() else {
        let class = shown_type(&arguments[0]);
        return Err(raise!(TypeError, "get_clock_info() argument 1 must be str, not {class}"));
    };
    let clock = match name {
        "time" => "REALTIME",
        "monotonic" | "perf_counter" => "MONOTONIC",
        "process_time" => "PROCESS_CPUTIME_ID",
        "thread_time" => "THREAD_CPUTIME_ID",
        _ => return Err(raise!(ValueError, "unknown clock")),
    };
    let namespace = ops::attribute::get(&host::host()?.import("types")?, "SimpleNamespace".into())?;
    let names: [Symbol; 4] = ["implementation", "monotonic", "adjustable", "resolution"].map(Symbol::new);
    let is_set = clock == "REALTIME";
    let named = [
        Value::str(&format!("clock_gettime(CLOCK_{clock})")),
        Value::bool(!is_set),
        Value::bool(is_set),
        Value::float(1e-9),
    ];
    ops::call::call_with(&namespace, &Arguments { positional: &[], names: &names, named: &named })
}

/// A float that is not a number has no place on any clock.
fn real(value: &Value) -> Result<Option<f64>, Raise> {
    match value.as_any_float() {
        Some(float) if float.is_nan() => Err(raise!(ValueError, "Invalid value NaN (not a number)")),
        float => Ok(float),
    }
}

fn sleep(arguments: &[Value]) -> Res {
    let too_long = || raise!(OverflowError, "timestamp too large to convert to C _PyTime_t");
    let nanoseconds = match real(&arguments[0])? {
        Some(seconds) => {
            let nanoseconds = (seconds * 1e9).ceil();
            if nanoseconds.abs() >= 9.2e18 {
                return Err(too_long());
            }
            nanoseconds as i64
        }
        None => {
            let seconds = convert::index(&arguments[0])?.as_int();
            seconds.and_then(|seconds| seconds.checked_mul(1_000_000_000)).ok_or_else(too_long)?
        }
    };
    if nanoseconds < 0 {
        return Err(raise!(ValueError, "sleep length must be non-negative"));
    }
    let end = Clock::Monotonic.nanoseconds().saturating_add(nanoseconds);
    // A signal wakes the sleeper, who goes on sleeping unless the signal stops the script. One that comes just before
    // the sleep begins is noticed when the next slice begins.
    const SLICE: i64 = 100_000_000;
    loop {
        host::poll()?;
        let now = Clock::Monotonic.nanoseconds();
        if now >= end {
            return Ok(Value::None);
        }
        clock::sleep_until(end.min(now + SLICE));
    }
}

/// The whole seconds of an argument, or of now.
fn moment_of(arguments: &[Value], place: usize) -> Result<i64, Raise> {
    let Some(value) = given(arguments, place).filter(|value| !value.is_none()) else {
        return Ok(Clock::Real.nanoseconds().div_euclid(1_000_000_000));
    };
    let out_of_range = || raise!(OverflowError, "timestamp out of range for platform time_t");
    match real(value)? {
        Some(seconds) if seconds.floor().abs() < 9.2e18 => Ok(seconds.floor() as i64),
        Some(_) => Err(out_of_range()),
        None => convert::index(value)?.as_int().ok_or_else(out_of_range),
    }
}

fn at(seconds: i64, local: bool) -> Result<Moment, Raise> {
    let moment = Moment::at(seconds, local);
    moment.ok_or_else(|| raise!(OverflowError, "timestamp out of range for platform time_t"))
}

fn as_value(moment: &Moment) -> Value {
    let mut items: Vec<Value> = moment.fields.iter().map(|&field| Value::int(field.into())).collect();
    items.extend([Value::str(&moment.zone), Value::int(moment.offset)]);
    Value::from(Tuple::with_names(&STRUCT_TIME, items))
}

fn gmtime(arguments: &[Value]) -> Res {
    Ok(as_value(&at(moment_of(arguments, 0)?, false)?))
}

fn localtime(arguments: &[Value]) -> Res {
    Ok(as_value(&at(moment_of(arguments, 0)?, true)?))
}

/// The moment that a time tuple stands for.
fn from_value(function: &str, value: &Value) -> Result<Moment, Raise> {
    let Some(tuple) = value.downcast::<Tuple>() else {
        return Err(raise!(TypeError, "Tuple or struct_time argument required"));
    };
    let Ok(items) = <&[Value; 9]>::try_from(tuple.items()) else {
        return Err(raise!(TypeError, "{function}(): illegal time tuple argument"));
    };
    let mut fields = [0; 9];
    for (field, item) in fields.iter_mut().zip(items) {
        *field = short(item)?;
    }
    // The C library counts years from 1900.
    if fields[0].checked_sub(1900).is_none() {
        return Err(raise!(OverflowError, "year out of range"));
    }
    // The zone is not in the tuple: it is the one of here, in winter or in summer.
    let mut moment = Moment { fields, zone: String::new(), offset: 0 };
    if let Some(here) = moment.to_seconds().and_then(|seconds| Moment::at(seconds, true)) {
        (moment.zone, moment.offset) = (here.zone, here.offset);
    }
    Ok(moment)
}

/// The moment to be shown as text, with all fields in range.
fn checked(function: &str, value: Option<&Value>) -> Result<Moment, Raise> {
    let Some(value) = value else {
        return at(moment_of(&[], 0)?, true);
    };
    let mut moment = from_value(function, value)?;
    let [_, month, day, hour, minute, second, weekday, yearday, _] = &mut moment.fields;
    // Zero stands for the first month, day, day of the year.
    for field in [&mut *month, &mut *day, &mut *yearday] {
        *field = if *field == 0 { 1 } else { *field };
    }
    let wrong = match () {
        _ if !(1..=12).contains(month) => Some("month"),
        _ if !(1..=31).contains(day) => Some("day of month"),
        _ if !(0..=23).contains(hour) => Some("hour"),
        _ if !(0..=59).contains(minute) => Some("minute"),
        _ if !(0..=61).contains(second) => Some("seconds"),
        _ if *weekday < -1 => Some("day of week"),
        _ if !(1..=366).contains(yearday) => Some("day of year"),
        _ => None,
    };
    *weekday = weekday.rem_euclid(7);
    match wrong {
        Some(wrong) => Err(raise!(ValueError, "{wrong} out of range")),
        None => Ok(moment),
    }
}

fn mktime(arguments: &[Value]) -> Res {
    match from_value("mktime", &arguments[0])?.to_seconds() {
        Some(seconds) => Ok(Value::float(seconds as f64)),
        None => Err(raise!(OverflowError, "mktime argument out of range")),
    }
}

fn strftime(arguments: &[Value]) -> Res {
    let Some(format) = arguments[0].as_str() else {
        let class = shown_type(&arguments[0]);
        return Err(raise!(TypeError, "strftime() argument 1 must be str, not {class}"));
    };
    let moment = checked("strftime", arguments.get(1))?;
    match moment.format(format) {
        Some(text) => Ok(Value::str(&text)),
        None => Err(raise!(ValueError, "embedded null character")),
    }
}

fn text_of(moment: &Moment) -> Res {
    let [year, _, day, hour, minute, second, ..] = moment.fields;
    let names = moment.format("%a %b").unwrap_or_default();
    Ok(Value::str(&format!("{names} {day:>2} {hour:02}:{minute:02}:{second:02} {year}")))
}

fn asctime(arguments: &[Value]) -> Res {
    text_of(&checked("asctime", arguments.first())?)
}

fn ctime(arguments: &[Value]) -> Res {
    text_of(&at(moment_of(arguments, 0)?, true)?)
}

/// What a page of the library reads out of a text.
fn strptime(arguments: &[Value]) -> Res {
    for (place, argument) in arguments.iter().enumerate() {
        if argument.as_str().is_none() {
            let class = ops::repr(&Value::from(class_of(argument)))?;
            return Err(raise!(TypeError, "strptime() argument {place} must be str, not {class}"));
        }
    }
    let page = host::host()?.import("_strptime")?;
    let read = ops::attribute::get(&page, "fields_of".into())?;
    let format = given(arguments, 1).cloned().unwrap_or_else(|| Value::str("%a %b %d %H:%M:%S %Y"));
    let fields = ops::call::call(&read, &[arguments[0].clone(), format])?;
    let mut fields = iterate::collect_values(&fields)?;
    // The micro-seconds have no place, nor has what the zone is away from UTC beyond whole seconds.
    fields.remove(6);
    if let Some(offset) = fields[9].downcast::<Tuple>().and_then(|offset| offset.items().first().cloned()) {
        fields[9] = offset;
    }
    fields.swap(9, 10);
    Ok(Value::from(Tuple::with_names(&STRUCT_TIME, fields)))
}
