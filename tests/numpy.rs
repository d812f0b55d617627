//! Runs every script in `tests/numpy/` in every mode and compares its output with what numpy 2.4 under CPython 3.11
//! printed.
//!
//! What numpy did is kept beside each script as `<name>.out`; record it anew, where `python3` has numpy, with
//!
//! ```text
//! TAIPAN_RECORD=1 cargo test --test numpy
//! ```

mod common;

use common::{LIMIT, MODES, first_difference, run, taipan};
use std::path::{Path, PathBuf};
use std::process::Command;

fn scripts() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/numpy");
    let entries = std::fs::read_dir(root).expect("the folder of scripts is there");
    let mut scripts: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    scripts.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    scripts.sort();
    assert!(!scripts.is_empty());
    scripts
}

#[test]
fn arrays_are_numpys() {
    let mut wrong = Vec::new();
    for script in scripts() {
        let recording = script.with_extension("out");
        if std::env::var_os("TAIPAN_RECORD").is_some() {
            let outcome = run(Command::new("python3").arg(&script), LIMIT);
            assert_eq!(outcome.status, "0", "{}: {}", script.display(), outcome.stderr);
            std::fs::write(&recording, &outcome.stdout).expect("the folder can be written");
        }
        let wanted = std::fs::read_to_string(&recording).expect("a recording beside each script");
        for (mode, options) in MODES {
            let outcome = run(taipan().args(options).arg(&script), LIMIT);
            if outcome.stdout != wanted {
                let difference = first_difference(&wanted, &outcome.stdout);
                wrong.push(format!("{} [{mode}]:\n{difference}\n{}", script.display(), outcome.stderr));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
