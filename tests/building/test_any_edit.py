"""After any edit, the site is what a build from nothing makes of it, byte for byte."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building.edits import EDITS, EditedSite, mended, new_site
from tests.conftest import CHECKOUT, environment, files_of

COUNT = int(os.environ.get("PRESSREVIEW_EDITS", "60"))
"""`make faults` makes 500."""

SEED = int(os.environ.get("PRESSREVIEW_SEED", "20261125"))
AT_ONCE = 15
"""Edits of one site; then another one, from another seed."""


@pytest.mark.parametrize("run", range(-(-COUNT // AT_ONCE)))
def test_an_incremental_build_is_a_clean_one(tmp_path: Path, run: int) -> None:
    """What a build with a memory publishes, warns of or refuses, one without publishes too."""
    chance = random.Random(SEED + run)
    site = new_site(tmp_path / "site")
    assert _build(site).returncode == 0
    done = []
    for number in range(min(AT_ONCE, COUNT - run * AT_ONCE)):
        mended(site)
        done.append(chance.choice(EDITS)(site, chance))
        again = _build(site)
        clean = _build(site, tmp_path / f"clean-{number}" / "output")
        assert (again.returncode, again.stderr) == (clean.returncode, clean.stderr), done
        if clean.returncode == 0:
            found = files_of(site.folder / "output")
            wanted = files_of(tmp_path / f"clean-{number}" / "output")
            assert found.keys() == wanted.keys(), done
            assert [name for name in found if found[name] != wanted[name]] == [], done


def _build(site: EditedSite, output: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "build"]
    return subprocess.run(
        [*command, *(["-o", str(output)] if output else [])],
        cwd=site.folder,
        env={
            **environment(SOURCE_DATE_EPOCH=str(site.clock)),
            "PYTHONPATH": str(CHECKOUT),
            "PRESSREVIEW_EXECUTOR": "here",
        },
        capture_output=True,
        text=True,
        check=False,
    )
