"""An editor may keep a word, with a reason, where the word stands; no silence outlives its word."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edition import problems_found
from generator.model import Span
from generator.settings import SettingsError, SiteSettings, site_settings
from generator.text.comments import comments_in_markdown
from tests.digest.mill import SETTINGS, write_site
from tests.neutrality.test_places import found

SAID = "Fen Herald says the wheel is new. Experts say it is old."


@pytest.mark.parametrize(
    "digest",
    [
        "lede: Experts say so. # neutral: N001 a joke",
        "# neutral: N001 a joke\nlede: Experts say so.",
        "# neutral: N001 a joke\n\n# another remark\nlede: Experts say so.",
        "lede: >- # neutral: N001 a joke\n  The wheel turns,\n  experts say.",
        "# neutral: N001 a joke\nlede: >-\n  The wheel turns,\n  experts say.",
        "# neutral: N001, N002 a joke\nlede: Experts gush that it turns.",
        "# neutral: N001 a joke\n# neutral: N002 another\nlede: Experts gush that it turns.",
        "corrections:\n  - date: 2026-10-02\n    # neutral: N001 a joke\n    what: Experts say so.",
        "lede: Experts say so.\nneutral: [{code: N001, words: experts SAY, reason: a joke}]",
    ],
)
def test_in_yaml(tmp_path: Path, digest: str) -> None:
    """A comment on the line, or alone above it, or an entry with the words, lets words pass."""
    assert found(tmp_path, digest) == []


@pytest.mark.parametrize(
    "digest",
    [
        'lede: "Experts say # neutral: N001 no comment"',
        "lede: >-\n  Experts say\n  # neutral: N001 no comment",
        "lede: |\n  Experts say\n  # neutral: N001 no comment",
    ],
)
def test_words_are_no_comment(tmp_path: Path, digest: str) -> None:
    """A hash inside a value is text, however much it looks like a remark."""
    assert [code for _, _, code in found(tmp_path, digest)] == ["N001"]


@pytest.mark.parametrize(
    ("digest", "expected"),
    [
        ("lede: It turns. # neutral: N001 a joke", [(3, "N005")]),
        ("lede: Experts say so. # neutral: N001", [(3, "N001"), (3, "N005")]),
        ("lede: Experts say so. # neutral: a joke", [(3, "N001"), (3, "N005")]),
        ("lede: Experts say so. # neutral: N009 a joke", [(3, "N001"), (3, "N005")]),
        ("lede: Experts say so. # neutral: N001, N003 a joke", [(3, "N005")]),
        ("# neutral: N001 a joke\nplace: Fen\nlede: Experts say so.", [(3, "N005"), (5, "N001")]),
        (
            "lede: Experts say so.\nneutral: [{code: N001, words: observers say, reason: x}]",
            [(3, "N001"), (4, "N005")],
        ),
    ],
)
def test_without_effect(tmp_path: Path, digest: str, expected: list[tuple[int, str]]) -> None:
    """A silence that has no reason, no such code, or no words left is named."""
    assert [(line, code) for _, line, code in found(tmp_path, digest)] == expected


@pytest.mark.parametrize(
    "review",
    [
        f"{SAID} <!-- neutral: N001 a joke -->\n",
        f"<!-- neutral: N001 a joke -->\n{SAID}\n",
        f"<!-- neutral: N001 a joke -->\n\n{SAID}\n",
        f"<!--\nneutral: N001 a joke\n-->\n\n{SAID}\n",
        "Fen Herald says the wheel is new. Experts <!-- neutral: N001 a joke --> say it is old.\n",
    ],
)
def test_in_markdown(tmp_path: Path, review: str) -> None:
    """A comment on the line, or alone above it, lets words of a review pass."""
    assert found(tmp_path, review_md=review) == []


def test_not_in_code(tmp_path: Path) -> None:
    """A comment shown as code is no comment."""
    review = f"`<!-- neutral: N001 a joke -->` {SAID}\n"
    assert found(tmp_path, review_md=review) == [("review.md", 1, "N001")]


def test_plain_text(tmp_path: Path) -> None:
    """A plain text has no comments: its words are named in digest.yaml."""
    entry = "neutral:\n  - {code: N001, words: Experts say it is old, reason: a joke}\n"
    assert found(tmp_path / "a", review_txt=SAID) == [("review.txt", 1, "N001")]
    assert found(tmp_path / "b", entry, review_txt=SAID) == []


def test_what_a_comment_is() -> None:
    """Comments have their line, whether they are alone on it, and the next line with words."""
    text = "---\n<!-- a -->\n\nOne <!-- b --> two\n<!-- open\n"
    found_ones = comments_in_markdown(text, Span(4, len(text)))
    assert [(c.text, c.line, c.alone, c.next_line) for c in found_ones] == [
        (" a ", 2, True, 4),
        (" b ", 4, False, 5),
    ]


def test_a_code_switched_off(tmp_path: Path) -> None:
    """A site does without a code; silences for it are then not judged."""
    settings = SiteSettings(title="Test", neutrality_off=("N001",))
    digest = "lede: Experts say so.\nstandfirst: It turns. # neutral: N001 a joke"
    assert found(tmp_path, digest, settings=settings) == []


def test_words_of_the_site(tmp_path: Path) -> None:
    """A site adds verbs of its own."""
    settings = SiteSettings(title="Test", neutrality_words={"en": ("Opined",)})
    content = write_site(tmp_path, "lede: “It turns,” opined the mayor.")
    assert problems_found(content, SETTINGS) == ()
    assert [str(problem) for problem in problems_found(content, settings)] == [
        (
            "content/digests/mill/digest.yaml:3: N002 “opined” is on this site's list "
            "(neutrality_words). Write “said”, or another word that takes no side."
        )
    ]


@pytest.mark.parametrize(
    ("own", "message"),
    [
        (
            {"neutrality_off": ["N007"]},
            "PRESSREVIEW['neutrality_off'] is ['N007']; give codes, as ['N003']",
        ),
        (
            {"neutrality_words": {"en": "opined"}},
            (
                "PRESSREVIEW['neutrality_words'] is {'en': 'opined'}; "
                "give verb forms by language, as {'en': ['opined']}"
            ),
        ),
    ],
)
def test_wrong_settings(own: object, message: str) -> None:
    """A setting of the wrong kind is refused by name."""
    with pytest.raises(SettingsError) as error:
        site_settings(title="Test", url="", language="en", own=own)
    assert str(error.value) == message
