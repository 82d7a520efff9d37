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
    assert _ended(_started(site)) == (0, "")
    done = []
    for number in range(min(AT_ONCE, COUNT - run * AT_ONCE)):
        mended(site)
        done.append(chance.choice(EDITS)(site, chance))
        both = [_started(site), _started(site, tmp_path / f"clean-{number}" / "output")]
        again, clean = (_ended(build) for build in both)
        assert again == clean, done
        if clean[0] == 0:
            found = files_of(site.folder / "output")
            wanted = files_of(tmp_path / f"clean-{number}" / "output")
            assert found.keys() == wanted.keys(), done
            assert [name for name in found if found[name] != wanted[name]] == [], done


def _started(site: EditedSite, output: Path | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator", "build"]
    return subprocess.Popen(
        [*command, *(["-o", str(output)] if output else [])],
        cwd=site.folder,
        env={
            **environment(SOURCE_DATE_EPOCH=str(site.clock)),
            "PYTHONPATH": str(CHECKOUT),
            "PRESSREVIEW_EXECUTOR": "here",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def _ended(build: subprocess.Popen[str]) -> tuple[int, str]:
    """Return a build's exit status and all it said."""
    _, said = build.communicate()
    return build.returncode, said
