//! `operator`: the operators as functions, and the objects that get items, attributes or call methods.
//!
//! In: operands. Out: what the operator gives. The meaning is in `value::ops`; here are only rows.

mod getter;

use super::{Module, effect, function};
use crate::builtins::argument::size;
use crate::builtins::functions::number::abs;
use crate::raise;
use crate::resolve::tree::{BinaryOp, CompareOp, UnaryOp};
use crate::value::exception::{self, Error};
use crate::value::native::Row;
use crate::value::native::Takes::{Anything, Between, Exactly};
use crate::value::ops::{self, call, compare, dunder};
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, convert, type_name};

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("operator", FUNCTIONS);
    for name in SPECIAL {
        // The keywords among the names end in an underscore, and only there.
        let plain = module.get(Symbol::new(name)).or_else(|| module.get(Symbol::new(&format!("{name}_"))));
        if let Some(value) = plain {
            module.define(&format!("__{name}__"), value);
        }
    }
    for (name, class) in getter::classes() {
        module.define(name, Value::from(class));
    }
    module
}

/// The functions that also have the name of their special method.
const SPECIAL: &[&str] = &[
    "abs",
    "add",
    "and",
    "call",
    "concat",
    "contains",
    "delitem",
    "eq",
    "floordiv",
    "ge",
    "getitem",
    "gt",
    "iadd",
    "iand",
    "iconcat",
    "ifloordiv",
    "ilshift",
    "imatmul",
    "imod",
    "imul",
    "index",
    "inv",
    "invert",
    "ior",
    "ipow",
    "irshift",
    "isub",
    "itruediv",
    "ixor",
    "le",
    "lshift",
    "lt",
    "matmul",
    "mod",
    "mul",
    "ne",
    "neg",
    "not",
    "or",
    "pos",
    "pow",
    "rshift",
    "setitem",
    "sub",
    "truediv",
    "xor",
];

/// A row for an operator of two operands.
macro_rules! binary {
    ($name:literal, $op:ident, $doc:literal) => {
        function(
            "operator",
            $name,
            Between(2, 2, |arguments| ops::binary(BinaryOp::$op, &arguments[0], &arguments[1])),
            $doc,
        )
    };
}

/// A row for an operator that may change its first operand.
macro_rules! in_place {
    ($name:literal, $op:ident, $doc:literal) => {
        effect(
            "operator",
            $name,
            Between(2, 2, |arguments| ops::in_place(BinaryOp::$op, &arguments[0], &arguments[1])),
            $doc,
        )
    };
}

/// A row for a comparison.
macro_rules! comparison {
    ($name:literal, $op:ident, $doc:literal) => {
        function(
            "operator",
            $name,
            Between(2, 2, |arguments| compare::compare(CompareOp::$op, &arguments[0], &arguments[1])),
            $doc,
        )
    };
}

/// A row for an operator of one operand.
macro_rules! unary {
    ($name:literal, $op:ident, $doc:literal) => {
        function("operator", $name, Exactly(1, |arguments| ops::unary(UnaryOp::$op, &arguments[0])), $doc)
    };
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("operator", "abs", Exactly(1, abs), "Same as abs(a)."),
    binary!("add", Add, "Same as a + b."),
    binary!("and_", And, "Same as a & b."),
    effect("operator", "call", Anything(call_first), "Same as obj(*args, **kwargs)."),
    function("operator", "concat", Between(2, 2, concat), "Same as a + b, for a and b sequences."),
    function("operator", "contains", Between(2, 2, |arguments| Ok(Value::bool(ops::contains(&arguments[0], &arguments[1])?))), "Same as b in a (note reversed operands)."),
    function("operator", "countOf", Between(2, 2, count_of), "Return the number of items in a which are, or which equal, b."),
    effect("operator", "delitem", Between(2, 2, delete_item), "Same as del a[b]."),
    comparison!("eq", Equal, "Same as a == b."),
    binary!("floordiv", FloorDiv, "Same as a // b."),
    comparison!("ge", GreaterEqual, "Same as a >= b."),
    function("operator", "getitem", Between(2, 2, |arguments| ops::index::get(&arguments[0], &arguments[1])), "Same as a[b]."),
    comparison!("gt", Greater, "Same as a > b."),
    in_place!("iadd", Add, "Same as a += b."),
    in_place!("iand", And, "Same as a &= b."),
    effect("operator", "iconcat", Between(2, 2, concat_in_place), "Same as a += b, for a and b sequences."),
    in_place!("ifloordiv", FloorDiv, "Same as a //= b."),
    in_place!("ilshift", LeftShift, "Same as a <<= b."),
    in_place!("imatmul", MatMul, "Same as a @= b."),
    in_place!("imod", Mod, "Same as a %= b."),
    in_place!("imul", Mul, "Same as a *= b."),
    function("operator", "index", Exactly(1, |arguments| convert::index(&arguments[0])), "Same as a.__index__()"),
    function("operator", "indexOf", Between(2, 2, index_of), "Return the first index of b in a."),
    unary!("inv", Invert, "Same as ~a."),
    unary!("invert", Invert, "Same as ~a."),
    in_place!("ior", Or, "Same as a |= b."),
    in_place!("ipow", Pow, "Same as a **= b."),
    in_place!("irshift", RightShift, "Same as a >>= b."),
    function("operator", "is_", Between(2, 2, |arguments| compare::compare(CompareOp::Is, &arguments[0], &arguments[1])), "Same as a is b."),
    function("operator", "is_not", Between(2, 2, |arguments| compare::compare(CompareOp::IsNot, &arguments[0], &arguments[1])), "Same as a is not b."),
    in_place!("isub", Sub, "Same as a -= b."),
    in_place!("itruediv", Div, "Same as a /= b."),
    in_place!("ixor", Xor, "Same as a ^= b."),
    comparison!("le", LessEqual, "Same as a <= b."),
    function("operator", "length_hint", Between(1, 2, length_hint), "Return an estimate of the number of items in obj."),
    binary!("lshift", LeftShift, "Same as a << b."),
    comparison!("lt", Less, "Same as a < b."),
    binary!("matmul", MatMul, "Same as a @ b."),
    binary!("mod", Mod, "Same as a % b."),
    binary!("mul", Mul, "Same as a * b."),
    comparison!("ne", NotEqual, "Same as a != b."),
    unary!("neg", Negative, "Same as -a."),
    function("operator", "not_", Exactly(1, |arguments| Ok(Value::bool(!ops::truth(&arguments[0])?))), "Same as not a."),
    binary!("or_", Or, "Same as a | b."),
    unary!("pos", Positive, "Same as +a."),
    binary!("pow", Pow, "Same as a ** b."),
    binary!("rshift", RightShift, "Same as a >> b."),
    effect("operator", "setitem", Between(3, 3, set_item), "Same as a[b] = c."),
    binary!("sub", Sub, "Same as a - b."),
    binary!("truediv", Div, "Same as a / b."),
    function("operator", "truth", Exactly(1, |arguments| Ok(Value::bool(ops::truth(&arguments[0])?))), "Return True if a is true, False otherwise."),
    binary!("xor", Xor, "Same as a ^ b."),
];

fn call_first(arguments: &Arguments<'_>) -> Res {
    match arguments.positional.split_first() {
        Some((callee, rest)) => call::call_with(callee, &Arguments { positional: rest, ..*arguments }),
        None => Err(raise!(TypeError, "call expected at least 1 argument, got 0")),
    }
}

fn check_sequence(value: &Value) -> Result<(), Raise> {
    if ops::sequence::is_sequence(value) || dunder::find(value, Symbol::GETITEM).is_some() {
        return Ok(());
    }
    let class = type_name(value);
    Err(raise!(TypeError, "'{class}' object can't be concatenated"))
}

fn concat(arguments: &[Value]) -> Res {
    check_sequence(&arguments[0])?;
    ops::binary(BinaryOp::Add, &arguments[0], &arguments[1])
}

fn concat_in_place(arguments: &[Value]) -> Res {
    check_sequence(&arguments[0])?;
    ops::in_place(BinaryOp::Add, &arguments[0], &arguments[1])
}

/// An iterator over what is searched.
fn searched(value: &Value) -> Res {
    match ops::iter(value) {
        Err(raised) => Err(match exception::catch(Error::TypeError) {
            Some(_) => {
                let class = type_name(value);
                raise!(TypeError, "argument of type '{class}' is not iterable")
            }
            None => raised,
        }),
        items => items,
    }
}

fn count_of(arguments: &[Value]) -> Res {
    let mut items = ops::steps::of(searched(&arguments[0])?);
    let mut count = 0;
    while let Some(item) = items.next()? {
        count += i64::from(ops::same_or_equal(&item, &arguments[1])?);
    }
    Ok(Value::int(count))
}

fn index_of(arguments: &[Value]) -> Res {
    let mut items = ops::steps::of(searched(&arguments[0])?);
    let mut place = 0;
    while let Some(item) = items.next()? {
        if ops::same_or_equal(&item, &arguments[1])? {
            return Ok(Value::int(place));
        }
        place += 1;
    }
    Err(raise!(ValueError, "sequence.index(x): x not in sequence"))
}

fn delete_item(arguments: &[Value]) -> Res {
    ops::index::delete(&arguments[0], &arguments[1])?;
    Ok(Value::None)
}

fn set_item(arguments: &[Value]) -> Res {
    ops::index::set(&arguments[0], &arguments[1], arguments[2].clone())?;
    Ok(Value::None)
}

fn length_hint(arguments: &[Value]) -> Res {
    let default = match arguments.get(1) {
        Some(default) if convert::as_index(default)?.is_none() => {
            let class = type_name(default);
            return Err(raise!(TypeError, "'{class}' object cannot be interpreted as an integer"));
        }
        Some(default) => size(default)?,
        None => 0,
    };
    Ok(Value::int(ops::special::expected_length(&arguments[0])?.unwrap_or(default)))
}
