"""What of a stored article bears a quotation out: its text, headline and standfirst."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.views.words import verdict_view
from tests.digest.mill import digest_of, messages_of, said_by

ARTICLE = """---
outlet: Fen Herald
headline: HEADLINE
standfirst: >
  Bread came to the valley on Monday,
  and so did three queues.
url: https://fen.example/mill
---
The old mill at Fen opened its doors on Monday after forty years. Nobody objected.
"""
ENTRY = "quotations:\n  - {{from: herald, text: {words}}}\n"


@pytest.mark.parametrize(
    ("headline", "words", "stands"),
    [
        ("A mill for the valley", "A mill for the valley", "A mill for the valley"),
        ("A mill for the valley", "mill for the", "mill for the"),
        ('"A mill: for the valley"', "“A mill: for the valley”", "A mill: for the valley"),
        ("'It''s a mill for us'", "a mill for us", "'It''s a mill for us'"),
        ("A mill for\n  the valley", "mill for the valley", "A mill for\n  the valley"),
    ],
)
def test_a_headline_bears_its_words_out(
    tmp_path: Path, headline: str, words: str, stands: str
) -> None:
    """However YAML writes it; the span lies in the front matter, and the reader is told."""
    article = ARTICLE.replace("HEADLINE", headline)
    digest = digest_of(
        tmp_path, ENTRY.format(words=f"'{words}'"), **{"articles/herald_md": article}
    )
    (quotation,) = said_by(digest, "Fen Herald")
    verdict = quotation.verdict
    assert verdict
    assert verdict.span
    assert (verdict.kind, verdict.part, verdict.found_in) == ("exact", "headline", "herald")
    assert verdict.span.of(article) == stands
    assert verdict_view(verdict).explanation == (
        "Every quoted word stands so in the stored source. They are words of its headline."
    )


def test_a_standfirst_does_too(tmp_path: Path) -> None:
    """Dots leave words of it out as of the text."""
    article = ARTICLE.replace("HEADLINE", "A mill for the valley")
    entry = ENTRY.format(words="'Bread came … on Monday, and so did three queues.'")
    digest = digest_of(tmp_path, entry, **{"articles/herald_md": article})
    (quotation,) = said_by(digest, "Fen Herald")
    assert quotation.verdict
    assert (quotation.verdict.kind, quotation.verdict.part) == ("edited", "standfirst")


def test_the_text_comes_first(tmp_path: Path) -> None:
    """Words that stand in the headline as well are of the text."""
    article = ARTICLE.replace("HEADLINE", "The old mill at Fen")
    digest = digest_of(
        tmp_path, ENTRY.format(words="The old mill at Fen"), **{"articles/herald_md": article}
    )
    (quotation,) = said_by(digest, "Fen Herald")
    assert quotation.verdict
    assert quotation.verdict.part == "text"
    assert quotation.verdict.span
    assert quotation.verdict.span.start > article.index("---\nThe old")


@pytest.mark.parametrize(
    "words",
    [
        "for the valley Bread came",
        "for the valley … Bread came",
        "Nobody objected. A mill for",
        "Nobody objected … A mill for",
        "Fen Herald",
        "fen.example/mill",
    ],
)
def test_nothing_joins_headline_standfirst_and_text(tmp_path: Path, words: str) -> None:
    """Nor does any other value of the front matter bear words out."""
    article = ARTICLE.replace("HEADLINE", "A mill for the valley")
    (message,) = messages_of(
        tmp_path, ENTRY.format(words=f"'{words}'"), **{"articles/herald_md": article}
    )
    assert "Q001" in message


def test_a_headline_of_another_article_is_named(tmp_path: Path) -> None:
    """A true headline with the wrong source is found where it stands."""
    (message,) = messages_of(tmp_path, ENTRY.format(words="'Bread, at last'"))
    assert "Q002 “Bread, at last” stands in “Bread, at last” (Quay Post" in message
