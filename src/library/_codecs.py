"""Where CPython keeps the functions that encode and decode; pickles of bytes in the first protocols name it."""

from codecs import decode, encode, lookup
