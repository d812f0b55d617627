//! The machine that code is generated for: the one this process runs on, with our choice of Cranelift's settings.
//!
//! In: nothing. Out: one [`TargetIsa`] a process, made when the first unit is compiled (60 microseconds, which start-up does not pay).
//! Knows nothing of units.
//!
//! The settings, with the measurement behind each where there is one:
//! * `opt_level = speed`: our passes know Python, Cranelift's know the machine; `none` compiles a third faster and is worse on
//!   redundant code.
//! * backtracking register allocation (the default): the single pass is 2.7 times slower on scalar float loops.
//! * the verifier only in builds with debug assertions: it doubles the time of a compilation.
//! * no position-independent code: the only relocations left are absolute words and calls of a unit to itself.
//! * no stack probes, no unwinding tables: frames are small and checked, and nothing unwinds through them.

use cranelift_codegen::isa::{OwnedTargetIsa, TargetIsa};
use cranelift_codegen::settings::{self, Configurable, Flags};
use std::sync::OnceLock;

/// Settings that differ from Cranelift's defaults.
const SETTINGS: &[(&str, &str)] = &[
    ("opt_level", "speed"),
    ("enable_verifier", if cfg!(debug_assertions) { "true" } else { "false" }),
    ("is_pic", "false"),
    ("use_colocated_libcalls", "false"),
    ("enable_probestack", "false"),
    ("unwind_info", "false"),
];

/// The host, or nothing where compiled code is not supported: there the engine interprets.
///
/// Another processor needs its instruction cache flushed after code was placed, another system its own way to executable
/// memory; until somebody has run the tests there, saying no is better than guessing.
pub fn host() -> Option<&'static OwnedTargetIsa> {
    static HOST: OnceLock<Option<OwnedTargetIsa>> = OnceLock::new();
    HOST.get_or_init(|| if cfg!(all(target_arch = "x86_64", target_os = "linux")) { build() } else { None }).as_ref()
}

fn build() -> Option<OwnedTargetIsa> {
    let mut flags = settings::builder();
    for (name, value) in SETTINGS {
        flags.set(name, value).ok()?;
    }
    cranelift_native::builder().ok()?.finish(Flags::new(flags)).ok()
}

/// What code in a cache on disk must agree with before it may run here: Cranelift's version, the processor and the settings.
pub fn fingerprint(isa: &dyn TargetIsa) -> String {
    let mut text = format!("cranelift {} {}", cranelift_codegen::VERSION, isa.triple());
    for value in isa.flags().iter().chain(isa.isa_flags()) {
        text.push(' ');
        text.push_str(&value.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(all(target_arch = "x86_64", target_os = "linux"))]
    fn the_host_is_there_once_and_tells_its_settings() {
        let first = host().unwrap();
        assert!(std::ptr::eq(first, host().unwrap()));
        let text = fingerprint(&**first);
        assert!(text.contains("opt_level=speed") && text.contains("x86_64"), "{text}");
    }
}
