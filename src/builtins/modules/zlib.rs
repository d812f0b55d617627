//! `zlib`: bytes made smaller, by zlib itself, so that they are those of CPython.
//!
//! In: bytes. Out: fewer bytes, or the same again. An object holds a stream that goes on over several calls.

use super::binascii::{SUMS, buffer};
use super::{Module, class, constant, function};
use crate::builtins::argument::{room, short, size};
use crate::raise;
use crate::value::class::Class;
use crate::value::exception::{Error, Exception, raise_object};
use crate::value::function::Builtin;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Between, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::{Gc, Raise, Res, Value, host};
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use std::cell::{Cell, OnceCell, RefCell};

/// How much more room the output gets at a time.
const STEP: usize = 1 << 16;

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("zlib", FUNCTIONS);
    for row in SUMS {
        module.define(row.name, Value::from(Builtin::row(row)));
    }
    module.define("error", Value::from(error_class()));
    #[rustfmt::skip]
    let numbers: &[(&str, i64)] = &[
        ("MAX_WBITS", 15), ("DEFLATED", 8), ("DEF_MEM_LEVEL", 8), ("DEF_BUF_SIZE", 16384), ("Z_NO_COMPRESSION", 0),
        ("Z_BEST_SPEED", 1), ("Z_BEST_COMPRESSION", 9), ("Z_DEFAULT_COMPRESSION", -1), ("Z_DEFAULT_STRATEGY", 0),
        ("Z_FILTERED", 1), ("Z_HUFFMAN_ONLY", 2), ("Z_RLE", 3), ("Z_FIXED", 4), ("Z_NO_FLUSH", 0), ("Z_PARTIAL_FLUSH", 1),
        ("Z_SYNC_FLUSH", 2), ("Z_FULL_FLUSH", 3), ("Z_FINISH", 4), ("Z_BLOCK", 5), ("Z_TREES", 6),
    ];
    for (name, value) in numbers {
        constant(&module, name, Value::int(*value));
    }
    for name in ["ZLIB_VERSION", "ZLIB_RUNTIME_VERSION"] {
        constant(&module, name, Value::str("1.2.13"));
    }
    module
}

fn error_class() -> Gc<Class> {
    thread_local! {
        static ERROR: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    ERROR.with(|known| known.get_or_init(|| class::exception("zlib", "error", Error::Exception)).clone())
}

#[cold]
fn error(message: &str) -> Raise {
    raise_object(Exception::create(error_class(), vec![Value::str(message)]))
}

static COMPRESS: Parameters =
    Parameters { names: &["data", "level", "wbits"], positional_only: 1, positional: 3, required: 1 };
static DECOMPRESS: Parameters =
    Parameters { names: &["data", "wbits", "bufsize"], positional_only: 1, positional: 3, required: 1 };
static COMPRESS_OBJECT: Parameters = Parameters {
    names: &["level", "method", "wbits", "memLevel", "strategy", "zdict"],
    positional_only: 0,
    positional: 6,
    required: 0,
};
static DECOMPRESS_OBJECT: Parameters =
    Parameters { names: &["wbits", "zdict"], positional_only: 0, positional: 2, required: 0 };

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("zlib", "compress", Named(&COMPRESS, compress), "Returns a bytes object containing compressed data."),
    function("zlib", "decompress", Named(&DECOMPRESS, decompress), "Returns a bytes object containing the uncompressed data."),
    function("zlib", "compressobj", Named(&COMPRESS_OBJECT, compress_object), "Return a compressor object."),
    function("zlib", "decompressobj", Named(&DECOMPRESS_OBJECT, decompress_object), "Return a decompressor object."),
];

/// What surrounds the compressed data: bits of the window, and the kind of header.
#[derive(Clone, Copy)]
struct Frame {
    bits: u8,
    kind: Header,
}

#[derive(Clone, Copy, PartialEq)]
enum Header {
    None,
    Zlib,
    Gzip,
}

impl Frame {
    /// What `wbits` says.
    fn of(arguments: &[Value], place: usize) -> Result<Frame, Raise> {
        let wanted = given(arguments, place).map_or(Ok(15), short)?;
        let (bits, kind) = match wanted {
            9..=15 => (wanted, Header::Zlib),
            0 => (15, Header::Zlib),
            -15..=-9 => (-wanted, Header::None),
            25..=31 => (wanted - 16, Header::Gzip),
            // Either header: the first bytes tell.
            41..=47 => (wanted - 32, Header::Gzip),
            _ => return Err(raise!(ValueError, "Invalid initialization option")),
        };
        Ok(Frame { bits: bits as u8, kind })
    }

    fn compress(self, level: Compression) -> Compress {
        match self.kind {
            Header::Gzip => Compress::new_gzip(level, self.bits),
            kind => Compress::new_with_window_bits(level, kind == Header::Zlib, self.bits),
        }
    }

    fn decompress(self, data: &[u8]) -> Decompress {
        match self.kind {
            Header::Gzip if data.first() == Some(&0x1f) => Decompress::new_gzip(self.bits),
            Header::None => Decompress::new_with_window_bits(false, self.bits),
            _ => Decompress::new_with_window_bits(true, self.bits),
        }
    }
}

fn level(arguments: &[Value], place: usize) -> Result<Compression, Raise> {
    match given(arguments, place).map_or(Ok(-1), short)? {
        -1 => Ok(Compression::default()),
        level @ 0..=9 => Ok(Compression::new(level as u32)),
        _ => Err(error("Bad compression level")),
    }
}

/// Makes room in the output, as far as there is any.
fn more_room(out: &mut Vec<u8>) -> Result<(), Raise> {
    let step = STEP.max(out.len());
    room(out.len() + step, 1)?;
    host::poll()?;
    out.reserve(step);
    Ok(())
}

/// Compresses all of the data.
fn press(state: &mut Compress, data: &[u8], flush: FlushCompress) -> Result<Vec<u8>, Raise> {
    let mut out = Vec::with_capacity(64 + data.len() / 2);
    let mut taken = 0;
    loop {
        let (before_in, before_out) = (state.total_in(), state.total_out());
        let status = state.compress_vec(&data[taken..], &mut out, flush);
        taken += (state.total_in() - before_in) as usize;
        let Ok(status) = status else {
            return Err(error("Error -2 while compressing data: inconsistent stream state"));
        };
        let moved = state.total_out() != before_out || state.total_in() != before_in;
        let full = out.len() == out.capacity();
        if status == Status::StreamEnd || taken == data.len() && !full && (flush != FlushCompress::Finish || !moved) {
            return Ok(out);
        }
        if full || !moved {
            more_room(&mut out)?;
        }
    }
}

fn compress(arguments: &[Value]) -> Res {
    let data = buffer(&arguments[0])?;
    let level = match given(arguments, 1).map_or(Ok(-1), short)? {
        -1..=9 => level(arguments, 1)?,
        _ => return Err(error("Bad compression level")),
    };
    let mut state = Frame::of(arguments, 2)?.compress(level);
    Ok(Value::bytes(&press(&mut state, &data, FlushCompress::Finish)?))
}

/// What came out, how much of the data was taken, and whether the stream ended.
struct Expanded {
    out: Vec<u8>,
    taken: usize,
    ended: bool,
}

fn expand(state: &mut Decompress, data: &[u8], most: Option<usize>) -> Result<Expanded, Raise> {
    let mut out = Vec::with_capacity(most.unwrap_or(usize::MAX).min(64 + data.len() * 3));
    let mut taken = 0;
    loop {
        let (before_in, before_out) = (state.total_in(), state.total_out());
        let status = state.decompress_vec(&data[taken..], &mut out, FlushDecompress::Sync);
        taken += (state.total_in() - before_in) as usize;
        let status = match status {
            Ok(status) => status,
            Err(wrong) if wrong.needs_dictionary().is_some() => {
                return Err(error("Error 2 while decompressing data"));
            }
            Err(wrong) => {
                let why = wrong.message().unwrap_or("invalid data").to_string();
                return Err(error(&format!("Error -3 while decompressing data: {why}")));
            }
        };
        let ended = status == Status::StreamEnd;
        let full = out.len() == out.capacity();
        let moved = state.total_out() != before_out || state.total_in() != before_in;
        if ended || most == Some(out.len()) || (!full && (taken == data.len() || !moved)) {
            return Ok(Expanded { out, taken, ended });
        }
        if full {
            match most {
                Some(most) => out.reserve((most - out.len()).min(STEP)),
                None => more_room(&mut out)?,
            }
            if let Some(most) = most
                && out.capacity() > most
            {
                // No more than was asked for.
                let mut exact = Vec::with_capacity(most);
                exact.append(&mut out);
                out = exact;
            }
        }
    }
}

fn decompress(arguments: &[Value]) -> Res {
    let data = buffer(&arguments[0])?;
    let mut state = Frame::of(arguments, 1)?.decompress(&data);
    let expanded = expand(&mut state, &data, None)?;
    match expanded.ended {
        true => Ok(Value::bytes(&expanded.out)),
        false => Err(error("Error -5 while decompressing data: incomplete or truncated stream")),
    }
}

/// The content of a compressor.
struct Presser(RefCell<Compress>);

impl Content for Presser {}

/// The content of a decompressor.
struct Expander {
    frame: Frame,
    state: RefCell<Option<Decompress>>,
    unused: RefCell<Vec<u8>>,
    tail: RefCell<Vec<u8>>,
    ended: Cell<bool>,
}

impl Content for Expander {}

fn compress_object(arguments: &[Value]) -> Res {
    let state = Frame::of(arguments, 2)?.compress(level(arguments, 0)?);
    Ok(wrap("Compress", PRESSER, &[], Presser(RefCell::new(state))))
}

fn decompress_object(arguments: &[Value]) -> Res {
    let frame = Frame::of(arguments, 0)?;
    let (unused, tail) = (RefCell::default(), RefCell::default());
    let expander = Expander { frame, state: RefCell::default(), unused, tail, ended: Cell::new(false) };
    Ok(wrap("Decompress", EXPANDER, EXPANDER_ATTRIBUTES, expander))
}

fn wrap(
    name: &'static str,
    rows: &'static [Row],
    attributes: &[(&str, fn(&Value) -> Res)],
    content: impl Content,
) -> Value {
    thread_local! {
        static CLASSES: RefCell<Vec<(&'static str, Gc<Class>)>> = const { RefCell::new(Vec::new()) };
    }
    let known = CLASSES.with_borrow(|all| all.iter().find(|(own, _)| *own == name).map(|(_, class)| class.clone()));
    let class = known.unwrap_or_else(|| {
        let class = class::create("zlib", name, None, rows);
        class::add_attributes(&class, attributes);
        class::forbid_calls(&class);
        CLASSES.with_borrow_mut(|all| all.push((name, class.clone())));
        class
    });
    Value::from(Instance::wrap(&class, Opaque::create(content)))
}

const fn of_presser(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("zlib.Compress", |v| v.content::<Presser>().is_some()), takes, pure: false, doc }
}

const fn of_expander(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("zlib.Decompress", |v| v.content::<Expander>().is_some()), takes, pure: false, doc }
}

static PRESSER: &[Row] = &[
    of_presser("compress", Exactly(1, press_more), "Returns a bytes object containing compressed data."),
    of_presser("flush", Between(0, 1, press_rest), "Return a bytes object containing any remaining compressed data."),
];

static MOST: Parameters = Parameters { names: &["data", "max_length"], positional_only: 1, positional: 2, required: 1 };

static EXPANDER: &[Row] = &[
    of_expander(
        "decompress",
        Named(&MOST, expand_more),
        "Return a bytes object containing the decompressed version of the data.",
    ),
    of_expander(
        "flush",
        Between(0, 1, expand_rest),
        "Return a bytes object containing any remaining decompressed data.",
    ),
];

static EXPANDER_ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("unused_data", |own| Ok(Value::bytes(&expander(own)?.unused.borrow()))),
    ("unconsumed_tail", |own| Ok(Value::bytes(&expander(own)?.tail.borrow()))),
    ("eof", |own| Ok(Value::bool(expander(own)?.ended.get()))),
];

fn presser(own: &Value) -> Result<&Presser, Raise> {
    own.content().ok_or_else(|| raise!(TypeError, "zlib.Compress expected"))
}

fn expander(own: &Value) -> Result<&Expander, Raise> {
    own.content().ok_or_else(|| raise!(TypeError, "zlib.Decompress expected"))
}

fn press_more(arguments: &[Value]) -> Res {
    let data = buffer(&arguments[1])?;
    let mut state = presser(&arguments[0])?.0.borrow_mut();
    Ok(Value::bytes(&press(&mut state, &data, FlushCompress::None)?))
}

fn press_rest(arguments: &[Value]) -> Res {
    let flush = match given(arguments, 1).map_or(Ok(4), short)? {
        0 => return Ok(Value::bytes(b"")),
        1 => FlushCompress::Partial,
        2 => FlushCompress::Sync,
        3 => FlushCompress::Full,
        _ => FlushCompress::Finish,
    };
    let mut state = presser(&arguments[0])?.0.borrow_mut();
    Ok(Value::bytes(&press(&mut state, &[], flush)?))
}

fn go_on(own: &Expander, data: &[u8], most: Option<usize>) -> Res {
    if own.ended.get() {
        own.unused.borrow_mut().extend_from_slice(data);
        return Ok(Value::bytes(b""));
    }
    let mut state = own.state.borrow_mut();
    let expanded = expand(state.get_or_insert_with(|| own.frame.decompress(data)), data, most)?;
    let rest = &data[expanded.taken..];
    own.ended.set(expanded.ended);
    if expanded.ended {
        own.unused.borrow_mut().extend_from_slice(rest);
        own.tail.take();
    } else {
        own.tail.replace(rest.to_vec());
    }
    Ok(Value::bytes(&expanded.out))
}

fn expand_more(arguments: &[Value]) -> Res {
    let data = buffer(&arguments[1])?;
    let most = given(arguments, 2).map_or(Ok(0), size)?;
    let Ok(most) = usize::try_from(most) else {
        return Err(raise!(ValueError, "max_length must be non-negative"));
    };
    go_on(expander(&arguments[0])?, &data, Some(most).filter(|&most| most > 0))
}

fn expand_rest(arguments: &[Value]) -> Res {
    let own = expander(&arguments[0])?;
    let tail = own.tail.take();
    go_on(own, &tail, None)
}
