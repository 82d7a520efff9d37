"""A build shows on a terminal how far it is, and nowhere else."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building.made_sites import at, built, command, made_site, with_settings
from tests.conftest import CHECKOUT, environment

SLOW = """
import time

THEME_TEMPLATES_OVERRIDES = ["templates"]
JINJA_FILTERS = {**JINJA_FILTERS, "slowly": lambda text: time.sleep(0.06) or text}
"""
BASE = '{% extends "!theme/base.html" %}{% block title %}{{ super()|slowly }}{% endblock %}\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site whose pages take their time: forty digests, more than two seconds."""
    return with_settings(made_site(tmp_path / "site"), SLOW, templates={"base.html": BASE})


def _on_a_terminal(site: Path, *, output_too: bool) -> str:
    """Build with standard error, and perhaps standard output, on a terminal; return what it got."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        command("build"),
        cwd=site,
        env={**at("here"), "TERM": "xterm"},
        stdout=theirs if output_too else subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            some = os.read(ours, 65536)
        except OSError:  # on Linux, the end of a terminal that nobody writes to any more
            some = b""
        if not some:
            break
        shown += some
    os.close(ours)
    assert running.wait() == 0
    return shown.decode()


@pytest.mark.parametrize("output_too", [False, True])
def test_a_terminal_shows_how_far_the_build_is(site: Path, *, output_too: bool) -> None:
    """A bar counts what is drawn, goes when all is, and leaves the terminal as it was."""
    shown = _on_a_terminal(site, output_too=output_too)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert re.search(r"Drawing digests .*\d+ of 40", plain)
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l")  # the cursor is back
    published = re.search(r"(?m)^\d+ files published in output/$", plain.replace("\r", "\n"))
    assert bool(published) == output_too


def test_a_log_gets_plain_lines(site: Path) -> None:
    """Where no terminal is, a build of any length says one line."""
    done = built(site, "here")
    assert re.fullmatch(r"\d+ files published in output/\n", done.stdout)
    assert done.stderr == ""


def test_what_is_not_shown_is_not_loaded() -> None:
    """Neither progress bars nor clusters are imported before they are wanted."""
    program = (
        "import sys, generator.pelican_plugin; "
        "print({'rich.progress', 'distributed', 'dask'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=CHECKOUT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"
