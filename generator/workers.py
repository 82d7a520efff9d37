"""What happens inside a process that does part of a build's work.

It ends with the build that started it, leaves Ctrl-C to that one, and says what went wrong in words
that can be sent and need no traceback.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.places import PACKAGE
from generator.problems import ProblemsFoundError

Job = TypeVar("Job")
Result = TypeVar("Result")

SHORT = (
    "Memory was too short for the build, so nothing was published. "
    "Close other programs, or build with PRESSREVIEW_EXECUTOR=here, which needs least."
)


class WorkerLostError(Exception):
    """Work came to a sudden end: a process was killed, or memory was short."""


class UnreadyError(Exception):
    """A process could not be prepared for work, which may still be done in another."""


class FaultError(Exception):
    """Work failed by a fault of the program, not of the site; says where."""


_unready: list[Exception] = []
"""Why this process could not be prepared."""


def begin(prepare: Callable[..., None], given: tuple[object, ...]) -> None:
    """Ready a forked process by `prepare(*given)`; if that fails, its first work says so."""
    _settle()
    try:
        prepare(*given)
    except Exception as error:  # noqa: BLE001 (a pool would print a traceback and say nothing)
        _unready[:] = [error]


def begin_sent(sent: bytes) -> None:
    """Do as `begin` in a process that was not forked; `sent` is what that takes, pickled.

    What cannot be made again here fails while it is read.
    """
    _settle()
    try:
        prepare, given = pickle.loads(sent)  # noqa: S301 (from the process that started this one)
        prepare(*given)
    except Exception as error:  # noqa: BLE001 (see `begin`)
        _unready[:] = [error]


def _settle() -> None:
    """Leave Ctrl-C to the build, and end with it."""
    # Ctrl-C reaches every process of a terminal; the build alone answers it, and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_build, daemon=True).start()


def _end_with_the_build() -> None:
    """End this process when the one that started it is gone, however it went."""
    build = multiprocessing.parent_process()
    if build is not None:
        build.join()
        os._exit(1)


def worked(work: Callable[[Job], Result], job: Job) -> Result:
    """Return what `work` makes of `job`.

    Raises what says itself what is wrong (`ProblemsFoundError`, `OSError`), `WorkerLostError` where
    memory is short, `UnreadyError` where this process is not fit for work, and `FaultError` for
    anything else.
    """
    if _unready:
        raise UnreadyError(str(_unready[0])) from _unready[0]
    try:
        return work(job)
    except (ProblemsFoundError, WorkerLostError, FaultError, OSError):
        raise
    except MemoryError as error:
        raise WorkerLostError(SHORT) from error
    except Exception as error:
        raise FaultError(_told(error)) from error


def _told(error: Exception) -> str:
    """Return what failed and where, as the last of our own lines on the way has it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    place = (ours or frames)[-1]
    return (
        f"Pressreview failed, so nothing was published: {type(error).__name__}: {error} "
        f"({Path(place.filename).name}, line {place.lineno}). This is a fault of the program: "
        "please report it, with what `pelican --debug` prints."
    )
