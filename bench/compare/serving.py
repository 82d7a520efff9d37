"""How long a saved edit takes to reach the browser: `serve` beside `hugo server`.

Both serve at the same time, so that edits alternate under the same conditions; the one that is not
edited only waits. The page is asked for again and again until it shows the edit.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from bench.compare.cost import RunError
from bench.compare.sites import Site
from bench.compare.works import edit, edited_digest

ASK_EVERY = 0.01
"""Seconds between two requests."""
REST = 2.0
"""Seconds between two edits, so that one's work does not fall on the other."""
PATIENCE = 900.0
"""Seconds until a server is taken for dead."""


def edits_to_pages(sites: Sequence[Site], *, runs: int) -> dict[str, list[float]]:
    """Return, for each tool, the seconds from each of `runs` edits to the changed page."""
    seconds: dict[str, list[float]] = {site.tool: [] for site in sites}
    with ExitStack() as stack:
        served = [(site, stack.enter_context(_serving(site))) for site in sites]
        for run in range(runs + 1):
            for site, address in served:
                time.sleep(REST)
                words = f"weathercock {run} of the boathouse"
                start = time.perf_counter()
                edit(site, words)
                _wait_for(address, words)
                # The first edit finds caches cold that an editor's second one does not.
                if run:
                    seconds[site.tool].append(time.perf_counter() - start)
    return seconds


@contextmanager
def _serving(site: Site) -> Iterator[str]:
    """Serve `site`; give the address of the digest that is edited."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}/digests/{edited_digest(site)}/"
    log = site.folder.parent / f"serve-{site.tool}.log"
    command = [part.format(port=port) for part in site.serve]
    with log.open("wb") as file:
        process = subprocess.Popen(  # noqa: S603 - the tools under measure
            command,
            cwd=site.folder,
            env=dict(site.environment),
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_for(address, "</html>")
            yield address
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def _wait_for(address: str, words: str) -> None:
    """Return as soon as the page at `address` holds `words`."""
    wanted = words.encode()
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - ours
                if wanted in answer.read():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass  # not listening yet, or in the middle of a rebuild
        time.sleep(ASK_EVERY)
    message = f"{address} does not show {words!r} after {PATIENCE:.0f} s"
    raise RunError(message)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
