"""Decides how our commands and the scorers are run: as anyone would, as programs of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def run(*arguments: str) -> str:
    """Run one Python program from the checkout; its own words say what is wrong, if anything."""
    done = subprocess.run(  # noqa: S603 - this Python, our command or the scorers we were pointed to
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    return done.stdout
