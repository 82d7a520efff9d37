"""Broken content in, exact messages out: one folder, or more, for each problem code.

A folder is named after its code and holds `content/` and `expected.txt`. To see what a changed
message looks like: `python -m tests.problems.test_problems`; it rewrites every expected.txt.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import read_site
from generator.outlets import builtin_registry
from generator.problems import Problem, problem_codes

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/content"))

ELSEWHERE = {
    "F003": "a file of a megabyte does not belong in a repository: tests/load/test_files.py",
    "Q001": "needs the analysis: tests/digest",
    "Q002": "needs the analysis: tests/digest",
    "Q003": "needs the analysis: tests/digest",
    "Q004": "needs the analysis: tests/digest",
    "Q005": "needs the analysis: tests/digest",
    "Q006": "needs the analysis: tests/digest",
    "Q007": "needs the analysis: tests/digest",
    "Q008": "needs the analysis: tests/digest",
    "Q009": "needs the analysis: tests/digest",
    "B001": "is about settings: tests/cli",
    "B002": "needs Pelican's own pages: tests/site/test_broken_content.py",
    "B003": "is about the environment: tests/cli",
}
"""Codes whose tests cannot be a content folder, and why."""


def messages(case: Path) -> str:
    """Return all problems of a case, a line each."""
    _, problems = read_site(case / "content", registry=builtin_registry())
    return "".join(f"{line}\n" for line in map(_line, problems))


def _line(problem: Problem) -> str:
    return f"{problem}{' (a warning)' if problem.severity == 'warning' else ''}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_message(case: Path) -> None:
    """Broken content gives exactly the messages of expected.txt."""
    assert messages(case) == (case / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_shows_its_code(case: Path) -> None:
    """A case shows the code it is named after, and only an error stops the content."""
    content, problems = read_site(case / "content", registry=builtin_registry())
    assert case.name[:4] in {problem.code for problem in problems}
    assert (content is None) == any(problem.severity == "error" for problem in problems)


def test_every_code_has_a_case() -> None:
    """Every problem code has a folder here, or a reason why not."""
    shown = {case.name[:4] for case in CASES}
    assert set(problem_codes()) - shown - set(ELSEWHERE) == set()
    assert shown - set(problem_codes()) == set()


if __name__ == "__main__":
    for each in CASES:
        (each / "expected.txt").write_text(messages(each), encoding="utf-8")
