//! The methods by which a script's class takes part in an operator.
//!
//! In: a value and the symbol of a method. Out: the function, or its result. Only classes that scripts make are asked:
//! what built-in types do is in the operators themselves.

use super::call;
use crate::resolve::tree::{BinaryOp, CompareOp, UnaryOp};
use crate::value::class::{Class, class_of};
use crate::value::instance::Instance;
use crate::value::{Arguments, Kind, Raise, Res, Symbol, Value, type_name};

/// The method of that name in the class of the value, if a script made the class.
#[inline]
pub fn find(value: &Value, name: Symbol) -> Option<Value> {
    match value.kind() {
        Some(Kind::Instance) => value.downcast::<Instance>()?.look_at_class(|class| class.lookup_from_script(name)),
        Some(Kind::Exception | Kind::Class) => class_of(value).lookup_from_script(name),
        _ => None,
    }
}

/// Whether a script's own method may decide what an operator does with the value.
pub fn is_scripted(value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Instance | Kind::Exception | Kind::Super) => true,
        Some(Kind::Class) => value.downcast::<Class>().is_some_and(|class| class.metaclass().is_some()),
        _ => false,
    }
}

/// Calls a method found in the class of a value.
pub fn call(method: &Value, receiver: &Value, arguments: &[Value]) -> Res {
    call::call_special(method, receiver, &Arguments::new(arguments))
}

/// The result of a method without further arguments, if there is the method.
pub fn unary(value: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    match find(value, name) {
        Some(method) => call(&method, value, &[]).map(Some),
        None => Ok(None),
    }
}

/// The result of a method with one argument, if there is the method and it knows what to do.
pub fn binary(value: &Value, name: Symbol, other: &Value) -> Result<Option<Value>, Raise> {
    Ok(binary_method(value, name, other)?.filter(|result| !result.is_not_implemented()))
}

/// The result of a method with one argument, if there is the method; `NotImplemented` is a result like any other.
pub fn binary_method(value: &Value, name: Symbol, other: &Value) -> Result<Option<Value>, Raise> {
    match find(value, name) {
        Some(method) => call(&method, value, std::slice::from_ref(other)).map(Some),
        None => Ok(None),
    }
}

/// The result of a method and of its mirror image, in Python's order: the right operand goes first if its class derives
/// from that of the left one and has a mirrored method of its own. `between` is asked before the right operand gets its
/// turn after the left one: what the built-in types make of the two.
pub fn either(
    a: &Value,
    b: &Value,
    name: Symbol,
    mirrored: Symbol,
    between: impl FnOnce() -> Result<Option<Value>, Raise>,
) -> Result<Option<Value>, Raise> {
    let (left, right) = (class_of(a), class_of(b));
    let same = left.is(&right);
    if same && let Some(method) = find(a, name) {
        return Ok(Some(call(&method, a, std::slice::from_ref(b))?).filter(|result| !result.is_not_implemented()));
    }
    let right_first = !same
        && right.is_subclass(&left)
        && find(b, mirrored).is_some_and(|method| !left.lookup(mirrored).is_some_and(|other| other.is(&method)));
    if right_first && let Some(result) = binary(b, mirrored, a)? {
        return Ok(Some(result));
    }
    match find(a, name) {
        Some(method) => {
            let result = call(&method, a, std::slice::from_ref(b))?;
            if !result.is_not_implemented() {
                return Ok(Some(result));
            }
        }
        None => {
            if let Some(result) = between()? {
                return Ok(Some(result));
            }
        }
    }
    if !right_first && !same {
        return binary(b, mirrored, a);
    }
    Ok(None)
}

/// Method, mirrored method and in-place method of an operator.
pub fn names(op: BinaryOp) -> (Symbol, Symbol, Symbol) {
    match op {
        BinaryOp::Add => (Symbol::ADD, Symbol::RADD, Symbol::IADD),
        BinaryOp::Sub => (Symbol::SUB, Symbol::RSUB, Symbol::ISUB),
        BinaryOp::Mul => (Symbol::MUL, Symbol::RMUL, Symbol::IMUL),
        BinaryOp::Div => (Symbol::TRUEDIV, Symbol::RTRUEDIV, Symbol::ITRUEDIV),
        BinaryOp::FloorDiv => (Symbol::FLOORDIV, Symbol::RFLOORDIV, Symbol::IFLOORDIV),
        BinaryOp::Mod => (Symbol::MOD, Symbol::RMOD, Symbol::IMOD),
        BinaryOp::Pow => (Symbol::POW, Symbol::RPOW, Symbol::IPOW),
        BinaryOp::LeftShift => (Symbol::LSHIFT, Symbol::RLSHIFT, Symbol::ILSHIFT),
        BinaryOp::RightShift => (Symbol::RSHIFT, Symbol::RRSHIFT, Symbol::IRSHIFT),
        BinaryOp::And => (Symbol::AND, Symbol::RAND, Symbol::IAND),
        BinaryOp::Or => (Symbol::OR, Symbol::ROR, Symbol::IOR),
        BinaryOp::Xor => (Symbol::XOR, Symbol::RXOR, Symbol::IXOR),
        BinaryOp::MatMul => (Symbol::MATMUL, Symbol::RMATMUL, Symbol::IMATMUL),
    }
}

/// The method of an operator of one operand.
pub fn unary_name(op: UnaryOp) -> Symbol {
    match op {
        UnaryOp::Negative => Symbol::NEG,
        UnaryOp::Positive => Symbol::POS,
        UnaryOp::Invert => Symbol::INVERT,
    }
}

/// The method of a comparison that has one.
pub fn comparison(op: CompareOp) -> Option<Symbol> {
    match op {
        CompareOp::Equal => Some(Symbol::EQ),
        CompareOp::NotEqual => Some(Symbol::NE),
        CompareOp::Less => Some(Symbol::LT),
        CompareOp::LessEqual => Some(Symbol::LE),
        CompareOp::Greater => Some(Symbol::GT),
        CompareOp::GreaterEqual => Some(Symbol::GE),
        CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => None,
    }
}

/// The text that a method like `__repr__` gives, if there is the method.
pub fn text(value: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    text_for(value, name, name)
}

/// The same where the method stands in for another, which is blamed for what is no text.
pub fn text_for(value: &Value, name: Symbol, asked: Symbol) -> Result<Option<Value>, Raise> {
    let Some(result) = unary(value, name)? else {
        return Ok(None);
    };
    if result.as_str().is_some() {
        return Ok(Some(result));
    }
    Err(crate::raise!(TypeError, "{asked} returned non-string (type {})", type_name(&result)))
}
