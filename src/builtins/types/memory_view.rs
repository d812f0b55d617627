//! `memoryview`: constructor, methods and attributes.

use super::table::{Attribute, is, method};
use crate::builtins::argument::shown_type;
use crate::raise;
use crate::value::heap::Gc;
use crate::value::memory_view::MemoryView;
use crate::value::native::Takes::{Between, Exactly, Named};
use crate::value::native::{Parameters, Row, Takes, given};
use crate::value::{Arguments, Raise, Res, Value};

static NEW: Parameters = Parameters { names: &["object"], positional_only: 0, positional: 1, required: 1 };

/// `memoryview(object)`
pub fn new(arguments: &Arguments<'_>) -> Res {
    let mut bound = Vec::new();
    NEW.bind("memoryview", arguments.positional, arguments, &mut bound)?;
    MemoryView::of(&bound[0]).map(Value::from)
}

fn this(value: &Value) -> Result<&Gc<MemoryView>, Raise> {
    let view = value.as_gc::<MemoryView>().ok_or_else(|| raise!(TypeError, "memoryview expected"))?;
    view.check()?;
    Ok(view)
}

const fn of_view(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    method("memoryview", is::<MemoryView>, name, takes, doc)
}

static ORDER: Parameters = Parameters { names: &["order"], positional_only: 0, positional: 1, required: 0 };

/// The methods.
#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    of_view("cast", Named(&CAST, cast), "Cast a memoryview to a new format or shape."),
    of_view("hex", Named(&super::bytes::HEX, hex), "Return the data in the buffer as a str of hexadecimal numbers."),
    of_view("release", Exactly(0, release), "Release the underlying buffer exposed by the memoryview object."),
    of_view("tobytes", Named(&ORDER, to_bytes), "Return the data in the buffer as a byte string."),
    of_view("tolist", Exactly(0, |a| this(&a[0])?.to_list()), "Return the data in the buffer as a list of elements."),
    of_view("toreadonly", Exactly(0, |a| Ok(Value::from(this(&a[0])?.to_read_only()))), "Return a readonly version of the memoryview."),
    of_view("__enter__", Exactly(0, |a| this(&a[0]).map(Value::from)), ""),
    of_view("__exit__", Between(0, 3, release), "Release the underlying buffer."),
];

/// The attributes.
pub static ATTRIBUTES: &[Attribute] = &[
    ("obj", |view| Ok(this(view)?.object())),
    ("nbytes", |view| this(view).map(|view| Value::int((view.len() * view.item_size()) as i64))),
    ("readonly", |view| this(view).map(|view| Value::bool(view.is_read_only()))),
    ("itemsize", |view| this(view).map(|view| Value::int(view.item_size() as i64))),
    ("format", |view| this(view).map(|view| Value::str(view.format().encode_utf8(&mut [0; 4])))),
    ("ndim", |view| this(view).map(|_| Value::int(1))),
    ("shape", |view| this(view).map(|view| Value::tuple(vec![Value::int(view.len() as i64)]))),
    ("strides", |view| this(view).map(|view| Value::tuple(vec![Value::int(view.step() as i64)]))),
    ("suboffsets", |view| this(view).map(|_| Value::tuple(Vec::new()))),
    ("c_contiguous", |view| this(view).map(|view| Value::bool(view.is_contiguous()))),
    ("f_contiguous", |view| this(view).map(|view| Value::bool(view.is_contiguous()))),
    ("contiguous", |view| this(view).map(|view| Value::bool(view.is_contiguous()))),
];

static CAST: Parameters = Parameters { names: &["format", "shape"], positional_only: 0, positional: 2, required: 1 };

fn cast(arguments: &[Value]) -> Res {
    let view = this(&arguments[0])?;
    let Some(format) = arguments[1].as_str() else {
        let class = shown_type(&arguments[1]);
        return Err(raise!(TypeError, "cast() argument 'format' must be str, not {class}"));
    };
    let mut letters = format.strip_prefix('@').unwrap_or(format).chars();
    let format = match (letters.next(), letters.next()) {
        (Some(format), None) => format,
        _ => ' ',
    };
    view.cast(format).map(Value::from)
}

fn release(arguments: &[Value]) -> Res {
    if let Some(view) = arguments[0].downcast::<MemoryView>() {
        view.release();
    }
    Ok(Value::None)
}

fn to_bytes(arguments: &[Value]) -> Res {
    let _ = given(arguments, 1);
    Ok(Value::bytes(&this(&arguments[0])?.to_vec()?))
}

fn hex(arguments: &[Value]) -> Res {
    let mut plain = arguments.to_vec();
    plain[0] = Value::bytes(&this(&arguments[0])?.to_vec()?);
    super::bytes::hex(&plain)
}
