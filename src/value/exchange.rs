//! Between values and the types of a Rust host.
//!
//! In: scalars, text, vectors, tuples, options. Out: values, and the way back with a `TypeError` or `OverflowError` in
//! CPython's words where a value is of another kind. Containers are copied; nothing of a host lies in the heap.

use super::convert;
use super::ops::iterate;
use super::{Error, Raise, Value, type_name};
use crate::number::Complex64;
use crate::raise;

/// A type that a host can hand to a script.
pub trait IntoValue {
    /// The value.
    fn into_value(self) -> Value;
}

/// A type that a host can take from a script.
pub trait FromValue: Sized {
    /// What the value is in Rust.
    ///
    /// # Errors
    /// A `TypeError` is on its way if it is of another kind, an `OverflowError` if it does not fit.
    fn from_value(value: &Value) -> Result<Self, Raise>;
}

fn wanted(what: &str, value: &Value) -> Raise {
    raise!(TypeError, "expected {what}, got {}", type_name(value))
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl FromValue for Value {
    fn from_value(value: &Value) -> Result<Value, Raise> {
        Ok(value.clone())
    }
}

impl IntoValue for () {
    fn into_value(self) -> Value {
        Value::None
    }
}

impl FromValue for () {
    fn from_value(value: &Value) -> Result<(), Raise> {
        if value.is_none() { Ok(()) } else { Err(wanted("None", value)) }
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::bool(self)
    }
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Result<bool, Raise> {
        value.as_bool().ok_or_else(|| wanted("bool", value))
    }
}

impl IntoValue for f64 {
    fn into_value(self) -> Value {
        Value::float(self)
    }
}

impl FromValue for f64 {
    fn from_value(value: &Value) -> Result<f64, Raise> {
        convert::float(value)
    }
}

impl IntoValue for f32 {
    fn into_value(self) -> Value {
        Value::float(self.into())
    }
}

impl IntoValue for Complex64 {
    fn into_value(self) -> Value {
        Value::complex(self.re, self.im)
    }
}

impl FromValue for Complex64 {
    fn from_value(value: &Value) -> Result<Complex64, Raise> {
        convert::complex(value)
    }
}

/// Integers: those that always fit into `i64`, and those that may not.
macro_rules! integers {
    ($($ty:ty)*) => {
        $(
            impl IntoValue for $ty {
                fn into_value(self) -> Value {
                    match i64::try_from(self) {
                        Ok(small) => Value::int(small),
                        Err(_) => Value::from(crate::number::Integer::from(self as i128)),
                    }
                }
            }

            impl FromValue for $ty {
                fn from_value(value: &Value) -> Result<$ty, Raise> {
                    let number = convert::small_index(value, Error::OverflowError)?;
                    <$ty>::try_from(number).map_err(|_| {
                        raise!(OverflowError, "{number} does not fit into {}", stringify!($ty))
                    })
                }
            }
        )*
    };
}

integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl IntoValue for &str {
    fn into_value(self) -> Value {
        Value::str(self)
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::str(&self)
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Result<String, Raise> {
        value.as_str().map(str::to_owned).ok_or_else(|| wanted("str", value))
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::None, T::into_value)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Result<Option<T>, Raise> {
        if value.is_none() { Ok(None) } else { T::from_value(value).map(Some) }
    }
}

impl<T: IntoValue> IntoValue for Vec<T> {
    fn into_value(self) -> Value {
        Value::list(self.into_iter().map(T::into_value))
    }
}

impl<T: IntoValue + Clone> IntoValue for &[T] {
    fn into_value(self) -> Value {
        Value::list(self.iter().cloned().map(T::into_value))
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    fn from_value(value: &Value) -> Result<Vec<T>, Raise> {
        iterate::collect_values(value)?.iter().map(T::from_value).collect()
    }
}

/// Tuples, up to eight items.
macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: IntoValue),*> IntoValue for ($($name,)*) {
            #[allow(non_snake_case, reason = "the type parameters name the items as well")]
            fn into_value(self) -> Value {
                let ($($name,)*) = self;
                Value::tuple(vec![$($name.into_value()),*])
            }
        }

        impl<$($name: FromValue),*> FromValue for ($($name,)*) {
            fn from_value(value: &Value) -> Result<Self, Raise> {
                const COUNT: usize = [$(stringify!($name)),*].len();
                let items = iterate::collect_values(value)?;
                if items.len() != COUNT {
                    return Err(raise!(ValueError, "expected {COUNT} items, got {}", items.len()));
                }
                let mut items = items.iter();
                Ok(($($name::from_value(items.next().unwrap_or(&Value::None))?,)*))
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);
tuples!(A B C D E F G);
tuples!(A B C D E F G H);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::exception::catch;

    #[track_caller]
    fn goes_round<T: IntoValue + FromValue + Clone + PartialEq + std::fmt::Debug>(value: T) {
        assert_eq!(T::from_value(&value.clone().into_value()), Ok(value));
    }

    #[test]
    fn values_go_round() {
        goes_round(7_i64);
        goes_round(-0.5);
        goes_round(Some(true));
        goes_round(None::<i32>);
        goes_round(Complex64::new(1.0, -2.0));
        goes_round((1_u8, "text".to_string(), vec![1.5, 2.5]));
        goes_round(vec![(1, 2), (3, 4)]);
        assert_eq!(f64::from_value(&Value::int(3)), Ok(3.0));
    }

    #[test]
    fn other_kinds_are_errors() {
        assert!(bool::from_value(&Value::int(1)).is_err());
        assert!(catch(Error::TypeError).is_some());
        assert!(u8::from_value(&Value::int(256)).is_err());
        assert!(catch(Error::OverflowError).is_some());
        assert!(<(i64, i64)>::from_value(&vec![1_i64].into_value()).is_err());
        assert!(catch(Error::ValueError).is_some());
    }
}
