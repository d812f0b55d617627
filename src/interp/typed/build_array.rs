//! Builds typed nodes on elements of arrays.
//!
//! In: subscripts, and what their variables hold now. Out: nodes that read, write or update one element. `a[i][j]` is
//! taken for `a[i, j]`, which it is: the row in between is never made.

use super::array::{Extent, InMany, InRow, InTable, LengthOf, Read, UpdateDouble, Write};
use super::build::{FloatOperand, IntOperand, Numeric, PlaceOperand, Sight};
use super::build_scalar::{ScalarOperand, binary_scalars};
use super::leaf::IntConstant;
use super::{Complexes, Floats, Ints, Places, Truths, Typed};
use crate::array::DType;
use crate::array::element::{Bool, Element};
use crate::resolve::tree::{BinaryOp, Constant, Expr, ExprKind};
use crate::value::array::NdArray;
use num_complex::Complex64;

/// Which element of which array.
struct Located {
    object: PlaceOperand,
    places: Vec<IntOperand>,
    dtype: DType,
}

/// Runs `$body` with `$spot` standing for the node of a place, in the forms that take in variables. `$other` is run for
/// more than two dimensions.
macro_rules! with_spot {
    ($located:expr, $spot:ident => $body:expr) => {{
        let Located { object, places, .. } = $located;
        let mut places = places.into_iter();
        match (object, places.next(), places.next(), places.next(), places.next()) {
            (object, Some(first), None, ..) => match (object, first) {
                (PlaceOperand::Local(object), IntOperand::Local(index)) => {
                    let $spot = InRow { object, index };
                    $body
                }
                (PlaceOperand::Local(object), index) => {
                    let $spot = InRow { object, index: index.boxed() };
                    $body
                }
                (object, index) => {
                    let $spot = InRow { object: object.boxed(), index: index.boxed() };
                    $body
                }
            },
            (object, Some(row), Some(column), None, _) => match (object, row, column) {
                (PlaceOperand::Local(object), IntOperand::Local(row), IntOperand::Local(column)) => {
                    let $spot = InTable { object, row, column };
                    $body
                }
                (PlaceOperand::Local(object), IntOperand::Local(row), column) => {
                    let $spot = InTable { object, row, column: column.boxed() };
                    $body
                }
                (PlaceOperand::Local(object), row, column) => {
                    let $spot = InTable { object, row: row.boxed(), column: column.boxed() };
                    $body
                }
                (object, row, column) => {
                    let $spot = InTable { object: object.boxed(), row: row.boxed(), column: column.boxed() };
                    $body
                }
            },
            (object, Some(i), Some(j), Some(k), None) => {
                let $spot = InMany { object: object.boxed(), places: [i.boxed(), j.boxed(), k.boxed()] };
                $body
            }
            (object, Some(i), Some(j), Some(k), Some(l)) => {
                let $spot = InMany { object: object.boxed(), places: [i.boxed(), j.boxed(), k.boxed(), l.boxed()] };
                $body
            }
            _ => return None,
        }
    }};
}

/// The same for types that are met less often: only what lies in variables is taken in.
macro_rules! with_boxed_spot {
    ($located:expr, $spot:ident => $body:expr) => {{
        let Located { object, places, .. } = $located;
        let (object, places) = match (object, <[IntOperand; 1]>::try_from(places)) {
            (PlaceOperand::Local(object), Ok([IntOperand::Local(index)])) => {
                let $spot = InRow { object, index };
                return $body;
            }
            (object, Ok([place])) => (object, vec![place]),
            (object, Err(places)) => (object, places),
        };
        let (object, places) = match (object, <[IntOperand; 2]>::try_from(places)) {
            (PlaceOperand::Local(object), Ok([IntOperand::Local(row), IntOperand::Local(column)])) => {
                let $spot = InTable { object, row, column };
                return $body;
            }
            (object, Ok(places)) => (object, places.into()),
            (object, Err(places)) => (object, places),
        };
        let object: Box<dyn Places> = object.boxed();
        let places: Vec<Box<dyn Ints>> = places.into_iter().map(IntOperand::boxed).collect();
        match <[Box<dyn Ints>; 1]>::try_from(places) {
            Ok(places) => {
                let $spot = InMany { object, places };
                $body
            }
            Err(places) => match <[Box<dyn Ints>; 2]>::try_from(places) {
                Ok(places) => {
                    let $spot = InMany { object, places };
                    $body
                }
                Err(places) => {
                    let $spot = InMany { object, places: <[Box<dyn Ints>; 3]>::try_from(places).ok()? };
                    $body
                }
            },
        }
    }};
}

impl Sight<'_> {
    /// The element that an expression names, if it is one of an array at plain places.
    fn located(&self, object: &Expr, index: &Expr) -> Option<Located> {
        let mut places = self.places_of(index)?;
        let mut object = object;
        loop {
            if let Some(value) = self.look(object) {
                let array = value.downcast::<NdArray>()?;
                if array.rank() != places.len() {
                    return None;
                }
                let (object, _) = self.place(object)?;
                return Some(Located { object, places, dtype: array.dtype() });
            }
            let ExprKind::Index(outer, index) = &object.kind else {
                return None;
            };
            let mut before = self.places_of(index)?;
            before.append(&mut places);
            (object, places) = (outer, before);
        }
    }

    fn places_of(&self, index: &Expr) -> Option<Vec<IntOperand>> {
        match &index.kind {
            ExprKind::Tuple(items) => items.iter().map(|item| self.numeric(item)?.into_array_index()).collect(),
            ExprKind::Constant(Constant::Tuple(items)) => items
                .iter()
                .map(|item| match item {
                    Constant::Int(place) => Some(IntOperand::Constant(IntConstant(*place))),
                    _ => None,
                })
                .collect(),
            _ => Some(vec![self.numeric(index)?.into_array_index()?]),
        }
    }

    /// `array[…]`
    pub(super) fn array_element(&self, object: &Expr, index: &Expr) -> Option<Numeric> {
        let located = self.located(object, index)?;
        let dtype = located.dtype;
        let scalar = match dtype {
            DType::F64 => ScalarOperand::Real(dtype, with_spot!(located, spot => Box::new(Read::<_, f64>::new(spot)))),
            DType::I64 => ScalarOperand::Whole(dtype, with_spot!(located, spot => Box::new(Read::<_, i64>::new(spot)))),
            DType::F32 => ScalarOperand::Real(dtype, read_single(located)?),
            DType::Bool => ScalarOperand::Truth(read_truth(located)?),
            DType::C128 => ScalarOperand::Pair(read_pair(located)?),
            DType::I8 => ScalarOperand::Whole(dtype, read_whole::<i8>(located)?),
            DType::U8 => ScalarOperand::Whole(dtype, read_whole::<u8>(located)?),
            DType::I16 => ScalarOperand::Whole(dtype, read_whole::<i16>(located)?),
            DType::U16 => ScalarOperand::Whole(dtype, read_whole::<u16>(located)?),
            DType::I32 => ScalarOperand::Whole(dtype, read_whole::<i32>(located)?),
            DType::U32 => ScalarOperand::Whole(dtype, read_whole::<u32>(located)?),
            DType::U64 => ScalarOperand::Whole(dtype, read_whole::<u64>(located)?),
            _ => return None,
        };
        Some(Numeric::Scalar(scalar))
    }

    /// `array.shape[axis]`
    pub(super) fn array_length(&self, object: &Expr, index: &Expr) -> Option<Numeric> {
        let ExprKind::Attribute(owner, name) = &object.kind else {
            return None;
        };
        let (object, value) = self.place(owner)?;
        if &**name != "shape" || value.downcast::<NdArray>().is_none() {
            return None;
        }
        let axis = self.numeric(index)?.into_index()?.boxed();
        Some(Numeric::Int(IntOperand::Node(Box::new(LengthOf { object: object.boxed(), axis }))))
    }

    /// `array.size`, `array.ndim`
    pub(super) fn array_extent(&self, object: &Expr, name: &str) -> Option<Numeric> {
        let of: fn(&NdArray) -> i64 = match name {
            "size" => |array| array.size() as i64,
            "ndim" => |array| array.rank() as i64,
            _ => return None,
        };
        let (object, value) = self.place(object)?;
        value.downcast::<NdArray>()?;
        Some(Numeric::Int(IntOperand::Node(Box::new(Extent { object: object.boxed(), of }))))
    }

    /// `array[…] = value`
    pub(super) fn set_array_element(&self, object: &Expr, index: &Expr, value: Numeric) -> Option<Box<dyn Typed>> {
        let located = self.located(object, index)?;
        store(located, value)
    }

    /// `array[…] op= value`
    pub(super) fn update_array_element(
        &self,
        object: &Expr,
        index: &Expr,
        op: BinaryOp,
        value: Numeric,
    ) -> Option<Box<dyn Typed>> {
        let located = self.located(object, index)?;
        if located.dtype == DType::F64
            && let Some(operator) = double_operator(op)
            && !matches!(value, Numeric::Complex(_) | Numeric::Scalar(ScalarOperand::Pair(_)))
        {
            let value = value.stripped().into_float()?.boxed();
            return Some(with_spot!(located, spot => Box::new(UpdateDouble { spot, value, operator })));
        }
        let result = binary_scalars(op, self.array_element(object, index)?, value)?;
        store(located, result)
    }
}

fn read_single(located: Located) -> Option<Box<dyn Floats>> {
    with_boxed_spot!(located, spot => Some(Box::new(Read::<_, f32>::new(spot))))
}

fn read_truth(located: Located) -> Option<Box<dyn Truths>> {
    with_boxed_spot!(located, spot => Some(Box::new(Read::<_, Bool>::new(spot))))
}

fn read_pair(located: Located) -> Option<Box<dyn Complexes>> {
    with_boxed_spot!(located, spot => Some(Box::new(Read::<_, Complex64>::new(spot))))
}

fn read_whole<T: Element + TryInto<i64>>(located: Located) -> Option<Box<dyn Ints>> {
    with_boxed_spot!(located, spot => Some(Box::new(Read::<_, T>::new(spot))))
}

fn write_single(located: Located, value: Box<dyn Floats>) -> Option<Box<dyn Typed>> {
    with_boxed_spot!(located, spot => Some(Box::new(Write::<_, _, f32>::new(spot, value))))
}

fn write_truth(located: Located, value: Box<dyn Truths>) -> Option<Box<dyn Typed>> {
    with_boxed_spot!(located, spot => Some(Box::new(Write::<_, _, Bool>::new(spot, value))))
}

fn write_pair(located: Located, value: Box<dyn Complexes>) -> Option<Box<dyn Typed>> {
    with_boxed_spot!(located, spot => Some(Box::new(Write::<_, _, Complex64>::new(spot, value))))
}

fn write_whole<T: Element + TryFrom<i64>>(located: Located, value: Box<dyn Ints>) -> Option<Box<dyn Typed>> {
    with_boxed_spot!(located, spot => Some(Box::new(Write::<_, _, T>::new(spot, value))))
}

fn double_operator(op: BinaryOp) -> Option<fn(f64, f64) -> Option<f64>> {
    use crate::interp::operator::{Add, Arithmetic, Div, Mul, Sub};
    Some(match op {
        BinaryOp::Add => Add::floats,
        BinaryOp::Sub => Sub::floats,
        BinaryOp::Mul => Mul::floats,
        BinaryOp::Div => Div::floats,
        _ => return None,
    })
}

/// The statement that stores a number into an element, cast as numpy casts it.
fn store(located: Located, value: Numeric) -> Option<Box<dyn Typed>> {
    let value = value.stripped();
    match located.dtype {
        DType::Bool => return write_truth(located, value.into_truth()),
        DType::C128 => return write_pair(located, value.into_complex()?.boxed()),
        DType::F32 => return write_single(located, value.into_exact_float()?.boxed()),
        DType::F64 => {
            let value = value.into_float()?.boxed();
            return Some(with_spot!(located, spot => Box::new(Write::<_, _, f64>::new(spot, value))));
        }
        _ => {}
    }
    let value: Box<dyn Ints> = match value {
        Numeric::Float(FloatOperand::Node(float)) => Box::new(super::call::FloatAsInt(float)),
        Numeric::Float(float) => Box::new(super::call::FloatAsInt(float.boxed())),
        whole => whole.into_int()?.boxed(),
    };
    match located.dtype {
        DType::I64 => Some(with_spot!(located, spot => Box::new(Write::<_, _, i64>::new(spot, value)))),
        DType::I8 => write_whole::<i8>(located, value),
        DType::U8 => write_whole::<u8>(located, value),
        DType::I16 => write_whole::<i16>(located, value),
        DType::U16 => write_whole::<u16>(located, value),
        DType::I32 => write_whole::<i32>(located, value),
        DType::U32 => write_whole::<u32>(located, value),
        DType::U64 => write_whole::<u64>(located, value),
        _ => None,
    }
}
