//! Numbers of the distributions that are asked for least.
//!
//! In: a generator and parameters. Out: numbers, bit for bit as numpy draws them.

use super::Generator;
use super::distributions::log_gamma;
use crate::number::libm;
use std::f64::consts::PI;

/// The largest whole number of a distribution.
const MOST: f64 = i64::MAX as f64;

impl Generator {
    /// A sum of squares of normal numbers, one of which is shifted.
    pub(super) fn shifted_square(&mut self, df: f64, shift: f64) -> f64 {
        if shift == 0.0 {
            return 2.0 * self.gamma(df / 2.0);
        }
        if df > 1.0 {
            let rest = 2.0 * self.gamma((df - 1.0) / 2.0);
            let one = self.any_normal() + shift.sqrt();
            return rest + one * one;
        }
        let more = self.poisson(shift / 2.0);
        2.0 * self.gamma((df + 2.0 * more) / 2.0)
    }

    /// An angle around a place: von Mises's distribution.
    pub(super) fn angle(&mut self, place: f64, narrow: f64) -> f64 {
        if narrow < 1e-8 {
            return PI * (2.0 * self.float() - 1.0);
        }
        if narrow > 1e6 && !self.is_old() {
            let angle = place + (1.0 / narrow).sqrt() * self.normal();
            return match angle {
                _ if angle < -PI => angle + 2.0 * PI,
                _ if angle > PI => angle - 2.0 * PI,
                _ => angle,
            };
        }
        let s = if narrow < 1e-5 {
            1.0 / narrow + narrow
        } else {
            let r = 1.0 + (1.0 + 4.0 * narrow * narrow).sqrt();
            let rho = (r - (2.0 * r).sqrt()) / (2.0 * narrow);
            (1.0 + rho * rho) / (2.0 * rho)
        };
        let cosine = loop {
            let z = libm::cos(PI * self.float());
            let w = (1.0 + s * z) / (s + z);
            let y = narrow * (s - w);
            let v = self.float();
            if y * (2.0 - y) - v >= 0.0 || libm::log(y / v) + 1.0 - y >= 0.0 {
                break w;
            }
        };
        let is_negative = self.float() < 0.5;
        let angle = libm::acos(cosine);
        let angle = if is_negative { -angle } else { angle } + place;
        let turned = (angle.abs() + PI) % (2.0 * PI) - PI;
        if angle < 0.0 { -turned } else { turned }
    }

    /// The time until a path that drifts gets somewhere.
    pub(super) fn wald(&mut self, mean: f64, scale: f64) -> f64 {
        let normal = self.any_normal();
        let y = mean * normal * normal;
        let x = if self.is_old() {
            mean + mean / (2.0 * scale) * (y - (4.0 * scale * y + y * y).sqrt())
        } else {
            mean * (1.0 - 2.0 / (1.0 + (1.0 + 4.0 * scale / y).sqrt()))
        };
        if self.float() <= mean / (mean + x) { x } else { mean * mean / x }
    }

    /// A rank: the chance of each falls with a power of it.
    pub(super) fn zipf(&mut self, a: f64) -> f64 {
        if a >= 1025.0 && !self.is_old() {
            return 1.0;
        }
        let power = a - 1.0;
        let b = libm::pow(2.0, power);
        let least = if self.is_old() { 0.0 } else { libm::pow(MOST, -power) };
        loop {
            let drawn = self.float();
            let u = if self.is_old() { 1.0 - drawn } else { drawn * least + (1.0 - drawn) };
            let v = self.float();
            let x = libm::pow(u, -1.0 / power).floor();
            if !(1.0..=MOST).contains(&x) {
                continue;
            }
            let t = libm::pow(1.0 + 1.0 / x, power);
            if v * x * (t - 1.0) / (b - 1.0) <= t / b {
                return x;
            }
        }
    }

    /// A whole number whose chances are the terms of a logarithm's series.
    pub(super) fn logseries(&mut self, p: f64) -> f64 {
        let r = libm::log1p(-p);
        loop {
            let v = self.float();
            if v >= p {
                return 1.0;
            }
            let q = -libm::expm1(r * self.float());
            if v > q * q {
                return if v >= q { 1.0 } else { 2.0 };
            }
            let count = (1.0 + libm::log(v) / libm::log(q)).floor();
            if count >= 1.0 && v != 0.0 {
                return count;
            }
        }
    }

    /// How many of those drawn are good, where nothing is put back.
    pub(super) fn of_two_kinds(&mut self, good: f64, bad: f64, drawn: f64) -> f64 {
        if drawn == 0.0 && self.is_old() {
            return 0.0;
        }
        if self.is_old() {
            return if drawn > 10.0 { self.under_a_hat(good, bad, drawn) } else { self.one_by_one(good, bad, drawn) };
        }
        if drawn >= 10.0 && drawn <= good + bad - 10.0 {
            return self.under_a_hat(good, bad, drawn);
        }
        let is_many = drawn > ((good + bad) / 2.0).floor();
        let mut wanted = if is_many { good + bad - drawn } else { drawn };
        let (mut left, mut good_left) = (good + bad, good);
        while wanted > 0.0 && good_left > 0.0 && left > good_left {
            left -= 1.0;
            if (self.masked_up_to(left as u64) as f64) < good_left {
                good_left -= 1.0;
            }
            wanted -= 1.0;
        }
        if left == good_left {
            good_left -= wanted;
        }
        if is_many { good_left } else { good - good_left }
    }

    /// The same as the old generator draws few.
    fn one_by_one(&mut self, good: f64, bad: f64, drawn: f64) -> f64 {
        let others = bad + good - drawn;
        let few = bad.min(good);
        let (mut y, mut k) = (few, drawn);
        while y > 0.0 && k > 0.0 {
            y -= (self.float() + y / (others + k)).floor();
            k -= 1.0;
        }
        let found = few - y;
        if good > bad { drawn - found } else { found }
    }

    /// The same by points below a hat.
    fn under_a_hat(&mut self, good: f64, bad: f64, drawn: f64) -> f64 {
        // 2 sqrt(2 / e), 3 - 2 sqrt(3 / e)
        const D1: f64 = 1.715_527_769_921_413_5;
        const D2: f64 = 0.898_916_162_058_898_8;
        let (few, many, all) = (good.min(bad), good.max(bad), good + bad);
        let m = drawn.min(all - drawn);
        let p = few / all;
        let (q, spread) = match self.is_old() {
            true => (1.0 - p, drawn),
            false => (many / all, m),
        };
        let a = m * p + 0.5;
        let c = ((all - m) * spread * p * q / (all - 1.0) + 0.5).sqrt();
        let h = D1 * c + D2;
        let mode = ((m + 1.0) * (few + 1.0) / (all + 2.0)).floor();
        let weight = |k: f64| {
            log_gamma(k + 1.0) + log_gamma(few - k + 1.0) + log_gamma(m - k + 1.0) + log_gamma(many - m + k + 1.0)
        };
        let most = weight(mode);
        let bound = (m.min(few) + 1.0).min((a + 16.0 * c).floor());
        let found = loop {
            let u = self.float();
            let v = self.float();
            let x = a + h * (v - 0.5) / u;
            if x < 0.0 || x >= bound {
                continue;
            }
            let k = x.floor();
            let t = most - weight(k);
            if u * (4.0 - u) - 3.0 <= t {
                break k;
            }
            if u * (u - t) < 1.0 && 2.0 * libm::log(u) <= t {
                break k;
            }
        };
        let found = if good > bad { m - found } else { found };
        if m < drawn { good - found } else { found }
    }
}
