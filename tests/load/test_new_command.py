"""`new` begins a digest that passes `check` as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.load import read_site
from generator.outlets import builtin_registry

REGISTRY = builtin_registry()


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    monkeypatch.chdir(tmp_path)


def test_narrated(capsys: pytest.CaptureFixture[str]) -> None:
    """A narrated review gives a digest of two files that is published at the next build."""
    Path("mine.txt").write_bytes("The papers said “no”.\r\n".encode())
    assert main(["new", 'Budget week: "no"', "--narrated", "mine.txt"]) == 0
    folder = Path("content/digests/budget-week-no")
    assert (folder / "digest.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../../schema/digest.json\n"
        "# Every key there is: docs/content-reference.md\n"
        'title: "Budget week: \\"no\\""\n'
        "date: 2026-11-23\n"
        "kind: event        # or work, for reviews of a book, film, game…\n"
        "status: published\n"
    )
    assert (folder / "review.txt").read_bytes() == "The papers said “no”.\r\n".encode()
    assert sorted(path.name for path in folder.iterdir()) == ["digest.yaml", "review.txt"]
    assert (folder / "../../../schema/digest.json").is_file()
    site, problems = read_site(Path("content"), registry=REGISTRY)
    assert problems == ()
    assert site is not None
    assert site.digests[0].editorial.title == 'Budget week: "no"'
    assert capsys.readouterr().out.startswith(f"Made {folder}.\n")


def test_untouched_draft_passes() -> None:
    """Without a review a draft is begun, whose only warning is that it has nothing to show."""
    assert main(["new", "Budget week"]) == 0
    assert main(["check"]) == 0
    _, problems = read_site(Path("content"), registry=REGISTRY)
    assert [problem.code for problem in problems] == ["D001"]


def test_sample_article_becomes_one() -> None:
    """The sample is an article as soon as it has a name and an outlet."""
    assert main(["new", "Budget week"]) == 0
    articles = Path("content/digests/budget-week/articles")
    sample = (articles / "_sample.md").read_text(encoding="utf-8")
    named = sample.replace("Name of the newspaper, agency or broadcaster", "The Guardian")
    (articles / "guardian.md").write_text(named, encoding="utf-8")
    site, problems = read_site(Path("content"), registry=REGISTRY)
    assert problems == ()
    assert site is not None
    assert [article.outlet.slug for article in site.digests[0].articles] == ["the-guardian"]


def test_never_overwrites(capsys: pytest.CaptureFixture[str]) -> None:
    """A digest that is there is left alone: exit 2."""
    assert main(["new", "Budget week"]) == 0
    before = sorted(Path("content").rglob("*"))
    assert main(["new", "Budget  Week"]) == 2
    assert sorted(Path("content").rglob("*")) == before
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("title", ["", "—"])
def test_title_without_words(title: str) -> None:
    """A title that gives no address is a mistake of usage, and nothing is written."""
    assert main(["new", title]) == 2
    assert not Path("content").exists()


def test_review_of_another_kind(capsys: pytest.CaptureFixture[str]) -> None:
    """A review that is neither Markdown nor plain text is refused, and nothing is written."""
    Path("mine.docx").write_text("PK", encoding="utf-8")
    assert main(["new", "Budget week", "--narrated", "mine.docx"]) == 2
    assert "is neither Markdown (.md) nor plain text (.txt)" in capsys.readouterr().err
    assert not Path("content").exists()


def test_missing_review(capsys: pytest.CaptureFixture[str]) -> None:
    """A review that cannot be read is a problem, and nothing is written."""
    assert main(["new", "Budget week", "--narrated", "none.md"]) == 1
    assert capsys.readouterr().err.startswith("none.md:1: F001 ")
    assert not Path("content").exists()


def test_an_address_of_ones_own(capsys: pytest.CaptureFixture[str]) -> None:
    """`--slug` names the folder where the title makes no readable address; the mend is given."""
    assert main(["new", "مكتبة المرفأ", "--slug", "harbour-library"]) == 0
    assert Path("content/digests/harbour-library/digest.yaml").is_file()
    assert "make html (or .venv/bin/pressreview build)" in capsys.readouterr().out
    assert main(["new", "Quay", "--slug", "The Quay"]) == 2
    assert "as --slug give 'the-quay'" in capsys.readouterr().err
