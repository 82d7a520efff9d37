"""Where a build shows how far it is: a terminal, or nowhere."""

from __future__ import annotations

import sys

from pelican import log
from rich.console import Console


def screen() -> Console | None:
    """Return the console to show progress on; None where nobody looks on.

    On a terminal Pelican's command shows a sign of life of its own, on standard output. Two such
    signs on one terminal would write over each other; on one console they stand side by side.
    """
    pelicans: Console = log.console
    if pelicans.is_terminal:
        return pelicans
    return Console(stderr=True) if sys.stderr.isatty() else None
