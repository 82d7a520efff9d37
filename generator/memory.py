"""How often Python looks for what nobody can reach any more."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 50_000
"""Values that may be made before the collector looks through them; Python's own number is 700."""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Have Python look for garbage seldom while the block runs.

    A build makes much that lasts, programs among it, and few cycles; looking for these through
    all that was just made took a tenth of its time.
    """
    before = gc.get_threshold()
    gc.set_threshold(YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
