"""Read the bytes and texts of a content folder, and nothing outside it.

A file counts as inside when its real path, with every symbolic link followed, lies below the
real path of the folder. Sizes are bounded, so that a mistaken file cannot stall a build.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from generator.problems import Problem

YAML_LIMIT = 1_000_000
"""Bytes. The longest digest.yaml we can imagine, with five hundred quotations, has a fifth."""
TEXT_LIMIT = 5_000_000
"""Bytes. Ten novels; a longer file is no press article but somebody's mistake."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Neither HTML nor Atom may hold these; DEL is let through by neither editor nor browser."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Folder:
    """The folder that holds the content: where reading starts, and where it must stay."""

    path: Path
    """As given, made absolute; symbolic links not followed."""
    real: Path
    """The same with links followed."""

    def name_of(self, path: Path) -> str:
        """Return how messages call `path`: from the folder's own name on, `/` between."""
        here, name = str(self.path), str(path)
        if name.startswith(here + os.sep) and name.isascii():
            # Every file that is read is asked for, and path objects take ten times as long.
            return name[here.rfind(os.sep) + 1 :].replace(os.sep, "/")
        given = path.relative_to(self.path.parent).as_posix()
        return os.fsencode(given).decode("utf-8", errors="backslashreplace")


def folder_at(path: Path) -> Folder:
    """Return the content folder at `path`."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the links
    return Folder(path=absolute, real=Path(os.path.realpath(absolute)))


def is_inside(path: Path, folder: Folder) -> bool:
    """Tell whether `path`, every link followed, lies in `folder`."""
    return _is_linkless(path, folder) or Path(os.path.realpath(path)).is_relative_to(folder.real)


def _is_linkless(path: Path, folder: Folder) -> bool:
    """Tell whether `path` lies in `folder` by its name, and no link leads from one to the other.

    Then nothing above the folder need be looked at, for each of its files. Windows has other ways
    to lead elsewhere than links.
    """
    place = str(folder.path)
    steps = str(path)[len(place) :].split(os.sep)  # noqa: PTH206 (`parts` has no empty ones)
    if os.name == "nt" or not str(path).startswith(place) or steps[0] or ".." in steps:
        return False
    for step in steps[1:]:
        place = f"{place}{os.sep}{step}"
        if os.path.islink(place):  # noqa: PTH114 (a path object costs more than the look)
            return False
    return True


def read_bytes(path: Path, folder: Folder, problems: list[Problem], *, limit: int) -> bytes | None:
    """Return the bytes of `path`; on a problem, note it and return None."""
    name = folder.name_of(path)
    try:
        if not is_inside(path, folder):
            problems.append(leads_outside(name, 1, "the file is a link that"))
        elif (found := _plain_file(path)) is None:
            problems.append(_unreadable(name, "it is no plain file" if path.exists() else None))
        elif found.st_size > limit:
            problems.append(_too_large(name, found.st_size, limit))
        else:
            with path.open("rb", buffering=0) as file:
                return file.read()
    except OSError as error:
        problems.append(_unreadable(name, error.strerror))
    return None


def _plain_file(path: Path) -> os.stat_result | None:
    """Return the size and more of the plain file at `path`, if one is there. Raises `OSError`."""
    try:
        found = os.stat(path)  # noqa: PTH116 (asked for every file)
    except (OSError, ValueError):
        return path.stat() if path.is_file() else None
    return found if S_ISREG(found.st_mode) else None


def decode(data: bytes, name: str, problems: list[Problem]) -> str | None:
    """Return `data` as text, code point for code point; on a problem, note it, return None."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(
            Problem(
                file=name,
                line=line_at(data, error.start),
                code="F002",
                what=f"byte {error.start} ({data[error.start]:#04x}) is not UTF-8",
                mend="Save the file with the encoding UTF-8.",
            )
        )
        return None
    if control := CONTROL.search(text):
        problems.append(
            Problem(
                file=name,
                line=line_at(text.encode(), len(text[: control.start()].encode())),
                code="F005",
                what=f"a control character (U+{ord(control[0]):04X}) stands in the text",
                mend="Delete it; web pages and feeds cannot hold it.",
            )
        )
        return None
    return text


def read_text(path: Path, folder: Folder, problems: list[Problem], *, limit: int) -> str | None:
    """Return the text of `path`; on a problem, note it and return None."""
    data = read_bytes(path, folder, problems, limit=limit)
    return None if data is None else decode(data, folder.name_of(path), problems)


def line_at(data: bytes, offset: int) -> int:
    """Return the 1-based line of the byte at `offset`; CRLF, LF and CR end lines."""
    before = data[:offset]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1


def leads_outside(name: str, line: int, subject: str) -> Problem:
    """Return the problem of a path that leaves the folder it must stay in."""
    return Problem(
        file=name,
        line=line,
        code="F004",
        what=f"{subject} leads out of the content folder",
        mend="Copy what it names into the content folder, and name the copy.",
    )


def _unreadable(name: str, why: str | None) -> Problem:
    """Return the problem of a file that cannot be read."""
    return Problem(
        file=name,
        line=1,
        code="F001",
        what=f"the file cannot be read: {why or 'there is no such file'}",
        mend="Check the name, and that you may read it.",
    )


def _too_large(name: str, size: int, limit: int) -> Problem:
    """Return the problem of a file that is far too long."""
    return Problem(
        file=name,
        line=1,
        code="F003",
        what=f"the file has {size:,} bytes, and {limit:,} is the most that is read",
        mend="Check that it is the right file, or shorten it.",
    )
