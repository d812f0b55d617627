//! Arrays as values: what operators, subscripts, attributes and built-in functions do with them.
//!
//! In: values. Out: values, numpy's exceptions and warnings. What is computed is in `crate::array`; here Python's numbers
//! and lists become operands, types are brought together, and results of no dimension become scalars.

mod convert;
mod direct;
pub mod objects;
mod operate;
pub mod pending;
pub mod product;
pub mod protocol;
pub mod reference;
mod scalar;
pub mod seen;
mod subscript;
mod warn;

pub use convert::{Operand, common_type, dtype_of, from_value, operand, settled_shape, shape_of, to_list};
pub use operate::{
    apply, as_one, binary, compare, compare_with_other, divmod, in_place, of_scalars, plain, round, unary, with_object,
};
pub use scalar::{Complex128, from_word, python};
pub use subscript::{contains, get_item, get_of_scalar, set_element, set_elements, set_item};
pub use warn::{
    Condition, Handling, handler, handling, handling_address, report, report_cast, set_handler, set_handling, told,
    warn, warn_complex,
};

use super::class::Class;
use super::heap::{Ref, Trace};
use super::memory_view::Buffer;
use super::{Error as Exception, Gc, Kind, Raise, Res, Symbol, Value, ops, recursion, types};
use crate::array::error::{Error, Kind as ErrorKind};
use crate::array::ndarray::Order;
use crate::array::print::{self, Options};
use crate::array::{Array, DType, Scalar};
use crate::raise;
use crate::resolve::tree::BinaryOp;
use std::cell::{OnceCell, RefCell};
use std::ops::Deref;

/// The body of an array.
#[repr(C)]
pub struct NdArray {
    array: Array,
    /// The array that this is a view of, or `None`.
    base: Value,
}

impl Trace for NdArray {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.base.trace(visit);
        // Elements that views share are kept by each of them; a collection leaves them alone.
        reference::trace(&self.array, visit);
    }

    fn clear(&self) {
        reference::clear(&self.array);
    }
}

impl Deref for NdArray {
    type Target = Array;
    fn deref(&self) -> &Array {
        &self.array
    }
}

/// Dense arrays of numbers show their bytes.
impl Buffer for NdArray {
    fn format(&self) -> char {
        self.dtype().code()
    }

    fn is_read_only(&self) -> bool {
        !self.is_writeable()
    }

    fn look(&self, look: &mut dyn FnMut(&[u8])) {
        look(self.bytes().unwrap_or_default());
    }

    fn write(&self, start: usize, bytes: &[u8]) {
        self.set_bytes(start, bytes);
    }

    // The memory of an array stays where it is.
    fn hold(&self, _more: bool) {}
}

impl NdArray {
    /// Where the array lies in the body.
    pub const ARRAY_OFFSET: usize = std::mem::offset_of!(NdArray, array);

    /// The array that this is a view of, or `None`.
    pub fn base(&self) -> &Value {
        &self.base
    }
}

/// The body of a type of elements.
pub struct DTypeBody {
    /// The type.
    pub dtype: DType,
}

impl Trace for DTypeBody {}

impl From<Array> for Value {
    fn from(array: Array) -> Value {
        body(array, Value::None)
    }
}

/// The value of an array. One of objects may be part of a cycle.
fn body(array: Array, base: Value) -> Value {
    let holds_objects = array.dtype() == DType::Object;
    let array = Gc::new(NdArray { array, base });
    if holds_objects {
        array.track();
    }
    Value::from(array)
}

/// The content of a universal function as an object.
pub struct UfuncBody(pub &'static crate::array::ufunc::Ufunc);

impl super::opaque::Content for UfuncBody {
    fn trace(&self, _visit: &mut dyn FnMut(&Ref)) {}
}

/// The universal function that a value is.
pub fn ufunc(value: &Value) -> Option<&'static crate::array::ufunc::Ufunc> {
    value.content::<UfuncBody>().map(|body| body.0)
}

/// A view of an array, which remembers of which.
pub fn view_of(owner: &Value, array: Array) -> Value {
    let base = match owner.downcast::<NdArray>() {
        Some(owner) if !owner.base.is_none() => owner.base.clone(),
        _ => owner.clone(),
    };
    body(array, base)
}

/// An array as a result: a scalar, if it has no dimensions.
pub fn settle(array: Array) -> Value {
    match array.rank() {
        0 => Value::from(array.only()),
        _ => Value::from(array),
    }
}

/// The object of a type of elements; there is one of each.
pub fn dtype_value(dtype: DType) -> Value {
    thread_local! {
        static ALL: RefCell<Vec<(DType, Value)>> = const { RefCell::new(Vec::new()) };
    }
    ALL.with_borrow_mut(|all| match all.iter().find(|(known, _)| *known == dtype) {
        Some((_, value)) => value.clone(),
        None => {
            let value = Value::from(Gc::new(DTypeBody { dtype }));
            all.push((dtype, value.clone()));
            value
        }
    })
}

/// Whether operators on a value are those of arrays.
#[inline]
pub fn concerns(value: &Value) -> bool {
    value.tag() >= super::TAG_SCALAR || matches!(value.kind(), Some(Kind::Array | Kind::Complex128))
}

/// Whether an operator between two values is one of arrays: the other operand is a number or a sequence.
#[inline]
pub fn takes_part(a: &Value, b: &Value) -> bool {
    let plain = |value: &Value| {
        !matches!(value.kind(), Some(Kind::Str | Kind::Bytes | Kind::Instance | Kind::Dict | Kind::Set))
            && !value.is_none()
    };
    match (concerns(a), concerns(b)) {
        (false, false) => {
            let is_type = |value: &Value| value.kind() == Some(Kind::DType);
            is_type(a) || is_type(b)
        }
        (true, true) => true,
        (true, false) if a.kind() == Some(Kind::Array) => {
            plain(b)
                || b.is_none()
                || b.kind() == Some(Kind::Str)
                || reference::is_array(a)
                || is_element(b)
                || protocol::overrides(b)
        }
        (true, false) => plain(b),
        (false, true) => {
            let is_own = a.kind() == Some(Kind::Instance) && reference::text_type(a).is_none();
            let is_single = a.kind() == Some(Kind::Str) || a.is_none();
            plain(a) || is_single && b.kind() == Some(Kind::Array) || reference::is_array(b) && !is_own
        }
    }
}

/// Whether an array or scalar takes what is beside it as an object, if that did not know what to do with the operator. Texts join and
/// repeat themselves.
pub fn takes_object(op: BinaryOp, a: &Value, b: &Value) -> bool {
    let is_text = |value: &Value| value.as_str().is_some() || value.kind() == Some(Kind::Bytes);
    let is_object = |value: &Value| match value.kind() {
        Some(Kind::Instance) => value.as_str().is_none() && (is_element(value) || protocol::overrides(value)),
        _ => true,
    };
    let is_joined = op == BinaryOp::Add && is_text(a) || op == BinaryOp::Mul && (is_text(a) || is_text(b));
    !is_joined && (concerns(a) && is_object(b) || concerns(b) && is_object(a))
}

/// Whether an instance is taken as one element by the operators of arrays: its class does not say otherwise.
fn is_element(value: &Value) -> bool {
    let Some(instance) = value.downcast::<super::instance::Instance>() else { return false };
    let class = instance.class();
    [Symbol::ARRAY_UFUNC, Symbol::ARRAY_PRIORITY].iter().all(|&name| class.lookup(name).is_none())
}

/// The class of the exceptions about axes, which numpy defines.
pub fn own_error(name: &'static str, bases: &[Exception]) -> Gc<Class> {
    thread_local! {
        static ALL: RefCell<Vec<(&'static str, Gc<Class>)>> = const { RefCell::new(Vec::new()) };
    }
    if let Some(class) = ALL.with_borrow(|all| all.iter().find(|(own, _)| *own == name).map(|(_, class)| class.clone()))
    {
        return class;
    }
    let bases = bases.iter().map(|&base| types().exception(base).clone()).collect();
    let module = if name == "AxisError" { "numpy.exceptions" } else { "numpy._core._exceptions" };
    let class = Class::create(name, Symbol::new(module), bases, true)
        .unwrap_or_else(|| unreachable!("built-in exceptions have an order of lookup"));
    ALL.with_borrow_mut(|all| all.push((name, class.clone())));
    class
}

impl From<Error> for Raise {
    #[cold]
    fn from(error: Error) -> Raise {
        let text = error.text;
        let own = |class: Gc<Class>| {
            super::exception::raise_object(super::exception::Exception::create(class, vec![Value::str(&text)]))
        };
        match error.kind {
            ErrorKind::Value => raise!(ValueError, "{text}"),
            ErrorKind::Type => raise!(TypeError, "{text}"),
            ErrorKind::Index => raise!(IndexError, "{text}"),
            ErrorKind::Overflow => raise!(OverflowError, "{text}"),
            ErrorKind::ZeroDivision => raise!(ZeroDivisionError, "{text}"),
            ErrorKind::Memory => own(own_error("MemoryError", &[Exception::MemoryError])),
            ErrorKind::Axis => own(own_error("AxisError", &[Exception::ValueError, Exception::IndexError])),
            ErrorKind::Ufunc => own(own_error("UFuncTypeError", &[Exception::TypeError])),
            ErrorKind::Raised => Raise,
        }
    }
}

// ---- classes ----------------------------------------------------------------------------------------

/// The classes of arrays and scalars.
pub struct Classes {
    /// `ndarray`
    pub array: Gc<Class>,
    /// `dtype`
    pub dtype: Gc<Class>,
    /// The abstract classes of scalars, from `generic` on.
    pub kinds: Vec<(&'static str, Gc<Class>)>,
    /// The class of each type of numbers.
    pub scalars: Vec<Gc<Class>>,
    /// `object_`, `str_` and `bytes_`.
    pub references: Vec<Gc<Class>>,
    /// The class of what each type of elements is as an object.
    pub dtypes: Vec<Gc<Class>>,
}

fn create_classes() -> Classes {
    let create = |module: &str, name: &str, bases: Vec<Gc<Class>>, from_script: bool| {
        Class::create(name, Symbol::new(module), bases, from_script)
            .unwrap_or_else(|| unreachable!("the classes of numbers have an order of lookup"))
    };
    let make_in = |module: &str, name: &str, bases: Vec<Gc<Class>>| create(module, name, bases, false);
    let make = |name: &str, bases: Vec<Gc<Class>>| make_in("numpy", name, bases);
    let object = types().object.clone();
    let mut kinds: Vec<(&'static str, Gc<Class>)> = vec![("generic", make("generic", vec![object.clone()]))];
    for (name, base) in [
        ("number", 0),
        ("integer", 1),
        ("signedinteger", 2),
        ("unsignedinteger", 2),
        ("inexact", 1),
        ("floating", 5),
        ("complexfloating", 5),
        ("flexible", 0),
        ("character", 8),
    ] {
        let base: Gc<Class> = kinds[base].1.clone();
        kinds.push((name, make(name, vec![base])));
    }
    let scalars = DType::ALL
        .into_iter()
        .map(|dtype| {
            use crate::array::dtype::Class as Of;
            let kind = |place: usize| kinds[place].1.clone();
            let bases = match dtype {
                DType::F64 => vec![kind(6), types().float.clone()],
                DType::C128 => vec![kind(7), types().complex.clone()],
                _ => vec![match dtype.class() {
                    Of::Bool => kind(0),
                    Of::Signed => kind(3),
                    Of::Unsigned => kind(4),
                    Of::Float => kind(6),
                    Of::Complex => kind(7),
                    Of::Reference => unreachable!("these are types of numbers"),
                }],
            };
            make(dtype.name(), bases)
        })
        .collect();
    let references = vec![
        make("object_", vec![kinds[0].1.clone()]),
        // Their special methods are looked up as those of a script's class.
        create("numpy", "str_", vec![types().str.clone(), kinds[9].1.clone()], true),
        create("numpy", "bytes_", vec![types().bytes.clone(), kinds[9].1.clone()], true),
    ];
    let dtype = make("dtype", vec![object.clone()]);
    // `Int64DType`, `UInt8DType`, `BoolDType`.
    let capital = |dtype: DType| {
        if dtype == DType::Text(0) {
            return "StrDType".into();
        }
        let (first, rest) =
            dtype.name().split_at(if dtype.class() == crate::array::dtype::Class::Unsigned { 2 } else { 1 });
        format!("{}{rest}DType", first.to_uppercase())
    };
    let of_type = |each: DType| make_in("numpy.dtypes", &capital(each), vec![dtype.clone()]);
    let all = DType::ALL.into_iter().chain([DType::Object, DType::Text(0), DType::Bytes(0)]);
    let dtypes = all.map(of_type).collect();
    Classes { array: make("ndarray", vec![object]), dtype, kinds, scalars, references, dtypes }
}

/// The classes of arrays and scalars, made when the first of them is asked for; they stay until the process ends.
pub fn classes() -> &'static Classes {
    thread_local! {
        static CLASSES: OnceCell<&'static Classes> = const { OnceCell::new() };
    }
    CLASSES.with(|classes| *classes.get_or_init(|| Box::leak(Box::new(create_classes()))))
}

/// The class of arrays.
pub fn array_class() -> &'static Gc<Class> {
    &classes().array
}

/// The class of a type of elements as an object.
pub fn dtype_class(dtype: DType) -> &'static Gc<Class> {
    &classes().dtypes[dtype.number()]
}

/// The class of scalars of a type.
pub fn scalar_class(dtype: DType) -> &'static Gc<Class> {
    let (scalars, number) = (&classes().scalars, dtype.number());
    scalars.get(number).unwrap_or_else(|| &classes().references[number - scalars.len()])
}

/// The type of numbers whose scalars are the instances of a class.
pub fn scalar_type(class: &Gc<Class>) -> Option<DType> {
    DType::ALL.into_iter().find(|&dtype| !dtype.is_reference() && class.is(scalar_class(dtype)))
}

/// Whether a class is one of these: messages name it with its module.
pub fn is_own(class: &Gc<Class>) -> bool {
    matches!(class.module().as_str(), "numpy" | "numpy.dtypes")
}

// ---- what other operators ask -----------------------------------------------------------------------

/// The only element, of a scalar or an array that has one and no dimensions, as a Python number.
pub fn single(value: &Value) -> Result<Option<Value>, Raise> {
    if let Some(scalar) = value.as_scalar() {
        return Ok(Some(python(scalar)));
    }
    match value.downcast::<NdArray>() {
        None => Ok(None),
        Some(array) if array.rank() == 0 => Ok(Some(python(array.only()))),
        Some(_) => Err(raise!(TypeError, "only 0-dimensional arrays can be converted to Python scalars")),
    }
}

/// The same as a real number: of a complex scalar the real part, of which numpy warns.
pub fn single_real(value: &Value) -> Result<Option<Value>, Raise> {
    match value.as_scalar() {
        Some(scalar) if scalar.dtype().is_complex() => {
            warn_complex()?;
            Ok(Some(Value::float(scalar.float())))
        }
        _ => single(value),
    }
}

/// The int that a whole scalar is, or an array of one without dimensions.
pub fn as_index(value: &Value) -> Result<Option<Value>, Raise> {
    let scalar = match value.downcast::<NdArray>() {
        Some(array) if array.rank() == 0 => Some(array.only()),
        Some(_) => return Err(raise!(TypeError, "only integer scalar arrays can be converted to a scalar index")),
        None => value.as_scalar(),
    };
    Ok(scalar.filter(|scalar| scalar.dtype().is_integer()).map(python))
}

/// `bool(x)`
pub fn truth(value: &Value) -> Result<bool, Raise> {
    let Some(array) = value.downcast::<NdArray>() else {
        return Ok(value.as_scalar().is_some_and(Scalar::truth));
    };
    match array.size() {
        1 if array.dtype().is_reference() => {
            let _deeper = recursion::enter(" while converting array to bool")?;
            ops::truth(&python(array.at(0)))
        }
        1 => Ok(array.at(0).truth()),
        0 => Err(raise!(
            ValueError,
            "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty."
        )),
        _ => Err(raise!(
            ValueError,
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
        )),
    }
}

/// `array.name = value`
pub fn set_attribute(owner: &Value, name: Symbol, value: &Value) -> Result<(), Raise> {
    let Some(array) = owner.downcast::<NdArray>() else {
        return Ok(());
    };
    let part = match name.as_str() {
        "flat" => {
            let items = from_value(value, None)?;
            let row = items.reshaped_view(&[items.size()], Order::C).filter(|row| row.size() == array.size());
            return match row.and_then(|row| row.reshaped_view(array.shape(), Order::C)) {
                Some(shaped) => set_item(owner, &Value::ellipsis(), &Value::from(shaped)),
                None => set_elements(array, 0..array.size(), value),
            };
        }
        "shape" => return subscript::set_shape(array, value),
        "real" => array.part_view(false),
        "imag" if array.dtype().is_complex() => array.part_view(true),
        _ => return Err(ops::attribute::missing(owner, name)),
    };
    set_item(&view_of(owner, part), &Value::ellipsis(), value)
}

thread_local! {
    static OPTIONS: RefCell<Options> = RefCell::default();
    /// A dictionary of functions that write elements, by the names of their types, or `None`.
    static FORMATTER: RefCell<Value> = const { RefCell::new(Value::None) };
}

/// Who writes elements in place of numpy.
pub fn formatter() -> Value {
    FORMATTER.with_borrow(Clone::clone)
}

/// Sets who writes elements: a dictionary or `None`.
pub fn set_formatter(formatter: Value) {
    FORMATTER.set(formatter);
}

/// The shown elements of an array as a formatter writes them, if it writes such elements.
pub fn written(array: &Array, options: &Options, formatter: &Value) -> Result<Option<Vec<String>>, Raise> {
    let Some(functions) = formatter.downcast::<super::dict::Dict>() else {
        return if array.dtype().is_reference() { reference::written(array, options).map(Some) } else { Ok(None) };
    };
    let names: &[&str] = match array.dtype() {
        DType::Bool => &["bool", "all"],
        dtype if dtype.is_integer() => &["int", "int_kind", "all"],
        dtype if dtype.is_complex() => &["complexfloat", "complex_kind", "all"],
        DType::Object => &["object", "all"],
        dtype if dtype.is_reference() => &["numpystr", "str_kind", "all"],
        _ => &["float", "float_kind", "all"],
    };
    for name in names {
        if let Some(function) = functions.get(&Value::str(name))? {
            let text = |scalar| ops::text::str(&ops::call::call(&function, &[Value::from(scalar)])?);
            return print::shown(array, options).into_iter().map(text).collect::<Result<_, _>>().map(Some);
        }
    }
    if array.dtype().is_reference() { reference::written(array, options).map(Some) } else { Ok(None) }
}

/// An array as text: by numpy's formats, or as the formatter that is set writes elements.
fn shown(array: &Array, text: fn(&Array, &Options, Option<Vec<String>>) -> String) -> Result<String, Raise> {
    let options = options();
    let texts = written(array, &options, &formatter())?;
    Ok(text(array, &options, texts))
}

/// How arrays are shown.
pub fn options() -> Options {
    OPTIONS.with_borrow(Clone::clone)
}

/// Sets how arrays are shown.
pub fn set_options(options: Options) {
    OPTIONS.set(options);
}

/// Whether a value is shown as numpy shows it.
pub fn has_text(value: &Value) -> bool {
    concerns(value) || value.kind() == Some(Kind::DType)
}

/// `repr(x)`
pub fn repr(value: &Value) -> Result<String, Raise> {
    if let Some(array) = value.downcast::<NdArray>() {
        return shown(array, print::repr);
    }
    if let Some(dtype) = value.downcast::<DTypeBody>() {
        return Ok(format!("dtype('{}')", objects::shown_type(dtype.dtype)));
    }
    Ok(value.as_scalar().map(print::scalar_repr).unwrap_or_default())
}

/// `str(x)`
pub fn str(value: &Value) -> Result<String, Raise> {
    if let Some(array) = value.downcast::<NdArray>() {
        if array.rank() == 0 && array.dtype().is_reference() {
            return ops::text::str(&python(array.only()));
        }
        return shown(array, print::str);
    }
    if let Some(dtype) = value.downcast::<DTypeBody>() {
        return Ok(dtype.dtype.to_string());
    }
    Ok(value.as_scalar().map(print::scalar).unwrap_or_default())
}

/// The array that a value is, if it is one.
pub fn as_array(value: &Value) -> Option<&NdArray> {
    value.downcast::<NdArray>()
}

/// A number of Python as an element of a type, if it fits.
pub fn element(value: &Value, dtype: DType) -> Result<Scalar, Raise> {
    convert::element(value, dtype)
}

/// A result without dimensions of an operation that gives arrays, as numpy's functions give it.
pub fn result(outcome: crate::array::Outcome<Array>) -> Res {
    Ok(settle(outcome?))
}
