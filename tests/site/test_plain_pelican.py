"""Pelican's own ways of running keep working: autoreload, listening, printing settings."""

from __future__ import annotations

import os
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
"""Seconds to wait for a build on a busy machine."""

PELICAN = str(Path(sys.executable).with_name("pelican"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site of one digest."""
    digest = tmp_path / "content/digests/first"
    digest.mkdir(parents=True)
    (digest / "digest.yaml").write_text("title: Before\ndate: 2026-01-01\n", encoding="utf-8")
    (digest / "review.md").write_text("It rained, Reuters reports.\n", encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(settings_text(), encoding="utf-8")
    return tmp_path


@contextmanager
def _running(site: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run `pelican` in the background, its output in files; end it with its children."""
    with (site / "out").open("wb") as out, (site / "err").open("wb") as err:
        process = subprocess.Popen(
            [PELICAN, *arguments],
            cwd=site,
            env=environment(PYTHONPATH=str(CHECKOUT)),
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(PATIENCE)


def _until(true: Callable[[], bool], site: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            pytest.fail((site / "out").read_text() + (site / "err").read_text())
        time.sleep(0.1)


def _page(site: Path) -> str:
    page = site / "output/digests/first/index.html"
    return page.read_text(encoding="utf-8") if page.exists() else ""


@pytest.mark.skipif(os.name == "nt", reason="process groups")
def test_autoreload_survives_a_typo(site: Path) -> None:
    """`pelican -r` says a problem once, keeps the site, and builds again when it is mended."""
    file = site / "content/digests/first/digest.yaml"
    said = "content/digests/first/digest.yaml:2: Y012 "
    with _running(site, "-r") as process:
        _until(lambda: "Before" in _page(site), site)
        time.sleep(1)
        file.write_text("title: Broken\ndate: someday\n", encoding="utf-8")
        _until(lambda: said in (site / "err").read_text(encoding="utf-8"), site)
        time.sleep(2)
        assert "Before" in _page(site)
        file.write_text("title: After\ndate: 2026-01-01\n", encoding="utf-8")
        _until(lambda: "After" in _page(site), site)
        assert process.poll() is None
    errors = (site / "err").read_text(encoding="utf-8")
    assert errors.count(said) == 1
    assert "Traceback" not in errors + (site / "out").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="process groups")
def test_listening_serves_the_output_folder(site: Path) -> None:
    """`pelican -lr` serves what is published, not the stage."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with _running(site, "-l", "-r", "-p", str(port)):
        _until(lambda: "Before" in _page(site), site)
        address = f"http://127.0.0.1:{port}/digests/first/"
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            assert answer.read().decode() == _page(site)


def test_settings_are_printed_as_they_are(site: Path) -> None:
    """`pelican --print-settings OUTPUT_PATH` names the output folder, not the stage."""
    done = subprocess.run(
        [PELICAN, "--print-settings", "OUTPUT_PATH"],
        cwd=site,
        env=environment(PYTHONPATH=str(CHECKOUT), COLUMNS="500"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == f"OUTPUT_PATH: '{site}/output'"


@pytest.mark.parametrize("option", ["-D", "-d"])
def test_debugging_and_deleting_do_no_harm(option: str, site: Path) -> None:
    """`-D` (debug) and `-d` (delete the output folder first) leave an earlier site to a typo."""
    for text in ("title: Before\ndate: 2026-01-01\n", "title: Broken\ndate: someday\n"):
        (site / "content/digests/first/digest.yaml").write_text(text, encoding="utf-8")
        done = subprocess.run(
            [PELICAN, option],
            cwd=site,
            env=environment(PYTHONPATH=str(CHECKOUT)),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "digest.yaml:2: Y012 " in done.stderr
    assert "Before" in _page(site)
