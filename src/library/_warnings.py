"""Where CPython keeps the quick part of `warnings`."""

from warnings import filters, warn, warn_explicit
