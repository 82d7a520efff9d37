"""What goes wrong in a worker is said in a line, and nothing is published."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.building.made_sites import at, built, command, made_site, with_settings
from tests.conftest import files_of

PLACES = ["here", "fork:2", "spawn:2"]
if "fork" not in multiprocessing.get_all_start_methods():
    PLACES.remove("fork:2")

CALLING = '{% extends "!theme/base.html" %}\n{% block title %}{{ ""|called }}{% endblock %}\n'
"""A template that calls, in its second line, a filter of the settings file."""

FILTER = """
THEME_TEMPLATES_OVERRIDES = ["templates"]
import multiprocessing, os, signal, time
from pathlib import Path


def called(text):
    {body}
    return text


JINJA_FILTERS = {{**JINJA_FILTERS, "called": called}}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site that was published once."""
    made = made_site(tmp_path / "site")
    done = built(made, "here")
    assert done.returncode == 0, done.stderr
    return made


def _calling(site: Path, body: str) -> Path:
    """Have every page of `site` call a filter that does what `body` says."""
    return with_settings(site, FILTER.format(body=body), templates={"base.html": CALLING})


def _fails(site: Path, place: str) -> str:
    """Return what a build that fails says; what was published stays as it was."""
    before = files_of(site / "output")
    done = built(site, place)
    assert done.returncode == 1
    assert done.stdout == ""
    assert files_of(site / "output") == before
    return done.stderr


@pytest.mark.parametrize("place", PLACES)
def test_a_template_that_fails_is_named_with_its_line(place: str, site: Path) -> None:
    """A mistake in a template of the site's own has its file, its line, and no traceback."""
    spoilt = '{% extends "!theme/base.html" %}\n{% block title %}\n{{ page.lede }}{% endblock %}\n'
    with_settings(site, 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    with_settings(site, "", templates={"base.html": spoilt})
    told = _fails(site, place)
    file, line, rest = told.split(":", 2)
    assert (file, line) == ("templates/base.html", "3")
    assert rest.startswith(" B005 the page digests/")
    assert told.endswith(
        "/ cannot be drawn: UndefinedError: 'generator.views.shapes.PageFrame object' has no "
        "attribute 'lede'. Mend the template, or the filter that it calls.\n"
    )
    assert told.count("\n") == 1


@pytest.mark.parametrize("place", PLACES)
def test_a_template_that_is_no_template_is_named_with_its_line(place: str, site: Path) -> None:
    """A slip in a template's own language is said before anything is drawn."""
    with_settings(site, 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    with_settings(site, "", templates={"base.html": "<p>\n{% endblok %}\n"})
    told = _fails(site, place)
    assert told == (
        "templates/base.html:2: B005 the template cannot be used: TemplateSyntaxError: Encountered "
        "unknown tag 'endblok'. Mend the template, or the filter that it calls.\n"
    )


@pytest.mark.parametrize("place", PLACES)
def test_a_filter_that_fails_is_named_with_the_template(place: str, site: Path) -> None:
    """An error in a filter of the settings file has the place where a template calls it."""
    told = _fails(_calling(site, "return 1 // len(text)"), place)
    assert told.startswith("templates/base.html:2: B005 the page digests/")
    assert told.endswith(
        "/ cannot be drawn: ZeroDivisionError: integer division or modulo by zero. "
        "Mend the template, or the filter that it calls.\n"
    )
    assert told.count("\n") == 1


@pytest.mark.parametrize("place", PLACES)
def test_a_picture_that_goes_is_named(place: str, site: Path) -> None:
    """A picture that was read and is gone when it is to be published has its path."""
    images = min((site / "content" / "digests").iterdir()) / "images"
    images.mkdir()
    (images / "quay.png").write_bytes(b"not looked at")
    gone = f"""
from pathlib import Path
from pelican import signals


def goes(generator):
    Path({str(images / "quay.png")!r}).unlink()


signals.static_generator_finalized.connect(goes)
"""
    told = _fails(with_settings(site, gone), place)
    name = (images / "quay.png").relative_to(site).as_posix()
    assert told == (
        f"{name}:1: F001 the picture cannot be read: No such file or directory. "
        "It was there when the build began. Put it back, or build again.\n"
    )


@pytest.mark.parametrize("place", PLACES)
def test_short_memory_ends_a_build_plainly(place: str, site: Path) -> None:
    """Where memory is short, whatever the process, the build says so."""
    assert _fails(_calling(site, "bytearray(1 << 60)"), place) == (
        "Memory was too short for the build, so nothing was published. Close other programs, or "
        "build with PRESSREVIEW_EXECUTOR=here, which needs least.\n"
    )


@pytest.mark.parametrize("place", PLACES[1:])
def test_a_killed_worker_ends_a_build_plainly(place: str, site: Path) -> None:
    """A worker killed in the middle of a build ends it with a line."""
    body = "multiprocessing.parent_process() and os.kill(os.getpid(), signal.SIGKILL)"
    assert _fails(_calling(site, body), place) == (
        "A process that worked on the build was ended from outside, so nothing was published. Was "
        "memory short? Build again; PRESSREVIEW_EXECUTOR=here needs least.\n"
    )


@pytest.mark.parametrize("place", PLACES)
def test_ctrl_c_ends_a_build_at_once(place: str, site: Path) -> None:
    """Ctrl-C, which every process of a terminal gets, ends a build in silence with status 130."""
    before = files_of(site / "output")
    running = _at_work(site, place)
    start = time.monotonic()
    os.killpg(running.pid, signal.SIGINT)
    out, told = running.communicate(timeout=30)
    assert time.monotonic() - start < 10
    assert (running.returncode, out, told) == (130, "", "")
    assert files_of(site / "output") == before


@pytest.mark.parametrize("place", PLACES[1:])
def test_workers_end_with_the_build(place: str, site: Path) -> None:
    """A build that is killed leaves no process behind."""
    running = _at_work(site, place)
    running.kill()
    # Its workers hold the other ends of these pipes: to read them to the end is to outlive them.
    running.communicate(timeout=30)


def _at_work(site: Path, place: str) -> subprocess.Popen[str]:
    """Begin a build that takes its time; return when it draws."""
    sign = site / "drawing"
    _calling(site, f"Path({str(sign)!r}).touch(); time.sleep(60)")
    running = subprocess.Popen(
        command("build"),
        cwd=site,
        env=at(place),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    end = time.monotonic() + 60
    while not sign.exists():
        assert running.poll() is None
        assert time.monotonic() < end
        time.sleep(0.05)
    return running
