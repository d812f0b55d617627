//! Linear algebra for the page `numpy.linalg`: one matrix at a time.
//!
//! In: arrays of two dimensions. Out: arrays of floats or complex numbers of 64 bits a part; `None` where there is no result.

use super::argument::{array, bind, truth, whole};
use super::function;
use crate::array::element::{C128, Element};
use crate::array::linear::{self, Dense, Field};
use crate::array::ndarray::Order;
use crate::array::{Array, cast};
use crate::raise;
use crate::value::native::Row;
use crate::value::{Arguments, Raise, Res, Value};

pub static FUNCTIONS: &[Row] = &[
    function("lu", |arguments| of_one(arguments, lu::<f64>, lu::<C128>)),
    function("solve", solve),
    function("cholesky", |arguments| of_one(arguments, cholesky::<f64>, cholesky::<C128>)),
    function("qr", |arguments| of_one(arguments, qr::<f64>, qr::<C128>)),
    function("eigh", |arguments| of_one(arguments, hermitian::<f64>, hermitian::<C128>)),
    function("eig", eigen),
    function("svd", |arguments| of_one(arguments, singular::<f64>, singular::<C128>)),
];

fn dense<T: Field + Element>(source: &Array) -> Result<Dense<T>, Raise> {
    let [rows, columns] = source.shape()[..] else {
        return Err(raise!(ValueError, "a matrix has two dimensions"));
    };
    let turned = cast::copy(&source.reversed_axes(), T::DTYPE, Order::C)?;
    let items = turned.as_slice::<T>().map(<[T]>::to_vec).unwrap_or_default();
    Ok(Dense { rows, columns, items })
}

fn value<T: Field + Element>(matrix: &Dense<T>) -> Res {
    let flat = Array::from_slice(&matrix.items)?;
    let turned = flat.reshaped_view(&[matrix.columns, matrix.rows], Order::C).unwrap_or(flat);
    Ok(Value::from(cast::copy(&turned.reversed_axes(), T::DTYPE, Order::C)?))
}

fn row<T: Element>(items: &[T]) -> Res {
    Ok(Value::from(Array::from_slice(items)?))
}

/// Runs one of two versions: for real or for complex numbers.
fn of_one(
    arguments: &Arguments<'_>,
    real: fn(Dense<f64>, usize) -> Res,
    complex: fn(Dense<C128>, usize) -> Res,
) -> Res {
    let [matrix, wanted] = bind(arguments, "linalg", ["a", "wanted"])?;
    let (source, wanted) = (array(&matrix)?, whole(&wanted, 0)?.max(0) as usize);
    if source.dtype().is_complex() { complex(dense(&source)?, wanted) } else { real(dense(&source)?, wanted) }
}

/// `lu(a)`: both triangles, the sign of the exchanges, whether there is a zero on the diagonal.
fn lu<T: Field + Element>(matrix: Dense<T>, _: usize) -> Res {
    let found = T::lu(matrix);
    Ok(Value::tuple(vec![value(&found.factors)?, Value::float(found.sign()), Value::bool(found.is_singular)]))
}

/// `solve(a, b)`
fn solve(arguments: &Arguments<'_>) -> Res {
    let [a, b] = bind(arguments, "solve", ["a", "b"])?;
    let (a, b) = (array(&a)?, array(&b)?);
    if a.dtype().is_complex() || b.dtype().is_complex() {
        return solved::<C128>(dense(&a)?, dense(&b)?);
    }
    solved::<f64>(dense(&a)?, dense(&b)?)
}

fn solved<T: Field + Element>(a: Dense<T>, mut b: Dense<T>) -> Res {
    let found = T::lu(a);
    if found.is_singular {
        return Ok(Value::None);
    }
    T::solve(&found, &mut b);
    value(&b)
}

fn cholesky<T: Field + Element>(matrix: Dense<T>, _: usize) -> Res {
    linear::cholesky(matrix).map_or(Ok(Value::None), |low| value(&low))
}

/// `qr(a, wanted)`: so many columns of Q.
fn qr<T: Field + Element>(matrix: Dense<T>, wanted: usize) -> Res {
    let (q, r) = linear::qr(matrix, wanted);
    Ok(Value::pair(value(&q)?, value(&r)?))
}

/// `eigh(a, alone)`: with the vectors, or the values alone.
fn hermitian<T: Field + Element>(matrix: Dense<T>, alone: usize) -> Res {
    match matrix.is_finite().then(|| linear::hermitian(matrix, alone == 0)).flatten() {
        Some((values, vectors)) => Ok(Value::pair(row(&values)?, value(&vectors)?)),
        None => Ok(Value::None),
    }
}

fn eigen(arguments: &Arguments<'_>) -> Res {
    let [matrix, with_vectors] = bind(arguments, "eig", ["a", "vectors"])?;
    let matrix = array(&matrix)?;
    let found = match matrix.dtype().is_complex() {
        true => linear::eigen(dense(&matrix)?),
        false => linear::eigen_of_real(dense(&matrix)?, truth(&with_vectors, true)?),
    };
    match found {
        Some(found) => Ok(Value::pair(row(&found.values)?, value(&found.vectors)?)),
        None => Ok(Value::None),
    }
}

/// `svd(a, wanted)`: so many left vectors, of a matrix that is not wider than high.
fn singular<T: Field + Element>(matrix: Dense<T>, wanted: usize) -> Res {
    match matrix.is_finite().then(|| linear::singular(matrix, wanted)).flatten() {
        Some(found) => Ok(Value::tuple(vec![value(&found.left)?, row(&found.values)?, value(&found.right)?])),
        None => Ok(Value::None),
    }
}
