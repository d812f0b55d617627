//! Runs a script that is not trusted to end: it may use so much memory, call so deep and run so long, and then gets an
//! exception.
//!
//! ```text
//! cargo run --release --example sandbox
//! ```

use std::time::Duration;
use taipan::{Engine, Error, Script};

const SCRIPTS: [(&str, &str); 3] = [
    ("endless.py", "n = 0\nwhile True:\n    n += 1\n"),
    ("greedy.py", "data = []\nwhile True:\n    data.append([0.0] * 100000)\n"),
    ("deep.py", "def f(n):\n    return f(n + 1)\nf(0)\n"),
];

fn main() -> Result<(), Error> {
    for (name, text) in SCRIPTS {
        let engine = Engine::builder().memory_limit(256 << 20).recursion_limit(500).build();
        let interrupt = engine.interrupt_handle();
        // The handle may outlive the script: then nobody is there to notice.
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(2));
            interrupt.expire();
        });
        match engine.run(&Script::compile(name, text)?) {
            Ok(()) => println!("{name} came to its end"),
            Err(error) => println!("{name} was stopped: {}: {}", error.class(), error.message()),
        }
    }
    Ok(())
}
