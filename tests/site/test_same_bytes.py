"""Builds of one content are the same, byte for byte, on any machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, environment, files_of, run_build


@pytest.mark.parametrize(
    "changes",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "C", "TZ": "America/St_Johns", "PYTHONUTF8": "0"},
    ],
)
def test_hash_seed_locale_and_time_zone_make_no_difference(
    built_site: Path, tmp_path: Path, changes: dict[str, str]
) -> None:
    """A build with another hash seed, locale and time zone gives the same files."""
    done = run_build(tmp_path / "output", env=environment(**changes))
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "output") == files_of(built_site)


def test_plain_pelican_gives_the_same(built_site: Path, tmp_path: Path) -> None:
    """`pelican content` writes what `python -m generator build` writes."""
    done = run_build(tmp_path / "output", plain_pelican=True)
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "output") == files_of(built_site)


def test_the_order_of_files_on_disk_makes_no_difference(built_site: Path, tmp_path: Path) -> None:
    """A copy whose files were made in the opposite order builds the same site."""
    content = CHECKOUT / "content"
    files = sorted((p for p in content.rglob("*") if p.is_file()), reverse=True)
    for file in files:
        target = tmp_path / "content" / file.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    done = run_build(tmp_path / "output", content=tmp_path / "content")
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "output") == files_of(built_site)


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    """A build of unchanged content leaves every file's time as it was."""
    output = tmp_path / "output"
    assert run_build(output).returncode == 0
    for path in output.rglob("*"):
        os.utime(path, (1, 1))
    assert run_build(output).returncode == 0
    assert {p for p in output.rglob("*") if p.is_file() and p.stat().st_mtime != 1} == set()
