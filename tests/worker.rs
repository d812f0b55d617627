//! Machine code is made beside the script: what the script prints does not depend on it, nobody waits for it, and nothing of it stays.

mod common;

use common::{LIMIT, run, taipan};
use std::cell::Cell;
use std::time::{Duration, Instant};
use taipan::{Engine, Script};

/// Whether this machine has a core for the worker.
fn has_cores() -> bool {
    std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1)
}

/// The milliseconds before some words in what `--stats` says.
fn milliseconds(stats: &str, words: &str) -> f64 {
    let before = stats.split(words).next().unwrap_or_default();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).expect("a number of milliseconds")
}

/// A program with a loop that takes a while to compile.
fn program() -> String {
    let body: String = (0..120).map(|k| format!("        t += (i + {k}) % {}\n", k + 7)).collect();
    format!(
        "def f(n):\n    t = 0\n    for i in range(n):\n{body}    return t\nprint(f(20000), sum(f(30) for k in range(500)))\n"
    )
}

/// What it prints.
const PRINTED: &str = "78572590 40504500\n";

#[test]
fn the_script_goes_on_while_a_unit_is_made() {
    for (threads, beside) in [("1", has_cores()), ("0", false)] {
        let options = [&format!("--compile-threads={threads}"), "--stats", "-c", &program()];
        let outcome = run(taipan().args(options), LIMIT);
        assert_eq!(outcome.stdout, PRINTED, "{}", outcome.stderr);
        assert!(outcome.stderr.contains("compiled loop"), "{}", outcome.stderr);
        assert_eq!(milliseconds(&outcome.stderr, " ms beside") > 0.0, beside, "{}", outcome.stderr);
    }
}

/// How many threads of this process make machine code.
fn workers() -> usize {
    let tasks = std::fs::read_dir("/proc/self/task").expect("the threads of this process");
    let names = tasks.filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("comm")).ok());
    names.filter(|name| name.starts_with("taipan-compile")).count()
}

#[test]
fn engines_and_scripts_go_while_their_units_are_made() {
    let idle = Engine::builder().capture_output().build();
    idle.run(&Script::compile("idle.py", "x = sum(range(10))\n").unwrap()).unwrap();
    assert_eq!(workers(), 0, "a thread was started before there was anything to do");
    for turn in 0..40 {
        let engine = Engine::builder().capture_output().build();
        // As soon as a loop is recorded, its unit is ordered; the script ends before it is there.
        let (stop, asked) = (engine.interrupt_handle(), Cell::new(false));
        engine.on_event(move |_| {
            if !asked.replace(true) {
                stop.interrupt();
            }
        });
        let script = Script::compile("test.py", &program()).unwrap();
        let error = engine.run(&script).unwrap_err();
        assert_eq!(error.class(), "KeyboardInterrupt");
        if turn % 2 == 0 {
            engine.on_event(|_| ());
            drop(script);
            let other = Script::compile("other.py", &program()).unwrap();
            engine.run(&other).unwrap();
            engine.run(&other).unwrap();
            assert_eq!(engine.take_output(), PRINTED.repeat(2));
        }
    }
    let start = Instant::now();
    while workers() > 0 {
        assert!(start.elapsed() < LIMIT, "{} threads are left", workers());
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// How much the command grows, in kilobytes, while so many units are made of functions that come and go.
fn growth(threads: &str, units: usize) -> i64 {
    let text = "import sys\n\
                def resident():\n    with open('/proc/self/statm') as file:\n        return int(file.read().split()[1]) * 4\n\
                text = 'def f(n):\\n    t = 0\\n    for i in range(n):\\n'\n\
                text += ''.join(f'        t += (i + {k}) % {k + 7}\\n' for k in range(120)) + '    return t\\n'\n\
                units = int(sys.argv[1])\n\
                for k in range(units):\n\
                \x20   if k == units // 4:\n        early = resident()\n\
                \x20   names = {}\n    exec(text, names)\n    names['f'](20000)\n\
                print(resident() - early)\n";
    let options = [&format!("--compile-threads={threads}"), "--stats", "-c", text, &units.to_string()];
    let outcome = run(taipan().args(options), LIMIT * 60);
    let made = outcome.stderr.matches("compiled loop").count();
    assert!(made > units / 2, "{made} units were made\n{}", &outcome.stderr[..outcome.stderr.len().min(2000)]);
    outcome.stdout.trim().parse().expect("a number of kilobytes")
}

/// The command's memory is kept by each thread for itself: what went to the other and stayed there would add up.
/// `TAIPAN_UNITS=200000 cargo test --release --test worker` makes many.
#[test]
fn units_made_beside_the_script_take_no_more_memory() {
    let units = std::env::var("TAIPAN_UNITS").map_or(120, |text| text.parse().expect("a number"));
    let (in_line, beside) = (growth("0", units), growth("1", units));
    assert!(beside < in_line + in_line / 4 + 2000, "{beside} kilobytes instead of {in_line} for {units} units");
}
