"""Find a Chromium for the browser tests, else install one, else say the one line to run.

`python -m tests.chromium` does it ahead of the tests; a missing browser never passes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
LINE_TO_RUN = "python -m playwright install --with-deps chromium"


def find() -> str | None:
    """Return the path of a Chromium, or None: CHROMIUM, Playwright's own, or one on the PATH."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    own = _playwright_own()
    return own or next(filter(None, map(shutil.which, NAMES)), None)


def _playwright_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (slow to import)

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Try Playwright's own browser, then Debian's as root; a way that is not open stays silent."""
    _quietly(sys.executable, "-m", "playwright", "install", "chromium")
    if find() is None and shutil.which("apt-get") and os.geteuid() == 0:
        _quietly("apt-get", "update", "-q")
        fonts = ("fonts-dejavu", "fonts-noto-core")
        _quietly("apt-get", "install", "-yq", "--no-install-recommends", "chromium", *fonts)


def _quietly(*command: str) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    if find() is None:
        install()
    if find() is None:
        sys.exit(f"The browser tests need Chromium, and none is here. Run: {LINE_TO_RUN}")
