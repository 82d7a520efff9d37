"""Where nothing changed, nothing is built; where anything did, everything is looked at."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building.edits import EditedSite, new_site
from tests.conftest import CHECKOUT, environment

BUILD = [sys.executable, "-m", "generator", "build"]
WATCHED = """\
import sys
from generator.cli import main
status = main(["build"])
sys.stderr.write("built" if "generator.pelican_plugin.digests" in sys.modules else "nothing built")
sys.exit(status)
"""
"""A build that tells whether it needed the module that makes pages."""


def _build(site: EditedSite, **changes: str) -> tuple[int, str]:
    """Build; return the exit status and what was said."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        cwd=site.folder,
        env={
            **environment(SOURCE_DATE_EPOCH=str(site.clock), **changes),
            "PYTHONPATH": str(CHECKOUT),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    """Return a site that was built, with a file that earns a warning."""
    made = new_site(tmp_path / "site")
    (made.folder / "content" / "digests" / "notes.txt").write_text("?", encoding="utf-8")
    assert _build(made)[0] == 0
    return made


def test_nothing_is_built_where_nothing_changed(site: EditedSite) -> None:
    """The second build makes no page, and warns as the first did, even right after it."""
    status, said = _build(site)
    assert status == 0
    assert said.endswith("(a warning)\nnothing built")
    assert "notes.txt:1: F006" in said


def _same_size_and_time(site: EditedSite) -> None:
    file = site.folder / "content" / "digests" / "weir" / "review.md"
    before = file.stat()
    text = file.read_text(encoding="utf-8").replace("weir", "wall")
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _picture(site: EditedSite) -> None:
    (site.folder / "content" / "images").mkdir(exist_ok=True)
    (site.folder / "content" / "images" / "quay.svg").write_text("<svg/>", encoding="utf-8")


def _stylesheet(site: EditedSite) -> None:
    with next((site.folder / "theme" / "static").rglob("*.css")).open("a") as file:
        file.write("/* more */")


def _settings(site: EditedSite) -> None:
    with site.settings.open("a") as file:
        file.write("SITENAME = 'Another'\n")


def _program(site: EditedSite) -> None:
    (site.folder / "own.py").write_text("A = 1\n", encoding="utf-8")


def _clock(site: EditedSite) -> None:
    site.clock -= 400 * 24 * 3600


def _page_lost(site: EditedSite) -> None:
    (site.folder / "output" / "index.html").unlink()


def _page_spoilt(site: EditedSite) -> None:
    (site.folder / "output" / "digests" / "weir" / "index.html").write_text("x", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        *(_same_size_and_time, _picture, _stylesheet, _settings, _program, _clock),
        *(_page_lost, _page_spoilt),
    ],
)
def test_any_change_is_looked_at(site: EditedSite, change: Callable[[EditedSite], None]) -> None:
    """Content, pictures, theme, settings, programs, the clock, the output folder: each counts."""
    change(site)
    status, said = _build(site)
    assert (status, said.endswith("\nbuilt")) == (0, True)
    assert _build(site)[1].endswith("nothing built")
