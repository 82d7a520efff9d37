"""`serve`: a real server, a real browser, a real edit."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.chromium import find
from tests.conftest import CHECKOUT, environment, settings_text

PATIENCE = 30.0
"""Seconds to wait for a server or a rebuild on a busy machine."""


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Serve a small site of one digest; return its folder and address."""
    digest = tmp_path / "content/digests/first"
    digest.mkdir(parents=True)
    (digest / "digest.yaml").write_text("title: Before\ndate: 2026-01-01\n", encoding="utf-8")
    (digest / "review.md").write_text("It rained, Reuters reports.\n", encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(settings_text(), encoding="utf-8")
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", str(port)],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, server)
        yield tmp_path, address
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(PATIENCE)


def _wait_for(address: str, server: subprocess.Popen[str]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 (our own server)
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"no server: {server.communicate(timeout=5)}")


def test_an_edit_shows_in_the_open_page(served: tuple[Path, str]) -> None:
    """A saved change is built and the open browser reloads; a broken one leaves the page up."""
    folder, address = served
    file = folder / "content/digests/first/digest.yaml"
    chromium = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}/digests/first/")
        assert page.locator("h1").inner_text() == "Before"
        file.write_text("title: After\ndate: 2026-01-01\n", encoding="utf-8")
        page.locator("h1", has_text="After").wait_for(timeout=PATIENCE * 1000)
        file.write_text("title: Broken\ndate: someday\n", encoding="utf-8")
        page.wait_for_timeout(3000)
        page.reload()
        assert page.locator("h1").inner_text() == "After"
        browser.close()


def test_the_files_stay_as_they_were_built(served: tuple[Path, str]) -> None:
    """The reloading script is in what the browser gets, and in no file; 404 has our page."""
    folder, address = served
    with urllib.request.urlopen(f"{address}/", timeout=PATIENCE) as answer:  # noqa: S310 (ours)
        assert b"EventSource" in answer.read()
    assert b"<script" not in (folder / "output/index.html").read_bytes()
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(f"{address}/nowhere/", timeout=PATIENCE)  # noqa: S310 (ours)
    assert missing.value.code == 404
    assert b"Page not found" in missing.value.read()
