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


FOUND = [
    ("md", "The mill at Fen says:\n> It opens on Monday and bakes for all of the valley today."),
    (
        "md",
        "- The mill at Fen opens on Monday\n- Bread for all the valley\n\nAnd cake.",
    ),
    (
        "md",
        "The mill\n===\nIt opens on Monday and bakes for all.\n***\nNobody had objected.",
    ),
    (
        "html",
        "<p>The mill at Fen <i aria-hidden=true>(old)</i> opens on Monday, for all.</p>",
    ),
    ("html", "<ul><li>“We bake for all the valley now,” said Tom Reed<li>Nobody objected</ul>"),
    ("html", "<p>“We bake for the valley.<blockquote>“And for more than that,” said Tom Reed."),
    ("html", "<table><tr><td>The mill at Fen opens again<td>on Monday in the valley</table>"),
    ("txt", "The mill at Fen opens\n\nOn Monday it bakes for all of the valley\n\nNobody objected"),
]

REST = (
    "Its wheel was cut from one oak in the bishop’s wood. Carters came from three valleys to see "
    "it turn, and stayed for the soup. The weir held. By dusk the last of them had gone home over "
    "the bridge with a warm loaf under each arm, and the street smelled of it for a week."
)


@pytest.mark.parametrize(("ending", "text"), FOUND)
def test_what_is_found_in_an_article_stands_there(tmp_path: Path, ending: str, text: str) -> None:
    """Whatever its blocks are: no passage that the rules choose stops the build."""
    article = f"---\noutlet: Quay Post\nheadline: The mill\n---\n{text}\n\n<p>{REST}</p>\n"
    digest = digest_of(tmp_path, **{f"articles/gazette_{ending}": article})
    found = [q for q in said_by(digest, "Quay Post") if q.article and q.article.id == "gazette"]
    assert found
    assert [q.verdict and q.verdict.kind for q in found] == ["exact"] * len(found)


def test_a_headline_of_another_article_is_named(tmp_path: Path) -> None:
    """A true headline with the wrong source is found where it stands."""
    (message,) = messages_of(tmp_path, ENTRY.format(words="'Bread, at last'"))
    assert "Q002 “Bread, at last” stands in “Bread, at last” (Quay Post" in message
