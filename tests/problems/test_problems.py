"""Broken sites in, exact messages out: one folder, or more, for each problem code.

A folder is named after its code and holds `content/` and `expected.txt`. One that is about
settings or the environment holds `pelicanconf.py`, and `environment` with lines KEY=VALUE: it is
built by the real command. `sizes` names a file and how many bytes to fill it up to, for what is
too large for a repository. To see what a changed message looks like:
`python -m tests.problems.test_problems`; it rewrites every expected.txt.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from generator.edition import problems_found
from generator.load import read_site
from generator.outlets import builtin_registry
from generator.problems import Problem, problem_codes
from generator.settings import SiteSettings
from tests.conftest import CHECKOUT, environment

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/content"))
BUILT = [case for case in CASES if (case / "pelicanconf.py").exists()]
CHECKED = [case for case in CASES if case not in BUILT]

SETTINGS = SiteSettings(title="Test")


def messages(case: Path, folder: Path) -> str:
    """Return all problems of a case, a line each; `folder` is an empty one to work in."""
    site = folder / case.name
    shutil.copytree(case, site, symlinks=True)
    _fill_up(site)
    if case in BUILT:
        return _of_a_build(site)
    problems = problems_found(site / "content", SETTINGS)
    return "".join(f"{line}\n" for line in map(_line, problems))


def _fill_up(site: Path) -> None:
    """Fill the files that `sizes` names up with comment signs."""
    sizes = site / "sizes"
    for line in sizes.read_text(encoding="utf-8").splitlines() if sizes.exists() else ():
        name, size = line.rsplit(maxsplit=1)
        with (site / name).open("ab") as file:
            file.write(b"#" * (int(size) - file.tell()))


def _of_a_build(site: Path) -> str:
    """Return what `build` prints of problems."""
    given = site / "environment"
    lines = given.read_text(encoding="utf-8").splitlines() if given.exists() else []
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=site,
        env=environment(PYTHONPATH=str(CHECKOUT), **dict(line.split("=", 1) for line in lines)),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr


def _line(problem: Problem) -> str:
    return f"{problem}{' (a warning)' if problem.severity == 'warning' else ''}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_message(case: Path, tmp_path: Path) -> None:
    """A broken site gives exactly the messages of expected.txt, its own code among them."""
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert messages(case, tmp_path) == expected
    assert f": {case.name[:4]} " in expected


@pytest.mark.parametrize("case", CHECKED, ids=lambda case: case.name)
def test_only_an_error_stops_the_content(case: Path) -> None:
    """Content with warnings alone is read whole."""
    content, problems = read_site(case / "content", registry=builtin_registry())
    assert (content is None) == any(problem.severity == "error" for problem in problems)


def test_every_code_has_a_case() -> None:
    """Every problem code has a folder here, and every folder's code is one."""
    assert {case.name[:4] for case in CASES} == set(problem_codes())


if __name__ == "__main__":
    for each in CASES:
        with tempfile.TemporaryDirectory() as scratch:
            text = messages(each, Path(scratch))
        (each / "expected.txt").write_text(text, encoding="utf-8")
