"""Bring one file of the site up to date by itself, where it is a plain copy of its source."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.store import Build


def copied_alone(source: Path, build: Build, name: str) -> bool:
    """Copy `source` over the file `name` of the site, all or nothing; tell whether that was done.

    A file that the last build did not write is left to the next build. Raises `OSError`.
    """
    target = build.output / name
    if not build.holds(name) or not target.is_file() or not source.is_file():
        return False
    part = build.stage.with_name("alone.part")
    shutil.copyfile(source, part)
    part.replace(target)
    return True
