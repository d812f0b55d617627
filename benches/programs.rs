//! The programs in `scripts/`, at sizes that take some milliseconds: the first run on a new engine, later runs on the same,
//! and the interpreter alone.
//!
//! ```text
//! cargo bench --bench programs
//! ```
#![allow(missing_docs)] // what `criterion_group` makes has none

use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use taipan::{Engine, JitMode, Script};

const SCRIPTS: [(&str, &str); 14] = [
    ("collatz", "20000"),
    ("diffusion", "64"),
    ("fib", "22"),
    ("gauss", "60"),
    ("julia", "60"),
    ("julia_expanded", "60"),
    ("mandelbrot", "60"),
    ("matmul", "60"),
    ("nbody", "3000"),
    ("pi_digits", "300"),
    ("planets", "1000"),
    ("rays", "40"),
    ("sieve", "100000"),
    ("spectral_norm", "60"),
];

fn programs(criterion: &mut Criterion) {
    for (name, size) in SCRIPTS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scripts/{name}.py"));
        let text = std::fs::read_to_string(path).expect("the script is there");
        let script = Script::compile(name, &text).expect("a program");
        let engine = |jit| Engine::builder().jit(jit).arguments([name, size]).output(std::io::sink()).build();
        let mut group = criterion.benchmark_group(name);
        group.sample_size(20);
        group.bench_function("cold", |b| {
            let run = |engine: Engine| engine.run(&script).expect("it runs");
            b.iter_batched(|| engine(JitMode::On), run, BatchSize::PerIteration);
        });
        for (mode, jit) in [("warm", JitMode::On), ("interpreted", JitMode::Off)] {
            let engine = engine(jit);
            engine.run(&script).expect("it runs");
            group.bench_function(mode, |b| b.iter(|| engine.run(&script).expect("it runs")));
        }
        group.finish();
    }
}

criterion_group!(benches, programs);
criterion_main!(benches);
