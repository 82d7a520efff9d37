"""The command line as a person meets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from tests.conftest import CHECKOUT, environment


def _run(*arguments: str, cwd: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    """`COMMAND --help` says what it does."""
    done = _run(command, "--help")
    assert done.returncode == 0
    assert f"pressreview {command}" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("quotes", "nowhere.txt"),
        ("summarize", "nowhere.txt"),
        ("readability", "nowhere.txt"),
        ("outlets", "nowhere.txt"),
    ],
)
def test_a_missing_file_is_one_line(arguments: tuple[str, ...]) -> None:
    """A file that is not there gives one line with its mend, exit 1, and no traceback."""
    done = _run(*arguments)
    assert done.returncode == 1
    assert done.stderr == (
        "nowhere.txt:1: F001 cannot be read: No such file or directory. "
        "Check the name, and that you may read it.\n"
    )


@pytest.mark.parametrize("command", ["quotes", "summarize", "readability"])
def test_a_file_that_is_not_utf8_is_one_line(command: str, tmp_path: Path) -> None:
    """A file in another encoding names the line of its first bad byte."""
    (tmp_path / "latin.txt").write_bytes(b"one\ntwo \xe9\n")
    done = _run(command, "latin.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "latin.txt:2: F002 byte 8 is not UTF-8. Save the file with the encoding UTF-8.\n"
    )


@pytest.mark.parametrize("command", ["build", "serve"])
def test_without_settings_a_build_says_where_to_go(command: str, tmp_path: Path) -> None:
    """In a folder that is no site, the commands say so and exit with 2."""
    done = _run(command, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        f"pressreview {command}: no settings file pelicanconf.py here; "
        "change to the site's folder\n"
    )


def test_an_unknown_setting_is_one_line(tmp_path: Path) -> None:
    """A misspelt key of PRESSREVIEW stops the build with its name."""
    (tmp_path / "content").mkdir()
    settings = (CHECKOUT / "pelicanconf.py").read_text(encoding="utf-8")
    settings = settings.replace(
        "HERE = Path(__file__).resolve().parent", f"HERE = Path('{CHECKOUT}')"
    )
    settings = settings.replace('"tagline"', '"tagilne"')
    (tmp_path / "pelicanconf.py").write_text(settings, encoding="utf-8")
    done = _run("build", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "pelicanconf.py:1: B001 PRESSREVIEW has no setting 'tagilne'; it has "
    )
    assert not (tmp_path / "output").exists()


def test_an_empty_site_builds(tmp_path: Path) -> None:
    """With no digest yet, the home page says how to make one."""
    (tmp_path / "content").mkdir()
    settings = (CHECKOUT / "pelicanconf.py").read_text(encoding="utf-8")
    settings = settings.replace(
        "HERE = Path(__file__).resolve().parent", f"HERE = Path('{CHECKOUT}')"
    )
    (tmp_path / "pelicanconf.py").write_text(settings, encoding="utf-8")
    done = _run("build", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "digest" in (tmp_path / "output/index.html").read_text(encoding="utf-8")


def test_a_reader_that_stops_early_is_no_error() -> None:
    """`… | head -1` ends quietly."""
    articles = sorted((CHECKOUT / "content/digests").glob("*/articles/*.md"))
    command = [sys.executable, "-m", "generator", "quotes", "--format", "jsonl"]
    with subprocess.Popen(
        [*command, *map(str, articles)],
        cwd=CHECKOUT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
