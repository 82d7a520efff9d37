"""How far a build is, on a terminal: a bar that appears when there is work for some time.

What is no terminal gets nothing, so that logs stay short and free of control characters.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:  # a build without a terminal does not load them
    from rich.console import Console
    from rich.progress import Progress

Row = TypeVar("Row")

AFTER = 1.0
"""Seconds of work before a bar appears: what is over sooner needs none."""


def shown(
    heaps: Iterable[Sequence[Row]], *, rows: int, doing: str, screen: Console | None
) -> Iterator[Sequence[Row]]:
    """Yield `heaps`, `rows` rows in all, showing on `screen` how many are done.

    `doing` says what is done to them. Nothing is shown without a screen.
    """
    if screen is None:
        yield from heaps
        return
    start, finished = time.monotonic(), 0
    with ExitStack() as stack:
        bar: Progress | None = None
        for heap in heaps:
            yield heap
            finished += len(heap)
            if bar is None and finished < rows and time.monotonic() - start > AFTER:
                bar = stack.enter_context(_bar(screen))
                bar.add_task(doing, total=rows)
            if bar is not None:
                bar.update(bar.task_ids[0], completed=finished)


def _bar(screen: Console) -> Progress:
    # Imported late: rich is loaded where something is shown.
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(separator=" of "),
        TimeRemainingColumn(),
        console=screen,
        transient=True,
    )
