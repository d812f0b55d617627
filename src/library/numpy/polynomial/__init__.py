"""Series of polynomials, whose coefficients stand in the order of rising degrees."""

__all__ = ["Polynomial", "Chebyshev", "Legendre", "Hermite", "HermiteE", "Laguerre", "set_default_printstyle"]

_PAGES = {"Polynomial": "polynomial", "Chebyshev": "chebyshev", "Legendre": "legendre", "Hermite": "hermite",
          "HermiteE": "hermite_e", "Laguerre": "laguerre"}


def set_default_printstyle(style):
    from ._base import Base

    if style not in ("unicode", "ascii"):
        raise ValueError(f"Unsupported format string '{style}'. Valid options are 'ascii' and 'unicode'")
    Base._style = style


def __getattr__(name):
    import importlib

    if name in _PAGES.values() or name == "polyutils":
        return importlib.import_module("numpy.polynomial." + name)
    if name in _PAGES:
        return getattr(importlib.import_module("numpy.polynomial." + _PAGES[name]), name)
    raise AttributeError(f"module 'numpy.polynomial' has no attribute '{name}'")
