"""What the tests share: the built demonstration site, and the folder of outside texts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parent.parent

NEW_YEAR = "1798761600"
"""1 January 2027, midnight in UTC: a moment after all dates of the content and of the tests."""

Build = Callable[..., subprocess.CompletedProcess[str]]

# A test is no stopwatch: on a busy machine an example may take any time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def environment(**changes: str) -> dict[str, str]:
    """Return a small environment for a build, with `changes`."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return {**kept, "SOURCE_DATE_EPOCH": NEW_YEAR, **changes}


@pytest.fixture(autouse=True)
def _fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that a test runs in this process read the same clock as builds do."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEW_YEAR)


def settings_text() -> str:
    """Return the checkout's pelicanconf.py, to be used from another folder."""
    text = (CHECKOUT / "pelicanconf.py").read_text(encoding="utf-8")
    return text.replace("Path(__file__).resolve().parent", f"Path({str(CHECKOUT)!r})")


def run_build(
    output: Path,
    *,
    content: Path = CHECKOUT / "content",
    plain_pelican: bool = False,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Build `content` into `output` by our command or by plain `pelican`, from the checkout."""
    pelican = [str(Path(sys.executable).with_name("pelican")), str(content), "-o", str(output)]
    ours = [sys.executable, "-m", "generator", "build", str(content), "-o", str(output)]
    return subprocess.run(
        pelican if plain_pelican else ours,
        cwd=CHECKOUT,
        env=env or environment(),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demonstration site once and return its folder."""
    output = tmp_path_factory.mktemp("site") / "output"
    done = run_build(output)
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture
def content_copy(tmp_path: Path) -> Path:
    """Return a copy of the demonstration content that a test may spoil."""
    copy = tmp_path / "content"
    shutil.copytree(CHECKOUT / "content", copy)
    return copy


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of outside texts; without it, skip, or fail where it is required."""
    folder = Path(os.environ.get("PRESSREVIEW_SHARED", CHECKOUT.parent / "shared"))
    if not folder.is_absolute():
        folder = CHECKOUT / folder
    if not folder.is_dir():
        reason = f"no outside texts in {folder.name}/; set PRESSREVIEW_SHARED to run this test"
        if os.environ.get("PRESSREVIEW_SHARED_REQUIRED"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
