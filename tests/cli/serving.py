"""A small site that is served, and ways to wait for what it shows."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, environment, settings_text

PATIENCE = 30.0
"""Seconds to wait for a server or a rebuild on a busy machine."""


def small_site(folder: Path, *, content: str = "content", settings: str = "") -> Path:
    """Make a small site of one digest."""
    digest = folder / content / "digests/first"
    digest.mkdir(parents=True)
    (digest / "digest.yaml").write_text("title: Before\ndate: 2026-01-01\n", encoding="utf-8")
    (digest / "review.md").write_text("It rained, Reuters reports.\n", encoding="utf-8")
    (folder / "pelicanconf.py").write_text(f"{settings_text()}\n{settings}\n", encoding="utf-8")
    return folder


@contextmanager
def serving(folder: Path, *arguments: str, log: Path | None = None) -> Iterator[str]:
    """Serve a site and give its address; what the server says goes to the file `log`."""
    port = _free_port()
    with (log or folder / "serve.log").open("w", encoding="utf-8") as said:
        server = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--port", str(port), *arguments],
            cwd=folder,
            env=environment(PYTHONPATH=str(CHECKOUT)),
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address, server, Path(said.name))
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(PATIENCE) == 130


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 (our own server)
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"no server: {log.read_text(encoding='utf-8')}")


def until(true: Callable[[], bool]) -> None:
    """Wait until `true` says so."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def builds(folder: Path) -> int:
    """Return how many builds the server of the site in `folder` has ended well."""
    return (folder / "serve.log").read_text(encoding="utf-8").count("files published in")
