"""A finding has the line of its words, in the review and in every form of a YAML value."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edition import problems_found
from generator.settings import SiteSettings
from tests.digest.mill import SETTINGS, write_site

REVIEW = """# A mill

Fen Herald went to see the mill. It says the wheel is new.

The wheel turns,
experts say,
and the ducks have left.
"""


def found(
    folder: Path, digest: str = "", *, settings: SiteSettings = SETTINGS, **files: str
) -> list[tuple[str, int, str]]:
    """Return file name, line and code of the linter's findings on a site."""
    content = write_site(folder, digest, **files)
    return [
        (problem.file.rpartition("/")[2], problem.line, problem.code)
        for problem in problems_found(content, settings)
        if problem.code.startswith("N")
    ]


def test_review(tmp_path: Path) -> None:
    """In a review the line is that of the words, not of the paragraph."""
    assert found(tmp_path / "a", review_md=REVIEW) == [("review.md", 6, "N001")]
    assert found(tmp_path / "b", review_txt=REVIEW) == [("review.txt", 6, "N001")]


def test_review_with_line_ends_of_windows(tmp_path: Path) -> None:
    """CRLF ends one line, not two."""
    content = write_site(tmp_path, "")
    review = content / "digests/mill/review.md"
    review.write_bytes(REVIEW.replace("\n", "\r\n").encode())
    problems = [p for p in problems_found(content, SETTINGS) if p.code == "N001"]
    assert [problem.line for problem in problems] == [6]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("standfirst: Experts say it is new.", 3),
        ("standfirst: 'Experts say it is new.'", 3),
        ('standfirst: "A wheel, \\\n  which experts say\n  is new."', 4),
        ("standfirst: A wheel,\n  which experts say\n  is new.", 4),
        ("standfirst: >-\n  A wheel,\n  which is old, experts say.", 5),
        ("standfirst: |\n  A wheel.\n\n  Experts say it is new.", 6),
        ("lede: >- # the wheel\n  A wheel.\n  Experts say it is new.", 5),
        ("summary: Experts say it is new.", 3),
        ("summary:\n  text: Experts say it is new.", 4),
        ("corrections:\n  - date: 2026-10-02\n    what: Experts say it is new.", 5),
        ("corrections:\n  - date: 2026-10-02\n    what: A date.\n    why: Experts say so.", 6),
        ("articles:\n  - id: herald\n    note: Experts say it is new.", 5),
        (
            """quotations:
  - {from: quay, text: a brick, kind: mixed,
     note: Experts say it is new.}""",
            5,
        ),
        ("# a remark\n\n# another\nlede: Experts say so.", 6),
    ],
)
def test_yaml(tmp_path: Path, value: str, line: int) -> None:
    """In digest.yaml the line is that of the words, also within a value of several lines."""
    assert found(tmp_path, value) == [("digest.yaml", line, "N001")]


@pytest.mark.parametrize(
    "value",
    [
        "place: Experts say",
        "tags: [experts say]",
        "quotations:\n  - from: quay\n    text: experts say\n    acknowledge: It is a joke.",
        "summary: auto",
        "language: it\nstandfirst: Experts say it is new.",
    ],
)
def test_not_there(tmp_path: Path, value: str) -> None:
    """It looks at the editor's own published prose only, and only in languages it knows."""
    assert found(tmp_path, value) == []


def test_not_in_stored_articles(tmp_path: Path) -> None:
    """What a stored article says is its outlet's."""
    content = write_site(tmp_path, "")
    article = content / "digests/mill/articles/quay.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(f"{text}\nExperts say it was the “reform”.\n", encoding="utf-8")
    assert not [p for p in problems_found(content, SETTINGS) if p.code.startswith("N")]


def test_drafts_too(tmp_path: Path) -> None:
    """A draft is looked at before it is published."""
    assert found(tmp_path, "status: draft\nlede: Experts say so.") == [("digest.yaml", 4, "N001")]


def test_marks_in_a_title_that_the_digest_quotes(tmp_path: Path) -> None:
    """A standfirst may repeat quoted words in marks; marks that nothing accounts for are named."""
    quoted = "quotations:\n  - from: quay\n    text: frankly a brick\n    speaker: Nora Lake\n"
    lede = "lede: The first loaf was a “{}” and sold to a builder.\n"
    assert found(tmp_path / "a", quoted + lede.format("brick")) == []
    assert found(tmp_path / "b", quoted + lede.format("stone")) == [("digest.yaml", 7, "N003")]


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("text: “They had waited long enough.”\n    kind: indirect", ["N004"]),
        ("text: They had waited long enough\n    kind: indirect", []),
        ("text: The “brick” was eaten\n    kind: indirect", []),
        ("text: “One” and “two”\n    kind: indirect", []),
        ("text: he would mend it\n    speaker: Tom Reed", ["N004"]),
        ("text: he would mend it\n    speaker: Tom Reed\n    acknowledge: He said it so.", []),
        ("text: he would mend it", []),
        ("text: that the mill is theirs\n    speaker: Tom Reed", ["N004"]),
        ("text: We have waited long enough\n    speaker: Tom Reed", []),
    ],
)
def test_written_quotations(tmp_path: Path, entry: str, codes: list[str]) -> None:
    """Marks around a paraphrase, and reported speech as a direct quotation, are named."""
    digest = f"quotations:\n  - outlet: Fen Herald\n    {entry}\n"
    assert [code for _, _, code in found(tmp_path, digest)] == codes
