"""Short names for long values: two values with one fingerprint are one value."""

from __future__ import annotations

import hashlib
import io
import marshal
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SIZE = 16
"""Bytes: among 2^40 values two share one by chance once in 2^49 sites."""


_AT_ONCE = 256
"""Parts that are put together before they are looked at: there are tens of thousands of short ones,
and of long ones not too many should be in memory twice."""


def print_of(value: object) -> bytes:
    """Return the fingerprint of a value of the model or the views.

    Sets may not be part of it: their order differs from run to run.
    """
    return hashlib.blake2b(plain_bytes(value), digest_size=SIZE).digest()


def plain_bytes(value: object) -> bytes:
    """Return a value pickled, without sets, in the bytes that all values share which equal it."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, 5)
    # Without memory of what was pickled before, equal values give equal bytes, whether or not
    # two equal strings in them are one object.
    pickler.fast = True
    pickler.dump(value)
    return file.getvalue()


def print_of_digest(pickled: bytes) -> bytes:
    """Return the fingerprint of a digest that is `pickled` in the usual way.

    That is shorter, and at hand where it is kept. Two equal digests of which one holds a string
    twice, and the other two that are equal, have two fingerprints: then one is drawn again, and
    comes out the same.
    """
    return hashlib.blake2b(pickled, digest_size=SIZE).digest()


def print_of_rows(rows: list[tuple[Any, ...]]) -> bytes:
    """Return the fingerprint of rows of the state, in order."""
    # The second version of its format writes equal values as equal bytes: the later ones do not.
    return hashlib.blake2b(marshal.dumps(rows, 2), digest_size=SIZE).digest()


def print_of_bytes(*parts: bytes) -> bytes:
    """Return the fingerprint of some bytes, in order, each with its length."""
    if len(parts) == 1:  # as nearly always: the same, with nothing to put together
        total = hashlib.blake2b(len(parts[0]).to_bytes(8, "big"), digest_size=SIZE)
        total.update(parts[0])
        return total.digest()
    total = hashlib.blake2b(digest_size=SIZE)
    for start in range(0, len(parts), _AT_ONCE):
        some = parts[start : start + _AT_ONCE]
        total.update(b"".join([each for p in some for each in (len(p).to_bytes(8, "big"), p)]))
    return total.digest()


def print_of_files(paths: Iterable[Path], *, below: Path) -> bytes:
    """Return the fingerprint of files: their places `below` a folder, and what is in them."""
    parts = []
    for path in sorted(paths):
        parts += [path.relative_to(below).as_posix().encode(), path.read_bytes()]
    return print_of_bytes(*parts)
