"""Read the texts that commands are given: files, or `-` for standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem, ProblemsFoundError


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
            data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
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
