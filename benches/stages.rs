//! The stages on the way to machine code, each on what the stage before it makes of `scripts/julia.py` and
//! `scripts/nbody.py`; and what it costs to enter and leave a unit.
//!
//! ```text
//! cargo bench --bench stages
//! ```
#![allow(missing_docs)] // what `criterion_group` makes has none

use std::cell::RefCell;
use std::hint::black_box;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use taipan::engine::Listing;
use taipan::jit::abi::{JitContext, Leave, Runtime, Status};
use taipan::jit::compile::{Compiler, Generator};
use taipan::jit::lower::Options;
use taipan::resolve::{GlobalNames, lower_module};
use taipan::source::Source;
use taipan::syntax::parse;
use taipan::trace::ir::Unit;
use taipan::trace::{opt, text};
use taipan::value::Value;
use taipan::{Config, Engine, Event, JitMode, Script};

const SCRIPTS: [(&str, &str); 2] = [("julia", "40"), ("nbody", "2000")];

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scripts/{name}.py"));
    std::fs::read_to_string(path).expect("the script is there")
}

fn engine(name: &str, size: &str, listings: bool) -> Engine {
    let config = Config { listings, ..Config::default() };
    Engine::builder().config(config).arguments([name, size]).capture_output().build()
}

/// The units of a script as they were built.
fn units(name: &str, size: &str) -> Vec<String> {
    let engine = engine(name, size, true);
    let found = Rc::new(RefCell::new(Vec::new()));
    let kept = found.clone();
    engine.on_event(move |event| {
        if let Event::Listed { listing: Listing::Built, text, .. } = event {
            kept.borrow_mut().push(text.clone());
        }
    });
    engine.run(&Script::compile(name, &read(name)).expect("a program")).expect("it runs");
    found.take()
}

fn stages(criterion: &mut Criterion) {
    for (name, size) in SCRIPTS {
        let source = Arc::new(Source::new(name, &read(name)));
        criterion
            .bench_function(&format!("parse/{name}"), |b| b.iter(|| parse(black_box(&source)).expect("a program")));
        let tree = parse(&source).expect("a program");
        criterion.bench_function(&format!("resolve/{name}"), |b| {
            b.iter(|| lower_module(black_box(&tree), &source, &mut GlobalNames::new(), false).expect("a program"));
        });
        let script = Script::compile(name, &read(name)).expect("a program");
        criterion.bench_function(&format!("record/{name}"), |b| {
            b.iter_custom(|count| {
                let run = |_| {
                    let engine = engine(name, size, false);
                    engine.run(&script).expect("it runs");
                    engine.stats().spent.recording
                };
                (0..count).map(run).sum::<Duration>()
            });
        });
        let units: Vec<Unit> = units(name, size).iter().map(|unit| text::parse(unit).expect("a unit")).collect();
        let optimised = || {
            let mut units = units.clone();
            for unit in &mut units {
                opt::optimise(unit, opt::Options { speculate: true }, |_, _| {});
            }
            units
        };
        criterion.bench_function(&format!("optimise/{name}"), |b| b.iter(|| black_box(optimised())));
        let units = optimised();
        let mut generator = Generator::default();
        criterion.bench_function(&format!("lower/{name}"), |b| {
            let options = Options { slots: &|_| 64, own: Some(0), stress: false, verify: false, listing: false };
            b.iter(|| {
                for unit in &units {
                    // A unit that calls itself by another number is refused, in no time.
                    let _ = black_box(generator.generate(unit, &options));
                }
            });
        });
    }
}

/// Loops whose turns are short: there the test of the poll word weighs most.
const SHORT_TURNS: [(&str, &str); 3] = [
    ("floats", "def f(n):\n    t = 0.0\n    for i in range(n):\n        t = t * 0.5 + i\n    return t\n"),
    ("ints", "def f(n):\n    t = 0\n    for i in range(n):\n        t = (t + i) % 1000003\n    return t\n"),
    ("while", "def f(n):\n    k = 0\n    while k < n:\n        k += 1\n    return k\n"),
];

/// Nothing is left to be served.
struct Alone;

impl Runtime for Alone {
    fn serve(&self, _: &mut JitContext, _: u32, _: Leave, _: &mut [Value], _: u64) -> Status {
        unreachable!("these functions return")
    }
}

/// The unit of `f`, as it is compiled.
fn unit_of_f(text: &str) -> String {
    let config = Config { listings: true, jit: JitMode::Eager, ..Config::default() };
    let engine = Engine::builder().config(config).capture_output().build();
    let found = Rc::new(RefCell::new(String::new()));
    let kept = found.clone();
    engine.on_event(move |event| {
        if let Event::Listed { listing: Listing::Optimised, text, .. } = event
            && text.starts_with("unit function f")
        {
            kept.replace(text.clone());
        }
    });
    let text = format!("{text}for _ in range(20):\n    f(100)\n");
    engine.run(&Script::compile("f.py", &text).expect("a program")).expect("it runs");
    found.take()
}

/// What the test of the poll word costs: the same loops with it and without.
fn polls(criterion: &mut Criterion) {
    let word = AtomicU64::new(0);
    let mut compiler = Compiler::new();
    for (name, text) in SHORT_TURNS {
        let with = unit_of_f(text);
        let without: String =
            with.lines().filter(|line| !line.trim().starts_with("poll ")).map(|line| format!("{line}\n")).collect();
        assert_ne!(with.len(), without.len());
        for (kind, text) in [("with", &with), ("without", &without)] {
            let options = Options { slots: &|_| 64, own: Some(0), stress: false, verify: false, listing: false };
            let unit = text::parse(text).expect("a unit");
            let via = compiler.trampoline(&unit).expect("a way in");
            let compiled = compiler.compile(unit, 0, &options, |_| None).expect("it compiles");
            let mut context = JitContext::new(&word);
            let mut slots = vec![Value::Unbound; 4096];
            criterion.bench_function(&format!("poll/{name}/{kind}"), |b| {
                b.iter(|| {
                    context.arguments[0] = 100_000;
                    compiled.call(&via, &mut context, &Alone, &mut slots, 100)
                });
            });
        }
    }
}

fn border(criterion: &mut Criterion) {
    let engine = Engine::builder().capture_output().build();
    let text = "def f(n):\n    t = 0\n    for i in range(n):\n        t += i\n    return t\nf(1000000)\n";
    engine.run(&Script::compile("f.py", text).expect("a program")).expect("it runs");
    let f = engine.function::<(i64,), i64>("f").expect("a function");
    criterion.bench_function("enter and leave", |b| b.iter(|| f.call((black_box(2),)).expect("it returns")));
    engine.register("one", || 1_i64);
    engine.run(&Script::compile("g.py", "def g():\n    return one()\n").expect("a program")).expect("it runs");
    let g = engine.function::<(), i64>("g").expect("a function");
    criterion.bench_function("host to script to host", |b| b.iter(|| g.call(()).expect("it returns")));
}

criterion_group!(benches, stages, polls, border);
criterion_main!(benches);
