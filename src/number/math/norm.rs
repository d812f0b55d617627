//! Sums that lose nothing: `math.fsum`, and the lengths of vectors.

use super::super::{ErrorKind, NumberError};
use super::frexp;

/// `math.fsum`: the sum of all floats, rounded once.
///
/// The parts held here do not overlap, grow in size, and add up to the exact sum.
#[derive(Debug, Default)]
pub struct ExactSum {
    parts: Vec<f64>,
    infinities: f64,
    specials: f64,
}

impl ExactSum {
    /// An empty sum.
    pub fn new() -> Self {
        ExactSum::default()
    }

    /// Adds one float.
    pub fn add(&mut self, value: f64) -> Result<(), NumberError> {
        let mut x = value;
        let mut kept = 0;
        for index in 0..self.parts.len() {
            let mut y = self.parts[index];
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                self.parts[kept] = low;
                kept += 1;
            }
            x = high;
        }
        self.parts.truncate(kept);
        if x.is_finite() {
            if x != 0.0 {
                self.parts.push(x);
            }
            return Ok(());
        }
        if value.is_finite() {
            return Err(NumberError::new(ErrorKind::Overflow, "intermediate overflow in fsum"));
        }
        if value.is_infinite() {
            self.infinities += value;
        }
        self.specials += value;
        self.parts.clear();
        Ok(())
    }

    /// The sum.
    pub fn finish(mut self) -> Result<f64, NumberError> {
        if self.specials != 0.0 {
            return if self.infinities.is_nan() {
                Err(NumberError::new(ErrorKind::Value, "-inf + inf in fsum"))
            } else {
                Ok(self.specials)
            };
        }
        let Some(mut high) = self.parts.pop() else {
            return Ok(0.0);
        };
        let mut low = 0.0;
        while let Some(y) = self.parts.pop() {
            let x = high;
            high = x + y;
            low = y - (high - x);
            if low != 0.0 {
                break;
            }
        }
        // A tie was rounded to even; what is left below decides whether it was one.
        let below = self.parts.last().copied().unwrap_or(0.0);
        if (low < 0.0 && below < 0.0) || (low > 0.0 && below > 0.0) {
            let twice = low * 2.0;
            let rounded = high + twice;
            if twice == rounded - high {
                high = rounded;
            }
        }
        Ok(high)
    }
}

/// `math.hypot(*coordinates)`
pub fn hypot(coordinates: &[f64]) -> f64 {
    norm(coordinates.iter().map(|x| x.abs()))
}

/// `math.dist(p, q)`
pub fn distance(p: &[f64], q: &[f64]) -> Result<f64, NumberError> {
    if p.len() != q.len() {
        return Err(NumberError::new(ErrorKind::Value, "both points must have the same number of dimensions"));
    }
    Ok(norm(p.iter().zip(q).map(|(p, q)| (p - q).abs())))
}

/// A running sum above one, with what each addition lost kept apart.
struct Sum {
    total: f64,
    lost: [f64; 3],
}

impl Sum {
    fn add(&mut self, x: f64, account: usize) {
        let before = self.total;
        self.total += x;
        self.lost[account] += (before - self.total) + x;
    }

    fn value(&self) -> f64 {
        self.total - 1.0 + (self.lost[0] + self.lost[1] + self.lost[2])
    }
}

/// Two halves of a float, whose products are exact.
fn split(x: f64) -> (f64, f64) {
    let t = x * 134_217_729.0;
    let high = t - (t - x);
    (high, x - high)
}

/// The length of a vector of magnitudes: scaled by a power of two, squared without loss, the root corrected once.
fn norm(values: impl ExactSizeIterator<Item = f64> + Clone) -> f64 {
    let count = values.len();
    let largest = values.clone().fold(0.0, |largest, x| if x > largest { x } else { largest });
    if largest == f64::INFINITY {
        return largest;
    }
    if values.clone().any(f64::is_nan) {
        return f64::NAN;
    }
    if largest == 0.0 || count <= 1 {
        return largest;
    }
    let mut sum = Sum { total: 1.0, lost: [0.0; 3] };
    let (_, exponent) = frexp(largest);
    if exponent < -1023 {
        // The scale would overflow: the largest itself takes its place.
        values.for_each(|x| {
            let x = x / largest;
            sum.add(x * x, 0);
        });
        return largest * (sum.total - 1.0 + sum.lost[0]).sqrt();
    }
    let scale = super::super::libm::ldexp(1.0, -exponent);
    for x in values {
        let (high, low) = split(x * scale);
        sum.add(high * high, 0);
        sum.add(2.0 * high * low, 1);
        sum.lost[2] += low * low;
    }
    let root = sum.value().sqrt();
    let (high, low) = split(root);
    sum.add(-high * high, 0);
    sum.add(-2.0 * high * low, 1);
    sum.add(-low * low, 2);
    (root + sum.value() / (2.0 * root)) / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(values: &[f64]) -> Result<f64, NumberError> {
        let mut sum = ExactSum::new();
        values.iter().try_for_each(|value| sum.add(*value))?;
        sum.finish()
    }

    #[test]
    fn exact_sums() {
        assert_eq!(sum(&[0.1; 10]), Ok(1.0));
        assert_eq!(sum(&[1e-16, 1.0, 1e16]), Ok(1.000_000_000_000_000_2e16));
        assert_eq!(sum(&[1e308, 1e308, -1e308]).unwrap_err().message, "intermediate overflow in fsum");
        assert_eq!(sum(&[f64::INFINITY, f64::NEG_INFINITY]).unwrap_err().message, "-inf + inf in fsum");
        assert!(sum(&[f64::NAN, f64::INFINITY]).unwrap().is_nan());
        assert_eq!(sum(&[]), Ok(0.0));
    }

    #[test]
    fn lengths() {
        assert_eq!(hypot(&[3.0, -4.0]), 5.0);
        assert_eq!(hypot(&[]), 0.0);
        assert_eq!(hypot(&[-2.0]), 2.0);
        assert_eq!(hypot(&[f64::NAN, f64::NEG_INFINITY]), f64::INFINITY);
        assert_eq!(hypot(&[5e-324, 5e-324]), 5e-324);
        assert_eq!(distance(&[1.0, 2.0], &[4.0, 6.0]), Ok(5.0));
        assert!(distance(&[1.0], &[]).is_err());
    }
}
