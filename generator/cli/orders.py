"""What `serve` and the process that stands by for it say to each other."""

from __future__ import annotations

from typing import Any, NamedTuple


class Order(NamedTuple):
    """What `serve` asks for."""

    number: int
    """Of the edit; answers carry it."""
    slug: str = ""
    """Of the digest to look at; empty for a build."""


class Answer(NamedTuple):
    """What came of an order; of number 0, that this process is ready for orders."""

    number: int
    kind: str
    """`ready`, `looked`, `built`, or `stale`: this process ends, and another is wanted."""
    result: Any = None
    """Of a build its exit status, of a look a file's name and bytes; None for nothing."""
