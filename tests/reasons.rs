//! Each reason to give up on a loop, and each reason to leave compiled code, is met by a script in `tests/reasons`, whose first line
//! names its code, and the mode to run it in where that is not `--jit=eager`; `--stats` must tell it.

mod common;

use common::{LIMIT, run, taipan};
use std::collections::BTreeSet;
use std::path::Path;
use taipan::trace::abort::AbortReason;
use taipan::trace::ir::Reason;

#[test]
fn each_reason_is_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reasons");
    let mut met = BTreeSet::new();
    let mut failures = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("the folder of scripts is there") {
        let path = entry.expect("readable").path();
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let words: Vec<&str> =
            text.lines().next().unwrap_or_default().split([' ', ':']).filter(|word| !word.is_empty()).collect();
        let code = words.get(1).expect("a code in the first line").to_string();
        let mode = words.iter().find(|word| word.starts_with("--")).unwrap_or(&"--jit=eager");
        let outcome = run(taipan().args([mode, "--stats"]).arg(&path), LIMIT);
        if !outcome.stderr.contains(&code) {
            failures.push(format!("{} does not meet {code}\n{}", path.display(), outcome.stderr));
        }
        met.insert(code);
    }
    let codes =
        AbortReason::ALL.iter().map(|reason| reason.code()).chain(Reason::ALL.iter().map(|reason| reason.code()));
    for code in codes {
        if !met.contains(code) {
            failures.push(format!("no script meets {code}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
