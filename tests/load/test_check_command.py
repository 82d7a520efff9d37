"""`check` reports every problem, in the three formats, and by exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.load.site import every_key, write

BROKEN = Path("tests/problems/D003-no-such-article/content")
DIGEST = {
    "digests/d/digest.yaml": "title: 100% sure\ndate: 2026-11-23\nstand,first: x\n",
    "digests/d/review.md": "Words.\n",
}


def test_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sound content prints nothing on standard output and exits 0."""
    files = {**DIGEST, "digests/d/digest.yaml": "title: T\ndate: 2026-11-23\n"}
    assert main(["check", str(write(tmp_path / "content", files))]) == 0
    assert capsys.readouterr() == ("", "no problem\n")


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem is a line, as `file:line: CODE what. mend.`, and the exit status is 1."""
    assert main(["check", str(BROKEN)]) == 1
    printed = capsys.readouterr()
    assert printed.out == (BROKEN.parent / "expected.txt").read_text(encoding="utf-8")
    assert printed.err == "5 errors\n"


def test_warning_exits_0(capsys: pytest.CaptureFixture[str]) -> None:
    """A warning is printed, named so, and does not fail."""
    assert main(["check", "tests/problems/D001-draft/content"]) == 0
    printed = capsys.readouterr()
    assert printed.out == (
        "content/digests/budget-week/digest.yaml:1: D001 the digest has neither a review "
        "nor an article. Add review.md, or articles under articles/. (a warning)\n"
    )
    assert printed.err == "1 warning\n"


def test_dates_are_compared_with_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A date that lies ahead of the clock is a warning."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793534400")
    files = {**DIGEST, "digests/d/digest.yaml": "title: T\ndate: 2026-11-23\n"}
    assert main(["check", str(write(tmp_path / "content", files))]) == 0
    assert capsys.readouterr().out == (
        "content/digests/d/digest.yaml:2: D022 the digest is dated 2026-11-23, more than a day "
        "ahead. Correct `date`, or hold the digest back until then by `embargo`. (a warning)\n"
    )


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is a list of objects with the six keys of the contract."""
    assert main(["check", "--format", "json", str(BROKEN)]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert rows[0] == {
        "code": "D003",
        "severity": "error",
        "file": "content/digests/budget-week/digest.yaml",
        "line": 4,
        "what": "no article 'northwind-budget'",
        "mend": "Did you mean 'northwind-budget-2'?",
    }
    assert len(rows) == 5


def test_json_without_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON of sound content is an empty list."""
    assert main(["check", "--format=json", str(every_key(tmp_path) / "digests" / "taxes")]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """GitHub annotations name files from the current folder, and escape what ends their parts."""
    write(tmp_path / "a,b" / "content", DIGEST)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--format", "github", "a,b/content"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(
        "::error file=a%2Cb/content/digests/d/digest.yaml,line=3,title=Y008::"
        "'stand,first' is no key here. Did you mean 'standfirst'?"
    )


def test_digest_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Digest folders are checked with their site's files, each problem once."""
    content = every_key(tmp_path)
    write(content, {"people.yaml": "- nme: Ana\n"})
    digest = str(content / "digests" / "taxes")
    assert main(["check", digest, digest]) == 1
    assert capsys.readouterr().out == (
        "content/people.yaml:1: Y008 'nme' is no key here. Did you mean 'name'?\n"
    )


@pytest.mark.parametrize("path", ["nowhere", "tests/load", "pyproject.toml"])
def test_usage(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no content is a mistake of usage: exit 2."""
    assert main(["check", path]) == 2
    assert capsys.readouterr().err == (
        f"pressreview check: {path} is neither a content folder nor a digest folder\n"
    )


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    """`--explain` says what a code means; an unknown code exits 2."""
    assert main(["check", "--explain", "d003"]) == 0
    assert capsys.readouterr().out.startswith("D003: no such article\n\ndigest.yaml names")
    assert main(["check", "--explain", "D03"]) == 2
    assert capsys.readouterr().err == (
        "pressreview check: no problem has the code D03; did you mean D003?\n"
    )
