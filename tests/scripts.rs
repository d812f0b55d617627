//! Runs the programs in `scripts/` at small sizes in every mode and compares with what CPython
//! printed; a release build also computes the whole Julia set. `TAIPAN_RECORD=1` records anew.

mod common;

use common::{LIMIT, MODES, first_difference, python, run, taipan};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Sizes at which a program reaches every line and CPython needs a blink.
const SIZES: &[(&str, &str)] = &[
    ("array_diffusion", "20"),
    ("array_life", "20"),
    ("array_mandelbrot", "20"),
    ("array_matmul", "12"),
    ("array_paths", "14"),
    ("collatz", "600"),
    ("diffusion", "24"),
    ("fib", "16"),
    ("gauss", "14"),
    ("julia", "30"),
    ("julia_expanded", "30"),
    ("mandelbrot", "30"),
    ("matmul", "11"),
    ("nbody", "300"),
    ("pi_digits", "120"),
    ("planets", "40"),
    ("rays", "12"),
    ("sieve", "5000"),
    ("spectral_norm", "20"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn recording(script: &str) -> PathBuf {
    root().join("tests/scripts").join(format!("{script}.out"))
}

#[test]
fn every_script_is_run() {
    let mut scripts: Vec<String> = std::fs::read_dir(root().join("scripts"))
        .expect("the folder of scripts is there")
        .map(|entry| entry.expect("readable").path())
        .map(|path| path.file_stem().expect("named").to_string_lossy().into_owned())
        .collect();
    scripts.sort();
    let known: Vec<&str> = SIZES.iter().map(|(script, _)| *script).collect();
    assert_eq!(scripts, known);
}

#[test]
fn scripts_print_what_cpython_prints() {
    let record = std::env::var_os("TAIPAN_RECORD").is_some();
    let mut failures = Vec::new();
    for (script, size) in SIZES {
        let file = format!("scripts/{script}.py");
        if record {
            let python = python().expect("recording needs CPython 3.11");
            let outcome = run(Command::new(python).args([&file, *size]).current_dir(root()), LIMIT);
            assert_eq!(outcome.status, "exit 0", "{file}: {}", outcome.stderr);
            std::fs::write(recording(script), outcome.stdout).expect("a recording can be written");
            continue;
        }
        let expected = std::fs::read_to_string(recording(script)).expect("a script is recorded");
        for (mode, options) in MODES {
            let got = run(taipan().args(options).args([&file, *size]).current_dir(root()), LIMIT);
            if got.status != "exit 0" || got.stdout != expected {
                failures.push(format!(
                    "{file} [{mode}] {}, {}\n{}",
                    got.status,
                    first_difference(&expected, &got.stdout),
                    got.stderr
                ));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation")]
fn the_julia_set_is_whole() {
    for script in ["julia", "julia_expanded"] {
        let file = format!("scripts/{script}.py");
        let got = run(taipan().arg(file).current_dir(root()), LIMIT);
        assert_eq!(got.stdout, "1000000 points, sum of steps 33219980\n", "{}", got.stderr);
    }
}
