"""Random numbers: numpy's generators, new and old, with its streams."""

import math
from operator import index

import _numpy
import numpy as np
from numpy import asarray, float32, float64, int64, ndarray


def _total(size):
    if size is None:
        return 1
    if not isinstance(size, (tuple, list)):
        return index(size)
    return math.prod(size)


def _shaped(values, size):
    if size is None:
        return values.item(0)
    return values.reshape(size)


class _Rows:
    """What both kinds of generators have: rows of numbers of any size."""

    def _rows(self, size, *parameters):
        """The common shape of a size and of parameters, if some parameter is an array."""
        if not any(isinstance(p, (list, tuple)) or isinstance(p, ndarray) and p.ndim for p in parameters):
            return size
        return size if size is not None else np.broadcast_shapes(*[np.shape(p) for p in parameters])

    def _wholes(self, low, high, size, dtype, is_closed, is_masked, name):
        """Whole numbers between bounds that their type can hold."""
        if high is None:
            low, high = 0, low
        held = np.dtype(dtype)
        if held.kind not in "biu":
            raise TypeError(f"Unsupported dtype {held!r} for {name}")
        if size is not None and _total(size) == 0:
            return np.empty(size, held)
        bits = 8 * held.itemsize - (held.kind == "i") if held.kind != "b" else 1
        least, most = -(2**bits) if held.kind == "i" else 0, 2**bits - 1
        has_rows, holds = False, bool
        if not (isinstance(low, int) and isinstance(high, int)):
            low, high = asarray(low), asarray(high)
            has_rows = low.ndim > 0 or high.ndim > 0
            holds = np.any if has_rows else bool
            low, high = (low, high) if has_rows else (int(low), int(high))
        if holds(low < least):
            raise ValueError(f"low is out of bounds for {held}")
        if holds(high > most + (not is_closed)):
            raise ValueError(f"high is out of bounds for {held}")
        if holds(low > high if is_closed else low >= high):
            sign = "" if is_closed else "="
            raise ValueError(f"low >{sign} high" if holds(low) else f"high <{sign} 0")
        shape = size
        if has_rows:
            rows = np.broadcast(*(low, high) if size is None else (low, high, np.empty(size)))
            shape = rows.shape if size is None else size
            low, high = [[int(item) for item in np.broadcast_to(row, rows.shape).flat] for row in (low, high)]
            span = [last - first - (not is_closed) for first, last in zip(low, high)]
        else:
            span = high - low - (not is_closed)
        drawn = _numpy.wholes(self, low, span, _total(shape), held, is_masked)
        if shape is not None:
            return drawn.reshape(shape)
        return dtype(drawn[0]) if dtype is int or dtype is bool else drawn[0]

    def uniform(self, low=0.0, high=1.0, size=None):
        span = asarray(high, dtype=float64) - asarray(low, dtype=float64)
        if not np.all(np.isfinite(span)):
            raise OverflowError("Range exceeds valid bounds" if np.ndim(span) else self._too_far)
        if self._ascends and np.any(np.signbit(span)):
            raise ValueError("high - low < 0")
        return self._drawn("uniform", size, (low, high))

    def standard_normal(self, size=None):
        return self._drawn("standard_normal", size, ())

    def normal(self, loc=0.0, scale=1.0, size=None):
        return self._placed("normal", loc, scale, size)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        if np.any(np.signbit(sigma)):
            raise ValueError("sigma < 0")
        return self._drawn("lognormal", size, (mean, sigma))

    def standard_exponential(self, size=None):
        return self._drawn("standard_exponential", size, ())

    def exponential(self, scale=1.0, size=None):
        if np.any(np.signbit(scale)):
            raise ValueError("scale < 0")
        return self._drawn("exponential", size, (scale,))

    def _drawn(self, name, size, parameters, whole=False):
        """Numbers of a distribution: a Python number if nothing has a shape."""
        shape = self._rows(size, *parameters)
        rows = [asarray(p, dtype=float64) for p in parameters]
        if shape is not None and any(row.ndim for row in rows):
            shape = (shape,) if isinstance(shape, int) else shape
            rows = [np.broadcast_to(row, shape).ravel() if row.ndim else row for row in rows]
        values = _numpy.drawn(self, name, _total(shape), *[row.ravel() for row in rows])
        if whole:
            values = values.astype(int64)
        return _shaped(values, shape)

    def _check(self, **parameters):
        for name, value in parameters.items():
            if np.any(~(asarray(value) > 0)):
                raise ValueError(f"{name} <= 0")

    def _check_weights(self, alpha):
        if np.any(alpha < 0):
            raise ValueError("alpha < 0")

    def standard_gamma(self, shape, size=None):
        if np.any(np.signbit(shape)):
            raise ValueError("shape < 0")
        return self._drawn("standard_gamma", size, (shape,))

    def gamma(self, shape, scale=1.0, size=None):
        for name, value in (("shape", shape), ("scale", scale)):
            if np.any(np.signbit(value)):
                raise ValueError(f"{name} < 0")
        return self._drawn("gamma", size, (shape, scale))

    def beta(self, a, b, size=None):
        self._check(a=a, b=b)
        return self._drawn("beta", size, (a, b))

    def chisquare(self, df, size=None):
        self._check(df=df)
        return self._drawn("chisquare", size, (df,))

    def f(self, dfnum, dfden, size=None):
        self._check(dfnum=dfnum, dfden=dfden)
        return self._drawn("f", size, (dfnum, dfden))

    def standard_cauchy(self, size=None):
        return self._drawn("standard_cauchy", size, ())

    def standard_t(self, df, size=None):
        self._check(df=df)
        return self._drawn("standard_t", size, (df,))

    def pareto(self, a, size=None):
        self._check(a=a)
        return self._drawn("pareto", size, (a,))

    def weibull(self, a, size=None):
        if np.any(np.signbit(a)):
            raise ValueError("a < 0")
        return self._drawn("weibull", size, (a,))

    def power(self, a, size=None):
        self._check(a=a)
        return self._drawn("power", size, (a,))

    def rayleigh(self, scale=1.0, size=None):
        if np.any(np.signbit(scale)):
            raise ValueError("scale < 0")
        return self._drawn("rayleigh", size, (scale,))

    def _placed(self, name, loc, scale, size):
        if np.any(np.signbit(scale)):
            raise ValueError("scale < 0")
        return self._drawn(name, size, (loc, scale))

    def laplace(self, loc=0.0, scale=1.0, size=None):
        return self._placed("laplace", loc, scale, size)

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        return self._placed("gumbel", loc, scale, size)

    def logistic(self, loc=0.0, scale=1.0, size=None):
        return self._placed("logistic", loc, scale, size)

    def triangular(self, left, mode, right, size=None):
        if np.any(asarray(left) > mode):
            raise ValueError("left > mode")
        if np.any(asarray(mode) > right):
            raise ValueError("mode > right")
        if np.any(asarray(left) == right):
            raise ValueError("left == right")
        return self._drawn("triangular", size, (left, mode, right))

    def poisson(self, lam=1.0, size=None):
        if np.any(~(asarray(lam) >= 0)):
            raise ValueError(f"lam < 0 or lam {'contains NaNs' if np.ndim(lam) else 'is NaN'}")
        if np.any(asarray(lam) > 2**63 - 10 * math.sqrt(2**63)):
            raise ValueError("lam value too large")
        return self._drawn("poisson", size, (lam,), True)

    def geometric(self, p, size=None):
        if np.any(~((asarray(p) > 0) & (asarray(p) <= 1))):
            raise ValueError("p <= 0, p > 1 or p contains NaNs")
        return self._drawn("geometric", size, (p,), True)

    def binomial(self, n, p, size=None):
        n = np.trunc(n)
        if np.any(n < 0):
            raise ValueError("n < 0")
        if np.any(~((asarray(p) >= 0) & (asarray(p) <= 1))):
            raise ValueError(f"p < 0, p > 1 or p {'contains NaNs' if np.ndim(p) else 'is NaN'}")
        return self._drawn("binomial", size, (n, p), True)

    def multinomial(self, n, pvals, size=None):
        pvals = asarray(pvals, dtype=float64)
        if np.any(~((pvals >= 0) & (pvals <= 1))):
            raise ValueError("pvals < 0, pvals > 1 or pvals contains NaNs")
        if np.any(pvals[..., :-1].sum(-1) > 1.0 + 1e-12):
            raise ValueError("sum(pvals[:-1]) > 1.0")
        shape = None if size is None else (size,) if isinstance(size, int) else tuple(size)
        if np.ndim(n) or pvals.ndim > 1:
            shape = np.broadcast_shapes(np.shape(n), pvals.shape[:-1]) if shape is None else shape
        shape = shape or ()
        rows = np.zeros((_total(shape), pvals.shape[-1]), int64)
        counts = np.broadcast_to(n, shape).ravel().tolist()
        shares = np.broadcast_to(pvals, shape + pvals.shape[-1:]).reshape(rows.shape)
        for row, left, share in zip(rows, counts, shares):
            whole = 1.0
            for place, p in enumerate(share[:-1].tolist()):
                row[place] = count = self.binomial(left, p / whole)
                left -= count
                if left <= 0:
                    break
                whole -= p
            if left > 0:
                row[-1] = left
        return rows.reshape(shape + pvals.shape[-1:])

    def dirichlet(self, alpha, size=None):
        alpha = asarray(alpha, dtype=float64)
        self._check_weights(alpha)
        shape = () if size is None else (size,) if isinstance(size, int) else tuple(size)
        drawn = self.standard_gamma(np.broadcast_to(alpha, (_total(shape), len(alpha))))
        inverse = 1.0 / np.add.accumulate(drawn, axis=1)[:, -1:]
        return (drawn * inverse).reshape(shape + (len(alpha),))

    def vonmises(self, mu, kappa, size=None):
        if np.any(~(asarray(kappa) >= 0)):
            raise ValueError("kappa < 0")
        return self._drawn("vonmises", size, (mu, kappa))

    def wald(self, mean, scale, size=None):
        self._check(mean=mean, scale=scale)
        return self._drawn("wald", size, (mean, scale))

    def noncentral_chisquare(self, df, nonc, size=None):
        self._check(df=df)
        if np.any(~(asarray(nonc) >= 0)):
            raise ValueError("nonc < 0")
        return self._drawn("noncentral_chisquare", size, (df, nonc))

    def noncentral_f(self, dfnum, dfden, nonc, size=None):
        self._check(dfnum=dfnum, dfden=dfden)
        if np.any(~(asarray(nonc) >= 0)):
            raise ValueError("nonc < 0")
        return self._drawn("noncentral_f", size, (dfnum, dfden, nonc))

    def zipf(self, a, size=None):
        if np.any(~(asarray(a) > 1)):
            raise ValueError(f"a <= 1 or a {'contains NaNs' if np.ndim(a) else 'is NaN'}")
        return self._drawn("zipf", size, (a,), True)

    def logseries(self, p, size=None):
        if np.any(~((asarray(p) >= 0) & (asarray(p) < 1))):
            raise ValueError(f"p < 0, p >= 1 or p {'contains NaNs' if np.ndim(p) else 'is NaN'}")
        return self._drawn("logseries", size, (p,), True)

    def negative_binomial(self, n, p, size=None):
        self._check(n=n)
        if np.any(~((asarray(p) > 0) & (asarray(p) <= 1))):
            raise ValueError(f"p <= 0, p > 1 or p {'contains NaNs' if np.ndim(p) else 'is NaN'}")
        return self._drawn("negative_binomial", size, (n, p), True)

    def hypergeometric(self, ngood, nbad, nsample, size=None):
        for name, value in (("ngood", ngood), ("nbad", nbad), ("nsample", nsample)):
            if np.any(asarray(value) < 0):
                raise ValueError(f"{name} < 0")
        if np.any(asarray(ngood) + nbad < nsample):
            raise ValueError("ngood + nbad < nsample")
        return self._drawn("hypergeometric", size, (np.trunc(ngood), np.trunc(nbad), np.trunc(nsample)), True)

    def _correlated(self, mean, cov, size, check_valid, tol, factor):
        """Normal numbers with these covariances; `factor` makes a matrix whose square they are."""
        mean, cov = np.array(mean), np.array(cov)
        if mean.ndim != 1:
            raise ValueError("mean must be 1 dimensional")
        if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
            raise ValueError("cov must be 2 dimensional and square")
        if mean.shape[0] != cov.shape[0]:
            raise ValueError("mean and cov must have same length")
        if check_valid not in ("warn", "raise", "ignore"):
            raise ValueError("check_valid must equal 'warn', 'raise', or 'ignore'")
        shape = (() if size is None else (size,) if np.ndim(size) == 0 else tuple(size)) + mean.shape
        x = self.standard_normal(shape).reshape(-1, mean.shape[0])
        root, is_valid = factor(cov.astype(float64), tol)
        if check_valid != "ignore" and not is_valid:
            text = "covariance is not symmetric positive-semidefinite."
            if check_valid == "raise":
                raise ValueError(text)
            import warnings

            warnings.warn(text, RuntimeWarning, stacklevel=3)
        return (np.dot(x, root) + mean).reshape(shape)

    def _pick(self, a, size, replace, p, places, axis=0):
        pool = a if isinstance(a, ndarray) else asarray(a)
        count = pool.item() if pool.ndim == 0 else pool.shape[axis]
        if count <= 0 and _total(size) > 0:
            raise ValueError(self._none_left[pool.ndim > 0])
        if p is not None:
            p = asarray(p, dtype=float64)
            if p.size != count:
                raise ValueError(self._unlike)
            if np.any(p < 0):
                raise ValueError(self._negative)
            if abs(p.sum() - 1.0) > 1.5e-8:
                raise ValueError(self._no_whole)
        if replace:
            if p is not None:
                steps = p.cumsum()
                steps /= steps[-1]
                chosen = steps.searchsorted(_numpy.floats(self, _total(size)), side="right")
            else:
                chosen = self._below(count, _total(size))
        else:
            wanted = _total(size)
            if wanted > count:
                raise ValueError(self._too_many)
            if p is not None and np.count_nonzero(p > 0) < wanted:
                raise ValueError("Fewer non-zero entries in p than size")
            chosen = self._weighted(count, wanted, p) if p is not None else places(count, wanted)
        chosen = asarray(chosen).reshape(() if size is None else size)
        if pool.ndim == 0:
            return int(chosen) if size is None else chosen
        return pool[chosen[()]] if axis == 0 else pool.take(chosen, axis)

    def _weighted(self, count, wanted, p):
        found, p = np.zeros(wanted, dtype=int64), p.copy()
        done = 0
        while done < wanted:
            x = _numpy.floats(self, wanted - done)
            if done > 0:
                p[found[:done]] = 0
            steps = np.cumsum(p)
            steps /= steps[-1]
            new = steps.searchsorted(x, side="right")
            unique = []
            for place in new.tolist():
                if place not in unique:
                    unique.append(place)
            found[done : done + len(unique)] = unique
            done += len(unique)
        return found

    def _arrange(self, x, order):
        if isinstance(x, ndarray):
            x[...] = x[order]
        else:
            x[:] = [x[place] for place in order.tolist()]


class _NewRows(_Rows):
    """What generators over PCG64 have of their own."""

    _ascends, _too_far = True, "high - low range exceeds valid bounds"
    _too_many = "Cannot take a larger sample than population when replace is False"
    _unlike = "a and p must have same size"
    _negative = "Probabilities are not non-negative"
    _no_whole = "Probabilities do not sum to 1. See Notes section of docstring for more information."
    _none_left = "a must be a positive integer unless no samples are taken", "a cannot be empty unless no samples are taken"

    def _below(self, count, number):
        return _numpy.wholes(self, 0, count - 1, number)

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8, *, method="svd"):
        from . import linalg

        def factor(cov, tol):
            if method == "cholesky":
                return linalg.cholesky(cov).T, True
            if method == "eigh":
                s, u = linalg.eigh(cov)
                return (u * np.sqrt(np.abs(s))).T, not np.any(s < -tol)
            u, s, vh = linalg.svd(cov)
            return (u * np.sqrt(s)).T, np.allclose(np.dot(vh.T * s, vh), cov, rtol=tol, atol=tol)

        if method not in ("eigh", "svd", "cholesky"):
            raise ValueError("method must be one of {'eigh', 'svd', 'cholesky'}")
        return self._correlated(mean, cov, size, check_valid, tol, factor)

    def random(self, size=None, dtype=float64, out=None):
        return self._of_type("random", _numpy.floats, _numpy.singles, size, dtype, out)

    def _of_type(self, name, doubles, singles, size, dtype, out):
        """Numbers of double or single precision, in an array that was given or in a new one."""
        kind = np.dtype(dtype)
        if kind not in (float64, float32):
            raise TypeError(f"Unsupported dtype {kind!r} for {name}")
        if out is not None:
            if out.dtype != kind:
                raise TypeError("Supplied output array has the wrong type. Expected {}, got {}".format(kind, out.dtype))
            if size is not None and np.empty(size, np.bool).shape != out.shape:
                raise ValueError("size must match out.shape when used together")
            size = out.shape
        values = (doubles if kind == float64 else singles)(self, _total(size))
        return np._into(out, values.reshape(size)) if out is not None else _shaped(values, size)

    def standard_normal(self, size=None, dtype=float64, out=None):
        return self._of_type("standard_normal", _numpy.normals, _numpy.single_normals, size, dtype, out)

    def standard_exponential(self, size=None, dtype=float64, method="zig", out=None):
        if method == "inv":
            drawn = -np.log1p(-asarray(self.random(size)))
            return drawn if isinstance(drawn, ndarray) else float(drawn)
        return self._of_type("standard_exponential", _numpy.exponentials, _numpy.single_exponentials, size, dtype, out)

    def integers(self, low, high=None, size=None, dtype=int64, endpoint=False):
        return self._wholes(low, high, size, dtype, bool(endpoint), False, "integers")

    def _places(self, count, wanted, shuffle):
        if count > 10000 and wanted > count // (50 if shuffle else 20):
            order = _numpy.shuffled_places(self, np.arange(count), max(count - wanted, 1))
            return order[count - wanted :]
        found, seen = [], set()
        for most in range(count - wanted, count):
            place = int(_numpy.wholes(self, 0, most, 1)[0])
            if place in seen:
                place = most
            seen.add(place)
            found.append(place)
        found = np.array(found, dtype=int64)
        return _numpy.shuffled_places(self, found, 1) if shuffle else found

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        return self._pick(a, size, replace, p, lambda count, wanted: self._places(count, wanted, shuffle), axis)

    def permuted(self, x, *, axis=None, out=None):
        x = asarray(x)
        if out is None:
            out = x.copy(order="K")
        else:
            if not isinstance(out, ndarray):
                raise TypeError("out must be a numpy array")
            if out.shape != x.shape:
                raise ValueError("out must have the same shape as x")
            np.copyto(out, x, casting="safe")
        if axis is None:
            flat = out.ravel("A" if out.flags.c_contiguous or out.flags.f_contiguous else "C")
            self.shuffle(flat)
            if flat.base is not out:
                out[...] = flat.reshape(out.shape)
            return out
        lines = np.moveaxis(out, axis, -1)
        for place in np.ndindex(*lines.shape[:-1]):
            self.shuffle(lines[place])
        return out

    def shuffle(self, x, axis=0):
        if axis != 0:
            x = np.swapaxes(x, 0, axis)
        self._arrange(x, _numpy.shuffled_places(self, np.arange(len(x)), 1, True))

    def permutation(self, x, axis=0):
        if np.ndim(x) == 0 and not isinstance(x, str):
            return _numpy.shuffled_places(self, np.arange(x), 1, True)
        x = asarray(x)
        axis = np._axis(axis, x.ndim)
        order = _numpy.shuffled_places(self, np.arange(x.shape[axis]), 1, True)
        return x[(slice(None),) * np._axis(axis, x.ndim) + (order,)]

    def bytes(self, length):
        words = [int(_numpy.wholes(self, 0, 0xFFFFFFFF, 1)[0]) for _ in range((length - 1) // 4 + 1)]
        return b"".join(word.to_bytes(4, "little") for word in words)[:length]


class Generator(_numpy.NewDraws, _NewRows):
    """Random numbers over PCG64."""

    def __init__(self, bit_generator):
        self.bit_generator = bit_generator
        _numpy.share(self, bit_generator._bits)

    def spawn(self, n_children):
        return [Generator(bits) for bits in self.bit_generator.spawn(n_children)]

    def __reduce__(self):
        return Generator, (self.bit_generator,)

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        return "Generator(PCG64)"


class PCG64:
    """The source of bits of `default_rng`."""

    def __init__(self, seed=None):
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        self._bits = _numpy.pcg(self.seed_seq._words())

    @property
    def state(self):
        state, inc, has_uint32, uinteger = _numpy.pcg_state(self._bits)
        parts = {"state": state, "inc": inc}
        return {"bit_generator": "PCG64", "state": parts, "has_uint32": has_uint32, "uinteger": uinteger}

    @state.setter
    def state(self, value):
        if value.get("bit_generator") != "PCG64":
            raise ValueError("state must be for a PCG64 RNG")
        parts = value["state"]
        _numpy.set_pcg_state(self._bits, parts["state"], parts["inc"], value["has_uint32"], value["uinteger"])

    def random_raw(self, size=None, lock=True):
        drawn = Generator(self).integers(0, 2**64 - 1, size, np.uint64, True)
        return int(drawn) if size is None else drawn

    def spawn(self, n_children):
        return [PCG64(seed) for seed in self.seed_seq.spawn(n_children)]

    def __reduce__(self):
        return _bits_at, (self.seed_seq, self.state)


def _bits_at(seed_seq, state):
    """A source of bits that stands where another one stood."""
    copied = PCG64(seed_seq)
    copied.state = state
    return copied


class SeedSequence:
    """A seed, and the seeds that come from it."""

    def __init__(self, entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0):
        if entropy is None:
            from os import urandom

            entropy = int.from_bytes(urandom(16), "little")
        if not hasattr(entropy, "__index__") and not isinstance(entropy, (list, tuple, range, ndarray)):
            raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {entropy}")
        self.entropy, self.spawn_key, self.pool_size = entropy, tuple(spawn_key), pool_size
        self.n_children_spawned = n_children_spawned

    def _words(self):
        """The seed for a native generator: what tells children apart stands behind a full pool."""
        if not self.spawn_key:
            return self.entropy
        words = []
        for number in self.entropy if isinstance(self.entropy, (list, tuple, ndarray)) else (self.entropy,):
            number = int(number)
            words.append(number & 0xFFFFFFFF)
            while number := number >> 32:
                words.append(number & 0xFFFFFFFF)
        words += [0] * (self.pool_size - len(words))
        return words + list(self.spawn_key)

    def generate_state(self, n_words, dtype=np.uint32):
        whole = np.dtype(dtype) == np.uint64
        state = _numpy.seed_state(self._words(), n_words if whole else (n_words + 1) // 2)
        return state if whole else state.view(np.uint32)[:n_words]

    def spawn(self, n_children):
        start = self.n_children_spawned
        self.n_children_spawned += n_children
        keys = range(start, self.n_children_spawned)
        return [SeedSequence(self.entropy, spawn_key=self.spawn_key + (key,), pool_size=self.pool_size) for key in keys]

    def __repr__(self):
        text = f"SeedSequence(\n    entropy={self.entropy},"
        text += f"\n    spawn_key={self.spawn_key}," if self.spawn_key else ""
        text += f"\n    n_children_spawned={self.n_children_spawned}," if self.n_children_spawned else ""
        return text + "\n)"


def default_rng(seed=None):
    if isinstance(seed, Generator):
        return seed
    if isinstance(seed, PCG64):
        return Generator(seed)
    return Generator(PCG64(seed))


class _OldRows(_Rows):
    """What generators over the Mersenne Twister have of their own."""

    def _check_weights(self, alpha):
        self._check(alpha=alpha)

    def _below(self, count, number):
        return _numpy.wholes(self, 0, count - 1, number, None, True)

    def random_sample(self, size=None):
        return _shaped(_numpy.floats(self, _total(size)), size)

    random = random_sample

    def rand(self, *args):
        return self.random_sample(args if args else None)

    def randn(self, *args):
        return self.standard_normal(args if args else None)

    def randint(self, low, high=None, size=None, dtype=int):
        return self._wholes(low, high, size, dtype, False, True, "randint")

    def random_integers(self, low, high=None, size=None):
        import warnings

        last = f"(1, {low} + 1)" if high is None else f"({low}, {high} + 1)"
        warnings.warn(f"This function is deprecated. Please call randint{last} instead", DeprecationWarning, stacklevel=2)
        return self.randint(1, low + 1, size, int64) if high is None else self.randint(low, high + 1, size, int64)

    _ascends, _too_far = False, "Range exceeds valid bounds"
    _too_many = "Cannot take a larger sample than population when 'replace=False'"
    _unlike = "'a' and 'p' must have same size"
    _negative = "probabilities are not non-negative"
    _no_whole = "probabilities do not sum to 1"
    _none_left = ("a must be greater than 0 unless no samples are taken", "'a' cannot be empty unless no samples are taken")

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8):
        from . import linalg

        def factor(cov, tol):
            u, s, v = linalg.svd(cov)
            return np.sqrt(s)[:, None] * v, np.allclose(np.dot(v.T * s, v), cov, rtol=tol, atol=tol)

        return self._correlated(mean, cov, size, check_valid, tol, factor)

    def choice(self, a, size=None, replace=True, p=None):
        if np.ndim(a) > 1:
            raise ValueError("a must be 1-dimensional")
        return self._pick(a, size, replace, p, lambda count, wanted: self.permutation(count)[:wanted])

    def shuffle(self, x):
        self._arrange(x, _numpy.shuffled_places(self, np.arange(len(x)), 1, True))

    def permutation(self, x):
        if np.ndim(x) == 0:
            return _numpy.shuffled_places(self, np.arange(x), 1, True)
        x = np.array(x)
        self.shuffle(x)
        return x

    def tomaxint(self, size=None):
        drawn = _numpy.wholes(self, 0, 2**64 - 1, _total(size), np.uint64, True) >> np.uint64(1)
        return _shaped(drawn.astype(int64), size)

    def bytes(self, length):
        words = _numpy.wholes(self, 0, 0xFFFFFFFF, (length - 1) // 4 + 1, np.uint32, True)
        return words.tobytes()[:length]


class RandomState(_numpy.OldDraws, _OldRows):
    """Random numbers over the Mersenne Twister, as before `default_rng`."""

    def __init__(self, seed=None):
        self.seed(seed)

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        return "RandomState(MT19937)"

    def seed(self, seed=None):
        if seed is not None and not hasattr(seed, "__index__"):
            given = asarray(seed)
            if given.size == 0:
                raise ValueError("Seed must be non-empty")
            if not np.can_cast(given.dtype, np.int64):
                what = "array data" if given.ndim else "scalar"
                raise TypeError(f"Cannot cast {what} from {given.dtype!r} to dtype('int64') according to the rule 'safe'")
            if given.ndim > 1:
                raise ValueError("Seed array must be 1-d")
            if np.any((given < 0) | (given > 2**32 - 1)):
                raise ValueError("Seed must be between 0 and 2**32 - 1")
        _numpy.share(self, _numpy.twister(seed))

    def get_state(self, legacy=True):
        key, pos, has_gauss, gauss = _numpy.twister_state(self)
        if legacy:
            return ("MT19937", key, pos, has_gauss, gauss)
        parts = {"key": key, "pos": pos}
        return {"bit_generator": "MT19937", "state": parts, "has_gauss": has_gauss, "gauss": gauss}

    def set_state(self, state):
        if isinstance(state, dict):
            name, parts, rest = state["bit_generator"], state["state"], (state["has_gauss"], state["gauss"])
            state = (name, parts["key"], parts["pos"], *rest)
        if state[0] != "MT19937":
            raise ValueError("set_state can only be used with legacy MT19937 state instances.")
        _numpy.set_twister_state(self, *state[1:])

    def __reduce__(self):
        return _old_at, (self.get_state(),)


def _old_at(state):
    """A generator that stands where another one stood: copies are made so."""
    copied = RandomState(0)
    copied.set_state(state)
    return copied


_state = RandomState()
seed, get_state, set_state = _state.seed, _state.get_state, _state.set_state
random, random_sample, ranf, sample = _state.random_sample, _state.random_sample, _state.random_sample, _state.random_sample
rand, randn, randint, uniform, normal = _state.rand, _state.randn, _state.randint, _state.uniform, _state.normal
standard_normal, exponential, choice = _state.standard_normal, _state.exponential, _state.choice
standard_exponential, lognormal, random_integers = _state.standard_exponential, _state.lognormal, _state.random_integers
shuffle, permutation = _state.shuffle, _state.permutation
standard_gamma, gamma, beta, chisquare, f = (
    _state.standard_gamma, _state.gamma, _state.beta, _state.chisquare, _state.f
)
standard_cauchy, standard_t, pareto, weibull, power = (
    _state.standard_cauchy, _state.standard_t, _state.pareto, _state.weibull, _state.power
)
rayleigh, laplace, gumbel, logistic, triangular = (
    _state.rayleigh, _state.laplace, _state.gumbel, _state.logistic, _state.triangular
)
poisson, geometric, binomial, multinomial, dirichlet = (
    _state.poisson, _state.geometric, _state.binomial, _state.multinomial, _state.dirichlet
)
vonmises, wald, zipf, logseries, negative_binomial, hypergeometric = (
    _state.vonmises, _state.wald, _state.zipf, _state.logseries, _state.negative_binomial, _state.hypergeometric
)
noncentral_chisquare, noncentral_f, multivariate_normal, bytes = (
    _state.noncentral_chisquare, _state.noncentral_f, _state.multivariate_normal, _state.bytes
)
