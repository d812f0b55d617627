//! `io` and `_io`: the classes of file objects, and the objects behind `sys.stdin`, `sys.stdout` and `sys.stderr`.
//!
//! In: paths, bytes and text. Out: files of bytes (`binary`, over `buffer` and `file`), files of text over them (`wrapper`,
//! over `text`), the same in memory (`bytes_io`, `string_io`), and `open`.

mod base;
mod binary;
mod buffer;
mod bytes_io;
mod decode;
mod error;
mod file;
mod foreign;
mod newline;
mod open;
mod string_io;
mod text;
mod wrapper;

pub use base::{put, writable};
pub use buffer::flush_all;
pub use foreign::file as file_of_number;
pub use open::{OPEN, open};
pub use wrapper::stream_of;

use super::{class, constant, effect};
use crate::value::class::Class;
use crate::value::host::Stream;
use crate::value::instance::Instance;
use crate::value::module::Module;
use crate::value::native::Takes::Exactly;
use crate::value::native::{Row, Takes};
use crate::value::opaque::Opaque;
use crate::value::{Gc, Res, Symbol, Value};
use file::{Mode, OsFile};
use newline::Newline;
use std::cell::OnceCell;
use std::rc::Rc;
use text::{Layer, Style, Text};

/// The classes.
struct Classes {
    base: Gc<Class>,
    raw_base: Gc<Class>,
    buffered_base: Gc<Class>,
    text_base: Gc<Class>,
    file_io: Gc<Class>,
    reader: Gc<Class>,
    writer: Gc<Class>,
    random: Gc<Class>,
    bytes_io: Gc<Class>,
    string_io: Gc<Class>,
    text_wrapper: Gc<Class>,
}

thread_local! {
    static CLASSES: OnceCell<Rc<Classes>> = const { OnceCell::new() };
    static STANDARD: OnceCell<[Value; 3]> = const { OnceCell::new() };
}

fn classes() -> Rc<Classes> {
    CLASSES.with(|classes| classes.get_or_init(|| Rc::new(Classes::create())).clone())
}

impl Classes {
    fn create() -> Classes {
        type Attributes = [(&'static str, fn(&Value) -> Res)];
        let make = |name: &str, parent: Option<&Gc<Class>>, rows: &'static [Row], attributes: &Attributes| {
            let class = class::create("_io", name, parent.cloned(), rows);
            class::add_attributes(&class, attributes);
            class
        };
        let base = make("_IOBase", None, base::BASE, base::BASE_ATTRIBUTES);
        let raw_base = make("_RawIOBase", Some(&base), base::RAW, &[]);
        let buffered_base = make("_BufferedIOBase", Some(&base), base::BUFFERED, &[]);
        let text_base = make("_TextIOBase", Some(&base), base::TEXT, base::TEXT_ATTRIBUTES);
        let buffered = |name: &str, rows: &'static [Row]| {
            let class = make(name, Some(&buffered_base), binary::METHODS, binary::ATTRIBUTES);
            class::add_rows(&class, rows);
            class
        };
        Classes {
            file_io: make("FileIO", Some(&raw_base), binary::RAW_METHODS, binary::RAW_ATTRIBUTES),
            reader: buffered("BufferedReader", binary::READER),
            writer: buffered("BufferedWriter", binary::WRITER),
            random: buffered("BufferedRandom", binary::RANDOM),
            bytes_io: make("BytesIO", Some(&buffered_base), bytes_io::METHODS, bytes_io::ATTRIBUTES),
            string_io: make("StringIO", Some(&text_base), string_io::METHODS, string_io::ATTRIBUTES),
            text_wrapper: make("TextIOWrapper", Some(&text_base), wrapper::METHODS, wrapper::ATTRIBUTES),
            base,
            raw_base,
            buffered_base,
            text_base,
        }
    }
}

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("io", FUNCTIONS);
    let classes = classes();
    for (name, class) in [
        ("IOBase", &classes.base),
        ("RawIOBase", &classes.raw_base),
        ("BufferedIOBase", &classes.buffered_base),
        ("TextIOBase", &classes.text_base),
        ("FileIO", &classes.file_io),
        ("BufferedReader", &classes.reader),
        ("BufferedWriter", &classes.writer),
        ("BufferedRandom", &classes.random),
        ("BytesIO", &classes.bytes_io),
        ("StringIO", &classes.string_io),
        ("TextIOWrapper", &classes.text_wrapper),
        ("UnsupportedOperation", &error::unsupported_class()),
    ] {
        constant(&module, name, Value::from(class));
    }
    for (name, number) in [("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2), ("DEFAULT_BUFFER_SIZE", buffer::SIZE)] {
        constant(&module, name, Value::int(number as i64));
    }
    // It is the one that every script has.
    constant(&module, "open", crate::builtins::names().get("open".into()).unwrap_or_default());
    let blocking = crate::value::types().exception(crate::value::exception::Error::BlockingIOError);
    constant(&module, "BlockingIOError", Value::from(blocking));
    module
}

static TEXT_ENCODING: crate::value::native::Parameters = crate::value::native::Parameters {
    names: &["encoding", "stacklevel"],
    positional_only: 2,
    positional: 2,
    required: 1,
};

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("io", "open_code", Exactly(1, |own| open(&[own[0].clone(), Value::str("rb")])), "Opens the provided file with the intent to import the contents."),
    effect("io", "text_encoding", Takes::Named(&TEXT_ENCODING, |own| {
        Ok(if own[0].is_none() { Value::str("locale") } else { own[0].clone() })
    }), "A helper function to choose the text encoding."),
];

/// Whether an object is a file of text whose class is one of these, not one of a script derived from it.
pub fn is_own(value: &Value) -> bool {
    let classes = classes();
    let class = value.downcast::<Instance>().map(Instance::class);
    class.is_some_and(|class| class.is(&classes.text_wrapper) || class.is(&classes.string_io))
}

/// `sys.stdin`
pub fn input() -> Value {
    standard(0)
}

/// `sys.stdout` or `sys.stderr`
pub fn output(stream: Stream) -> Value {
    standard(match stream {
        Stream::Output => 1,
        Stream::Error => 2,
    })
}

fn standard(number: usize) -> Value {
    STANDARD.with(|known| known.get_or_init(|| [0, 1, 2].map(make_standard))[number].clone())
}

fn make_standard(number: usize) -> Value {
    let classes = classes();
    let (file, name, stream, errors) = match number {
        0 => (OsFile::input(), "<stdin>", None, "strict"),
        1 => (OsFile::output(Stream::Output), "<stdout>", Some(Stream::Output), "strict"),
        _ => (OsFile::output(Stream::Error), "<stderr>", Some(Stream::Error), "backslashreplace"),
    };
    let by_line = number == 2 || file.is_terminal() == Ok(true);
    let mode = Mode { read: number == 0, write: number != 0, truncate: number != 0, ..Mode::default() };
    let raw = binary::new_raw(&classes.file_io, file, mode, Value::str(name));
    // What is written goes to the host at once, which has a buffer of its own.
    let (class, size) = if mode.read { (&classes.reader, buffer::SIZE) } else { (&classes.writer, 1) };
    let below = binary::new_binary(class, raw, mode.read, mode.write, size);
    let (encoding, errors) = ("utf-8".to_string(), errors.to_string());
    let newline = if mode.read { Newline::Any } else { Newline::One("\n") };
    let style = Style { encoding, errors, newline, by_line, through: false };
    let text = Text::default();
    text.layer.replace(Layer::new(below, style, stream).ok());
    let object = Instance::wrap(&classes.text_wrapper, Opaque::create(text));
    object.set(Symbol::new("mode"), Value::str(if mode.read { "r" } else { "w" }));
    Value::from(object)
}
