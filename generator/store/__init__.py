"""The output folder: pages are staged beside it and then moved in, all or none.

A build writes into a stage beside the output folder. When everything is there, a journal says what
will move; then files are renamed into place one by one and stale ones deleted last. A build that
was cut off before its journal is undone by the next one, a build cut off after it is finished.
One build at a time has the folder, from its stage to the end of its commit; another one waits.
Only what an earlier build wrote is ever deleted, and a file whose bytes did not change is not
touched, so that it keeps its time.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.store.lock import held
from generator.store.moving import files_below, move
from generator.store.whole import write_whole

JOURNAL = "journal.json"
MANIFEST = "manifest.json"
LOCK = "lock"
STATE = "state.db"


class StoreError(Exception):
    """The output folder cannot take the build; says why, and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Build:
    """A build under way, which has the output folder to itself."""

    output: Path
    """The output folder, every link followed, so that each build finds the same stage."""
    kept: set[str] = field(default_factory=set)
    """Files of the site that are in the output folder as they must be; they are not staged."""
    moved: set[str] = field(default_factory=set)
    """Files that were staged, once they are committed."""

    @property
    def state(self) -> Path:
        """Return where the state file of the output folder is."""
        return _workshop(self.output) / STATE

    @property
    def templates(self) -> Path:
        """Return the folder where compiled templates are kept."""
        return _workshop(self.output) / "templates"

    @property
    def stage(self) -> Path:
        """Return the folder that the build writes into."""
        return _workshop(self.output) / "stage"

    def holds(self, name: str) -> bool:
        """Tell whether the last build wrote the file `name` of the site."""
        return name in (_manifest(self.output) or ())

    def commit(self) -> list[str]:
        """Move the stage into the output folder and return the names of all files of the site.

        Files that an earlier build wrote and this one did not, go. Raises `StoreError`, nothing
        being changed, if there is no page or something that no build wrote stands in the way.
        """
        with _said_plainly():
            staged = files_below(self.stage)
            files = sorted({*staged, *self.kept})
            if not files:
                message = "The build made no file at all, so the earlier site stays."
                raise StoreError(message)
            written = _manifest(self.output)
            _refuse_foreign(self, staged, written)
            stale = sorted((written or set()) - set(files))
            journal: dict[str, list[str]] = {"files": staged, "stale": stale}
            if written != set(files):
                journal["site"] = files
            _write_whole(_workshop(self.output) / JOURNAL, journal)
            _finish(self)
            self.moved.update(staged)
        return files


@contextmanager
def building(output: Path) -> Iterator[Build]:
    """Give one build the folder `output`: an empty stage, what an earlier build left settled.

    Waits, and says so on standard error, while another build has the folder. Raises `StoreError`
    if the stage cannot be made.
    """
    build = Build(output=Path(os.path.realpath(output)))
    place = _workshop(build.output)
    with ExitStack() as stack:
        with _said_plainly():
            stack.enter_context(held(place / LOCK, when_waiting=lambda: _say_waiting(build)))
            if (place / JOURNAL).exists():
                _finish(build)
            if build.stage.exists():
                shutil.rmtree(build.stage)
            build.stage.mkdir()
        yield build


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Turn what the operating system refuses into a `StoreError`."""
    try:
        yield
    except OSError as error:
        name = error.filename2 or error.filename
        message = (
            f"{name} cannot be written: {error.strerror}. Mend that, and build again: "
            "a build that was cut off is then finished or undone."
        )
        raise StoreError(message) from error


def _say_waiting(build: Build) -> None:
    sys.stderr.write(f"Another build is writing to {build.output.name}/; waiting for its end.\n")
    sys.stderr.flush()


def _workshop(output: Path) -> Path:
    """Return the folder beside `output` where its stage, journal, manifest and lock live."""
    return output.parent / f".{output.name}.pressreview"


def _finish(build: Build) -> None:
    """Do what the journal says; a step done before is passed over."""
    place = _workshop(build.output)
    journal = json.loads((place / JOURNAL).read_text(encoding="utf-8"))
    files, stale = journal["files"], journal["stale"]
    if not _taken_whole(build):
        _move_in(build, files, stale)
    # Most builds change files and no names: then the manifest stays, some megabytes of it.
    if "site" in journal:
        _write_whole(place / MANIFEST, journal["site"])
    shutil.rmtree(build.stage, ignore_errors=True)
    (place / JOURNAL).unlink()


def _taken_whole(build: Build) -> bool:
    """Let the stage become the output folder where that is not there, or empty; tell whether."""
    try:
        build.output.rmdir()
    except FileNotFoundError:
        pass
    except OSError:
        return False
    build.output.parent.mkdir(parents=True, exist_ok=True)
    try:
        build.stage.rename(build.output)
    except (
        OSError
    ):  # a build was cut off after this step, or the folder is a file system of its own
        return False
    return True


def _move_in(build: Build, files: list[str], stale: list[str]) -> None:
    """Move `files` out of the stage into the output folder, one by one, and delete stale ones."""
    build.output.mkdir(parents=True, exist_ok=True)
    # A page `x` of an earlier site gives way to a folder `x/`, and back, before files move in.
    for name in _between(stale, files):
        _delete(build.output, name)
    stage, output = f"{build.stage}{os.sep}", f"{build.output}{os.sep}"
    for name in files:
        move(stage + name, output + name)
    for name in stale:
        _delete(build.output, name)


def _delete(output: Path, name: str) -> None:
    """Delete the file `name` that an earlier build wrote, and its folders where empty."""
    path = output / name
    if path.is_file() or path.is_symlink():
        path.unlink()
    folder = path.parent
    while folder != output and (not folder.exists() or _is_empty(folder)):
        if folder.exists():
            folder.rmdir()
        folder = folder.parent


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _between(stale: list[str], files: list[str]) -> list[str]:
    """Return those `stale` names that lie below a name of `files`, or are a folder of one."""
    if not stale:
        return []
    ours = set(files)
    folders = {folder for name in files for folder in _folders_of(name)}
    return [s for s in stale if s in folders or not ours.isdisjoint(_folders_of(s))]


def _folders_of(name: str) -> list[str]:
    return [str(folder) for folder in PurePosixPath(name).parents][:-1]


def _refuse_foreign(build: Build, files: list[str], written: set[str] | None) -> None:
    """Raise `StoreError` if something that no build wrote must go to make room for `files`.

    Where it is not known what earlier builds wrote, a file in a page's place is an older version.
    """
    output, ours = build.output, written or set()
    if not output.exists():
        return
    if not output.is_dir():
        raise _in_the_way(output, "")
    folders = {folder for name in files for folder in _folders_of(name)}
    for name in sorted(folders - ours):
        if os.path.lexists(output / name) and not (output / name).is_dir():
            raise _in_the_way(output, f"/{name}")
    for name in files:
        for found in _foreign_below(output / name, output, ours):
            raise _in_the_way(output, f"/{found}")
        target = output / name
        if written is None or name in written or not target.is_file():
            continue
        if not filecmp.cmp(build.stage / name, target, shallow=False):
            raise _in_the_way(output, f"/{name}")


def _foreign_below(target: Path, output: Path, written: set[str]) -> Iterator[str]:
    """Yield what stands in a folder where a file must go and is no file of ours."""
    if not target.is_dir():
        return
    inside = [] if target.is_symlink() else sorted(target.iterdir())
    if not inside:
        yield target.relative_to(output).as_posix()
    for path in inside:
        if path.is_dir():
            yield from _foreign_below(path, output, written)
        elif (name := path.relative_to(output).as_posix()) not in written:
            yield name


def _in_the_way(output: Path, name: str) -> StoreError:
    return StoreError(
        f"{output.name}{name} is in the way of a page, and no build of Pressreview wrote it, "
        "so nothing was published. Move it away, or give the page another address."
    )


def _manifest(output: Path) -> set[str] | None:
    """Return the files that the last build wrote; None if it is not known.

    What no build of ours wrote (a CNAME, a .git) is not ours to delete.
    """
    path = _workshop(output) / MANIFEST
    return set(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def _write_whole(path: Path, value: object) -> None:
    """Write `value` as JSON so that a reader finds the old file or the new, never a half."""
    write_whole(path, json.dumps(value, ensure_ascii=False))
