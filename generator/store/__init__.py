"""The output folder: pages are staged beside it and then moved in, all or none.

A build writes into a stage beside the output folder. When everything is there, a journal says what
will move; then files are renamed into place one by one and stale ones deleted last. A build that
was cut off before its journal is undone by the next one, a build cut off after it is finished.
A file whose bytes did not change is not touched, so that it keeps its time.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from pathlib import Path

JOURNAL = "journal.json"
MANIFEST = "manifest.json"


def workshop(output: Path) -> Path:
    """Return the folder beside `output` where its stage, journal and manifest live."""
    return output.parent / f".{output.name}.pressreview"


def stage_of(output: Path) -> Path:
    """Return the folder that a build writes into."""
    return workshop(output) / "stage"


def begin(output: Path) -> Path:
    """Finish or undo what an earlier build left, and return an empty stage."""
    if (workshop(output) / JOURNAL).exists():
        _finish(output)
    stage = stage_of(output)
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    return stage


def commit(output: Path) -> int:
    """Move the stage into `output` and return how many files the site has.

    Files that an earlier build wrote and this one did not, go.
    """
    files = _files_below(stage_of(output))
    written = _manifest(output)
    journal = {"files": files, "stale": sorted(set(written) - set(files))}
    _write_whole(workshop(output) / JOURNAL, journal)
    _finish(output)
    return len(files)


def _finish(output: Path) -> None:
    """Do what the journal says; a step done before is passed over."""
    place = workshop(output)
    journal = json.loads((place / JOURNAL).read_text(encoding="utf-8"))
    output.mkdir(parents=True, exist_ok=True)
    for name in journal["files"]:
        _move(stage_of(output) / name, output / name)
    for name in journal["stale"]:
        if (output / name).is_file():
            (output / name).unlink()
        _remove_empty_folders((output / name).parent, upto=output)
    _write_whole(place / MANIFEST, journal["files"])
    shutil.rmtree(stage_of(output), ignore_errors=True)
    (place / JOURNAL).unlink()


def _move(staged: Path, target: Path) -> None:
    if not staged.exists():
        return
    if target.is_file() and filecmp.cmp(staged, target, shallow=False):
        return
    if target.is_dir():
        shutil.rmtree(target)
    for folder in reversed(target.parents):
        # A page `x` of an earlier site may stand where this one has a folder `x/`.
        if folder.is_file():
            folder.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(target)


def _remove_empty_folders(folder: Path, *, upto: Path) -> None:
    while folder != upto and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _files_below(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _manifest(output: Path) -> list[str]:
    """Return the files that the last build wrote; none if it is not known.

    What no build of ours wrote (a CNAME, a .git) is not ours to delete.
    """
    path = workshop(output) / MANIFEST
    if not path.exists():
        return []
    names: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return names


def _write_whole(path: Path, value: object) -> None:
    """Write `value` as JSON so that a reader finds the old file or the new, never a half."""
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
