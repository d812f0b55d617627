//! Builds typed nodes on elements of arrays.
//!
//! In: subscripts, and what their variables hold now. Out: nodes that read, write or update one element. `a[i][j]` is
//! taken for `a[i, j]`, which it is: the row in between is never made.

use super::array::{Extent, InMany, InRow, InTable, LengthOf, Read, UpdateDouble, Write};
use super::build::{FloatOperand, IntOperand, Numeric, PlaceOperand, Sight};
use super::build_scalar::{ScalarOperand, binary_scalars};
use super::leaf::IntConstant;
use super::{Floats, Ints, Places, Typed};
use crate::array::DType;
use crate::array::element::Bool;
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

/// The same with all parts in boxes, for types that are met less often.
macro_rules! with_boxed_spot {
    ($located:expr, $spot:ident => $body:expr) => {{
        let Located { object, places, .. } = $located;
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
        let whole = |node: Box<dyn Ints>| ScalarOperand::Whole(dtype, node);
        Some(Numeric::Scalar(match dtype {
            DType::F64 => {
                let node: Box<dyn Floats> = with_spot!(located, spot => Box::new(Read::<_, f64>::new(spot)));
                ScalarOperand::Real(dtype, node)
            }
            DType::I64 => whole(with_spot!(located, spot => Box::new(Read::<_, i64>::new(spot)))),
            DType::F32 => {
                let node: Box<dyn Floats> = with_boxed_spot!(located, spot => Box::new(Read::<_, f32>::new(spot)));
                ScalarOperand::Real(dtype, node)
            }
            DType::I8 => whole(with_boxed_spot!(located, spot => Box::new(Read::<_, i8>::new(spot)))),
            DType::U8 => whole(with_boxed_spot!(located, spot => Box::new(Read::<_, u8>::new(spot)))),
            DType::I16 => whole(with_boxed_spot!(located, spot => Box::new(Read::<_, i16>::new(spot)))),
            DType::U16 => whole(with_boxed_spot!(located, spot => Box::new(Read::<_, u16>::new(spot)))),
            DType::I32 => whole(with_boxed_spot!(located, spot => Box::new(Read::<_, i32>::new(spot)))),
            DType::U32 => whole(with_boxed_spot!(located, spot => Box::new(Read::<_, u32>::new(spot)))),
            DType::Bool => {
                ScalarOperand::Truth(with_boxed_spot!(located, spot => Box::new(Read::<_, Bool>::new(spot))))
            }
            DType::C128 => {
                ScalarOperand::Pair(with_boxed_spot!(located, spot => Box::new(Read::<_, Complex64>::new(spot))))
            }
            _ => return None,
        }))
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
        DType::Bool => {
            let value = value.into_truth();
            return Some(with_boxed_spot!(located, spot => Box::new(Write::<_, _, Bool>::new(spot, value))));
        }
        DType::C128 => {
            let value = value.into_complex()?.boxed();
            return Some(with_boxed_spot!(located, spot => Box::new(Write::<_, _, Complex64>::new(spot, value))));
        }
        DType::F64 => {
            let value = value.into_float()?.boxed();
            return Some(with_spot!(located, spot => Box::new(Write::<_, _, f64>::new(spot, value))));
        }
        DType::F32 => {
            let value = value.into_exact_float()?.boxed();
            return Some(with_boxed_spot!(located, spot => Box::new(Write::<_, _, f32>::new(spot, value))));
        }
        _ => {}
    }
    let value: Box<dyn Ints> = match value {
        Numeric::Float(FloatOperand::Node(float)) => Box::new(super::call::FloatAsInt(float)),
        Numeric::Float(float) => Box::new(super::call::FloatAsInt(float.boxed())),
        whole => whole.into_int()?.boxed(),
    };
    Some(match located.dtype {
        DType::I64 => with_spot!(located, spot => Box::new(Write::<_, _, i64>::new(spot, value))),
        DType::I8 => with_boxed_spot!(located, spot => Box::new(Write::<_, _, i8>::new(spot, value))),
        DType::U8 => with_boxed_spot!(located, spot => Box::new(Write::<_, _, u8>::new(spot, value))),
        DType::I16 => with_boxed_spot!(located, spot => Box::new(Write::<_, _, i16>::new(spot, value))),
        DType::U16 => with_boxed_spot!(located, spot => Box::new(Write::<_, _, u16>::new(spot, value))),
        DType::I32 => with_boxed_spot!(located, spot => Box::new(Write::<_, _, i32>::new(spot, value))),
        DType::U32 => with_boxed_spot!(located, spot => Box::new(Write::<_, _, u32>::new(spot, value))),
        _ => return None,
    })
}
