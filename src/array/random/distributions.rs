//! Numbers of many distributions, drawn as numpy draws them.
//!
//! In: a generator, a distribution by name and its parameters. Out: a number, bit for bit. The old generator makes normal and exponential
//! numbers in another way, and so what is made of them.

use super::{Bits, Generator};
use crate::number::libm;

/// A distribution: how many parameters it has, and a number of it.
pub struct Distribution {
    /// What it is called.
    pub name: &'static str,
    /// How many parameters it has.
    pub parameters: usize,
    /// Draws one number.
    pub draw: fn(&mut Generator, [f64; 3]) -> f64,
}

/// All of them.
pub static DISTRIBUTIONS: &[Distribution] = &[
    row("uniform", 2, |g, [low, high, _]| low + (high - low) * g.float()),
    row("standard_normal", 0, |g, _| g.any_normal()),
    row("normal", 2, |g, [mean, scale, _]| mean + scale * g.any_normal()),
    row("lognormal", 2, |g, [mean, scale, _]| libm::exp(mean + scale * g.any_normal())),
    row("standard_exponential", 0, |g, _| g.any_exponential()),
    row("exponential", 1, |g, [scale, ..]| scale * g.any_exponential()),
    row("standard_gamma", 1, |g, [shape, ..]| g.gamma(shape)),
    row("gamma", 2, |g, [shape, scale, _]| scale * g.gamma(shape)),
    row("beta", 2, |g, [a, b, _]| g.beta(a, b)),
    row("chisquare", 1, |g, [df, ..]| 2.0 * g.gamma(df / 2.0)),
    row("f", 2, |g, [top, bottom, _]| {
        let first = 2.0 * g.gamma(top / 2.0) * bottom;
        first / (2.0 * g.gamma(bottom / 2.0) * top)
    }),
    row("standard_cauchy", 0, |g, _| {
        let first = g.any_normal();
        first / g.any_normal()
    }),
    row("standard_t", 1, |g, [df, ..]| {
        let first = g.any_normal();
        (df / 2.0).sqrt() * first / g.gamma(df / 2.0).sqrt()
    }),
    row("pareto", 1, |g, [a, ..]| match g.is_old() {
        true => libm::exp(g.any_exponential() / a) - 1.0,
        false => libm::expm1(g.any_exponential() / a),
    }),
    row("weibull", 1, |g, [a, ..]| if a == 0.0 { 0.0 } else { libm::pow(g.any_exponential(), 1.0 / a) }),
    row("power", 1, |g, [a, ..]| match g.is_old() {
        true => libm::pow(1.0 - libm::exp(-g.any_exponential()), 1.0 / a),
        false => libm::pow(-libm::expm1(-g.any_exponential()), 1.0 / a),
    }),
    row("rayleigh", 1, |g, [mode, ..]| match g.is_old() {
        true => mode * (-2.0 * libm::log1p(-g.float())).sqrt(),
        false => mode * (2.0 * g.exponential()).sqrt(),
    }),
    row("laplace", 2, |g, [place, scale, _]| {
        loop {
            let u = g.float();
            if u >= 0.5 {
                return place - scale * libm::log(2.0 - u - u);
            }
            if u > 0.0 {
                return place + scale * libm::log(u + u);
            }
        }
    }),
    row("gumbel", 2, |g, [place, scale, _]| {
        loop {
            let u = 1.0 - g.float();
            if u < 1.0 {
                return place - scale * libm::log(-libm::log(u));
            }
        }
    }),
    row("logistic", 2, |g, [place, scale, _]| {
        loop {
            let u = g.float();
            if u > 0.0 {
                return place + scale * libm::log(u / (1.0 - u));
            }
        }
    }),
    row("triangular", 3, |g, [left, mode, right]| {
        let (base, left_base) = (right - left, mode - left);
        let u = g.float();
        if u <= left_base / base {
            left + (u * (left_base * base)).sqrt()
        } else {
            right - ((1.0 - u) * ((right - mode) * base)).sqrt()
        }
    }),
    row("poisson", 1, |g, [mean, ..]| g.poisson(mean)),
    row("geometric", 1, |g, [p, ..]| g.geometric(p)),
    row("binomial", 2, |g, [n, p, _]| g.binomial(n, p)),
    row("negative_binomial", 2, |g, [n, p, _]| {
        let mean = g.gamma(n) * ((1.0 - p) / p);
        g.poisson(mean)
    }),
    row("noncentral_chisquare", 2, |g, [df, shift, _]| g.shifted_square(df, shift)),
    row("noncentral_f", 3, |g, [top, bottom, shift]| {
        let first = g.shifted_square(top, shift) * bottom;
        first / (2.0 * g.gamma(bottom / 2.0) * top)
    }),
    row("vonmises", 2, |g, [place, narrow, _]| g.angle(place, narrow)),
    row("wald", 2, |g, [mean, scale, _]| g.wald(mean, scale)),
    row("zipf", 1, |g, [a, ..]| g.zipf(a)),
    row("logseries", 1, |g, [p, ..]| g.logseries(p)),
    row("hypergeometric", 3, |g, [good, bad, drawn]| g.of_two_kinds(good, bad, drawn)),
];

const fn row(name: &'static str, parameters: usize, draw: fn(&mut Generator, [f64; 3]) -> f64) -> Distribution {
    Distribution { name, parameters, draw }
}

/// The logarithm of the gamma function, by Stirling's series.
pub(super) fn log_gamma(x: f64) -> f64 {
    const TERMS: [f64; 10] = [
        0.083_333_333_333_333_33,
        -0.002_777_777_777_777_778,
        0.000_793_650_793_650_793_7,
        -0.000_595_238_095_238_095_2,
        0.000_841_750_841_750_841_8,
        -0.001_917_526_917_526_918,
        0.006_410_256_410_256_41,
        -0.029_550_653_594_771_24,
        0.179_644_372_368_830_7,
        -1.392_432_216_905_9,
    ];
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let steps = if x < 7.0 { (7.0 - x) as u32 } else { 0 };
    let mut above = x + f64::from(steps);
    let inverse = (1.0 / above) * (1.0 / above);
    let series = TERMS[..9].iter().rev().fold(TERMS[9], |series, term| series * inverse + term);
    let mut result = series / above + 0.5 * 1.837_877_066_409_345_3 + (above - 0.5) * libm::log(above) - above;
    for _ in 0..steps {
        result -= libm::log(above - 1.0);
        above -= 1.0;
    }
    result
}

impl Generator {
    pub(super) fn is_old(&self) -> bool {
        matches!(self.bits, Bits::Twister(_))
    }

    pub(super) fn any_normal(&mut self) -> f64 {
        if self.is_old() { self.polar_normal() } else { self.normal() }
    }

    fn any_exponential(&mut self) -> f64 {
        if self.is_old() { -libm::log(1.0 - self.float()) } else { self.exponential() }
    }

    pub(super) fn gamma(&mut self, shape: f64) -> f64 {
        if shape == 1.0 {
            return self.any_exponential();
        }
        if shape == 0.0 {
            return 0.0;
        }
        if shape < 1.0 {
            loop {
                let u = self.float();
                let v = self.any_exponential();
                if u <= 1.0 - shape {
                    let x = libm::pow(u, 1.0 / shape);
                    if x <= v {
                        return x;
                    }
                } else {
                    let y = -libm::log((1.0 - u) / shape);
                    let x = libm::pow(1.0 - shape + shape * y, 1.0 / shape);
                    if x <= v + y {
                        return x;
                    }
                }
            }
        }
        let b = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * b).sqrt();
        loop {
            let (x, v) = loop {
                let x = self.any_normal();
                let v = 1.0 + c * x;
                // A shape that is no number gives none.
                if v > 0.0 || v.is_nan() {
                    break (x, v * v * v);
                }
            };
            let u = self.float();
            if u < 1.0 - 0.0331 * (x * x) * (x * x) || libm::log(u) < 0.5 * x * x + b * (1.0 - v + libm::log(v)) {
                return b * v;
            }
        }
    }

    fn beta(&mut self, a: f64, b: f64) -> f64 {
        if a > 1.0 || b > 1.0 {
            let first = self.gamma(a);
            return first / (first + self.gamma(b));
        }
        loop {
            let (u, v) = (self.float(), self.float());
            let (x, y) = (libm::pow(u, 1.0 / a), libm::pow(v, 1.0 / b));
            if x + y > 1.0 || u + v <= 0.0 {
                continue;
            }
            if x + y > 0.0 {
                return x / (x + y);
            }
            let (log_x, log_y) = (libm::log(u) / a, libm::log(v) / b);
            let most = log_x.max(log_y);
            let (log_x, log_y) = (log_x - most, log_y - most);
            return libm::exp(log_x - libm::log(libm::exp(log_x) + libm::exp(log_y)));
        }
    }

    pub(super) fn poisson(&mut self, mean: f64) -> f64 {
        if mean == 0.0 {
            return 0.0;
        }
        if mean < 10.0 {
            let least = libm::exp(-mean);
            let (mut count, mut product) = (0.0, 1.0);
            loop {
                product *= self.float();
                if product <= least {
                    return count;
                }
                count += 1.0;
            }
        }
        let (root, log) = (mean.sqrt(), libm::log(mean));
        let b = 0.931 + 2.53 * root;
        let a = -0.059 + 0.024_83 * b;
        let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
        let ratio = 0.9277 - 3.6224 / (b - 2.0);
        loop {
            let u = self.float() - 0.5;
            let v = self.float();
            let us = 0.5 - u.abs();
            let k = ((2.0 * a / us + b) * u + mean + 0.43).floor();
            if us >= 0.07 && v <= ratio {
                return k;
            }
            if k < 0.0 || us < 0.013 && v > us {
                continue;
            }
            let height = libm::log(v) + libm::log(inverse_alpha) - libm::log(a / (us * us) + b);
            if height <= -mean + k * log - log_gamma(k + 1.0) {
                return k;
            }
        }
    }

    fn geometric(&mut self, p: f64) -> f64 {
        if p < 1.0 / 3.0 && !self.is_old() {
            return (-self.exponential() / libm::log1p(-p)).ceil();
        }
        if p < 1.0 / 3.0 {
            return (libm::log1p(-self.float()) / libm::log(1.0 - p)).ceil();
        }
        let (mut count, mut sum, mut product) = (1.0, p, p);
        let u = self.float();
        while u > sum {
            product *= 1.0 - p;
            sum += product;
            count += 1.0;
        }
        count
    }

    fn binomial(&mut self, n: f64, p: f64) -> f64 {
        if n == 0.0 || p == 0.0 {
            // As with the old generators, which draw a number all the same.
            if let Bits::Twister(_) = self.bits {
                self.float();
            }
            return 0.0;
        }
        let rare = if p <= 0.5 { p } else { 1.0 - p };
        let count = if rare * n <= 30.0 { self.few_of(n, rare) } else { self.many_of(n, rare) };
        if p <= 0.5 { count } else { n - count }
    }

    /// A binomial number by adding probabilities up.
    fn few_of(&mut self, n: f64, p: f64) -> f64 {
        let q = 1.0 - p;
        let none = libm::exp(n * libm::log(q));
        let mean = n * p;
        let most = n.min(mean + 10.0 * (mean * q + 1.0).sqrt()).floor();
        let (mut count, mut chance, mut u) = (0.0, none, self.float());
        while u > chance {
            count += 1.0;
            if count > most {
                (count, chance, u) = (0.0, none, self.float());
            } else {
                u -= chance;
                chance = ((n - count + 1.0) * p * chance) / (count * q);
            }
        }
        count
    }

    /// A binomial number by drawing points below a hat of a triangle, two parallelograms and exponential tails.
    fn many_of(&mut self, n: f64, r: f64) -> f64 {
        let q = 1.0 - r;
        let fm = n * r + r;
        let m = fm.floor();
        let spread = n * r * q;
        let p1 = (2.195 * spread.sqrt() - 4.6 * q).floor() + 0.5;
        let middle = m + 0.5;
        let (left, right) = (middle - p1, middle + p1);
        let c = 0.134 + 20.5 / (15.3 + m);
        let slope = |a: f64| a * (1.0 + a / 2.0);
        let (fall_left, fall_right) = (slope((fm - left) / (fm - left * r)), slope((right - fm) / (right * q)));
        let p2 = p1 * (1.0 + 2.0 * c);
        let p3 = p2 + c / fall_left;
        let p4 = p3 + c / fall_right;
        loop {
            let u = self.float() * p4;
            let mut v = self.float();
            if u <= p1 {
                return (middle - p1 * v + u).floor();
            }
            let y;
            if u <= p2 {
                let x = left + (u - p1) / c;
                v = v * c + 1.0 - (m - x + 0.5).abs() / p1;
                if v > 1.0 {
                    continue;
                }
                y = x.floor();
            } else if u <= p3 {
                y = (left + libm::log(v) / fall_left).floor();
                if y < 0.0 || v == 0.0 {
                    continue;
                }
                v = v * (u - p2) * fall_left;
            } else {
                y = (right - libm::log(v) / fall_right).floor();
                if y > n || v == 0.0 {
                    continue;
                }
                v = v * (u - p3) * fall_right;
            }
            let k = (y - m).abs();
            if k <= 20.0 || k >= spread / 2.0 - 1.0 {
                let s = r / q;
                let a = s * (n + 1.0);
                let mut height = 1.0;
                let (low, high) = (m.min(y) as i64 + 1, m.max(y) as i64);
                for i in low..=high {
                    let factor = a / i as f64 - s;
                    height = if m < y { height * factor } else { height / factor };
                }
                if v > height {
                    continue;
                }
                return y;
            }
            let rho = (k / spread) * ((k * (k / 3.0 + 0.625) + 0.166_666_666_666_666_66) / spread + 0.5);
            let t = -k * k / (2.0 * spread);
            let log = libm::log(v);
            if log < t - rho {
                return y;
            }
            if log > t + rho {
                continue;
            }
            let (x1, f1, z, w) = (y + 1.0, m + 1.0, n + 1.0 - m, n - y + 1.0);
            let stirling = |x: f64| {
                let square = x * x;
                (13_680.0 - (462.0 - (132.0 - (99.0 - 140.0 / square) / square) / square) / square) / x / 166_320.0
            };
            let bound = middle * libm::log(f1 / x1)
                + (n - m + 0.5) * libm::log(z / w)
                + (y - m) * libm::log(w * r / (x1 * q))
                + stirling(f1)
                + stirling(z)
                + stirling(x1)
                + stirling(w);
            if log <= bound {
                return y;
            }
        }
    }
}
