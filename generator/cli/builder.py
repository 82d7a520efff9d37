"""Builds for `serve`: in processes forked from one that stands by, where the system can fork.

Where it cannot, or where no process can stand by (settings that cannot be read), a build is a fresh
process; that takes a second or two longer, and says what is wrong.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

from generator.asking.endpoint import OFFLINE
from generator.cli.orders import Answer, Order

CAN_FORK = "fork" in multiprocessing.get_all_start_methods()

LOST = Answer(0, "lost")
"""The process that stood by came to an end."""

Looked = Callable[[int, str, bytes], None]
"""Told of the number of an edit, a file's name, and what is in it."""


class Builder:
    """Builds one site, one build at a time."""

    def __init__(self, settings: str, output: str | None, looked: Looked) -> None:
        """Name the site; nothing is started yet."""
        self._settings = settings
        self._output = output
        self._looked = looked
        self._standby: _Standby | None = None

    @property
    def standby(self) -> int | None:
        """Return the number of the process that stands by; None while there is none."""
        return self._standby.process.pid if self._standby else None

    def build(self, number: int) -> bool:
        """Build the site for the edit `number`, and tell whether that went well.

        No language model is asked: every saved change would be a question, and some cost money.
        """
        # A process that stands by may find itself out of date, a new one hardly.
        for _ in range(2):
            if self._standby is None and CAN_FORK:
                self._standby = _ready(self._settings, self._output, self._looked)
            if self._standby is None:
                break
            answer = self._standby.build(number)
            if answer.kind == "built":
                if answer.result is None:
                    print("The build was ended from outside; save again.", file=sys.stderr)
                return bool(answer.result == 0)
            self.close()
        return _built_afresh(self._settings, self._output)

    def look(self, number: int, slug: str) -> None:
        """Have the page of a digest drawn ahead of the build of the edit `number`."""
        if self._standby is not None:
            self._standby.order(Order(number, slug))

    def close(self) -> None:
        """Let go of the process that stands by; it ends when its work is done."""
        if self._standby is not None:
            self._standby.close()
        self._standby = None


class _Standby:
    """A process that stands by, seen from `serve`."""

    def __init__(
        self, process: subprocess.Popen[bytes], orders: Connection, looked: Looked
    ) -> None:
        self.process = process
        self._orders = orders
        self._looked = looked
        self._sending = threading.Lock()
        self._answers: queue.Queue[Answer] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def is_ready(self) -> bool:
        """Wait for the first sign of life and tell whether there was one."""
        return self._answers.get().kind == "ready"

    def build(self, number: int) -> Answer:
        """Order a build and wait for its end, or for that of the process."""
        self.order(Order(number))
        return self._answers.get()

    def order(self, order: Order | None) -> None:
        """Give an order; one to a process that has ended is lost, which `build` sees."""
        with self._sending, suppress(OSError):
            self._orders.send(order)

    def close(self) -> None:
        """End the process, once it has nothing to do any more."""
        self.order(None)
        self.process.wait()
        self._listener.join()
        self._orders.close()

    def _listen(self) -> None:
        while True:
            try:
                answer: Answer = self._orders.recv()
            except (EOFError, OSError):
                self._answers.put(LOST)
                return
            if answer.kind == "looked":
                if answer.result is not None:
                    self._looked(answer.number, *answer.result)
            else:
                self._answers.put(answer)


def _ready(settings: str, output: str | None, looked: Looked) -> _Standby | None:
    """Start a process that stands by; None if it cannot."""
    mine, theirs = multiprocessing.Pipe()
    command = [sys.executable, "-m", "generator.cli.standby", str(theirs.fileno())]
    process = subprocess.Popen(  # noqa: S603 (our own command)
        [*command, settings, output or ""], env=_offline(), pass_fds=[theirs.fileno()]
    )
    theirs.close()
    standby = _Standby(process, mine, looked)
    if standby.is_ready():
        return standby
    standby.close()
    return None


def _built_afresh(settings: str, output: str | None) -> bool:
    command = [sys.executable, "-m", "generator", "build", "-s", settings]
    command += ["-o", output] if output else []
    return subprocess.run(command, check=False, env=_offline()).returncode == 0  # noqa: S603 (our own command)


def _offline() -> dict[str, str]:
    return {**os.environ, OFFLINE: "1"}
