"""What numpy keeps under `numpy.lib`."""

from . import stride_tricks
