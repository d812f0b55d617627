//! Linear algebra for the page `numpy.linalg`: one matrix at a time, or (systems and determinants) stacks of them.
//!
//! In: arrays of two dimensions or more. Out: arrays of floats or complex numbers of 64 bits a part; `None` where there is no result.

use super::argument::{array, bind, truth, whole};
use super::function;
use crate::array::element::{C128, Element};
use crate::array::linear::{self, Dense, Field};
use crate::array::ndarray::Order;
use crate::array::status::{self, Status};
use crate::array::{Array, cast};
use crate::number::libm;
use crate::raise;
use crate::value::array::report;
use crate::value::native::Row;
use crate::value::{Arguments, Raise, Res, Value};

pub static FUNCTIONS: &[Row] = &[
    function("det", det),
    function("slogdet", slogdet),
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
    let whole = cast::copy(source, T::DTYPE, Order::C)?;
    Ok(Dense::from_rows(rows, columns, whole.as_slice::<T>().unwrap_or_default()))
}

fn value<T: Field + Element>(matrix: &Dense<T>) -> Res {
    let flat = Array::from_slice(&matrix.to_rows())?;
    Ok(Value::from(flat.reshaped_view(&[matrix.rows, matrix.columns], Order::C).unwrap_or(flat)))
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

/// The matrices of a stack.
fn stack<T: Field + Element>(source: &Array) -> Result<Vec<Dense<T>>, Raise> {
    let [.., rows, columns] = source.shape()[..] else {
        return Err(raise!(ValueError, "a matrix has two dimensions"));
    };
    let whole = cast::copy(source, T::DTYPE, Order::C)?;
    let items = whole.as_slice::<T>().unwrap_or_default();
    let count = source.shape()[..source.rank() - 2].iter().product();
    let matrix = |number: usize| Dense::from_rows(rows, columns, &items[number * rows * columns..][..rows * columns]);
    Ok((0..count).map(matrix).collect())
}

/// `slogdet(a)`: the signs of the determinants of a stack, and the logarithms of their sizes, which do not overflow.
fn slogdet(arguments: &Arguments<'_>) -> Res {
    let [matrices] = bind(arguments, "slogdet", ["a"])?;
    let source = array(&matrices)?;
    fn of<T: Field + Element>(source: &Array) -> Res {
        let (signs, logs): (Vec<T>, Vec<f64>) = signs_and_logs::<T>(source, "slogdet")?.into_iter().unzip();
        Ok(Value::pair(row(&signs)?, row(&logs)?))
    }
    if source.dtype().is_complex() { of::<C128>(&source) } else { of::<f64>(&source) }
}

/// `det(a)`: the determinants of a stack.
fn det(arguments: &Arguments<'_>) -> Res {
    let [matrices] = bind(arguments, "det", ["a"])?;
    let source = array(&matrices)?;
    fn of<T: Field + Element>(source: &Array) -> Res {
        let parts: Vec<(T, f64)> = signs_and_logs(source, "det")?;
        status::clear();
        let all: Vec<T> = parts.into_iter().map(|(sign, log)| sign.times(libm::exp(log))).collect();
        if status::read().has(Status::OVERFLOW) {
            report(Status::OVERFLOW, "det")?;
        }
        row(&all)
    }
    if source.dtype().is_complex() { of::<C128>(&source) } else { of::<f64>(&source) }
}

fn signs_and_logs<T: Field + Element>(source: &Array, asking: &str) -> Result<Vec<(T, f64)>, Raise> {
    let found: Vec<(T, f64)> = stack::<T>(source)?.into_iter().map(sign_and_log).collect();
    if found.iter().any(|(_, log)| log.is_nan()) {
        report(Status::INVALID, asking)?;
    }
    Ok(found)
}

fn sign_and_log<T: Field>(matrix: Dense<T>) -> (T, f64) {
    let found = T::lu(matrix);
    if found.is_singular {
        return (T::ZERO, f64::NEG_INFINITY);
    }
    let (mut sign, mut log) = (T::real(found.sign()), 0.0);
    for k in 0..found.factors.rows {
        let item = found.factors.at(k, k);
        (sign, log) = (sign * item.sign(), log + libm::log(item.size()));
    }
    (sign, log)
}

/// `solve(a, b)`: of stacks of as many matrices each.
fn solve(arguments: &Arguments<'_>) -> Res {
    let [a, b] = bind(arguments, "solve", ["a", "b"])?;
    let (a, b) = (array(&a)?, array(&b)?);
    if a.dtype().is_complex() || b.dtype().is_complex() { solved::<C128>(&a, &b) } else { solved::<f64>(&a, &b) }
}

fn solved<T: Field + Element>(a: &Array, b: &Array) -> Res {
    let mut items = Vec::with_capacity(b.size());
    for (matrix, mut right) in stack::<T>(a)?.into_iter().zip(stack::<T>(b)?) {
        let mut found = T::lu(matrix);
        if found.is_singular {
            return Ok(Value::None);
        }
        T::solve(&mut found, &mut right);
        items.extend(right.to_rows());
    }
    let flat = Array::from_slice(&items)?;
    Ok(Value::from(flat.reshaped_view(b.shape(), Order::C).unwrap_or(flat)))
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
    let n = matrix.rows;
    let nothing = |columns| Dense { rows: n, columns, items: vec![T::real(f64::NAN); n * columns] };
    let found = match matrix.is_half_finite() {
        true => linear::hermitian(matrix, alone == 0),
        // (numpy's way through the smallest ones does not ask whether it converges.)
        false if n <= 2 => Some((vec![f64::NAN; n], nothing(if alone == 0 { n } else { 0 }))),
        false => None,
    };
    match found {
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
