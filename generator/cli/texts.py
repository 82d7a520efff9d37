"""Read the texts that commands are given: files, or `-` for standard input.

The file's ending says its markup; front matter between `---` lines is no part of the text.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from rich.console import Console
from rich.progress import track

from generator.load.front_matter import parts_of
from generator.model import Markup
from generator.problems import Problem, ProblemsFoundError
from generator.reading import Reading, read

Row = TypeVar("Row")

_MARKUPS: dict[str, Markup] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedText:
    """A text and the base name it goes by in the output (`-` for standard input)."""

    name: str
    text: str
    suffix: str
    """Lower-case file ending with its dot; empty for standard input."""


def read_texts(files: list[str]) -> tuple[NamedText, ...]:
    """Read `files` as UTF-8, without newline translation.

    Raises `ProblemsFoundError` naming every file that is missing or not UTF-8.
    """
    texts: list[NamedText] = []
    problems: list[Problem] = []
    for file in files:
        try:
            data = _standard_input() if file == "-" else Path(file).read_bytes()
            texts.append(
                NamedText(
                    name=Path(file).name,
                    text=data.decode("utf-8"),
                    suffix=Path(file).suffix.lower() if file != "-" else "",
                )
            )
        except OSError as error:
            problems.append(
                Problem(
                    file=file,
                    line=1,
                    code="F001",
                    what=f"cannot be read: {error.strerror or error}",
                    mend="Check the name, and that you may read it.",
                )
            )
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            problems.append(
                Problem(
                    file=file,
                    line=line,
                    code="F002",
                    what=f"byte {error.start} is not UTF-8",
                    mend="Save the file with the encoding UTF-8.",
                )
            )
    if problems:
        raise ProblemsFoundError(tuple(problems))
    return tuple(texts)


def _standard_input() -> bytes:
    """Return all of it. Raises `OSError` if there is none."""
    if cast("object", sys.stdin) is None:
        # Python's way to say that the program was started with standard input closed.
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read()


def reading_of(named: NamedText, *, as_review: bool = False) -> Reading:
    """Read a text as its file's ending says; `projection` leads back to the file's offsets."""
    return read(
        named.text,
        body=parts_of(named.text).body,
        markup=_MARKUPS.get(named.suffix, "text"),
        stored=not as_review,
    )


def progress(rows: Sequence[Row], doing: str) -> Iterable[Row]:
    """Go through `rows` with a bar on a terminal's standard error; none in a pipe, none for one."""
    if len(rows) < 2 or not sys.stderr.isatty():  # noqa: PLR2004 - one needs no bar
        return rows
    return track(rows, doing, transient=True, console=Console(stderr=True))


def table_console() -> Console:
    """Return where tables go.

    Names and quotations are text, never markup: `[sic]` must come out as it is. A pipe has no
    width, and a cut name would be a wrong one.
    """
    return Console(markup=False, highlight=False, width=None if sys.stdout.isatty() else 200)
