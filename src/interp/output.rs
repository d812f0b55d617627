//! Where text goes: standard output and standard error, or what a host put in their place.
//!
//! In: text. Out: bytes written to a sink, in order. It raises nothing: errors of the system are handed back.

use std::io::{self, BufWriter, IsTerminal, Write};

use crate::value::host::Stream;

/// The two streams of an engine.
pub struct Output {
    output: Box<dyn Write>,
    error: Box<dyn Write>,
    /// Someone is watching: write out whole lines at once.
    by_line: bool,
}

impl Default for Output {
    fn default() -> Output {
        Output {
            output: Box::new(BufWriter::with_capacity(1 << 16, io::stdout())),
            error: Box::new(io::stderr()),
            by_line: io::stdout().is_terminal(),
        }
    }
}

impl Output {
    /// Puts a sink in place of a stream.
    pub fn redirect(&mut self, stream: Stream, sink: Box<dyn Write>) {
        match stream {
            Stream::Output => self.output = sink,
            Stream::Error => self.error = sink,
        }
    }

    /// Writes bytes.
    pub fn write(&mut self, stream: Stream, bytes: &[u8]) -> io::Result<()> {
        match stream {
            Stream::Output => {
                self.output.write_all(bytes)?;
                if self.by_line && bytes.contains(&b'\n') { self.output.flush() } else { Ok(()) }
            }
            Stream::Error => self.error.write_all(bytes),
        }
    }

    /// Writes out what is buffered.
    pub fn flush(&mut self, stream: Stream) -> io::Result<()> {
        match stream {
            Stream::Output => self.output.flush(),
            Stream::Error => self.error.flush(),
        }
    }
}
