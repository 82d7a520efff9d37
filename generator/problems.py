"""What is wrong with the content, said so that an editor can mend it.

A problem has a place, a code, what we saw and the mend; all problems of a run are reported
together. The codes live in `problem_codes.toml` beside this file, where `check --explain`
and the documentation read them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, and what to do about it."""

    file: str
    """Path as the editor knows it, relative to the folder above `content/`; posix separators."""
    line: int
    """1-based line in `file`; 1 when the whole file is meant."""
    code: str
    """Key of `problem_codes.toml`, as D003."""
    what: str
    """What we saw; no full stop."""
    mend: str
    """What to do; a full sentence."""
    severity: Severity = "error"
    """A warning is printed and does not stop the build."""

    def __str__(self) -> str:
        """Return `file:line: CODE what. mend.`, the form of every message we print."""
        return f"{self.file}:{self.line}: {self.code} {self.what}. {self.mend}"


class ProblemsFoundError(Exception):
    """The content has errors; nothing may be written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Hold all `problems` of the run, sorted by place."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[ProblemsFoundError], tuple[tuple[Problem, ...]]]:
        """Return how another process makes it again, from its problems."""
        return type(self), (self.problems,)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemCode:
    """What a code stands for, for the documentation and `check --explain`."""

    code: str
    title: str
    """The fault in a few words."""
    explanation: str
    """Why it matters and how it is mended, in a few sentences."""


@cache
def problem_codes() -> dict[str, ProblemCode]:
    """Return every code there is, by code."""
    text = resources.files(__package__).joinpath("problem_codes.toml").read_text(encoding="utf-8")
    return {
        code: ProblemCode(code=code, title=row["title"], explanation=row["explanation"])
        for code, row in tomllib.loads(text).items()
    }
