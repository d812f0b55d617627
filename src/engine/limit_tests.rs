//! What compiled code may take: time until it stops, depth, memory for machine code.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::*;

/// Loops that run for as long as anybody lets them, once compiled.
const ENDLESS: [(&str, &str); 6] = [
    ("counted", "def f(n):\n    t = 0.0\n    for i in range(n):\n        t = t * 0.5 + i\n    return t\n"),
    (
        "while",
        "def f(n):\n    k = 0\n    j = 1\n    while k < n:\n        j = (j * 3 + 1) % 1000003 + 1\n        k += 1\n    return j\n",
    ),
    (
        "nested",
        "def f(n):\n    rows = [[1.0] * 64 for _ in range(64)]\n    for k in range(n):\n        for row in rows:\n            \
         for x in range(64):\n                row[x] = row[x] * 0.5 + k\n",
    ),
    (
        "lanes",
        "def f(n):\n    out = [0] * 1000\n    for k in range(n):\n        for i in range(1000):\n            z = complex(0, 0)\n            \
         c = complex(i / 1000, 0.1)\n            j = 0\n            while j < 200 and abs(z) < 2:\n                z = z * z + c\n                \
         j += 1\n            out[i] = j\n",
    ),
    (
        "recursive",
        "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\ndef f(n):\n    return fib(min(n, 90))\n",
    ),
    (
        "strings",
        "def f(n):\n    t = 0\n    for i in range(n):\n        for c in 'abcabc':\n            if c == 'b':\n                t += 1\n",
    ),
];

/// How long a compiled loop goes on after it was asked to stop, in the best of a few tries: the machine may be busy.
fn time_to_stop(text: &str, ask: fn(&Interrupt), class: &str) -> Duration {
    let config = Config { building_grace: 1_000, compile_threads: 0, ..Config::default() };
    let engine = Engine::builder().capture_output().config(config).build();
    let script = Script::compile("test.py", text).unwrap();
    engine.run(&script).unwrap();
    let f = engine.function::<(i64,), ()>("f").unwrap();
    // As busy as the machine may be, it is compiled by then.
    for _ in 0..4 {
        let _ = f.call((30,));
    }
    let mut best = Duration::MAX;
    for turn in 0..8 {
        let interrupt = engine.interrupt_handle();
        let stopper = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(60));
            let asked = Instant::now();
            ask(&interrupt);
            asked
        });
        let error = f.call((i64::MAX / 2,)).unwrap_err();
        let stopped = Instant::now();
        assert_eq!(error.class(), class, "{}", error.message());
        best = best.min(stopped - stopper.join().unwrap());
        let compiled = engine.stats().units.iter().any(|unit| unit.entries > 0);
        if compiled && best < Duration::from_millis(10) {
            return best;
        }
        assert!(compiled || turn < 7, "nothing was compiled of {text}");
    }
    best
}

#[test]
fn compiled_code_stops_within_ten_milliseconds() {
    for (name, text) in ENDLESS {
        let took = time_to_stop(text, Interrupt::interrupt, "KeyboardInterrupt");
        assert!(took < Duration::from_millis(10), "{name}: interrupt after {took:?}");
        let took = time_to_stop(text, Interrupt::expire, "TimeoutError");
        assert!(took < Duration::from_millis(10), "{name}: deadline after {took:?}");
    }
}

#[test]
fn calls_of_compiled_code_are_counted() {
    let text = "def down(n):\n    return 0 if n == 0 else 1 + down(n - 1)\n\
                def f(n):\n    total = 0\n    for i in range(300):\n        total += down(i % 100)\n    return total + down(n)\n";
    let config = Config { compile_threads: 0, building_grace: u64::MAX, trial: u64::MAX, ..Config::default() };
    let engine = Engine::builder().capture_output().config(config).recursion_limit(1000).build();
    engine.run(&Script::compile("test.py", text).unwrap()).unwrap();
    let f = engine.function::<(i64,), i64>("f").unwrap();
    assert_eq!(f.call((900,)).unwrap(), 3 * 4950 + 900);
    assert!(!engine.stats().units.is_empty());
    let error = f.call((i64::MAX,)).unwrap_err();
    assert_eq!(error.class(), "RecursionError");
    // One call more than the limit allows, to the very call.
    let depth = (0..1000).find(|&n| f.call((n,)).is_err()).unwrap();
    let interpreted = Engine::builder().capture_output().recursion_limit(1000).jit(JitMode::Off).build();
    interpreted.run(&Script::compile("test.py", text).unwrap()).unwrap();
    let g = interpreted.function::<(i64,), i64>("f").unwrap();
    assert_eq!(depth, (0..1000).find(|&n| g.call((n,)).is_err()).unwrap());
}

/// The resident set, in bytes.
fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap();
    pages.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

/// Runs the test of a name again, in a process of its own; true there. What others do at the same time cannot be told from what it does
/// by the memory of the process.
fn is_alone(name: &str) -> bool {
    const ALONE: &str = "TAIPAN_TEST_ALONE";
    if std::env::var_os(ALONE).is_some() {
        return true;
    }
    let program = std::env::current_exe().unwrap();
    let name = format!("{}::{name}", module_path!().split_once("::").unwrap().1);
    let done =
        std::process::Command::new(program).args(["--exact", &name, "--nocapture"]).env(ALONE, "1").output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
    false
}

/// `TAIPAN_UNITS=200000 cargo test --release --lib units_go` tries many.
#[test]
fn units_go_with_their_scripts_and_leave_nothing() {
    if !is_alone("units_go_with_their_scripts_and_leave_nothing") {
        return;
    }
    let wanted: usize = std::env::var("TAIPAN_UNITS").map_or(3_000, |text| text.parse().unwrap());
    let compiled = Rc::new(RefCell::new(0_usize));
    let engine = Engine::builder().capture_output().jit(JitMode::Eager).build();
    let count = compiled.clone();
    engine.on_event(move |event| *count.borrow_mut() += usize::from(matches!(event, Event::Compiled { .. })));
    let text = "def f(n, k):\n    t = k\n    for i in range(n):\n        t += i * k\n    return t\n\
                for turn in range(6):\n    f(40, 2)\n    f(40, 0.5)\n";
    let mut early = None;
    while *compiled.borrow() < wanted {
        engine.run(&Script::compile("test.py", text).unwrap()).unwrap();
        engine.take_output();
        if early.is_none() && *compiled.borrow() > wanted / 4 {
            early = Some((resident(), engine.0.jit.compiler.borrow().used(), engine.stats().units.len()));
        }
    }
    let (resident_early, code, units) = early.unwrap();
    assert!(engine.stats().units.len() <= 2 * units, "units are kept");
    assert!(engine.0.jit.compiler.borrow().used() <= 2 * code, "machine code is kept");
    let grown = resident().saturating_sub(resident_early);
    assert!(grown < 8 << 20, "{grown} bytes more after {wanted} units");
}

#[test]
fn the_units_entered_longest_ago_make_room() {
    let config = Config { jit: JitMode::Eager, code_bytes: 8_000, ..Config::default() };
    let engine = Engine::builder().capture_output().config(config).build();
    let evicted = Rc::new(RefCell::new(Vec::new()));
    let seen = evicted.clone();
    engine.on_event(move |event| {
        if let Event::Evicted { unit, .. } = event {
            seen.borrow_mut().push(*unit);
        }
    });
    for k in 0..40 {
        let text = format!("def f{k}(n):\n    t = {k}\n    for i in range(n):\n        t += i * {k}\n    return t\n");
        engine.feed(&(text + "\n")).unwrap();
        let f = engine.function::<(i64,), i64>(&format!("f{k}")).unwrap();
        for _ in 0..20 {
            assert_eq!(f.call((50,)).unwrap(), k + k * 1225);
        }
        assert!(engine.0.jit.units.borrow().bytes() <= 8_000);
    }
    let evicted = evicted.take();
    assert!(evicted.len() > 10, "{evicted:?}");
    assert!(evicted.is_sorted(), "what was entered last went first: {evicted:?}");
}
