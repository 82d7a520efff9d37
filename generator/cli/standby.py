"""The process that `serve` keeps ready: it has all programs loaded, and each build forks from it.

A build in a forked process starts in some milliseconds with nothing left over from an earlier one,
and whatever happens to it, the next one starts the same. Before each build this process looks
whether what it has loaded is still what is on disk; if not, it says so and ends, and another one
takes its place.

`python -m generator.cli.standby CONNECTION SETTINGS OUTPUT`, by `serve` alone.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.orders import Answer, Order
from generator.cli.stands import Stands, stands_of, stands_of_modules
from generator.places import PACKAGE
from generator.settings import SettingsError

if TYPE_CHECKING:
    from generator.pelican_plugin.warm import Warm


@dataclass(slots=True)
class _Standby:
    orders: Connection
    settings: str
    output: str | None
    warm: Warm
    loaded: Stands
    """How the files stood that this process loaded."""
    at_work: dict[Connection, Order] = field(default_factory=dict)

    def serve(self) -> None:
        """Take orders until `serve` is gone, or this process is out of date."""
        while True:
            for ready in wait([self.orders, *self.at_work]):
                if ready is not self.orders:
                    self._answer(self.at_work.pop(ready), ready)  # type: ignore[arg-type,call-overload]
                elif not self._take():
                    return

    def _take(self) -> bool:
        """Start what is ordered; tell whether to go on."""
        try:
            order: Order | None = self.orders.recv()
        except EOFError:
            order = None
        if order is None:
            return False
        if not self._is_up_to_date():
            self.orders.send(Answer(order.number, "stale"))
            return False
        work = partial(self.warm.look, order.slug) if order.slug else self._build
        self.at_work[_forked(work)] = order
        return True

    def _is_up_to_date(self) -> bool:
        """Tell whether all that was loaded is on disk as it was, and nothing beside it is new."""
        now = {**stands_of(self.loaded), **_stands(self.warm, self.settings)}
        return now == self.loaded

    def _answer(self, order: Order, worker: Connection) -> None:
        """Pass on what a forked process found; of one that was killed, nothing."""
        try:
            result = worker.recv()
        except EOFError:
            result = None
        worker.close()
        self.orders.send(Answer(order.number, "looked" if order.slug else "built", result))
        if not order.slug and result == 0:
            self.warm.rehearse()
            self.loaded = {**stands_of_modules(), **self.loaded}

    def _build(self) -> int:
        from generator.pelican_plugin.command import build_site  # noqa: PLC0415 (see `main`)

        try:
            return build_site(self.settings, output=self.output, path=None)
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 1
        except SettingsError as error:
            print(f"pressreview build: {self.settings} {error}", file=sys.stderr)
            return 2


def _forked(work: Callable[[], object]) -> Connection:
    """Do `work` in a forked process; return where its result will come."""
    fork = multiprocessing.get_context("fork")
    mine, theirs = fork.Pipe(duplex=False)
    fork.Process(target=_work, args=(work, theirs)).start()
    theirs.close()
    return mine


def _work(work: Callable[[], object], result: Connection) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    result.send(work())


def _stands(warm: Warm | None, settings: str) -> Stands:
    """Return how the programs, settings and templates stand that a build forked from here uses."""
    programs = Path(settings).absolute().parent.glob("*.py")
    return stands_of((*programs, PACKAGE, *(warm.templates if warm else ())))


def main(arguments: list[str]) -> int:
    """Make ready, say so, and take orders; 1 if the settings cannot be read."""
    number, settings, output = arguments
    orders: Connection = Connection(int(number))
    # Ctrl-C reaches the whole group: `serve` ends, and this process when it does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    before = _stands(None, settings)
    # Imported late: what is on disk is noted first, then loaded.
    from generator.pelican_plugin.warm import Warm  # noqa: PLC0415

    try:
        warm = Warm(settings, output or None)
    except SettingsError:
        return 1  # a build says which
    loaded = {**stands_of_modules(), **_stands(warm, settings)}
    if all(loaded.get(path) == stand for path, stand in before.items()):
        orders.send(Answer(0, "ready"))
        _Standby(orders, settings, output or None, warm, loaded).serve()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
