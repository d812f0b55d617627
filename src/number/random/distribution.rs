//! The distributions over a source of floats.
//!
//! In: parameters, and a function that draws a float from 0 to below 1 (and may fail: it may be a script's). Out: a float.
//! Every operation stands in CPython's order, so that the digits are CPython's.

use crate::number::math::{acos, cos, exp, log, sin, sqrt};
use crate::number::{NumberError, float};
use std::f64::consts::{E, PI, TAU};

/// Four times e to the power of -1/2, over the square root of 2.
const NORMAL: f64 = 1.715_527_769_921_413_5;
/// The logarithm of 4.
const LOG_4: f64 = 1.386_294_361_119_890_6;
/// One more than the logarithm of 4.5.
const GAMMA: f64 = 2.504_077_396_776_274;

fn power(a: f64, b: f64) -> Result<f64, NumberError> {
    match float::power(a, b) {
        Some(result) => Ok(result),
        None => float::power_otherwise(a, b).map(|complex| complex.re),
    }
}

fn divide(a: f64, b: f64) -> Result<f64, NumberError> {
    float::true_div(a, b).ok_or(NumberError::FLOAT_DIVISION_BY_ZERO)
}

fn turn(angle: f64) -> f64 {
    float::floor_mod(angle, TAU).unwrap_or(angle)
}

/// A deviate of the normal distribution around 0 with deviation 1, by the method of Kinderman and Monahan.
pub fn normal<E: From<NumberError>>(next: &mut dyn FnMut() -> Result<f64, E>) -> Result<f64, E> {
    loop {
        let first = next()?;
        let second = 1.0 - next()?;
        let z = NORMAL * (first - 0.5) / second;
        if z * z / 4.0 <= -log(second).map_err(NumberError::from)? {
            return Ok(z);
        }
    }
}

/// Two such deviates, by the method of Box and Muller.
pub fn normal_pair<E: From<NumberError>>(next: &mut dyn FnMut() -> Result<f64, E>) -> Result<(f64, f64), E> {
    let angle = next()? * TAU;
    let radius = sqrt(-2.0 * log(1.0 - next()?).map_err(NumberError::from)?).map_err(NumberError::from)?;
    let (x, y) = (cos(angle).map_err(NumberError::from)?, sin(angle).map_err(NumberError::from)?);
    Ok((x * radius, y * radius))
}

/// The triangular distribution; none if the bounds are equal and a mode was given.
pub fn triangular<E: From<NumberError>>(
    low: f64,
    high: f64,
    mode: Option<f64>,
    next: &mut dyn FnMut() -> Result<f64, E>,
) -> Result<Option<f64>, E> {
    let drawn = next()?;
    let turn = match mode {
        None => 0.5,
        Some(_) if high - low == 0.0 => return Ok(None),
        Some(mode) => (mode - low) / (high - low),
    };
    let (drawn, turn, low, high) =
        if drawn > turn { (1.0 - drawn, 1.0 - turn, high, low) } else { (drawn, turn, low, high) };
    Ok(Some(low + (high - low) * sqrt(drawn * turn).map_err(NumberError::from)?))
}

/// The exponential distribution.
pub fn exponential<E: From<NumberError>>(rate: f64, next: &mut dyn FnMut() -> Result<f64, E>) -> Result<f64, E> {
    Ok(divide(-log(1.0 - next()?).map_err(NumberError::from)?, rate)?)
}

/// The distribution of von Mises, around an angle.
pub fn von_mises<E: From<NumberError>>(
    centre: f64,
    concentration: f64,
    next: &mut dyn FnMut() -> Result<f64, E>,
) -> Result<f64, E> {
    if concentration <= 1e-6 {
        return Ok(TAU * next()?);
    }
    let s = 0.5 / concentration;
    let r = s + sqrt(1.0 + s * s).map_err(NumberError::from)?;
    let z = loop {
        let z = cos(PI * next()?).map_err(NumberError::from)?;
        let d = z / (r + z);
        let drawn = next()?;
        if drawn < 1.0 - d * d || drawn <= (1.0 - d) * exp(d).map_err(NumberError::from)? {
            break z;
        }
    };
    let q = 1.0 / r;
    let f = (q + z) / (1.0 + q * z);
    let above = next()? > 0.5;
    let angle = acos(f).map_err(NumberError::from)?;
    Ok(turn(if above { centre + angle } else { centre - angle }))
}

/// The gamma distribution; both parameters must be positive.
pub fn gamma<E: From<NumberError>>(alpha: f64, beta: f64, next: &mut dyn FnMut() -> Result<f64, E>) -> Result<f64, E> {
    let fail = NumberError::from;
    if alpha <= 0.0 || beta <= 0.0 {
        return Err(NumberError::value("gammavariate: alpha and beta must be > 0.0".to_owned()).into());
    }
    if alpha > 1.0 {
        let root = sqrt(2.0 * alpha - 1.0).map_err(fail)?;
        let b = alpha - LOG_4;
        let c = alpha + root;
        loop {
            let first = next()?;
            if !(1e-7 < first && first < 0.999_999_9) {
                continue;
            }
            let second = 1.0 - next()?;
            let v = log(first / (1.0 - first)).map_err(fail)? / root;
            let x = alpha * exp(v).map_err(fail)?;
            let z = first * first * second;
            let r = b + c * v - x;
            if r + GAMMA - 4.5 * z >= 0.0 || r >= log(z).map_err(fail)? {
                return Ok(x * beta);
            }
        }
    }
    if alpha == 1.0 {
        return Ok(-log(1.0 - next()?).map_err(fail)? * beta);
    }
    loop {
        let drawn = next()?;
        let b = (E + alpha) / E;
        let p = b * drawn;
        let x = if p <= 1.0 { power(p, 1.0 / alpha)? } else { -log(divide(b - p, alpha)?).map_err(fail)? };
        let second = next()?;
        let accepted = if p > 1.0 { second <= power(x, alpha - 1.0)? } else { second <= exp(-x).map_err(fail)? };
        if accepted {
            return Ok(x * beta);
        }
    }
}

/// The beta distribution.
pub fn beta<E: From<NumberError>>(alpha: f64, beta: f64, next: &mut dyn FnMut() -> Result<f64, E>) -> Result<f64, E> {
    let y = gamma(alpha, 1.0, next)?;
    if y == 0.0 { Ok(0.0) } else { Ok(y / (y + gamma(beta, 1.0, next)?)) }
}

/// The distribution of Pareto.
pub fn pareto<E: From<NumberError>>(alpha: f64, next: &mut dyn FnMut() -> Result<f64, E>) -> Result<f64, E> {
    let drawn = 1.0 - next()?;
    Ok(power(drawn, divide(-1.0, alpha)?)?)
}

/// The distribution of Weibull.
pub fn weibull<E: From<NumberError>>(
    alpha: f64,
    beta: f64,
    next: &mut dyn FnMut() -> Result<f64, E>,
) -> Result<f64, E> {
    let drawn = 1.0 - next()?;
    Ok(alpha * power(-log(drawn).map_err(NumberError::from)?, divide(1.0, beta)?)?)
}
