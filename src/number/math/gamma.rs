//! The gamma function and its logarithm, by Lanczos' approximation.
//!
//! CPython does not leave these to the C library, so its method, its coefficients (N = 13, g = 6.02468...) and its order of
//! operations decide the digits.

use std::f64::consts::PI;

use super::super::libm;
use super::Failure;

const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;
const LOG_PI: f64 = 1.144_729_885_849_400_2;

/// Coefficients of the numerator and of the denominator x(x+1)...(x+11), from the constant term up.
const COEFFICIENTS: [(f64, f64); 13] = [
    (23_531_376_880.410_76, 0.0),
    (42_919_803_642.649_1, 39_916_800.0),
    (35_711_959_237.355_67, 120_543_840.0),
    (17_921_034_426.037_21, 150_917_976.0),
    (6_039_542_586.352_028, 105_258_076.0),
    (1_439_720_407.311_721_6, 45_995_730.0),
    (248_874_557.862_054_17, 13_339_535.0),
    (31_426_415.585_400_194, 2_637_558.0),
    (2_876_370.628_935_372_5, 357_423.0),
    (186_056.265_395_223_48, 32_670.0),
    (8_071.672_002_365_816, 1_925.0),
    (210.824_277_751_579_36, 66.0),
    (2.506_628_274_631_000_2, 1.0),
];

/// `math.gamma(x)`
pub fn gamma(x: f64) -> Result<f64, Failure> {
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x == f64::NEG_INFINITY || x == 0.0 {
        return Err(Failure::Domain);
    }
    if x == x.floor() {
        if x < 0.0 {
            return Err(Failure::Domain);
        }
        if x <= 23.0 {
            // Up to 22! every partial product is an exact float.
            return Ok((1..x as u32).map(f64::from).product());
        }
    }
    let size = x.abs();
    if size < 1e-20 {
        return in_range(1.0 / x);
    }
    if size > 200.0 {
        return if x < 0.0 { Ok(0.0 / sin_pi(x)) } else { Err(Failure::Range) };
    }
    let base = size + G_MINUS_HALF;
    // The rounding error of that sum, which power and exponential would magnify.
    let error = if size > G_MINUS_HALF { base - size - G_MINUS_HALF } else { base - G_MINUS_HALF - size };
    let error = error * G / base;
    let mut result;
    if x < 0.0 {
        result = -PI / sin_pi(size) / size * libm::exp(base) / lanczos_sum(size);
        result -= error * result;
        if size < 140.0 {
            result /= libm::pow(base, size - 0.5);
        } else {
            let root = libm::pow(base, size / 2.0 - 0.25);
            result /= root;
            result /= root;
        }
    } else {
        result = lanczos_sum(size) / libm::exp(base);
        result += error * result;
        if size < 140.0 {
            result *= libm::pow(base, size - 0.5);
        } else {
            let root = libm::pow(base, size / 2.0 - 0.25);
            result *= root;
            result *= root;
        }
    }
    in_range(result)
}

/// `math.lgamma(x)`
pub fn lgamma(x: f64) -> Result<f64, Failure> {
    if x.is_nan() {
        return Ok(x);
    }
    if x.is_infinite() {
        return Ok(f64::INFINITY);
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { Err(Failure::Domain) } else { Ok(0.0) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-libm::log(size));
    }
    let mut result = libm::log(lanczos_sum(size)) - G;
    result += (size - 0.5) * (libm::log(size + G - 0.5) - 1.0);
    if x < 0.0 {
        result = LOG_PI - libm::log(sin_pi(size).abs()) - libm::log(size) - result;
    }
    in_range(result)
}

fn in_range(result: f64) -> Result<f64, Failure> {
    if result.is_infinite() { Err(Failure::Range) } else { Ok(result) }
}

/// The rational function, in powers of 1/x where powers of x would grow too large.
fn lanczos_sum(x: f64) -> f64 {
    let (mut numerator, mut denominator) = (0.0, 0.0);
    if x < 5.0 {
        for (upper, lower) in COEFFICIENTS.iter().rev() {
            numerator = numerator * x + upper;
            denominator = denominator * x + lower;
        }
    } else {
        for (upper, lower) in &COEFFICIENTS {
            numerator = numerator / x + upper;
            denominator = denominator / x + lower;
        }
    }
    numerator / denominator
}

/// sin(πx) with the argument reduced before it is multiplied.
fn sin_pi(x: f64) -> f64 {
    let y = libm::fmod(x.abs(), 2.0);
    let result = match (2.0 * y).round() as i32 {
        0 => libm::sin(PI * y),
        1 => libm::cos(PI * (y - 0.5)),
        2 => libm::sin(PI * (1.0 - y)),
        3 => -libm::cos(PI * (y - 1.5)),
        _ => libm::sin(PI * (y - 2.0)),
    };
    1.0f64.copysign(x) * result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        assert_eq!(gamma(5.0), Ok(24.0));
        assert_eq!(gamma(0.5), Ok(1.772_453_850_905_515_9));
        assert_eq!(gamma(-1.5), Ok(2.363_271_801_207_354_4));
        assert_eq!(gamma(172.0), Err(Failure::Range));
        assert_eq!(gamma(-3.0), Err(Failure::Domain));
        assert_eq!(lgamma(1e5), Ok(1_051_287.708_973_656_6));
        assert_eq!(lgamma(0.0), Err(Failure::Domain));
    }
}
